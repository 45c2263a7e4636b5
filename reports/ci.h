// SPDX-License-Identifier: Apache-2.0
/* The agreement rule: a format that CI reads is red if and only if the exit code is not 0. Every
 * such format asks here and nowhere else. */
#ifndef SV_REPORTS_CI_H
#define SV_REPORTS_CI_H

#include "reports/report.h"
#include "reports/view.h"

enum sv_ci { SV_CI_PASSED = 1, SV_CI_SKIPPED, SV_CI_ERROR, SV_CI_FAILED };

/* What ITEM is. A deviation or warning that does not gate is passed, and said elsewhere. */
enum sv_ci sv_ci_of(const struct sv_report *r, const struct sv_item *item);
bool sv_ci_is_red(const struct sv_report *r, const struct sv_item *item);

/* Why the file must be red although no requirement is: a msgid. NULL: it need not. */
const char *sv_ci_run_reason(const struct sv_report *r);

/* What the row for it is called: its id is RUN. In bokmål, as all names of rows. */
#define SV_CI_RUN_NAME "Kjøringen er fullført og har vist nok"

/* The id and title of ITEM, in bokmål: histories are keyed on it, so a reader's language must not
 * change it. Cleaned, one line, at most 400 bytes. */
void sv_ci_name(const struct sv_item *item, struct sv_buf *out);

/* One sentence on ITEM, cleaned, one line, at most MOST bytes; never empty. */
void sv_ci_message(const struct sv_report *r, const struct sv_item *item, size_t most,
                   struct sv_buf *out);

/* Appends what a group of requirements is called, without the layer and without dots: "manual" for
 * what people judge, else the family of the first check, else the area, else the id without its
 * number. */
void sv_ci_group(const struct sv_requirement_result *q, struct sv_buf *out);

/* The row of Q since the baseline, or NULL. */
const struct sv_diff_row *sv_ci_change(const struct sv_report *r, const struct sv_item *item);

#endif
