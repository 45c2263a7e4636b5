// SPDX-License-Identifier: Apache-2.0
/* What must be in the description: a collection of concepts, a model, the types that relations lead
 * to; and values of the type that their metric expects, or that they have. */
#include "plugins/describe/judge.h"
#include "plugins/describe/names.h"
#include "plugins/describe/shapes.h"
#include "plugins/describe/terms.h"
#include "plugins/semantic/payload.h"
#include "plugins/semantic/semantic.h"

#include <samsvar/helpers.h>
#include <string.h>

#define MODEL MODELLDCATNO

/* --- the whole that parts belong to (SEM-104, SEM-114) --- */

static enum sv_outcome find_missing(struct sv_ctx *ctx, const char *message, const char *expected,
                                    const char *hint)
{
  enum sv_outcome outcome;
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  const char *url = d->artifact->url;
  sv_find(ctx, .outcome = SV_FAILED, .message = message,
          .where = { .url = url, .text = url ? NULL : "description" }, .expected = expected,
          .evidence = d->artifact->evidence, .hint = hint);
  return SV_FAILED;
}

static bool has_any(struct sv_ctx *ctx, const char *class)
{
  const struct sv_description *d = sv_describe_own(ctx);
  return d && d->graph && sv_nodes_of(d->graph, class).left > 0;
}

enum sv_outcome sv_sem_104(struct sv_ctx *ctx)
{
  const enum sv_outcome outcome = sv_judge_by_shapes(ctx, "SEM-104", SV_SHACL_VIOLATION);
  if (outcome != SV_INAPPLICABLE || !has_any(ctx, SKOS "Concept") ||
      has_any(ctx, SKOS "ConceptScheme"))
    return outcome;
  return find_missing(ctx, N_("The concepts are in no collection."), "skos:Collection",
                      N_("Describe a skos:Collection with the concepts as its skos:member; a "
                         "catalogue of concepts is harvested by it."));
}

enum sv_outcome sv_sem_114(struct sv_ctx *ctx)
{
  const enum sv_outcome outcome = sv_judge_by_shapes(ctx, "SEM-114", SV_SHACL_VIOLATION);
  if (outcome != SV_INAPPLICABLE || !sv_describe_own(ctx))
    return outcome;
  return find_missing(ctx, N_("There is no information model in the description."),
                      "modelldcatno:InformationModel",
                      N_("Describe the model that the elements belong to as a "
                         "modelldcatno:InformationModel."));
}

/* --- where relations of a model lead (SEM-118) --- */

static const char *const leads[] = {
  MODEL "hasObjectType",   MODEL "hasDataType",        MODEL "hasSimpleType",
  MODEL "hasValueFrom",    MODEL "containsObjectType", MODEL "hasType",
  MODEL "refersTo",        MODEL "contains",           MODEL "hasMember",
  MODEL "hasSome",         MODEL "hasGeneralConcept",  MODEL "hasSupplier",
  MODEL "isAbstractionOf", MODEL "dependentOn",        NULL
};

/* Whether both names are in one namespace: the same up to the last # or /. */
static bool is_own_namespace(const char *a, const char *b)
{
  const size_t n = a ? sv_namespace_size(a) : 0;
  return n && b && sv_namespace_size(b) == n && strncmp(a, b, n) == 0;
}

static void judge_lead(struct sv_judging *j, const struct sv_triple *t)
{
  if (!is_own_namespace(sv_iri_of(j->g, t->s), sv_iri_of(j->g, t->o)))
    return;
  j->looked_at++;
  if (!sv_is_described(j->g, t->o))
    sv_judging_find_value(j, t, sv_graph_text(j->g, t->p, NULL),
                          (struct sv_node_fault){ .message = N_("The relation leads to an element "
                                                                "of the model that "
                                                                "is described nowhere."),
                                                  .hint = N_("Describe the element, or mend its "
                                                             "name.") });
}

enum sv_outcome sv_sem_118(struct sv_ctx *ctx)
{
  return sv_both(sv_judge_by_shapes(ctx, "SEM-118", SV_SHACL_VIOLATION),
                 sv_judge_values(ctx, leads, judge_lead, NULL));
}

/* --- values of the type that the metric expects (SEM-130) --- */

static void judge_measured(struct sv_judging *j, sv_term node)
{
  size_t n;
  const struct sv_triple *values = sv_values_of(j->g, node, DQV "value", &n);
  const struct sv_triple *metric = NULL;
  size_t metrics;
  metric = sv_values_of(j->g, node, DQV "isMeasurementOf", &metrics);
  const char *expected = metrics == 1 ? sv_text_of(j->g, metric->o, DQV "expectedDataType") : NULL;
  if (!expected || n == 0)
    return;
  j->looked_at++;
  for (size_t i = 0; i < n; i++) {
    const sv_term type = sv_graph_datatype(j->g, values[i].o);
    const char *actual = type ? sv_graph_text(j->g, type, NULL) : "";
    if (strcmp(actual, expected) != 0)
      sv_judging_find_value(j, &values[i], DQV "value",
                            (struct sv_node_fault){ .message = N_("The value has another type than "
                                                                  "its metric "
                                                                  "expects."),
                                                    .expected = expected,
                                                    .hint = N_("Write the value with the type of "
                                                               "dqv:expectedDataType, or mend the "
                                                               "metric.") });
  }
}

enum sv_outcome sv_sem_130(struct sv_ctx *ctx)
{
  static const char *const measurements[] = { DQV "QualityMeasurement", NULL };
  return sv_both(sv_judge_by_shapes(ctx, "SEM-130", SV_SHACL_VIOLATION),
                 sv_judge_nodes(ctx, measurements, judge_measured, NULL));
}

/* --- durations of services (SEM-095) --- */

static void judge_duration(struct sv_judging *j, const struct sv_triple *t)
{
  const sv_term type = sv_graph_datatype(j->g, t->o);
  if (!type || strcmp(sv_graph_text(j->g, type, NULL), XSD "duration") != 0)
    return;
  j->looked_at++;
  if (!sv_is_duration(sv_graph_text(j->g, t->o, NULL)))
    sv_judging_find_value(j, t, sv_graph_text(j->g, t->p, NULL),
                          (struct sv_node_fault){ .message = N_("The value is no duration."),
                                                  .expected = "P7D, PT30M, P1Y6M",
                                                  .hint = N_("Write P, then years, months and "
                                                             "days, then T before "
                                                             "hours, minutes and seconds.") });
}

enum sv_outcome sv_sem_095(struct sv_ctx *ctx)
{
  return sv_both(sv_judge_by_shapes(ctx, "SEM-095", SV_SHACL_VIOLATION),
                 sv_judge_triples(ctx, judge_duration, NULL));
}
