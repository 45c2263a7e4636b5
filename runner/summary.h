// SPDX-License-Identifier: Apache-2.0
/* What a run ends with on the screen: the failure blocks, then the verdict word, how much was
 * shown, the counts, the worst failures, where the reports are and what to do next. */
#ifndef SV_RUNNER_SUMMARY_H
#define SV_RUNNER_SUMMARY_H

#include "runner/formats.h"
#include "runner/screen.h"

struct sv_summary {
  const struct sv_run *run;
  const char *folder;             /* where the reports are; NULL: none were written */
  const struct sv_written *files; /* NULL: none */
  const char *recording;          /* path; NULL: none */
  const char *again; /* the command line that made this run; for what to do next; NULL: none */
  enum sv_lang lang;
  bool quiet; /* no failure blocks */
};

/* Prints it. SV_OK or SV_NO_MEMORY. */
enum sv_status sv_summary_print(const struct sv_screen *screen,
                                const struct sv_summary *s) SV_MUST_USE;

#endif
