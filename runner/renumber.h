// SPDX-License-Identifier: Apache-2.0
/* Exchanges get their numbers while workers run at the same time, so the numbers depend on who was
 * first. In results they are numbered by their first use, which does not. */
#ifndef SV_RUNNER_RENUMBER_H
#define SV_RUNNER_RENUMBER_H

#include "engines/result/run.h"

/* Numbers the exchanges of RUN anew: those that results used first, in the order of the results by
 * check and endpoint and, within one, of address and method; then the rest. */
enum sv_status sv_renumber(struct sv_run *run) SV_MUST_USE;

#endif
