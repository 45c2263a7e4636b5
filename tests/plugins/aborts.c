// SPDX-License-Identifier: Apache-2.0
/* Calls abort() after a last word. */
#include "tests/plugins/fixture.h"

#include <stdio.h>
#include <stdlib.h>

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  (void)ctx;
  (void)fprintf(stderr, "fixture: giving up\n");
  abort();
}

FIXTURE(aborts, evil);
