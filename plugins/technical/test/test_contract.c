// SPDX-License-Identifier: Apache-2.0
/* The contract run on a service that keeps its description, and on the same service with one thing
 * broken. */
#include "plugins/technical/test/suite.h"
#include "tests/unit/unit.h"

#include <stdbool.h>
#include <string.h>

extern const struct sv_plugin technical_LTX_samsvar_plugin;
static const struct sv_plugin *const plugin = &technical_LTX_samsvar_plugin;

#define HOST "https://svc.example"
#define API HOST "/v1"
#define UNITS API "/units"
#define JSON(status, body) status "\nContent-Type: application/json\nX-Total: 3\n\n" body
#define ITEM1 "{\"id\":\"1\",\"kind\":\"a\",\"links\":{\"self\":\"/v1/units/1\"}}"
#define ITEM2 "{\"id\":\"2\",\"kind\":\"b\"}"
#define ITEM3 "{\"id\":\"3\",\"kind\":\"a\"}"
#define PAGE "{\"items\":[" ITEM1 "," ITEM2 "],\"next\":\"/v1/units?page=2\"}"
#define TEN "{},{},{},{},{},{},{},{},{},{}"
#define FIFTY TEN "," TEN "," TEN "," TEN "," TEN
#define TWO_HUNDRED FIFTY "," FIFTY "," FIFTY "," FIFTY
#define GEO "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core"
#define TOKEN "\nCredential: token"
#define GOOD UNITS "\nBody: {\"id\":\"9\",\"kind\":\"a\"}"
#define MADE(at) "201\nLocation: " at "\nContent-Type: application/json\n\n" ITEM1

static const char description[] =
    "openapi: 3.1.0\n"
    "info: {title: t, version: '1'}\n"
    "servers: [{url: 'https://svc.example/v1'}]\n"
    "components:\n"
    "  securitySchemes: {m: {type: http, scheme: bearer}}\n"
    "  schemas:\n"
    "    Unit:\n"
    "      type: object\n"
    "      required: [id, kind]\n"
    "      properties:\n"
    "        id: {type: string}\n"
    "        kind: {type: string, enum: [a, b]}\n"
    "        note: {type: string}\n"
    "        owner: {oneOf: [{type: 'null'}, {type: object, required: [name]}]}\n"
    "        secret: {type: string, writeOnly: true}\n"
    "        links: {type: object, properties: {self: {type: string}}}\n"
    "paths:\n"
    "  /units:\n"
    "    get:\n"
    "      operationId: list\n"
    "      parameters:\n"
    "        - {name: page, in: query, schema: {type: integer, minimum: 1, maximum: 1000000}}\n"
    "        - {name: size, in: query, schema: {type: integer, minimum: 1, maximum: 10}}\n"
    "        - {name: kind, in: query, schema: {type: string, enum: [a, b]}}\n"
    "      responses:\n"
    "        '200':\n"
    "          description: d\n"
    "          headers: {X-Total: {required: true, schema: {type: integer}}}\n"
    "          content:\n"
    "            application/json:\n"
    "              schema:\n"
    "                type: object\n"
    "                required: [items]\n"
    "                properties:\n"
    "                  items: {type: array, items: {$ref: '#/components/schemas/Unit'}}\n"
    "                  next: {type: string}\n"
    "        '400': {description: d}\n"
    "        '406': {description: d}\n"
    "    post:\n"
    "      operationId: add\n"
    "      parameters: [{name: Idempotency-Key, in: header, schema: {type: string}}]\n"
    "      requestBody:\n"
    "        required: true\n"
    "        content:\n"
    "          application/json:\n"
    "            schema: {$ref: '#/components/schemas/Unit'}\n"
    "            example: {id: '9', kind: a}\n"
    "      responses:\n"
    "        '201':\n"
    "          description: d\n"
    "          headers: {Location: {required: true, schema: {type: string, minLength: 2}}}\n"
    "          content: {application/json: {schema: {$ref: '#/components/schemas/Unit'}}}\n"
    "        '400': {description: d}\n"
    "  /units/{id}:\n"
    "    parameters: [{name: id, in: path, required: true, example: '1', schema: {type: string}}]\n"
    "    get:\n"
    "      operationId: one\n"
    "      responses:\n"
    "        '200':\n"
    "          description: d\n"
    "          content: {application/json: {schema: {$ref: '#/components/schemas/Unit'}}}\n"
    "        '404': {description: d}\n"
    "        '406': {description: d}\n"
    "    put:\n"
    "      operationId: change\n"
    "      requestBody:\n"
    "        required: true\n"
    "        content: {application/json: {example: {id: '9', kind: b}}}\n"
    "      responses: {'200': {description: d}, '400': {description: d}}\n"
    "    delete: {operationId: drop, responses: {'204': {description: d}}}\n"
    "  /secret:\n"
    "    get:\n"
    "      operationId: secret\n"
    "      security: [{m: []}]\n"
    "      responses: {'200': {description: d}, '401': {description: d}}\n"
    "  /all:\n"
    "    get:\n"
    "      operationId: all\n"
    "      responses: {'200': {description: d, content: {application/json: {}}}, '406': "
    "{description: d}}\n"
    "  /report:\n"
    "    get:\n"
    "      operationId: report\n"
    "      responses: {'200': {description: d, content: {application/xml: {}}}, '406': "
    "{description: d}}\n";

