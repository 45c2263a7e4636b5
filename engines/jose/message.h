// SPDX-License-Identifier: Apache-2.0
/* Verifying what HTTP message signatures sign (RFC 9421 3.3) with a JSON Web Key. */
#ifndef SV_ENGINES_JOSE_MESSAGE_H
#define SV_ENGINES_JOSE_MESSAGE_H

#include "engines/base/uri.h"
#include "engines/jose/jwk.h"

enum sv_message_verdict {
  SV_MESSAGE_GOOD = 1,
  SV_MESSAGE_BAD,
  SV_MESSAGE_OTHER_KEY, /* the key is not one for the algorithm that is named (3.2) */
  SV_MESSAGE_UNCHECKED  /* an algorithm that is not known here, a shared secret, or no key at all */
};

/* Whether SIGNATURE, in base64, is one over BASE by the private half of KEY. ALG is the parameter
 * "alg", KEY_ALG the key's own "alg"; NULL: not said. Without both the kind of key tells, and an
 * RSA signature may be of either padding. */
enum sv_message_verdict sv_message_verify(const char *alg, const char *key_alg,
                                          const struct sv_jwk *key, struct sv_span base,
                                          struct sv_span signature);

#endif
