// SPDX-License-Identifier: Apache-2.0
/* Names: a signed zone of this computer, ways to break it, and resolvers that say nothing. */
#include "tests/unit/net_harness.h"

#include "engines/tls/lines.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static const char wrong_anchor[] = ". IN DS 20326 8 2 "
                                   "E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8"
                                   "D";

/* A break of the zone, a question, and what is to be said. */
static const struct row {
  const char *broken; /* NULL: nothing is */
  const char *name, *type;
  const char *status, *security;
  const char *record; /* the first; NULL: none */
} rows[] = {
  { NULL, NULL, "A", "NOERROR", "secure", "127.0.0.1" },
  { NULL, NULL, "AAAA", "NOERROR", "secure", "::1" },
  { NULL, NULL, "CAA", "NOERROR", "secure", "0 issue \"ca.example\"" },
  { NULL, NULL, "TXT", "NOERROR", "secure", NULL },
  { NULL, NULL, "MX", "NOERROR", "secure", NULL },
  { NULL, "finnes-ikke.localhost", "A", "NXDOMAIN", "secure", NULL },
  { "dns-no-ipv6", NULL, "AAAA", "NOERROR", "secure", NULL },
  { "dns-no-ipv4", NULL, "A", "NOERROR", "secure", NULL },
  { "dns-unsigned", NULL, "A", "NOERROR", "insecure", "127.0.0.1" },
  { "dns-bogus", NULL, "A", NULL, "bogus", NULL },
  { "dns-alias-dangles", NULL, "A", "NXDOMAIN", "secure", NULL },
  { "dns-caa-malformed", NULL, "CAA", "NOERROR", "secure", "0 issue \"ca example; x\"" },
};

/* A zone in a process of its own. */
struct zone {
  struct net_server server;
  char resolver[32], anchor[256];
};

static void start(struct zone *z, const char *broken)
{
  char path[256];
  (void)snprintf(path, sizeof path, "%s/anchor", net_folder());
  net_server_start(&z->server, "tests/hostile/zone", broken ? broken : "", path);
  (void)snprintf(z->resolver, sizeof z->resolver, "127.0.0.1@%u", z->server.port);
  FILE *f = fopen(path, "r");
  assert_non_null(f);
  assert_non_null(fgets(z->anchor, sizeof z->anchor, f));
  assert_int_equal(fclose(f), 0);
  assert_int_equal(unlink(path), 0);
}

static void ask(struct sv_broker *b, struct sv_arena *a, const struct sv_question *q,
                struct sv_named *out)
{
  const char *const *lines = sv_question_lines(a, q);
  size_t count = 0;
  assert_non_null(lines);
  while (lines[count])
    count++;
  const struct sv_ask question = {
    .method = SV_METHOD_DNS, .url = "https://localhost:1/", .headers = lines, .header_count = count
  };
  const struct sv_exchange *x = net_ask(b, &question, 0, false);
  const struct sv_response r = { .error = x->answer.error,
                                 .detail = x->answer.detail,
                                 .headers = x->answer.headers };
  assert_true(sv_named_read(a, &r, out));
}

static void judge(const struct row *row, const struct sv_named *n)
{
  const char *record = n->error ? NULL : n->records[0];
  if (n->error || (row->status && strcmp(n->status, row->status) != 0) ||
      strcmp(n->security, row->security) != 0 ||
      (row->record && (!record || strcmp(record, row->record) != 0)) ||
      (!row->record && row->status && record))
    fail_msg("%s %s: %s %s %s %s", row->broken ? row->broken : "clean", row->type,
             n->error ? n->error : "", n->status ? n->status : "", n->security ? n->security : "",
             record ? record : "");
}

