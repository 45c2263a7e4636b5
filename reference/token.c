// SPDX-License-Identifier: Apache-2.0
/* Access tokens: JWTs with the claims Maskinporten documents, RS256. */
#include "reference/keys.h"
#include "reference/keys_private.h"
#include "reference/units.h"

#include <gnutls/abstract.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

enum { PART_MAX = 4096 };

static int sign(const struct sv_keys *k, const char *text, size_t size, struct sv_buf *out)
{
  gnutls_privkey_t key;
  gnutls_datum_t signature = { NULL, 0 };
  const gnutls_datum_t data = { (unsigned char *)(uintptr_t)text, (unsigned)size };
  int rc = gnutls_privkey_init(&key);
  if (rc < 0)
    return rc;
  rc = gnutls_privkey_import_x509(key, k->rsa, 0);
  if (rc >= 0)
    rc = gnutls_privkey_sign_data(key, GNUTLS_DIG_SHA256, 0, &data, &signature);
  if (rc >= 0)
    sv_base64url(out, signature.data, signature.size);
  gnutls_free(signature.data);
  gnutls_privkey_deinit(key);
  return rc;
}

enum sv_status sv_token_make(const struct sv_service *s, const char *scope, time_t expires,
                             struct sv_buf *out, struct sv_error *err)
{
  static const char head[] = "{\"alg\":\"RS256\",\"kid\":\"" SV_KEY_ID_RSA "\"}";
  struct sv_buf claims = SV_BUF(PART_MAX);
  struct sv_buf text = SV_BUF(PART_MAX);
  sv_buf_addf(&claims,
              "{\"iss\":\"%s\",\"aud\":\"%s\",\"client_id\":\"samsvar-demo\","
              "\"client_amr\":\"private_key_jwt\",\"token_type\":\"Bearer\",\"scope\":\"%s\","
              "\"consumer\":{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:%s\"},"
              "\"iat\":%lld,\"exp\":%lld,\"jti\":\"samsvar-%08x\"}",
              s->base, s->base, scope, SV_REFERENCE_ORGNR, (long long)(expires - 3600),
              (long long)expires, s->seed ^ 0x53565031u);
  sv_base64url(&text, (const unsigned char *)head, strlen(head));
  sv_buf_addc(&text, '.');
  sv_base64url(&text, (const unsigned char *)sv_buf_text(&claims), claims.size);
  const size_t signed_size = text.size;
  struct sv_buf signature = SV_BUF(PART_MAX);
  const int rc = sign(s->keys, sv_buf_text(&text), signed_size, &signature);
  sv_buf_addf(out, "%s.%s", sv_buf_text(&text), sv_buf_text(&signature));
  sv_buf_free(&signature);
  sv_buf_free(&claims);
  sv_buf_free(&text);
  return rc >= 0 && !out->failed
             ? SV_OK
             : sv_fail(err, SV_INTERNAL, "the token could not be made: %s", gnutls_strerror(rc));
}

static bool decode(const char *text, size_t size, gnutls_datum_t *out)
{
  const gnutls_datum_t in = { (unsigned char *)(uintptr_t)text, (unsigned)size };
  struct sv_buf b = SV_BUF(SV_TOKEN_MAX + 4);
  for (size_t i = 0; i < in.size; i++)
    sv_buf_addc(&b, text[i] == '-' ? '+' : text[i] == '_' ? '/' : text[i]);
  while (b.size % 4 != 0 && !b.failed)
    sv_buf_addc(&b, '=');
  const gnutls_datum_t plain = { (unsigned char *)(uintptr_t)sv_buf_text(&b), (unsigned)b.size };
  const bool good = size > 0 && gnutls_base64_decode2(&plain, out) >= 0;
  sv_buf_free(&b);
  return good;
}

static bool verify(const struct sv_keys *k, const char *token, size_t signed_size)
{
  const gnutls_datum_t data = { (unsigned char *)(uintptr_t)token, (unsigned)signed_size };
  const char *text = token + signed_size + 1;
  gnutls_datum_t signature = { NULL, 0 };
  gnutls_privkey_t key;
  gnutls_pubkey_t public;
  if (!decode(text, strlen(text), &signature) || gnutls_privkey_init(&key) < 0) {
    gnutls_free(signature.data);
    return false;
  }
  bool good = false;
  if (gnutls_pubkey_init(&public) >= 0) {
    good = gnutls_privkey_import_x509(key, k->rsa, 0) >= 0 &&
           gnutls_pubkey_import_privkey(public, key, 0, 0) >= 0 &&
           gnutls_pubkey_verify_data2(public, GNUTLS_SIGN_RSA_SHA256, 0, &data, &signature) >= 0;
    gnutls_pubkey_deinit(public);
  }
  gnutls_privkey_deinit(key);
  gnutls_free(signature.data);
  return good;
}

/* The JSON object in the SIZE characters at TEXT, or NULL. */
static json_t *part(const char *text, size_t size)
{
  gnutls_datum_t bytes = { NULL, 0 };
  if (!decode(text, size, &bytes))
    return NULL;
  json_t *json = json_loadb((const char *)bytes.data, bytes.size, JSON_REJECT_DUPLICATES, NULL);
  gnutls_free(bytes.data);
  return json;
}

static bool has_scope(const char *scopes, const char *scope)
{
  const size_t size = strlen(scope);
  for (const char *p = scopes; p && *p; p += strspn(p, " ")) {
    const size_t word = strcspn(p, " ");
    if (word == size && memcmp(p, scope, size) == 0)
      return true;
    p += word;
  }
  return false;
}

static enum sv_token_verdict judge_claims(const struct sv_service *s, const json_t *claims,
                                          const char *scope, time_t now)
{
  const char *issuer = json_string_value(json_object_get(claims, "iss"));
  const char *audience = json_string_value(json_object_get(claims, "aud"));
  const char *scopes = json_string_value(json_object_get(claims, "scope"));
  if (!issuer || strcmp(issuer, s->base) != 0 || !audience || strcmp(audience, s->base) != 0)
    return SV_TOKEN_INVALID;
  const json_int_t expires = json_integer_value(json_object_get(claims, "exp"));
  if (expires <= now && !sv_service_quirk(s, SV_EXPIRED_TOKEN))
    return SV_TOKEN_EXPIRED;
  if (!has_scope(scopes, scope) && !sv_service_quirk(s, SV_NO_SCOPE_CHECK))
    return SV_TOKEN_NO_SCOPE;
  return SV_TOKEN_GOOD;
}

enum sv_token_verdict sv_token_judge(const struct sv_service *s, const char *token,
                                     const char *scope, time_t now)
{
  if (sv_service_quirk(s, SV_ANY_TOKEN))
    return SV_TOKEN_GOOD;
  const char *first = strchr(token, '.');
  const char *second = first ? strchr(first + 1, '.') : NULL;
  if (!second || strlen(token) > SV_TOKEN_MAX)
    return SV_TOKEN_INVALID;
  json_auto_t *head = part(token, (size_t)(first - token));
  json_auto_t *claims = part(first + 1, (size_t)(second - first) - 1);
  const char *alg = json_string_value(json_object_get(head, "alg"));
  if (!alg || !json_is_object(claims))
    return SV_TOKEN_INVALID;
  if (strcmp(alg, "none") == 0 && sv_service_quirk(s, SV_UNSIGNED_TOKEN))
    return SV_TOKEN_GOOD;
  if (strcmp(alg, "RS256") != 0 || !verify(s->keys, token, (size_t)(second - token)))
    return SV_TOKEN_INVALID;
  return judge_claims(s, claims, scope, now);
}
