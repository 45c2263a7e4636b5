// SPDX-License-Identifier: Apache-2.0
/* How the tape lies in memory: for the readers, and for engines whose inner loop cannot pay a call
 * for each value. Everybody else uses doc.h. */
#ifndef SV_DOC_TAPE_H
#define SV_DOC_TAPE_H

#include "engines/base/arena.h"
#include "engines/doc/doc.h"

#include <stdatomic.h>

/* One value or name. What the payload holds depends on the type and flags:
 * string:    lo = where its bytes begin, in the source or (SV_TAPE_POOL) the pool; hi = keyed hash
 * of a name, or size of an SV_TAPE_LONG string number:    the int64 (SV_TAPE_INT64), or the double,
 * or (SV_TAPE_POOL) lo = where its text begins in the pool container: lo = index just past the
 * subtree; hi = index of the container around it, or (SV_TAPE_EXT) of its struct sv_tape_ext alias:
 * lo = index of what it stands for, hi = index of the container around it */
struct sv_tape_node {
  uint32_t head;   /* type 4 bits, flags 4 bits, size of text or count of children 24 bits */
  uint32_t offset; /* in the source */
  union {
    struct {
      uint32_t lo, hi;
    };
    int64_t integer;
    double number;
  };
};

_Static_assert(sizeof(struct sv_tape_node) == 16, "four nodes a cache line");

#define SV_TAPE_ALIAS 7u
#define SV_TAPE_SIZE_MAX 0xFFFFFFu

enum {
  SV_TAPE_POOL = 0x10,      /* strings, numbers: the bytes lie in the pool */
  SV_TAPE_LONG = 0x20,      /* strings: size in hi */
  SV_TAPE_ASCII = 0x40,     /* strings: one byte a code point */
  SV_TAPE_KEY = 0x80,       /* strings: a name, hash in hi */
  SV_TAPE_INT64 = 0x20,     /* numbers: payload is an int64 */
  SV_TAPE_INTEGER = 0x40,   /* numbers: no fractional part */
  SV_TAPE_EXT = 0x10,       /* containers: hi is an index into ext */
  SV_TAPE_DUPLICATES = 0x20 /* objects: some name comes twice */
};

/* What a big container needs beside its node. */
struct sv_tape_ext {
  uint32_t parent;
  uint32_t count;
  uint32_t index; /* where its sorted slots begin, SV_DOC_NONE: not indexed */
};

/* A name in the sorted index of an object: by hash, then by place. */
struct sv_tape_slot {
  uint32_t hash;
  uint32_t key;
};

/* Objects with more members than this have a sorted index. */
#define SV_TAPE_SCAN_MAX 16

struct sv_doc {
  struct sv_tape_node *tape;
  const char *source;
  const char *pool;
  struct sv_tape_ext *ext;
  struct sv_tape_slot *index;
  uint32_t count; /* of nodes */
  size_t size;    /* of the source */
  char *owned;    /* the source, when copied */
  char *name;
  enum sv_doc_syntax syntax;
  size_t begin; /* where the text begins: after a byte order mark */
  struct sv_doc_finding *findings;
  size_t finding_count;
  size_t finding_total;
  _Atomic(struct sv_doc_lines *) lines; /* made when a position is first asked for */
};

/* The node that V stands for, behind an alias. */
static inline const struct sv_tape_node *sv_tape_node(const struct sv_doc *d, sv_value v)
{
  const struct sv_tape_node *n = &d->tape[v];
  return (n->head & 15) == SV_TAPE_ALIAS ? &d->tape[n->lo] : n;
}

static inline sv_value sv_tape_target(const struct sv_doc *d, sv_value v)
{
  return (d->tape[v].head & 15) == SV_TAPE_ALIAS ? d->tape[v].lo : v;
}

static inline enum sv_doc_type sv_tape_type(const struct sv_tape_node *n)
{
  return (enum sv_doc_type)(n->head & 15);
}

static inline bool sv_tape_is_container(const struct sv_tape_node *n)
{
  return (n->head & 15) == SV_DOC_ARRAY || (n->head & 15) == SV_DOC_OBJECT;
}

/* The index just past V (not past what an alias stands for). */
static inline sv_value sv_tape_past(const struct sv_doc *d, sv_value v)
{
  return sv_tape_is_container(&d->tape[v]) ? d->tape[v].lo : v + 1;
}

static inline const char *sv_tape_text(const struct sv_doc *d, const struct sv_tape_node *n)
{
  return (n->head & SV_TAPE_POOL ? d->pool : d->source) + n->lo;
}

static inline size_t sv_tape_size(const struct sv_tape_node *n)
{
  return n->head & SV_TAPE_LONG ? n->hi : n->head >> 8;
}

static inline uint32_t sv_tape_count(const struct sv_doc *d, const struct sv_tape_node *n)
{
  return n->head & SV_TAPE_EXT ? d->ext[n->hi].count : n->head >> 8;
}

static inline uint32_t sv_tape_parent(const struct sv_doc *d, const struct sv_tape_node *n)
{
  return sv_tape_is_container(n) && n->head & SV_TAPE_EXT ? d->ext[n->hi].parent : n->hi;
}

/* The hash that names carry. */
uint32_t sv_tape_hash(const char *key, size_t size);

/* The value of member KEY, whose sv_tape_hash() is HASH, of the object node N, or SV_DOC_NONE. */
sv_value sv_tape_find(const struct sv_doc *d, const struct sv_tape_node *n, const char *key,
                      size_t size, uint32_t hash);

#endif
