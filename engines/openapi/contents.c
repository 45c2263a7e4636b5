// SPDX-License-Identifier: Apache-2.0
/* What an operation takes and gives: bodies, responses, headers, servers, security. 2.0 is told in
 * the words of 3. */
#include "engines/openapi/api.h"

#include <stdio.h>
#include <string.h>

static size_t count_of(struct sv_openapi_node n)
{
  return n.doc ? sv_doc_count(n.doc, n.value) : 0;
}

static struct sv_openapi_node first_of(struct sv_openapi_node a, struct sv_openapi_node b)
{
  return a.doc ? a : b;
}

/* The media types of the map CONTENT. */
static const struct sv_openapi_media *list_content(struct sv_openapi *api,
                                                   struct sv_openapi_node content, size_t *count)
{
  *count = 0;
  const size_t most = sv_openapi_is(content, SV_DOC_OBJECT) ? count_of(content) : 0;
  struct sv_openapi_media *media = most ? sv_arena_calloc(&api->arena, most, sizeof *media) : NULL;
  if (!media)
    return NULL;
  for (struct sv_openapi_node m = sv_openapi_first(content); m.doc;
       m = sv_openapi_next(content, m)) {
    const char *type = sv_openapi_name(api, m);
    const struct sv_openapi_node node = sv_openapi_follow(api, m);
    if (type)
      media[(*count)++] = (struct sv_openapi_media){ type, node, sv_openapi_get(node, "schema") };
  }
  return media;
}

/* 2.0: SCHEMA in every type that consumes or produces (LIST) names; FALLBACK when it names none. */
static const struct sv_openapi_media *list_types(struct sv_openapi *api,
                                                 struct sv_openapi_node list,
                                                 struct sv_openapi_node schema,
                                                 const char *fallback, size_t *count)
{
  *count = 0;
  struct sv_openapi_media *media = sv_arena_calloc(&api->arena, count_of(list) + 1, sizeof *media);
  if (!media)
    return NULL;
  for (struct sv_openapi_node t = sv_openapi_first(list); t.doc; t = sv_openapi_next(list, t)) {
    const char *type = sv_openapi_text(api, t);
    if (type)
      media[(*count)++] = (struct sv_openapi_media){ type, SV_OPENAPI_NONE, schema };
  }
  if (*count == 0)
    media[(*count)++] = (struct sv_openapi_media){ fallback, SV_OPENAPI_NONE, schema };
  return media;
}

static struct sv_openapi_node types_of(const struct sv_openapi *api,
                                       const struct sv_openapi_operation *o, const char *member)
{
  return first_of(sv_openapi_get(o->node, member), sv_openapi_get(sv_openapi_root(api), member));
}

static struct sv_openapi_body request_2(struct sv_openapi *api,
                                        const struct sv_openapi_operation *o)
{
  struct sv_openapi_body body = { .node = SV_OPENAPI_NONE };
  for (size_t i = 0; i < o->parameter_count && !body.node.doc; i++) {
    const struct sv_openapi_parameter *p = &o->parameters[i];
    if (p->in != SV_OPENAPI_BODY && p->in != SV_OPENAPI_FORM)
      continue;
    const bool form = p->in == SV_OPENAPI_FORM;
    body.node = p->node;
    body.required = p->required;
    body.media = list_types(api, types_of(api, o, "consumes"), form ? SV_OPENAPI_NONE : p->schema,
                            form ? "application/x-www-form-urlencoded" : "application/json",
                            &body.media_count);
  }
  return body;
}

struct sv_openapi_body sv_openapi_request(struct sv_openapi *api,
                                          const struct sv_openapi_operation *o)
{
  if (api->version == SV_OPENAPI_2_0)
    return request_2(api, o);
  struct sv_openapi_body body = { .node = sv_openapi_find(api, o->node, "requestBody") };
  body.required = sv_openapi_is_true(sv_openapi_get(body.node, "required"));
  body.media = list_content(api, sv_openapi_get(body.node, "content"), &body.media_count);
  return body;
}

