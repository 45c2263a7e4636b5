// SPDX-License-Identifier: Apache-2.0
/* How far a layer has come, and what each life event sees. */
#include "tests/unit/unit.h"

#include "tests/unit/sample_run.h"

#include <string.h>

#define P SV_PASSED
#define F SV_FAILED
#define I SV_INAPPLICABLE
#define U SV_UNTESTED

static const struct sv_maturity_rule rules[SV_SEAMLESS + 1] = {
  [SV_OPPORTUNISTIC] = { true, 50, 0, 0 },
  [SV_ESSENTIAL] = { true, 100, 0, 50 },
  [SV_SUSTAINABLE] = { true, 100, 50, 50 },
  [SV_SEAMLESS] = { true, 100, 100, 100 },
};

struct row {
  enum sv_level level;
  enum sv_outcome outcome;
  unsigned flags;
};

static const struct {
  const char *name;
  struct row rows[4];
  size_t count;
  enum sv_maturity_level level;
} cases[] = {
  { "nothing judged", { { SV_MUST, U, 0 } }, 1, (enum sv_maturity_level)0 },
  { "nothing applies", { { SV_MUST, I, 0 } }, 1, (enum sv_maturity_level)0 },
  { "everything met", { { SV_MUST, P, 0 }, { SV_SHOULD, P, 0 } }, 2, SV_SEAMLESS },
  { "no should at all", { { SV_MUST, P, 0 } }, 1, SV_SEAMLESS },
  { "half of should",
    { { SV_MUST, P, 0 }, { SV_SHOULD, P, 0 }, { SV_SHOULD, F, 0 } },
    3,
    SV_SUSTAINABLE },
  { "no should met", { { SV_MUST, P, 0 }, { SV_SHOULD, F, 0 } }, 2, SV_ESSENTIAL },
  { "half of must", { { SV_MUST, P, 0 }, { SV_MUST, F, 0 } }, 2, SV_OPPORTUNISTIC },
  { "less than half", { { SV_MUST, P, 0 }, { SV_MUST, F, 0 }, { SV_MUST, F, 0 } }, 3, SV_AD_HOC },
  { "a waiver does not help",
    { { SV_MUST, P, 0 }, { SV_MUST, F, SAMPLE_WAIVER } },
    2,
    SV_OPPORTUNISTIC },
  { "what could not be judged is not met",
    { { SV_MUST, P, 0 }, { SV_MUST, U, 0 } },
    2,
    SV_OPPORTUNISTIC },
  { "without a check little is shown",
    { { SV_MUST, P, 0 }, { SV_MUST, U, SAMPLE_NO_CHECK }, { SV_MUST, U, SAMPLE_NO_CHECK } },
    3,
    SV_OPPORTUNISTIC },
  { "half shown", { { SV_MUST, P, 0 }, { SV_MUST, U, SAMPLE_NO_CHECK } }, 2, SV_SUSTAINABLE },
  { "an unread source is nobody's fault",
    { { SV_MUST, P, 0 }, { SV_MUST, F, SAMPLE_UNSEEN } },
    2,
    SV_SEAMLESS },
};

static void the_highest_level_whose_rule_and_all_below_hold(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    struct sv_run run;
    sample_begin(&run, 4);
    memcpy(run.profile.maturity, rules, sizeof rules);
    for (size_t k = 0; k < cases[i].count; k++)
      sample_add(&run, SV_SEMANTIC, cases[i].rows[k].level, cases[i].rows[k].outcome,
                 cases[i].rows[k].flags);
    assert_int_equal(sv_verdict_compute(&run), SV_OK);
    for (size_t l = 0; l < run.verdict.layer_count; l++) {
      const struct sv_layer_totals *t = &run.verdict.layers[l];
      const enum sv_maturity_level wanted =
          t->layer == SV_SEMANTIC ? cases[i].level : (enum sv_maturity_level)0;
      if (t->maturity.level != wanted)
        fail_msg("%s: level %d in %s", cases[i].name, (int)t->maturity.level,
                 sv_layer_name(t->layer));
    }
    sv_run_free(&run);
  }
}

static void a_profile_without_a_rule_gives_no_level(void **state)
{
  (void)state;
  struct sv_run run;
  sample_begin(&run, 1);
  sample_add(&run, SV_LEGAL, SV_MUST, P, 0);
  assert_int_equal(sv_verdict_compute(&run), SV_OK);
  assert_int_equal(run.verdict.layers[0].maturity.level, 0);
  assert_int_equal(run.verdict.layers[0].maturity.must_met, 1);
  sv_run_free(&run);
}

