// SPDX-License-Identifier: Apache-2.0
/* Filters at work: truth, comparison and methods as JavaScript has them. What JavaScript would
 * throw at is no match here. */
#include "engines/openapi/match_tree.h"

#include "engines/base/ascii.h"
#include "engines/base/utf8.h"
#include "engines/doc/decimal.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define TEXTS_MAX ((size_t)16 << 20)

enum kind { UNDEFINED, NOTHING, BOOLEAN, NUMBER, STRING, NODE };

struct operand {
  enum kind kind;
  bool truth;
  double number;
  const char *text;
  size_t size;
  struct sv_openapi_node node;
};

static void evaluate(struct sv_match_run *run, const struct sv_expr *e, const struct sv_match *m,
                     struct operand *out);

static void of_node(struct sv_match_run *run, struct sv_openapi_node n, struct operand *out)
{
  *out = (struct operand){ .kind = UNDEFINED };
  if (!n.doc || n.value == SV_DOC_NONE)
    return;
  if (run->resolved)
    n = sv_match_graph_value(run->graph, n);
  out->node = n;
  switch (sv_doc_type(n.doc, n.value)) {
  case SV_DOC_NULL:
    out->kind = NOTHING;
    break;
  case SV_DOC_FALSE:
  case SV_DOC_TRUE:
    out->kind = BOOLEAN;
    out->truth = sv_doc_type(n.doc, n.value) == SV_DOC_TRUE;
    break;
  case SV_DOC_NUMBER:
    out->kind = NUMBER;
    out->number = sv_doc_double(n.doc, n.value);
    break;
  case SV_DOC_STRING:
    out->kind = STRING;
    out->text = sv_doc_string(n.doc, n.value, &out->size);
    break;
  default:
    out->kind = NODE;
  }
}

static void of_text(const char *text, size_t size, struct operand *out)
{
  *out = (struct operand){ .kind = STRING, .text = text, .size = size };
}

static void of_number(double number, struct operand *out)
{
  *out = (struct operand){ .kind = NUMBER, .number = number };
}

static void of_truth(bool truth, struct operand *out)
{
  *out = (struct operand){ .kind = BOOLEAN, .truth = truth };
}

static bool is_true(const struct operand *o)
{
  switch (o->kind) {
  case BOOLEAN:
    return o->truth;
  case NUMBER:
    return o->number != 0 && !isnan(o->number);
  case STRING:
    return o->size > 0;
  case NODE:
    return true;
  default:
    return false;
  }
}

/* The name of what stands at N, or its index as a number. */
static void property(struct sv_openapi_node n, uint32_t index, struct operand *out)
{
  const sv_value name = sv_match_name(n);
  size_t size = 0;
  if (name == SV_DOC_NONE) {
    of_number(index, out);
    return;
  }
  const char *text = sv_doc_string(n.doc, name, &size);
  of_text(text, size, out);
}

static struct sv_openapi_node parent(const struct sv_match *m)
{
  struct sv_openapi_node n = m->at;
  n.value = sv_doc_parent(n.doc, n.value);
  return n.value == SV_DOC_NONE ? SV_OPENAPI_NONE : n;
}

static void parent_property(const struct sv_match *m, struct operand *out)
{
  const struct sv_openapi_node up = parent(m);
  *out = (struct operand){ .kind = UNDEFINED };
  if (up.doc && sv_match_name(up) != SV_DOC_NONE)
    property(up, 0, out);
}

/* A number in place of the text, NaN when it is none. */
static double to_number(const struct operand *o)
{
  if (o->kind == NUMBER)
    return o->number;
  size_t n = 0;
  while (n < o->size && (sv_is_digit(o->text[n]) || (o->text[n] == '.' && n > 0)))
    n++;
  return n == o->size && n > 0 && n < 32 && o->text[n - 1] != '.'
             ? sv_decimal_double(o->text, o->size)
             : (double)NAN;
}

