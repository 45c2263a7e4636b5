// SPDX-License-Identifier: Apache-2.0
/* results.json back into memory. The file may come from anywhere: it is read as hostile, and it is
 * refused when its verdict says more than its requirements show. */
#include "engines/result/parts.h"

#include "engines/base/lang.h"
#include "engines/result/count.h"

#include <string.h>

enum { FORMAT = 1 };

/* Of a file of 1 GB, at worst. */
static const size_t arena_max = (size_t)2 << 30;

static const struct sv_doc_limits limits = {
  .bytes = (size_t)1 << 30, .depth = 32, .nodes = 100000000, .key_bytes = 4096, .aliases = 0
};

static const struct sv_field run_fields[] = {
  SV_FIELD(struct sv_run, as_of, "asOf", DATE, OPTIONAL),
  SV_FIELD(struct sv_run, finished, "finished", TIME, REQUIRED),
  SV_FIELD(struct sv_run, id, "id", TEXT, REQUIRED),
  SV_FIELD(struct sv_run, isolation, "isolation", TEXT, OPTIONAL),
  SV_FIELD(struct sv_run, language, "language", TEXT, OPTIONAL),
  SV_FIELD(struct sv_run, partial, "partial", BOOL, REQUIRED),
  SV_FIELD(struct sv_run, started, "started", TIME, REQUIRED),
};

static const struct sv_field event_fields[] = {
  SV_FIELD(struct sv_run, events.configuration, "configuration", BOOL, OPTIONAL),
  SV_FIELD(struct sv_run, events.internal, "internal", BOOL, OPTIONAL),
  SV_FIELD(struct sv_run, events.interrupted, "interrupted", BOOL, OPTIONAL),
  SV_FIELD(struct sv_run, events.unreachable, "unreachable", BOOL, OPTIONAL),
};

static const struct sv_field tool_fields[] = {
  SV_FIELD(struct sv_run, version, "version", TEXT, REQUIRED),
};

static const struct sv_field request_fields[] = {
  SV_FIELD(struct sv_run, requests_bytes, "bytes", U64, REQUIRED),
  SV_FIELD(struct sv_run, requests_sent, "sent", U64, REQUIRED),
  SV_FIELD(struct sv_run, requests_shared, "shared", U64, OPTIONAL),
};

static const struct sv_field assertor_fields[] = {
  SV_FIELD(struct sv_run, assertor, "kind", TEXT, REQUIRED),
};

static const struct sv_field plugin_fields[] = {
  SV_FIELD(struct sv_plugin_record, name, "name", TEXT, REQUIRED),
  SV_FIELD(struct sv_plugin_record, sha256, "sha256", TEXT, REQUIRED),
  SV_FIELD(struct sv_plugin_record, version, "version", TEXT, REQUIRED),
};

static const struct sv_field profile_fields[] = {
  SV_FIELD(struct sv_run, profile.id, "id", TEXT, REQUIRED),
  SV_FIELD(struct sv_run, profile.sha256, "sha256", TEXT, REQUIRED),
  SV_FIELD(struct sv_run, profile.version, "version", TEXT, REQUIRED),
};

static const struct sv_field gate_fields[] = {
  SV_FIELD(struct sv_gate, fail_on, "failOn", LEVEL, OPTIONAL),
  SV_FIELD(struct sv_gate, fail_on_expired_waiver, "failOnExpiredWaiver", BOOL, OPTIONAL),
  SV_FIELD(struct sv_gate, fail_on_new, "failOnNew", BOOL, OPTIONAL),
  SV_FIELD(struct sv_gate, min_shown, "minShown", U32, OPTIONAL),
  SV_FIELD(struct sv_gate, require_manual, "requireManual", BOOL, OPTIONAL),
};

static const struct sv_field target_fields[] = {
  SV_FIELD(struct sv_run, target.environment, "environment", TEXT, OPTIONAL),
  SV_FIELD(struct sv_run, target.id, "id", TEXT, REQUIRED),
  SV_FIELD(struct sv_run, target.name, "name", TEXT, REQUIRED),
  SV_FIELD(struct sv_run, target.role, "role", TEXT, OPTIONAL),
  SV_FIELD(struct sv_run, target.role_is_assumed, "roleAssumed", BOOL, OPTIONAL),
};

