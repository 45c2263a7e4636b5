// SPDX-License-Identifier: Apache-2.0
/* Going through the operations of an API description. */
#include "plugins/cross/operations.h"

#include "plugins/cross/compare.h"

#include <string.h>

enum { HOPS_MOST = 10 };

static const char *const methods[] = { "get", "put", "post", "delete", "patch", "head", "options" };

/* The next operation after *METHOD of the path item, which is NULL at first. */
static sv_value next_operation(const struct sv_api *api, sv_value item, size_t *method)
{
  for (; *method < sizeof methods / sizeof methods[0]; (*method)++) {
    const sv_value op = sv_api_get(api->doc, item, methods[*method]);
    if (op != SV_DOC_NONE && sv_doc_type(api->doc, op) == SV_DOC_OBJECT)
      return op;
  }
  return SV_DOC_NONE;
}

/* V, or what its $ref in the same document leads to. */
static sv_value follow(const struct sv_api *api, sv_value v)
{
  for (int hop = 0; hop < HOPS_MOST && v != SV_DOC_NONE; hop++) {
    size_t size = 0;
    const sv_value ref = sv_api_get(api->doc, v, "$ref");
    const char *text = ref == SV_DOC_NONE ? NULL : sv_doc_string(api->doc, ref, &size);
    if (!text)
      return v;
    if (size == 0 || text[0] != '#')
      return SV_DOC_NONE;
    v = sv_doc_resolve_pointer(api->doc, SV_DOC_ROOT, text + 1, size - 1);
  }
  return v;
}

static void add_type(struct sv_ctx *ctx, const struct sv_api *api, sv_value key,
                     struct sv_produced *out)
{
  const char *type = sv_api_text(ctx, api, key);
  for (size_t i = 0; i < out->count; i++)
    if (strcmp(out->types[i], type) == 0)
      return;
  if (!type[0] || out->count == SV_PRODUCED_MAX)
    return;
  out->types[out->count++] = type;
  out->shown = ctx->sv->format(ctx, "%s%s%s", out->shown, out->shown[0] ? ", " : "", type);
}

static void add_responses(struct sv_ctx *ctx, const struct sv_api *api, sv_value operation,
                          struct sv_produced *out)
{
  const struct sv_doc *d = api->doc;
  const sv_value responses = sv_api_get(d, operation, "responses");
  for (sv_value r = sv_api_first(d, responses); r != SV_DOC_NONE;
       r = sv_doc_next(d, responses, r)) {
    size_t size = 0;
    const char *status = sv_doc_string(d, sv_doc_key(d, r), &size);
    const sv_value response = follow(api, r);
    if (!status || size == 0 || status[0] != '2' || response == SV_DOC_NONE)
      continue;
    const sv_value content = sv_api_get(d, response, "content");
    for (sv_value c = sv_api_first(d, content); c != SV_DOC_NONE; c = sv_doc_next(d, content, c))
      add_type(ctx, api, sv_doc_key(d, c), out);
  }
}

void sv_api_produced(struct sv_ctx *ctx, const struct sv_api *api, struct sv_produced *out)
{
  const struct sv_doc *d = api->doc;
  const sv_value paths = sv_api_get(d, SV_DOC_ROOT, "paths");
  *out = (struct sv_produced){ .shown = "" };
  for (sv_value i = sv_api_first(d, paths); i != SV_DOC_NONE; i = sv_doc_next(d, paths, i)) {
    size_t method = 0;
    for (sv_value op; (op = next_operation(api, i, &method)) != SV_DOC_NONE; method++)
      add_responses(ctx, api, op, out);
  }
}

static bool is_deprecated(const struct sv_api *api, sv_value operation)
{
  const sv_value v = sv_api_get(api->doc, operation, "deprecated");
  return v != SV_DOC_NONE && sv_doc_type(api->doc, v) == SV_DOC_TRUE;
}

void sv_api_deprecated(struct sv_ctx *ctx, const struct sv_api *api, struct sv_deprecated *out)
{
  const struct sv_doc *d = api->doc;
  const sv_value paths = sv_api_get(d, SV_DOC_ROOT, "paths");
  *out = (struct sv_deprecated){ .example = SV_DOC_NONE, .example_name = "" };
  for (sv_value i = sv_api_first(d, paths); i != SV_DOC_NONE; i = sv_doc_next(d, paths, i)) {
    size_t method = 0;
    for (sv_value op; (op = next_operation(api, i, &method)) != SV_DOC_NONE; method++) {
      const bool is_old = is_deprecated(api, op);
      const bool is_first_of_kind = !is_old && out->count == out->deprecated;
      out->count++;
      out->deprecated += is_old;
      if (out->count > 1 && !is_first_of_kind)
        continue;
      out->example = op;
      out->example_name =
          ctx->sv->format(ctx, "%s %s", methods[method], sv_api_text(ctx, api, sv_doc_key(d, i)));
    }
  }
}

sv_value sv_api_path_of(struct sv_ctx *ctx, const struct sv_api *api, const char *url,
                        bool *is_below)
{
  const struct sv_doc *d = api->doc;
  const sv_value paths = sv_api_get(d, SV_DOC_ROOT, "paths");
  const char *server;
  sv_value at;
  *is_below = false;
  for (size_t s = 0; (server = sv_api_server(ctx, api, s, &at)); s++)
    *is_below = *is_below || sv_is_address_below(url, server);
  for (sv_value i = sv_api_first(d, paths); *is_below && i != SV_DOC_NONE;
       i = sv_doc_next(d, paths, i))
    if (sv_cross_fits(url, sv_api_text(ctx, api, sv_doc_key(d, i))))
      return i;
  return SV_DOC_NONE;
}

bool sv_api_is_secured(const struct sv_api *api, sv_value operation)
{
  const struct sv_doc *d = api->doc;
  sv_value security = sv_api_get(d, operation, "security");
  if (security == SV_DOC_NONE)
    security = sv_api_get(d, SV_DOC_ROOT, "security");
  if (security == SV_DOC_NONE || sv_doc_count(d, security) == 0)
    return false;
  for (sv_value s = sv_api_first(d, security); s != SV_DOC_NONE; s = sv_doc_next(d, security, s))
    if (sv_doc_count(d, s) == 0)
      return false;
  return true;
}

void sv_api_count_secured(const struct sv_api *api, size_t *secured, size_t *open)
{
  const struct sv_doc *d = api->doc;
  const sv_value paths = sv_api_get(d, SV_DOC_ROOT, "paths");
  *secured = *open = 0;
  for (sv_value i = sv_api_first(d, paths); i != SV_DOC_NONE; i = sv_doc_next(d, paths, i)) {
    const sv_value get = sv_api_get(d, i, "get");
    if (get == SV_DOC_NONE)
      continue;
    const bool is_secured = sv_api_is_secured(api, get);
    *secured += is_secured;
    *open += !is_secured;
  }
}