static bool is_equal(const struct operand *a, const struct operand *b, bool strict)
{
  if (a->kind == NODE && b->kind == NODE)
    return a->node.doc == b->node.doc && a->node.value == b->node.value;
  if (!strict && a->kind <= NOTHING && b->kind <= NOTHING)
    return true;
  if (!strict &&
      ((a->kind == NUMBER && b->kind == STRING) || (a->kind == STRING && b->kind == NUMBER)))
    return to_number(a) == to_number(b);
  if (a->kind != b->kind)
    return false;
  switch (a->kind) {
  case BOOLEAN:
    return a->truth == b->truth;
  case NUMBER:
    return a->number == b->number;
  case STRING:
    return a->size == b->size && memcmp(a->text, b->text, a->size) == 0;
  default:
    return true;
  }
}

static int compare(const struct operand *a, const struct operand *b, bool *comparable)
{
  *comparable = a->kind == b->kind && (a->kind == NUMBER || a->kind == STRING);
  if (a->kind == STRING && b->kind == STRING) {
    const size_t size = a->size < b->size ? a->size : b->size;
    const int order = size ? memcmp(a->text, b->text, size) : 0;
    return order ? order : (a->size > b->size) - (a->size < b->size);
  }
  const double x = a->kind == NUMBER || a->kind == STRING ? to_number(a) : (double)NAN;
  const double y = b->kind == NUMBER || b->kind == STRING ? to_number(b) : (double)NAN;
  *comparable = !isnan(x) && !isnan(y);
  return (x > y) - (x < y);
}

static void relation(struct sv_match_run *run, const struct sv_expr *e, const struct sv_match *m,
                     struct operand *out)
{
  struct operand a, b;
  bool comparable = false;
  evaluate(run, e->left, m, &a);
  evaluate(run, e->right, m, &b);
  if (e->kind == SV_EXPR_EQUAL || e->kind == SV_EXPR_UNEQUAL) {
    of_truth(is_equal(&a, &b, e->truth) == (e->kind == SV_EXPR_EQUAL), out);
    return;
  }
  const int order = compare(&a, &b, &comparable);
  bool holds = false;
  if (e->kind == SV_EXPR_LESS || e->kind == SV_EXPR_LESS_EQUAL)
    holds = order < 0 || (order == 0 && e->kind == SV_EXPR_LESS_EQUAL);
  else
    holds = order > 0 || (order == 0 && e->kind == SV_EXPR_GREATER_EQUAL);
  of_truth(comparable && holds, out);
}

static void length_of(const struct operand *o, struct operand *out)
{
  if (o->kind == STRING)
    of_number((double)sv_utf8_length(o->text, o->size), out);
  else
    of_number((double)sv_doc_count(o->node.doc, o->node.value), out);
}

static void member(struct sv_match_run *run, const struct sv_expr *e, const struct sv_match *m,
                   struct operand *out)
{
  struct operand left;
  evaluate(run, e->left, m, &left);
  *out = (struct operand){ .kind = UNDEFINED };
  if (!sv_match_pay(run, 1))
    return;
  const bool is_object =
      left.kind == NODE && sv_doc_type(left.node.doc, left.node.value) == SV_DOC_OBJECT;
  struct sv_openapi_node n = left.node;
  if (is_object) {
    n.value = sv_doc_get(n.doc, n.value, e->text, e->size);
    of_node(run, n, out);
    return;
  }
  if (left.kind != STRING && left.kind != NODE)
    return;
  if (e->size == 6 && memcmp(e->text, "length", 6) == 0) {
    length_of(&left, out);
    return;
  }
  unsigned long long index;
  if (!sv_parse_uint(e->text, e->size, UINT32_MAX, &index))
    return;
  if (left.kind == NODE && sv_match_pay(run, index / 64)) {
    n.value = sv_doc_at(n.doc, n.value, (size_t)index);
    of_node(run, n, out);
  } else if (left.kind == STRING && index < left.size) {
    of_text(left.text + index, 1, out);
  }
}

static bool matches(struct sv_match_run *run, const struct sv_regex *regex,
                    const struct operand *text)
{
  char digits[32];
  const char *p = text->text;
  size_t size = text->size;
  bool found = false;
  if (text->kind == NUMBER) {
    size = (size_t)snprintf(digits, sizeof digits, "%.0f", text->number);
    p = digits;
  } else if (text->kind != STRING) {
    return false;
  }
  if (!run->scratch)
    run->scratch = sv_regex_scratch_new();
  if (!sv_match_pay(run, 2 + size / 32))
    return false;
  const enum sv_status status = sv_regex_match(regex, run->scratch, p, size, &found);
  if (status != SV_OK)
    return sv_match_fail(run, status == SV_INVALID ? SV_LIMIT : status, "pattern-match");
  return found;
}

