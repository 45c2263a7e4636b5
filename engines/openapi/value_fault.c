// SPDX-License-Identifier: Apache-2.0
/* Values with one fault, and texts of the formats. */
#include "engines/openapi/value.h"

#include "engines/base/buf.h"
#include "engines/doc/bridge.h"
#include "engines/openapi/style.h"

#include <math.h>
#include <string.h>

enum { LENGTH_MOST = 3000 };

static const struct {
  const char *name, *good, *bad;
} formats[] = {
  { "date", "2024-01-31", "2024-02-30" },
  { "date-time", "2024-01-31T12:00:00Z", "2024-02-30T12:00:00Z" },
  { "time", "12:00:00Z", "25:00:00Z" },
  { "duration", "P1D", "1 dag" },
  { "uuid", "6f1c2a54-0b7e-4c1d-9a3f-2d5e8b7c6a10", "not-a-uuid" },
  { "email", "samsvar@example.com", "samsvar" },
  { "idn-email", "samsvar@example.com", "samsvar" },
  { "hostname", "example.com", "-example-.com" },
  { "ipv4", "192.0.2.1", "999.0.2.1" },
  { "ipv6", "2001:db8::1", "2001:db8:::1" },
  { "uri", "https://example.com/samsvar", "//no scheme" },
  { "uri-reference", "/samsvar", "no spaces here" },
  { "iri", "https://example.com/samsvar", "//no scheme" },
  { "byte", "c2Ftc3Zhcg==", NULL },
  { "password", "samsvar-password", NULL },
};

const char *sv_value_format(const char *format, bool wrong)
{
  for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
    if (strcmp(formats[i].name, format) == 0)
      return wrong ? formats[i].bad : formats[i].good;
  return NULL;
}

struct faults {
  struct sv_openapi *api;
  struct sv_openapi_node schema;
  struct sv_value_fault *out;
  size_t count;
  bool as_text;
  unsigned types;
};

static bool takes(const struct faults *f, enum sv_style_type type)
{
  return (f->types & 1u << type) != 0;
}

/* Adds VALUE, which is taken. */
static void add(struct faults *f, const char *keyword, json_t *value, struct sv_openapi_node where)
{
  if (!value || f->count == SV_VALUE_FAULTS_MAX) {
    json_decref(value);
    return;
  }
  f->out[f->count++] = (struct sv_value_fault){ keyword, value, where.doc ? where : f->schema };
}

static bool number_of(const struct faults *f, const char *name, double *out,
                      struct sv_openapi_node *where)
{
  json_t *value = NULL;
  struct sv_error err = { .line = 0 };
  *where = sv_value_keyword(f->api, f->schema, name);
  if (!where->doc || sv_doc_to_json(where->doc, where->value, 8, &value, &err) != SV_OK)
    return false;
  const bool found = json_is_number(value);
  *out = found ? json_number_value(value) : 0;
  json_decref(value);
  return found && fabs(*out) < 9e15;
}

static json_t *number(double value)
{
  return value == floor(value) ? json_integer((json_int_t)value) : json_real(value);
}

/* The types: what is written as a text can be told from a number or truth value only. */
static void add_type(struct faults *f)
{
  const struct sv_openapi_node where = sv_value_keyword(f->api, f->schema, "type");
  const unsigned scalars = 1u << SV_TYPE_IS_INTEGER | 1u << SV_TYPE_IS_NUMBER |
                           1u << SV_TYPE_IS_BOOLEAN | 1u << SV_TYPE_IS_NULL;
  if (!where.doc)
    return;
  if (f->as_text) {
    if ((f->types & ~scalars) == 0)
      add(f, "type", json_string("samsvar"), where);
    return;
  }
  if (!takes(f, SV_TYPE_IS_STRING))
    add(f, "type", json_string("samsvar"), where);
  else if (!takes(f, SV_TYPE_IS_INTEGER) && !takes(f, SV_TYPE_IS_NUMBER))
    add(f, "type", json_integer(7), where);
}

static void add_enum(struct faults *f)
{
  const struct sv_openapi_node where = sv_value_keyword(f->api, f->schema, "enum");
  if (where.doc && takes(f, SV_TYPE_IS_STRING))
    add(f, "enum", json_string("__samsvar__"), where);
}

