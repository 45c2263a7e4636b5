// SPDX-License-Identifier: Apache-2.0
/* The inside of a code list: its memory, and the codes by IRI; for the files of engines/vocabulary
 * only. */
#ifndef SV_VOCABULARY_INDEX_H
#define SV_VOCABULARY_INDEX_H

#include "engines/base/arena.h"
#include "engines/vocabulary/vocabulary.h"

/* An empty list and the arena that it lives in, or NULL. */
struct sv_vocabulary *sv_vocabulary_make(struct sv_arena **arena) SV_MUST_USE;
/* Makes C, whose IRI is new, findable. SV_OK or SV_NO_MEMORY. */
enum sv_status sv_vocabulary_index_add(struct sv_vocabulary_index *x,
                                       const struct sv_code *c) SV_MUST_USE;

#endif
