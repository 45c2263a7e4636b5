// SPDX-License-Identifier: Apache-2.0
/* Checks that could not tell because there was no connection, when that is what another check
 * failed for. */
#ifndef SV_RUNNER_BLOCKED_H
#define SV_RUNNER_BLOCKED_H

#include "engines/result/run.h"

/* Makes such results of RUN untested, and names the check that they were blocked by. The exchanges
 * must be there, in the order of their numbers or not. SV_NO_MEMORY leaves them as they were. */
enum sv_status sv_blocked_mark(struct sv_run *run) SV_MUST_USE;

#endif
