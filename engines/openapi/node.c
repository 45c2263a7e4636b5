// SPDX-License-Identifier: Apache-2.0
/* Values of an API's documents. */
#include "engines/openapi/api.h"

#include <stdlib.h>

struct sv_openapi_node sv_openapi_at(struct sv_openapi_node n, sv_value v)
{
  if (v == SV_DOC_NONE)
    return SV_OPENAPI_NONE;
  n.value = v;
  return n;
}

struct sv_openapi_node sv_openapi_get(struct sv_openapi_node n, const char *name)
{
  if (!n.doc || sv_doc_type(n.doc, n.value) != SV_DOC_OBJECT)
    return SV_OPENAPI_NONE;
  return sv_openapi_at(n, sv_doc_gets(n.doc, n.value, name));
}

struct sv_openapi_node sv_openapi_first(struct sv_openapi_node n)
{
  return n.doc ? sv_openapi_at(n, sv_doc_first(n.doc, n.value)) : SV_OPENAPI_NONE;
}

struct sv_openapi_node sv_openapi_next(struct sv_openapi_node n, struct sv_openapi_node child)
{
  return sv_openapi_at(n, sv_doc_next(n.doc, n.value, child.value));
}

const char *sv_openapi_text(struct sv_openapi *api, struct sv_openapi_node n)
{
  size_t size;
  const char *text = sv_openapi_bytes(n, &size);
  return text ? sv_arena_copy(&api->arena, text, size) : NULL;
}

const char *sv_openapi_name(struct sv_openapi *api, struct sv_openapi_node n)
{
  return n.doc ? sv_openapi_text(api, sv_openapi_at(n, sv_doc_key(n.doc, n.value))) : NULL;
}

struct sv_openapi_node sv_openapi_reference(struct sv_openapi_node n)
{
  const struct sv_openapi_node ref = sv_openapi_get(n, "$ref");
  return sv_openapi_is(ref, SV_DOC_STRING) ? ref : SV_OPENAPI_NONE;
}

enum sv_status sv_openapi_nodes_add(struct sv_openapi_nodes *list, struct sv_openapi_node n)
{
  if (list->count == list->room) {
    const size_t room = list->room ? list->room * 2 : 64;
    struct sv_openapi_node *items = realloc(list->items, room * sizeof *items);
    if (!items)
      return SV_NO_MEMORY;
    list->items = items;
    list->room = room;
  }
  list->items[list->count++] = n;
  return SV_OK;
}

int sv_openapi_nodes_by_place(const void *pa, const void *pb)
{
  const struct sv_openapi_node *a = pa, *b = pb;
  if (a->file != b->file)
    return a->file < b->file ? -1 : 1;
  return (a->value > b->value) - (a->value < b->value);
}

enum sv_status sv_openapi_pointer(struct sv_openapi_node n, struct sv_buf *out)
{
  return sv_doc_pointer(n.doc, n.value, out);
}
