// SPDX-License-Identifier: Apache-2.0
/* Breaks of pages: language, accessibility, privacy. */
#include "reference/breaks/tables.h"

static const struct sv_break rows[] = {
  { "no-page-language", "The pages do not say their language.", SV_EDIT, "nb/side.html",
    "<html lang=\"nb\">", "<html>", .checks = "technical.web.language" },
};

SV_BREAK_TABLE(sv_breaks_web, rows);
