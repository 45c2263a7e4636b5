// SPDX-License-Identifier: Apache-2.0
/* Keywords that apply several schemas to one value. What a failed branch marked as evaluated is
 * forgotten. */
#include "engines/schema/run.h"

#include <stdlib.h>

const struct sv_node *sv_run_dynamic(const struct sv_dynamic *d, const struct sv_scope *scope)
{
  const struct sv_node *found = d->fallback;
  for (; scope; scope = scope->outer) /* the outermost wins: 2020-12 core 8.2.3.2 */
    for (uint32_t i = 0; i < d->count; i++)
      if (d->targets[i].resource == scope->resource)
        found = d->targets[i].node;
  return found;
}

/* Applies N with marks of its own that count only when it holds. */
static bool branch(struct sv_run *run, const struct sv_node *n, sv_value v,
                   const struct sv_scope *scope, struct sv_marks *marks)
{
  if (!marks)
    return sv_run_node(run, n, v, scope, NULL);
  struct sv_marks own;
  const bool valid = sv_marks_open(run, &own, v) && sv_run_node(run, n, v, scope, &own);
  if (valid)
    sv_marks_join(marks, &own);
  sv_marks_close(&own);
  return valid;
}

static bool all_of(struct sv_run *run, const struct sv_nodes *nodes, sv_value v,
                   const struct sv_scope *scope, struct sv_marks *marks)
{
  bool valid = true;
  for (uint32_t i = 0; i < nodes->count && valid; i++)
    valid = sv_run_node(run, nodes->node[i], v, scope, marks);
  return valid;
}

static bool any_of(struct sv_run *run, const struct sv_nodes *nodes, sv_value v,
                   const struct sv_scope *scope, struct sv_marks *marks)
{
  bool valid = false;
  for (uint32_t i = 0; i < nodes->count && run->status == SV_OK; i++) {
    if (!branch(run, nodes->node[i], v, scope, marks))
      continue;
    valid = true;
    if (!marks)
      break;
  }
  return valid;
}

static bool one_of(struct sv_run *run, const struct sv_nodes *nodes, sv_value v,
                   const struct sv_scope *scope, struct sv_marks *marks)
{
  uint32_t count = 0;
  for (uint32_t i = 0; i < nodes->count && count < 2 && run->status == SV_OK; i++)
    count += branch(run, nodes->node[i], v, scope, marks);
  return count == 1;
}

static bool conditional(struct sv_run *run, const struct sv_conditional *k, sv_value v,
                        const struct sv_scope *scope, struct sv_marks *marks)
{
  const bool holds = branch(run, k->test, v, scope, marks);
  if (run->status != SV_OK)
    return false;
  const struct sv_node *next = holds ? k->then : k->otherwise;
  return !next || sv_run_node(run, next, v, scope, marks);
}

static bool dependents(struct sv_run *run, const struct sv_dependents *all, sv_value v,
                       const struct sv_scope *scope, struct sv_marks *marks)
{
  bool valid = true;
  for (uint32_t i = 0; i < all->count && valid; i++) {
    const struct sv_dependent *d = &all->of[i];
    if (!sv_run_has(run, v, d->name, d->size, d->hash))
      continue;
    if (d->node)
      valid = sv_run_node(run, d->node, v, scope, marks);
    for (uint32_t k = 0; d->names && k < d->names->count && valid; k++)
      valid = sv_run_has(run, v, d->names->of[k].name, d->names->of[k].size, d->names->of[k].hash);
  }
  return valid;
}

bool sv_run_combine(struct sv_run *run, const struct sv_op *op, sv_value v,
                    const struct sv_scope *scope, struct sv_marks *marks)
{
  switch (op->kind) {
  case SV_OP_ALL_OF:
    return all_of(run, op->nodes, v, scope, marks);
  case SV_OP_ANY_OF:
    return any_of(run, op->nodes, v, scope, marks);
  case SV_OP_ONE_OF:
    return one_of(run, op->nodes, v, scope, marks);
  case SV_OP_NOT:
    return !sv_run_node(run, op->node, v, scope, NULL) && run->status == SV_OK;
  case SV_OP_IF:
    return conditional(run, op->conditional, v, scope, marks);
  default:
    return dependents(run, op->dependents, v, scope, marks);
  }
}
