// SPDX-License-Identifier: Apache-2.0
/* Constraints about all value nodes together (SHACL 4.2, 4.4.5, 4.5, 4.7.2, 4.7.3, 4.8.1, 4.8.2).
 */
#include "engines/shacl/run.h"

#include <stdlib.h>
#include <string.h>

static shacl_check min_count, max_count, has_value, unique_lang, closed, equals, disjoint,
    less_than, property, qualified;

shacl_check *const shacl_checks[OPS] = {
  [OP_MIN_COUNT] = min_count,
  [OP_MAX_COUNT] = max_count,
  [OP_HAS_VALUE] = has_value,
  [OP_UNIQUE_LANG] = unique_lang,
  [OP_CLOSED] = closed,
  [OP_EQUALS] = equals,
  [OP_DISJOINT] = disjoint,
  [OP_LESS_THAN] = less_than,
  [OP_LESS_THAN_OR_EQUALS] = less_than,
  [OP_PROPERTY] = property,
  [OP_QUALIFIED_MIN] = qualified,
  [OP_QUALIFIED_MAX] = qualified,
};

static uint32_t fits(size_t n)
{
  return n > UINT32_MAX ? UINT32_MAX : (uint32_t)n;
}

static bool min_count(struct shacl_eval *e)
{
  return e->count >= e->c->number || shacl_fail(e, fits(e->count), 0);
}

static bool max_count(struct shacl_eval *e)
{
  return e->count <= e->c->number || shacl_fail(e, fits(e->count), 0);
}

static bool has_value(struct shacl_eval *e)
{
  const sv_term wanted = shacl_term(e->run, e->c->value);
  if (!shacl_tick(e->run, e->count))
    return false;
  for (size_t i = 0; i < e->count; i++)
    if (shacl_value(e, i) == wanted)
      return true;
  return shacl_fail(e, 0, 0);
}

struct tagged {
  const char *tag;
  sv_term term;
};

static int compare_tags(const void *a, const void *b)
{
  const struct tagged *x = a, *y = b;
  return strcmp(x->tag, y->tag);
}

/* One result for each language that comes more than once; a text in it goes along for the message.
 */
static bool unique_lang(struct shacl_eval *e)
{
  bool ok = true;
  if (e->count < 2)
    return true;
  struct tagged *texts = shacl_array(&e->run->budget, e->count, sizeof *texts);
  size_t n = 0;
  for (size_t i = 0; texts && i < e->count; i++) {
    const sv_term v = shacl_value(e, i);
    const char *tag = sv_term_kind(v) == SV_TERM_LITERAL ? sv_graph_lang(e->run->g, v) : NULL;
    if (tag)
      texts[n++] = (struct tagged){ tag, v };
  }
  if (texts && n > 1)
    qsort(texts, n, sizeof *texts, compare_tags);
  for (size_t i = 1; texts && i < n; i++)
    if (strcmp(texts[i - 1].tag, texts[i].tag) == 0 &&
        (i == 1 || strcmp(texts[i - 2].tag, texts[i].tag) != 0))
      ok = shacl_fail(e, texts[i].term, 0);
  if (texts)
    e->run->budget.taken -= e->count * sizeof *texts;
  free(texts);
  return ok && shacl_tick(e->run, e->count);
}

static bool closed(struct shacl_eval *e)
{
  bool ok = true;
  for (size_t i = 0; i < e->count; i++) {
    size_t n;
    const struct sv_triple *row = sv_graph_row(e->run->g, shacl_value(e, i), &n);
    if (!shacl_tick(e->run, n))
      return false;
    for (size_t j = 0; j < n && (ok || e->emit); j++)
      if (!shacl_sorted_has(e->run->items + e->c->first, e->c->count, row[j].p))
        ok = shacl_fail(e, row[j].o, row[j].p);
  }
  return ok;
}

