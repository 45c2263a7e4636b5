// SPDX-License-Identifier: Apache-2.0
/* Walking paths and methods. */
#include "plugins/technical/operations.h"

#include <string.h>

void tec_operations(const json_t *openapi, bool (*visit)(void *, const struct tec_operation *),
                    void *closure)
{
  static const char *const methods[] = { "get",     "put",  "post",  "delete",
                                         "options", "head", "patch", "trace" };
  json_t *paths = json_object_get(openapi, "paths");
  const char *path;
  json_t *item;
  json_object_foreach(paths, path, item)
  {
    for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++) {
      const struct tec_operation o = { .path = path,
                                       .method = methods[i],
                                       .item = item,
                                       .operation = json_object_get(item, methods[i]) };
      if (json_is_object(o.operation) && !visit(closure, &o))
        return;
    }
  }
}

/* Whether a parameter in LIST must be given; a reference may be one that must. */
static bool needs_parameter(const json_t *list)
{
  size_t i;
  json_t *p;
  json_array_foreach(list, i, p)
  {
    if (json_object_get(p, "$ref") || json_is_true(json_object_get(p, "required")))
      return true;
  }
  return false;
}

struct search {
  const json_t *openapi;
  const char *path;
};

static bool look(void *closure, const struct tec_operation *o)
{
  struct search *s = closure;
  const json_t *security = json_object_get(o->operation, "security");
  if (!security)
    security = json_object_get(s->openapi, "security");
  bool secured = json_array_size(security) > 0;
  size_t i;
  json_t *one;
  json_array_foreach(security, i, one) secured &= json_object_size(one) > 0;
  if (strcmp(o->method, "get") == 0 && secured && !strchr(o->path, '{') &&
      !needs_parameter(json_object_get(o->operation, "parameters")) &&
      !needs_parameter(json_object_get(o->item, "parameters")))
    s->path = o->path;
  return !s->path;
}

const char *tec_secured_path(const json_t *openapi)
{
  struct search s = { .openapi = openapi };
  tec_operations(openapi, look, &s);
  return s.path;
}
