// SPDX-License-Identifier: Apache-2.0
/* Status, availability and version of data and services, as descriptions state them. */
#include "plugins/organisational/organisational.h"

#include "plugins/describe/names.h"
#include "plugins/describe/rule.h"

#include <string.h>

enum { CHAIN_MAX = 64 };

static const char *const distributions[] = { DCAT "Distribution", NULL };
static const char *const stated_classes[] = { DCAT "Distribution", DCAT "DataService", NULL };
static const char *const datasets[] = { DCAT "Dataset", NULL };

#define HINT_STATUS N_("Use one code of the EU list: COMPLETED, DEPRECATED, DEVELOP or WITHDRAWN.")
#define HINT_AVAILABILITY                                                                          \
  N_("Use one code of the EU list: AVAILABLE, EXPERIMENTAL, STABLE or TEMPORARY.")
#define HINT_VERSION N_("State one version in dcat:version, and what is new in tagged text.")

enum sv_outcome sv_org_status(struct sv_ctx *ctx)
{
  return sv_judge_property(ctx, &(struct sv_property_rule){ .property = ADMS "status",
                                                            .max = 1,
                                                            .kinds = SV_VALUE_IRI,
                                                            .vocabulary = "eu-distribution-status",
                                                            .hint = HINT_STATUS });
}

enum sv_outcome sv_org_status_stated(struct sv_ctx *ctx)
{
  return sv_judge_property(ctx, &(struct sv_property_rule){ .classes = distributions,
                                                            .property = ADMS "status",
                                                            .min = 1,
                                                            .hint = HINT_STATUS });
}

enum sv_outcome sv_org_availability(struct sv_ctx *ctx)
{
  return sv_judge_property(ctx, &(struct sv_property_rule){ .property = DCATAP "availability",
                                                            .max = 1,
                                                            .kinds = SV_VALUE_IRI,
                                                            .vocabulary = "eu-planned-availability",
                                                            .hint = HINT_AVAILABILITY });
}

enum sv_outcome sv_org_availability_stated(struct sv_ctx *ctx)
{
  return sv_judge_property(ctx, &(struct sv_property_rule){ .classes = stated_classes,
                                                            .property = DCATAP "availability",
                                                            .min = 1,
                                                            .hint = HINT_AVAILABILITY });
}

/* owl:versionInfo is of DCAT-AP-NO 2.2. */
static void judge_older(struct sv_ctx *ctx, const struct sv_description *d, struct sv_tally *tally)
{
  static const char *const classes[] = { DCAT "Dataset", DCAT "DataService" };
  const char *version = json_string_value(ctx->sv->param(ctx, "dcat-ap-no"));
  if (version && strcmp(version, "2.2") == 0)
    return;
  for (size_t c = 0; c < 2; c++) {
    struct sv_nodes nodes = sv_nodes_of(d->graph, classes[c]);
    for (sv_term node; (node = sv_nodes_next(&nodes));) {
      size_t n;
      const struct sv_triple *values = sv_values_of(d->graph, node, OWL "versionInfo", &n);
      if (n == 0)
        continue;
      tally->looked_at++;
      tally->faults++;
      sv_node_find(ctx, d,
                   &(struct sv_node_fault){ .node = node,
                                            .predicate = OWL "versionInfo",
                                            .line = values,
                                            .value = values->o,
                                            .message = N_("The version stands in a property of the "
                                                          "older profile."),
                                            .expected = "dcat:version",
                                            .hint = HINT_VERSION });
    }
  }
}

enum sv_outcome sv_org_version(struct sv_ctx *ctx)
{
  const struct sv_property_rule rules[] = {
    { .property = DCAT "version", .kinds = SV_VALUE_LITERAL, .hint = HINT_VERSION },
    { .classes = datasets, .property = DCAT "version", .max = 1, .hint = HINT_VERSION },
    { .property = ADMS "versionNotes", .kinds = SV_VALUE_TAGGED, .hint = HINT_VERSION },
  };
  enum sv_outcome outcome;
  struct sv_tally tally = { 0 };
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
    sv_apply_rule(ctx, d, &rules[i], &tally);
  judge_older(ctx, d, &tally);
  return sv_describe_outcome(tally.looked_at, tally.faults);
}

/* Whether what FROM replaces leads back to NODE, by the first thing that each replaces. */
static bool leads_back(const struct sv_graph *g, sv_term from, sv_term node)
{
  for (size_t i = 0; from && i < CHAIN_MAX; i++) {
    if (from == node)
      return true;
    size_t n;
    const struct sv_triple *next = sv_values_of(g, from, DCT "replaces", &n);
    from = n ? next->o : 0;
  }
  return false;
}

static void judge_replaces(struct sv_ctx *ctx, const struct sv_description *d,
                           struct sv_tally *tally)
{
  struct sv_nodes nodes = sv_nodes_with(d->graph, DCT "replaces");
  for (sv_term node, before = 0; (node = sv_nodes_next(&nodes)); before = node) {
    size_t n = 0;
    const struct sv_triple *values =
        node == before ? NULL : sv_values_of(d->graph, node, DCT "replaces", &n);
    tally->looked_at += n > 0;
    for (size_t i = 0; values && i < n; i++) {
      if (!leads_back(d->graph, values[i].o, node))
        continue;
      tally->faults++;
      sv_node_find(ctx, d,
                   &(struct sv_node_fault){ .node = node,
                                            .predicate = DCT "replaces",
                                            .line = &values[i],
                                            .value = values[i].o,
                                            .message = N_("It is said to replace itself."),
                                            .hint = N_("Let the newer one replace the older one, "
                                                       "and not the other way too.") });
    }
  }
}

enum sv_outcome sv_org_change_log(struct sv_ctx *ctx)
{
  static const char *const links[] = { ADMS "versionNotes", DCT "replaces", DCAT "hasVersion" };
  enum sv_outcome outcome;
  struct sv_tally tally = { 0 };
  const struct sv_description *d = sv_describe(ctx, &outcome);
  if (!d)
    return outcome;
  struct sv_nodes nodes = sv_nodes_with(d->graph, DCAT "version");
  for (sv_term node, before = 0; (node = sv_nodes_next(&nodes)); before = node) {
    size_t all = 0;
    for (size_t i = 0; i < sizeof links / sizeof links[0]; i++) {
      size_t n;
      (void)sv_values_of(d->graph, node, links[i], &n);
      all += n;
    }
    tally.looked_at++;
    if (all > 0 || node == before)
      continue;
    tally.faults++;
    sv_node_find(ctx, d,
                 &(struct sv_node_fault){ .node = node,
                                          .message = N_("There is a version, and nothing tells "
                                                        "what is new in it."),
                                          .expected = "adms:versionNotes, dct:replaces, "
                                                      "dcat:hasVersion",
                                          .hint = N_("Tell what is new in adms:versionNotes.") });
  }
  judge_replaces(ctx, d, &tally);
  return sv_describe_outcome(tally.looked_at, tally.faults);
}
