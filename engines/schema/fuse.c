// SPDX-License-Identifier: Apache-2.0
/* From the keywords of a schema to what judging runs: one walk for all that concerns members, one
 * for items, the cheap tests first. */
#include "engines/schema/program.h"

#include <stdlib.h>
#include <string.h>

#define N_(msgid) msgid
#define PAIRS_MAX 2000000u /* names of members times patterns, of one schema */

/* The keywords of one node that work together. */
struct parts {
  const struct sv_op *properties, *patterns, *additional, *required;
  const struct sv_op *prefix, *items, *additional_items;
};

static struct sv_slot *slot_of(struct sv_object_plan *plan, const char *name, uint32_t size,
                               uint32_t hash)
{
  for (uint32_t i = hash & plan->mask;; i = (i + 1) & plan->mask) {
    struct sv_slot *slot = &plan->slots[i];
    if (!slot->name ||
        (slot->hash == hash && slot->size == size && memcmp(slot->name, name, size) == 0))
      return slot;
  }
}

static struct sv_slot *add_slot(struct sv_object_plan *plan, const struct sv_named_node *n)
{
  struct sv_slot *slot = slot_of(plan, n->name, n->size, n->hash);
  if (!slot->name) {
    *slot = (struct sv_slot){
      .name = n->name, .size = n->size, .hash = n->hash, .required = UINT32_MAX
    };
    plan->slot_count++;
  }
  return slot;
}

/* How many patterns the slot's name matches; their nodes behind NODES when that is not NULL. */
static enum sv_status match_patterns(struct sv_compiler *c, const struct sv_object_plan *plan,
                                     const struct sv_slot *slot, struct sv_node **nodes,
                                     uint32_t *count)
{
  *count = 0;
  for (uint32_t i = 0; i < plan->pattern_count; i++) {
    bool found;
    const enum sv_status status =
        sv_regex_match(plan->patterns[i].regex, NULL, slot->name, slot->size, &found);
    if (status == SV_LIMIT)
      return sv_fail_limit(c->err, "pattern-steps",
                           N_("a pattern of the schema is too costly to match"));
    SV_TRY(status);
    if (found && nodes)
      nodes[*count] = plan->patterns[i].node;
    *count += found;
  }
  return SV_OK;
}

static enum sv_status add_pattern_nodes(struct sv_compiler *c, struct sv_object_plan *plan,
                                        struct sv_slot *slot, struct sv_node *own)
{
  uint32_t matched;
  SV_TRY(match_patterns(c, plan, slot, NULL, &matched));
  struct sv_node **nodes = sv_arena_alloc(&c->set->arena, ((size_t)matched + 1) * sizeof *nodes);
  if (!nodes)
    return SV_NO_MEMORY;
  slot->nodes = nodes;
  slot->count = 0;
  if (own)
    nodes[slot->count++] = own;
  SV_TRY(match_patterns(c, plan, slot, nodes + slot->count, &matched));
  slot->count += matched;
  slot->evaluated = slot->count > 0;
  return SV_OK;
}

static enum sv_status fill_slots(struct sv_compiler *c, struct sv_object_plan *plan,
                                 const struct parts *p)
{
  const uint32_t known = p->properties ? p->properties->names->count : 0;
  const uint32_t needed =
      p->required && p->required->names->count <= 64 ? p->required->names->count : 0;
  if ((uint64_t)(known + needed) * plan->pattern_count > PAIRS_MAX)
    return sv_fail_limit(c->err, "schema-patterns",
                         N_("one schema has too many names and patterns of members"));
  uint32_t size = 4;
  while (size < 2 * (known + needed))
    size *= 2;
  plan->mask = size - 1;
  plan->slots = sv_arena_calloc(&c->set->arena, size, sizeof *plan->slots);
  if (!plan->slots)
    return SV_NO_MEMORY;
  for (uint32_t i = 0; i < known; i++) {
    const struct sv_named_node *n = &p->properties->names->of[i];
    struct sv_slot *slot = add_slot(plan, n);
    slot->count = 0;
    slot->own = n;
    SV_TRY(add_pattern_nodes(c, plan, slot, n->node));
  }
  for (uint32_t i = 0; i < needed; i++) {
    struct sv_slot *slot = add_slot(plan, &p->required->names->of[i]);
    if (!slot->nodes)
      SV_TRY(add_pattern_nodes(c, plan, slot, NULL));
    if (slot->required == UINT32_MAX) {
      slot->required = i;
      plan->required |= UINT64_C(1) << i;
    }
  }
  return SV_OK;
}

static enum sv_status fill_patterns(struct sv_compiler *c, struct sv_node *n,
                                    struct sv_object_plan *plan, const struct sv_names *names)
{
  struct sv_pattern_node *patterns =
      sv_arena_calloc(&c->set->arena, names->count + 1, sizeof *patterns);
  if (!patterns)
    return SV_NO_MEMORY;
  for (uint32_t i = 0; i < names->count; i++) {
    patterns[i] =
        (struct sv_pattern_node){ .node = names->of[i].node, .value = names->of[i].value };
    SV_TRY(sv_compile_pattern(c, &n->place, sv_doc_key(sv_node_doc(n), names->of[i].value),
                              &patterns[i].regex));
  }
  plan->patterns = patterns;
  plan->pattern_count = names->count;
  return SV_OK;
}

