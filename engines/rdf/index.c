// SPDX-License-Identifier: Apache-2.0
/* Sorting and looking up. Term numbers are dense, so that sorting is counting: triples go to their
 * subject's row in place, and only the rows themselves are compared. */
#include "engines/rdf/store.h"

#include <stdlib.h>
#include <string.h>

#define IS_LAID 0x80000000u /* no row ends there: triples are at most 2^31 */

static int compare_triples(const void *a, const void *b)
{
  const struct sv_triple *x = a, *y = b;
  if (x->s != y->s)
    return x->s < y->s ? -1 : 1;
  if (x->p != y->p)
    return x->p < y->p ? -1 : 1;
  if (x->o != y->o)
    return x->o < y->o ? -1 : 1;
  return x->line < y->line ? -1 : x->line > y->line;
}

static int compare_quads(const void *a, const void *b)
{
  const struct sv_quad *x = a, *y = b;
  if (x->graph != y->graph)
    return x->graph < y->graph ? -1 : 1;
  return compare_triples(&x->triple, &y->triple);
}

static bool same(const struct sv_triple *a, const struct sv_triple *b)
{
  return a->s == b->s && a->p == b->p && a->o == b->o;
}

/* Where each subject's row begins and, while it is filled, ends: the rows lie in the order in which their
 * subjects come, so that a document that is in order already stays as it is. */
static void lay_rows(const struct sv_graph *g, uint32_t *begin, uint32_t *end)
{
  uint32_t at = 0;
  for (size_t i = 0; i < g->triple_count; i++)
    end[sv_term_index(g->triples[i].s)]++;
  for (size_t i = 0; i < g->triple_count; i++) {
    const uint32_t s = sv_term_index(g->triples[i].s);
    if (end[s] & IS_LAID)
      continue;
    begin[s] = at;
    at += end[s];
    end[s] = IS_LAID;
  }
}

/* Moves each triple to its subject's row in place. END is where each row has room. */
static void move_to_rows(struct sv_graph *g, const uint32_t *begin, uint32_t *end)
{
  for (size_t i = 0; i < g->triple_count;) {
    const uint32_t s = sv_term_index(g->triples[i].s);
    if (end[s] & IS_LAID)
      end[s] = begin[s];
    if (i < end[s]) { /* put here before */
      i++;
    } else if (i == end[s]) {
      end[s]++;
      i++;
    } else {
      const struct sv_triple t = g->triples[end[s]];
      g->triples[end[s]++] = g->triples[i];
      g->triples[i] = t;
    }
  }
}

static void sort_row(struct sv_triple *row, size_t n)
{
  if (n > 24) {
    qsort(row, n, sizeof *row, compare_triples);
    return;
  }
  for (size_t i = 1; i < n; i++) {
    const struct sv_triple t = row[i];
    size_t j = i;
    for (; j > 0 && compare_triples(&row[j - 1], &t) > 0; j--)
      row[j] = row[j - 1];
    row[j] = t;
  }
}

/* Sorts the rows and closes the gaps that duplicates leave. */
static void sort_rows(struct sv_graph *g, uint32_t *begin, uint32_t *end)
{
  size_t kept = 0;
  for (size_t from = 0; from < g->triple_count;) {
    const uint32_t s = sv_term_index(g->triples[from].s);
    const size_t to = end[s];
    sort_row(g->triples + from, to - from);
    begin[s] = (uint32_t)kept;
    for (size_t i = from; i < to; i++)
      if (kept == begin[s] || !same(&g->triples[kept - 1], &g->triples[i]))
        g->triples[kept++] = g->triples[i];
    end[s] = (uint32_t)kept;
    from = to;
  }
  g->triple_count = kept;
}

static void sort_quads(struct sv_graph *g)
{
  if (g->quad_count == 0)
    return;
  qsort(g->quads, g->quad_count, sizeof *g->quads, compare_quads);
  size_t kept = 1;
  for (size_t i = 1; i < g->quad_count; i++) {
    const struct sv_quad *last = &g->quads[kept - 1];
    if (last->graph != g->quads[i].graph || !same(&last->triple, &g->quads[i].triple))
      g->quads[kept++] = g->quads[i];
  }
  g->quad_count = kept;
}

