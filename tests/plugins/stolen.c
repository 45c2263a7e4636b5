// SPDX-License-Identifier: Apache-2.0
/* Has a check of another plugin's name. */
#include "tests/plugins/fixture.h"

static const struct sv_check checks[] = {
  { .id = "technical.honest.good",
    .title = "A check",
    .requirements = "TEC-TST-01",
    .kinds = "web",
    .layer = SV_TECHNICAL,
    .level = SV_MUST,
    .run = good_check },
};

SV_PLUGIN(stolen, checks, .version = "1.0.0");
