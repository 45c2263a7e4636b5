// SPDX-License-Identifier: Apache-2.0
/* Words in what an address answers. It is hostile and main does not parse it: this only looks. */
#ifndef SV_RUNNER_SEEK_H
#define SV_RUNNER_SEEK_H

#include "engines/base/arena.h"

#include <stdbool.h>

/* The version in `"openapi": "3.1.0"` or `openapi: 3.1.0` at the beginning of a document, or NULL. In A. */
const char *sv_seek_openapi(const char *text, struct sv_arena *a);

/* The string after AT (behind a member's name) when it is a web address without places to fill, or NULL. In A. */
const char *sv_seek_address(struct sv_arena *a, const char *at);

/* Whether TEXT has CLASS as the end of a name: after a colon or a number sign, and not as a part of a longer one. */
bool sv_seek_class(const char *text, const char *class);

#endif