static const struct sv_artifact artifact = { .name = "openapi",
                                             .kind = "openapi",
                                             .media_type = "application/yaml",
                                             .url = HOST "/openapi.yaml",
                                             .data = description,
                                             .size = sizeof description - 1 };

#define XML(body) "200\nContent-Type: application/xml\n\n" body

static const struct sv_fake_row rows[] = {
  ROW(UNITS "?*", "400\n\n"),
  ROW(UNITS, JSON("200", PAGE)),
  ROW(UNITS "\nAccept: application/x-samsvar", "406\n\n"),
  ROW(UNITS "?page=1", JSON("200", PAGE)),
  ROW(UNITS "?page=2", JSON("200", "{\"items\":[" ITEM3 "]}")),
  ROW(UNITS "?page=1000000", JSON("200", "{\"items\":[]}")),
  ROW(UNITS "?page=999999", JSON("200", "{\"items\":[]}")),
  ROW(UNITS "?size=1", JSON("200", "{\"items\":[" ITEM1 "]}")),
  ROW(UNITS "?size=2", JSON("200", "{\"items\":[" ITEM1 "," ITEM2 "]}")),
  ROW(UNITS "?size=10", JSON("200", "{\"items\":[" ITEM1 "," ITEM2 "]}")),
  ROW(UNITS "?kind=a", JSON("200", "{\"items\":[" ITEM1 "," ITEM3 "]}")),
  ROW(UNITS "?kind=b", JSON("200", "{\"items\":[" ITEM2 "]}")),
  ROW(UNITS "/1", JSON("200", ITEM1)),
  ROW(UNITS "/2", JSON("200", ITEM2)),
  ROW(UNITS "/1\nAccept: application/x-samsvar", "406\n\n"),
  ROW(UNITS "/samsvar-none", "404\n\n"),
  ROW(API "/all", JSON("200", "[" ITEM1 "]")),
  ROW(API "/all\nAccept: application/x-samsvar", "406\n\n"),
  ROW("OPTIONS " API "/all", "204\nAllow: GET\n\n"),
  ROW(API "/secret", "401\n\n"),
  ROW(API "/secret" TOKEN, "200\n\n"),
  ROW(API "/report*", XML("<r>1</r>")),
  ROW(API "/report\nAccept: application/x-samsvar", "406\n\n"),
  ROW("OPTIONS " UNITS, "204\nAllow: GET, HEAD, POST, OPTIONS\n\n"),
  ROW("OPTIONS " UNITS "/1", "204\nAllow: GET, PUT, DELETE\n\n"),
  ROW("OPTIONS " API "/secret" TOKEN, "204\n\n"),
  ROW("OPTIONS " API "/report", "204\nAllow: GET\n\n"),
  ROW("POST " API "/*", "405\n\n"),
  ROW("PUT " API "/*", "405\n\n"),
  ROW("PATCH " API "/*", "405\n\n"),
  ROW("DELETE " API "/*", "405\n\n"),
  ROW("POST " UNITS, "400\n\n"),
  ROW("POST " GOOD, MADE("/v1/units/9")),
  ROW("PUT " UNITS "/1", "400\n\n"),
  ROW("PUT " UNITS "/9", "200\n\n"),
  ROW("DELETE " UNITS "/9", "204\n\n"),
  ROW(UNITS "/9", JSON("200", ITEM1)),
  ROW(UNITS "/9\nX-Samsvar-Turn: deleted-1", "404\n\n"),
  ROW(HOST "/v0", "404\n\n"),
  ROW(HOST "/v2", "404\n\n"),
  ROW(HOST "/r.xsd", XML("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\">"
                         "<xs:element name=\"r\" type=\"xs:integer\"/></xs:schema>")),
  ROW(HOST "/ogc/", JSON("200", "{\"links\":[{\"rel\":\"service-desc\",\"href\":\"/a\"},{\"rel\":"
                                "\"conformance\",\"href\":\"/c\"}]}")),
  ROW(HOST "/ogc/conformance", JSON("200", "{\"conformsTo\":[\"" GEO "\"]}")),
  ROW(HOST "/ogc/collections", JSON("200", "{\"collections\":[{\"id\":\"k\",\"links\":[{\"rel\":"
                                           "\"items\",\"href\":"
                                           "\"/ogc/collections/k/items\"}]}]}")),
  ROW(HOST "/ogc/collections/k/items?limit=1", JSON("200", "{\"type\":\"FeatureCollection\","
                                                           "\"numberReturned\":1,\"features\":[{}]"
                                                           "}")),
  ROW(HOST "/graphql?query=%7B__typename%7D", JSON("200", "{\"data\":{\"__typename\":\"Query\"}}")),
};

