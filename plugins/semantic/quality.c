// SPDX-License-Identifier: Apache-2.0
/* How well data can be found, how its quality is published, and whether a catalogue is still what
 * it was. */
#include "plugins/describe/judge.h"
#include "plugins/describe/names.h"
#include "plugins/semantic/semantic.h"

static const char *const datasets[] = { DCAT "Dataset", NULL };

/* The findability metrics of the national catalogue's assessment, with their points. */
static const struct {
  const char *property, *shown;
  int points;
} metrics[] = {
  { DCAT "keyword", "dcat:keyword", 30 },
  { DCAT "theme", "dcat:theme", 30 },
  { DCT "spatial", "dct:spatial", 20 },
  { DCT "temporal", "dct:temporal", 20 },
};

static void judge_findable(struct sv_judging *j, sv_term node)
{
  int points = 100;
  const char *missing = NULL;
  for (size_t i = 0; i < sizeof metrics / sizeof metrics[0]; i++) {
    if (sv_count_of(j->g, node, metrics[i].property))
      continue;
    points -= metrics[i].points;
    missing = missing ? j->ctx->sv->format(j->ctx, "%s, %s", missing, metrics[i].shown)
                      : metrics[i].shown;
  }
  j->looked_at++;
  if (!missing)
    return;
  json_t *args = json_pack("{s:i}", "points", points);
  sv_judging_find(j, (struct sv_node_fault){ .node = node,
                                             .message = N_("The data set gets {points} of 100 "
                                                           "points for being found."),
                                             .args = args,
                                             .expected = missing,
                                             .hint = N_("State keywords, themes, place and "
                                                        "period.") });
  json_decref(args);
}

enum sv_outcome sv_sem_findable(struct sv_ctx *ctx)
{
  return sv_judge_nodes(ctx, datasets, judge_findable, NULL);
}

static void judge_measurement(struct sv_judging *j, sv_term node)
{
  static const char *const properties[] = { DQV "isMeasurementOf", DQV "computedOn", DQV "value" };
  j->looked_at++;
  for (size_t i = 0; i < 3; i++)
    if (!sv_count_of(j->g, node, properties[i]))
      sv_judging_find(j, (struct sv_node_fault){ .node = node,
                                                 .predicate = properties[i],
                                                 .message = N_("A published measurement lacks what "
                                                               "makes it one."),
                                                 .expected = "dqv:isMeasurementOf, dqv:computedOn, "
                                                             "dqv:value",
                                                 .hint = N_("State what was measured, on what, and "
                                                            "the value.") });
}

enum sv_outcome sv_sem_published_results(struct sv_ctx *ctx)
{
  static const char *const measurements[] = { DQV "QualityMeasurement", NULL };
  return sv_judge_nodes(ctx, measurements, judge_measurement, NULL);
}

/* How many resources the catalogue had when it was last looked at: the target file says it. */
static json_int_t last_count(struct sv_ctx *ctx)
{
  const json_t *samples = json_object_get(ctx->sv->target(ctx), "samples");
  return json_integer_value(json_object_get(json_object_get(samples, "last-catalogue"), "resource"
                                                                                        "s"));
}

static void count_resource(struct sv_judging *j, sv_term node)
{
  (void)node;
  j->looked_at++;
}

enum sv_outcome sv_sem_still_there(struct sv_ctx *ctx)
{
  static const char *const classes[] = { DCAT "Dataset", DCAT "DatasetSeries", DCAT "DataService",
                                         NULL };
  enum sv_outcome outcome;
  struct sv_judging j;
  const json_int_t before = last_count(ctx);
  if (before <= 0)
    return SV_INAPPLICABLE;
  if (!sv_judging_begin(&j, ctx, NULL, &outcome))
    return outcome;
  sv_judging_nodes(&j, classes, count_resource);
  const json_int_t now = (json_int_t)j.looked_at;
  if (now * 5 >= before * 4)
    return SV_PASSED;
  json_t *args = json_pack("{s:I,s:I}", "now", now, "before", before);
  sv_find(ctx, .outcome = SV_FAILED,
          .message = now * 5 < before ? N_("The catalogue describes {now} resources, and had "
                                           "{before}: it is "
                                           "all but empty.")
                                      : N_("The catalogue describes {now} resources, and had "
                                           "{before}."),
          .args = args,
          .where = { .url = j.d->artifact->url, .text = j.d->artifact->url ? NULL : "description" },
          .evidence = j.d->artifact->evidence,
          .hint = N_("See whether the export broke; if the resources are meant to be gone, change "
                     "samples.last-catalogue in the target file."));
  json_decref(args);
  return SV_FAILED;
}
