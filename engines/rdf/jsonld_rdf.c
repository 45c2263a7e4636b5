// SPDX-License-Identifier: Apache-2.0
/* Triples from the expanded form (JSON-LD API 7). Merging nodes of the same name, as the node map
 * does, is what the graph does anyhow. */
#include "engines/rdf/jsonld.h"

#include <string.h>

static sv_term node(struct ld *l, const struct ld_node *n, sv_term graph, bool skip);

/* The term for an IRI or a blank node's name; 0: not well-formed, or a fault. */
static sv_term name_term(struct ld *l, const char *text)
{
  if (!text)
    return 0;
  if (strncmp(text, "_:", 2) == 0)
    return sv_graph_blank(l->graph, text, strlen(text));
  return ld_is_absolute(text) ? sv_graph_iri(l->graph, text, strlen(text)) : 0;
}

static bool check(struct ld *l)
{
  if (l->status == SV_OK)
    l->status = l->graph->status;
  return l->status == SV_OK;
}

static void add(struct ld *l, sv_term s, sv_term p, sv_term o, sv_term graph)
{
  size_t line, column;
  sv_doc_position(l->doc, l->at, &line, &column);
  const struct sv_triple t = { s, p, o, sv_graph_line(l->graph, line) };
  if (s && p && o)
    sv_graph_add(l->graph, &t, graph);
}

static sv_term object(struct ld *l, const struct ld_node *n, sv_term graph, bool skip);

static sv_term list(struct ld *l, const struct ld_node *items, sv_term graph, bool skip)
{
  sv_term head = SV_RDF_NIL, last = 0;
  const struct ld_node *n = items && items->kind == LD_ARRAY ? items->first : NULL;
  for (; n && check(l); n = n->next) {
    const sv_term item = object(l, n, graph, skip);
    if (skip)
      continue;
    const sv_term cell = sv_graph_blank(l->graph, "", 0);
    /* An item that is no term leaves its cell empty (8.8). */
    add(l, cell, SV_RDF_FIRST, item, graph);
    if (last)
      add(l, last, SV_RDF_REST, cell, graph);
    else
      head = cell;
    last = cell;
  }
  if (last)
    add(l, last, SV_RDF_REST, SV_RDF_NIL, graph);
  return head;
}

static sv_term object(struct ld *l, const struct ld_node *n, sv_term graph, bool skip)
{
  if (n->kind != LD_OBJECT)
    return 0;
  if (ld_holds(n, "@value"))
    return skip ? 0 : ld_literal(l, n, graph);
  const struct ld_node *items = ld_member(n, "@list");
  return items ? list(l, items, graph, skip) : node(l, n, graph, skip);
}

/* The predicate for a property; 0: its triples are left out. */
static sv_term predicate(struct ld *l, const char *key)
{
  if (strncmp(key, "_:", 2) == 0 && !l->opt->generalized)
    return 0;
  return name_term(l, key);
}

static void properties(struct ld *l, const struct ld_node *n, sv_term s, sv_term graph, bool skip)
{
  for (const struct ld_node *m = n->first; m && check(l); m = m->next) {
    if (m->key[0] == '@' || m->kind != LD_ARRAY)
      continue;
    const sv_term p = skip ? 0 : predicate(l, m->key);
    for (const struct ld_node *v = m->first; v && check(l); v = v->next) {
      const bool drop = skip || !s || !p;
      /* A value whose triple is left out may still hold nodes that say something. */
      const sv_term o = drop && ld_holds(v, "@value") ? 0 : object(l, v, graph, skip);
      if (!drop)
        add(l, s, p, o, graph);
    }
  }
}

static void reverse(struct ld *l, const struct ld_node *n, sv_term s, sv_term graph, bool skip)
{
  const struct ld_node *r = ld_member(n, "@reverse");
  for (const struct ld_node *m = r ? r->first : NULL; m && check(l); m = m->next) {
    const sv_term p = skip ? 0 : predicate(l, m->key);
    for (const struct ld_node *v = m->kind == LD_ARRAY ? m->first : m; v && check(l);
         v = m->kind == LD_ARRAY ? v->next : NULL) {
      const sv_term o = object(l, v, graph, skip);
      add(l, o, p, s, graph);
    }
  }
}

static void types(struct ld *l, const struct ld_node *n, sv_term s, sv_term graph)
{
  const struct ld_node *type = ld_member(n, "@type");
  const struct ld_node *t = type && type->kind == LD_ARRAY ? type->first : type;
  for (; t && s; t = type->kind == LD_ARRAY ? t->next : NULL)
    if (t->kind == LD_TEXT)
      add(l, s, SV_RDF_TYPE, name_term(l, t->text), graph);
}

/* Everything that N says. Returns its term, 0 when its name is not well-formed. SKIP: it stands in
 * a graph without a well-formed name, so that nothing of it is told. */
static sv_term node(struct ld *l, const struct ld_node *n, sv_term graph, bool skip)
{
  const struct ld_node *id = ld_member(n, "@id");
  const sv_term s = skip ? 0 : id ? name_term(l, id->text) : sv_graph_blank(l->graph, "", 0);
  if (!skip)
    types(l, n, s, graph);
  properties(l, n, s, graph, skip);
  reverse(l, n, s, graph, skip);
  const struct ld_node *included = ld_member(n, "@included");
  for (const struct ld_node *i = included ? included->first : NULL; i && check(l); i = i->next)
    (void)object(l, i, graph, skip);
  const struct ld_node *inside = ld_member(n, "@graph");
  for (const struct ld_node *i = inside ? inside->first : NULL; i && check(l); i = i->next)
    (void)object(l, i, s, skip || !s);
  return s;
}

bool ld_to_rdf(struct ld *l, const struct ld_node *expanded)
{
  static const char *const only_graph[] = { "@graph", NULL };
  if (expanded->kind == LD_OBJECT && expanded->first && ld_is_only(expanded, only_graph))
    expanded = ld_member(expanded, "@graph");
  const struct ld_node *n = expanded->kind == LD_ARRAY ? expanded->first : expanded;
  for (; n && check(l); n = expanded->kind == LD_ARRAY ? n->next : NULL)
    if (n->kind == LD_OBJECT)
      (void)node(l, n, 0, false);
  return check(l);
}
