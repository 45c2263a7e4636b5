// SPDX-License-Identifier: Apache-2.0
/* Descriptions as documents: their form, names and links, and their profile as a whole. */
#include "plugins/semantic/test/cases.h"

#define URL "https://etat.example/"
#define TTL                                                                                        \
  "@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> . "       \
  "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix e: <https://e.example/id/> . "   \
  "@prefix cv: <http://data.europa.eu/m8g/> . @prefix prov: <http://www.w3.org/ns/prov#> . "       \
  "@prefix vcard: <http://www.w3.org/2006/vcard/ns#> . @prefix xsd: "                              \
  "<http://www.w3.org/2001/XMLSchema#> . @prefix cpsv: <http://purl.org/vocab/cpsv#> . "           \
  "@prefix euvoc: <http://publications.europa.eu/ontology/euvoc#> . @prefix modelldcatno: "        \
  "<https://data.norge.no/vocabulary/modelldcatno#> . "
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
#define MODEL_OF(version, type, least)                                                             \
  TTL "e:m a modelldcatno:InformationModel; <http://www.w3.org/2002/07/owl#versionInfo> '" version \
      "'; modelldcatno:containsModelElement e:T . e:T a modelldcatno:ObjectType; "                 \
      "modelldcatno:hasProperty e:p . e:p a modelldcatno:Attribute; " type                         \
      "; modelldcatno:minOccurs '" least "' ."
#define MODEL_BEFORE MODEL_OF("1.1", "modelldcatno:hasSimpleType e:tekst", "0")
#define BOTH "e:p, e:q"
#define MODEL_NOW(properties, least)                                                               \
  TTL "e:m a modelldcatno:InformationModel; modelldcatno:containsModelElement e:T . e:T a "        \
      "modelldcatno:ObjectType; modelldcatno:hasProperty " properties                              \
      " . e:p a modelldcatno:Attribute; modelldcatno:hasSimpleType e:tekst . e:q a "               \
      "modelldcatno:Attribute; modelldcatno:minOccurs '" least "' ."
#define OWN "{\"endpoints\":[{\"id\":\"x\",\"kind\":\"dcat\",\"url\":\"" URL "\"}]}"
#define ASKED(form) URL "\nAccept: " form
#define SENT(form, body) "200\nContent-Type: " form "\n\n" body
#define XML                                                                                        \
  "<?xml version=\"1.0\"?><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "     \
  "xmlns:dcat=\"http://www.w3.org/ns/dcat#\"><dcat:Catalog "                                       \
  "rdf:about=\"https://e.example/id/a\"/></rdf:RDF>"
#define JSONLD                                                                                     \
  "{\"@id\":\"https://e.example/id/a\",\"@type\":\"http://www.w3.org/ns/dcat#Catalog\"}"
#define DATASET                                                                                    \
  TTL "e:d a dcat:Dataset; dct:title 'D'@nb; dct:description 'D'@nb; dct:publisher e:o; "          \
      "dcat:contactPoint e:k; dcat:theme "                                                         \
      "<http://publications.europa.eu/resource/authority/data-theme/GOVE> . "                      \
      "e:k a vcard:Organization; vcard:fn 'K'; vcard:hasEmail <mailto:k@e.example> . "
#define CONCEPT                                                                                    \
  TTL "e:b a skos:Concept; skos:prefLabel 'B'@nb, 'B'@nn; dct:identifier "                         \
      "'https://e.example/id/b'^^xsd:anyURI; dct:publisher e:o; dcat:contactPoint e:k . "          \
      "e:k a vcard:Organization; vcard:fn 'K'; vcard:hasEmail <mailto:k@e.example> . "

