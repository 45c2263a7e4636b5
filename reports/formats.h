// SPDX-License-Identifier: Apache-2.0
/* The renderers that have nothing else to offer: each appends its format to OUT (see report.h). */
#ifndef SV_REPORTS_FORMATS_H
#define SV_REPORTS_FORMATS_H

#include "reports/report.h"

enum sv_status sv_tap_render(const struct sv_report *r, struct sv_buf *out);
enum sv_status sv_ctrf_render(const struct sv_report *r, struct sv_buf *out);
enum sv_status sv_sarif_render(const struct sv_report *r, struct sv_buf *out); /* problems only */
enum sv_status sv_sarif_full_render(const struct sv_report *r, struct sv_buf *out);
enum sv_status sv_earl_render(const struct sv_report *r, struct sv_buf *out);
enum sv_status sv_earl_turtle_render(const struct sv_report *r, struct sv_buf *out);
enum sv_status sv_csv_render(const struct sv_report *r, struct sv_buf *out);
enum sv_status sv_markdown_render(const struct sv_report *r, struct sv_buf *out);
enum sv_status sv_gitlab_render(const struct sv_report *r, struct sv_buf *out);
enum sv_status sv_github_render(const struct sv_report *r, struct sv_buf *out);
enum sv_status sv_har_render(const struct sv_report *r, struct sv_buf *out);
enum sv_status sv_badge_render(const struct sv_report *r, struct sv_buf *out);
enum sv_status sv_badge_json_render(const struct sv_report *r, struct sv_buf *out);

#endif
