// SPDX-License-Identifier: Apache-2.0
/* Every broken and evil plugin: what it does costs its own check a named reason and nothing else.
 */
#include "tests/unit/unit.h"

#include "runner/cage.h"
#include "runner/hand.h"
#include "tests/plugins/bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What becomes of the evil check. */
struct expected {
  const char *plugin;
  enum sv_outcome outcome; /* 0: the plugin is not used at all, and a result of its own says so */
  const char *reason;      /* begins the text of the finding; NULL: none */
  bool internal;           /* the exit code is 5 */
  bool not_sanitized;      /* AddressSanitizer gets there first */
  bool walled; /* system calls and files alone hold it: gcov must write, so that neither is there */
};

#define DIED "The plugin's process was ended by signal"
#define TEXT(number) #number
#define NUMBER(macro) TEXT(macro)
#define OTHER "The plugin was built for another version of samsvar"
#define RULES "The plugin broke the rules of its connection to samsvar"

static const struct expected table[] = {
  { "aborts", SV_CANT_TELL, DIED " 6", true, false },
  { "badid", 0, "The plugin has a check id that is not allowed", true, false },
  { "badopen", SV_CANT_TELL, "The plugin could not prepare itself", true, false },
  { "blames", SV_CANT_TELL, "The check contradicts itself", true, false },
  { "blind", SV_CANT_TELL, "The check passed, and looked at nothing", true, false },
  { "busy", SV_CANT_TELL, "The check took longer than", true, false },
  { "closes", SV_CANT_TELL, "The plugin closed its connection", true, false },
  { "contradict", SV_CANT_TELL, "The check contradicts itself: its verdict is passed", true,
    false },
  { "ctorcrash", 0, "The plugin died while it was loaded: signal 11", true, true },
  { "ctorhang", 0, "The plugin took too long to load", true, false },
  { "ctorexit", 0, "The plugin died while it was loaded: exit 0", true, false },
  { "dials", SV_PASSED, NULL, false, true, true },
  { "executes", SV_CANT_TELL, DIED " 31 (SYS)", true, true, true },
  { "exits", SV_CANT_TELL, "The plugin ended its process with code 0", true, false },
  { "flood", SV_FAILED, "One more", false, false },
  { "forged", SV_CANT_TELL, RULES, true, false },
  { "forks", SV_PASSED, NULL, false, true, true },
  { "halfframe", SV_CANT_TELL, "The check took longer", true, false },
  { "hugeframe", SV_CANT_TELL, RULES ": a message of impossible length", true, false },
  { "hugetext", SV_CANT_TELL, RULES ": a message over 2 KiB", true, false },
  { "kills", SV_PASSED, NULL, false, true, true },
  { "memory", SV_CANT_TELL, DIED, true, true },
  { "newabi", 0, OTHER ": 2." NUMBER(SV_ABI_MINOR) ", here 1." NUMBER(SV_ABI_MINOR), true, false },
  { "newminor", 0, OTHER ": 1.", true, false },
  { "nofinding", SV_CANT_TELL, "The check contradicts itself: its verdict is failed", true, false },
  { "noise", SV_CANT_TELL, RULES, true, false },
  { "noreason", SV_CANT_TELL, "The check could not tell, and does not say why", true, false },
  { "notable", 0, "The plugin's table of checks is not usable", true, false },
  { "oldabi", 0, OTHER ": 0.", true, false },
  { "other", SV_CANT_TELL, RULES, true, false },
  { "prints", SV_PASSED, NULL, false, false },
  { "raises", SV_PASSED, NULL, false, true, true },
  { "reads", SV_PASSED, NULL, false, true, true },
  { "rubbish", SV_CANT_TELL, "The check gave a verdict that does not exist: 77", true, false },
  { "secrets", SV_PASSED, NULL, false, false },
  { "segfault", SV_CANT_TELL, DIED " 11 (SEGV)", true, true },
  { "sleeps", SV_CANT_TELL, "The check took longer", true, false },
  { "spies", SV_PASSED, NULL, false, true, true },
  { "stack", SV_CANT_TELL, DIED, true, true },
  { "tinysize", 0, "The plugin's tables have an impossible size", true, false },
  { "traces", SV_CANT_TELL, DIED " 31 (SYS)", true, true, true },
  { "twice", 0, "The plugin has a check id that is not allowed or stands twice", true, false },
  { "undefined", 0, "The plugin cannot be loaded: ", true, false },
  { "unknown", 0, "The plugin judges a requirement that is not in the catalogue: TEC-TST-99", true,
    false },
  { "writes", SV_PASSED, NULL, false, false, true },
  { "wrongmagic", 0, "What the file exports is no samsvar plugin", true, false },
  { "wrongname", 0, "The plugin's file has another name than the plugin: rightname", true, false },
};

static void take_plugin(const struct bench *b, const char *name)
{
  char path[256];
  (void)snprintf(path, sizeof path, "%s/%s.so", b->plugins, name);
  assert_int_equal(unlink(path), 0);
}

