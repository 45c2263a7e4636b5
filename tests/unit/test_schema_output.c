// SPDX-License-Identifier: Apache-2.0
/* The output and annotation tests of JSON-Schema-Test-Suite, when they are there, and what findings
 * of either detail say. */
#include "tests/unit/unit.h"

#include "engines/base/file.h"
#include "engines/schema/schema.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define IRI "file:///s.json"

static struct sv_doc *parse(const char *text, size_t size)
{
  struct sv_doc *doc = NULL;
  struct sv_error err = { 0 };
  struct sv_doc_limits limits = SV_DOC_LIMITS;
  limits.depth = SV_DOC_DEPTH_MAX; /* our own outputs nest deeper than what is judged */
  const struct sv_doc_options opt = { .limits = &limits };
  if (sv_doc_parse(text, size, &opt, &doc, &err) != SV_OK)
    fail_msg("%s", err.text);
  return doc;
}

static struct sv_doc *load(const char *path)
{
  struct sv_buf text = SV_BUF((size_t)64 << 20);
  struct sv_error err = { 0 };
  if (sv_file_read(path, &text, &err) != SV_OK)
    fail_msg("%s: %s", path, err.text);
  struct sv_doc *doc = parse(text.data, text.size);
  sv_buf_free(&text);
  return doc;
}

static const char *source_dir(void)
{
  const char *dir = getenv("abs_srcdir");
  return dir ? dir : ".";
}

static bool shared_path(char *path, size_t size, const char *name)
{
  const char *shared = getenv("SAMSVAR_SHARED");
  if (shared)
    (void)snprintf(path, size, "%s/corpus/json-schema/%s", shared, name);
  else
    (void)snprintf(path, size, "%s/../shared/corpus/json-schema/%s", source_dir(), name);
  return access(path, R_OK) == 0;
}

/* --- the specification's own output tests --- */

struct outputs {
  struct sv_doc *meta; /* the schema of outputs */
  const char *meta_iri, *form_name;
  enum sv_schema_output form;
  enum sv_schema_dialect dialect;
  size_t passed;
};

static enum sv_status fetch_meta(void *context, const char *iri, struct sv_doc **out,
                                 struct sv_error *err)
{
  const struct outputs *o = context;
  size_t size;
  (void)err;
  if (strcmp(iri, o->meta_iri) != 0)
    return SV_NOT_FOUND;
  const char *text = sv_doc_source(o->meta, &size);
  return sv_doc_parse(text, size, NULL, out, err);
}

static struct sv_doc *lift(const struct sv_doc *doc, sv_value v)
{
  struct sv_buf text = SV_BUF((size_t)1 << 20);
  assert_int_equal(sv_doc_excerpt(doc, v, (size_t)1 << 20, &text), SV_OK);
  struct sv_doc *out = parse(text.data, text.size);
  sv_buf_free(&text);
  return out;
}

static void check_output(struct outputs *o, const struct sv_schema *schema,
                         const struct sv_doc *file, sv_value test)
{
  struct sv_schema_report *r;
  struct sv_buf text = SV_BUF((size_t)1 << 20);
  struct sv_doc *data = lift(file, sv_doc_gets(file, test, "data"));
  assert_int_equal(sv_schema_explain(schema, data, SV_DOC_ROOT, SV_SCHEMA_ANNOTATIONS, &r, NULL),
                   SV_OK);
  assert_int_equal(sv_schema_report_write(r, o->form, NULL, &text), SV_OK);
  sv_schema_report_free(r);
  sv_doc_free(data);
  struct sv_doc *output = parse(text.data, text.size);
  const sv_value want = sv_doc_gets(file, sv_doc_gets(file, test, "output"), o->form_name);
  assert_int_not_equal(want, SV_DOC_NONE);
  struct sv_doc *want_doc = lift(file, want);
  const struct sv_schema_options opt = { .dialect = o->dialect, .fetch = fetch_meta, .context = o };
  struct sv_schema_set *set = sv_schema_set_new(&opt);
  struct sv_error err = { 0 };
  bool valid;
  if (sv_schema_set_add(set, IRI, want_doc, &err) != SV_OK ||
      sv_schema_compile(set, IRI, &schema, &err) != SV_OK)
    fail_msg("%s", err.text);
  assert_int_equal(sv_schema_validate(schema, output, SV_DOC_ROOT, &valid, &err), SV_OK);
  if (!valid)
    fail_msg("%s", sv_buf_text(&text));
  o->passed++;
  sv_schema_set_free(set);
  sv_doc_free(want_doc);
  sv_doc_free(output);
  sv_buf_free(&text);
}

