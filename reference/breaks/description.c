// SPDX-License-Identifier: Apache-2.0
/* Breaks of the OpenAPI document against the national rules: most are one more operation. */
#include "reference/breaks/tables.h"

/* clang-format off */
#define REF(name) "{ \"$ref\": \"#/components/responses/" name "\" }"
#define ANSWER(schema) \
  "{ \"description\": \"Svaret.\", \"content\": { \"application/json\": { \"schema\": " schema \
  " } } }"
#define STATUS_OK ANSWER("{ \"$ref\": \"#/components/schemas/Status\" }")
#define RESPONSES(ok) "\"responses\": { \"200\": " ok ", \"404\": " REF("IkkeFunnet") \
  ", \"429\": " REF("ForMange") ", \"default\": " REF("Feil") " }"
#define RESPONSES_400(ok) "\"responses\": { \"200\": " ok ", \"400\": " REF("Ugyldig") \
  ", \"404\": " REF("IkkeFunnet") ", \"429\": " REF("ForMange") ", \"default\": " REF("Feil") " }"
#define OPERATION "\"operationId\": \"prove\", \"summary\": \"Prøve\", \"tags\": [ \"Om API-et\" ], \"security\": [],"

#define QUERY(name) "{ \"name\": \"" name \
  "\", \"in\": \"query\", \"description\": \"Prøve.\", \"schema\": { \"type\": \"string\", \"maxLength\": 20 } }"
/* One more path. */
#define PATH(path) \
  .kind = SV_EDIT, .where = "openapi.json", .from = "\"paths\": {", .to = "\"paths\": { " path

