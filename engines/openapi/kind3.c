// SPDX-License-Identifier: Apache-2.0
/* The objects of OpenAPI 3.0.4, 3.1.1 and 3.2.0: section 4 of each, one table an object. */
#include "engines/openapi/kind.h"

static const char *const in_words[] = { "query", "header", "path", "cookie", "querystring", NULL };
static const char *const scheme_words[] = { "apiKey", "http",          "mutualTLS",
                                            "oauth2", "openIdConnect", NULL };
static const char *const scheme_in_words[] = { "query", "header", "cookie", NULL };
static const char *const encoding_words[] = { "form", "spaceDelimited", "pipeDelimited",
                                              "deepObject", NULL };
static const char *const style_words[] = { "matrix",     "label",          "form",
                                           "simple",     "spaceDelimited", "pipeDelimited",
                                           "deepObject", "cookie",         NULL };
static const char *const node_words[] = { "element", "attribute", "text", "cdata", "none", NULL };

static const struct sv_openapi_field root[] = {
  ONE("openapi", V3X, V3X, HOLDS_STRING),
  ONE("$self", V32, 0, HOLDS_URI),
  ONE("info", V3X, V3X, K(INFO)),
  ONE("jsonSchemaDialect", V31 | V32, 0, HOLDS_URI),
  LIST("servers", V3X, 0, K(SERVER)),
  ONE("paths", V3X, V30, K(PATHS)),
  MAP("webhooks", V31 | V32, 0, K(ITEM), NAMED_FREELY),
  ONE("components", V3X, 0, K(COMPONENTS)),
  LIST("security", V3X, 0, K(REQUIREMENT)),
  LIST("tags", V3X, 0, K(TAG)),
  ONE("externalDocs", V3X, 0, K(DOCS)),
};

static const struct sv_openapi_field info[] = {
  ONE("title", V3X, V3X, HOLDS_STRING),     ONE("summary", V31 | V32, 0, HOLDS_STRING),
  ONE("description", V3X, 0, HOLDS_STRING), ONE("termsOfService", V3X, 0, HOLDS_URI),
  ONE("contact", V3X, 0, K(CONTACT)),       ONE("license", V3X, 0, K(LICENSE)),
  ONE("version", V3X, V3X, HOLDS_STRING),
};

static const struct sv_openapi_field contact[] = {
  ONE("name", V3X, 0, HOLDS_STRING),
  ONE("url", V3X, 0, HOLDS_URI),
  ONE("email", V3X, 0, HOLDS_EMAIL),
};

static const struct sv_openapi_field license[] = {
  ONE("name", V3X, V3X, HOLDS_STRING),
  ONE("identifier", V31 | V32, 0, HOLDS_STRING),
  ONE("url", V3X, 0, HOLDS_URI),
};

static const struct sv_openapi_field server[] = {
  ONE("url", V3X, V3X, HOLDS_STRING),
  ONE("name", V32, 0, HOLDS_STRING),
  ONE("description", V3X, 0, HOLDS_STRING),
  MAP("variables", V3X, 0, K(VARIABLE), NAMED_FREELY),
};

static const struct sv_openapi_field variable[] = {
  ONE("enum", V3X, 0, HOLDS_NAMES),
  ONE("default", V3X, V3X, HOLDS_STRING),
  ONE("description", V3X, 0, HOLDS_STRING),
};

static const struct sv_openapi_field components[] = {
  MAP("schemas", V3X, 0, K(SCHEMA), NAMED_COMPONENT),
  MAP("responses", V3X, 0, K(RESPONSE), NAMED_COMPONENT),
  MAP("parameters", V3X, 0, K(PARAMETER), NAMED_COMPONENT),
  MAP("examples", V3X, 0, K(EXAMPLE), NAMED_COMPONENT),
  MAP("requestBodies", V3X, 0, K(BODY), NAMED_COMPONENT),
  MAP("headers", V3X, 0, K(HEADER), NAMED_COMPONENT),
  MAP("securitySchemes", V3X, 0, K(SCHEME), NAMED_COMPONENT),
  MAP("links", V3X, 0, K(LINK), NAMED_COMPONENT),
  MAP("callbacks", V3X, 0, K(CALLBACK), NAMED_COMPONENT),
  MAP("pathItems", V31 | V32, 0, K(ITEM), NAMED_COMPONENT),
  MAP("mediaTypes", V32, 0, K(MEDIA), NAMED_COMPONENT),
};

