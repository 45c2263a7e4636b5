// SPDX-License-Identifier: Apache-2.0
/* From byte offsets to lines and columns, by a table of checkpoints made at the first question. */
#include "engines/doc/tape.h"

#include <stdlib.h>

#define BLOCK 512u

/* How things stand at the first byte of a block. */
struct checkpoint {
  uint32_t line;   /* breaks before it */
  uint32_t column; /* code points of its line before it */
};

struct sv_doc_lines {
  size_t count;
  struct checkpoint blocks[];
};

/* LF, CR LF and CR end a line; CR LF at its LF. */
static bool is_break(const struct sv_doc *d, size_t i)
{
  const char c = d->source[i];
  return c == '\n' || (c == '\r' && (i + 1 == d->size || d->source[i + 1] != '\n'));
}

static void walk(const struct sv_doc *d, size_t from, size_t to, struct checkpoint *at)
{
  for (size_t i = from; i < to; i++) {
    if (is_break(d, i)) {
      at->line++;
      at->column = 0;
    } else if (((unsigned char)d->source[i] & 0xC0) != 0x80 && i >= d->begin) {
      at->column++;
    }
  }
}

static const struct sv_doc_lines *lines(const struct sv_doc *d)
{
  struct sv_doc *const cache = (struct sv_doc *)(uintptr_t)d; /* only this member ever changes */
  struct sv_doc_lines *table = atomic_load(&cache->lines);
  if (table)
    return table;
  const size_t count = d->size / BLOCK + 1;
  table = malloc(sizeof *table + count * sizeof table->blocks[0]);
  if (!table)
    return NULL;
  table->count = count;
  struct checkpoint at = { 0 };
  for (size_t i = 0; i < count; i++) {
    table->blocks[i] = at;
    const size_t end = (i + 1) * BLOCK;
    walk(d, i * BLOCK, end < d->size ? end : d->size, &at);
  }
  struct sv_doc_lines *other = NULL;
  if (atomic_compare_exchange_strong(&cache->lines, &other, table))
    return table;
  free(table);
  return other;
}

void sv_doc_locate(const struct sv_doc *d, size_t offset, size_t *line, size_t *column)
{
  if (offset > d->size)
    offset = d->size;
  const struct sv_doc_lines *table = lines(d);
  const size_t block = table ? offset / BLOCK : 0;
  struct checkpoint at = { 0 };
  if (table)
    at = table->blocks[block];
  walk(d, block * BLOCK, offset, &at);
  *line = (size_t)at.line + 1;
  *column = (size_t)at.column + 1;
}

size_t sv_doc_offset(const struct sv_doc *d, sv_value v)
{
  return d->tape[v].offset;
}

void sv_doc_position(const struct sv_doc *d, sv_value v, size_t *line, size_t *column)
{
  sv_doc_locate(d, sv_doc_offset(d, v), line, column);
}
