// SPDX-License-Identifier: Apache-2.0
/* Runs out of stack. */
#include "tests/plugins/fixture.h"

static int deep(int n)
{
  volatile char room[4096];
  room[n % 4096] = (char)n;
  return n == 0 ? 0 : deep(n + 1) + room[n % 4096];
}

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  (void)ctx;
  return deep(1) > 0 ? SV_PASSED : SV_FAILED;
}

FIXTURE(stack, evil);
