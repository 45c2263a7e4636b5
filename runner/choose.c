// SPDX-License-Identifier: Apache-2.0
/* Which shipped profile fits a target, when nobody names one. */
#include "runner/choose.h"

#include <string.h>

static bool has(const struct sv_target *t, const char *kind)
{
  for (size_t i = 0; i < t->endpoint_count; i++)
    if (strcmp(t->endpoints[i].kind, kind) == 0)
      return true;
  return false;
}

/* By what the address itself is, when that is a description; else the first row whose kinds were
 * all found. */
static const char *choose(const struct sv_target *t, const char *own)
{
  static const struct {
    const char *kinds[2];
    const char *profile;
  } rows[] = {
    { { "openapi", "oauth" }, "protected-api-provider" },
    { { "openapi", "oidc" }, "protected-api-provider" },
    { { "openapi", NULL }, "api-provider" },
    { { "api", NULL }, "api-provider" },
    { { "cpsv", NULL }, "catalogue-publisher" },
    { { "modelldcat", NULL }, "catalogue-publisher" },
    { { "dcat", NULL }, "open-data-provider" },
    { { "skos", NULL }, "catalogue-publisher" },
    { { "oidc", NULL }, "token-issuer" },
    { { "oauth", NULL }, "token-issuer" },
    { { "jwks", NULL }, "token-issuer" },
    { { "events", NULL }, "event-publisher" },
    { { "asyncapi", NULL }, "event-publisher" },
    { { "web", NULL }, "citizen-web-service" },
  };
  for (size_t i = 3; own && i < sizeof rows / sizeof rows[0]; i++)
    if (strcmp(own, rows[i].kinds[0]) == 0)
      return rows[i].profile;
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
    if (has(t, rows[i].kinds[0]) && (!rows[i].kinds[1] || has(t, rows[i].kinds[1])))
      return rows[i].profile;
  return "base";
}

const char *sv_profile_for(const struct sv_target *t, const char *own)
{
  const bool consumes = t->role && strcmp(t->role, "consumer") == 0;
  return consumes ? "data-consumer" : choose(t, own);
}
