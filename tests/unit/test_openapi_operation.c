// SPDX-License-Identifier: Apache-2.0
/* Operations as exchanges find them, and parameters on the wire. */
#include "tests/unit/unit.h"

#include "engines/openapi/operation.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct sv_openapi *load(const char *text)
{
  const struct sv_openapi_options opt = { .iri = "file:///api/openapi.yaml",
                                          .name = "openapi.yaml" };
  struct sv_error err = { 0 };
  struct sv_openapi *api = NULL;
  if (sv_openapi_load(text, strlen(text), &opt, &api, &err) != SV_OK)
    fail_msg("%s", err.text);
  return api;
}

static struct sv_operations *table(struct sv_openapi *api, const char *const *bases, size_t count)
{
  struct sv_error err = { 0 };
  struct sv_operations *t = NULL;
  if (sv_operations_new(api, bases, count, &t, &err) != SV_OK)
    fail_msg("%s", err.text);
  return t;
}

static const char paths[] = "openapi: 3.0.3\n"
                            "info: {title: t, version: '1'}\n"
                            "servers: [{url: 'https://api.example.no/v1'}, {url: /test}]\n"
                            "paths:\n"
                            "  /pets/{id}:\n"
                            "    parameters: [{name: id, in: path, required: true, schema: {type: "
                            "string}}]\n"
                            "    get: {operationId: one, responses: {}}\n"
                            "    delete: {operationId: drop, responses: {}}\n"
                            "  /pets/mine:\n"
                            "    get: {operationId: mine, responses: {}}\n"
                            "  /pets/{id}/toys/{toy}.{format}:\n"
                            "    get: {operationId: toy, responses: {}, parameters: [\n"
                            "      {name: id, in: path, required: true, schema: {type: string}},\n"
                            "      {name: toy, in: path, required: true, schema: {type: string}},\n"
                            "      {name: format, in: path, required: true, schema: {type: "
                            "string}}]}\n"
                            "  /pets/{id}:wake:\n"
                            "    post: {operationId: wake, responses: {}}\n"
                            "  /blåbær:\n"
                            "    get: {operationId: berry, responses: {}}\n"
                            "  /own:\n"
                            "    servers: [{url: 'https://other.example.no/'}]\n"
                            "    get: {operationId: own, responses: {}}\n"
                            "  /:\n"
                            "    get: {operationId: root, responses: {}}\n";

static void requests_find_their_operation(void **state)
{
  (void)state;
  static const struct {
    const char *method, *url;
    enum sv_operation_outcome outcome;
    const char *id, *values;
  } cases[] = {
    { "GET", "/v1/pets/7", SV_OPERATION_FOUND, "one", "id=7;" },
    { "get", "https://api.example.no/v1/pets/7?a=b", SV_OPERATION_FOUND, "one", "id=7;" },
    { "GET", "https://API.example.no:443/v1/pets/7", SV_OPERATION_FOUND, "one", "id=7;" },
    { "GET", "/test/pets/7", SV_OPERATION_FOUND, "one", "id=7;" },
    { "GET", "/v1/pets/mine", SV_OPERATION_FOUND, "mine", "" },
    { "DELETE", "/v1/pets/mine", SV_OPERATION_NO_METHOD, "mine", "" },
    { "HEAD", "/v1/pets/7", SV_OPERATION_FOUND, "one", "id=7;" },
    { "PUT", "/v1/pets/7", SV_OPERATION_NO_METHOD, "one", "id=7;" },
    { "GET", "/v1/pets/", SV_OPERATION_NO_PATH, NULL, "" },
    { "GET", "/v1/pets/a/b", SV_OPERATION_NO_PATH, NULL, "" },
    { "GET", "/v1/pets/a%2Fb", SV_OPERATION_FOUND, "one", "id=a%2Fb;" },
    { "GET", "/v1/pets/1/toys/ball.red.json", SV_OPERATION_FOUND, "toy",
      "id=1;toy=ball;format=red.json;" },
    { "POST", "/v1/pets/9:wake", SV_OPERATION_FOUND, "wake", "=9;" },
    { "GET", "/v1/bl%C3%A5b%c3%a6r", SV_OPERATION_FOUND, "berry", "" },
    { "GET", "/v1", SV_OPERATION_NO_PATH, NULL, "" },
    { "GET", "/v1/", SV_OPERATION_FOUND, "root", "" },
    { "GET", "https://other.example.no/own", SV_OPERATION_FOUND, "own", "" },
    { "GET", "https://api.example.no/v2/pets/7", SV_OPERATION_NO_SERVER, NULL, "" },
    { "GET", "https://nowhere.example.no/test/pets/7", SV_OPERATION_FOUND, "one", "id=7;" },
    { "GET", "/v1x/pets/7", SV_OPERATION_NO_PATH, NULL, "" },
  };
  struct sv_openapi *api = load(paths);
  struct sv_operations *t = table(api, NULL, 0);
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct sv_operation_match m;
    char values[200] = "";
    sv_operations_match(t, cases[i].method, cases[i].url, strlen(cases[i].url), &m);
    for (size_t k = 0; k < m.value_count && m.operation; k++)
      (void)snprintf(values + strlen(values), sizeof values - strlen(values), "%s=%.*s;",
                     m.values[k].name, (int)m.values[k].size, m.values[k].text);
    const char *id = m.operation ? m.operation->id : NULL;
    if (m.outcome != cases[i].outcome || !id != !cases[i].id ||
        (id && strcmp(id, cases[i].id) != 0) || strcmp(values, cases[i].values) != 0)
      fail_msg("%s %s: %d %s %s", cases[i].method, cases[i].url, (int)m.outcome, id ? id : "none",
               values);
  }
  sv_operations_free(t);
  sv_openapi_free(api);
}

