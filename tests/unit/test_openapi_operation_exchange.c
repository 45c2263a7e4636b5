// SPDX-License-Identifier: Apache-2.0
/* Exchanges held against their operations: what is found, where, and what is let be. */
#include "tests/unit/unit.h"

#include "engines/openapi/exchange.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char document[] =
    "openapi: 3.0.3\n"
    "info: {title: t, version: '1'}\n"
    "components:\n"
    "  schemas:\n"
    "    Pet:\n"
    "      type: object\n"
    "      required: [id, name]\n"
    "      additionalProperties: false\n"
    "      properties:\n"
    "        id: {type: integer, readOnly: true}\n"
    "        name: {type: string, minLength: 2}\n"
    "        kind: {type: string, enum: [cat, dog, null], nullable: true}\n"
    "        secret: {type: string, writeOnly: true}\n"
    "        code: {type: string, maxLength: 4, pattern: '^[0-9]{4}$', enum: ['1000', '2000']}\n"
    "    Cat:\n"
    "      allOf: [{$ref: '#/components/schemas/Base'}, {required: [number]}]\n"
    "    Base: {type: object, properties: {number: {type: integer, readOnly: true}}}\n"
    "paths:\n"
    "  /pets:\n"
    "    get:\n"
    "      operationId: list\n"
    "      parameters:\n"
    "      - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 100}}\n"
    "      - {name: X-Need, in: header, required: true, schema: {type: string, format: uuid}}\n"
    "      - {name: mixed, in: query, schema: {oneOf: [{type: integer, maximum: 9}, {type: string, "
    "minLength: 3}]}}\n"
    "      responses:\n"
    "        '200':\n"
    "          description: d\n"
    "          headers:\n"
    "            X-Total: {required: true, schema: {type: integer, minimum: 0}}\n"
    "            ETag: {schema: {type: string, pattern: '^(\"|W\\-)'}}\n"
    "          content:\n"
    "            application/json: {schema: {type: array, items: {$ref: "
    "'#/components/schemas/Pet'}}}\n"
    "        4XX: {description: d, content: {application/problem+json: {schema: {type: object, "
    "required: [title]}}}}\n"
    "    post:\n"
    "      operationId: make\n"
    "      requestBody:\n"
    "        required: true\n"
    "        content:\n"
    "          application/json: {schema: {$ref: '#/components/schemas/Pet'}}\n"
    "          application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Pet'}}\n"
    "      responses:\n"
    "        '204': {description: d}\n"
    "        default: {description: d, content: {text/*: {schema: {type: string, maxLength: 5}}}}\n"
    "    put:\n"
    "      operationId: cat\n"
    "      requestBody: {content: {application/json: {schema: {$ref: "
    "'#/components/schemas/Cat'}}}}\n"
    "      responses: {'200': {description: d}}\n";

struct fixture {
  struct sv_openapi *api;
  struct sv_operations *operations;
  struct sv_exchange *judge;
};

static void open_fixture(struct fixture *f)
{
  const struct sv_openapi_options opt = { .iri = "file:///api/openapi.yaml",
                                          .name = "openapi.yaml" };
  struct sv_error err = { 0 };
  if (sv_openapi_load(document, strlen(document), &opt, &f->api, &err) != SV_OK ||
      sv_operations_new(f->api, NULL, 0, &f->operations, &err) != SV_OK)
    fail_msg("%s", err.text);
  f->judge = sv_exchange_new(f->operations);
  assert_non_null(f->judge);
}

static void close_fixture(struct fixture *f)
{
  sv_exchange_free(f->judge);
  sv_operations_free(f->operations);
  sv_openapi_free(f->api);
}

/* The findings as "kind name pointer keyword document-pointer;" each, then gaps. */
static void written(struct fixture *f, char *out, size_t room)
{
  size_t count;
  const struct sv_exchange_finding *found = sv_exchange_findings(f->judge, &count);
  *out = '\0';
  for (size_t i = 0; i < count; i++) {
    (void)snprintf(out + strlen(out), room - strlen(out), "%s %s %s %s %s;",
                   sv_exchange_kind_name(found[i].kind), found[i].name ? found[i].name : "-",
                   found[i].pointer ? found[i].pointer : "-",
                   found[i].keyword ? found[i].keyword : "-",
                   found[i].document_pointer ? found[i].document_pointer : "-");
    assert_true(found[i].line > 0);
    assert_string_equal(found[i].file, "openapi.yaml");
    assert_non_null(found[i].message.msgid);
  }
  const struct sv_exchange_gap *gap = sv_exchange_gaps(f->judge, &count);
  for (size_t i = 0; i < count; i++)
    (void)snprintf(out + strlen(out), room - strlen(out), "gap %s;", gap[i].limit);
}

