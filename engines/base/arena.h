// SPDX-License-Identifier: Apache-2.0
/* Memory that is made piece by piece and freed as one. It owns everything it gave out. */
#ifndef SV_BASE_ARENA_H
#define SV_BASE_ARENA_H

#include "engines/base/status.h"

#include <stddef.h>

struct sv_arena {
  struct sv_arena_block *block; /* newest first */
  size_t limit;                 /* bytes it may take from the system; 0: no limit */
  size_t taken;
};

/* An arena with a budget of LIMIT bytes. */
#define SV_ARENA(bytes) ((struct sv_arena){ .limit = (bytes) })

/* SIZE bytes, aligned for any type and not cleared, or NULL when the budget or the system has no more. */
void *sv_arena_alloc(struct sv_arena *a, size_t size) SV_MUST_USE;

/* COUNT cleared elements of SIZE bytes, or NULL. */
void *sv_arena_calloc(struct sv_arena *a, size_t count, size_t size) SV_MUST_USE;

/* A copy of SIZE bytes with a NUL after them, or NULL. */
char *sv_arena_copy(struct sv_arena *a, const void *data, size_t size) SV_MUST_USE;

/* A copy of TEXT, or NULL; NULL gives NULL. */
char *sv_arena_strdup(struct sv_arena *a, const char *text) SV_MUST_USE;

/* A formatted string, or NULL. */
char *sv_arena_printf(struct sv_arena *a, const char *fmt, ...) SV_FORMAT(2, 3) SV_MUST_USE;

/* Frees everything; the arena can be used again. */
void sv_arena_free(struct sv_arena *a);

#endif
