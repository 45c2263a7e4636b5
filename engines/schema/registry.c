// SPDX-License-Identifier: Apache-2.0
/* The documents of a set: which resources they hold, by which IRI, with which anchors (2020-12
 * core 8.2, 9.1). */
#include "engines/schema/program.h"

#include "engines/base/lang.h"
#include "engines/base/uri.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The key of a value in the maps. */
struct key {
  uint64_t document;
  uint64_t value;
};

struct waiting {
  struct sv_resource *resource;
  sv_value value;
};

struct scan {
  struct sv_schema_set *set;
  struct sv_error *err;
  struct waiting *stack;
  size_t count, room;
};

enum sv_status sv_schema_fault(const struct sv_resource *r, sv_value v, struct sv_error *err,
                               enum sv_status status, const char *fmt, ...)
{
  char text[400];
  va_list args;
  va_start(args, fmt);
  (void)vsnprintf(text, sizeof text, sv_tr(fmt), args);
  va_end(args);
  size_t line, column;
  const struct sv_doc *doc = r->document->doc;
  sv_doc_position(doc, v, &line, &column);
  return sv_fail_at(err, status, sv_doc_name(doc), line, column, "%s", text);
}

static enum sv_status set_key(struct sv_schema_set *s, struct sv_map *m,
                              const struct sv_schema_document *document, sv_value v, void *item)
{
  struct key *key = sv_arena_alloc(&s->arena, sizeof *key);
  if (!key)
    return SV_NO_MEMORY;
  *key = (struct key){ (uintptr_t)document, v };
  return sv_map_set(m, (const char *)key, sizeof *key, item);
}

struct sv_resource *sv_registry_root(const struct sv_schema_set *s,
                                     const struct sv_schema_document *document, sv_value v)
{
  const struct key key = { (uintptr_t)document, v };
  return sv_map_get(&s->roots, (const char *)&key, sizeof key);
}

static struct sv_resource *new_resource(struct sv_schema_set *s,
                                        const struct sv_schema_document *document, sv_value root,
                                        const char *iri, const struct sv_dialect *dialect)
{
  struct sv_resource *r = sv_arena_calloc(&s->arena, 1, sizeof *r);
  struct sv_resource_list *entry = sv_arena_alloc(&s->arena, sizeof *entry);
  if (!r || !entry || !iri)
    return NULL;
  *r = (struct sv_resource){
    .iri = iri, .document = document, .root = root, .dialect = dialect, .id = s->resource_count++
  };
  *entry = (struct sv_resource_list){ r, s->resource_list };
  s->resource_list = entry;
  return r;
}

static enum sv_status enter(struct sv_schema_set *s, struct sv_resource *r, sv_value v,
                            struct sv_error *err)
{
  const struct sv_resource *there = sv_map_gets(&s->resources, r->iri);
  if (there && (there->document != r->document || there->root != r->root))
    return sv_schema_fault(r, v, err, SV_INVALID, "two schemas have the identifier %.200s", r->iri);
  SV_TRY(sv_map_set(&s->resources, r->iri, strlen(r->iri), r));
  return set_key(s, &s->roots, r->document, r->root, r);
}

static enum sv_status push(struct scan *scan, struct sv_resource *r, sv_value v)
{
  if (scan->count == scan->room) {
    const size_t room = scan->room ? scan->room * 2 : 64;
    struct waiting *stack = realloc(scan->stack, room * sizeof *stack);
    if (!stack)
      return SV_NO_MEMORY;
    scan->stack = stack;
    scan->room = room;
  }
  scan->stack[scan->count++] = (struct waiting){ r, v };
  return SV_OK;
}

