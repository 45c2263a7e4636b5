// SPDX-License-Identifier: Apache-2.0
/* A run held against an earlier one: what is new, what gates, and what makes no difference. */
#include "tests/unit/unit.h"

#include "tests/unit/sample_run.h"

#include <stdlib.h>
#include <string.h>

enum { NONE = 0, WAIVED = 10, EXPIRED = 11 }; /* beside the outcomes */

static void add(struct sv_run *run, enum sv_level level, int outcome)
{
  if (outcome == WAIVED || outcome == EXPIRED)
    sample_add(run, SV_TECHNICAL, level, SV_FAILED,
               outcome == WAIVED ? SAMPLE_WAIVER : SAMPLE_EXPIRED);
  else
    sample_add(run, SV_TECHNICAL, level, (enum sv_outcome)outcome, 0);
}

/* A run of one requirement; with OUTCOME NONE of another one. */
static void make(struct sv_run *run, enum sv_level level, int outcome)
{
  sample_begin(run, 3);
  sample_exchange(run, 1, "units");
  if (outcome == NONE)
    sample_add(run, SV_LEGAL, SV_MAY, SV_PASSED, 0);
  else
    add(run, level, outcome);
  run->profile.gate = (struct sv_gate){ .fail_on = SV_MUST, .fail_on_new = true };
  assert_int_equal(sv_verdict_compute(run), SV_OK);
}

static void every_pair_of_outcomes_has_its_change(void **state)
{
  (void)state;
  static const struct {
    int was, now;
    enum sv_change change;
    bool gates; /* of a must */
  } rows[] = {
    { SV_PASSED, SV_PASSED, SV_CHANGE_SAME, false },
    { SV_PASSED, SV_FAILED, SV_CHANGE_NEW, true },
    { SV_INAPPLICABLE, SV_FAILED, SV_CHANGE_NEW, true },
    { SV_CANT_TELL, SV_FAILED, SV_CHANGE_NEW, true },
    { SV_UNTESTED, SV_FAILED, SV_CHANGE_NEW, true },
    { WAIVED, SV_FAILED, SV_CHANGE_NEW, true },
    { WAIVED, EXPIRED, SV_CHANGE_NEW, true },
    { NONE, SV_FAILED, SV_CHANGE_NEW, true },
    { SV_FAILED, SV_FAILED, SV_CHANGE_STILL, false },
    { EXPIRED, EXPIRED, SV_CHANGE_STILL, false },
    { SV_FAILED, SV_PASSED, SV_CHANGE_FIXED, false },
    { SV_FAILED, SV_INAPPLICABLE, SV_CHANGE_FIXED, false },
    { SV_FAILED, WAIVED, SV_CHANGE_CHANGED, false },
    { SV_FAILED, SV_CANT_TELL, SV_CHANGE_CHANGED, true },
    { SV_FAILED, SV_UNTESTED, SV_CHANGE_CHANGED, true },
    { SV_FAILED, NONE, SV_CHANGE_CHANGED, false },
    { SV_CANT_TELL, SV_CANT_TELL, SV_CHANGE_SAME, true },
    { SV_UNTESTED, SV_UNTESTED, SV_CHANGE_SAME, true },
    { SV_PASSED, SV_CANT_TELL, SV_CHANGE_CHANGED, true },
    { SV_PASSED, SV_INAPPLICABLE, SV_CHANGE_CHANGED, false },
    { NONE, SV_PASSED, SV_CHANGE_SAME, false },
    { SV_PASSED, NONE, SV_CHANGE_SAME, false },
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    struct sv_run before;
    struct sv_run run;
    make(&before, SV_MUST, rows[i].was);
    make(&run, SV_MUST, rows[i].now);
    assert_int_equal(sv_diff_make(&run, &before, NULL), SV_OK);
    const struct sv_diff_row *row = sv_diff_find(run.diff, "TEC-001");
    const enum sv_change change = row ? row->change : SV_CHANGE_SAME;
    if (change != rows[i].change)
      fail_msg("row %zu: %s, not %s", i, sv_change_name(change), sv_change_name(rows[i].change));
    if (rows[i].now != NONE && sv_requirement_gates(&run, &run.requirements[0]) != rows[i].gates)
      fail_msg("row %zu gates wrongly", i);
    sv_run_free(&before);
    sv_run_free(&run);
  }
}

