// SPDX-License-Identifier: Apache-2.0
/* The shapes lint: each rule on a small graph, graphs without fault, and the official Norwegian
 * shapes when they are there ($SAMSVAR_SHARED or ../shared beside the source). */
#include "tests/unit/unit.h"

#include "engines/base/file.h"
#include "engines/rdf/read.h"
#include "engines/shacl/lint.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define HEAD                                                                                       \
  "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix x: <http://x/> . "                          \
  "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . "                                       \
  "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . "
/* A node shape with a target that everybody can live with, around what is to be judged. */
#define SHAPE(what) HEAD "x:S a sh:NodeShape ; sh:targetClass x:C ; " what " ."
#define PROPERTY(what) SHAPE("sh:property [ sh:path x:p ; " what " ]")

/* What is found, as lines of "line rule sentence". */
struct said {
  struct sv_graph *g;
  struct sv_buf text;
  size_t count;
};

static void say(void *context, const struct sv_shacl_lint_finding *f)
{
  struct said *s = context;
  const char *name = NULL;
  size_t line = 0;
  (void)sv_graph_place(s->g, f->line, &name, &line);
  (void)sv_buf_addf(&s->text, "%zu %s ", line, f->rule);
  (void)sv_message_render(f->msgid, f->args, f->arg_count, &s->text);
  (void)sv_buf_addc(&s->text, '\n');
  s->count++;
}

static void lint(const char *text, size_t size, struct said *s)
{
  struct sv_error err = { 0 };
  const struct sv_rdf_options opt = { .name = "shapes", .base = "http://x/" };
  size_t total = 0;
  *s = (struct said){ .g = sv_graph_new(NULL), .text = SV_BUF((size_t)8 << 20) };
  assert_non_null(s->g);
  assert_int_equal(sv_rdf_read(s->g, text, size, SV_RDF_TURTLE, &opt, &err), SV_OK);
  assert_int_equal(sv_shacl_lint(s->g, say, s, &total, &err), SV_OK);
  assert_int_equal(total, s->count);
  assert_int_equal(s->text.failed, SV_OK);
}

static void forget(struct said *s)
{
  sv_graph_free(s->g);
  sv_buf_free(&s->text);
}

static const char *const clean[] = {
  PROPERTY("sh:minCount 1 ; sh:maxCount 2 ; sh:message \"a\"@nb, \"b\"@en ; sh:nodeKind sh:IRI"),
  PROPERTY("sh:or ( [ sh:datatype xsd:string ] [ sh:nodeKind sh:IRI ; sh:class x:D ] )"),
  PROPERTY("sh:pattern \"^a\" ; sh:flags \"i\" ; sh:severity sh:Warning"),
  PROPERTY("sh:qualifiedValueShape [ sh:class x:D ] ; sh:qualifiedMinCount 1"),
  PROPERTY("sh:in ( 1 2 3 )"),
  SHAPE("sh:property x:P . x:P a sh:PropertyShape ; sh:path ( x:p [ sh:inversePath x:q ] ) ; "
        "sh:minCount 1"),
  SHAPE("sh:property [ sh:path [ sh:alternativePath ( x:p x:q ) ] ; sh:minCount 1 ]"),
  SHAPE("sh:property [ sh:path ( [ sh:zeroOrMorePath x:p ] x:q ) ; sh:node x:N ] . x:N sh:class "
        "x:D"),
  SHAPE("sh:closed true ; sh:ignoredProperties ( rdfs:label )"),
  HEAD "x:C a rdfs:Class, sh:NodeShape ; sh:property [ sh:path x:p ; sh:minCount 1 ] .",
  SHAPE("sh:nodeKind sh:IRI . x:Off a sh:NodeShape ; sh:deactivated true ; sh:nodeKind sh:IRI"),
  SHAPE("sh:not [ sh:node x:S ]"),
  /* A severity of one's own is allowed (SHACL 2.1.4). */
  PROPERTY("sh:minCount 1 ; sh:severity x:Grave"),
};

