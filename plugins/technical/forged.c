// SPDX-License-Identifier: Apache-2.0
/* Tokens that look right and are signed by a key that everybody has. They are made from what the
 * issuer publishes and, when there is one, from the claims of the target's own token, so that
 * nothing but the signature is wrong. */
#include "plugins/technical/checks.h"
#include "plugins/technical/issuer.h"
#include "plugins/technical/secured.h"
#include "plugins/technical/technical.h"
#include "plugins/technical/tokens.h"

#include "engines/jose/jwk.h"
#include "engines/jose/worthless.h"

#include <stdlib.h>
#include <string.h>

enum { TOKEN_MAX = 1 << 16, PEM_MAX = 1 << 14, LIFE = 600 };

/* The issuer to claim: that of the target's metadata, else the national one. */
static const char *issuer_of(struct sv_ctx *ctx)
{
  enum sv_outcome ignored; /* any name will do: the token is worth nothing */
  const char *own = tec_target_issuer(ctx, "oauth", &ignored);
  const char *where = json_string_value(json_object_get(ctx->sv->target(ctx), "environment"));
  if (!own)
    own = tec_sample_text(ctx, "issuer");
  if (own)
    return own;
  return where && strcmp(where, "production") == 0 ? "https://maskinporten.no/"
                                                   : "https://test.maskinporten.no/";
}

/* Claims that look right. */
static json_t *make_claims(struct sv_ctx *ctx)
{
  const char *name = tec_credential(ctx);
  struct tec_token t = { .claims = NULL };
  if (name)
    t = tec_token_read(ctx, name, NULL);
  const json_int_t now = (json_int_t)ctx->sv->now(ctx);
  json_t *claims =
      t.claims ? json_deep_copy(t.claims)
               : json_pack("{s:s,s:s,s:s,s:s,s:{s:s,s:s}}", "iss", issuer_of(ctx), "client_id",
                           "samsvar", "scope", "samsvar:probe", "token_type", "Bearer", "consumer",
                           "authority", "iso6523-actorid-upis", "ID", "0192:991825827");
  (void)json_object_set_new(claims, "iat", json_integer(now - 1));
  (void)json_object_set_new(claims, "exp", json_integer(now + LIFE));
  (void)json_object_set_new(claims, "jti", json_string(ctx->sv->probe(ctx)));
  tec_token_free(&t);
  return claims;
}

/* The first RSA key that signs, in SET. */
static const json_t *rsa_key(const json_t *set)
{
  size_t i;
  json_t *key;
  json_array_foreach(json_object_get(set, "keys"), i, key)
  {
    const char *type = json_string_value(json_object_get(key, "kty"));
    const char *use = json_string_value(json_object_get(key, "use"));
    if (type && strcmp(type, "RSA") == 0 && (!use || strcmp(use, "sig") == 0))
      return key;
  }
  return NULL;
}

/* A token of CLAIMS by ALG and KID, signed with SECRET (NULL: samsvar's key). NULL: it could not be
 * made. */
static const char *make_token(struct sv_ctx *ctx, const char *alg, const char *kid,
                              const char *secret)
{
  json_t *header = json_pack("{s:s,s:s*}", "alg", alg, "kid", kid);
  json_t *claims = make_claims(ctx);
  char *head = json_dumps(header, JSON_COMPACT);
  char *body = json_dumps(claims, JSON_COMPACT | JSON_SORT_KEYS);
  struct sv_buf out = SV_BUF(TOKEN_MAX);
  const char *token = NULL;
  if (head && body && sv_worthless_token(head, body, secret, &out) == SV_OK)
    token = ctx->sv->format(ctx, "%s", sv_buf_text(&out));
  sv_buf_free(&out);
  free(head);
  free(body);
  json_decref(header);
  json_decref(claims);
  return token;
}

static enum sv_outcome judge(struct sv_ctx *ctx, const char *token, const char *message)
{
  if (token)
    return tec_judge_worthless(ctx, token, message);
  return tec_unsure(ctx, NULL, SV_TOOL, NULL, .message = N_("The token could not be made."),
                    .where.url = tec_secured_url(ctx),
                    .hint = N_("Tell the makers of samsvar: this should not happen."));
}

/* TEC-AUT-07 */
enum sv_outcome tec_foreign_key(struct sv_ctx *ctx)
{
  if (!tec_secured_url(ctx))
    return SV_INAPPLICABLE;
  json_t *set = tec_issuer_keys(ctx, NULL);
  const json_t *key = rsa_key(set);
  const char *kid = json_string_value(json_object_get(key, "kid"));
  const enum sv_outcome outcome = judge(ctx, make_token(ctx, "RS256", kid ? kid : "samsvar", NULL),
                                        N_("A token signed by a key that is not the issuer's is "
                                           "answered with status "
                                           "{status}."));
  json_decref(set);
  return outcome;
}

static const char *text_of(const json_t *key, const char *name)
{
  return json_string_value(json_object_get(key, name));
}

/* TEC-AUT-08 */
enum sv_outcome tec_public_key_secret(struct sv_ctx *ctx)
{
  if (!tec_secured_url(ctx))
    return SV_INAPPLICABLE;
  json_t *set = tec_issuer_keys(ctx, NULL);
  const json_t *key = rsa_key(set);
  const struct sv_jwk jwk = { .kty = text_of(key, "kty"),
                              .n = text_of(key, "n"),
                              .e = text_of(key, "e") };
  struct sv_buf pem = SV_BUF(PEM_MAX);
  enum sv_outcome outcome = SV_INAPPLICABLE;
  if (key && sv_jwk_pem(&jwk, &pem) == SV_OK)
    outcome = judge(ctx, make_token(ctx, "HS256", text_of(key, "kid"), sv_buf_text(&pem)),
                    N_("A token whose secret is the issuer's public key is answered with status "
                       "{status}."));
  sv_buf_free(&pem);
  json_decref(set);
  return outcome;
}
