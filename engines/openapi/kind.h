// SPDX-License-Identifier: Apache-2.0
/* What the specification says about the members of its objects, as tables. */
#ifndef SV_OPENAPI_KIND_H
#define SV_OPENAPI_KIND_H

#include "engines/openapi/openapi.h"

/* Versions as bits. */
enum { V20 = 1, V30 = 2, V31 = 4, V32 = 8, V3X = V30 | V31 | V32, VALL = V20 | V3X };

enum sv_openapi_shape { SHAPE_ONE, SHAPE_LIST, SHAPE_MAP };

/* What a member holds; HOLDS_KIND + k is an object of kind k. */
enum sv_openapi_holds {
  HOLDS_ANY,
  HOLDS_STRING,
  HOLDS_BOOLEAN,
  HOLDS_NUMBER,
  HOLDS_POSITIVE,
  HOLDS_COUNT, /* a whole number, 0 or more */
  HOLDS_URI,   /* an IRI reference */
  HOLDS_EMAIL,
  HOLDS_PATTERN,
  HOLDS_WORD,    /* one of words */
  HOLDS_TYPE,    /* JSON Schema's type */
  HOLDS_NAMES,   /* an array of strings */
  HOLDS_STRINGS, /* an object of strings */
  HOLDS_SCHEMA_OR_BOOLEAN,
  HOLDS_SCHEMA_OR_LIST,
  HOLDS_LIMIT, /* exclusiveMaximum: a boolean until 3.0, then a number */
  HOLDS_KIND = 64
};

/* What the names of a map must be. */
enum sv_openapi_naming {
  NAMED_FREELY,
  NAMED_COMPONENT, /* ^[a-zA-Z0-9._-]+$ */
  NAMED_PATH,      /* begins with a slash */
  NAMED_STATUS,
  NAMED_TOKEN, /* RFC 9110 5.6.2 */
  NAMED_METHOD /* a token, but none that has a member of its own */
};

struct sv_openapi_field {
  const char *name; /* NULL: of the members that no field names */
  uint8_t size;
  uint8_t versions;
  uint8_t required; /* in these versions */
  uint8_t shape;
  uint8_t holds;
  uint8_t naming; /* of a map, or of the members that no field names */
  bool filled;    /* a list or map that must not be empty */
  const char *const *words;
};

enum {
  KIND_EXTENSIBLE = 1, /* members that begin with x- */
  KIND_REFERABLE = 2,  /* a Reference Object may stand in its place */
  KIND_REST = 4        /* other members are as the rest field says */
};

struct sv_openapi_kind_info {
  const char *title; /* "Parameter Object" */
  const struct sv_openapi_field *fields;
  size_t count;
  struct sv_openapi_field rest;
  unsigned flags;
};

/* The kinds of 2.0 and of 3; NULL for one that the version does not know. */
const struct sv_openapi_kind_info *sv_openapi_kind_info(enum sv_openapi_version version,
                                                        enum sv_openapi_kind kind);

/* Of the two tables; entries without a title are unknown there. */
extern const struct sv_openapi_kind_info sv_openapi_kinds_2[SV_OPENAPI_K_COUNT];
extern const struct sv_openapi_kind_info sv_openapi_kinds_3[SV_OPENAPI_K_COUNT];

/* The keywords of schema objects, of all versions. */
extern const struct sv_openapi_field sv_openapi_keywords[];
extern const size_t sv_openapi_keyword_count;

/* Rows: NAME is (in VERSIONS, required in REQUIRED) one, a list or a map of HOLDS. */
#define NAMED(text) .name = (text), .size = (uint8_t)(sizeof(text) - 1)
#define ONE(text, in, must, what)                                                                  \
  {                                                                                                \
    NAMED(text), .versions = (in), .required = (must), .shape = SHAPE_ONE, .holds = (what)         \
  }
#define WORD(text, in, must, list)                                                                 \
  {                                                                                                \
    NAMED(text), .versions = (in), .required = (must), .holds = HOLDS_WORD, .words = (list)        \
  }
#define LIST(text, in, must, what)                                                                 \
  {                                                                                                \
    NAMED(text), .versions = (in), .required = (must), .shape = SHAPE_LIST, .holds = (what)        \
  }
#define MAP(text, in, must, what, names)                                                           \
  {                                                                                                \
    NAMED(text), .versions = (in), .required = (must), .shape = SHAPE_MAP, .holds = (what),        \
                 .naming = (names)                                                                 \
  }
#define K(kind) (HOLDS_KIND + SV_OPENAPI_K_##kind)

#define KIND(text, table, bits)                                                                    \
  {                                                                                                \
    .title = (text), .fields = (table), .count = sizeof(table) / sizeof((table)[0]),               \
    .flags = (bits)                                                                                \
  }
#define KIND_OF_REST(text, what, form, names, bits)                                                \
  {                                                                                                \
    .title = (text),                                                                               \
    .rest = { .shape = (form), .holds = (what), .naming = (names), .versions = VALL },             \
    .flags = KIND_REST | (bits)                                                                    \
  }

#endif
