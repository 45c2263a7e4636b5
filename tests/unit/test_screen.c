// SPDX-License-Identifier: Apache-2.0
/* What the person at the terminal sees: colours only when wanted, cursor moves only when drawn in
 * place, the same words everywhere. */
#include "tests/unit/unit.h"

#include "runner/again.h"
#include "runner/progress.h"
#include "runner/summary.h"
#include "tests/unit/sample_run.h"

#include <stdlib.h>
#include <string.h>

static struct sv_screen screen_of(FILE *out, bool live, bool colour, bool utf8)
{
  return (struct sv_screen){ .out = out,
                             .style = { .width = 100, .utf8 = utf8, .colour = colour },
                             .live = live };
}

/* The course, a check each PACE ms, and the end of the sample on a screen of that kind; to be
 * freed. */
static char *paced(bool live, bool colour, bool utf8, unsigned pace, const struct sv_run *run)
{
  static const struct sv_written written = {
    .files = { "results.json", "junit.xml", "report.html" }, .count = 3
  };
  char *text = NULL;
  size_t size = 0;
  FILE *out = open_memstream(&text, &size);
  assert_non_null(out);
  const struct sv_screen screen = screen_of(out, live, colour, utf8);
  struct sv_progress_view view;
  const struct sv_observer *o = sv_progress_start(&view, &screen, SV_EN);
  const struct sv_planned planned = { .jobs = run->result_count };
  struct sv_progress p = { .total = run->result_count,
                           .check = "technical.http.x",
                           .elapsed_ms = 9000 };
  o->planned(o->closure, &planned);
  for (size_t i = 0; i < run->result_count; i++) {
    p.done = i + 1;
    p.elapsed_ms += pace;
    o->ended(o->closure, &run->results[i], &p);
    o->tick(o->closure, &p);
  }
  sv_progress_end(&view);
  const struct sv_summary summary = {
    .run = run, .folder = "out", .files = &written, .again = "samsvar run", .lang = SV_EN
  };
  assert_int_equal(sv_summary_print(&screen, &summary), SV_OK);
  (void)fclose(out);
  return text;
}

static char *shown(bool live, bool colour, bool utf8, const struct sv_run *run)
{
  return paced(live, colour, utf8, 100, run);
}

static void without_colour_and_place_there_is_no_escape_at_all(void **state)
{
  (void)state;
  struct sv_run run;
  sample_full(&run);
  char *text = shown(false, false, true, &run);
  assert_null(strchr(text, '\x1B'));
  assert_null(strchr(text, '\r'));
  assert_non_null(strstr(text, "Does not conform"));
  assert_non_null(strstr(text, "Technical"));
  assert_non_null(strstr(text, "out/report.html"));
  assert_non_null(strstr(text, "results.json"));
  assert_non_null(strstr(text, "samsvar explain "));
  assert_non_null(strstr(text, "\n1 further requirement waits for"));
  assert_non_null(strstr(text, "\nNo check covers 1 further requirement of the profile.\n"));
  assert_non_null(strstr(text, "\n2 further requirements never decide: "));
  assert_non_null(strstr(text, "\n1 requirement that never decides is not met:\n  ! SEM-025"));
  free(text);
  sv_run_free(&run);
}

static void the_line_to_copy_runs_the_same_again(void **state)
{
  (void)state;
  const char *broken[] = { "tls-expired" };
  const struct {
    const char *command, *operand;
    struct sv_run_options options;
    const char *line;
  } table[] = {
    { "run", NULL, { 0 }, "samsvar run" },
    { "run",
      NULL,
      { .target = "my service.json", .profile = "api-provider" },
      "samsvar run -t 'my service.json' -p api-provider" },
    { "replay", "it's/recording", { 0 }, "samsvar replay 'it'\\''s/recording'" },
    { "check",
      "https://x.no/p/13097248022?a=1",
      { .role = "consumer" },
      "samsvar check 'https://x.no/p/99999999999?a=1' --role consumer" },
    { "demo", NULL, { .breaks = { broken, 1 } }, "samsvar demo --break tls-expired" },
  };
  for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
    struct sv_buf out = SV_BUF(4096);
    assert_int_equal(sv_again(&out, table[i].command, table[i].operand, &table[i].options), SV_OK);
    assert_string_equal(sv_buf_text(&out), table[i].line);
    sv_buf_free(&out);
  }
}

static void colours_come_when_wanted_and_are_put_back(void **state)
{
  (void)state;
  struct sv_run run;
  sample_full(&run);
  char *text = shown(false, true, true, &run);
  size_t begun = 0;
  size_t ended = 0;
  for (const char *p = strchr(text, '\x1B'); p; p = strchr(p + 1, '\x1B')) {
    const bool reset = strncmp(p, "\x1B[0m", 4) == 0;
    begun += !reset;
    ended += reset;
    assert_true(p[1] == '[' && strchr(p, 'm') && strcspn(p, "m") < 8);
  }
  assert_true(begun > 0);
  assert_int_equal(begun, ended);
  free(text);
  sv_run_free(&run);
}

