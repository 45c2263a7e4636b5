// SPDX-License-Identifier: Apache-2.0
/* Parsing of queries, segments and selectors: RFC 9535 sections 2.1 to 2.5. */
#include "engines/base/ascii.h"
#include "engines/base/utf8.h"
#include "engines/doc/build.h"
#include "engines/doc/path_tree.h"

#include <stdlib.h>
#include <string.h>

#define EXACT_MAX 9007199254740991ull /* 2.1: integers within I-JSON's range */

void *sv_path_fault(struct sv_path_parser *s, const char *message)
{
  if (s->status == SV_OK) {
    s->status = SV_INVALID;
    (void)sv_fail_at(s->err, SV_INVALID, NULL, 1,
                     sv_utf8_length(s->begin, (size_t)(s->p - s->begin)) + 1, "%s", message);
  }
  return NULL;
}

void *sv_path_new(struct sv_path_parser *s, size_t size)
{
  void *data = sv_arena_calloc(&s->path->arena, 1, size);
  if (!data && s->status == SV_OK)
    s->status = sv_fail(s->err, SV_NO_MEMORY, "There is not enough memory for this JSONPath.");
  return data;
}

void sv_path_skip(struct sv_path_parser *s)
{
  while (s->p < s->end && (*s->p == ' ' || *s->p == '\t' || *s->p == '\n' || *s->p == '\r'))
    s->p++;
}

bool sv_path_take(struct sv_path_parser *s, const char *text)
{
  const size_t size = strlen(text);
  if ((size_t)(s->end - s->p) < size || memcmp(s->p, text, size) != 0)
    return false;
  s->p += size;
  return true;
}

static int hex4(const struct sv_path_parser *s)
{
  int code = 0;
  for (int i = 0; i < 4; i++) {
    const int digit = s->p + i < s->end ? sv_hex((unsigned char)s->p[i]) : -1;
    if (digit < 0)
      return -1;
    code = code * 16 + digit;
  }
  return code;
}

/* XXXX, and \uXXXX after the first half of a pair; the parser stands behind \u. */
static bool unicode(struct sv_path_parser *s, char **out)
{
  const int first = hex4(s);
  if (first < 0 || (first >= 0xDC00 && first <= 0xDFFF))
    return sv_path_fault(s, N_("This is no Unicode escape that stands for a character."));
  uint32_t code = (uint32_t)first;
  s->p += 4;
  if (code >= 0xD800 && code <= 0xDBFF) {
    const int second = sv_path_take(s, "\\u") ? hex4(s) : -1;
    if (second < 0xDC00 || second > 0xDFFF)
      return sv_path_fault(s, N_("This is no Unicode escape that stands for a character."));
    code = 0x10000 + ((code & 0x3FF) << 10) + ((uint32_t)second & 0x3FF);
    s->p += 4;
  }
  *out += sv_utf8_encode(code, *out);
  return true;
}

static bool escape(struct sv_path_parser *s, char quote, char **out)
{
  static const char from[] = "bfnrt/\\";
  static const char to[] = "\b\f\n\r\t/\\";
  if (sv_path_take(s, "u"))
    return unicode(s, out);
  const char *hit = s->p < s->end ? memchr(from, *s->p, sizeof from - 1) : NULL;
  if (!hit && !(s->p < s->end && *s->p == quote))
    return sv_path_fault(s, N_("This is no escape that JSONPath knows."));
  *(*out)++ = hit ? to[hit - from] : quote;
  s->p++;
  return true;
}

bool sv_path_string(struct sv_path_parser *s, const char **text, size_t *size)
{
  const char quote = *s->p++;
  char *const begin = sv_path_new(s, (size_t)(s->end - s->p) + 1);
  char *out = begin;
  if (!begin)
    return false;
  while (s->p < s->end && *s->p != quote) {
    if ((unsigned char)*s->p < 0x20)
      return sv_path_fault(s, N_("A control character must be written as an escape."));
    if (*s->p != '\\') {
      *out++ = *s->p++;
      continue;
    }
    s->p++;
    if (!escape(s, quote, &out))
      return false;
  }
  if (s->p == s->end)
    return sv_path_fault(s, N_("The closing quote is missing."));
  s->p++;
  *text = begin;
  *size = (size_t)(out - begin);
  return true;
}

static bool starts_integer(const struct sv_path_parser *s)
{
  return s->p < s->end && (*s->p == '-' || sv_is_digit(*s->p));
}

static bool integer(struct sv_path_parser *s, int64_t *out)
{
  const bool negative = sv_path_take(s, "-");
  const char *const begin = s->p;
  unsigned long long value = 0;
  while (s->p < s->end && sv_is_digit(*s->p))
    s->p++;
  const size_t size = (size_t)(s->p - begin);
  if (size == 0 || (*begin == '0' && (size > 1 || negative)))
    return sv_path_fault(s, N_("A whole number without extra zeros was expected here."));
  if (!sv_parse_uint(begin, size, EXACT_MAX, &value))
    return sv_path_fault(s, N_("This number is too big for an index."));
  *out = negative ? -(int64_t)value : (int64_t)value;
  return true;
}

/* What follows an optional start: a slice when a colon comes, else an index. */
static bool index_or_slice(struct sv_path_parser *s, struct sv_path_selector *sel)
{
  sel->kind = SV_PATH_INDEX;
  sel->step = 1;
  sel->has_start = starts_integer(s);
  if (sel->has_start && !integer(s, &sel->start))
    return false;
  const char *const after = s->p;
  sv_path_skip(s);
  if (!sv_path_take(s, ":")) {
    s->p = after;
    return sel->has_start || sv_path_fault(s, N_("A name, index, slice, * or filter was expected "
                                                 "here."));
  }
  sel->kind = SV_PATH_SLICE;
  sv_path_skip(s);
  sel->has_end = starts_integer(s);
  if (sel->has_end && !integer(s, &sel->end))
    return false;
  sv_path_skip(s);
  if (!sv_path_take(s, ":"))
    return true;
  sv_path_skip(s);
  return !starts_integer(s) || integer(s, &sel->step);
}

