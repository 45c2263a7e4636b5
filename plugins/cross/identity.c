// SPDX-License-Identifier: Apache-2.0
/* Who it is: the issuer of tokens, and the address of security.txt. */
#include "plugins/cross/cross.h"

#include "plugins/cross/compare.h"

#include <samsvar/helpers.h>
#include <stdbool.h>

enum sv_outcome sv_cross_issuer(struct sv_ctx *ctx)
{
  const struct sv_artifact *oidc = ctx->sv->artifact(ctx, "oidc", 0);
  const struct sv_artifact *oauth = ctx->sv->artifact(ctx, "oauth", 0);
  json_t *first = oidc ? json_loadb(oidc->data, oidc->size, 0, NULL) : NULL;
  json_t *second = oauth ? json_loadb(oauth->data, oauth->size, 0, NULL) : NULL;
  const char *a = json_string_value(json_object_get(first, "issuer"));
  const char *b = json_string_value(json_object_get(second, "issuer"));
  enum sv_outcome outcome = a && b ? SV_PASSED : SV_INAPPLICABLE;
  if (a && b && strcmp(a, b) != 0) {
    outcome = SV_FAILED;
    sv_cross_contradiction(ctx, N_("OpenID Connect and OAuth metadata name different issuers."),
                           (struct sv_place){ .url = oauth->url, .json_pointer = "/issuer" }, a, b,
                           N_("Write the same issuer in both, to the letter, slash at the end included."),
                           oauth->evidence);
  }
  json_decref(first);
  json_decref(second);
  return outcome;
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
