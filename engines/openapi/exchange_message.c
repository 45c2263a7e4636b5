// SPDX-License-Identifier: Apache-2.0
/* Requests and responses: parameters, status, headers, and which body is declared. */
#include "engines/openapi/exchange_judge.h"

#include "engines/base/ascii.h"
#include "engines/base/uri.h"

#include <stdio.h>
#include <string.h>

/* What looks like a number may be meant as a text: judges it as one, and forgets what was found
 * from BEFORE on when that is valid. */
static enum sv_status as_text(struct sv_exchange *x, const struct sv_exchange_part *part,
                              const struct sv_style *style, struct sv_span text, size_t before)
{
  struct sv_style plain = *style;
  struct sv_error err;
  json_t *value = NULL;
  bool valid = false;
  const size_t after = x->count;
  plain.as_text = true;
  if (!(sv_style_types(x->api, style->schema) & 1u << SV_TYPE_IS_STRING) ||
      sv_style_decode(x->api, &plain, text.data, text.size, &value, &err) != SV_OK || !value)
    return SV_OK;
  const enum sv_status status = sv_exchange_judge_json(x, part, value, &valid);
  json_decref(value);
  x->count = valid ? before : after;
  return status;
}

/* Judges a text that STYLE says how to read; a text that could be something else is tried as such
 * first. */
static enum sv_status judge_text(struct sv_exchange *x, const struct sv_exchange_part *part,
                                 const struct sv_style *style, const char *text, size_t size,
                                 bool *found)
{
  struct sv_error err = { .line = 0 };
  json_t *value = NULL;
  bool valid = false;
  const enum sv_status read = sv_style_decode(x->api, style, text, size, &value, &err);
  *found = read != SV_OK || value != NULL;
  if (read == SV_NO_MEMORY)
    return read;
  if (read == SV_LIMIT)
    return sv_exchange_gap_add(x, err.limit, &err, part->schema);
  const struct sv_exchange_finding f = {
    .kind = part->kind, .in = part->in, .name = part->name, .pointer = "", .where = part->schema
  };
  if (read != SV_OK)
    return sv_exchange_tell(x, &f, N_("the value of '{name}' is not written as declared: {found}"),
                            err.text);
  if (!value)
    return SV_OK;
  const size_t before = x->count;
  enum sv_status status = sv_exchange_judge_json(x, part, value, &valid);
  if (status == SV_OK && !valid && !json_is_string(value) && !json_is_array(value) &&
      !json_is_object(value))
    status = as_text(x, part, style, (struct sv_span){ text, size }, before);
  json_decref(value);
  return status;
}

static struct sv_exchange_part part_of(const struct sv_openapi_parameter *p,
                                       const struct sv_style *s)
{
  return (struct sv_exchange_part){ .kind = SV_EXCHANGE_PARAMETER,
                                    .in = p->in,
                                    .name = p->name,
                                    .schema = s->schema,
                                    .is_request = true };
}

/* OAS 4.8.12.2: these names of headers mean something else and are ignored. */
static bool is_ignored(const struct sv_openapi_parameter *p)
{
  return p->in == SV_OPENAPI_HEADER &&
         (sv_equal_nocase(p->name, "Accept") || sv_equal_nocase(p->name, "Content-Type") ||
          sv_equal_nocase(p->name, "Authorization"));
}

/* The text that holds the parameter's value, NULL: none. */
static const char *source(const struct sv_operation_match *m, const struct sv_exchange_message *r,
                          const struct sv_openapi_parameter *p, size_t *size)
{
  *size = 0;
  if (p->in == SV_OPENAPI_PATH) {
    for (size_t i = 0; i < m->value_count; i++) {
      if (strcmp(m->values[i].name, p->name) == 0) {
        *size = m->values[i].size;
        return m->values[i].text;
      }
    }
    return NULL;
  }
  if (p->in == SV_OPENAPI_QUERY || p->in == SV_OPENAPI_QUERYSTRING) {
    *size = m->query_size;
    return m->query;
  }
  const char *value = sv_exchange_header(r, p->in == SV_OPENAPI_COOKIE ? "Cookie" : p->name);
  *size = value ? strlen(value) : 0;
  return value;
}

