// SPDX-License-Identifier: Apache-2.0
/* Turtle for people. A blank node that only one triple points to stands where it is pointed to;
 * everything else is a subject of its own, named ones first. */
#include "engines/rdf/write.h"

#include "engines/base/ascii.h"
#include "engines/rdf/store.h"

#include <stdlib.h>
#include <string.h>

#define DEPTH_MAX 60 /* nodes inside one another; deeper ones get a label */

struct writer {
  const struct sv_graph *g;
  struct sv_buf *out;
  uint8_t *seen; /* by term index: 0, 1: pointed to once, 2: more often, 4: written */
  size_t work;   /* cells that may still be looked at for lists */
};

static void nodes(struct writer *w, sv_term s, unsigned depth);

static int compare_text(const struct sv_graph *g, sv_term a, sv_term b)
{
  size_t n, m;
  if (sv_term_kind(a) != sv_term_kind(b))
    return sv_term_kind(a) < sv_term_kind(b) ? -1 : 1;
  if (sv_term_kind(a) == SV_TERM_BLANK || sv_term_kind(a) == SV_TERM_TRIPLE)
    return a < b ? -1 : a > b;
  const char *x = sv_graph_text(g, a, &n), *y = sv_graph_text(g, b, &m);
  const int order = memcmp(x, y, n < m ? n : m);
  if (order != 0)
    return order;
  return n != m ? (n < m ? -1 : 1) : a < b ? -1 : a > b;
}

static int compare_subjects(const void *a, const void *b, void *graph)
{
  return compare_text(graph, *(const sv_term *)a, *(const sv_term *)b);
}

/* rdf:type first, then by predicate and object. */
static int compare_rows(const void *a, const void *b, void *graph)
{
  const struct sv_triple *x = a, *y = b;
  if (x->p != y->p && (x->p == SV_RDF_TYPE || y->p == SV_RDF_TYPE))
    return x->p == SV_RDF_TYPE ? -1 : 1;
  if (x->p != y->p)
    return compare_text(graph, x->p, y->p);
  return compare_text(graph, x->o, y->o);
}

static bool is_simple(const char *text, size_t size)
{
  for (size_t i = 0; i < size; i++)
    if (!sv_is_alnum((unsigned char)text[i]) && text[i] != '_' && (text[i] != '-' || i == 0))
      return false;
  return true;
}

static bool is_prefix(const struct sv_graph_prefix *p)
{
  return p->size == 0 ||
         (sv_is_alpha((unsigned char)p->prefix[0]) && is_simple(p->prefix, p->size));
}

static void iri(struct writer *w, sv_term t)
{
  size_t size, n;
  const char *text = sv_graph_text(w->g, t, &size);
  const struct sv_graph_prefix *best = NULL;
  size_t skip = 0;
  for (uint32_t i = 0; i < w->g->prefix_count; i++) {
    const struct sv_graph_prefix *p = &w->g->prefixes[i];
    const char *namespace = sv_graph_text(w->g, p->namespace, &n);
    if (n >= skip && n > 0 && n <= size && memcmp(text, namespace, n) == 0 && is_prefix(p) &&
        is_simple(text + n, size - n)) {
      best = p;
      skip = n;
    }
  }
  if (!best) {
    (void)sv_graph_ntriples(w->g, t, w->out);
    return;
  }
  (void)sv_buf_add(w->out, best->prefix, best->size);
  (void)sv_buf_addc(w->out, ':');
  (void)sv_buf_add(w->out, text + skip, size - skip);
}

static bool is_integer(const char *text, size_t size)
{
  const size_t sign = size && (text[0] == '+' || text[0] == '-');
  for (size_t i = sign; i < size; i++)
    if (!sv_is_digit((unsigned char)text[i]))
      return false;
  return size > sign;
}

