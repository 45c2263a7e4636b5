// SPDX-License-Identifier: Apache-2.0
/* A secured operation called without a token, and with a worthless one. */
#include "plugins/technical/checks.h"
#include "plugins/technical/operations.h"
#include "plugins/technical/secured.h"
#include "plugins/technical/technical.h"

#include "engines/doc/bridge.h"
#include "engines/http/fields.h"

#include <string.h>

/* The URL of a GET operation that the OpenAPI document secures and that needs no parameter, or
 * NULL. */
static const char *secured_operation(struct sv_ctx *ctx)
{
  const struct sv_artifact *doc = ctx->sv->artifact(ctx, "openapi", 0);
  json_t *openapi = doc ? sv_doc_json(doc->data, doc->size) : NULL;
  const char *path = tec_secured_path(openapi);
  const json_t *server = json_array_get(json_object_get(openapi, "servers"), 0);
  const char *base = json_string_value(json_object_get(server, "url"));
  const char *url = NULL;
  if (path && base && doc && doc->url && !strchr(base, '{')) {
    const char *root = tec_resolve(ctx, doc->url, base);
    size_t n = root ? strlen(root) : 0;
    while (n > 0 && root[n - 1] == '/')
      n--;
    url = n > 0 ? ctx->sv->format(ctx, "%.*s%s", (int)n, root, path) : NULL;
  }
  json_decref(openapi);
  return url;
}

const char *tec_credential(struct sv_ctx *ctx)
{
  const char *own = json_string_value(json_object_get(ctx->sv->endpoint(ctx), "credential"));
  return own ? own : tec_sample_text(ctx, "credential");
}

const char *tec_secured_url(struct sv_ctx *ctx)
{
  const char *own = tec_endpoint_url(ctx);
  if (json_object_get(ctx->sv->endpoint(ctx), "credential"))
    return tec_url(ctx);
  const char *sample = tec_sample_text(ctx, "secured");
  const char *url = sample ? tec_resolve(ctx, own, sample) : secured_operation(ctx);
  return url && strcmp(tec_origin(ctx, url), tec_origin(ctx, own)) == 0 ? url : NULL;
}

/* The answer to a call with TOKEN (NULL: none), or NULL with an outcome. */
static const struct sv_response *call(struct sv_ctx *ctx, const char *const *token,
                                      enum sv_outcome *outcome)
{
  const char *url = tec_secured_url(ctx);
  *outcome = SV_INAPPLICABLE;
  if (!url)
    return NULL;
  const struct sv_response *r = sv_http(ctx, .url = url, .headers = token, .credential = "");
  if (!r->error)
    return r;
  *outcome = sv_no_answer(ctx, r);
  return NULL;
}

static const char *const garbage[] = { "Authorization: Bearer samsvar.invalid.token", NULL };

/* Judges a call that must be refused with 401. */
static enum sv_outcome judge_refusal(struct sv_ctx *ctx, const char *const *token,
                                     const char *message)
{
  enum sv_outcome outcome;
  const struct sv_response *r = call(ctx, token, &outcome);
  if (!r)
    return outcome;
  if (r->status == 401)
    return SV_PASSED;
  if (r->status == 429 || r->status == 503)
    return tec_judge_answer(ctx, r);
  return tec_fail(ctx, r, tec_arg_number("status", r->status), .message = message,
                  .expected = "401", .actual = ctx->sv->format(ctx, "%d", r->status),
                  .hint = N_("Answer 401 before anything else is looked at when there is no valid "
                             "token."));
}

/* TEC-AUT-01 */
enum sv_outcome tec_no_token(struct sv_ctx *ctx)
{
  return judge_refusal(ctx, NULL,
                       N_("A secured operation called without a token is answered with status "
                          "{status}."));
}

/* TEC-AUT-05 */
enum sv_outcome tec_garbage_token(struct sv_ctx *ctx)
{
  return judge_refusal(ctx, garbage,
                       N_("A secured operation called with a worthless token is answered with "
                          "status {status}."));
}

/* The 401 to a call with TOKEN whose challenge BEARER is, or NULL with an outcome. */
static const struct sv_response *get_bearer(struct sv_ctx *ctx, const char *const *token,
                                            struct sv_challenge *bearer, enum sv_outcome *outcome)
{
  size_t count;
  const struct sv_response *r = call(ctx, token, outcome);
  if (!r || (r->status == 401 && tec_challenges(r, &count, bearer) && bearer->scheme.data))
    return r;
  *outcome = SV_INAPPLICABLE;
  return NULL;
}

