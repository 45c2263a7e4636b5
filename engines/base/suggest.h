// SPDX-License-Identifier: Apache-2.0
/* Did you mean ...? */
#ifndef SV_BASE_SUGGEST_H
#define SV_BASE_SUGGEST_H

#include <stddef.h>

/* The one of COUNT names nearest to WORD by edit distance (a swap of neighbours counts as one), or NULL when none
 * is near enough: at most a third of the word's length, and at least one. */
const char *sv_suggest(const char *word, const char *const *names, size_t count);

#endif
