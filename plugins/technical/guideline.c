// SPDX-License-Identifier: Apache-2.0
/* The OpenAPI document by the national rules, one check a requirement. */
#include "plugins/technical/checks.h"
#include "plugins/technical/document.h"
#include "plugins/technical/technical.h"

#include "engines/base/lang.h"
#include "engines/base/message.h"

#include <string.h>

enum { POINTER_MAX = 4096 };

const char *tec_pointer(struct sv_ctx *ctx, struct sv_openapi_node n)
{
  struct sv_buf text = SV_BUF(POINTER_MAX);
  const char *pointer = n.doc && sv_openapi_pointer(n, &text) == SV_OK ? sv_buf_text(&text) : "";
  pointer = ctx->sv->format(ctx, "%s", pointer);
  sv_buf_free(&text);
  return pointer;
}

const char *tec_excerpt(struct sv_ctx *ctx, struct sv_openapi_node n)
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

/* What the specification's own judge said where F is, when F passes its sentence on as {what}: it can
 * be said in every language, and {what} cannot. NULL: F says something else. */
static const struct sv_openapi_finding *source_of(struct sv_openapi *api,
                                                  const struct sv_rule_finding *f)
{
  const struct sv_openapi_finding *all, *found = NULL;
  const struct sv_arg *what = NULL;
  size_t count = 0;
  for (size_t i = 0; i < f->arg_count; i++)
    if (strcmp(f->args[i].name, "what") == 0)
      what = &f->args[i];
  if (!what || !what->text || sv_openapi_validate(api, &all, &count, NULL, NULL) != SV_OK)
    return NULL;
  for (size_t i = 0; i < count && !found; i++) {
    struct sv_buf text = SV_BUF((size_t)64 << 10);
    (void)sv_message_render(sv_tr(all[i].message.msgid), all[i].message.args, all[i].message.count,
                            &text);
    if (all[i].line == f->line && strcmp(sv_buf_text(&text), what->text) == 0)
      found = &all[i];
    sv_buf_free(&text);
  }
  return found;
}

static enum sv_outcome tell(struct sv_ctx *ctx, const struct sv_response *r, struct sv_openapi *api,
                            const struct sv_rule_finding *f, const char *hint)
{
  const struct sv_openapi_finding *source = source_of(api, f);
  json_t *args = source ? args_of(source->message.args, source->message.count)
                        : args_of(f->args, f->arg_count);
  return tec_fail(ctx, r, args, .message = source ? source->message.msgid : f->msgid,
                  .where.json_pointer = tec_pointer(ctx, f->where), .where.line = (uint32_t)f->line,
                  .where.column = (uint32_t)f->column, .actual = tec_excerpt(ctx, f->where),
                  .hint = hint);
}

/* Whether RULE is judged by the check of NAME: that rule, and those of the same requirement that
 * weigh as much. */
static bool is_of(const struct sv_rule_info *rule, const char *name,
                  const struct sv_rule_result *all, size_t count)
{
  if (strcmp(rule->name, name) == 0)
    return true;
  for (size_t i = 0; i < count; i++)
    if (strcmp(all[i].rule->name, name) == 0)
      return strcmp(name, rule->requirement) == 0 && rule->severity == all[i].rule->severity;
  return false;
}

enum sv_outcome tec_by_rules(struct sv_ctx *ctx, const char *name, const char *hint)
{
  enum { TOLD = 3 };
  const char *requirement = ctx->sv->format(ctx, "%.*s", (int)strcspn(name, "."), name);
  enum sv_outcome outcome;
  const struct sv_response *r;
  struct sv_openapi *api = tec_description(ctx, &r, &outcome);
  if (!api)
    return outcome;
  const struct sv_rule_options opt = { .requirement = requirement, .findings = 100 };
  struct sv_rule_report *report;
  struct sv_error err = { .text = "" };
  if (sv_rules_apply(tec_national_rules(ctx), api, &opt, &report, &err) != SV_OK)
    return tec_too_large(ctx, r);
  size_t rules, count, judged = 0, told = 0;
  const struct sv_rule_result *result = sv_rule_report_results(report, &rules);
  for (size_t i = 0; i < rules; i++)
    judged += is_of(result[i].rule, name, result, rules) ? result[i].judged : 0;
  const struct sv_rule_finding *f = sv_rule_report_findings(report, &count, NULL);
  outcome = judged > 0 ? SV_PASSED : SV_INAPPLICABLE;
  for (size_t i = 0; i < count && told < TOLD; i++) {
    if (!is_of(f[i].rule, name, result, rules))
      continue;
    outcome = tell(ctx, r, api, &f[i], hint);
    told++;
  }
  sv_rule_report_free(report);
  return outcome;
}

#define GUIDELINE(name, requirement, hint)                                                         \
  enum sv_outcome tec_##name(struct sv_ctx *ctx)                                                   \
  {                                                                                                \
    return tec_by_rules(ctx, requirement, hint);                                                   \
  }

#include "plugins/technical/guidelines.inc"

/* TEC-DES-07: what another site holds is not asked for, and not held against the document. */
enum sv_outcome tec_references(struct sv_ctx *ctx)
{
  static const char *const hint = N_("Mend the reference, or put what it names into the document.");
  enum sv_outcome outcome;
  const struct sv_response *r;
  struct sv_openapi *api = tec_description(ctx, &r, &outcome);
  if (!api)
    return outcome;
  const struct sv_openapi_finding *f;
  size_t count, unread = 0, failed = 0;
  if (sv_openapi_validate(api, &f, &count, NULL, NULL) != SV_OK)
    return tec_too_large(ctx, r);
  for (size_t i = 0; i < count; i++) {
    unread += strcmp(f[i].rule, "reference-unread") == 0;
    if ((strcmp(f[i].rule, "reference") != 0 && strcmp(f[i].rule, "reference-kind") != 0) ||
        failed++ > 0)
      continue;
    outcome =
        tec_fail(ctx, r, args_of(f[i].message.args, f[i].message.count),
                 .message = f[i].message.msgid, .where.json_pointer = tec_pointer(ctx, f[i].where),
                 .where.line = (uint32_t)f[i].line, .where.column = (uint32_t)f[i].column,
                 .actual = tec_excerpt(ctx, f[i].where), .hint = hint);
  }
  if (failed > 0)
    return SV_FAILED;
  if (unread > 0)
    return tec_unsure(ctx, r, SV_CONFIGURATION, NULL,
                      .message = N_("The document refers to another site, which is not asked."),
                      .hint = N_("Publish the files together, on the site of the document."));
  return SV_PASSED;
}
