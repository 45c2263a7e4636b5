// SPDX-License-Identifier: Apache-2.0
/* Running a rule set on an API: paths once each, then what every rule does with what they give. */
#include "engines/openapi/rule_set.h"

#include <stdlib.h>
#include <string.h>

#define ARENA_MAX ((size_t)1 << 30)

/* The value of a field, and its holder when it is not there. */
static enum sv_status field(struct sv_rule_call *c, const struct sv_rule_then *then, bool resolved)
{
  struct sv_openapi_node n = c->value;
  for (size_t i = 0; i < then->name_count; i++) {
    const struct sv_rule_name *name = &then->names[i];
    struct sv_openapi_node next = n;
    size_t index = 0;
    for (size_t d = 0; d < name->size && d < 9; d++)
      index = index * 10 + (size_t)(name->text[d] - '0');
    if (sv_doc_type(n.doc, n.value) == SV_DOC_ARRAY)
      next.value = name->size > 0 && strspn(name->text, "0123456789") >= name->size
                       ? sv_doc_at(n.doc, n.value, index)
                       : SV_DOC_NONE;
    else
      next.value = sv_doc_get(n.doc, n.value, name->text, name->size);
    c->property = name->text;
    c->property_size = name->size;
    if (next.value == SV_DOC_NONE) {
      c->is_absent = true;
      c->at = n;
      return SV_OK;
    }
    c->at = next;
    n = resolved ? sv_match_graph_value(&c->run->graph, next) : next;
    c->value = n;
  }
  return SV_OK;
}

static enum sv_status judge(struct sv_rule_call *c, const struct sv_rule_then *then)
{
  c->options = then->options;
  c->run->looked += !c->is_absent || then->function->judges_absence;
  return then->function->judge(c);
}

/* Every name of the object. */
static enum sv_status keys(const struct sv_rule_call *c, const struct sv_rule_then *then)
{
  const struct sv_openapi_node holder = c->value;
  if (sv_doc_type(holder.doc, holder.value) != SV_DOC_OBJECT) {
    struct sv_rule_call absent = *c;
    absent.is_absent = true;
    absent.at = holder;
    return judge(&absent, then);
  }
  struct sv_openapi_node child = holder;
  for (child.value = sv_doc_first(holder.doc, holder.value); child.value != SV_DOC_NONE;
       child.value = sv_doc_next(holder.doc, holder.value, child.value)) {
    struct sv_rule_call one = *c;
    one.at = child;
    one.value = SV_OPENAPI_NONE;
    one.name = sv_doc_string(child.doc, sv_doc_key(child.doc, child.value), &one.name_size);
    SV_TRY(sv_rule_pay(c->run, 1));
    SV_TRY(judge(&one, then));
  }
  return SV_OK;
}

/* What a JSONPath in field selects. */
static enum sv_status below(const struct sv_rule_call *c, const struct sv_rule_then *then)
{
  struct sv_matches hits = { .count = 0 };
  enum sv_status status = sv_match_select(then->path, &c->run->match, &c->value, 1, &hits);
  if (status == SV_OK && hits.count == 0) {
    struct sv_rule_call absent = *c;
    absent.is_absent = true;
    absent.at = c->value;
    status = judge(&absent, then);
  }
  for (size_t i = 0; status == SV_OK && i < hits.count; i++) {
    struct sv_rule_call one = *c;
    one.at = hits.items[i].at;
    one.value = hits.items[i].value;
    if (hits.items[i].is_name) {
      one.name = sv_doc_string(one.at.doc, sv_match_name(one.at), &one.name_size);
      one.value = SV_OPENAPI_NONE;
    }
    status = judge(&one, then);
  }
  sv_matches_free(&hits);
  return status;
}

static enum sv_status then_one(struct sv_rule_call *c, const struct sv_rule_then *then,
                               bool resolved)
{
  struct sv_rule_call own = *c;
  const bool is_container = !c->name && sv_doc_type(c->value.doc, c->value.value) >= SV_DOC_ARRAY;
  SV_TRY(sv_rule_pay(c->run, 1 + then->name_count));
  if (then->field == SV_FIELD_NONE || !is_container)
    return judge(&own, then);
  if (then->field == SV_FIELD_KEY)
    return keys(&own, then);
  if (then->field == SV_FIELD_PATH)
    return below(&own, then);
  SV_TRY(field(&own, then, resolved));
  return judge(&own, then);
}

/* The matches of G, found when first asked for. */
static enum sv_status matches(struct sv_rule_run *run, const struct sv_rule_given *g,
                              const struct sv_matches **out)
{
  *out = &run->given[g->number];
  if (run->given_known[g->number])
    return SV_OK;
  const struct sv_openapi_node *from;
  size_t count;
  SV_TRY(sv_rule_base_nodes(run, g, &from, &count));
  run->match.resolved = g->resolved;
  const enum sv_status status =
      sv_match_select(g->path, &run->match, from, count, &run->given[g->number]);
  run->given_known[g->number] = true;
  if (status == SV_LIMIT)
    return sv_fail_limit(run->err, run->match.limit,
                         N_("the path '%s' needs more steps than the limit allows"), g->text);
  return status;
}

