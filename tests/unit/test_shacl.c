// SPDX-License-Identifier: Apache-2.0
/* SHACL Core, case by case: shapes and data in Turtle, and the results as lines of focus node,
 * path, value, component and line, in order. */
#include "tests/unit/unit.h"

#include "engines/rdf/read.h"
#include "engines/rdf/write.h"
#include "engines/shacl/shacl.h"

#include <stdio.h>
#include <string.h>

#define PREFIXES                                                                                   \
  "@prefix : <http://x/> . @prefix sh: <http://www.w3.org/ns/shacl#> . "                           \
  "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . "                                            \
  "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . "                                  \
  "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"

static struct sv_graph *graph(const char *text)
{
  struct sv_error err = { 0 };
  struct sv_buf all = SV_BUF((size_t)1 << 20);
  const struct sv_rdf_options opt = { .name = "d", .base = "http://x/" };
  struct sv_graph *g = sv_graph_new(NULL);
  (void)sv_buf_adds(&all, PREFIXES);
  (void)sv_buf_adds(&all, text);
  const enum sv_status status =
      sv_rdf_read(g, sv_buf_text(&all), all.size, SV_RDF_TURTLE, &opt, &err);
  if (status != SV_OK)
    print_message("# %zu:%zu %s\n", err.line, err.column, err.text);
  assert_int_equal(status, SV_OK);
  assert_int_equal(sv_graph_sort(g, &err), SV_OK);
  sv_buf_free(&all);
  return g;
}

static void add_result(const struct sv_shacl_report *r, size_t i, struct sv_buf *out)
{
  const struct sv_shacl_result k = sv_shacl_report_at(r, i);
  (void)sv_shacl_say_node(sv_shacl_report_data(r), k.focus, SV_SHACL_FOR_PEOPLE, out);
  (void)sv_buf_addc(out, ' ');
  (void)sv_shacl_say_path(r, i, SV_SHACL_FOR_PEOPLE, out);
  (void)sv_buf_addc(out, ' ');
  if (k.value)
    (void)sv_shacl_say_node(sv_shacl_report_data(r), k.value, SV_SHACL_FOR_PEOPLE, out);
  (void)sv_buf_addf(out, " %s %zu\n", k.parameter, k.line);
}

