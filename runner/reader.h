// SPDX-License-Identifier: Apache-2.0
/* Our own JSON files (requirements, profiles, targets) read by tables of their members. Every fault
 * is a sentence with file, line and column; an unknown member is refused, and the nearest known one
 * named. */
#ifndef SV_RUNNER_READER_H
#define SV_RUNNER_READER_H

#include "engines/base/arena.h"
#include "engines/base/status.h"
#include "engines/doc/doc.h"

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

enum { SV_READER_BYTES_MAX = 4 << 20, SV_READER_DEPTH_MAX = 32 };

enum sv_member_kind {
  SV_MEMBER_END = 0,
  SV_MEMBER_STRING,  /* const char *; not empty */
  SV_MEMBER_BOOL,    /* bool */
  SV_MEMBER_UINT,    /* unsigned, from .least to .most */
  SV_MEMBER_TEXT,    /* struct sv_text; English is required */
  SV_MEMBER_STRINGS, /* const char *const *, followed by its size_t count */
  SV_MEMBER_VALUE,   /* sv_value, as it stands; SV_DOC_NONE when absent */
  SV_MEMBER_ANY      /* known, but not looked at: "$schema" */
};

struct sv_member {
  const char *name;
  enum sv_member_kind kind;
  size_t offset; /* in the struct that is filled in */
  bool required;
  unsigned least, most;
};

struct sv_reader {
  struct sv_doc *doc; /* owned */
  const char *name;   /* of the file, for faults */
  struct sv_arena *arena;
  struct sv_error *err;
};

/* Parses SIZE bytes called NAME. Strings read later live in ARENA; the bytes are not needed after.
 * SV_INVALID or SV_NO_MEMORY with the fault in ERR; to be closed also then. */
enum sv_status sv_reader_open(struct sv_reader *r, const void *data, size_t size) SV_MUST_USE;

/* The same from the file at PATH, which becomes the name. A file that cannot be read keeps its
 * status. */
enum sv_status sv_reader_open_file(struct sv_reader *r, const char *path) SV_MUST_USE;

void sv_reader_close(struct sv_reader *r);

/* Fills OUT from the object V as TABLE says. Members that are absent leave OUT as it was
 * (SV_MEMBER_VALUE: SV_DOC_NONE). SV_INVALID with the place of the fault. */
enum sv_status sv_reader_object(const struct sv_reader *r, sv_value v,
                                const struct sv_member *table, void *out) SV_MUST_USE;

/* The string V in the arena; WHAT names it in the fault. */
enum sv_status sv_reader_string(const struct sv_reader *r, sv_value v, const char *what,
                                const char **out) SV_MUST_USE;

/* The name of the member whose value V is, in the arena; NULL when memory ran out or it holds NUL.
 */
const char *sv_reader_key(const struct sv_reader *r, sv_value v);

/* V as a jansson value, a new reference. */
enum sv_status sv_reader_json(const struct sv_reader *r, sv_value v, json_t **out) SV_MUST_USE;

/* Fails with SV_INVALID at the place of V (SV_DOC_NONE: the beginning). MSGID is a sentence with
 * {named} places, filled from pairs of name and text; NULL ends. */
enum sv_status sv_reader_fault(const struct sv_reader *r, sv_value v, const char *msgid, ...)
    __attribute__((sentinel));

/* The same at a member's name instead of its value. */
enum sv_status sv_reader_fault_key(const struct sv_reader *r, sv_value v, const char *msgid, ...)
    __attribute__((sentinel));

/* Fails at V because WORD is none of the COUNT NAMES, of which the nearest or all are named. WHAT
 * says what it should have been, e.g. "level". */
enum sv_status sv_reader_unknown(const struct sv_reader *r, sv_value v, const char *what,
                                 const char *word, const char *const *names, size_t count);

#endif