static const struct {
  const char *id, *method;
  int status;
  const char *type, *total, *etag, *body, *expected;
} responses[] = {
  { "list", "GET", 200, "application/json", "1", NULL, "[{\"id\":1,\"name\":\"Ola\"}]", "" },
  { "list", "GET", 200, "application/json; charset=utf-8", "1", "\"x\"", "[]", "" },
  { "list", "GET", 200, "application/json", NULL, NULL, "[]",
    "header-missing X-Total - - /paths/~1pets/get/responses/200/headers/X-Total;" },
  { "list", "GET", 200, "application/json", "-1", "x", "[]",
    "header X-Total  minimum "
    "/paths/~1pets/get/responses/200/headers/X-Total/schema/minimum;"
    "header ETag  pattern /paths/~1pets/get/responses/200/headers/ETag/schema/pattern;" },
  { "list", "GET", 200, "application/json", "1", NULL,
    "[{\"id\":1,\"name\":\"Ola\",\"code\":null}]",
    "body - /0/code type /components/schemas/Pet/properties/code/type;" },
  { "list", "GET", 200, "application/json", "1", NULL,
    "[{\"id\":1,\"name\":\"Ola\",\"code\":\"N-9008\"}]",
    "body - /0/code enum /components/schemas/Pet/properties/code/enum;" },
  { "list", "GET", 200, "text/html", "1", NULL, "<p>",
    "media-type Content-Type - - /paths/~1pets/get/responses/200;" },
  { "list", "GET", 200, NULL, "1", NULL, "[]",
    "no-media-type Content-Type - - /paths/~1pets/get/responses/200;" },
  { "list", "GET", 200, "json", "1", NULL, "[]",
    "bad-media-type Content-Type - - /paths/~1pets/get/responses/200;" },
  { "list", "GET", 200, "application/json", "1", NULL, "[",
    "body-malformed - - - /paths/~1pets/get/responses/200/content/application~1json;" },
  { "list", "GET", 200, "application/json", "1", NULL, "",
    "body-missing - - - /paths/~1pets/get/responses/200;" },
  { "list", "HEAD", 200, "application/json", "1", NULL, "", "" },
  { "list", "GET", 200, "application/json", "1", NULL, "[{\"name\":\"Ola\"}]",
    "body - /0 required /components/schemas/Pet/required;" },
  { "list", "GET", 200, "application/json", "1", NULL, "[{\"id\":\"1\",\"name\":\"Ola\"}]",
    "body - /0/id type /components/schemas/Pet/properties/id/type;" },
  { "list", "GET", 200, "application/json", "1", NULL, "[{\"id\":1,\"name\":\"O\"}]",
    "body - /0/name minLength /components/schemas/Pet/properties/name/minLength;" },
  { "list", "GET", 200, "application/json", "1", NULL,
    "[{\"id\":1,\"name\":\"Ola\",\"kind\":null}]", "" },
  { "list", "GET", 200, "application/json", "1", NULL, "[{\"id\":1,\"name\":\"Ola\",\"more\":1}]",
    "body - /0/more additionalProperties /components/schemas/Pet/additionalProperties;" },
  { "list", "GET", 200, "application/json", "1", NULL,
    "[{\"id\":1,\"name\":\"Ola\",\"secret\":\"x\"}]",
    "write-only secret /0/secret - /components/schemas/Pet/properties/secret;" },
  { "list", "GET", 404, "application/problem+json", NULL, NULL, "{\"title\":\"no\"}", "" },
  { "list", "GET", 404, "application/problem+json", NULL, NULL, "{}",
    "body -  required "
    "/paths/~1pets/get/responses/4XX/content/application~1problem+json/schema/required;" },
  { "list", "GET", 500, "application/json", NULL, NULL, "{}",
    "status - - - /paths/~1pets/get/responses;" },
  { "make", "POST", 204, NULL, NULL, NULL, "", "" },
  { "make", "POST", 500, "text/plain", NULL, NULL, "short", "" },
  { "make", "POST", 500, "text/plain", NULL, NULL, "far too long",
    "body -  maxLength "
    "/paths/~1pets/post/responses/default/content/text~1*/schema/maxLength;" },
  { "make", "POST", 500, "image/png", NULL, NULL, "x",
    "media-type Content-Type - - /paths/~1pets/post/responses/default;" },
};

static void responses_are_held_against_what_is_declared(void **state)
{
  (void)state;
  struct fixture f;
  char out[2000];
  open_fixture(&f);
  for (size_t i = 0; i < sizeof responses / sizeof responses[0]; i++) {
    struct sv_exchange_header headers[3];
    struct sv_exchange_message m = { .headers = headers,
                                     .body = responses[i].body,
                                     .body_size = strlen(responses[i].body) };
    struct sv_error err = { 0 };
    if (responses[i].type)
      headers[m.header_count++] = (struct sv_exchange_header){ "content-type", responses[i].type };
    if (responses[i].total)
      headers[m.header_count++] = (struct sv_exchange_header){ "X-TOTAL", responses[i].total };
    if (responses[i].etag)
      headers[m.header_count++] = (struct sv_exchange_header){ "etag", responses[i].etag };
    sv_exchange_clear(f.judge);
    assert_int_equal(sv_exchange_response(f.judge,
                                          sv_operations_find(f.operations, responses[i].id),
                                          responses[i].method, responses[i].status, &m, &err),
                     SV_OK);
    written(&f, out, sizeof out);
    if (strcmp(out, responses[i].expected) != 0)
      fail_msg("case %zu: %s\nexpected: %s", i, out, responses[i].expected);
  }
  close_fixture(&f);
}

