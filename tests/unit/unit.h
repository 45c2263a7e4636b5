// SPDX-License-Identifier: Apache-2.0
/* What every unit test includes, in the order cmocka needs. */
#ifndef SV_TESTS_UNIT_H
#define SV_TESTS_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#endif
