// SPDX-License-Identifier: Apache-2.0
/* The OpenAPI document by the national rules, one check a requirement. The document and the rules
 * are read once a worker and kept in the plugin's state. */
#include "plugins/technical/checks.h"
#include "plugins/technical/technical.h"

#include "engines/base/lang.h"
#include "engines/openapi/rule.h"

#include <stdlib.h>
#include <string.h>

enum { POINTER_MAX = 4096, FILES_MAX = 30 };

/* What is kept from check to check: the document of one answer. */
struct document {
  struct sv_ctx *ctx; /* of the check at hand, for references to other files */
  char *url;
  char *bytes;
  size_t size;
  struct sv_openapi *api;
  struct sv_rules *rules;
};

static void forget(struct document *d)
{
  sv_openapi_free(d->api);
  free(d->url);
  free(d->bytes);
  d->api = NULL;
  d->url = d->bytes = NULL;
}

enum sv_outcome tec_open(struct sv_ctx *ctx)
{
  ctx->state = calloc(1, sizeof(struct document));
  return ctx->state ? SV_PASSED : SV_CANT_TELL;
}

void tec_close(struct sv_ctx *ctx)
{
  struct document *d = ctx->state;
  if (d) {
    forget(d);
    sv_rules_free(d->rules);
  }
  free(d);
  ctx->state = NULL;
}

/* Files of the same origin are asked for; nothing else is. */
static enum sv_status fetch(void *context, const char *iri, struct sv_openapi_text *out,
                            struct sv_error *err)
{
  struct document *d = context;
  struct sv_ctx *ctx = d->ctx;
  (void)err;
  if (strcmp(tec_origin(ctx, iri), tec_origin(ctx, d->url)) != 0)
    return SV_DENIED;
  const struct sv_response *r = sv_http(ctx, .url = iri, .follow = 5);
  if (r->error || r->marks || r->status / 100 != 2)
    return !r->error && (r->status == 404 || r->status == 410) ? SV_NOT_FOUND : SV_IO;
  out->bytes = malloc(r->body_size + 1);
  out->name = strdup(iri);
  if (!out->bytes || !out->name)
    return SV_NO_MEMORY;
  memcpy(out->bytes, r->body, r->body_size);
  out->size = r->body_size;
  return SV_OK;
}

static enum sv_status read_document(struct document *d, const struct sv_response *r,
                                    struct sv_error *err)
{
  struct sv_openapi_limits limits = SV_OPENAPI_LIMITS;
  limits.files = FILES_MAX;
  forget(d);
  d->url = strdup(r->url);
  d->bytes = malloc(r->body_size + 1);
  if (!d->url || !d->bytes)
    return SV_NO_MEMORY;
  memcpy(d->bytes, r->body, r->body_size);
  d->size = r->body_size;
  const struct sv_openapi_options opt = {
    .iri = d->url, .borrowed = true, .fetch = fetch, .context = d, .limits = &limits
  };
  SV_TRY(sv_openapi_load(d->bytes, d->size, &opt, &d->api, err));
  return d->rules ? SV_OK : sv_rules_national(&d->rules, err);
}

/* The document that the endpoint gives, or NULL after a finding, *OUTCOME being the check's. */
static struct document *take(struct sv_ctx *ctx, const struct sv_response **r,
                             enum sv_outcome *outcome)
{
  struct document *d = ctx->state;
  struct sv_error err = { .text = "" };
  *r = tec_get(ctx);
  *outcome = tec_judge_ready(ctx, *r);
  if (*outcome != TEC_READY)
    return NULL;
  d->ctx = ctx;
  enum sv_status status = SV_OK;
  if (!d->api || strcmp(d->url, (*r)->url) != 0 || d->size != (*r)->body_size ||
      memcmp(d->bytes, (*r)->body, d->size) != 0)
    status = read_document(d, *r, &err);
  *outcome = SV_INAPPLICABLE; /* technical.description.published tells that it is no document */
  if (status == SV_OK && sv_openapi_version(d->api) != SV_OPENAPI_UNKNOWN)
    return d;
  if (status != SV_OK && status != SV_INVALID)
    *outcome = tec_unsure(ctx, *r, SV_TOOL, NULL,
                          .message = N_("The document is larger than this check reads."),
                          .hint = N_("Judge the document with samsvar validate openapi."));
  return NULL;
}

static const char *pointer_of(struct sv_ctx *ctx, struct sv_openapi_node n)
{
  struct sv_buf text = SV_BUF(POINTER_MAX);
  const char *pointer = n.doc && sv_openapi_pointer(n, &text) == SV_OK ? sv_buf_text(&text) : "";
  pointer = ctx->sv->format(ctx, "%s", pointer);
  sv_buf_free(&text);
  return pointer;
}

