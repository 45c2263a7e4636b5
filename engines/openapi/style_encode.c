// SPDX-License-Identifier: Apache-2.0
/* From values to the wire. */
#include "engines/openapi/style.h"

#include "engines/base/uri.h"

#include <stdlib.h>
#include <string.h>

#ifndef N_
#define N_(text) text
#endif

enum { DIGITS = 17 };

/* With allowReserved what ends the value, or the query, is written encoded all the same (RFC 3986
 * 3.4 has neither # nor brackets; & and + mean something in a form). */
#define RESERVED ":/?@!$'()*,;="

/* A header's text is not percent-encoded, and nothing in it may end the line. */
static enum sv_status plain(const struct sv_style *s, const char *text, size_t size,
                            struct sv_buf *out, struct sv_error *err)
{
  for (size_t i = 0; i < size; i++)
    if ((unsigned char)text[i] < 0x20 || text[i] == 0x7F)
      return sv_fail(err, SV_INVALID, N_("the header '%s' cannot carry a control character"),
                     s->name);
  return sv_buf_add(out, text, size);
}

/* A cookie's text that is not percent-encoded holds what RFC 6265 4.1.1 lets it hold. */
static enum sv_status cookie(const struct sv_style *s, const char *text, size_t size,
                             struct sv_buf *out, struct sv_error *err)
{
  for (size_t i = 0; i < size; i++)
    if ((unsigned char)text[i] <= 0x20 || (unsigned char)text[i] > 0x7E ||
        strchr("\",;\\", text[i]))
      return sv_fail(err, SV_INVALID, N_("the cookie '%s' cannot carry this value"), s->name);
  return sv_buf_add(out, text, size);
}

static enum sv_status add_text(const struct sv_style *s, const char *text, size_t size,
                               struct sv_buf *out, struct sv_error *err)
{
  if (s->in == SV_OPENAPI_HEADER)
    return plain(s, text, size, out, err);
  if (s->raw)
    return cookie(s, text, size, out, err);
  return sv_uri_encode(text, size, s->allow_reserved && s->in == SV_OPENAPI_QUERY ? RESERVED : "",
                       out);
}

static enum sv_status add_scalar(const struct sv_style *s, const json_t *value, struct sv_buf *out,
                                 struct sv_error *err)
{
  char *text = NULL;
  if (json_is_string(value))
    return add_text(s, json_string_value(value), json_string_length(value), out, err);
  if (json_is_null(value))
    return SV_OK;
  if (json_is_array(value) || json_is_object(value))
    return sv_fail(err, SV_INVALID,
                   N_("the parameter '%s' has a list or object within another; its style cannot "
                      "carry that"),
                   s->name);
  text = json_dumps(value, JSON_ENCODE_ANY | JSON_REAL_PRECISION(DIGITS));
  if (!text)
    return SV_NO_MEMORY;
  const enum sv_status status = add_text(s, text, strlen(text), out, err);
  free(text);
  return status;
}

/* What stands between parts, as it is on the wire. */
static const char *delimiter(const struct sv_style *s)
{
  switch (s->kind) {
  case SV_STYLE_LABEL:
    return s->explode ? "." : ",";
  case SV_STYLE_SPACE:
    return s->in == SV_OPENAPI_HEADER ? " " : "%20";
  case SV_STYLE_PIPE:
    return s->in == SV_OPENAPI_HEADER ? "|" : "%7C";
  case SV_STYLE_TAB:
    return s->in == SV_OPENAPI_HEADER ? "\t" : "%09";
  default:
    return ",";
  }
}

/* The parts of an array or object joined; PAIR stands between a name and its value. */
static enum sv_status joined(const struct sv_style *s, const json_t *value, const char *between,
                             const char *pair, struct sv_buf *out, struct sv_error *err)
{
  size_t i;
  json_t *e;
  const char *name;
  bool first = true;
  json_array_foreach(value, i, e)
  {
    (void)sv_buf_adds(out, i > 0 ? between : "");
    SV_TRY(add_scalar(s, e, out, err));
  }
  json_object_foreach((json_t *)(uintptr_t)value, name, e)
  {
    (void)sv_buf_adds(out, first ? "" : between);
    SV_TRY(add_text(s, name, strlen(name), out, err));
    (void)sv_buf_adds(out, pair);
    SV_TRY(add_scalar(s, e, out, err));
    first = false;
  }
  return out->failed;
}

static void add_name(const struct sv_style *s, struct sv_buf *out)
{
  (void)sv_uri_encode(s->name, strlen(s->name), "", out);
}

