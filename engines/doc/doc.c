// SPDX-License-Identifier: Apache-2.0
/* Asking a document: types, children, strings and numbers. */
#include "engines/base/map.h"
#include "engines/doc/decimal.h"
#include "engines/doc/tape.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void sv_doc_free(struct sv_doc *d)
{
  if (!d)
    return;
  free(d->tape);
  free(d->owned);
  free(d->name);
  free((void *)(uintptr_t)d->pool);
  free(d->ext);
  free(d->index);
  free(d->findings);
  free((void *)atomic_load(&d->lines));
  free(d);
}

const char *sv_doc_name(const struct sv_doc *d)
{
  return d->name;
}

enum sv_doc_syntax sv_doc_syntax(const struct sv_doc *d)
{
  return d->syntax;
}

const char *sv_doc_source(const struct sv_doc *d, size_t *size)
{
  *size = d->size;
  return d->source;
}

const struct sv_doc_finding *sv_doc_findings(const struct sv_doc *d, size_t *count, size_t *total)
{
  *count = d->finding_count;
  if (total)
    *total = d->finding_total;
  return d->findings;
}

enum sv_doc_type sv_doc_type(const struct sv_doc *d, sv_value v)
{
  return sv_tape_type(sv_tape_node(d, v));
}

size_t sv_doc_count(const struct sv_doc *d, sv_value v)
{
  const struct sv_tape_node *n = sv_tape_node(d, v);
  return sv_tape_is_container(n) ? sv_tape_count(d, n) : 0;
}

sv_value sv_doc_first(const struct sv_doc *d, sv_value v)
{
  const sv_value target = sv_tape_target(d, v);
  const struct sv_tape_node *n = &d->tape[target];
  if (!sv_tape_is_container(n) || n->lo == target + 1)
    return SV_DOC_NONE;
  return sv_tape_type(n) == SV_DOC_OBJECT ? target + 2 : target + 1;
}

sv_value sv_doc_next(const struct sv_doc *d, sv_value v, sv_value child)
{
  const struct sv_tape_node *n = sv_tape_node(d, v);
  const sv_value past = sv_tape_past(d, child);
  if (!sv_tape_is_container(n) || past >= n->lo)
    return SV_DOC_NONE;
  return sv_tape_type(n) == SV_DOC_OBJECT ? past + 1 : past;
}

sv_value sv_doc_key(const struct sv_doc *d, sv_value child)
{
  (void)d;
  return child - 1;
}

uint32_t sv_tape_hash(const char *key, size_t size)
{
  return (uint32_t)sv_hash(key, size);
}

static bool is_key(const struct sv_doc *d, const struct sv_tape_node *n, const char *key,
                   size_t size)
{
  return n->head >> 8 == size && memcmp(sv_tape_text(d, n), key, size) == 0;
}

static sv_value scan(const struct sv_doc *d, const struct sv_tape_node *n, const char *key,
                     size_t size, uint32_t hash)
{
  sv_value found = SV_DOC_NONE;
  for (sv_value k = (sv_value)(n - d->tape) + 1; k < n->lo; k = sv_tape_past(d, k + 1))
    if (d->tape[k].hi == hash && is_key(d, &d->tape[k], key, size)) {
      found = k + 1;
      if (!(n->head & SV_TAPE_DUPLICATES))
        break;
    }
  return found;
}

static sv_value look_up(const struct sv_doc *d, const struct sv_tape_ext *ext, const char *key,
                        size_t size, uint32_t hash)
{
  const struct sv_tape_slot *slots = d->index + ext->index;
  uint32_t low = 0, high = ext->count;
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    if (slots[middle].hash <= hash)
      low = middle + 1;
    else
      high = middle;
  }
  while (low > 0 && slots[low - 1].hash == hash) {
    low--;
    if (is_key(d, &d->tape[slots[low].key], key, size))
      return slots[low].key + 1;
  }
  return SV_DOC_NONE;
}

sv_value sv_tape_find(const struct sv_doc *d, const struct sv_tape_node *n, const char *key,
                      size_t size, uint32_t hash)
{
  if (n->head & SV_TAPE_EXT && d->ext[n->hi].index != SV_DOC_NONE)
    return look_up(d, &d->ext[n->hi], key, size, hash);
  return scan(d, n, key, size, hash);
}

