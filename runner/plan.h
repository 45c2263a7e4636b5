// SPDX-License-Identifier: Apache-2.0
/* From profile, target and checks to jobs: which check of which plugin looks at which endpoint, and
 * which are left out and why. */
#ifndef SV_RUNNER_PLAN_H
#define SV_RUNNER_PLAN_H

#include "runner/describe.h"
#include "runner/profile.h"
#include "runner/target.h"
#include "runner/worker.h"

#include <stdbool.h>
#include <stddef.h>

/* What the command line chooses; every list may be NULL, NULL ends. */
struct sv_choice {
  const char *const *only;
  const char *const *skip;
  const char *const *layers;
  bool allow_unsafe;
};

/* One check on one endpoint. */
struct sv_job {
  size_t plugin; /* index among the plugins */
  const struct sv_check_info *check;
  uint32_t subject;
  bool is_cross;
  enum sv_outcome preset; /* 0: to be run; else what it is without running, and why */
  enum sv_attribution attribution;
  const char *reason;  /* msgid */
  enum sv_level level; /* the strictest of its requirements in the profile */
};

struct sv_plan {
  struct sv_job *jobs; /* sorted by plugin, cross last, check, subject */
  size_t count;
  const struct sv_profile_item *const *items; /* requirements that the run is about, sorted by id */
  size_t item_count;
  const char *const *tailoring; /* sentences: what the choice changed */
  size_t tailoring_count;
};

/* The endpoints and documents of T and, last, the whole target, as checks see them. In A; the JSON
 * is to be released with sv_subjects_free(). */
enum sv_status sv_subjects_make(const struct sv_target *t, struct sv_arena *a,
                                struct sv_subjects *out) SV_MUST_USE;
void sv_subjects_free(struct sv_subjects *s);

struct sv_plan_input {
  const struct sv_profile *profile;
  const struct sv_plugin_info *plugins; /* one with a problem brings no jobs */
  size_t plugin_count;
  const struct sv_subjects *subjects;
  struct sv_choice choice;
};

/* Plans in A. SV_INVALID when a word of the choice names nothing. */
enum sv_status sv_plan_make(const struct sv_plan_input *in, struct sv_arena *a, struct sv_plan *out,
                            struct sv_error *err) SV_MUST_USE;

#endif
