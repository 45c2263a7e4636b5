// SPDX-License-Identifier: Apache-2.0
/* Judges a requirement that the catalogue does not have. */
#include "tests/plugins/fixture.h"

static const struct sv_check checks[] = {
  { .id = "technical.unknown.good",
    .title = "A check",
    .requirements = "TEC-TST-99",
    .kinds = "web",
    .layer = SV_TECHNICAL,
    .level = SV_MUST,
    .run = good_check },
};

SV_PLUGIN(unknown, checks, .version = "1.0.0");
