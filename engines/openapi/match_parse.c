// SPDX-License-Identifier: Apache-2.0
/* Parsing of the paths of rule sets: segments and selectors. */
#include "engines/openapi/match_tree.h"

#include "engines/base/ascii.h"
#include "engines/base/lang.h"
#include "engines/base/utf8.h"
#include "engines/doc/tape.h"

#include <string.h>

#define INDEX_MAX 9007199254740991ull

void *sv_match_fault(struct sv_match_parser *s, const char *message)
{
  if (s->status == SV_OK)
    s->status =
        sv_fail_at(s->err, SV_INVALID, NULL, 0,
                   sv_utf8_length(s->begin, (size_t)(s->p - s->begin)) + 1, "%s", sv_tr(message));
  return NULL;
}

void *sv_match_new(struct sv_match_parser *s, size_t size)
{
  void *data = sv_arena_calloc(s->arena, 1, size);
  if (!data && s->status == SV_OK)
    s->status = SV_NO_MEMORY;
  return data;
}

void sv_match_skip(struct sv_match_parser *s)
{
  while (s->p < s->end && sv_is_space(*s->p))
    s->p++;
}

bool sv_match_take(struct sv_match_parser *s, const char *text)
{
  const size_t size = strlen(text);
  if ((size_t)(s->end - s->p) < size || memcmp(s->p, text, size) != 0)
    return false;
  s->p += size;
  return true;
}

/* \uXXXX, a pair as well; the parser stands behind \u. */
static bool unicode(struct sv_match_parser *s, char **out)
{
  uint32_t code = 0;
  for (int half = 0; half < 2; half++) {
    uint32_t unit = 0;
    for (int i = 0; i < 4; i++, s->p++) {
      const int digit = s->p < s->end ? sv_hex((unsigned char)*s->p) : -1;
      if (digit < 0)
        return sv_match_fault(s, N_("this escape has not four hexadecimal digits"));
      unit = unit * 16 + (uint32_t)digit;
    }
    code = half ? 0x10000 + ((code & 0x3FF) << 10) + (unit & 0x3FF) : unit;
    if (half || unit < 0xD800 || unit > 0xDBFF)
      break;
    if (!sv_match_take(s, "\\u"))
      return sv_match_fault(s, N_("this escape is half of a pair"));
  }
  const size_t size = sv_utf8_encode(code, *out);
  *out += size;
  return size > 0 || sv_match_fault(s, N_("this escape stands for no character"));
}

bool sv_match_string(struct sv_match_parser *s, const char **text, size_t *size)
{
  static const char from[] = "bfnrtv0";
  static const char to[] = "\b\f\n\r\t\v";
  const char quote = *s->p++;
  char *const begin = sv_match_new(s, (size_t)(s->end - s->p) + 1);
  char *out = begin;
  while (begin && s->p < s->end && *s->p != quote) {
    if (*s->p != '\\' || s->p + 1 == s->end) {
      *out++ = *s->p++;
      continue;
    }
    s->p++;
    const char c = *s->p++;
    const char *hit = memchr(from, c, sizeof from - 1);
    if (c == 'u' && !unicode(s, &out))
      return false;
    if (c != 'u')
      *out++ = hit ? to[hit - from] : c;
  }
  if (!begin)
    return false;
  if (s->p == s->end)
    return sv_match_fault(s, N_("the closing quote is missing"));
  s->p++;
  *text = begin;
  *size = (size_t)(out - begin);
  return true;
}

size_t sv_match_word(const struct sv_match_parser *s)
{
  size_t n = 0;
  while (s->p + n < s->end) {
    const unsigned char c = (unsigned char)s->p[n];
    if (!sv_is_alnum(c) && c < 0x80 && !strchr("_-$#", c))
      break;
    n++;
  }
  return n;
}

static void name(struct sv_match_selector *sel, const char *text, size_t size)
{
  sel->kind = SV_SELECT_NAME;
  sel->name = text;
  sel->size = size;
  sel->hash = sv_tape_hash(text, size);
  unsigned long long index;
  sel->is_index = size <= 10 && sv_parse_uint(text, size, UINT32_MAX, &index);
  sel->start = sel->is_index ? (int64_t)index : 0;
}

