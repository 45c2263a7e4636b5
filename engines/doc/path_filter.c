// SPDX-License-Identifier: Apache-2.0
/* Parsing of filter expressions, with their types: RFC 9535 sections 2.3.5 and 2.4. */
#include "engines/base/ascii.h"
#include "engines/doc/build.h"
#include "engines/doc/path_tree.h"

#include <string.h>

static const struct {
  const char *name;
  int arguments;
  bool takes_nodes; /* else values */
  bool is_logical;  /* else gives a value */
} functions[] = {
  [SV_PATH_LENGTH] = { "length", 1, false, false }, [SV_PATH_COUNT] = { "count", 1, true, false },
  [SV_PATH_MATCH] = { "match", 2, false, true },    [SV_PATH_SEARCH] = { "search", 2, false, true },
  [SV_PATH_VALUE] = { "value", 1, true, false },
};

static const struct {
  const char *text;
  enum sv_path_operator operator;
} operators[] = {
  { "==", SV_PATH_EQUAL },         { "!=", SV_PATH_UNEQUAL }, { "<=", SV_PATH_LESS_EQUAL },
  { ">=", SV_PATH_GREATER_EQUAL }, { "<", SV_PATH_LESS },     { ">", SV_PATH_GREATER },
};

static struct sv_path_expr *new_expr(struct sv_path_parser *s, enum sv_path_expr_kind kind)
{
  struct sv_path_expr *e = sv_path_new(s, sizeof *e);
  if (e)
    e->kind = kind;
  return e;
}

static size_t digits(struct sv_path_parser *s)
{
  const char *const begin = s->p;
  while (s->p < s->end && sv_is_digit(*s->p))
    s->p++;
  return (size_t)(s->p - begin);
}

/* (int / "-0") [ frac ] [ exp ] */
static struct sv_path_expr *number(struct sv_path_parser *s)
{
  const char *const begin = s->p;
  struct sv_path_expr *e = new_expr(s, SV_PATH_LITERAL);
  if (!e)
    return NULL;
  (void)sv_path_take(s, "-");
  const char *const whole = s->p;
  const size_t size = digits(s);
  if (size == 0 || (size > 1 && *whole == '0'))
    return sv_path_fault(s, N_("This is no number of JSON."));
  if (sv_path_take(s, ".") && digits(s) == 0)
    return sv_path_fault(s, N_("A digit was expected after the decimal point."));
  if (sv_path_take(s, "e") || sv_path_take(s, "E")) {
    if (!sv_path_take(s, "-"))
      (void)sv_path_take(s, "+");
    if (digits(s) == 0)
      return sv_path_fault(s, N_("A digit was expected in the exponent."));
  }
  e->type = SV_DOC_NUMBER;
  e->size = (size_t)(s->p - begin);
  e->text = sv_path_new(s, e->size + 1);
  if (!e->text)
    return NULL;
  memcpy((char *)(uintptr_t)e->text, begin, e->size);
  return e;
}

static struct sv_path_expr *word(struct sv_path_parser *s)
{
  static const char *const words[] = { "null", "false", "true" };
  for (int i = 0; i < 3; i++)
    if (sv_path_take(s, words[i])) {
      struct sv_path_expr *e = new_expr(s, SV_PATH_LITERAL);
      if (e)
        e->type = (enum sv_doc_type)i;
      return e;
    }
  return sv_path_fault(s, N_("A value, a query with @ or $, or a function was expected here."));
}

static struct sv_path_expr *query(struct sv_path_parser *s, int depth)
{
  struct sv_path_expr *e = new_expr(s, SV_PATH_QUERY);
  if (!e)
    return NULL;
  e->query.absolute = *s->p++ == '$';
  return sv_path_segments(s, &e->query, depth) ? e : NULL;
}

static struct sv_path_expr *primary(struct sv_path_parser *s, int depth);

/* One argument of function F, checked for its type. */
static struct sv_path_expr *argument(struct sv_path_parser *s, enum sv_path_function f, int depth)
{
  sv_path_skip(s);
  struct sv_path_expr *e = primary(s, depth + 1);
  if (!e)
    return NULL;
  if (functions[f].takes_nodes && e->kind != SV_PATH_QUERY)
    return sv_path_fault(s, N_("This function takes a query, with @ or $."));
  if (!functions[f].takes_nodes && ((e->kind == SV_PATH_QUERY && !e->query.singular) ||
                                    (e->kind == SV_PATH_CALL && functions[e->function].is_logical)))
    return sv_path_fault(s, N_("This function takes a single value; the argument is something "
                               "else."));
  sv_path_skip(s);
  return e;
}

static struct sv_path_expr *arguments(struct sv_path_parser *s, struct sv_path_expr *e, int depth)
{
  const bool two = functions[e->function].arguments == 2;
  e->left = argument(s, e->function, depth);
  if (!e->left)
    return NULL;
  if (two) {
    if (!sv_path_take(s, ","))
      return sv_path_fault(s, N_("This function takes two arguments."));
    e->right = argument(s, e->function, depth);
    if (!e->right)
      return NULL;
  }
  return sv_path_take(s, ")") ? e
                              : sv_path_fault(s, N_("A closing parenthesis was expected after the "
                                                    "arguments."));
}

