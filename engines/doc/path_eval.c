// SPDX-License-Identifier: Apache-2.0
/* Filter expressions: comparison (RFC 9535 section 2.3.5.2.2) and the five functions (2.4). */
#include "engines/doc/path_eval.h"
#include "engines/base/utf8.h"
#include "engines/doc/decimal.h"

#include <stdio.h>
#include <string.h>

#define EASY 1000u /* steps of a pattern that is no trouble */

/* A value to compare: Nothing, a primitive as text, or an array or object of the document. */
struct operand {
  bool is_nothing;
  enum sv_doc_type type;
  const char *text;
  size_t size;
  sv_value value;  /* SV_DOC_NONE: not of the document */
  char number[24]; /* room for what functions count */
};

struct tally {
  struct sv_path_sink sink;
  uint64_t count;
  uint64_t most; /* enough */
  sv_value first;
};

static bool add(struct sv_path_run *r, struct sv_path_sink *sink, sv_value v)
{
  struct tally *t = (struct tally *)sink;
  (void)r;
  if (t->count++ == 0)
    t->first = v;
  return t->count < t->most;
}

static struct tally run(struct sv_path_run *r, const struct sv_path_query *q, sv_value current,
                        uint64_t most)
{
  struct tally t = { .sink.found = add, .most = most, .first = SV_DOC_NONE };
  sv_path_query_run(r, q, current, &t.sink);
  return t;
}

static void of_document(const struct sv_doc *d, sv_value v, struct operand *out)
{
  *out = (struct operand){ .is_nothing = v == SV_DOC_NONE, .value = v };
  if (out->is_nothing)
    return;
  out->type = sv_doc_type(d, v);
  if (out->type == SV_DOC_STRING)
    out->text = sv_doc_string(d, v, &out->size);
  else if (out->type == SV_DOC_NUMBER)
    out->text = sv_doc_number(d, v, &out->size);
}

static void of_count(uint64_t count, struct operand *out)
{
  *out = (struct operand){ .type = SV_DOC_NUMBER, .value = SV_DOC_NONE };
  out->size = (size_t)snprintf(out->number, sizeof out->number, "%llu", (unsigned long long)count);
  out->text = out->number;
}

static void evaluate(struct sv_path_run *r, const struct sv_path_expr *e, sv_value current,
                     struct operand *out);

/* 2.4.4: characters of a string, children of an array or object, else Nothing. */
static void length(struct sv_path_run *r, const struct sv_path_expr *e, sv_value current,
                   struct operand *out)
{
  struct operand a;
  evaluate(r, e->left, current, &a);
  if (!a.is_nothing && a.type == SV_DOC_STRING)
    of_count(sv_utf8_length(a.text, a.size), out);
  else if (!a.is_nothing && a.type >= SV_DOC_ARRAY)
    of_count(sv_doc_count(r->doc, a.value), out);
  else
    of_document(r->doc, SV_DOC_NONE, out);
}

static void evaluate(struct sv_path_run *r, const struct sv_path_expr *e, sv_value current,
                     struct operand *out)
{
  if (e->kind == SV_PATH_LITERAL) {
    *out =
        (struct operand){ .type = e->type, .text = e->text, .size = e->size, .value = SV_DOC_NONE };
  } else if (e->kind == SV_PATH_QUERY) {
    of_document(r->doc, run(r, &e->query, current, 1).first, out);
  } else if (e->function == SV_PATH_LENGTH) {
    length(r, e, current, out);
  } else if (e->function == SV_PATH_COUNT) {
    of_count(run(r, &e->left->query, current, UINT64_MAX).count, out);
  } else {
    const struct tally t = run(r, &e->left->query, current, 2);
    of_document(r->doc, t.count == 1 ? t.first : SV_DOC_NONE, out);
  }
}

static int compare_text(const struct operand *a, const struct operand *b)
{
  const size_t size = a->size < b->size ? a->size : b->size;
  const int order = size ? memcmp(a->text, b->text, size) : 0;
  return order ? order : (a->size > b->size) - (a->size < b->size);
}

