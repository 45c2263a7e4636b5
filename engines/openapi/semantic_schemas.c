// SPDX-License-Identifier: Apache-2.0
/* Schema objects: values that their own type refuses, limits that leave nothing, discriminators. */
#include "engines/openapi/check.h"

#include <string.h>

#define COUNT(a) (sizeof(a) / sizeof(a)[0])
#define ENUM_LOOK 200 /* values of an enumeration compared with each other */

/* Whether the JSON type of V is WORD of "type"; an unknown word is not judged. */
static bool is_of(struct sv_openapi_node v, struct sv_openapi_node word)
{
  static const struct {
    const char *name;
    unsigned types;
  } known[] = {
    { "null", 1u << SV_DOC_NULL },     { "boolean", 1u << SV_DOC_TRUE | 1u << SV_DOC_FALSE },
    { "number", 1u << SV_DOC_NUMBER }, { "integer", 1u << SV_DOC_NUMBER },
    { "string", 1u << SV_DOC_STRING }, { "array", 1u << SV_DOC_ARRAY },
    { "object", 1u << SV_DOC_OBJECT },
  };
  for (size_t i = 0; i < COUNT(known); i++) {
    if (!sv_doc_is_text(word.doc, word.value, known[i].name))
      continue;
    const bool whole = strcmp(known[i].name, "integer") != 0 || sv_doc_is_integer(v.doc, v.value);
    return known[i].types >> sv_openapi_type(v) & 1 && whole;
  }
  return true;
}

bool sv_openapi_suits(struct sv_openapi_node v, struct sv_openapi_node schema)
{
  if (!v.doc)
    return true;
  const struct sv_openapi_node type = sv_openapi_get(schema, "type");
  if (sv_openapi_is(v, SV_DOC_NULL) && (sv_openapi_is_true(sv_openapi_get(schema, "nullable")) ||
                                        sv_openapi_is_true(sv_openapi_get(schema, "x-nullable"))))
    return true;
  if (sv_openapi_is(type, SV_DOC_STRING))
    return is_of(v, type);
  if (!sv_openapi_is(type, SV_DOC_ARRAY))
    return true;
  for (struct sv_openapi_node t = sv_openapi_first(type); t.doc; t = sv_openapi_next(type, t))
    if (is_of(v, t))
      return true;
  return false;
}

static void judge_values(struct sv_openapi *api, struct sv_openapi_node n)
{
  const struct sv_openapi_node words = sv_openapi_get(n, "enum");
  const struct sv_openapi_node fallback = sv_openapi_get(n, "default");
  struct sv_openapi_said said = { .rule = "enum-type",
                                  .msgid = N_("{found} is not of the type that the schema says"),
                                  .warning = true };
  size_t count = 0;
  for (struct sv_openapi_node v = sv_openapi_first(words);
       v.doc && sv_openapi_is(words, SV_DOC_ARRAY); v = sv_openapi_next(words, v)) {
    said.where = v;
    if (!sv_openapi_suits(v, n))
      sv_openapi_say(api, &said, SV_OPENAPI_ARGS({ "found", sv_openapi_excerpt(api, v), 0 }));
    struct sv_openapi_node other = sv_openapi_first(words);
    for (; count < ENUM_LOOK && other.value != v.value; other = sv_openapi_next(words, other)) {
      const struct sv_openapi_said twice = { .rule = "enum-duplicate",
                                             .msgid = N_("{found} comes twice among the values"),
                                             .where = v,
                                             .warning = true };
      if (!sv_doc_equal(v.doc, v.value, other.doc, other.value))
        continue;
      sv_openapi_say(api, &twice, SV_OPENAPI_ARGS({ "found", sv_openapi_excerpt(api, v), 0 }));
      break;
    }
    count++;
  }
  said.rule = "default-type";
  said.where = fallback;
  if (fallback.doc && !sv_openapi_suits(fallback, n))
    sv_openapi_say(api, &said, SV_OPENAPI_ARGS({ "found", sv_openapi_excerpt(api, fallback), 0 }));
}

/* Whether N has a lower limit: most schemas have none. */
static bool has_least(struct sv_openapi_node n)
{
  if (!sv_openapi_is(n, SV_DOC_OBJECT))
    return false;
  for (struct sv_openapi_node m = sv_openapi_first(n); m.doc; m = sv_openapi_next(n, m)) {
    size_t size;
    const char *name = sv_doc_string(m.doc, sv_doc_key(m.doc, m.value), &size);
    if (name && size > 3 && memcmp(name, "min", 3) == 0)
      return true;
  }
  return false;
}

