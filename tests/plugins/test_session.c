// SPDX-License-Identifier: Apache-2.0
/* A whole session against a small server: every service, every way in which main does not believe a
 * check. */
#include "runner/hand.h"
#include "tests/plugins/bench.h"

#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <microhttpd.h>
#include <zlib.h>

enum { BOMB = 4 << 20 };

struct page {
  const char *path, *type, *body;
  int status;
};

static const struct page pages[] = {
  { "/", "text/plain", "hello", 200 },
  { "/moved", NULL, "", 302 },
  { "/openapi", "application/json", "{\"openapi\":\"3.1\"}", 200 },
  { "/dcat", "text/plain", "gone", 404 },
};

/* TEXT, SIZE times LETTER, as gzip; cut short by CUT bytes. */
static struct MHD_Response *coded(char letter, size_t size, size_t cut)
{
  char *text = malloc(size);
  z_stream z = { 0 };
  memset(text, letter, size);
  (void)deflateInit2(&z, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
  const size_t most = deflateBound(&z, size);
  char *out = malloc(most);
  z.next_in = (Bytef *)text;
  z.avail_in = (uInt)size;
  z.next_out = (Bytef *)out;
  z.avail_out = (uInt)most;
  (void)deflate(&z, Z_FINISH);
  const size_t whole = z.total_out;
  (void)deflateEnd(&z);
  free(text);
  struct MHD_Response *r = MHD_create_response_from_buffer(whole - cut, out, MHD_RESPMEM_MUST_FREE);
  (void)MHD_add_response_header(r, "Content-Encoding", "gzip");
  (void)MHD_add_response_header(r, "Content-Type", "text/plain");
  return r;
}

static struct MHD_Response *page_of(const char *url, unsigned *status)
{
  *status = 200;
  if (strcmp(url, "/gzip") == 0)
    return coded('g', 3000, 0);
  if (strcmp(url, "/gzip-cut") == 0)
    return coded('g', 300000, 20);
  if (strcmp(url, "/gzip-bomb") == 0)
    return coded('b', BOMB, 0);
  for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
    if (strcmp(pages[i].path, url) != 0)
      continue;
    *status = (unsigned)pages[i].status;
    struct MHD_Response *r = MHD_create_response_from_buffer(
        strlen(pages[i].body), (void *)(uintptr_t)pages[i].body, MHD_RESPMEM_PERSISTENT);
    (void)MHD_add_response_header(r, "X-Test", "yes");
    if (pages[i].type)
      (void)MHD_add_response_header(r, "Content-Type", pages[i].type);
    if (pages[i].status == 302)
      (void)MHD_add_response_header(r, "Location", "/");
    return r;
  }
  struct MHD_Response *r =
      MHD_create_response_from_buffer(strlen(url), (void *)(uintptr_t)url, MHD_RESPMEM_MUST_COPY);
  (void)MHD_add_response_header(r, "Content-Type", "text/plain");
  return r;
}

static enum MHD_Result answer(void *closure, struct MHD_Connection *c, const char *url,
                              const char *method, const char *version, const char *upload,
                              size_t *upload_size, void **state)
{
  (void)closure;
  (void)method;
  (void)version;
  (void)upload;
  if (!*state) {
    *state = c;
    return MHD_YES;
  }
  if (*upload_size) {
    *upload_size = 0;
    return MHD_YES;
  }
  unsigned status;
  struct MHD_Response *r = page_of(url, &status);
  const enum MHD_Result done = MHD_queue_response(c, status, r);
  MHD_destroy_response(r);
  return done;
}

/* The server, in a process of its own since a session's process has one thread. Ends with its
 * parent. */