/* The exit code of a run of two requirements with --fail-on new. */
static int code_of(int was, int now, int company)
{
  struct sv_run before;
  struct sv_run run;
  make(&before, SV_MUST, was);
  sample_begin(&run, 3);
  add(&run, SV_MUST, now);
  add(&run, SV_MUST, company);
  run.profile.gate = (struct sv_gate){ .fail_on = SV_MUST, .fail_on_new = true };
  assert_int_equal(sv_verdict_compute(&run), SV_OK);
  assert_int_equal(sv_diff_make(&run, &before, NULL), SV_OK);
  const int code = run.verdict.exit_code;
  /* What is not met is not met, whatever gates. */
  assert_int_equal(run.verdict.value == SV_DOES_NOT_CONFORM, now == SV_FAILED);
  sv_run_free(&before);
  sv_run_free(&run);
  return code;
}

static void only_what_is_new_gives_1_and_what_is_not_shown_stays_3(void **state)
{
  (void)state;
  assert_int_equal(code_of(SV_PASSED, SV_FAILED, SV_PASSED), 1);
  assert_int_equal(code_of(SV_FAILED, SV_FAILED, SV_PASSED), 0);
  assert_int_equal(code_of(SV_FAILED, SV_PASSED, SV_PASSED), 0);
  assert_int_equal(code_of(SV_FAILED, SV_FAILED, SV_CANT_TELL), 3);
  assert_int_equal(code_of(SV_CANT_TELL, SV_CANT_TELL, SV_PASSED), 3);
  assert_int_equal(code_of(SV_FAILED, SV_UNTESTED, SV_PASSED), 3);
  assert_int_equal(code_of(SV_PASSED, SV_FAILED, SV_CANT_TELL), 1);
}

static struct sv_finding_record *finding(struct sv_run *run)
{
  return (struct sv_finding_record *)(uintptr_t)run->results[0].findings;
}

/* The change of a failure whose finding is altered by CHANGE. */
static enum sv_change after(void (*change)(struct sv_run *run))
{
  struct sv_run before;
  struct sv_run run;
  make(&before, SV_MUST, SV_FAILED);
  make(&run, SV_MUST, SV_FAILED);
  change(&run);
  assert_int_equal(sv_diff_make(&run, &before, NULL), SV_OK);
  const enum sv_change is = sv_diff_find(run.diff, "TEC-001")->change;
  sv_run_free(&before);
  sv_run_free(&run);
  return is;
}

static void move(struct sv_run *run)
{
  finding(run)->where.line = 4711;
  finding(run)->where.column = 99;
  finding(run)->where.json_pointer = "/items/17/id";
  finding(run)->where.url = "https://api.example.test/v1/other";
  finding(run)->where.text = "in other words";
  finding(run)->exchange = 0;
  finding(run)->actual = "another value";
  finding(run)->text = "another sentence";
  finding(run)->evidence_count = 0;
  run->results[0].duration_ms = 9999;
  run->started = "2026-12-01T00:00:00.000Z";
}

static void change_member(struct sv_run *run)
{
  finding(run)->where.json_pointer = "/items/3/name";
}

static void change_endpoint(struct sv_run *run)
{
  run->results[0].endpoint = "katalog";
}

static void change_header(struct sv_run *run)
{
  finding(run)->where.header = "Accept";
}

static void one_more(struct sv_run *run)
{
  sample_find(run, "text/html");
  finding(run)[1].where.operation = "GET /v1/other";
}

static void the_same_twice(struct sv_run *run)
{
  sample_find(run, "text/html");
}

static void lines_numbers_and_times_make_no_difference(void **state)
{
  (void)state;
  assert_int_equal(after(move), SV_CHANGE_STILL);
  assert_int_equal(after(the_same_twice), SV_CHANGE_STILL);
  assert_int_equal(after(change_member), SV_CHANGE_CHANGED);
  assert_int_equal(after(change_endpoint), SV_CHANGE_CHANGED);
  assert_int_equal(after(change_header), SV_CHANGE_CHANGED);
  assert_int_equal(after(one_more), SV_CHANGE_CHANGED);
}

