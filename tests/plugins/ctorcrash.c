// SPDX-License-Identifier: Apache-2.0
/* Crashes while it is loaded. */
#include "tests/plugins/fixture.h"

static __attribute__((constructor)) void crash(void)
{
  fall();
}

HARMLESS(ctorcrash);
SV_PLUGIN(ctorcrash, checks, .version = "1.0.0");
