// SPDX-License-Identifier: Apache-2.0
/* Reading a recording: every line's CRC, every body's digest, every offset. */
#include "runner/journal_read.h"

#include "engines/base/ascii.h"
#include "engines/base/sha256.h"
#include "engines/base/why.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

enum { EXCHANGES_MOST = 1 << 20, ARENA_MOST = 1 << 30, HEAD = 9 };

/* A body that was digested. */
struct seen {
  char digest[65];
  const char *bytes;
  size_t size;
};

static enum sv_status damage(struct sv_reader *r, const char *what)
{
  return sv_fail_at(r->err, SV_INVALID, r->name, r->line, 1, "the recording is damaged: %s", what);
}

/* The CRC of the line of SIZE bytes at P, without its line end, is right after the one before. */
static bool crc_fits(struct sv_reader *r, const char *p, size_t size)
{
  uint32_t written = 0;
  if (size < HEAD || p[8] != ' ')
    return false;
  for (size_t i = 0; i < 8; i++) {
    if (p[i] >= 'A' && p[i] <= 'F') /* one way to write each line */
      return false;
    const int digit = sv_hex((unsigned char)p[i]);
    if (digit < 0)
      return false;
    written = written << 4 | (uint32_t)digit;
  }
  const uint32_t crc = (uint32_t)crc32(r->crc, (const Bytef *)p + HEAD, (uInt)(size - HEAD));
  if (crc != written)
    return false;
  r->crc = crc;
  return true;
}

/* Whether the SIZE bytes at AT are there, end with a NUL and have the digest; each stored thing is
 * digested once. */
enum sv_status sv_reader_stored(struct sv_reader *r, const json_t *object, const void **data,
                                size_t *size, char sha256[65])
{
  const json_int_t at = json_integer_value(json_object_get(object, "at"));
  const json_int_t length = json_integer_value(json_object_get(object, "size"));
  const char *digest = json_string_value(json_object_get(object, "sha256"));
  char real[65];
  if (at < 0 || length < 0 || !digest || strlen(digest) != 64)
    return damage(r, "a body is named without its place or digest");
  if ((uint64_t)at >= r->out->bodies_size || (uint64_t)length >= r->out->bodies_size - (uint64_t)at)
    return damage(r, "a body lies outside " SV_BODIES_NAME);
  const char *bytes = r->out->bodies + at;
  const struct seen *known = sv_map_get(&r->seen, digest, 64);
  if (!known) {
    sv_sha256_hex(bytes, (size_t)length, real);
    if (memcmp(real, digest, 65) != 0 || bytes[length] != '\0')
      return damage(r, "a body in " SV_BODIES_NAME " is not what the line says");
    struct seen *now = sv_arena_alloc(&r->out->arena, sizeof *now);
    if (!now)
      return SV_NO_MEMORY;
    *now = (struct seen){ .bytes = bytes, .size = (size_t)length };
    memcpy(now->digest, digest, sizeof now->digest);
    SV_TRY(sv_map_set(&r->seen, now->digest, 64, now));
    r->covered += (size_t)length + 1;
  } else if (known->bytes != bytes || known->size != (size_t)length) {
    return damage(r, "one body is said to be in two places or of two sizes");
  }
  *data = bytes;
  *size = (size_t)length;
  memcpy(sha256, digest, 65);
  return SV_OK;
}

static enum sv_status run_line(struct sv_reader *r, const json_t *object)
{
  struct sv_journal_run *run = &r->out->run;
  const json_int_t format = json_integer_value(json_object_get(object, "format"));
  if (format != SV_JOURNAL_FORMAT)
    return sv_fail_at(r->err, SV_INVALID, r->name, r->line, 0,
                      "the recording has format %lld; this samsvar reads format %d",
                      (long long)format, SV_JOURNAL_FORMAT);
  run->as_of_ms = json_integer_value(json_object_get(object, "asOfMs"));
  run->probe = sv_reader_text(r, object, "probe");
  run->user_agent = sv_reader_text(r, object, "userAgent");
  run->version = sv_reader_text(r, object, "version");
  run->unsafe = json_is_true(json_object_get(object, "unsafe"));
  return run->probe && run->user_agent && run->version ? SV_OK
                                                       : damage(r, "the first line lacks "
                                                                   "something");
}

