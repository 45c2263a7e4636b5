// SPDX-License-Identifier: Apache-2.0
/* An authority, the publisher's certificate and the access point's, and the participant's name. */
#include "reference/peppol.h"

#include "engines/base/buf.h"
#include "reference/keys.h"
#include "reference/keys_private.h"
#include "reference/sign.h"
#include "reference/units.h"

#include <gnutls/crypto.h>
#include <stdlib.h>
#include <string.h>

enum { DAY = 86400, RSA_BITS = 2048, TEXT_MAX = 16384, DIGEST = 32 };

struct sv_peppol {
  gnutls_x509_privkey_t authority_key, other_key, publisher_key;
  gnutls_x509_crt_t authority, other;
  char name[128];
  char *authority_pem;
  char *publisher, *access_point; /* certificates in base64 */
};

/* RFC 4648 6, without padding. */
static void add_base32(struct sv_buf *out, const unsigned char *data, size_t size)
{
  static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  unsigned held = 0;
  unsigned bits = 0;
  for (size_t i = 0; i < size; i++) {
    held = (held << 8 | data[i]) & 0xfff;
    for (bits += 8; bits >= 5; bits -= 5)
      sv_buf_addc(out, alphabet[held >> (bits - 5) & 31]);
  }
  if (bits > 0)
    sv_buf_addc(out, alphabet[held << (5 - bits) & 31]);
}

static bool make_name(struct sv_peppol *p)
{
  static const char participant[] = "0192:" SV_REFERENCE_ORGNR;
  unsigned char digest[DIGEST];
  struct sv_buf out = SV_BUF(sizeof p->name - 1);
  if (gnutls_hash_fast(GNUTLS_DIG_SHA256, participant, sizeof participant - 1, digest) < 0)
    return false;
  add_base32(&out, digest, sizeof digest);
  sv_buf_adds(&out, ".iso6523-actorid-upis." SV_PEPPOL_ZONE);
  memcpy(p->name, sv_buf_text(&out), out.size + 1);
  sv_buf_free(&out);
  return p->name[0] != '\0';
}

/* A certificate NAME of KEY, signed by ISSUER with SIGNER; by itself when ISSUER is NULL. */
static int certify(gnutls_x509_crt_t *crt, const char *name, gnutls_x509_privkey_t key,
                   gnutls_x509_crt_t issuer, gnutls_x509_privkey_t signer, time_t now)
{
  unsigned char serial[16];
  const char *where = NULL;
  int rc = gnutls_rnd(GNUTLS_RND_NONCE, serial, sizeof serial);
  serial[0] = (unsigned char)((serial[0] & 0x7f) | 0x40);
  if (rc >= 0)
    rc = gnutls_x509_crt_init(crt);
  if (rc >= 0)
    rc = gnutls_x509_crt_set_version(*crt, 3);
  if (rc >= 0)
    rc = gnutls_x509_crt_set_serial(*crt, serial, sizeof serial);
  if (rc >= 0)
    rc = gnutls_x509_crt_set_dn(*crt, name, &where);
  if (rc >= 0)
    rc = gnutls_x509_crt_set_activation_time(*crt, now - DAY);
  if (rc >= 0)
    rc = gnutls_x509_crt_set_expiration_time(*crt, now + 365 * DAY);
  if (rc >= 0)
    rc = gnutls_x509_crt_set_basic_constraints(*crt, issuer == NULL, -1);
  if (rc >= 0)
    rc = gnutls_x509_crt_set_key_usage(*crt, issuer ? GNUTLS_KEY_DIGITAL_SIGNATURE
                                                    : GNUTLS_KEY_KEY_CERT_SIGN);
  if (rc >= 0)
    rc = gnutls_x509_crt_set_key(*crt, key);
  if (rc >= 0)
    rc = gnutls_x509_crt_sign2(*crt, issuer ? issuer : *crt, signer, GNUTLS_DIG_SHA256, 0);
  return rc;
}

/* A certificate that the authority issues, in base64. */
static int issue(const struct sv_peppol *p, const char *name, gnutls_x509_privkey_t key, time_t now,
                 char **out)
{
  gnutls_x509_crt_t crt = NULL;
  gnutls_datum_t der = { NULL, 0 };
  gnutls_datum_t text = { NULL, 0 };
  int rc = certify(&crt, name, key, p->authority, p->authority_key, now);
  if (rc >= 0)
    rc = gnutls_x509_crt_export2(crt, GNUTLS_X509_FMT_DER, &der);
  if (rc >= 0)
    rc = gnutls_base64_encode2(&der, &text);
  *out = rc >= 0 ? strndup((const char *)text.data, text.size) : NULL;
  gnutls_free(der.data);
  gnutls_free(text.data);
  if (crt)
    gnutls_x509_crt_deinit(crt);
  return rc;
}

