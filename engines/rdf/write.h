// SPDX-License-Identifier: Apache-2.0
/* Graphs as text. */
#ifndef SV_RDF_WRITE_H
#define SV_RDF_WRITE_H

#include "engines/rdf/graph.h"

enum sv_rdf_form { SV_RDF_TO_NTRIPLES, SV_RDF_TO_NQUADS, SV_RDF_TO_TURTLE };

/* The form with this name ("ntriples", "nquads", "turtle"); false when there is none. */
bool sv_rdf_form_by_name(const char *name, enum sv_rdf_form *out);

/* Adds G, which must be sorted, to OUT. The same graph gives the same bytes; Turtle is for people:
 * prefixes, subjects and predicates in order of their IRIs, nodes inside one another; a reader of
 * Turtle resolves dot segments that an IRI from another syntax kept (RFC 3986 5.2.4). SV_INVALID
 * when G has named graphs and the form has no place for them. */
enum sv_status sv_rdf_write(const struct sv_graph *g, enum sv_rdf_form form, struct sv_buf *out,
                            struct sv_error *err) SV_MUST_USE;

/* The Turtle part (write_turtle.c). */
enum sv_status sv_rdf_write_turtle(const struct sv_graph *g, struct sv_buf *out);

#endif
