// SPDX-License-Identifier: Apache-2.0
/* The W3C RDF suites, when they are there ($SAMSVAR_SHARED or ../shared beside the source): every
 * test of every manifest, with the numbers that must pass pinned. */
#include "tests/unit/unit.h"

#include "engines/base/ascii.h"
#include "engines/base/file.h"
#include "engines/rdf/isomorphic.h"
#include "engines/rdf/read.h"
#include "engines/rdf/write.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SUITE "https://w3c.github.io/rdf-tests/rdf/"
#define MF "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
#define RDFT "http://www.w3.org/ns/rdftest#"

static const struct suite {
  const char *folder;
  enum sv_rdf_syntax syntax;
  size_t passed;
} suites[] = {
  { "rdf11/rdf-turtle/", SV_RDF_TURTLE, 313 },
  { "rdf11/rdf-n-triples/", SV_RDF_NTRIPLES, 70 },
  { "rdf11/rdf-n-quads/", SV_RDF_NQUADS, 87 },
  { "rdf11/rdf-trig/", SV_RDF_TRIG, 356 },
  { "rdf11/rdf-xml/", SV_RDF_XML, 166 },
  { "rdf12/rdf-turtle/syntax/", SV_RDF_TURTLE, 74 },
  { "rdf12/rdf-turtle/eval/", SV_RDF_TURTLE, 29 },
  { "rdf12/rdf-n-triples/syntax/", SV_RDF_NTRIPLES, 29 },
  { "rdf12/rdf-n-triples/c14n/", SV_RDF_NTRIPLES, 41 },
  { "rdf12/rdf-n-quads/syntax/", SV_RDF_NQUADS, 27 },
  { "rdf12/rdf-n-quads/c14n/", SV_RDF_NQUADS, 41 },
  { "rdf12/rdf-trig/syntax/", SV_RDF_TRIG, 35 },
  { "rdf12/rdf-trig/eval/", SV_RDF_TRIG, 25 },
  { "rdf12/rdf-xml/eval/", SV_RDF_XML, 31 },
};

static char corpus[4000];

static bool find_corpus(void)
{
  const char *shared = getenv("SAMSVAR_SHARED");
  const char *source = getenv("abs_srcdir");
  if (shared)
    (void)snprintf(corpus, sizeof corpus, "%s/corpus/rdf/", shared);
  else
    (void)snprintf(corpus, sizeof corpus, "%s/../shared/corpus/rdf/", source ? source : ".");
  return access(corpus, R_OK) == 0;
}

/* Reads the file that IRI, below SUITE, stands for. */
static enum sv_status read_iri(const char *iri, enum sv_rdf_syntax syntax, struct sv_graph *g,
                               struct sv_error *err)
{
  char path[8000];
  struct sv_buf text = SV_BUF((size_t)64 << 20);
  const struct sv_rdf_options opt = { .name = iri + strlen(SUITE), .base = iri };
  (void)snprintf(path, sizeof path, "%s%s", corpus, iri + strlen(SUITE));
  enum sv_status status = sv_file_read(path, &text, err);
  if (status == SV_OK)
    status = sv_rdf_read(g, sv_buf_text(&text), text.size, syntax, &opt, err);
  sv_buf_free(&text);
  return status == SV_OK ? sv_graph_sort(g, err) : status;
}

static const char *text_of(const struct sv_graph *g, sv_term s, const char *property)
{
  const sv_term o = sv_graph_object(g, s, sv_graph_find_iris(g, property));
  return o ? sv_graph_text(g, o, NULL) : NULL;
}

/* Whether the expected graph, N-Triples or N-Quads, is what was read. */
static bool as_expected(const struct sv_graph *g, const char *result, struct sv_error *err)
{
  bool same = false;
  struct sv_graph *other = sv_graph_new(NULL);
  const enum sv_rdf_syntax syntax = sv_ends_with(result, ".nq") ? SV_RDF_NQUADS : SV_RDF_NTRIPLES;
  if (read_iri(result, syntax, other, err) == SV_OK &&
      sv_graph_isomorphic(g, other, SV_ISOMORPHIC_WORK, &same, err) == SV_OK && !same)
    (void)sv_fail(err, SV_INVALID, "the graphs differ");
  sv_graph_free(other);
  return same;
}

