// SPDX-License-Identifier: Apache-2.0
/* Certificates in tokens: x5c (RFC 7515 4.1.6) and the thumbprint of x5t#S256 (RFC 8705 3.1). */
#ifndef SV_ENGINES_JOSE_CERTIFICATE_H
#define SV_ENGINES_JOSE_CERTIFICATE_H

#include "engines/jose/jwk.h"

#include <stdint.h>

struct sv_x5c {
  struct sv_jwk key;
  int64_t not_before, not_after; /* seconds since 1970 */
};

/* Reads one element of x5c, made in A. SV_INVALID when it is no certificate in plain base64. */
enum sv_status sv_x5c_read(const char *text, struct sv_arena *a, struct sv_x5c *out) SV_MUST_USE;

/* Appends the thumbprint of the first certificate in a PEM text: base64url of SHA-256 over its DER.
 * SV_INVALID when there is none. */
enum sv_status sv_pem_thumbprint(const char *pem, size_t size, struct sv_buf *out) SV_MUST_USE;

#endif
