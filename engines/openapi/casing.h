// SPDX-License-Identifier: Apache-2.0
/* The ways to write names: camelCase and its kin, as Spectral's function casing defines them. */
#ifndef SV_OPENAPI_CASING_H
#define SV_OPENAPI_CASING_H

#include "engines/base/buf.h"

#include <stdbool.h>

enum sv_casing {
  SV_CASE_FLAT,
  SV_CASE_CAMEL,
  SV_CASE_PASCAL,
  SV_CASE_KEBAB,
  SV_CASE_COBOL,
  SV_CASE_SNAKE,
  SV_CASE_MACRO,
  SV_CASE_NONE
};

struct sv_casing_options {
  enum sv_casing casing;
  bool no_digits;
  const char *separator; /* one character between parts, NULL: none */
  bool leads;            /* it may stand first as well */
};

/* The way that NAME means ("camel", ...), SV_CASE_NONE when it means none. */
enum sv_casing sv_casing_find(const char *name);
const char *sv_casing_name(enum sv_casing casing);

/* Adds the pattern (ECMA-262) of names written in that way to OUT. */
enum sv_status sv_casing_pattern(const struct sv_casing_options *opt, struct sv_buf *out);

/* How a name of several words is written; SV_CASE_FLAT for a single word, which fits camel, snake
 * and kebab alike; SV_CASE_NONE for a mixture. Letters beyond ASCII count as letters of their case
 * in Latin-1. */
enum sv_casing sv_casing_of(const char *text, size_t size);

#endif
