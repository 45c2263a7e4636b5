// SPDX-License-Identifier: Apache-2.0
/* Data of high value: Commission Implementing Regulation (EU) 2023/138, by DCAT-AP HVD 3. */
#include "plugins/describe/judge.h"
#include "plugins/describe/names.h"
#include "plugins/describe/rule.h"
#include "plugins/legal/legal.h"

#include <string.h>

#define ACT "http://data.europa.eu/eli/reg_impl/2023/138/oj"
#define CATEGORY DCATAP "hvdCategory"
#define LEGISLATION DCATAP "applicableLegislation"

static const char *const datasets[] = { DCAT "Dataset", NULL };
static const char *const services[] = { DCAT "DataService", NULL };

static bool has_category(struct sv_judging *j, sv_term node)
{
  const struct sv_vocabulary *list = sv_code_list(j->ctx, "eu-high-value-category");
  size_t n;
  const struct sv_triple *values = sv_values_of(j->g, node, CATEGORY, &n);
  for (size_t i = 0; list && i < n; i++) {
    const char *iri = sv_iri_of(j->g, values[i].o);
    if (iri && sv_vocabulary_find(list, iri))
      return true;
  }
  return false;
}

/* Whether the description says that DATASET is of high value, rightly or not. */
static bool is_in_scope(struct sv_judging *j, sv_term dataset)
{
  return sv_count_of(j->g, dataset, CATEGORY) > 0 || sv_has_iri(j->g, dataset, LEGISLATION, ACT);
}

static void judge_dataset(struct sv_judging *j, sv_term node)
{
  if (!is_in_scope(j, node))
    return;
  const bool cites = sv_has_iri(j->g, node, LEGISLATION, ACT);
  const bool has = has_category(j, node);
  j->looked_at++;
  if (!cites || !has)
    sv_judging_find(j, (struct sv_node_fault){
                           .node = node,
                           .predicate = cites ? CATEGORY : LEGISLATION,
                           .message = cites ? N_("The data is said to be of high value, and no "
                                                 "category of the regulation is stated.")
                                            : N_("The data is said to be of high value, and the "
                                                 "regulation is not cited."),
                           .expected = cites ? "http://data.europa.eu/bna/c_…" : ACT,
                           .hint = N_("State both: the regulation in dcatap:applicableLegislation "
                                      "and a category in dcatap:hvdCategory.") });
}

enum sv_outcome sv_legal_high_value_dataset(struct sv_ctx *ctx)
{
  return sv_judge_nodes(ctx, datasets, judge_dataset, NULL);
}

static bool serves_high_value(struct sv_judging *j, sv_term service)
{
  size_t n;
  const struct sv_triple *served = sv_values_of(j->g, service, DCAT "servesDataset", &n);
  for (size_t i = 0; i < n; i++)
    if (has_category(j, served[i].o) && sv_has_iri(j->g, served[i].o, LEGISLATION, ACT))
      return true;
  return sv_count_of(j->g, service, CATEGORY) > 0;
}

static void judge_service(struct sv_judging *j, sv_term node)
{
  static const struct {
    const char *property, *shown;
  } needed[] = {
    { DCAT "contactPoint", "dcat:contactPoint" },
    { DCAT "endpointURL", "dcat:endpointURL" },
    { FOAF "page", "foaf:page" },
    { LEGISLATION, "dcatap:applicableLegislation" },
    { CATEGORY, "dcatap:hvdCategory" },
  };
  if (!serves_high_value(j, node))
    return;
  j->looked_at++;
  for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++)
    if (!sv_count_of(j->g, node, needed[i].property))
      sv_judging_find(j, (struct sv_node_fault){ .node = node,
                                                 .predicate = needed[i].property,
                                                 .message = N_("The service gives data of high "
                                                               "value and lacks what "
                                                               "such a service must state."),
                                                 .expected = needed[i].shown,
                                                 .hint = N_("State contact point, endpoint, "
                                                            "documentation, regulation "
                                                            "and category.") });
}

enum sv_outcome sv_legal_high_value_service(struct sv_ctx *ctx)
{
  return sv_judge_nodes(ctx, services, judge_service, NULL);
}

static void judge_part(struct sv_judging *j, sv_term part, const struct sv_triple *from,
                       const char *property)
{
  j->looked_at++;
  if (!sv_count_of(j->g, part, LEGISLATION))
    sv_judging_find_value(j, from, property,
                          (struct sv_node_fault){ .message = N_("A part of the high-value data "
                                                                "does not cite the "
                                                                "regulation."),
                                                  .expected = "dcatap:applicableLegislation " ACT,
                                                  .hint = N_("Cite it on every distribution and "
                                                             "series.") });
}

static void judge_parts(struct sv_judging *j, sv_term node)
{
  static const char *const properties[] = { DCAT "distribution", DCAT "inSeries" };
  if (!is_in_scope(j, node))
    return;
  for (size_t p = 0; p < 2; p++) {
    size_t n;
    const struct sv_triple *values = sv_values_of(j->g, node, properties[p], &n);
    for (size_t i = 0; i < n; i++) {
      judge_part(j, values[i].o, &values[i], properties[p]);
      if (p == 0 && sv_count_of(j->g, values[i].o, DCT "license") > 1)
        sv_judging_find_value(j, &values[i], properties[p],
                              (struct sv_node_fault){ .message = N_("A distribution of high-value "
                                                                    "data has more than "
                                                                    "one licence."),
                                                      .expected = "1",
                                                      .hint = N_("State the one licence that "
                                                                 "holds.") });
    }
  }
}

enum sv_outcome sv_legal_high_value_parts(struct sv_ctx *ctx)
{
  return sv_judge_nodes(ctx, datasets, judge_parts, NULL);
}