static const struct sv_field organisation_fields[] = {
  SV_FIELD(struct sv_run, target.organisation, "name", TEXT, OPTIONAL),
  SV_FIELD(struct sv_run, target.orgnr, "orgnr", TEXT, OPTIONAL),
};

static const struct sv_field endpoint_fields[] = {
  SV_FIELD(struct sv_endpoint_record, id, "id", TEXT, REQUIRED),
  SV_FIELD(struct sv_endpoint_record, kind, "kind", TEXT, REQUIRED),
  SV_FIELD(struct sv_endpoint_record, url, "url", TEXT, REQUIRED),
};

static const struct sv_field masking_fields[] = {
  SV_FIELD(struct sv_run, masked, "all", U32, OPTIONAL),
};

static enum sv_status read_plugin(const struct sv_in *in, sv_value object, void *out)
{
  return SV_READ(in, object, plugin_fields, out);
}

static enum sv_status read_endpoint(const struct sv_in *in, sv_value object, void *out)
{
  struct sv_endpoint_record *e = out;
  SV_TRY(sv_fields_texts(in, object, "lifeEvents", &e->life_events, &e->life_event_count));
  return SV_READ(in, object, endpoint_fields, out);
}

/* The optional object NAME within OBJECT, read by TABLE. */
static enum sv_status read_inner(const struct sv_in *in, sv_value object, const char *name,
                                 enum sv_need need, const struct sv_field *table, size_t count,
                                 void *out)
{
  sv_value v = SV_DOC_NONE;
  SV_TRY(sv_fields_member(in, object, name, SV_DOC_OBJECT, need, &v));
  return v == SV_DOC_NONE ? SV_OK : sv_fields_read(in, v, table, count, out);
}

#define INNER(in, object, name, need, table, out)                                                  \
  read_inner((in), (object), (name), (need), (table), sizeof(table) / sizeof((table)[0]), (out))

static enum sv_status read_run(const struct sv_in *in, sv_value root, struct sv_run *run)
{
  sv_value v = SV_DOC_NONE;
  void *plugins = NULL;
  SV_TRY(sv_fields_member(in, root, "run", SV_DOC_OBJECT, SV_REQUIRED, &v));
  SV_TRY(SV_READ(in, v, run_fields, run));
  SV_TRY(INNER(in, v, "events", SV_OPTIONAL, event_fields, run));
  SV_TRY(INNER(in, v, "tool", SV_REQUIRED, tool_fields, run));
  SV_TRY(INNER(in, v, "requests", SV_REQUIRED, request_fields, run));
  SV_TRY(INNER(in, root, "assertor", SV_OPTIONAL, assertor_fields, run));
  SV_TRY(sv_part_list(in, v, "plugins", read_plugin, sizeof *run->plugins, SV_REQUIRED, &plugins,
                      &run->plugin_count));
  run->plugins = plugins;
  return SV_OK;
}

static enum sv_status read_profile(const struct sv_in *in, sv_value root, struct sv_run *run)
{
  sv_value v = SV_DOC_NONE;
  SV_TRY(sv_fields_member(in, root, "profile", SV_DOC_OBJECT, SV_REQUIRED, &v));
  SV_TRY(SV_READ(in, v, profile_fields, run));
  SV_TRY(sv_part_text(in, v, "title", &run->profile.title));
  SV_TRY(
      sv_fields_texts(in, v, "tailoring", &run->profile.tailoring, &run->profile.tailoring_count));
  run->profile.gate.fail_on = SV_MUST;
  SV_TRY(sv_part_maturity_rule(in, v, run->profile.maturity));
  return INNER(in, v, "gate", SV_OPTIONAL, gate_fields, &run->profile.gate);
}

static enum sv_status read_target(const struct sv_in *in, sv_value root, struct sv_run *run)
{
  sv_value v = SV_DOC_NONE;
  void *endpoints = NULL;
  SV_TRY(sv_fields_member(in, root, "target", SV_DOC_OBJECT, SV_REQUIRED, &v));
  SV_TRY(SV_READ(in, v, target_fields, run));
  SV_TRY(INNER(in, v, "organisation", SV_OPTIONAL, organisation_fields, run));
  SV_TRY(sv_fields_texts(in, v, "lifeEvents", &run->target.life_events,
                         &run->target.life_event_count));
  SV_TRY(sv_part_list(in, v, "endpoints", read_endpoint, sizeof *run->target.endpoints, SV_REQUIRED,
                      &endpoints, &run->target.endpoint_count));
  run->target.endpoints = endpoints;
  return SV_OK;
}

