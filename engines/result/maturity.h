// SPDX-License-Identifier: Apache-2.0
/* How far a layer has come, by the rule that the profile publishes, and what each life event sees.
 */
#ifndef SV_RESULT_MATURITY_H
#define SV_RESULT_MATURITY_H

#include "engines/result/run.h"

/* Counts every layer of V and gives it its level by the rule of RUN's profile. A layer of which
 * nothing was judged, or a profile without a rule, has none. */
void sv_maturity_count(const struct sv_run *run, struct sv_verdict *v);

/* The totals of every life event that the target or its facts name: of each requirement what the
 * endpoints of that event got. SV_NO_MEMORY. */
enum sv_status sv_life_events_count(struct sv_run *run, struct sv_verdict *v) SV_MUST_USE;

#endif
