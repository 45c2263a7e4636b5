// SPDX-License-Identifier: Apache-2.0
/* RDF that was made to hurt: everything ends soon, with a graph, a fault or the name of a limit. */
#include "tests/unit/unit.h"

#include "engines/rdf/isomorphic.h"
#include "engines/rdf/read.h"
#include "engines/rdf/write.h"

#include <stdlib.h>
#include <string.h>

#define MANY 1000000

/* HEAD, then MIDDLE times over, then TAIL. */
static struct sv_buf flood(const char *head, const char *middle, size_t times, const char *tail)
{
  struct sv_buf b = SV_BUF((size_t)256 << 20);
  assert_int_equal(sv_buf_reserve(&b, strlen(middle) * times + 4096), SV_OK);
  assert_int_equal(sv_buf_adds(&b, head), SV_OK);
  for (size_t i = 0; i < times; i++)
    assert_int_equal(sv_buf_adds(&b, middle), SV_OK);
  assert_int_equal(sv_buf_adds(&b, tail), SV_OK);
  return b;
}

/* Reads and frees TEXT; the limit's name, or NULL. */
static const char *limit_of(struct sv_buf text, enum sv_rdf_syntax syntax,
                            const struct sv_graph_limits *limits, enum sv_status expected)
{
  struct sv_graph *g = sv_graph_new(limits);
  struct sv_error err = { 0 };
  const struct sv_rdf_options opt = { .name = "t", .base = "http://x/" };
  const enum sv_status status = sv_rdf_read(g, sv_buf_text(&text), text.size, syntax, &opt, &err);
  if (status != expected)
    fail_msg("status %d, not %d: %s", (int)status, (int)expected, err.text);
  assert_true(status == SV_OK || err.text[0]);
  sv_graph_free(g);
  sv_buf_free(&text);
  return err.limit;
}

static void a_million_brackets_end_at_the_limit_on_nesting(void **state)
{
  static const char *const brackets[] = { "[<p> ", "(", "<<", "<s> <p> <<( <a> <b> " };
  (void)state;
  for (size_t i = 0; i < 3; i++)
    assert_string_equal(
        limit_of(flood("<s> <p> ", brackets[i], MANY, ""), SV_RDF_TURTLE, NULL, SV_LIMIT), "rdf-"
                                                                                           "nestin"
                                                                                           "g");
  assert_string_equal(limit_of(flood("<a:s> <a:p> ", "<<( <a:s> <a:p> ", MANY, ""), SV_RDF_NTRIPLES,
                               NULL, SV_LIMIT),
                      "rdf-nesting");
  assert_string_equal(
      limit_of(flood("<s> <p> <o> ", "{| <p> <o> ", MANY, ""), SV_RDF_TURTLE, NULL, SV_LIMIT), "rdf"
                                                                                               "-ne"
                                                                                               "sti"
                                                                                               "n"
                                                                                               "g");
}

static void nine_thousand_brackets_are_read(void **state)
{
  (void)state;
  struct sv_buf b = flood("<s> <p> ", "(", 9000, "");
  for (size_t i = 0; i < 9000; i++)
    assert_int_equal(sv_buf_addc(&b, ')'), SV_OK);
  assert_int_equal(sv_buf_adds(&b, " ."), SV_OK);
  assert_null(limit_of(b, SV_RDF_TURTLE, NULL, SV_OK));
}

static void a_literal_of_fifty_megabytes_is_read_and_one_of_seventy_is_not(void **state)
{
  (void)state;
  assert_null(
      limit_of(flood("<s> <p> \"", "0123456789", 5000000, "\" ."), SV_RDF_TURTLE, NULL, SV_OK));
  assert_string_equal(
      limit_of(flood("<s> <p> \"", "0123456789", 7000000, "\" ."), SV_RDF_TURTLE, NULL, SV_LIMIT),
      "rdf-literal-bytes");
  assert_string_equal(
      limit_of(flood("<s> <p> \"", "\\n23456789", 14000000, "\" ."), SV_RDF_TURTLE, NULL, SV_LIMIT),
      "rdf-literal-bytes");
}