static unsigned format_of(struct sv_openapi *api)
{
  switch (sv_openapi_version(api)) {
  case SV_OPENAPI_2_0:
    return SV_FORMAT_2;
  case SV_OPENAPI_3_0:
    return SV_FORMAT_3_0;
  case SV_OPENAPI_3_1:
    return SV_FORMAT_3_1;
  case SV_OPENAPI_3_2:
    return SV_FORMAT_3_2;
  default:
    return 0;
  }
}

static enum sv_status apply_given(struct sv_rule_run *run, const struct sv_rule *rule,
                                  const struct sv_rule_given *g)
{
  const struct sv_matches *m;
  SV_TRY(matches(run, g, &m));
  run->match.resolved = g->resolved;
  for (size_t i = 0; i < m->count; i++) {
    struct sv_rule_call c = { .run = run, .rule = rule, .at = m->items[i].at };
    c.value = m->items[i].value;
    if (m->items[i].is_name) {
      c.name = sv_doc_string(c.at.doc, sv_match_name(c.at), &c.name_size);
      c.value = SV_OPENAPI_NONE;
    }
    run->looked = 0;
    for (size_t t = 0; t < rule->then_count; t++)
      SV_TRY(then_one(&c, &rule->thens[t], g->resolved));
    run->report->results[rule->number].judged += run->looked > 0;
  }
  return SV_OK;
}

static enum sv_status apply_rule(struct sv_rule_run *run, const struct sv_rule *rule)
{
  const unsigned format = format_of(run->api);
  /* A document whose version nobody knows has no format: only rules for all formats see it. */
  if (format ? !(rule->formats & format) : rule->formats != SV_FORMAT_ALL)
    return SV_OK;
  for (size_t i = 0; i < rule->given_count; i++)
    if (format == 0 || rule->givens[i]->formats & format)
      SV_TRY(apply_given(run, rule, rule->givens[i]));
  return SV_OK;
}

static bool is_wanted(const struct sv_rule *rule, const struct sv_rule_options *opt)
{
  if (opt->requirement)
    return rule->info.requirement && strcmp(rule->info.requirement, opt->requirement) == 0;
  return rule->info.enabled || rule->is_on_somewhere;
}

static enum sv_status begin(struct sv_rule_run *run, const struct sv_rules *set,
                            const struct sv_rule_options *opt)
{
  struct sv_rule_report *report = calloc(1, sizeof *report);
  if (!report)
    return SV_NO_MEMORY;
  run->report = report;
  report->arena = SV_ARENA(ARENA_MAX);
  report->most = opt->findings ? opt->findings : SV_RULE_FINDINGS;
  report->results = calloc(set->count + 1, sizeof *report->results);
  run->given = calloc(set->given_count + 1, sizeof *run->given);
  run->given_known = calloc(set->given_count + 1, sizeof *run->given_known);
  if (!report->results || !run->given || !run->given_known)
    return SV_NO_MEMORY;
  report->result_count = set->count;
  for (size_t i = 0; i < set->count; i++)
    report->results[i].rule = &set->all[i]->info;
  sv_match_graph_begin(&run->graph, run->api);
  run->match = (struct sv_match_run){ .graph = &run->graph,
                                      .visits = opt->visits ? opt->visits : SV_RULE_VISITS };
  return SV_OK;
}

static void end(struct sv_rule_run *run)
{
  for (size_t i = 0; run->given && i < run->set->given_count; i++)
    sv_matches_free(&run->given[i]);
  for (size_t i = 0; i < sizeof run->bases / sizeof run->bases[0]; i++)
    free(run->bases[i].items);
  free(run->used.items);
  free(run->given);
  free(run->given_known);
  sv_match_run_end(&run->match);
  sv_match_graph_end(&run->graph);
}

enum sv_status sv_rules_apply(const struct sv_rules *r, struct sv_openapi *api,
                              const struct sv_rule_options *opt, struct sv_rule_report **out,
                              struct sv_error *err)
{
  const struct sv_rule_options plain = { .requirement = NULL };
  struct sv_rule_run run = { .set = r, .api = api, .err = err };
  opt = opt ? opt : &plain;
  *out = NULL;
  enum sv_status status = begin(&run, r, opt);
  for (size_t i = 0; status == SV_OK && i < r->count; i++)
    if (is_wanted(r->all[i], opt))
      status = apply_rule(&run, r->all[i]);
  if (status == SV_OK)
    sv_rule_report_sort(run.report);
  end(&run);
  if (status == SV_OK) {
    *out = run.report;
    return SV_OK;
  }
  sv_rule_report_free(run.report);
  if (status == SV_NO_MEMORY)
    return sv_fail(err, status, "There is not enough memory for the rules.");
  return sv_fail(err, status, N_("the rules could not be applied"));
}
