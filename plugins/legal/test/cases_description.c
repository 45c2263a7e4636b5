// SPDX-License-Identifier: Apache-2.0
/* Cases of what descriptions say of access, rights and law. */
#include "plugins/legal/test/cases.h"

#define URL "https://etat.example/"
#define TTL                                                                                        \
  "@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> . "       \
  "@prefix dcatap: <http://data.europa.eu/r5r/> . @prefix eli: "                                   \
  "<http://data.europa.eu/eli/ontology#> . "                                                       \
  "@prefix odrs: <http://schema.theodi.org/odrs#> . @prefix odrl: <http://www.w3.org/ns/odrl/2/> " \
  ". "                                                                                             \
  "@prefix cpsv: <http://purl.org/vocab/cpsv#> . @prefix cv: <http://data.europa.eu/m8g/> . "      \
  "@prefix dcatno: <https://data.norge.no/vocabulary/dcatno#> . @prefix foaf: "                    \
  "<http://xmlns.com/foaf/0.1/> . "                                                                \
  "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix xsd: "                          \
  "<http://www.w3.org/2001/XMLSchema#> . "                                                         \
  "@prefix r: <http://publications.europa.eu/resource/authority/access-right/> . @prefix e: "      \
  "<http://e.example/> . "
#define CASE(sentence, id, outcome, text)                                                          \
  {                                                                                                \
    sentence, id, "dcat", outcome, { { 0 } }, .documents = { { "dcat", TTL text } }                \
  }
#define CPSV_CASE(sentence, id, outcome, text)                                                     \
  {                                                                                                \
    sentence, id, "cpsv", outcome, { { 0 } }, .documents = { { "cpsv", TTL text } }                \
  }
#define ASKS_AT(sentence, id, outcome, answer, right, url)                                         \
  {                                                                                                \
    sentence, id, "dcat", outcome, { { "HEAD " URL "d.csv", answer }, { URL "d.csv", answer } },   \
        .documents = {                                                                             \
          { "dcat", TTL "e:a a dcat:Dataset; dct:accessRights r:" right "; dcat:distribution e:d " \
                        ". e:d dcat:downloadURL "                                                  \
                        "<" url "> ." }                                                            \
        }                                                                                          \
  }
#define ASKS(sentence, id, outcome, answer, right)                                                 \
  ASKS_AT(sentence, id, outcome, answer, right, URL "d.csv")
#define ASKS_FOR(sentence, outcome, answer)                                                        \
  {                                                                                                \
    sentence, "legal.access.request-page", "dcat", outcome,                                        \
        { { "HEAD " URL "sok", answer }, { URL "sok", answer } }, .documents = {                   \
          { "dcat", TTL "e:a a dcat:Dataset; dct:accessRights r:RESTRICTED; "                      \
                        "dcatno:accessRequestURL <" URL "sok> ." }                                 \
        }                                                                                          \
  }
#define KEY(sentence, id, outcome, answer)                                                         \
  {                                                                                                \
    sentence, id, "dcat", outcome, { { URL "d.csv", answer } }, .documents = {                     \
      { "dcat", TTL "e:a a dcat:Dataset; dct:accessRights r:PUBLIC; dcat:landingPage e:p; "        \
                    "dcat:distribution e:d . e:d dcat:downloadURL <" URL "d.csv> ." }              \
    }                                                                                              \
  }
#define SERVED(sentence, outcome, more)                                                            \
  {                                                                                                \
    sentence, "legal.access.closed", "dcat", outcome,                                              \
        { { URL "v1", "200\nContent-Type: application/json\n\n{}" } }, .documents = {              \
          { "dcat", TTL "e:a a dcat:Dataset; dct:accessRights r:NON_PUBLIC . e:b a dcat:Dataset; " \
                        "dct:accessRights r:PUBLIC . e:s dcat:servesDataset e:a" more              \
                        "; dcat:endpointURL <" URL "v1> ." }                                       \
        }                                                                                          \
  }
#define ELI_LAW "<https://lovdata.no/eli/lov/1994/06/03/15>"

