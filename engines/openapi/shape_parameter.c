// SPDX-License-Identifier: Apache-2.0
/* Parameters and headers: what "in" allows and asks for (OAS 3.2 4.12, 3.1 4.8.12, 2.0 Parameter
 * Object). */
#include "engines/openapi/check.h"

#include "engines/base/ascii.h"

#include <string.h>

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

static bool has(struct sv_openapi_node n, const char *name)
{
  return sv_openapi_get(n, name).doc != NULL;
}

static bool is(struct sv_openapi_node n, const char *name, const char *text)
{
  const struct sv_openapi_node m = sv_openapi_get(n, name);
  return m.doc && sv_doc_is_text(m.doc, m.value, text);
}

/* NAME's value cannot stand with "in": says so. */
static void say_with(struct sv_openapi *api, struct sv_openapi_node n, const char *name,
                     bool warning)
{
  const struct sv_openapi_node m = sv_openapi_get(n, name);
  const struct sv_openapi_node in = sv_openapi_get(n, "in");
  const struct sv_openapi_said said = { .rule = "parameter-member",
                                        .msgid = N_("\"{name}\": {value} cannot be said of a "
                                                    "parameter in {in}"),
                                        .where = m,
                                        .at_name = true,
                                        .warning = warning };
  sv_openapi_say(api, &said,
                 SV_OPENAPI_ARGS({ "name", name, 0 }, { "value", sv_openapi_excerpt(api, m), 0 },
                                 { "in", sv_openapi_excerpt(api, in), 0 }));
}

static void say_required(struct sv_openapi *api, struct sv_openapi_node n, const char *name)
{
  const struct sv_openapi_said said = { .rule = "required",
                                        .msgid = N_("the {object} must have the member \"{name}\""),
                                        .where = n,
                                        .at_name = true };
  sv_openapi_say(api, &said,
                 SV_OPENAPI_ARGS({ "object", "Parameter Object", 0 }, { "name", name, 0 }));
}

/* Which styles stand with which place, from which version on. */
static const struct {
  const char *in, *style;
  uint8_t versions;
} styles[] = {
  { "path", "matrix", V3X },          { "path", "label", V3X },
  { "path", "simple", V3X },          { "query", "form", V3X },
  { "query", "spaceDelimited", V3X }, { "query", "pipeDelimited", V3X },
  { "query", "deepObject", V3X },     { "header", "simple", V3X },
  { "cookie", "form", V3X },          { "cookie", "cookie", V32 },
};

static void judge_style(struct sv_openapi *api, struct sv_openapi_node n)
{
  const unsigned bit = sv_openapi_version_bit(api);
  const struct sv_openapi_node style = sv_openapi_get(n, "style");
  bool known = false;
  for (size_t i = 0; i < COUNT(styles); i++) {
    if (!sv_doc_is_text(style.doc, style.value, styles[i].style))
      continue;
    known = true;
    if (is(n, "in", styles[i].in) && styles[i].versions & bit)
      return;
  }
  if (known)
    say_with(api, n, "style", false);
}

/* Where the value is percent-encoded, so that allowReserved makes a difference. */
static bool takes_reserved(const struct sv_openapi *api, struct sv_openapi_node n)
{
  if (is(n, "in", "query"))
    return true;
  if (api->version < SV_OPENAPI_3_2)
    return false;
  return is(n, "in", "path") || (is(n, "in", "cookie") && !is(n, "style", "cookie"));
}

static void judge_content(struct sv_openapi *api, struct sv_openapi_node n)
{
  const struct sv_openapi_node content = sv_openapi_get(n, "content");
  if (!sv_openapi_is(content, SV_DOC_OBJECT) || sv_doc_count(content.doc, content.value) == 1)
    return;
  const struct sv_openapi_said said = { .rule = "parameter-content",
                                        .msgid = N_("\"content\" of a parameter or header must "
                                                    "have exactly one media type"),
                                        .where = content,
                                        .at_name = true };
  sv_openapi_say(api, &said, NULL);
}

static void judge_path(struct sv_openapi *api, struct sv_openapi_node n)
{
  const struct sv_openapi_said said = { .rule = "path-parameter-required",
                                        .msgid = N_("a parameter in the path must have "
                                                    "\"required\": true"),
                                        .where =
                                            has(n, "required") ? sv_openapi_get(n, "required") : n,
                                        .warning =
                                            api->version >= SV_OPENAPI_3_1 &&
                                            has(n, "content") /* its JSON Schema lets it be */ };
  if (!sv_openapi_is_true(sv_openapi_get(n, "required")))
    sv_openapi_say(api, &said, NULL);
}

