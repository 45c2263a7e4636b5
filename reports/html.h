// SPDX-License-Identifier: Apache-2.0
/* The report for people: one page, complete without script, nothing loaded from anywhere. */
#ifndef SV_REPORTS_HTML_H
#define SV_REPORTS_HTML_H

#include "reports/report.h"

enum sv_status sv_html_render(const struct sv_report *r, struct sv_buf *out);

#endif
