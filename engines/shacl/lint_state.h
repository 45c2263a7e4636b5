// SPDX-License-Identifier: Apache-2.0
/* What the rules of the shapes lint share; for the files lint_*.c only. */
#ifndef SV_SHACL_LINT_STATE_H
#define SV_SHACL_LINT_STATE_H

#include "engines/base/arena.h"
#include "engines/shacl/lint.h"
#include "engines/shacl/lint_terms.h"

#ifndef N_
#define N_(text) text
#endif

/* What is known of a term. */
enum {
  MARK_SHACL = 1,     /* an IRI in the namespace of SHACL */
  MARK_SHAPE = 2,     /* a shape by its triples, its type or its use */
  MARK_WITH_PATH = 4, /* subject of sh:path */
  MARK_JUDGES = 8,    /* has a constraint */
  MARK_TARGETED = 16, /* has a target */
  MARK_REACHED = 32,  /* has one, or is used by a shape that is reached */
  MARK_USED = 64,     /* another shape uses it */
  MARK_DEACTIVATED = 128
};

struct lint {
  struct sv_graph *g;
  struct sv_arena arena;
  uint16_t *words; /* by term index: the word of SHACL, 0: none */
  uint8_t *marks;  /* by term index */
  sv_term *stack;  /* room for every term once */
  struct sv_shacl_lint_finding *found;
  size_t count, total;
  bool failed; /* memory ran out */
};

static inline const struct lint_word *lint_word_of(const struct lint *l, sv_term t)
{
  return lint_word_at(l->words[sv_term_index(t)]);
}

static inline uint8_t *lint_mark(const struct lint *l, sv_term t)
{
  return &l->marks[sv_term_index(t)];
}

/* The text of T for a message; of a blank node the way to it from a node with a name. */
const char *lint_show(struct lint *l, sv_term t);
/* Adds a finding about NODE at LINE. The other values are texts for the places in MSGID, by name,
 * NULL-terminated; at most three pairs. */
void lint_say(struct lint *l, const struct sv_shacl_lint_finding *f, ...) __attribute__((sentinel));
/* The lowest line of the triples about S. */
uint32_t lint_line(const struct lint *l, sv_term s);
/* The term of the word NAME of SHACL in this graph, 0 when it does not occur. */
sv_term lint_term(const struct lint *l, const char *name);

/* --- the rules --- */
void lint_words(struct lint *l);      /* lint_words.c */
void lint_values(struct lint *l);     /* lint_values.c */
void lint_lists(struct lint *l);      /* lint_lists.c */
void lint_targets(struct lint *l);    /* lint_targets.c */
void lint_namespaces(struct lint *l); /* lint_namespaces.c */

/* Goes through the shapes that those of the values of T use: calls USE for each. */
void lint_uses(struct lint *l, const struct sv_triple *t,
               void (*use)(struct lint *l, const struct sv_triple *t, sv_term shape));

#endif
