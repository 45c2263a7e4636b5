// SPDX-License-Identifier: Apache-2.0
/* The profile that fits a target. */
#ifndef SV_RUNNER_CHOOSE_H
#define SV_RUNNER_CHOOSE_H

#include "runner/target.h"

/* The id of the shipped profile that fits the target's role and kinds of endpoints; OWN is the kind
 * of what stands at the address that was asked for, NULL: nothing is known of it. */
const char *sv_profile_for(const struct sv_target *t, const char *own);

#endif
