// SPDX-License-Identifier: Apache-2.0
/* Writes rubbish where the frames go. */
#include "tests/plugins/fixture.h"

#include <unistd.h>

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  static const char noise[] = "\x07\x00\x00\x00no frame at all";
  if (write(3, noise, sizeof noise) < 0)
    return SV_CANT_TELL;
  (void)ctx->sv->endpoint(ctx);
  return SV_PASSED;
}

FIXTURE(noise, evil);
