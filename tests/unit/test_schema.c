// SPDX-License-Identifier: Apache-2.0
/* JSON Schema: our own cases, the specification's output and annotation tests where they are at
 * hand, reports, and hostile schemas and documents. */
#include "tests/unit/unit.h"

#include "engines/base/file.h"
#include "engines/schema/suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define IRI "file:///s.json"

/* A schema and a document, ready to be judged. */
struct bench {
  struct sv_schema_set *set;
  struct sv_doc *schema_doc, *doc;
  const struct sv_schema *schema;
  struct sv_error err;
};

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

static enum sv_status set_up(struct bench *b, const char *schema,
                             const struct sv_schema_options *opt)
{
  *b = (struct bench){ .set = sv_schema_set_new(opt) };
  assert_non_null(b->set);
  b->schema_doc = parse(schema, strlen(schema));
  const enum sv_status status = sv_schema_set_add(b->set, IRI, b->schema_doc, &b->err);
  return status != SV_OK ? status : sv_schema_compile(b->set, IRI, &b->schema, &b->err);
}

static void tear_down(struct bench *b)
{
  sv_schema_set_free(b->set);
  sv_doc_free(b->schema_doc);
  sv_doc_free(b->doc);
}

static enum sv_status judge(struct bench *b, const char *text, size_t size, bool *valid)
{
  sv_doc_free(b->doc);
  b->doc = parse(text, size);
  b->err = (struct sv_error){ 0 };
  return sv_schema_validate(b->schema, b->doc, SV_DOC_ROOT, valid, &b->err);
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

static void tell(void *context, const struct sv_suite_case *c)
{
  size_t n = 0;
  const sv_value v = c->test == SV_DOC_NONE ? c->group : c->test;
  const char *text = sv_doc_string(c->file, sv_doc_gets(c->file, v, "description"), &n);
  print_message("# %s: %.*s: %s\n", (const char *)context, (int)n, text,
                c->problem ? c->problem : "wrong verdict");
}

static void own_cases_come_out_as_written(void **state)
{
  (void)state;
  static const struct {
    const char *file;
    enum sv_schema_dialect dialect;
    bool format;
    size_t count;
  } files[] = {
    { "2020-12.json", SV_SCHEMA_2020_12, false, 128 },
    { "2019-09.json", SV_SCHEMA_2019_09, false, 4 },
    { "7.json", SV_SCHEMA_DRAFT_7, false, 13 },
    { "4.json", SV_SCHEMA_DRAFT_4, false, 8 },
    { "oas-3.0.json", SV_SCHEMA_OAS_3_0, false, 7 },
    { "format.json", SV_SCHEMA_2020_12, true, 134 },
    { "2020-12.json", SV_SCHEMA_OAS_3_1, false, 128 },
  };
  for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
    char path[4096];
    (void)snprintf(path, sizeof path, "%s/tests/unit/schema/%s", source_dir(), files[i].file);
    struct sv_doc *doc = load(path);
    const struct sv_schema_options opt = { .dialect = files[i].dialect,
                                           .assert_format = files[i].format };
    struct sv_suite_count count = { 0 };
    char name[100];
    (void)snprintf(name, sizeof name, "%s", files[i].file);
    assert_int_equal(sv_suite_run(doc, &opt, tell, name, &count, NULL), SV_OK);
    assert_int_equal(count.failed, 0);
    assert_int_equal(count.passed, files[i].count);
    sv_doc_free(doc);
  }
}

/* --- what a person reads --- */

