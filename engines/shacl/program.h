// SPDX-License-Identifier: Apache-2.0
/* Compiled shapes as they lie in memory; for the files of engines/shacl only. Shapes, constraints,
 * list items, path states and constants are numbered arrays; nothing points. */
#ifndef SV_SHACL_PROGRAM_H
#define SV_SHACL_PROGRAM_H

#include "engines/shacl/shacl.h"

#include "engines/regex/regex.h"
#include "engines/shacl/names.h"
#include "engines/shacl/vector.h"

#ifndef N_
#define N_(text) text
#endif

#define SHACL_NONE UINT32_MAX
#define SHACL_PATH_DEPTH 64 /* paths within paths */

/* What a constraint asks, cheap first: the order of judging, and of results. */
enum shacl_op {
  OP_MIN_COUNT,
  OP_MAX_COUNT,
  OP_NODE_KIND,
  OP_DATATYPE,
  OP_IN,
  OP_HAS_VALUE,
  OP_MIN_LENGTH,
  OP_MAX_LENGTH,
  OP_LANGUAGE_IN,
  OP_UNIQUE_LANG,
  OP_MIN_EXCLUSIVE,
  OP_MIN_INCLUSIVE,
  OP_MAX_EXCLUSIVE,
  OP_MAX_INCLUSIVE,
  OP_CLASS,
  OP_PATTERN,
  OP_CLOSED,
  OP_EQUALS,
  OP_DISJOINT,
  OP_LESS_THAN,
  OP_LESS_THAN_OR_EQUALS,
  OP_NOT,
  OP_AND,
  OP_OR,
  OP_XONE,
  OP_NODE,
  OP_PROPERTY,
  OP_QUALIFIED_MIN,
  OP_QUALIFIED_MAX,
  OPS
};

struct shacl_constraint {
  uint8_t op;
  bool disjoint;         /* sh:qualifiedValueShapesDisjoint */
  uint32_t value;        /* a constant, shape, pattern, or bits of node kinds */
  uint32_t number;       /* a count, a length */
  uint32_t first, count; /* items: constants or shapes */
};

struct shacl_shape {
  sv_term node;          /* of the shapes graph */
  sv_term path;          /* 0: a node shape */
  uint32_t start;        /* path: its first state */
  uint32_t simple;       /* path: its one predicate, a constant; SHACL_NONE: it is not so simple */
  uint32_t first, count; /* constraints */
  uint32_t line;
  sv_term severity_term; /* 0: sh:Violation */
  uint8_t severity;
  bool inverse; /* the simple path is */
  bool deactivated;
  bool compound; /* its answer for a node is worth remembering */
};

enum shacl_target_kind { TARGET_NODE, TARGET_CLASS, TARGET_SUBJECTS, TARGET_OBJECTS };

struct shacl_target {
  uint32_t shape;
  uint32_t value; /* a constant */
  enum shacl_target_kind kind;
};

/* A path as a machine: each state goes over one triple, or to two others. */
enum shacl_state_kind { STATE_STEP, STATE_BACK, STATE_SPLIT, STATE_ACCEPT };

struct shacl_state {
  enum shacl_state_kind kind;
  uint32_t next;
  uint32_t other; /* SPLIT: the other state; STEP and BACK: the predicate, a constant */
};

struct shacl_pattern {
  struct sv_regex *regex; /* NULL: CODE runs it */
  void *code;             /* a pattern of PCRE2 that ignores case */
  sv_term text;           /* of the shapes graph */
};

struct sv_shacl {
  struct sv_graph *graph;
  struct sv_shacl_limits limits;
  struct shacl_budget budget;
  sv_term names[SH_NAMES]; /* of the shapes graph; 0: not there */
  struct shacl_vector shapes, constraints, items, states, constants, targets, patterns, unjudged;
  uint32_t root_count; /* the first shapes are those with targets */
  bool *is_class;      /* by constant: it is looked for as a class */
};

static inline struct shacl_shape *shacl_shape(const struct sv_shacl *s, uint32_t i)
{
  return (struct shacl_shape *)s->shapes.data + i;
}

static inline const struct shacl_constraint *shacl_constraint(const struct sv_shacl *s, uint32_t i)
{
  return (const struct shacl_constraint *)s->constraints.data + i;
}

static inline uint32_t shacl_item(const struct sv_shacl *s, uint32_t i)
{
  return ((const uint32_t *)s->items.data)[i];
}

/* What stands for OP in SHACL: a name for each. */
const char *shacl_component(enum shacl_op op);
const char *shacl_parameter(enum shacl_op op);

#endif
