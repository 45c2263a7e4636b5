// SPDX-License-Identifier: Apache-2.0
/* Operations with their parameters, from paths, webhooks and callbacks. */
#include "engines/openapi/api.h"

#include <stdlib.h>
#include <string.h>

/* Path items of callbacks within callbacks end here. */
#define CALLBACK_DEPTH 4
#define OPERATIONS_MAX ((size_t)1 << 20)

static const char *const methods[] = { "get",  "put",   "post",  "delete", "options",
                                       "head", "patch", "trace", "query" };
#define QUERY_METHOD ((size_t)8) /* of 3.2 */

struct collect {
  struct sv_openapi *api;
  struct sv_openapi_operation *items;
  size_t count, room;
  enum sv_openapi_place place;
  struct sv_openapi_node at;
  struct sv_openapi_node item;
};

static enum sv_openapi_in in_of(struct sv_openapi_node parameter)
{
  static const char *const names[] = {
    [SV_OPENAPI_QUERY] = "query",  [SV_OPENAPI_HEADER] = "header",
    [SV_OPENAPI_PATH] = "path",    [SV_OPENAPI_COOKIE] = "cookie",
    [SV_OPENAPI_BODY] = "body",    [SV_OPENAPI_QUERYSTRING] = "querystring",
    [SV_OPENAPI_FORM] = "formData"
  };
  const struct sv_openapi_node in = sv_openapi_get(parameter, "in");
  for (size_t i = 0; in.doc && i < sizeof names / sizeof names[0]; i++)
    if (sv_doc_is_text(in.doc, in.value, names[i]))
      return (enum sv_openapi_in)i;
  return SV_OPENAPI_NOWHERE;
}

static struct sv_openapi_node schema_of(struct sv_openapi *api, struct sv_openapi_node parameter)
{
  const struct sv_openapi_node schema = sv_openapi_get(parameter, "schema");
  if (schema.doc || api->version == SV_OPENAPI_2_0)
    return schema.doc ? schema : parameter;
  const struct sv_openapi_node content = sv_openapi_get(parameter, "content");
  return sv_openapi_get(sv_openapi_follow(api, sv_openapi_first(content)), "schema");
}

static bool same_parameter(const struct sv_openapi_parameter *a,
                           const struct sv_openapi_parameter *b)
{
  return a->in == b->in && strcmp(a->name, b->name) == 0;
}

/* Adds the parameters of LIST to those of O, which have room; one that is already there stays. */
static void add_parameters(struct sv_openapi *api, struct sv_openapi_node list, bool of_path,
                           struct sv_openapi_operation *o, struct sv_openapi_parameter *p)
{
  const size_t before = o->parameter_count;
  size_t count = before;
  if (!sv_openapi_is(list, SV_DOC_ARRAY))
    return;
  for (struct sv_openapi_node from = sv_openapi_first(list); from.doc;
       from = sv_openapi_next(list, from)) {
    const struct sv_openapi_node node = sv_openapi_follow(api, from);
    if (!sv_openapi_is(node, SV_DOC_OBJECT)) {
      o->unread = true;
      continue;
    }
    const char *name = sv_openapi_text(api, sv_openapi_get(node, "name"));
    p[count] = (struct sv_openapi_parameter){ .name = name ? name : "",
                                              .in = in_of(node),
                                              .of_path = of_path,
                                              .node = node,
                                              .from = from,
                                              .schema = schema_of(api, node) };
    p[count].required =
        sv_openapi_is_true(sv_openapi_get(node, "required")) || p[count].in == SV_OPENAPI_PATH;
    bool replaced = false;
    for (size_t i = 0; of_path && i < before && !replaced; i++)
      replaced = same_parameter(&p[i], &p[count]);
    count += !replaced;
  }
  o->parameter_count = count;
}

static enum sv_status set_parameters(struct collect *c, struct sv_openapi_operation *o)
{
  const struct sv_openapi_node own = sv_openapi_get(o->node, "parameters");
  const struct sv_openapi_node shared = sv_openapi_get(o->item, "parameters");
  const size_t most = (own.doc ? sv_doc_count(own.doc, own.value) : 0) +
                      (shared.doc ? sv_doc_count(shared.doc, shared.value) : 0);
  if (most == 0)
    return SV_OK;
  struct sv_openapi_parameter *p = sv_arena_calloc(&c->api->arena, most, sizeof *p);
  if (!p)
    return SV_NO_MEMORY;
  add_parameters(c->api, own, false, o, p);
  add_parameters(c->api, shared, true, o, p);
  o->parameters = p;
  return SV_OK;
}

