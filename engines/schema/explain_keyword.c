// SPDX-License-Identifier: Apache-2.0
/* What each keyword says about a value: its subschemas, its message, its annotation. */
#include "engines/schema/explain.h"

#include <string.h>

typedef bool explain(struct sv_schema_report *r, struct sv_unit *unit, sv_value v,
                     const struct sv_scope *scope);

static bool down(struct sv_schema_report *r, struct sv_unit *unit, const struct sv_node *n,
                 sv_value v, const struct sv_step *path, const struct sv_scope *scope)
{
  bool valid = true;
  if (!sv_explain_node(r, unit, n, v, path, scope, &valid))
    return false;
  unit->valid = unit->valid && valid;
  return true;
}

/* Adds I to the members or items that the keyword evaluated. */
static void note(struct sv_schema_report *r, struct sv_unit *unit, enum sv_note_kind kind,
                 uint32_t i)
{
  if (!r->full)
    return;
  unit->note = kind;
  if ((unit->index_count & (unit->index_count - 1)) == 0) {
    const size_t room = unit->index_count ? 2 * (size_t)unit->index_count : 1;
    uint32_t *indexes = sv_arena_calloc(&r->arena, room, sizeof *indexes);
    if (!indexes) {
      (void)sv_run_fail(&r->run, SV_LIMIT, "schema-report");
      return;
    }
    if (unit->index_count)
      memcpy(indexes, unit->indexes, unit->index_count * sizeof *indexes);
    unit->indexes = indexes;
  }
  unit->indexes[unit->index_count++] = i;
}

static bool assertion(struct sv_schema_report *r, struct sv_unit *unit, sv_value v,
                      const struct sv_scope *scope)
{
  (void)scope;
  if (unit->op->kind == SV_OP_TYPE)
    unit->valid = sv_run_type(r->doc, v, unit->node->flags & SV_NODE_LITERAL_INTEGER) &
                  unit->op->types_allowed;
  else
    unit->valid = sv_run_assert(&r->run, unit->node, unit->op, v);
  if (!unit->valid)
    sv_explain_tell(r, unit);
  return r->run.status == SV_OK;
}

static bool annotation(struct sv_schema_report *r, struct sv_unit *unit, sv_value v,
                       const struct sv_scope *scope)
{
  const struct sv_op *op = unit->op;
  const bool asserted =
      (op->kind == SV_OP_FORMAT && op->format) || (op->kind == SV_OP_CONTENT && op->count);
  if (r->full && (op->kind != SV_OP_CONTENT_SCHEMA ||
                  sv_compile_sibling(unit->node, "contentMediaType") != SV_DOC_NONE))
    unit->note = SV_NOTE_VALUE;
  return !asserted || assertion(r, unit, v, scope);
}

static bool one(struct sv_schema_report *r, struct sv_unit *unit, sv_value v,
                const struct sv_scope *scope)
{
  const struct sv_op *op = unit->op;
  const struct sv_node *n =
      op->kind == SV_OP_DYNAMIC_REF ? sv_run_dynamic(op->dynamic, scope) : op->node;
  return down(r, unit, n, v, unit->path, scope);
}

static bool all_of(struct sv_schema_report *r, struct sv_unit *unit, sv_value v,
                   const struct sv_scope *scope)
{
  for (uint32_t i = 0; i < unit->op->nodes->count; i++)
    if (!down(r, unit, unit->op->nodes->node[i], v, sv_explain_index(r, unit->path, i), scope))
      return false;
  return true;
}

/* anyOf and oneOf: the branches are told only when none holds. */
static bool alternatives(struct sv_schema_report *r, struct sv_unit *unit, sv_value v,
                         const struct sv_scope *scope)
{
  const struct sv_nodes *nodes = unit->op->nodes;
  uint32_t holding = 0;
  for (uint32_t i = 0; i < nodes->count; i++) {
    bool valid = true;
    if (!sv_explain_node(r, unit, nodes->node[i], v, sv_explain_index(r, unit->path, i), scope,
                         &valid))
      return false;
    if (valid)
      note(r, unit, SV_NOTE_NONE, i);
    holding += valid;
  }
  unit->valid = unit->op->kind == SV_OP_ANY_OF ? holding > 0 : holding == 1;
  if (unit->valid)
    return true;
  if (holding > 1 && !r->full)
    unit->first = unit->last = NULL;
  unit->index_count = holding;
  sv_explain_tell(r, unit);
  return true;
}

static bool negation(struct sv_schema_report *r, struct sv_unit *unit, sv_value v,
                     const struct sv_scope *scope)
{
  unit->valid = !sv_run_node(&r->run, unit->op->node, v, scope, NULL);
  if (!unit->valid)
    sv_explain_tell(r, unit);
  return r->run.status == SV_OK;
}

