// SPDX-License-Identifier: Apache-2.0
/* Which addresses of an API give a payload to look at: what the target's owner names, else what its OpenAPI
 * document shows to be answerable without knowing anything. */
#ifndef SV_SAMPLE_SAMPLE_H
#define SV_SAMPLE_SAMPLE_H

#include "engines/base/arena.h"

#include <jansson.h>
#include <stddef.h>

enum { SV_SAMPLES_MAX = 5 };

/* Up to SV_SAMPLES_MAX paths relative to the API's URL, in A, their number in *COUNT; NULL when there are none.
 * TARGET's member "samples": {"paths": [...]} comes first; else the GET operations of OPENAPI (may be NULL) whose
 * path has no parameter and that require none and no sign-in, in the document's order of names. */
const char *const *sv_sample_paths(struct sv_arena *a, const json_t *target, const json_t *openapi, size_t *count);

/* The URL that PATH stands for under the API's URL BASE. A PATH that begins with "/" is put after BASE, so that the
 * API's own prefix stays, unless it has that prefix itself; any other is resolved against BASE. NULL when it cannot
 * be. */
char *sv_sample_url(struct sv_arena *a, const char *base, const char *path);

/* Calls VISIT for every member named NAME (ASCII case ignored, "_" and "-" passed over) anywhere in VALUE, with its
 * JSON Pointer; at most 10 000 values are looked at, no deeper than 64. NAMES is space separated. */
void sv_sample_members(const json_t *value, const char *names,
                       void (*visit)(void *closure, const char *pointer, const char *name, const json_t *member),
                       void *closure);

#endif