static unsigned start_server(pid_t *pid)
{
  int pipes[2];
  unsigned short port = 0;
  assert_int_equal(pipe(pipes), 0);
  *pid = fork();
  if (*pid == 0) {
    const struct sockaddr_in here = { .sin_family = AF_INET,
                                      .sin_addr = { htonl(INADDR_LOOPBACK) } };
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    struct MHD_Daemon *d =
        MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_EPOLL, 0, NULL, NULL, answer,
                         NULL, MHD_OPTION_SOCK_ADDR, &here, MHD_OPTION_END);
    if (!d)
      _exit(1);
    port = MHD_get_daemon_info(d, MHD_DAEMON_INFO_BIND_PORT)->port;
    if (write(pipes[1], &port, sizeof port) != (ssize_t)sizeof port)
      _exit(1);
    for (;;)
      (void)pause();
  }
  (void)close(pipes[1]);
  assert_int_equal(read(pipes[0], &port, sizeof port), sizeof port);
  (void)close(pipes[0]);
  return port;
}

/* A port where nobody listens, kept from others while FD is open. */
static unsigned closed_port(int *fd)
{
  struct sockaddr_in here = { .sin_family = AF_INET, .sin_addr = { htonl(INADDR_LOOPBACK) } };
  socklen_t size = sizeof here;
  *fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  assert_true(*fd >= 0);
  assert_int_equal(bind(*fd, (struct sockaddr *)&here, size), 0);
  assert_int_equal(getsockname(*fd, (struct sockaddr *)&here, &size), 0);
  return ntohs(here.sin_port);
}

struct whole {
  struct bench bench;
  pid_t server;
  int closed; /* descriptor that holds the port */
  char nowhere[64];
  char target[1024];
};

static void write_file(const struct bench *b, const char *name, const char *text)
{
  char path[256];
  (void)snprintf(path, sizeof path, "%s/%s", b->dir, name);
  FILE *f = fopen(path, "we");
  assert_non_null(f);
  assert_true(fputs(text, f) >= 0);
  assert_int_equal(fclose(f), 0);
}

static int open_all(void **state)
{
  struct whole *w = calloc(1, sizeof *w);
  const unsigned port = start_server(&w->server);
  (void)snprintf(w->nowhere, sizeof w->nowhere, "http://127.0.0.1:%u/", closed_port(&w->closed));
  bench_open(&w->bench);
  write_file(&w->bench, "list.ttl", "a file");
  (void)snprintf(w->target, sizeof w->target,
                 "{\"name\":\"Bench\",\"endpoints\":["
                 "{\"id\":\"site\",\"kind\":\"web\",\"url\":\"http://127.0.0.1:%u/\"},"
                 "{\"id\":\"description\",\"kind\":\"openapi\",\"url\":\"http://127.0.0.1:%u/"
                 "openapi\"},"
                 "{\"id\":\"catalogue\",\"kind\":\"dcat\",\"url\":\"http://127.0.0.1:%u/dcat\"}],"
                 "\"documents\":[{\"id\":\"list\",\"kind\":\"skos\",\"file\":\"list.ttl\"}],"
                 "\"limits\":{\"rate\":10000,\"concurrency\":32,\"requests\":20000}}",
                 port, port, port);
  bench_target(&w->bench, w->target);
  static const char *const kinds[] = { "web", "jwks" };
  w->bench.profile.kinds = kinds;
  w->bench.profile.kind_count = 2;
  (void)json_object_set_new(w->bench.profile.parameters, "technical.asks.services",
                            json_pack("{s:i}", "most", 7));
  (void)json_object_set_new(w->bench.profile.parameters, "nowhere", json_string(w->nowhere));
  w->bench.options.check_timeout_ms = 20000;
  bench_put(&w->bench, "asks", 0755);
  *state = w;
  return 0;
}

static int close_all(void **state)
{
  struct whole *w = *state;
  (void)kill(w->server, SIGKILL);
  (void)waitpid(w->server, NULL, 0);
  (void)close(w->closed);
  bench_close(&w->bench);
  free(w);
  return 0;
}

static void run(struct whole *w, const char *recording, struct sv_run *out)
{
  struct sv_error err = { 0 };
  struct bench *b = &w->bench;
  (void)snprintf(b->recording, sizeof b->recording, "%s/%s", b->dir, recording);
  if (sv_session_run(&b->options, out, &err) != SV_OK)
    fail_msg("%s", err.text);
}