static enum sv_status read_lists(const struct sv_in *in, sv_value root, struct sv_run *run)
{
  void *items = NULL;
  SV_TRY(sv_part_list(in, root, "requirements", sv_part_requirement, sizeof *run->requirements,
                      SV_REQUIRED, &items, &run->requirement_count));
  run->requirements = items;
  SV_TRY(sv_part_list(in, root, "results", sv_part_result, sizeof *run->results, SV_REQUIRED,
                      &items, &run->result_count));
  run->results = items;
  SV_TRY(sv_part_list(in, root, "exchanges", sv_part_exchange, sizeof *run->exchanges, SV_REQUIRED,
                      &items, &run->exchange_count));
  run->exchanges = items;
  SV_TRY(sv_part_list(in, root, "facts", sv_part_fact, sizeof *run->facts, SV_REQUIRED, &items,
                      &run->fact_count));
  run->facts = items;
  SV_TRY(sv_part_list(in, root, "unusedWaivers", sv_part_waiver, sizeof *run->unused_waivers,
                      SV_OPTIONAL, &items, &run->unused_waiver_count));
  run->unused_waivers = items;
  return sv_fields_texts(in, root, "unusedAnswers", &run->unused_answers,
                         &run->unused_answer_count);
}

static bool conforms(enum sv_verdict_value v)
{
  return v == SV_CONFORMS || v == SV_CONFORMS_WITH_WAIVERS;
}

/* Older and smaller writers count what has no check among the untested. */
static bool totals_agree(struct sv_totals file, const struct sv_totals *counted)
{
  if (file.no_check == 0 && counted->no_check &&
      file.untested == counted->untested + counted->no_check) {
    file.untested = counted->untested;
    file.no_check = counted->no_check;
  }
  return sv_totals_equal(&file, counted);
}

static bool layers_agree(const struct sv_verdict *file, const struct sv_verdict *counted)
{
  for (size_t i = 0; i < file->layer_count; i++)
    for (size_t c = 0; c < counted->layer_count; c++)
      if (counted->layers[c].layer == file->layers[i].layer &&
          !totals_agree(file->layers[i].totals, &counted->layers[c].totals))
        return false;
  return true;
}

static bool capabilities_agree(const struct sv_verdict *file, const struct sv_verdict *counted)
{
  for (size_t i = 0; i < file->capability_count; i++) {
    const struct sv_totals none = { .passed = 0 };
    const struct sv_totals *totals = &none;
    for (size_t c = 0; c < counted->capability_count; c++)
      if (strcmp(counted->capabilities[c].id, file->capabilities[i].id) == 0)
        totals = &counted->capabilities[c].totals;
    if (!totals_agree(file->capabilities[i].totals, totals))
      return false;
  }
  return true;
}

/* The file does not say how many of must are inapplicable or without a check. */
static bool must_agrees(const struct sv_verdict *file, const struct sv_verdict *counted)
{
  struct sv_totals t = file->must;
  t.inapplicable = counted->must.inapplicable;
  t.no_check = counted->must.no_check;
  return file->must_applicable == 0 || sv_totals_equal(&t, &counted->must);
}

static const char *disagreement(const struct sv_verdict *file, const struct sv_verdict *counted)
{
  if (!totals_agree(file->totals, &counted->totals))
    return "totals";
  if (file->judged != counted->judged || file->applicable < file->judged)
    return "shown";
  if (!must_agrees(file, counted))
    return "must";
  if (!layers_agree(file, counted))
    return "layers";
  return capabilities_agree(file, counted) ? NULL : "capabilities";
}

static enum sv_status check_verdict(const struct sv_in *in, sv_value v, struct sv_run *run)
{
  struct sv_verdict counted;
  SV_TRY(sv_verdict_count(run, &counted));
  SV_TRY(sv_part_maturity_check(in, v, &counted));
  const char *wrong = disagreement(&run->verdict, &counted);
  if (wrong)
    return sv_fields_damage(
        in, v, N_("\"{member}\" does not agree with the requirements in the file"), wrong);
  if (conforms(run->verdict.value) && !conforms(counted.value))
    return sv_fields_damage(
        in, v, N_("the verdict says more than the requirements in the file show"), "value");
  if (run->verdict.exit_code == 0 && counted.exit_code != 0)
    return sv_fields_damage(
        in, v, N_("the exit code says more than the requirements in the file show"), "exitCode");
  memcpy(run->verdict.layers, counted.layers, sizeof counted.layers);
  run->verdict.layer_count = counted.layer_count;
  run->verdict.life_events = counted.life_events;
  run->verdict.life_event_count = counted.life_event_count;
  return SV_OK;
}

