// SPDX-License-Identifier: Apache-2.0
/* Patterns without the flag u, which forgives more than our engine, and perhaps with i, which our
 * engine has not: they are written anew. */
#include "engines/regex/loose.h"

#include "engines/base/ascii.h"
#include "engines/base/lang.h"
#include "engines/base/utf8.h"

#include <string.h>

#ifndef N_
#define N_(text) text
#endif

#define PATTERN_MAX ((size_t)256 << 10)

struct rewrite {
  const char *p, *end;
  struct sv_buf out;
  bool fold; /* either case */
};

/* The same letter in the other case, 0: none. ASCII and Latin-1, which is what names hold. */
static uint32_t other_case(uint32_t c)
{
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
    return c ^ 32;
  if (((c >= 0xC0 && c <= 0xDE) || (c >= 0xE0 && c <= 0xFE)) && c != 0xD7 && c != 0xF7)
    return c ^ 32;
  return 0;
}

static void put(struct rewrite *r, uint32_t code)
{
  char bytes[4];
  (void)sv_buf_add(&r->out, bytes, sv_utf8_encode(code, bytes));
}

/* A character that stands for itself. */
static void letter(struct rewrite *r, uint32_t code, bool in_class)
{
  const uint32_t other = r->fold ? other_case(code) : 0;
  if (other && !in_class)
    (void)sv_buf_addc(&r->out, '[');
  put(r, code);
  if (other)
    put(r, other);
  if (other && !in_class)
    (void)sv_buf_addc(&r->out, ']');
}

static void copy(struct rewrite *r, size_t n)
{
  (void)sv_buf_add(&r->out, r->p, n);
  r->p += n;
}

static bool has_hex(const struct rewrite *r, size_t from, size_t count)
{
  if ((size_t)(r->end - r->p) < from + count)
    return false;
  for (size_t i = from; i < from + count; i++)
    if (sv_hex((unsigned char)r->p[i]) < 0)
      return false;
  return true;
}

/* How long the escape at P is when the u flag knows it too, 0: it only stands for a letter. */
static size_t known_escape(const struct rewrite *r, bool in_class)
{
  const char c = r->p[1];
  const char *const close = memchr(r->p, '}', (size_t)(r->end - r->p));
  if (strchr("^$\\.*+?()[]{}|/", c) || strchr("dDwWsSbBfnrtv0123456789", c) ||
      (c == '-' && in_class))
    return 2;
  if (c == 'x')
    return has_hex(r, 2, 2) ? 4 : 0;
  if (c == 'u' && has_hex(r, 2, 4))
    return 6;
  if ((c == 'u' || c == 'p' || c == 'P') && r->end - r->p > 2 && r->p[2] == '{' && close)
    return (size_t)(close - r->p) + 1;
  if (c == 'c')
    return r->end - r->p > 2 && sv_is_alpha(r->p[2]) ? 3 : 0;
  const char *const angle = memchr(r->p, '>', (size_t)(r->end - r->p));
  return c == 'k' && r->p[2] == '<' && angle ? (size_t)(angle - r->p) + 1 : 0;
}

static void escape(struct rewrite *r, bool in_class)
{
  if (r->end - r->p < 2) {
    copy(r, 1); /* a lone backslash at the end stays a fault */
    return;
  }
  const size_t known = known_escape(r, in_class);
  uint32_t code;
  if (known > 0) {
    copy(r, known);
    return;
  }
  r->p++;
  const size_t n = sv_utf8_decode(r->p, r->end, &code);
  if (n == 0) {
    copy(r, 1);
    return;
  }
  letter(r, code, in_class);
  r->p += n;
}

/* A range of a class beside which the other case of its letters is put. */
static void range(struct rewrite *r, uint32_t from, uint32_t to)
{
  put(r, from);
  (void)sv_buf_addc(&r->out, '-');
  put(r, to);
  static const uint32_t bounds[][2] = {
    { 'a', 'z' }, { 'A', 'Z' }, { 0xE0, 0xFE }, { 0xC0, 0xDE }
  };
  for (size_t i = 0; r->fold && i < sizeof bounds / sizeof bounds[0]; i++) {
    const uint32_t low = from > bounds[i][0] ? from : bounds[i][0];
    const uint32_t high = to < bounds[i][1] ? to : bounds[i][1];
    if (low > high)
      continue;
    put(r, low ^ 32);
    (void)sv_buf_addc(&r->out, '-');
    put(r, high ^ 32);
  }
}

/* [...]; the class ends where the pattern does when it has no end, and is a fault then. */
static void class(struct rewrite *r)
{
  copy(r, 1);
  if (r->p < r->end && *r->p == '^')
    copy(r, 1);
  while (r->p < r->end && *r->p != ']') {
    uint32_t from, to;
    if (*r->p == '\\') {
      escape(r, true);
      continue;
    }
    const size_t n = sv_utf8_decode(r->p, r->end, &from);
    if (n == 0) {
      copy(r, 1);
      continue;
    }
    const char *const dash = r->p + n;
    const size_t m = r->end - dash > 1 && *dash == '-' && dash[1] != ']' && dash[1] != '\\'
                         ? sv_utf8_decode(dash + 1, r->end, &to)
                         : 0;
    if (m > 0)
      range(r, from, to);
    else
      letter(r, from, true);
    r->p += m > 0 ? n + 1 + m : n;
  }
  if (r->p < r->end)
    copy(r, 1);
}

