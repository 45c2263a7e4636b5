// SPDX-License-Identifier: Apache-2.0
/* Code lists: those of the product, what they answer, and the form they are read in. */
#include "tests/unit/unit.h"

#include "engines/rdf/read.h"
#include "engines/vocabulary/skos.h"

#include <string.h>

#define AUTH "http://publications.europa.eu/resource/authority/"
#define TOP                                                                                        \
  "id\tx\ntitle_nb\tB\ntitle_nn\tN\ntitle_en\tE\ntaken\t2026-11-22\nsource\ts\ncomplete\tyes\n"
#define HEAD "\nuri\tcode\tlabel_nb\tlabel_nn\tlabel_en\textra\n"

static struct sv_vocabularies *all;

static int open_all(void **state)
{
  (void)state;
  all = sv_vocabularies_new();
  return all ? 0 : -1;
}

static int close_all(void **state)
{
  (void)state;
  sv_vocabularies_free(all);
  return 0;
}

static void every_list_says_where_it_is_from(void **state)
{
  (void)state;
  size_t codes = 0;
  assert_int_equal(sv_vocabularies_count(all), 45);
  for (size_t i = 0; i < sv_vocabularies_count(all); i++) {
    const struct sv_vocabulary *v = sv_vocabularies_at(all, i);
    assert_ptr_equal(sv_vocabularies_find(all, v->id), v);
    assert_true(*v->source && *v->taken && *v->version);
    assert_true(*v->title_nb && *v->title_nn && *v->title_en);
    codes += v->count;
    for (size_t j = 0; j < v->count; j++)
      if (*v->codes[j].iri)
        assert_ptr_equal(sv_vocabulary_find(v, v->codes[j].iri), &v->codes[j]);
  }
  assert_int_equal(codes, 4051);
  assert_null(sv_vocabularies_find(all, "none"));
}

static const struct {
  const char *list, *iri;
  enum sv_code_answer answer;
  const char *code; /* of what was found or meant; NULL: nothing */
} answers[] = {
  { "eu-access-right", AUTH "access-right/PUBLIC", SV_CODE_KNOWN, "PUBLIC" },
  { "eu-access-right", "https://publications.europa.eu/resource/authority/access-right/PUBLIC",
    SV_CODE_MISSPELT, "PUBLIC" },
  { "eu-access-right", AUTH "access-right/public/", SV_CODE_MISSPELT, "PUBLIC" },
  { "eu-access-right", AUTH "access-right/OPEN", SV_CODE_UNKNOWN, NULL },
  { "eu-access-right", "", SV_CODE_UNKNOWN, NULL },
  { "eu-language", AUTH "language/NOB", SV_CODE_KNOWN, "NOB" },
  { "eu-language", AUTH "language/FRA", SV_CODE_UNSURE, NULL },
  { "eu-country", AUTH "country/SWE", SV_CODE_UNSURE, NULL },
  { "los", "https://psi.norge.no/los/ord/abort", SV_CODE_KNOWN, "abort" },
  { "los", "http://psi.norge.no/los/ord/abort", SV_CODE_MISSPELT, "abort" },
  { "no-organisation-uri", "https://data.brreg.no/enhetsregisteret/api/enheter/974760673",
    SV_CODE_KNOWN, "brreg-api" },
  { "no-organisation-uri", "https://data.brreg.no/enhetsregisteret/api/enheter/97476067",
    SV_CODE_UNSURE, NULL },
  { "no-open-licence-uri", "http://data.norge.no/nlod/no/2.0/", SV_CODE_MISSPELT,
    "https://data.norge.no/nlod/no/2.0" },
};

static void answers_are_those_of_the_list(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof answers / sizeof answers[0]; i++) {
    const struct sv_code *code = NULL;
    const struct sv_vocabulary *v = sv_vocabularies_find(all, answers[i].list);
    assert_non_null(v);
    if (sv_vocabulary_judge(v, answers[i].iri, &code) != answers[i].answer)
      fail_msg("%s", answers[i].iri);
    if (answers[i].code)
      assert_string_equal(code->code, answers[i].code);
    else
      assert_null(code);
  }
}

static void lists_are_found_by_an_iri_in_their_scheme(void **state)
{
  (void)state;
  static const struct {
    const char *iri, *id;
  } cases[] = {
    { AUTH "file-type/CSV", "eu-file-type" },
    { AUTH "file-type", "eu-file-type" },
    { AUTH "licence/CC0", "eu-licence" },
    { "http://psi.norge.no/los/tema/bolig", "los" },
    { "https://data.norge.no/vocabulary/role-type#data-provider", "no-role-type" },
    { "https://www.iana.org/assignments/media-types/text/csv", "iana-media-type" },
    { AUTH "file-types/CSV", NULL },
    { "http://example.org/", NULL },
    { "", NULL },
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    const struct sv_vocabulary *v = sv_vocabularies_of(all, cases[i].iri);
    if (cases[i].id)
      assert_string_equal(v ? v->id : "none", cases[i].id);
    else
      assert_null(v);
  }
}

