// SPDX-License-Identifier: Apache-2.0
/* Tokens that are handed over: what checks and recordings see of them, and what they never see. */
#include "tests/unit/jose_vectors.h"
#include "tests/unit/net_harness.h"

#include "engines/tls/lines.h"
#include "runner/handed.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PERSON "05819030164"

static struct net_server server;

static int start(void **state)
{
  net_server_start(&server, "tests/hostile/hostile", NULL, NULL);
  return net_folder_make(state);
}

static int stop(void **state)
{
  net_server_stop(&server);
  return net_folder_remove(state);
}

/* A target of one API on PORT, with TOKEN in the environment. */
struct given {
  char origin[64];
  struct sv_endpoint endpoint;
  struct sv_credential credential;
  struct sv_target target;
};

static void give(struct given *g, const char *token, const char *purpose)
{
  assert_int_equal(setenv("SAMSVAR_TEST_SECRET", token, 1), 0);
  (void)snprintf(g->origin, sizeof g->origin, "http://127.0.0.1:%u/", server.port);
  g->endpoint = (struct sv_endpoint){ .id = "a", .kind = "api", .url = g->origin };
  g->credential = (struct sv_credential){ .name = "key",
                                          .type = SV_BEARER,
                                          .secret = "env:SAMSVAR_TEST_SECRET",
                                          .purpose = purpose,
                                          .origin = purpose ? NULL : g->origin };
  g->target = (struct sv_target){ .name = "token",
                                  .endpoints = &g->endpoint,
                                  .endpoint_count = 1,
                                  .credentials = &g->credential,
                                  .credential_count = 1 };
}

/* The facts of the credential "key", with KEY to verify it by (NULL: none). */
static const struct sv_exchange *facts(struct sv_broker *b, const struct given *g,
                                       const struct sv_jwk *key)
{
  char n[2048];
  char e[64];
  const char *lines[] = { "Kty: RSA", n, e, NULL };
  if (key) {
    (void)snprintf(n, sizeof n, "N: %s", key->n);
    (void)snprintf(e, sizeof e, "E: %s", key->e);
  }
  const struct sv_ask ask = { .method = SV_METHOD_TOKEN,
                              .url = g->origin,
                              .headers = lines,
                              .header_count = key ? 3 : 0,
                              .credential = "key" };
  return net_ask(b, &ask, 0, false);
}

static const char *line(const struct sv_exchange *x, const char *name)
{
  return sv_line_value(x->answer.headers, x->answer.header_count, name);
}

/* Whether PART of the token, its claims or its signature, is in some file of the test's folder. */
static bool is_kept(const char *token)
{
  const char *claims = strchr(token, '.') + 1;
  const char *signature = strchr(claims, '.') + 1;
  char part[32];
  (void)snprintf(part, sizeof part, "%.20s", claims);
  if (net_folder_has(part))
    return true;
  (void)snprintf(part, sizeof part, "%.20s", signature);
  return net_folder_has(part) || net_folder_has(PERSON);
}

static void facts_are_told_and_the_token_is_not(void **state)
{
  (void)state;
  struct given g;
  give(&g, vectors[0].token, NULL);
  struct sv_broker_options o = net_options(&g.target);
  struct sv_broker *b = net_open(&o);
  const struct sv_exchange *x = facts(b, &g, NULL);
  assert_null(x->answer.error);
  assert_string_equal(line(x, "Form"), "jws");
  assert_string_equal(line(x, "Header"), "{\"alg\":\"RS256\",\"kid\":\"a\"}");
  assert_non_null(strstr(line(x, "Claims"), "\"pid\":\"88888888888\""));
  assert_null(strstr(line(x, "Claims"), PERSON));
  assert_string_equal(line(x, "Signature"), "unchecked");
  assert_string_equal(line(facts(b, &g, &vectors[0].key), "Signature"), "good");
  assert_string_equal(line(facts(b, &g, &(struct sv_jwk){ .n = VECTOR_RSA_N, .e = "Aw" }), "Signatu"
                                                                                           "re"),
                      "bad");
  net_close(b);
  assert_int_equal(net_log(&server, "requests"), 0);
  assert_false(is_kept(vectors[0].token));
  o.replay = true;
  b = net_open(&o);
  x = facts(b, &g, NULL);
  assert_null(x->answer.error);
  assert_non_null(strstr(line(x, "Claims"), "88888888888"));
  net_close(b);
}

static void a_token_that_is_no_jwt_says_nothing(void **state)
{
  (void)state;
  static const char *const texts[] = { "an-opaque-token", "a.b.c", "eyJhIjox.e30.x",
                                       "bnVsbA.e30.x" };
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
    struct given g;
    give(&g, texts[i], NULL);
    const struct sv_broker_options o = net_options(&g.target);
    struct sv_broker *b = net_open(&o);
    const struct sv_exchange *x = facts(b, &g, NULL);
    assert_string_equal(line(x, "Form"), "opaque");
    assert_null(line(x, "Claims"));
    net_close(b);
    assert_int_equal(net_folder_remove(state), 0);
    assert_int_equal(net_folder_make(state), 0);
  }
}

