// SPDX-License-Identifier: Apache-2.0
/* I-Regexp (RFC 9485), run by PCRE2 with bounded effort. */
#ifndef SV_DOC_IREGEXP_H
#define SV_DOC_IREGEXP_H

#include "engines/base/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SV_IREGEXP_EFFORT 200000u /* some milliseconds */

/* Whether PATTERN matches TEXT, the whole of it or (SEARCH) some part, in *MATCHES. A pattern that
 * is no I-Regexp matches nothing, as RFC 9535 section 2.4.6 has it. SV_LIMIT when it takes too
 * long. */
enum sv_status sv_iregexp_match(const char *pattern, size_t pattern_size, const char *text,
                                size_t size, bool search, uint32_t effort,
                                bool *matches) SV_MUST_USE;

/* Whether PATTERN follows the grammar of RFC 9485. */
bool sv_iregexp_is_valid(const char *pattern, size_t size);

#endif
