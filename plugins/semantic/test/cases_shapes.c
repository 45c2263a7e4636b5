// SPDX-License-Identifier: Apache-2.0
/* For each check that our own shapes answer alone: a description that meets it and one that does
 * not. */
#include "plugins/semantic/test/cases.h"
#include "plugins/semantic/test/turtle.h"

const struct sv_case_row sv_semantic_shape_cases[] = {
  BOTH("dcat", "dcat.catalogue-title", "e:a a dcat:Catalog; dct:title 'A'@nb .",
       "e:a a dcat:Catalog; dct:title 'A' ."),
  BOTH("dcat", "dcat.catalogue-description", "e:a a dcat:Catalog; dct:description 'A'@nb .",
       "e:a a dcat:Catalog ."),
  BOTH("dcat", "dcat.dataset-title", "e:a a dcat:Dataset; dct:title 'A'@nb, 'B'@nn .",
       "e:a a dcat:Dataset; dct:title 'A'@nb, 'B'@nb ."),
  BOTH("dcat", "dcat.dataset-description", "e:a a dcat:Dataset; dct:description 'A'@nb .",
       "e:a a dcat:Dataset ."),
  BOTH("dcat", "dcat.dataset-theme", "e:a a dcat:Dataset; dcat:theme e:t .",
       "e:a a dcat:Dataset; dcat:theme 'helse' ."),
  BOTH("dcat", "dcat.series-texts",
       "e:a a dcat:DatasetSeries; dct:title 'A'@nb; dct:description 'B'@nb; dcat:theme e:t; "
       "dct:publisher e:p; dcat:contactPoint e:c . e:c a vcard:Organization .",
       "e:a a dcat:DatasetSeries; dct:title 'A'@nb ."),
  BOTH("dcat", "dcat.service-title", "e:a a dcat:DataService; dct:title 'A'@nb .",
       "e:a a dcat:DataService; dct:title 'A' ."),
  BOTH("dcat", "dcat.service-endpoint", "e:a a dcat:DataService; dcat:endpointURL e:u .",
       "e:a a dcat:DataService; dcat:endpointURL e:u, e:v ."),
  BOTH("dcat", "dcat.service-description", "e:a a dcat:DataService; dcat:endpointDescription e:u .",
       "e:a a dcat:DataService ."),
  BOTH("dcat", "dcat.service-conforms-to", "e:a a dcat:DataService; dct:conformsTo e:s .",
       "e:a a dcat:DataService; dct:conformsTo 'OpenAPI' ."),
  BOTH("dcat", "dcat.service-datasets",
       "e:a a dcat:DataService; dcat:servesDataset e:d . e:d a dcat:Dataset .",
       "e:a a dcat:DataService; dcat:servesDataset 'alle' ."),
  BOTH("dcat", "dcat.distribution-address", "e:a a dcat:Distribution; dcat:accessURL e:u .",
       "e:a a dcat:Distribution; dcat:accessURL 'https://etat.example/' ."),
  BOTH("dcat", "dcat.distribution-owner",
       "e:d a dcat:Dataset; dcat:distribution e:a . e:a a dcat:Distribution .",
       "e:a a dcat:Distribution ."),
  BOTH("dcat", "dcat.dataset-offer",
       "e:d a dcat:Dataset; dcat:distribution e:a . e:a a dcat:Distribution .",
       "e:d a dcat:Dataset ."),
  BOTH("dcat", "dcat.byte-size",
       "e:a a dcat:Distribution; dcat:byteSize '5'^^xsd:nonNegativeInteger .",
       "e:a a dcat:Distribution; dcat:byteSize '5'^^xsd:decimal ."),
  BOTH("dcat", "dcat.record",
       "e:a a dcat:CatalogRecord; foaf:primaryTopic e:d; dct:modified '2026-01-01'^^xsd:date . e:d "
       "a dcat:Dataset .",
       "e:a a dcat:CatalogRecord; foaf:primaryTopic e:d ."),
  BOTH("dcat", "dcat.dates", "e:a a dcat:Dataset; dct:issued '2026-01-01'^^xsd:date .",
       "e:a a dcat:Dataset; dct:issued '2026-02-30'^^xsd:date ."),
  BOTH("dcat", "dcat.time-period",
       "e:a a dcat:Dataset; dct:temporal e:t . e:t a dct:PeriodOfTime; dcat:startDate "
       "'2026-01-01'^^xsd:date .",
       "e:a a dcat:Dataset; dct:temporal '2026' ."),
  BOTH("dcat", "dcat.place",
       "e:a a dcat:Dataset; dct:spatial "
       "<http://publications.europa.eu/resource/authority/country/NOR> .",
       "e:a a dcat:Dataset; dct:spatial 'Norge' ."),
  BOTH("dcat", "dcat.other-identifiers",
       "e:a a dcat:Dataset; adms:identifier e:i . e:i a adms:Identifier; skos:notation 'x' .",
       "e:a a dcat:Dataset; adms:identifier 'x' ."),
  BOTH("dcat", "dcat.relation",
       "e:a a dcat:Dataset; dcat:qualifiedRelation e:r . e:r a dcat:Relationship; dcat:hadRole "
       "e:o; dct:relation e:b .",
       "e:a a dcat:Dataset; dcat:qualifiedRelation e:r . e:r a dcat:Relationship; dcat:hadRole e:o "
       "."),
  BOTH("dcat", "dcat.identifiers", "e:a a dcat:Dataset; dct:identifier 'x' .",
       "e:a a dcat:Dataset; dct:identifier e:x ."),
  BOTH("dcat", "dcat.standard", "e:s a dct:Standard; dct:title 'A'@nb .",
       "e:s a dct:Standard; dct:title 'A' ."),
  BOTH("dcat", "dcat.keywords", "e:a a dcat:Dataset; dcat:keyword 'enhet'@nb .",
       "e:a a dcat:Dataset; dcat:keyword 'enhet' ."),
  BOTH("dcat", "dcat.resolution",
       "e:a a dcat:Dataset; dcat:spatialResolutionInMeters '5.0'^^xsd:decimal .",
       "e:a a dcat:Dataset; dcat:temporalResolution 'P1X'^^xsd:duration ."),
  BOTH("dcat", "dcat.pages", "e:a a dcat:Dataset; foaf:page e:p .",
       "e:a a dcat:Dataset; foaf:page 'https://etat.example/' ."),
  BOTH("dcat", "dcat.theme-scheme",
       "e:a a dcat:Catalog; dcat:dataset e:d; dcat:themeTaxonomy "
       "<http://publications.europa.eu/resource/authority/data-theme> .",
       "e:a a dcat:Catalog; dcat:dataset e:d; dcat:themeTaxonomy 'tema' ."),
  BOTH("dcat", "dcat.quality-nodes",
       "e:a a dcat:Dataset; dqv:hasQualityAnnotation e:q . e:q a dqv:QualityAnnotation; "
       "oa:motivatedBy dqv:qualityAssessment .",
       "e:a a dcat:Dataset; dqv:hasQualityAnnotation 'god' ."),
  BOTH("dcat", "dcat.sample",
       "e:a a dcat:Dataset; adms:sample e:s . e:s a dcat:Distribution; dcat:accessURL e:u .",
       "e:a a dcat:Dataset; adms:sample 'x' ."),
  BOTH("dcat", "dcat.provenance",
       "e:a a dcat:Dataset; dct:provenance e:p . e:p a dct:ProvenanceStatement .",
       "e:a a dcat:Dataset; dct:provenance 'herfra' ."),
  BOTH("dcat", "code-list.data-theme",
       "e:a a dcat:Dataset; dcat:theme "
       "<http://publications.europa.eu/resource/authority/data-theme/GOVE> .",
       "e:a a dcat:Dataset; dcat:theme e:t ."),
  BOTH("dcat", "code-list.frequency",
       "e:a a dcat:Dataset; dct:accrualPeriodicity "
       "<http://publications.europa.eu/resource/authority/frequency/DAILY> .",
       "e:a a dcat:Dataset; dct:accrualPeriodicity "
       "<http://publications.europa.eu/resource/authority/frequency/OFTEN> ."),
  BOTH("dcat", "code-list.file-type",
       "e:a a dcat:Distribution; dct:format "
       "<http://publications.europa.eu/resource/authority/file-type/CSV> .",
       "e:a a dcat:Distribution; dct:format "
       "<https://www.iana.org/assignments/media-types/text/csv> ."),
  BOTH("dcat", "code-list.media-type",
       "e:a a dcat:Distribution; dcat:mediaType "
       "<https://www.iana.org/assignments/media-types/text/csv> .",
       "e:a a dcat:Distribution; dcat:mediaType 'text/csv' ."),
  BOTH("dcat", "code-list.compression",
       "e:a a dcat:Distribution; dcat:compressFormat "
       "<http://publications.europa.eu/resource/authority/file-type/GZIP> .",
       "e:a a dcat:Distribution; dcat:compressFormat 'gzip' ."),
  BOTH("dcat", "code-list.language",
       "e:a a dcat:Dataset; dct:language "
       "<http://publications.europa.eu/resource/authority/language/NOB> .",
       "e:a a dcat:Dataset; dct:language "
       "<http://publications.europa.eu/resource/authority/language/NB> ."),
  BOTH("dcat", "code-list.dataset-type",
       "e:a a dcat:Dataset; dct:type "
       "<http://publications.europa.eu/resource/authority/dataset-type/CODE_LIST> .",
       "e:a a dcat:Dataset; dct:type 'kodeliste' ."),
  BOTH("dcat", "code-list.provenance",
       "e:a a dcat:Dataset; prov:wasGeneratedBy "
       "<https://data.norge.no/vocabulary/provenance-activity-type#administrative-decision> .",
       "e:a a dcat:Dataset; prov:wasGeneratedBy 'vedtak' ."),
  BOTH("dcat", "dcat.cost", "e:a a dcat:Dataset; cv:hasCost e:c . e:c a cv:Cost .",
       "e:a a dcat:Dataset; cv:hasCost 'gratis' ."),
  BOTH("cpsv", "cpsv.service",
       "e:s a cpsv:PublicService; dct:identifier 'x'; dct:title 'A'@nb; dct:description 'B'@nb .",
       "e:s a cpsv:PublicService; dct:identifier 'x' ."),
  BOTH("cpsv", "cpsv.output",
       "e:s a cpsv:PublicService; cpsvno:hasPossibleOutput e:o . e:o a cpsvno:PossibleOutput; "
       "dct:identifier 'x'; dct:title 'A'@nb; dct:description 'B'@nb .",
       "e:s a cpsv:PublicService; cpsvno:hasPossibleOutput 'vedtak' ."),
  BOTH("cpsv", "cpsv.output-type", "e:o a cpsvno:PossibleOutput; dct:type e:t .",
       "e:o a cpsvno:PossibleOutput; dct:type 'vedtak' ."),
  BOTH("cpsv", "cpsv.purpose",
       "e:s a cpsv:PublicService; dct:type "
       "<http://publications.europa.eu/resource/authority/main-activity/gen-pub> .",
       "e:s a cpsv:PublicService; dct:type 'forvaltning' ."),
  BOTH("cpsv", "cpsv.sector",
       "e:s a cpsv:PublicService; cv:sector "
       "<http://publications.europa.eu/resource/authority/data-theme/GOVE> .",
       "e:s a cpsv:PublicService; cv:sector 'forvaltning' ."),
  BOTH("cpsv", "cpsv.event", "e:v a cv:BusinessEvent; dct:identifier 'x'; dct:title 'A'@nb .",
       "e:v a cv:BusinessEvent; dct:identifier 'x' ."),
  BOTH("cpsv", "cpsv.event-type",
       "e:v a cv:LifeEvent; dct:type <https://data.norge.no/vocabulary/life-event-type#x> .",
       "e:v a cv:LifeEvent; dct:type 'fødsel' ."),
  BOTH("cpsv", "cpsv.evidence",
       "e:s a cpsvno:RequiredEvidence; dct:identifier 'x'; dct:title 'A'@nb; dct:description "
       "'B'@nb .",
       "e:s a cpsvno:RequiredEvidence; dct:title 'A' ."),
  BOTH("cpsv", "cpsv.evidence-type",
       "e:s a cpsvno:RequiredEvidence; dct:type "
       "<https://data.norge.no/vocabulary/evidence-type#declaration> .",
       "e:s a cpsvno:RequiredEvidence; dct:type 'attest' ."),
  BOTH("cpsv", "cpsv.rules",
       "e:r a cpsv:Rule; dct:identifier 'x'; dct:title 'A'@nb; dct:description 'B'@nb .",
       "e:r a cpsv:Rule; dct:title 'A' ."),
  BOTH("cpsv", "cpsv.opening-hours", "e:d a time:DateTimeDescription; time:unitType time:unitDay .",
       "e:d a time:DateTimeDescription; time:dayOfWeek 'mandag' ."),
  BOTH("cpsv", "cpsv.catalogue",
       "e:k a dcat:Catalog; dct:identifier 'x'; dct:title 'A'@nb; dct:description 'B'@nb; "
       "dct:publisher e:p; dcat:contactPoint e:c; cv:contactPoint e:c; dcatno:containsService e:s "
       ". e:c a vcard:Organization, cv:ContactPoint .",
       "e:k a dcat:Catalog; dct:identifier 'x' ."),
  BOTH("cpsv", "cpsv.postal-code", "e:a a locn:Address; locn:postCode '0152' .",
       "e:a a locn:Address; locn:postCode '0152', '0153' ."),
  BOTH("skos", "concept.term", "e:c a skos:Concept; skos:prefLabel 'a'@nb, 'b'@nn .",
       "e:c a skos:Concept; skos:prefLabel 'a'@nb ."),
  BOTH("skos", "concept.definition", "e:c a skos:Concept; skos:definition 'a'@nb .",
       "e:c a skos:Concept ."),
  BOTH("skos", "concept.definition-node", "e:d a euvoc:XlNote; rdf:value 'a'@nb .",
       "e:d a euvoc:XlNote; rdf:value 'a' ."),
  BOTH("skos", "concept.identifier",
       "e:c a skos:Concept; dct:identifier 'https://e.example/c'^^xsd:anyURI .",
       "e:c a skos:Concept; dct:identifier 'c' ."),
  BOTH("skos", "concept.publisher",
       "e:c a skos:Concept; dct:publisher "
       "<https://data.brreg.no/enhetsregisteret/api/enheter/974760673> .",
       "e:c a skos:Concept; dct:publisher 'etaten' ."),
  BOTH("skos", "concept.contact",
       "e:c a skos:Concept; dcat:contactPoint e:p . e:p a vcard:Organization; vcard:hasEmail "
       "<mailto:a@etat.example> .",
       "e:c a skos:Concept ."),
  BOTH("skos", "concept.collection",
       "e:k a skos:Collection; skos:member e:c; dct:identifier 'https://e.example/k'^^xsd:anyURI; "
       "dct:title 'A'@nb; dct:publisher e:p; dcat:contactPoint e:o . e:c a skos:Concept . e:o a "
       "vcard:Organization .",
       "e:k a skos:Collection ."),
  BOTH("skos", "concept.source-relation",
       "e:d a euvoc:XlNote; skosno:relationshipWithSource "
       "<https://data.norge.no/vocabulary/relationship-with-source-type#self-composed> .",
       "e:d a euvoc:XlNote; skosno:relationshipWithSource 'egen' ."),
  BOTH("skos", "concept.audience",
       "e:d a euvoc:XlNote; dct:audience <https://data.norge.no/vocabulary/audience-type#public> .",
       "e:d a euvoc:XlNote; dct:audience 'alle' ."),
  BOTH("skos", "concept.status",
       "e:c a skos:Concept; euvoc:status "
       "<http://publications.europa.eu/resource/authority/concept-status/CURRENT> .",
       "e:c a skos:Concept; euvoc:status 'gjeldende' ."),
  BOTH("skos", "concept.dates", "e:c a skos:Concept; dct:created '2026-01-01'^^xsd:date .",
       "e:c a skos:Concept; dct:created '2026-01-01' ."),
  BOTH("skos", "concept.generic-relation",
       "e:r a skosno:GenericConceptRelation; skosno:hasGenericConcept e:c . e:c a skos:Concept .",
       "e:r a skosno:GenericConceptRelation ."),
  BOTH("skos", "concept.associative-relation",
       "e:r a skosno:AssociativeConceptRelation; skosno:hasToConcept e:c; skosno:relationRole "
       "'del'@nb . e:c a skos:Concept .",
       "e:r a skosno:AssociativeConceptRelation ."),
  BOTH("skos", "concept.labels",
       "e:c a skos:Concept; skos:prefLabel 'a'@nb; skos:altLabel 'b'@nb .",
       "e:c a skos:Concept; skos:prefLabel 'a'@nb; skos:altLabel 'b' ."),
  BOTH("skos", "classification.identity",
       "e:k a skos:ConceptScheme; dct:identifier 'https://e.example/k'^^xsd:anyURI; dct:title "
       "'A'@nb; dct:publisher e:p; xkos:numberOfLevels '1'^^xsd:positiveInteger .",
       "e:k a skos:ConceptScheme; xkos:numberOfLevels '1'^^xsd:positiveInteger ."),
  BOTH("skos", "classification.category",
       "e:k a skos:ConceptScheme; xkos:numberOfLevels '1'^^xsd:positiveInteger . e:c a "
       "skos:Concept; skos:prefLabel 'a'@nb, 'b'@nn; skos:inScheme e:k .",
       "e:k a skos:ConceptScheme; xkos:numberOfLevels '1'^^xsd:positiveInteger . e:c a "
       "skos:Concept ."),
  BOTH("skos", "classification.comparison",
       "e:o a xkos:Correspondence; xkos:compares e:k, e:l; xkos:madeOf e:m; dct:identifier "
       "'https://e.example/o'^^xsd:anyURI; dct:title 'A'@nb; dct:publisher e:p . e:m a "
       "xkos:ConceptAssociation .",
       "e:o a xkos:Correspondence; xkos:compares e:k ."),
  BOTH("modelldcat", "model.catalogue",
       "e:k a dcat:Catalog; dct:identifier 'x'; dct:title 'A'@nb; dct:description 'B'@nb; "
       "dct:publisher e:p; dcat:contactPoint e:c; dct:hasPart e:m; modelldcatno:model e:m . e:c a "
       "vcard:Organization .",
       "e:k a dcat:Catalog; dct:identifier 'x' ."),
  BOTH("modelldcat", "model.information-model",
       "e:m a modelldcatno:InformationModel; dct:title 'A'@nb; dct:publisher e:p .",
       "e:m a modelldcatno:InformationModel; dct:title 'A'@nb ."),
  BOTH("modelldcat", "model.element-title", "e:o a modelldcatno:ObjectType; dct:title 'A'@nb .",
       "e:o a modelldcatno:ObjectType ."),
  BOTH("modelldcat", "model.multiplicity",
       "e:p a modelldcatno:Attribute; xsd:minOccurs '0'^^xsd:nonNegativeInteger; "
       "modelldcatno:minOccurs '0'^^xsd:nonNegativeInteger .",
       "e:p a modelldcatno:Attribute; modelldcatno:minOccurs 'ingen' ."),
  BOTH("modelldcat", "model.relation",
       "e:r a modelldcatno:Role; modelldcatno:hasObjectType e:o . e:o a modelldcatno:ObjectType .",
       "e:r a modelldcatno:Role ."),
  BOTH("modelldcat", "model.code-element",
       "e:c a modelldcatno:CodeElement; skos:notation 'A'; skos:inScheme e:l; skos:prefLabel "
       "'a'@nb . e:l a modelldcatno:CodeList .",
       "e:c a modelldcatno:CodeElement; skos:notation 'A', 'B' ."),
  BOTH("modelldcat", "model.constraint",
       "e:r a modelldcatno:ConstraintRule; modelldcatno:constrains e:o . e:o a "
       "modelldcatno:ObjectType .",
       "e:r a modelldcatno:ConstraintRule ."),
  BOTH("modelldcat", "model.status",
       "e:m a modelldcatno:InformationModel; adms:status <http://purl.org/adms/status/Completed> .",
       "e:m a modelldcatno:InformationModel; adms:status <http://purl.org/adms/status/Nice> ."),
  BOTH("modelldcat", "model.format", "e:m a modelldcatno:InformationModel; dct:hasFormat e:f .",
       "e:m a modelldcatno:InformationModel; dct:hasFormat 'xsd' ."),
  BOTH("dcat", "quality.annotation",
       "e:q a dqv:QualityAnnotation; oa:motivatedBy dqv:qualityAssessment .",
       "e:q a dqv:QualityAnnotation ."),
  BOTH("dcat", "quality.measurement",
       "e:q a dqv:QualityMeasurement; dqv:isMeasurementOf e:m; dqv:value 5 . e:m a dqv:Metric .",
       "e:q a dqv:QualityMeasurement ."),
  BOTH("dcat", "quality.dimension",
       "e:q a dqv:QualityAnnotation; oa:motivatedBy dqv:qualityAssessment; dqv:inDimension "
       "<https://data.norge.no/vocabulary/quality-dimension#accuracy> .",
       "e:q a dqv:QualityAnnotation; dqv:inDimension 'nøyaktighet' ."),
  BOTH("dcat", "rdf.syntax", "e:a a dcat:Dataset .", "e:a a dcat:Dataset ; ("),
  BOTH("dcat", "rdf.focus", "e:a a dcat:Dataset .", "e:a a foaf:Document ."),
};
const size_t sv_semantic_shape_case_count =
    sizeof sv_semantic_shape_cases / sizeof sv_semantic_shape_cases[0];
