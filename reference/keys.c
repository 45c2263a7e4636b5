// SPDX-License-Identifier: Apache-2.0
/* Keys and the key set, with GnuTLS. */
#include "reference/keys.h"
#include "reference/keys_private.h"

#include <gnutls/abstract.h>
#include <stdlib.h>
#include <string.h>

enum { RSA_BITS = 2048, RSA_WEAK_BITS = 1024, JWKS_MAX = 16384 };

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

static int add_rsa(struct sv_keys *k, struct sv_buf *out, bool with_private)
{
  gnutls_datum_t m, e, d, p, q, u, e1, e2;
  const int rc = gnutls_x509_privkey_export_rsa_raw2(k->rsa, &m, &e, &d, &p, &q, &u, &e1, &e2);
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
  sv_buf_adds(&set, "{\"keys\":[");
  if (rc >= 0)
    rc = add_rsa(k, &set, sv_service_quirk(s, SV_KEYS_PRIVATE));
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
  if (k->jwks)
    gnutls_memset(k->jwks, 0, strlen(k->jwks));
  free(k->jwks);
  free(k);
}

const char *sv_keys_jwks(const struct sv_keys *k)
{
  return k->jwks;
}
