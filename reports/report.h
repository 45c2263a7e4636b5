// SPDX-License-Identifier: Apache-2.0
/* Renderers: results in, one format out. A renderer sees the run and the language, nothing else: no
 * network, no clock, no environment, no locale. */
#ifndef SV_REPORTS_REPORT_H
#define SV_REPORTS_REPORT_H

#include "engines/base/lang.h"
#include "engines/result/run.h"

struct sv_view;

/* What a renderer is handed. */
struct sv_report {
  const struct sv_run *run;
  const struct sv_view *view;
  enum sv_lang lang;
  const char *results_sha256; /* of the results file rendered, hexadecimal; NULL: not known */
};

struct sv_renderer {
  const char *name; /* as --format has it */
  const char *file; /* as it is called in the output folder */
  const char *help; /* msgid */
  enum sv_status (*render)(const struct sv_report *r, struct sv_buf *out);
};

/* Every format; NAME NULL ends. The first three are written by every run. */
extern const struct sv_renderer sv_renderers[];

/* The renderer called NAME, or whose file is called so, or NULL. */
const struct sv_renderer *sv_renderer_find(const char *name);

/* Renders RUN in LANG and appends to OUT. The language in use is the same after. SV_OK, SV_LIMIT,
 * SV_NO_MEMORY. */
enum sv_status sv_report_render(const struct sv_renderer *renderer, const struct sv_run *run,
                                enum sv_lang lang, const char *results_sha256,
                                struct sv_buf *out) SV_MUST_USE;

/* The most that a report may be. */
#define SV_REPORT_MAX ((size_t)256 << 20)

/* The most that one text may take while a report is made. What is longer is left out, and never the
 * file's. */
enum { SV_SCRATCH = 64 << 20 };

#endif
