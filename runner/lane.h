// SPDX-License-Identifier: Apache-2.0
/* A lane: one plugin's way through the run, with at most one worker at a time; and what all lanes
 * share. Seen by the scheduler's own files only. */
#ifndef SV_RUNNER_LANE_H
#define SV_RUNNER_LANE_H

#include "runner/hand.h"
#include "runner/schedule.h"
#include "runner/table.h"

enum sv_lane_state {
  SV_LANE_OFF = 0,  /* no worker */
  SV_LANE_LOADING,  /* it opens the plugin */
  SV_LANE_IDLE,     /* ready for a check */
  SV_LANE_CHECK,    /* a check runs */
  SV_LANE_STOPPING, /* told to end */
  SV_LANE_CLOSED    /* nothing more will be started: done, or the plugin cannot be used */
};

struct sv_lane {
  struct sv_schedule *schedule;
  size_t index; /* among the plugins */
  const struct sv_plugin_file *file;
  struct sv_plugin_info *info;
  struct sv_hand hand;
  enum sv_lane_state state;
  char *table; /* the bytes of its table as first told: a new worker must tell the same */
  size_t table_size;
  size_t next, end; /* of its jobs in the plan */
  size_t job;       /* the one that runs or ran last */
  size_t last_job;  /* the one before */
  unsigned losses;
  struct sv_case now;            /* while a check runs */
  uint64_t number;               /* of the check that runs */
  uint64_t last_number;          /* of the one before */
  int64_t begun_ms;              /* when the state began */
  int64_t resumed_ms;            /* when the check's clock last began to run */
  int64_t left_ms;               /* of the check's time, then */
  bool waits;                    /* the clock stands: answers are on their way */
  const struct sv_held *awaited; /* a document that is on its way; NULL: none */
};

struct sv_schedule {
  struct sv_schedule_options o;
  struct sv_schedule_state state;
  struct sv_lane *lanes;
  size_t lane_count;
  struct sv_plugin_info *plugins;
  const struct sv_plan *plan;
  struct sv_result *results;
  bool *done;
  size_t done_count, plain_left; /* jobs that are no cross checks and not done */
  struct sv_held *documents;
  size_t document_count;
  struct sv_arena document_arena;
  struct sv_case_world world;
  struct sv_fact_record *facts; /* malloc */
  size_t fact_count, fact_room;
  char *known; /* the facts as JSON; malloc, NULL: not needed yet */
  struct sv_cage cage;
  struct sv_progress progress;
  int signals; /* signalfd; -1: none */
  bool signals_held;
  int64_t opened_ms, started_ms, ticked_ms;
  bool failed; /* memory ran out in a callback */
  bool is_weaker_known;
  pid_t family[64]; /* children that were there before the first worker */
  size_t family_count;
};

int64_t sv_clock_ms(void);

/* Starts a worker for L. */
enum sv_status sv_lane_start(struct sv_lane *l, struct sv_error *err) SV_MUST_USE;

/* The system has no process for it, because of WHY: nothing of the plugin can run. */
void sv_lane_not_started(struct sv_lane *l, const char *why);

/* Gives L its next job, if it has one that may run now. */
enum sv_status sv_lane_go(struct sv_lane *l);
bool sv_lane_has_work(const struct sv_lane *l);

/* Takes what the worker sent; whether the lane is still well. */
void sv_lane_hear(struct sv_lane *l);

/* The stream or the process has ended by itself. */
void sv_lane_ended(struct sv_lane *l);

/* Tells the worker to end. */
void sv_lane_stop(struct sv_lane *l);

/* The milliseconds until L's time is up, -1: no limit now; and what then. */
int64_t sv_lane_deadline(const struct sv_lane *l, int64_t now);
void sv_lane_late(struct sv_lane *l);

/* Stops or starts the check's clock as answers are on their way or not. */
void sv_lane_clock(struct sv_lane *l);

/* Sees to it that D comes, and that those who wait for it are told; may do so at once. */
enum sv_status sv_document_want(struct sv_schedule *s, struct sv_held *d) SV_MUST_USE;
/* Whether ASK is how one of the documents is asked for: then it may be as large as one. */
bool sv_document_is_asked(const struct sv_schedule *s, const struct sv_ask *ask);

/* Hands D to the check that waits for it. */
bool sv_lane_give(struct sv_lane *l, const struct sv_held *d);

/* Puts the result of job I down and tells the observer. */
void sv_schedule_put(struct sv_schedule *s, size_t i, const struct sv_result *r);

/* The frames of a check that runs (lane_frames.c). NULL, or what is wrong. */
const char *sv_lane_frame(struct sv_lane *l, uint8_t type, struct sv_unpack *u);

/* Moves the facts of a check to the run's. */
enum sv_status sv_schedule_keep_facts(struct sv_schedule *s, const struct sv_case *c) SV_MUST_USE;
const char *sv_schedule_known(struct sv_schedule *s);

/* Tells the observer. */
void sv_schedule_say(struct sv_schedule *s, enum sv_log level, const struct sv_lane *l,
                     const char *text);

/* Gives every job that has no result one: untested, for REASON. */
void sv_schedule_give_up(struct sv_schedule *s, enum sv_attribution who, const char *reason);

#endif
