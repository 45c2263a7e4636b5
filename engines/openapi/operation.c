// SPDX-License-Identifier: Apache-2.0
/* The table of operations: what each takes and gives, read once. */
#include "engines/openapi/operation_table.h"

#include "engines/base/ascii.h"
#include "engines/http/media_type.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ARENA_MAX ((size_t)1 << 30)
enum { PARTS_MAX = 200, OPERATIONS_MAX = 1000000 };

static const char *const methods[SV_METHOD_IS_COUNT] = { "GET",    "PUT",     "POST",
                                                         "DELETE", "OPTIONS", "HEAD",
                                                         "PATCH",  "TRACE",   "QUERY" };

/* Texts and names of the template, which may stand side by side ("/a/{b}.{c}"). */
static enum sv_status split(struct sv_operations *t, const char *path, struct sv_operation *o)
{
  size_t most = 1;
  for (const char *p = path; *p; p++)
    most += 2u * (*p == '{');
  most = most < PARTS_MAX ? most : PARTS_MAX;
  struct sv_operation_part *parts = sv_arena_calloc(&t->arena, most, sizeof *parts);
  if (!parts)
    return SV_NO_MEMORY;
  size_t n = 0;
  for (const char *p = path; *p && n < most;) {
    const char *close = *p == '{' ? strchr(p, '}') : NULL;
    struct sv_operation_part *const part = &parts[n++];
    if (close) {
      *part = (struct sv_operation_part){ p + 1, (size_t)(close - p) - 1, true };
      p = close + 1;
      continue;
    }
    const size_t size = *p == '{' ? strlen(p) : strcspn(p, "{");
    *part = (struct sv_operation_part){ p, size, false };
    p += size;
  }
  o->parts = parts;
  o->part_count = n;
  return SV_OK;
}

/* For each segment of the path how open it is: 0 a text, 1 text and names, 2 a name alone. */
static const char *openness(struct sv_operations *t, const char *path)
{
  char *order = sv_arena_alloc(&t->arena, strlen(path) + 2);
  size_t n = 0;
  if (!order)
    return NULL;
  for (const char *p = path; *p;) {
    p += *p == '/';
    const size_t size = strcspn(p, "/");
    const bool has_name = memchr(p, '{', size) != NULL;
    const bool is_name = size > 1 && *p == '{' && (size_t)(strchr(p, '}') - p) + 1 == size;
    order[n++] = (char)('0' + has_name + (has_name && is_name));
    p += size;
  }
  order[n] = '\0';
  return order;
}

static enum sv_status styles(struct sv_operations *t, struct sv_operation *o)
{
  const struct sv_openapi_operation *const d = o->declared;
  struct sv_style *list = sv_arena_calloc(&t->arena, d->parameter_count + 1, sizeof *list);
  if (!list)
    return SV_NO_MEMORY;
  for (size_t i = 0; i < d->parameter_count; i++)
    list[i] = sv_style_of_parameter(t->api, &d->parameters[i]);
  o->styles = list;
  return SV_OK;
}

static enum sv_status fill(struct sv_operations *t, const struct sv_openapi_operation *d)
{
  struct sv_operation_entry *const e = &t->entries[t->count];
  struct sv_operation *const o = &e->operation;
  o->declared = d;
  o->number = t->count;
  o->id = sv_openapi_text(t->api, sv_openapi_get(d->node, "operationId"));
  o->body = sv_openapi_request(t->api, d);
  o->responses = sv_openapi_responses(t->api, d, &o->response_count);
  o->servers = sv_openapi_servers(t->api, d, &o->server_count);
  const struct sv_openapi_node deprecated = sv_openapi_get(d->node, "deprecated");
  o->deprecated = deprecated.doc && sv_doc_type(deprecated.doc, deprecated.value) == SV_DOC_TRUE;
  SV_TRY(split(t, d->path, o));
  SV_TRY(styles(t, o));
  e->openness = openness(t, d->path);
  e->method = SV_METHOD_IS_COUNT;
  for (int m = 0; m < SV_METHOD_IS_COUNT; m++)
    if (sv_equal_nocase(methods[m], d->method))
      e->method = (enum sv_operation_method)m;
  t->count++;
  return e->openness ? SV_OK : SV_NO_MEMORY;
}

static int order(const void *pa, const void *pb)
{
  const struct sv_operation_entry *const a = *(struct sv_operation_entry *const *)pa;
  const struct sv_operation_entry *const b = *(struct sv_operation_entry *const *)pb;
  const int first = strcmp(a->openness, b->openness);
  if (first)
    return first;
  return (a->operation.number > b->operation.number) - (a->operation.number < b->operation.number);
}

/* The number of the base URL among those known. */
static enum sv_status base(struct sv_operations *t, const char *url, size_t *out)
{
  for (*out = 0; *out < t->base_count; (*out)++)
    if (strcmp(t->bases[*out].url, url) == 0)
      return SV_OK;
  if (t->base_count == t->base_room) {
    const size_t room = t->base_room ? t->base_room * 2 : 8;
    struct sv_operation_base *more = realloc(t->bases, room * sizeof *more);
    if (!more)
      return SV_NO_MEMORY;
    t->bases = more;
    t->base_room = room;
  }
  struct sv_operation_base *const b = &t->bases[t->base_count++];
  *b = (struct sv_operation_base){ .url = sv_arena_strdup(&t->arena, url) };
  if (!b->url)
    return SV_NO_MEMORY;
  b->uri = sv_uri_split(b->url, strlen(b->url));
  /* A base ends before the slash that every path begins with. */
  while (b->uri.path.size > 0 && b->uri.path.data[b->uri.path.size - 1] == '/')
    b->uri.path.size--;
  return SV_OK;
}

