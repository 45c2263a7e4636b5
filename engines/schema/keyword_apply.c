// SPDX-License-Identifier: Apache-2.0
/* Compiling keywords that hold subschemas or lead to others. */
#include "engines/schema/program.h"

#include "engines/base/lang.h"

#include <string.h>

#define N_(msgid) msgid

static enum sv_status subschema(struct sv_compiler *c, struct sv_node *node, sv_value v,
                                struct sv_node **out)
{
  return sv_compile_node(c, (struct sv_place){ node->place.resource, v }, out);
}

static enum sv_status ill(struct sv_compiler *c, const struct sv_node *node, const struct sv_op *op,
                          const char *what)
{
  return sv_schema_fault(node->place.resource, op->value, c->err, SV_INVALID,
                         "ill-formed schema: %s must be %s", op->keyword->name, sv_tr(what));
}

static enum sv_status list(struct sv_compiler *c, struct sv_node *node, struct sv_op *op)
{
  const struct sv_doc *doc = sv_node_doc(node);
  if (sv_doc_type(doc, op->value) != SV_DOC_ARRAY)
    return ill(c, node, op, N_("an array of schemas"));
  const size_t count = sv_doc_count(doc, op->value);
  struct sv_nodes *nodes =
      sv_arena_alloc(&c->set->arena, sizeof *nodes + count * sizeof nodes->node[0]);
  if (!nodes)
    return SV_NO_MEMORY;
  nodes->count = 0;
  for (sv_value v = sv_doc_first(doc, op->value); v != SV_DOC_NONE;
       v = sv_doc_next(doc, op->value, v))
    SV_TRY(subschema(c, node, v, &nodes->node[nodes->count++]));
  op->nodes = nodes;
  return SV_OK;
}

static enum sv_status map(struct sv_compiler *c, struct sv_node *node, struct sv_op *op)
{
  const struct sv_doc *doc = sv_node_doc(node);
  if (sv_doc_type(doc, op->value) != SV_DOC_OBJECT)
    return ill(c, node, op, N_("an object of schemas"));
  const size_t count = sv_doc_count(doc, op->value);
  struct sv_names *names =
      sv_arena_alloc(&c->set->arena, sizeof *names + count * sizeof names->of[0]);
  if (!names)
    return SV_NO_MEMORY;
  names->count = 0;
  for (sv_value v = sv_doc_first(doc, op->value); v != SV_DOC_NONE;
       v = sv_doc_next(doc, op->value, v)) {
    struct sv_named_node *n = &names->of[names->count++];
    size_t size;
    n->name = sv_doc_string(doc, sv_doc_key(doc, v), &size);
    n->size = (uint32_t)size;
    n->hash = sv_tape_hash(n->name, size);
    n->value = v;
    SV_TRY(subschema(c, node, v, &n->node));
  }
  op->names = names;
  return SV_OK;
}

static enum sv_status one(struct sv_compiler *c, struct sv_node *node, struct sv_op *op)
{
  return subschema(c, node, op->value, &op->node);
}

static enum sv_status items(struct sv_compiler *c, struct sv_node *node, struct sv_op *op)
{
  const bool is_list = sv_doc_type(sv_node_doc(node), op->value) == SV_DOC_ARRAY;
  if (!is_list)
    return one(c, node, op);
  if (op->keyword->shape != SV_SHAPE_SCHEMA_OR_LIST)
    return ill(c, node, op, N_("a schema"));
  op->kind = SV_OP_PREFIX_ITEMS;
  return list(c, node, op);
}

static enum sv_status dynamic(struct sv_compiler *c, struct sv_node *node, struct sv_op *op,
                              const char *name, struct sv_node *fallback)
{
  struct sv_arena *a = &c->set->arena;
  struct sv_dynamic *d = sv_arena_calloc(a, 1, sizeof *d);
  struct sv_dynamic_list *entry = sv_arena_alloc(a, sizeof *entry);
  if (!d || !entry)
    return SV_NO_MEMORY;
  d->fallback = fallback;
  d->name = name;
  d->place = &node->place;
  *entry = (struct sv_dynamic_list){ d, c->set->dynamics };
  c->set->dynamics = entry;
  op->dynamic = d;
  return SV_OK;
}

