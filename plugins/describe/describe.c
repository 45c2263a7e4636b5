// SPDX-License-Identifier: Apache-2.0
/* Descriptions: fetched through the runner, read once. */
#include "plugins/describe/describer.h"

#include "engines/base/ascii.h"
#include "engines/http/media_type.h"

#include <stdlib.h>
#include <string.h>

/* A worker has a bound of its own; this one gives a name to what was too large. */
#define GRAPH_BYTES ((size_t)320 << 20)

enum sv_outcome sv_describe_open(struct sv_ctx *ctx)
{
  ctx->state = calloc(1, sizeof(struct sv_describer));
  return ctx->state ? SV_PASSED : SV_CANT_TELL;
}

void sv_describe_close(struct sv_ctx *ctx)
{
  struct sv_describer *x = ctx->state;
  if (x)
    sv_shaped_free(x->shaped);
  for (size_t i = 0; x && i < x->count; i++)
    sv_graph_free(x->list[i].graph);
  if (x)
    sv_vocabularies_free(x->vocabularies);
  free(x);
  ctx->state = NULL;
}

static bool syntax_by_media(const char *type, enum sv_rdf_syntax *out)
{
  char name[80];
  const size_t size = type ? strcspn(type, "; \t") : 0;
  if (size == 0 || size >= sizeof name)
    return false;
  memcpy(name, type, size);
  name[size] = '\0';
  return sv_rdf_syntax_by_media(name, out);
}

/* By what only that syntax can begin with: servers say text/plain and worse. */
static enum sv_rdf_syntax syntax_by_sight(const char *text, size_t size)
{
  const char *end = text + size;
  while (text < end && (sv_is_space((unsigned char)*text) || (unsigned char)*text >= 0x80))
    text++;
  if (text < end && (*text == '{' || *text == '['))
    return SV_RDF_JSONLD;
  if (end - text > 5 &&
      (memcmp(text, "<?xml", 5) == 0 ||
       memmem(text, (size_t)(end - text) < 2000 ? (size_t)(end - text) : 2000, "rdf:RDF", 7)))
    return SV_RDF_XML;
  return SV_RDF_TURTLE;
}

static enum sv_rdf_syntax syntax_of(const struct sv_rdf_reading *r)
{
  enum sv_rdf_syntax syntax;
  if (syntax_by_media(r->media_type, &syntax) ||
      (r->name && sv_rdf_syntax_by_file(r->name, &syntax)))
    return syntax;
  return syntax_by_sight(r->data, r->size);
}

struct reading {
  struct sv_ctx *ctx;
  struct sv_rdf_reading *of;
};

/* A context that the document names: fetched by the runner, like everything, and recorded. */
static enum sv_status fetch_context(void *context, const char *iri, struct sv_doc **out,
                                    struct sv_error *err)
{
  const struct reading *reading = context;
  static const char *const accept[] = { "Accept: application/ld+json, application/json", NULL };
  const struct sv_response *r =
      sv_http(reading->ctx, .url = iri, .headers = accept, .credential = "", .follow = 5);
  if (r->error || r->status != 200 || (r->marks & (SV_MARK_TRUNCATED | SV_MARK_LIMITED))) {
    reading->of->lacks_context = true;
    return sv_fail(err, SV_NOT_FOUND, N_("the JSON-LD context %s could not be fetched"), iri);
  }
  return sv_doc_parse(r->body, r->body_size, NULL, out, err);
}

static void say_dropped(void *context, const char *name, size_t line)
{
  const struct reading *reading = context;
  reading->of->dropped(reading->of->closure, name, line);
}

