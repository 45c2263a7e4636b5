// SPDX-License-Identifier: Apache-2.0
/* What is wrong with small OpenAPI documents: every rule, with its place, and what must not be
 * said. */
#include "tests/unit/unit.h"

#include "engines/openapi/openapi.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

/* Heads for the cases: INFO is all that a document must have before its paths. */
#define V2(rest) "swagger: '2.0'\ninfo: {title: A, version: '1'}\n" rest
#define V30(rest) "openapi: 3.0.3\ninfo: {title: A, version: '1'}\n" rest
#define V31(rest) "openapi: 3.1.0\ninfo: {title: A, version: '1'}\n" rest
#define V32(rest) "openapi: 3.2.0\ninfo: {title: A, version: '1'}\n" rest
#define OK "{'200': {description: ok}}"
#define GET(parts) "paths:\n  /a:\n    get:\n      responses: " OK "\n" parts
#define SCHEMA(text) "paths: {}\ncomponents:\n  schemas:\n    S: " text "\n"
#define PARAMETER(text) "paths: {}\ncomponents:\n  parameters:\n    p: " text "\n"

/* clang-format off */
/* EXPECTED: "rule@line:column", warnings with a "?" after it, joined by blanks. */
static const struct {
  const char *text, *expected;
} cases[] = {
  { V2("paths: {}\n"), "" },
  { V30("paths: {}\n"), "" },
  { V31("paths: {}\n"), "" },
  { V31("webhooks: {}\n"), "" },
  { V32("components: {}\n"), "" },
  { V30(GET("")), "" },
  { "a: 1\n", "version@1:1" },
  { "openapi: 3.1\n", "version@1:10" },
  { "[]", "version@1:1" },
  /* members */
  { V30(""), "required@1:1" },
  { V31(""), "required@1:1" },
  { V31("paths: {}\nserver: []\n"), "unknown-member@4:1" },
  { V31("paths: {}\nx-server: []\n"), "" },
  { V30("paths: {}\nwebhooks: {}\n"), "unknown-member@4:1" },
  { V31("paths: []\n"), "type@3:8" },
  { V31("paths: {a: {}}\n"), "path-slash@3:9" },
  { "openapi: 3.1.0\ninfo: {title: 1}\npaths: {}\n", "required@2:1 type@2:15" },
  { V30("paths: {/a: {get: {}}}\n"), "required@3:14" },
  { V31("paths: {/a: {get: {}}}\n"), "" },
  { V31("paths: {/a: {get: {responses: {}}}}\n"), "response-missing@3:20" },
  { V31("paths: {/a: {get: {responses: {600: {description: a}}}}}\n"), "response-key@3:32" },
  { V31("paths: {/a: {get: {responses: {4XX: {description: a}}}}}\n"), "" },
  { V2("paths: {/a: {get: {responses: {4XX: {description: a}}}}}\n"), "response-key@3:32" },
  { V31("paths: {/a: {get: {responses: {200: {}}}}}\n"), "required@3:32" },
  { V32("paths: {/a: {get: {responses: {200: {}}}}}\n"), "" },
  { V31("paths: {/a: {query: {}}}\n"), "unknown-member@3:14" },
  { V32("paths: {/a: {query: {}}}\n"), "" },
  { V32("paths: {/a: {additionalOperations: {COPY: {}, 'A B': {}, GET: {}}}}\n"),
    "method@3:47 method@3:58" },
  { V30(SCHEMA("{pattern: '^\\d{4}\\-\\d{2}$'}")), "" },
  { V30(SCHEMA("{pattern: '('}")), "pattern@6:18?" },
  { V31(SCHEMA("{pattern: '^\\d{4}\\-\\d{2}$'}")), "pattern@6:18?" },
  { V31("components: {schemas: {'a b': {}}}\n"), "component-name@3:24" },
  { V31("paths: {}\nservers: [{url: 'https://{a}.no'}]\n"), "server-variable@4:17" },
  { V31("paths: {}\nservers: [{url: /, variables: {a: {default: b}}}]\n"),
    "server-variable@4:32?" },
  { V31("paths: {}\nservers: [{url: '/{a}', variables: {a: {default: b, enum: [c]}}}]\n"),
    "server-variable@4:50" },
  { V30("paths: {}\nservers: [{url: '/{a}', variables: {a: {default: b, enum: [c]}}}]\n"),
    "server-variable@4:50?" },
  { V31("paths: {}\nservers: [{url: '/{a'}]\n"), "server-variable@4:17" },
  { V31("paths: {}\ntags: [{name: a}, {name: a}]\n"), "tag-duplicate@4:19" },
  { V32("paths: {}\ntags: [{name: a, parent: b}]\n"), "tag-parent@4:26" },
  /* parameters */
  { V30(PARAMETER("{name: a, in: query, schema: {}}")), "" },
  { V30(PARAMETER("{name: a, in: query}")), "required@6:5" },
  { V30(PARAMETER("{name: a, in: query, schema: {}, content: {a/b: {}}}")), "exclusive@6:41" },
  { V30(PARAMETER("{name: a, in: query, content: {a/b: {}, a/c: {}}}")), "parameter-content@6:29" },
  { V30(PARAMETER("{name: a, in: path, schema: {}}")), "path-parameter-required@6:8" },
  { V30(PARAMETER("{name: a, in: body, schema: {}}")), "enum@6:22" },
  { V30(PARAMETER("{name: a, in: query, style: matrix, schema: {}}")), "parameter-member@6:29" },
  { V30(PARAMETER("{name: Accept, in: header, schema: {}}")), "header-ignored@6:15?" },
  { V31(PARAMETER("{name: 'a b', in: header, schema: {}}")), "parameter-name@6:15?" },
  { V32(PARAMETER("{name: 'a b', in: header, schema: {}}")), "parameter-name@6:15" },
  { V31(PARAMETER("{name: a, in: querystring, content: {a/b: {}}}")), "parameter-member@6:18" },
  { V32(PARAMETER("{name: a, in: querystring, content: {a/b: {}}}")), "" },
  { V31(PARAMETER("{name: a, in: cookie, allowEmptyValue: true, schema: {}}")),
    "parameter-member@6:30" },
  { V30(GET("      parameters: [{name: a, in: query, schema: {}}, {name: a, in: query, schema: "
            "{}}]\n")),
    "parameter-duplicate@7:54" },
  { V2("paths:\n  /a:\n    get:\n      responses: " OK "\n      parameters:\n"
       "        - {name: a, in: body, schema: {}}\n        - {name: b, in: formData, type: "
       "string}\n"),
    "body-form@8:11" },
  { V2("paths:\n  /a:\n    get:\n      responses: " OK "\n      parameters:\n"
       "        - {name: a, in: body, schema: {}}\n        - {name: b, in: body, schema: {}}\n"),
    "body-twice@9:11" },
  { V2("paths: {}\nparameters: {a: {name: a, in: query, type: array}}\n"), "array-items@4:44" },
  { V2("paths: {}\nparameters: {a: {name: a, in: query}}\n"), "required@4:14" },
  { V2("paths: {}\nparameters: {a: {name: a, in: body, type: string, schema: {}}}\n"),
    "parameter-member@4:37" },
  /* paths */
  { V30("paths:\n  /a/{id}:\n    get: {responses: " OK "}\n"), "path-parameter-undeclared@5:5" },
  { V31("paths:\n  /a/{id}:\n    get: {responses: " OK "}\n"), "path-parameter-undeclared@5:5?" },
  { V30("paths:\n  /a/{id}:\n    parameters: [{name: id, in: path, required: true, schema: "
        "{}}]\n    get: {responses: " OK "}\n"),
    "" },
  { V30("paths:\n  /a:\n    get:\n      parameters: [{name: id, in: path, required: true, schema: "
        "{}}]\n      responses: " OK "\n"),
    "path-parameter-unused@6:20" },
  { V31("paths: {'/{a}': {}, '/{b}': {}}\n"), "path-duplicate@3:21?" },
  { V31("paths: {'/{a}/b': {get: {}}, '/c/{d}': {get: {}}}\n"),
    "path-parameter-undeclared@3:20? path-ambiguous@3:30? path-parameter-undeclared@3:41?" },
  { V31("paths: {'/a?b=c': {}}\n"), "path-query@3:9?" },
  { V31("paths: {'/a{': {}}\n"), "path-template@3:9" },
  { V31("paths: {'/{a}/{a}': {}}\n"), "path-parameter-twice@3:9?" },
  { V31("paths: {/a: {get: {operationId: x}, put: {operationId: x}}}\n"),
    "operation-id-duplicate@3:56" },
  /* security and links */
  { V30("security: [{a: []}]\npaths: {}\n"), "security-undefined@3:13" },
  { V31("security: [{a: []}]\npaths: {}\n"), "security-undefined@3:13?" },
  { V30("security: [{a: [b]}]\npaths: {}\ncomponents: {securitySchemes: {a: {type: http, scheme: "
        "basic}}}\n"),
    "security-scope@3:17?" },
  { V30("security: [{a: [c]}]\npaths: {}\ncomponents:\n  securitySchemes:\n    a:\n      type: "
        "oauth2\n      flows: {clientCredentials: {tokenUrl: 'https://a.no', scopes: {b: b}}}\n"),
    "security-scope@3:17?" },
  { V30("paths: {}\ncomponents: {securitySchemes: {a: {type: apiKey, in: query}}}\n"),
    "security-scheme@4:32" },
  { V30("paths: {}\ncomponents: {securitySchemes: {a: {type: http, scheme: basic, flows: {}}}}\n"),
    "security-scheme@4:63" },
  { V30("paths: {}\ncomponents: {securitySchemes: {a: {type: mutualTLS}}}\n"),
    "security-scheme@4:42" },
  { V30("paths: {}\ncomponents: {securitySchemes: {a: {type: oauth2, flows: {implicit: {scopes: "
        "{}}}}}}\n"),
    "security-scheme@4:58" },
  { V31("components: {links: {a: {operationId: none}}}\n"), "link-operation@3:39?" },
  { V31("components: {links: {a: {operationRef: '#/paths/~1a/get'}}}\n"), "link-operation@3:40?" },
  { V31("paths: {/a: {get: {operationId: b}}}\ncomponents: {links: {a: {operationId: b}, c: "
        "{operationRef: '#/paths/~1a/get'}}}\n"),
    "" },
  { V31("components: {links: {a: {}}}\n"), "required@3:22" },
  /* references */
  { V31("components: {schemas: {A: {$ref: '#/components/schemas/B'}}}\n"), "reference@3:34" },
  { V31("components: {schemas: {A: {$ref: '#/components/schemas/A'}}}\n"), "reference@3:34" },
  { V31("components: {responses: {A: {$ref: '#/components/responses/A'}}}\n"), "reference@3:36" },
  { V31("components: {responses: {A: {$ref: '#/components/schemas/A'}}, schemas: {A: {}}}\n"),
    "reference-kind@3:36" },
  { V31("components: {responses: {A: {$ref: '#/components/responses/B', content: {}}, B: "
        "{description: b}}}\n"),
    "reference-siblings@3:64?" },
  { V31("components: {schemas: {A: {$id: 'https://a.no/', $defs: {b: {$anchor: x}}, $ref: "
        "'#x'}}}\n"),
    "" },
  { V31("components: {responses: {A: {$ref: 1}}}\n"), "type@3:36" },
  { V31("components: {schemas: {A: {properties: {$ref: {type: string}}}}}\n"), "" },
  /* schemas */
  { V30(SCHEMA("{type: array}")), "array-items@6:15" },
  { V31(SCHEMA("{type: array}")), "" },
  { V30(SCHEMA("{type: [string]}")), "enum@6:15" },
  { V31(SCHEMA("{type: [string, 'null']}")), "" },
  { V31(SCHEMA("{type: [string, nil]}")), "enum@6:24" },
  { V30(SCHEMA("{required: []}")), "empty-list@6:19" },
  { V30(SCHEMA("{exclusiveMinimum: 1}")), "type@6:27" },
  { V31(SCHEMA("{exclusiveMinimum: true}")), "type@6:27" },
  { V31(SCHEMA("{nullable: true}")), "unknown-member@6:9?" },
  { V31(SCHEMA("{propertis: {}}")), "unknown-member@6:9?" },
  { V31(SCHEMA("{myKeyword: {}}")), "" },
  { V30(SCHEMA("{propertis: {}}")), "unknown-member@6:9" },
  { V30(SCHEMA("{minLength: -1}")), "type@6:20" },
  { V30(SCHEMA("{multipleOf: 0}")), "type@6:21" },
  { V30(SCHEMA("{pattern: '('}")), "pattern@6:18?" },
  { V30(SCHEMA("{type: string, enum: [a, 1]}")), "enum-type@6:33?" },
  { V30(SCHEMA("{type: string, enum: [a, a]}")), "enum-duplicate@6:33?" },
  { V30(SCHEMA("{type: integer, default: a}")), "default-type@6:33?" },
  { V30(SCHEMA("{type: integer, default: 0, minimum: 1}")), "default@6:33?" },
  { V30(SCHEMA("{type: string, nullable: true, default: null}")), "" },
  { V30(SCHEMA("{minimum: 2, maximum: 1}")), "schema-impossible@6:9?" },
  { V30(SCHEMA("{readOnly: true, writeOnly: true}")), "exclusive@6:36" },
  { V30(SCHEMA("{discriminator: {propertyName: a, mapping: {b: C}}}")),
    "discriminator-mapping@6:55?" },
  { V30(SCHEMA("{discriminator: {propertyName: a, mapping: {b: S, c: '#/components/schemas/S'}}}")),
    "" },
  { V2("paths: {}\ndefinitions: {A: {type: object, properties: {a: {type: file}}}}\n"),
    "type@4:56" },
  { V2("paths: {/a: {get: {responses: {200: {description: a, schema: {type: file}}}}}}\n"), "" },
  /* examples */
  { V30(SCHEMA("{type: object, properties: {a: {type: string}}, example: {a: 1}}")),
    "example@6:69?" },
  { V30(SCHEMA("{type: object, example: {$ref: '#/a'}}")), "example-reference@6:39?" },
  { V30(PARAMETER("{name: a, in: query, schema: {type: integer}, example: b}")), "example@6:63?" },
  { V30(PARAMETER("{name: a, in: query, schema: {type: integer}, example: 1, examples: {}}")),
    "exclusive@6:66" },
  { V31("components: {responses: {A: {description: a, content: {application/json: {schema: {type: "
        "object}, examples: {b: {value: 1}}}}}}}\n"),
    "example@3:121?" },
  { V31("components: {responses: {A: {description: a, content: {application/xml: {schema: {type: "
        "object}, example: <a/>}}}}}\n"),
    "" },
  { V31("jsonSchemaDialect: 'https://dialect.example/1'\ncomponents: {schemas: {A: {type: string, "
        "example: 1}}}\n"),
    "" },
  { V2("paths: {/a: {get: {responses: {200: {description: a, schema: {type: integer}, examples: "
       "{application/json: b}}}}}}\n"),
    "example@3:108?" },
};
/* clang-format on */