static const struct {
  const char *shapes, *said; /* one finding: rule and sentence */
} faulty[] = {
  { PROPERTY("sh:MinCount 1 ; sh:maxCount 1"), "unknown-term SHACL has no term sh:MinCount, so "
                                               "this has no effect; did you mean sh:minCount?" },
  { PROPERTY("sh:minCount 1 ; sh:subClassOf x:q"), "unknown-term SHACL has no term sh:subClassOf, "
                                                   "so this has no effect; did you mean "
                                                   "rdfs:subClassOf?" },
  { PROPERTY("sh:minCount 1 ; sh:frobnicate 1"), "unknown-term SHACL has no term sh:frobnicate, so "
                                                 "this has no effect." },
  { PROPERTY("sh:minCount 1 ; sh:severity sh:Voilation"), "unknown-term SHACL has no term "
                                                          "sh:Voilation, so this has no effect; "
                                                          "did you mean "
                                                          "sh:Violation?" },
  { PROPERTY("sh:nodeKind sh:Iri"), "unknown-term SHACL has no term sh:Iri, so this has no effect; "
                                    "did you mean sh:IRI?" },
  { PROPERTY("sh:minCount 1 ; sh:Violation 1"), "misplaced-term sh:Violation is no property, so "
                                                "this has no effect." },
  { SHAPE("sh:nodeKind sh:IRI ; sh:minCount 1"), "misplaced-term sh:minCount is about the values "
                                                 "of "
                                                 "a path, but the shape here has no sh:path." },
  { SHAPE("sh:nodeKind sh:IRI . x:other sh:severity sh:Info"), "misplaced-term sh:severity says "
                                                               "something about a shape, but "
                                                               "x:other is none." },
  { PROPERTY("sh:class sh:path"), "misplaced-term sh:path is a property and can be no value of "
                                  "sh:class." },
  { SHAPE("sh:sparql [ ]"), "not-run sh:sparql is not in SHACL Core; samsvar does not run it." },
  { PROPERTY("sh:minCount 1 ; sh:flags \"i\""), "companion sh:flags has no effect without "
                                                "sh:pattern in the same shape." },
  { PROPERTY("sh:qualifiedValueShape [ sh:class x:D ]"), "companion sh:qualifiedValueShape has no "
                                                         "effect without sh:qualifiedMinCount in "
                                                         "the same "
                                                         "shape." },
  { PROPERTY("sh:minCount \"1\""), "value The value of sh:minCount must be a whole number "
                                   "(xsd:integer); \"1\" is none." },
  { PROPERTY("sh:nodeKind x:D"), "value The value of sh:nodeKind must be one of sh:IRI, "
                                 "sh:BlankNode, sh:Literal, "
                                 "sh:BlankNodeOrIRI, sh:BlankNodeOrLiteral and sh:IRIOrLiteral; "
                                 "x:D is none." },
  { PROPERTY("sh:class \"D\""), "value The value of sh:class must be an IRI; \"D\" is none." },
  { PROPERTY("sh:or x:D"), "value The value of sh:or must be a list of shapes; x:D is none." },
  { PROPERTY("sh:pattern \"a\"@nb"), "value The value of sh:pattern must be a text without a "
                                     "language (xsd:string); \"a\"@nb is "
                                     "none." },
  { PROPERTY("sh:uniqueLang 1"), "value The value of sh:uniqueLang must be true or false "
                                 "(xsd:boolean); \"1\"^^xsd:integer is "
                                 "neither." },
  { PROPERTY("sh:minCount 1, 2"), "too-many x:S sh:property [x:p] has 2 values of sh:minCount, "
                                  "which may have one; the shape is "
                                  "ill-formed. Is it defined twice?" },
  { PROPERTY("sh:minCount 3 ; sh:maxCount 2"), "bounds sh:minCount is above sh:maxCount in x:S "
                                               "sh:property [x:p]: nothing can satisfy both." },
  { PROPERTY("sh:nodeKind sh:Literal ; sh:class x:D"), "contradiction sh:class and sh:nodeKind "
                                                       "contradict each other in x:S sh:property "
                                                       "[x:p]: no "
                                                       "value can satisfy both." },
  { PROPERTY("sh:class rdfs:Literal"), "class rdfs:Literal is a class of literals, and no literal "
                                       "is ever an instance in the graph: "
                                       "sh:class fails for every value. Use sh:datatype or "
                                       "sh:nodeKind sh:Literal." },
  { PROPERTY("sh:datatype sh:Literal"), "datatype sh:Literal is no datatype: sh:datatype fails for "
                                        "every value. Use sh:nodeKind." },
  { PROPERTY("sh:minCount 1 ; sh:message \"a\"@nb, \"b\"@nb"), "same-language x:S sh:property "
                                                               "[x:p] has two values of sh:message "
                                                               "in the same language (nb)." },
  { SHAPE("sh:and ( sh:or [ sh:nodeKind sh:IRI ] )"), "list-member The list of sh:and must hold "
                                                      "shapes; sh:or is none. A list within a list "
                                                      "needs a "
                                                      "shape around it: [ sh:or ( … ) ]." },
  { SHAPE("sh:nodeKind sh:IRI ; sh:or ( )"), "empty-list The list of sh:or is empty." },
  { SHAPE("sh:in _:a . _:a <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> 1 ; "
          "<http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:a"),
    "list The list of sh:in comes back to itself." },
  { SHAPE("sh:in _:a . _:a <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> 1 ; "
          "<http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:b"),
    "list The list of sh:in does not end with rdf:nil." },
  { SHAPE("sh:property [ sh:path _:a ; sh:minCount 1 ] . _:a sh:zeroOrMorePath _:a"),
    "path The path of x:S sh:property is malformed: a path is an IRI, a list of at least two "
    "paths, "
    "or one of sh:inversePath, sh:alternativePath, sh:zeroOrMorePath, sh:oneOrMorePath and "
    "sh:zeroOrOnePath." },
  { SHAPE("sh:property [ sh:path \"p\" ; sh:minCount 1 ]"), "path The path of x:S sh:property is "
                                                            "malformed: a path is an IRI, a list "
                                                            "of at least two paths, "
                                                            "or one of sh:inversePath, "
                                                            "sh:alternativePath, "
                                                            "sh:zeroOrMorePath, sh:oneOrMorePath "
                                                            "and "
                                                            "sh:zeroOrOnePath." },
  { SHAPE("sh:nodeKind sh:IRI . x:T a sh:NodeShape ; sh:property [ sh:path x:p ; sh:minCount 1 ]"),
    "untargeted x:T has no target, and no shape that has one uses it: it never judges anything." },
  { SHAPE("sh:nodeKind sh:IRI . x:T sh:node x:U . x:U sh:node x:T"), "untargeted x:T has no "
                                                                     "target, and no shape that "
                                                                     "has one uses it: it never "
                                                                     "judges anything." },
  { SHAPE("rdfs:label \"S\""), "no-constraint x:S has no constraint: everything conforms to it." },
  { PROPERTY("sh:message \"a\""), "no-constraint x:S sh:property [x:p] has no constraint: "
                                  "everything conforms to it." },
  { PROPERTY("sh:node x:Gone"), "undescribed sh:node names the shape x:Gone, which is not "
                                "described here: everything conforms "
                                "to it." },
  { SHAPE("sh:property [ sh:nodeKind sh:IRI ]"), "no-path x:S sh:property stands under sh:property "
                                                 "but has no sh:path." },
  { SHAPE("sh:node [ sh:path x:p ; sh:minCount 1 ]"), "path-in-node x:S sh:node [x:p] stands under "
                                                      "sh:node but has a sh:path; a property shape "
                                                      "stands under sh:property." },
  { SHAPE("sh:path x:p ; sh:minCount 1"), "path-in-node x:S is a sh:NodeShape but has a sh:path." },
  { HEAD "x:S a sh:NodeShape ; sh:nodeKind sh:IRI .", "no-target No shape here has a target: "
                                                      "nothing is ever judged." },
  { HEAD "x:a x:b x:c .", "no-shape There is no SHACL shape here." },
  { SHAPE("sh:property [ sh:path <http://data.europa.eu/r5ravailability> ; sh:minCount 1 ]"),
    "namespace <http://data.europa.eu/r5ravailability> is not in the namespace "
    "<http://data.europa.eu/r5r/>: the sign between the namespace and the name is missing, so "
    "nothing is ever found under it." },
  { SHAPE("sh:property [ sh:path <http://www.w3.org/ns/dcat/theme> ; sh:minCount 1 ]"),
    "namespace <http://www.w3.org/ns/dcat/theme> is not in the namespace "
    "<http://www.w3.org/ns/dcat#>: the sign before the name is another, so nothing is ever found "
    "under it." },
  { SHAPE("sh:property [ sh:path <https://purl.org/dc/terms/title> ; sh:minCount 1 ]"),
    "namespace <https://purl.org/dc/terms/title> is not in the namespace "
    "<http://purl.org/dc/terms/>: http and https are not the same name, so nothing is ever found "
    "under it." },
  { "@prefix v: <http://v/v> . " SHAPE("sh:class v:D"), "prefix The namespace <http://v/v> of the "
                                                        "prefix v: ends neither with / nor with "
                                                        "#." },
  { "@prefix dcat: <http://v/> . " SHAPE("sh:class dcat:D"), "prefix The prefix dcat: stands for "
                                                             "<http://v/> here, and for "
                                                             "<http://www.w3.org/ns/dcat#> "
                                                             "everywhere else." },
};

