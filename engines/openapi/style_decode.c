// SPDX-License-Identifier: Apache-2.0
/* From the wire to values: split at the delimiters of the style, then undo percent-encoding, then
 * make of texts what the schema asks for. */
#include "engines/openapi/style.h"

#include "engines/base/ascii.h"
#include "engines/base/utf8.h"

#include <string.h>

#ifndef N_
#define N_(text) text
#endif

#define TEXT_MAX ((size_t)1 << 20)
enum { PARTS_MAX = 10000 };

struct decoder {
  struct sv_openapi *api;
  const struct sv_style *style;
  bool plus_is_space;
  bool is_encoded; /* percent-encoding is to be undone */
  struct sv_error *err;
};

struct span {
  const char *text;
  size_t size;
};

/* What a walk over the parts between delimiters needs. */
struct parts {
  const char *p, *end;
  char delimiter;
  bool done;
};

/* Ends the decoding; TEXT has a %s for the parameter's name. */
#define FAULT(d, text) sv_fail((d)->err, SV_INVALID, text, (d)->style->name)

/* The bytes behind percent-encoding in OUT. */
static enum sv_status unescape(struct decoder *d, struct span s, struct sv_buf *out)
{
  for (size_t i = 0; i < s.size; i++) {
    const char c = s.text[i];
    if (!d->is_encoded || (c != '%' && !(c == '+' && d->plus_is_space))) {
      (void)sv_buf_addc(out, c);
      continue;
    }
    if (c == '+') {
      (void)sv_buf_addc(out, ' ');
      continue;
    }
    const int high = i + 2 < s.size ? sv_hex((unsigned char)s.text[i + 1]) : -1;
    const int low = i + 2 < s.size ? sv_hex((unsigned char)s.text[i + 2]) : -1;
    if (high < 0 || low < 0)
      return FAULT(d, N_("the parameter '%s' has a percent sign without two hexadecimal digits"));
    (void)sv_buf_addc(out, (char)(high * 16 + low));
    i += 2;
  }
  if (out->failed == SV_LIMIT)
    return sv_fail_limit(d->err, "parameter-bytes", N_("the parameter '%s' is too long"),
                         d->style->name);
  SV_TRY(out->failed);
  if (sv_utf8_check(sv_buf_text(out), out->size) < out->size)
    return FAULT(d, N_("the parameter '%s' is not UTF-8"));
  return SV_OK;
}

/* S as the scalar that the schema N asks for. */
static enum sv_status scalar(struct decoder *d, struct span s, struct sv_openapi_node n,
                             json_t **out)
{
  struct sv_buf text = SV_BUF(TEXT_MAX);
  enum sv_status status = unescape(d, s, &text);
  if (status == SV_OK) {
    const unsigned types = d->style->as_text ? 1u << SV_TYPE_IS_STRING : sv_style_types(d->api, n);
    *out = sv_style_scalar(types, sv_buf_text(&text), text.size);
    status = *out ? SV_OK : SV_NO_MEMORY;
  }
  sv_buf_free(&text);
  return status;
}

static bool next_part(struct parts *p, struct span *out)
{
  if (p->done)
    return false;
  const char *hit = memchr(p->p, p->delimiter, (size_t)(p->end - p->p));
  *out = (struct span){ p->p, (size_t)((hit ? hit : p->end) - p->p) };
  p->done = hit == NULL;
  p->p = hit ? hit + 1 : p->end;
  return true;
}

static enum sv_status array(struct decoder *d, struct span s, char delimiter, json_t **out)
{
  struct parts parts = { s.text, s.text + s.size, delimiter, s.size == 0 };
  const struct sv_openapi_node items = sv_style_part(d->api, d->style->schema, NULL);
  struct span one;
  *out = json_array();
  while (*out && next_part(&parts, &one)) {
    json_t *value = NULL;
    if (json_array_size(*out) >= PARTS_MAX)
      return sv_fail_limit(d->err, "parameter-items", N_("the parameter '%s' has too many items"),
                           d->style->name);
    SV_TRY(scalar(d, one, items, &value));
    if (json_array_append_new(*out, value) != 0)
      return SV_NO_MEMORY;
  }
  return *out ? SV_OK : SV_NO_MEMORY;
}

static enum sv_status put(struct decoder *d, json_t *object, struct span name, struct span value)
{
  struct sv_buf key = SV_BUF(4096);
  json_t *j = NULL;
  enum sv_status status = unescape(d, name, &key);
  const char *text = sv_buf_text(&key);
  if (status == SV_OK && strlen(text) != key.size)
    status = FAULT(d, N_("the parameter '%s' has a name with a NUL in it"));
  if (status == SV_OK)
    status = scalar(d, value, sv_style_part(d->api, d->style->schema, text), &j);
  if (status == SV_OK && json_object_set_new(object, text, j) != 0)
    status = SV_NO_MEMORY;
  sv_buf_free(&key);
  return status;
}

