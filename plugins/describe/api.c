// SPDX-License-Identifier: Apache-2.0
/* API descriptions for comparing: read, asked, matched with data services. */
#include "plugins/describe/api.h"

#include "engines/base/ascii.h"
#include "engines/base/uri.h"
#include "plugins/describe/names.h"

#include <string.h>

enum { URL_MOST = 4096 };

static enum sv_doc_syntax syntax_by_sight(const char *text, size_t size)
{
  const char *end = text + size;
  while (text < end && (sv_is_space((unsigned char)*text) || (unsigned char)*text >= 0x80))
    text++;
  return text < end && (*text == '{' || *text == '[') ? SV_DOC_JSON : SV_DOC_YAML;
}

static struct sv_doc *read_document(const struct sv_artifact *a)
{
  const struct sv_doc_options options = { .syntax = syntax_by_sight(a->data, a->size),
                                          .borrowed = true };
  struct sv_error ignored = { 0 };
  struct sv_doc *doc = NULL;
  return sv_doc_parse(a->data, a->size, &options, &doc, &ignored) == SV_OK ? doc : NULL;
}

void sv_api_read(const struct sv_artifact *a, struct sv_api *out)
{
  *out = (struct sv_api){ .artifact = a };
  if (a->data && a->size)
    out->doc = read_document(a);
  if (out->doc && sv_doc_type(out->doc, SV_DOC_ROOT) != SV_DOC_OBJECT)
    sv_api_free(out);
}

bool sv_api_document(struct sv_ctx *ctx, const char *kind, size_t n, struct sv_api *out)
{
  const struct sv_artifact *a = ctx->sv->artifact(ctx, kind, n);
  if (!a)
    return false;
  sv_api_read(a, out);
  return true;
}

bool sv_api_nth(struct sv_ctx *ctx, size_t n, struct sv_api *out)
{
  return sv_api_document(ctx, "openapi", n, out);
}

void sv_api_free(struct sv_api *api)
{
  if (api->doc)
    sv_doc_free(api->doc);
  api->doc = NULL;
}

const char *sv_api_text(struct sv_ctx *ctx, const struct sv_api *api, sv_value v)
{
  size_t size = 0;
  const char *text = v == SV_DOC_NONE ? NULL : sv_doc_string(api->doc, v, &size);
  return text && size < URL_MOST ? ctx->sv->format(ctx, "%.*s", (int)size, text) : "";
}

sv_value sv_api_at(const struct sv_api *api, const char *pointer)
{
  return sv_doc_resolve_pointer(api->doc, SV_DOC_ROOT, pointer, strlen(pointer));
}

static const char *resolve(struct sv_ctx *ctx, const char *base, const char *ref)
{
  struct sv_buf out = SV_BUF(URL_MOST);
  const char *url = ref;
  if (sv_uri_resolve(base, strlen(base), ref, strlen(ref), &out) == SV_OK)
    url = ctx->sv->format(ctx, "%s", sv_buf_text(&out));
  sv_buf_free(&out);
  return url;
}

const char *sv_api_server(struct sv_ctx *ctx, const struct sv_api *api, size_t i, sv_value *at)
{
  const char *base = api->artifact->url ? api->artifact->url : "";
  const sv_value servers = sv_doc_gets(api->doc, SV_DOC_ROOT, "servers");
  *at = SV_DOC_ROOT;
  if (servers == SV_DOC_NONE || sv_doc_count(api->doc, servers) == 0)
    return i == 0 && strncmp(base, "http", 4) == 0 ? resolve(ctx, base, "/") : NULL;
  const sv_value server = sv_doc_at(api->doc, servers, i);
  if (server == SV_DOC_NONE)
    return NULL;
  const sv_value url = sv_doc_gets(api->doc, server, "url");
  *at = url == SV_DOC_NONE ? server : url;
  return resolve(ctx, base, sv_api_text(ctx, api, url));
}

struct address {
  struct sv_span scheme, authority, path;
};

static struct address parts(const char *url)
{
  const struct sv_uri u = sv_uri_split(url, strlen(url));
  struct address a = { u.scheme, u.authority, u.path };
  const bool secure = sv_equal_nocase_n(a.scheme.data ? a.scheme.data : "", a.scheme.size, "https");
  const char *port = secure ? ":443" : ":80";
  const size_t n = strlen(port);
  if (a.authority.size > n && memcmp(a.authority.data + a.authority.size - n, port, n) == 0)
    a.authority.size -= n;
  while (a.path.size && a.path.data[a.path.size - 1] == '/')
    a.path.size--;
  return a;
}

bool sv_is_address_below(const char *url, const char *prefix)
{
  const struct address a = parts(url), b = parts(prefix);
  return sv_span_equal_nocase(a.scheme, b.scheme) &&
         sv_span_equal_nocase(a.authority, b.authority) && a.path.size >= b.path.size &&
         (b.path.size == 0 || memcmp(a.path.data, b.path.data, b.path.size) == 0) &&
         (a.path.size == b.path.size || a.path.data[b.path.size] == '/');
}

bool sv_is_same_address(const char *a, const char *b)
{
  return sv_is_address_below(a, b) && sv_is_address_below(b, a);
}

static bool has_address(const struct sv_graph *g, sv_term node, const char *predicate,
                        const char *url)
{
  size_t n;
  const struct sv_triple *values = sv_values_of(g, node, predicate, &n);
  for (size_t i = 0; i < n; i++)
    if (sv_is_iri(values[i].o) && sv_is_same_address(sv_graph_text(g, values[i].o, NULL), url))
      return true;
  return false;
}

static bool is_server(struct sv_ctx *ctx, const struct sv_graph *g, sv_term node,
                      const struct sv_api *api)
{
  sv_value at;
  const char *server;
  for (size_t i = 0; (server = sv_api_server(ctx, api, i, &at)); i++)
    if (has_address(g, node, DCAT "endpointURL", server))
      return true;
  return false;
}

sv_term sv_api_service(struct sv_ctx *ctx, const struct sv_graph *g, const struct sv_api *api)
{
  const char *url = api->artifact->url;
  struct sv_nodes nodes = sv_nodes_of(g, DCAT "DataService");
  for (sv_term node; url && (node = sv_nodes_next(&nodes));)
    if (has_address(g, node, DCAT "endpointDescription", url))
      return node;
  nodes = sv_nodes_of(g, DCAT "DataService");
  for (sv_term node; (node = sv_nodes_next(&nodes));)
    if (is_server(ctx, g, node, api))
      return node;
  return 0;
}
