// SPDX-License-Identifier: Apache-2.0
/* Requests that no good client sends: what arrives at the other end, byte for byte, what comes
 * back, and that a replay finds it again. */
#include "tests/unit/net_harness.h"

#include "engines/http/odd.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { HEAD_MOST = 256 << 10, SECONDS = 20 };

/* A server that tells through a pipe what it was sent, answers one thing, and closes. */
static struct {
  pid_t pid;
  int heard;
  unsigned port;
} server;

static void serve(int listener, int told, const char *answer, bool closes)
{
  static char head[HEAD_MOST + 1];
  (void)alarm(SECONDS);
  for (;;) {
    const int fd = accept(listener, NULL, NULL);
    size_t n = 0;
    ssize_t got;
    if (fd < 0)
      _exit(1);
    while (n < HEAD_MOST && (got = read(fd, head + n, HEAD_MOST - n)) > 0) {
      n += (size_t)got;
      head[n] = '\0';
      if (strstr(head, "\r\n\r\n"))
        break;
    }
    if (write(fd, answer, strlen(answer)) < 0)
      _exit(1);
    if (closes)
      (void)shutdown(fd, SHUT_WR);
    while (answer[0] && (got = read(fd, head + n, HEAD_MOST - n)) > 0)
      n += (size_t)got; /* content, if any came */
    (void)close(fd);
    const uint32_t size = (uint32_t)n;
    if (write(told, &size, sizeof size) < 0 || write(told, head, n) < 0)
      _exit(1);
  }
}

static void start_server(const char *answer, bool closes)
{
  struct sockaddr_in at = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
  socklen_t size = sizeof at;
  int pair[2];
  const int listener = socket(AF_INET, SOCK_STREAM, 0);
  assert_true(listener >= 0);
  assert_int_equal(bind(listener, (struct sockaddr *)&at, sizeof at), 0);
  assert_int_equal(listen(listener, 8), 0);
  assert_int_equal(getsockname(listener, (struct sockaddr *)&at, &size), 0);
  assert_int_equal(pipe(pair), 0);
  server.pid = fork();
  assert_true(server.pid >= 0);
  if (server.pid == 0)
    serve(listener, pair[1], answer, closes);
  (void)close(listener);
  (void)close(pair[1]);
  server.heard = pair[0];
  server.port = ntohs(at.sin_port);
}

static void start(const char *answer)
{
  start_server(answer, true);
}

static void stop(void)
{
  (void)kill(server.pid, SIGKILL);
  (void)waitpid(server.pid, NULL, 0);
  (void)close(server.heard);
}

/* What the server was sent, until the next call. */
static const char *heard(size_t *size)
{
  static char head[HEAD_MOST + 1];
  uint32_t length = 0;
  assert_int_equal(read(server.heard, &length, sizeof length), sizeof length);
  for (size_t n = 0; n < length;) {
    const ssize_t got = read(server.heard, head + n, length - n);
    assert_true(got > 0);
    n += (size_t)got;
  }
  head[length] = '\0';
  *size = length;
  return head;
}

static const struct sv_target target = { .name = "odd" };

/* Asks for PATH with what is odd about R; the answer lives as long as B. */
static const struct sv_exchange *ask(struct sv_broker *b, struct sv_arena *a,
                                     const struct sv_request *r, const char *path)
{
  const char *const *lines = sv_odd_lines(a, r);
  struct sv_ask one = { .method = r->announce  ? "POST"
                                  : r->read_on ? "HEAD"
                                               : "GET",
                        .timeout_ms = r->timeout_ms,
                        .headers = lines,
                        .http_1 = true };
  assert_non_null(lines);
  while (lines[one.header_count])
    one.header_count++;
  one.url = sv_arena_printf(a, "http://127.0.0.1:%u%s", server.port, path);
  return net_ask(b, &one, 0, r->announce != 0);
}

static size_t count(const char *text, const char *part)
{
  size_t n = 0;
  for (const char *p = text; (p = strstr(p, part)) != NULL; p++)
    n++;
  return n;
}

#define BAD "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"

