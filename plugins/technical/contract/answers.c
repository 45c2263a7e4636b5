// SPDX-License-Identifier: Apache-2.0
/* Every answer against what its operation declares: status, media type, body, headers. */
#include "plugins/technical/checks.h"
#include "plugins/technical/contract/run.h"

#include "engines/base/ascii.h"
#include "engines/base/map.h"

#include <string.h>

#define BIT(kind) (1u << (kind))
enum { SHOWN_MAX = 200 };

/* A rule about answers: which findings are its own, where it has anything to judge. */
struct rule {
  unsigned kinds; /* BIT(enum sv_exchange_kind) */
  bool (*concerns)(struct con_run *run, const struct con_answer *a,
                   const struct sv_openapi_response *declared);
  const char *hint;
};

/* A method that is not declared has no declared answer; all others have. */
static bool want_declared(const struct sv_trial *t, void *closure)
{
  (void)closure;
  return t->kind != SV_TRIAL_METHOD;
}

static json_t *args_of(const struct sv_message *m)
{
  json_t *object = json_object();
  for (size_t i = 0; i < m->count; i++)
    (void)json_object_set_new(object, m->args[i].name,
                              m->args[i].text ? json_string(m->args[i].text)
                                              : json_integer((json_int_t)m->args[i].number));
  return object;
}

/* What stands at POINTER in the body of R, shortened. */
static const char *seen_at(struct sv_ctx *ctx, const struct sv_response *r, const char *pointer)
{
  struct sv_doc *doc = NULL;
  struct sv_error err = { .line = 0 };
  const struct sv_doc_options opt = { .syntax = SV_DOC_JSON, .borrowed = true };
  struct sv_buf text = SV_BUF(SHOWN_MAX + 100);
  if (sv_doc_parse(r->body, r->body_size, &opt, &doc, &err) == SV_OK) {
    const sv_value v = sv_doc_resolve_pointer(doc, SV_DOC_ROOT, pointer, strlen(pointer));
    if (v != SV_DOC_NONE)
      (void)sv_doc_excerpt(doc, v, SHOWN_MAX, &text);
  }
  sv_doc_free(doc);
  const char *copy = ctx->sv->format(ctx, "%s", sv_buf_text(&text));
  sv_buf_free(&text);
  return copy;
}

/* What the description says at the place of F, as far as it is short. */
static const char *declared_at(struct sv_ctx *ctx, const struct sv_exchange_finding *f)
{
  struct sv_buf text = SV_BUF(SHOWN_MAX + 100);
  if (f->where.doc && f->keyword)
    (void)sv_buf_addf(&text, "%s: ", f->keyword);
  if (f->where.doc)
    (void)sv_doc_excerpt(f->where.doc, f->where.value, SHOWN_MAX, &text);
  const char *copy = ctx->sv->format(ctx, "%s", sv_buf_text(&text));
  sv_buf_free(&text);
  return copy;
}

static const char *shown(struct sv_ctx *ctx, const struct con_answer *a,
                         const struct sv_exchange_finding *f)
{
  const struct sv_response *r = a->response;
  if (f->kind == SV_EXCHANGE_STATUS)
    return ctx->sv->format(ctx, "%d", r->status);
  if (f->in == SV_OPENAPI_HEADER && f->name)
    return sv_header(r, f->name) ? sv_header(r, f->name) : "";
  return f->pointer ? seen_at(ctx, r, f->pointer) : "";
}

/* The statuses that O declares: "200, 400, default". */
static const char *statuses(struct sv_ctx *ctx, const struct sv_operation *o)
{
  const char *list = "";
  for (size_t i = 0; i < o->response_count; i++)
    list = ctx->sv->format(ctx, "%s%s%s", list, i > 0 ? ", " : "", o->responses[i].status);
  return list;
}