static const struct {
  const char *schema, *instance, *sentence, *rule, *pointer;
} sentences[] = {
  { "{\"properties\":{\"a\":{\"type\":\"integer\"}}}", "{\"a\":\"x\"}",
    "`a` must be a whole number; found \"x\"", "type", "/a" },
  { "{\"items\":{\"enum\":[\"NO\",\"SE\"]}}", "[\"NO\",\"DK\"]",
    "`$[1]` must be one of \"NO\", \"SE\"; found \"DK\"", "enum", "/1" },
  { "{\"required\":[\"a\",\"b\"]}", "{}", "`$` lacks the members `a`, `b`", "required", "" },
  { "{\"additionalProperties\":false}", "{\"x\":1}", "`x` is not allowed here",
    "additionalProperties", "/x" },
  { "{\"minItems\":1}", "[]", "`$` must not be empty", "minItems", "" },
  { "{\"maxLength\":2}", "\"abc\"", "`$` must have at most 2 characters; it has 3: \"abc\"",
    "maxLength", "" },
  { "{\"pattern\":\"^[89][0-9]{8}$\"}", "\"12345\"",
    "`$` must be exactly 9 digits; found \"12345\" (5)", "pattern", "" },
  { "{\"pattern\":\"^[89][0-9]{8}$\"}", "\"123456789\"",
    "`$` must match the pattern \"^[89][0-9]{8}$\"; found \"123456789\"", "pattern", "" },
  { "{\"uniqueItems\":true}", "[1,2,1.0]",
    "`$` must not hold the same item twice; number 1 and 3 are equal: 1.0", "uniqueItems", "" },
  { "{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}]}", "1",
    "`$` must match one of 2 alternatives and matches none; found 1", "anyOf", "" },
  { "{\"oneOf\":[{\"properties\":{\"t\":{\"const\":1},\"v\":{\"type\":\"string\"}}},"
    "{\"properties\":{\"t\":{\"const\":2},\"v\":{\"type\":\"null\"}}}]}",
    "{\"t\":2,\"v\":3}", "`v` must be null; found 3", "type", "/v" },
  { "{\"dependentRequired\":{\"a\":[\"b\"]}}", "{\"a\":1}",
    "`$` has `a` and must then also have `b`", "dependentRequired", "" },
  { "{\"propertyNames\":{\"maxLength\":1}}", "{\"ab\":1}",
    "`ab` must have at most 1 characters; it has 2: \"ab\"", "maxLength", "" },
  { "{\"contains\":{\"type\":\"null\"},\"minContains\":2}", "[null]",
    "`$` must have at least 2 items of the kind asked for; it has 1", "minContains", "" },
  { "{\"not\":{}}", "1", "`$` matches what the schema excludes; found 1", "not", "" },
  { "{\"if\":true,\"then\":{\"minimum\":3}}", "2", "`$` must be 3 or more; found 2", "minimum",
    "" },
  { "{\"properties\":{\"a\":true},\"unevaluatedProperties\":false}", "{\"a\":1,\"b\":2}",
    "`b` is not allowed here", "unevaluatedProperties", "/b" },
};

static void findings_are_sentences_with_places(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof sentences / sizeof sentences[0]; i++) {
    struct bench b;
    bool valid;
    assert_int_equal(set_up(&b, sentences[i].schema, NULL), SV_OK);
    assert_int_equal(judge(&b, sentences[i].instance, strlen(sentences[i].instance), &valid),
                     SV_OK);
    assert_false(valid);
    struct sv_schema_report *r;
    size_t count, total;
    assert_int_equal(sv_schema_explain(b.schema, b.doc, SV_DOC_ROOT, SV_SCHEMA_ERRORS, &r, NULL),
                     SV_OK);
    const struct sv_schema_finding *f = sv_schema_report_findings(r, 10, &count, &total);
    assert_int_equal(count, 1);
    struct sv_buf text = SV_BUF(4096);
    assert_int_equal(sv_message_render(f->message.msgid, f->message.args, f->message.count, &text),
                     SV_OK);
    assert_string_equal(sv_buf_text(&text), sentences[i].sentence);
    assert_string_equal(f->keyword, sentences[i].rule);
    assert_string_equal(f->instance_pointer, sentences[i].pointer);
    assert_int_equal(f->line, 1);
    sv_buf_free(&text);
    sv_schema_report_free(r);
    tear_down(&b);
  }
}

