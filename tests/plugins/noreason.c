// SPDX-License-Identifier: Apache-2.0
/* Cannot tell, and does not say why. */
#include "tests/plugins/fixture.h"

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  (void)ctx->sv->endpoint(ctx);
  return SV_CANT_TELL;
}

FIXTURE(noreason, evil);