#define UNIT(body)                                                                                 \
  {                                                                                                \
    ROW(UNITS "/1", JSON("200", body))                                                             \
  }

static const struct fault faults[] = {
  { "server-error", SV_FAILED, NULL, { ROW(UNITS "?page=0", "500\n\n") } },
  { "server-error", SV_FAILED, NULL, { ROW(UNITS "/samsvar-none", "502\n\n") } },
  { "server-error", SV_CANT_TELL, NULL, { ROW(UNITS "?page=0", "503\nRetry-After: 5\n\n") } },
  { "server-error", SV_PASSED, NULL, { ROW("PATCH " API "/*", "501\n\n") } },
  { "status", SV_FAILED, NULL, { ROW(UNITS "/1", JSON("203", ITEM1)) } },
  { "status", SV_FAILED, NULL, { ROW(UNITS "?page=0", "422\n\n") } },
  { "media-type", SV_FAILED, NULL, { ROW(UNITS "/1", "200\nContent-Type: text/html\n\n<p>") } },
  { "media-type", SV_FAILED, NULL, { ROW(UNITS "/1", "200\n\n{}") } },
  { "schema", SV_FAILED, NULL, UNIT("{\"kind\":\"a\"}") },                 /* member missing */
  { "schema", SV_FAILED, "/id", UNIT("{\"id\":1,\"kind\":\"a\"}") },       /* type */
  { "schema", SV_FAILED, "/kind", UNIT("{\"id\":\"1\",\"kind\":\"c\"}") }, /* enum */
  { "schema", SV_FAILED, "/note", UNIT("{\"id\":\"1\",\"kind\":\"a\",\"note\":null}") },
  { "schema", SV_FAILED, NULL, UNIT("{\"id\":\"1\",\"kind\":\"a\",\"owner\":{}}") }, /* oneOf */
  { "schema", SV_FAILED, NULL, UNIT("{\"id\":\"1\",") },                             /* not JSON */
  { "schema", SV_FAILED, NULL, { ROW(UNITS "/1", "200\nContent-Type: application/json\n\n") } },
  { "schema", SV_CANT_TELL, NULL, { ROW(UNITS "/1", "!timeout after 30 s") } },
  { "headers-present",
    SV_FAILED,
    "X-Total",
    { ROW(UNITS, "200\nContent-Type: application/json\n\n" PAGE) } },
  { "headers-valid",
    SV_FAILED,
    "X-Total",
    { ROW(UNITS, "200\nContent-Type: application/json\nX-Total: mange\n\n" PAGE) } },
  { "accepted", SV_FAILED, NULL, { ROW(UNITS "?size=10", "400\n\n") } },
  { "examples", SV_FAILED, NULL, { ROW(UNITS "/1", "404\n\n") } },
  { "undocumented", SV_FAILED, "/secretary",
    UNIT("{\"id\":\"1\",\"kind\":\"a\",\"secretary\":1}") },
  { "write-only", SV_FAILED, "/secret", UNIT("{\"id\":\"1\",\"kind\":\"a\",\"secret\":\"s\"}") },
  { "allow", SV_FAILED, "Allow", { ROW("OPTIONS " UNITS "/1", "204\nAllow: GET, PUT\n\n") } },
  { "allow", SV_FAILED, "Allow", { ROW("OPTIONS " UNITS, "204\nAllow: GET, POST, PATCH\n\n") } },
  { "deleted",
    SV_FAILED,
    NULL,
    { ROW(UNITS "/9\nX-Samsvar-Turn: deleted-1", JSON("200", ITEM1)) } },
  { "created", SV_FAILED, "Location", { ROW("POST " GOOD, "201\n\n") } },
  { "created", SV_FAILED, NULL, { ROW(UNITS "/9", "404\n\n") } },
  { "created", SV_CANT_TELL, NULL, { ROW("POST " GOOD, "422\n\n") } },
  { "idempotent",
    SV_FAILED,
    NULL,
    { ROW(UNITS "/9\nX-Samsvar-Turn: idempotent-2", JSON("200", ITEM2)) } },
  { "idempotency-key",
    SV_FAILED,
    "Idempotency-Key",
    { ROW("POST " GOOD, MADE("/v1/units/9")),
      ROW("POST " GOOD "\nX-Samsvar-Turn: key-2", MADE("/v1/units/10")) } },
  { "paged", SV_FAILED, NULL, { ROW(API "/all", JSON("200", "[" TWO_HUNDRED "]")) } },
  { "page-size", SV_FAILED, NULL, { ROW(UNITS "?size=1", JSON("200", PAGE)) } },
  { "next-page", SV_FAILED, NULL, { ROW(UNITS "?page=2", JSON("200", PAGE)) } },
  { "next-page", SV_FAILED, NULL, { ROW(UNITS "?page=2", "404\n\n") } },
  { "next-page",
    SV_FAILED,
    NULL,
    { ROW(UNITS, JSON("200", "{\"items\":[" ITEM1 "],\"next\":\"http://svc.example/v1/"
                             "u?p=2\"}")) } },
  { "next-page",
    SV_FAILED,
    NULL,
    { ROW(UNITS, JSON("200", "{\"items\":[" ITEM1 "],\"next\":\"https://b.example/?p=2\"}")) } },
  { "page-end", SV_FAILED, NULL, { ROW(UNITS "?page=999999", JSON("200", PAGE)) } },
  { "self",
    SV_FAILED,
    NULL,
    { ROW(UNITS, JSON("200", "{\"items\":[{\"id\":\"1\",\"kind\":\"a\",\"links\":{\"self\":"
                             "\"/v1/units/samsvar-none\"}}]}")) } },
  { "filters", SV_FAILED, NULL, { ROW(UNITS "?kind=a", JSON("200", PAGE)) } },
  { "in-time",
    SV_FAILED,
    NULL,
    { ROW(UNITS "/1", "200\nContent-Type: application/json\nX-Fake-Duration: 1200\n\n" ITEM1) } },
  { "usual-time",
    SV_FAILED,
    NULL,
    { ROW(API "*", "200\nContent-Type: application/json\nX-Fake-Duration: 1200\n\n" PAGE) } },
  { "siblings", SV_FAILED, NULL, { ROW(HOST "/v2", "200\n\n") } },
  { "siblings", SV_PASSED, NULL, { ROW(HOST "/v0", "200\nDeprecation: @1\n\n") } },
  { "xml", SV_FAILED, NULL, { ROW(API "/report*", XML("<r>en</r>")) } },
  { "xml", SV_FAILED, NULL, { ROW(API "/report*", XML("<r>1")) } },
  { "xml", SV_CANT_TELL, NULL, { ROW(HOST "/r.xsd", XML("<r/>")) } },
  { "ogc-landing",
    SV_FAILED,
    "/links",
    { ROW(HOST "/ogc/", JSON("200", "{\"links\":[{\"rel\":\"service-desc\",\"href\":\"/"
                                    "a\"}]}")) } },
  { "ogc-conformance",
    SV_FAILED,
    "/conformsTo",
    { ROW(HOST "/ogc/conformance", JSON("200", "{\"conformsTo\":[]}")) } },
  { "ogc-features",
    SV_FAILED,
    NULL,
    { ROW(HOST "/ogc/collections/k/items?limit=1", JSON("200", "{\"type\":\"FeatureCollection\","
                                                               "\"features\":[{},{}]}")) } },
  { "ogc-features",
    SV_INAPPLICABLE,
    NULL,
    { ROW(HOST "/ogc/conformance", JSON("200", "{\"conformsTo\":[\"http://a.example/x\"]}")) } },
  { "graphql",
    SV_FAILED,
    "/errors",
    { ROW(HOST "/graphql?query=%7B__typename%7D", JSON("200", "{\"data\":{\"__typename\":\"Query\"}"
                                                              ",\"errors\":[{}]}")) } },
  { "authentication", SV_FAILED, "Authorization", { ROW(API "/secret", "200\n\n") } },
  { "authentication",
    SV_FAILED,
    "Authorization",
    { ROW(API "/secret\nAuthorization: Bearer samsvar", "403\n\n") } },
};

