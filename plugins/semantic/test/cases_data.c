// SPDX-License-Identifier: Apache-2.0
/* Cases of data catalogues: order, codes, files, models, concepts, quality. */
#include "plugins/semantic/test/cases.h"

#define URL "https://etat.example/"
#define TTL                                                                                        \
  "@prefix adms: <http://www.w3.org/ns/adms#> . @prefix dcat: <http://www.w3.org/ns/dcat#> . "     \
  "@prefix dct: <http://purl.org/dc/terms/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> . "       \
  "@prefix dqv: <http://www.w3.org/ns/dqv#> . @prefix e: <http://e.example/> . "                   \
  "@prefix euvoc: <http://publications.europa.eu/ontology/euvoc#> . "                              \
  "@prefix owl: <http://www.w3.org/2002/07/owl#> . "                                               \
  "@prefix modelldcatno: <https://data.norge.no/vocabulary/modelldcatno#> . "                      \
  "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . "                                  \
  "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . "                                        \
  "@prefix spdx: <http://spdx.org/rdf/terms#> . "                                                  \
  "@prefix xkos: <http://rdf-vocabulary.ddialliance.org/xkos#> . "                                 \
  "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . "                                            \
  "@prefix t: <http://publications.europa.eu/resource/authority/file-type/> . "                    \
  "@prefix m: <https://www.iana.org/assignments/media-types/> . "
#define CASE(sentence, id, kind, outcome, text)                                                    \
  {                                                                                                \
    sentence, "semantic." id, kind, outcome, { { 0 } }, .documents = { { kind, TTL text } }        \
  }
/* With an answer at URL "f". */
#define ASKS(sentence, id, kind, outcome, answer, text)                                            \
  {                                                                                                \
    sentence, "semantic." id, kind, outcome, { { URL "f", answer }, { "HEAD " URL "f", answer } }, \
        .documents = {                                                                             \
          { kind, TTL text }                                                                       \
        }                                                                                          \
  }
#define FILE_AT " dcat:downloadURL <" URL "f> "
#define CSV_FILE "200\nContent-Type: text/csv\n\na;b\n1;2\n"
#define SUM(algorithm, value)                                                                      \
  "e:d a dcat:Distribution;" FILE_AT "; spdx:checksum [ a spdx:Checksum; spdx:algorithm "          \
  "spdx:checksumAlgorithm_" algorithm "; spdx:checksumValue '" value "'^^xsd:hexBinary ] ."
#define SERIES                                                                                     \
  "e:s a dcat:DatasetSeries; dcat:first e:a; dcat:last e:b . "                                     \
  "e:a a dcat:Dataset; dcat:inSeries e:s . e:b a dcat:Dataset; dcat:inSeries e:s; dcat:prev e:a "  \
  ". "
#define LEVELS "e:k xkos:levels (e:a e:b); xkos:numberOfLevels '2'^^xsd:positiveInteger . "
#define LEVEL(name, depth)                                                                         \
  name " a xkos:ClassificationLevel; xkos:depth '" depth "'^^xsd:positiveInteger; "                \
       "skos:member e:c . e:c a skos:Concept . "
#define LAST(n) "{\"samples\":{\"last-catalogue\":{\"resources\":" n "}}}"

