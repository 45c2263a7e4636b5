// SPDX-License-Identifier: Apache-2.0
/* Which nodes of the data a shape's targets choose (SHACL 2.1). */
#include "engines/shacl/run.h"

static bool add(struct shacl_run *r, struct shacl_vector *out, sv_term node)
{
  sv_term *new = shacl_push(&r->budget, out, 1, sizeof *new);
  if (new)
    *new = node;
  return new != NULL;
}

/* The subjects or objects of the triples with predicate P and object O (0: any). */
static bool add_ends(struct shacl_run *r, struct shacl_vector *out, sv_term p, sv_term o,
                     bool objects)
{
  size_t n;
  const struct sv_triple *all = sv_graph_triples(r->g);
  const uint32_t *found = sv_graph_subjects(r->g, p, o, &n);
  sv_term last = 0;
  if (!shacl_tick(r, n + 1))
    return false;
  for (size_t i = 0; i < n; i++) {
    const sv_term node = objects ? all[found[i]].o : all[found[i]].s;
    if (node != last && !add(r, out, node))
      return false;
    last = node;
  }
  return true;
}

static bool add_instances(struct shacl_run *r, struct shacl_vector *out, uint32_t constant)
{
  const struct shacl_class *class = &r->class_of[constant];
  for (uint32_t i = 0; i < class->count; i++)
    if (!add_ends(r, out, SV_RDF_TYPE, ((const sv_term *)r->classes.data)[class->first + i], false))
      return false;
  return true;
}

/* The first target of ROOT: they lie in order of their shapes. */
static size_t first_target(const struct sv_shacl *s, uint32_t root)
{
  const struct shacl_target *all = s->targets.data;
  size_t low = 0, high = s->targets.count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (all[middle].shape < root)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

bool shacl_find_focus(struct shacl_run *r, uint32_t root, struct shacl_vector *out)
{
  out->count = 0;
  for (size_t i = first_target(r->s, root); i < r->s->targets.count; i++) {
    const struct shacl_target *t = (const struct shacl_target *)r->s->targets.data + i;
    bool ok = true;
    if (t->shape != root)
      break;
    switch (t->kind) {
    case TARGET_NODE:
      ok = add(r, out, shacl_term(r, t->value));
      break;
    case TARGET_CLASS:
      ok = add_instances(r, out, t->value);
      break;
    default:
      ok = add_ends(r, out, shacl_term(r, t->value), 0, t->kind == TARGET_OBJECTS);
    }
    if (!ok)
      return false;
  }
  out->count = shacl_sort(out->data, out->count);
  return true;
}
