// SPDX-License-Identifier: Apache-2.0
/* The technical plugin: its table of checks, whose rows and functions stand in one file a family.
 */
#include "plugins/technical/checks.h"

/* Endpoint kinds: whatever is read with GET; sites and programming interfaces; descriptions that
 * are graphs. */
#define ANY                                                                                        \
  "web api openapi dcat cpsv skos modelldcat oidc oauth jwks events asyncapi xml json-schema "     \
  "security-txt status"
#define WEB "web api"
#define API "api openapi"
#define GRAPH "dcat cpsv skos modelldcat"
#define TXT "web api security-txt"
#define KEYS "jwks oauth oidc"

#define CHECK(name, function, text, requirement, on, how)                                          \
  {                                                                                                \
    .id = "technical." name, .title = (text), .requirements = (requirement), .kinds = (on),        \
    .layer = SV_TECHNICAL, .level = (how), .run = (function)                                       \
  }
#define PRESENCE(name, function, text, requirement, on, how)                                       \
  {                                                                                                \
    .id = "technical." name, .title = (text), .requirements = (requirement), .kinds = (on),        \
    .layer = SV_TECHNICAL, .level = (how), .flags = SV_PRESENCE, .run = (function)                 \
  }

/* The same with flags. */
#define FLAGGED(name, function, text, requirement, on, how, more)                                  \
  {                                                                                                \
    .id = "technical." name, .title = (text), .requirements = (requirement), .kinds = (on),        \
    .layer = SV_TECHNICAL, .level = (how), .flags = (more), .run = (function)                      \
  }

// clang-format off
static const struct sv_check checks[] = {
#include "plugins/technical/rows/transport.inc"
#include "plugins/technical/rows/dns.inc"
#include "plugins/technical/rows/http.inc"
#include "plugins/technical/rows/contract.inc"
#include "plugins/technical/rows/negative.inc"
#include "plugins/technical/rows/security.inc"
#include "plugins/technical/rows/auth.inc"
#include "plugins/technical/rows/description.inc"
#include "plugins/technical/rows/events.inc"
#include "plugins/technical/rows/lifecycle.inc"
#include "plugins/technical/rows/web.inc"
};
// clang-format on

SV_PLUGIN(technical, checks, .version = "1.0.0", .licence = "Apache-2.0", .open = tec_open,
          .close = tec_close,
          .summary = N_("Transport, HTTP, security fields, descriptions, sign-in, events and life "
                        "cycle"));
