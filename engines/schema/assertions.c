// SPDX-License-Identifier: Apache-2.0
/* Keywords that judge a value by itself: lengths, numbers, equality, patterns, uniqueness. */
#include "engines/schema/run.h"

#include "engines/doc/decimal.h"

#include <stdlib.h>
#include <string.h>

#define FEW_ITEMS 12

bool sv_run_match(struct sv_run *run, const struct sv_regex *regex, const char *text, size_t size)
{
  bool found;
  if (!run->scratch && !sv_regex_is_linear(regex)) {
    run->scratch = sv_regex_scratch_new();
    if (!run->scratch)
      return sv_run_fail(run, SV_NO_MEMORY, NULL);
  }
  const enum sv_status status = sv_regex_match(regex, run->scratch, text, size, &found);
  if (status == SV_LIMIT)
    return sv_run_fail(run, SV_LIMIT,
                       sv_regex_limit(regex) ? sv_regex_limit(regex) : "pattern-steps");
  if (status != SV_OK)
    return sv_run_fail(run, status, NULL);
  return found;
}

/* As sv_doc_compare, with the common cases inline. Doubles that differ tell the order for sure. */
static int compare(const struct sv_run *run, const struct sv_node *n, const struct sv_op *op,
                   sv_value v)
{
  const struct sv_tape_node *t = sv_tape_node(run->doc, v);
  if (t->head & SV_TAPE_INT64 && op->bound.is_int)
    return (t->integer > op->bound.integer) - (t->integer < op->bound.integer);
  if (!(t->head & SV_TAPE_POOL)) {
    const double d = t->head & SV_TAPE_INT64 ? (double)t->integer : t->number;
    if (d < op->bound.number)
      return -1;
    if (d > op->bound.number)
      return 1;
  }
  return sv_doc_compare(run->doc, v, sv_node_doc(n), op->value);
}

static bool multiple(struct sv_run *run, const struct sv_node *n, const struct sv_op *op,
                     sv_value v)
{
  const struct sv_tape_node *t = sv_tape_node(run->doc, v);
  if (t->head & SV_TAPE_INT64 && op->bound.is_int)
    return op->bound.integer == 1 || t->integer % op->bound.integer == 0;
  size_t size, by_size;
  const char *text = sv_doc_number(run->doc, v, &size);
  const char *by_text = sv_doc_number(sv_node_doc(n), op->value, &by_size);
  const struct sv_decimal a = sv_decimal_read(text, size);
  const struct sv_decimal b = sv_decimal_read(by_text, by_size);
  const int answer = sv_decimal_multiple(&a, &b);
  return answer < 0 ? sv_run_fail(run, SV_LIMIT, "number-digits") : answer;
}

static bool same(const struct sv_run *run, const struct sv_doc *schema, sv_value expected,
                 sv_value v)
{
  const struct sv_tape_node *a = sv_tape_node(schema, expected);
  const struct sv_tape_node *b = sv_tape_node(run->doc, v);
  if (sv_tape_type(a) != sv_tape_type(b))
    return false;
  if (sv_tape_type(a) != SV_DOC_STRING)
    return sv_doc_equal(schema, expected, run->doc, v);
  const size_t size = sv_tape_size(a);
  return size == sv_tape_size(b) &&
         memcmp(sv_tape_text(schema, a), sv_tape_text(run->doc, b), size) == 0;
}

static bool enumerated(const struct sv_run *run, const struct sv_doc *schema,
                       const struct sv_enum *e, sv_value v)
{
  if (!e->hashes) {
    for (uint32_t i = 0; i < e->count; i++)
      if (same(run, schema, e->values[i], v))
        return true;
    return false;
  }
  if (e->strings && sv_doc_type(run->doc, v) != SV_DOC_STRING)
    return false;
  const uint64_t hash = sv_doc_hash(run->doc, v);
  uint32_t lo = 0, hi = e->count;
  while (lo < hi) {
    const uint32_t mid = lo + (hi - lo) / 2;
    if (e->hashes[mid] < hash)
      lo = mid + 1;
    else
      hi = mid;
  }
  for (; lo < e->count && e->hashes[lo] == hash; lo++)
    if (same(run, schema, e->values[lo], v))
      return true;
  return false;
}

static sv_value few_duplicate(const struct sv_doc *doc, sv_value array, sv_value *earlier)
{
  for (sv_value b = sv_doc_first(doc, array); b != SV_DOC_NONE; b = sv_doc_next(doc, array, b)) {
    for (sv_value a = sv_doc_first(doc, array); a != b; a = sv_doc_next(doc, array, a)) {
      if (sv_doc_type(doc, a) == sv_doc_type(doc, b) && sv_doc_equal(doc, a, doc, b)) {
        *earlier = a;
        return b;
      }
    }
  }
  return SV_DOC_NONE;
}

struct seen {
  uint64_t hash;
  sv_value value;
};