static const struct results {
  const char *sentence, *shapes, *data, *results;
} cases[] = {
  { "two property shapes with the same sh:node on one path both report every value",
    ":S sh:targetClass :C ; sh:property [ sh:path :p ; sh:node :N ], [ sh:path :p ; sh:node :N ] . "
    ":N sh:nodeKind sh:Literal .",
    ":a a :C ; :p :v, :w .",
    ":a :p :v node 2\n:a :p :w node 2\n:a :p :v node 2\n:a :p :w node 2\n" },
  { "a class is looked for below its subclasses",
    ":S sh:targetClass :C ; sh:property [ sh:path :p ; sh:class :D ] .",
    ":E rdfs:subClassOf :D . :B rdfs:subClassOf :C . :C rdfs:subClassOf :B .\n"
    ":a a :B ; :p :v, :w . :v a :E .",
    ":a :p :w class 3\n" },
  { "a shape that is a class is its own target",
    ":C a rdfs:Class, sh:NodeShape ; sh:property [ sh:path :p ; sh:minCount 1 ] .", ":a a :C .",
    ":a :p  minCount 2\n" },
  { "subjects, objects and named nodes are targets",
    ":S sh:targetSubjectsOf :p ; sh:targetObjectsOf :p ; sh:targetNode :n ; sh:nodeKind "
    "sh:Literal .",
    ":a :p :b, \"c\" .", ":a  :a nodeKind 2\n:b  :b nodeKind 2\n:n  :n nodeKind 0\n" },
  { "an alternative path and one back",
    ":S sh:targetNode :a ; sh:property [ sh:path [ sh:alternativePath ( :p [ sh:inversePath :q ] ) "
    "] ; sh:nodeKind sh:Literal ] .",
    ":a :p :b . :c :q :a .", ":a :p|(^:q) :b nodeKind 2\n:a :p|(^:q) :c nodeKind 2\n" },
  { "a path back through a sequence goes the other way round",
    ":S sh:targetNode :c ; sh:property [ sh:path [ sh:inversePath ( :p :q ) ] ; sh:nodeKind "
    "sh:Literal ] .",
    ":a :p :b . :b :q :c . :x :q :y . :y :p :c .", ":c ^(:p/:q) :a nodeKind 2\n" },
  { "zero or more goes round a circle once",
    ":S sh:targetNode :a ; sh:property [ sh:path [ sh:zeroOrMorePath :p ] ; sh:maxCount 1 ] .",
    ":a :p :b . :b :p :c . :c :p :a .", ":a :p*  maxCount 2\n" },
  { "one or more begins with a step",
    ":S sh:targetNode :a ; sh:property [ sh:path [ sh:oneOrMorePath :p ] ; sh:hasValue :a ] .",
    ":a :p :b .", ":a :p+  hasValue 2\n" },
  { "zero or one",
    ":S sh:targetNode :a ; sh:property [ sh:path [ sh:zeroOrOnePath :p ] ; sh:minCount 3 ] .",
    ":a :p :b . :b :p :c .", ":a :p?  minCount 2\n" },
  { "numbers compare by value across types",
    ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:minInclusive 10 ] .",
    ":a :p 9.99, 1e1, 10.0, \"9\"^^xsd:byte, \"ten\", \"x\"^^xsd:integer, \"INF\"^^xsd:float, "
    "\"NaN\"^^xsd:double, \"100000000000000000000000\"^^xsd:integer .",
    ":a :p \"9.99\"^^xsd:decimal minInclusive 2\n:a :p \"9\"^^xsd:byte minInclusive 2\n"
    ":a :p \"ten\" minInclusive 2\n:a :p \"x\"^^xsd:integer minInclusive 2\n"
    ":a :p \"NaN\"^^xsd:double minInclusive 2\n" },
  { "a time without a zone is less or greater only when it is in all zones",
    ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:lessThan :q ] .",
    ":a :p \"2024-01-01T00:00:00\"^^xsd:dateTime ; :q \"2024-01-01T14:00:00Z\"^^xsd:dateTime, "
    "\"2024-01-01T14:00:01Z\"^^xsd:dateTime .",
    ":a :p \"2024-01-01T00:00:00\"^^xsd:dateTime lessThan 2\n" },
  { "days and months compare",
    ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:lessThanOrEquals :q ] .",
    ":a :p \"2024-02-29\"^^xsd:date ; :q \"2024-02-29\"^^xsd:date, \"2024-02-28\"^^xsd:date, "
    "\"2024\"^^xsd:gYear .",
    ":a :p \"2024-02-29\"^^xsd:date lessThanOrEquals 2\n"
    ":a :p \"2024-02-29\"^^xsd:date lessThanOrEquals 2\n" },
  { "a literal has the form of its datatype",
    ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:datatype xsd:date ] .",
    ":a :p \"2023-02-29\"^^xsd:date, \"2024-02-29Z\"^^xsd:date, \" 2024-02-29\"^^xsd:date, "
    "\"2024-02-29\" .",
    ":a :p \"2023-02-29\"^^xsd:date datatype 2\n:a :p \" 2024-02-29\"^^xsd:date datatype 2\n"
    ":a :p \"2024-02-29\" datatype 2\n" },
  { "patterns are those of XPath",
    ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:pattern \"^\\\\d{2}\\\\-\\\\w+$\" ] .",
    ":a :p \"12-æ\", \"\xD9\xA1\xD9\xA2-a\", \"1-a\", \"12-.\" .",
    ":a :p \"1-a\" pattern 2\n:a :p \"12-.\" pattern 2\n" },
  { "and can ignore case, space, and what letters mean",
    ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:pattern \"^Ø B\" ; sh:flags \"ix\" ], "
    "[ sh:path :q ; sh:pattern \"a.b\" ; sh:flags \"q\" ] .",
    ":a :p \"øb\", \"ø b\" ; :q \"axb\", \"xa.bx\" .",
    ":a :p \"ø b\" pattern 2\n:a :q \"axb\" pattern 2\n" },
  { "a blank node has no length and no pattern",
    ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:minLength 0 ; sh:pattern \"\" ] .",
    ":a :p [ ], :b .", ":a :p :a / :p minLength 2\n:a :p :a / :p pattern 2\n" },
  { "languages are ranges, and each comes once",
    ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:languageIn ( \"nb\" \"EN\" ) ; "
    "sh:uniqueLang true ] .",
    ":a :p \"1\"@nb, \"2\"@en-GB, \"3\"@nn, \"4\"@nb, \"5\", \"6\"@nb .",
    ":a :p \"3\"@nn languageIn 2\n:a :p \"5\" languageIn 2\n:a :p  uniqueLang 2\n" },
  { "a closed shape knows its properties",
    ":S sh:targetNode :a ; sh:closed true ; sh:ignoredProperties ( rdf:type ) ; "
    "sh:property [ sh:path :p ] .",
    ":a a :C ; :p 1 ;\n :q 2 .", ":a :q \"2\"^^xsd:integer closed 3\n" },
  { "pairs of properties",
    ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:equals :q ; sh:disjoint :r ] .",
    ":a :p 1, 2 ; :q 2, 3 ; :r 1 .",
    ":a :p \"1\"^^xsd:integer equals 2\n:a :p \"3\"^^xsd:integer equals 2\n"
    ":a :p \"1\"^^xsd:integer disjoint 2\n" },
  { "and, or, xone, not",
    ":S sh:targetNode :a, :b ; sh:or ( :L :M ) ; sh:and ( :L :M ) ; sh:xone ( :L :M ) ; sh:not :L "
    ". :L sh:property [ sh:path :l ; sh:minCount 1 ] . :M sh:property [ sh:path :m ; sh:minCount 1 "
    "] .",
    ":a :l 1 ; :m 1 .", ":a  :a not 2\n:a  :a xone 2\n:b  :b and 0\n:b  :b or 0\n:b  :b xone 0\n" },
  { "qualified values, apart from those of the siblings",
    ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:qualifiedValueShape [ sh:class :A ] ; "
    "sh:qualifiedMinCount 1 ; sh:qualifiedValueShapesDisjoint true ], [ sh:path :p ; "
    "sh:qualifiedValueShape [ sh:class :B ] ; sh:qualifiedMaxCount 0 ; "
    "sh:qualifiedValueShapesDisjoint true ] .",
    ":a :p :ab . :ab a :A, :B .", ":a :p  qualifiedMinCount 2\n" },
  { "deactivated shapes say nothing, wherever they stand",
    ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:minCount 1 ; sh:deactivated true ], "
    "[ sh:path :q ; sh:minCount 1 ] . :T sh:targetNode :a ; sh:deactivated true ; sh:nodeKind "
    "sh:Literal .",
    ":a :x 1 .", ":a :q  minCount 2\n" },
  { "shapes within shapes report for each value",
    ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:property [ sh:path :q ; sh:minCount 1 ] ] "
    ".",
    ":a :p :b, [ ] .", ":b :q  minCount 2\n:a / :p :q  minCount 2\n" },
  { "a node kind that SHACL does not know is met by nothing",
    ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:nodeKind :Organization ] .", ":a :p :b .",
    ":a :p :b nodeKind 2\n" },
};