static enum sv_status add(struct collect *c, const char *method, struct sv_openapi_node node)
{
  if (!sv_openapi_is(node, SV_DOC_OBJECT))
    return SV_OK;
  if (c->count == c->room) {
    const size_t room = c->room ? c->room * 2 : 64;
    struct sv_openapi_operation *items =
        c->count < OPERATIONS_MAX ? realloc(c->items, room * sizeof *items) : NULL;
    if (!items)
      return c->count < OPERATIONS_MAX ? SV_NO_MEMORY : SV_OK;
    c->items = items;
    c->room = room;
  }
  struct sv_openapi_operation *o = &c->items[c->count];
  *o = (struct sv_openapi_operation){ .place = c->place,
                                      .path = sv_openapi_name(c->api, c->at),
                                      .method = method,
                                      .at = c->at,
                                      .item = c->item,
                                      .node = node };
  if (!o->path || !method)
    return SV_NO_MEMORY;
  c->count++;
  return set_parameters(c, o);
}

static enum sv_status add_item(struct collect *c, struct sv_openapi_node at)
{
  c->at = at;
  c->item = sv_openapi_follow(c->api, at);
  const size_t new_ones = c->api->version >= SV_OPENAPI_3_2 ? 1 : 0;
  /* OAS 3.1 4.8.9: fields may stand beside the $ref of a path item; they are its own then */
  const struct sv_openapi_node beside = sv_openapi_reference(at).doc ? at : SV_OPENAPI_NONE;
  for (struct sv_openapi_node m = sv_openapi_first(c->item); m.doc;
       m = sv_openapi_next(c->item, m)) {
    const sv_value key = sv_doc_key(m.doc, m.value);
    for (size_t i = 0; i < QUERY_METHOD + new_ones; i++)
      if (sv_doc_is_text(m.doc, key, methods[i]))
        SV_TRY(add(c, methods[i], m));
  }
  for (size_t i = 0; beside.doc && i < QUERY_METHOD + new_ones; i++)
    if (!sv_openapi_get(c->item, methods[i]).doc)
      SV_TRY(add(c, methods[i], sv_openapi_get(beside, methods[i])));
  const struct sv_openapi_node more =
      new_ones ? sv_openapi_get(c->item, "additionalOperations") : SV_OPENAPI_NONE;
  for (struct sv_openapi_node m = sv_openapi_first(more);
       m.doc && sv_openapi_is(more, SV_DOC_OBJECT); m = sv_openapi_next(more, m))
    SV_TRY(add(c, sv_openapi_name(c->api, m), m));
  return SV_OK;
}

/* The path items of MAP; names that begin with x- are extensions. */
static enum sv_status add_map(struct collect *c, struct sv_openapi_node map)
{
  if (!sv_openapi_is(map, SV_DOC_OBJECT))
    return SV_OK;
  for (struct sv_openapi_node m = sv_openapi_first(map); m.doc; m = sv_openapi_next(map, m)) {
    size_t size;
    const char *name = sv_doc_string(m.doc, sv_doc_key(m.doc, m.value), &size);
    if (sv_openapi_is(m, SV_DOC_OBJECT) && !(size >= 2 && memcmp(name, "x-", 2) == 0))
      SV_TRY(add_item(c, m));
  }
  return SV_OK;
}

static enum sv_status add_callbacks(struct collect *c, size_t from, size_t end)
{
  c->place = SV_OPENAPI_CALLBACK;
  for (size_t i = from; i < end; i++) {
    const struct sv_openapi_node callbacks = sv_openapi_find(c->api, c->items[i].node, "callbacks");
    if (!sv_openapi_is(callbacks, SV_DOC_OBJECT))
      continue;
    for (struct sv_openapi_node m = sv_openapi_first(callbacks); m.doc;
         m = sv_openapi_next(callbacks, m))
      SV_TRY(add_map(c, sv_openapi_follow(c->api, m)));
  }
  return SV_OK;
}

static enum sv_status collect(struct collect *c)
{
  const struct sv_openapi_node root = sv_openapi_root(c->api);
  SV_TRY(add_map(c, sv_openapi_get(root, "paths")));
  c->place = SV_OPENAPI_WEBHOOK;
  if (c->api->version >= SV_OPENAPI_3_1)
    SV_TRY(add_map(c, sv_openapi_get(root, "webhooks")));
  size_t from = 0;
  for (int depth = 0; depth < CALLBACK_DEPTH && c->api->version >= SV_OPENAPI_3_0; depth++) {
    const size_t end = c->count;
    SV_TRY(add_callbacks(c, from, end));
    from = end;
  }
  return SV_OK;
}

const struct sv_openapi_operation *sv_openapi_operations(struct sv_openapi *api, size_t *count)
{
  if (!api->has_operations) {
    struct collect c = { .api = api, .place = SV_OPENAPI_PATHS };
    const bool whole = collect(&c) == SV_OK;
    if (whole && c.count > 0)
      api->operations = sv_arena_calloc(&api->arena, c.count, sizeof *c.items);
    if (api->operations && c.items) {
      memcpy(api->operations, c.items, c.count * sizeof *c.items);
      api->operation_count = c.count;
    }
    free(c.items);
    api->has_operations = true;
  }
  *count = api->operation_count;
  return api->operations;
}
