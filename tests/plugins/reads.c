// SPDX-License-Identifier: Apache-2.0
/* Reads files that are none of its business. */
#include "tests/plugins/fixture.h"

#include <fcntl.h>

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  const int a = open("/etc/passwd", O_RDONLY);
  const int b = open("/proc/self/environ", O_RDONLY);
  return held(ctx, a < 0 && b < 0, "open");
}

FIXTURE(reads, evil);