static void results_are_those_of_the_specification(void **state)
{
  bool good = true;
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct sv_error err = { 0 };
    struct sv_shacl *s = NULL;
    struct sv_shacl_report *r = NULL;
    struct sv_buf found = SV_BUF(65536);
    struct sv_graph *shapes = graph(cases[i].shapes), *data = graph(cases[i].data);
    if (sv_shacl_compile(shapes, NULL, &s, &err) == SV_OK &&
        sv_shacl_validate(s, data, NULL, &r, &err) == SV_OK)
      for (size_t k = 0; k < sv_shacl_report_kept(r); k++)
        add_result(r, k, &found);
    if (!r || strcmp(sv_buf_text(&found), cases[i].results) != 0) {
      print_message("# %s: %s\n%s", cases[i].sentence, err.text, sv_buf_text(&found));
      good = false;
    }
    sv_buf_free(&found);
    sv_shacl_report_free(r);
    sv_shacl_free(s);
    sv_graph_free(data);
    sv_graph_free(shapes);
  }
  assert_true(good);
}

static const struct fault {
  const char *shapes;
  size_t line;
  const char *words;
} faults[] = {
  { ":S sh:targetNode :a ; sh:property [ sh:minCount 1 ] .", 2, "has no sh:path" },
  { ":S sh:targetNode :a ;\n sh:property [ sh:path :p, :q ] .", 3,
    "sh:path may be given only once" },
  { ":S sh:targetNode :a ;\n sh:property [ sh:path ( :p ) ] .", 3, "at least two members" },
  { ":S sh:targetNode :a ;\n sh:property [ sh:path [ ] ] .", 3, "is no path" },
  { ":S sh:targetNode :a ; sh:property [ sh:path _:p ] .\n_:p sh:zeroOrMorePath _:p .", 2,
    "is part of itself" },
  { ":S sh:targetNode :a ; sh:property [ sh:path _:l ] .\n_:l rdf:first :p ; rdf:rest _:l .", 2,
    "goes round in a circle" },
  { ":S sh:targetNode :a ; sh:in _:l .\n_:l rdf:first 1 ; rdf:rest _:m . _:m rdf:first 2 ; "
    "rdf:rest "
    "_:l .",
    2, "the list of sh:in goes round in a circle" },
  { ":S sh:targetNode :a ; sh:in _:l .\n_:l rdf:first 1, 2 ; rdf:rest () .", 2,
    "well-formed list" },
  { ":S sh:targetNode :a ; sh:node :T .\n:T sh:property [ sh:path :p ; sh:node :S ] .", 2,
    ":S refers to itself" },
  { ":S sh:targetNode :a ; sh:or ( [ sh:not :S ] ) .", 2, "refers to itself" },
  { ":S sh:targetNode :a ; sh:minCount 1 .", 2, "has no sh:path" },
  { ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:minCount -1 ] .", 2, "not negative" },
  { ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:minCount 1, 2 ] .", 2, "only once" },
  { ":S sh:targetNode :a ; sh:pattern \"(\" .", 2, "no regular expression" },
  { ":S sh:targetNode :a ; sh:pattern \"a\" ; sh:flags \"g\" .", 2, "s, m, i, x and q" },
  { ":S sh:targetNode :a ; sh:datatype \"x\" .", 2, "must be an IRI" },
  { ":S sh:targetNode :a ; sh:nodeKind \"x\" .", 2, "six node kinds" },
  { ":S sh:targetNode :a ; sh:minInclusive \"x\"^^xsd:integer .", 2, "well-formed literal" },
  { ":S sh:targetNode [ ] .", 2, "an IRI or a literal" },
  { ":S sh:targetNode :a ; sh:closed \"yes\" .", 2, "true or false" },
  { ":S sh:targetNode :a ; sh:message :m .", 2, "must be a text" },
  { ":S sh:targetNode :a ; sh:not \"x\" .", 2, "must be a shape" },
  { ":S sh:targetNode :a ; sh:node [ sh:path :p ] .", 2, "use sh:property" },
  { ":S sh:targetNode :a .\n<> sh:entailment :RDFS .", 3, "entailment" },
};

