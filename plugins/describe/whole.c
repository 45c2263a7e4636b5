// SPDX-License-Identifier: Apache-2.0
/* A document against all shapes of its profile. What is wrong is told in full by the check of each
 * requirement; here it is counted by requirement, or by class and property. */
#include "engines/shacl/national.h"
#include "plugins/describe/describer.h"
#include "plugins/describe/shapes.h"

#include <stdlib.h>
#include <string.h>

enum { GROUPS_MAX = 60 };

/* Results that share KEY, a term of the shapes graph. */
struct group {
  sv_term key;
  size_t count, first; /* index of the first result */
};

struct groups {
  struct group list[GROUPS_MAX];
  size_t count;
  size_t results;
};

static void add(struct groups *g, sv_term key, size_t index)
{
  size_t i = 0;
  g->results++;
  while (i < g->count && g->list[i].key != key)
    i++;
  if (i == GROUPS_MAX)
    return;
  if (i == g->count)
    g->list[g->count++] = (struct group){ .key = key, .first = index };
  g->list[i].count++;
}

/* The description and what the shapes of its profile said, or NULL and *OUTCOME. */
static const struct sv_shaped *judged(struct sv_ctx *ctx, enum sv_outcome *outcome)
{
  const char *set = sv_shaped_profile(ctx);
  const struct sv_description *d = sv_describe(ctx, outcome);
  if (!d || !set)
    return NULL;
  const struct sv_shaped *s = sv_shaped(ctx, d, set);
  if (s && s->status == SV_OK)
    return s;
  *outcome = sv_shaped_none(ctx, d, s);
  return NULL;
}

/* Results that were not kept belong to no group: they are told by number. */
void sv_shaped_tell_others(struct sv_ctx *ctx, const struct sv_shaped *s, size_t count)
{
  json_t *args = json_pack("{s:I}", "count", (json_int_t)count);
  sv_find(ctx, .outcome = SV_FAILED,
          .message = N_("{count} more places break rules of the application profile."),
          .args = args, .where.url = s->description->artifact->url,
          .evidence = s->description->artifact->evidence,
          .hint = N_("samsvar validate shacl lists them all."));
  json_decref(args);
}

static enum sv_outcome outcome_of(const struct sv_shaped *s, size_t results)
{
  return sv_describe_outcome(sv_shacl_report_focus(s->report), results);
}

enum sv_outcome sv_judge_profile(struct sv_ctx *ctx, enum sv_shacl_severity severity)
{
  enum sv_outcome outcome = SV_CANT_TELL;
  struct groups groups = { .count = 0 };
  const struct sv_description *official = sv_shaped_official(ctx);
  if (official)
    return sv_judge_official(ctx, official, severity);
  const struct sv_shaped *s = judged(ctx, &outcome);
  if (!s)
    return outcome;
  size_t grouped = 0;
  const size_t total = (size_t)sv_shacl_report_count(s->report, severity);
  for (size_t i = 0; i < sv_shacl_report_kept(s->report); i++)
    if (sv_shacl_report_at(s->report, i).severity == severity)
      add(&groups, s->requirement[i], i);
  for (size_t i = 0; i < groups.count; i++) {
    const struct group *g = &groups.list[i];
    const struct sv_shacl_result r = sv_shacl_report_at(s->report, g->first);
    json_t *args = json_pack("{s:I,s:s}", "count", (json_int_t)g->count, "requirement",
                             g->key ? sv_graph_text(s->graph, g->key, NULL) : s->set);
    grouped += g->count;
    sv_node_find(ctx, s->description,
                 &(struct sv_node_fault){ .node = r.focus,
                                          .path = sv_shaped_path(ctx, s, g->first),
                                          .number = (uint32_t)r.line,
                                          .value = r.value,
                                          .message = severity == SV_SHACL_VIOLATION
                                                         ? N_("{requirement} is broken in {count} "
                                                              "places; this is the first.")
                                                         : N_("What {requirement} advises is not "
                                                              "followed in {count} places; this "
                                                              "is the first."),
                                          .args = args,
                                          .hint = N_("Every place is told under that requirement. "
                                                     "Mend it there, and "
                                                     "the document conforms.") });
    json_decref(args);
  }
  if (total > grouped)
    sv_shaped_tell_others(ctx, s, total - grouped);
  return outcome_of(s, total);
}

