// SPDX-License-Identifier: Apache-2.0
/* Names and their ways of writing. */
#include "engines/openapi/casing.h"

#include "engines/base/ascii.h"
#include "engines/base/utf8.h"

#include <string.h>

/* D stands for the digits, when they are allowed. */
static const struct {
  const char *name, *pattern;
} ways[] = {
  [SV_CASE_FLAT] = { "flat", "[a-z][a-zD]*" },
  [SV_CASE_CAMEL] = { "camel", "[a-z][a-zD]*(?:[A-ZD](?:[a-zD]+|$))*" },
  [SV_CASE_PASCAL] = { "pascal", "[A-Z][a-zD]*(?:[A-ZD](?:[a-zD]+|$))*" },
  [SV_CASE_KEBAB] = { "kebab", "[a-z][a-zD]*(?:-[a-zD]+)*" },
  [SV_CASE_COBOL] = { "cobol", "[A-Z][A-ZD]*(?:-[A-ZD]+)*" },
  [SV_CASE_SNAKE] = { "snake", "[a-z][a-zD]*(?:_[a-zD]+)*" },
  [SV_CASE_MACRO] = { "macro", "[A-Z][A-ZD]*(?:_[A-ZD]+)*" },
};

enum sv_casing sv_casing_find(const char *name)
{
  for (int i = 0; i < SV_CASE_NONE; i++)
    if (strcmp(ways[i].name, name) == 0)
      return (enum sv_casing)i;
  return SV_CASE_NONE;
}

const char *sv_casing_name(enum sv_casing casing)
{
  return casing < SV_CASE_NONE ? ways[casing].name : "";
}

static void add_way(const struct sv_casing_options *opt, struct sv_buf *out)
{
  for (const char *p = ways[opt->casing].pattern; *p; p++) {
    if (*p != 'D')
      (void)sv_buf_addc(out, *p);
    else if (!opt->no_digits)
      (void)sv_buf_adds(out, "0-9");
  }
}

static void add_separator(const struct sv_casing_options *opt, struct sv_buf *out)
{
  const bool is_plain = sv_is_alnum((unsigned char)*opt->separator) || *opt->separator == ' ' ||
                        *opt->separator == '_' || (unsigned char)*opt->separator >= 0x80;
  (void)sv_buf_addf(out, is_plain ? "[%s]" : "[\\%s]", opt->separator);
}

enum sv_status sv_casing_pattern(const struct sv_casing_options *opt, struct sv_buf *out)
{
  (void)sv_buf_adds(out, "^");
  if (opt->separator && opt->leads) {
    add_separator(opt, out);
    (void)sv_buf_adds(out, "?");
  }
  add_way(opt, out);
  if (opt->separator) {
    (void)sv_buf_adds(out, "(?:");
    add_separator(opt, out);
    add_way(opt, out);
    (void)sv_buf_adds(out, ")*");
  }
  return sv_buf_adds(out, "$");
}

struct marks {
  bool lower, upper, dash, underscore, other, upper_first;
};

static struct marks look(const char *text, size_t size)
{
  struct marks m = { .lower = false };
  const char *p = text, *end = text + size;
  while (p < end) {
    uint32_t c;
    const size_t n = sv_utf8_decode(p, end, &c);
    const bool upper = (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
    const bool lower = (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0x24F && c != 0xF7);
    if (n == 0) {
      m.other = true;
      return m;
    }
    m.upper_first |= upper && p == text;
    m.upper |= upper;
    m.lower |= lower;
    m.dash |= c == '-';
    m.underscore |= c == '_';
    m.other |= !upper && !lower && c != '-' && c != '_' && !(c >= '0' && c <= '9');
    p += n;
  }
  return m;
}

enum sv_casing sv_casing_of(const char *text, size_t size)
{
  const struct marks m = look(text, size);
  if (m.other || (m.dash && m.underscore))
    return SV_CASE_NONE;
  if (m.dash)
    return m.upper ? (m.lower ? SV_CASE_NONE : SV_CASE_COBOL) : SV_CASE_KEBAB;
  if (m.underscore)
    return m.upper ? (m.lower ? SV_CASE_NONE : SV_CASE_MACRO) : SV_CASE_SNAKE;
  if (!m.upper)
    return SV_CASE_FLAT;
  if (m.upper_first)
    return SV_CASE_PASCAL;
  return SV_CASE_CAMEL;
}
