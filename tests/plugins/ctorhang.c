// SPDX-License-Identifier: Apache-2.0
/* Never ends loading. */
#include "tests/plugins/fixture.h"

#include <unistd.h>

static __attribute__((constructor)) void hang(void)
{
  for (;;)
    (void)sleep(1000);
}

HARMLESS(ctorhang);
SV_PLUGIN(ctorhang, checks, .version = "1.0.0");
