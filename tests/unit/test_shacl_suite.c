// SPDX-License-Identifier: Apache-2.0
/* The W3C SHACL Core suite, when it is there ($SAMSVAR_SHARED or ../shared beside the source):
 * every case of every manifest; results are compared as a multiset of focus node, path, value,
 * component, severity, shape, and the messages that a case names. */
#include "tests/unit/unit.h"

#include "engines/base/file.h"
#include "engines/rdf/read.h"
#include "engines/shacl/shacl.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SUITE "https://w3c.github.io/data-shapes/data-shapes-test-suite/tests/"
#define MF "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
#define SHT "http://www.w3.org/ns/shacl-test#"
#define CASES 98
#define RESULTS_MAX 256

static char corpus[4000];

static bool find_corpus(void)
{
  const char *shared = getenv("SAMSVAR_SHARED");
  const char *source = getenv("abs_srcdir");
  if (shared)
    (void)snprintf(corpus, sizeof corpus, "%s/corpus/shacl/tests/", shared);
  else
    (void)snprintf(corpus, sizeof corpus, "%s/../shared/corpus/shacl/tests/",
                   source ? source : ".");
  return access(corpus, R_OK) == 0;
}

static struct sv_graph *read_iri(const char *iri)
{
  char path[8000];
  struct sv_error err = { 0 };
  struct sv_buf text = SV_BUF((size_t)64 << 20);
  const struct sv_rdf_options opt = { .name = iri + strlen(SUITE), .base = iri };
  struct sv_graph *g = sv_graph_new(NULL);
  (void)snprintf(path, sizeof path, "%s%s", corpus, iri + strlen(SUITE));
  assert_int_equal(sv_file_read(path, &text, &err), SV_OK);
  assert_int_equal(sv_rdf_read(g, sv_buf_text(&text), text.size, SV_RDF_TURTLE, &opt, &err), SV_OK);
  assert_int_equal(sv_graph_sort(g, &err), SV_OK);
  sv_buf_free(&text);
  return g;
}

static sv_term get(const struct sv_graph *g, sv_term s, const char *property)
{
  return s ? sv_graph_object(g, s, sv_graph_find_iris(g, property)) : 0;
}

/* Whether A of GA is B of GB; blank nodes of different documents cannot be told apart. */
static bool same(const struct sv_graph *ga, sv_term a, const struct sv_graph *gb, sv_term b)
{
  if (ga == gb || !a || !b)
    return a == b;
  if (sv_term_kind(a) == SV_TERM_BLANK)
    return sv_term_kind(b) == SV_TERM_BLANK;
  return sv_graph_lookup(gb, ga, a) == b;
}

static bool same_path(const struct sv_graph *m, sv_term expected, const struct sv_shacl_report *r,
                      size_t i)
{
  struct sv_buf a = SV_BUF(65536), b = SV_BUF(65536);
  if (expected)
    (void)sv_shacl_say_path_of(m, expected, SV_SHACL_FOR_MACHINES, &a);
  (void)sv_shacl_say_path(r, i, SV_SHACL_FOR_MACHINES, &b);
  const bool equal = strcmp(sv_buf_text(&a), sv_buf_text(&b)) == 0;
  sv_buf_free(&a);
  sv_buf_free(&b);
  return equal;
}

static bool same_message(const struct sv_graph *m, sv_term expected,
                         const struct sv_shacl_report *r, size_t i)
{
  const sv_term message = get(m, expected, SV_SHACL_NS "resultMessage");
  struct sv_buf text = SV_BUF(65536);
  (void)sv_shacl_say_message(r, i, SV_EN, &text);
  const bool equal = !message || strcmp(sv_graph_text(m, message, NULL), sv_buf_text(&text)) == 0;
  sv_buf_free(&text);
  return equal;
}

static bool same_result(const struct sv_graph *m, sv_term expected, const struct sv_shacl_report *r,
                        size_t i)
{
  static const char *const severities[] = { "Violation", "Warning", "Info" };
  const struct sv_graph *data = sv_shacl_report_data(r);
  const struct sv_graph *shapes = sv_shacl_graph(sv_shacl_report_shapes(r));
  const struct sv_shacl_result k = sv_shacl_report_at(r, i);
  const sv_term component = get(m, expected, SV_SHACL_NS "sourceConstraintComponent");
  const sv_term severity = get(m, expected, SV_SHACL_NS "resultSeverity");
  const sv_term value = get(m, expected, SV_SHACL_NS "value");
  const bool severe = k.severity_term
                          ? same(shapes, k.severity_term, m, severity)
                          : strcmp(sv_graph_text(m, severity, NULL) + strlen(SV_SHACL_NS),
                                   severities[k.severity]) == 0;
  return severe && same(data, k.focus, m, get(m, expected, SV_SHACL_NS "focusNode")) &&
         same(data, k.value, m, value) &&
         same(shapes, k.shape, m, get(m, expected, SV_SHACL_NS "sourceShape")) &&
         strcmp(sv_graph_text(m, component, NULL) + strlen(SV_SHACL_NS), k.component) == 0 &&
         same_path(m, get(m, expected, SV_SHACL_NS "resultPath"), r, i) &&
         same_message(m, expected, r, i);
}

