// SPDX-License-Identifier: Apache-2.0
/* OpenAPI documents that break one national rule each. */
#include "plugins/technical/test/cases.h"
#include "plugins/technical/test/fixture.h"

#define FAILS(name, document)                                                                      \
  {                                                                                                \
    .id = "technical.description." name, .outcome = SV_FAILED,                                     \
    .rows = { { OPENAPI, JSON(document), &fixture_tls, 0 } }                                       \
  }

/* clang-format off */
static const struct fault_case rows[] = {
  FAILS("valid",
        "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"T\"},\"paths\":{}}"),
  FAILS("references",
        "{\"openapi\":\"3.1.0\",\"components\":{\"schemas\":{\"S\":{\"$ref\":\"#/x\"}}}}"),
  FAILS("contact",
        "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"T\"}}"),
  FAILS("purpose",
        "{\"openapi\":\"3.1.0\",\"info\":{\"description\":\"x\"}}"),
  FAILS("terms",
        "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"T\"}}"),
  FAILS("version-form",
        "{\"openapi\":\"3.1.0\",\"servers\":[{\"url\":\"https://svc.example\"}],\"paths\":{\"/v1/a"
        "\":{\"get\":{}},\"/b\":{\"get\":{}}}}"),
  FAILS("path-ambiguous",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/{a}/b\":{\"get\":{}},\"/c/{d}\":{\"get\":{}}}}"),
  FAILS("path-parameters",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/{a}\":{\"get\":{}}}}"),
  FAILS("parameters-unique",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{\"parameters\":[{\"name\":\"a\",\"in"
        "\":\"query\"},{\"name\":\"a\",\"in\":\"query\"}]}}}}"),
  FAILS("parameter-shape",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{\"parameters\":[{\"name\":\"a\",\"in"
        "\":\"query\"}]}}}}"),
  FAILS("reserved-headers",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{\"parameters\":[{\"name\":\"Accept\","
        "\"in\":\"header\"}]}}}}"),
  FAILS("get-body",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{\"requestBody\":{\"content\":{}}}}}}"),
  FAILS("success",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{\"responses\":{\"404\":{\"description"
        "\":\"d\"}}}}}}"),
  FAILS("response-description",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{\"responses\":{\"200\":{}}}}}}"),
  FAILS("no-content",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{\"responses\":{\"204\":{\"content\":{"
        "\"text/plain\":{}}}}}}}}"),
  FAILS("success-schema",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{\"responses\":{\"200\":{\"content\":{"
        "\"application/json\":{}}}}}}}}"),
  FAILS("problem-details",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{\"responses\":{\"400\":{\"content\":{"
        "\"application/json\":{}}}}}}}}"),
  FAILS("problem-members",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{\"responses\":{\"400\":{\"content\":{"
        "\"application/problem+json\":{\"schema\":{\"type\":\"object\",\"properties\":{\"status\":"
        "{}}}}}}}}}}}"),
  FAILS("bad-request",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{\"parameters\":[{\"name\":\"a\",\"in"
        "\":\"query\"}],\"responses\":{\"200\":{\"description\":\"d\"}}}}}}"),
  FAILS("unauthorized",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{\"security\":[{\"o\":[]}],\"responses"
        "\":{\"200\":{\"description\":\"d\"}}}}}}"),
  FAILS("forbidden",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{\"security\":[{\"o\":[\"a:b\"]}],\"res"
        "ponses\":{\"200\":{\"description\":\"d\"}}}}}}"),
  FAILS("not-found",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a/{b}\":{\"get\":{\"responses\":{\"200\":{\"descript"
        "ion\":\"d\"}}}}}}"),
  FAILS("too-many",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{\"responses\":{\"200\":{\"description"
        "\":\"d\"}}}}}}"),
  FAILS("server-error",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{\"responses\":{\"200\":{\"description"
        "\":\"d\"}}}}}}"),
  FAILS("security",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"post\":{\"responses\":{\"200\":{\"description"
        "\":\"d\"}}}}}}"),
  FAILS("scopes",
        "{\"openapi\":\"3.1.0\",\"security\":[{\"o\":[\"read\"]}],\"paths\":{\"/a\":{\"get\":{}}},"
        "\"components\":{\"securitySchemes\":{\"o\":{\"type\":\"oauth2\",\"flows\":{\"clientCreden"
        "tials\":{\"tokenUrl\":\"https://svc.example\",\"scopes\":{\"read\":\"x\"}}}}}}}"),
  FAILS("no-basic",
        "{\"openapi\":\"3.1.0\",\"security\":[{\"b\":[]}],\"paths\":{\"/a\":{\"get\":{}}},\"compon"
        "ents\":{\"securitySchemes\":{\"b\":{\"type\":\"http\",\"scheme\":\"basic\"}}}}"),
  FAILS("identity-numbers",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{\"parameters\":[{\"name\":\"fnr\",\"in"
        "\":\"query\"}]}}}}"),
  FAILS("path-words",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/aB\":{\"get\":{}}}}"),
  FAILS("parameter-words",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{\"parameters\":[{\"name\":\"page_size"
        "\",\"in\":\"query\"},{\"name\":\"sortOrder\",\"in\":\"query\"}]}}}}"),
  FAILS("property-words",
        "{\"openapi\":\"3.1.0\",\"components\":{\"schemas\":{\"S\":{\"properties\":{\"a_b\":{},\"c"
        "D\":{}}}}}}"),
  FAILS("operation-id-there",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{}}}}"),
  FAILS("operation-id-form",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{\"operationId\":\"a b\"}}}}"),
  FAILS("operation-text",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{\"responses\":{\"200\":{\"description"
        "\":\"d\"}}}}}}"),
  FAILS("request-examples",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{\"parameters\":[{\"name\":\"a\",\"in"
        "\":\"query\",\"required\":true,\"schema\":{\"type\":\"string\"}}]}}}}"),
  FAILS("examples",
        "{\"openapi\":\"3.1.0\",\"components\":{\"schemas\":{\"S\":{\"type\":\"string\",\"example"
        "\":1}}}}"),
  FAILS("tags",
        "{\"openapi\":\"3.1.0\",\"tags\":[{\"name\":\"a\"},{\"name\":\"a\"}],\"paths\":{\"/a\":{"
        "\"get\":{\"tags\":[\"a\"]}}}}"),
  FAILS("enumerations",
        "{\"openapi\":\"3.1.0\",\"components\":{\"schemas\":{\"S\":{\"type\":\"string\",\"enum\":["
        "\"a\",\"a\"]}}}}"),
  FAILS("numbers",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{\"parameters\":[{\"name\":\"a\",\"in"
        "\":\"query\",\"schema\":{\"type\":\"integer\"}}]}}}}"),
  FAILS("bounds",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{\"parameters\":[{\"name\":\"a\",\"in"
        "\":\"query\",\"schema\":{\"type\":\"string\"}}]}}}}"),
  FAILS("date-format",
        "{\"openapi\":\"3.1.0\",\"components\":{\"schemas\":{\"S\":{\"properties\":{\"dato\":{\"ty"
        "pe\":\"string\"}}}}}}"),
  FAILS("object-answers",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{\"responses\":{\"200\":{\"content\":{"
        "\"application/json\":{\"schema\":{\"type\":\"array\",\"items\":{}}}}}}}}}}"),
  FAILS("patch",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"patch\":{\"requestBody\":{\"required\":true,"
        "\"content\":{\"application/json\":{}}}}}}}"),
  FAILS("methods",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"trace\":{}}}}"),
  FAILS("path-verbs",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/get-units\":{\"get\":{}}}}"),
  FAILS("unused",
        "{\"openapi\":\"3.1.0\",\"components\":{\"schemas\":{\"S\":{\"type\":\"string\"}}}}"),
  FAILS("status-operation",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{}}}}"),
  FAILS("test-environment",
        "{\"openapi\":\"3.1.0\",\"servers\":[{\"url\":\"https://svc.example\"}]}"),
  FAILS("array-items",
        "{\"openapi\":\"3.1.0\",\"components\":{\"schemas\":{\"S\":{\"type\":\"array\"}}}}"),
  FAILS("client-error",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{\"responses\":{\"200\":{\"description"
        "\":\"d\"}}}}}}"),
  FAILS("required-names",
        "{\"openapi\":\"3.1.0\",\"components\":{\"schemas\":{\"S\":{\"type\":\"object\",\"required"
        "\":[\"b\"],\"properties\":{\"a\":{}}}}}}"),
  FAILS("patterns",
        "{\"openapi\":\"3.1.0\",\"components\":{\"schemas\":{\"S\":{\"type\":\"string\",\"pattern"
        "\":\"(\"}}}}"),
  FAILS("all-of",
        "{\"openapi\":\"3.1.0\",\"components\":{\"schemas\":{\"S\":{\"allOf\":[{\"properties\":{"
        "\"a\":{\"type\":\"string\"}}},{\"properties\":{\"a\":{\"type\":\"integer\"}}}]}}}}"),
  FAILS("nullable-values",
        "{\"openapi\":\"3.1.0\",\"components\":{\"schemas\":{\"S\":{\"type\":[\"string\",\"null\"]"
        ",\"enum\":[\"a\"]}}}}"),
  FAILS("constraints",
        "{\"openapi\":\"3.1.0\",\"components\":{\"schemas\":{\"S\":{\"type\":\"integer\",\"maxLeng"
        "th\":3}}}}"),
  /* A file of the same site is asked for; another site is not. */
  { .id = "technical.description.references", .outcome = SV_PASSED,
    .rows = { { OPENAPI, JSON("{\"openapi\":\"3.1.0\",\"components\":{\"schemas\":{\"S\":{\"$ref\":\"s.json\"}}}}"),
                &fixture_tls, 0 },
              { HOST "/s.json", JSON("{}"), &fixture_tls, 0 } } },
  { .id = "technical.description.references", .outcome = SV_CANT_TELL,
    .rows = { { OPENAPI,
                JSON("{\"openapi\":\"3.1.0\",\"components\":{\"schemas\":{\"S\":{"
                     "\"$ref\":\"https://else.example/s.json\"}}}}"),
                &fixture_tls, 0 } } },
  { .id = "technical.description.contact", .outcome = SV_FAILED,
    .rows = { { OPENAPI, OK("application/yaml", "", "openapi: 3.1.0\ninfo: {title: T}\n"), &fixture_tls, 0 } } },
};
/* clang-format on */
CASES(guideline_cases, rows);
