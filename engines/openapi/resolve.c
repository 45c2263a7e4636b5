// SPDX-License-Identifier: Apache-2.0
/* References: from "$ref" to the value it names, through other documents, long chains and circles
 * (RFC 3986 5, RFC 6901 6). */
#include "engines/openapi/api.h"

#include "engines/base/lang.h"
#include "engines/base/uri.h"

#include <stdlib.h>
#include <string.h>

/* Chains longer than this are remembered, so that many references into one cost no more than it. */
#define LONG_CHAIN 8

/* What a document that could not be had was refused with. */
struct refusal {
  enum sv_status status;
  struct sv_error err;
};

/* The end of a chain, under the place where it begins. */
struct chain {
  uint64_t file, value;
  struct sv_openapi_node end;
};

static enum sv_status refuse(struct sv_openapi *api, const char *iri, enum sv_status status,
                             const struct sv_error *err)
{
  struct refusal *r = sv_arena_alloc(&api->arena, sizeof *r);
  const char *key = sv_arena_strdup(&api->arena, iri);
  if (!r || !key)
    return SV_NO_MEMORY;
  *r = (struct refusal){ status, *err };
  return sv_map_set(&api->refused, key, strlen(key), r);
}

/* Asks for the document at IRI and enters it. */
static enum sv_status bring(struct sv_openapi *api, const char *iri, uint32_t *file,
                            struct sv_error *err)
{
  const struct refusal *r = sv_map_gets(&api->refused, iri);
  if (r) {
    if (err && !err->text[0])
      *err = r->err;
    return r->status;
  }
  struct sv_openapi_text text = { .bytes = NULL };
  struct sv_error why = { .text = "" };
  enum sv_status status = api->fetch ? api->fetch(api->context, iri, &text, &why) : SV_DENIED;
  if (status == SV_OK)
    status = sv_openapi_file_add(api, &text, iri, NULL, &why);
  if (status == SV_OK)
    api->files[api->file_count - 1].bytes = text.bytes;
  else
    free(text.bytes);
  free(text.name);
  if (status == SV_OK) {
    *file = (uint32_t)(api->file_count - 1);
    return SV_OK;
  }
  if (status != SV_NO_MEMORY)
    SV_TRY(refuse(api, iri, status, &why));
  if (err && !err->text[0])
    *err = why;
  return status;
}

static enum sv_status find_file(struct sv_openapi *api, struct sv_openapi_node n, const char *text,
                                size_t size, uint32_t *file, struct sv_error *err)
{
  *file = n.file;
  if (size == 0)
    return SV_OK;
  struct sv_buf iri = SV_BUF(SV_OPENAPI_IRI_MAX);
  const char *base = api->files[n.file].base;
  enum sv_status status = sv_uri_resolve(base, strlen(base), text, size, &iri);
  if (status == SV_INVALID)
    status = sv_fail(err, SV_INVALID, "%s", sv_tr(N_("it is no reference to a file")));
  if (status == SV_OK) {
    const uintptr_t known = (uintptr_t)sv_map_get(&api->by_iri, iri.data, iri.size);
    if (known)
      *file = (uint32_t)(known - 1);
    else if (strcmp(iri.data, base) != 0)
      status = bring(api, iri.data, file, err);
  }
  sv_buf_free(&iri);
  return status;
}

/* Every $anchor and $dynamicAnchor of FILE, wherever it stands. */
static enum sv_status list_anchors(struct sv_openapi_file *file)
{
  file->has_anchors = true;
  struct sv_openapi_nodes stack = { .items = NULL };
  const struct sv_openapi_node root = { file->doc, SV_DOC_ROOT, 0 };
  enum sv_status status = sv_openapi_nodes_add(&stack, root);
  while (status == SV_OK && stack.count > 0) {
    const struct sv_openapi_node n = stack.items[--stack.count];
    static const char *const names[] = { "$anchor", "$dynamicAnchor" };
    for (size_t i = 0; i < 2; i++) {
      size_t size;
      const char *text = sv_openapi_bytes(sv_openapi_get(n, names[i]), &size);
      if (text && status == SV_OK && !sv_map_get(&file->anchors, text, size))
        status = sv_map_set(&file->anchors, text, size, (void *)((uintptr_t)n.value + 1));
    }
    for (struct sv_openapi_node c = sv_openapi_first(n); c.doc && status == SV_OK;
         c = sv_openapi_next(n, c))
      if (sv_openapi_type(c) >= SV_DOC_ARRAY)
        status = sv_openapi_nodes_add(&stack, c);
  }
  free(stack.items);
  return status;
}

