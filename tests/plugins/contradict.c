// SPDX-License-Identifier: Apache-2.0
/* Passes with a failed finding. */
#include "tests/plugins/fixture.h"

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  sv_find(ctx, .outcome = SV_FAILED, .message = "Something is wrong");
  return SV_PASSED;
}

FIXTURE(contradict, evil);
