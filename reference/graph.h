// SPDX-License-Identifier: Apache-2.0
/* The descriptions are kept in one plain form of Turtle: prefixes, prefixed names, IRIs, literals,
 * `a`, `;` and `,`. From it this makes the same graph in JSON-LD and RDF/XML, so that the three can
 * never differ. */
#ifndef SV_REFERENCE_GRAPH_H
#define SV_REFERENCE_GRAPH_H

#include "engines/base/arena.h"
#include "engines/base/buf.h"

struct sv_graph_term {
  enum { SV_GRAPH_IRI, SV_GRAPH_LITERAL } kind;
  const char *text;
  const char *language; /* NULL: none */
  const char *datatype; /* IRI; NULL: a plain or tagged literal */
};

struct sv_graph_triple {
  const char *subject;
  const char *predicate;
  struct sv_graph_term object;
};

struct sv_graph_prefix {
  const char *name;
  const char *iri;
};

struct sv_graph_doc {
  struct sv_graph_prefix prefixes[48];
  size_t prefix_count;
  struct sv_graph_triple *triples;
  size_t count;
};

/* Reads TEXT into G; all of it lives in ARENA. SV_INVALID names the line that is not of the plain
 * form. */
enum sv_status sv_graph_doc_read(struct sv_graph_doc *g, const char *text, struct sv_arena *arena,
                                 struct sv_error *err) SV_MUST_USE;

/* Appends the graph in that syntax. */
void sv_graph_doc_jsonld(const struct sv_graph_doc *g, struct sv_buf *out);
void sv_graph_doc_rdfxml(const struct sv_graph_doc *g, struct sv_buf *out);

#endif
