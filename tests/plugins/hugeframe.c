// SPDX-License-Identifier: Apache-2.0
/* Announces a frame of four gigabytes. */
#include "tests/plugins/fixture.h"

#include <unistd.h>

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  static const unsigned char head[] = { 0xff, 0xff, 0xff, 0xff, 12 };
  (void)ctx->sv->endpoint(ctx);
  return write(3, head, sizeof head) < 0 ? SV_CANT_TELL : SV_PASSED;
}

FIXTURE(hugeframe, evil);
