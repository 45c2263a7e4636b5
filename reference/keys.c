// SPDX-License-Identifier: Apache-2.0
/* Keys and the key set, with GnuTLS. */
#include "reference/keys.h"
#include "reference/keys_private.h"

#include <gnutls/abstract.h>
#include <stdlib.h>
#include <string.h>

enum { RSA_BITS = 2048, RSA_WEAK_BITS = 1024, JWKS_MAX = 16384, CERTIFICATE_AGE = 90 * 86400 };

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

void sv_base64url(struct sv_buf *out, const unsigned char *data, size_t size)
{
  for (size_t i = 0; i < size; i += 3) {
    const unsigned a = data[i];
    const unsigned b = i + 1 < size ? data[i + 1] : 0;
    const unsigned c = i + 2 < size ? data[i + 2] : 0;
    sv_buf_addc(out, alphabet[a >> 2]);
    sv_buf_addc(out, alphabet[(a & 3) << 4 | b >> 4]);
    if (i + 1 < size)
      sv_buf_addc(out, alphabet[(b & 15) << 2 | c >> 6]);
    if (i + 2 < size)
      sv_buf_addc(out, alphabet[c & 63]);
  }
}

/* Appends `,"NAME":"base64url"`. Leading zeros go from RSA numbers (WIDTH 0); EC coordinates have
 * WIDTH bytes. */
static void member(struct sv_buf *out, const char *name, gnutls_datum_t *value, size_t width)
{
  static const unsigned char zeros[66];
  const unsigned char *p = value->data;
  size_t size = value->size;
  while (size > 1 && *p == 0 && (width == 0 || size > width)) {
    p++;
    size--;
  }
  struct sv_buf padded = SV_BUF(4096);
  if (width > size)
    sv_buf_add(&padded, zeros, width - size);
  sv_buf_add(&padded, p, size);
  sv_buf_addf(out, ",\"%s\":\"", name);
  sv_base64url(out, (const unsigned char *)sv_buf_text(&padded), padded.size);
  sv_buf_addc(out, '"');
  sv_buf_free(&padded);
  gnutls_memset(value->data, 0, value->size);
  gnutls_free(value->data);
}

static int add_rsa(gnutls_x509_privkey_t key, struct sv_buf *out, bool with_private)
{
  gnutls_datum_t m, e, d, p, q, u, e1, e2;
  const int rc = gnutls_x509_privkey_export_rsa_raw2(key, &m, &e, &d, &p, &q, &u, &e1, &e2);
  if (rc < 0)
    return rc;
  sv_buf_addf(out, "{\"kty\":\"RSA\",\"kid\":\"%s\",\"use\":\"sig\",\"alg\":\"RS256\"",
              SV_KEY_ID_RSA);
  member(out, "n", &m, 0);
  member(out, "e", &e, 0);
  struct sv_buf secret = SV_BUF(JWKS_MAX);
  member(&secret, "d", &d, 0);
  if (with_private)
    sv_buf_adds(out, sv_buf_text(&secret));
  gnutls_memset(secret.data, 0, secret.size);
  sv_buf_free(&secret);
  gnutls_datum_t *const rest[] = { &p, &q, &u, &e1, &e2 };
  for (size_t i = 0; i < sizeof rest / sizeof rest[0]; i++) {
    gnutls_memset(rest[i]->data, 0, rest[i]->size);
    gnutls_free(rest[i]->data);
  }
  sv_buf_addc(out, '}');
  return rc;
}

static int add_ec(struct sv_keys *k, struct sv_buf *out, const char *kid)
{
  gnutls_ecc_curve_t curve;
  gnutls_datum_t x, y, d;
  const int rc = gnutls_x509_privkey_export_ecc_raw(k->ec, &curve, &x, &y, &d);
  if (rc < 0)
    return rc;
  gnutls_memset(d.data, 0, d.size);
  gnutls_free(d.data);
  sv_buf_addf(out,
              "{\"kty\":\"EC\",\"kid\":\"%s\",\"use\":\"sig\",\"alg\":\"ES256\",\"crv\":\"P-256\"",
              kid);
  member(out, "x", &x, 32);
  member(out, "y", &y, 32);
  sv_buf_addc(out, '}');
  return rc;
}

