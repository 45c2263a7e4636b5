// SPDX-License-Identifier: Apache-2.0
/* Equality and hashes of values. Recursion is bounded by the depth limit documents are read with.
 */
#include "engines/base/map.h"
#include "engines/doc/decimal.h"
#include "engines/doc/tape.h"

#include <string.h>

static uint64_t mix(uint64_t h)
{
  h ^= h >> 33;
  h *= 0xFF51AFD7ED558CCDull;
  h ^= h >> 33;
  h *= 0xC4CEB9FE1A85EC53ull;
  return h ^ h >> 33;
}

static bool equal(const struct sv_doc *da, sv_value a, const struct sv_doc *db, sv_value b,
                  int depth);

static bool equal_strings(const struct sv_doc *da, const struct sv_tape_node *x,
                          const struct sv_doc *db, const struct sv_tape_node *y)
{
  const size_t size = sv_tape_size(x);
  return size == sv_tape_size(y) && memcmp(sv_tape_text(da, x), sv_tape_text(db, y), size) == 0;
}

static bool equal_arrays(const struct sv_doc *da, sv_value a, const struct sv_doc *db, sv_value b,
                         int depth)
{
  sv_value x = sv_doc_first(da, a), y = sv_doc_first(db, b);
  while (x != SV_DOC_NONE) {
    if (!equal(da, x, db, y, depth))
      return false;
    x = sv_doc_next(da, a, x);
    y = sv_doc_next(db, b, y);
  }
  return true;
}

static bool equal_objects(const struct sv_doc *da, sv_value a, const struct sv_doc *db, sv_value b,
                          int depth)
{
  const struct sv_tape_node *object = sv_tape_node(db, b);
  for (sv_value x = sv_doc_first(da, a); x != SV_DOC_NONE; x = sv_doc_next(da, a, x)) {
    const struct sv_tape_node *key = &da->tape[sv_doc_key(da, x)];
    const sv_value y = sv_tape_find(db, object, sv_tape_text(da, key), key->head >> 8, key->hi);
    if (y == SV_DOC_NONE || !equal(da, x, db, y, depth))
      return false;
  }
  return true;
}

static bool equal(const struct sv_doc *da, sv_value a, const struct sv_doc *db, sv_value b,
                  int depth)
{
  const struct sv_tape_node *x = sv_tape_node(da, a), *y = sv_tape_node(db, b);
  if (x == y)
    return true;
  if (sv_tape_type(x) != sv_tape_type(y) || depth == 0)
    return false;
  switch (sv_tape_type(x)) {
  case SV_DOC_NUMBER:
    return sv_doc_compare(da, a, db, b) == 0;
  case SV_DOC_STRING:
    return equal_strings(da, x, db, y);
  case SV_DOC_ARRAY:
    return sv_tape_count(da, x) == sv_tape_count(db, y) && equal_arrays(da, a, db, b, depth - 1);
  case SV_DOC_OBJECT:
    return sv_tape_count(da, x) == sv_tape_count(db, y) && equal_objects(da, a, db, b, depth - 1);
  default:
    return true;
  }
}

bool sv_doc_equal(const struct sv_doc *da, sv_value a, const struct sv_doc *db, sv_value b)
{
  return equal(da, a, db, b, SV_DOC_DEPTH_MAX + 1);
}

static uint64_t hash_number(const struct sv_doc *d, sv_value v)
{
  int64_t whole;
  if (sv_doc_int64(d, v, &whole))
    return mix((uint64_t)whole ^ 0xA24BAED4963EE407ull);
  size_t size;
  const char *text = sv_doc_number(d, v, &size);
  const struct sv_decimal n = sv_decimal_read(text, size);
  return mix(sv_decimal_hash(&n));
}

static uint64_t hash(const struct sv_doc *d, sv_value v, int depth)
{
  const struct sv_tape_node *n = sv_tape_node(d, v);
  const enum sv_doc_type type = sv_tape_type(n);
  if (type == SV_DOC_STRING)
    return sv_hash(sv_tape_text(d, n), sv_tape_size(n));
  if (type == SV_DOC_NUMBER)
    return hash_number(d, v);
  uint64_t h = mix(0x9E3779B97F4A7C15ull + type);
  if (depth == 0 || !sv_tape_is_container(n))
    return h;
  for (sv_value x = sv_doc_first(d, v); x != SV_DOC_NONE; x = sv_doc_next(d, v, x)) {
    const uint64_t child = hash(d, x, depth - 1);
    h = type == SV_DOC_ARRAY ? mix(h ^ child) + h
                             : h + mix(child + mix(d->tape[sv_doc_key(d, x)].hi));
  }
  return h;
}

uint64_t sv_doc_hash(const struct sv_doc *d, sv_value v)
{
  return hash(d, v, SV_DOC_DEPTH_MAX + 1);
}