static enum sv_status add_anchor(struct scan *scan, struct sv_resource *r, sv_value schema,
                                 sv_value name, bool dynamic)
{
  struct sv_schema_set *s = scan->set;
  const struct sv_doc *doc = r->document->doc;
  size_t size;
  const char *text = sv_doc_string(doc, name, &size);
  if (!text || size == 0)
    return sv_schema_fault(r, name, scan->err, SV_INVALID, "an anchor is a name, not empty");
  if (*text == '#') { /* draft 6 and 7 write it as a fragment */
    text++;
    size--;
  }
  char *key = sv_arena_printf(&s->arena, "%s#%.*s", r->iri, (int)size, text);
  struct sv_anchor *anchor = sv_arena_alloc(&s->arena, sizeof *anchor);
  if (!key || !anchor)
    return SV_NO_MEMORY;
  struct sv_anchor *there = sv_map_gets(&s->anchors, key);
  if (there && there->value != schema)
    return sv_schema_fault(r, name, scan->err, SV_INVALID, "two schemas have the anchor %.*s",
                           (int)(size > 200 ? 200 : size), text);
  *anchor = (struct sv_anchor){ r, schema, dynamic || (there && there->dynamic) };
  return sv_map_set(&s->anchors, key, strlen(key), anchor);
}

struct sv_anchor *sv_registry_anchor(const struct sv_schema_set *s, const struct sv_resource *r,
                                     const char *name, size_t size)
{
  struct sv_buf key = SV_BUF((size_t)1 << 20);
  (void)sv_buf_adds(&key, r->iri);
  (void)sv_buf_addc(&key, '#');
  (void)sv_buf_add(&key, name, size);
  struct sv_anchor *anchor =
      key.failed == SV_OK ? sv_map_get(&s->anchors, key.data, key.size) : NULL;
  sv_buf_free(&key);
  return anchor;
}

/* The resource that the identifier ID opens at V; *R is left as it is for a plain anchor. */
static enum sv_status open_resource(struct scan *scan, struct sv_resource **r, sv_value v,
                                    sv_value id)
{
  struct sv_schema_set *s = scan->set;
  const struct sv_doc *doc = (*r)->document->doc;
  size_t size;
  const char *text = sv_doc_string(doc, id, &size);
  if (!text)
    return sv_schema_fault(*r, id, scan->err, SV_INVALID, "an identifier is a string");
  const char *hash = memchr(text, '#', size);
  const bool old = (*r)->dialect->draft & SV_D_OLD;
  if (hash == text && size > 1 && old)
    return add_anchor(scan, *r, v, id, false);
  if (hash && hash + 1 < text + size && !old)
    return sv_schema_fault(*r, id, scan->err, SV_INVALID,
                           "$id must not have a fragment; use $anchor");
  struct sv_buf iri = SV_BUF((size_t)64 << 10);
  const size_t base = hash ? (size_t)(hash - text) : size;
  const char *from = (*r)->iri;
  if (sv_uri_resolve(from, strlen(from), text, base, &iri) != SV_OK) {
    sv_buf_free(&iri);
    return sv_schema_fault(*r, id, scan->err, SV_INVALID,
                           "this identifier cannot be resolved against %.200s", from);
  }
  char *copy = sv_arena_strdup(&s->arena, sv_buf_text(&iri));
  sv_buf_free(&iri);
  const struct sv_dialect *dialect = (*r)->dialect;
  size_t name_size;
  const char *name = sv_doc_string(
      doc, sv_doc_gets(doc, v, "$schema") == SV_DOC_NONE ? v : sv_doc_gets(doc, v, "$schema"),
      &name_size);
  if (name)
    SV_TRY(sv_dialect_get(s, name, name_size, &dialect, scan->err));
  struct sv_resource *opened = new_resource(s, (*r)->document, v, copy, dialect);
  if (!opened)
    return SV_NO_MEMORY;
  SV_TRY(enter(s, opened, id, scan->err));
  *r = opened;
  return SV_OK;
}

static enum sv_status push_children(struct scan *scan, struct sv_resource *r, enum sv_shape shape,
                                    sv_value v)
{
  const struct sv_doc *doc = r->document->doc;
  const enum sv_doc_type type = sv_doc_type(doc, v);
  const bool list = shape == SV_SHAPE_LIST || shape == SV_SHAPE_SCHEMA_OR_LIST;
  if (type == SV_DOC_ARRAY && list) {
    for (sv_value c = sv_doc_first(doc, v); c != SV_DOC_NONE; c = sv_doc_next(doc, v, c))
      SV_TRY(push(scan, r, c));
  } else if (type == SV_DOC_OBJECT && (shape == SV_SHAPE_MAP || shape == SV_SHAPE_MAP_OR_NAMES)) {
    for (sv_value c = sv_doc_first(doc, v); c != SV_DOC_NONE; c = sv_doc_next(doc, v, c))
      SV_TRY(push(scan, r, c));
  } else if (type == SV_DOC_OBJECT &&
             (shape == SV_SHAPE_SCHEMA || shape == SV_SHAPE_SCHEMA_OR_LIST)) {
    return push(scan, r, v);
  }
  return SV_OK;
}

