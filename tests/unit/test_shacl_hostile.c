// SPDX-License-Identifier: Apache-2.0
/* Shapes and data that are made to cost: everything ends soon, with a verdict or with the name of
 * a limit, and a limit is never a verdict. */
#include "tests/unit/unit.h"

#include "engines/rdf/read.h"
#include "engines/shacl/shacl.h"

#include <stdio.h>
#include <string.h>

#define PREFIXES                                                                                   \
  "@prefix : <http://x/> . @prefix sh: <http://www.w3.org/ns/shacl#> . "                           \
  "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
#define TEXT_MAX ((size_t)256 << 20)

static struct sv_graph *graph_of(struct sv_buf *text)
{
  struct sv_error err = { 0 };
  struct sv_graph_limits limits = SV_GRAPH_LIMITS;
  limits.nesting = 2000000;
  struct sv_graph *g = sv_graph_new(&limits);
  assert_int_equal(text->failed, SV_OK);
  assert_int_equal(sv_rdf_read(g, sv_buf_text(text), text->size, SV_RDF_TURTLE, NULL, &err), SV_OK);
  assert_int_equal(sv_graph_sort(g, &err), SV_OK);
  sv_buf_free(text);
  return g;
}

static struct sv_graph *graph(const char *turtle)
{
  struct sv_buf text = SV_BUF(TEXT_MAX);
  (void)sv_buf_adds(&text, PREFIXES);
  (void)sv_buf_adds(&text, turtle);
  return graph_of(&text);
}

/* BEFORE N times, MIDDLE, AFTER N times, around which HEAD and TAIL. */
static struct sv_graph *nested(const char *head, const char *before, const char *middle,
                               const char *after, size_t n)
{
  struct sv_buf text = SV_BUF(TEXT_MAX);
  (void)sv_buf_adds(&text, PREFIXES);
  (void)sv_buf_adds(&text, head);
  for (size_t i = 0; i < n; i++)
    (void)sv_buf_adds(&text, before);
  (void)sv_buf_adds(&text, middle);
  for (size_t i = 0; i < n; i++)
    (void)sv_buf_adds(&text, after);
  (void)sv_buf_adds(&text, " .");
  return graph_of(&text);
}

static void expect_compile(struct sv_graph *g, enum sv_status wanted, const char *limit)
{
  struct sv_error err = { 0 };
  struct sv_shacl *s = NULL;
  assert_int_equal(sv_shacl_compile(g, NULL, &s, &err), wanted);
  assert_true(wanted == SV_OK ? s != NULL : s == NULL && err.text[0]);
  if (limit)
    assert_string_equal(err.limit, limit);
  sv_shacl_free(s);
  sv_graph_free(g);
}

static void a_million_nested_shapes_are_a_limit(void **state)
{
  (void)state;
  expect_compile(nested(":S sh:targetNode :a ; sh:not ", "[ sh:not ", ":T", " ]", 900000), SV_LIMIT,
                 "shacl-nesting");
  expect_compile(nested(":S sh:targetNode :a ; sh:not ", "[ sh:not ", ":T", " ]", 1100000),
                 SV_LIMIT, "shacl-shapes");
  expect_compile(nested(":S sh:targetNode :a ; sh:not ", "[ sh:not ", ":T", " ]", 100), SV_OK,
                 NULL);
}

static void deep_and_long_paths_are_a_limit(void **state)
{
  (void)state;
  expect_compile(
      nested(":S sh:targetNode :a ; sh:path ", "[ sh:zeroOrMorePath ", ":p ", " ]", 500000),
      SV_LIMIT, "shacl-path");
  expect_compile(nested(":S sh:targetNode :a ; sh:path ( ", ":p ", ":p )", "", 9000), SV_LIMIT,
                 "shacl-path");
}

