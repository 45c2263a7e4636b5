// SPDX-License-Identifier: Apache-2.0
/* Signals its parent, itself and by way of a descriptor. */
#include "tests/plugins/fixture.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  const int a = kill(getppid(), SIGKILL);
  const int b = kill(-1, SIGKILL);
  const int c = fcntl(3, F_SETOWN, getppid());
  const int d = fcntl(3, F_SETSIG, SIGKILL);
  return held(ctx, a != 0 && b != 0 && c != 0 && d != 0, "kill");
}

FIXTURE(kills, evil);