/* The media types that O declares for STATUS: "application/json, text/csv". */
static const char *media_types(struct sv_ctx *ctx, const struct sv_operation *o, int status)
{
  const struct sv_openapi_response *declared = sv_operation_response(o, status);
  const char *list = "";
  for (size_t i = 0; declared && i < declared->media_count; i++)
    list = ctx->sv->format(ctx, "%s%s%s", list, i > 0 ? ", " : "", declared->media[i].type);
  return list;
}

static void tell(struct sv_ctx *ctx, struct con_run *run, const struct con_answer *a,
                 struct con_tally *tally, const struct sv_exchange_finding *f, const char *hint)
{
  const bool is_header = f->in == SV_OPENAPI_HEADER;
  con_fail(ctx, run, a, tally, args_of(&f->message),
           &(struct sv_finding){ .message = f->message.msgid,
                                 .where = { .header = is_header ? f->name : NULL,
                                            .json_pointer = is_header ? NULL : f->pointer,
                                            .text = f->document_pointer,
                                            .file = f->file,
                                            .line = (uint32_t)f->line,
                                            .column = (uint32_t)f->column },
                                 .expected = f->kind == SV_EXCHANGE_STATUS
                                                 ? statuses(ctx, a->trial->operation)
                                             : f->kind == SV_EXCHANGE_MEDIA_TYPE
                                                 ? media_types(ctx, a->trial->operation,
                                                               a->response->status)
                                                 : declared_at(ctx, f),
                                 .actual = shown(ctx, a, f),
                                 .hint = hint });
}

static bool is_xml(const struct con_answer *a)
{
  const char *type = sv_header(a->response, "Content-Type");
  return type && strstr(type, "xml");
}

/* XML whose schema the target names is judged by technical.contract.xml. */
static bool is_by_xsd(struct sv_ctx *ctx, const struct con_answer *a)
{
  return is_xml(a) && tec_sample_text(ctx, "xsd");
}

static enum sv_outcome judge(struct sv_ctx *ctx, const struct rule *rule)
{
  enum sv_outcome outcome;
  struct con_run *run = con_open(ctx, &outcome);
  struct con_tally tally = { 0 };
  const struct con_answer *unread = NULL;
  const char *gap = NULL;
  if (!run)
    return outcome;
  for (const struct con_answer *a = con_ask_all(ctx, run, want_declared, NULL); a;
       a = con_next(a)) {
    if (!con_is_verdict(ctx, run, a, &tally))
      continue;
    const struct sv_openapi_response *declared =
        sv_operation_response(a->trial->operation, a->response->status);
    if (!rule->concerns(run, a, declared))
      continue;
    const struct con_judged *j = con_judge(run, a);
    tally.judged++;
    if (rule->kinds & BIT(SV_EXCHANGE_BODY) && j->gaps > 0 && !is_by_xsd(ctx, a) && !unread) {
      gap = j->gap;
      unread = a;
    }
    for (size_t i = 0; i < j->count; i++)
      if (rule->kinds & BIT(j->findings[i].kind))
        tell(ctx, run, a, &tally, &j->findings[i], rule->hint);
  }
  outcome = con_outcome_of_all(ctx, run, &tally);
  if (outcome != SV_PASSED || !unread)
    return outcome;
  const bool xml = is_xml(unread);
  return tec_unsure(ctx, unread->response, xml ? SV_CONFIGURATION : SV_TOOL,
                    tec_arg("reason", gap ? gap : ""),
                    .message = N_("A part of what was answered cannot be judged: {reason}."),
                    .where.operation = con_name(ctx, unread->trial),
                    .hint = xml ? N_("Name the XSD of the answers in XML in the target file under "
                                     "samples, xsd.")
                                : N_("Look at the exchange in the recording."));
}

static bool always(struct con_run *run, const struct con_answer *a,
                   const struct sv_openapi_response *declared)
{
  (void)run;
  (void)a;
  (void)declared;
  return true;
}

