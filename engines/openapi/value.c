// SPDX-License-Identifier: Apache-2.0
/* What a document gives as example, and values built from a schema. */
#include "engines/openapi/value.h"

#include "engines/base/buf.h"
#include "engines/doc/bridge.h"
#include "engines/openapi/style.h"
#include "engines/regex/loose.h"

#include <math.h>
#include <string.h>

enum {
  DEPTH_MAX = 10,
  PARTS_MAX = 32,     /* of one allOf */
  NODES_MAX = 20000,  /* of one example */
  TEXT_MOST = 2000,   /* of a text made at an upper bound: an address has to hold it */
  ITEMS_MOST = 20,    /* of a list made at an upper bound */
  MEMBERS_MOST = 200, /* of an object */
  PATTERN_MOST = 200  /* of a text made for a pattern without bounds */
};

static json_t *json_of(struct sv_openapi_node n)
{
  json_t *value = NULL;
  struct sv_error err = { .line = 0 };
  if (!n.doc || sv_doc_to_json(n.doc, n.value, NODES_MAX, &value, &err) != SV_OK)
    return NULL;
  return value;
}

static struct sv_openapi_node keyword(struct sv_openapi *api, struct sv_openapi_node n,
                                      const char *name, int depth)
{
  if (!n.doc || depth > DEPTH_MAX)
    return SV_OPENAPI_NONE;
  const struct sv_openapi_node own = sv_openapi_get(n, name);
  if (own.doc)
    return own;
  const struct sv_openapi_node to = sv_openapi_follow(api, n);
  if (to.doc && (to.doc != n.doc || to.value != n.value))
    return keyword(api, to, name, depth + 1);
  const struct sv_openapi_node all = sv_openapi_get(n, "allOf");
  int parts = 0;
  for (struct sv_openapi_node e = sv_openapi_first(all); e.doc && parts < PARTS_MAX;
       e = sv_openapi_next(all, e), parts++) {
    const struct sv_openapi_node found = keyword(api, e, name, depth + 1);
    if (found.doc)
      return found;
  }
  return SV_OPENAPI_NONE;
}

struct sv_openapi_node sv_value_keyword(struct sv_openapi *api, struct sv_openapi_node schema,
                                        const char *name)
{
  return keyword(api, schema, name, 0);
}

/* The value of the first of an examples map (OAS) or list (JSON Schema). */
static json_t *first_example(struct sv_openapi *api, struct sv_openapi_node examples)
{
  struct sv_openapi_node e = sv_openapi_first(examples);
  if (!e.doc || sv_doc_type(examples.doc, examples.value) == SV_DOC_ARRAY)
    return json_of(e);
  for (; e.doc; e = sv_openapi_next(examples, e)) {
    const struct sv_openapi_node to = sv_openapi_follow(api, e);
    const struct sv_openapi_node value = sv_openapi_get(to, "value");
    const struct sv_openapi_node data = sv_openapi_get(to, "dataValue");
    if (value.doc || data.doc)
      return json_of(value.doc ? value : data);
  }
  return NULL;
}

json_t *sv_value_given(struct sv_openapi *api, struct sv_openapi_node holder,
                       struct sv_openapi_node schema)
{
  static const char *const in_holder[] = { "example", "x-example" };
  static const char *const in_schema[] = { "example", "const", "default" };
  json_t *value = NULL;
  for (size_t i = 0; i < 2 && !value; i++)
    value = json_of(sv_openapi_get(holder, in_holder[i]));
  if (!value)
    value = first_example(api, sv_openapi_get(holder, "examples"));
  if (!value)
    value = first_example(api, sv_value_keyword(api, schema, "examples"));
  for (size_t i = 0; i < 3 && !value; i++)
    value = json_of(sv_value_keyword(api, schema, in_schema[i]));
  json_t *last = NULL;
  if (!value && sv_value_ends(api, schema, &value, &last))
    json_decref(last);
  return value;
}

