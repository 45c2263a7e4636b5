// SPDX-License-Identifier: Apache-2.0
/* RDF/XML (RDF 1.1 and 1.2 XML Syntax): the document, faults, names and references. Nothing outside
 * the document is ever read: no DTD, no entities from files, no network. */
#include "engines/rdf/rdfxml.h"

#include "engines/base/ascii.h"
#include "engines/base/escape.h"
#include "engines/base/uri.h"
#include "engines/xml/fault.h"

#include <libxml/parser.h>
#include <stdio.h>
#include <string.h>

#define BYTES_MAX ((size_t)256 << 20)
#define DEPTH_MAX 300 /* libxml2 stops at 256 */

int rdfxml_fault(struct rdfxml *x, const xmlNode *node, const char *msgid, const char *name)
{
  if (x->status != SV_OK)
    return 0;
  x->status = SV_INVALID;
  x->fault = (struct sv_doc_finding){
    .kind = SV_DOC_MALFORMED, .is_error = true, .rule = "malformed", .msgid = msgid, .column = 1
  };
  const long line = node ? xmlGetLineNo(node) : 1;
  x->fault.line = line > 0 ? (size_t)line : 1;
  if (name) {
    x->fault.arg_name = "name";
    (void)snprintf(x->fault.arg, sizeof x->fault.arg, "%.90s", name);
  }
  return 0;
}

int rdfxml_limit(struct rdfxml *x, const char *name, const char *msgid)
{
  (void)sv_graph_fail_limit(x->graph, name, msgid);
  if (x->status == SV_OK)
    x->status = x->graph->status;
  return 0;
}

bool rdfxml_add(struct rdfxml *x, const xmlNode *at, sv_term s, sv_term p, sv_term o)
{
  if (x->capture) {
    x->capture->count++;
    x->capture->s = s;
    x->capture->p = p;
    x->capture->o = o;
    return true;
  }
  const long line = xmlGetLineNo(at);
  const struct sv_triple t = { s, p, o, sv_graph_line(x->graph, line > 0 ? (size_t)line : 0) };
  sv_graph_add(x->graph, &t, 0);
  if (x->status == SV_OK)
    x->status = x->graph->status;
  return x->status == SV_OK;
}

bool rdfxml_is(const xmlNs *ns, const xmlChar *local, const char *name)
{
  return ns && strcmp((const char *)ns->href, RDF_NS) == 0 &&
         strcmp((const char *)local, name) == 0;
}

/* RFC 3987: what no IRI holds. */
static bool is_iri_text(const char *text, size_t size)
{
  for (size_t i = 0; i < size; i++)
    if ((unsigned char)text[i] <= 0x20 || strchr("<>\"{}|^`\\\x7F", text[i]))
      return false;
  return true;
}

sv_term rdfxml_resolve(struct rdfxml *x, const xmlNode *at, const char *iri,
                       const struct scope *scope)
{
  const char *base = scope->base ? scope->base : "";
  const size_t size = strlen(iri);
  x->iri.size = 0;
  if (!is_iri_text(iri, size))
    return (sv_term)rdfxml_fault(x, at,
                                 N_("\"{name}\" is not an IRI: it holds a character that no "
                                    "IRI may hold, such as a space; write it with a percent "
                                    "sign and two hexadecimal digits."),
                                 iri);
  const enum sv_status status = sv_uri_resolve(base, strlen(base), iri, size, &x->iri);
  if (status == SV_INVALID)
    return (sv_term)rdfxml_fault(x, at,
                                 N_("\"{name}\" is relative, and there is no base IRI to "
                                    "resolve it against; add xml:base or write it in full."),
                                 iri);
  if (status != SV_OK)
    return (sv_term)rdfxml_limit(x, "rdf-iri-bytes", N_("an IRI is longer than the limit allows"));
  return sv_graph_iri(x->graph, sv_buf_text(&x->iri), x->iri.size);
}

static bool is_ncname(const char *text)
{
  return xmlValidateNCName((const xmlChar *)text, 0) == 0;
}

