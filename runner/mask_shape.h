// SPDX-License-Identifier: Apache-2.0
/* What tokens, private keys and identity numbers look like. Internal to mask*.c. */
#ifndef SV_RUNNER_MASK_SHAPE_H
#define SV_RUNNER_MASK_SHAPE_H

#include "runner/mask_scan.h"

/* The end of a JWS, JWE or SD-JWT that begins at AT, or of a base64url text with an identity number
 * inside; 0 when there is none. */
size_t sv_shape_token(const struct sv_scan *v, size_t at);

/* The end of a PEM private key that begins at AT; 0 when there is none. */
size_t sv_shape_private_key(const struct sv_scan *v, size_t at);

/* Whether the run of digits that begins at AT is an identity number: then it is in HIT. */
bool sv_shape_number(const struct sv_scan *v, size_t at, struct sv_hit *hit);

/* How many identity numbers there are in plain bytes, and in the base64url parts of a token. */
struct sv_numbers sv_shape_count_numbers(const char *data, size_t size);
struct sv_numbers sv_shape_count_coded(const char *token, size_t size);

#endif