static void add_finding(struct sv_buf *out, const struct sv_openapi_finding *f)
{
  (void)sv_buf_addf(out, "%s%s@%zu:%zu%s", out->size ? " " : "", f->rule, f->line, f->column,
                    f->is_error ? "" : "?");
}

static void every_rule_is_told_at_its_place(void **state)
{
  (void)state;
  size_t wrong = 0;
  for (size_t i = 0; i < COUNT(cases); i++) {
    struct sv_error err = { 0 };
    struct sv_openapi *api;
    const struct sv_openapi_finding *f;
    size_t count, total;
    struct sv_buf got = SV_BUF(4096);
    if (sv_openapi_load(cases[i].text, strlen(cases[i].text), NULL, &api, &err) != SV_OK)
      fail_msg("%s: %s", cases[i].text, err.text);
    assert_int_equal(sv_openapi_validate(api, &f, &count, &total, &err), SV_OK);
    assert_int_equal(count, total);
    for (size_t k = 0; k < count; k++)
      add_finding(&got, &f[k]);
    if (strcmp(sv_buf_text(&got), cases[i].expected) != 0) {
      print_message("%s wanted: %s\n    got: %s\n", cases[i].text, cases[i].expected,
                    sv_buf_text(&got));
      wrong++;
    }
    sv_buf_free(&got);
    sv_openapi_free(api);
  }
  assert_int_equal(wrong, 0);
}

