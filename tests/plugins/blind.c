// SPDX-License-Identifier: Apache-2.0
/* Passes without looking at anything. */
#include "tests/plugins/fixture.h"

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  (void)ctx;
  return SV_PASSED;
}

FIXTURE(blind, evil);