static enum sv_status find_fragment(struct sv_openapi_file *file, const char *text, size_t size,
                                    sv_value *out)
{
  struct sv_buf fragment = SV_BUF(SV_OPENAPI_IRI_MAX);
  enum sv_status status = sv_uri_decode(text, size, &fragment);
  const char *f = sv_buf_text(&fragment);
  *out = SV_DOC_NONE;
  if (status == SV_OK && (fragment.size == 0 || *f == '/')) {
    *out = sv_doc_resolve_pointer(file->doc, SV_DOC_ROOT, f, fragment.size);
  } else if (status == SV_OK) {
    if (!file->has_anchors)
      status = list_anchors(file);
    const uintptr_t found = (uintptr_t)sv_map_get(&file->anchors, f, fragment.size);
    *out = found ? (sv_value)(found - 1) : SV_DOC_NONE;
  }
  sv_buf_free(&fragment);
  return status;
}

enum sv_status sv_openapi_step(struct sv_openapi *api, struct sv_openapi_node n, const char *text,
                               size_t size, struct sv_openapi_node *out, struct sv_error *err)
{
  *out = SV_OPENAPI_NONE;
  if (!n.doc || !text)
    return sv_fail(err, SV_INVALID, "%s", sv_tr(N_("a reference is a text")));
  const char *hash = memchr(text, '#', size);
  const size_t before = hash ? (size_t)(hash - text) : size;
  uint32_t number;
  SV_TRY(find_file(api, n, text, before, &number, err));
  struct sv_openapi_file *file = &api->files[number];
  sv_value v = SV_DOC_ROOT;
  if (hash)
    SV_TRY(find_fragment(file, hash + 1, size - before - 1, &v));
  if (v == SV_DOC_NONE)
    return sv_fail(err, SV_NOT_FOUND, "%s", sv_tr(N_("there is nothing of that name")));
  *out = (struct sv_openapi_node){ file->doc, v, number };
  return SV_OK;
}

static const struct chain *find_chain(const struct sv_openapi *api, struct sv_openapi_node n)
{
  const uint64_t key[2] = { n.file, n.value };
  return sv_map_get(&api->chains, (const char *)key, sizeof key);
}

static enum sv_status keep_chain(struct sv_openapi *api, struct sv_openapi_node n,
                                 struct sv_openapi_node end)
{
  struct chain *c = sv_arena_alloc(&api->arena, sizeof *c);
  if (!c)
    return SV_NO_MEMORY;
  *c = (struct chain){ n.file, n.value, end };
  return sv_map_set(&api->chains, (const char *)c, 2 * sizeof(uint64_t), c);
}

/* Everything that a long chain from N passes leads to END (none: a circle). */
static enum sv_status keep_chains(struct sv_openapi *api, struct sv_openapi_node n,
                                  struct sv_openapi_node end, size_t steps)
{
  for (size_t i = 0; i < steps && !find_chain(api, n); i++) {
    SV_TRY(keep_chain(api, n, end));
    size_t size;
    const char *text = sv_openapi_bytes(sv_openapi_reference(n), &size);
    SV_TRY(sv_openapi_step(api, n, text, size, &n, NULL));
  }
  return SV_OK;
}

static enum sv_status in_circle(struct sv_error *err)
{
  return sv_fail(err, SV_INVALID, "%s", sv_tr(N_("it leads in a circle and never to a value")));
}

enum sv_status sv_openapi_resolve(struct sv_openapi *api, struct sv_openapi_node n,
                                  struct sv_openapi_node *out, struct sv_error *err)
{
  const struct sv_openapi_node start = n;
  struct sv_openapi_node mark = n;
  size_t steps = 0, next_mark = 2;
  *out = SV_OPENAPI_NONE;
  for (;;) {
    const struct sv_openapi_node ref = sv_openapi_reference(n);
    if (!ref.doc)
      break;
    const struct chain *known = api->chains.count ? find_chain(api, n) : NULL;
    if (known) {
      n = known->end;
      break;
    }
    size_t size;
    const char *text = sv_openapi_bytes(ref, &size);
    SV_TRY(sv_openapi_step(api, n, text, size, &n, err));
    steps++;
    if (n.file == mark.file && n.value == mark.value) { /* Brent's way to notice a circle */
      n = SV_OPENAPI_NONE;
      break;
    }
    if (steps == next_mark) {
      mark = n;
      next_mark *= 2;
    }
  }
  if (steps > LONG_CHAIN)
    SV_TRY(keep_chains(api, start, n, steps));
  if (start.doc && !n.doc)
    return in_circle(err);
  *out = n;
  return SV_OK;
}

struct sv_openapi_node sv_openapi_follow(struct sv_openapi *api, struct sv_openapi_node n)
{
  struct sv_openapi_node out;
  return sv_openapi_resolve(api, n, &out, NULL) == SV_OK ? out : SV_OPENAPI_NONE;
}

struct sv_openapi_node sv_openapi_find(struct sv_openapi *api, struct sv_openapi_node n,
                                       const char *name)
{
  return sv_openapi_follow(api, sv_openapi_get(sv_openapi_follow(api, n), name));
}
