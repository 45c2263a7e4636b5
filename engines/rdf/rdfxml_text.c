// SPDX-License-Identifier: Apache-2.0
/* What stands inside elements: text, entities, XML literals; and the attributes. */
#include "engines/rdf/rdfxml.h"

#include "engines/base/ascii.h"
#include "engines/base/uri.h"

#include <libxml/c14n.h>
#include <libxml/parser.h>
#include <string.h>

#define EXPANDED_MAX ((size_t)1 << 20)
#define ENTITY_DEPTH 20

/* Adds what entity ENT stands for: internal ones of plain text, nested ones too. */
static bool add_entity(struct rdfxml *x, const xmlNode *at, const xmlEntity *ent, unsigned depth)
{
  if (!ent || ent->etype == XML_EXTERNAL_GENERAL_PARSED_ENTITY || !ent->content)
    return rdfxml_fault(x, at,
                        N_("The entity \"{name}\" is not declared in this document; nothing "
                           "outside it is read."),
                        ent ? (const char *)ent->name : "");
  const char *p = (const char *)ent->content;
  if (ent->etype == XML_INTERNAL_PREDEFINED_ENTITY)
    return sv_buf_adds(&x->value, p) == SV_OK;
  x->expanded += strlen(p) + 1;
  if (depth == 0 || x->expanded > EXPANDED_MAX)
    return rdfxml_limit(x, "xml-entities",
                        N_("the XML entities expand to more than the limit "
                           "allows"));
  while (*p) {
    const size_t n = strcspn(p, "<&");
    (void)sv_buf_add(&x->value, p, n);
    p += n;
    if (*p == '\0')
      break;
    const char *end = *p == '&' ? strchr(p, ';') : NULL;
    char name[200];
    if (!end || (size_t)(end - p) >= sizeof name || p[1] == '#')
      return rdfxml_fault(x, at, N_("The entity \"{name}\" holds markup; only text is read."),
                          (const char *)ent->name);
    memcpy(name, p + 1, (size_t)(end - p - 1));
    name[end - p - 1] = '\0';
    if (!add_entity(x, at, xmlGetDocEntity(at->doc, (const xmlChar *)name), depth - 1))
      return false;
    p = end + 1;
  }
  return true;
}

static bool add_reference(struct rdfxml *x, const xmlNode *n)
{
  return add_entity(x, n, xmlGetDocEntity(n->doc, n->name), ENTITY_DEPTH);
}

bool rdfxml_text(struct rdfxml *x, xmlNode *e)
{
  x->value.size = 0;
  for (const xmlNode *n = e->children; n; n = n->next) {
    if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE)
      (void)sv_buf_adds(&x->value, (const char *)n->content);
    else if (n->type == XML_ENTITY_REF_NODE && !add_reference(x, n))
      return false;
  }
  if (x->value.failed != SV_OK)
    return rdfxml_limit(x, "rdf-literal-bytes", N_("a literal is longer than the limit allows"));
  return true;
}

xmlNode *rdfxml_child(struct rdfxml *x, xmlNode *e, size_t *count, bool *blank)
{
  xmlNode *found = NULL;
  (void)x;
  *count = 0;
  *blank = true;
  for (xmlNode *n = e->children; n; n = n->next) {
    if (n->type == XML_ELEMENT_NODE) {
      found = n;
      ++*count;
    } else if (n->type == XML_ENTITY_REF_NODE || n->type == XML_CDATA_SECTION_NODE) {
      *blank = false;
    } else if (n->type == XML_TEXT_NODE && n->content) {
      *blank =
          *blank && strspn((const char *)n->content, " \t\r\n") == strlen((const char *)n->content);
    }
  }
  return *count == 1 ? found : NULL;
}

/* The wrapper itself is not part of the literal. */
static int is_visible(void *wrapper, xmlNode *node, xmlNode *parent)
{
  return node != wrapper && !(node->type == XML_NAMESPACE_DECL && parent == wrapper);
}

/* A document with copies of E's children below a wrapper, their namespaces made good. */
static xmlDoc *copy_children(struct rdfxml *x, xmlNode *e)
{
  xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
  xmlNode *wrapper = doc ? xmlNewDocNode(doc, NULL, (const xmlChar *)"w", NULL) : NULL;
  if (!wrapper) {
    xmlFreeDoc(doc);
    return NULL;
  }
  (void)xmlDocSetRootElement(doc, wrapper);
  for (xmlNode *n = e->children; n; n = n->next) {
    xmlNode *copy = NULL;
    if (n->type == XML_ENTITY_REF_NODE) {
      x->value.size = 0;
      if (add_reference(x, n))
        copy = xmlNewDocText(doc, (const xmlChar *)sv_buf_text(&x->value));
    } else {
      copy = xmlDocCopyNode(n, doc, 1);
    }
    if (!copy || !xmlAddChild(wrapper, copy)) {
      xmlFreeDoc(doc);
      return NULL;
    }
  }
  return doc;
}

