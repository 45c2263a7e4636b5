// SPDX-License-Identifier: Apache-2.0
/* Node elements and property elements: RDF/XML 7.2.11 to 7.2.21. */
#include "engines/rdf/rdfxml.h"

#include <stdio.h>
#include <string.h>

/* Whether E is one of the RDF names that cannot stand in its place. */
static bool is_any(const xmlNode *e, const char *const *names)
{
  for (; *names; names++)
    if (rdfxml_is(e->ns, e->name, *names))
      return true;
  return false;
}

static const char *const no_nodes[] = {
  "RDF",      "ID", "about",     "parseType",       "resource", "nodeID",
  "datatype", "li", "aboutEach", "aboutEachPrefix", "bagID",    NULL
};
static const char *const no_elements[] = {
  "RDF",      "ID",          "about",     "parseType",       "resource", "nodeID",
  "datatype", "Description", "aboutEach", "aboutEachPrefix", "bagID",    NULL
};

static sv_term subject(struct rdfxml *x, xmlNode *e, const struct attributes *a)
{
  const int given =
      (a->rdf[RDF_ID] != NULL) + (a->rdf[RDF_ABOUT] != NULL) + (a->rdf[RDF_NODE_ID] != NULL);
  if (given > 1)
    return (sv_term)rdfxml_fault(x, e,
                                 N_("Only one of rdf:ID, rdf:about and rdf:nodeID may name a "
                                    "node."),
                                 NULL);
  if (a->rdf[RDF_RESOURCE] || a->rdf[RDF_DATATYPE] || a->rdf[RDF_PARSE_TYPE] ||
      a->rdf[RDF_ANNOTATION] || a->rdf[RDF_ANNOTATION_NODE_ID])
    return (sv_term)rdfxml_fault(x, e,
                                 N_("rdf:resource, rdf:datatype, rdf:parseType, rdf:annotation and "
                                    "rdf:annotationNodeID belong on a property, not on a node."),
                                 NULL);
  if (a->rdf[RDF_ID])
    return rdfxml_id(x, e, a->rdf[RDF_ID], &a->scope);
  if (a->rdf[RDF_NODE_ID])
    return rdfxml_node_id(x, e, a->rdf[RDF_NODE_ID]);
  if (a->rdf[RDF_ABOUT])
    return rdfxml_resolve(x, e, a->rdf[RDF_ABOUT], &a->scope);
  return sv_graph_blank(x->graph, "", 0);
}

sv_term rdfxml_node(struct rdfxml *x, xmlNode *e, const struct scope *scope, unsigned depth)
{
  struct attributes a;
  if (depth == 0)
    return (sv_term)rdfxml_limit(x, "xml-size",
                                 N_("the XML is nested deeper, or holds a longer "
                                    "text, than the limit allows"));
  if (is_any(e, no_nodes))
    return (sv_term)rdfxml_fault(x, e, N_("rdf:{name} cannot be a node."), (const char *)e->name);
  const sv_term s = rdfxml_attributes(x, e, scope, &a) ? subject(x, e, &a) : 0;
  if (!s)
    return 0;
  if (!rdfxml_is(e->ns, e->name, "Description")) {
    const sv_term type = rdfxml_name(x, e, e->ns, e->name);
    if (!type || !rdfxml_add(x, e, s, SV_RDF_TYPE, type))
      return 0;
  }
  if (!rdfxml_property_attributes(x, e, s, &a) || !rdfxml_properties(x, e, s, &a.scope, depth - 1))
    return 0;
  return s;
}

/* What a property element is about. */
struct property {
  xmlNode *e;
  sv_term s, p;
  const struct attributes *a;
  unsigned depth;
};

/* RDF 1.2: the node that reifies the triple about O. */
static bool annotate(struct rdfxml *x, const struct property *p, sv_term o)
{
  const char *iri = p->a->rdf[RDF_ANNOTATION], *node = p->a->rdf[RDF_ANNOTATION_NODE_ID];
  if (!iri && !node)
    return true;
  if (iri && node)
    return rdfxml_fault(x, p->e,
                        N_("Only one of rdf:annotation and rdf:annotationNodeID may name the "
                           "annotation."),
                        NULL);
  const sv_term triple = sv_graph_triple_term(x->graph, p->s, p->p, o);
  const sv_term reifier =
      iri ? rdfxml_resolve(x, p->e, iri, &p->a->scope) : rdfxml_node_id(x, p->e, node);
  return triple && reifier && rdfxml_add(x, p->e, reifier, SV_RDF_REIFIES, triple);
}