static void hosts_go_out_as_they_are_given(void **state)
{
  (void)state;
  static const char *const none[] = { NULL };
  static const char *const other[] = { "samsvar.invalid", NULL };
  static const char *const two[] = { "a.invalid", "b.invalid", NULL };
  struct sv_arena a = SV_ARENA(1 << 20);
  const struct sv_broker_options o = net_options(&target);
  struct sv_broker *b = net_open(&o);
  size_t size;
  start(BAD);
  const struct sv_exchange *x = ask(b, &a, &(struct sv_request){ .hosts = none }, "/");
  assert_int_equal(x->answer.status, 400);
  const char *head = heard(&size);
  assert_int_equal(strncmp(head, "GET / HTTP/1.1\r\n", 16), 0);
  assert_null(strstr(head, "Host"));
  assert_int_equal(ask(b, &a, &(struct sv_request){ .hosts = other }, "/")->answer.status, 400);
  head = heard(&size);
  assert_non_null(strstr(head, "\r\nHost: samsvar.invalid\r\n"));
  assert_int_equal(count(head, "Host:"), 1);
  x = ask(b, &a, &(struct sv_request){ .hosts = two }, "/");
  head = heard(&size);
  assert_non_null(strstr(head, "\r\nHost: a.invalid\r\n"));
  assert_non_null(strstr(head, "\r\nHost: b.invalid\r\n"));
  assert_int_equal(count(head, "Host:"), 2);
  size_t told = 0;
  for (size_t i = 0; i < x->answer.sent_header_count; i++)
    told += strncmp(x->answer.sent_headers[i], "Host: ", 6) == 0;
  assert_int_equal(told, 2);
  stop();
  net_close(b);
  sv_arena_free(&a);
}

static void what_is_long_is_long_and_the_recording_is_not(void **state)
{
  (void)state;
  struct sv_arena a = SV_ARENA(1 << 20);
  struct sv_broker_options o = net_options(&target);
  struct sv_broker *b = net_open(&o);
  size_t size;
  start(BAD);
  const struct sv_exchange *x = ask(b, &a, &(struct sv_request){ .long_target = 16384 }, "/v1?a=b");
  assert_int_equal(x->answer.status, 400);
  const char *head = heard(&size);
  assert_int_equal(strncmp(head, "GET /v1?a=b&samsvar=000", 23), 0);
  assert_int_equal(strcspn(head + 4, " "), strlen("/v1?a=b&") + 16384);
  assert_int_equal(ask(b, &a, &(struct sv_request){ .long_field = 65536 }, "/v1")->answer.status,
                   400);
  head = heard(&size);
  assert_int_equal(strncmp(head, "GET /v1 HTTP/1.1\r\n", 18), 0);
  const char *field = strstr(head, "\r\nX-Samsvar: ");
  assert_non_null(field);
  assert_int_equal(strspn(field + 13, "0"), 65536);
  stop();
  net_close(b);
  assert_false(net_folder_has("00000000000000000000000000000000"));
  o.replay = true;
  b = net_open(&o);
  assert_int_equal(
      ask(b, &a, &(struct sv_request){ .long_target = 16384 }, "/v1?a=b")->answer.status, 400);
  assert_string_equal(
      ask(b, &a, &(struct sv_request){ .long_target = 16385 }, "/v1?a=b")->answer.error, "not-"
                                                                                         "recorde"
                                                                                         "d");
  net_close(b);
  sv_arena_free(&a);
}

/* Servers that refuse in the middle of a request often reset the connection. */
static void a_refusal_of_what_is_long_needs_no_content(void **state)
{
  (void)state;
  struct sv_arena a = SV_ARENA(1 << 20);
  const struct sv_broker_options o = net_options(&target);
  struct sv_broker *b = net_open(&o);
  size_t size;
  start("HTTP/1.1 431 Too Large\r\nContent-Length: 100\r\n\r\nshort");
  const struct sv_exchange *x = ask(b, &a, &(struct sv_request){ .long_field = 65536 }, "/");
  (void)heard(&size);
  assert_int_equal(x->answer.status, 431);
  assert_int_equal(x->answer.marks, 0);
  static const char *const none[] = { NULL };
  x = ask(b, &a, &(struct sv_request){ .hosts = none }, "/");
  (void)heard(&size);
  assert_int_equal(x->answer.marks, SV_MARK_TRUNCATED);
  stop();
  net_close(b);
  sv_arena_free(&a);
}

static void announced_content_is_never_sent(void **state)
{
  (void)state;
  static const struct {
    const char *answer;
    int status;
  } cases[] = {
    { "HTTP/1.1 100 Continue\r\n\r\n", 100 },
    { "HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nabc", 413 },
    { "HTTP/1.1 417 Expectation Failed\r\nContent-Length: 0\r\n\r\n", 417 },
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct sv_arena a = SV_ARENA(1 << 20);
    struct sv_broker_options o = net_options(&target);
    o.allow_unsafe = true;
    struct sv_broker *b = net_open(&o);
    size_t size;
    start(cases[i].answer);
    const struct sv_exchange *x = ask(b, &a, &(struct sv_request){ .announce = 100 << 20 }, "/v1");
    assert_null(x->answer.error);
    assert_int_equal(x->answer.status, cases[i].status);
    assert_int_equal(x->answer.marks, 0);
    const char *head = heard(&size);
    assert_non_null(strstr(head, "\r\nContent-Length: 104857600\r\n"));
    assert_int_equal(count(head, "Expect: 100-continue"), 1);
    assert_int_equal(size, (size_t)(strstr(head, "\r\n\r\n") + 4 - head));
    stop();
    net_close(b);
    sv_arena_free(&a);
  }
}