static const struct sv_openapi_field item[] = {
  ONE("$ref", V3X, 0, HOLDS_STRING),
  ONE("summary", V3X, 0, HOLDS_STRING),
  ONE("description", V3X, 0, HOLDS_STRING),
  ONE("get", V3X, 0, K(OPERATION)),
  ONE("put", V3X, 0, K(OPERATION)),
  ONE("post", V3X, 0, K(OPERATION)),
  ONE("delete", V3X, 0, K(OPERATION)),
  ONE("options", V3X, 0, K(OPERATION)),
  ONE("head", V3X, 0, K(OPERATION)),
  ONE("patch", V3X, 0, K(OPERATION)),
  ONE("trace", V3X, 0, K(OPERATION)),
  ONE("query", V32, 0, K(OPERATION)),
  MAP("additionalOperations", V32, 0, K(OPERATION), NAMED_METHOD),
  LIST("servers", V3X, 0, K(SERVER)),
  LIST("parameters", V3X, 0, K(PARAMETER)),
};

static const struct sv_openapi_field operation[] = {
  ONE("tags", V3X, 0, HOLDS_NAMES),
  ONE("summary", V3X, 0, HOLDS_STRING),
  ONE("description", V3X, 0, HOLDS_STRING),
  ONE("externalDocs", V3X, 0, K(DOCS)),
  ONE("operationId", V3X, 0, HOLDS_STRING),
  LIST("parameters", V3X, 0, K(PARAMETER)),
  ONE("requestBody", V3X, 0, K(BODY)),
  ONE("responses", V3X, V30, K(RESPONSES)),
  MAP("callbacks", V3X, 0, K(CALLBACK), NAMED_FREELY),
  ONE("deprecated", V3X, 0, HOLDS_BOOLEAN),
  LIST("security", V3X, 0, K(REQUIREMENT)),
  LIST("servers", V3X, 0, K(SERVER)),
};

static const struct sv_openapi_field docs[] = {
  ONE("description", V3X, 0, HOLDS_STRING),
  ONE("url", V3X, V3X, HOLDS_URI),
};

static const struct sv_openapi_field parameter[] = {
  ONE("name", V3X, V3X, HOLDS_STRING),
  WORD("in", V3X, V3X, in_words),
  ONE("description", V3X, 0, HOLDS_STRING),
  ONE("required", V3X, 0, HOLDS_BOOLEAN),
  ONE("deprecated", V3X, 0, HOLDS_BOOLEAN),
  ONE("allowEmptyValue", V3X, 0, HOLDS_BOOLEAN),
  WORD("style", V3X, 0, style_words),
  ONE("explode", V3X, 0, HOLDS_BOOLEAN),
  ONE("allowReserved", V3X, 0, HOLDS_BOOLEAN),
  ONE("schema", V3X, 0, K(SCHEMA)),
  ONE("example", V3X, 0, HOLDS_ANY),
  MAP("examples", V3X, 0, K(EXAMPLE), NAMED_FREELY),
  MAP("content", V3X, 0, K(MEDIA), NAMED_FREELY),
};

static const struct sv_openapi_field body[] = {
  ONE("description", V3X, 0, HOLDS_STRING),
  MAP("content", V3X, V3X, K(MEDIA), NAMED_FREELY),
  ONE("required", V3X, 0, HOLDS_BOOLEAN),
};

static const struct sv_openapi_field media[] = {
  ONE("description", V32, 0, HOLDS_STRING),
  ONE("schema", V3X, 0, K(SCHEMA)),
  ONE("itemSchema", V32, 0, K(SCHEMA)),
  ONE("example", V3X, 0, HOLDS_ANY),
  MAP("examples", V3X, 0, K(EXAMPLE), NAMED_FREELY),
  MAP("encoding", V3X, 0, K(ENCODING), NAMED_FREELY),
  LIST("prefixEncoding", V32, 0, K(ENCODING)),
  ONE("itemEncoding", V32, 0, K(ENCODING)),
};

static const struct sv_openapi_field encoding[] = {
  ONE("contentType", V3X, 0, HOLDS_STRING),    MAP("headers", V3X, 0, K(HEADER), NAMED_TOKEN),
  WORD("style", V3X, 0, encoding_words),       ONE("explode", V3X, 0, HOLDS_BOOLEAN),
  ONE("allowReserved", V3X, 0, HOLDS_BOOLEAN), MAP("encoding", V32, 0, K(ENCODING), NAMED_FREELY),
  LIST("prefixEncoding", V32, 0, K(ENCODING)), ONE("itemEncoding", V32, 0, K(ENCODING)),
};

