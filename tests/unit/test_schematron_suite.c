// SPDX-License-Identifier: Apache-2.0
/* The Schematron conformance suite, when it is there ($SAMSVAR_SHARED or ../shared beside the
 * source): every case, its expectations of the SVRL report too. What is judged otherwise is named
 * with its reason. */
#include "tests/unit/unit.h"

#include "engines/xml/schematron.h"

#include <dirent.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BASE "file:///suite/"
#define CASE_NS "tag:dmaus@dmaus.name,2019:Schematron:Testsuite"
#define SVRL_NS "http://purl.oclc.org/dsdl/svrl"

static const struct {
  const char *id, *reason;
} misses[] = {
  { "let-scope-pattern-01", "gives a pattern the name of a schema's variable, which "
                            "let-name-collision-error-05 and -06 call an error" },
};

static char corpus[4000];

static bool find_corpus(void)
{
  const char *shared = getenv("SAMSVAR_SHARED");
  const char *source = getenv("abs_srcdir");
  if (shared)
    (void)snprintf(corpus, sizeof corpus, "%s/corpus/schematron/tests/", shared);
  else
    (void)snprintf(corpus, sizeof corpus, "%s/../shared/corpus/schematron/tests/",
                   source ? source : ".");
  DIR *dir = opendir(corpus);
  if (dir)
    closedir(dir);
  return dir != NULL;
}

static xmlNode *child(const xmlNode *n, const char *name)
{
  for (xmlNode *c = n ? n->children : NULL; c; c = c->next)
    if (c->type == XML_ELEMENT_NODE && (!name || strcmp((const char *)c->name, name) == 0))
      return c;
  return NULL;
}

static bool has_attribute(const xmlNode *n, const char *name, const char *value)
{
  xmlChar *text = xmlGetNoNsProp(n, (const xmlChar *)name);
  const bool same = text && strcmp((const char *)text, value) == 0;
  xmlFree(text);
  return same;
}

/* The element N as a document of its own. */
static enum sv_status text_of(xmlNode *n, struct sv_buf *out)
{
  xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
  (void)xmlDocSetRootElement(doc, xmlDocCopyNode(n, doc, 1));
  (void)xmlReconciliateNs(doc, xmlDocGetRootElement(doc));
  xmlChar *text;
  int size;
  xmlDocDumpMemory(doc, &text, &size);
  const enum sv_status status = sv_buf_add(out, text, (size_t)size);
  xmlFree(text);
  xmlFreeDoc(doc);
  return status;
}

/* The secondary document of the case that IRI names. */
static enum sv_status fetch(void *context, const char *iri, struct sv_buf *out,
                            struct sv_error *err)
{
  const xmlNode *documents = context;
  for (xmlNode *n = documents->children; n; n = n->next)
    if (n->type == XML_ELEMENT_NODE && strncmp(iri, BASE, strlen(BASE)) == 0 &&
        has_attribute(n, "filename", iri + strlen(BASE)))
      return text_of(child(n, NULL), out);
  return sv_fail(err, SV_NOT_FOUND, "%s is not in the case", iri);
}

/* Among several schemas the one that names its query language. */
static xmlNode *schema_of(const xmlNode *schemas)
{
  for (xmlNode *n = schemas->children; n; n = n->next)
    if (n->type == XML_ELEMENT_NODE && has_attribute(n, "queryBinding", "xslt"))
      return n;
  return child(schemas, NULL);
}

static void collect(void *context, const struct sv_schematron_event *e)
{
  sv_svrl_add(context, e);
}

static struct sv_xml *read_element(xmlNode *n, const char *name, struct sv_error *err)
{
  char iri[200];
  struct sv_xml *doc = NULL;
  struct sv_buf text = SV_BUF((size_t)1 << 20);
  (void)snprintf(iri, sizeof iri, BASE "%s", name);
  if (text_of(n, &text) == SV_OK &&
      sv_xml_read(sv_buf_text(&text), text.size, name, iri, &doc, NULL, err) != SV_OK)
    doc = NULL;
  sv_buf_free(&text);
  return doc;
}

