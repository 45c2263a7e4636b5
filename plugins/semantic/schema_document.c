// SPDX-License-Identifier: Apache-2.0
/* Walking the properties of schemas. */
#include "plugins/semantic/schema_document.h"

#include "engines/sample/sample.h"
#include "plugins/semantic/payload.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

static const char *text(const json_t *object, const char *member)
{
  return json_string_value(json_object_get(object, member));
}

/* SCHEMA, or what its "$ref" leads to within DOCUMENT. */
static const json_t *follow(const json_t *document, const json_t *schema)
{
  const char *reference = text(schema, "$ref");
  if (!reference || strncmp(reference, "#/", 2) != 0)
    return schema;
  const char *last = strrchr(reference, '/') + 1;
  const json_t *found = json_object_get(sv_members_parent(document, reference + 1), last);
  return found ? found : schema;
}

struct walk {
  const json_t *document;
  sv_schema_property *visit;
  void *closure;
};

static void properties(void *closure, const char *pointer, const char *name, const json_t *member)
{
  const struct walk *w = closure;
  const char *key;
  json_t *value;
  char place[1024];
  (void)name;
  if (!json_is_object(member))
    return;
  json_object_foreach((json_t *)(uintptr_t)member, key, value)
  {
    const int n = snprintf(place, sizeof place, "%s/%s", pointer, key);
    if (json_is_object(value) && n > 0 && (size_t)n < sizeof place)
      w->visit(w->closure, place, key, follow(w->document, value), member);
  }
}

void sv_schema_properties(const json_t *document, sv_schema_property *visit, void *closure)
{
  struct walk w = { document, visit, closure };
  sv_sample_members(document, "properties", properties, &w);
}