/* The triple itself, its annotation, and its reification when rdf:ID names it. */
static bool state(struct rdfxml *x, const struct property *p, sv_term o)
{
  if (!o || !rdfxml_add(x, p->e, p->s, p->p, o) || !annotate(x, p, o))
    return false;
  if (!p->a->rdf[RDF_ID])
    return true;
  const sv_term id = rdfxml_id(x, p->e, p->a->rdf[RDF_ID], &p->a->scope);
  return id && rdfxml_add(x, p->e, id, SV_RDF_TYPE, SV_RDF_STATEMENT) &&
         rdfxml_add(x, p->e, id, SV_RDF_SUBJECT, p->s) &&
         rdfxml_add(x, p->e, id, SV_RDF_PREDICATE, p->p) &&
         rdfxml_add(x, p->e, id, SV_RDF_OBJECT, o);
}

/* parseType="Collection" */
static bool collection(struct rdfxml *x, const struct property *p)
{
  sv_term last = 0, head = SV_RDF_NIL;
  size_t count;
  bool blank;
  (void)rdfxml_child(x, p->e, &count, &blank);
  if (!blank)
    return rdfxml_fault(x, p->e, N_("Text cannot stand between the nodes of a collection."), NULL);
  for (xmlNode *n = p->e->children; n; n = n->next) {
    if (n->type != XML_ELEMENT_NODE)
      continue;
    const sv_term item = rdfxml_node(x, n, &p->a->scope, p->depth);
    const sv_term cell = item ? sv_graph_blank(x->graph, "", 0) : 0;
    if (!cell || !rdfxml_add(x, n, cell, SV_RDF_FIRST, item) ||
        (last && !rdfxml_add(x, n, last, SV_RDF_REST, cell)))
      return false;
    if (!last)
      head = cell;
    last = cell;
  }
  if (last && !rdfxml_add(x, p->e, last, SV_RDF_REST, SV_RDF_NIL))
    return false;
  return state(x, p, head);
}

/* RDF 1.2, parseType="Triple": the one triple inside is the object. Without rdf:version="1.2" the
 * property is passed over, as RDF 1.2 XML Syntax has it. */
static bool triple_term(struct rdfxml *x, const struct property *p)
{
  struct rdfxml_capture capture = { .count = 0 }, *outer = x->capture;
  size_t count;
  bool blank;
  if (!p->a->scope.version_1_2)
    return true;
  xmlNode *child = rdfxml_child(x, p->e, &count, &blank);
  if (!child || !blank)
    return rdfxml_fault(x, p->e, N_("A triple term holds exactly one node."), NULL);
  x->capture = &capture;
  const bool read = rdfxml_node(x, child, &p->a->scope, p->depth) != 0;
  x->capture = outer;
  if (!read)
    return false;
  if (capture.count != 1)
    return rdfxml_fault(
        x, p->e, N_("A triple term holds exactly one triple: one node with one property."), NULL);
  return state(x, p, sv_graph_triple_term(x->graph, capture.s, capture.p, capture.o));
}

static bool by_parse_type(struct rdfxml *x, const struct property *p)
{
  const char *type = p->a->rdf[RDF_PARSE_TYPE];
  if (p->a->properties || p->a->rdf[RDF_RESOURCE] || p->a->rdf[RDF_NODE_ID] ||
      p->a->rdf[RDF_DATATYPE])
    return rdfxml_fault(x, p->e, N_("rdf:parseType stands alone, or with rdf:ID or an annotation."),
                        NULL);
  if (strcmp(type, "Collection") == 0)
    return collection(x, p);
  if (strcmp(type, "Triple") == 0)
    return triple_term(x, p);
  if (strcmp(type, "Resource") != 0)
    return state(x, p, rdfxml_literal(x, p->e));
  const sv_term o = sv_graph_blank(x->graph, "", 0);
  return state(x, p, o) && rdfxml_properties(x, p->e, o, &p->a->scope, p->depth);
}

