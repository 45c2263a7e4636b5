// SPDX-License-Identifier: Apache-2.0
/* Sleeps for ever. */
#include "tests/plugins/fixture.h"

#include <unistd.h>

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  (void)ctx;
  for (;;)
    (void)sleep(1000);
  return SV_PASSED;
}

FIXTURE(sleeps, evil);
