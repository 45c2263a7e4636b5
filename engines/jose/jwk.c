// SPDX-License-Identifier: Apache-2.0
/* JSON Web Keys to OpenSSL's keys and back. */
#include "engines/jose/jwk.h"

#include "engines/jose/base64url.h"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <string.h>

enum { NUMBER_MAX = 2048, POINT_MAX = 1 + 2 * 66, PEM_MAX = 16384 };

static const struct curve {
  const char *name, *group;
  size_t width; /* bytes of a coordinate */
} curves[] = {
  { "P-256", "prime256v1", 32 },
  { "P-384", "secp384r1", 48 },
  { "P-521", "secp521r1", 66 },
};

enum { CURVES = sizeof curves / sizeof curves[0] };

static const struct curve *find_curve(const char *name, bool by_group)
{
  for (size_t i = 0; name && i < CURVES; i++)
    if (strcmp(by_group ? curves[i].group : curves[i].name, name) == 0)
      return &curves[i];
  return NULL;
}

static BIGNUM *number(const char *text)
{
  struct sv_buf b = SV_BUF(NUMBER_MAX);
  BIGNUM *n = NULL;
  if (text && *text && sv_base64url_decode(text, strlen(text), &b) == SV_OK)
    n = BN_bin2bn((const unsigned char *)sv_buf_text(&b), (int)b.size, NULL);
  sv_buf_free(&b);
  return n;
}

static EVP_PKEY *make(const char *type, OSSL_PARAM_BLD *bld)
{
  EVP_PKEY *key = NULL;
  OSSL_PARAM *params = OSSL_PARAM_BLD_to_param(bld);
  EVP_PKEY_CTX *ctx = EVP_PKEY_CTX_new_from_name(NULL, type, NULL);
  if (!params || !ctx || EVP_PKEY_fromdata_init(ctx) <= 0 ||
      EVP_PKEY_fromdata(ctx, &key, EVP_PKEY_PUBLIC_KEY, params) <= 0)
    key = NULL;
  EVP_PKEY_CTX_free(ctx);
  OSSL_PARAM_free(params);
  return key;
}

static EVP_PKEY *open_rsa(const struct sv_jwk *k)
{
  BIGNUM *n = number(k->n);
  BIGNUM *e = number(k->e);
  OSSL_PARAM_BLD *bld = OSSL_PARAM_BLD_new();
  EVP_PKEY *key = NULL;
  if (bld && n && e && OSSL_PARAM_BLD_push_BN(bld, OSSL_PKEY_PARAM_RSA_N, n) &&
      OSSL_PARAM_BLD_push_BN(bld, OSSL_PKEY_PARAM_RSA_E, e))
    key = make("RSA", bld);
  OSSL_PARAM_BLD_free(bld);
  BN_free(n);
  BN_free(e);
  return key;
}

static EVP_PKEY *open_ec(const struct sv_jwk *k)
{
  const struct curve *c = find_curve(k->crv, false);
  unsigned char point[POINT_MAX] = { POINT_CONVERSION_UNCOMPRESSED };
  BIGNUM *x = number(k->x);
  BIGNUM *y = number(k->y);
  OSSL_PARAM_BLD *bld = OSSL_PARAM_BLD_new();
  EVP_PKEY *key = NULL;
  if (c && bld && x && y && BN_bn2binpad(x, point + 1, (int)c->width) > 0 &&
      BN_bn2binpad(y, point + 1 + c->width, (int)c->width) > 0 &&
      OSSL_PARAM_BLD_push_utf8_string(bld, OSSL_PKEY_PARAM_GROUP_NAME, c->group, 0) &&
      OSSL_PARAM_BLD_push_octet_string(bld, OSSL_PKEY_PARAM_PUB_KEY, point, 1 + 2 * c->width))
    key = make("EC", bld);
  OSSL_PARAM_BLD_free(bld);
  BN_free(x);
  BN_free(y);
  return key;
}

