// SPDX-License-Identifier: Apache-2.0
/* What the RDF harnesses do with any bytes. */
#ifndef SV_FUZZ_RDF_H
#define SV_FUZZ_RDF_H

#include "engines/rdf/read.h"

#include <stdint.h>

/* Reads DATA as SYNTAX under small limits. A fault has a sentence and a place; a graph is written
 * and read again, and says the same. */
void fuzz_rdf(const uint8_t *data, size_t size, enum sv_rdf_syntax syntax);

#endif
