// SPDX-License-Identifier: Apache-2.0
/* The keywords of every dialect: since when, of which vocabulary, and where subschemas stand in
 * them. */
#include "engines/schema/program.h"

#include <stdlib.h>
#include <string.h>

#define NEW (SV_D19 | SV_D20)
#define SINCE_7 (SV_D7 | NEW)
#define SINCE_6 (SV_D6 | SINCE_7)
#define JSON_SCHEMA (SV_D4 | SINCE_6)
#define BEFORE_20 (SV_D_ALL & ~SV_D20)
#define BOTH_FORMATS (SV_V_FORMAT | SV_V_FORMAT_ASSERTION)

#define SUB(shape) SV_SHAPE_##shape
#define STR SV_T_STRING
#define NUM SV_T_NUMBER
#define ARR SV_T_ARRAY
#define OBJ SV_T_OBJECT
#define ANY SV_T_ANY

/* Sorted by name. */
static const struct sv_keyword keywords[] = {
  { "$anchor", NEW, SV_V_CORE, SV_OP_NOTHING, SUB(NONE), ANY },
  { "$comment", SINCE_7, SV_V_CORE, SV_OP_NOTHING, SUB(NONE), ANY },
  { "$defs", NEW, SV_V_CORE, SV_OP_NOTHING, SUB(MAP), ANY },
  { "$dynamicAnchor", SV_D20, SV_V_CORE, SV_OP_NOTHING, SUB(NONE), ANY },
  { "$dynamicRef", SV_D20, SV_V_CORE, SV_OP_DYNAMIC_REF, SUB(NONE), ANY },
  { "$id", SINCE_6, SV_V_CORE, SV_OP_NOTHING, SUB(NONE), ANY },
  { "$recursiveAnchor", SV_D19, SV_V_CORE, SV_OP_NOTHING, SUB(NONE), ANY },
  { "$recursiveRef", SV_D19, SV_V_CORE, SV_OP_DYNAMIC_REF, SUB(NONE), ANY },
  { "$ref", SV_D_ALL, SV_V_CORE, SV_OP_REF, SUB(NONE), ANY },
  { "$schema", JSON_SCHEMA, SV_V_CORE, SV_OP_NOTHING, SUB(NONE), ANY },
  { "$vocabulary", NEW, SV_V_CORE, SV_OP_NOTHING, SUB(NONE), ANY },
  { "additionalItems", SV_D4 | SV_D6 | SV_D7 | SV_D19, SV_V_APPLICATOR, SV_OP_ITEMS, SUB(SCHEMA),
    ARR },
  { "additionalProperties", SV_D_ALL, SV_V_APPLICATOR, SV_OP_ADDITIONAL_PROPERTIES, SUB(SCHEMA),
    OBJ },
  { "allOf", SV_D_ALL, SV_V_APPLICATOR, SV_OP_ALL_OF, SUB(LIST), ANY },
  { "anyOf", SV_D_ALL, SV_V_APPLICATOR, SV_OP_ANY_OF, SUB(LIST), ANY },
  { "const", SINCE_6, SV_V_VALIDATION, SV_OP_CONST, SUB(NONE), ANY },
  { "contains", SINCE_6, SV_V_APPLICATOR, SV_OP_CONTAINS, SUB(SCHEMA), ARR },
  { "contentEncoding", SINCE_7, SV_V_CONTENT, SV_OP_CONTENT, SUB(NONE), STR },
  { "contentMediaType", SINCE_7, SV_V_CONTENT, SV_OP_CONTENT, SUB(NONE), STR },
  { "contentSchema", NEW, SV_V_CONTENT, SV_OP_CONTENT_SCHEMA, SUB(SCHEMA), STR },
  { "default", SV_D_ALL, SV_V_META, SV_OP_ANNOTATION, SUB(NONE), ANY },
  { "definitions", JSON_SCHEMA, SV_V_CORE, SV_OP_NOTHING, SUB(MAP), ANY },
  { "dependencies", JSON_SCHEMA, SV_V_APPLICATOR, SV_OP_DEPENDENT_SCHEMAS, SUB(MAP_OR_NAMES), OBJ },
  { "dependentRequired", NEW, SV_V_VALIDATION, SV_OP_DEPENDENT_REQUIRED, SUB(NONE), OBJ },
  { "dependentSchemas", NEW, SV_V_APPLICATOR, SV_OP_DEPENDENT_SCHEMAS, SUB(MAP), OBJ },
  { "deprecated", NEW | SV_DOAS30, SV_V_META, SV_OP_ANNOTATION, SUB(NONE), ANY },
  { "description", SV_D_ALL, SV_V_META, SV_OP_ANNOTATION, SUB(NONE), ANY },
  { "discriminator", SV_DOAS30 | SV_D20, SV_V_OAS, SV_OP_ANNOTATION, SUB(NONE), ANY },
  { "else", SINCE_7, SV_V_APPLICATOR, SV_OP_THEN, SUB(SCHEMA), ANY },
  { "enum", SV_D_ALL, SV_V_VALIDATION, SV_OP_ENUM, SUB(NONE), ANY },
  { "example", SV_DOAS30 | SV_D20, SV_V_OAS, SV_OP_ANNOTATION, SUB(NONE), ANY },
  { "examples", SINCE_6, SV_V_META, SV_OP_ANNOTATION, SUB(NONE), ANY },
  { "exclusiveMaximum", SINCE_6, SV_V_VALIDATION, SV_OP_EXCLUSIVE_MAXIMUM, SUB(NONE), NUM },
  { "exclusiveMaximum", SV_D4 | SV_DOAS30, SV_V_VALIDATION, SV_OP_NOTHING, SUB(NONE), NUM },
  { "exclusiveMinimum", SINCE_6, SV_V_VALIDATION, SV_OP_EXCLUSIVE_MINIMUM, SUB(NONE), NUM },
  { "exclusiveMinimum", SV_D4 | SV_DOAS30, SV_V_VALIDATION, SV_OP_NOTHING, SUB(NONE), NUM },
  { "externalDocs", SV_DOAS30 | SV_D20, SV_V_OAS, SV_OP_ANNOTATION, SUB(NONE), ANY },
  { "format", SV_D_ALL, BOTH_FORMATS, SV_OP_FORMAT, SUB(NONE), ANY },
  { "id", SV_D4, SV_V_CORE, SV_OP_NOTHING, SUB(NONE), ANY },
  { "if", SINCE_7, SV_V_APPLICATOR, SV_OP_IF, SUB(SCHEMA), ANY },
  { "items", BEFORE_20 & ~SV_DOAS30, SV_V_APPLICATOR, SV_OP_ITEMS, SUB(SCHEMA_OR_LIST), ARR },
  { "items", SV_D20 | SV_DOAS30, SV_V_APPLICATOR, SV_OP_ITEMS, SUB(SCHEMA), ARR },
  { "maxContains", NEW, SV_V_VALIDATION, SV_OP_LIMITS, SUB(NONE), ARR },
  { "maxItems", SV_D_ALL, SV_V_VALIDATION, SV_OP_MAX_ITEMS, SUB(NONE), ARR },
  { "maxLength", SV_D_ALL, SV_V_VALIDATION, SV_OP_MAX_LENGTH, SUB(NONE), STR },
  { "maxProperties", SV_D_ALL, SV_V_VALIDATION, SV_OP_MAX_PROPERTIES, SUB(NONE), OBJ },
  { "maximum", SINCE_6, SV_V_VALIDATION, SV_OP_MAXIMUM, SUB(NONE), NUM },
  { "maximum", SV_D4 | SV_DOAS30, SV_V_VALIDATION, SV_OP_MAXIMUM, SUB(NONE), NUM },
  { "minContains", NEW, SV_V_VALIDATION, SV_OP_LIMITS, SUB(NONE), ARR },
  { "minItems", SV_D_ALL, SV_V_VALIDATION, SV_OP_MIN_ITEMS, SUB(NONE), ARR },
  { "minLength", SV_D_ALL, SV_V_VALIDATION, SV_OP_MIN_LENGTH, SUB(NONE), STR },
  { "minProperties", SV_D_ALL, SV_V_VALIDATION, SV_OP_MIN_PROPERTIES, SUB(NONE), OBJ },
  { "minimum", SV_D_ALL, SV_V_VALIDATION, SV_OP_MINIMUM, SUB(NONE), NUM },
  { "multipleOf", SV_D_ALL, SV_V_VALIDATION, SV_OP_MULTIPLE_OF, SUB(NONE), NUM },
  { "not", SV_D_ALL, SV_V_APPLICATOR, SV_OP_NOT, SUB(SCHEMA), ANY },
  { "nullable", SV_DOAS30, SV_V_VALIDATION, SV_OP_NOTHING, SUB(NONE), ANY },
  { "oneOf", SV_D_ALL, SV_V_APPLICATOR, SV_OP_ONE_OF, SUB(LIST), ANY },
  { "pattern", SV_D_ALL, SV_V_VALIDATION, SV_OP_PATTERN, SUB(NONE), STR },
  { "patternProperties", JSON_SCHEMA, SV_V_APPLICATOR, SV_OP_PATTERN_PROPERTIES, SUB(MAP), OBJ },
  { "prefixItems", SV_D20, SV_V_APPLICATOR, SV_OP_PREFIX_ITEMS, SUB(LIST), ARR },
  { "properties", SV_D_ALL, SV_V_APPLICATOR, SV_OP_PROPERTIES, SUB(MAP), OBJ },
  { "propertyNames", SINCE_6, SV_V_APPLICATOR, SV_OP_PROPERTY_NAMES, SUB(SCHEMA), OBJ },
  { "readOnly", SINCE_7 | SV_DOAS30, SV_V_META, SV_OP_ANNOTATION, SUB(NONE), ANY },
  { "required", SV_D_ALL, SV_V_VALIDATION, SV_OP_REQUIRED, SUB(NONE), OBJ },
  { "then", SINCE_7, SV_V_APPLICATOR, SV_OP_THEN, SUB(SCHEMA), ANY },
  { "title", SV_D_ALL, SV_V_META, SV_OP_ANNOTATION, SUB(NONE), ANY },
  { "type", SV_D_ALL, SV_V_VALIDATION, SV_OP_TYPE, SUB(NONE), ANY },
  { "unevaluatedItems", NEW, SV_V_UNEVALUATED, SV_OP_UNEVALUATED_ITEMS, SUB(SCHEMA), ARR },
  { "unevaluatedProperties", NEW, SV_V_UNEVALUATED, SV_OP_UNEVALUATED_PROPERTIES, SUB(SCHEMA),
    OBJ },
  { "uniqueItems", SV_D_ALL, SV_V_VALIDATION, SV_OP_UNIQUE_ITEMS, SUB(NONE), ARR },
  { "writeOnly", SINCE_7 | SV_DOAS30, SV_V_META, SV_OP_ANNOTATION, SUB(NONE), ANY },
  { "xml", SV_DOAS30 | SV_D20, SV_V_OAS, SV_OP_ANNOTATION, SUB(NONE), ANY },
};

#define COUNT (sizeof keywords / sizeof keywords[0])

static int compare(const char *name, size_t size, const char *keyword)
{
  const int c = strncmp(name, keyword, size);
  return c != 0 ? c : keyword[size] == '\0' ? 0 : -1;
}

const struct sv_keyword *sv_keyword_find(const struct sv_dialect *dialect, const char *name,
                                         size_t size)
{
  size_t lo = 0, hi = COUNT;
  if (memchr(name, 0, size))
    return NULL;
  while (lo < hi) {
    const size_t mid = lo + (hi - lo) / 2;
    if (compare(name, size, keywords[mid].name) > 0)
      lo = mid + 1;
    else
      hi = mid;
  }
  for (; lo < COUNT && compare(name, size, keywords[lo].name) == 0; lo++)
    if (keywords[lo].drafts & dialect->draft && keywords[lo].vocabulary & dialect->vocabularies)
      return &keywords[lo];
  return NULL;
}
