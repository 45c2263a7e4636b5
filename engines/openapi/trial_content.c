// SPDX-License-Identifier: Apache-2.0
/* A value as the content of a request: JSON, a form, or parts (RFC 7578), by its media type and the
 * Encoding Objects of its members. */
#include "engines/openapi/trial_set.h"

#include "engines/base/ascii.h"

#include <stdlib.h>
#include <string.h>

enum { PART_MAX = 1 << 20, BOUNDARIES = 10 };

static const char form[] = "application/x-www-form-urlencoded";
static const char parts[] = "multipart/form-data";

static bool is_json(const char *type)
{
  return strstr(type, "json") != NULL;
}

const struct sv_openapi_media *sv_trial_writable(const struct sv_openapi_body *body)
{
  const struct sv_openapi_media *other = NULL;
  for (size_t i = 0; i < body->media_count; i++) {
    const struct sv_openapi_media *const m = &body->media[i];
    if (is_json(m->type) && !strchr(m->type, '*'))
      return m;
    if (sv_equal_nocase(m->type, form) || (!other && sv_equal_nocase(m->type, parts)))
      other = m;
  }
  return other;
}

bool sv_trial_is_parts(const struct sv_openapi_media *m)
{
  return sv_equal_nocase(m->type, parts);
}

static struct sv_openapi_node encoding_of(const struct sv_openapi_media *m, const char *name)
{
  return sv_openapi_get(sv_openapi_get(m->node, "encoding"), name);
}

static bool is_binary(struct sv_trials *ts, struct sv_openapi_node schema)
{
  const char *format = sv_openapi_text(ts->api, sv_value_keyword(ts->api, schema, "format"));
  return format && strcmp(format, "binary") == 0;
}

/* The media type of the member NAME: the first that its encoding names and that is one, else what
 * OAS 3.1 4.8.15.1 gives for VALUE; NULL: text/plain, which needs no saying. */
static const char *part_type(struct sv_trials *ts, const struct sv_openapi_media *m,
                             const char *name, const json_t *value)
{
  const struct sv_openapi_node listed = sv_openapi_get(encoding_of(m, name), "contentType");
  const char *list = listed.doc ? sv_openapi_text(ts->api, listed) : NULL;
  for (const char *p = list; p && *p; p += strspn(p, ", ")) {
    const size_t size = strcspn(p, ", ");
    if (size > 0 && !memchr(p, '*', size))
      return sv_arena_copy(&ts->arena, p, size);
    p += size;
  }
  if (json_is_object(value) || json_is_array(value))
    return "application/json";
  return is_binary(ts, sv_style_part(ts->api, m->schema, name)) ? "application/octet-stream" : NULL;
}

bool sv_trial_is_makeable(struct sv_trials *ts, const struct sv_openapi_media *m,
                          const json_t *value)
{
  const char *name;
  json_t *member;
  if (!sv_trial_is_parts(m))
    return true;
  json_object_foreach((json_t *)(uintptr_t)value, name, member)
  {
    const char *type = part_type(ts, m, name, member);
    if (!type || is_json(type) || strncmp(type, "text/", 5) == 0 ||
        strcmp(type, "application/octet-stream") == 0)
      continue;
    json_t *given =
        sv_value_given(ts->api, SV_OPENAPI_NONE, sv_style_part(ts->api, m->schema, name));
    json_decref(given);
    if (!given)
      return false; /* what we make up is no picture */
  }
  return true;
}

/* --- forms --- */
static bool write_form(struct sv_trials *ts, const struct sv_openapi_media *m, const json_t *value,
                       struct sv_buf *out)
{
  struct sv_error err = { .line = 0 };
  const char *name;
  json_t *member;
  if (!json_is_object(value))
    return false;
  json_object_foreach((json_t *)(uintptr_t)value, name, member)
  {
    const struct sv_style style = sv_style_of_member(
        ts->api, name, sv_style_part(ts->api, m->schema, name), encoding_of(m, name));
    const size_t before = out->size;
    if (before > 0)
      (void)sv_buf_addc(out, '&');
    const size_t begun = out->size;
    if (sv_style_encode(&style, member, out, &err) != SV_OK)
      return false;
    if (out->size == begun)
      sv_buf_cut(out, before);
  }
  return out->failed == SV_OK;
}

/* --- parts --- */
struct sv_trial_parts {
  const char *boundary;
  const char *odd; /* the part whose media type is to be one that is not declared; NULL: none */
};

struct part {
  const char *name, *type;
  const json_t *value;
  struct sv_openapi_node encoding;
  bool binary;
};

