// SPDX-License-Identifier: Apache-2.0
/* Looks for secrets in its environment. */
#include "tests/plugins/fixture.h"

#include <stdlib.h>

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  return held(ctx, getenv("SAMSVAR_TEST_SECRET") == NULL, "getenv");
}

FIXTURE(secrets, evil);