/* What must be found in the official files: how many in all, and the faults that are known, with
 * their lines. Those of dcatap stand where the namespace without its slash is used first. */
static const struct {
  const char *file;
  size_t count;
  const char *said[16];
} official[] = {
  { "cpsv-ap-no-1.1.ttl",
    37,
    { "214 unknown-term SHACL has no term sh:propertye",
      "216 unknown-term SHACL has no term "
      "sh:propertye",
      "217 unknown-term SHACL has no term sh:propertye",
      "218 unknown-term SHACL has no term sh:propertye, so this has no effect; did you mean "
      "sh:property?",
      "210 no-constraint :EvidenceTypeListShape", "995 unknown-term SHACL has no term sh:Voilation",
      "1198 unknown-term SHACL has no term sh:Voilation",
      "1263 unknown-term SHACL has no term sh:Voilation",
      "1384 unknown-term SHACL has no term sh:Voilation",
      "1392 unknown-term SHACL has no term sh:Voilation",
      "1498 unknown-term SHACL has no term sh:Voilation", "1941 datatype sh:Literal is no datatype",
      "1965 datatype sh:Literal is no datatype" } },
  { "dcat-ap-no-2.2.ttl",
    25,
    { "565 namespace <http://data.europa.eu/r5ravailability> is not in the namespace "
      "<http://data.europa.eu/r5r/>",
      "1394 unknown-term SHACL has no term sh:MinCount",
      "1406 unknown-term SHACL has no term sh:MinCount",
      "95 unknown-term SHACL has no term sh:targetSubjectOf",
      "96 unknown-term SHACL has no term sh:targetSubjectOf",
      "97 unknown-term SHACL has no term sh:targetSUbjectOf, so this has no effect; did you mean "
      "sh:targetSubjectsOf?",
      "91 list-member The list of sh:and must hold shapes; sh:or is none.",
      "94 list-member The list of sh:and must hold shapes; sh:or is none.",
      "1367 list-member The list of sh:or must hold shapes; sh:or is none.",
      "68 untargeted :Agent_Shape has no target" } },
  { "modelldcat-ap-no-1.ttl",
    72,
    { "300 unknown-term SHACL has no term sh:subClassOf, so this has no effect; did you mean "
      "rdfs:subClassOf?",
      "1186 unknown-term SHACL has no term sh:patern, so this has no effect; did you mean "
      "sh:pattern?",
      "102 unknown-term SHACL has no term sh:sh:targetObjectsOf, so this has no effect; did you "
      "mean sh:targetObjectsOf?",
      "201 companion sh:flags has no effect without sh:pattern",
      "628 value The value of sh:nodeKind must be one of",
      "699 list-member The list of sh:or must hold shapes; sh:property is none.",
      "799 prefix The prefix xkos: stands for "
      "<https://ddialliance.org/Specification/XKOS/1.2/OWL/xkos.html> here",
      "1116 namespace <https://www.w3.org/ns/dx/prof/isProfileOf> is not in the namespace "
      "<http://www.w3.org/ns/dx/prof/>" } },
  { "skos-ap-no-begrep-1.ttl", 0, { NULL } },
  { "skos-ap-no-begrep-2.ttl",
    7,
    { "203 no-constraint :AssociativeConceptRelation-Shape3", "664 untargeted "
                                                              ":hasMin1MaxNShape-"
                                                              "skosnoHasComprehensiveConcept" } },
  { "xkos-ap-no-1.ttl", 1, { "629 untargeted :LanguageRestriction" } },
  { "dcat-ap-no-ontologies.ttl",
    2,
    { "no-shape There is no SHACL shape here.", "17 namespace "
                                                "<http://data.europa.eu/r5ravailability>" } },
  { "eu/cpsv-ap-3.2.0.ttl", 0, { NULL } },
  { "eu/dcat-ap-hvd-3.0.0.ttl", 0, { NULL } },
  { "eu/dcat-ap-2.1.1-mdr-vocabularies.ttl", 0, { NULL } },
  { "eu/dcat-ap-3.0.1.ttl",
    2,
    { "564 undescribed shacl:property names the shape", "566 undescribed shacl:property" } },
};

