// SPDX-License-Identifier: Apache-2.0
/* base64url and base64. */
#include "engines/jose/base64url.h"

#include <string.h>

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

static void encode(const void *data, size_t size, const char *last, struct sv_buf *out)
{
  const unsigned char *p = data;
  unsigned held = 0;
  unsigned bits = 0;
  for (size_t i = 0; i < size; i++) {
    bits = (bits << 8 | p[i]) & 0xffffu;
    for (held += 8; held >= 6; held -= 6) {
      const unsigned v = bits >> (held - 6) & 63u;
      sv_buf_addc(out, v < 62 ? letters[v] : last[v - 62]);
    }
  }
  if (held) {
    const unsigned v = bits << (6 - held) & 63u;
    sv_buf_addc(out, v < 62 ? letters[v] : last[v - 62]);
  }
}

enum sv_status sv_base64url_encode(const void *data, size_t size, struct sv_buf *out)
{
  encode(data, size, "-_", out);
  return out->failed;
}

enum sv_status sv_base64_encode(const void *data, size_t size, struct sv_buf *out)
{
  encode(data, size, "+/", out);
  for (size_t i = size % 3; i > 0 && i < 3; i++)
    sv_buf_addc(out, '=');
  return out->failed;
}

static enum sv_status decode(const char *text, size_t size, const char *last, struct sv_buf *out)
{
  unsigned held = 0;
  unsigned bits = 0;
  if (size % 4 == 1)
    return SV_INVALID;
  for (size_t i = 0; i < size; i++) {
    const char *at = text[i] ? strchr(letters, text[i]) : NULL;
    unsigned v = at ? (unsigned)(at - letters) : 64;
    if (text[i] == last[0] || text[i] == last[1])
      v = text[i] == last[0] ? 62 : 63;
    if (v > 63)
      return SV_INVALID;
    bits = (bits << 6 | v) & 0xffffu;
    held += 6;
    if (held >= 8) {
      held -= 8;
      sv_buf_addc(out, (char)(unsigned char)(bits >> held & 0xffu));
    }
  }
  return out->failed;
}

enum sv_status sv_base64url_decode(const char *text, size_t size, struct sv_buf *out)
{
  return decode(text, size, "-_", out);
}

enum sv_status sv_base64_decode(const char *text, size_t size, struct sv_buf *out)
{
  if (size == 0 || size % 4 != 0)
    return SV_INVALID;
  for (size_t i = 0; i < 2 && text[size - 1] == '='; i++)
    size--;
  return decode(text, size, "+/", out);
}
