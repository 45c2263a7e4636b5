// SPDX-License-Identifier: Apache-2.0
/* The options that run, check, demo and replay share (contract section 2). */
#ifndef SV_RUNNER_RUN_OPTIONS_H
#define SV_RUNNER_RUN_OPTIONS_H

#include "runner/options.h"

struct sv_run_options {
  const char *profile, *target, *output;
  struct sv_list only, skip, layers;
  const char *fail_on; /* "must", "should", "new", "waiver-expired" */
  unsigned min_shown;
  const char *min_shown_given; /* NULL: the profile's own */
  const char *as_of;
  bool allow_unsafe;
  unsigned rate, jobs, timeout;
  unsigned seed; /* 0: not given */
  const char *waivers, *answers, *baseline, *events;
  const char *vocabularies;
  bool quiet;
  const char *color, *html_assets;
  const char *network, *assertor, *cacert, *contact, *isolation, *proxy;
  const char *role; /* of check */
  bool agreed;
  struct sv_list formats, plugin_dirs, breaks;
  bool list_breaks;
  const char *format;    /* of --list-breaks and plan */
  const char *recording; /* of plan: answers that an earlier run got */
};

extern const struct sv_option sv_run_table[], sv_check_table[], sv_demo_table[], sv_doctor_table[],
    sv_plan_table[], sv_replay_table[];

#endif
