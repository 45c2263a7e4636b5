// SPDX-License-Identifier: Apache-2.0
/* Shapes in Turtle, a NUL, data in Turtle. What compiles also judges, within its limits; what is
 * said about results holds together; judging twice says the same. */
#include "tests/fuzz/fuzz.h"

#include "engines/rdf/read.h"
#include "engines/shacl/shacl.h"

#include <string.h>

#define PREFIXES                                                                                   \
  "@prefix : <http://x/> . @prefix sh: <http://www.w3.org/ns/shacl#> . "                           \
  "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . "                                            \
  "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . "                                  \
  "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"

static const struct sv_shacl_limits limits = { .shapes = 1000,
                                               .nesting = 50,
                                               .path = 200,
                                               .steps = 100000,
                                               .bytes = (size_t)16 << 20,
                                               .results = 500 };

static struct sv_graph *read_graph(const uint8_t *data, size_t size)
{
  struct sv_buf text = SV_BUF((size_t)1 << 20);
  const struct sv_graph_limits small = { .bytes = (size_t)32 << 20,
                                         .terms = 20000,
                                         .triples = 20000,
                                         .nesting = 200,
                                         .literal_bytes = (size_t)1 << 20,
                                         .iri_bytes = 4096 };
  const struct sv_rdf_options opt = { .name = "x", .base = "http://x/" };
  struct sv_graph *g = sv_graph_new(&small);
  (void)sv_buf_adds(&text, PREFIXES);
  (void)sv_buf_add(&text, data, size);
  if (text.failed != SV_OK ||
      sv_rdf_read(g, sv_buf_text(&text), text.size, SV_RDF_TURTLE, &opt, NULL) != SV_OK ||
      sv_graph_sort(g, NULL) != SV_OK) {
    sv_graph_free(g);
    g = NULL;
  }
  sv_buf_free(&text);
  return g;
}

/* Whether a label of a blank node is in the text: the data's own words may hold anything. */
static void check_result(const struct sv_shacl_report *r, size_t i)
{
  struct sv_buf text = SV_BUF((size_t)1 << 20);
  const struct sv_shacl_result k = sv_shacl_report_at(r, i);
  PROMISE(k.focus && k.shape && k.component && k.parameter && k.severity < SV_SHACL_SEVERITIES);
  (void)sv_shacl_say_node(sv_shacl_report_data(r), k.focus, SV_SHACL_FOR_PEOPLE, &text);
  (void)sv_shacl_say_node(sv_shacl_report_data(r), k.focus, SV_SHACL_FOR_MACHINES, &text);
  (void)sv_shacl_say_node(sv_shacl_graph(sv_shacl_report_shapes(r)), k.shape, SV_SHACL_FOR_PEOPLE,
                          &text);
  PROMISE(text.failed != SV_OK || text.size > 0);
  if (sv_term_kind(k.focus) == SV_TERM_BLANK && text.failed == SV_OK)
    PROMISE(strncmp(sv_buf_text(&text), "_:", 2) != 0);
  (void)sv_shacl_say_path(r, i, SV_SHACL_FOR_MACHINES, &text);
  sv_buf_cut(&text, 0);
  (void)sv_shacl_say_message(r, i, SV_NB, &text);
  sv_buf_free(&text);
}

static void check_report(const struct sv_shacl_report *r)
{
  uint64_t total = 0;
  struct sv_graph *g = NULL;
  for (size_t i = 0; i < SV_SHACL_SEVERITIES; i++)
    total += sv_shacl_report_count(r, (enum sv_shacl_severity)i);
  PROMISE(total == sv_shacl_report_total(r) && sv_shacl_report_kept(r) <= total);
  PROMISE(total == 0 || sv_shacl_report_focus(r) > 0);
  for (size_t i = 0; i < sv_shacl_report_kept(r) && i < 50; i++)
    check_result(r, i);
  const enum sv_status status = sv_shacl_report_graph(r, &g, NULL);
  PROMISE((status == SV_OK) == (g != NULL));
  if (g)
    PROMISE(sv_graph_size(g) >= 2 + 4 * sv_shacl_report_kept(r));
  sv_graph_free(g);
}

static void judge(const struct sv_shacl *s, struct sv_graph *data)
{
  struct sv_error err = { 0 };
  struct sv_shacl_report *first = NULL, *second = NULL;
  const enum sv_status status = sv_shacl_validate(s, data, &limits, &first, &err);
  PROMISE((status == SV_OK) == (first != NULL));
  PROMISE(status == SV_OK || err.text[0]);
  if (first) {
    check_report(first);
    PROMISE(sv_shacl_validate(s, data, &limits, &second, NULL) == SV_OK);
    PROMISE(sv_shacl_report_total(first) == sv_shacl_report_total(second));
  }
  sv_shacl_report_free(first);
  sv_shacl_report_free(second);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  const uint8_t *nul = size ? memchr(data, 0, size) : NULL;
  const size_t n = nul ? (size_t)(nul - data) : size;
  struct sv_error err = { 0 };
  struct sv_shacl *s = NULL;
  struct sv_graph *shapes = read_graph(data, n);
  struct sv_graph *other = nul ? read_graph(nul + 1, size - n - 1) : NULL;
  if (shapes) {
    const enum sv_status status = sv_shacl_compile(shapes, &limits, &s, &err);
    PROMISE((status == SV_OK) == (s != NULL));
    PROMISE(status == SV_OK || err.text[0]);
    if (s && other)
      judge(s, other);
    if (s)
      judge(s, shapes);
  }
  sv_shacl_free(s);
  sv_graph_free(shapes);
  sv_graph_free(other);
  return 0;
}
