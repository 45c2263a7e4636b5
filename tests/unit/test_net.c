// SPDX-License-Identifier: Apache-2.0
/* The broker against a server: sharing, manners, safety, redirects, credentials, replay, and a net
 * process that dies. */
#include "tests/unit/net_harness.h"

#include "runner/broker_internal.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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

static const struct sv_target target = { .name = "net" };

static struct sv_ask ask_for(const char *method, const char *path, char url[256])
{
  (void)snprintf(url, 256, "http://127.0.0.1:%u%s", server.port, path);
  return (struct sv_ask){ .method = method, .url = url };
}

static void identical_safe_requests_are_sent_once(void **state)
{
  (void)state;
  char url[256];
  char other[256];
  static const char *const headers[] = { "Accept: text/html", NULL };
  const struct sv_broker_options o = net_options(&target);
  struct sv_broker *b = net_open(&o);
  const struct sv_ask same = ask_for("GET", "/S04/a", url);
  struct sv_ask fragment = ask_for("GET", "/S04/a#x", other);
  const struct sv_exchange *x[8];
  for (size_t i = 0; i < 5; i++)
    net_begin(b, &same, &x[i]);
  net_begin(b, &fragment, &x[5]);
  net_wait(b);
  for (size_t i = 1; i < 6; i++)
    assert_ptr_equal(x[i], x[0]);
  assert_ptr_equal(net_ask(b, &same, 0, false), x[0]);
  assert_int_equal(sv_broker_counts(b).shared, 6);
  assert_int_equal(net_log(&server, "requests"), 1);
  struct sv_ask differs = same;
  differs.headers = headers;
  differs.header_count = 1;
  assert_ptr_not_equal(net_ask(b, &differs, 0, false), x[0]);
  differs.method = "HEAD";
  assert_int_equal(net_ask(b, &differs, 0, false)->answer.body_size, 0);
  assert_int_equal(net_log(&server, "requests"), 3);
  net_close(b);
}

static void what_changes_data_is_sent_once_where_that_is_asked_for(void **state)
{
  (void)state;
  char url[256];
  struct sv_broker_options o = net_options(&target);
  o.allow_unsafe = true;
  struct sv_broker *b = net_open(&o);
  struct sv_ask one = ask_for("POST", "/S04/a", url);
  one.once = true;
  one.body = "{\"a\":1}";
  one.body_size = 7;
  struct sv_ask two = one; /* of the same size */
  two.body = "{\"a\":2}";
  two.asker = "b";
  assert_string_equal(net_ask(b, &one, 0, false)->answer.error, "unsafe-method");
  const struct sv_exchange *x = net_ask(b, &one, 0, true);
  assert_null(x->answer.error);
  assert_ptr_equal(net_ask(b, &one, 0, true), x);
  assert_string_equal(net_ask(b, &one, 0, false)->answer.error, "unsafe-method");
  const struct sv_exchange *y = net_ask(b, &two, 0, true);
  assert_ptr_not_equal(y, x);
  one.once = false;
  assert_ptr_not_equal(net_ask(b, &one, 0, true), x);
  assert_int_equal(net_log(&server, "requests"), 3);
  net_close(b);
  o.replay = true;
  b = net_open(&o);
  one.once = true;
  (void)net_ask(b, &one, 0, false); /* the refusals are recorded as well */
  const uint32_t n = net_ask(b, &one, 0, true)->n;
  assert_int_equal(net_ask(b, &one, 0, true)->n, n);
  assert_int_not_equal(net_ask(b, &two, 0, true)->n, n);
  net_close(b);
}

static void no_more_at_once_and_a_second_than_allowed(void **state)
{
  (void)state;
  enum { COUNT = 30 };
  static const char *const names[] = { "127.0.0.1", "localhost" };
  char urls[COUNT][64];
  const struct sv_exchange *x[COUNT];
  struct sv_broker_options o = net_options(&target);
  o.rate = 20;
  o.concurrency = 2;
  struct sv_broker *b = net_open(&o);
  for (size_t i = 0; i < COUNT; i++) {
    (void)snprintf(urls[i], sizeof urls[i], "http://%s:%u/S04/%zu", names[i > 4 && i % 2],
                   server.port, i);
    const struct sv_ask ask = { .method = "GET", .url = urls[i] };
    net_begin(b, &ask, &x[i]);
    if (i == 4)
      net_wait(b); /* the address of the first name is known from here on */
  }
  net_wait(b);
  for (size_t i = 0; i < COUNT; i++)
    assert_int_equal(x[i]->answer.status, 200);
  assert_int_equal(net_log(&server, "requests"), COUNT);
  assert_true(net_log(&server, "parallel") <= 2 + 1); /* the log's own request is the third */
  /* A slow machine sends fewer; and the two that are under way may come late, into the next second.
   */
  assert_in_range(net_log(&server, "perSecond"), 1, 20 + 2);
  net_close(b);
}