/* TEC-AUT-05, RFC 6750 section 3.1 */
enum sv_outcome tec_garbage_error(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct sv_challenge bearer;
  const struct sv_response *r = get_bearer(ctx, garbage, &bearer, &outcome);
  if (!r)
    return outcome;
  const struct sv_param *error = sv_params_find(&bearer.params, "error");
  if (error && sv_param_is(error, "invalid_token"))
    return SV_PASSED;
  return tec_fail(ctx, r, NULL,
                  .message = N_("The challenge does not say that the token is what is wrong."),
                  .where.header = "WWW-Authenticate", .expected = "error=\"invalid_token\"",
                  .actual = sv_header(r, "WWW-Authenticate"),
                  .hint = N_("Send error=\"invalid_token\" in the challenge when a token was sent "
                             "and is not accepted."));
}

/* TEC-AUT-06: a token whose header says that nobody signed it; its claims look right. */
enum sv_outcome tec_unsigned_token(struct sv_ctx *ctx)
{
  static const char *const token[] = { "Authorization: Bearer eyJhbGciOiJub25lIn0."
                                       "eyJpc3MiOiJodHRwczovL21hc2tpbnBvcnRlbi5uby8iLCJzY29wZSI6InN"
                                       "hbXN2YXI6cHJvYmUiLCJleHAiOjQxMDI0NDQ4MDAsImlhdCI6MTc2Nz"
                                       "IyNTYwMCwidG9rZW5fdHlwZSI6IkJlYXJlciJ9.",
                                       NULL };
  return judge_refusal(ctx, token,
                       N_("A token without a signature is answered with status {status}."));
}

/* The 401 to a call without a token, or NULL with an outcome. */
static const struct sv_response *get_401(struct sv_ctx *ctx, enum sv_outcome *outcome)
{
  const struct sv_response *r = call(ctx, NULL, outcome);
  return r && r->status == 401 ? r : NULL;
}

bool tec_challenges(const struct sv_response *r, size_t *count, struct sv_challenge *bearer)
{
  static const char name[] = "www-authenticate:";
  const size_t n = sizeof name - 1;
  *count = 0;
  bearer->scheme = (struct sv_span){ 0 };
  for (const char *const *h = r->headers; *h; h++) {
    if (strlen(*h) < n || !sv_span_is((struct sv_span){ .data = *h, .size = n }, name))
      continue;
    struct sv_scan s = sv_scan_of(*h + n, strlen(*h + n));
    struct sv_challenge c;
    enum sv_status status;
    while ((status = sv_challenge_next(&s, &c)) == SV_OK) {
      ++*count;
      if (!bearer->scheme.data && (sv_span_is(c.scheme, "Bearer") || sv_span_is(c.scheme, "DPoP")))
        *bearer = c;
    }
    if (status != SV_NOT_FOUND)
      return false;
  }
  return true;
}

/* TEC-AUT-02 */
enum sv_outcome tec_challenge(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_response *r = get_401(ctx, &outcome);
  if (!r)
    return outcome;
  size_t count;
  struct sv_challenge bearer;
  if (tec_challenges(r, &count, &bearer) && count > 0)
    return SV_PASSED;
  const char *value = sv_header(r, "WWW-Authenticate");
  return tec_fail(ctx, r, NULL, .message = N_("The 401 does not tell how to sign in."),
                  .where.header = "WWW-Authenticate", .expected = "Bearer realm=\"...\"",
                  .actual = value ? value : "",
                  .hint = N_("Send WWW-Authenticate with scheme and parameters with every 401."));
}

/* TEC-AUT-03 */
enum sv_outcome tec_bearer(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_response *r = get_401(ctx, &outcome);
  if (!r)
    return outcome;
  size_t count;
  struct sv_challenge bearer;
  if (!tec_challenges(r, &count, &bearer) || count == 0)
    return SV_INAPPLICABLE;
  if (bearer.scheme.data && bearer.params.count > 0)
    return SV_PASSED;
  return tec_fail(ctx, r, NULL,
                  .message = N_("The 401 names no Bearer challenge with a parameter."),
                  .where.header = "WWW-Authenticate", .expected = "Bearer realm=\"...\"",
                  .actual = sv_header(r, "WWW-Authenticate"),
                  .hint = N_("Send Bearer with realm, scope or resource_metadata (RFC 6750 section "
                             "3)."));
}

/* TEC-AUT-04 */
enum sv_outcome tec_no_error_code(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  struct sv_challenge bearer;
  const struct sv_response *r = get_bearer(ctx, NULL, &bearer, &outcome);
  if (!r)
    return outcome;
  if (!sv_params_find(&bearer.params, "error"))
    return SV_PASSED;
  return tec_fail(ctx, r, NULL,
                  .message = N_("The challenge complains of a token though none was sent."),
                  .where.header = "WWW-Authenticate", .expected = N_("no parameter error"),
                  .actual = sv_header(r, "WWW-Authenticate"),
                  .hint = N_("Send error only when there was a token to find fault with (RFC 6750 "
                             "section 3.1)."));
}
