// SPDX-License-Identifier: Apache-2.0
/* The course of a run on the screen: what will be done, a line a layer, time left. On a terminal
 * the lines are drawn again in place; elsewhere each layer gets one line when it has ended. */
#ifndef SV_RUNNER_PROGRESS_H
#define SV_RUNNER_PROGRESS_H

#include "runner/observer.h"
#include "runner/screen.h"

/* What is said before anything is sent. */
struct sv_preflight {
  const char *profile; /* its title in the reader's language */
  const char *version;
  bool chosen_for_you; /* nobody named the profile */
  const char *as_of;   /* YYYY-MM-DD */
  const char *target;  /* its name */
  const char *address; /* NULL: none */
  const char *found;   /* what is there: "OpenAPI 3.1, DCAT-AP-NO"; NULL: not looked for */
  bool unsafe;         /* other methods than GET, HEAD and OPTIONS may be sent */
  unsigned rate;       /* requests a second and host */
  size_t requirements;
};
void sv_preflight_print(const struct sv_screen *screen, const struct sv_preflight *p,
                        enum sv_lang lang);

struct sv_progress_view {
  struct sv_screen screen;
  enum sv_lang lang;
  size_t jobs;     /* in all */
  size_t total[6]; /* jobs by enum sv_layer; all 0: not told */
  size_t done[6];
  size_t outcome[6][6]; /* by layer and enum sv_outcome */
  size_t warned[6];     /* failed, and not a must */
  bool said[6];         /* its line is out */
  unsigned drawn;       /* lines on the screen that may be drawn again */
  uint64_t drawn_ms;    /* when that was, since the session began */
  struct sv_observer observer;
};

/* Fills V and gives what to hand to the session: its closure is V. */
const struct sv_observer *sv_progress_start(struct sv_progress_view *v,
                                            const struct sv_screen *screen, enum sv_lang lang);

/* After the session, whatever came of it: the last lines stay on the screen. */
void sv_progress_end(struct sv_progress_view *v);

#endif
