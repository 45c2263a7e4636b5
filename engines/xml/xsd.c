// SPDX-License-Identifier: Apache-2.0
/* XML Schema through libxml2. */
#include "engines/xml/xsd.h"

#include "engines/xml/node.h"

#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlregexp.h>
#include <libxml/xmlschemas.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TOLD_MAX = 1000, DOCUMENTS_MAX = 256, PATH_BYTES = 16 * 1024 };

struct sv_xsd {
  xmlDoc *tree; /* a copy: libxml2 changes what it compiles */
  xmlSchema *schema;
};

/* What libxml2 calls the faults of a document, and what we say of them. */
static const struct {
  int code;
  const char *rule, *msgid;
} faults[] = {
  { XML_SCHEMAV_CVC_ELT_1, "cvc-elt.1", N_("{path}: the schema declares no such root element") },
  { XML_SCHEMAV_ELEMENT_CONTENT, "cvc-complex-type.2.4",
    N_("{path}: this element is not what the schema expects here, or one is missing") },
  { XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1, "cvc-complex-type.2.1",
    N_("{path}: the element must be empty") },
  { XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2, "cvc-complex-type.2.2",
    N_("{path}: the element holds a simple value and can have no elements in it") },
  { XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3, "cvc-complex-type.2.3",
    N_("{path}: text cannot stand between the elements here") },
  { XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, "cvc-complex-type.3.2.1",
    N_("{path}: the schema does not allow one of the attributes") },
  { XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2, "cvc-complex-type.3.2.2",
    N_("{path}: the schema does not allow one of the attributes") },
  { XML_SCHEMAV_CVC_COMPLEX_TYPE_4, "cvc-complex-type.4",
    N_("{path}: a required attribute is missing") },
  { XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1, "cvc-datatype-valid.1",
    N_("{path}: the value does not have the type that the schema gives it") },
  { XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_2, "cvc-datatype-valid.1",
    N_("{path}: the value does not have the type that the schema gives it") },
  { XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3, "cvc-datatype-valid.1",
    N_("{path}: the value does not have the type that the schema gives it") },
  { XML_SCHEMAV_CVC_TYPE_3_1_1, "cvc-type.3.1.1",
    N_("{path}: an element of a simple type has no attributes") },
  { XML_SCHEMAV_CVC_TYPE_3_1_2, "cvc-type.3.1.2",
    N_("{path}: an element of a simple type has no elements in it") },
  { XML_SCHEMAV_CVC_ENUMERATION_VALID, "cvc-enumeration-valid",
    N_("{path}: the value is not among those allowed") },
  { XML_SCHEMAV_CVC_PATTERN_VALID, "cvc-pattern-valid",
    N_("{path}: the value does not have the form required") },
  { XML_SCHEMAV_CVC_LENGTH_VALID, "cvc-length-valid",
    N_("{path}: the value does not have the length required") },
  { XML_SCHEMAV_CVC_MINLENGTH_VALID, "cvc-minLength-valid",
    N_("{path}: the value is shorter than allowed") },
  { XML_SCHEMAV_CVC_MAXLENGTH_VALID, "cvc-maxLength-valid",
    N_("{path}: the value is longer than allowed") },
  { XML_SCHEMAV_CVC_MININCLUSIVE_VALID, "cvc-minInclusive-valid",
    N_("{path}: the value is lower than allowed") },
  { XML_SCHEMAV_CVC_MINEXCLUSIVE_VALID, "cvc-minExclusive-valid",
    N_("{path}: the value is lower than allowed") },
  { XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID, "cvc-maxInclusive-valid",
    N_("{path}: the value is higher than allowed") },
  { XML_SCHEMAV_CVC_MAXEXCLUSIVE_VALID, "cvc-maxExclusive-valid",
    N_("{path}: the value is higher than allowed") },
  { XML_SCHEMAV_CVC_TOTALDIGITS_VALID, "cvc-totalDigits-valid",
    N_("{path}: the number has more digits than allowed") },
  { XML_SCHEMAV_CVC_FRACTIONDIGITS_VALID, "cvc-fractionDigits-valid",
    N_("{path}: the number has more decimals than allowed") },
  { XML_SCHEMAV_CVC_ELT_2, "cvc-elt.2",
    N_("{path}: the element is abstract; another must stand in its place") },
  { XML_SCHEMAV_CVC_ELT_3_1, "cvc-elt.3.1", N_("{path}: xsi:nil is not allowed for this element") },
  { XML_SCHEMAV_CVC_ELT_3_2_1, "cvc-elt.3.2.1",
    N_("{path}: an element with xsi:nil must be empty") },
  { XML_SCHEMAV_CVC_ELT_4_1, "cvc-elt.4",
    N_("{path}: xsi:type names a type that the schema does not have") },
  { XML_SCHEMAV_CVC_ELT_4_2, "cvc-elt.4",
    N_("{path}: xsi:type names a type that the schema does not have") },
  { XML_SCHEMAV_CVC_ELT_4_3, "cvc-elt.4",
    N_("{path}: xsi:type names a type that cannot stand in for this one") },
  { XML_SCHEMAV_CVC_ELT_5_2_2_2_2, "cvc-elt.5.2.2", N_("{path}: the value is not the fixed one") },
  { XML_SCHEMAV_CVC_AU, "cvc-au", N_("{path}: the value is not the fixed one") },
  { XML_SCHEMAV_CVC_WILDCARD, "cvc-wildcard",
    N_("{path}: the schema knows no declaration of this name") },
  { XML_SCHEMAV_CVC_IDC, "cvc-identity-constraint",
    N_("{path}: a key is missing, comes twice, or refers to one that is not there") },
};

