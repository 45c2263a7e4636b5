// SPDX-License-Identifier: Apache-2.0
/* OpenAPI documents: loading, references, operations and what they take and give. */
#include "tests/unit/unit.h"

#include "engines/openapi/openapi.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Other documents by IRI. */
struct shelf {
  const char *iri;
  const char *text;
};

static enum sv_status fetch(void *context, const char *iri, struct sv_openapi_text *out,
                            struct sv_error *err)
{
  (void)err;
  for (const struct shelf *s = context; s && s->iri; s++) {
    if (strcmp(s->iri, iri) != 0)
      continue;
    out->size = strlen(s->text);
    out->bytes = malloc(out->size + 1);
    assert_non_null(out->bytes);
    memcpy(out->bytes, s->text, out->size + 1);
    out->name = strdup(iri);
    return SV_OK;
  }
  return SV_NOT_FOUND;
}

static struct sv_openapi *load(const char *text, const struct shelf *shelf)
{
  const struct sv_openapi_options opt = { .iri = "file:///api/openapi.json",
                                          .fetch = fetch,
                                          .context = (void *)(uintptr_t)shelf };
  struct sv_error err = { 0 };
  struct sv_openapi *api = NULL;
  if (sv_openapi_load(text, strlen(text), &opt, &api, &err) != SV_OK)
    fail_msg("%s", err.text);
  return api;
}

static void version_is_read_from_the_document(void **state)
{
  (void)state;
  static const struct {
    const char *text;
    enum sv_openapi_version version;
  } cases[] = {
    { "{\"swagger\":\"2.0\"}", SV_OPENAPI_2_0 },
    { "swagger: '2.0'\n", SV_OPENAPI_2_0 },
    { "swagger: 2.0\n", SV_OPENAPI_UNKNOWN },
    { "{\"openapi\":\"3.0.3\"}", SV_OPENAPI_3_0 },
    { "openapi: 3.1.0\n", SV_OPENAPI_3_1 },
    { "openapi: 3.2.0\n", SV_OPENAPI_3_2 },
    { "{\"openapi\":\"3.1.0-rc1\"}", SV_OPENAPI_3_1 },
    { "{\"openapi\":\"3.1\"}", SV_OPENAPI_UNKNOWN },
    { "{\"openapi\":\"4.0.0\"}", SV_OPENAPI_UNKNOWN },
    { "{\"openapi\":3.1}", SV_OPENAPI_UNKNOWN },
    { "[]", SV_OPENAPI_UNKNOWN },
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct sv_openapi *api = load(cases[i].text, NULL);
    if (sv_openapi_version(api) != cases[i].version)
      fail_msg("%s: %d", cases[i].text, (int)sv_openapi_version(api));
    sv_openapi_free(api);
  }
}

static void references_lead_through_files(void **state)
{
  (void)state;
  static const struct shelf shelf[] = {
    { "file:///api/parts/a.json", "{\"x\":{\"$ref\":\"../b.yaml#/y~1z/0\"}}" },
    { "file:///api/b.yaml", "y/z:\n  - $ref: openapi.json#/end\n" },
    { NULL, NULL },
  };
  struct sv_openapi *api = load("{\"openapi\":\"3.1.0\",\"start\":{\"$ref\":\"parts/a.json#/"
                                "x\"},\"end\":{\"is\":\"it\"},"
                                "\"lost\":{\"$ref\":\"none.json\"},\"no\":{\"$ref\":\"#/nowhere\"},"
                                "\"round\":{\"$ref\":\"#/about\"},\"about\":{\"$ref\":\"#/round\"},"
                                "\"into\":{\"$ref\":\"#/round\"},\"self\":{\"$ref\":\"#/self\"},"
                                "\"pct\":{\"$ref\":\"#/a%20b\"},\"a "
                                "b\":1,\"anchored\":{\"$ref\":\"#here\"},"
                                "\"deep\":{\"$anchor\":\"here\",\"v\":2}}",
                                shelf);
  const struct sv_openapi_node root = sv_openapi_root(api);
  assert_string_equal(
      sv_openapi_text(api, sv_openapi_get(sv_openapi_find(api, root, "start"), "is")), "it");
  assert_int_equal(sv_openapi_file_count(api), 3);
  assert_non_null(sv_openapi_find(api, root, "pct").doc);
  assert_non_null(sv_openapi_get(sv_openapi_find(api, root, "anchored"), "v").doc);
  static const struct {
    const char *name;
    enum sv_status status;
  } faults[] = { { "lost", SV_NOT_FOUND },
                 { "no", SV_NOT_FOUND },
                 { "round", SV_INVALID },
                 { "into", SV_INVALID },
                 { "self", SV_INVALID } };
  for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
    struct sv_openapi_node out;
    struct sv_error err = { 0 };
    assert_int_equal(sv_openapi_resolve(api, sv_openapi_get(root, faults[i].name), &out, &err),
                     faults[i].status);
    assert_null(out.doc);
  }
  sv_openapi_free(api);
}