/* The sentence that is wrong with RUN, or NULL. */
static const char *judge(const struct expected *e, const struct sv_run *run)
{
  const struct sv_result *evil = bench_find(run, e->plugin, e->outcome ? "evil" : NULL);
  const struct sv_result *good = bench_find(run, e->plugin, "good");
  if (!evil)
    return "the evil check has no result";
  if (evil->outcome != (e->outcome ? e->outcome : SV_CANT_TELL))
    return "the evil check has another outcome";
  if (evil->outcome == SV_CANT_TELL && evil->attribution != SV_TOOL)
    return "it is not the tool's";
  if (e->reason && strncmp(bench_text(evil), e->reason, strlen(e->reason)) != 0)
    return "the reason is another one";
  if (e->outcome && strcmp(e->plugin, "badopen") != 0 && (!good || good->outcome != SV_PASSED))
    return "the good check did not run and pass";
  if (run->events.internal != e->internal)
    return "the exit code does not know";
  if (e->internal && run->verdict.exit_code != 5)
    return "the exit code is not 5";
  return NULL;
}

static void run_one(struct bench *b, const struct expected *e)
{
  struct sv_run run;
  struct sv_error err = { 0 };
  pid_t children[16];
  const int64_t before = bench_clock();
  (void)snprintf(b->recording, sizeof b->recording, "%s/rec-%s", b->dir, e->plugin);
  const enum sv_status status = sv_session_run(&b->options, &run, &err);
  const int64_t took = bench_clock() - before;
  if (status != SV_OK)
    fail_msg("%s: %s", e->plugin, err.text);
  const char *wrong = judge(e, &run);
  if (took > BENCH_CASE_MOST_MS)
    wrong = "it took too long";
  if (sv_hand_children(children, 16) != 0)
    wrong = "it left processes behind";
  if (wrong) {
    for (size_t i = 0; i < run.result_count; i++)
      print_message("# %s: %s, %s\n", run.results[i].check, sv_outcome_name(run.results[i].outcome),
                    bench_text(&run.results[i]));
    fail_msg("%s: %s", e->plugin, wrong);
  }
  sv_run_free(&run);
}

static void every_evil_costs_its_own_check_only(void **state)
{
  (void)state;
  struct bench b;
  bench_open(&b);
  for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
    if ((SV_CAGE_SANITIZED && table[i].not_sanitized) || (SV_CAGE_COVERED && table[i].walled)) {
      print_message("# %s: this build has not what holds it\n", table[i].plugin);
      continue;
    }
    bench_put(&b, table[i].plugin, 0755);
    run_one(&b, &table[i]);
    take_plugin(&b, table[i].plugin);
  }
  bench_close(&b);
}

static void a_flood_is_cut_and_counted(void **state)
{
  (void)state;
  struct bench b;
  struct sv_run run;
  struct sv_error err = { 0 };
  bench_open(&b);
  bench_put(&b, "flood", 0755);
  (void)snprintf(b.recording, sizeof b.recording, "%s/rec", b.dir);
  assert_int_equal(sv_session_run(&b.options, &run, &err), SV_OK);
  const struct sv_result *r = bench_find(&run, "flood", "evil");
  assert_non_null(r);
  assert_int_equal(r->finding_count, 100);
  assert_int_equal(r->findings_left_out, 999900);
  sv_run_free(&run);
  bench_close(&b);
}

/* What a plugin wrote before it died is quoted. */
static void the_last_words_are_kept(void **state)
{
  (void)state;
  struct bench b;
  struct sv_run run;
  struct sv_error err = { 0 };
  bench_open(&b);
  bench_put(&b, "aborts", 0755);
  (void)snprintf(b.recording, sizeof b.recording, "%s/rec", b.dir);
  assert_int_equal(sv_session_run(&b.options, &run, &err), SV_OK);
  const struct sv_result *r = bench_find(&run, "aborts", "evil");
  assert_non_null(r);
  assert_non_null(strstr(r->findings[0].actual, "fixture: giving up"));
  sv_run_free(&run);
  bench_close(&b);
}

static void what_others_can_write_is_not_loaded(void **state)
{
  (void)state;
  struct bench b;
  static const struct expected e = { "honest", 0,
                                     "The plugin is not loaded, because others could change", true,
                                     false };
  bench_open(&b);
  bench_put(&b, "honest", 0777);
  run_one(&b, &e);
  take_plugin(&b, "honest");
  bench_put(&b, "honest", 0755);
  assert_int_equal(chmod(b.plugins, 0777), 0);
  run_one(&b, &e);
  assert_int_equal(chmod(b.plugins, 0755), 0);
  bench_close(&b);
}