static void literal(struct writer *w, sv_term t)
{
  size_t size;
  const char *text = sv_graph_text(w->g, t, &size);
  const sv_term type = sv_graph_datatype(w->g, t);
  const bool truth =
      (size == 4 && memcmp(text, "true", 4) == 0) || (size == 5 && memcmp(text, "false", 5) == 0);
  if ((type == SV_XSD_INTEGER && is_integer(text, size)) || (type == SV_XSD_BOOLEAN && truth)) {
    (void)sv_buf_add(w->out, text, size);
    return;
  }
  if (type == SV_XSD_STRING || sv_graph_lang(w->g, t)) {
    (void)sv_graph_ntriples(w->g, t, w->out);
    return;
  }
  const size_t from = w->out->size;
  (void)sv_graph_ntriples(w->g, t, w->out);
  size_t n;
  (void)sv_graph_text(w->g, type, &n);
  if (w->out->failed == SV_OK && w->out->size > from + n + 2) {
    sv_buf_cut(w->out, w->out->size - n - 2); /* the datatype in its short form */
    iri(w, type);
  }
}

static void indent(struct writer *w, unsigned depth)
{
  (void)sv_buf_addc(w->out, '\n');
  for (unsigned i = 0; i < depth * 2; i++)
    (void)sv_buf_addc(w->out, ' ');
}

/* Whether HEAD begins a list whose cells nothing else points to and that says nothing more. */
static bool is_list(struct writer *w, sv_term head)
{
  struct sv_list_walk walk;
  size_t n;
  sv_list_begin(&walk, w->g, head);
  while (sv_list_next(&walk)) {
    const uint8_t seen = w->seen[sv_term_index(walk.cell)];
    (void)sv_graph_row(w->g, walk.cell, &n);
    if (sv_term_kind(walk.cell) != SV_TERM_BLANK || n != 2 || seen != 1 || w->work == 0)
      return false;
    w->work--;
  }
  return walk.fault == SV_LIST_OK;
}

/* DEPTH bounds the recursion. */
static void object(struct writer *w, sv_term t, unsigned depth);

static void list(struct writer *w, sv_term head, unsigned depth)
{
  struct sv_list_walk walk;
  sv_list_begin(&walk, w->g, head);
  (void)sv_buf_adds(w->out, "(");
  while (sv_list_next(&walk)) {
    w->seen[sv_term_index(walk.cell)] |= 4;
    (void)sv_buf_addc(w->out, ' ');
    object(w, walk.item, depth + 1);
  }
  (void)sv_buf_adds(w->out, " )");
}

static void blank(struct writer *w, sv_term t, unsigned depth)
{
  size_t n;
  if (w->seen[sv_term_index(t)] != 1 || depth > DEPTH_MAX) {
    (void)sv_graph_ntriples(w->g, t, w->out);
    return;
  }
  if (is_list(w, t)) {
    list(w, t, depth);
    return;
  }
  w->seen[sv_term_index(t)] |= 4;
  (void)sv_graph_row(w->g, t, &n);
  (void)sv_buf_adds(w->out, n ? "[" : "[]");
  if (n) {
    nodes(w, t, depth + 1);
    indent(w, depth);
    (void)sv_buf_addc(w->out, ']');
  }
}

static void object(struct writer *w, sv_term t, unsigned depth)
{
  switch (sv_term_kind(t)) {
  case SV_TERM_IRI:
    if (t == SV_RDF_NIL)
      (void)sv_buf_adds(w->out, "()");
    else
      iri(w, t);
    break;
  case SV_TERM_BLANK:
    blank(w, t, depth);
    break;
  case SV_TERM_LITERAL:
    literal(w, t);
    break;
  default:
    (void)sv_graph_ntriples(w->g, t, w->out);
  }
}

/* The predicates and objects of S. */
static void nodes(struct writer *w, sv_term s, unsigned depth)
{
  size_t n;
  const struct sv_triple *row = sv_graph_row(w->g, s, &n);
  struct sv_triple *sorted = malloc((n + 1) * sizeof *sorted);
  if (!sorted) {
    w->out->failed = SV_NO_MEMORY;
    return;
  }
  if (n)
    memcpy(sorted, row, n * sizeof *sorted);
  qsort_r(sorted, n, sizeof *sorted, compare_rows, (void *)(uintptr_t)w->g);
  for (size_t i = 0; i < n; i++) {
    if (i > 0 && sorted[i].p == sorted[i - 1].p) {
      (void)sv_buf_adds(w->out, ", ");
    } else {
      if (i > 0)
        (void)sv_buf_adds(w->out, " ;");
      if (i > 0 || depth > 1)
        indent(w, depth);
      else
        (void)sv_buf_addc(w->out, ' ');
      if (sorted[i].p == SV_RDF_TYPE)
        (void)sv_buf_addc(w->out, 'a');
      else
        iri(w, sorted[i].p);
      (void)sv_buf_addc(w->out, ' ');
    }
    object(w, sorted[i].o, depth);
  }
  free(sorted);
}

