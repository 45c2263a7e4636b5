// SPDX-License-Identifier: Apache-2.0
/* Ends the process as if all were well. */
#include "tests/plugins/fixture.h"

#include <stdlib.h>

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  (void)ctx;
  exit(0);
}

FIXTURE(exits, evil);