static void names_are_told_for_what_they_are(void **state)
{
  (void)state;
  const struct sv_target target = { .name = "names" };
  struct sv_broker_options o = net_options(&target);
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    struct sv_arena arena = SV_ARENA(1 << 20);
    struct zone zone;
    struct sv_named live;
    struct sv_named replayed;
    start(&zone, rows[i].broken);
    const struct sv_question q = {
      .name = rows[i].name, .type = rows[i].type, .resolver = zone.resolver, .anchor = zone.anchor
    };
    o.replay = false;
    struct sv_broker *b = net_open(&o);
    ask(b, &arena, &q, &live);
    judge(&rows[i], &live);
    net_close(b);
    net_server_stop(&zone.server);
    o.replay = true;
    b = net_open(&o);
    ask(b, &arena, &q, &replayed);
    judge(&rows[i], &replayed);
    net_close(b);
    sv_arena_free(&arena);
  }
}

static void a_resolver_that_passes_no_signatures_on_is_noticed(void **state)
{
  (void)state;
  const struct sv_target target = { .name = "names" };
  struct sv_broker_options o = net_options(&target);
  struct sv_arena arena = SV_ARENA(1 << 20);
  struct zone zone;
  struct sv_named n;
  start(&zone, NULL);
  struct sv_broker *b = net_open(&o);
  /* The keys of the anchor's zone do not come through: they are not those that are there. */
  ask(b, &arena,
      &(struct sv_question){ .type = "A", .resolver = zone.resolver, .anchor = wrong_anchor }, &n);
  assert_null(n.error);
  assert_string_equal(n.security, "unchecked");
  net_close(b);
  net_server_stop(&zone.server);
  sv_arena_free(&arena);
}

static void what_cannot_be_asked_is_refused(void **state)
{
  (void)state;
  static const struct sv_question questions[] = {
    { .type = "ANY" },
    { .type = "A", .resolver = "example.org" },
    { .type = "A", .resolver = "127.0.0.1@x" },
    { .type = "A", .resolver = "169.254.1.1" },
    { .type = "A", .resolver = "127.0.0.1@9", .anchor = "nonsense" },
  };
  const struct sv_target target = { .name = "names" };
  struct sv_broker_options o = net_options(&target);
  struct sv_arena arena = SV_ARENA(1 << 20);
  struct sv_broker *b = net_open(&o);
  for (size_t i = 0; i < sizeof questions / sizeof questions[0]; i++) {
    struct sv_named n;
    ask(b, &arena, &questions[i], &n);
    if (!n.error || strcmp(n.error, "refused") != 0)
      fail_msg("question %zu: %s", i, n.error ? n.error : "no error");
  }
  net_close(b);
  sv_arena_free(&arena);
}

static void a_resolver_that_says_nothing_is_no_answer(void **state)
{
  (void)state;
  const struct sv_target target = { .name = "names" };
  struct sv_broker_options o = net_options(&target);
  struct sockaddr_in at = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
  socklen_t size = sizeof at;
  struct sv_arena arena = SV_ARENA(1 << 20);
  struct sv_named n;
  char resolver[32];
  const int silent = socket(AF_INET, SOCK_DGRAM, 0);
  assert_int_equal(bind(silent, (struct sockaddr *)&at, sizeof at), 0);
  assert_int_equal(getsockname(silent, (struct sockaddr *)&at, &size), 0);
  (void)snprintf(resolver, sizeof resolver, "127.0.0.1@%u", ntohs(at.sin_port));
  struct sv_broker *b = net_open(&o);
  ask(b, &arena, &(struct sv_question){ .type = "A", .resolver = resolver }, &n);
  assert_string_equal(n.error, "dns");
  net_close(b);
  (void)close(silent);
  sv_arena_free(&arena);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, net_folder_make, net_folder_remove)
  const struct CMUnitTest tests[] = {
    TEST(names_are_told_for_what_they_are),
    TEST(a_resolver_that_passes_no_signatures_on_is_noticed),
    TEST(what_cannot_be_asked_is_refused),
    TEST(a_resolver_that_says_nothing_is_no_answer),
  };
  return cmocka_run_group_tests_name("names", tests, NULL, NULL);
}