static void a_failure_in_a_further_place_is_new(void **state)
{
  (void)state;
  struct sv_run before;
  struct sv_run run;
  make(&before, SV_MUST, SV_FAILED);
  make(&run, SV_MUST, SV_FAILED);
  one_more(&run);
  assert_int_equal(sv_diff_make(&run, &before, NULL), SV_OK);
  const struct sv_diff_row *row = sv_diff_find(run.diff, "TEC-001");
  assert_int_equal(row->fresh_count, 1);
  assert_int_equal(row->gone_count, 0);
  assert_true(sv_diff_is_new(row));
  assert_true(sv_diff_is_fresh(row, row->fresh[0]));
  assert_false(sv_diff_is_fresh(row, "00000000000000000000000000000000"));
  assert_int_equal(run.verdict.exit_code, 1);
  sv_run_free(&run);
  /* And the other way round something is gone, which is nothing new. */
  make(&run, SV_MUST, SV_FAILED);
  one_more(&before);
  assert_int_equal(sv_diff_make(&run, &before, NULL), SV_OK);
  row = sv_diff_find(run.diff, "TEC-001");
  assert_int_equal(row->change, SV_CHANGE_CHANGED);
  assert_false(sv_diff_is_new(row));
  assert_int_equal(run.verdict.exit_code, 0);
  sv_run_free(&before);
  sv_run_free(&run);
}

static void order_makes_no_difference(void **state)
{
  (void)state;
  struct sv_run before;
  struct sv_run run;
  sample_full(&before);
  sample_full(&run);
  for (size_t i = 0; i < run.requirement_count / 2; i++) {
    const struct sv_requirement_result q = before.requirements[i];
    before.requirements[i] = before.requirements[before.requirement_count - 1 - i];
    before.requirements[before.requirement_count - 1 - i] = q;
  }
  for (size_t i = 0; i < before.result_count / 2; i++) {
    const struct sv_result r = before.results[i];
    before.results[i] = before.results[before.result_count - 1 - i];
    before.results[before.result_count - 1 - i] = r;
  }
  assert_int_equal(sv_diff_make(&run, &before, NULL), SV_OK);
  assert_int_equal(run.diff->counts[SV_CHANGE_NEW], 0);
  assert_int_equal(run.diff->counts[SV_CHANGE_CHANGED], 0);
  assert_int_equal(run.diff->counts[SV_CHANGE_FIXED], 0);
  assert_true(run.diff->counts[SV_CHANGE_STILL] > 5);
  sv_run_free(&before);
  sv_run_free(&run);
}

static void another_port_makes_no_difference(void **state)
{
  (void)state;
  static const struct sv_endpoint_record moved[] = { { "api", "api", "http://127.0.0.1:8080/v1" } };
  struct sv_run runs[2];
  for (size_t i = 0; i < 2; i++) {
    make(&runs[i], SV_MUST, SV_FAILED);
    finding(&runs[i])->where.focus_node =
        i ? "http://127.0.0.1:8080/data/1" : "https://api.example.test/data/1";
  }
  runs[1].target.endpoints = moved;
  runs[1].target.endpoint_count = 1;
  assert_int_equal(sv_diff_make(&runs[1], &runs[0], NULL), SV_OK);
  assert_int_equal(sv_diff_find(runs[1].diff, "TEC-001")->change, SV_CHANGE_STILL);
  /* A node of somebody else's is that node. */
  finding(&runs[1])->where.focus_node = "http://127.0.0.1:8081/data/1";
  assert_int_equal(sv_diff_make(&runs[1], &runs[0], NULL), SV_OK);
  assert_int_equal(sv_diff_find(runs[1].diff, "TEC-001")->change, SV_CHANGE_CHANGED);
  sv_run_free(&runs[0]);
  sv_run_free(&runs[1]);
}

