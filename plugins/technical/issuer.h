// SPDX-License-Identifier: Apache-2.0
/* Who issues tokens: which issuers are the national ones, and the documents of those that the
 * target names. */
#ifndef SV_TECHNICAL_ISSUER_H
#define SV_TECHNICAL_ISSUER_H

#include <samsvar/plugin.h>

#include <stdbool.h>

/* The national issuers of production and test (Digdir, well-known). Also what the profile says is
 * one of them: parameters `maskinporten` and `idporten` that are true. */
bool tec_is_maskinporten(struct sv_ctx *ctx, const char *issuer);
bool tec_is_idporten(struct sv_ctx *ctx, const char *issuer);

/* The N-th oidc or oauth endpoint of the target: its metadata, or NULL when there are no more, or
 * it is not to be had. A new reference; *R is the answer, NULL at the end. */
json_t *tec_issuer_metadata(struct sv_ctx *ctx, size_t n, const struct sv_response **r);

/* The issuer that the target's metadata name: of an endpoint of KIND ("oidc", "oauth") when one
 * gives it, else of another. Lives as long as the check. NULL with TEC_READY in *OUTCOME when the
 * target has no such endpoint, with another outcome when it cannot be read. */
const char *tec_target_issuer(struct sv_ctx *ctx, const char *kind, enum sv_outcome *outcome);

/* The keys of ISSUER: of the endpoint whose metadata name it, else of a jwks endpoint. NULL: none.
 * A new reference. */
json_t *tec_issuer_keys(struct sv_ctx *ctx, const char *issuer);

/* The key of a set that is called KID, or NULL. Borrowed. */
const json_t *tec_key_find(const json_t *set, const char *kid);

#endif
