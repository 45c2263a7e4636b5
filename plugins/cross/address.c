// SPDX-License-Identifier: Apache-2.0
/* Where the API is: what the description, the API itself and the list of APIs say. */
#include "plugins/cross/cross.h"

#include "engines/http/fields.h"
#include "engines/http/problem.h"
#include "plugins/cross/compare.h"

#include <samsvar/helpers.h>
#include <stdbool.h>

enum sv_outcome sv_cross_server_url(struct sv_ctx *ctx)
{
  const char *api = sv_cross_endpoint(ctx, "api");
  const json_t *fact = sv_cross_fact(ctx, "server-url", 0);
  if (!api || !fact)
    return SV_INAPPLICABLE;
  struct sv_side named = sv_side_of_fact(ctx, fact);
  named.value = "";
  for (size_t i = 0; (fact = sv_cross_fact(ctx, "server-url", i)); i++) {
    const char *document = sv_cross_text(json_object_get(fact, "where"), "url");
    const char *value = sv_cross_text(fact, "value");
    const char *server = sv_cross_absolute(ctx, document, value, strlen(value));
    if (sv_is_address_below(api, server))
      return SV_PASSED;
    named.value = ctx->sv->format(ctx, "%s%s%s", named.value, named.value[0] ? ", " : "", server);
  }
  const struct sv_side tested = sv_side_of_target("endpoints", api);
  sv_cross_contradiction(
      ctx, N_("The API description names other servers than the one that is tested."), &tested,
      &named, N_("Add the address to servers, or test the address that is named there."));
  return SV_FAILED;
}

enum sv_outcome sv_cross_service_description(struct sv_ctx *ctx)
{
  const char *api = sv_cross_endpoint(ctx, "api");
  const char *openapi = sv_cross_endpoint(ctx, "openapi");
  if (!api || !openapi)
    return SV_INAPPLICABLE;
  const struct sv_response *r = sv_http(ctx, .url = api, .follow = 5);
  enum sv_outcome outcome;
  if (sv_is_no_verdict(ctx, r, &outcome))
    return outcome;
  const char *value = sv_header(r, "Link");
  struct sv_scan scan = sv_scan_of(value ? value : "", value ? strlen(value) : 0);
  struct sv_link link;
  const char *named = "";
  while (value && sv_link_next(&scan, &link) == SV_OK) {
    if (!sv_link_has_rel(&link, "service-desc"))
      continue;
    named = sv_cross_absolute(ctx, r->url, link.target.data, link.target.size);
    if (sv_is_same_address(named, openapi))
      return SV_PASSED;
  }
  const struct sv_side tested = sv_side_of_target("endpoints", openapi);
  const struct sv_side answered = sv_side_of_field(r, "Link", named[0] ? named : NULL);
  sv_cross_contradiction(ctx,
                         named[0] ? N_("The API points to another description than the one that is "
                                       "tested.")
                                  : N_("The API does not point to its description."),
                         &tested, &answered,
                         N_("Send a Link field with rel=service-desc (RFC 8631) from the API's "
                            "root."));
  return SV_FAILED;
}

struct listing {
  const char *api, *openapi;
  bool found;
};

static bool look(void *closure, const char *anchor, const char *rel, const char *href)
{
  struct listing *l = closure;
  const bool item = strcmp(rel, "item") == 0 || strcmp(rel, "service-desc") == 0;
  l->found = l->found || sv_is_address_below(l->api, anchor[0] ? anchor : href) ||
             (item && (sv_is_address_below(l->api, href) ||
                       (l->openapi && sv_is_same_address(href, l->openapi))));
  return !l->found;
}

enum sv_outcome sv_cross_api_catalog(struct sv_ctx *ctx)
{
  struct listing l = { .api = sv_cross_endpoint(ctx, "api"),
                       .openapi = sv_cross_endpoint(ctx, "openapi") };
  if (!l.api)
    return SV_INAPPLICABLE;
  const struct sv_response *r =
      sv_http(ctx, .url = sv_cross_absolute(ctx, l.api, "/.well-known/api-catalog", 24),
              .credential = "", .follow = 5);
  if (r->error)
    return sv_no_answer(ctx, r);
  json_t *document = r->status == 200 ? json_loadb(r->body, r->body_size, 0, NULL) : NULL;
  size_t index;
  const char *expected;
  if (!document || sv_linkset_fault(document, &index, &expected)) {
    json_decref(document);
    return SV_INAPPLICABLE;
  }
  sv_linkset_walk(document, look, &l);
  json_decref(document);
  if (l.found)
    return SV_PASSED;
  const struct sv_side tested = sv_side_of_target("endpoints", l.api);
  const struct sv_side listed = { .value = "linkset",
                                  .place = { .url = r->url, .line = 1 },
                                  .evidence = r->evidence };
  sv_cross_contradiction(
      ctx, N_("The list of APIs of this host does not have the API that is tested."), &tested,
      &listed, N_("Add the API to /.well-known/api-catalog (RFC 9727)."));
  return SV_FAILED;
}
