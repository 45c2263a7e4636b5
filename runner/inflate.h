// SPDX-License-Identifier: Apache-2.0
/* Content-Encoding: gzip, undone in the worker, where hostile bytes may do their worst. */
#ifndef SV_RUNNER_INFLATE_H
#define SV_RUNNER_INFLATE_H

#include "engines/base/arena.h"

#include <samsvar/plugin.h>

#include <stdbool.h>

/* Decodes the body of R (not an answer to HEAD) in place when its headers say gzip; sets marks and
 * detail when the coding is cut, too large (20 MiB, or 100 : 1 above 1 MiB) or not one that was
 * asked for. Whether anything was decoded. The bytes are in A; without memory the process ends. */
bool sv_response_decode(struct sv_response *r, struct sv_arena *a);

#endif
