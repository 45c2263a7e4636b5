// SPDX-License-Identifier: Apache-2.0
/* Values: languages of texts, codes and quantities in answers, fields and the concepts they name.
 */
#include "plugins/semantic/test/cases.h"

#define URL "https://etat.example/"
#define JSON(body)                                                                                 \
  {                                                                                                \
    {                                                                                              \
      URL, "200\nContent-Type: application/json\n\n" body                                          \
    }                                                                                              \
  }
#define TTL                                                                                        \
  "@prefix dct: <http://purl.org/dc/terms/> . @prefix dcat: <http://www.w3.org/ns/dcat#> . "       \
  "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix e: <https://e.example/id/> . "   \
  "@prefix euvoc: <http://publications.europa.eu/ontology/euvoc#> . "
#define ANSWER(text, id, outcome, body)                                                            \
  {                                                                                                \
    text, "semantic." id, "api", outcome, JSON(body)                                               \
  }
#define CASE(text, id, kind, outcome, data)                                                        \
  {                                                                                                \
    text, "semantic." id, kind, outcome, { { 0 } }, .documents = { { kind, data } }                \
  }
#define TWO(text, id, kind, outcome, data, other_kind, other)                                      \
  {                                                                                                \
    text, "semantic." id, kind, outcome, { { 0 } }, .documents = {                                 \
      { kind, data },                                                                              \
      { other_kind, other }                                                                        \
    }                                                                                              \
  }
#define NB "Dette er en oversikt over alle virksomheter som ikke er slettet."
#define NN "Dette er eit oversyn over alle verksemder som ikkje er sletta."
#define EN "This is a list of all the units that have not been deleted."
#define OPERATION(parameter)                                                                       \
  "{\"openapi\":\"3.0.3\",\"info\":{\"title\":\"A\",\"version\":\"1\"},\"paths\":{\"/"             \
  "p\":{\"get\":{"                                                                                 \
  "\"parameters\":[" parameter "],\"responses\":{\"200\":{\"description\":\"A\"}}}}}}"
#define SCHEMA(properties) "{\"type\":\"object\",\"properties\":{" properties "}}"
#define XSD(inside)                                                                                \
  "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"><xs:element name=\"navn\" "            \
  "type=\"xs:string\">" inside "</xs:element></xs:schema>"