static void two_at_once_are_used_when_two_are_allowed(void **state)
{
  (void)state;
  char urls[6][64];
  const struct sv_exchange *x[6];
  struct sv_broker_options o = net_options(&target);
  o.concurrency = 2;
  struct sv_broker *b = net_open(&o);
  for (size_t i = 0; i < 6; i++) {
    (void)snprintf(urls[i], sizeof urls[i], "http://127.0.0.1:%u/S04/%zu", server.port, i);
    const struct sv_ask ask = { .method = "GET", .url = urls[i] };
    net_begin(b, &ask, &x[i]);
  }
  net_wait(b);
  assert_int_equal(net_log(&server, "parallel"), 2);
  net_close(b);
}

static void what_may_change_data_needs_two_permissions(void **state)
{
  (void)state;
  char url[256];
  struct sv_ask post = ask_for("POST", "/echo/post", url);
  post.body = "a=1";
  post.body_size = 3;
  struct sv_broker_options o = net_options(&target);
  struct sv_broker *b = net_open(&o);
  assert_string_equal(net_ask(b, &post, 0, true)->answer.error, "unsafe-method");
  net_close(b);
  o.allow_unsafe = true;
  b = net_open(&o);
  assert_string_equal(net_ask(b, &post, 0, false)->answer.error, "unsafe-method");
  assert_int_equal(net_log(&server, "requests"), 0);
  const struct sv_exchange *x = net_ask(b, &post, 0, true);
  assert_int_equal(x->answer.status, 200);
  assert_non_null(strstr(x->answer.body, "POST /echo/post HTTP/1.1\r\n"));
  assert_non_null(strstr(x->answer.body, "\r\n\r\na=1"));
  assert_int_not_equal(net_ask(b, &post, 0, true)->n, x->n);
  assert_int_equal(net_log(&server, "requests"), 2);
  net_close(b);
}

static void the_budget_of_a_run_holds(void **state)
{
  (void)state;
  struct sv_broker_options o = net_options(&target);
  o.requests = 2;
  struct sv_broker *b = net_open(&o);
  assert_int_equal(net_get(b, server.port, "/good/1", 0)->answer.status, 200);
  assert_int_equal(net_get(b, server.port, "/good/2", 0)->answer.status, 200);
  assert_string_equal(net_get(b, server.port, "/good/3", 0)->answer.error, "budget");
  assert_int_equal(net_get(b, server.port, "/good/1", 0)->answer.status, 200);
  assert_int_equal(net_log(&server, "requests"), 2);
  net_close(b);
}

static void redirects_are_followed_hop_by_hop_or_refused(void **state)
{
  (void)state;
  static const struct {
    const char *path;
    const char *error;
    const char *detail;
  } rows[] = {
    { "/U11/x", NULL, NULL },
    { "/U01/x", "refused", "circle" },
    { "/U03/", "refused", "neither http nor https" },
    { "/U03b/", "refused", "neither http nor https" },
    { "/U04/", "address-refused", "127.0.0.2" },
    { "/U05/", "address-refused", "127.0.0.3" },
    { "/U08/", "refused", "no Location" },
    { "/U08b/", "refused", "more than one" },
    { "/U08c/", "refused", "user name" },
    { "/U12/", "refused", "secret" },
  };
  const struct sv_broker_options o = net_options(&target);
  struct sv_broker *b = net_open(&o);
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    const struct sv_exchange *x = net_get(b, server.port, rows[i].path, 5);
    if (!rows[i].error) {
      assert_null(x->answer.error);
      assert_int_equal(x->answer.status, 200);
      assert_non_null(strstr(x->ask.url, "/good/there?x=1"));
      assert_null(strstr(x->ask.url, "frag"));
    } else if (!x->answer.error || strcmp(x->answer.error, rows[i].error) != 0 ||
               !strstr(x->answer.detail, rows[i].detail)) {
      fail_msg("%s: %s, %s", rows[i].path, x->answer.error ? x->answer.error : "-",
               x->answer.detail ? x->answer.detail : "-");
    }
    assert_non_null(x->redirected_from);
    assert_int_equal(x->redirected_from->answer.status, 302);
  }
  const struct sv_exchange *x = net_get(b, server.port, "/U11/x", 0);
  assert_int_equal(x->answer.status, 302);
  assert_null(x->redirected_from);
  net_close(b);
}

