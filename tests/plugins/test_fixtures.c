// SPDX-License-Identifier: Apache-2.0
/* Every broken and evil plugin: what it does costs its own check a named reason and nothing else.
 */
#include "tests/unit/unit.h"

#include "runner/cage.h"
#include "runner/hand.h"
#include "runner/session.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { CHECK_MS = 1200, CASE_MOST_MS = 30000 };

/* What becomes of the evil check. */
struct expected {
  const char *plugin;
  enum sv_outcome outcome; /* 0: the plugin is not used at all, and a result of its own says so */
  const char *reason;      /* begins the text of the finding; NULL: none */
  bool internal;           /* the exit code is 5 */
  bool not_sanitized;      /* AddressSanitizer gets there first */
};

#define DIED "The plugin's process was ended by signal"
#define RULES "The plugin broke the rules of its connection to samsvar"

static const struct expected table[] = {
  { "aborts", SV_CANT_TELL, DIED " 6", true, false },
  { "badid", 0, "The plugin has a check id that is not allowed", true, false },
  { "badopen", SV_CANT_TELL, "The plugin could not prepare itself", true, false },
  { "blames", SV_CANT_TELL, "The check contradicts itself", true, false },
  { "blind", SV_CANT_TELL, "The check passed, and looked at nothing", true, false },
  { "busy", SV_CANT_TELL, "The check took longer than 1200 ms", true, false },
  { "closes", SV_CANT_TELL, "The plugin closed its connection", true, false },
  { "contradict", SV_CANT_TELL, "The check contradicts itself: its verdict is passed", true,
    false },
  { "ctorcrash", 0, "The plugin died while it was loaded: signal 11", true, true },
  { "ctorhang", 0, "The plugin took too long to load", true, false },
  { "ctorexit", 0, "The plugin died while it was loaded: exit 0", true, false },
  { "dials", SV_PASSED, NULL, false, true },
  { "executes", SV_CANT_TELL, DIED " 31 (SYS)", true, true },
  { "exits", SV_CANT_TELL, "The plugin ended its process with code 0", true, false },
  { "flood", SV_FAILED, "One more", false, false },
  { "forged", SV_CANT_TELL, RULES, true, false },
  { "forks", SV_PASSED, NULL, false, true },
  { "halfframe", SV_CANT_TELL, "The check took longer", true, false },
  { "hugeframe", SV_CANT_TELL, RULES ": a message of impossible length", true, false },
  { "hugetext", SV_CANT_TELL, RULES ": a message over 2 KiB", true, false },
  { "kills", SV_PASSED, NULL, false, true },
  { "memory", SV_CANT_TELL, DIED, true, true },
  { "newabi", 0, "The plugin was built for another version of samsvar: 2.0, here 1.0", true,
    false },
  { "newminor", 0, "The plugin was built for another version of samsvar: 1.1, here 1.0", true,
    false },
  { "nofinding", SV_CANT_TELL, "The check contradicts itself: its verdict is failed", true, false },
  { "noise", SV_CANT_TELL, RULES, true, false },
  { "noreason", SV_CANT_TELL, "The check could not tell, and does not say why", true, false },
  { "notable", 0, "The plugin's table of checks is not usable", true, false },
  { "oldabi", 0, "The plugin was built for another version of samsvar: 0.0", true, false },
  { "other", SV_CANT_TELL, RULES, true, false },
  { "prints", SV_PASSED, NULL, false, false },
  { "reads", SV_PASSED, NULL, false, false },
  { "rubbish", SV_CANT_TELL, "The check gave a verdict that does not exist: 77", true, false },
  { "secrets", SV_PASSED, NULL, false, false },
  { "segfault", SV_CANT_TELL, DIED " 11 (SEGV)", true, true },
  { "sleeps", SV_CANT_TELL, "The check took longer", true, false },
  { "spies", SV_PASSED, NULL, false, false },
  { "stack", SV_CANT_TELL, DIED, true, true },
  { "tinysize", 0, "The plugin's tables have an impossible size", true, false },
  { "traces", SV_CANT_TELL, DIED " 31 (SYS)", true, true },
  { "twice", 0, "The plugin has a check id that is not allowed or stands twice", true, false },
  { "undefined", 0, "The plugin cannot be loaded: ", true, false },
  { "unknown", 0, "The plugin judges a requirement that is not in the catalogue: TEC-TST-99", true,
    false },
  { "writes", SV_PASSED, NULL, false, false },
  { "wrongmagic", 0, "What the file exports is no samsvar plugin", true, false },
  { "wrongname", 0, "The plugin's file has another name than the plugin: rightname", true, false },
};

