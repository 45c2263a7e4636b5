// SPDX-License-Identifier: Apache-2.0
/* Counting requirements. */
#ifndef SV_RESULT_COUNT_H
#define SV_RESULT_COUNT_H

#include "engines/result/run.h"

/* Adds R to T under the one heading it belongs to. */
void sv_totals_add(struct sv_totals *t, const struct sv_requirement_result *r);

/* Whether the two say the same. */
bool sv_totals_equal(const struct sv_totals *a, const struct sv_totals *b);

/* Whether R keeps RUN from conforming: sv_requirement_gates() without regard to a baseline. */
bool sv_requirement_counts(const struct sv_run *run, const struct sv_requirement_result *r);

#endif
