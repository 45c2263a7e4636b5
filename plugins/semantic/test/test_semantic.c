// SPDX-License-Identifier: Apache-2.0
/* The semantic checks against services on tables. */
#include "tests/unit/unit.h"

#include "engines/base/file.h"
#include "plugins/semantic/semantic.h"
#include "plugins/semantic/test/cases.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern const struct sv_plugin semantic_LTX_samsvar_plugin;

#define URL "https://etat.example/"
#define JSON "200\nContent-Type: application/json\n\n"
#define TURTLE "200\nContent-Type: text/turtle\n\n"
#define DOCUMENT(text)                                                                             \
  {                                                                                                \
    {                                                                                              \
      "openapi", text                                                                              \
    }                                                                                              \
  }
#define SEARCH "{\"samples\":{\"search\":\"/s?q={text}\"}}"
#define LETTERS                                                                                    \
  "\xC4\x8C\xC4\x8D\xC4\x90\xC4\x91\xC5\x8A\xC5\x8B\xC5\xA0\xC5\xA1\xC5\xA6"                       \
  "\xC5\xA7\xC5\xBD\xC5\xBE\xC3\x86\xC3\x98\xC3\x85\xC3\xA6\xC3\xB8\xC3\xA5"
#define ASKED                                                                                      \
  URL "s?q=%C4%8C%C4%8D%C4%90%C4%91%C5%8A%C5%8B%C5%A0%C5%A1%C5%A6%C5%A7%C5%BD%C5%BE%C3%86%C3%98%"  \
      "C3%85%C3%A6%C3%B8%C3%A5"

#define LINKED                                                                                     \
  "{\"@context\":\"https://etat.example/c.jsonld\",\"@id\":\"https://etat.example/"                \
  "d\",\"@type\":\"Dataset\"}"

