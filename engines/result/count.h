// SPDX-License-Identifier: Apache-2.0
/* Counting requirements. */
#ifndef SV_RESULT_COUNT_H
#define SV_RESULT_COUNT_H

#include "engines/result/run.h"

/* Adds R to T under the one heading it belongs to. */
void sv_totals_add(struct sv_totals *t, const struct sv_requirement_result *r);

/* Whether the two say the same. */
bool sv_totals_equal(const struct sv_totals *a, const struct sv_totals *b);

/* How many requirements T counts, those without a check too. */
uint32_t sv_totals_sum(const struct sv_totals *t);

/* The most serious thing that T holds: what a box in the capability map shows. 0: nothing but no
 * checks. FAILED_MUST: whether one of the failed is a must. */
enum sv_display sv_totals_worst(const struct sv_totals *t, bool failed_must);

/* Whether R keeps RUN from conforming: sv_requirement_gates() without regard to a baseline. */
bool sv_requirement_counts(const struct sv_run *run, const struct sv_requirement_result *r);

#endif
