// SPDX-License-Identifier: Apache-2.0
/* RDF in memory: interned terms, sorted triples, named graphs, prefixes, source lines.
 *
 * A graph is filled first (by readers, or sv_graph_add), then sorted once with sv_graph_sort();
 * after that it is looked up and never changes, so that threads may share it. Adding again unsorts
 * it. Everything is borrowed from the graph and goes with sv_graph_free().
 *
 * Adding functions return 0 (no term) or do nothing once a limit is reached or memory is out, and
 * the graph stays failed: one test of sv_graph_status() after a chain of them is enough. */
#ifndef SV_RDF_GRAPH_H
#define SV_RDF_GRAPH_H

#include "engines/base/buf.h"
#include "engines/base/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sv_graph;

/* A term of one graph: its kind in the two top bits, a dense index (from 1) in the others. 0: none,
 * or any in the look-ups that say so. Equal terms of one graph are equal numbers. */
typedef uint32_t sv_term;

enum sv_term_kind { SV_TERM_IRI, SV_TERM_BLANK, SV_TERM_LITERAL, SV_TERM_TRIPLE };

static inline enum sv_term_kind sv_term_kind(sv_term t)
{
  return (enum sv_term_kind)(t >> 30);
}

/* The dense index: from 1 to sv_graph_term_count(). For arrays beside the graph. */
static inline uint32_t sv_term_index(sv_term t)
{
  return t & 0x3FFFFFFFu;
}

/* Terms that every graph has, under the same number. */
enum {
  SV_RDF_TYPE = 1,
  SV_RDF_FIRST,
  SV_RDF_REST,
  SV_RDF_NIL,
  SV_RDF_SUBJECT,
  SV_RDF_PREDICATE,
  SV_RDF_OBJECT,
  SV_RDF_STATEMENT,
  SV_RDF_REIFIES,
  SV_RDF_VALUE,
  SV_RDF_LANGUAGE,
  SV_RDF_DIRECTION,
  SV_RDF_LANG_STRING,
  SV_RDF_DIR_LANG_STRING,
  SV_RDF_JSON,
  SV_RDF_XML_LITERAL,
  SV_RDF_HTML,
  SV_XSD_STRING,
  SV_XSD_BOOLEAN,
  SV_XSD_INTEGER,
  SV_XSD_DECIMAL,
  SV_XSD_DOUBLE,
  SV_RDFS_SUBCLASS_OF,
  SV_RDFS_CLASS,
  SV_TERM_KNOWN = SV_RDFS_CLASS
};

/* RDF 1.2: the base direction of a language-tagged string. */
enum sv_direction { SV_NO_DIRECTION, SV_LTR, SV_RTL };

struct sv_triple {
  sv_term s, p, o;
  uint32_t line; /* for sv_graph_place(); 0: unknown */
};

struct sv_quad {
  struct sv_triple triple;
  sv_term graph; /* IRI or blank */
};

/* What a graph may cost; over one the graph fails with SV_LIMIT and that name ("rdf-bytes",
 * "rdf-terms", "rdf-triples", "rdf-nesting", "rdf-literal-bytes", "rdf-iri-bytes"). */
struct sv_graph_limits {
  size_t bytes;     /* of memory */
  uint32_t terms;   /* at most 1 073 741 822 */
  uint32_t triples; /* quads included, duplicates too until the graph is sorted */
  uint32_t nesting; /* open brackets of all kinds in one statement */
  size_t literal_bytes, iri_bytes;
};

#define SV_GRAPH_LIMITS                                                                            \
  ((struct sv_graph_limits){ .bytes = (size_t)4 << 30,                                             \
                             .terms = 64000000,                                                    \
                             .triples = 256000000,                                                 \
                             .nesting = 10000,                                                     \
                             .literal_bytes = (size_t)64 << 20,                                    \
                             .iri_bytes = (size_t)64 << 10 })

