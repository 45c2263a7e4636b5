// SPDX-License-Identifier: Apache-2.0
/* Documents that are handed over, and payloads judged by them. */
#include "plugins/semantic/test/cases.h"

#define URL "https://etat.example/"
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
#define DRAFT "\"$schema\":\"https://json-schema.org/draft/2020-12/schema\","
#define BY(kind, member, reference)                                                                \
  "{\"samples\":{\"payloads\":[{\"endpoint\":\"" kind "\",\"" member "\":\"" reference "\"}]}}"
#define JSON(body)                                                                                 \
  {                                                                                                \
    {                                                                                              \
      URL, "200\nContent-Type: application/json\n\n" body                                          \
    }                                                                                              \
  }
#define XSD                                                                                        \
  "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"><xs:element name=\"a\" "               \
  "type=\"xs:int\"/></xs:schema>"
#define NAMED                                                                                      \
  "<a xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "                                    \
  "xsi:noNamespaceSchemaLocation=\"a.xsd\">one</a>"
#define SCH_WARNS                                                                                  \
  "<schema xmlns=\"http://purl.oclc.org/dsdl/schematron\" queryBinding=\"xslt\"><pattern><rule "   \
  "context=\"a\"><assert id=\"few\" role=\"warning\" test=\". &lt; 10\">few</assert></rule>"       \
  "</pattern></schema>"
#define SCH                                                                                        \
  "<schema xmlns=\"http://purl.oclc.org/dsdl/schematron\" queryBinding=\"xslt\"><pattern><rule "   \
  "context=\"a\"><assert id=\"few\" test=\". &lt; 10\">few</assert></rule></pattern></schema>"
#define TTL                                                                                        \
  "@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> . "       \
  "@prefix e: <https://e.example/id/> . @prefix locn: <http://www.w3.org/ns/locn#> . @prefix "     \
  "geo: "                                                                                          \
  "<http://www.opengis.net/ont/geosparql#> . @prefix sh: <http://www.w3.org/ns/shacl#> . "
#define PLACE(value) TTL "e:a a dct:Location; dcat:bbox " value " ."
#define OWN "{\"endpoints\":[{\"url\":\"" URL "\"}]}"
#define FILE_AT                                                                                    \
  TTL "e:a a dcat:Distribution; dcat:downloadURL <https://etat.example/a.csv>; dct:format "        \
      "<http://publications.europa.eu/resource/authority/file-type/CSV> ."
#define CSV(text, outcome, body)                                                                   \
  {                                                                                                \
    text, "semantic.payload.csv", "dcat", outcome,                                                 \
        { { URL "a.csv", "200\nContent-Type: text/csv\n\n" body } }, .target = OWN, .documents = { \
          { "dcat", FILE_AT }                                                                      \
        }                                                                                          \
  }
#define SHA "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
#define RESULT(outcome, duration)                                                                  \
  "{\"run\":{\"tool\":{\"version\":\"1\"},\"plugins\":[{\"name\":\"a\",\"sha256\":\"" SHA          \
  "\"}]},\"profile\":{\"sha256\":\"" SHA "\"},\"exchanges\":[{\"n\":1,\"status\":200,"             \
  "\"bodySha256\":\"" SHA "\"}],\"results\":[{\"check\":\"a.b.c\",\"durationMs\":" duration        \
  ",\"outcome\":\"" outcome "\""                                                                   \
  "}]"                                                                                             \
  "}"

