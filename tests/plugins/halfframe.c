// SPDX-License-Identifier: Apache-2.0
/* Begins a frame and never ends it. */
#include "tests/plugins/fixture.h"

#include <unistd.h>

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  static const unsigned char half[] = { 200, 0, 0, 0, 12, 1 };
  (void)ctx;
  if (write(3, half, sizeof half) < 0)
    return SV_CANT_TELL;
  for (;;)
    (void)sleep(1000);
  return SV_PASSED;
}

FIXTURE(halfframe, evil);