static void five_redirects_are_the_most(void **state)
{
  (void)state;
  const struct sv_broker_options o = net_options(&target);
  struct sv_broker *b = net_open(&o);
  const struct sv_exchange *x = net_get(b, server.port, "/U06/1", 2);
  assert_int_equal(x->answer.status, 302);
  assert_non_null(strstr(x->ask.url, "/U06/3"));
  x = net_get(b, server.port, "/U06/1", 5);
  assert_non_null(x->answer.error);
  assert_string_equal(x->answer.error, "refused");
  assert_non_null(strstr(x->answer.detail, "more than 5"));
  size_t hops = 0;
  for (x = x->redirected_from; x; x = x->redirected_from)
    hops++;
  assert_int_equal(hops, 6);
  net_close(b);
}

static void secrets_go_to_their_origin_and_nowhere_else(void **state)
{
  (void)state;
  static const char secret[] = "CANARY-7f3a9c";
  struct net_server other;
  char origin[64];
  char away[128];
  char url[256];
  net_server_start(&other, "tests/hostile/hostile", NULL, NULL);
  assert_int_equal(setenv("SAMSVAR_TEST_SECRET", secret, 1), 0);
  (void)snprintf(origin, sizeof origin, "http://127.0.0.1:%u/", server.port);
  const struct sv_endpoint endpoints[] = {
    { .id = "a", .kind = "api", .url = origin, .credential = "key" }
  };
  const struct sv_credential credentials[] = {
    { .name = "key", .type = SV_BEARER, .secret = "env:SAMSVAR_TEST_SECRET" },
  };
  const struct sv_target with = { .name = "secret",
                                  .endpoints = endpoints,
                                  .endpoint_count = 1,
                                  .credentials = credentials,
                                  .credential_count = 1 };
  const struct sv_broker_options o = net_options(&with);
  struct sv_broker *b = net_open(&o);
  struct sv_ask ask = ask_for("GET", "/echo/x", url);
  ask.credential = "key";
  const struct sv_exchange *x = net_ask(b, &ask, 0, false);
  assert_int_equal(x->answer.status, 200);
  assert_null(strstr(x->answer.body, "CANARY"));
  assert_non_null(strstr(x->answer.body, "Authorization: Bearer *hidden:secret*"));
  assert_int_equal(net_log(&server, "canaries"), 1);
  (void)snprintf(away, sizeof away, "http://127.0.0.1:%u/echo/y", other.port);
  ask.url = away;
  assert_string_equal(net_ask(b, &ask, 0, false)->answer.error, "credential");
  ask.credential = "unknown";
  assert_string_equal(net_ask(b, &ask, 0, false)->answer.error, "credential");
  ask = ask_for("GET", "/E08/", url);
  ask.credential = "key";
  x = net_ask(b, &ask, 0, false);
  assert_null(strstr(x->answer.body, "CANARY"));
  assert_int_equal(x->answer.identity_numbers, 1);
  assert_true(x->answer.masked >= 3);
  (void)snprintf(away, sizeof away, "/R@%u/echo/z", other.port);
  ask = ask_for("GET", away, url);
  ask.credential = "key";
  x = net_ask(b, &ask, 5, false);
  assert_int_equal(x->answer.status, 200);
  assert_non_null(x->redirected_from);
  assert_non_null(strstr(x->answer.body, "GET /echo/z"));
  assert_null(strstr(x->answer.body, "Authorization"));
  assert_int_equal(net_log(&other, "canaries"), 0);
  assert_int_equal(net_log(&other, "requests"), 1);
  net_close(b);
  assert_false(net_folder_has("CANARY"));
  assert_false(net_folder_has("Q0FOQVJZ"));
  assert_int_equal(unsetenv("SAMSVAR_TEST_SECRET"), 0);
  net_server_stop(&other);
}