static void long_names_end_at_their_limit(void **state)
{
  static const struct {
    const char *head, *tail, *limit;
  } cases[] = {
    { "<http://x/", "> <p> <o> .", "rdf-iri-bytes" },
    { "<http://x/\\u00e5", "> <p> <o> .", "rdf-iri-bytes" },
    { "@prefix a: <http://x/> . a:", " <p> <o> .", "rdf-iri-bytes" },
    { "@prefix a: <http://x/> . a:\\-", " <p> <o> .", "rdf-iri-bytes" },
    { "_:", " <p> <o> .", "rdf-iri-bytes" },
  };
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
    assert_string_equal(limit_of(flood(cases[i].head, "a123456789", 100000, cases[i].tail),
                                 SV_RDF_TURTLE, NULL, SV_LIMIT),
                        cases[i].limit);
}

static void dot_segments_cost_what_they_are_long(void **state)
{
  (void)state;
  struct sv_buf one = flood("<", "../", 1000, "a> ");
  struct sv_buf all = flood("@base <http://x/a/b/c/d/> . <s> <p> ", ", ", 0, "");
  for (size_t i = 0; i < 2000; i++)
    assert_int_equal(sv_buf_addf(&all, "%s%s", i ? ", " : "", sv_buf_text(&one)), SV_OK);
  assert_int_equal(sv_buf_adds(&all, "."), SV_OK);
  sv_buf_free(&one);
  assert_null(limit_of(all, SV_RDF_TURTLE, NULL, SV_OK));
}

static void budgets_have_names(void **state)
{
  struct sv_graph_limits few = SV_GRAPH_LIMITS;
  (void)state;
  few.triples = 100;
  assert_string_equal(limit_of(flood("", "[] <p> [] .\n", 1000, ""), SV_RDF_TURTLE, &few, SV_LIMIT),
                      "rdf-triples");
  few = SV_GRAPH_LIMITS;
  few.terms = 500;
  assert_string_equal(limit_of(flood("", "[] <p> [] .\n", 1000, ""), SV_RDF_TURTLE, &few, SV_LIMIT),
                      "rdf-terms");
  few = SV_GRAPH_LIMITS;
  few.bytes = 400000;
  assert_string_equal(
      limit_of(flood("", "[] <p> [] .\n", 100000, ""), SV_RDF_TURTLE, &few, SV_LIMIT), "rdf-bytes");
}

#define HEAD "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:x='http://x/'>"

static void xml_that_is_deep_or_swells_ends_at_a_limit(void **state)
{
  static const char bomb[] =
      "<!DOCTYPE r [<!ENTITY a "
      "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'>"
      "<!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>"
      "<!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'><!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'>"
      "<!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;'><!ENTITY g "
      "'&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;'>]>" HEAD "<x:o><x:p>&g;</x:p></x:o></rdf:RDF>";
  (void)state;
  assert_string_equal(limit_of(flood(HEAD, "<x:o><x:p>", 20000, ""), SV_RDF_XML, NULL, SV_LIMIT),
                      "xml-size");
  assert_string_equal(limit_of(flood(bomb, "", 0, ""), SV_RDF_XML, NULL, SV_LIMIT), "xml-entities");
}

static enum sv_status load(void *context, const char *iri, struct sv_doc **out,
                           struct sv_error *err)
{
  static const char self[] = "{\"@context\":[\"http://x/b\"]}";
  static const char other[] = "{\"@context\":{\"t\":{\"@id\":\"http://x/t\",\"@context\":\"http://"
                              "x/a\"},"
                              "\"u\":{\"@id\":\"http://x/u\"}}}";
  (void)context;
  const char *text = strcmp(iri, "http://x/loop") == 0 ? "{\"@context\":\"http://x/loop\"}"
                     : strcmp(iri, "http://x/a") == 0  ? self
                                                       : other;
  return sv_doc_parse(text, strlen(text), NULL, out, err);
}

static void contexts_that_include_themselves_end(void **state)
{
  static const struct {
    const char *text;
    enum sv_status status;
  } cases[] = {
    { "{\"@context\":\"http://x/loop\"}", SV_INVALID },
    { "{\"@context\":\"http://x/a\",\"t\":{\"t\":{\"u\":1}}}", SV_OK },
    { "{\"@context\":{\"a\":{\"@id\":\"b:x\"},\"b\":{\"@id\":\"a:x\"}}}", SV_INVALID },
  };
  const struct sv_rdf_options opt = { .base = "http://x/", .load = load };
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct sv_graph *g = sv_graph_new(NULL);
    struct sv_error err = { 0 };
    assert_int_equal(
        sv_rdf_read(g, cases[i].text, strlen(cases[i].text), SV_RDF_JSONLD, &opt, &err),
        cases[i].status);
    sv_graph_free(g);
  }
}

