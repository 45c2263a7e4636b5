// SPDX-License-Identifier: Apache-2.0
/* The requirement catalogue as shipped. */
#include "tests/unit/unit.h"

#include "engines/base/ascii.h"
#include "runner/catalogue.h"
#include "runner/paths.h"

#include <string.h>

static struct sv_catalogue catalogue;

static int open_catalogue(void **state)
{
  (void)state;
  struct sv_error err = { 0 };
  if (sv_catalogue_read(sv_path_data(), &catalogue, &err) == SV_OK)
    return 0;
  print_error("%s:%zu:%zu: %s\n", err.file, err.line, err.column, err.text);
  return -1;
}

static int close_catalogue(void **state)
{
  (void)state;
  sv_catalogue_free(&catalogue);
  return 0;
}

static void all_requirements_are_there(void **state)
{
  (void)state;
  static const size_t wanted[] = {
    [SV_LEGAL] = 53, [SV_ORGANISATIONAL] = 56, [SV_SEMANTIC] = 150, [SV_TECHNICAL] = 383
  };
  size_t found[SV_CROSS_LAYER + 1] = { 0 };
  size_t unseen = 0;
  for (size_t i = 0; i < catalogue.count; i++) {
    found[catalogue.items[i].layer]++;
    unseen += !catalogue.items[i].seen;
  }
  for (size_t i = SV_LEGAL; i <= SV_TECHNICAL; i++)
    assert_int_equal(found[i], wanted[i]);
  assert_int_equal(catalogue.count, 642);
  assert_int_equal(unseen, 35);
}

static void requirements_are_sorted_and_found_by_id(void **state)
{
  (void)state;
  for (size_t i = 0; i < catalogue.count; i++) {
    if (i > 0)
      assert_true(strcmp(catalogue.items[i - 1].id, catalogue.items[i].id) < 0);
    assert_ptr_equal(sv_catalogue_find(&catalogue, catalogue.items[i].id), &catalogue.items[i]);
  }
  assert_null(sv_catalogue_find(&catalogue, "TEC-TRA-99"));
}

static void a_requirement_has_all_its_parts(void **state)
{
  (void)state;
  const struct sv_requirement *r = sv_catalogue_find(&catalogue, "TEC-TRA-01");
  assert_non_null(r);
  assert_int_equal(r->level, SV_MUST);
  assert_int_equal(r->layer, SV_TECHNICAL);
  assert_string_equal(r->family, "transport");
  assert_string_equal(r->title.nn, "Tenesta er tilgjengeleg over HTTPS");
  assert_string_equal(r->norm.clause, "§ 11");
  assert_true(r->seen && r->safe);
  assert_int_equal(r->role_count, 1);
  assert_string_equal(r->roles[0], "provider");
  assert_int_equal(r->capability_count, 3);
  assert_string_equal(r->capabilities[2], "CAP-ARK");
}

/* Words that are only bokmål: a nynorsk text that has one was not written in nynorsk. */
static void expect_nynorsk(const char *id, const char *text)
{
  static const char *const foreign[] = { "ikke",    "tjeneste", "tjenesten", "hjemmel",  "hvem",
                                         "hvordan", "brukes",   "lenker",    "navn",     "fra",
                                         "være",    "noe",      "ligger",    "finnes",   "avvises",
                                         "støttes", "begrep",   "begrepet",  "hendelse", "hver",
                                         "bare" };
  for (size_t w = 0; w < sizeof foreign / sizeof foreign[0]; w++) {
    const size_t size = strlen(foreign[w]);
    for (const char *at = strstr(text, foreign[w]); at; at = strstr(at + 1, foreign[w])) {
      const bool begins = at == text || at[-1] == ' ';
      const bool ends = at[size] == '\0' || at[size] == ' ' || at[size] == ',' || at[size] == '.';
      if (begins && ends)
        fail_msg("%s: %s", id, text);
    }
  }
}

static void nynorsk_texts_are_nynorsk(void **state)
{
  (void)state;
  for (size_t i = 0; i < catalogue.count; i++) {
    expect_nynorsk(catalogue.items[i].id, catalogue.items[i].title.nn);
    expect_nynorsk(catalogue.items[i].id, catalogue.items[i].statement.nn);
    if (catalogue.items[i].manual.nn)
      expect_nynorsk(catalogue.items[i].id, catalogue.items[i].manual.nn);
  }
}

static void texts_are_clean(void **state)
{
  (void)state;
  for (size_t i = 0; i < catalogue.count; i++) {
    const struct sv_requirement *r = &catalogue.items[i];
    const char *const texts[] = { r->title.nb, r->title.nn,  r->title.en,  r->statement.en, r->rule,
                                  r->source,   r->manual.nb, r->manual.nn, r->manual.en };
    for (size_t t = 0; t < sizeof texts / sizeof texts[0]; t++) {
      if (t >= 6 && !r->manual.en)
        continue;
      assert_non_null(texts[t]);
      assert_null(strchr(texts[t], '\n'));
      assert_null(strstr(texts[t], "  "));
      assert_false(sv_is_space((unsigned char)texts[t][0]));
    }
    assert_true(r->role_count > 0);
    assert_true(r->capability_count > 0);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(all_requirements_are_there),
    cmocka_unit_test(requirements_are_sorted_and_found_by_id),
    cmocka_unit_test(a_requirement_has_all_its_parts),
    cmocka_unit_test(nynorsk_texts_are_nynorsk),
    cmocka_unit_test(texts_are_clean),
  };
  return cmocka_run_group_tests_name("catalogue", tests, open_catalogue, close_catalogue);
}
