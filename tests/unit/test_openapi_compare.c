// SPDX-License-Identifier: Apache-2.0
/* Two versions of a description: what is said of each change, and that nothing is said of the same
 * document twice. */
#include "tests/unit/unit.h"

#include "engines/openapi/compare.h"

#include <stdio.h>
#include <string.h>

static struct sv_openapi *load(const char *text)
{
  const struct sv_openapi_options opt = { .iri = "file:///api/a.json", .name = "a.json" };
  struct sv_error err = { 0 };
  struct sv_openapi *api = NULL;
  if (sv_openapi_load(text, strlen(text), &opt, &api, &err) != SV_OK)
    fail_msg("%s: %s", text, err.text);
  return api;
}

/* The rules of all changes, in order of their making; a question mark behind what is not sure. */
static void list_rules(const struct sv_comparison *c, char out[512])
{
  size_t n = 0;
  out[0] = '\0';
  for (size_t i = 0; i < c->count; i++)
    n += (size_t)snprintf(out + n, n < 512 ? 512 - n : 0, "%s%s%s", i ? " " : "",
                          c->changes[i].rule, c->changes[i].is_sure ? "" : "?");
}

static const struct schema_case {
  const char *before, *after;
  const char *sent, *given; /* the rules */
} schema_cases[] = {
  { "{}", "{}", "", "" },
  { "{\"type\":\"string\"}", "{\"type\":\"string\"}", "", "" },
  { "{\"type\":\"string\"}", "{\"type\":\"integer\"}", "type-changed", "type-changed" },
  { "{\"type\":\"integer\"}", "{\"type\":\"number\"}", "", "type-changed" },
  { "{\"type\":\"number\"}", "{\"type\":\"integer\"}", "type-changed", "" },
  { "{\"type\":\"string\"}", "{\"type\":[\"string\",\"null\"]}", "", "type-changed" },
  { "{\"type\":\"string\",\"nullable\":true}", "{\"type\":\"string\"}", "type-changed", "" },
  { "{\"enum\":[1,2]}", "{\"enum\":[1,2,3]}", "", "value-added" },
  { "{\"enum\":[1,2]}", "{\"enum\":[1]}", "value-removed", "" },
  { "{\"enum\":[1]}", "{\"const\":1}", "", "" },
  { "{\"enum\":[1]}", "{\"x\":1}", "", "values-opened" },
  { "{\"x\":1}", "{\"enum\":[1]}", "values-limited", "" },
  { "{\"maxLength\":5}", "{\"maxLength\":6}", "", "bound-widened" },
  { "{\"maxLength\":6}", "{\"maxLength\":5}", "bound-narrowed", "" },
  { "{\"minimum\":1}", "{\"x\":1}", "", "bound-widened" },
  { "{\"minLength\":0}", "{\"x\":1}", "", "" },
  { "{\"x\":1}", "{\"minItems\":1}", "bound-narrowed", "" },
  { "{\"x\":1}", "{\"uniqueItems\":true}", "bound-narrowed", "" },
  { "{\"uniqueItems\":false}", "{\"x\":1}", "", "" },
  { "{\"pattern\":\"a\"}", "{\"pattern\":\"b\"}", "keyword-changed?", "keyword-changed?" },
  { "{\"pattern\":\"a\"}", "{\"x\":1}", "", "bound-widened" },
  { "{\"format\":\"date\"}", "{\"format\":\"date-time\"}", "format-changed", "format-changed" },
  { "{\"format\":\"int32\"}", "{\"format\":\"int64\"}", "", "format-changed" },
  { "{\"format\":\"int64\"}", "{\"format\":\"int32\"}", "format-changed", "" },
  { "{\"properties\":{\"a\":{}}}", "{\"properties\":{\"b\":{}}}", "", "property-removed" },
  { "{\"properties\":{\"a\":{}}}", "{\"properties\":{},\"additionalProperties\":false}",
    "property-refused properties-closed", "property-removed" },
  { "{\"properties\":{}}", "{\"properties\":{\"b\":{}},\"required\":[\"b\"]}",
    "property-new-required", "" },
  { "{\"properties\":{\"a\":{}}}", "{\"properties\":{\"a\":{}},\"required\":[\"a\"]}",
    "property-required", "" },
  { "{\"properties\":{\"a\":{}},\"required\":[\"a\"]}", "{\"properties\":{\"a\":{}}}", "",
    "property-optional" },
  { "{\"additionalProperties\":false}",
    "{\"additionalProperties\":false,\"properties\":{\"a\":{}}}", "", "property-unexpected" },
  /* what is only read is not sent, what is only written is not given */
  { "{\"properties\":{\"a\":{\"readOnly\":true}}}", "{\"additionalProperties\":false}",
    "properties-closed", "property-removed" },
  { "{\"properties\":{\"a\":{\"writeOnly\":true}}}", "{\"x\":1}", "", "" },
  { "{\"items\":{\"type\":\"string\"}}", "{\"items\":{\"type\":\"integer\"}}", "type-changed",
    "type-changed" },
  { "{\"items\":{\"type\":\"string\"}}", "{\"x\":1}", "", "schema-opened" },
  { "{\"additionalProperties\":{\"type\":\"string\"}}",
    "{\"additionalProperties\":{\"type\":\"integer\"}}", "type-changed", "type-changed" },
  { "{\"x\":1}", "false", "schema-closed", "" },
  { "{\"not\":{\"type\":\"string\"}}", "{\"not\":{\"type\":\"integer\"}}", "keyword-changed?",
    "keyword-changed?" },
  /* the same said through references and allOf */
  { "{\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[\"a\"]}",
    "{\"allOf\":[{\"$ref\":\"#/$defs/x\"},{\"required\":[\"a\"]}],\"$defs\":{\"x\":{\"properties\":"
    "{\"a\":{\"type\":\"string\"}}}}}",
    "", "" },
  { "{\"allOf\":[{\"properties\":{\"a\":{}}},{\"properties\":{\"b\":{}}}]}",
    "{\"properties\":{\"a\":{}}}", "", "property-removed" },
  { "{\"$ref\":\"#/$defs/gone\"}", "{\"type\":\"string\"}", "not-followed? type-changed",
    "not-followed?" },
  /* alternatives, in whatever order they stand */
  { "{\"oneOf\":[{\"type\":\"string\"},{\"type\":\"object\"}]}",
    "{\"oneOf\":[{\"type\":\"object\"},{\"type\":\"string\"}]}", "", "" },
  { "{\"oneOf\":[{\"type\":\"string\"},{\"type\":\"object\"}]}",
    "{\"anyOf\":[{\"type\":\"object\"}]}", "alternative-removed", "" },
  { "{\"oneOf\":[{\"type\":\"object\"}]}",
    "{\"oneOf\":[{\"type\":\"object\"},{\"type\":\"string\"}]}", "", "alternative-added" },
  { "{\"type\":\"object\"}", "{\"oneOf\":[{\"type\":\"object\"},{\"type\":\"string\"}]}", "",
    "alternative-added" },
  { "{\"oneOf\":[{\"type\":\"object\"},{\"type\":\"string\"}]}", "{\"type\":\"object\"}",
    "alternative-removed", "" },
  /* circles end */
  { "{\"$ref\":\"#/$defs/n\",\"$defs\":{\"n\":{\"properties\":{\"next\":{\"$ref\":\"#/$defs/"
    "n\"}}}}}",
    "{\"$ref\":\"#/$defs/n\",\"$defs\":{\"n\":{\"properties\":{\"next\":{\"$ref\":\"#/$defs/n\"},"
    "\"b\":{}}}}}",
    "", "" },
  { "{\"$ref\":\"#\"}", "{\"$ref\":\"#\"}", "not-followed?", "not-followed?" },
};

