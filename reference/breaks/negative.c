// SPDX-License-Identifier: Apache-2.0
/* Breaks of how requests are refused. */
#include "reference/breaks/tables.h"

static const struct sv_break rows[] = {
  { .name = "long-address-taken",
    .what = "An address that is too long is answered.",
    .kind = SV_STATUS,
    .where = "* 414",
    .to = "200",
    .checks = "technical.negative.long-address" },
  { .name = "long-field-taken",
    .what = "Header fields have no limit.",
    .kind = SV_QUIRK,
    .quirk = SV_FIELDS_UNBOUNDED,
    .checks = "technical.negative.long-field" },
  { .name = "host-optional",
    .what = "Requests without Host, or with two, are answered.",
    .kind = SV_QUIRK,
    .quirk = SV_HOST_OPTIONAL,
    .checks = "technical.negative.host" },
  { .name = "path-traversal",
    .what = "Encoded steps upwards show a file of the server.",
    .kind = SV_FILL,
    .where = "*/etc/passwd*",
    .to = "root:x:0:0:root:/root:/bin/sh\n",
    .checks = "technical.negative.traversal" },
};

SV_BREAK_TABLE(sv_breaks_negative, rows);
