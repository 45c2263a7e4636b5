// SPDX-License-Identifier: Apache-2.0
/* JSON-LD 1.1: the beginning, the end, and what all parts use. */
#include "engines/rdf/jsonld.h"

#include "engines/base/uri.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WORK_MAX 20000000

int ld_fault(struct ld *l, struct ld_in at, const char *code)
{
  if (l->status != SV_OK)
    return 0;
  l->status = SV_INVALID;
  l->fault = (struct sv_doc_finding){ .kind = SV_DOC_MALFORMED,
                                      .is_error = true,
                                      .rule = code,
                                      .msgid = N_("This breaks a rule of JSON-LD 1.1, \"{code}\"; "
                                                  "write it as the specification says."),
                                      .arg_name = "code" };
  (void)snprintf(l->fault.arg, sizeof l->fault.arg, "%s", code);
  const sv_value v = at.doc == l->doc && ld_has(at) ? at.v : l->at;
  sv_doc_position(l->doc, v, &l->fault.line, &l->fault.column);
  return 0;
}

int ld_limit(struct ld *l, const char *name, const char *msgid)
{
  (void)sv_graph_fail_limit(l->graph, name, msgid);
  if (l->status == SV_OK)
    l->status = l->graph->status;
  return 0;
}

void *ld_alloc(struct ld *l, size_t size)
{
  void *p = sv_arena_calloc(&l->arena, 1, size);
  if (!p)
    (void)ld_limit(l, "rdf-bytes", N_("the data takes more memory than the limit allows"));
  return p;
}

bool ld_has(struct ld_in in)
{
  return in.doc && in.v != SV_DOC_NONE;
}

enum sv_doc_type ld_type(struct ld_in in)
{
  return ld_has(in) ? sv_doc_type(in.doc, in.v) : SV_DOC_NULL;
}

struct ld_in ld_get(struct ld_in object, const char *name)
{
  if (ld_type(object) != SV_DOC_OBJECT)
    return (struct ld_in){ NULL, SV_DOC_NONE };
  return (struct ld_in){ object.doc, sv_doc_gets(object.doc, object.v, name) };
}

const char *ld_string(struct ld *l, struct ld_in in)
{
  size_t size;
  const char *text = ld_has(in) ? sv_doc_string(in.doc, in.v, &size) : NULL;
  if (!text)
    return NULL;
  if (memchr(text, '\0', size)) {
    (void)ld_fault(l, in, "invalid IRI mapping");
    return NULL;
  }
  const char *kept = sv_arena_copy(&l->arena, text, size);
  if (!kept)
    (void)ld_limit(l, "rdf-bytes", N_("the data takes more memory than the limit allows"));
  return kept;
}

const char *ld_key(struct ld *l, struct ld_in child)
{
  return ld_string(l, (struct ld_in){ child.doc, sv_doc_key(child.doc, child.v) });
}

const char *ld_join(struct ld *l, const char *a, const char *b)
{
  const size_t n = strlen(a), m = strlen(b);
  char *p = sv_arena_alloc(&l->arena, n + m + 1);
  if (!p || n + m > l->graph->limits.iri_bytes) {
    (void)ld_limit(l, p ? "rdf-iri-bytes" : "rdf-bytes",
                   N_("the data takes more memory than the limit allows"));
    return NULL;
  }
  memcpy(p, a, n);
  memcpy(p + n, b, m + 1);
  return p;
}

const char *ld_resolve(struct ld *l, const char *base, const char *ref)
{
  struct sv_buf iri = SV_BUF(l->graph->limits.iri_bytes);
  const enum sv_status status =
      sv_uri_resolve(base ? base : "", base ? strlen(base) : 0, ref, strlen(ref), &iri);
  const char *kept = NULL;
  if (status == SV_OK)
    kept = sv_arena_copy(&l->arena, sv_buf_text(&iri), iri.size);
  else if (status == SV_INVALID)
    kept = ref;
  if (!kept)
    (void)ld_limit(l, "rdf-iri-bytes", N_("an IRI is longer than the limit allows"));
  sv_buf_free(&iri);
  return kept;
}

struct ld_in ld_begin(struct ld_in in)
{
  if (ld_type(in) != SV_DOC_ARRAY)
    return in;
  return (struct ld_in){ in.doc, sv_doc_first(in.doc, in.v) };
}