/* $ref, and $dynamicRef or $recursiveRef that turn out to be plain ones. */
static enum sv_status reference(struct sv_compiler *c, struct sv_node *node, struct sv_op *op)
{
  size_t size;
  const char *text = sv_doc_string(sv_node_doc(node), op->value, &size);
  if (!text)
    return ill(c, node, op, N_("a string"));
  struct sv_target target;
  SV_TRY(
      sv_reference_resolve(c->set, node->place.resource, text, size, op->value, &target, c->err));
  struct sv_node *found;
  SV_TRY(sv_compile_node(c, target.place, &found));
  const bool recursive = strcmp(op->keyword->name, "$recursiveRef") == 0;
  if (op->kind == SV_OP_DYNAMIC_REF && recursive && target.place.resource->recursive_anchor)
    return dynamic(c, node, op, NULL, found);
  if (op->kind == SV_OP_DYNAMIC_REF && !recursive && target.anchor && target.anchor->dynamic) {
    const char *hash = memchr(text, '#', size);
    const char *name = sv_arena_copy(&c->set->arena, hash + 1, size - (size_t)(hash + 1 - text));
    return name ? dynamic(c, node, op, name, found) : SV_NO_MEMORY;
  }
  op->kind = SV_OP_REF;
  op->node = found;
  return SV_OK;
}

static enum sv_status conditional(struct sv_compiler *c, struct sv_node *node, struct sv_op *op)
{
  struct sv_conditional *k = sv_arena_calloc(&c->set->arena, 1, sizeof *k);
  if (!k)
    return SV_NO_MEMORY;
  SV_TRY(subschema(c, node, op->value, &k->test));
  k->then_value = sv_compile_sibling(node, "then");
  k->otherwise_value = sv_compile_sibling(node, "else");
  if (k->then_value != SV_DOC_NONE)
    SV_TRY(subschema(c, node, k->then_value, &k->then));
  if (k->otherwise_value != SV_DOC_NONE)
    SV_TRY(subschema(c, node, k->otherwise_value, &k->otherwise));
  op->conditional = k;
  return SV_OK;
}

static enum sv_status read_count(struct sv_compiler *c, struct sv_node *node, sv_value v,
                                 uint64_t *out)
{
  int64_t n;
  const struct sv_doc *doc = sv_node_doc(node);
  if (v == SV_DOC_NONE)
    return SV_OK;
  if (!sv_doc_is_integer(doc, v))
    return sv_schema_fault(node->place.resource, v, c->err, SV_INVALID,
                           "ill-formed schema: the value must be a whole number, 0 or more");
  *out = sv_doc_int64(doc, v, &n) ? (uint64_t)(n < 0 ? 0 : n) : UINT64_MAX;
  return SV_OK;
}

static enum sv_status contains(struct sv_compiler *c, struct sv_node *node, struct sv_op *op)
{
  struct sv_contains *k = sv_arena_calloc(&c->set->arena, 1, sizeof *k);
  if (!k)
    return SV_NO_MEMORY;
  const struct sv_dialect *dialect = node->place.resource->dialect;
  const bool counted =
      dialect->draft & (SV_D19 | SV_D20) && dialect->vocabularies & SV_V_VALIDATION;
  *k = (struct sv_contains){
    .min = 1, .max = UINT64_MAX, .min_value = SV_DOC_NONE, .max_value = SV_DOC_NONE
  };
  k->marks = dialect->draft & SV_D20;
  if (counted) {
    k->min_value = sv_compile_sibling(node, "minContains");
    k->max_value = sv_compile_sibling(node, "maxContains");
    SV_TRY(read_count(c, node, k->min_value, &k->min));
    SV_TRY(read_count(c, node, k->max_value, &k->max));
  }
  op->contains = k;
  return subschema(c, node, op->value, &k->node);
}