/* Names that the place cannot carry, and headers that have their own description. */
static void judge_name(struct sv_openapi *api, struct sv_openapi_node n)
{
  static const char *const ignored[] = { "Accept", "Content-Type", "Authorization" };
  const struct sv_openapi_node name = sv_openapi_get(n, "name");
  size_t size;
  const char *text = sv_openapi_bytes(name, &size);
  if (!text)
    return;
  struct sv_openapi_said said = { .rule = "parameter-name",
                                  .where = name,
                                  .warning = api->version < SV_OPENAPI_3_2 };
  bool token = size > 0;
  for (size_t i = 0; i < size && token; i++)
    token = sv_is_alnum((unsigned char)text[i]) || (text[i] && strchr("!#$%&'*+-.^_`|~", text[i]));
  if (is(n, "in", "path") && (memchr(text, '{', size) || memchr(text, '}', size)))
    said.msgid = N_("the name of a parameter in the path cannot have braces: \"{name}\"");
  else if (is(n, "in", "header") && !token)
    said.msgid = N_("\"{name}\" cannot be the name of a header");
  for (size_t i = 0; i < COUNT(ignored) && !said.msgid && is(n, "in", "header"); i++) {
    if (!sv_equal_nocase_n(text, size, ignored[i]) || api->version == SV_OPENAPI_2_0)
      continue;
    said.rule = "header-ignored";
    said.warning = true;
    said.msgid = N_("a parameter named {name} is ignored: the header is described by the media "
                    "types or the security schemes");
  }
  if (said.msgid)
    sv_openapi_say(api, &said, SV_OPENAPI_ARGS({ "name", sv_openapi_cut(api, text, size), 0 }));
}

static void judge_3(struct sv_openapi *api, struct sv_openapi_node n)
{
  const bool strict = api->version >= SV_OPENAPI_3_1;
  if (is(n, "in", "querystring") && api->version < SV_OPENAPI_3_2)
    say_with(api, n, "in", false);
  if (is(n, "in", "path"))
    judge_path(api, n);
  if (has(n, "style") && has(n, "in"))
    judge_style(api, n);
  if (is(n, "in", "querystring") && has(n, "schema"))
    say_with(api, n, "schema", false);
  if (has(n, "allowReserved") && has(n, "in") && !takes_reserved(api, n) && !has(n, "content"))
    say_with(api, n, "allowReserved", !strict);
  if (has(n, "allowEmptyValue") && has(n, "in") && !is(n, "in", "query"))
    say_with(api, n, "allowEmptyValue", !strict);
  judge_content(api, n);
  judge_name(api, n);
}

static void judge_body_2(struct sv_openapi *api, struct sv_openapi_node n)
{
  static const char *const allowed[] = { "name", "in", "description", "required", "schema" };
  if (!has(n, "schema"))
    say_required(api, n, "schema");
  for (struct sv_openapi_node m = sv_openapi_first(n); m.doc; m = sv_openapi_next(n, m)) {
    size_t size;
    const sv_value key = sv_doc_key(m.doc, m.value);
    const char *name = sv_doc_string(m.doc, key, &size);
    bool found = size >= 2 && memcmp(name, "x-", 2) == 0;
    for (size_t i = 0; i < COUNT(allowed); i++)
      found |= sv_doc_is_text(m.doc, key, allowed[i]);
    if (!found)
      say_with(api, n, sv_openapi_cut(api, name, size), false);
  }
}

static void judge_2(struct sv_openapi *api, struct sv_openapi_node n)
{
  if (is(n, "in", "body")) {
    judge_body_2(api, n);
    return;
  }
  const bool form = is(n, "in", "formData");
  if (!has(n, "type"))
    say_required(api, n, "type");
  if (has(n, "schema"))
    say_with(api, n, "schema", false);
  if (is(n, "in", "path"))
    judge_path(api, n);
  if (is(n, "type", "file") && !form)
    say_with(api, n, "type", false);
  if (has(n, "allowEmptyValue") && !form && !is(n, "in", "query"))
    say_with(api, n, "allowEmptyValue", false);
  if (is(n, "collectionFormat", "multi") && !form && !is(n, "in", "query"))
    say_with(api, n, "collectionFormat", false);
  judge_name(api, n);
}

static void judge_items_2(struct sv_openapi *api, struct sv_openapi_node n)
{
  const struct sv_openapi_said said = { .rule = "array-items",
                                        .msgid = N_("a value of type array must say what its items "
                                                    "are"),
                                        .where = sv_openapi_get(n, "type") };
  if (is(n, "type", "array") && !has(n, "items"))
    sv_openapi_say(api, &said, NULL);
}

void sv_openapi_shape_parameter(struct sv_openapi *api, struct sv_openapi_node n,
                                enum sv_openapi_kind kind)
{
  if (api->version == SV_OPENAPI_2_0) {
    if (kind == SV_OPENAPI_K_PARAMETER && has(n, "in"))
      judge_2(api, n);
    judge_items_2(api, n);
    return;
  }
  if (kind == SV_OPENAPI_K_PARAMETER) {
    judge_3(api, n);
    return;
  }
  judge_content(api, n);
  if (has(n, "style") && !is(n, "style", "simple"))
    sv_openapi_say_plain(api, "enum", N_("the style of a header can only be simple"),
                         sv_openapi_get(n, "style"));
}

/* OAS 3.2 4.12.1: at most one querystring, and none beside query. */
void sv_openapi_shape_list(struct sv_openapi *api, struct sv_openapi_node list)
{
  if (api->version < SV_OPENAPI_3_2 || !sv_openapi_is(list, SV_DOC_ARRAY))
    return;
  bool query = false, querystring = false;
  for (struct sv_openapi_node p = sv_openapi_first(list); p.doc; p = sv_openapi_next(list, p)) {
    const struct sv_openapi_node n = sv_openapi_follow(api, p);
    const bool whole = is(n, "in", "querystring");
    if ((whole && (query || querystring)) || (is(n, "in", "query") && querystring))
      sv_openapi_say_plain(api, "querystring",
                           N_("a parameter in querystring stands alone: no second one, and none in "
                              "query"),
                           p);
    query |= is(n, "in", "query");
    querystring |= whole;
  }
}
