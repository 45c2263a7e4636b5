// SPDX-License-Identifier: Apache-2.0
/* Finding and reading what was handed over. */
#include "plugins/technical/handed.h"

#include "plugins/technical/technical.h"

#include <stdlib.h>
#include <string.h>

json_t *tec_handed(struct sv_ctx *ctx, const struct sv_artifact **a, enum sv_outcome *outcome)
{
  const char *kind = tec_kind(ctx);
  const char *id = json_string_value(json_object_get(ctx->sv->endpoint(ctx), "id"));
  *a = NULL;
  for (size_t n = 0; (*a = ctx->sv->artifact(ctx, kind, n)) != NULL; n++)
    if (id && strcmp((*a)->name, id) == 0)
      break;
  json_t *j = *a ? json_loadb((*a)->data, (*a)->size, JSON_REJECT_DUPLICATES, NULL) : NULL;
  if (json_is_object(j))
    return j;
  json_decref(j);
  *outcome = SV_INAPPLICABLE;
  if (*a)
    *outcome = tec_unsure(ctx, NULL, SV_CONFIGURATION, tec_arg("name", (*a)->name),
                          .message = N_("{name} is no JWT, no request, and no JSON of one."),
                          .where.file = (*a)->url, .evidence = (*a)->evidence,
                          .hint = N_("Hand over a file with the JWT in compact form, or with the "
                                     "HTTP request as it was sent."));
  return NULL;
}

enum sv_outcome tec_handed_fault(struct sv_ctx *ctx, const struct sv_artifact *a,
                                 const char *pointer, const struct sv_finding *f)
{
  struct sv_finding copy = *f;
  const char *slash = strrchr(pointer, '/');
  copy.outcome = SV_FAILED;
  copy.where.file = a->url ? a->url : a->name;
  copy.where.json_pointer = pointer;
  copy.evidence = a->evidence;
  return tec_find(ctx, NULL, tec_arg("member", slash ? slash + 1 : pointer), &copy);
}

const char *tec_handed_show(struct sv_ctx *ctx, const json_t *value)
{
  char *text = value ? json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY) : NULL;
  const char *copy = ctx->sv->format(ctx, "%.500s", text ? text : "");
  free(text);
  return copy;
}
