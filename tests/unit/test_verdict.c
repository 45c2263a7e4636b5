// SPDX-License-Identifier: Apache-2.0
/* From results to verdict and exit code: contract sections 1 and 2. */
#include "tests/unit/unit.h"

#include "tests/unit/sample_run.h"

#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

struct row {
  enum sv_level level;
  enum sv_outcome outcome;
  unsigned flags;
};

#define P SV_PASSED
#define F SV_FAILED
#define I SV_INAPPLICABLE
#define C SV_CANT_TELL
#define U SV_UNTESTED

/* Two rows, the gate, and what must come of it. */
static const struct {
  const char *name;
  struct row rows[3];
  size_t count;
  struct sv_gate gate;
  enum sv_verdict_value value;
  int exit_code;
  uint32_t judged, applicable;
} cases[] = {
  { "no requirement", { { SV_MUST, P, 0 } }, 0, { SV_MUST, 0, false }, SV_NOT_SHOWN, 3, 0, 0 },
  { "only inapplicable",
    { { SV_MUST, I, 0 }, { SV_MUST, I, 0 } },
    2,
    { SV_MUST, 0, false },
    SV_NOT_SHOWN,
    3,
    0,
    0 },
  { "only without check",
    { { SV_MUST, P, SAMPLE_NO_CHECK } },
    1,
    { SV_MUST, 0, false },
    SV_NOT_SHOWN,
    3,
    0,
    0 },
  { "passed but unseen",
    { { SV_MUST, P, SAMPLE_UNSEEN } },
    1,
    { SV_MUST, 0, false },
    SV_NOT_SHOWN,
    3,
    0,
    0 },
  { "failed but unseen",
    { { SV_MUST, F, SAMPLE_UNSEEN }, { SV_MUST, P, 0 } },
    2,
    { SV_MUST, 0, false },
    SV_CONFORMS,
    0,
    1,
    1 },
  { "passed", { { SV_MUST, P, 0 } }, 1, { SV_MUST, 100, false }, SV_CONFORMS, 0, 1, 1 },
  { "failed must",
    { { SV_MUST, F, 0 }, { SV_MUST, P, 0 } },
    2,
    { SV_MUST, 0, false },
    SV_DOES_NOT_CONFORM,
    1,
    2,
    2 },
  { "failed should",
    { { SV_SHOULD, F, 0 }, { SV_MUST, P, 0 } },
    2,
    { SV_MUST, 100, false },
    SV_CONFORMS,
    0,
    2,
    2 },
  { "failed should gates",
    { { SV_SHOULD, F, 0 }, { SV_MUST, P, 0 } },
    2,
    { SV_SHOULD, 0, false },
    SV_DOES_NOT_CONFORM,
    1,
    2,
    2 },
  { "failed may never gates",
    { { SV_MAY, F, 0 }, { SV_MUST, P, 0 } },
    2,
    { SV_SHOULD, 0, false },
    SV_CONFORMS,
    0,
    2,
    2 },
  { "waived must",
    { { SV_MUST, F, SAMPLE_WAIVER }, { SV_MUST, P, 0 } },
    2,
    { SV_MUST, 100, false },
    SV_CONFORMS_WITH_WAIVERS,
    0,
    2,
    2 },
  { "expired waiver",
    { { SV_MUST, F, SAMPLE_EXPIRED }, { SV_MUST, P, 0 } },
    2,
    { SV_MUST, 0, false },
    SV_DOES_NOT_CONFORM,
    1,
    2,
    2 },
  { "expired waiver of a should",
    { { SV_SHOULD, F, SAMPLE_EXPIRED }, { SV_MUST, P, 0 } },
    2,
    { SV_MUST, 0, false },
    SV_CONFORMS,
    0,
    2,
    2 },
  { "expired waiver gates",
    { { SV_MAY, F, SAMPLE_EXPIRED }, { SV_MUST, P, 0 } },
    2,
    { SV_MUST, 0, true },
    SV_DOES_NOT_CONFORM,
    1,
    2,
    2 },
  { "unused waiver",
    { { SV_MUST, P, SAMPLE_WAIVER } },
    1,
    { SV_MUST, 0, false },
    SV_CONFORMS,
    0,
    1,
    1 },
  { "waiver does not judge",
    { { SV_MUST, C, SAMPLE_WAIVER }, { SV_MUST, P, 0 } },
    2,
    { SV_MUST, 0, false },
    SV_NOT_SHOWN,
    3,
    1,
    2 },
  { "must cannot tell",
    { { SV_MUST, C, 0 }, { SV_MUST, P, 0 } },
    2,
    { SV_MUST, 0, false },
    SV_NOT_SHOWN,
    3,
    1,
    2 },
  { "must untested",
    { { SV_MUST, U, 0 }, { SV_MUST, P, 0 } },
    2,
    { SV_MUST, 0, false },
    SV_NOT_SHOWN,
    3,
    1,
    2 },
  { "must never run",
    { { SV_MUST, P, SAMPLE_NO_RESULT }, { SV_MUST, P, 0 } },
    2,
    { SV_MUST, 0, false },
    SV_NOT_SHOWN,
    3,
    1,
    2 },
  { "manual without answer",
    { { SV_MUST, U, SAMPLE_MANUAL | SAMPLE_NO_CHECK }, { SV_MUST, P, 0 } },
    2,
    { SV_MUST, 0, false },
    SV_CONFORMS,
    0,
    1,
    1 },
  { "manual without the answer that the profile asks for",
    { { SV_MUST, U, SAMPLE_MANUAL | SAMPLE_NO_CHECK }, { SV_MUST, P, 0 } },
    2,
    { .fail_on = SV_MUST, .require_manual = true },
    SV_NOT_SHOWN,
    3,
    1,
    2 },
  { "manual answered with no",
    { { SV_MUST, F, SAMPLE_MANUAL } },
    1,
    { SV_MUST, 0, false },
    SV_DOES_NOT_CONFORM,
    1,
    1,
    1 },
  { "manual answer",
    { { SV_MUST, P, SAMPLE_MANUAL } },
    1,
    { SV_MUST, 0, false },
    SV_CONFORMS,
    0,
    1,
    1 },
  { "should untested, half shown",
    { { SV_SHOULD, U, 0 }, { SV_MUST, P, 0 } },
    2,
    { SV_MUST, 50, false },
    SV_CONFORMS,
    0,
    1,
    2 },
  { "should untested, too little shown",
    { { SV_SHOULD, U, 0 }, { SV_MUST, P, 0 } },
    2,
    { SV_MUST, 51, false },
    SV_NOT_SHOWN,
    3,
    1,
    2 },
  { "should untested gates",
    { { SV_SHOULD, U, 0 }, { SV_MUST, P, 0 } },
    2,
    { SV_SHOULD, 0, false },
    SV_NOT_SHOWN,
    3,
    1,
    2 },
  { "failure before not shown",
    { { SV_MUST, F, 0 }, { SV_MUST, U, 0 } },
    2,
    { SV_MUST, 100, false },
    SV_DOES_NOT_CONFORM,
    1,
    1,
    2 },
  { "only untested", { { SV_SHOULD, U, 0 } }, 1, { SV_MUST, 0, false }, SV_NOT_SHOWN, 3, 0, 1 },
  { "inapplicable beside passed",
    { { SV_MUST, I, 0 }, { SV_MUST, P, 0 } },
    2,
    { SV_MUST, 100, false },
    SV_CONFORMS,
    0,
    1,
    1 },
};

