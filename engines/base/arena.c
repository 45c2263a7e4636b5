// SPDX-License-Identifier: Apache-2.0
/* Blocks that double in size up to 1 MiB; an allocation larger than that has a block of its own. */
#include "engines/base/arena.h"

#include <stdarg.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_FIRST = 4096, BLOCK_LAST = 1 << 20 };

struct sv_arena_block {
  struct sv_arena_block *next;
  size_t size; /* usable bytes */
  size_t used;
  alignas(max_align_t) unsigned char bytes[];
};

static struct sv_arena_block *block_new(struct sv_arena *a, size_t need)
{
  size_t size = a->block && a->block->size < BLOCK_LAST ? a->block->size * 2 : BLOCK_FIRST;
  if (a->block && a->block->size >= BLOCK_LAST)
    size = BLOCK_LAST;
  if (size < need)
    size = need;
  size_t whole;
  if (__builtin_add_overflow(size, sizeof(struct sv_arena_block), &whole))
    return NULL;
  if (a->limit && (whole > a->limit || a->taken > a->limit - whole))
    return NULL;
  struct sv_arena_block *b = malloc(whole);
  if (!b)
    return NULL;
  b->size = size;
  b->used = 0;
  a->taken += whole;
  return b;
}

/* A large block goes behind the current one, so that the room left there is not lost. */
static void *alloc_large(struct sv_arena *a, size_t size)
{
  struct sv_arena_block *b = block_new(a, size);
  if (!b)
    return NULL;
  b->used = size;
  if (a->block) {
    b->next = a->block->next;
    a->block->next = b;
  } else {
    b->next = NULL;
    a->block = b;
  }
  return b->bytes;
}

void *sv_arena_alloc(struct sv_arena *a, size_t size)
{
  size_t need;
  if (__builtin_add_overflow(size ? size : 1, alignof(max_align_t) - 1, &need))
    return NULL;
  need &= ~(alignof(max_align_t) - 1);
  if (need > BLOCK_LAST)
    return alloc_large(a, need);
  if (!a->block || a->block->size - a->block->used < need) {
    struct sv_arena_block *b = block_new(a, need);
    if (!b)
      return NULL;
    b->next = a->block;
    a->block = b;
  }
  void *p = a->block->bytes + a->block->used;
  a->block->used += need;
  return p;
}

void *sv_arena_calloc(struct sv_arena *a, size_t count, size_t size)
{
  size_t bytes;
  if (__builtin_mul_overflow(count, size, &bytes))
    return NULL;
  void *p = sv_arena_alloc(a, bytes);
  return p ? memset(p, 0, bytes) : NULL;
}

char *sv_arena_copy(struct sv_arena *a, const void *data, size_t size)
{
  if (size == SIZE_MAX)
    return NULL;
  char *p = sv_arena_alloc(a, size + 1);
  if (!p)
    return NULL;
  if (size)
    memcpy(p, data, size);
  p[size] = '\0';
  return p;
}

char *sv_arena_strdup(struct sv_arena *a, const char *text)
{
  return text ? sv_arena_copy(a, text, strlen(text)) : NULL;
}

char *sv_arena_printf(struct sv_arena *a, const char *fmt, ...)
{
  va_list args;
  va_start(args, fmt);
  va_list again;
  va_copy(again, args);
  const int size = vsnprintf(NULL, 0, fmt, args);
  va_end(args);
  char *p = size < 0 ? NULL : sv_arena_alloc(a, (size_t)size + 1);
  if (p)
    (void)vsnprintf(p, (size_t)size + 1, fmt, again);
  va_end(again);
  return p;
}

void sv_arena_free(struct sv_arena *a)
{
  struct sv_arena_block *b = a->block;
  while (b) {
    struct sv_arena_block *next = b->next;
    free(b);
    b = next;
  }
  a->block = NULL;
  a->taken = 0;
}
