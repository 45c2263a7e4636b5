// SPDX-License-Identifier: Apache-2.0
/* A plugin whose one check, of a real requirement, writes through a pointer to nowhere. */
#include <samsvar/plugin.h>

static enum sv_outcome crash(struct sv_ctx *ctx)
{
  int *volatile nowhere = (int *)8;
  (void)ctx;
  *nowhere = 1;
  return SV_PASSED;
}

static const struct sv_check checks[] = {
  { .id = "technical.crashes.date",
    .title = "Responses carry a Date",
    .requirements = "TEC-HTP-04",
    .kinds = "web",
    .layer = SV_TECHNICAL,
    .level = SV_MUST,
    .run = crash },
};

SV_PLUGIN(crashes, checks, .version = "1.0.0");