static void what_comes_after_the_head_is_counted(void **state)
{
  (void)state;
#define FOUR "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n"
#define CHUNKS "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
#define GZIP "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"
  static const struct {
    const char *answer;
    size_t size;
    uint32_t marks;
    bool stays_open;
  } cases[] = {
    { FOUR, 0, 0, false },
    { FOUR "abcd", 4, 0, false },
    { FOUR "abcdefgh", 8, 0, false }, /* more than the length that is said */
    { FOUR "0123456789abcdefghij", 16, SV_MARK_LIMITED, false },
    { "HTTP/1.1 200 OK\r\n\r\nab", 2, 0, false },
    { CHUNKS, 0, 0, false },
    { CHUNKS "4\r\nabcd\r\n", 9, 0, false },
    { GZIP, 0, 0, false },
    { "HTTP/1.1 405 No\r\nAllow: GET\r\n\r\n", 0, 0, false },
    { FOUR, 0, SV_MARK_TRUNCATED, true },
    { FOUR "abcd", 4, SV_MARK_TRUNCATED, true },
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct sv_arena a = SV_ARENA(1 << 20);
    const struct sv_broker_options o = net_options(&target);
    struct sv_broker *b = net_open(&o);
    size_t size;
    start_server(cases[i].answer, !cases[i].stays_open);
    const uint32_t patience = unit_valgrind() ? 3000 : 300;
    const struct sv_request r = { .read_on = 16, .timeout_ms = cases[i].stays_open ? patience : 0 };
    const struct sv_exchange *x = ask(b, &a, &r, "/v1");
    assert_null(x->answer.error);
    if (x->answer.body_size != cases[i].size || x->answer.marks != cases[i].marks)
      fail_msg("case %zu: %zu bytes, marks %x", i, x->answer.body_size, x->answer.marks);
    const char *head = heard(&size);
    assert_int_equal(strncmp(head, "HEAD /v1 HTTP/1.1\r\n", 19), 0);
    assert_int_equal(count(head, "Connection: close"), 1);
    assert_int_equal(sv_broker_counts(b).sent, 1);
    stop();
    net_close(b);
    sv_arena_free(&a);
  }
#undef FOUR
#undef CHUNKS
#undef GZIP
}

/* The handle of libcurl is used again, for requests of which nothing is odd. */
static void a_handle_that_read_on_forgets_it(void **state)
{
  (void)state;
  struct sv_arena a = SV_ARENA(1 << 20);
  const struct sv_broker_options o = net_options(&target);
  struct sv_broker *b = net_open(&o);
  size_t size;
  start("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n0\r\n\r\nxy");
  const struct sv_exchange *x = ask(b, &a, &(struct sv_request){ .read_on = 64 }, "/");
  (void)heard(&size);
  assert_int_equal(x->answer.body_size, 16);
  x = ask(b, &a, &(struct sv_request){ 0 }, "/");
  const char *head = heard(&size);
  assert_int_equal(strncmp(head, "GET / ", 6), 0);
  assert_null(strstr(head, "Connection"));
  assert_int_equal(x->answer.body_size, 4);
  stop();
  net_close(b);
  sv_arena_free(&a);
}

static void content_without_a_type_has_none(void **state)
{
  (void)state;
  struct sv_arena a = SV_ARENA(1 << 20);
  struct sv_broker_options o = net_options(&target);
  o.allow_unsafe = true;
  struct sv_broker *b = net_open(&o);
  size_t size;
  start(BAD);
  struct sv_ask one = { .method = "POST", .body = "{}", .body_size = 2 };
  one.url = sv_arena_printf(&a, "http://127.0.0.1:%u/", server.port);
  const struct sv_exchange *x = net_ask(b, &one, 0, true);
  assert_int_equal(x->answer.status, 400);
  assert_null(strstr(heard(&size), "Content-Type"));
  for (size_t i = 0; i < x->answer.sent_header_count; i++)
    assert_null(strstr(x->answer.sent_headers[i], "Content-Type"));
  stop();
  net_close(b);
  sv_arena_free(&a);
}