static bool selector(struct sv_path_parser *s, struct sv_path_selector *sel, int depth)
{
  if (sv_path_take(s, "*")) {
    sel->kind = SV_PATH_WILDCARD;
    return true;
  }
  if (s->p < s->end && (*s->p == '"' || *s->p == '\'')) {
    sel->kind = SV_PATH_NAME;
    if (!sv_path_string(s, &sel->name, &sel->size))
      return false;
    sel->hash = sv_tape_hash(sel->name, sel->size);
    return true;
  }
  if (sv_path_take(s, "?")) {
    sel->kind = SV_PATH_FILTER;
    sv_path_skip(s);
    sel->filter = sv_path_logical(s, depth + 1);
    return sel->filter != NULL;
  }
  return index_or_slice(s, sel);
}

static bool bracketed(struct sv_path_parser *s, struct sv_path_segment *seg, int depth)
{
  struct sv_path_selector **last = &seg->selectors;
  do {
    sv_path_skip(s);
    *last = sv_path_new(s, sizeof **last);
    if (!*last || !selector(s, *last, depth))
      return false;
    last = &(*last)->next;
    sv_path_skip(s);
  } while (sv_path_take(s, ","));
  return sv_path_take(s, "]") || sv_path_fault(s, N_("A comma or ] was expected here."));
}

/* A name without quotes (section 2.5.1.1). */
static bool shorthand(struct sv_path_parser *s, struct sv_path_selector *sel)
{
  const char *const begin = s->p;
  while (s->p < s->end) {
    const unsigned char c = (unsigned char)*s->p;
    if (!(sv_is_alpha(c) || c == '_' || c >= 0x80 || (sv_is_digit(c) && s->p > begin)))
      break;
    s->p++;
  }
  if (s->p == begin)
    return sv_path_fault(s, N_("A name or * was expected after the dot."));
  sel->kind = SV_PATH_NAME;
  sel->size = (size_t)(s->p - begin);
  sel->name = sv_arena_copy(&s->path->arena, begin, sel->size);
  sel->hash = sv_tape_hash(begin, sel->size);
  if (!sel->name)
    s->status = sv_fail(s->err, SV_NO_MEMORY, "There is not enough memory for this JSONPath.");
  return sel->name != NULL;
}

static bool segment(struct sv_path_parser *s, struct sv_path_segment *seg, int depth)
{
  if (sv_path_take(s, "["))
    return bracketed(s, seg, depth);
  seg->descendant = sv_path_take(s, "..");
  if (!seg->descendant)
    s->p++;
  else if (sv_path_take(s, "["))
    return bracketed(s, seg, depth);
  seg->selectors = sv_path_new(s, sizeof *seg->selectors);
  if (!seg->selectors)
    return false;
  if (sv_path_take(s, "*")) {
    seg->selectors->kind = SV_PATH_WILDCARD;
    return true;
  }
  return shorthand(s, seg->selectors);
}

static bool is_singular(const struct sv_path_segment *seg)
{
  const struct sv_path_selector *sel = seg->selectors;
  return !seg->descendant && !sel->next &&
         (sel->kind == SV_PATH_NAME || sel->kind == SV_PATH_INDEX);
}

bool sv_path_segments(struct sv_path_parser *s, struct sv_path_query *q, int depth)
{
  struct sv_path_segment **last = &q->segments;
  q->singular = true;
  for (int count = 0;; count++) {
    const char *const before = s->p;
    sv_path_skip(s);
    if (s->p == s->end || (*s->p != '.' && *s->p != '[')) {
      s->p = before;
      return true;
    }
    if (count == SV_PATH_SEGMENTS_MAX)
      return sv_path_fault(s, N_("This JSONPath has too many segments."));
    *last = sv_path_new(s, sizeof **last);
    if (!*last || !segment(s, *last, depth))
      return false;
    q->singular = q->singular && is_singular(*last);
    last = &(*last)->next;
  }
}

enum sv_status sv_path_compile(const char *text, size_t size, struct sv_path **out,
                               struct sv_error *err)
{
  *out = NULL;
  struct sv_path *path = calloc(1, sizeof *path);
  if (!path)
    return sv_fail(err, SV_NO_MEMORY, "There is not enough memory for this JSONPath.");
  path->arena = SV_ARENA((size_t)64 << 20);
  struct sv_path_parser s = {
    .path = path, .begin = text, .p = text, .end = text + size, .err = err
  };
  const size_t good = sv_utf8_check(text, size);
  if (good < size) {
    s.p = text + good;
    sv_path_fault(&s, N_("The bytes here are not UTF-8."));
  } else if (!sv_path_take(&s, "$")) {
    sv_path_fault(&s, N_("A JSONPath begins with $."));
  } else if (sv_path_segments(&s, &path->query, 0) && s.p < s.end) {
    sv_path_fault(&s, N_("Nothing was expected here; a segment begins with a dot or a bracket."));
  }
  path->query.absolute = true;
  if (s.status != SV_OK) {
    sv_path_free(path);
    return s.status;
  }
  *out = path;
  return SV_OK;
}

void sv_path_free(struct sv_path *p)
{
  if (!p)
    return;
  sv_arena_free(&p->arena);
  free(p);
}