sv_term rdfxml_id(struct rdfxml *x, const xmlNode *at, const char *id, const struct scope *scope)
{
  if (!is_ncname(id))
    return (sv_term)rdfxml_fault(x, at, N_("rdf:ID takes a name; \"{name}\" is none."), id);
  struct sv_buf fragment = SV_BUF(x->graph->limits.iri_bytes);
  (void)sv_buf_addc(&fragment, '#');
  (void)sv_buf_adds(&fragment, id);
  const sv_term t = rdfxml_resolve(x, at, sv_buf_text(&fragment), scope);
  sv_buf_free(&fragment);
  if (!t)
    return 0;
  size_t size;
  const char *text = sv_graph_text(x->graph, t, &size);
  if (sv_map_get(&x->ids, text, size))
    return (sv_term)rdfxml_fault(x, at,
                                 N_("rdf:ID \"{name}\" comes twice in this document; each ID "
                                    "may come once."),
                                 id);
  if (sv_map_set(&x->ids, text, size, x) != SV_OK)
    return (sv_term)rdfxml_limit(x, "rdf-bytes", N_("memory ran out"));
  return t;
}

sv_term rdfxml_node_id(struct rdfxml *x, const xmlNode *at, const char *id)
{
  if (!is_ncname(id))
    return (sv_term)rdfxml_fault(x, at, N_("rdf:nodeID takes a name; \"{name}\" is none."), id);
  return sv_graph_blank(x->graph, id, strlen(id));
}

sv_term rdfxml_name(struct rdfxml *x, const xmlNode *at, const xmlNs *ns, const xmlChar *local)
{
  if (!ns || !ns->href)
    return (sv_term)rdfxml_fault(x, at,
                                 N_("The name \"{name}\" has no namespace; every element and "
                                    "property needs one."),
                                 (const char *)local);
  const char *iri = (const char *)ns->href;
  x->iri.size = 0;
  (void)sv_buf_adds(&x->iri, iri);
  (void)sv_buf_adds(&x->iri, (const char *)local);
  if (x->iri.failed != SV_OK)
    return (sv_term)rdfxml_limit(x, "rdf-iri-bytes", N_("an IRI is longer than the limit allows"));
  if (!is_iri_text(sv_buf_text(&x->iri), x->iri.size) ||
      !sv_uri_split(sv_buf_text(&x->iri), x->iri.size).scheme.data)
    return (sv_term)rdfxml_fault(x, at, N_("The namespace \"{name}\" is not an absolute IRI."),
                                 iri);
  return sv_graph_iri(x->graph, sv_buf_text(&x->iri), x->iri.size);
}

sv_term rdfxml_plain(struct rdfxml *x, const char *text, size_t size, const struct scope *scope)
{
  const char *lang = scope->lang;
  const enum sv_direction direction = scope->version_1_2 ? scope->direction : SV_NO_DIRECTION;
  return lang && *lang ? sv_graph_lang_literal(x->graph, text, size, lang, strlen(lang), direction)
                       : sv_graph_literal(x->graph, text, size, SV_XSD_STRING);
}

/* The prefixes of the root serve messages. */
static void keep_prefixes(struct rdfxml *x, const xmlNode *root)
{
  for (const xmlNs *ns = root->nsDef; ns; ns = ns->next) {
    const char *prefix = ns->prefix ? (const char *)ns->prefix : "";
    const char *iri = (const char *)ns->href;
    if (iri && is_iri_text(iri, strlen(iri)) && sv_uri_split(iri, strlen(iri)).scheme.data)
      sv_graph_prefix(x->graph, prefix, strlen(prefix), sv_graph_iri(x->graph, iri, strlen(iri)));
  }
}

static bool walk(struct rdfxml *x, xmlNode *root)
{
  struct scope scope = { .base = x->opt->base };
  if (!root)
    return rdfxml_fault(x, NULL, N_("The document has no element."), NULL);
  keep_prefixes(x, root);
  if (!rdfxml_is(root->ns, root->name, "RDF"))
    return rdfxml_node(x, root, &scope, DEPTH_MAX) != 0;
  struct attributes a;
  size_t count;
  bool blank;
  if (!rdfxml_attributes(x, root, &scope, &a))
    return false;
  for (size_t i = 0; i < RDF_ATTRIBUTES; i++)
    if (a.rdf[i] || a.properties)
      return rdfxml_fault(x, root,
                          N_("rdf:RDF takes no attributes but xml:base, xml:lang, its:dir and "
                             "rdf:version."),
                          NULL);
  (void)rdfxml_child(x, root, &count, &blank);
  if (!blank)
    return rdfxml_fault(x, root, N_("Text cannot stand between the nodes of rdf:RDF."), NULL);
  for (xmlNode *n = root->children; n; n = n->next)
    if (n->type == XML_ELEMENT_NODE && !rdfxml_node(x, n, &a.scope, DEPTH_MAX))
      return false;
  return true;
}

