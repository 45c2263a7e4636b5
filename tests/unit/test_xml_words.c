// SPDX-License-Identifier: Apache-2.0
/* What is wrong with XML and with documents by a schema, said in words of our own in three
 * languages, at the line and the column where it is. */
#include "tests/unit/unit.h"

#include "engines/base/lang.h"
#include "engines/rdf/read.h"
#include "engines/xml/xml.h"
#include "engines/xml/xsd.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define XSI "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
#define XSD(inside) "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>" inside "</xs:schema>"
#define SIMPLE(base, facets)                                                                       \
  XSD("<xs:element name='k'><xs:simpleType><xs:restriction base='xs:" base "'>" facets             \
      "</xs:restriction></xs:simpleType></xs:element>")
#define INSIDE(content)                                                                            \
  XSD("<xs:element name='k'><xs:complexType>" content "</xs:complexType></xs:element>")
#define PAIR                                                                                       \
  INSIDE("<xs:sequence><xs:element name='a'/><xs:element name='b'/></xs:sequence>"                 \
         "<xs:attribute name='id' use='required'/><xs:attribute name='f' fixed='x'/>")

static const enum sv_lang languages[] = { SV_EN, SV_NB, SV_NN };

static const struct {
  const char *text;
  size_t line, column;
  const char *said;
} broken[] = {
  { "", 1, 1, "the document is empty" },
  { "tekst", 1, 1,
    "an element was expected here; the text is not XML, or something stands before its first "
    "element" },
  { "<a/><b/>", 1, 5,
    "something follows the end of the root element; a document has one root element" },
  { "<a><b></a>", 1, 11,
    "the element b from line 1 is closed by </a>; write </b>, or remove one of the tags" },
  { "<a>\n <b>", 2, 5, "the element b from line 2 is never closed; write </b> where it ends" },
  { "<a>\n<b>\n\n<c></b></a>", 4, 8,
    "the element c from line 4 is closed by </b>; write </c>, or remove one of the tags" },
  { " <?xml version=\"1.0\"?><a/>", 1, 7,
    "the XML declaration stands at the very beginning of the document and has a version; remove "
    "what is before it, blank lines too" },
  { "<?xml?><a/>", 1, 6,
    "the XML declaration stands at the very beginning of the document and has a version; remove "
    "what is before it, blank lines too" },
  { "<a b=1/>", 1, 6, "the value of an attribute stands in quotes; put them around it" },
  { "<a b/>", 1, 5, "the attribute b has no value; write b=\"…\"" },
  { "<a b=\"1\" b=\"2\"/>", 1, 15,
    "the attribute b stands twice on one element; remove one of them" },
  { "<a b=\"1\"c=\"2\"/>", 1, 9,
    "attributes stand apart with a space between them, each written name=\"value\"" },
  { "<a b=\"<\"/>", 1, 7, "the value of an attribute has a plain \"<\"; write it as &lt;" },
  { "<a b=\"1", 1, 8, "the closing quote of an attribute's value is missing" },
  { "<a>\n&nbsp;</a>", 2, 7,
    "the entity &nbsp; is not declared in the document; write the character itself instead" },
  { "<a>&</a>", 1, 5, "a plain & stands here; write it as &amp;" },
  { "<a>&x</a>", 1, 6, "an entity reference ends with a semicolon; write a plain & as &amp;" },
  { "<a>&#0;</a>", 1, 8, "this character reference names a character that XML does not allow" },
  { "<a>&#xZ;</a>", 1, 7,
    "a character reference in hexadecimal is written &#x and hexadecimal digits, with a semicolon "
    "after them" },
  { "<a>&#9x;</a>", 1, 7,
    "a character reference is written &# and digits, with a semicolon after them" },
  { "<a><!-- -- --></a>", 1, 9, "a comment cannot have \"--\" in it; write something else there" },
  { "<a><!-- </a>", 1, 13, "a comment is never closed; write --> where it ends" },
  { "<a><![CDATA[ </a>", 1, 18,
    "a CDATA section is never closed, or holds a character that XML does not allow; it ends with "
    "]]>" },
  { "<a>]]></a>", 1, 4, "\"]]>\" cannot stand in text; write it as ]]&gt;" },
  { "<a><1/></a>", 1, 5,
    "a \"<\" is followed by something that is no element name; write a plain \"<\" as &lt;" },
  { "<a b=\"1\" <c/>", 1, 10,
    "the name of an attribute was expected here; see that the tag ends with \">\"" },
  { "<a></a", 1, 7, "the tag does not end with \">\"" },
  { "<a><?p </a>", 1, 12, "the processing instruction p is never closed; write ?> where it ends" },
  { "<p:a/>", 1, 5, "the prefix p of the element a is not declared; bind it with xmlns:p=\"…\"" },
  { "<a p:b=\"1\"/>", 1, 11,
    "the prefix p of the attribute b is not declared; bind it with xmlns:p=\"…\"" },
  { "<a xmlns:p=\"\"/>", 1, 14, "the prefix p is bound to an empty namespace; give it an address" },
  { "<a xmlns:xml=\"u\"/>", 1, 17,
    "xml and xmlns are reserved, as prefixes and as namespaces; choose another" },
  { "<a xmlns:p=\"u\" xmlns:q=\"u\" p:b=\"1\" q:b=\"2\"/>", 1, 43,
    "the attribute b stands twice on one element, by two prefixes of one namespace; remove one of "
    "them" },
  { "<a:b:c xmlns:a=\"u\"/>", 1, 5,
    "a name has one colon at most, with something on both sides of it" },
  { "<?xml version=\"2.0\"?><a/>", 1, 20,
    "the document says that it is XML 2.0; 1.0 is what is read here" },
  { "<?xml version=\"1.0\" encoding=\"finnes-ikke\"?><a/>", 1, 43,
    "the encoding finnes-ikke is not known here; save the document as UTF-8 and say so in the XML "
    "declaration" },
  { "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>", 1, 38,
    "the XML declaration says UTF-16, and the document is not; correct the encoding it names" },
  { "<?xml version=\"1.0\" standalone=\"kanskje\"?><a/>", 1, 33,
    "standalone is \"yes\" or \"no\"" },
  { "<!DOCTYPE a", 1, 12, "the document type declaration (DOCTYPE) is not closed" },
  { "<!DOCTYPE a [<!ENTITY x \"<b>\">]><a>&x;</a>", 1, 4,
    "the element b from line 1 is never closed; write </b> where it ends" },
  { "<!DOCTYPE a [<!ELEMENT ]><a/>", 1, 24, "a name was expected here" },
  { "<!DOCTYPE a [<!ENTITY x>]><a/>", 1, 24, "a space is missing here" },
  { "<a>\xE6"
    "</a>",
    1, 4,
    "the bytes here are not UTF-8; save the document as UTF-8, or name its encoding in the XML "
    "declaration" },
  { "<a>\x01"
    "</a>",
    1, 4, "a control character stands here that XML does not allow (number 1); remove it" },
};