static void findings_are_bounded_and_counted(void **state)
{
  (void)state;
  struct sv_openapi_limits limits = SV_OPENAPI_LIMITS;
  limits.findings = 3;
  const struct sv_openapi_options opt = { .limits = &limits };
  static const char text[] = V30("paths: {}\na: 1\nb: 1\nc: 1\nd: 1\ne: 1\n");
  struct sv_openapi *api;
  const struct sv_openapi_finding *f;
  size_t count, total;
  assert_int_equal(sv_openapi_load(text, strlen(text), &opt, &api, NULL), SV_OK);
  assert_int_equal(sv_openapi_validate(api, &f, &count, &total, NULL), SV_OK);
  assert_int_equal(count, 3);
  assert_int_equal(total, 5);
  sv_openapi_free(api);
}

static void identity_numbers_are_not_repeated(void **state)
{
  (void)state;
  static const char text[] = V30("paths: {}\n'01010750160': 1\n");
  struct sv_openapi *api;
  const struct sv_openapi_finding *f;
  size_t count;
  assert_int_equal(sv_openapi_load(text, strlen(text), NULL, &api, NULL), SV_OK);
  assert_int_equal(sv_openapi_validate(api, &f, &count, NULL, NULL), SV_OK);
  assert_int_equal(count, 1);
  for (size_t i = 0; i < f->message.count; i++)
    assert_null(strstr(f->message.args[i].text, "01010750160"));
  sv_openapi_free(api);
}