/* Pairs of limits of which the first must not be above the second. */
static void judge_limits(struct sv_openapi *api, struct sv_openapi_node n)
{
  static const struct {
    const char *least, *most;
  } pairs[] = { { "minimum", "maximum" },
                { "minLength", "maxLength" },
                { "minItems", "maxItems" },
                { "minProperties", "maxProperties" } };
  if (!has_least(n))
    return;
  for (size_t i = 0; i < COUNT(pairs); i++) {
    const struct sv_openapi_node a = sv_openapi_get(n, pairs[i].least);
    const struct sv_openapi_node b = sv_openapi_get(n, pairs[i].most);
    const struct sv_openapi_said said = { .rule = "schema-impossible",
                                          .msgid = N_("\"{name}\" is above \"{other}\": no value "
                                                      "can be valid"),
                                          .where = a,
                                          .warning = true,
                                          .at_name = true };
    if (sv_openapi_is(a, SV_DOC_NUMBER) && sv_openapi_is(b, SV_DOC_NUMBER) &&
        sv_doc_compare(a.doc, a.value, b.doc, b.value) > 0)
      sv_openapi_say(api, &said,
                     SV_OPENAPI_ARGS({ "name", pairs[i].least, 0 }, { "other", pairs[i].most, 0 }));
  }
}

/* A mapping names a component schema, or is a reference (OAS 3.1 4.8.25). */
static bool leads_to_schema(struct sv_openapi *api, struct sv_openapi_node target)
{
  struct sv_openapi_node end;
  size_t size;
  const char *text = sv_openapi_bytes(target, &size);
  const char *copy = sv_openapi_text(api, target);
  const struct sv_openapi_node components =
      sv_openapi_get(sv_openapi_get(sv_openapi_root(api), "components"), "schemas");
  if (!copy || sv_openapi_get(components, copy).doc)
    return true;
  if (!strpbrk(copy, "#/."))
    return false; /* a name, no file */
  const enum sv_status status = sv_openapi_step(api, target, text, size, &end, NULL);
  return status == SV_OK || status == SV_DENIED;
}

static void judge_discriminator(struct sv_openapi *api, struct sv_openapi_node n)
{
  const struct sv_openapi_node mapping = sv_openapi_get(n, "mapping");
  struct sv_openapi_node targets[2] = { sv_openapi_get(n, "defaultMapping") };
  if (sv_openapi_is(mapping, SV_DOC_OBJECT))
    targets[1] = sv_openapi_first(mapping);
  for (size_t i = 0; i < 2; i++) {
    for (struct sv_openapi_node t = targets[i]; t.doc;
         t = i ? sv_openapi_next(mapping, t) : SV_OPENAPI_NONE) {
      const struct sv_openapi_said said = { .rule = "discriminator-mapping",
                                            .msgid = N_("the discriminator leads to {found}, which "
                                                        "is "
                                                        "no schema here"),
                                            .where = t,
                                            .warning = true };
      if (sv_openapi_is(t, SV_DOC_STRING) && !leads_to_schema(api, t))
        sv_openapi_say(api, &said, SV_OPENAPI_ARGS({ "found", sv_openapi_excerpt(api, t), 0 }));
    }
  }
}

enum sv_status sv_openapi_check_schemas(struct sv_openapi *api)
{
  static const enum sv_openapi_kind kinds[] = { SV_OPENAPI_K_SCHEMA, SV_OPENAPI_K_PARAMETER,
                                                SV_OPENAPI_K_ITEMS, SV_OPENAPI_K_HEADER };
  size_t count;
  for (size_t k = 0; k < (api->version == SV_OPENAPI_2_0 ? COUNT(kinds) : 1); k++) {
    const struct sv_openapi_node *list = sv_openapi_objects(api, kinds[k], &count);
    for (size_t i = 0; i < count; i++) {
      judge_values(api, list[i]);
      judge_limits(api, list[i]);
    }
  }
  const struct sv_openapi_node *d = sv_openapi_objects(api, SV_OPENAPI_K_DISCRIMINATOR, &count);
  for (size_t i = 0; i < count; i++)
    judge_discriminator(api, d[i]);
  return SV_OK;
}
