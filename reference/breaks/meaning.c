// SPDX-License-Identifier: Apache-2.0
/* Breaks of the descriptions in RDF. */
#include "reference/breaks/tables.h"

static const struct sv_break rows[] = {
  { "dataset-without-title", "A data set has no title.", SV_EDIT, "katalog.ttl",
    "  dct:title \"Enheter\"@nb, \"Einingar\"@nn, \"Organisations\"@en ;\n", "",
    .checks = "semantic.dcat.dataset-title" },
};

SV_BREAK_TABLE(sv_breaks_meaning, rows);