static const struct sv_break rows[] = {
  { .name = "openapi-version-mixed",
    .what = "One path is without the version that the others have.",
    PATH("\"/prover\": { \"get\": { " OPERATION " " RESPONSES(STATUS_OK) " } },"),
    .checks = "technical.description.version-form" },
  { .name = "openapi-path-ambiguous",
    .what = "An address fits two paths.",
    PATH("\"/v1/{register}/forste\": { \"get\": { " OPERATION "\"parameters\": [ { "
          "\"name\": \"register\", \"in\": \"path\", \"required\": true, \"description\": "
          "\"Registeret.\", \"schema\": { \"type\": \"string\", \"maxLength\": 20 }, \"example\": "
          "\"enheter\" } ]," RESPONSES_400(STATUS_OK) " } },"),
    .checks = "technical.description.path-ambiguous" },
  { .name = "openapi-parameter-twice",
    .what = "An operation has a parameter twice.",
    .kind = SV_EDIT,
    .where = "openapi.json",
    .from = "\"name\": \"seq\"",
    .to = "\"name\": \"antall\"",
    .checks = "technical.description.parameters-unique technical.description.valid" },
  { .name = "openapi-parameter-two-forms",
    .what = "A parameter has both schema and content.",
    .kind = SV_EDIT,
    .where = "openapi.json",
    .from = "\"name\": \"seq\",",
    .to = "\"name\": \"seq\", \"content\": { \"text/plain\": {} },",
    .checks = "technical.description.parameter-shape technical.description.valid" },
  { .name = "openapi-accept-parameter",
    .what = "The field Accept is described as a parameter.",
    .kind = SV_EDIT,
    .where = "openapi.json",
    .from = "\"name\": \"seq\",\n        \"in\": \"query\"",
    .to = "\"name\": \"Accept\",\n        \"in\": \"header\"",
    .checks = "technical.description.reserved-headers" },
  { .name = "openapi-get-body",
    .what = "A GET has a body.",
    .kind = SV_EDIT,
    .where = "openapi.json",
    .from = "\"operationId\": \"hentStatus\",",
    .to = "\"operationId\": \"hentStatus\", \"requestBody\": { \"content\": { \"application/json\": { "
          "\"schema\": { \"$ref\": \"#/components/schemas/NyMelding\" } } } },",
    .checks = "technical.description.bad-request technical.description.get-body" },
  { .name = "openapi-no-success",
    .what = "An operation does not tell what comes when all goes well.",
    PATH("\"/v1/prover\": { \"get\": { " OPERATION " \"responses\": { \"404\": "
          "" REF("IkkeFunnet") ", \"429\": " REF("ForMange") ", \"500\": " REF("Feil") " }" " } },"),
    .checks = "technical.description.success" },
  { .name = "openapi-response-no-description",
    .what = "A response has no description.",
    .kind = SV_EDIT,
    .where = "openapi.json",
    .from = "\"description\": \"Tjenesten er oppe.\"",
    .to = "\"x-tekst\": \"Tjenesten er oppe.\"",
    .checks = "technical.description.response-description technical.description.valid" },
  { .name = "openapi-204-content",
    .what = "An answer without content has content.",
    PATH("\"/v1/prover\": { \"get\": { " OPERATION " \"responses\": { \"204\": "
          "" STATUS_OK ", \"404\": " REF("IkkeFunnet") ", \"429\": " REF("ForMange") ", \"default\": "
          "" REF("Feil") " }" " } },"),
    .checks = "technical.description.no-content" },
  { .name = "openapi-no-success-schema",
    .what = "An answer has no schema.",
    PATH("\"/v1/prover\": { \"get\": { " OPERATION " " RESPONSES("{ \"description\": "
          "\"Svaret.\", \"content\": { \"application/json\": {} } }") " } },"),
    .checks = "technical.description.success-schema" },
  { .name = "openapi-no-default",
    .what = "No operation tells how the service fails.",
    .kind = SV_EDIT,
    .where = "openapi.json",
    .from = "\"default\": {\n            \"$ref\"",
    .to = "\"418\": {\n            \"$ref\"",
    .checks = "technical.description.bad-request technical.description.server-error" },
  { .name = "openapi-scope-form",
    .what = "A scope is not named as Maskinporten names them.",
    .kind = SV_EDIT,
    .where = "openapi.json",
    .from = "referanse:meldinger",
    .to = "meldinger",
    .checks = "cross.token.scopes technical.description.scopes" },
  { .name = "openapi-operation-id-blank",
    .what = "An operationId has a blank.",
    .kind = SV_EDIT,
    .where = "openapi.json",
    .from = "\"operationId\": \"hentStatus\"",
    .to = "\"operationId\": \"hent status\"",
    .checks = "technical.description.operation-id-form" },
  { .name = "openapi-array-answer",
    .what = "An answer is an array.",
    PATH("\"/v1/prover\": { \"get\": { " OPERATION " " RESPONSES(ANSWER("{ \"type\": "
          "\"array\", \"maxItems\": 10, \"items\": { \"$ref\": \"#/components/schemas/Status\" } }")) " } },"),
    .checks = "technical.description.object-answers" },
  { .name = "openapi-patch-json",
    .what = "A PATCH takes plain JSON.",
    PATH("\"/v1/prover\": { \"patch\": { " OPERATION " \"requestBody\": { \"required\": "
          "true, \"content\": { \"application/json\": { \"schema\": { \"$ref\": "
          "\"#/components/schemas/Status\" } } } }, " RESPONSES_400(STATUS_OK) " } },"),
    .checks = "technical.description.patch" },
  { .name = "openapi-trace",
    .what = "An operation uses TRACE.",
    PATH("\"/v1/prover\": { \"trace\": { " OPERATION " " RESPONSES(STATUS_OK) " } },"),
    .checks = "technical.description.methods" },
  { .name = "openapi-path-verb",
    .what = "A path begins with a verb.",
    PATH("\"/v1/hent-prover\": { \"get\": { " OPERATION " " RESPONSES(STATUS_OK) " } },"),
    .checks = "technical.description.path-verbs" },
  { .name = "openapi-no-test-environment",
    .what = "The test environment is not described.",
    .kind = SV_EDIT,
    .where = "openapi.json",
    .from = "\"url\": \"https://test.referansetjenesten.test\",\n      \"description\": \"Testmiljø\"",
    .to = "\"url\": \"https://api.referansetjenesten.no\",\n      \"description\": \"Produksjon\"",
    .checks = "technical.description.test-environment" },
  { .name = "openapi-no-client-error",
    .what = "An operation declares no 4xx.",
    PATH("\"/v1/prover\": { \"get\": { " OPERATION " \"responses\": { \"200\": "
          "" STATUS_OK ", \"500\": " REF("Feil") " }" " } },"),
    .checks = "technical.contract.status technical.description.client-error technical.description.too-many" },
  { .name = "openapi-all-of-contradicts",
    .what = "The parts of a schema contradict each other.",
    PATH("\"/v1/prover\": { \"get\": { " OPERATION " " RESPONSES(ANSWER("{ \"type\": "
          "\"object\", \"allOf\": [ { \"type\": \"object\", \"properties\": { \"a\": { \"type\": "
          "\"string\" } } }, { \"type\": \"object\", \"properties\": { \"a\": { \"type\": \"integer\" } } "
          "} ] }")) " } },"),
    .checks = "technical.description.all-of" },
  { .name = "openapi-null-not-listed",
    .what = "null is allowed and not among the values.",
    PATH("\"/v1/prover\": { \"get\": { " OPERATION " " RESPONSES(ANSWER("{ \"type\": "
          "\"object\", \"properties\": { \"a\": { \"type\": [ \"string\", \"null\" ], \"enum\": [ \"a\" ] "
          "} } }")) " } },"),
    .checks = "technical.description.nullable-values" },
  { .name = "openapi-constraint-unfit",
    .what = "A number has a largest length.",
    PATH("\"/v1/prover\": { \"get\": { " OPERATION " " RESPONSES(ANSWER("{ \"type\": "
          "\"object\", \"properties\": { \"a\": { \"type\": \"boolean\", \"maxLength\": 3 } } }")) " } },"),
    .checks = "technical.description.constraints" },
  { .name = "openapi-parameter-styles",
    .what = "Query parameters are named in two styles.",
    PATH("\"/v1/prover\": { \"get\": { " OPERATION "\"parameters\": [ "
          "" QUERY("side_storrelse") ", " QUERY("sorterEtter") " ], " RESPONSES_400(STATUS_OK) " } },"),
    .checks = "technical.description.parameter-words" },
  { .name = "openapi-date-free",
    .what = "A date has no format.",
    PATH("\"/v1/prover\": { \"get\": { " OPERATION " " RESPONSES(ANSWER("{ \"type\": "
          "\"object\", \"properties\": { \"dato\": { \"type\": \"string\", \"maxLength\": 10 } } }")) " } },"),
    .checks = "semantic.schema.time-formats technical.description.date-format" },
  { .name = "openapi-no-licence-no-terms",
    .what = "The description states neither licence nor terms of use.",
    .kind = SV_EDIT,
    .where = "openapi.json",
    .from = "\"termsOfService\": \"{{base}}/vilkar\",\n    \"contact\": {\n      \"name\": "
            "\"{{name}}\",\n      \"url\": \"{{base}}/kontakt\",\n      \"email\": "
            "\"api@referansetjenesten.test\"\n    },\n    \"license\": {",
    .to = "\"contact\": {\n      \"name\": \"{{name}}\",\n      \"url\": \"{{base}}/kontakt\",\n   "
          "   \"email\": \"api@referansetjenesten.test\"\n    },\n    \"x-license\": {",
    .checks = "legal.licence.terms legal.reuse.terms-link technical.description.terms" },
};
/* clang-format on */

SV_BREAK_TABLE(sv_breaks_description, rows);
