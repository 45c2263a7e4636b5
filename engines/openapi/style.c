// SPDX-License-Identifier: Apache-2.0
/* How parameters are written, and what their schemas let values be. */
#include "engines/openapi/style.h"

#include "engines/base/ascii.h"
#include "engines/doc/decimal.h"

#include <string.h>

enum { DEPTH_MAX = 16 };

static const struct {
  const char *name;
  enum sv_style_kind kind;
} kinds[] = {
  { "simple", SV_STYLE_SIMPLE },        { "label", SV_STYLE_LABEL },
  { "matrix", SV_STYLE_MATRIX },        { "form", SV_STYLE_FORM },
  { "spaceDelimited", SV_STYLE_SPACE }, { "pipeDelimited", SV_STYLE_PIPE },
  { "deepObject", SV_STYLE_DEEP },      { "cookie", SV_STYLE_FORM },
};

/* collectionFormat of 2.0 */
static const struct {
  const char *name;
  enum sv_style_kind kind;
  bool explode;
} formats[] = {
  { "csv", SV_STYLE_FORM, false },  { "ssv", SV_STYLE_SPACE, false },
  { "tsv", SV_STYLE_TAB, false },   { "pipes", SV_STYLE_PIPE, false },
  { "multi", SV_STYLE_FORM, true },
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static bool is_true(struct sv_openapi_node n, const char *name, bool otherwise)
{
  const struct sv_openapi_node m = sv_openapi_get(n, name);
  return m.doc ? sv_doc_type(m.doc, m.value) == SV_DOC_TRUE : otherwise;
}

static void of_version_2(struct sv_openapi_node n, struct sv_style *s)
{
  const struct sv_openapi_node format = sv_openapi_get(n, "collectionFormat");
  const bool in_query = s->in == SV_OPENAPI_QUERY || s->in == SV_OPENAPI_FORM;
  s->kind = in_query ? SV_STYLE_FORM : SV_STYLE_SIMPLE;
  s->explode = false;
  for (size_t i = 0; format.doc && i < COUNT(formats); i++) {
    if (!sv_doc_is_text(format.doc, format.value, formats[i].name))
      continue;
    s->kind = formats[i].kind == SV_STYLE_FORM && !in_query ? SV_STYLE_SIMPLE : formats[i].kind;
    s->explode = formats[i].explode;
  }
}

/* OAS 3.1 4.8.12.2: style, its default by place, and explode, which is true for form alone. */
static void of_version_3(struct sv_openapi *api, struct sv_openapi_node n, struct sv_style *s)
{
  const struct sv_openapi_node content = sv_openapi_get(n, "content");
  const struct sv_openapi_node style = sv_openapi_get(n, "style");
  const struct sv_openapi_node media = content.doc ? sv_openapi_first(content) : SV_OPENAPI_NONE;
  if (media.doc && sv_doc_type(content.doc, content.value) == SV_DOC_OBJECT) {
    s->kind = SV_STYLE_CONTENT;
    s->media = sv_openapi_name(api, media);
    return;
  }
  s->kind =
      s->in == SV_OPENAPI_QUERY || s->in == SV_OPENAPI_COOKIE ? SV_STYLE_FORM : SV_STYLE_SIMPLE;
  for (size_t i = 0; style.doc && i < COUNT(kinds); i++)
    if (sv_doc_is_text(style.doc, style.value, kinds[i].name))
      s->kind = kinds[i].kind;
  /* OAS 3.2 4.12.3: style cookie is form without percent-encoding. */
  s->raw = style.doc && sv_doc_is_text(style.doc, style.value, "cookie");
  s->explode = is_true(n, "explode", s->kind == SV_STYLE_FORM);
  s->allow_reserved = is_true(n, "allowReserved", false);
}

struct sv_style sv_style_of_parameter(struct sv_openapi *api, const struct sv_openapi_parameter *p)
{
  struct sv_style s = { .name = p->name, .in = p->in, .schema = p->schema };
  if (sv_openapi_version(api) == SV_OPENAPI_2_0)
    of_version_2(p->node, &s);
  else
    of_version_3(api, p->node, &s);
  return s;
}

struct sv_style sv_style_of_header(struct sv_openapi *api, const struct sv_openapi_header *h)
{
  struct sv_style s = { .name = h->name, .in = SV_OPENAPI_HEADER, .schema = h->schema };
  if (sv_openapi_version(api) == SV_OPENAPI_2_0)
    of_version_2(h->node, &s);
  else
    of_version_3(api, h->node, &s);
  if (s.kind != SV_STYLE_CONTENT)
    s.kind = SV_STYLE_SIMPLE;
  return s;
}

struct sv_style sv_style_of_member(struct sv_openapi *api, const char *name,
                                   struct sv_openapi_node schema, struct sv_openapi_node encoding)
{
  struct sv_style s = { .name = name, .in = SV_OPENAPI_QUERY, .schema = schema };
  const struct sv_openapi_node type = sv_openapi_get(encoding, "contentType");
  of_version_3(api, encoding, &s);
  /* OAS 3.1 4.8.15.1: contentType counts where none of the others is given. */
  if (sv_openapi_get(encoding, "style").doc || sv_openapi_get(encoding, "explode").doc)
    return s;
  const unsigned types = sv_style_types(api, schema);
  const unsigned others = (1u << SV_TYPE_IS_OBJECT) | (1u << SV_TYPE_IS_NULL);
  const char *named = type.doc ? sv_openapi_text(api, type) : NULL;
  if ((named && strstr(named, "json")) || (types && !(types & ~others))) {
    s.kind = SV_STYLE_CONTENT;
    s.media = "application/json";
  }
  return s;
}

static unsigned type_bit(struct sv_openapi_node n)
{
  static const struct {
    const char *name;
    unsigned bits;
  } types[] = {
    { "null", 1u << SV_TYPE_IS_NULL },
    { "boolean", 1u << SV_TYPE_IS_BOOLEAN },
    { "integer", 1u << SV_TYPE_IS_INTEGER },
    { "number", 1u << SV_TYPE_IS_NUMBER | 1u << SV_TYPE_IS_INTEGER },
    { "string", 1u << SV_TYPE_IS_STRING },
    { "file", 1u << SV_TYPE_IS_STRING },
    { "array", 1u << SV_TYPE_IS_ARRAY },
    { "object", 1u << SV_TYPE_IS_OBJECT },
  };
  for (size_t i = 0; i < COUNT(types); i++)
    if (sv_doc_is_text(n.doc, n.value, types[i].name))
      return types[i].bits;
  return 0;
}

static unsigned bit_of_value(struct sv_openapi_node n)
{
  static const unsigned bits[] = {
    [SV_DOC_NULL] = 1u << SV_TYPE_IS_NULL,     [SV_DOC_FALSE] = 1u << SV_TYPE_IS_BOOLEAN,
    [SV_DOC_TRUE] = 1u << SV_TYPE_IS_BOOLEAN,  [SV_DOC_NUMBER] = 1u << SV_TYPE_IS_NUMBER,
    [SV_DOC_STRING] = 1u << SV_TYPE_IS_STRING, [SV_DOC_ARRAY] = 1u << SV_TYPE_IS_ARRAY,
    [SV_DOC_OBJECT] = 1u << SV_TYPE_IS_OBJECT,
  };
  const enum sv_doc_type type = sv_doc_type(n.doc, n.value);
  if (type == SV_DOC_NUMBER && sv_doc_is_integer(n.doc, n.value))
    return 1u << SV_TYPE_IS_INTEGER | 1u << SV_TYPE_IS_NUMBER;
  return bits[type];
}

/* The types of type, enum and const, which stand in the schema itself. */
static unsigned own_types(struct sv_openapi_node n)
{
  unsigned types = SV_TYPE_IS_ANY;
  const struct sv_openapi_node type = sv_openapi_get(n, "type");
  const struct sv_openapi_node list = sv_openapi_get(n, "enum");
  const struct sv_openapi_node constant = sv_openapi_get(n, "const");
  if (type.doc) {
    types = type_bit(type);
    for (struct sv_openapi_node e = sv_openapi_first(type); e.doc; e = sv_openapi_next(type, e))
      types |= type_bit(e);
    types |= is_true(n, "nullable", false) ? 1u << SV_TYPE_IS_NULL : 0;
  } else if (list.doc) {
    types = 0;
    for (struct sv_openapi_node e = sv_openapi_first(list); e.doc; e = sv_openapi_next(list, e))
      types |= bit_of_value(e);
  } else if (constant.doc) {
    types = bit_of_value(constant);
  } else if (sv_openapi_get(n, "properties").doc) {
    types = 1u << SV_TYPE_IS_OBJECT;
  } else if (sv_openapi_get(n, "items").doc) {
    types = 1u << SV_TYPE_IS_ARRAY;
  }
  return types;
}

static unsigned types_of(struct sv_openapi *api, struct sv_openapi_node n, int depth)
{
  static const char *const either[] = { "oneOf", "anyOf" };
  n = sv_openapi_follow(api, n);
  if (!n.doc || depth > DEPTH_MAX || sv_doc_type(n.doc, n.value) != SV_DOC_OBJECT)
    return SV_TYPE_IS_ANY;
  unsigned types = own_types(n);
  const struct sv_openapi_node all = sv_openapi_get(n, "allOf");
  for (struct sv_openapi_node e = sv_openapi_first(all); e.doc; e = sv_openapi_next(all, e))
    types &= types_of(api, e, depth + 1);
  for (size_t i = 0; i < 2; i++) {
    const struct sv_openapi_node list = sv_openapi_get(n, either[i]);
    unsigned some = 0;
    for (struct sv_openapi_node e = sv_openapi_first(list); e.doc; e = sv_openapi_next(list, e))
      some |= types_of(api, e, depth + 1);
    types &= some ? some : SV_TYPE_IS_ANY;
  }
  return types;
}

unsigned sv_style_types(struct sv_openapi *api, struct sv_openapi_node n)
{
  return types_of(api, n, 0);
}

static struct sv_openapi_node part_of(struct sv_openapi *api, struct sv_openapi_node n,
                                      const char *name, int depth)
{
  static const char *const lists[] = { "allOf", "oneOf", "anyOf" };
  n = sv_openapi_follow(api, n);
  if (!n.doc || depth > DEPTH_MAX)
    return SV_OPENAPI_NONE;
  struct sv_openapi_node found = sv_openapi_get(n, name ? "properties" : "items");
  if (name)
    found = sv_openapi_get(found, name);
  for (size_t i = 0; !found.doc && i < COUNT(lists); i++) {
    const struct sv_openapi_node list = sv_openapi_get(n, lists[i]);
    for (struct sv_openapi_node e = sv_openapi_first(list); e.doc && !found.doc;
         e = sv_openapi_next(list, e))
      found = part_of(api, e, name, depth + 1);
  }
  if (!found.doc && name) {
    const struct sv_openapi_node rest = sv_openapi_get(n, "additionalProperties");
    if (rest.doc && sv_doc_type(rest.doc, rest.value) == SV_DOC_OBJECT)
      found = rest;
  }
  return found;
}

struct sv_openapi_node sv_style_part(struct sv_openapi *api, struct sv_openapi_node n,
                                     const char *name)
{
  return part_of(api, n, name, 0);
}

static bool is_number(const char *text, size_t size)
{
  const char *p = text, *end = text + size;
  if (p < end && *p == '-')
    p++;
  const char *const whole = p;
  while (p < end && sv_is_digit(*p))
    p++;
  if (p == whole || (p - whole > 1 && *whole == '0'))
    return false;
  if (p < end && *p == '.') {
    const char *const fraction = ++p;
    while (p < end && sv_is_digit(*p))
      p++;
    if (p == fraction)
      return false;
  }
  if (p < end && (*p == 'e' || *p == 'E')) {
    p += p + 1 < end && (p[1] == '+' || p[1] == '-') ? 2 : 1;
    const char *const power = p;
    while (p < end && sv_is_digit(*p))
      p++;
    if (p == power)
      return false;
  }
  return p == end;
}

json_t *sv_style_scalar(unsigned types, const char *text, size_t size)
{
  const unsigned numbers = 1u << SV_TYPE_IS_NUMBER | 1u << SV_TYPE_IS_INTEGER;
  int64_t integer;
  if (types & numbers && size < 1000 && is_number(text, size)) {
    if (sv_decimal_int64(text, size, &integer))
      return json_integer(integer);
    const double number = sv_decimal_double(text, size);
    json_t *j = json_real(number);
    return j ? j : json_stringn(text, size);
  }
  if (types & 1u << SV_TYPE_IS_BOOLEAN && size == 4 && memcmp(text, "true", 4) == 0)
    return json_true();
  if (types & 1u << SV_TYPE_IS_BOOLEAN && size == 5 && memcmp(text, "false", 5) == 0)
    return json_false();
  if (types & 1u << SV_TYPE_IS_NULL && !(types & 1u << SV_TYPE_IS_STRING) &&
      (size == 0 || (size == 4 && memcmp(text, "null", 4) == 0)))
    return json_null();
  return json_stringn(text, size);
}