struct ld_in ld_next(struct ld_in in, struct ld_in each)
{
  if (ld_type(in) != SV_DOC_ARRAY)
    return (struct ld_in){ in.doc, SV_DOC_NONE };
  return (struct ld_in){ in.doc, sv_doc_next(in.doc, in.v, each.v) };
}

const struct sv_doc *ld_load(struct ld *l, const char *url, struct ld_in at)
{
  for (const struct ld_loaded *d = l->loaded; d; d = d->next)
    if (strcmp(d->url, url) == 0)
      return d->doc;
  struct sv_error err = { 0 };
  struct sv_doc *doc = NULL;
  const enum sv_status status =
      l->opt->load ? l->opt->load(l->opt->context, url, &doc, &err) : SV_NOT_FOUND;
  if (status == SV_LIMIT || status == SV_NO_MEMORY) {
    (void)ld_limit(l, "context-bytes", N_("a JSON-LD context is larger than the limit allows"));
    return NULL;
  }
  if (status != SV_OK || !doc) {
    (void)ld_fault(l, at, "loading remote context failed");
    l->fault.msgid = N_("The context {code} could not be had. samsvar validate fetches nothing: "
                        "give it the folder the context lies in with --map PREFIX=DIR.");
    (void)snprintf(l->fault.arg, sizeof l->fault.arg, "%.90s", url);
    return NULL;
  }
  struct ld_loaded *d = ld_alloc(l, sizeof *d);
  char *kept = sv_arena_strdup(&l->arena, url);
  if (!d || !kept) {
    sv_doc_free(doc);
    return NULL;
  }
  *d = (struct ld_loaded){ l->loaded, kept, doc };
  l->loaded = d;
  return doc;
}

/* The context to begin with: the base, and what --expand-context gives. */
static struct ld_context *first_context(struct ld *l)
{
  struct ld_context *c = ld_context_new(l);
  if (!c)
    return NULL;
  c->base = l->opt->base;
  if (!l->opt->expand_context)
    return c;
  struct ld_in in = { l->opt->expand_context, SV_DOC_ROOT };
  if (ld_has(ld_get(in, "@context")))
    in = ld_get(in, "@context");
  const struct ld_how how = { .base_url = l->opt->base, .depth = CONTEXTS_MAX };
  return ld_process(l, c, in, &how);
}

static void run(struct ld *l)
{
  struct ld_context *c = first_context(l);
  if (!c)
    return;
  const struct ld_node *expanded =
      ld_expand(l, c, NULL, (struct ld_in){ l->doc, SV_DOC_ROOT }, false);
  if (l->status == SV_OK && expanded)
    (void)ld_to_rdf(l, expanded);
}

/* A duplicate name or a lone surrogate leaves open what is meant: no graph is made of that. */
static bool refuse_findings(struct ld *l)
{
  size_t count;
  const struct sv_doc_finding *f = sv_doc_findings(l->doc, &count, NULL);
  for (size_t i = 0; i < count; i++) {
    if (f[i].is_error && l->status == SV_OK) {
      l->status = SV_INVALID;
      l->fault = f[i];
    }
  }
  return l->status == SV_OK;
}

static void clean_up(struct ld *l)
{
  for (struct ld_context *c = l->made; c; c = c->made_before)
    sv_map_free(&c->terms);
  for (struct ld_loaded *d = l->loaded; d; d = d->next)
    sv_doc_free(d->doc);
  sv_arena_free(&l->arena);
}

enum sv_status sv_rdf_read_jsonld(struct sv_graph *g, const char *data, size_t size,
                                  const struct sv_rdf_options *opt, struct sv_doc_finding *fault)
{
  struct sv_doc *doc = NULL;
  struct sv_error err = { 0 };
  const struct sv_doc_options how = { .name = opt->name, .borrowed = true, .fault = fault };
  const enum sv_status status = sv_doc_parse(data, size, &how, &doc, &err);
  if (status == SV_LIMIT)
    (void)sv_graph_fail_limit(g, err.limit,
                              N_("the JSON is larger or nested deeper than the limit "
                                 "allows"));
  if (status != SV_OK)
    return status == SV_INVALID ? status : (void)sv_graph_fail(g, status), status;
  struct ld l = { .graph = g, .opt = opt, .doc = doc, .work = WORK_MAX };
  l.arena = SV_ARENA(g->limits.bytes);
  if (refuse_findings(&l))
    run(&l);
  clean_up(&l);
  sv_doc_free(doc);
  *fault = l.fault;
  return l.status != SV_OK ? l.status : sv_graph_status(g, NULL);
}
