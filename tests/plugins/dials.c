// SPDX-License-Identifier: Apache-2.0
/* Opens sockets of its own. */
#include "tests/plugins/fixture.h"

#include <sys/socket.h>

static enum sv_outcome evil(struct sv_ctx *ctx)
{
  const int a = socket(AF_INET, SOCK_STREAM, 0);
  const int b = socket(AF_UNIX, SOCK_STREAM, 0);
  return held(ctx, a < 0 && b < 0, "socket");
}

FIXTURE(dials, evil);
