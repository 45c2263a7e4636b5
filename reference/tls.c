// SPDX-License-Identifier: Apache-2.0
/* X.509 with GnuTLS: three certificates, EC P-256 and SHA-256 unless a break says otherwise. */
#include "reference/tls.h"

#include "reference/units.h"

#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DAY = 24 * 60 * 60, PEM_MAX = 16384 };

#define BASE_SUITES "SECURE128:-VERS-ALL:-RSA:-DHE-RSA:-DHE-DSS:-SHA1:%SERVER_PRECEDENCE"

/* One certificate to be. */
struct plan {
  const char *name;         /* common name */
  const char *organisation; /* NULL: the reference service, by name only */
  const char *number;       /* of the organisation; NULL: not said */
  time_t from;
  time_t to;
  bool authority;
  bool names; /* subjectAltName of this computer */
  bool other_names;
  bool rsa;
  gnutls_digest_algorithm_t digest;
};

struct pair {
  gnutls_x509_crt_t crt;
  gnutls_x509_privkey_t key;
};

/* RSA of that many BITS; 0: EC on P-256. */
static int make_key(struct pair *p, unsigned bits)
{
  int rc = gnutls_x509_privkey_init(&p->key);
  if (rc < 0)
    return rc;
  return bits ? gnutls_x509_privkey_generate(p->key, GNUTLS_PK_RSA, bits, 0)
              : gnutls_x509_privkey_generate(p->key, GNUTLS_PK_EC,
                                             GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1), 0);
}

static int add_names(gnutls_x509_crt_t crt, bool other)
{
  static const unsigned char four[] = { 127, 0, 0, 1 };
  static const unsigned char six[16] = { [15] = 1 };
  static const char here[] = "localhost";
  static const char there[] = "annen-tjeneste.test";
  const char *name = other ? there : here;
  int rc = gnutls_x509_crt_set_subject_alt_name(crt, GNUTLS_SAN_DNSNAME, name,
                                                (unsigned)strlen(name), GNUTLS_FSAN_APPEND);
  if (rc >= 0 && !other)
    rc = gnutls_x509_crt_set_subject_alt_name(crt, GNUTLS_SAN_IPADDRESS, four, sizeof four,
                                              GNUTLS_FSAN_APPEND);
  if (rc >= 0 && !other)
    rc = gnutls_x509_crt_set_subject_alt_name(crt, GNUTLS_SAN_IPADDRESS, six, sizeof six,
                                              GNUTLS_FSAN_APPEND);
  return rc;
}

/* The key identifiers that let a client build the chain: of the certificate itself and of its
 * issuer. */
static int add_key_ids(gnutls_x509_crt_t crt, gnutls_x509_crt_t issuer)
{
  unsigned char id[64];
  size_t size = sizeof id;
  int rc = gnutls_x509_crt_get_key_id(crt, 0, id, &size);
  if (rc >= 0)
    rc = gnutls_x509_crt_set_subject_key_id(crt, id, size);
  size = sizeof id;
  if (rc >= 0 && issuer != crt)
    rc = gnutls_x509_crt_get_key_id(issuer, 0, id, &size);
  if (rc >= 0 && issuer != crt)
    rc = gnutls_x509_crt_set_authority_key_id(crt, id, size);
  return rc;
}

static int add_purpose(gnutls_x509_crt_t crt, const struct plan *plan)
{
  const unsigned usage = plan->authority ? GNUTLS_KEY_KEY_CERT_SIGN | GNUTLS_KEY_CRL_SIGN
                                         : GNUTLS_KEY_DIGITAL_SIGNATURE |
                                               (plan->rsa ? GNUTLS_KEY_KEY_ENCIPHERMENT : 0);
  int rc = gnutls_x509_crt_set_basic_constraints(crt, plan->authority, -1);
  if (rc >= 0)
    rc = gnutls_x509_crt_set_key_usage(crt, usage);
  if (rc >= 0 && !plan->authority)
    rc = gnutls_x509_crt_set_key_purpose_oid(crt, GNUTLS_KP_TLS_WWW_SERVER, 0);
  if (rc >= 0 && plan->names)
    rc = add_names(crt, plan->other_names);
  return rc;
}

/* organizationIdentifier as ETSI EN 319 412-1, 5.1.4 has it: a UTF8String "NTRNO-" and the number.
 */
static int add_number(gnutls_x509_crt_t crt, const char *number)
{
  unsigned char der[64];
  const int size =
      snprintf((char *)der, sizeof der, "\x0c%cNTRNO-%s", (int)strlen(number) + 6, number);
  return gnutls_x509_crt_set_dn_by_oid(crt, "2.5.4.97", 1, der, (unsigned)size);
}

