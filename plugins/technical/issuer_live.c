// SPDX-License-Identifier: Apache-2.0
/* What an issuer answers to requests that it must refuse: at the authorization endpoint for the
 * client that the target names (samples `client-id` and `redirect-uri`), at the token endpoint, and
 * at introspection. */
#include "plugins/technical/checks.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"

#include <string.h>

#define CHALLENGE "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM" /* RFC 7636, Appendix B */

static const char *const form[] = { "Content-Type: application/x-www-form-urlencoded",
                                    "Accept: application/json", NULL };

/* The address in member NAME of the endpoint's metadata, or NULL with an outcome. */
static const char *endpoint_of(struct sv_ctx *ctx, const char *name, enum sv_outcome *outcome)
{
  const struct sv_response *r = tec_get(ctx);
  json_t *j = tec_json_document(ctx, r, outcome);
  const char *own = json_string_value(json_object_get(j, name));
  const char *url = own ? tec_resolve(ctx, r->url, own) : NULL;
  if (j)
    *outcome = SV_INAPPLICABLE;
  json_decref(j);
  return url;
}

/* An authorization request of the target's client, sent to REDIRECT with MORE parameters; NULL with
 * an outcome. */
static const struct sv_response *authorize(struct sv_ctx *ctx, const char *suffix, const char *more,
                                           enum sv_outcome *outcome)
{
  const char *client = tec_sample_text(ctx, "client-id");
  const char *redirect = tec_sample_text(ctx, "redirect-uri");
  *outcome = SV_INAPPLICABLE;
  const char *url = client && redirect ? endpoint_of(ctx, "authorization_endpoint", outcome) : NULL;
  if (!url)
    return NULL;
  const char *to = ctx->sv->format(ctx, "%s%s", redirect, suffix);
  url = ctx->sv->format(ctx,
                        "%s%cresponse_type=code&client_id=%s&redirect_uri=%s&scope=openid&state="
                        "samsvar-probe-state&nonce=samsvar-probe-nonce%s",
                        url, strchr(url, '?') ? '&' : '?', tec_encoded(ctx, client),
                        tec_encoded(ctx, to), more);
  const struct sv_response *r = sv_http(ctx, .url = url, .credential = "");
  if (!r->error && r->status != 429 && r->status != 503)
    return r;
  *outcome = r->error ? sv_no_answer(ctx, r) : tec_judge_answer(ctx, r);
  return NULL;
}

/* TEC-AUT-69 */
enum sv_outcome tec_other_redirect(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_response *r = authorize(
      ctx, "/samsvar", "&code_challenge=" CHALLENGE "&code_challenge_method=S256", &outcome);
  if (!r)
    return outcome;
  const char *altered = ctx->sv->format(ctx, "%s/samsvar", tec_sample_text(ctx, "redirect-uri"));
  const char *location = sv_header(r, "Location");
  if (!location || !sv_starts_with(location, altered))
    return SV_PASSED;
  return tec_fail(ctx, r, NULL,
                  .message = N_("The issuer sends the browser to an address that is not "
                                "registered."),
                  .where.header = "Location", .expected = N_("an error page of the issuer's own"),
                  .actual = altered,
                  .hint = N_("Compare redirect_uri with the registered ones, character by "
                             "character."));
}

/* TEC-AUT-70. A refusal is an error page, or the error sent back to the client. */
enum sv_outcome tec_without_pkce(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_response *r = authorize(ctx, "", "", &outcome);
  if (!r)
    return outcome;
  const char *location = sv_header(r, "Location");
  const bool is_sent_back =
      r->status >= 300 && r->status <= 399 && location && strstr(location, "error=invalid_request");
  if (is_sent_back || (r->status >= 400 && r->status <= 499))
    return SV_PASSED;
  return tec_fail(ctx, r, tec_arg_number("status", r->status),
                  .message = N_("A login without PKCE is let through: status {status}."),
                  .expected = "error=invalid_request",
                  .actual = location ? location : ctx->sv->format(ctx, "%d", r->status),
                  .hint = N_("Require code_challenge with S256 of every client, and answer "
                             "invalid_request without it."));
}

/* POST of BODY to the member NAME of the metadata with CREDENTIAL; NULL with an outcome. Nothing is
 * sent unless requests that may change data are allowed. */
static const struct sv_response *post(struct sv_ctx *ctx, const char *name, const char *body,
                                      const char *credential, enum sv_outcome *outcome)
{
  *outcome = SV_INAPPLICABLE;
  const bool may = json_is_true(json_object_get(ctx->sv->target(ctx), "unsafe"));
  const char *url = may ? endpoint_of(ctx, name, outcome) : NULL;
  if (!url)
    return NULL;
  const struct sv_response *r =
      sv_http(ctx, .method = "POST", .url = url, .headers = form, .body = body,
              .body_size = strlen(body), .credential = credential);
  if (!r->error && r->status != 429 && r->status != 503)
    return r;
  *outcome = r->error ? sv_no_answer(ctx, r) : tec_judge_answer(ctx, r);
  return NULL;
}

/* TEC-AUT-55, the issuer's side: RFC 6749 5.2. */
enum sv_outcome tec_token_error(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_response *r = post(ctx, "token_endpoint", "grant_type=samsvar", "", &outcome);
  if (!r)
    return outcome;
  json_t *j = tec_is_json(r) ? tec_json(r, 0, NULL) : NULL;
  const bool named = json_string_length(json_object_get(j, "error")) > 0;
  json_decref(j);
  if (named && (r->status == 400 || r->status == 401))
    return SV_PASSED;
  return tec_fail(ctx, r, tec_arg_number("status", r->status),
                  .message = N_("A token request that is wrong is not answered with an error in "
                                "JSON: status {status}."),
                  .expected = "400, {\"error\":\"unsupported_grant_type\"}",
                  .actual = sv_header(r, "Content-Type"),
                  .hint = N_("Answer 400 with error and error_description as JSON (RFC 6749 "
                             "section "
                             "5.2)."));
}

/* TEC-AUT-26, with the credential in samples.introspection-credential. */
enum sv_outcome tec_introspection(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const char *credential = tec_sample_text(ctx, "introspection-credential");
  if (!credential)
    return SV_INAPPLICABLE;
  const struct sv_response *r =
      post(ctx, "introspection_endpoint", "token=samsvar-invalid", credential, &outcome);
  if (!r)
    return outcome;
  if (r->status == 401 || r->status == 403)
    return tec_judge_answer(ctx, r);
  json_t *j = tec_is_json(r) ? tec_json(r, 0, NULL) : NULL;
  const bool inactive = json_is_false(json_object_get(j, "active"));
  json_decref(j);
  if (inactive && r->status == 200)
    return SV_PASSED;
  return tec_fail(ctx, r, tec_arg_number("status", r->status),
                  .message = N_("Introspection of a token that does not exist does not say that it "
                                "is inactive: status {status}."),
                  .where.json_pointer = "/active", .expected = "{\"active\":false}",
                  .actual = ctx->sv->format(ctx, "%d", r->status),
                  .hint = N_("Answer 200 with {\"active\":false} as JSON for every token that is "
                             "not good (RFC 7662 section 2.2)."));
}
