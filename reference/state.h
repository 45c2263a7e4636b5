// SPDX-License-Identifier: Apache-2.0
/* The little that changes while the service runs: messages sent to it and a count of requests. */
#ifndef SV_REFERENCE_STATE_H
#define SV_REFERENCE_STATE_H

#include "reference/service.h"

/* The state of S, or NULL. Free with sv_state_free. */
struct sv_state *sv_state_new(void);
void sv_state_free(struct sv_state *state);

/* The time now. */
time_t sv_state_now(const struct sv_service *s);

/* How often this was asked since the start, from 0. */
unsigned sv_state_count(const struct sv_service *s);

/* Keeps the message JSON under ID (16 characters), in place of one that has it; the oldest goes
 * when there are too many. */
void sv_state_keep(const struct sv_service *s, const char *id, const char *json);

/* Forgets the message ID; false when there is none. */
bool sv_state_drop(const struct sv_service *s, const char *id);

/* Appends the message ID; false when there is none. ID NULL: all of them, with commas between. */
bool sv_state_find(const struct sv_service *s, const char *id, struct sv_buf *out);

/* Whether the event ID was received before; it is from now on. */
bool sv_state_met(const struct sv_service *s, const char *id);

#endif
