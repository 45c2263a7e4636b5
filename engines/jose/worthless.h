// SPDX-License-Identifier: Apache-2.0
/* Tokens that must be refused: made from public facts, signed by a key that everybody has. */
#ifndef SV_ENGINES_JOSE_WORTHLESS_H
#define SV_ENGINES_JOSE_WORTHLESS_H

#include "engines/base/buf.h"

/* Appends HEADER and CLAIMS (JSON) as a JWS in compact form, signed with RS256 by the key in
 * worthless.c, or with HS256 by SECRET when it is not NULL. The same input gives the same bytes. */
enum sv_status sv_worthless_token(const char *header, const char *claims, const char *secret,
                                  struct sv_buf *out) SV_MUST_USE;

#endif
