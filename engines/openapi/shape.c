// SPDX-License-Identifier: Apache-2.0
/* Members that exclude each other or need each other: what the tables of single members cannot
 * say. */
#include "engines/openapi/check.h"

#include "engines/base/ascii.h"

#include <string.h>

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

/* Never both. */
static const struct {
  uint8_t kind, versions;
  const char *a, *b;
} exclusive[] = {
  { SV_OPENAPI_K_LICENSE, V31 | V32, "identifier", "url" },
  { SV_OPENAPI_K_PARAMETER, V3X, "schema", "content" },
  { SV_OPENAPI_K_PARAMETER, V3X, "example", "examples" },
  { SV_OPENAPI_K_PARAMETER, V3X, "content", "style" },
  { SV_OPENAPI_K_PARAMETER, V3X, "content", "explode" },
  { SV_OPENAPI_K_PARAMETER, V3X, "content", "allowReserved" },
  { SV_OPENAPI_K_PARAMETER, V30 | V31, "content", "example" },
  { SV_OPENAPI_K_PARAMETER, V30 | V31, "content", "examples" },
  { SV_OPENAPI_K_HEADER, V3X, "schema", "content" },
  { SV_OPENAPI_K_HEADER, V3X, "example", "examples" },
  { SV_OPENAPI_K_HEADER, V3X, "content", "style" },
  { SV_OPENAPI_K_HEADER, V3X, "content", "explode" },
  { SV_OPENAPI_K_HEADER, V30 | V31, "content", "example" },
  { SV_OPENAPI_K_HEADER, V30 | V31, "content", "examples" },
  { SV_OPENAPI_K_MEDIA, V3X, "example", "examples" },
  { SV_OPENAPI_K_MEDIA, V32, "encoding", "prefixEncoding" },
  { SV_OPENAPI_K_MEDIA, V32, "encoding", "itemEncoding" },
  { SV_OPENAPI_K_ENCODING, V32, "encoding", "prefixEncoding" },
  { SV_OPENAPI_K_ENCODING, V32, "encoding", "itemEncoding" },
  { SV_OPENAPI_K_EXAMPLE, V3X, "value", "externalValue" },
  { SV_OPENAPI_K_EXAMPLE, V32, "value", "dataValue" },
  { SV_OPENAPI_K_EXAMPLE, V32, "value", "serializedValue" },
  { SV_OPENAPI_K_EXAMPLE, V32, "serializedValue", "externalValue" },
  { SV_OPENAPI_K_LINK, V3X, "operationRef", "operationId" },
  { SV_OPENAPI_K_XML, V32, "nodeType", "attribute" },
  { SV_OPENAPI_K_XML, V32, "nodeType", "wrapped" },
};

/* One of the two at least. */
static const struct {
  uint8_t kind, versions;
  const char *a, *b;
} either[] = {
  { SV_OPENAPI_K_PARAMETER, V3X, "schema", "content" },
  { SV_OPENAPI_K_HEADER, V3X, "schema", "content" },
  { SV_OPENAPI_K_LINK, V31 | V32, "operationRef", "operationId" },
};

static bool has(struct sv_openapi_node n, const char *name)
{
  return sv_openapi_get(n, name).doc != NULL;
}

static bool is(struct sv_openapi_node n, const char *name, const char *text)
{
  const struct sv_openapi_node m = sv_openapi_get(n, name);
  return m.doc && sv_doc_is_text(m.doc, m.value, text);
}

static const char *title(const struct sv_openapi *api, enum sv_openapi_kind kind)
{
  return sv_openapi_kind_info(api->version, kind)->title;
}

static void say_pair(struct sv_openapi *api, const struct sv_openapi_said *said,
                     enum sv_openapi_kind kind, const char *a, const char *b)
{
  sv_openapi_say(
      api, said,
      SV_OPENAPI_ARGS({ "object", title(api, kind), 0 }, { "name", a, 0 }, { "other", b, 0 }));
}

