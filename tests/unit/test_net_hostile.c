// SPDX-License-Identifier: Apache-2.0
/* What is said of a server that misbehaves: one row for each way. Between the rows a good request
 * must go well. */
#include "tests/unit/net_harness.h"

#include <stdio.h>
#include <string.h>

enum { A = SV_MARK_AMBIGUOUS, L = SV_MARK_LIMITED, T = SV_MARK_TRUNCATED };

static const struct {
  const char *path;
  const char *error; /* NULL: there is an answer */
  int status;
  uint32_t marks;
  const char *detail; /* a part of it; NULL: none is asked for */
} rows[] = {
  { "/T01/", "timeout", 0, 0, "did not answer in time" },
  { "/T04/", "timeout", 0, 0, "bytes were seen" },
  { "/T05/", "timeout", 0, 0, "bytes were seen" },
  { "/T07/", NULL, 200, L, "10 MiB" },
  { "/T09/", NULL, 200, L, "said to be longer than 10 MiB" },
  { "/T08/", NULL, 200, L, "10 MiB" },
  { "/T10/", NULL, 200, T, "declared length" },
  { "/T11/", NULL, 200, 0, NULL },
  { "/T12/", NULL, 200, A, "not a length" },
  { "/T14/", NULL, 200, A, "two Content-Length" },
  { "/T15/", NULL, 200, 0, NULL },
  { "/T16/", NULL, 200, A, "Both" },
  { "/T17/", NULL, 200, A | T, "chunked coding" },
  { "/T18/", NULL, 200, A | T, "chunked coding" },
  { "/T19/", NULL, 200, T, "closed before the body" },
  { "/T20/", NULL, 200, 0, NULL },
  { "/T22/", "closed", 0, 0, "closed without an answer" },
  { "/T26/", NULL, 200, 0, NULL },
  { "/T28/", NULL, 200, A, "another than chunked" },
  { "/H01/", "limit", 0, 0, "16 KiB" },
  { "/H02/", NULL, 200, L, "500" },
  { "/H03/", "limit", 0, 0, "interim" },
  { "/H04/", NULL, 200, 0, NULL },
  { "/H05/", "timeout", 0, 0, NULL },
  { "/H07/", "http", 0, 0, NULL },
  { "/H08/", NULL, 200, A, "carriage return" },
  { "/H09/", NULL, 200, A, "folded" },
  { "/H13/", "http", 0, 0, NULL },
  { "/H14/", "http", 0, 0, NULL },
  { "/H15/", "http", 0, 0, NULL },
  { "/H16/", NULL, 999, A, "between 100 and 599" },
  { "/C04/", NULL, 200, T, "cut off" },
  { "/C05/", NULL, 200, A, "gzip" },
  { "/C07/", NULL, 200, A, "another than gzip" },
};

static void every_row_is_told_for_what_it_is(void **state)
{
  (void)state;
  static const struct sv_target target = { .name = "hostile" };
  struct net_server server;
  net_server_start(&server, "tests/hostile/hostile", NULL, NULL);
  const struct sv_broker_options o = net_options(&target);
  struct sv_broker *b = net_open(&o);
  unsigned wrong = 0;
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    char good[32];
    const struct sv_exchange *x = net_get(b, server.port, rows[i].path, 0);
    const char *error = x->answer.error ? x->answer.error : "";
    const char *detail = x->answer.detail ? x->answer.detail : "";
    const char *expected = rows[i].error ? rows[i].error : "";
    if (strcmp(error, expected) != 0 || x->answer.status != rows[i].status ||
        x->answer.marks != rows[i].marks || (rows[i].detail && !strstr(detail, rows[i].detail))) {
      print_message("%s: error '%s' status %d marks %u: %s\n", rows[i].path, error,
                    x->answer.status, x->answer.marks, detail);
      wrong++;
    }
    (void)snprintf(good, sizeof good, "/good/%zu", i);
    x = net_get(b, server.port, good, 0);
    assert_null(x->answer.error);
    assert_int_equal(x->answer.status, 200);
    assert_int_equal(x->answer.marks, 0);
    assert_memory_equal(x->answer.body, "{}", 3);
  }
  assert_int_equal(wrong, 0);
  net_close(b);
  net_server_stop(&server);
}

