// SPDX-License-Identifier: Apache-2.0
/* The serialisations of a description: which one it is in, and what is sent when others are asked
 * for. */
#include "plugins/describe/describe.h"
#include "plugins/describe/names.h"
#include "plugins/semantic/semantic.h"

#include "engines/base/ascii.h"
#include "engines/base/map.h"
#include "engines/base/uri.h"
#include "engines/http/media_type.h"

#include <samsvar/helpers.h>
#include <string.h>

/* Descriptions above this size are asked for once only: their other forms are not compared. */
enum { COMPARED_MAX = 2 << 20, DROPPED_MAX = 20 };

static const char *const types[] = { "text/turtle", "application/ld+json", "application/rdf+xml" };
enum { TYPES = 3 };

/* --- SEM-002 --- */
static bool has_nocase(const char *text, size_t size, const char *word)
{
  const size_t n = strlen(word);
  for (size_t i = 0; i + n <= size && i < 4096; i++)
    if (sv_equal_nocase_n(text + i, n, word))
      return true;
  return false;
}

/* What it is, when no catalogue takes it; NULL: not to be told. */
static const char *refused_form(const struct sv_description *d)
{
  const struct sv_artifact *a = d->artifact;
  if (d->graph)
    return d->syntax == SV_RDF_TRIG ? "TriG" : d->syntax == SV_RDF_NQUADS ? "N-Quads" : NULL;
  if (has_nocase(a->data, a->size, "<html"))
    return memmem(a->data, a->size, "typeof=", 7) || memmem(a->data, a->size, "property=", 9)
               ? "RDFa"
               : "HTML";
  return memmem(a->data, a->size, "@forAll", 7) || memmem(a->data, a->size, "} => {", 6) ||
                 memmem(a->data, a->size, "@keywords", 9)
             ? "N3"
             : NULL;
}

enum sv_outcome sv_sem_serialisation(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_description *d = sv_describe_own(ctx);
  const char *form = d && d->artifact->data ? refused_form(d) : NULL;
  if (!form)
    return sv_describe(ctx, &outcome) ? SV_PASSED : outcome;
  json_t *args = json_pack("{s:s}", "form", form);
  sv_find(ctx, .outcome = SV_FAILED,
          .message = N_("The description is {form}, which the national catalogues do not take."),
          .args = args, .where.url = d->artifact->url, .evidence = d->artifact->evidence,
          .expected = "Turtle, RDF/XML, RDF/JSON, JSON-LD, N-Triples", .actual = form,
          .hint = N_("Offer the same description as Turtle; any RDF library converts it."));
  json_decref(args);
  return SV_FAILED;
}

/* --- SEM-004: asking for each form --- */
struct answers {
  const struct sv_response *of[TYPES];
  size_t count;
  bool is_too_large;
};

static void ask(struct sv_ctx *ctx, struct answers *out)
{
  static const char *const accept[TYPES][2] = { { "Accept: text/turtle", NULL },
                                                { "Accept: application/ld+json", NULL },
                                                { "Accept: application/rdf+xml", NULL } };
  struct sv_request requests[TYPES];
  const struct sv_description *d = sv_describe_own(ctx);
  *out = (struct answers){ .is_too_large = d && d->artifact->size > COMPARED_MAX };
  const char *url = json_string_value(json_object_get(ctx->sv->endpoint(ctx), "url"));
  if (!url || out->is_too_large)
    return;
  for (size_t i = 0; i < TYPES; i++)
    requests[i] =
        (struct sv_request){ .size = sizeof requests[i], .headers = accept[i], .follow = 5 };
  ctx->sv->http_all(ctx, requests, TYPES, out->of);
  out->count = TYPES;
}

/* Which RDF type the answer says that it is; NULL: none of them. */
static const char *type_of(const struct sv_response *r)
{
  const char *type = sv_header(r, "Content-Type");
  struct sv_media_type m;
  if (type && sv_media_type_parse(type, strlen(type), &m) == SV_OK)
    for (size_t i = 0; i < TYPES; i++)
      if (sv_media_type_is(&m, types[i]))
        return types[i];
  return NULL;
}

