// SPDX-License-Identifier: Apache-2.0
/* The API that is judged, and what the catalogue says of it. */
#include "plugins/organisational/organisational.h"

#include "plugins/describe/api.h"
#include "plugins/describe/names.h"
#include "plugins/describe/rule.h"

#include <string.h>

static bool judge_registered(struct sv_ctx *ctx, const struct sv_description *d,
                             const struct sv_api *api, bool *looked_at)
{
  *looked_at = true;
  if (sv_api_service(ctx, d->graph, api))
    return true;
  sv_find(ctx, .outcome = SV_FAILED, .message = N_("The API is not in the catalogue."),
          .where.url = d->artifact->url,
          .expected = N_("a dcat:DataService with the address of the API or of its description"),
          .actual = api->artifact->url, .evidence = d->artifact->evidence,
          .hint = N_("Describe the API as a data service in the catalogue, with "
                     "dcat:endpointURL."));
  return false;
}

static bool judge_version(struct sv_ctx *ctx, const struct sv_description *d,
                          const struct sv_api *api, bool *looked_at)
{
  size_t n = 0;
  const sv_term service = sv_api_service(ctx, d->graph, api);
  const char *version = sv_api_text(ctx, api, sv_api_at(api, "/info/version"));
  const struct sv_triple *values =
      service ? sv_values_of(d->graph, service, DCAT "version", &n) : NULL;
  *looked_at = version[0] && n > 0;
  if (!*looked_at)
    return true;
  for (size_t i = 0; i < n; i++)
    if (sv_term_kind(values[i].o) == SV_TERM_LITERAL &&
        strcmp(sv_graph_text(d->graph, values[i].o, NULL), version) == 0)
      return true;
  sv_node_find(ctx, d,
               &(struct sv_node_fault){ .node = service,
                                        .predicate = DCAT "version",
                                        .line = values,
                                        .value = values->o,
                                        .message = N_("The catalogue states another version than "
                                                      "the API description."),
                                        .expected = ctx->sv->format(ctx, "%s", version),
                                        .hint = N_("Let one source give the version to both.") });
  return false;
}

typedef bool judge_pair(struct sv_ctx *ctx, const struct sv_description *d,
                        const struct sv_api *api, bool *looked_at);

static enum sv_outcome judge_pairs(struct sv_ctx *ctx, judge_pair *judge)
{
  enum sv_outcome outcome;
  struct sv_tally tally = { 0 };
  struct sv_api api;
  const struct sv_description *d = sv_describe(ctx, &outcome);
  for (size_t i = 0; d && sv_api_nth(ctx, i, &api); i++) {
    bool looked_at = false;
    if (api.doc)
      tally.faults += !judge(ctx, d, &api, &looked_at);
    tally.looked_at += looked_at;
    sv_api_free(&api);
  }
  return d ? sv_describe_outcome(tally.looked_at, tally.faults) : outcome;
}

enum sv_outcome sv_org_api_in_catalogue(struct sv_ctx *ctx)
{
  return judge_pairs(ctx, judge_registered);
}

enum sv_outcome sv_org_same_version(struct sv_ctx *ctx)
{
  return judge_pairs(ctx, judge_version);
}
