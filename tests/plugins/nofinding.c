// SPDX-License-Identifier: Apache-2.0
/* Fails without saying why. */
#include "tests/plugins/fixture.h"

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  (void)ctx->sv->endpoint(ctx);
  return SV_FAILED;
}

FIXTURE(nofinding, evil);