/* name=value pairs when EXPLODE, else names and values by turns. */
static enum sv_status object(struct decoder *d, struct span s, char delimiter, bool explode,
                             json_t **out)
{
  struct parts parts = { s.text, s.text + s.size, delimiter, s.size == 0 };
  struct span name, value;
  *out = json_object();
  while (*out && next_part(&parts, &name)) {
    if (json_object_size(*out) >= PARTS_MAX)
      return sv_fail_limit(d->err, "parameter-items", N_("the parameter '%s' has too many items"),
                           d->style->name);
    if (explode) {
      const char *equals = memchr(name.text, '=', name.size);
      if (!equals)
        return FAULT(d, N_("a member of the parameter '%s' has no ="));
      value = (struct span){ equals + 1, (size_t)(name.text + name.size - equals) - 1 };
      name.size = (size_t)(equals - name.text);
    } else if (!next_part(&parts, &value)) {
      return FAULT(d, N_("the parameter '%s' has a name without a value"));
    }
    SV_TRY(put(d, *out, name, value));
  }
  return *out ? SV_OK : SV_NO_MEMORY;
}

/* Which of the three shapes the schema wants: an object before an array before a scalar, unless the
 * value may be a plain one as well. */
static enum sv_style_type shape(const struct decoder *d)
{
  const unsigned types = sv_style_types(d->api, d->style->schema);
  const unsigned plain = 1u << SV_TYPE_IS_STRING | 1u << SV_TYPE_IS_NUMBER |
                         1u << SV_TYPE_IS_INTEGER | 1u << SV_TYPE_IS_BOOLEAN;
  if (d->style->as_text || types == SV_TYPE_IS_ANY || types & plain)
    return SV_TYPE_IS_STRING;
  if (types & 1u << SV_TYPE_IS_OBJECT)
    return SV_TYPE_IS_OBJECT;
  return types & 1u << SV_TYPE_IS_ARRAY ? SV_TYPE_IS_ARRAY : SV_TYPE_IS_STRING;
}

static enum sv_status one_value(struct decoder *d, struct span s, char delimiter, bool explode,
                                json_t **out)
{
  switch (shape(d)) {
  case SV_TYPE_IS_OBJECT:
    return object(d, s, delimiter, explode, out);
  case SV_TYPE_IS_ARRAY:
    return array(d, s, delimiter, out);
  default:
    return scalar(d, s, d->style->schema, out);
  }
}

/* RFC 6570 3.2.5: ".a.b", ".a,b" */
static enum sv_status label(struct decoder *d, struct span s, json_t **out)
{
  if (s.size == 0 || *s.text != '.')
    return FAULT(d, N_("the parameter '%s' does not begin with a dot"));
  return one_value(d, (struct span){ s.text + 1, s.size - 1 }, d->style->explode ? '.' : ',',
                   d->style->explode, out);
}

/* RFC 6570 3.2.7: ";name=a,b", exploded ";name=a;name=b" or ";R=100;G=200" */
static enum sv_status matrix(struct decoder *d, struct span s, json_t **out)
{
  const size_t size = strlen(d->style->name);
  const enum sv_style_type wanted = shape(d);
  if (s.size == 0 || *s.text != ';')
    return FAULT(d, N_("the parameter '%s' does not begin with a semicolon"));
  struct span rest = { s.text + 1, s.size - 1 };
  if (wanted == SV_TYPE_IS_OBJECT && d->style->explode)
    return object(d, rest, ';', true, out);
  struct parts parts = { rest.text, rest.text + rest.size, ';', false };
  struct span one;
  json_t *list = NULL;
  while (next_part(&parts, &one)) {
    if (one.size < size || memcmp(one.text, d->style->name, size) != 0 ||
        (one.size > size && one.text[size] != '='))
      return FAULT(d, N_("the parameter '%s' is not written with its name before the value"));
    const size_t skip = one.size > size ? size + 1 : size;
    const struct span value = { one.text + skip, one.size - skip };
    if (wanted != SV_TYPE_IS_ARRAY || !d->style->explode)
      return one_value(d, value, ',', false, out);
    if (!list)
      *out = list = json_array();
    json_t *j = NULL;
    SV_TRY(scalar(d, value, sv_style_part(d->api, d->style->schema, NULL), &j));
    if (json_array_size(list) >= PARTS_MAX || json_array_append_new(list, j) != 0)
      return sv_fail_limit(d->err, "parameter-items", N_("the parameter '%s' has too many items"),
                           d->style->name);
  }
  return SV_OK;
}