static void make(struct sv_run *run, const struct row *rows, size_t count, struct sv_gate gate)
{
  sample_begin(run, count);
  run->profile.gate = gate;
  for (size_t i = 0; i < count; i++)
    sample_add(run, SV_TECHNICAL, rows[i].level, rows[i].outcome, rows[i].flags);
}

static void every_case_of_the_table_has_its_verdict(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT(cases); i++) {
    struct sv_run run;
    make(&run, cases[i].rows, cases[i].count, cases[i].gate);
    assert_int_equal(sv_verdict_compute(&run), SV_OK);
    const struct sv_verdict *v = &run.verdict;
    if (v->value != cases[i].value || v->exit_code != cases[i].exit_code ||
        v->judged != cases[i].judged || v->applicable != cases[i].applicable)
      fail_msg("%s: %s, exit %d, %u of %u", cases[i].name, sv_verdict_name(v->value), v->exit_code,
               v->judged, v->applicable);
    sv_run_free(&run);
  }
}

/* The rule in other words than the code's, for one row. */
struct expectation {
  bool counts; /* has a check */
  bool judged, applies;
  bool red, grey; /* stops conformity as a deviation, as something not shown */
  bool waived;
};

static struct expectation expect(const struct row *row, const struct sv_gate *gate)
{
  const bool counts = !(row->flags & (SAMPLE_UNSEEN | SAMPLE_NO_CHECK));
  const bool ran = counts && !(row->flags & SAMPLE_NO_RESULT);
  const bool matters =
      row->level == SV_MUST || (row->level == SV_SHOULD && gate->fail_on == SV_SHOULD);
  const bool failed = ran && row->outcome == F;
  const bool waived = failed && (row->flags & SAMPLE_WAIVER) && !(row->flags & SAMPLE_EXPIRED);
  const bool expired = failed && (row->flags & SAMPLE_EXPIRED) && gate->fail_on_expired_waiver;
  return (struct expectation){
    .counts = counts,
    .judged = ran && (row->outcome == P || failed),
    .applies = counts && !(ran && row->outcome == I),
    .red = failed && !waived && (matters || expired),
    .grey = counts && matters && (!ran || row->outcome == C || row->outcome == U),
    .waived = waived,
  };
}

