// SPDX-License-Identifier: Apache-2.0
/* The national rules: a description that holds them all, and for each of them one that does not. */
#include "tests/unit/unit.h"

#include "engines/base/ascii.h"
#include "engines/base/file.h"
#include "engines/openapi/rule.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define UNIT "/paths/~1juridiske-enheter~1{orgNr}"
/* A synthetic number (its month is 81), with the right control digits. */
#define NUMBER "01810700021"
#define IDENTITY "\"" NUMBER "\""
#define SCHEMAS "/components/schemas"

/* What is put where into the good description, and the rule that then speaks. NULL takes away; at
 * no pointer the text is a description of its own. */
static const struct {
  const char *rule, *pointer, *value;
} breaks[] = {
  { "TEC-DES-05", "/openapi", NULL },
  { "TEC-DES-05.version", "/openapi", "\"4.0.0\"" },
  { "TEC-DES-05.version", "/openapi", "3.1" },
  { "TEC-DES-06", "/info/title", "7" },
  { "TEC-DES-07", SCHEMAS "/Status", "{\"$ref\":\"#/components/schemas/None\"}" },
  { "TEC-DES-08", "/info/version", "\"v1\"" },
  { "TEC-DES-09", "/info/contact", NULL },
  { "TEC-DES-09.parts", "/info/contact/email", NULL },
  { "TEC-DES-10", "/info/description", "\"Kort.\"" },
  { "TEC-DES-11", "/info/termsOfService", NULL },
  { "TEC-DES-12", "/servers", "[{\"url\":\"/\"}]" },
  { "TEC-DES-13", "/servers/0/url", "\"http://api.etat.no/v1\"" },
  { "TEC-DES-14", "/servers/0/url", "\"https://api.example.com/v1\"" },
  { "TEC-DES-14.slash", "/servers/0/url", "\"https://api.etat.no/v1/\"" },
  { "TEC-DES-15", "/servers/1/variables", NULL },
  { "TEC-DES-15", "/servers/1/variables/env/default", "\"prod\"" },
  { "TEC-DES-17", "/servers/0/url", "\"https://api.etat.no/\"" },
  { "TEC-DES-18", "/paths/uten", "{}" },
  { "TEC-DES-19", "/paths/~1juridiske-enheter~1{id}", "{}" },
  { "TEC-DES-20", "/paths/~1{hva}~1siste", "{}" },
  { "TEC-DES-21", UNIT "/parameters", "[]" },
  { "TEC-DES-21.unused", UNIT "/parameters",
    "[{\"name\":\"id\",\"in\":\"path\",\"required\":true,\"schema\":{}}]" },
  { "TEC-DES-21.required", "/components/parameters/OrgNr/required", NULL },
  { "TEC-DES-22", UNIT "/get/parameters/1", "{\"name\":\"vis\",\"in\":\"query\",\"schema\":{}}" },
  { "TEC-DES-23", "/components/parameters/OrgNr/schema", NULL },
  { "TEC-DES-24", UNIT "/get/parameters/1/name", "\"Authorization\"" },
  { "TEC-DES-25", UNIT "/get/requestBody", "{\"content\":{}}" },
  { "TEC-DES-25.delete", UNIT "/delete",
    "{\"requestBody\":{\"content\":{}},\"responses\":{\"204\":{\"description\":\"\"}}}" },
  { "TEC-DES-26", UNIT "/get/responses", "{\"4XX\":{\"description\":\"\"}}" },
  { "TEC-DES-27", UNIT "/get/responses/204/description", NULL },
  { "TEC-DES-28", UNIT "/get/responses/5xx", "{\"description\":\"\"}" },
  { "TEC-DES-28.text", NULL,
    "openapi: 3.0.3\npaths:\n  /a:\n    get:\n      responses:\n        200: {description: a}\n" },
  { "TEC-DES-29", UNIT "/get/responses/204/content", "{}" },
  { "TEC-DES-30", UNIT "/get/responses/200/content", NULL },
  { "TEC-DES-30.schema", UNIT "/get/responses/200/content/application~1json/schema", NULL },
  { "TEC-DES-31", UNIT "/get/responses/400",
    "{\"description\":\"\",\"content\":{\"application/json\":{}}}" },
  { "TEC-DES-32", SCHEMAS "/Problem/properties/detail", NULL },
  { "TEC-DES-33", UNIT "/get/responses/4XX", NULL },
  { "TEC-DES-34", UNIT "/get/responses/4XX", NULL },
  { "TEC-DES-35", UNIT "/get/responses/4XX", NULL },
  { "TEC-DES-36", UNIT "/get/responses/4XX", NULL },
  { "TEC-DES-37", UNIT "/get/responses/4XX", NULL },
  { "TEC-DES-37.header", "/paths/~1status/get/responses/429/headers", NULL },
  { "TEC-DES-38", UNIT "/get/responses/500", NULL },
  { "TEC-DES-39", "/security", NULL },
  { "TEC-DES-40", "/security/0", "{\"annet\":[]}" },
  { "TEC-DES-40", "/security/0/oauth/0", "\"etat:annet\"" },
  { "TEC-DES-41", "/security/0/oauth/0", "\"les\"" },
  { "TEC-DES-42", "/components/securitySchemes/oauth", "{\"type\":\"http\",\"scheme\":\"Basic\"}" },
  { "TEC-DES-43", "/components/securitySchemes/oauth",
    "{\"type\":\"apiKey\",\"in\":\"query\",\"name\":\"k\"}" },
  { "TEC-DES-43.name", UNIT "/get/parameters/0/name", "\"api_key\"" },
  { "TEC-DES-44", "/components/securitySchemes/oauth/flows/password",
    "{\"tokenUrl\":\"https://a.no\",\"scopes\":{}}" },
  { "TEC-DES-44.url", "/components/securitySchemes/oauth/flows/clientCredentials/tokenUrl",
    "\"http://a.no\"" },
  { "TEC-DES-45", UNIT "/get/parameters/0/name", "\"fodselsnummer\"" },
  { "TEC-DES-45", UNIT "/get/parameters/0/name", "\"bruker_fnr\"" },
  { "TEC-DES-45.example", UNIT "/get/parameters/0/example", IDENTITY },
  { "TEC-DES-46", "/paths/~1juridiskeEnheter", "{}" },
  { "TEC-DES-47", "/paths/~1status~1", "{}" },
  { "TEC-DES-47", "/paths/~1status?a=b", "{}" },
  { "TEC-DES-48", UNIT "/get/parameters",
    "[{\"name\":\"vis_alt\",\"in\":\"query\"},{\"name\":\"visKort\",\"in\":\"query\"}]" },
  { "TEC-DES-49", SCHEMAS "/Status/properties/er_oppe", "{\"type\":\"boolean\"}" },
  { "TEC-DES-50", UNIT "/get/operationId", "\"status\"" },
  { "TEC-DES-50.missing", UNIT "/get/operationId", NULL },
  { "TEC-DES-51", UNIT "/get/operationId", "\"hent enhet\"" },
  { "TEC-DES-52", UNIT "/get/summary", "\"\"" },
  { "TEC-DES-53", "/components/parameters/OrgNr/example", NULL },
  { "TEC-DES-53.body", UNIT "/patch/requestBody/content/application~1merge-patch+json/example",
    NULL },
  { "TEC-DES-54", UNIT "/patch/requestBody/content/application~1merge-patch+json/example",
    "{\"antall\":\"tre\"}" },
  { "TEC-DES-55", "/tags/1/name", "\"enhet\"" },
  { "TEC-DES-55.defined", UNIT "/get/tags/0", "\"enheter\"" },
  { "TEC-DES-56", SCHEMAS "/Enhet/allOf/1/properties/form/enum", "[1,null]" },
  { "TEC-DES-56.unique", SCHEMAS "/Enhet/allOf/1/properties/form/enum", "[\"AS\",\"AS\",null]" },
  { "TEC-DES-57", SCHEMAS "/Endring/properties/antall/maximum", NULL },
  { "TEC-DES-57", SCHEMAS "/Endring/properties/antall/format", NULL },
  { "TEC-DES-58", SCHEMAS "/Endring/properties/navn/maxLength", NULL },
  { "TEC-DES-58", SCHEMAS "/Endring/properties/stikkord/maxItems", NULL },
  { "TEC-DES-59", SCHEMAS "/Enhet/allOf/1/properties/stiftelsesDato/format", NULL },
  { "TEC-DES-60", SCHEMAS "/Status",
    "{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/Enhet\"}}" },
  { "TEC-DES-61", UNIT "/patch/requestBody/required", NULL },
  { "TEC-DES-61", UNIT "/patch/requestBody/content", "{\"application/json\":{\"example\":{}}}" },
  { "TEC-DES-61", UNIT "/patch/requestBody/content",
    "{\"application/json; charset=utf-8\":{\"example\":{}}}" },
  { "TEC-DES-62", "/paths/~1status/trace", "{\"responses\":{}}" },
  { "TEC-DES-63", "/paths/~1hentEnhet", "{}" },
  { "TEC-DES-64", SCHEMAS "/Ubrukt", "{}" },
  { "TEC-DES-65", UNIT "/get/summary", "\"Hent <SCRIPT>\"" },
  { "TEC-DES-66", "/paths/~1status", NULL },
  { "TEC-DES-67", "/servers/1", NULL },
  { "TEC-DES-68", SCHEMAS "/Endring/properties/stikkord/items", NULL },
  { "TEC-DES-69", UNIT "/get/responses/4XX", NULL },
  { "TEC-DES-70", SCHEMAS "/Endring/required/0", "\"nvan\"" },
  { "TEC-DES-71", "/components/parameters/OrgNr/schema/pattern", "\"^[0-9\"" },
  { "TEC-DES-72", SCHEMAS "/Enhet/allOf/1/properties/navn", "{\"type\":\"integer\"}" },
  { "TEC-DES-73", SCHEMAS "/Enhet/allOf/1/properties/form/enum", "[\"AS\"]" },
  { "TEC-DES-74", SCHEMAS "/Status/properties/oppe/maxLength", "3" },
  { "TEC-DES-42.2", "",
    "{\"swagger\":\"2.0\",\"info\":{\"title\":\"t\",\"version\":\"1.0.0\"},"
    "\"securityDefinitions\":{\"b\":{\"type\":\"basic\"}},\"paths\":{}}" },
};

