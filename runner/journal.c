// SPDX-License-Identifier: Apache-2.0
/* Writing a recording. */
#include "runner/journal_internal.h"

#include "engines/base/why.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

enum { LINES_MOST = 64 << 20, LINES_FLUSH = 256 << 10, CRC_SIZE = 9 };

struct sv_journal {
  int dir, fd;
  struct sv_bodies bodies;
  struct sv_buf lines;
  struct sv_buf line;
  struct sv_map tls; /* packed handshake -> its number */
  struct sv_arena arena;
  size_t tls_count;
  size_t exchanges;
  uint32_t crc;
  int failed; /* errno of the first write that failed, or 0 */
};

/* What lines point into is there before them; when it could not be written, nor are they: what is
 * then in the folder is a recording that ends too soon, and not one that is damaged. */
static void write_lines(struct sv_journal *j)
{
  size_t done = 0;
  sv_bodies_settle(&j->bodies);
  j->failed = j->failed ? j->failed : j->bodies.failed;
  while (done < j->lines.size && !j->failed) {
    const ssize_t n = write(j->fd, j->lines.data + done, j->lines.size - done);
    if (n > 0)
      done += (size_t)n;
    else if (n == 0 || errno != EINTR)
      j->failed = n == 0 ? ENOSPC : errno;
  }
  sv_buf_cut(&j->lines, 0);
}

/* Adds j->line with its CRC to what will be written, and empties it. */
static void add_line(struct sv_journal *j)
{
  static const char hex[] = "0123456789abcdef";
  if (j->line.failed || j->failed) {
    j->failed = j->failed ? j->failed : ENOMEM;
    return;
  }
  char head[CRC_SIZE];
  j->crc = (uint32_t)crc32(j->crc, (const Bytef *)j->line.data, (uInt)j->line.size);
  for (int i = 0; i < 8; i++)
    head[i] = hex[j->crc >> (28 - 4 * i) & 15];
  head[8] = ' ';
  sv_buf_add(&j->lines, head, sizeof head);
  sv_buf_add(&j->lines, j->line.data, j->line.size);
  if (sv_buf_addc(&j->lines, '\n') != SV_OK)
    j->failed = ENOMEM;
  sv_buf_cut(&j->line, 0);
  if (j->lines.size >= LINES_FLUSH)
    write_lines(j);
}

static enum sv_status open_folder(const char *path, int *dir, struct sv_error *err)
{
  struct stat st;
  if (mkdir(path, 0700) != 0 && errno != EEXIST)
    return sv_fail(err, SV_IO, "cannot make the folder %s: %s", path, sv_why(errno));
  *dir = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (*dir < 0 || fstat(*dir, &st) != 0)
    return sv_fail(err, SV_IO, "cannot open the folder %s: %s", path, sv_why(errno));
  if ((st.st_mode & (S_IWGRP | S_IWOTH)) != 0 && (st.st_mode & S_ISVTX) == 0)
    return sv_fail(err, SV_DENIED,
                   "others may write in the folder %s; a recording is not kept there", path);
  return SV_OK;
}

static enum sv_status open_files(struct sv_journal *j, const char *path, struct sv_error *err)
{
  if ((unlinkat(j->dir, SV_INDEX_NAME, 0) != 0 && errno != ENOENT) ||
      (unlinkat(j->dir, SV_BODIES_NAME, 0) != 0 && errno != ENOENT))
    return sv_fail(err, SV_IO, "cannot replace the recording in %s: %s", path, sv_why(errno));
  j->fd = openat(j->dir, SV_INDEX_NAME,
                 O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_APPEND, 0600);
  if (j->fd < 0 || sv_bodies_open(j->dir, &j->bodies) != SV_OK)
    return sv_fail(err, SV_IO, "cannot write the recording in %s: %s", path, sv_why(errno));
  return SV_OK;
}

static void release(struct sv_journal *j)
{
  if (j->fd >= 0)
    (void)close(j->fd);
  if (j->dir >= 0)
    (void)close(j->dir);
  sv_buf_free(&j->lines);
  sv_buf_free(&j->line);
  sv_map_free(&j->tls);
  sv_arena_free(&j->arena);
  free(j);
}

