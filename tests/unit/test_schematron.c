// SPDX-License-Identifier: Apache-2.0
/* Schematron: what is judged, what is told, and what a hostile schema or document comes to. */
#include "tests/unit/unit.h"

#include "engines/xml/schematron.h"

#include <stdio.h>
#include <string.h>

#define SCHEMA(inside) "<schema xmlns='http://purl.oclc.org/dsdl/schematron'>" inside "</schema>"
#define RULE(context, inside) "<pattern><rule context='" context "'>" inside "</rule></pattern>"
#define INVOICE                                                                                    \
  "<faktura xmlns:e='urn:e'><linje nr='1'><e:sum>10</e:sum></linje><linje "                        \
  "nr='2'><e:sum>20</e:sum></linje></faktura>"

struct told {
  size_t patterns, rules, errors, warnings;
  size_t line;
  char text[400], path[200];
  struct sv_buf svrl;
};

static void listen(void *context, const struct sv_schematron_event *e)
{
  struct told *t = context;
  sv_svrl_add(&t->svrl, e);
  t->patterns += e->kind == SV_SCHEMATRON_PATTERN;
  t->rules += e->kind == SV_SCHEMATRON_RULE;
  if (e->kind != SV_SCHEMATRON_FAILED && e->kind != SV_SCHEMATRON_REPORTED)
    return;
  t->warnings += e->is_warning;
  t->errors += !e->is_warning;
  t->line = e->line;
  (void)snprintf(t->text, sizeof t->text, "%s", e->text);
  (void)snprintf(t->path, sizeof t->path, "%s", e->path);
}

static enum sv_status fetch(void *context, const char *iri, struct sv_buf *out,
                            struct sv_error *err)
{
  (void)context;
  if (strcmp(iri, "file:///s/self.sch") == 0)
    return sv_buf_adds(out, "<pattern xmlns='http://purl.oclc.org/dsdl/schematron'><include "
                            "href='self.sch'/></pattern>");
  if (strcmp(iri, "file:///s/rule.sch") == 0)
    return sv_buf_adds(out, "<rule xmlns='http://purl.oclc.org/dsdl/schematron' "
                            "context='linje'><assert test='@nr=1'/></rule>");
  if (strcmp(iri, "file:///s/koder.xml") == 0)
    return sv_buf_adds(out, "<koder><kode>1</kode></koder>");
  return sv_fail(err, SV_NOT_FOUND, "no %s", iri);
}

static enum sv_status judge(const char *schema, const char *document, struct told *told,
                            struct sv_schematron_counts *counts, struct sv_error *err)
{
  const struct sv_schematron_options options = { .source = { fetch, NULL } };
  struct sv_xml *s = NULL, *d = NULL;
  struct sv_schematron *compiled = NULL;
  *told = (struct told){ .svrl = SV_BUF((size_t)8 << 20) };
  *counts = (struct sv_schematron_counts){ 0 };
  enum sv_status status =
      sv_xml_read(schema, strlen(schema), "s.sch", "file:///s/s.sch", &s, NULL, err);
  if (status == SV_OK)
    status = sv_xml_read(document, strlen(document), "d.xml", "file:///s/d.xml", &d, NULL, err);
  if (status == SV_OK)
    status = sv_schematron_compile(s, &options, &compiled, err);
  if (status == SV_OK)
    status = sv_schematron_validate(compiled, d, listen, told, counts, err);
  sv_schematron_free(compiled);
  sv_xml_free(s);
  sv_xml_free(d);
  sv_buf_free(&told->svrl);
  return status;
}