struct sv_openapi_header sv_openapi_header(struct sv_openapi *api, struct sv_openapi_node m)
{
  const struct sv_openapi_node node = sv_openapi_follow(api, m);
  struct sv_openapi_node schema = sv_openapi_get(node, "schema");
  if (!schema.doc && api->version == SV_OPENAPI_2_0)
    schema = node;
  if (!schema.doc)
    schema = sv_openapi_get(sv_openapi_follow(api, sv_openapi_first(sv_openapi_get(node, "conten"
                                                                                         "t"))),
                            "schema");
  return (struct sv_openapi_header){ .name = sv_openapi_name(api, m),
                                     .node = node,
                                     .schema = schema,
                                     .required = sv_openapi_is_true(sv_openapi_get(node, "require"
                                                                                         "d")) };
}

static const struct sv_openapi_header *list_headers(struct sv_openapi *api,
                                                    struct sv_openapi_node response, size_t *count)
{
  const struct sv_openapi_node map = sv_openapi_get(response, "headers");
  *count = 0;
  const size_t most = sv_openapi_is(map, SV_DOC_OBJECT) ? count_of(map) : 0;
  struct sv_openapi_header *h = most ? sv_arena_calloc(&api->arena, most, sizeof *h) : NULL;
  if (!h)
    return NULL;
  for (struct sv_openapi_node m = sv_openapi_first(map); m.doc; m = sv_openapi_next(map, m)) {
    const struct sv_openapi_header one = sv_openapi_header(api, m);
    if (one.name && one.node.doc)
      h[(*count)++] = one;
  }
  return h;
}

static void fill_response(struct sv_openapi *api, const struct sv_openapi_operation *o,
                          struct sv_openapi_response *r)
{
  if (api->version != SV_OPENAPI_2_0) {
    r->media = list_content(api, sv_openapi_get(r->node, "content"), &r->media_count);
  } else {
    const struct sv_openapi_node schema = sv_openapi_get(r->node, "schema");
    if (schema.doc)
      r->media = list_types(api, types_of(api, o, "produces"), schema, "application/json",
                            &r->media_count);
  }
  r->headers = list_headers(api, r->node, &r->header_count);
}

const struct sv_openapi_response *
sv_openapi_responses(struct sv_openapi *api, const struct sv_openapi_operation *o, size_t *count)
{
  const struct sv_openapi_node map = sv_openapi_get(o->node, "responses");
  *count = 0;
  const size_t most = sv_openapi_is(map, SV_DOC_OBJECT) ? count_of(map) : 0;
  struct sv_openapi_response *list = most ? sv_arena_calloc(&api->arena, most, sizeof *list) : NULL;
  if (!list)
    return NULL;
  for (struct sv_openapi_node m = sv_openapi_first(map); m.doc; m = sv_openapi_next(map, m)) {
    const char *status = sv_openapi_name(api, m);
    if (!status || strncmp(status, "x-", 2) == 0)
      continue;
    struct sv_openapi_response *r = &list[*count];
    *r = (struct sv_openapi_response){ .status = status,
                                       .node = sv_openapi_follow(api, m),
                                       .from = m };
    if (!r->node.doc)
      continue;
    fill_response(api, o, r);
    ++*count;
  }
  return list;
}

/* URL with each {variable} at its default; one without stays as it is. */
static const char *fill_url(struct sv_openapi *api, struct sv_openapi_node server, const char *url)
{
  struct sv_buf out = SV_BUF((size_t)64 << 10);
  const struct sv_openapi_node variables = sv_openapi_get(server, "variables");
  for (const char *p = url; *p;) {
    const char *close = *p == '{' ? strchr(p, '}') : NULL;
    const sv_value v =
        close && sv_openapi_is(variables, SV_DOC_OBJECT)
            ? sv_doc_get(variables.doc, variables.value, p + 1, (size_t)(close - p - 1))
            : SV_DOC_NONE;
    const struct sv_openapi_node value =
        v == SV_DOC_NONE ? SV_OPENAPI_NONE : sv_openapi_get(sv_openapi_at(variables, v), "default");
    size_t size;
    const char *text = sv_openapi_bytes(value, &size);
    if (text)
      (void)sv_buf_add(&out, text, size);
    else
      (void)sv_buf_addc(&out, *p);
    p = text ? close + 1 : p + 1;
  }
  const char *filled = out.failed == SV_OK ? sv_arena_strdup(&api->arena, sv_buf_text(&out)) : NULL;
  sv_buf_free(&out);
  return filled ? filled : url;
}

