// SPDX-License-Identifier: Apache-2.0
/* What every unit test includes, in the order cmocka needs. */
#ifndef SV_TESTS_UNIT_H
#define SV_TESTS_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdbool.h>
#include <stdlib.h>

/* Whether tools/check-valgrind runs us: all is many times slower, a cage ends the process, and a
 * program that is not there starts and fails. */
static inline bool unit_valgrind(void)
{
  return getenv("SAMSVAR_VALGRIND") != NULL;
}

#endif