static void clean_shapes_give_no_findings(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof clean / sizeof clean[0]; i++) {
    struct said s;
    lint(clean[i], strlen(clean[i]), &s);
    if (s.count > 0)
      print_error("%s\n%s", clean[i], sv_buf_text(&s.text));
    assert_int_equal(s.count, 0);
    forget(&s);
  }
}

static void each_fault_is_said_once_in_a_sentence(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof faulty / sizeof faulty[0]; i++) {
    struct said s;
    char expected[600];
    lint(faulty[i].shapes, strlen(faulty[i].shapes), &s);
    (void)snprintf(expected, sizeof expected, "1 %s\n", faulty[i].said);
    if (strcmp(expected, sv_buf_text(&s.text)) != 0)
      print_error("%s\n", faulty[i].shapes);
    assert_string_equal(sv_buf_text(&s.text), expected);
    forget(&s);
  }
}

static void findings_come_in_order_of_line(void **state)
{
  (void)state;
  static const char text[] = HEAD "\nx:S a sh:NodeShape ;\nsh:targetClass x:C ;\nsh:b 1 ;\n"
                                  "sh:nodeKind sh:Iri ;\nsh:datatype rdfs:Literal .\n";
  struct said s;
  lint(text, strlen(text), &s);
  assert_int_equal(s.count, 3);
  assert_int_equal(strncmp(sv_buf_text(&s.text), "4 unknown-term", 14), 0);
  assert_non_null(strstr(sv_buf_text(&s.text), "\n5 unknown-term"));
  assert_non_null(strstr(sv_buf_text(&s.text), "\n6 datatype"));
  forget(&s);
}

