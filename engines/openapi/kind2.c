// SPDX-License-Identifier: Apache-2.0
/* The objects of OpenAPI (Swagger) 2.0, section "Schema", one table an object. */
#include "engines/openapi/kind.h"

static const char *const in_words[] = { "query", "header", "path", "formData", "body", NULL };
static const char *const type_words[] = { "string", "number", "integer", "boolean",
                                          "array",  "file",   NULL };
static const char *const item_types[] = { "string", "number", "integer", "boolean", "array", NULL };
static const char *const format_words[] = { "csv", "ssv", "tsv", "pipes", "multi", NULL };
static const char *const transfer_words[] = { "http", "https", "ws", "wss", NULL };
static const char *const scheme_words[] = { "basic", "apiKey", "oauth2", NULL };
static const char *const scheme_in_words[] = { "query", "header", NULL };
static const char *const flow_words[] = { "implicit", "password", "application", "accessCode",
                                          NULL };

#define V V20

/* What is said about a value where there is no schema. */
#define VALUE_ROWS                                                                                 \
  ONE("format", V, 0, HOLDS_STRING), ONE("items", V, 0, K(ITEMS)),                                 \
      WORD("collectionFormat", V, 0, format_words), ONE("default", V, 0, HOLDS_ANY),               \
      ONE("maximum", V, 0, HOLDS_NUMBER), ONE("exclusiveMaximum", V, 0, HOLDS_LIMIT),              \
      ONE("minimum", V, 0, HOLDS_NUMBER), ONE("exclusiveMinimum", V, 0, HOLDS_LIMIT),              \
      ONE("maxLength", V, 0, HOLDS_COUNT), ONE("minLength", V, 0, HOLDS_COUNT),                    \
      ONE("pattern", V, 0, HOLDS_PATTERN), ONE("maxItems", V, 0, HOLDS_COUNT),                     \
      ONE("minItems", V, 0, HOLDS_COUNT), ONE("uniqueItems", V, 0, HOLDS_BOOLEAN),                 \
      LIST("enum", V, 0, HOLDS_ANY), ONE("multipleOf", V, 0, HOLDS_POSITIVE)

static const struct sv_openapi_field root[] = {
  ONE("swagger", V, V, HOLDS_STRING),
  ONE("info", V, V, K(INFO)),
  ONE("host", V, 0, HOLDS_STRING),
  ONE("basePath", V, 0, HOLDS_STRING),
  { NAMED("schemes"), .versions = V, .shape = SHAPE_LIST, .holds = HOLDS_WORD,
    .words = transfer_words },
  ONE("consumes", V, 0, HOLDS_NAMES),
  ONE("produces", V, 0, HOLDS_NAMES),
  ONE("paths", V, V, K(PATHS)),
  MAP("definitions", V, 0, K(SCHEMA), NAMED_FREELY),
  MAP("parameters", V, 0, K(PARAMETER), NAMED_FREELY),
  MAP("responses", V, 0, K(RESPONSE), NAMED_FREELY),
  MAP("securityDefinitions", V, 0, K(SCHEME), NAMED_FREELY),
  LIST("security", V, 0, K(REQUIREMENT)),
  LIST("tags", V, 0, K(TAG)),
  ONE("externalDocs", V, 0, K(DOCS)),
};

static const struct sv_openapi_field info[] = {
  ONE("title", V, V, HOLDS_STRING),          ONE("description", V, 0, HOLDS_STRING),
  ONE("termsOfService", V, 0, HOLDS_STRING), ONE("contact", V, 0, K(CONTACT)),
  ONE("license", V, 0, K(LICENSE)),          ONE("version", V, V, HOLDS_STRING),
};

static const struct sv_openapi_field contact[] = {
  ONE("name", V, 0, HOLDS_STRING),
  ONE("url", V, 0, HOLDS_URI),
  ONE("email", V, 0, HOLDS_EMAIL),
};

static const struct sv_openapi_field license[] = {
  ONE("name", V, V, HOLDS_STRING),
  ONE("url", V, 0, HOLDS_URI),
};

static const struct sv_openapi_field item[] = {
  ONE("$ref", V, 0, HOLDS_STRING),        ONE("get", V, 0, K(OPERATION)),
  ONE("put", V, 0, K(OPERATION)),         ONE("post", V, 0, K(OPERATION)),
  ONE("delete", V, 0, K(OPERATION)),      ONE("options", V, 0, K(OPERATION)),
  ONE("head", V, 0, K(OPERATION)),        ONE("patch", V, 0, K(OPERATION)),
  LIST("parameters", V, 0, K(PARAMETER)),
};

static const struct sv_openapi_field operation[] = {
  ONE("tags", V, 0, HOLDS_NAMES),
  ONE("summary", V, 0, HOLDS_STRING),
  ONE("description", V, 0, HOLDS_STRING),
  ONE("externalDocs", V, 0, K(DOCS)),
  ONE("operationId", V, 0, HOLDS_STRING),
  ONE("consumes", V, 0, HOLDS_NAMES),
  ONE("produces", V, 0, HOLDS_NAMES),
  LIST("parameters", V, 0, K(PARAMETER)),
  ONE("responses", V, V, K(RESPONSES)),
  { NAMED("schemes"), .versions = V, .shape = SHAPE_LIST, .holds = HOLDS_WORD,
    .words = transfer_words },
  ONE("deprecated", V, 0, HOLDS_BOOLEAN),
  LIST("security", V, 0, K(REQUIREMENT)),
};