static bool conditional(struct sv_schema_report *r, struct sv_unit *unit, sv_value v,
                        const struct sv_scope *scope)
{
  const struct sv_conditional *k = unit->op->conditional;
  bool holds = sv_run_node(&r->run, k->test, v, scope, NULL);
  if (r->run.status != SV_OK)
    return false;
  if (r->full && holds && !down(r, unit, k->test, v, unit->path, scope))
    return false;
  const struct sv_node *next = holds ? k->then : k->otherwise;
  if (!next)
    return true;
  const struct sv_step *path = sv_explain_step(r, unit->path->before, holds ? "then" : "else", 4);
  unit->path = path;
  unit->keyword = holds ? k->then_value : k->otherwise_value;
  return down(r, unit, next, v, path, scope);
}

static bool properties(struct sv_schema_report *r, struct sv_unit *unit, sv_value v,
                       const struct sv_scope *scope)
{
  const struct sv_doc *doc = r->doc;
  uint32_t i = 0;
  for (sv_value c = sv_doc_first(doc, v); c != SV_DOC_NONE; c = sv_doc_next(doc, v, c), i++) {
    const struct sv_slot *slot =
        sv_run_slot(unit->node->object, doc, &doc->tape[sv_doc_key(doc, c)]);
    if (!slot || !slot->own)
      continue;
    note(r, unit, SV_NOTE_NAMES, i);
    const struct sv_step *path = sv_explain_step(r, unit->path, slot->own->name, slot->own->size);
    if (!down(r, unit, slot->own->node, c, path, scope))
      return false;
  }
  return true;
}

static bool pattern_properties(struct sv_schema_report *r, struct sv_unit *unit, sv_value v,
                               const struct sv_scope *scope)
{
  const struct sv_doc *doc = r->doc;
  const struct sv_object_plan *plan = unit->node->object;
  uint32_t i = 0;
  for (sv_value c = sv_doc_first(doc, v); c != SV_DOC_NONE; c = sv_doc_next(doc, v, c), i++) {
    const struct sv_tape_node *key = &doc->tape[sv_doc_key(doc, c)];
    for (uint32_t p = 0; p < plan->pattern_count; p++) {
      if (!sv_run_match(&r->run, plan->patterns[p].regex, sv_tape_text(doc, key), key->head >> 8))
        continue;
      note(r, unit, SV_NOTE_NAMES, i);
      const struct sv_named_node *own = &unit->op->names->of[p];
      if (!down(r, unit, own->node, c, sv_explain_step(r, unit->path, own->name, own->size), scope))
        return false;
    }
  }
  return r->run.status == SV_OK;
}

static bool is_additional(struct sv_schema_report *r, const struct sv_object_plan *plan,
                          sv_value child)
{
  const struct sv_tape_node *key = &r->doc->tape[sv_doc_key(r->doc, child)];
  const struct sv_slot *slot = sv_run_slot(plan, r->doc, key);
  if (slot)
    return !slot->evaluated;
  for (uint32_t p = 0; p < plan->pattern_count; p++)
    if (sv_run_match(&r->run, plan->patterns[p].regex, sv_tape_text(r->doc, key), key->head >> 8))
      return false;
  return true;
}

static bool additional_properties(struct sv_schema_report *r, struct sv_unit *unit, sv_value v,
                                  const struct sv_scope *scope)
{
  uint32_t i = 0;
  for (sv_value c = sv_doc_first(r->doc, v); c != SV_DOC_NONE; c = sv_doc_next(r->doc, v, c), i++) {
    if (!is_additional(r, unit->node->object, c))
      continue;
    note(r, unit, SV_NOTE_NAMES, i);
    if (!down(r, unit, unit->op->node, c, unit->path, scope))
      return false;
  }
  return r->run.status == SV_OK;
}

static bool property_names(struct sv_schema_report *r, struct sv_unit *unit, sv_value v,
                           const struct sv_scope *scope)
{
  for (sv_value c = sv_doc_first(r->doc, v); c != SV_DOC_NONE; c = sv_doc_next(r->doc, v, c))
    if (!down(r, unit, unit->op->node, sv_doc_key(r->doc, c), unit->path, scope))
      return false;
  return true;
}

static bool prefix_items(struct sv_schema_report *r, struct sv_unit *unit, sv_value v,
                         const struct sv_scope *scope)
{
  const struct sv_nodes *nodes = unit->op->nodes;
  uint32_t i = 0;
  for (sv_value c = sv_doc_first(r->doc, v); c != SV_DOC_NONE && i < nodes->count;
       c = sv_doc_next(r->doc, v, c), i++) {
    note(r, unit, SV_NOTE_INDEX, i);
    if (!down(r, unit, nodes->node[i], c, sv_explain_index(r, unit->path, i), scope))
      return false;
  }
  return true;
}

/* items and additionalItems: what comes after the prefix. */
static bool items(struct sv_schema_report *r, struct sv_unit *unit, sv_value v,
                  const struct sv_scope *scope)
{
  const struct sv_array_plan *plan = unit->node->array;
  const bool more = strcmp(unit->op->keyword->name, "additionalItems") == 0;
  if (!plan || plan->rest != unit->op->node || (more && !plan->prefix))
    return true;
  const uint32_t from = plan->prefix ? plan->prefix->count : 0;
  uint32_t i = 0;
  for (sv_value c = sv_doc_first(r->doc, v); c != SV_DOC_NONE; c = sv_doc_next(r->doc, v, c), i++) {
    if (i < from)
      continue;
    if (r->full)
      unit->note = SV_NOTE_TRUE;
    if (!down(r, unit, plan->rest, c, unit->path, scope))
      return false;
  }
  return true;
}