static void ill_formed_shapes_are_refused_with_their_line(void **state)
{
  bool good = true;
  (void)state;
  for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
    struct sv_error err = { 0 };
    struct sv_shacl *s = NULL;
    struct sv_graph *shapes = graph(faults[i].shapes);
    const enum sv_status status = sv_shacl_compile(shapes, NULL, &s, &err);
    if (status != SV_INVALID || err.line != faults[i].line || !strstr(err.text, faults[i].words) ||
        strcmp(err.file, "d") != 0) {
      print_message("# %s\n# %d %zu %s\n", faults[i].shapes, (int)status, err.line, err.text);
      good = false;
    }
    sv_shacl_free(s);
    sv_graph_free(shapes);
  }
  assert_true(good);
}

struct judged {
  struct sv_graph *shapes, *data;
  struct sv_shacl *s;
  struct sv_shacl_report *r;
};

static struct judged judge(const char *shapes, const char *data)
{
  struct sv_error err = { 0 };
  struct judged j = { .shapes = graph(shapes), .data = graph(data) };
  assert_int_equal(sv_shacl_compile(j.shapes, NULL, &j.s, &err), SV_OK);
  assert_int_equal(sv_shacl_validate(j.s, j.data, NULL, &j.r, &err), SV_OK);
  return j;
}

static void end(struct judged *j)
{
  sv_shacl_report_free(j->r);
  sv_shacl_free(j->s);
  sv_graph_free(j->shapes);
  sv_graph_free(j->data);
}

