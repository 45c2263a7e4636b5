// SPDX-License-Identifier: Apache-2.0
/* Compiling keywords that judge a value by itself. */
#include "engines/schema/program.h"

#include "engines/base/lang.h"
#include "engines/regex/loose.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define N_(msgid) msgid

#define SHORT_ENUM 8

static enum sv_status ill(struct sv_compiler *c, const struct sv_node *node, const struct sv_op *op,
                          const char *what)
{
  return sv_schema_fault(node->place.resource, op->value, c->err, SV_INVALID,
                         "ill-formed schema: %s must be %s", op->keyword->name, sv_tr(what));
}

static enum sv_status count(struct sv_compiler *c, struct sv_node *node, struct sv_op *op)
{
  const struct sv_doc *doc = sv_node_doc(node);
  int64_t n;
  if (!sv_doc_is_integer(doc, op->value))
    return ill(c, node, op, N_("a whole number, 0 or more"));
  op->count = sv_doc_int64(doc, op->value, &n) ? (uint64_t)(n < 0 ? 0 : n) : UINT64_MAX;
  return SV_OK;
}

static enum sv_status bound(struct sv_compiler *c, struct sv_node *node, struct sv_op *op)
{
  const struct sv_doc *doc = sv_node_doc(node);
  if (sv_doc_type(doc, op->value) != SV_DOC_NUMBER)
    return ill(c, node, op, N_("a number"));
  op->bound.is_int = sv_doc_int64(doc, op->value, &op->bound.integer);
  op->bound.number = sv_doc_double(doc, op->value);
  if (!(node->place.resource->dialect->draft & (SV_D4 | SV_DOAS30)))
    return SV_OK;
  /* draft 4: exclusiveMinimum and exclusiveMaximum are marks on the bounds */
  const bool least = op->kind == SV_OP_MINIMUM;
  const sv_value mark = sv_compile_sibling(node, least ? "exclusiveMinimum" : "exclusiveMaximum");
  if (mark != SV_DOC_NONE && sv_doc_type(doc, mark) == SV_DOC_TRUE && op->kind != SV_OP_MULTIPLE_OF)
    op->kind = least ? SV_OP_EXCLUSIVE_MINIMUM : SV_OP_EXCLUSIVE_MAXIMUM;
  return SV_OK;
}

static enum sv_status multiple(struct sv_compiler *c, struct sv_node *node, struct sv_op *op)
{
  SV_TRY(bound(c, node, op));
  return op->bound.number > 0 || (op->bound.is_int && op->bound.integer > 0)
             ? SV_OK
             : ill(c, node, op, N_("a number above 0"));
}

static enum sv_status constant(struct sv_compiler *c, struct sv_node *node, struct sv_op *op)
{
  (void)c;
  (void)node;
  (void)op;
  return SV_OK;
}

struct hashed {
  uint64_t hash;
  sv_value value;
};

static int by_hash(const void *a, const void *b)
{
  const uint64_t x = ((const struct hashed *)a)->hash;
  const uint64_t y = ((const struct hashed *)b)->hash;
  return x < y ? -1 : x > y;
}

static enum sv_status sort_enum(struct sv_compiler *c, const struct sv_doc *doc, struct sv_enum *e)
{
  struct hashed *all = malloc(e->count * sizeof *all);
  e->hashes = sv_arena_alloc(&c->set->arena, e->count * sizeof *e->hashes);
  if (!all || !e->hashes) {
    free(all);
    return SV_NO_MEMORY;
  }
  for (uint32_t i = 0; i < e->count; i++)
    all[i] = (struct hashed){ sv_doc_hash(doc, e->values[i]), e->values[i] };
  qsort(all, e->count, sizeof *all, by_hash);
  for (uint32_t i = 0; i < e->count; i++) {
    e->hashes[i] = all[i].hash;
    e->values[i] = all[i].value;
  }
  free(all);
  return SV_OK;
}

static enum sv_status enumeration(struct sv_compiler *c, struct sv_node *node, struct sv_op *op)
{
  const struct sv_doc *doc = sv_node_doc(node);
  if (sv_doc_type(doc, op->value) != SV_DOC_ARRAY)
    return ill(c, node, op, N_("an array"));
  struct sv_enum *e = sv_arena_calloc(&c->set->arena, 1, sizeof *e);
  const size_t n = sv_doc_count(doc, op->value);
  sv_value *values = sv_arena_alloc(&c->set->arena, (n + 1) * sizeof *values);
  if (!e || !values)
    return SV_NO_MEMORY;
  *e = (struct sv_enum){ .values = values, .strings = true, .list = op->value };
  for (sv_value v = sv_doc_first(doc, op->value); v != SV_DOC_NONE;
       v = sv_doc_next(doc, op->value, v)) {
    e->strings = e->strings && sv_doc_type(doc, v) == SV_DOC_STRING;
    values[e->count++] = v;
  }
  op->enumeration = e;
  return e->count > SHORT_ENUM ? sort_enum(c, doc, e) : SV_OK;
}

