// SPDX-License-Identifier: Apache-2.0
/* What the keywords of a schema evaluate, for explaining unevaluated*. */
#include "engines/schema/explain.h"

#define DEPTH_MAX 500

static void mark_members(struct sv_run *run, const struct sv_object_plan *plan, sv_value v,
                         struct sv_marks *marks)
{
  const struct sv_doc *doc = run->doc;
  const sv_value object = sv_tape_target(doc, v);
  uint32_t i = 0;
  for (sv_value k = object + 1; k < doc->tape[object].lo; k = sv_tape_past(doc, k + 1), i++) {
    const struct sv_tape_node *key = &doc->tape[k];
    const struct sv_slot *slot = sv_run_slot(plan, doc, key);
    bool evaluated = plan->has_additional || (slot && slot->evaluated);
    for (uint32_t p = 0; p < plan->pattern_count && !evaluated && !slot; p++)
      evaluated =
          sv_run_match(run, plan->patterns[p].regex, sv_tape_text(doc, key), key->head >> 8);
    if (evaluated)
      sv_marks_set(marks, i);
  }
}

static void mark_items(const struct sv_doc *doc, const struct sv_array_plan *plan, sv_value v,
                       struct sv_marks *marks)
{
  const size_t count = sv_doc_count(doc, v);
  marks->all = marks->all || plan->has_rest;
  for (uint32_t i = 0; plan->prefix && i < plan->prefix->count && i < count; i++)
    sv_marks_set(marks, i);
}

static void mark(struct sv_run *run, const struct sv_node *n, sv_value v,
                 const struct sv_scope *scope, struct sv_marks *marks, int depth);

/* Those of the branches that hold; when none does, all of them. */
static void mark_branches(struct sv_run *run, const struct sv_nodes *nodes, sv_value v,
                          const struct sv_scope *scope, struct sv_marks *marks, int depth)
{
  bool any = false;
  for (uint32_t i = 0; i < nodes->count; i++) {
    if (!sv_run_node(run, nodes->node[i], v, scope, NULL))
      continue;
    any = true;
    mark(run, nodes->node[i], v, scope, marks, depth);
  }
  for (uint32_t i = 0; i < nodes->count && !any; i++)
    mark(run, nodes->node[i], v, scope, marks, depth);
}

static void mark_op(struct sv_run *run, const struct sv_op *op, sv_value v,
                    const struct sv_scope *scope, struct sv_marks *marks, int depth)
{
  uint64_t found;
  switch (op->kind) {
  case SV_OP_OBJECT:
    mark_members(run, op->object, v, marks);
    break;
  case SV_OP_ARRAY:
    mark_items(run->doc, op->array, v, marks);
    break;
  case SV_OP_REF:
    mark(run, op->node, v, scope, marks, depth);
    break;
  case SV_OP_DYNAMIC_REF:
    mark(run, sv_run_dynamic(op->dynamic, scope), v, scope, marks, depth);
    break;
  case SV_OP_ALL_OF:
    for (uint32_t i = 0; i < op->nodes->count; i++)
      mark(run, op->nodes->node[i], v, scope, marks, depth);
    break;
  case SV_OP_ANY_OF:
  case SV_OP_ONE_OF:
    mark_branches(run, op->nodes, v, scope, marks, depth);
    break;
  case SV_OP_IF: {
    const struct sv_conditional *k = op->conditional;
    const bool holds = sv_run_node(run, k->test, v, scope, NULL);
    if (holds)
      mark(run, k->test, v, scope, marks, depth);
    if (holds ? k->then : k->otherwise)
      mark(run, holds ? k->then : k->otherwise, v, scope, marks, depth);
    break;
  }
  case SV_OP_DEPENDENT_SCHEMAS:
    for (uint32_t i = 0; i < op->dependents->count; i++) {
      const struct sv_dependent *d = &op->dependents->of[i];
      if (d->node && sv_run_has(run, v, d->name, d->size, d->hash))
        mark(run, d->node, v, scope, marks, depth);
    }
    break;
  case SV_OP_CONTAINS:
    (void)sv_run_contains(run, op, v, scope, marks, &found);
    break;
  default:
    break;
  }
}

static void mark(struct sv_run *run, const struct sv_node *n, sv_value v,
                 const struct sv_scope *scope, struct sv_marks *marks, int depth)
{
  if (depth > DEPTH_MAX)
    return;
  struct sv_scope inner = { scope, n->resource_id };
  if (run->schema->dynamic && n->resource_id != scope->resource)
    scope = &inner;
  const uint32_t type = sv_run_type(run->doc, v, false);
  for (uint32_t i = 0; i < n->op_count; i++) {
    const struct sv_op *op = &n->ops[i];
    if (!(op->types & type))
      continue;
    if (op->kind == SV_OP_UNEVALUATED_ITEMS || op->kind == SV_OP_UNEVALUATED_PROPERTIES)
      marks->all = true;
    else
      mark_op(run, op, v, scope, marks, depth + 1);
  }
}

void sv_explain_mark(struct sv_run *run, const struct sv_node *n, sv_value v,
                     const struct sv_scope *scope, struct sv_marks *marks)
{
  const uint32_t type = sv_run_type(run->doc, v, false);
  for (uint32_t i = 0; i < n->op_count; i++) {
    const struct sv_op *op = &n->ops[i];
    if (op->types & type && op->kind != SV_OP_UNEVALUATED_ITEMS &&
        op->kind != SV_OP_UNEVALUATED_PROPERTIES)
      mark_op(run, op, v, scope, marks, 0);
  }
}
