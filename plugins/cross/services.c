// SPDX-License-Identifier: Apache-2.0
/* Public services: who answers for them, and on which pages they are used. */
#include "plugins/cross/services.h"

#include "engines/base/ascii.h"
#include "plugins/cross/compare.h"
#include "plugins/cross/cross.h"
#include "plugins/describe/judge.h"
#include "plugins/describe/names.h"
#include "plugins/describe/own.h"

#include <string.h>

/* Hands each service to JUDGE; SV_INAPPLICABLE when nothing was looked at. */
static enum sv_outcome each_service(struct sv_ctx *ctx, sv_cross_judge_service *judge)
{
  static const char *const classes[] = { CPSV "PublicService", CPSVNO "Service" };
  struct sv_cross_services s = { .ctx = ctx };
  for (size_t n = 0; (s.d = sv_describe_nth(ctx, "cpsv", n)); n++)
    for (size_t i = 0; (s.g = s.d->graph) && i < 2; i++) {
      struct sv_nodes nodes = sv_nodes_of(s.g, classes[i]);
      for (sv_term node; (node = sv_nodes_next(&nodes));)
        judge(&s, node);
    }
  return sv_describe_outcome(s.looked_at, s.faults);
}

const struct sv_triple *sv_cross_page(const struct sv_graph *g, sv_term service, size_t n)
{
  static const char *const pages[] = { VCARD "hasURL", FOAF "homepage" };
  size_t count, urls;
  const struct sv_triple *channels = sv_values_of(g, service, CV "hasChannel", &count);
  for (size_t i = 0; i <= count; i++)
    for (size_t k = 0; k < 2; k++) {
      const sv_term node = i < count ? channels[i].o : service;
      const struct sv_triple *values = sv_values_of(g, node, pages[k], &urls);
      for (size_t u = 0; u < urls; u++) {
        const char *url = sv_iri_of(g, values[u].o);
        if (url && sv_starts_with(url, "http") && n-- == 0)
          return &values[u];
      }
    }
  return NULL;
}

/* The first that is ours, or that is not. */
static const struct sv_triple *page_of(struct sv_cross_services *s, sv_term service, bool is_own)
{
  const struct sv_triple *page;
  for (size_t n = 0; (page = sv_cross_page(s->g, service, n)); n++)
    if (sv_is_own_url(s->ctx, sv_iri_of(s->g, page->o)) == is_own)
      return page;
  return NULL;
}

static void judge_authority(struct sv_cross_services *s, sv_term service)
{
  const json_t *organisation = json_object_get(s->ctx->sv->target(s->ctx), "organisation");
  const char *own = sv_cross_text(organisation, "orgnr");
  size_t n;
  const struct sv_triple *authorities = sv_values_of(s->g, service, CV "hasCompetentAuthority", &n);
  if (!own[0] || n == 0 || !page_of(s, service, true))
    return;
  s->looked_at++;
  for (size_t i = 0; i < n; i++) {
    const char *number = sv_cross_number(s->ctx, sv_iri_of(s->g, authorities[i].o));
    if (!number || strcmp(number, own) == 0)
      return;
  }
  const struct sv_side first = sv_side_of_target("organisation.orgnr", own);
  const struct sv_side second = sv_side_of_triple(s->ctx, s->d, authorities);
  s->faults++;
  sv_cross_contradiction(s->ctx,
                         N_("The pages that are tested carry a service that is said to be another "
                            "organisation's."),
                         &first, &second,
                         N_("Correct cv:hasCompetentAuthority, or the organisation in the target "
                            "file."));
}

enum sv_outcome sv_cross_authority(struct sv_ctx *ctx)
{
  return each_service(ctx, judge_authority);
}

static void judge_channel(struct sv_cross_services *s, sv_term service)
{
  const char *web = sv_cross_endpoint(s->ctx, "web");
  const struct sv_triple *elsewhere = page_of(s, service, false);
  const bool has_own = page_of(s, service, true) != NULL;
  if (!web || !(has_own || elsewhere))
    return;
  s->looked_at++;
  if (has_own)
    return;
  const struct sv_side first = sv_side_of_target("endpoints", web);
  const struct sv_side second = sv_side_of_triple(s->ctx, s->d, elsewhere);
  s->faults++;
  sv_cross_contradiction(s->ctx,
                         N_("The description of the service sends people to other pages than those "
                            "that are tested."),
                         &first, &second,
                         N_("Correct the address of the channel, or test the pages that people are "
                            "sent to."));
}

enum sv_outcome sv_cross_channel(struct sv_ctx *ctx)
{
  return each_service(ctx, judge_channel);
}
