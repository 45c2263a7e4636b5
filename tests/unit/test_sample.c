// SPDX-License-Identifier: Apache-2.0
/* Sample addresses and members by name. */
#include "tests/unit/unit.h"

#include "engines/sample/sample.h"

#include <stdio.h>
#include <string.h>

static const char document[] =
  "{\"security\":[{\"k\":[]}],\"paths\":{\"/open\":{\"get\":{\"security\":[]}},\"/closed\":{\"get\":{}},"
  "\"/one/{id}\":{\"get\":{\"security\":[]}},\"/or\":{\"get\":{\"security\":[{\"k\":[]},{}]}},"
  "\"/needs\":{\"get\":{\"security\":[],\"parameters\":[{\"name\":\"q\",\"required\":true}]}},"
  "\"/post\":{\"post\":{}}}}";

static void only_answerable_operations_are_samples(void **state)
{
  (void)state;
  struct sv_arena a = SV_ARENA(0);
  json_t *openapi = json_loads(document, 0, NULL);
  size_t count;
  const char *const *paths = sv_sample_paths(&a, NULL, openapi, &count);
  assert_int_equal(count, 2);
  assert_string_equal(paths[0], "/open");
  assert_string_equal(paths[1], "/or");
  json_t *target = json_pack("{s:{s:[s]}}", "samples", "paths", "/mine");
  paths = sv_sample_paths(&a, target, openapi, &count);
  assert_int_equal(count, 1);
  assert_string_equal(paths[0], "/mine");
  assert_null(sv_sample_paths(&a, NULL, NULL, &count));
  json_decref(target);
  json_decref(openapi);
  sv_arena_free(&a);
}

static void paths_are_put_under_the_api(void **state)
{
  (void)state;
  static const struct {
    const char *base, *path, *url;
  } cases[] = {
    { "https://a/v1", "/x", "https://a/v1/x" },       { "https://a/v1/", "/v1/x?y", "https://a/v1/x?y" },
    { "https://a", "/x", "https://a/x" },             { "https://a/v1", "/v10/x", "https://a/v1/v10/x" },
    { "https://a/v1?q#f", "/v1", "https://a/v1" },    { "https://a/v1/", "x", "https://a/v1/x" },
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
  json_t *value = json_loads("{\"orgNr\":1,\"a/b\":[{\"org_nr\":2},{\"x\":{\"ORGNR\":3,\"orgnrs\":4}}],"
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
    cmocka_unit_test(paths_are_put_under_the_api),
    cmocka_unit_test(members_are_found_by_their_bare_name),
  };
  return cmocka_run_group_tests_name("sample", tests, NULL, NULL);
}