static const char *excerpt_of(struct sv_ctx *ctx, struct sv_openapi_node n)
{
  struct sv_buf text = SV_BUF(1024);
  const bool scalar = n.doc && sv_doc_type(n.doc, n.value) <= SV_DOC_STRING;
  if (scalar)
    (void)sv_doc_excerpt(n.doc, n.value, 120, &text);
  const char *copy = ctx->sv->format(ctx, "%s", sv_buf_text(&text));
  sv_buf_free(&text);
  return copy;
}

static json_t *args_of(const struct sv_arg *args, size_t count)
{
  json_t *object = json_object();
  for (size_t i = 0; i < count; i++)
    (void)json_object_set_new(object, args[i].name,
                              args[i].text ? json_string(args[i].text)
                                           : json_integer((json_int_t)args[i].number));
  return object;
}

static enum sv_outcome tell(struct sv_ctx *ctx, const struct sv_response *r,
                            const struct sv_rule_finding *f, const char *hint)
{
  return tec_fail(ctx, r, args_of(f->args, f->arg_count), .message = f->msgid,
                  .where.json_pointer = pointer_of(ctx, f->where), .where.line = (uint32_t)f->line,
                  .where.column = (uint32_t)f->column, .actual = excerpt_of(ctx, f->where),
                  .hint = hint);
}

/* Judges the document by the rules of REQUIREMENT; the first few findings are told. */
static enum sv_outcome judge(struct sv_ctx *ctx, const char *requirement, const char *hint)
{
  enum { TOLD = 3 };
  enum sv_outcome outcome;
  const struct sv_response *r;
  struct document *d = take(ctx, &r, &outcome);
  if (!d)
    return outcome;
  const struct sv_rule_options opt = { .requirement = requirement, .findings = 100 };
  struct sv_rule_report *report;
  struct sv_error err = { .text = "" };
  if (sv_rules_apply(d->rules, d->api, &opt, &report, &err) != SV_OK)
    return tec_unsure(ctx, r, SV_TOOL, NULL,
                      .message = N_("The document is larger than this check reads."),
                      .hint = N_("Judge the document with samsvar validate openapi."));
  size_t rules, count, judged = 0;
  const struct sv_rule_result *result = sv_rule_report_results(report, &rules);
  for (size_t i = 0; i < rules; i++)
    judged += result[i].judged;
  const struct sv_rule_finding *f = sv_rule_report_findings(report, &count, NULL);
  outcome = judged > 0 ? SV_PASSED : SV_INAPPLICABLE;
  for (size_t i = 0; i < count && i < TOLD; i++)
    outcome = tell(ctx, r, &f[i], hint);
  sv_rule_report_free(report);
  return outcome;
}

#define GUIDELINE(name, requirement, hint)                                                         \
  enum sv_outcome tec_##name(struct sv_ctx *ctx)                                                   \
  {                                                                                                \
    return judge(ctx, requirement, hint);                                                          \
  }

#include "plugins/technical/guidelines.inc"

/* TEC-DES-07: what another site holds is not asked for, and not held against the document. */
enum sv_outcome tec_references(struct sv_ctx *ctx)
{
  static const char *const hint = N_("Mend the reference, or put what it names into the document.");
  enum sv_outcome outcome;
  const struct sv_response *r;
  struct document *d = take(ctx, &r, &outcome);
  if (!d)
    return outcome;
  const struct sv_openapi_finding *f;
  size_t count, unread = 0, failed = 0;
  if (sv_openapi_validate(d->api, &f, &count, NULL, NULL) != SV_OK)
    return tec_unsure(ctx, r, SV_TOOL, NULL,
                      .message = N_("The document is larger than this check reads."),
                      .hint = N_("Judge the document with samsvar validate openapi."));
  for (size_t i = 0; i < count; i++) {
    unread += strcmp(f[i].rule, "reference-unread") == 0;
    if ((strcmp(f[i].rule, "reference") != 0 && strcmp(f[i].rule, "reference-kind") != 0) ||
        failed++ > 0)
      continue;
    outcome = tec_fail(
        ctx, r, args_of(f[i].message.args, f[i].message.count), .message = f[i].message.msgid,
        .where.json_pointer = pointer_of(ctx, f[i].where), .where.line = (uint32_t)f[i].line,
        .where.column = (uint32_t)f[i].column, .actual = excerpt_of(ctx, f[i].where), .hint = hint);
  }
  if (failed > 0)
    return SV_FAILED;
  if (unread > 0)
    return tec_unsure(ctx, r, SV_CONFIGURATION, NULL,
                      .message = N_("The document refers to another site, which is not asked."),
                      .hint = N_("Publish the files together, on the site of the document."));
  return SV_PASSED;
}
