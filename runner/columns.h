// SPDX-License-Identifier: Apache-2.0
/* Tables in text: JSON rows in aligned columns. */
#ifndef SV_RUNNER_COLUMNS_H
#define SV_RUNNER_COLUMNS_H

#include <jansson.h>
#include <stddef.h>
#include <stdio.h>

struct sv_column {
  const char *title;  /* msgid */
  const char *member; /* of the rows' objects */
};

/* Prints ROWS, an array of objects, under the titles of COUNT COLUMNS; the last one is not padded.
 * Lists are shown with spaces between, booleans as a word, control characters as "?". */
void sv_columns_print(FILE *out, const json_t *rows, const struct sv_column *columns, size_t count);

/* Prints ARRAY (stolen) as JSON with a newline. The exit code: 0, or 5 when that failed. */
int sv_json_print(json_t *array);

#endif