/* libxml2's own words, with the document's in them, would go to standard error; ours say it. */
static void drop_error(void *context, xmlErrorPtr error)
{
  (void)context;
  (void)error;
}

/* RDF/XML 7.2.17: exclusive canonicalization with comments. */
static bool canonical(xmlDoc *doc, xmlOutputBuffer *out)
{
  const xmlStructuredErrorFunc before = xmlStructuredError;
  void *context = xmlStructuredErrorContext;
  xmlSetStructuredErrorFunc(NULL, drop_error);
  const int size = xmlC14NExecute(doc, is_visible, xmlDocGetRootElement(doc),
                                  XML_C14N_EXCLUSIVE_1_0, NULL, 1, out);
  xmlSetStructuredErrorFunc(context, before);
  return size >= 0;
}

sv_term rdfxml_literal(struct rdfxml *x, xmlNode *e)
{
  xmlDoc *doc = copy_children(x, e);
  xmlOutputBuffer *out = doc ? xmlAllocOutputBuffer(NULL) : NULL;
  sv_term t = 0;
  if (out && canonical(doc, out))
    t = sv_graph_literal(x->graph, (const char *)xmlOutputBufferGetContent(out),
                         xmlOutputBufferGetSize(out), SV_RDF_XML_LITERAL);
  else
    (void)rdfxml_fault(x, e, N_("The XML literal here cannot be put in canonical form."), NULL);
  if (out)
    (void)xmlOutputBufferClose(out);
  xmlFreeDoc(doc);
  return t;
}

static const char *const rdf_names[RDF_ATTRIBUTES] = {
  [RDF_ID] = "ID",
  [RDF_ABOUT] = "about",
  [RDF_NODE_ID] = "nodeID",
  [RDF_RESOURCE] = "resource",
  [RDF_DATATYPE] = "datatype",
  [RDF_PARSE_TYPE] = "parseType",
  [RDF_ANNOTATION] = "annotation",
  [RDF_ANNOTATION_NODE_ID] = "annotationNodeID",
};

/* RDF/XML 5.4: names that cannot be properties written as attributes. */
static const char *const no_properties[] = { "RDF",       "Description",     "li",
                                             "aboutEach", "aboutEachPrefix", "bagID" };

/* An attribute's value, kept in the arena. Uses x->value. */
static const char *value_of(struct rdfxml *x, const xmlAttr *a)
{
  x->value.size = 0;
  for (const xmlNode *n = a->children; n; n = n->next) {
    if (n->type == XML_TEXT_NODE)
      (void)sv_buf_adds(&x->value, (const char *)n->content);
    else if (n->type == XML_ENTITY_REF_NODE && !add_reference(x, n))
      return NULL;
  }
  const char *text = x->value.size ? sv_buf_text(&x->value) : "";
  const char *kept =
      x->value.failed == SV_OK ? sv_arena_copy(&x->graph->arena, text, x->value.size) : NULL;
  if (!kept)
    (void)rdfxml_limit(x, "rdf-bytes", N_("the data takes more memory than the limit allows"));
  return kept;
}

static bool is_rdf(const xmlAttr *a)
{
  return a->ns && strcmp((const char *)a->ns->href, RDF_NS) == 0;
}

static bool is_xml(const xmlAttr *a)
{
  const char *name = (const char *)a->name;
  return a->ns ? strcmp((const char *)a->ns->href, (const char *)XML_XML_NAMESPACE) == 0
               : sv_equal_nocase_n(name, strlen(name) < 3 ? strlen(name) : 3, "xml");
}

/* xml:base and xml:lang. */
static bool set_scope(struct rdfxml *x, const xmlAttr *a, struct scope *scope)
{
  const bool base = a->ns && strcmp((const char *)a->name, "base") == 0;
  const bool lang = a->ns && strcmp((const char *)a->name, "lang") == 0;
  const char *value = base || lang ? value_of(x, a) : NULL;
  if (lang)
    scope->lang = value;
  if (lang && value && *value && !sv_rdf_is_language(value))
    return rdfxml_fault(x, a->parent,
                        N_("\"{name}\" is not a language tag such as nb, nn or en-GB."), value);
  if (base && value) {
    const sv_term t = rdfxml_resolve(x, a->parent, value, scope);
    scope->base = t ? sv_graph_text(x->graph, t, NULL) : NULL;
  }
  return x->status == SV_OK;
}

