// SPDX-License-Identifier: Apache-2.0
/* Language tags (RFC 5646, BCP 47): form, not the registry. */
#ifndef SV_HTTP_LANGUAGE_H
#define SV_HTTP_LANGUAGE_H

#include "engines/base/uri.h"

#include <stdbool.h>
#include <stddef.h>

/* Whether TEXT is well-formed by the grammar of RFC 5646 2.1, grandfathered and private tags
 * included, and no variant or singleton stands twice (2.2.9). */
bool sv_language_is_well_formed(const char *text, size_t size);

/* The first subtag, the language itself ("nb" of "nb-NO"). Borrowed. */
struct sv_span sv_language_primary(const char *text, size_t size);

#endif
