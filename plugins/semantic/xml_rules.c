// SPDX-License-Identifier: Apache-2.0
/* XML payloads against their XML Schema and their Schematron rules. */
#include "engines/xml/appinfo.h"
#include "engines/xml/schematron.h"
#include "engines/xml/xsd.h"
#include "plugins/semantic/handed.h"
#include "plugins/semantic/semantic.h"

#include <samsvar/helpers.h>
#include <string.h>

enum { TOLD_MAX = 30 };

/* What is being judged, and by what. */
struct judging {
  struct sv_ctx *ctx;
  struct sv_handed_bytes payload, schema;
  struct sv_xml *document, *rules;
  size_t told, looked_at, faults;
  bool is_advice; /* what the requirement only warns of is told, and nothing else */
};

/* Other documents that a schema includes: fetched by the runner. */
static enum sv_status fetch(void *context, const char *iri, struct sv_buf *out,
                            struct sv_error *err)
{
  struct judging *j = context;
  struct sv_handed_bytes bytes;
  const struct sv_response *r = NULL;
  if (!sv_handed_fetch(j->ctx, j->schema.url, iri, &bytes, &r))
    return sv_fail(err, SV_NOT_FOUND, "%s", iri);
  return sv_buf_add(out, bytes.data, bytes.size);
}

static void release(struct judging *j)
{
  sv_xml_free(j->document);
  sv_xml_free(j->rules);
  j->document = j->rules = NULL;
}

/* Reads the payload; false when it is not well-formed (said) or no payload at all. */
static bool read_payload(struct judging *j, enum sv_outcome *outcome)
{
  struct sv_error err = { 0 };
  struct sv_doc_finding fault = { 0 };
  const enum sv_status status = sv_xml_read(j->payload.data, j->payload.size, j->payload.url,
                                            j->payload.url, &j->document, &fault, &err);
  *outcome = SV_INAPPLICABLE;
  if (status == SV_OK)
    return !sv_xml_is_schema(j->document) && !sv_xml_is_schematron(j->document);
  if (j->is_advice)
    return false;
  *outcome = status == SV_INVALID ? SV_FAILED : SV_CANT_TELL;
  sv_find(j->ctx, .outcome = *outcome, .attribution = SV_TARGET,
          .message = N_("The payload is no well-formed XML, or is larger than is read."),
          .where = { .url = j->payload.url,
                     .line = (uint32_t)fault.line,
                     .column = (uint32_t)fault.column },
          .actual = err.text, .evidence = j->payload.evidence,
          .hint = N_("Write XML with a library, never by joining strings."));
  return false;
}

static enum sv_outcome unusable(struct judging *j, const struct sv_error *err)
{
  sv_find(j->ctx, .outcome = SV_CANT_TELL, .attribution = SV_CONFIGURATION,
          .message = N_("The rules for the payload could not be used."),
          .where = { .url = j->schema.url, .line = (uint32_t)err->line }, .actual = err->text,
          .evidence = j->schema.evidence,
          .hint = N_("samsvar validate tells what is wrong with a schema; see that what it "
                     "includes "
                     "can be fetched."));
  return SV_CANT_TELL;
}

static enum sv_status read_rules(struct judging *j, struct sv_error *err)
{
  return sv_xml_read(j->schema.data, j->schema.size, j->schema.url, j->schema.url, &j->rules, NULL,
                     err);
}

/* --- SEM-135 --- */
static void tell_invalid(void *context, const struct sv_xsd_finding *f)
{
  struct judging *j = context;
  if (j->told++ >= TOLD_MAX)
    return;
  json_t *args = json_pack("{s:s}", "rule", f->rule);
  sv_find(j->ctx, .outcome = SV_FAILED,
          .message = N_("The payload is not valid by its XML Schema ({rule})."), .args = args,
          .where = { .url = j->payload.url, .xpath = f->path, .line = (uint32_t)f->line },
          .expected = j->schema.url, .actual = f->detail, .evidence = j->payload.evidence,
          .hint = N_("Send what the schema promises, or change the schema with a new version."));
  json_decref(args);
}

static enum sv_outcome judge_xsd(struct judging *j)
{
  struct sv_error err = { 0 };
  struct sv_xsd *xsd = NULL;
  const struct sv_xml_source source = { fetch, j };
  size_t errors = 0;
  enum sv_status status = read_rules(j, &err);
  if (status == SV_OK)
    status = sv_xsd_compile(j->rules, &source, &xsd, &err);
  if (status == SV_OK)
    status = sv_xsd_validate(xsd, j->document, tell_invalid, j, &errors, &err);
  sv_xsd_free(xsd);
  if (status != SV_OK)
    return unusable(j, &err);
  j->looked_at++;
  j->faults += errors;
  return errors ? SV_FAILED : SV_PASSED;
}

/* By the schema that the payload itself names. Whether it names one is another check's. */
static enum sv_outcome judge_by_own(struct judging *j)
{
  char location[2048];
  const struct sv_response *r = NULL;
  if (!sv_xml_schema_location(j->document, location, sizeof location))
    return SV_INAPPLICABLE;
  if (sv_handed_fetch(j->ctx, j->payload.url, location, &j->schema, &r))
    return judge_xsd(j);
  const bool is_gone = r && !r->error && (r->status == 404 || r->status == 410);
  sv_find(j->ctx, .outcome = SV_CANT_TELL, .attribution = is_gone ? SV_TARGET : SV_DEPENDENCY,
          .message = N_("The XML Schema that the payload names could not be had."),
          .where.url = j->payload.url, .actual = location,
          .evidence = r ? r->evidence : j->payload.evidence,
          .hint = N_("See that the address in xsi:schemaLocation leads to the schema, or name the "
                     "schema in samples.payloads of the target file."));
  return SV_CANT_TELL;
}

