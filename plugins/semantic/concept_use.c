// SPDX-License-Identifier: Apache-2.0
/* Concepts that fields and descriptions refer to: that they do, and that the concepts are there and
 * in force. */
#include "plugins/describe/names.h"
#include "plugins/describe/openapi.h"
#include "plugins/semantic/resource.h"
#include "plugins/semantic/schema_document.h"
#include "plugins/semantic/semantic.h"

#include "engines/base/ascii.h"
#include "engines/base/date.h"
#include "engines/base/uri.h"
#include "engines/xml/appinfo.h"

#include <samsvar/helpers.h>
#include <string.h>

#define EUVOC "http://publications.europa.eu/ontology/euvoc#"

enum { CONCEPTS_MAX = 500, TOLD_MAX = 30 };

static const char *const keys[] = { "x-concept", "x-begrep", "x-jsonld-id", "begrepsidentifikator",
                                    "@id" };

/* The concept that SCHEMA names, or NULL. */
static const char *concept_of(const json_t *schema)
{
  const char *iri = NULL;
  for (size_t i = 0; !iri && i < sizeof keys / sizeof keys[0]; i++)
    iri = json_string_value(json_object_get(schema, keys[i]));
  return iri;
}

/* --- SEM-137 --- */
struct share {
  struct sv_ctx *ctx;
  const struct sv_artifact *artifact;
  size_t properties, named, malformed;
};

static bool is_web_iri(const char *iri)
{
  return strncmp(iri, "http", 4) == 0 && sv_uri_is_absolute(iri, strlen(iri), true);
}

static void count_concept(struct share *x, const char *pointer, uint32_t line, const char *name,
                          const char *iri)
{
  x->properties++;
  x->named += iri != NULL;
  if (!iri || is_web_iri(iri) || x->malformed++ >= TOLD_MAX)
    return;
  json_t *args = json_pack("{s:s}", "name", name);
  sv_find(x->ctx, .outcome = SV_FAILED,
          .message = N_("{name} refers to a concept by something that is no web address."),
          .args = args, .where = { .url = x->artifact->url, .json_pointer = pointer, .line = line },
          .expected = N_("the IRI of a concept"), .actual = iri, .evidence = x->artifact->evidence,
          .hint = N_("Write the IRI of the concept as the concept catalogue has it."));
  json_decref(args);
}

/* Whether SIBLINGS are those of a form that others have defined: problem details (RFC 9457) or
 * events (CloudEvents). */
static bool is_defined_elsewhere(const json_t *siblings)
{
  return json_object_get(siblings, "specversion") ||
         (json_object_get(siblings, "title") && json_object_get(siblings, "detail") &&
          json_object_get(siblings, "status") && json_object_get(siblings, "type"));
}

/* Links, and objects that only hold other properties, are structure: they need no concept. */
static void count_property(void *closure, const char *pointer, const char *name,
                           const json_t *schema, const json_t *siblings)
{
  static const char *const links[] = { "/lenker/", "/links/", "/_links/" };
  struct share *x = closure;
  const char *own = concept_of(json_object_get(siblings, name));
  const char *iri = own ? own : concept_of(schema);
  bool is_structure = is_defined_elsewhere(siblings) || json_object_get(schema, "properties");
  for (size_t i = 0; i < 3; i++)
    is_structure = is_structure || strstr(pointer, links[i]);
  if (iri || !is_structure)
    count_concept(x, pointer, 0, name, iri);
}

static void count_declared(void *closure, const struct sv_appinfo *a)
{
  count_concept(closure, NULL, (uint32_t)a->line, a->name, a->iri);
}

static const struct sv_artifact *own_xml(struct sv_ctx *ctx)
{
  const char *id = json_string_value(json_object_get(ctx->sv->endpoint(ctx), "id"));
  const struct sv_artifact *a;
  for (size_t i = 0; (a = ctx->sv->artifact(ctx, "xml", i)); i++)
    if (!id || strcmp(a->name, id) == 0)
      return a;
  return NULL;
}

/* What cannot be read is told by the check of the document itself. */
static void count_in_xsd(struct share *x)
{
  struct sv_xml *xml = NULL;
  const struct sv_artifact *a = x->artifact;
  if (!a || !a->data || sv_xml_read(a->data, a->size, a->name, NULL, &xml, NULL, NULL) != SV_OK)
    return;
  sv_appinfo_each(xml, count_declared, x);
  sv_xml_free(xml);
}

