// SPDX-License-Identifier: Apache-2.0
/* SHACL Core (W3C Recommendation 20 July 2017): shapes compiled to a flat program, data judged by
 * it, results looked up and said.
 *
 * A program borrows its shapes graph, a report borrows the program and the data graph: free them in
 * the opposite order. A program does not change; several threads may judge different data with it.
 *
 * What is not Core (sh:sparql and the like) is not judged, and never silently: see
 * sv_shacl_unjudged(). */
#ifndef SV_SHACL_SHACL_H
#define SV_SHACL_SHACL_H

#include "engines/base/lang.h"
#include "engines/rdf/graph.h"

#define SV_SHACL_NS "http://www.w3.org/ns/shacl#"

struct sv_shacl;        /* compiled shapes */
struct sv_shacl_report; /* what they said about data */

/* What judging may cost; over one of the first five the call fails with SV_LIMIT and that name
 * ("shacl-shapes", "shacl-nesting", "shacl-path", "shacl-steps", "shacl-bytes"): no verdict then.
 * Over RESULTS the results are counted, not kept. */
struct sv_shacl_limits {
  uint32_t shapes;  /* reached from targets */
  uint32_t nesting; /* shapes within shapes, at most SV_SHACL_NESTING_MAX */
  uint32_t path;    /* steps and branches of one path, written out */
  uint64_t steps;   /* nodes, values and triples looked at */
  size_t bytes;     /* of memory beside the graphs */
  uint32_t results;
};

#define SV_SHACL_NESTING_MAX 400
#define SV_SHACL_LIMITS                                                                            \
  ((struct sv_shacl_limits){ .shapes = 1000000,                                                    \
                             .nesting = 200,                                                       \
                             .path = 4096,                                                         \
                             .steps = 2000000000,                                                  \
                             .bytes = (size_t)512 << 20,                                           \
                             .results = 1000000 })

/* --- shapes --- */
/* Compiles every shape of G that has a target, and what it refers to, into *OUT, to be freed with
 * sv_shacl_free(). G is sorted and indexed. LIMITS may be NULL. SV_INVALID for ill-formed shapes,
 * cyclic lists or paths, and shapes that recurse, with file and line in ERR; SV_LIMIT;
 * SV_NO_MEMORY. */
enum sv_status sv_shacl_compile(struct sv_graph *g, const struct sv_shacl_limits *limits,
                                struct sv_shacl **out, struct sv_error *err) SV_MUST_USE;
void sv_shacl_free(struct sv_shacl *s);

/* The shapes graph. */
const struct sv_graph *sv_shacl_graph(const struct sv_shacl *s);

/* How many shapes have targets. */
size_t sv_shacl_target_count(const struct sv_shacl *s);

/* Something in an active shape that is not judged: it asks for more than SHACL Core, or, when
 * PREDICATE is sh:property, VALUE is a name that the shapes graph says nothing about. */
struct sv_shacl_unjudged {
  sv_term shape, predicate, value; /* of the shapes graph */
  uint32_t line;                   /* for sv_graph_place() */
};
const struct sv_shacl_unjudged *sv_shacl_unjudged(const struct sv_shacl *s, size_t *n);

/* --- data --- */
/* Judges DATA, which is sorted and indexed and gets the constants of the shapes as terms (no
 * triple), and may be the shapes graph itself. The report in *OUT, to be freed with
 * sv_shacl_report_free(), whether DATA conforms or not. LIMITS may be NULL. SV_LIMIT (also
 * "pattern-steps" when matching a pattern was given up) and SV_NO_MEMORY: there is no verdict and
 * no report. */
enum sv_status sv_shacl_validate(const struct sv_shacl *s, struct sv_graph *data,
                                 const struct sv_shacl_limits *limits, struct sv_shacl_report **out,
                                 struct sv_error *err) SV_MUST_USE;
void sv_shacl_report_free(struct sv_shacl_report *r);

const struct sv_shacl *sv_shacl_report_shapes(const struct sv_shacl_report *r);
const struct sv_graph *sv_shacl_report_data(const struct sv_shacl_report *r);

/* How many different nodes were in focus, by any target; 0: nothing was judged. */
size_t sv_shacl_report_focus(const struct sv_shacl_report *r);
/* How many of them by the targets of shape I, in order of the shapes graph. */
size_t sv_shacl_report_shape_focus(const struct sv_shacl_report *r, size_t i);

