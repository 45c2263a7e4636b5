// SPDX-License-Identifier: Apache-2.0
/* xsl:key and xsl:decimal-format of a schema, kept in a stylesheet of their own so that libxslt's
 * key() and format-number() know them. Nothing else of XSLT is taken over: a schema cannot bring
 * templates or files. */
#include "engines/xml/schematron_model.h"

#include <string.h>

/* XSLT 2.0 lets a key's value be its content; text and one value-of or sequence can be said in
 * XSLT 1.0. */
static enum sv_status use_content(struct sv_schematron *s, const xmlNode *at, xmlNode *key,
                                  struct sv_error *err)
{
  struct sv_buf use = SV_BUF(4096);
  size_t elements = 0;
  for (const xmlNode *n = at->children; n; n = n->next) {
    if (n->type != XML_ELEMENT_NODE)
      continue;
    const char *select = xml_attribute(&s->arena, n, "select");
    xmlChar *text = xmlNodeGetContent(n);
    if ((xml_is(n, XSL_NS, "value-of") || xml_is(n, XSL_NS, "sequence")) && select)
      (void)sv_buf_adds(&use, select);
    else if (xml_is(n, XSL_NS, "text") && text && !strchr((const char *)text, '\''))
      (void)sv_buf_addf(&use, "'%s'", (const char *)text);
    else
      elements++;
    xmlFree(text);
    elements++;
  }
  const bool said = elements == 1 && !use.failed;
  if (said)
    (void)xmlNewProp(key, (const xmlChar *)"use", (const xmlChar *)sv_buf_text(&use));
  sv_buf_free(&use);
  if (!said)
    return sch_fail(s, at, err, N_("the key \"%s\" needs a use attribute"),
                    xml_attribute(&s->arena, at, "name"));
  while (key->children) {
    xmlNode *child = key->children;
    xmlUnlinkNode(child);
    xmlFreeNode(child);
  }
  return SV_OK;
}

static enum sv_status copy_key(struct sv_schematron *s, const xmlNode *n, xmlNode *sheet,
                               struct sv_error *err)
{
  const char *name, *match;
  xmlNode *copy = xmlDocCopyNode((xmlNode *)(uintptr_t)n, sheet->doc, 1);
  if (!copy)
    return sv_fail(err, SV_NO_MEMORY, N_("memory ran out"));
  (void)xmlAddChild(sheet, copy);
  if (!xml_is(n, XSL_NS, "key"))
    return SV_OK;
  SV_TRY(sch_need(s, n, "name", &name, err));
  SV_TRY(sch_need(s, n, "match", &match, err));
  return xml_attribute(&s->arena, n, "use") ? SV_OK : use_content(s, n, copy, err);
}

static enum sv_status fill(struct sv_schematron *s, const xmlNode *root, xmlNode *sheet,
                           struct sv_error *err)
{
  for (const struct sch_namespace *n = s->namespaces; n; n = n->next)
    (void)xmlNewNs(sheet, (const xmlChar *)n->uri, (const xmlChar *)n->prefix);
  for (const xmlNode *n = root->children; n; n = n->next) {
    if (n->type != XML_ELEMENT_NODE || !n->ns || strcmp((const char *)n->ns->href, XSL_NS) != 0)
      continue;
    if (!xml_is(n, XSL_NS, "key") && !xml_is(n, XSL_NS, "decimal-format"))
      return sch_fail(s, n, err,
                      N_("xsl:%s cannot stand in a schema here; key and decimal-format can"),
                      (const char *)n->name);
    SV_TRY(copy_key(s, n, sheet, err));
  }
  return SV_OK;
}

enum sv_status sch_make_keys(struct sv_schematron *s, const xmlNode *root, struct sv_error *err)
{
  xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
  xmlNode *sheet = doc ? xmlNewDocNode(doc, NULL, (const xmlChar *)"stylesheet", NULL) : NULL;
  if (!sheet) {
    xmlFreeDoc(doc);
    return sv_fail(err, SV_NO_MEMORY, N_("memory ran out"));
  }
  (void)xmlDocSetRootElement(doc, sheet);
  xmlSetNs(sheet, xmlNewNs(sheet, (const xmlChar *)XSL_NS, (const xmlChar *)"xsl"));
  (void)xmlNewProp(sheet, (const xmlChar *)"version", (const xmlChar *)"1.0");
  const enum sv_status status = fill(s, root, sheet, err);
  if (status != SV_OK) {
    xmlFreeDoc(doc);
    return status;
  }
  s->keys = xsltParseStylesheetDoc(doc);
  if (!s->keys) {
    xmlFreeDoc(doc);
    return sch_fail(s, root, err, N_("a key or decimal-format of the schema is not XSLT 1.0"),
                    NULL);
  }
  return s->keys->errors == 0
             ? SV_OK
             : sch_fail(s, root, err, N_("a key or decimal-format of the schema is not XSLT 1.0"),
                        NULL);
}
