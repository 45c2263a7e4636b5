// SPDX-License-Identifier: Apache-2.0
/* Levels, life events and declared answers read back. What is counted is counted again; what the
 * file says of it is only held against that. */
#include "engines/result/parts.h"

#include "engines/base/ascii.h"

#include <string.h>

static const struct sv_field rule_fields[] = {
  SV_FIELD(struct sv_maturity_rule, must, "must", U32, OPTIONAL),
  SV_FIELD(struct sv_maturity_rule, should, "should", U32, OPTIONAL),
  SV_FIELD(struct sv_maturity_rule, shown, "shown", U32, OPTIONAL),
};

static const struct sv_field evidence_fields[] = {
  SV_FIELD(struct sv_declared_evidence, file, "file", TEXT, REQUIRED),
  SV_FIELD(struct sv_declared_evidence, sha256, "sha256", HEX, REQUIRED),
};

static const struct sv_field declared_fields[] = {
  SV_FIELD(struct sv_declared, answer, "answer", OUTCOME, REQUIRED),
  SV_FIELD(struct sv_declared, date, "date", DATE, REQUIRED),
  SV_FIELD(struct sv_declared, expired, "expired", BOOL, OPTIONAL),
  SV_FIELD(struct sv_declared, expires, "expires", DATE, REQUIRED),
  SV_FIELD(struct sv_declared, explanation, "explanation", TEXT, OPTIONAL),
  SV_FIELD(struct sv_declared, reviewer, "reviewer", TEXT, REQUIRED),
};

enum sv_status sv_part_maturity_rule(const struct sv_in *in, sv_value profile,
                                     struct sv_maturity_rule *rules)
{
  sv_value list = SV_DOC_NONE;
  SV_TRY(sv_fields_member(in, profile, "maturity", SV_DOC_OBJECT, SV_OPTIONAL, &list));
  for (int l = SV_OPPORTUNISTIC; l <= SV_SEAMLESS && list != SV_DOC_NONE; l++) {
    sv_value one = SV_DOC_NONE;
    SV_TRY(sv_fields_member(in, list, sv_maturity_name((enum sv_maturity_level)l), SV_DOC_OBJECT,
                            SV_OPTIONAL, &one));
    if (one == SV_DOC_NONE)
      continue;
    rules[l].given = true;
    SV_TRY(SV_READ(in, one, rule_fields, &rules[l]));
    if (rules[l].must > 100 || rules[l].should > 100 || rules[l].shown > 100)
      return sv_fields_damage(in, one, N_("\"{member}\" must be percent, from 0 to 100"),
                              "maturity");
  }
  return SV_OK;
}

/* Older files have one word for everything, which is left aside. */
enum sv_status sv_part_maturity_check(const struct sv_in *in, sv_value verdict,
                                      const struct sv_verdict *counted)
{
  const sv_value list = sv_doc_gets(in->doc, verdict, "maturity");
  if (list == SV_DOC_NONE || sv_doc_type(in->doc, list) != SV_DOC_OBJECT)
    return SV_OK;
  for (size_t i = 0; i < counted->layer_count; i++) {
    sv_value one = SV_DOC_NONE;
    sv_value level = SV_DOC_NONE;
    const char *word = NULL;
    SV_TRY(sv_fields_member(in, list, sv_layer_name(counted->layers[i].layer), SV_DOC_OBJECT,
                            SV_OPTIONAL, &one));
    if (one == SV_DOC_NONE)
      continue;
    SV_TRY(sv_fields_member(in, one, "level", SV_DOC_STRING, SV_OPTIONAL, &level));
    if (level == SV_DOC_NONE)
      continue;
    SV_TRY(sv_fields_text(in, level, "level", &word));
    if (!sv_maturity_from(word))
      return sv_fields_damage(in, level, N_("\"{member}\" has a word that samsvar does not know"),
                              "level");
    if (sv_maturity_from(word) > counted->layers[i].maturity.level)
      return sv_fields_damage(
          in, level, N_("the verdict says more than the requirements in the file show"), "level");
  }
  return SV_OK;
}

static enum sv_status read_evidence(const struct sv_in *in, sv_value object, void *out)
{
  return SV_READ(in, object, evidence_fields, out);
}

enum sv_status sv_part_declared(const struct sv_in *in, sv_value object,
                                struct sv_requirement_result *q)
{
  sv_value v = SV_DOC_NONE;
  void *evidence = NULL;
  SV_TRY(sv_fields_member(in, object, "declared", SV_DOC_OBJECT, SV_OPTIONAL, &v));
  if (v == SV_DOC_NONE)
    return SV_OK;
  struct sv_declared *d = sv_arena_calloc(in->arena, 1, sizeof *d);
  if (!d)
    return SV_NO_MEMORY;
  SV_TRY(SV_READ(in, v, declared_fields, d));
  SV_TRY(sv_part_list(in, v, "evidence", read_evidence, sizeof *d->evidence, SV_OPTIONAL, &evidence,
                      &d->evidence_count));
  d->evidence = evidence;
  d->requirement = q->id;
  q->declared = d;
  return SV_OK;
}