bool sv_value_ends(struct sv_openapi *api, struct sv_openapi_node schema, json_t **first,
                   json_t **last)
{
  const struct sv_openapi_node list = sv_value_keyword(api, schema, "enum");
  struct sv_openapi_node a = SV_OPENAPI_NONE, z = SV_OPENAPI_NONE;
  for (struct sv_openapi_node e = sv_openapi_first(list); e.doc; e = sv_openapi_next(list, e)) {
    if (sv_doc_type(e.doc, e.value) == SV_DOC_NULL)
      continue;
    a = a.doc ? a : e;
    z = e;
  }
  *first = json_of(a);
  *last = json_of(z);
  if (*first && *last)
    return true;
  json_decref(*first);
  json_decref(*last);
  *first = *last = NULL;
  return false;
}

/* --- making --- */
struct making {
  struct sv_openapi *api;
  enum sv_value_wish wish;
};

static json_t *make(const struct making *m, struct sv_openapi_node n, int depth);

/* The number of keyword NAME; false: there is none. */
static bool number_of(const struct making *m, struct sv_openapi_node n, const char *name,
                      double *out)
{
  json_t *value = json_of(sv_value_keyword(m->api, n, name));
  const bool found = json_is_number(value);
  *out = found ? json_number_value(value) : 0;
  json_decref(value);
  return found;
}

/* The bound NAME with its exclusive kin as an inclusive one in steps of STEP, rounded to a multiple
 * of STEP; SIGN is 1 for a lower bound. */
static bool bound_of(const struct making *m, struct sv_openapi_node n, int sign, double step,
                     double *out)
{
  static const char *const names[2][2] = { { "maximum", "exclusiveMaximum" },
                                           { "minimum", "exclusiveMinimum" } };
  const char *const *const name = names[sign > 0];
  double beyond;
  const bool has = number_of(m, n, name[0], out);
  const struct sv_openapi_node e = sv_value_keyword(m->api, n, name[1]);
  const bool exclusive = e.doc && sv_doc_type(e.doc, e.value) == SV_DOC_TRUE; /* as in 3.0 */
  const bool has_beyond = number_of(m, n, name[1], &beyond);
  if (has && exclusive)
    *out += sign * step;
  if (has_beyond && (!has || (sign > 0 ? beyond >= *out : beyond <= *out)))
    *out = beyond + sign * step;
  if ((has || has_beyond) && step > 0)
    *out = sign > 0 ? ceil(*out / step) * step : floor(*out / step) * step;
  return has || has_beyond;
}

static json_t *make_number(const struct making *m, struct sv_openapi_node n, bool whole)
{
  double step, low, high;
  if (!number_of(m, n, "multipleOf", &step) || step <= 0)
    step = 1;
  const bool has_low = bound_of(m, n, 1, step, &low);
  const bool has_high = bound_of(m, n, -1, step, &high);
  double value = 0;
  if (m->wish == SV_VALUE_MOST && has_high)
    value = high;
  else if (m->wish == SV_VALUE_MOST)
    return NULL;
  else if (has_low)
    value = low;
  else if (has_high && high < 0)
    value = high;
  if (fabs(value) > 9e15)
    return NULL;
  return whole || value == floor(value) ? json_integer((json_int_t)value) : json_real(value);
}

static size_t size_of(const struct making *m, struct sv_openapi_node n, const char *name,
                      size_t otherwise)
{
  double value;
  if (!number_of(m, n, name, &value) || value < 0 || value > 1e9)
    return otherwise;
  return (size_t)value;
}

/* A text of LENGTH letters that reads as one. */
static json_t *letters(size_t length)
{
  struct sv_buf text = SV_BUF(TEXT_MOST + 1);
  for (size_t i = 0; i < length; i++)
    (void)sv_buf_addc(&text, "samsvar"[i % 7]);
  json_t *value = text.failed ? NULL : json_string(sv_buf_text(&text));
  sv_buf_free(&text);
  return value;
}

