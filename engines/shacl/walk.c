// SPDX-License-Identifier: Apache-2.0
/* Value nodes: where a path leads from a node. The machine of a path and the data are walked
 * together, each pair of state and node once, so that cycles end. */
#include "engines/shacl/run.h"

static bool push(struct shacl_run *r, sv_term node)
{
  sv_term *new = shacl_push(&r->budget, &r->stack, 1, sizeof *new);
  if (new)
    *new = node;
  return new != NULL;
}

static bool push_simple(struct shacl_run *r, const struct shacl_shape *shape, sv_term focus,
                        size_t *count)
{
  const sv_term p = shacl_term(r, shape->simple);
  if (!shape->inverse) {
    const struct sv_triple *t = sv_graph_objects(r->g, focus, p, count);
    if (!shacl_tick(r, *count + 1))
      return false;
    for (size_t i = 0; i < *count; i++)
      if (!push(r, t[i].o))
        return false;
    return true;
  }
  const uint32_t *found = sv_graph_subjects(r->g, p, focus, count);
  if (!shacl_tick(r, *count + 1))
    return false;
  for (size_t i = 0; i < *count; i++)
    if (!push(r, sv_graph_triples(r->g)[found[i]].s))
      return false;
  return true;
}

static bool visit(struct shacl_run *r, uint32_t state, sv_term node)
{
  const uint64_t pair = (uint64_t)state << 32 | node;
  if (!shacl_set_add(&r->budget, &r->seen, pair))
    return r->budget.status == SV_OK;
  uint64_t *new = shacl_push(&r->budget, &r->todo, 1, sizeof *new);
  if (new)
    *new = pair;
  return new != NULL;
}

static bool step(struct shacl_run *r, const struct shacl_state *s, sv_term node)
{
  size_t n;
  const sv_term p = shacl_term(r, s->other);
  if (s->kind == STATE_STEP) {
    const struct sv_triple *t = sv_graph_objects(r->g, node, p, &n);
    if (!shacl_tick(r, n + 1))
      return false;
    for (size_t i = 0; i < n; i++)
      if (!visit(r, s->next, t[i].o))
        return false;
    return true;
  }
  const uint32_t *found = sv_graph_subjects(r->g, p, node, &n);
  if (!shacl_tick(r, n + 1))
    return false;
  for (size_t i = 0; i < n; i++)
    if (!visit(r, s->next, sv_graph_triples(r->g)[found[i]].s))
      return false;
  return true;
}

static bool push_path(struct shacl_run *r, const struct shacl_shape *shape, sv_term focus)
{
  shacl_set_clear(&r->seen);
  r->todo.count = 0;
  bool ok = visit(r, shape->start, focus);
  for (size_t i = 0; ok && i < r->todo.count; i++) {
    const uint64_t pair = ((const uint64_t *)r->todo.data)[i];
    const struct shacl_state *s =
        (const struct shacl_state *)r->s->states.data + (uint32_t)(pair >> 32);
    const sv_term node = (sv_term)pair;
    switch (s->kind) {
    case STATE_ACCEPT:
      ok = push(r, node);
      break;
    case STATE_SPLIT:
      ok = shacl_tick(r, 1) && visit(r, s->next, node) && visit(r, s->other, node);
      break;
    default:
      ok = step(r, s, node);
    }
  }
  return ok;
}

bool shacl_find_values(struct shacl_run *r, const struct shacl_shape *shape, sv_term focus,
                       size_t *count)
{
  const size_t base = r->stack.count;
  *count = 1;
  if (shape->path == 0)
    return push(r, focus);
  if (shape->simple != SHACL_NONE)
    return push_simple(r, shape, focus, count);
  const bool ok = push_path(r, shape, focus);
  *count = r->stack.count - base;
  return ok;
}
