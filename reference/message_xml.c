// SPDX-License-Identifier: Apache-2.0
/* A message as XML: <melding><emne>...</emne><tekst>...</tekst></melding>, without a DOCTYPE. */
#include "reference/api.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

static void take(json_t *out, xmlNode *element)
{
  xmlChar *text = xmlNodeGetContent(element);
  if (text)
    (void)json_object_set_new(out, (const char *)element->name, json_string((const char *)text));
  xmlFree(text);
}

json_t *sv_message_from_xml(const char *body, size_t size, bool entities)
{
  const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
  if (!body || size > (1u << 20))
    return NULL;
  xmlDoc *doc =
      xmlReadMemory(body, (int)size, NULL, NULL, options | (entities ? XML_PARSE_NOENT : 0));
  xmlNode *root = doc && (entities || !doc->intSubset) ? xmlDocGetRootElement(doc) : NULL;
  json_t *out = NULL;
  if (root && strcmp((const char *)root->name, "melding") == 0) {
    out = json_object();
    for (xmlNode *n = root->children; n && out; n = n->next)
      if (n->type == XML_ELEMENT_NODE)
        take(out, n);
  }
  xmlFreeDoc(doc);
  return out;
}