static const struct {
  const char *schema, *document;
  enum sv_status status;
  size_t fired, errors, warnings;
  const char *text; /* the last assertion's words, or what the error holds */
} cases[] = {
  { SCHEMA(RULE("linje", "<assert test='@nr'>mangler nr</assert>")), INVOICE, SV_OK, 2, 0, 0, "" },
  { SCHEMA(RULE("linje", "<assert test='@nr=1'>linje <value-of select='@nr'/> i <name "
                         "path='..'/></assert>")),
    INVOICE, SV_OK, 2, 1, 0, "linje 2 i" },
  { SCHEMA(RULE("linje", "<report test='@nr=1'>  en\n   <name/> </report>")), INVOICE, SV_OK, 2, 1,
    0, "en linje" },
  { SCHEMA(RULE("linje", "<assert role='warning' test='false()'>x</assert>")), INVOICE, SV_OK, 2, 0,
    2, "x" },
  { SCHEMA("<ns prefix='e' uri='urn:e'/>" RULE("e:sum|@nr", "<assert test='. &lt; 20'>for stor: "
                                                            "<value-of select='.'/></assert>")),
    INVOICE, SV_OK, 4, 1, 0, "for stor: 20" },
  { SCHEMA(RULE("linje[2]", "<assert test='false()'>to</assert>")), INVOICE, SV_OK, 1, 1, 0, "to" },
  { SCHEMA(RULE("finnes-ikke", "<assert test='false()'/>")), INVOICE, SV_OK, 0, 0, 0, "" },
  { SCHEMA(RULE("linje", "<let name='n' value='@nr * 2'/><assert test='$n = current()/@nr * 2'/>")),
    INVOICE, SV_OK, 2, 0, 0, "" },
  { SCHEMA(RULE("linje", "<let name='k' value='document(\"koder.xml\")'/><assert test='@nr = "
                         "$k//kode'>ukjent</assert>")),
    INVOICE, SV_OK, 2, 1, 0, "ukjent" },
  { SCHEMA("<pattern><include href='rule.sch'/></pattern>"), INVOICE, SV_OK, 2, 1, 0, "" },
  { SCHEMA("<pattern><rule context='linje[1]'><assert test='true()'/></rule><rule "
           "context='*'><assert test='false()'>n</assert></rule></pattern>"),
    INVOICE, SV_OK, 5, 4, 0, "n" },
  /* what no document can be judged by */
  { SCHEMA(RULE("linje", "<assert test='@nr='/>")), INVOICE, SV_INVALID, 0, 0, 0,
    "is not an XPath" },
  { SCHEMA(RULE("linje", "<assert test='x:y'/>")), INVOICE, SV_INVALID, 0, 0, 0, "prefix \"x\"" },
  { SCHEMA(RULE("linje", "<assert test='matches(., \"a\")'/>")), INVOICE, SV_INVALID, 0, 0, 0,
    "function \"matches\"" },
  { SCHEMA(RULE("linje", "<assert/>")), INVOICE, SV_INVALID, 0, 0, 0, "assert/@test" },
  { SCHEMA(RULE("1 + 1", "<assert test='true()'/>")), INVOICE, SV_INVALID, 0, 0, 0, "" },
  { SCHEMA("<pattern><rule context='a'><extends rule='x'/></rule></pattern>"), INVOICE, SV_INVALID,
    0, 0, 0, "abstract rule" },
  { SCHEMA("<pattern is-a='x'/>"), INVOICE, SV_INVALID, 0, 0, 0, "abstract pattern" },
  { SCHEMA("<template xmlns='http://www.w3.org/1999/XSL/Transform' match='/'/>"), INVOICE,
    SV_INVALID, 0, 0, 0, "xsl:template" },
  { "<schema xmlns='http://purl.oclc.org/dsdl/schematron' queryBinding='xslt2'/>", INVOICE,
    SV_INVALID, 0, 0, 0, "xslt2" },
  { "<schema/>", INVOICE, SV_INVALID, 0, 0, 0, "root element" },
  { SCHEMA(RULE("linje", "<assert test='document(\"../../etc/passwd\")'/>")), INVOICE, SV_NOT_FOUND,
    1, 0, 0, "etc/passwd" },
  { SCHEMA("<include href='self.sch'/>"), INVOICE, SV_LIMIT, 0, 0, 0, "" },
  { SCHEMA(RULE("linje", "<assert test='key(\"k\", 1)'/>")), INVOICE, SV_OK, 2, 2, 0, "" },
};

static void cases_are_judged_as_the_standard_says(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct told told;
    struct sv_schematron_counts counts;
    struct sv_error err = { 0 };
    const enum sv_status status = judge(cases[i].schema, cases[i].document, &told, &counts, &err);
    const char *said = status == SV_OK ? told.text : err.text;
    if (status != cases[i].status || counts.rules_fired != cases[i].fired ||
        counts.errors != cases[i].errors || counts.warnings != cases[i].warnings ||
        !strstr(said, cases[i].text)) {
      print_message("# %s: status %d, fired %zu errors %zu warnings %zu: %s %s\n", cases[i].schema, status,
                    counts.rules_fired, counts.errors, counts.warnings, told.text, err.text);
      fail();
    }
  }
}

