// SPDX-License-Identifier: Apache-2.0
/* The legal checks against services on tables. */
#include "tests/unit/unit.h"

#include "plugins/legal/legal.h"
extern const struct sv_plugin legal_LTX_samsvar_plugin;
#include "plugins/legal/test/cases.h"

#include <stdlib.h>
#include <string.h>

#define URL "https://etat.example/"
#define HTML "200\nContent-Type: text/html; charset=utf-8\n\n"
#define OFFICE "https://uustatus.no/nb/erklaringer/publisert/1"
#define LINK "<html lang=nb><body><a href='" OFFICE "'>Tilgjengelighetserklæring</a></body></html>"
#define ETAT "{\"organisation\":{\"name\":\"Eksempeletaten\"}}"
#define TEN "<p>en to tre fire fem seks sju åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten "
#define KIB TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN
#define STATEMENT(text) { URL, HTML LINK }, { OFFICE, text }

#define TTL                                                                                        \
  "@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> . "       \
  "@prefix e: <http://e.example/> . "
#define EU_LICENCE "<http://publications.europa.eu/resource/authority/licence/"
#define PUBLIC " dct:accessRights <http://publications.europa.eu/resource/authority/access-right/PUBLIC> "
#define STATE_BODY "{\"state-body\":true}"
#define PUBLISHER "<http://purl.org/adms/publishertype/"
#define DCAT_CASE(sentence, id, outcome, text)                                                     \
  {                                                                                                \
    sentence, id, "dcat", outcome, { { 0 } }, .documents = { { "dcat", TTL text } }                \
  }