static char *good_text(void)
{
  const char *source = getenv("abs_srcdir");
  char path[1000];
  struct sv_buf text = SV_BUF((size_t)1 << 20);
  struct sv_error err = { 0 };
  (void)snprintf(path, sizeof path, "%s/tests/unit/rules/good.json", source ? source : "..");
  if (sv_file_read(path, &text, &err) != SV_OK)
    fail_msg("%s", err.text);
  return sv_buf_take(&text);
}

static void unescape(char *name)
{
  char *to = name;
  for (const char *p = name; *p; p++) {
    const bool is_escape = *p == '~';
    const char c = is_escape ? (p[1] == '1' ? '/' : '~') : *p;
    p += is_escape;
    *to++ = c;
  }
  *to = '\0';
}

static size_t index_of(const char *name)
{
  unsigned long long value = 0;
  assert_true(sv_parse_uint(name, strlen(name), 1000, &value));
  return (size_t)value;
}

/* Puts VALUE (JSON, NULL: nothing) at POINTER of ROOT. */
static json_t *put(json_t *root, const char *pointer, const char *value)
{
  char text[300], *rest = NULL;
  json_t *j = value ? json_loads(value, JSON_DECODE_ANY, NULL) : NULL, *at = root;
  assert_true(!value || j);
  if (!*pointer) {
    json_decref(root);
    return j;
  }
  (void)snprintf(text, sizeof text, "%s", pointer);
  char *name = strtok_r(text, "/", &rest);
  for (char *next; (next = strtok_r(NULL, "/", &rest)); name = next) {
    unescape(name);
    at = json_is_array(at) ? json_array_get(at, index_of(name)) : json_object_get(at, name);
    if (!at)
      fail_msg("%s is not in the good description", pointer);
  }
  unescape(name);
  /* A path may end in a slash, which strtok passes over. */
  if (json_is_array(at) && j)
    assert_int_equal(json_array_set_new(at, index_of(name), j), 0);
  else if (json_is_array(at))
    assert_int_equal(json_array_remove(at, index_of(name)), 0);
  else if (j)
    assert_int_equal(json_object_set_new(at, name, j), 0);
  else
    assert_int_equal(json_object_del(at, name), 0);
  return root;
}

