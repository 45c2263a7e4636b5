// SPDX-License-Identifier: Apache-2.0
/* Endpoint kinds and roles. */
#include "runner/kinds.h"

#include <string.h>

const char *const sv_kind_names[] = {
  "web",
  "api",
  "openapi",
  "dcat",
  "cpsv",
  "skos",
  "modelldcat",
  "oidc",
  "oauth",
  "jwks",
  "login",
  "logout",
  "jwt-grant",
  "token-request",
  "issuer-log",
  "events",
  "asyncapi",
  "soap",
  "xml",
  "json-schema",
  "security-txt",
  "status",
  "openapi-previous",
  "json-schema-previous",
  "modelldcat-previous",
  "event",
  "event-subscription",
  "webhook",
  "wsdl",
  "xsd",
  "participant",
  "peppol-ca",
  "sbd",
  "status-message",
  "message-log",
  "asic",
  "krr-request",
  "consumed",
  "processing-record",
  "schematron",
  "shacl",
  "dcat-given",
  "results",
};
const size_t sv_kind_count = sizeof sv_kind_names / sizeof sv_kind_names[0];

const char *const sv_role_names[] = { "provider", "consumer", "rule-setter" };
const size_t sv_role_count = sizeof sv_role_names / sizeof sv_role_names[0];

bool sv_word_in(const char *word, const char *const *names, size_t count)
{
  for (size_t i = 0; i < count; i++)
    if (strcmp(word, names[i]) == 0)
      return true;
  return false;
}
