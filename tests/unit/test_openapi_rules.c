// SPDX-License-Identifier: Apache-2.0
/* Rule sets of agencies: what Spectral's sets mean, and what is refused. */
#include "tests/unit/unit.h"

#include "engines/openapi/match.h"
#include "engines/openapi/rule.h"
#include "engines/regex/loose.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char document[] = "openapi: 3.0.3\n"
                               "info: {title: Test, version: '1', contact: {name: ''}}\n"
                               "tags: [{name: b}, {name: a}]\n"
                               "paths:\n"
                               "  /pets:\n"
                               "    get:\n"
                               "      operationId: getPets\n"
                               "      parameters:\n"
                               "      - $ref: '#/components/parameters/Page'\n"
                               "      - {name: sort-by, in: query, schema: {type: string}}\n"
                               "      responses:\n"
                               "        '200':\n"
                               "          description: ok\n"
                               "          content: {application/json: {schema: {$ref: "
                               "'#/components/schemas/Pet'}}}\n"
                               "        '404': {description: none}\n"
                               "    x-own: {get: 1}\n"
                               "  /Big_Pets: {post: {responses: {}, deprecated: true}}\n"
                               "components:\n"
                               "  parameters:\n"
                               "    Page: {name: page, in: query, description: The page, schema: "
                               "{type: integer}}\n"
                               "  schemas:\n"
                               "    Pet:\n"
                               "      type: object\n"
                               "      properties:\n"
                               "        name: {type: string}\n"
                               "        kind: {type: string, enum: [cat, 1]}\n"
                               "        parent: {$ref: '#/components/schemas/Pet'}\n"
                               "    Lonely: {type: object}\n";

/* Other rule sets, by name. */
struct shelf {
  const char *name, *text;
};

static enum sv_status fetch(void *context, const char *from, const char *path,
                            struct sv_openapi_text *out, struct sv_error *err)
{
  (void)from;
  for (const struct shelf *s = context; s && s->name; s++) {
    if (strcmp(s->name, path) != 0)
      continue;
    out->name = strdup(s->name);
    out->bytes = strdup(s->text);
    out->size = strlen(s->text);
    return SV_OK;
  }
  return sv_fail(err, SV_NOT_FOUND, "no such file");
}

/* The findings as "rule severity pointer text;" each. */
static void judge(const char *rules_text, const char *api_text, const struct shelf *shelf,
                  char *out, size_t room)
{
  struct sv_rules *rules = NULL;
  struct sv_openapi *api = NULL;
  struct sv_rule_report *report = NULL;
  struct sv_error err = { 0 };
  const struct sv_rules_options opt = { .name = "rules.yaml",
                                        .fetch = fetch,
                                        .context = (void *)(uintptr_t)shelf };
  const struct sv_openapi_options open = { .name = "openapi.yaml" };
  size_t count;
  if (sv_rules_read(rules_text, strlen(rules_text), &opt, &rules, &err) != SV_OK)
    fail_msg("%s:%zu:%zu %s\n%s", err.file, err.line, err.column, err.text, rules_text);
  if (sv_openapi_load(api_text, strlen(api_text), &open, &api, &err) != SV_OK ||
      sv_rules_apply(rules, api, NULL, &report, &err) != SV_OK)
    fail_msg("%s", err.text);
  const struct sv_rule_finding *f = sv_rule_report_findings(report, &count, NULL);
  *out = '\0';
  for (size_t i = 0; i < count; i++) {
    struct sv_buf pointer = SV_BUF(2000);
    (void)sv_openapi_pointer(f[i].where, &pointer);
    (void)snprintf(out + strlen(out), room - strlen(out), "%s %d %s %s;", f[i].rule->name,
                   (int)f[i].rule->severity, sv_buf_text(&pointer), f[i].text);
    assert_true(f[i].line > 0 && f[i].column > 0);
    sv_buf_free(&pointer);
  }
  sv_rule_report_free(report);
  sv_openapi_free(api);
  sv_rules_free(rules);
}