/* The values sorted, to be freed. */
static sv_term *sorted_values(struct shacl_eval *e)
{
  sv_term *all = shacl_array(&e->run->budget, e->count, sizeof *all);
  for (size_t i = 0; all && i < e->count; i++)
    all[i] = shacl_value(e, i);
  if (all)
    (void)shacl_sort(all, e->count);
  return all;
}

static bool equals(struct shacl_eval *e)
{
  size_t n;
  bool ok = true;
  const sv_term p = shacl_term(e->run, e->c->value);
  const struct sv_triple *other = sv_graph_objects(e->run->g, e->focus, p, &n);
  sv_term *values = sorted_values(e);
  if (!values || !shacl_tick(e->run, e->count + n)) {
    free(values);
    return false;
  }
  for (size_t i = 0; i < e->count; i++)
    if (!sv_graph_find(e->run->g, e->focus, p, shacl_value(e, i)))
      ok = shacl_fail(e, shacl_value(e, i), 0);
  for (size_t i = 0; i < n; i++)
    if (!shacl_sorted_has(values, e->count, other[i].o))
      ok = shacl_fail(e, other[i].o, 0);
  e->run->budget.taken -= e->count * sizeof *values;
  free(values);
  return ok;
}

static bool disjoint(struct shacl_eval *e)
{
  bool ok = true;
  const sv_term p = shacl_term(e->run, e->c->value);
  if (!shacl_tick(e->run, e->count))
    return false;
  for (size_t i = 0; i < e->count; i++)
    if (sv_graph_find(e->run->g, e->focus, p, shacl_value(e, i)))
      ok = shacl_fail(e, shacl_value(e, i), 0);
  return ok;
}

/* A result for each pair that is not in order. */
static bool less_than(struct shacl_eval *e)
{
  size_t n;
  bool ok = true;
  const struct sv_triple *other =
      sv_graph_objects(e->run->g, e->focus, shacl_term(e->run, e->c->value), &n);
  for (size_t i = 0; i < e->count; i++) {
    size_t size, other_size;
    (void)sv_graph_text(e->run->g, shacl_value(e, i), &size);
    for (size_t j = 0; j < n; j++) {
      (void)sv_graph_text(e->run->g, other[j].o, &other_size);
      if (!shacl_tick(e->run, 1 + (size + other_size) / 64))
        return false;
      const enum sv_shacl_order order = sv_shacl_compare(e->run->g, shacl_value(e, i), other[j].o);
      if (order != SV_SHACL_LESS &&
          !(order == SV_SHACL_EQUAL && e->c->op == OP_LESS_THAN_OR_EQUALS))
        ok = shacl_fail(e, shacl_value(e, i), 0);
    }
  }
  return ok;
}

/* The results are those of the other shape, for each value (SHACL 4.7.2). */
static bool property(struct shacl_eval *e)
{
  bool ok = true;
  for (size_t i = 0; i < e->count && (ok || e->emit) && shacl_ok(e->run); i++)
    if (!(e->emit ? shacl_judge(e->run, e->c->value, shacl_value(e, i), true, e->depth + 1)
                  : shacl_conforms(e->run, e->c->value, shacl_value(e, i), e->depth + 1)))
      ok = false;
  return ok;
}

static bool is_qualified(struct shacl_eval *e, sv_term v)
{
  if (!shacl_conforms(e->run, e->c->value, v, e->depth + 1))
    return false;
  for (uint32_t i = 0; i < e->c->count && e->c->disjoint; i++)
    if (shacl_conforms(e->run, shacl_item(e->run->s, e->c->first + i), v, e->depth + 1))
      return false;
  return true;
}

static bool qualified(struct shacl_eval *e)
{
  size_t n = 0;
  for (size_t i = 0; i < e->count && shacl_tick(e->run, 1); i++)
    n += is_qualified(e, shacl_value(e, i));
  if (!shacl_ok(e->run))
    return false;
  const bool ok = e->c->op == OP_QUALIFIED_MIN ? n >= e->c->number : n <= e->c->number;
  return ok || shacl_fail(e, fits(n), 0);
}
