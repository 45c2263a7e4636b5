// SPDX-License-Identifier: Apache-2.0
/* The requests that checks would make, gathered from runs that send nothing. Every run answers
 * everything in one way; what is asked whatever the answers is certain, the rest depends on them.
 */
#ifndef SV_RUNNER_REQUESTS_H
#define SV_RUNNER_REQUESTS_H

#include "engines/base/arena.h"
#include "engines/base/map.h"
#include "engines/result/run.h"
#include "runner/broker.h"

#include <jansson.h>

/* The ways to answer, and what an earlier run was answered. */
enum sv_pass {
  SV_PASS_SILENT = 1u << 0,
  SV_PASS_EMPTY = 1u << 1,
  SV_PASS_MISSING = 1u << 2,
  SV_PASS_RECORDED = 1u << 3,
  SV_PASS_MADE_UP = SV_PASS_SILENT | SV_PASS_EMPTY | SV_PASS_MISSING
};

/* A check on an endpoint that makes a request. */
struct sv_serving {
  struct sv_serving *next;
  const char *check, *endpoint;
  unsigned passes;
};

struct sv_request_planned {
  struct sv_request_planned *next; /* in the order they were first seen */
  struct sv_ask ask;               /* masked */
  unsigned passes;
  struct sv_serving *serving;
  size_t serving_count;
};

struct sv_requests {
  struct sv_arena arena;
  struct sv_map by_key;
  struct sv_request_planned *first, *last;
  size_t count;
  size_t jobs, silent_jobs,
      left_out; /* of the plan: all, those that asked nothing, those not run */
};

/* Adds what the results of RUN asked for in PASS; EXCHANGES have the numbers that they use. */
enum sv_status sv_requests_add(struct sv_requests *r, const struct sv_run *run,
                               const struct sv_exchange *const *exchanges, size_t count,
                               unsigned pass) SV_MUST_USE;

/* All of them sorted by when, address and method, in the arena. NULL when memory ran out. */
const struct sv_request_planned *const *sv_requests_sorted(struct sv_requests *r);

/* "always", "sometimes" or "recorded". */
const char *sv_request_when(const struct sv_request_planned *p);

/* The array of `samsvar plan --format json`: a new reference, NULL without memory. */
json_t *sv_requests_json(struct sv_requests *r);

void sv_requests_free(struct sv_requests *r);

#endif
