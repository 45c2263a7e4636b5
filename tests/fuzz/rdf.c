// SPDX-License-Identifier: Apache-2.0
/* Reading, sorting, looking up, writing and reading again. */
#include "tests/fuzz/rdf.h"

#include "engines/rdf/isomorphic.h"
#include "engines/rdf/write.h"
#include "tests/fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

#define LIMITS                                                                                     \
  {                                                                                                \
    .bytes = (size_t)64 << 20, .terms = 100000, .triples = 100000, .nesting = 200,                 \
    .literal_bytes = (size_t)1 << 20, .iri_bytes = 4096                                            \
  }

/* Every triple is found by each index. */
static void look_up(struct sv_graph *g)
{
  PROMISE(sv_graph_index_objects(g, NULL) == SV_OK && sv_graph_index_incoming(g, NULL) == SV_OK);
  const struct sv_triple *all = sv_graph_triples(g);
  const size_t step = sv_graph_size(g) / 200 + 1;
  for (size_t i = 0; i < sv_graph_size(g); i += step) {
    const struct sv_triple *t = &all[i];
    size_t n;
    PROMISE(sv_graph_find(g, t->s, t->p, t->o) == t);
    const uint32_t *found = sv_graph_subjects(g, t->p, t->o, &n);
    size_t j = 0;
    while (j < n && found[j] != i)
      j++;
    PROMISE(j < n);
    found = sv_graph_incoming(g, t->o, &n);
    for (j = 0; j < n && found[j] != i;)
      j++;
    PROMISE(j < n);
    struct sv_list_walk w;
    sv_list_begin(&w, g, t->o);
    while (sv_list_next(&w))
      ;
  }
}

/* Turtle resolves what it reads, so that an IRI that keeps its dot segments cannot be said there.
 */
static bool has_dot_segment(const struct sv_graph *g)
{
  for (uint32_t i = 1; i <= sv_graph_term_count(g); i++)
    if (strstr(sv_graph_text(g, sv_graph_term(g, i), NULL), "/."))
      return true;
  return false;
}

/* What was written says the same. */
static void again(const struct sv_graph *g, enum sv_rdf_form form, enum sv_rdf_syntax syntax)
{
  const struct sv_graph_limits limits = LIMITS;
  struct sv_buf text = SV_BUF((size_t)64 << 20);
  struct sv_error err = { 0 };
  struct sv_graph *other = sv_graph_new(&limits);
  const struct sv_rdf_options opt = { .generalized = true };
  bool same = false;
  PROMISE(sv_rdf_write(g, form, &text, &err) == SV_OK);
  const enum sv_status status =
      sv_rdf_read(other, sv_buf_text(&text), text.size, syntax, &opt, &err);
  PROMISE(status == SV_OK || status == SV_LIMIT);
  if (status == SV_OK && sv_graph_sort(other, NULL) == SV_OK &&
      sv_graph_isomorphic(g, other, 2000000, &same, NULL) == SV_OK)
    PROMISE(same);
  sv_graph_free(other);
  sv_buf_free(&text);
}

void fuzz_rdf(const uint8_t *data, size_t size, enum sv_rdf_syntax syntax)
{
  const struct sv_graph_limits limits = LIMITS;
  struct sv_doc_finding fault = { 0 };
  struct sv_error err = { 0 };
  const struct sv_rdf_options opt = { .name = "x",
                                      .base = "http://a.example/b/c",
                                      .fault = &fault };
  struct sv_graph *g = sv_graph_new(&limits);
  const enum sv_status status = sv_rdf_read(g, (const char *)data, size, syntax, &opt, &err);
  PROMISE(status == SV_OK || err.text[0]);
  if (status == SV_INVALID)
    PROMISE(fault.msgid && fault.rule && err.line >= 1 && err.column >= 1);
  else
    PROMISE(status == SV_OK || (status == SV_LIMIT && err.limit));
  if (status == SV_OK && sv_graph_sort(g, NULL) == SV_OK) {
    size_t quads;
    look_up(g);
    again(g, SV_RDF_TO_NQUADS, SV_RDF_NQUADS);
    (void)sv_graph_quads(g, &quads);
    if (quads == 0 && !has_dot_segment(g))
      again(g, SV_RDF_TO_TURTLE, SV_RDF_TURTLE);
  }
  sv_graph_free(g);
}
