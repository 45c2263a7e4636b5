// SPDX-License-Identifier: Apache-2.0
/* The one question to the library for signatures, for this folder alone. */
#ifndef SV_XMLSIG_CRYPTO_H
#define SV_XMLSIG_CRYPTO_H

#include "engines/xml/x509.h"

#include <libxml/tree.h>
#include <stdbool.h>

#ifndef N_
#define N_(text) text
#endif

#pragma GCC visibility push(hidden)

/* Whether SIGNATURE, whose form was judged already, verifies with the key of C, in *GOOD.
 * SV_INTERNAL when the library could not say. */
enum sv_status signature_fits(xmlNode *signature, const struct sv_x509 *c, bool *good,
                              struct sv_error *err);

#pragma GCC visibility pop

#endif
