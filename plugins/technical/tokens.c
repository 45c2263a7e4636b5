// SPDX-License-Identifier: Apache-2.0
/* Facts of access tokens: what they claim, who signed them, how long they live. */
#include "plugins/technical/tokens.h"

#include "plugins/technical/checks.h"
#include "plugins/technical/issuer.h"
#include "plugins/technical/secured.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"
#include "engines/base/idnumber.h"
#include "engines/tls/lines.h"

#include <stdlib.h>
#include <string.h>

enum { LIFE_MOST = 3600, KEY_LINES = 7 };

const char *tec_token_for(struct sv_ctx *ctx, const char *purpose)
{
  const json_t *tokens = json_object_get(ctx->sv->target(ctx), "tokens");
  return json_string_value(json_object_get(tokens, purpose));
}

static const struct sv_response *ask(struct sv_ctx *ctx, const char *name, const json_t *key)
{
  static const char *const members[][2] = { { "kty", "Kty" }, { "crv", "Crv" }, { "n", "N" },
                                            { "e", "E" },     { "x", "X" },     { "y", "Y" } };
  const char *lines[KEY_LINES] = { NULL };
  size_t n = 0;
  for (size_t i = 0; i < sizeof members / sizeof members[0]; i++) {
    const char *value = json_string_value(json_object_get(key, members[i][0]));
    if (value && strspn(value, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-"
                               "_") == strlen(value))
      lines[n++] = ctx->sv->format(ctx, "%s: %s", members[i][1], value);
  }
  const char *url = ctx->sv->format(ctx, "%s/", tec_origin(ctx, tec_endpoint_url(ctx)));
  return sv_http(ctx, .method = SV_METHOD_TOKEN, .url = url, .headers = lines, .credential = name);
}

static json_t *object(const struct sv_response *r, const char *name)
{
  const char *text = r->error ? NULL : sv_header(r, name);
  json_t *j = text ? json_loads(text, JSON_REJECT_DUPLICATES, NULL) : NULL;
  if (json_is_object(j))
    return j;
  json_decref(j);
  return NULL;
}

struct tec_token tec_token_read(struct sv_ctx *ctx, const char *name, const json_t *key)
{
  struct tec_token t = { .r = ask(ctx, name, key) };
  const char *signature = t.r->error ? NULL : sv_header(t.r, "Signature");
  t.header = object(t.r, "Header");
  t.claims = object(t.r, "Claims");
  t.signature = signature ? signature : "unchecked";
  return t;
}

void tec_token_free(struct tec_token *t)
{
  json_decref(t->header);
  json_decref(t->claims);
}

const char *tec_thumbprint(struct sv_ctx *ctx, const char *name)
{
  const struct sv_response *r = ask(ctx, name, NULL);
  return r->error ? NULL : sv_header(r, "Thumbprint");
}

typedef enum sv_outcome judge_token(struct sv_ctx *ctx, const struct tec_token *t);

/* Applies JUDGE to the token that opens the secured operation, when it is a JWT. One API an origin
 * is enough. */
static enum sv_outcome judge_own(struct sv_ctx *ctx, judge_token *judge)
{
  const char *name = tec_credential(ctx);
  if (!name || tec_is_repeat(ctx, "api"))
    return SV_INAPPLICABLE;
  struct tec_token t = tec_token_read(ctx, name, NULL);
  enum sv_outcome outcome = SV_INAPPLICABLE;
  if (t.r->error)
    outcome = sv_no_answer(ctx, t.r);
  else if (t.header && t.claims)
    outcome = judge(ctx, &t);
  tec_token_free(&t);
  return outcome;
}

static const char *text_of(const json_t *j, const char *name)
{
  const char *text = json_string_value(json_object_get(j, name));
  return text ? text : "";
}

/* A value of the claims on one line, for a finding. */
static const char *show(struct sv_ctx *ctx, const json_t *value)
{
  char *text = value ? json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY) : NULL;
  const char *copy = ctx->sv->format(ctx, "%s", text ? text : "");
  free(text);
  return copy;
}

/* --- TEC-AUT-18 */

/* ISO6523 ICD 0192 is the Central Coordinating Register's. */
static bool is_organisation(const json_t *party)
{
  const char *id = text_of(party, "ID");
  return strcmp(text_of(party, "authority"), "iso6523-actorid-upis") == 0 &&
         strncmp(id, "0192:", 5) == 0 && sv_orgnr_valid(id + 5);
}

