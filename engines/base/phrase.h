// SPDX-License-Identifier: Apache-2.0
/* A sentence known again: which values stand in the places of the template it was made from. */
#ifndef SV_BASE_PHRASE_H
#define SV_BASE_PHRASE_H

#include "engines/base/buf.h"

#include <stdbool.h>
#include <stddef.h>

#define SV_PHRASE_PLACES 8

/* The value of a place; NAME is "" for one of printf's. Both borrowed. */
struct sv_phrase_value {
  const char *name, *text;
  size_t name_size, size;
};

struct sv_phrase {
  struct sv_phrase_value values[SV_PHRASE_PLACES];
  size_t count;
};

/* Whether TEXT is PATTERN with its places filled, {names} and those of printf (%s %u %zu ...); OUT
 * then has the values. A value ends where what follows its place is first met. False for a pattern
 * with two places side by side, or with more than SV_PHRASE_PLACES. */
bool sv_phrase_match(const char *pattern, const char *text, struct sv_phrase *out);

/* Fills the places of SENTENCE, a template with the same places as the pattern's: names by name,
 * those of printf in order or by number ("%2$s"). SAY (may be NULL: as it is) adds a value. */
enum sv_status sv_phrase_fill(const char *sentence, const struct sv_phrase *p,
                              enum sv_status (*say)(void *context, const char *text, size_t size,
                                                    struct sv_buf *out),
                              void *context, struct sv_buf *out);

/* How many bytes of PATTERN stand outside its places. */
size_t sv_phrase_weight(const char *pattern);

#endif