sv_value sv_run_duplicate(struct sv_run *run, sv_value array, sv_value *earlier)
{
  const struct sv_doc *doc = run->doc;
  const size_t count = sv_doc_count(doc, array);
  if (count <= FEW_ITEMS)
    return few_duplicate(doc, array, earlier);
  size_t room = 32;
  while (room < count * 2)
    room *= 2;
  struct seen *table = calloc(room, sizeof *table);
  if (!table) {
    (void)sv_run_fail(run, SV_NO_MEMORY, NULL);
    return SV_DOC_NONE;
  }
  sv_value found = SV_DOC_NONE;
  for (sv_value v = sv_doc_first(doc, array); v != SV_DOC_NONE && found == SV_DOC_NONE;
       v = sv_doc_next(doc, array, v)) {
    const uint64_t hash = sv_doc_hash(doc, v);
    size_t i = hash & (room - 1);
    for (; table[i].value && found == SV_DOC_NONE; i = (i + 1) & (room - 1)) {
      if (table[i].hash == hash && sv_doc_equal(doc, table[i].value, doc, v)) {
        *earlier = table[i].value;
        found = v;
      }
    }
    table[i] = (struct seen){ hash, v };
  }
  free(table);
  return found;
}

static bool all_there(struct sv_run *run, const struct sv_names *names, sv_value v)
{
  for (uint32_t i = 0; i < names->count; i++)
    if (!sv_run_has(run, v, names->of[i].name, names->of[i].size, names->of[i].hash))
      return false;
  return true;
}

static bool dependents_there(struct sv_run *run, const struct sv_dependents *all, sv_value v)
{
  for (uint32_t i = 0; i < all->count; i++) {
    const struct sv_dependent *d = &all->of[i];
    if (d->names && sv_run_has(run, v, d->name, d->size, d->hash) && !all_there(run, d->names, v))
      return false;
  }
  return true;
}

static size_t length(const struct sv_doc *doc, sv_value v)
{
  const struct sv_tape_node *t = sv_tape_node(doc, v);
  return t->head & SV_TAPE_ASCII ? sv_tape_size(t) : sv_doc_length(doc, v);
}

static bool content(struct sv_run *run, const struct sv_node *n, const struct sv_op *op, sv_value v)
{
  const bool encoding = strcmp(op->keyword->name, "contentEncoding") == 0;
  const sv_value other = sv_compile_sibling(n, encoding ? "contentMediaType" : "contentEncoding");
  size_t size;
  const char *text = sv_doc_string(run->doc, v, &size);
  /* of the pair, contentMediaType judges both; contentEncoding only the encoding */
  return sv_content_valid(sv_node_doc(n), encoding ? op->value : other,
                          encoding ? SV_DOC_NONE : op->value, text, size);
}

/* Keywords about strings. */
static bool assert_string(struct sv_run *run, const struct sv_node *n, const struct sv_op *op,
                          sv_value v)
{
  const struct sv_tape_node *t = sv_tape_node(run->doc, v);
  switch (op->kind) {
  case SV_OP_MIN_LENGTH:
    return length(run->doc, v) >= op->count;
  case SV_OP_MAX_LENGTH:
    return sv_tape_size(t) <= op->count || length(run->doc, v) <= op->count;
  case SV_OP_PATTERN:
    return sv_run_match(run, op->regex, sv_tape_text(run->doc, t), sv_tape_size(t));
  case SV_OP_FORMAT:
    return sv_tape_type(t) != SV_DOC_STRING ||
           op->format->test(sv_tape_text(run->doc, t), sv_tape_size(t));
  default:
    return content(run, n, op, v);
  }
}

bool sv_run_assert(struct sv_run *run, const struct sv_node *n, const struct sv_op *op, sv_value v)
{
  sv_value earlier;
  switch (op->kind) {
  case SV_OP_MINIMUM:
    return compare(run, n, op, v) >= 0;
  case SV_OP_MAXIMUM:
    return compare(run, n, op, v) <= 0;
  case SV_OP_EXCLUSIVE_MINIMUM:
    return compare(run, n, op, v) > 0;
  case SV_OP_EXCLUSIVE_MAXIMUM:
    return compare(run, n, op, v) < 0;
  case SV_OP_MULTIPLE_OF:
    return multiple(run, n, op, v);
  case SV_OP_MIN_ITEMS:
  case SV_OP_MIN_PROPERTIES:
    return sv_doc_count(run->doc, v) >= op->count;
  case SV_OP_MAX_ITEMS:
  case SV_OP_MAX_PROPERTIES:
    return sv_doc_count(run->doc, v) <= op->count;
  case SV_OP_CONST:
    return same(run, sv_node_doc(n), op->value, v);
  case SV_OP_ENUM:
    return enumerated(run, sv_node_doc(n), op->enumeration, v);
  case SV_OP_REQUIRED:
    return all_there(run, op->names, v);
  case SV_OP_DEPENDENT_REQUIRED:
    return dependents_there(run, op->dependents, v);
  case SV_OP_UNIQUE_ITEMS:
    return sv_run_duplicate(run, v, &earlier) == SV_DOC_NONE;
  default:
    return assert_string(run, n, op, v);
  }
}
