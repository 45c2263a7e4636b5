// SPDX-License-Identifier: Apache-2.0
/* Who is told while a session runs. All calls come from main's thread, between two waits; what they
 * are handed is borrowed for the length of the call. Every member but the closure may be NULL. */
#ifndef SV_RUNNER_OBSERVER_H
#define SV_RUNNER_OBSERVER_H

#include "engines/result/run.h"

#include <stddef.h>
#include <stdint.h>

/* What will be done, known before the first check begins. */
struct sv_planned {
  size_t checks;  /* different checks */
  size_t jobs;    /* checks on endpoints: as many times `ended` is called */
  size_t plugins; /* that have at least one job */
  size_t documents;
  size_t layer_jobs[6]; /* jobs by enum sv_layer; all 0: not told */
  const char *isolation;       /* "rlimits landlock:7 seccomp" */
  const char *const *warnings; /* whole sentences: a plugin twice, a plugin that is refused ... */
  size_t warning_count;
};

/* Where a run stands. */
struct sv_progress {
  size_t done, total; /* jobs */
  size_t running;     /* checks at this moment */
  const char *check;  /* one of them, the one that has run longest; NULL: none */
  const char *endpoint;
  uint64_t requests;   /* sent so far */
  uint64_t elapsed_ms; /* since the session began */
  size_t outcomes[6];  /* ended so far, by enum sv_outcome */
};

struct sv_observer {
  void *closure;
  void (*planned)(void *closure, const struct sv_planned *p);
  void (*begun)(void *closure, const char *check, const char *endpoint);
  /* RESULT as it will stand in the run. */
  void (*ended)(void *closure, const struct sv_result *result, const struct sv_progress *p);
  /* About four times a second while something runs. */
  void (*tick)(void *closure, const struct sv_progress *p);
  /* TEXT is cleaned, masked and cut. CHECK may be NULL. */
  void (*log)(void *closure, enum sv_log level, const char *plugin, const char *check,
              const char *text);
};

#endif