/* name=value once for each item, with BETWEEN between. */
static enum sv_status repeated(const struct sv_style *s, const json_t *value, const char *between,
                               struct sv_buf *out, struct sv_error *err)
{
  size_t i;
  json_t *e;
  json_array_foreach(value, i, e)
  {
    (void)sv_buf_adds(out, i > 0 ? between : "");
    add_name(s, out);
    (void)sv_buf_addc(out, '=');
    SV_TRY(add_scalar(s, e, out, err));
  }
  return out->failed;
}

static enum sv_status deep(const struct sv_style *s, const json_t *value, struct sv_buf *out,
                           struct sv_error *err)
{
  const char *name;
  json_t *e;
  bool first = true;
  json_object_foreach((json_t *)(uintptr_t)value, name, e)
  {
    (void)sv_buf_adds(out, first ? "" : "&");
    add_name(s, out);
    (void)sv_buf_adds(out, "%5B");
    (void)sv_uri_encode(name, strlen(name), "", out);
    (void)sv_buf_adds(out, "%5D=");
    SV_TRY(add_scalar(s, e, out, err));
    first = false;
  }
  return out->failed;
}

static bool is_list(const json_t *value)
{
  return json_is_array(value) || json_is_object(value);
}

static bool is_empty(const json_t *value)
{
  return (json_is_array(value) && json_array_size(value) == 0) ||
         (json_is_object(value) && json_object_size(value) == 0);
}

static enum sv_status in_pairs(const struct sv_style *s, const json_t *value, const char *between,
                               struct sv_buf *out, struct sv_error *err)
{
  if (is_empty(value))
    return SV_OK;
  if (s->kind == SV_STYLE_DEEP && json_is_object(value))
    return deep(s, value, out, err);
  if (s->explode && json_is_array(value))
    return repeated(s, value, between, out, err);
  if (s->explode && json_is_object(value))
    return joined(s, value, between, "=", out, err);
  add_name(s, out);
  (void)sv_buf_addc(out, '=');
  return is_list(value) ? joined(s, value, delimiter(s), delimiter(s), out, err)
                        : add_scalar(s, value, out, err);
}

static enum sv_status matrix(const struct sv_style *s, const json_t *value, struct sv_buf *out,
                             struct sv_error *err)
{
  (void)sv_buf_addc(out, ';');
  if (s->explode && json_is_array(value) && !is_empty(value))
    return repeated(s, value, ";", out, err);
  if (s->explode && json_is_object(value) && !is_empty(value))
    return joined(s, value, ";", "=", out, err);
  add_name(s, out);
  if (is_empty(value) || (json_is_string(value) && json_string_length(value) == 0))
    return out->failed;
  (void)sv_buf_addc(out, '=');
  return is_list(value) ? joined(s, value, ",", ",", out, err) : add_scalar(s, value, out, err);
}

static enum sv_status content(const struct sv_style *s, const json_t *value, struct sv_buf *out,
                              struct sv_error *err)
{
  if (s->in == SV_OPENAPI_QUERY || s->in == SV_OPENAPI_COOKIE) {
    add_name(s, out);
    (void)sv_buf_addc(out, '=');
  }
  if (json_is_string(value) && !(s->media && strstr(s->media, "json")))
    return add_scalar(s, value, out, err);
  char *text = json_dumps(value, JSON_ENCODE_ANY | JSON_COMPACT | JSON_REAL_PRECISION(DIGITS));
  if (!text)
    return SV_NO_MEMORY;
  const enum sv_status status = add_text(s, text, strlen(text), out, err);
  free(text);
  return status;
}

enum sv_status sv_style_encode(const struct sv_style *s, const json_t *value, struct sv_buf *out,
                               struct sv_error *err)
{
  if (s->kind == SV_STYLE_CONTENT)
    return content(s, value, out, err);
  if (s->in == SV_OPENAPI_QUERY || s->in == SV_OPENAPI_FORM)
    return in_pairs(s, value, "&", out, err);
  if (s->in == SV_OPENAPI_COOKIE)
    return in_pairs(s, value, "; ", out, err);
  if (s->kind == SV_STYLE_MATRIX)
    return matrix(s, value, out, err);
  if (s->kind == SV_STYLE_LABEL)
    (void)sv_buf_addc(out, '.');
  return is_list(value) ? joined(s, value, delimiter(s), s->explode ? "=" : delimiter(s), out, err)
                        : add_scalar(s, value, out, err);
}