#define RULE(body) "rules:\n  r:\n    message: '{{property}}'\n" body

/* One rule each: what it finds. */
static const struct {
  const char *rules, *found;
} cases[] = {
  /* functions */
  { RULE("    given: $.info\n    then: {field: description, function: truthy}\n"), "r 1 /info "
                                                                                   "description;" },
  { RULE("    given: $.info\n    then: {field: contact.name, function: truthy}\n"), "r 1 "
                                                                                    "/info/contact/"
                                                                                    "name name;" },
  { RULE("    given: $.info\n    then: {field: title, function: truthy}\n"), "" },
  { RULE("    given: $.info\n    then: {field: title, function: falsy}\n"), "r 1 /info/title "
                                                                            "title;" },
  { RULE("    given: $.info\n    then: {field: title, function: undefined}\n"), "r 1 /info/title "
                                                                                "title;" },
  { RULE("    given: $.info\n    then: {field: licence, function: defined}\n"), "r 1 /info "
                                                                                "licence;" },
  { RULE("    given: $.info.title\n    then: {function: pattern, functionOptions: {match: "
         "'^[a-z]+$'}}\n"),
    "r 1 /info/title title;" },
  { RULE("    given: $.info.title\n    then: {function: pattern, functionOptions: {match: "
         "'/^[a-z]+$/i'}}\n"),
    "" },
  { RULE("    given: $.info.title\n    then: {function: pattern, functionOptions: {notMatch: "
         "'st$'}}\n"),
    "r 1 /info/title title;" },
  { RULE("    given: $.paths\n    then: {field: '@key', function: casing, functionOptions: {type: "
         "kebab, separator: {char: /, allowLeading: true}}}\n"),
    "r 1 /paths/~1Big_Pets /Big_Pets;" },
  { RULE("    given: $.tags\n    then: {function: length, functionOptions: {min: 3}}\n"), "r 1 "
                                                                                          "/tags "
                                                                                          "tags;" },
  { RULE("    given: $.info.title\n    then: {function: length, functionOptions: {max: 4}}\n"),
    "" },
  { RULE("    given: $.info.title\n    then: {function: enumeration, functionOptions: {values: "
         "[A, B]}}\n"),
    "r 1 /info/title title;" },
  { RULE("    given: $.tags\n    then: {function: alphabetical, functionOptions: {keyedBy: "
         "name}}\n"),
    "r 1 /tags/1/name tags;" },
  { RULE("    given: $.info\n    then: {function: xor, functionOptions: {properties: [title, "
         "version]}}\n"),
    "r 1 /info info;" },
  { RULE("    given: $.info\n    then: {function: or, functionOptions: {properties: [x, y]}}\n"),
    "r 1 /info info;" },
  { RULE("    given: $..[?(@.enum && @.type)]\n    then: {function: typedEnum}\n"), "r 1 "
                                                                                    "/components/"
                                                                                    "schemas/Pet/"
                                                                                    "properties/"
                                                                                    "kind/enum/1 "
                                                                                    "kind;" },
  { RULE("    given: $.components.schemas\n    resolved: false\n    then: {function: "
         "unreferencedReusableObject, functionOptions: {reusableObjectsLocation: "
         "'#/components/schemas'}}\n"),
    "r 1 /components/schemas/Lonely schemas;" },
  { RULE("    given: $.info\n    then: {function: schema, functionOptions: {schema: {required: "
         "[license]}}}\n"),
    "r 1 /info info;" },
  /* a schema sees through references */
  { RULE("    given: $.paths[*].get.parameters\n    then: {function: schema, functionOptions: "
         "{schema: {items: {required: [description]}}}}\n"),
    "r 1 /paths/~1pets/get/parameters parameters;" },
  { RULE("    given: $.paths[*].get.parameters\n    then: {function: schema, functionOptions: "
         "{schema: {items: {required: [name]}}}}\n"),
    "" },
  /* paths */
  { RULE("    given: $.paths[*][get,post]\n    then: {field: operationId, function: truthy}\n"),
    "r 1 /paths/~1Big_Pets/post operationId;" },
  { RULE("    given: $.paths.*~\n    then: {function: pattern, functionOptions: {match: "
         "'^/[a-z]+$'}}\n"),
    "r 1 /paths/~1Big_Pets /Big_Pets;" },
  { RULE("    given: $.paths[*][*].parameters[*]\n    then: {field: description, function: "
         "truthy}\n"),
    "r 1 /paths/~1pets/get/parameters/1 description;" },
  { RULE("    resolved: false\n    given: $.paths[*][*].parameters[*]\n    then: {field: $ref, "
         "function: undefined}\n"),
    "r 1 /paths/~1pets/get/parameters/0/$ref $ref;" },
  { RULE("    given: \"$..parameters[?(@.in == 'query')].name\"\n    then: {function: casing, "
         "functionOptions: {type: camel}}\n"),
    "r 1 /paths/~1pets/get/parameters/1/name name;" },
  { RULE("    given: \"$.paths[*].get.responses[?(@property.match(/^4/))]\"\n    then: {field: "
         "content, function: truthy}\n"),
    "r 1 /paths/~1pets/get/responses/404 content;" },
  { RULE("    given: \"$.paths[?(!@property.match(/_/))]\"\n    then: {field: get, function: "
         "falsy}\n"),
    "r 1 /paths/~1pets/get get;" },
  { RULE("    given: $.paths[*].get.operationId^\n    then: {field: summary, function: truthy}\n"),
    "r 1 /paths/~1pets/get summary;" },
  { RULE("    given: $..[?(@.deprecated === true)]\n    then: {field: summary, function: "
         "truthy}\n"),
    "r 1 /paths/~1Big_Pets/post summary;" },
  { RULE("    given: $.tags[0]\n    then: {field: description, function: truthy}\n"), "r 1 /tags/0 "
                                                                                      "description"
                                                                                      ";" },
  { RULE("    given: '$.tags[(@.length-1)]'\n    then: {field: description, function: truthy}\n"),
    "r 1 /tags/1 description;" },
  { RULE("    given: '$.tags[1:]'\n    then: {field: description, function: truthy}\n"), "r 1 "
                                                                                         "/tags/1 "
                                                                                         "descripti"
                                                                                         "on;" },
  { RULE("    given: \"$.tags[?(@.name > 'a' && @.name.length == 1)]\"\n    then: {field: "
         "description, function: truthy}\n"),
    "r 1 /tags/0 description;" },
  { RULE("    given: \"$.components.schemas[?(@.properties && @.properties.name)]\"\n    then: "
         "{field: title, function: truthy}\n"),
    "r 1 /components/schemas/Pet title;" },
  { RULE("    given: \"$.paths[?(@property === '/pets')].get.responses['200'].content.*.schema."
         "properties[?(@.type == 'object')]\"\n    then: {field: description, function: truthy}\n"),
    "r 1 /components/schemas/Pet description;" },
  { RULE("    given: '#Operation'\n    then: {field: summary, function: truthy}\n"), "r 1 "
                                                                                     "/paths/"
                                                                                     "~1pets/get "
                                                                                     "summary;r 1 "
                                                                                     "/paths/"
                                                                                     "~1Big_Pets/"
                                                                                     "post "
                                                                                     "summary;" },
  { "aliases: {Op: '$.paths[*][get,post]', Tag: ['#Op.tags', $.tags]}\n" RULE("    given: "
                                                                              "'#Tag[*]'\n    "
                                                                              "then: {field: "
                                                                              "description, "
                                                                              "function: "
                                                                              "truthy}\n"),
    "r 1 /tags/0 description;r 1 /tags/1 description;" },
  { "aliases: {Op: {targets: [{formats: [oas2], given: $.none}, {formats: [oas3], given: "
    "$.info}]}}\n" RULE("    given: '#Op'\n    then: {field: description, function: truthy}\n"),
    "r 1 /info description;" },
  /* fields, lists of then, messages, severities */
  { RULE("    given: $.info\n    severity: error\n    then:\n    - {field: a, function: truthy}\n"
         "    - {field: b, function: truthy}\n"),
    "r 0 /info a;r 0 /info b;" },
  { RULE("    given: $.components.schemas\n    severity: hint\n    then: {field: "
         "'$..properties[*].type', function: enumeration, functionOptions: {values: [integer]}}\n"),
    "r 3 /components/schemas/Pet/type type;r 3 /components/schemas/Pet/properties/name/type type;"
    "r 3 /components/schemas/Pet/properties/kind/type type;" },
  { "rules: {r: {message: 'At {{path}}: {{error}} ({{value}}) {{description}}', description: D, "
    "given: $.info.title, then: {function: pattern, functionOptions: {match: x}}}}\n",
    "r 1 /info/title At #/info/title: 'Test' must match the pattern x (Test) D;" },
  { "rules: {r: {description: Say this, given: $.info, then: {field: a, function: truthy}}}\n",
    "r 1 /info Say this;" },
  { "rules: {r: {given: $.info, then: {field: a, function: truthy}}}\n", "r 1 /info 'a' must be "
                                                                         "there and not be "
                                                                         "empty;" },
  /* formats, recommended, off */
  { "formats: [oas2]\n" RULE("    given: $.info\n    then: {field: a, function: truthy}\n"), "" },
  { RULE("    formats: [oas3.1]\n    given: $.info\n    then: {field: a, function: truthy}\n"),
    "" },
  { RULE("    recommended: false\n    given: $.info\n    then: {field: a, function: truthy}\n"),
    "" },
  { RULE("    severity: off\n    given: $.info\n    then: {field: a, function: truthy}\n"), "" },
  /* overrides */
  { "overrides: [{files: ['*.yaml'], rules: {r: off}}]\n" RULE("    given: $.info\n    then: "
                                                               "{field: a, function: truthy}\n"),
    "" },
  { "overrides: [{files: ['other/**'], rules: {r: off}}]\n" RULE("    given: $.info\n    then: "
                                                                 "{field: a, function: truthy}\n"),
    "r 1 /info a;" },
  { "overrides: [{files: ['**#/paths/~1pets'], rules: {r: error}}, {files: "
    "['**#/paths/~1Big_Pets'], rules: {r: 'off'}}]\n" RULE("    given: '#Operation'\n    then: "
                                                           "{field: a, function: truthy}\n"),
    "r 0 /paths/~1pets/get a;" },
  { "except: {'openapi.yaml#/info': [r]}\n" RULE("    given: $.info\n    then: {field: a, "
                                                 "function: truthy}\n"),
    "" },
};