const struct sv_case_row sv_semantic_data_cases[] = {
  ASKS("a file", "dcat.download", "dcat", SV_PASSED, CSV_FILE, "e:d" FILE_AT "."),
  ASKS("nothing there", "dcat.download", "dcat", SV_FAILED, "404\n\n", "e:d" FILE_AT "."),
  ASKS("sign-in", "dcat.download", "dcat", SV_CANT_TELL, "401\n\n", "e:d" FILE_AT "."),
  ASKS("an ill service", "dcat.download", "dcat", SV_CANT_TELL, "503\n\n", "e:d" FILE_AT "."),
  CASE("a text", "dcat.download", "dcat", SV_FAILED, "e:d dcat:downloadURL 'f.csv' ."),
  CASE("a host of others", "dcat.download", "dcat", SV_CANT_TELL,
       "e:d dcat:downloadURL <https://other.example/f> ."),
  CASE("none", "dcat.download", "dcat", SV_INAPPLICABLE, "e:d a dcat:Distribution ."),
  ASKS("a file", "dcat.download-page", "dcat", SV_PASSED, CSV_FILE, "e:d" FILE_AT "."),
  ASKS("a page", "dcat.download-page", "dcat", SV_FAILED,
       "200\nContent-Type: text/html\n\n<!doctype html><p>Last ned", "e:d" FILE_AT "."),
  ASKS("a page that is meant", "dcat.download-page", "dcat", SV_PASSED,
       "200\nContent-Type: text/html\n\n<!doctype html>", "e:d" FILE_AT "; dct:format t:HTML ."),
  ASKS("the right sum", "dcat.checksum", "dcat", SV_PASSED, "200\n\nabc",
       SUM("sha256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")),
  ASKS("the right old sum", "dcat.checksum", "dcat", SV_PASSED, "200\n\nabc",
       SUM("md5", "900150983CD24FB0D6963F7D28E17F72")),
  ASKS("another sum", "dcat.checksum", "dcat", SV_FAILED, "200\n\nabd",
       SUM("sha256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")),
  CASE("a sum that is too short", "dcat.checksum", "dcat", SV_FAILED, SUM("sha256", "ba7816")),
  ASKS("a part of the file", "dcat.checksum", "dcat", SV_CANT_TELL,
       "206\nContent-Range: bytes 0-2/9\n\nabc",
       SUM("sha256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")),
  CASE("no algorithm", "dcat.checksum", "dcat", SV_FAILED,
       "e:d a dcat:Distribution; spdx:checksum [ a spdx:Checksum; spdx:checksumValue "
       "'00'^^xsd:hexBinary ] ."),
  CASE("none", "dcat.checksum", "dcat", SV_INAPPLICABLE, "e:d a dcat:Distribution ."),
  CASE("dates in order", "dcat.date-order", "dcat", SV_PASSED,
       "e:a dct:issued '2025-01-01'^^xsd:date; dct:modified '2025-01-02T10:00:00Z'^^xsd:dateTime "
       "."),
  CASE("changed before it was there", "dcat.date-order", "dcat", SV_FAILED,
       "e:a dct:issued '2025-01-02'^^xsd:date; dct:modified '2025-01-01'^^xsd:date ."),
  CASE("a day to come", "dcat.date-order", "dcat", SV_FAILED,
       "e:a dct:issued '2099-01-02'^^xsd:date ."),
  CASE("a period backwards", "dcat.date-order", "dcat", SV_FAILED,
       "e:a dcat:startDate '2025-01-02'^^xsd:date; dcat:endDate '2024-01-01'^^xsd:date ."),
  CASE("a period to come", "dcat.date-order", "dcat", SV_PASSED,
       "e:a dcat:startDate '2025-01-02'^^xsd:date; dcat:endDate '2099-01-01'^^xsd:date ."),
  CASE("a series", "dcat.series", "dcat", SV_PASSED, SERIES),
  CASE("a series of one", "dcat.series", "dcat", SV_FAILED,
       "e:s a dcat:DatasetSeries . e:a a dcat:Dataset; dcat:inSeries e:s ."),
  CASE("a circle", "dcat.series", "dcat", SV_FAILED, SERIES "e:a dcat:prev e:b ."),
  CASE("a last that is no member", "dcat.series", "dcat", SV_FAILED, SERIES "e:s dcat:last e:x ."),
  CASE("in what is no series", "dcat.series", "dcat", SV_FAILED,
       "e:a a dcat:Dataset; dcat:inSeries e:b . e:b a dcat:Dataset ."),
  CASE("a series with files", "dcat.series", "dcat", SV_FAILED,
       SERIES "e:s dcat:distribution e:d ."),
  CASE("no series", "dcat.series", "dcat", SV_INAPPLICABLE, "e:a a dcat:Dataset ."),
  CASE("both ways", "dcat.inverse", "dcat", SV_PASSED,
       "e:a dcat:distribution e:d . e:d dcat:isDistributionOf e:a ."),
  CASE("one way", "dcat.inverse", "dcat", SV_FAILED, "e:d dcat:isDistributionOf e:a ."),
  CASE("none", "dcat.inverse", "dcat", SV_INAPPLICABLE, "e:a dcat:distribution e:d ."),
  CASE("the new property", "dcat.dropped", "dcat", SV_PASSED,
       "e:a a dcat:Dataset; dcat:version '1' ."),
  CASE("an old one", "dcat.dropped", "dcat", SV_FAILED,
       "e:a a dcat:Dataset; owl:versionInfo '1' ."),
  CASE("an inverse in addition", "dcat.dropped", "dcat", SV_PASSED,
       "e:a a dcat:Dataset; dct:isReplacedBy e:b . e:b dct:replaces e:a ."),
  { "the old profile",
    "semantic.dcat.dropped",
    "dcat",
    SV_INAPPLICABLE,
    { { 0 } },
    .params = "{\"dcat-ap-no\":\"2.2\"}",
    .documents = { { "dcat", TTL "e:a a dcat:Dataset; owl:versionInfo '1' ." } } },
  CASE("a source", "dcat.sources", "dcat", SV_PASSED, "e:a a dcat:Dataset; dct:source e:b ."),
  CASE("a text", "dcat.sources", "dcat", SV_FAILED, "e:a a dcat:Dataset; dct:source 'SSB' ."),
  CASE("itself", "dcat.sources", "dcat", SV_FAILED, "e:a a dcat:Dataset; dct:source e:a ."),
  CASE("itself, by another", "dcat.sources", "dcat", SV_FAILED,
       "e:a a dcat:Dataset; dct:source e:b . e:b a dcat:Dataset; dct:source e:a ."),
  CASE("put together from what is not named", "dcat.sources", "dcat", SV_FAILED,
       "e:a a dcat:Dataset; dct:description 'Sammenstilt fra flere registre'@nb ."),
  CASE("none", "dcat.sources", "dcat", SV_INAPPLICABLE, "e:a a dcat:Dataset ."),
  { "as many as before",
    "semantic.dcat.still-there",
    "dcat",
    SV_PASSED,
    { { 0 } },
    .target = LAST("1"),
    .documents = { { "dcat", TTL "e:a a dcat:Dataset ." } } },
  { "half of them gone",
    "semantic.dcat.still-there",
    "dcat",
    SV_FAILED,
    { { 0 } },
    .target = LAST("2"),
    .documents = { { "dcat", TTL "e:a a dcat:Dataset ." } } },
  CASE("nobody counted", "dcat.still-there", "dcat", SV_INAPPLICABLE, "e:a a dcat:Dataset ."),
  { "a model that is described",
    "semantic.dcat.follows-model",
    "dcat",
    SV_PASSED,
    { { 0 } },
    .documents = { { "dcat", TTL "e:a a dcat:Dataset; dct:conformsTo e:m, e:s ." },
                   { "modelldcat", TTL "e:m a modelldcatno:InformationModel ." } } },
  ASKS("a schema", "dcat.follows-model", "dcat", SV_PASSED,
       "200\n\n{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\"}",
       "e:a a dcat:Dataset; dct:conformsTo <" URL "f> ."),
  ASKS("a page about a standard", "dcat.follows-model", "dcat", SV_FAILED, "200\n\n<p>Standard",
       "e:a a dcat:Dataset; dct:conformsTo <" URL "f> ."),
  CASE("a standard elsewhere", "dcat.follows-model", "dcat", SV_CANT_TELL,
       "e:a a dcat:Dataset; dct:conformsTo e:s ."),
  CASE("none", "dcat.follows-model", "dcat", SV_INAPPLICABLE, "e:a a dcat:Dataset ."),

  CASE("a Los theme", "code-list.los", "dcat", SV_PASSED,
       "e:a a dcat:Dataset; dcat:theme <https://psi.norge.no/los/tema/naringsliv> ."),
  CASE("http", "code-list.los", "dcat", SV_FAILED,
       "e:a a dcat:Dataset; dcat:theme <http://psi.norge.no/los/tema/naringsliv> ."),
  CASE("a theme that is not there", "code-list.los", "dcat", SV_FAILED,
       "e:a a dcat:Dataset; dcat:theme <https://psi.norge.no/los/tema/alt> ."),
  CASE("no Los theme", "code-list.los", "dcat", SV_FAILED, "e:a a dcat:Dataset; dcat:theme e:t ."),
  CASE("CSV as text/csv", "code-list.format-media", "dcat", SV_PASSED,
       "e:d a dcat:Distribution; dct:format t:CSV; dcat:mediaType m:text\\/csv ."),
  CASE("CSV as JSON", "code-list.format-media", "dcat", SV_FAILED,
       "e:d a dcat:Distribution; dct:format t:CSV; dcat:mediaType m:application\\/json ."),
  CASE("a format alone", "code-list.format-media", "dcat", SV_INAPPLICABLE,
       "e:d a dcat:Distribution; dct:format t:CSV ."),
  ASKS("CSV", "code-list.real-format", "dcat", SV_PASSED, CSV_FILE,
       "e:d a dcat:Distribution; dct:format t:CSV;" FILE_AT "."),
  ASKS("a page in its place", "code-list.real-format", "dcat", SV_FAILED,
       "200\nContent-Type: text/csv\n\n<!doctype html>",
       "e:d a dcat:Distribution; dct:format t:CSV;" FILE_AT "."),
  ASKS("another media type", "code-list.real-format", "dcat", SV_FAILED,
       "200\nContent-Type: application/json\n\na;b\n1;2\n",
       "e:d a dcat:Distribution; dct:format t:CSV;" FILE_AT "."),
  ASKS("a table with a hole", "code-list.real-format", "dcat", SV_FAILED,
       "200\nContent-Type: text/csv\n\na;b\n1;2\n3\n",
       "e:d a dcat:Distribution; dct:format t:CSV;" FILE_AT "."),
  ASKS("JSON that breaks", "code-list.real-format", "dcat", SV_FAILED,
       "200\nContent-Type: application/json\n\n{\"a\":}",
       "e:d a dcat:Distribution; dct:format t:JSON;" FILE_AT "."),
  ASKS("the beginning of JSON", "code-list.real-format", "dcat", SV_PASSED,
       "206\nContent-Type: application/json\nContent-Range: bytes 0-5/900\n\n{\"a\":1",
       "e:d a dcat:Distribution; dct:format t:JSON;" FILE_AT "."),
  ASKS("a page on the way", "code-list.real-format", "dcat", SV_INAPPLICABLE,
       "200\nContent-Type: text/html\n\n<!doctype html>",
       "e:d a dcat:Distribution; dct:format t:CSV; dcat:accessURL <" URL "f> ."),
  CASE("a code in force", "code-list.in-force", "dcat", SV_PASSED,
       "e:a dct:license <http://publications.europa.eu/resource/authority/licence/CC0> ."),
  CASE("a withdrawn code", "code-list.in-force", "dcat", SV_FAILED,
       "e:a dct:license <http://publications.europa.eu/resource/authority/licence/APACHE_1_1> ."),
  { "an old copy",
    "semantic.code-list.in-force",
    "dcat",
    SV_CANT_TELL,
    { { 0 } },
    .params = "{\"code-list-days\":-1}",
    .documents = { { "dcat", TTL "e:a dct:license "
                                 "<http://publications.europa.eu/resource/authority/licence/CC0> "
                                 "." } } },
  CASE("no code", "code-list.in-force", "dcat", SV_INAPPLICABLE, "e:a dct:license e:l ."),
  CASE("CSV", "code-list.open-format", "dcat", SV_PASSED,
       "e:a a dcat:Dataset; dcat:distribution e:d, e:f . e:d dct:format t:PDF . e:f dct:format "
       "t:CSV ."),
  CASE("a service with JSON", "code-list.open-format", "dcat", SV_PASSED,
       "e:a a dcat:Dataset . e:s dcat:servesDataset e:a; dct:format t:JSON ."),
  CASE("a document", "code-list.open-format", "dcat", SV_FAILED,
       "e:a a dcat:Dataset; dcat:distribution e:d . e:d dct:format t:PDF ."),
  CASE("a closed table", "code-list.open-format", "dcat", SV_FAILED,
       "e:a a dcat:Dataset; dcat:distribution e:d . e:d dct:format t:XLSX ."),
  CASE("no format", "code-list.open-format", "dcat", SV_FAILED,
       "e:a a dcat:Dataset; dcat:distribution e:d ."),
  CASE("no way to the data", "code-list.open-format", "dcat", SV_INAPPLICABLE,
       "e:a a dcat:Dataset ."),
  CASE("a page", "code-list.documents", "dcat", SV_PASSED,
       "e:a a dcat:Dataset; foaf:page <" URL "om> ."),
  CASE("an old document", "code-list.documents", "dcat", SV_FAILED,
       "e:a a dcat:Dataset; foaf:page <" URL "om.DOC> ."),
  CASE("beside another", "code-list.documents", "dcat", SV_PASSED,
       "e:a a dcat:Dataset; foaf:page <" URL "om.doc>, <" URL "om.pdf> ."),
  CASE("a distribution that is a document", "code-list.documents", "dcat", SV_FAILED,
       "e:a a dcat:Dataset; dcat:distribution e:d . e:d dct:format t:DOC ."),
  CASE("a distribution in OOXML", "code-list.documents-ooxml", "dcat", SV_FAILED,
       "e:a a dcat:Dataset; dcat:distribution e:d . e:d dct:format t:DOCX ."),
  CASE("none", "code-list.documents", "dcat", SV_INAPPLICABLE, "e:a a dcat:Dataset ."),
#define PAGE(links) "200\nContent-Type: text/html\n\n<!doctype html><p>" links
  { "open documents",
    "semantic.code-list.page-documents",
    "web",
    SV_PASSED,
    { { URL, PAGE("<a href=a.pdf>A</a> <a href=b.doc>B</a> <a href=b.odt>B</a>") } } },
  { "a closed one",
    "semantic.code-list.page-documents",
    "web",
    SV_FAILED,
    { { URL, PAGE("<a href=a.pdf>A</a> <a href=/b.doc?x=1>B</a>") } } },
  { "no documents",
    "semantic.code-list.page-documents",
    "web",
    SV_INAPPLICABLE,
    { { URL, PAGE("") } } },
  { "no page", "semantic.code-list.page-documents", "web", SV_CANT_TELL, { { URL, "503\n\n" } } },

  CASE("one language", "concept.language", "skos", SV_PASSED,
       "e:c a skos:Concept; skos:prefLabel 'a'@nb, 'b'@nn; skos:definition 'c'@nn ."),
  CASE("a definition of its own", "concept.language", "skos", SV_PASSED,
       "e:c a skos:Concept; skos:prefLabel 'a'@nb; euvoc:xlDefinition [ rdf:value 'c'@nb ] ."),
  CASE("two languages", "concept.language", "skos", SV_FAILED,
       "e:c a skos:Concept; skos:prefLabel 'a'@nb; skos:definition 'c'@en ."),
  CASE("no definition", "concept.language", "skos", SV_INAPPLICABLE,
       "e:c a skos:Concept; skos:prefLabel 'a'@nb ."),
  CASE("both ways", "concept.relations", "skos", SV_PASSED,
       "e:c a skos:Concept; xkos:isPartOf e:d . e:d a skos:Concept; xkos:hasPart e:c ."),
  CASE("one way", "concept.relations", "skos", SV_FAILED,
       "e:c a skos:Concept; xkos:isPartOf e:d . e:d a skos:Concept ."),
  CASE("a circle", "concept.relations", "skos", SV_FAILED,
       "e:c a skos:Concept; xkos:generalizes e:d; xkos:specializes e:d . "
       "e:d a skos:Concept; xkos:specializes e:c; xkos:generalizes e:c ."),
  CASE("itself", "concept.relations", "skos", SV_FAILED, "e:c a skos:Concept; dct:replaces e:c ."),
  CASE("a concept of others", "concept.relations", "skos", SV_INAPPLICABLE,
       "e:c a skos:Concept; dct:replaces e:d ."),

  CASE("all refer", "model.concepts", "modelldcat", SV_PASSED,
       "e:a a modelldcatno:ObjectType; dct:subject e:c ."),
  CASE("half refer", "model.concepts", "modelldcat", SV_FAILED,
       "e:a a modelldcatno:ObjectType; dct:subject e:c . e:b a modelldcatno:Attribute ."),
  ASKS("a concept that is gone", "model.concepts", "modelldcat", SV_FAILED, "404\n\n",
       "e:a a modelldcatno:ObjectType; dct:subject <" URL "f> ."),
  CASE("no model", "model.concepts", "modelldcat", SV_INAPPLICABLE, "e:a a e:b ."),
  CASE("facets that agree", "model.facets", "modelldcat", SV_PASSED,
       "e:t a modelldcatno:SimpleType; xsd:minLength '1'^^xsd:nonNegativeInteger; xsd:maxLength "
       "'10'^^xsd:nonNegativeInteger; xsd:pattern '[0-9]{4}' ."),
  CASE("lengths the wrong way", "model.facets", "modelldcat", SV_FAILED,
       "e:t a modelldcatno:SimpleType; xsd:minLength '11'^^xsd:nonNegativeInteger; xsd:maxLength "
       "'9'^^xsd:nonNegativeInteger ."),
  CASE("numbers the wrong way", "model.facets", "modelldcat", SV_FAILED,
       "e:t a modelldcatno:SimpleType; xsd:minInclusive '-1.25'; xsd:maxInclusive '-1.5' ."),
  CASE("two that cannot stand together", "model.facets", "modelldcat", SV_FAILED,
       "e:t a modelldcatno:SimpleType; xsd:length '2'^^xsd:nonNegativeInteger; xsd:maxLength "
       "'3'^^xsd:nonNegativeInteger ."),
  CASE("a pattern that breaks", "model.facets", "modelldcat", SV_FAILED,
       "e:t a modelldcatno:SimpleType; xsd:pattern '[0-9' ."),
  CASE("levels in order", "classification.levels", "skos", SV_PASSED,
       LEVELS LEVEL("e:a", "1") LEVEL("e:b", "2")),
  CASE("levels out of order", "classification.levels", "skos", SV_FAILED,
       LEVELS LEVEL("e:a", "1") LEVEL("e:b", "3")),
  CASE("fewer levels than said", "classification.levels", "skos", SV_FAILED,
       "e:k xkos:levels (e:a); xkos:numberOfLevels '2'^^xsd:positiveInteger . " LEVEL("e:a", "1")),
  CASE("an empty level", "classification.levels", "skos", SV_FAILED,
       "e:a a xkos:ClassificationLevel; xkos:depth '1'^^xsd:positiveInteger ."),

  CASE("all four", "quality.findable", "dcat", SV_PASSED,
       "e:a a dcat:Dataset; dcat:keyword 'a'@nb; dcat:theme e:t; dct:spatial e:s; dct:temporal e:p "
       "."),
  CASE("no place", "quality.findable", "dcat", SV_FAILED,
       "e:a a dcat:Dataset; dcat:keyword 'a'@nb; dcat:theme e:t; dct:temporal e:p ."),
  CASE("a whole measurement", "quality.published-results", "dcat", SV_PASSED,
       "e:m a dqv:QualityMeasurement; dqv:isMeasurementOf e:x; dqv:computedOn e:a; dqv:value 1 ."),
  CASE("one without a value", "quality.published-results", "dcat", SV_FAILED,
       "e:m a dqv:QualityMeasurement; dqv:isMeasurementOf e:x; dqv:computedOn e:a ."),
};
const size_t sv_semantic_data_case_count =
    sizeof sv_semantic_data_cases / sizeof sv_semantic_data_cases[0];
