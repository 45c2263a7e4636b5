// SPDX-License-Identifier: Apache-2.0
/* Starts processes that want to outlive it. */
#include "tests/plugins/fixture.h"

#include <unistd.h>

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  int made = 0;
  for (int i = 0; i < 50; i++) {
    const pid_t pid = fork();
    if (pid == 0) {
      (void)setsid();
      for (;;)
        (void)sleep(1000);
    }
    made += pid > 0;
  }
  return held(ctx, made == 0, "fork");
}

FIXTURE(forks, evil);
