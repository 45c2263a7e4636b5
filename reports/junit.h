// SPDX-License-Identifier: Apache-2.0
/* JUnit XML: the portable kind is valid against the schemas of Windy Road and of Jenkins' xUnit,
 * the extended one says more and is valid against neither. */
#ifndef SV_REPORTS_JUNIT_H
#define SV_REPORTS_JUNIT_H

#include "reports/report.h"

/* One case a requirement; a case is red if and only if it makes the exit code other than 0. When
 * another thing did, a case of its own says so. */
enum sv_status sv_junit_render(const struct sv_report *r, struct sv_buf *out);

/* The same with properties, file and line in every case, and totals in the root. */
enum sv_status sv_junit_extended_render(const struct sv_report *r, struct sv_buf *out);

#endif
