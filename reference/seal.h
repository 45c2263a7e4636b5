// SPDX-License-Identifier: Apache-2.0
/* Signing answers (RFC 9421), as the last thing before they are sent. */
#ifndef SV_REFERENCE_SEAL_H
#define SV_REFERENCE_SEAL_H

#include "reference/service.h"

/* Gives a GET of the event feed that went well a Content-Digest and a signature by the EC key over
 * what it says. Whatever else is broken, it is signed as it is. */
void sv_seal(const struct sv_service *s, struct sv_exchange *x);

#endif
