// SPDX-License-Identifier: Apache-2.0
/* The report for people: one page, complete without script, nothing loaded from anywhere. */
#ifndef SV_REPORTS_HTML_H
#define SV_REPORTS_HTML_H

#include "reports/report.h"

enum sv_status sv_html_render(const struct sv_report *r, struct sv_buf *out);

/* The same page with its style sheet and script as files beside it, for a server whose policy stops
 * those within a page (Jenkins: sandbox; default-src 'none'; img-src 'self'; style-src 'self'). */
enum sv_status sv_html_render_external(const struct sv_report *r, struct sv_buf *out);
extern const struct sv_renderer sv_html_external;

/* The files that go beside such a page; FILE NULL ends. */
struct sv_html_asset {
  const char *file, *text;
  const size_t *size;
};
extern const struct sv_html_asset sv_html_assets[];

#endif