static enum sv_outcome too_large(struct sv_ctx *ctx)
{
  sv_find(ctx, .outcome = SV_CANT_TELL, .attribution = SV_TOOL,
          .message = N_("The description is above 2 MiB, and was not fetched again in other "
                        "forms."),
          .where.url = json_string_value(json_object_get(ctx->sv->endpoint(ctx), "url")),
          .expected = "2 MiB",
          .hint = N_("Ask for the three forms by hand, or give a smaller catalogue of the same "
                     "service as an endpoint."));
  return SV_CANT_TELL;
}

/* Says which answer was not in the form asked for; true when it was, or was refused with 406. */
static bool is_honoured(struct sv_ctx *ctx, const struct sv_response *r, const char *asked)
{
  const char *got = type_of(r);
  if (r->status == 406 || (got && strcmp(got, asked) == 0))
    return true;
  json_t *args = json_pack("{s:s}", "type", asked);
  sv_find(
      ctx, .outcome = SV_FAILED,
      .message = got ? N_("Asked for {type}, the address sends another form.")
                     : N_("Asked for {type}, the address sends something that is labelled as no "
                          "form of RDF."),
      .args = args, .where = { .url = r->url, .header = "Accept" }, .expected = asked,
      .actual = ctx->sv->format(ctx, "%d %s", r->status,
                                sv_header(r, "Content-Type") ? sv_header(r, "Content-Type") : ""),
      .evidence = r->evidence,
      .hint = N_("Answer with the form that Accept asks for, or with 406 and a list of what can "
                 "be had."));
  json_decref(args);
  return false;
}

enum sv_outcome sv_sem_asked_forms(struct sv_ctx *ctx)
{
  struct answers a;
  enum sv_outcome outcome = SV_INAPPLICABLE;
  size_t honoured = 0, refused = 0;
  ask(ctx, &a);
  if (a.is_too_large)
    return too_large(ctx);
  for (size_t i = 0; i < a.count; i++) {
    if (sv_is_no_verdict(ctx, a.of[i], &outcome))
      return outcome;
    refused += a.of[i]->status == 406;
    honoured += is_honoured(ctx, a.of[i], types[i]);
  }
  if (a.count == 0 || refused == a.count)
    return SV_INAPPLICABLE;
  return honoured == a.count ? SV_PASSED : SV_FAILED;
}

/* How many triples there are, and a sum over those without blank nodes: equal graphs have equal
 * ones. */
struct gist {
  size_t triples;
  uint64_t ground;
};

static struct gist gist_of(const struct sv_graph *g)
{
  struct gist out = { .triples = sv_graph_size(g) };
  const struct sv_triple *t = sv_graph_triples(g);
  struct sv_buf text = SV_BUF((size_t)1 << 20);
  for (size_t i = 0; i < out.triples; i++) {
    if (sv_term_kind(t[i].s) == SV_TERM_BLANK || sv_term_kind(t[i].o) == SV_TERM_BLANK)
      continue;
    sv_buf_cut(&text, 0);
    (void)sv_graph_ntriples(g, t[i].s, &text);
    (void)sv_graph_ntriples(g, t[i].p, &text);
    (void)sv_graph_ntriples(g, t[i].o, &text);
    out.ground += sv_hash(sv_buf_text(&text), text.size);
  }
  sv_buf_free(&text);
  return out;
}

/* Reads R when it is in a form of RDF; GRAPH is NULL when it is not, or cannot be read. */
static struct sv_rdf_reading read_answer(struct sv_ctx *ctx, const struct sv_response *r)
{
  struct sv_rdf_reading reading = { .data = r->body,
                                    .size = r->body_size,
                                    .media_type = type_of(r),
                                    .base = json_string_value(
                                        json_object_get(ctx->sv->endpoint(ctx), "url")) };
  if (!r->error && r->status == 200 && reading.media_type)
    sv_describe_read(ctx, &reading);
  return reading;
}