static void what_has_been_so_for_long_keeps_its_first_day(void **state)
{
  (void)state;
  struct sv_run runs[3];
  static const char *const starts[] = { "2026-11-01T00:00:00.000Z", "2026-11-08T00:00:00.000Z",
                                        "2026-11-15T00:00:00.000Z" };
  for (size_t i = 0; i < 3; i++) {
    make(&runs[i], SV_MUST, SV_FAILED);
    runs[i].started = starts[i];
    if (i)
      assert_int_equal(sv_diff_make(&runs[i], &runs[i - 1], NULL), SV_OK);
  }
  assert_string_equal(sv_diff_find(runs[2].diff, "TEC-001")->since, starts[0]);
  for (size_t i = 0; i < 3; i++)
    sv_run_free(&runs[i]);
}

static void a_file_keeps_the_comparison(void **state)
{
  (void)state;
  struct sv_run before;
  struct sv_run run;
  struct sv_run back;
  struct sv_error err = { .line = 0 };
  struct sv_buf texts[2] = { SV_BUF((size_t)1 << 24), SV_BUF((size_t)1 << 24) };
  make(&before, SV_MUST, SV_FAILED);
  make(&run, SV_MUST, SV_FAILED);
  one_more(&run);
  run.profile.sha256 = before.profile.sha256;
  assert_int_equal(sv_diff_make(&run, &before, before.profile.sha256), SV_OK);
  assert_int_equal(sv_run_write(&run, &texts[0]), SV_OK);
  if (sv_run_read(texts[0].data, texts[0].size, "r.json", &back, &err) != SV_OK)
    fail_msg("%zu: %s", err.line, err.text);
  assert_int_equal(sv_run_write(&back, &texts[1]), SV_OK);
  assert_string_equal(texts[0].data, texts[1].data);
  assert_true(sv_requirement_gates(&back, &back.requirements[0]));
  sv_buf_free(&texts[0]);
  sv_buf_free(&texts[1]);
  sv_run_free(&back);
  sv_run_free(&before);
  sv_run_free(&run);
}

/* Without the comparison, what --fail-on new let pass does gate: the file says too much. */
static void an_exit_code_without_its_reason_is_damage(void **state)
{
  (void)state;
  struct sv_run run;
  struct sv_run back;
  struct sv_error err = { .line = 0 };
  struct sv_buf text = SV_BUF((size_t)1 << 24);
  make(&run, SV_MUST, SV_FAILED);
  run.verdict.exit_code = 0;
  assert_int_equal(sv_run_write(&run, &text), SV_OK);
  assert_int_equal(sv_run_read(text.data, text.size, "r.json", &back, &err), SV_INVALID);
  assert_non_null(strstr(err.text, "exit code"));
  sv_buf_free(&text);
  sv_run_free(&back);
  sv_run_free(&run);
}

static void another_target_or_profile_is_no_baseline(void **state)
{
  (void)state;
  struct sv_run run;
  struct sv_error err = { .line = 0 };
  make(&run, SV_MUST, SV_PASSED);
  assert_int_equal(sv_diff_check(&run, "api-provider", "enhetsoppslag", &err), SV_OK);
  assert_int_equal(sv_diff_check(&run, "api-provider", "other", &err), SV_INVALID);
  assert_non_null(strstr(err.text, "enhetsoppslag"));
  err.text[0] = '\0';
  assert_int_equal(sv_diff_check(&run, "base", "enhetsoppslag", &err), SV_INVALID);
  assert_non_null(strstr(err.text, "api-provider"));
  sv_run_free(&run);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_pair_of_outcomes_has_its_change),
    cmocka_unit_test(only_what_is_new_gives_1_and_what_is_not_shown_stays_3),
    cmocka_unit_test(lines_numbers_and_times_make_no_difference),
    cmocka_unit_test(a_failure_in_a_further_place_is_new),
    cmocka_unit_test(order_makes_no_difference),
    cmocka_unit_test(another_port_makes_no_difference),
    cmocka_unit_test(what_has_been_so_for_long_keeps_its_first_day),
    cmocka_unit_test(a_file_keeps_the_comparison),
    cmocka_unit_test(an_exit_code_without_its_reason_is_damage),
    cmocka_unit_test(another_target_or_profile_is_no_baseline),
  };
  return cmocka_run_group_tests_name("diff", tests, NULL, NULL);
}
