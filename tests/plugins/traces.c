// SPDX-License-Identifier: Apache-2.0
/* Takes hold of its parent. */
#include "tests/plugins/fixture.h"

#include <sys/ptrace.h>
#include <unistd.h>

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  (void)ptrace(PTRACE_ATTACH, getppid(), 0, 0);
  return held(ctx, 0, "ptrace");
}

FIXTURE(traces, evil);
