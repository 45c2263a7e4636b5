// SPDX-License-Identifier: Apache-2.0
/* The grammar of patterns (ECMA-262 22.2.1, u flag): disjunctions, terms, quantifiers, groups. */
#include "engines/regex/node.h"

#include "engines/base/ascii.h"
#include "engines/base/lang.h"
#include "engines/base/utf8.h"

#include <string.h>

#define N_(msgid) msgid

static enum sv_status disjunction(struct sv_re_parser *p, int depth, struct sv_re_node **out);

enum sv_status sv_re_fault(struct sv_re_parser *p, const char *at, const char *what)
{
  const size_t column = sv_utf8_length(p->begin, (size_t)(at - p->begin)) + 1;
  return sv_fail_at(p->err, SV_INVALID, NULL, 0, column, "%s", sv_tr(what));
}

static enum sv_status make(struct sv_re_parser *p, enum sv_re_kind kind, struct sv_re_node **out)
{
  *out = sv_arena_calloc(p->arena, 1, sizeof **out);
  if (!*out)
    return SV_NO_MEMORY;
  (*out)->kind = kind;
  return SV_OK;
}

static enum sv_status make_set(struct sv_re_parser *p, struct sv_re_node **out)
{
  SV_TRY(make(p, SV_RE_SET, out));
  (*out)->set = sv_arena_calloc(p->arena, 1, sizeof *(*out)->set);
  return (*out)->set ? SV_OK : SV_NO_MEMORY;
}

static bool looking_at(const struct sv_re_parser *p, const char *text)
{
  const size_t n = strlen(text);
  return (size_t)(p->end - p->at) >= n && memcmp(p->at, text, n) == 0;
}

static bool take(struct sv_re_parser *p, const char *text)
{
  if (!looking_at(p, text))
    return false;
  p->at += strlen(text);
  return true;
}

/* The name up to `>`, its \u escapes resolved, as an arena string. */
static enum sv_status group_name(struct sv_re_parser *p, const char **out)
{
  const char *start = p->at;
  struct sv_buf name = SV_BUF(4096);
  enum sv_status status = SV_OK;
  while (status == SV_OK && p->at < p->end && *p->at != '>') {
    uint32_t code;
    char bytes[4];
    if (take(p, "\\u")) {
      status = sv_re_parse_unicode(p, &code);
      if (status == SV_OK)
        (void)sv_buf_add(&name, bytes, sv_utf8_encode(code, bytes));
    } else {
      (void)sv_buf_addc(&name, *p->at++);
    }
  }
  if (status == SV_OK && p->at == p->end)
    status = sv_re_fault(p, start, N_("the group name has no end"));
  if (status == SV_OK &&
      (name.failed != SV_OK || !sv_re_is_identifier(sv_buf_text(&name), name.size)))
    status = sv_re_fault(p, start, N_("this is no group name"));
  if (status == SV_OK) {
    p->at++;
    *out = sv_arena_copy(p->arena, sv_buf_text(&name), name.size);
    status = *out ? SV_OK : SV_NO_MEMORY;
  }
  sv_buf_free(&name);
  return status;
}

static enum sv_status declare(struct sv_re_parser *p, const char *at, const char *text)
{
  for (const struct sv_re_name *n = p->names; n; n = n->next)
    if (strcmp(n->text, text) == 0)
      return sv_re_fault(p, at, N_("this group name is taken"));
  struct sv_re_name *name = sv_arena_alloc(p->arena, sizeof *name);
  if (!name)
    return SV_NO_MEMORY;
  *name = (struct sv_re_name){ .text = text, .index = p->groups, .next = p->names };
  p->names = name;
  return SV_OK;
}

/* Everything between parentheses; P stands behind the `(`. */
static enum sv_status group(struct sv_re_parser *p, int depth, struct sv_re_node **out)
{
  const char *open = p->at - 1;
  SV_TRY(make(p, SV_RE_GROUP, out));
  struct sv_re_node *n = *out;
  if (take(p, "?=") || take(p, "?!") || take(p, "?<=") || take(p, "?<!")) {
    n->kind = SV_RE_LOOK;
    n->negated = p->at[-1] == '!';
    n->behind = p->at[-2] == '<';
  } else if (take(p, "?<")) {
    const char *at = p->at;
    const char *name;
    SV_TRY(group_name(p, &name));
    n->index = ++p->groups;
    SV_TRY(declare(p, at, name));
  } else if (take(p, "?:")) {
    n->index = 0;
  } else if (looking_at(p, "?")) {
    return sv_re_fault(p, open, N_("this kind of group is not ECMA-262"));
  } else {
    n->index = ++p->groups;
  }
  SV_TRY(disjunction(p, depth + 1, &n->child));
  if (!take(p, ")"))
    return sv_re_fault(p, open, N_("the group has no end"));
  return SV_OK;
}

