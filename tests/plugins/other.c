// SPDX-License-Identifier: Apache-2.0
/* Gives a result for a check of another plugin: a table it was not asked for. */
#include "tests/plugins/fixture.h"

#include <unistd.h>

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  static const unsigned char table[] = { 9, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0 };
  if (write(3, table, sizeof table) < 0)
    return SV_CANT_TELL;
  (void)ctx->sv->endpoint(ctx);
  return SV_PASSED;
}

FIXTURE(other, evil);