static enum sv_status content(struct decoder *d, struct span s, json_t **out)
{
  struct sv_buf text = SV_BUF(TEXT_MAX);
  enum sv_status status = unescape(d, s, &text);
  const bool is_json = d->style->media && strstr(d->style->media, "json");
  if (status == SV_OK) {
    *out = is_json
               ? json_loadb(sv_buf_text(&text), text.size, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL)
               : json_stringn(sv_buf_text(&text), text.size);
    if (!*out)
      status = FAULT(d, N_("the parameter '%s' is not the JSON that it is declared to be"));
  }
  sv_buf_free(&text);
  return status;
}

/* Whether the pair named NAME is NAME of the parameter, percent-encoding aside; KEY gets what
 * stands in the brackets of deepObject. */
static bool is_own(struct decoder *d, struct span name, struct span *key)
{
  struct sv_buf text = SV_BUF(4096);
  const size_t size = strlen(d->style->name);
  const bool good = unescape(d, name, &text) == SV_OK;
  const char *plain = sv_buf_text(&text);
  bool own = good && text.size == size && memcmp(plain, d->style->name, size) == 0;
  if (good && !own && d->style->kind == SV_STYLE_DEEP && text.size > size + 2 &&
      memcmp(plain, d->style->name, size) == 0 && plain[size] == '[' &&
      plain[text.size - 1] == ']') {
    own = true;
    const char *open = memchr(name.text, '[', name.size);
    const size_t width = open ? 1 : 3;
    if (!open)
      open = memmem(name.text, name.size, "%5B", 3);
    if (!open)
      open = memmem(name.text, name.size, "%5b", 3);
    const size_t tail = name.text[name.size - 1] == ']' ? 1 : 3;
    if (open)
      *key = (struct span){ open + width, (size_t)(name.text + name.size - open) - width - tail };
    own = open != NULL;
  }
  sv_buf_free(&text);
  return own;
}

/* Whether the pair named NAME is a member of an exploded object. */
static bool is_member(struct decoder *d, struct span name)
{
  struct sv_buf text = SV_BUF(4096);
  const bool good = unescape(d, name, &text) == SV_OK && strlen(sv_buf_text(&text)) == text.size;
  const bool found =
      good && sv_style_part(d->api, d->style->schema, sv_buf_text(&text)).doc != NULL;
  sv_buf_free(&text);
  return found;
}

static bool is_exploded_object(struct decoder *d)
{
  return d->style->kind == SV_STYLE_FORM && d->style->explode && shape(d) == SV_TYPE_IS_OBJECT;
}

/* a%20b and a|b: the delimiter may be encoded; it becomes one sign that no encoded text has. */
static enum sv_status delimited(struct decoder *d, struct span s, const char *encoded,
                                char delimiter, json_t **out)
{
  struct sv_buf text = SV_BUF(TEXT_MAX);
  const size_t size = strlen(encoded);
  for (size_t i = 0; i < s.size; i++) {
    const bool is_code = s.size - i >= size && strncasecmp(s.text + i, encoded, size) == 0;
    const bool is_it = is_code || s.text[i] == delimiter || (delimiter == ' ' && s.text[i] == '+');
    (void)sv_buf_addc(&text, is_it ? '\n' : s.text[i]);
    i += is_code ? size - 1 : 0;
  }
  enum sv_status status = text.failed;
  if (status == SV_OK)
    status = one_value(d, (struct span){ sv_buf_text(&text), text.size }, '\n', false, out);
  sv_buf_free(&text);
  return status;
}

static enum sv_status pair_value(struct decoder *d, struct span value, json_t **out)
{
  switch (d->style->kind) {
  case SV_STYLE_CONTENT:
    return content(d, value, out);
  case SV_STYLE_SPACE:
    return delimited(d, value, "%20", ' ', out);
  case SV_STYLE_PIPE:
    return delimited(d, value, "%7C", '|', out);
  case SV_STYLE_TAB:
    return delimited(d, value, "%09", '\t', out);
  default:
    return one_value(d, value, ',', false, out);
  }
}

/* One pair of a query into the value so far. */
static enum sv_status take_pair(struct decoder *d, struct span name, struct span value,
                                json_t **out)
{
  struct span key = { NULL, 0 };
  if (is_exploded_object(d)) {
    if (!is_member(d, name))
      return SV_OK;
    *out = *out ? *out : json_object();
    return *out ? put(d, *out, name, value) : SV_NO_MEMORY;
  }
  if (!is_own(d, name, &key))
    return SV_OK;
  if (d->style->kind == SV_STYLE_DEEP && key.text) {
    *out = *out ? *out : json_object();
    return *out && json_is_object(*out) ? put(d, *out, key, value) : SV_OK;
  }
  if (d->style->explode && shape(d) == SV_TYPE_IS_ARRAY && d->style->kind != SV_STYLE_CONTENT) {
    json_t *one = NULL;
    *out = *out ? *out : json_array();
    SV_TRY(scalar(d, value, sv_style_part(d->api, d->style->schema, NULL), &one));
    if (json_array_size(*out) >= PARTS_MAX || json_array_append_new(*out, one) != 0)
      return sv_fail_limit(d->err, "parameter-items", N_("the parameter '%s' has too many items"),
                           d->style->name);
    return SV_OK;
  }
  return *out ? SV_OK : pair_value(d, value, out); /* of several the first counts */
}

