// SPDX-License-Identifier: Apache-2.0
/* Strings of JSON. Most hold no escape and stay where they are in the source; the rest is rewritten
 * into the pool. Bytes are checked to be UTF-8 on the way. */
#include "engines/base/ascii.h"
#include "engines/base/utf8.h"
#include "engines/doc/json.h"

#include <endian.h>
#include <string.h>

static const struct sv_doc_finding lone_surrogate = {
  .kind = SV_DOC_LONE_SURROGATE,
  .is_error = true,
  .rule = "lone-surrogate",
  .msgid = N_("The escape {found} is half of a surrogate pair and stands for no character; write "
              "both halves or the character itself."),
};

#define ONES 0x0101010101010101ull
#define HIGHS 0x8080808080808080ull

/* Has the high bit set in the first byte of W that ends a run of plain ASCII (quote, backslash,
 * control or not ASCII); bits above that one mean nothing. */
static inline uint64_t stops(uint64_t w)
{
  const uint64_t quote = w ^ (ONES * '"');
  const uint64_t slash = w ^ (ONES * '\\');
  return ((quote - ONES) | (slash - ONES) | (w - ONES * 0x20) | w) & HIGHS;
}

/* The first byte from P on that is not plain, counting characters of more bytes as plain; *ASCII
 * becomes false when there was one. Bytes that are not UTF-8 stop it too. */
static inline const char *plain(const char *p, const char *end, bool *ascii)
{
  for (;;) {
    while (end - p >= 8) {
      uint64_t word;
      memcpy(&word, p, 8);
      const uint64_t stop = stops(le64toh(word));
      if (stop) {
        p += __builtin_ctzll(stop) >> 3;
        break;
      }
      p += 8;
    }
    if (p == end)
      return p;
    const unsigned char c = (unsigned char)*p;
    if (c < 0x80) {
      if (c == '"' || c == '\\' || c < 0x20)
        return p;
      p++;
      continue;
    }
    uint32_t code;
    const size_t n = sv_utf8_decode(p, end, &code);
    if (n == 0)
      return p;
    *ascii = false;
    p += n;
  }
}

/* The four hexadecimal digits at P, or -1. */
static int hex4(const char *p, const char *end)
{
  if (end - p < 4)
    return -1;
  int code = 0;
  for (int i = 0; i < 4; i++) {
    const int digit = sv_hex((unsigned char)p[i]);
    if (digit < 0)
      return -1;
    code = code * 16 + digit;
  }
  return code;
}

static bool tell_surrogate(struct sv_json *j, const char *escape)
{
  struct sv_doc_finding f = lone_surrogate;
  f.offset = (size_t)(escape - j->start);
  sv_finding_place(&f, "found", escape, 6);
  return sv_build_finding(j->build, &f);
}

/* \uXXXX, with its second half, from the backslash at P into OUT. */
static const char *unicode_escape(struct sv_json *j, const char *p, char **out)
{
  const int first = hex4(p + 2, j->end);
  if (first < 0)
    return sv_json_fault(j, SV_JSON_UNICODE_ESCAPE, p);
  uint32_t code = (uint32_t)first;
  size_t used = 6;
  if (code >= 0xD800 && code <= 0xDFFF) {
    const int second =
        code < 0xDC00 && j->end - p >= 12 && p[6] == '\\' && p[7] == 'u' ? hex4(p + 8, j->end) : -1;
    if (second >= 0xDC00 && second <= 0xDFFF) {
      code = 0x10000 + ((code & 0x3FF) << 10) + ((uint32_t)second & 0x3FF);
      used = 12;
    } else {
      if (!tell_surrogate(j, p))
        return NULL;
      code = 0xFFFD;
    }
  }
  *out += sv_utf8_encode(code, *out);
  return p + used;
}

static const char *escape(struct sv_json *j, const char *p, char **out)
{
  static const char from[] = "\"\\/bfnrt";
  static const char to[] = "\"\\/\b\f\n\r\t";
  if (p + 1 == j->end)
    return sv_json_fault(j, SV_JSON_STRING_END, p + 1);
  if (p[1] == 'u')
    return unicode_escape(j, p, out);
  const char *hit = memchr(from, p[1], sizeof from - 1);
  if (!hit)
    return sv_json_fault(j, SV_JSON_ESCAPE, p + 1);
  *(*out)++ = to[hit - from];
  return p + 2;
}

/* What stopped the plain bytes at P and is neither quote nor backslash. */
static const char *stopped(struct sv_json *j, const char *p)
{
  if (p == j->end)
    return sv_json_fault(j, SV_JSON_STRING_END, p);
  return sv_json_fault(j, (unsigned char)*p < 0x20 ? SV_JSON_CONTROL : SV_JSON_UTF8, p);
}

/* The end of a string that begins at P and has an escape at STOP: its closing quote, or END. */
static const char *find_end(const char *stop, const char *end)
{
  while (stop < end && *stop != '"')
    stop += *stop == '\\' && end - stop > 1 ? 2 : 1;
  return stop;
}

/* Rewrites the string from P (past its quote) into the pool; STOP is its first backslash. */
static const char *rewrite(struct sv_json *j, const char *p, const char *stop, bool *ascii,
                           size_t *size)
{
  char *const begin = sv_build_pool(j->build, (size_t)(find_end(stop, j->end) - p));
  if (!begin)
    return NULL;
  char *out = begin;
  for (;;) {
    memcpy(out, p, (size_t)(stop - p));
    out += stop - p;
    p = stop;
    if (p == j->end || (*p != '"' && *p != '\\'))
      return stopped(j, p);
    if (*p == '"')
      break;
    const char *const before = out;
    p = escape(j, p, &out);
    if (!p)
      return NULL;
    if (out - before > 1)
      *ascii = false;
    stop = plain(p, j->end, ascii);
  }
  *size = (size_t)(out - begin);
  return p;
}

const char *sv_json_string(struct sv_json *j, const char *p, bool is_name)
{
  struct sv_build *const b = j->build;
  struct sv_tape_node *n = sv_build_node(b);
  if (!n)
    return NULL;
  n->offset = (uint32_t)(p - j->start);
  const char *const begin = p + 1;
  bool ascii = true;
  const char *stop = plain(begin, j->end, &ascii);
  size_t size = (size_t)(stop - begin);
  uint32_t flags = 0;
  n->lo = (uint32_t)(begin - j->start);
  if (stop == j->end || *stop != '"') {
    if (stop == j->end || *stop != '\\')
      return stopped(j, stop);
    n->lo = (uint32_t)b->pool_size;
    flags = SV_TAPE_POOL;
    stop = rewrite(j, begin, stop, &ascii, &size);
    if (!stop)
      return NULL;
    b->pool_size += size;
  }
  if (ascii)
    flags |= SV_TAPE_ASCII;
  if (size > SV_TAPE_SIZE_MAX) {
    n->head = SV_DOC_STRING | flags | SV_TAPE_LONG;
    n->hi = (uint32_t)size;
  } else {
    n->head = SV_DOC_STRING | flags | (uint32_t)size << 8;
    n->hi = 0;
  }
  if (is_name && !sv_build_name(b, n))
    return NULL;
  return stop + 1;
}