static void check_output_file(struct outputs *o, const char *path)
{
  struct sv_doc *file = load(path);
  for (sv_value g = sv_doc_first(file, SV_DOC_ROOT); g != SV_DOC_NONE;
       g = sv_doc_next(file, SV_DOC_ROOT, g)) {
    struct sv_doc *schema_doc = lift(file, sv_doc_gets(file, g, "schema"));
    const struct sv_schema_options opt = { .dialect = o->dialect };
    struct sv_schema_set *set = sv_schema_set_new(&opt);
    const struct sv_schema *schema;
    struct sv_error err = { 0 };
    if (sv_schema_set_add(set, IRI, schema_doc, &err) != SV_OK ||
        sv_schema_compile(set, IRI, &schema, &err) != SV_OK)
      fail_msg("%s: %s", path, err.text);
    const sv_value tests = sv_doc_gets(file, g, "tests");
    for (sv_value t = sv_doc_first(file, tests); t != SV_DOC_NONE; t = sv_doc_next(file, tests, t))
      check_output(o, schema, file, t);
    sv_schema_set_free(set);
    sv_doc_free(schema_doc);
  }
  sv_doc_free(file);
}

static void outputs_are_as_the_specification_tests_them(void **state)
{
  (void)state;
  static const struct {
    const char *draft, *iri;
    enum sv_schema_dialect dialect;
    size_t count;
  } drafts[] = {
    { "draft2020-12", "https://json-schema.org/draft/2020-12/output/schema", SV_SCHEMA_2020_12, 4 },
    { "draft2019-09", "https://json-schema.org/draft/2019-09/output/schema", SV_SCHEMA_2019_09, 4 },
  };
  static const char *const files[] = { "escape", "general", "readOnly", "type" };
  char path[4096], name[200];
  if (!shared_path(path, sizeof path, "output-tests")) {
    print_message("# the shared corpus is not there\n");
    skip();
  }
  for (size_t d = 0; d < 2; d++) {
    (void)snprintf(name, sizeof name, "output-tests/%s/output-schema.json", drafts[d].draft);
    assert_true(shared_path(path, sizeof path, name));
    struct outputs o = { .meta = load(path),
                         .meta_iri = drafts[d].iri,
                         .form_name = "basic",
                         .form = SV_SCHEMA_BASIC,
                         .dialect = drafts[d].dialect };
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
      (void)snprintf(name, sizeof name, "output-tests/%s/content/%s.json", drafts[d].draft,
                     files[i]);
      assert_true(shared_path(path, sizeof path, name));
      check_output_file(&o, path);
    }
    assert_int_equal(o.passed, drafts[d].count);
    print_message("# output tests of %s: %zu passed\n", drafts[d].draft, o.passed);
    sv_doc_free(o.meta);
  }
}

/* --- annotations --- */

static bool applies(const struct sv_doc *file, sv_value suite)
{
  size_t n;
  const sv_value v = sv_doc_gets(file, suite, "compatibility");
  const char *text = v == SV_DOC_NONE ? NULL : sv_doc_string(file, v, &n);
  if (!text)
    return true;
  const bool most = n > 2 && memcmp(text, "<=", 2) == 0;
  const bool same = n > 1 && *text == '=';
  const long year = strtol(text + (most ? 2 : same ? 1 : 0), NULL, 10);
  return most ? 2020 <= year : same ? year == 2020 : year <= 2020;
}