static const struct sv_openapi_field docs[] = {
  ONE("description", V, 0, HOLDS_STRING),
  ONE("url", V, V, HOLDS_URI),
};

static const struct sv_openapi_field parameter[] = {
  ONE("name", V, V, HOLDS_STRING),
  WORD("in", V, V, in_words),
  ONE("description", V, 0, HOLDS_STRING),
  ONE("required", V, 0, HOLDS_BOOLEAN),
  ONE("schema", V, 0, K(SCHEMA)),
  WORD("type", V, 0, type_words),
  ONE("allowEmptyValue", V, 0, HOLDS_BOOLEAN),
  VALUE_ROWS,
};

static const struct sv_openapi_field items[] = {
  WORD("type", V, 0, item_types),
  VALUE_ROWS,
};

static const struct sv_openapi_field header[] = {
  WORD("type", V, V, item_types),
  ONE("description", V, 0, HOLDS_STRING),
  VALUE_ROWS,
};

static const struct sv_openapi_field responses[] = {
  ONE("default", V, 0, K(RESPONSE)),
};

static const struct sv_openapi_field response[] = {
  ONE("description", V, V, HOLDS_STRING),
  ONE("schema", V, 0, K(SCHEMA)),
  MAP("headers", V, 0, K(HEADER), NAMED_FREELY),
  MAP("examples", V, 0, HOLDS_ANY, NAMED_FREELY),
};

static const struct sv_openapi_field tag[] = {
  ONE("name", V, V, HOLDS_STRING),
  ONE("description", V, 0, HOLDS_STRING),
  ONE("externalDocs", V, 0, K(DOCS)),
};

static const struct sv_openapi_field xml[] = {
  ONE("name", V, 0, HOLDS_STRING),     ONE("namespace", V, 0, HOLDS_STRING),
  ONE("prefix", V, 0, HOLDS_STRING),   ONE("attribute", V, 0, HOLDS_BOOLEAN),
  ONE("wrapped", V, 0, HOLDS_BOOLEAN),
};

static const struct sv_openapi_field scheme[] = {
  WORD("type", V, V, scheme_words), ONE("description", V, 0, HOLDS_STRING),
  ONE("name", V, 0, HOLDS_STRING),  WORD("in", V, 0, scheme_in_words),
  WORD("flow", V, 0, flow_words),   ONE("authorizationUrl", V, 0, HOLDS_URI),
  ONE("tokenUrl", V, 0, HOLDS_URI), ONE("scopes", V, 0, HOLDS_STRINGS),
};

#define EXT KIND_EXTENSIBLE
#define EXT_REF (KIND_EXTENSIBLE | KIND_REFERABLE)

const struct sv_openapi_kind_info sv_openapi_kinds_2[SV_OPENAPI_K_COUNT] = {
  [SV_OPENAPI_K_ROOT] = KIND("Swagger Object", root, EXT),
  [SV_OPENAPI_K_INFO] = KIND("Info Object", info, EXT),
  [SV_OPENAPI_K_CONTACT] = KIND("Contact Object", contact, EXT),
  [SV_OPENAPI_K_LICENSE] = KIND("License Object", license, EXT),
  [SV_OPENAPI_K_PATHS] = KIND_OF_REST("Paths Object", K(ITEM), SHAPE_ONE, NAMED_PATH, EXT),
  [SV_OPENAPI_K_ITEM] = KIND("Path Item Object", item, EXT_REF),
  [SV_OPENAPI_K_OPERATION] = KIND("Operation Object", operation, EXT),
  [SV_OPENAPI_K_DOCS] = KIND("External Documentation Object", docs, EXT),
  [SV_OPENAPI_K_PARAMETER] = KIND("Parameter Object", parameter, EXT_REF),
  [SV_OPENAPI_K_ITEMS] = KIND("Items Object", items, EXT),
  [SV_OPENAPI_K_RESPONSES] = { .title = "Responses Object",
                               .fields = responses,
                               .count = 1,
                               .rest = { .versions = VALL,
                                         .holds = K(RESPONSE),
                                         .naming = NAMED_STATUS },
                               .flags = KIND_REST | EXT },
  [SV_OPENAPI_K_RESPONSE] = KIND("Response Object", response, EXT_REF),
  [SV_OPENAPI_K_HEADER] = KIND("Header Object", header, EXT),
  [SV_OPENAPI_K_TAG] = KIND("Tag Object", tag, EXT),
  [SV_OPENAPI_K_XML] = KIND("XML Object", xml, EXT),
  [SV_OPENAPI_K_SCHEME] = KIND("Security Scheme Object", scheme, EXT),
  [SV_OPENAPI_K_REQUIREMENT] =
      KIND_OF_REST("Security Requirement Object", HOLDS_NAMES, SHAPE_ONE, NAMED_FREELY, 0),
};
