// SPDX-License-Identifier: Apache-2.0
/* Certificates: what a handshake shows, that a bad certificate is an answer to be judged, and that
 * no credential is sent to one. */
#include "tests/unit/net_harness.h"

#include <openssl/ssl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct row {
  const char *kind;
  const char *verify; /* a part of OpenSSL's word; NULL: it verifies */
  bool name_matches;
} rows[] = {
  { "good", NULL, true },
  { "expired", "expired", true },
  { "future", "not yet valid", true },
  { "other-name", "ostname mismatch", false },
  { "self-signed", "self-signed", true },
  { "unknown-issuer", "signature failure", true },
};

static char ca_path[128];

static void start(struct net_server *s, const char *kind)
{
  (void)snprintf(ca_path, sizeof ca_path, "%s/ca.pem", net_folder());
  net_server_start(s, "tests/hostile/tls", kind, ca_path);
}

static const struct sv_exchange *ask(struct sv_broker *b, const struct net_server *s,
                                     const char *path, const char *credential)
{
  char url[128];
  (void)snprintf(url, sizeof url, "https://localhost:%u%s", s->port, path);
  const struct sv_ask a = { .method = "GET", .url = url, .credential = credential };
  return net_ask(b, &a, 0, false);
}

static void judge(const struct row *row, const struct sv_exchange *x)
{
  assert_null(x->answer.error);
  assert_int_equal(x->answer.status, 200);
  assert_true(x->answer.has_tls);
  const struct sv_tls *tls = &x->answer.tls;
  assert_int_equal((x->answer.marks & SV_MARK_UNVERIFIED) != 0, row->verify != NULL);
  assert_int_equal(tls->verify != NULL, row->verify != NULL);
  if (row->verify && !strstr(tls->verify, row->verify))
    fail_msg("%s: %s", row->kind, tls->verify);
  assert_int_equal(tls->name_matches, row->name_matches);
  assert_string_equal(tls->version, "TLSv1.3");
  assert_int_equal(tls->chain_count, 1);
  const struct sv_certificate *c = &tls->chain[0];
  assert_string_equal(c->subject, "CN=localhost");
  assert_string_equal(c->key_type, "EC");
  assert_int_equal(c->key_bits, 256);
  assert_string_equal(c->signature_algorithm, "ecdsa-with-SHA256");
  assert_int_equal(strlen(c->sha256), 64);
  assert_true(c->not_before < c->not_after);
  assert_non_null(strstr(c->names[0], "DNS:"));
}

static void every_certificate_is_told_for_what_it_is(void **state)
{
  (void)state;
  char origin[64];
  assert_int_equal(setenv("SAMSVAR_TEST_SECRET", "CANARY-55aa55", 1), 0);
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    struct net_server server;
    start(&server, rows[i].kind);
    (void)snprintf(origin, sizeof origin, "https://localhost:%u/", server.port);
    const struct sv_endpoint endpoints[] = {
      { .id = "a", .kind = "api", .url = origin, .credential = "key" }
    };
    const struct sv_credential credentials[] = {
      { .name = "key", .type = SV_API_KEY, .secret = "env:SAMSVAR_TEST_SECRET" }
    };
    const struct sv_target target = { .name = "tls",
                                      .endpoints = endpoints,
                                      .endpoint_count = 1,
                                      .credentials = credentials,
                                      .credential_count = 1 };
    struct sv_broker_options o = net_options(&target);
    o.cacert = ca_path;
    o.timeout_ms = 5000;
    struct sv_broker *b = net_open(&o);
    judge(&rows[i], ask(b, &server, "/anonymous", NULL));
    const struct sv_exchange *x = ask(b, &server, "/secret", "key");
    if (rows[i].verify) {
      assert_string_equal(x->answer.error, "tls");
      assert_non_null(strstr(x->answer.detail, "nothing was sent"));
    } else {
      assert_int_equal(x->answer.status, 200);
    }
    x = ask(b, &server, "/count", NULL);
    assert_non_null(strstr(x->answer.body, rows[i].verify ? "\"canaries\":0" : "\"canaries\":1"));
    net_close(b);
    assert_false(net_folder_has("CANARY"));
    net_server_stop(&server);
  }
  assert_int_equal(unsetenv("SAMSVAR_TEST_SECRET"), 0);
}

static void write_client(const char *certificate, const char *key)
{
  EVP_PKEY *pair = EVP_EC_gen("P-256");
  X509 *x = X509_new();
  X509_NAME *name = X509_get_subject_name(x);
  assert_non_null(pair);
  (void)X509_gmtime_adj(X509_getm_notBefore(x), -60);
  (void)X509_gmtime_adj(X509_getm_notAfter(x), 3600);
  (void)X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, (const unsigned char *)"client", -1,
                                   -1, 0);
  (void)X509_set_issuer_name(x, name);
  (void)X509_set_pubkey(x, pair);
  assert_true(X509_sign(x, pair, EVP_sha256()) > 0);
  FILE *f = fopen(certificate, "w");
  assert_non_null(f);
  assert_int_equal(PEM_write_X509(f, x), 1);
  assert_int_equal(fclose(f), 0);
  f = fopen(key, "w");
  assert_non_null(f);
  assert_int_equal(fchmod(fileno(f), 0600), 0);
  assert_int_equal(PEM_write_PrivateKey(f, pair, NULL, NULL, 0, NULL, NULL), 1);
  assert_int_equal(fclose(f), 0);
  X509_free(x);
  EVP_PKEY_free(pair);
}