static void json_that_is_deep_or_has_big_contexts_ends(void **state)
{
  (void)state;
  assert_string_equal(limit_of(flood("", "[", 100000, ""), SV_RDF_JSONLD, NULL, SV_LIMIT), "depth");
  /* Two hundred terms, and twenty thousand nodes with a context each. */
  struct sv_buf b = flood("{\"@context\":{\"@vocab\":\"http://x/\"", "", 0, "");
  for (size_t i = 0; i < 2000; i++)
    assert_int_equal(sv_buf_addf(&b, ",\"t%zu\":\"http://x/%zu\"", i, i), SV_OK);
  assert_int_equal(sv_buf_adds(&b, "},\"p\":[{}"), SV_OK);
  for (size_t i = 0; i < 20000; i++)
    assert_int_equal(sv_buf_adds(&b, ",{\"@context\":{},\"p\":1}"), SV_OK);
  assert_int_equal(sv_buf_adds(&b, "]}"), SV_OK);
  assert_string_equal(limit_of(b, SV_RDF_JSONLD, NULL, SV_LIMIT), "jsonld-work");
}

static void alike_nodes_do_not_hang_the_comparison(void **state)
{
  struct sv_graph *g = sv_graph_new(NULL), *h = sv_graph_new(NULL);
  struct sv_error err = { 0 };
  bool same;
  struct sv_buf b = flood("@prefix : <http://x/> .\n", "[] :p [] .\n", 3000, "");
  (void)state;
  assert_int_equal(sv_rdf_read(g, b.data, b.size, SV_RDF_TURTLE, NULL, &err), SV_OK);
  assert_int_equal(sv_rdf_read(h, b.data, b.size, SV_RDF_TURTLE, NULL, &err), SV_OK);
  assert_int_equal(sv_graph_sort(g, &err), SV_OK);
  assert_int_equal(sv_graph_sort(h, &err), SV_OK);
  assert_int_equal(sv_graph_isomorphic(g, h, 100000, &same, &err), SV_LIMIT);
  assert_string_equal(err.limit, "isomorphism-work");
  sv_buf_free(&b);
  sv_graph_free(g);
  sv_graph_free(h);
}

static void deep_graphs_are_written_without_the_stack(void **state)
{
  struct sv_graph *g = sv_graph_new(NULL);
  struct sv_error err = { 0 };
  struct sv_buf b = flood("@prefix : <http://x/> . _:n0 :p _:n1 .\n", "", 0, ""), out;
  (void)state;
  for (size_t i = 1; i < 50000; i++)
    assert_int_equal(sv_buf_addf(&b, "_:n%zu :p _:n%zu .\n", i, i + 1), SV_OK);
  assert_int_equal(sv_rdf_read(g, b.data, b.size, SV_RDF_TURTLE, NULL, &err), SV_OK);
  assert_int_equal(sv_graph_sort(g, &err), SV_OK);
  out = (struct sv_buf)SV_BUF((size_t)64 << 20);
  assert_int_equal(sv_rdf_write(g, SV_RDF_TO_TURTLE, &out, &err), SV_OK);
  sv_buf_free(&b);
  sv_buf_free(&out);
  sv_graph_free(g);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_million_brackets_end_at_the_limit_on_nesting),
    cmocka_unit_test(nine_thousand_brackets_are_read),
    cmocka_unit_test(a_literal_of_fifty_megabytes_is_read_and_one_of_seventy_is_not),
    cmocka_unit_test(long_names_end_at_their_limit),
    cmocka_unit_test(dot_segments_cost_what_they_are_long),
    cmocka_unit_test(budgets_have_names),
    cmocka_unit_test(xml_that_is_deep_or_swells_ends_at_a_limit),
    cmocka_unit_test(contexts_that_include_themselves_end),
    cmocka_unit_test(json_that_is_deep_or_has_big_contexts_ends),
    cmocka_unit_test(alike_nodes_do_not_hang_the_comparison),
    cmocka_unit_test(deep_graphs_are_written_without_the_stack),
  };
  return cmocka_run_group_tests_name("rdf-hostile", tests, NULL, NULL);
}