const struct sv_case_row sv_semantic_value_cases[] = {
  CASE("known tags", "language.tags", "dcat", SV_PASSED,
       TTL "e:a dct:title 'A'@nb, 'B'@nn, 'C'@se, 'D'@en-GB, 'E'@fkv, 'F'@sma, 'G'@de ."),
  CASE("no", "language.tags", "dcat", SV_FAILED, TTL "e:a dct:title 'A'@no ."),
  CASE("nob", "language.tags", "dcat", SV_FAILED, TTL "e:a dct:title 'A'@nob ."),
  CASE("xx", "language.tags", "dcat", SV_FAILED, TTL "e:a dct:title 'A'@xx ."),
  CASE("norsk", "language.tags", "dcat", SV_FAILED, TTL "e:a dct:title 'A'@norsk ."),
  CASE("no tag at all", "language.tags", "dcat", SV_INAPPLICABLE, TTL "e:a dct:title 'A' ."),

  CASE("each in its own", "language.real", "dcat", SV_PASSED,
       TTL "e:a dct:title '" NB "'@nb, '" NN "'@nn, '" EN "'@en ."),
  CASE("bokm\xC3\xA5l as English", "language.real", "dcat", SV_FAILED,
       TTL "e:a dct:title '" NB "'@en ."),
  CASE("bokm\xC3\xA5l as nynorsk", "language.real", "dcat", SV_FAILED,
       TTL "e:a dct:title '" NB "'@nn ."),
  CASE("nynorsk as bokm\xC3\xA5l", "language.real", "dcat", SV_FAILED,
       TTL "e:a dct:title '" NN "'@nb ."),
  CASE("the same for both", "language.real", "dcat", SV_FAILED,
       TTL "e:a dct:title 'Register over motorvogner i Norge'@nb, 'Register over motorvogner i "
           "Norge'@nn ."),
  CASE("short", "language.real", "dcat", SV_INAPPLICABLE, TTL "e:a dct:title 'Om oss'@en ."),

  ANSWER("four digits and two", "payload.area-codes", SV_PASSED,
         "{\"kommunenummer\":\"0301\",\"fylkesnummer\":\"03\"}"),
  ANSWER("a number", "payload.area-codes", SV_FAILED, "{\"kommunenummer\":301}"),
  ANSWER("a lost zero", "payload.area-codes", SV_FAILED, "[{\"kommuneNr\":\"301\"}]"),
  ANSWER("a county of four", "payload.area-codes", SV_FAILED, "{\"fylkesnummer\":\"0300\"}"),
  ANSWER("none", "payload.area-codes", SV_INAPPLICABLE, "{}"),
  ANSWER("a right digit", "payload.account-numbers", SV_PASSED,
         "{\"kontonummer\":\"1234.56.78903\"}"),
  ANSWER("a wrong digit", "payload.account-numbers", SV_FAILED,
         "{\"kontonummer\":\"12345678901\"}"),
  ANSWER("a number", "payload.account-numbers", SV_FAILED, "{\"kontonummer\":12345678903}"),
  ANSWER("hidden on the way", "payload.account-numbers", SV_INAPPLICABLE,
         "{\"kontonummer\":\"99999999999\"}"),
  ANSWER("a currency beside it", "payload.units", SV_PASSED,
         "{\"kapital\":{\"belop\":100,\"valuta\":\"NOK\"}}"),
  ANSWER("a unit with its name", "payload.units", SV_PASSED,
         "{\"lengde\":1.5,\"lengdeEnhet\":\"m\"}"),
  { "the description tells it", "semantic.payload.units", "api", SV_PASSED, JSON("{\"areal\":12}"),
    .documents = { { "openapi", SCHEMA("\"areal\":{\"type\":\"number\",\"x-unit\":\"m2\"}") } } },
  ANSWER("nothing tells", "payload.units", SV_FAILED, "{\"belop\":100}"),
  ANSWER("a code", "payload.currencies", SV_PASSED, "{\"valuta\":\"NOK\"}"),
  ANSWER("a word", "payload.currencies", SV_FAILED, "{\"valuta\":\"kr\"}"),

  CASE("a unit in words", "schema.units", "openapi", SV_PASSED,
       SCHEMA("\"pris\":{\"type\":\"number\",\"description\":\"Prisen i kroner.\"}")),
  CASE("a property beside it", "schema.units", "openapi", SV_PASSED,
       SCHEMA("\"vekt\":{\"type\":\"number\"},\"enhet\":{\"type\":\"string\"}")),
  CASE("nothing", "schema.units", "json-schema", SV_FAILED,
       SCHEMA("\"vekt\":{\"type\":\"integer\"}")),
  CASE("nothing, in YAML", "schema.units", "openapi", SV_FAILED,
       "components:\n  schemas:\n    A:\n      properties:\n        vekt:\n          type: "
       "number\n"),
  CASE("no quantity", "schema.units", "openapi", SV_INAPPLICABLE,
       SCHEMA("\"navn\":{\"type\":\"string\"}")),

  CASE("eleven digits", "schema.identity-eleven", "openapi", SV_PASSED,
       SCHEMA("\"fnr\":{\"type\":\"string\",\"pattern\":\"^[0-9]{11}$\"}")),
  CASE("no pattern", "schema.identity-eleven", "openapi", SV_FAILED,
       SCHEMA("\"fnr\":{\"type\":\"string\"}")),
  CASE("a pattern without ends", "schema.identity-eleven", "json-schema", SV_FAILED,
       SCHEMA("\"fnr\":{\"type\":\"string\",\"pattern\":\"[0-9]{11}\"}")),
  CASE("a number", "schema.identity-eleven", "openapi", SV_INAPPLICABLE,
       SCHEMA("\"fnr\":{\"type\":\"integer\"}")),
  CASE("a format", "schema.time-formats", "openapi", SV_PASSED,
       SCHEMA("\"registreringsdato\":{\"type\":\"string\",\"format\":\"date\"}")),
  CASE("none", "schema.time-formats", "openapi", SV_FAILED,
       SCHEMA("\"endretTid\":{\"type\":\"string\"}")),
  CASE("another word", "schema.time-formats", "json-schema", SV_INAPPLICABLE,
       SCHEMA("\"candidate\":{\"type\":\"string\"},\"update\":{\"type\":\"string\"}")),
  CASE("any eleven digits", "schema.identity-pattern", "openapi", SV_PASSED,
       SCHEMA("\"fnr\":{\"type\":\"string\",\"pattern\":\"^[0-9]{11}$\"}")),
  CASE("days to 31 only", "schema.identity-pattern", "openapi", SV_FAILED,
       SCHEMA("\"fnr\":{\"type\":\"string\",\"pattern\":\"^[0-3][0-9]{10}$\"}")),
  CASE("months to 12 only", "schema.identity-pattern", "json-schema", SV_FAILED,
       SCHEMA("\"fnr\":{\"type\":\"string\",\"pattern\":\"^[0-7][0-9][01][0-9]{8}$\"}")),
  CASE("sex is read out of it", "schema.identity-pattern", "openapi", SV_FAILED,
       SCHEMA("\"fnr\":{\"type\":\"string\",\"description\":\"Kj\xC3\xB8nn utledes av "
              "nummeret.\"}")),
  CASE("no such field", "schema.identity-pattern", "openapi", SV_INAPPLICABLE,
       SCHEMA("\"navn\":{\"type\":\"string\"}")),
  CASE("a name in the query", "schema.identity-in-url", "openapi", SV_PASSED,
       OPERATION("{\"name\":\"navn\",\"in\":\"query\",\"schema\":{\"type\":\"string\"}}")),
  CASE("a number in the query", "schema.identity-in-url", "openapi", SV_FAILED,
       OPERATION("{\"name\":\"fnr\",\"in\":\"query\",\"schema\":{\"type\":\"string\"}}")),
  CASE("an example that was hidden", "schema.identity-in-url", "openapi", SV_FAILED,
       OPERATION("{\"name\":\"id\",\"in\":\"query\",\"schema\":{\"type\":\"string\",\"example\":"
                 "\"99999999999\"}}")),
  CASE("in a header", "schema.identity-in-url", "openapi", SV_PASSED,
       OPERATION("{\"name\":\"fnr\",\"in\":\"header\",\"schema\":{\"type\":\"string\"}}")),

  CASE("half of them", "concept-use.share", "openapi", SV_PASSED,
       SCHEMA("\"a\":{\"x-concept\":\"https://e.example/id/a\"},\"b\":{\"type\":\"string\"}")),
  CASE("by a reference", "concept-use.share", "json-schema", SV_PASSED,
       "{\"properties\":{\"a\":{\"$ref\":\"#/$defs/"
       "A\"}},\"$defs\":{\"A\":{\"begrepsidentifikator\":"
       "\"https://e.example/id/a\"}}}"),
  CASE("too few", "concept-use.share", "openapi", SV_FAILED,
       SCHEMA("\"a\":{\"x-concept\":\"https://e.example/id/"
              "a\"},\"b\":{\"type\":\"string\"},\"c\":{\"type\":\"string\"}")),
  CASE("no address", "concept-use.share", "openapi", SV_FAILED,
       SCHEMA("\"a\":{\"x-concept\":\"organisasjonsnummer\"}")),
  CASE("in an XML schema", "concept-use.share", "xml", SV_PASSED,
       XSD("<xs:annotation><xs:appinfo><begrep>https://e.example/id/navn</begrep></"
           "xs:appinfo></xs:annotation>")),
  CASE("not in an XML schema", "concept-use.share", "xml", SV_FAILED, XSD("")),
  CASE("no schema", "concept-use.share", "xml", SV_INAPPLICABLE, "<a/>"),
  TWO("in force", "concept-use.subjects", "dcat", SV_PASSED, TTL "e:d dct:subject e:b .", "skos",
      TTL "e:b a skos:Concept; skos:prefLabel 'b'@nb; euvoc:status "
          "<http://publications.europa.eu/resource/authority/concept-status/CURRENT> ."),
  TWO("retired", "concept-use.subjects", "dcat", SV_FAILED, TTL "e:d dct:subject e:b .", "skos",
      TTL "e:b a skos:Concept; skos:prefLabel 'b'@nb; euvoc:status "
          "<http://publications.europa.eu/resource/authority/concept-status/RETIRED> ."),
  TWO("ended", "concept-use.subjects", "modelldcat", SV_FAILED, TTL "e:d dct:subject e:b .", "skos",
      TTL "e:b a skos:Concept; skos:prefLabel 'b'@nb; euvoc:endDate '2026-11-21' ."),
  TWO("without a term", "concept-use.subjects", "dcat", SV_FAILED, TTL "e:d dct:subject e:b .",
      "skos", TTL "e:b a skos:Concept ."),
  TWO("gone", "concept-use.subjects", "dcat", SV_FAILED, TTL "e:d dct:subject e:c .", "skos",
      TTL "e:b a skos:Concept ."),
  CASE("another's", "concept-use.subjects", "dcat", SV_CANT_TELL,
       TTL "<https://a.example/d> dct:subject <https://b.example/c> ."),
  { "at its address",
    "semantic.concept-use.subjects",
    "dcat",
    SV_PASSED,
    { { URL "b", "200\nContent-Type: text/turtle\n\n<https://etat.example/b> "
                 "<http://www.w3.org/2004/02/skos/core#prefLabel> 'b'@nb ." } },
    .target = "{\"endpoints\":[{\"url\":\"" URL "\"}]}",
    .documents = { { "dcat", TTL "e:d dct:subject <https://etat.example/b> ." } } },
  TWO("in force", "concept-use.fields", "openapi", SV_PASSED,
      SCHEMA("\"a\":{\"x-concept\":\"https://e.example/id/b\"}"), "skos",
      TTL "e:b a skos:Concept; skos:prefLabel 'b'@nb ."),
  TWO("gone", "concept-use.fields", "openapi", SV_FAILED,
      SCHEMA("\"a\":{\"x-concept\":\"https://e.example/id/c\"}"), "skos",
      TTL "e:b a skos:Concept; skos:prefLabel 'b'@nb ."),
  CASE("none", "concept-use.fields", "openapi", SV_INAPPLICABLE, SCHEMA("\"a\":{}")),
};
const size_t sv_semantic_value_case_count =
    sizeof sv_semantic_value_cases / sizeof sv_semantic_value_cases[0];
