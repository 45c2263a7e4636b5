// SPDX-License-Identifier: Apache-2.0
/* Who it is: the issuer of tokens, and the address of security.txt. */
#include "plugins/cross/cross.h"

#include "plugins/cross/compare.h"

#include <samsvar/helpers.h>
#include <stdbool.h>

/* Every document of metadata told its issuer; all must be the same to the letter. */
enum sv_outcome sv_cross_issuer(struct sv_ctx *ctx)
{
  const json_t *first = sv_cross_fact(ctx, "issuer", 0);
  const json_t *other;
  bool compared = false;
  for (size_t i = 1; (other = sv_cross_fact(ctx, "issuer", i)); i++) {
    const char *url = sv_cross_text(json_object_get(other, "where"), "url");
    if (strcmp(url, sv_cross_text(json_object_get(first, "where"), "url")) == 0)
      continue;
    compared = true;
    if (strcmp(sv_cross_text(first, "value"), sv_cross_text(other, "value")) == 0)
      continue;
    sv_cross_contradiction(ctx, N_("OpenID Connect and OAuth metadata name different issuers."),
                           (struct sv_place){ .url = url, .json_pointer = "/issuer" },
                           sv_cross_text(first, "value"), sv_cross_text(other, "value"),
                           N_("Write the same issuer in both, to the letter, slash at the end included."), 0);
    return SV_FAILED;
  }
  return compared ? SV_PASSED : SV_INAPPLICABLE;
}

enum sv_outcome sv_cross_security_address(struct sv_ctx *ctx)
{
  const json_t *fact = sv_cross_fact(ctx, "security-canonical", 0);
  if (!fact)
    return SV_INAPPLICABLE;
  const char *url = sv_cross_text(json_object_get(fact, "where"), "url");
  const char *named = "";
  for (size_t i = 0; (fact = sv_cross_fact(ctx, "security-canonical", i)); i++) {
    if (sv_cross_same_address(sv_cross_text(fact, "value"), url))
      return SV_PASSED;
    named = ctx->sv->format(ctx, "%s%s%s", named, named[0] ? ", " : "", sv_cross_text(fact, "value"));
  }
  sv_cross_contradiction(ctx, N_("security.txt says that it belongs to another address."),
                         (struct sv_place){ .url = url },
                         ctx->sv->format(ctx, "Canonical: %s", url), named,
                         N_("Add a Canonical line with the address where the file is fetched."), 0);
  return SV_FAILED;
}