static bool integer(struct sv_match_parser *s, bool *found, int64_t *out)
{
  const char *const before = s->p;
  const bool negative = sv_match_take(s, "-");
  size_t n = 0;
  while (s->p + n < s->end && sv_is_digit(s->p[n]))
    n++;
  unsigned long long value = 0;
  *found = n > 0;
  if (n == 0) {
    s->p = before;
    return true;
  }
  if (!sv_parse_uint(s->p, n, INDEX_MAX, &value))
    return sv_match_fault(s, N_("this number is too big for an index"));
  s->p += n;
  *out = negative ? -(int64_t)value : (int64_t)value;
  return true;
}

/* [start:end:step] */
static bool slice(struct sv_match_parser *s, struct sv_match_selector *sel)
{
  bool has_step = false;
  sel->kind = SV_SELECT_SLICE;
  sel->step = 1;
  if (!integer(s, &sel->has_start, &sel->start) ||
      !(sv_match_take(s, ":") || sv_match_fault(s, N_("a colon was expected here"))) ||
      !integer(s, &sel->has_end, &sel->end))
    return false;
  if (!sv_match_take(s, ":"))
    return true;
  return integer(s, &has_step, &sel->step) && (sel->step > 0 || sv_match_fault(s, N_("the step of "
                                                                                     "a slice must "
                                                                                     "be above "
                                                                                     "zero")));
}

/* [(@.length-N)] */
static bool last(struct sv_match_parser *s, struct sv_match_selector *sel)
{
  bool found = false;
  sel->kind = SV_SELECT_LAST;
  sv_match_skip(s);
  if (!sv_match_take(s, "@.length"))
    return sv_match_fault(s, N_("of expressions in brackets only (@.length-N) is known here"));
  sv_match_skip(s);
  if (!sv_match_take(s, "-"))
    return sv_match_fault(s, N_("of expressions in brackets only (@.length-N) is known here"));
  sv_match_skip(s);
  if (!integer(s, &found, &sel->start) || !found || sel->start < 1)
    return sv_match_fault(s, N_("of expressions in brackets only (@.length-N) is known here"));
  sv_match_skip(s);
  return sv_match_take(s, ")") || sv_match_fault(s, N_("a closing parenthesis is missing"));
}

static bool filter(struct sv_match_parser *s, struct sv_match_selector *sel, int depth)
{
  sel->kind = SV_SELECT_FILTER;
  sel->filter = sv_match_expr(s, depth + 1);
  return sel->filter != NULL;
}

/* A name without quotes, up to a comma or the bracket; or an index or a slice. */
static bool bare(struct sv_match_parser *s, struct sv_match_selector *sel)
{
  const char *const begin = s->p;
  size_t n = 0;
  bool has_colon = false;
  while (begin + n < s->end && !strchr(",]'\"[()?*^~@ \t\r\n", begin[n]))
    has_colon |= begin[n++] == ':';
  if (has_colon)
    return slice(s, sel);
  if (n == 0)
    return sv_match_fault(s, N_("a name, an index, * or a filter was expected here"));
  if (*begin == '-' && n > 1 && sv_is_digit(begin[1])) {
    bool found;
    sel->kind = SV_SELECT_LAST;
    if (!integer(s, &found, &sel->start))
      return false;
    sel->start = -sel->start;
    return true;
  }
  name(sel, begin, n);
  s->p += n;
  return true;
}

static bool selector(struct sv_match_parser *s, struct sv_match_selector *sel, int depth)
{
  if (sv_match_take(s, "*")) {
    sel->kind = SV_SELECT_ALL;
    return true;
  }
  if (s->p < s->end && (*s->p == '"' || *s->p == '\'')) {
    const char *text;
    size_t size;
    if (!sv_match_string(s, &text, &size))
      return false;
    name(sel, text, size);
    return true;
  }
  if (sv_match_take(s, "?")) {
    sv_match_skip(s);
    return filter(s, sel, depth);
  }
  return sv_match_take(s, "(") ? last(s, sel) : bare(s, sel);
}