/* A path of a hundred thousand steps, and a list that comes back: both end. */
static void long_paths_and_lists_end(void **state)
{
  (void)state;
  struct said s;
  struct sv_buf text = SV_BUF((size_t)16 << 20);
  (void)sv_buf_adds(&text, HEAD "x:S sh:targetClass x:C ; sh:property [ sh:minCount 1 ; sh:path "
                                "_:p0 "
                                "] .\n");
  for (int i = 0; i < 100000; i++)
    (void)sv_buf_addf(&text, "_:p%d sh:inversePath _:p%d .\n", i, i + 1);
  (void)sv_buf_adds(&text, "_:p100000 sh:inversePath _:p0 .\n");
  lint(sv_buf_text(&text), text.size, &s);
  assert_int_equal(s.count, 1);
  assert_non_null(strstr(sv_buf_text(&s.text), "path The path of x:S sh:property is malformed"));
  forget(&s);
  sv_buf_free(&text);
}

static bool read_official(const char *file, struct sv_buf *text)
{
  char path[4200];
  struct sv_error err = { 0 };
  const char *shared = getenv("SAMSVAR_SHARED"), *source = getenv("abs_srcdir");
  (void)snprintf(path, sizeof path, "%s%s/corpus/rdf-no/shapes/%s",
                 shared ? shared : (source ? source : "."), shared ? "" : "/../shared", file);
  return access(path, R_OK) == 0 && sv_file_read(path, text, &err) == SV_OK;
}

