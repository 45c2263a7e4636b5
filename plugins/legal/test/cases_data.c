// SPDX-License-Identifier: Apache-2.0
/* Cases of high-value data, reuse, privacy, the record of processing and terms of use. */
#include "plugins/legal/test/cases.h"

#define URL "https://etat.example/"
#define TTL                                                                                        \
  "@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> . "       \
  "@prefix dcatap: <http://data.europa.eu/r5r/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> . "   \
  "@prefix cpsv: <http://purl.org/vocab/cpsv#> . "                                                 \
  "@prefix cpsvno: <https://data.norge.no/vocabulary/cpsvno#> . "                                  \
  "@prefix dpv: <https://w3id.org/dpv#> . @prefix e: <http://e.example/> . "                       \
  "@prefix r: <http://publications.europa.eu/resource/authority/access-right/> . "                 \
  "@prefix l: <http://publications.europa.eu/resource/authority/licence/> . "                      \
  "@prefix t: <http://publications.europa.eu/resource/authority/file-type/> . "                    \
  "@prefix p: <http://purl.org/adms/publishertype/> . "
#define CASE(sentence, id, outcome, text)                                                          \
  {                                                                                                \
    sentence, "legal." id, "dcat", outcome, { { 0 } }, .documents = { { "dcat", TTL text } }       \
  }
#define WITH(sentence, id, outcome, parameters, text)                                              \
  {                                                                                                \
    sentence, "legal." id, "dcat", outcome, { { 0 } }, .params = (parameters), .documents = {      \
      { "dcat", TTL text }                                                                         \
    }                                                                                              \
  }
#define ASKS(sentence, id, outcome, answer, numbers, text)                                         \
  {                                                                                                \
    sentence, "legal." id, "dcat", outcome,                                                        \
        { { URL "f", answer, .identity_numbers = (numbers) },                                      \
          { "HEAD " URL "f", answer, .identity_numbers = (numbers) } },                            \
        .documents = {                                                                             \
          { "dcat", TTL text }                                                                     \
        }                                                                                          \
  }
#define MADE_UP(sentence, id, outcome, numbers)                                                    \
  {                                                                                                \
    sentence, "legal." id, "dcat", outcome,                                                        \
        { { URL "f", "200\n\na;b\n", .identity_numbers = (numbers),                               \
            .synthetic_numbers = (numbers) } },                                                    \
        .documents = {                                                                             \
          { "dcat", TTL FILE_AT }                                                                  \
        }                                                                                          \
  }
#define ACT "<http://data.europa.eu/eli/reg_impl/2023/138/oj>"
#define METEO "<http://data.europa.eu/bna/c_164e0bf5>"
#define BOTH "dcatap:applicableLegislation " ACT "; dcatap:hvdCategory " METEO
#define OPEN "e:a a dcat:Dataset; dct:accessRights r:PUBLIC"
#define WHOLE                                                                                      \
  "e:k a dcat:Catalog; dct:publisher e:o . " OPEN "; dcat:contactPoint e:c; dcat:distribution "    \
  "e:d . e:d dct:license l:CC_BY_4_0; dct:format "                                                 \
  "t:CSV "                                                                                         \
  ". "
#define STATE "{\"state-body\":true}"
#define OTHER "{\"state-body\":false}"
#define FILE_AT OPEN "; dcat:distribution e:d . e:d dcat:downloadURL <" URL "f> ."
#define TEN "en to tre fire fem seks sju åtte ni ti "
#define HUNDRED TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN
#define HTML "200\nContent-Type: text/html\n\n"
#define FRONT                                                                                      \
  {                                                                                                \
    URL, HTML "<a href='/personvern'>Personvernerklæring</a>"                                     \
  }
#define SIGN_IN                                                                                    \
  {                                                                                                \
    {                                                                                              \
      "openapi", "{\"components\":{\"securitySchemes\":{\"a\":{\"type\":\"oauth2\"}}}}"            \
    }                                                                                              \
  }
#define TOLD                                                                                       \
  "Behandlingsansvarlig er vi. Formål: drift. Behandlingsgrunnlag: lov. Du har rett til innsyn. " \
  "Personvernombud: Kari. "
#define PRIVACY(sentence, id, outcome, answer)                                                     \
  {                                                                                                \
    sentence, "legal.privacy." id, "web", outcome, { FRONT, { URL "personvern", answer } },        \
        .documents = SIGN_IN                                                                       \
  }
#define HEAD                                                                                       \
  "Organisasjonsnummer;Status;Formål;Kategorier av registrerte;Personopplysninger;Mottakere;"     \
  "Slettefrist;Sikkerhetstiltak\r\n"