static bool bracketed(struct sv_match_parser *s, struct sv_match_segment *seg, int depth)
{
  struct sv_match_selector **end = &seg->selectors;
  do {
    sv_match_skip(s);
    *end = sv_match_new(s, sizeof **end);
    if (!*end || !selector(s, *end, depth))
      return false;
    end = &(*end)->next;
    sv_match_skip(s);
  } while (sv_match_take(s, ","));
  return sv_match_take(s, "]") || sv_match_fault(s, N_("a comma or ] was expected here"));
}

/* What follows a dot or two. */
static bool dotted(struct sv_match_parser *s, struct sv_match_segment *seg, int depth)
{
  if (sv_match_take(s, "["))
    return bracketed(s, seg, depth);
  if (s->p < s->end && *s->p == '@')
    return sv_match_fault(s, N_("types of values are known in filters only, as in "
                                "[?(@string())]"));
  if (s->p < s->end && *s->p == '`')
    return sv_match_fault(s, N_("escapes with a grave accent are not known; write the name in "
                                "brackets and quotes"));
  seg->selectors = sv_match_new(s, sizeof *seg->selectors);
  if (!seg->selectors)
    return false;
  if (sv_match_take(s, "*")) {
    seg->selectors->kind = SV_SELECT_ALL;
    return true;
  }
  const size_t n = sv_match_word(s);
  if (n == 0)
    return sv_match_fault(s, N_("a name or * was expected after the dot"));
  name(seg->selectors, s->p, n);
  s->p += n;
  return true;
}

bool sv_match_segment(struct sv_match_parser *s, struct sv_match_segment *seg, int depth)
{
  if (sv_match_take(s, "^")) {
    seg->kind = SV_SEGMENT_PARENT;
    return true;
  }
  if (sv_match_take(s, "~")) {
    seg->kind = SV_SEGMENT_NAME;
    return true;
  }
  if (sv_match_take(s, "["))
    return bracketed(s, seg, depth);
  if (sv_match_take(s, "..")) {
    seg->kind = SV_SEGMENT_DESCENDANT;
    return dotted(s, seg, depth);
  }
  (void)sv_match_take(s, ".");
  return dotted(s, seg, depth);
}

bool sv_match_segments(struct sv_match_parser *s, struct sv_match_segment **out, int depth)
{
  for (int count = 0; s->p < s->end && strchr(".[^~", *s->p); count++) {
    if (count == SV_MATCH_SEGMENTS_MAX)
      return sv_match_fault(s, N_("the path has too many segments"));
    *out = sv_match_new(s, sizeof **out);
    if (!*out || !sv_match_segment(s, *out, depth))
      return false;
    out = &(*out)->next;
  }
  return true;
}

enum sv_status sv_match_compile(struct sv_arena *a, const char *text, size_t size,
                                struct sv_match_path **out, struct sv_error *err)
{
  struct sv_match_parser s = {
    .arena = a, .begin = text, .p = text, .end = text + size, .err = err
  };
  *out = NULL;
  struct sv_match_path *path = sv_match_new(&s, sizeof *path);
  s.path = path;
  if (path && sv_utf8_check(text, size) < size)
    sv_match_fault(&s, N_("the bytes of the path are not UTF-8"));
  else if (path && !sv_match_take(&s, "$"))
    sv_match_fault(&s, N_("a path begins with $"));
  else if (path && sv_match_segments(&s, &path->segments, 0) && s.p < s.end)
    sv_match_fault(&s, N_("a segment begins with a dot or a bracket"));
  if (s.status != SV_OK) {
    sv_match_path_free(path);
    return s.status;
  }
  *out = path;
  return SV_OK;
}

void sv_match_path_free(struct sv_match_path *p)
{
  for (struct sv_match_pattern *i = p ? p->patterns : NULL; i; i = i->next)
    sv_regex_free(i->regex);
  if (p)
    p->patterns = NULL;
}
