// SPDX-License-Identifier: Apache-2.0
/* How the parts of a data catalogue hang together. */
#include "plugins/describe/judge.h"
#include "plugins/describe/names.h"
#include "plugins/semantic/semantic.h"

#define ACCESS "http://publications.europa.eu/resource/authority/access-right/"

static const char *const distributions[] = { DCAT "Distribution", NULL };
static const char *const datasets[] = { DCAT "Dataset", NULL };

static size_t count_incoming(const struct sv_graph *g, const char *property, sv_term node)
{
  size_t n = 0;
  const sv_term p = sv_graph_find_iris(g, property);
  if (p)
    (void)sv_graph_subjects(g, p, node, &n);
  return n;
}

static void judge_owner(struct sv_judging *j, sv_term node)
{
  j->looked_at++;
  if (count_incoming(j->g, DCAT "distribution", node) || count_incoming(j->g, ADMS "sample", node))
    return;
  sv_judging_find(j, (struct sv_node_fault){ .node = node,
                                             .message = N_("The distribution belongs to no data "
                                                           "set."),
                                             .expected = N_("a data set with dcat:distribution or "
                                                            "adms:sample to it"),
                                             .hint = N_("Refer to the distribution from its data "
                                                        "set, or take it away.") });
}

enum sv_outcome sv_sem_distribution_owner(struct sv_ctx *ctx)
{
  return sv_judge_nodes(ctx, distributions, judge_owner, NULL);
}

/* Data that not everybody may have can be offered by the page where it is asked for. */
static bool is_behind_page(const struct sv_graph *g, sv_term node)
{
  return sv_count_of(g, node, DCAT "landingPage") &&
         (sv_has_iri(g, node, DCT "accessRights", ACCESS "RESTRICTED") ||
          sv_has_iri(g, node, DCT "accessRights", ACCESS "NON_PUBLIC"));
}

static void judge_offer(struct sv_judging *j, sv_term node)
{
  j->looked_at++;
  if (sv_count_of(j->g, node, DCAT "distribution") || is_behind_page(j->g, node) ||
      count_incoming(j->g, DCAT "servesDataset", node))
    return;
  sv_judging_find(j, (struct sv_node_fault){ .node = node,
                                             .message = N_("The data set offers no way to the "
                                                           "data."),
                                             .expected = "dcat:distribution, dcat:servesDataset, "
                                                         "dcat:landingPage",
                                             .hint = N_("Describe a distribution, tie the data set "
                                                        "to a service, or give the page "
                                                        "where access is asked for.") });
}

enum sv_outcome sv_sem_dataset_offer(struct sv_ctx *ctx)
{
  return sv_judge_nodes(ctx, datasets, judge_offer, NULL);
}