static int generate(gnutls_x509_privkey_t *key, gnutls_pk_algorithm_t kind, unsigned bits)
{
  const int rc = gnutls_x509_privkey_init(key);
  return rc < 0 ? rc : gnutls_x509_privkey_generate(*key, kind, bits, 0);
}

/* A key of the same name that nothing is signed with. */
static int add_other_rsa(struct sv_buf *out)
{
  gnutls_x509_privkey_t other = NULL;
  int rc = generate(&other, GNUTLS_PK_RSA, RSA_BITS);
  if (rc >= 0)
    rc = add_rsa(other, out, false);
  if (other)
    gnutls_x509_privkey_deinit(other);
  return rc;
}

/* A certificate of KEY, signed by itself. */
static int certify(gnutls_x509_crt_t *crt, gnutls_x509_privkey_t key, time_t from)
{
  static const unsigned char serial[] = { 1 };
  const char *where = NULL;
  int rc = gnutls_x509_crt_init(crt);
  if (rc >= 0)
    rc = gnutls_x509_crt_set_version(*crt, 3);
  if (rc >= 0)
    rc = gnutls_x509_crt_set_serial(*crt, serial, sizeof serial);
  if (rc >= 0)
    rc = gnutls_x509_crt_set_dn(*crt, "CN=samsvar-demo,O=Referansetjenesten,C=NO", &where);
  if (rc >= 0)
    rc = gnutls_x509_crt_set_activation_time(*crt, from - CERTIFICATE_AGE);
  if (rc >= 0)
    rc = gnutls_x509_crt_set_expiration_time(*crt, from + CERTIFICATE_AGE);
  if (rc >= 0)
    rc = gnutls_x509_crt_set_key(*crt, key);
  if (rc >= 0)
    rc = gnutls_x509_crt_sign2(*crt, *crt, key, GNUTLS_DIG_SHA256, 0);
  return rc;
}

/* Appends what EXPORT made; the bytes are wiped. */
static enum sv_status take(int rc, gnutls_datum_t *made, struct sv_buf *out, struct sv_error *err)
{
  if (rc >= 0) {
    sv_buf_add(out, made->data, made->size);
    gnutls_memset(made->data, 0, made->size);
  }
  gnutls_free(made->data);
  return rc >= 0
             ? SV_OK
             : sv_fail(err, SV_INTERNAL, "the keys could not be written: %s", gnutls_strerror(rc));
}

enum sv_status sv_keys_client_pem(const struct sv_keys *k, struct sv_buf *certificate,
                                  struct sv_buf *key, struct sv_error *err)
{
  gnutls_datum_t made = { NULL, 0 };
  int rc = gnutls_x509_crt_export2(k->client_crt, GNUTLS_X509_FMT_PEM, &made);
  SV_TRY(take(rc, &made, certificate, err));
  made = (gnutls_datum_t){ NULL, 0 };
  rc = gnutls_x509_privkey_export2(k->client, GNUTLS_X509_FMT_PEM, &made);
  return take(rc, &made, key, err);
}

enum sv_status sv_keys_x5c(const struct sv_keys *k, struct sv_buf *out, struct sv_error *err)
{
  gnutls_datum_t der = { NULL, 0 };
  gnutls_datum_t text = { NULL, 0 };
  int rc = gnutls_x509_crt_export2(k->signer_crt, GNUTLS_X509_FMT_DER, &der);
  if (rc >= 0)
    rc = gnutls_base64_encode2(&der, &text);
  gnutls_free(der.data);
  return take(rc, &text, out, err);
}