/* An array of names as dependentRequired and dependencies have it. */
static enum sv_status names_of(struct sv_compiler *c, struct sv_node *node, sv_value v,
                               const struct sv_names **out)
{
  const struct sv_doc *doc = sv_node_doc(node);
  struct sv_names *names =
      sv_arena_alloc(&c->set->arena, sizeof *names + sv_doc_count(doc, v) * sizeof names->of[0]);
  if (!names)
    return SV_NO_MEMORY;
  names->count = 0;
  for (sv_value e = sv_doc_first(doc, v); e != SV_DOC_NONE; e = sv_doc_next(doc, v, e)) {
    size_t size;
    const char *text = sv_doc_string(doc, e, &size);
    if (!text)
      return sv_schema_fault(node->place.resource, e, c->err, SV_INVALID,
                             "ill-formed schema: the name of a member must be a string");
    names->of[names->count++] = (struct sv_named_node){
      .name = text, .size = (uint32_t)size, .hash = sv_tape_hash(text, size), .value = e
    };
  }
  *out = names;
  return SV_OK;
}

static enum sv_status required(struct sv_compiler *c, struct sv_node *node, struct sv_op *op)
{
  if (sv_doc_type(sv_node_doc(node), op->value) != SV_DOC_ARRAY)
    return ill(c, node, op, N_("an array of names"));
  return names_of(c, node, op->value, &op->names);
}

static enum sv_status dependents(struct sv_compiler *c, struct sv_node *node, struct sv_op *op)
{
  const struct sv_doc *doc = sv_node_doc(node);
  if (sv_doc_type(doc, op->value) != SV_DOC_OBJECT)
    return ill(c, node, op, N_("an object"));
  struct sv_dependents *all = sv_arena_calloc(
      &c->set->arena, 1, sizeof *all + sv_doc_count(doc, op->value) * sizeof all->of[0]);
  if (!all)
    return SV_NO_MEMORY;
  for (sv_value v = sv_doc_first(doc, op->value); v != SV_DOC_NONE;
       v = sv_doc_next(doc, op->value, v)) {
    struct sv_dependent *d = &all->of[all->count++];
    size_t size;
    d->name = sv_doc_string(doc, sv_doc_key(doc, v), &size);
    d->size = (uint32_t)size;
    d->hash = sv_tape_hash(d->name, size);
    d->value = v;
    if (sv_doc_type(doc, v) == SV_DOC_ARRAY && op->keyword->shape != SV_SHAPE_MAP)
      SV_TRY(names_of(c, node, v, &d->names));
    else if (op->keyword->shape == SV_SHAPE_NONE)
      return ill(c, node, op, N_("an object of arrays of names"));
    else
      SV_TRY(subschema(c, node, v, &d->node));
  }
  op->dependents = all;
  return SV_OK;
}

static enum sv_status patterns(struct sv_compiler *c, struct sv_node *node, struct sv_op *op)
{
  SV_TRY(map(c, node, op));
  for (uint32_t i = 0; i < op->names->count; i++) {
    const struct sv_regex *regex;
    const sv_value key = sv_doc_key(sv_node_doc(node), op->names->of[i].value);
    SV_TRY(sv_compile_pattern(c, &node->place, key, &regex));
  }
  return SV_OK;
}

typedef enum sv_status compile(struct sv_compiler *c, struct sv_node *node, struct sv_op *op);

static compile *const compilers[SV_OP_NOTHING + 1] = {
  [SV_OP_REF] = reference,
  [SV_OP_DYNAMIC_REF] = reference,
  [SV_OP_ALL_OF] = list,
  [SV_OP_ANY_OF] = list,
  [SV_OP_ONE_OF] = list,
  [SV_OP_PREFIX_ITEMS] = list,
  [SV_OP_NOT] = one,
  [SV_OP_IF] = conditional,
  [SV_OP_ITEMS] = items,
  [SV_OP_PROPERTIES] = map,
  [SV_OP_PATTERN_PROPERTIES] = patterns,
  [SV_OP_ADDITIONAL_PROPERTIES] = one,
  [SV_OP_PROPERTY_NAMES] = one,
  [SV_OP_UNEVALUATED_ITEMS] = one,
  [SV_OP_UNEVALUATED_PROPERTIES] = one,
  [SV_OP_CONTAINS] = contains,
  [SV_OP_REQUIRED] = required,
  [SV_OP_DEPENDENT_REQUIRED] = dependents,
  [SV_OP_DEPENDENT_SCHEMAS] = dependents,
};

enum sv_status sv_compile_keyword(struct sv_compiler *c, struct sv_node *node, struct sv_op *op)
{
  return compilers[op->kind] ? compilers[op->kind](c, node, op) : sv_compile_assertion(c, node, op);
}