/* How many findings RULE has in TEXT; all rules that speak in SAID. */
static size_t judge(const struct sv_rules *rules, const char *text, const char *rule, char *said,
                    size_t room, const char *requirement)
{
  struct sv_openapi *api = NULL;
  struct sv_rule_report *report = NULL;
  struct sv_error err = { 0 };
  const struct sv_openapi_options open = { .name = *text == '{' ? "good.json" : "good.yaml" };
  const struct sv_rule_options opt = { .requirement = requirement };
  size_t count, hits = 0;
  if (sv_openapi_load(text, strlen(text), &open, &api, &err) != SV_OK ||
      sv_rules_apply(rules, api, &opt, &report, &err) != SV_OK)
    fail_msg("%s", err.text);
  const struct sv_rule_finding *f = sv_rule_report_findings(report, &count, NULL);
  *said = '\0';
  for (size_t i = 0; i < count; i++) {
    hits += rule && strcmp(f[i].rule->name, rule) == 0;
    assert_null(strchr(f[i].text, '{') && strstr(f[i].text, "{name}") ? "{name}" : NULL);
    (void)snprintf(said + strlen(said), room - strlen(said), "%s: %s\n", f[i].rule->name,
                   f[i].text);
  }
  sv_rule_report_free(report);
  sv_openapi_free(api);
  return hits;
}