static void a_base_that_is_given_replaces_the_servers(void **state)
{
  (void)state;
  static const char *const bases[] = { "http://127.0.0.1:8080/here/" };
  struct sv_openapi *api = load(paths);
  struct sv_operations *t = table(api, bases, 1);
  struct sv_operation_match m;
  const char *url = "http://127.0.0.1:8080/here/own";
  sv_operations_match(t, "GET", url, strlen(url), &m);
  assert_int_equal(m.outcome, SV_OPERATION_FOUND);
  assert_string_equal(m.operation->id, "own");
  url = "http://127.0.0.1:8081/here/own";
  sv_operations_match(t, "GET", url, strlen(url), &m);
  assert_int_equal(m.outcome, SV_OPERATION_NO_SERVER);
  url = "http://127.0.0.1:8080/here/pets/1";
  sv_operations_match(t, "PATCH", url, strlen(url), &m);
  assert_int_equal(m.outcome, SV_OPERATION_NO_METHOD);
  assert_int_equal(m.allowed, 1u << SV_METHOD_IS_GET | 1u << SV_METHOD_IS_DELETE);
  assert_null(sv_operations_find(t, "none"));
  assert_string_equal(sv_operations_find(t, "drop")->declared->method, "delete");
  sv_operations_free(t);
  sv_openapi_free(api);
}

/* A document whose only operation has the parameter "color", written as the case says. */
static struct sv_openapi *with_parameter(const char *in, const char *style, const char *explode,
                                         const char *schema)
{
  char text[2000];
  (void)snprintf(text, sizeof text,
                 "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths:\n  /x/{color}:\n    get:\n"
                 "      responses: {}\n      parameters:\n      - {name: color, in: %s%s%s%s%s, "
                 "schema: %s}\n",
                 in, *style ? ", style: " : "", style, *explode ? ", explode: " : "", explode,
                 schema);
  return load(text);
}

#define LIST "{type: array, items: {type: string}}"
#define INTS "{type: array, items: {type: integer}}"
#define THING "{type: object, properties: {R: {type: integer}, G: {type: integer}}}"