static bool array_includes(struct sv_match_run *run, struct sv_openapi_node array,
                           const struct operand *what)
{
  struct sv_openapi_node n = array;
  for (n.value = sv_doc_first(array.doc, array.value); n.value != SV_DOC_NONE;
       n.value = sv_doc_next(array.doc, array.value, n.value)) {
    struct operand one;
    of_node(run, n, &one);
    if (!sv_match_pay(run, 1) || is_equal(&one, what, true))
      return run->status == SV_OK;
  }
  return false;
}

static void in_case(struct sv_match_run *run, const struct operand *o, bool upper,
                    struct operand *out)
{
  run->texts.limit = TEXTS_MAX;
  char *copy = sv_arena_copy(&run->texts, o->text, o->size);
  if (!copy) {
    (void)sv_match_fail(run, SV_LIMIT, "rule-texts");
    return;
  }
  for (size_t i = 0; i < o->size; i++)
    if (upper ? copy[i] >= 'a' && copy[i] <= 'z' : copy[i] >= 'A' && copy[i] <= 'Z')
      copy[i] ^= 32;
  of_text(copy, o->size, out);
}

static void call(struct sv_match_run *run, const struct sv_expr *e, const struct sv_match *m,
                 struct operand *out)
{
  struct operand left = { .kind = UNDEFINED }, right = { .kind = UNDEFINED };
  *out = left;
  if (e->left->kind != SV_EXPR_REGEX)
    evaluate(run, e->left, m, &left);
  if (e->right && e->right->kind != SV_EXPR_REGEX)
    evaluate(run, e->right, m, &right);
  if (e->method == SV_METHOD_MATCH || e->method == SV_METHOD_TEST) {
    const bool is_match = e->method == SV_METHOD_MATCH;
    of_truth(matches(run, is_match ? e->right->regex : e->left->regex, is_match ? &left : &right),
             out);
    return;
  }
  const bool is_array = left.kind == NODE && e->method == SV_METHOD_INCLUDES &&
                        sv_doc_type(left.node.doc, left.node.value) == SV_DOC_ARRAY;
  if (is_array) {
    of_truth(array_includes(run, left.node, &right), out);
    return;
  }
  if (left.kind != STRING || !sv_match_pay(run, 1 + left.size / 64))
    return;
  if (e->method == SV_METHOD_LOWER || e->method == SV_METHOD_UPPER) {
    in_case(run, &left, e->method == SV_METHOD_UPPER, out);
    return;
  }
  if (right.kind != STRING)
    return;
  const char *hit = memmem(left.text, left.size, right.text, right.size);
  const size_t rest = left.size - right.size;
  if (e->method == SV_METHOD_INDEX_OF)
    of_number(hit ? (double)(hit - left.text) : -1, out);
  else if (e->method == SV_METHOD_INCLUDES)
    of_truth(hit != NULL, out);
  else if (e->method == SV_METHOD_STARTS_WITH)
    of_truth(hit == left.text, out);
  else
    of_truth(left.size >= right.size && memcmp(left.text + rest, right.text, right.size) == 0, out);
}

static bool is_type(const struct sv_match *m, enum sv_expr_type type)
{
  const struct sv_openapi_node n = m->value;
  const enum sv_doc_type t = m->is_name ? SV_DOC_STRING : sv_doc_type(n.doc, n.value);
  switch (type) {
  case SV_TYPE_STRING:
    return t == SV_DOC_STRING;
  case SV_TYPE_NUMBER:
    return t == SV_DOC_NUMBER;
  case SV_TYPE_INTEGER:
    return t == SV_DOC_NUMBER && sv_doc_is_integer(n.doc, n.value);
  case SV_TYPE_BOOLEAN:
    return t == SV_DOC_TRUE || t == SV_DOC_FALSE;
  case SV_TYPE_NULL:
    return t == SV_DOC_NULL;
  case SV_TYPE_ARRAY:
    return t == SV_DOC_ARRAY;
  case SV_TYPE_OBJECT:
    return t == SV_DOC_OBJECT;
  default:
    return t < SV_DOC_ARRAY;
  }
}

