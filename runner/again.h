// SPDX-License-Identifier: Apache-2.0
/* The command line that runs the same again, for people to copy. */
#ifndef SV_RUNNER_AGAIN_H
#define SV_RUNNER_AGAIN_H

#include "engines/base/buf.h"
#include "runner/run_options.h"

/* Appends "samsvar COMMAND OPERAND" and those of O that say what is judged, by what, and how it is
 * reached; each word as a shell reads it back, identity numbers hidden. OPERAND may be NULL.
 * SV_NO_MEMORY or SV_LIMIT. */
enum sv_status sv_again(struct sv_buf *out, const char *command, const char *operand,
                        const struct sv_run_options *o) SV_MUST_USE;

#endif
