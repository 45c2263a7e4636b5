// SPDX-License-Identifier: Apache-2.0
/* A text that a pattern matches: the shortest way through it, with the plainest characters. */
#include "engines/regex/node.h"
#include "engines/regex/regex.h"

#include "engines/base/utf8.h"

#include <string.h>

#define ARENA_MAX ((size_t)4 << 20)
enum { STEPS_MAX = 10000, DEPTH_MAX = SV_RE_DEPTH_MAX };

struct walk {
  struct sv_buf *out;
  size_t extra; /* turns that repeats may take beyond their least */
  unsigned steps;
};

static bool holds(const struct sv_re_set *set, uint32_t c)
{
  for (size_t i = 0; i < set->count; i++)
    if (c >= set->ranges[i].lo && c <= set->ranges[i].hi)
      return true;
  return false;
}

/* A character of SET that reads well, or the first that can be seen. */
static bool choose(const struct sv_re_set *set, uint32_t *c)
{
  for (const char *p = "1aA0-_.:/@"; *p; p++) {
    *c = (uint32_t)*p;
    if (holds(set, *c))
      return true;
  }
  for (size_t i = 0; i < set->count; i++) {
    *c = set->ranges[i].lo > ' ' ? set->ranges[i].lo : ' ' + 1;
    if (*c <= set->ranges[i].hi && *c != 0x7F)
      return true;
  }
  *c = ' ';
  return holds(set, *c);
}

static bool write_node(struct walk *w, const struct sv_re_node *n, int depth);

static bool write_set(struct walk *w, const struct sv_re_set *set)
{
  char bytes[4];
  uint32_t c;
  if (set->properties || !choose(set, &c))
    return false;
  return sv_buf_add(w->out, bytes, sv_utf8_encode(c, bytes)) == SV_OK;
}

static bool write_repeat(struct walk *w, const struct sv_re_node *n, int depth)
{
  const size_t room = n->max == SV_RE_NO_BOUND ? SIZE_MAX : n->max - n->min;
  const size_t more = w->extra < room ? w->extra : room;
  w->extra -= more;
  for (size_t i = 0; i < n->min + more; i++)
    if (!write_node(w, n->child, depth + 1))
      return false;
  return true;
}

static bool write_node(struct walk *w, const struct sv_re_node *n, int depth)
{
  if (!n)
    return true;
  if (w->steps++ > STEPS_MAX || depth > DEPTH_MAX)
    return false;
  switch (n->kind) {
  case SV_RE_SET:
    return write_set(w, n->set);
  case SV_RE_SEQUENCE:
    for (const struct sv_re_node *c = n->child; c; c = c->next)
      if (!write_node(w, c, depth + 1))
        return false;
    return true;
  case SV_RE_CHOICE:
    return write_node(w, n->child, depth + 1);
  case SV_RE_GROUP:
    return write_node(w, n->child, depth + 1);
  case SV_RE_REPEAT:
    return write_repeat(w, n, depth);
  case SV_RE_REFERENCE:
    return false;
  default: /* empty, and what takes no characters: the match at the end judges them */
    return true;
  }
}

static bool matches(const char *pattern, size_t size, const struct sv_buf *text)
{
  struct sv_regex *r = NULL;
  bool found = false;
  if (sv_regex_compile(pattern, size, &r, NULL) == SV_OK &&
      sv_regex_match(r, NULL, sv_buf_text(text), text->size, &found) != SV_OK)
    found = false;
  sv_regex_free(r);
  return found;
}

enum sv_status sv_regex_sample(const char *pattern, size_t size, size_t least, size_t most,
                               struct sv_buf *out)
{
  struct sv_arena arena = SV_ARENA(ARENA_MAX);
  struct sv_error err = { .line = 0 };
  struct sv_re_parser p = {
    .begin = pattern, .at = pattern, .end = pattern + size, .arena = &arena, .err = &err
  };
  struct sv_re_node *root = NULL;
  enum sv_status status = sv_re_parse(&p, &root) == SV_OK ? SV_NOT_FOUND : SV_INVALID;
  size_t extra = 0;
  for (int round = 0; status == SV_NOT_FOUND && round < 2; round++) {
    struct walk w = { .out = out, .extra = extra };
    sv_buf_cut(out, 0);
    if (!write_node(&w, root, 0) || out->failed)
      break;
    const size_t length = sv_utf8_length(sv_buf_text(out), out->size);
    extra = length < least ? least - length : 0;
    if (extra == 0 && length <= most && matches(pattern, size, out))
      status = SV_OK;
  }
  sv_arena_free(&arena);
  return status;
}
