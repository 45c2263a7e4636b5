// SPDX-License-Identifier: Apache-2.0
/* Requests with one fault on a service that refuses them as it should, and on the same service with
 * one of them taken. */
#include "plugins/technical/test/suite.h"
#include "tests/unit/unit.h"

#include <stdbool.h>
#include <string.h>

extern const struct sv_plugin technical_LTX_samsvar_plugin;
static const struct sv_plugin *const plugin = &technical_LTX_samsvar_plugin;

#define HOST "https://svc.example"
#define API HOST "/v1"
#define UNITS API "/units"
#define ONE UNITS "/974760673"
#define GOOD "?fra=0301&til=0301"
#define PURPOSE "\nX-Purpose: x"
#define JSON "\nContent-Type: application/json"
#define BODY "\nBody: {\"name\":\"a\",\"text\":\"b\"}"
#define MATCH "\nIf-Match: *"
#define OK "200\nContent-Type: application/json\n\n{\"id\":\"1\"}"
#define FAULT "400\n\nfra til name text"

static const char description[] =
    "openapi: 3.1.0\n"
    "info: {title: t, version: '1'}\n"
    "servers: [{url: 'https://svc.example/v1'}]\n"
    "components:\n"
    "  schemas:\n"
    "    New:\n"
    "      type: object\n"
    "      xml: {name: unit}\n"
    "      required: [name, text]\n"
    "      additionalProperties: false\n"
    "      properties: {name: {type: string, maxLength: 5}, text: {type: string}}\n"
    "paths:\n"
    "  /units:\n"
    "    get:\n"
    "      operationId: list\n"
    "      parameters:\n"
    "        - {name: fra, in: query, required: true, example: '0301', schema: {type: string, "
    "pattern: '^[0-9]{4}$'}}\n"
    "        - {name: til, in: query, required: true, example: '0301', schema: {type: string, "
    "pattern: '^[0-9]{4}$'}}\n"
    "        - {name: X-Purpose, in: header, required: true, example: x, schema: {type: string}}\n"
    "        - {name: size, in: query, schema: {type: integer, minimum: 1, maximum: 10}}\n"
    "        - {name: kind, in: query, schema: {type: string, enum: [a, b]}}\n"
    "      responses: {'200': {description: d}}\n"
    "    post:\n"
    "      operationId: add\n"
    "      requestBody:\n"
    "        required: true\n"
    "        content:\n"
    "          application/json: {schema: {$ref: '#/components/schemas/New'}, example: {name: a, "
    "text: b}}\n"
    "          application/xml: {schema: {$ref: '#/components/schemas/New'}}\n"
    "      responses: {'201': {description: d}}\n"
    "  /units/{orgnr}:\n"
    "    parameters:\n"
    "      - {name: orgnr, in: path, required: true, example: '974760673', schema: {type: string, "
    "pattern: '^[0-9]{9}$'}}\n"
    "    get:\n"
    "      operationId: one\n"
    "      responses: {'200': {description: d}}\n"
    "    put:\n"
    "      operationId: change\n"
    "      parameters: [{name: If-Match, in: header, required: true, example: '*', schema: {type: "
    "string}}]\n"
    "      requestBody:\n"
    "        required: true\n"
    "        content: {application/json: {schema: {$ref: '#/components/schemas/New'}, example: "
    "{name: a, text: b}}}\n"
    "      responses: {'200': {description: d}}\n"
    "  /orders:\n"
    "    post: {operationId: order, responses: {'201': {description: d}}}\n";

static const struct sv_artifact artifact = { .name = "openapi",
                                             .kind = "openapi",
                                             .media_type = "application/yaml",
                                             .url = HOST "/openapi.yaml",
                                             .data = description,
                                             .size = sizeof description - 1 };

