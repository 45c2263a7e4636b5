// SPDX-License-Identifier: Apache-2.0
/* Writes files. */
#include "tests/plugins/fixture.h"

#include <fcntl.h>

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  const int a = open("/tmp/samsvar-fixture-writes", O_WRONLY | O_CREAT, 0600);
  const int b = open("/dev/shm/samsvar-fixture-writes", O_WRONLY | O_CREAT, 0600);
  return held(ctx, a < 0 && b < 0, "create");
}

FIXTURE(writes, evil);