static void rules_find_what_they_mean(void **state)
{
  (void)state;
  static char out[20000];
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    judge(cases[i].rules, document, NULL, out, sizeof out);
    if (strcmp(out, cases[i].found) != 0)
      fail_msg("%s\nfound %s\nexpected %s", cases[i].rules, out, cases[i].found);
  }
}

static void sets_extend_each_other(void **state)
{
  (void)state;
  static const struct shelf shelf[] = {
    { "base.yaml", "extends: round.yaml\naliases: {I: $.info}\nrules:\n  one: {given: '#I', then: "
                   "{field: a, function: truthy}}\n  two: {given: $.info, recommended: false, "
                   "then: "
                   "{field: b, function: truthy}}\n  three: {given: $.info, then: {field: c, "
                   "function: truthy}}\n" },
    { "round.yaml", "extends: base.yaml\nrules: {}\n" },
    { NULL, NULL },
  };
  static const struct {
    const char *rules, *found;
  } sets[] = {
    { "extends: base.yaml\n", "one 1 /info 'a' must be there and not be empty;three 1 /info 'c' "
                              "must be there and not be "
                              "empty;" },
    { "extends: [[base.yaml, off]]\nrules: {two: error}\n", "two 0 /info 'b' must be there and not "
                                                            "be empty;" },
    { "extends: [[base.yaml, all]]\nrules: {one: off, three: false}\n", "two 1 /info 'b' must be "
                                                                        "there and not be empty;" },
    { "extends: base.yaml\nrules: {three: off, one: {given: '#I', message: own, then: {field: x, "
      "function: truthy}}}\n",
      "one 1 /info own;" },
    { "extends: [base.yaml, ['spectral:oas', off]]\nrules: {three: off}\n", "one 1 /info 'a' must "
                                                                            "be there and not be "
                                                                            "empty;" },
  };
  char out[2000];
  for (size_t i = 0; i < sizeof sets / sizeof sets[0]; i++) {
    judge(sets[i].rules, document, shelf, out, sizeof out);
    if (strcmp(out, sets[i].found) != 0)
      fail_msg("%s\nfound %s\nexpected %s", sets[i].rules, out, sets[i].found);
  }
}

