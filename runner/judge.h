// SPDX-License-Identifier: Apache-2.0
/* What run, check, demo and replay have in common: from files and options to a verdict, its reports and the exit
 * code. */
#ifndef SV_RUNNER_JUDGE_H
#define SV_RUNNER_JUDGE_H

#include "runner/run_options.h"
#include "runner/target.h"

struct sv_judgement {
  const struct sv_run_options *options;
  const struct sv_target *target; /* NULL: of the recording */
  const char *profile;            /* when --profile and the target say nothing; NULL: that is an error */
  const char *cacert;             /* when --cacert says nothing */
  const char *replay;             /* folder of a recording; NULL: the network */
  const char *found;              /* a sentence for the preflight: what was discovered; NULL: none */
  const char *const *named_hosts; /* hosts the command line named, for the address policy; NULL ends */
};

/* Judges, writes, prints the summary; returns the exit code of contract section 2. */
int sv_judge(const struct sv_judgement *j);

#endif