static void focus_nodes_are_counted(void **state)
{
  (void)state;
  struct judged j =
      judge(":S sh:targetClass :C . :T sh:targetNode :a, :z . :U sh:targetClass :D . ", ":a a :C . "
                                                                                        ":b a :C "
                                                                                        ".");
  assert_int_equal(sv_shacl_target_count(j.s), 3);
  assert_int_equal(sv_shacl_report_shape_focus(j.r, 0), 2);
  assert_int_equal(sv_shacl_report_shape_focus(j.r, 1), 2);
  assert_int_equal(sv_shacl_report_shape_focus(j.r, 2), 0);
  assert_int_equal(sv_shacl_report_focus(j.r), 3);
  assert_int_equal(sv_shacl_report_total(j.r), 0);
  end(&j);
  j = judge(":S sh:targetClass :C .", ":a a :D .");
  assert_int_equal(sv_shacl_report_focus(j.r), 0);
  end(&j);
}

static void severities_are_counted_apart(void **state)
{
  (void)state;
  struct judged j = judge(":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:minCount 1 ], "
                          "[ sh:path :p ; sh:minCount 1 ; sh:severity sh:Info ], "
                          "[ sh:path :p ; sh:minCount 1 ; sh:severity sh:Warning ], "
                          "[ sh:path :p ; sh:minCount 1 ; sh:severity :Grave ] .",
                          ":a :q 1 .");
  for (size_t i = 0; i < SV_SHACL_SEVERITIES; i++)
    assert_int_equal(sv_shacl_report_count(j.r, (enum sv_shacl_severity)i), 1);
  assert_int_equal(sv_shacl_report_total(j.r), 4);
  end(&j);
}

static void results_over_the_limit_are_counted(void **state)
{
  struct sv_error err = { 0 };
  struct sv_shacl_report *r = NULL;
  struct sv_shacl_limits limits = SV_SHACL_LIMITS;
  (void)state;
  struct judged j = judge(":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:nodeKind sh:IRI ] .",
                          ":a :p 1, 2, 3, 4, 5 .");
  limits.results = 2;
  assert_int_equal(sv_shacl_validate(j.s, j.data, &limits, &r, &err), SV_OK);
  assert_int_equal(sv_shacl_report_kept(r), 2);
  assert_int_equal(sv_shacl_report_total(r), 5);
  sv_shacl_report_free(r);
  end(&j);
}

static void assert_message(const struct judged *j, enum sv_lang lang, const char *wanted)
{
  struct sv_buf text = SV_BUF(65536);
  assert_int_equal(sv_shacl_say_message(j->r, 0, lang, &text), SV_OK);
  assert_string_equal(sv_buf_text(&text), wanted);
  sv_buf_free(&text);
}

static void messages_are_in_the_reader_s_language(void **state)
{
  (void)state;
  struct judged j = judge(":S sh:targetNode :a ; sh:nodeKind sh:Literal ; sh:message \"nb\"@nb, "
                          "\"en\"@en-GB .",
                          ":a :p 1 .");
  assert_message(&j, SV_NB, "nb");
  assert_message(&j, SV_NN, "nb");
  assert_message(&j, SV_EN, "en");
  end(&j);
  j = judge(":S sh:targetNode :a ; sh:nodeKind sh:Literal ; sh:message \"nn\"@nn .", ":a :p 1 .");
  assert_message(&j, SV_NB, "nn");
  assert_message(&j, SV_EN, ":a must be a literal");
  end(&j);
  j = judge(":S sh:targetNode :a ; sh:nodeKind sh:Literal ; sh:message \"any\" .", ":a :p 1 .");
  assert_message(&j, SV_EN, "any");
  end(&j);
}

static void identity_numbers_are_hidden(void **state)
{
  struct sv_error err = { 0 };
  struct sv_graph *g = NULL;
  struct sv_buf text = SV_BUF(65536);
  (void)state;
  struct judged j = judge(":S sh:targetSubjectsOf :p ; sh:property [ sh:path :p ; sh:maxLength 1 ] "
                          ".",
                          "<http://x/01819990081> :p \"x 01819990081\"@nb, 01819990081 .");
  for (size_t i = 0; i < sv_shacl_report_kept(j.r); i++) {
    add_result(j.r, i, &text);
    (void)sv_shacl_say_message(j.r, i, SV_EN, &text);
  }
  assert_int_equal(sv_shacl_report_graph(j.r, &g, &err), SV_OK);
  assert_int_equal(sv_rdf_write(g, SV_RDF_TO_TURTLE, &text, &err), SV_OK);
  assert_null(strstr(sv_buf_text(&text), "01819990081"));
  assert_non_null(strstr(sv_buf_text(&text), "***********"));
  sv_graph_free(g);
  sv_buf_free(&text);
  end(&j);
}

