// SPDX-License-Identifier: Apache-2.0
/* The codes of the seven life events of the national strategy, as in the vocabulary no-life-event.
 */
#ifndef SV_RUNNER_LIFE_EVENT_H
#define SV_RUNNER_LIFE_EVENT_H

#include "runner/reader.h"

extern const char *const sv_life_event_codes[];
extern const size_t sv_life_event_count;

/* Fails at V, a list of strings read as ITEMS, when one is no code. */
enum sv_status sv_life_events_check(const struct sv_reader *r, sv_value v, const char *const *items,
                                    size_t count) SV_MUST_USE;

#endif
