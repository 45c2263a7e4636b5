// SPDX-License-Identifier: Apache-2.0
/* Values made from schemas: what a document gives as example, what a schema lets through at its
 * edges, and what it just does not let through. Nothing is random: the same schema gives the same
 * values. A value is a proposal; whoever sends it has it judged first. */
#ifndef SV_OPENAPI_VALUE_H
#define SV_OPENAPI_VALUE_H

#include "engines/openapi/openapi.h"

#include <jansson.h>

enum sv_value_wish {
  SV_VALUE_SAMPLE, /* what the document gives: example, default, const, enum; else as LEAST */
  SV_VALUE_LEAST,  /* the smallest: lower bounds, required members alone */
  SV_VALUE_MOST    /* the largest: upper bounds, all members */
};

/* The value that HOLDER (a parameter, header or media type; none) and SCHEMA give as example or
 * default, a new reference; NULL: none. The names x-example and schema examples count. */
json_t *sv_value_given(struct sv_openapi *api, struct sv_openapi_node holder,
                       struct sv_openapi_node schema);

/* A value for SCHEMA, a new reference; NULL when none is known: an upper bound that is not there, a
 * pattern nothing was found for, a schema too deep. */
json_t *sv_value_make(struct sv_openapi *api, struct sv_openapi_node schema,
                      enum sv_value_wish wish);

/* The keyword NAME in force at SCHEMA: its own, that of what it refers to, or of a part of allOf;
 * none. */
struct sv_openapi_node sv_value_keyword(struct sv_openapi *api, struct sv_openapi_node schema,
                                        const char *name);

/* The first and last value of enum that is no null, as new references; false: there is no enum. */
bool sv_value_ends(struct sv_openapi *api, struct sv_openapi_node schema, json_t **first,
                   json_t **last);

/* A value with one fault. */
struct sv_value_fault {
  const char *keyword; /* that it breaks: static */
  json_t *value;       /* owned by whoever asked */
  struct sv_openapi_node where;
};

enum { SV_VALUE_FAULTS_MAX = 10 };

/* Puts up to SV_VALUE_FAULTS_MAX values that each break one keyword of SCHEMA into OUT, and gives
 * their number. AS_TEXT: the value will be text on the wire, so a text where a number is declared
 * is wrong and a number where a text is declared is not. */
size_t sv_value_faults(struct sv_openapi *api, struct sv_openapi_node schema, bool as_text,
                       struct sv_value_fault out[SV_VALUE_FAULTS_MAX]);

/* A text of FORMAT ("date"), static; with WRONG one that nearly is. NULL: the format is not known.
 */
const char *sv_value_format(const char *format, bool wrong);

#endif
