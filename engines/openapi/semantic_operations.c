// SPDX-License-Identifier: Apache-2.0
/* Operations: names that must be unique, parameters that come twice, tags. */
#include "engines/openapi/check.h"

#include <string.h>

/* Parameters of one list with the same name and place (OAS 3.1 4.8.10: MUST NOT). */
static void judge_list(struct sv_openapi *api, struct sv_openapi_node list)
{
  size_t count = 0;
  if (!sv_openapi_is(list, SV_DOC_ARRAY))
    return;
  struct sv_map seen = { .slots = NULL };
  for (struct sv_openapi_node p = sv_openapi_first(list); p.doc && count < 2000;
       p = sv_openapi_next(list, p), count++) {
    const struct sv_openapi_node n = sv_openapi_follow(api, p);
    const char *name = sv_openapi_text(api, sv_openapi_get(n, "name"));
    const char *in = sv_openapi_text(api, sv_openapi_get(n, "in"));
    char *key = name && in ? sv_arena_printf(&api->arena, "%s %s", in, name) : NULL;
    if (!key)
      continue;
    const struct sv_openapi_said said = { .rule = "parameter-duplicate",
                                          .msgid = N_("the parameter \"{name}\" in {in} comes "
                                                      "twice"),
                                          .where = p };
    if (sv_map_gets(&seen, key))
      sv_openapi_say(api, &said, SV_OPENAPI_ARGS({ "name", name, 0 }, { "in", in, 0 }));
    if (sv_map_set(&seen, key, strlen(key), key) != SV_OK)
      api->check_status = SV_NO_MEMORY;
  }
  sv_map_free(&seen);
}

/* 2.0: one body at most, and none beside form fields. */
static void judge_body(struct sv_openapi *api, const struct sv_openapi_operation *o)
{
  const struct sv_openapi_parameter *body = NULL;
  bool form = false;
  for (size_t i = 0; i < o->parameter_count; i++) {
    const struct sv_openapi_parameter *p = &o->parameters[i];
    const bool second = p->in == SV_OPENAPI_BODY && body;
    if (second)
      sv_openapi_say_plain(api, "body-twice", N_("an operation can have one body only"), p->from);
    if (p->in == SV_OPENAPI_BODY)
      body = p;
    form |= p->in == SV_OPENAPI_FORM;
  }
  if (body && form)
    sv_openapi_say_plain(api, "body-form",
                         N_("an operation cannot have both a body and form fields"), body->from);
}

static enum sv_status judge_id(struct sv_openapi *api, struct sv_map *ids,
                               const struct sv_openapi_operation *o)
{
  const struct sv_openapi_node id = sv_openapi_get(o->node, "operationId");
  const char *text = sv_openapi_text(api, id);
  if (!text)
    return SV_OK;
  const struct sv_openapi_operation *there = sv_map_gets(ids, text);
  if (!there)
    return sv_map_set(ids, text, strlen(text), (void *)(uintptr_t)o);
  if (there->node.file == o->node.file && there->node.value == o->node.value)
    return SV_OK; /* one path item at two paths: its operations are the same ones */
  const struct sv_openapi_said said = { .rule = "operation-id-duplicate",
                                        .msgid = N_("the operationId \"{name}\" is that of "
                                                    "{method} {path} too"),
                                        .where = id };
  sv_openapi_say(api, &said,
                 SV_OPENAPI_ARGS({ "name", text, 0 }, { "method", there->method, 0 },
                                 { "path", there->path, 0 }));
  return SV_OK;
}

/* The tags of the document: names that come twice, parents that are not there (OAS 3.2 4.22). */
static enum sv_status judge_tags(struct sv_openapi *api)
{
  size_t count;
  const struct sv_openapi_node *tags = sv_openapi_objects(api, SV_OPENAPI_K_TAG, &count);
  struct sv_map names = { .slots = NULL };
  enum sv_status status = SV_OK;
  for (size_t i = 0; i < count && status == SV_OK; i++) {
    const char *name = sv_openapi_text(api, sv_openapi_get(tags[i], "name"));
    const struct sv_openapi_said said = { .rule = "tag-duplicate",
                                          .msgid = N_("the tag \"{name}\" comes twice"),
                                          .where = tags[i] };
    if (name && sv_map_gets(&names, name))
      sv_openapi_say(api, &said, SV_OPENAPI_ARGS({ "name", name, 0 }));
    if (name)
      status = sv_map_set(&names, name, strlen(name), (void *)(uintptr_t)name);
  }
  for (size_t i = 0; i < count && status == SV_OK && api->version >= SV_OPENAPI_3_2; i++) {
    const struct sv_openapi_node parent = sv_openapi_get(tags[i], "parent");
    const char *name = sv_openapi_text(api, parent);
    const struct sv_openapi_said said = { .rule = "tag-parent",
                                          .msgid = N_("there is no tag named \"{name}\""),
                                          .where = parent };
    if (name && !sv_map_gets(&names, name))
      sv_openapi_say(api, &said, SV_OPENAPI_ARGS({ "name", name, 0 }));
  }
  sv_map_free(&names);
  return status;
}

enum sv_status sv_openapi_check_operations(struct sv_openapi *api)
{
  size_t count, items, operations;
  const struct sv_openapi_operation *o = sv_openapi_operations(api, &count);
  const struct sv_openapi_node *item = sv_openapi_objects(api, SV_OPENAPI_K_ITEM, &items);
  const struct sv_openapi_node *node = sv_openapi_objects(api, SV_OPENAPI_K_OPERATION, &operations);
  struct sv_map ids = { .slots = NULL };
  enum sv_status status = judge_tags(api);
  for (size_t i = 0; i < items; i++)
    judge_list(api, sv_openapi_get(item[i], "parameters"));
  for (size_t i = 0; i < operations; i++)
    judge_list(api, sv_openapi_get(node[i], "parameters"));
  for (size_t i = 0; i < count && status == SV_OK; i++) {
    status = judge_id(api, &ids, &o[i]);
    if (api->version == SV_OPENAPI_2_0)
      judge_body(api, &o[i]);
  }
  sv_map_free(&ids);
  return status;
}