/* Each path is two of the one before: small to write, 2^40 steps when written out. */
static void paths_that_double_are_a_limit(void **state)
{
  struct sv_buf text = SV_BUF(TEXT_MAX);
  (void)state;
  (void)sv_buf_adds(&text, PREFIXES ":S sh:targetNode :a ; sh:property [ sh:path _:p0 ] .\n");
  for (size_t i = 0; i < 40; i++)
    (void)sv_buf_addf(&text, "_:p%zu rdf:first _:p%zu ; rdf:rest ( _:p%zu ) .\n", i, i + 1, i + 1);
  (void)sv_buf_adds(&text, "_:p40 sh:inversePath :p .\n");
  expect_compile(graph_of(&text), SV_LIMIT, "shacl-path");
}

/* The same with shapes: each is judged once for a node. */
static void shapes_that_double_are_judged_once(void **state)
{
  struct sv_error err = { 0 };
  struct sv_shacl *s = NULL;
  struct sv_shacl_report *r = NULL;
  struct sv_buf text = SV_BUF(TEXT_MAX);
  (void)state;
  (void)sv_buf_adds(&text, PREFIXES ":S0 sh:targetNode :a .\n");
  for (size_t i = 0; i < 80; i++)
    (void)sv_buf_addf(&text, ":S%zu sh:and ( :S%zu [ sh:node :S%zu ] ) .\n", i, i + 1, i + 1);
  (void)sv_buf_adds(&text, ":S80 sh:nodeKind sh:IRI .\n");
  struct sv_graph *shapes = graph_of(&text), *data = graph(":a :p 1 .");
  assert_int_equal(sv_shacl_compile(shapes, NULL, &s, &err), SV_OK);
  assert_int_equal(sv_shacl_validate(s, data, NULL, &r, &err), SV_OK);
  assert_int_equal(sv_shacl_report_total(r), 0);
  sv_shacl_report_free(r);
  sv_shacl_free(s);
  sv_graph_free(shapes);
  sv_graph_free(data);
}

/* Results cannot be shared: property shapes that double make 2^60 of them. */
static void results_that_double_are_a_limit(void **state)
{
  struct sv_error err = { 0 };
  struct sv_shacl *s = NULL;
  struct sv_shacl_report *r = NULL;
  struct sv_shacl_limits limits = SV_SHACL_LIMITS;
  struct sv_buf text = SV_BUF(TEXT_MAX);
  (void)state;
  (void)sv_buf_adds(&text, PREFIXES ":S0 sh:targetNode :a ; sh:property :P0 .\n");
  for (size_t i = 0; i < 60; i++)
    (void)sv_buf_addf(&text,
                      ":P%zu sh:path [ sh:zeroOrOnePath :none ] ; sh:property :P%zu, :Q%zu .\n"
                      ":Q%zu sh:path [ sh:zeroOrOnePath :none ] ; sh:property :P%zu .\n",
                      i, i + 1, i, i, i + 1);
  (void)sv_buf_adds(&text, ":P60 sh:path :p ; sh:maxCount 0 .\n");
  struct sv_graph *shapes = graph_of(&text), *data = graph(":a :p 1 .");
  limits.steps = 20000000;
  assert_int_equal(sv_shacl_compile(shapes, NULL, &s, &err), SV_OK);
  assert_int_equal(sv_shacl_validate(s, data, &limits, &r, &err), SV_LIMIT);
  assert_null(r);
  assert_string_equal(err.limit, "shacl-steps");
  sv_shacl_free(s);
  sv_graph_free(shapes);
  sv_graph_free(data);
}

struct outcome {
  enum sv_status status;
  uint64_t total;
  char limit[40];
};