/* Of answers to what changes something: not seen, and not judged, without leave. */
static const struct fault of_changes[] = {
  { "server-error", SV_FAILED, NULL, { ROW("POST " UNITS, "500\n\n") } },
  { "server-error", SV_FAILED, NULL, { ROW("DELETE " UNITS "/9", "500\n\n") } },
  { "server-error", SV_FAILED, NULL, { ROW("PATCH " API "/*", "500\n\n") } },
  { "status", SV_FAILED, NULL, { ROW("POST " GOOD, "202\n\n") } },
  { "status", SV_FAILED, NULL, { ROW("POST " UNITS, "422\n\n"), ROW("POST " GOOD, MADE("/9")) } },
  { "status", SV_FAILED, NULL, { ROW("PUT " UNITS "/9", "203\n\n") } },
  { "status", SV_FAILED, NULL, { ROW("DELETE " UNITS "/9", "200\n\n") } },
  { "status", SV_CANT_TELL, NULL, { ROW("DELETE " UNITS "/9", "!timeout after 30 s") } },
  { "media-type",
    SV_FAILED,
    NULL,
    { ROW("POST " GOOD, "201\nLocation: /v1/units/9\nContent-Type: text/html\n\n<p>") } },
  { "schema",
    SV_FAILED,
    "/id",
    { ROW("POST " GOOD, "201\nLocation: /v1/units/9\nContent-Type: application/json\n\n"
                        "{\"id\":9,\"kind\":\"a\"}") } },
  { "schema", SV_FAILED, NULL, { ROW("POST " GOOD, "201\nLocation: /v1/units/9\n\n") } },
  { "headers-present",
    SV_FAILED,
    "Location",
    { ROW("POST " GOOD, "201\nContent-Type: application/json\n\n" ITEM1) } },
  { "headers-valid", SV_FAILED, "Location", { ROW("POST " GOOD, MADE("/")) } },
  { "undocumented",
    SV_FAILED,
    "/secretary",
    { ROW("POST " GOOD, "201\nLocation: /v1/units/9\nContent-Type: application/json\n\n"
                        "{\"id\":\"9\",\"kind\":\"a\",\"secretary\":1}") } },
  { "write-only",
    SV_FAILED,
    "/secret",
    { ROW("POST " GOOD, "201\nLocation: /v1/units/9\nContent-Type: application/json\n\n"
                        "{\"id\":\"9\",\"kind\":\"a\",\"secret\":\"s\"}") } },
};