enum sv_status sv_graph_sort(struct sv_graph *g, struct sv_error *err)
{
  if (g->status != SV_OK || g->sorted)
    return sv_graph_status(g, err);
  const size_t count = (size_t)g->term_count + 2;
  uint32_t *begin = sv_graph_numbers(g, count);
  uint32_t *end = begin ? sv_graph_numbers(g, count) : NULL;
  if (!end) {
    free(begin);
    return sv_graph_status(g, err);
  }
  lay_rows(g, begin, end);
  move_to_rows(g, begin, end);
  sort_rows(g, begin, end);
  sort_quads(g);
  g->rows = begin;
  g->row_ends = end;
  g->row_count = g->term_count - 1;
  g->sorted = true;
  return SV_OK;
}

/* The triples' numbers in OUT, taken from IN (NULL: as they lie), stably ordered by WHICH member;
 * AT[i] is where those of index i begin. */
static void count_sort(const struct sv_graph *g, size_t which, const uint32_t *in, uint32_t *out,
                       uint32_t *at)
{
  const size_t n = g->triple_count, terms = g->row_count;
  memset(at, 0, (terms + 2) * sizeof *at);
  if (n == 0)
    return;
  const sv_term *member = (const sv_term *)g->triples + which;
  const size_t step = sizeof *g->triples / sizeof *member;
  for (size_t i = 0; i < n; i++)
    at[sv_term_index(member[i * step]) + 1]++;
  for (size_t i = 1; i <= terms + 1; i++)
    at[i] += at[i - 1];
  for (size_t i = 0; i < n; i++) {
    const uint32_t t = in ? in[i] : (uint32_t)i;
    out[at[sv_term_index(member[t * step])]++] = t;
  }
  memmove(at + 1, at, (terms + 1) * sizeof *at);
  at[0] = 0;
}

/* The two arrays of an index, or false. */
static bool two(struct sv_graph *g, uint32_t **numbers, uint32_t **at)
{
  *numbers = sv_graph_numbers(g, g->triple_count);
  *at = *numbers ? sv_graph_numbers(g, (size_t)g->row_count + 2) : NULL;
  if (!*at)
    free(*numbers);
  return *at != NULL;
}

enum sv_status sv_graph_index_incoming(struct sv_graph *g, struct sv_error *err)
{
  SV_TRY(sv_graph_sort(g, err));
  uint32_t *numbers, *at;
  if (g->osp)
    return SV_OK;
  if (!two(g, &numbers, &at))
    return sv_graph_status(g, err);
  count_sort(g, 2, NULL, numbers, at);
  g->osp = numbers;
  g->osp_at = at;
  return SV_OK;
}

enum sv_status sv_graph_index_objects(struct sv_graph *g, struct sv_error *err)
{
  SV_TRY(sv_graph_sort(g, err));
  uint32_t *numbers, *at;
  if (g->pos)
    return SV_OK;
  uint32_t *by_object = sv_graph_numbers(g, g->triple_count);
  if (!by_object || !two(g, &numbers, &at)) {
    free(by_object);
    return sv_graph_status(g, err);
  }
  count_sort(g, 2, NULL, by_object, at);
  count_sort(g, 1, by_object, numbers, at);
  free(by_object);
  g->pos = numbers;
  g->pos_at = at;
  return SV_OK;
}

size_t sv_graph_size(const struct sv_graph *g)
{
  return g->triple_count;
}

const struct sv_triple *sv_graph_triples(const struct sv_graph *g)
{
  return g->triples;
}

const struct sv_quad *sv_graph_quads(const struct sv_graph *g, size_t *n)
{
  *n = g->quad_count;
  return g->quads;
}

const struct sv_triple *sv_graph_row(const struct sv_graph *g, sv_term s, size_t *n)
{
  const uint32_t i = sv_term_index(s);
  *n = 0;
  if (i == 0 || i > g->row_count)
    return NULL;
  *n = g->row_ends[i] - g->rows[i];
  return *n ? g->triples + g->rows[i] : NULL;
}

/* The first of N triples of a row that is not before (P, O). */
static size_t lower(const struct sv_triple *row, size_t n, sv_term p, sv_term o)
{
  size_t low = 0;
  if (!row)
    return 0;
  if (n <= 32) {
    while (low < n && (row[low].p < p || (row[low].p == p && row[low].o < o)))
      low++;
    return low;
  }
  while (low < n) {
    const size_t middle = low + (n - low) / 2;
    if (row[middle].p < p || (row[middle].p == p && row[middle].o < o))
      low = middle + 1;
    else
      n = middle;
  }
  return low;
}

