// SPDX-License-Identifier: Apache-2.0
/* From results to a verdict: contract sections 1 and 2. Nothing judged is never a pass. */
#include "engines/result/run.h"

#include "engines/result/count.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* A requirement's result is the worst of its checks. */
/* How much an outcome says against a requirement; a failure of lesser level than the requirement
 * hides neither doubt nor what was not tested. */
static const int badness[] = {
  [SV_INAPPLICABLE] = 1, [SV_PASSED] = 2, [SV_UNTESTED] = 4, [SV_CANT_TELL] = 5, [SV_FAILED] = 6,
};
enum { LESSER_FAILURE = 3 };

static const char no_check[] = N_("no check");
static const char not_read[] = N_("Its source has not been read, so that it never decides.");
static const char not_run[] = N_("not run");
static const char no_answer[] = N_("A person judges this, and no answer has been declared.");
static const char answer_expired[] = N_("A person judges this, and the declared answer has "
                                        "expired.");
static const char answer_wanted[] = N_("A person judges this. The profile asks for the answer, and "
                                       "none has been declared.");

static int by_id(const void *a, const void *b)
{
  const struct sv_requirement_result *x = a;
  const struct sv_requirement_result *y = b;
  return strcmp(x->id, y->id);
}

static int by_check(const void *a, const void *b)
{
  const struct sv_result *x = a;
  const struct sv_result *y = b;
  const int order = strcmp(x->check, y->check);
  return order ? order : strcmp(x->endpoint, y->endpoint);
}

static int by_number(const void *a, const void *b)
{
  const struct sv_exchange_record *x = a;
  const struct sv_exchange_record *y = b;
  return (x->n > y->n) - (x->n < y->n);
}

static int by_fact(const void *a, const void *b)
{
  const struct sv_fact_record *x = a;
  const struct sv_fact_record *y = b;
  int order = strcmp(x->check, y->check);
  order = order ? order : strcmp(x->subject, y->subject);
  order = order ? order : strcmp(x->predicate, y->predicate);
  order = order ? order : strcmp(x->value, y->value);
  return order ? order : (x->exchange > y->exchange) - (x->exchange < y->exchange);
}

static void sort(struct sv_run *run)
{
  if (run->requirement_count)
    qsort(run->requirements, run->requirement_count, sizeof *run->requirements, by_id);
  if (run->result_count)
    qsort(run->results, run->result_count, sizeof *run->results, by_check);
  if (run->exchange_count)
    qsort(run->exchanges, run->exchange_count, sizeof *run->exchanges, by_number);
  if (run->fact_count)
    qsort(run->facts, run->fact_count, sizeof *run->facts, by_fact);
}

static bool blames_target(const struct sv_result *r)
{
  for (size_t i = 0; i < r->finding_count; i++)
    if (r->findings[i].outcome == SV_FAILED &&
        (r->findings[i].attribution == SV_TARGET || !r->findings[i].attribution))
      return true;
  return false;
}

/* Only a finding about the target makes a failure; what is no outcome is a fault of the tool. */
static void make_honest(struct sv_result *r)
{
  if (!sv_outcome_name(r->outcome))
    r->outcome = SV_CANT_TELL;
  if (r->outcome == SV_PASSED || r->outcome == SV_INAPPLICABLE) {
    r->attribution = (enum sv_attribution)0;
    return;
  }
  if (r->outcome == SV_FAILED && !blames_target(r)) {
    r->outcome = SV_CANT_TELL;
    r->attribution = r->attribution == SV_TARGET ? (enum sv_attribution)0 : r->attribution;
  }
  if (r->outcome == SV_FAILED)
    r->attribution = SV_TARGET;
  if (!sv_attribution_name(r->attribution))
    r->attribution = SV_TOOL;
}

static bool is_lesser(const struct sv_requirement_result *q, const struct sv_result *r)
{
  return r->outcome == SV_FAILED && r->level > q->level;
}

static void fold(struct sv_requirement_result *q, const struct sv_result *r)
{
  const int bad = is_lesser(q, r) ? LESSER_FAILURE : badness[r->outcome];
  const int known = q->lesser ? LESSER_FAILURE : badness[q->outcome];
  if (q->outcome && (bad < known || (bad == known && (!q->lesser || r->level >= q->lesser))))
    return;
  q->lesser = is_lesser(q, r) ? r->level : (enum sv_level)0;
  q->outcome = r->outcome;
  q->attribution = r->attribution;
  q->reason = r->reason;
}

static void judge(struct sv_run *run)
{
  for (size_t i = 0; i < run->requirement_count; i++) {
    run->requirements[i].outcome = (enum sv_outcome)0;
    run->requirements[i].attribution = (enum sv_attribution)0;
    run->requirements[i].reason = NULL;
    run->requirements[i].lesser = (enum sv_level)0;
  }
  for (size_t i = 0; i < run->result_count; i++) {
    struct sv_result *r = &run->results[i];
    make_honest(r);
    for (size_t n = 0; n < r->requirement_count && run->requirement_count; n++) {
      const struct sv_requirement_result key = { .id = r->requirements[n] };
      struct sv_requirement_result *q =
          bsearch(&key, run->requirements, run->requirement_count, sizeof key, by_id);
      if (q)
        fold(q, r);
    }
  }
}

