// SPDX-License-Identifier: Apache-2.0
/* What a session needs, small: one requirement, one profile, one endpoint, a scratch folder for
 * plugins. */
#ifndef SV_TESTS_BENCH_H
#define SV_TESTS_BENCH_H

#include "tests/unit/unit.h"

#include "runner/session.h"

#include <sys/types.h>

enum { BENCH_CHECK_MS = 1200, BENCH_CASE_MOST_MS = 30000 };

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

void bench_open(struct bench *b);
void bench_close(struct bench *b);

/* Another target than http://127.0.0.1:9/. */
void bench_target(struct bench *b, const char *text);

/* Puts the plugin called NAME into the bench's folder. */
void bench_put(const struct bench *b, const char *name, mode_t mode);

/* The result of technical.PLUGIN.CHECK, or of a plugin that is not used when CHECK is NULL; NULL:
 * none. */
const struct sv_result *bench_find(const struct sv_run *run, const char *plugin, const char *check);

/* The text of its first finding, or "". */
const char *bench_text(const struct sv_result *r);

int64_t bench_clock(void);

#endif
