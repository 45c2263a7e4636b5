// SPDX-License-Identifier: Apache-2.0
/* Circles of a relation: nodes that nothing leads to are taken away again and again, then nodes
 * that lead nowhere; what is left lies on circles or between them. */
#include "plugins/describe/circle.h"

#include <stdlib.h>

struct edge {
  uint32_t from, to; /* dense indexes of terms */
  const struct sv_triple *triple;
};

struct relation {
  struct edge *edges;
  size_t count;
  uint32_t *degree; /* by term: edges left that come in, or go out */
  uint32_t *next;   /* by term: places in ORDER */
  size_t *order;    /* edges in order of the end that is followed */
  uint32_t *queue;
  uint8_t *gone; /* by term */
  uint32_t terms;
};

static void add_edges(struct relation *r, const struct sv_graph *g, const char *property, bool back)
{
  const sv_term p = property ? sv_graph_find_iris(g, property) : 0;
  size_t n = 0;
  const uint32_t *at = p ? sv_graph_subjects(g, p, 0, &n) : NULL;
  for (size_t i = 0; i < n; i++) {
    const struct sv_triple *t = &sv_graph_triples(g)[at[i]];
    if (sv_term_kind(t->o) == SV_TERM_LITERAL)
      continue;
    const uint32_t s = sv_term_index(t->s), o = sv_term_index(t->o);
    r->edges[r->count++] = (struct edge){ back ? o : s, back ? s : o, t };
  }
}

static uint32_t end_of(const struct edge *e, bool forward)
{
  return forward ? e->from : e->to;
}

/* Takes away the nodes that no edge left leads to (FORWARD), or from. */
static void peel(struct relation *r, bool forward)
{
  size_t head = 0, tail = 0;
  for (uint32_t t = 0; t <= r->terms + 1; t++)
    r->degree[t] = r->next[t] = 0;
  for (size_t i = 0; i < r->count; i++) {
    const struct edge *e = &r->edges[i];
    if (r->gone[e->from] || r->gone[e->to])
      continue;
    r->degree[end_of(e, !forward)]++;
    r->next[end_of(e, forward) + 1]++;
  }
  for (uint32_t t = 1; t <= r->terms + 1; t++)
    r->next[t] += r->next[t - 1];
  for (size_t i = 0; i < r->count; i++) {
    const struct edge *e = &r->edges[i];
    if (!r->gone[e->from] && !r->gone[e->to])
      r->order[r->next[end_of(e, forward)]++] = i;
  }
  for (uint32_t t = 1; t <= r->terms; t++)
    if (!r->gone[t] && r->degree[t] == 0)
      r->queue[tail++] = t;
  while (head < tail) {
    const uint32_t t = r->queue[head++];
    r->gone[t] = 1;
    for (uint32_t k = t ? r->next[t - 1] : 0; k < r->next[t]; k++) {
      const uint32_t other = end_of(&r->edges[r->order[k]], !forward);
      if (--r->degree[other] == 0)
        r->queue[tail++] = other;
    }
  }
}

static void free_relation(struct relation *r)
{
  free(r->edges);
  free(r->degree);
  free(r->next);
  free(r->order);
  free(r->queue);
  free(r->gone);
}

static size_t count_edges(const struct sv_graph *g, const char *property)
{
  return property ? sv_nodes_with(g, property).left : 0;
}

bool sv_judging_circles(struct sv_judging *j, const char *property, const char *inverse,
                        sv_judge_value *found)
{
  const size_t most = count_edges(j->g, property) + count_edges(j->g, inverse);
  struct relation r = { .terms = sv_graph_term_count(j->g) };
  if (most == 0)
    return true;
  r.edges = calloc(most, sizeof *r.edges);
  r.order = calloc(most, sizeof *r.order);
  r.degree = calloc((size_t)r.terms + 2, sizeof *r.degree);
  r.next = calloc((size_t)r.terms + 2, sizeof *r.next);
  r.queue = calloc((size_t)r.terms + 2, sizeof *r.queue);
  r.gone = calloc((size_t)r.terms + 2, sizeof *r.gone);
  const bool ready = r.edges && r.order && r.degree && r.next && r.queue && r.gone;
  if (ready) {
    add_edges(&r, j->g, property, false);
    add_edges(&r, j->g, inverse, true);
    peel(&r, true);
    peel(&r, false);
    for (size_t i = 0; i < r.count; i++)
      if (!r.gone[r.edges[i].from] && !r.gone[r.edges[i].to])
        found(j, r.edges[i].triple);
  }
  free_relation(&r);
  return ready;
}
