// SPDX-License-Identifier: Apache-2.0
/* The RDF/XML reader's state. The tree is libxml2's, at most 256 elements deep, so that walking it
 * by recursion is bounded. */
#ifndef SV_RDF_RDFXML_H
#define SV_RDF_RDFXML_H

#include "engines/base/map.h"
#include "engines/rdf/read.h"
#include "engines/rdf/store.h"

#include <libxml/tree.h>

#define ITS_NS "http://www.w3.org/2005/11/its"
#define RDF_NS "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

/* RDF 1.2: a triple term takes one triple and gives none to the graph. */
struct rdfxml_capture {
  sv_term s, p, o;
  size_t count;
};

struct rdfxml {
  struct sv_graph *graph;
  const struct sv_rdf_options *opt;
  enum sv_status status;
  struct sv_doc_finding fault;
  struct sv_map ids;              /* IRIs that rdf:ID made */
  struct sv_buf iri, value;       /* scratch */
  size_t expanded;                /* bytes that entities gave */
  struct rdfxml_capture *capture; /* where triples go; NULL: the graph */
};

/* What an element's attributes say, the RDF ones by name. Values are to be freed with the scope. */
enum rdf_attribute {
  RDF_ID,
  RDF_ABOUT,
  RDF_NODE_ID,
  RDF_RESOURCE,
  RDF_DATATYPE,
  RDF_PARSE_TYPE,
  RDF_ANNOTATION,
  RDF_ANNOTATION_NODE_ID,
  RDF_ATTRIBUTES
};

struct scope {
  const char *base;            /* in the arena */
  const char *lang;            /* "" or NULL: none */
  bool version_1_2;            /* rdf:version says so: triple terms and directions are read */
  enum sv_direction direction; /* its:dir */
};

struct attributes {
  const char *rdf[RDF_ATTRIBUTES]; /* NULL: absent */
  struct scope scope;
  size_t properties; /* how many others there are */
};

/* Ends the reading at NODE. {name} in MSGID becomes NAME. Returns 0. */
int rdfxml_fault(struct rdfxml *x, const xmlNode *node, const char *msgid, const char *name);
int rdfxml_limit(struct rdfxml *x, const char *name, const char *msgid);

bool rdfxml_attributes(struct rdfxml *x, xmlNode *e, const struct scope *outer,
                       struct attributes *a);
/* Adds the triples that property attributes give S. */
bool rdfxml_property_attributes(struct rdfxml *x, xmlNode *e, sv_term s,
                                const struct attributes *a);

sv_term rdfxml_resolve(struct rdfxml *x, const xmlNode *at, const char *iri,
                       const struct scope *scope);
/* The IRI that rdf:ID makes, unique in the document. */
sv_term rdfxml_id(struct rdfxml *x, const xmlNode *at, const char *id, const struct scope *scope);
sv_term rdfxml_node_id(struct rdfxml *x, const xmlNode *at, const char *id);
/* The IRI of an element's or attribute's name. */
sv_term rdfxml_name(struct rdfxml *x, const xmlNode *at, const xmlNs *ns, const xmlChar *local);
sv_term rdfxml_plain(struct rdfxml *x, const char *text, size_t size, const struct scope *scope);

bool rdfxml_is(const xmlNs *ns, const xmlChar *local, const char *name);
bool rdfxml_add(struct rdfxml *x, const xmlNode *at, sv_term s, sv_term p, sv_term o);

/* The text that the children of E make, in x->value; false when there is an element among them
 * (*ELEMENT, when not NULL, is set then) or after a fault. */
bool rdfxml_text(struct rdfxml *x, xmlNode *e);
/* The only element among the children of E, NULL when there is none or more; *COUNT of them. *BLANK
 * says that there is nothing but white space beside. */
xmlNode *rdfxml_child(struct rdfxml *x, xmlNode *e, size_t *count, bool *blank);
/* The children of E in canonical form, as a literal. */
sv_term rdfxml_literal(struct rdfxml *x, xmlNode *e);

/* The node that E describes; DEPTH bounds the recursion. */
sv_term rdfxml_node(struct rdfxml *x, xmlNode *e, const struct scope *scope, unsigned depth);
/* The property elements among the children of E, about S. */
bool rdfxml_properties(struct rdfxml *x, xmlNode *e, sv_term s, const struct scope *scope,
                       unsigned depth);

enum sv_status sv_rdf_read_xml(struct sv_graph *g, const char *data, size_t size,
                               const struct sv_rdf_options *opt, struct sv_doc_finding *fault);

#endif
