// SPDX-License-Identifier: Apache-2.0
/* Reading and judging query parameters, shared by the handlers of the programming interface. */
#ifndef SV_REFERENCE_API_H
#define SV_REFERENCE_API_H

#include "reference/route.h"

#include <jansson.h>

/* What is wrong with a request, gathered so that all of it is told at once. */
struct sv_faults {
  struct sv_buf list; /* JSON objects with commas between */
  size_t count;
  bool first_only;
};

#define SV_FAULTS ((struct sv_faults){ .list = SV_BUF(8192) })

void sv_faults_add(struct sv_faults *f, const char *parameter, const char *message);

/* The number in query parameter NAME, WHEN_ABSENT without one; a fault when it is not LOW to HIGH.
 */
unsigned sv_api_number(const struct sv_service *s, struct sv_exchange *x, struct sv_faults *f,
                       const char *name, unsigned when_absent, const unsigned bounds[2]);

/* The message in BODY as JSON, a new reference; NULL when it is no message. ENTITIES: a DOCTYPE is
 * let through, and what it declares is put in. */
json_t *sv_message_from_xml(const char *body, size_t size, bool entities);

/* Whether there are faults: then the answer is a 400 that lists them. Frees F. */
bool sv_faults_answer(const struct sv_service *s, struct sv_exchange *x, struct sv_faults *f);

#endif