static enum sv_status bases(struct sv_operations *t, const char *const *given, size_t count)
{
  for (size_t i = 0; i < t->count; i++) {
    struct sv_operation_entry *const e = &t->entries[i];
    const size_t n = count ? count : e->operation.server_count;
    e->bases = sv_arena_calloc(&t->arena, n + 1, sizeof *e->bases);
    if (!e->bases)
      return SV_NO_MEMORY;
    e->base_count = n;
    for (size_t k = 0; k < n; k++)
      SV_TRY(base(t, count ? given[k] : e->operation.servers[k].url, &e->bases[k]));
  }
  return SV_OK;
}

static enum sv_status build(struct sv_operations *t, const char *const *given, size_t base_count,
                            struct sv_error *err)
{
  size_t count;
  const struct sv_openapi_operation *d = sv_openapi_operations(t->api, &count);
  if (count > OPERATIONS_MAX)
    return sv_fail_limit(err, "openapi-operations", "The document has too many operations.");
  t->entries = calloc(count + 1, sizeof *t->entries);
  t->sorted = calloc(count + 1, sizeof(struct sv_operation_entry *));
  if (!t->entries || !t->sorted)
    return SV_NO_MEMORY;
  for (size_t i = 0; i < count; i++)
    if (d[i].place == SV_OPENAPI_PATHS && d[i].path && d[i].method)
      SV_TRY(fill(t, &d[i]));
  for (size_t i = 0; i < t->count; i++)
    t->sorted[i] = &t->entries[i];
  if (t->count > 1)
    qsort(t->sorted, t->count, sizeof(struct sv_operation_entry *), order);
  return bases(t, given, base_count);
}

enum sv_status sv_operations_new(struct sv_openapi *api, const char *const *given, size_t count,
                                 struct sv_operations **out, struct sv_error *err)
{
  *out = NULL;
  struct sv_operations *t = calloc(1, sizeof *t);
  if (!t)
    return sv_fail(err, SV_NO_MEMORY, "There is not enough memory for the operations.");
  t->api = api;
  t->arena = SV_ARENA(ARENA_MAX);
  const enum sv_status status = build(t, given, count, err);
  if (status != SV_OK) {
    sv_operations_free(t);
    return sv_fail(err, status, "There is not enough memory for the operations.");
  }
  *out = t;
  return SV_OK;
}

void sv_operations_free(struct sv_operations *t)
{
  if (!t)
    return;
  free(t->entries);
  free(t->sorted);
  free(t->bases);
  sv_arena_free(&t->arena);
  free(t);
}

struct sv_openapi *sv_operations_api(const struct sv_operations *t)
{
  return t->api;
}

size_t sv_operations_count(const struct sv_operations *t)
{
  return t->count;
}

const struct sv_operation *sv_operations_at(const struct sv_operations *t, size_t i)
{
  return i < t->count ? &t->entries[i].operation : NULL;
}

const struct sv_operation *sv_operations_find(const struct sv_operations *t, const char *id)
{
  for (size_t i = 0; i < t->count; i++)
    if (t->entries[i].operation.id && strcmp(t->entries[i].operation.id, id) == 0)
      return &t->entries[i].operation;
  return NULL;
}

const struct sv_openapi_response *sv_operation_response(const struct sv_operation *o, int status)
{
  const struct sv_openapi_response *range = NULL, *any = NULL;
  char exact[12];
  (void)snprintf(exact, sizeof exact, "%d", status);
  for (size_t i = 0; i < o->response_count; i++) {
    const char *const key = o->responses[i].status;
    if (strcmp(key, exact) == 0)
      return &o->responses[i];
    if (key[0] == exact[0] && strcmp(key + 1, "XX") == 0)
      range = &o->responses[i];
    else if (strcmp(key, "default") == 0)
      any = &o->responses[i];
  }
  return range ? range : any;
}

static bool is_span(struct sv_span s, const char *text)
{
  return s.size == strlen(text) && memcmp(s.data, text, s.size) == 0;
}

/* How well the declared type D fits M: 0 not at all, 3 exactly. */
static int fit(const char *declared, const struct sv_media_type *m)
{
  struct sv_media_type d;
  if (sv_media_type_parse(declared, strlen(declared), &d) != SV_OK)
    return 0;
  if (is_span(d.type, "*"))
    return is_span(d.subtype, "*");
  if (!sv_span_equal_nocase(d.type, m->type))
    return 0;
  if (is_span(d.subtype, "*"))
    return 2;
  /* "application/" and "*+json": a range of a suffix, which some documents use */
  if (d.subtype.size > 2 && memcmp(d.subtype.data, "*+", 2) == 0 &&
      m->subtype.size >= d.subtype.size - 1) {
    const struct sv_span tail = { m->subtype.data + m->subtype.size - d.subtype.size + 1,
                                  d.subtype.size - 1 };
    return sv_span_equal_nocase((struct sv_span){ d.subtype.data + 1, d.subtype.size - 1 }, tail) ? 3 : 0;
  }
  return sv_span_equal_nocase(d.subtype, m->subtype) ? 4 : 0;
}

const struct sv_openapi_media *sv_operation_media(const struct sv_openapi_media *media,
                                                  size_t count, const char *type, size_t size)
{
  const struct sv_openapi_media *best = NULL;
  struct sv_media_type m;
  int most = 0;
  if (sv_media_type_parse(type, size, &m) != SV_OK)
    return NULL;
  for (size_t i = 0; i < count; i++) {
    const int n = fit(media[i].type, &m);
    if (n > most) {
      most = n;
      best = &media[i];
    }
  }
  return best;
}
