// SPDX-License-Identifier: Apache-2.0
/* Reading certificates and following chains with OpenSSL. */
#include "engines/xml/x509.h"

#include "engines/base/ascii.h"
#include "engines/jose/base64url.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum {
  TEXT_MAX = 64 << 10,
  PEM_MAX = 1 << 20,
  AUTHORITIES_MAX = 64,
  RSA_LEAST = 2048,
  EC_LEAST = 256
};

static bool read_time(const ASN1_TIME *t, int64_t *out)
{
  struct tm tm;
  if (!ASN1_TIME_to_tm(t, &tm))
    return false;
  *out = (int64_t)timegm(&tm);
  return true;
}

/* The base64 in TEXT: what stands between PEM's lines when they are there, without white space. */
static enum sv_status bare(const char *text, size_t size, struct sv_buf *out)
{
  static const char begin[] = "-----BEGIN CERTIFICATE-----";
  static const char end[] = "-----END CERTIFICATE-----";
  const char *from = memmem(text, size, begin, sizeof begin - 1);
  const char *stop = text + size;
  if (from) {
    from += sizeof begin - 1;
    stop = memmem(from, (size_t)(stop - from), end, sizeof end - 1);
  }
  if (!stop)
    return SV_INVALID;
  for (const char *p = from ? from : text; p < stop; p++)
    if (!sv_is_space((unsigned char)*p))
      sv_buf_addc(out, *p);
  return out->failed;
}

static void look_at_key(struct sv_x509 *c)
{
  const EVP_PKEY *key = X509_get0_pubkey(c->certificate);
  const int kind = key ? EVP_PKEY_get_base_id(key) : EVP_PKEY_NONE;
  const int bits = key ? EVP_PKEY_get_bits(key) : 0;
  c->bits = bits > 0 ? (unsigned)bits : 0;
  c->is_rsa = kind == EVP_PKEY_RSA;
  c->is_ec = kind == EVP_PKEY_EC;
  c->is_strong = (c->is_rsa && c->bits >= RSA_LEAST) || (c->is_ec && c->bits >= EC_LEAST);
}

static void name_subject(struct sv_x509 *c)
{
  BIO *bio = BIO_new(BIO_s_mem());
  char *text = NULL;
  if (bio &&
      X509_NAME_print_ex(bio, X509_get_subject_name(c->certificate), 0, XN_FLAG_RFC2253) >= 0) {
    const long size = BIO_get_mem_data(bio, &text);
    if (size > 0)
      (void)snprintf(c->subject, sizeof c->subject, "%.*s", (int)(size < 199 ? size : 199), text);
  }
  BIO_free(bio);
}

enum sv_status sv_x509_read(const char *text, size_t size, struct sv_x509 *out)
{
  struct sv_buf plain = SV_BUF(TEXT_MAX);
  struct sv_buf der = SV_BUF(TEXT_MAX);
  *out = (struct sv_x509){ .certificate = NULL };
  enum sv_status status = bare(text, size, &plain);
  if (status == SV_OK)
    status = sv_base64_decode(sv_buf_text(&plain), plain.size, &der);
  const unsigned char *p = (const unsigned char *)der.data;
  if (status == SV_OK && der.size > 0)
    out->certificate = d2i_X509(NULL, &p, (long)der.size);
  const bool whole = out->certificate && p == (const unsigned char *)der.data + der.size &&
                     read_time(X509_get0_notBefore(out->certificate), &out->not_before) &&
                     read_time(X509_get0_notAfter(out->certificate), &out->not_after);
  if (whole) {
    look_at_key(out);
    name_subject(out);
  }
  sv_buf_free(&plain);
  sv_buf_free(&der);
  return whole ? SV_OK : SV_INVALID;
}

void sv_x509_free(struct sv_x509 *c)
{
  X509_free(c->certificate);
  c->certificate = NULL;
}

/* Puts the certificates of the PEM text into STORE, and their number into *COUNT. */
static enum sv_status trust(X509_STORE *store, const char *pem, size_t size, size_t *count)
{
  BIO *bio = size < PEM_MAX ? BIO_new_mem_buf(pem, (int)size) : NULL;
  X509 *x;
  enum sv_status status = bio ? SV_OK : SV_LIMIT;
  while (status == SV_OK && (x = PEM_read_bio_X509(bio, NULL, NULL, NULL))) {
    if (++*count > AUTHORITIES_MAX)
      status = SV_LIMIT;
    else if (!X509_STORE_add_cert(store, x))
      status = SV_NO_MEMORY;
    X509_free(x);
  }
  BIO_free(bio);
  return status == SV_OK && *count == 0 ? SV_INVALID : status;
}

static enum sv_status follow(X509_STORE *store, X509 *leaf, int64_t when, char reason[200])
{
  X509_STORE_CTX *walk = X509_STORE_CTX_new();
  enum sv_status status = SV_NO_MEMORY;
  if (walk && X509_STORE_CTX_init(walk, store, leaf, NULL)) {
    X509_VERIFY_PARAM *rules = X509_STORE_CTX_get0_param(walk);
    X509_VERIFY_PARAM_set_time(rules, (time_t)when);
    X509_VERIFY_PARAM_set_depth(rules, 8);
    (void)X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_PARTIAL_CHAIN);
    status = X509_verify_cert(walk) == 1 ? SV_OK : SV_DENIED;
    if (status == SV_DENIED)
      (void)snprintf(reason, 200, "%s",
                     X509_verify_cert_error_string(X509_STORE_CTX_get_error(walk)));
  }
  X509_STORE_CTX_free(walk);
  return status;
}

enum sv_status sv_x509_is_issued(const struct sv_x509 *c, const char *pem, size_t size,
                                 int64_t when, char reason[200])
{
  X509_STORE *store = X509_STORE_new();
  size_t count = 0;
  reason[0] = '\0';
  enum sv_status status = store ? trust(store, pem, size, &count) : SV_NO_MEMORY;
  if (status == SV_OK)
    status = follow(store, c->certificate, when, reason);
  X509_STORE_free(store);
  return status;
}
