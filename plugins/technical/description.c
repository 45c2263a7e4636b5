// SPDX-License-Identifier: Apache-2.0
/* The OpenAPI document as a whole: that it is there and may be read, and what it tells of the
 * service. */
#include "plugins/technical/checks.h"
#include "plugins/technical/document.h"
#include "plugins/technical/technical.h"

#include <string.h>

/* TEC-DES-01 */
enum sv_outcome tec_published(struct sv_ctx *ctx)
{
  if (!*tec_endpoint_url(ctx))
    return SV_INAPPLICABLE;
  const struct sv_response *r = tec_get(ctx);
  const char *const hint = N_("Publish the OpenAPI document where the target file says, as JSON or "
                              "YAML.");
  if (sv_is_gone(r))
    return tec_fail(ctx, r, tec_arg_number("status", r->status),
                    .message = N_("There is no OpenAPI document at the address (status {status})."),
                    .expected = "200", .actual = ctx->sv->format(ctx, "%d", r->status),
                    .hint = hint);
  enum sv_outcome o;
  if (tec_any_description(ctx, &r, &o))
    return SV_PASSED;
  if (o != SV_INAPPLICABLE)
    return o;
  return tec_fail(ctx, r, NULL, .message = N_("What is at the address is no OpenAPI document."),
                  .expected = N_("a JSON or YAML document with the member openapi"),
                  .actual = sv_header(r, "Content-Type") ? sv_header(r, "Content-Type") : "",
                  .hint = hint);
}

/* TEC-DES-03 */
enum sv_outcome tec_open_description(struct sv_ctx *ctx)
{
  static const char *const headers[] = { "Origin: https://samsvar.example", NULL };
  const struct sv_response *r = tec_ask(ctx, "GET", headers);
  const enum sv_outcome o = tec_judge_ready(ctx, r);
  if (o != TEC_READY)
    return o;
  const char *v = sv_header(r, "Access-Control-Allow-Origin");
  if (v && (strcmp(v, "*") == 0 || strcmp(v, "https://samsvar.example") == 0))
    return SV_PASSED;
  return tec_fail(ctx, r, NULL,
                  .message = N_("Tools in a browser cannot read the description from another "
                                "site."),
                  .where.header = "Access-Control-Allow-Origin", .expected = "*",
                  .actual = v ? v : "",
                  .hint = N_("Send Access-Control-Allow-Origin: * with the document."));
}

/* TEC-DES-08 */
enum sv_outcome tec_semver(struct sv_ctx *ctx)
{
  static const char *const told[][2] = { { "title", "title" }, { "version", "version" } };
  enum sv_outcome outcome;
  const struct sv_response *r;
  struct sv_openapi *api = tec_description(ctx, &r, &outcome);
  if (!api)
    return outcome;
  const struct sv_openapi_node info = sv_openapi_find(api, sv_openapi_root(api), "info");
  for (size_t i = 0; i < sizeof told / sizeof told[0]; i++) {
    const struct sv_openapi_node n = sv_openapi_find(api, info, told[i][0]);
    const char *text = sv_openapi_text(api, n);
    if (text)
      sv_tell(ctx, .subject = "service", .predicate = told[i][1], .value = text,
              .where.url = r->url, .where.json_pointer = tec_pointer(ctx, n),
              .evidence = r->evidence);
  }
  return tec_by_rules(ctx, "TEC-DES-08",
                      N_("Number versions as major.minor.patch, and raise major when something "
                         "breaks."));
}

/* TEC-DES-12 */
enum sv_outcome tec_servers(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_response *r;
  struct sv_openapi *api = tec_description(ctx, &r, &outcome);
  if (!api)
    return outcome;
  size_t count;
  const struct sv_openapi_server *servers = sv_openapi_servers(api, NULL, &count);
  for (size_t i = 0; i < count; i++) {
    const char *absolute = servers[i].node.doc ? tec_resolve(ctx, r->url, servers[i].url) : NULL;
    if (absolute)
      sv_tell(ctx, .subject = "service", .predicate = "endpoint-url", .value = absolute,
              .where.url = r->url, .where.json_pointer = tec_pointer(ctx, servers[i].node),
              .evidence = r->evidence);
  }
  return tec_by_rules(ctx, "TEC-DES-12",
                      N_("List the production server, and the test server, in servers."));
}
