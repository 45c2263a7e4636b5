// SPDX-License-Identifier: Apache-2.0
/* The parts of the JSON reader. Each takes where it stands and returns where it ended, NULL after a
 * failure. */
#ifndef SV_DOC_JSON_H
#define SV_DOC_JSON_H

#include "engines/doc/build.h"

struct sv_json {
  struct sv_build *build;
  const char *start, *end;
  bool done;
};

enum sv_json_fault {
  SV_JSON_EMPTY,
  SV_JSON_VALUE,
  SV_JSON_VALUE_END,
  SV_JSON_NAME,
  SV_JSON_COLON,
  SV_JSON_OBJECT_NEXT,
  SV_JSON_OBJECT_END,
  SV_JSON_ARRAY_NEXT,
  SV_JSON_ARRAY_END,
  SV_JSON_TRAILING_COMMA,
  SV_JSON_NO_VALUE,
  SV_JSON_EXTRA,
  SV_JSON_COMMENT,
  SV_JSON_SINGLE_QUOTE,
  SV_JSON_BARE_NAME,
  SV_JSON_BARE_WORD,
  SV_JSON_NOT_FINITE,
  SV_JSON_LITERAL,
  SV_JSON_PLUS,
  SV_JSON_LEADING_ZERO,
  SV_JSON_LEADING_POINT,
  SV_JSON_FRACTION,
  SV_JSON_EXPONENT,
  SV_JSON_MINUS,
  SV_JSON_HEX,
  SV_JSON_STRING_END,
  SV_JSON_CONTROL,
  SV_JSON_ESCAPE,
  SV_JSON_UNICODE_ESCAPE,
  SV_JSON_UTF8
};

/* Ends the reading with FAULT at P. Returns NULL. */
void *sv_json_fault(struct sv_json *j, enum sv_json_fault fault, const char *p);

/* The same where a value or a name was due: finds the sentence that helps most. */
void *sv_json_value_fault(struct sv_json *j, const char *p);
void *sv_json_name_fault(struct sv_json *j, const char *p);

/* A string from its opening quote, as value or as name. */
const char *sv_json_string(struct sv_json *j, const char *p, bool is_name);

/* A number from its first character. */
const char *sv_json_number(struct sv_json *j, const char *p);

#endif
