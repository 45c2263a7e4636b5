// SPDX-License-Identifier: Apache-2.0
/* A secured operation, how it is called, and what it answers to those it does not let in. */
#ifndef SV_TECHNICAL_SECURED_H
#define SV_TECHNICAL_SECURED_H

#include "engines/http/fields.h"

#include <samsvar/plugin.h>

#include <stdbool.h>

/* The name of the credential that opens the secured operation (the endpoint's own, else
 * samples.credential), or NULL. */
const char *tec_credential(struct sv_ctx *ctx);

/* Reads all challenges of R: whether they parse, their number, and the first Bearer or DPoP in
 * *BEARER. */
bool tec_challenges(const struct sv_response *r, size_t *count, struct sv_challenge *bearer);

#endif