enum sv_outcome sv_sem_same_graph(struct sv_ctx *ctx)
{
  struct answers a;
  struct gist first = { 0 };
  const char *first_type = NULL;
  size_t compared = 0, faults = 0;
  ask(ctx, &a);
  if (a.is_too_large)
    return too_large(ctx);
  for (size_t i = 0; i < a.count; i++) {
    const char *type = a.of[i]->error ? NULL : type_of(a.of[i]);
    if (!type || (first_type && strcmp(type, first_type) == 0))
      continue;
    struct sv_rdf_reading reading = read_answer(ctx, a.of[i]);
    if (!reading.graph)
      continue;
    const struct gist g = gist_of(reading.graph);
    sv_graph_free(reading.graph);
    if (!first_type) {
      first_type = type;
      first = g;
      continue;
    }
    compared++;
    if (g.triples == first.triples && g.ground == first.ground)
      continue;
    faults++;
    json_t *args = json_pack("{s:s,s:s}", "type", type, "other", first_type);
    sv_find(ctx, .outcome = SV_FAILED,
            .message = N_("What is sent as {type} says something else than what is sent as "
                          "{other}."),
            .args = args, .where = { .url = a.of[i]->url, .header = "Accept" },
            .expected = ctx->sv->format(ctx, "%zu", first.triples),
            .actual = ctx->sv->format(ctx, "%zu", g.triples), .evidence = a.of[i]->evidence,
            .hint = N_("Make all forms from one graph; the figures are numbers of triples."));
    json_decref(args);
  }
  return sv_describe_outcome(compared, faults);
}

/* --- SEM-006: JSON-LD --- */
struct dropped {
  struct {
    char name[80];
    size_t line;
  } list[DROPPED_MAX];
  size_t count;
};

static void keep_dropped(void *closure, const char *name, size_t line)
{
  struct dropped *d = closure;
  for (size_t i = 0; i < d->count; i++)
    if (strncmp(d->list[i].name, name, sizeof d->list[i].name - 1) == 0)
      return;
  if (d->count == DROPPED_MAX)
    return;
  (void)snprintf(d->list[d->count].name, sizeof d->list[0].name, "%s", name);
  d->list[d->count++].line = line;
}

/* The JSON-LD form of the description: as it is, or when asked for. */
struct ld_form {
  struct sv_rdf_reading reading;
  struct dropped dropped;
  const char *url;
  sv_evidence evidence;
};

static bool get_form(struct sv_ctx *ctx, struct ld_form *f, enum sv_outcome *outcome)
{
  const struct sv_description *d = sv_describe_own(ctx);
  *outcome = SV_INAPPLICABLE;
  *f = (struct ld_form){ .url = NULL };
  if (d && d->artifact->data && d->syntax == SV_RDF_JSONLD) {
    f->reading.data = d->artifact->data;
    f->reading.size = d->artifact->size;
    f->url = d->artifact->url;
    f->evidence = d->artifact->evidence;
  } else if (d && d->artifact->size <= COMPARED_MAX) {
    struct answers a;
    ask(ctx, &a);
    const struct sv_response *r = a.count ? a.of[1] : NULL;
    const char *type = r && !r->error && r->status == 200 ? type_of(r) : NULL;
    if (!type || strcmp(type, types[1]) != 0)
      return false;
    f->reading.data = r->body;
    f->reading.size = r->body_size;
    f->url = r->url;
    f->evidence = r->evidence;
  } else {
    return false;
  }
  f->reading.media_type = types[1];
  f->reading.base = f->url;
  f->reading.dropped = keep_dropped;
  f->reading.closure = &f->dropped;
  sv_describe_read(ctx, &f->reading);
  if (f->reading.graph)
    return true;
  *outcome = SV_CANT_TELL;
  return false;
}

