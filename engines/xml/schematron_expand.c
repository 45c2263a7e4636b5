// SPDX-License-Identifier: Apache-2.0
/* ISO/IEC 19757-3:2016 5.4.4, 5.4.2 and 6.3: include, extends and abstract patterns, resolved in
 * the tree. */
#include "engines/base/uri.h"
#include "engines/xml/schematron_model.h"

#include "engines/base/ascii.h"

#include <string.h>

enum {
  EXTENDS_DEPTH = 32,
  TREE_DEPTH = 300,
  INCLUDES_MAX = 256,
  NODES_MAX = 200000,
  VALUE_MAX = 64 * 1024,
};

struct expansion {
  struct sv_schematron *s;
  struct sv_error *err;
  size_t included, nodes;
};

/* The element of DOC that REFERENCE's fragment names by xml:id or id, else the root. */
static xmlNode *pointed_at(xmlDoc *doc, const char *reference)
{
  xmlNode *root = xmlDocGetRootElement(doc);
  const char *fragment = strchr(reference, '#');
  if (!fragment || !fragment[1])
    return root;
  for (xmlNode *n = root; n;) {
    if (n->type == XML_ELEMENT_NODE) {
      xmlChar *id = xmlGetNoNsProp(n, (const xmlChar *)"id");
      if (!id)
        id = xmlGetNsProp(n, (const xmlChar *)"id", XML_XML_NAMESPACE);
      const bool found = id && strcmp((const char *)id, fragment + 1) == 0;
      xmlFree(id);
      if (found)
        return n;
    }
    if (n->children && n->type == XML_ELEMENT_NODE) {
      n = n->children;
      continue;
    }
    while (n != root && !n->next)
      n = n->parent;
    n = n == root ? NULL : n->next;
  }
  return NULL;
}

/* The base that references in AT resolve against: the document it came from. */
static char *base_of(const struct expansion *x, const xmlNode *at)
{
  xmlChar *base = xmlNodeGetBase(at->doc, at);
  char *copy = base ? sv_arena_strdup(&x->s->arena, (const char *)base) : NULL;
  xmlFree(base);
  return copy ? copy : sv_arena_strdup(&x->s->arena, x->s->base);
}

static bool count_nodes(struct expansion *x, const xmlNode *n)
{
  size_t depth = 0;
  for (const xmlNode *p = n; p;) {
    if (++x->nodes > NODES_MAX)
      return false;
    if (p->children && p->type == XML_ELEMENT_NODE) {
      p = p->children;
      depth++;
      continue;
    }
    while (depth > 0 && !p->next) {
      p = p->parent;
      depth--;
    }
    p = depth == 0 ? NULL : p->next;
  }
  return true;
}

/* Brings what HREF names into the schema's tree, its base kept in xml:base. */
static enum sv_status fetch(struct expansion *x, const xmlNode *at, const char *href, xmlNode **out)
{
  struct sv_xml *doc;
  if (++x->included > INCLUDES_MAX)
    return sv_fail_limit(x->err, "schematron-includes",
                         N_("%s: more documents are included than the limit allows"), x->s->name);
  SV_TRY(sv_xml_read_from(&x->s->source, href, base_of(x, at), &doc, x->err));
  xmlNode *found = pointed_at(doc->tree, href);
  enum sv_status status = SV_OK;
  if (!found)
    status = sch_fail(x->s, at, x->err, N_("\"%s\" names nothing in that document"), href);
  else if (!count_nodes(x, found))
    status = sv_fail_limit(x->err, "schematron-nodes",
                           N_("%s: the schema grows larger than the limit allows"), x->s->name);
  else if (!(*out = xmlDocCopyNode(found, x->s->tree, 1)))
    status = sv_fail(x->err, SV_NO_MEMORY, N_("memory ran out"));
  else
    xmlNodeSetBase(*out, (const xmlChar *)doc->base);
  sv_xml_free(doc);
  return status;
}

/* Moves the children of FROM to where it stands and takes it away. What they need of its namespaces
 * and base they keep. */
static void dissolve(xmlNode *from)
{
  xmlChar *base = xmlNodeGetBase(from->doc, from);
  while (from->children) {
    xmlNode *child = from->children;
    const bool is_element = child->type == XML_ELEMENT_NODE;
    xmlUnlinkNode(child);
    if (is_element && base)
      xmlNodeSetBase(child, base);
    child = xmlAddPrevSibling(from, child);
    if (is_element)
      (void)xmlReconciliateNs(from->doc, child);
  }
  xmlFree(base);
  xmlUnlinkNode(from);
  xmlFreeNode(from);
}

static void drop(xmlNode *n)
{
  xmlUnlinkNode(n);
  xmlFreeNode(n);
}

