// SPDX-License-Identifier: Apache-2.0
/* Writes through a pointer to nowhere. */
#include "tests/plugins/fixture.h"

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  (void)ctx;
  fall();
  return SV_PASSED;
}

FIXTURE(segfault, evil);