static enum sv_verdict_value expected_value(const struct expectation *a,
                                            const struct expectation *b, unsigned min_shown)
{
  const unsigned judged = (unsigned)a->judged + b->judged;
  const unsigned applies = (unsigned)a->applies + b->applies;
  if (a->red || b->red)
    return SV_DOES_NOT_CONFORM;
  if (judged == 0 || a->grey || b->grey || judged * 100 < min_shown * applies)
    return SV_NOT_SHOWN;
  return a->waived || b->waived ? SV_CONFORMS_WITH_WAIVERS : SV_CONFORMS;
}

static void check_pair(const struct row pair[2], struct sv_gate gate)
{
  struct sv_run run;
  make(&run, pair, 2, gate);
  assert_int_equal(sv_verdict_compute(&run), SV_OK);
  const struct expectation a = expect(&pair[0], &gate);
  const struct expectation b = expect(&pair[1], &gate);
  assert_int_equal(run.verdict.value, expected_value(&a, &b, gate.min_shown));
  assert_int_equal(run.verdict.judged, (unsigned)a.judged + b.judged);
  assert_int_equal(run.verdict.applicable, (unsigned)a.applies + b.applies);
  assert_int_equal(sv_requirement_gates(&run, &run.requirements[0]), a.red || a.grey);
  assert_int_equal(sv_requirement_gates(&run, &run.requirements[1]), b.red || b.grey);
  const struct sv_totals *t = &run.verdict.totals;
  assert_int_equal(t->passed + t->failed + t->inapplicable + t->cant_tell + t->untested +
                       t->waived + t->no_check,
                   2);
  assert_int_equal(t->no_check, (unsigned)!a.counts + !b.counts);
  assert_true(run.verdict.judged > 0 || run.verdict.value == SV_NOT_SHOWN);
  sv_run_free(&run);
}

static void every_mix_of_two_requirements_follows_the_rule(void **state)
{
  (void)state;
  static const unsigned flags[] = { 0,
                                    SAMPLE_WAIVER,
                                    SAMPLE_EXPIRED,
                                    SAMPLE_UNSEEN,
                                    SAMPLE_NO_CHECK,
                                    SAMPLE_MANUAL,
                                    SAMPLE_NO_RESULT };
  static const struct sv_gate gates[] = { { SV_MUST, 0, false },
                                          { SV_SHOULD, 0, false },
                                          { SV_MUST, 75, true } };
  enum { KINDS = 5 * 3 * 7 };
  for (size_t g = 0; g < COUNT(gates); g++)
    for (unsigned x = 0; x < KINDS; x++)
      for (unsigned y = x % 4; y < KINDS; y += 4) {
        const struct row pair[2] = {
          { (enum sv_level)(1 + x / 5 % 3), (enum sv_outcome)(1 + x % 5), flags[x / 15] },
          { (enum sv_level)(1 + y / 5 % 3), (enum sv_outcome)(1 + y % 5), flags[y / 15] },
        };
        check_pair(pair, gates[g]);
      }
}

static void a_requirement_is_as_bad_as_its_worst_check(void **state)
{
  (void)state;
  static const enum sv_outcome order[] = { I, P, U, C, F };
  for (size_t a = 0; a < COUNT(order); a++)
    for (size_t b = 0; b < COUNT(order); b++) {
      struct sv_run run;
      sample_begin(&run, 2);
      sample_add(&run, SV_TECHNICAL, SV_MUST, order[a], 0);
      sample_add(&run, SV_TECHNICAL, SV_MUST, order[b], 0);
      run.results[1].requirements = run.results[0].requirements;
      run.requirement_count = 1;
      assert_int_equal(sv_verdict_compute(&run), SV_OK);
      assert_int_equal(run.requirements[0].outcome, order[a > b ? a : b]);
      sv_run_free(&run);
    }
}

/* A check that is advice beside a requirement warns; it hides neither a doubt nor a real failure. */
static void advice_beside_a_requirement_is_a_warning(void **state)
{
  (void)state;
  static const enum sv_outcome order[] = { I, P, U, C, F };
  for (size_t a = 0; a < COUNT(order); a++) {
    struct sv_run run;
    sample_begin(&run, 2);
    sample_add(&run, SV_TECHNICAL, SV_MUST, order[a], 0);
    sample_add(&run, SV_TECHNICAL, SV_MUST, F, 0);
    run.results[1].level = SV_SHOULD;
    run.results[1].requirements = run.results[0].requirements;
    run.requirement_count = 1;
    assert_int_equal(sv_verdict_compute(&run), SV_OK);
    const struct sv_requirement_result *q = &run.requirements[0];
    assert_int_equal(q->outcome, order[a] == I || order[a] == P ? F : order[a]);
    assert_int_equal(sv_requirement_display(q) == SV_SHOW_WARNING, order[a] == I || order[a] == P);
    assert_int_equal(sv_requirement_gates(&run, q), order[a] != I && order[a] != P);
    sv_run_free(&run);
  }
}