/* Nothing inside: the object is what the attributes say. */
static bool empty(struct rdfxml *x, const struct property *p)
{
  const struct attributes *a = p->a;
  if (a->rdf[RDF_RESOURCE] && a->rdf[RDF_NODE_ID])
    return rdfxml_fault(x, p->e, N_("Only one of rdf:resource and rdf:nodeID may name the object."),
                        NULL);
  if (a->rdf[RDF_DATATYPE])
    return rdfxml_fault(x, p->e,
                        N_("rdf:datatype belongs to a literal, and other attributes make "
                           "this property's object a node."),
                        NULL);
  sv_term o;
  if (a->rdf[RDF_RESOURCE])
    o = rdfxml_resolve(x, p->e, a->rdf[RDF_RESOURCE], &a->scope);
  else if (a->rdf[RDF_NODE_ID])
    o = rdfxml_node_id(x, p->e, a->rdf[RDF_NODE_ID]);
  else
    o = sv_graph_blank(x->graph, "", 0);
  return o && rdfxml_property_attributes(x, p->e, o, a) && state(x, p, o);
}

static bool literal(struct rdfxml *x, const struct property *p)
{
  const struct attributes *a = p->a;
  if (!rdfxml_text(x, p->e))
    return false;
  const char *text = sv_buf_text(&x->value);
  if (!a->rdf[RDF_DATATYPE])
    return state(x, p, rdfxml_plain(x, text, x->value.size, &a->scope));
  const sv_term type = rdfxml_resolve(x, p->e, a->rdf[RDF_DATATYPE], &a->scope);
  return type && state(x, p, sv_graph_literal(x->graph, text, x->value.size, type));
}

static bool property(struct rdfxml *x, const struct property *p)
{
  const struct attributes *a = p->a;
  size_t count;
  bool blank;
  if (a->rdf[RDF_ABOUT])
    return rdfxml_fault(x, p->e,
                        N_("rdf:about belongs on a node; on a property the object is named "
                           "by rdf:resource."),
                        NULL);
  if (a->rdf[RDF_PARSE_TYPE])
    return by_parse_type(x, p);
  xmlNode *child = rdfxml_child(x, p->e, &count, &blank);
  if (count == 0) {
    if (blank && (a->rdf[RDF_RESOURCE] || a->rdf[RDF_NODE_ID] || a->properties))
      return empty(x, p);
    if (a->rdf[RDF_RESOURCE] || a->rdf[RDF_NODE_ID] || a->properties)
      return rdfxml_fault(x, p->e,
                          N_("This property has both text and attributes that name its "
                             "object; keep one of them."),
                          NULL);
    return literal(x, p);
  }
  if (!child || !blank)
    return rdfxml_fault(x, p->e,
                        N_("A property holds text or exactly one node, not both and not "
                           "several."),
                        NULL);
  if (a->properties || a->rdf[RDF_RESOURCE] || a->rdf[RDF_NODE_ID] || a->rdf[RDF_DATATYPE])
    return rdfxml_fault(x, p->e,
                        N_("This property holds a node, so that no attribute but rdf:ID and "
                           "an annotation may stand on it."),
                        NULL);
  return state(x, p, rdfxml_node(x, child, &a->scope, p->depth));
}

bool rdfxml_properties(struct rdfxml *x, xmlNode *e, sv_term s, const struct scope *scope,
                       unsigned depth)
{
  size_t count;
  unsigned member = 0;
  bool blank;
  (void)rdfxml_child(x, e, &count, &blank);
  if (!blank)
    return rdfxml_fault(x, e, N_("Text cannot stand between properties; put it inside one."), NULL);
  if (depth == 0)
    return rdfxml_limit(x, "xml-size",
                        N_("the XML is nested deeper, or holds a longer text, than "
                           "the limit allows"));
  for (xmlNode *n = e->children; n; n = n->next) {
    struct attributes a;
    char number[24];
    if (n->type != XML_ELEMENT_NODE)
      continue;
    if (is_any(n, no_elements))
      return rdfxml_fault(x, n, N_("rdf:{name} cannot be a property."), (const char *)n->name);
    (void)snprintf(number, sizeof number, "_%u", ++member);
    const bool li = rdfxml_is(n->ns, n->name, "li");
    member -= !li;
    struct property p = { .e = n, .s = s, .a = &a, .depth = depth - 1 };
    p.p = rdfxml_name(x, n, n->ns, li ? (const xmlChar *)number : n->name);
    if (!p.p || !rdfxml_attributes(x, n, scope, &a) || !property(x, &p))
      return false;
  }
  return true;
}