static const struct sv_case_row cases[] = {
  { "a context that is fetched",
    "semantic.rdf.focus",
    "dcat",
    SV_PASSED,
    { { "https://etat.example/c.jsonld", "200\nContent-Type: "
                                         "application/ld+json\n\n{\"@context\":{\"@vocab\":\"http:/"
                                         "/www.w3.org/ns/dcat#\"}}" } },
    .documents = { { "dcat", LINKED } } },
  { "a context that is not there",
    "semantic.rdf.syntax",
    "dcat",
    SV_CANT_TELL,
    { { "https://etat.example/c.jsonld", "404\n\n" } },
    .documents = { { "dcat", LINKED } } },

  { "UTF-8",
    "semantic.characters.rdf",
    "dcat",
    SV_PASSED,
    { { URL, TURTLE "<a> <b> \"bl\xC3\xA5\"." } } },
  { "Latin-1",
    "semantic.characters.rdf",
    "dcat",
    SV_FAILED,
    { { URL, TURTLE "<a> <b> \"bl\xE5\"." } } },
  { "letters that are whole",
    "semantic.characters.rdf-letters",
    "dcat",
    SV_PASSED,
    { { URL, TURTLE "<a> <b> \"bl\xC3\xA5\"." } } },
  { "a byte order mark",
    "semantic.characters.rdf-letters",
    "dcat",
    SV_FAILED,
    { { URL, TURTLE "\xEF\xBB\xBF<a> <b> 1." } } },
  { "another charset",
    "semantic.characters.rdf",
    "dcat",
    SV_FAILED,
    { { URL, "200\nContent-Type: text/turtle; charset=iso-8859-1\n\n<a> <b> 1." } } },
  { "damaged letters",
    "semantic.characters.rdf-letters",
    "dcat",
    SV_FAILED,
    { { URL, TURTLE "<a> <b> \"bl\xC3\x83\xC2\xA5\"." } } },
  { "nothing", "semantic.characters.rdf", "dcat", SV_INAPPLICABLE, { { URL, "404\n\n" } } },

  { "UTF-8",
    "semantic.characters.payload",
    "api",
    SV_PASSED,
    { { URL, JSON "{\"a\":\"\xC3\xA6\"}" } } },
  { "a page of an error",
    "semantic.characters.payload",
    "api",
    SV_CANT_TELL,
    { { URL, "500\nContent-Type: text/html\n\n<h1>500</h1>" } } },
  { "a sample in Latin-1",
    "semantic.characters.payload",
    "api",
    SV_FAILED,
    { { URL, JSON "{}" }, { URL "a", JSON "{\"a\":\"\xE6\"}" } },
    .target = "{\"samples\":{\"paths\":[\"/a\"]}}" },
  { "a byte order mark before JSON",
    "semantic.characters.payload",
    "api",
    SV_FAILED,
    { { URL, JSON "\xEF\xBB\xBF{}" } } },
  { "another encoding in the XML declaration",
    "semantic.characters.payload",
    "api",
    SV_FAILED,
    { { URL, "200\nContent-Type: application/xml\n\n<?xml version='1.0' "
             "encoding='ISO-8859-1'?><a/>" } } },
  { "UTF-8 in the XML declaration",
    "semantic.characters.payload",
    "api",
    SV_PASSED,
    { { URL, "200\nContent-Type: application/xml\n\n<?xml version='1.0' "
             "encoding='utf-8'?><a/>" } } },
  { "letters that are whole",
    "semantic.characters.payload-letters",
    "api",
    SV_PASSED,
    { { URL, JSON "{\"a\":\"\xC3\xA6\"}" } } },
  { "a byte order mark before text",
    "semantic.characters.payload-letters",
    "api",
    SV_FAILED,
    { { URL, "200\nContent-Type: text/plain\n\n\xEF\xBB\xBF"
             "a" } } },
  { "a replacement character",
    "semantic.characters.payload-letters",
    "api",
    SV_FAILED,
    { { URL, JSON "{\"a\":\"\xEF\xBF\xBD\"}" } } },
  { "a picture",
    "semantic.characters.payload",
    "api",
    SV_INAPPLICABLE,
    { { URL, "200\nContent-Type: image/png\n\n\x89PNG" } } },
  { "nobody was let in",
    "semantic.characters.payload",
    "api",
    SV_CANT_TELL,
    { { URL, "401\nContent-Type: text/plain\n\nno" } } },
  { "an error is no payload",
    "semantic.characters.payload",
    "api",
    SV_INAPPLICABLE,
    { { URL, "404\nContent-Type: text/plain\n\nno" } } },
  { "an error in Latin-1",
    "semantic.characters.payload",
    "api",
    SV_FAILED,
    { { URL, "404\nContent-Type: text/plain\n\n\xE6" } } },
  { "no answer", "semantic.characters.payload", "api", SV_CANT_TELL, { { URL, "!dns" } } },

  { "the letters come back",
    "semantic.characters.sami",
    "api",
    SV_PASSED,
    { { ASKED, JSON "{\"q\":\"" LETTERS "\"}" } },
    .target = SEARCH },
  { "they come back escaped",
    "semantic.characters.sami",
    "api",
    SV_PASSED,
    { { ASKED, JSON "{\"q\":"
                    "\"\\u010c\\u010d\\u0110\\u0111\\u014a\\u014b\\u0160\\u0161\\u0166\\u0167\\u017"
                    "d\\u017e"
                    "\\u00c6\\u00d8\\u00c5\\u00e6\\u00f8\\u00e5\"}" } },
    .target = SEARCH },
  { "question marks come back",
    "semantic.characters.sami",
    "api",
    SV_FAILED,
    { { ASKED, JSON "{\"q\":\"????????????\xC3\x86\xC3\x98\xC3\x85\xC3\xA6\xC3\xB8\xC3\xA5\"}" } },
    .target = SEARCH },
  { "a fault comes back",
    "semantic.characters.sami",
    "api",
    SV_FAILED,
    { { ASKED, "500\n\n" } },
    .target = SEARCH },
  { "no echo",
    "semantic.characters.sami",
    "api",
    SV_INAPPLICABLE,
    { { ASKED, JSON "{\"treff\":[]}" } },
    .target = SEARCH },
  { "no search", "semantic.characters.sami", "api", SV_INAPPLICABLE, { { URL, JSON "{}" } } },

  { "Turtle as Turtle",
    "semantic.negotiation.media-type",
    "dcat",
    SV_PASSED,
    { { URL, TURTLE "@prefix a: <b> ." } } },
  { "RDF/XML as RDF/XML",
    "semantic.negotiation.media-type",
    "dcat",
    SV_PASSED,
    { { URL, "200\nContent-Type: application/rdf+xml\n\n<?xml version='1.0'?><rdf:RDF "
             "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>" } } },
  { "JSON-LD as JSON-LD",
    "semantic.negotiation.media-type",
    "dcat",
    SV_PASSED,
    { { URL, "200\nContent-Type: application/ld+json\n\n{\"@context\":{}}" } } },
  { "Turtle as plain text",
    "semantic.negotiation.media-type",
    "dcat",
    SV_FAILED,
    { { URL, "200\nContent-Type: text/plain\n\n@prefix a: <b> ." } } },
  { "JSON-LD as Turtle",
    "semantic.negotiation.media-type",
    "dcat",
    SV_FAILED,
    { { URL, TURTLE "{\"@context\":{}}" } } },
  { "not to be told",
    "semantic.negotiation.media-type",
    "dcat",
    SV_INAPPLICABLE,
    { { URL, TURTLE "{}" } } },

  { "406", "semantic.negotiation.unacceptable", "dcat", SV_PASSED, { { URL, "406\n\n" } } },
  { "Turtle all the same",
    "semantic.negotiation.unacceptable",
    "dcat",
    SV_FAILED,
    { { URL, TURTLE "<a> <b> 1." } } },
  { "a fault", "semantic.negotiation.unacceptable", "dcat", SV_FAILED, { { URL, "500\n\n" } } },
  { "sign-in", "semantic.negotiation.unacceptable", "dcat", SV_CANT_TELL, { { URL, "401\n\n" } } },

  { "text with a right digit",
    "semantic.payload.organisation-numbers",
    "api",
    SV_PASSED,
    { { URL, JSON "{\"organisasjonsnummer\":\"991825827\"}" } } },
  { "a wrong digit",
    "semantic.payload.organisation-numbers",
    "api",
    SV_FAILED,
    { { URL, JSON "[{\"orgNr\":\"991825828\"}]" } } },
  { "a number with a right digit",
    "semantic.payload.organisation-numbers",
    "api",
    SV_PASSED,
    { { URL, JSON "{\"orgnr\":991825827}" } } },
  { "text",
    "semantic.payload.organisation-text",
    "api",
    SV_PASSED,
    { { URL, JSON "{\"orgnr\":\"991825827\"}" } } },
  { "a number",
    "semantic.payload.organisation-text",
    "api",
    SV_FAILED,
    { { URL, JSON "{\"orgnr\":991825827}" } } },
  { "none",
    "semantic.payload.organisation-numbers",
    "api",
    SV_INAPPLICABLE,
    { { URL, JSON "{}" } } },

  { "days and moments",
    "semantic.payload.dates",
    "api",
    SV_PASSED,
    { { URL, JSON "{\"dato\":\"2026-02-28\",\"time\":\"2026-11-22T08:00:00.5+01:00\",\"endret\":"
                  "\"2026-11\"}" } } },
  { "a Norwegian date",
    "semantic.payload.dates",
    "api",
    SV_FAILED,
    { { URL, JSON "{\"dato\":\"28.02.2026\"}" } } },
  { "a day that is not",
    "semantic.payload.dates",
    "api",
    SV_FAILED,
    { { URL, JSON "{\"dato\":\"2026-02-30\"}" } } },
  { "a moment without offset",
    "semantic.payload.dates",
    "api",
    SV_FAILED,
    { { URL, JSON "{\"tidspunkt\":\"2026-11-22T08:00:00\"}" } } },
  { "seconds",
    "semantic.payload.dates",
    "api",
    SV_FAILED,
    { { URL, JSON "{\"createdAt\":1767225600}" } } },
  { "none",
    "semantic.payload.dates",
    "api",
    SV_INAPPLICABLE,
    { { URL, JSON "{\"navn\":\"x\"}" } } },

  { "durations",
    "semantic.payload.durations",
    "api",
    SV_PASSED,
    { { URL, JSON "{\"varighet\":\"P1Y6M\",\"frist\":\"PT30M\",\"duration\":\"PT0.5S\"}" } } },
  { "days in words",
    "semantic.payload.durations",
    "api",
    SV_FAILED,
    { { URL, JSON "{\"varighet\":\"7D\"}" } } },
  { "an empty time",
    "semantic.payload.durations",
    "api",
    SV_FAILED,
    { { URL, JSON "{\"varighet\":\"P1DT\"}" } } },
  { "parts out of order",
    "semantic.payload.durations",
    "api",
    SV_FAILED,
    { { URL, JSON "{\"varighet\":\"P1D1Y\"}" } } },

  { "text",
    "semantic.schema.identity-fields",
    "openapi",
    SV_PASSED,
    { { 0 } },
    .documents = DOCUMENT("{\"components\":{\"schemas\":{\"P\":{\"properties\":{\"fnr\":{\"type\":"
                          "\"string\"}}}}}}") },
  { "a number",
    "semantic.schema.identity-fields",
    "openapi",
    SV_FAILED,
    { { 0 } },
    .documents = DOCUMENT("{\"properties\":{\"foedselsnummer\":{\"type\":[\"integer\",\"null\"]}}"
                          "}") },
  { "a date",
    "semantic.schema.identity-fields",
    "openapi",
    SV_FAILED,
    { { 0 } },
    .documents = DOCUMENT("{\"properties\":{\"dnr\":{\"type\":\"string\",\"format\":\"date\"}}}") },
  { "none",
    "semantic.schema.identity-fields",
    "openapi",
    SV_INAPPLICABLE,
    { { 0 } },
    .documents = DOCUMENT("{}") },

  { "a list that is named",
    "semantic.schema.code-lists",
    "openapi",
    SV_PASSED,
    { { 0 } },
    .documents = DOCUMENT("{\"properties\":{\"form\":{\"enum\":[\"A\",\"B\",\"C\"],\"x-codelist\":"
                          "\"https://x\"}}}") },
  { "a list without a name",
    "semantic.schema.code-lists",
    "openapi",
    SV_FAILED,
    { { 0 } },
    .documents = DOCUMENT("{\"components\":{\"schemas\":{\"Form\":{\"enum\":[\"A\",\"B\",\"C\"]}}}"
                          "}") },
  { "two values are no list",
    "semantic.schema.code-lists",
    "openapi",
    SV_INAPPLICABLE,
    { { 0 } },
    .documents = DOCUMENT("{\"properties\":{\"form\":{\"enum\":[\"A\",\"B\"]}}}") },
};

