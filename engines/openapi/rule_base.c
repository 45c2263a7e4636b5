// SPDX-License-Identifier: Apache-2.0
/* Where paths begin that no JSONPath could: operations, parameters, schemas that are sent. */
#include "engines/openapi/rule_set.h"

#include "engines/doc/tape.h"

#include <stdlib.h>
#include <string.h>

/* A walk over schemas: what is met, and what is still to be opened. */
struct walk {
  struct sv_rule_run *run;
  struct sv_openapi_nodes *out;
  struct sv_openapi_nodes open;
  uint64_t *met[64]; /* by file: a bit for each value */
};

static bool is_new(struct walk *w, struct sv_openapi_node n)
{
  const sv_value v = sv_tape_target(n.doc, n.value);
  if (n.file >= 64)
    return true; /* the budget ends what goes in circles there */
  if (!w->met[n.file])
    w->met[n.file] = calloc(n.doc->count / 64 + 1, sizeof(uint64_t));
  if (!w->met[n.file])
    return false;
  uint64_t *const word = &w->met[n.file][v / 64];
  const uint64_t bit = UINT64_C(1) << (v % 64);
  const bool first = !(*word & bit);
  *word |= bit;
  return first;
}

static enum sv_status meet(struct walk *w, struct sv_openapi_node n)
{
  n = sv_match_graph_value(&w->run->graph, n);
  if (!n.doc || sv_doc_type(n.doc, n.value) < SV_DOC_ARRAY || !is_new(w, n))
    return SV_OK;
  return sv_openapi_nodes_add(&w->open, n);
}

/* Everything below the open values that is a schema. */
static enum sv_status drain(struct walk *w)
{
  while (w->open.count > 0) {
    const struct sv_openapi_node n = w->open.items[--w->open.count];
    struct sv_openapi_node c = n;
    if (sv_openapi_kind(w->run->api, n) == SV_OPENAPI_K_SCHEMA)
      SV_TRY(sv_openapi_nodes_add(w->out, n));
    for (c.value = sv_doc_first(n.doc, n.value); c.value != SV_DOC_NONE;
         c.value = sv_doc_next(n.doc, n.value, c.value)) {
      SV_TRY(sv_rule_pay(w->run, 1));
      SV_TRY(meet(w, c));
    }
  }
  return SV_OK;
}

static enum sv_status meet_media(struct walk *w, const struct sv_openapi_media *media, size_t count)
{
  for (size_t i = 0; i < count; i++)
    SV_TRY(meet(w, media[i].schema));
  return SV_OK;
}

static enum sv_status meet_request(struct walk *w, const struct sv_openapi_operation *o)
{
  const struct sv_openapi_body body = sv_openapi_request(w->run->api, o);
  for (size_t i = 0; i < o->parameter_count; i++)
    SV_TRY(meet(w, o->parameters[i].schema));
  return meet_media(w, body.media, body.media_count);
}

static enum sv_status meet_responses(struct walk *w, const struct sv_openapi_operation *o)
{
  size_t count;
  const struct sv_openapi_response *r = sv_openapi_responses(w->run->api, o, &count);
  for (size_t i = 0; i < count; i++) {
    SV_TRY(meet_media(w, r[i].media, r[i].media_count));
    for (size_t h = 0; h < r[i].header_count; h++)
      SV_TRY(meet(w, r[i].headers[h].schema));
  }
  return SV_OK;
}

static enum sv_status schemas(struct sv_rule_run *run, bool request, struct sv_openapi_nodes *out)
{
  struct walk w = { .run = run, .out = out };
  size_t count;
  const struct sv_openapi_operation *o = sv_openapi_operations(run->api, &count);
  enum sv_status status = SV_OK;
  for (size_t i = 0; status == SV_OK && i < count; i++) {
    status = request ? meet_request(&w, &o[i]) : meet_responses(&w, &o[i]);
    if (status == SV_OK)
      status = drain(&w);
  }
  for (size_t i = 0; i < 64; i++)
    free(w.met[i]);
  free(w.open.items);
  if (out->count > 1)
    qsort(out->items, out->count, sizeof *out->items, sv_openapi_nodes_by_place);
  return status;
}

static enum sv_status path_operations(struct sv_rule_run *run, struct sv_openapi_nodes *out)
{
  size_t count;
  const struct sv_openapi_operation *o = sv_openapi_operations(run->api, &count);
  for (size_t i = 0; i < count; i++)
    if (o[i].place == SV_OPENAPI_PATHS)
      SV_TRY(sv_openapi_nodes_add(out, o[i].node));
  return SV_OK;
}

static enum sv_status list(struct sv_rule_run *run, enum sv_rule_base base,
                           const struct sv_openapi_nodes **out)
{
  struct sv_openapi_nodes *const n = &run->bases[base - SV_BASE_REQUEST];
  *out = n;
  if (n->known)
    return SV_OK;
  n->known = true;
  return base == SV_BASE_PATH_OPERATION ? path_operations(run, n)
                                        : schemas(run, base == SV_BASE_REQUEST, n);
}

enum sv_status sv_rule_base_nodes(struct sv_rule_run *run, const struct sv_rule_given *g,
                                  const struct sv_openapi_node **out, size_t *count)
{
  static const struct sv_openapi_node none[1];
  const struct sv_openapi_nodes *nodes;
  *out = none;
  *count = 0;
  if (g->base == SV_BASE_KIND) {
    *out = sv_openapi_objects(run->api, g->kind, count);
    return sv_rule_pay(run, *count);
  }
  if (g->base == SV_BASE_ROOT) {
    struct sv_openapi_node *root = sv_arena_alloc(&run->report->arena, sizeof *root);
    if (!root)
      return SV_NO_MEMORY;
    *root = sv_openapi_root(run->api);
    *out = root;
    *count = 1;
    return SV_OK;
  }
  SV_TRY(list(run, g->base, &nodes));
  *out = nodes->items;
  *count = nodes->count;
  return SV_OK;
}
