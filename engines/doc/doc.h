// SPDX-License-Identifier: Apache-2.0
/* Documents under test: JSON and YAML in one flat tape, with the source position of every value.
 * A parsed document never changes, so that threads may share it. Values are small numbers, valid as
 * long as their document; a YAML alias is a value of its own that answers as what it stands for.
 *
 * What is wrong with a text comes in two kinds. An error ends the reading: malformed syntax, bytes
 * that are not UTF-8, a limit reached. A finding does not: duplicate names, lone surrogates,
 * numbers that a double cannot hold, a byte order mark, YAML that JSON cannot say. */
#ifndef SV_DOC_DOC_H
#define SV_DOC_DOC_H

#include "engines/base/buf.h"
#include "engines/base/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sv_doc;

/* A place on the tape. */
typedef uint32_t sv_value;
#define SV_DOC_ROOT ((sv_value)0)
#define SV_DOC_NONE UINT32_MAX

enum sv_doc_syntax { SV_DOC_JSON, SV_DOC_YAML };

enum sv_doc_type {
  SV_DOC_NULL,
  SV_DOC_FALSE,
  SV_DOC_TRUE,
  SV_DOC_NUMBER,
  SV_DOC_STRING,
  SV_DOC_ARRAY,
  SV_DOC_OBJECT
};

/* What a document may cost. Over one of them the reading ends with SV_LIMIT and that member's name
 * ("document-bytes", "depth", "nodes", "key-bytes", "aliases", "number-bytes"). */
struct sv_doc_limits {
  size_t bytes;     /* of the text, at most 4 GB */
  uint32_t depth;   /* open arrays and objects, at most SV_DOC_DEPTH_MAX */
  uint32_t nodes;   /* values and names, aliases counted as what they stand for */
  size_t key_bytes; /* of one member name, at most 16 MB */
  uint32_t aliases; /* expansions of YAML aliases, those inside an expansion included */
};

#define SV_DOC_LIMITS                                                                              \
  ((struct sv_doc_limits){ .bytes = (size_t)256 << 20,                                             \
                           .depth = 512,                                                           \
                           .nodes = 50000000,                                                      \
                           .key_bytes = (size_t)64 << 10,                                          \
                           .aliases = 1000000 })
#define SV_DOC_DEPTH_MAX 10000
#define SV_DOC_NUMBER_MAX ((size_t)1 << 20) /* bytes of one number */
#define SV_DOC_FINDINGS_MAX 1000            /* kept of one document; all are counted */

enum sv_doc_kind {
  SV_DOC_MALFORMED,      /* error: breaks the grammar */
  SV_DOC_ENCODING,       /* error: not UTF-8 */
  SV_DOC_OVER_LIMIT,     /* error: a limit was reached */
  SV_DOC_DUPLICATE_KEY,  /* finding, severity error */
  SV_DOC_LONE_SURROGATE, /* finding, severity error */
  SV_DOC_FOREIGN_TAG,    /* finding, severity error: a YAML tag outside the core schema */
  SV_DOC_NOT_JSON,       /* finding, severity error: YAML that JSON has no word for */
  SV_DOC_BIG_NUMBER,     /* finding, severity warning: no double holds it exactly enough */
  SV_DOC_BYTE_ORDER_MARK /* finding, severity warning */
};

/* One thing said about the text. MSGID holds {named} places, filled from args. */
struct sv_doc_finding {
  enum sv_doc_kind kind;
  bool is_error;    /* severity error; otherwise warning */
  const char *rule; /* short stable name, e.g. "duplicate-key" */
  const char *msgid;
  const char *arg_name; /* the one place in MSGID, NULL: none */
  char arg[256];        /* what goes there */
  size_t offset;
  size_t line;   /* from 1 */
  size_t column; /* from 1, in code points */
};

struct sv_doc_options {
  enum sv_doc_syntax syntax;
  const char *name;                   /* of the file, for messages; NULL: none. Copied */
  const struct sv_doc_limits *limits; /* NULL: SV_DOC_LIMITS */
  bool borrowed;                      /* the bytes outlive the document and need no copy */
  struct sv_doc_finding *fault;       /* NULL, or filled in with what ended the reading */
};

/* The document in *OUT, to be freed with sv_doc_free(). OPT may be NULL (JSON, copied bytes).
 * SV_INVALID for a malformed text, with the position in ERR; SV_LIMIT; SV_NO_MEMORY. RFC 8259;
 * YAML 1.2. */
enum sv_status sv_doc_parse(const void *data, size_t size, const struct sv_doc_options *opt,
                            struct sv_doc **out, struct sv_error *err) SV_MUST_USE;
void sv_doc_free(struct sv_doc *d);

/* The name given at parsing, or NULL. */
const char *sv_doc_name(const struct sv_doc *d);
enum sv_doc_syntax sv_doc_syntax(const struct sv_doc *d);

/* The text as it was read. Borrowed. */
const char *sv_doc_source(const struct sv_doc *d, size_t *size);

