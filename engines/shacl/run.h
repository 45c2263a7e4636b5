// SPDX-License-Identifier: Apache-2.0
/* Judging data by a program; for the files of engines/shacl only. The constants of the shapes are
 * terms of the data here, so that equal terms are equal numbers. */
#ifndef SV_SHACL_RUN_H
#define SV_SHACL_RUN_H

#include "engines/shacl/program.h"

/* A result as it is kept. */
struct shacl_kept {
  sv_term focus;
  uint32_t value; /* a term; of the counting constraints: how many there were */
  sv_term predicate;
  uint32_t shape, constraint;
};

struct sv_shacl_report {
  const struct sv_shacl *s;
  struct sv_graph *g;
  struct shacl_budget budget;
  struct shacl_vector results;
  uint64_t counts[SV_SHACL_SEVERITIES];
  size_t focus;
  uint32_t *shape_focus; /* by root */
  sv_term *terms;        /* by constant: the term of the data */
};

struct shacl_class {
  uint32_t first, count; /* in run->classes: it and its subclasses, sorted */
};

struct shacl_run {
  const struct sv_shacl *s;
  struct sv_graph *g;
  struct sv_shacl_report *report;
  struct sv_shacl_limits limits;
  struct shacl_budget budget;
  enum sv_status status; /* a limit on steps or patterns */
  const char *limit;
  uint64_t steps;               /* left */
  sv_term *terms;               /* by constant; the report's */
  sv_term *items;               /* by item: terms, sorted in each list; shapes stay as they are */
  struct shacl_class *class_of; /* by constant */
  struct shacl_vector classes;
  struct shacl_vector stack; /* value nodes of the shapes being judged */
  struct shacl_vector todo;  /* of paths */
  struct shacl_set seen;     /* of paths */
  struct shacl_set known;    /* shape, node and answer */
  struct sv_regex_scratch *scratch;
};

/* One node judged by one shape. */
struct shacl_eval {
  struct shacl_run *run;
  const struct shacl_shape *shape;
  const struct shacl_constraint *c;
  sv_term focus;
  size_t base, count; /* value nodes on the stack */
  bool emit;          /* results; otherwise only the answer */
  unsigned depth;
};

static inline sv_term shacl_value(const struct shacl_eval *e, size_t i)
{
  return ((const sv_term *)e->run->stack.data)[e->base + i];
}

/* Whether there is no failure and N steps are left; they are taken. */
bool shacl_tick(struct shacl_run *r, uint64_t n);
bool shacl_ok(const struct shacl_run *r);

/* --- bind.c --- */
/* The program's constants, lists and classes in the data. */
bool shacl_bind(struct shacl_run *r);
bool shacl_is_a(const struct shacl_run *r, sv_term node, uint32_t class_constant);
static inline sv_term shacl_term(const struct shacl_run *r, uint32_t constant)
{
  return r->terms[constant];
}

/* --- focus.c --- */
/* The focus nodes of root I, sorted, in OUT (emptied first). */
bool shacl_find_focus(struct shacl_run *r, uint32_t root, struct shacl_vector *out);

/* --- walk.c --- */
/* The value nodes of SHAPE for FOCUS on top of the stack; how many, in *COUNT. */
bool shacl_find_values(struct shacl_run *r, const struct shacl_shape *shape, sv_term focus,
                       size_t *count);

/* --- eval.c --- */
/* Whether NODE conforms to SHAPE; results go to the report when EMIT. */
bool shacl_judge(struct shacl_run *r, uint32_t shape, sv_term node, bool emit, unsigned depth);
/* The same without results, remembered. */
bool shacl_conforms(struct shacl_run *r, uint32_t shape, sv_term node, unsigned depth);
/* A result of E's constraint. Returns false. */
bool shacl_fail(struct shacl_eval *e, uint32_t value, sv_term predicate);

/* --- check_value.c, check_set.c --- */
/* Whether value V is as E's constraint wants it; NULL for constraints about all values. */
typedef bool shacl_test(struct shacl_eval *e, sv_term v);
extern shacl_test *const shacl_tests[OPS];
/* Judges all values, and makes the results. */
typedef bool shacl_check(struct shacl_eval *e);
extern shacl_check *const shacl_checks[OPS];

#endif
