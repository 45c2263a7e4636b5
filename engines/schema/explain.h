// SPDX-License-Identifier: Apache-2.0
/* Explaining: a tree of what was applied to what, with messages and annotations. Private to
 * engines/schema. */
#ifndef SV_SCHEMA_EXPLAIN_H
#define SV_SCHEMA_EXPLAIN_H

#include "engines/schema/run.h"

#pragma GCC visibility push(hidden)

/* The way evaluation took, last step first. A step is a name or, when NAME is NULL, an index. */
struct sv_step {
  const struct sv_step *before;
  const char *name;
  uint32_t size;
  uint32_t index;
};

enum sv_note_kind {
  SV_NOTE_NONE,
  SV_NOTE_VALUE, /* the keyword's own value */
  SV_NOTE_TRUE,
  SV_NOTE_INDEX, /* the last item that was evaluated */
  SV_NOTE_NAMES, /* the members that were evaluated */
  SV_NOTE_INDEXES
};

/* What one schema (OP NULL) or one keyword said about one value. */
struct sv_unit {
  const struct sv_node *node;
  const struct sv_op *op;
  const struct sv_step *path;
  sv_value instance;
  sv_value keyword; /* its value in the schema document; SV_DOC_NONE for a schema */
  bool valid;
  bool told; /* has a message */
  struct sv_message message;
  enum sv_note_kind note;
  uint32_t *indexes; /* of members or items */
  uint32_t index_count;
  struct sv_unit *first, *last, *next;
};

/* The child of a big container that was asked for last: the next one asked for mostly comes behind
 * it. */
struct sv_where {
  sv_value holder; /* SV_DOC_NONE: none yet */
  sv_value child;
  size_t index;
};

struct sv_schema_report {
  struct sv_arena arena;
  struct sv_where where;
  const struct sv_schema *schema;
  const struct sv_doc *doc;
  struct sv_run run;
  bool full;   /* all that was applied, not only what failed */
  bool placed; /* findings say where */
  bool valid;
  uint32_t depth;
  size_t told;   /* messages made */
  size_t untold; /* places that failed after that many */
  struct sv_unit *root;
  struct sv_schema_finding *findings;
  size_t finding_count, finding_total;
};

/* Applies N to V below PARENT. In a report of errors, *OUT is NULL when V is valid. False when
 * memory ran out or the run was given up. */
bool sv_explain_node(struct sv_schema_report *r, struct sv_unit *parent, const struct sv_node *n,
                     sv_value v, const struct sv_step *path, const struct sv_scope *scope,
                     bool *valid);

/* One keyword of N on V: fills UNIT, which stands in the tree already. */
bool sv_explain_keyword(struct sv_schema_report *r, struct sv_unit *unit, sv_value v,
                        const struct sv_scope *scope);

/* The path with one more step; NULL when memory ran out. */
const struct sv_step *sv_explain_step(struct sv_schema_report *r, const struct sv_step *before,
                                      const char *name, size_t size);
const struct sv_step *sv_explain_index(struct sv_schema_report *r, const struct sv_step *before,
                                       uint32_t index);

/* --- message.c --- */
/* Gives UNIT the message of its keyword. */
void sv_explain_tell(struct sv_schema_report *r, struct sv_unit *unit);

/* --- mark.c --- */
/* Marks what the keywords of N evaluate in V, also where they failed: so one fault is told once. */
void sv_explain_mark(struct sv_run *run, const struct sv_node *n, sv_value v,
                     const struct sv_scope *scope, struct sv_marks *marks);

/* --- place.c --- */
/* The array or object that holds V, and V's place in it from 0; SV_DOC_NONE for the root. */
sv_value sv_explain_parent(struct sv_schema_report *r, sv_value v, size_t *index);
/* Adds the pointer of V, identity numbers hidden; the name of a member has its object's. */
enum sv_status sv_explain_pointer(struct sv_schema_report *r, sv_value v, struct sv_buf *out);
enum sv_status sv_explain_path(const struct sv_step *path, struct sv_buf *out);
/* The absolute IRI of the schema of UNIT or its keyword. */
enum sv_status sv_explain_location(const struct sv_unit *unit, struct sv_buf *out);

#pragma GCC visibility pop

#endif
