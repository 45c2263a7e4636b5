// SPDX-License-Identifier: Apache-2.0
/* The shipped profiles, and what resolving does. */
#include "tests/unit/unit.h"

#include "runner/paths.h"
#include "runner/profile.h"
#include "runner/selector.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct sv_catalogue catalogue;
static struct sv_arena names_arena;
static const char *const *names;
static char folder[64];

static int open_all(void **state)
{
  (void)state;
  (void)snprintf(folder, sizeof folder, "/tmp/samsvar-profile-XXXXXX");
  struct sv_error err = { 0 };
  if (!mkdtemp(folder) || sv_catalogue_read(sv_path_data(), &catalogue, &err) != SV_OK)
    return -1;
  names = sv_profile_names(sv_path_data(), &names_arena);
  return 0;
}

static int close_all(void **state)
{
  (void)state;
  sv_catalogue_free(&catalogue);
  sv_arena_free(&names_arena);
  return rmdir(folder);
}

/* Resolves the profile written as TEXT, a file in the scratch folder. */
static enum sv_status resolve(const char *text, struct sv_profile *p, struct sv_error *err)
{
  char path[96];
  (void)snprintf(path, sizeof path, "%s/p.json", folder);
  FILE *f = fopen(path, "w");
  assert_non_null(f);
  assert_true(fputs(text, f) >= 0);
  assert_int_equal(fclose(f), 0);
  *err = (struct sv_error){ 0 };
  const enum sv_status status = sv_profile_read(sv_path_data(), path, &catalogue, p, err);
  assert_int_equal(unlink(path), 0);
  return status;
}

#define HEAD "{\"id\":\"p\",\"version\":\"1.0.0\",\"title\":{\"en\":\"P\"},"

static void every_shipped_profile_reads(void **state)
{
  (void)state;
  size_t count = 0;
  for (; names[count]; count++) {
    struct sv_profile p;
    struct sv_error err = { 0 };
    if (sv_profile_read(sv_path_data(), names[count], &catalogue, &p, &err) != SV_OK)
      fail_msg("%s:%zu:%zu: %s", err.file, err.line, err.column, err.text);
    assert_string_equal(p.id, names[count]);
    assert_true(p.count > 50);
    assert_int_equal(p.tailoring_count, 0);
    assert_int_equal(strlen(p.sha256), 64);
    assert_true(p.title.nb && p.title.nn && p.title.en);
    assert_true(p.description.nb && p.description.nn && p.description.en);
    assert_true(p.role_count > 0 && p.capability_count > 0);
    assert_true(p.gate.fail_on == SV_MUST && p.gate.min_shown > 0 && p.validity_days == 90);
    sv_profile_free(&p);
  }
  assert_true(count >= 6);
}

static void every_requirement_is_in_a_profile_of_its_own_kind(void **state)
{
  (void)state;
  bool *found = calloc(catalogue.count, sizeof *found);
  assert_non_null(found);
  for (size_t n = 0; names[n]; n++) {
    if (strcmp(names[n], "complete") == 0)
      continue;
    struct sv_profile p;
    struct sv_error err = { 0 };
    assert_int_equal(sv_profile_read(sv_path_data(), names[n], &catalogue, &p, &err), SV_OK);
    for (size_t i = 0; i < p.count; i++)
      found[p.items[i].requirement - catalogue.items] = true;
    sv_profile_free(&p);
  }
  for (size_t i = 0; i < catalogue.count; i++)
    if (!found[i])
      fail_msg("%s is in no profile", catalogue.items[i].id);
  free(found);
}

/* A profile for one role asks nothing that only another role can answer. */
static void requirements_fit_the_roles_of_their_profile(void **state)
{
  (void)state;
  for (size_t n = 0; names[n]; n++) {
    struct sv_profile p;
    struct sv_error err = { 0 };
    assert_int_equal(sv_profile_read(sv_path_data(), names[n], &catalogue, &p, &err), SV_OK);
    struct sv_profile base;
    assert_int_equal(sv_profile_read(sv_path_data(), "base", &catalogue, &base, &err), SV_OK);
    for (size_t i = 0; i < p.count; i++) {
      const struct sv_requirement *r = p.items[i].requirement;
      bool fits = sv_profile_find(&base, r->id);
      for (size_t a = 0; a < p.role_count; a++)
        for (size_t b = 0; b < r->role_count; b++)
          fits |= strcmp(p.roles[a], r->roles[b]) == 0;
      if (!fits)
        fail_msg("%s does not fit %s", r->id, p.id);
    }
    sv_profile_free(&base);
    sv_profile_free(&p);
  }
}

static void profiles_differ_in_substance(void **state)
{
  (void)state;
  struct sv_profile a;
  struct sv_profile b;
  struct sv_error err = { 0 };
  assert_int_equal(sv_profile_read(sv_path_data(), "open-data-provider", &catalogue, &a, &err),
                   SV_OK);
  assert_int_equal(sv_profile_read(sv_path_data(), "protected-api-provider", &catalogue, &b, &err),
                   SV_OK);
  assert_null(sv_profile_find(&a, "TEC-AUT-01"));
  assert_non_null(sv_profile_find(&b, "TEC-AUT-01"));
  assert_non_null(sv_profile_find(&a, "LEG-001"));
  assert_int_equal(sv_profile_find(&a, "LEG-001")->level, SV_MUST);
  assert_null(sv_profile_find(&b, "LEG-001"));
  assert_non_null(sv_profile_find(&b, "TEC-DES-41"));
  assert_true(json_is_true(json_object_get(b.parameters, "maskinporten")));
  assert_true(json_is_false(json_object_get(b.parameters, "closed_service")));
  sv_profile_free(&a);
  sv_profile_free(&b);
}

