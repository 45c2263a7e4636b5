// SPDX-License-Identifier: Apache-2.0
/* A contract run from inside; for this folder alone. */
#ifndef SV_TECHNICAL_CONTRACT_RUN_H
#define SV_TECHNICAL_CONTRACT_RUN_H

#include "engines/base/arena.h"
#include "plugins/technical/contract/contract.h"

/* What is wrong with one answer by the description. */
struct con_judged {
  bool done;
  const struct sv_exchange_finding *findings;
  size_t count, gaps;
  const char *gap; /* the first, in words */
};

struct con_run {
  struct con_run *next;
  struct sv_ctx *ctx; /* of the check at hand, for references to other files */
  char *id;           /* of the endpoint */
  struct sv_arena arena;
  char *bytes, *url; /* of the document */
  struct sv_openapi *api;
  struct sv_operations *operations;
  struct sv_trials *trials;
  struct sv_exchange *judge;
  struct con_judged *judged; /* by trial number */
  size_t judged_room;
  const char *base;       /* URL before a trial's target, without a slash at its end */
  const char *scope;      /* path at or below which operations lie; "": all */
  const char *credential; /* of secured operations; NULL: the endpoint's own */
  size_t left_out;        /* trials there was no room for */
  const struct sv_operation **untried;
  const char **lacks; /* what each lacks */
  size_t untried_count;
  unsigned long seed;
  /* Why there is no run: the outcome of every check, and what to say. */
  enum sv_outcome closed; /* 0: there is one */
  enum sv_attribution who;
  const char *message, *hint;
};

/* Reads the document of the endpoint at hand into RUN: api, base, scope; or RUN->closed. */
void con_read(struct sv_ctx *ctx, struct con_run *run);

/* What is wrong with the answer to A by the description; judged once. */
const struct con_judged *con_judge(struct con_run *run, const struct con_answer *a);

#endif
