// SPDX-License-Identifier: Apache-2.0
/* XML Schema through libxml2. */
#include "engines/xml/xsd.h"

#include "engines/xml/node.h"
#include "engines/xml/xsd_words.h"

#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlregexp.h>
#include <libxml/xmlschemas.h>
#include <stdlib.h>
#include <string.h>

enum { TOLD_MAX = 1000, DOCUMENTS_MAX = 256, PATH_BYTES = 16 * 1024, WORDS_BYTES = 4096 };

struct sv_xsd {
  xmlDoc *tree; /* a copy: libxml2 changes what it compiles */
  xmlSchema *schema;
};

/* What libxml2 calls the faults of a document, and the clause that each breaks. */
static const struct {
  int code;
  const char *rule;
} clauses[] = {
  { XML_SCHEMAV_CVC_ELT_1, "cvc-elt.1" },
  { XML_SCHEMAV_ELEMENT_CONTENT, "cvc-complex-type.2.4" },
  { XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1, "cvc-complex-type.2.1" },
  { XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2, "cvc-complex-type.2.2" },
  { XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3, "cvc-complex-type.2.3" },
  { XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1, "cvc-complex-type.3.2.1" },
  { XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2, "cvc-complex-type.3.2.2" },
  { XML_SCHEMAV_CVC_COMPLEX_TYPE_4, "cvc-complex-type.4" },
  { XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1, "cvc-datatype-valid.1" },
  { XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_2, "cvc-datatype-valid.1" },
  { XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3, "cvc-datatype-valid.1" },
  { XML_SCHEMAV_CVC_TYPE_3_1_1, "cvc-type.3.1.1" },
  { XML_SCHEMAV_CVC_TYPE_3_1_2, "cvc-type.3.1.2" },
  { XML_SCHEMAV_CVC_ENUMERATION_VALID, "cvc-enumeration-valid" },
  { XML_SCHEMAV_CVC_PATTERN_VALID, "cvc-pattern-valid" },
  { XML_SCHEMAV_CVC_LENGTH_VALID, "cvc-length-valid" },
  { XML_SCHEMAV_CVC_MINLENGTH_VALID, "cvc-minLength-valid" },
  { XML_SCHEMAV_CVC_MAXLENGTH_VALID, "cvc-maxLength-valid" },
  { XML_SCHEMAV_CVC_MININCLUSIVE_VALID, "cvc-minInclusive-valid" },
  { XML_SCHEMAV_CVC_MINEXCLUSIVE_VALID, "cvc-minExclusive-valid" },
  { XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID, "cvc-maxInclusive-valid" },
  { XML_SCHEMAV_CVC_MAXEXCLUSIVE_VALID, "cvc-maxExclusive-valid" },
  { XML_SCHEMAV_CVC_TOTALDIGITS_VALID, "cvc-totalDigits-valid" },
  { XML_SCHEMAV_CVC_FRACTIONDIGITS_VALID, "cvc-fractionDigits-valid" },
  { XML_SCHEMAV_CVC_ELT_2, "cvc-elt.2" },
  { XML_SCHEMAV_CVC_ELT_3_1, "cvc-elt.3.1" },
  { XML_SCHEMAV_CVC_ELT_3_2_1, "cvc-elt.3.2.1" },
  { XML_SCHEMAV_CVC_ELT_4_1, "cvc-elt.4" },
  { XML_SCHEMAV_CVC_ELT_4_2, "cvc-elt.4" },
  { XML_SCHEMAV_CVC_ELT_4_3, "cvc-elt.4" },
  { XML_SCHEMAV_CVC_ELT_5_2_2_2_2, "cvc-elt.5.2.2" },
  { XML_SCHEMAV_CVC_AU, "cvc-au" },
  { XML_SCHEMAV_CVC_WILDCARD, "cvc-wildcard" },
  { XML_SCHEMAV_CVC_IDC, "cvc-identity-constraint" },
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
  const char *name, *base;
  bool made;
};

static void keep_complaint(void *context, xmlErrorPtr e)
{
  struct complaint *c = context;
  if (e->level < XML_ERR_ERROR || c->made)
    return;
  struct sv_buf text = SV_BUF(WORDS_BYTES);
  (void)xsd_say(e, N_("the library that reads schemas says: \"{detail}\""), &text);
  c->made = true;
  const bool is_own = !e->file || (c->base && strcmp(e->file, c->base) == 0);
  (void)sv_fail_at(c->err, SV_INVALID, is_own ? c->name : e->file,
                   e->line > 0 ? (size_t)e->line : 1, 1,
                   N_("the schema breaks the rules of XML Schema 1.0: %s"), sv_buf_text(&text));
  sv_buf_free(&text);
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
  struct complaint c = { .err = err, .name = schema->name, .base = schema->base };
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
  struct sv_buf words = SV_BUF(WORDS_BYTES);
  struct sv_xsd_finding f = { .rule = "cvc" };
  for (size_t i = 0; i < sizeof clauses / sizeof clauses[0]; i++)
    if (clauses[i].code == e->code)
      f.rule = clauses[i].rule;
  if (e->node)
    (void)xml_show_path(e->node, &path);
  (void)xsd_say(e, N_("this breaks the schema; the library says: \"{detail}\""), &words);
  f.path = path.size ? sv_buf_text(&path) : "/";
  f.detail = sv_buf_text(&words);
  f.line = e->node ? xml_line(e->node) : e->line > 0 ? (size_t)e->line : 1;
  j->sink(j->context, &f);
  sv_buf_free(&words);
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