static enum sv_outcome judge_parties(struct sv_ctx *ctx, const struct tec_token *t)
{
  static const char *const parties[] = { "consumer", "supplier" };
  enum sv_outcome outcome = SV_INAPPLICABLE;
  if (!tec_is_maskinporten(ctx, text_of(t->claims, "iss")))
    return SV_INAPPLICABLE;
  for (size_t i = 0; i < 2; i++) {
    const json_t *party = json_object_get(t->claims, parties[i]);
    if (!party)
      continue;
    if (!is_organisation(party))
      return tec_fail(ctx, t->r, tec_arg("member", parties[i]),
                      .message = N_("The organisation in {member} is not written by ISO 6523."),
                      .where.json_pointer = ctx->sv->format(ctx, "/%s", parties[i]),
                      .expected = "iso6523-actorid-upis, 0192:NNNNNNNNN",
                      .actual = show(ctx, party),
                      .hint = N_("Read the organisation number from ID, after 0192:, with "
                                 "authority "
                                 "iso6523-actorid-upis."));
    outcome = SV_PASSED;
  }
  return outcome;
}

enum sv_outcome tec_token_parties(struct sv_ctx *ctx)
{
  return judge_own(ctx, judge_parties);
}

/* --- TEC-AUT-19 */

static const struct claim {
  const char *name;
  json_type type;
} claims[] = {
  { "iss", JSON_STRING },      { "client_id", JSON_STRING }, { "client_amr", JSON_STRING },
  { "consumer", JSON_OBJECT }, { "scope", JSON_STRING },     { "token_type", JSON_STRING },
  { "exp", JSON_INTEGER },     { "iat", JSON_INTEGER },      { "jti", JSON_STRING },
};

/* The first thing that is not as Maskinporten documents it, or NULL. */
static const char *odd_claim(const struct tec_token *t)
{
  const char *alg = text_of(t->header, "alg");
  for (size_t i = 0; i < sizeof claims / sizeof claims[0]; i++) {
    const json_t *value = json_object_get(t->claims, claims[i].name);
    if (!value || json_typeof(value) != claims[i].type)
      return claims[i].name;
  }
  if (strcmp(alg, "RS256") != 0 && strcmp(alg, "RS384") != 0 && strcmp(alg, "RS512") != 0)
    return "alg";
  return *text_of(t->header, "kid") ? NULL : "kid";
}

static enum sv_outcome judge_claims(struct sv_ctx *ctx, const struct tec_token *t)
{
  const char *issuer = text_of(t->claims, "iss");
  if (!tec_is_maskinporten(ctx, issuer))
    return SV_INAPPLICABLE;
  const char *odd = odd_claim(t);
  json_t *set = odd ? NULL : tec_issuer_keys(ctx, issuer);
  if (set && !tec_key_find(set, text_of(t->header, "kid")))
    odd = "kid";
  json_decref(set);
  if (!odd)
    return SV_PASSED;
  const json_t *part = strcmp(odd, "alg") == 0 || strcmp(odd, "kid") == 0 ? t->header : t->claims;
  return tec_fail(ctx, t->r, tec_arg("member", odd),
                  .message = N_("The access token does not have {member} as Maskinporten documents "
                                "it."),
                  .where.json_pointer = ctx->sv->format(ctx, "/%s", odd),
                  .expected = N_("the claims of an access token of Maskinporten, and a kid of its "
                                 "key set"),
                  .actual = show(ctx, json_object_get(part, odd)),
                  .hint = N_("Issue and read the documented claims only, with their types."));
}

enum sv_outcome tec_token_claims(struct sv_ctx *ctx)
{
  return judge_own(ctx, judge_claims);
}

/* --- TEC-AUT-20 */

static enum sv_outcome judge_verified(struct sv_ctx *ctx, const struct tec_token *t,
                                      const json_t *set)
{
  const char *kid = text_of(t->header, "kid");
  const json_t *key = tec_key_find(set, kid);
  if (!key)
    return SV_INAPPLICABLE; /* TEC-AUT-19 says so */
  struct tec_token again = tec_token_read(ctx, tec_credential(ctx), key);
  enum sv_outcome outcome = SV_PASSED;
  if (again.r->error)
    outcome = sv_no_answer(ctx, again.r);
  else if (strcmp(again.signature, "bad") == 0 || strcmp(again.signature, "none") == 0)
    outcome = tec_fail(ctx, again.r, tec_arg("kid", kid),
                       .message = N_("The key {kid} of the issuer did not sign the access token."),
                       .where.header = "Signature", .expected = "good", .actual = again.signature,
                       .hint = N_("Publish the key that tokens are signed with, under the kid that "
                                  "they name."));
  else if (strcmp(again.signature, "good") != 0)
    outcome = tec_unsure(ctx, again.r, SV_TOOL, tec_arg("alg", text_of(t->header, "alg")),
                         .message = N_("The signature could not be verified: algorithm {alg}."),
                         .where.header = "Signature",
                         .hint = N_("Sign with RS256, PS256, ES256 or EdDSA, and a key of that "
                                    "kind."));
  tec_token_free(&again);
  return outcome;
}

