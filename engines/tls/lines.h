// SPDX-License-Identifier: Apache-2.0
/* Offers, questions and their answers as lines "Name: value", the form in which they travel between
 * processes and stand in recordings. An offer is then a request like any other: shared, paced,
 * recorded and replayed. */
#ifndef SV_ENGINES_TLS_LINES_H
#define SV_ENGINES_TLS_LINES_H

#include "engines/base/arena.h"
#include "engines/tls/answer.h"

#include <samsvar/plugin.h>

/* The methods of such requests; no method of HTTP has a hyphen in the middle of an exchange of
 * ours. */
#define SV_METHOD_TLS "TLS-HELLO"
#define SV_METHOD_DNS "DNS-LOOKUP"
#define SV_METHOD_TOKEN "TOKEN-FACTS"

/* Whether METHOD is one of the three. */
bool sv_method_is_probe(const char *method);

/* The request for O: lines in A, NULL last. NULL when memory ran out. */
const char *const *sv_offer_lines(struct sv_arena *a, const struct sv_offer *o);
const char *const *sv_question_lines(struct sv_arena *a, const struct sv_question *q);

/* The hello that LINES ask for at HOST. SV_INVALID when a line is malformed. */
enum sv_status sv_hello_from_lines(const char *const *lines, size_t count, const char *host,
                                   struct sv_hello *out) SV_MUST_USE;

/* The lines of an answer, without what the caller adds about certificates. */
const char *const *sv_hello_lines(struct sv_arena *a, const struct sv_hello_answer *answer,
                                  const char *staple, size_t *count);

/* Back: what the answer to such a request tells; strings are borrowed from R. */
void sv_answered_read(const struct sv_response *r, struct sv_answered *out);
/* The same for a question; the list of records is made in A. False when memory ran out. */
bool sv_named_read(struct sv_arena *a, const struct sv_response *r, struct sv_named *out);

/* The value of the first line NAME of COUNT, or NULL. */
const char *sv_line_value(const char *const *lines, size_t count, const char *name);

#endif