static void judge_schema(const struct schema_case *one, enum sv_compare_use use, const char *wanted)
{
  struct sv_openapi *before = load(one->before);
  struct sv_openapi *after = load(one->after);
  struct sv_comparison c;
  char rules[512];
  assert_int_equal(sv_openapi_compare_schemas(before, sv_openapi_root(before), after,
                                              sv_openapi_root(after), use, &c, NULL),
                   SV_OK);
  list_rules(&c, rules);
  if (strcmp(rules, wanted) != 0)
    fail_msg("%s -> %s: '%s', not '%s'", one->before, one->after, rules, wanted);
  sv_comparison_free(&c);
  sv_openapi_free(before);
  sv_openapi_free(after);
}

static void changes_of_schemas_are_told_by_their_use(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof schema_cases / sizeof schema_cases[0]; i++) {
    judge_schema(&schema_cases[i], SV_COMPARE_SENT, schema_cases[i].sent);
    judge_schema(&schema_cases[i], SV_COMPARE_GIVEN, schema_cases[i].given);
  }
}

#define API(paths, more)                                                                           \
  "{\"openapi\":\"3.0.3\",\"info\":{\"title\":\"T\",\"version\":\"1.0.0\"},\"paths\":{" paths      \
  "}" more "}"
#define OP(path, body) "\"" path "\":{\"get\":{" body "}}"
#define ANSWER "\"responses\":{\"200\":{\"description\":\"d\"}}"

