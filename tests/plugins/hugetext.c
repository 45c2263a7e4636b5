// SPDX-License-Identifier: Apache-2.0
/* Gives a message of ten megabytes. */
#include "tests/plugins/fixture.h"

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  const size_t size = 10 << 20;
  char *text = ctx->sv->alloc(ctx, size);
  memset(text, 'a', size - 1);
  sv_find(ctx, .outcome = SV_FAILED, .message = text);
  return SV_FAILED;
}

FIXTURE(hugetext, evil);