static const struct {
  const char *schema, *text, *said;
} invalid[] = {
  { SIMPLE("string", "<xs:enumeration value='A'/><xs:enumeration value='B'/>"), "<k>C</k>",
    "the value \"C\" is not among those allowed, which are 'A', 'B'" },
  { SIMPLE("string", "<xs:pattern value='[0-9]{9}'/>"), "<k>12</k>",
    "the value \"12\" does not have the form that the pattern [0-9]{9} asks for" },
  { SIMPLE("string", "<xs:minLength value='2'/>"), "<k>1</k>",
    "the value has the length 1, and must have 2 at least" },
  { SIMPLE("string", "<xs:maxLength value='2'/>"), "<k>123</k>",
    "the value has the length 3, and may have 2 at most" },
  { SIMPLE("string", "<xs:length value='2'/>"), "<k>123</k>",
    "the value has the length 3, and must have 2" },
  { SIMPLE("integer", "<xs:minInclusive value='1'/>"), "<k>0</k>",
    "the value 0 is lower than 1, the lowest allowed" },
  { SIMPLE("integer", "<xs:maxInclusive value='1'/>"), "<k>2</k>",
    "the value 2 is higher than 1, the highest allowed" },
  { SIMPLE("integer", "<xs:minExclusive value='1'/>"), "<k>1</k>",
    "the value 1 must be higher than 1" },
  { SIMPLE("integer", "<xs:maxExclusive value='1'/>"), "<k>1</k>",
    "the value 1 must be lower than 1" },
  { SIMPLE("decimal", "<xs:totalDigits value='2'/>"), "<k>123</k>",
    "the value 123 has more digits than the 2 allowed" },
  { SIMPLE("decimal", "<xs:fractionDigits value='1'/>"), "<k>1.23</k>",
    "the value 1.23 has more decimals than the 1 allowed" },
  { XSD("<xs:element name='k' type='xs:date'/>"), "<k>2020-13-01</k>",
    "the value \"2020-13-01\" is not of the type xs:date" },
  { XSD("<xs:element name='k'><xs:simpleType><xs:list "
        "itemType='xs:integer'/></xs:simpleType></xs:element>"),
    "<k>x</k>", "the value \"x\" is not of the type xs:integer" },
  { XSD("<xs:element name='k'><xs:simpleType><xs:union memberTypes='xs:integer "
        "xs:date'/></xs:simpleType></xs:element>"),
    "<k>x</k>", "the value \"x\" is not of the type that the schema gives it" },
  { XSD("<xs:element name='k' type='xs:string' fixed='ja'/>"), "<k>nei</k>",
    "the value is \"nei\" and must be \"ja\"" },
  { PAIR, "<k id='1'><b/></k>", "the element b is not expected here; a is" },
  { PAIR, "<k id='1'><a/></k>", "something is missing in the element k: b must follow" },
  { PAIR, "<k id='1'><a/><b/><b/></k>", "the element b is not expected here; remove it" },
  { PAIR, "<k id='1'>x<a/><b/></k>",
    "the element k holds elements only, and has text between them" },
  { PAIR, "<k><a/><b/></k>", "the element k lacks the attribute id" },
  { PAIR, "<k id='1' x='1'><a/><b/></k>", "the element k cannot have the attribute x" },
  { PAIR, "<k id='1' f='y'><a/><b/></k>", "the value is \"y\" and must be \"x\"" },
  { PAIR, "<rar/>", "the schema does not declare rar as a root element" },
  { INSIDE("<xs:choice><xs:element name='a'/><xs:element name='b'/></xs:choice>"), "<k><c/></k>",
    "the element c is not expected here; one of these is: a, b" },
  { INSIDE("<xs:choice><xs:element name='a'/><xs:element name='b'/></xs:choice>"), "<k/>",
    "something is missing in the element k; one of these must follow: a, b" },
  { INSIDE(""), "<k>x</k>", "the element k must be empty, and has text in it" },
  { INSIDE(""), "<k><a/></k>", "the element k must be empty, and has elements in it" },
  { INSIDE("<xs:simpleContent><xs:extension base='xs:string'/></xs:simpleContent>"), "<k><a/></k>",
    "the element k holds a simple value, and has elements in it" },
  { INSIDE("<xs:sequence><xs:any namespace='##other'/></xs:sequence>"), "<k><a xmlns='u'/></k>",
    "the schema does not declare the element a, and demands that for what stands here" },
  { INSIDE("<xs:anyAttribute namespace='##other'/>"), "<k " XSI "xsi:rar='1'/>",
    "the schema does not declare this attribute, and demands that for what stands here" },
  { XSD("<xs:element name='k' type='xs:string'/>"), "<k><a/></k>",
    "the element k holds a simple value, and has elements in it" },
  { XSD("<xs:element name='k' nillable='true' type='xs:int'/>"), "<k " XSI "xsi:nil='true'>3</k>",
    "the element k has xsi:nil, and must be empty then" },
  { XSD("<xs:element name='k' type='xs:string'/>"), "<k " XSI "xsi:nil='true'/>",
    "the element k cannot have xsi:nil" },
  { XSD("<xs:element name='k' type='xs:string'/>"), "<k " XSI "xsi:type='zz'/>",
    "xsi:type names the type zz, which the schema does not have" },
  { XSD("<xs:element name='k' type='xs:date'/><xs:simpleType name='n'><xs:restriction "
        "base='xs:int'/></xs:simpleType>"),
    "<k " XSI "xsi:type='n'>1</k>",
    "the type n that xsi:type names cannot stand in for the one of the element k" },
  { XSD("<xs:complexType name='t' abstract='true'/><xs:element name='k' type='t'/>"), "<k/>",
    "the type of the element k is abstract; name a concrete one with xsi:type" },
  { XSD("<xs:element name='k' abstract='true'/>"), "<k/>",
    "the element k is abstract; another must stand in its place" },
  { XSD("<xs:element name='k'><xs:complexType><xs:sequence><xs:element name='a' type='xs:int' "
        "maxOccurs='9'/></xs:sequence></xs:complexType><xs:unique name='en'><xs:selector "
        "xpath='a'/><xs:field xpath='.'/></xs:unique></xs:element>"),
    "<k><a>1</a><a>1</a></k>", "the key '1' comes twice, and en says that it is unique" },
  { XSD("<xs:element name='k'><xs:complexType><xs:sequence><xs:element name='a' "
        "maxOccurs='9'/></xs:sequence></xs:complexType><xs:key name='en'><xs:selector "
        "xpath='a'/><xs:field xpath='@n'/></xs:key></xs:element>"),
    "<k><a>1</a></k>", "a part of the key en is missing in the element a" },
  { XSD("<xs:element name='k'><xs:complexType><xs:sequence><xs:element name='a' type='xs:int' "
        "maxOccurs='9'/></xs:sequence><xs:attribute name='r'/></xs:complexType><xs:key "
        "name='en'><xs:selector xpath='a'/><xs:field xpath='.'/></xs:key><xs:keyref name='til' "
        "refer='en'><xs:selector xpath='.'/><xs:field xpath='@r'/></xs:keyref></xs:element>"),
    "<k r='5'><a>1</a></k>", "'5' refers by til to a key that is not there" },
  { XSD("<xs:element name='k'><xs:complexType><xs:sequence><xs:element name='a' "
        "maxOccurs='9'/></xs:sequence></xs:complexType><xs:unique name='en'><xs:selector "
        "xpath='a'/><xs:field xpath='.'/></xs:unique></xs:element>"),
    "<k><a>1</a></k>", "the key en is made of \".\", which holds more than a simple value" },
};

