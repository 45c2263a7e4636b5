// SPDX-License-Identifier: Apache-2.0
/* The data of events against the schema that they name, or that the AsyncAPI document has. */
#include "plugins/messages/asyncapi.h"
#include "plugins/messages/checks.h"
#include "plugins/messages/messages.h"

#include "engines/doc/bridge.h"

#include <string.h>

enum { EVENTS_JUDGED = 100 };

/* Schemas as they are needed; one is found for many events. */
struct schemas {
  struct sv_ctx *ctx;
  const struct msg_source *source;
  struct sv_asyncapi *asyncapi; /* of the target; NULL: none */
  struct sv_doc *document;      /* the JSON Schema that NAME names, and its set */
  struct sv_schema_set *set;
  const char *name; /* of the schema at hand: its dataschema */
  const struct sv_schema *schema;
  const char *problem; /* why a schema that should be there is not */
};

/* The document of kind json-schema whose address or $id is IRI. */
static const struct sv_artifact *handed_over(struct sv_ctx *ctx, const char *iri)
{
  const struct sv_artifact *a;
  for (size_t n = 0; (a = ctx->sv->artifact(ctx, "json-schema", n)); n++) {
    if (a->url && strcmp(a->url, iri) == 0)
      return a;
    json_t *j = a->data ? json_loadb(a->data, a->size, 0, NULL) : NULL;
    const char *id = json_string_value(json_object_get(j, "$id"));
    const bool is_it = id && strcmp(id, iri) == 0;
    json_decref(j);
    if (is_it)
      return a;
  }
  return NULL;
}

static void forget_named(struct schemas *s)
{
  sv_schema_set_free(s->set);
  sv_doc_free(s->document);
  s->set = NULL;
  s->document = NULL;
  s->schema = NULL;
}

static void load(struct schemas *s, const void *data, size_t size)
{
  const struct sv_doc_options opt = { .name = s->name };
  struct sv_error err = { .text = "" };
  s->set = sv_schema_set_new(NULL);
  if (sv_doc_parse(data, size, &opt, &s->document, &err) != SV_OK ||
      sv_schema_set_add(s->set, s->name, s->document, &err) != SV_OK ||
      sv_schema_compile(s->set, s->name, &s->schema, &err) != SV_OK)
    s->problem = s->ctx->sv->format(s->ctx, "%s", err.text);
}

/* The schema at IRI: handed over, or on the host that gave the events. */
static void find_named(struct schemas *s, const char *iri)
{
  struct sv_ctx *ctx = s->ctx;
  const struct sv_artifact *a = handed_over(ctx, iri);
  if (s->name && strcmp(s->name, iri) == 0)
    return;
  forget_named(s);
  s->problem = NULL;
  s->name = ctx->sv->format(ctx, "%s", iri);
  const char *origin = s->source->r ? tec_origin(ctx, s->source->r->url) : "";
  if (a) {
    load(s, a->data, a->size);
  } else if (*origin && strcmp(origin, tec_origin(ctx, iri)) == 0) {
    const struct sv_response *r = sv_http(ctx, .url = s->name, .follow = 5);
    if (!r->error && r->status == 200 && !(r->marks & SV_MARKS_NOT_WHOLE))
      load(s, r->body, r->body_size);
    else
      s->problem = ctx->sv->format(ctx, "%s: %d", s->name, r->status);
  }
}

/* The schema for event E, or NULL: there is none, or S->problem says why it cannot be used. */
static const struct sv_schema *schema_for(struct schemas *s, const json_t *e)
{
  const char *named = json_string_value(json_object_get(e, "dataschema"));
  const char *type = json_string_value(json_object_get(e, "type"));
  const char *iri = named && s->source->r ? tec_resolve(s->ctx, s->source->r->url, named) : named;
  if (iri)
    find_named(s, iri);
  if (iri && (s->schema || s->problem))
    return s->schema;
  const struct sv_schema *schema = NULL;
  struct sv_error err = { .text = "" };
  if (type && s->asyncapi && sv_asyncapi_payload(s->asyncapi, type, &schema, &err) != SV_OK)
    s->problem = s->ctx->sv->format(s->ctx, "%s", err.text);
  return schema;
}