static struct outcome judge(struct sv_graph *shapes, struct sv_graph *data, uint64_t steps)
{
  struct sv_error err = { 0 };
  struct sv_shacl *s = NULL;
  struct sv_shacl_report *r = NULL;
  struct sv_shacl_limits limits = SV_SHACL_LIMITS;
  struct outcome o = { .limit = "" };
  limits.steps = steps;
  assert_int_equal(sv_shacl_compile(shapes, NULL, &s, &err), SV_OK);
  o.status = sv_shacl_validate(s, data, &limits, &r, &err);
  o.total = r ? sv_shacl_report_total(r) : 0;
  (void)snprintf(o.limit, sizeof o.limit, "%s", err.limit ? err.limit : "");
  if (r && sv_shacl_report_kept(r) > 0) {
    struct sv_buf text = SV_BUF((size_t)1 << 20);
    const struct sv_shacl_result k = sv_shacl_report_at(r, sv_shacl_report_kept(r) - 1);
    assert_int_equal(sv_shacl_say_node(data, k.focus, SV_SHACL_FOR_PEOPLE, &text), SV_OK);
    assert_true(text.size < 4096 && !strstr(sv_buf_text(&text), "_:"));
    sv_buf_free(&text);
  }
  sv_shacl_report_free(r);
  sv_shacl_free(s);
  sv_graph_free(shapes);
  sv_graph_free(data);
  return o;
}

static void a_million_nested_nodes_are_walked(void **state)
{
  (void)state;
  struct outcome o = judge(graph(":S sh:targetNode :a ; sh:property [ sh:path [ sh:zeroOrMorePath "
                                 ":p ] ; "
                                 "sh:maxCount 1000000 ] ; sh:property [ sh:path [ sh:oneOrMorePath "
                                 ":p ] ; "
                                 "sh:minCount 1000000 ] ."),
                           nested(":a ", ":p [ ", ":p 1", " ]", 1000000), SV_SHACL_LIMITS.steps);
  assert_int_equal(o.status, SV_OK);
  assert_int_equal(o.total, 1); /* 1 000 002 nodes, :a among them */
  o = judge(graph(":S sh:targetSubjectsOf :p ; sh:property [ sh:path :p ; sh:maxCount 0 ] ."),
            nested(":a ", ":p [ ", ":p 1", " ]", 100000), SV_SHACL_LIMITS.steps);
  assert_int_equal(o.status, SV_OK);
  assert_int_equal(o.total, 100001);
}

static void work_that_squares_is_a_limit(void **state)
{
  (void)state;
  const struct outcome o = judge(graph(":S sh:targetSubjectsOf :p ; sh:property [ sh:path [ "
                                       "sh:zeroOrMorePath :p ] ; "
                                       "sh:nodeKind sh:BlankNodeOrIRI ] ."),
                                 nested(":a ", ":p [ ", ":p :z", " ]", 100000), 10000000);
  assert_int_equal(o.status, SV_LIMIT);
  assert_string_equal(o.limit, "shacl-steps");
}