/* A text for the pattern P, which may be one without the flag u. */
static enum sv_status sample(const char *p, size_t least, size_t most, struct sv_buf *out)
{
  struct sv_buf strict = SV_BUF((size_t)64 << 10);
  enum sv_status status = sv_regex_sample(p, strlen(p), least, most, out);
  if (status == SV_INVALID && sv_regex_loosen(p, strlen(p), &strict) == SV_OK)
    status = sv_regex_sample(sv_buf_text(&strict), strict.size, least, most, out);
  sv_buf_free(&strict);
  return status;
}

static json_t *make_text(const struct making *m, struct sv_openapi_node n)
{
  const struct sv_openapi_node format = sv_value_keyword(m->api, n, "format");
  const struct sv_openapi_node pattern = sv_value_keyword(m->api, n, "pattern");
  const char *name = sv_openapi_text(m->api, format);
  const char *known = name ? sv_value_format(name, false) : NULL;
  const size_t least = size_of(m, n, "minLength", 0);
  const size_t most = size_of(m, n, "maxLength", SIZE_MAX);
  size_t length = m->wish == SV_VALUE_MOST ? most : least;
  if (pattern.doc) {
    struct sv_buf text = SV_BUF(TEXT_MOST);
    const char *p = sv_openapi_text(m->api, pattern);
    const enum sv_status status =
        p ? sample(p, least, most < PATTERN_MOST ? most : PATTERN_MOST, &text) : SV_NOT_FOUND;
    json_t *value = status == SV_OK ? json_string(sv_buf_text(&text)) : NULL;
    sv_buf_free(&text);
    return value;
  }
  if (known)
    return json_string(known);
  if (m->wish != SV_VALUE_MOST && length == 0)
    length = most > 0 ? 1 : 0; /* an empty text is many things on the wire */
  return length <= TEXT_MOST ? letters(length) : NULL;
}

static json_t *make_list(const struct making *m, struct sv_openapi_node n, int depth)
{
  const size_t least = size_of(m, n, "minItems", 0);
  const struct sv_openapi_node items = sv_value_keyword(m->api, n, "items");
  const struct sv_openapi_node unique = sv_value_keyword(m->api, n, "uniqueItems");
  size_t wanted = m->wish == SV_VALUE_MOST ? size_of(m, n, "maxItems", least ? least : 1) : least;
  if (wanted > ITEMS_MOST)
    wanted = least > 0 ? least : 1;
  if (unique.doc && sv_doc_type(unique.doc, unique.value) == SV_DOC_TRUE && wanted > 1)
    wanted = least;
  json_t *list = json_array();
  for (size_t i = 0; list && i < wanted; i++) {
    json_t *item = make(m, items, depth + 1);
    if (!item || json_array_append_new(list, item) != 0) {
      json_decref(list);
      return NULL;
    }
  }
  return list;
}

/* Whether the object schema at N, or a part of it, requires NAME. */
static bool requires(const struct making *m, struct sv_openapi_node n, const char *name, int depth)
{
  n = sv_openapi_follow(m->api, n);
  if (!n.doc || depth > DEPTH_MAX)
    return false;
  const struct sv_openapi_node list = sv_openapi_get(n, "required");
  for (struct sv_openapi_node e = sv_openapi_first(list); e.doc; e = sv_openapi_next(list, e))
    if (sv_doc_is_text(e.doc, e.value, name))
      return true;
  const struct sv_openapi_node all = sv_openapi_get(n, "allOf");
  for (struct sv_openapi_node e = sv_openapi_first(all); e.doc; e = sv_openapi_next(all, e))
    if (requires(m, e, name, depth + 1))
      return true;
  return false;
}

static bool is_read_only(struct sv_openapi *api, struct sv_openapi_node n)
{
  const struct sv_openapi_node r = sv_value_keyword(api, n, "readOnly");
  return r.doc && sv_doc_type(r.doc, r.value) == SV_DOC_TRUE;
}

