// SPDX-License-Identifier: Apache-2.0
/* Checks a pattern by the grammar of RFC 9485 while rewriting it for PCRE2 as its section 5.4 says.
 */
#include "engines/doc/iregexp.h"
#include "engines/base/ascii.h"
#include "engines/base/buf.h"
#include "engines/base/utf8.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>

#define DEPTH_MAX 100
#define PATTERN_MAX ((size_t)64 << 10)

struct rewrite {
  const char *p, *end;
  struct sv_buf out;
};

static bool take(struct rewrite *r, char c)
{
  if (r->p == r->end || *r->p != c)
    return false;
  r->p++;
  return true;
}

static void copy(struct rewrite *r, const char *from)
{
  (void)sv_buf_add(&r->out, from, (size_t)(r->p - from));
}

/* p{L}, P{Lu}: the parser stands behind the backslash. */
static bool category(struct rewrite *r)
{
  static const char *const known[] = { "L",  "Ll", "Lm", "Lo", "Lt", "Lu", "M",  "Mc", "Me",
                                       "Mn", "N",  "Nd", "Nl", "No", "P",  "Pc", "Pd", "Pe",
                                       "Pf", "Pi", "Po", "Ps", "Z",  "Zl", "Zp", "Zs", "S",
                                       "Sc", "Sk", "Sm", "So", "C",  "Cc", "Cf", "Cn", "Co" };
  const char *const begin = r->p++;
  if (!take(r, '{'))
    return false;
  const char *const name = r->p;
  while (r->p < r->end && sv_is_alpha(*r->p))
    r->p++;
  const size_t size = (size_t)(r->p - name);
  if (!take(r, '}'))
    return false;
  for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
    if (strlen(known[i]) == size && memcmp(known[i], name, size) == 0) {
      (void)sv_buf_addc(&r->out, '\\');
      copy(r, begin);
      return true;
    }
  return false;
}

/* What follows a backslash that stands for one character. */
static bool single_escape(struct rewrite *r)
{
  if (r->p == r->end || !strchr("()*+-.?[\\]^nrt{|}", *r->p) || *r->p == '\0')
    return false;
  (void)sv_buf_addc(&r->out, '\\');
  (void)sv_buf_addc(&r->out, *r->p++);
  return true;
}

static bool escape(struct rewrite *r)
{
  if (r->p < r->end && (*r->p == 'p' || *r->p == 'P'))
    return category(r);
  return single_escape(r);
}

/* One character of a class: anything but - [ \ ], or an escape. */
static bool class_char(struct rewrite *r)
{
  if (r->p == r->end || *r->p == '-' || *r->p == '[' || *r->p == ']')
    return false;
  if (take(r, '\\'))
    return single_escape(r);
  uint32_t code;
  const char *const begin = r->p;
  r->p += sv_utf8_decode(r->p, r->end, &code);
  if (code == '^')
    (void)sv_buf_addc(&r->out, '\\');
  copy(r, begin);
  return true;
}

static bool class_part(struct rewrite *r)
{
  if (r->end - r->p >= 2 && r->p[0] == '\\' && (r->p[1] == 'p' || r->p[1] == 'P')) {
    r->p++;
    return category(r);
  }
  if (!class_char(r))
    return false;
  if (r->end - r->p >= 2 && *r->p == '-' && r->p[1] != ']') {
    r->p++;
    (void)sv_buf_addc(&r->out, '-');
    return class_char(r);
  }
  return true;
}

/* [ has been taken. */
static bool class(struct rewrite *r)
{
  (void)sv_buf_addc(&r->out, '[');
  if (take(r, '^'))
    (void)sv_buf_addc(&r->out, '^');
  bool any = take(r, '-');
  if (any)
    (void)sv_buf_adds(&r->out, "\\-");
  while (r->p < r->end && *r->p != ']') {
    if (any && *r->p == '-') { /* only as the last one */
      r->p++;
      (void)sv_buf_adds(&r->out, "\\-");
      break;
    }
    if (!class_part(r))
      return false;
    any = true;
  }
  (void)sv_buf_addc(&r->out, ']');
  return any && take(r, ']');
}

