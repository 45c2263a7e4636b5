// SPDX-License-Identifier: Apache-2.0
/* Reading XML with libxml2, with every door to the outside shut. */
#include "engines/xml/xml.h"

#include "engines/base/escape.h"
#include "engines/base/uri.h"
#include "engines/xml/fault.h"
#include "engines/xml/node.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define IRI_MAX 8192

/* An entity kept in another file is never declared, so that a reference to it finds nothing. */
static void declare_entity(void *ctxt, const xmlChar *name, int type, const xmlChar *public_id,
                           const xmlChar *system_id, xmlChar *content)
{
  if (type == XML_INTERNAL_GENERAL_ENTITY || type == XML_INTERNAL_PARAMETER_ENTITY)
    xmlSAX2EntityDecl(ctxt, name, type, public_id, system_id, content);
}

static void no_external_subset(void *ctxt, const xmlChar *name, const xmlChar *external_id,
                               const xmlChar *system_id)
{
  (void)ctxt, (void)name, (void)external_id, (void)system_id;
}

/* The first fault of a document; libxml2 itself keeps the last, which often follows from it. */
struct first_fault {
  int code;
  size_t line, column;
  bool is_huge;
  struct sv_buf text;
};

static void keep_first(void *context, xmlErrorPtr e)
{
  struct first_fault *f = ((xmlParserCtxt *)context)->_private;
  if (f->code != 0 || e->level < XML_ERR_ERROR)
    return;
  f->code = e->code;
  f->line = e->line > 0 ? (size_t)e->line : 1;
  f->column = e->int2 > 0 ? (size_t)e->int2 : 1;
  f->is_huge = e->message && strstr(e->message, "XML_PARSE_HUGE");
  (void)sv_xml_fault_say(e, &f->text);
}

static enum sv_status say_fault(const struct first_fault *f, const char *name,
                                struct sv_doc_finding *fault, struct sv_error *err)
{
  if (f->is_huge)
    return sv_fail_limit(err, "xml-size",
                         N_("%s: the XML is nested deeper, or holds a longer text, than the limit "
                            "allows"),
                         name);
  if (f->code == XML_ERR_ENTITY_LOOP || f->code == XML_ERR_NO_MEMORY)
    return sv_fail_limit(err, "xml-entities",
                         N_("%s: the XML entities expand to more than the limit allows"), name);
  const size_t line = f->line ? f->line : 1, column = f->column ? f->column : 1;
  if (fault) {
    *fault = (struct sv_doc_finding){ .kind = SV_DOC_MALFORMED,
                                      .is_error = true,
                                      .rule = "malformed",
                                      .msgid = N_("The document is not well-formed XML: {name}."),
                                      .arg_name = "name",
                                      .line = line,
                                      .column = column };
    (void)snprintf(fault->arg, sizeof fault->arg, "%.*s",
                   (int)sv_text_fit(sv_buf_text(&f->text), f->text.size, sizeof fault->arg - 1),
                   sv_buf_text(&f->text));
  }
  return sv_fail_at(err, SV_INVALID, name, line, column,
                    N_("the document is not well-formed XML: %s"), sv_buf_text(&f->text));
}

static enum sv_status parse(struct sv_xml *x, const char *data, size_t size,
                            struct sv_doc_finding *fault, struct sv_error *err)
{
  struct first_fault first = { .text = SV_BUF(1024) };
  xmlParserCtxt *ctxt = xmlNewParserCtxt();
  if (!ctxt)
    return sv_fail(err, SV_NO_MEMORY, N_("memory ran out"));
  ctxt->sax->entityDecl = declare_entity;
  ctxt->sax->externalSubset = no_external_subset;
  ctxt->sax->serror = keep_first;
  ctxt->_private = &first;
  x->tree = xmlCtxtReadMemory(ctxt, data, (int)size, x->base, NULL,
                              XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_BIG_LINES);
  enum sv_status status = SV_OK;
  if (!x->tree || !ctxt->wellFormed || !ctxt->nsWellFormed || first.code != 0)
    status = say_fault(&first, x->name, fault, err);
  xmlFreeParserCtxt(ctxt);
  sv_buf_free(&first.text);
  return status;
}

enum sv_status sv_xml_read(const char *data, size_t size, const char *name, const char *base,
                           struct sv_xml **out, struct sv_doc_finding *fault, struct sv_error *err)
{
  *out = NULL;
  if (size > SV_XML_BYTES_MAX)
    return sv_fail_limit(err, "document-bytes",
                         N_("%s: the document is larger than the limit allows"), name);
  struct sv_xml *x = calloc(1, sizeof *x);
  if (!x || !(x->name = strdup(name)) || (base && !(x->base = strdup(base)))) {
    sv_xml_free(x);
    return sv_fail(err, SV_NO_MEMORY, N_("memory ran out"));
  }
  xml_be_silent();
  const enum sv_status status = parse(x, data, size, fault, err);
  if (status != SV_OK)
    sv_xml_free(x);
  else
    *out = x;
  return status;
}

void sv_xml_free(struct sv_xml *x)
{
  if (!x)
    return;
  xmlFreeDoc(x->tree);
  free(x->name);
  free(x->base);
  free(x);
}

const char *sv_xml_namespace(const struct sv_xml *x)
{
  const xmlNode *root = xmlDocGetRootElement(x->tree);
  return root && root->ns ? (const char *)root->ns->href : NULL;
}

enum sv_status sv_xml_read_from(const struct sv_xml_source *source, const char *reference,
                                const char *base, struct sv_xml **out, struct sv_error *err)
{
  *out = NULL;
  struct sv_buf iri = SV_BUF(IRI_MAX);
  struct sv_buf text = SV_BUF(SV_XML_BYTES_MAX);
  enum sv_status status =
      sv_uri_resolve(base ? base : "", base ? strlen(base) : 0, reference, strlen(reference), &iri);
  if (status != SV_OK)
    status = sv_fail(err, status, N_("\"%s\" is not a reference that can be followed"), reference);
  else if (!source || !source->fetch)
    status = sv_fail(err, SV_NOT_FOUND, N_("%s is not at hand, and nothing is fetched"),
                     sv_buf_text(&iri));
  else
    status = source->fetch(source->context, sv_buf_text(&iri), &text, err);
  if (status == SV_OK)
    status = sv_xml_read(sv_buf_text(&text), text.size, sv_buf_text(&iri), sv_buf_text(&iri), out,
                         NULL, err);
  sv_buf_free(&text);
  sv_buf_free(&iri);
  return status;
}