static void a_client_certificate_goes_to_its_origin_only_when_asked_for(void **state)
{
  (void)state;
  struct net_server server;
  char origin[64];
  char path[2][128];
  char reference[2][sizeof "file:" + sizeof *path];
  start(&server, "good");
  for (size_t i = 0; i < 2; i++) {
    (void)snprintf(path[i], sizeof path[i], "%s/%s.pem", net_folder(), i ? "key" : "certificate");
    (void)snprintf(reference[i], sizeof reference[i], "file:%.*s", (int)sizeof path[i] - 1,
                   path[i]);
  }
  write_client(path[0], path[1]);
  (void)snprintf(origin, sizeof origin, "https://localhost:%u/", server.port);
  const struct sv_credential credentials[] = { { .name = "client",
                                                 .type = SV_MTLS,
                                                 .secret = reference[1],
                                                 .certificate = reference[0],
                                                 .origin = origin } };
  const struct sv_target target = { .name = "mtls",
                                    .credentials = credentials,
                                    .credential_count = 1 };
  struct sv_broker_options o = net_options(&target);
  o.cacert = ca_path;
  o.timeout_ms = 5000;
  struct sv_broker *b = net_open(&o);
  assert_non_null(strstr(ask(b, &server, "/a", NULL)->answer.body, "\"client\":false"));
  assert_non_null(strstr(ask(b, &server, "/b", "client")->answer.body, "\"client\":true"));
  assert_non_null(strstr(ask(b, &server, "/c", NULL)->answer.body, "\"client\":false"));
  net_close(b);
  net_server_stop(&server);
}

static void a_credential_that_cannot_be_had_is_named_and_nothing_starts(void **state)
{
  (void)state;
  char path[128];
  char file[160];
  (void)snprintf(path, sizeof path, "%s/secret", net_folder());
  (void)snprintf(file, sizeof file, "file:%s", path);
  FILE *f = fopen(path, "w");
  assert_non_null(f);
  assert_true(fputs("CANARY-0123\n", f) >= 0);
  assert_int_equal(fclose(f), 0);
  assert_int_equal(chmod(path, 0644), 0);
  const struct {
    const char *secret;
    const char *says;
    enum sv_status status;
  } table[] = {
    { "env:SAMSVAR_NOT_SET", "SAMSVAR_NOT_SET is not set", SV_INVALID },
    { file, "chmod 600", SV_DENIED },
    { "file:/nowhere/at/all", "cannot read", SV_INVALID },
    { "cmd:/nowhere/at/all", "could not be started", SV_INVALID },
    { "cmd:false", "failed", SV_INVALID },
    { "cmd:echo abc", "shorter than 4", SV_INVALID },
    { "CANARY-0123", "env:, file: or cmd:", SV_INVALID },
  };
  for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
    if (unit_valgrind() && strcmp(table[i].says, "could not be started") == 0)
      continue;
    const struct sv_credential c = { .name = "it", .type = SV_BEARER, .secret = table[i].secret };
    const struct sv_target target = { .name = "x", .credentials = &c, .credential_count = 1 };
    const struct sv_broker_options o = net_options(&target);
    struct sv_broker *b = NULL;
    struct sv_error err = { 0 };
    assert_int_equal(sv_broker_open(&o, &b, &err), table[i].status);
    if (!strstr(err.text, table[i].says) || !strstr(err.text, "'it'") || strstr(err.text, "CANARY"))
      fail_msg("%s: %s", table[i].secret, err.text);
  }
}

static void a_secret_comes_from_a_file_or_a_command(void **state)
{
  (void)state;
  struct net_server server;
  char origin[64];
  char url[128];
  net_server_start(&server, "tests/hostile/hostile", NULL, NULL);
  (void)snprintf(origin, sizeof origin, "http://127.0.0.1:%u", server.port);
  (void)snprintf(url, sizeof url, "%s/echo/x", origin);
  const struct sv_credential credentials[] = {
    { .name = "basic",
      .type = SV_BASIC,
      .user = "navn",
      .secret = "cmd:echo  CANARY word",
      .origin = origin },
    { .name = "key",
      .type = SV_API_KEY,
      .header = "X-Own-Key",
      .secret = "cmd:printf CANARY-99",
      .origin = origin },
  };
  const struct sv_target target = { .name = "x",
                                    .credentials = credentials,
                                    .credential_count = 2 };
  const struct sv_broker_options o = net_options(&target);
  struct sv_broker *b = net_open(&o);
  struct sv_ask a = { .method = "GET", .url = url, .credential = "key" };
  const struct sv_exchange *x = net_ask(b, &a, 0, false);
  assert_non_null(strstr(x->answer.body, "X-Own-Key: *hidden:secret*"));
  assert_int_equal(net_log(&server, "canaries"), 1);
  a.credential = "basic";
  x = net_ask(b, &a, 0, false);
  assert_non_null(strstr(x->answer.body, "Authorization: Basic *hidden:secret*"));
  net_close(b);
  assert_false(net_folder_has("CANARY"));
  assert_false(net_folder_has("bmF2bjpDQU5BUlkgd29yZA"));
  net_server_stop(&server);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, net_folder_make, net_folder_remove)
  const struct CMUnitTest tests[] = {
    TEST(every_certificate_is_told_for_what_it_is),
    TEST(a_client_certificate_goes_to_its_origin_only_when_asked_for),
    TEST(a_credential_that_cannot_be_had_is_named_and_nothing_starts),
    TEST(a_secret_comes_from_a_file_or_a_command),
  };
  return cmocka_run_group_tests_name("net tls", tests, NULL, NULL);
}
