// SPDX-License-Identifier: Apache-2.0
/* Choosing sample addresses, and finding members by name in a payload. */
#include "engines/sample/sample.h"

#include "engines/base/ascii.h"
#include "engines/base/buf.h"
#include "engines/base/uri.h"
#include "engines/openapi/openapi.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { VALUES_MAX = 10000, DEPTH_MAX = 64, POINTER_MAX = 4096 };

static size_t named_paths(const json_t *target, const char **out)
{
  const json_t *paths = json_object_get(json_object_get(target, "samples"), "paths");
  size_t count = 0;
  for (size_t i = 0; i < json_array_size(paths) && count < SV_SAMPLES_MAX; i++) {
    const char *path = json_string_value(json_array_get(paths, i));
    if (path)
      out[count++] = path;
  }
  return count;
}

bool sv_sample_needs_description(const json_t *endpoint, const json_t *target)
{
  const char *kind = json_string_value(json_object_get(endpoint, "kind"));
  const char *names[SV_SAMPLES_MAX];
  return kind && strcmp(kind, "api") == 0 && named_paths(target, names) == 0;
}

/* Whether one of PARAMETERS must be given. One that cannot be seen may have to be. */
static bool requires_one(struct sv_openapi *api, struct sv_openapi_node parameters)
{
  for (struct sv_openapi_node p = sv_openapi_first(parameters); p.doc;
       p = sv_openapi_next(parameters, p)) {
    const struct sv_openapi_node seen = sv_openapi_follow(api, p);
    const struct sv_openapi_node required = sv_openapi_get(seen, "required");
    if (!seen.doc || (required.doc && sv_doc_type(required.doc, required.value) == SV_DOC_TRUE))
      return true;
  }
  return false;
}

/* OpenAPI 3 Operation Object: its own `security` replaces the document's; an empty one means
 * anonymous. */
static bool requires_sign_in(const struct sv_openapi *api, const struct sv_openapi_operation *o)
{
  const struct sv_openapi_node security = sv_openapi_security(api, o);
  bool required = false;
  for (struct sv_openapi_node one = sv_openapi_first(security); one.doc;
       one = sv_openapi_next(security, one)) {
    if (!sv_openapi_first(one).doc)
      return false;
    required = true;
  }
  return required;
}

static size_t described_paths(struct sv_openapi *api, bool signed_in, const char **out)
{
  size_t all, count = 0;
  const struct sv_openapi_operation *o = sv_openapi_operations(api, &all);
  for (size_t i = 0; i < all && count < SV_SAMPLES_MAX; i++)
    if (o[i].place == SV_OPENAPI_PATHS && strcmp(o[i].method, "get") == 0 &&
        !strchr(o[i].path, '{') && !requires_one(api, sv_openapi_get(o[i].item, "parameters")) &&
        !requires_one(api, sv_openapi_get(o[i].node, "parameters")) &&
        (signed_in || !requires_sign_in(api, &o[i])))
      out[count++] = o[i].path;
  return count;
}

const char *const *sv_sample_urls(struct sv_arena *a, const struct sv_sample_source *s,
                                  size_t *count)
{
  const char *kind = json_string_value(json_object_get(s->endpoint, "kind"));
  const char *base = json_string_value(json_object_get(s->endpoint, "url"));
  const char *paths[SV_SAMPLES_MAX];
  const char **out = sv_arena_calloc(a, SV_SAMPLES_MAX, sizeof *out);
  struct sv_openapi *api = NULL;
  struct sv_error err;
  *count = 0;
  if (!out || !base || !kind || strcmp(kind, "api") != 0)
    return NULL;
  size_t found = named_paths(s->target, paths);
  if (found == 0 && s->description &&
      sv_openapi_load(s->description, s->size, NULL, &api, &err) == SV_OK)
    found = described_paths(api, s->signed_in, paths);
  for (size_t i = 0; i < found; i++) {
    out[*count] = sv_sample_url(a, base, paths[i]);
    *count += out[*count] != NULL;
  }
  sv_openapi_free(api);
  return *count ? out : NULL;
}

char *sv_sample_url(struct sv_arena *a, const char *base, const char *path)
{
  if (!base || !path)
    return NULL;
  if (path[0] == '/') {
    const struct sv_uri u = sv_uri_split(base, strlen(base));
    size_t n = u.path.size;
    while (n && u.path.data[n - 1] == '/')
      n--;
    const bool prefixed =
        strncmp(path, u.path.data, n) == 0 && (path[n] == '\0' || strchr("/?", path[n]));
    const size_t keep = (size_t)(u.path.data - base) + (prefixed ? 0 : n);
    return sv_arena_printf(a, "%.*s%s", (int)keep, base, path);
  }
  struct sv_buf out = SV_BUF(POINTER_MAX);
  char *url = NULL;
  if (sv_uri_resolve(base, strlen(base), path, strlen(path), &out) == SV_OK)
    url = sv_arena_strdup(a, sv_buf_text(&out));
  sv_buf_free(&out);
  return url;
}

/* Whether KEY is one of NAMES: letters alike whatever their case, "_" and "-" of KEY passed over.
 */
static bool is_named(const char *key, const char *names)
{
  for (const char *n = names; *n;) {
    const char *k = key;
    while (*n && *n != ' ') {
      while (*k == '_' || *k == '-')
        k++;
      if (sv_lower((unsigned char)*k) != sv_lower((unsigned char)*n))
        break;
      k++;
      n++;
    }
    if ((*n == ' ' || *n == '\0') && *k == '\0')
      return true;
    while (*n && *n != ' ')
      n++;
    n += *n == ' ';
  }
  return false;
}

struct search {
  const char *names;
  void (*visit)(void *, const char *, const char *, const json_t *);
  void *closure;
  struct sv_buf pointer;
  size_t values;
};

static void add_token(struct sv_buf *pointer, const char *key)
{
  (void)sv_buf_addc(pointer, '/');
  for (const char *p = key; *p; p++)
    (void)sv_buf_adds(pointer, *p == '~' ? "~0" : *p == '/' ? "~1" : (char[]){ *p, '\0' });
}

/* DEPTH bounds the recursion. */
static void search_value(struct search *s, const json_t *value, unsigned depth)
{
  if (++s->values > VALUES_MAX || depth > DEPTH_MAX || s->pointer.failed)
    return;
  const size_t before = s->pointer.size;
  for (size_t i = 0; i < json_array_size(value); i++) {
    (void)sv_buf_addf(&s->pointer, "/%zu", i);
    search_value(s, json_array_get(value, i), depth + 1);
    sv_buf_cut(&s->pointer, before);
  }
  json_t *object = json_is_object(value) ? (json_t *)(uintptr_t)value : NULL;
  for (void *i = json_object_iter(object); i; i = json_object_iter_next(object, i)) {
    const char *key = json_object_iter_key(i);
    add_token(&s->pointer, key);
    if (!s->pointer.failed && is_named(key, s->names))
      s->visit(s->closure, sv_buf_text(&s->pointer), key, json_object_iter_value(i));
    search_value(s, json_object_iter_value(i), depth + 1);
    sv_buf_cut(&s->pointer, before);
  }
}

void sv_sample_members(const json_t *value, const char *names,
                       void (*visit)(void *closure, const char *pointer, const char *name,
                                     const json_t *member),
                       void *closure)
{
  struct search s = { names, visit, closure, SV_BUF(POINTER_MAX), 0 };
  search_value(&s, value, 0);
  sv_buf_free(&s.pointer);
}
