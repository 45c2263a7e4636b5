// SPDX-License-Identifier: Apache-2.0
/* Reports a million findings. */
#include "tests/plugins/fixture.h"

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  for (int i = 0; i < 1000000; i++)
    sv_find(ctx, .outcome = SV_FAILED, .message = "One more");
  return SV_FAILED;
}

FIXTURE(flood, evil);