/* --- ill-formed schemas --- */

static void ill_formed_schemas_are_refused_with_their_place(void **state)
{
  (void)state;
  static const struct {
    const char *schema;
    enum sv_status status;
    size_t column;
  } ill[] = {
    { "{\"type\":\"objekt\"}", SV_INVALID, 9 },
    { "{\"minLength\":-1}", SV_INVALID, 14 },
    { "{\"pattern\":\"(\"}", SV_INVALID, 12 },
    { "{\"properties\":[]}", SV_INVALID, 15 },
    { "{\"$ref\":\"#/nowhere\"}", SV_NOT_FOUND, 9 },
    { "{\"$ref\":\"https://a.example/b\"}", SV_NOT_FOUND, 9 },
    { "{\"$schema\":\"https://a.example/dialect\"}", SV_NOT_FOUND, 12 },
    { "{\"$schema\":\"http://json-schema.org/draft-03/schema#\"}", SV_NOT_FOUND, 12 },
    { "{\"$ref\":\"#\"}", SV_INVALID, 9 },
    { "{\"allOf\":[{\"$ref\":\"#/$defs/a\"}],\"$defs\":{\"a\":{\"allOf\":[{\"$ref\":\"#/$defs/"
      "a\"}]}}}",
      SV_INVALID, 0 },
    { "{\"$defs\":{\"a\":{\"$id\":\"http://a/\"},\"b\":{\"$id\":\"http://a/\"}}}", SV_INVALID, 0 },
    { "{\"$defs\":{\"a\":{\"$anchor\":\"x\"},\"b\":{\"$anchor\":\"x\"}}}", SV_INVALID, 0 },
    { "[]", SV_INVALID, 1 },
    { "{\"multipleOf\":0}", SV_INVALID, 15 },
  };
  for (size_t i = 0; i < sizeof ill / sizeof ill[0]; i++) {
    struct bench b;
    const enum sv_status status = set_up(&b, ill[i].schema, NULL);
    if (status != ill[i].status)
      fail_msg("%s: %d", ill[i].schema, status);
    assert_true(b.err.text[0] != '\0');
    assert_int_equal(b.err.line, 1);
    if (ill[i].column)
      assert_int_equal(b.err.column, ill[i].column);
    tear_down(&b);
  }
}

static void a_failed_schema_does_not_spoil_the_next(void **state)
{
  (void)state;
  static const char text[] = "{\"a\":{\"$ref\":\"#/b\"},\"b\":{\"items\":{\"$ref\":\"#/"
                             "c\"}},\"c\":{\"pattern\":\"(\"},"
                             "\"d\":{\"type\":\"string\"}}";
  struct sv_doc *doc = parse(text, strlen(text));
  struct sv_schema_set *set = sv_schema_set_new(NULL);
  const struct sv_schema *schema;
  struct sv_error err = { 0 };
  assert_int_equal(sv_schema_set_add_container(set, IRI, doc, &err), SV_OK);
  assert_int_equal(sv_schema_compile(set, IRI "#/a", &schema, &err), SV_INVALID);
  assert_int_equal(sv_schema_compile(set, IRI "#/b", &schema, &err), SV_INVALID);
  assert_int_equal(sv_schema_compile(set, IRI "#/a", &schema, &err), SV_INVALID);
  assert_int_equal(sv_schema_compile(set, IRI "#/d", &schema, &err), SV_OK);
  sv_schema_set_free(set);
  sv_doc_free(doc);
}

/* --- hostile input --- */

static void repeat(struct sv_buf *out, const char *text, size_t count)
{
  for (size_t i = 0; i < count; i++)
    (void)sv_buf_adds(out, text);
}

