// SPDX-License-Identifier: Apache-2.0
/* The mutant matrix. The clean reference service: no check fails. Each break: exactly the checks it
 * names fail, no other but those that judge a whole document by what these judge in part; what can
 * no longer be judged because of it may be said to be so. A break
 * that names none is one that nobody notices yet, and is counted. And every check is killed by at
 * least one break. One TAP line for each of these; two runs at once. With SAMSVAR_MATRIX_LEARN set
 * it prints what each break changed. SAMSVAR_MATRIX_ONLY names the breaks to try. */
#include "tests/matrix/outcomes.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum { AT_ONCE = 2, SECONDS_A_RUN = 120 };

static int count;
static char scratch[64] = "/tmp/samsvar-matrix-XXXXXX";

static void tap(bool ok, const char *what, const char *name)
{
  (void)printf("%s %d - %s %s\n", ok ? "ok" : "not ok", ++count, what, name);
}

static void path_of(char *out, size_t room, const char *name, const char *file)
{
  (void)snprintf(out, room, "%s/%s%s%s", scratch, name, file[0] ? "/" : "", file);
}

/* `samsvar demo --allow-unsafe [--break NAME] -o SCRATCH/NAME`, its output to SCRATCH/NAME.log. */
static pid_t start(const char *name, bool clean)
{
  char folder[256], log[256], what[128];
  path_of(folder, sizeof folder, name, "");
  (void)snprintf(log, sizeof log, "%s/%s.log", scratch, name);
  (void)snprintf(what, sizeof what, "--break=%s", name);
  char demo[] = "demo", out[] = "-o", quiet[] = "--quiet", lang[] = "--lang=en", unsafe[] = "--allow-unsafe";
  char *argv[] = { getenv("samsvar"), demo, lang, out, folder, quiet, unsafe, clean ? NULL : what, NULL };
  posix_spawn_file_actions_t actions;
  (void)posix_spawn_file_actions_init(&actions);
  (void)posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  (void)posix_spawn_file_actions_adddup2(&actions, 1, 2);
  pid_t pid = -1;
  if (posix_spawn(&pid, argv[0], &actions, NULL, argv, environ) != 0)
    pid = -1;
  (void)posix_spawn_file_actions_destroy(&actions);
  return pid;
}

static json_t *take(const char *name)
{
  char results[256];
  path_of(results, sizeof results, name, "results.json");
  return outcomes_read(results);
}

/* Prints NAME and the checks that failed because of it; others that changed are in brackets. */
static void learn(const char *name, json_t *seen, json_t *clean)
{
  (void)printf("#! %s", name);
  const char *check;
  json_t *after;
  json_object_foreach(seen, check, after)
  {
    if (json_equal(after, json_object_get(clean, check)))
      continue;
    const bool failed = strcmp(json_string_value(after), "failed") == 0;
    (void)printf(failed ? " %s" : " [%s]", check);
  }
  (void)printf("\n");
}

/* Whether CHECK judges a whole document by what other checks judge part by part: it fails beside
 * those that a break names, and no break need name it. */
static bool is_consequence(const char *check)
{
  static const char family[] = "semantic.profile.";
  return strncmp(check, family, sizeof family - 1) == 0;
}

/* Compares NAME's run with the clean one, notes in KILLED who noticed. */
static void judge(const char *name, json_t *named, json_t *clean, json_t *killed)
{
  json_t *seen = take(name);
  bool ok = seen && json_object_size(seen) == json_object_size(clean);
  const char *check;
  json_t *before;
  json_object_foreach(clean, check, before)
  {
    json_t *after = json_object_get(seen, check);
    const bool wanted = json_object_get(named, check) != NULL;
    const char *word = after ? json_string_value(after) : "missing";
    const bool failed = strcmp(word, "failed") == 0;
    if (failed && (wanted || is_consequence(check)))
      (void)json_object_set(killed, check, json_true());
    if (after && (failed == wanted || is_consequence(check)))
      continue;
    ok = false;
    (void)printf("# %s: %s is %s, was %s, %s\n", name, check, word, json_string_value(before),
                 wanted ? "should have failed" : "should not be so");
  }
  json_object_foreach(named, check, before)
  {
    if (!json_object_get(clean, check)) {
      ok = false;
      (void)printf("# %s names %s, which did not run\n", name, check);
    }
  }
  if (getenv("SAMSVAR_MATRIX_LEARN"))
    learn(name, seen, clean);
  tap(ok, "exactly the named checks notice", name);
  json_decref(seen);
}

static bool is_asked_for(const char *name)
{
  const char *only = getenv("SAMSVAR_MATRIX_ONLY");
  json_t *names = only ? outcomes_words(only) : NULL;
  const bool asked = !only || json_object_get(names, name);
  json_decref(names);
  return asked;
}

