// SPDX-License-Identifier: Apache-2.0
/* Gives a verdict that does not exist. */
#include "tests/plugins/fixture.h"

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  (void)ctx->sv->endpoint(ctx);
  return (enum sv_outcome)77;
}

FIXTURE(rubbish, evil);
