// SPDX-License-Identifier: Apache-2.0
/* Documents that hold what nobody else may have: grants and token requests of a client. What is
 * worth something is cut away before a check or a recording sees them. */
#ifndef SV_RUNNER_HANDED_H
#define SV_RUNNER_HANDED_H

#include "engines/base/buf.h"

#include <stdint.h>

/* Appends to OUT what of the document of KIND may be seen.
 *
 * "jwt-grant", a JWS in compact form: {"signature": "good" | "bad" | "unchecked" | "none",
 * "header": {...}, "claims": {...}, "written": WRITTEN}, where the signature is judged by the first
 * certificate of x5c, and WRITTEN is when its file was last written, seconds since 1970. A file
 * that begins with "{" is taken to be that already.
 *
 * "token-request", an HTTP request with a form: {"method", "target", "headers": {...},
 * "form": {...}}; a JWS in it is taken apart as above, and what is no name or number is hidden.
 *
 * Any other KIND, and what is neither: the text as it stands, which the caller masks. */
enum sv_status sv_handed_prepare(const char *kind, int64_t written, const char *text, size_t size,
                                 struct sv_buf *out) SV_MUST_USE;

#endif
