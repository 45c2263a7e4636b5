// SPDX-License-Identifier: Apache-2.0
/* Licence and terms in the API description. */
#include "plugins/legal/legal.h"

#include <samsvar/helpers.h>

static const char *text(const json_t *object, const char *member)
{
  const char *s = json_string_value(json_object_get(object, member));
  return s && s[0] ? s : NULL;
}

enum sv_outcome sv_legal_terms(struct sv_ctx *ctx)
{
  const char *id = text(ctx->sv->endpoint(ctx), "id");
  const struct sv_artifact *a = NULL;
  for (size_t i = 0; (a = ctx->sv->artifact(ctx, "openapi", i)); i++)
    if (!id || strcmp(a->name, id) == 0)
      break;
  json_t *document = a ? json_loadb(a->data, a->size, 0, NULL) : NULL;
  if (!document)
    return SV_INAPPLICABLE;
  const json_t *info = json_object_get(document, "info");
  const json_t *licence = json_object_get(info, "license");
  enum sv_outcome outcome = SV_PASSED;
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
