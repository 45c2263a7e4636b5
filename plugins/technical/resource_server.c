// SPDX-License-Identifier: Apache-2.0
/* What a resource server does with tokens that are real but not for it, and with one that is. The
 * target hands them over by purpose; without one, its check does not apply. */
#include "plugins/technical/checks.h"
#include "plugins/technical/issuer.h"
#include "plugins/technical/secured.h"
#include "plugins/technical/technical.h"
#include "plugins/technical/tokens.h"

#include <string.h>

static const char hint_refuse[] = N_("Verify signature, issuer, audience, expiry and scope of "
                                     "every "
                                     "token before anything else, and answer 401.");

static bool is_success(const struct sv_response *r)
{
  return r->status >= 200 && r->status <= 299;
}

/* The secured operation called with the credential NAME, or NULL with an outcome. */
static const struct sv_response *call(struct sv_ctx *ctx, const char *url, const char *name,
                                      enum sv_outcome *outcome)
{
  *outcome = SV_INAPPLICABLE;
  if (!url || !name)
    return NULL;
  const struct sv_response *r = sv_http(ctx, .url = url, .credential = name);
  if (r->error)
    *outcome = sv_no_answer(ctx, r);
  else if (r->status == 429 || r->status == 503)
    *outcome = tec_judge_answer(ctx, r);
  else
    return r;
  return NULL;
}

/* A token of a purpose that must not open the operation: 401, or 403 where the caller is known. */
struct refusal {
  const char *purpose;
  const char *message; /* with {status} */
  const char *hint;
};

static enum sv_outcome judge_refusal(struct sv_ctx *ctx, const struct sv_response *r,
                                     const struct refusal *x)
{
  if (r->status == 401 || r->status == 403)
    return SV_PASSED;
  if (r->status == 400 || r->status == 404)
    return tec_unsure(ctx, r, SV_CONFIGURATION, tec_arg_number("status", r->status),
                      .message = N_("Status {status} does not tell whether it was the token that "
                                    "was refused."),
                      .expected = "401",
                      .hint = N_("Name in samples.secured an address that the right token opens."));
  return tec_fail(ctx, r, tec_arg_number("status", r->status), .message = x->message,
                  .expected = "401", .actual = ctx->sv->format(ctx, "%d", r->status),
                  .hint = x->hint);
}

static enum sv_outcome judge_purpose(struct sv_ctx *ctx, const char *url, const struct refusal *x)
{
  enum sv_outcome outcome;
  const struct sv_response *r = call(ctx, url, tec_token_for(ctx, x->purpose), &outcome);
  return r ? judge_refusal(ctx, r, x) : outcome;
}

/* TEC-AUT-09 */
enum sv_outcome tec_expired_token(struct sv_ctx *ctx)
{
  static const struct refusal x = {
    .purpose = "expired",
    .message = N_("A token that has expired is answered with status {status}."),
    .hint = N_("Refuse tokens whose exp has passed; a minute or two of leeway is enough."),
  };
  return judge_purpose(ctx, tec_secured_url(ctx), &x);
}

/* TEC-AUT-10 */
enum sv_outcome tec_other_issuer(struct sv_ctx *ctx)
{
  static const struct refusal x = {
    .purpose = "other-issuer",
    .message = N_("A token of another issuer is answered with status {status}."),
    .hint = N_("Compare iss with the one issuer that the API trusts, character by character."),
  };
  return judge_purpose(ctx, tec_secured_url(ctx), &x);
}

/* TEC-AUT-11: a question to production only. */
enum sv_outcome tec_test_token(struct sv_ctx *ctx)
{
  static const struct refusal x = {
    .purpose = "test-environment",
    .message = N_("A token of the test environment is answered in production with status "
                  "{status}."),
    .hint = N_("Trust https://maskinporten.no/ alone in production, and its keys alone."),
  };
  const char *where = json_string_value(json_object_get(ctx->sv->target(ctx), "environment"));
  if (!where || strcmp(where, "production") != 0)
    return SV_INAPPLICABLE;
  return judge_purpose(ctx, tec_secured_url(ctx), &x);
}

static const struct refusal other_scope = {
  .purpose = "other-scope",
  .message = N_("A token without the scope is answered with status {status}."),
  .hint = N_("Compare scope with what the operation needs, and answer 403 with "
             "error=\"insufficient_scope\"."),
};

/* TEC-AUT-12 */
enum sv_outcome tec_other_scope(struct sv_ctx *ctx)
{
  return judge_purpose(ctx, tec_secured_url(ctx), &other_scope);
}