static const struct sv_fake_row rows[] = {
  ROW(UNITS "*", FAULT),
  ROW(UNITS GOOD PURPOSE, OK),
  ROW(UNITS GOOD "&size=1" PURPOSE, OK),
  ROW(UNITS GOOD "&size=10" PURPOSE, OK),
  ROW(UNITS GOOD "&kind=a" PURPOSE, OK),
  ROW(UNITS GOOD "&kind=b" PURPOSE, OK),
  ROW(UNITS GOOD "&size=1&size=10" PURPOSE, FAULT),
  ROW(UNITS "/1*", "404\n\n"),
  ROW(ONE, OK),
  ROW(UNITS "/123456780", "400\n\n"),
  ROW(API "/orders", "405\nAllow: GET\n\n"),
  ROW("PUT " API "/*", "405\nAllow: GET\n\n"),
  ROW("PATCH " API "/*", "405\nAllow: GET\n\n"),
  ROW("DELETE " API "/*", "405\nAllow: GET\n\n"),
  ROW("POST " API "/*", "405\nAllow: GET\n\n"),
  ROW("POST " API "/orders", "201\n\n"),
  ROW("POST " UNITS, FAULT),
  ROW("POST " UNITS JSON BODY, "201\n\n"),
  ROW("PUT " ONE, "428\n\n"),
  ROW("PUT " ONE MATCH, FAULT),
  ROW("PUT " ONE MATCH JSON BODY, OK),
};

#define POST(more, answer)                                                                         \
  {                                                                                                \
    ROW("POST " UNITS more, answer)                                                                \
  }

