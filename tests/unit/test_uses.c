// SPDX-License-Identifier: Apache-2.0
/* Exchanges that look alike once secrets are hidden: a replay answers each question with its own.
 */
#include "tests/unit/net_harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ASKS = 6 };

static struct net_server server;
static struct sv_target target = { .name = "uses" };

/* Who asks what, in the order of the run. The third and the fifth ask what others asked before. */
static const struct {
  const char *asker, *method, *header;
  unsigned same_as; /* index of the ask whose exchange it shares; its own when none */
} asks[ASKS] = {
  { "check.a web", "GET", "X-Token: first-value-0123456789", 0 },
  { "check.b web", "GET", "X-Token: second-value-0123456789", 1 },
  { "check.b web", "GET", "X-Token: first-value-0123456789", 0 },
  { "check.a web", "GET", "X-Token: third-value-0123456789", 3 },
  { "check.a web", "GET", "X-Token: first-value-0123456789", 0 },
  { "check.c web", "GET", "Accept: text/plain", 5 },
};

static const struct sv_exchange *ask(struct sv_broker *b, size_t i)
{
  char url[128];
  (void)snprintf(url, sizeof url, "http://127.0.0.1:%u/good/x", server.port);
  const struct sv_ask a = { .method = asks[i].method,
                            .url = url,
                            .headers = &asks[i].header,
                            .header_count = 1,
                            .asker = asks[i].asker };
  return net_ask(b, &a, 0, false);
}

static int start(void **state)
{
  (void)state;
  net_server_start(&server, "tests/hostile/hostile", NULL, NULL);
  return 0;
}

static int stop(void **state)
{
  (void)state;
  net_server_stop(&server);
  return 0;
}

/* Orders of asking in the replay: each asker keeps its own. */
static const size_t orders[][ASKS] = {
  { 0, 1, 2, 3, 4, 5 },
  { 5, 1, 2, 0, 3, 4 },
  { 0, 3, 4, 5, 1, 2 },
  { 1, 0, 2, 3, 5, 4 },
};

static void a_replay_finds_what_each_check_asked_in_any_order_of_checks(void **state)
{
  (void)state;
  uint32_t live[ASKS];
  struct sv_broker_options o = net_options(&target);
  struct sv_broker *b = net_open(&o);
  for (size_t i = 0; i < ASKS; i++) {
    live[i] = ask(b, i)->n;
    assert_int_equal(live[i], live[asks[i].same_as]);
  }
  assert_int_not_equal(live[0], live[1]);
  assert_int_not_equal(live[0], live[3]);
  net_close(b);
  o.replay = true;
  for (size_t k = 0; k < sizeof orders / sizeof orders[0]; k++) {
    b = net_open(&o);
    for (size_t i = 0; i < ASKS; i++) {
      const struct sv_exchange *x = ask(b, orders[k][i]);
      assert_null(x->answer.error);
      assert_int_equal(x->n, live[orders[k][i]]);
    }
    net_close(b);
  }
}

static void what_is_hidden_leaves_no_trace_in_the_recording(void **state)
{
  (void)state;
  struct sv_broker_options o = net_options(&target);
  struct sv_broker *b = net_open(&o);
  for (size_t i = 0; i < ASKS; i++)
    assert_null(ask(b, i)->answer.error);
  net_close(b);
  assert_true(net_folder_has("\"ordinal\":2"));
  assert_true(net_folder_has("check.b web"));
  assert_false(net_folder_has("first-value"));
  assert_false(net_folder_has("second-value"));
}

static const struct sv_exchange *post(struct sv_broker *b, const char *asker)
{
  char url[128];
  (void)snprintf(url, sizeof url, "http://127.0.0.1:%u/echo/p", server.port);
  const struct sv_ask a = {
    .method = "POST", .url = url, .body = "{}", .body_size = 2, .asker = asker
  };
  return net_ask(b, &a, 0, true);
}

static void unsafe_requests_are_each_their_askers(void **state)
{
  (void)state;
  struct sv_broker_options o = net_options(&target);
  o.allow_unsafe = true;
  struct sv_broker *b = net_open(&o);
  const uint32_t first = post(b, "check.a api")->n;
  const uint32_t second = post(b, "check.b api")->n;
  const uint32_t third = post(b, "check.a api")->n;
  assert_true(first != second && second != third);
  net_close(b);
  o.replay = true;
  b = net_open(&o);
  assert_int_equal(post(b, "check.b api")->n, second);
  assert_int_equal(post(b, "check.a api")->n, first);
  assert_int_equal(post(b, "check.a api")->n, third);
  net_close(b);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, net_folder_make, net_folder_remove)

int main(void)
{
  const struct CMUnitTest tests[] = {
    TEST(a_replay_finds_what_each_check_asked_in_any_order_of_checks),
    TEST(what_is_hidden_leaves_no_trace_in_the_recording),
    TEST(unsafe_requests_are_each_their_askers),
  };
  return cmocka_run_group_tests_name("uses", tests, start, stop);
}
