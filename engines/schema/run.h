// SPDX-License-Identifier: Apache-2.0
/* Judging one instance: the state of a run, shared by judging and explaining. Private to
 * engines/schema. */
#ifndef SV_SCHEMA_RUN_H
#define SV_SCHEMA_RUN_H

#include "engines/schema/program.h"

#include <string.h>

#pragma GCC visibility push(hidden)

/* The resources that evaluation went through, innermost first (2020-12 core 7.1, dynamic scope). */
struct sv_scope {
  const struct sv_scope *outer;
  uint32_t resource;
};

/* Which members or items of the instance at hand some keyword has evaluated (2020-12 core 11). */
struct sv_marks {
  uint64_t *words; /* a bit for each, by position */
  uint32_t count;  /* of words */
  bool all;
  uint64_t one; /* the words of a small instance */
};

struct sv_run {
  const struct sv_schema *schema;
  const struct sv_doc *doc; /* the instance's */
  struct sv_regex_scratch *scratch;
  uint64_t steps; /* that are left */
  uint32_t depth; /* that is left */
  enum sv_status status;
  const char *limit;
};

/* Readies RUN; SV_NO_MEMORY. Its scratch is made when a pattern first needs it. */
void sv_run_open(struct sv_run *run, const struct sv_schema *schema, const struct sv_doc *doc);
void sv_run_close(struct sv_run *run);

/* The type of V as bits. LITERAL: 1.0 is no integer. */
uint32_t sv_run_type(const struct sv_doc *doc, sv_value v, bool literal);

/* The keywords of N, whose types allow V; TYPE is V's. */
bool sv_run_whole(struct sv_run *run, const struct sv_node *n, sv_value v, uint32_t type,
                  const struct sv_scope *scope, struct sv_marks *marks);

/* Whether V is valid by N. MARKS may be NULL. After a failure of the run (run->status) the answer
 * says nothing. */
static inline bool sv_run_node(struct sv_run *run, const struct sv_node *n, sv_value v,
                               const struct sv_scope *scope, struct sv_marks *marks)
{
  while (n->forward)
    n = n->forward;
  const struct sv_tape_node *t = sv_tape_node(run->doc, v);
  uint32_t type = 1u << sv_tape_type(t);
  if (type == SV_T_NUMBER && t->head & SV_TAPE_INTEGER)
    type = sv_run_type(run->doc, v, n->flags & SV_NODE_LITERAL_INTEGER);
  if (!(n->types & type))
    return false;
  return n->op_count == 0 || sv_run_whole(run, n, v, type, scope, marks);
}

/* Gives the run up. Always false. */
bool sv_run_fail(struct sv_run *run, enum sv_status status, const char *limit);

/* --- assertions.c: one value by itself --- */
bool sv_run_assert(struct sv_run *run, const struct sv_node *n, const struct sv_op *op, sv_value v);
bool sv_run_match(struct sv_run *run, const struct sv_regex *regex, const char *text, size_t size);
/* The first item of the array that equals an earlier one (in *EARLIER), SV_DOC_NONE: all differ. */
sv_value sv_run_duplicate(struct sv_run *run, sv_value array, sv_value *earlier);

/* --- containers.c: walks over members and items --- */
bool sv_run_object(struct sv_run *run, const struct sv_op *op, sv_value v,
                   const struct sv_scope *scope, struct sv_marks *marks);
bool sv_run_array(struct sv_run *run, const struct sv_op *op, sv_value v,
                  const struct sv_scope *scope, struct sv_marks *marks);
bool sv_run_unevaluated(struct sv_run *run, const struct sv_op *op, sv_value v,
                        const struct sv_scope *scope, struct sv_marks *marks);
bool sv_run_contains(struct sv_run *run, const struct sv_op *op, sv_value v,
                     const struct sv_scope *scope, struct sv_marks *marks, uint64_t *found);
bool sv_run_property_names(struct sv_run *run, const struct sv_op *op, sv_value v,
                           const struct sv_scope *scope);
/* memcmp() for short names, without the call. */
static inline bool sv_run_equal(const char *a, const char *b, uint32_t size)
{
  uint64_t x, y;
  if (size > 16)
    return memcmp(a, b, size) == 0;
  if (size >= 8) {
    uint64_t p, q;
    memcpy(&x, a, 8);
    memcpy(&y, b, 8);
    memcpy(&p, a + size - 8, 8);
    memcpy(&q, b + size - 8, 8);
    return x == y && p == q;
  }
  if (size >= 4) {
    uint32_t i, j, k, l;
    memcpy(&i, a, 4);
    memcpy(&j, b, 4);
    memcpy(&k, a + size - 4, 4);
    memcpy(&l, b + size - 4, 4);
    return i == j && k == l;
  }
  for (uint32_t i = 0; i < size; i++)
    if (a[i] != b[i])
      return false;
  return true;
}

/* The slot of a member's name, NULL: not known. */
static inline const struct sv_slot *sv_run_slot(const struct sv_object_plan *plan,
                                                const struct sv_doc *doc,
                                                const struct sv_tape_node *key)
{
  const uint32_t size = key->head >> 8;
  for (uint32_t i = key->hi & plan->mask;; i = (i + 1) & plan->mask) {
    const struct sv_slot *slot = &plan->slots[i];
    if (!slot->name)
      return NULL;
    if (slot->hash == key->hi && slot->size == size &&
        sv_run_equal(slot->name, sv_tape_text(doc, key), size))
      return slot;
  }
}

bool sv_run_has(struct sv_run *run, sv_value v, const char *name, uint32_t size, uint32_t hash);

/* --- combine.c: several schemas for one value --- */
bool sv_run_combine(struct sv_run *run, const struct sv_op *op, sv_value v,
                    const struct sv_scope *scope, struct sv_marks *marks);
const struct sv_node *sv_run_dynamic(const struct sv_dynamic *d, const struct sv_scope *scope);

/* --- marks.c --- */
bool sv_marks_open(struct sv_run *run, struct sv_marks *m, sv_value v);
void sv_marks_close(struct sv_marks *m);
void sv_marks_join(struct sv_marks *into, const struct sv_marks *from);
static inline void sv_marks_set(struct sv_marks *m, uint32_t i)
{
  m->words[i / 64] |= UINT64_C(1) << (i % 64);
}
static inline bool sv_marks_has(const struct sv_marks *m, uint32_t i)
{
  return m->all || (m->words[i / 64] >> (i % 64) & 1);
}

#pragma GCC visibility pop

#endif
