// SPDX-License-Identifier: Apache-2.0
/* How a graph lies in memory; for the files of engines/rdf only. Everybody else uses graph.h. */
#ifndef SV_RDF_STORE_H
#define SV_RDF_STORE_H

#include "engines/base/arena.h"
#include "engines/rdf/graph.h"

#ifndef N_
#define N_(text) text
#endif

/* A term. LANG is the number of its language << 4 | direction << 2 | kind. TYPE: of a literal its
 * datatype, of a blank node its document. Triple terms: TEXT holds three terms. */
struct sv_term_record {
  const char *text;
  uint32_t size;
  uint32_t hash;
  uint32_t type;
  uint32_t lang;
};

struct sv_term_slot {
  uint32_t hash;
  sv_term term; /* 0: free */
};

struct sv_graph_document {
  const char *name;
  uint32_t first; /* line numbers above this one are its own */
};

struct sv_graph_prefix {
  const char *prefix;
  size_t size;
  sv_term namespace;
};

struct sv_graph {
  struct sv_graph_limits limits;
  struct sv_arena arena;
  size_t taken; /* by the arrays */
  enum sv_status status;
  const char *limit; /* the limit reached */
  const char *limit_text;

  char *piece; /* where the next text goes */
  size_t piece_room;
  struct sv_term_record *records; /* records[0] is unused */
  uint32_t term_count, term_room; /* count includes 0 */
  struct sv_term_slot *slots;
  uint32_t slot_room;
  const char **langs; /* langs[0] is unused */
  uint32_t lang_count, lang_room;

  struct sv_triple *triples;
  size_t triple_count, triple_room;
  struct sv_quad *quads;
  size_t quad_count, quad_room;
  bool sorted;
  uint32_t *rows;     /* by subject index: where its triples begin */
  uint32_t *row_ends; /* and where they end */
  uint32_t row_count; /* the terms there were when the graph was sorted */
  uint32_t *pos;      /* triples by predicate, object, subject */
  uint32_t *pos_at;   /* by predicate index: where it begins in pos */
  uint32_t *osp;      /* triples by object, subject, predicate */
  uint32_t *osp_at;

  struct sv_graph_document *documents;
  uint32_t document_count, document_room;
  uint32_t last_line; /* the highest line number given out */
  struct sv_graph_prefix *prefixes;
  uint32_t prefix_count, prefix_room;
};

/* The IRIs of the terms that every graph has. */
extern const char *const sv_graph_known[SV_TERM_KNOWN + 1];

/* Whether TEXT has the shape of a language tag: BCP 47 2.1, parts of at most eight characters. */
bool sv_rdf_is_language(const char *text);

/* Makes the graph fail. Returns false. */
bool sv_graph_fail(struct sv_graph *g, enum sv_status status);
bool sv_graph_fail_limit(struct sv_graph *g, const char *name, const char *text);
bool sv_graph_fail_bytes(struct sv_graph *g); /* the budget of memory, or the system's */

/* ARRAY with room for NEED elements of SIZE bytes, counted in the budget; NULL after a failure. */
void *sv_graph_grow(struct sv_graph *g, void *array, uint64_t need, size_t *room, size_t size);
uint32_t *sv_graph_numbers(struct sv_graph *g, size_t count);

#define SV_GROW32(g, array, room, need)                                                            \
  do {                                                                                             \
    size_t room_ = (room);                                                                         \
    void *new_ = sv_graph_grow((g), (array), (need), &room_, sizeof *(array));                     \
    if (new_) {                                                                                    \
      (array) = new_;                                                                              \
      (room) = (uint32_t)room_;                                                                    \
    }                                                                                              \
  } while (0)

#endif