/* One step beyond each bound. */
static void add_range(struct faults *f)
{
  static const struct {
    const char *keyword;
    int sign; /* of the step beyond; 0: the bound itself is beyond */
  } bounds[] = {
    { "minimum", -1 },
    { "maximum", 1 },
    { "exclusiveMinimum", 0 },
    { "exclusiveMaximum", 0 },
  };
  double step, value;
  struct sv_openapi_node where;
  if (sv_value_keyword(f->api, f->schema, "enum").doc)
    return;
  if (!number_of(f, "multipleOf", &step, &where) || step <= 0)
    step = 1;
  else if (takes(f, SV_TYPE_IS_NUMBER) || step > 1)
    add(f, "multipleOf", number(step > 1 ? step * 2 + 1 : step / 2), where);
  for (size_t i = 0; i < sizeof bounds / sizeof bounds[0]; i++)
    if (number_of(f, bounds[i].keyword, &value, &where))
      add(f, bounds[i].keyword, number(value + bounds[i].sign * step), where);
}

static json_t *text_of(char c, size_t length)
{
  struct sv_buf text = SV_BUF(LENGTH_MOST + 1);
  for (size_t i = 0; i < length; i++)
    (void)sv_buf_addc(&text, c);
  json_t *value = text.failed ? NULL : json_string(sv_buf_text(&text));
  sv_buf_free(&text);
  return value;
}

/* Too short and too long; where a pattern or format decides as well there would be two faults. */
static void add_length(struct faults *f)
{
  double value;
  struct sv_openapi_node where;
  if (sv_value_keyword(f->api, f->schema, "pattern").doc ||
      sv_value_keyword(f->api, f->schema, "format").doc ||
      sv_value_keyword(f->api, f->schema, "enum").doc)
    return;
  if (number_of(f, "minLength", &value, &where) && value >= (f->as_text ? 2 : 1) &&
      value <= LENGTH_MOST)
    add(f, "minLength", text_of('s', (size_t)value - 1), where);
  if (number_of(f, "maxLength", &value, &where) && value >= 0 && value < LENGTH_MOST)
    add(f, "maxLength", text_of('s', (size_t)value + 1), where);
}

/* A text of a right length whose characters are none that patterns of numbers and names have. */
static void add_pattern(struct faults *f)
{
  double least;
  struct sv_openapi_node at;
  const struct sv_openapi_node where = sv_value_keyword(f->api, f->schema, "pattern");
  if (!where.doc || sv_value_keyword(f->api, f->schema, "enum").doc)
    return;
  if (!number_of(f, "minLength", &least, &at) || least < 1)
    least = 1;
  if (least < LENGTH_MOST)
    add(f, "pattern", text_of('~', (size_t)least), where);
}

static void add_format(struct faults *f)
{
  const struct sv_openapi_node where = sv_value_keyword(f->api, f->schema, "format");
  const char *name = sv_openapi_text(f->api, where);
  const char *bad = name ? sv_value_format(name, true) : NULL;
  if (bad && takes(f, SV_TYPE_IS_STRING))
    add(f, "format", json_string(bad), where);
}

static void add_items(struct faults *f)
{
  double value;
  struct sv_openapi_node where;
  const struct sv_openapi_node items = sv_value_keyword(f->api, f->schema, "items");
  if (!number_of(f, "maxItems", &value, &where) || value < 0 || value > 50)
    return;
  json_t *list = json_array();
  json_t *item = sv_value_make(f->api, items, SV_VALUE_SAMPLE);
  for (size_t i = 0; item && i < (size_t)value + 1; i++)
    (void)json_array_append(list, item);
  if (item)
    add(f, "maxItems", json_incref(list), where);
  json_decref(item);
  json_decref(list);
}

size_t sv_value_faults(struct sv_openapi *api, struct sv_openapi_node schema, bool as_text,
                       struct sv_value_fault out[SV_VALUE_FAULTS_MAX])
{
  struct faults f = { .api = api, .schema = schema, .out = out, .as_text = as_text };
  if (!schema.doc)
    return 0;
  f.types = sv_style_types(api, schema);
  add_type(&f);
  add_enum(&f);
  if (takes(&f, SV_TYPE_IS_INTEGER) || takes(&f, SV_TYPE_IS_NUMBER))
    add_range(&f);
  if (takes(&f, SV_TYPE_IS_STRING)) {
    add_length(&f);
    add_pattern(&f);
    add_format(&f);
  }
  if (takes(&f, SV_TYPE_IS_ARRAY) && !as_text)
    add_items(&f);
  return f.count;
}