/* TEC-CON-02 */
enum sv_outcome con_status(struct sv_ctx *ctx)
{
  return judge(ctx, &(struct rule){ BIT(SV_EXCHANGE_STATUS), always,
                                    N_("Describe the status under responses of the operation, or "
                                       "answer with one that is described.") });
}

static bool has_content(struct con_run *run, const struct con_answer *a,
                        const struct sv_openapi_response *declared)
{
  (void)run;
  return declared && declared->media_count > 0 && a->response->body_size > 0;
}

/* TEC-CON-03 */
enum sv_outcome con_media_type(struct sv_ctx *ctx)
{
  return judge(ctx, &(struct rule){ BIT(SV_EXCHANGE_MEDIA_TYPE) | BIT(SV_EXCHANGE_NO_MEDIA_TYPE) |
                                        BIT(SV_EXCHANGE_BAD_MEDIA_TYPE),
                                    has_content,
                                    N_("Send the media type that the description gives for this "
                                       "status, or describe the one that is sent.") });
}

/* The declared media type of the answer, or NULL. */
static const struct sv_openapi_media *media_of(const struct con_answer *a,
                                               const struct sv_openapi_response *declared)
{
  const char *type = sv_header(a->response, "Content-Type");
  return declared && type
             ? sv_operation_media(declared->media, declared->media_count, type, strlen(type))
             : NULL;
}

static bool has_schema(struct con_run *run, const struct con_answer *a,
                       const struct sv_openapi_response *declared)
{
  (void)run;
  const struct sv_openapi_media *media = media_of(a, declared);
  if (a->response->body_size > 0)
    return media && media->schema.doc;
  return declared && declared->media_count > 0 && a->response->status != 204 &&
         a->response->status != 304;
}

/* TEC-CON-04 */
enum sv_outcome con_schema(struct sv_ctx *ctx)
{
  return judge(ctx, &(struct rule){ BIT(SV_EXCHANGE_BODY) | BIT(SV_EXCHANGE_BODY_MALFORMED) |
                                        BIT(SV_EXCHANGE_BODY_MISSING),
                                    has_schema,
                                    N_("Answer as the schema says, or change the schema to what "
                                       "is answered.") });
}

static bool has_headers(struct con_run *run, const struct con_answer *a,
                        const struct sv_openapi_response *declared)
{
  (void)run;
  for (size_t i = 0; declared && i < declared->header_count; i++)
    if (sv_header(a->response, declared->headers[i].name))
      return true;
  return false;
}

static bool needs_headers(struct con_run *run, const struct con_answer *a,
                          const struct sv_openapi_response *declared)
{
  (void)run;
  (void)a;
  for (size_t i = 0; declared && i < declared->header_count; i++)
    if (declared->headers[i].required)
      return true;
  return false;
}

/* TEC-CON-05 */
enum sv_outcome con_headers_present(struct sv_ctx *ctx)
{
  return judge(ctx, &(struct rule){ BIT(SV_EXCHANGE_HEADER_MISSING), needs_headers,
                                    N_("Send the header with every such answer, or say in the "
                                       "description that it need not be there.") });
}

/* TEC-CON-06 */
enum sv_outcome con_headers_valid(struct sv_ctx *ctx)
{
  return judge(ctx, &(struct rule){ BIT(SV_EXCHANGE_HEADER), has_headers,
                                    N_("Write the header's value as its schema says.") });
}

/* Whether any schema of the document has writeOnly. */
static bool declares_write_only(struct con_run *run)
{
  size_t count;
  const struct sv_openapi_node *n = sv_openapi_objects(run->api, SV_OPENAPI_K_SCHEMA, &count);
  for (size_t i = 0; i < count; i++) {
    const struct sv_openapi_node w = sv_openapi_get(n[i], "writeOnly");
    if (w.doc && sv_doc_type(w.doc, w.value) == SV_DOC_TRUE)
      return true;
  }
  return false;
}