static int generate(gnutls_x509_privkey_t *key, gnutls_pk_algorithm_t kind, unsigned bits)
{
  const int rc = gnutls_x509_privkey_init(key);
  return rc < 0 ? rc : gnutls_x509_privkey_generate(*key, kind, bits, 0);
}

static int make_authority(gnutls_x509_privkey_t *key, gnutls_x509_crt_t *crt, time_t now)
{
  const int rc = generate(key, GNUTLS_PK_EC, GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1));
  return rc < 0 ? rc
                : certify(crt, "CN=Referansenettets utsteder,O=Referansetjenesten,C=NO", *key, NULL,
                          *key, now);
}

/* The authority's certificate as PEM: with a break that of another one of the same name. */
static int export(struct sv_peppol *p, const struct sv_service *s)
{
  gnutls_datum_t pem = { NULL, 0 };
  gnutls_x509_crt_t told = p->authority;
  int rc = 0;
  if (sv_service_quirk(s, SV_SMP_OTHER_ISSUER)) {
    rc = make_authority(&p->other_key, &p->other, s->started);
    told = p->other;
  }
  if (rc >= 0)
    rc = gnutls_x509_crt_export2(told, GNUTLS_X509_FMT_PEM, &pem);
  p->authority_pem = rc >= 0 ? strndup((const char *)pem.data, pem.size) : NULL;
  gnutls_free(pem.data);
  return rc;
}

enum sv_status sv_peppol_make(struct sv_peppol **out, const struct sv_service *s,
                              struct sv_error *err)
{
  struct sv_peppol *p = calloc(1, sizeof *p);
  *out = p;
  if (!p || !make_name(p))
    return sv_fail(err, SV_NO_MEMORY, "out of memory");
  if (sv_service_quirk(s, SV_SML_NONE))
    p->name[0] = '\0';
  int rc = make_authority(&p->authority_key, &p->authority, s->started);
  /* The key of the tokens will do, for keys of RSA are slow to make, unless a break made it weak.
   */
  if (rc >= 0)
    rc = sv_service_quirk(s, SV_KEYS_WEAK) ? generate(&p->publisher_key, GNUTLS_PK_RSA, RSA_BITS)
                                           : gnutls_x509_privkey_init(&p->publisher_key);
  if (rc >= 0 && !sv_service_quirk(s, SV_KEYS_WEAK))
    rc = gnutls_x509_privkey_cpy(p->publisher_key, s->keys->rsa);
  if (rc >= 0)
    rc = issue(p, "CN=RSM000001,OU=Referanse-SMP,O=Referansetjenesten,C=NO", p->publisher_key,
               s->started, &p->publisher);
  if (rc >= 0)
    rc = issue(p, "CN=RAP000001,OU=Referanse-AP,O=Referansetjenesten,C=NO", s->keys->client,
               s->started, &p->access_point);
  if (rc >= 0)
    rc = export(p, s);
  return rc >= 0 && p->publisher && p->access_point && p->authority_pem
             ? SV_OK
             : sv_fail(err, SV_INTERNAL, "the keys could not be made: %s", gnutls_strerror(rc));
}

void sv_peppol_free(struct sv_peppol *p)
{
  if (!p)
    return;
  const gnutls_x509_privkey_t keys[] = { p->authority_key, p->other_key, p->publisher_key };
  for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
    if (keys[i])
      gnutls_x509_privkey_deinit(keys[i]);
  if (p->authority)
    gnutls_x509_crt_deinit(p->authority);
  if (p->other)
    gnutls_x509_crt_deinit(p->other);
  free(p->authority_pem);
  free(p->publisher);
  free(p->access_point);
  free(p);
}

const char *sv_peppol_name(const struct sv_peppol *p)
{
  return p->name;
}

void sv_peppol_fill(const struct sv_peppol *p, struct sv_buf *text)
{
  sv_text_replace(text, "{{smp-certificate}}", p->publisher);
  sv_text_replace(text, "{{access-point-certificate}}", p->access_point);
}

enum sv_status sv_peppol_sign(const struct sv_peppol *p, struct sv_buf *text, struct sv_error *err)
{
  return sv_sign_xml(text, p->publisher_key, err);
}

const char *sv_peppol_authority(const struct sv_peppol *p)
{
  return p->authority_pem;
}