static bool quantifier(struct rewrite *r)
{
  const char *const begin = r->p;
  if (r->p == r->end || !strchr("*+?{", *r->p) || *r->p == '\0')
    return true;
  if (*r->p++ != '{') {
    copy(r, begin);
    return true;
  }
  const char *const low = r->p;
  while (r->p < r->end && sv_is_digit(*r->p))
    r->p++;
  if (r->p == low)
    return false;
  if (take(r, ','))
    while (r->p < r->end && sv_is_digit(*r->p))
      r->p++;
  if (!take(r, '}'))
    return false;
  copy(r, begin);
  return true;
}

static bool alternatives(struct rewrite *r, int depth);

static bool atom(struct rewrite *r, int depth)
{
  if (take(r, '(')) {
    (void)sv_buf_adds(&r->out, "(?:");
    if (!alternatives(r, depth + 1) || !take(r, ')'))
      return false;
    (void)sv_buf_addc(&r->out, ')');
    return true;
  }
  if (take(r, '.')) {
    (void)sv_buf_adds(&r->out, "[^\\n\\r]");
    return true;
  }
  if (take(r, '\\'))
    return escape(r);
  if (take(r, '['))
    return class(r);
  if (strchr("*+?]{}", *r->p) && *r->p)
    return false;
  uint32_t code;
  const char *const begin = r->p;
  r->p += sv_utf8_decode(r->p, r->end, &code);
  copy(r, begin);
  return true;
}

static bool alternatives(struct rewrite *r, int depth)
{
  if (depth > DEPTH_MAX)
    return false;
  while (r->p < r->end && *r->p != ')') {
    if (take(r, '|')) {
      (void)sv_buf_addc(&r->out, '|');
      continue;
    }
    if (!atom(r, depth) || !quantifier(r))
      return false;
  }
  return true;
}

static bool rewrite(struct rewrite *r, const char *pattern, size_t size, bool search)
{
  *r = (struct rewrite){ pattern, pattern + size, SV_BUF(size * 8 + 64) };
  if (size > PATTERN_MAX || sv_utf8_check(pattern, size) < size)
    return false;
  (void)sv_buf_adds(&r->out, search ? "(?:" : "\\A(?:");
  if (!alternatives(r, 0) || r->p < r->end)
    return false;
  return sv_buf_adds(&r->out, search ? ")" : ")\\z") == SV_OK;
}

bool sv_iregexp_is_valid(const char *pattern, size_t size)
{
  struct rewrite r;
  const bool valid = rewrite(&r, pattern, size, false);
  sv_buf_free(&r.out);
  return valid;
}

static enum sv_status run(pcre2_code *code, const char *text, size_t size, uint32_t effort,
                          bool *matches)
{
  pcre2_match_context *context = pcre2_match_context_create(NULL);
  pcre2_match_data *data = pcre2_match_data_create(1, NULL);
  enum sv_status status = SV_NO_MEMORY;
  if (context && data) {
    (void)pcre2_set_match_limit(context, effort);
    (void)pcre2_set_heap_limit(context, 16384);
    const int result =
        pcre2_match(code, (PCRE2_SPTR)text, size, 0, PCRE2_NO_UTF_CHECK, data, context);
    *matches = result >= 0;
    status = result >= 0 || result == PCRE2_ERROR_NOMATCH ? SV_OK : SV_LIMIT;
  }
  pcre2_match_data_free(data);
  pcre2_match_context_free(context);
  return status;
}

enum sv_status sv_iregexp_match(const char *pattern, size_t pattern_size, const char *text,
                                size_t size, bool search, uint32_t effort, bool *matches)
{
  *matches = false;
  struct rewrite r;
  if (!rewrite(&r, pattern, pattern_size, search)) {
    const enum sv_status failed = r.out.failed == SV_NO_MEMORY ? SV_NO_MEMORY : SV_OK;
    sv_buf_free(&r.out);
    return pattern_size > PATTERN_MAX ? SV_LIMIT : failed;
  }
  int error;
  PCRE2_SIZE at;
  pcre2_code *code =
      pcre2_compile((PCRE2_SPTR)r.out.data, r.out.size,
                    PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_NO_UTF_CHECK, &error, &at, NULL);
  sv_buf_free(&r.out);
  /* 104: numbers out of order, 108: range out of order: no I-Regexp either. The rest is PCRE2's
   * size. */
  if (!code)
    return error == 104 || error == 108 ? SV_OK : SV_LIMIT;
  const enum sv_status status = run(code, text, size, effort, matches);
  pcre2_code_free(code);
  return status;
}
