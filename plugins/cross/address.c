// SPDX-License-Identifier: Apache-2.0
/* Where the API is: what the description, the API itself and the list of APIs say. */
#include "plugins/cross/cross.h"

#include "engines/base/uri.h"
#include "engines/http/fields.h"
#include "engines/http/problem.h"
#include "plugins/cross/compare.h"

#include <samsvar/helpers.h>
#include <stdbool.h>

enum { URL_MAX = 4096 };

/* REF resolved against BASE, as long-lived as the check. */
static const char *absolute(struct sv_ctx *ctx, const char *base, const char *ref, size_t size)
{
  struct sv_buf out = SV_BUF(URL_MAX);
  const char *url = "";
  if (sv_uri_resolve(base, strlen(base), ref, size, &out) == SV_OK)
    url = ctx->sv->format(ctx, "%s", sv_buf_text(&out));
  sv_buf_free(&out);
  return url;
}

enum sv_outcome sv_cross_server_url(struct sv_ctx *ctx)
{
  const char *api = sv_cross_endpoint(ctx, "api");
  const json_t *fact = sv_cross_fact(ctx, "server-url", 0);
  if (!api || !fact)
    return SV_INAPPLICABLE;
  const char *named = "";
  for (size_t i = 0; (fact = sv_cross_fact(ctx, "server-url", i)); i++) {
    const char *document = sv_cross_text(json_object_get(fact, "where"), "url");
    const char *value = sv_cross_text(fact, "value");
    const char *server = absolute(ctx, document, value, strlen(value));
    if (sv_cross_is_below(api, server))
      return SV_PASSED;
    named = ctx->sv->format(ctx, "%s%s%s", named, named[0] ? ", " : "", server);
  }
  sv_cross_contradiction(ctx, N_("The API description names other servers than the one that is tested."),
                         (struct sv_place){ .url = sv_cross_endpoint(ctx, "openapi"), .json_pointer = "/servers" }, api,
                         named, N_("Add the address to servers, or test the address that is named there."), 0);
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
    named = absolute(ctx, r->url, link.target.data, link.target.size);
    if (sv_cross_same_address(named, openapi))
      return SV_PASSED;
  }
  sv_cross_contradiction(ctx,
                         named[0] ? N_("The API points to another description than the one that is tested.")
                                  : N_("The API does not point to its description."),
                         (struct sv_place){ .url = r->url, .header = "Link" },
                         ctx->sv->format(ctx, "<%s>; rel=\"service-desc\"", openapi),
                         named[0] ? named : N_("no such link"),
                         N_("Send a Link field with rel=service-desc (RFC 8631) from the API's root."), r->evidence);
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
  l->found = l->found || sv_cross_is_below(l->api, anchor[0] ? anchor : href) ||
             (item && (sv_cross_is_below(l->api, href) || (l->openapi && sv_cross_same_address(href, l->openapi))));
  return !l->found;
}

enum sv_outcome sv_cross_api_catalog(struct sv_ctx *ctx)
{
  struct listing l = { .api = sv_cross_endpoint(ctx, "api"), .openapi = sv_cross_endpoint(ctx, "openapi") };
  if (!l.api)
    return SV_INAPPLICABLE;
  const struct sv_response *r = sv_http(ctx, .url = absolute(ctx, l.api, "/.well-known/api-catalog", 24),
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
  sv_cross_contradiction(ctx, N_("The list of APIs of this host does not have the API that is tested."),
                         (struct sv_place){ .url = r->url }, l.api, N_("only other APIs"),
                         N_("Add the API to /.well-known/api-catalog (RFC 9727)."), r->evidence);
  return SV_FAILED;
}
