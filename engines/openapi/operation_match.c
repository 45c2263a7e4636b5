// SPDX-License-Identifier: Apache-2.0
/* From a request to its operation, and from an operation to the target of a request. */
#include "engines/openapi/operation_table.h"

#include "engines/base/ascii.h"

#include <string.h>

enum { STEPS_MAX = 20000, BASES_MAX = 256 };

/* One try of a template on a path. */
struct attempt {
  const struct sv_operation *operation;
  const char *end;
  unsigned steps; /* left */
  struct sv_operation_value *values;
  size_t count;
};

/* The byte at *P, percent-encoding undone, and moves on. */
static int byte(const char **p, const char *end)
{
  const char *const at = *p;
  const int high = *at == '%' && end - at > 2 ? sv_hex((unsigned char)at[1]) : -1;
  const int low = high >= 0 ? sv_hex((unsigned char)at[2]) : -1;
  *p += low >= 0 ? 3 : 1;
  return low >= 0 ? high * 16 + low : (unsigned char)*at;
}

/* Where TEXT ends in the path at P, NULL when it does not stand there. */
static const char *literal(const char *p, const char *end, const char *text, size_t size)
{
  const char *q = text;
  while (q < text + size) {
    if (p == end)
      return NULL;
    const bool slash = *p == '/' || *q == '/'; /* an encoded slash separates nothing */
    if (slash && *p != *q)
      return NULL;
    if (byte(&p, end) != byte(&q, text + size))
      return NULL;
  }
  return p;
}

static bool fits(struct attempt *a, size_t part, const char *p)
{
  const struct sv_operation *const o = a->operation;
  if (a->steps == 0)
    return false;
  a->steps--;
  if (part == o->part_count)
    return p == a->end;
  const struct sv_operation_part *const it = &o->parts[part];
  if (!it->is_name) {
    p = literal(p, a->end, it->text, it->size);
    return p && fits(a, part + 1, p);
  }
  const char *const slash = memchr(p, '/', (size_t)(a->end - p));
  const char *const limit = slash ? slash : a->end;
  const bool is_last = part + 1 == o->part_count || *o->parts[part + 1].text == '/';
  if (a->count == SV_OPERATION_VALUES_MAX)
    return false;
  const size_t mine = a->count++;
  for (const char *q = is_last ? limit : p + 1; q <= limit && q > p; q++) {
    a->values[mine] = (struct sv_operation_value){ it->text, p, (size_t)(q - p) };
    a->count = mine + 1;
    if (fits(a, part + 1, q))
      return true;
  }
  a->count = mine;
  return false;
}

static bool is_authority(struct sv_span a, struct sv_span b)
{
  if (!a.data || !b.data || a.size == 0 || b.size == 0)
    return true; /* one of them does not say */
  const char *const at = memrchr(b.data, '@', b.size);
  if (at)
    b = (struct sv_span){ at + 1, (size_t)(b.data + b.size - at) - 1 };
  if (a.size != b.size)
    return false;
  for (size_t i = 0; i < a.size; i++)
    if (sv_lower((unsigned char)a.data[i]) != sv_lower((unsigned char)b.data[i]))
      return false;
  return true;
}

/* The authority without the port that its scheme has anyway. */
static struct sv_span plain_authority(const struct sv_uri *u)
{
  struct sv_span a = u->authority;
  const bool tls = u->scheme.size == 5;
  const char *const port = tls ? ":443" : ":80";
  const size_t size = strlen(port);
  if (u->scheme.data && a.size > size && memcmp(a.data + a.size - size, port, size) == 0)
    a.size -= size;
  return a;
}

/* What of the path of U follows the base, NULL: it is not below it. */
static const char *below(const struct sv_operation_base *b, const struct sv_uri *u)
{
  if (!is_authority(plain_authority(&b->uri), plain_authority(u)))
    return NULL;
  const char *const end = u->path.data + u->path.size;
  const struct sv_span path = b->uri.path;
  if (path.size > 0 && *path.data != '/') {
    /* A relative server: its last steps are known, where they begin is not. */
    const char *hit = memmem(u->path.data, u->path.size, path.data, path.size);
    const char *const rest = hit ? hit + path.size : NULL;
    return rest && hit > u->path.data && hit[-1] == '/' && (rest == end || *rest == '/') ? rest
                                                                                         : NULL;
  }
  const char *const rest = literal(u->path.data, end, path.data, path.size);
  return rest && (rest == end || *rest == '/') ? rest : NULL;
}

/* Tries E below its base URLs, the longest that fits first. */
static bool try(const struct sv_operation_entry *e, const char *const *rests,
                const struct sv_uri *u, struct sv_operation_match *m)
{
  const char *tried = NULL;
  for (size_t round = 0; round < e->base_count && round < 8; round++) {
    const char *best = NULL;
    for (size_t i = 0; i < e->base_count; i++) {
      const char *rest = e->bases[i] < BASES_MAX ? rests[e->bases[i]] : NULL;
      if (rest && (!best || rest > best) && (!tried || rest < tried))
        best = rest;
    }
    if (!best)
      return false;
    struct attempt a = { .operation = &e->operation,
                         .end = u->path.data + u->path.size,
                         .steps = STEPS_MAX,
                         .values = m->values };
    if (fits(&a, 0, best)) {
      m->value_count = a.count;
      return true;
    }
    tried = best;
  }
  return false;
}