static void a_hundred_thousand_alternatives_are_tried(void **state)
{
  (void)state;
  struct sv_buf text = SV_BUF((size_t)16 << 20);
  struct bench b;
  bool valid;
  (void)sv_buf_adds(&text, "{\"anyOf\":[");
  for (int i = 0; i < 100000; i++)
    (void)sv_buf_addf(&text, "%s{\"const\":%d}", i ? "," : "", i);
  (void)sv_buf_adds(&text, "]}");
  const struct sv_schema_options trust = { .trust = true };
  assert_int_equal(set_up(&b, sv_buf_text(&text), &trust), SV_OK);
  assert_int_equal(judge(&b, "99999", 5, &valid), SV_OK);
  assert_true(valid);
  assert_int_equal(judge(&b, "100000", 6, &valid), SV_OK);
  assert_false(valid);
  struct sv_schema_report *r;
  size_t count;
  assert_int_equal(sv_schema_explain(b.schema, b.doc, SV_DOC_ROOT, SV_SCHEMA_ERRORS, &r, &b.err),
                   SV_OK);
  assert_non_null(sv_schema_report_findings(r, 10, &count, NULL));
  assert_int_equal(count, 1);
  sv_schema_report_free(r);
  tear_down(&b);
  sv_buf_free(&text);
}

static void a_schema_that_doubles_at_each_step_is_a_limit(void **state)
{
  (void)state;
  struct sv_buf text = SV_BUF((size_t)1 << 20);
  struct bench b;
  bool valid = true;
  (void)sv_buf_adds(&text, "{\"$ref\":\"#/$defs/n0\",\"$defs\":{");
  for (int i = 0; i < 60; i++)
    (void)sv_buf_addf(&text,
                      "\"n%d\":{\"allOf\":[{\"$ref\":\"#/$defs/n%d\"},{\"$ref\":\"#/$defs/"
                      "n%d\"}]},",
                      i, i + 1, i + 1);
  (void)sv_buf_adds(&text, "\"n60\":{\"type\":\"integer\"}}}");
  const struct sv_schema_limits limits = { .steps = 1000000, .depth = 4096, .report = 1 << 20 };
  const struct sv_schema_options opt = { .limits = &limits };
  assert_int_equal(set_up(&b, sv_buf_text(&text), &opt), SV_OK);
  assert_int_equal(judge(&b, "1", 1, &valid), SV_LIMIT);
  assert_false(valid);
  assert_string_equal(b.err.limit, "schema-steps");
  tear_down(&b);
  sv_buf_free(&text);
}

static void chains_of_references_cost_one_step(void **state)
{
  (void)state;
  struct sv_buf text = SV_BUF((size_t)16 << 20), items = SV_BUF((size_t)1 << 20);
  struct bench b;
  bool valid;
  (void)sv_buf_adds(&text, "{\"items\":{\"$ref\":\"#/$defs/n0\"},\"$defs\":{");
  for (int i = 0; i < 20000; i++)
    (void)sv_buf_addf(&text, "\"n%d\":{\"$ref\":\"#/$defs/n%d\"},", i, i + 1);
  (void)sv_buf_adds(&text, "\"n20000\":{\"type\":\"integer\"}}}");
  (void)sv_buf_addc(&items, '[');
  repeat(&items, "1,", 100000);
  (void)sv_buf_adds(&items, "1]");
  assert_int_equal(set_up(&b, sv_buf_text(&text), NULL), SV_OK);
  assert_int_equal(judge(&b, items.data, items.size, &valid), SV_OK);
  assert_true(valid);
  tear_down(&b);
  sv_buf_free(&text);
  sv_buf_free(&items);
}

static void names_times_patterns_are_limited(void **state)
{
  (void)state;
  struct sv_buf text = SV_BUF((size_t)16 << 20);
  struct bench b;
  (void)sv_buf_adds(&text, "{\"properties\":{");
  for (int i = 0; i < 3000; i++)
    (void)sv_buf_addf(&text, "%s\"n%d\":true", i ? "," : "", i);
  (void)sv_buf_adds(&text, "},\"patternProperties\":{");
  for (int i = 0; i < 1000; i++)
    (void)sv_buf_addf(&text, "%s\"^%d\":true", i ? "," : "", i);
  (void)sv_buf_adds(&text, "}}");
  assert_int_equal(set_up(&b, sv_buf_text(&text), NULL), SV_LIMIT);
  assert_string_equal(b.err.limit, "schema-patterns");
  tear_down(&b);
  sv_buf_free(&text);
}