/* An empty graph, or NULL when memory is out. LIMITS may be NULL: SV_GRAPH_LIMITS. */
struct sv_graph *sv_graph_new(const struct sv_graph_limits *limits) SV_MUST_USE;
void sv_graph_free(struct sv_graph *g);
const struct sv_graph_limits *sv_graph_limits(const struct sv_graph *g);

/* SV_OK, or the first failure, said in ERR (may be NULL) with the limit's name. */
enum sv_status sv_graph_status(const struct sv_graph *g, struct sv_error *err);

/* --- making terms (terms.c); the text is copied, must be UTF-8 and may not be NULL --- */
sv_term sv_graph_iri(struct sv_graph *g, const char *iri, size_t size);
/* A literal without language; DATATYPE is an IRI term, 0: xsd:string. */
sv_term sv_graph_literal(struct sv_graph *g, const char *text, size_t size, sv_term datatype);
/* A language-tagged string; the tag is lowered (RDF 1.1 3.3) and holds at most 255 bytes. */
sv_term sv_graph_lang_literal(struct sv_graph *g, const char *text, size_t size, const char *lang,
                              size_t lang_size, enum sv_direction direction);
/* The blank node LABEL of the document that is being read; an empty label makes a new one. */
sv_term sv_graph_blank(struct sv_graph *g, const char *label, size_t size);
/* RDF 1.2: the triple as a term. */
sv_term sv_graph_triple_term(struct sv_graph *g, sv_term s, sv_term p, sv_term o);
/* The term of G that equals T of FROM, made when new; a blank node becomes a new one each time. */
sv_term sv_graph_import(struct sv_graph *g, const struct sv_graph *from, sv_term t);

/* --- finding terms without making them: 0 when G has no such term --- */
sv_term sv_graph_find_iri(const struct sv_graph *g, const char *iri, size_t size);
sv_term sv_graph_find_iris(const struct sv_graph *g, const char *iri); /* NUL-terminated */
sv_term sv_graph_find_literal(const struct sv_graph *g, const char *text, size_t size,
                              sv_term datatype);
/* The term of G that equals T of FROM, by value; 0 for blank nodes. */
sv_term sv_graph_lookup(const struct sv_graph *g, const struct sv_graph *from, sv_term t);

/* --- what a term is --- */
uint32_t sv_graph_term_count(const struct sv_graph *g);
/* The term with this dense index. */
sv_term sv_graph_term(const struct sv_graph *g, uint32_t index);
/* The IRI, the lexical form, or the blank node's label ("" when it has none); NUL-terminated, may
 * hold NUL inside. SIZE may be NULL. "" for triple terms. */
const char *sv_graph_text(const struct sv_graph *g, sv_term t, size_t *size);
/* The datatype IRI of a literal (rdf:langString and rdf:dirLangString too), 0 for others. */
sv_term sv_graph_datatype(const struct sv_graph *g, sv_term t);
/* The language tag in lower case, or NULL. */
const char *sv_graph_lang(const struct sv_graph *g, sv_term t);
enum sv_direction sv_graph_direction(const struct sv_graph *g, sv_term t);
/* Subject, predicate and object of a triple term, or NULL. */
const sv_term *sv_graph_components(const struct sv_graph *g, sv_term t);

/* --- adding --- */
/* GRAPH 0: the default graph. LINE is from sv_graph_line(), 0: unknown. */
void sv_graph_add(struct sv_graph *g, const struct sv_triple *triple, sv_term graph);
/* Begins a document: blank node labels and lines from here on are its own. NAME is for messages. */
void sv_graph_begin(struct sv_graph *g, const char *name);
/* The number for line LINE (from 1) of the document begun last. */
uint32_t sv_graph_line(struct sv_graph *g, size_t line);
/* Keeps PREFIX (without colon) for shortening; the first binding of a prefix stays. */
void sv_graph_prefix(struct sv_graph *g, const char *prefix, size_t size, sv_term namespace);