static const struct sv_openapi_server *
servers_2(struct sv_openapi *api, const struct sv_openapi_operation *o, size_t *count)
{
  const struct sv_openapi_node root = sv_openapi_root(api);
  const char *host = sv_openapi_text(api, sv_openapi_get(root, "host"));
  const char *base = sv_openapi_text(api, sv_openapi_get(root, "basePath"));
  const struct sv_openapi_node own = o ? sv_openapi_get(o->node, "schemes") : SV_OPENAPI_NONE;
  const struct sv_openapi_node schemes = first_of(own, sv_openapi_get(root, "schemes"));
  struct sv_openapi_server *list =
      sv_arena_calloc(&api->arena, count_of(schemes) + 1, sizeof *list);
  *count = 0;
  if (!list)
    return NULL;
  for (struct sv_openapi_node s = sv_openapi_first(schemes); host && s.doc;
       s = sv_openapi_next(schemes, s)) {
    const char *scheme = sv_openapi_text(api, s);
    char *url =
        scheme ? sv_arena_printf(&api->arena, "%s://%s%s", scheme, host, base ? base : "") : NULL;
    if (url)
      list[(*count)++] = (struct sv_openapi_server){ url, root };
  }
  if (*count == 0) {
    char *url = host ? sv_arena_printf(&api->arena, "//%s%s", host, base ? base : "") : NULL;
    list[(*count)++] = (struct sv_openapi_server){ url ? url : base ? base : "/", root };
  }
  return list;
}

const struct sv_openapi_server *
sv_openapi_servers(struct sv_openapi *api, const struct sv_openapi_operation *o, size_t *count)
{
  static const struct sv_openapi_server fallback = { "/", { NULL, SV_DOC_NONE, 0 } };
  if (api->version == SV_OPENAPI_2_0)
    return servers_2(api, o, count);
  struct sv_openapi_node servers = o ? sv_openapi_get(o->node, "servers") : SV_OPENAPI_NONE;
  if (count_of(servers) == 0 && o)
    servers = sv_openapi_get(o->item, "servers");
  if (count_of(servers) == 0)
    servers = sv_openapi_get(sv_openapi_root(api), "servers");
  const size_t most = sv_openapi_is(servers, SV_DOC_ARRAY) ? count_of(servers) : 0;
  struct sv_openapi_server *list = most ? sv_arena_calloc(&api->arena, most, sizeof *list) : NULL;
  *count = 0;
  for (struct sv_openapi_node s = sv_openapi_first(servers); list && s.doc;
       s = sv_openapi_next(servers, s)) {
    const char *url = sv_openapi_text(api, sv_openapi_get(s, "url"));
    if (url)
      list[(*count)++] = (struct sv_openapi_server){ fill_url(api, s, url), s };
  }
  if (*count > 0)
    return list;
  *count = 1;
  return &fallback;
}

struct sv_openapi_node sv_openapi_security(const struct sv_openapi *api,
                                           const struct sv_openapi_operation *o)
{
  const struct sv_openapi_node own = sv_openapi_get(o->node, "security");
  return own.doc ? own : sv_openapi_get(sv_openapi_root(api), "security");
}

struct sv_openapi_node sv_openapi_scheme(struct sv_openapi *api, const char *name)
{
  const struct sv_openapi_node root = sv_openapi_root(api);
  const struct sv_openapi_node map =
      api->version == SV_OPENAPI_2_0
          ? sv_openapi_get(root, "securityDefinitions")
          : sv_openapi_find(api, sv_openapi_get(root, "components"), "securitySchemes");
  return sv_openapi_find(api, map, name);
}
