// SPDX-License-Identifier: Apache-2.0
/* Reading certificates. */
#include "engines/jose/certificate.h"

#include "engines/jose/base64url.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <string.h>
#include <time.h>

enum { DER_MAX = 64 << 10 };

static bool read_time(const ASN1_TIME *t, int64_t *out)
{
  struct tm tm;
  if (!ASN1_TIME_to_tm(t, &tm))
    return false;
  *out = (int64_t)timegm(&tm);
  return true;
}

enum sv_status sv_x5c_read(const char *text, struct sv_arena *a, struct sv_x5c *out)
{
  struct sv_buf der = SV_BUF(DER_MAX);
  const unsigned char *p = NULL;
  X509 *x = NULL;
  *out = (struct sv_x5c){ .not_before = 0 };
  if (sv_base64_decode(text, strlen(text), &der) == SV_OK) {
    p = (const unsigned char *)der.data;
    x = d2i_X509(NULL, &p, (long)der.size);
  }
  const EVP_PKEY *key = x ? X509_get0_pubkey(x) : NULL;
  const bool whole = key && p == (const unsigned char *)der.data + der.size &&
                     read_time(X509_get0_notBefore(x), &out->not_before) &&
                     read_time(X509_get0_notAfter(x), &out->not_after);
  const enum sv_status status = whole ? sv_jwk_from(key, a, &out->key) : SV_INVALID;
  X509_free(x);
  sv_buf_free(&der);
  return status;
}

enum sv_status sv_pem_thumbprint(const char *pem, size_t size, struct sv_buf *out)
{
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned n = 0;
  BIO *bio = size < DER_MAX ? BIO_new_mem_buf(pem, (int)size) : NULL;
  X509 *x = bio ? PEM_read_bio_X509(bio, NULL, NULL, NULL) : NULL;
  const bool good = x && X509_digest(x, EVP_sha256(), digest, &n);
  X509_free(x);
  BIO_free(bio);
  return good ? sv_base64url_encode(digest, n, out) : SV_INVALID;
}