sv_value sv_doc_get(const struct sv_doc *d, sv_value object, const char *key, size_t key_size)
{
  const struct sv_tape_node *n = sv_tape_node(d, object);
  if (sv_tape_type(n) != SV_DOC_OBJECT || key_size > SV_TAPE_SIZE_MAX)
    return SV_DOC_NONE;
  return sv_tape_find(d, n, key, key_size, sv_tape_hash(key, key_size));
}

sv_value sv_doc_gets(const struct sv_doc *d, sv_value object, const char *key)
{
  return sv_doc_get(d, object, key, strlen(key));
}

sv_value sv_doc_at(const struct sv_doc *d, sv_value array, size_t i)
{
  if (sv_doc_type(d, array) != SV_DOC_ARRAY || i >= sv_doc_count(d, array))
    return SV_DOC_NONE;
  sv_value v = sv_doc_first(d, array);
  while (i-- > 0)
    v = sv_tape_past(d, v);
  return v;
}

const char *sv_doc_string(const struct sv_doc *d, sv_value v, size_t *size)
{
  const struct sv_tape_node *n = sv_tape_node(d, v);
  if (sv_tape_type(n) != SV_DOC_STRING)
    return NULL;
  *size = sv_tape_size(n);
  return sv_tape_text(d, n);
}

bool sv_doc_is_text(const struct sv_doc *d, sv_value v, const char *text)
{
  size_t size;
  const char *s = sv_doc_string(d, v, &size);
  return s && size == strlen(text) && memcmp(s, text, size) == 0;
}

size_t sv_doc_length(const struct sv_doc *d, sv_value v)
{
  const struct sv_tape_node *n = sv_tape_node(d, v);
  if (sv_tape_type(n) != SV_DOC_STRING)
    return 0;
  const size_t size = sv_tape_size(n);
  if (n->head & SV_TAPE_ASCII)
    return size;
  const char *s = sv_tape_text(d, n);
  size_t length = 0;
  for (size_t i = 0; i < size; i++)
    length += ((unsigned char)s[i] & 0xC0) != 0x80;
  return length;
}

static const char *number_text(const struct sv_doc *d, const struct sv_tape_node *n)
{
  return n->head & SV_TAPE_POOL ? d->pool + n->lo : d->source + n->offset;
}

const char *sv_doc_number(const struct sv_doc *d, sv_value v, size_t *size)
{
  const struct sv_tape_node *n = sv_tape_node(d, v);
  if (sv_tape_type(n) != SV_DOC_NUMBER)
    return NULL;
  *size = n->head >> 8;
  return number_text(d, n);
}

bool sv_doc_is_integer(const struct sv_doc *d, sv_value v)
{
  const struct sv_tape_node *n = sv_tape_node(d, v);
  return sv_tape_type(n) == SV_DOC_NUMBER && n->head & SV_TAPE_INTEGER;
}

bool sv_doc_int64(const struct sv_doc *d, sv_value v, int64_t *out)
{
  const struct sv_tape_node *n = sv_tape_node(d, v);
  if (sv_tape_type(n) != SV_DOC_NUMBER || !(n->head & SV_TAPE_INTEGER))
    return false;
  if (n->head & SV_TAPE_INT64) {
    *out = n->integer;
    return true;
  }
  return sv_decimal_int64(number_text(d, n), n->head >> 8, out);
}

double sv_doc_double(const struct sv_doc *d, sv_value v)
{
  const struct sv_tape_node *n = sv_tape_node(d, v);
  if (sv_tape_type(n) != SV_DOC_NUMBER)
    return 0;
  if (n->head & SV_TAPE_POOL)
    return sv_decimal_double(number_text(d, n), n->head >> 8);
  return n->head & SV_TAPE_INT64 ? (double)n->integer : n->number;
}

int sv_doc_compare(const struct sv_doc *da, sv_value a, const struct sv_doc *db, sv_value b)
{
  const struct sv_tape_node *x = sv_tape_node(da, a), *y = sv_tape_node(db, b);
  if (x->head & y->head & SV_TAPE_INT64)
    return (x->integer > y->integer) - (x->integer < y->integer);
  const struct sv_decimal p = sv_decimal_read(number_text(da, x), x->head >> 8);
  const struct sv_decimal q = sv_decimal_read(number_text(db, y), y->head >> 8);
  return sv_decimal_compare(&p, &q);
}