/* TEC-AUT-12, how it is said: RFC 6750 3.1. */
enum sv_outcome tec_insufficient_scope(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const char *name = tec_token_for(ctx, other_scope.purpose);
  const struct sv_response *r = call(ctx, tec_secured_url(ctx), name, &outcome);
  if (!r)
    return outcome;
  if (r->status != 401 && r->status != 403)
    return SV_INAPPLICABLE;
  size_t count;
  struct sv_challenge bearer;
  const struct sv_param *error = tec_challenges(r, &count, &bearer) && bearer.scheme.data
                                     ? sv_params_find(&bearer.params, "error")
                                     : NULL;
  if (r->status == 403 && error && sv_span_is(error->value, "insufficient_scope"))
    return SV_PASSED;
  const char *value = sv_header(r, "WWW-Authenticate");
  return tec_fail(ctx, r, tec_arg_number("status", r->status),
                  .message = N_("That the scope is missing is not said: status {status}."),
                  .where.header = "WWW-Authenticate",
                  .expected = "403, error=\"insufficient_scope\"", .actual = value ? value : "",
                  .hint = other_scope.hint);
}

/* TEC-AUT-13; a profile may say that the API takes tokens of any audience. */
enum sv_outcome tec_other_audience(struct sv_ctx *ctx)
{
  static const struct refusal x = {
    .purpose = "other-audience",
    .message = N_("A token for another service is answered with status {status}."),
    .hint = N_("Compare aud with the API's own address, and refuse tokens without it."),
  };
  if (json_is_false(ctx->sv->param(ctx, "audience_restricted")))
    return SV_INAPPLICABLE;
  return judge_purpose(ctx, tec_secured_url(ctx), &x);
}

/* The operation about one person, which the target names. */
static const char *person_url(struct sv_ctx *ctx)
{
  const char *own = tec_endpoint_url(ctx);
  const char *sample = tec_sample_text(ctx, "person");
  const char *url = sample ? tec_resolve(ctx, own, sample) : NULL;
  return url && strcmp(tec_origin(ctx, url), tec_origin(ctx, own)) == 0 ? url : NULL;
}

/* TEC-AUT-14 */
enum sv_outcome tec_without_pid(struct sv_ctx *ctx)
{
  static const struct refusal x = {
    .purpose = "without-pid",
    .message = N_("A token that names no person is answered with status {status} where one is "
                  "needed."),
    .hint = N_("Refuse tokens without pid wherever the answer is about one person."),
  };
  return judge_purpose(ctx, person_url(ctx), &x);
}

/* TEC-AUT-15 */
enum sv_outcome tec_other_pid(struct sv_ctx *ctx)
{
  static const struct refusal x = {
    .purpose = "other-pid",
    .message = N_("A token of one person is answered with status {status} about another."),
    .hint = N_("Compare pid with the person that the request is about."),
  };
  return judge_purpose(ctx, person_url(ctx), &x);
}

/* TEC-AUT-23 */
enum sv_outcome tec_bound_token(struct sv_ctx *ctx)
{
  static const struct refusal x = {
    .purpose = "dpop-bound",
    .message = N_("A token bound to a key is answered with status {status} without proof of the "
                  "key."),
    .hint = N_("Refuse tokens with cnf.jkt unless a valid DPoP proof comes with them, and name "
               "DPoP in the challenge."),
  };
  return judge_purpose(ctx, tec_secured_url(ctx), &x);
}

/* The answer to the right token when it opens the operation, else NULL with an outcome. */
static const struct sv_response *opened(struct sv_ctx *ctx, enum sv_outcome *outcome)
{
  const struct sv_response *r = call(ctx, tec_secured_url(ctx), tec_credential(ctx), outcome);
  if (!r || is_success(r))
    return r;
  *outcome = tec_unsure(ctx, r, SV_CREDENTIALS, tec_arg_number("status", r->status),
                        .message = N_("The target's own token is answered with status {status}, so "
                                      "nothing can be told from other tokens."),
                        .expected = "200",
                        .hint = N_("Name in samples.credential a token that opens the address in "
                                   "samples.secured."));
  return NULL;
}

/* TEC-AUT-16. The net process puts the token where *hidden:token* stands, and in no header. */
enum sv_outcome tec_query_token(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const char *url = tec_secured_url(ctx);
  if (!opened(ctx, &outcome))
    return outcome;
  url = ctx->sv->format(ctx, "%s%caccess_token=*hidden:token*", url, strchr(url, '?') ? '&' : '?');
  const struct sv_response *r = call(ctx, url, tec_credential(ctx), &outcome);
  if (!r)
    return outcome;
  if (r->status >= 400 && r->status <= 499)
    return SV_PASSED;
  return tec_fail(ctx, r, tec_arg_number("status", r->status),
                  .message = N_("A token in the address is answered with status {status}."),
                  .expected = "401", .actual = ctx->sv->format(ctx, "%d", r->status),
                  .hint = N_("Take tokens from the Authorization field only; addresses end up in "
                             "logs."));
}