static const struct {
  const char *before, *after, *rules;
} api_cases[] = {
  { API(OP("/a/{id}", ANSWER), ""), API(OP("/a/{number}", ANSWER), ""), "" },
  { API(OP("/a", ANSWER), ""), API(OP("/b", ANSWER), ""), "operation-removed" },
  { API(OP("/a", ANSWER), ""),
    API(OP("/a", ANSWER ",\"parameters\":[{\"name\":\"q\",\"in\":\"query\"}]"), ""), "" },
  { API(OP("/a", ANSWER), ""),
    API(OP("/a", ANSWER ",\"parameters\":[{\"name\":\"q\",\"in\":\"query\",\"required\":true}]"),
        ""),
    "parameter-new-required" },
  { API(OP("/a", ANSWER ",\"parameters\":[{\"name\":\"q\",\"in\":\"query\",\"schema\":{\"type\":"
                        "\"string\"}}]"),
        ""),
    API(OP("/a", ANSWER ",\"parameters\":[{\"name\":\"q\",\"in\":\"query\",\"required\":true,"
                        "\"schema\":{\"type\":\"integer\"}}]"),
        ""),
    "parameter-required type-changed" },
  { API(OP("/a", ANSWER), ""),
    API(OP("/a", ANSWER ",\"requestBody\":{\"required\":true,\"content\":{}}"), ""),
    "body-required" },
  { API(OP("/a", ANSWER ",\"requestBody\":{\"content\":{\"text/plain\":{}}}"), ""),
    API(OP("/a", ANSWER ",\"requestBody\":{\"content\":{\"text/csv\":{}}}"), ""),
    "media-type-refused" },
  { API(OP("/a", "\"responses\":{\"200\":{\"content\":{\"text/csv\":{}}}}"), ""),
    API(OP("/a", "\"responses\":{\"200\":{\"content\":{}}}"), ""), "media-type-removed" },
  { API(OP("/a", "\"responses\":{\"200\":{},\"404\":{}}"), ""),
    API(OP("/a", "\"responses\":{\"202\":{}}"), ""), "response-removed" },
  { API(OP("/a", "\"responses\":{\"200\":{\"headers\":{\"X\":{}}}}"), ""),
    API(OP("/a", "\"responses\":{\"200\":{}}"), ""), "header-removed" },
  { API(OP("/a", ANSWER), ""), API(OP("/a", ANSWER ",\"security\":[{\"k\":[]}]"), ""),
    "security-changed" },
  { API(OP("/a", ANSWER), ""), API(OP("/a", ANSWER ",\"security\":[{},{\"k\":[]}]"), ""), "" },
  { API(OP("/a", ANSWER ",\"security\":[{\"k\":[\"a\",\"b\"]}]"), ""),
    API(OP("/a", ANSWER ",\"security\":[{\"k\":[\"b\"]}]"), ""), "" },
  { API(OP("/a", ANSWER ",\"security\":[{\"k\":[\"a\"]}]"), ""),
    API(OP("/a", ANSWER ",\"security\":[{\"k\":[\"a\",\"b\"]}]"), ""), "security-changed" },
  { API(OP("/a", ANSWER ",\"security\":[{\"k\":[]}]"), ""), API(OP("/a", ANSWER), ""), "" },
};

