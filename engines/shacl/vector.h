// SPDX-License-Identifier: Apache-2.0
/* Growing arrays and a set of numbers, under one budget of memory. */
#ifndef SV_SHACL_VECTOR_H
#define SV_SHACL_VECTOR_H

#include "engines/base/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The first failure stays. */
struct shacl_budget {
  size_t taken, limit;
  enum sv_status status;
};

struct shacl_vector {
  void *data;
  size_t count, room, bytes;
};

/* COUNT more cleared elements of SIZE bytes at the end, or NULL. */
void *shacl_push(struct shacl_budget *b, struct shacl_vector *v, size_t count, size_t size);
void shacl_vector_free(struct shacl_budget *b, struct shacl_vector *v);

/* COUNT cleared elements to be freed by free(), counted in the budget; NULL after a failure. */
void *shacl_array(struct shacl_budget *b, size_t count, size_t size);

/* A set of numbers that is emptied at once. */
struct shacl_set {
  uint64_t *keys;
  uint32_t *stamps; /* a slot is in use when it has the set's own stamp */
  size_t count, room;
  uint32_t stamp;
  uint64_t secret;
};

/* Whether KEY was not there before; false too after a failure. */
bool shacl_set_add(struct shacl_budget *b, struct shacl_set *s, uint64_t key);
bool shacl_set_has(const struct shacl_set *s, uint64_t key);
void shacl_set_clear(struct shacl_set *s);
void shacl_set_free(struct shacl_budget *b, struct shacl_set *s);

/* Sorts N numbers and drops duplicates; how many are left. */
size_t shacl_sort(uint32_t *numbers, size_t n);
bool shacl_sorted_has(const uint32_t *numbers, size_t n, uint32_t number);

#endif
