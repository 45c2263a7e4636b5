// SPDX-License-Identifier: Apache-2.0
/* The ways in which the hostile server misbehaves, as a table. */
#ifndef SV_TESTS_HOSTILE_MODES_H
#define SV_TESTS_HOSTILE_MODES_H

#include <stddef.h>

enum mode_step {
  STEP_ONCE,    /* the text, no more */
  STEP_ENDLESS, /* the text, then the unit for ever */
  STEP_SLOW,    /* the text, then a unit every interval */
  STEP_DELAY,   /* the text after the interval */
  STEP_ECHO,    /* the request itself */
  STEP_NEXT,    /* a redirect from .../N to .../N+1 */
  STEP_AWAY,    /* from /R@PORT/PATH a redirect to PATH on PORT */
};

enum mode_end { END_KEEP, END_CLOSE, END_HANG };

struct mode {
  const char *id;
  const char *text; /* "@P" is the port */
  size_t size;
  const char *unit;
  enum mode_step step;
  enum mode_end end;
  unsigned interval_ms;
  unsigned bad_first; /* only the first so many requests are answered like this, the rest well */
  unsigned bad_every; /* only each so many'th */
};

/* The mode that PATH names; the good one when it names none. */
const struct mode *mode_find(const char *path);

/* Its place in the table, below 96. */
size_t mode_number(const struct mode *m);

#endif