static enum sv_status parameter(struct sv_exchange *x, const struct sv_operation_match *m,
                                const struct sv_exchange_message *r, size_t i)
{
  const struct sv_openapi_parameter *const p = &m->operation->declared->parameters[i];
  const struct sv_style *const s = &m->operation->styles[i];
  const struct sv_exchange_part part = part_of(p, s);
  bool found = false;
  size_t size;
  if (p->in >= SV_OPENAPI_BODY || is_ignored(p))
    return SV_OK;
  const char *text = source(m, r, p, &size);
  if (text)
    SV_TRY(judge_text(x, &part, s, text, size, &found));
  if (found || !p->required)
    return SV_OK;
  const struct sv_exchange_finding f = {
    .kind = SV_EXCHANGE_PARAMETER_MISSING, .in = p->in, .name = p->name, .where = p->node
  };
  return sv_exchange_tell(x, &f, N_("the parameter '{name}' is required and is not there"), NULL);
}

static bool is_declared(struct sv_exchange *x, const struct sv_operation *o, const char *name,
                        size_t size)
{
  for (size_t i = 0; i < o->declared->parameter_count; i++)
    if (o->styles[i].in == SV_OPENAPI_QUERYSTRING ||
        (o->styles[i].in == SV_OPENAPI_QUERY && sv_style_takes(x->api, &o->styles[i], name, size)))
      return true;
  return false;
}

/* A key in the query that a security scheme asks for is declared by that. */
static bool is_key(struct sv_exchange *x, const char *name, size_t size)
{
  const struct sv_openapi_node root = sv_openapi_root(x->api);
  struct sv_openapi_node schemes = sv_openapi_get(sv_openapi_get(root, "components"), "securitySche"
                                                                                      "mes");
  if (!schemes.doc)
    schemes = sv_openapi_get(root, "securityDefinitions");
  for (struct sv_openapi_node e = sv_openapi_first(schemes); e.doc;
       e = sv_openapi_next(schemes, e)) {
    const struct sv_openapi_node n = sv_openapi_follow(x->api, e);
    const char *in = sv_openapi_text(x->api, sv_openapi_get(n, "in"));
    const char *key = sv_openapi_text(x->api, sv_openapi_get(n, "name"));
    if (in && key && strcmp(in, "query") == 0 && strlen(key) == size &&
        memcmp(key, name, size) == 0)
      return true;
  }
  return false;
}

static enum sv_status query_names(struct sv_exchange *x, const struct sv_operation_match *m)
{
  const char *p = m->query;
  const char *const end = p ? p + m->query_size : NULL;
  while (p && p < end) {
    const char *next = memchr(p, '&', (size_t)(end - p));
    const char *const stop = next ? next : end;
    const char *equals = memchr(p, '=', (size_t)(stop - p));
    const size_t size = (size_t)((equals ? equals : stop) - p);
    if (size > 0 && !is_declared(x, m->operation, p, size) && !is_key(x, p, size)) {
      const struct sv_exchange_finding f = { .kind = SV_EXCHANGE_PARAMETER_UNDECLARED,
                                             .in = SV_OPENAPI_QUERY,
                                             .name = sv_arena_copy(&x->arena, p, size),
                                             .where = m->operation->declared->node };
      SV_TRY(sv_exchange_tell(x, &f, N_("the query has '{name}', which nothing declares"), NULL));
    }
    p = next ? next + 1 : NULL;
  }
  return SV_OK;
}