struct running {
  pid_t pid;
  const char *name;
  json_t *named;
};

static void finish_one(struct running *runs, json_t *clean, json_t *killed)
{
  int status;
  const pid_t pid = wait(&status);
  for (size_t i = 0; i < AT_ONCE; i++) {
    if (pid <= 0 || runs[i].pid != pid)
      continue;
    judge(runs[i].name, runs[i].named, clean, killed);
    runs[i].pid = 0;
  }
}

static void run_breaks(json_t *breaks, json_t *clean, json_t *killed)
{
  struct running runs[AT_ONCE] = { { 0 } };
  size_t i;
  json_t *row;
  json_array_foreach(breaks, i, row)
  {
    if (!is_asked_for(json_string_value(json_object_get(row, "name"))))
      continue;
    size_t slot = 0;
    while (runs[slot].pid && slot < AT_ONCE - 1)
      slot++;
    if (runs[slot].pid)
      finish_one(runs, clean, killed);
    for (slot = 0; runs[slot].pid;)
      slot++;
    json_t *checks = json_object_get(row, "checks");
    if (json_is_array(checks)) {
      runs[slot].named = json_object();
      for (size_t k = 0; k < json_array_size(checks); k++)
        (void)json_object_set_new(runs[slot].named, json_string_value(json_array_get(checks, k)), json_true());
    } else {
      runs[slot].named = outcomes_words(json_string_value(checks));
    }
    runs[slot].name = json_string_value(json_object_get(row, "name"));
    runs[slot].pid = start(runs[slot].name, false);
  }
  for (size_t left = 0; left < AT_ONCE; left++)
    finish_one(runs, clean, killed);
}

static size_t unnoticed(json_t *breaks)
{
  size_t n = 0;
  size_t i;
  json_t *row;
  json_array_foreach(breaks, i, row)
  {
    const json_t *checks = json_object_get(row, "checks");
    n += json_is_array(checks) ? json_array_size(checks) == 0 : json_string_length(checks) == 0;
  }
  return n;
}

static json_t *list_breaks(void)
{
  char file[128];
  (void)snprintf(file, sizeof file, "%s/breaks.json", scratch);
  char demo[] = "demo", list[] = "--list-breaks", format[] = "--format=json";
  char *argv[] = { getenv("samsvar"), demo, list, format, NULL };
  posix_spawn_file_actions_t actions;
  (void)posix_spawn_file_actions_init(&actions);
  (void)posix_spawn_file_actions_addopen(&actions, 1, file, O_WRONLY | O_CREAT, 0600);
  pid_t pid;
  int status = 1;
  if (posix_spawn(&pid, argv[0], &actions, NULL, argv, environ) == 0)
    (void)waitpid(pid, &status, 0);
  (void)posix_spawn_file_actions_destroy(&actions);
  return status == 0 ? json_load_file(file, 0, NULL) : NULL;
}

static void remove_folder(const char *path)
{
  char *const argv[] = { (char[]){ "rm" }, (char[]){ "-rf" }, (char *)(uintptr_t)path, NULL };
  pid_t pid;
  if (posix_spawnp(&pid, argv[0], NULL, NULL, argv, environ) == 0)
    (void)waitpid(pid, NULL, 0);
}

int main(void)
{
  (void)setvbuf(stdout, NULL, _IOLBF, 0);
  if (!getenv("samsvar") || !mkdtemp(scratch)) {
    (void)printf("Bail out! no $samsvar, or no scratch folder\n");
    return 99;
  }
  json_t *breaks = list_breaks();
  tap(json_array_size(breaks) > 0, "the breaks are listed", "");
  (void)waitpid(start("clean", true), NULL, 0);
  json_t *clean = take("clean");
  tap(clean != NULL, "the clean service is judged", "");
  const char *check;
  json_t *outcome;
  json_object_foreach(clean, check, outcome)
  {
    const char *word = json_string_value(outcome);
    tap(strcmp(word, "passed") == 0 || strcmp(word, "inapplicable") == 0, "clean, nothing is wrong for", check);
  }
  json_t *killed = json_object();
  run_breaks(breaks, clean, killed);
  json_object_foreach(clean, check, outcome)
  {
    tap(json_object_get(killed, check) != NULL, "a break kills", check);
  }
  (void)printf("# %zu breaks, %zu noticed by no check yet\n", json_array_size(breaks), unnoticed(breaks));
  (void)printf("1..%d\n", count);
  if (!getenv("SAMSVAR_KEEP"))
    remove_folder(scratch);
  return 0;
}
