// SPDX-License-Identifier: Apache-2.0
/* How the parts of a data catalogue hang together. */
#include "plugins/describe/describe.h"
#include "plugins/describe/names.h"
#include "plugins/semantic/semantic.h"

static size_t count_incoming(const struct sv_graph *g, const char *property, sv_term node)
{
  size_t n = 0;
  const sv_term p = sv_graph_find_iris(g, property);
  if (p)
    (void)sv_graph_subjects(g, p, node, &n);
  return n;
}

enum sv_outcome sv_sem_distribution_owner(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  size_t looked_at = 0, faults = 0;
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  struct sv_nodes nodes = sv_nodes_of(d->graph, DCAT "Distribution");
  for (sv_term node; (node = sv_nodes_next(&nodes)); looked_at++) {
    if (count_incoming(d->graph, DCAT "distribution", node) ||
        count_incoming(d->graph, ADMS "sample", node))
      continue;
    faults++;
    sv_node_find(ctx, d,
                 &(struct sv_node_fault){ .node = node,
                                          .message = N_("The distribution belongs to no data set."),
                                          .expected = N_("a data set with dcat:distribution or "
                                                         "adms:sample to it"),
                                          .hint = N_("Refer to the distribution from its data set, "
                                                     "or take it away.") });
  }
  return sv_describe_outcome(looked_at, faults);
}

enum sv_outcome sv_sem_dataset_offer(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  size_t looked_at = 0, faults = 0;
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  struct sv_nodes nodes = sv_nodes_of(d->graph, DCAT "Dataset");
  for (sv_term node; (node = sv_nodes_next(&nodes)); looked_at++) {
    size_t distributions, pages;
    (void)sv_values_of(d->graph, node, DCAT "distribution", &distributions);
    (void)sv_values_of(d->graph, node, DCAT "landingPage", &pages);
    if (distributions || pages || count_incoming(d->graph, DCAT "servesDataset", node))
      continue;
    faults++;
    sv_node_find(ctx, d,
                 &(struct sv_node_fault){ .node = node,
                                          .message = N_("The data set offers no way to the data."),
                                          .expected = "dcat:distribution, dcat:servesDataset, "
                                                      "dcat:landingPage",
                                          .hint = N_("Describe a distribution, tie the data set to "
                                                     "a service, or give the page where access is "
                                                     "asked for.") });
  }
  return sv_describe_outcome(looked_at, faults);
}
