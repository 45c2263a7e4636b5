// SPDX-License-Identifier: Apache-2.0
/* Judging: a node's types, then its keywords, cheap ones first, until one fails. */
#include "engines/schema/run.h"

void sv_run_open(struct sv_run *run, const struct sv_schema *schema, const struct sv_doc *doc)
{
  *run = (struct sv_run){ .schema = schema, .doc = doc };
  run->steps = schema->set->limits.steps;
  run->depth = schema->set->limits.depth;
}

void sv_run_close(struct sv_run *run)
{
  sv_regex_scratch_free(run->scratch);
}

bool sv_run_fail(struct sv_run *run, enum sv_status status, const char *limit)
{
  if (run->status == SV_OK) {
    run->status = status;
    run->limit = limit;
  }
  return false;
}

static bool written_as_integer(const struct sv_doc *doc, sv_value v)
{
  size_t size;
  const char *text = sv_doc_number(doc, v, &size);
  for (size_t i = 0; i < size; i++)
    if (text[i] == '.' || text[i] == 'e' || text[i] == 'E')
      return false;
  return true;
}

uint32_t sv_run_type(const struct sv_doc *doc, sv_value v, bool literal)
{
  const struct sv_tape_node *t = sv_tape_node(doc, v);
  const uint32_t bit = 1u << sv_tape_type(t);
  if (bit != SV_T_NUMBER || !(t->head & SV_TAPE_INTEGER) ||
      (literal && !written_as_integer(doc, v)))
    return bit;
  return bit | SV_T_INTEGER;
}

/* Judges V by the one keyword OP of N. */
static bool run_op(struct sv_run *run, const struct sv_node *n, const struct sv_op *op, sv_value v,
                   const struct sv_scope *scope, struct sv_marks *marks)
{
  uint64_t found;
  switch (op->kind) {
  case SV_OP_OBJECT:
    return sv_run_object(run, op, v, scope, marks);
  case SV_OP_ARRAY:
    return sv_run_array(run, op, v, scope, marks);
  case SV_OP_REF:
    return sv_run_node(run, op->node, v, scope, marks);
  case SV_OP_DYNAMIC_REF:
    return sv_run_node(run, sv_run_dynamic(op->dynamic, scope), v, scope, marks);
  case SV_OP_ALL_OF:
  case SV_OP_ANY_OF:
  case SV_OP_ONE_OF:
  case SV_OP_NOT:
  case SV_OP_IF:
  case SV_OP_DEPENDENT_SCHEMAS:
    return sv_run_combine(run, op, v, scope, marks);
  case SV_OP_CONTAINS:
    return sv_run_contains(run, op, v, scope, marks, &found);
  case SV_OP_PROPERTY_NAMES:
    return sv_run_property_names(run, op, v, scope);
  case SV_OP_UNEVALUATED_ITEMS:
  case SV_OP_UNEVALUATED_PROPERTIES:
    return sv_run_unevaluated(run, op, v, scope, marks);
  default:
    return sv_run_assert(run, n, op, v);
  }
}

static bool run_ops(struct sv_run *run, const struct sv_node *n, sv_value v, uint32_t type,
                    const struct sv_scope *scope, struct sv_marks *marks)
{
  for (const struct sv_op *op = n->ops, *end = op + n->op_count; op < end; op++)
    if (op->types & type && !(op->kind < SV_OP_OBJECT ? sv_run_assert(run, n, op, v)
                                                      : run_op(run, n, op, v, scope, marks)))
      return false;
  return true;
}

/* A schema with unevaluated* sees only what stands beside and below it. */
static bool run_with_marks(struct sv_run *run, const struct sv_node *n, sv_value v, uint32_t type,
                           const struct sv_scope *scope, struct sv_marks *outer)
{
  struct sv_marks own;
  bool valid = sv_marks_open(run, &own, v) && run_ops(run, n, v, type, scope, &own);
  if (valid && outer)
    sv_marks_join(outer, &own);
  sv_marks_close(&own);
  return valid && run->status == SV_OK;
}

bool sv_run_whole(struct sv_run *run, const struct sv_node *n, sv_value v, uint32_t type,
                  const struct sv_scope *scope, struct sv_marks *marks)
{
  if (run->steps == 0 || run->depth == 0)
    return sv_run_fail(run, SV_LIMIT, run->depth == 0 ? "schema-depth" : "schema-steps");
  run->steps--;
  run->depth--;
  struct sv_scope inner = { scope, n->resource_id };
  if (run->schema->dynamic && n->resource_id != scope->resource)
    scope = &inner;
  const bool containers = n->flags & SV_NODE_MARKS && type & (SV_T_ARRAY | SV_T_OBJECT);
  const bool valid = containers ? run_with_marks(run, n, v, type, scope, marks)
                                : run_ops(run, n, v, type, scope, marks);
  run->depth++;
  return valid;
}

enum sv_status sv_schema_validate(const struct sv_schema *schema, const struct sv_doc *doc,
                                  sv_value v, bool *valid, struct sv_error *err)
{
  struct sv_run run;
  sv_run_open(&run, schema, doc);
  const struct sv_scope scope = { NULL, schema->root->resource_id };
  *valid = sv_run_node(&run, schema->root, v, &scope, NULL) && run.status == SV_OK;
  sv_run_close(&run);
  if (run.status == SV_LIMIT)
    return sv_fail_limit(err, run.limit,
                         "the document could not be judged: the limit %s was reached", run.limit);
  return run.status;
}
