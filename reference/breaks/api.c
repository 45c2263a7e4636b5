// SPDX-License-Identifier: Apache-2.0
/* Breaks of answers of the programming interface and its event feed. */
#include "reference/breaks/tables.h"

static const struct sv_break rows[] = {
  { "page-size-ignored", "A page has 20 organisations whatever was asked.", SV_QUIRK,
    .quirk = SV_PAGE_SIZE_IGNORED, .checks = "technical.contract.page-size" },
};

SV_BREAK_TABLE(sv_breaks_api, rows);