/* Whether the segments behind the value select anything. */
static bool selects(struct sv_match_run *run, const struct sv_expr *e, const struct sv_match *m)
{
  struct operand left;
  struct sv_matches hits = { .count = 0 };
  evaluate(run, e->left, m, &left);
  if (left.kind != NODE)
    return false;
  struct sv_matches from = { .count = 0 };
  const struct sv_match first = { .at = left.node, .value = left.node };
  const bool good = sv_match_keep(run, &from, &first) && sv_match_walk(run, e->query, &from, &hits);
  const bool some = good && hits.count > 0;
  sv_matches_free(&hits);
  return some;
}

static void is_in(struct sv_match_run *run, const struct sv_expr *e, const struct sv_match *m,
                  struct operand *out)
{
  struct operand name, object;
  evaluate(run, e->left, m, &name);
  evaluate(run, e->right, m, &object);
  of_truth(name.kind == STRING && object.kind == NODE &&
               sv_doc_get(object.node.doc, object.node.value, name.text, name.size) != SV_DOC_NONE,
           out);
}

/* A value that is written in the filter itself. */
static void literal(const struct sv_expr *e, struct operand *out)
{
  static const enum kind kinds[] = { [SV_EXPR_UNDEFINED] = UNDEFINED,
                                     [SV_EXPR_NULL] = NOTHING,
                                     [SV_EXPR_BOOLEAN] = BOOLEAN,
                                     [SV_EXPR_NUMBER] = NUMBER,
                                     [SV_EXPR_STRING] = STRING };
  *out = (struct operand){ .kind = kinds[e->kind], .text = e->text, .size = e->size };
  if (e->kind == SV_EXPR_NUMBER)
    out->number = e->number;
  else if (e->kind == SV_EXPR_BOOLEAN)
    out->truth = e->truth;
}

static void current(struct sv_match_run *run, const struct sv_match *m, struct operand *out)
{
  if (m->is_name)
    property(m->at, m->index, out);
  else
    of_node(run, m->value, out);
}

/* The parser bounds how deep expressions nest. */
static void evaluate(struct sv_match_run *run, const struct sv_expr *e, const struct sv_match *m,
                     struct operand *out)
{
  switch (e->kind) {
  case SV_EXPR_OR:
  case SV_EXPR_AND:
    evaluate(run, e->left, m, out);
    if (is_true(out) == (e->kind == SV_EXPR_AND))
      evaluate(run, e->right, m, out);
    return;
  case SV_EXPR_NOT:
    evaluate(run, e->left, m, out);
    of_truth(!is_true(out), out);
    return;
  case SV_EXPR_IN:
    is_in(run, e, m, out);
    return;
  case SV_EXPR_CURRENT:
    current(run, m, out);
    return;
  case SV_EXPR_ROOT:
    of_node(run, sv_openapi_root(run->graph->api), out);
    return;
  case SV_EXPR_PROPERTY:
    property(m->at, m->index, out);
    return;
  case SV_EXPR_PARENT:
    of_node(run, parent(m), out);
    return;
  case SV_EXPR_PARENT_PROPERTY:
    parent_property(m, out);
    return;
  case SV_EXPR_TYPE:
    of_truth(is_type(m, e->type), out);
    return;
  case SV_EXPR_MEMBER:
    member(run, e, m, out);
    return;
  case SV_EXPR_CALL:
    call(run, e, m, out);
    return;
  case SV_EXPR_QUERY:
    of_truth(selects(run, e, m), out);
    return;
  case SV_EXPR_REGEX:
    of_truth(true, out);
    return;
  case SV_EXPR_UNDEFINED:
  case SV_EXPR_NULL:
  case SV_EXPR_BOOLEAN:
  case SV_EXPR_NUMBER:
  case SV_EXPR_STRING:
    literal(e, out);
    return;
  default:
    relation(run, e, m, out);
  }
}

bool sv_match_holds(struct sv_match_run *run, const struct sv_expr *e, const struct sv_match *m)
{
  struct operand o;
  evaluate(run, e, m, &o);
  return run->status == SV_OK && is_true(&o);
}
