// SPDX-License-Identifier: Apache-2.0
/* Bodies in several parts: each becomes a value by its media type, all of them an object by their
 * names, or a list; that is judged by the schema, and each part by its Encoding Object (OAS 3.1
 * 4.8.14.4, 4.8.15). */
#include "engines/openapi/exchange_judge.h"

#include "engines/base/ascii.h"
#include "engines/http/multipart.h"
#include "engines/openapi/style.h"

#include <string.h>

enum { POINTER_BYTES = 4096, BYTES_MOST = 1 << 20 };
#define TEXTS_MAX ((size_t)2 * BYTES_MOST + 16)

#define BIT(type) (1u << (type))
#define SCALARS                                                                                    \
  (BIT(SV_TYPE_IS_BOOLEAN) | BIT(SV_TYPE_IS_INTEGER) | BIT(SV_TYPE_IS_NUMBER) |                    \
   BIT(SV_TYPE_IS_STRING))

struct reader {
  struct sv_exchange_content *c;
  struct sv_openapi *api;
  bool form_data;
  bool as_list;  /* the schema is one of a list: the order counts, names do not */
  bool told;     /* something was told or left open that forbids judging the whole */
  json_t *parts; /* values by name, each in a list; or one list */
};

/* One part on its way to a value. */
struct one {
  const struct sv_multipart_part *part;
  const char *name; /* NULL: none */
  struct sv_openapi_node schema, encoding;
  const char *type; /* of its Content-Type as written, NULL: none */
  struct sv_media_type media;
};

static enum sv_status fault(struct reader *r, const struct one *o, enum sv_exchange_kind kind,
                            const char *msgid, const char *found)
{
  char pointer[POINTER_BYTES];
  size_t n = 0;
  for (const char *p = o->name; p && *p && n + 3 < sizeof pointer; p++) {
    if (n == 0)
      pointer[n++] = '/';
    if (*p == '~' || *p == '/')
      pointer[n++] = '~';
    pointer[n++] = *p == '~' ? '0' : *p == '/' ? '1' : *p;
  }
  pointer[n] = '\0';
  const struct sv_openapi_node where = o->encoding.doc ? o->encoding : o->schema;
  const struct sv_exchange_finding f = { .kind = kind,
                                         .in = SV_OPENAPI_NOWHERE,
                                         .name = o->name ? o->name : "",
                                         .pointer = pointer,
                                         .where = where.doc ? where : r->c->media->node };
  r->told |= kind == SV_EXCHANGE_BODY_MALFORMED;
  return sv_exchange_tell(r->c->x, &f, msgid, found);
}

static enum sv_status leave(struct reader *r, const char *what, const char *sentence)
{
  r->told = true;
  return sv_exchange_unjudged(r->c, what, sentence);
}

/* Whether TYPE is one of the media types or ranges in LIST. */
static bool is_listed(const char *list, const struct sv_media_type *type)
{
  struct sv_scan s = sv_scan_of(list, strlen(list));
  struct sv_media_type range;
  unsigned q;
  while (sv_accept_next(&s, &range, &q) == SV_OK) {
    const bool any = sv_span_is(range.type, "*");
    if ((any || sv_span_equal_nocase(range.type, type->type)) &&
        (sv_span_is(range.subtype, "*") || sv_span_equal_nocase(range.subtype, type->subtype)))
      return true;
  }
  return false;
}

/* RFC 7578 4.4: text/plain where none is said. */
static enum sv_status judge_type(struct reader *r, struct one *o)
{
  static const char plain[] = "text/plain";
  const struct sv_openapi_node listed = sv_openapi_get(o->encoding, "contentType");
  const char *list = listed.doc ? sv_openapi_text(r->api, listed) : NULL;
  const char *type = o->type ? o->type : plain;
  if (sv_media_type_parse(type, strlen(type), &o->media) != SV_OK)
    return fault(r, o, SV_EXCHANGE_BODY_MALFORMED,
                 N_("the part '{name}' has the Content-Type '{found}', which is no media type"),
                 type);
  if (!list || is_listed(list, &o->media))
    return SV_OK;
  return fault(r, o, SV_EXCHANGE_MEDIA_TYPE,
               N_("the part '{name}' is '{found}', which its encoding does not declare"), type);
}

