// SPDX-License-Identifier: Apache-2.0
/* bench_net URL N CONCURRENCY FOLDER [CACERT]: N exchanges with URL + number through broker, net
 * process and recording, nothing else. Prints seconds, exchanges a second, microseconds for each,
 * failures, peak memory. */
#include "runner/broker.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

static size_t answered, failed;

static void on_answer(void *closure, const struct sv_exchange *x)
{
  (void)closure;
  answered++;
  if (!x->answer.error && x->answer.status == 200 && !(x->answer.marks & ~SV_MARK_UNVERIFIED))
    return;
  if (failed++ == 0)
    (void)fprintf(stderr, "first failure: %s %s %d\n", x->answer.error ? x->answer.error : "-",
                  x->answer.detail ? x->answer.detail : "-", x->answer.status);
}

static double seconds(void)
{
  struct timespec now;
  (void)clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static int run(struct sv_broker *b, const char *base, size_t total, size_t window)
{
  size_t asked = 0;
  while (answered < total) {
    for (; asked < total && asked - answered < window; asked++) {
      char url[1024];
      (void)snprintf(url, sizeof url, "%s%zu", base, asked);
      const struct sv_ask ask = { .method = "GET", .url = url };
      if (sv_broker_ask(b, &ask, 0, false, on_answer, b) != SV_OK)
        return 1;
    }
    struct pollfd p[2];
    int timeout_ms = 1000;
    const size_t count = sv_broker_poll(b, p, &timeout_ms);
    if (poll(p, (nfds_t)count, timeout_ms) < 0)
      return 1;
    sv_broker_pump(b, p, count);
  }
  return 0;
}

int main(int argc, char **argv)
{
  if (argc < 5)
    return 2;
  static const char *const hosts[] = { "127.0.0.1", "localhost", "::1", NULL };
  const size_t total = (size_t)strtoul(argv[2], NULL, 10);
  const unsigned concurrency = (unsigned)strtoul(argv[3], NULL, 10);
  const struct sv_target target = { .name = "bench" };
  const struct sv_broker_options o = {
    .target = &target,
    .recording = argv[4],
    .rate = 1000000,
    .concurrency = concurrency,
    .requests = 100000000,
    .loopback_hosts = hosts,
    .cacert = argc > 5 ? argv[5] : NULL,
  };
  struct sv_error err = { 0 };
  struct sv_broker *b = NULL;
  if (sv_broker_open(&o, &b, &err) != SV_OK) {
    (void)fprintf(stderr, "bench_net: %s\n", err.text);
    return 1;
  }
  const double begin = seconds();
  if (run(b, argv[1], total, concurrency * 4) != 0)
    return 1;
  const double took = seconds() - begin;
  const enum sv_status status = sv_broker_close(b, &err);
  struct rusage self;
  struct rusage children;
  (void)getrusage(RUSAGE_SELF, &self);
  (void)getrusage(RUSAGE_CHILDREN, &children);
  (void)printf("%.3f s  %.0f/s  %.1f us each  failed=%zu  main %ld MB  net %ld MB  closed in %.3f "
               "s %s\n",
               took, (double)total / took, took * 1e6 / (double)total, failed,
               self.ru_maxrss / 1024, children.ru_maxrss / 1024, seconds() - begin - took,
               status == SV_OK ? "" : err.text);
  return failed || status != SV_OK;
}
