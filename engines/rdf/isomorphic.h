// SPDX-License-Identifier: Apache-2.0
/* Whether two graphs say the same, whatever their blank nodes are called. */
#ifndef SV_RDF_ISOMORPHIC_H
#define SV_RDF_ISOMORPHIC_H

#include "engines/rdf/graph.h"

#define SV_ISOMORPHIC_WORK ((size_t)400000000) /* quads looked at, some seconds */

/* Puts in *SAME whether A and B, named graphs included, are isomorphic (RDF 1.1 Concepts 3.6, 4.1);
 * both must be sorted. SV_LIMIT ("isomorphism-work") when that takes more than WORK steps. */
enum sv_status sv_graph_isomorphic(const struct sv_graph *a, const struct sv_graph *b, size_t work,
                                   bool *same, struct sv_error *err) SV_MUST_USE;

#endif
