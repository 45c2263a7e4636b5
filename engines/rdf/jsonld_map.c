// SPDX-License-Identifier: Apache-2.0
/* Language, index, id and type maps (JSON-LD API 5.1.2 steps 13.7 and 13.8). */
#include "engines/rdf/jsonld.h"

#include <stdlib.h>
#include <string.h>

struct ld_node *ld_expand_languages(struct ld *l, struct ld_context *active,
                                    const struct ld_term *t, struct ld_in value)
{
  struct ld_node *result = ld_node_new(l, LD_ARRAY);
  const enum ld_direction d = t->direction != LD_UNSET ? t->direction : active->direction;
  for (sv_value c = sv_doc_first(value.doc, value.v); result && c != SV_DOC_NONE;
       c = sv_doc_next(value.doc, value.v, c)) {
    const struct ld_in in = { value.doc, c };
    const char *language = ld_key(l, in);
    const char *expanded = ld_expand_iri(l, active, language, LD_VOCAB, NULL);
    for (struct ld_in e = ld_begin(in); ld_has(e); e = ld_next(in, e)) {
      if (ld_type(e) == SV_DOC_NULL)
        continue;
      if (ld_type(e) != SV_DOC_STRING) {
        (void)ld_fault(l, e, "invalid language map value");
        return NULL;
      }
      struct ld_node *n = ld_node_new(l, LD_OBJECT);
      if (!n)
        return NULL;
      ld_put(n, "@value", ld_raw(l, e));
      if (!expanded || strcmp(expanded, "@none") != 0)
        ld_put(n, "@language", ld_text(l, language));
      if (d != LD_NONE)
        ld_put(n, "@direction", ld_text(l, d == LD_LTR ? "ltr" : "rtl"));
      ld_put(result, NULL, n);
    }
  }
  return l->status == SV_OK ? result : NULL;
}

/* What all members of one map share. */
struct map {
  struct ld *l;
  struct ld_context *active;
  const struct ld_term *t;
  const char *key;
};

/* VALUE before what N has under KEY. */
static void put_first(struct ld *l, struct ld_node *n, const char *key, struct ld_node *value)
{
  struct ld_node *old = ld_member(n, key);
  if (!old) {
    ld_append(l, n, key, value);
    return;
  }
  struct ld_node *array = ld_node_new(l, LD_ARRAY);
  if (!array || !value)
    return;
  ld_put(array, NULL, value);
  if (old->kind == LD_ARRAY) {
    ld_append_items(l, array, old);
    old->first = array->first;
    old->last = array->last;
  }
}

/* An index that is a property of its own. */
static bool add_index(const struct map *m, struct ld_node *n, struct ld_in at)
{
  struct ld *l = m->l;
  struct ld_node *value = ld_expand_value(l, m->active, m->t->index,
                                          (struct ld_in){ at.doc, sv_doc_key(at.doc, at.v) });
  const char *property = ld_expand_iri(l, m->active, m->t->index, LD_VOCAB, NULL);
  if (l->status != SV_OK || !property)
    return false;
  if (ld_holds(n, "@value"))
    return ld_fault(l, at, "invalid value object");
  put_first(l, n, property, value);
  return l->status == SV_OK;
}

/* Gives the item N what its place in the map says. */
static bool add_place(const struct map *m, struct ld_node *n, const char *index,
                      const char *expanded, struct ld_in at)
{
  struct ld *l = m->l;
  const unsigned container = m->t->container;
  const bool none = expanded && strcmp(expanded, "@none") == 0;
  if (none)
    return true;
  if (container & LD_INDEX) {
    if (m->t->index)
      return add_index(m, n, at);
    if (!ld_holds(n, "@index"))
      ld_put(n, "@index", ld_text(l, index));
  } else if (container & LD_ID) {
    if (!ld_holds(n, "@id"))
      ld_put(n, "@id", ld_text(l, ld_expand_iri(l, m->active, index, LD_DOCUMENT, NULL)));
  } else if (container & LD_TYPE) {
    put_first(l, n, "@type", ld_text(l, expanded));
  }
  return l->status == SV_OK;
}

static struct ld_context *context_for(const struct map *m, const char *index)
{
  struct ld_context *c = m->active;
  if ((m->t->container & (LD_ID | LD_TYPE)) && c->previous)
    c = c->previous;
  const struct ld_term *t = m->t->container & LD_TYPE ? ld_term_of(c, index) : NULL;
  return t && t->has_context ? ld_scoped(m->l, c, t, true) : c;
}

static bool add_member(const struct map *m, struct ld_in in, struct ld_node *result)
{
  struct ld *l = m->l;
  const char *index = ld_key(l, in);
  struct ld_context *c = index ? context_for(m, index) : NULL;
  if (!c)
    return false;
  const char *expanded = ld_expand_iri(l, m->active, index, LD_VOCAB, NULL);
  struct ld_node *array = ld_node_new(l, LD_ARRAY);
  struct ld_node *value = NULL;
  /* A string in a type map is a node's IRI: value expansion says so by the term's type. */
  value = ld_expand(l, c, m->key, in, true);
  if (l->status != SV_OK || !array)
    return false;
  ld_append_items(l, array, value);
  for (struct ld_node *n = array->first, *next; n; n = next) {
    next = n->next;
    if ((m->t->container & LD_GRAPH) && !ld_holds(n, "@graph"))
      n = ld_wrap(l, "@graph", n);
    if (!n || (n->kind == LD_OBJECT && !add_place(m, n, index, expanded, in)))
      return false;
    ld_put(result, NULL, n);
  }
  return l->status == SV_OK;
}

struct ld_node *ld_expand_map(struct ld *l, struct ld_context *active, const char *key,
                              const struct ld_term *t, struct ld_in value)
{
  const struct map m = { l, active, t, key };
  struct ld_node *result = ld_node_new(l, LD_ARRAY);
  for (sv_value c = sv_doc_first(value.doc, value.v); result && c != SV_DOC_NONE;
       c = sv_doc_next(value.doc, value.v, c))
    if (!add_member(&m, (struct ld_in){ value.doc, c }, result))
      return NULL;
  return result;
}
