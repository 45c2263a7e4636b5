// SPDX-License-Identifier: Apache-2.0
/* The seed of contract runs: told to checks as a parameter, and had again by a replay. */
#ifndef SV_RUNNER_SETTINGS_H
#define SV_RUNNER_SETTINGS_H

#include "runner/broker.h"

#include <jansson.h>

#define SV_KEPT_SETTINGS "settings.json"

/* Puts SEED (0: the usual one) into the recording of B. */
enum sv_status sv_settings_keep(struct sv_broker *b, unsigned seed) SV_MUST_USE;

/* The seed that the recording of B was made with; 0: it does not say. */
unsigned sv_settings_recall(const struct sv_broker *b);

/* PARAMETERS with SEED among them, a new reference; NULL: no memory. */
json_t *sv_settings_parameters(const json_t *parameters, unsigned seed);

#endif