static void official_shapes_show_their_faults(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof official / sizeof official[0]; i++) {
    struct said s;
    struct sv_buf text = SV_BUF((size_t)1 << 20);
    if (!read_official(official[i].file, &text)) {
      print_message("# the shapes of ../shared are absent: skipped\n");
      sv_buf_free(&text);
      skip();
    }
    lint(sv_buf_text(&text), text.size, &s);
    for (size_t j = 0; official[i].said[j]; j++)
      if (!strstr(sv_buf_text(&s.text), official[i].said[j]))
        fail_msg("%s: not said: %s", official[i].file, official[i].said[j]);
    if (s.count != official[i].count)
      print_error("%s\n%s", official[i].file, sv_buf_text(&s.text));
    assert_int_equal(s.count, official[i].count);
    forget(&s);
    sv_buf_free(&text);
  }
}

/* The shapes of the W3C suite: those that are ill-formed on purpose, one word that SHACL does not
 * have, and no more. */
static const char *const suite_findings[] = {
  "core/node/qualified-001-shapes.ttl companion",
  "core/node/qualified-001-shapes.ttl misplaced-term",
  "core/node/qualified-001-shapes.ttl bounds",
  "core/path/path-strange-001.ttl path",
  "core/path/path-strange-002.ttl path",
  "core/property/qualifiedValueShape-001.ttl unknown-term",
};

struct suite {
  const char *file;
  size_t unexpected;
};

static void say_suite(void *context, const struct sv_shacl_lint_finding *f)
{
  struct suite *s = context;
  char line[600];
  bool expected = strcmp(f->rule, "no-shape") == 0 || strcmp(f->rule, "no-target") == 0;
  (void)snprintf(line, sizeof line, "%s %s", s->file, f->rule);
  for (size_t i = 0; i < sizeof suite_findings / sizeof suite_findings[0]; i++)
    expected |= strcmp(suite_findings[i], line) == 0;
  if (!expected)
    print_error("%s\n", line);
  s->unexpected += !expected;
}

static void the_w3c_suite_is_clean(void **state)
{
  (void)state;
  glob_t found;
  char pattern[4200];
  const char *shared = getenv("SAMSVAR_SHARED"), *source = getenv("abs_srcdir");
  const int folder = snprintf(pattern, sizeof pattern, "%s%s/corpus/shacl/tests/",
                              shared   ? shared
                              : source ? source
                                       : ".",
                              shared ? "" : "/../shared");
  (void)snprintf(pattern + folder, sizeof pattern - (size_t)folder, "core/*/*.ttl");
  if (glob(pattern, 0, NULL, &found) != 0)
    skip();
  struct suite s = { .unexpected = 0 };
  for (size_t i = 0; i < found.gl_pathc; i++) {
    struct sv_buf text = SV_BUF((size_t)1 << 20);
    struct sv_error err = { 0 };
    const struct sv_rdf_options opt = { .name = "s", .base = "http://x/" };
    struct sv_graph *g = sv_graph_new(NULL);
    s.file = found.gl_pathv[i] + folder;
    assert_int_equal(sv_file_read(found.gl_pathv[i], &text, &err), SV_OK);
    assert_int_equal(sv_rdf_read(g, sv_buf_text(&text), text.size, SV_RDF_TURTLE, &opt, &err),
                     SV_OK);
    assert_int_equal(sv_shacl_lint(g, say_suite, &s, NULL, &err), SV_OK);
    sv_graph_free(g);
    sv_buf_free(&text);
  }
  assert_true(found.gl_pathc > 90);
  assert_int_equal(s.unexpected, 0);
  globfree(&found);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(clean_shapes_give_no_findings),
    cmocka_unit_test(each_fault_is_said_once_in_a_sentence),
    cmocka_unit_test(findings_come_in_order_of_line),
    cmocka_unit_test(long_paths_and_lists_end),
    cmocka_unit_test(official_shapes_show_their_faults),
    cmocka_unit_test(the_w3c_suite_is_clean),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