static const struct fault faults[] = {
  { "unknown-id", SV_FAILED, NULL, { ROW(UNITS "/1*", OK) } },
  { "unknown-id", SV_INAPPLICABLE, NULL, { ROW(UNITS "/1*", "422\n\n") } },
  { "unknown-id", SV_INAPPLICABLE, NULL, { ROW(UNITS "/1*", "200\n\n") } },
  { "unknown-id", SV_CANT_TELL, NULL, { ROW(UNITS "/1*", "500\n\n") } },
  { "allow-described", SV_FAILED, NULL, { ROW(API "/orders", "405\n\n") } },
  { "allow-described", SV_FAILED, NULL, { ROW(API "/orders", "405\nAllow: GET POST\n\n") } },
  { "allow-described", SV_PASSED, NULL, { ROW(API "/orders", "405\nAllow: POST\n\n") } },
  { "undeclared-method", SV_FAILED, NULL, { ROW(API "/orders", OK) } },
  { "undeclared-method", SV_FAILED, NULL, { ROW("PATCH " UNITS "*", "404\n\n") } },
  { "undeclared-method", SV_PASSED, NULL, { ROW(API "/orders", "404\n\n") } },
  { "undeclared-method", SV_FAILED, NULL, { ROW("DELETE " ONE, "204\n\n") } },
  { "undeclared-method", SV_PASSED, NULL, { ROW("DELETE " ONE, "404\n\n") } },
  { "undeclared-method", SV_PASSED, NULL, { ROW(API "/orders", "403\n\n") } },
  { "missing-query", SV_FAILED, NULL, { ROW(UNITS "?fra=0301" PURPOSE, OK) } },
  { "missing-query", SV_PASSED, NULL, { ROW(UNITS "?fra=0301" PURPOSE, "403\n\n") } },
  { "missing-header",
    SV_FAILED,
    "X-Purpose",
    { ROW(UNITS GOOD, OK), ROW(UNITS GOOD PURPOSE, OK) } },
  { "missing-header",
    SV_PASSED,
    NULL,
    { ROW(UNITS GOOD, "403\n\n"), ROW(UNITS GOOD PURPOSE, OK) } },
  { "missing-header",
    SV_INAPPLICABLE,
    NULL,
    { ROW(UNITS GOOD, "404\n\n"), ROW(UNITS GOOD PURPOSE, OK) } },
  { "type", SV_FAILED, NULL, { ROW(UNITS GOOD "&size=*", OK) } },
  { "type", SV_INAPPLICABLE, NULL, { ROW(UNITS GOOD "&size=*", "401\n\n") } },
  { "enumeration", SV_FAILED, NULL, { ROW(UNITS GOOD "&kind=*", OK) } },
  { "enumeration", SV_CANT_TELL, NULL, { ROW(UNITS GOOD "&kind=*", "500\n\n") } },
  { "bounds", SV_FAILED, NULL, { ROW(UNITS GOOD "&size=0*", OK) } },
  { "bounds", SV_FAILED, NULL, { ROW(UNITS GOOD "&size=11*", OK) } },
  { "control-digits", SV_FAILED, NULL, { ROW(UNITS "/123456780", OK) } },
  { "control-digits", SV_PASSED, NULL, { ROW(UNITS "/123456780", "404\n\n") } },
  { "control-digits", SV_INAPPLICABLE, NULL, { ROW(UNITS "/123456780", "301\n\n") } },
  { "repeated-query", SV_FAILED, NULL, { ROW(UNITS GOOD "&size=1&size=10" PURPOSE, "500\n\n") } },
  { "repeated-query",
    SV_CANT_TELL,
    NULL,
    { ROW(UNITS GOOD "&size=1*", "500\n\n"), ROW(UNITS GOOD "&kind=*", "500\n\n") } },
  { "repeated-query", SV_PASSED, NULL, { ROW(UNITS GOOD "&size=1&size=10" PURPOSE, OK) } },
  { "all-faults", SV_FAILED, NULL, { ROW(UNITS, "400\n\nfra") } },
  { "all-faults", SV_FAILED, NULL, POST(JSON "\nBody: {}", "422\n\ntext") },
  { "body-media-type", SV_FAILED, NULL, POST("\nContent-Type: application/x-samsvar", "201\n\n") },
  { "body-untyped", SV_FAILED, NULL, { ROW("POST " UNITS BODY, "201\n\n") } },
  { "body-untyped", SV_FAILED, NULL, { ROW("POST " UNITS BODY, "500\n\n") } },
  { "body-untyped",
    SV_INAPPLICABLE,
    NULL,
    { ROW("POST " UNITS BODY, "401\n\n"), ROW("PUT " ONE MATCH BODY, "403\n\n") } },
  { "body-malformed", SV_FAILED, NULL, POST("\nBody: {\"samsvar\":", "201\n\n") },
  { "body-malformed",
    SV_CANT_TELL,
    NULL,
    { ROW("POST " UNITS, "500\n\n"), ROW("PUT " ONE MATCH, "500\n\n") } },
  { "body-schema", SV_FAILED, NULL, POST("\nBody: {\"text\":\"b\"}", "201\n\n") },
  { "body-schema", SV_FAILED, NULL, POST("\nBody: \"samsvar\":true", "201\n\n") },
  { "body-schema", SV_PASSED, NULL, POST("\nBody: {\"text\":\"b\"}", "409\n\n") },
  { "body-missing", SV_FAILED, NULL, POST("", "201\n\n") },
  { "body-large", SV_FAILED, NULL, POST("\n:announce: 104857600", "100\n\n") },
  { "body-large", SV_FAILED, NULL, POST("\n:announce: 104857600", "500\n\n") },
  { "body-large", SV_PASSED, NULL, POST("\n:announce: 104857600", "!closed") },
  { "body-large", SV_CANT_TELL, NULL, POST("\n:announce: 104857600", "503\n\n") },
  { "body-deep", SV_FAILED, NULL, POST("\nBody: [[[[", "500\n\n") },
  { "body-deep", SV_FAILED, NULL, POST("\nBody: [[[[", "201\n\n") },
  { "body-repeats", SV_FAILED, NULL, POST("\nBody: {\"name\":\"a\",\"name\"", "201\n\n") },
  { "body-bytes", SV_FAILED, NULL, POST("\nBody: \xc3\x28", "201\n\n") },
  { "body-bytes", SV_FAILED, NULL, POST("\nBody: \xc3\x28", "500\n\n") },
  { "xml-entities", SV_FAILED, NULL,
    POST("\nContent-Type: application/xml\nBody: <!DOCTYPE unit", "201\n\n{\"name\":\"samsvar-"
                                                                  "0badcafe\"}") },
  { "xml-entities", SV_FAILED, NULL,
    POST("\nContent-Type: application/xml\nBody: &samsvar;", "500\n\n") },
  { "xml-entities", SV_PASSED, NULL,
    POST("\nContent-Type: application/xml\nBody: &samsvar;", "201\n\n&#115;amsvar-0badcafe") },
  { "condition", SV_FAILED, NULL, { ROW("PUT " ONE, OK), ROW("PUT " ONE MATCH, FAULT) } },
  { "condition", SV_PASSED, NULL, { ROW("PUT " ONE, "412\n\n"), ROW("PUT " ONE MATCH, FAULT) } },
};

