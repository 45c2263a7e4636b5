// SPDX-License-Identifier: Apache-2.0
/* Asking several things and waiting for all the answers: for commands that have nothing else to do meanwhile. */
#ifndef SV_RUNNER_ASK_H
#define SV_RUNNER_ASK_H

#include "runner/broker.h"

enum { SV_ASK_MAX = 16 };

/* Asks COUNT (at most SV_ASK_MAX) things through B, each with up to FOLLOW redirects, and waits. OUT gets an exchange
 * each, borrowed from B; its answer may be an error. */
enum sv_status sv_ask_all(struct sv_broker *b, const struct sv_ask *asks, size_t count, uint32_t follow,
                          const struct sv_exchange **out) SV_MUST_USE;

/* The value of the first header NAME of an answer, or NULL. */
const char *sv_answer_header(const struct sv_answer *a, const char *name);

/* The body as text in A (net has undone its coding already); *SIZE without the NUL after it. NULL when there is none or
 * it is larger than 5 MiB. */
const char *sv_answer_text(const struct sv_answer *a, struct sv_arena *arena, size_t *size);

#endif
