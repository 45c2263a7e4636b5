// SPDX-License-Identifier: Apache-2.0
/* XML Schema: what is found, where, and that included schemas come from the given source alone. */
#include "tests/unit/unit.h"

#include "engines/xml/xsd.h"

#include <stdio.h>
#include <string.h>

#define XSD(inside) "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>" inside "</xs:schema>"
#define PERSON                                                                                     \
  XSD("<xs:element name='person'><xs:complexType><xs:sequence>"                                    \
      "<xs:element name='navn' type='xs:string'/>"                                                 \
      "<xs:element name='alder' minOccurs='0'><xs:simpleType><xs:restriction base='xs:integer'>"   \
      "<xs:minInclusive value='0'/></xs:restriction></xs:simpleType></xs:element>"                 \
      "</xs:sequence><xs:attribute name='id' use='required' "                                      \
      "type='xs:NCName'/></xs:complexType></xs:element>")

struct told {
  size_t count, line;
  char rule[60], path[200];
};

static void listen(void *context, const struct sv_xsd_finding *f)
{
  struct told *t = context;
  if (t->count++ > 0)
    return;
  t->line = f->line;
  (void)snprintf(t->rule, sizeof t->rule, "%s", f->rule);
  (void)snprintf(t->path, sizeof t->path, "%s", f->path);
}

static enum sv_status fetch(void *context, const char *iri, struct sv_buf *out,
                            struct sv_error *err)
{
  (void)context;
  if (strcmp(iri, "file:///s/typer.xsd") == 0)
    return sv_buf_adds(out, XSD("<xs:simpleType name='kode'><xs:restriction base='xs:string'>"
                                "<xs:enumeration value='A'/></xs:restriction></xs:simpleType>"));
  return sv_fail(err, SV_NOT_FOUND, "no %s", iri);
}

static enum sv_status judge(const char *schema, const char *document, struct told *told,
                            size_t *errors, struct sv_error *err)
{
  const struct sv_xml_source source = { fetch, NULL };
  struct sv_xml *s = NULL, *d = NULL;
  struct sv_xsd *compiled = NULL;
  *told = (struct told){ 0 };
  *errors = 0;
  enum sv_status status =
      sv_xml_read(schema, strlen(schema), "s.xsd", "file:///s/s.xsd", &s, NULL, err);
  if (status == SV_OK)
    status = sv_xml_read(document, strlen(document), "d.xml", NULL, &d, NULL, err);
  if (status == SV_OK)
    status = sv_xsd_compile(s, &source, &compiled, err);
  if (status == SV_OK)
    status = sv_xsd_validate(compiled, d, listen, told, errors, err);
  sv_xsd_free(compiled);
  sv_xml_free(s);
  sv_xml_free(d);
  return status;
}

static const struct {
  const char *schema, *document;
  enum sv_status status;
  size_t errors;
  const char *rule, *path;
} cases[] = {
  { PERSON, "<person id='a'><navn>Kari</navn><alder>3</alder></person>", SV_OK, 0, "", "" },
  { PERSON, "<person id='a'>\n<alder>3</alder></person>", SV_OK, 1, "cvc-complex-type.2.4",
    "/person[1]/alder[1]" },
  { PERSON, "<person><navn>Kari</navn></person>", SV_OK, 1, "cvc-complex-type.4", "/person[1]" },
  { PERSON, "<person id='a' x='1'><navn>Kari</navn></person>", SV_OK, 1, "cvc-complex-type.3.2.1",
    "/person[1]" },
  { PERSON, "<person id='a'><navn>Kari</navn><alder>-3</alder></person>", SV_OK, 1,
    "cvc-minInclusive-valid", "/person[1]/alder[1]" },
  { PERSON, "<hund/>", SV_OK, 1, "cvc-elt.1", "/hund[1]" },
  { XSD("<xs:include schemaLocation='typer.xsd'/><xs:element name='k' type='kode'/>"), "<k>A</k>",
    SV_OK, 0, "", "" },
  { XSD("<xs:include schemaLocation='typer.xsd'/><xs:element name='k' type='kode'/>"), "<k>B</k>",
    SV_OK, 1, "cvc-enumeration-valid", "/k[1]" },
  { XSD("<xs:include schemaLocation='mangler.xsd'/><xs:element name='k' type='xs:string'/>"),
    "<k/>", SV_INVALID, 0, "", "" },
  { XSD("<xs:include schemaLocation='file:///etc/passwd'/>"), "<k/>", SV_INVALID, 0, "", "" },
  { XSD("<xs:element name='k' type='finnes-ikke'/>"), "<k/>", SV_INVALID, 0, "", "" },
  { "<a/>", "<k/>", SV_INVALID, 0, "", "" },
};

static void cases_are_judged_as_the_schema_says(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct told told;
    struct sv_error err = { 0 };
    size_t errors;
    const enum sv_status status = judge(cases[i].schema, cases[i].document, &told, &errors, &err);
    if (status != cases[i].status || errors < cases[i].errors ||
        (errors > 0) != (cases[i].errors > 0) || strcmp(told.rule, cases[i].rule) != 0 ||
        strcmp(told.path, cases[i].path) != 0) {
      print_message("# %zu: %d, %zu errors, %s at %s; %s\n", i, status, errors, told.rule,
                    told.path, err.text);
      fail();
    }
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(cases_are_judged_as_the_schema_says) };
  return cmocka_run_group_tests_name("xsd", tests, NULL, NULL);
}
