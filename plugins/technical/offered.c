// SPDX-License-Identifier: Apache-2.0
/* What issuers offer in their metadata: grants, response types, assurance levels, and endpoints
 * that may be there. Rules of one issuer are applied to that issuer alone. */
#include "plugins/technical/checks.h"
#include "plugins/technical/issuer.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"
#include "engines/base/uri.h"

#include <stdlib.h>
#include <string.h>

static const char *const from_elsewhere[] = { "Origin: https://samsvar-probe.invalid", NULL };

typedef bool concerns(struct sv_ctx *ctx, const char *issuer);

/* One thing that the metadata should say; FAULT gives what it says instead, or NULL. */
struct offer {
  concerns *whom; /* NULL: every issuer */
  const char *member;
  const char *(*fault)(struct sv_ctx *ctx, const json_t *metadata, const char *member);
  const char *message, *expected, *hint;
};

static enum sv_outcome judge(struct sv_ctx *ctx, const struct offer *x)
{
  enum sv_outcome outcome;
  const struct sv_response *r = tec_get(ctx);
  json_t *j = tec_json_document(ctx, r, &outcome);
  if (!json_is_object(j)) {
    json_decref(j);
    return j ? SV_INAPPLICABLE : outcome;
  }
  const char *issuer = json_string_value(json_object_get(j, "issuer"));
  const char *fault = NULL;
  outcome = SV_INAPPLICABLE;
  if (!x->whom || x->whom(ctx, issuer)) {
    fault = x->fault(ctx, j, x->member);
    outcome = SV_PASSED;
  }
  if (fault)
    outcome = tec_fail(ctx, r, NULL, .message = x->message,
                       .where.json_pointer = ctx->sv->format(ctx, "/%s", x->member),
                       .expected = x->expected, .actual = fault, .hint = x->hint);
  json_decref(j);
  return outcome;
}

/* The member on one line, "" when it is not there. */
static const char *show(struct sv_ctx *ctx, const json_t *j, const char *member)
{
  const json_t *value = json_object_get(j, member);
  char *text = value ? json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY) : NULL;
  const char *copy = ctx->sv->format(ctx, "%s", text ? text : "");
  free(text);
  return copy;
}

static bool has(const json_t *list, const char *word)
{
  size_t i;
  json_t *v;
  json_array_foreach(list, i, v)
  {
    if (json_is_string(v) && strcmp(json_string_value(v), word) == 0)
      return true;
  }
  return false;
}

static const char *no_jwt_bearer(struct sv_ctx *ctx, const json_t *j, const char *member)
{
  const bool there = has(json_object_get(j, member), "urn:ietf:params:oauth:grant-type:jwt-bearer");
  return there ? NULL : show(ctx, j, member);
}

/* TEC-AUT-30 */
enum sv_outcome tec_jwt_bearer(struct sv_ctx *ctx)
{
  static const struct offer x = {
    .whom = tec_is_maskinporten,
    .member = "grant_types_supported",
    .fault = no_jwt_bearer,
    .message = N_("The grant by signed JWT is not offered."),
    .expected = "urn:ietf:params:oauth:grant-type:jwt-bearer",
    .hint = N_("List the JWT bearer grant (RFC 7523) in grant_types_supported."),
  };
  return judge(ctx, &x);
}

static const char *not_only_code(struct sv_ctx *ctx, const json_t *j, const char *member)
{
  const json_t *list = json_object_get(j, member);
  return has(list, "code") && json_array_size(list) == 1 ? NULL : show(ctx, j, member);
}

/* TEC-AUT-34 */
enum sv_outcome tec_only_code(struct sv_ctx *ctx)
{
  static const struct offer x = {
    .member = "response_types_supported",
    .fault = not_only_code,
    .message = N_("Other response types than code are offered."),
    .expected = "[\"code\"]",
    .hint = N_("Offer the code flow alone."),
  };
  return judge(ctx, &x);
}

static const char *lacks_levels(struct sv_ctx *ctx, const json_t *j, const char *member)
{
  const json_t *list = json_object_get(j, member);
  return has(list, "idporten-loa-substantial") && has(list, "idporten-loa-high")
             ? NULL
             : show(ctx, j, member);
}

/* TEC-AUT-35 */
enum sv_outcome tec_assurance_levels(struct sv_ctx *ctx)
{
  static const struct offer x = {
    .whom = tec_is_idporten,
    .member = "acr_values_supported",
    .fault = lacks_levels,
    .message = N_("The assurance levels are not listed."),
    .expected = "idporten-loa-substantial, idporten-loa-high",
    .hint = N_("List the levels in acr_values_supported."),
  };
  return judge(ctx, &x);
}