static struct sv_fake *service_with(bool leave)
{
  struct sv_fake *f = sv_fake_new("api", API);
  sv_fake_target(f, leave ? "{\"unsafe\":true}" : "{\"unsafe\":false}");
  sv_fake_target(f, "{\"samples\":{\"credential\":\"token\",\"xsd\":\"/r.xsd\","
                    "\"ogc\":\"/ogc\",\"graphql\":\"/graphql\"}}");
  sv_fake_params(f, "{\"max_response_ms\":1000}");
  sv_fake_artifact(f, &artifact);
  sv_fake_rows(f, rows, sizeof rows / sizeof rows[0]);
  return f;
}

static struct sv_fake *service(void)
{
  return service_with(true);
}

static const char *const no_answers[] = { "!timeout after 30 s", "!dns no such host", "429\n\n",
                                          "!budget", NULL };

static const struct suite suite = {
  .family = "technical.contract.",
  .service = service,
  .rows = rows,
  .row_count = sizeof rows / sizeof rows[0],
  .faults = faults,
  .fault_count = sizeof faults / sizeof faults[0],
  .no_answers = no_answers,
};

static void a_service_that_keeps_its_description_passes_every_check(void **state)
{
  (void)state;
  assert_true(suite_all_pass(&suite) > 28);
}

