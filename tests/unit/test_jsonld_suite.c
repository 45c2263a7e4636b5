// SPDX-License-Identifier: Apache-2.0
/* The W3C JSON-LD toRdf suite, when it is there ($SAMSVAR_SHARED or ../shared beside the source):
 * every test of JSON-LD 1.1, with the number that must pass pinned. */
#include "tests/unit/unit.h"

#include "engines/base/ascii.h"
#include "engines/base/file.h"
#include "engines/rdf/isomorphic.h"
#include "engines/rdf/read.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SUITE "https://w3c.github.io/json-ld-api/tests/"
#define PASSED 456

static char corpus[4000];

static bool find_corpus(void)
{
  const char *shared = getenv("SAMSVAR_SHARED");
  const char *source = getenv("abs_srcdir");
  if (shared)
    (void)snprintf(corpus, sizeof corpus, "%s/corpus/json-ld/tests/", shared);
  else
    (void)snprintf(corpus, sizeof corpus, "%s/../shared/corpus/json-ld/tests/",
                   source ? source : ".");
  return access(corpus, R_OK) == 0;
}

static enum sv_status load_doc(const char *name, struct sv_doc **out, struct sv_error *err)
{
  char path[8000];
  struct sv_buf text = SV_BUF((size_t)64 << 20);
  (void)snprintf(path, sizeof path, "%s%s", corpus, name);
  enum sv_status status = access(path, R_OK) == 0 ? sv_file_read(path, &text, err) : SV_NOT_FOUND;
  if (status == SV_OK)
    status = sv_doc_parse(sv_buf_text(&text), text.size, NULL, out, err);
  sv_buf_free(&text);
  return status;
}

static enum sv_status load(void *context, const char *iri, struct sv_doc **out,
                           struct sv_error *err)
{
  (void)context;
  return sv_starts_with(iri, SUITE) ? load_doc(iri + strlen(SUITE), out, err) : SV_NOT_FOUND;
}

/* The member NAME of OBJECT in BUFFER, NULL when it is absent. */
static const char *member(const struct sv_doc *d, sv_value object, const char *name, char *buffer)
{
  size_t n;
  const sv_value v = sv_doc_gets(d, object, name);
  const char *text = v == SV_DOC_NONE ? NULL : sv_doc_string(d, v, &n);
  if (!text)
    return NULL;
  (void)snprintf(buffer, 1000, "%.*s", (int)n, text);
  return buffer;
}

static enum sv_status read_name(struct sv_graph *g, const char *name, enum sv_rdf_syntax syntax,
                                const struct sv_rdf_options *opt, struct sv_error *err)
{
  char path[8000];
  struct sv_buf text = SV_BUF((size_t)64 << 20);
  (void)snprintf(path, sizeof path, "%s%s", corpus, name);
  enum sv_status status = sv_file_read(path, &text, err);
  if (status == SV_OK)
    status = sv_rdf_read(g, sv_buf_text(&text), text.size, syntax, opt, err);
  sv_buf_free(&text);
  return status == SV_OK ? sv_graph_sort(g, err) : status;
}

static bool as_expected(const struct sv_graph *g, const char *name, struct sv_error *err)
{
  bool same = false;
  struct sv_graph *other = sv_graph_new(NULL);
  const struct sv_rdf_options opt = { .generalized = true };
  if (read_name(other, name, SV_RDF_NQUADS, &opt, err) == SV_OK &&
      sv_graph_isomorphic(g, other, SV_ISOMORPHIC_WORK, &same, err) == SV_OK && !same)
    (void)sv_fail(err, SV_INVALID, "the graphs differ");
  sv_graph_free(other);
  return same;
}

static bool run_case(const struct sv_doc *d, sv_value test, struct sv_error *err)
{
  char input[1000], base[1100], text[1000], code[1000];
  const sv_value options = sv_doc_gets(d, test, "option");
  struct sv_doc_finding fault = { 0 };
  struct sv_doc *context = NULL;
  (void)member(d, test, "input", input);
  (void)snprintf(base, sizeof base, "%s%s", SUITE, input);
  struct sv_rdf_options opt = { .name = input, .base = base, .load = load, .fault = &fault };
  if (options != SV_DOC_NONE) {
    char own[1000];
    if (member(d, options, "base", own))
      (void)snprintf(base, sizeof base, "%s", own);
    if (member(d, options, "expandContext", text) && load_doc(text, &context, err) == SV_OK)
      opt.expand_context = context;
    if (member(d, options, "rdfDirection", text))
      opt.direction = text[0] == 'i' ? SV_RDF_I18N_DATATYPE : SV_RDF_COMPOUND_LITERAL;
    opt.mode_1_0 = member(d, options, "processingMode", text) && strcmp(text, "json-ld-1.0") == 0;
    opt.generalized = sv_doc_gets(d, options, "produceGeneralizedRdf") != SV_DOC_NONE;
  }
  struct sv_graph *g = sv_graph_new(NULL);
  const enum sv_status status = read_name(g, input, SV_RDF_JSONLD, &opt, err);
  bool passed = status == SV_OK;
  if (member(d, test, "expectErrorCode", code)) {
    passed = status == SV_INVALID && fault.rule && strcmp(fault.rule, code) == 0 && fault.line;
    if (!passed)
      (void)snprintf(err->text, sizeof err->text, "expected %.100s, found %.100s", code,
                     fault.rule ? fault.rule : "nothing");
  } else if (passed && member(d, test, "expect", text)) {
    passed = as_expected(g, text, err);
  }
  sv_graph_free(g);
  sv_doc_free(context);
  return passed;
}

static void every_test_of_1_1_passes(void **state)
{
  (void)state;
  struct sv_error err = { 0 };
  struct sv_doc *d = NULL;
  size_t passed = 0, tests = 0;
  char id[1000], version[1000];
  assert_int_equal(load_doc("toRdf-manifest.jsonld", &d, &err), SV_OK);
  const sv_value all = sv_doc_gets(d, SV_DOC_ROOT, "sequence");
  for (sv_value t = sv_doc_first(d, all); t != SV_DOC_NONE; t = sv_doc_next(d, all, t)) {
    const sv_value options = sv_doc_gets(d, t, "option");
    if (options != SV_DOC_NONE && member(d, options, "specVersion", version) &&
        strcmp(version, "json-ld-1.0") == 0)
      continue;
    struct sv_error why = { 0 };
    const bool ok = run_case(d, t, &why);
    tests++;
    passed += ok;
    if (!ok)
      print_message("# %s: line %zu: %s\n", member(d, t, "@id", id), why.line, why.text);
  }
  sv_doc_free(d);
  print_message("# json-ld toRdf %zu of %zu\n", passed, tests);
  assert_int_equal(passed, tests);
  assert_int_equal(passed, PASSED);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_test_of_1_1_passes),
  };
  if (!find_corpus()) {
    (void)printf("1..0 # SKIP the shared corpus is not there\n");
    return 0;
  }
  return cmocka_run_group_tests_name("jsonld-suite", tests, NULL, NULL);
}