static enum sv_outcome judge_signature(struct sv_ctx *ctx, const struct tec_token *t)
{
  json_t *set = tec_issuer_keys(ctx, text_of(t->claims, "iss"));
  const enum sv_outcome outcome = set ? judge_verified(ctx, t, set) : SV_INAPPLICABLE;
  json_decref(set);
  return outcome;
}

enum sv_outcome tec_token_signature(struct sv_ctx *ctx)
{
  return judge_own(ctx, judge_signature);
}

/* --- TEC-AUT-21, 24, 74 */

static enum sv_outcome judge_life(struct sv_ctx *ctx, const struct tec_token *t)
{
  const json_t *exp = json_object_get(t->claims, "exp");
  const json_t *iat = json_object_get(t->claims, "iat");
  if (!json_is_integer(exp) || !json_is_integer(iat))
    return SV_INAPPLICABLE;
  json_int_t life = 0;
  if (!__builtin_sub_overflow(json_integer_value(exp), json_integer_value(iat), &life) &&
      life <= LIFE_MOST)
    return SV_PASSED;
  return tec_fail(ctx, t->r, tec_arg_number("seconds", (int64_t)life),
                  .message = N_("The access token lives for {seconds} seconds."),
                  .where.json_pointer = "/exp", .expected = "3600",
                  .actual = ctx->sv->format(ctx, "%lld", (long long)life),
                  .hint = N_("Let tokens that cannot be taken back live for an hour at most."));
}

enum sv_outcome tec_token_life(struct sv_ctx *ctx)
{
  return judge_own(ctx, judge_life);
}

static enum sv_outcome judge_binding(struct sv_ctx *ctx, const struct tec_token *t)
{
  const char *name = tec_sample_text(ctx, "client-certificate");
  const json_t *cnf = json_object_get(t->claims, "cnf");
  const char *bound = json_string_value(json_object_get(cnf, "x5t#S256"));
  const char *own = name && bound ? tec_thumbprint(ctx, name) : NULL;
  if (!name || !bound)
    return SV_INAPPLICABLE;
  if (!own)
    return tec_unsure(ctx, t->r, SV_CREDENTIALS, tec_arg("name", name),
                      .message = N_("The certificate of the credential {name} cannot be read."),
                      .where.json_pointer = "/cnf/x5t#S256",
                      .hint = N_("Name a credential of type mtls in samples.client-certificate."));
  if (strcmp(own, bound) == 0)
    return SV_PASSED;
  return tec_fail(ctx, t->r, NULL,
                  .message = N_("The access token is bound to another certificate than the "
                                "client's."),
                  .where.json_pointer = "/cnf/x5t#S256", .expected = own, .actual = bound,
                  .hint = N_("Write the SHA-256 of the DER certificate in base64url without "
                             "padding (RFC 8705 section 3.1)."));
}

enum sv_outcome tec_token_certificate(struct sv_ctx *ctx)
{
  return judge_own(ctx, judge_binding);
}

static enum sv_outcome judge_audience(struct sv_ctx *ctx, const struct tec_token *t)
{
  const json_t *aud = json_object_get(t->claims, "aud");
  const char *text = json_string_value(aud);
  const bool is_named = text ? *text && strcmp(text, "unspecified") != 0
                             : json_is_array(aud) && json_array_size(aud) > 0;
  if (is_named)
    return SV_PASSED;
  return tec_fail(ctx, t->r, NULL,
                  .message = N_("The access token is good for every service: it has no audience."),
                  .where.json_pointer = "/aud", .expected = N_("the service that it is for"),
                  .actual = show(ctx, aud),
                  .hint = N_("Ask for tokens with resource, and let the API refuse all others."));
}

enum sv_outcome tec_token_audience(struct sv_ctx *ctx)
{
  return judge_own(ctx, judge_audience);
}