/* The findings in order of position; *COUNT of them are kept, *TOTAL (may be NULL) were made. */
const struct sv_doc_finding *sv_doc_findings(const struct sv_doc *d, size_t *count, size_t *total);

/* Adds TEMPLATE (the msgid of F or its translation) with its place filled in to OUT. */
enum sv_status sv_doc_finding_text(const struct sv_doc_finding *f, const char *template,
                                   struct sv_buf *out);

enum sv_doc_type sv_doc_type(const struct sv_doc *d, sv_value v);

/* How many elements or members V has, every duplicate counted; 0 for other types. */
size_t sv_doc_count(const struct sv_doc *d, sv_value v);

/* The first element, or the value of the first member, of V; then the one after CHILD. SV_DOC_NONE
 * at the end and when V is neither array nor object. */
sv_value sv_doc_first(const struct sv_doc *d, sv_value v);
sv_value sv_doc_next(const struct sv_doc *d, sv_value v, sv_value child);

/* The name of the member whose value is CHILD, a string value. Only for children of objects. */
sv_value sv_doc_key(const struct sv_doc *d, sv_value child);

/* The value of the member KEY of OBJECT, or SV_DOC_NONE. Of duplicates the last one, as ECMA-262
 * has it. */
sv_value sv_doc_get(const struct sv_doc *d, sv_value object, const char *key, size_t key_size);

/* The same for a NUL-terminated name. */
sv_value sv_doc_gets(const struct sv_doc *d, sv_value object, const char *key);

/* Element I of ARRAY (from 0), or SV_DOC_NONE. Costs I steps: walk with sv_doc_next() where you
 * can. */
sv_value sv_doc_at(const struct sv_doc *d, sv_value array, size_t i);

/* The bytes of a string (UTF-8, may hold NUL, not terminated), or NULL when V is none. Borrowed
 * from D. */
const char *sv_doc_string(const struct sv_doc *d, sv_value v, size_t *size);

/* Whether V is the string TEXT. */
bool sv_doc_is_text(const struct sv_doc *d, sv_value v, const char *text);

/* The length of a string in code points, 0 when V is none. */
size_t sv_doc_length(const struct sv_doc *d, sv_value v);

/* A number as text in JSON's grammar (not terminated), or NULL when V is none. YAML's other forms
 * are rewritten. */
const char *sv_doc_number(const struct sv_doc *d, sv_value v, size_t *size);

/* Whether V is a number without a fractional part, however written: 1, 1.0, 1e2. */
bool sv_doc_is_integer(const struct sv_doc *d, sv_value v);

/* Puts the value in *OUT when V is an integer (by value) that fits; false otherwise. */
bool sv_doc_int64(const struct sv_doc *d, sv_value v, int64_t *out);

/* The nearest double; infinite when out of range, 0 when V is no number. */
double sv_doc_double(const struct sv_doc *d, sv_value v);

/* Negative, 0 or positive as number A of DA is less than, equal to or greater than number B of DB;
 * exact. */
int sv_doc_compare(const struct sv_doc *da, sv_value a, const struct sv_doc *db, sv_value b);

/* Whether the two are the same JSON value: numbers by value, members in any order. */
bool sv_doc_equal(const struct sv_doc *da, sv_value a, const struct sv_doc *db, sv_value b);

/* A hash that is equal for equal values; keyed, it differs from process to process. */
uint64_t sv_doc_hash(const struct sv_doc *d, sv_value v);

/* Where V begins in the text: byte offset, then line and column (from 1, columns in code points).
 */
size_t sv_doc_offset(const struct sv_doc *d, sv_value v);
void sv_doc_position(const struct sv_doc *d, sv_value v, size_t *line, size_t *column);

/* Line and column of any byte offset of the text. */
void sv_doc_locate(const struct sv_doc *d, size_t offset, size_t *line, size_t *column);

/* The array or object that holds V (or the name V), SV_DOC_NONE for the root. Costs up to a walk
 * over V's earlier siblings. What an alias stands for has the parent of the anchor. */
sv_value sv_doc_parent(const struct sv_doc *d, sv_value v);

/* Adds the JSON Pointer of V to OUT (RFC 6901); "" is the root. */
enum sv_status sv_doc_pointer(const struct sv_doc *d, sv_value v, struct sv_buf *out);

/* Adds "/" and NAME with ~ and / escaped to OUT. */
enum sv_status sv_doc_pointer_add(struct sv_buf *out, const char *name, size_t size);

/* The value that POINTER names, seen from FROM; SV_DOC_NONE when there is none or it is malformed.
 */
sv_value sv_doc_resolve_pointer(const struct sv_doc *d, sv_value from, const char *pointer,
                                size_t size);

/* Adds V as compact JSON to OUT, cut with "…" so that at most MOST bytes (at least 8) are added. */
enum sv_status sv_doc_excerpt(const struct sv_doc *d, sv_value v, size_t most, struct sv_buf *out);

#endif
