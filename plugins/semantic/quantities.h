// SPDX-License-Identifier: Apache-2.0
/* Which fields measure something, and whether their unit is told. */
#ifndef SV_SEMANTIC_QUANTITIES_H
#define SV_SEMANTIC_QUANTITIES_H

#include <jansson.h>
#include <stdbool.h>

/* Whether the property NAME with SCHEMA is a number that measures something, by its name. */
bool sv_sem_is_quantity(const char *name, const json_t *schema);

/* Whether its schema tells the unit, or a property beside it in SIBLINGS does. */
bool sv_sem_has_unit(const char *name, const json_t *schema, const json_t *siblings);

#endif
