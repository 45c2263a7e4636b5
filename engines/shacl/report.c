// SPDX-License-Identifier: Apache-2.0
/* Results looked up: who, what, where. */
#include "engines/shacl/run.h"

#include <stdlib.h>

void sv_shacl_report_free(struct sv_shacl_report *r)
{
  if (!r)
    return;
  shacl_vector_free(&r->budget, &r->results);
  free(r->shape_focus);
  free(r->terms);
  free(r);
}

const struct sv_shacl *sv_shacl_report_shapes(const struct sv_shacl_report *r)
{
  return r->s;
}

const struct sv_graph *sv_shacl_report_data(const struct sv_shacl_report *r)
{
  return r->g;
}

size_t sv_shacl_report_focus(const struct sv_shacl_report *r)
{
  return r->focus;
}

size_t sv_shacl_report_shape_focus(const struct sv_shacl_report *r, size_t i)
{
  return r->shape_focus[i];
}

uint64_t sv_shacl_report_count(const struct sv_shacl_report *r, enum sv_shacl_severity severity)
{
  return r->counts[severity];
}

uint64_t sv_shacl_report_total(const struct sv_shacl_report *r)
{
  uint64_t n = 0;
  for (size_t i = 0; i < SV_SHACL_SEVERITIES; i++)
    n += r->counts[i];
  return n;
}

size_t sv_shacl_report_kept(const struct sv_shacl_report *r)
{
  return r->results.count;
}

/* Whether results of OP are about one value. */
static bool has_value(enum shacl_op op)
{
  switch (op) {
  case OP_MIN_COUNT:
  case OP_MAX_COUNT:
  case OP_HAS_VALUE:
  case OP_UNIQUE_LANG:
  case OP_QUALIFIED_MIN:
  case OP_QUALIFIED_MAX:
    return false;
  default:
    return true;
  }
}

#define ROW_MAX 500 /* triples of a node that are looked at for the first line */

/* The first line about NODE: as a subject, or as what something points at. */
static uint32_t line_of_node(const struct sv_graph *g, sv_term node)
{
  size_t n;
  uint32_t line = 0;
  const struct sv_triple *row = sv_graph_row(g, node, &n);
  for (size_t i = 0; i < n && i < ROW_MAX; i++)
    if (row[i].line && (line == 0 || row[i].line < line))
      line = row[i].line;
  const uint32_t *in = line ? NULL : sv_graph_incoming(g, node, &n);
  return in ? sv_graph_triples(g)[in[0]].line : line;
}

static uint32_t line_of(const struct sv_shacl_report *r, const struct shacl_kept *k, bool valued)
{
  const struct shacl_shape *shape = shacl_shape(r->s, k->shape);
  const struct sv_triple *t = NULL;
  if (k->predicate)
    t = sv_graph_find(r->g, k->focus, k->predicate, k->value);
  else if (valued && shape->path && shape->simple != SHACL_NONE && !shape->inverse)
    t = sv_graph_find(r->g, k->focus, r->terms[shape->simple], k->value);
  else if (valued && shape->path && shape->simple != SHACL_NONE)
    t = sv_graph_find(r->g, k->value, r->terms[shape->simple], k->focus);
  return t && t->line ? t->line : line_of_node(r->g, k->focus);
}

struct sv_shacl_result sv_shacl_report_at(const struct sv_shacl_report *r, size_t i)
{
  const struct shacl_kept *k = (const struct shacl_kept *)r->results.data + i;
  const struct shacl_shape *shape = shacl_shape(r->s, k->shape);
  const enum shacl_op op = (enum shacl_op)shacl_constraint(r->s, k->constraint)->op;
  const bool valued = has_value(op);
  struct sv_shacl_result out = { .focus = k->focus,
                                 .value = valued ? k->value : 0,
                                 .predicate = k->predicate,
                                 .path = k->predicate ? 0 : shape->path,
                                 .shape = shape->node,
                                 .severity_term = shape->severity_term,
                                 .severity = (enum sv_shacl_severity)shape->severity,
                                 .component = shacl_component(op),
                                 .parameter = shacl_parameter(op) };
  (void)sv_graph_place(r->g, line_of(r, k, valued), &out.file, &out.line);
  return out;
}
