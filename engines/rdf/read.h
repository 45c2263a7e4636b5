// SPDX-License-Identifier: Apache-2.0
/* Reading RDF documents into a graph. */
#ifndef SV_RDF_READ_H
#define SV_RDF_READ_H

#include "engines/doc/doc.h"
#include "engines/rdf/graph.h"

enum sv_rdf_syntax {
  SV_RDF_TURTLE,
  SV_RDF_TRIG,
  SV_RDF_NTRIPLES,
  SV_RDF_NQUADS,
  SV_RDF_XML,
  SV_RDF_JSONLD,
  SV_RDF_SYNTAXES
};

/* JSON-LD 1.1: what becomes of base directions. */
enum sv_rdf_direction { SV_RDF_NO_DIRECTION, SV_RDF_I18N_DATATYPE, SV_RDF_COMPOUND_LITERAL };

struct sv_rdf_options {
  const char *name;             /* of the file, for messages and places; NULL: none. Copied */
  const char *base;             /* absolute base IRI; NULL: relative IRIs are errors */
  struct sv_doc_finding *fault; /* NULL, or filled in with what ended the reading */

  /* Called with CONTEXT now and then: the bytes before OFFSET are not needed any more. NULL: none.
   * Turtle family only. */
  void (*release)(void *context, size_t offset);
  void *context;

  bool generalized; /* JSON-LD, N-Triples, N-Quads: allow a blank node as predicate */

  /* JSON-LD only. */
  const struct sv_doc *expand_context;
  enum sv_rdf_direction direction;
  bool mode_1_0; /* processing mode json-ld-1.0 */
  /* The remote context IRI, to be freed by the reader. SV_NOT_FOUND: not in the bundle. NULL: none
   * are known. */
  enum sv_status (*load)(void *context, const char *iri, struct sv_doc **out, struct sv_error *err);
  /* Told of each member that stands for nothing, since no context says what NAME is; LINE is 0 in
   * another document than the one that is read. NULL: nobody is. */
  void (*dropped)(void *context, const char *name, size_t line);
};

/* Reads SIZE bytes of SYNTAX into G, which it does not sort. SV_INVALID with position for what
 * breaks the grammar (what came before stays in G: throw G away), SV_LIMIT, SV_NO_MEMORY.
 * RDF 1.1 and RDF 1.2 Turtle, TriG, N-Triples, N-Quads, XML; JSON-LD 1.1. */
enum sv_status sv_rdf_read(struct sv_graph *g, const char *data, size_t size,
                           enum sv_rdf_syntax syntax, const struct sv_rdf_options *opt,
                           struct sv_error *err) SV_MUST_USE;

/* The syntax that a name given to --input, a file name's ending, or a media type (without
 * parameters) stands for; false when none. */
bool sv_rdf_syntax_by_name(const char *name, enum sv_rdf_syntax *out);
bool sv_rdf_syntax_by_file(const char *path, enum sv_rdf_syntax *out);
bool sv_rdf_syntax_by_media(const char *media, enum sv_rdf_syntax *out);

#endif
