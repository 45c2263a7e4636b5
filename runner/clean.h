// SPDX-License-Identifier: Apache-2.0
/* Texts of plugins and targets on their way into the run: masked, cleaned, cut. */
#ifndef SV_RUNNER_CLEAN_H
#define SV_RUNNER_CLEAN_H

#include "engines/base/arena.h"

#include <stddef.h>

enum { SV_TEXT_MOST = 2048, SV_EXCERPT_MOST = 8192 };

/* TEXT without secrets by shape, identity numbers and what is no graphic character, in at most MOST
 * bytes and a word that says how much is left out; in A. NULL for NULL, and when memory ran out. */
const char *sv_clean(struct sv_arena *a, const char *text, size_t most);

/* The same for SIZE bytes that may hold NUL. */
const char *sv_clean_bytes(struct sv_arena *a, const void *data, size_t size, size_t most);

#endif
