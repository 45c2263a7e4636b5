// SPDX-License-Identifier: Apache-2.0
/* Accepted deviations, read from a file of their own and laid upon the requirements of a run. */
#ifndef SV_RUNNER_WAIVERS_H
#define SV_RUNNER_WAIVERS_H

#include "engines/result/run.h"
#include "runner/catalogue.h"

struct sv_waivers {
  struct sv_waiver *items; /* sorted by requirement */
  size_t count;
};

/* Reads PATH: an array, or {"waivers": [...]}, of {"requirement","reason","owner","expires"}. In A.
 * Unknown members, unknown requirements, two for one requirement and dates that do not exist are
 * SV_INVALID with file, line, column. */
enum sv_status sv_waivers_read(const char *path, const struct sv_catalogue *c, struct sv_arena *a,
                               struct sv_waivers *out, struct sv_error *err) SV_MUST_USE;

/* Puts each on its requirement of RUN and marks those that have expired at run->as_of. Before the
 * verdict. */
void sv_waivers_apply(const struct sv_waivers *w, struct sv_run *run);

/* Lists those that no requirement of the run needs: not in the profile, or not failed. After the
 * verdict. */
enum sv_status sv_waivers_unused(const struct sv_waivers *w, struct sv_run *run) SV_MUST_USE;

#endif