/* Whether unit U of the basic output is the annotation of KEYWORD at INSTANCE. */
static bool is_about(const struct sv_doc *out, sv_value u, const char *instance,
                     size_t instance_size, const char *keyword, size_t keyword_size)
{
  size_t n;
  const char *at = sv_doc_string(out, sv_doc_gets(out, u, "instanceLocation"), &n);
  if (n != instance_size || memcmp(at, instance, n) != 0)
    return false;
  const char *path = sv_doc_string(out, sv_doc_gets(out, u, "keywordLocation"), &n);
  return n > keyword_size && path[n - keyword_size - 1] == '/' &&
         memcmp(path + n - keyword_size, keyword, keyword_size) == 0;
}

static void check_assertion(const struct sv_doc *file, sv_value a, const struct sv_doc *out)
{
  size_t instance_size, keyword_size, found = 0;
  const char *instance = sv_doc_string(file, sv_doc_gets(file, a, "location"), &instance_size);
  const char *keyword = sv_doc_string(file, sv_doc_gets(file, a, "keyword"), &keyword_size);
  const sv_value expected = sv_doc_gets(file, a, "expected");
  const sv_value list = sv_doc_gets(out, SV_DOC_ROOT, "annotations");
  for (sv_value u = sv_doc_first(out, list); u != SV_DOC_NONE; u = sv_doc_next(out, list, u)) {
    if (!is_about(out, u, instance, instance_size, keyword, keyword_size))
      continue;
    size_t n;
    const char *where = sv_doc_string(out, sv_doc_gets(out, u, "absoluteKeywordLocation"), &n);
    bool known = false;
    for (sv_value e = sv_doc_first(file, expected); e != SV_DOC_NONE;
         e = sv_doc_next(file, expected, e)) {
      size_t m;
      const char *key = sv_doc_string(file, sv_doc_key(file, e), &m);
      /* expected names the schema as seen from the document's root, the output as seen from its
       * resource, with the keyword behind it */
      const char *hash = memchr(where, '#', n);
      const size_t tail = hash ? n - (size_t)(hash - where) - 1 - keyword_size - 1 : 0;
      known = known || (hash && m >= tail && memcmp(hash + 1, key + m - tail, tail) == 0 &&
                        sv_doc_equal(file, e, out, sv_doc_gets(out, u, "annotation")));
    }
    if (!known)
      fail_msg("unexpected %.*s at %.*s", (int)n, where, (int)instance_size, instance);
    found++;
  }
  assert_int_equal(found, sv_doc_count(file, expected));
}

static size_t check_annotations(const struct sv_doc *file, sv_value suite)
{
  struct sv_doc *schema_doc = lift(file, sv_doc_gets(file, suite, "schema"));
  struct sv_schema_set *set = sv_schema_set_new(NULL);
  const struct sv_schema *schema;
  struct sv_error err = { 0 };
  size_t count = 0;
  if (sv_schema_set_add(set, IRI, schema_doc, &err) != SV_OK ||
      sv_schema_compile(set, IRI, &schema, &err) != SV_OK) {
    size_t n;
    const char *name = sv_doc_string(schema_doc, sv_doc_gets(schema_doc, SV_DOC_ROOT, "$id"), &n);
    (void)name;
    err = (struct sv_error){ 0 };
    char iri[300];
    (void)snprintf(iri, sizeof iri, "%.*s", name ? (int)n : 0, name ? name : "");
    if (sv_schema_compile(set, iri, &schema, &err) != SV_OK)
      fail_msg("%s", err.text);
  }
  const sv_value tests = sv_doc_gets(file, suite, "tests");
  for (sv_value t = sv_doc_first(file, tests); t != SV_DOC_NONE; t = sv_doc_next(file, tests, t)) {
    struct sv_schema_report *r;
    struct sv_buf text = SV_BUF((size_t)1 << 20);
    struct sv_doc *alone = lift(file, sv_doc_gets(file, t, "instance"));
    assert_int_equal(sv_schema_explain(schema, alone, SV_DOC_ROOT, SV_SCHEMA_ANNOTATIONS, &r, NULL),
                     SV_OK);
    assert_int_equal(sv_schema_report_write(r, SV_SCHEMA_BASIC, NULL, &text), SV_OK);
    struct sv_doc *out = parse(text.data, text.size);
    const sv_value all = sv_doc_gets(file, t, "assertions");
    for (sv_value a = sv_doc_first(file, all); a != SV_DOC_NONE;
         a = sv_doc_next(file, all, a), count++)
      check_assertion(file, a, out);
    sv_schema_report_free(r);
    sv_doc_free(out);
    sv_doc_free(alone);
    sv_buf_free(&text);
  }
  sv_schema_set_free(set);
  sv_doc_free(schema_doc);
  return count;
}