void sv_describe_read(struct sv_ctx *ctx, struct sv_rdf_reading *r)
{
  struct sv_graph_limits limits = SV_GRAPH_LIMITS;
  limits.bytes = GRAPH_BYTES;
  struct sv_graph *g = sv_graph_new(&limits);
  struct reading reading = { ctx, r };
  const bool has_base = r->base && strstr(r->base, ":/");
  const struct sv_rdf_options options = { .name = r->name,
                                          .base = has_base ? r->base : "file:///",
                                          .context = &reading,
                                          .load = fetch_context,
                                          .dropped = r->dropped ? say_dropped : NULL };
  r->syntax = syntax_of(r);
  r->status = g ? sv_rdf_read(g, r->data, r->size, r->syntax, &options, &r->fault) : SV_NO_MEMORY;
  if (r->status == SV_OK)
    r->status = sv_graph_sort(g, &r->fault);
  if (r->status == SV_OK)
    r->status = sv_graph_index_objects(g, &r->fault);
  if (r->status == SV_OK)
    r->status = sv_graph_index_incoming(g, &r->fault);
  if (r->status == SV_OK)
    r->graph = g;
  else
    sv_graph_free(g);
}

static void read_description(struct sv_ctx *ctx, struct sv_description *d)
{
  const struct sv_artifact *a = d->artifact;
  struct sv_rdf_reading r = { .data = a->data,
                              .size = a->size,
                              .media_type = a->media_type,
                              .name = a->url ? a->url : a->name,
                              .base = a->url };
  sv_describe_read(ctx, &r);
  d->graph = r.graph;
  d->fault = r.fault;
  d->status = r.status;
  d->syntax = r.syntax;
  d->lacks_context = r.lacks_context;
}

/* Whether the document is there, whole, and not empty. A part of one is not read: what it lacks
 * would be held against the target. */
static bool is_whole(struct sv_description *d)
{
  const struct sv_artifact *a = d->artifact;
  if (a->marks & SV_MARK_LIMITED)
    d->status = sv_fail(&d->fault, SV_LIMIT, N_("the document is longer than is read"));
  else if (a->marks & SV_MARK_TRUNCATED)
    d->status = sv_fail(&d->fault, SV_IO, N_("the answer ended before the document did"));
  else if (!a->data)
    d->status = SV_NOT_FOUND;
  else if (a->size == 0)
    d->status = sv_fail(&d->fault, SV_INVALID, N_("the document is empty"));
  return d->status == SV_OK;
}

static const struct sv_description *describe_artifact(struct sv_ctx *ctx,
                                                      const struct sv_artifact *a)
{
  struct sv_describer *x = ctx->state;
  for (size_t i = 0; x && i < x->count; i++)
    if (x->list[i].artifact == a)
      return &x->list[i];
  if (!x || x->count == SV_DESCRIPTIONS_MAX)
    return NULL;
  struct sv_description *d = &x->list[x->count++];
  d->artifact = a;
  if (is_whole(d))
    read_description(ctx, d);
  return d;
}

const struct sv_description *sv_describe_nth(struct sv_ctx *ctx, const char *kind, size_t n)
{
  const struct sv_artifact *a = ctx->sv->artifact(ctx, kind, n);
  return a ? describe_artifact(ctx, a) : NULL;
}

static const struct sv_artifact *own_artifact(struct sv_ctx *ctx)
{
  const json_t *endpoint = ctx->sv->endpoint(ctx);
  const char *kind = json_string_value(json_object_get(endpoint, "kind"));
  const char *id = json_string_value(json_object_get(endpoint, "id"));
  const struct sv_artifact *a = NULL;
  for (size_t n = 0; kind && id && (a = ctx->sv->artifact(ctx, kind, n)); n++)
    if (a->name && strcmp(a->name, id) == 0)
      return a;
  return NULL;
}

/* Who it is about when there is no graph. */
static enum sv_attribution blame(const struct sv_description *d)
{
  if (d->lacks_context)
    return SV_DEPENDENCY;
  if (d->status == SV_INVALID)
    return SV_TARGET; /* a limit that was reached is ours */
  return d->status == SV_NOT_FOUND || d->status == SV_IO ? SV_NETWORK : SV_TOOL;
}

