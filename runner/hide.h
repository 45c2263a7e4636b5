// SPDX-License-Identifier: Apache-2.0
/* The second pass of masking, right before anything is written or shown: over every text of a run,
 * whatever way it came in. */
#ifndef SV_RUNNER_HIDE_H
#define SV_RUNNER_HIDE_H

#include "engines/result/run.h"

/* Hides in RUN what sv_mask_bytes() would hide, in every text but those that are made of digests
 * and times; run->masked counts it. SV_OK or SV_NO_MEMORY. */
enum sv_status sv_run_hide(struct sv_run *run) SV_MUST_USE;

#endif