/* Names without their end are given as they stand in the template; make texts of them. */
static void name_values(struct sv_operation_match *m)
{
  const struct sv_openapi_operation *const d = m->operation->declared;
  for (size_t i = 0; i < m->value_count; i++) {
    const size_t size = strcspn(m->values[i].name, "}");
    const char *found = "";
    for (size_t k = 0; k < d->parameter_count; k++)
      if (d->parameters[k].in == SV_OPENAPI_PATH && strlen(d->parameters[k].name) == size &&
          memcmp(d->parameters[k].name, m->values[i].name, size) == 0)
        found = d->parameters[k].name;
    m->values[i].name = found;
  }
}

static bool is_method(const struct sv_operation_entry *e, const char *method)
{
  return sv_equal_nocase(e->operation.declared->method, method);
}

/* The first operation in order that has the path and METHOD; without METHOD, any. */
static const struct sv_operation_entry *find(const struct sv_operations *t, const char *method,
                                             const char *const *rests, const struct sv_uri *u,
                                             struct sv_operation_match *m)
{
  for (size_t i = 0; i < t->count; i++) {
    const struct sv_operation_entry *const e = t->sorted[i];
    if ((!method || is_method(e, method)) && try(e, rests, u, m))
      return e;
  }
  return NULL;
}

static void not_found(const struct sv_operations *t, const char *const *rests,
                      const struct sv_uri *u, struct sv_operation_match *m)
{
  bool any = false;
  const struct sv_operation_entry *e = find(t, NULL, rests, u, m);
  for (size_t i = 0; i < t->base_count && i < BASES_MAX; i++)
    any = any || rests[i] != NULL;
  m->outcome = e ? SV_OPERATION_NO_METHOD : any ? SV_OPERATION_NO_PATH : SV_OPERATION_NO_SERVER;
  if (!e)
    return;
  m->operation = &e->operation;
  for (size_t i = 0; i < t->count; i++)
    if (strcmp(t->entries[i].operation.declared->path, e->operation.declared->path) == 0 &&
        t->entries[i].method < SV_METHOD_IS_COUNT)
      m->allowed |= 1u << t->entries[i].method;
}

void sv_operations_match(const struct sv_operations *t, const char *method, const char *url,
                         size_t size, struct sv_operation_match *out)
{
  const struct sv_uri u = sv_uri_split(url, size);
  const char *rests[BASES_MAX];
  *out = (struct sv_operation_match){ .query = u.query.data, .query_size = u.query.size };
  for (size_t i = 0; i < t->base_count && i < BASES_MAX; i++)
    rests[i] = below(&t->bases[i], &u);
  const struct sv_operation_entry *e = find(t, method, rests, &u, out);
  if (!e) {
    not_found(t, rests, &u, out);
  }
  /* A concrete path wins even when only a templated one has the method (OAS 4.8.8.2). */
  if (e) {
    struct sv_operation_match first = { .operation = NULL };
    const struct sv_operation_entry *any = find(t, NULL, rests, &u, &first);
    if (any && strcmp(any->openness, e->openness) < 0) {
      not_found(t, rests, &u, out);
      e = NULL;
    } else {
      out->outcome = SV_OPERATION_FOUND;
      out->operation = &e->operation;
    }
  }
  if (!e && sv_equal_nocase(method, "HEAD") && out->outcome == SV_OPERATION_NO_METHOD &&
      out->allowed & 1u << SV_METHOD_IS_GET) {
    sv_operations_match(t, "GET", url, size, out);
    return;
  }
  if (out->operation)
    name_values(out);
}

static enum sv_status path_part(const struct sv_operation *o, const struct sv_operation_part *part,
                                const json_t *values, struct sv_buf *out, struct sv_error *err)
{
  const struct sv_openapi_operation *const d = o->declared;
  for (size_t i = 0; i < d->parameter_count; i++) {
    const struct sv_style *const s = &o->styles[i];
    if (s->in != SV_OPENAPI_PATH || strlen(s->name) != part->size ||
        memcmp(s->name, part->text, part->size) != 0)
      continue;
    const json_t *value = json_object_get(values, s->name);
    const size_t before = out->size;
    if (!value)
      break;
    SV_TRY(sv_style_encode(s, value, out, err));
    return out->size > before
               ? SV_OK
               : sv_fail(err, SV_INVALID, N_("the path parameter '%s' is empty"), s->name);
  }
  return sv_fail(err, SV_INVALID, N_("the path parameter '%.*s' has no value"),
                 (int)(part->size < 100 ? part->size : 100), part->text);
}

enum sv_status sv_operation_target(const struct sv_operation *o, const json_t *path,
                                   const json_t *query, struct sv_buf *out, struct sv_error *err)
{
  for (size_t i = 0; i < o->part_count; i++) {
    if (o->parts[i].is_name)
      SV_TRY(path_part(o, &o->parts[i], path, out, err));
    else
      (void)sv_buf_add(out, o->parts[i].text, o->parts[i].size);
  }
  char sign = '?';
  for (size_t i = 0; i < o->declared->parameter_count; i++) {
    const struct sv_style *const s = &o->styles[i];
    const json_t *value = s->in == SV_OPENAPI_QUERY ? json_object_get(query, s->name) : NULL;
    if (!value)
      continue;
    const size_t before = out->size;
    (void)sv_buf_addc(out, sign);
    const size_t after = out->size;
    SV_TRY(sv_style_encode(s, value, out, err));
    if (out->size == after)
      sv_buf_cut(out, before);
    else
      sign = '&';
  }
  return out->failed;
}
