// SPDX-License-Identifier: Apache-2.0
/* The named properties of API descriptions and schemas; references are followed one step within the
 * document. */
#ifndef SV_SEMANTIC_SCHEMA_DOCUMENT_H
#define SV_SEMANTIC_SCHEMA_DOCUMENT_H

#include <jansson.h>

/* A named property of a schema. SCHEMA is what its reference leads to; SIBLINGS is the object that
 * holds it. */
typedef void sv_schema_property(void *closure, const char *pointer, const char *name,
                                const json_t *schema, const json_t *siblings);

/* Calls VISIT for each member of each "properties" in DOCUMENT. */
void sv_schema_properties(const json_t *document, sv_schema_property *visit, void *closure);

#endif