static void symbols_have_words_in_ascii(void **state)
{
  (void)state;
  struct sv_run run;
  sample_full(&run);
  char *text = shown(false, false, false, &run);
  assert_non_null(strstr(text, "[DEVIATION]"));
  assert_null(strstr(text, "\xE2\x9C\x97"));
  assert_null(strstr(text, "\xE2\x94\x80"));
  free(text);
  sv_run_free(&run);
}

static void a_live_screen_is_drawn_in_place_with_the_time_left(void **state)
{
  (void)state;
  struct sv_run run;
  sample_full(&run);
  char *text = shown(true, false, true, &run);
  assert_non_null(strstr(text, "\x1B[J"));
  assert_non_null(strstr(text, " left"));
  assert_non_null(strstr(text, "technical.http.x"));
  free(text);
  sv_run_free(&run);
}

static void a_live_screen_is_not_drawn_for_every_check(void **state)
{
  (void)state;
  struct sv_run run;
  sample_full(&run);
  char *text = paced(true, false, true, 1, &run);
  size_t drawn = 0;
  for (const char *p = strstr(text, "technical.http.x"); p; p = strstr(p + 1, "technical.http.x"))
    drawn++;
  assert_true(run.result_count > 10);
  assert_int_equal(drawn, 1);
  free(text);
  sv_run_free(&run);
}

static void everything_that_happened_is_named(void **state)
{
  (void)state;
  struct sv_run run;
  sample_full(&run);
  run.events = (struct sv_run_events){ true, true, false, true };
  char *text = shown(false, false, true, &run);
  assert_non_null(strstr(text, "interrupted"));
  assert_non_null(strstr(text, "plugin broke"));
  assert_non_null(strstr(text, "could not be reached"));
  assert_null(strstr(text, "configuration is wrong"));
  free(text);
  sv_run_free(&run);
}

static void at_most_ten_are_listed_and_the_rest_counted(void **state)
{
  (void)state;
  struct sv_run run;
  sample_begin(&run, 40);
  for (int i = 0; i < 37; i++)
    sample_add(&run, SV_TECHNICAL, SV_MUST, SV_FAILED, 0);
  assert_int_equal(sv_verdict_compute(&run), SV_OK);
  char *text = shown(false, false, true, &run);
  assert_non_null(strstr(text, "and 27 more in the report"));
  free(text);
  sv_run_free(&run);
}

static const struct {
  const char *option, *no_color, *force, *lang;
  bool colour, utf8;
} choices[] = {
  { NULL, NULL, NULL, "C", false, false },
  { "always", "1", NULL, "nb_NO.UTF-8", true, true },
  { "never", NULL, "1", "C.utf8", false, true },
  { NULL, NULL, "1", "C", true, false },
  { NULL, "1", "1", "en_GB.UTF-8@x", false, true },
  { NULL, NULL, "0", "nb_NO.ISO-8859-1", false, false },
};

static void set(const char *name, const char *value)
{
  assert_int_equal(value ? setenv(name, value, 1) : unsetenv(name), 0);
}

static void the_environment_decides_what_no_option_does(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof choices / sizeof choices[0]; i++) {
    FILE *out = tmpfile();
    assert_non_null(out);
    set("NO_COLOR", choices[i].no_color);
    set("CLICOLOR_FORCE", choices[i].force);
    set("LC_ALL", choices[i].lang);
    const struct sv_screen s = sv_screen_open(out, choices[i].option);
    assert_int_equal(s.style.colour, choices[i].colour);
    assert_int_equal(s.style.utf8, choices[i].utf8);
    assert_false(s.live);
    (void)fclose(out);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(without_colour_and_place_there_is_no_escape_at_all),
    cmocka_unit_test(the_line_to_copy_runs_the_same_again),
    cmocka_unit_test(colours_come_when_wanted_and_are_put_back),
    cmocka_unit_test(symbols_have_words_in_ascii),
    cmocka_unit_test(a_live_screen_is_drawn_in_place_with_the_time_left),
    cmocka_unit_test(a_live_screen_is_not_drawn_for_every_check),
    cmocka_unit_test(everything_that_happened_is_named),
    cmocka_unit_test(at_most_ten_are_listed_and_the_rest_counted),
    cmocka_unit_test(the_environment_decides_what_no_option_does),
  };
  return cmocka_run_group_tests_name("screen", tests, NULL, NULL);
}