static const char *const birth[] = { "fa-barn" };
static const char *const death[] = { "dodsfall-og-arv" };

/* Three requirements on two endpoints, of which one names its own event. */
static void make(struct sv_run *run)
{
  static const struct sv_endpoint_record endpoints[] = {
    { .id = "one",
      .kind = "web",
      .url = "https://a.no/",
      .life_events = death,
      .life_event_count = 1 },
    { .id = "two", .kind = "web", .url = "https://b.no/" },
  };
  sample_begin(run, 3);
  sample_add(run, SV_LEGAL, SV_MUST, P, 0);
  sample_add(run, SV_LEGAL, SV_MUST, F, 0);
  sample_add(run, SV_LEGAL, SV_MUST, P, 0);
  run->results[0].endpoint = "one";
  run->results[1].endpoint = "two";
  run->results[2].endpoint = "two";
  run->target.endpoints = endpoints;
  run->target.endpoint_count = 2;
  run->target.life_events = birth;
  run->target.life_event_count = 1;
}

static void each_life_event_sees_its_own_endpoints(void **state)
{
  (void)state;
  struct sv_run run;
  make(&run);
  assert_int_equal(sv_verdict_compute(&run), SV_OK);
  assert_int_equal(run.verdict.life_event_count, 2);
  assert_string_equal(run.verdict.life_events[0].code, "dodsfall-og-arv");
  assert_int_equal(run.verdict.life_events[0].totals.passed, 1);
  assert_int_equal(run.verdict.life_events[0].totals.failed, 0);
  assert_string_equal(run.verdict.life_events[1].code, "fa-barn");
  assert_int_equal(run.verdict.life_events[1].totals.passed, 1);
  assert_int_equal(run.verdict.life_events[1].totals.failed, 1);
  sv_run_free(&run);
}

static void a_fact_names_the_event_of_the_whole_target(void **state)
{
  (void)state;
  static struct sv_fact_record fact = { .check = "organisational.life-event.national",
                                        .subject = "https://a.no/service",
                                        .predicate = "life-event",
                                        .value = "ny-i-norge" };
  struct sv_run run;
  make(&run);
  run.target.life_event_count = 0;
  run.facts = &fact;
  run.fact_count = 1;
  assert_int_equal(sv_verdict_compute(&run), SV_OK);
  assert_int_equal(run.verdict.life_event_count, 2);
  assert_string_equal(run.verdict.life_events[1].code, "ny-i-norge");
  assert_int_equal(run.verdict.life_events[1].totals.passed, 1);
  assert_int_equal(run.verdict.life_events[1].totals.failed, 1);
  sv_run_free(&run);
}

static void what_is_counted_is_counted_again_when_read(void **state)
{
  (void)state;
  struct sv_run run;
  struct sv_run again;
  struct sv_error err = { 0 };
  struct sv_buf first = SV_BUF(1 << 20);
  struct sv_buf second = SV_BUF(1 << 20);
  make(&run);
  memcpy(run.profile.maturity, rules, sizeof rules);
  assert_int_equal(sv_verdict_compute(&run), SV_OK);
  assert_int_equal(sv_run_write(&run, &first), SV_OK);
  assert_non_null(strstr(sv_buf_text(&first), "\"level\": \"opportunistic\""));
  assert_int_equal(sv_run_read(sv_buf_text(&first), first.size, "r.json", &again, &err), SV_OK);
  assert_int_equal(sv_run_write(&again, &second), SV_OK);
  assert_string_equal(sv_buf_text(&first), sv_buf_text(&second));
  sv_run_free(&again);
  char *level = strstr(first.data, "\"level\": \"opportunistic\"");
  memcpy(level, "\"level\": \"seamless\"     ", 24);
  assert_int_equal(sv_run_read(sv_buf_text(&first), first.size, "r.json", &again, &err),
                   SV_INVALID);
  assert_non_null(strstr(err.text, "more than the requirements"));
  sv_run_free(&again);
  sv_run_free(&run);
  sv_buf_free(&first);
  sv_buf_free(&second);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(the_highest_level_whose_rule_and_all_below_hold),
    cmocka_unit_test(a_profile_without_a_rule_gives_no_level),
    cmocka_unit_test(each_life_event_sees_its_own_endpoints),
    cmocka_unit_test(a_fact_names_the_event_of_the_whole_target),
    cmocka_unit_test(what_is_counted_is_counted_again_when_read),
  };
  return cmocka_run_group_tests_name("maturity", tests, NULL, NULL);
}