static enum sv_status reference(struct sv_re_parser *p, struct sv_re_node **out)
{
  SV_TRY(make(p, SV_RE_REFERENCE, out));
  struct sv_re_node *n = *out;
  n->offset = (size_t)(p->at - p->begin) - 1;
  n->child = p->references;
  p->references = n;
  if (take(p, "k")) {
    if (!take(p, "<"))
      return sv_re_fault(p, p->at, N_("\\k needs a group name in < >"));
    return group_name(p, &n->name);
  }
  uint32_t index = 0;
  while (p->at < p->end && sv_is_digit(*p->at) && index < 100000)
    index = index * 10 + (uint32_t)(*p->at++ - '0');
  n->index = index;
  return SV_OK;
}

/* An atom or assertion after a backslash. */
static enum sv_status escape(struct sv_re_parser *p, struct sv_re_node **out)
{
  if (p->at == p->end)
    return sv_re_fault(p, p->at - 1, N_("the backslash stands last"));
  if (*p->at == 'b' || *p->at == 'B') {
    SV_TRY(make(p, SV_RE_WORD, out));
    (*out)->negated = *p->at++ == 'B';
    return SV_OK;
  }
  if ((*p->at >= '1' && *p->at <= '9') || *p->at == 'k')
    return reference(p, out);
  SV_TRY(make_set(p, out));
  bool found;
  SV_TRY(sv_re_parse_class_escape(p, (*out)->set, &found));
  if (!found) {
    uint32_t code;
    SV_TRY(sv_re_parse_escape(p, false, &code));
    SV_TRY(sv_re_set_add(p->arena, (*out)->set, code, code));
  }
  return sv_re_set_close(p->arena, (*out)->set);
}

static enum sv_status any_character(struct sv_re_parser *p, struct sv_re_node **out)
{
  static const struct sv_re_range ends[] = { { '\n', '\n' }, { '\r', '\r' }, { 0x2028, 0x2029 } };
  SV_TRY(make_set(p, out));
  struct sv_re_set *set = (*out)->set;
  for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
    SV_TRY(sv_re_set_add(p->arena, set, ends[i].lo, ends[i].hi));
  set->negated = true;
  return sv_re_set_close(p->arena, set);
}

static enum sv_status atom(struct sv_re_parser *p, int depth, struct sv_re_node **out)
{
  const char c = *p->at++;
  switch (c) {
  case '^':
    return make(p, SV_RE_START, out);
  case '$':
    return make(p, SV_RE_END, out);
  case '(':
    return group(p, depth, out);
  case '.':
    return any_character(p, out);
  case '\\':
    return escape(p, out);
  case '[':
    SV_TRY(make_set(p, out));
    SV_TRY(sv_re_parse_class(p, (*out)->set));
    return sv_re_set_close(p->arena, (*out)->set);
  case '*':
  case '+':
  case '?':
  case '{':
    return sv_re_fault(p, p->at - 1, N_("there is nothing here to repeat"));
  case '}':
  case ']':
    return sv_re_fault(p, p->at - 1, N_("this bracket closes nothing; write it with a backslash"));
  default:
    break;
  }
  uint32_t code;
  p->at--;
  const size_t n = sv_utf8_decode(p->at, p->end, &code);
  if (n == 0)
    return sv_re_fault(p, p->at, N_("the pattern is not UTF-8"));
  p->at += n;
  SV_TRY(make_set(p, out));
  SV_TRY(sv_re_set_add(p->arena, (*out)->set, code, code));
  return sv_re_set_close(p->arena, (*out)->set);
}

static bool number(struct sv_re_parser *p, uint32_t *value)
{
  if (p->at == p->end || !sv_is_digit(*p->at))
    return false;
  uint64_t v = 0;
  for (; p->at < p->end && sv_is_digit(*p->at); p->at++)
    if (v < SV_RE_NO_BOUND)
      v = v * 10 + (uint64_t)(*p->at - '0');
  *value = v >= SV_RE_NO_BOUND ? SV_RE_NO_BOUND - 1 : (uint32_t)v;
  return true;
}

/* Reads the quantifier behind ATOM, if there is one, and puts it around. */
static enum sv_status quantifier(struct sv_re_parser *p, struct sv_re_node **out)
{
  const char *at = p->at;
  uint32_t min = 0, max = SV_RE_NO_BOUND;
  if (take(p, "+")) {
    min = 1;
  } else if (take(p, "?")) {
    max = 1;
  } else if (take(p, "{")) {
    bool well = number(p, &min);
    if (well && take(p, ",")) {
      if (!looking_at(p, "}"))
        well = number(p, &max);
    } else {
      max = min;
    }
    if (!well || !take(p, "}"))
      return sv_re_fault(p, at, N_("a repetition is {n}, {n,} or {n,m}"));
    if (max < min)
      return sv_re_fault(p, at, N_("the repetition's bounds stand the wrong way round"));
  } else if (!take(p, "*")) {
    return SV_OK;
  }
  const enum sv_re_kind kind = (*out)->kind;
  if (kind == SV_RE_START || kind == SV_RE_END || kind == SV_RE_WORD || kind == SV_RE_LOOK)
    return sv_re_fault(p, at, N_("an assertion cannot be repeated"));
  struct sv_re_node *n;
  SV_TRY(make(p, SV_RE_REPEAT, &n));
  n->min = min;
  n->max = max;
  n->lazy = take(p, "?");
  n->child = *out;
  *out = n;
  return SV_OK;
}