static void a_failure_without_a_finding_about_the_target_is_no_failure(void **state)
{
  (void)state;
  struct sv_run run;
  sample_begin(&run, 2);
  sample_add(&run, SV_TECHNICAL, SV_MUST, SV_FAILED, 0);
  sample_add(&run, SV_TECHNICAL, SV_MUST, SV_FAILED, 0);
  run.results[0].finding_count = 0;
  struct sv_finding_record blame = run.results[1].findings[0];
  blame.attribution = SV_NETWORK;
  run.results[1].findings = &blame;
  run.results[1].attribution = SV_NETWORK;
  assert_int_equal(sv_verdict_compute(&run), SV_OK);
  assert_int_equal(run.results[0].outcome, SV_CANT_TELL);
  assert_int_equal(run.results[0].attribution, SV_TOOL);
  assert_int_equal(run.results[1].attribution, SV_NETWORK);
  assert_int_equal(run.verdict.exit_code, 3);
  sv_run_free(&run);
}

static void rubbish_outcomes_are_the_tools_fault(void **state)
{
  (void)state;
  struct sv_run run;
  sample_begin(&run, 1);
  sample_add(&run, SV_TECHNICAL, SV_MUST, SV_PASSED, 0);
  run.results[0].outcome = (enum sv_outcome)77;
  assert_int_equal(sv_verdict_compute(&run), SV_OK);
  assert_int_equal(run.requirements[0].outcome, SV_CANT_TELL);
  assert_int_equal(run.requirements[0].attribution, SV_TOOL);
  sv_run_free(&run);
}

static const struct {
  struct sv_run_events events; /* interrupted, internal, configuration, unreachable */
  enum sv_outcome outcome;
  int exit_code;
} exits[] = {
  { { false, false, false, false }, P, 0 },  { { false, false, false, false }, F, 1 },
  { { false, false, false, false }, U, 3 },  { { false, false, false, true }, U, 4 },
  { { false, false, false, true }, F, 4 },   { { false, false, true, true }, F, 2 },
  { { false, true, true, true }, F, 5 },     { { true, true, true, true }, F, 130 },
  { { true, false, false, false }, P, 130 }, { { false, true, false, false }, P, 5 },
  { { false, false, true, false }, P, 2 },
};

static void exit_codes_have_the_precedence_of_the_contract(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT(exits); i++) {
    struct sv_run run;
    sample_begin(&run, 1);
    sample_add(&run, SV_TECHNICAL, SV_MUST, exits[i].outcome, 0);
    run.events = exits[i].events;
    assert_int_equal(sv_verdict_compute(&run), SV_OK);
    assert_int_equal(run.verdict.exit_code, exits[i].exit_code);
    sv_run_free(&run);
  }
}

static void layers_and_capabilities_add_up(void **state)
{
  (void)state;
  struct sv_run run;
  sample_full(&run);
  const struct sv_verdict *v = &run.verdict;
  assert_int_equal(v->layer_count, 4);
  uint32_t passed = 0;
  for (size_t i = 0; i < v->layer_count; i++)
    passed += v->layers[i].totals.passed;
  assert_int_equal(passed, v->totals.passed);
  passed = 0;
  for (size_t i = 0; i < v->capability_count; i++) {
    passed += v->capabilities[i].totals.passed;
    assert_true(i == 0 || strcmp(v->capabilities[i - 1].id, v->capabilities[i].id) < 0);
  }
  assert_int_equal(passed, v->totals.passed);
  assert_int_equal(v->totals.waived, 1);
  assert_int_equal(v->totals.no_check, 4);
  sv_run_free(&run);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_case_of_the_table_has_its_verdict),
    cmocka_unit_test(every_mix_of_two_requirements_follows_the_rule),
    cmocka_unit_test(a_requirement_is_as_bad_as_its_worst_check),
    cmocka_unit_test(advice_beside_a_requirement_is_a_warning),
    cmocka_unit_test(a_failure_without_a_finding_about_the_target_is_no_failure),
    cmocka_unit_test(rubbish_outcomes_are_the_tools_fault),
    cmocka_unit_test(exit_codes_have_the_precedence_of_the_contract),
    cmocka_unit_test(layers_and_capabilities_add_up),
  };
  return cmocka_run_group_tests_name("verdict", tests, NULL, NULL);
}
