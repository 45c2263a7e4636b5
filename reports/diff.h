// SPDX-License-Identifier: Apache-2.0
/* What samsvar diff prints: a run with a baseline, change by change. */
#ifndef SV_REPORTS_DIFF_H
#define SV_REPORTS_DIFF_H

#include "reports/text.h"

/* Appends the changes of R, whose run has a baseline, for people: as text in STYLE ... */
enum sv_status sv_diff_text(const struct sv_report *r, const struct sv_style *style,
                            struct sv_buf *out) SV_MUST_USE;

/* ... as Markdown ... */
enum sv_status sv_diff_markdown(const struct sv_report *r, struct sv_buf *out) SV_MUST_USE;

/* ... and for programs, as JSON. */
enum sv_status sv_diff_json(const struct sv_report *r, struct sv_buf *out) SV_MUST_USE;

#endif
