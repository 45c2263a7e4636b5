// SPDX-License-Identifier: Apache-2.0
/* Which report formats a run writes, and writing them. */
#ifndef SV_RUNNER_FORMATS_H
#define SV_RUNNER_FORMATS_H

#include "engines/base/lang.h"
#include "reports/report.h"
#include "runner/options.h"
#include "runner/output.h"

enum { SV_FORMATS_MAX = 32 };

/* The format called NAME in *OUT, or SV_INVALID with a did-you-mean. */
enum sv_status sv_format_find(const char *name, const struct sv_renderer **out,
                              struct sv_error *err) SV_MUST_USE;

/* What was written, in order. */
struct sv_written {
  const char *files[SV_FORMATS_MAX]; /* static strings */
  size_t count;
};

/* Whether every name in LIST is a format: to be asked before anything is sent. */
enum sv_status sv_formats_check(const struct sv_list *list, struct sv_error *err) SV_MUST_USE;

/* What is to be written beside the three that always are. */
struct sv_wanted {
  const struct sv_list *list; /* names of formats; NULL: none */
  bool external_assets;       /* the page's style sheet and script as files beside it */
};

/* Whether the value of --html-assets asks for files beside the page. */
bool sv_formats_external(const char *html_assets);

/* Writes results.json first, then junit.xml, report.html and what is WANTED, in LANG; all that can
 * be, also when one cannot. W says what was saved, ERR what failed first. A junit.xml that is green
 * or of an earlier run does not stay when this fails: the exit code is then not 0. */
enum sv_status sv_formats_write(const struct sv_output *o, const struct sv_run *run,
                                enum sv_lang lang, const struct sv_wanted *wanted,
                                struct sv_written *w, struct sv_error *err) SV_MUST_USE;

#endif