static void annotations_are_as_the_suite_tests_them(void **state)
{
  (void)state;
  static const char *const files[] = { "applicators", "content",     "core",   "format",
                                       "meta-data",   "unevaluated", "unknown" };
  char path[4096], name[200];
  size_t count = 0;
  if (!shared_path(path, sizeof path, "annotations/tests")) {
    print_message("# the shared corpus is not there\n");
    skip();
  }
  for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
    (void)snprintf(name, sizeof name, "annotations/tests/%s.json", files[i]);
    assert_true(shared_path(path, sizeof path, name));
    struct sv_doc *file = load(path);
    const sv_value suites = sv_doc_gets(file, SV_DOC_ROOT, "suite");
    for (sv_value s = sv_doc_first(file, suites); s != SV_DOC_NONE;
         s = sv_doc_next(file, suites, s))
      if (applies(file, s))
        count += check_annotations(file, s);
    sv_doc_free(file);
  }
  print_message("# annotation assertions: %zu passed\n", count);
  assert_int_equal(count, 84);
}

/* --- findings without places --- */

static void messages_without_places_are_the_same_messages(void **state)
{
  (void)state;
  static const char text[] = "{\"a\":\"x\",\"b\":[1,\"y\",null],\"c\":3}";
  static const char rules[] = "{\"properties\":{\"a\":{\"type\":\"integer\",\"minLength\":2},"
                              "\"b\":{\"items\":{\"type\":\"null\"}}},\"required\":[\"d\",\"e\"],"
                              "\"allOf\":[{\"required\":[\"f\"]}],\"additionalProperties\":false}";
  static const enum sv_schema_detail details[] = { SV_SCHEMA_ERRORS, SV_SCHEMA_MESSAGES };
  struct sv_doc *schema_doc = parse(rules, sizeof rules - 1), *doc = parse(text, sizeof text - 1);
  struct sv_schema_set *set = sv_schema_set_new(NULL);
  const struct sv_schema *schema;
  assert_int_equal(sv_schema_set_add(set, IRI, schema_doc, NULL), SV_OK);
  assert_int_equal(sv_schema_compile(set, IRI, &schema, NULL), SV_OK);
  struct sv_schema_report *r[2];
  const struct sv_schema_finding *f[2];
  size_t count[2], total[2];
  for (size_t i = 0; i < 2; i++) {
    assert_int_equal(sv_schema_explain(schema, doc, SV_DOC_ROOT, details[i], &r[i], NULL), SV_OK);
    f[i] = sv_schema_report_findings(r[i], 20, &count[i], &total[i]);
  }
  assert_true(count[0] > 5);
  assert_int_equal(count[0], count[1]);
  assert_int_equal(total[0], total[1]);
  for (size_t i = 0; i < count[0]; i++) {
    assert_string_equal(f[0][i].keyword, f[1][i].keyword);
    assert_string_equal(f[0][i].message.msgid, f[1][i].message.msgid);
    assert_string_equal(f[0][i].schema_pointer, f[1][i].schema_pointer);
    assert_int_equal(f[0][i].instance, f[1][i].instance);
    assert_true(f[0][i].line == 1 && f[1][i].line == 0);
    assert_string_equal(f[1][i].instance_pointer, "");
    assert_string_equal(f[1][i].schema_location, "");
  }
  sv_schema_report_free(r[0]);
  sv_schema_report_free(r[1]);
  sv_schema_set_free(set);
  sv_doc_free(doc);
  sv_doc_free(schema_doc);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(outputs_are_as_the_specification_tests_them),
    cmocka_unit_test(annotations_are_as_the_suite_tests_them),
    cmocka_unit_test(messages_without_places_are_the_same_messages),
  };
  return cmocka_run_group_tests_name("schema-output", tests, NULL, NULL);
}
