// SPDX-License-Identifier: Apache-2.0
/* Colour refinement: a blank node's colour is a keyed 64-bit hash of what is said about it, made
 * finer until nothing changes. Nodes that still look alike are told apart by trying. Colours that
 * are equal by accident (2^-64 a pair) are taken for equal. */
#include "engines/rdf/isomorphic.h"

#include "engines/base/map.h"
#include "engines/rdf/store.h"

#include <stdlib.h>
#include <string.h>

#define DEPTH_MAX 5000 /* nodes told apart by trying, one inside the other */

struct side {
  const struct sv_graph *graph;
  struct sv_quad *quads;
  size_t quad_count;
  uint64_t *hash;   /* by term index; a blank node's is its colour */
  uint64_t *sum;    /* by term index */
  uint32_t *blanks; /* term indexes */
  size_t blank_count;
  uint64_t *sorted; /* colours, then quads, in order */
};

struct compare {
  struct side a, b;
  size_t work;
  bool over;
};

static uint64_t mix(uint64_t a, uint64_t b)
{
  uint64_t h = (a ^ (b + 0x9E3779B97F4A7C15u + (a << 6) + (a >> 2))) * 0xD6E8FEB86659FD93u;
  return h ^ h >> 32;
}

static int compare_numbers(const void *a, const void *b)
{
  const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return x < y ? -1 : x > y;
}

static uint64_t ground(const struct sv_graph *g, sv_term t)
{
  size_t size;
  const char *text = sv_graph_text(g, t, &size);
  uint64_t h = mix(sv_hash(text, size), sv_term_kind(t));
  const sv_term type = sv_graph_datatype(g, t);
  if (type) {
    text = sv_graph_text(g, type, &size);
    h = mix(h, sv_hash(text, size));
  }
  const char *lang = sv_graph_lang(g, t);
  if (lang)
    h = mix(mix(h, sv_hash(lang, strlen(lang))), sv_graph_direction(g, t));
  return h;
}

/* Triple terms nest in their objects: from the outside in. */
static uint64_t hash_of(const struct side *s, sv_term t)
{
  uint64_t h = 0;
  for (; sv_term_kind(t) == SV_TERM_TRIPLE; t = sv_graph_components(s->graph, t)[2]) {
    const sv_term *c = sv_graph_components(s->graph, t);
    h = mix(mix(h + 1, s->hash[sv_term_index(c[0])]), s->hash[sv_term_index(c[1])]);
  }
  return t == 0 ? 0 : h ? mix(h, s->hash[sv_term_index(t)]) : s->hash[sv_term_index(t)];
}

static uint64_t hash_quad(const struct side *s, const struct sv_quad *q)
{
  uint64_t h = mix(hash_of(s, q->triple.s), hash_of(s, q->triple.p));
  return mix(mix(h, hash_of(s, q->triple.o)), q->graph ? hash_of(s, q->graph) : 7);
}

/* Tells each blank node in T that it stands at PLACE of a quad with hash H. */
static void tell(struct side *s, sv_term t, uint64_t h, uint64_t place)
{
  for (; sv_term_kind(t) == SV_TERM_TRIPLE; t = sv_graph_components(s->graph, t)[2]) {
    const sv_term subject = sv_graph_components(s->graph, t)[0];
    if (sv_term_kind(subject) == SV_TERM_BLANK)
      s->sum[sv_term_index(subject)] += mix(h, place + 5);
    place += 16;
  }
  if (t && sv_term_kind(t) == SV_TERM_BLANK)
    s->sum[sv_term_index(t)] += mix(h, place);
}

static void round_of(struct side *s)
{
  for (size_t i = 0; i < s->blank_count; i++)
    s->sum[s->blanks[i]] = 0;
  for (size_t i = 0; i < s->quad_count; i++) {
    const struct sv_quad *q = &s->quads[i];
    const uint64_t h = hash_quad(s, q);
    tell(s, q->triple.s, h, 1);
    tell(s, q->triple.p, h, 4);
    tell(s, q->triple.o, h, 2);
    tell(s, q->graph, h, 3);
  }
  for (size_t i = 0; i < s->blank_count; i++)
    s->hash[s->blanks[i]] = mix(s->hash[s->blanks[i]], s->sum[s->blanks[i]]);
}

/* The colours in order, and how many different ones there are. */
static size_t sort_colours(struct side *s)
{
  for (size_t i = 0; i < s->blank_count; i++)
    s->sorted[i] = s->hash[s->blanks[i]];
  qsort(s->sorted, s->blank_count, sizeof *s->sorted, compare_numbers);
  size_t different = s->blank_count > 0;
  for (size_t i = 1; i < s->blank_count; i++)
    different += s->sorted[i] != s->sorted[i - 1];
  return different;
}

/* Rounds until nothing is told apart any more; false when the sides differ. */
static bool refine(struct compare *c, size_t *different)
{
  size_t last = 0;
  for (;;) {
    if (c->work < c->a.quad_count + 1) {
      c->over = true;
      return false;
    }
    c->work -= c->a.quad_count + 1;
    *different = sort_colours(&c->a);
    if (sort_colours(&c->b) != *different ||
        memcmp(c->a.sorted, c->b.sorted, c->a.blank_count * sizeof *c->a.sorted) != 0)
      return false;
    if (*different == last || *different == c->a.blank_count)
      return true;
    last = *different;
    round_of(&c->a);
    round_of(&c->b);
  }
}

