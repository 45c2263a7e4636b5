// SPDX-License-Identifier: Apache-2.0
/* For each check of what a rule only warns of, and of addresses in descriptions: a description that
 * meets it and one that does not. */
#include "plugins/semantic/test/cases.h"
#include "plugins/semantic/test/turtle.h"

const struct sv_case_row sv_semantic_advice_cases[] = {
  BOTH("dcat", "dcat.dataset-description-words",
       "e:a a dcat:Dataset; dct:title 'A'@nb; dct:description 'Alle enheter i registeret'@nb .",
       "e:a a dcat:Dataset; dct:title 'A'@nb; dct:description 'A'@nb ."),
  BOTH("dcat", "dcat.service-endpoint-secure",
       "e:a a dcat:DataService; dcat:endpointURL <https://e.example/> .",
       "e:a a dcat:DataService; dcat:endpointURL <http://e.example/> ."),
  BOTH("dcat", "dcat.distribution-address-web",
       "e:a a dcat:Distribution; dcat:accessURL <https://e.example/> .",
       "e:a a dcat:Distribution; dcat:accessURL <file:///data.csv> ."),
  BOTH("dcat", "dcat.distribution-described",
       "e:a a dcat:Dataset; dcat:distribution e:d . e:d a dcat:Distribution .",
       "e:a a dcat:Dataset; dcat:distribution e:d ."),
  BOTH("dcat", "dcat.date-zone",
       "e:a a dcat:Dataset; dct:issued '2026-01-01T12:00:00Z'^^xsd:dateTime .",
       "e:a a dcat:Dataset; dct:issued '2026-01-01T12:00:00'^^xsd:dateTime ."),
  BOTH("dcat", "dcat.time-period-bounds",
       "e:t a dct:PeriodOfTime; dcat:endDate '2026-01-01'^^xsd:date .", "e:t a dct:PeriodOfTime ."),
  BOTH("dcat", "dcat.identifiers-apart",
       "e:a a dcat:Dataset; dct:identifier 'x' . e:b a dcat:Dataset; dct:identifier 'y' .",
       "e:a a dcat:Dataset; dct:identifier 'x' . e:b a dcat:Dataset; dct:identifier 'x' ."),
  BOTH("dcat", "dcat.keyword-each", "e:a a dcat:Dataset; dcat:keyword 'enhet'@nb, 'sted'@nb .",
       "e:a a dcat:Dataset; dcat:keyword 'enhet, sted'@nb ."),
  BOTH("dcat", "code-list.data-theme-known",
       "e:a a dcat:Dataset; dcat:theme "
       "<http://publications.europa.eu/resource/authority/data-theme/GOVE> .",
       "e:a a dcat:Dataset; dcat:theme "
       "<http://publications.europa.eu/resource/authority/data-theme/GOVE>, "
       "<http://publications.europa.eu/resource/authority/data-theme/NOPE> ."),
  BOTH("dcat", "code-list.media-type-registered",
       "e:a a dcat:Distribution; dcat:mediaType "
       "<https://www.iana.org/assignments/media-types/application/json> .",
       "e:a a dcat:Distribution; dcat:mediaType "
       "<https://www.iana.org/assignments/media-types/application/x-shape> ."),
  BOTH("dcat", "payload.geometry-datatype",
       "e:l a dct:Location; dcat:centroid 'POINT(4 "
       "48)'^^<http://www.opengis.net/ont/geosparql#wktLiteral> .",
       "e:l a dct:Location; dcat:centroid 'POINT(4 48)' ."),
  BOTH("dcat", "quality.annotation-motivation",
       "e:q a dqv:QualityAnnotation; oa:motivatedBy dqv:qualityAssessment .",
       "e:q a dqv:QualityAnnotation; oa:motivatedBy oa:commenting ."),
  BOTH("cpsv", "cpsv.output-property",
       "e:s a cpsv:PublicService; cpsv:produces e:o; cpsvno:hasPossibleOutput e:o .",
       "e:s a cpsv:PublicService; cpsv:produces e:o ."),
  BOTH("cpsv", "cpsv.output-type-known",
       "e:o a cpsvno:PossibleOutput; dct:type "
       "<https://data.norge.no/vocabulary/service-output-type#permit> .",
       "e:o a cpsvno:PossibleOutput; dct:type e:t ."),
  BOTH("cpsv", "cpsv.purpose-stated",
       "e:s a cpsv:PublicService; dct:type "
       "<http://publications.europa.eu/resource/authority/main-activity/gen-pub> .",
       "e:s a cpsv:PublicService ."),
  BOTH("cpsv", "cpsv.event-services", "e:v a cv:LifeEvent; cpsvno:mayTriggerNeedFor e:s .",
       "e:v a cv:LifeEvent ."),
  BOTH("cpsv", "cpsv.event-type-known",
       "e:v a cv:Event; dct:type <https://data.norge.no/vocabulary/event-type#x> .",
       "e:v a cv:Event; dct:type e:t ."),
  BOTH("cpsv", "cpsv.evidence-type-known",
       "e:d a cv:Evidence; dct:type <https://data.norge.no/vocabulary/evidence-type#declaration> .",
       "e:d a cv:Evidence; dct:type e:t ."),
  BOTH("cpsv", "cpsv.durations",
       "e:s a cpsv:PublicService; cv:processingTime 'P7D'^^xsd:duration .",
       "e:s a cpsv:PublicService; cv:processingTime '7D'^^xsd:duration ."),
  BOTH("skos", "concept.own-name",
       "e:c a skos:Concept; dct:identifier 'http://e.example/c'^^xsd:anyURI .",
       "e:c a skos:Concept; dct:identifier 'http://e.example/d'^^xsd:anyURI ."),
  BOTH("skos", "concept.source-stated",
       "e:d a euvoc:XlNote; dct:source e:s; skosno:relationshipWithSource "
       "<https://data.norge.no/vocabulary/relationship-with-source-type#self-composed> .",
       "e:d a euvoc:XlNote; dct:source e:s ."),
  BOTH("skos", "concept.audience-known",
       "e:d a euvoc:XlNote; dct:audience <https://data.norge.no/vocabulary/audience-type#public> .",
       "e:d a euvoc:XlNote; dct:audience e:x ."),
  BOTH("skos", "concept.status-replaced",
       "e:c a skos:Concept; euvoc:status "
       "<http://publications.europa.eu/resource/authority/concept-status/RETIRED>; "
       "dct:isReplacedBy e:f .",
       "e:c a skos:Concept; euvoc:status "
       "<http://publications.europa.eu/resource/authority/concept-status/RETIRED> ."),
  BOTH("skos", "classification.category-codes",
       "e:c a skos:Concept; skos:inScheme e:k; skos:notation '1' . e:d a skos:Concept; "
       "skos:inScheme e:k; skos:notation '2' .",
       "e:c a skos:Concept; skos:inScheme e:k; skos:notation '1' . e:d a skos:Concept; "
       "skos:inScheme e:k; skos:notation '1' ."),
  BOTH("modelldcat", "model.multiplicity-stated",
       "e:p a modelldcatno:Attribute; modelldcatno:minOccurs '1'^^xsd:nonNegativeInteger; "
       "modelldcatno:maxOccurs '1'^^xsd:nonNegativeInteger .",
       "e:p a modelldcatno:Attribute ."),
  BOTH("modelldcat", "model.attribute-type",
       "e:p a modelldcatno:Attribute; modelldcatno:hasSimpleType e:t .",
       "e:p a modelldcatno:Attribute ."),
  BOTH("modelldcat", "model.code-label", "e:c a modelldcatno:CodeElement; skos:prefLabel 'a'@nb .",
       "e:c a modelldcatno:CodeElement ."),
  { "it is there",
    "semantic.dcat.service-description-answers",
    "dcat",
    SV_PASSED,
    { { "https://etat.example/fil", "200\nContent-Type: "
                                    "application/json\n\n{\"openapi\":\"3.1.0\"}" } },
    .documents = { { "dcat", TTL "e:a a dcat:DataService; dcat:endpointDescription "
                                 "<https://etat.example/fil> ." } } },
  { "it is not",
    "semantic.dcat.service-description-answers",
    "dcat",
    SV_FAILED,
    { { "https://etat.example/fil", "200\nContent-Type: text/html\n\n<!DOCTYPE "
                                    "html><html></html>" } },
    .documents = { { "dcat", TTL "e:a a dcat:DataService; dcat:endpointDescription "
                                 "<https://etat.example/fil> ." } } },
  { "it is there",
    "semantic.dcat.pages-answer",
    "dcat",
    SV_PASSED,
    { { "https://etat.example/fil", "200\nContent-Type: text/html\n\nx" } },
    .documents = { { "dcat", TTL "e:a a dcat:Dataset; foaf:page <https://etat.example/fil> ." } } },
  { "it is not",
    "semantic.dcat.pages-answer",
    "dcat",
    SV_FAILED,
    { { "https://etat.example/fil", "404\n\n" } },
    .documents = { { "dcat", TTL "e:a a dcat:Dataset; foaf:page <https://etat.example/fil> ." } } },
  { "it is there",
    "semantic.dcat.byte-size-real",
    "dcat",
    SV_PASSED,
    { { "https://etat.example/fil", "200\nContent-Length: 8\n\n12345678" } },
    .documents = { { "dcat", TTL "e:a a dcat:Distribution; dcat:downloadURL "
                                 "<https://etat.example/fil>; dcat:byteSize "
                                 "'8'^^xsd:nonNegativeInteger ." } } },
  { "it is not",
    "semantic.dcat.byte-size-real",
    "dcat",
    SV_FAILED,
    { { "https://etat.example/fil", "200\nContent-Length: 80\n\n12345678" } },
    .documents = { { "dcat", TTL "e:a a dcat:Distribution; dcat:downloadURL "
                                 "<https://etat.example/fil>; dcat:byteSize "
                                 "'8'^^xsd:nonNegativeInteger ." } } },
  { "it is there",
    "semantic.model.format-answers",
    "modelldcat",
    SV_PASSED,
    { { "https://etat.example/fil", "200\nContent-Type: "
                                    "application/json\n\n{\"$schema\":\"https://json-schema.org/"
                                    "draft/2020-12/schema\"}" } },
    .documents = { { "modelldcat", TTL "e:m a modelldcatno:InformationModel; dct:hasFormat "
                                       "<https://etat.example/fil> ." } } },
  { "it is not",
    "semantic.model.format-answers",
    "modelldcat",
    SV_FAILED,
    { { "https://etat.example/fil", "404\n\n" } },
    .documents = { { "modelldcat", TTL "e:m a modelldcatno:InformationModel; dct:hasFormat "
                                       "<https://etat.example/fil> ." } } },
  BOTH("dcat", "rdf.namespaces-known", "e:a a dcat:Dataset .",
       "e:a <https://nowhere.example/ns#p> 1 ."),
  BOTH("dcat", "code-list.documents-ooxml",
       "e:a a dcat:Dataset; foaf:page <https://e.example/a.pdf> .",
       "e:a a dcat:Dataset; foaf:page <https://e.example/a.docx> ."),
};
const size_t sv_semantic_advice_case_count =
    sizeof sv_semantic_advice_cases / sizeof sv_semantic_advice_cases[0];