static void labels_fall_back_on_other_languages(void **state)
{
  (void)state;
  const struct sv_vocabulary *v = sv_vocabularies_find(all, "eu-continent");
  const struct sv_code *c = sv_vocabulary_find_code(v, "AFRICA");
  assert_string_equal(sv_code_label(c, SV_NN), "Afrika");
  assert_string_equal(sv_code_label(c, SV_EN), "Africa");
  assert_string_equal(sv_vocabulary_title(v, SV_NN), "Verdsdelar (EU)");
  c = sv_vocabulary_find_code(sv_vocabularies_find(all, "iana-media-type"), "application/json");
  assert_string_equal(sv_code_label(c, SV_NB), "application/json");
}

static const struct {
  const char *text;
  size_t line; /* 0: it is read */
} forms[] = {
  { TOP HEAD "http://x/a\ta\tA\t\t\t\n", 0 },
  { TOP HEAD "http://x/a\ta\t\t\t\t\r\nhttp://x/b\tb\t\t\t\tmore", 0 },
  { TOP HEAD "\tcode\t\t\t\t\n", 0 },
  { "", 0 + 1 },
  { TOP, 7 },
  { TOP HEAD, 9 },
  { TOP "\nuri\tcode\n", 9 },
  { TOP HEAD "http://x/a\ta\n", 10 },
  { TOP HEAD "http://x/a\ta\t\t\t\t\tmore\n", 10 },
  { TOP HEAD "a\ta\t\t\t\t\n", 10 },
  { TOP HEAD "\t\t\t\t\t\n", 10 },
  { TOP HEAD "http://x/a\ta\t\t\t\t\nhttp://x/a\tb\t\t\t\t\n", 11 },
  { "id\tx\nid\ty\n", 2 },
  { "id\tx\ncolour\tred\n", 2 },
  { "id x\n", 1 },
  { "complete\tmaybe\n", 1 },
  { TOP "scheme\tx\n" HEAD, 9 },
  { TOP "issued\tyesterday\n" HEAD, 9 },
  { "id\tX\ntitle_nb\tB\ntitle_nn\tN\ntitle_en\tE\ntaken\t2026-11-"
    "22\nsource\ts\ncomplete\tno\n" HEAD,
    8 },
  { "id\t\xFF\n", 1 },
};

static void malformed_lists_are_refused_with_the_line(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
    struct sv_vocabulary *v = NULL;
    struct sv_error err = { 0 };
    const enum sv_status status =
        sv_vocabulary_read(forms[i].text, strlen(forms[i].text), "f", &v, &err);
    if (status != (forms[i].line ? SV_INVALID : SV_OK))
      fail_msg("%s: %s", forms[i].text, err.text);
    if (forms[i].line && strlen(forms[i].text) && err.line != forms[i].line)
      fail_msg("%s: line %zu: %s", forms[i].text, err.line, err.text);
    assert_true((status == SV_OK) == (v != NULL));
    sv_vocabulary_free(v);
  }
}

static void a_list_with_the_same_id_replaces_the_older(void **state)
{
  (void)state;
  static const char text[] = "id\teu-country\ntitle_nb\tLand\ntitle_nn\tLand\ntitle_"
                             "en\tCountries\nscheme\t" AUTH
                             "country\nversion\t2027\ntaken\t2027-01-"
                             "01\nsource\ts\ncomplete\tyes\n" HEAD AUTH "country/"
                                                                        "SWE\tSWE\t\t\tSweden\t\n";
  struct sv_vocabularies *own = sv_vocabularies_new();
  struct sv_vocabulary *v = NULL;
  struct sv_error err = { 0 };
  assert_non_null(own);
  assert_int_equal(sv_vocabulary_read(text, strlen(text), "f", &v, &err), SV_OK);
  assert_int_equal(sv_vocabularies_add(own, v, &err), SV_OK);
  assert_int_equal(sv_vocabularies_count(own), 45);
  v = NULL;
  const struct sv_vocabulary *now = sv_vocabularies_find(own, "eu-country");
  assert_string_equal(now->version, "2027");
  assert_int_equal(sv_vocabulary_judge(now, AUTH "country/SWE", NULL), SV_CODE_KNOWN);
  assert_int_equal(sv_vocabulary_judge(now, AUTH "country/NOR", NULL), SV_CODE_UNKNOWN);
  sv_vocabularies_free(own);
}