static bool contains(struct sv_schema_report *r, struct sv_unit *unit, sv_value v,
                     const struct sv_scope *scope)
{
  const struct sv_contains *k = unit->op->contains;
  uint64_t found = 0;
  uint32_t i = 0;
  for (sv_value c = sv_doc_first(r->doc, v); c != SV_DOC_NONE; c = sv_doc_next(r->doc, v, c), i++) {
    if (!sv_run_node(&r->run, k->node, c, scope, NULL))
      continue;
    found++;
    note(r, unit, SV_NOTE_INDEXES, i);
    bool valid;
    if (r->full && !sv_explain_node(r, unit, k->node, c, unit->path, scope, &valid))
      return false;
  }
  if (r->run.status != SV_OK)
    return false;
  unit->valid = found >= k->min && found <= k->max;
  if (unit->valid)
    return true;
  const bool most = found > k->max;
  if (most || k->min_value != SV_DOC_NONE) {
    unit->keyword = most ? k->max_value : k->min_value;
    unit->path = sv_explain_step(r, unit->path->before, most ? "maxContains" : "minContains", 11);
  }
  unit->index_count = found > UINT32_MAX ? UINT32_MAX : (uint32_t)found;
  sv_explain_tell(r, unit);
  return true;
}

static bool dependents(struct sv_schema_report *r, struct sv_unit *unit, sv_value v,
                       const struct sv_scope *scope)
{
  for (uint32_t i = 0; i < unit->op->dependents->count; i++) {
    const struct sv_dependent *d = &unit->op->dependents->of[i];
    if (!sv_run_has(&r->run, v, d->name, d->size, d->hash))
      continue;
    if (d->node &&
        !down(r, unit, d->node, v, sv_explain_step(r, unit->path, d->name, d->size), scope))
      return false;
    for (uint32_t k = 0; d->names && k < d->names->count && unit->valid; k++)
      unit->valid =
          sv_run_has(&r->run, v, d->names->of[k].name, d->names->of[k].size, d->names->of[k].hash);
    if (!unit->valid && d->names && !unit->told) {
      unit->index_count = i;
      sv_explain_tell(r, unit);
    }
  }
  return true;
}

static bool unevaluated(struct sv_schema_report *r, struct sv_unit *unit, sv_value v,
                        const struct sv_scope *scope)
{
  const struct sv_doc *doc = r->doc;
  struct sv_marks marks;
  if (!sv_marks_open(&r->run, &marks, v))
    return false;
  sv_explain_mark(&r->run, unit->node, v, scope, &marks);
  const bool members = unit->op->kind == SV_OP_UNEVALUATED_PROPERTIES;
  uint32_t i = 0;
  bool well = true;
  for (sv_value c = sv_doc_first(doc, v); c != SV_DOC_NONE && well;
       c = sv_doc_next(doc, v, c), i++) {
    if (sv_marks_has(&marks, i))
      continue;
    note(r, unit, members ? SV_NOTE_NAMES : SV_NOTE_TRUE, i);
    well = down(r, unit, unit->op->node, c, unit->path, scope);
  }
  sv_marks_close(&marks);
  return well && r->run.status == SV_OK;
}

static explain *const explainers[SV_OP_NOTHING + 1] = {
  [SV_OP_FORMAT] = annotation,
  [SV_OP_CONTENT] = annotation,
  [SV_OP_ANNOTATION] = annotation,
  [SV_OP_CONTENT_SCHEMA] = annotation,
  [SV_OP_REF] = one,
  [SV_OP_DYNAMIC_REF] = one,
  [SV_OP_ALL_OF] = all_of,
  [SV_OP_ANY_OF] = alternatives,
  [SV_OP_ONE_OF] = alternatives,
  [SV_OP_NOT] = negation,
  [SV_OP_IF] = conditional,
  [SV_OP_PROPERTIES] = properties,
  [SV_OP_PATTERN_PROPERTIES] = pattern_properties,
  [SV_OP_ADDITIONAL_PROPERTIES] = additional_properties,
  [SV_OP_PROPERTY_NAMES] = property_names,
  [SV_OP_PREFIX_ITEMS] = prefix_items,
  [SV_OP_ITEMS] = items,
  [SV_OP_CONTAINS] = contains,
  [SV_OP_DEPENDENT_SCHEMAS] = dependents,
  [SV_OP_DEPENDENT_REQUIRED] = dependents,
  [SV_OP_UNEVALUATED_ITEMS] = unevaluated,
  [SV_OP_UNEVALUATED_PROPERTIES] = unevaluated,
};

bool sv_explain_keyword(struct sv_schema_report *r, struct sv_unit *unit, sv_value v,
                        const struct sv_scope *scope)
{
  explain *f = explainers[unit->op->kind];
  return f ? f(r, unit, v, scope) : assertion(r, unit, v, scope);
}