static EVP_PKEY *open_okp(const struct sv_jwk *k)
{
  struct sv_buf b = SV_BUF(NUMBER_MAX);
  EVP_PKEY *key = NULL;
  if (k->crv && (strcmp(k->crv, "Ed25519") == 0 || strcmp(k->crv, "Ed448") == 0) && k->x &&
      sv_base64url_decode(k->x, strlen(k->x), &b) == SV_OK)
    key = EVP_PKEY_new_raw_public_key_ex(NULL, k->crv, NULL, (const unsigned char *)sv_buf_text(&b),
                                         b.size);
  sv_buf_free(&b);
  return key;
}

EVP_PKEY *sv_jwk_open(const struct sv_jwk *k)
{
  const char *kty = k->kty ? k->kty : "";
  if (strcmp(kty, "RSA") == 0)
    return open_rsa(k);
  if (strcmp(kty, "EC") == 0)
    return open_ec(k);
  return strcmp(kty, "OKP") == 0 ? open_okp(k) : NULL;
}

enum sv_status sv_jwk_pem(const struct sv_jwk *k, struct sv_buf *out)
{
  EVP_PKEY *key = sv_jwk_open(k);
  BIO *bio = BIO_new(BIO_s_mem());
  char *text = NULL;
  enum sv_status status = SV_INVALID;
  if (key && bio && PEM_write_bio_PUBKEY(bio, key)) {
    const long size = BIO_get_mem_data(bio, &text);
    status = size > 0 && size < PEM_MAX ? sv_buf_add(out, text, (size_t)size) : SV_INVALID;
  }
  BIO_free(bio);
  EVP_PKEY_free(key);
  return status;
}

static const char *kept(struct sv_arena *a, const unsigned char *data, size_t size)
{
  struct sv_buf b = SV_BUF(NUMBER_MAX * 2);
  const char *text =
      sv_base64url_encode(data, size, &b) == SV_OK ? sv_arena_strdup(a, sv_buf_text(&b)) : NULL;
  sv_buf_free(&b);
  return text;
}

static const char *kept_number(const EVP_PKEY *key, const char *name, struct sv_arena *a)
{
  unsigned char bytes[NUMBER_MAX];
  BIGNUM *n = NULL;
  const char *text = NULL;
  if (EVP_PKEY_get_bn_param(key, name, &n) && BN_num_bytes(n) <= NUMBER_MAX)
    text = kept(a, bytes, (size_t)BN_bn2bin(n, bytes));
  BN_free(n);
  return text;
}

enum sv_status sv_jwk_from(const EVP_PKEY *key, struct sv_arena *a, struct sv_jwk *out)
{
  unsigned char point[POINT_MAX];
  char group[64];
  size_t size = 0;
  *out = (struct sv_jwk){ 0 };
  if (EVP_PKEY_is_a(key, "RSA")) {
    out->kty = "RSA";
    out->n = kept_number(key, OSSL_PKEY_PARAM_RSA_N, a);
    out->e = kept_number(key, OSSL_PKEY_PARAM_RSA_E, a);
    return out->n && out->e ? SV_OK : SV_INVALID;
  }
  if (!EVP_PKEY_is_a(key, "EC") || !EVP_PKEY_get_group_name(key, group, sizeof group, &size) ||
      !EVP_PKEY_get_octet_string_param(key, OSSL_PKEY_PARAM_PUB_KEY, point, sizeof point, &size))
    return SV_INVALID;
  const struct curve *c = find_curve(group, true);
  if (!c || size != 1 + 2 * c->width || point[0] != POINT_CONVERSION_UNCOMPRESSED)
    return SV_INVALID;
  out->kty = "EC";
  out->crv = c->name;
  out->x = kept(a, point + 1, c->width);
  out->y = kept(a, point + 1 + c->width, c->width);
  return out->x && out->y ? SV_OK : SV_INVALID;
}