static enum sv_status include_one(struct expansion *x, xmlNode *at, xmlNode **next)
{
  const char *href = NULL;
  xmlNode *brought = NULL;
  SV_TRY(sch_need(x->s, at, "href", &href, x->err));
  SV_TRY(fetch(x, at, href, &brought));
  (void)xmlReplaceNode(at, brought);
  xmlFreeNode(at);
  *next = brought;
  return SV_OK;
}

static enum sv_status extend_from_file(struct expansion *x, xmlNode *at, const char *href,
                                       xmlNode **next)
{
  xmlNode *brought = NULL;
  SV_TRY(fetch(x, at, href, &brought));
  if (!brought)
    return SV_INTERNAL;
  xmlNode *before = at->prev;
  xmlNode *parent = at->parent;
  if (strcmp((const char *)brought->name, (const char *)parent->name) != 0) {
    xmlFreeNode(brought);
    return sch_fail(x->s, at, x->err,
                    N_("extends names another kind of element than the one it stands in: %s"),
                    href);
  }
  (void)xmlAddPrevSibling(at, brought);
  dissolve(brought);
  drop(at);
  *next = before ? before->next : parent->children;
  return SV_OK;
}

/* Resolves include and extends/@href below PARENT. What was brought in is looked at in turn. */
static enum sv_status expand_files(struct expansion *x, xmlNode *parent, unsigned depth)
{
  if (depth == 0)
    return sv_fail_limit(x->err, "schematron-depth",
                         N_("%s: include or extends is nested deeper than the limit allows"),
                         x->s->name);
  xmlNode *next;
  for (xmlNode *n = parent->children; n; n = next) {
    next = n->next;
    const char *href = xml_is(n, SCH_NS, "extends") ? xml_attribute(&x->s->arena, n, "href") : NULL;
    if (xml_is(n, SCH_NS, "include"))
      SV_TRY(include_one(x, n, &next));
    else if (href)
      SV_TRY(extend_from_file(x, n, href, &next));
    else if (n->type == XML_ELEMENT_NODE)
      SV_TRY(expand_files(x, n, depth - 1));
  }
  return SV_OK;
}

/* The abstract RULE of the same pattern, or NULL. */
static xmlNode *abstract_rule(struct expansion *x, const xmlNode *pattern, const char *id)
{
  for (xmlNode *n = pattern->children; n; n = n->next) {
    const char *abstract =
        xml_is(n, SCH_NS, "rule") ? xml_attribute(&x->s->arena, n, "abstract") : NULL;
    const char *own = abstract ? xml_attribute(&x->s->arena, n, "id") : NULL;
    if (own && strcmp(abstract, "true") == 0 && strcmp(own, id) == 0)
      return n;
  }
  return NULL;
}

static enum sv_status extend_rule(struct expansion *x, const xmlNode *pattern, xmlNode *rule,
                                  unsigned depth)
{
  xmlNode *next;
  for (xmlNode *n = rule->children; n; n = next) {
    const char *id;
    next = n->next;
    if (!xml_is(n, SCH_NS, "extends"))
      continue;
    SV_TRY(sch_need(x->s, n, "rule", &id, x->err));
    const xmlNode *from = abstract_rule(x, pattern, id);
    if (!from || depth == 0)
      return sch_fail(x->s, n, x->err,
                      depth == 0 ? N_("the abstract rule \"%s\" extends itself")
                                 : N_("this pattern has no abstract rule with the id \"%s\""),
                      id);
    xmlNode *copy = xmlDocCopyNode((xmlNode *)(uintptr_t)from, x->s->tree, 1);
    if (!copy || !count_nodes(x, copy)) {
      xmlFreeNode(copy);
      return sv_fail_limit(x->err, "schematron-nodes",
                           N_("%s: the schema grows larger than the limit allows"), x->s->name);
    }
    (void)xmlAddPrevSibling(n, copy);
    const enum sv_status status = extend_rule(x, pattern, copy, depth - 1);
    dissolve(copy);
    drop(n);
    SV_TRY(status);
  }
  return SV_OK;
}

static bool is_name_byte(unsigned char c)
{
  return sv_is_alnum(c) || c == '_' || c == '-' || c == '.' || c >= 0x80;
}

/* TEXT with each $NAME of the parameters under INSTANCE replaced by its value. */
static enum sv_status fill_in(struct expansion *x, const xmlNode *instance, const char *text,
                              struct sv_buf *out)
{
  for (const char *p = text; *p;) {
    size_t size = 0;
    const char *value = NULL;
    if (*p == '$')
      while (is_name_byte((unsigned char)p[size + 1]))
        size++;
    for (const xmlNode *n = size ? instance->children : NULL; n && !value; n = n->next) {
      const char *name = xml_is(n, SCH_NS, "param") ? xml_attribute(&x->s->arena, n, "name") : NULL;
      if (name && strlen(name) == size && memcmp(name, p + 1, size) == 0)
        value = xml_attribute(&x->s->arena, n, "value");
    }
    if (value)
      (void)sv_buf_adds(out, value);
    else
      (void)sv_buf_add(out, p, size + 1);
    p += size + 1;
  }
  return out->failed == SV_OK
             ? SV_OK
             : sv_fail_limit(x->err, "schematron-nodes",
                             N_("%s: the schema grows larger than the limit allows"), x->s->name);
}