/* A service, a profile and a catalogue with one requirement. */
struct bench {
  char dir[64];
  char plugins[96];
  char recording[128];
  struct sv_requirement requirement;
  struct sv_catalogue catalogue;
  struct sv_profile_item item;
  struct sv_profile profile;
  struct sv_target target;
  struct sv_session_options options;
  const char *dirs[2];
  const char *hosts[2];
};

static const char target_text[] = "{\"name\":\"Bench\",\"endpoints\":[{\"id\":\"site\",\"kind\":"
                                  "\"web\","
                                  "\"url\":\"http://127.0.0.1:9/\"}]}";

static void set_up(struct bench *b)
{
  struct sv_error err = { 0 };
  *b = (struct bench){ .dir = "/tmp/samsvar-fixture-XXXXXX" };
  assert_non_null(mkdtemp(b->dir));
  (void)snprintf(b->plugins, sizeof b->plugins, "%s/plugins", b->dir);
  assert_int_equal(mkdir(b->plugins, 0755), 0);
  b->requirement = (struct sv_requirement){
    .id = "TEC-TST-01",
    .layer = SV_TECHNICAL,
    .family = "test",
    .level = SV_MUST,
    .seen = true,
    .title = { .en = "A test" },
    .statement = { .en = "A test" },
    .norm = { .title = "N", .clause = "1", .url = "https://example.org/" }
  };
  b->catalogue = (struct sv_catalogue){ .items = &b->requirement, .count = 1 };
  assert_int_equal(sv_map_set(&b->catalogue.by_id, "TEC-TST-01", 10, &b->requirement), SV_OK);
  b->item = (struct sv_profile_item){ .requirement = &b->requirement, .level = SV_MUST };
  b->profile = (struct sv_profile){ .id = "bench",
                                    .version = "1",
                                    .title = { .en = "Bench" },
                                    .items = &b->item,
                                    .count = 1,
                                    .parameters = json_object(),
                                    .gate = { .fail_on = SV_MUST, .min_shown = 50 } };
  (void)snprintf(b->profile.sha256, sizeof b->profile.sha256, "%064d", 0);
  if (sv_target_parse(target_text, sizeof target_text - 1, "bench.json", b->dir, &b->target,
                      &err) != SV_OK)
    fail_msg("%s", err.text);
  b->dirs[0] = b->plugins;
  b->hosts[0] = "127.0.0.1";
  b->options = (struct sv_session_options){ .catalogue = &b->catalogue,
                                            .profile = &b->profile,
                                            .target = &b->target,
                                            .recording = b->recording,
                                            .plugin_dirs = b->dirs,
                                            .loopback_hosts = b->hosts,
                                            .check_timeout_ms = CHECK_MS,
                                            .target_timeout_ms = CASE_MOST_MS,
                                            .language = "en" };
}

static int remove_one(const char *path, const struct stat *st, int flag, struct FTW *at)
{
  (void)st;
  (void)flag;
  (void)at;
  return remove(path);
}

static void tear_down(struct bench *b)
{
  json_decref(b->profile.parameters);
  sv_map_free(&b->catalogue.by_id);
  sv_target_free(&b->target);
  assert_int_equal(nftw(b->dir, remove_one, 16, FTW_DEPTH | FTW_PHYS), 0);
}

static void copy_file(const char *from, const char *to, mode_t mode)
{
  char chunk[65536];
  const int in = open(from, O_RDONLY | O_CLOEXEC);
  const int out = open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (in < 0 || out < 0)
    fail_msg("%s: %s", in < 0 ? from : to, strerror(errno));
  for (ssize_t n; (n = read(in, chunk, sizeof chunk)) > 0;)
    assert_int_equal(write(out, chunk, (size_t)n), n);
  assert_int_equal(fchmod(out, mode), 0);
  (void)close(in);
  (void)close(out);
}

