// SPDX-License-Identifier: Apache-2.0
/* What every harness includes: the one function it must have. It returns 0; a broken promise
 * aborts. */
#ifndef SV_TESTS_FUZZ_H
#define SV_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Something the code promises for every input. */
#define PROMISE(condition)                                                                         \
  do {                                                                                             \
    if (!(condition))                                                                              \
      abort();                                                                                     \
  } while (0)

#endif
