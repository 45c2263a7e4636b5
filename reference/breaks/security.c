// SPDX-License-Identifier: Apache-2.0
/* Breaks of security headers, CORS and security.txt. */
#include "reference/breaks/tables.h"

static const struct sv_break rows[] = {
  { "no-hsts", "Strict-Transport-Security is not sent.", SV_DROP, "*", "Strict-Transport-Security",
    .checks = "technical.security.hsts" },
};

SV_BREAK_TABLE(sv_breaks_security, rows);