static void a_chain_of_100000_references_is_followed(void **state)
{
  (void)state;
  enum { LINKS = 100000 };
  struct sv_buf text = SV_BUF((size_t)64 << 20);
  (void)sv_buf_adds(&text, "{\"openapi\":\"3.0.0\",\"c\":{");
  for (int i = 0; i < LINKS; i++)
    (void)sv_buf_addf(&text, "\"n%d\":{\"$ref\":\"#/c/n%d\"},", i, i + 1);
  (void)sv_buf_addf(&text, "\"n%d\":{}}}", LINKS);
  struct sv_openapi *api = load(sv_buf_text(&text), NULL);
  const struct sv_openapi_node c = sv_openapi_get(sv_openapi_root(api), "c");
  /* every one of them, which would take minutes were the chain not remembered */
  for (struct sv_openapi_node n = sv_openapi_first(c); n.doc; n = sv_openapi_next(c, n))
    assert_int_equal(sv_doc_count(c.doc, sv_openapi_follow(api, n).value), 0);
  sv_openapi_free(api);
  sv_buf_free(&text);
}

static const char small[] =
    "openapi: 3.1.0\n"
    "servers:\n"
    "  - url: https://{where}.example.no/v1\n"
    "    variables: {where: {default: api}}\n"
    "security: [{key: []}]\n"
    "paths:\n"
    "  /things/{id}:\n"
    "    parameters:\n"
    "      - {name: id, in: path, required: true, schema: {type: integer}}\n"
    "      - {name: q, in: query, schema: {type: string}}\n"
    "    get:\n"
    "      parameters:\n"
    "        - $ref: '#/components/parameters/q'\n"
    "      responses:\n"
    "        '200':\n"
    "          description: ok\n"
    "          headers: {ETag: {required: true, schema: {type: string}}}\n"
    "          content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}\n"
    "        default: {$ref: '#/components/responses/bad'}\n"
    "    post:\n"
    "      security: []\n"
    "      requestBody:\n"
    "        required: true\n"
    "        content: {application/json: {schema: {type: object}}, text/csv: {}}\n"
    "      callbacks:\n"
    "        done:\n"
    "          '{$request.body#/url}': {post: {responses: {'200': {description: ok}}}}\n"
    "webhooks:\n"
    "  happened: {post: {responses: {'200': {description: ok}}}}\n"
    "components:\n"
    "  parameters:\n"
    "    q: {name: q, in: query, required: true, content: {text/plain: {schema: {type: string}}}}\n"
    "  responses:\n"
    "    bad: {description: bad}\n"
    "  schemas:\n"
    "    Thing: {type: object, properties: {parent: {$ref: '#/components/schemas/Thing'}}}\n"
    "  securitySchemes:\n"
    "    key: {type: http, scheme: bearer}\n";

static void operations_are_listed_with_their_parameters(void **state)
{
  (void)state;
  struct sv_openapi *api = load(small, NULL);
  size_t count;
  const struct sv_openapi_operation *o = sv_openapi_operations(api, &count);
  assert_int_equal(count, 4);
  assert_string_equal(o[0].path, "/things/{id}");
  assert_string_equal(o[0].method, "get");
  assert_int_equal(o[0].parameter_count, 2);
  assert_string_equal(o[0].parameters[0].name, "q");
  assert_true(o[0].parameters[0].required);
  assert_false(o[0].parameters[0].of_path);
  assert_non_null(o[0].parameters[0].schema.doc);
  assert_string_equal(o[0].parameters[1].name, "id");
  assert_true(o[0].parameters[1].of_path);
  assert_string_equal(o[1].method, "post");
  assert_int_equal(o[1].parameter_count, 2);
  assert_int_equal(o[2].place, SV_OPENAPI_WEBHOOK);
  assert_int_equal(o[3].place, SV_OPENAPI_CALLBACK);
  assert_string_equal(o[3].path, "{$request.body#/url}");
  sv_openapi_free(api);
}