static int compare_number(const struct operand *a, const struct operand *b)
{
  const struct sv_decimal x = sv_decimal_read(a->text, a->size);
  const struct sv_decimal y = sv_decimal_read(b->text, b->size);
  return sv_decimal_compare(&x, &y);
}

static bool is_equal(const struct sv_path_run *r, const struct operand *a, const struct operand *b)
{
  if (a->is_nothing || b->is_nothing)
    return a->is_nothing && b->is_nothing;
  if (a->type != b->type)
    return false;
  if (a->type == SV_DOC_STRING)
    return compare_text(a, b) == 0;
  if (a->type == SV_DOC_NUMBER)
    return compare_number(a, b) == 0;
  return a->type <= SV_DOC_TRUE || sv_doc_equal(r->doc, a->value, r->doc, b->value);
}

static bool is_less(const struct operand *a, const struct operand *b)
{
  if (a->is_nothing || b->is_nothing || a->type != b->type)
    return false;
  if (a->type == SV_DOC_STRING)
    return compare_text(a, b) < 0;
  return a->type == SV_DOC_NUMBER && compare_number(a, b) < 0;
}

static bool compare(struct sv_path_run *r, const struct sv_path_expr *e, sv_value current)
{
  struct operand a, b;
  evaluate(r, e->left, current, &a);
  evaluate(r, e->right, current, &b);
  switch (e->operator) {
  case SV_PATH_EQUAL:
    return is_equal(r, &a, &b);
  case SV_PATH_UNEQUAL:
    return !is_equal(r, &a, &b);
  case SV_PATH_LESS:
    return is_less(&a, &b);
  case SV_PATH_GREATER:
    return is_less(&b, &a);
  case SV_PATH_LESS_EQUAL:
    return is_less(&a, &b) || is_equal(r, &a, &b);
  default:
    return is_less(&b, &a) || is_equal(r, &a, &b);
  }
}

/* Takes COST from the budget of visits. */
static bool pay(struct sv_path_run *r, uint64_t cost)
{
  if (cost <= r->visits) {
    r->visits -= cost;
    return true;
  }
  r->visits = 0;
  r->status = SV_LIMIT;
  r->limit = "path-visits";
  return false;
}

/* match() and search(): most patterns need little; the others pay for all they may take. */
static bool match(struct sv_path_run *r, const struct sv_path_expr *e, sv_value current)
{
  struct operand text, pattern;
  evaluate(r, e->left, current, &text);
  evaluate(r, e->right, current, &pattern);
  if (text.is_nothing || pattern.is_nothing || text.type != SV_DOC_STRING ||
      pattern.type != SV_DOC_STRING)
    return false;
  const bool search = e->function == SV_PATH_SEARCH;
  bool matches = false;
  if (!pay(r, 50 + pattern.size / 4 + text.size / 16))
    return false;
  enum sv_status status =
      sv_iregexp_match(pattern.text, pattern.size, text.text, text.size, search, EASY, &matches);
  if (status == SV_LIMIT) {
    if (!pay(r, SV_IREGEXP_EFFORT))
      return false;
    status = sv_iregexp_match(pattern.text, pattern.size, text.text, text.size, search,
                              SV_IREGEXP_EFFORT, &matches);
  }
  if (status != SV_OK && r->status == SV_OK) {
    r->status = status;
    r->limit = "pattern-match";
  }
  return matches;
}

bool sv_path_holds(struct sv_path_run *r, const struct sv_path_expr *e, sv_value current)
{
  while (r->status == SV_OK) {
    switch (e->kind) {
    case SV_PATH_OR:
      if (sv_path_holds(r, e->left, current))
        return true;
      e = e->right;
      continue;
    case SV_PATH_AND:
      if (!sv_path_holds(r, e->left, current))
        return false;
      e = e->right;
      continue;
    case SV_PATH_NOT:
      return !sv_path_holds(r, e->left, current);
    case SV_PATH_COMPARE:
      return compare(r, e, current);
    case SV_PATH_QUERY:
      return run(r, &e->query, current, 1).count > 0;
    default:
      return match(r, e, current);
    }
  }
  return false;
}
