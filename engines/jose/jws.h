// SPDX-License-Identifier: Apache-2.0
/* JSON Web Signatures in compact form (RFC 7515 3.1, 7518 3): taking apart and verifying. */
#ifndef SV_ENGINES_JOSE_JWS_H
#define SV_ENGINES_JOSE_JWS_H

#include "engines/base/uri.h"
#include "engines/jose/jwk.h"

#include <stdbool.h>

/* The parts as they stand in the text, still in base64url. INPUT is what is signed. */
struct sv_jws {
  struct sv_span header, claims, signature, input;
};

enum sv_signature { SV_SIGNATURE_GOOD = 1, SV_SIGNATURE_BAD, SV_SIGNATURE_UNCHECKED };

/* Splits SIZE characters at their two dots; false when they are not three parts of base64url, of
 * which the last may be empty. Borrows from TEXT. */
bool sv_jws_split(const char *text, size_t size, struct sv_jws *out);

/* Whether the signature of J was made with ALG by the private half of KEY. Unchecked: ALG is none
 * that is known here, or the key is not one of its kind. HMAC and "none" are always unchecked. */
enum sv_signature sv_jws_verify(const struct sv_jws *j, const char *alg, const struct sv_jwk *key);

/* The same for a SIGNATURE that is plain bytes over INPUT; what stands in its buffer afterwards is
 * undefined. */
enum sv_signature sv_signed_verify(const char *alg, const struct sv_jwk *key, struct sv_span input,
                                   struct sv_buf *signature);

#endif