static const struct sv_openapi_field response[] = {
  ONE("summary", V32, 0, HOLDS_STRING),           ONE("description", V3X, V30 | V31, HOLDS_STRING),
  MAP("headers", V3X, 0, K(HEADER), NAMED_TOKEN), MAP("content", V3X, 0, K(MEDIA), NAMED_FREELY),
  MAP("links", V3X, 0, K(LINK), NAMED_COMPONENT),
};

static const struct sv_openapi_field example[] = {
  ONE("summary", V3X, 0, HOLDS_STRING), ONE("description", V3X, 0, HOLDS_STRING),
  ONE("dataValue", V32, 0, HOLDS_ANY),  ONE("serializedValue", V32, 0, HOLDS_STRING),
  ONE("value", V3X, 0, HOLDS_ANY),      ONE("externalValue", V3X, 0, HOLDS_URI),
};

static const struct sv_openapi_field link[] = {
  ONE("operationRef", V3X, 0, HOLDS_STRING),          ONE("operationId", V3X, 0, HOLDS_STRING),
  MAP("parameters", V3X, 0, HOLDS_ANY, NAMED_FREELY), ONE("requestBody", V3X, 0, HOLDS_ANY),
  ONE("description", V3X, 0, HOLDS_STRING),           ONE("server", V3X, 0, K(SERVER)),
};

static const struct sv_openapi_field header[] = {
  ONE("description", V3X, 0, HOLDS_STRING),
  ONE("required", V3X, 0, HOLDS_BOOLEAN),
  ONE("deprecated", V3X, 0, HOLDS_BOOLEAN),
  ONE("allowEmptyValue", V30, 0, HOLDS_BOOLEAN),
  WORD("style", V3X, 0, style_words),
  ONE("explode", V3X, 0, HOLDS_BOOLEAN),
  ONE("allowReserved", V30, 0, HOLDS_BOOLEAN),
  ONE("schema", V3X, 0, K(SCHEMA)),
  ONE("example", V3X, 0, HOLDS_ANY),
  MAP("examples", V3X, 0, K(EXAMPLE), NAMED_FREELY),
  MAP("content", V3X, 0, K(MEDIA), NAMED_FREELY),
};

static const struct sv_openapi_field tag[] = {
  ONE("name", V3X, V3X, HOLDS_STRING),      ONE("summary", V32, 0, HOLDS_STRING),
  ONE("description", V3X, 0, HOLDS_STRING), ONE("externalDocs", V3X, 0, K(DOCS)),
  ONE("parent", V32, 0, HOLDS_STRING),      ONE("kind", V32, 0, HOLDS_STRING),
};

static const struct sv_openapi_field discriminator[] = {
  ONE("propertyName", V3X, V3X, HOLDS_STRING),
  ONE("mapping", V3X, 0, HOLDS_STRINGS),
  ONE("defaultMapping", V32, 0, HOLDS_STRING),
};

static const struct sv_openapi_field xml[] = {
  WORD("nodeType", V32, 0, node_words),    ONE("name", V3X, 0, HOLDS_STRING),
  ONE("namespace", V3X, 0, HOLDS_STRING),  ONE("prefix", V3X, 0, HOLDS_STRING),
  ONE("attribute", V3X, 0, HOLDS_BOOLEAN), ONE("wrapped", V3X, 0, HOLDS_BOOLEAN),
};

static const struct sv_openapi_field scheme[] = {
  WORD("type", V3X, V3X, scheme_words),
  ONE("description", V3X, 0, HOLDS_STRING),
  ONE("name", V3X, 0, HOLDS_STRING),
  WORD("in", V3X, 0, scheme_in_words),
  ONE("scheme", V3X, 0, HOLDS_STRING),
  ONE("bearerFormat", V3X, 0, HOLDS_STRING),
  ONE("flows", V3X, 0, K(FLOWS)),
  ONE("openIdConnectUrl", V3X, 0, HOLDS_URI),
  ONE("oauth2MetadataUrl", V32, 0, HOLDS_URI),
  ONE("deprecated", V32, 0, HOLDS_BOOLEAN),
};

