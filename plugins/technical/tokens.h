// SPDX-License-Identifier: Apache-2.0
/* Tokens that the target hands over. A check has their names, and what they say, never the tokens
 * themselves: the runner takes them apart where they are kept. */
#ifndef SV_TECHNICAL_TOKENS_H
#define SV_TECHNICAL_TOKENS_H

#include <samsvar/plugin.h>

struct tec_token {
  const struct sv_response *r; /* what the facts were told in */
  json_t *header, *claims;     /* NULL: it is no JWT */
  const char *signature;       /* "good", "bad", "unchecked" or "none" */
};

/* The name of the credential that was handed over for PURPOSE, or NULL. */
const char *tec_token_for(struct sv_ctx *ctx, const char *purpose);

/* What the credential NAME says; identity numbers in it are 99999999999. KEY, a JWK that may be
 * NULL, verifies the signature. Owned by the caller: tec_token_free(). */
struct tec_token tec_token_read(struct sv_ctx *ctx, const char *name, const json_t *key);
void tec_token_free(struct tec_token *t);

/* x5t#S256 of the certificate of the credential NAME, or NULL. */
const char *tec_thumbprint(struct sv_ctx *ctx, const char *name);

#endif