static void say_unreadable(struct sv_ctx *ctx, const struct sv_description *d)
{
  const struct sv_artifact *a = d->artifact;
  const bool is_missing = d->status == SV_NOT_FOUND;
  const bool is_limit = d->status == SV_LIMIT;
  sv_find(ctx, .outcome = SV_CANT_TELL, .attribution = blame(d),
          .message = is_missing ? N_("There was no description to judge.")
                                : N_("The description could not be read, so nothing in it could be "
                                     "judged."),
          .where = { .url = a->url,
                     .line = (uint32_t)d->fault.line,
                     .column = (uint32_t)d->fault.column },
          .actual = d->fault.text, .evidence = a->evidence,
          .hint = is_missing ? N_("See that the address answers with the description; samsvar "
                                  "doctor tries it.")
                  : is_limit ? N_("Publish it in parts that can be read; docs/network.md has the "
                                  "limits.")
                             : N_("Mend the syntax first: samsvar validate rdf tells where it "
                                  "breaks."));
}

const struct sv_description *sv_describe_own(struct sv_ctx *ctx)
{
  const struct sv_artifact *a = own_artifact(ctx);
  return a ? describe_artifact(ctx, a) : NULL;
}

const struct sv_description *sv_describe(struct sv_ctx *ctx, enum sv_outcome *outcome)
{
  const struct sv_artifact *a = own_artifact(ctx);
  const struct sv_description *d = a ? describe_artifact(ctx, a) : NULL;
  *outcome = SV_CANT_TELL;
  if (!d) {
    sv_find(ctx, .outcome = SV_CANT_TELL, .attribution = a ? SV_TOOL : SV_NETWORK,
            .message = N_("There was no description to judge."), .where.text = "description",
            .hint = N_("See that the address answers with the description; samsvar doctor tries "
                       "it."));
    return NULL;
  }
  if (d->graph)
    return d;
  say_unreadable(ctx, d);
  return NULL;
}

/* --- looking --- */

static struct sv_nodes nodes(const struct sv_graph *g, sv_term predicate, sv_term object)
{
  struct sv_nodes n = { .graph = g };
  n.at = sv_graph_subjects(g, predicate, object, &n.left);
  return n;
}

struct sv_nodes sv_nodes_of(const struct sv_graph *g, const char *class_iri)
{
  const sv_term class = sv_graph_find_iris(g, class_iri);
  return class ? nodes(g, SV_RDF_TYPE, class) : (struct sv_nodes){ .graph = g };
}

struct sv_nodes sv_nodes_with(const struct sv_graph *g, const char *predicate)
{
  const sv_term p = sv_graph_find_iris(g, predicate);
  return p ? nodes(g, p, 0) : (struct sv_nodes){ .graph = g };
}

sv_term sv_nodes_next(struct sv_nodes *n)
{
  if (n->left == 0)
    return 0;
  n->left--;
  return sv_graph_triples(n->graph)[*n->at++].s;
}

const struct sv_triple *sv_values_of(const struct sv_graph *g, sv_term node, const char *predicate,
                                     size_t *n)
{
  const sv_term p = sv_graph_find_iris(g, predicate);
  *n = 0;
  return p ? sv_graph_objects(g, node, p, n) : NULL;
}

bool sv_is_a(const struct sv_graph *g, sv_term node, const char *class_iri)
{
  const sv_term class = sv_graph_find_iris(g, class_iri);
  return class && sv_graph_find(g, node, SV_RDF_TYPE, class);
}

bool sv_is_described(const struct sv_graph *g, sv_term node)
{
  size_t n = 0;
  (void)sv_graph_row(g, node, &n);
  return n > 0;
}

bool sv_is_iri(sv_term t)
{
  return t != 0 && sv_term_kind(t) == SV_TERM_IRI;
}

enum sv_outcome sv_describe_outcome(size_t looked_at, size_t faults)
{
  if (faults)
    return SV_FAILED;
  return looked_at ? SV_PASSED : SV_INAPPLICABLE;
}