enum sv_outcome sv_sem_concept_share(struct sv_ctx *ctx)
{
  struct share x = { .ctx = ctx };
  const char *kind = json_string_value(json_object_get(ctx->sv->endpoint(ctx), "kind"));
  const bool is_xml = kind && strcmp(kind, "xml") == 0;
  enum sv_outcome outcome;
  json_t *document = is_xml ? NULL : sv_own_document(ctx, &x.artifact, &outcome);
  if (is_xml) {
    x.artifact = own_xml(ctx);
    count_in_xsd(&x);
  } else if (!document) {
    return outcome;
  }
  sv_schema_properties(document, count_property, &x);
  json_decref(document);
  if (x.properties == 0)
    return SV_INAPPLICABLE;
  if (x.named * 2 >= x.properties)
    return x.malformed ? SV_FAILED : SV_PASSED;
  json_t *args =
      json_pack("{s:I,s:I}", "count", (json_int_t)x.named, "total", (json_int_t)x.properties);
  sv_find(ctx, .outcome = SV_FAILED,
          .message = N_("{count} of {total} properties refer to the concept that defines them."),
          .args = args, .where.url = x.artifact->url,
          .expected = N_("half of them or more, in x-concept, x-jsonld-id, begrepsidentifikator, "
                         "@id "
                         "or xs:appinfo"),
          .evidence = x.artifact->evidence,
          .hint = N_("Refer from each property to its concept, so that others know what it "
                     "means."));
  json_decref(args);
  return SV_FAILED;
}

/* --- SEM-138 --- */
struct concepts {
  struct sv_ctx *ctx;
  const char *url;
  sv_evidence evidence;
  const char *list[CONCEPTS_MAX];
  struct sv_place places[CONCEPTS_MAX];
  size_t count;
  struct sv_lookup lookup;
  size_t good, faults, unknown;
};

static void add(struct concepts *x, const char *iri, const struct sv_place *place)
{
  if (!is_web_iri(iri) || x->count == CONCEPTS_MAX)
    return;
  for (size_t i = 0; i < x->count; i++)
    if (strcmp(x->list[i], iri) == 0)
      return;
  x->places[x->count] = *place;
  x->list[x->count++] = x->ctx->sv->format(x->ctx, "%s", iri);
}

static void wrong(struct concepts *x, size_t i, const char *message, const char *actual)
{
  struct sv_place place = x->places[i];
  place.url = x->url;
  if (x->faults++ >= TOLD_MAX)
    return;
  json_t *args = json_pack("{s:s}", "name", x->list[i]);
  sv_find(x->ctx, .outcome = SV_FAILED, .message = message, .args = args, .where = place,
          .expected = N_("a concept with a preferred term, in force"), .actual = actual,
          .evidence = x->evidence,
          .hint = N_("Refer to the concept that is in force today, or describe this one."));
  json_decref(args);
}

/* Whether a literal date at NODE is before today. */
static bool has_passed(struct sv_ctx *ctx, const struct sv_graph *g, sv_term node)
{
  size_t n = 0;
  char today[21];
  const struct sv_triple *t = sv_values_of(g, node, EUVOC "endDate", &n);
  sv_date_time_write(ctx->sv->now(ctx), today);
  return n > 0 && strncmp(sv_graph_text(g, t->o, NULL), today, 10) < 0;
}

static const char *retired(const struct sv_graph *g, sv_term node)
{
  size_t n = 0;
  const struct sv_triple *t = sv_values_of(g, node, EUVOC "status", &n);
  const char *status = n ? sv_graph_text(g, t->o, NULL) : "";
  return sv_ends_with(status, "/RETIRED") || sv_ends_with(status, "/DEPRECATED") ? status : NULL;
}

static void judge_described(struct concepts *x, size_t i, const struct sv_graph *g)
{
  size_t labels = 0;
  const sv_term node = sv_graph_find_iris(g, x->list[i]);
  if (node)
    (void)sv_values_of(g, node, SKOS "prefLabel", &labels);
  const char *status = node ? retired(g, node) : NULL;
  if (labels == 0)
    wrong(x, i, N_("{name} is described without a term."), NULL);
  else if (status)
    wrong(x, i, N_("{name} is no longer in force."), status);
  else if (has_passed(x->ctx, g, node))
    wrong(x, i, N_("{name} ended in the past."), NULL);
  else
    x->good++;
}

