// SPDX-License-Identifier: Apache-2.0
/* The Norwegian organisation number. */
#ifndef SV_RUNNER_ORGNR_H
#define SV_RUNNER_ORGNR_H

#include <stdbool.h>

/* Whether TEXT is nine digits whose last one is the modulus 11 control digit (weights 3 2 7 6 5 4 3
 * 2). */
bool sv_orgnr_is_valid(const char *text);

#endif