static struct sv_rules *national(void)
{
  struct sv_rules *rules = NULL;
  struct sv_error err = { 0 };
  if (sv_rules_national(&rules, &err) != SV_OK)
    fail_msg("%s:%zu:%zu %s", err.file, err.line, err.column, err.text);
  return rules;
}

static void a_good_description_holds_all_rules(void **state)
{
  (void)state;
  static char said[20000];
  struct sv_rules *rules = national();
  char *text = good_text();
  (void)judge(rules, text, NULL, said, sizeof said, NULL);
  assert_string_equal(said, "");
  for (size_t i = 0; i < sv_rules_count(rules); i++) {
    const struct sv_rule_info *info = sv_rules_at(rules, i);
    assert_non_null(info->requirement);
    (void)judge(rules, text, NULL, said, sizeof said, info->requirement);
    assert_string_equal(said, "");
  }
  free(text);
  sv_rules_free(rules);
}

/* The good description with VALUE at POINTER; to be freed. */
static char *changed(const char *good, const char *pointer, const char *value)
{
  if (!pointer)
    return strdup(value);
  json_t *j = put(json_loads(good, 0, NULL), pointer, value);
  char *text = json_dumps(j, 0);
  json_decref(j);
  return text;
}

static void every_rule_speaks_when_it_is_broken(void **state)
{
  (void)state;
  static char said[20000];
  struct sv_rules *rules = national();
  char *good = good_text();
  for (size_t i = 0; i < sizeof breaks / sizeof breaks[0]; i++) {
    char requirement[16];
    char *text = changed(good, breaks[i].pointer, breaks[i].value);
    (void)snprintf(requirement, sizeof requirement, "%.10s", breaks[i].rule);
    if (judge(rules, text, breaks[i].rule, said, sizeof said, requirement) == 0)
      fail_msg("%s is silent about %s: %s", breaks[i].rule, breaks[i].value, said);
    free(text);
  }
  for (size_t i = 0; i < sv_rules_count(rules); i++) {
    bool found = false;
    for (size_t k = 0; k < sizeof breaks / sizeof breaks[0]; k++)
      found |= strcmp(breaks[k].rule, sv_rules_at(rules, i)->name) == 0;
    if (!found)
      fail_msg("%s has no break", sv_rules_at(rules, i)->name);
  }
  free(good);
  sv_rules_free(rules);
}