/* --- loading --- */

/* libxml2 takes the loader of included schemas from one place in the process, so this is one too.
 * It is set only while a schema is compiled. */
static struct loading {
  const struct sv_xml_source *source;
  struct sv_error *err;
  size_t count;
} * loading;

static xmlParserInput *load(const char *url, const char *id, xmlParserCtxt *ctxt)
{
  (void)id;
  struct sv_buf text = SV_BUF(SV_XML_BYTES_MAX);
  xmlParserInput *input = NULL;
  enum sv_status status = SV_NOT_FOUND;
  if (loading && url && loading->source && loading->source->fetch &&
      ++loading->count <= DOCUMENTS_MAX)
    status = loading->source->fetch(loading->source->context, url, &text, loading->err);
  if (status == SV_OK && text.size > 0) {
    xmlParserInputBuffer *buffer =
        xmlParserInputBufferCreateMem(sv_buf_text(&text), (int)text.size, XML_CHAR_ENCODING_NONE);
    input = buffer ? xmlNewIOInputStream(ctxt, buffer, XML_CHAR_ENCODING_NONE) : NULL;
    if (input)
      input->filename = (char *)xmlStrdup((const xmlChar *)url);
    else if (buffer)
      xmlFreeParserInputBuffer(buffer);
  } else if (loading) {
    (void)sv_fail(loading->err, SV_NOT_FOUND, N_("%s is not at hand, and nothing is fetched"),
                  url ? url : "");
  }
  sv_buf_free(&text);
  return input;
}

struct complaint {
  struct sv_error *err;
  const char *name;
  bool made;
};

static void keep_complaint(void *context, xmlErrorPtr e)
{
  struct complaint *c = context;
  if (e->level < XML_ERR_ERROR || c->made)
    return;
  char text[300];
  (void)snprintf(text, sizeof text, "%s", e->message ? e->message : "");
  text[strcspn(text, "\r\n")] = '\0';
  c->made = true;
  (void)sv_fail_at(c->err, SV_INVALID, e->file ? e->file : c->name,
                   e->line > 0 ? (size_t)e->line : 1, 1,
                   N_("the schema breaks the rules of XML Schema 1.0: %s"), text);
}

static void parse(struct sv_xsd *x, const struct sv_xml *schema, struct complaint *c)
{
  x->tree = xmlCopyDoc(schema->tree, 1);
  xmlSchemaParserCtxt *ctxt = x->tree ? xmlSchemaNewDocParserCtxt(x->tree) : NULL;
  if (!ctxt)
    return;
  xmlSchemaSetParserStructuredErrors(ctxt, keep_complaint, c);
  x->schema = xmlSchemaParse(ctxt);
  xmlSchemaFreeParserCtxt(ctxt);
}

