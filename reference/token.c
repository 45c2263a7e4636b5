// SPDX-License-Identifier: Apache-2.0
/* Access tokens: JWTs with the claims Maskinporten documents, RS256. */
#include "reference/keys.h"
#include "reference/keys_private.h"
#include "reference/units.h"

#include <gnutls/abstract.h>
#include <gnutls/crypto.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

enum { PART_MAX = 8192, TOKEN_LIFE = 3600 };

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

enum sv_status sv_jws_make(const struct sv_keys *k, const char *header, const char *claims,
                           struct sv_buf *out, struct sv_error *err)
{
  struct sv_buf text = SV_BUF(4 * PART_MAX);
  struct sv_buf signature = SV_BUF(PART_MAX);
  sv_base64url(&text, (const unsigned char *)header, strlen(header));
  sv_buf_addc(&text, '.');
  sv_base64url(&text, (const unsigned char *)claims, strlen(claims));
  const int rc = sign(k, sv_buf_text(&text), text.size, &signature);
  sv_buf_addf(out, "%s.%s", sv_buf_text(&text), sv_buf_text(&signature));
  sv_buf_free(&signature);
  sv_buf_free(&text);
  return rc >= 0 && !out->failed
             ? SV_OK
             : sv_fail(err, SV_INTERNAL, "the token could not be made: %s", gnutls_strerror(rc));
}

enum sv_status sv_token_make(const struct sv_service *s, const struct sv_token_wish *w,
                             struct sv_buf *out, struct sv_error *err)
{
  static const char head[] = "{\"alg\":\"RS256\",\"kid\":\"" SV_KEY_ID_RSA "\"}";
  struct sv_buf claims = SV_BUF(PART_MAX);
  struct sv_buf header = SV_BUF(PART_MAX);
  const char *audience = w->audience                             ? w->audience
                         : sv_service_quirk(s, SV_TOKEN_FOR_ALL) ? "unspecified"
                                                                 : s->base;
  sv_buf_adds(&header, head);
  sv_buf_addf(&claims,
              "{\"iss\":\"%s\",\"aud\":\"%s\",\"client_id\":\"samsvar-demo\","
              "\"client_amr\":\"private_key_jwt\",\"token_type\":\"Bearer\",\"scope\":\"%s\","
              "\"consumer\":{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:%s\"},"
              "\"iat\":%lld,\"exp\":%lld,\"jti\":\"samsvar-%08x\"%s}",
              w->issuer ? w->issuer : s->base, audience, w->scope, SV_REFERENCE_ORGNR,
              (long long)(w->expires - TOKEN_LIFE), (long long)w->expires, s->seed ^ 0x53565031u,
              w->more ? w->more : "");
  enum sv_status status = SV_OK;
  if (w->edits) {
    status = sv_breaks_edit(&s->breaks, w->edits, &claims, err);
    if (status == SV_OK)
      status = sv_breaks_edit(&s->breaks, "token.header", &header, err);
  }
  if (status == SV_OK)
    status = sv_jws_make(s->keys, sv_buf_text(&header), sv_buf_text(&claims), out, err);
  sv_buf_free(&claims);
  sv_buf_free(&header);
  return status;
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

static const char *text_of(const json_t *claims, const char *name)
{
  const char *text = json_string_value(json_object_get(claims, name));
  return text ? text : "";
}

/* Whether the token is from us and for us. */
static bool is_ours(const struct sv_service *s, const json_t *claims)
{
  const char *issuer = text_of(claims, "iss");
  const bool is_test = strcmp(issuer, SV_TEST_ISSUER_URL) == 0;
  if (strcmp(issuer, s->base) != 0 && !sv_service_quirk(s, SV_ANY_ISSUER) &&
      !(is_test && sv_service_quirk(s, SV_TEST_ISSUER)))
    return false;
  if (sv_service_quirk(s, SV_TOKEN_FOR_ALL) && strcmp(text_of(claims, "aud"), "unspecified") == 0)
    return true;
  return strcmp(text_of(claims, "aud"), s->base) == 0 || sv_service_quirk(s, SV_ANY_AUDIENCE);
}

/* Whether the token is of PERSON. */
static bool is_person(const struct sv_service *s, const json_t *claims, const char *person)
{
  const json_t *pid = json_object_get(claims, "pid");
  if (!pid)
    return sv_service_quirk(s, SV_NO_PERSON);
  return strcmp(text_of(claims, "pid"), person) == 0 || sv_service_quirk(s, SV_ANY_PERSON);
}

static enum sv_token_verdict judge_claims(const struct sv_service *s, const json_t *claims,
                                          const char *scope, const char *person, time_t now)
{
  const json_t *key = json_object_get(json_object_get(claims, "cnf"), "jkt");
  if (!is_ours(s, claims))
    return SV_TOKEN_INVALID;
  const json_int_t expires = json_integer_value(json_object_get(claims, "exp"));
  if (expires <= now && !sv_service_quirk(s, SV_EXPIRED_TOKEN))
    return SV_TOKEN_EXPIRED;
  if (key && !sv_service_quirk(s, SV_BOUND_AS_BEARER))
    return SV_TOKEN_BOUND;
  if (json_object_get(claims, "supplier") && sv_service_quirk(s, SV_SUPPLIER_REFUSED))
    return SV_TOKEN_INVALID;
  if (!has_scope(text_of(claims, "scope"), scope) && !sv_service_quirk(s, SV_NO_SCOPE_CHECK))
    return SV_TOKEN_NO_SCOPE;
  return person && !is_person(s, claims, person) ? SV_TOKEN_NO_PERSON : SV_TOKEN_GOOD;
}

/* A library that is told the public key and takes it for a shared secret. */
static bool is_public_hmac(const struct sv_service *s, const char *token, size_t signed_size)
{
  struct sv_buf pem = SV_BUF(PART_MAX);
  struct sv_buf text = SV_BUF(PART_MAX);
  struct sv_error err = { .text = "" };
  unsigned char digest[32];
  bool good = sv_keys_pem(s->keys, &pem, &err) == SV_OK &&
              gnutls_hmac_fast(GNUTLS_MAC_SHA256, sv_buf_text(&pem), pem.size, token, signed_size,
                               digest) >= 0;
  sv_base64url(&text, digest, sizeof digest);
  good = good && strcmp(sv_buf_text(&text), token + signed_size + 1) == 0;
  sv_buf_free(&pem);
  sv_buf_free(&text);
  return good;
}

static bool is_signed(const struct sv_service *s, const char *alg, const char *token, size_t size)
{
  if (strcmp(alg, "HS256") == 0 && sv_service_quirk(s, SV_PUBLIC_KEY_AS_SECRET))
    return is_public_hmac(s, token, size);
  return strcmp(alg, "RS256") == 0 &&
         (sv_service_quirk(s, SV_ANY_KEY) || verify(s->keys, token, size));
}

enum sv_token_verdict sv_token_judge(const struct sv_service *s, const char *token,
                                     const char *scope, const char *person, time_t now)
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
  if (!is_signed(s, alg, token, (size_t)(second - token)))
    return SV_TOKEN_INVALID;
  if (sv_service_quirk(s, SV_WANTS_RFC_9068) && !json_object_get(head, "typ"))
    return SV_TOKEN_INVALID;
  return judge_claims(s, claims, scope, person, now);
}
