// SPDX-License-Identifier: Apache-2.0
/* Which addresses of an API give a payload to look at: what the target's owner names, else what its OpenAPI
 * document shows to be answerable without knowing anything. */
#ifndef SV_SAMPLE_SAMPLE_H
#define SV_SAMPLE_SAMPLE_H

#include "engines/base/arena.h"

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

enum { SV_SAMPLES_MAX = 5 };

/* Where samples are looked for. */
struct sv_sample_source {
  const json_t *endpoint;  /* of the target file; only one of kind "api" has samples */
  const json_t *target;    /* its member "samples": {"paths": [...]} comes first */
  const char *description; /* an OpenAPI document, JSON or YAML; NULL: none */
  size_t size;
  bool signed_in; /* operations that require sign-in are samples too */
};

/* Whether only a description can tell samples of ENDPOINT: it has some, and the target names none. */
bool sv_sample_needs_description(const json_t *endpoint, const json_t *target);

/* Up to SV_SAMPLES_MAX URLs in A, their number in *COUNT; NULL when there are none. Without paths in the target they
 * are those of the description's GET operations whose path has no parameter and that require none, in its order. */
const char *const *sv_sample_urls(struct sv_arena *a, const struct sv_sample_source *s, size_t *count);

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
