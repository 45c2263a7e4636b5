// SPDX-License-Identifier: Apache-2.0
/* Growing arrays and sets of numbers. */
#include "engines/shacl/vector.h"

#include "engines/base/map.h"

#include <stdlib.h>
#include <string.h>

static bool take(struct shacl_budget *b, size_t bytes)
{
  if (b->status != SV_OK)
    return false;
  if (bytes > b->limit - b->taken) {
    b->status = SV_LIMIT;
    return false;
  }
  b->taken += bytes;
  return true;
}

void *shacl_push(struct shacl_budget *b, struct shacl_vector *v, size_t count, size_t size)
{
  if (b->status != SV_OK)
    return NULL;
  if (v->room - v->count < count) {
    size_t room = v->room ? v->room * 2 : 16;
    while (room - v->count < count)
      room *= 2;
    if (!take(b, room * size - v->bytes))
      return NULL;
    void *data = realloc(v->data, room * size);
    if (!data) {
      b->status = SV_NO_MEMORY;
      return NULL;
    }
    v->data = data;
    v->room = room;
    v->bytes = room * size;
  }
  void *at = (char *)v->data + v->count * size;
  memset(at, 0, count * size);
  v->count += count;
  return at;
}

void shacl_vector_free(struct shacl_budget *b, struct shacl_vector *v)
{
  free(v->data);
  b->taken -= v->bytes;
  *v = (struct shacl_vector){ 0 };
}

void *shacl_array(struct shacl_budget *b, size_t count, size_t size)
{
  if (!take(b, count * size))
    return NULL;
  void *p = calloc(count ? count : 1, size);
  if (!p)
    b->status = SV_NO_MEMORY;
  return p;
}

/* The numbers come from foreign data: their order in the table is the process's own. */
static size_t slot_of(const struct shacl_set *s, uint64_t key)
{
  uint64_t h = (key ^ s->secret) * 0x9E3779B97F4A7C15u;
  h ^= h >> 32;
  size_t i = (size_t)h & (s->room - 1);
  while (s->stamps[i] == s->stamp && s->keys[i] != key)
    i = (i + 1) & (s->room - 1);
  return i;
}

static bool grow(struct shacl_budget *b, struct shacl_set *s)
{
  struct shacl_set new = { .room = s->room ? s->room * 2 : 64, .stamp = 1, .secret = s->secret };
  if (s->room == 0)
    new.secret = sv_hash("set", 3);
  new.keys = shacl_array(b, new.room, sizeof *new.keys);
  new.stamps = shacl_array(b, new.room, sizeof *new.stamps);
  if (!new.keys || !new.stamps) {
    free(new.keys);
    free(new.stamps);
    return false;
  }
  for (size_t i = 0; i < s->room; i++) {
    if (s->stamps[i] != s->stamp)
      continue;
    const size_t j = slot_of(&new, s->keys[i]);
    new.keys[j] = s->keys[i];
    new.stamps[j] = new.stamp;
  }
  new.count = s->count;
  shacl_set_free(b, s);
  *s = new;
  return true;
}

bool shacl_set_add(struct shacl_budget *b, struct shacl_set *s, uint64_t key)
{
  if (s->count * 2 >= s->room && !grow(b, s))
    return false;
  const size_t i = slot_of(s, key);
  if (s->stamps[i] == s->stamp)
    return false;
  s->keys[i] = key;
  s->stamps[i] = s->stamp;
  s->count++;
  return true;
}

bool shacl_set_has(const struct shacl_set *s, uint64_t key)
{
  return s->count > 0 && s->stamps[slot_of(s, key)] == s->stamp;
}

void shacl_set_clear(struct shacl_set *s)
{
  s->count = 0;
  if (s->room && ++s->stamp == 0) {
    memset(s->stamps, 0, s->room * sizeof *s->stamps);
    s->stamp = 1;
  }
}

void shacl_set_free(struct shacl_budget *b, struct shacl_set *s)
{
  b->taken -= s->room * (sizeof *s->keys + sizeof *s->stamps);
  free(s->keys);
  free(s->stamps);
  *s = (struct shacl_set){ .secret = s->secret };
}

static int compare(const void *a, const void *b)
{
  const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

size_t shacl_sort(uint32_t *numbers, size_t n)
{
  size_t kept = n > 0;
  bool sorted = true;
  for (size_t i = 1; i < n && sorted; i++)
    sorted = numbers[i - 1] <= numbers[i];
  if (!sorted)
    qsort(numbers, n, sizeof *numbers, compare);
  for (size_t i = 1; i < n; i++)
    if (numbers[i] != numbers[kept - 1])
      numbers[kept++] = numbers[i];
  return kept;
}

bool shacl_sorted_has(const uint32_t *numbers, size_t n, uint32_t number)
{
  return n > 0 && bsearch(&number, numbers, n, sizeof *numbers, compare) != NULL;
}
