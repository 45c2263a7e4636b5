// SPDX-License-Identifier: Apache-2.0
/* Handshakes of our own: what servers of chosen kinds answer to chosen offers, that hostile ones
 * harm nobody, and that a replay says the same. */
#include "tests/unit/net_harness.h"

#include "engines/tls/lines.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const uint16_t triple_des[] = { 0xc012, 0x000a, 0 };
static const uint16_t dhe[] = { 0x009e, 0x0033, 0 };

/* A server, an offer, and what comes of it. */
static const struct row {
  const char *mode, *word;
  struct sv_offer offer;
  const char *error; /* NULL: an answer */
  const char *answer, *alert;
  uint32_t version, suite;
} rows[] = {
  { "openssl", "TLSv1.2", { .max = 0x0303 }, NULL, "hello", NULL, 0x0303, 0 },
  { "openssl", "TLSv1.2", { .max = 0x0302 }, NULL, "alert", "protocol_version", 0, 0 },
  { "openssl",
    "TLSv1.2",
    { .max = 0x0304, .min = 0x0304 },
    NULL,
    "alert",
    "protocol_version",
    0,
    0 },
  { "openssl", "TLSv1.2", { .max = 0x0304, .min = 0x0303 }, NULL, "hello", NULL, 0x0303, 0 },
  { "openssl", "TLSv1.3", { .max = 0x0304, .min = 0x0303 }, NULL, "hello", NULL, 0x0304, 0 },
  { "openssl", "TLSv1.3", { .max = 0x0304, .min = 0x0304 }, NULL, "hello", NULL, 0x0304, 0 },
  { "openssl", "TLSv1.3", { .max = 0x0303 }, NULL, "alert", "protocol_version", 0, 0 },
  { "openssl", "TLSv1.1", { .max = 0x0302 }, NULL, "hello", NULL, 0x0302, 0 },
  { "openssl", "TLSv1", { .max = 0x0302 }, NULL, "hello", NULL, 0x0301, 0 },
  { "openssl", "TLSv1", { .max = 0x0301 }, NULL, "hello", NULL, 0x0301, 0 },
  { "openssl", "TLSv1", { .max = 0x0300 }, NULL, "alert", NULL, 0, 0 },
  { "openssl", "TLSv1", { .max = 0x0002 }, NULL, "alert", NULL, 0, 0 },
  { "openssl", "AES256-GCM-SHA384", { .max = 0x0303 }, NULL, "hello", NULL, 0x0303, 0x009d },
  { "openssl",
    "AES256-GCM-SHA384",
    { .suites = triple_des },
    NULL,
    "alert",
    "handshake_failure",
    0,
    0 },
  { "openssl",
    "DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0",
    { .suites = dhe },
    NULL,
    "hello",
    NULL,
    0x0303,
    0x009e },
  { "close", NULL, { .max = 0x0303 }, NULL, "closed", NULL, 0, 0 },
  { "alert", NULL, { .max = 0x0303 }, NULL, "alert", "protocol_version", 0, 0 },
  { "ssl2", NULL, { .max = 0x0002 }, NULL, "hello", NULL, 0x0002, 0 },
  { "ssl2", NULL, { .max = 0x0300 }, "tls", NULL, NULL, 0, 0 },
  { "garbage", NULL, { .max = 0x0303 }, "tls", NULL, NULL, 0, 0 },
  { "http", NULL, { .max = 0x0303 }, "tls", NULL, NULL, 0, 0 },
  { "half", NULL, { .max = 0x0303 }, "closed", NULL, NULL, 0, 0 },
  { "endless", NULL, { .max = 0x0303 }, "tls", NULL, NULL, 0, 0 },
  { "warnings", NULL, { .max = 0x0303 }, "limit", NULL, NULL, 0, 0 },
  { "silence", NULL, { .max = 0x0303 }, "timeout", NULL, NULL, 0, 0 },
};

/* Asks the server on PORT; what it said, in A. */
static void ask(struct sv_broker *b, struct sv_arena *a, unsigned port,
                const struct sv_offer *offer, struct sv_answered *out)
{
  char url[64];
  (void)snprintf(url, sizeof url, "https://127.0.0.1:%u/", port);
  const char *const *lines = sv_offer_lines(a, offer);
  size_t count = 0;
  assert_non_null(lines);
  while (lines[count])
    count++;
  const struct sv_ask question = {
    .method = SV_METHOD_TLS, .url = url, .headers = lines, .header_count = count
  };
  const struct sv_exchange *x = net_ask(b, &question, 0, false);
  const struct sv_response r = { .error = x->answer.error,
                                 .headers = x->answer.headers,
                                 .marks = x->answer.marks };
  sv_answered_read(&r, out);
}

static void judge(const struct row *row, const struct sv_answered *seen)
{
  if (row->error || seen->error) {
    if (!row->error || !seen->error || strcmp(row->error, seen->error) != 0)
      fail_msg("%s %s: error %s, expected %s", row->mode, row->word ? row->word : "",
               seen->error ? seen->error : "none", row->error ? row->error : "none");
    return;
  }
  if (strcmp(row->answer, seen->answer) != 0 ||
      (row->alert && (!seen->alert || strcmp(row->alert, seen->alert) != 0)) ||
      row->version != seen->version || (row->suite && row->suite != seen->suite))
    fail_msg("%s %s: %s %s version %x suite %x", row->mode, row->word ? row->word : "",
             seen->answer, seen->alert ? seen->alert : "", seen->version, seen->suite);
}