void sv_openapi_say_plain(struct sv_openapi *api, const char *rule, const char *msgid,
                          struct sv_openapi_node where)
{
  const struct sv_openapi_said said = { .rule = rule, .msgid = msgid, .where = where };
  sv_openapi_say(api, &said, NULL);
}

static void judge_pairs(struct sv_openapi *api, struct sv_openapi_node n, enum sv_openapi_kind kind)
{
  const unsigned bit = sv_openapi_version_bit(api);
  for (size_t i = 0; i < COUNT(exclusive); i++) {
    if (exclusive[i].kind != kind || !(exclusive[i].versions & bit) || !has(n, exclusive[i].a) ||
        !has(n, exclusive[i].b))
      continue;
    const struct sv_openapi_said said = { .rule = "exclusive",
                                          .msgid = N_("the {object} may have \"{name}\" or "
                                                      "\"{other}\", not both"),
                                          .where = sv_openapi_get(n, exclusive[i].b),
                                          .at_name = true };
    say_pair(api, &said, kind, exclusive[i].a, exclusive[i].b);
  }
  for (size_t i = 0; i < COUNT(either); i++) {
    if (either[i].kind != kind || !(either[i].versions & bit) || has(n, either[i].a) ||
        has(n, either[i].b))
      continue;
    const struct sv_openapi_said said = { .rule = "required",
                                          .msgid = N_("the {object} must have \"{name}\" or "
                                                      "\"{other}\""),
                                          .where = n,
                                          .at_name = true };
    say_pair(api, &said, kind, either[i].a, either[i].b);
  }
}

static void judge_root(struct sv_openapi *api, struct sv_openapi_node n)
{
  if (api->version >= SV_OPENAPI_3_1 && !has(n, "paths") && !has(n, "components") &&
      !has(n, "webhooks"))
    sv_openapi_say_plain(api, "required",
                         N_("the document must have paths, components or webhooks"), n);
}

/* OAS 3.1 4.8.6, 3.0 4.7.6: enum and default of a server variable. */
static void judge_variable(struct sv_openapi *api, struct sv_openapi_node n)
{
  const struct sv_openapi_node words = sv_openapi_get(n, "enum");
  const struct sv_openapi_node fallback = sv_openapi_get(n, "default");
  if (!sv_openapi_is(words, SV_DOC_ARRAY))
    return;
  struct sv_openapi_said said = { .rule = "server-variable",
                                  .where = words,
                                  .warning = api->version < SV_OPENAPI_3_1 };
  if (sv_doc_count(words.doc, words.value) == 0) {
    said.msgid = N_("the values of a server variable must not be an empty list");
    sv_openapi_say(api, &said, NULL);
    return;
  }
  for (struct sv_openapi_node w = sv_openapi_first(words); w.doc && fallback.doc;
       w = sv_openapi_next(words, w))
    if (sv_doc_equal(w.doc, w.value, fallback.doc, fallback.value))
      return;
  said.where = fallback;
  said.msgid = N_("the default of a server variable must be one of its values");
  if (fallback.doc)
    sv_openapi_say(api, &said, NULL);
}

static void judge_responses(struct sv_openapi *api, struct sv_openapi_node n)
{
  size_t found = 0;
  for (struct sv_openapi_node r = sv_openapi_first(n); r.doc; r = sv_openapi_next(n, r)) {
    size_t size;
    const char *name = sv_doc_string(r.doc, sv_doc_key(r.doc, r.value), &size);
    found += !(size >= 2 && memcmp(name, "x-", 2) == 0) || api->version == SV_OPENAPI_3_0;
  }
  const struct sv_openapi_said said = { .rule = "response-missing",
                                        .msgid = N_("at least one response must be described"),
                                        .where = n,
                                        .at_name = true };
  if (found == 0)
    sv_openapi_say(api, &said, NULL);
}