static const struct sv_case_row cases[] = {
  DCAT_CASE("one licence", "legal.licence.distribution", SV_PASSED, "e:a a dcat:Distribution; dct:license e:l ."),
  DCAT_CASE("no licence", "legal.licence.distribution", SV_FAILED, "e:a a dcat:Distribution ."),
  DCAT_CASE("two licences", "legal.licence.distribution", SV_FAILED, "e:a a dcat:Distribution; dct:license e:l, e:m ."),
  DCAT_CASE("no distribution", "legal.licence.distribution", SV_INAPPLICABLE, "e:a a dcat:Dataset ."),
  DCAT_CASE("Turtle that breaks", "legal.licence.distribution", SV_CANT_TELL, "e:a a dcat:Distribution; ("),
  DCAT_CASE("one licence", "legal.licence.service", SV_PASSED, "e:a a dcat:DataService; dct:license e:l ."),
  DCAT_CASE("two licences", "legal.licence.service", SV_FAILED, "e:a a dcat:DataService; dct:license e:l, e:m ."),
  DCAT_CASE("none", "legal.licence.service", SV_INAPPLICABLE, "e:a a dcat:DataService ."),
  DCAT_CASE("one licence", "legal.licence.catalogue", SV_PASSED, "e:a a dcat:Catalog; dct:license e:l ."),
  DCAT_CASE("none", "legal.licence.catalogue", SV_FAILED, "e:a a dcat:Catalog ."),
  DCAT_CASE("a code", "legal.licence.code", SV_PASSED, "e:a dct:license " EU_LICENCE "NLOD_2_0> ."),
  DCAT_CASE("a code that is not there", "legal.licence.code", SV_FAILED, "e:a dct:license " EU_LICENCE "NLOD_9_9> ."),
  DCAT_CASE("a text", "legal.licence.code", SV_FAILED, "e:a dct:license 'NLOD 2.0' ."),
  DCAT_CASE("https", "legal.licence.code", SV_INAPPLICABLE,
            "e:a dct:license <https://publications.europa.eu/resource/authority/licence/CC_BYNC_4_0> ."),
  DCAT_CASE("a last slash", "legal.licence.code", SV_INAPPLICABLE, "e:a dct:license " EU_LICENCE "CC_BYNC_4_0/> ."),
  DCAT_CASE("another letter case", "legal.licence.code", SV_FAILED, "e:a dct:license " EU_LICENCE "cc_bync_4_0> ."),
  DCAT_CASE("a code", "legal.licence.spelling", SV_PASSED, "e:a dct:license " EU_LICENCE "NLOD_2_0> ."),
  DCAT_CASE("https", "legal.licence.spelling", SV_FAILED,
            "e:a dct:license <https://publications.europa.eu/resource/authority/licence/CC_BYNC_4_0> ."),
  DCAT_CASE("a last slash", "legal.licence.spelling", SV_FAILED, "e:a dct:license " EU_LICENCE "NLOD_2_0/> ."),
  DCAT_CASE("no such code", "legal.licence.spelling", SV_INAPPLICABLE, "e:a dct:license " EU_LICENCE "NLOD_9_9> ."),
  DCAT_CASE("https", "legal.licence.code", SV_FAILED,
            "e:a dct:license <https://publications.europa.eu/resource/authority/licence/XYZ> ."),
  DCAT_CASE("an older address", "legal.licence.code", SV_INAPPLICABLE,
            "e:a dct:license <https://data.norge.no/nlod/no/2.0/> ."),
  DCAT_CASE("a code in force", "legal.licence.withdrawn", SV_PASSED, "e:a dct:license " EU_LICENCE "CC0> ."),
  DCAT_CASE("a withdrawn code", "legal.licence.withdrawn", SV_FAILED, "e:a dct:license " EU_LICENCE "APACHE_1_1> ."),
  DCAT_CASE("an open licence", "legal.licence.open-data", SV_PASSED,
            "e:a a dcat:Dataset;" PUBLIC "; dcat:distribution e:d . e:d dct:license " EU_LICENCE "CC_BY_4_0> ."),
  DCAT_CASE("a licence that is not open", "legal.licence.open-data", SV_FAILED,
            "e:a a dcat:Dataset;" PUBLIC "; dcat:distribution e:d . e:d dct:license " EU_LICENCE "CC_BYNC_4_0> ."),
  DCAT_CASE("data that is not open", "legal.licence.open-data", SV_INAPPLICABLE,
            "e:a a dcat:Dataset; dcat:distribution e:d ."),
  DCAT_CASE("the EU code", "legal.licence.address", SV_PASSED, "e:a dct:license " EU_LICENCE "CC_BY_4_0> ."),
  DCAT_CASE("an older address", "legal.licence.address", SV_FAILED,
            "e:a dct:license <http://creativecommons.org/licenses/by/4.0/> ."),
  DCAT_CASE("NLOD 2.0", "legal.licence.nlod", SV_PASSED, "e:a dct:license " EU_LICENCE "NLOD_2_0> ."),
  DCAT_CASE("NLOD 1.0", "legal.licence.nlod", SV_FAILED, "e:a dct:license " EU_LICENCE "NLOD_1_0> ."),
  DCAT_CASE("the address of NLOD 1.0", "legal.licence.nlod", SV_FAILED,
            "e:a dct:license <https://data.norge.no/nlod/no/1.0> ."),
  DCAT_CASE("the address of NLOD 2.0", "legal.licence.nlod", SV_INAPPLICABLE,
            "e:a dct:license <https://data.norge.no/nlod/no/2.0> ."),
  DCAT_CASE("on the distribution", "legal.licence.place", SV_PASSED,
            "e:a a dcat:Dataset; dcat:distribution e:d . e:d dct:license e:l ."),
  DCAT_CASE("on the data set alone", "legal.licence.place", SV_FAILED,
            "e:a a dcat:Dataset; dct:license e:l; dcat:distribution e:d ."),
  DCAT_CASE("on the catalogue alone", "legal.licence.place", SV_FAILED,
            "e:k dct:license e:l; dcat:dataset e:a . e:a a dcat:Dataset; dcat:distribution e:d ."),
  DCAT_CASE("on the service", "legal.licence.place", SV_PASSED,
            "e:k dct:license e:l; dcat:dataset e:a . e:a a dcat:Dataset; dcat:distribution e:d . "
            "e:s dcat:servesDataset e:a; dct:license e:l ."),

  { "a link to uustatus.no", "legal.accessibility.statement-link", "web", SV_PASSED, { { URL, HTML LINK } } },
  { "no link", "legal.accessibility.statement-link", "web", SV_FAILED, { { URL, HTML "<p>Hei" } } },
  { "a link elsewhere", "legal.accessibility.statement-link", "web", SV_PASSED,
    { { URL, HTML "<a href='https://other.example/uustatus.no'>Tilgjengelegheitserklæring</a>" } } },
  { "a private body", "legal.accessibility.statement-link", "web", SV_INAPPLICABLE, { { URL, HTML "<p>Hei" } },
    .params = "{\"public-body\":false}" },
  { "a link to uustatus.no", "legal.accessibility.statement-host", "web", SV_PASSED, { { URL, HTML LINK } } },
  { "a link elsewhere", "legal.accessibility.statement-host", "web", SV_FAILED,
    { { URL, HTML "<a href='https://other.example/uustatus.no'>Tilgjengelegheitserklæring</a>" } } },
  { "no link", "legal.accessibility.statement-host", "web", SV_INAPPLICABLE, { { URL, HTML "<p>Hei" } } },
  { "a host that ends alike", "legal.accessibility.statement-host", "web", SV_FAILED,
    { { URL, HTML "<a href='https://myuustatus.no/'>Tilgjengelighetserklæring</a>" } } },
  { "a host of the profile", "legal.accessibility.statement-host", "web", SV_PASSED,
    { { URL, HTML "<a href='/erkl'>accessibility statement</a>" } },
    .params = "{\"accessibility-statement-hosts\":[\"etat.example\"]}" },
  { "not a page", "legal.accessibility.statement-link", "web", SV_INAPPLICABLE,
    { { URL, "200\nContent-Type: application/json\n\n{}" } } },
  { "no answer", "legal.accessibility.statement-link", "web", SV_CANT_TELL, { { URL, "!timeout" } } },

  { "the statement is another's", "legal.accessibility.statement-published", "web", SV_PASSED,
    { STATEMENT(HTML "<p>Erklæring for Annen etat") }, .target = ETAT },
  { "a statement", "legal.accessibility.statement-whole", "web", SV_PASSED, { STATEMENT(HTML KIB) } },
  { "a statement elsewhere", "legal.accessibility.statement-whole", "web", SV_PASSED,
    { { URL, HTML "<a href='/erkl'>accessibility statement</a>" }, { URL "erkl", HTML KIB } } },
  { "next to nothing", "legal.accessibility.statement-whole", "web", SV_FAILED, { STATEMENT(HTML "<p>Hei") } },
  { "the statement is gone", "legal.accessibility.statement-whole", "web", SV_FAILED, { STATEMENT("404\n\n") } },
  { "no link", "legal.accessibility.statement-whole", "web", SV_INAPPLICABLE, { { URL, HTML "<p>Hei" } } },
  { "the statement names the body", "legal.accessibility.statement-names", "web", SV_PASSED,
    { STATEMENT(HTML "<p>Erklæring for Eksempeletaten") }, .target = ETAT },
  { "the statement is gone", "legal.accessibility.statement-names", "web", SV_INAPPLICABLE,
    { STATEMENT("404\n\n") }, .target = ETAT },
  { "the statement is another's", "legal.accessibility.statement-names", "web", SV_FAILED,
    { STATEMENT(HTML "<p>Erklæring for Annen etat") }, .target = ETAT },
  { "the statement is gone", "legal.accessibility.statement-published", "web", SV_FAILED,
    { STATEMENT("404\n\n") }, .target = ETAT },
  { "the office is ill", "legal.accessibility.statement-published", "web", SV_CANT_TELL,
    { STATEMENT("503\n\n") }, .target = ETAT },
  { "the target names nobody", "legal.accessibility.statement-names", "web", SV_CANT_TELL,
    { STATEMENT(HTML "<p>Erklæring for Eksempeletaten") }, .target = "{\"organisation\":{}}" },
  { "no statement", "legal.accessibility.statement-published", "web", SV_INAPPLICABLE, { { URL, HTML "<p>Hei" } } },

  { "an address to write to", "legal.accessibility.feedback", "web", SV_PASSED,
    { STATEMENT(HTML "<a href='mailto:uu@etat.example'>Skriv til oss</a>") } },
  { "a form", "legal.accessibility.feedback", "web", SV_PASSED, { STATEMENT(HTML "<form></form>") } },
  { "no way", "legal.accessibility.feedback", "web", SV_FAILED, { STATEMENT(HTML "<p>Ring oss") } },

  { "both forms", "legal.language.both-forms", "web", SV_PASSED,
    { { URL, HTML "<html lang=nb><link rel=alternate hreflang=nn href='/nn'>" },
      { URL "nn", HTML "<html lang=nn>" } } },
  { "a link to nowhere", "legal.language.both-forms", "web", SV_FAILED,
    { { URL, HTML "<html lang=nb><link rel=alternate hreflang=nn href='/nn'>" }, { URL "nn", "404\n\n" } } },
  { "a link that is not answered", "legal.language.both-forms", "web", SV_CANT_TELL,
    { { URL, HTML "<html lang=nb><link rel=alternate hreflang=nn href='/nn'>" } } },
  { "the other form elsewhere", "legal.language.both-forms", "web", SV_PASSED,
    { { URL, HTML "<html lang=nb><link rel=alternate hreflang=nn href='https://nynorsk.other.example/'>" } } },
  { "both forms with regions", "legal.language.both-forms", "web", SV_PASSED,
    { { URL, HTML "<html lang=nn-NO><a hreflang=nb-NO href='/nb'>Bokmål</a>" },
      { URL "nb", HTML "<html lang=nb>" } } },
  { "one form", "legal.language.both-forms", "web", SV_FAILED, { { URL, HTML "<html lang=nb><p>Hei" } },
    .params = STATE_BODY },
  { "the other form when asked for", "legal.language.both-forms", "web", SV_PASSED,
    { { URL, HTML "<html lang=nb><p>Hei" }, { URL "\nAccept-Language: nn", HTML "<html lang=nn>" } } },
  { "one form, of whom nobody says who it is", "legal.language.both-forms", "web", SV_CANT_TELL,
    { { URL, HTML "<html lang=nb><p>Hei" } } },
  { "one form, of a state body by its catalogue", "legal.language.both-forms", "web", SV_FAILED,
    { { URL, HTML "<html lang=nb><p>Hei" } },
    .documents = { { "dcat", TTL "e:a dct:type " PUBLISHER "NationalAuthority> ." } } },
  { "one form, of a municipality by its catalogue", "legal.language.both-forms", "web", SV_INAPPLICABLE,
    { { URL, HTML "<html lang=nb><p>Hei" } },
    .documents = { { "dcat", TTL "e:a dct:type " PUBLISHER "LocalAuthority> ." } } },
  { "a page that scripts fill", "legal.language.both-forms", "web", SV_CANT_TELL,
    { { URL, HTML "<html lang=nb><div id=root></div><script src=a></script>" } }, .params = STATE_BODY },
  { "a page that scripts fill", "legal.accessibility.statement-link", "web", SV_CANT_TELL,
    { { URL, HTML "<html lang=nb><div id=root></div><script src=a></script>" } } },
  { "no language", "legal.language.both-forms", "web", SV_INAPPLICABLE, { { URL, HTML "<p>Hei" } } },
  { "one form", "legal.language.form-shown", "web", SV_PASSED, { { URL, HTML "<html lang=nb><p>Hei" } } },
  { "no language", "legal.language.form-shown", "web", SV_FAILED, { { URL, HTML "<p>Hei" } }, .params = STATE_BODY },
  { "no language, of nobody knows whom", "legal.language.form-shown", "web", SV_CANT_TELL, { { URL, HTML "<p>Hei" } } },
  { "Norwegian, whichever", "legal.language.form-shown", "web", SV_FAILED, { { URL, HTML "<html lang=no>" } },
    .params = STATE_BODY },
  { "a municipality", "legal.language.form-shown", "web", SV_INAPPLICABLE, { { URL, HTML "<p>Hei" } },
    .params = "{\"state-body\":false}" },
  { "a municipality", "legal.language.both-forms", "web", SV_INAPPLICABLE, { { URL, HTML "<p>Hei" } },
    .params = "{\"state-body\":false}" },

  { "a licence", "legal.licence.terms", "openapi", SV_PASSED, { { 0 } },
    .documents = { { "openapi", "{\"info\":{\"license\":{\"name\":\"NLOD 2.0\"}}}" } } },
  { "terms", "legal.licence.terms", "openapi", SV_PASSED, { { 0 } },
    .documents = { { "openapi", "{\"info\":{\"termsOfService\":\"https://etat.example/vilkar\"}}" } } },
  { "neither", "legal.licence.terms", "openapi", SV_FAILED, { { 0 } },
    .documents = { { "openapi", "{\"info\":{\"license\":{\"name\":\"\"}}}" } } },
  { "no document", "legal.licence.terms", "openapi", SV_INAPPLICABLE, { { 0 } } },

  { "clean answers", "legal.personal-data.identity-numbers", "api", SV_PASSED,
    { { URL, "200\nContent-Type: application/json\n\n{}" }, { URL "a", "200\n\n{}" } },
    .target = "{\"samples\":{\"paths\":[\"/a\"]}}" },
  { "a number in a sample", "legal.personal-data.identity-numbers", "api", SV_FAILED,
    { { URL, "200\n\n{}" }, { URL "a", "200\n\n{}", .identity_numbers = 2 } },
    .target = "{\"samples\":{\"paths\":[\"/a\"]}}" },
  { "a number of a person among synthetic ones", "legal.personal-data.identity-numbers", "api", SV_FAILED,
    { { URL, "200\n\n{}", .identity_numbers = 2, .synthetic_numbers = 1 } } },
  { "synthetic numbers only", "legal.personal-data.identity-numbers", "api", SV_PASSED,
    { { URL, "200\n\n{}", .identity_numbers = 2, .synthetic_numbers = 2 } } },
  { "synthetic numbers only", "legal.personal-data.synthetic-numbers", "api", SV_FAILED,
    { { URL, "200\n\n{}", .identity_numbers = 2, .synthetic_numbers = 2 } } },
  { "numbers of people only", "legal.personal-data.synthetic-numbers", "api", SV_PASSED,
    { { URL, "200\n\n{}", .identity_numbers = 2 } } },
  { "nothing open", "legal.personal-data.synthetic-numbers", "api", SV_INAPPLICABLE, { { URL, "401\n\n" } } },
  { "a sample without answer", "legal.personal-data.identity-numbers", "api", SV_CANT_TELL,
    { { URL, "200\n\n{}" }, { URL "a", "!timeout" } }, .target = "{\"samples\":{\"paths\":[\"/a\"]}}" },
  { "an archive in which nothing is seen", "legal.personal-data.identity-numbers", "api", SV_CANT_TELL,
    { { URL, "200\n\nPK\x03\x04" } } },
  { "nothing open", "legal.personal-data.identity-numbers", "api", SV_INAPPLICABLE, { { URL, "401\n\n" } } },
};

static const struct {
  const struct sv_case_row *rows;
  const size_t *count;
} tables[] = {
  { sv_legal_data_cases, &sv_legal_data_case_count },
  { sv_legal_description_cases, &sv_legal_description_case_count },
};

static void every_case_has_its_outcome(void **state)
{
  (void)state;
  size_t count = sizeof cases / sizeof cases[0];
  for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++)
    count += *tables[i].count;
  struct sv_case_row *all = calloc(count, sizeof *all);
  assert_non_null(all);
  memcpy(all, cases, sizeof cases);
  size_t at = sizeof cases / sizeof cases[0];
  for (size_t i = 0; i < sizeof tables / sizeof tables[0]; at += *tables[i++].count)
    memcpy(all + at, tables[i].rows, *tables[i].count * sizeof *all);
  sv_cases_run(&legal_LTX_samsvar_plugin, URL, all, count);
  free(all);
}

static void the_table_is_well_formed(void **state)
{
  (void)state;
  sv_fake_judge_table(&legal_LTX_samsvar_plugin, "legal");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_table_is_well_formed),
    cmocka_unit_test(every_case_has_its_outcome),
  };
  return cmocka_run_group_tests_name("legal", tests, NULL, NULL);
}