static const struct {
  const char *check;
  enum sv_outcome outcome;
  const char *reason; /* begins the text of its first finding, or its reason */
  enum sv_attribution attribution;
} outcomes[] = {
  { "accuse", SV_FAILED, "Ola \\u{1B}[31m has 3 faults", SV_TARGET },
  { "again", SV_PASSED, NULL, 0 },
  { "coded", SV_PASSED, NULL, 0 },
  { "cut", SV_CANT_TELL, "The evidence is not complete (truncated)", SV_NETWORK },
  { "dense", SV_CANT_TELL, "The evidence is not complete (limited)", SV_TOOL },
  { "document", SV_PASSED, NULL, 0 },
  { "events", SV_INAPPLICABLE, "The target has no endpoint", 0 },
  { "jwks", SV_UNTESTED, "The profile expects an endpoint", SV_CONFIGURATION },
  { "lost", SV_CANT_TELL,
    "The document that this check judges could not be fetched: the answer was 404", SV_TARGET },
  { "many", SV_PASSED, NULL, 0 },
  { "moved", SV_PASSED, NULL, 0 },
  { "nowhere", SV_CANT_TELL, "There was no answer to judge (connect)", SV_NETWORK },
  { "offline", SV_PASSED, NULL, 0 },
  { "one", SV_PASSED, NULL, 0 },
  { "services", SV_PASSED, NULL, 0 },
  { "tell", SV_PASSED, NULL, 0 },
  { "unsafe", SV_UNTESTED, "The check may change data", SV_CONFIGURATION },
};

static void expect(const struct sv_result *r, size_t i)
{
  if (!r)
    fail_msg("%s has no result", outcomes[i].check);
  const char *text = r->finding_count ? r->findings[0].text : r->reason ? r->reason : "";
  const char *want = outcomes[i].reason;
  if (r->outcome != outcomes[i].outcome || r->attribution != outcomes[i].attribution ||
      (want && strncmp(text, want, strlen(want)) != 0))
    fail_msg("%s: %s (%s), %s, %s", outcomes[i].check, sv_outcome_name(r->outcome),
             r->attribution ? sv_attribution_name(r->attribution) : "-", text,
             r->finding_count && r->findings[0].actual ? r->findings[0].actual : "");
}

static void every_check_gets_what_it_deserves(void **state)
{
  struct sv_run out;
  run(*state, "first", &out);
  for (size_t i = 0; i < sizeof outcomes / sizeof outcomes[0]; i++)
    expect(bench_find(&out, "asks", outcomes[i].check), i);
  const struct sv_result *cross = &out.results[0]; /* sorted: cross comes first */
  assert_string_equal(cross->check, "cross.asks.compare");
  assert_int_equal(cross->outcome, SV_PASSED);
  assert_int_equal(out.fact_count, 2);
  assert_int_equal(out.plugin_count, 1);
  assert_string_equal(out.plugins[0].version, "1.2.3");
  assert_false(out.events.internal);
  assert_int_equal(out.verdict.exit_code, 1);
  sv_run_free(&out);
}

static void findings_are_cleaned_masked_and_linked(void **state)
{
  struct sv_run out;
  run(*state, "second", &out);
  const struct sv_result *r = bench_find(&out, "asks", "accuse");
  assert_non_null(r);
  assert_int_equal(r->finding_count, 3);
  const struct sv_finding_record *f = r->findings;
  assert_null(strstr(f[0].actual, "13097248022"));
  assert_non_null(strstr(f[0].actual, "\xEF\xBF\xBD"));
  assert_int_equal(f[0].where.line, 7);
  assert_int_equal(f[0].evidence_count, 1);
  assert_int_equal(strncmp(f[0].evidence[0], "sha256:", 7), 0);
  assert_true(f[0].exchange > 0);
  assert_int_equal(f[1].evidence_count, 1);
  assert_int_equal(f[1].exchange, 0);
  assert_int_equal(f[2].evidence_count, 0);
  const struct sv_exchange_record *x = &out.exchanges[f[0].exchange - 1];
  assert_non_null(x->excerpt);
  assert_string_equal(x->excerpt, "/n/accuse");
  assert_non_null(strstr(x->curl, "curl -i"));
  assert_non_null(strstr(x->curl, "/n/accuse'"));
  sv_run_free(&out);
}