/* TEC-AUT-17 */
enum sv_outcome tec_delegated_token(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const char *name = tec_token_for(ctx, "delegated");
  if (!name)
    return SV_INAPPLICABLE;
  if (!opened(ctx, &outcome))
    return outcome;
  const struct sv_response *r = call(ctx, tec_secured_url(ctx), name, &outcome);
  if (!r || is_success(r))
    return r ? SV_PASSED : outcome;
  return tec_fail(ctx, r, tec_arg_number("status", r->status),
                  .message = N_("A token that a supplier uses for a customer is answered with "
                                "status {status}."),
                  .expected = "200", .actual = ctx->sv->format(ctx, "%d", r->status),
                  .hint = N_("Decide on consumer, and let supplier and delegation_source tell who "
                             "acts for it."));
}

/* Why the token cannot be held against the service, or NULL. */
static const char *flaw(struct sv_ctx *ctx, const struct tec_token *t)
{
  const json_t *exp = json_object_get(t->claims, "exp");
  if (strcmp(t->signature, "good") != 0)
    return N_("its signature was not verified");
  return json_integer_value(exp) > ctx->sv->now(ctx) ? NULL : N_("it has expired");
}

/* The token with its signature held against the keys of its own issuer. */
static struct tec_token read_verified(struct sv_ctx *ctx)
{
  struct tec_token t = tec_token_read(ctx, tec_credential(ctx), NULL);
  json_t *set = tec_issuer_keys(ctx, json_string_value(json_object_get(t.claims, "iss")));
  const json_t *key = tec_key_find(set, json_string_value(json_object_get(t.header, "kid")));
  if (key) {
    tec_token_free(&t);
    t = tec_token_read(ctx, tec_credential(ctx), key);
  }
  json_decref(set);
  return t;
}

static enum sv_outcome judge_refused(struct sv_ctx *ctx, const struct sv_response *r)
{
  struct tec_token t = read_verified(ctx);
  const bool is_profile = json_object_get(t.header, "typ") && json_object_get(t.claims, "sub");
  const char *why = flaw(ctx, &t);
  enum sv_outcome outcome = SV_INAPPLICABLE;
  if (!t.claims || !tec_is_maskinporten(ctx, json_string_value(json_object_get(t.claims, "iss"))) ||
      is_profile)
    outcome = SV_INAPPLICABLE;
  else if (why || r->status != 401)
    outcome =
        tec_unsure(ctx, r, SV_CREDENTIALS, tec_arg_number("status", r->status),
                   .message = N_("The target's own token was refused with status {status}, "
                                 "and not only for its form."),
                   .actual = why, .hint = N_("Hand over a token that is valid and has the scope."));
  else
    outcome = tec_fail(ctx, r, tec_arg_number("status", r->status),
                       .message = N_("A token of Maskinporten that verifies is refused with status "
                                     "{status}."),
                       .expected = "200", .actual = ctx->sv->format(ctx, "%d", r->status),
                       .hint = N_("Ask for no sub, no typ at+jwt and no aud of your own: "
                                  "Maskinporten does not give them by itself."));
  tec_token_free(&t);
  return outcome;
}

/* TEC-AUT-22 */
enum sv_outcome tec_plain_token(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_response *r = call(ctx, tec_secured_url(ctx), tec_credential(ctx), &outcome);
  if (!r || is_success(r))
    return r ? SV_PASSED : outcome;
  return judge_refused(ctx, r);
}

/* What samsvar makes itself (forged.c) is judged the same way. */
enum sv_outcome tec_judge_worthless(struct sv_ctx *ctx, const char *token, const char *message)
{
  const struct refusal x = { .message = message, .hint = hint_refuse };
  const char *const headers[] = { ctx->sv->format(ctx, "Authorization: Bearer %s", token), NULL };
  const struct sv_response *r =
      sv_http(ctx, .url = tec_secured_url(ctx), .headers = headers, .credential = "");
  if (r->error)
    return sv_no_answer(ctx, r);
  if (r->status == 429 || r->status == 503)
    return tec_judge_answer(ctx, r);
  return judge_refusal(ctx, r, &x);
}