static enum sv_status alternative(struct sv_re_parser *p, int depth, struct sv_re_node **out)
{
  SV_TRY(make(p, SV_RE_SEQUENCE, out));
  struct sv_re_node **tail = &(*out)->child;
  while (p->at < p->end && *p->at != '|' && *p->at != ')') {
    SV_TRY(atom(p, depth, tail));
    SV_TRY(quantifier(p, tail));
    tail = &(*tail)->next;
  }
  return SV_OK;
}

static enum sv_status disjunction(struct sv_re_parser *p, int depth, struct sv_re_node **out)
{
  if (depth > SV_RE_DEPTH_MAX)
    return sv_fail_limit(p->err, "pattern-depth", "the pattern's groups nest deeper than %d",
                         SV_RE_DEPTH_MAX);
  SV_TRY(alternative(p, depth, out));
  if (!looking_at(p, "|"))
    return SV_OK;
  struct sv_re_node *choice;
  SV_TRY(make(p, SV_RE_CHOICE, &choice));
  choice->child = *out;
  struct sv_re_node **tail = &(*out)->next;
  while (take(p, "|")) {
    SV_TRY(alternative(p, depth, tail));
    tail = &(*tail)->next;
  }
  *out = choice;
  return SV_OK;
}

static enum sv_status resolve(struct sv_re_parser *p)
{
  for (struct sv_re_node *n = p->references; n; n = n->child) {
    for (const struct sv_re_name *name = p->names; n->name && name; name = name->next)
      if (strcmp(name->text, n->name) == 0)
        n->index = name->index;
    if (n->index == 0 || n->index > p->groups)
      return sv_re_fault(p, p->begin + n->offset, N_("this refers to a group that is not there"));
  }
  return SV_OK;
}

/* ECMA-262 22.2.2.3.1 empties the groups within a repetition before each round, PCRE2 does not.
 * LOOPED says that a repetition is around N; DONE tells for each group whether it was closed
 * outside of any. */
static void find_loops(struct sv_re_node *n, bool looped, uint8_t *loops)
{
  for (; n; n = n->next) {
    const bool repeats = n->kind == SV_RE_REPEAT && n->max > 1;
    if (n->kind == SV_RE_GROUP && n->index)
      loops[n->index] = looped;
    if (n->kind == SV_RE_REFERENCE)
      continue;
    struct sv_re_node *child = n->child;
    if (repeats && child->kind == SV_RE_GROUP && child->index) {
      /* a repeated group itself is set anew in each round: only references within it can tell */
      loops[child->index] = looped ? 1 : 2;
      find_loops(child->child, true, loops);
    } else {
      find_loops(child, looped || repeats, loops);
    }
  }
}

/* Whether a reference inside group INDEX, or before its end, names it. */
static bool refers_within(const struct sv_re_node *n, uint32_t index, bool *closed)
{
  for (; n; n = n->next) {
    if (n->kind == SV_RE_REFERENCE) {
      if (n->index == index && !*closed)
        return true;
      continue;
    }
    if (refers_within(n->child, index, closed))
      return true;
    if (n->kind == SV_RE_GROUP && n->index == index)
      *closed = true;
  }
  return false;
}

static enum sv_status judge_captures(struct sv_re_parser *p, struct sv_re_node *root)
{
  if (!p->references)
    return SV_OK;
  uint8_t *loops = sv_arena_calloc(p->arena, (size_t)p->groups + 1, 1);
  if (!loops)
    return SV_NO_MEMORY;
  find_loops(root, false, loops);
  for (const struct sv_re_node *n = p->references; n; n = n->child) {
    bool closed = false;
    if (loops[n->index] == 1 || (loops[n->index] == 2 && refers_within(root, n->index, &closed)))
      p->captures_in_loops = true;
  }
  return SV_OK;
}

enum sv_status sv_re_parse(struct sv_re_parser *p, struct sv_re_node **out)
{
  if ((size_t)(p->end - p->begin) > SV_RE_PATTERN_MAX)
    return sv_fail_limit(p->err, "pattern-size", "the pattern is longer than %u bytes",
                         SV_RE_PATTERN_MAX);
  SV_TRY(disjunction(p, 0, out));
  if (p->at < p->end)
    return sv_re_fault(p, p->at, N_("this parenthesis closes nothing"));
  SV_TRY(resolve(p));
  return judge_captures(p, *out);
}