static void a_huge_list_is_searched_by_halves(void **state)
{
  struct sv_buf shapes = SV_BUF(TEXT_MAX), data = SV_BUF(TEXT_MAX);
  (void)state;
  (void)sv_buf_adds(&shapes, PREFIXES ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:in ( ");
  (void)sv_buf_adds(&data, PREFIXES ":a :p ");
  for (size_t i = 0; i < 300000; i++) {
    (void)sv_buf_addf(&shapes, "%zu ", i);
    (void)sv_buf_addf(&data, "%zu, ", i + 1);
  }
  (void)sv_buf_adds(&shapes, ") ] .");
  (void)sv_buf_adds(&data, "0 .");
  const struct outcome o = judge(graph_of(&shapes), graph_of(&data), 10000000);
  assert_int_equal(o.status, SV_OK);
  assert_int_equal(o.total, 1);
}

static void catastrophic_patterns_are_linear_or_a_limit(void **state)
{
  char data[400];
  (void)state;
  (void)snprintf(data, sizeof data, ":a :p \"%0*d!\" .", 60, 0);
  struct outcome o = judge(graph(":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:pattern "
                                 "\"^(0+)+$\" ] ."),
                           graph(data), 1000000);
  assert_int_equal(o.status, SV_OK);
  assert_int_equal(o.total, 1);
  o = judge(graph(":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:pattern \"^(?=0)(0+)+$\" ] "
                  "."),
            graph(data), 1000000);
  assert_int_equal(o.status, SV_LIMIT);
  assert_string_equal(o.limit, "pattern-steps");
  o = judge(graph(":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:not [ sh:pattern "
                  "\"^(?=0)(0+)+$\" ; sh:flags \"i\" ] ] ."),
            graph(data), 1000000);
  assert_int_equal(o.status, SV_LIMIT);
}

static void cyclic_data_ends(void **state)
{
  (void)state;
  const struct outcome o =
      judge(graph(":S sh:targetNode :a ; sh:property [ sh:path [ sh:zeroOrMorePath [ "
                  "sh:alternativePath ( :p [ sh:inversePath :p ] [ sh:zeroOrMorePath :p ] ) ] ] ; "
                  "sh:maxCount 2 ] ; sh:class :C ."),
            graph(":a :p :b . :b :p :c . :c :p :a . "
                  "<http://www.w3.org/2000/01/rdf-schema#subClassOf> "
                  ":p :a . :C <http://www.w3.org/2000/01/rdf-schema#subClassOf> :D . :D "
                  "<http://www.w3.org/2000/01/rdf-schema#subClassOf> :C . :a a :D ."),
            1000);
  assert_int_equal(o.status, SV_OK);
  assert_int_equal(o.total, 1);
}

/* Fifty thousand targets, and as many blank nodes on one property, all of them reported. */
static void many_targets_and_many_siblings_are_quick(void **state)
{
  struct sv_error err = { 0 };
  struct sv_shacl *s = NULL;
  struct sv_shacl_report *r = NULL;
  struct sv_buf shapes = SV_BUF(TEXT_MAX), data = SV_BUF(TEXT_MAX), said = SV_BUF(TEXT_MAX);
  (void)state;
  (void)sv_buf_adds(&shapes, PREFIXES ":S sh:targetObjectsOf :p ; sh:nodeKind sh:Literal .\n");
  (void)sv_buf_adds(&data, PREFIXES ":a :p [ ]");
  for (size_t i = 0; i < 50000; i++) {
    (void)sv_buf_addf(&shapes, ":S%zu sh:targetNode :n%zu ; sh:nodeKind sh:IRI .\n", i, i);
    (void)sv_buf_adds(&data, ", [ ]");
  }
  (void)sv_buf_adds(&data, " .");
  struct sv_graph *g = graph_of(&shapes), *d = graph_of(&data);
  assert_int_equal(sv_shacl_compile(g, NULL, &s, &err), SV_OK);
  assert_int_equal(sv_shacl_validate(s, d, NULL, &r, &err), SV_OK);
  assert_int_equal(sv_shacl_report_kept(r), 50001);
  for (size_t i = 0; i < sv_shacl_report_kept(r); i++) {
    sv_buf_cut(&said, 0);
    (void)sv_shacl_say_node(d, sv_shacl_report_at(r, i).focus, SV_SHACL_FOR_PEOPLE, &said);
  }
  assert_string_equal(sv_buf_text(&said), ":a / :p[50001]");
  sv_buf_free(&said);
  sv_shacl_report_free(r);
  sv_shacl_free(s);
  sv_graph_free(g);
  sv_graph_free(d);
}

/* Ten thousand qualified shapes beside one another: each would have all others as siblings. */
static void siblings_that_square_are_a_limit(void **state)
{
  struct sv_buf shapes = SV_BUF(TEXT_MAX);
  (void)state;
  (void)sv_buf_adds(&shapes, PREFIXES ":S sh:targetNode :a .\n");
  for (size_t i = 0; i < 10000; i++)
    (void)sv_buf_addf(&shapes,
                      ":S sh:property [ sh:path :p ; sh:qualifiedValueShape :Q%zu ; "
                      "sh:qualifiedMinCount 1 ; sh:qualifiedValueShapesDisjoint true ] .\n",
                      i);
  expect_compile(graph_of(&shapes), SV_LIMIT, "shacl-steps");
}

static void memory_is_bounded(void **state)
{
  struct sv_error err = { 0 };
  struct sv_shacl *s = NULL;
  struct sv_shacl_limits limits = SV_SHACL_LIMITS;
  (void)state;
  limits.bytes = 100000;
  struct sv_graph *g =
      nested(":S sh:targetNode :a ; sh:in ( ", "1 2 3 4 5 6 7 8 9 ", "0 )", "", 10000);
  assert_int_equal(sv_shacl_compile(g, &limits, &s, &err), SV_LIMIT);
  assert_string_equal(err.limit, "shacl-bytes");
  sv_graph_free(g);
}

/* Ten times the data is about ten times the steps: what holds for time, without a clock. */
static uint64_t steps_for(size_t n)
{
  struct sv_buf text = SV_BUF(TEXT_MAX);
  uint64_t low = 0, high = 100000000;
  (void)sv_buf_adds(&text, PREFIXES);
  for (size_t i = 0; i < n; i++)
    (void)sv_buf_addf(&text, ":c :d :n%zu . :n%zu a :T ; :p \"a%zu\", :n%zu .\n", i, i, i,
                      i ? i - 1 : 0);
  struct sv_error err = { 0 };
  struct sv_shacl *s = NULL;
  struct sv_graph *data = graph_of(&text);
  struct sv_graph *shapes = graph(":S sh:targetClass :T ; sh:property [ sh:path :p ; sh:or ( [ "
                                  "sh:class :T ] [ sh:pattern "
                                  "\"^a\" ] ) ; sh:maxCount 2 ], [ sh:path [ sh:inversePath :d ] ; "
                                  "sh:minCount 1 ], "
                                  "[ sh:path ( :p :p ) ; sh:maxCount 2 ] .");
  assert_int_equal(sv_shacl_compile(shapes, NULL, &s, &err), SV_OK);
  while (low + 1 < high) {
    struct sv_shacl_report *r = NULL;
    struct sv_shacl_limits limits = SV_SHACL_LIMITS;
    limits.steps = low + (high - low) / 2;
    if (sv_shacl_validate(s, data, &limits, &r, NULL) == SV_OK)
      high = limits.steps;
    else
      low = limits.steps;
    sv_shacl_report_free(r);
  }
  sv_shacl_free(s);
  sv_graph_free(shapes);
  sv_graph_free(data);
  return high;
}

static void work_grows_with_the_data(void **state)
{
  (void)state;
  const uint64_t small = steps_for(300), big = steps_for(3000);
  print_message("# %llu steps, ten times the data: %llu\n", (unsigned long long)small,
                (unsigned long long)big);
  assert_true(big < small * 11);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_million_nested_shapes_are_a_limit),
    cmocka_unit_test(deep_and_long_paths_are_a_limit),
    cmocka_unit_test(paths_that_double_are_a_limit),
    cmocka_unit_test(shapes_that_double_are_judged_once),
    cmocka_unit_test(results_that_double_are_a_limit),
    cmocka_unit_test(a_million_nested_nodes_are_walked),
    cmocka_unit_test(work_that_squares_is_a_limit),
    cmocka_unit_test(a_huge_list_is_searched_by_halves),
    cmocka_unit_test(catastrophic_patterns_are_linear_or_a_limit),
    cmocka_unit_test(cyclic_data_ends),
    cmocka_unit_test(many_targets_and_many_siblings_are_quick),
    cmocka_unit_test(siblings_that_square_are_a_limit),
    cmocka_unit_test(memory_is_bounded),
    cmocka_unit_test(work_grows_with_the_data),
  };
  return cmocka_run_group_tests_name("shacl-hostile", tests, NULL, NULL);
}