/* Puts the members that N and its parts declare into OBJECT; WHOLE is the schema that requires.
 * False when a required one cannot be made. */
static bool make_members(const struct making *m, struct sv_openapi_node n,
                         struct sv_openapi_node whole, json_t *object, int depth)
{
  n = sv_openapi_follow(m->api, n);
  if (!n.doc || depth > DEPTH_MAX)
    return depth <= DEPTH_MAX;
  const struct sv_openapi_node properties = sv_openapi_get(n, "properties");
  for (struct sv_openapi_node e = sv_openapi_first(properties); e.doc;
       e = sv_openapi_next(properties, e)) {
    const char *name = sv_openapi_name(m->api, e);
    if (!name || is_read_only(m->api, e) || json_object_get(object, name))
      continue;
    const bool needed = requires(m, whole, name, 0);
    if ((!needed && m->wish != SV_VALUE_MOST) || json_object_size(object) > MEMBERS_MOST)
      continue;
    json_t *value = make(m, e, depth + 1);
    if (value ? json_object_set_new(object, name, value) != 0 : needed)
      return false;
  }
  static const char *const lists[] = { "allOf", "oneOf", "anyOf" };
  for (size_t i = 0; i < 3; i++) {
    const struct sv_openapi_node list = sv_openapi_get(n, lists[i]);
    for (struct sv_openapi_node e = sv_openapi_first(list); e.doc; e = sv_openapi_next(list, e)) {
      if (!make_members(m, e, i ? e : whole, object, depth + 1))
        return false;
      if (i > 0)
        break; /* one branch is enough */
    }
  }
  return true;
}

static json_t *make_object(const struct making *m, struct sv_openapi_node n, int depth)
{
  json_t *object = json_object();
  if (object && make_members(m, n, n, object, depth))
    return object;
  json_decref(object);
  return NULL;
}

static json_t *make_by_type(const struct making *m, struct sv_openapi_node n, int depth)
{
  const unsigned types = sv_style_types(m->api, n);
  const bool any = types == SV_TYPE_IS_ANY;
  if (any && sv_value_keyword(m->api, n, "properties").doc)
    return make_object(m, n, depth);
  if (types & 1u << SV_TYPE_IS_STRING)
    return make_text(m, n);
  if (types & 1u << SV_TYPE_IS_INTEGER || types & 1u << SV_TYPE_IS_NUMBER)
    return make_number(m, n, !(types & 1u << SV_TYPE_IS_NUMBER));
  if (types & 1u << SV_TYPE_IS_BOOLEAN)
    return json_boolean(m->wish == SV_VALUE_MOST);
  if (types & 1u << SV_TYPE_IS_OBJECT)
    return make_object(m, n, depth);
  if (types & 1u << SV_TYPE_IS_ARRAY)
    return make_list(m, n, depth);
  return types & 1u << SV_TYPE_IS_NULL ? json_null() : NULL;
}

static json_t *make(const struct making *m, struct sv_openapi_node n, int depth)
{
  json_t *first = NULL, *last = NULL;
  if (!n.doc || depth > DEPTH_MAX)
    return NULL;
  if (m->wish == SV_VALUE_SAMPLE) {
    json_t *given = sv_value_given(m->api, SV_OPENAPI_NONE, n);
    if (given)
      return given;
  }
  json_t *constant = json_of(sv_value_keyword(m->api, n, "const"));
  if (constant)
    return constant;
  if (sv_value_ends(m->api, n, &first, &last)) {
    json_decref(m->wish == SV_VALUE_MOST ? first : last);
    return m->wish == SV_VALUE_MOST ? last : first;
  }
  return make_by_type(m, n, depth);
}

json_t *sv_value_make(struct sv_openapi *api, struct sv_openapi_node schema,
                      enum sv_value_wish wish)
{
  const struct making m = { api, wish };
  return make(&m, schema, 0);
}
