// SPDX-License-Identifier: Apache-2.0
/* RFC 5646 2.1, subtag by subtag. */
#include "engines/http/language.h"

#include "engines/base/ascii.h"

#include <string.h>

/* The irregular grandfathered tags; the regular ones fit the grammar of langtag. */
static const char *const irregular[] = {
  "en-GB-oed", "i-ami", "i-bnn",     "i-default", "i-enochian", "i-hak",
  "i-klingon", "i-lux", "i-mingo",   "i-navajo",  "i-pwn",      "i-tao",
  "i-tay",     "i-tsu", "sgn-BE-FR", "sgn-BE-NL", "sgn-CH-DE",
};

enum { SUBTAGS_MAX = 64 };

struct tag {
  struct sv_span part[SUBTAGS_MAX];
  size_t count;
  size_t at;
};

static bool split(const char *text, size_t size, struct tag *t)
{
  const char *start = text;
  for (const char *p = text; p <= text + size; p++) {
    if (p < text + size && *p != '-') {
      if (!sv_is_alnum(*p))
        return false;
      continue;
    }
    const size_t n = (size_t)(p - start);
    if (n == 0 || n > 8 || t->count == SUBTAGS_MAX)
      return false;
    t->part[t->count++] = (struct sv_span){ .data = start, .size = n };
    start = p + 1;
  }
  return true;
}

static bool is_all(struct sv_span s, bool digits)
{
  for (size_t i = 0; i < s.size; i++)
    if (digits ? !sv_is_digit(s.data[i]) : !sv_is_alpha(s.data[i]))
      return false;
  return true;
}

/* Whether the next subtag has LOW to HIGH letters. */
static bool letters(const struct tag *t, size_t low, size_t high)
{
  return t->at < t->count && t->part[t->at].size >= low && t->part[t->at].size <= high &&
         is_all(t->part[t->at], false);
}

static bool is_variant(const struct tag *t)
{
  if (t->at == t->count)
    return false;
  const struct sv_span s = t->part[t->at];
  return s.size >= 5 || (s.size == 4 && sv_is_digit(s.data[0]));
}

static bool equal(struct sv_span a, struct sv_span b)
{
  if (a.size != b.size)
    return false;
  for (size_t i = 0; i < a.size; i++)
    if (sv_lower(a.data[i]) != sv_lower(b.data[i]))
      return false;
  return true;
}

/* language [extlang] [script] [region] */
static bool head(struct tag *t)
{
  if (!letters(t, 2, 8))
    return false;
  const bool is_short = t->part[t->at].size <= 3;
  t->at++;
  for (int i = 0; is_short && i < 3 && letters(t, 3, 3); i++)
    t->at++;
  if (letters(t, 4, 4))
    t->at++;
  if (letters(t, 2, 2) ||
      (t->at < t->count && t->part[t->at].size == 3 && is_all(t->part[t->at], true)))
    t->at++;
  return true;
}

static bool variants(struct tag *t)
{
  for (const size_t first = t->at; is_variant(t); t->at++)
    for (size_t i = first; i < t->at; i++)
      if (equal(t->part[i], t->part[t->at]))
        return false;
  return true;
}

/* A singleton and one or more subtags of at least LOW characters. */
static bool group(struct tag *t, size_t low)
{
  const size_t first = ++t->at;
  while (t->at < t->count && t->part[t->at].size >= low)
    t->at++;
  return t->at > first;
}

static bool extensions(struct tag *t)
{
  bool seen[128] = { false };
  while (t->at < t->count && t->part[t->at].size == 1 && sv_lower(t->part[t->at].data[0]) != 'x') {
    const size_t c = (size_t)(unsigned char)sv_lower(t->part[t->at].data[0]);
    if (seen[c] || !group(t, 2))
      return false;
    seen[c] = true;
  }
  return true;
}

static bool private_use(struct tag *t)
{
  if (t->at < t->count && t->part[t->at].size == 1 && sv_lower(t->part[t->at].data[0]) == 'x')
    return group(t, 1);
  return true;
}

bool sv_language_is_well_formed(const char *text, size_t size)
{
  for (size_t i = 0; i < sizeof irregular / sizeof irregular[0]; i++)
    if (sv_equal_nocase_n(text, size, irregular[i]))
      return true;
  struct tag t = { .count = 0 };
  if (!split(text, size, &t))
    return false;
  if (sv_lower(text[0]) == 'x' && t.part[0].size == 1)
    return private_use(&t) && t.at == t.count;
  return head(&t) && variants(&t) && extensions(&t) && private_use(&t) && t.at == t.count;
}

struct sv_span sv_language_primary(const char *text, size_t size)
{
  const char *const dash = memchr(text, '-', size);
  return (struct sv_span){ .data = text, .size = dash ? (size_t)(dash - text) : size };
}
