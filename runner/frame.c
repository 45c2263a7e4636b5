// SPDX-License-Identifier: Apache-2.0
/* Writing and reading frames. Numbers are little endian; a string is its length plus one (0: NULL),
 * its bytes and a NUL; bytes are their length, themselves and a NUL. */
#include "runner/frame.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

enum { HEAD = 5, READ_LEAST = 64 << 10, KEEP_ROOM = 1 << 20 };

static void put_u32(char *out, uint32_t v)
{
  for (int i = 0; i < 4; i++)
    out[i] = (char)(unsigned char)(v >> (8 * i));
}

static uint32_t get_u32(const char *p)
{
  uint32_t v = 0;
  for (int i = 0; i < 4; i++)
    v |= (uint32_t)(unsigned char)p[i] << (8 * i);
  return v;
}

size_t sv_frame_begin(struct sv_buf *b, uint8_t type)
{
  const size_t begin = b->size;
  const char head[HEAD] = { 0, 0, 0, 0, (char)type };
  (void)sv_buf_add(b, head,
                   sizeof head); /* a failure stays in the buffer and shows in sv_frame_end() */
  return begin;
}

enum sv_status sv_frame_end_with(struct sv_buf *b, size_t begin, size_t more)
{
  if (b->failed)
    return b->failed;
  const size_t size = b->size - begin - 4 + more;
  if (size > SV_FRAME_MAX)
    return SV_LIMIT;
  put_u32(b->data + begin, (uint32_t)size);
  return SV_OK;
}

enum sv_status sv_frame_end(struct sv_buf *b, size_t begin)
{
  return sv_frame_end_with(b, begin, 0);
}

void sv_pack_u32(struct sv_buf *b, uint32_t v)
{
  char bytes[4];
  put_u32(bytes, v);
  (void)sv_buf_add(b, bytes, sizeof bytes);
}

void sv_pack_u64(struct sv_buf *b, uint64_t v)
{
  char bytes[8];
  put_u32(bytes, (uint32_t)v);
  put_u32(bytes + 4, (uint32_t)(v >> 32));
  (void)sv_buf_add(b, bytes, sizeof bytes);
}

void sv_pack_i64(struct sv_buf *b, int64_t v)
{
  sv_pack_u64(b, (uint64_t)v);
}

/* A size that does not fit makes the buffer fail: nothing is ever cut in silence. */
static void pack_sized(struct sv_buf *b, uint32_t written, const void *data, size_t size)
{
  if (size > SV_FRAME_MAX) {
    (void)sv_buf_reserve(b, b->limit + 1);
    return;
  }
  sv_pack_u32(b, written);
  (void)sv_buf_add(b, data, size);
  (void)sv_buf_addc(b, '\0');
}

void sv_pack_string(struct sv_buf *b, const char *s)
{
  if (!s) {
    sv_pack_u32(b, 0);
    return;
  }
  const size_t size = strlen(s);
  pack_sized(b, (uint32_t)size + 1, s, size);
}

void sv_pack_bytes(struct sv_buf *b, const void *data, size_t size)
{
  pack_sized(b, (uint32_t)size, data, size);
}

/* The next SIZE bytes, or NULL and the fault remembered. */
static const char *take(struct sv_unpack *u, size_t size)
{
  if (u->failed || (size_t)(u->end - u->p) < size) {
    u->failed = true;
    return NULL;
  }
  const char *p = u->p;
  u->p += size;
  return p;
}

uint32_t sv_unpack_u32(struct sv_unpack *u)
{
  const char *p = take(u, 4);
  return p ? get_u32(p) : 0;
}

uint64_t sv_unpack_u64(struct sv_unpack *u)
{
  const char *p = take(u, 8);
  return p ? get_u32(p) | (uint64_t)get_u32(p + 4) << 32 : 0;
}

int64_t sv_unpack_i64(struct sv_unpack *u)
{
  return (int64_t)sv_unpack_u64(u);
}