static void contents_are_listed(void **state)
{
  (void)state;
  struct sv_openapi *api = load(small, NULL);
  size_t count;
  const struct sv_openapi_operation *o = sv_openapi_operations(api, &count);
  const struct sv_openapi_response *r = sv_openapi_responses(api, &o[0], &count);
  assert_int_equal(count, 2);
  assert_string_equal(r[0].status, "200");
  assert_int_equal(r[0].media_count, 1);
  assert_string_equal(r[0].media[0].type, "application/json");
  assert_int_equal(r[0].header_count, 1);
  assert_true(r[0].headers[0].required);
  assert_string_equal(r[1].status, "default");
  const struct sv_openapi_body body = sv_openapi_request(api, &o[1]);
  assert_true(body.required);
  assert_int_equal(body.media_count, 2);
  assert_null(body.media[1].schema.doc);
  assert_null(sv_openapi_request(api, &o[0]).node.doc);
  const struct sv_openapi_server *s = sv_openapi_servers(api, &o[0], &count);
  assert_int_equal(count, 1);
  assert_string_equal(s[0].url, "https://api.example.no/v1");
  assert_int_equal(sv_doc_count(o[0].node.doc, sv_openapi_security(api, &o[0]).value), 1);
  assert_int_equal(sv_doc_count(o[1].node.doc, sv_openapi_security(api, &o[1]).value), 0);
  assert_non_null(sv_openapi_scheme(api, "key").doc);
  assert_null(sv_openapi_scheme(api, "other").doc);
  sv_openapi_free(api);
}

static void schemas_are_compiled_once(void **state)
{
  (void)state;
  struct sv_openapi *api = load(small, NULL);
  size_t count;
  const struct sv_openapi_operation *o = sv_openapi_operations(api, &count);
  const struct sv_openapi_response *r = sv_openapi_responses(api, &o[0], &count);
  const struct sv_schema *first, *second;
  struct sv_error err = { 0 };
  assert_int_equal(sv_openapi_schema(api, r[0].media[0].schema, &first, &err), SV_OK);
  assert_int_equal(sv_openapi_schema(api, r[0].media[0].schema, &second, &err), SV_OK);
  assert_ptr_equal(first, second);
  struct sv_doc *doc;
  bool valid;
  assert_int_equal(sv_doc_parse("{\"parent\":{\"parent\":3}}", 23, NULL, &doc, &err), SV_OK);
  assert_int_equal(sv_schema_validate(first, doc, SV_DOC_ROOT, &valid, &err), SV_OK);
  assert_false(valid);
  sv_doc_free(doc);
  sv_openapi_free(api);
}

static void version_2_is_told_in_the_words_of_3(void **state)
{
  (void)state;
  struct sv_openapi *api =
      load("swagger: '2.0'\nhost: api.example.no\nbasePath: /v2\nschemes: [https, http]\n"
           "consumes: [application/json]\nproduces: [application/json, text/csv]\n"
           "paths:\n  /a/{id}:\n    post:\n      parameters:\n"
           "        - {name: id, in: path, required: true, type: integer}\n"
           "        - {name: b, in: body, required: true, schema: {type: object}}\n"
           "      responses:\n        '200': {description: ok, schema: {type: string}}\n"
           "        '404': {description: no}\n"
           "securityDefinitions:\n  basic: {type: basic}\n",
           NULL);
  size_t count;
  const struct sv_openapi_operation *o = sv_openapi_operations(api, &count);
  assert_int_equal(count, 1);
  assert_int_equal(o[0].parameter_count, 2);
  assert_int_equal(o[0].parameters[1].in, SV_OPENAPI_BODY);
  const struct sv_schema *schema;
  struct sv_error err = { 0 };
  assert_int_equal(sv_openapi_schema(api, o[0].parameters[0].schema, &schema, &err), SV_OK);
  const struct sv_openapi_body body = sv_openapi_request(api, &o[0]);
  assert_int_equal(body.media_count, 1);
  assert_true(body.required);
  const struct sv_openapi_server *s = sv_openapi_servers(api, &o[0], &count);
  assert_int_equal(count, 2);
  assert_string_equal(s[1].url, "http://api.example.no/v2");
  const struct sv_openapi_response *r = sv_openapi_responses(api, &o[0], &count);
  assert_int_equal(count, 2);
  assert_int_equal(r[0].media_count, 2);
  assert_int_equal(r[1].media_count, 0);
  assert_non_null(sv_openapi_scheme(api, "basic").doc);
  sv_openapi_free(api);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(version_is_read_from_the_document),
    cmocka_unit_test(references_lead_through_files),
    cmocka_unit_test(a_chain_of_100000_references_is_followed),
    cmocka_unit_test(operations_are_listed_with_their_parameters),
    cmocka_unit_test(contents_are_listed),
    cmocka_unit_test(schemas_are_compiled_once),
    cmocka_unit_test(version_2_is_told_in_the_words_of_3),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
