// SPDX-License-Identifier: Apache-2.0
/* base64url without padding (RFC 7515 2), and the plain base64 of certificates. */
#ifndef SV_ENGINES_JOSE_BASE64URL_H
#define SV_ENGINES_JOSE_BASE64URL_H

#include "engines/base/buf.h"

/* Appends SIZE bytes in base64url. */
enum sv_status sv_base64url_encode(const void *data, size_t size, struct sv_buf *out) SV_MUST_USE;

/* The same in base64 with its padding. */
enum sv_status sv_base64_encode(const void *data, size_t size, struct sv_buf *out) SV_MUST_USE;

/* Appends what SIZE characters of base64url stand for. SV_INVALID when a character is none of its
 * alphabet, or one is left over. */
enum sv_status sv_base64url_decode(const char *text, size_t size, struct sv_buf *out) SV_MUST_USE;

/* Likewise for base64 with its padding, as in x5c (RFC 7515 4.1.6): base64url is SV_INVALID. */
enum sv_status sv_base64_decode(const char *text, size_t size, struct sv_buf *out) SV_MUST_USE;

#endif
