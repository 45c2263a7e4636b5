// SPDX-License-Identifier: Apache-2.0
/* Order in a data catalogue: dates, series, properties with an inverse, properties of the old
 * profile, and what a data set is made from. */
#include "engines/base/ascii.h"
#include "engines/base/date.h"
#include "plugins/describe/circle.h"
#include "plugins/describe/names.h"
#include "plugins/describe/shapes.h"
#include "plugins/semantic/semantic.h"

#include <string.h>

static const char *const datasets[] = { DCAT "Dataset", NULL };
static const char *const series[] = { DCAT "DatasetSeries", NULL };

/* --- dates --- */

/* The day of an xsd:date or xsd:dateTime, counted from 1970; false: it is neither. Time zones are
 * left aside: a day more or less is not what this is about. */
static bool day_of(const struct sv_graph *g, sv_term t, int64_t *day)
{
  size_t size = 0;
  const char *text = sv_term_kind(t) == SV_TERM_LITERAL ? sv_graph_text(g, t, &size) : NULL;
  return text && size >= 10 && sv_date_parse(text, 10, day);
}

static bool first_day(const struct sv_graph *g, sv_term node, const char *property, int64_t *day)
{
  size_t n;
  const struct sv_triple *values = sv_values_of(g, node, property, &n);
  return n > 0 && day_of(g, values->o, day);
}

static void judge_date(struct sv_judging *j, const struct sv_triple *t)
{
  static const struct {
    const char *later, *earlier, *message;
  } orders[] = {
    { DCT "modified", DCT "issued", N_("It is said to be changed before it was published.") },
    { DCAT "endDate", DCAT "startDate", N_("The period ends before it begins.") },
  };
  const char *property = sv_graph_text(j->g, t->p, NULL);
  int64_t day, other;
  if (!day_of(j->g, t->o, &day))
    return; /* the check of the types of dates says so */
  j->looked_at++;
  if (strcmp(property, DCAT "endDate") != 0 && day > j->ctx->sv->now(j->ctx) / 86400 + 1)
    sv_judging_find_value(j, t, property,
                          (struct sv_node_fault){ .message = N_("The date lies ahead."),
                                                  .hint = N_("State the day when it was published "
                                                             "or last "
                                                             "changed.") });
  for (size_t i = 0; i < 2; i++)
    if (strcmp(property, orders[i].later) == 0 &&
        first_day(j->g, t->s, orders[i].earlier, &other) && day < other)
      sv_judging_find_value(
          j, t, property,
          (struct sv_node_fault){ .message = orders[i].message,
                                  .expected = sv_text_of(j->g, t->s, orders[i].earlier),
                                  .actual = sv_graph_text(j->g, t->o, NULL),
                                  .hint = N_("Mend the date that is wrong.") });
}

enum sv_outcome sv_sem_date_order(struct sv_ctx *ctx)
{
  static const char *const properties[] = { DCT "issued", DCT "modified", DCAT "endDate", NULL };
  return sv_judge_values(ctx, properties, judge_date, NULL);
}

/* --- series --- */

#define HINT_SERIES                                                                                \
  N_("Let each member point to the series with dcat:inSeries, and let dcat:first, dcat:last and "  \
     "dcat:prev tell their one order.")

static void judge_series(struct sv_judging *j, sv_term node)
{
  static const char *const ends[] = { DCAT "first", DCAT "last" };
  static const char *const foreign[] = { DCAT "distribution", ADMS "sample", DCAT "prev",
                                         DCAT "inSeries" };
  const sv_term in = sv_graph_find_iris(j->g, DCAT "inSeries");
  size_t members = 0, n;
  if (in)
    (void)sv_graph_subjects(j->g, in, node, &members);
  j->looked_at++;
  if (members < 2)
    sv_judging_find(j, (struct sv_node_fault){ .node = node,
                                               .predicate = DCAT "inSeries",
                                               .message = N_("The series has fewer than two "
                                                             "members."),
                                               .actual = j->ctx->sv->format(j->ctx, "%zu", members),
                                               .hint = HINT_SERIES });
  for (size_t i = 0; i < 2; i++) {
    const struct sv_triple *end = sv_values_of(j->g, node, ends[i], &n);
    for (size_t k = 0; k < n; k++)
      if (!in || !sv_graph_find(j->g, end[k].o, in, node))
        sv_judging_find_value(j, &end[k], ends[i],
                              (struct sv_node_fault){ .message = N_("The first or last of the "
                                                                    "series is no member of "
                                                                    "it."),
                                                      .hint = HINT_SERIES });
  }
  for (size_t i = 0; i < 4; i++) {
    const struct sv_triple *value = sv_values_of(j->g, node, foreign[i], &n);
    if (n)
      sv_judging_find_value(j, value, foreign[i],
                            (struct sv_node_fault){ .message = N_("A series has what belongs to "
                                                                  "its members."),
                                                    .hint = N_("Describe distributions, samples "
                                                               "and the one before "
                                                               "on the members of the series.") });
  }
}

