// SPDX-License-Identifier: Apache-2.0
/* Computes for ever. */
#include "tests/plugins/fixture.h"

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  (void)ctx;
  for (volatile unsigned n = 0;; n++)
    if (n == 1 && n == 2)
      return SV_PASSED;
  return SV_PASSED;
}

FIXTURE(busy, evil);
