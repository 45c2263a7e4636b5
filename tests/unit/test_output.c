// SPDX-License-Identifier: Apache-2.0
/* The output folder: held alone, no links, whole files. */
#include "tests/unit/unit.h"

#include "runner/formats.h"
#include "runner/output.h"
#include "tests/unit/sample_run.h"

#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

struct place {
  char folder[64];  /* scratch, ours alone */
  char output[128]; /* within it, not made yet */
};

static int make_place(void **state)
{
  static struct place place;
  (void)snprintf(place.folder, sizeof place.folder, "/tmp/samsvar-output-XXXXXX");
  if (!mkdtemp(place.folder))
    return -1;
  (void)snprintf(place.output, sizeof place.output, "%s/out", place.folder);
  *state = &place;
  return 0;
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *where)
{
  (void)info;
  (void)kind;
  (void)where;
  return remove(path);
}

static int remove_place(void **state)
{
  const struct place *place = *state;
  return nftw(place->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

static size_t count_files(const char *folder)
{
  size_t count = 0;
  DIR *d = opendir(folder);
  assert_non_null(d);
  for (const struct dirent *e = readdir(d); e; e = readdir(d))
    count += e->d_name[0] != '.';
  (void)closedir(d);
  return count;
}

static enum sv_status opened(const char *path)
{
  struct sv_output o;
  struct sv_error err = { .line = 0 };
  const enum sv_status status = sv_output_open(path, &o, &err);
  assert_true(status == SV_OK || err.text[0]);
  sv_output_close(&o);
  return status;
}

static void a_folder_is_made_and_files_are_replaced_whole(void **state)
{
  const struct place *place = *state;
  struct sv_output o;
  struct sv_error err = { .line = 0 };
  char path[256];
  char text[16] = "";
  assert_int_equal(sv_output_open(place->output, &o, &err), SV_OK);
  assert_int_equal(sv_output_write(&o, "a.txt", "first one", 9, &err), SV_OK);
  assert_int_equal(sv_output_write(&o, "a.txt", "second", 6, &err), SV_OK);
  sv_output_close(&o);
  (void)snprintf(path, sizeof path, "%s/a.txt", place->output);
  FILE *f = fopen(path, "r");
  assert_non_null(f);
  assert_int_equal(fread(text, 1, sizeof text - 1, f), 6);
  (void)fclose(f);
  assert_string_equal(text, "second");
  assert_int_equal(count_files(place->output), 1);
}

static void links_and_files_are_no_folders(void **state)
{
  const struct place *place = *state;
  char link[128];
  char slash[160];
  (void)snprintf(link, sizeof link, "%s/link", place->folder);
  assert_int_equal(mkdir(place->output, 0700), 0);
  assert_int_equal(symlink(place->output, link), 0);
  assert_int_equal(opened(link), SV_IO);
  (void)snprintf(slash, sizeof slash, "%s//", link);
  assert_int_equal(opened(slash), SV_IO);
  (void)snprintf(slash, sizeof slash, "%s/file", place->folder);
  const int fd = open(slash, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  assert_true(fd >= 0);
  (void)close(fd);
  assert_int_equal(opened(slash), SV_IO);
  assert_int_equal(opened("/proc/samsvar"), SV_IO);
  assert_int_equal(opened(""), SV_IO);
}

static void folders_that_others_write_in_are_refused(void **state)
{
  const struct place *place = *state;
  assert_int_equal(mkdir(place->output, 0700), 0);
  assert_int_equal(chmod(place->output, 0770), 0);
  assert_int_equal(opened(place->output), SV_DENIED);
  assert_int_equal(chmod(place->output, 0707), 0);
  assert_int_equal(opened(place->output), SV_DENIED);
  assert_int_equal(chmod(place->output, 01777), 0);
  assert_int_equal(opened(place->output), SV_OK);
}

static void two_runs_do_not_share_a_folder(void **state)
{
  const struct place *place = *state;
  struct sv_output o;
  struct sv_error err = { .line = 0 };
  assert_int_equal(sv_output_open(place->output, &o, &err), SV_OK);
  assert_int_equal(opened(place->output), SV_DENIED);
  sv_output_close(&o);
  assert_int_equal(opened(place->output), SV_OK);
}

static void a_link_in_the_way_is_replaced_and_not_followed(void **state)
{
  const struct place *place = *state;
  struct sv_output o;
  struct sv_error err = { .line = 0 };
  struct stat info;
  char victim[128];
  char link[160];
  (void)snprintf(victim, sizeof victim, "%s/victim", place->folder);
  (void)snprintf(link, sizeof link, "%s/report.html", place->output);
  assert_int_equal(mkdir(place->output, 0700), 0);
  assert_int_equal(symlink(victim, link), 0);
  assert_int_equal(sv_output_open(place->output, &o, &err), SV_OK);
  assert_int_equal(sv_output_write(&o, "report.html", "x", 1, &err), SV_OK);
  sv_output_close(&o);
  assert_int_equal(access(victim, F_OK), -1);
  assert_int_equal(lstat(link, &info), 0);
  assert_true(S_ISREG(info.st_mode));
}

/* A limit on the size of files stands in for a full disk. */
static void when_the_disk_is_full_what_was_saved_is_told(void **state)
{
  const struct place *place = *state;
  struct sv_output o;
  struct sv_error err = { .line = 0 };
  struct sv_written written;
  const struct sv_wanted wanted = { .list = NULL };
  struct sv_run run;
  struct rlimit before;
  sample_full(&run);
  struct sv_buf results = SV_BUF((size_t)1 << 26);
  assert_int_equal(sv_run_write(&run, &results), SV_OK);
  assert_int_equal(sv_output_open(place->output, &o, &err), SV_OK);
  assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
  (void)signal(SIGXFSZ, SIG_IGN);
  const struct rlimit small = { .rlim_cur = results.size, .rlim_max = before.rlim_max };
  assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
  assert_true(run.verdict.exit_code != 0);
  const enum sv_status red = sv_formats_write(&o, &run, SV_EN, &wanted, &written, &err);
  assert_int_equal(red, SV_IO);
  assert_int_equal(written.count, 2);
  assert_string_equal(written.files[0], "results.json");
  assert_string_equal(err.file, "report.html");
  assert_int_equal(count_files(place->output), 2);
  /* The exit code will be 5: a green junit.xml does not stay beside it. */
  run.verdict.exit_code = 0;
  const enum sv_status green = sv_formats_write(&o, &run, SV_EN, &wanted, &written, &err);
  assert_int_equal(green, SV_IO);
  assert_int_equal(written.count, 1);
  assert_int_equal(count_files(place->output), 1);
  /* What fits is written though what comes before did not: an old junit.xml goes with that. */
  const struct rlimit less = { .rlim_cur = 64, .rlim_max = before.rlim_max };
  assert_int_equal(sv_output_write(&o, "junit.xml", "old", 3, &err), SV_OK);
  assert_int_equal(setrlimit(RLIMIT_FSIZE, &less), 0);
  err = (struct sv_error){ .line = 0 };
  const enum sv_status none = sv_formats_write(&o, &run, SV_EN, &wanted, &written, &err);
  assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
  assert_int_equal(none, SV_IO);
  assert_int_equal(written.count, 0);
  assert_string_equal(err.file, "results.json");
  assert_int_equal(count_files(place->output), 1);
  sv_output_close(&o);
  sv_buf_free(&results);
  sv_run_free(&run);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown(a_folder_is_made_and_files_are_replaced_whole, make_place,
                                    remove_place),
    cmocka_unit_test_setup_teardown(links_and_files_are_no_folders, make_place, remove_place),
    cmocka_unit_test_setup_teardown(folders_that_others_write_in_are_refused, make_place,
                                    remove_place),
    cmocka_unit_test_setup_teardown(two_runs_do_not_share_a_folder, make_place, remove_place),
    cmocka_unit_test_setup_teardown(a_link_in_the_way_is_replaced_and_not_followed, make_place,
                                    remove_place),
    cmocka_unit_test_setup_teardown(when_the_disk_is_full_what_was_saved_is_told, make_place,
                                    remove_place),
  };
  return cmocka_run_group_tests_name("output", tests, NULL, NULL);
}