static void a_blank_node_is_said_as_the_way_to_it(void **state)
{
  struct sv_buf text = SV_BUF(65536);
  (void)state;
  struct judged j = judge(":S sh:targetSubjectsOf :v .", ":a :p [ :q [ :v 1 ] ], [ :q [ :v 2 ] ] . "
                                                         "[] a :T ; :q [ :v 3 ] . "
                                                         "_:x :p _:y . _:y :p _:x ; :v 4 .");
  const sv_term p = sv_graph_find_iris(j.data, "http://x/v");
  size_t n;
  const uint32_t *found = sv_graph_subjects(j.data, p, 0, &n);
  for (size_t i = 0; i < n; i++) {
    const sv_term s = sv_graph_triples(j.data)[found[i]].s;
    assert_int_equal(sv_shacl_say_node(j.data, s, SV_SHACL_FOR_PEOPLE, &text), SV_OK);
    (void)sv_buf_addc(&text, '\n');
  }
  assert_string_equal(sv_buf_text(&text), ":a / :p[1] / :q\n:a / :p[2] / :q\n[a :T] / :q\n[]\n");
  sv_buf_cut(&text, 0);
  (void)sv_shacl_say_node(j.data, sv_graph_triples(j.data)[found[0]].s, SV_SHACL_FOR_MACHINES,
                          &text);
  assert_string_equal(sv_buf_text(&text), "<http://x/a>/<http://x/p>[1]/<http://x/q>");
  sv_buf_free(&text);
  end(&j);
}

static void the_report_is_a_graph(void **state)
{
  struct sv_error err = { 0 };
  struct sv_graph *g = NULL;
  struct sv_buf text = SV_BUF(65536);
  (void)state;
  struct judged j = judge(":S sh:targetNode :a ; sh:property :P . :P sh:path ( :p [ sh:inversePath "
                          ":q ] ) ; sh:maxCount 0 ; sh:message \"nei\"@nb ; sh:severity sh:Warning "
                          ".",
                          ":a :p :b . :c :q :b .");
  assert_int_equal(sv_shacl_report_graph(j.r, &g, &err), SV_OK);
  assert_int_equal(sv_rdf_write(g, SV_RDF_TO_TURTLE, &text, &err), SV_OK);
  static const char *const parts[] = { "a sh:ValidationReport",
                                       "sh:conforms false",
                                       "sh:focusNode :a",
                                       "sh:resultPath (",
                                       "sh:inversePath :q",
                                       "sh:resultSeverity sh:Warning",
                                       "sh:MaxCountConstraintComponent",
                                       "sh:sourceShape :P",
                                       "sh:resultMessage \"nei\"@nb" };
  for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
    assert_non_null(strstr(sv_buf_text(&text), parts[i]));
  sv_graph_free(g);
  sv_buf_free(&text);
  end(&j);
}

static void what_is_not_core_is_named(void **state)
{
  size_t n;
  (void)state;
  struct judged j = judge(":S sh:targetNode :a ; sh:sparql [ ] ; :mine 1 ; sh:property :nowhere . "
                          ":K a "
                          "sh:ConstraintComponent ; sh:parameter [ sh:path :mine ] . :T sh:target "
                          "[ ] . :U sh:sparql [ "
                          "] . :V sh:targetNode :a ; sh:deactivated true ; sh:sparql [ ] .",
                          ":a :p 1 .");
  (void)sv_shacl_unjudged(j.s, &n);
  assert_int_equal(n, 4);
  end(&j);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(results_are_those_of_the_specification),
    cmocka_unit_test(ill_formed_shapes_are_refused_with_their_line),
    cmocka_unit_test(focus_nodes_are_counted),
    cmocka_unit_test(severities_are_counted_apart),
    cmocka_unit_test(results_over_the_limit_are_counted),
    cmocka_unit_test(messages_are_in_the_reader_s_language),
    cmocka_unit_test(identity_numbers_are_hidden),
    cmocka_unit_test(a_blank_node_is_said_as_the_way_to_it),
    cmocka_unit_test(the_report_is_a_graph),
    cmocka_unit_test(what_is_not_core_is_named),
  };
  return cmocka_run_group_tests_name("shacl", tests, NULL, NULL);
}
