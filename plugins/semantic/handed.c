// SPDX-License-Identifier: Apache-2.0
/* Finding documents and payloads that the target hands over. */
#include "plugins/semantic/handed.h"

#include "engines/base/buf.h"
#include "engines/base/uri.h"

#include <samsvar/helpers.h>
#include <string.h>

static const char *const kinds[] = { "json-schema", "json-schema-previous",
                                     "xsd",         "schematron",
                                     "xml",         "openapi" };

static const char *text(const json_t *object, const char *member)
{
  return json_string_value(json_object_get(object, member));
}

static void take_artifact(const struct sv_artifact *a, struct sv_handed_bytes *out)
{
  *out = (struct sv_handed_bytes){ a->data, a->size, a->url ? a->url : a->name, a->evidence };
}

bool sv_handed_own(struct sv_ctx *ctx, struct sv_handed_bytes *out)
{
  const char *id = text(ctx->sv->endpoint(ctx), "id");
  const char *kind = text(ctx->sv->endpoint(ctx), "kind");
  const struct sv_artifact *a;
  for (size_t i = 0; kind && (a = ctx->sv->artifact(ctx, kind, i)); i++) {
    if (id && (!a->name || strcmp(a->name, id) != 0))
      continue;
    take_artifact(a, out);
    return a->data != NULL;
  }
  return false;
}

static bool find_document(struct sv_ctx *ctx, const char *id, struct sv_handed_bytes *out)
{
  const struct sv_artifact *a;
  for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++) {
    for (size_t i = 0; (a = ctx->sv->artifact(ctx, kinds[k], i)); i++) {
      if (!a->name || strcmp(a->name, id) != 0)
        continue;
      take_artifact(a, out);
      return a->data != NULL;
    }
  }
  return false;
}

bool sv_handed_fetch(struct sv_ctx *ctx, const char *base, const char *reference,
                     struct sv_handed_bytes *out, const struct sv_response **answer)
{
  struct sv_buf url = SV_BUF(4096);
  *answer = NULL;
  const bool resolved =
      base && sv_uri_resolve(base, strlen(base), reference, strlen(reference), &url) == SV_OK;
  const char *address = ctx->sv->format(ctx, "%s", resolved ? sv_buf_text(&url) : reference);
  sv_buf_free(&url);
  if (strncmp(address, "http", 4) != 0)
    return false;
  const struct sv_response *r = *answer = sv_http(ctx, .url = address, .follow = 5);
  *out = (struct sv_handed_bytes){ r->body, r->body_size, r->url, r->evidence };
  return !r->error && r->status == 200 && !(r->marks & (SV_MARK_TRUNCATED | SV_MARK_LIMITED));
}

bool sv_handed_find(struct sv_ctx *ctx, const char *reference, struct sv_handed_bytes *out,
                    enum sv_outcome *outcome)
{
  const struct sv_response *r = NULL;
  const char *base = text(ctx->sv->endpoint(ctx), "url");
  *outcome = SV_CANT_TELL;
  if (find_document(ctx, reference, out) || sv_handed_fetch(ctx, base, reference, out, &r))
    return true;
  if (r && sv_is_no_verdict(ctx, r, outcome))
    return false;
  json_t *args = json_pack("{s:s}", "name", reference);
  sv_find(ctx, .outcome = SV_CANT_TELL, .attribution = SV_CONFIGURATION,
          .message = N_("{name}, by which the payload is to be judged, was not found."),
          .args = args, .where.text = "samples.payloads",
          .actual = r ? ctx->sv->format(ctx, "%d", r->status) : NULL,
          .hint = N_("Name it among the documents of the target file, or give its address."));
  json_decref(args);
  return false;
}

/* The bytes of the payload that ENTRY is about. */
static bool get_bytes(struct sv_ctx *ctx, const json_t *entry, struct sv_handed_bytes *out,
                      enum sv_outcome *outcome)
{
  const char *path = text(entry, "path");
  const char *kind = text(ctx->sv->endpoint(ctx), "kind");
  const bool is_document = kind && strcmp(kind, "xml") == 0;
  if (is_document && !path)
    return sv_handed_own(ctx, out);
  const struct sv_response *r = sv_http(ctx, .url = path, .follow = 5);
  if (sv_is_no_verdict(ctx, r, outcome))
    return false;
  *out = (struct sv_handed_bytes){ r->body, r->body_size, r->url, r->evidence };
  return r->status == 200;
}

bool sv_handed_payloads(struct sv_ctx *ctx, const char *member, struct sv_payload *out,
                        size_t *count, enum sv_outcome *outcome)
{
  const char *id = text(ctx->sv->endpoint(ctx), "id");
  const json_t *list = json_object_get(json_object_get(ctx->sv->target(ctx), "samples"), "payload"
                                                                                         "s");
  size_t i;
  json_t *entry;
  *count = 0;
  *outcome = SV_INAPPLICABLE;
  json_array_foreach(list, i, entry)
  {
    const char *endpoint = text(entry, "endpoint");
    const char *schema = text(entry, member);
    if (!schema || !endpoint || !id || strcmp(endpoint, id) != 0 || *count == SV_PAYLOADS_MAX)
      continue;
    struct sv_payload *p = &out[*count];
    *p = (struct sv_payload){ .part = text(entry, "part"), .schema = schema };
    if (!get_bytes(ctx, entry, &p->bytes, outcome))
      return false;
    ++*count;
  }
  return true;
}
