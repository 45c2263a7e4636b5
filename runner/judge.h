// SPDX-License-Identifier: Apache-2.0
/* What run, check, demo and replay have in common: from options to a verdict, its reports and the
 * exit code. */
#ifndef SV_RUNNER_JUDGE_H
#define SV_RUNNER_JUDGE_H

#include "runner/run_options.h"
#include "runner/session.h"
#include "runner/target.h"

struct sv_judgement {
  const struct sv_run_options *options;
  const struct sv_target *target;
  const char
      *target_text; /* the target as a file's text, for the recording; NULL: made from TARGET */
  const char
      *profile; /* when --profile says nothing; NULL: the target's own, which must then be there */
  const char *profile_sha256; /* what its digest must be; NULL: anything */
  const char *cacert;         /* when --cacert says nothing; NULL: the system's */
  const char *replay;         /* folder of a recording; NULL: the network */
  const char *found;          /* what was discovered, for people; NULL: nothing was looked for */
  const char *address;        /* the URL on the command line; NULL: none */
  const char *command;        /* as "run" */
};

/* Judges, writes, prints the summary; returns the exit code of contract section 2. */
int sv_judge(const struct sv_judgement *j);

/* Options that can be wrong by themselves: formats, dates, numbers. SV_INVALID with a sentence. */
enum sv_status sv_judge_check(const struct sv_run_options *o, struct sv_error *err) SV_MUST_USE;

/* What the options say of a session with T; arrays are made in A. Catalogue, profile and recording
 * are left to the caller. */
struct sv_session_options sv_judge_session(const struct sv_run_options *o,
                                           const struct sv_target *t, struct sv_arena *a);

/* The exit code for a status before anything was sent; says ERR. */
int sv_judge_refuse(enum sv_status status, const struct sv_error *err);

/* The addresses that may be reached: what --network says, else what the assertor may. */
const char *sv_judge_network(const struct sv_run_options *o);

/* The hosts that T names, NULL last, in A: only they may be on loopback. NULL without memory, which
 * allows none. */
const char *const *sv_judge_hosts(const struct sv_target *t, struct sv_arena *a);

#endif
