// SPDX-License-Identifier: Apache-2.0
/* Parsing of filters: the part of JavaScript that rule sets use, and nothing that could run. */
#include "engines/openapi/match_tree.h"

#include "engines/base/ascii.h"
#include "engines/doc/decimal.h"
#include "engines/regex/loose.h"

#include <string.h>

static const struct {
  const char *text;
  enum sv_expr_kind kind;
} operators[] = {
  { "===", SV_EXPR_EQUAL },  { "!==", SV_EXPR_UNEQUAL },   { "==", SV_EXPR_EQUAL },
  { "!=", SV_EXPR_UNEQUAL }, { "<=", SV_EXPR_LESS_EQUAL }, { ">=", SV_EXPR_GREATER_EQUAL },
  { "<", SV_EXPR_LESS },     { ">", SV_EXPR_GREATER },     { "in ", SV_EXPR_IN },
};

static const struct {
  const char *name;
  enum sv_expr_method method;
  bool takes_one;
} methods[] = {
  { "match", SV_METHOD_MATCH, true },
  { "test", SV_METHOD_TEST, true },
  { "includes", SV_METHOD_INCLUDES, true },
  { "indexOf", SV_METHOD_INDEX_OF, true },
  { "startsWith", SV_METHOD_STARTS_WITH, true },
  { "endsWith", SV_METHOD_ENDS_WITH, true },
  { "toLowerCase", SV_METHOD_LOWER, false },
  { "toUpperCase", SV_METHOD_UPPER, false },
};

static const struct {
  const char *name;
  enum sv_expr_type type;
} types[] = {
  { "string()", SV_TYPE_STRING },   { "number()", SV_TYPE_NUMBER },
  { "integer()", SV_TYPE_INTEGER }, { "boolean()", SV_TYPE_BOOLEAN },
  { "null()", SV_TYPE_NULL },       { "array()", SV_TYPE_ARRAY },
  { "object()", SV_TYPE_OBJECT },   { "scalar()", SV_TYPE_SCALAR },
};