/* A class that began as a name without a context for it: it has the folder of the document. */
static const char *relative_type(const struct sv_graph *g, const char *url)
{
  const size_t n = strcspn(url, "?#");
  size_t folder = n;
  while (folder && url[folder - 1] != '/')
    folder--;
  const struct sv_triple *t = sv_graph_triples(g);
  for (size_t i = 0; i < sv_graph_size(g); i++) {
    const char *iri =
        t[i].p == SV_RDF_TYPE && sv_is_iri(t[i].o) ? sv_graph_text(g, t[i].o, NULL) : "";
    if (folder && strncmp(iri, url, folder) == 0 && !strpbrk(iri + folder, "/#"))
      return iri;
  }
  return NULL;
}

/* Says why there is no graph: FAILED when the text itself is to blame and that is to be told. */
static enum sv_outcome say_unexpanded(struct sv_ctx *ctx, const struct ld_form *f, bool blames)
{
  const bool is_target = f->reading.status == SV_INVALID && !f->reading.lacks_context;
  const enum sv_outcome outcome = is_target && blames ? SV_FAILED : SV_CANT_TELL;
  sv_find(ctx, .outcome = outcome,
          .attribution = is_target                  ? SV_TARGET
                         : f->reading.lacks_context ? SV_DEPENDENCY
                                                    : SV_TOOL,
          .message = N_("The JSON-LD could not be expanded."),
          .where = { .url = f->url, .line = (uint32_t)f->reading.fault.line },
          .actual = f->reading.fault.text, .evidence = f->evidence,
          .hint = N_("Keep the context where it can be fetched without signing in, and try "
                     "samsvar validate rdf on the document."));
  return outcome;
}

enum sv_outcome sv_sem_json_ld(struct sv_ctx *ctx)
{
  struct ld_form f;
  enum sv_outcome outcome;
  if (!get_form(ctx, &f, &outcome))
    return outcome == SV_CANT_TELL ? say_unexpanded(ctx, &f, true) : outcome;
  const char *relative = relative_type(f.reading.graph, f.url);
  const bool is_typed = sv_nodes_of(f.reading.graph, DCAT "Catalog").left ||
                        sv_nodes_of(f.reading.graph, DCAT "Dataset").left ||
                        sv_nodes_of(f.reading.graph, DCAT "DataService").left;
  if (!is_typed || relative)
    sv_find(ctx, .outcome = SV_FAILED,
            .message = relative ? N_("A type in the JSON-LD is a name that its context does not "
                                     "explain.")
                                : N_("The JSON-LD expands to nothing that DCAT knows."),
            .where.url = f.url, .actual = relative, .evidence = f.evidence,
            .expected = "dcat:Catalog, dcat:Dataset, dcat:DataService",
            .hint = N_("Name the context in @context, and map every type in it to its IRI."));
  sv_graph_free(f.reading.graph);
  return is_typed && !relative ? SV_PASSED : SV_FAILED;
}

enum sv_outcome sv_sem_json_ld_terms(struct sv_ctx *ctx)
{
  struct ld_form f;
  enum sv_outcome outcome;
  if (!get_form(ctx, &f, &outcome))
    return outcome == SV_CANT_TELL ? say_unexpanded(ctx, &f, false) : outcome;
  const bool says_something = sv_graph_size(f.reading.graph) > 0;
  sv_graph_free(f.reading.graph);
  for (size_t i = 0; i < f.dropped.count; i++) {
    json_t *args = json_pack("{s:s}", "name", f.dropped.list[i].name);
    sv_find(ctx, .outcome = SV_FAILED,
            .message = N_("{name} is in no context, and disappears when the JSON-LD is read."),
            .args = args, .where = { .url = f.url, .line = (uint32_t)f.dropped.list[i].line },
            .evidence = f.evidence,
            .hint = N_("Map the name in @context to the property that it means; map it to null "
                       "when "
                       "it is to be passed over."));
    json_decref(args);
  }
  if (f.dropped.count)
    return SV_FAILED;
  return says_something ? SV_PASSED : SV_INAPPLICABLE;
}
