// SPDX-License-Identifier: Apache-2.0
/* SOAP services, their descriptions, and XML messages against their schema. */
#include "plugins/messages/checks.h"
#include "plugins/messages/messages.h"

#include "engines/base/ascii.h"
#include "engines/xml/wsdl.h"
#include "engines/xml/xsd.h"

#include <stdio.h>
#include <string.h>

enum { TOLD_MAX = 10 };

/* --- where included documents come from --- */

/* The last part of a path or address. */
static const char *last_part(const char *text)
{
  const char *slash = strrchr(text, '/');
  return slash ? slash + 1 : text;
}

/* A schema that was handed over, by its address or the name of its file. */
static const struct sv_artifact *handed_over(struct sv_ctx *ctx, const char *iri)
{
  const struct sv_artifact *a;
  for (size_t n = 0; (a = ctx->sv->artifact(ctx, "xsd", n)); n++)
    if (a->data && a->url &&
        (strcmp(a->url, iri) == 0 || strcmp(last_part(a->url), last_part(iri)) == 0))
      return a;
  return NULL;
}

/* Documents that were handed over, else those of the target's own hosts. */
static enum sv_status fetch(void *context, const char *iri, struct sv_buf *out,
                            struct sv_error *err)
{
  struct sv_ctx *ctx = context;
  const struct sv_artifact *a = handed_over(ctx, iri);
  if (a)
    return sv_buf_add(out, a->data, a->size);
  if (!msg_is_own(ctx, iri))
    return sv_fail(err, SV_DENIED, N_("%s is not at hand, and nothing is fetched"), iri);
  const struct sv_response *r = sv_http(ctx, .url = iri, .follow = 5);
  if (r->error || r->marks & SV_MARKS_NOT_WHOLE || r->status != 200)
    return sv_fail(err, SV_NOT_FOUND, N_("%s is not at hand, and nothing is fetched"), iri);
  return sv_buf_add(out, r->body, r->body_size);
}

/* --- MSG-15 --- */

/* The address of the description: the endpoint's own, which for a service without a query has
 * ?wsdl. */
static const char *wsdl_url(struct sv_ctx *ctx)
{
  const char *url = tec_endpoint_url(ctx);
  if (strcmp(tec_kind(ctx), "soap") != 0 || strchr(url, '?') || sv_ends_with(url, ".wsdl"))
    return url;
  return ctx->sv->format(ctx, "%s?wsdl", url);
}

/* The description as it came: an answer, or a file. */
struct text {
  const struct sv_response *r;
  const struct sv_artifact *a;
  const char *name;
  const void *data;
  size_t size;
};

static enum sv_outcome text_find(struct sv_ctx *ctx, const struct text *t, json_t *args,
                                 const struct sv_finding *f)
{
  return t->r ? tec_find(ctx, t->r, args, f) : msg_find(ctx, t->a, args, f);
}

/* False with an outcome when there is nothing to judge. */
static bool take(struct sv_ctx *ctx, struct text *t, enum sv_outcome *outcome)
{
  const bool has_url = json_object_get(ctx->sv->endpoint(ctx), "url") != NULL;
  /* A description with an address of its own is judged there. */
  *outcome = SV_INAPPLICABLE;
  if (strcmp(tec_kind(ctx), "soap") == 0 && ctx->sv->artifact(ctx, "wsdl", 0))
    return false;
  *t = (struct text){ .name = "" };
  if (!has_url) {
    t->a = msg_own(ctx, outcome);
    if (t->a)
      *t = (struct text){ .a = t->a, .name = t->a->url, .data = t->a->data, .size = t->a->size };
    return t->a != NULL;
  }
  t->r = sv_http(ctx, .url = wsdl_url(ctx), .follow = 5);
  if (sv_is_gone(t->r)) {
    *outcome = tec_fail(ctx, t->r, tec_arg_number("status", t->r->status),
                        .message = N_("The service has no description (status {status})."),
                        .expected = "200", .actual = ctx->sv->format(ctx, "%d", t->r->status),
                        .hint = N_("Publish the WSDL document at the address of the service with "
                                   "?wsdl."));
    return false;
  }
  *outcome = tec_judge_ready(ctx, t->r);
  t->name = t->r->url;
  t->data = t->r->body;
  t->size = t->r->body_size;
  return *outcome == TEC_READY;
}

