// SPDX-License-Identifier: Apache-2.0
/* The legal checks against services on tables. */
#include "tests/unit/unit.h"

#include "plugins/legal/legal.h"
extern const struct sv_plugin legal_LTX_samsvar_plugin;
#include "tests/fake/cases.h"

#define URL "https://etat.example/"
#define HTML "200\nContent-Type: text/html; charset=utf-8\n\n"
#define OFFICE "https://uustatus.no/nb/erklaringer/publisert/1"
#define LINK "<html lang=nb><body><a href='" OFFICE "'>Tilgjengelighetserklæring</a></body></html>"
#define ETAT "{\"organisation\":{\"name\":\"Eksempeletaten\"}}"
#define STATEMENT(text) { URL, HTML LINK }, { OFFICE, text }

static const struct sv_case_row cases[] = {
  { "a link to uustatus.no", "legal.accessibility.statement-link", "web", SV_PASSED, { { URL, HTML LINK } } },
  { "no link", "legal.accessibility.statement-link", "web", SV_FAILED, { { URL, HTML "<p>Hei" } } },
  { "a link elsewhere", "legal.accessibility.statement-link", "web", SV_FAILED,
    { { URL, HTML "<a href='https://other.example/uustatus.no'>Tilgjengelegheitserklæring</a>" } } },
  { "a host that ends alike", "legal.accessibility.statement-link", "web", SV_FAILED,
    { { URL, HTML "<a href='https://myuustatus.no/'>Tilgjengelighetserklæring</a>" } } },
  { "a host of the profile", "legal.accessibility.statement-link", "web", SV_PASSED,
    { { URL, HTML "<a href='/erkl'>accessibility statement</a>" } },
    .params = "{\"accessibility-statement-hosts\":[\"etat.example\"]}" },
  { "not a page", "legal.accessibility.statement-link", "web", SV_INAPPLICABLE,
    { { URL, "200\nContent-Type: application/json\n\n{}" } } },
  { "no answer", "legal.accessibility.statement-link", "web", SV_CANT_TELL, { { URL, "!timeout" } } },

  { "the statement names the body", "legal.accessibility.statement-published", "web", SV_PASSED,
    { STATEMENT(HTML "<p>Erklæring for Eksempeletaten") }, .target = ETAT },
  { "the statement is another's", "legal.accessibility.statement-published", "web", SV_FAILED,
    { STATEMENT(HTML "<p>Erklæring for Annen etat") }, .target = ETAT },
  { "the statement is gone", "legal.accessibility.statement-published", "web", SV_FAILED,
    { STATEMENT("404\n\n") }, .target = ETAT },
  { "the office is ill", "legal.accessibility.statement-published", "web", SV_CANT_TELL,
    { STATEMENT("503\n\n") }, .target = ETAT },
  { "the target names nobody", "legal.accessibility.statement-published", "web", SV_CANT_TELL,
    { STATEMENT(HTML "<p>Erklæring for Eksempeletaten") }, .target = "{\"organisation\":{}}" },
  { "no statement", "legal.accessibility.statement-published", "web", SV_INAPPLICABLE, { { URL, HTML "<p>Hei" } } },

  { "an address to write to", "legal.accessibility.feedback", "web", SV_PASSED,
    { STATEMENT(HTML "<a href='mailto:uu@etat.example'>Skriv til oss</a>") } },
  { "a form", "legal.accessibility.feedback", "web", SV_PASSED, { STATEMENT(HTML "<form></form>") } },
  { "no way", "legal.accessibility.feedback", "web", SV_FAILED, { STATEMENT(HTML "<p>Ring oss") } },

  { "both forms", "legal.language.both-forms", "web", SV_PASSED,
    { { URL, HTML "<html lang=nb><link rel=alternate hreflang=nn href='/nn'>" } } },
  { "both forms with regions", "legal.language.both-forms", "web", SV_PASSED,
    { { URL, HTML "<html lang=nn-NO><a hreflang=nb-NO href='/nb'>Bokmål</a>" } } },
  { "one form", "legal.language.both-forms", "web", SV_FAILED, { { URL, HTML "<html lang=nb><p>Hei" } } },
  { "no language", "legal.language.both-forms", "web", SV_FAILED, { { URL, HTML "<p>Hei" } } },
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
  { "a sample without answer", "legal.personal-data.identity-numbers", "api", SV_CANT_TELL,
    { { URL, "200\n\n{}" }, { URL "a", "!timeout" } }, .target = "{\"samples\":{\"paths\":[\"/a\"]}}" },
  { "nothing open", "legal.personal-data.identity-numbers", "api", SV_INAPPLICABLE, { { URL, "401\n\n" } } },
};

static void every_case_has_its_outcome(void **state)
{
  (void)state;
  sv_cases_run(&legal_LTX_samsvar_plugin, URL, cases, sizeof cases / sizeof cases[0]);
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
