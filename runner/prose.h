// SPDX-License-Identifier: Apache-2.0
/* What plugins/NAME/README.md, README.nb.md and README.nn.md say about a check: the text under the heading
 * "## CHECK.ID". */
#ifndef SV_RUNNER_PROSE_H
#define SV_RUNNER_PROSE_H

#include <stdbool.h>
#include <stdio.h>

/* Prints the section, its marks of emphasis taken out and its paragraphs broken at spaces: in the language in use, else
 * in the other Norwegian, else in English. False when there is none. */
bool sv_prose_print(FILE *out, const char *data_dir, const char *plugin, const char *check);

#endif
