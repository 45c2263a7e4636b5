// SPDX-License-Identifier: Apache-2.0
/* Workers speak English, so that results and recordings are the same in every language. What they
 * say within a sentence is known again here, when somebody reads it. */
#include "engines/result/known.h"

#include "engines/base/lang.h"
#include "engines/base/phrase.h"

#include <string.h>

enum { DEPTH_MAX = 4, VALUE_MAX = 4096 };

/* Every msgid that has places and words enough around them. */
static const char *const phrases[] = {
#include "engines/result/phrases.inc"
};

/* What is known of a text: our template, and the values of its places. */
struct known {
  const char *msgid;
  struct sv_phrase values;
};

static bool find_plain(const char *text, size_t size)
{
  for (size_t i = 0; i < sv_foreign_count; i++) {
    struct sv_phrase values;
    char copy[100];
    if (size >= sizeof copy)
      return false;
    memcpy(copy, text, size);
    copy[size] = '\0';
    if (sv_foreign_words[i].said[0] != '{' &&
        sv_phrase_match(sv_foreign_words[i].said, copy, &values))
      return true;
  }
  return false;
}

/* A row that begins with {reason} is another row with something behind it. */
static bool find_foreign(const char *text, struct known *k)
{
  static const char reason[] = "{reason}";
  for (size_t i = 0; i < sv_foreign_count; i++) {
    const struct sv_foreign *f = &sv_foreign_words[i];
    if (!sv_phrase_match(f->said, text, &k->values))
      continue;
    const struct sv_phrase_value *first = k->values.values;
    if (strncmp(f->said, reason, sizeof reason - 1) == 0 && !find_plain(first->text, first->size))
      continue;
    k->msgid = f->msgid;
    return true;
  }
  return false;
}

/* The template with most words of its own: "{a}: {b}" fits much that another fits better. */
static bool find_phrase(const char *text, struct known *k)
{
  size_t best = 0;
  for (size_t i = 0; i < sizeof phrases / sizeof phrases[0]; i++) {
    struct sv_phrase values;
    const char first = phrases[i][0];
    if (first != '{' && first != '%' && first != text[0])
      continue;
    if (!sv_phrase_match(phrases[i], text, &values) || sv_phrase_weight(phrases[i]) <= best)
      continue;
    best = sv_phrase_weight(phrases[i]);
    *k = (struct known){ phrases[i], values };
  }
  return best > 0;
}

static bool find(const char *text, struct known *k)
{
  k->values.count = 0;
  k->msgid = text;
  if (find_foreign(text, k))
    return true;
  if (!strchr(text, ' '))
    return false;
  if (sv_tr(text) != text)
    return true;
  return find_phrase(text, k);
}

static enum sv_status say(const char *text, unsigned depth, struct sv_buf *out);

static enum sv_status say_value(void *context, const char *text, size_t size, struct sv_buf *out)
{
  const unsigned depth = *(const unsigned *)context;
  char copy[VALUE_MAX];
  if (depth == 0 || size >= sizeof copy || !memchr(text, ' ', size))
    return sv_buf_add(out, text, size);
  memcpy(copy, text, size);
  copy[size] = '\0';
  return say(copy, depth - 1, out);
}

static enum sv_status say(const char *text, unsigned depth, struct sv_buf *out)
{
  struct known k;
  if (!find(text, &k))
    return sv_buf_adds(out, text);
  return sv_phrase_fill(sv_tr(k.msgid), &k.values, say_value, &depth, out);
}

enum sv_status sv_known_say(const char *text, struct sv_buf *out)
{
  return say(text, DEPTH_MAX, out);
}

enum sv_status sv_known_value(const char *text, size_t size, struct sv_buf *out)
{
  unsigned depth = DEPTH_MAX;
  return say_value(&depth, text, size, out);
}

bool sv_known_is(const char *text)
{
  struct known k;
  return find(text, &k);
}
