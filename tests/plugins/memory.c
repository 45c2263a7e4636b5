// SPDX-License-Identifier: Apache-2.0
/* Takes memory until there is none. */
#include "tests/plugins/fixture.h"

#include <stdlib.h>

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  (void)ctx;
  for (;;) {
    volatile char *p = malloc(16 << 20);
    for (size_t i = 0; i < 16 << 20; i += 1 << 20)
      p[i] = 1;
  }
  return SV_PASSED;
}

FIXTURE(memory, evil);