/* A concept at an address of the target. */
static void judge_address(struct concepts *x, size_t i)
{
  static const char *const accept[] = { "Accept: text/turtle, application/ld+json, "
                                        "application/rdf+xml",
                                        NULL };
  const char *url = x->ctx->sv->format(x->ctx, "%.*s", (int)strcspn(x->list[i], "#"), x->list[i]);
  const struct sv_response *r = sv_http(x->ctx, .url = url, .headers = accept, .follow = 5);
  struct sv_rdf_reading reading = { .data = r->body,
                                    .size = r->body_size,
                                    .media_type = r->error ? NULL : sv_header(r, "Content-Type"),
                                    .base = r->url };
  if (!r->error && r->status == 200)
    sv_describe_read(x->ctx, &reading);
  if (reading.graph)
    judge_described(x, i, reading.graph);
  else
    x->unknown++;
  sv_graph_free(reading.graph);
}

static enum sv_outcome judge_concepts(struct concepts *x)
{
  for (size_t i = 0; i < x->count; i++) {
    const struct sv_description *in = NULL;
    switch (sv_resource_find(x->ctx, &x->lookup, x->list[i], &in)) {
    case SV_RESOURCE_DESCRIBED:
      judge_described(x, i, in->graph);
      break;
    case SV_RESOURCE_ANSWERS:
      judge_address(x, i);
      break;
    case SV_RESOURCE_GONE:
      wrong(x, i, N_("{name} is a concept that is described nowhere."), NULL);
      break;
    case SV_RESOURCE_ELSEWHERE:
      x->unknown++;
      break;
    }
  }
  if (x->faults || !x->unknown)
    return sv_describe_outcome(x->good, x->faults);
  json_t *args = json_pack("{s:I}", "count", (json_int_t)x->unknown);
  sv_find(x->ctx, .outcome = SV_CANT_TELL, .attribution = SV_DEPENDENCY,
          .message = N_("{count} concepts are kept by others, and were not looked up."),
          .args = args, .where.url = x->url, .evidence = x->evidence,
          .hint = N_("Name the concept catalogue as a document of kind skos in the target file."));
  json_decref(args);
  return SV_CANT_TELL;
}

enum sv_outcome sv_sem_subjects_exist(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct concepts x = { .ctx = ctx };
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  x.url = d->artifact->url;
  x.evidence = d->artifact->evidence;
  struct sv_nodes nodes = sv_nodes_with(d->graph, DCT "subject");
  for (sv_term node; (node = sv_nodes_next(&nodes));) {
    size_t n = 0, line = 0;
    const char *name;
    const struct sv_triple *t = sv_values_of(d->graph, node, DCT "subject", &n);
    for (size_t i = 0; i < n; i++) {
      (void)sv_graph_place(d->graph, t[i].line, &name, &line);
      const struct sv_place place = { .focus_node = sv_is_iri(node)
                                                        ? sv_graph_text(d->graph, node, NULL)
                                                        : NULL,
                                      .path = "dct:subject",
                                      .line = (uint32_t)line };
      if (sv_is_iri(t[i].o))
        add(&x, sv_graph_text(d->graph, t[i].o, NULL), &place);
    }
  }
  return judge_concepts(&x);
}

static void add_property(void *closure, const char *pointer, const char *name, const json_t *schema,
                         const json_t *siblings)
{
  struct concepts *x = closure;
  const char *own = concept_of(json_object_get(siblings, name));
  const char *iri = own ? own : concept_of(schema);
  const struct sv_place place = { .json_pointer = x->ctx->sv->format(x->ctx, "%s", pointer) };
  if (iri)
    add(x, iri, &place);
}

enum sv_outcome sv_sem_field_concepts_exist(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_artifact *a = NULL;
  struct concepts x = { .ctx = ctx };
  json_t *document = sv_own_document(ctx, &a, &outcome);
  if (!document)
    return outcome;
  x.url = a->url;
  x.evidence = a->evidence;
  sv_schema_properties(document, add_property, &x);
  json_decref(document);
  return judge_concepts(&x);
}
