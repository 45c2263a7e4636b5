// SPDX-License-Identifier: Apache-2.0
/* Any bytes as N-Quads, which hold N-Triples. */
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/rdf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  fuzz_rdf(data, size, SV_RDF_NQUADS);
  return 0;
}
