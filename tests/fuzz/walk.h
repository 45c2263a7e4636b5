// SPDX-License-Identifier: Apache-2.0
/* What must hold for every document that was read, whatever its syntax. */
#ifndef SV_TESTS_FUZZ_WALK_H
#define SV_TESTS_FUZZ_WALK_H

#include "engines/doc/doc.h"

/* Limits small enough that a harness stays fast. */
#define WALK_LIMITS                                                                                \
  ((struct sv_doc_limits){                                                                         \
      .bytes = 1 << 20, .depth = 64, .nodes = 20000, .key_bytes = 4096, .aliases = 1000 })

/* Visits the values of D from the root; aborts when a promise of doc.h is broken. */
void walk_document(const struct sv_doc *d);

#endif