/* SIZE bytes and the NUL that must follow them. */
static const char *take_closed(struct sv_unpack *u, size_t size)
{
  const char *p = take(u, size + 1);
  if (p && p[size] != '\0') {
    u->failed = true;
    return NULL;
  }
  return p;
}

const char *sv_unpack_string(struct sv_unpack *u)
{
  const uint32_t written = sv_unpack_u32(u);
  if (written == 0)
    return NULL;
  const size_t size = written - 1;
  const char *p = take_closed(u, size);
  if (p && memchr(p, '\0', size)) {
    u->failed = true;
    return NULL;
  }
  return p;
}

const void *sv_unpack_bytes(struct sv_unpack *u, size_t *size)
{
  *size = sv_unpack_u32(u);
  const char *p = take_closed(u, *size);
  if (!p)
    *size = 0;
  return p;
}

bool sv_unpack_ok(const struct sv_unpack *u)
{
  return !u->failed && u->p == u->end;
}

/* Moves what is left to the front, so that the buffer holds no more than one frame and what came
 * with it. */
static void compact(struct sv_frames *f)
{
  if (f->taken == 0)
    return;
  if (f->taken < f->in.size)
    memmove(f->in.data, f->in.data + f->taken, f->in.size - f->taken);
  sv_buf_cut(&f->in, f->in.size - f->taken);
  f->taken = 0;
}

/* How much to ask for: the rest of a frame that has begun, at least READ_LEAST. */
static size_t wanted(const struct sv_frames *f)
{
  if (f->in.size < 4)
    return READ_LEAST;
  const size_t whole = (size_t)get_u32(f->in.data) + 4;
  const size_t rest = whole > f->in.size ? whole - f->in.size : 0;
  return rest > READ_LEAST && whole <= (size_t)SV_FRAME_MAX + 4 ? rest : READ_LEAST;
}

enum sv_status sv_frames_fill(struct sv_frames *f, int fd)
{
  if (!f->in.limit)
    f->in.limit = (size_t)SV_FRAME_MAX + 4 + READ_LEAST;
  compact(f);
  if (f->in.limit - f->in.size < READ_LEAST)
    return SV_OK;
  const size_t most = wanted(f);
  SV_TRY(sv_buf_reserve(&f->in, most));
  ssize_t got;
  do
    got = read(fd, f->in.data + f->in.size, most);
  while (got < 0 && errno == EINTR);
  if (got < 0)
    return errno == EAGAIN || errno == EWOULDBLOCK ? SV_OK
           : errno == ECONNRESET                   ? SV_NOT_FOUND
                                                   : SV_IO;
  if (got == 0)
    return SV_NOT_FOUND;
  f->in.size += (size_t)got;
  f->in.data[f->in.size] = '\0';
  return SV_OK;
}

bool sv_frames_next(struct sv_frames *f, uint8_t *type, struct sv_unpack *u, bool *broken)
{
  const size_t left = f->in.size - f->taken;
  if (left < HEAD)
    return false;
  const char *p = f->in.data + f->taken;
  const size_t size = get_u32(p);
  if (size < 1 || size > SV_FRAME_MAX) {
    *broken = true;
    return false;
  }
  if (left - 4 < size)
    return false;
  *type = (uint8_t)p[4];
  *u = (struct sv_unpack){ .p = p + HEAD, .end = p + 4 + size };
  f->taken += 4 + size;
  return true;
}

void sv_frames_trim(struct sv_frames *f)
{
  if (f->taken == f->in.size && f->in.room > KEEP_ROOM)
    sv_frames_free(f);
}

void sv_frames_free(struct sv_frames *f)
{
  sv_buf_free(&f->in);
  *f = (struct sv_frames){ 0 };
}

enum sv_status sv_frames_write(int fd, const void *data, size_t size)
{
  const char *p = data;
  while (size) {
    const ssize_t n = write(fd, p, size);
    if (n > 0) {
      p += n;
      size -= (size_t)n;
      continue;
    }
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
      struct pollfd wait = { .fd = fd, .events = POLLOUT };
      if (poll(&wait, 1, -1) >= 0 || errno == EINTR)
        continue;
    }
    return SV_IO;
  }
  return SV_OK;
}
