// SPDX-License-Identifier: Apache-2.0
/* Licence and terms in the API description. */
#include "plugins/describe/openapi.h"
#include "plugins/legal/legal.h"

#include <samsvar/helpers.h>

static const char *text(const json_t *object, const char *member)
{
  const char *s = json_string_value(json_object_get(object, member));
  return s && s[0] ? s : NULL;
}

enum sv_outcome sv_legal_terms(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_artifact *a;
  json_t *document = sv_own_document(ctx, &a, &outcome);
  if (!document)
    return outcome;
  const json_t *info = json_object_get(document, "info");
  const json_t *licence = json_object_get(info, "license");
  outcome = SV_PASSED;
  if (text(licence, "name"))
    sv_tell(ctx, .subject = "service", .predicate = "licence",
            .value = text(licence, "url")          ? text(licence, "url")
                     : text(licence, "identifier") ? text(licence, "identifier")
                                                   : text(licence, "name"),
            .where = { .url = a->url, .json_pointer = "/info/license" }, .evidence = a->evidence);
  if (!text(licence, "name") && !text(info, "termsOfService")) {
    outcome = SV_FAILED;
    sv_find(ctx, .outcome = SV_FAILED,
            .message = N_("The API description states neither a licence nor terms of use."),
            .where = { .url = a->url, .json_pointer = "/info" },
            .expected = N_("info.license.name or info.termsOfService"), .actual = N_("none of them"),
            .evidence = a->evidence,
            .hint = N_("Say in info.license what others may do with the data, for example NLOD 2.0 or CC BY 4.0."));
  }
  json_decref(document);
  return outcome;
}
