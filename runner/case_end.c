// SPDX-License-Identifier: Apache-2.0
/* What becomes of a check: its own verdict when it agrees with what it said and with what was there
 * to be seen, else cantTell with the reason. A verdict is never better than what was shown. */
#include "runner/case.h"

#include "engines/base/lang.h"
#include "engines/result/detail.h"
#include "runner/clean.h"

#include <stdlib.h>
#include <string.h>

static const char contradiction[] = N_("The check contradicts itself: its verdict is {detail}, and "
                                       "its findings say something else.");
static const char no_verdict[] = N_("The check gave a verdict that does not exist: {number}.");
static const char no_reason[] = N_("The check could not tell, and does not say why.");
static const char saw_nothing[] = N_("The check passed, and looked at nothing.");
static const char no_evidence[] = N_("The evidence is not complete ({detail}), so the check cannot "
                                     "pass.");
static const char not_recorded[] = N_("The recording does not have a request that this check "
                                      "makes.");
static const char tool_hint[] = N_("This says nothing about the target. Tell whoever maintains the "
                                   "plugin.");
static const char evidence_hint[] = N_("Look at the exchange: the answer was cut, too large, or "
                                       "can be read in two ways.");
static const char document_hint[] = N_("Make the document reachable, or correct its address in the "
                                       "target file.");

static const char no_leave[] = N_("What this check would send may change data. It is sent with "
                                  "--allow-unsafe only, to a target that is not in production.");

static int by_value(const void *a, const void *b)
{
  const uint32_t x = *(const uint32_t *)a;
  const uint32_t y = *(const uint32_t *)b;
  return (x > y) - (x < y);
}

/* The numbers of the exchanges once each, in order. */
static void put_exchanges(struct sv_case *c, struct sv_result *r)
{
  if (c->exchange_count == 0)
    return;
  qsort(c->exchanges, c->exchange_count, sizeof *c->exchanges, by_value);
  uint32_t *kept = sv_arena_calloc(c->world->arena, c->exchange_count, sizeof *kept);
  if (!kept)
    return;
  size_t n = 0;
  for (size_t i = 0; i < c->exchange_count; i++)
    if (n == 0 || kept[n - 1] != c->exchanges[i])
      kept[n++] = c->exchanges[i];
  r->exchanges = kept;
  r->exchange_count = n;
}

static struct sv_result blank(const struct sv_job *job, const struct sv_subject *subject)
{
  return (struct sv_result){
    .check = job->check->id,
    .title = job->check->title,
    .requirements = job->check->requirements,
    .requirement_count = job->check->requirement_count,
    .endpoint = subject->id,
    .level = job->level,
    .mode = SV_AUTOMATIC,
    .is_presence = (job->check->flags & SV_PRESENCE) != 0,
  };
}

/* What main says in the check's place. */
struct verdict {
  enum sv_outcome outcome;
  enum sv_attribution attribution;
  const char *message, *hint;
  const char *detail;
  int64_t number;
  const char *actual;
  const struct sv_exchange *exchange; /* where it was seen; NULL: nowhere */
  const char *file;
};

static void replace(struct sv_case *c, const struct verdict *v, struct sv_result *out)
{
  struct sv_arena *a = c->world->arena;
  struct sv_finding_record *f = sv_arena_calloc(a, 1, sizeof *f);
  struct sv_arg *args = sv_arena_calloc(a, 2, sizeof *args);
  out->outcome = v->outcome;
  out->attribution = v->attribution;
  out->finding_count = 0;
  out->findings = NULL;
  if (!f || !args)
    return;
  args[0] = (struct sv_arg){ .name = "detail", .text = v->detail ? v->detail : "" };
  args[1] = (struct sv_arg){ .name = "number", .number = v->number };
  *f = (struct sv_finding_record){ .message = v->message,
                                   .args = args,
                                   .arg_count = 2,
                                   .outcome = SV_CANT_TELL,
                                   .attribution = v->attribution,
                                   .actual = v->actual,
                                   .exchange = v->exchange ? v->exchange->n : 0,
                                   .where.url =
                                       v->exchange ? sv_clean(a, v->exchange->ask.url, SV_TEXT_MOST)
                                                   : NULL,
                                   .where.file = v->file,
                                   .hint = v->hint };
  struct sv_buf text = SV_BUF(SV_WIRE_TEXT_MOST);
  if (sv_detail_message(sv_tr(f->message), args, 2, &text) == SV_OK)
    f->text = sv_clean(a, sv_buf_text(&text), 2 * SV_TEXT_MOST);
  sv_buf_free(&text);
  if (!f->text)
    f->text = f->message;
  out->findings = f;
  out->finding_count = 1;
}

static void tool_says(struct sv_case *c, const char *message, const char *detail, int64_t number,
                      struct sv_result *out)
{
  *c->world->internal = true;
  replace(c,
          &(struct verdict){ .outcome = SV_CANT_TELL,
                             .attribution = SV_TOOL,
                             .message = message,
                             .hint = tool_hint,
                             .detail = detail,
                             .number = number },
          out);
}

