// SPDX-License-Identifier: Apache-2.0
/* Problem details (RFC 9457) and linksets (RFC 9264), read from JSON. */
#ifndef SV_HTTP_PROBLEM_H
#define SV_HTTP_PROBLEM_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

/* The name of the first member that breaks RFC 9457 section 3.1 in BODY, with what it should be in
 * *EXPECTED; NULL when there is none. "" stands for the body itself (not an object). Members are
 * optional; unknown ones are allowed. */
const char *sv_problem_fault(const json_t *body, const char **expected);

/* The fault of a linkset document (RFC 9264 4.2), as sv_problem_fault, or NULL. *INDEX is the
 * number of the link context concerned. */
const char *sv_linkset_fault(const json_t *document, size_t *index, const char **expected);

/* Calls EACH for every target of every link context until it gives false: the context's anchor (or
 * ""), the relation type and the target's href. The document must be without fault. */
void sv_linkset_walk(const json_t *document,
                     bool (*each)(void *closure, const char *anchor, const char *rel,
                                  const char *href),
                     void *closure);

#endif