/* "valid", "invalid" or "error"; the report in SVRL. */
static const char *judge(xmlNode *test, struct sv_buf *svrl, struct sv_error *err)
{
  xmlNode *documents = child(test, "documents");
  xmlNode *schemas = child(test, "schemas");
  xmlChar *phase = xmlGetNoNsProp(schemas, (const xmlChar *)"phase");
  const struct sv_schematron_options options = { .phase = (const char *)phase,
                                                 .source = { fetch, documents } };
  struct sv_schematron_counts counts = { 0 };
  struct sv_schematron *s = NULL;
  struct sv_xml *schema = read_element(schema_of(schemas), "schema.sch", err);
  struct sv_xml *doc = read_element(child(child(documents, "primary"), NULL), "document.xml", err);
  sv_svrl_begin(svrl, "document.xml");
  enum sv_status status =
      schema && doc ? sv_schematron_compile(schema, &options, &s, err) : SV_INVALID;
  if (status == SV_OK)
    status = sv_schematron_validate(s, doc, collect, svrl, &counts, err);
  assert_int_equal(sv_svrl_end(svrl), SV_OK);
  sv_schematron_free(s);
  sv_xml_free(schema);
  sv_xml_free(doc);
  xmlFree(phase);
  return status != SV_OK ? "error" : counts.errors ? "invalid" : "valid";
}

static bool meets_expectations(const xmlNode *test, const struct sv_buf *svrl)
{
  const xmlNode *list = child(test, "expectations");
  xmlDoc *doc = xmlReadMemory(sv_buf_text(svrl), (int)svrl->size, "svrl", NULL, XML_PARSE_NONET);
  bool met = doc != NULL;
  for (const xmlNode *n = list ? list->children : NULL; n && met; n = n->next) {
    xmlChar *expression =
        n->type == XML_ELEMENT_NODE ? xmlGetNoNsProp(n, (const xmlChar *)"test") : NULL;
    if (!expression)
      continue;
    xmlXPathContext *x = xmlXPathNewContext(doc);
    (void)xmlXPathRegisterNs(x, (const xmlChar *)"svrl", (const xmlChar *)SVRL_NS);
    xmlXPathObject *value = xmlXPathEvalExpression(expression, x);
    met = value && xmlXPathCastToBoolean(value);
    xmlXPathFreeObject(value);
    xmlXPathFreeContext(x);
    xmlFree(expression);
  }
  xmlFreeDoc(doc);
  return met;
}

static bool is_known_miss(const char *id)
{
  for (size_t i = 0; i < sizeof misses / sizeof misses[0]; i++)
    if (strcmp(misses[i].id, id) == 0)
      return true;
  return false;
}

static bool run_case(const char *path)
{
  struct sv_error err = { 0 };
  struct sv_buf svrl = SV_BUF((size_t)1 << 20);
  xmlDoc *doc = xmlReadFile(path, NULL, XML_PARSE_NONET);
  assert_non_null(doc);
  xmlNode *test = xmlDocGetRootElement(doc);
  xmlChar *want = xmlGetNoNsProp(test, (const xmlChar *)"expect");
  xmlChar *id = xmlGetNoNsProp(test, (const xmlChar *)"id");
  const char *got = judge(test, &svrl, &err);
  const bool right = strcmp(got, (const char *)want) == 0 && meets_expectations(test, &svrl);
  if (right == is_known_miss((const char *)id)) {
    print_message("# %s: %s, expected %s; %s\n", (const char *)id, got, (const char *)want,
                  err.text);
    fail();
  }
  xmlFree(want);
  xmlFree(id);
  xmlFreeDoc(doc);
  sv_buf_free(&svrl);
  return right;
}

static void the_suite_is_judged_right(void **state)
{
  (void)state;
  static const char *const folders[] = { "core", "svrl" };
  size_t passed = 0, all = 0;
  if (!find_corpus()) {
    print_message("# no %s: skipped\n", corpus);
    skip();
  }
  for (size_t i = 0; i < 2; i++) {
    char path[5000];
    (void)snprintf(path, sizeof path, "%s%s", corpus, folders[i]);
    DIR *dir = opendir(path);
    assert_non_null(dir);
    for (struct dirent *e = readdir(dir); e; e = readdir(dir)) {
      if (!strstr(e->d_name, ".xml"))
        continue;
      (void)snprintf(path, sizeof path, "%s%s/%s", corpus, folders[i], e->d_name);
      passed += run_case(path);
      all++;
    }
    closedir(dir);
  }
  for (size_t i = 0; i < sizeof misses / sizeof misses[0]; i++)
    print_message("# %s: %s\n", misses[i].id, misses[i].reason);
  print_message("# Schematron suite: %zu of %zu\n", passed, all);
  assert_int_equal(all, 50);
  assert_int_equal(passed, 49);
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(the_suite_is_judged_right) };
  return cmocka_run_group_tests_name("schematron-suite", tests, NULL, NULL);
}
