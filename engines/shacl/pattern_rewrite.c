// SPDX-License-Identifier: Apache-2.0
/* Patterns of XPath 3.1 5.6 in the words of ECMA-262. What XPath does not know but other engines
 * do (lookahead, \b, \/) is left as it is: shapes in the wild use it. */
#include "engines/base/ascii.h"
#include "engines/base/utf8.h"
#include "engines/shacl/pattern.h"

#include <string.h>

/* What stands in a class for the escapes that mean something else in ECMA-262, or nothing. */
static const struct {
  char letter;
  const char *members;
} classes[] = {
  { 'd', "\\p{Nd}" },
  { 'D', "\\P{Nd}" },
  { 'w', "\\p{L}\\p{M}\\p{N}\\p{S}" },
  { 'W', "\\p{P}\\p{Z}\\p{C}" },
  { 's', "\\x20\\t\\n\\r" },
  { 'S', "\\0-\\x08\\x0B\\x0C\\x0E-\\x1F\\x21-\\u{10FFFF}" },
  { 'i', ":A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D"
         "\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD"
         "\\u{10000}-\\u{EFFFF}" },
  { 'c', "\\-.0-9\\xB7\\u0300-\\u036F\\u203F\\u2040"
         ":A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D"
         "\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD"
         "\\u{10000}-\\u{EFFFF}" },
};

struct rewrite {
  struct shacl_flags flags;
  bool in_class;
  struct sv_buf *out;
};

static const char *members_of(char letter)
{
  for (size_t i = 0; i < sizeof classes / sizeof classes[0]; i++)
    if (classes[i].letter == letter)
      return classes[i].members;
  return NULL;
}

/* \C after a backslash; how many bytes it took. */
static size_t escape(struct rewrite *r, const char *p, const char *end)
{
  const char *members = p < end ? members_of(*p) : NULL;
  if (p == end) {
    (void)sv_buf_addc(r->out, '\\');
    return 0;
  }
  if (members) {
    (void)sv_buf_addf(r->out, r->in_class ? "%s" : "[%s]", members);
  } else if (!r->in_class && (*p == 'I' || *p == 'C')) {
    (void)sv_buf_addf(r->out, "[^%s]", members_of(*p == 'I' ? 'i' : 'c'));
  } else if (*p == '-' && !r->in_class) {
    (void)sv_buf_addc(r->out, '-'); /* ECMA-262 escapes it only in a class */
  } else {
    (void)sv_buf_addc(r->out, '\\');
    (void)sv_buf_addc(r->out, *p);
  }
  return 1;
}

static void plain(struct rewrite *r, char c)
{
  const char *say = NULL;
  if (r->in_class) {
    r->in_class = c != ']';
  } else if (c == '[') {
    r->in_class = true;
  } else if (c == '.') {
    say = r->flags.dot_all ? "[^]" : "[^\\n\\r]";
  } else if (c == '^' && r->flags.multi_line) {
    say = "(?:^|(?<=\\n))";
  } else if (c == '$' && r->flags.multi_line) {
    say = "(?:$|(?=\\n))";
  } else if (r->flags.extended && (c == ' ' || c == '\t' || c == '\n' || c == '\r')) {
    say = "";
  }
  if (say)
    (void)sv_buf_adds(r->out, say);
  else
    (void)sv_buf_addc(r->out, c);
}

enum sv_status shacl_pattern_rewrite(const char *text, size_t size, struct shacl_flags flags,
                                     struct sv_buf *out)
{
  struct rewrite r = { .flags = flags, .out = out };
  const char *end = text + size;
  for (const char *p = text; p < end; p++) {
    if (flags.literal) {
      if (strchr("\\^$.|?*+()[]{}/", *p) && *p)
        (void)sv_buf_addc(out, '\\');
      (void)sv_buf_addc(out, *p);
    } else if (*p == '\\') {
      p += escape(&r, p + 1, end);
    } else {
      const bool class_opens = !r.in_class && *p == '[';
      plain(&r, *p);
      if (class_opens && p + 1 < end && p[1] == '^')
        (void)sv_buf_addc(out, *++p);
    }
  }
  return out->failed;
}
