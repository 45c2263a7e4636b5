// SPDX-License-Identifier: Apache-2.0
/* AsyncAPI documents: what is valid, what is not and where, and the schemas of payloads. */
#include "tests/unit/unit.h"

#include "engines/asyncapi/asyncapi.h"

#include <string.h>

#define INFO "info: {title: T, version: '1'}\n"
#define TWO "asyncapi: 2.6.0\n" INFO
#define THREE "asyncapi: 3.0.0\n" INFO
#define MESSAGE                                                                                    \
  "components: {messages: {born: {name: no.born, payload: {type: object, required: [id]}}}}\n"

/* RULE NULL: the document is valid. */
static const struct {
  const char *what, *text, *rule;
  size_t line;
} documents[] = {
  { "the least of version 2", TWO "channels: {}\n", NULL, 0 },
  { "the least of version 3", THREE, NULL, 0 },
  { "JSON", "{\"asyncapi\":\"3.0.0\",\"info\":{\"title\":\"T\",\"version\":\"1\"}}", NULL, 0 },
  { "a message that a channel refers to",
    TWO "channels: {c: {publish: {message: {$ref: '#/components/messages/born'}}}}\n" MESSAGE, NULL,
    0 },
  { "members of one's own", TWO "x-mine: 1\nchannels: {}\n", NULL, 0 },
  { "no channels in version 2", TWO, "required", 1 },
  { "no info", "asyncapi: 3.0.0\n", "required", 1 },
  { "no title", "asyncapi: 3.0.0\ninfo: {version: '1'}\n", "required", 2 },
  { "a title that is no text", "asyncapi: 3.0.0\ninfo: {title: [], version: '1'}\n", "type", 2 },
  { "a member that nobody knows", THREE "chanels: {}\n", "unknown-member", 3 },
  { "a reference that leads nowhere",
    TWO "channels: {c: {publish: {message: {$ref: '#/components/messages/none'}}}}\n", "reference",
    3 },
  { "a message and others",
    TWO "channels: {c: {publish: {message: {oneOf: [{payload: true}], name: a}}}}\n",
    "unknown-member", 3 },
  { "a payload that is no schema", TWO "channels: {c: {publish: {message: {payload: 1}}}}\n",
    "type", 3 },
  { "a payload in a format of its own",
    TWO "channels: {c: {publish: {message: {schemaFormat: text/x, payload: 1}}}}\n", NULL, 0 },
  { "a place that is no expression",
    THREE "channels: {c: {parameters: {p: {location: '$message.body#/p'}}}}\n", "expression", 3 },
  { "a place with a pointer that is none",
    THREE "channels: {c: {parameters: {p: {location: '$message.payload#/a~2'}}}}\n", "expression",
    3 },
  { "a place in the payload",
    THREE "channels: {c: {parameters: {p: {location: '$message.payload#/a/~0b'}}}}\n", NULL, 0 },
  { "a key that stands nowhere",
    THREE "components: {securitySchemes: {k: {type: apiKey, in: x}}}\n", "enum", 3 },
  { "a scheme with a member of another",
    THREE "components: {securitySchemes: {k: {type: plain, in: user}}}\n", "unknown-member", 3 },
  { "the form of a token that is none",
    THREE "components: {securitySchemes: {k: {type: http, scheme: basic, bearerFormat: JWT}}}\n",
    "unknown-member", 3 },
  { "the form of a token",
    THREE "components: {securitySchemes: {k: {type: http, scheme: Bearer, bearerFormat: JWT}}}\n",
    NULL, 0 },
  { "a flow without its address",
    TWO "channels: {}\ncomponents: {securitySchemes: {o: {type: oauth2, flows: {implicit: {scopes: "
        "{a: b}}}}}}\n",
    "required", 4 },
  { "scopes as version 3 calls them",
    THREE "components: {securitySchemes: {o: {type: oauth2, scopes: [a], flows: {password: "
          "{tokenUrl: "
          "'https://a.example', availableScopes: {a: b}}}}}}\n",
    NULL, 0 },
  { "a version to come", "asyncapi: 9.0.0\n" INFO, "version", 1 },
  { "no AsyncAPI", "openapi: 3.1.0\n", "version", 1 },
};

static void documents_are_judged_by_their_version(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof documents / sizeof documents[0]; i++) {
    struct sv_asyncapi *a;
    const struct sv_asyncapi_finding *f;
    size_t count, total;
    assert_int_equal(sv_asyncapi_load(documents[i].text, strlen(documents[i].text), NULL, &a, NULL),
                     SV_OK);
    assert_int_equal(sv_asyncapi_validate(a, &f, &count, &total, NULL), SV_OK);
    const bool as_wanted = documents[i].rule
                               ? count > 0 && strcmp(f[0].rule, documents[i].rule) == 0 &&
                                     f[0].line == documents[i].line
                               : total == 0;
    if (!as_wanted)
      fail_msg("%s: %zu findings, %s in line %zu", documents[i].what, total,
               count ? f[0].rule : "none", count ? f[0].line : 0);
    sv_asyncapi_free(a);
  }
}

static void what_does_not_parse_is_told_with_its_place(void **state)
{
  (void)state;
  struct sv_asyncapi *a = NULL;
  struct sv_error err = { .line = 0 };
  static const char text[] = "{\"asyncapi\":\n \"3.0.0\",,}";
  assert_int_equal(sv_asyncapi_load(text, sizeof text - 1, "a.json", &a, &err), SV_INVALID);
  assert_int_equal(err.line, 2);
  assert_null(a);
}

static bool fits(struct sv_asyncapi *a, const struct sv_schema *schema, const char *payload)
{
  (void)a;
  struct sv_doc *d;
  bool valid = false;
  assert_int_equal(sv_doc_parse(payload, strlen(payload), NULL, &d, NULL), SV_OK);
  assert_int_equal(sv_schema_validate(schema, d, SV_DOC_ROOT, &valid, NULL), SV_OK);
  sv_doc_free(d);
  return valid;
}

static void payloads_are_held_against_the_schema_of_their_type(void **state)
{
  (void)state;
  static const char text[] = TWO "channels: {c: {publish: {message: {$ref: "
                                 "'#/components/messages/born'}}}}\n" MESSAGE;
  struct sv_asyncapi *a;
  const struct sv_schema *schema;
  assert_int_equal(sv_asyncapi_load(text, sizeof text - 1, NULL, &a, NULL), SV_OK);
  assert_int_equal(sv_asyncapi_payload(a, "no.born", &schema, NULL), SV_OK);
  assert_non_null(schema);
  assert_true(fits(a, schema, "{\"id\":1}"));
  assert_false(fits(a, schema, "{}"));
  assert_int_equal(sv_asyncapi_payload(a, "no.died", &schema, NULL), SV_OK);
  assert_null(schema);
  sv_asyncapi_free(a);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(documents_are_judged_by_their_version),
    cmocka_unit_test(what_does_not_parse_is_told_with_its_place),
    cmocka_unit_test(payloads_are_held_against_the_schema_of_their_type),
  };
  return cmocka_run_group_tests_name("asyncapi", tests, NULL, NULL);
}