/* The headers that the encoding declares, in the fields of the part. */
static enum sv_status judge_headers(struct reader *r, const struct one *o)
{
  struct sv_exchange_header fields[SV_MULTIPART_FIELDS_MOST];
  struct sv_exchange_message m = { .headers = fields, .header_count = o->part->field_count };
  const struct sv_openapi_node map = sv_openapi_get(o->encoding, "headers");
  if (!map.doc || sv_doc_type(map.doc, map.value) != SV_DOC_OBJECT)
    return SV_OK;
  for (size_t i = 0; i < m.header_count; i++) {
    const struct sv_multipart_field *f = &o->part->fields[i];
    fields[i].name = sv_arena_copy(&r->c->x->arena, f->name.data, f->name.size);
    fields[i].value = sv_arena_copy(&r->c->x->arena, f->value.data, f->value.size);
    if (!fields[i].name || !fields[i].value)
      return SV_NO_MEMORY;
  }
  for (struct sv_openapi_node e = sv_openapi_first(map); e.doc; e = sv_openapi_next(map, e)) {
    const struct sv_openapi_header h = sv_openapi_header(r->api, e);
    if (h.name && h.node.doc)
      SV_TRY(sv_exchange_judge_header(r->c->x, &h, &m));
  }
  return SV_OK;
}

/* Bytes as a text of as many signs, so that lengths are counted in bytes. */
static enum sv_status bytes(struct reader *r, struct sv_span s, json_t **out)
{
  struct sv_buf text = SV_BUF(TEXTS_MAX);
  if (s.size > BYTES_MOST)
    return leave(r, "part-bytes", N_("a part is longer than 1 MiB, so the body is not judged"));
  for (size_t i = 0; i < s.size; i++) {
    const unsigned char c = (unsigned char)s.data[i];
    if (c >= 0x80)
      (void)sv_buf_addc(&text, (char)(0xC0 | c >> 6));
    (void)sv_buf_addc(&text, (char)(c >= 0x80 ? 0x80 | (c & 0x3F) : c));
  }
  *out = text.failed ? NULL : json_stringn(sv_buf_text(&text), text.size);
  sv_buf_free(&text);
  return *out ? SV_OK : SV_NO_MEMORY;
}

static enum sv_status json(struct reader *r, const struct one *o, json_t **out)
{
  json_error_t why;
  *out = json_loadb(o->part->content.data, o->part->content.size, JSON_DECODE_ANY | JSON_ALLOW_NUL,
                    &why);
  return *out ? SV_OK
              : fault(r, o, SV_EXCHANGE_BODY_MALFORMED,
                      N_("the part '{name}' is not JSON: {found}"), why.text);
}

static bool is_binary(struct reader *r, struct sv_openapi_node schema)
{
  const struct sv_openapi_node format = sv_openapi_get(sv_openapi_follow(r->api, schema), "format");
  return format.doc && sv_doc_is_text(format.doc, format.value, "binary");
}

static enum sv_status text(struct reader *r, const struct one *o, unsigned types, json_t **out)
{
  const struct sv_span s = o->part->content;
  if (s.size > BYTES_MOST)
    return leave(r, "part-bytes", N_("a part is longer than 1 MiB, so the body is not judged"));
  *out = sv_style_scalar(types, s.data, s.size);
  return *out ? SV_OK : bytes(r, s, out); /* in another charset than UTF-8 */
}

/* The content of O as a value; NULL after something was told. */
static enum sv_status value_of(struct reader *r, const struct one *o, json_t **out)
{
  const unsigned types = sv_style_types(r->api, o->schema);
  const struct sv_span *coding = sv_multipart_field(o->part, "Content-Transfer-Encoding");
  const bool structured = !(types & SCALARS);
  if (coding && !sv_span_is(*coding, "binary") && !sv_span_is(*coding, "8bit") &&
      !sv_span_is(*coding, "7bit"))
    return leave(r, "transfer-encoding",
                 N_("a part has a Content-Transfer-Encoding, which is not undone"));
  if (sv_media_type_is_json(&o->media) || (structured && !o->type))
    return json(r, o, out);
  if (structured)
    return leave(r, "part-type", N_("a part for an object is no JSON, so the body is not judged"));
  if (is_binary(r, o->schema) || !sv_span_is(o->media.type, "text"))
    return bytes(r, o->part->content, out);
  return text(r, o, types, out);
}

static bool is_list(struct reader *r, struct sv_openapi_node schema)
{
  const unsigned types = sv_style_types(r->api, schema);
  return types != SV_TYPE_IS_ANY && types & BIT(SV_TYPE_IS_ARRAY);
}

/* Fills in what declares the part O, which is number N. */
static void place(struct reader *r, struct one *o, size_t n)
{
  const struct sv_openapi_node media = r->c->media->node;
  if (r->as_list) {
    /* OAS 3.2 4.14: by position, then for all the rest */
    struct sv_openapi_node e = sv_openapi_first(sv_openapi_get(media, "prefixEncoding"));
    const struct sv_openapi_node list = sv_openapi_get(media, "prefixEncoding");
    for (; e.doc && n > 0; n--)
      e = sv_openapi_next(list, e);
    o->encoding = e.doc ? e : sv_openapi_get(media, "itemEncoding");
    o->schema = sv_style_part(r->api, r->c->part.schema, NULL);
    return;
  }
  o->encoding = sv_openapi_get(sv_openapi_get(media, "encoding"), o->name);
  o->schema = sv_style_part(r->api, r->c->part.schema, o->name);
  if (is_list(r, o->schema))
    o->schema = sv_style_part(r->api, o->schema, NULL);
}