const struct sv_case_row sv_semantic_rdf_cases[] = {
  CASE("Turtle", "rdf.serialisation", "dcat", SV_PASSED, TTL "e:a a dcat:Catalog ."),
  CASE("a page with RDFa", "rdf.serialisation", "dcat", SV_FAILED,
       "<!doctype html><html><p typeof=\"dcat:Catalog\">x</p></html>"),
  CASE("rules of N3", "rdf.serialisation", "dcat", SV_FAILED,
       "@forAll <#x> . { <#x> a <#y> } => { <#x> a <#z> } ."),
  CASE("broken Turtle is not judged", "rdf.serialisation", "dcat", SV_CANT_TELL, "e:a a e:b ."),

  { "all three forms",
    "semantic.negotiation.forms",
    "dcat",
    SV_PASSED,
    { { ASKED("text/turtle"), SENT("text/turtle", TTL "e:a a dcat:Catalog .") },
      { ASKED("application/ld+json"), SENT("application/ld+json", JSONLD) },
      { ASKED("application/rdf+xml"), "406\n\n" } } },
  { "Turtle whatever is asked",
    "semantic.negotiation.forms",
    "dcat",
    SV_FAILED,
    { { URL, SENT("text/turtle", TTL "e:a a dcat:Catalog .") } } },
  { "a page in place of a form",
    "semantic.negotiation.forms",
    "dcat",
    SV_FAILED,
    { { URL, SENT("text/html", "<html>") } } },
  { "nothing but 406",
    "semantic.negotiation.forms",
    "dcat",
    SV_INAPPLICABLE,
    { { URL, "406\n\n" } } },
  { "the same in all forms",
    "semantic.negotiation.same-graph",
    "dcat",
    SV_PASSED,
    { { ASKED("text/turtle"), SENT("text/turtle", TTL "e:a a dcat:Catalog .") },
      { ASKED("application/ld+json"), SENT("application/ld+json", JSONLD) },
      { ASKED("application/rdf+xml"), SENT("application/rdf+xml", XML) } } },
  { "less in JSON-LD",
    "semantic.negotiation.same-graph",
    "dcat",
    SV_FAILED,
    { { ASKED("text/turtle"), SENT("text/turtle", TTL "e:a a dcat:Catalog; dct:title 'A' .") },
      { ASKED("application/ld+json"), SENT("application/ld+json", JSONLD) },
      { ASKED("application/rdf+xml"), SENT("application/rdf+xml", XML) } } },
  { "other words in RDF/XML",
    "semantic.negotiation.same-graph",
    "dcat",
    SV_FAILED,
    { { ASKED("text/turtle"), SENT("text/turtle", TTL "e:b a dcat:Catalog .") },
      { ASKED("application/ld+json"), "406\n\n" },
      { ASKED("application/rdf+xml"), SENT("application/rdf+xml", XML) } } },
  { "one form only",
    "semantic.negotiation.same-graph",
    "dcat",
    SV_INAPPLICABLE,
    { { URL, SENT("text/turtle", TTL "e:a a dcat:Catalog .") } } },

  CASE("JSON-LD of a catalogue", "rdf.json-ld", "dcat", SV_PASSED, JSONLD),
  CASE("a type without a context", "rdf.json-ld", "dcat", SV_FAILED,
       "{\"@graph\":[{\"@id\":\"https://e.example/id/a\",\"@type\":\"Dataset\"}," JSONLD "]}"),
  CASE("nothing of DCAT", "rdf.json-ld", "dcat", SV_FAILED,
       "{\"@id\":\"https://e.example/id/a\",\"@type\":\"http://schema.org/Dataset\"}"),
  { "a context that is not there",
    "semantic.rdf.json-ld",
    "dcat",
    SV_CANT_TELL,
    { { "https://e.example/c", "404\n\n" } },
    .documents = { { "dcat", "{\"@context\":\"https://e.example/c\",\"@type\":\"Dataset\"}" } } },
  { "the form that is asked for",
    "semantic.rdf.json-ld",
    "dcat",
    SV_PASSED,
    { { ASKED("text/turtle"), "406\n\n" },
      { ASKED("application/rdf+xml"), "406\n\n" },
      { ASKED("application/ld+json"), SENT("application/ld+json", JSONLD) } },
    .documents = { { "dcat", TTL "e:a a dcat:Catalog ." } } },
  CASE("names that are mapped", "rdf.json-ld-terms", "dcat", SV_PASSED,
       "{\"@context\":{\"t\":\"http://purl.org/dc/terms/"
       "title\",\"note\":null},\"t\":\"A\",\"note\":"
       "1}"),
  CASE("nothing at all", "rdf.json-ld-terms", "dcat", SV_INAPPLICABLE, "{}"),
  CASE("a name that is not", "rdf.json-ld-terms", "dcat", SV_FAILED,
       "{\"@context\":{\"t\":\"http://purl.org/dc/terms/title\"},\"t\":\"A\",\"title\":\"B\"}"),

  CASE("the right namespaces", "rdf.namespaces", "dcat", SV_PASSED,
       TTL "e:a a dcat:Catalog; <https://e.example/own#x> 1 ."),
  CASE("no hash", "rdf.namespaces", "dcat", SV_FAILED,
       "@prefix d: <http://www.w3.org/ns/dcat> . <a> a d:Catalog ."),
  CASE("no slash", "rdf.namespaces", "dcat", SV_FAILED,
       "@prefix r: <http://data.europa.eu/r5r> . <a> r:availability <b> ."),
  CASE("https", "rdf.namespaces", "dcat", SV_FAILED,
       "@prefix d: <https://www.w3.org/ns/dcat#> . <a> a d:Catalog ."),
  CASE("a letter too few", "rdf.namespaces", "dcat", SV_FAILED,
       "@prefix d: <http://www.w3.org/ns/dct#> . <a> a d:Catalog ."),
  CASE("the page of the vocabulary", "rdf.namespaces", "skos", SV_FAILED,
       "@prefix x: <http://rdf-vocabulary.ddialliance.org/xkos.html#> . <a> x:next <b> ."),
  CASE("terms that exist", "rdf.terms", "dcat", SV_PASSED,
       TTL "e:a a dcat:Dataset; dcat:keyword 'a'; dcat:inSeries e:s; cv:hasCost e:c ."),
  CASE("another's term", "rdf.terms", "dcat", SV_FAILED,
       TTL "e:a a dcat:Dataset; dct:keyword 'a' ."),
  CASE("nearly a term of a list that is not whole", "rdf.terms", "dcat", SV_FAILED,
       TTL "e:a a dcat:Dataset; cv:hasCompetentAutority e:c ."),
  CASE("a term that may be in a list that is not whole", "rdf.terms", "dcat", SV_PASSED,
       TTL "e:a a dcat:Dataset; dct:title 'A'; cv:somethingWeHaveNotSeen e:c ."),

  CASE("named", "iri.named", "dcat", SV_PASSED,
       TTL "e:a a dcat:Dataset; dcat:distribution [ a dcat:Distribution ] ."),
  CASE("a blank data set", "iri.named", "dcat", SV_FAILED,
       TTL "e:a a dcat:Catalog; dcat:dataset [ a dcat:Dataset ] ."),
  CASE("a blank concept in a collection", "iri.named", "skos", SV_FAILED,
       TTL "e:a a skos:Collection; skos:member [ a skos:Concept ] ."),
  CASE("a lasting name", "iri.lasting", "dcat", SV_PASSED, TTL "e:a a dcat:Dataset ."),
  CASE("a urn", "iri.lasting", "dcat", SV_FAILED, TTL "<urn:uuid:1> a dcat:Dataset ."),
  CASE("this machine", "iri.lasting", "dcat", SV_FAILED,
       TTL "<http://localhost/d> a dcat:Dataset ."),
  CASE("a port", "iri.lasting", "dcat", SV_FAILED,
       TTL "<https://e.example:8443/d> a dcat:Dataset ."),
  CASE("a query", "iri.lasting", "dcat", SV_FAILED,
       TTL "<https://e.example/d?id=1> a dcat:Dataset ."),
  CASE("a file", "iri.lasting", "dcat", SV_FAILED,
       TTL "<https://e.example/d.aspx> a dcat:Dataset ."),
  CASE("a version", "iri.lasting", "dcat", SV_FAILED,
       TTL "<https://v2.e.example/d> a dcat:Dataset ."),
  { "it leads to a description",
    "semantic.iri.leads",
    "dcat",
    SV_PASSED,
    { { URL "d/1", "303\nLocation: /katalog\n\n" } },
    .target = OWN,
    .documents = { { "dcat", TTL "<https://etat.example/d/1> a dcat:Dataset ." } } },
  { "it leads nowhere",
    "semantic.iri.leads",
    "dcat",
    SV_FAILED,
    { { URL "d/1", "404\n\n" } },
    .target = OWN,
    .documents = { { "dcat", TTL "<https://etat.example/d/1> a dcat:Dataset ." } } },
  { "there is no answer",
    "semantic.iri.leads",
    "dcat",
    SV_CANT_TELL,
    { { URL "d/1", "!timeout" } },
    .target = OWN,
    .documents = { { "dcat", TTL "<https://etat.example/d/1> a dcat:Dataset ." } } },
  { "another's host is not asked",
    "semantic.iri.leads",
    "dcat",
    SV_INAPPLICABLE,
    { { 0 } },
    .target = OWN,
    .documents = { { "dcat", TTL "e:a a dcat:Dataset ." } } },
  CASE("well formed", "iri.well-formed", "dcat", SV_PASSED,
       TTL "e:a a dcat:Dataset; dcat:landingPage <https://e.example/bl\xC3\xA5%20side> ."),
  CASE("a percent sign alone", "iri.well-formed", "dcat", SV_FAILED,
       TTL "e:a a dcat:Dataset; dcat:landingPage <https://e.example/100%> ."),
  CASE("one name", "iri.same-thing", "dcat", SV_PASSED,
       TTL "e:a a dcat:Catalog; dcat:dataset e:b . e:b a dcat:Dataset ."),
  CASE("a slash at the end", "iri.same-thing", "dcat", SV_FAILED,
       TTL "e:a a dcat:Catalog; dcat:dataset <https://e.example/id/b/> . e:b a dcat:Dataset ."),
  TWO("another scheme in another document", "iri.same-thing", "dcat", SV_FAILED,
      TTL "e:a a dcat:Dataset; dct:subject <http://www.e.example/id/begrep> .", "skos",
      TTL "e:begrep a skos:Concept ."),
  CASE("no description of two forms", "iri.same-thing", "dcat", SV_PASSED,
       TTL "e:a a dcat:Dataset; dcat:landingPage <http://e.example/x>, <https://e.example/x> ."),
  TWO("described in another document", "iri.references", "dcat", SV_PASSED,
      TTL "e:a a dcat:Dataset; dct:subject <https://e.example/begrep/b> .", "skos",
      TTL "<https://e.example/begrep/b> a skos:Concept ."),
  TWO("its neighbours are described", "iri.references", "dcat", SV_FAILED,
      TTL "e:a a dcat:Dataset; dct:subject <https://e.example/begrep/c> .", "skos",
      TTL "<https://e.example/begrep/b> a skos:Concept ."),
  { "its address is gone",
    "semantic.iri.references",
    "dcat",
    SV_FAILED,
    { { URL "k", "410\n\n" } },
    .target = OWN,
    .documents = { { "dcat", TTL "<https://etat.example/d/1> a dcat:Dataset; dcat:contactPoint "
                                 "<https://etat.example/k> ." } } },
  CASE("a page beside what is described", "iri.references", "dcat", SV_INAPPLICABLE,
       TTL "e:a a dcat:Dataset; dcat:landingPage e:side ."),
  CASE("nothing tells", "iri.references", "dcat", SV_INAPPLICABLE,
       TTL "e:a a dcat:Dataset; dct:subject <https://e.example/begrep/c> ."),

  CASE("conforms", "profile.dcat-ap-no", "dcat", SV_PASSED, DATASET),
  CASE("lacks a description", "profile.dcat-ap-no", "dcat", SV_FAILED,
       TTL "e:d a dcat:Dataset; dct:title 'D'@nb ."),
  CASE("nothing in focus", "profile.dcat-ap-no", "dcat", SV_INAPPLICABLE, TTL "e:a a e:b ."),
  CASE("what is advised", "profile.dcat-ap-no-advice", "dcat", SV_PASSED, DATASET),
  CASE("a value outside its list", "profile.dcat-ap-no-advice", "dcat", SV_FAILED,
       DATASET "@prefix prov: <http://www.w3.org/ns/prov#> . e:d prov:wasGeneratedBy e:x ."),
  CASE("nothing in focus", "profile.dcat-ap-no-advice", "dcat", SV_INAPPLICABLE, TTL "e:a a e:b ."),
  CASE("every part as advised", "profile.dcat-ap-no-parts-advice", "dcat", SV_PASSED,
       TTL "e:d a dcat:Dataset; dct:title 'Units'@en; dct:description 'All units that are in the "
           "register today.'@en ."),
  CASE("a description that is the title", "profile.dcat-ap-no-parts-advice", "dcat", SV_FAILED,
       TTL "e:d a dcat:Dataset; dct:title 'The units of the register'@en; dct:description 'The "
           "units of the register'@en ."),
  CASE("a title that is blank", "profile.dcat-ap-no-parts", "dcat", SV_FAILED,
       DATASET "e:d dct:title ' '@nn ."),
  CASE("every part is whole", "profile.dcat-ap-no-parts", "dcat", SV_PASSED, DATASET),
  CASE("a service lacks its address", "profile.dcat-ap-no-parts", "dcat", SV_FAILED,
       DATASET "e:s a dcat:DataService; dct:title 'S'@nb; dct:publisher e:o; dcat:contactPoint e:k "
               "."),
  CASE("what is wrong elsewhere", "profile.dcat-ap-no-parts", "dcat", SV_PASSED,
       DATASET "e:d dct:language 'norsk' ."),
  CASE("conforms", "profile.cpsv-ap-no", "cpsv", SV_PASSED,
       TTL "e:r a cpsv:Rule; dct:identifier '1'; dct:title 'R'@nb; dct:description 'R'@nb ."),
  CASE("lacks a description", "profile.cpsv-ap-no", "cpsv", SV_FAILED,
       TTL "e:r a cpsv:Rule; dct:identifier '1'; dct:title 'R'@nb ."),
  CASE("what is advised", "profile.cpsv-ap-no-advice", "cpsv", SV_PASSED,
       TTL "e:r a cpsv:Rule; dct:identifier '1'; dct:title 'R'@nb; dct:description 'R'@nb ."),
  CASE("a value outside its list", "profile.cpsv-ap-no-advice", "cpsv", SV_FAILED,
       TTL "e:e a cv:Event; dct:identifier '1'; dct:title 'E'@nb; dct:type e:x ."),
  CASE("what is advised", "profile.skos-ap-no-advice", "skos", SV_PASSED,
       CONCEPT "e:b skos:definition 'd'@nb ."),
  CASE("a value outside its list", "profile.skos-ap-no-advice", "skos", SV_FAILED,
       CONCEPT "e:b skos:definition 'd'@nb; euvoc:status e:x ."),
  CASE("conforms", "profile.skos-ap-no", "skos", SV_PASSED, CONCEPT "e:b skos:definition 'd'@nb ."),
  CASE("no definition", "profile.skos-ap-no", "skos", SV_FAILED, CONCEPT),
  CASE("conforms", "profile.modelldcat-ap-no", "modelldcat", SV_PASSED,
       TTL "e:m a modelldcatno:InformationModel; dct:title 'M'@nb; dct:publisher e:o ."),
  CASE("no title", "profile.modelldcat-ap-no", "modelldcat", SV_FAILED,
       TTL "e:m a modelldcatno:ObjectType ."),
  TWO("a version with more", "model.stable", "modelldcat", SV_PASSED, MODEL_NOW(BOTH, "0"),
      "modelldcat-previous", MODEL_BEFORE),
  TWO("a property that is gone", "model.stable", "modelldcat", SV_FAILED,
      TTL "e:m a modelldcatno:InformationModel; modelldcatno:containsModelElement e:T . "
          "e:T a modelldcatno:ObjectType .",
      "modelldcat-previous", MODEL_BEFORE),
  TWO("a property that the type has no more", "model.stable", "modelldcat", SV_FAILED,
      MODEL_NOW("e:q", "0"), "modelldcat-previous", MODEL_BEFORE),
  TWO("a new property that must be there", "model.stable", "modelldcat", SV_FAILED,
      MODEL_NOW(BOTH, "1"), "modelldcat-previous", MODEL_BEFORE),
  TWO("another type", "model.stable", "modelldcat", SV_FAILED,
      MODEL_OF("1.2", "modelldcatno:hasSimpleType e:tall", "0"), "modelldcat-previous",
      MODEL_BEFORE),
  TWO("newly required", "model.stable", "modelldcat", SV_FAILED,
      MODEL_OF("1.2", "modelldcatno:hasSimpleType e:tekst", "1"), "modelldcat-previous",
      MODEL_BEFORE),
  TWO("another kind of part", "model.stable", "modelldcat", SV_FAILED,
      TTL "e:m a modelldcatno:InformationModel; modelldcatno:containsModelElement e:T . "
          "e:T a modelldcatno:ObjectType; modelldcatno:hasProperty e:p . e:p a modelldcatno:Role; "
          "modelldcatno:hasSimpleType e:tekst .",
      "modelldcat-previous", MODEL_BEFORE),
  TWO("fewer of them", "model.stable", "modelldcat", SV_FAILED,
      MODEL_OF("1.2", "modelldcatno:hasSimpleType e:tekst; modelldcatno:maxOccurs '1'", "0"),
      "modelldcat-previous",
      MODEL_OF("1.1", "modelldcatno:hasSimpleType e:tekst; modelldcatno:maxOccurs '*'", "0")),
  TWO("a code that the list has no more", "model.stable", "modelldcat", SV_FAILED,
      TTL "e:l a modelldcatno:CodeList . e:k a modelldcatno:CodeElement; skos:inScheme e:other .",
      "modelldcat-previous",
      TTL "e:l a modelldcatno:CodeList . e:k a modelldcatno:CodeElement; skos:inScheme e:l ."),
  TWO("a new major version", "model.stable", "modelldcat", SV_INAPPLICABLE,
      MODEL_OF("2.0", "modelldcatno:hasSimpleType e:tall", "1"), "modelldcat-previous",
      MODEL_BEFORE),
  TWO("a model that took the place of another", "model.stable", "modelldcat", SV_PASSED,
      TTL "<urn:m:2> a modelldcatno:InformationModel; dct:replaces <urn:m:1> . "
          "<urn:m:2/T> a modelldcatno:ObjectType .",
      "modelldcat-previous",
      TTL "<urn:m:1> a modelldcatno:InformationModel . <urn:m:1/T> a modelldcatno:ObjectType ."),
  TWO("a version before that cannot be read", "model.stable", "modelldcat", SV_CANT_TELL,
      MODEL_NOW(BOTH, "0"), "modelldcat-previous", "<html>"),
  CASE("no version before of the model", "model.stable", "modelldcat", SV_INAPPLICABLE,
       MODEL_NOW(BOTH, "0")),
};
const size_t sv_semantic_rdf_case_count =
    sizeof sv_semantic_rdf_cases / sizeof sv_semantic_rdf_cases[0];
