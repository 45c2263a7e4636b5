// SPDX-License-Identifier: Apache-2.0
/* Code lists from what their publishers publish: concept schemes in SKOS. */
#ifndef SV_VOCABULARY_SKOS_H
#define SV_VOCABULARY_SKOS_H

#include "engines/base/buf.h"
#include "engines/rdf/graph.h"
#include "engines/vocabulary/vocabulary.h"

struct sv_skos_import {
  const char *scheme;                /* IRI of the scheme; NULL: the only one there is */
  const char *id;                    /* of the list; NULL: that of OLD */
  const char *taken;                 /* today, as 2026-11-22 */
  const char *source;                /* where the file came from */
  const struct sv_vocabularies *old; /* titles and ids are taken from the list of the same scheme */
};

/* Adds the concepts of a scheme in G, which must be sorted and indexed by objects, to OUT in the
 * form that sv_vocabulary_read() reads. Retired concepts (owl:deprecated) are left out. SV_INVALID
 * with a sentence when there is no scheme, more than one, no concept, or no id for it. */
enum sv_status sv_vocabulary_from_skos(const struct sv_graph *g, const struct sv_skos_import *how,
                                       struct sv_buf *out, struct sv_error *err) SV_MUST_USE;

#endif