static void find_circle_of_previous(struct sv_judging *j, const struct sv_triple *t)
{
  sv_judging_find_value(j, t, DCAT "prev",
                        (struct sv_node_fault){ .message = N_("The order of the series leads back "
                                                              "to where it began."),
                                                .hint = HINT_SERIES });
}

enum sv_outcome sv_sem_series(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct sv_judging j;
  if (!sv_judging_begin(&j, ctx, NULL, &outcome))
    return outcome;
  sv_judging_nodes(&j, series, judge_series);
  if (!sv_judging_circles(&j, DCAT "prev", NULL, find_circle_of_previous))
    return SV_CANT_TELL;
  return sv_both(sv_judge_by_shapes(ctx, "SEM-047", SV_SHACL_VIOLATION), sv_judging_end(&j));
}

/* --- inverse properties: the ten of DCAT-AP-NO 3 --- */

static const struct {
  const char *inverse, *forward;
} pairs[] = {
  { DCAT "next", DCAT "prev" },
  { DCAT "nextVersion", DCAT "previousVersion" },
  { DCAT "isDistributionOf", DCAT "distribution" },
  { DCT "isPartOf", DCT "hasPart" },
  { DCT "isReplacedBy", DCT "replaces" },
  { DCT "references", DCT "isReferencedBy" },
  { DCAT "isVersionOf", DCAT "hasVersion" },
  { DCAT "seriesMember", DCAT "inSeries" },
  { FOAF "isPrimaryTopicOf", FOAF "primaryTopic" },
  { PROV "generated", PROV "wasGeneratedBy" },
};

enum { PAIRS = sizeof pairs / sizeof pairs[0] };

/* The property that INVERSE stands beside; NULL: it is none of the ten. */
static const char *forward_of(const char *inverse)
{
  for (size_t i = 0; i < PAIRS; i++)
    if (strcmp(pairs[i].inverse, inverse) == 0)
      return pairs[i].forward;
  return NULL;
}

static bool has_forward(const struct sv_graph *g, const struct sv_triple *t)
{
  const char *forward = forward_of(sv_graph_text(g, t->p, NULL));
  const sv_term p = forward ? sv_graph_find_iris(g, forward) : 0;
  return p && sv_graph_find(g, t->o, p, t->s);
}

static void judge_inverse(struct sv_judging *j, const struct sv_triple *t)
{
  const char *property = sv_graph_text(j->g, t->p, NULL);
  j->looked_at++;
  if (!has_forward(j->g, t))
    sv_judging_find_value(j, t, property,
                          (struct sv_node_fault){ .message = N_("The inverse property stands "
                                                                "alone; harvesters read "
                                                                "the other."),
                                                  .expected = forward_of(property),
                                                  .hint = N_("State the property from the other "
                                                             "end too, or in its "
                                                             "place.") });
}

enum sv_outcome sv_sem_inverse(struct sv_ctx *ctx)
{
  const char *properties[PAIRS + 1] = { 0 };
  for (size_t i = 0; i < PAIRS; i++)
    properties[i] = pairs[i].inverse;
  return sv_judge_values(ctx, properties, judge_inverse, NULL);
}

/* --- properties that version 3 dropped, and what took their place --- */

static const struct {
  const char *property, *now;
} dropped[] = {
  { DCT "isPartOf", "dcat:inSeries" },
  { DCT "hasPart", "dcat:inSeries" },
  { DCT "isVersionOf", "dcat:hasVersion" },
  { DCT "isReplacedBy", "dct:replaces" },
  { DCT "references", "dct:isReferencedBy, dct:relation" },
  { DCT "requires", "dct:relation" },
  { DCT "isRequiredBy", "dct:relation" },
  { CPSV "follows", "dcatap:applicableLegislation" },
  { OWL "versionInfo", "dcat:version" },
};