const struct sv_case_row sv_semantic_handed_cases[] = {
  CASE("valid", "schema.valid", "json-schema", SV_PASSED,
       "{" DRAFT "\"properties\":{\"a\":{\"$ref\":\"#/$defs/A\"}},\"$defs\":{\"A\":{\"type\":"
       "\"string\"}}}"),
  CASE("an unknown type", "schema.valid", "json-schema", SV_FAILED, "{" DRAFT "\"type\":\"text\"}"),
  CASE("a reference to nothing", "schema.valid", "json-schema", SV_FAILED,
       "{" DRAFT "\"$ref\":\"#/$defs/B\"}"),
  CASE("no JSON", "schema.valid", "json-schema", SV_FAILED, "{"),
  CASE("a draft and its words", "schema.wording", "json-schema", SV_PASSED,
       "{" DRAFT "\"properties\":{\"requierd\":{\"type\":\"string\",\"x-a\":1,\"@id\":\"b\"}}}"),
  CASE("no draft", "schema.wording", "json-schema", SV_FAILED, "{\"type\":\"string\"}"),
  CASE("a misspelt keyword", "schema.wording", "json-schema", SV_FAILED,
       "{" DRAFT "\"properties\":{\"a\":{\"items\":{\"requierd\":[\"b\"]}}}}"),
  CASE("a keyword of another draft", "schema.wording", "json-schema", SV_FAILED,
       "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"$defs\":{}}"),
  CASE("a keyword in a value", "schema.wording", "json-schema", SV_PASSED,
       "{" DRAFT "\"const\":{\"requierd\":1},\"default\":{\"a\":1}}"),
  CASE("no valid schema", "schema.wording", "json-schema", SV_INAPPLICABLE, "{\"type\":\"text\"}"),
  { "another's document that is there",
    "semantic.schema.valid",
    "json-schema",
    SV_PASSED,
    { { "https://e.example/b.json", "200\n\n{\"type\":\"string\"}" } },
    .documents = { { "json-schema", "{" DRAFT "\"$ref\":\"https://e.example/b.json\"}" } } },
  { "another's document that is gone",
    "semantic.schema.valid",
    "json-schema",
    SV_FAILED,
    { { "https://e.example/b.json", "404\n\n" } },
    .documents = { { "json-schema", "{" DRAFT "\"$ref\":\"https://e.example/b.json\"}" } } },
  { "another's document that does not answer",
    "semantic.schema.valid",
    "json-schema",
    SV_CANT_TELL,
    { { "https://e.example/b.json", "!timeout" } },
    .documents = { { "json-schema", "{" DRAFT "\"$ref\":\"https://e.example/b.json\"}" } } },
  TWO("one property more", "schema.stable", "json-schema", SV_PASSED,
      "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"},\"b\":{\"type\":\"string\"}"
      "}}",
      "json-schema-previous", "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}"),
  TWO("one less", "schema.stable", "json-schema", SV_FAILED,
      "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}", "json-schema-previous",
      "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"},\"b\":{\"type\":\"string\"}"
      "}}"),
  TWO("another type", "schema.stable", "json-schema", SV_FAILED,
      "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\"}}}", "json-schema-previous",
      "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}"),
  TWO("newly required", "schema.stable", "json-schema", SV_FAILED,
      "{\"type\":\"object\",\"required\":[\"a\"],\"properties\":{\"a\":{\"type\":\"string\"}}}",
      "json-schema-previous", "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}"),
  TWO("a value less", "schema.stable", "json-schema", SV_FAILED,
      "{\"type\":\"object\",\"properties\":{\"a\":{\"enum\":[\"x\"]}}}", "json-schema-previous",
      "{\"type\":\"object\",\"properties\":{\"a\":{\"enum\":[\"x\",\"y\"]}}}"),
  TWO("a new major version", "schema.stable", "json-schema", SV_INAPPLICABLE,
      "{\"$id\":\"https://e.example/v2/a.json\",\"type\":\"object\"}", "json-schema-previous",
      "{\"$id\":\"https://e.example/v1/"
      "a.json\",\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}"),
  TWO("a version that is no longer said", "schema.stable", "json-schema", SV_FAILED,
      "{\"type\":\"object\"}", "json-schema-previous",
      "{\"$id\":\"https://e.example/v1/"
      "a.json\",\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}"),
  CASE("no version before", "schema.stable", "json-schema", SV_INAPPLICABLE, "{}"),
  { "follows its schema", "semantic.payload.schema", "api", SV_PASSED, JSON("{\"a\":\"x\"}"),
    .target = BY("api", "schema", "json-schema"),
    .documents = { { "json-schema", "{\"properties\":{\"a\":{\"type\":\"string\"}}}" } } },
  { "does not", "semantic.payload.schema", "api", SV_FAILED, JSON("{\"a\":1}"),
    .target = BY("api", "schema", "json-schema"),
    .documents = { { "json-schema", "{\"properties\":{\"a\":{\"type\":\"string\"}}}" } } },
  { "a format", "semantic.payload.schema", "api", SV_FAILED, JSON("{\"a\":\"16.02.2026\"}"),
    .target = BY("api", "schema", "json-schema"),
    .documents = { { "json-schema", "{\"properties\":{\"a\":{\"format\":\"date\"}}}" } } },
  { "a part of it", "semantic.payload.schema", "api", SV_FAILED,
    JSON("[{\"data\":1},{\"data\":\"x\"}]"),
    .target = "{\"samples\":{\"payloads\":[{\"endpoint\":\"api\",\"part\":\"$[*].data\",\"schema\":"
              "\"json-schema\"}]}}",
    .documents = { { "json-schema", "{\"type\":\"integer\"}" } } },
  { "a schema that is not there",
    "semantic.payload.schema",
    "api",
    SV_CANT_TELL,
    { { URL, "200\n\n{}" }, { URL "skjema", "404\n\n" } },
    .target = BY("api", "schema", "skjema") },
  { "no schema", "semantic.payload.schema", "api", SV_INAPPLICABLE, JSON("{}") },

  { "valid",
    "semantic.xml.schema",
    "xml",
    SV_PASSED,
    { { 0 } },
    .target = BY("xml", "schema", "xsd"),
    .documents = { { "xml", "<a>1</a>" }, { "xsd", XSD } } },
  { "invalid",
    "semantic.xml.schema",
    "xml",
    SV_FAILED,
    { { 0 } },
    .target = BY("xml", "schema", "xsd"),
    .documents = { { "xml", "<a>one</a>" }, { "xsd", XSD } } },
  { "the schema that it names itself",
    "semantic.xml.schema",
    "xml",
    SV_FAILED,
    { { URL "a.xsd", "200\n\n" XSD } },
    .documents = { { "xml", NAMED } } },
  CASE("not well-formed", "xml.schema", "xml", SV_FAILED, "<a>"),
  CASE("nothing tells the schema", "xml.schema", "xml", SV_INAPPLICABLE, "<a>1</a>"),
  CASE("nothing tells the schema", "xml.schema-named", "xml", SV_FAILED, "<a>1</a>"),
  CASE("not well-formed", "xml.schema-named", "xml", SV_INAPPLICABLE, "<a>"),
  CASE("a schema itself", "xml.schema-named", "xml", SV_INAPPLICABLE, XSD),
  CASE("it names one", "xml.schema-named", "xml", SV_PASSED, NAMED),
  { "the schema that it names is gone",
    "semantic.xml.schema",
    "xml",
    SV_CANT_TELL,
    { { URL "a.xsd", "404\n\n" } },
    .documents = { { "xml", NAMED } } },
  { "the target names one",
    "semantic.xml.schema-named",
    "xml",
    SV_PASSED,
    { { 0 } },
    .target = BY("xml", "schema", "xsd"),
    .documents = { { "xml", "<a>1</a>" }, { "xsd", XSD } } },
  { "a rule that warns",
    "semantic.xml.schematron",
    "xml",
    SV_PASSED,
    { { 0 } },
    .target = BY("xml", "schematron", "schematron"),
    .documents = { { "xml", "<a>10</a>" }, { "schematron", SCH_WARNS } } },
  { "a rule that warns",
    "semantic.xml.schematron-warnings",
    "xml",
    SV_FAILED,
    { { 0 } },
    .target = BY("xml", "schematron", "schematron"),
    .documents = { { "xml", "<a>10</a>" }, { "schematron", SCH_WARNS } } },
  { "an error is no warning",
    "semantic.xml.schematron-warnings",
    "xml",
    SV_PASSED,
    { { 0 } },
    .target = BY("xml", "schematron", "schematron"),
    .documents = { { "xml", "<a>10</a>" }, { "schematron", SCH } } },
  CASE("a schema itself", "xml.schema", "xml", SV_INAPPLICABLE, XSD),
  { "keeps the rules",
    "semantic.xml.schematron",
    "xml",
    SV_PASSED,
    { { 0 } },
    .target = BY("xml", "schematron", "schematron"),
    .documents = { { "xml", "<a>1</a>" }, { "schematron", SCH } } },
  { "breaks one",
    "semantic.xml.schematron",
    "xml",
    SV_FAILED,
    { { 0 } },
    .target = BY("xml", "schematron", "schematron"),
    .documents = { { "xml", "<a>10</a>" }, { "schematron", SCH } } },
  { "nothing the rules are about",
    "semantic.xml.schematron",
    "xml",
    SV_INAPPLICABLE,
    { { 0 } },
    .target = BY("xml", "schematron", "schematron"),
    .documents = { { "xml", "<b/>" }, { "schematron", SCH } } },
  { "rules that cannot be used",
    "semantic.xml.schematron",
    "xml",
    SV_CANT_TELL,
    { { 0 } },
    .target = BY("xml", "schematron", "schematron"),
    .documents = { { "xml", "<a/>" }, { "schematron", "<schema/>" } } },

  CSV("a table", SV_PASSED, "a;b\r\n1;\"x;\"\"y\"\"\"\r\n"),
  CSV("ragged", SV_FAILED, "a;b\n1;2\n3\n"),
  CSV("two names alike", SV_FAILED, "a;a\n1;2\n"),
  CSV("no name", SV_FAILED, "a;;c\n1;2;3\n"),
  CSV("an open quote", SV_FAILED, "a;b\n1;\"2\n"),
  CSV("a quote in text", SV_FAILED, "a;b\n1;2\"3\n"),
  CSV("after a quote", SV_FAILED, "a;b\n\"1\"2;3\n"),
  CSV("decimal commas", SV_FAILED, "a,b\n1,\"2,5\"\n"),
  CSV("Latin-1", SV_FAILED, "a;b\n1;bl\xE5\n"),
  CSV("one column", SV_PASSED, "navn\nA\nB\n"),
  CSV("empty", SV_FAILED, "\n"),

  CASE("WKT", "payload.geometry", "dcat", SV_PASSED,
       PLACE("'POLYGON((4 57,32 57,32 72,4 72,4 57))'^^geo:wktLiteral")),
  CASE("WKT with a system", "payload.geometry", "dcat", SV_PASSED,
       PLACE("'<http://www.opengis.net/def/crs/EPSG/0/25833> POINT Z (600000 6600000 "
             "1e1)'^^geo:wktLiteral")),
  CASE("GeoJSON", "payload.geometry", "dcat", SV_PASSED,
       PLACE("'{\"type\":\"Point\",\"coordinates\":[10.7,59.9]}'^^geo:geoJSONLiteral")),
  CASE("GML", "payload.geometry", "dcat", SV_PASSED,
       PLACE("'<Envelope xmlns=\"http://www.opengis.net/gml\"/>'^^geo:gmlLiteral")),
  CASE("no datatype", "payload.geometry", "dcat", SV_PASSED, PLACE("'POINT(10.7 59.9)'")),
  CASE("cut off", "payload.geometry", "dcat", SV_FAILED, PLACE("'POLYGON((4 57,32 57'")),
  CASE("latitude first", "payload.geometry", "dcat", SV_FAILED, PLACE("'POINT(59.9 107)'")),
  CASE("west of east", "payload.geometry", "dcat", SV_FAILED, PLACE("'ENVELOPE(32, 4, 72, 57)'")),
  CASE("GeoJSON without a type", "payload.geometry", "dcat", SV_FAILED,
       PLACE("'{\"coordinates\":[10.7,59.9]}'^^geo:geoJSONLiteral")),
  CASE("two", "payload.geometry", "dcat", SV_FAILED, PLACE("'POINT(1 2)', 'POINT(3 4)'")),
  CASE("an IRI", "payload.geometry", "modelldcat", SV_FAILED,
       TTL "e:a locn:geometry <https://e.example/g> ."),
  CASE("none", "payload.geometry", "dcat", SV_INAPPLICABLE, TTL "e:a a dct:Location ."),

  CASE("terms of SHACL", "shapes.terms", "shacl", SV_PASSED,
       TTL "e:s a sh:NodeShape; sh:targetClass dcat:Dataset; sh:property [ sh:path dct:title; "
           "sh:minCount 1 ] ."),
  CASE("a misspelt term", "shapes.terms", "shacl", SV_FAILED,
       TTL "e:s a sh:NodeShape; sh:targetClass dcat:Dataset; sh:propertye [ sh:path dct:title; "
           "sh:minCount 1 ] ."),
  CASE("a misspelt severity", "shapes.terms", "shacl", SV_FAILED,
       TTL "e:s a sh:NodeShape; sh:targetClass dcat:Dataset; sh:property [ sh:path dct:title; "
           "sh:minCount 1; sh:severity sh:Voilation ] ."),
  CASE("no rules", "shapes.terms", "shacl", SV_FAILED, TTL "e:s a dcat:Dataset ."),
  CASE("broken", "shapes.terms", "shacl", SV_FAILED, "e:s a"),
  CASE("a target and its shapes", "shapes.doubts", "shacl", SV_PASSED,
       TTL "e:s a sh:NodeShape; sh:targetClass dcat:Dataset; sh:property [ sh:path dct:title; "
           "sh:minCount 1 ] ."),
  CASE("a rule that nobody uses", "shapes.doubts", "shacl", SV_FAILED,
       TTL "e:s a sh:NodeShape; sh:targetClass dcat:Dataset; sh:property [ sh:path dct:title; "
           "sh:minCount 1 ] . e:p a sh:PropertyShape; sh:path dct:type; sh:minCount 1 ."),
  CASE("a rule that nobody uses", "shapes.terms", "shacl", SV_PASSED,
       TTL "e:s a sh:NodeShape; sh:targetClass dcat:Dataset; sh:property [ sh:path dct:title; "
           "sh:minCount 1 ] . e:p a sh:PropertyShape; sh:path dct:type; sh:minCount 1 ."),
  CASE("broken", "shapes.doubts", "shacl", SV_INAPPLICABLE, "e:s a"),
  { "all comes back, but not all was given",
    "semantic.shapes.passes-on",
    "dcat-given",
    SV_CANT_TELL,
    { { URL "b", "200\nContent-Type: text/turtle\n\n" TTL "e:d a dcat:Dataset; dct:title 'A' ." } },
    .target = "{\"samples\":{\"passed-on\":\"" URL "b\"}}",
    .documents = { { "dcat-given", TTL "e:d a dcat:Dataset; dct:title 'A' ." } } },
  /* The document is the reference service's, read by the test. */
  { "all comes back",
    "semantic.shapes.passes-on",
    "dcat-given",
    SV_PASSED,
    { { URL "b", NULL } },
    .target = "{\"samples\":{\"passed-on\":\"" URL "b\"}}",
    .documents = { { "dcat-given", NULL } } },
  { "a title is lost",
    "semantic.shapes.passes-on",
    "dcat-given",
    SV_FAILED,
    { { URL "b", "200\nContent-Type: text/turtle\n\n" TTL "e:d a dcat:Dataset ." } },
    .target = "{\"samples\":{\"passed-on\":\"" URL "b\"}}",
    .documents = { { "dcat-given", TTL "e:d a dcat:Dataset; dct:title 'A' ." } } },
  CASE("nowhere to look", "shapes.passes-on", "dcat-given", SV_INAPPLICABLE, TTL "e:d a e:c ."),
  TWO("the same again", "report.repeatable", "results", SV_PASSED, RESULT("passed", "4"), "results",
      RESULT("passed", "9")),
  TWO("not the same", "report.repeatable", "results", SV_FAILED, RESULT("passed", "4"), "results",
      RESULT("failed", "4")),
  CASE("once", "report.repeatable", "results", SV_CANT_TELL, RESULT("passed", "4")),
  CASE("without digests", "report.repeatable", "results", SV_FAILED, "{\"results\":[]}"),
  CASE("something else", "report.repeatable", "results", SV_FAILED, "{}"),
};
const size_t sv_semantic_handed_case_count =
    sizeof sv_semantic_handed_cases / sizeof sv_semantic_handed_cases[0];
