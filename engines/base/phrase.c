// SPDX-License-Identifier: Apache-2.0
/* Matching templates against sentences, and filling others with what was found. */
#include "engines/base/phrase.h"

#include "engines/base/ascii.h"

#include <stdint.h>
#include <string.h>

/* One place of a template: where it begins and ends, its name, or its number for printf's. */
struct place {
  const char *begin, *end;
  const char *name;
  size_t name_size;
  size_t number; /* from 1; 0: the next one */
};

static bool is_name(int c)
{
  return (c >= 'a' && c <= 'z') || c == '_';
}

static bool named_at(const char *p, struct place *out)
{
  const char *end = p + 1;
  while (is_name((unsigned char)*end))
    end++;
  if (*p != '{' || *end != '}' || end == p + 1)
    return false;
  *out = (struct place){ p, end + 1, p + 1, (size_t)(end - p) - 1, 0 };
  return true;
}

/* %s %d %u %x, with "2$", a width or precision in digits or "*", and h, l, ll or z. */
static bool format_at(const char *p, struct place *out)
{
  size_t number = 0;
  if (*p != '%')
    return false;
  const char *end = p + 1;
  if (sv_is_digit(end[0]) && end[1] == '$') {
    number = (size_t)(end[0] - '0');
    end += 2;
  }
  end += strspn(end, ".0123456789*");
  end += strspn(end, "hlz");
  if (!*end || !strchr("sdux", *end))
    return false;
  *out = (struct place){ p, end + 1, "", 0, number };
  return true;
}

/* The first place of TEMPLATE. */
static bool next_place(const char *template, struct place *out)
{
  for (const char *p = template; *p; p++)
    if (named_at(p, out) || format_at(p, out))
      return true;
  return false;
}

/* Where the value of a place ends: LITERAL of SIZE bytes follows it, at the text's end when LAST.
 */
static const char *end_of_value(const char *text, const char *literal, size_t size, bool last)
{
  const size_t left = strlen(text);
  if (last)
    return left >= size && memcmp(text + left - size, literal, size) == 0 ? text + left - size
                                                                          : NULL;
  for (const char *p = text; (size_t)(p - text) + size <= left; p++)
    if (memcmp(p, literal, size) == 0)
      return p;
  return NULL;
}

static const struct sv_phrase_value *find(const struct sv_phrase *p, const struct place *at)
{
  for (size_t i = 0; at->name_size && i < p->count; i++)
    if (p->values[i].name_size == at->name_size &&
        memcmp(p->values[i].name, at->name, at->name_size) == 0)
      return &p->values[i];
  return NULL;
}

/* Keeps the value of the place AT; a name that came before must have the same value again. */
static bool keep(struct sv_phrase *p, const struct place *at, const char *text, size_t size)
{
  const struct sv_phrase_value *before = find(p, at);
  if (before)
    return before->size == size && memcmp(before->text, text, size) == 0;
  if (p->count == SV_PHRASE_PLACES)
    return false;
  p->values[p->count++] = (struct sv_phrase_value){ at->name, text, at->name_size, size };
  return true;
}

bool sv_phrase_match(const char *pattern, const char *text, struct sv_phrase *out)
{
  struct place at;
  out->count = 0;
  if (!next_place(pattern, &at))
    return strcmp(pattern, text) == 0;
  const size_t before = (size_t)(at.begin - pattern);
  if (strncmp(pattern, text, before) != 0)
    return false;
  text += before;
  for (;;) {
    struct place next;
    const bool more = next_place(at.end, &next);
    const size_t size = more ? (size_t)(next.begin - at.end) : strlen(at.end);
    if (more && size == 0)
      return false;
    const char *end = end_of_value(text, at.end, size, !more);
    if (!end || !keep(out, &at, text, (size_t)(end - text)))
      return false;
    if (!more)
      return true;
    text = end + size;
    at = next;
  }
}

enum sv_status sv_phrase_fill(const char *sentence, const struct sv_phrase *p,
                              enum sv_status (*say)(void *context, const char *text, size_t size,
                                                    struct sv_buf *out),
                              void *context, struct sv_buf *out)
{
  struct place at;
  size_t nth = 0;
  while (next_place(sentence, &at)) {
    const struct sv_phrase_value *v = find(p, &at);
    const size_t number = at.number ? at.number : nth + 1;
    SV_TRY(sv_buf_add(out, sentence, (size_t)(at.begin - sentence)));
    nth += at.name_size == 0;
    if (at.name_size == 0 && number <= p->count)
      v = &p->values[number - 1];
    if (!v)
      SV_TRY(sv_buf_add(out, at.begin, (size_t)(at.end - at.begin)));
    else
      SV_TRY(say ? say(context, v->text, v->size, out) : sv_buf_add(out, v->text, v->size));
    sentence = at.end;
  }
  return sv_buf_adds(out, sentence);
}

size_t sv_phrase_weight(const char *pattern)
{
  struct place at;
  size_t weight = 0;
  for (; next_place(pattern, &at); pattern = at.end)
    weight += (size_t)(at.begin - pattern);
  return weight + strlen(pattern);
}
