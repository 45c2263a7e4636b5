// SPDX-License-Identifier: Apache-2.0
/* Status, availability and version of data and services, as descriptions state them. */
#include "plugins/organisational/organisational.h"

#include "plugins/describe/circle.h"
#include "plugins/describe/names.h"
#include "plugins/describe/rule.h"

#include <string.h>

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
static void judge_older(struct sv_judging *j, sv_term node)
{
  size_t n;
  const struct sv_triple *values = sv_values_of(j->g, node, OWL "versionInfo", &n);
  if (n == 0)
    return;
  j->looked_at++;
  sv_judging_find_value(j, values, OWL "versionInfo",
                        (struct sv_node_fault){ .message = N_("The version stands in a property of "
                                                              "the older "
                                                              "profile."),
                                                .expected = "dcat:version",
                                                .hint = HINT_VERSION });
}

enum sv_outcome sv_org_version(struct sv_ctx *ctx)
{
  static const char *const owners[] = { DCAT "Dataset", DCAT "DataService", NULL };
  const struct sv_property_rule rules[] = {
    { .property = DCAT "version", .kinds = SV_VALUE_LITERAL, .hint = HINT_VERSION },
    { .classes = datasets, .property = DCAT "version", .max = 1, .hint = HINT_VERSION },
    { .property = ADMS "versionNotes", .kinds = SV_VALUE_TAGGED, .hint = HINT_VERSION },
  };
  const char *profile = json_string_value(ctx->sv->param(ctx, "dcat-ap-no"));
  enum sv_outcome outcome;
  struct sv_judging j;
  if (!sv_judging_begin(&j, ctx, NULL, &outcome))
    return outcome;
  for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
    sv_judging_rule(&j, &rules[i]);
  if (!profile || strcmp(profile, "2.2") != 0)
    sv_judging_nodes(&j, owners, judge_older);
  return sv_judging_end(&j);
}

static void count_replaced(struct sv_judging *j, const struct sv_triple *t)
{
  (void)t;
  j->looked_at++;
}

static void find_replaced(struct sv_judging *j, const struct sv_triple *t)
{
  sv_judging_find_value(j, t, DCT "replaces",
                        (struct sv_node_fault){ .message = N_("It is said to replace itself."),
                                                .hint = N_("Let the newer one replace the older "
                                                           "one, and not the "
                                                           "other way too.") });
}

static void judge_change(struct sv_judging *j, const struct sv_triple *t)
{
  static const char *const links[] = { ADMS "versionNotes", DCT "replaces", DCAT "hasVersion",
                                       NULL };
  size_t n;
  const struct sv_triple *versions = sv_values_of(j->g, t->s, DCAT "version", &n);
  j->looked_at++;
  if (t == versions && sv_count_of_all(j->g, t->s, links) == 0)
    sv_judging_find(j, (struct sv_node_fault){ .node = t->s,
                                               .message = N_("There is a version, and nothing "
                                                             "tells what is new in "
                                                             "it."),
                                               .expected = "adms:versionNotes, dct:replaces, "
                                                           "dcat:hasVersion",
                                               .hint = N_("Tell what is new in "
                                                          "adms:versionNotes.") });
}

enum sv_outcome sv_org_change_log(struct sv_ctx *ctx)
{
  static const char *const version[] = { DCAT "version", NULL };
  static const char *const replaced[] = { DCT "replaces", NULL };
  enum sv_outcome outcome;
  struct sv_judging j;
  if (!sv_judging_begin(&j, ctx, NULL, &outcome))
    return outcome;
  sv_judging_values(&j, version, judge_change);
  sv_judging_values(&j, replaced, count_replaced);
  if (!sv_judging_circles(&j, DCT "replaces", NULL, find_replaced))
    return SV_CANT_TELL;
  return sv_judging_end(&j);
}