enum sv_status sv_keys_thumbprint(const struct sv_keys *k, struct sv_buf *out, struct sv_error *err)
{
  unsigned char digest[32];
  size_t size = sizeof digest;
  const int rc = gnutls_x509_crt_get_fingerprint(k->client_crt, GNUTLS_DIG_SHA256, digest, &size);
  if (rc < 0)
    return sv_fail(err, SV_INTERNAL, "the keys could not be written: %s", gnutls_strerror(rc));
  sv_base64url(out, digest, size);
  return SV_OK;
}

enum sv_status sv_keys_pem(const struct sv_keys *k, struct sv_buf *out, struct sv_error *err)
{
  gnutls_datum_t made = { NULL, 0 };
  gnutls_privkey_t key = NULL;
  gnutls_pubkey_t public = NULL;
  int rc = gnutls_privkey_init(&key);
  if (rc >= 0)
    rc = gnutls_privkey_import_x509(key, k->rsa, 0);
  if (rc >= 0)
    rc = gnutls_pubkey_init(&public);
  if (rc >= 0)
    rc = gnutls_pubkey_import_privkey(public, key, 0, 0);
  if (rc >= 0)
    rc = gnutls_pubkey_export2(public, GNUTLS_X509_FMT_PEM, &made);
  if (public)
    gnutls_pubkey_deinit(public);
  if (key)
    gnutls_privkey_deinit(key);
  return take(rc, &made, out, err);
}

enum sv_status sv_keys_make(struct sv_keys **out, const struct sv_service *s, struct sv_error *err)
{
  struct sv_keys *k = calloc(1, sizeof *k);
  *out = k;
  if (!k)
    return sv_fail(err, SV_NO_MEMORY, "out of memory");
  const unsigned bits = sv_service_quirk(s, SV_KEYS_WEAK) ? RSA_WEAK_BITS : RSA_BITS;
  const bool twins = sv_service_quirk(s, SV_KEYS_SAME_KID);
  struct sv_buf set = SV_BUF(JWKS_MAX);
  int rc = generate(&k->rsa, GNUTLS_PK_RSA, bits);
  if (rc >= 0)
    rc = generate(&k->ec, GNUTLS_PK_EC, GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1));
  if (rc >= 0)
    rc = generate(&k->client, GNUTLS_PK_EC, GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1));
  if (rc >= 0)
    rc = certify(&k->client_crt, k->client, s->started);
  if (rc >= 0)
    rc = certify(&k->signer_crt, k->rsa, s->started);
  sv_buf_adds(&set, "{\"keys\":[");
  if (rc >= 0 && sv_service_quirk(s, SV_KEYS_OTHER))
    rc = add_other_rsa(&set);
  else if (rc >= 0)
    rc = add_rsa(k->rsa, &set, sv_service_quirk(s, SV_KEYS_PRIVATE));
  sv_buf_addc(&set, ',');
  if (rc >= 0)
    rc = add_ec(k, &set, SV_KEY_ID_EC);
  if (rc >= 0 && twins) {
    sv_buf_addc(&set, ',');
    rc = add_ec(k, &set, SV_KEY_ID_EC);
  }
  sv_buf_adds(&set, "]}\n");
  k->jwks = sv_buf_take(&set);
  return rc >= 0 && k->jwks
             ? SV_OK
             : sv_fail(err, SV_INTERNAL, "the keys could not be made: %s", gnutls_strerror(rc));
}

void sv_keys_free(struct sv_keys *k)
{
  if (!k)
    return;
  if (k->rsa)
    gnutls_x509_privkey_deinit(k->rsa);
  if (k->ec)
    gnutls_x509_privkey_deinit(k->ec);
  if (k->client)
    gnutls_x509_privkey_deinit(k->client);
  if (k->client_crt)
    gnutls_x509_crt_deinit(k->client_crt);
  if (k->signer_crt)
    gnutls_x509_crt_deinit(k->signer_crt);
  if (k->jwks)
    gnutls_memset(k->jwks, 0, strlen(k->jwks));
  free(k->jwks);
  free(k);
}

const char *sv_keys_jwks(const struct sv_keys *k)
{
  return k->jwks;
}
