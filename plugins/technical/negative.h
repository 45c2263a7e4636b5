// SPDX-License-Identifier: Apache-2.0
/* What the checks of faulty requests share: one fault a request, and what an answer to it says. */
#ifndef SV_TECHNICAL_NEGATIVE_H
#define SV_TECHNICAL_NEGATIVE_H

#include "plugins/technical/contract/contract.h"

/* What one answer is: the fault was refused, was let through, or neither. */
enum neg_verdict { NEG_ASIDE, NEG_REFUSED, NEG_TAKEN };

/* A check of trials that the description gives rise to. */
struct neg_rule {
  bool (*concerns)(const struct sv_trial *trial);
  enum neg_verdict (*judge)(struct sv_ctx *ctx, struct con_run *run, const struct con_answer *a);
  bool reads, writes;  /* which trials are asked */
  const char *message; /* of one that was let through: {status}, {name}, {value} */
  const char *expected;
  const char *hint;
};

/* Asks what RULE concerns, judges, tells. 5xx is technical.contract.server-error's to tell. */
enum sv_outcome neg_judge(struct sv_ctx *ctx, const struct neg_rule *rule);

/* Whether STATUS is one of LIST, which ends with 0. */
bool neg_is_one_of(int status, const int *list);

/* A request of our own, not one of the plan's: TRIAL with another body or target. */
struct neg_own {
  struct sv_trial trial;
  struct con_answer answer;
  bool untyped; /* its content goes out without Content-Type */
};

/* Sends it with HEADERS (NULL: the trial's); the answer is in O->answer. */
const struct sv_response *neg_send(struct sv_ctx *ctx, struct con_run *run, struct neg_own *o,
                                   const char *const *headers);

/* Tells what was let through, as neg_judge() does. */
void neg_tell(struct sv_ctx *ctx, struct con_run *run, const struct con_answer *a,
              struct con_tally *tally, const struct neg_rule *rule);

#endif