static void judge_dropped(struct sv_judging *j, sv_term node)
{
  j->looked_at++;
  for (size_t i = 0; i < sizeof dropped / sizeof dropped[0]; i++) {
    size_t n;
    const struct sv_triple *values = sv_values_of(j->g, node, dropped[i].property, &n);
    if (n == 0 || has_forward(j->g, values))
      continue; /* an inverse in addition is allowed */
    sv_judging_find_value(j, values, dropped[i].property,
                          (struct sv_node_fault){ .message = N_("Version 3 of the profile has "
                                                                "dropped the property; "
                                                                "harvesters may not read it."),
                                                  .expected = dropped[i].now,
                                                  .hint = N_("Use the property that took its "
                                                             "place.") });
  }
}

enum sv_outcome sv_sem_dropped(struct sv_ctx *ctx)
{
  const char *version = json_string_value(ctx->sv->param(ctx, "dcat-ap-no"));
  if (version && version[0] == '2')
    return SV_INAPPLICABLE;
  return sv_judge_nodes(ctx, datasets, judge_dropped, NULL);
}

/* --- sources of a data set --- */

static void judge_source(struct sv_judging *j, const struct sv_triple *t)
{
  if (!sv_is_a(j->g, t->s, DCAT "Dataset"))
    return;
  j->looked_at++;
  const bool is_other = sv_is_described(j->g, t->o) && !sv_is_a(j->g, t->o, DCAT "Dataset");
  if (!sv_is_iri(t->o) || is_other)
    sv_judging_find_value(j, t, DCT "source",
                          (struct sv_node_fault){ .message = is_other ? N_("The source is "
                                                                           "described as something "
                                                                           "else than a data set.")
                                                                      : N_("The source is no IRI "
                                                                           "of a data set."),
                                                  .expected = N_("the IRI of a data set"),
                                                  .hint = N_("Refer to the data set that it is "
                                                             "made from by its "
                                                             "IRI.") });
}

static void find_circle_of_sources(struct sv_judging *j, const struct sv_triple *t)
{
  sv_judging_find_value(j, t, DCT "source",
                        (struct sv_node_fault){ .message = N_("The data set is said to be made "
                                                              "from itself, by way "
                                                              "of its sources."),
                                                .hint = N_("Name only what the data was made "
                                                           "from.") });
}

/* A word that says that the data comes from other data. */
static bool is_said_derived(const struct sv_graph *g, sv_term node)
{
  static const char *const properties[] = { DCT "title", DCT "description" };
  static const char *const words[] = { "sammenstilt", "samanstilt", "avledet",     "avleia",
                                       "aggregert",   "aggregated", "derived from" };
  for (size_t p = 0; p < 2; p++) {
    size_t n;
    const struct sv_triple *values = sv_values_of(g, node, properties[p], &n);
    for (size_t i = 0; i < n; i++)
      for (size_t w = 0; w < sizeof words / sizeof words[0]; w++)
        if (strcasestr(sv_graph_text(g, values[i].o, NULL), words[w]))
          return true;
  }
  return false;
}

static void judge_derived(struct sv_judging *j, sv_term node)
{
  if (sv_count_of(j->g, node, DCT "source") || !is_said_derived(j->g, node))
    return;
  j->looked_at++;
  sv_judging_find(j, (struct sv_node_fault){ .node = node,
                                             .predicate = DCT "source",
                                             .message = N_("The text says that the data comes from "
                                                           "other data, and "
                                                           "dct:source does not say which."),
                                             .expected = N_("the IRI of a data set"),
                                             .hint = N_("Refer to the data set that it is made "
                                                        "from by its IRI.") });
}

enum sv_outcome sv_sem_sources(struct sv_ctx *ctx)
{
  static const char *const properties[] = { DCT "source", NULL };
  enum sv_outcome outcome;
  struct sv_judging j;
  if (!sv_judging_begin(&j, ctx, NULL, &outcome))
    return outcome;
  sv_judging_values(&j, properties, judge_source);
  sv_judging_nodes(&j, datasets, judge_derived);
  if (!sv_judging_circles(&j, DCT "source", NULL, find_circle_of_sources))
    return SV_CANT_TELL;
  return sv_judging_end(&j);
}