enum sv_status sv_compile_pattern(struct sv_compiler *c, const struct sv_place *place, sv_value v,
                                  const struct sv_regex **out)
{
  struct sv_schema_set *s = c->set;
  size_t size;
  const char *text = sv_doc_string(sv_place_doc(place), v, &size);
  struct sv_regex *r = sv_map_get(&s->patterns, text, size);
  if (!r) {
    struct sv_error inner = { 0 };
    enum sv_status status = sv_regex_compile(text, size, &r, &inner);
    struct sv_error ignored = { 0 };
    /* OpenAPI 3.0 has patterns of ECMA-262 5.1, and most that write 3.1 think of those too. */
    if (status == SV_INVALID && place->resource->dialect->vocabularies & SV_V_OAS &&
        sv_regex_compile_loose(text, size, "", 0, &r, &ignored) == SV_OK)
      status = SV_OK;
    if (status != SV_OK) {
      if (c->err && inner.limit)
        c->err->limit = inner.limit;
      return sv_schema_fault(place->resource, v, c->err, status,
                             "ill-formed schema: in the pattern, column %zu: %s", inner.column,
                             inner.text);
    }
    struct sv_regex_list *entry = sv_arena_alloc(&s->arena, sizeof *entry);
    if (!entry) {
      sv_regex_free(r);
      return SV_NO_MEMORY;
    }
    *entry = (struct sv_regex_list){ r, s->regexes };
    s->regexes = entry;
    SV_TRY(sv_map_set(&s->patterns, text, size, r));
  }
  *out = r;
  return SV_OK;
}

static enum sv_status pattern(struct sv_compiler *c, struct sv_node *node, struct sv_op *op)
{
  if (sv_doc_type(sv_node_doc(node), op->value) != SV_DOC_STRING)
    return ill(c, node, op, N_("a string"));
  return sv_compile_pattern(c, &node->place, op->value, &op->regex);
}

static enum sv_status format(struct sv_compiler *c, struct sv_node *node, struct sv_op *op)
{
  const struct sv_dialect *dialect = node->place.resource->dialect;
  const bool asserted = dialect->vocabularies & SV_V_FORMAT_ASSERTION;
  size_t size;
  const char *name = sv_doc_string(sv_node_doc(node), op->value, &size);
  if (!name)
    return ill(c, node, op, N_("a string"));
  if (asserted || c->set->options.assert_format)
    op->format = sv_schema_format_find(name, size, dialect->draft);
  return SV_OK;
}

/* contentEncoding carries the assertion of both keywords; 2020-12 validation 8.2 wants annotations
 * only. */
static enum sv_status content(struct sv_compiler *c, struct sv_node *node, struct sv_op *op)
{
  const struct sv_dialect *dialect = node->place.resource->dialect;
  op->count = dialect->draft & SV_D7 || c->set->options.assert_content;
  return SV_OK;
}

static const struct {
  const char *name;
  uint32_t bits;
} type_names[] = {
  { "null", SV_T_NULL },       { "boolean", SV_T_BOOLEAN }, { "object", SV_T_OBJECT },
  { "array", SV_T_ARRAY },     { "number", SV_T_NUMBER },   { "string", SV_T_STRING },
  { "integer", SV_T_INTEGER },
};

static uint32_t type_bits(const struct sv_doc *doc, sv_value v)
{
  for (size_t i = 0; i < sizeof type_names / sizeof type_names[0]; i++)
    if (sv_doc_is_text(doc, v, type_names[i].name))
      return type_names[i].bits;
  return 0;
}

static enum sv_status types(struct sv_compiler *c, struct sv_node *node, struct sv_op *op)
{
  const struct sv_doc *doc = sv_node_doc(node);
  uint32_t bits = 0;
  if (sv_doc_type(doc, op->value) == SV_DOC_ARRAY) {
    for (sv_value v = sv_doc_first(doc, op->value); v != SV_DOC_NONE;
         v = sv_doc_next(doc, op->value, v)) {
      const uint32_t one = type_bits(doc, v);
      if (!one)
        return ill(c, node, op, N_("the name of a type or an array of them"));
      bits |= one;
    }
  } else {
    bits = type_bits(doc, op->value);
  }
  if (!bits)
    return ill(c, node, op, N_("the name of a type or an array of them"));
  const sv_value nullable = sv_compile_sibling(node, "nullable");
  if (node->place.resource->dialect->draft & SV_DOAS30 && nullable != SV_DOC_NONE &&
      sv_doc_type(doc, nullable) == SV_DOC_TRUE)
    bits |= SV_T_NULL;
  op->types_allowed = bits;
  node->types &= (uint16_t)bits;
  return SV_OK;
}

static enum sv_status unique(struct sv_compiler *c, struct sv_node *node, struct sv_op *op)
{
  const enum sv_doc_type type = sv_doc_type(sv_node_doc(node), op->value);
  if (type != SV_DOC_TRUE && type != SV_DOC_FALSE)
    return ill(c, node, op, N_("true or false"));
  if (type == SV_DOC_FALSE)
    op->kind = SV_OP_NOTHING;
  return SV_OK;
}

typedef enum sv_status compile(struct sv_compiler *c, struct sv_node *node, struct sv_op *op);

static compile *const compilers[SV_OP_NOTHING + 1] = {
  [SV_OP_MIN_LENGTH] = count,
  [SV_OP_MAX_LENGTH] = count,
  [SV_OP_MIN_ITEMS] = count,
  [SV_OP_MAX_ITEMS] = count,
  [SV_OP_MIN_PROPERTIES] = count,
  [SV_OP_MAX_PROPERTIES] = count,
  [SV_OP_MINIMUM] = bound,
  [SV_OP_MAXIMUM] = bound,
  [SV_OP_EXCLUSIVE_MINIMUM] = bound,
  [SV_OP_EXCLUSIVE_MAXIMUM] = bound,
  [SV_OP_MULTIPLE_OF] = multiple,
  [SV_OP_CONST] = constant,
  [SV_OP_ENUM] = enumeration,
  [SV_OP_PATTERN] = pattern,
  [SV_OP_FORMAT] = format,
  [SV_OP_CONTENT] = content,
  [SV_OP_TYPE] = types,
  [SV_OP_UNIQUE_ITEMS] = unique,
};

enum sv_status sv_compile_assertion(struct sv_compiler *c, struct sv_node *node, struct sv_op *op)
{
  return compilers[op->kind] ? compilers[op->kind](c, node, op) : SV_OK;
}