/* Sorts the default graph by subject, predicate, object (term numbers) and the named graphs, and
 * drops duplicates (the first line stays). Linear but for big subjects. Costs nothing when sorted.
 */
enum sv_status sv_graph_sort(struct sv_graph *g, struct sv_error *err) SV_MUST_USE;
/* The indexes for sv_graph_subjects() and sv_graph_incoming(). After sv_graph_sort(). */
enum sv_status sv_graph_index_objects(struct sv_graph *g, struct sv_error *err) SV_MUST_USE;
enum sv_status sv_graph_index_incoming(struct sv_graph *g, struct sv_error *err) SV_MUST_USE;

/* --- looking up the sorted default graph; runs are in order and borrowed --- */
size_t sv_graph_size(const struct sv_graph *g);
const struct sv_triple *sv_graph_triples(const struct sv_graph *g);
/* All triples with subject S. */
const struct sv_triple *sv_graph_row(const struct sv_graph *g, sv_term s, size_t *n);
/* The triples with subject S and predicate P. */
const struct sv_triple *sv_graph_objects(const struct sv_graph *g, sv_term s, sv_term p, size_t *n);
/* The one object of (S, P): the first in order, 0 when there is none. */
sv_term sv_graph_object(const struct sv_graph *g, sv_term s, sv_term p);
/* The triple itself, or NULL. */
const struct sv_triple *sv_graph_find(const struct sv_graph *g, sv_term s, sv_term p, sv_term o);
/* Indexes into sv_graph_triples() of those with predicate P and object O (0: any), in order of
 * object, then as they lie. NULL and *N 0 when there are none. Needs sv_graph_index_objects(). */
const uint32_t *sv_graph_subjects(const struct sv_graph *g, sv_term p, sv_term o, size_t *n);
/* The same for all triples with object O. Needs sv_graph_index_incoming(). */
const uint32_t *sv_graph_incoming(const struct sv_graph *g, sv_term o, size_t *n);

/* The quads of the named graphs, in order of graph, subject, predicate, object. */
const struct sv_quad *sv_graph_quads(const struct sv_graph *g, size_t *n);

/* --- lists --- */
enum sv_list_fault {
  SV_LIST_OK,
  SV_LIST_CYCLE,   /* a cell comes again */
  SV_LIST_NO_REST, /* a cell without rdf:rest, or whose rest is a literal */
  SV_LIST_MANY     /* a cell with more or less than one rdf:first, or more than one rdf:rest */
};

/* Walks an RDF list cell by cell: for (begin; next;). NEXT is false at the end and at a fault. */
struct sv_list_walk {
  const struct sv_graph *graph;
  sv_term cell;  /* the cell of this item */
  sv_term item;  /* its rdf:first */
  uint32_t line; /* of its rdf:first, for sv_graph_place() */
  sv_term next;  /* the cell after */
  sv_term mark;  /* Brent's cycle guard */
  size_t steps, power;
  enum sv_list_fault fault;
};

void sv_list_begin(struct sv_list_walk *w, const struct sv_graph *g, sv_term head);
bool sv_list_next(struct sv_list_walk *w);

/* --- for messages --- */
/* Document name (may be NULL) and line of TRIPLE.line; false when unknown. */
bool sv_graph_place(const struct sv_graph *g, uint32_t line, const char **name, size_t *number);
/* Adds T to OUT: prefix:local or <IRI>, "text"@en, "5"^^xsd:integer, cut after 200 bytes of text; a
 * blank node as "[]". */
enum sv_status sv_graph_show(const struct sv_graph *g, sv_term t, struct sv_buf *out);
/* Adds T in the form of N-Triples; a blank node as _:b and its dense index. */
enum sv_status sv_graph_ntriples(const struct sv_graph *g, sv_term t, struct sv_buf *out);
/* The prefixes in order of binding: *NAMESPACE and its prefix, NULL when I is past the last. */
const char *sv_graph_prefix_at(const struct sv_graph *g, size_t i, sv_term *namespace);

#endif
