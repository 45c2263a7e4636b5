// SPDX-License-Identifier: Apache-2.0
/* Prints the results of a made-up run, for the golden files: make_runs NAME; or the processor time
 * of writing and rendering of N exchanges and results: make_runs --time N. */
#include "reports/report.h"
#include "tests/unit/sample_run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

static void full(struct sv_run *run)
{
  sample_full(run);
}

static void conforms(struct sv_run *run)
{
  sample_begin(run, 8);
  sample_exchange(run, 1, "units");
  for (int layer = SV_LEGAL; layer <= SV_CROSS_LAYER; layer++)
    sample_add(run, (enum sv_layer)layer, SV_MUST, SV_PASSED, 0);
  sample_add(run, SV_TECHNICAL, SV_SHOULD, SV_FAILED, 0);
  sample_add(run, SV_TECHNICAL, SV_MUST, SV_INAPPLICABLE, 0);
}

static void waived(struct sv_run *run)
{
  sample_begin(run, 4);
  sample_exchange(run, 1, "units");
  sample_add(run, SV_LEGAL, SV_MUST, SV_PASSED, 0);
  sample_add(run, SV_TECHNICAL, SV_MUST, SV_FAILED, SAMPLE_WAIVER);
}

static void nothing(struct sv_run *run)
{
  sample_begin(run, 4);
  sample_add(run, SV_LEGAL, SV_MUST, SV_UNTESTED, SAMPLE_NO_CHECK);
  sample_add(run, SV_TECHNICAL, SV_MUST, SV_CANT_TELL, 0);
  run->events.unreachable = true;
}

static void hostile(struct sv_run *run)
{
  static const char evil[] = "</script><h1 "
                             "onclick='x'>\"&]]>\x1B[31m\xE2\x80\xAE\xFF=1+1\r\n{type}";
  sample_begin(run, 4);
  sample_exchange(run, 1, evil);
  sample_add(run, SV_TECHNICAL, SV_MUST, SV_FAILED, 0);
  sample_find(run, evil);
  run->target.name = evil;
  run->target.organisation = evil;
  run->requirements[0].title.nb = evil;
  run->requirements[0].norm.url = "javascript:alert(1)";
}

/* What the pair of runs has in the same order: from met to not met and back, and what stays. */
static void sequence(struct sv_run *run, bool later)
{
  static const struct {
    enum sv_level level;
    enum sv_outcome before, now;
  } rows[] = {
    { SV_MUST, SV_PASSED, SV_FAILED },     { SV_MUST, SV_FAILED, SV_FAILED },
    { SV_MUST, SV_FAILED, SV_PASSED },     { SV_SHOULD, SV_FAILED, SV_FAILED },
    { SV_MUST, SV_PASSED, SV_PASSED },     { SV_SHOULD, SV_PASSED, SV_CANT_TELL },
    { SV_SHOULD, SV_FAILED, SV_UNTESTED }, { SV_MAY, SV_PASSED, SV_INAPPLICABLE },
  };
  const size_t count = sizeof rows / sizeof rows[0];
  sample_begin(run, count);
  sample_exchange(run, 1, "units");
  for (size_t i = 0; i < count; i++)
    sample_add(run, SV_TECHNICAL, rows[i].level, later ? rows[i].now : rows[i].before, 0);
}

/* A run with a baseline. */
static void since(struct sv_run *run)
{
  struct sv_run before;
  sequence(&before, false);
  before.id = "01936f2e-0000-7c30-9d1e-5b7f0c2a4e11";
  before.started = "2026-11-15T07:00:00.000Z";
  sequence(run, true);
  /* The should that stays has a second place now. */
  struct sv_finding_record *f = (struct sv_finding_record *)(uintptr_t)run->results[3].findings;
  f->where.json_pointer = "/items/3/name";
  f->where.file = "openapi/units.yaml";
  run->profile.gate.fail_on_new = true;
  if (sv_verdict_compute(&before) != SV_OK || sv_verdict_compute(run) != SV_OK ||
      sv_diff_make(run, &before,
                   "5555555555555555555555555555555555555555555555555555555555555555") != SV_OK)
    abort();
  sv_run_free(&before);
}