static enum sv_outcome tell(struct sv_ctx *ctx, const struct text *t,
                            const struct sv_wsdl_report *report)
{
  for (size_t i = 0; i < report->count && i < TOLD_MAX; i++)
    (void)text_find(ctx, t, tec_arg("name", report->faults[i].name),
                    &(struct sv_finding){ .outcome = SV_FAILED,
                                          .message = report->faults[i].msgid,
                                          .where.line = (uint32_t)report->faults[i].line,
                                          .expected = N_("a description whose parts refer to each "
                                                         "other, at https"),
                                          .actual = report->faults[i].name,
                                          .hint = N_("Describe every port type, binding and "
                                                     "message that is named, "
                                                     "and offer the service at https.") });
  if (report->total > 0)
    return SV_FAILED;
  if (!report->is_partial)
    return report->bindings > 0 ? SV_PASSED : SV_INAPPLICABLE;
  return text_find(ctx, t, NULL,
                   &(struct sv_finding){ .outcome = SV_CANT_TELL,
                                         .attribution = SV_CONFIGURATION,
                                         .message = N_("Something that the description imports was "
                                                       "not at hand, so "
                                                       "that not all was judged."),
                                         .where.text = "import",
                                         .hint = N_("Hand over the schemas as documents of kind "
                                                    "xsd.") });
}

/* TEC-MSG-15 */
enum sv_outcome msg_wsdl(struct sv_ctx *ctx)
{
  struct text t;
  enum sv_outcome outcome;
  if (!take(ctx, &t, &outcome))
    return outcome;
  const struct sv_xml_source source = { .fetch = fetch, .context = ctx };
  struct sv_wsdl_report report;
  struct sv_xml *x = NULL;
  struct sv_error err = { .text = "" };
  enum sv_status status = sv_xml_read(t.data, t.size, t.name, t.r ? t.name : NULL, &x, NULL, &err);
  if (status == SV_OK)
    status = sv_wsdl_judge(x, &source, &report, &err);
  sv_xml_free(x);
  if (status == SV_OK)
    return tell(ctx, &t, &report);
  const bool is_fault = status == SV_INVALID;
  return text_find(ctx, &t, tec_arg("fault", err.text),
                   &(struct sv_finding){ .outcome = is_fault ? SV_FAILED : SV_CANT_TELL,
                                         .attribution = is_fault ? SV_TARGET : SV_TOOL,
                                         .message = N_("The description of the service cannot be "
                                                       "read: {fault}."),
                                         .where.line = (uint32_t)err.line,
                                         .where.column = (uint32_t)err.column,
                                         .expected = "WSDL 1.1",
                                         .hint = N_("Publish a WSDL 1.1 document that is "
                                                    "well-formed.") });
}

/* --- MSG-16 --- */

#define BODY "<samsvar:unknown xmlns:samsvar=\"urn:samsvar:probe\"/>"
#define ENVELOPE(uri)                                                                              \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<e:Envelope xmlns:e=\"" uri "\"><e:Body>" BODY      \
  "</e:Body></e:Envelope>\n"

static const struct soap_version {
  int number;
  const char *type, *text;
} versions[] = {
  { 11, "Content-Type: text/xml; charset=utf-8",
    ENVELOPE("http://schemas.xmlsoap.org/soap/envelope/") },
  { 12, "Content-Type: application/soap+xml; charset=utf-8",
    ENVELOPE("http://www.w3.org/2003/05/soap-envelope") },
};

static const struct sv_response *post(struct sv_ctx *ctx, const struct soap_version *v)
{
  const char *const headers[] = { v->type, v->number == 11 ? "SOAPAction: \"\"" : NULL, NULL };
  const char *url = tec_endpoint_url(ctx);
  return sv_http(ctx, .url = ctx->sv->format(ctx, "%.*s", (int)strcspn(url, "?"), url),
                 .method = "POST", .headers = headers, .body = v->text,
                 .body_size = strlen(v->text), .credential = "");
}

/* TEC-MSG-16: SOAP 1.1, and 1.2 where the service says that it does not speak 1.1. */
enum sv_outcome msg_soap_fault(struct sv_ctx *ctx)
{
  const struct soap_version *v = &versions[0];
  if (!msg_may_write(ctx))
    return SV_INAPPLICABLE;
  const struct sv_response *r = post(ctx, v);
  if (!r->error && r->status == 415)
    r = post(ctx, ++v);
  if (r->error)
    return sv_no_answer(ctx, r);
  if (r->status == 401 || r->status == 403 || r->status == 429 || r->status == 503)
    return tec_judge_answer(ctx, r);
  struct sv_xml *x = NULL;
  struct sv_error err = { .text = "" };
  int version = 0;
  enum sv_soap_kind kind = SV_SOAP_NONE;
  if (sv_xml_read(r->body, r->body_size, r->url, r->url, &x, NULL, &err) == SV_OK)
    kind = sv_soap_kind(x, &version);
  sv_xml_free(x);
  const bool fits = r->status == 500 || (version == 12 && r->status == 400);
  if (kind == SV_SOAP_FAULT && version == v->number && fits)
    return SV_PASSED;
  return tec_fail(ctx, r, tec_arg_number("status", r->status),
                  .message = kind == SV_SOAP_FAULT && version == v->number
                                 ? N_("A SOAP fault is sent with status {status}.")
                                 : N_("A request that the service does not know is not answered "
                                      "by a SOAP fault (status {status})."),
                  .expected = v->number == 11 ? N_("a Fault of SOAP 1.1 with status 500")
                                              : N_("a Fault of SOAP 1.2 with status 400 or 500"),
                  .actual = sv_header(r, "Content-Type") ? sv_header(r, "Content-Type") : "",
                  .hint = N_("Answer what cannot be understood with a Fault in an Envelope of the "
                             "version that was asked in."));
}

