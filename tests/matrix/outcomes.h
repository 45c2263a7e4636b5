// SPDX-License-Identifier: Apache-2.0
/* What each check said in one run: read from results.json. */
#ifndef SV_TESTS_MATRIX_OUTCOMES_H
#define SV_TESTS_MATRIX_OUTCOMES_H

#include <jansson.h>

/* A new object from check id to its worst outcome over all endpoints ("failed" before "cantTell" before "untested"
 * before "passed" before "inapplicable"), or NULL when the file is not there or not JSON. */
json_t *outcomes_read(const char *results);

/* The words of TEXT (space separated) as a new object with true under each. */
json_t *outcomes_words(const char *text);

#endif
