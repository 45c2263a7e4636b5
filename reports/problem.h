// SPDX-License-Identifier: Apache-2.0
/* Problems as code hosts know them: one a place, known again by its fingerprint. */
#ifndef SV_REPORTS_PROBLEM_H
#define SV_REPORTS_PROBLEM_H

#include "reports/ci.h"

struct sv_problem {
  const struct sv_result *result;          /* NULL: the requirement says nothing more */
  const struct sv_finding_record *finding; /* the same */
  char fingerprint[33];
  size_t count; /* findings of this fingerprint */
};

enum { SV_PROBLEMS_MOST = 200 }; /* of one requirement: people do not read further */

/* Fills LIST with the failed findings of ITEM, each fingerprint once; one without a finding when
 * there is none. *COUNT is at least 1. SV_OK or SV_NO_MEMORY. */
enum sv_status sv_problems(const struct sv_report *r, const struct sv_item *item,
                           struct sv_problem list[SV_PROBLEMS_MOST], size_t *count) SV_MUST_USE;

/* Appends what P says of ITEM, cleaned, one line, at most MOST bytes; never empty. */
void sv_problem_message(const struct sv_report *r, const struct sv_item *item,
                        const struct sv_problem *p, size_t most, struct sv_buf *out);

/* Where a problem that lies in no file is shown: code hosts refuse one without a file. */
#define SV_PROBLEM_FILE "samsvar.json"

/* Appends the path within the repository of finding F (may be NULL), with its line in *LINE and
 * column in *COLUMN (0: none). */
void sv_problem_path(const struct sv_finding_record *f, struct sv_buf *out, uint32_t *line,
                     uint32_t *column);

#endif
