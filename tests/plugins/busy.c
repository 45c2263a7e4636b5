// SPDX-License-Identifier: Apache-2.0
/* Computes for ever. */
#include "tests/plugins/fixture.h"

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  const volatile int forever = 1;
  (void)ctx;
  while (forever)
    ;
  return SV_PASSED;
}

FIXTURE(busy, evil);
