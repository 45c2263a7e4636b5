// SPDX-License-Identifier: Apache-2.0
/* Which job runs when: the one loop of main, over workers, the broker and signals. */
#ifndef SV_RUNNER_SCHEDULE_H
#define SV_RUNNER_SCHEDULE_H

#include "runner/case.h"
#include "runner/event.h"
#include "runner/load.h"
#include "runner/observer.h"
#include "runner/plan.h"

struct sv_schedule;

struct sv_schedule_options {
  struct sv_arena *arena;               /* of the run: everything that comes out lives there */
  const struct sv_catalogue *catalogue; /* NULL: requirements are not looked up */
  const struct sv_plugin_files *files;
  const struct sv_subjects *subjects; /* NULL: plugins are only described */
  const json_t *target, *parameters;
  struct sv_broker *broker; /* NULL: plugins are only described */
  int64_t now;
  const char *probe;
  unsigned jobs;
  uint32_t check_timeout_ms, target_timeout_ms;
  bool replay;
  bool unsafe;       /* checks that ask for leave to send what may change data have it */
  bool take_signals; /* SIGINT and SIGTERM end the run with what it has */
  const struct sv_observer *observer; /* NULL: nobody */
  struct sv_events *events;           /* NULL: none */
};

/* How the loop has gone so far. */
struct sv_schedule_state {
  bool interrupted;
  bool internal;                 /* a plugin or samsvar broke */
  struct sv_isolation isolation; /* the weakest of all workers */
};

enum sv_status sv_schedule_open(const struct sv_schedule_options *o, struct sv_schedule **out,
                                struct sv_error *err) SV_MUST_USE;

/* Starts a worker for every plugin and hears their tables: PLUGINS is made in the run's arena, one
 * for each file in the same order. */
enum sv_status sv_schedule_describe(struct sv_schedule *s, struct sv_plugin_info **plugins,
                                    struct sv_error *err) SV_MUST_USE;

/* Makes the documents of T known, and the shapes that P (may be NULL) names; each is fetched or
 * read when a check first asks for it. */
enum sv_status sv_schedule_documents(struct sv_schedule *s, const struct sv_target *t,
                                     const struct sv_profile *p) SV_MUST_USE;

/* Makes the newer code lists of the folder DIR (NULL: SAMSVAR_VOCABULARIES) a document of the run,
 * so that every worker has the same; in a replay those of the recording. Nothing when there are
 * none. */
enum sv_status sv_schedule_lists(struct sv_schedule *s, const char *dir,
                                 struct sv_error *err) SV_MUST_USE;

/* Runs PLAN; RESULTS (plan->count of them, in the run's arena) and FACTS come out. Whatever
 * happens, every job has a result. */
enum sv_status sv_schedule_run(struct sv_schedule *s, const struct sv_plan *plan,
                               struct sv_result **results, struct sv_error *err) SV_MUST_USE;

/* The facts that were told, in the run's arena, sorted; how many in *COUNT. NULL without memory or
 * facts. */
struct sv_fact_record *sv_schedule_facts(struct sv_schedule *s, size_t *count);

struct sv_schedule_state sv_schedule_state(const struct sv_schedule *s);

/* Ends every worker; a bad end is one of samsvar's own: it shows in the state, so ask for that
 * afterwards. */
void sv_schedule_stop(struct sv_schedule *s);
void sv_schedule_free(struct sv_schedule *s);

#endif
