// SPDX-License-Identifier: Apache-2.0
/* A hash table from byte strings to pointers. Keys and values are borrowed: they must outlive the map. The hash
 * is keyed with a secret of the process, since keys come from hostile input. */
#ifndef SV_BASE_MAP_H
#define SV_BASE_MAP_H

#include "engines/base/status.h"

#include <stddef.h>
#include <stdint.h>

struct sv_map {
  struct sv_map_slot *slots;
  size_t count;
  size_t room;
};

/* The keyed hash of SIZE bytes: different in each process, equal within it. */
uint64_t sv_hash(const void *data, size_t size);

/* The value under KEY, or NULL. */
void *sv_map_get(const struct sv_map *m, const char *key, size_t size);
void *sv_map_gets(const struct sv_map *m, const char *key);

/* Puts VALUE (not NULL) under KEY, in place of what was there. SV_OK or SV_NO_MEMORY. */
enum sv_status sv_map_set(struct sv_map *m, const char *key, size_t size, void *value) SV_MUST_USE;

void sv_map_free(struct sv_map *m);

#endif
