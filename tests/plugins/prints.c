// SPDX-License-Identifier: Apache-2.0
/* Writes to the terminal. */
#include "tests/plugins/fixture.h"

#include <stdio.h>

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  (void)printf("<script>fixture on stdout</script>\n");
  (void)fflush(stdout);
  for (int i = 0; i < 100000; i++)
    (void)fprintf(stderr, "fixture on stderr %d\n", i);
  return held(ctx, 1, "");
}

FIXTURE(prints, evil);