static enum sv_status fill_attributes(struct expansion *x, const xmlNode *instance, xmlNode *n)
{
  for (xmlAttr *a = n->properties; a; a = a->next) {
    xmlChar *value = xmlNodeListGetString(n->doc, a->children, 1);
    if (value && strchr((const char *)value, '$')) {
      struct sv_buf text = SV_BUF(VALUE_MAX);
      const enum sv_status status = fill_in(x, instance, (const char *)value, &text);
      if (status == SV_OK)
        (void)xmlSetNsProp(n, a->ns, a->name, (const xmlChar *)sv_buf_text(&text));
      sv_buf_free(&text);
      if (status != SV_OK) {
        xmlFree(value);
        return status;
      }
    }
    xmlFree(value);
  }
  return SV_OK;
}

static enum sv_status fill_tree(struct expansion *x, const xmlNode *instance, xmlNode *n,
                                unsigned depth)
{
  if (depth == 0)
    return sv_fail_limit(x->err, "schematron-depth",
                         N_("%s: include or extends is nested deeper than the limit allows"),
                         x->s->name);
  SV_TRY(fill_attributes(x, instance, n));
  for (xmlNode *c = n->children; c; c = c->next)
    if (c->type == XML_ELEMENT_NODE)
      SV_TRY(fill_tree(x, instance, c, depth - 1));
  return SV_OK;
}

/* Puts a filled-in copy of the abstract pattern's children into INSTANCE. */
static enum sv_status instantiate(struct expansion *x, const xmlNode *root, xmlNode *instance,
                                  const char *id)
{
  const xmlNode *from = NULL;
  for (const xmlNode *n = root->children; n && !from; n = n->next) {
    const char *abstract =
        xml_is(n, SCH_NS, "pattern") ? xml_attribute(&x->s->arena, n, "abstract") : NULL;
    const char *own = abstract ? xml_attribute(&x->s->arena, n, "id") : NULL;
    if (own && n != instance && strcmp(abstract, "true") == 0 && strcmp(own, id) == 0)
      from = n;
  }
  if (!from)
    return sch_fail(x->s, instance, x->err,
                    N_("the schema has no abstract pattern with the id \"%s\""), id);
  if (!count_nodes(x, from))
    return sv_fail_limit(x->err, "schematron-nodes",
                         N_("%s: the schema grows larger than the limit allows"), x->s->name);
  for (const xmlNode *n = from->children; n; n = n->next) {
    if (n->type != XML_ELEMENT_NODE)
      continue;
    xmlNode *copy = xmlDocCopyNode((xmlNode *)(uintptr_t)n, x->s->tree, 1);
    if (!copy)
      return sv_fail(x->err, SV_NO_MEMORY, N_("memory ran out"));
    (void)xmlAddChild(instance, copy);
    SV_TRY(fill_tree(x, instance, copy, TREE_DEPTH));
  }
  return SV_OK;
}

enum sv_status sch_expand(struct sv_schematron *s, const struct sv_xml *schema,
                          struct sv_error *err)
{
  struct expansion x = { .s = s, .err = err };
  s->tree = xmlCopyDoc(schema->tree, 1);
  xmlNode *root = s->tree ? xmlDocGetRootElement(s->tree) : NULL;
  if (!root)
    return sv_fail(err, SV_NO_MEMORY, N_("memory ran out"));
  if (!xml_is(root, SCH_NS, "schema"))
    return sch_fail(s, root, err, N_("this is not a Schematron schema: its root element is \"%s\""),
                    (const char *)root->name);
  SV_TRY(expand_files(&x, root, TREE_DEPTH));
  for (xmlNode *n = root->children; n; n = n->next) {
    const char *is_a = xml_is(n, SCH_NS, "pattern") ? xml_attribute(&s->arena, n, "is-a") : NULL;
    if (is_a)
      SV_TRY(instantiate(&x, root, n, is_a));
  }
  for (xmlNode *n = root->children; n; n = n->next)
    for (xmlNode *r = xml_is(n, SCH_NS, "pattern") ? n->children : NULL; r; r = r->next) {
      const char *abstract =
          xml_is(r, SCH_NS, "rule") ? xml_attribute(&s->arena, r, "abstract") : "true";
      if (!abstract || strcmp(abstract, "true") != 0)
        SV_TRY(extend_rule(&x, n, r, EXTENDS_DEPTH));
    }
  return SV_OK;
}