#define THEN ", then: {function: truthy}}}\n"

static void what_cannot_be_done_is_refused(void **state)
{
  (void)state;
  static const struct {
    const char *rules, *where, *what;
  } refused[] = {
    { "rules: {r: {given: $, then: {function: ourOwn}}}\n", "rules.yaml:1:40", "'ourOwn'" },
    { "rules: {r: {given: $, then: {}}}\n", "rules.yaml:1:29", "names no function" },
    { "rules: {r: {given: $}}\n", "rules.yaml:1:12", "given and then" },
    { "extends: spectral:oas\nrules: {}\n", "rules.yaml:1:10", "spectral:oas" },
    { "extends: https://a.no/r.yaml\n", "rules.yaml:1:10", "not a file" },
    { "extends: missing.yaml\n", "rules.yaml:1:10", "cannot be read" },
    { "rules: {r: off}\n", "rules.yaml:1:12", "not defined" },
    { "rules: {r: {given: '#None'" THEN, "rules.yaml:1:20", "'#None'" },
    { "aliases: {A: '#B', B: '#A'}\nrules: {r: {given: '#A'" THEN, "rules.yaml:1:", "back to" },
    { "rules: {r: {given: 'paths'" THEN, "rules.yaml:1:20", "character 1" },
    { "rules: {r: {given: '$.a[?(@.b.foo())]'" THEN, "rules.yaml:1:20", "character 11" },
    { "rules: {r: {given: '$.a[?(fetch(1))]'" THEN, "rules.yaml:1:20", "JavaScript" },
    { "rules: {r: {given: '$.a[?(@path == 1)]'" THEN, "rules.yaml:1:20", "@" },
    { "rules: {r: {given: '$.a[(@.x)]'" THEN, "rules.yaml:1:20", "length" },
    { "rules: {r: {given: '$.a['" THEN, "rules.yaml:1:20", "character 5" },
    { "rules: {r: {given: '$..`a'" THEN, "rules.yaml:1:20", "grave" },
    { "rules: {r: {given: []" THEN, "rules.yaml:1:20", "empty" },
    { "rules: {r: {given: $, severity: fatal" THEN, "rules.yaml:1:33", "severity" },
    { "rules: {r: {given: $, formats: [oas9]" THEN, "rules.yaml:1:33", "'oas9'" },
    { "rules: {r: {given: $, whatever: 1" THEN, "rules.yaml:1:23", "'whatever'" },
    { "rules: {r: {given: $, then: {function: pattern}}}\n", "rules.yaml", "match" },
    { "rules: {r: {given: $, then: {function: pattern, functionOptions: {match: '('}}}}\n",
      "rules.yaml:1:74", "pattern" },
    { "rules: {r: {given: $, then: {function: pattern, functionOptions: {match: '/a/m'}}}}\n",
      "rules.yaml:1:74", "'m'" },
    { "rules: {r: {given: $, then: {function: pattern, functionOptions: {mtach: a}}}}\n",
      "rules.yaml:1:67", "'mtach'" },
    { "rules: {r: {given: $, then: {function: casing, functionOptions: {type: upper}}}}\n",
      "rules.yaml:1:72", "'upper'" },
    { "rules: {r: {given: $, then: {function: schema, functionOptions: {schema: {type: 7}}}}}\n",
      "rules.yaml:1:74", "schema" },
    { "rules: []\n", "rules.yaml:1:8", "object" },
    { "- 1\n", "rules.yaml:1:1", "object" },
    { "other: 1\n", "rules.yaml:1:1", "'other'" },
    { "{\"rules\":{\"a\":\"off\",\"a\":\"off\"}}\n", "rules.yaml:1:", "twice" },
    { "description: x\n", "rules.yaml:1:1", "none" },
    { "rules: {\n", "rules.yaml:", "" },
  };
  int wrong = 0;
  for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
    struct sv_rules *rules = NULL;
    struct sv_error err = { 0 };
    char where[400];
    const struct sv_rules_options opt = { .name = "rules.yaml", .fetch = fetch };
    const enum sv_status status =
        sv_rules_read(refused[i].rules, strlen(refused[i].rules), &opt, &rules, &err);
    (void)snprintf(where, sizeof where, "%s:%zu:%zu", err.file, err.line, err.column);
    if (status == SV_OK || rules ||
        strncmp(where, refused[i].where, strlen(refused[i].where)) != 0 ||
        !strstr(err.text, refused[i].what))
      wrong++, print_error("%s%d %s %s\n", refused[i].rules, (int)status, where, err.text);
  }
  assert_int_equal(wrong, 0);
}