/* --- MSG-17 --- */

struct judging {
  struct sv_ctx *ctx;
  const struct sv_artifact *a;
  size_t told;
};

static void tell_invalid(void *context, const struct sv_xsd_finding *f)
{
  struct judging *j = context;
  if (j->told++ < TOLD_MAX)
    (void)msg_fail(j->ctx, j->a, json_pack("{s:s, s:s}", "path", f->path, "fault", f->detail),
                   .message = N_("The message is not valid by its schema at {path}: {fault}."),
                   .where.xpath = f->path, .where.line = (uint32_t)f->line, .expected = f->rule,
                   .actual = "",
                   .hint = N_("Validate messages against the published schema before they are "
                              "sent."));
}

/* Whether SCHEMA is for documents of the namespace URI (NULL: none). */
static bool is_for(const struct sv_artifact *schema, const char *uri)
{
  char wanted[512];
  if (!uri)
    return !memmem(schema->data, schema->size, "targetNamespace", 15);
  const int n = snprintf(wanted, sizeof wanted, "targetNamespace=\"%s\"", uri);
  return n > 0 && (size_t)n < sizeof wanted &&
         memmem(schema->data, schema->size, wanted, (size_t)n) != NULL;
}

/* The schema that was handed over for the message: that of its namespace, or the only one. */
static const struct sv_artifact *schema_of(struct sv_ctx *ctx, const struct sv_xml *message)
{
  const char *uri = sv_xml_namespace(message);
  const struct sv_artifact *a;
  const struct sv_artifact *only = NULL;
  size_t n = 0;
  for (; (a = ctx->sv->artifact(ctx, "xsd", n)); n++) {
    if (a->data && is_for(a, uri))
      return a;
    only = a->data ? a : only;
  }
  return n == 1 ? only : NULL;
}

static enum sv_status judge_message(struct judging *j, const struct sv_xml *message,
                                    const struct sv_artifact *schema, size_t *errors,
                                    struct sv_error *err)
{
  const struct sv_xml_source source = { .fetch = fetch, .context = j->ctx };
  struct sv_xml *text = NULL;
  struct sv_xsd *compiled = NULL;
  enum sv_status status =
      sv_xml_read(schema->data, schema->size, schema->url, schema->url, &text, NULL, err);
  if (status == SV_OK)
    status = sv_xsd_compile(text, &source, &compiled, err);
  if (status == SV_OK)
    status = sv_xsd_validate(compiled, message, tell_invalid, j, errors, err);
  sv_xsd_free(compiled);
  sv_xml_free(text);
  return status;
}

/* TEC-MSG-17 */
enum sv_outcome msg_xsd(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct judging j = { .ctx = ctx, .a = msg_own(ctx, &outcome) };
  struct sv_error err = { .text = "" };
  struct sv_xml *message = NULL;
  size_t errors = 0;
  if (!j.a)
    return outcome;
  const enum sv_status read =
      sv_xml_read(j.a->data, j.a->size, j.a->url, j.a->url, &message, NULL, &err);
  const struct sv_artifact *schema = read == SV_OK ? schema_of(ctx, message) : NULL;
  const enum sv_status status = schema ? judge_message(&j, message, schema, &errors, &err) : read;
  sv_xml_free(message);
  if (read == SV_INVALID)
    return msg_fail(ctx, j.a, tec_arg("fault", err.text),
                    .message = N_("The message is not well-formed XML: {fault}."),
                    .where.line = (uint32_t)err.line, .where.column = (uint32_t)err.column,
                    .expected = "XML 1.0", .actual = "",
                    .hint = N_("Validate messages against the published schema before they are "
                               "sent."));
  if (status == SV_OK)
    return errors > 0 ? SV_FAILED : schema ? SV_PASSED : SV_INAPPLICABLE;
  return msg_unsure(ctx, j.a, schema ? SV_CONFIGURATION : SV_TOOL, tec_arg("fault", err.text),
                    .message = N_("The message could not be judged: {fault}."),
                    .where.text = schema ? schema->url : "xsd",
                    .hint = N_("Hand over the schema, and all that it includes, as documents of "
                               "kind xsd."));
}