/* The examples of OAS 3.1 4.8.12.5 and RFC 6570, and what wire values look like otherwise. */
static const struct {
  const char *in, *style, *explode, *schema, *wire, *value;
} styles[] = {
  { "path", "", "", "{type: string}", "blue", "\"blue\"" },
  { "path", "", "", "{type: integer}", "42", "42" },
  { "path", "", "", "{type: boolean}", "true", "true" },
  { "path", "simple", "false", LIST, "blue,black,brown", "[\"blue\",\"black\",\"brown\"]" },
  { "path", "simple", "true", LIST, "blue,black,brown", "[\"blue\",\"black\",\"brown\"]" },
  { "path", "simple", "false", THING, "R,100,G,200", "{\"R\":100,\"G\":200}" },
  { "path", "simple", "true", THING, "R=100,G=200", "{\"R\":100,\"G\":200}" },
  { "path", "label", "false", "{type: string}", ".blue", "\"blue\"" },
  { "path", "label", "false", LIST, ".blue,black", "[\"blue\",\"black\"]" },
  { "path", "label", "true", LIST, ".blue.black", "[\"blue\",\"black\"]" },
  { "path", "label", "false", THING, ".R,100,G,200", "{\"R\":100,\"G\":200}" },
  { "path", "label", "true", THING, ".R=100.G=200", "{\"R\":100,\"G\":200}" },
  { "path", "matrix", "false", "{type: string}", ";color=blue", "\"blue\"" },
  { "path", "matrix", "false", "{type: string}", ";color", "\"\"" },
  { "path", "matrix", "false", LIST, ";color=blue,black", "[\"blue\",\"black\"]" },
  { "path", "matrix", "true", LIST, ";color=blue;color=black", "[\"blue\",\"black\"]" },
  { "path", "matrix", "false", THING, ";color=R,100,G,200", "{\"R\":100,\"G\":200}" },
  { "path", "matrix", "true", THING, ";R=100;G=200", "{\"R\":100,\"G\":200}" },
  { "query", "", "", "{type: string}", "color=blue", "\"blue\"" },
  { "query", "", "", "{type: string}", "color=", "\"\"" },
  { "query", "", "", "{type: string}", "color=a%20b%26c", "\"a b&c\"" },
  { "query", "", "", INTS, "color=1&color=2", "[1,2]" },
  { "query", "form", "false", INTS, "color=1,2", "[1,2]" },
  { "query", "form", "false", LIST, "color=a%2Cb,c", "[\"a,b\",\"c\"]" },
  { "query", "form", "true", THING, "R=100&G=200", "{\"R\":100,\"G\":200}" },
  { "query", "form", "false", THING, "color=R,100,G,200", "{\"R\":100,\"G\":200}" },
  { "query", "spaceDelimited", "false", LIST, "color=blue%20black", "[\"blue\",\"black\"]" },
  { "query", "spaceDelimited", "false", THING, "color=R%20100%20G%20200", "{\"R\":100,\"G\":200}" },
  { "query", "pipeDelimited", "false", LIST, "color=blue%7Cblack", "[\"blue\",\"black\"]" },
  { "query", "deepObject", "true", THING, "color%5BR%5D=100&color%5BG%5D=200",
    "{\"R\":100,\"G\":200}" },
  { "header", "", "", LIST, "blue,black", "[\"blue\",\"black\"]" },
  { "header", "", "true", THING, "R=100,G=200", "{\"R\":100,\"G\":200}" },
  { "header", "", "", "{type: string}", "a%20b", "\"a%20b\"" },
  { "cookie", "", "", "{type: string}", "color=blue", "\"blue\"" },
  { "cookie", "form", "false", LIST, "color=blue,black", "[\"blue\",\"black\"]" },
  { "cookie", "form", "", "{type: string}", "color=a%20b", "\"a b\"" },
  { "cookie", "cookie", "", "{type: string}", "color=a%20b", "\"a%20b\"" },
  { "cookie", "cookie", "", LIST, "color=blue; color=black", "[\"blue\",\"black\"]" },
  { "cookie", "cookie", "false", LIST, "color=blue,black", "[\"blue\",\"black\"]" },
  { "cookie", "cookie", "true", THING, "R=100; G=200", "{\"R\":100,\"G\":200}" },
  { "cookie", "cookie", "false", THING, "color=R,100,G,200", "{\"R\":100,\"G\":200}" },
  { "query", "", "", "{type: string}, allowReserved: true", "color=a/b?c:d@e!$'()*,;",
    "\"a/b?c:d@e!$'()*,;\"" },
  { "query", "form", "false", "{type: string}, allowReserved: true", "color=a%26b=c%23d",
    "\"a&b=c#d\"" },
  { "query", "spaceDelimited", "true", LIST, "color=blue&color=black", "[\"blue\",\"black\"]" },
  { "query", "pipeDelimited", "true", LIST, "color=blue&color=black", "[\"blue\",\"black\"]" },
  { "query", "pipeDelimited", "false", THING, "color=R%7C100%7CG%7C200", "{\"R\":100,\"G\":200}" },
  { "path", "label", "true", "{type: string}", ".", "\"\"" },
  { "query", "form", "false", LIST, "color=a,,b", "[\"a\",\"\",\"b\"]" },
  { "query", "form", "true", LIST, "color=", "[\"\"]" },
};

