// SPDX-License-Identifier: Apache-2.0
/* Change: what the description announces and what answers say. */
#include "plugins/cross/cross.h"

#include "plugins/cross/compare.h"
#include "plugins/describe/judge.h"
#include "plugins/describe/names.h"

#include <samsvar/helpers.h>
#include <stdbool.h>

#define STATUS "http://publications.europa.eu/resource/authority/distribution-status/"

/* The deprecated operations of the description against the Deprecation fields seen on the wire. An
 * operation that nobody asked for says nothing. */
enum sv_outcome sv_cross_deprecation(struct sv_ctx *ctx)
{
  bool judged = false;
  enum sv_outcome outcome = SV_PASSED;
  const json_t *seen;
  if (!sv_cross_fact(ctx, "api-description", 0)) /* nobody could read one */
    return SV_INAPPLICABLE;
  for (size_t i = 0; (seen = sv_cross_fact(ctx, "deprecation", i)); i++) {
    const json_t *described = NULL;
    for (size_t k = 0; (described = sv_cross_fact(ctx, "deprecated-operation", k)); k++)
      if (sv_cross_fits(sv_cross_text(seen, "subject"), sv_cross_text(described, "value")))
        break;
    judged = true;
    if (described)
      continue;
    outcome = SV_FAILED;
    const struct sv_side expected = { .value = "deprecated: true",
                                      .place = { .url = sv_cross_endpoint(ctx, "openapi") } };
    struct sv_side answered = sv_side_of_fact(ctx, seen);
    answered.place.url = sv_cross_text(seen, "subject");
    answered.place.header = "Deprecation";
    sv_cross_contradiction(ctx,
                           N_("An address says that it is deprecated, but the API description does "
                              "not."),
                           &expected, &answered,
                           N_("Mark the operation deprecated: true in the API description."));
  }
  const json_t *described;
  for (size_t k = 0; (described = sv_cross_fact(ctx, "deprecated-operation", k)); k++) {
    const json_t *asked = NULL;
    for (size_t i = 0; (asked = sv_cross_fact(ctx, "not-deprecated", i)); i++)
      if (sv_cross_fits(sv_cross_text(asked, "subject"), sv_cross_text(described, "value")))
        break;
    if (!asked)
      continue;
    judged = true;
    outcome = SV_FAILED;
    const struct sv_side expected = sv_side_of_fact(ctx, described);
    const struct sv_side answered = {
      .value = "—", .place = { .url = sv_cross_text(asked, "subject"), .header = "Deprecation" }
    };
    sv_cross_contradiction(ctx,
                           N_("The API description says that an operation is deprecated, but its "
                              "answer does not."),
                           &expected, &answered,
                           N_("Send Deprecation, and a Link with rel=deprecation, from the "
                              "operation."));
  }
  return judged ? outcome : SV_INAPPLICABLE;
}

/* Whether an answer from below PREFIX is told of by a fact with PREDICATE: the first, or NULL. */
static const json_t *fact_below(struct sv_ctx *ctx, const char *predicate, const char *prefix)
{
  const json_t *fact = NULL;
  for (size_t i = 0; (fact = sv_cross_fact(ctx, predicate, i)); i++)
    if (sv_is_address_below(sv_cross_text(fact, "subject"), prefix))
      break;
  return fact;
}

/* What is wrong with the service that has the endpoint T, which the catalogue says is deprecated.
 */
static void judge_deprecated(struct sv_judging *j, const struct sv_triple *t)
{
  const char *url = sv_iri_of(j->g, t->o);
  const json_t *silent = url ? fact_below(j->ctx, "not-deprecated", url) : NULL;
  j->looked_at += silent || (url && fact_below(j->ctx, "deprecation", url));
  if (!silent)
    return;
  size_t n;
  const struct sv_triple *status = sv_values_of(j->g, t->s, ADMS "status", &n);
  const struct sv_side expected = sv_side_of_triple(j->ctx, j->d, status);
  const struct sv_side answered = {
    .value = "—", .place = { .url = sv_cross_text(silent, "subject"), .header = "Deprecation" }
  };
  j->faults++;
  sv_cross_contradiction(j->ctx,
                         N_("The catalogue says that the API is deprecated, but its answers do "
                            "not."),
                         &expected, &answered,
                         N_("Send Deprecation, and a Link with rel=deprecation, from every "
                            "address of the API."));
}

static void judge_service(struct sv_judging *j, sv_term node)
{
  size_t n;
  const struct sv_triple *values = sv_values_of(j->g, node, DCAT "endpointURL", &n);
  for (size_t i = 0; sv_has_iri(j->g, node, ADMS "status", STATUS "DEPRECATED") && i < n; i++)
    judge_deprecated(j, &values[i]);
}

/* Services that a catalogue says are deprecated against the Deprecation fields seen on the wire. */
enum sv_outcome sv_cross_catalogue_deprecation(struct sv_ctx *ctx)
{
  struct sv_judging j = { .ctx = ctx };
  for (size_t i = 0; (j.d = sv_describe_nth(ctx, "dcat", i)); i++) {
    j.g = j.d->graph;
    struct sv_nodes nodes = j.g ? sv_nodes_of(j.g, DCAT "DataService") : (struct sv_nodes){ 0 };
    for (sv_term node; j.g && (node = sv_nodes_next(&nodes));)
      judge_service(&j, node);
  }
  return sv_describe_outcome(j.looked_at, j.faults);
}

enum sv_outcome sv_cross_version(struct sv_ctx *ctx)
{
  const json_t *fact = sv_cross_fact(ctx, "api-version", 0);
  const char *api = sv_cross_endpoint(ctx, "api");
  if (!fact || !api)
    return SV_INAPPLICABLE;
  const struct sv_response *r = sv_http(ctx, .url = api, .follow = 5);
  if (r->error)
    return sv_no_answer(ctx, r);
  const char *version = sv_header(r, "API-Version");
  if (!version)
    return SV_INAPPLICABLE;
  if (strcmp(version, sv_cross_text(fact, "value")) == 0)
    return SV_PASSED;
  const struct sv_side described = sv_side_of_fact(ctx, fact);
  const struct sv_side answered = sv_side_of_field(r, "API-Version", version);
  sv_cross_contradiction(ctx, N_("The answer names another version than the API description."),
                         &described, &answered,
                         N_("Publish the description of the version that is running."));
  return SV_FAILED;
}
