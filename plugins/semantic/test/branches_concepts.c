// SPDX-License-Identifier: Apache-2.0
/* Branches of the rules about concepts and classifications. */
#include "plugins/semantic/test/branches.h"

// clang-format off
const struct sv_branch sv_branches_concepts[] = {
  { "SEM-097", PASSES, "both", "e:c a skos:Concept; skos:prefLabel 'a'@nb, 'b'@nn ." },
  { "SEM-097", FAILS, "nb only", "e:c a skos:Concept; skos:prefLabel 'a'@nb ." },
  { "SEM-097", FAILS, "nn only", "e:c a skos:Concept; skos:prefLabel 'a'@nn ." },
  { "SEM-097", FAILS, "twice", "e:c a skos:Concept; skos:prefLabel 'a'@nb, 'b'@nn, 'c'@nb ." },
  { "SEM-097", FAILS, "plain", "e:c a skos:Concept; skos:prefLabel 'a'@nb, 'b'@nn, 'c' ." },
  { "SEM-097", NONE, "no concept", "e:c a skos:Collection ." },
  { "SEM-098", PASSES, "a definition", "e:c a skos:Concept; skos:definition 'a'@nb ." },
  { "SEM-098", PASSES, "a node",
    "e:c a skos:Concept; euvoc:xlDefinition e:d . e:d a euvoc:XlNote; rdf:value 'a'@nb ." },
  { "SEM-098", FAILS, "neither", "e:c a skos:Concept ." },
  { "SEM-098", FAILS, "plain", "e:c a skos:Concept; skos:definition 'a' ." },
  { "SEM-098", FAILS, "two texts in one language",
    "e:c a skos:Concept; skos:definition 'a'@nb, 'b'@nb ." },
  { "SEM-098", FAILS, "two nodes, one language",
    "e:c a skos:Concept; euvoc:xlDefinition e:d, e:f . e:d a euvoc:XlNote; rdf:value 'a'@nb "
    ". e:f a euvoc:XlNote; rdf:value 'b'@nb ." },
  { "SEM-098", PASSES, "two nodes, two audiences",
    "e:c a skos:Concept; euvoc:xlDefinition e:d, e:f . e:d a euvoc:XlNote; rdf:value 'a'@nb; "
    "dct:audience e:x . e:f a euvoc:XlNote; rdf:value 'b'@nb; dct:audience e:y ." },
  { "SEM-098", FAILS, "two nodes, one audience",
    "e:c a skos:Concept; euvoc:xlDefinition e:d, e:f . e:d a euvoc:XlNote; rdf:value 'a'@nb; "
    "dct:audience e:x . e:f a euvoc:XlNote; rdf:value 'b'@nb; dct:audience e:x ." },
  { "SEM-098", NONE, "no concept", "e:c a skos:Collection ." },
  { "SEM-099", PASSES, "shared",
    "e:c a skos:Concept; skos:prefLabel 'a'@nb, 'b'@nn; skos:definition 'c'@nn ." },
  { "SEM-099", FAILS, "none shared",
    "e:c a skos:Concept; skos:prefLabel 'a'@nb; skos:definition 'c'@en ." },
  { "SEM-100", PASSES, "whole", "e:d a euvoc:XlNote; rdf:value 'a'@nb ." },
  { "SEM-100", FAILS, "no text", "e:d a euvoc:XlNote ." },
  { "SEM-100", FAILS, "two texts", "e:d a euvoc:XlNote; rdf:value 'a'@nb, 'b'@nn ." },
  { "SEM-100", FAILS, "plain", "e:d a euvoc:XlNote; rdf:value 'a' ." },
  { "SEM-100", FAILS, "a definition not typed",
    "e:c a skos:Concept; euvoc:xlDefinition e:d . e:d rdf:value 'a'@nb ." },
  { "SEM-100", NONE, "none", "e:c a skos:Concept ." },
  { "SEM-101", PASSES, "its IRI",
    "e:c a skos:Concept; dct:identifier 'http://e.example/c'^^xsd:anyURI ." },
  { "SEM-101", FAILS, "none", "e:c a skos:Concept ." },
  { "SEM-101", FAILS, "a string", "e:c a skos:Concept; dct:identifier 'http://e.example/c' ." },
  { "SEM-101", FAILS, "equal to another",
    "e:c a skos:Concept; dct:identifier 'http://e.example/c'^^xsd:anyURI . e:f a "
    "skos:Concept; dct:identifier 'http://e.example/c'^^xsd:anyURI ." },
  { "SEM-101", WARNS, "another than the IRI",
    "e:c a skos:Concept; dct:identifier 'http://e.example/d'^^xsd:anyURI ." },
  { "SEM-102", PASSES, "one",
    "e:c a skos:Concept; dct:publisher "
    "<https://data.brreg.no/enhetsregisteret/api/enheter/974760673> ." },
  { "SEM-102", FAILS, "none", "e:c a skos:Concept ." },
  { "SEM-102", FAILS, "two", "e:c a skos:Concept; dct:publisher e:p, e:q ." },
  { "SEM-102", FAILS, "literal", "e:c a skos:Concept; dct:publisher 'x' ." },
  { "SEM-102", FAILS, "a person", "e:c a skos:Concept; dct:publisher e:p . e:p a foaf:Person ." },
  { "SEM-103", PASSES, "organisation",
    "e:c a skos:Concept; dcat:contactPoint e:p . e:p a vcard:Organization ." },
  { "SEM-103", FAILS, "none", "e:c a skos:Concept ." },
  { "SEM-103", FAILS, "a person",
    "e:c a skos:Concept; dcat:contactPoint e:p . e:p a vcard:Individual ." },
  { "SEM-103", FAILS, "of any kind",
    "e:c a skos:Concept; dcat:contactPoint e:p . e:p a vcard:Kind ." },
  { "SEM-103", FAILS, "literal", "e:c a skos:Concept; dcat:contactPoint 'x' ." },
  { "SEM-104", PASSES, "whole",
    "e:k a skos:Collection; dct:identifier 'http://e.example/k'^^xsd:anyURI; dct:title "
    "'A'@nb; dct:publisher e:p; dcat:contactPoint e:o; skos:member e:c . e:o a "
    "vcard:Organization . e:c a skos:Concept ." },
  { "SEM-104", FAILS, "no member",
    "e:k a skos:Collection; dct:identifier 'http://e.example/k'^^xsd:anyURI; dct:title "
    "'A'@nb; dct:publisher e:p; dcat:contactPoint e:o . e:o a vcard:Organization . e:c a "
    "skos:Concept ." },
  { "SEM-104", FAILS, "no member described",
    "e:k a skos:Collection; dct:identifier 'http://e.example/k'^^xsd:anyURI; dct:title "
    "'A'@nb; dct:publisher e:p; dcat:contactPoint e:o; skos:member e:x . e:o a "
    "vcard:Organization . e:c a skos:Concept ." },
  { "SEM-104", FAILS, "identifier a string",
    "e:k a skos:Collection; dct:identifier 'http://e.example/k'; dct:title 'A'@nb; "
    "dct:publisher e:p; dcat:contactPoint e:o; skos:member e:c . e:o a vcard:Organization . "
    "e:c a skos:Concept ." },
  { "SEM-104", FAILS, "two identifiers",
    "e:k a skos:Collection; dct:identifier 'http://e.example/k'^^xsd:anyURI; dct:title "
    "'A'@nb; dct:publisher e:p; dcat:contactPoint e:o; dct:identifier "
    "'http://e.example/l'^^xsd:anyURI; skos:member e:c . e:o a vcard:Organization . e:c a "
    "skos:Concept ." },
  { "SEM-104", FAILS, "plain title",
    "e:k a skos:Collection; dct:identifier 'http://e.example/k'^^xsd:anyURI; dct:title 'A'; "
    "dct:publisher e:p; dcat:contactPoint e:o; skos:member e:c . e:o a vcard:Organization . "
    "e:c a skos:Concept ." },
  { "SEM-104", FAILS, "no publisher",
    "e:k a skos:Collection; dct:identifier 'http://e.example/k'^^xsd:anyURI; dct:title "
    "'A'@nb; dcat:contactPoint e:o; skos:member e:c . e:o a vcard:Organization . e:c a "
    "skos:Concept ." },
  { "SEM-104", FAILS, "no contact point",
    "e:k a skos:Collection; dct:identifier 'http://e.example/k'^^xsd:anyURI; dct:title "
    "'A'@nb; dct:publisher e:p; skos:member e:c . e:o a vcard:Organization . e:c a "
    "skos:Concept ." },
  { "SEM-104", FAILS, "no collection", "e:c a skos:Concept ." },
  { "SEM-104", NONE, "a classification",
    "e:c a skos:Concept; skos:inScheme e:s . e:s a skos:ConceptScheme ." },
  { "SEM-105", PASSES, "known",
    "e:d a euvoc:XlNote; rdf:value 'a'@nb; dct:source e:s; skosno:relationshipWithSource "
    "<https://data.norge.no/vocabulary/relationship-with-source-type#self-composed> ." },
  { "SEM-105", FAILS, "two",
    "e:d a euvoc:XlNote; rdf:value 'a'@nb; skosno:relationshipWithSource "
    "<https://data.norge.no/vocabulary/relationship-with-source-type#self-composed>, "
    "<https://data.norge.no/vocabulary/relationship-with-source-type#direct-from-source> ." },
  { "SEM-105", WARNS, "unknown code",
    "e:d a euvoc:XlNote; rdf:value 'a'@nb; skosno:relationshipWithSource "
    "<https://data.norge.no/vocabulary/relationship-with-source-type#nope> ." },
  { "SEM-105", WARNS, "other",
    "e:d a euvoc:XlNote; rdf:value 'a'@nb; skosno:relationshipWithSource e:x ." },
  { "SEM-105", FAILS, "literal",
    "e:d a euvoc:XlNote; rdf:value 'a'@nb; skosno:relationshipWithSource 'egen' ." },
  { "SEM-105", WARNS, "source without it",
    "e:d a euvoc:XlNote; rdf:value 'a'@nb; dct:source e:s ." },
  { "SEM-106", PASSES, "known",
    "e:d a euvoc:XlNote; rdf:value 'a'@nb; dct:audience "
    "<https://data.norge.no/vocabulary/audience-type#public> ." },
  { "SEM-106", FAILS, "two",
    "e:d a euvoc:XlNote; rdf:value 'a'@nb; dct:audience "
    "<https://data.norge.no/vocabulary/audience-type#public>, "
    "<https://data.norge.no/vocabulary/audience-type#specialist> ." },
  { "SEM-106", WARNS, "unknown code",
    "e:d a euvoc:XlNote; rdf:value 'a'@nb; dct:audience "
    "<https://data.norge.no/vocabulary/audience-type#nope> ." },
  { "SEM-106", WARNS, "other", "e:d a euvoc:XlNote; rdf:value 'a'@nb; dct:audience e:x ." },
  { "SEM-106", FAILS, "literal", "e:d a euvoc:XlNote; rdf:value 'a'@nb; dct:audience 'alle' ." },
  { "SEM-106", NONE, "absent", "e:d a euvoc:XlNote; rdf:value 'a'@nb ." },
  { "SEM-107", PASSES, "known",
    "e:c a skos:Concept; euvoc:status "
    "<http://publications.europa.eu/resource/authority/concept-status/CURRENT> ." },
  { "SEM-107", FAILS, "two",
    "e:c a skos:Concept; euvoc:status "
    "<http://publications.europa.eu/resource/authority/concept-status/CURRENT>, "
    "<http://publications.europa.eu/resource/authority/concept-status/DRAFT> ." },
  { "SEM-107", FAILS, "unknown code",
    "e:c a skos:Concept; euvoc:status "
    "<http://publications.europa.eu/resource/authority/concept-status/NOPE> ." },
  { "SEM-107", WARNS, "another list", "e:c a skos:Concept; euvoc:status e:x ." },
  { "SEM-107", FAILS, "plain text", "e:c a skos:Concept; euvoc:status 'gjeldende' ." },
  { "SEM-107", PASSES, "tagged text", "e:c a skos:Concept; euvoc:status 'gjeldende'@nb ." },
  { "SEM-107", WARNS, "retired, not replaced",
    "e:c a skos:Concept; euvoc:status "
    "<http://publications.europa.eu/resource/authority/concept-status/RETIRED> ." },
  { "SEM-107", WARNS, "deprecated, not replaced",
    "e:c a skos:Concept; euvoc:status "
    "<http://publications.europa.eu/resource/authority/concept-status/DEPRECATED> ." },
  { "SEM-107", PASSES, "retired and replaced",
    "e:c a skos:Concept; euvoc:status "
    "<http://publications.europa.eu/resource/authority/concept-status/RETIRED>; "
    "dct:isReplacedBy e:f . e:f a skos:Concept ." },
  { "SEM-107", NONE, "absent", "e:c a skos:Concept ." },
  { "SEM-108", PASSES, "euvoc:startDate",
    "e:c a skos:Concept; euvoc:startDate '2026-01-01'^^xsd:date ." },
  { "SEM-108", FAILS, "euvoc:startDate twice",
    "e:c a skos:Concept; euvoc:startDate '2026-01-01'^^xsd:date, '2026-01-02'^^xsd:date ." },
  { "SEM-108", FAILS, "euvoc:startDate as a moment",
    "e:c a skos:Concept; euvoc:startDate '2026-01-01T00:00:00Z'^^xsd:dateTime ." },
  { "SEM-108", FAILS, "euvoc:startDate invalid",
    "e:c a skos:Concept; euvoc:startDate '2026-02-30'^^xsd:date ." },
  { "SEM-108", PASSES, "euvoc:endDate",
    "e:c a skos:Concept; euvoc:endDate '2026-01-01'^^xsd:date ." },
  { "SEM-108", FAILS, "euvoc:endDate twice",
    "e:c a skos:Concept; euvoc:endDate '2026-01-01'^^xsd:date, '2026-01-02'^^xsd:date ." },
  { "SEM-108", FAILS, "euvoc:endDate as a moment",
    "e:c a skos:Concept; euvoc:endDate '2026-01-01T00:00:00Z'^^xsd:dateTime ." },
  { "SEM-108", FAILS, "euvoc:endDate invalid",
    "e:c a skos:Concept; euvoc:endDate '2026-02-30'^^xsd:date ." },
  { "SEM-108", PASSES, "dct:created", "e:c a skos:Concept; dct:created '2026-01-01'^^xsd:date ." },
  { "SEM-108", FAILS, "dct:created twice",
    "e:c a skos:Concept; dct:created '2026-01-01'^^xsd:date, '2026-01-02'^^xsd:date ." },
  { "SEM-108", FAILS, "dct:created as a moment",
    "e:c a skos:Concept; dct:created '2026-01-01T00:00:00Z'^^xsd:dateTime ." },
  { "SEM-108", FAILS, "dct:created invalid",
    "e:c a skos:Concept; dct:created '2026-02-30'^^xsd:date ." },
  { "SEM-108", PASSES, "dct:modified",
    "e:c a skos:Concept; dct:modified '2026-01-01'^^xsd:date ." },
  { "SEM-108", FAILS, "dct:modified twice",
    "e:c a skos:Concept; dct:modified '2026-01-01'^^xsd:date, '2026-01-02'^^xsd:date ." },
  { "SEM-108", FAILS, "dct:modified as a moment",
    "e:c a skos:Concept; dct:modified '2026-01-01T00:00:00Z'^^xsd:dateTime ." },
  { "SEM-108", FAILS, "dct:modified invalid",
    "e:c a skos:Concept; dct:modified '2026-02-30'^^xsd:date ." },
  { "SEM-108", FAILS, "ends before it begins",
    "e:c a skos:Concept; euvoc:startDate '2026-01-01'^^xsd:date; euvoc:endDate "
    "'2025-01-01'^^xsd:date ." },
  { "SEM-108", NONE, "absent", "e:c a skos:Concept ." },
  { "SEM-109", PASSES, "skosno:GenericConceptRelation one way",
    "e:r a skosno:GenericConceptRelation; skosno:hasGenericConcept e:c . e:c a skos:Concept ." },
  { "SEM-109", PASSES, "skosno:GenericConceptRelation the other",
    "e:r a skosno:GenericConceptRelation; skosno:hasSpecificConcept e:c . e:c a skos:Concept "
    "." },
  { "SEM-109", FAILS, "skosno:GenericConceptRelation both",
    "e:r a skosno:GenericConceptRelation; skosno:hasGenericConcept e:c; "
    "skosno:hasSpecificConcept e:c . e:c a skos:Concept ." },
  { "SEM-109", FAILS, "skosno:GenericConceptRelation none",
    "e:r a skosno:GenericConceptRelation ." },
  { "SEM-109", FAILS, "skosno:GenericConceptRelation, plain criterion",
    "e:r a skosno:GenericConceptRelation; skosno:hasGenericConcept e:c; dct:description 'x' "
    ". e:c a skos:Concept ." },
  { "SEM-109", PASSES, "skosno:PartitiveConceptRelation one way",
    "e:r a skosno:PartitiveConceptRelation; skosno:hasPartitiveConcept e:c . e:c a "
    "skos:Concept ." },
  { "SEM-109", PASSES, "skosno:PartitiveConceptRelation the other",
    "e:r a skosno:PartitiveConceptRelation; skosno:hasComprehensiveConcept e:c . e:c a "
    "skos:Concept ." },
  { "SEM-109", FAILS, "skosno:PartitiveConceptRelation both",
    "e:r a skosno:PartitiveConceptRelation; skosno:hasPartitiveConcept e:c; "
    "skosno:hasComprehensiveConcept e:c . e:c a skos:Concept ." },
  { "SEM-109", FAILS, "skosno:PartitiveConceptRelation none",
    "e:r a skosno:PartitiveConceptRelation ." },
  { "SEM-109", FAILS, "skosno:PartitiveConceptRelation, plain criterion",
    "e:r a skosno:PartitiveConceptRelation; skosno:hasPartitiveConcept e:c; dct:description "
    "'x' . e:c a skos:Concept ." },
  { "SEM-109", NONE, "none", "e:c a skos:Concept ." },
  { "SEM-110", PASSES, "whole",
    "e:r a skosno:AssociativeConceptRelation; skosno:hasToConcept e:c; skosno:relationRole "
    "'x'@nb . e:c a skos:Concept ." },
  { "SEM-110", FAILS, "to nothing",
    "e:r a skosno:AssociativeConceptRelation; skosno:relationRole 'x'@nb ." },
  { "SEM-110", FAILS, "no role",
    "e:r a skosno:AssociativeConceptRelation; skosno:hasToConcept e:c . e:c a skos:Concept ." },
  { "SEM-110", FAILS, "two roles by IRI",
    "e:r a skosno:AssociativeConceptRelation; skosno:hasToConcept e:c; skosno:relationRole "
    "e:x, e:y . e:c a skos:Concept ." },
  { "SEM-110", FAILS, "plain role",
    "e:r a skosno:AssociativeConceptRelation; skosno:hasToConcept e:c; skosno:relationRole "
    "'x' . e:c a skos:Concept ." },
  { "SEM-110", NONE, "none", "e:c a skos:Concept ." },
  { "SEM-111", PASSES, "xkos:specializes both ways",
    "e:c a skos:Concept; xkos:specializes e:f . e:f a skos:Concept; xkos:generalizes e:c ." },
  { "SEM-111", WARNS, "xkos:specializes one way",
    "e:c a skos:Concept; xkos:specializes e:f . e:f a skos:Concept ." },
  { "SEM-111", FAILS, "xkos:specializes in a circle",
    "e:c a skos:Concept; xkos:specializes e:f; xkos:generalizes e:f . e:f a skos:Concept; "
    "xkos:generalizes e:c; xkos:specializes e:c ." },
  { "SEM-111", FAILS, "xkos:specializes to itself", "e:c a skos:Concept; xkos:specializes e:c ." },
  { "SEM-111", PASSES, "xkos:isPartOf both ways",
    "e:c a skos:Concept; xkos:isPartOf e:f . e:f a skos:Concept; xkos:hasPart e:c ." },
  { "SEM-111", WARNS, "xkos:isPartOf one way",
    "e:c a skos:Concept; xkos:isPartOf e:f . e:f a skos:Concept ." },
  { "SEM-111", FAILS, "xkos:isPartOf in a circle",
    "e:c a skos:Concept; xkos:isPartOf e:f; xkos:hasPart e:f . e:f a skos:Concept; "
    "xkos:hasPart e:c; xkos:isPartOf e:c ." },
  { "SEM-111", FAILS, "xkos:isPartOf to itself", "e:c a skos:Concept; xkos:isPartOf e:c ." },
  { "SEM-111", PASSES, "dct:replaces both ways",
    "e:c a skos:Concept; dct:replaces e:f . e:f a skos:Concept; dct:isReplacedBy e:c ." },
  { "SEM-111", WARNS, "dct:replaces one way",
    "e:c a skos:Concept; dct:replaces e:f . e:f a skos:Concept ." },
  { "SEM-111", FAILS, "dct:replaces in a circle",
    "e:c a skos:Concept; dct:replaces e:f; dct:isReplacedBy e:f . e:f a skos:Concept; "
    "dct:isReplacedBy e:c; dct:replaces e:c ." },
  { "SEM-111", FAILS, "dct:replaces to itself", "e:c a skos:Concept; dct:replaces e:c ." },
  { "SEM-111", NONE, "none", "e:c a skos:Concept ." },
  { "SEM-112", PASSES, "apart",
    "e:c a skos:Concept; skos:prefLabel 'a'@nb; skos:altLabel 'b'@nb; skos:hiddenLabel "
    "'c'@nb ." },
  { "SEM-112", PASSES, "the same in another language",
    "e:c a skos:Concept; skos:prefLabel 'a'@nb; skos:altLabel 'a'@en ." },
  { "SEM-112", FAILS, "plain altLabel",
    "e:c a skos:Concept; skos:prefLabel 'a'@nb; skos:altLabel 'b' ." },
  { "SEM-112", FAILS, "plain hiddenLabel",
    "e:c a skos:Concept; skos:prefLabel 'a'@nb; skos:hiddenLabel 'b' ." },
  { "SEM-112", FAILS, "prefLabel and altLabel",
    "e:c a skos:Concept; skos:prefLabel 'a'@nb; skos:altLabel 'a'@nb ." },
  { "SEM-112", FAILS, "prefLabel and hiddenLabel",
    "e:c a skos:Concept; skos:prefLabel 'a'@nb; skos:hiddenLabel 'a'@nb ." },
  { "SEM-112", FAILS, "altLabel and hiddenLabel",
    "e:c a skos:Concept; skos:prefLabel 'a'@nb; skos:altLabel 'b'@nb; skos:hiddenLabel "
    "'b'@nb ." },
  { "SEM-125", PASSES, "whole",
    "e:k a skos:ConceptScheme; dct:identifier 'http://e.example/k'^^xsd:anyURI; dct:title "
    "'A'@nb; dct:publisher e:p; xkos:numberOfLevels '1'^^xsd:positiveInteger ." },
  { "SEM-125", FAILS, "no identifier",
    "e:k a skos:ConceptScheme; dct:title 'A'@nb; dct:publisher e:p; xkos:numberOfLevels "
    "'1'^^xsd:positiveInteger ." },
  { "SEM-125", FAILS, "no title",
    "e:k a skos:ConceptScheme; dct:identifier 'http://e.example/k'^^xsd:anyURI; "
    "dct:publisher e:p; xkos:numberOfLevels '1'^^xsd:positiveInteger ." },
  { "SEM-125", FAILS, "two publishers",
    "e:k a skos:ConceptScheme; dct:identifier 'http://e.example/k'^^xsd:anyURI; dct:title "
    "'A'@nb; dct:publisher e:p; xkos:numberOfLevels '1'^^xsd:positiveInteger; dct:publisher "
    "e:q ." },
  { "SEM-125", FAILS, "no number of levels",
    "e:k a skos:ConceptScheme; dct:identifier 'http://e.example/k'^^xsd:anyURI; dct:title "
    "'A'@nb; dct:publisher e:p . e:l a xkos:ClassificationLevel ." },
  { "SEM-125", NONE, "none", "e:c a skos:Concept ." },
  { "SEM-126", PASSES, "one level",
    "e:k a skos:ConceptScheme; dct:identifier 'http://e.example/k'^^xsd:anyURI; dct:title "
    "'A'@nb; dct:publisher e:p; xkos:numberOfLevels '1'^^xsd:positiveInteger; xkos:levels "
    "(e:l) . e:l a xkos:ClassificationLevel; xkos:depth '1'^^xsd:positiveInteger; "
    "skos:member e:c . e:c a skos:Concept ." },
  { "SEM-126", FAILS, "no depth",
    "e:l a xkos:ClassificationLevel; skos:member e:c . e:c a skos:Concept ." },
  { "SEM-126", FAILS, "no member",
    "e:l a xkos:ClassificationLevel; xkos:depth '1'^^xsd:positiveInteger ." },
  { "SEM-126", FAILS, "depth 2 alone",
    "e:k a skos:ConceptScheme; dct:identifier 'http://e.example/k'^^xsd:anyURI; dct:title "
    "'A'@nb; dct:publisher e:p; xkos:numberOfLevels '1'^^xsd:positiveInteger; xkos:levels "
    "(e:l) . e:l a xkos:ClassificationLevel; xkos:depth '2'^^xsd:positiveInteger; "
    "skos:member e:c . e:c a skos:Concept ." },
  { "SEM-126", NONE, "none", "e:c a skos:Concept ." },
  { "SEM-127", PASSES, "whole",
    "e:k a skos:ConceptScheme; dct:identifier 'http://e.example/k'^^xsd:anyURI; dct:title "
    "'A'@nb; dct:publisher e:p; xkos:numberOfLevels '1'^^xsd:positiveInteger . e:c a "
    "skos:Concept; skos:prefLabel 'a'@nb; skos:inScheme e:k; skos:notation '1' . e:f a "
    "skos:Concept; skos:prefLabel 'a'@nb; skos:inScheme e:k; skos:notation '2' ." },
  { "SEM-127", FAILS, "no term",
    "e:k a skos:ConceptScheme; dct:identifier 'http://e.example/k'^^xsd:anyURI; dct:title "
    "'A'@nb; dct:publisher e:p; xkos:numberOfLevels '1'^^xsd:positiveInteger . e:c a "
    "skos:Concept; skos:inScheme e:k ." },
  { "SEM-127", FAILS, "no scheme",
    "e:k a skos:ConceptScheme; dct:identifier 'http://e.example/k'^^xsd:anyURI; dct:title "
    "'A'@nb; dct:publisher e:p; xkos:numberOfLevels '1'^^xsd:positiveInteger . e:c a "
    "skos:Concept; skos:prefLabel 'a'@nb ." },
  { "SEM-127", WARNS, "one notation twice",
    "e:k a skos:ConceptScheme; dct:identifier 'http://e.example/k'^^xsd:anyURI; dct:title "
    "'A'@nb; dct:publisher e:p; xkos:numberOfLevels '1'^^xsd:positiveInteger . e:c a "
    "skos:Concept; skos:prefLabel 'a'@nb; skos:inScheme e:k; skos:notation '1' . e:f a "
    "skos:Concept; skos:prefLabel 'a'@nb; skos:inScheme e:k; skos:notation '1' ." },
  { "SEM-127", PASSES, "on two levels",
    "e:k a skos:ConceptScheme; dct:identifier 'http://e.example/k'^^xsd:anyURI; dct:title "
    "'A'@nb; dct:publisher e:p; xkos:numberOfLevels '1'^^xsd:positiveInteger . e:c a "
    "skos:Concept; skos:prefLabel 'a'@nb; skos:inScheme e:k; skos:notation '1' . e:f a "
    "skos:Concept; skos:prefLabel 'a'@nb; skos:inScheme e:k; skos:notation '1' . e:l a "
    "xkos:ClassificationLevel; xkos:depth '1'^^xsd:positiveInteger; skos:member e:c . e:m a "
    "xkos:ClassificationLevel; xkos:depth '2'^^xsd:positiveInteger; skos:member e:f ." },
  { "SEM-127", WARNS, "on one level",
    "e:k a skos:ConceptScheme; dct:identifier 'http://e.example/k'^^xsd:anyURI; dct:title "
    "'A'@nb; dct:publisher e:p; xkos:numberOfLevels '1'^^xsd:positiveInteger . e:c a "
    "skos:Concept; skos:prefLabel 'a'@nb; skos:inScheme e:k; skos:notation '1' . e:f a "
    "skos:Concept; skos:prefLabel 'a'@nb; skos:inScheme e:k; skos:notation '1' . e:l a "
    "xkos:ClassificationLevel; xkos:depth '1'^^xsd:positiveInteger; skos:member e:c, e:f ." },
  { "SEM-128", PASSES, "whole",
    "e:o a xkos:Correspondence; xkos:compares e:k, e:l; xkos:madeOf e:m; dct:identifier "
    "'http://e.example/o'^^xsd:anyURI; dct:title 'A'@nb; dct:publisher e:p . e:m a "
    "xkos:ConceptAssociation ." },
  { "SEM-128", FAILS, "one compared",
    "e:o a xkos:Correspondence; xkos:compares e:k; xkos:madeOf e:m; dct:identifier "
    "'http://e.example/o'^^xsd:anyURI; dct:title 'A'@nb; dct:publisher e:p . e:m a "
    "xkos:ConceptAssociation ." },
  { "SEM-128", FAILS, "three compared",
    "e:o a xkos:Correspondence; xkos:compares e:k, e:l, e:n; xkos:madeOf e:m; dct:identifier "
    "'http://e.example/o'^^xsd:anyURI; dct:title 'A'@nb; dct:publisher e:p . e:m a "
    "xkos:ConceptAssociation ." },
  { "SEM-128", FAILS, "made of nothing",
    "e:o a xkos:Correspondence; xkos:compares e:k, e:l; dct:identifier "
    "'http://e.example/o'^^xsd:anyURI; dct:title 'A'@nb; dct:publisher e:p ." },
  { "SEM-128", FAILS, "no identifier",
    "e:o a xkos:Correspondence; xkos:compares e:k, e:l; xkos:madeOf e:m; dct:title 'A'@nb; "
    "dct:publisher e:p . e:m a xkos:ConceptAssociation ." },
  { "SEM-128", FAILS, "no title",
    "e:o a xkos:Correspondence; xkos:compares e:k, e:l; xkos:madeOf e:m; dct:identifier "
    "'http://e.example/o'^^xsd:anyURI; dct:publisher e:p . e:m a xkos:ConceptAssociation ." },
  { "SEM-128", FAILS, "two publishers",
    "e:o a xkos:Correspondence; xkos:compares e:k, e:l; xkos:madeOf e:m; dct:identifier "
    "'http://e.example/o'^^xsd:anyURI; dct:title 'A'@nb; dct:publisher e:p; dct:publisher "
    "e:q . e:m a xkos:ConceptAssociation ." },
  { "SEM-128", NONE, "none", "e:c a skos:Concept ." },
};
// clang-format on
const size_t sv_branches_concepts_count = sizeof sv_branches_concepts / sizeof sv_branches_concepts[0];