/* TEC-CON-10 */
enum sv_outcome con_write_only(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct con_run *run = con_open(ctx, &outcome);
  if (!run)
    return outcome;
  if (!declares_write_only(run))
    return SV_INAPPLICABLE;
  return judge(ctx, &(struct rule){ BIT(SV_EXCHANGE_WRITE_ONLY), has_schema,
                                    N_("Leave members that are writeOnly out of answers.") });
}

static bool want_all(const struct sv_trial *t, void *closure)
{
  (void)t;
  (void)closure;
  return true;
}

static bool is_as_described(const struct sv_trial *t)
{
  return t->kind == SV_TRIAL_PLAIN || t->kind == SV_TRIAL_EXAMPLE;
}

/* The finding about a service that breaks; what was left out has a sentence of its own. */
static void fail_broken(struct sv_ctx *ctx, struct con_run *run, const struct con_answer *a,
                        struct con_tally *tally)
{
  const struct sv_trial *const t = a->trial;
  const bool no_body = t->kind == SV_TRIAL_NO_BODY;
  const bool left_out = t->kind == SV_TRIAL_MISSING && (t->name || t->pointer);
  const char *const what = left_out ? (t->name ? t->name : t->pointer) : con_what(ctx, t);
  con_fail(ctx, run, a, tally,
           json_pack("{s:i, s:s}", "status", a->response->status, "trial", what),
           &(struct sv_finding){ .message = no_body ? N_("The service fails with status {status} "
                                                         "when the content is "
                                                         "left out.")
                                            : left_out ? N_("The service fails with status "
                                                            "{status} when {trial} is left "
                                                            "out.")
                                                       : N_("The service fails with status "
                                                            "{status}. What was sent: "
                                                            "{trial}."),
                                 .where.header = t->in == SV_OPENAPI_HEADER ? t->name : NULL,
                                 .where.json_pointer = t->pointer,
                                 .expected = N_("a status from 200 to 499"),
                                 .actual = ctx->sv->format(ctx, "%d", a->response->status),
                                 .hint = is_as_described(t)
                                             ? N_("The request is as the description has it: look "
                                                  "in the log of the service, and of what stands "
                                                  "before it.")
                                             : N_("Judge what is sent before it is used, and answer "
                                                  "400 when it cannot be.") });
}

/* Nothing was chosen or added: an operation that breaks at this breaks at everything. */
static bool is_bare(const struct sv_trial *t)
{
  return t->kind == SV_TRIAL_PLAIN || t->anonymous;
}

/* Whether R is a failure. 503 with Retry-After is a service that has no time, and 501 is what may
 * be said to a method that nobody described (RFC 9110 9.1). */
static bool is_failure(const struct sv_trial *t, const struct sv_response *r)
{
  return !r->error && r->status >= 500 && !(r->status == 503 && sv_header(r, "Retry-After")) &&
         !(r->status == 501 && t->kind == SV_TRIAL_METHOD);
}

/* TEC-CON-01 */
enum sv_outcome con_server_error(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct con_run *run = con_open(ctx, &outcome);
  struct con_tally tally = { 0 };
  struct sv_map down = { .count = 0 };
  if (!run)
    return outcome;
  for (const struct con_answer *a = con_ask_all(ctx, run, want_all, NULL); a; a = con_next(a)) {
    const struct sv_response *r = a->response;
    const struct sv_operation *const o = a->trial->operation;
    const bool broke = is_failure(a->trial, r);
    if (!broke && !con_is_verdict(ctx, run, a, &tally))
      continue;
    tally.judged++;
    if (!broke)
      continue;
    if (sv_map_get(&down, (const char *)&o, sizeof o)) {
      tally.failed++; /* the same fault */
      continue;
    }
    if (is_bare(a->trial) && sv_map_set(&down, (const char *)&a->trial->operation, sizeof o,
                                        (void *)(uintptr_t)o) != SV_OK)
      tally.unseen++; /* memory ran out: the same fault will be told again */
    fail_broken(ctx, run, a, &tally);
  }
  sv_map_free(&down);
  return con_outcome_of_all(ctx, run, &tally);
}

