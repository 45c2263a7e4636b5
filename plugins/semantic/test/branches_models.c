// SPDX-License-Identifier: Apache-2.0
/* Branches of the rules about information models. */
#include "plugins/semantic/test/branches.h"

// clang-format off
const struct sv_branch sv_branches_models[] = {
  { "SEM-113", PASSES, "whole",
    "e:k a dcat:Catalog; dct:identifier 'x'; dct:title 'A'@nb; dct:description 'B'@nb; "
    "dct:publisher e:p; dcat:contactPoint e:c; dct:hasPart e:m; modelldcatno:model e:m . e:c "
    "a vcard:Organization . e:m a modelldcatno:InformationModel ." },
  { "SEM-113", FAILS, "only modelldcatno:model",
    "e:k a dcat:Catalog; dct:identifier 'x'; dct:title 'A'@nb; dct:description 'B'@nb; "
    "dct:publisher e:p; dcat:contactPoint e:c; modelldcatno:model e:m . e:c a "
    "vcard:Organization . e:m a modelldcatno:InformationModel ." },
  { "SEM-113", FAILS, "no title",
    "e:k a dcat:Catalog; dct:identifier 'x'; dct:description 'B'@nb; dct:publisher e:p; "
    "dcat:contactPoint e:c; dct:hasPart e:m; modelldcatno:model e:m . e:c a "
    "vcard:Organization . e:m a modelldcatno:InformationModel ." },
  { "SEM-113", FAILS, "no description",
    "e:k a dcat:Catalog; dct:identifier 'x'; dct:title 'A'@nb; dct:publisher e:p; "
    "dcat:contactPoint e:c; dct:hasPart e:m; modelldcatno:model e:m . e:c a "
    "vcard:Organization . e:m a modelldcatno:InformationModel ." },
  { "SEM-113", FAILS, "two identifiers",
    "e:k a dcat:Catalog; dct:identifier 'x'; dct:title 'A'@nb; dct:description 'B'@nb; "
    "dct:publisher e:p; dcat:contactPoint e:c; dct:hasPart e:m; modelldcatno:model e:m; "
    "dct:identifier 'y' . e:c a vcard:Organization . e:m a modelldcatno:InformationModel ." },
  { "SEM-113", FAILS, "no publisher",
    "e:k a dcat:Catalog; dct:identifier 'x'; dct:title 'A'@nb; dct:description 'B'@nb; "
    "dcat:contactPoint e:c; dct:hasPart e:m; modelldcatno:model e:m . e:c a "
    "vcard:Organization . e:m a modelldcatno:InformationModel ." },
  { "SEM-113", FAILS, "no contact point",
    "e:k a dcat:Catalog; dct:identifier 'x'; dct:title 'A'@nb; dct:description 'B'@nb; "
    "dct:publisher e:p; dct:hasPart e:m; modelldcatno:model e:m . e:c a vcard:Organization . "
    "e:m a modelldcatno:InformationModel ." },
  { "SEM-113", NONE, "no catalogue", "e:m a modelldcatno:InformationModel ." },
  { "SEM-114", PASSES, "whole",
    "e:m a modelldcatno:InformationModel; dct:title 'A'@nb; dct:publisher e:p ." },
  { "SEM-114", FAILS, "no title", "e:m a modelldcatno:InformationModel; dct:publisher e:p ." },
  { "SEM-114", FAILS, "no publisher", "e:m a modelldcatno:InformationModel; dct:title 'A'@nb ." },
  { "SEM-114", FAILS, "two publishers",
    "e:m a modelldcatno:InformationModel; dct:title 'A'@nb; dct:publisher e:p; dct:publisher "
    "e:q ." },
  { "SEM-114", FAILS, "no model", "e:o a modelldcatno:ObjectType ." },
  { "SEM-115", PASSES, "all", "e:m a modelldcatno:ObjectType; dct:subject e:b ." },
  { "SEM-115", WARNS, "none", "e:m a modelldcatno:ObjectType ." },
  { "SEM-115", WARNS, "half",
    "e:m a modelldcatno:ObjectType; dct:subject e:b . e:n a modelldcatno:ObjectType ." },
  { "SEM-115", FAILS, "literal", "e:m a modelldcatno:ObjectType; dct:subject 'x' ." },
  { "SEM-116", PASSES, "ObjectType with title",
    "e:o a modelldcatno:ObjectType; dct:title 'A'@nb ." },
  { "SEM-116", FAILS, "ObjectType without", "e:o a modelldcatno:ObjectType ." },
  { "SEM-116", PASSES, "RootObjectType with title",
    "e:o a modelldcatno:RootObjectType; dct:title 'A'@nb ." },
  { "SEM-116", FAILS, "RootObjectType without", "e:o a modelldcatno:RootObjectType ." },
  { "SEM-116", PASSES, "DataType with title", "e:o a modelldcatno:DataType; dct:title 'A'@nb ." },
  { "SEM-116", FAILS, "DataType without", "e:o a modelldcatno:DataType ." },
  { "SEM-116", PASSES, "SimpleType with title",
    "e:o a modelldcatno:SimpleType; dct:title 'A'@nb ." },
  { "SEM-116", FAILS, "SimpleType without", "e:o a modelldcatno:SimpleType ." },
  { "SEM-116", PASSES, "CodeList with title", "e:o a modelldcatno:CodeList; dct:title 'A'@nb ." },
  { "SEM-116", FAILS, "CodeList without", "e:o a modelldcatno:CodeList ." },
  { "SEM-116", PASSES, "ModelElement with title",
    "e:o a modelldcatno:ModelElement; dct:title 'A'@nb ." },
  { "SEM-116", FAILS, "ModelElement without", "e:o a modelldcatno:ModelElement ." },
  { "SEM-117", PASSES, "both",
    "e:p a modelldcatno:Attribute; modelldcatno:minOccurs '0'^^xsd:nonNegativeInteger; "
    "modelldcatno:maxOccurs '1'^^xsd:nonNegativeInteger ." },
  { "SEM-117", PASSES, "as many as there are",
    "e:p a modelldcatno:Attribute; modelldcatno:minOccurs '1'^^xsd:nonNegativeInteger; "
    "modelldcatno:maxOccurs '*' ." },
  { "SEM-117", FAILS, "min twice",
    "e:p a modelldcatno:Attribute; modelldcatno:minOccurs '0'^^xsd:nonNegativeInteger, "
    "'1'^^xsd:nonNegativeInteger; modelldcatno:maxOccurs '1'^^xsd:nonNegativeInteger ." },
  { "SEM-117", FAILS, "min as text",
    "e:p a modelldcatno:Attribute; modelldcatno:minOccurs 'ingen'; modelldcatno:maxOccurs "
    "'1'^^xsd:nonNegativeInteger ." },
  { "SEM-117", FAILS, "max as a word",
    "e:p a modelldcatno:Attribute; modelldcatno:minOccurs '0'^^xsd:nonNegativeInteger; "
    "modelldcatno:maxOccurs 'mange' ." },
  { "SEM-117", FAILS, "max twice",
    "e:p a modelldcatno:Attribute; modelldcatno:minOccurs '0'^^xsd:nonNegativeInteger; "
    "modelldcatno:maxOccurs '1'^^xsd:nonNegativeInteger, '2'^^xsd:nonNegativeInteger ." },
  { "SEM-117", FAILS, "min more than max",
    "e:p a modelldcatno:Attribute; modelldcatno:minOccurs '2'^^xsd:nonNegativeInteger; "
    "modelldcatno:maxOccurs '1'^^xsd:nonNegativeInteger ." },
  { "SEM-117", FAILS, "ten and nine",
    "e:p a modelldcatno:Attribute; modelldcatno:minOccurs '10'^^xsd:nonNegativeInteger; "
    "modelldcatno:maxOccurs '9'^^xsd:nonNegativeInteger ." },
  { "SEM-117", WARNS, "absent", "e:p a modelldcatno:Attribute ." },
  { "SEM-117", WARNS, "max absent",
    "e:p a modelldcatno:Attribute; modelldcatno:minOccurs '0'^^xsd:nonNegativeInteger ." },
  { "SEM-117", NONE, "no property", "e:o a modelldcatno:ObjectType ." },
  { "SEM-118", PASSES, "described",
    "e:r a modelldcatno:Role; modelldcatno:hasObjectType e:o . e:o a modelldcatno:ObjectType "
    "." },
  { "SEM-118", FAILS, "role to nothing", "e:r a modelldcatno:Role ." },
  { "SEM-118", WARNS, "attribute without a type", "e:p a modelldcatno:Attribute ." },
  { "SEM-118", PASSES, "attribute with one",
    "e:p a modelldcatno:Attribute; modelldcatno:hasSimpleType e:t . e:t a "
    "modelldcatno:SimpleType ." },
  { "SEM-118", FAILS, "not described, own namespace",
    "e:r a modelldcatno:Role; modelldcatno:hasObjectType e:o ." },
  { "SEM-118", PASSES, "not described, elsewhere",
    "e:r a modelldcatno:Role; modelldcatno:hasObjectType <https://f.example/o> ." },
  { "SEM-118", FAILS, "attribute to a type that is not there",
    "e:p a modelldcatno:Attribute; modelldcatno:hasSimpleType e:t ." },
  { "SEM-118", NONE, "none", "e:o a modelldcatno:ObjectType ." },
  { "SEM-119", PASSES, "whole",
    "e:c a modelldcatno:CodeElement; skos:inScheme e:l; skos:prefLabel 'a'@nb; skos:notation "
    "'A' . e:l a modelldcatno:CodeList ." },
  { "SEM-119", FAILS, "no notation",
    "e:c a modelldcatno:CodeElement; skos:inScheme e:l; skos:prefLabel 'a'@nb . e:l a "
    "modelldcatno:CodeList ." },
  { "SEM-119", FAILS, "two notations",
    "e:c a modelldcatno:CodeElement; skos:inScheme e:l; skos:prefLabel 'a'@nb; skos:notation "
    "'A', 'B' . e:l a modelldcatno:CodeList ." },
  { "SEM-119", FAILS, "no list",
    "e:c a modelldcatno:CodeElement; skos:prefLabel 'a'@nb; skos:notation 'A' ." },
  { "SEM-119", FAILS, "equal notations",
    "e:c a modelldcatno:CodeElement; skos:inScheme e:l; skos:prefLabel 'a'@nb; skos:notation "
    "'A' . e:d a modelldcatno:CodeElement; skos:inScheme e:l; skos:prefLabel 'a'@nb; "
    "skos:notation 'A' . e:l a modelldcatno:CodeList ." },
  { "SEM-119", PASSES, "equal in two lists",
    "e:c a modelldcatno:CodeElement; skos:inScheme e:l; skos:prefLabel 'a'@nb; skos:notation "
    "'A' . e:d a modelldcatno:CodeElement; skos:inScheme e:n; skos:prefLabel 'a'@nb; "
    "skos:notation 'A' . e:n a modelldcatno:CodeList . e:l a modelldcatno:CodeList ." },
  { "SEM-119", WARNS, "no label",
    "e:c a modelldcatno:CodeElement; skos:inScheme e:l; skos:notation 'A' . e:l a "
    "modelldcatno:CodeList ." },
  { "SEM-119", NONE, "none", "e:o a modelldcatno:ObjectType ." },
  { "SEM-120", PASSES, "defined",
    "e:r a modelldcatno:ConstraintRule; modelldcatno:constrains e:o . e:o a "
    "modelldcatno:ObjectType ." },
  { "SEM-120", FAILS, "nothing", "e:r a modelldcatno:ConstraintRule ." },
  { "SEM-120", FAILS, "not defined",
    "e:r a modelldcatno:ConstraintRule; modelldcatno:constrains e:o ." },
  { "SEM-120", NONE, "none", "e:o a modelldcatno:ObjectType ." },
  { "SEM-121", PASSES, "consistent",
    "e:t a modelldcatno:SimpleType; xsd:minLength '1'^^xsd:nonNegativeInteger; xsd:maxLength "
    "'2'^^xsd:nonNegativeInteger ." },
  { "SEM-121", FAILS, "twice",
    "e:t a modelldcatno:SimpleType; xsd:minLength '1'^^xsd:nonNegativeInteger, "
    "'2'^^xsd:nonNegativeInteger ." },
  { "SEM-121", FAILS, "min more than max",
    "e:t a modelldcatno:SimpleType; xsd:minLength '3'^^xsd:nonNegativeInteger; xsd:maxLength "
    "'2'^^xsd:nonNegativeInteger ." },
  { "SEM-121", FAILS, "inclusive bounds",
    "e:t a modelldcatno:SimpleType; xsd:minInclusive '3'^^xsd:decimal; xsd:maxInclusive "
    "'2'^^xsd:decimal ." },
  { "SEM-121", FAILS, "length beside minLength",
    "e:t a modelldcatno:SimpleType; xsd:length '1'^^xsd:nonNegativeInteger; xsd:minLength "
    "'1'^^xsd:nonNegativeInteger ." },
  { "SEM-121", FAILS, "length beside maxLength",
    "e:t a modelldcatno:SimpleType; xsd:length '1'^^xsd:nonNegativeInteger; xsd:maxLength "
    "'1'^^xsd:nonNegativeInteger ." },
  { "SEM-121", FAILS, "a broken pattern", "e:t a modelldcatno:SimpleType; xsd:pattern '[a' ." },
  { "SEM-121", PASSES, "a pattern", "e:t a modelldcatno:SimpleType; xsd:pattern '[a-z]+' ." },
  { "SEM-121", NONE, "none", "e:o a modelldcatno:ObjectType ." },
  { "SEM-122", PASSES, "known",
    "e:m a modelldcatno:InformationModel; dct:title 'A'@nb; dct:publisher e:p; adms:status "
    "<http://purl.org/adms/status/Completed> ." },
  { "SEM-122", FAILS, "two",
    "e:m a modelldcatno:InformationModel; dct:title 'A'@nb; dct:publisher e:p; adms:status "
    "<http://purl.org/adms/status/Completed>, <http://purl.org/adms/status/Withdrawn> ." },
  { "SEM-122", FAILS, "other",
    "e:m a modelldcatno:InformationModel; dct:title 'A'@nb; dct:publisher e:p; adms:status "
    "<http://purl.org/adms/status/Nice> ." },
  { "SEM-122", FAILS, "literal",
    "e:m a modelldcatno:InformationModel; dct:title 'A'@nb; dct:publisher e:p; adms:status "
    "'ferdig' ." },
  { "SEM-122", NONE, "absent",
    "e:m a modelldcatno:InformationModel; dct:title 'A'@nb; dct:publisher e:p ." },
  { "SEM-123", PASSES, "elsewhere",
    "e:m a modelldcatno:InformationModel; dct:title 'A'@nb; dct:publisher e:p; dct:hasFormat "
    "e:f ." },
  { "SEM-123", WARNS, "none",
    "e:m a modelldcatno:InformationModel; dct:title 'A'@nb; dct:publisher e:p ." },
  { "SEM-123", FAILS, "literal",
    "e:m a modelldcatno:InformationModel; dct:title 'A'@nb; dct:publisher e:p; dct:hasFormat "
    "'xsd' ." },
  { "SEM-123", PASSES, "XSD",
    "e:m a modelldcatno:InformationModel; dct:title 'A'@nb; dct:publisher e:p; dct:hasFormat "
    "<https://etat.example/api> .",
    .rows = { "https://etat.example/api",
      "200\nContent-Type: application/xml\n\n<?xml "
      "version=\"1.0\"?><xs:schema "
      "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"/>" } },
  { "SEM-123", PASSES, "JSON Schema",
    "e:m a modelldcatno:InformationModel; dct:title 'A'@nb; dct:publisher e:p; dct:hasFormat "
    "<https://etat.example/api> .",
    .rows = { "https://etat.example/api",
      "200\nContent-Type: "
      "application/json\n\n{\"$schema\":\"https://json-schema.org/draft/"
      "2020-12/schema\"}" } },
  { "SEM-123", PASSES, "RDF",
    "e:m a modelldcatno:InformationModel; dct:title 'A'@nb; dct:publisher e:p; dct:hasFormat "
    "<https://etat.example/api> .",
    .rows = { "https://etat.example/api",
      "200\nContent-Type: text/turtle\n\n@prefix a: "
      "<http://a.example/> .\na:b a a:C .\n" } },
  { "SEM-123", WARNS, "a page",
    "e:m a modelldcatno:InformationModel; dct:title 'A'@nb; dct:publisher e:p; dct:hasFormat "
    "<https://etat.example/api> .",
    .rows = { "https://etat.example/api",
      "200\nContent-Type: text/html\n\n<!DOCTYPE "
      "html><html><body>XMLSchema</body></html>" } },
  { "SEM-123", FAILS, "404",
    "e:m a modelldcatno:InformationModel; dct:title 'A'@nb; dct:publisher e:p; dct:hasFormat "
    "<https://etat.example/api> .",
    .rows = { "https://etat.example/api",
      "404\n\n" } },
};
// clang-format on
const size_t sv_branches_models_count = sizeof sv_branches_models / sizeof sv_branches_models[0];
