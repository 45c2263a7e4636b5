// SPDX-License-Identifier: Apache-2.0
/* A door before the https face, there for breaks only: it looks at the first message of a handshake
 * and answers some itself, wrongly, as no library of today would. All others go in. */
#ifndef SV_REFERENCE_FRONT_H
#define SV_REFERENCE_FRONT_H

#include "reference/service.h"

#include <pthread.h>
#include <stdbool.h>

struct MHD_Daemon;

struct sv_front {
  const struct sv_service *service;
  struct MHD_Daemon *daemon; /* takes those that go in */
  int listener;
  int stop; /* readable when it is to end */
  pthread_t thread;
  bool runs;
};

/* Whether a break of SERVICE needs the door. */
bool sv_front_is_needed(const struct sv_service *service);

/* Begins to answer on f->listener. False when there is no thread or descriptor for it. */
bool sv_front_start(struct sv_front *f);
void sv_front_stop(struct sv_front *f);

#endif
