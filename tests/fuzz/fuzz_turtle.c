// SPDX-License-Identifier: Apache-2.0
/* Any bytes as TriG, which holds Turtle. */
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/rdf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  fuzz_rdf(data, size, SV_RDF_TRIG);
  return 0;
}
