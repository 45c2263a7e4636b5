// SPDX-License-Identifier: Apache-2.0
/* Requirements, results and what they share. */
#include "engines/result/parts.h"

#include "engines/base/ascii.h"

#include <string.h>

static const struct sv_field text_fields[] = {
  SV_FIELD(struct sv_text, en, "en", TEXT, OPTIONAL),
  SV_FIELD(struct sv_text, nb, "nb", TEXT, OPTIONAL),
  SV_FIELD(struct sv_text, nn, "nn", TEXT, OPTIONAL),
};

static const struct sv_field place_fields[] = {
  SV_FIELD(struct sv_place, column, "column", U32, OPTIONAL),
  SV_FIELD(struct sv_place, file, "file", TEXT, OPTIONAL),
  SV_FIELD(struct sv_place, focus_node, "focusNode", TEXT, OPTIONAL),
  SV_FIELD(struct sv_place, header, "header", TEXT, OPTIONAL),
  SV_FIELD(struct sv_place, json_pointer, "jsonPointer", TEXT, OPTIONAL),
  SV_FIELD(struct sv_place, line, "line", U32, OPTIONAL),
  SV_FIELD(struct sv_place, operation, "operation", TEXT, OPTIONAL),
  SV_FIELD(struct sv_place, path, "path", TEXT, OPTIONAL),
  SV_FIELD(struct sv_place, text, "text", TEXT, OPTIONAL),
  SV_FIELD(struct sv_place, url, "url", TEXT, OPTIONAL),
  SV_FIELD(struct sv_place, xpath, "xpath", TEXT, OPTIONAL),
};

static const struct sv_field finding_fields[] = {
  SV_FIELD(struct sv_finding_record, actual, "actual", TEXT, OPTIONAL),
  SV_FIELD(struct sv_finding_record, attribution, "attribution", ATTRIBUTION, OPTIONAL),
  SV_FIELD(struct sv_finding_record, exchange, "exchange", U32, OPTIONAL),
  SV_FIELD(struct sv_finding_record, expected, "expected", TEXT, OPTIONAL),
  SV_FIELD(struct sv_finding_record, hint, "hint", TEXT, OPTIONAL),
  SV_FIELD(struct sv_finding_record, outcome, "outcome", OUTCOME, OPTIONAL),
  SV_FIELD(struct sv_finding_record, text, "text", TEXT, REQUIRED),
};

static const struct sv_field result_fields[] = {
  SV_FIELD(struct sv_result, attribution, "attribution", ATTRIBUTION, OPTIONAL),
  SV_FIELD(struct sv_result, blocked_by, "blockedBy", TEXT, OPTIONAL),
  SV_FIELD(struct sv_result, check, "check", TEXT, REQUIRED),
  SV_FIELD(struct sv_result, duration_ms, "durationMs", U64, REQUIRED),
  SV_FIELD(struct sv_result, endpoint, "endpoint", TEXT, REQUIRED),
  SV_FIELD(struct sv_result, findings_left_out, "findingsLeftOut", U64, OPTIONAL),
  SV_FIELD(struct sv_result, level, "level", LEVEL, REQUIRED),
  SV_FIELD(struct sv_result, mode, "mode", MODE, REQUIRED),
  SV_FIELD(struct sv_result, outcome, "outcome", OUTCOME, REQUIRED),
  SV_FIELD(struct sv_result, reason, "reason", TEXT, OPTIONAL),
  SV_FIELD(struct sv_result, title, "title", TEXT, OPTIONAL),
};

static const struct sv_field waiver_fields[] = {
  SV_FIELD(struct sv_waiver, expired, "expired", BOOL, OPTIONAL),
  SV_FIELD(struct sv_waiver, expires, "expires", DATE, REQUIRED),
  SV_FIELD(struct sv_waiver, owner, "owner", TEXT, REQUIRED),
  SV_FIELD(struct sv_waiver, reason, "reason", TEXT, REQUIRED),
  SV_FIELD(struct sv_waiver, requirement, "requirement", TEXT, OPTIONAL),
};

static const struct sv_field norm_fields[] = {
  SV_FIELD(struct sv_norm, clause, "clause", TEXT, OPTIONAL),
  SV_FIELD(struct sv_norm, title, "title", TEXT, REQUIRED),
  SV_FIELD(struct sv_norm, url, "url", TEXT, OPTIONAL),
};

