// SPDX-License-Identifier: Apache-2.0
/* Characters and classes of patterns: escapes, [...] and the sets they make (ECMA-262 22.2.1,
 * ClassRanges). */
#include "engines/regex/node.h"

#include "engines/base/ascii.h"
#include "engines/base/utf8.h"

#include <stdlib.h>
#include <string.h>

#define N_(msgid) msgid

static const struct sv_re_range digits[] = { { '0', '9' } };
static const struct sv_re_range words[] = {
  { '0', '9' }, { 'A', 'Z' }, { '_', '_' }, { 'a', 'z' }
};
/* WhiteSpace and LineTerminator of ECMA-262 12.2 and 12.3, with Zs of Unicode 14. */
static const struct sv_re_range spaces[] = {
  { 0x09, 0x0D },     { 0x20, 0x20 },     { 0xA0, 0xA0 },     { 0x1680, 0x1680 },
  { 0x2000, 0x200A }, { 0x2028, 0x2029 }, { 0x202F, 0x202F }, { 0x205F, 0x205F },
  { 0x3000, 0x3000 }, { 0xFEFF, 0xFEFF },
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

enum sv_status sv_re_set_add(struct sv_arena *a, struct sv_re_set *set, uint32_t lo, uint32_t hi)
{
  if (set->count == set->room) {
    const size_t room = set->room ? set->room * 2 : 4;
    struct sv_re_range *ranges = sv_arena_calloc(a, room, sizeof *ranges);
    if (!ranges)
      return SV_NO_MEMORY;
    if (set->count)
      memcpy(ranges, set->ranges, set->count * sizeof *ranges);
    set->ranges = ranges;
    set->room = room;
  }
  set->ranges[set->count++] = (struct sv_re_range){ lo, hi };
  return SV_OK;
}

static int by_start(const void *a, const void *b)
{
  const uint32_t x = ((const struct sv_re_range *)a)->lo;
  const uint32_t y = ((const struct sv_re_range *)b)->lo;
  return x < y ? -1 : x > y;
}

static void join(struct sv_re_set *set)
{
  if (set->count < 2)
    return;
  qsort(set->ranges, set->count, sizeof *set->ranges, by_start);
  size_t n = 0;
  for (size_t i = 1; i < set->count; i++) {
    const struct sv_re_range r = set->ranges[i];
    if (r.lo <= set->ranges[n].hi + 1) {
      if (r.hi > set->ranges[n].hi)
        set->ranges[n].hi = r.hi;
    } else {
      set->ranges[++n] = r;
    }
  }
  set->count = n + 1;
}

static enum sv_status add_outside(struct sv_arena *a, const struct sv_re_range *ranges,
                                  size_t count, struct sv_re_set *out)
{
  uint32_t from = 0;
  for (size_t i = 0; i < count; i++) {
    if (ranges[i].lo > from)
      SV_TRY(sv_re_set_add(a, out, from, ranges[i].lo - 1));
    from = ranges[i].hi + 1;
  }
  if (from <= SV_RE_CODE_MAX)
    SV_TRY(sv_re_set_add(a, out, from, SV_RE_CODE_MAX));
  return SV_OK;
}

/* UTF-8 holds no surrogates: a set without them matches the same and PCRE2 takes it. */
static enum sv_status drop_surrogates(struct sv_arena *a, struct sv_re_set *set)
{
  const struct sv_re_set old = *set;
  set->ranges = NULL;
  set->count = set->room = 0;
  for (size_t i = 0; i < old.count; i++) {
    const struct sv_re_range r = old.ranges[i];
    if (r.hi < 0xD800 || r.lo > 0xDFFF) {
      SV_TRY(sv_re_set_add(a, set, r.lo, r.hi));
      continue;
    }
    if (r.lo < 0xD800)
      SV_TRY(sv_re_set_add(a, set, r.lo, 0xD7FF));
    if (r.hi > 0xDFFF)
      SV_TRY(sv_re_set_add(a, set, 0xE000, r.hi));
  }
  return SV_OK;
}

enum sv_status sv_re_set_close(struct sv_arena *a, struct sv_re_set *set)
{
  join(set);
  if (set->negated && !set->properties) {
    struct sv_re_set outside = { 0 };
    SV_TRY(add_outside(a, set->ranges, set->count, &outside));
    *set = outside;
  }
  return drop_surrogates(a, set);
}

static enum sv_status hex_digits(struct sv_re_parser *p, int count, uint32_t *code)
{
  const char *at = p->at;
  *code = 0;
  for (int i = 0; i < count; i++, p->at++) {
    const int h = p->at < p->end ? sv_hex(*p->at) : -1;
    if (h < 0)
      return sv_re_fault(p, at, N_("hexadecimal digits are missing here"));
    *code = *code * 16 + (uint32_t)h;
  }
  return SV_OK;
}

static enum sv_status braced(struct sv_re_parser *p, uint32_t *code)
{
  const char *at = p->at;
  *code = 0;
  int n = 0;
  for (; p->at < p->end && sv_hex(*p->at) >= 0; p->at++, n++) {
    *code = *code * 16 + (uint32_t)sv_hex(*p->at);
    if (*code > SV_RE_CODE_MAX)
      return sv_re_fault(p, at, N_("there is no such code point"));
  }
  if (n == 0 || p->at == p->end || *p->at != '}')
    return sv_re_fault(p, at, N_("a code point is written \\u{HEX}"));
  p->at++;
  return SV_OK;
}

enum sv_status sv_re_parse_unicode(struct sv_re_parser *p, uint32_t *code)
{
  if (p->at < p->end && *p->at == '{') {
    p->at++;
    return braced(p, code);
  }
  SV_TRY(hex_digits(p, 4, code));
  const bool lead = *code >= 0xD800 && *code <= 0xDBFF;
  if (!lead || p->end - p->at < 6 || p->at[0] != '\\' || p->at[1] != 'u')
    return SV_OK;
  uint32_t low = 0;
  for (int i = 2; i < 6; i++) {
    const int h = sv_hex(p->at[i]);
    if (h < 0)
      return SV_OK;
    low = low * 16 + (uint32_t)h;
  }
  if (low < 0xDC00 || low > 0xDFFF)
    return SV_OK;
  p->at += 6;
  *code = 0x10000 + ((*code - 0xD800) << 10) + (low - 0xDC00);
  return SV_OK;
}

enum sv_status sv_re_parse_escape(struct sv_re_parser *p, bool in_class, uint32_t *code)
{
  static const char controls[] = "t\tn\nv\vf\fr\r";
  if (p->at == p->end)
    return sv_re_fault(p, p->at - 1, N_("the backslash stands last"));
  const char c = *p->at++;
  for (const char *t = controls; *t; t += 2) {
    if (*t == c) {
      *code = (uint32_t)t[1];
      return SV_OK;
    }
  }
  if (c == 'c' && p->at < p->end && sv_is_alpha(*p->at)) {
    *code = (uint32_t)*p->at++ & 31;
    return SV_OK;
  }
  if (c == '0' && (p->at == p->end || !sv_is_digit(*p->at))) {
    *code = 0;
    return SV_OK;
  }
  if (c == 'x')
    return hex_digits(p, 2, code);
  if (c == 'u')
    return sv_re_parse_unicode(p, code);
  if (in_class && c == 'b') {
    *code = '\b';
    return SV_OK;
  }
  if (c && (strchr("^$\\.*+?()[]{}|/", c) || (in_class && c == '-'))) {
    *code = (uint32_t)c;
    return SV_OK;
  }
  return sv_re_fault(p, p->at - 2, N_("this escape is not ECMA-262"));
}

static enum sv_status property(struct sv_re_parser *p, bool negated, struct sv_re_set *set)
{
  const char *at = p->at - 2;
  const char *close =
      p->at < p->end && *p->at == '{' ? memchr(p->at, '}', (size_t)(p->end - p->at)) : NULL;
  if (!close)
    return sv_re_fault(p, at, N_("a property is written \\p{NAME}"));
  struct sv_re_property found;
  if (!sv_re_property_find(p->at + 1, (size_t)(close - p->at) - 1, &found))
    return sv_re_fault(p, at, N_("ECMA-262 knows no such property"));
  p->at = close + 1;
  const bool ascii = strcmp(found.name, "ASCII") == 0;
  if (ascii || strcmp(found.name, "Any") == 0) {
    const struct sv_re_range range = { 0, ascii ? 0x7F : SV_RE_CODE_MAX };
    return negated ? add_outside(p->arena, &range, 1, set)
                   : sv_re_set_add(p->arena, set, range.lo, range.hi);
  }
  struct sv_re_property *kept = sv_arena_alloc(p->arena, sizeof *kept);
  if (!kept)
    return SV_NO_MEMORY;
  *kept = found;
  kept->negated = found.negated != negated;
  kept->next = set->properties;
  set->properties = kept;
  return SV_OK;
}

static enum sv_status add_table(struct sv_re_parser *p, const struct sv_re_range *table,
                                size_t count, bool negated, struct sv_re_set *set)
{
  if (negated)
    return add_outside(p->arena, table, count, set);
  for (size_t i = 0; i < count; i++)
    SV_TRY(sv_re_set_add(p->arena, set, table[i].lo, table[i].hi));
  return SV_OK;
}

enum sv_status sv_re_parse_class_escape(struct sv_re_parser *p, struct sv_re_set *set, bool *found)
{
  *found = p->at < p->end && *p->at && strchr("dDsSwWpP", *p->at);
  if (!*found)
    return SV_OK;
  const char c = *p->at++;
  const bool negated = c < 'a';
  switch (sv_lower(c)) {
  case 'd':
    return add_table(p, digits, COUNT(digits), negated, set);
  case 's':
    return add_table(p, spaces, COUNT(spaces), negated, set);
  case 'w':
    return add_table(p, words, COUNT(words), negated, set);
  default:
    return property(p, negated, set);
  }
}

/* One member of a class; *WHOLE: it was a set, not a character. */
static enum sv_status class_atom(struct sv_re_parser *p, struct sv_re_set *set, uint32_t *code,
                                 bool *whole)
{
  *whole = false;
  if (p->at == p->end)
    return sv_re_fault(p, p->at, N_("the class has no end"));
  if (*p->at == '\\') {
    p->at++;
    SV_TRY(sv_re_parse_class_escape(p, set, whole));
    return *whole ? SV_OK : sv_re_parse_escape(p, true, code);
  }
  const size_t n = sv_utf8_decode(p->at, p->end, code);
  if (n == 0)
    return sv_re_fault(p, p->at, N_("the pattern is not UTF-8"));
  p->at += n;
  return SV_OK;
}

enum sv_status sv_re_parse_class(struct sv_re_parser *p, struct sv_re_set *set)
{
  const char *open = p->at - 1;
  if (p->at < p->end && *p->at == '^') {
    set->negated = true;
    p->at++;
  }
  while (p->at < p->end && *p->at != ']') {
    const char *at = p->at;
    uint32_t lo = 0, hi = 0;
    bool whole = false, whole_end = false;
    SV_TRY(class_atom(p, set, &lo, &whole));
    const bool range = p->end - p->at >= 2 && p->at[0] == '-' && p->at[1] != ']';
    if (!range) {
      if (!whole)
        SV_TRY(sv_re_set_add(p->arena, set, lo, lo));
      continue;
    }
    p->at++;
    SV_TRY(class_atom(p, set, &hi, &whole_end));
    if (whole || whole_end)
      return sv_re_fault(p, at, N_("a range needs a character at both ends"));
    if (hi < lo)
      return sv_re_fault(p, at, N_("the range's ends stand the wrong way round"));
    SV_TRY(sv_re_set_add(p->arena, set, lo, hi));
  }
  if (p->at == p->end)
    return sv_re_fault(p, open, N_("the class has no end"));
  p->at++;
  return SV_OK;
}