static void a_closed_connection_is_not_tried_again(void **state)
{
  (void)state;
  static const char *const none[] = { NULL };
  struct sv_arena a = SV_ARENA(1 << 20);
  const struct sv_broker_options o = net_options(&target);
  struct sv_broker *b = net_open(&o);
  size_t size;
  start("");
  for (int i = 0; i < 5; i++) {
    const struct sv_exchange *x =
        ask(b, &a, &(struct sv_request){ .hosts = none }, i ? sv_arena_printf(&a, "/%d", i) : "/");
    assert_string_equal(x->answer.error, "closed");
    (void)heard(&size);
  }
  assert_int_equal(sv_broker_counts(b).sent, 5);
  stop();
  net_close(b);
  sv_arena_free(&a);
}

static void what_is_odd_carries_no_credential(void **state)
{
  (void)state;
  static const char *const lines[] = { ":no-host: yes" };
  const struct sv_broker_options o = net_options(&target);
  struct sv_broker *b = net_open(&o);
  struct sv_ask one = { .method = "GET",
                        .url = "http://127.0.0.1:9/",
                        .headers = lines,
                        .header_count = 1,
                        .credential = "token",
                        .http_1 = true };
  assert_string_equal(net_ask(b, &one, 0, false)->answer.error, "refused");
  static const char *const on[] = { ":read-on: 16" };
  one.headers = on; /* of GET */
  assert_string_equal(net_ask(b, &one, 0, false)->answer.error, "refused");
  one.headers = lines;
  one.credential = NULL;
  one.http_1 = false;
  assert_string_equal(net_ask(b, &one, 0, false)->answer.error, "refused");
  net_close(b);
}

static void lines_are_read_back_and_broken_ones_are_refused(void **state)
{
  (void)state;
  static const char *const hosts[] = { "a", "b:1", NULL };
  static const char *const three[] = { "a", "b", "c", NULL };
  static const char *const broken[] = { ":host: a b",
                                        ":host: ",
                                        ":host:a",
                                        ":no-host: no",
                                        ":long-target: 0",
                                        ":long-field: 1x",
                                        ":announce: 9999999999",
                                        ":read-on: 65537",
                                        ":x: 1",
                                        ":" };
  struct sv_arena a = SV_ARENA(1 << 20);
  struct sv_odd odd;
  const char *const *lines = sv_odd_lines(
      &a, &(struct sv_request){ .hosts = hosts, .long_target = 1, .long_field = 2, .announce = 3 });
  assert_null(sv_odd_read(lines, 5, &odd));
  assert_true(odd.is_odd && odd.own_hosts);
  assert_int_equal(odd.host_count, 2);
  assert_string_equal(odd.hosts[1], "b:1");
  assert_int_equal(odd.long_target + odd.long_field * 10 + odd.announce * 100, 321);
  assert_true(odd.is_anonymous);
  lines = sv_odd_lines(&a, &(struct sv_request){ .read_on = 7 });
  assert_null(sv_odd_read(lines, 1, &odd));
  assert_true(odd.is_odd && !odd.is_anonymous && odd.read_on == 7);
  assert_null(sv_odd_lines(&a, &(struct sv_request){ .hosts = three }));
  assert_null(*sv_odd_lines(&a, &(struct sv_request){ .url = "/" }));
  for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++)
    if (!sv_odd_read(&broken[i], 1, &odd))
      fail_msg("'%s' was read", broken[i]);
  const char *const both[] = { ":no-host: yes", ":host: a" };
  assert_non_null(sv_odd_read(both, 2, &odd));
  sv_arena_free(&a);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown(hosts_go_out_as_they_are_given, net_folder_make,
                                    net_folder_remove),
    cmocka_unit_test_setup_teardown(what_is_long_is_long_and_the_recording_is_not, net_folder_make,
                                    net_folder_remove),
    cmocka_unit_test_setup_teardown(a_refusal_of_what_is_long_needs_no_content, net_folder_make,
                                    net_folder_remove),
    cmocka_unit_test_setup_teardown(announced_content_is_never_sent, net_folder_make,
                                    net_folder_remove),
    cmocka_unit_test_setup_teardown(what_comes_after_the_head_is_counted, net_folder_make,
                                    net_folder_remove),
    cmocka_unit_test_setup_teardown(a_handle_that_read_on_forgets_it, net_folder_make,
                                    net_folder_remove),
    cmocka_unit_test_setup_teardown(content_without_a_type_has_none, net_folder_make,
                                    net_folder_remove),
    cmocka_unit_test_setup_teardown(a_closed_connection_is_not_tried_again, net_folder_make,
                                    net_folder_remove),
    cmocka_unit_test_setup_teardown(what_is_odd_carries_no_credential, net_folder_make,
                                    net_folder_remove),
    cmocka_unit_test(lines_are_read_back_and_broken_ones_are_refused),
  };
  return cmocka_run_group_tests_name("odd requests", tests, NULL, NULL);
}