static void a_text_is_no_plugin(void **state)
{
  (void)state;
  struct bench b;
  char path[256];
  static const struct expected e = { "text", 0, "The plugin cannot be loaded: ", true, false };
  bench_open(&b);
  (void)snprintf(path, sizeof path, "%s/text.so", b.plugins);
  FILE *f = fopen(path, "we");
  assert_non_null(f);
  assert_true(fputs("this is a text, whatever its name says\n", f) >= 0);
  assert_int_equal(fclose(f), 0);
  run_one(&b, &e);
  bench_close(&b);
}

static void a_folder_is_no_plugin(void **state)
{
  (void)state;
  struct bench b;
  char path[256];
  static const struct expected e = { "folder", 0, "The plugin is not loaded, because", true,
                                     false };
  bench_open(&b);
  (void)snprintf(path, sizeof path, "%s/folder.so", b.plugins);
  assert_int_equal(mkdir(path, 0755), 0);
  run_one(&b, &e);
  assert_int_equal(rmdir(path), 0);
  bench_close(&b);
}

static void a_check_has_one_owner(void **state)
{
  (void)state;
  struct bench b;
  struct sv_run run;
  struct sv_error err = { 0 };
  bench_open(&b);
  bench_put(&b, "honest", 0755);
  bench_put(&b, "stolen", 0755);
  (void)snprintf(b.recording, sizeof b.recording, "%s/rec", b.dir);
  assert_int_equal(sv_session_run(&b.options, &run, &err), SV_OK);
  const struct sv_result *honest = bench_find(&run, "honest", "good");
  const struct sv_result *stolen = bench_find(&run, "stolen", NULL);
  assert_non_null(honest);
  assert_int_equal(honest->outcome, SV_PASSED);
  assert_non_null(stolen);
  assert_int_equal(stolen->outcome, SV_CANT_TELL);
  assert_int_equal(run.verdict.exit_code, 5);
  sv_run_free(&run);
  bench_close(&b);
}

static void three_losses_are_enough(void **state)
{
  (void)state;
  struct bench b;
  static const char text[] = "{\"name\":\"Bench\",\"endpoints\":["
                             "{\"id\":\"a\",\"kind\":\"web\",\"url\":\"http://127.0.0.1:9/a\"},"
                             "{\"id\":\"b\",\"kind\":\"web\",\"url\":\"http://127.0.0.1:9/b\"},"
                             "{\"id\":\"c\",\"kind\":\"web\",\"url\":\"http://127.0.0.1:9/c\"},"
                             "{\"id\":\"d\",\"kind\":\"web\",\"url\":\"http://127.0.0.1:9/d\"}]}";
  struct sv_run run;
  struct sv_error err = { 0 };
  bench_open(&b);
  sv_target_free(&b.target);
  assert_int_equal(sv_target_parse(text, sizeof text - 1, "bench.json", b.dir, &b.target, &err),
                   SV_OK);
  bench_put(&b, "exits", 0755);
  (void)snprintf(b.recording, sizeof b.recording, "%s/rec", b.dir);
  assert_int_equal(sv_session_run(&b.options, &run, &err), SV_OK);
  assert_int_equal(run.result_count, 8);
  size_t tried = 0;
  for (size_t i = 0; i < run.result_count; i++) {
    assert_int_equal(run.results[i].outcome, SV_CANT_TELL);
    tried += strncmp(bench_text(&run.results[i]), "The plugin ended its process", 28) == 0;
  }
  assert_int_equal(tried, 3);
  sv_run_free(&run);
  bench_close(&b);
}

static void the_cage_is_named(void **state)
{
  (void)state;
  struct bench b;
  struct sv_run run;
  struct sv_error err = { 0 };
  bench_open(&b);
  bench_put(&b, "honest", 0755);
  (void)snprintf(b.recording, sizeof b.recording, "%s/rec", b.dir);
  assert_int_equal(sv_session_run(&b.options, &run, &err), SV_OK);
  const struct sv_isolation here = sv_isolation_here();
  struct sv_buf text = SV_BUF(100);
  assert_int_equal(sv_isolation_text(&here, &text), SV_OK);
  assert_string_equal(run.isolation, sv_buf_text(&text));
  assert_int_equal(run.verdict.exit_code, 0);
  sv_buf_free(&text);
  sv_run_free(&run);
  bench_close(&b);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_evil_costs_its_own_check_only),
    cmocka_unit_test(a_flood_is_cut_and_counted),
    cmocka_unit_test(the_last_words_are_kept),
    cmocka_unit_test(what_others_can_write_is_not_loaded),
    cmocka_unit_test(a_text_is_no_plugin),
    cmocka_unit_test(a_folder_is_no_plugin),
    cmocka_unit_test(a_check_has_one_owner),
    cmocka_unit_test(three_losses_are_enough),
    cmocka_unit_test(the_cage_is_named),
  };
  if (setenv("SAMSVAR_TEST_SECRET", "a secret of the operator", 1) != 0 || unsetenv("SAMSVAR_"
                                                                                    "PLUGIN_"
                                                                                    "PATH") != 0)
    return 1;
  return cmocka_run_group_tests(tests, NULL, NULL);
}