static enum sv_status document_line(struct sv_reader *r, const json_t *object)
{
  struct sv_recording *out = r->out;
  char sha256[65];
  struct sv_document_kept *list = realloc(out->documents, (out->document_count + 1) * sizeof *list);
  if (!list)
    return SV_NO_MEMORY;
  out->documents = list;
  struct sv_document_kept *d = &list[out->document_count];
  *d = (struct sv_document_kept){ .name = sv_reader_text(r, object, "name") };
  if (!d->name)
    return damage(r, "a document has no name");
  SV_TRY(sv_reader_stored(r, object, &d->data, &d->size, sha256));
  out->document_count++;
  return SV_OK;
}

static enum sv_status evidence_line(struct sv_reader *r, const json_t *object)
{
  const void *data;
  size_t size;
  char sha256[65];
  return sv_reader_stored(r, object, &data, &size, sha256);
}

static uint64_t counted(const json_t *object, const char *member)
{
  const json_int_t value = json_integer_value(json_object_get(object, member));
  return value > 0 ? (uint64_t)value : 0;
}

static enum sv_status end_line(struct sv_reader *r, const json_t *object)
{
  struct sv_broker_counts *c = &r->out->counts;
  if (counted(object, "exchanges") != r->out->count)
    return damage(r, "the last line counts other exchanges than there are");
  if (counted(object, "bodiesSize") != r->out->bodies_size ||
      r->covered + strlen(SV_BODIES_HEAD) != r->out->bodies_size)
    return damage(r, SV_BODIES_NAME " has another size than the last line says");
  c->sent = counted(object, "sent");
  c->bytes = counted(object, "bytes");
  c->shared = counted(object, "shared");
  c->masked = (uint32_t)counted(object, "masked");
  c->lost = json_is_true(json_object_get(object, "lost"));
  r->ended = true;
  return SV_OK;
}

static enum sv_status exchange_line(struct sv_reader *r, const json_t *object)
{
  struct sv_recording *out = r->out;
  if (out->count == EXCHANGES_MOST)
    return damage(r, "there are more than a million exchanges");
  if (out->count == r->room) {
    const size_t room = r->room ? r->room * 2 : 256;
    struct sv_exchange **list = realloc(out->exchanges, room * sizeof(struct sv_exchange *));
    if (!list)
      return SV_NO_MEMORY;
    out->exchanges = list;
    r->room = room;
  }
  struct sv_exchange *x = sv_arena_calloc(&out->arena, 1, sizeof *x);
  if (!x)
    return SV_NO_MEMORY;
  const enum sv_status status = sv_reader_exchange(r, object, x);
  if (status == SV_INVALID)
    return damage(r, "an exchange lacks something");
  if (status == SV_OK)
    out->exchanges[out->count++] = x;
  return status;
}

static enum sv_status tls_line(struct sv_reader *r, const json_t *object)
{
  const enum sv_status status = sv_reader_tls(r, object);
  return status == SV_INVALID ? damage(r, "what a handshake showed lacks something") : status;
}

static enum sv_status use_line(struct sv_reader *r, const json_t *object)
{
  struct sv_recording *out = r->out;
  const uint64_t ordinal = counted(object, "ordinal");
  const uint64_t n = counted(object, "n");
  const char *asker = sv_reader_text(r, object, "asker");
  if (!asker || !ordinal || !n || ordinal > EXCHANGES_MOST || n > EXCHANGES_MOST)
    return damage(r, "what a check asked for lacks something");
  if (out->use_count == r->use_room) {
    const size_t room = r->use_room ? r->use_room * 2 : 64;
    struct sv_use *list = realloc(out->uses, room * sizeof *list);
    if (!list)
      return SV_NO_MEMORY;
    out->uses = list;
    r->use_room = room;
  }
  out->uses[out->use_count++] = (struct sv_use){ asker, (uint32_t)ordinal, (uint32_t)n };
  return SV_OK;
}

static enum sv_status take_line(struct sv_reader *r, const json_t *object)
{
  static const struct {
    const char *type;
    enum sv_status (*take)(struct sv_reader *, const json_t *);
  } table[] = {
    { "run", run_line }, { "document", document_line }, { "exchange", exchange_line },
    { "tls", tls_line }, { "evidence", evidence_line }, { "use", use_line },
    { "end", end_line },
  };
  const char *type = json_string_value(json_object_get(object, "type"));
  if (r->ended)
    return damage(r, "there is something after the last line");
  if ((r->line == 1) != (type && strcmp(type, "run") == 0))
    return damage(r, "the first line must say what run it is, and no other");
  for (size_t i = 0; type && i < sizeof table / sizeof table[0]; i++)
    if (strcmp(type, table[i].type) == 0)
      return table[i].take(r, object);
  return damage(r, "a line is of an unknown type");
}