/* Canonical N-Triples and N-Quads: what we write is the expected file, byte by byte; but for the
 * labels of blank nodes, which are ours. */
static bool as_canonical(const struct sv_graph *g, const char *result, struct sv_error *err)
{
  char path[8000];
  struct sv_buf ours = SV_BUF((size_t)1 << 20), expected = SV_BUF((size_t)1 << 20);
  const enum sv_rdf_form form = sv_ends_with(result, ".nq") ? SV_RDF_TO_NQUADS : SV_RDF_TO_NTRIPLES;
  (void)snprintf(path, sizeof path, "%s%s", corpus, result + strlen(SUITE));
  bool same =
      sv_file_read(path, &expected, err) == SV_OK && sv_rdf_write(g, form, &ours, err) == SV_OK;
  if (same && strstr(sv_buf_text(&expected), "_:"))
    same = as_expected(g, result, err);
  else
    same = same && strcmp(sv_buf_text(&ours), sv_buf_text(&expected)) == 0;
  if (!same)
    (void)sv_fail(err, SV_INVALID, "another canonical form: %s", sv_buf_text(&ours));
  sv_buf_free(&ours);
  sv_buf_free(&expected);
  return same;
}

static bool run_case(const struct sv_graph *m, sv_term test, const char *kind,
                     enum sv_rdf_syntax syntax, struct sv_error *err)
{
  const char *action = text_of(m, test, MF "action");
  const char *result = text_of(m, test, MF "result");
  struct sv_graph *g = sv_graph_new(NULL);
  const bool negative = strstr(kind, "Negative") != NULL;
  const enum sv_status status = read_iri(action, syntax, g, err);
  bool passed = negative ? status == SV_INVALID && err->line > 0 : status == SV_OK;
  if (negative && status == SV_OK)
    (void)sv_fail(err, SV_INVALID, "it was accepted");
  if (passed && !negative && result)
    passed = strstr(kind, "C14N") ? as_canonical(g, result, err) : as_expected(g, result, err);
  sv_graph_free(g);
  return passed;
}

static bool run_suite(const struct suite *suite)
{
  char iri[2000];
  struct sv_graph *m = sv_graph_new(NULL);
  struct sv_error err = { 0 };
  size_t n, passed = 0, tests = 0;
  (void)snprintf(iri, sizeof iri, "%s%smanifest.ttl", SUITE, suite->folder);
  if (read_iri(iri, SV_RDF_TURTLE, m, &err) != SV_OK)
    print_message("# %s:%zu:%zu: %s\n", err.file, err.line, err.column, err.text);
  for (size_t i = 0; i < sv_graph_size(m); i++) {
    const struct sv_triple *t = &sv_graph_triples(m)[i];
    const char *kind = sv_graph_text(m, t->o, &n);
    if (t->p != SV_RDF_TYPE || !sv_starts_with(kind, RDFT "Test"))
      continue;
    struct sv_error why = { 0 };
    const bool ok = run_case(m, t->s, kind, suite->syntax, &why);
    tests++;
    passed += ok;
    if (!ok)
      print_message("# %s: %s: line %zu:%zu: %s\n", sv_graph_text(m, t->s, NULL) + strlen(SUITE),
                    kind + strlen(RDFT), why.line, why.column, why.text);
  }
  sv_graph_free(m);
  print_message("# %s %zu of %zu\n", suite->folder, passed, tests);
  return passed == tests && passed == suite->passed;
}

static void every_suite_is_complete(void **state)
{
  (void)state;
  bool complete = true;
  for (size_t i = 0; i < sizeof suites / sizeof suites[0]; i++)
    complete = run_suite(&suites[i]) && complete;
  assert_true(complete);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_suite_is_complete),
  };
  if (!find_corpus()) {
    (void)printf("1..0 # SKIP the shared corpus is not there\n");
    return 0;
  }
  return cmocka_run_group_tests_name("rdf-suite", tests, NULL, NULL);
}