static void what_is_not_decoded_is_not_kept(void **state)
{
  (void)state;
  static const struct sv_target target = { .name = "hostile" };
  struct net_server server;
  net_server_start(&server, "tests/hostile/hostile", NULL, NULL);
  const struct sv_broker_options o = net_options(&target);
  struct sv_broker *b = net_open(&o);
  const struct sv_exchange *x = net_get(b, server.port, "/C07/", 0);
  assert_int_equal(x->answer.body_size, 0);
  assert_int_equal(x->answer.wire_size, 2);
  net_close(b);
  net_server_stop(&server);
}

static void a_request_that_failed_is_repeated_and_every_attempt_kept(void **state)
{
  (void)state;
  static const struct sv_target target = { .name = "hostile" };
  struct net_server server;
  size_t count;
  net_server_start(&server, "tests/hostile/hostile", NULL, NULL);
  const struct sv_broker_options o = net_options(&target);
  struct sv_broker *b = net_open(&o);
  const struct sv_exchange *x = net_get(b, server.port, "/T23/", 0);
  assert_int_equal(x->answer.attempts, 2);
  x = net_get(b, server.port, "/T22/", 0);
  assert_int_equal(x->answer.attempts, 3);
  const struct sv_exchange *const *all = sv_broker_exchanges(b, &count);
  assert_int_equal(count, 5);
  unsigned superseded = 0;
  for (size_t i = 0; i < count; i++) {
    assert_int_equal(all[i]->n, i + 1);
    superseded += all[i]->superseded;
  }
  assert_int_equal(superseded, 3);
  /* libcurl itself asks once more when a connection it had kept turns out to be closed. */
  assert_int_equal(net_log(&server, "requests"), 6);
  net_close(b);
  net_server_stop(&server);
}

static void a_host_that_does_not_answer_is_left_alone_after_three(void **state)
{
  (void)state;
  static const struct sv_target target = { .name = "nobody" };
  struct net_server server;
  net_server_start(&server, "tests/hostile/hostile", NULL, NULL);
  net_server_stop(&server); /* its port is closed now */
  const struct sv_broker_options o = net_options(&target);
  struct sv_broker *b = net_open(&o);
  for (unsigned i = 0; i < 5; i++) {
    char path[16];
    (void)snprintf(path, sizeof path, "/%u", i);
    const struct sv_exchange *x = net_get(b, server.port, path, 0);
    assert_string_equal(x->answer.error, "connect");
    assert_int_equal(strstr(x->answer.detail, "left alone") != NULL, i >= 3);
  }
  assert_int_equal(sv_broker_counts(b).sent, 6);
  net_close(b);
}

static void a_wait_that_was_asked_for_is_kept(void **state)
{
  (void)state;
  static const struct sv_target target = { .name = "busy" };
  struct net_server server;
  net_server_start(&server, "tests/hostile/hostile", NULL, NULL);
  const struct sv_broker_options o = net_options(&target);
  struct sv_broker *b = net_open(&o);
  const struct sv_exchange *x = net_get(b, server.port, "/H24/", 0);
  assert_int_equal(x->answer.status, 200);
  assert_int_equal(x->answer.attempts, 2);
  assert_int_equal(x->answer.marks, SV_MARK_UNSTABLE);
  size_t count;
  const struct sv_exchange *const *all = sv_broker_exchanges(b, &count);
  assert_int_equal(count, 2);
  assert_true(all[0]->answer.started_ms - all[1]->answer.started_ms >= 990);
  x = net_get(b, server.port, "/H23/", 0);
  assert_int_equal(x->answer.status, 429);
  x = net_get(b, server.port, "/good/after", 0);
  assert_string_equal(x->answer.error, "retry-after");
  assert_int_equal(net_log(&server, "requests"), 3);
  net_close(b);
  net_server_stop(&server);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown(every_row_is_told_for_what_it_is, net_folder_make,
                                    net_folder_remove),
    cmocka_unit_test_setup_teardown(what_is_not_decoded_is_not_kept, net_folder_make,
                                    net_folder_remove),
    cmocka_unit_test_setup_teardown(a_request_that_failed_is_repeated_and_every_attempt_kept,
                                    net_folder_make, net_folder_remove),
    cmocka_unit_test_setup_teardown(a_host_that_does_not_answer_is_left_alone_after_three,
                                    net_folder_make, net_folder_remove),
    cmocka_unit_test_setup_teardown(a_wait_that_was_asked_for_is_kept, net_folder_make,
                                    net_folder_remove),
  };
  return cmocka_run_group_tests_name("net hostile", tests, NULL, NULL);
}
