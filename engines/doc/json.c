// SPDX-License-Identifier: Apache-2.0
/* The JSON reader: RFC 8259 to the letter, in one pass without recursion. */
#include "engines/base/ascii.h"
#include "engines/base/utf8.h"
#include "engines/doc/json.h"

#include <string.h>

static const char *skip(const char *p, const char *end)
{
  while (p < end && (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t'))
    p++;
  return p;
}

static const char *literal(struct sv_json *j, const char *p, enum sv_doc_type type)
{
  static const char *const words[] = { "null", "false", "true" };
  const size_t size = type == SV_DOC_FALSE ? 5 : 4;
  if ((size_t)(j->end - p) < size || memcmp(p, words[type], size) != 0)
    return sv_json_value_fault(j, p);
  if (p + size < j->end && (sv_is_alnum(p[size]) || p[size] == '_'))
    return sv_json_value_fault(j, p);
  struct sv_tape_node *n = sv_build_node(j->build);
  if (!n)
    return NULL;
  n->head = type;
  n->offset = (uint32_t)(p - j->start);
  n->integer = 0;
  return p + size;
}

/* Closes the innermost container as often as the text does; returns where the next value begins. */
static const char *after_value(struct sv_json *j, const char *p);

/* From where a name is due to just past its colon. */
static const char *name(struct sv_json *j, const char *p)
{
  p = skip(p, j->end);
  if (p == j->end || *p != '"')
    return sv_json_name_fault(j, p);
  p = sv_json_string(j, p, true);
  if (!p)
    return NULL;
  p = skip(p, j->end);
  if (p == j->end || *p != ':')
    return sv_json_fault(j, p == j->end ? SV_JSON_OBJECT_END : SV_JSON_COLON, p);
  return p + 1;
}

static const char *open(struct sv_json *j, const char *p, enum sv_doc_type type)
{
  if (!sv_build_open(j->build, type, (size_t)(p - j->start)))
    return NULL;
  p = skip(p + 1, j->end);
  if (p < j->end && *p == (type == SV_DOC_OBJECT ? '}' : ']'))
    return sv_build_close(j->build) ? after_value(j, p + 1) : NULL;
  return type == SV_DOC_OBJECT ? name(j, p) : p;
}

static const char *after_value(struct sv_json *j, const char *p)
{
  struct sv_build *const b = j->build;
  for (;;) {
    p = skip(p, j->end);
    if (b->depth == 0) {
      j->done = true;
      return p == j->end ? p : sv_json_fault(j, SV_JSON_EXTRA, p);
    }
    b->open[b->depth].count++;
    const bool in_object = sv_build_in_object(b);
    if (p == j->end)
      return sv_json_fault(j, in_object ? SV_JSON_OBJECT_END : SV_JSON_ARRAY_END, p);
    if (*p == ',') {
      const char *const comma = p;
      p = skip(p + 1, j->end);
      if (p < j->end && *p == (in_object ? '}' : ']'))
        return sv_json_fault(j, SV_JSON_TRAILING_COMMA, comma);
      return in_object ? name(j, p) : p;
    }
    if (*p != (in_object ? '}' : ']'))
      return sv_json_fault(j, in_object ? SV_JSON_OBJECT_NEXT : SV_JSON_ARRAY_NEXT, p);
    if (!sv_build_close(b))
      return NULL;
    p++;
  }
}

static const char *value(struct sv_json *j, const char *p)
{
  p = skip(p, j->end);
  if (p == j->end)
    return sv_json_value_fault(j, p);
  switch (*p) {
  case '"':
    p = sv_json_string(j, p, false);
    break;
  case '{':
    return open(j, p, SV_DOC_OBJECT);
  case '[':
    return open(j, p, SV_DOC_ARRAY);
  case 'n':
    p = literal(j, p, SV_DOC_NULL);
    break;
  case 't':
    p = literal(j, p, SV_DOC_TRUE);
    break;
  case 'f':
    p = literal(j, p, SV_DOC_FALSE);
    break;
  default:
    p = *p == '-' || sv_is_digit(*p) ? sv_json_number(j, p) : sv_json_value_fault(j, p);
  }
  return p ? after_value(j, p) : NULL;
}

bool sv_json_read(struct sv_build *b)
{
  struct sv_doc *d = b->doc;
  struct sv_json j = { .build = b, .start = d->source, .end = d->source + d->size };
  const char *p = skip(j.start + d->begin, j.end);
  if (p == j.end)
    return sv_json_fault(&j, SV_JSON_EMPTY, p);
  while (p && !j.done)
    p = value(&j, p);
  return p != NULL;
}
