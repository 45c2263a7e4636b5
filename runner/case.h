// SPDX-License-Identifier: Apache-2.0
/* One check on one endpoint while it runs, from main's side: what it said, what it looked at, and
 * what becomes of it. A worker is believed only what holds together here. */
#ifndef SV_RUNNER_CASE_H
#define SV_RUNNER_CASE_H

#include "engines/result/run.h"
#include "runner/broker.h"
#include "runner/plan.h"
#include "runner/wire.h"

#include <stdbool.h>

struct sv_schedule;

/* A document of the target as main holds it. */
struct sv_held {
  struct sv_schedule *schedule;
  const char *id, *kind, *file, *url, *credential, *media_type;
  const char *name; /* of a file, without its folders */
  bool is_asked, is_there;
  const struct sv_exchange *exchange; /* NULL: read from a file, or not there */
  const char *data;                   /* of a file; owned by the arena of the documents */
  size_t size;
  char sha256[65];     /* of a file */
  const char *pinned;  /* the digest that an answer must have; NULL: any */
  const char *missing; /* msgid: why it cannot be looked at, with a {detail}; NULL: it can */
  const char *detail;
  enum sv_attribution attribution; /* of what is missing */
};

/* Everything a case shares with the others of its session. */
struct sv_case_world {
  struct sv_arena *arena; /* of the run */
  struct sv_broker *broker;
  const struct sv_held *documents;
  size_t document_count;
  bool *internal; /* set when a plugin or samsvar broke */
  bool replay;
  bool unsafe; /* sv_schedule_options.unsafe */
};

struct sv_case {
  const struct sv_case_world *world;
  const struct sv_job *job;
  const struct sv_subject *subject;
  uint32_t *exchanges; /* numbers, as they came; malloc */
  size_t exchange_count, exchange_room;
  struct sv_finding_record *findings; /* in the run's arena */
  size_t finding_count;
  struct sv_fact_record *facts; /* malloc; moved to the run when the check ends well */
  size_t fact_count, fact_room;
  const char **evidence; /* "sha256:..." in the run's arena */
  size_t evidence_count;
  size_t log_count;
  const char *asker; /* the check and the endpoint, for the recording */
  bool saw_document;
  const struct sv_held *missing; /* a document it asked for and could not have */
  const struct sv_exchange *not_recorded;
  const struct sv_exchange
      *no_proof;          /* an answer that is no proof of anything: limit, budget ... */
  const char *incomplete; /* why the evidence cannot carry a pass: the mark's name */
};

/* A case for JOB. */
void sv_case_open(struct sv_case *c, const struct sv_case_world *world, const struct sv_job *job,
                  const struct sv_subject *subject);

/* Remembers that the check saw X and what led to it. */
enum sv_status sv_case_touch(struct sv_case *c, const struct sv_exchange *x) SV_MUST_USE;
void sv_case_document(struct sv_case *c, const struct sv_held *d);

/* Take a frame of the worker. NULL, or what is wrong with it: then the worker has broken the rules.
 */
const char *sv_case_finding(struct sv_case *c, struct sv_unpack *u);
const char *sv_case_fact(struct sv_case *c, struct sv_unpack *u);
const char *sv_case_evidence(struct sv_case *c, struct sv_unpack *u);

/* The result, from what the worker said at the end. */
const char *sv_case_end(struct sv_case *c, struct sv_unpack *u, struct sv_result *out);

/* The result when the check did not end: cantTell, attribution tool, with one finding. DETAIL fills
 * {detail}, NUMBER {number}; SAID is what the process wrote last, NULL: nothing. */
struct sv_fault {
  const char *message; /* msgid */
  const char *detail;
  int64_t number;
  const char *said;
};
void sv_case_fault(struct sv_case *c, const struct sv_fault *f, struct sv_result *out);

/* The result of a job that is not run: OUTCOME with REASON. */
void sv_case_not_run(const struct sv_job *job, const struct sv_subject *subject,
                     struct sv_result *out);

void sv_case_close(struct sv_case *c);

#endif