static void every_server_is_told_for_what_it_answers(void **state)
{
  (void)state;
  const struct sv_target target = { .name = "shake" };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    struct net_server server;
    struct sv_arena arena = SV_ARENA(1 << 20);
    struct sv_answered live;
    struct sv_answered replayed;
    net_server_start(&server, "tests/hostile/shake", rows[i].mode, rows[i].word);
    struct sv_broker_options o = net_options(&target);
    o.timeout_ms = 1000;
    struct sv_broker *b = net_open(&o);
    ask(b, &arena, server.port, &rows[i].offer, &live);
    judge(&rows[i], &live);
    net_close(b);
    net_server_stop(&server);
    o.replay = true;
    b = net_open(&o);
    ask(b, &arena, server.port, &rows[i].offer, &replayed);
    judge(&rows[i], &replayed);
    net_close(b);
    sv_arena_free(&arena);
  }
}

static void a_hello_shows_what_else_was_agreed(void **state)
{
  (void)state;
  const struct sv_target target = { .name = "shake" };
  struct sv_arena arena = SV_ARENA(1 << 20);
  struct sv_broker_options o = net_options(&target);
  struct sv_broker *b = net_open(&o);
  struct net_server server;
  struct sv_answered seen;
  net_server_start(&server, "tests/hostile/shake", "openssl", "TLSv1.2");
  ask(b, &arena, server.port, &(struct sv_offer){ .alpn = "h2 http/1.1", .deflate = 1 }, &seen);
  assert_string_equal(seen.alpn, "http/1.1");
  assert_string_equal(seen.staple, "malformed");
  assert_int_equal(seen.renegotiation, 1);
  assert_int_equal(seen.compression, 0);
  assert_int_equal(seen.dh_bits, 0);
  ask(b, &arena, server.port, &(struct sv_offer){ .suites = dhe }, &seen);
  assert_true(seen.dh_bits >= 1024);
  assert_null(seen.alpn);
  net_server_stop(&server);
  net_close(b);
  sv_arena_free(&arena);
}

static void equal_offers_are_made_once(void **state)
{
  (void)state;
  const struct sv_target target = { .name = "shake" };
  struct sv_arena arena = SV_ARENA(1 << 20);
  struct sv_broker_options o = net_options(&target);
  struct sv_broker *b = net_open(&o);
  struct net_server server;
  struct sv_answered seen;
  net_server_start(&server, "tests/hostile/shake", "alert", NULL);
  for (int i = 0; i < 3; i++)
    ask(b, &arena, server.port, &(struct sv_offer){ .max = 0x0301 }, &seen);
  assert_int_equal(sv_broker_counts(b).sent, 1);
  ask(b, &arena, server.port, &(struct sv_offer){ .max = 0x0302 }, &seen);
  assert_int_equal(sv_broker_counts(b).sent, 2);
  net_server_stop(&server);
  net_close(b);
  sv_arena_free(&arena);
}

static void silence_at_handshakes_does_not_lose_the_host(void **state)
{
  (void)state;
  const struct sv_target target = { .name = "shake" };
  struct sv_arena arena = SV_ARENA(1 << 20);
  struct sv_broker_options o = net_options(&target);
  o.timeout_ms = 100;
  struct sv_broker *b = net_open(&o);
  struct net_server server;
  struct sv_answered seen;
  net_server_start(&server, "tests/hostile/shake", "silence", NULL);
  for (uint32_t version = 0x0300; version <= 0x0303; version++) {
    ask(b, &arena, server.port, &(struct sv_offer){ .max = version }, &seen);
    assert_string_equal(seen.error, "timeout");
  }
  /* Each was asked once, and the host is still asked. */
  assert_int_equal(sv_broker_counts(b).sent, 4);
  net_server_stop(&server);
  net_close(b);
  sv_arena_free(&arena);
}

static void the_address_policy_holds_for_handshakes(void **state)
{
  (void)state;
  static const char *const nobody[] = { NULL };
  const struct sv_target target = { .name = "shake" };
  struct sv_arena arena = SV_ARENA(1 << 20);
  struct sv_broker_options o = net_options(&target);
  struct net_server server;
  struct sv_answered seen;
  o.loopback_hosts = nobody;
  struct sv_broker *b = net_open(&o);
  net_server_start(&server, "tests/hostile/shake", "alert", NULL);
  ask(b, &arena, server.port, &(struct sv_offer){ .max = 0x0303 }, &seen);
  assert_string_equal(seen.error, "address-refused");
  net_server_stop(&server);
  net_close(b);
  sv_arena_free(&arena);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, net_folder_make, net_folder_remove)
  const struct CMUnitTest tests[] = {
    TEST(every_server_is_told_for_what_it_answers),
    TEST(a_hello_shows_what_else_was_agreed),
    TEST(equal_offers_are_made_once),
    TEST(silence_at_handshakes_does_not_lose_the_host),
    TEST(the_address_policy_holds_for_handshakes),
  };
  return cmocka_run_group_tests_name("shake", tests, NULL, NULL);
}
