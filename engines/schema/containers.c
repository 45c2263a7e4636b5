// SPDX-License-Identifier: Apache-2.0
/* Walks over members and items. */
#include "engines/schema/run.h"

#include <string.h>

bool sv_run_has(struct sv_run *run, sv_value v, const char *name, uint32_t size, uint32_t hash)
{
  return sv_tape_find(run->doc, sv_tape_node(run->doc, v), name, size, hash) != SV_DOC_NONE;
}

/* A member whose name the plan does not hold: patterns, then what is additional. */
static bool other_member(struct sv_run *run, const struct sv_object_plan *plan,
                         const struct sv_tape_node *key, sv_value v, const struct sv_scope *scope,
                         bool *evaluated)
{
  const char *name = sv_tape_text(run->doc, key);
  const size_t size = key->head >> 8;
  bool matched = false;
  for (uint32_t i = 0; i < plan->pattern_count; i++) {
    if (!sv_run_match(run, plan->patterns[i].regex, name, size))
      continue;
    matched = true;
    if (!sv_run_node(run, plan->patterns[i].node, v, scope, NULL))
      return false;
  }
  *evaluated = matched || plan->has_additional;
  return run->status == SV_OK &&
         (matched || !plan->additional || sv_run_node(run, plan->additional, v, scope, NULL));
}

/* A member that the plan knows. */
static bool known_member(struct sv_run *run, const struct sv_object_plan *plan,
                         const struct sv_slot *slot, sv_value v, const struct sv_scope *scope,
                         bool *evaluated)
{
  for (uint32_t i = 0; i < slot->count; i++)
    if (!sv_run_node(run, slot->nodes[i], v, scope, NULL))
      return false;
  *evaluated = slot->evaluated;
  if (slot->evaluated || !plan->has_additional)
    return true;
  *evaluated = true;
  return sv_run_node(run, plan->additional, v, scope, NULL);
}

bool sv_run_object(struct sv_run *run, const struct sv_op *op, sv_value v,
                   const struct sv_scope *scope, struct sv_marks *marks)
{
  const struct sv_object_plan *plan = op->object;
  const struct sv_doc *doc = run->doc;
  const sv_value object = sv_tape_target(doc, v);
  const sv_value end = doc->tape[object].lo;
  uint64_t seen = 0;
  uint32_t i = 0;
  for (sv_value k = object + 1; k < end; k = sv_tape_past(doc, k + 1), i++) {
    const struct sv_tape_node *key = &doc->tape[k];
    const struct sv_slot *slot = sv_run_slot(plan, doc, key);
    bool evaluated = false;
    if (slot) {
      if (slot->required != UINT32_MAX)
        seen |= UINT64_C(1) << slot->required;
      if (!known_member(run, plan, slot, k + 1, scope, &evaluated))
        return false;
    } else if (!other_member(run, plan, key, k + 1, scope, &evaluated)) {
      return false;
    }
    if (marks && evaluated)
      sv_marks_set(marks, i);
  }
  return (seen & plan->required) == plan->required && run->status == SV_OK;
}

bool sv_run_array(struct sv_run *run, const struct sv_op *op, sv_value v,
                  const struct sv_scope *scope, struct sv_marks *marks)
{
  const struct sv_array_plan *plan = op->array;
  const struct sv_doc *doc = run->doc;
  const sv_value array = sv_tape_target(doc, v);
  const sv_value end = doc->tape[array].lo;
  const uint32_t prefix = plan->prefix ? plan->prefix->count : 0;
  uint32_t i = 0;
  sv_value item = array + 1;
  for (; item < end && i < prefix; item = sv_tape_past(doc, item), i++) {
    if (!sv_run_node(run, plan->prefix->node[i], item, scope, NULL))
      return false;
    if (marks)
      sv_marks_set(marks, i);
  }
  if (!plan->has_rest)
    return true;
  if (marks)
    marks->all = true;
  for (; item < end; item = sv_tape_past(doc, item))
    if (!sv_run_node(run, plan->rest, item, scope, NULL))
      return false;
  return true;
}

bool sv_run_unevaluated(struct sv_run *run, const struct sv_op *op, sv_value v,
                        const struct sv_scope *scope, struct sv_marks *marks)
{
  const struct sv_doc *doc = run->doc;
  const sv_value holder = sv_tape_target(doc, v);
  const sv_value end = doc->tape[holder].lo;
  const uint32_t key = op->kind == SV_OP_UNEVALUATED_PROPERTIES;
  uint32_t i = 0;
  for (sv_value c = holder + 1; c < end && !marks->all; c = sv_tape_past(doc, c + key), i++)
    if (!sv_marks_has(marks, i) && !sv_run_node(run, op->node, c + key, scope, NULL))
      return false;
  marks->all = true;
  return true;
}

bool sv_run_contains(struct sv_run *run, const struct sv_op *op, sv_value v,
                     const struct sv_scope *scope, struct sv_marks *marks, uint64_t *found)
{
  const struct sv_contains *k = op->contains;
  const struct sv_doc *doc = run->doc;
  const sv_value array = sv_tape_target(doc, v);
  const sv_value end = doc->tape[array].lo;
  const bool every = (marks && k->marks) || k->max != UINT64_MAX;
  uint32_t i = 0;
  *found = 0;
  for (sv_value item = array + 1; item < end && run->status == SV_OK;
       item = sv_tape_past(doc, item), i++) {
    if (!every && *found >= k->min)
      break;
    if (!sv_run_node(run, k->node, item, scope, NULL))
      continue;
    (*found)++;
    if (marks && k->marks)
      sv_marks_set(marks, i);
  }
  return *found >= k->min && *found <= k->max && run->status == SV_OK;
}

bool sv_run_property_names(struct sv_run *run, const struct sv_op *op, sv_value v,
                           const struct sv_scope *scope)
{
  const struct sv_doc *doc = run->doc;
  const sv_value object = sv_tape_target(doc, v);
  const sv_value end = doc->tape[object].lo;
  for (sv_value k = object + 1; k < end; k = sv_tape_past(doc, k + 1))
    if (!sv_run_node(run, op->node, k, scope, NULL))
      return false;
  return true;
}
