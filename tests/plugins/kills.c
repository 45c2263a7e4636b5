// SPDX-License-Identifier: Apache-2.0
/* Signals its parent. */
#include "tests/plugins/fixture.h"

#include <signal.h>
#include <unistd.h>

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  const int a = kill(getppid(), SIGKILL);
  const int b = kill(-1, SIGKILL);
  return held(ctx, a != 0 && b != 0, "kill");
}

FIXTURE(kills, evil);
