// SPDX-License-Identifier: Apache-2.0
/* The document of an endpoint as a value. */
#include "plugins/describe/openapi.h"

#include "engines/doc/bridge.h"

#include <samsvar/helpers.h>
#include <string.h>

json_t *sv_own_document(struct sv_ctx *ctx, const struct sv_artifact **artifact,
                        enum sv_outcome *outcome)
{
  const json_t *endpoint = ctx->sv->endpoint(ctx);
  const char *id = json_string_value(json_object_get(endpoint, "id"));
  const char *kind = json_string_value(json_object_get(endpoint, "kind"));
  *artifact = NULL;
  *outcome = SV_INAPPLICABLE;
  for (size_t i = 0; kind && (*artifact = ctx->sv->artifact(ctx, kind, i)); i++)
    if (!id || strcmp((*artifact)->name, id) == 0)
      break;
  if (!*artifact)
    return NULL;
  json_t *document = sv_doc_json((*artifact)->data, (*artifact)->size);
  if (document)
    return document;
  *outcome = SV_CANT_TELL;
  sv_find(ctx, .outcome = SV_CANT_TELL, .attribution = SV_TARGET,
          .message = N_("The document cannot be read, so nothing in it was judged."),
          .where.url = (*artifact)->url, .evidence = (*artifact)->evidence,
          .hint = N_("Publish the document where the target file says, as JSON or YAML."));
  return NULL;
}