static void each_fault_is_noticed_at_its_place(void **state)
{
  (void)state;
  suite_notices_each(&suite);
}

static void answers_to_changes_are_judged_with_leave_only(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof of_changes / sizeof of_changes[0]; i++) {
    const struct fault *one = &of_changes[i];
    suite_judges(&suite, one);
    struct sv_fake *f = service_with(false);
    sv_fake_rows(f, one->over, one->over[1].request ? 2 : 1);
    const enum sv_outcome o = suite_run(f, suite_check(&suite, one));
    if (o != SV_PASSED)
      fail_msg("%s on '%s': outcome %d without leave", one->id, one->over[0].answer, (int)o);
    sv_fake_free(f);
  }
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

/* Two checks of one worker share the plan and its answers. */
static void the_requests_are_planned_once(void **state)
{
  (void)state;
  struct sv_fake *f = service();
  assert_int_equal(plugin->open(&f->ctx), SV_PASSED);
  assert_int_equal(sv_fake_run(f, sv_fake_find_check(plugin, "technical.contract.status")),
                   SV_PASSED);
  const size_t count = f->request_count;
  assert_int_equal(sv_fake_run(f, sv_fake_find_check(plugin, "technical.contract.schema")),
                   SV_PASSED);
  assert_int_equal(f->request_count, count);
  assert_true(count > 20 && count < 60);
  plugin->close(&f->ctx);
  sv_fake_free(f);
}

static void an_operation_without_a_known_value_is_no_pass(void **state)
{
  (void)state;
  static const char text[] = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\nservers: [{url: "
                             "/v1}]\npaths:\n"
                             "  /a: {get: {responses: {'200': {description: d}}}}\n"
                             "  /b/{key}: {get: {parameters: [{name: key, in: path, required: "
                             "true, schema: {type: "
                             "string}}], responses: {'200': {description: d}}}}\n";
  static const struct sv_artifact other = { .name = "openapi",
                                            .kind = "openapi",
                                            .url = HOST "/openapi.yaml",
                                            .data = text,
                                            .size = sizeof text - 1 };
  static const struct sv_fake_row good[] = { ROW(API "/a", "200\n\n"), ROW(API "/b/7", "200\n\n") };
  const struct sv_check *c = sv_fake_find_check(plugin, "technical.contract.status");
  struct sv_fake *f = sv_fake_new("api", API);
  sv_fake_artifact(f, &other);
  sv_fake_rows(f, good, 2);
  assert_int_equal(suite_run(f, c), SV_CANT_TELL);
  assert_int_equal(f->findings[0].attribution, SV_CONFIGURATION);
  assert_non_null(strstr(f->findings[0].text, "/b/{key} (key)"));
  sv_fake_free(f);
  f = sv_fake_new("api", API);
  sv_fake_target(f, "{\"samples\":{\"parameters\":{\"key\":\"7\"}}}");
  sv_fake_artifact(f, &other);
  sv_fake_rows(f, good, 2);
  if (suite_run(f, c) ==
      SV_CANT_TELL) /* the unknown identifier has no row: it is seen as no answer */
    assert_null(strstr(f->findings[0].text, "/b/{key} (key)"));
  sv_fake_free(f);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_service_that_keeps_its_description_passes_every_check),
    cmocka_unit_test(each_fault_is_noticed_at_its_place),
    cmocka_unit_test(answers_to_changes_are_judged_with_leave_only),
    cmocka_unit_test(every_check_has_a_fault_that_fails_it),
    cmocka_unit_test(no_answer_is_never_a_pass_and_never_the_targets_fault),
    cmocka_unit_test(the_requests_are_planned_once),
    cmocka_unit_test(an_operation_without_a_known_value_is_no_pass),
  };
  return cmocka_run_group_tests_name("contract checks", tests, NULL, NULL);
}
