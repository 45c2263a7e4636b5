// SPDX-License-Identifier: Apache-2.0
/* What the files of SARIF share. */
#ifndef SV_REPORTS_SARIF_H
#define SV_REPORTS_SARIF_H

#include "engines/result/emit.h"
#include "reports/problem.h"

enum {
  SV_SARIF_TEXT_MOST = 2000,
  SV_SARIF_RESULTS_MOST = 25000 /* what GitHub takes */
};

struct sv_sarif {
  const struct sv_report *report;
  struct sv_emit emit;
  bool full;                   /* also what is met, not relevant, not judged or exempt */
  const struct sv_item **used; /* items with results, in the order of their rules */
  size_t used_count;
  size_t results;
  struct sv_problem *problems; /* room for one requirement's */
};

/* "error", "warning" or "note": for a result or a notification on ITEM. */
const char *sv_sarif_level(const struct sv_sarif *s, const struct sv_item *item);

/* The member "tool", with the rules of the items used. */
void sv_sarif_tool(struct sv_sarif *s);

/* The member "results"; fills s->used. SV_OK or SV_NO_MEMORY. */
enum sv_status sv_sarif_results(struct sv_sarif *s) SV_MUST_USE;

#endif