static void selectors_choose(void **state)
{
  (void)state;
  static const struct {
    const char *word;
    size_t count;
  } cases[] = {
    { "TEC-TRA-01", 1 },
    { "TEC-TRA-*", 28 },
    { "technical/transport", 28 },
    { "legal", 53 },
    { "LEG-001..LEG-010", 10 },
    { "LEG-00*", 9 },
    { "TEC-TRA-0", 0 },
    { "technical/", 0 },
    { "technical/transpor", 0 },
    { "*", 0 },
    { "LEG-010..LEG-001", 0 },
    { "LEG-001..ORG-010", 0 },
    { "LEG-001..LEG-1", 0 },
    { "..", 0 },
    { "LEG-001..", 0 },
    { "legal/transport", 0 },
    { "TEC-TRA-01..TEC-TRA-28", 28 },
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
    if (sv_selector_count(cases[i].word, &catalogue) != cases[i].count)
      fail_msg("%s chose %zu", cases[i].word, sv_selector_count(cases[i].word, &catalogue));
  assert_true(sv_selector_is_check("technical.http.problem-json"));
  assert_false(sv_selector_is_check("technical.http"));
  assert_false(sv_selector_is_check("a..b"));
  assert_false(sv_selector_is_check("LEG-001..LEG-010"));
}

static void the_digest_is_of_the_content(void **state)
{
  (void)state;
  struct sv_profile a;
  struct sv_profile b;
  struct sv_error err;
  assert_int_equal(resolve(HEAD "\"select\":[\"LEG-001\",\"LEG-002\"]}", &a, &err), SV_OK);
  assert_int_equal(resolve("{ \"select\" : "
                           "[\"LEG-00*\"],\"deselect\":[\"LEG-003..LEG-009\"],\"version\":\"1.0."
                           "0\","
                           "\"title\":{\"en\":\"P\"},\n\"id\":\"p\"}",
                           &b, &err),
                   SV_OK);
  assert_string_equal(a.sha256, b.sha256);
  sv_profile_free(&b);
  assert_int_equal(resolve(HEAD "\"select\":[\"LEG-001\"]}", &b, &err), SV_OK);
  assert_string_not_equal(a.sha256, b.sha256);
  sv_profile_free(&a);
  sv_profile_free(&b);
}

static void lowering_needs_a_reason_and_is_kept(void **state)
{
  (void)state;
  struct sv_profile p;
  struct sv_error err;
  assert_int_equal(
      resolve(HEAD "\"select\":[\"TEC-TRA-01\"],\"levels\":{\"TEC-TRA-01\":\"should\"}}", &p, &err),
      SV_INVALID);
  assert_non_null(strstr(err.text, "TEC-TRA-01"));
  assert_int_equal(err.line, 1);
  assert_true(err.column > 1);
  sv_profile_free(&p);
  assert_int_equal(resolve(HEAD "\"select\":[\"TEC-TRA-01\"],\"levels\":{\"TEC-TRA-01\":{\"level\":"
                                "\"should\","
                                "\"reason\":\"closed network\"}}}",
                           &p, &err),
                   SV_OK);
  assert_int_equal(p.tailoring_count, 1);
  assert_non_null(strstr(p.tailoring[0], "closed network"));
  assert_int_equal(p.items[0].level, SV_SHOULD);
  sv_profile_free(&p);
}

static void a_child_adds_and_takes_away(void **state)
{
  (void)state;
  struct sv_profile p;
  struct sv_profile base;
  struct sv_error err;
  assert_int_equal(resolve(HEAD "\"extends\":\"base\",\"select\":[\"LEG-001\",\"x.y.z\"],"
                                "\"deselect\":[\"technical/"
                                "dns\"],\"parameters\":{\"n\":[1,{\"a\":null}]},"
                                "\"gate\":{\"failOn\":\"should\"},\"validity\":{\"days\":30}}",
                           &p, &err),
                   SV_OK);
  assert_int_equal(sv_profile_read(sv_path_data(), "base", &catalogue, &base, &err), SV_OK);
  assert_int_equal(p.count, base.count + 1 - 7);
  assert_null(sv_profile_find(&p, "TEC-DNS-01"));
  assert_int_equal(p.check_count, 1);
  assert_string_equal(p.checks[0], "x.y.z");
  assert_int_equal(p.gate.fail_on, SV_SHOULD);
  assert_int_equal(p.gate.min_shown, base.gate.min_shown);
  assert_int_equal(p.validity_days, 30);
  assert_int_equal(json_array_size(json_object_get(p.parameters, "n")), 2);
  assert_non_null(json_object_get(p.parameters, "closed_service"));
  sv_profile_free(&p);
  sv_profile_free(&base);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_shipped_profile_reads),
    cmocka_unit_test(every_requirement_is_in_a_profile_of_its_own_kind),
    cmocka_unit_test(requirements_fit_the_roles_of_their_profile),
    cmocka_unit_test(profiles_differ_in_substance),
    cmocka_unit_test(selectors_choose),
    cmocka_unit_test(the_digest_is_of_the_content),
    cmocka_unit_test(lowering_needs_a_reason_and_is_kept),
    cmocka_unit_test(a_child_adds_and_takes_away),
  };
  return cmocka_run_group_tests_name("profile", tests, open_all, close_all);
}