static enum sv_status read_verdict(const struct sv_in *in, sv_value root, struct sv_run *run)
{
  sv_value v = SV_DOC_NONE;
  SV_TRY(sv_fields_member(in, root, "verdict", SV_DOC_OBJECT, SV_REQUIRED, &v));
  SV_TRY(sv_part_verdict(in, v, &run->verdict));
  return check_verdict(in, v, run);
}

static enum sv_status check_format(const struct sv_in *in, sv_value root)
{
  sv_value v = SV_DOC_NONE;
  int64_t format = 0;
  SV_TRY(sv_fields_member(in, root, "format", SV_DOC_NUMBER, SV_REQUIRED, &v));
  if (!sv_doc_int64(in->doc, v, &format) || format < 1)
    return sv_fields_damage(in, v, N_("\"{member}\" must be a whole number from 1"), "format");
  if (format <= FORMAT)
    return SV_OK;
  (void)sv_fields_damage(in, v,
                         N_("this file has a newer format than this samsvar can read; use a newer "
                            "samsvar"),
                         "format");
  return SV_DENIED;
}

/* Names twice and halves of characters are damage: two readers would see two files. */
static enum sv_status check_findings(const struct sv_in *in)
{
  size_t count = 0;
  const struct sv_doc_finding *f = sv_doc_findings(in->doc, &count, NULL);
  for (size_t i = 0; i < count; i++) {
    if (!f[i].is_error)
      continue;
    struct sv_buf text = SV_BUF(1024);
    (void)sv_doc_finding_text(&f[i], sv_tr(f[i].msgid), &text);
    const enum sv_status status =
        sv_fail_at(in->err, SV_INVALID, in->name, f[i].line, f[i].column, "%s", sv_buf_text(&text));
    sv_buf_free(&text);
    return status;
  }
  return SV_OK;
}

static enum sv_status read_all(const struct sv_in *in, struct sv_run *run)
{
  if (sv_doc_type(in->doc, SV_DOC_ROOT) != SV_DOC_OBJECT)
    return sv_fields_damage(in, SV_DOC_ROOT, N_("a results file is a JSON object"), "");
  SV_TRY(check_findings(in));
  SV_TRY(check_format(in, SV_DOC_ROOT));
  SV_TRY(read_run(in, SV_DOC_ROOT, run));
  SV_TRY(read_profile(in, SV_DOC_ROOT, run));
  SV_TRY(read_target(in, SV_DOC_ROOT, run));
  sv_value masking = sv_doc_gets(in->doc, SV_DOC_ROOT, "masking");
  if (masking != SV_DOC_NONE)
    SV_TRY(INNER(in, masking, "counts", SV_OPTIONAL, masking_fields, run));
  SV_TRY(read_lists(in, SV_DOC_ROOT, run));
  SV_TRY(sv_part_diff(in, SV_DOC_ROOT, &run->diff));
  sv_verdict_find_lesser(run);
  return read_verdict(in, SV_DOC_ROOT, run);
}

enum sv_status sv_run_read(const char *data, size_t size, const char *name, struct sv_run *run,
                           struct sv_error *err)
{
  *run = (struct sv_run){ .arena = SV_ARENA(arena_max) };
  const struct sv_doc_options options = {
    .syntax = SV_DOC_JSON, .name = name, .limits = &limits, .borrowed = true
  };
  struct sv_doc *doc = NULL;
  SV_TRY(sv_doc_parse(data, size, &options, &doc, err));
  const struct sv_in in = { .doc = doc, .arena = &run->arena, .name = name, .err = err };
  enum sv_status status = read_all(&in, run);
  if (status == SV_NO_MEMORY)
    status = sv_fail(err, SV_NO_MEMORY, N_("memory ran out"));
  sv_doc_free(doc);
  return status;
}

void sv_run_free(struct sv_run *run)
{
  sv_arena_free(&run->arena);
  *run = (struct sv_run){ .arena = { 0 } };
}
