// SPDX-License-Identifier: Apache-2.0
/* The keywords of schema objects: the subset of JSON Schema in 2.0 and 3.0, all of 2020-12 with the
 * OpenAPI vocabulary from 3.1 on. */
#include "engines/openapi/kind.h"

#include <stddef.h>

#define OLD (V20 | V30)
#define NEW (V31 | V32)

const struct sv_openapi_field sv_openapi_keywords[] = {
  /* the frequent ones first */
  ONE("type", VALL, 0, HOLDS_TYPE),
  ONE("description", VALL, 0, HOLDS_STRING),
  ONE("$ref", VALL, 0, HOLDS_STRING),
  MAP("properties", VALL, 0, K(SCHEMA), NAMED_FREELY),
  ONE("format", VALL, 0, HOLDS_STRING),
  ONE("items", V30 | NEW, 0, K(SCHEMA)),
  ONE("items", V20, 0, HOLDS_SCHEMA_OR_LIST),
  ONE("required", VALL, 0, HOLDS_NAMES),
  LIST("enum", VALL, 0, HOLDS_ANY),
  ONE("example", VALL, 0, HOLDS_ANY),
  ONE("nullable", V30, 0, HOLDS_BOOLEAN),
  ONE("title", VALL, 0, HOLDS_STRING),
  ONE("default", VALL, 0, HOLDS_ANY),
  LIST("allOf", VALL, 0, K(SCHEMA)),
  LIST("oneOf", V30 | NEW, 0, K(SCHEMA)),
  LIST("anyOf", V30 | NEW, 0, K(SCHEMA)),
  ONE("not", V30 | NEW, 0, K(SCHEMA)),
  ONE("additionalProperties", VALL, 0, HOLDS_SCHEMA_OR_BOOLEAN),
  ONE("multipleOf", VALL, 0, HOLDS_POSITIVE),
  ONE("maximum", VALL, 0, HOLDS_NUMBER),
  ONE("exclusiveMaximum", VALL, 0, HOLDS_LIMIT),
  ONE("minimum", VALL, 0, HOLDS_NUMBER),
  ONE("exclusiveMinimum", VALL, 0, HOLDS_LIMIT),
  ONE("maxLength", VALL, 0, HOLDS_COUNT),
  ONE("minLength", VALL, 0, HOLDS_COUNT),
  ONE("pattern", VALL, 0, HOLDS_PATTERN),
  ONE("maxItems", VALL, 0, HOLDS_COUNT),
  ONE("minItems", VALL, 0, HOLDS_COUNT),
  ONE("uniqueItems", VALL, 0, HOLDS_BOOLEAN),
  ONE("maxProperties", VALL, 0, HOLDS_COUNT),
  ONE("minProperties", VALL, 0, HOLDS_COUNT),
  ONE("readOnly", VALL, 0, HOLDS_BOOLEAN),
  ONE("writeOnly", V30 | NEW, 0, HOLDS_BOOLEAN),
  ONE("deprecated", V30 | NEW, 0, HOLDS_BOOLEAN),
  ONE("discriminator", V30 | NEW, 0, K(DISCRIMINATOR)),
  ONE("discriminator", V20, 0, HOLDS_STRING),
  ONE("externalDocs", VALL, 0, K(DOCS)),
  ONE("xml", VALL, 0, K(XML)),
  /* 2020-12 */
  ONE("const", NEW, 0, HOLDS_ANY),
  LIST("examples", NEW, 0, HOLDS_ANY),
  ONE("$id", NEW, 0, HOLDS_STRING),
  ONE("$schema", NEW, 0, HOLDS_STRING),
  ONE("$anchor", NEW, 0, HOLDS_STRING),
  ONE("$dynamicRef", NEW, 0, HOLDS_STRING),
  ONE("$dynamicAnchor", NEW, 0, HOLDS_STRING),
  ONE("$vocabulary", NEW, 0, HOLDS_ANY),
  ONE("$comment", NEW, 0, HOLDS_STRING),
  MAP("$defs", NEW, 0, K(SCHEMA), NAMED_FREELY),
  LIST("prefixItems", NEW, 0, K(SCHEMA)),
  ONE("contains", NEW, 0, K(SCHEMA)),
  ONE("if", NEW, 0, K(SCHEMA)),
  ONE("then", NEW, 0, K(SCHEMA)),
  ONE("else", NEW, 0, K(SCHEMA)),
  MAP("dependentSchemas", NEW, 0, K(SCHEMA), NAMED_FREELY),
  MAP("patternProperties", NEW, 0, K(SCHEMA), NAMED_FREELY),
  ONE("propertyNames", NEW, 0, K(SCHEMA)),
  ONE("unevaluatedItems", NEW, 0, K(SCHEMA)),
  ONE("unevaluatedProperties", NEW, 0, K(SCHEMA)),
  MAP("dependentRequired", NEW, 0, HOLDS_NAMES, NAMED_FREELY),
  ONE("maxContains", NEW, 0, HOLDS_COUNT),
  ONE("minContains", NEW, 0, HOLDS_COUNT),
  ONE("contentEncoding", NEW, 0, HOLDS_STRING),
  ONE("contentMediaType", NEW, 0, HOLDS_STRING),
  ONE("contentSchema", NEW, 0, K(SCHEMA)),
};

const size_t sv_openapi_keyword_count = sizeof sv_openapi_keywords / sizeof sv_openapi_keywords[0];

_Static_assert(sizeof sv_openapi_keywords / sizeof sv_openapi_keywords[0] <= 64, "the members seen "
                                                                                 "are bits of one "
                                                                                 "word");

const struct sv_openapi_kind_info *sv_openapi_kind_info(enum sv_openapi_version version,
                                                        enum sv_openapi_kind kind)
{
  static const struct sv_openapi_kind_info schema_2 = { .title = "Schema Object",
                                                        .fields = sv_openapi_keywords,
                                                        .count = sizeof sv_openapi_keywords /
                                                                 sizeof sv_openapi_keywords[0],
                                                        .flags = KIND_EXTENSIBLE | KIND_REFERABLE };
  static const struct sv_openapi_kind_info schema_31 = {
    .title = "Schema Object",
    .fields = sv_openapi_keywords,
    .count = sizeof sv_openapi_keywords / sizeof sv_openapi_keywords[0],
    .rest = { .versions = VALL },
    .flags = KIND_EXTENSIBLE | KIND_REFERABLE | KIND_REST
  };
  if (kind == SV_OPENAPI_K_SCHEMA)
    return version >= SV_OPENAPI_3_1 ? &schema_31 : &schema_2;
  const struct sv_openapi_kind_info *table =
      version == SV_OPENAPI_2_0 ? sv_openapi_kinds_2 : sv_openapi_kinds_3;
  return table[kind].title ? &table[kind] : NULL;
}