static void objects_are_listed_by_kind(void **state)
{
  (void)state;
  static const char text[] = V31("paths: {/a: {get: {responses: {200: {$ref: "
                                 "'#/components/responses/R'}}}}}\n"
                                 "components:\n  responses: {R: {description: r, content: {a/b: "
                                 "{schema: {$ref: "
                                 "'#/components/schemas/S'}}}}}\n  schemas: {S: {type: array, "
                                 "items: {}}}\n");
  struct sv_openapi *api;
  size_t count;
  assert_int_equal(sv_openapi_load(text, strlen(text), NULL, &api, NULL), SV_OK);
  (void)sv_openapi_objects(api, SV_OPENAPI_K_RESPONSE, &count);
  assert_int_equal(count, 1);
  const struct sv_openapi_node *s = sv_openapi_objects(api, SV_OPENAPI_K_SCHEMA, &count);
  assert_int_equal(count, 3); /* the one with $ref has members of its own from 3.1 on */
  assert_int_equal(sv_openapi_kind(api, s[0]), SV_OPENAPI_K_SCHEMA);
  assert_int_equal(sv_openapi_kind(api, sv_openapi_root(api)), SV_OPENAPI_K_ROOT);
  sv_openapi_free(api);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_rule_is_told_at_its_place),
    cmocka_unit_test(findings_are_bounded_and_counted),
    cmocka_unit_test(identity_numbers_are_not_repeated),
    cmocka_unit_test(objects_are_listed_by_kind),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