static const char *const replayed[] = { "/good/1", "/echo/2", "/T10/", "/T22/", "/U11/x",
                                        "/U01/x",  "/U03/",   "/E08/", "/H24/", "/C05/" };

/* ANSWER as bytes, its handshake packed anew. */
static void pack(const struct sv_exchange *x, struct sv_buf *out)
{
  struct sv_answer a = x->answer;
  a.tls_packed = NULL;
  sv_pack_u32(out, x->n);
  sv_pack_answer(out, &a);
  for (x = x->redirected_from; x; x = x->redirected_from)
    sv_pack_u32(out, x->n);
}

static void a_replay_gives_the_same_answers_under_the_same_numbers(void **state)
{
  (void)state;
  enum { COUNT = sizeof replayed / sizeof replayed[0] };
  struct sv_buf live[COUNT];
  struct sv_broker_options o = net_options(&target);
  struct sv_broker *b = net_open(&o);
  char probe[32];
  size_t size;
  assert_int_equal(sv_broker_keep(b, "target.json", "{}", 2), SV_OK);
  for (size_t i = 0; i < COUNT; i++) {
    live[i] = SV_BUF(1 << 20);
    pack(net_get(b, server.port, replayed[i], 5), &live[i]);
  }
  const int64_t now_ms = sv_broker_now_ms(b);
  const struct sv_broker_counts counts = sv_broker_counts(b);
  (void)snprintf(probe, sizeof probe, "%s", sv_broker_probe(b));
  char sha256[65];
  assert_int_equal(sv_broker_evidence(b, "e", "text/plain", "abc", 3, sha256), SV_OK);
  net_close(b);
  const long requests = net_log(&server, "requests");
  for (int round = 0; round < 2; round++) {
    o.replay = true;
    o.target = NULL;
    b = net_open(&o);
    assert_int_equal(b->net_pid, 0);
    for (size_t i = COUNT; i-- > 0;) { /* in another order */
      struct sv_buf again = SV_BUF(1 << 20);
      pack(net_get(b, server.port, replayed[i], 5), &again);
      assert_int_equal(again.size, live[i].size);
      assert_memory_equal(again.data, live[i].data, again.size);
      sv_buf_free(&again);
    }
    const struct sv_exchange *x = net_get(b, server.port, "/good/never", 0);
    assert_string_equal(x->answer.error, "not-recorded");
    assert_true(sv_broker_now_ms(b) == now_ms);
    assert_string_equal(sv_broker_probe(b), probe);
    assert_int_equal(sv_broker_counts(b).sent, counts.sent);
    assert_int_equal(sv_broker_counts(b).bytes, counts.bytes);
    assert_memory_equal(sv_broker_kept(b, "target.json", &size), "{}", 2);
    assert_int_equal(size, 2);
    assert_null(sv_broker_kept(b, "none", &size));
    net_close(b);
  }
  assert_int_equal(net_log(&server, "requests"), requests);
  for (size_t i = 0; i < COUNT; i++)
    sv_buf_free(&live[i]);
}

static void a_net_process_that_dies_is_started_once_more(void **state)
{
  (void)state;
  char url[256];
  char other[256];
  const struct sv_exchange *x;
  const struct sv_broker_options o = net_options(&target);
  struct sv_broker *b = net_open(&o);
  const struct sv_ask slow = ask_for("GET", "/T01/", url);
  assert_int_equal(net_get(b, server.port, "/good/1", 0)->answer.status, 200);
  for (int round = 0; round < 2; round++) {
    struct sv_ask ask = slow;
    (void)snprintf(other, sizeof other, "%.200s%d", url, round);
    ask.url = other;
    net_begin(b, &ask, &x);
    struct pollfd p[2];
    int timeout_ms = 1000;
    (void)sv_broker_poll(b, p, &timeout_ms); /* it is sent */
    assert_int_equal(kill(b->net_pid, SIGKILL), 0);
    net_wait(b);
    assert_string_equal(x->answer.error, "lost");
    x = net_get(b, server.port, round ? "/good/3" : "/good/2", 0);
    assert_int_equal(x->answer.status, round ? 0 : 200);
  }
  assert_string_equal(x->answer.error, "lost");
  assert_true(sv_broker_counts(b).lost);
  net_close(b);
}