static enum sv_outcome tell(struct sv_ctx *ctx, const struct msg_source *s, size_t index,
                            struct sv_schema_report *report)
{
  size_t count = 0;
  const struct sv_schema_finding *f = sv_schema_report_findings(report, 1, &count, NULL);
  const struct sv_message *m = count > 0 ? &f->message : NULL;
  json_t *args = json_object();
  for (size_t i = 0; m && i < m->count; i++)
    (void)json_object_set_new(args, m->args[i].name,
                              m->args[i].text ? json_string(m->args[i].text)
                                              : json_integer((json_int_t)m->args[i].number));
  struct sv_buf where = SV_BUF(4096);
  sv_buf_adds(&where, msg_event_place(ctx, s, index, "data"));
  sv_buf_adds(&where, count > 0 ? f->instance_pointer : "");
  const enum sv_outcome outcome = msg_source_fail(
      ctx, s, args,
      .message = m ? m->msgid : N_("The data of an event are not valid against their schema."),
      .where.json_pointer = ctx->sv->format(ctx, "%s", sv_buf_text(&where)),
      .expected = count > 0 ? ctx->sv->format(ctx, "%s", f->schema_location) : "",
      .hint = N_("Send data as the schema has them, or publish a new version of the schema "
                 "first."));
  sv_buf_free(&where);
  return outcome;
}

/* Whether the data of E are valid by SCHEMA. */
static enum sv_outcome judge_data(struct schemas *s, const json_t *e, size_t index,
                                  const struct sv_schema *schema)
{
  struct sv_doc *doc = NULL;
  struct sv_schema_report *report = NULL;
  struct sv_error err = { .text = "" };
  enum sv_outcome outcome = SV_PASSED;
  enum sv_status status = sv_doc_from_json(json_object_get(e, "data"), NULL, &doc, &err);
  if (status == SV_OK)
    status = sv_schema_explain(schema, doc, SV_DOC_ROOT, SV_SCHEMA_ERRORS, &report, &err);
  if (status != SV_OK)
    outcome = SV_CANT_TELL;
  else if (!sv_schema_report_valid(report))
    outcome = tell(s->ctx, s->source, index, report);
  if (outcome == SV_CANT_TELL)
    s->problem = s->ctx->sv->format(s->ctx, "%s", err.text);
  sv_schema_report_free(report);
  sv_doc_free(doc);
  return outcome;
}

static enum sv_outcome judge_events(struct schemas *s)
{
  enum sv_outcome outcome = SV_INAPPLICABLE;
  const char *problem = NULL;
  for (size_t i = 0; i < json_array_size(s->source->events) && i < EVENTS_JUDGED; i++) {
    const json_t *e = json_array_get(s->source->events, i);
    if (!json_object_get(e, "data"))
      continue;
    const struct sv_schema *schema = schema_for(s, e);
    const enum sv_outcome one = schema ? judge_data(s, e, i, schema) : SV_INAPPLICABLE;
    if (one == SV_FAILED)
      return one;
    problem = problem ? problem : s->problem;
    outcome = one == SV_PASSED ? SV_PASSED : outcome;
  }
  if (!problem)
    return outcome;
  return msg_source_find(s->ctx, s->source, tec_arg("problem", problem),
                         &(struct sv_finding){ .outcome = SV_CANT_TELL,
                                               .attribution = SV_TARGET,
                                               .message = N_("The schema of the events could not "
                                                             "be used: "
                                                             "{problem}."),
                                               .where.text = "dataschema",
                                               .hint = N_("Let dataschema lead to a JSON Schema "
                                                          "that can be read, or "
                                                          "hand it over as a document of kind "
                                                          "json-schema.") });
}

/* TEC-EVT-19 */
enum sv_outcome msg_data_schema(struct sv_ctx *ctx)
{
  struct msg_source source;
  enum sv_outcome outcome;
  if (msg_source_read(ctx, &source, &outcome)) {
    struct schemas s = { .ctx = ctx, .source = &source, .asyncapi = msg_asyncapi_of_target(ctx) };
    outcome = judge_events(&s);
    forget_named(&s);
    sv_asyncapi_free(s.asyncapi);
  }
  msg_source_free(&source);
  return outcome;
}