/* Makes SELF, signed by ISSUER (itself when NULL). SELF has its key already. */
static int make_certificate(struct pair *self, const struct pair *issuer, const struct plan *plan)
{
  const struct pair *signer = issuer ? issuer : self;
  unsigned char serial[16];
  char name[128];
  int rc = gnutls_x509_crt_init(&self->crt);
  if (rc < 0)
    return rc;
  rc = gnutls_rnd(GNUTLS_RND_NONCE, serial, sizeof serial);
  serial[0] = (unsigned char)((serial[0] & 0x7f) | 0x40);
  snprintf(name, sizeof name, "CN=%s,O=%s,C=NO", plan->name,
           plan->organisation ? plan->organisation : "Referansetjenesten");
  const char *where = NULL;
  if (rc >= 0)
    rc = gnutls_x509_crt_set_version(self->crt, 3);
  if (rc >= 0)
    rc = gnutls_x509_crt_set_serial(self->crt, serial, sizeof serial);
  if (rc >= 0)
    rc = gnutls_x509_crt_set_dn(self->crt, name, &where);
  if (rc >= 0 && plan->number)
    rc = add_number(self->crt, plan->number);
  if (rc >= 0)
    rc = gnutls_x509_crt_set_activation_time(self->crt, plan->from);
  if (rc >= 0)
    rc = gnutls_x509_crt_set_expiration_time(self->crt, plan->to);
  if (rc >= 0)
    rc = gnutls_x509_crt_set_key(self->crt, self->key);
  if (rc >= 0)
    rc = add_purpose(self->crt, plan);
  if (rc >= 0)
    rc = add_key_ids(self->crt, signer->crt);
  if (rc >= 0)
    rc = gnutls_x509_crt_sign2(self->crt, signer->crt, signer->key, plan->digest, 0);
  return rc;
}

static int add_pem(struct sv_buf *out, gnutls_x509_crt_t crt)
{
  gnutls_datum_t pem = { NULL, 0 };
  const int rc = gnutls_x509_crt_export2(crt, GNUTLS_X509_FMT_PEM, &pem);
  if (rc >= 0)
    sv_buf_add(out, pem.data, pem.size);
  gnutls_free(pem.data);
  return rc;
}

static int export(struct sv_tls *t, const struct pair pairs[3], const struct sv_breaks *b)
{
  struct sv_buf root = SV_BUF(PEM_MAX);
  struct sv_buf chain = SV_BUF(PEM_MAX);
  gnutls_datum_t key = { NULL, 0 };
  int rc = add_pem(&root, pairs[0].crt);
  if (rc >= 0)
    rc = add_pem(&chain, pairs[2].crt);
  const bool alone =
      sv_breaks_quirk(b, SV_CERT_NO_INTERMEDIATE) || sv_breaks_quirk(b, SV_CERT_SELF_SIGNED);
  if (rc >= 0 && !alone)
    rc = add_pem(&chain, pairs[1].crt);
  if (rc >= 0)
    rc = gnutls_x509_privkey_export2(pairs[2].key, GNUTLS_X509_FMT_PEM, &key);
  if (rc >= 0)
    t->key = strndup((const char *)key.data, key.size);
  gnutls_free(key.data);
  t->root = sv_buf_take(&root);
  t->chain = sv_buf_take(&chain);
  return rc;
}

/* The leaf as the breaks want it. */
static struct plan plan_leaf(const struct sv_breaks *b, time_t now)
{
  struct plan p = { .name = "localhost",
                    .number = SV_REFERENCE_ORGNR,
                    .from = now - DAY,
                    .to = now + 89 * DAY,
                    .names = true,
                    .digest = GNUTLS_DIG_SHA256 };
  if (sv_breaks_quirk(b, SV_CERT_EXPIRED)) {
    p.from = now - 90 * DAY;
    p.to = now - DAY;
  }
  if (sv_breaks_quirk(b, SV_CERT_EXPIRES_SOON))
    p.to = now + 10 * DAY;
  if (sv_breaks_quirk(b, SV_CERT_NOT_YET_VALID))
    p.from = now + 2 * DAY;
  if (sv_breaks_quirk(b, SV_CERT_WRONG_NAME)) {
    p.name = "annen-tjeneste.test";
    p.other_names = true;
  }
  if (sv_breaks_quirk(b, SV_CERT_NAME_IN_CN_ONLY))
    p.names = false;
  if (sv_breaks_quirk(b, SV_CERT_OTHER_NUMBER))
    p.number = "400000026";
  if (sv_breaks_quirk(b, SV_CERT_OTHER_ORGANISATION)) {
    p.organisation = "Annen etat";
    p.number = NULL;
  }
  if (sv_breaks_quirk(b, SV_CERT_SHA1))
    p.digest = GNUTLS_DIG_SHA1;
  return p;
}