static void no_one(void *closure, const struct sv_exchange *x)
{
  (void)x;
  *(int *)closure += 1;
}

static void a_worker_that_is_gone_is_forgotten(void **state)
{
  (void)state;
  char url[256];
  int called = 0;
  const struct sv_broker_options o = net_options(&target);
  struct sv_broker *b = net_open(&o);
  const struct sv_ask ask = ask_for("GET", "/S04/gone", url);
  assert_int_equal(sv_broker_ask(b, &ask, 0, false, no_one, &called), SV_OK);
  assert_int_equal(sv_broker_ask(b, &ask, 0, false, no_one, &called), SV_OK);
  sv_broker_forget(b, &called);
  const struct sv_exchange *x = net_ask(b, &ask, 0, false);
  assert_int_equal(x->answer.status, 200);
  assert_int_equal(called, 0);
  net_close(b);
}

static void a_run_that_is_cut_off_records_what_was_open(void **state)
{
  (void)state;
  char url[256];
  int called = 0;
  struct sv_broker_options o = net_options(&target);
  struct sv_broker *b = net_open(&o);
  const struct sv_ask ask = ask_for("GET", "/T01/", url);
  assert_int_equal(net_get(b, server.port, "/good/1", 0)->answer.status, 200);
  assert_int_equal(sv_broker_ask(b, &ask, 0, false, no_one, &called), SV_OK);
  net_close(b);
  o.replay = true;
  b = net_open(&o);
  assert_false(sv_broker_counts(b).torn);
  assert_string_equal(net_ask(b, &ask, 0, false)->answer.error, "lost");
  net_close(b);
}

static void headers_of_a_request_cannot_make_another(void **state)
{
  (void)state;
  static const char *const bad[] = { "X: a\r\nY: b",
                                     "no colon",
                                     "Host: x",
                                     "Content-Length: 5",
                                     ": x",
                                     "A b: c",
                                     "Transfer-Encoding: chunked" };
  static const char *const good[] = { "X-Empty:", "Accept: a/b", "User-Agent: other" };
  char url[256];
  const struct sv_broker_options o = net_options(&target);
  struct sv_broker *b = net_open(&o);
  struct sv_ask ask = ask_for("GET", "/echo/h", url);
  ask.header_count = 1;
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    ask.headers = &bad[i];
    assert_string_equal(net_ask(b, &ask, 0, false)->answer.error, "refused");
  }
  assert_int_equal(net_log(&server, "requests"), 0);
  ask.headers = good;
  ask.header_count = 3;
  const struct sv_exchange *x = net_ask(b, &ask, 0, false);
  assert_non_null(strstr(x->answer.body, "\r\nX-Empty:\r\n"));
  assert_non_null(strstr(x->answer.body, "\r\nAccept: a/b\r\n"));
  assert_non_null(strstr(x->answer.body, "\r\nUser-Agent: other\r\n"));
  assert_null(strstr(x->answer.body, "samsvar"));
  ask.header_count = 0;
  x = net_ask(b, &ask, 0, false);
  assert_non_null(strstr(x->answer.body, "\r\nUser-Agent: samsvar/"));
  assert_non_null(strstr(x->answer.body, "\r\nAccept-Encoding: gzip\r\n"));
  net_close(b);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)
  const struct CMUnitTest tests[] = {
    TEST(identical_safe_requests_are_sent_once),
    TEST(what_changes_data_is_sent_once_where_that_is_asked_for),
    TEST(no_more_at_once_and_a_second_than_allowed),
    TEST(two_at_once_are_used_when_two_are_allowed),
    TEST(what_may_change_data_needs_two_permissions),
    TEST(the_budget_of_a_run_holds),
    TEST(redirects_are_followed_hop_by_hop_or_refused),
    TEST(five_redirects_are_the_most),
    TEST(secrets_go_to_their_origin_and_nowhere_else),
    TEST(a_replay_gives_the_same_answers_under_the_same_numbers),
    TEST(a_net_process_that_dies_is_started_once_more),
    TEST(a_worker_that_is_gone_is_forgotten),
    TEST(a_run_that_is_cut_off_records_what_was_open),
    TEST(headers_of_a_request_cannot_make_another),
  };
  return cmocka_run_group_tests_name("net", tests, NULL, NULL);
}
