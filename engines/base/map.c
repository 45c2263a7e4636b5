// SPDX-License-Identifier: Apache-2.0
/* Open addressing with linear probing, at most two thirds full. */
#include "engines/base/map.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <xxhash.h>

struct sv_map_slot {
  const char *key; /* NULL: free */
  size_t size;
  uint64_t hash;
  void *value;
};

static uint64_t secret(void)
{
  static uint64_t seed;
  if (seed == 0) {
    if (getrandom(&seed, sizeof seed, GRND_NONBLOCK) != (ssize_t)sizeof seed) {
      struct timespec now;
      (void)clock_gettime(CLOCK_MONOTONIC, &now);
      seed = (uint64_t)now.tv_nsec * 0x9E3779B97F4A7C15ull ^ (uint64_t)(uintptr_t)&seed;
    }
    seed |= 1;
  }
  return seed;
}

uint64_t sv_hash(const void *data, size_t size)
{
  return XXH3_64bits_withSeed(data, size, secret());
}

static struct sv_map_slot *find(struct sv_map_slot *slots, size_t room, const char *key, size_t size,
                                uint64_t hash)
{
  size_t i = hash & (room - 1);
  while (slots[i].key) {
    if (slots[i].hash == hash && slots[i].size == size && memcmp(slots[i].key, key, size) == 0)
      break;
    i = (i + 1) & (room - 1);
  }
  return &slots[i];
}

void *sv_map_get(const struct sv_map *m, const char *key, size_t size)
{
  return m->count ? find(m->slots, m->room, key, size, sv_hash(key, size))->value : NULL;
}

void *sv_map_gets(const struct sv_map *m, const char *key)
{
  return sv_map_get(m, key, strlen(key));
}

static enum sv_status grow(struct sv_map *m)
{
  const size_t room = m->room ? m->room * 2 : 16;
  struct sv_map_slot *slots = calloc(room, sizeof *slots);
  if (!slots)
    return SV_NO_MEMORY;
  for (size_t i = 0; i < m->room; i++)
    if (m->slots[i].key)
      *find(slots, room, m->slots[i].key, m->slots[i].size, m->slots[i].hash) = m->slots[i];
  free(m->slots);
  m->slots = slots;
  m->room = room;
  return SV_OK;
}

enum sv_status sv_map_set(struct sv_map *m, const char *key, size_t size, void *value)
{
  if ((m->count + 1) * 3 > m->room * 2)
    SV_TRY(grow(m));
  const uint64_t hash = sv_hash(key, size);
  struct sv_map_slot *slot = find(m->slots, m->room, key, size, hash);
  if (!slot->key)
    m->count++;
  *slot = (struct sv_map_slot){ key, size, hash, value };
  return SV_OK;
}

void sv_map_free(struct sv_map *m)
{
  free(m->slots);
  *m = (struct sv_map){ 0 };
}