/* RFC 6750 2.3: it stands in the address that is sent, and in no other place. */
static void a_token_goes_into_the_query_and_into_no_file(void **state)
{
  (void)state;
  struct given g;
  char url[128];
  give(&g, vectors[0].token, "expired");
  const struct sv_broker_options o = net_options(&g.target);
  struct sv_broker *b = net_open(&o);
  (void)snprintf(url, sizeof url, "%secho/x?access_token=*hidden:token*&a=b", g.origin);
  const struct sv_ask ask = { .method = "GET", .url = url, .credential = "key" };
  const struct sv_exchange *x = net_ask(b, &ask, 0, false);
  assert_null(x->answer.error);
  assert_non_null(strstr(x->answer.body, "GET /echo/x?access_token=*hidden:"));
  assert_non_null(strstr(x->answer.body, "&a=b"));
  assert_null(strstr(x->answer.body, "Authorization"));
  assert_null(strstr(x->answer.body, "access_token=*hidden:token*&a=b HTTP/1.1\r\nAuthorization"));
  assert_string_equal(x->ask.url, url);
  net_close(b);
  assert_false(is_kept(vectors[0].token));
}

/* A token with a purpose is for the API of the target and for nobody else. */
static void a_purpose_binds_a_token_to_the_api(void **state)
{
  (void)state;
  struct given g;
  char url[128];
  give(&g, vectors[0].token, "expired");
  const struct sv_broker_options o = net_options(&g.target);
  struct sv_broker *b = net_open(&o);
  (void)snprintf(url, sizeof url, "%secho/x", g.origin);
  const struct sv_ask here = { .method = "GET", .url = url, .credential = "key" };
  assert_non_null(strstr(net_ask(b, &here, 0, false)->answer.body, "Bearer *hidden:"));
  const struct sv_ask away = { .method = "GET", .url = "http://127.0.0.1:1/", .credential = "key" };
  assert_string_equal(net_ask(b, &away, 0, false)->answer.error, "credential");
  net_close(b);
}

static char *prepared(const char *kind, const char *text)
{
  struct sv_buf out = SV_BUF(1 << 20);
  assert_int_equal(sv_handed_prepare(kind, 7, text, strlen(text), &out), SV_OK);
  return sv_buf_take(&out);
}

static void a_grant_loses_its_signature(void **state)
{
  (void)state;
  char *text = prepared("jwt-grant", vectors[0].token);
  assert_non_null(strstr(text, "\"signature\": \"unchecked\""));
  assert_non_null(strstr(text, "\"written\": 7"));
  assert_non_null(strstr(text, "\"iss\": \"https://issuer.example/\""));
  assert_null(strstr(text, strrchr(vectors[0].token, '.') + 1));
  free(text);
  text = prepared("jwt-grant", "no grant at all");
  assert_string_equal(text, "no grant at all");
  free(text);
}

static void a_token_request_shows_its_form_and_no_secret(void **state)
{
  (void)state;
  char request[4096];
  (void)snprintf(request, sizeof request,
                 "POST /token?x=SECRET1 HTTP/1.1\r\nHost: i.example\r\nAuthorization: Basic SECRET2"
                 "\r\nCookie: a=SECRET3\r\n\r\ngrant_type=a%%3Ab&client_secret=SECRET4&code=SECRET5"
                 "&assertion=%s&grant_type=c\r\n",
                 vectors[0].token);
  char *text = prepared("token-request", request);
  assert_null(strstr(text, "SECRET"));
  assert_null(strstr(text, strrchr(vectors[0].token, '.') + 1));
  assert_non_null(strstr(text, "\"authorization\": \"Basic\""));
  assert_non_null(strstr(text, "\"client_secret\": \"*hidden:value*\""));
  assert_non_null(strstr(text, "\"host\": \"i.example\""));
  assert_non_null(strstr(text, "\"iss\": \"https://issuer.example/\""));
  assert_non_null(strstr(text, "\"a:b\""));
  free(text);
}

/* No text makes it hang or read beyond its end. */
static void odd_requests_end(void **state)
{
  (void)state;
  static const char *const texts[] = { "P",           "POST",
                                       "POST \n",     "POST / HTTP/1.1\r\n",
                                       "\r\n\r\n",    "POST /\nA\n\nb&&=&c=%",
                                       "GET / x\nA:", "a=b&a=b&a=b" };
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
    free(prepared("token-request", texts[i]));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)

int main(void)
{
  const struct CMUnitTest tests[] = {
    TEST(facts_are_told_and_the_token_is_not),
    TEST(a_token_that_is_no_jwt_says_nothing),
    TEST(a_token_goes_into_the_query_and_into_no_file),
    TEST(a_purpose_binds_a_token_to_the_api),
    cmocka_unit_test(a_grant_loses_its_signature),
    cmocka_unit_test(a_token_request_shows_its_form_and_no_secret),
    cmocka_unit_test(odd_requests_end),
  };
  return cmocka_run_group_tests_name("tokens", tests, NULL, NULL);
}