enum sv_shacl_severity {
  SV_SHACL_VIOLATION,
  SV_SHACL_WARNING,
  SV_SHACL_INFO,
  SV_SHACL_OTHER, /* an IRI that SHACL does not know */
  SV_SHACL_SEVERITIES
};

/* How many results there are, those that were not kept included: of SEVERITY, and in all. The data
 * conforms (SHACL 3.6.1.1) when there are none. */
uint64_t sv_shacl_report_count(const struct sv_shacl_report *r, enum sv_shacl_severity severity);
uint64_t sv_shacl_report_total(const struct sv_shacl_report *r);
/* How many are kept. */
size_t sv_shacl_report_kept(const struct sv_shacl_report *r);

struct sv_shacl_result {
  sv_term focus;         /* of the data */
  sv_term value;         /* of the data; 0: none */
  sv_term predicate;     /* of the data: the path, where sh:closed gives one; 0: see PATH */
  sv_term path;          /* of the shapes: the node after sh:path; 0: none */
  sv_term shape;         /* of the shapes */
  sv_term severity_term; /* of the shapes; 0: SEVERITY says it */
  const char *component; /* "MinCountConstraintComponent", in SV_SHACL_NS */
  const char *parameter; /* "minCount", in SV_SHACL_NS */
  const char *file;      /* the data's document name; NULL: unknown */
  size_t line;           /* in the data; 0: unknown */
  enum sv_shacl_severity severity;
};

/* Kept result I (from 0): shapes as they lie in their graph, focus nodes as they lie in theirs. */
struct sv_shacl_result sv_shacl_report_at(const struct sv_shacl_report *r, size_t i);

/* --- saying it (all add to OUT; a blank node is said as a path from the nearest named node) --- */
/* A name for people uses the prefixes of the graph, otherwise terms are in N-Triples form. */
enum sv_shacl_form { SV_SHACL_FOR_PEOPLE, SV_SHACL_FOR_MACHINES };

/* A node of the data or the shapes. G needs sv_graph_index_incoming() or nothing is known about
 * where a blank node hangs; the graphs of a report have it. */
enum sv_status sv_shacl_say_node(const struct sv_graph *g, sv_term t, enum sv_shacl_form form,
                                 struct sv_buf *out);
/* The path of result I; nothing when it has none. In the syntax of SPARQL 1.1 9.1. */
enum sv_status sv_shacl_say_path(const struct sv_shacl_report *r, size_t i, enum sv_shacl_form form,
                                 struct sv_buf *out);
/* The path that the node PATH of the shapes graph G describes, which must be well-formed. */
enum sv_status sv_shacl_say_path_of(const struct sv_graph *g, sv_term path, enum sv_shacl_form form,
                                    struct sv_buf *out);

/* The message of result I: the shape's own in LANG (nn and nb stand in for each other, then text
 * without a language), else ours in the language in use (sv_lang_use). Identity numbers are
 * hidden. */
enum sv_status sv_shacl_say_message(const struct sv_shacl_report *r, size_t i, enum sv_lang lang,
                                    struct sv_buf *out);

/* The sh:ValidationReport as a graph (SHACL 3.6) in *OUT, sorted, to be freed; messages of ours are
 * in the language in use. Blank nodes of data and shapes stay blank. */
enum sv_status sv_shacl_report_graph(const struct sv_shacl_report *r, struct sv_graph **out,
                                     struct sv_error *err) SV_MUST_USE;

/* --- XML Schema datatypes, as SHACL asks about them --- */
/* Whether T is a literal whose lexical form its datatype does not have (XSD 1.1 part 2 and
 * rdf:langString). False for datatypes that are not known. */
bool sv_shacl_is_ill_typed(const struct sv_graph *g, sv_term t);

/* How A stands to B by SPARQL 1.1 17.3, dates and durations too. */
enum sv_shacl_order { SV_SHACL_LESS, SV_SHACL_EQUAL, SV_SHACL_GREATER, SV_SHACL_INCOMPARABLE };
enum sv_shacl_order sv_shacl_compare(const struct sv_graph *g, sv_term a, sv_term b);

#endif