static const char *no_https(struct sv_ctx *ctx, const json_t *j, const char *member)
{
  const char *url = json_string_value(json_object_get(j, member));
  const bool good =
      url && sv_starts_with(url, "https://") && sv_uri_is_absolute(url, strlen(url), false);
  return good ? NULL : show(ctx, j, member);
}

/* TEC-AUT-36 */
enum sv_outcome tec_pushed_requests(struct sv_ctx *ctx)
{
  static const struct offer x = {
    .member = "pushed_authorization_request_endpoint",
    .fault = no_https,
    .message = N_("Pushed authorization requests are not offered."),
    .expected = "https://",
    .hint = N_("Let clients push their requests (RFC 9126), so that nothing can be changed on the "
               "way through the browser."),
  };
  return judge(ctx, &x);
}

static const char *is_not_true(struct sv_ctx *ctx, const json_t *j, const char *member)
{
  return json_is_true(json_object_get(j, member)) ? NULL : show(ctx, j, member);
}

/* TEC-AUT-37 */
enum sv_outcome tec_issuer_parameter(struct sv_ctx *ctx)
{
  static const struct offer x = {
    .member = "authorization_response_iss_parameter_supported",
    .fault = is_not_true,
    .message = N_("That answers name their issuer is not signalled."),
    .expected = "true",
    .hint = N_("Send iss in authorization responses and say so in the metadata (RFC 9207)."),
  };
  return judge(ctx, &x);
}

/* TEC-AUT-38 */
enum sv_outcome tec_logout_endpoint(struct sv_ctx *ctx)
{
  static const struct offer x = {
    .whom = tec_is_idporten,
    .member = "end_session_endpoint",
    .fault = no_https,
    .message = N_("The address for signing out is not published."),
    .expected = "https://",
    .hint = N_("Write end_session_endpoint in the metadata."),
  };
  return judge(ctx, &x);
}

static const char *is_unbound(struct sv_ctx *ctx, const json_t *j, const char *member)
{
  const bool mtls = json_is_true(json_object_get(j, "tls_client_certificate_bound_access_tokens"));
  return mtls || json_array_size(json_object_get(j, member)) > 0 ? NULL : show(ctx, j, member);
}

/* TEC-AUT-73 */
enum sv_outcome tec_sender_bound(struct sv_ctx *ctx)
{
  static const struct offer x = {
    .member = "dpop_signing_alg_values_supported",
    .fault = is_unbound,
    .message = N_("Tokens cannot be bound to the client that asked for them."),
    .expected = "dpop_signing_alg_values_supported, tls_client_certificate_bound_access_tokens",
    .hint = N_("Offer DPoP or tokens bound to a client certificate, so that a stolen token opens "
               "nothing."),
  };
  return judge(ctx, &x);
}

/* TEC-AUT-71: CORS at the authorization endpoint, with GET and with OPTIONS. */
static enum sv_outcome judge_cors(struct sv_ctx *ctx, const char *url)
{
  static const char *const methods[] = { "GET", "OPTIONS" };
  enum sv_outcome outcome = SV_PASSED;
  for (size_t i = 0; i < 2 && outcome == SV_PASSED; i++) {
    const struct sv_response *r =
        sv_http(ctx, .url = url, .method = methods[i], .headers = from_elsewhere, .credential = "");
    if (r->error)
      return sv_no_answer(ctx, r);
    if (r->status == 429 || r->status == 503)
      return tec_judge_answer(ctx, r);
    const char *origin = sv_header(r, "Access-Control-Allow-Origin");
    if (origin)
      return tec_fail(ctx, r, NULL,
                      .message = N_("Scripts of other sites may read the authorization endpoint."),
                      .where.header = "Access-Control-Allow-Origin",
                      .expected = N_("no such field"), .actual = origin,
                      .hint = N_("Take CORS off the authorization endpoint: browsers are sent "
                                 "there, scripts are not."));
    outcome = tec_shows_none(ctx, r);
  }
  return outcome;
}

enum sv_outcome tec_authorize_cors(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_response *r = tec_get(ctx);
  json_t *j = tec_json_document(ctx, r, &outcome);
  const char *own = json_string_value(json_object_get(j, "authorization_endpoint"));
  const char *url = own ? tec_resolve(ctx, r->url, own) : NULL;
  if (j)
    outcome = url ? judge_cors(ctx, url) : SV_INAPPLICABLE;
  json_decref(j);
  return outcome;
}