/* Puts the plugin called NAME alone into the bench's folder. */
static void put_plugin(const struct bench *b, const char *name, mode_t mode)
{
  const char *built = getenv("abs_builddir");
  char from[512];
  char to[256];
  (void)snprintf(from, sizeof from, "%s/tests/plugins/.libs/%s.so", built ? built : ".", name);
  (void)snprintf(to, sizeof to, "%s/%s.so", b->plugins, name);
  copy_file(from, to, mode);
}

static void take_plugin(const struct bench *b, const char *name)
{
  char path[256];
  (void)snprintf(path, sizeof path, "%s/%s.so", b->plugins, name);
  assert_int_equal(unlink(path), 0);
}

static const struct sv_result *find(const struct sv_run *run, const char *plugin, const char *check)
{
  char id[128];
  (void)snprintf(id, sizeof id, check ? "technical.%s.%s" : "technical.plugin.%s", plugin, check);
  for (size_t i = 0; i < run->result_count; i++)
    if (strcmp(run->results[i].check, id) == 0)
      return &run->results[i];
  return NULL;
}

static const char *first_text(const struct sv_result *r)
{
  return r && r->finding_count ? r->findings[0].text : "";
}

static int64_t clock_ms(void)
{
  struct timespec t;
  (void)clock_gettime(CLOCK_MONOTONIC, &t);
  return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* The sentence that is wrong with RUN, or NULL. */
static const char *judge(const struct expected *e, const struct sv_run *run)
{
  const struct sv_result *evil = find(run, e->plugin, e->outcome ? "evil" : NULL);
  const struct sv_result *good = find(run, e->plugin, "good");
  if (!evil)
    return "the evil check has no result";
  if (evil->outcome != (e->outcome ? e->outcome : SV_CANT_TELL))
    return "the evil check has another outcome";
  if (evil->outcome == SV_CANT_TELL && evil->attribution != SV_TOOL)
    return "it is not the tool's";
  if (e->reason && strncmp(first_text(evil), e->reason, strlen(e->reason)) != 0)
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
  const int64_t before = clock_ms();
  (void)snprintf(b->recording, sizeof b->recording, "%s/rec-%s", b->dir, e->plugin);
  const enum sv_status status = sv_session_run(&b->options, &run, &err);
  const int64_t took = clock_ms() - before;
  if (status != SV_OK)
    fail_msg("%s: %s", e->plugin, err.text);
  const char *wrong = judge(e, &run);
  if (took > CASE_MOST_MS)
    wrong = "it took too long";
  if (sv_hand_children(children, 16) != 0)
    wrong = "it left processes behind";
  if (wrong) {
    for (size_t i = 0; i < run.result_count; i++)
      print_message("# %s: %s, %s\n", run.results[i].check, sv_outcome_name(run.results[i].outcome),
                    first_text(&run.results[i]));
    fail_msg("%s: %s", e->plugin, wrong);
  }
  sv_run_free(&run);
}

static void every_evil_costs_its_own_check_only(void **state)
{
  (void)state;
  struct bench b;
  set_up(&b);
  for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
    if (SV_CAGE_SANITIZED && table[i].not_sanitized)
      continue;
    put_plugin(&b, table[i].plugin, 0755);
    run_one(&b, &table[i]);
    take_plugin(&b, table[i].plugin);
  }
  tear_down(&b);
}

static void a_flood_is_cut_and_counted(void **state)
{
  (void)state;
  struct bench b;
  struct sv_run run;
  struct sv_error err = { 0 };
  set_up(&b);
  put_plugin(&b, "flood", 0755);
  (void)snprintf(b.recording, sizeof b.recording, "%s/rec", b.dir);
  assert_int_equal(sv_session_run(&b.options, &run, &err), SV_OK);
  const struct sv_result *r = find(&run, "flood", "evil");
  assert_non_null(r);
  assert_int_equal(r->finding_count, 100);
  assert_int_equal(r->findings_left_out, 999900);
  sv_run_free(&run);
  tear_down(&b);
}

/* What a plugin wrote before it died is quoted. */
static void the_last_words_are_kept(void **state)
{
  (void)state;
  struct bench b;
  struct sv_run run;
  struct sv_error err = { 0 };
  set_up(&b);
  put_plugin(&b, "aborts", 0755);
  (void)snprintf(b.recording, sizeof b.recording, "%s/rec", b.dir);
  assert_int_equal(sv_session_run(&b.options, &run, &err), SV_OK);
  const struct sv_result *r = find(&run, "aborts", "evil");
  assert_non_null(r);
  assert_non_null(strstr(r->findings[0].actual, "fixture: giving up"));
  sv_run_free(&run);
  tear_down(&b);
}