static void values_travel_both_ways(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof styles / sizeof styles[0]; i++) {
    struct sv_openapi *api =
        with_parameter(styles[i].in, styles[i].style, styles[i].explode, styles[i].schema);
    struct sv_operations *t = table(api, NULL, 0);
    const struct sv_style *s = &sv_operations_at(t, 0)->styles[0];
    struct sv_buf out = SV_BUF(1000);
    struct sv_error err = { 0 };
    json_t *value = json_loads(styles[i].value, JSON_DECODE_ANY, NULL), *back = NULL;
    assert_non_null(value);
    if (sv_style_encode(s, value, &out, &err) != SV_OK ||
        strcmp(sv_buf_text(&out), styles[i].wire) != 0)
      fail_msg("%s %s %s: %s is written %s", styles[i].in, styles[i].style, styles[i].explode,
               styles[i].value, sv_buf_text(&out));
    if (sv_style_decode(api, s, styles[i].wire, strlen(styles[i].wire), &back, &err) != SV_OK)
      fail_msg("%s: %s", styles[i].wire, err.text);
    if (!json_equal(value, back))
      fail_msg("%s %s: %s is read otherwise", styles[i].in, styles[i].style, styles[i].wire);
    json_decref(value);
    json_decref(back);
    sv_buf_free(&out);
    sv_operations_free(t);
    sv_openapi_free(api);
  }
}

static void other_ways_to_write_are_read_too(void **state)
{
  (void)state;
  static const struct {
    const char *in, *style, *explode, *schema, *wire, *value; /* NULL: not there */
  } cases[] = {
    { "query", "", "", "{type: string}", "other=1", NULL },
    { "query", "", "", "{type: string}", "", NULL },
    { "query", "", "", "{type: string}", "c%6Flor=a+b", "\"a b\"" },
    { "query", "deepObject", "true", THING, "color[R]=1", "{\"R\":1}" },
    { "query", "pipeDelimited", "false", LIST, "color=a|b", "[\"a\",\"b\"]" },
    { "query", "spaceDelimited", "false", LIST, "color=a+b", "[\"a\",\"b\"]" },
    { "query", "", "", "{type: integer}", "color=abc", "\"abc\"" },
    { "query", "", "", "{type: integer}", "color=007", "\"007\"" },
    { "query", "", "", "{type: number}", "color=1e3", "1000" },
    { "query", "", "", "{type: number}", "color=-0.5", "-0.5" },
    { "query", "", "", "{type: string}", "color=42", "\"42\"" },
    { "header", "", "", LIST, "a, b ,c", "[\"a\",\"b \",\"c\"]" },
    { "cookie", "", "", "{type: string}", "x=1; color=blue; y=2", "\"blue\"" },
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct sv_openapi *api =
        with_parameter(cases[i].in, cases[i].style, cases[i].explode, cases[i].schema);
    struct sv_operations *t = table(api, NULL, 0);
    const struct sv_style *s = &sv_operations_at(t, 0)->styles[0];
    struct sv_error err = { 0 };
    json_t *value = cases[i].value ? json_loads(cases[i].value, JSON_DECODE_ANY, NULL) : NULL;
    json_t *back = NULL;
    if (sv_style_decode(api, s, cases[i].wire, strlen(cases[i].wire), &back, &err) != SV_OK)
      fail_msg("%s: %s", cases[i].wire, err.text);
    if (!value != !back || (value && !json_equal(value, back)))
      fail_msg("%s: read otherwise", cases[i].wire);
    json_decref(value);
    json_decref(back);
    sv_operations_free(t);
    sv_openapi_free(api);
  }
}