#define SCHEME                                                                                     \
  "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix owl: "                           \
  "<http://www.w3.org/2002/07/owl#> . @prefix dct: <http://purl.org/dc/terms/> . "                 \
  "<" AUTH "country> a skos:ConceptScheme ; owl:versionInfo \"20270101-0\" ; dct:issued "          \
  "\"2027-01-01T10:00:00\" ; skos:prefLabel \"Country\"@en . "

/* What SKOS text gives as a list, read again; NULL and ERR filled when it gives none. */
static struct sv_vocabulary *from_skos(const char *text, const char *id, struct sv_error *err)
{
  const struct sv_skos_import how = {
    .id = id, .taken = "2027-02-02", .source = "file", .old = all
  };
  struct sv_vocabulary *v = NULL;
  struct sv_buf list = SV_BUF(1 << 20);
  struct sv_graph *g = sv_graph_new(NULL);
  assert_non_null(g);
  assert_int_equal(sv_rdf_read(g, text, strlen(text), SV_RDF_TURTLE, NULL, err), SV_OK);
  assert_int_equal(sv_graph_sort(g, err), SV_OK);
  assert_int_equal(sv_graph_index_objects(g, err), SV_OK);
  if (sv_vocabulary_from_skos(g, &how, &list, err) == SV_OK)
    assert_int_equal(sv_vocabulary_read(sv_buf_text(&list), list.size, "made", &v, err), SV_OK);
  sv_buf_free(&list);
  sv_graph_free(g);
  return v;
}

static void a_skos_scheme_becomes_a_list(void **state)
{
  (void)state;
  struct sv_error err = { 0 };
  struct sv_vocabulary *v = from_skos(SCHEME "<" AUTH "country/SWE> a skos:Concept ; skos:inScheme "
                                                      "<" AUTH "country> ; "
                                             "skos:prefLabel \"Sverige\"@nb, \"Sweden\\t!\"@en ; "
                                             "skos:notation \"SWE\" . "
                                             "<" AUTH "country/DDR> a skos:Concept ; "
                                                      "skos:topConceptOf <" AUTH "country> ; "
                                             "owl:deprecated true . "
                                             "<" AUTH "country/FIN> a skos:Concept ; "
                                                      "skos:topConceptOf <" AUTH "country> .",
                                      NULL, &err);
  assert_non_null(v);
  assert_string_equal(v->id, "eu-country");
  assert_string_equal(v->title_nb, "Land (EU)");
  assert_string_equal(v->version, "20270101-0");
  assert_string_equal(v->issued, "2027-01-01");
  assert_true(v->complete);
  assert_int_equal(v->count, 2);
  assert_string_equal(v->codes[0].code, "FIN");
  assert_string_equal(v->codes[1].label_nb, "Sverige");
  assert_string_equal(v->codes[1].label_en, "Sweden !");
  sv_vocabulary_free(v);
}

static void a_scheme_that_cannot_be_taken_is_refused(void **state)
{
  (void)state;
  static const char other[] = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . <http://x/s> "
                              "a skos:ConceptScheme . "
                              "<http://x/a> a skos:Concept ; skos:inScheme <http://x/s> .";
  struct sv_error err = { 0 };
  assert_null(from_skos(SCHEME, NULL, &err));
  assert_non_null(strstr(err.text, "no concepts"));
  err = (struct sv_error){ 0 };
  assert_null(from_skos("<http://x/a> <http://x/b> <http://x/c> .", NULL, &err));
  err = (struct sv_error){ 0 };
  assert_null(from_skos(other, NULL, &err));
  assert_non_null(strstr(err.text, "--id"));
  err = (struct sv_error){ 0 };
  struct sv_vocabulary *v = from_skos(other, "our-list", &err);
  assert_non_null(v);
  assert_string_equal(v->codes[0].code, "a");
  sv_vocabulary_free(v);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_list_says_where_it_is_from),
    cmocka_unit_test(answers_are_those_of_the_list),
    cmocka_unit_test(lists_are_found_by_an_iri_in_their_scheme),
    cmocka_unit_test(labels_fall_back_on_other_languages),
    cmocka_unit_test(malformed_lists_are_refused_with_the_line),
    cmocka_unit_test(a_list_with_the_same_id_replaces_the_older),
    cmocka_unit_test(a_skos_scheme_becomes_a_list),
    cmocka_unit_test(a_scheme_that_cannot_be_taken_is_refused),
  };
  return cmocka_run_group_tests(tests, open_all, close_all);
}