static void changes_of_operations_are_told(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof api_cases / sizeof api_cases[0]; i++) {
    struct sv_openapi *before = load(api_cases[i].before);
    struct sv_openapi *after = load(api_cases[i].after);
    struct sv_comparison c;
    char rules[512];
    assert_int_equal(sv_openapi_compare(before, after, &c, NULL), SV_OK);
    list_rules(&c, rules);
    if (strcmp(rules, api_cases[i].rules) != 0)
      fail_msg("%s -> %s: '%s', not '%s'", api_cases[i].before, api_cases[i].after, rules,
               api_cases[i].rules);
    sv_comparison_free(&c);
    sv_openapi_free(before);
    sv_openapi_free(after);
  }
}

static void a_change_names_operation_value_and_both_places(void **state)
{
  (void)state;
  static const char before[] =
      "{\"openapi\":\"3.0.3\",\"paths\":{\"/a\":{\"get\":{\"responses\":{\"200\":{\"content\":{"
      "\"application/json\":{\"schema\":{\"properties\":{\"x\":{\"properties\":{\n\"y\":{}}}}}}}}}}"
      "}}}";
  static const char after[] = "{\"openapi\":\"3.0.3\",\"paths\":{\"/"
                              "a\":{\"get\":{\"responses\":{\"200\":{\"content\":{"
                              "\"application/"
                              "json\":{\"schema\":{\"properties\":{\n\n\"x\":{\"type\":\"object\"}}}}}}}}}}}";
  struct sv_openapi *old = load(before);
  struct sv_openapi *now = load(after);
  struct sv_comparison c;
  assert_int_equal(sv_openapi_compare(old, now, &c, NULL), SV_OK);
  assert_int_equal(c.count, 1);
  assert_string_equal(c.changes[0].operation, "GET /a");
  assert_string_equal(c.changes[0].message.args[0].text, "$.x.y");
  const char *file = NULL;
  size_t line = 0;
  size_t column = 0;
  assert_true(sv_change_place(&c, &c.changes[0], false, &file, &line, &column));
  assert_string_equal(file, "a.json");
  assert_int_equal(line, 2);
  assert_int_equal(column, 5);
  assert_true(sv_change_place(&c, &c.changes[0], true, &file, &line, &column));
  assert_int_equal(line, 3);
  sv_comparison_free(&c);
  sv_openapi_free(old);
  sv_openapi_free(now);
}

/* Forty alternatives on both sides at each of four levels, none of which fits another, would be
 * forty to the eighth comparisons. */
static void a_tangle_ends_at_a_limit(void **state)
{
  (void)state;
  struct sv_buf text = SV_BUF(1 << 20);
  sv_buf_adds(&text, "{\"$defs\":{");
  for (int level = 0; level < 6; level++) {
    sv_buf_addf(&text, "\"l%d\":{\"oneOf\":[", level);
    for (int i = 0; i < 40; i++)
      sv_buf_addf(&text,
                  "%s{\"properties\":{\"a\":{\"$ref\":\"#/$defs/l%d\"}},\"required\":[\"%c%d\"]}",
                  i ? "," : "", level + 1, 'b', i);
    sv_buf_adds(&text, "]},");
  }
  sv_buf_adds(&text, "\"l6\":{\"type\":\"string\"}},\"$ref\":\"#/$defs/l0\"}");
  struct sv_openapi *old = load(sv_buf_text(&text));
  char *end = strstr(text.data, "\"type\":\"string\"");
  memcpy(end, "\"type\":\"number\"", 15);
  struct sv_openapi *now = load(sv_buf_text(&text));
  struct sv_comparison c;
  struct sv_error err = { 0 };
  assert_int_equal(sv_openapi_compare_schemas(old, sv_openapi_root(old), now, sv_openapi_root(now),
                                              SV_COMPARE_SENT, &c, &err),
                   SV_LIMIT);
  assert_string_equal(err.limit, "compared-schemas");
  sv_comparison_free(&c);
  sv_openapi_free(old);
  sv_openapi_free(now);
  sv_buf_free(&text);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(changes_of_schemas_are_told_by_their_use),
    cmocka_unit_test(changes_of_operations_are_told),
    cmocka_unit_test(a_change_names_operation_value_and_both_places),
    cmocka_unit_test(a_tangle_ends_at_a_limit),
  };
  return cmocka_run_group_tests_name("comparing descriptions", tests, NULL, NULL);
}