const struct sv_case_row sv_legal_description_cases[] = {
  CASE("an address of something else", "legal.rights.statement", SV_FAILED,
       "e:d a dcat:Distribution; dct:rights e:r . e:r a foaf:Document ."),
  CASE("a bare address", "legal.rights.statement", SV_PASSED,
       "e:d a dcat:Distribution; dct:rights e:r . e:r rdfs:label 'x' ."),
  CASE("a bare address", "legal.rights.statement-described", SV_FAILED,
       "e:d a dcat:Distribution; dct:rights e:r . e:r rdfs:label 'x' ."),
  CASE("a statement", "legal.rights.statement-described", SV_PASSED,
       "e:d a dcat:Distribution; dct:rights e:r . e:r a odrs:RightsStatement ."),
  CASE("rights of something else", "legal.rights.statement-described", SV_INAPPLICABLE,
       "e:d a foaf:Document; dct:rights e:r ."),
  CASE("a bare address", "legal.rights.policy-described", SV_FAILED, "e:d odrl:hasPolicy e:p ."),
  CASE("a policy", "legal.rights.policy-described", SV_PASSED,
       "e:d odrl:hasPolicy e:p . e:p a odrl:Policy ."),
  CASE("a year", "legal.rights.year-form", SV_PASSED, "e:r odrs:copyrightYear '2026' ."),
  CASE("a span", "legal.rights.year-form", SV_FAILED, "e:r odrs:copyrightYear '2020-2026' ."),
  CASE("a type of the list", "legal.legislation.type-listed", SV_PASSED,
       "e:l a eli:LegalResource; dct:type "
       "<https://data.norge.no/vocabulary/legal-resource-type#act> ."),
  CASE("another type", "legal.legislation.type", SV_PASSED,
       "e:l a eli:LegalResource; dct:type e:lov ."),
  CASE("another type", "legal.legislation.type-listed", SV_FAILED,
       "e:l a eli:LegalResource; dct:type e:lov ."),
  CASE("no type", "legal.legislation.type-listed", SV_FAILED, "e:l a eli:LegalResource ."),
  CASE("a law of the EU", "legal.legislation.text", SV_INAPPLICABLE,
       "<http://data.europa.eu/eli/reg/2016/679/oj> a eli:LegalResource ."),
  CASE("a law at lovdata.no", "legal.legislation.text", SV_INAPPLICABLE,
       "<https://lovdata.no/dokument/NL/lov/1994-06-03-15> a eli:LegalResource ."),
  CPSV_CASE("an address of something else", "legal.legislation.iri", SV_PASSED,
            "e:s cv:hasLegalResource e:l . e:l a foaf:Document ."),
  CPSV_CASE("a node of something else", "legal.legislation.iri", SV_FAILED,
            "e:s cv:hasLegalResource [ a foaf:Document ] ."),
  CPSV_CASE("a text", "legal.legislation.public-service", SV_FAILED,
            "e:s a cpsv:PublicService; cv:hasLegalResource 'loven' ."),
  CASE("one right", "legal.access.stated", SV_PASSED,
       "e:a a dcat:Dataset; dct:accessRights r:PUBLIC ."),
  CASE("no right", "legal.access.stated", SV_FAILED, "e:a a dcat:Dataset ."),
  CASE("a code", "legal.access.code", SV_PASSED, "e:a dct:accessRights r:RESTRICTED ."),
  CASE("a code for documents", "legal.access.code", SV_FAILED,
       "e:a dct:accessRights r:CONFIDENTIAL ."),
  CASE("a text", "legal.access.code", SV_FAILED, "e:a dct:accessRights 'PUBLIC' ."),
  CASE("none", "legal.access.code", SV_INAPPLICABLE, "e:a a dcat:Dataset ."),
  CASE("one right", "legal.access.service", SV_PASSED,
       "e:a a dcat:DataService; dct:accessRights r:PUBLIC ."),
  CASE("two rights", "legal.access.service", SV_FAILED,
       "e:a a dcat:DataService; dct:accessRights r:PUBLIC, r:RESTRICTED ."),
  CASE("a page to ask on", "legal.access.request", SV_PASSED,
       "e:a a dcat:Dataset; dct:accessRights r:RESTRICTED; dcatno:accessRequestURL "
       "<https://etat.example/sok> ."),
  CASE("no page", "legal.access.request", SV_FAILED,
       "e:a a dcat:Dataset; dct:accessRights r:RESTRICTED ."),
  CASE("public data", "legal.access.request", SV_INAPPLICABLE,
       "e:a a dcat:Dataset; dct:accessRights r:PUBLIC ."),
  ASKS("open data that is open", "legal.access.open", SV_PASSED,
       "200\nContent-Type: text/csv\n\na;b", "PUBLIC"),
  ASKS("open data behind sign-in", "legal.access.open", SV_FAILED, "401\n\n", "PUBLIC"),
  ASKS("open data that is gone", "legal.access.open", SV_FAILED, "404\n\n", "PUBLIC"),
  ASKS("a service that is ill", "legal.access.open", SV_CANT_TELL, "503\n\n", "PUBLIC"),
  ASKS_AT("open data at a host of others", "legal.access.open", SV_CANT_TELL, "200\n\n", "PUBLIC",
          "https://other.example/d.csv"),
  ASKS("closed data", "legal.access.open", SV_INAPPLICABLE, "200\n\nx", "NON_PUBLIC"),
  CASE("a page that answers not asked", "legal.access.request-page", SV_INAPPLICABLE,
       "e:a a dcat:Dataset; dct:accessRights r:RESTRICTED ."),
  ASKS_FOR("a page", SV_PASSED, "200\n\n"),
  ASKS_FOR("no page", SV_FAILED, "404\n\n"),
  ASKS_FOR("a page behind sign-in", SV_INAPPLICABLE, "401\n\n"),
  KEY("a key that a page may tell of", "legal.access.open", SV_PASSED, "401\n\n"),
  KEY("a key that a page may tell of", "legal.access.open-key", SV_FAILED, "401\n\n"),
  KEY("no key", "legal.access.open-key", SV_PASSED, "200\n\n"),
  ASKS("a key that nothing tells of", "legal.access.open-key", SV_INAPPLICABLE, "403\n\n",
       "PUBLIC"),
  ASKS("closed data that is closed", "legal.access.closed-page", SV_PASSED, "403\n\n",
       "NON_PUBLIC"),
  ASKS("closed data with a page", "legal.access.closed-page", SV_FAILED,
       "200\nContent-Type: text/html\n\n<p>", "NON_PUBLIC"),
  CASE("closed data without an address", "legal.access.closed", SV_PASSED,
       "e:a a dcat:Dataset; dct:accessRights r:NON_PUBLIC ."),
  SERVED("closed data from a service", SV_FAILED, ""),
  SERVED("a service that gives open data too", SV_PASSED, ", e:b"),
  ASKS("closed data that is closed", "legal.access.closed", SV_PASSED, "401\n\n", "NON_PUBLIC"),
  ASKS("closed data with a page", "legal.access.closed", SV_PASSED,
       "200\nContent-Type: text/html\n\n<p>", "NON_PUBLIC"),
  ASKS("closed data that is open", "legal.access.closed", SV_FAILED,
       "200\nContent-Type: text/csv\n\na;b", "NON_PUBLIC"),
  ASKS("no answer", "legal.access.closed", SV_CANT_TELL, "!timeout", "NON_PUBLIC"),

  CASE("a statement", "legal.rights.statement", SV_PASSED,
       "e:a a dcat:Distribution; dct:rights e:r . e:r a odrs:RightsStatement ."),
  CASE("a text", "legal.rights.statement", SV_FAILED,
       "e:a a dcat:Distribution; dct:rights 'mine' ."),
  CASE("something else", "legal.rights.statement", SV_FAILED,
       "e:a a dcat:Catalog; dct:rights e:r . e:r a foaf:Document ."),
  CASE("two languages", "legal.rights.attribution", SV_PASSED,
       "e:r odrs:attributionText 'a'@nb, 'b'@nn ."),
  CASE("no language", "legal.rights.attribution", SV_FAILED, "e:r odrs:attributionText 'a' ."),
  CASE("a language twice", "legal.rights.attribution", SV_FAILED,
       "e:r odrs:copyrightNotice 'a'@nb, 'b'@nb ."),
  CASE("a country", "legal.rights.jurisdiction", SV_PASSED,
       "e:r odrs:jurisdiction <http://publications.europa.eu/resource/authority/country/NOR> ."),
  CASE("a text", "legal.rights.jurisdiction", SV_FAILED, "e:r odrs:jurisdiction 'Norge' ."),
  CASE("a year", "legal.rights.year", SV_PASSED, "e:r odrs:copyrightYear '2026'^^xsd:gYear ."),
  CASE("a span", "legal.rights.year", SV_PASSED, "e:r odrs:copyrightYear '2020-2026' ."),
  CASE("two years", "legal.rights.year", SV_FAILED, "e:r odrs:copyrightYear '2025', '2026' ."),
  CASE("a policy", "legal.rights.policy", SV_PASSED,
       "e:a odrl:hasPolicy e:p . e:p a odrl:Policy ."),
  CASE("a text", "legal.rights.policy", SV_FAILED, "e:a odrl:hasPolicy 'be kind' ."),

  CASE("a law", "legal.legislation.dataset", SV_PASSED,
       "e:a a dcat:Dataset; dcatap:applicableLegislation " ELI_LAW " ."),
  CASE("no law", "legal.legislation.dataset", SV_FAILED, "e:a a dcat:Dataset ."),
  CASE("the wrong namespace", "legal.legislation.dataset", SV_FAILED,
       "e:a a dcat:Dataset; <http://data.europa.eu/r5rapplicableLegislation> " ELI_LAW " ."),
  CASE("a law", "legal.legislation.service", SV_PASSED,
       "e:a a dcat:DataService; dcatap:applicableLegislation " ELI_LAW " ."),
  CASE("no law", "legal.legislation.service", SV_FAILED, "e:a a dcat:DataService ."),
  CASE("a law", "legal.legislation.series", SV_PASSED,
       "e:a a dcat:DatasetSeries; dcatap:applicableLegislation " ELI_LAW " ."),
  CASE("no law", "legal.legislation.series", SV_FAILED, "e:a a dcat:DatasetSeries ."),
  CASE("an address", "legal.legislation.iri", SV_PASSED,
       "e:a dcatap:applicableLegislation " ELI_LAW " ."),
  CASE("a text", "legal.legislation.iri", SV_FAILED,
       "e:a dcatap:applicableLegislation 'enhetsregisterloven' ."),
  CPSV_CASE("a text in CPSV", "legal.legislation.iri", SV_FAILED,
            "e:a cv:hasLegalResource 'loven' ."),
  CASE("an ELI address", "legal.legislation.eli", SV_PASSED,
       "e:a dcatap:applicableLegislation " ELI_LAW " ."),
  CASE("another address", "legal.legislation.eli", SV_FAILED,
       "e:a dcatap:applicableLegislation <https://lovdata.no/dokument/NL/lov/1994-06-03-15> ."),
  CASE("a date that is not", "legal.legislation.eli", SV_FAILED,
       "e:a dcatap:applicableLegislation <https://lovdata.no/eli/lov/2023/02/29/1> ."),
  CASE("a law of others", "legal.legislation.eli", SV_INAPPLICABLE,
       "e:a dcatap:applicableLegislation <http://data.europa.eu/eli/reg_impl/2023/138/oj> ."),
  CASE("a known type", "legal.legislation.type", SV_PASSED,
       "e:l a eli:LegalResource; dct:type "
       "<https://data.norge.no/vocabulary/legal-resource-type#act> ."),
  CASE("a text", "legal.legislation.type", SV_FAILED, "e:l a eli:LegalResource; dct:type 'lov' ."),
  CASE("a title with language", "legal.legislation.title", SV_PASSED,
       "e:l a eli:LegalResource; dct:title 'L'@nb ."),
  CASE("a title without", "legal.legislation.title", SV_FAILED,
       "e:l a eli:LegalResource; dct:title 'L' ."),
  CASE("a link to the text", "legal.legislation.text", SV_PASSED,
       "e:l a eli:LegalResource; rdfs:seeAlso <https://lovdata.no/x> ."),
  CASE("no link", "legal.legislation.text", SV_FAILED,
       "[] a eli:LegalResource; dct:title 'L'@nb ."),
  CASE("its own address", "legal.legislation.text", SV_INAPPLICABLE,
       ELI_LAW " a eli:LegalResource ."),
  CPSV_CASE("a rule", "legal.legislation.public-service", SV_PASSED,
            "e:s a cpsv:PublicService; cpsv:follows e:r ."),
  CPSV_CASE("nothing", "legal.legislation.public-service", SV_FAILED, "e:s a cpsv:PublicService ."),
  CPSV_CASE("a law", "legal.legislation.rule", SV_PASSED,
            "e:r a cpsv:Rule; cpsv:implements " ELI_LAW " ."),
  CPSV_CASE("no law", "legal.legislation.rule", SV_FAILED, "e:r a cpsv:Rule ."),
  CPSV_CASE("a law", "legal.legislation.concession", SV_PASSED,
            "e:c a cv:ServiceConcessionContract; cv:establishedUnder " ELI_LAW " ."),
  CPSV_CASE("a text", "legal.legislation.concession", SV_FAILED,
            "e:c a cv:ServiceConcessionContract; cv:establishedUnder 'loven' ."),
  CASE("the new profile", "legal.legislation.old-terms", SV_PASSED, "e:a a dcat:Dataset ."),
  CASE("the old profile", "legal.legislation.old-terms", SV_FAILED,
       "e:a <http://difi.no/dcatno#comment> 'x' ."),
  CASE("an old property", "legal.legislation.old-terms", SV_FAILED,
       "e:a dcatno:legalBasisForAccess e:l ."),

  CPSV_CASE("an amount", "legal.fees.cost", SV_PASSED,
            "e:s cv:hasCost e:c . e:c cv:hasValue '100'^^xsd:double; cv:currency "
            "<http://publications.europa.eu/resource/authority/currency/NOK> ."),
  CPSV_CASE("a page", "legal.fees.cost", SV_PASSED,
            "e:s cv:hasCost e:c . e:c foaf:page <https://etat.example/gebyr> ."),
  CPSV_CASE("an amount without currency", "legal.fees.cost", SV_FAILED,
            "e:s cv:hasCost e:c . e:c cv:hasValue '100'^^xsd:double ."),
  CPSV_CASE("an amount as text", "legal.fees.cost", SV_FAILED,
            "e:s cv:hasCost e:c . e:c cv:hasValue 'hundre' ."),
  CPSV_CASE("nothing", "legal.fees.cost", SV_FAILED, "e:s cv:hasCost e:c ."),
};
const size_t sv_legal_description_case_count =
    sizeof sv_legal_description_cases / sizeof sv_legal_description_cases[0];