static bool as_expected(const struct sv_graph *m, sv_term expected, const struct sv_shacl_report *r)
{
  size_t n = 0, matched = 0;
  bool used[RESULTS_MAX] = { false };
  const sv_term conforms = get(m, expected, SV_SHACL_NS "conforms");
  const sv_term p = sv_graph_find_iris(m, SV_SHACL_NS "result");
  const struct sv_triple *t = p ? sv_graph_objects(m, expected, p, &n) : NULL;
  const size_t kept = sv_shacl_report_kept(r);
  const bool says = strcmp(sv_graph_text(m, conforms, NULL), "true") == 0;
  if (kept != n || kept > RESULTS_MAX || says != (sv_shacl_report_total(r) == 0))
    return false;
  for (size_t i = 0; i < n; i++)
    for (size_t j = 0; j < kept; j++)
      if (!used[j] && same_result(m, t[i].o, r, j)) {
        used[j] = true;
        matched++;
        break;
      }
  return matched == n;
}

/* The graph that IRI names: the manifest's own, or a file beside it. */
static struct sv_graph *graph_of(struct sv_graph *m, const char *manifest, sv_term t)
{
  const char *iri = sv_graph_text(m, t, NULL);
  return strcmp(iri, manifest) == 0 ? m : read_iri(iri);
}

static bool run_case(struct sv_graph *m, const char *manifest, sv_term test)
{
  struct sv_error err = { 0 };
  struct sv_shacl *s = NULL;
  struct sv_shacl_report *r = NULL;
  const sv_term action = get(m, test, MF "action");
  const sv_term data_term = get(m, action, SHT "dataGraph");
  const sv_term shapes_term = get(m, action, SHT "shapesGraph");
  struct sv_graph *data = graph_of(m, manifest, data_term);
  struct sv_graph *shapes = data_term == shapes_term ? data : graph_of(m, manifest, shapes_term);
  bool passed = sv_shacl_compile(shapes, NULL, &s, &err) == SV_OK &&
                sv_shacl_validate(s, data, NULL, &r, &err) == SV_OK &&
                as_expected(m, get(m, test, MF "result"), r);
  if (!passed) {
    print_message("# %s: line %zu: %s\n", sv_graph_text(m, test, NULL) + strlen(SUITE), err.line,
                  err.text);
    for (size_t i = 0; r && i < sv_shacl_report_kept(r); i++) {
      struct sv_buf b = SV_BUF(65536);
      const struct sv_shacl_result k = sv_shacl_report_at(r, i);
      (void)sv_shacl_say_node(data, k.focus, SV_SHACL_FOR_PEOPLE, &b);
      (void)sv_buf_addc(&b, ' ');
      (void)sv_shacl_say_path(r, i, SV_SHACL_FOR_PEOPLE, &b);
      (void)sv_buf_adds(&b, ": ");
      (void)sv_shacl_say_message(r, i, SV_EN, &b);
      print_message("#   %s [%s]\n", sv_buf_text(&b), k.component);
      sv_buf_free(&b);
    }
  }
  sv_shacl_report_free(r);
  sv_shacl_free(s);
  if (shapes != data && shapes != m)
    sv_graph_free(shapes);
  if (data != m)
    sv_graph_free(data);
  return passed;
}

/* Runs the cases of MANIFEST and of those it includes. */
static void run_manifest(const char *manifest, size_t *passed, size_t *tests, unsigned depth)
{
  struct sv_graph *m = read_iri(manifest);
  const sv_term self = sv_graph_find_iris(m, manifest);
  const sv_term include = sv_graph_find_iris(m, MF "include");
  size_t n = 0;
  struct sv_list_walk w;
  const struct sv_triple *t = include ? sv_graph_objects(m, self, include, &n) : NULL;
  for (size_t i = 0; i < n && depth < 4; i++)
    run_manifest(sv_graph_text(m, t[i].o, NULL), passed, tests, depth + 1);
  for (sv_list_begin(&w, m, get(m, self, MF "entries")); sv_list_next(&w); ++*tests)
    *passed += run_case(m, manifest, w.item);
  sv_graph_free(m);
}

static void the_core_suite_is_complete(void **state)
{
  size_t passed = 0, tests = 0;
  (void)state;
  run_manifest(SUITE "core/manifest.ttl", &passed, &tests, 0);
  print_message("# SHACL core %zu of %zu\n", passed, tests);
  assert_int_equal(tests, CASES);
  assert_int_equal(passed, CASES);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_core_suite_is_complete),
  };
  if (!find_corpus()) {
    (void)printf("1..0 # SKIP the shared corpus is not there\n");
    return 0;
  }
  return cmocka_run_group_tests_name("shacl-suite", tests, NULL, NULL);
}
