// SPDX-License-Identifier: Apache-2.0
/* What the terminal can show. */
#ifndef SV_RUNNER_SCREEN_H
#define SV_RUNNER_SCREEN_H

#include "reports/text.h"

#include <stdio.h>

struct sv_screen {
  FILE *out;
  struct sv_style style;
  bool live; /* lines may be drawn again in place: a terminal that is not dumb */
};

/* The screen of OUT. COLOR is "auto", "always" or "never" (NULL: auto, with NO_COLOR and
 * CLICOLOR_FORCE). */
struct sv_screen sv_screen_open(FILE *out, const char *color);

#endif
