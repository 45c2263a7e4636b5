// SPDX-License-Identifier: Apache-2.0
/* Becomes another program. */
#include "tests/plugins/fixture.h"

#include <unistd.h>

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  char *const argv[] = { (char[]){ "true" }, NULL };
  (void)execv("/bin/true", argv);
  return held(ctx, 0, "execv");
}

FIXTURE(executes, evil);
