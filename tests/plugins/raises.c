// SPDX-License-Identifier: Apache-2.0
/* Raises its own limits, as root may. */
#include "tests/plugins/fixture.h"

#include <sys/resource.h>

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  const struct rlimit none = { .rlim_cur = RLIM_INFINITY, .rlim_max = RLIM_INFINITY };
  struct rlimit now;
  const int a = setrlimit(RLIMIT_AS, &none);
  const int b = setrlimit(RLIMIT_CPU, &none);
  const int c = setrlimit(RLIMIT_FSIZE, &none);
  return held(ctx, a != 0 && b != 0 && c != 0 && getrlimit(RLIMIT_CPU, &now) == 0, "setrlimit");
}

FIXTURE(raises, evil);