/* A function call; NULL without a fault when no known function stands here. */
static struct sv_path_expr *call(struct sv_path_parser *s, int depth, bool *found)
{
  *found = false;
  for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++) {
    const char *const before = s->p;
    if (sv_path_take(s, functions[i].name) && sv_path_take(s, "(")) {
      *found = true;
      struct sv_path_expr *e = new_expr(s, SV_PATH_CALL);
      if (!e)
        return NULL;
      e->function = (enum sv_path_function)i;
      return arguments(s, e, depth);
    }
    s->p = before;
  }
  return NULL;
}

/* A literal, a query or a call. */
static struct sv_path_expr *primary(struct sv_path_parser *s, int depth)
{
  if (depth > SV_PATH_DEPTH_MAX)
    return sv_path_fault(s, N_("This JSONPath is nested too deep."));
  if (s->p == s->end)
    return sv_path_fault(s, N_("The JSONPath ends inside a filter."));
  const char c = *s->p;
  if (c == '@' || c == '$')
    return query(s, depth);
  if (c == '-' || sv_is_digit(c))
    return number(s);
  if (c == '"' || c == '\'') {
    struct sv_path_expr *e = new_expr(s, SV_PATH_LITERAL);
    if (!e || !sv_path_string(s, &e->text, &e->size))
      return NULL;
    e->type = SV_DOC_STRING;
    return e;
  }
  bool found;
  struct sv_path_expr *e = call(s, depth, &found);
  return found ? e : word(s);
}

static bool is_comparable(const struct sv_path_expr *e)
{
  return e->kind == SV_PATH_LITERAL || (e->kind == SV_PATH_QUERY && e->query.singular) ||
         (e->kind == SV_PATH_CALL && !functions[e->function].is_logical);
}

static bool take_operator(struct sv_path_parser *s, enum sv_path_operator *out)
{
  for (size_t i = 0; i < sizeof operators / sizeof operators[0]; i++)
    if (sv_path_take(s, operators[i].text)) {
      *out = operators[i].operator;
      return true;
    }
  return false;
}

/* A comparison, or a query or call that stands for itself. NEGATED: a ! stands before it. */
static struct sv_path_expr *test(struct sv_path_parser *s, bool negated, int depth)
{
  struct sv_path_expr *left = primary(s, depth);
  if (!left)
    return NULL;
  const char *const after = s->p;
  enum sv_path_operator operator;
  sv_path_skip(s);
  if (!negated && take_operator(s, &operator)) {
    if (!is_comparable(left))
      return sv_path_fault(s, N_("Only single values can be compared; the left side is something "
                                 "else."));
    struct sv_path_expr *e = new_expr(s, SV_PATH_COMPARE);
    sv_path_skip(s);
    if (!e || !(e->right = primary(s, depth)))
      return NULL;
    if (!is_comparable(e->right))
      return sv_path_fault(s, N_("Only single values can be compared; the right side is something "
                                 "else."));
    e->left = left;
    e->operator= operator;
    return e;
  }
  s->p = after;
  if (left->kind == SV_PATH_LITERAL ||
      (left->kind == SV_PATH_CALL && !functions[left->function].is_logical))
    return sv_path_fault(s, N_("A value alone is no condition; compare it with something."));
  return left;
}

static struct sv_path_expr *basic(struct sv_path_parser *s, int depth)
{
  const bool negated = sv_path_take(s, "!");
  struct sv_path_expr *e = NULL;
  if (negated)
    sv_path_skip(s);
  if (sv_path_take(s, "(")) {
    sv_path_skip(s);
    e = sv_path_logical(s, depth + 1);
    sv_path_skip(s);
    if (e && !sv_path_take(s, ")"))
      return sv_path_fault(s, N_("A closing parenthesis was expected here."));
  } else {
    e = test(s, negated, depth);
  }
  if (!e || !negated)
    return e;
  struct sv_path_expr *negation = new_expr(s, SV_PATH_NOT);
  if (negation)
    negation->left = e;
  return negation;
}

/* Operands joined by TEXT, each read by the level below. */
static struct sv_path_expr *joined(struct sv_path_parser *s, enum sv_path_expr_kind kind, int depth)
{
  struct sv_path_expr *e = kind == SV_PATH_OR ? joined(s, SV_PATH_AND, depth) : basic(s, depth);
  while (e) {
    const char *const after = s->p;
    sv_path_skip(s);
    if (!sv_path_take(s, kind == SV_PATH_OR ? "||" : "&&")) {
      s->p = after;
      return e;
    }
    sv_path_skip(s);
    struct sv_path_expr *both = new_expr(s, kind);
    if (!both)
      return NULL;
    both->left = e;
    both->right = kind == SV_PATH_OR ? joined(s, SV_PATH_AND, depth) : basic(s, depth);
    e = both->right ? both : NULL;
  }
  return NULL;
}

struct sv_path_expr *sv_path_logical(struct sv_path_parser *s, int depth)
{
  if (depth > SV_PATH_DEPTH_MAX)
    return sv_path_fault(s, N_("This JSONPath is nested too deep."));
  return joined(s, SV_PATH_OR, depth);
}
