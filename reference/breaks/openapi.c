// SPDX-License-Identifier: Apache-2.0
/* Breaks of the OpenAPI document and the catalogue of APIs. */
#include "reference/breaks/tables.h"

static const struct sv_break rows[] = {
  { "openapi-no-contact", "The OpenAPI document names no contact.", SV_EDIT, "openapi.json",
    "\"contact\"", "\"x-contact\"", .checks = "technical.description.contact" },
};

SV_BREAK_TABLE(sv_breaks_openapi, rows);