static const char *choose_priorities(const struct sv_breaks *b)
{
  if (sv_breaks_quirk(b, SV_TLS_NO_RENEGOTIATION))
    return BASE_SUITES ":+VERS-TLS1.3:+VERS-TLS1.2:%DISABLE_SAFE_RENEGOTIATION";
  if (sv_breaks_quirk(b, SV_TLS_NO_13) || sv_breaks_quirk(b, SV_HELLO_13_LAST))
    return BASE_SUITES ":+VERS-TLS1.2";
  if (sv_breaks_quirk(b, SV_TLS_NO_12))
    return BASE_SUITES ":+VERS-TLS1.3";
  if (sv_breaks_quirk(b, SV_TLS_OLD))
    return "NORMAL:+VERS-ALL:+SHA1:%SERVER_PRECEDENCE";
  if (sv_breaks_quirk(b, SV_TLS_ONLY_OLD))
    return "NORMAL:-VERS-ALL:+VERS-TLS1.1:+SHA1";
  if (sv_breaks_quirk(b, SV_TLS_STATIC_RSA))
    return "NORMAL:-KX-ALL:+RSA:-VERS-ALL:+VERS-TLS1.2";
  return BASE_SUITES ":+VERS-TLS1.3:+VERS-TLS1.2";
}

static int make_chain(struct pair pairs[3], const struct sv_breaks *b, time_t now)
{
  const struct plan root = { .name = "Referansetjenesten rot",
                             .from = now - DAY,
                             .to = now + 365 * DAY,
                             .authority = true,
                             .digest = GNUTLS_DIG_SHA256 };
  struct plan middle = root;
  middle.name = "Referansetjenesten utsteder";
  struct plan leaf = plan_leaf(b, now);
  const unsigned bits = sv_breaks_quirk(b, SV_CERT_RSA_1024)    ? 1024
                        : sv_breaks_quirk(b, SV_TLS_STATIC_RSA) ? 2048
                                                                : 0;
  leaf.rsa = bits > 0;
  int rc = make_key(&pairs[0], 0);
  if (rc >= 0)
    rc = make_key(&pairs[1], 0);
  if (rc >= 0)
    rc = make_key(&pairs[2], bits);
  if (rc >= 0)
    rc = make_certificate(&pairs[0], NULL, &root);
  if (rc >= 0)
    rc = make_certificate(&pairs[1], &pairs[0], &middle);
  if (rc >= 0)
    rc = make_certificate(&pairs[2], sv_breaks_quirk(b, SV_CERT_SELF_SIGNED) ? NULL : &pairs[1],
                          &leaf);
  if (rc >= 0 && sv_breaks_quirk(b, SV_CERT_UNKNOWN_CA)) {
    /* Clients are told to trust a root of the same name that signed nothing. */
    gnutls_x509_crt_deinit(pairs[0].crt);
    gnutls_x509_privkey_deinit(pairs[0].key);
    pairs[0] = (struct pair){ NULL, NULL };
    rc = make_key(&pairs[0], 0);
    if (rc >= 0)
      rc = make_certificate(&pairs[0], NULL, &root);
  }
  return rc;
}

enum sv_status sv_tls_make(struct sv_tls *t, const struct sv_breaks *b, time_t now,
                           struct sv_error *err)
{
  struct pair pairs[3] = { { NULL, NULL } };
  *t = (struct sv_tls){ .priorities = choose_priorities(b) };
  int rc = make_chain(pairs, b, now);
  if (rc >= 0)
    rc = export(t, pairs, b);
  for (size_t i = 0; i < 3; i++) {
    if (pairs[i].crt)
      gnutls_x509_crt_deinit(pairs[i].crt);
    if (pairs[i].key)
      gnutls_x509_privkey_deinit(pairs[i].key);
  }
  if (rc >= 0 && t->root && t->chain && t->key)
    return SV_OK;
  sv_tls_free(t);
  return sv_fail(err, SV_INTERNAL, "the certificates could not be made: %s", gnutls_strerror(rc));
}

void sv_tls_free(struct sv_tls *t)
{
  free(t->root);
  free(t->chain);
  if (t->key)
    gnutls_memset(t->key, 0, strlen(t->key));
  free(t->key);
  *t = (struct sv_tls){ .root = NULL };
}