enum sv_status sv_journal_open(const char *dir, const struct sv_journal_run *run,
                               struct sv_journal **out, struct sv_error *err)
{
  struct sv_journal *j = calloc(1, sizeof *j);
  if (!j)
    return SV_NO_MEMORY;
  *j = (struct sv_journal){ .dir = -1,
                            .fd = -1,
                            .arena = SV_ARENA(64 << 20),
                            .lines = SV_BUF(LINES_MOST),
                            .line = SV_BUF(LINES_MOST) };
  j->bodies.fd = -1;
  j->bodies.map = (void *)-1;
  enum sv_status status = open_folder(dir, &j->dir, err);
  if (status == SV_OK)
    status = open_files(j, dir, err);
  if (status == SV_OK) {
    sv_line_run(&j->line, run);
    add_line(j);
    write_lines(j);
    if (j->failed)
      status = sv_fail(err, SV_IO, "cannot write the recording in %s: %s", dir, sv_why(j->failed));
  }
  if (status != SV_OK) {
    (void)sv_bodies_close(&j->bodies); /* the first failure is the one that is told */
    release(j);
    return status;
  }
  *out = j;
  return SV_OK;
}

const void *sv_journal_body(struct sv_journal *j, const void *data, size_t size, const char *sha256)
{
  const struct sv_stored *s = sv_bodies_add(&j->bodies, data, size, sha256);
  return s ? s->data : NULL;
}

void sv_journal_settle(struct sv_journal *j)
{
  write_lines(j);
}

/* The number of the handshake of A, whose line is written when it is new; 0 without TLS. */
static size_t tls_number(struct sv_journal *j, const struct sv_answer *a)
{
  if (!a->has_tls || !a->tls_packed)
    return 0;
  const void *known = sv_map_get(&j->tls, a->tls_packed, a->tls_packed_size);
  if (known)
    return (size_t)(uintptr_t)known;
  const char *key = sv_arena_copy(&j->arena, a->tls_packed, a->tls_packed_size);
  const size_t n = ++j->tls_count;
  if (!key || sv_map_set(&j->tls, key, a->tls_packed_size, (void *)(uintptr_t)n) != SV_OK)
    j->failed = ENOMEM;
  sv_line_tls(&j->line, n, &a->tls);
  add_line(j);
  return n;
}

void sv_journal_exchange(struct sv_journal *j, const struct sv_exchange *x)
{
  const size_t tls = tls_number(j, &x->answer);
  sv_line_exchange(&j->line, x, &j->bodies, tls);
  add_line(j);
  j->exchanges++;
}

static void stored_line(struct sv_journal *j, const char *type, const char *name,
                        const char *media_type, const char *sha256)
{
  const struct sv_stored *s = sv_bodies_find(&j->bodies, sha256);
  if (!s)
    return;
  sv_line_stored(&j->line, type, name, media_type, s);
  add_line(j);
}

void sv_journal_evidence(struct sv_journal *j, const char *label, const char *media_type,
                         const char *sha256)
{
  stored_line(j, "evidence", label, media_type, sha256);
}

void sv_journal_document(struct sv_journal *j, const char *name, const char *sha256)
{
  stored_line(j, "document", name, NULL, sha256);
}

void sv_journal_use(struct sv_journal *j, const char *asker, uint32_t ordinal, uint32_t n)
{
  sv_line_use(&j->line, asker, ordinal, n);
  add_line(j);
}

enum sv_status sv_journal_close(struct sv_journal *j, const struct sv_broker_counts *counts,
                                struct sv_error *err)
{
  sv_bodies_settle(&j->bodies);
  if (!j->bodies.failed) {
    sv_line_end(&j->line, counts, j->exchanges, j->bodies.size);
    add_line(j);
  }
  write_lines(j);
  if (!j->failed && fsync(j->fd) != 0)
    j->failed = errno;
  const int bodies = sv_bodies_close(&j->bodies);
  const int failed = j->failed ? j->failed : bodies;
  if (!failed && fsync(j->dir) != 0 && errno != EINVAL)
    j->failed = errno;
  const int last = failed ? failed : j->failed;
  release(j);
  if (last)
    return sv_fail(err, SV_IO, "the recording could not be written to its end: %s", sv_why(last));
  return SV_OK;
}