static enum sv_status read_line(struct sv_reader *r, const char *p, size_t size)
{
  json_error_t json;
  json_t *object = json_loadb(p + HEAD, size - HEAD, JSON_REJECT_DUPLICATES, &json);
  if (!json_is_object(object)) {
    json_decref(object);
    return damage(r, "a line is no JSON object");
  }
  const enum sv_status status = take_line(r, object);
  json_decref(object);
  return status;
}

static enum sv_status read_lines(struct sv_reader *r, const char *p, const char *end)
{
  while (p < end) {
    const char *stop = memchr(p, '\n', (size_t)(end - p));
    const size_t size = (size_t)((stop ? stop : end) - p);
    r->line++;
    /* A writer that was cut off leaves a line without its end behind, and not the first. */
    if (!stop && r->line > 1 && !r->ended) {
      r->out->counts.torn = true;
      return SV_OK;
    }
    if (!stop || !crc_fits(r, p, size))
      return damage(r, "its checksum is wrong");
    SV_TRY(read_line(r, p, size));
    p = stop + 1;
  }
  r->out->counts.torn = !r->ended;
  return SV_OK;
}

/* Without a last line the counts are what the exchanges tell. */
static void count_torn(struct sv_recording *out)
{
  if (!out->counts.torn)
    return;
  for (size_t i = 0; i < out->count; i++) {
    out->counts.sent++;
    out->counts.bytes += out->exchanges[i]->answer.wire_size;
    out->counts.masked += out->exchanges[i]->answer.masked;
  }
}

enum sv_status sv_recording_parse(const char *index, size_t size, const char *name,
                                  struct sv_recording *out, struct sv_error *err)
{
  struct sv_reader r = { .out = out, .name = name, .err = err };
  const size_t head = strlen(SV_BODIES_HEAD);
  if (out->bodies_size < head || memcmp(out->bodies, SV_BODIES_HEAD, head) != 0)
    return sv_fail_at(err, SV_INVALID, SV_BODIES_NAME, 0, 0,
                      "the file is not one of a recording's bodies");
  out->arena = SV_ARENA(ARENA_MOST);
  if (!index || size == 0)
    return sv_fail_at(err, SV_INVALID, name, 0, 0, "the recording is empty");
  const enum sv_status status = read_lines(&r, index, index + size);
  if (status == SV_OK)
    count_torn(out);
  sv_map_free(&r.seen);
  free(r.tls);
  return status;
}

/* Maps the file NAME of folder DIR; an empty one is the address of nothing. */
static enum sv_status map_file(int dir, const char *folder, const char *name, const char **data,
                               size_t *size, struct sv_error *err)
{
  struct stat st;
  const int fd = openat(dir, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0 || fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)) {
    const int why = fd < 0 ? errno : EINVAL;
    if (fd >= 0)
      (void)close(fd);
    return sv_fail(err, SV_INVALID, "cannot read %s/%s: %s", folder, name, sv_why(why));
  }
  *size = (size_t)st.st_size;
  *data = "";
  if (*size) {
    void *map = mmap(NULL, *size, PROT_READ, MAP_PRIVATE, fd, 0);
    *data = map == MAP_FAILED ? NULL : map;
  }
  (void)close(fd);
  return *data ? SV_OK : sv_fail(err, SV_IO, "cannot read %s/%s: %s", folder, name, sv_why(errno));
}

enum sv_status sv_recording_read(const char *dir, struct sv_recording *out, struct sv_error *err)
{
  const char *index = NULL;
  size_t size = 0;
  char name[512];
  *out = (struct sv_recording){ 0 };
  const int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0)
    return sv_fail(err, SV_INVALID, "cannot open the recording %s: %s", dir, sv_why(errno));
  (void)snprintf(name, sizeof name, "%s/%s", dir, SV_INDEX_NAME);
  enum sv_status status = map_file(fd, dir, SV_BODIES_NAME, &out->bodies, &out->bodies_size, err);
  if (status == SV_OK)
    status = map_file(fd, dir, SV_INDEX_NAME, &index, &size, err);
  (void)close(fd);
  out->mapped = status == SV_OK || out->bodies_size > 0;
  if (status == SV_OK)
    status = sv_recording_parse(index, size, name, out, err);
  if (index && size)
    (void)munmap((void *)(uintptr_t)index, size);
  if (status != SV_OK)
    sv_recording_free(out);
  return status;
}

void sv_recording_free(struct sv_recording *r)
{
  if (r->mapped && r->bodies_size)
    (void)munmap((void *)(uintptr_t)r->bodies, r->bodies_size);
  free(r->exchanges);
  free(r->documents);
  free(r->uses);
  sv_arena_free(&r->arena);
  *r = (struct sv_recording){ 0 };
}
