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
    const struct sv_side one = sv_side_of_fact(ctx, first);
    const struct sv_side two = sv_side_of_fact(ctx, other);
    sv_cross_contradiction(ctx, N_("OpenID Connect and OAuth metadata name different issuers."),
                           &one, &two,
                           N_("Write the same issuer in both, to the letter, slash at the end "
                              "included."));
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
    if (sv_is_same_address(sv_cross_text(fact, "value"), url))
      return SV_PASSED;
    named =
        ctx->sv->format(ctx, "%s%s%s", named, named[0] ? ", " : "", sv_cross_text(fact, "value"));
  }
  const struct sv_side fetched = { .value = url, .place = { .url = url, .line = 1 } };
  struct sv_side canonical = sv_side_of_fact(ctx, sv_cross_fact(ctx, "security-canonical", 0));
  canonical.value = named;
  sv_cross_contradiction(ctx, N_("security.txt says that it belongs to another address."), &fetched,
                         &canonical,
                         N_("Add a Canonical line with the address where the file is fetched."));
  return SV_FAILED;
}