static enum sv_status plan_object(struct sv_compiler *c, struct sv_node *n, const struct parts *p)
{
  struct sv_object_plan *plan = sv_arena_calloc(&c->set->arena, 1, sizeof *plan);
  if (!plan)
    return SV_NO_MEMORY;
  n->object = plan;
  if (p->properties)
    plan->names = p->properties->names;
  if (p->patterns)
    SV_TRY(fill_patterns(c, n, plan, p->patterns->names));
  plan->has_additional = p->additional != NULL;
  plan->additional = p->additional ? p->additional->node : NULL;
  return fill_slots(c, plan, p);
}

static enum sv_status plan_array(struct sv_compiler *c, struct sv_node *n, const struct parts *p)
{
  struct sv_array_plan *plan = sv_arena_calloc(&c->set->arena, 1, sizeof *plan);
  if (!plan)
    return SV_NO_MEMORY;
  n->array = plan;
  const struct sv_op *rest = p->items;
  if (p->prefix)
    plan->prefix = p->prefix->nodes;
  if (p->prefix && p->prefix->keyword->shape == SV_SHAPE_SCHEMA_OR_LIST)
    rest = p->additional_items; /* until 2019-09 it speaks only beside an array of items */
  plan->has_rest = rest != NULL;
  plan->rest = rest ? rest->node : NULL;
  return SV_OK;
}

static void find_parts(const struct sv_node *n, struct parts *p)
{
  for (uint32_t i = 0; i < n->keyword_count; i++) {
    const struct sv_op *op = &n->keywords[i];
    if (op->kind == SV_OP_PROPERTIES)
      p->properties = op;
    else if (op->kind == SV_OP_PATTERN_PROPERTIES)
      p->patterns = op;
    else if (op->kind == SV_OP_ADDITIONAL_PROPERTIES)
      p->additional = op;
    else if (op->kind == SV_OP_REQUIRED)
      p->required = op;
    else if (op->kind == SV_OP_PREFIX_ITEMS)
      p->prefix = op;
    else if (op->kind == SV_OP_ITEMS && strcmp(op->keyword->name, "items") == 0)
      p->items = op;
    else if (op->kind == SV_OP_ITEMS)
      p->additional_items = op;
  }
}

static int by_cost(const void *a, const void *b)
{
  const struct sv_op *x = a, *y = b;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  return x->value < y->value ? -1 : x->value > y->value;
}

/* Whether judging runs OP by itself. */
static bool runs(const struct sv_op *op, const struct parts *p)
{
  switch (op->kind) {
  case SV_OP_FORMAT:
    return op->format != NULL;
  case SV_OP_CONTENT:
    return op->count != 0;
  case SV_OP_REQUIRED: /* part of the walk over members, if that has room for it */
    return op->names->count > 64 || (!p->properties && !p->patterns && !p->additional);
  default:
    return op->kind < SV_OP_TYPE;
  }
}

enum sv_status sv_compile_fuse(struct sv_compiler *c, struct sv_node *n)
{
  struct parts p = { 0 };
  find_parts(n, &p);
  struct sv_op *ops = sv_arena_calloc(&c->set->arena, (size_t)n->keyword_count + 2, sizeof *ops);
  if (!ops)
    return SV_NO_MEMORY;
  n->ops = ops;
  for (uint32_t i = 0; i < n->keyword_count; i++) {
    const struct sv_op *op = &n->keywords[i];
    if (runs(op, &p))
      ops[n->op_count++] = *op;
    if (op->kind == SV_OP_UNEVALUATED_ITEMS || op->kind == SV_OP_UNEVALUATED_PROPERTIES)
      n->flags |= SV_NODE_MARKS;
  }
  if (p.properties || p.patterns || p.additional) {
    SV_TRY(plan_object(c, n, &p));
    ops[n->op_count++] =
        (struct sv_op){ .kind = SV_OP_OBJECT, .types = SV_T_OBJECT, .object = n->object };
  }
  if (p.prefix || p.items) {
    SV_TRY(plan_array(c, n, &p));
    ops[n->op_count++] =
        (struct sv_op){ .kind = SV_OP_ARRAY, .types = SV_T_ARRAY, .array = n->array };
  }
  qsort(ops, n->op_count, sizeof *ops, by_cost);
  /* a schema that is only a $ref is left out of the way; a loop of such is found by the search for
   * loops */
  const bool plain = n->types == SV_T_ANY && n->op_count == 1 && ops[0].kind == SV_OP_REF;
  if (plain && ops[0].node->resource_id == n->resource_id)
    n->forward = ops[0].node;
  return SV_OK;
}
