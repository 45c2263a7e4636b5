// SPDX-License-Identifier: Apache-2.0
/* Breaks of HTTP semantics: methods, negotiation, caching, problem details, lifecycle. */
#include "reference/breaks/tables.h"

static const struct sv_break rows[] = {
  { "no-304", "If-None-Match is ignored.", SV_QUIRK, .quirk = SV_NO_304,
    .checks = "technical.http.if-none-match" },
};

SV_BREAK_TABLE(sv_breaks_http, rows);