void sv_verdict_find_lesser(struct sv_run *run)
{
  if (run->requirement_count)
    qsort(run->requirements, run->requirement_count, sizeof *run->requirements, by_id);
  for (size_t i = 0; i < run->result_count; i++)
    for (size_t n = 0; n < run->results[i].requirement_count; n++) {
      const struct sv_result *r = &run->results[i];
      const struct sv_requirement_result key = { .id = r->requirements[n] };
      struct sv_requirement_result *q =
          run->requirement_count
              ? bsearch(&key, run->requirements, run->requirement_count, sizeof key, by_id)
              : NULL;
      if (q && q->outcome == SV_FAILED && r->outcome == SV_FAILED &&
          (!q->lesser || r->level < q->lesser))
        q->lesser = r->level;
    }
  for (size_t i = 0; i < run->requirement_count; i++)
    if (run->requirements[i].lesser <= run->requirements[i].level)
      run->requirements[i].lesser = (enum sv_level)0;
}

bool sv_reason_is_apart(const char *reason)
{
  return reason && (strcmp(reason, no_check) == 0 || strcmp(reason, not_read) == 0 ||
                    strcmp(reason, no_answer) == 0 || strcmp(reason, answer_expired) == 0);
}

/* Why nothing judged Q. */
static const char *gap(const struct sv_requirement_result *q, const struct sv_gate *gate)
{
  if (!q->seen)
    return not_read;
  if (q->mode == SV_MANUAL)
    return gate->require_manual                  ? answer_wanted
           : q->declared && q->declared->expired ? answer_expired
                                                 : no_answer;
  return q->check_count == 0 ? no_check : not_run;
}

/* What no result says. A requirement whose source was not read is never judged, whatever ran. */
static void close_gaps(struct sv_requirement_result *q, const struct sv_gate *gate)
{
  q->no_check = false;
  if (q->seen && q->outcome)
    return;
  q->outcome = SV_UNTESTED;
  q->reason = gap(q, gate);
  q->attribution = q->mode == SV_MANUAL && q->seen ? SV_CONFIGURATION : SV_TOOL;
  q->no_check = sv_reason_is_apart(q->reason);
}

enum sv_status sv_verdict_compute(struct sv_run *run)
{
  sort(run);
  judge(run);
  for (size_t i = 0; i < run->requirement_count; i++) {
    struct sv_requirement_result *q = &run->requirements[i];
    close_gaps(q, &run->profile.gate);
    SV_TRY(sv_fingerprint(q->id, run->target.id, "", q->fingerprint));
  }
  return sv_verdict_count(run, &run->verdict);
}

enum sv_level sv_requirement_level(const struct sv_requirement_result *r)
{
  return r->lesser ? r->lesser : r->level;
}

enum sv_display sv_requirement_display(const struct sv_requirement_result *r)
{
  switch (r->outcome) {
  case SV_PASSED:
    return SV_SHOW_PASS;
  case SV_INAPPLICABLE:
    return SV_SHOW_NOT_APPLICABLE;
  case SV_CANT_TELL:
    return SV_SHOW_ERROR;
  case SV_FAILED:
    break;
  case SV_UNTESTED:
  default:
    return SV_SHOW_NOT_TESTED;
  }
  if (r->waiver && !r->waiver->expired)
    return SV_SHOW_WAIVED;
  return sv_requirement_level(r) == SV_MUST ? SV_SHOW_FAIL : SV_SHOW_WARNING;
}

/* Whether R keeps RUN from conforming, whatever a baseline says. */
bool sv_requirement_counts(const struct sv_run *run, const struct sv_requirement_result *r)
{
  if (r->no_check || r->outcome == SV_PASSED || r->outcome == SV_INAPPLICABLE)
    return false;
  const struct sv_gate *gate = &run->profile.gate;
  if (r->outcome == SV_FAILED && r->waiver) {
    if (!r->waiver->expired)
      return false;
    if (gate->fail_on_expired_waiver)
      return true;
  }
  const enum sv_level level = sv_requirement_level(r);
  return level == SV_MUST || (level == SV_SHOULD && gate->fail_on == SV_SHOULD);
}

bool sv_requirement_gates(const struct sv_run *run, const struct sv_requirement_result *r)
{
  if (!sv_requirement_counts(run, r))
    return false;
  /* What could not be judged is not excused by a baseline in which it could not be judged either.
   */
  return r->outcome != SV_FAILED || !run->profile.gate.fail_on_new || !run->diff ||
         sv_diff_is_new(sv_diff_find(run->diff, r->id));
}