/* As many requirements as the page must stay usable with. */
static void many(struct sv_run *run)
{
  static const enum sv_outcome outcomes[] = { SV_FAILED, SV_CANT_TELL, SV_UNTESTED,
                                              SV_INAPPLICABLE };
  sample_begin(run, 2000);
  sample_exchange(run, 1, "units");
  for (size_t i = 0; i < 2000; i++)
    sample_add(run, (enum sv_layer)(1 + i % 5), (enum sv_level)(1 + i % 3),
               i % 10 ? SV_PASSED : outcomes[i / 10 % 4], 0);
}

static const struct {
  const char *name;
  void (*make)(struct sv_run *run);
} runs[] = {
  { "full", full },       { "conforms", conforms }, { "waived", waived }, { "nothing", nothing },
  { "hostile", hostile }, { "since", since },       { "many", many },
};

static int print(void (*make)(struct sv_run *run))
{
  struct sv_run run;
  struct sv_buf out = SV_BUF((size_t)1 << 28);
  make(&run);
  const bool made = sv_verdict_compute(&run) == SV_OK && sv_run_write(&run, &out) == SV_OK;
  if (made)
    (void)fwrite(out.data, 1, out.size, stdout);
  sv_buf_free(&out);
  sv_run_free(&run);
  return made && fflush(stdout) == 0 ? 0 : 1;
}

static unsigned elapsed(const struct timespec *begin)
{
  struct timespec now;
  (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (unsigned)((now.tv_sec - begin->tv_sec) * 1000 + (now.tv_nsec - begin->tv_nsec) / 1000000);
}

/* COUNT requirements with a result and an exchange each; a third of them not met, not judged or
 * exempt, held against a run of the same. */
static void plenty(struct sv_run *run, size_t count, bool later)
{
  sample_begin(run, count);
  for (size_t i = 0; i < count; i++) {
    const enum sv_outcome outcome = i % 3                 ? SV_PASSED
                                    : i % 30 == later * 3 ? SV_PASSED
                                    : i % 12 == 0         ? SV_CANT_TELL
                                                          : SV_FAILED;
    sample_exchange(run, (uint32_t)i + 1, "units/999999999");
    sample_add(run, (enum sv_layer)(1 + i % 4), (enum sv_level)(1 + i % 5 % 3), outcome,
               i % 33 == 0 ? SAMPLE_WAIVER : 0);
  }
}

static int measure(size_t count)
{
  struct sv_run run;
  struct sv_run before;
  struct timespec begin;
  struct timespec all;
  size_t bytes = 0;
  plenty(&run, count, true);
  plenty(&before, count, false);
  (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &all);
  if (sv_verdict_compute(&before) != SV_OK || sv_verdict_compute(&run) != SV_OK ||
      sv_diff_make(&run, &before, NULL) != SV_OK)
    return 1;
  (void)printf("%-16s %6u ms\n", "verdict, diff", elapsed(&all));
  for (const struct sv_renderer *r = sv_renderers; r->name; r++) {
    struct sv_buf out = SV_BUF(SV_REPORT_MAX);
    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &begin);
    if (sv_report_render(r, &run, SV_EN, NULL, &out) != SV_OK)
      return 1;
    (void)printf("%-16s %6u ms %9zu kB\n", r->name, elapsed(&begin), out.size / 1000);
    bytes += out.size;
    sv_buf_free(&out);
  }
  struct rusage usage;
  (void)getrusage(RUSAGE_SELF, &usage);
  (void)printf("%-16s %6u ms %9zu kB, memory %ld MB\n", "all", elapsed(&all), bytes / 1000,
               usage.ru_maxrss / 1024);
  sv_run_free(&before);
  sv_run_free(&run);
  return 0;
}

int main(int argc, char **argv)
{
  if (argc == 3 && strcmp(argv[1], "--time") == 0)
    return measure(strtoul(argv[2], NULL, 10));
  for (size_t i = 0; argc == 2 && i < sizeof runs / sizeof runs[0]; i++)
    if (strcmp(runs[i].name, argv[1]) == 0)
      return print(runs[i].make);
  return 2;
}
