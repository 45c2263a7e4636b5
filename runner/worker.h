// SPDX-License-Identifier: Apache-2.0
/* The child that loads one plugin and runs its checks, one after another, as main asks. */
#ifndef SV_RUNNER_WORKER_H
#define SV_RUNNER_WORKER_H

#include "runner/cage.h"
#include "runner/load.h"

#include <jansson.h>
#include <stddef.h>
#include <stdint.h>

/* What a check looks at: an endpoint or a document of the target, or the whole target. */
struct sv_subject {
  const char *id;         /* "" for the whole target */
  const char *kind;       /* "" likewise */
  const char *url;        /* NULL: it has none */
  const char *credential; /* NULL: anonymous */
  json_t *json;           /* as the target file describes it */
};

struct sv_subjects {
  const struct sv_subject *items; /* endpoints, documents, then the whole target */
  size_t count;
};

/* What a worker knows from its birth: it is forked, not sent. */
struct sv_worker_setup {
  const struct sv_plugin_file *file;
  struct sv_cage cage;
  const struct sv_subjects *subjects; /* NULL when it only describes the plugin */
  const json_t *target;               /* as plugins see it */
  const json_t *parameters;           /* of the profile, an object */
  int64_t now;                        /* seconds since 1970 */
  const char *probe;
};

/* Never returns: locks itself in, opens the plugin, tells its table, runs what it is told to, ends
 * with exit(). */
_Noreturn void sv_worker_main(const struct sv_worker_setup *setup);

#endif