static const struct {
  const char *schema, *said;
} schemas[] = {
  { XSD("<xs:element name='k' type='finnes-ikke'/>"), "the schema breaks the rules of XML Schema "
                                                      "1.0: finnes-ikke is declared neither in the "
                                                      "schema nor in what it includes" },
  { XSD("<xs:element name='k' type='p:finnes-ikke'/>"), "the schema breaks the rules of XML Schema "
                                                        "1.0: the prefix of p:finnes-ikke is bound "
                                                        "to no namespace; bind it with xmlns" },
  { XSD("<xs:element name='k' xmlns:p='u' type='p:x'/>"), "the schema breaks the rules of XML "
                                                          "Schema 1.0: the schema uses the "
                                                          "namespace u without importing it; add "
                                                          "an xs:import" },
  { XSD("<xs:element/>"), "the schema breaks the rules of XML Schema 1.0: the element xs:element "
                          "lacks the attribute name" },
  { XSD("<xs:element name='k' zz='1'/>"), "the schema breaks the rules of XML Schema 1.0: the "
                                          "element xs:element cannot have the attribute zz" },
  { XSD("<xs:element name='k'><xs:rar/></xs:element>"), "the schema breaks the rules of XML Schema "
                                                        "1.0: what stands in it is not as XML "
                                                        "Schema has it, which is (annotation?, "
                                                        "((simpleType | complexType)?, (unique | "
                                                        "key | keyref)*))" },
  { XSD("<xs:element name='1k'/>"), "the schema breaks the rules of XML Schema 1.0: the value "
                                    "\"1k\" is not of the type xs:NCName" },
  { XSD("<xs:element name='k'/><xs:element name='k'/>"), "the schema breaks the rules of XML "
                                                         "Schema 1.0: k is declared twice; remove "
                                                         "one of them" },
  { XSD("<xs:simpleType name='s'><xs:restriction base='xs:string'><xs:pattern "
        "value='[a'/></xs:restriction></xs:simpleType>"),
    "the schema breaks the rules of XML Schema 1.0: the pattern [a is no regular expression of XML "
    "Schema" },
  { XSD("<xs:simpleType name='s'><xs:restriction base='xs:string'><xs:totalDigits "
        "value='3'/></xs:restriction></xs:simpleType>"),
    "the schema breaks the rules of XML Schema 1.0: the facet totalDigits is not allowed on types "
    "made from atomic type 'xs:string'" },
  { XSD("<xs:element name='k' type='xs:string'><xs:simpleType/></xs:element>"), "the schema breaks "
                                                                                "the rules of XML "
                                                                                "Schema 1.0: the "
                                                                                "attribute type "
                                                                                "and the element "
                                                                                "simpleType in it "
                                                                                "exclude each "
                                                                                "other; remove "
                                                                                "one" },
  { XSD("<xs:complexType name='k'><xs:sequence><xs:element name='a' minOccurs='0'/><xs:element "
        "name='a'/></xs:sequence></xs:complexType>"),
    "the schema breaks the rules of XML Schema 1.0: the content is ambiguous: an element could be "
    "read as more than one part of it" },
  { XSD("<xs:complexType name='k'><xs:sequence minOccurs='x'/></xs:complexType>"),
    "the schema breaks the rules of XML Schema 1.0: the value \"x\" is not as XML Schema has it, "
    "which is xs:nonNegativeInteger" },
  { XSD("<xs:complexType name='k'><xs:sequence minOccurs='2' maxOccurs='1'/></xs:complexType>"),
    "the schema breaks the rules of XML Schema 1.0: minOccurs is higher than maxOccurs" },
  { XSD("<xs:element name='k' default='a' fixed='b'/>"), "the schema breaks the rules of XML "
                                                         "Schema 1.0: the attributes default and "
                                                         "fixed exclude each other; remove one" },
  { XSD("<xs:complexType name='k'><xs:attribute name='a'/><xs:attribute "
        "name='a'/></xs:complexType>"),
    "the schema breaks the rules of XML Schema 1.0: the attribute a is declared twice; remove one "
    "of them" },
  { XSD("<xs:complexType name='s'><xs:complexContent><xs:extension "
        "base='xs:string'/></xs:complexContent></xs:complexType>"),
    "the schema breaks the rules of XML Schema 1.0: complexContent builds on a complex type, and "
    "xs:string is a simple one; use simpleContent" },
  { XSD("<xs:simpleType name='s'><xs:restriction base='s'/></xs:simpleType>"), "the schema breaks "
                                                                               "the rules of XML "
                                                                               "Schema 1.0: it is "
                                                                               "defined by itself; "
                                                                               "break the circle" },
};