static enum sv_status keep(struct reader *r, const struct one *o, json_t *value)
{
  json_t *list = r->as_list ? r->parts : json_object_get(r->parts, o->name);
  if (!list) {
    list = json_array();
    if (!list || json_object_set_new(r->parts, o->name, list) != 0)
      return SV_NO_MEMORY;
  }
  return json_array_append_new(list, value) == 0 ? SV_OK : SV_NO_MEMORY;
}

static enum sv_status take(struct reader *r, const struct sv_multipart_part *part, const char *name,
                           size_t n)
{
  const struct sv_span *type = sv_multipart_field(part, "Content-Type");
  struct one o = { .part = part, .name = name };
  json_t *value = NULL;
  place(r, &o, n);
  if (type) {
    o.type = sv_arena_copy(&r->c->x->arena, type->data, type->size);
    if (!o.type)
      return SV_NO_MEMORY;
  }
  SV_TRY(judge_type(r, &o));
  if (r->told)
    return SV_OK;
  SV_TRY(judge_headers(r, &o));
  SV_TRY(value_of(r, &o, &value));
  return value ? keep(r, &o, value) : SV_OK;
}

/* RFC 7578 4.2: every part of form-data has that disposition and a name. */
static enum sv_status named(struct reader *r, const struct sv_multipart_part *part, size_t n,
                            struct sv_error *err)
{
  struct sv_buf name = SV_BUF(SV_MULTIPART_HEAD_MOST);
  struct sv_span kind;
  enum sv_status status = sv_multipart_name(part, &kind, &name, err);
  if (status == SV_OK && r->form_data && (name.size == 0 || !sv_span_is(kind, "form-data")))
    status =
        sv_fail(err, SV_INVALID, N_("a part has no Content-Disposition of form-data with a name"));
  if (status == SV_OK && name.size == 0 && !r->as_list)
    status = leave(r, "part-name", N_("a part has no name, so the body is not judged"));
  else if (status == SV_OK)
    status = take(r, part, name.size ? sv_buf_text(&name) : NULL, n);
  sv_buf_free(&name);
  return status;
}

static enum sv_status read_parts(struct reader *r, const struct sv_media_type *type,
                                 struct sv_error *err)
{
  const struct sv_exchange_message *const m = r->c->message;
  struct sv_multipart_part part;
  struct sv_multipart parts;
  enum sv_status status;
  SV_TRY(sv_multipart_begin(&parts, type, m->body, m->body_size, err));
  while (!r->told && (status = sv_multipart_next(&parts, &part, err)) != SV_NOT_FOUND) {
    SV_TRY(status);
    SV_TRY(named(r, &part, parts.count - 1, err));
  }
  return SV_OK;
}

/* Takes single values out of their lists: what is one where one is declared. Several stay a list,
 * which their schema then refuses. */
static enum sv_status judge_whole(struct reader *r)
{
  const char *name;
  json_t *list;
  void *next;
  json_object_foreach_safe(r->as_list ? NULL : r->parts, next, name, list)
  {
    json_t *only = json_array_get(list, 0);
    const bool wants_list =
        is_list(r, sv_style_part(r->api, r->c->part.schema, name)) && !json_is_array(only);
    if (json_array_size(list) == 1 && !wants_list && json_object_set(r->parts, name, only) != 0)
      return SV_NO_MEMORY;
  }
  return sv_exchange_judge_json(r->c->x, &r->c->part, r->parts, NULL);
}

enum sv_status sv_exchange_judge_parts(struct sv_exchange_content *c,
                                       const struct sv_media_type *type)
{
  const unsigned types = sv_style_types(c->x->api, c->part.schema);
  struct reader r = { .c = c,
                      .api = c->x->api,
                      .form_data = sv_span_is(type->subtype, "form-data"),
                      .as_list = !(types & BIT(SV_TYPE_IS_OBJECT)) };
  struct sv_error err = { .line = 0 };
  if (!(types & (BIT(SV_TYPE_IS_OBJECT) | BIT(SV_TYPE_IS_ARRAY))))
    return SV_OK;
  r.parts = r.as_list ? json_array() : json_object();
  enum sv_status status = r.parts ? read_parts(&r, type, &err) : SV_NO_MEMORY;
  if (status == SV_LIMIT)
    status = sv_exchange_gap_add(c->x, err.limit, &err, c->part.schema);
  else if (status == SV_INVALID)
    status = sv_exchange_malformed(c, N_("the body cannot be taken apart: {found}"), err.text);
  else if (status == SV_OK && !r.told)
    status = judge_whole(&r);
  json_decref(r.parts);
  return status;
}
