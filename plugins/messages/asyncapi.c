// SPDX-License-Identifier: Apache-2.0
/* AsyncAPI documents. */
#include "plugins/messages/asyncapi.h"

#include "plugins/messages/checks.h"
#include "plugins/messages/messages.h"

#include <string.h>

enum { TOLD_MAX = 10, POINTER_MAX = 4096 };

struct sv_asyncapi *msg_asyncapi_of_target(struct sv_ctx *ctx)
{
  const struct sv_artifact *a;
  struct sv_asyncapi *found = NULL;
  struct sv_error err = { .text = "" };
  for (size_t n = 0; !found && (a = ctx->sv->artifact(ctx, "asyncapi", n)); n++)
    if (!a->data || sv_asyncapi_load(a->data, a->size, a->url, &found, &err) != SV_OK)
      found = NULL;
  return found;
}

static void tell(struct sv_ctx *ctx, const struct sv_artifact *a, const struct sv_asyncapi *doc,
                 const struct sv_asyncapi_finding *f)
{
  struct sv_buf pointer = SV_BUF(POINTER_MAX);
  (void)sv_doc_pointer(sv_asyncapi_doc(doc), f->where, &pointer);
  (void)msg_fail(ctx, a, tec_arg("name", f->name), .message = f->msgid,
                 .where.json_pointer = sv_buf_text(&pointer), .where.line = (uint32_t)f->line,
                 .where.column = (uint32_t)f->column,
                 .expected = N_("what AsyncAPI has at this place"), .actual = f->name,
                 .hint = N_("Hold the document against the specification of the version that it "
                            "names."));
  sv_buf_free(&pointer);
}

/* TEC-EVT-21 */
enum sv_outcome msg_asyncapi_valid(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_artifact *a = msg_own(ctx, &outcome);
  struct sv_asyncapi *doc = NULL;
  struct sv_error err = { .text = "" };
  if (!a)
    return outcome;
  if (sv_asyncapi_load(a->data, a->size, a->url, &doc, &err) != SV_OK)
    return msg_find(ctx, a, tec_arg("fault", err.text),
                    &(struct sv_finding){ .outcome = err.limit ? SV_CANT_TELL : SV_FAILED,
                                          .attribution = err.limit ? SV_TOOL : SV_TARGET,
                                          .message = N_("The AsyncAPI document cannot be read: "
                                                        "{fault}."),
                                          .where.line = (uint32_t)err.line,
                                          .where.column = (uint32_t)err.column,
                                          .expected = N_("JSON or YAML"),
                                          .hint = N_("Mend the document; a parser shows the "
                                                     "place.") });
  const struct sv_asyncapi_finding *list;
  size_t count = 0;
  size_t total = 0;
  const enum sv_status status = sv_asyncapi_validate(doc, &list, &count, &total, &err);
  for (size_t i = 0; i < count && i < TOLD_MAX; i++)
    tell(ctx, a, doc, &list[i]);
  outcome = total > 0 ? SV_FAILED : SV_PASSED;
  if (status != SV_OK && total == 0)
    outcome = msg_unsure(ctx, a, SV_TOOL, tec_arg("fault", err.text),
                         .message = N_("The AsyncAPI document was not judged to its end: {fault}."),
                         .hint = N_("Judge the document with a tool of its own."));
  sv_asyncapi_free(doc);
  return outcome;
}
