// SPDX-License-Identifier: Apache-2.0
/* Whether the target could be reached at all. */
#ifndef SV_RUNNER_REACH_H
#define SV_RUNNER_REACH_H

#include "engines/result/run.h"

/* Notes in the events of RUN that no answer said anything that could be judged: the target is
 * unreachable, or our own policy refused it. A replay asks nobody. */
void sv_reach_judge(struct sv_run *run, bool replay);

#endif