/* What the encoding requires above the content, with values from the document or made up. */
static bool write_fields(struct sv_trials *ts, const struct part *p, struct sv_buf *out)
{
  const struct sv_openapi_node map = sv_openapi_get(p->encoding, "headers");
  struct sv_error err = { .line = 0 };
  bool good = true;
  for (struct sv_openapi_node e = sv_openapi_first(map); good && e.doc;
       e = sv_openapi_next(map, e)) {
    const struct sv_openapi_header h = sv_openapi_header(ts->api, e);
    if (!h.name || !h.required || sv_equal_nocase(h.name, "Content-Type") ||
        sv_equal_nocase(h.name, "Content-Disposition"))
      continue;
    const struct sv_style style = sv_style_of_header(ts->api, &h);
    json_t *value = sv_value_given(ts->api, h.node, h.schema);
    if (!value)
      value = sv_value_make(ts->api, h.schema, SV_VALUE_LEAST);
    (void)sv_buf_addf(out, "%s: ", h.name);
    good = value && sv_style_encode(&style, value, out, &err) == SV_OK;
    (void)sv_buf_adds(out, "\r\n");
    json_decref(value);
  }
  return good;
}

static bool write_content(const struct part *p, struct sv_buf *out)
{
  if (json_is_string(p->value) && !(p->type && is_json(p->type)))
    return sv_buf_add(out, json_string_value(p->value), json_string_length(p->value)) == SV_OK;
  if (json_is_null(p->value) && !p->type)
    return true;
  char *text = json_dumps(p->value, JSON_ENCODE_ANY | JSON_COMPACT | JSON_REAL_PRECISION(17));
  const bool good = text && sv_buf_adds(out, text) == SV_OK;
  free(text);
  return good;
}

static bool write_part(struct sv_trials *ts, const struct part *p, const char *boundary,
                       struct sv_buf *out)
{
  (void)sv_buf_addf(out, "--%s\r\nContent-Disposition: form-data; name=\"", boundary);
  for (const char *c = p->name; *c; c++) {
    if ((unsigned char)*c < ' ')
      return false;
    (void)sv_buf_addf(out, *c == '"' || *c == '\\' ? "\\%c" : "%c", *c);
  }
  (void)sv_buf_adds(out, p->binary ? "\"; filename=\"samsvar\"\r\n" : "\"\r\n");
  if (p->type)
    (void)sv_buf_addf(out, "Content-Type: %s\r\n", p->type);
  if (!write_fields(ts, p, out))
    return false;
  (void)sv_buf_adds(out, "\r\n");
  return write_content(p, out) && sv_buf_adds(out, "\r\n") == SV_OK;
}

/* A boundary that stands nowhere in VALUE; its signs are the same in JSON and out of it. */
static const char *choose_boundary(struct sv_trials *ts, const json_t *value)
{
  char *all = json_dumps(value, JSON_ENCODE_ANY);
  const char *found = NULL;
  for (unsigned i = 0; all && !found && i < BOUNDARIES; i++) {
    found = sv_arena_printf(&ts->arena, "samsvar-part-%u", i);
    if (found && strstr(all, found))
      found = NULL;
  }
  free(all);
  return found;
}

static bool write_parts(struct sv_trials *ts, const struct sv_openapi_media *m, const json_t *value,
                        const struct sv_trial_parts *how, struct sv_buf *out)
{
  const char *name;
  json_t *member, *one;
  size_t i;
  if (!json_is_object(value))
    return false;
  json_object_foreach((json_t *)(uintptr_t)value, name, member)
  {
    const struct sv_openapi_node schema = sv_style_part(ts->api, m->schema, name);
    const bool is_list = json_is_array(member);
    struct part p = { .name = name, .value = member, .encoding = encoding_of(m, name) };
    if (!is_list) {
      p.type = how->odd && strcmp(how->odd, name) == 0 ? SV_TRIAL_ODD_TYPE
                                                       : part_type(ts, m, name, member);
      p.binary = is_binary(ts, schema);
      if (!write_part(ts, &p, how->boundary, out))
        return false;
    }
    json_array_foreach(member, i, one)
    {
      p.value = one;
      p.type = part_type(ts, m, name, one);
      p.binary = is_binary(ts, sv_style_part(ts->api, schema, NULL));
      if (!write_part(ts, &p, how->boundary, out))
        return false;
    }
  }
  return sv_buf_addf(out, "--%s--\r\n", how->boundary) == SV_OK;
}

const char *sv_trial_content(struct sv_trials *ts, const struct sv_openapi_media *m,
                             const json_t *value, const char *odd, struct sv_buf *out)
{
  if (sv_trial_is_parts(m)) {
    const struct sv_trial_parts how = { .boundary = choose_boundary(ts, value), .odd = odd };
    return how.boundary && write_parts(ts, m, value, &how, out)
               ? sv_arena_printf(&ts->arena, "%s; boundary=%s", m->type, how.boundary)
               : NULL;
  }
  if (sv_equal_nocase(m->type, form))
    return write_form(ts, m, value, out) ? m->type : NULL;
  char *text = json_dumps(value, JSON_ENCODE_ANY | JSON_COMPACT);
  const bool good = text && sv_buf_adds(out, text) == SV_OK;
  free(text);
  return good ? m->type : NULL;
}
