// SPDX-License-Identifier: Apache-2.0
/* The constants of the shapes as terms of the data, and which classes lie below a class there. */
#include "engines/shacl/run.h"

#include <string.h>

static bool bind_terms(struct shacl_run *r)
{
  const struct sv_shacl *s = r->s;
  const sv_term *constants = s->constants.data;
  r->terms = shacl_array(&r->budget, s->constants.count, sizeof *r->terms);
  r->items = shacl_array(&r->budget, s->items.count, sizeof *r->items);
  if (!r->terms || !r->items)
    return false;
  for (size_t i = 0; i < s->constants.count; i++)
    r->terms[i] = s->graph == r->g ? constants[i] : sv_graph_import(r->g, s->graph, constants[i]);
  return sv_graph_status(r->g, NULL) == SV_OK;
}

static void bind_items(struct shacl_run *r)
{
  const struct sv_shacl *s = r->s;
  if (s->items.count)
    memcpy(r->items, s->items.data, s->items.count * sizeof *r->items);
  for (uint32_t i = 0; i < s->constraints.count; i++) {
    const struct shacl_constraint *k = shacl_constraint(s, i);
    if (k->op != OP_IN && k->op != OP_CLOSED)
      continue;
    for (uint32_t j = 0; j < k->count; j++)
      r->items[k->first + j] = r->terms[shacl_item(s, k->first + j)];
    /* duplicates would leave a gap: the last term fills it */
    const size_t kept = shacl_sort(r->items + k->first, k->count);
    for (size_t j = kept; j < k->count; j++)
      r->items[k->first + j] = r->items[k->first + kept - 1];
  }
}

/* The class and everything below it, rdfs:subClassOf* (SHACL 1.1). */
static bool find_classes(struct shacl_run *r, uint32_t constant)
{
  struct shacl_class *class = &r->class_of[constant];
  class->first = (uint32_t)r->classes.count;
  shacl_set_clear(&r->seen);
  sv_term *first = shacl_push(&r->budget, &r->classes, 1, sizeof *first);
  if (!first)
    return false;
  *first = r->terms[constant];
  (void)shacl_set_add(&r->budget, &r->seen, *first);
  for (size_t i = class->first; i < r->classes.count; i++) {
    size_t n;
    const sv_term c = ((const sv_term *)r->classes.data)[i];
    const uint32_t *found = sv_graph_subjects(r->g, SV_RDFS_SUBCLASS_OF, c, &n);
    if (!shacl_tick(r, n + 1))
      return false;
    for (size_t j = 0; j < n; j++) {
      const sv_term below = sv_graph_triples(r->g)[found[j]].s;
      if (!shacl_set_add(&r->budget, &r->seen, below))
        continue;
      sv_term *new = shacl_push(&r->budget, &r->classes, 1, sizeof *new);
      if (!new)
        return false;
      *new = below;
    }
  }
  class->count = (uint32_t)(r->classes.count - class->first);
  (void)shacl_sort((sv_term *)r->classes.data + class->first, class->count);
  return shacl_ok(r);
}

bool shacl_bind(struct shacl_run *r)
{
  const size_t n = r->s->constants.count;
  if (!bind_terms(r))
    return false;
  bind_items(r);
  r->class_of = shacl_array(&r->budget, n, sizeof *r->class_of);
  for (uint32_t i = 0; r->class_of && i < n; i++)
    if (r->s->is_class[i] && !find_classes(r, i))
      return false;
  return r->class_of != NULL;
}

bool shacl_is_a(const struct shacl_run *r, sv_term node, uint32_t class_constant)
{
  size_t n;
  const struct shacl_class *class = &r->class_of[class_constant];
  const sv_term *all = (const sv_term *)r->classes.data + class->first;
  const struct sv_triple *t = sv_graph_objects(r->g, node, SV_RDF_TYPE, &n);
  if (sv_term_kind(node) >= SV_TERM_LITERAL)
    return false;
  for (size_t i = 0; i < n; i++)
    if (class->count == 1 ? t[i].o == all[0] : shacl_sorted_has(all, class->count, t[i].o))
      return true;
  return false;
}
