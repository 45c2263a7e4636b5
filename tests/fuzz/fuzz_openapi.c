// SPDX-License-Identifier: Apache-2.0
/* An OpenAPI document, and after a NUL a second one that references may lead to. Whatever stands in
 * them, loading, listing and judging end, and findings have places. */
#include "tests/fuzz/fuzz.h"

#include "engines/openapi/openapi.h"

#include <string.h>

struct second {
  const uint8_t *data;
  size_t size;
};

static enum sv_status fetch(void *context, const char *iri, struct sv_openapi_text *out,
                            struct sv_error *err)
{
  const struct second *s = context;
  (void)err;
  if (!s->data || strncmp(iri, "file:///a/", 10) != 0)
    return SV_DENIED;
  if (strcmp(iri, "file:///a/b") != 0)
    return SV_NOT_FOUND;
  out->bytes = malloc(s->size + 1);
  out->name = strdup("b");
  if (!out->bytes || !out->name)
    return SV_NO_MEMORY;
  memcpy(out->bytes, s->data, s->size);
  out->size = s->size;
  return SV_OK;
}

static void list_operation(struct sv_openapi *api, const struct sv_openapi_operation *o)
{
  size_t count;
  PROMISE(o->path && o->method && o->node.doc && o->item.doc);
  for (size_t i = 0; i < o->parameter_count; i++)
    PROMISE(o->parameters[i].name && o->parameters[i].node.doc);
  const struct sv_openapi_body body = sv_openapi_request(api, o);
  PROMISE(body.media_count == 0 || body.media);
  const struct sv_openapi_response *r = sv_openapi_responses(api, o, &count);
  for (size_t i = 0; i < count; i++)
    PROMISE(r[i].status && r[i].node.doc);
  const struct sv_openapi_server *s = sv_openapi_servers(api, o, &count);
  for (size_t i = 0; i < count; i++)
    PROMISE(s[i].url);
  (void)sv_openapi_security(api, o);
}

static void check_findings(struct sv_openapi *api)
{
  const struct sv_openapi_finding *f;
  size_t count, total;
  struct sv_error err = { 0 };
  const enum sv_status status = sv_openapi_validate(api, &f, &count, &total, &err);
  PROMISE(status == SV_OK || status == SV_LIMIT || status == SV_NO_MEMORY);
  PROMISE(count <= total);
  for (size_t i = 0; i < count; i++) {
    struct sv_buf text = SV_BUF((size_t)1 << 20);
    PROMISE(f[i].rule && f[i].message.msgid && f[i].line >= 1 && f[i].column >= 1);
    PROMISE(sv_openapi_pointer(f[i].where, &text) == SV_OK);
    PROMISE(sv_message_render(f[i].message.msgid, f[i].message.args, f[i].message.count, &text) ==
            SV_OK);
    sv_buf_free(&text);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  const uint8_t *nul = memchr(data, 0, size);
  const size_t first = nul ? (size_t)(nul - data) : size;
  struct second second = { nul ? nul + 1 : NULL, nul ? size - first - 1 : 0 };
  struct sv_openapi_limits limits = SV_OPENAPI_LIMITS;
  limits.findings = 100;
  limits.doc.nodes = 20000;
  limits.doc.aliases = 1000;
  const struct sv_openapi_options opt = {
    .iri = "file:///a/a", .fetch = fetch, .context = &second, .limits = &limits
  };
  struct sv_openapi *api;
  if (sv_openapi_load(data, first, &opt, &api, NULL) != SV_OK)
    return 0;
  check_findings(api);
  size_t count;
  const struct sv_openapi_operation *o = sv_openapi_operations(api, &count);
  for (size_t i = 0; i < count; i++)
    list_operation(api, &o[i]);
  sv_openapi_free(api);
  return 0;
}
