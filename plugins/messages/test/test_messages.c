// SPDX-License-Identifier: Apache-2.0
/* The checks against documents and services on tables. */
#include "plugins/messages/test/cases.h"

#include "tests/unit/unit.h"

#include <stdlib.h>
#include <string.h>

extern const struct sv_plugin messages_LTX_samsvar_plugin;

static const struct case_table *const tables[] = { &events_cases, &messaging_cases, &participant_cases,
                                                   &sent_cases, &versions_cases };

static void the_table_is_whole(void **state)
{
  (void)state;
  sv_fake_judge_table(&messages_LTX_samsvar_plugin, "technical");
}

static void every_case_has_its_outcome_and_every_check_both(void **state)
{
  (void)state;
  struct sv_case_row *all = NULL;
  size_t count = 0;
  for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
    all = realloc(all, (count + tables[i]->count) * sizeof *all);
    assert_non_null(all);
    memcpy(all + count, tables[i]->rows, tables[i]->count * sizeof *all);
    count += tables[i]->count;
  }
  sv_cases_run(&messages_LTX_samsvar_plugin, URL, all, count);
  free(all);
}

/* What comes from the target or from a file is never a reason to pass, or to blame, unread. */
static void what_cannot_be_read_is_neither_passed_nor_failed(void **state)
{
  (void)state;
  static const char *const texts[] = { "", "{", "[]", "\xFF\xFE", "PK\x03\x04", "\x30\x80" };
  const struct sv_plugin *p = &messages_LTX_samsvar_plugin;
  for (uint32_t i = 0; i < p->check_count; i++) {
    char kind[32];
    const size_t n = strcspn(p->checks[i].kinds, " ");
    assert_true(n < sizeof kind);
    memcpy(kind, p->checks[i].kinds, n);
    kind[n] = '\0';
    for (size_t t = 0; t < sizeof texts / sizeof texts[0]; t++) {
      struct sv_fake *f = sv_fake_new(kind, URL);
      const char *id = json_string_value(json_object_get(f->ctx.sv->endpoint(&f->ctx), "id"));
      const struct sv_artifact a = {
        .name = id, .kind = kind, .url = "a.txt", .data = texts[t], .size = strlen(texts[t])
      };
      sv_fake_artifact(f, &a);
      assert_int_equal(p->open(&f->ctx), SV_PASSED);
      if (sv_fake_run(f, &p->checks[i]) == SV_PASSED)
        fail_msg("%s passed on '%s'", p->checks[i].id, texts[t]);
      p->close(&f->ctx);
      sv_fake_free(f);
    }
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_table_is_whole),
    cmocka_unit_test(every_case_has_its_outcome_and_every_check_both),
    cmocka_unit_test(what_cannot_be_read_is_neither_passed_nor_failed),
  };
  return cmocka_run_group_tests_name("messages", tests, NULL, NULL);
}