/* Looks at one schema object: its identifier, its anchors, its subschemas. */
static enum sv_status visit(struct scan *scan, struct sv_resource *r, sv_value v)
{
  const struct sv_doc *doc = r->document->doc;
  if (sv_doc_type(doc, v) != SV_DOC_OBJECT)
    return SV_OK;
  const bool old = r->dialect->draft & SV_D_OLD;
  const sv_value id = sv_doc_gets(doc, v, r->dialect->draft & SV_D4 ? "id" : "$id");
  const bool hidden = old && sv_doc_gets(doc, v, "$ref") != SV_DOC_NONE;
  if (id != SV_DOC_NONE && !hidden && !(r->dialect->draft & SV_DOAS30) && r->root != v &&
      sv_doc_type(doc, id) == SV_DOC_STRING)
    SV_TRY(open_resource(scan, &r, v, id));
  for (sv_value c = sv_doc_first(doc, v); c != SV_DOC_NONE; c = sv_doc_next(doc, v, c)) {
    const sv_value key = sv_doc_key(doc, c);
    size_t size;
    const char *name = sv_doc_string(doc, key, &size);
    const struct sv_keyword *keyword = sv_keyword_find(r->dialect, name, size);
    if (!keyword)
      continue;
    if (strcmp(keyword->name, "$anchor") == 0)
      SV_TRY(add_anchor(scan, r, v, c, false));
    else if (strcmp(keyword->name, "$dynamicAnchor") == 0)
      SV_TRY(add_anchor(scan, r, v, c, true));
    else if (strcmp(keyword->name, "$recursiveAnchor") == 0 && v == r->root)
      r->recursive_anchor = sv_doc_type(doc, c) == SV_DOC_TRUE;
    else if (keyword->shape != SV_SHAPE_NONE)
      SV_TRY(push_children(scan, r, keyword->shape, c));
  }
  return SV_OK;
}

enum sv_status sv_registry_scan(struct sv_schema_set *s, struct sv_resource *parent, sv_value v,
                                struct sv_error *err)
{
  if (parent->dialect->draft & SV_DOAS30)
    return SV_OK; /* it has no identifiers and no anchors */
  struct scan scan = { .set = s, .err = err };
  enum sv_status status = push(&scan, parent, v);
  while (status == SV_OK && scan.count > 0) {
    const struct waiting w = scan.stack[--scan.count];
    status = visit(&scan, w.resource, w.value);
  }
  free(scan.stack);
  return status;
}

/* The IRI of the document's root: its own identifier, seen from where it was retrieved. */
static enum sv_status root_iri(struct sv_schema_set *s, const char *retrieved,
                               const struct sv_doc *doc, const struct sv_dialect *dialect,
                               char **out)
{
  const sv_value id = sv_doc_gets(doc, SV_DOC_ROOT, dialect->draft & SV_D4 ? "id" : "$id");
  const bool hidden =
      dialect->draft & SV_D_OLD && sv_doc_gets(doc, SV_DOC_ROOT, "$ref") != SV_DOC_NONE;
  size_t size = 0;
  const char *text = id != SV_DOC_NONE && !hidden && !(dialect->draft & SV_DOAS30)
                         ? sv_doc_string(doc, id, &size)
                         : NULL;
  const char *hash = text ? memchr(text, '#', size) : NULL;
  if (hash)
    size = (size_t)(hash - text);
  struct sv_buf iri = SV_BUF((size_t)64 << 10);
  if (!text || size == 0 ||
      sv_uri_resolve(retrieved, strlen(retrieved), text, size, &iri) != SV_OK) {
    sv_buf_free(&iri);
    *out = sv_arena_strdup(&s->arena, retrieved);
    return *out ? SV_OK : SV_NO_MEMORY;
  }
  *out = sv_arena_strdup(&s->arena, sv_buf_text(&iri));
  sv_buf_free(&iri);
  return *out ? SV_OK : SV_NO_MEMORY;
}

