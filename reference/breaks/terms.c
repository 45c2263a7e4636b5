// SPDX-License-Identifier: Apache-2.0
/* Breaks that add a concept, a classification or a model with one fault. */
#include "reference/breaks/tables.h"

static const struct sv_break rows[] = {
  { .name = "wrong-concept-definition-node",
    .what = "Something is added to a description that concept: definition-node must notice.",
    SV_IN_TERMS("<https://data.referansetjenesten.test/brudd/d> a euvoc:XlNote; rdf:value \"a\""),
    .checks = "semantic.concept.definition-node" },
  { .name = "wrong-concept-source-relation",
    .what = "Something is added to a description that concept: source-relation must notice.",
    SV_IN_TERMS("@prefix skosno: <https://data.norge.no/vocabulary/skosno#> .\n"
                "<https://data.referansetjenesten.test/brudd/d> a euvoc:XlNote; "
                "skosno:relationshipWithSource \"egen\""),
    .checks = "semantic.concept.definition-node semantic.concept.source-relation "
              "semantic.concept.source-stated" },
  { .name = "wrong-concept-audience",
    .what = "Something is added to a description that concept: audience must notice.",
    SV_IN_TERMS("<https://data.referansetjenesten.test/brudd/d> a euvoc:XlNote; dct:audience "
                "\"alle\""),
    .checks = "semantic.concept.audience semantic.concept.audience-known "
              "semantic.concept.definition-node" },
  { .name = "wrong-concept-status",
    .what = "Something is added to a description that concept: status must notice.",
    SV_IN_TERMS("<https://data.referansetjenesten.test/begreper/enhet> euvoc:status \"gjeldende\""),
    .checks = "semantic.concept.status" },
  { .name = "wrong-concept-dates",
    .what = "Something is added to a description that concept: dates must notice.",
    SV_IN_TERMS("<https://data.referansetjenesten.test/begreper/enhet> dct:created \"2026-01-01\""),
    .checks = "semantic.concept.dates" },
  { .name = "wrong-concept-generic-relation",
    .what = "Something is added to a description that concept: generic-relation must notice.",
    SV_IN_TERMS("@prefix skosno: <https://data.norge.no/vocabulary/skosno#> .\n"
                "<https://data.referansetjenesten.test/brudd/r> a skosno:GenericConceptRelation"),
    .checks = "semantic.concept.generic-relation" },
  { .name = "wrong-concept-associative-relation",
    .what = "Something is added to a description that concept: associative-relation must notice.",
    SV_IN_TERMS("@prefix skosno: <https://data.norge.no/vocabulary/skosno#> .\n"
                "<https://data.referansetjenesten.test/brudd/r> a "
                "skosno:AssociativeConceptRelation"),
    .checks = "semantic.concept.associative-relation" },
  { .name = "wrong-concept-labels",
    .what = "Something is added to a description that concept: labels must notice.",
    SV_IN_TERMS("<https://data.referansetjenesten.test/begreper/enhet> skos:prefLabel \"a\"@nb; "
                "skos:altLabel \"b\""),
    .checks = "semantic.concept.labels semantic.concept.term" },
  { .name = "wrong-classification-identity",
    .what = "Something is added to a description that classification: identity must notice.",
    SV_IN_TERMS("@prefix xkos: <http://rdf-vocabulary.ddialliance.org/xkos#> .\n"
                "<https://data.referansetjenesten.test/brudd/k> a skos:ConceptScheme; "
                "xkos:numberOfLevels \"1\"^^xsd:positiveInteger"),
    .checks = "semantic.classification.category semantic.classification.identity" },
  { .name = "wrong-classification-category",
    .what = "Something is added to a description that classification: category must notice.",
    SV_IN_TERMS("@prefix xkos: <http://rdf-vocabulary.ddialliance.org/xkos#> .\n"
                "<https://data.referansetjenesten.test/brudd/k> a skos:ConceptScheme; "
                "xkos:numberOfLevels \"1\"^^xsd:positiveInteger . "
                "<https://data.referansetjenesten.test/brudd/c> a skos:Concept"),
    .checks = "semantic.classification.category semantic.classification.identity "
              "semantic.concept.contact semantic.concept.definition semantic.concept.identifier "
              "semantic.concept.publisher semantic.concept.term" },
  { .name = "wrong-classification-comparison",
    .what = "Something is added to a description that classification: comparison must notice.",
    SV_IN_TERMS("@prefix xkos: <http://rdf-vocabulary.ddialliance.org/xkos#> .\n"
                "<https://data.referansetjenesten.test/brudd/o> a xkos:Correspondence; "
                "xkos:compares <https://data.referansetjenesten.test/brudd/k>"),
    .checks = "semantic.classification.category semantic.classification.comparison "
              "semantic.iri.references" },
  { .name = "wrong-model-catalogue",
    .what = "Something is added to a description that model: catalogue must notice.",
    SV_IN_MODELS("<https://data.referansetjenesten.test/brudd/k> a dcat:Catalog; dct:identifier "
                 "\"x\""),
    .checks = "semantic.model.catalogue" },
  { .name = "wrong-model-information-model",
    .what = "Something is added to a description that model: information-model must notice.",
    SV_IN_MODELS("<https://data.referansetjenesten.test/brudd/m> a modelldcatno:InformationModel; "
                 "dct:title \"A\"@nb"),
    .checks = "semantic.model.format semantic.model.information-model" },
  { .name = "wrong-model-element-title",
    .what = "Something is added to a description that model: element-title must notice.",
    SV_IN_MODELS("<https://data.referansetjenesten.test/brudd/o> a modelldcatno:ObjectType"),
    .checks = "semantic.model.element-title" },
  { .name = "wrong-model-multiplicity",
    .what = "Something is added to a description that model: multiplicity must notice.",
    SV_IN_MODELS("<https://data.referansetjenesten.test/brudd/p> a modelldcatno:Attribute; "
                 "modelldcatno:minOccurs \"ingen\""),
    .checks = "semantic.model.attribute-type semantic.model.multiplicity "
              "semantic.model.multiplicity-stated" },
  { .name = "wrong-model-relation",
    .what = "Something is added to a description that model: relation must notice.",
    SV_IN_MODELS("<https://data.referansetjenesten.test/brudd/r> a modelldcatno:Role"),
    .checks = "semantic.model.multiplicity-stated semantic.model.relation" },
  { .name = "wrong-model-code-element",
    .what = "Something is added to a description that model: code-element must notice.",
    SV_IN_MODELS("<https://data.referansetjenesten.test/brudd/c> a modelldcatno:CodeElement; "
                 "skos:notation \"A\", \"B\""),
    .checks = "semantic.model.code-element semantic.model.code-label" },
  { .name = "wrong-model-constraint",
    .what = "Something is added to a description that model: constraint must notice.",
    SV_IN_MODELS("<https://data.referansetjenesten.test/brudd/r> a modelldcatno:ConstraintRule"),
    .checks = "semantic.model.constraint" },
  { .name = "wrong-model-status",
    .what = "Something is added to a description that model: status must notice.",
    SV_IN_MODELS("<https://data.referansetjenesten.test/modell/enhet> adms:status "
                 "<http://purl.org/adms/status/Nice>"),
    .checks = "semantic.model.status" },
  { .name = "wrong-model-format",
    .what = "Something is added to a description that model: format must notice.",
    SV_IN_MODELS("<https://data.referansetjenesten.test/modell/enhet> dct:hasFormat \"xsd\""),
    .checks = "semantic.model.format" },
};

SV_BREAK_TABLE(sv_breaks_terms, rows);
