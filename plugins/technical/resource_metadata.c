// SPDX-License-Identifier: Apache-2.0
/* Metadata of protected resources (RFC 9728). */
#include "plugins/technical/checks.h"
#include "plugins/technical/secured.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"

#include <string.h>

#define WELL_KNOWN "/.well-known/oauth-protected-resource"

/* Where the challenge of the 401 says that the metadata are, else the usual place for the endpoint
 * (RFC 9728 3.1). */
static const char *metadata_url(struct sv_ctx *ctx, const char *secured)
{
  const struct sv_response *r = sv_http(ctx, .url = secured, .credential = "");
  size_t count = 0;
  struct sv_challenge bearer;
  const struct sv_param *said =
      !r->error && tec_challenges(r, &count, &bearer) && bearer.scheme.data
          ? sv_params_find(&bearer.params, "resource_metadata")
          : NULL;
  const char *origin = tec_origin(ctx, secured);
  const char *url = said ? tec_copy(ctx, said->value) : NULL;
  if (url && strncmp(url, origin, strlen(origin)) == 0)
    return url;
  const char *path = secured + strlen(origin);
  return ctx->sv->format(ctx, "%s" WELL_KNOWN "%.*s", origin,
                         path[0] == '/' && !path[1] ? 0 : (int)strcspn(path, "?#"), path);
}

/* The identifier that the address stands for: without the well-known part (RFC 9728 3.3). */
static const char *identifier(struct sv_ctx *ctx, const char *url)
{
  const char *at = strstr(url, WELL_KNOWN);
  return at ? ctx->sv->format(ctx, "%.*s%s", (int)(at - url), url, at + strlen(WELL_KNOWN)) : url;
}

/* What is wrong with the metadata J, and what it should be; NULL: nothing. */
static const char *fault_of(const json_t *j, const char *wanted, const char **expected)
{
  const char *resource = json_string_value(json_object_get(j, "resource"));
  *expected = wanted;
  if (!resource || strcmp(resource, wanted) != 0)
    return "resource";
  size_t i;
  json_t *server;
  *expected = "https://";
  json_array_foreach(json_object_get(j, "authorization_servers"), i, server)
  {
    const char *url = json_string_value(server);
    if (url && sv_starts_with(url, "https://"))
      return NULL;
  }
  return "authorization_servers";
}

static enum sv_outcome judge(struct sv_ctx *ctx, const struct sv_response *r, const char *url)
{
  const char *expected = "application/json";
  json_t *j = tec_is_json(r) ? tec_json(r, 0, NULL) : NULL;
  const char *fault = j ? fault_of(j, identifier(ctx, url), &expected) : "Content-Type";
  const char *actual = json_string_value(json_object_get(j, fault ? fault : ""));
  enum sv_outcome outcome = SV_PASSED;
  if (fault)
    outcome = tec_fail(ctx, r, tec_arg("member", fault),
                       .message = N_("The metadata of the protected resource has the wrong "
                                     "{member}."),
                       .where.json_pointer = ctx->sv->format(ctx, "/%s", fault),
                       .expected = expected, .actual = actual ? actual : "",
                       .hint = N_("Write resource exactly as clients call it, and name the issuer "
                                  "with https."));
  json_decref(j);
  return outcome;
}

/* TEC-AUT-25 */
enum sv_outcome tec_resource_metadata(struct sv_ctx *ctx)
{
  const char *secured = tec_secured_url(ctx);
  if (!secured)
    return SV_INAPPLICABLE;
  const char *url = metadata_url(ctx, secured);
  const struct sv_response *r = sv_http(ctx, .url = url, .follow = 5, .credential = "");
  /* What tells where to get a token is of no use to those who have one already. */
  if (!r->error && r->status >= 401 && r->status <= 410)
    return tec_fail(ctx, r, NULL, .message = N_("The protected resource publishes no metadata."),
                    .expected = "200", .actual = ctx->sv->format(ctx, "%d", r->status),
                    .hint = N_("Publish which issuers and scopes the API uses, at "
                               "/.well-known/oauth-protected-resource."));
  const enum sv_outcome outcome = tec_judge_ready(ctx, r);
  return outcome == TEC_READY ? judge(ctx, r, url) : outcome;
}
