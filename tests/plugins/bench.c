// SPDX-License-Identifier: Apache-2.0
/* Making and clearing away the bench. */
#include "tests/plugins/bench.h"

#include "runner/cage.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static const char target_text[] = "{\"name\":\"Bench\",\"endpoints\":[{\"id\":\"site\",\"kind\":"
                                  "\"web\","
                                  "\"url\":\"http://127.0.0.1:9/\"}]}";

void bench_open(struct bench *b)
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
  b->options =
      (struct sv_session_options){ .catalogue = &b->catalogue,
                                   .profile = &b->profile,
                                   .target = &b->target,
                                   .recording = b->recording,
                                   .plugin_dirs = b->dirs,
                                   .loopback_hosts = b->hosts,
                                   .check_timeout_ms =
                                       SV_CAGE_SANITIZED ? 4 * BENCH_CHECK_MS : BENCH_CHECK_MS,
                                   .target_timeout_ms = BENCH_CASE_MOST_MS,
                                   .language = "en" };
}

static int remove_one(const char *path, const struct stat *st, int flag, struct FTW *at)
{
  (void)st;
  (void)flag;
  (void)at;
  return remove(path);
}

void bench_close(struct bench *b)
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

void bench_put(const struct bench *b, const char *name, mode_t mode)
{
  const char *built = getenv("abs_builddir");
  char from[512];
  char to[256];
  (void)snprintf(from, sizeof from, "%s/tests/plugins/.libs/%s.so", built ? built : ".", name);
  (void)snprintf(to, sizeof to, "%s/%s.so", b->plugins, name);
  copy_file(from, to, mode);
}

const struct sv_result *bench_find(const struct sv_run *run, const char *plugin, const char *check)
{
  char id[128];
  (void)snprintf(id, sizeof id, check ? "technical.%s.%s" : "technical.plugin.%s", plugin, check);
  for (size_t i = 0; i < run->result_count; i++)
    if (strcmp(run->results[i].check, id) == 0)
      return &run->results[i];
  return NULL;
}

const char *bench_text(const struct sv_result *r)
{
  return r && r->finding_count ? r->findings[0].text : "";
}

int64_t bench_clock(void)
{
  struct timespec t;
  (void)clock_gettime(CLOCK_MONOTONIC, &t);
  return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void bench_target(struct bench *b, const char *text)
{
  struct sv_error err = { 0 };
  sv_target_free(&b->target);
  if (sv_target_parse(text, strlen(text), "bench.json", b->dir, &b->target, &err) != SV_OK)
    fail_msg("%s", err.text);
}