enum sv_status sv_xsd_compile(const struct sv_xml *schema, const struct sv_xml_source *source,
                              struct sv_xsd **out, struct sv_error *err)
{
  struct loading now = { .source = source, .err = err };
  struct complaint c = { .err = err, .name = schema->name };
  *out = calloc(1, sizeof **out);
  if (!*out)
    return sv_fail(err, SV_NO_MEMORY, N_("memory ran out"));
  xml_be_silent();
  const xmlExternalEntityLoader before = xmlGetExternalEntityLoader();
  xmlSetExternalEntityLoader(load);
  loading = &now;
  parse(*out, schema, &c);
  loading = NULL;
  xmlSetExternalEntityLoader(before);
  if ((*out)->schema && !c.made && now.count <= DOCUMENTS_MAX && (!err || !err->text[0]))
    return SV_OK;
  sv_xsd_free(*out);
  *out = NULL;
  if (now.count > DOCUMENTS_MAX)
    return sv_fail_limit(err, "xsd-documents",
                         N_("%s: more documents are included than the limit allows"), schema->name);
  return sv_fail_at(err, SV_INVALID, schema->name, 1, 1,
                    N_("the schema breaks the rules of XML Schema 1.0: %s"), "");
}

void sv_xsd_free(struct sv_xsd *x)
{
  if (!x)
    return;
  xmlSchemaFree(x->schema);
  xmlFreeDoc(x->tree);
  free(x);
}

/* --- judging --- */

struct judging {
  void (*sink)(void *context, const struct sv_xsd_finding *f);
  void *context;
  size_t errors;
};

static void tell(void *context, xmlErrorPtr e)
{
  struct judging *j = context;
  if (e->level < XML_ERR_ERROR)
    return;
  if (++j->errors > TOLD_MAX || !j->sink)
    return;
  struct sv_buf path = SV_BUF(PATH_BYTES);
  char detail[600];
  struct sv_xsd_finding f = { .rule = "cvc", .msgid = N_("{path}: this breaks the schema") };
  for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++)
    if (faults[i].code == e->code) {
      f.rule = faults[i].rule;
      f.msgid = faults[i].msgid;
    }
  if (e->node)
    (void)xml_show_path(e->node, &path);
  (void)snprintf(detail, sizeof detail, "%s", e->message ? e->message : "");
  detail[strcspn(detail, "\r\n")] = '\0';
  f.path = path.size ? sv_buf_text(&path) : "/";
  f.detail = detail;
  f.line = e->node ? xml_line(e->node) : e->line > 0 ? (size_t)e->line : 1;
  j->sink(j->context, &f);
  sv_buf_free(&path);
}

enum sv_status sv_xsd_validate(const struct sv_xsd *x, const struct sv_xml *document,
                               void (*sink)(void *context, const struct sv_xsd_finding *f),
                               void *context, size_t *errors, struct sv_error *err)
{
  struct judging j = { .sink = sink, .context = context };
  *errors = 0;
  xml_be_silent();
  xmlSchemaValidCtxt *ctxt = xmlSchemaNewValidCtxt(x->schema);
  if (!ctxt)
    return sv_fail(err, SV_NO_MEMORY, N_("memory ran out"));
  xmlSchemaSetValidStructuredErrors(ctxt, tell, &j);
  const int result = xmlSchemaValidateDoc(ctxt, document->tree);
  xmlSchemaFreeValidCtxt(ctxt);
  *errors = j.errors;
  if (result < 0 || (result > 0 && j.errors == 0))
    return sv_fail(err, SV_INTERNAL, N_("%s could not be judged by the schema"), document->name);
  return SV_OK;
}

bool sv_xsd_is_pattern(const char *text)
{
  xml_be_silent();
  xmlRegexpPtr compiled = strlen(text) <= 4096 ? xmlRegexpCompile((const xmlChar *)text) : NULL;
  const bool is_one = compiled != NULL;
  if (compiled)
    xmlRegFreeRegexp(compiled);
  return is_one;
}