static void what_is_no_fault_is_not_told(void **state)
{
  (void)state;
  static char said[20000];
  static const struct {
    const char *rule, *pointer, *value;
  } quiet[] = {
    { "TEC-DES-05", NULL, "openapi: 3.2.0\n" },
    { "TEC-DES-21", UNIT "/parameters", "[{\"$ref\":\"felles.json#/orgNr\"}]" },
    { "TEC-DES-21.unused", UNIT "/parameters", "[{\"$ref\":\"felles.json#/orgNr\"}]" },
    { "TEC-DES-28.text", NULL,
      "paths: {/a: {get: {responses: {'200': {}, \"201\": {}, 4XX: {}, default: {}}}}}\n" },
    { "TEC-DES-48", UNIT "/get/parameters",
      "[{\"name\":\"adresse.postNummer\",\"in\":\"query\"},{\"name\":\"visKort\",\"in\":\"query\"},"
      "{\"name\":\"adresse.poststed\",\"in\":\"query\"},{\"name\":\"valg[hverDag]\",\"in\":"
      "\"query\"},"
      "{\"name\":\"ID.orgNr\",\"in\":\"query\"},{\"name\":\"ids[]\",\"in\":\"query\"}]" },
    { "TEC-DES-53", UNIT "/get/parameters/1",
      "{\"name\":\"authorization\",\"in\":\"header\",\"required\":true,\"schema\":{\"type\":"
      "\"string\"}}" },
    { "TEC-DES-61", UNIT "/patch/requestBody/content", "{\"application/json-patch+json\":{}}" },
    { "TEC-DES-60", UNIT "/get/responses/200/content",
      "{\"application/json-seq\":{\"schema\":{\"type\":\"array\",\"items\":{}}}}" },
    { "TEC-DES-71", "/components/parameters/OrgNr/schema/pattern", "\"^[0-9]{4}\\\\-[0-9]{2}$\"" },
  };
  struct sv_rules *rules = national();
  char *good = good_text();
  for (size_t i = 0; i < sizeof quiet / sizeof quiet[0]; i++) {
    char *text = changed(good, quiet[i].pointer, quiet[i].value);
    if (judge(rules, text, quiet[i].rule, said, sizeof said, NULL) != 0)
      fail_msg("%s is no fault: %s", quiet[i].value, said);
    free(text);
  }
  /* One fault is one finding: 2.0 is no OpenAPI 3, and says so in one place. */
  assert_int_equal(judge(rules, "swagger: '2.0'\n", "TEC-DES-05", said, sizeof said, NULL), 1);
  free(good);
  sv_rules_free(rules);
}

static void an_identity_number_is_never_repeated(void **state)
{
  (void)state;
  static char said[20000];
  struct sv_rules *rules = national();
  char *good = good_text();
  json_t *j = json_loads(good, 0, NULL);
  j = put(j, UNIT "/get/parameters/0/example", IDENTITY);
  char *text = json_dumps(j, 0);
  assert_true(judge(rules, text, "TEC-DES-45.example", said, sizeof said, NULL) > 0);
  assert_null(strstr(said, NUMBER));
  free(text);
  json_decref(j);
  free(good);
  sv_rules_free(rules);
}

/* The schemas of the rules are sound: the build trusts them. */
static void the_rules_are_a_rule_set_like_any_other(void **state)
{
  (void)state;
  const char *source = getenv("abs_srcdir");
  char path[1000];
  struct sv_buf text = SV_BUF((size_t)4 << 20);
  struct sv_error err = { 0 };
  struct sv_rules *rules = NULL;
  const struct sv_rules_options opt = { .name = "national.json" };
  (void)snprintf(path, sizeof path, "%s/profiles/rules/national.json", source ? source : "..");
  assert_int_equal(sv_file_read(path, &text, &err), SV_OK);
  if (sv_rules_read(sv_buf_text(&text), text.size, &opt, &rules, &err) != SV_OK)
    fail_msg("%zu:%zu %s", err.line, err.column, err.text);
  sv_buf_free(&text);
  sv_rules_free(rules);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(a_good_description_holds_all_rules),
    cmocka_unit_test(every_rule_speaks_when_it_is_broken),
    cmocka_unit_test(what_is_no_fault_is_not_told),
    cmocka_unit_test(an_identity_number_is_never_repeated),
    cmocka_unit_test(the_rules_are_a_rule_set_like_any_other),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
