// SPDX-License-Identifier: Apache-2.0
/* Decoding by the table of RFC 3629 section 4. */
#include "engines/base/utf8.h"

#include <string.h>

static bool is_tail(const char *p)
{
  return ((unsigned char)*p & 0xC0) == 0x80;
}

static uint32_t tail(const char *p)
{
  return (unsigned char)*p & 0x3Fu;
}

static size_t decode3(const char *p, const char *end, uint32_t *code)
{
  const unsigned char c = (unsigned char)p[0];
  if (end - p < 3 || !is_tail(p + 1) || !is_tail(p + 2))
    return 0;
  *code = (uint32_t)(c & 0x0F) << 12 | tail(p + 1) << 6 | tail(p + 2);
  return *code < 0x800 || (*code >= 0xD800 && *code <= 0xDFFF) ? 0 : 3;
}

static size_t decode4(const char *p, const char *end, uint32_t *code)
{
  const unsigned char c = (unsigned char)p[0];
  if (end - p < 4 || !is_tail(p + 1) || !is_tail(p + 2) || !is_tail(p + 3))
    return 0;
  *code = (uint32_t)(c & 0x07) << 18 | tail(p + 1) << 12 | tail(p + 2) << 6 | tail(p + 3);
  return *code < 0x10000 || *code > 0x10FFFF ? 0 : 4;
}

size_t sv_utf8_decode(const char *p, const char *end, uint32_t *code)
{
  if (p >= end)
    return 0;
  const unsigned char c = (unsigned char)*p;
  if (c < 0x80) {
    *code = c;
    return 1;
  }
  if (c >= 0xC2 && c <= 0xDF) {
    if (end - p < 2 || !is_tail(p + 1))
      return 0;
    *code = (uint32_t)(c & 0x1F) << 6 | tail(p + 1);
    return 2;
  }
  if (c >= 0xE0 && c <= 0xEF)
    return decode3(p, end, code);
  if (c >= 0xF0 && c <= 0xF4)
    return decode4(p, end, code);
  return 0;
}

size_t sv_utf8_encode(uint32_t code, char *out)
{
  if (code < 0x80) {
    out[0] = (char)code;
    return 1;
  }
  if (code < 0x800) {
    out[0] = (char)(0xC0 | code >> 6);
    out[1] = (char)(0x80 | (code & 0x3F));
    return 2;
  }
  if (code < 0x10000) {
    if (code >= 0xD800 && code <= 0xDFFF)
      return 0;
    out[0] = (char)(0xE0 | code >> 12);
    out[1] = (char)(0x80 | (code >> 6 & 0x3F));
    out[2] = (char)(0x80 | (code & 0x3F));
    return 3;
  }
  if (code > 0x10FFFF)
    return 0;
  out[0] = (char)(0xF0 | code >> 18);
  out[1] = (char)(0x80 | (code >> 12 & 0x3F));
  out[2] = (char)(0x80 | (code >> 6 & 0x3F));
  out[3] = (char)(0x80 | (code & 0x3F));
  return 4;
}

size_t sv_utf8_check(const char *text, size_t size)
{
  const char *p = text;
  const char *const end = text + size;
  while (p < end) {
    uint64_t word;
    if (end - p >= 8 && (memcpy(&word, p, 8), (word & 0x8080808080808080ull) == 0)) {
      p += 8;
      continue;
    }
    uint32_t code;
    const size_t n = sv_utf8_decode(p, end, &code);
    if (n == 0)
      return (size_t)(p - text);
    p += n;
  }
  return size;
}

size_t sv_utf8_length(const char *text, size_t size)
{
  size_t length = 0;
  const char *p = text;
  const char *const end = text + size;
  while (p < end) {
    uint32_t code;
    const size_t n = sv_utf8_decode(p, end, &code);
    p += n ? n : 1;
    length++;
  }
  return length;
}

size_t sv_utf8_skip(const char *text, size_t size, size_t count)
{
  size_t at = 0;
  uint32_t code = 0;
  for (; count > 0 && at < size; count--) {
    const size_t step = sv_utf8_decode(text + at, text + size, &code);
    at += step ? step : 1;
  }
  return at;
}
