// SPDX-License-Identifier: Apache-2.0
/* What holds a catalogue together: that all is in it, and that it is not empty; and what is said of
 * agreements where access is restricted. */
#include "plugins/organisational/organisational.h"

#include "plugins/describe/judge.h"
#include "plugins/describe/names.h"

#define RESTRICTED "http://publications.europa.eu/resource/authority/access-right/RESTRICTED"

static bool is_object_of(const struct sv_graph *g, sv_term node, const char *predicate)
{
  const sv_term p = sv_graph_find_iris(g, predicate);
  size_t n = 0;
  if (p)
    (void)sv_graph_subjects(g, p, node, &n);
  return n > 0;
}

static bool is_listed(const struct sv_graph *g, sv_term node)
{
  static const char *const links[] = { DCAT "dataset", DCAT "service", DCAT "catalog",
                                       DCAT "resource" };
  for (size_t i = 0; i < sizeof links / sizeof links[0]; i++)
    if (is_object_of(g, node, links[i]))
      return true;
  return false;
}

/* In a catalogue by itself or by the series it is in. */
static bool is_in_catalogue(const struct sv_graph *g, sv_term node)
{
  size_t n;
  const struct sv_triple *series = sv_values_of(g, node, DCAT "inSeries", &n);
  for (size_t i = 0; i < n; i++)
    if (is_listed(g, series[i].o))
      return true;
  return is_listed(g, node);
}

static void judge_listed(struct sv_judging *j, sv_term node)
{
  const bool has_catalogue = sv_nodes_of(j->g, DCAT "Catalog").left > 0;
  if (sv_is_a(j->g, node, DCAT "Catalog"))
    return;
  j->looked_at++;
  if (!has_catalogue || !is_in_catalogue(j->g, node))
    sv_judging_find(j, (struct sv_node_fault){ .node = node,
                                               .message = has_catalogue ? N_("It is described and "
                                                                             "in no catalogue.")
                                                                        : N_("It is described, and "
                                                                             "there is no "
                                                                             "catalogue."),
                                               .expected = "dcat:dataset, dcat:service",
                                               .hint = N_("Name it in the catalogue: what is in "
                                                          "none is not "
                                                          "harvested.") });
}

enum sv_outcome sv_org_in_catalogue(struct sv_ctx *ctx)
{
  static const char *const classes[] = { DCAT "Dataset", DCAT "DataService", DCAT "DatasetSeries",
                                         NULL };
  return sv_judge_nodes(ctx, classes, judge_listed, NULL);
}

static void judge_contents(struct sv_judging *j, sv_term node)
{
  static const char *const contents[] = { DCAT "dataset",       DCAT "service",
                                          DCAT "catalog",       DCATNO "containsService",
                                          MODELLDCATNO "model", NULL };
  j->looked_at++;
  if (sv_count_of_all(j->g, node, contents) == 0)
    sv_judging_find(j, (struct sv_node_fault){ .node = node,
                                               .message = N_("The catalogue is empty."),
                                               .expected = "dcat:dataset, dcat:service",
                                               .hint = N_("Name the data sets and data services "
                                                          "that the catalogue "
                                                          "is of.") });
}

enum sv_outcome sv_org_not_empty(struct sv_ctx *ctx)
{
  static const char *const catalogues[] = { DCAT "Catalog", NULL };
  return sv_judge_nodes(ctx, catalogues, judge_contents, NULL);
}

static void judge_terms(struct sv_judging *j, sv_term node)
{
  static const char *const ways[] = { DCT "rights", ODRL "hasPolicy", DCAT "landingPage",
                                      DCATNO "accessRequestURL", NULL };
  if (!sv_has_iri(j->g, node, DCT "accessRights", RESTRICTED))
    return;
  j->looked_at++;
  if (sv_count_of_all(j->g, node, ways) == 0)
    sv_judging_find(j, (struct sv_node_fault){ .node = node,
                                               .message = N_("Access is restricted, and nothing "
                                                             "shows on which terms "
                                                             "it is given."),
                                               .expected = "dct:rights, odrl:hasPolicy, "
                                                           "dcat:landingPage, "
                                                           "dcatno:accessRequestURL",
                                               .hint = N_("Refer to the agreement or the terms, or "
                                                          "to the page that "
                                                          "tells of them.") });
}

enum sv_outcome sv_org_terms_of_access(struct sv_ctx *ctx)
{
  static const char *const classes[] = { DCAT "Dataset", DCAT "DataService", NULL };
  return sv_judge_nodes(ctx, classes, judge_terms, NULL);
}
