// SPDX-License-Identifier: Apache-2.0
/* The operations of an OpenAPI document as plain JSON: enough for rules that need no resolved
 * references. */
#ifndef SV_TECHNICAL_OPERATIONS_H
#define SV_TECHNICAL_OPERATIONS_H

#include <jansson.h>
#include <stdbool.h>

struct tec_operation {
  const char *path;
  const char *method;
  const json_t *item; /* the path item */
  const json_t *operation;
};

/* Calls VISIT for every operation under paths until it gives false. */
void tec_operations(const json_t *openapi,
                    bool (*visit)(void *closure, const struct tec_operation *), void *closure);

/* The path of the first GET operation that is secured and can be called without knowing anything;
 * NULL: none. Borrowed. */
const char *tec_secured_path(const json_t *openapi);

#endif