static const struct sv_field requirement_fields[] = {
  SV_FIELD(struct sv_requirement_result, area, "area", TEXT, OPTIONAL),
  SV_FIELD(struct sv_requirement_result, attribution, "attribution", ATTRIBUTION, OPTIONAL),
  SV_FIELD(struct sv_requirement_result, id, "id", TEXT, REQUIRED),
  SV_FIELD(struct sv_requirement_result, layer, "layer", LAYER, REQUIRED),
  SV_FIELD(struct sv_requirement_result, level, "level", LEVEL, REQUIRED),
  SV_FIELD(struct sv_requirement_result, mode, "mode", MODE, OPTIONAL),
  SV_FIELD(struct sv_requirement_result, outcome, "outcome", OUTCOME, REQUIRED),
  SV_FIELD(struct sv_requirement_result, reason, "reason", TEXT, OPTIONAL),
  SV_FIELD(struct sv_requirement_result, seen, "seen", BOOL, OPTIONAL),
};

enum sv_status sv_part_list(const struct sv_in *in, sv_value object, const char *name, sv_part part,
                            size_t size, enum sv_need need, void **items, size_t *count)
{
  sv_value list = SV_DOC_NONE;
  *items = NULL;
  *count = 0;
  SV_TRY(sv_fields_member(in, object, name, SV_DOC_ARRAY, need, &list));
  const size_t n = list == SV_DOC_NONE ? 0 : sv_doc_count(in->doc, list);
  if (n == 0)
    return SV_OK;
  char *array = sv_arena_calloc(in->arena, n, size);
  if (!array)
    return SV_NO_MEMORY;
  *items = array;
  for (sv_value v = sv_doc_first(in->doc, list); v != SV_DOC_NONE;
       v = sv_doc_next(in->doc, list, v)) {
    if (sv_doc_type(in->doc, v) != SV_DOC_OBJECT)
      return sv_fields_damage(in, v, N_("every element of \"{member}\" must be an object"), name);
    SV_TRY(part(in, v, array + *count * size));
    (*count)++;
  }
  return SV_OK;
}

enum sv_status sv_part_text(const struct sv_in *in, sv_value object, const char *name,
                            struct sv_text *out)
{
  sv_value v = SV_DOC_NONE;
  SV_TRY(sv_fields_member(in, object, name, SV_DOC_OBJECT, SV_OPTIONAL, &v));
  return v == SV_DOC_NONE ? SV_OK : SV_READ(in, v, text_fields, out);
}

enum sv_status sv_part_place(const struct sv_in *in, sv_value object, struct sv_place *out)
{
  sv_value v = SV_DOC_NONE;
  SV_TRY(sv_fields_member(in, object, "where", SV_DOC_OBJECT, SV_OPTIONAL, &v));
  return v == SV_DOC_NONE ? SV_OK : SV_READ(in, v, place_fields, out);
}

static enum sv_status read_arg(const struct sv_in *in, sv_value v, struct sv_arg *arg)
{
  SV_TRY(sv_fields_text(in, sv_doc_key(in->doc, v), "args", &arg->name));
  if (sv_doc_type(in->doc, v) == SV_DOC_STRING)
    return sv_fields_text(in, v, "args", &arg->text);
  if (!sv_doc_int64(in->doc, v, &arg->number))
    return sv_fields_damage(
        in, v, N_("the members of \"{member}\" must be texts and whole numbers"), "args");
  return SV_OK;
}

static enum sv_status read_message(const struct sv_in *in, sv_value object,
                                   struct sv_finding_record *f)
{
  sv_value message = SV_DOC_NONE;
  sv_value id = SV_DOC_NONE;
  sv_value args = SV_DOC_NONE;
  SV_TRY(sv_fields_member(in, object, "message", SV_DOC_OBJECT, SV_REQUIRED, &message));
  SV_TRY(sv_fields_member(in, message, "id", SV_DOC_STRING, SV_REQUIRED, &id));
  SV_TRY(sv_fields_text(in, id, "id", &f->message));
  SV_TRY(sv_fields_member(in, message, "args", SV_DOC_OBJECT, SV_REQUIRED, &args));
  const size_t count = sv_doc_count(in->doc, args);
  struct sv_arg *list = count ? sv_arena_calloc(in->arena, count, sizeof *list) : NULL;
  if (count && !list)
    return SV_NO_MEMORY;
  for (sv_value v = sv_doc_first(in->doc, args); v != SV_DOC_NONE;
       v = sv_doc_next(in->doc, args, v))
    SV_TRY(read_arg(in, v, &list[f->arg_count++]));
  f->args = list;
  return SV_OK;
}

static enum sv_status read_finding(const struct sv_in *in, sv_value object, void *out)
{
  struct sv_finding_record *f = out;
  SV_TRY(SV_READ(in, object, finding_fields, f));
  SV_TRY(read_message(in, object, f));
  SV_TRY(sv_fields_texts(in, object, "evidence", &f->evidence, &f->evidence_count));
  return sv_part_place(in, object, &f->where);
}

