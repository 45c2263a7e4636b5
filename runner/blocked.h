// SPDX-License-Identifier: Apache-2.0
/* Checks that could not tell for a reason that another check tells of: no connection, or nothing at
 * an address. */
#ifndef SV_RUNNER_BLOCKED_H
#define SV_RUNNER_BLOCKED_H

#include "engines/result/run.h"

/* Makes such results of RUN untested, and names the check that they were blocked by. The exchanges
 * must be there, in the order of their numbers or not. SV_NO_MEMORY leaves them as they were. */
enum sv_status sv_blocked_mark(struct sv_run *run) SV_MUST_USE;

#endif
