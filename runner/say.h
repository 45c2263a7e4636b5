// SPDX-License-Identifier: Apache-2.0
/* Sentences to the person at the terminal, in their language. */
#ifndef SV_RUNNER_SAY_H
#define SV_RUNNER_SAY_H

#include "engines/base/status.h"

#include <stdio.h>

/* Prints MSGID in the language in use with its {named} places filled from pairs of name and text,
 * NULL last. No newline is added; it is sv_say_shown() that prints. */
void sv_say(FILE *out, const char *msgid, ...) __attribute__((sentinel));

/* Prints TEXT, which may quote a file or a service: without secrets and identity numbers, and
 * without what a terminal acts upon. */
void sv_say_shown(FILE *out, const char *text);

/* Prints "samsvar: " and the error to standard error: FILE:LINE:COL: when it has a place. */
void sv_say_error(const struct sv_error *err);

#endif