static const struct {
  const char *name;
  enum sv_expr_kind kind;
  bool truth;
} words[] = {
  { "true", SV_EXPR_BOOLEAN, true },      { "false", SV_EXPR_BOOLEAN, false },
  { "null", SV_EXPR_NULL, false },        { "undefined", SV_EXPR_UNDEFINED, false },
  { "void 0", SV_EXPR_UNDEFINED, false },
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static struct sv_expr *new_expr(struct sv_match_parser *s, enum sv_expr_kind kind)
{
  if (++s->exprs > SV_MATCH_EXPRS_MAX)
    return sv_match_fault(s, N_("the path has too many conditions"));
  struct sv_expr *e = sv_match_new(s, sizeof *e);
  if (e)
    e->kind = kind;
  return e;
}

/* Compiles a pattern that the path owns. */
static struct sv_expr *pattern(struct sv_match_parser *s, const char *text, size_t size,
                               const char *flags, size_t flags_size)
{
  struct sv_expr *e = new_expr(s, SV_EXPR_REGEX);
  struct sv_match_pattern *keep = sv_match_new(s, sizeof *keep);
  struct sv_error err = { .column = 0 };
  if (!e || !keep)
    return NULL;
  const enum sv_status status = sv_regex_compile_loose(text, size, flags, flags_size, &e->regex, &err);
  if (status == SV_NO_MEMORY) {
    s->status = status;
    return NULL;
  }
  if (status != SV_OK)
    return sv_match_fault(s, err.text[0] ? err.text : N_("this pattern cannot be read"));
  *keep = (struct sv_match_pattern){ e->regex, s->path->patterns };
  s->path->patterns = keep;
  return e;
}

/* /pattern/flags */
static struct sv_expr *regex(struct sv_match_parser *s)
{
  const char *const begin = s->p + 1;
  const char *p = begin;
  bool in_class = false;
  while (p < s->end && (*p != '/' || in_class)) {
    if (*p == '\\' && p + 1 < s->end)
      p++;
    else if (*p == '[' || *p == ']')
      in_class = *p == '[';
    p++;
  }
  if (p >= s->end)
    return sv_match_fault(s, N_("the pattern has no closing slash"));
  const char *flags = p + 1, *after = flags;
  while (after < s->end && sv_is_alpha(*after))
    after++;
  struct sv_expr *e = pattern(s, begin, (size_t)(p - begin), flags, (size_t)(after - flags));
  s->p = after;
  return e;
}

static struct sv_expr *number(struct sv_match_parser *s)
{
  const char *const begin = s->p;
  struct sv_expr *e = new_expr(s, SV_EXPR_NUMBER);
  if (!e)
    return NULL;
  (void)sv_match_take(s, "-");
  const char *const digits = s->p;
  while (s->p < s->end && (sv_is_digit(*s->p) || (*s->p == '.' && s->p > digits)))
    s->p++;
  const size_t size = (size_t)(s->p - begin);
  if (s->p == digits || s->p[-1] == '.' ||
      memchr(digits, '.', size) != memrchr(digits, '.', (size_t)(s->p - digits)))
    return sv_match_fault(s, N_("this is no number"));
  e->number = sv_decimal_double(begin, size);
  return e;
}

/* What stands after @. */
static struct sv_expr *current(struct sv_match_parser *s)
{
  for (size_t i = 0; i < COUNT(types); i++) {
    if (!sv_match_take(s, types[i].name))
      continue;
    struct sv_expr *e = new_expr(s, SV_EXPR_TYPE);
    if (e)
      e->type = types[i].type;
    return e;
  }
  const size_t n = sv_match_word(s);
  static const struct {
    const char *name;
    enum sv_expr_kind kind;
  } kinds[] = { { "property", SV_EXPR_PROPERTY },
                { "parentProperty", SV_EXPR_PARENT_PROPERTY },
                { "parent", SV_EXPR_PARENT },
                { "root", SV_EXPR_ROOT } };
  for (size_t i = 0; i < COUNT(kinds); i++) {
    if (n != strlen(kinds[i].name) || memcmp(s->p, kinds[i].name, n) != 0)
      continue;
    s->p += n;
    return new_expr(s, kinds[i].kind);
  }
  if (n > 0)
    return sv_match_fault(s, N_("after @ only property, parent, parentProperty, root and types "
                                "such as string() are known"));
  return new_expr(s, SV_EXPR_CURRENT);
}

static struct sv_expr *word(struct sv_match_parser *s)
{
  for (size_t i = 0; i < COUNT(words); i++) {
    if (!sv_match_take(s, words[i].name))
      continue;
    struct sv_expr *e = new_expr(s, words[i].kind);
    if (e && e->kind == SV_EXPR_BOOLEAN)
      e->truth = words[i].truth;
    return e;
  }
  return sv_match_fault(s, N_("a value, @ or $ was expected here; other JavaScript is not run"));
}

static struct sv_expr *primary(struct sv_match_parser *s, int depth)
{
  if (s->p == s->end)
    return sv_match_fault(s, N_("the path ends inside a filter"));
  const char c = *s->p;
  if (sv_match_take(s, "(")) {
    struct sv_expr *e = sv_match_expr(s, depth + 1);
    sv_match_skip(s);
    if (e && !sv_match_take(s, ")"))
      return sv_match_fault(s, N_("a closing parenthesis is missing"));
    return e;
  }
  if (sv_match_take(s, "@"))
    return current(s);
  if (sv_match_take(s, "$"))
    return new_expr(s, SV_EXPR_ROOT);
  if (c == '/')
    return regex(s);
  if (c == '-' || sv_is_digit(c))
    return number(s);
  if (c == '"' || c == '\'') {
    struct sv_expr *e = new_expr(s, SV_EXPR_STRING);
    return e && sv_match_string(s, &e->text, &e->size) ? e : NULL;
  }
  return word(s);
}

/* .method(argument): the parser stands behind the parenthesis. */
static struct sv_expr *call(struct sv_match_parser *s, struct sv_expr *left, size_t i, int depth)
{
  struct sv_expr *e = new_expr(s, SV_EXPR_CALL);
  if (!e)
    return NULL;
  e->left = left;
  e->method = methods[i].method;
  sv_match_skip(s);
  if (methods[i].takes_one && !(e->right = sv_match_expr(s, depth + 1)))
    return NULL;
  /* A string as pattern is compiled here, so that what runs is known before it runs. */
  if (e->method == SV_METHOD_MATCH && e->right->kind == SV_EXPR_STRING &&
      !(e->right = pattern(s, e->right->text, e->right->size, "", 0)))
    return NULL;
  const bool is_regex = (e->method == SV_METHOD_MATCH && e->right->kind == SV_EXPR_REGEX) ||
                        (e->method == SV_METHOD_TEST && left->kind == SV_EXPR_REGEX) ||
                        (e->method != SV_METHOD_MATCH && e->method != SV_METHOD_TEST);
  if (!is_regex)
    return sv_match_fault(s, N_("a pattern such as /^x-/ was expected here"));
  sv_match_skip(s);
  return sv_match_take(s, ")") ? e : sv_match_fault(s, N_("a closing parenthesis is missing"));
}

static struct sv_expr *member(struct sv_match_parser *s, struct sv_expr *left, const char *text,
                              size_t size)
{
  struct sv_expr *e = new_expr(s, SV_EXPR_MEMBER);
  if (!e)
    return NULL;
  e->left = left;
  e->text = text;
  e->size = size;
  return e;
}

/* .name or .method( */
static struct sv_expr *dotted(struct sv_match_parser *s, struct sv_expr *left, int depth)
{
  const size_t n = sv_match_word(s);
  const char *const text = s->p;
  s->p += n;
  if (s->p == s->end || *s->p != '(')
    return member(s, left, text, n);
  for (size_t i = 0; i < COUNT(methods); i++) {
    if (n == strlen(methods[i].name) && memcmp(text, methods[i].name, n) == 0) {
      s->p++;
      return call(s, left, i, depth);
    }
  }
  s->p = text;
  return sv_match_fault(s, N_("this method is not known; match, test, includes, indexOf, "
                              "startsWith, endsWith, toLowerCase and toUpperCase are"));
}

/* ['name'] or [0] as a member; anything else in brackets is a query. */
static struct sv_expr *bracketed(struct sv_match_parser *s, struct sv_expr *left)
{
  const char *const before = s->p++;
  const char *text = s->p;
  size_t size = 0;
  sv_match_skip(s);
  if (s->p < s->end && (*s->p == '"' || *s->p == '\'')) {
    if (!sv_match_string(s, &text, &size))
      return NULL;
  } else {
    text = s->p;
    while (s->p < s->end && sv_is_digit(*s->p))
      s->p++;
    size = (size_t)(s->p - text);
  }
  sv_match_skip(s);
  if (size > 0 && sv_match_take(s, "]"))
    return member(s, left, text, size);
  s->p = before;
  return NULL;
}

/* Members, methods and queries behind a value. */
static struct sv_expr *postfix(struct sv_match_parser *s, int depth)
{
  struct sv_expr *e = primary(s, depth);
  for (int count = 0; e && s->p < s->end; count++) {
    if (count == SV_MATCH_SEGMENTS_MAX)
      return sv_match_fault(s, N_("the path has too many segments"));
    struct sv_expr *next = NULL;
    (void)sv_match_take(s, "?"); /* ?. is . here: what is not there has no members */
    const bool is_dot = s->p + 1 < s->end && s->p[0] == '.';
    if (is_dot && s->p[1] != '.' && s->p[1] != '*' && s->p[1] != '[') {
      s->p++;
      next = dotted(s, e, depth);
    } else if (s->p < s->end && *s->p == '[') {
      next = bracketed(s, e);
    } else if (s->p == s->end || (*s->p != '.' && *s->p != '^')) {
      return e;
    }
    if (!next && s->status == SV_OK) {
      next = new_expr(s, SV_EXPR_QUERY);
      if (!next || !sv_match_segments(s, &next->query, depth + 1))
        return NULL;
      next->left = e;
    }
    e = next;
  }
  return e;
}

static struct sv_expr *unary(struct sv_match_parser *s, int depth)
{
  int negations = 0;
  sv_match_skip(s);
  while (s->p < s->end && *s->p == '!') {
    s->p++;
    negations++;
    sv_match_skip(s);
  }
  struct sv_expr *e = postfix(s, depth);
  /* Two negations make a truth value of anything, which a condition does anyway. */
  if (!e || negations % 2 == 0)
    return e;
  struct sv_expr *not = new_expr(s, SV_EXPR_NOT);
  if (not )
    not ->left = e;
  return not ;
}

static struct sv_expr *comparison(struct sv_match_parser *s, int depth)
{
  struct sv_expr *left = unary(s, depth);
  if (!left)
    return NULL;
  sv_match_skip(s);
  for (size_t i = 0; i < COUNT(operators); i++) {
    if (!sv_match_take(s, operators[i].text))
      continue;
    struct sv_expr *e = new_expr(s, operators[i].kind);
    if (!e || !(e->right = unary(s, depth)))
      return NULL;
    e->left = left;
    e->truth = strlen(operators[i].text) == 3;
    sv_match_skip(s);
    return e;
  }
  return left;
}

static struct sv_expr *joined(struct sv_match_parser *s, enum sv_expr_kind kind, int depth)
{
  struct sv_expr *e = kind == SV_EXPR_OR ? joined(s, SV_EXPR_AND, depth) : comparison(s, depth);
  while (e && sv_match_take(s, kind == SV_EXPR_OR ? "||" : "&&")) {
    struct sv_expr *both = new_expr(s, kind);
    if (!both)
      return NULL;
    both->left = e;
    both->right = kind == SV_EXPR_OR ? joined(s, SV_EXPR_AND, depth) : comparison(s, depth);
    e = both->right ? both : NULL;
  }
  return e;
}

struct sv_expr *sv_match_expr(struct sv_match_parser *s, int depth)
{
  if (depth > SV_MATCH_DEPTH_MAX)
    return sv_match_fault(s, N_("the path is nested too deep"));
  return joined(s, SV_EXPR_OR, depth);
}
