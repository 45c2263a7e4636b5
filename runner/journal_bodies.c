// SPDX-License-Identifier: Apache-2.0
/* The file of bodies: written by pwrite() in batches, read through a mapping that was made before
 * the file grew. */
#include "runner/journal_internal.h"

#include "engines/base/sha256.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { PENDING_MOST = 128 << 20, ARENA_MOST = 1 << 30 };

enum sv_status sv_bodies_open(int dir, struct sv_bodies *b)
{
  *b = (struct sv_bodies){ .arena = SV_ARENA(ARENA_MOST),
                           .pending = SV_BUF(PENDING_MOST),
                           .fd = -1 };
  b->map = MAP_FAILED;
  b->fd = openat(dir, SV_BODIES_NAME, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (b->fd < 0)
    return SV_IO;
  b->map = mmap(NULL, SV_BODIES_MAX, PROT_READ, MAP_SHARED | MAP_NORESERVE, b->fd, 0);
  if (b->map == MAP_FAILED)
    return SV_IO;
  sv_buf_adds(&b->pending, SV_BODIES_HEAD);
  sv_bodies_settle(b);
  errno = b->failed;
  return b->failed ? SV_IO : SV_OK;
}

const struct sv_stored *sv_bodies_find(const struct sv_bodies *b, const char *sha256)
{
  return sv_map_get(&b->by_digest, sha256, 64);
}

/* The disk is full, or the file as large as it may be: what is added lives in memory until the end
 * of the run. */
static bool keep_in_memory(struct sv_bodies *b, struct sv_stored *s, const void *data)
{
  s->data = sv_arena_copy(&b->arena, data, s->size);
  return s->data != NULL;
}

const struct sv_stored *sv_bodies_add(struct sv_bodies *b, const void *data, size_t size,
                                      const char *sha256)
{
  struct sv_stored s = { .size = size };
  if (sha256 && sha256[0])
    memcpy(s.sha256, sha256, sizeof s.sha256);
  else
    sv_sha256_hex(data, size, s.sha256);
  const struct sv_stored *known = sv_bodies_find(b, s.sha256);
  if (known)
    return known;
  struct sv_stored *kept = sv_arena_alloc(&b->arena, sizeof *kept);
  s.at = b->size + b->pending.size;
  s.data = b->map + s.at;
  if (!b->failed && (size >= SV_BODIES_MAX || s.at + size + 1 > SV_BODIES_MAX))
    b->failed = EFBIG;
  if (!b->failed) {
    sv_buf_add(&b->pending, data, size);
    sv_buf_addc(&b->pending, '\0');
  }
  if (!kept || b->pending.failed || (b->failed && !keep_in_memory(b, &s, data)))
    return NULL;
  *kept = s;
  return sv_map_set(&b->by_digest, kept->sha256, 64, kept) == SV_OK ? kept : NULL;
}

/* Pages of our own in place of the part of the file that could not be written, so that what was
 * handed out can be read all the same. */
static void rescue(struct sv_bodies *b, size_t written)
{
  const size_t page = (size_t)sysconf(_SC_PAGESIZE);
  const size_t from = (b->size + written) / page * page;
  const size_t end = b->size + b->pending.size;
  const size_t keep = b->size > from ? b->size - from : 0;
  char *head = malloc(page);
  if (!head)
    abort();
  memcpy(head, b->map + from, keep);
  if (mmap(b->map + from, end - from, PROT_READ | PROT_WRITE,
           MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == MAP_FAILED)
    abort();
  memcpy(b->map + from, head, keep);
  const size_t skip = from > b->size ? from - b->size : 0;
  memcpy(b->map + b->size + skip, b->pending.data + skip, b->pending.size - skip);
  free(head);
}

void sv_bodies_settle(struct sv_bodies *b)
{
  size_t done = 0;
  while (done < b->pending.size && !b->failed) {
    const ssize_t n =
        pwrite(b->fd, b->pending.data + done, b->pending.size - done, (off_t)(b->size + done));
    if (n > 0)
      done += (size_t)n;
    else if (n == 0 || errno != EINTR)
      b->failed = n == 0 ? ENOSPC : errno;
  }
  if (done < b->pending.size)
    rescue(b, done);
  b->size += b->pending.size;
  if (b->pending.room > (1 << 20)) {
    sv_buf_free(&b->pending);
    b->pending = SV_BUF(PENDING_MOST);
  }
  sv_buf_cut(&b->pending, 0);
}

int sv_bodies_close(struct sv_bodies *b)
{
  if (b->fd >= 0) {
    sv_bodies_settle(b);
    if (fsync(b->fd) != 0 && !b->failed)
      b->failed = errno;
    (void)close(b->fd);
  }
  if (b->map != MAP_FAILED)
    (void)munmap(b->map, SV_BODIES_MAX);
  sv_buf_free(&b->pending);
  sv_map_free(&b->by_digest);
  sv_arena_free(&b->arena);
  return b->failed;
}