static void a_loop_through_anyof_is_a_limit(void **state)
{
  (void)state;
  struct bench b;
  bool valid = true;
  assert_int_equal(set_up(&b, "{\"not\":{\"$ref\":\"#\"}}", NULL), SV_OK);
  assert_int_equal(judge(&b, "1", 1, &valid), SV_LIMIT);
  assert_false(valid);
  assert_string_equal(b.err.limit, "schema-depth");
  tear_down(&b);
}

static void deep_schemas_and_documents_are_judged(void **state)
{
  (void)state;
  struct sv_buf schema = SV_BUF((size_t)1 << 20), text = SV_BUF((size_t)1 << 20);
  struct bench b;
  bool valid;
  repeat(&schema, "{\"items\":", 400);
  (void)sv_buf_adds(&schema, "{\"type\":\"null\"}");
  repeat(&schema, "}", 400);
  repeat(&text, "[", 400);
  (void)sv_buf_adds(&text, "1");
  repeat(&text, "]", 400);
  assert_int_equal(set_up(&b, sv_buf_text(&schema), NULL), SV_OK);
  assert_int_equal(judge(&b, text.data, text.size, &valid), SV_OK);
  assert_false(valid);
  struct sv_schema_report *r;
  size_t count;
  assert_int_equal(sv_schema_explain(b.schema, b.doc, SV_DOC_ROOT, SV_SCHEMA_ERRORS, &r, NULL),
                   SV_OK);
  assert_non_null(sv_schema_report_findings(r, 10, &count, NULL));
  for (int form = SV_SCHEMA_FLAG; form <= SV_SCHEMA_HIERARCHICAL; form++) {
    struct sv_buf out = SV_BUF((size_t)16 << 20);
    assert_int_equal(sv_schema_report_write(r, (enum sv_schema_output)form, NULL, &out), SV_OK);
    sv_doc_free(parse(out.data, out.size));
    sv_buf_free(&out);
  }
  sv_schema_report_free(r);
  tear_down(&b);
  sv_buf_free(&schema);
  sv_buf_free(&text);
}

static void a_million_items_are_compared_in_linear_time(void **state)
{
  (void)state;
  struct sv_buf text = SV_BUF((size_t)16 << 20);
  struct bench b;
  bool valid;
  (void)sv_buf_addc(&text, '[');
  for (int i = 0; i < 1000000; i++)
    (void)sv_buf_addf(&text, "%s%d", i ? "," : "", i);
  (void)sv_buf_addc(&text, ']');
  assert_int_equal(set_up(&b, "{\"uniqueItems\":true}", NULL), SV_OK);
  assert_int_equal(judge(&b, text.data, text.size, &valid), SV_OK);
  assert_true(valid);
  text.data[text.size - 1] = ',';
  (void)sv_buf_adds(&text, "5e0]");
  assert_int_equal(judge(&b, text.data, text.size, &valid), SV_OK);
  assert_false(valid);
  tear_down(&b);
  sv_buf_free(&text);
}

