// SPDX-License-Identifier: Apache-2.0
/* The reference service as a child process: started on loopback, ended with its standard input. */
#ifndef SV_RUNNER_SERVICE_H
#define SV_RUNNER_SERVICE_H

#include "engines/base/status.h"
#include "runner/options.h"

#include <sys/types.h>

struct sv_service {
  pid_t pid;
  int in;       /* its standard input: closing it ends the service */
  char *http;   /* base addresses; owned */
  char *https;
  char *ca;     /* file with the certificate to trust */
  char *target; /* the target file it wrote about itself */
};

/* Starts samsvar-reference with these breaks and waits, at most 20 seconds, until it listens. SV_NOT_FOUND when the
 * program is not there, SV_INVALID when it refuses a break. Free with sv_service_stop() in every case. */
enum sv_status sv_service_start(const struct sv_list *breaks, struct sv_service *out,
                                struct sv_error *err) SV_MUST_USE;

void sv_service_stop(struct sv_service *s);

/* Runs `samsvar-reference --list-breaks` (JSON says in which form) with our standard output; its exit code. */
int sv_service_list_breaks(bool json);

#endif
