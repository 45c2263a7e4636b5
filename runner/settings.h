// SPDX-License-Identifier: Apache-2.0
/* Settings of a run that checks are told as parameters: the seed of contract runs, which a replay
 * must have again, and whether requests that may change data are allowed. */
#ifndef SV_RUNNER_SETTINGS_H
#define SV_RUNNER_SETTINGS_H

#include "runner/broker.h"

#include <jansson.h>

#define SV_KEPT_SETTINGS "settings.json"

struct sv_settings {
  unsigned seed; /* 0: not given */
  bool allow_unsafe;
};

/* Puts the seed into the recording of B. */
enum sv_status sv_settings_keep(struct sv_broker *b, const struct sv_settings *s) SV_MUST_USE;

/* The seed that the recording of B was made with, where S has none. */
void sv_settings_recall(const struct sv_broker *b, struct sv_settings *s);

/* PARAMETERS with S among them, a new reference; NULL: no memory. */
json_t *sv_settings_parameters(const json_t *parameters, const struct sv_settings *s);

#endif
