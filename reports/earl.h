// SPDX-License-Identifier: Apache-2.0
/* Nodes and properties, written as they come in one of two syntaxes. What goes in is the same, so
 * what comes out is the same graph. */
#ifndef SV_REPORTS_EARL_H
#define SV_REPORTS_EARL_H

#include "engines/result/emit.h"
#include "engines/result/run.h"

struct sv_rdf_out {
  struct sv_emit emit; /* emit.out is written to in both syntaxes */
  bool turtle;
  unsigned depth; /* of open nodes */
};

/* Terms are names of the context: "earl:Assertion". IRIs are encoded already. Lists end with NULL.
 * A property comes once in a node. */
void sv_rdf_begin(struct sv_rdf_out *o);
void sv_rdf_end(struct sv_rdf_out *o);
void sv_rdf_node(struct sv_rdf_out *o, const char *iri, const char *const *types);
void sv_rdf_blank(struct sv_rdf_out *o, const char *property, const char *const *types);
void sv_rdf_close(struct sv_rdf_out *o); /* of a node or a blank one */

/* Values of PROPERTY of the open node. */
void sv_rdf_term(struct sv_rdf_out *o, const char *property, const char *term);
void sv_rdf_iris(struct sv_rdf_out *o, const char *property, const char *const *iris);
void sv_rdf_text(struct sv_rdf_out *o, const char *property, const char *text, const char *lang);
void sv_rdf_texts(struct sv_rdf_out *o, const char *property, const struct sv_text *text);
void sv_rdf_time(struct sv_rdf_out *o, const char *property, const char *time);

#endif
