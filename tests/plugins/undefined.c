// SPDX-License-Identifier: Apache-2.0
/* Needs a function that nobody has. */
#include "tests/plugins/fixture.h"

int samsvar_fixture_missing(void);

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  (void)ctx;
  return samsvar_fixture_missing() ? SV_PASSED : SV_FAILED;
}

FIXTURE(undefined, evil);
