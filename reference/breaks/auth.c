// SPDX-License-Identifier: Apache-2.0
/* Breaks of tokens, OAuth, OpenID Connect and keys. */
#include "reference/breaks/tables.h"

static const struct sv_break rows[] = {
  { "private-keys", "The key set publishes a private key.", SV_QUIRK, .quirk = SV_KEYS_PRIVATE,
    .checks = "technical.auth.jwks-private" },
};

SV_BREAK_TABLE(sv_breaks_auth, rows);
