// SPDX-License-Identifier: Apache-2.0
/* Rule sets and documents that want too much: every run ends, and a limit is no verdict. */
#include "tests/unit/unit.h"

#include "engines/openapi/rule.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char document[] = "{\"openapi\":\"3.0.3\",\"info\":{\"title\":\"Test\"},\"paths\":"
                               "{\"/a\":{\"get\":{}},\"/b\":{\"get\":{}},\"/c\":{}}}";

/* How many findings the rules have in the description. */
static size_t judge(const char *rules_text, const char *api_text)
{
  struct sv_rules *rules = NULL;
  struct sv_openapi *api = NULL;
  struct sv_rule_report *report = NULL;
  struct sv_error err = { 0 };
  const struct sv_rules_options opt = { .name = "rules.yaml" };
  const struct sv_openapi_options open = { .name = "openapi.json" };
  size_t count;
  if (sv_rules_read(rules_text, strlen(rules_text), &opt, &rules, &err) != SV_OK ||
      sv_openapi_load(api_text, strlen(api_text), &open, &api, &err) != SV_OK ||
      sv_rules_apply(rules, api, NULL, &report, &err) != SV_OK)
    fail_msg("%zu:%zu %s", err.line, err.column, err.text);
  (void)sv_rule_report_findings(report, &count, NULL);
  sv_rule_report_free(report);
  sv_openapi_free(api);
  sv_rules_free(rules);
  return count;
}

/* A document whose references go in circles and branch: every place is visited once. */
static void circles_and_branches_end(void **state)
{
  (void)state;
  struct sv_buf text = SV_BUF((size_t)1 << 20);
  (void)sv_buf_adds(&text, "{\"openapi\":\"3.0.0\",\"components\":{\"schemas\":{");
  for (int i = 0; i < 60; i++)
    (void)sv_buf_addf(&text,
                      "%s\"S%d\":{\"allOf\":[{\"$ref\":\"#/components/schemas/S%d\"},{\"$ref\":"
                      "\"#/components/schemas/S%d\"}]}",
                      i ? "," : "", i, (i + 1) % 60, (i + 2) % 60);
  (void)sv_buf_adds(&text, "}}}");
  assert_int_equal(judge("rules: {r: {given: '$..allOf[?(@.allOf)]', message: m, then: {field: "
                         "title, function: truthy}}}\n",
                         sv_buf_text(&text)),
                   60);
  assert_int_equal(judge("rules: {r: {given: '$.components.schemas.S0..*', message: m, then: "
                         "{function: schema, functionOptions: {schema: {properties: {allOf: "
                         "{items: {$ref: '#'}}}}}}}}\n",
                         sv_buf_text(&text)),
                   0);
  sv_buf_free(&text);
}

static void a_budget_that_is_spent_is_no_verdict(void **state)
{
  (void)state;
  const char *text = "rules: {r: {given: $..*, then: {function: truthy}}}\n";
  const struct sv_rules_options opt = { .name = "rules.yaml" };
  const struct sv_openapi_options open = { .name = "openapi.yaml" };
  const struct sv_rule_options few = { .visits = 20 };
  struct sv_rules *rules = NULL;
  struct sv_openapi *api = NULL;
  struct sv_rule_report *report = NULL;
  struct sv_error err = { 0 };
  assert_int_equal(sv_rules_read(text, strlen(text), &opt, &rules, &err), SV_OK);
  assert_int_equal(sv_openapi_load(document, strlen(document), &open, &api, &err), SV_OK);
  assert_int_equal(sv_rules_apply(rules, api, &few, &report, &err), SV_LIMIT);
  assert_null(report);
  assert_string_equal(err.limit, "rule-visits");
  sv_openapi_free(api);
  sv_rules_free(rules);
}

static void a_pattern_without_end_is_a_limit(void **state)
{
  (void)state;
  const char *text = "rules: {r: {given: $.info.title, then: {function: pattern, functionOptions: "
                     "{match: '^(?=(a+)+$)b'}}}}\n";
  char api_text[200];
  const struct sv_rules_options opt = { .name = "rules.yaml" };
  const struct sv_openapi_options open = { .name = "openapi.json" };
  struct sv_rules *rules = NULL;
  struct sv_openapi *api = NULL;
  struct sv_rule_report *report = NULL;
  struct sv_error err = { 0 };
  (void)snprintf(api_text, sizeof api_text, "{\"openapi\":\"3.0.0\",\"info\":{\"title\":\"%s\"}}",
                 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!");
  assert_int_equal(sv_rules_read(text, strlen(text), &opt, &rules, &err), SV_OK);
  assert_int_equal(sv_openapi_load(api_text, strlen(api_text), &open, &api, &err), SV_OK);
  assert_int_equal(sv_rules_apply(rules, api, NULL, &report, &err), SV_LIMIT);
  assert_string_equal(err.limit, "pattern-match");
  sv_openapi_free(api);
  sv_rules_free(rules);
}

/* Sets that want much: nothing may recurse or grow without end. */
static void hostile_sets_end(void **state)
{
  (void)state;
  struct sv_buf text = SV_BUF((size_t)8 << 20);
  static const char *const grown[][3] = {
    { "rules: {r: {given: '$", "[?(@.a", "" },
    { "rules: {r: {given: '$.a[?(", "(", "" },
    { "rules: {r: {given: '$.a[?(", "@.a && ", "@.a)]', then: {function: truthy}}}\n" },
    { "rules: {r: {given: '$.a[?(@", ".a", ")]', then: {function: truthy}}}\n" },
    { "rules: {r: {given: '$", ".a", "', then: {function: truthy}}}\n" },
    { "rules: {r: {given: '$.a[?(", "!", "@.a)]', then: {function: truthy}}}\n" },
    { "overrides: [{files: ['", "*", "b'], rules: {}}]\n" },
    { "rules: ", "[", "" },
    { "rules: {r: {given: $, then: {function: pattern, functionOptions: {match: '", "(a*)*",
      "'}}}}\n" },
    { "rules: {r: {given: $, then: {field: '", "a.", "', function: truthy}}}\n" },
  };
  for (size_t i = 0; i < sizeof grown / sizeof grown[0]; i++) {
    struct sv_rules *rules = NULL;
    struct sv_error err = { 0 };
    const struct sv_rules_options opt = { .name = "rules.yaml" };
    sv_buf_cut(&text, 0);
    (void)sv_buf_adds(&text, grown[i][0]);
    for (int k = 0; k < 20000; k++)
      (void)sv_buf_adds(&text, grown[i][1]);
    (void)sv_buf_adds(&text, grown[i][2]);
    const enum sv_status status = sv_rules_read(sv_buf_text(&text), text.size, &opt, &rules, &err);
    assert_true(status != SV_OK || i == 5 || i == 6);
    sv_rules_free(rules);
  }
  sv_buf_free(&text);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(circles_and_branches_end),
    cmocka_unit_test(a_budget_that_is_spent_is_no_verdict),
    cmocka_unit_test(a_pattern_without_end_is_a_limit),
    cmocka_unit_test(hostile_sets_end),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