static enum sv_status read_exchange_numbers(const struct sv_in *in, sv_value object,
                                            struct sv_result *r)
{
  sv_value list = SV_DOC_NONE;
  SV_TRY(sv_fields_member(in, object, "exchanges", SV_DOC_ARRAY, SV_OPTIONAL, &list));
  const size_t count = list == SV_DOC_NONE ? 0 : sv_doc_count(in->doc, list);
  uint32_t *numbers = count ? sv_arena_calloc(in->arena, count, sizeof *numbers) : NULL;
  if (count == 0)
    return SV_OK;
  if (!numbers)
    return SV_NO_MEMORY;
  r->exchanges = numbers;
  for (sv_value v = sv_doc_first(in->doc, list); v != SV_DOC_NONE;
       v = sv_doc_next(in->doc, list, v)) {
    int64_t n = 0;
    if (!sv_doc_int64(in->doc, v, &n) || n < 0 || n > UINT32_MAX)
      return sv_fields_damage(in, v, N_("\"{member}\" must be a whole number that is not negative"),
                              "exchanges");
    numbers[r->exchange_count++] = (uint32_t)n;
  }
  return SV_OK;
}

enum sv_status sv_part_result(const struct sv_in *in, sv_value object, void *out)
{
  struct sv_result *r = out;
  void *findings = NULL;
  SV_TRY(SV_READ(in, object, result_fields, r));
  SV_TRY(sv_fields_texts(in, object, "requirements", &r->requirements, &r->requirement_count));
  SV_TRY(read_exchange_numbers(in, object, r));
  SV_TRY(sv_part_list(in, object, "findings", read_finding, sizeof *r->findings, SV_REQUIRED,
                      &findings, &r->finding_count));
  r->findings = findings;
  if (r->outcome == SV_FAILED &&
      (r->finding_count == 0 || (r->attribution && r->attribution != SV_TARGET)))
    return sv_fields_damage(in, object, N_("a result that failed needs a finding about the target"),
                            "outcome");
  return SV_OK;
}

enum sv_status sv_part_waiver(const struct sv_in *in, sv_value object, void *out)
{
  return SV_READ(in, object, waiver_fields, out);
}

static enum sv_status read_norm(const struct sv_in *in, sv_value object, void *out)
{
  return SV_READ(in, object, norm_fields, out);
}

static enum sv_status read_requirement_waiver(const struct sv_in *in, sv_value object,
                                              struct sv_requirement_result *q)
{
  sv_value v = SV_DOC_NONE;
  SV_TRY(sv_fields_member(in, object, "waiver", SV_DOC_OBJECT, SV_OPTIONAL, &v));
  if (v == SV_DOC_NONE)
    return SV_OK;
  struct sv_waiver *w = sv_arena_calloc(in->arena, 1, sizeof *w);
  if (!w)
    return SV_NO_MEMORY;
  q->waiver = w;
  SV_TRY(sv_part_waiver(in, v, w));
  w->requirement = q->id;
  return SV_OK;
}

static enum sv_status read_fingerprint(const struct sv_in *in, sv_value object, char out[33])
{
  sv_value v = SV_DOC_NONE;
  SV_TRY(sv_fields_member(in, object, "fingerprint", SV_DOC_STRING, SV_OPTIONAL, &v));
  if (v == SV_DOC_NONE)
    return SV_OK;
  const char *text = NULL;
  SV_TRY(sv_fields_text(in, v, "fingerprint", &text));
  size_t n = 0;
  while (sv_hex((unsigned char)text[n]) >= 0)
    n++;
  if (n != 32 || text[n])
    return sv_fields_damage(in, v, N_("\"{member}\" must be 32 hexadecimal digits"), "fingerprint");
  memcpy(out, text, 33);
  return SV_OK;
}

enum sv_status sv_part_requirement(const struct sv_in *in, sv_value object, void *out)
{
  struct sv_requirement_result *q = out;
  q->seen = true;
  q->mode = SV_AUTOMATIC;
  void *norms = NULL;
  size_t norm_count = 0;
  SV_TRY(SV_READ(in, object, requirement_fields, q));
  SV_TRY(sv_part_text(in, object, "title", &q->title));
  SV_TRY(sv_part_text(in, object, "statement", &q->statement));
  SV_TRY(sv_part_text(in, object, "manual", &q->manual));
  SV_TRY(sv_fields_texts(in, object, "capabilities", &q->capabilities, &q->capability_count));
  SV_TRY(sv_fields_texts(in, object, "checks", &q->checks, &q->check_count));
  SV_TRY(sv_part_list(in, object, "norms", read_norm, sizeof q->norm, SV_OPTIONAL, &norms,
                      &norm_count));
  if (norm_count)
    memcpy(&q->norm, norms, sizeof q->norm);
  SV_TRY(read_fingerprint(in, object, q->fingerprint));
  SV_TRY(read_requirement_waiver(in, object, q));
  SV_TRY(sv_part_declared(in, object, q));
  q->no_check = q->outcome == SV_UNTESTED && sv_reason_is_apart(q->reason);
  return SV_OK;
}