static enum sv_status pairs(struct decoder *d, struct span s, char delimiter, json_t **out)
{
  struct parts parts = { s.text, s.text + s.size, delimiter, s.size == 0 };
  struct span one;
  while (next_part(&parts, &one)) {
    while (delimiter == ';' && one.size > 0 && *one.text == ' ') {
      one.text++;
      one.size--;
    }
    if (one.size == 0)
      continue;
    const char *equals = memchr(one.text, '=', one.size);
    const size_t size = equals ? (size_t)(equals - one.text) : one.size;
    const struct span value = { one.text + (equals ? size + 1 : size),
                                equals ? one.size - size - 1 : 0 };
    SV_TRY(take_pair(d, (struct span){ one.text, size }, value, out));
  }
  return SV_OK;
}

static enum sv_status decode(struct decoder *d, struct span s, json_t **out)
{
  const struct sv_style *const style = d->style;
  if (style->in == SV_OPENAPI_QUERY || style->in == SV_OPENAPI_FORM)
    return pairs(d, s, '&', out);
  if (style->in == SV_OPENAPI_COOKIE)
    return pairs(d, s, ';', out);
  if (style->kind == SV_STYLE_CONTENT)
    return content(d, s, out);
  if (style->kind == SV_STYLE_LABEL)
    return label(d, s, out);
  if (style->kind == SV_STYLE_MATRIX)
    return matrix(d, s, out);
  if (style->kind == SV_STYLE_SPACE || style->kind == SV_STYLE_PIPE || style->kind == SV_STYLE_TAB)
    return pair_value(d, s, out);
  return one_value(d, s, ',', style->explode, out);
}

/* The value of a header with its lists' blanks taken away: "a, b" is "a,b". */
static enum sv_status header(struct decoder *d, struct span s, json_t **out)
{
  struct sv_buf text = SV_BUF(TEXT_MAX);
  if (shape(d) == SV_TYPE_IS_STRING)
    return decode(d, s, out);
  for (size_t i = 0; i < s.size; i++) {
    const bool is_blank = s.text[i] == ' ' || s.text[i] == '\t';
    const bool after = text.size > 0 && text.data[text.size - 1] == ',';
    if (!is_blank || !after)
      (void)sv_buf_addc(&text, s.text[i]);
  }
  enum sv_status status = text.failed;
  if (status == SV_OK)
    status = decode(d, (struct span){ sv_buf_text(&text), text.size }, out);
  sv_buf_free(&text);
  return status;
}

enum sv_status sv_style_decode(struct sv_openapi *api, const struct sv_style *s, const char *text,
                               size_t size, json_t **out, struct sv_error *err)
{
  const bool in_query = s->in == SV_OPENAPI_QUERY || s->in == SV_OPENAPI_FORM;
  struct decoder d = { .api = api,
                       .style = s,
                       .plus_is_space = in_query,
                       .is_encoded = s->in != SV_OPENAPI_HEADER && !s->raw,
                       .err = err };
  *out = NULL;
  const struct span span = { text, size };
  const enum sv_status status =
      s->in == SV_OPENAPI_HEADER ? header(&d, span, out) : decode(&d, span, out);
  if (status != SV_OK) {
    json_decref(*out);
    *out = NULL;
  }
  return status;
}

enum sv_status sv_style_unescape(const char *text, size_t size, struct sv_buf *out,
                                 struct sv_error *err)
{
  static const struct sv_style plain = { .name = "name" };
  struct decoder d = { .style = &plain, .plus_is_space = true, .is_encoded = true, .err = err };
  const size_t before = out->size;
  SV_TRY(unescape(&d, (struct span){ text, size }, out));
  return memchr(sv_buf_text(out) + before, '\0', out->size - before)
             ? FAULT(&d, N_("the parameter '%s' has a name with a NUL in it"))
             : SV_OK;
}

bool sv_style_takes(struct sv_openapi *api, const struct sv_style *s, const char *name, size_t size)
{
  struct decoder d = { .api = api, .style = s, .plus_is_space = true, .is_encoded = true };
  struct span key;
  return is_exploded_object(&d) ? is_member(&d, (struct span){ name, size })
                                : is_own(&d, (struct span){ name, size }, &key);
}