static void sort_quads(struct side *s)
{
  for (size_t i = 0; i < s->quad_count; i++)
    s->sorted[i] = hash_quad(s, &s->quads[i]);
  qsort(s->sorted, s->quad_count, sizeof *s->sorted, compare_numbers);
}

static bool same_quads(struct compare *c)
{
  sort_quads(&c->a);
  sort_quads(&c->b);
  return memcmp(c->a.sorted, c->b.sorted, c->a.quad_count * sizeof *c->a.sorted) == 0;
}

/* A colour that several nodes share. */
static uint64_t shared_colour(const struct side *s)
{
  for (size_t i = 1; i < s->blank_count; i++)
    if (s->sorted[i] == s->sorted[i - 1])
      return s->sorted[i];
  return 0;
}

static uint64_t *save(const struct side *s)
{
  uint64_t *colours = malloc((s->blank_count + 1) * sizeof *colours);
  for (size_t i = 0; colours && i < s->blank_count; i++)
    colours[i] = s->hash[s->blanks[i]];
  return colours;
}

static void restore(struct side *s, const uint64_t *colours)
{
  for (size_t i = 0; i < s->blank_count; i++)
    s->hash[s->blanks[i]] = colours[i];
}

/* DEPTH bounds the recursion. */
static bool solve(struct compare *c, unsigned depth)
{
  size_t different;
  if (!refine(c, &different))
    return false;
  if (different == c->a.blank_count)
    return same_quads(c);
  uint64_t *const of_a = save(&c->a), *const of_b = save(&c->b);
  bool found = false;
  if (depth == 0 || !of_a || !of_b)
    c->over = true;
  const uint64_t colour = shared_colour(&c->a);
  size_t first = 0;
  while (of_a && of_a[first] != colour)
    first++;
  for (size_t i = 0; i < c->b.blank_count && !found && !c->over; i++) {
    if (of_b[i] != colour)
      continue;
    restore(&c->a, of_a);
    restore(&c->b, of_b);
    c->a.hash[c->a.blanks[first]] = c->b.hash[c->b.blanks[i]] = mix(colour, depth);
    found = solve(c, depth - 1);
  }
  free(of_a);
  free(of_b);
  return found;
}

static void collect(struct side *s)
{
  const struct sv_graph *g = s->graph;
  size_t n;
  const struct sv_quad *quads = sv_graph_quads(g, &n);
  for (size_t i = 0; i < g->triple_count; i++)
    s->quads[s->quad_count++] = (struct sv_quad){ g->triples[i], 0 };
  if (n)
    memcpy(s->quads + s->quad_count, quads, n * sizeof *quads);
  s->quad_count += n;
  /* Only blank nodes that occur. */
  for (size_t i = 0; i < s->quad_count; i++) {
    const struct sv_quad *q = &s->quads[i];
    tell(s, q->triple.s, 1, 0);
    tell(s, q->triple.p, 1, 0);
    tell(s, q->triple.o, 1, 0);
    tell(s, q->graph, 1, 0);
  }
  for (uint32_t i = 1; i < g->term_count; i++) {
    const sv_term t = sv_graph_term(g, i);
    if (sv_term_kind(t) == SV_TERM_BLANK) {
      if (s->sum[i])
        s->blanks[s->blank_count++] = i;
    } else if (sv_term_kind(t) != SV_TERM_TRIPLE) {
      s->hash[i] = ground(g, t);
    }
  }
}

static bool begin(struct side *s, const struct sv_graph *g)
{
  const size_t quads = g->triple_count + g->quad_count + 1;
  const size_t terms = (size_t)g->term_count + 1;
  *s = (struct side){ .graph = g,
                      .quads = malloc(quads * sizeof *s->quads),
                      .hash = calloc(terms, sizeof *s->hash),
                      .sum = calloc(terms, sizeof *s->sum),
                      .blanks = calloc(terms, sizeof *s->blanks),
                      .sorted = calloc(terms + quads, sizeof *s->sorted) };
  if (!s->quads || !s->hash || !s->sum || !s->blanks || !s->sorted)
    return false;
  collect(s);
  return true;
}

static void end(struct side *s)
{
  free(s->quads);
  free(s->hash);
  free(s->sum);
  free(s->blanks);
  free(s->sorted);
}

enum sv_status sv_graph_isomorphic(const struct sv_graph *a, const struct sv_graph *b, size_t work,
                                   bool *same, struct sv_error *err)
{
  struct compare c = { .work = work };
  *same = false;
  const bool first = begin(&c.a, a);
  const bool begun = begin(&c.b, b) && first;
  if (begun && c.a.quad_count == c.b.quad_count && c.a.blank_count == c.b.blank_count)
    *same = solve(&c, DEPTH_MAX);
  end(&c.a);
  end(&c.b);
  if (!begun)
    return sv_fail(err, SV_NO_MEMORY, N_("memory ran out"));
  if (c.over)
    return sv_fail_limit(err, "isomorphism-work",
                         N_("comparing the graphs takes more work than the limit allows"));
  return SV_OK;
}