/* SAID in English, and something else without an open place in the two others. */
static void is_said(const char *said, enum sv_lang lang, const char *english)
{
  if (lang == SV_EN && strcmp(said, english) != 0)
    fail_msg("said: %s; due: %s", said, english);
  if (lang != SV_EN && (strcmp(said, english) == 0 || !said[0] || strstr(said, "library")))
    fail_msg("not said in another language: %s", said);
}

static void text_that_is_no_xml_is_told_where_and_why(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++)
    for (size_t l = 0; l < sizeof languages / sizeof languages[0]; l++) {
      struct sv_xml *x = NULL;
      struct sv_doc_finding fault = { 0 };
      struct sv_error err = { 0 };
      sv_lang_use(languages[l]);
      assert_int_equal(
          sv_xml_read(broken[i].text, strlen(broken[i].text), "d.xml", NULL, &x, &fault, &err),
          SV_INVALID);
      is_said(fault.arg, languages[l], broken[i].said);
      if (fault.line != broken[i].line || fault.column != broken[i].column ||
          err.line != fault.line || err.column != fault.column)
        fail_msg("%s: at %zu:%zu", broken[i].text, fault.line, fault.column);
    }
  sv_lang_use(SV_EN);
}

static void rdf_in_xml_is_told_the_same(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
    struct sv_graph *g = sv_graph_new(NULL);
    struct sv_doc_finding fault = { 0 };
    struct sv_error err = { 0 };
    const struct sv_rdf_options opt = { .base = "http://a.no/", .fault = &fault };
    assert_non_null(g);
    assert_int_equal(sv_rdf_read(g, broken[i].text, strlen(broken[i].text), SV_RDF_XML, &opt, &err),
                     SV_INVALID);
    if (strcmp(fault.arg, broken[i].said) != 0 || fault.line != broken[i].line ||
        fault.column != broken[i].column)
      fail_msg("%s: %s at %zu:%zu", broken[i].text, fault.arg, fault.line, fault.column);
    sv_graph_free(g);
  }
}

