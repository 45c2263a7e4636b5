// SPDX-License-Identifier: Apache-2.0
/* Labelled text in two columns, wrapped. */
#ifndef SV_REPORTS_WRAP_H
#define SV_REPORTS_WRAP_H

#include "engines/base/buf.h"

#include <stdbool.h>

struct sv_wrap {
  struct sv_buf *out;
  unsigned indent; /* columns before the label */
  unsigned column; /* where the text begins */
  unsigned width;  /* columns in all; 0: no wrapping */
  bool faint;      /* the label in a fainter colour, for eyes that look for the text */
};

/* One field: LABEL (may be "") and TEXT, cleaned and cut at 2000 bytes. Breaks at spaces only. */
void sv_wrap_field(const struct sv_wrap *w, const char *label, const char *text);

/* TEXT without a label, cleaned and cut as a field: goes on in a line of which USED columns are
 * taken, and from w->column in those that follow. */
void sv_wrap_flow(const struct sv_wrap *w, unsigned used, const char *text);

/* A field in one line, however long: for commands that are to be copied. Cut at 8000 bytes. */
void sv_wrap_line(const struct sv_wrap *w, const char *label, const char *text);

/* COUNT times C. */
void sv_wrap_fill(struct sv_buf *out, const char *c, unsigned count);

#endif