static void what_cannot_be_taken_apart_is_said(void **state)
{
  (void)state;
  static const struct {
    const char *in, *style, *schema, *wire;
  } cases[] = {
    { "path", "label", "{type: string}", "blue" },
    { "path", "matrix", "{type: string}", "color=blue" },
    { "path", "matrix", "{type: string}", ";colour=blue" },
    { "path", "simple", "{type: string}", "a%2" },
    { "path", "simple", "{type: string}", "a%FF" },
    { "path", "simple", THING, "R,100,G" },
    { "query", "form", "{type: string}", "color=%zz" },
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct sv_openapi *api = with_parameter(cases[i].in, cases[i].style, "false", cases[i].schema);
    struct sv_operations *t = table(api, NULL, 0);
    struct sv_error err = { 0 };
    json_t *back = NULL;
    if (sv_style_decode(api, &sv_operations_at(t, 0)->styles[0], cases[i].wire,
                        strlen(cases[i].wire), &back, &err) != SV_INVALID)
      fail_msg("%s was read", cases[i].wire);
    assert_null(back);
    assert_true(err.text[0] != '\0');
    sv_operations_free(t);
    sv_openapi_free(api);
  }
}

static void targets_are_built_from_values(void **state)
{
  (void)state;
  static const char text[] =
      "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths:\n  /a/{b}/c.{d}:\n    get:\n"
      "      responses: {}\n      parameters:\n"
      "      - {name: b, in: path, required: true, schema: {type: string}}\n"
      "      - {name: d, in: path, required: true, schema: {type: string}}\n"
      "      - {name: q, in: query, schema: {type: array, items: {type: string}}}\n"
      "      - {name: r, in: query, allowReserved: true, schema: {type: string}}\n";
  struct sv_openapi *api = load(text);
  struct sv_operations *t = table(api, NULL, 0);
  const struct sv_operation *o = sv_operations_at(t, 0);
  struct sv_buf out = SV_BUF(1000);
  struct sv_error err = { 0 };
  json_t *path = json_pack("{s:s,s:s}", "b", "å/b", "d", "x");
  json_t *query = json_pack("{s:[s,s],s:s,s:s}", "q", "1", "2", "r", "a/b", "none", "1");
  assert_int_equal(sv_operation_target(o, path, query, &out, &err), SV_OK);
  assert_string_equal(sv_buf_text(&out), "/a/%C3%A5%2Fb/c.x?q=1&q=2&r=a/b");
  sv_buf_cut(&out, 0);
  json_object_set_new(query, "q", json_array());
  json_object_del(query, "r");
  assert_int_equal(sv_operation_target(o, path, query, &out, &err), SV_OK);
  assert_string_equal(sv_buf_text(&out), "/a/%C3%A5%2Fb/c.x");
  sv_buf_cut(&out, 0);
  json_object_set_new(path, "d", json_string(""));
  assert_int_equal(sv_operation_target(o, path, query, &out, &err), SV_INVALID);
  json_object_del(path, "d");
  assert_int_equal(sv_operation_target(o, path, query, &out, &err), SV_INVALID);
  json_decref(path);
  json_decref(query);
  sv_buf_free(&out);
  sv_operations_free(t);
  sv_openapi_free(api);
}

static void hostile_templates_end(void **state)
{
  (void)state;
  struct sv_buf text = SV_BUF(100000), url = SV_BUF(100000);
  (void)sv_buf_adds(&text, "{\"openapi\":\"3.0.0\",\"paths\":{\"/");
  for (int i = 0; i < 30; i++)
    (void)sv_buf_addf(&text, "{p%d}", i);
  (void)sv_buf_adds(&text, "!\":{\"get\":{}},\"/{\":{\"get\":{}},\"/}{}{{\":{\"get\":{}}}}");
  (void)sv_buf_adds(&url, "/");
  for (int i = 0; i < 5000; i++)
    (void)sv_buf_adds(&url, "a");
  struct sv_openapi *api = load(sv_buf_text(&text));
  struct sv_operations *t = table(api, NULL, 0);
  struct sv_operation_match m;
  sv_operations_match(t, "GET", sv_buf_text(&url), url.size, &m);
  assert_int_equal(m.outcome, SV_OPERATION_NO_PATH);
  sv_buf_free(&text);
  sv_buf_free(&url);
  sv_operations_free(t);
  sv_openapi_free(api);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(requests_find_their_operation),
    cmocka_unit_test(a_base_that_is_given_replaces_the_servers),
    cmocka_unit_test(values_travel_both_ways),
    cmocka_unit_test(other_ways_to_write_are_read_too),
    cmocka_unit_test(what_cannot_be_taken_apart_is_said),
    cmocka_unit_test(targets_are_built_from_values),
    cmocka_unit_test(hostile_templates_end),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