/* Everything but times and the run's name. */
static void make_equal(struct sv_run *run)
{
  run->id = "";
  run->started = run->finished = "";
  for (size_t i = 0; i < run->result_count; i++) {
    run->results[i].duration_ms = 0;
  }
  for (size_t i = 0; i < run->exchange_count; i++) {
    struct sv_exchange_record *x = &run->exchanges[i];
    x->duration_ms = 0;
    x->started = "";
    for (size_t n = 0; n < x->response_header_count; n++)
      if (strcmp(x->response_headers[n].name, "Date") == 0)
        ((struct sv_header_field *)(uintptr_t)x->response_headers)[n].value = "";
  }
}

static void the_number_of_workers_changes_nothing(void **state)
{
  struct whole *w = *state;
  struct sv_buf text[2] = { SV_BUF(16 << 20), SV_BUF(16 << 20) };
  for (unsigned i = 0; i < 2; i++) {
    struct sv_run out;
    w->bench.options.jobs = i ? 8 : 1;
    run(w, i ? "jobs8" : "jobs1", &out);
    make_equal(&out);
    assert_int_equal(sv_run_write(&out, &text[i]), SV_OK);
    sv_run_free(&out);
  }
  w->bench.options.jobs = 0;
  assert_string_equal(sv_buf_text(&text[0]), sv_buf_text(&text[1]));
  sv_buf_free(&text[0]);
  sv_buf_free(&text[1]);
}

static void two_replays_are_equal_to_the_byte(void **state)
{
  struct whole *w = *state;
  struct sv_buf text[2] = { SV_BUF(16 << 20), SV_BUF(16 << 20) };
  struct sv_run out;
  run(w, "taped", &out);
  const enum sv_verdict_value live = out.verdict.value;
  const size_t exchanges = out.exchange_count;
  sv_run_free(&out);
  w->bench.options.replay = true;
  for (unsigned i = 0; i < 2; i++) {
    w->bench.options.jobs = i ? 8 : 1;
    run(w, "taped", &out);
    assert_int_equal(out.verdict.value, live);
    assert_int_equal(out.exchange_count, exchanges);
    assert_int_equal(sv_run_write(&out, &text[i]), SV_OK);
    sv_run_free(&out);
  }
  w->bench.options.replay = false;
  w->bench.options.jobs = 0;
  assert_string_equal(sv_buf_text(&text[0]), sv_buf_text(&text[1]));
  sv_buf_free(&text[0]);
  sv_buf_free(&text[1]);
}

static void a_choice_narrows_the_run(void **state)
{
  struct whole *w = *state;
  struct sv_run out;
  struct sv_error err = { 0 };
  const char *const only[] = { "technical.asks.one", NULL };
  w->bench.options.only = only;
  run(w, "only", &out);
  assert_int_equal(out.result_count, 1);
  assert_int_equal(out.exchange_count, 1);
  assert_int_equal(out.verdict.exit_code, 0);
  assert_int_equal(out.profile.tailoring_count, 1);
  sv_run_free(&out);
  const char *const slip[] = { "technical.asks.onne", NULL };
  w->bench.options.only = slip;
  (void)snprintf(w->bench.recording, sizeof w->bench.recording, "%s/slip", w->bench.dir);
  assert_int_equal(sv_session_run(&w->bench.options, &out, &err), SV_INVALID);
  assert_non_null(strstr(err.text, "technical.asks.onne names no check"));
  sv_run_free(&out);
  w->bench.options.only = NULL;
}

