// SPDX-License-Identifier: Apache-2.0
/* Walking the declarations of an XML Schema. */
#include "engines/xml/appinfo.h"

#include "engines/xml/node.h"

#include <stdio.h>
#include <string.h>

#define XSD "http://www.w3.org/2001/XMLSchema"
#define SCHEMATRON "http://purl.oclc.org/dsdl/schematron"

bool sv_xml_is_schema(const struct sv_xml *x)
{
  return xml_is(xmlDocGetRootElement(x->tree), XSD, "schema");
}

bool sv_xml_is_schematron(const struct sv_xml *x)
{
  return xml_is(xmlDocGetRootElement(x->tree), SCHEMATRON, "schema");
}

/* The node after N in the document, below TOP; depth costs nothing. */
static xmlNode *after(xmlNode *n, const xmlNode *top)
{
  if (n->type == XML_ELEMENT_NODE && n->children)
    return n->children;
  while (n != top && !n->next)
    n = n->parent;
  return n == top ? NULL : n->next;
}

static xmlNode *child(xmlNode *n, const char *name)
{
  xmlNode *c = n->children;
  while (c && !xml_is(c, XSD, name))
    c = c->next;
  return c;
}

static bool is_address(const xmlChar *text)
{
  return text && strncmp((const char *)text, "http", 4) == 0;
}

/* The address in INFO, else its text; to be freed with xmlFree(). */
static xmlChar *address_in(xmlNode *info)
{
  for (xmlNode *n = info->children; n; n = after(n, info)) {
    for (xmlAttr *a = n->type == XML_ELEMENT_NODE ? n->properties : NULL; a; a = a->next) {
      xmlChar *value = xmlNodeListGetString(info->doc, a->children, 1);
      if (is_address(value))
        return value;
      xmlFree(value);
    }
    xmlChar *text = n->type == XML_TEXT_NODE ? xmlStrdup(n->content) : NULL;
    const xmlChar *begin = text ? text + strspn((const char *)text, " \t\r\n") : NULL;
    if (is_address(begin)) {
      xmlChar *out = xmlStrndup(begin, (int)strcspn((const char *)begin, " \t\r\n"));
      xmlFree(text);
      return out;
    }
    xmlFree(text);
  }
  return NULL;
}

void sv_appinfo_each(const struct sv_xml *x,
                     void (*sink)(void *context, const struct sv_appinfo *a), void *context)
{
  xmlNode *root = xmlDocGetRootElement(x->tree);
  if (!sv_xml_is_schema(x))
    return;
  for (xmlNode *n = root->children; n; n = after(n, root)) {
    if (!xml_is(n, XSD, "element") && !xml_is(n, XSD, "attribute"))
      continue;
    xmlChar *name = xmlGetNoNsProp(n, (const xmlChar *)"name");
    xmlNode *note = name ? child(n, "annotation") : NULL;
    xmlNode *info = note ? child(note, "appinfo") : NULL;
    xmlChar *iri = info ? address_in(info) : NULL;
    if (name)
      sink(context,
           &(struct sv_appinfo){ (const char *)name, (const char *)iri, (size_t)xmlGetLineNo(n) });
    xmlFree(iri);
    xmlFree(name);
  }
}

#define XSI (const xmlChar *)"http://www.w3.org/2001/XMLSchema-instance"

/* The word after the one that is NAMESPACE in pairs of words. */
static bool location_for(const char *pairs, const char *namespace, char *out, size_t room)
{
  static const char space[] = " \t\r\n";
  const char *p = pairs + strspn(pairs, space);
  while (*p) {
    const size_t name = strcspn(p, space);
    const char *location = p + name + strspn(p + name, space);
    const size_t size = strcspn(location, space);
    if (size && size < room && name == strlen(namespace) && memcmp(p, namespace, name) == 0) {
      (void)snprintf(out, room, "%.*s", (int)size, location);
      return true;
    }
    p = location + size + strspn(location + size, space);
  }
  return false;
}

bool sv_xml_schema_location(const struct sv_xml *x, char *out, size_t room)
{
  xmlNode *root = xmlDocGetRootElement(x->tree);
  if (!root)
    return false;
  xmlChar *pairs = xmlGetNsProp(root, (const xmlChar *)"schemaLocation", XSI);
  xmlChar *plain = xmlGetNsProp(root, (const xmlChar *)"noNamespaceSchemaLocation", XSI);
  const char *namespace = root->ns && root->ns->href ? (const char *)root->ns->href : "";
  bool found = pairs && location_for((const char *)pairs, namespace, out, room);
  if (!found && plain && strlen((const char *)plain) < room) {
    (void)snprintf(out, room, "%s", (const char *)plain);
    found = true;
  }
  xmlFree(pairs);
  xmlFree(plain);
  return found;
}