/* TEC-CON-07 */
enum sv_outcome con_accepted(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct con_run *run = con_open(ctx, &outcome);
  struct con_tally tally = { 0 };
  if (!run)
    return outcome;
  for (const struct con_answer *a = con_ask(ctx, run, con_want_positive, NULL); a;
       a = con_next(a)) {
    const int status = a->response->status;
    if (!con_is_verdict(ctx, run, a, &tally))
      continue;
    tally.judged++;
    if (status < 400 || status == 401 || status == 403 || status == 404 || status == 409)
      continue;
    con_fail(ctx, run, a, &tally,
             json_pack("{s:i, s:s}", "status", status, "trial", con_what(ctx, a->trial)),
             &(struct sv_finding){
                 .message = N_("A request that the description allows is refused with status "
                               "{status}. What was sent: {trial}."),
                 .where.header = a->trial->in == SV_OPENAPI_HEADER ? a->trial->name : NULL,
                 .expected = "2xx",
                 .actual = con_curl(ctx, run, a->trial),
                 .hint = N_("Take what the description allows, or describe what is asked for "
                            "more narrowly.") });
  }
  return con_outcome_of_all(ctx, run, &tally);
}

static bool want_example(const struct sv_trial *t, void *closure)
{
  (void)closure;
  return t->kind == SV_TRIAL_EXAMPLE;
}

/* TEC-CON-08 */
enum sv_outcome con_examples(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct con_run *run = con_open(ctx, &outcome);
  struct con_tally tally = { 0 };
  if (!run)
    return outcome;
  for (const struct con_answer *a = con_ask(ctx, run, want_example, NULL); a; a = con_next(a)) {
    if (!con_is_verdict(ctx, run, a, &tally))
      continue;
    tally.judged++;
    if (a->response->status / 100 != 4)
      continue;
    con_fail(ctx, run, a, &tally, tec_arg_number("status", a->response->status),
             &(struct sv_finding){ .message = N_("The example of the description is answered with "
                                                 "status {status}."),
                                   .expected = "2xx",
                                   .actual = con_curl(ctx, run, a->trial),
                                   .hint = N_("Give examples that name something which is there, "
                                              "and keep it "
                                              "there.") });
  }
  return con_outcome(ctx, run, &tally);
}

static bool want_unsigned(const struct sv_trial *t, void *closure)
{
  (void)closure;
  return t->anonymous;
}

/* TEC-AUT-01, TEC-AUT-05 for every operation that is secured. */
enum sv_outcome con_authentication(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct con_run *run = con_open(ctx, &outcome);
  struct con_tally tally = { 0 };
  if (!run)
    return outcome;
  for (const struct con_answer *a = con_ask(ctx, run, want_unsigned, NULL); a; a = con_next(a)) {
    if (!con_is_verdict(ctx, run, a, &tally))
      continue;
    tally.judged++;
    if (a->response->status == 401)
      continue;
    con_fail(ctx, run, a, &tally, tec_arg_number("status", a->response->status),
             &(struct sv_finding){ .message = a->trial->kind == SV_TRIAL_BAD_TOKEN
                                                  ? N_("The description says that a token is "
                                                       "required, "
                                                       "and the answer to a worthless one has "
                                                       "status "
                                                       "{status}.")
                                                  : N_("The description says that a token is "
                                                       "required, "
                                                       "and the answer without one has status "
                                                       "{status}."),
                                   .where.header = "Authorization",
                                   .expected = "401",
                                   .actual = con_curl(ctx, run, a->trial),
                                   .hint = N_("Judge the token before anything else, and answer "
                                              "401 "
                                              "without a good "
                                              "one; or describe the operation as open.") });
  }
  return con_outcome(ctx, run, &tally);
}