static size_t count_findings(const struct sv_case *c, enum sv_outcome outcome)
{
  size_t n = 0;
  for (size_t i = 0; i < c->finding_count; i++)
    n += c->findings[i].outcome == outcome ? 1 : 0;
  return n;
}

/* Only a finding about the target makes a failure; a finding that is none of it cannot fail it. */
static bool agrees(const struct sv_case *c, enum sv_outcome outcome)
{
  const size_t failed = count_findings(c, SV_FAILED);
  const size_t unclear = count_findings(c, SV_CANT_TELL);
  for (size_t i = 0; i < c->finding_count; i++)
    if (c->findings[i].outcome == SV_FAILED && c->findings[i].attribution != SV_TARGET)
      return false;
  switch (outcome) {
  case SV_FAILED:
    return failed > 0;
  case SV_CANT_TELL:
    return failed == 0;
  default:
    return failed == 0 && unclear == 0;
  }
}

/* What the check could not see decides before what it says; true when it did. */
static bool unseen(struct sv_case *c, enum sv_outcome outcome, struct sv_result *out)
{
  if (c->missing) {
    out->is_missing = true;
    replace(c,
            &(struct verdict){ .outcome = SV_CANT_TELL,
                               .attribution = c->missing->attribution,
                               .message = c->missing->missing,
                               .hint = document_hint,
                               .detail = c->missing->detail,
                               .exchange = c->missing->exchange,
                               .file = c->missing->file ? c->missing->name : NULL },
            out);
    return true;
  }
  if (c->not_recorded && outcome != SV_FAILED) {
    out->outcome = SV_UNTESTED;
    out->attribution = SV_CONFIGURATION;
    out->reason = not_recorded;
    return true;
  }
  if (outcome != SV_PASSED)
    return false;
  const char *why = c->incomplete ? c->incomplete : c->no_proof ? c->no_proof->answer.error : NULL;
  if (!why)
    return false;
  /* A connection that broke is the network's; a limit, or an answer of two meanings, is where
   * samsvar stops. */
  const bool broke = c->incomplete && strcmp(c->incomplete, "truncated") == 0;
  replace(c,
          &(struct verdict){ .outcome = SV_CANT_TELL,
                             .attribution = broke ? SV_NETWORK : SV_TOOL,
                             .message = no_evidence,
                             .hint = evidence_hint,
                             .detail = why },
          out);
  return true;
}

static void conclude(struct sv_case *c, uint32_t verdict, uint32_t looked, struct sv_result *out)
{
  const enum sv_outcome outcome = (enum sv_outcome)verdict;
  if (verdict < SV_PASSED || verdict > SV_CANT_TELL) {
    tool_says(c, no_verdict, NULL, (int32_t)verdict, out);
    return;
  }
  if (!agrees(c, outcome)) {
    tool_says(c, contradiction, sv_outcome_name(outcome), 0, out);
    return;
  }
  if (unseen(c, outcome, out))
    return;
  if (outcome == SV_CANT_TELL && c->finding_count == 0) {
    tool_says(c, no_reason, NULL, 0, out);
    return;
  }
  if (outcome == SV_PASSED && !looked && !c->saw_document && c->exchange_count == 0) {
    tool_says(c, saw_nothing, NULL, 0, out);
    return;
  }
  out->outcome = outcome;
  out->findings = c->findings;
  out->finding_count = c->finding_count;
  if (outcome == SV_INAPPLICABLE && (c->job->check->flags & SV_MAY_WRITE) && !c->world->unsafe)
    out->reason = no_leave;
  if (outcome == SV_FAILED)
    out->attribution = SV_TARGET;
  else if (outcome == SV_CANT_TELL)
    out->attribution = c->findings[0].attribution;
}

const char *sv_case_end(struct sv_case *c, struct sv_unpack *u, struct sv_result *out)
{
  const uint32_t verdict = sv_unpack_u32(u);
  const uint32_t left_out = sv_unpack_u32(u);
  const uint32_t looked = sv_unpack_u32(u);
  if (!sv_unpack_ok(u))
    return "a message that cannot be read";
  *out = blank(c->job, c->subject);
  put_exchanges(c, out);
  out->findings_left_out = left_out;
  conclude(c, verdict, looked, out);
  return NULL;
}

void sv_case_fault(struct sv_case *c, const struct sv_fault *f, struct sv_result *out)
{
  *out = blank(c->job, c->subject);
  put_exchanges(c, out);
  *c->world->internal = true;
  replace(c,
          &(struct verdict){ .outcome = SV_CANT_TELL,
                             .attribution = SV_TOOL,
                             .message = f->message,
                             .hint = tool_hint,
                             .detail = sv_clean(c->world->arena, f->detail, SV_TEXT_MOST),
                             .number = f->number,
                             .actual = sv_clean(c->world->arena, f->said, SV_TEXT_MOST) },
          out);
}

void sv_case_not_run(const struct sv_job *job, const struct sv_subject *subject,
                     struct sv_result *out)
{
  *out = blank(job, subject);
  out->outcome = job->preset;
  out->attribution = job->attribution;
  out->reason = job->reason;
  if (job->preset == SV_INAPPLICABLE)
    out->endpoint = "";
}
