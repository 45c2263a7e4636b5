// SPDX-License-Identifier: Apache-2.0
/* samsvar validate: the engines on files, one kind a row. */
#include "runner/commands.h"
#include "runner/say.h"
#include "runner/validate.h"

#include <string.h>

static const struct {
  const char *name;
  int (*run)(const struct sv_validate_options *o, const struct sv_operands *files);
} kinds[] = {
  { "json-schema", sv_validate_json_schema },
  { "openapi", sv_validate_openapi },
  { "rdf", sv_validate_rdf },
  { "schematron", sv_validate_schematron },
  { "shacl", sv_validate_shacl },
  { "xsd", sv_validate_xsd },
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static const char *const examples[] = {
  "samsvar validate json-schema skjema.json data.json",
  N_("judge a document by a JSON Schema"),
  "samsvar validate json-schema --map https://schema.etat.no/=skjema/ skjema.json data.ndjson",
  N_("one document a line, with other schemas from a folder"),
  "samsvar validate json-schema --suite tests.json",
  N_("run test cases in the form of JSON-Schema-Test-Suite"),
  "samsvar validate openapi openapi.yaml",
  N_("judge an API description: OpenAPI 2.0 to 3.2"),
  "samsvar validate rdf katalog.ttl",
  N_("judge the syntax of RDF: Turtle, TriG, N-Triples, N-Quads, RDF/XML, JSON-LD"),
  "samsvar validate rdf --to turtle katalog.rdf",
  N_("write the graph in another syntax"),
  "samsvar validate xsd --schema melding.xsd melding.xml",
  N_("judge XML by an XML Schema"),
  "samsvar validate schematron --schema regler.sch --phase full faktura.xml",
  N_("judge XML by the rules of a Schematron schema, in one of its phases"),
  "samsvar validate shacl --shapes former.ttl katalog.ttl personer.ttl",
  N_("judge RDF by SHACL shapes; several files are one graph"),
  "samsvar validate shacl --profile dcat-ap-no-3 katalog.ttl",
  N_("judge a catalogue by a national profile"),
  "samsvar validate shacl --shapes former.ttl --report turtle katalog.ttl",
  N_("write a sh:ValidationReport"),
  NULL,
};

#define OPTION(member) offsetof(struct sv_validate_options, member)

static const struct sv_option table[] = {
  { "draft", 0, SV_OPTION_STRING, OPTION(draft), "DRAFT", "2020-12|2019-09|7|6|4|oas-3.0|oas-3.1",
    0, SV_WHAT, N_("the version of JSON Schema where a schema does not say it") },
  { "map", 0, SV_OPTION_LIST, OPTION(maps), "PREFIX=DIR", NULL, 0, SV_WHAT,
    N_("take addresses that begin with PREFIX from the folder DIR; repeatable") },
  { "shapes", 0, SV_OPTION_FILES, OPTION(shapes), "FILE", NULL, 0, SV_WHAT,
    N_("SHACL: the shapes to judge by; repeatable") },
  { "profile", 0, SV_OPTION_LIST, OPTION(profiles), "NAME", NULL, 0, SV_WHAT,
    N_("SHACL: samsvar's own shapes for a national profile: dcat-ap-no-3, dcat-ap-no-2.2, "
       "cpsv-ap-no, skos-ap-no, modelldcat-ap-no, dqv-ap-no or xkos-ap-no; repeatable") },
  { "suite", 0, SV_OPTION_FLAG, OPTION(suite), NULL, NULL, 0, SV_WHAT,
    N_("the files are test cases, not schema and data") },
  { "assert-format", 0, SV_OPTION_FLAG, OPTION(assert_format), NULL, NULL, 0, SV_HOW,
    N_("judge format also where it is only an annotation") },
  { "format", 0, SV_OPTION_STRING, OPTION(format), "FORMAT", "text|json", 0, SV_RESULT,
    N_("json: an array of findings on standard output") },
  { "output", 0, SV_OPTION_STRING, OPTION(output), "FORM", "flag|basic|detailed|hierarchical", 0,
    SV_RESULT, N_("write JSON Schema's own output for each document to standard output") },
  { "input", 0, SV_OPTION_STRING, OPTION(input), "SYNTAX",
    "turtle|trig|ntriples|nquads|rdfxml|jsonld", 0, SV_WHAT,
    N_("the syntax of RDF files whose names do not say it") },
  { "base", 0, SV_OPTION_STRING, OPTION(base), "IRI", NULL, 0, SV_HOW,
    N_("resolve relative IRIs against IRI in place of the file's own") },
  { "to", 0, SV_OPTION_STRING, OPTION(to), "SYNTAX", "ntriples|nquads|turtle", 0, SV_RESULT,
    N_("write the RDF graph of all files to standard output") },
  { "expand-context", 0, SV_OPTION_STRING, OPTION(expand_context), "FILE", NULL, 0, SV_HOW,
    N_("JSON-LD: a context to begin with") },
  { "rdf-direction", 0, SV_OPTION_STRING, OPTION(rdf_direction), "FORM",
    "i18n-datatype|compound-literal", 0, SV_HOW, N_("JSON-LD: what becomes of base directions") },
  { "processing-mode", 0, SV_OPTION_STRING, OPTION(processing_mode), "MODE",
    "json-ld-1.0|json-ld-1.1", 0, SV_HOW, N_("JSON-LD: the version to follow") },
  { "generalized", 0, SV_OPTION_FLAG, OPTION(generalized), NULL, NULL, 0, SV_HOW,
    N_("JSON-LD: keep triples with a blank node as predicate") },
  { "schema", 0, SV_OPTION_STRING, OPTION(schema), "FILE", NULL, 0, SV_WHAT,
    N_("XML: the schema to judge by") },
  { "phase", 0, SV_OPTION_STRING, OPTION(phase), "PHASE", NULL, 0, SV_WHAT,
    N_("Schematron: the phase to judge in; #ALL is every pattern") },
  { "report", 0, SV_OPTION_STRING, OPTION(report), "FORM", "turtle|svrl", 0, SV_RESULT,
    N_("write the report to standard output: SHACL in Turtle, Schematron in SVRL") },
  { "root", 0, SV_OPTION_STRING, OPTION(root), "DIR", NULL, 0, SV_WHAT,
    N_("OpenAPI: the folder that $ref may read files from, in place of the document's own") },
  { "rules", 0, SV_OPTION_STRING, OPTION(rules), "national|FILE", NULL, 0, SV_WHAT,
    N_("openapi: judge by the national rules too, or by a rule set in Spectral's form") },
  { .kind = SV_OPTION_END },
};

static int run(struct sv_arena *arena, int argc, char **argv);

const struct sv_command sv_command_validate = {
  .name = "validate",
  .operands = "json-schema SCHEMA INSTANCE... | openapi FILE... | rdf FILE... | "
              "shacl --shapes FILE|--profile NAME DATA... | xsd XML... | schematron XML...",
  .summary = N_("judge files: JSON Schema, OpenAPI, RDF, SHACL, XML"),
  .examples = examples,
  .options = table,
  .run = run,
};

static int run(struct sv_arena *arena, int argc, char **argv)
{
  struct sv_validate_options o = { .format = NULL };
  struct sv_operands operands = { .arena = arena };
  int code = sv_command_begin(&sv_command_validate, argc, argv, &o, &operands);
  if (code >= 0)
    return code;
  code = -1;
  for (size_t i = 0; i < COUNT(kinds) && operands.count > 0; i++) {
    if (strcmp(kinds[i].name, operands.items[0]) != 0)
      continue;
    const struct sv_operands files = { operands.items + 1, operands.count - 1 };
    code = kinds[i].run(&o, &files);
  }
  if (code < 0) {
    sv_say(stderr,
           N_("samsvar validate needs to know what to judge; for example: samsvar validate "
              "json-schema SCHEMA "
              "FILE\n"),
           NULL);
    code = SV_EXIT_USAGE;
  }
  return code;
}
