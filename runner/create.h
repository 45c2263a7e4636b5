// SPDX-License-Identifier: Apache-2.0
/* Files that are made for the user and never written over. */
#ifndef SV_RUNNER_CREATE_H
#define SV_RUNNER_CREATE_H

#include "engines/base/arena.h"
#include "engines/base/status.h"

/* Writes TEXT to the new file PATH. SV_DENIED with a sentence when something is there already,
 * SV_IO when it cannot be written (nothing is left behind then). */
enum sv_status sv_create_file(const char *path, const char *text, struct sv_error *err) SV_MUST_USE;

/* The address of the JSON Schema NAME ("target.schema.json") for editors, in A; NULL when memory
 * ran out. */
const char *sv_schema_address(const char *name, struct sv_arena *a);

#endif
