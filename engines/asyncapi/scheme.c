// SPDX-License-Identifier: Apache-2.0
/* Security schemes and OAuth flows of AsyncAPI: their members by type (2.6.0 and 3.0.0, Security
 * Scheme Object and OAuth Flow Object). */
#include "engines/asyncapi/kinds.h"

#define OBJECT(list)                                                                               \
  {                                                                                                \
    (list), sizeof(list) / sizeof((list)[0]), false                                                \
  }
#define TYPE                                                                                       \
  { "type", AS_TEXT, AS_ANY, true, 0 },                                                            \
  {                                                                                                \
    "description", AS_TEXT, AS_ANY, false, 0                                                       \
  }

static const struct sv_asyncapi_member plain[] = { TYPE };
static const struct sv_asyncapi_member api_key[] = { TYPE, { "in", AS_KEY_IN, AS_ANY, true, 0 } };
static const struct sv_asyncapi_member http_api_key[] = {
  TYPE,
  { "name", AS_TEXT, AS_ANY, true, 0 },
  { "in", AS_HTTP_IN, AS_ANY, true, 0 },
};
static const struct sv_asyncapi_member http[] = {
  TYPE,
  { "scheme", AS_TEXT, AS_ANY, true, 0 },
  { "bearerFormat", AS_TEXT, AS_ANY, false, 0 },
};
static const struct sv_asyncapi_member oauth_2[] = {
  TYPE,
  { "flows", AS_ONE, AS_FLOWS, true, 0 },
};
static const struct sv_asyncapi_member oauth_3[] = {
  TYPE,
  { "flows", AS_ONE, AS_FLOWS, true, 0 },
  { "scopes", AS_WORDS, AS_ANY, false, 0 },
};
static const struct sv_asyncapi_member connect_2[] = {
  TYPE,
  { "openIdConnectUrl", AS_TEXT, AS_ANY, true, 0 },
};
static const struct sv_asyncapi_member connect_3[] = {
  TYPE,
  { "openIdConnectUrl", AS_TEXT, AS_ANY, true, 0 },
  { "scopes", AS_WORDS, AS_ANY, false, 0 },
};

#define COMMON                                                                                     \
  { "userPassword", OBJECT(plain), 0 }, { "apiKey", OBJECT(api_key), 0 },                          \
      { "X509", OBJECT(plain), 0 }, { "symmetricEncryption", OBJECT(plain), 0 },                   \
      { "asymmetricEncryption", OBJECT(plain), 0 }, { "httpApiKey", OBJECT(http_api_key), 0 },     \
      { "http", OBJECT(http), 0 }, { "plain", OBJECT(plain), 1 },                                  \
      { "scramSha256", OBJECT(plain), 1 }, { "scramSha512", OBJECT(plain), 1 },                    \
  {                                                                                                \
    "gssapi", OBJECT(plain), 1                                                                     \
  }

static const struct sv_asyncapi_scheme schemes_2[] = {
  COMMON,
  { "oauth2", OBJECT(oauth_2), 0 },
  { "openIdConnect", OBJECT(connect_2), 0 },
};
static const struct sv_asyncapi_scheme schemes_3[] = {
  COMMON,
  { "oauth2", OBJECT(oauth_3), 0 },
  { "openIdConnect", OBJECT(connect_3), 0 },
};

const struct sv_asyncapi_scheme *sv_asyncapi_schemes(int major, size_t *count)
{
  *count = sizeof schemes_2 / sizeof schemes_2[0];
  return major == 3 ? schemes_3 : schemes_2;
}

/* --- flows --- */
const struct sv_asyncapi_member sv_asyncapi_flows[SV_ASYNCAPI_FLOWS] = {
  { "implicit", AS_ONE, AS_FLOW_IMPLICIT, false, 0 },
  { "password", AS_ONE, AS_FLOW_TOKEN, false, 0 },
  { "clientCredentials", AS_ONE, AS_FLOW_TOKEN, false, 0 },
  { "authorizationCode", AS_ONE, AS_FLOW_CODE, false, 0 },
};

#define FLOW(name, authorization, token, scopes)                                                   \
  const struct sv_asyncapi_member name[SV_ASYNCAPI_FLOW] = {                                       \
    { "authorizationUrl", AS_TEXT, AS_ANY, authorization, 0 },                                     \
    { "tokenUrl", AS_TEXT, AS_ANY, token, 0 },                                                     \
    { "refreshUrl", AS_TEXT, AS_ANY, false, 0 },                                                   \
    { scopes, AS_TEXTS, AS_ANY, true, 0 },                                                         \
  }

FLOW(sv_asyncapi_implicit_2, true, false, "scopes");
FLOW(sv_asyncapi_token_2, false, true, "scopes");
FLOW(sv_asyncapi_code_2, true, true, "scopes");
FLOW(sv_asyncapi_implicit_3, true, false, "availableScopes");
FLOW(sv_asyncapi_token_3, false, true, "availableScopes");
FLOW(sv_asyncapi_code_3, true, true, "availableScopes");