static void xml_fault(struct rdfxml *x, const xmlError *e)
{
  if (e->message && strstr(e->message, "XML_PARSE_HUGE")) {
    (void)rdfxml_limit(x, "xml-size",
                       N_("the XML is nested deeper, or holds a longer text, than "
                          "the limit allows"));
    return;
  }
  if (e->code == XML_ERR_ENTITY_LOOP || e->code == XML_ERR_NO_MEMORY) {
    (void)rdfxml_limit(x, "xml-entities",
                       N_("the XML entities expand to more than the limit "
                          "allows"));
    return;
  }
  struct sv_buf text = SV_BUF(1024);
  (void)sv_xml_fault_say(e, &text);
  (void)rdfxml_fault(x, NULL, N_("The document is not well-formed XML: {name}."), NULL);
  x->fault.arg_name = "name";
  (void)snprintf(x->fault.arg, sizeof x->fault.arg, "%.*s",
                 (int)sv_text_fit(sv_buf_text(&text), text.size, sizeof x->fault.arg - 1),
                 sv_buf_text(&text));
  sv_buf_free(&text);
  x->fault.line = e->line > 0 ? (size_t)e->line : 1;
  x->fault.column = e->int2 > 0 ? (size_t)e->int2 : 1;
}

/* libxml2 itself keeps the last fault, which often follows from the first. */
static void keep_first(void *context, xmlErrorPtr e)
{
  xmlError *first = ((xmlParserCtxt *)context)->_private;
  if (first->code == XML_ERR_OK && e->level >= XML_ERR_ERROR)
    (void)xmlCopyError(e, first);
}

static xmlDoc *parse(struct rdfxml *x, const char *data, size_t size)
{
  xmlParserCtxt *ctxt = xmlNewParserCtxt();
  if (!ctxt) {
    (void)rdfxml_limit(x, "rdf-bytes", N_("memory ran out"));
    return NULL;
  }
  xmlError first = { 0 };
  ctxt->sax->serror = keep_first;
  ctxt->_private = &first;
  xmlDoc *doc = xmlCtxtReadMemory(ctxt, data, (int)size, NULL, NULL,
                                  XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                      XML_PARSE_BIG_LINES);
  /* A namespace fault is an error of RDF/XML, though libxml2 goes on. */
  if (!doc || !ctxt->wellFormed || !ctxt->nsWellFormed || first.domain == XML_FROM_NAMESPACE)
    xml_fault(x, &first);
  xmlResetError(&first);
  xmlFreeParserCtxt(ctxt);
  return doc;
}

enum sv_status sv_rdf_read_xml(struct sv_graph *g, const char *data, size_t size,
                               const struct sv_rdf_options *opt, struct sv_doc_finding *fault)
{
  struct rdfxml x = { .graph = g, .opt = opt };
  xmlDoc *doc = NULL;
  x.iri = SV_BUF(g->limits.iri_bytes * 2 + 16);
  x.value = SV_BUF(g->limits.literal_bytes);
  if (size > BYTES_MAX)
    (void)rdfxml_limit(&x, "document-bytes", N_("the document is larger than the limit allows"));
  else
    doc = parse(&x, data, size);
  if (x.status == SV_OK && !walk(&x, xmlDocGetRootElement(doc)) && x.status == SV_OK)
    x.status = g->status != SV_OK ? g->status : SV_INTERNAL;
  xmlFreeDoc(doc);
  sv_map_free(&x.ids);
  sv_buf_free(&x.iri);
  sv_buf_free(&x.value);
  *fault = x.fault;
  return x.status != SV_OK ? x.status : sv_graph_status(g, NULL);
}
