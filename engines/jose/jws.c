// SPDX-License-Identifier: Apache-2.0
/* Signatures: RS, PS and ES with SHA-2, and EdDSA. */
#include "engines/jose/jws.h"

#include "engines/base/ascii.h"
#include "engines/jose/base64url.h"

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <stdlib.h>
#include <string.h>

enum { SIGNATURE_MAX = 4096 };

/* RFC 7518 3.1, RFC 8037 3.1 */
static const struct algorithm {
  const char *name, *digest, *kty, *crv;
  bool pss;
  size_t half; /* bytes of r and of s */
} algorithms[] = {
  { "RS256", "SHA256", "RSA", NULL, false, 0 },    { "RS384", "SHA384", "RSA", NULL, false, 0 },
  { "RS512", "SHA512", "RSA", NULL, false, 0 },    { "PS256", "SHA256", "RSA", NULL, true, 0 },
  { "PS384", "SHA384", "RSA", NULL, true, 0 },     { "PS512", "SHA512", "RSA", NULL, true, 0 },
  { "ES256", "SHA256", "EC", "P-256", false, 32 }, { "ES384", "SHA384", "EC", "P-384", false, 48 },
  { "ES512", "SHA512", "EC", "P-521", false, 66 }, { "EdDSA", NULL, "OKP", NULL, false, 0 },
};

static bool is_base64url(struct sv_span s)
{
  for (size_t i = 0; i < s.size; i++)
    if (!sv_is_alnum((unsigned char)s.data[i]) && s.data[i] != '-' && s.data[i] != '_')
      return false;
  return true;
}

bool sv_jws_split(const char *text, size_t size, struct sv_jws *out)
{
  const char *first = memchr(text, '.', size);
  const size_t left = first ? (size_t)(text + size - first - 1) : 0;
  const char *second = left ? memchr(first + 1, '.', left) : NULL;
  if (!second)
    return false;
  out->header = (struct sv_span){ text, (size_t)(first - text) };
  out->claims = (struct sv_span){ first + 1, (size_t)(second - first - 1) };
  out->signature = (struct sv_span){ second + 1, (size_t)(text + size - second - 1) };
  out->input = (struct sv_span){ text, (size_t)(second - text) };
  return out->header.size > 0 && out->claims.size > 0 && is_base64url(out->header) &&
         is_base64url(out->claims) && is_base64url(out->signature);
}

static const struct algorithm *find(const char *name, const struct sv_jwk *key)
{
  for (size_t i = 0; i < sizeof algorithms / sizeof algorithms[0]; i++) {
    const struct algorithm *a = &algorithms[i];
    if (name && strcmp(a->name, name) == 0)
      return key->kty && strcmp(a->kty, key->kty) == 0 &&
                     (!a->crv || (key->crv && strcmp(a->crv, key->crv) == 0))
                 ? a
                 : NULL;
  }
  return NULL;
}

/* r and s side by side (RFC 7518 3.4) as the DER that OpenSSL reads. */
static bool to_der(struct sv_buf *signature, size_t half)
{
  const unsigned char *raw = (const unsigned char *)sv_buf_text(signature);
  unsigned char *der = NULL;
  ECDSA_SIG *sig = ECDSA_SIG_new();
  BIGNUM *r = BN_bin2bn(raw, (int)half, NULL);
  BIGNUM *s = BN_bin2bn(raw + half, (int)half, NULL);
  int size = -1;
  if (sig && r && s && signature->size == 2 * half && ECDSA_SIG_set0(sig, r, s)) {
    r = NULL;
    s = NULL;
    size = i2d_ECDSA_SIG(sig, &der);
  }
  sv_buf_cut(signature, 0);
  const bool good = size > 0 && sv_buf_add(signature, der, (size_t)size) == SV_OK;
  OPENSSL_free(der);
  ECDSA_SIG_free(sig);
  BN_free(r);
  BN_free(s);
  return good;
}

static bool verify(EVP_PKEY *key, const struct algorithm *a, struct sv_span input,
                   const struct sv_buf *signature)
{
  EVP_MD_CTX *md = EVP_MD_CTX_new();
  EVP_PKEY_CTX *ctx = NULL;
  bool good = md && EVP_DigestVerifyInit_ex(md, &ctx, a->digest, NULL, NULL, key, NULL) > 0;
  if (good && a->pss)
    good = EVP_PKEY_CTX_set_rsa_padding(ctx, RSA_PKCS1_PSS_PADDING) > 0 &&
           EVP_PKEY_CTX_set_rsa_pss_saltlen(ctx, RSA_PSS_SALTLEN_DIGEST) > 0;
  good =
      good && EVP_DigestVerify(md, (const unsigned char *)sv_buf_text(signature), signature->size,
                               (const unsigned char *)input.data, input.size) == 1;
  EVP_MD_CTX_free(md);
  return good;
}

enum sv_signature sv_signed_verify(const char *alg, const struct sv_jwk *key, struct sv_span input,
                                   struct sv_buf *signature)
{
  const struct algorithm *a = find(alg, key);
  EVP_PKEY *opened = a ? sv_jwk_open(key) : NULL;
  if (!opened)
    return SV_SIGNATURE_UNCHECKED;
  bool good = !a->half || (signature->size == 2 * a->half && to_der(signature, a->half));
  good = good && verify(opened, a, input, signature);
  EVP_PKEY_free(opened);
  return good ? SV_SIGNATURE_GOOD : SV_SIGNATURE_BAD;
}

enum sv_signature sv_jws_verify(const struct sv_jws *j, const char *alg, const struct sv_jwk *key)
{
  struct sv_buf signature = SV_BUF(SIGNATURE_MAX);
  const bool read = sv_base64url_decode(j->signature.data, j->signature.size, &signature) == SV_OK;
  /* A signature that is no base64url is a bad one, when its algorithm and key are good for any. */
  if (!read)
    sv_buf_cut(&signature, 0);
  const enum sv_signature verdict = sv_signed_verify(alg, key, j->input, &signature);
  sv_buf_free(&signature);
  return !read && verdict == SV_SIGNATURE_GOOD ? SV_SIGNATURE_BAD : verdict;
}