static void nobody_there_is_unreachable(void **state)
{
  struct whole *w = *state;
  struct sv_run out;
  const char *const only[] = { "technical.asks.one", NULL };
  bench_target(&w->bench, "{\"name\":\"Bench\",\"endpoints\":[{\"id\":\"site\",\"kind\":\"web\","
                          "\"url\":"
                          "\"http://127.0.0.1:1/\"}]}");
  w->bench.options.only = only;
  run(w, "nobody", &out);
  assert_true(out.events.unreachable);
  assert_int_equal(out.verdict.exit_code, 4);
  sv_run_free(&out);
  w->bench.options.only = NULL;
  bench_target(&w->bench, w->target);
}

static void interrupt(void *closure, const struct sv_planned *p)
{
  (void)closure;
  assert_true(p->jobs > 10);
  assert_int_equal(raise(SIGINT), 0); /* a session takes it by descriptor */
}

/* Ctrl-C once everything is planned: every check has a result, and says so. */
static void an_interrupt_leaves_a_partial_run(void **state)
{
  struct whole *w = *state;
  struct sv_run out;
  const struct sv_observer observer = { .planned = interrupt };
  w->bench.options.observer = &observer;
  run(w, "stopped", &out);
  w->bench.options.observer = NULL;
  assert_true(out.partial);
  assert_int_equal(out.verdict.exit_code, 130);
  assert_int_equal(out.result_count, 18);
  for (size_t i = 0; i < out.result_count; i++)
    assert_int_not_equal(out.results[i].outcome, SV_PASSED);
  sv_run_free(&out);
}

static void waivers_are_applied_and_bad_ones_refused(void **state)
{
  struct whole *w = *state;
  struct sv_run out;
  struct sv_error err = { 0 };
  char path[128];
  const char *const only[] = { "technical.asks.accuse", NULL };
  (void)snprintf(path, sizeof path, "%s/waivers.json", w->bench.dir);
  w->bench.options.waivers = path;
  w->bench.options.only = only;
  w->bench.options.as_of = "2026-05-01";
  write_file(&w->bench, "waivers.json",
             "[{\"requirement\":\"TEC-TST-01\",\"reason\":\"old\",\"owner\":\"us\",\"expires\":"
             "\"2026-06-30\"}]");
  run(w, "waived", &out);
  assert_int_equal(out.verdict.value, SV_CONFORMS_WITH_WAIVERS);
  assert_string_equal(out.as_of, "2026-05-01");
  assert_int_equal(out.unused_waiver_count, 0);
  sv_run_free(&out);
  w->bench.options.as_of = "2026-07-01";
  run(w, "expired", &out);
  assert_int_equal(out.verdict.value, SV_DOES_NOT_CONFORM);
  sv_run_free(&out);
  write_file(&w->bench, "waivers.json",
             "[\n  "
             "{\"requirement\":\"TEC-TST-01\",\"reason\":\"old\",\"owner\":\"us\",\"expires\":"
             "\"2026-02-30\"}]");
  (void)snprintf(w->bench.recording, sizeof w->bench.recording, "%s/never", w->bench.dir);
  assert_int_equal(sv_session_run(&w->bench.options, &out, &err), SV_INVALID);
  assert_int_equal(err.line, 2);
  sv_run_free(&out);
  w->bench.options.waivers = w->bench.options.as_of = NULL;
  w->bench.options.only = NULL;
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_check_gets_what_it_deserves),
    cmocka_unit_test(findings_are_cleaned_masked_and_linked),
    cmocka_unit_test(the_number_of_workers_changes_nothing),
    cmocka_unit_test(two_replays_are_equal_to_the_byte),
    cmocka_unit_test(a_choice_narrows_the_run),
    cmocka_unit_test(nobody_there_is_unreachable),
    cmocka_unit_test(an_interrupt_leaves_a_partial_run),
    cmocka_unit_test(waivers_are_applied_and_bad_ones_refused),
  };
  if (unsetenv("SAMSVAR_PLUGIN_PATH") != 0)
    return 1;
  return cmocka_run_group_tests(tests, open_all, close_all);
}
