// SPDX-License-Identifier: Apache-2.0
/* Security schemes and OAuth flows: what each type needs and may have (OAS 3.2 4.27 and 4.28, 2.0
 * Security Scheme Object). */
#include "engines/openapi/check.h"

#include <string.h>

#define COUNT(a) (sizeof(a) / sizeof(a)[0])
#define MEMBERS 4

/* A type, or a flow; NEEDS and MAY end with NULL. */
struct rule {
  const char *name;
  const char *needs[MEMBERS];
  const char *may[MEMBERS];
};

static const struct rule types_3[] = {
  { "apiKey", { "name", "in" }, { NULL } },
  { "http", { "scheme" }, { "bearerFormat" } },
  { "mutualTLS", { NULL }, { NULL } },
  { "oauth2", { "flows" }, { "oauth2MetadataUrl" } },
  { "openIdConnect", { "openIdConnectUrl" }, { NULL } },
};

static const struct rule types_2[] = {
  { "basic", { NULL }, { NULL } },
  { "apiKey", { "name", "in" }, { NULL } },
  { "oauth2", { "flow" }, { "scopes", "authorizationUrl", "tokenUrl" } },
};

static const struct rule flows_2[] = {
  { "implicit", { "authorizationUrl" }, { NULL } },
  { "password", { "tokenUrl" }, { NULL } },
  { "application", { "tokenUrl" }, { NULL } },
  { "accessCode", { "authorizationUrl", "tokenUrl" }, { NULL } },
};

static const struct rule flows_3[] = {
  { "implicit", { "authorizationUrl" }, { NULL } },
  { "password", { "tokenUrl" }, { NULL } },
  { "clientCredentials", { "tokenUrl" }, { NULL } },
  { "authorizationCode", { "authorizationUrl", "tokenUrl" }, { NULL } },
  { "deviceAuthorization", { "deviceAuthorizationUrl", "tokenUrl" }, { NULL } },
};

/* Members that belong to some type or flow, and so may be wrong at another. */
static const char *const particular[] = { "name",
                                          "in",
                                          "scheme",
                                          "flows",
                                          "bearerFormat",
                                          "openIdConnectUrl",
                                          "flow",
                                          "scopes",
                                          "oauth2MetadataUrl",
                                          "tokenUrl",
                                          "deviceAuthorizationUrl",
                                          "authorizationUrl" };

static bool lists(const char *const *list, const char *name)
{
  for (size_t i = 0; i < MEMBERS && list[i]; i++)
    if (strcmp(list[i], name) == 0)
      return true;
  return false;
}

static void say(struct sv_openapi *api, struct sv_openapi_node n, const char *what,
                const char *name, const char *msgid)
{
  const struct sv_openapi_said said = {
    .rule = "security-scheme", .msgid = msgid, .where = n, .at_name = true
  };
  sv_openapi_say(api, &said, SV_OPENAPI_ARGS({ "what", what, 0 }, { "name", name, 0 }));
}

static void judge(struct sv_openapi *api, struct sv_openapi_node n, const struct rule *r,
                  bool closed)
{
  for (size_t i = 0; i < MEMBERS && r->needs[i]; i++)
    if (!sv_openapi_get(n, r->needs[i]).doc)
      say(api, n, r->name, r->needs[i], N_("\"{what}\" needs the member \"{name}\""));
  for (size_t i = 0; i < COUNT(particular) && closed; i++) {
    const struct sv_openapi_node m = sv_openapi_get(n, particular[i]);
    if (m.doc && !lists(r->needs, particular[i]) && !lists(r->may, particular[i]))
      say(api, m, r->name, particular[i], N_("\"{what}\" has no member \"{name}\""));
  }
}

void sv_openapi_shape_scheme(struct sv_openapi *api, struct sv_openapi_node n)
{
  const bool old = api->version == SV_OPENAPI_2_0;
  const struct rule *types = old ? types_2 : types_3;
  const size_t count = old ? COUNT(types_2) : COUNT(types_3);
  const struct sv_openapi_node type = sv_openapi_get(n, "type");
  const struct sv_openapi_node flow = sv_openapi_get(n, "flow");
  for (size_t i = 0; type.doc && i < count; i++)
    if (sv_doc_is_text(type.doc, type.value, types[i].name))
      judge(api, n, &types[i], true);
  for (size_t i = 0; old && flow.doc && i < COUNT(flows_2); i++)
    if (sv_doc_is_text(flow.doc, flow.value, flows_2[i].name))
      judge(api, n, &flows_2[i], false);
  if (type.doc && sv_doc_is_text(type.doc, type.value, "mutualTLS") &&
      api->version == SV_OPENAPI_3_0)
    sv_openapi_say_plain(api, "security-scheme", N_("mutualTLS comes with OpenAPI 3.1"), type);
}

void sv_openapi_shape_flows(struct sv_openapi *api, struct sv_openapi_node n)
{
  for (size_t i = 0; i < COUNT(flows_3); i++) {
    const struct sv_openapi_node flow = sv_openapi_get(n, flows_3[i].name);
    if (sv_openapi_is(flow, SV_DOC_OBJECT))
      judge(api, flow, &flows_3[i], false);
  }
}