enum sv_status sv_exchange_request(struct sv_exchange *x, const struct sv_operation_match *m,
                                   const struct sv_exchange_message *r, struct sv_error *err)
{
  const struct sv_operation *const o = m->operation;
  if (m->outcome != SV_OPERATION_FOUND)
    return sv_fail(err, SV_INVALID, "the request belongs to no operation");
  for (size_t i = 0; i < o->declared->parameter_count; i++)
    SV_TRY(parameter(x, m, r, i));
  SV_TRY(query_names(x, m));
  const struct sv_exchange_finding f = { .kind = SV_EXCHANGE_BODY_MISSING,
                                         .in = SV_OPENAPI_NOWHERE,
                                         .where = o->body.node };
  if (r->body && r->body_size > 0)
    return sv_exchange_judge_body(x, o->body.media, o->body.media_count, r,
                                  o->body.node.doc ? o->body.node : o->declared->node, true);
  return o->body.required
             ? sv_exchange_tell(x, &f, N_("a body is required and there is none"), NULL)
             : SV_OK;
}

enum sv_status sv_exchange_judge_header(struct sv_exchange *x, const struct sv_openapi_header *h,
                                        const struct sv_exchange_message *r)
{
  const struct sv_style s = sv_style_of_header(x->api, h);
  const struct sv_exchange_part part = {
    .kind = SV_EXCHANGE_HEADER, .in = SV_OPENAPI_HEADER, .name = h->name, .schema = s.schema
  };
  const char *value = sv_exchange_header(r, h->name);
  bool found;
  /* OAS 4.8.17.1: a header named Content-Type is ignored. */
  if (sv_equal_nocase(h->name, "Content-Type"))
    return SV_OK;
  if (value)
    return judge_text(x, &part, &s, value, strlen(value), &found);
  const struct sv_exchange_finding f = {
    .kind = SV_EXCHANGE_HEADER_MISSING, .in = SV_OPENAPI_HEADER, .name = h->name, .where = h->node
  };
  return h->required
             ? sv_exchange_tell(x, &f, N_("the header '{name}' is required and is not there"), NULL)
             : SV_OK;
}

enum sv_status sv_exchange_response(struct sv_exchange *x, const struct sv_operation *o,
                                    const char *method, int status,
                                    const struct sv_exchange_message *r, struct sv_error *err)
{
  const struct sv_openapi_response *const declared = sv_operation_response(o, status);
  char text[12];
  (void)err;
  (void)snprintf(text, sizeof text, "%d", status);
  if (!declared) {
    const struct sv_openapi_node responses = sv_openapi_get(o->declared->node, "responses");
    const struct sv_exchange_finding f = { .kind = SV_EXCHANGE_STATUS,
                                           .in = SV_OPENAPI_NOWHERE,
                                           .where = responses.doc ? responses : o->declared->node };
    return sv_exchange_tell(x, &f, N_("the status {found} is not declared"), text);
  }
  for (size_t i = 0; i < declared->header_count; i++)
    SV_TRY(sv_exchange_judge_header(x, &declared->headers[i], r));
  /* RFC 9110 6.4.1: no body in these, whatever is declared. */
  if (sv_equal_nocase(method, "HEAD") || status < 200 || status == 204 || status == 304)
    return SV_OK;
  if (r->body && r->body_size > 0)
    return sv_exchange_judge_body(x, declared->media, declared->media_count, r, declared->node,
                                  false);
  const struct sv_exchange_finding f = { .kind = SV_EXCHANGE_BODY_MISSING,
                                         .in = SV_OPENAPI_NOWHERE,
                                         .where = declared->node };
  bool wanted = declared->media_count > 0 && !r->is_truncated;
  for (size_t i = 0; i < declared->media_count; i++)
    wanted = wanted && declared->media[i].schema.doc != NULL &&
             strstr(declared->media[i].type, "json") != NULL;
  return wanted ? sv_exchange_tell(x, &f, N_("a body is declared and there is none"), NULL) : SV_OK;
}