static enum sv_outcome find_name(struct judging *j)
{
  char location[2048];
  if (sv_xml_schema_location(j->document, location, sizeof location))
    return SV_PASSED;
  sv_find(j->ctx, .outcome = SV_FAILED,
          .message = N_("The payload is well-formed, and nothing tells its XML Schema."),
          .where.url = j->payload.url, .evidence = j->payload.evidence,
          .hint = N_("Name the schema in samples.payloads of the target file, or in "
                     "xsi:schemaLocation."));
  return SV_FAILED;
}

/* The own document of an XML endpoint, when no entry tells of it. */
static enum sv_outcome judge_own(struct sv_ctx *ctx, enum sv_outcome (*judge)(struct judging *j),
                                 bool is_advice)
{
  struct judging j = { .ctx = ctx, .is_advice = is_advice };
  const char *kind = json_string_value(json_object_get(ctx->sv->endpoint(ctx), "kind"));
  enum sv_outcome outcome = SV_INAPPLICABLE;
  if (!kind || strcmp(kind, "xml") != 0 || !sv_handed_own(ctx, &j.payload))
    return SV_INAPPLICABLE;
  if (read_payload(&j, &outcome))
    outcome = judge(&j);
  release(&j);
  return outcome;
}

/* Judges each payload that has an entry with MEMBER; COUNT tells how many there were. */
static enum sv_outcome each_payload(struct sv_ctx *ctx, const char *member,
                                    enum sv_outcome (*judge)(struct judging *j), bool is_advice,
                                    size_t *count)
{
  struct sv_payload payloads[SV_PAYLOADS_MAX];
  enum sv_outcome outcome, worst = SV_INAPPLICABLE;
  if (!sv_handed_payloads(ctx, member, payloads, count, &outcome))
    return outcome;
  for (size_t i = 0; i < *count; i++) {
    struct judging j = { .ctx = ctx, .payload = payloads[i].bytes, .is_advice = is_advice };
    const char *begin = j.payload.data;
    while (begin && (*begin == ' ' || *begin == '\n' || (unsigned char)*begin >= 0x80))
      begin++;
    if (!begin || *begin != '<')
      continue;
    if (!sv_handed_find(ctx, payloads[i].schema, &j.schema, &outcome))
      return outcome;
    if (read_payload(&j, &outcome))
      outcome = judge(&j);
    release(&j);
    if (outcome == SV_FAILED || worst == SV_INAPPLICABLE ||
        (outcome == SV_CANT_TELL && worst == SV_PASSED))
      worst = outcome;
  }
  return worst;
}

enum sv_outcome sv_sem_xml_schema(struct sv_ctx *ctx)
{
  size_t count = 0;
  const enum sv_outcome outcome = each_payload(ctx, "schema", judge_xsd, false, &count);
  return count                        ? outcome
         : outcome == SV_INAPPLICABLE ? judge_own(ctx, judge_by_own, false)
                                      : outcome;
}

static enum sv_outcome is_named(struct judging *j)
{
  (void)j;
  return SV_PASSED;
}

enum sv_outcome sv_sem_xml_schema_named(struct sv_ctx *ctx)
{
  size_t count = 0;
  const enum sv_outcome outcome = each_payload(ctx, "schema", is_named, true, &count);
  return count ? outcome : outcome == SV_INAPPLICABLE ? judge_own(ctx, find_name, true) : outcome;
}

/* --- SEM-136 --- */
static void tell_broken(void *context, const struct sv_schematron_event *e)
{
  struct judging *j = context;
  const bool is_event = e->kind == SV_SCHEMATRON_FAILED || e->kind == SV_SCHEMATRON_REPORTED;
  if (!is_event || e->is_warning != j->is_advice || j->told++ >= TOLD_MAX)
    return;
  json_t *args = json_pack("{s:s}", "rule", e->id ? e->id : e->expression);
  sv_find(j->ctx, .outcome = SV_FAILED,
          .message = j->is_advice ? N_("The rule {rule} of the payload's Schematron warns.")
                                  : N_("The payload breaks the rule {rule} of its Schematron."),
          .args = args,
          .where = { .url = j->payload.url, .xpath = e->location, .line = (uint32_t)e->line },
          .expected = e->expression, .actual = e->text, .evidence = j->payload.evidence,
          .hint = N_("The rule's own words tell what is wrong; correct the payload where it is "
                     "made."));
  json_decref(args);
}

static enum sv_outcome judge_schematron(struct judging *j)
{
  struct sv_error err = { 0 };
  struct sv_schematron *rules = NULL;
  struct sv_schematron_counts counts = { 0 };
  const struct sv_schematron_options options = { .source = { fetch, j } };
  enum sv_status status = read_rules(j, &err);
  if (status == SV_OK)
    status = sv_schematron_compile(j->rules, &options, &rules, &err);
  if (status == SV_OK)
    status = sv_schematron_validate(rules, j->document, tell_broken, j, &counts, &err);
  sv_schematron_free(rules);
  if (status != SV_OK)
    return unusable(j, &err);
  if (j->is_advice ? counts.warnings : counts.errors)
    return SV_FAILED;
  return counts.rules_fired ? SV_PASSED : SV_INAPPLICABLE;
}

enum sv_outcome sv_sem_schematron(struct sv_ctx *ctx)
{
  size_t count = 0;
  return each_payload(ctx, "schematron", judge_schematron, false, &count);
}

enum sv_outcome sv_sem_schematron_warnings(struct sv_ctx *ctx)
{
  size_t count = 0;
  return each_payload(ctx, "schematron", judge_schematron, true, &count);
}