/* {2}, {2,} or {2,3}: its length, 0 when the brace stands for itself. */
static size_t quantifier(const struct rewrite *r)
{
  const char *p = r->p + 1;
  const char *const digits = p;
  while (p < r->end && sv_is_digit(*p))
    p++;
  if (p == digits)
    return 0;
  if (p < r->end && *p == ',')
    p++;
  while (p < r->end && sv_is_digit(*p))
    p++;
  return p < r->end && *p == '}' ? (size_t)(p - r->p) + 1 : 0;
}

/* A parenthesis with what makes it special; the name of a group is no letter to fold. */
static void group(struct rewrite *r)
{
  copy(r, 1);
  if (r->p == r->end || *r->p != '?')
    return;
  copy(r, 1);
  if (r->p == r->end || *r->p != '<')
    return;
  copy(r, 1);
  if (r->p < r->end && (*r->p == '=' || *r->p == '!'))
    return;
  while (r->p < r->end && *r->p != '>')
    copy(r, 1);
}

static void atom(struct rewrite *r)
{
  uint32_t code;
  const size_t n = sv_utf8_decode(r->p, r->end, &code);
  if (n == 0) {
    copy(r, 1);
    return;
  }
  letter(r, code, false);
  r->p += n;
}

static void rewrite(struct rewrite *r)
{
  while (r->p < r->end && r->out.failed == SV_OK) {
    const size_t braces = *r->p == '{' ? quantifier(r) : 0;
    if (*r->p == '\\')
      escape(r, false);
    else if (*r->p == '[')
      class(r);
    else if (*r->p == '(')
      group(r);
    else if (braces > 0)
      copy(r, braces);
    else if (*r->p == '{' || *r->p == '}' || *r->p == ']')
      (void)sv_buf_addf(&r->out, "\\%c", *r->p++);
    else if (strchr("^$.*+?|)", *r->p))
      copy(r, 1);
    else
      atom(r);
  }
}

static enum sv_status read_flags(const char *flags, size_t size, bool *fold, struct sv_error *err)
{
  *fold = false;
  for (size_t i = 0; i < size; i++) {
    if (!strchr("dgiu", flags[i]))
      return sv_fail(err, SV_INVALID,
                     N_("the flag '%c' of a pattern is not known here; d, g, i and u are"),
                     sv_is_alpha(flags[i]) ? flags[i] : '?');
    *fold = *fold || flags[i] == 'i';
  }
  return SV_OK;
}

enum sv_status sv_regex_compile_loose(const char *text, size_t size, const char *flags,
                                      size_t flags_size, struct sv_regex **out,
                                      struct sv_error *err)
{
  struct rewrite r = { .p = text, .end = text + size, .out = SV_BUF(PATTERN_MAX) };
  *out = NULL;
  SV_TRY(read_flags(flags, flags_size, &r.fold, err));
  if (!r.fold) {
    struct sv_error ignored = { .column = 0 };
    const enum sv_status status = sv_regex_compile(text, size, out, &ignored);
    if (status != SV_INVALID)
      return status;
  }
  rewrite(&r);
  enum sv_status status = r.out.failed;
  if (status == SV_OK)
    status = sv_regex_compile(sv_buf_text(&r.out), r.out.size, out, err);
  else
    (void)sv_fail_limit(err, "pattern-bytes", N_("a pattern is larger than the limit allows"));
  sv_buf_free(&r.out);
  return status;
}

enum sv_status sv_regex_loosen(const char *text, size_t size, struct sv_buf *out)
{
  struct rewrite r = { .p = text, .end = text + size, .out = SV_BUF(PATTERN_MAX) };
  rewrite(&r);
  if (r.out.failed == SV_OK)
    (void)sv_buf_add(out, sv_buf_text(&r.out), r.out.size);
  const enum sv_status status = r.out.failed ? r.out.failed : out->failed;
  sv_buf_free(&r.out);
  return status;
}

enum sv_status sv_regex_compile_literal(const char *text, size_t size, struct sv_regex **out,
                                        struct sv_error *err)
{
  const char *const last = size > 1 && *text == '/' ? memrchr(text + 1, '/', size - 1) : NULL;
  if (!last)
    return sv_regex_compile_loose(text, size, "", 0, out, err);
  for (const char *p = last + 1; p < text + size; p++)
    if (!sv_is_alpha(*p))
      return sv_regex_compile_loose(text, size, "", 0, out, err);
  return sv_regex_compile_loose(text + 1, (size_t)(last - text - 1), last + 1,
                                (size_t)(text + size - last - 1), out, err);
}