#define RECORD(sentence, outcome, text)                                                            \
  {                                                                                                \
    sentence, "legal.privacy.record", "processing-record", outcome, { { 0 } }, .documents = {      \
      { "processing-record", text }                                                                \
    }                                                                                              \
  }
#define TERMS(sentence, outcome, url, answer)                                                      \
  {                                                                                                \
    sentence, "legal.reuse.terms-link", "openapi", outcome, { { URL "vilkar", answer } },          \
        .documents = {                                                                             \
          { "openapi", "{\"info\":{\"termsOfService\":\"" url "\"}}" }                             \
        }                                                                                          \
  }

#define PAIR(sentence, outcome, address, code)                                                     \
  {                                                                                                \
    sentence, "legal.reuse.licences-agree", "dcat", outcome, { { 0 } }, .documents = {             \
      { "dcat", TTL "e:s a dcat:DataService; dcat:endpointURL <" URL "v1>; dct:license "           \
                    "l:" code " ." },                                                              \
      { "openapi", "{\"info\":{\"license\":{\"url\":\"" address "\"}},\"servers\":[{\"url\":"      \
                   "\"/v1\"}]}" }                                                                  \
    }                                                                                              \
  }

const struct sv_case_row sv_legal_data_cases[] = {
  CASE("both", "high-value.dataset", SV_PASSED, "e:a a dcat:Dataset; " BOTH " ."),
  CASE("no category", "high-value.dataset", SV_FAILED,
       "e:a a dcat:Dataset; dcatap:applicableLegislation " ACT " ."),
  CASE("no regulation", "high-value.dataset", SV_FAILED,
       "e:a a dcat:Dataset; dcatap:hvdCategory " METEO " ."),
  CASE("a category that is none", "high-value.dataset", SV_FAILED,
       "e:a a dcat:Dataset; dcatap:hvdCategory e:x; dcatap:applicableLegislation " ACT " ."),
  CASE("other data", "high-value.dataset", SV_INAPPLICABLE, "e:a a dcat:Dataset ."),
  CASE("all of it", "high-value.service", SV_PASSED,
       "e:s a dcat:DataService; " BOTH "; dcat:contactPoint e:c; dcat:endpointURL e:u; foaf:page "
       "e:p ."),
  CASE("no documentation", "high-value.service", SV_FAILED,
       "e:s a dcat:DataService; " BOTH "; dcat:contactPoint e:c; dcat:endpointURL e:u ."),
  CASE("that serves such data", "high-value.service", SV_FAILED,
       "e:a a dcat:Dataset; " BOTH " . e:s a dcat:DataService; dcat:servesDataset e:a ."),
  CASE("other services", "high-value.service", SV_INAPPLICABLE, "e:s a dcat:DataService ."),
  CASE("a part that cites", "high-value.parts", SV_PASSED,
       "e:a a dcat:Dataset; " BOTH "; dcat:distribution e:d . e:d dcatap:applicableLegislation " ACT
       " ."),
  CASE("a part that does not", "high-value.parts", SV_FAILED,
       "e:a a dcat:Dataset; " BOTH "; dcat:inSeries e:s ."),
  CASE("two licences", "high-value.parts", SV_FAILED,
       "e:a a dcat:Dataset; " BOTH "; dcat:distribution e:d . e:d dct:license e:l, e:m; "
       "dcatap:applicableLegislation " ACT " ."),

  WITH("a state body", "reuse.state-body", SV_PASSED, STATE, WHOLE),
  WITH("without a licence", "reuse.state-body", SV_FAILED, STATE,
       "e:k a dcat:Catalog; dct:publisher e:o . " OPEN "; dcat:contactPoint e:c; dcat:distribution "
       "e:d . e:d dct:format t:CSV ."),
  CASE("a state body by its type", "reuse.state-body", SV_FAILED,
       "e:o dct:type p:NationalAuthority . " OPEN " ."),
  WITH("a municipality", "reuse.state-body", SV_INAPPLICABLE, OTHER, WHOLE),
  WITH("a municipality", "reuse.other-body", SV_PASSED, OTHER, WHOLE),
  WITH("without a contact point", "reuse.other-body", SV_FAILED, OTHER,
       "e:k a dcat:Catalog; dct:publisher e:o . " OPEN "; dcat:distribution e:d . e:d dct:license "
       "l:CC0; dct:format t:CSV ."),
  WITH("closed data", "reuse.other-body", SV_INAPPLICABLE, OTHER, "e:a a dcat:Dataset ."),
  CASE("both halves", "reuse.described", SV_PASSED, WHOLE),
  CASE("both halves, by a service", "reuse.described", SV_PASSED,
       OPEN " . e:s dcat:servesDataset e:a; dct:license l:CC0; dcat:endpointDescription e:x ."),
  CASE("no licence", "reuse.described", SV_FAILED,
       OPEN "; dcat:distribution e:d . e:d dct:format t:CSV ."),
  CASE("nothing", "reuse.described", SV_FAILED, OPEN " ."),
  WITH("both forms", "reuse.both-forms", SV_PASSED, STATE,
       "e:a dct:title 'a'@nb, 'a'@nn . e:b dct:title 'b'@nb . e:c dct:title 'c'@nb . "
       "e:d dct:title 'd'@nb ."),
  WITH("one form", "reuse.both-forms", SV_FAILED, STATE,
       "e:a dct:title 'a'@nb . e:b dct:title 'b'@nb . e:c dct:title 'c'@nb . e:d dct:title 'd'@nb "
       "."),
  WITH("few descriptions", "reuse.both-forms", SV_INAPPLICABLE, STATE, "e:a dct:title 'a'@nb ."),
  WITH("a typed rule", "reuse.hiding-rules", SV_PASSED, "{\"dcat-ap-no\":\"2.2\"}",
       "e:a a dcat:Dataset; dct:accessRights r:NON_PUBLIC; cpsv:follows e:r . "
       "e:r dct:type cpsvno:ruleForNonDisclosure; cpsv:implements e:l ."),
  WITH("no rule", "reuse.hiding-rules", SV_FAILED, "{\"dcat-ap-no\":\"2.2\"}",
       "e:a a dcat:Dataset; dct:accessRights r:NON_PUBLIC ."),
  CASE("a rule of another type", "reuse.hiding-rules", SV_FAILED,
       "e:k a dcat:Catalog; dct:conformsTo <https://data.norge.no/specification/dcat-ap-no/v2> . "
       "e:a a dcat:Dataset; dct:accessRights r:NON_PUBLIC; cpsv:follows e:r . "
       "e:r dct:type e:x; cpsv:implements e:l ."),
  CASE("the new profile", "reuse.hiding-rules", SV_INAPPLICABLE,
       "e:a a dcat:Dataset; dct:accessRights r:NON_PUBLIC ."),
  ASKS("a law that is there", "reuse.law-found", SV_PASSED, "200\n\n", 0,
       "e:a dcatap:applicableLegislation <" URL "f> ."),
  ASKS("a law that is not", "reuse.law-found", SV_FAILED, "404\n\n", 0,
       "e:a dcatap:applicableLegislation <" URL "f> ."),
  { "a register of laws",
    "legal.reuse.law-found",
    "dcat",
    SV_FAILED,
    { { "HEAD https://lovdata.no/eli/lov/1900/01/01/1", "404\n\n" } },
    .params = "{\"legislation-hosts\":[\"lovdata.no\"]}",
    .documents = { { "dcat", TTL "e:a dcatap:applicableLegislation "
                                 "<https://lovdata.no/eli/lov/1900/01/01/1> ." } } },
  CASE("a register that is not to be asked", "reuse.law-found", SV_INAPPLICABLE,
       "e:a dcatap:applicableLegislation <https://lovdata.no/eli/lov/1900/01/01/1> ."),
  CASE("a host of nobody's", "reuse.law-found", SV_CANT_TELL,
       "e:a dcatap:applicableLegislation <https://other.example/lov> ."),
  TERMS("terms", SV_PASSED, URL "vilkar", "200\n\n<p>Vilkår"),
  TERMS("terms that are gone", SV_FAILED, URL "vilkar", "404\n\n"),
  TERMS("terms behind sign-in", SV_CANT_TELL, URL "vilkar", "401\n\n"),
  TERMS("terms elsewhere", SV_CANT_TELL, "https://other.example/", "200\n\n"),
  TERMS("no address", SV_FAILED, "spør oss", "200\n\n"),
  { "no terms",
    "legal.reuse.terms-link",
    "openapi",
    SV_FAILED,
    { { 0 } },
    .documents = { { "openapi", "{\"info\":{}}" } } },

  PAIR("one licence", SV_PASSED, "https://data.norge.no/nlod/no/2.0/", "NLOD_2_0"),
  PAIR("two licences", SV_FAILED, "https://creativecommons.org/licenses/by/4.0/", "NLOD_2_0"),
  PAIR("a licence nobody knows", SV_INAPPLICABLE, "https://other.example/lisens", "NLOD_2_0"),
  { "an SPDX identifier",
    "legal.reuse.licences-agree",
    "dcat",
    SV_PASSED,
    { { 0 } },
    .documents = { { "dcat", TTL "e:s a dcat:DataService; dcat:endpointURL <" URL "v1>; "
                                 "dct:license "
                                 "l:CC_BY_4_0 ." },
                   { "openapi", "{\"info\":{\"license\":{\"identifier\":\"CC-BY-4.0\"}},"
                                "\"servers\":[{\"url\":\"/v1\"}]}" } } },

  PRIVACY("a statement", "statement", SV_PASSED, HTML "<p>" HUNDRED HUNDRED),
  PRIVACY("a short one", "statement", SV_FAILED, HTML "<p>" HUNDRED),
  PRIVACY("a dead link", "statement", SV_FAILED, "404\n\n"),
  { "no link",
    "legal.privacy.statement",
    "web",
    SV_FAILED,
    { { URL, HTML "<p>Hei" } },
    .params = "{\"personal-data\":true}" },
  { "no sign-in", "legal.privacy.statement", "web", SV_INAPPLICABLE, { { URL, HTML "<p>Hei" } } },
  PRIVACY("all of it", "content", SV_PASSED, HTML "<p>" TOLD "Klag til Datatilsynet."),
  PRIVACY("nowhere to complain", "content", SV_FAILED, HTML "<p>" TOLD),
  PRIVACY("no statement", "content", SV_INAPPLICABLE, "404\n\n"),
  ASKS("clean data", "privacy.open-data", SV_PASSED, "200\n\na;b\n", 0, FILE_AT),
  ASKS("numbers in it", "privacy.open-data", SV_FAILED, "200\n\na;b\n", 3, FILE_AT),
  MADE_UP("synthetic numbers", "privacy.open-data", SV_PASSED, 3),
  MADE_UP("synthetic numbers", "privacy.open-synthetic", SV_FAILED, 3),
  MADE_UP("clean data", "privacy.open-synthetic", SV_PASSED, 0),
  ASKS("numbers of people", "privacy.open-synthetic", SV_PASSED, "200\n\na;b\n", 3, FILE_AT),
  ASKS("closed data", "privacy.open-synthetic", SV_INAPPLICABLE, "401\n\n", 0, FILE_AT),
  ASKS("closed data", "privacy.open-data", SV_INAPPLICABLE, "401\n\n", 0, FILE_AT),
  { "an API with traces of persons",
    "legal.privacy.open-traces",
    "api",
    SV_FAILED,
    { { URL, "200\n\n[\"a@gmail.com\",\"b@gmail.com\"]" } },
    .params = "{\"personal-traces\":2}" },
  { "an API without", "legal.privacy.open-traces", "api", SV_PASSED, { { URL, "200\n\n{}" } } },
  { "a closed API", "legal.privacy.open-traces", "api", SV_INAPPLICABLE, { { URL, "401\n\n" } } },
  ASKS("clean data", "privacy.open-traces", SV_PASSED,
       "200\n\npost@etat.example\nola@gmail.com\n9710.05.01234\n", 0, FILE_AT),
  ASKS("traces of persons", "privacy.open-traces", SV_FAILED,
       "200\n\na@gmail.com\nb@hotmail.no\n8601.11.17947\n+47 912 34 567\n+4741234567\n", 0,
       FILE_AT),
  CASE("a term", "privacy.vocabulary", SV_PASSED, "e:a dpv:hasPurpose e:p ."),
  CASE("no term", "privacy.vocabulary", SV_FAILED, "e:a dpv:hasAim e:p ."),
  CASE("none", "privacy.vocabulary", SV_INAPPLICABLE, "e:a dct:title 'a' ."),
  RECORD("a whole record", SV_PASSED,
         HEAD "974760673;Godkjent;Drift;Brukere;\"Navn; adresse\";Ingen;1 år;Tilgangsstyring\r\n"
              "974760673;Utkast;;;;;;\r\n"),
  RECORD("a gap", SV_FAILED, HEAD "974760673;Godkjent;Drift;Brukere;Navn;;1 år;Tilgangsstyring\n"),
  RECORD("a wrong number", SV_FAILED, HEAD "974760674;Godkjent;a;b;c;d;e;f\n"),
  RECORD("no column for recipients", SV_FAILED,
         "Organisasjonsnummer;Formål;Registrerte;Personopplysninger;Slettefrist;Tiltak\n"
         "974760673;a;b;c;d;e\n"),
  RECORD("drafts only", SV_INAPPLICABLE, HEAD "974760673;Utkast;;;;;;\n"),
};
const size_t sv_legal_data_case_count = sizeof sv_legal_data_cases / sizeof sv_legal_data_cases[0];
