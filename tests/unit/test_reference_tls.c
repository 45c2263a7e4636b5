// SPDX-License-Identifier: Apache-2.0
/* The certificates of the reference service: every break of them, or of the handshake, is seen. */
#include "engines/base/buf.h"
#include "reference/breaks.h"
#include "reference/tls.h"
#include "tests/unit/unit.h"

#include <gnutls/x509.h>
#include <string.h>

enum { NOW = 1790000000 };

/* Breaks of certificates and of the handshake. */
static bool is_about_tls(const struct sv_break *row)
{
  return row->kind == SV_QUIRK && row->quirk >= SV_CERT_EXPIRED && row->quirk <= SV_TLS_STATIC_RSA;
}

/* What a client can see of the certificates: names, dates, keys, and whether they lead to the root.
 */
static void describe(const struct sv_tls *t, struct sv_buf *out)
{
  gnutls_x509_crt_t chain[4];
  gnutls_x509_crt_t root[1];
  unsigned n = 4;
  unsigned one = 1;
  unsigned verdict = 0;
  const gnutls_datum_t pem = { (unsigned char *)t->chain, (unsigned)strlen(t->chain) };
  const gnutls_datum_t anchor = { (unsigned char *)t->root, (unsigned)strlen(t->root) };
  assert_true(gnutls_x509_crt_list_import(chain, &n, &pem, GNUTLS_X509_FMT_PEM, 0) > 0);
  assert_true(gnutls_x509_crt_list_import(root, &one, &anchor, GNUTLS_X509_FMT_PEM, 0) == 1);
  char name[256] = "";
  char san[256] = "";
  size_t size = sizeof name;
  gnutls_x509_crt_get_dn(chain[0], name, &size);
  size = sizeof san;
  (void)gnutls_x509_crt_get_subject_alt_name(chain[0], 0, san, &size, NULL);
  unsigned bits = 0;
  const int key = gnutls_x509_crt_get_pk_algorithm(chain[0], &bits);
  gnutls_x509_crt_list_verify(chain, n, root, 1, NULL, 0,
                              GNUTLS_VERIFY_DISABLE_TIME_CHECKS | GNUTLS_VERIFY_ALLOW_BROKEN,
                              &verdict);
  sv_buf_addf(out, "%s %s %u %d %u %d %lld %lld %x %s", name, san, n, key, bits,
              gnutls_x509_crt_get_signature_algorithm(chain[0]),
              (long long)gnutls_x509_crt_get_activation_time(chain[0]),
              (long long)gnutls_x509_crt_get_expiration_time(chain[0]), verdict, t->priorities);
  for (unsigned i = 0; i < n; i++)
    gnutls_x509_crt_deinit(chain[i]);
  gnutls_x509_crt_deinit(root[0]);
}

static void look(const char *name, struct sv_buf *out)
{
  struct sv_breaks b = { .count = 0 };
  struct sv_tls t;
  struct sv_error err = { .text = "" };
  if (name)
    assert_true(sv_breaks_add(&b, name));
  assert_int_equal(sv_tls_make(&t, &b, NOW, &err), SV_OK);
  describe(&t, out);
  sv_tls_free(&t);
}

static void every_break_of_tls_changes_certificate_or_handshake(void **state)
{
  (void)state;
  struct sv_buf clean = SV_BUF(4096);
  look(NULL, &clean);
  assert_non_null(strstr(sv_buf_text(&clean), " 0 SECURE128"));
  for (size_t t = 0; t < sv_break_table_count; t++)
    for (size_t i = 0; i < sv_break_tables[t]->count; i++) {
      const struct sv_break *row = &sv_break_tables[t]->rows[i];
      struct sv_buf broken = SV_BUF(4096);
      if (!is_about_tls(row))
        continue;
      look(row->name, &broken);
      assert_string_not_equal(sv_buf_text(&clean), sv_buf_text(&broken));
      sv_buf_free(&broken);
    }
  sv_buf_free(&clean);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_break_of_tls_changes_certificate_or_handshake),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