static void what_others_can_write_is_not_loaded(void **state)
{
  (void)state;
  struct bench b;
  static const struct expected e = { "honest", 0,
                                     "The plugin is not loaded, because others could change", true,
                                     false };
  set_up(&b);
  put_plugin(&b, "honest", 0777);
  run_one(&b, &e);
  take_plugin(&b, "honest");
  put_plugin(&b, "honest", 0755);
  assert_int_equal(chmod(b.plugins, 0777), 0);
  run_one(&b, &e);
  assert_int_equal(chmod(b.plugins, 0755), 0);
  tear_down(&b);
}

static void a_text_is_no_plugin(void **state)
{
  (void)state;
  struct bench b;
  char path[256];
  static const struct expected e = { "text", 0, "The plugin cannot be loaded: ", true, false };
  set_up(&b);
  (void)snprintf(path, sizeof path, "%s/text.so", b.plugins);
  FILE *f = fopen(path, "we");
  assert_non_null(f);
  assert_true(fputs("this is a text, whatever its name says\n", f) >= 0);
  assert_int_equal(fclose(f), 0);
  run_one(&b, &e);
  tear_down(&b);
}

static void a_check_has_one_owner(void **state)
{
  (void)state;
  struct bench b;
  struct sv_run run;
  struct sv_error err = { 0 };
  set_up(&b);
  put_plugin(&b, "honest", 0755);
  put_plugin(&b, "stolen", 0755);
  (void)snprintf(b.recording, sizeof b.recording, "%s/rec", b.dir);
  assert_int_equal(sv_session_run(&b.options, &run, &err), SV_OK);
  const struct sv_result *honest = find(&run, "honest", "good");
  const struct sv_result *stolen = find(&run, "stolen", NULL);
  assert_non_null(honest);
  assert_int_equal(honest->outcome, SV_PASSED);
  assert_non_null(stolen);
  assert_int_equal(stolen->outcome, SV_CANT_TELL);
  assert_int_equal(run.verdict.exit_code, 5);
  sv_run_free(&run);
  tear_down(&b);
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
  set_up(&b);
  sv_target_free(&b.target);
  assert_int_equal(sv_target_parse(text, sizeof text - 1, "bench.json", b.dir, &b.target, &err),
                   SV_OK);
  put_plugin(&b, "exits", 0755);
  (void)snprintf(b.recording, sizeof b.recording, "%s/rec", b.dir);
  assert_int_equal(sv_session_run(&b.options, &run, &err), SV_OK);
  assert_int_equal(run.result_count, 8);
  size_t tried = 0;
  for (size_t i = 0; i < run.result_count; i++) {
    assert_int_equal(run.results[i].outcome, SV_CANT_TELL);
    tried += strncmp(first_text(&run.results[i]), "The plugin ended its process", 28) == 0;
  }
  assert_int_equal(tried, 3);
  sv_run_free(&run);
  tear_down(&b);
}

static void the_cage_is_named(void **state)
{
  (void)state;
  struct bench b;
  struct sv_run run;
  struct sv_error err = { 0 };
  set_up(&b);
  put_plugin(&b, "honest", 0755);
  (void)snprintf(b.recording, sizeof b.recording, "%s/rec", b.dir);
  assert_int_equal(sv_session_run(&b.options, &run, &err), SV_OK);
  const struct sv_isolation here = sv_isolation_here();
  struct sv_buf text = SV_BUF(100);
  assert_int_equal(sv_isolation_text(&here, &text), SV_OK);
  assert_string_equal(run.isolation, sv_buf_text(&text));
  assert_int_equal(run.verdict.exit_code, 0);
  sv_buf_free(&text);
  sv_run_free(&run);
  tear_down(&b);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(every_evil_costs_its_own_check_only),
    cmocka_unit_test(a_flood_is_cut_and_counted),
    cmocka_unit_test(the_last_words_are_kept),
    cmocka_unit_test(what_others_can_write_is_not_loaded),
    cmocka_unit_test(a_text_is_no_plugin),
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