/* The class that SHAPE, a property's, is for: the target of the shape that holds it. */
static sv_term class_of(const struct sv_graph *g, sv_term shape)
{
  const sv_term property = sv_graph_find_iris(g, SV_SHACL_NS "property");
  const sv_term target = sv_graph_find_iris(g, SV_SHACL_NS "targetClass");
  size_t n = 0;
  const sv_term own = target ? sv_graph_object(g, shape, target) : 0;
  const uint32_t *at = property && !own ? sv_graph_subjects(g, property, shape, &n) : NULL;
  for (size_t i = 0; target && i < n; i++) {
    const sv_term class = sv_graph_object(g, sv_graph_triples(g)[at[i]].s, target);
    if (class)
      return class;
  }
  return own;
}

static const char *show(struct sv_ctx *ctx, const struct sv_graph *g, sv_term t)
{
  struct sv_buf text = SV_BUF(300);
  if (t)
    (void)sv_graph_show(g, t, &text);
  const char *copy = ctx->sv->format(ctx, "%s", text.size ? sv_buf_text(&text) : "");
  sv_buf_free(&text);
  return copy;
}

static void tell_part(struct sv_ctx *ctx, const struct sv_shaped *s, const struct group *g)
{
  const struct sv_shacl_result r = sv_shacl_report_at(s->report, g->first);
  const bool is_missing = strcmp(r.component, "MinCountConstraintComponent") == 0;
  const char *path = sv_shaped_path(ctx, s, g->first);
  const sv_term class = class_of(s->graph, r.shape);
  json_t *args =
      json_pack("{s:I,s:s,s:s}", "count", (json_int_t)g->count, "class",
                class ? show(ctx, s->graph, class) : s->set, "property", path ? path : "rdf:type");
  sv_node_find(ctx, s->description,
               &(struct sv_node_fault){ .node = r.focus,
                                        .path = path,
                                        .number = (uint32_t)r.line,
                                        .value = r.value,
                                        .message = is_missing ? N_("{class}: {property} is missing "
                                                                   "in {count} places; this is "
                                                                   "the first.")
                                                              : N_("{class}: {property} is not as "
                                                                   "the standard asks in {count} "
                                                                   "places; this is the first."),
                                        .args = args,
                                        .hint = N_("Deliver each part with all its mandatory "
                                                   "properties; the check of "
                                                   "the property has every place.") });
  json_decref(args);
}

/* Tells the results of S that count; how many there are. */
static size_t tell_parts(struct sv_ctx *ctx, const struct sv_shaped *s,
                         enum sv_shacl_severity severity, bool (*counts)(const char *requirement))
{
  struct groups groups = { .count = 0 };
  size_t told = 0;
  for (size_t i = 0; i < sv_shacl_report_kept(s->report); i++) {
    const struct sv_shacl_result r = sv_shacl_report_at(s->report, i);
    if (r.severity == severity && s->requirement[i] &&
        counts(sv_graph_text(s->graph, s->requirement[i], NULL)))
      add(&groups, r.shape, i);
  }
  for (size_t i = 0; i < groups.count; i++) {
    tell_part(ctx, s, &groups.list[i]);
    told += groups.list[i].count;
  }
  if (groups.results > told)
    sv_shaped_tell_others(ctx, s, groups.results - told);
  return groups.results;
}

enum sv_outcome sv_judge_parts(struct sv_ctx *ctx, enum sv_shacl_severity severity,
                               bool (*counts)(const char *requirement))
{
  enum sv_outcome outcome = SV_CANT_TELL;
  const struct sv_shaped *s = judged(ctx, &outcome);
  if (!s)
    return outcome;
  const struct sv_shaped *beyond = sv_shaped(ctx, s->description, SV_SHAPED_RULES);
  if (!beyond || beyond->status != SV_OK)
    return sv_shaped_none(ctx, s->description, beyond);
  const size_t results =
      tell_parts(ctx, s, severity, counts) + tell_parts(ctx, beyond, severity, counts);
  return outcome_of(s, results);
}
