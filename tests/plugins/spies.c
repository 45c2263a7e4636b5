// SPDX-License-Identifier: Apache-2.0
/* Reads the memory of its parent. */
#include "tests/plugins/fixture.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  char path[64];
  (void)snprintf(path, sizeof path, "/proc/%d/mem", (int)getppid());
  const int a = open(path, O_RDWR);
  (void)snprintf(path, sizeof path, "/proc/%d/environ", (int)getppid());
  const int b = open(path, O_RDONLY);
  return held(ctx, a < 0 && b < 0, path);
}

FIXTURE(spies, evil);
