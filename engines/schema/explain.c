// SPDX-License-Identifier: Apache-2.0
/* Applying schemas once more, keyword by keyword in their own order, to say what is wrong or what
 * was noted. A report of errors goes only where judging failed. */
#include "engines/schema/explain.h"

#include <stdlib.h>
#include <string.h>

/* Deeper than this nothing is told apart any more: the message stands at the place reached. */
#define DEPTH_MAX 300

/* More than this nobody reads; what fails after it is only counted. */
#define TOLD_MAX 1000

/* A unit at the end of PARENT's; NULL when memory ran out. */
static struct sv_unit *explain_unit(struct sv_schema_report *r, struct sv_unit *parent,
                                    const struct sv_node *n, const struct sv_op *op, sv_value v,
                                    const struct sv_step *path)
{
  struct sv_unit *u = sv_arena_calloc(&r->arena, 1, sizeof *u);
  if (!u) {
    (void)sv_run_fail(&r->run, SV_LIMIT, "schema-report");
    return NULL;
  }
  *u = (struct sv_unit){ .node = n,
                         .op = op,
                         .path = path,
                         .instance = v,
                         .keyword = op ? op->value : SV_DOC_NONE,
                         .valid = true };
  if (parent && parent->last)
    parent->last->next = u;
  else if (parent)
    parent->first = u;
  if (parent)
    parent->last = u;
  return u;
}

const struct sv_step *sv_explain_step(struct sv_schema_report *r, const struct sv_step *before,
                                      const char *name, size_t size)
{
  struct sv_step *s = sv_arena_alloc(&r->arena, sizeof *s);
  if (!s) {
    (void)sv_run_fail(&r->run, SV_LIMIT, "schema-report");
    return before;
  }
  *s = (struct sv_step){ .before = before, .name = name, .size = (uint32_t)size };
  return s;
}

const struct sv_step *sv_explain_index(struct sv_schema_report *r, const struct sv_step *before,
                                       uint32_t index)
{
  struct sv_step *s = sv_arena_alloc(&r->arena, sizeof *s);
  if (!s) {
    (void)sv_run_fail(&r->run, SV_LIMIT, "schema-report");
    return before;
  }
  *s = (struct sv_step){ .before = before, .index = index };
  return s;
}

static bool explain_keywords(struct sv_schema_report *r, struct sv_unit *schema, sv_value v,
                             const struct sv_scope *scope)
{
  const struct sv_node *n = schema->node;
  const struct sv_doc *doc = sv_node_doc(n);
  const uint32_t type = sv_run_type(r->doc, v, n->flags & SV_NODE_LITERAL_INTEGER);
  for (uint32_t i = 0; i < n->keyword_count && r->run.status == SV_OK; i++) {
    const struct sv_op *op = &n->keywords[i];
    if (!(op->types & type) || op->kind == SV_OP_NOTHING || op->kind == SV_OP_LIMITS ||
        op->kind == SV_OP_THEN)
      continue;
    size_t size;
    const char *name = sv_doc_string(doc, sv_doc_key(doc, op->value), &size);
    const struct sv_step *path = sv_explain_step(r, schema->path, name, size);
    struct sv_unit *unit = explain_unit(r, schema, n, op, v, path);
    if (!unit || !sv_explain_keyword(r, unit, v, scope))
      return false;
    schema->valid = schema->valid && unit->valid;
  }
  return r->run.status == SV_OK;
}

bool sv_explain_node(struct sv_schema_report *r, struct sv_unit *parent, const struct sv_node *n,
                     sv_value v, const struct sv_step *path, const struct sv_scope *scope,
                     bool *valid)
{
  if (!r->full) {
    *valid = sv_run_node(&r->run, n, v, scope, NULL);
    if (*valid || r->run.status != SV_OK)
      return r->run.status == SV_OK;
    if (r->told >= TOLD_MAX) {
      r->untold++;
      return true;
    }
  }
  struct sv_unit *schema = explain_unit(r, parent, n, NULL, v, path);
  if (!schema)
    return false;
  if (!parent)
    r->root = schema;
  struct sv_scope inner = { scope, n->resource_id };
  if (n->resource_id != scope->resource)
    scope = &inner;
  if (n->flags & SV_NODE_FALSE || r->depth == DEPTH_MAX) {
    schema->valid = n->flags & SV_NODE_FALSE ? false : sv_run_node(&r->run, n, v, scope, NULL);
    if (!schema->valid)
      sv_explain_tell(r, schema);
  } else {
    r->depth++;
    const bool went_well = explain_keywords(r, schema, v, scope);
    r->depth--;
    if (!went_well)
      return false;
  }
  *valid = schema->valid;
  return r->run.status == SV_OK;
}

/* The answer of judging and that of explaining must be the same; where they are not, judging is
 * right and the root says no more than that. */
static void settle(struct sv_schema_report *r, bool judged)
{
  r->valid = judged;
  if (r->root && r->root->valid != judged) {
    r->root->first = r->root->last = NULL;
    r->root->valid = judged;
    if (!judged)
      sv_explain_tell(r, r->root);
  }
}

enum sv_status sv_schema_explain(const struct sv_schema *schema, const struct sv_doc *doc,
                                 sv_value v, enum sv_schema_detail detail,
                                 struct sv_schema_report **out, struct sv_error *err)
{
  *out = NULL;
  bool judged;
  SV_TRY(sv_schema_validate(schema, doc, v, &judged, err));
  struct sv_schema_report *r = calloc(1, sizeof *r);
  if (!r)
    return SV_NO_MEMORY;
  r->arena = SV_ARENA(schema->set->limits.report);
  r->schema = schema;
  r->doc = doc;
  r->full = detail == SV_SCHEMA_ANNOTATIONS;
  r->placed = detail != SV_SCHEMA_MESSAGES;
  r->where.holder = SV_DOC_NONE;
  sv_run_open(&r->run, schema, doc);
  const struct sv_scope scope = { NULL, schema->root->resource_id };
  bool valid = true;
  (void)sv_explain_node(r, NULL, schema->root, v, NULL, &scope, &valid);
  sv_run_close(&r->run);
  if (r->run.status == SV_LIMIT && !judged && strcmp(r->run.limit, "schema-report") == 0 && r->root)
    r->run.status = SV_OK; /* the verdict stands, and what is told so far */
  else
    settle(r, judged);
  r->valid = judged;
  const enum sv_status status = r->run.status;
  if (status != SV_OK) {
    const char *limit = r->run.limit;
    sv_schema_report_free(r);
    return status == SV_LIMIT
               ? sv_fail_limit(err, limit, "the report could not be made: the limit %s was reached",
                               limit)
               : status;
  }
  *out = r;
  return SV_OK;
}

void sv_schema_report_free(struct sv_schema_report *r)
{
  if (!r)
    return;
  sv_arena_free(&r->arena);
  free(r);
}

bool sv_schema_report_valid(const struct sv_schema_report *r)
{
  return r->valid;
}
