// SPDX-License-Identifier: Apache-2.0
/* Fails the target for what the network did. */
#include "tests/plugins/fixture.h"

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  sv_find(ctx, .outcome = SV_FAILED, .attribution = SV_NETWORK, .message = "The line is dead");
  return SV_FAILED;
}

FIXTURE(blames, evil);
