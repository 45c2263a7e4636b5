// SPDX-License-Identifier: Apache-2.0
/* Writes an end of its own: passed. */
#include "tests/plugins/fixture.h"

#include <unistd.h>

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  /* length, SV_WIRE_END, number 0, passed, nothing left out, looked at the endpoint */
  static const unsigned char end[] = { 21, 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0,
                                       1,  0, 0, 0, 0,  0, 0, 0, 1, 0, 0, 0 };
  if (write(3, end, sizeof end) < 0)
    return SV_CANT_TELL;
  (void)ctx->sv->endpoint(ctx);
  return SV_PASSED;
}

FIXTURE(forged, evil);