static void requests_are_held_against_what_is_declared(void **state)
{
  (void)state;
#define UUID "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"
#define NEED "parameter-missing X-Need - - /paths/~1pets/get/parameters/1;"
  static const struct {
    const char *method, *url, *need, *type, *body, *expected;
  } cases[] = {
    { "GET", "/pets?limit=5", UUID, NULL, "", "" },
    { "GET", "/pets", NULL, NULL, "", NEED },
    { "GET", "/pets?limit=0", UUID, NULL, "",
      "parameter limit  minimum /paths/~1pets/get/parameters/0/schema/minimum;" },
    { "GET", "/pets?limit=x", UUID, NULL, "",
      "parameter limit  type /paths/~1pets/get/parameters/0/schema/type;" },
    { "GET", "/pets?limit=%4", UUID, NULL, "",
      "parameter limit  - /paths/~1pets/get/parameters/0/schema;" },
    { "GET", "/pets", "nope", NULL, "",
      "parameter X-Need  format /paths/~1pets/get/parameters/1/schema/format;" },
    { "GET", "/pets?other=1", UUID, NULL, "", "parameter-undeclared other - - /paths/~1pets/get;" },
    { "GET", "/pets?mixed=5", UUID, NULL, "", "" },
    { "GET", "/pets?mixed=500", UUID, NULL, "", "" },
    { "GET", "/pets?mixed=abc", UUID, NULL, "", "" },
    { "POST", "/pets", NULL, "application/json", "{\"name\":\"Ola\"}", "" },
    { "POST", "/pets", NULL, "application/json", "{}",
      "body -  required /components/schemas/Pet/required;" },
    { "POST", "/pets", NULL, "application/json", "{\"id\":1,\"name\":\"Ola\"}",
      "read-only id /id - /components/schemas/Pet/properties/id;" },
    { "POST", "/pets", NULL, "application/json", "{\"name\":\"Ola\",\"secret\":\"x\"}", "" },
    { "POST", "/pets", NULL, NULL, "", "body-missing - - - /paths/~1pets/post/requestBody;" },
    { "POST", "/pets", NULL, "application/x-www-form-urlencoded", "name=Ola+N&kind=cat", "" },
    { "POST", "/pets", NULL, "application/x-www-form-urlencoded", "name=O",
      "body - /name minLength /components/schemas/Pet/properties/name/minLength;" },
    { "PUT", "/pets", NULL, "application/json", "{}", "" },
    { "GET", "/pets", UUID, "text/plain", "x", "body-undeclared - - - /paths/~1pets/get;" },
  };
  struct fixture f;
  char out[2000];
  open_fixture(&f);
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct sv_exchange_header headers[3];
    struct sv_exchange_message m = { .headers = headers,
                                     .body = cases[i].body,
                                     .body_size = strlen(cases[i].body) };
    struct sv_operation_match match;
    struct sv_error err = { 0 };
    if (cases[i].type)
      headers[m.header_count++] = (struct sv_exchange_header){ "Content-Type", cases[i].type };
    if (cases[i].need)
      headers[m.header_count++] = (struct sv_exchange_header){ "x-need", cases[i].need };
    sv_exchange_clear(f.judge);
    sv_operations_match(f.operations, cases[i].method, cases[i].url, strlen(cases[i].url), &match);
    assert_int_equal(match.outcome, SV_OPERATION_FOUND);
    assert_int_equal(sv_exchange_request(f.judge, &match, &m, &err), SV_OK);
    written(&f, out, sizeof out);
    if (strcmp(out, cases[i].expected) != 0)
      fail_msg("case %zu: %s\nexpected: %s", i, out, cases[i].expected);
  }
  close_fixture(&f);
}

static void a_body_that_is_not_whole_is_not_judged(void **state)
{
  (void)state;
  struct fixture f;
  char out[200];
  open_fixture(&f);
  const struct sv_exchange_header headers[] = { { "Content-Type", "application/json" },
                                                { "X-Total", "1" } };
  const struct sv_exchange_message m = {
    .headers = headers, .header_count = 2, .body = "[{", .body_size = 2, .is_truncated = true
  };
  struct sv_error err = { 0 };
  assert_int_equal(
      sv_exchange_response(f.judge, sv_operations_find(f.operations, "list"), "GET", 200, &m, &err),
      SV_OK);
  written(&f, out, sizeof out);
  assert_string_equal(out, "gap body-bytes;");
  close_fixture(&f);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(responses_are_held_against_what_is_declared),
    cmocka_unit_test(requests_are_held_against_what_is_declared),
    cmocka_unit_test(a_body_that_is_not_whole_is_not_judged),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