/* How often each blank node is pointed to; one inside a triple term needs its label. */
static void count(struct writer *w)
{
  for (size_t i = 0; i < w->g->triple_count; i++) {
    const struct sv_triple *t = &w->g->triples[i];
    uint8_t *seen = &w->seen[sv_term_index(t->o)];
    *seen = (uint8_t)(*seen < 2 ? *seen + 1 : 2);
    for (sv_term o = t->o; sv_term_kind(o) == SV_TERM_TRIPLE;) {
      const sv_term *c = sv_graph_components(w->g, o);
      w->seen[sv_term_index(c[0])] = w->seen[sv_term_index(c[2])] = 2;
      o = c[2];
    }
  }
}

static void subject(struct writer *w, sv_term s)
{
  const uint8_t seen = w->seen[sv_term_index(s)];
  w->seen[sv_term_index(s)] |= 4;
  (void)sv_buf_addc(w->out, '\n');
  if (sv_term_kind(s) == SV_TERM_IRI)
    iri(w, s);
  else if (seen == 0)
    (void)sv_buf_adds(w->out, "[]");
  else
    (void)sv_graph_ntriples(w->g, s, w->out);
  nodes(w, s, 1);
  (void)sv_buf_adds(w->out, " .\n");
}

/* Subjects in order: those that must stand alone, then what no other led to. */
static void subjects(struct writer *w)
{
  const struct sv_graph *g = w->g;
  sv_term *all = malloc((g->triple_count + 1) * sizeof *all);
  size_t n = 0;
  if (!all) {
    w->out->failed = SV_NO_MEMORY;
    return;
  }
  for (size_t i = 0; i < g->triple_count; i++)
    if (n == 0 || all[n - 1] != g->triples[i].s)
      all[n++] = g->triples[i].s;
  qsort_r(all, n, sizeof *all, compare_subjects, (void *)(uintptr_t)g);
  for (size_t i = 0; i < n; i++)
    if (sv_term_kind(all[i]) != SV_TERM_BLANK || (w->seen[sv_term_index(all[i])] & 3) != 1)
      subject(w, all[i]);
  for (size_t i = 0; i < n; i++)
    if (!(w->seen[sv_term_index(all[i])] & 4))
      subject(w, all[i]);
  free(all);
}

static int compare_prefixes(const void *a, const void *b)
{
  const struct sv_graph_prefix *const *x = a, *const *y = b;
  return strcmp((*x)->prefix, (*y)->prefix);
}

static void prefixes(struct writer *w)
{
  const struct sv_graph_prefix *sorted[1000];
  size_t n = 0;
  for (uint32_t i = 0; i < w->g->prefix_count && n < 1000; i++)
    if (is_prefix(&w->g->prefixes[i]))
      sorted[n++] = &w->g->prefixes[i];
  qsort(sorted, n, sizeof sorted[0], compare_prefixes);
  for (size_t i = 0; i < n; i++) {
    (void)sv_buf_addf(w->out, "@prefix %s: ", sorted[i]->prefix);
    (void)sv_graph_ntriples(w->g, sorted[i]->namespace, w->out);
    (void)sv_buf_adds(w->out, " .\n");
  }
}

enum sv_status sv_rdf_write_turtle(const struct sv_graph *g, struct sv_buf *out)
{
  struct writer w = { .g = g, .out = out, .seen = calloc((size_t)g->term_count + 1, 1) };
  w.work = 4 * g->triple_count + 1000;
  if (!w.seen)
    return SV_NO_MEMORY;
  count(&w);
  prefixes(&w);
  subjects(&w);
  free(w.seen);
  return out->failed;
}