static const struct {
  const struct sv_case_row *rows;
  const size_t *count;
} tables[] = {
  { sv_semantic_advice_cases, &sv_semantic_advice_case_count },
  { sv_semantic_data_cases, &sv_semantic_data_case_count },
  { sv_semantic_handed_cases, &sv_semantic_handed_case_count },
  { sv_semantic_rdf_cases, &sv_semantic_rdf_case_count },
  { sv_semantic_shape_cases, &sv_semantic_shape_case_count },
  { sv_semantic_value_cases, &sv_semantic_value_case_count },
};

/* Puts the document that uses every property of DCAT-AP-NO where a row asks for it. */
static void fill_in(struct sv_case_row *rows, size_t count, struct sv_buf *document,
                    struct sv_buf *answer)
{
  char path[4096];
  struct sv_error err = { 0 };
  const char *source = getenv("abs_srcdir");
  (void)snprintf(path, sizeof path, "%s/reference/data/eksempler/mottatt.ttl",
                 source ? source : ".");
  assert_int_equal(sv_file_read(path, document, &err), SV_OK);
  (void)sv_buf_adds(answer, TURTLE);
  (void)sv_buf_adds(answer, sv_buf_text(document));
  for (size_t i = 0; i < count; i++) {
    if (!rows[i].documents[0][0] || rows[i].documents[0][1])
      continue;
    rows[i].documents[0][1] = sv_buf_text(document);
    rows[i].rows[0].answer = sv_buf_text(answer);
  }
}

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
  struct sv_buf document = SV_BUF(1 << 20), answer = SV_BUF(1 << 20);
  fill_in(all, count, &document, &answer);
  sv_cases_run(&semantic_LTX_samsvar_plugin, URL, all, count);
  sv_buf_free(&document);
  sv_buf_free(&answer);
  free(all);
}

static void the_table_is_well_formed(void **state)
{
  (void)state;
  sv_fake_judge_table(&semantic_LTX_samsvar_plugin, "semantic");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_table_is_well_formed),
    cmocka_unit_test(every_case_has_its_outcome),
  };
  return cmocka_run_group_tests_name("semantic", tests, NULL, NULL);
}