/* 2.0: "file" is the type of a whole response only. 2.0 and 3.0 follow draft 4 and 5, where lists
 * are not empty. */
static void judge_old_schema(struct sv_openapi *api, struct sv_openapi_node n,
                             enum sv_openapi_kind parent)
{
  static const char *const lists[] = { "required", "enum" };
  for (size_t i = 0; i < COUNT(lists); i++) {
    const struct sv_openapi_node list = sv_openapi_get(n, lists[i]);
    const struct sv_openapi_said said = { .rule = "empty-list",
                                          .msgid = N_("the list \"{name}\" must not be empty"),
                                          .where = list };
    if (sv_openapi_is(list, SV_DOC_ARRAY) && sv_doc_count(list.doc, list.value) == 0)
      sv_openapi_say(api, &said, SV_OPENAPI_ARGS({ "name", lists[i], 0 }));
  }
  if (is(n, "type", "array") && !has(n, "items") && api->version == SV_OPENAPI_3_0) {
    const struct sv_openapi_said said = { .rule = "array-items",
                                          .msgid = N_("a schema of type array must say what its "
                                                      "items are"),
                                          .where = sv_openapi_get(n, "type") };
    sv_openapi_say(api, &said, NULL);
  }
  if (api->version == SV_OPENAPI_2_0 && is(n, "type", "file") && parent != SV_OPENAPI_K_RESPONSE &&
      parent != SV_OPENAPI_K_NONE)
    sv_openapi_say_plain(api, "type",
                         N_("only a whole response or a form field can be of type file"),
                         sv_openapi_get(n, "type"));
  if (api->version == SV_OPENAPI_3_0 && sv_openapi_is_true(sv_openapi_get(n, "readOnly")) &&
      sv_openapi_is_true(sv_openapi_get(n, "writeOnly")))
    sv_openapi_say_plain(api, "exclusive", N_("a schema must not be both readOnly and writeOnly"),
                         sv_openapi_get(n, "writeOnly"));
}

static void judge_xml(struct sv_openapi *api, struct sv_openapi_node n)
{
  const struct sv_openapi_node ns = sv_openapi_get(n, "namespace");
  size_t size;
  const char *text = sv_openapi_bytes(ns, &size);
  const struct sv_openapi_said said = { .rule = "url",
                                        .msgid = N_("the namespace of an XML Object should be an "
                                                    "absolute address (URI)"),
                                        .where = ns,
                                        .warning = true };
  if (text && !memchr(text, ':', size))
    sv_openapi_say(api, &said, NULL);
}

void sv_openapi_shape(struct sv_openapi *api, struct sv_openapi_node n, enum sv_openapi_kind kind,
                      enum sv_openapi_kind parent)
{
  judge_pairs(api, n, kind);
  switch (kind) {
  case SV_OPENAPI_K_ROOT:
    judge_root(api, n);
    return;
  case SV_OPENAPI_K_VARIABLE:
    judge_variable(api, n);
    return;
  case SV_OPENAPI_K_ITEM:
  case SV_OPENAPI_K_OPERATION:
    sv_openapi_shape_list(api, sv_openapi_get(n, "parameters"));
    return;
  case SV_OPENAPI_K_PARAMETER:
  case SV_OPENAPI_K_HEADER:
  case SV_OPENAPI_K_ITEMS:
    sv_openapi_shape_parameter(api, n, kind);
    return;
  case SV_OPENAPI_K_RESPONSES:
    judge_responses(api, n);
    return;
  case SV_OPENAPI_K_SCHEMA:
    if (api->version < SV_OPENAPI_3_1)
      judge_old_schema(api, n, parent);
    return;
  case SV_OPENAPI_K_XML:
    judge_xml(api, n);
    return;
  case SV_OPENAPI_K_SCHEME:
    sv_openapi_shape_scheme(api, n);
    return;
  case SV_OPENAPI_K_FLOWS:
    sv_openapi_shape_flows(api, n);
    return;
  default:
    return;
  }
}
