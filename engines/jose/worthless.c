// SPDX-License-Identifier: Apache-2.0
/* Signing with a key that is no secret. It stands here for all to read, and that is the point: a
 * service that accepts what it signs accepts what anybody signs. */
#include "engines/jose/worthless.h"

#include "engines/jose/base64url.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/param_build.h>
#include <string.h>

enum { SIGNATURE_MAX = 256 };

/* An RSA key of 2048 bits with the exponent 65537. */
static const char modulus[] =
    "a45d3a6c691809fa97570b785c0114b0c1f67f1a36290041227645e4515dfeaf0ec5091891dac754210d4fd3"
    "d9e9cb591d15979e22203d1c949cd9e439d0096e52b2660e8d188a6bd0991328895526d56595aac58147a700"
    "9b3a8039e6d0cbb858220c998eb06ffdb52b476b674c1441924e504f33c6c2ea85bdc9e26548ff4d04367fd5"
    "9e446176fb3afaa539f547d50e9a79d7a2f62b55237885612c93d159c9df7821892e9333e5a5ee48aa9e6f7b"
    "1a64ee53c4fabbe826b9fb1bb837d17b92b2476ec4f5c847f3495d5affe773f73ba39fca85914d61764c201a"
    "df59684394e911dcffe149f2ff11608d311b7ff7eb4c83a100892b134fa047a3fc305c01";
static const char exponent[] =
    "6811ffa41506fb8a87b8bdb27fcecf62fbed2f9d511db4e389068a4a7e9a9d600a6207d85ec1bfe42ce958da"
    "32e82db147111ce72b846e2d628bce0b0bf00588ad23f82ace7bf36940b32bc646ee7ba032aa096ef4e48181"
    "88c809d89fa524d89c3532f527bbdfad2cc1327f76f05d0307b83e7167bf3a3b74632f290228ae3cf99d52ed"
    "397d1e36d1191a664a04ae1a7f5c013f1c812dd0311a7ee16d7ac7a43a303158a7c6bc83a27baa43bb129868"
    "c1d603f96dc5184685260c2433a71db9d0bd7f0e34a79f59cfad4cd12bf15c02fcafd11c7c0a9027c0583bea"
    "01103aa54d451ac067627844e34626805f4338505098ffa8b4dcfb7756f2848780bca1";

static EVP_PKEY *open_key(void)
{
  BIGNUM *n = NULL;
  BIGNUM *e = NULL;
  BIGNUM *d = NULL;
  EVP_PKEY *key = NULL;
  OSSL_PARAM *params = NULL;
  OSSL_PARAM_BLD *bld = OSSL_PARAM_BLD_new();
  EVP_PKEY_CTX *ctx = EVP_PKEY_CTX_new_from_name(NULL, "RSA", NULL);
  if (bld && ctx && BN_hex2bn(&n, modulus) && BN_hex2bn(&e, "010001") && BN_hex2bn(&d, exponent) &&
      OSSL_PARAM_BLD_push_BN(bld, OSSL_PKEY_PARAM_RSA_N, n) &&
      OSSL_PARAM_BLD_push_BN(bld, OSSL_PKEY_PARAM_RSA_E, e) &&
      OSSL_PARAM_BLD_push_BN(bld, OSSL_PKEY_PARAM_RSA_D, d) &&
      (params = OSSL_PARAM_BLD_to_param(bld)) && EVP_PKEY_fromdata_init(ctx) > 0 &&
      EVP_PKEY_fromdata(ctx, &key, EVP_PKEY_KEYPAIR, params) <= 0)
    key = NULL;
  OSSL_PARAM_free(params);
  OSSL_PARAM_BLD_free(bld);
  EVP_PKEY_CTX_free(ctx);
  BN_free(n);
  BN_free(e);
  BN_free(d);
  return key;
}

static bool sign_rsa(const struct sv_buf *text, unsigned char *out, size_t *size)
{
  EVP_PKEY *key = open_key();
  EVP_MD_CTX *md = EVP_MD_CTX_new();
  const bool good =
      key && md && EVP_DigestSignInit_ex(md, NULL, "SHA256", NULL, NULL, key, NULL) > 0 &&
      EVP_DigestSign(md, out, size, (const unsigned char *)text->data, text->size) > 0;
  EVP_MD_CTX_free(md);
  EVP_PKEY_free(key);
  return good;
}

static bool sign_hmac(const struct sv_buf *text, const char *secret, unsigned char *out,
                      size_t *size)
{
  unsigned n = 0;
  const bool good = HMAC(EVP_sha256(), secret, (int)strlen(secret),
                         (const unsigned char *)text->data, text->size, out, &n) != NULL;
  *size = n;
  return good;
}

enum sv_status sv_worthless_token(const char *header, const char *claims, const char *secret,
                                  struct sv_buf *out)
{
  unsigned char signature[SIGNATURE_MAX];
  size_t size = sizeof signature;
  struct sv_buf text = SV_BUF(1 << 16);
  SV_TRY(sv_base64url_encode(header, strlen(header), &text));
  sv_buf_addc(&text, '.');
  enum sv_status status = sv_base64url_encode(claims, strlen(claims), &text);
  if (status == SV_OK &&
      !(secret ? sign_hmac(&text, secret, signature, &size) : sign_rsa(&text, signature, &size)))
    status = SV_INTERNAL;
  if (status == SV_OK) {
    sv_buf_addf(out, "%s.", sv_buf_text(&text));
    status = sv_base64url_encode(signature, size, out);
  }
  sv_buf_free(&text);
  return status;
}