const struct sv_triple *sv_graph_objects(const struct sv_graph *g, sv_term s, sv_term p, size_t *n)
{
  size_t count;
  const struct sv_triple *row = sv_graph_row(g, s, &count);
  const size_t from = lower(row, count, p, 0);
  const size_t to =
      count - from <= 32 ? from : from + lower(row + from, count - from, p, UINT32_MAX);
  size_t end = to;
  while (end < count && row[end].p == p)
    end++;
  *n = end - from;
  return *n ? row + from : NULL;
}

sv_term sv_graph_object(const struct sv_graph *g, sv_term s, sv_term p)
{
  size_t n;
  const struct sv_triple *t = sv_graph_objects(g, s, p, &n);
  return n ? t->o : 0;
}

const struct sv_triple *sv_graph_find(const struct sv_graph *g, sv_term s, sv_term p, sv_term o)
{
  size_t n;
  const struct sv_triple *row = sv_graph_row(g, s, &n);
  const size_t i = lower(row, n, p, o);
  return i < n && row[i].p == p && row[i].o == o ? &row[i] : NULL;
}

/* The first of the N numbers whose object is not before O. */
static size_t lower_object(const struct sv_graph *g, const uint32_t *numbers, size_t n, uint32_t o)
{
  size_t low = 0;
  while (low < n) {
    const size_t middle = low + (n - low) / 2;
    if (sv_term_index(g->triples[numbers[middle]].o) < o)
      low = middle + 1;
    else
      n = middle;
  }
  return low;
}

const uint32_t *sv_graph_subjects(const struct sv_graph *g, sv_term p, sv_term o, size_t *n)
{
  const uint32_t i = sv_term_index(p);
  *n = 0;
  if (!g->pos || i == 0 || i > g->row_count)
    return NULL;
  const uint32_t *numbers = g->pos + g->pos_at[i];
  size_t count = g->pos_at[i + 1] - g->pos_at[i];
  if (o) {
    const uint32_t index = sv_term_index(o);
    numbers += lower_object(g, numbers, count, index);
    count = (size_t)(g->pos + g->pos_at[i + 1] - numbers);
    count = lower_object(g, numbers, count, index + 1);
  }
  *n = count;
  return count ? numbers : NULL;
}

const uint32_t *sv_graph_incoming(const struct sv_graph *g, sv_term o, size_t *n)
{
  const uint32_t i = sv_term_index(o);
  *n = 0;
  if (!g->osp || i == 0 || i > g->row_count)
    return NULL;
  *n = g->osp_at[i + 1] - g->osp_at[i];
  return *n ? g->osp + g->osp_at[i] : NULL;
}

void sv_list_begin(struct sv_list_walk *w, const struct sv_graph *g, sv_term head)
{
  *w = (struct sv_list_walk){ .graph = g, .next = head, .mark = head, .power = 1 };
}

static bool list_fault(struct sv_list_walk *w, enum sv_list_fault fault)
{
  w->fault = fault;
  w->next = 0;
  return false;
}

bool sv_list_next(struct sv_list_walk *w)
{
  if (w->next == SV_RDF_NIL || w->next == 0)
    return false;
  size_t firsts, rests;
  w->cell = w->next;
  const struct sv_triple *first = sv_graph_objects(w->graph, w->cell, SV_RDF_FIRST, &firsts);
  const struct sv_triple *rest = sv_graph_objects(w->graph, w->cell, SV_RDF_REST, &rests);
  if (rests == 0 || sv_term_kind(rest->o) >= SV_TERM_LITERAL)
    return list_fault(w, SV_LIST_NO_REST);
  if (firsts != 1 || rests != 1)
    return list_fault(w, SV_LIST_MANY);
  if (w->steps > 0 && w->cell == w->mark)
    return list_fault(w, SV_LIST_CYCLE);
  if (w->steps++ == w->power) { /* Brent: the mark jumps ahead, twice as far each time */
    w->mark = w->cell;
    w->power *= 2;
  }
  w->item = first->o;
  w->line = first->line;
  w->next = rest->o;
  return true;
}
