// SPDX-License-Identifier: Apache-2.0
/* Closes every descriptor. */
#include "tests/plugins/fixture.h"

#include <unistd.h>

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  (void)ctx;
  for (int fd = 0; fd < 64; fd++)
    (void)close(fd);
  for (;;)
    (void)sleep(1000);
  return SV_PASSED;
}

FIXTURE(closes, evil);
