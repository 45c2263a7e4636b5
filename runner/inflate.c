// SPDX-License-Identifier: Apache-2.0
/* Undoing gzip with zlib, bounded by size and by ratio. */
#include "runner/inflate.h"

#include "engines/base/ascii.h"

#include <samsvar/helpers.h>

#include <stdlib.h>
#include <zlib.h>

enum { DECODED_MOST = 20 << 20, RATIO_FROM = 1 << 20, RATIO_MOST = 100, STEP = 16 << 10 };

static const char not_whole[] = "the gzip coding of the body ends too early";
static const char not_gzip[] = "the body is not the gzip that Content-Encoding says it is";
static const char too_large[] = "decoded body over 20 MiB";
static const char too_dense[] = "decoded body over 100 times its size on the wire";
static const char behind[] = "bytes stand behind the gzip coding of the body";

struct out {
  char *data;
  size_t size, room;
};

static void grow(struct out *o)
{
  if (o->room - o->size > STEP)
    return;
  o->room = o->room ? o->room * 2 : 4 * STEP;
  char *data = realloc(o->data, o->room);
  if (!data)
    abort(); /* a worker out of memory is lost, and main says so */
  o->data = data;
}

/* The first mark's detail stays: net may have said one already. */
static void mark(struct sv_response *r, uint32_t mark, const char *detail)
{
  r->marks |= mark;
  if (!r->detail)
    r->detail = detail;
}

static bool over(const struct out *o, size_t wire, struct sv_response *r)
{
  const char *why = NULL;
  if (o->size > DECODED_MOST)
    why = too_large;
  else if (o->size > RATIO_FROM && o->size / RATIO_MOST > wire)
    why = too_dense;
  if (!why)
    return false;
  mark(r, SV_MARK_LIMITED, why);
  return true;
}

/* One more member may follow (RFC 1952 2.2). */
static bool next_member(z_stream *z)
{
  return z->avail_in >= 2 && z->next_in[0] == 0x1f && z->next_in[1] == 0x8b &&
         inflateReset(z) == Z_OK;
}

static void run(z_stream *z, struct out *o, struct sv_response *r)
{
  const size_t wire = r->body_size;
  for (;;) {
    grow(o);
    z->next_out = (Bytef *)o->data + o->size;
    z->avail_out = STEP;
    const int status = inflate(z, Z_NO_FLUSH);
    o->size += STEP - z->avail_out;
    if (over(o, wire, r))
      return;
    if (status == Z_STREAM_END) {
      if (z->avail_in == 0)
        return;
      if (next_member(z))
        continue;
      mark(r, SV_MARK_AMBIGUOUS, behind);
      return;
    }
    if (status == Z_OK && (z->avail_in > 0 || z->avail_out == 0))
      continue;
    if (status == Z_DATA_ERROR)
      mark(r, SV_MARK_AMBIGUOUS, not_gzip);
    else
      mark(r, SV_MARK_TRUNCATED, not_whole);
    return;
  }
}

static void undo_gzip(struct sv_response *r, struct sv_arena *a)
{
  z_stream z = { .next_in = (z_const Bytef *)(uintptr_t)r->body, .avail_in = (uInt)r->body_size };
  struct out o = { 0 };
  if (inflateInit2(&z, 15 + 16) != Z_OK)
    abort();
  run(&z, &o, r);
  (void)inflateEnd(&z);
  char *kept = sv_arena_copy(a, o.data, o.size);
  if (!kept)
    abort();
  free(o.data);
  r->body = kept;
  r->body_size = o.size;
}

bool sv_response_decode(struct sv_response *r, struct sv_arena *a)
{
  const char *coding = r->error ? NULL : sv_header(r, "Content-Encoding");
  if (!coding || !r->body || r->status == 204 || r->status == 304 ||
      (r->status >= 100 && r->status < 200))
    return false;
  size_t size = strlen(coding);
  while (size && sv_is_space((unsigned char)coding[size - 1]))
    size--;
  if (size == 0 || sv_equal_nocase_n(coding, size, "identity"))
    return false;
  const bool known =
      sv_equal_nocase_n(coding, size, "gzip") || sv_equal_nocase_n(coding, size, "x-gzip");
  if (known && sv_header_count(r, "Content-Encoding") == 1) {
    undo_gzip(r, a);
    return true;
  }
  mark(r, SV_MARK_LIMITED, "the body has a content coding that was not asked for");
  return false;
}
