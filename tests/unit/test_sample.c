// SPDX-License-Identifier: Apache-2.0
/* Sample addresses and members by name. */
#include "tests/unit/unit.h"

#include "engines/sample/sample.h"

#include <stdio.h>
#include <string.h>

static const char document[] =
    "{\"openapi\":\"3.1.0\",\"security\":[{\"k\":[]}],\"paths\":{\"/"
    "open\":{\"get\":{\"security\":[]}},\"/closed\":{\"get\":{}},"
    "\"/one/{id}\":{\"get\":{\"security\":[]}},\"/or\":{\"get\":{\"security\":[{\"k\":[]},{}]}},"
    "\"/needs\":{\"get\":{\"security\":[],\"parameters\":[{\"name\":\"q\",\"required\":true}]}},"
    "\"/post\":{\"post\":{}}}}";

static const char *const *urls(struct sv_arena *a, const char *endpoint, const json_t *target,
                               const char *text, bool signed_in, size_t *count)
{
  json_t *e = json_loads(endpoint, 0, NULL);
  const struct sv_sample_source s = { .endpoint = e,
                                      .target = target,
                                      .description = text,
                                      .size = text ? strlen(text) : 0,
                                      .signed_in = signed_in };
  const char *const *found = sv_sample_urls(a, &s, count);
  json_decref(e);
  return found;
}

#define API "{\"kind\":\"api\",\"url\":\"https://a/v1\""

static void only_answerable_operations_are_samples(void **state)
{
  (void)state;
  struct sv_arena a = SV_ARENA(0);
  size_t count;
  const char *const *found = urls(&a, API "}", NULL, document, false, &count);
  assert_int_equal(count, 2);
  assert_string_equal(found[0], "https://a/v1/open");
  assert_string_equal(found[1], "https://a/v1/or");
  assert_null(urls(&a, API "}", NULL, NULL, false, &count));
  assert_null(
      urls(&a, "{\"kind\":\"web\",\"url\":\"https://a/v1\"}", NULL, document, false, &count));
  sv_arena_free(&a);
}

static void what_the_owner_names_comes_first(void **state)
{
  (void)state;
  struct sv_arena a = SV_ARENA(0);
  size_t count;
  json_t *target = json_pack("{s:{s:[s]}}", "samples", "paths", "/mine");
  const char *const *found = urls(&a, API "}", target, document, false, &count);
  assert_int_equal(count, 1);
  assert_string_equal(found[0], "https://a/v1/mine");
  json_decref(target);
  sv_arena_free(&a);
}

static void closed_operations_are_samples_with_a_credential(void **state)
{
  (void)state;
  struct sv_arena a = SV_ARENA(0);
  size_t count;
  const char *const *found = urls(&a, API "}", NULL, document, true, &count);
  assert_int_equal(count, 3);
  assert_string_equal(found[1], "https://a/v1/closed");
  sv_arena_free(&a);
}

static void referred_parameters_are_followed_in_yaml_too(void **state)
{
  (void)state;
  static const char yaml[] = "openapi: 3.1.0\npaths:\n"
                             "  /a: {get: {parameters: [{$ref: '#/components/parameters/o'}]}}\n"
                             "  /b: {get: {parameters: [{$ref: '#/components/parameters/r'}]}}\n"
                             "  /c: {get: {parameters: [{$ref: '#/nowhere'}]}}\n"
                             "components: {parameters: {o: {name: o, in: query}, r: {name: r, in: "
                             "query, required: true}}}\n";
  struct sv_arena a = SV_ARENA(0);
  size_t count;
  const char *const *found = urls(&a, API "}", NULL, yaml, false, &count);
  assert_int_equal(count, 1);
  assert_string_equal(found[0], "https://a/v1/a");
  sv_arena_free(&a);
}

static void paths_are_put_under_the_api(void **state)
{
  (void)state;
  static const struct {
    const char *base, *path, *url;
  } cases[] = {
    { "https://a/v1", "/x", "https://a/v1/x" },
    { "https://a/v1/", "/v1/x?y", "https://a/v1/x?y" },
    { "https://a", "/x", "https://a/x" },
    { "https://a/v1", "/v10/x", "https://a/v1/v10/x" },
    { "https://a/v1?q#f", "/v1", "https://a/v1" },
    { "https://a/v1/", "x", "https://a/v1/x" },
    { "https://a/v1", "https://b/x", "https://b/x" },
  };
  struct sv_arena a = SV_ARENA(0);
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
    assert_string_equal(sv_sample_url(&a, cases[i].base, cases[i].path), cases[i].url);
  assert_null(sv_sample_url(&a, NULL, "/x"));
  sv_arena_free(&a);
}

static void note(void *closure, const char *pointer, const char *name, const json_t *member)
{
  (void)name;
  (void)member;
  char *out = closure;
  const size_t n = strlen(out);
  (void)snprintf(out + n, 500 - n, "%s;", pointer);
}

static void members_are_found_by_their_bare_name(void **state)
{
  (void)state;
  json_t *value = json_loads("{\"orgNr\":1,\"a/"
                             "b\":[{\"org_nr\":2},{\"x\":{\"ORGNR\":3,\"orgnrs\":4}}],"
                             "\"organisasjonsnummer\":5}",
                             0, NULL);
  char seen[500] = "";
  sv_sample_members(value, "orgnr organisasjonsnummer", note, seen);
  assert_string_equal(seen, "/orgNr;/a~1b/0/org_nr;/a~1b/1/x/ORGNR;/organisasjonsnummer;");
  json_decref(value);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(only_answerable_operations_are_samples),
    cmocka_unit_test(what_the_owner_names_comes_first),
    cmocka_unit_test(closed_operations_are_samples_with_a_credential),
    cmocka_unit_test(referred_parameters_are_followed_in_yaml_too),
    cmocka_unit_test(paths_are_put_under_the_api),
    cmocka_unit_test(members_are_found_by_their_bare_name),
  };
  return cmocka_run_group_tests_name("sample", tests, NULL, NULL);
}