static const struct sv_openapi_field flows[] = {
  ONE("implicit", V3X, 0, K(FLOW)),
  ONE("password", V3X, 0, K(FLOW)),
  ONE("clientCredentials", V3X, 0, K(FLOW)),
  ONE("authorizationCode", V3X, 0, K(FLOW)),
  ONE("deviceAuthorization", V32, 0, K(FLOW)),
};

static const struct sv_openapi_field flow[] = {
  ONE("authorizationUrl", V3X, 0, HOLDS_URI), ONE("deviceAuthorizationUrl", V32, 0, HOLDS_URI),
  ONE("tokenUrl", V3X, 0, HOLDS_URI),         ONE("refreshUrl", V3X, 0, HOLDS_URI),
  ONE("scopes", V3X, V3X, HOLDS_STRINGS),
};

static const struct sv_openapi_field responses[] = {
  ONE("default", V3X, 0, K(RESPONSE)),
};

#define EXT KIND_EXTENSIBLE
#define EXT_REF (KIND_EXTENSIBLE | KIND_REFERABLE)

const struct sv_openapi_kind_info sv_openapi_kinds_3[SV_OPENAPI_K_COUNT] = {
  [SV_OPENAPI_K_ROOT] = KIND("OpenAPI Object", root, EXT),
  [SV_OPENAPI_K_INFO] = KIND("Info Object", info, EXT),
  [SV_OPENAPI_K_CONTACT] = KIND("Contact Object", contact, EXT),
  [SV_OPENAPI_K_LICENSE] = KIND("License Object", license, EXT),
  [SV_OPENAPI_K_SERVER] = KIND("Server Object", server, EXT),
  [SV_OPENAPI_K_VARIABLE] = KIND("Server Variable Object", variable, EXT),
  [SV_OPENAPI_K_COMPONENTS] = KIND("Components Object", components, EXT),
  [SV_OPENAPI_K_PATHS] = KIND_OF_REST("Paths Object", K(ITEM), SHAPE_ONE, NAMED_PATH, EXT),
  [SV_OPENAPI_K_ITEM] = KIND("Path Item Object", item, EXT_REF),
  [SV_OPENAPI_K_OPERATION] = KIND("Operation Object", operation, EXT),
  [SV_OPENAPI_K_DOCS] = KIND("External Documentation Object", docs, EXT),
  [SV_OPENAPI_K_PARAMETER] = KIND("Parameter Object", parameter, EXT_REF),
  [SV_OPENAPI_K_BODY] = KIND("Request Body Object", body, EXT_REF),
  [SV_OPENAPI_K_MEDIA] = KIND("Media Type Object", media, EXT_REF),
  [SV_OPENAPI_K_ENCODING] = KIND("Encoding Object", encoding, EXT),
  [SV_OPENAPI_K_RESPONSES] = { .title = "Responses Object",
                               .fields = responses,
                               .count = 1,
                               .rest = { .versions = VALL,
                                         .holds = K(RESPONSE),
                                         .naming = NAMED_STATUS },
                               .flags = KIND_REST | EXT },
  [SV_OPENAPI_K_RESPONSE] = KIND("Response Object", response, EXT_REF),
  [SV_OPENAPI_K_CALLBACK] =
      KIND_OF_REST("Callback Object", K(ITEM), SHAPE_ONE, NAMED_FREELY, EXT_REF),
  [SV_OPENAPI_K_EXAMPLE] = KIND("Example Object", example, EXT_REF),
  [SV_OPENAPI_K_LINK] = KIND("Link Object", link, EXT_REF),
  [SV_OPENAPI_K_HEADER] = KIND("Header Object", header, EXT_REF),
  [SV_OPENAPI_K_TAG] = KIND("Tag Object", tag, EXT),
  [SV_OPENAPI_K_DISCRIMINATOR] = KIND("Discriminator Object", discriminator, EXT | KIND_REST),
  [SV_OPENAPI_K_XML] = KIND("XML Object", xml, EXT),
  [SV_OPENAPI_K_SCHEME] = KIND("Security Scheme Object", scheme, EXT_REF),
  [SV_OPENAPI_K_FLOWS] = KIND("OAuth Flows Object", flows, EXT),
  [SV_OPENAPI_K_FLOW] = KIND("OAuth Flow Object", flow, EXT),
  [SV_OPENAPI_K_REQUIREMENT] =
      KIND_OF_REST("Security Requirement Object", HOLDS_NAMES, SHAPE_ONE, NAMED_FREELY, 0),
};