static enum sv_status document_dialect(struct sv_schema_set *s,
                                       const struct sv_schema_document *document,
                                       const struct sv_dialect *fallback,
                                       const struct sv_dialect **out, struct sv_error *err)
{
  *out = fallback ? fallback : sv_dialect_default(s->options.dialect);
  const sv_value v =
      document->container ? SV_DOC_NONE : sv_doc_gets(document->doc, SV_DOC_ROOT, "$schema");
  size_t size;
  const char *name = v == SV_DOC_NONE ? NULL : sv_doc_string(document->doc, v, &size);
  if (!name)
    return SV_OK;
  const enum sv_status status = sv_dialect_get(s, name, size, out, err);
  if (status != SV_OK && err && err->line == 0) {
    sv_doc_position(document->doc, v, &err->line, &err->column);
    const char *file = sv_doc_name(document->doc);
    (void)snprintf(err->file, sizeof err->file, "%s", file ? file : "");
  }
  return status;
}

enum sv_status sv_registry_add(struct sv_schema_set *s, const char *iri,
                               struct sv_schema_document *document,
                               const struct sv_dialect *fallback, struct sv_resource **out,
                               struct sv_error *err)
{
  document->next = s->documents;
  s->documents = document;
  char *retrieved = sv_arena_strdup(&s->arena, iri);
  if (!retrieved)
    return SV_NO_MEMORY;
  char *hash = strchr(retrieved, '#');
  if (hash)
    *hash = '\0';
  const struct sv_dialect *dialect;
  SV_TRY(document_dialect(s, document, fallback, &dialect, err));
  char *own = retrieved;
  if (!document->container)
    SV_TRY(root_iri(s, retrieved, document->doc, dialect, &own));
  struct sv_resource *r = new_resource(s, document, SV_DOC_ROOT, own, dialect);
  if (!r)
    return SV_NO_MEMORY;
  SV_TRY(enter(s, r, SV_DOC_ROOT, err));
  if (!sv_map_gets(&s->resources, retrieved))
    SV_TRY(sv_map_set(&s->resources, retrieved, strlen(retrieved), r));
  *out = r;
  return document->container ? SV_OK : sv_registry_scan(s, r, SV_DOC_ROOT, err);
}

static enum sv_status load_builtin(struct sv_schema_set *s, const char *iri, struct sv_doc **out,
                                   struct sv_error *err)
{
  size_t size;
  const char *text = sv_schema_builtin(iri, &size);
  *out = NULL;
  if (!text)
    return SV_OK;
  const struct sv_doc_options opt = { .name = iri, .borrowed = true };
  (void)s;
  return sv_doc_parse(text, size, &opt, out, err);
}

enum sv_status sv_registry_get(struct sv_schema_set *s, const char *iri, size_t size,
                               const struct sv_dialect *fallback, struct sv_resource **out,
                               struct sv_error *err)
{
  *out = sv_map_get(&s->resources, iri, size);
  if (*out)
    return SV_OK;
  char *copy = sv_arena_copy(&s->arena, iri, size);
  if (!copy)
    return SV_NO_MEMORY;
  struct sv_doc *doc;
  SV_TRY(load_builtin(s, copy, &doc, err));
  if (!doc && s->options.fetch) {
    const enum sv_status status = s->options.fetch(s->options.context, copy, &doc, err);
    if (status != SV_OK && status != SV_NOT_FOUND)
      return status;
    if (status == SV_NOT_FOUND)
      doc = NULL;
  }
  if (!doc)
    return SV_OK;
  struct sv_schema_document *document = sv_arena_calloc(&s->arena, 1, sizeof *document);
  if (!document) {
    sv_doc_free(doc);
    return SV_NO_MEMORY;
  }
  document->doc = doc;
  document->owned = true;
  return sv_registry_add(s, copy, document, fallback, out, err);
}
