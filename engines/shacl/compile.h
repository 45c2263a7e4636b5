// SPDX-License-Identifier: Apache-2.0
/* What the files that compile shapes share. */
#ifndef SV_SHACL_COMPILE_H
#define SV_SHACL_COMPILE_H

#include "engines/shacl/program.h"

struct shacl_compile {
  struct sv_shacl *s;
  struct sv_graph *g;
  struct sv_error *err;
  enum sv_status status;    /* what is not the budget's */
  uint8_t *names;           /* by term: enum shacl_name */
  uint32_t *shape_of;       /* by term: its shape + 1 */
  uint32_t *constant_of;    /* by term: its constant + 1 */
  struct shacl_vector list; /* terms of the lists being read */
  uint64_t work;            /* members and siblings looked at */
};

/* Whether nothing failed so far. */
bool shacl_going(const struct shacl_compile *c);

/* The shapes are ill-formed: MSGID may hold {name} ("sh:" and NAME) and {value} (T). Returns false.
 */
bool shacl_ill(struct shacl_compile *c, uint32_t line, const char *msgid, enum shacl_name name,
               sv_term t);
bool shacl_over(struct shacl_compile *c, const char *limit, const char *msgid);

/* Counts a step of compiling; false over the limit, a hundredth of that for judging. */
bool shacl_work(struct shacl_compile *c);

enum shacl_name shacl_name_of(const struct shacl_compile *c, sv_term t);

/* The number of T as a constant, a shape; SHACL_NONE after a failure. */
uint32_t shacl_constant_of(struct shacl_compile *c, sv_term t);
uint32_t shacl_shape_of(struct shacl_compile *c, sv_term t);

/* The members of the list HEAD, the value of NAME, at the end of c->list; how many, in *COUNT. */
bool shacl_list(struct shacl_compile *c, uint32_t line, enum shacl_name name, sv_term head,
                size_t *count);

/* Keeps T among what is not judged. */
bool shacl_add_unjudged(struct shacl_compile *c, const struct sv_triple *t);

/* --- path.c --- */
/* Compiles the path that NODE describes for SHAPE. */
bool shacl_compile_path(struct shacl_compile *c, struct shacl_shape *shape, uint32_t line);

/* --- shape.c --- */
/* Compiles everything about shape I, which may make more shapes. */
bool shacl_compile_shape(struct shacl_compile *c, uint32_t i);

/* --- parameter.c --- */
/* Adds the constraint that triple T, whose predicate is NAME, declares for shape I. */
bool shacl_compile_parameter(struct shacl_compile *c, uint32_t i, enum shacl_name name,
                             const struct sv_triple *t);
/* "true"^^xsd:boolean, "false"^^xsd:boolean; -1: neither. */
int shacl_boolean(const struct sv_graph *g, sv_term t);

/* --- order.c --- */
/* Refuses shapes that refer to themselves, and too deep ones. */
bool shacl_check_nesting(struct shacl_compile *c);

/* --- pattern.c --- */
bool shacl_compile_pattern(struct shacl_compile *c, const struct sv_triple *t, sv_term flags,
                           uint32_t *out);

#endif