static struct sv_fake *service(void)
{
  struct sv_fake *f = sv_fake_new("api", API);
  sv_fake_target(f, "{\"unsafe\":true}");
  sv_fake_artifact(f, &artifact);
  sv_fake_rows(f, rows, sizeof rows / sizeof rows[0]);
  return f;
}

static const char *const no_answers[] = {
  "!timeout after 30 s", "!dns no such host", "429\n\n", "503\n\n", "!budget", NULL
};

static const struct suite suite = {
  .family = "technical.negative.",
  .kinds = "api openapi", /* those that are tried on a description */
  .service = service,
  .rows = rows,
  .row_count = sizeof rows / sizeof rows[0],
  .faults = faults,
  .fault_count = sizeof faults / sizeof faults[0],
  .no_answers = no_answers,
};

static void a_service_that_refuses_as_it_should_passes_every_check(void **state)
{
  (void)state;
  assert_int_equal(suite_all_pass(&suite), 22);
}

static void each_fault_is_noticed(void **state)
{
  (void)state;
  suite_notices_each(&suite);
}

static void every_check_has_a_fault_that_fails_it(void **state)
{
  (void)state;
  suite_fails_every_check(&suite);
}

static void no_answer_is_never_a_pass_and_never_the_targets_fault(void **state)
{
  (void)state;
  suite_needs_answers(&suite);
}

/* What a run may send without leave is what only reads. */
static void nothing_that_may_change_data_is_sent_without_leave(void **state)
{
  (void)state;
  static const struct sv_fake_row bad[] = {
    ROW("POST " API "/*", "500\n\n"),
    ROW("PUT " API "/*", "500\n\n"),
    ROW("PATCH " API "/*", "500\n\n"),
    ROW("DELETE " API "/*", "500\n\n"),
  };
  for (uint32_t i = 0; i < plugin->check_count; i++) {
    if (!suite_has(&suite, &plugin->checks[i]))
      continue;
    struct sv_fake *f = service();
    sv_fake_target(f, "{\"unsafe\":false}");
    sv_fake_rows(f, bad, sizeof bad / sizeof bad[0]);
    const enum sv_outcome o = suite_run(f, &plugin->checks[i]);
    if (o != SV_PASSED && o != SV_INAPPLICABLE)
      fail_msg("%s: outcome %d", plugin->checks[i].id, (int)o);
    sv_fake_free(f);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_service_that_refuses_as_it_should_passes_every_check),
    cmocka_unit_test(each_fault_is_noticed),
    cmocka_unit_test(every_check_has_a_fault_that_fails_it),
    cmocka_unit_test(no_answer_is_never_a_pass_and_never_the_targets_fault),
    cmocka_unit_test(nothing_that_may_change_data_is_sent_without_leave),
  };
  return cmocka_run_group_tests_name("requests with one fault", tests, NULL, NULL);
}