struct first {
  char detail[600];
};

static void hear(void *context, const struct sv_xsd_finding *f)
{
  struct first *first = context;
  if (!first->detail[0])
    (void)snprintf(first->detail, sizeof first->detail, "%s", f->detail);
}

static enum sv_status judge(const char *schema, const char *text, struct first *first,
                            struct sv_error *err)
{
  struct sv_xml *s = NULL, *d = NULL;
  struct sv_xsd *compiled = NULL;
  size_t errors = 0;
  enum sv_status status =
      sv_xml_read(schema, strlen(schema), "s.xsd", "file:///s.xsd", &s, NULL, err);
  if (status == SV_OK)
    status = sv_xml_read(text, strlen(text), "d.xml", NULL, &d, NULL, err);
  if (status == SV_OK)
    status = sv_xsd_compile(s, NULL, &compiled, err);
  if (status == SV_OK)
    status = sv_xsd_validate(compiled, d, hear, first, &errors, err);
  sv_xsd_free(compiled);
  sv_xml_free(s);
  sv_xml_free(d);
  return status;
}

static void documents_that_break_a_schema_are_told_why(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof invalid / sizeof invalid[0]; i++)
    for (size_t l = 0; l < sizeof languages / sizeof languages[0]; l++) {
      struct first first = { .detail = "" };
      struct sv_error err = { 0 };
      sv_lang_use(languages[l]);
      if (judge(invalid[i].schema, invalid[i].text, &first, &err) != SV_OK)
        fail_msg("%s: %s", invalid[i].text, err.text);
      is_said(first.detail, languages[l], invalid[i].said);
    }
  sv_lang_use(SV_EN);
}

static void schemas_that_break_the_rules_are_told_why(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof schemas / sizeof schemas[0]; i++)
    for (size_t l = 0; l < sizeof languages / sizeof languages[0]; l++) {
      struct first first = { .detail = "" };
      struct sv_error err = { 0 };
      sv_lang_use(languages[l]);
      assert_int_equal(judge(schemas[i].schema, "<k/>", &first, &err), SV_INVALID);
      assert_string_equal(err.file, "s.xsd");
      assert_int_equal(err.line, 1);
      is_said(err.text, languages[l], schemas[i].said);
    }
  sv_lang_use(SV_EN);
}

static int open_languages(void **state)
{
  (void)state;
  const char *dir = getenv("SAMSVAR_LOCALE_DIR");
  return dir && sv_lang_open(dir) == SV_OK ? 0 : -1;
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(text_that_is_no_xml_is_told_where_and_why),
    cmocka_unit_test(rdf_in_xml_is_told_the_same),
    cmocka_unit_test(documents_that_break_a_schema_are_told_why),
    cmocka_unit_test(schemas_that_break_the_rules_are_told_why),
  };
  return cmocka_run_group_tests_name("xml_words", tests, open_languages, NULL);
}