static void a_finding_has_line_and_path(void **state)
{
  (void)state;
  struct told told;
  struct sv_schematron_counts counts;
  struct sv_error err = { 0 };
  assert_int_equal(judge(SCHEMA(RULE("linje/@nr", "<assert test='. != 2'>to</assert>")),
                         "<faktura>\n <linje nr='1'/>\n <linje nr='2'/>\n</faktura>", &told,
                         &counts, &err),
                   SV_OK);
  assert_int_equal(told.line, 3);
  assert_string_equal(told.path, "/faktura[1]/linje[2]/@nr");
}

static void nothing_outside_is_read(void **state)
{
  (void)state;
  static const char *const documents[] = {
    "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e;</a>",
    "<!DOCTYPE a SYSTEM 'file:///etc/hostname'><a/>",
    "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/hostname'> %p;]><a/>",
  };
  for (size_t i = 0; i < 3; i++) {
    struct told told;
    struct sv_schematron_counts counts;
    struct sv_error err = { 0 };
    const enum sv_status status = judge(SCHEMA(RULE("a", "<assert test='string(.) = \"\"'>leaked "
                                                         "<value-of select='.'/></assert>")),
                                        documents[i], &told, &counts, &err);
    assert_true(status == SV_OK || status == SV_INVALID);
    assert_int_equal(counts.errors, 0);
  }
}

static void growth_is_bounded(void **state)
{
  (void)state;
  struct told told;
  struct sv_schematron_counts counts;
  struct sv_error err = { 0 };
  assert_int_equal(judge(SCHEMA(""),
                         "<!DOCTYPE a [<!ENTITY a "
                         "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'>"
                         "<!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c "
                         "'&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>"
                         "<!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'><!ENTITY e "
                         "'&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'>"
                         "<!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;'><!ENTITY g "
                         "'&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;'>"
                         "]><a>&g;&g;&g;</a>",
                         &told, &counts, &err),
                   SV_LIMIT);
  struct sv_buf schema = SV_BUF((size_t)1 << 20);
  (void)sv_buf_adds(&schema, "<schema xmlns='http://purl.oclc.org/dsdl/schematron'><let name='v0' "
                             "value='\"0123456789\"'/>");
  for (int i = 1; i < 40; i++)
    (void)sv_buf_addf(&schema, "<let name='v%d' value='concat($v%d, $v%d)'/>", i, i - 1, i - 1);
  (void)sv_buf_adds(&schema, "</schema>");
  err = (struct sv_error){ 0 };
  assert_int_equal(judge(sv_buf_text(&schema), "<a/>", &told, &counts, &err), SV_LIMIT);
  assert_string_equal(err.limit, "schematron-text");
  sv_buf_free(&schema);
}

static void work_is_bounded(void **state)
{
  (void)state;
  struct told told;
  struct sv_schematron_counts counts;
  struct sv_error err = { 0 };
  struct sv_buf document = SV_BUF((size_t)1 << 20);
  (void)sv_buf_adds(&document, "<a>");
  for (int i = 0; i < 2000; i++)
    (void)sv_buf_adds(&document, "<b/>");
  (void)sv_buf_adds(&document, "</a>");
  assert_int_equal(judge(SCHEMA(RULE("a", "<assert test='count(//b[count(//b[count(//b) = 1]) = "
                                          "1]) = 0'/>")),
                         sv_buf_text(&document), &told, &counts, &err),
                   SV_LIMIT);
  assert_string_equal(err.limit, "schematron-work");
  sv_buf_free(&document);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(cases_are_judged_as_the_standard_says),
    cmocka_unit_test(a_finding_has_line_and_path),
    cmocka_unit_test(nothing_outside_is_read),
    cmocka_unit_test(growth_is_bounded),
    cmocka_unit_test(work_is_bounded),
  };
  return cmocka_run_group_tests_name("schematron", tests, NULL, NULL);
}
