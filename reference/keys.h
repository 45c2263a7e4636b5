// SPDX-License-Identifier: Apache-2.0
/* The keys of the authorisation server: one RSA, one EC, made at start. Tokens are signed with the
 * RSA key. */
#ifndef SV_REFERENCE_KEYS_H
#define SV_REFERENCE_KEYS_H

#include "reference/service.h"

enum { SV_TOKEN_MAX = 4096 };

/* Makes the keys of S. */
enum sv_status sv_keys_make(struct sv_keys **out, const struct sv_service *s,
                            struct sv_error *err) SV_MUST_USE;
void sv_keys_free(struct sv_keys *k);

/* The JSON Web Key Set with the public halves (RFC 7517). Borrowed. */
const char *sv_keys_jwks(const struct sv_keys *k);

/* Appends a token of S for SCOPE that runs out at EXPIRES. */
enum sv_status sv_token_make(const struct sv_service *s, const char *scope, time_t expires,
                             struct sv_buf *out, struct sv_error *err) SV_MUST_USE;

enum sv_token_verdict { SV_TOKEN_GOOD, SV_TOKEN_INVALID, SV_TOKEN_EXPIRED, SV_TOKEN_NO_SCOPE };

/* What TOKEN is worth for SCOPE at NOW. */
enum sv_token_verdict sv_token_judge(const struct sv_service *s, const char *token,
                                     const char *scope, time_t now);

#endif
