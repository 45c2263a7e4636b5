// SPDX-License-Identifier: Apache-2.0
/* Sentences that came as values of other sentences, known again whoever made them. */
#ifndef SV_RESULT_KNOWN_H
#define SV_RESULT_KNOWN_H

#include "engines/base/buf.h"

#include <stdbool.h>
#include <stddef.h>

/* Appends TEXT in the language in use: a msgid of the catalogue, one with its places filled, or a
 * reason of a library that the table of foreign words has. What is none of these is appended as it
 * is. */
enum sv_status sv_known_say(const char *text, struct sv_buf *out);

/* The same of SIZE bytes, a value within such a sentence. */
enum sv_status sv_known_value(const char *text, size_t size, struct sv_buf *out);

/* Whether TEXT is one of them. */
bool sv_known_is(const char *text);

#pragma GCC visibility push(hidden)

/* What a library says, with {places}, and what we say of it: a msgid with the same places. */
struct sv_foreign {
  const char *said, *msgid;
};
extern const struct sv_foreign sv_foreign_words[];
extern const size_t sv_foreign_count;

#pragma GCC visibility pop

#endif
