// SPDX-License-Identifier: Apache-2.0
/* Requirements that never decide the verdict: those without a check, those that wait for somebody's
 * answer, and those whose source has not been read. What checks found about the last is shown, and
 * apart from what counts. */
#ifndef SV_REPORTS_APART_H
#define SV_REPORTS_APART_H

#include "reports/report.h"
#include "reports/text.h"
#include "reports/view.h"

/* Finds in V, whose results are joined and sorted, what checks say about requirements that never
 * decide: item->said and V->aside. SV_OK or SV_NO_MEMORY. */
enum sv_status sv_apart_find(struct sv_view *v) SV_MUST_USE;

/* The sentence with a place {count} for V->uncovered requirements without a check, and for
 * V->unread whose source has not been read. msgids. */
const char *sv_apart_uncovered(const struct sv_view *v);
const char *sv_apart_unread(const struct sv_view *v);

/* "1 requirement that never decides is not met:" for V->aside_count. A msgid with {count}. */
const char *sv_apart_not_met(const struct sv_view *v);

/* Appends a line on each kind of requirement that never decides, wrapped as STYLE says. */
void sv_apart_text(const struct sv_report *r, const struct sv_style *style, struct sv_buf *out);

/* Appends a sentence and the blocks of what does not count and is not met; nothing when there is
 * none. */
enum sv_status sv_apart_blocks(const struct sv_report *r, const struct sv_style *style,
                               struct sv_buf *out) SV_MUST_USE;

#endif
