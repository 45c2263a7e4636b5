// SPDX-License-Identifier: Apache-2.0
/* Making a tape: what the JSON and the YAML reader share. */
#ifndef SV_DOC_BUILD_H
#define SV_DOC_BUILD_H

#include "engines/doc/tape.h"

#ifndef N_
#define N_(text) text
#endif

struct sv_build_open {
  uint32_t node;
  uint32_t count;
  uint32_t names; /* where its names begin in the stack of names */
};

struct sv_build {
  struct sv_doc *doc;
  struct sv_doc_limits limits;
  struct sv_build_open *open; /* innermost last; open[0] stands for the outside */
  uint32_t depth;
  uint32_t open_room;
  uint32_t room; /* of the tape */
  struct sv_tape_slot *names;
  uint32_t name_count, name_room;
  uint32_t ext_count, ext_room;
  uint32_t index_count, index_room;
  char *pool;
  size_t pool_size, pool_room;
  size_t finding_room;
  enum sv_status status; /* the first failure */
  struct sv_doc_finding fault;
};

enum sv_status sv_build_begin(struct sv_build *b, struct sv_doc *d, const struct sv_doc_limits *l);
void sv_build_end(struct sv_build *b);

/* Room for one more node, or NULL after a failure (recorded in B). */
struct sv_tape_node *sv_build_grow(struct sv_build *b);

static inline struct sv_tape_node *sv_build_node(struct sv_build *b)
{
  struct sv_doc *d = b->doc;
  return d->count < b->room ? &d->tape[d->count++] : sv_build_grow(b);
}

static inline bool sv_build_in_object(const struct sv_build *b)
{
  return b->depth > 0 && (b->doc->tape[b->open[b->depth].node].head & 15) == SV_DOC_OBJECT;
}

/* Opens and closes a container; OFFSET is where it begins. False after a failure. */
bool sv_build_open(struct sv_build *b, enum sv_doc_type type, size_t offset);
bool sv_build_close(struct sv_build *b);

/* Makes NODE, a string just added, the name of the next member. */
bool sv_build_name(struct sv_build *b, struct sv_tape_node *node);

/* Room for SIZE bytes at the end of the pool, which are not yet counted in pool_size; NULL after a
 * failure. */
char *sv_build_pool(struct sv_build *b, size_t size);

/* Ends the reading: remembers what is wrong and where. Returns NULL for the callers' convenience.
 */
void *sv_build_fail(struct sv_build *b, enum sv_status status, const struct sv_doc_finding *what);

/* Ends the reading at a limit. */
void *sv_build_limit(struct sv_build *b, const char *limit, const char *msgid, size_t offset);

/* Records WHAT beside the document; false when there is no memory. */
bool sv_build_finding(struct sv_build *b, const struct sv_doc_finding *what);

/* Puts the SIZE bytes at TEXT as a printable excerpt in F's place NAME. */
void sv_finding_place(struct sv_doc_finding *f, const char *name, const char *text, size_t size);

/* Names the character at TEXT for F's place {found}: "x", or U+00A0 when it would not show. */
void sv_finding_found(struct sv_doc_finding *f, const char *text, const char *end);

/* The readers. D has its source; B is begun. False after a failure in B. */
bool sv_json_read(struct sv_build *b);
bool sv_yaml_read(struct sv_build *b);

/* Fills in NODE, a number node, from its text in JSON's grammar. */
void sv_number_fill(struct sv_tape_node *node, const char *text, size_t size);

/* Makes the finding that NODE, so filled in, is more than a double holds, when it is. */
bool sv_number_check(struct sv_build *b, const struct sv_tape_node *node, const char *text,
                     size_t size);

#endif
