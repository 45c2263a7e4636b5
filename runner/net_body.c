// SPDX-License-Identifier: Apache-2.0
/* gzip (RFC 1952), member after member, by zlib. */
#include "runner/net_body.h"

#include <samsvar/plugin.h>

#include <zlib.h>

enum { STEP = 64 << 10 };

static uint32_t says(const char **detail, const char *text, uint32_t marks)
{
  *detail = text;
  return marks;
}

struct measure {
  size_t wire, most;
};

/* Takes in what inflate() gave; the marks of the limit that was passed, or 0. */
static uint32_t take(struct sv_buf *out, const unsigned char *bytes, size_t size, struct measure m,
                     const char **detail)
{
  if (out->size + size > m.most)
    return says(detail,
                m.most == SV_DOCUMENT_MAX ? "The document is longer than 64 MiB when decoded."
                                          : "The body is longer than 20 MiB when decoded.",
                SV_MARK_LIMITED);
  if (out->size + size > SV_BODY_RATIO_FROM && (out->size + size) / SV_BODY_RATIO_MAX > m.wire)
    return says(detail, "The body grows more than a hundred times when decoded.", SV_MARK_LIMITED);
  if (sv_buf_add(out, bytes, size) != SV_OK)
    return says(detail, "There is not enough memory to decode the body.", SV_MARK_LIMITED);
  return 0;
}

static uint32_t run(z_stream *z, struct measure m, struct sv_buf *out, const char **detail)
{
  unsigned char bytes[STEP];
  for (;;) {
    z->next_out = bytes;
    z->avail_out = sizeof bytes;
    const int result = inflate(z, Z_NO_FLUSH);
    const uint32_t marks = take(out, bytes, sizeof bytes - z->avail_out, m, detail);
    if (marks)
      return marks;
    if (result == Z_STREAM_END) {
      if (z->avail_in == 0)
        return 0;
      if (inflateReset(z) != Z_OK)
        return says(detail, "There is not enough memory to decode the body.", SV_MARK_LIMITED);
      continue;
    }
    if (result == Z_BUF_ERROR || (result == Z_OK && z->avail_in == 0 && z->avail_out > 0))
      return says(detail, "The gzip coding of the body is cut off.", SV_MARK_TRUNCATED);
    if (result != Z_OK)
      return says(detail, "The body says it is gzip and is not, or not to its end.",
                  SV_MARK_AMBIGUOUS);
  }
}

uint32_t sv_body_gunzip(const char *data, size_t size, size_t most, struct sv_buf *out,
                        const char **detail)
{
  z_stream z = { .next_in = (Bytef *)(uintptr_t)data, .avail_in = (uInt)size };
  if (size == 0)
    return 0; /* RFC 9110 8.4 has no coding of nothing; an empty body is empty */
  if (inflateInit2(&z, 15 + 16) != Z_OK)
    return says(detail, "There is not enough memory to decode the body.", SV_MARK_LIMITED);
  const uint32_t marks = run(&z, (struct measure){ size, most }, out, detail);
  (void)inflateEnd(&z);
  return marks;
}