static void a_rule_that_is_off_may_ask_for_anything(void **state)
{
  (void)state;
  char out[2000];
  judge("functions: [ourOwn]\nrules: {r: {given: $, severity: off, then: {function: ourOwn}}}\n",
        document, NULL, out, sizeof out);
  assert_string_equal(out, "");
}

static void patterns_are_read_as_javascript_reads_them(void **state)
{
  (void)state;
  static const struct {
    const char *pattern, *text;
    bool found;
  } patterns[] = {
    { "/^abc$/i", "ABC", true },
    { "/^[a-c]+$/i", "AbC", true },
    { "/^[^a-c]+$/i", "ABC", false },
    { "/^\\d+$/i", "12", true },
    { "/^æØå$/i", "ÆøÅ", true },
    { "/(?<name>x)\\k<name>/i", "XX", true },
    { "a\\-b", "a-b", true },
    { "^a{$", "a{", true },
    { "^]$", "]", true },
    { "^\\_$", "_", true },
    { "^a{2}$", "aa", true },
    { "/a\\/b/", "a/b", true },
    { "[\\w.-]+@", "a.b-c@", true },
  };
  for (size_t i = 0; i < sizeof patterns / sizeof patterns[0]; i++) {
    struct sv_regex *regex = NULL;
    struct sv_error err = { 0 };
    bool found = false;
    if (sv_regex_compile_literal(patterns[i].pattern, strlen(patterns[i].pattern), &regex, &err) !=
        SV_OK)
      fail_msg("%s: %s", patterns[i].pattern, err.text);
    assert_int_equal(
        sv_regex_match(regex, NULL, patterns[i].text, strlen(patterns[i].text), &found), SV_OK);
    if (found != patterns[i].found)
      fail_msg("%s on %s", patterns[i].pattern, patterns[i].text);
    sv_regex_free(regex);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(rules_find_what_they_mean),
    cmocka_unit_test(sets_extend_each_other),
    cmocka_unit_test(what_cannot_be_done_is_refused),
    cmocka_unit_test(a_rule_that_is_off_may_ask_for_anything),
    cmocka_unit_test(patterns_are_read_as_javascript_reads_them),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
