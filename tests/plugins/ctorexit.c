// SPDX-License-Identifier: Apache-2.0
/* Ends the process while it is loaded. */
#include "tests/plugins/fixture.h"

#include <unistd.h>

static __attribute__((constructor)) void leave(void)
{
  _exit(0);
}

HARMLESS(ctorexit);
SV_PLUGIN(ctorexit, checks, .version = "1.0.0");
