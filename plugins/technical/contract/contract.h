// SPDX-License-Identifier: Apache-2.0
/* The contract run: what every check of the families CON and NEG shares. For an endpoint of kind
 * `api` (and `openapi`, when the target names no API on that host) its OpenAPI document is read,
 * requests are planned from it, and the answers are held against it, once a worker.
 *
 * How a check uses it:
 *
 *   static bool want(const struct sv_trial *t, void *closure) { return t->kind == SV_TRIAL_RANGE; }
 *
 *   enum sv_outcome con_range(struct sv_ctx *ctx)
 *   {
 *     enum sv_outcome outcome;
 *     struct con_run *run = con_open(ctx, &outcome);
 *     if (!run)
 *       return outcome;                  // said already, or inapplicable
 *     struct con_tally tally = { 0 };
 *     for (const struct con_answer *a = con_ask(ctx, run, want, NULL); a; a = con_next(a)) {
 *       if (!con_is_verdict(ctx, run, a, &tally))    // no answer, 401, 429, 5xx ...: counted
 *         continue;
 *       tally.judged++;
 *       if (a->response->status / 100 == 2)
 *         con_fail(ctx, run, a, &tally, args, &(struct sv_finding){ .outcome = SV_FAILED,
 *           .message = N_("..."), .expected = "400", .hint = N_("...") });
 *     }
 *     return con_outcome(ctx, run, &tally);
 *   }
 *
 * Requests that are safe and the same are sent once in a run, so asking again costs nothing, and
 * the answer is evidence of the check that asks. Answers come sorted: what is smallest to read
 * first. 5xx belongs to technical.contract.server-error alone. con_ask() leaves out trials that may
 * change data; a check that has SV_MAY_WRITE in its row asks those by con_ask_writes(). They are
 * planned only when the run allows unsafe requests. */
#ifndef SV_TECHNICAL_CONTRACT_H
#define SV_TECHNICAL_CONTRACT_H

#include "engines/openapi/trial.h"
#include "plugins/technical/technical.h"

#include <samsvar/plugin.h>

struct con_run;

/* An answer to one trial. Lives as long as the check. */
struct con_answer {
  const struct sv_trial *trial;
  const struct sv_response *response;
  const struct con_answer *next;
};

/* The run of the endpoint at hand, or NULL with the check's outcome: inapplicable where there is no
 * document or its operations lie elsewhere, cantTell after a finding. */
struct con_run *con_open(struct sv_ctx *ctx, enum sv_outcome *outcome);

/* Asks the trials that WANT says yes to and that are safe. NULL: none was wanted. */
typedef bool con_want(const struct sv_trial *trial, void *closure);
const struct con_answer *con_ask(struct sv_ctx *ctx, struct con_run *run, con_want *want,
                                 void *closure);
/* The same for those that may change data, one after the other, each once in a run. */
const struct con_answer *con_ask_writes(struct sv_ctx *ctx, struct con_run *run, con_want *want,
                                        void *closure);
/* The safe ones, and with leave all that changes something besides: requests with a fault, and the
 * life of a thing of our own in each family of operations, which is made, read, replaced, changed
 * and deleted. For checks with SV_ALSO_WRITES; all of them get the same answers. */
const struct con_answer *con_ask_all(struct sv_ctx *ctx, struct con_run *run, con_want *want,
                                     void *closure);
/* What a service must take. */
bool con_want_positive(const struct sv_trial *trial, void *closure);
static inline const struct con_answer *con_next(const struct con_answer *a)
{
  return a->next;
}

/* Asks one trial; METHOD and HEADERS (NULL: its own) in place of the trial's. */
const struct sv_response *con_send(struct sv_ctx *ctx, struct con_run *run,
                                   const struct sv_trial *trial, const char *method,
                                   const char *const *headers);

/* The same once in a run, also where it changes something. */
const struct sv_response *con_send_once(struct sv_ctx *ctx, struct con_run *run,
                                        const struct sv_trial *trial, const char *const *headers);

/* GET of an absolute URL with the endpoint's sign-in when it lies on the API's origin; NULL when it
 * lies elsewhere. */
const struct sv_response *con_get(struct sv_ctx *ctx, struct con_run *run, const char *url,
                                  const char *const *headers);

/* What the parts of a run are. */
struct sv_trials *con_trials(struct con_run *run);
const struct sv_operations *con_operations(struct con_run *run);
struct sv_openapi *con_api(struct con_run *run);
const char *con_base(struct con_run *run); /* URL before a trial's target */
bool con_covers(struct con_run *run, const struct sv_operation *o);

/* The plain trial of O and a good whole answer to it, 2xx; NULL when there is none. */
const struct con_answer *con_plain(struct sv_ctx *ctx, struct con_run *run,
                                   const struct sv_operation *o);

enum { CON_TOLD_MAX = 20 };

/* What was seen by a check that looks at many answers. */
struct con_tally {
  size_t judged;
  size_t failed;
  size_t refused;                   /* 401 or 403 to us, though we sent what we have */
  size_t unseen;                    /* no answer, 429, 503, not whole */
  size_t broken;                    /* 5xx: another check's finding */
  const struct con_answer *example; /* of an answer that was no verdict */
  struct con_told {                 /* findings; one an operation and declaration */
    const struct sv_operation *operation;
    const void *what;
    const char *name;
  } told[CON_TOLD_MAX];
  size_t told_count;
};

/* Whether A can be judged by a check about something else than failure itself; counted in TALLY
 * when not. 401 and 403 to a NO_TOKEN or BAD_TOKEN trial are answers. */
bool con_is_verdict(struct sv_ctx *ctx, struct con_run *run, const struct con_answer *a,
                    struct con_tally *tally);

/* Tells F of A: operation, URL, evidence and where the description declares it are filled in unless
 * F has them. ARGS is taken; it may be NULL. Of findings with one message about one operation and
 * one parameter the first is told, which is the smallest: the rest is the same fault again. */
void con_fail(struct sv_ctx *ctx, struct con_run *run, const struct con_answer *a,
              struct con_tally *tally, json_t *args, const struct sv_finding *f);

/* SV_FAILED when something failed; SV_CANT_TELL with a finding when what should have been judged
 * was not; SV_PASSED when something was judged; else SV_INAPPLICABLE. */
enum sv_outcome con_outcome(struct sv_ctx *ctx, struct con_run *run, const struct con_tally *tally);

/* The same for a check about each operation: an operation that could not be tried is never a pass.
 */
enum sv_outcome con_outcome_of_all(struct sv_ctx *ctx, struct con_run *run,
                                   const struct con_tally *tally);

/* "GET /v1/units (listUnits)"; lives as long as the check. */
const char *con_name(struct sv_ctx *ctx, const struct sv_trial *trial);

/* What was tried, in words that are the same in all languages: "range side=0", "missing q". */
const char *con_what(struct sv_ctx *ctx, const struct sv_trial *trial);

/* The trial as a curl line, likewise. */
const char *con_curl(struct sv_ctx *ctx, struct con_run *run, const struct sv_trial *trial);

/* The JSON body of R, new reference, or NULL. */
json_t *con_json(const struct sv_response *r);

#endif
