// SPDX-License-Identifier: Apache-2.0
/* What holds a catalogue together: that all is in it, and that it is not empty; and what is said of
 * agreements where access is restricted. */
#include "plugins/organisational/organisational.h"

#include "plugins/describe/names.h"
#include "plugins/describe/rule.h"

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

enum sv_outcome sv_org_in_catalogue(struct sv_ctx *ctx)
{
  static const char *const classes[] = { DCAT "Dataset", DCAT "DataService", DCAT "DatasetSeries" };
  enum sv_outcome outcome;
  struct sv_tally tally = { 0 };
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  const bool has_catalogue = sv_nodes_of(d->graph, DCAT "Catalog").left > 0;
  for (size_t c = 0; c < sizeof classes / sizeof classes[0]; c++) {
    struct sv_nodes nodes = sv_nodes_of(d->graph, classes[c]);
    for (sv_term node; (node = sv_nodes_next(&nodes));) {
      if (sv_is_a(d->graph, node, DCAT "Catalog"))
        continue;
      tally.looked_at++;
      if (has_catalogue && is_in_catalogue(d->graph, node))
        continue;
      tally.faults++;
      sv_node_find(ctx, d,
                   &(struct sv_node_fault){ .node = node,
                                            .message = has_catalogue ? N_("It is described and in "
                                                                          "no "
                                                                          "catalogue.")
                                                                     : N_("It is described, and "
                                                                          "there is no "
                                                                          "catalogue."),
                                            .expected = "dcat:dataset, dcat:service",
                                            .hint = N_("Name it in the catalogue: what is in none "
                                                       "is not harvested.") });
    }
  }
  return sv_describe_outcome(tally.looked_at, tally.faults);
}

enum sv_outcome sv_org_not_empty(struct sv_ctx *ctx)
{
  static const char *const contents[] = { DCAT "dataset", DCAT "service", DCAT "catalog",
                                          DCATNO "containsService",
                                          "https://data.norge.no/vocabulary/modelldcatno#model" };
  enum sv_outcome outcome;
  struct sv_tally tally = { 0 };
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  struct sv_nodes nodes = sv_nodes_of(d->graph, DCAT "Catalog");
  for (sv_term node; (node = sv_nodes_next(&nodes));) {
    size_t all = 0;
    for (size_t i = 0; i < sizeof contents / sizeof contents[0]; i++) {
      size_t n;
      (void)sv_values_of(d->graph, node, contents[i], &n);
      all += n;
    }
    tally.looked_at++;
    if (all > 0)
      continue;
    tally.faults++;
    sv_node_find(ctx, d,
                 &(struct sv_node_fault){ .node = node,
                                          .message = N_("The catalogue is empty."),
                                          .expected = "dcat:dataset, dcat:service",
                                          .hint = N_("Name the data sets and data services that "
                                                     "the catalogue is of.") });
  }
  return sv_describe_outcome(tally.looked_at, tally.faults);
}

enum sv_outcome sv_org_terms_of_access(struct sv_ctx *ctx)
{
  static const char *const classes[] = { DCAT "Dataset", DCAT "DataService" };
  static const char *const ways[] = { DCT "rights", ODRL "hasPolicy", DCAT "landingPage",
                                      DCATNO "accessRequestURL" };
  enum sv_outcome outcome;
  struct sv_tally tally = { 0 };
  const struct sv_description *d = sv_describe(ctx, &outcome);
  const sv_term p = d ? sv_graph_find_iris(d->graph, DCT "accessRights") : 0;
  const sv_term right = d ? sv_graph_find_iris(d->graph, RESTRICTED) : 0;
  for (size_t c = 0; p && right && c < 2; c++) {
    struct sv_nodes nodes = sv_nodes_of(d->graph, classes[c]);
    for (sv_term node; (node = sv_nodes_next(&nodes));) {
      size_t all = 0;
      for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        size_t n;
        (void)sv_values_of(d->graph, node, ways[i], &n);
        all += n;
      }
      if (!sv_graph_find(d->graph, node, p, right))
        continue;
      tally.looked_at++;
      tally.faults += all == 0;
      if (all == 0)
        sv_node_find(ctx, d,
                     &(struct sv_node_fault){ .node = node,
                                              .message = N_("Access is restricted, and nothing "
                                                            "shows on which terms it is given."),
                                              .expected = "dct:rights, odrl:hasPolicy, "
                                                          "dcat:landingPage, "
                                                          "dcatno:accessRequestURL",
                                              .hint = N_("Refer to the agreement or the terms, or "
                                                         "to the page that tells of them.") });
    }
  }
  return d ? sv_describe_outcome(tally.looked_at, tally.faults) : outcome;
}
