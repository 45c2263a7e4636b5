// SPDX-License-Identifier: Apache-2.0
/* Asking, judging and telling of requests with one fault. */
#include "plugins/technical/checks.h"
#include "plugins/technical/negative.h"

#include <string.h>

bool neg_is_one_of(int status, const int *list)
{
  while (*list && *list != status)
    list++;
  return *list != 0;
}

static bool want(const struct sv_trial *trial, void *closure)
{
  return ((const struct neg_rule *)closure)->concerns(trial);
}

void neg_tell(struct sv_ctx *ctx, struct con_run *run, const struct con_answer *a,
              struct con_tally *tally, const struct neg_rule *rule)
{
  const struct sv_trial *t = a->trial;
  con_fail(ctx, run, a, tally,
           json_pack("{s:i, s:s, s:s}", "status", a->response->status, "name",
                     t->name ? t->name : "", "value", t->value ? t->value : ""),
           &(struct sv_finding){
               .message = rule->message,
               .where.header = t->in == SV_OPENAPI_HEADER ? t->name : NULL,
               .where.json_pointer = t->pointer,
               .expected = rule->expected,
               .actual = con_curl(ctx, run, t),
               .hint = rule->hint,
           });
}

static void judge_all(struct sv_ctx *ctx, struct con_run *run, const struct con_answer *a,
                      const struct neg_rule *rule, struct con_tally *tally)
{
  for (; a; a = con_next(a)) {
    if (!con_is_verdict(ctx, run, a, tally))
      continue;
    const enum neg_verdict v = rule->judge(ctx, run, a);
    tally->judged += v != NEG_ASIDE;
    if (v == NEG_TAKEN)
      neg_tell(ctx, run, a, tally, rule);
  }
}

enum sv_outcome neg_judge(struct sv_ctx *ctx, const struct neg_rule *rule)
{
  enum sv_outcome outcome;
  struct con_tally tally = { 0 };
  if (!rule->reads && !tec_may_write(ctx))
    return SV_INAPPLICABLE;
  struct con_run *run = con_open(ctx, &outcome);
  if (!run)
    return outcome;
  void *closure = (void *)(uintptr_t)rule;
  if (rule->reads)
    judge_all(ctx, run, con_ask(ctx, run, want, closure), rule, &tally);
  if (rule->writes && tec_may_write(ctx))
    judge_all(ctx, run, con_ask_writes(ctx, run, want, closure), rule, &tally);
  return con_outcome(ctx, run, &tally);
}

const struct sv_response *neg_send(struct sv_ctx *ctx, struct con_run *run, struct neg_own *o,
                                   const char *const *headers)
{
  const struct sv_response *r = con_send(ctx, run, &o->trial, NULL, headers);
  size_t n = 0;
  o->answer = (struct con_answer){ .trial = &o->trial, .response = r };
  if (!headers)
    return r;
  /* The line that is shown is the request that was sent; curl would call its content a form. */
  for (; n < SV_TRIAL_HEADERS_MAX - 1 && headers[n]; n++)
    o->trial.headers[n] = headers[n];
  if (o->untyped)
    o->trial.headers[n++] = "Content-Type:";
  o->trial.headers[n] = NULL;
  return r;
}