static void faults_behind_a_million_items_are_told_at_once(void **state)
{
  (void)state;
  struct sv_buf text = SV_BUF((size_t)16 << 20);
  struct bench b;
  bool valid;
  (void)sv_buf_addc(&text, '[');
  repeat(&text, "1,", 1000000);
  repeat(&text, "null,", 1500);
  (void)sv_buf_adds(&text, "[1]]");
  assert_int_equal(set_up(&b, "{\"items\":{\"type\":\"integer\"}}", NULL), SV_OK);
  assert_int_equal(judge(&b, text.data, text.size, &valid), SV_OK);
  assert_false(valid);
  struct sv_schema_report *r;
  size_t count, total;
  assert_int_equal(sv_schema_explain(b.schema, b.doc, SV_DOC_ROOT, SV_SCHEMA_ERRORS, &r, NULL),
                   SV_OK);
  const struct sv_schema_finding *f = sv_schema_report_findings(r, 5000, &count, &total);
  assert_int_equal(count, 1000);
  assert_int_equal(total, 1501);
  assert_string_equal(f[0].instance_pointer, "/1000000");
  assert_string_equal(f[999].instance_pointer, "/1000999");
  sv_schema_report_free(r);
  tear_down(&b);
  sv_buf_free(&text);
}

static void a_pattern_that_backtracks_is_a_limit_not_a_verdict(void **state)
{
  (void)state;
  static const char victim[] = "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\"";
  static const char *const schemas[] = { "{\"pattern\":\"^(?=a)(a+)+$\"}",
                                         "{\"not\":{\"pattern\":\"^(?=a)(a+)+$\"}}",
                                         ("{\"anyOf\":[{\"pattern\":\"^(?=a)(a+)+$\"},"
                                          "{\"type\":\"null\"}]}") };
  for (size_t i = 0; i < sizeof schemas / sizeof schemas[0]; i++) {
    struct bench b;
    bool valid = true;
    assert_int_equal(set_up(&b, schemas[i], NULL), SV_OK);
    assert_int_equal(judge(&b, victim, strlen(victim), &valid), SV_LIMIT);
    assert_false(valid);
    assert_string_equal(b.err.limit, "pattern-steps");
    tear_down(&b);
  }
}

static void identity_numbers_are_hidden(void **state)
{
  (void)state;
  static const char text[] = "{\"01819990081\":{\"x\":1}, \"y\":\"fnr 01819990081\"}";
  struct bench b;
  bool valid;
  assert_int_equal(set_up(&b, "{\"additionalProperties\":{\"type\":\"integer\"}}", NULL), SV_OK);
  assert_int_equal(judge(&b, text, strlen(text), &valid), SV_OK);
  struct sv_schema_report *r;
  size_t count;
  assert_int_equal(sv_schema_explain(b.schema, b.doc, SV_DOC_ROOT, SV_SCHEMA_ERRORS, &r, NULL),
                   SV_OK);
  const struct sv_schema_finding *f = sv_schema_report_findings(r, 10, &count, NULL);
  assert_int_equal(count, 2);
  for (size_t i = 0; i < count; i++) {
    assert_null(strstr(f[i].instance_pointer, "01819990081"));
    for (size_t k = 0; k < f[i].message.count; k++)
      assert_true(!f[i].message.args[k].text || !strstr(f[i].message.args[k].text, "01819990081"));
  }
  sv_schema_report_free(r);
  tear_down(&b);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(own_cases_come_out_as_written),
    cmocka_unit_test(findings_are_sentences_with_places),
    cmocka_unit_test(ill_formed_schemas_are_refused_with_their_place),
    cmocka_unit_test(a_failed_schema_does_not_spoil_the_next),
    cmocka_unit_test(a_hundred_thousand_alternatives_are_tried),
    cmocka_unit_test(a_schema_that_doubles_at_each_step_is_a_limit),
    cmocka_unit_test(chains_of_references_cost_one_step),
    cmocka_unit_test(names_times_patterns_are_limited),
    cmocka_unit_test(a_loop_through_anyof_is_a_limit),
    cmocka_unit_test(deep_schemas_and_documents_are_judged),
    cmocka_unit_test(a_million_items_are_compared_in_linear_time),
    cmocka_unit_test(faults_behind_a_million_items_are_told_at_once),
    cmocka_unit_test(a_pattern_that_backtracks_is_a_limit_not_a_verdict),
    cmocka_unit_test(identity_numbers_are_hidden),
  };
  return cmocka_run_group_tests_name("schema", tests, NULL, NULL);
}