static bool is_its(const xmlAttr *a)
{
  return a->ns && strcmp((const char *)a->ns->href, ITS_NS) == 0;
}

static bool is_version(const xmlAttr *a)
{
  return is_rdf(a) && strcmp((const char *)a->name, "version") == 0;
}

/* RDF 1.2: rdf:version and its:dir. Other attributes of ITS mean nothing here. */
static bool set_scope_1_2(struct rdfxml *x, const xmlAttr *a, struct scope *scope)
{
  const bool dir = is_its(a) && strcmp((const char *)a->name, "dir") == 0;
  const char *value = dir || is_version(a) ? value_of(x, a) : NULL;
  if (is_version(a) && value)
    scope->version_1_2 = strcmp(value, "1.2") == 0 || strcmp(value, "1.2-basic") == 0;
  if (!dir || !value)
    return x->status == SV_OK;
  scope->direction = strcmp(value, "ltr") == 0   ? SV_LTR
                     : strcmp(value, "rtl") == 0 ? SV_RTL
                                                 : SV_NO_DIRECTION;
  if (*value && scope->direction == SV_NO_DIRECTION)
    return rdfxml_fault(x, a->parent, N_("its:dir takes ltr or rtl, not \"{name}\"."), value);
  return true;
}

/* Which RDF attribute A is, RDF_ATTRIBUTES when none. Some may come without namespace (6.1.4). */
static enum rdf_attribute which(const xmlAttr *a)
{
  const char *name = (const char *)a->name;
  for (size_t i = 0; i < RDF_ATTRIBUTES; i++)
    if (strcmp(name, rdf_names[i]) == 0 &&
        (is_rdf(a) || (!a->ns && i != RDF_NODE_ID && i != RDF_DATATYPE && i < RDF_ANNOTATION)))
      return (enum rdf_attribute)i;
  return RDF_ATTRIBUTES;
}

/* What says how to read, and is no property. */
static bool is_scope(const xmlAttr *a)
{
  return is_xml(a) || is_its(a) || is_version(a);
}

static bool check_property(struct rdfxml *x, const xmlAttr *a)
{
  const char *name = (const char *)a->name;
  if (!a->ns && strcmp(name, "type") != 0)
    return rdfxml_fault(x, a->parent,
                        N_("The attribute \"{name}\" has no namespace; every property "
                           "needs one."),
                        name);
  for (size_t i = 0; i < sizeof no_properties / sizeof no_properties[0]; i++)
    if (is_rdf(a) && strcmp(name, no_properties[i]) == 0)
      return rdfxml_fault(x, a->parent, N_("rdf:{name} cannot be an attribute."), name);
  return true;
}

bool rdfxml_attributes(struct rdfxml *x, xmlNode *e, const struct scope *outer,
                       struct attributes *a)
{
  *a = (struct attributes){ .scope = *outer };
  for (const xmlAttr *at = e->properties; at; at = at->next)
    if (is_xml(at) ? !set_scope(x, at, &a->scope) : !set_scope_1_2(x, at, &a->scope))
      return false;
  for (const xmlAttr *at = e->properties; at; at = at->next) {
    if (is_scope(at))
      continue;
    const enum rdf_attribute i = which(at);
    if (i == RDF_ATTRIBUTES) {
      if (!check_property(x, at))
        return false;
      a->properties++;
      continue;
    }
    if (a->rdf[i])
      return rdfxml_fault(x, e, N_("The attribute rdf:{name} comes twice here."), rdf_names[i]);
    a->rdf[i] = value_of(x, at);
    if (!a->rdf[i])
      return false;
  }
  return true;
}

bool rdfxml_property_attributes(struct rdfxml *x, xmlNode *e, sv_term s, const struct attributes *a)
{
  for (const xmlAttr *at = e->properties; at; at = at->next) {
    if (is_scope(at) || which(at) != RDF_ATTRIBUTES)
      continue;
    const bool type = strcmp((const char *)at->name, "type") == 0 && (!at->ns || is_rdf(at));
    const char *value = value_of(x, at);
    if (!value)
      return false;
    const sv_term p = type ? SV_RDF_TYPE : rdfxml_name(x, e, at->ns, at->name);
    const sv_term o = !p     ? 0
                      : type ? rdfxml_resolve(x, e, value, &a->scope)
                             : rdfxml_plain(x, value, strlen(value), &a->scope);
    if (!o || !rdfxml_add(x, e, s, p, o))
      return false;
  }
  return true;
}
