// SPDX-License-Identifier: Apache-2.0
/* A compiled JSONPath query: what its parser makes and its evaluator walks. */
#ifndef SV_DOC_PATH_TREE_H
#define SV_DOC_PATH_TREE_H

#include "engines/base/arena.h"
#include "engines/doc/iregexp.h"
#include "engines/doc/path.h"

#define SV_PATH_DEPTH_MAX 64      /* of parentheses, filters and calls in one another */
#define SV_PATH_SEGMENTS_MAX 1000 /* of one query */

enum sv_path_selector_kind {
  SV_PATH_NAME,
  SV_PATH_WILDCARD,
  SV_PATH_INDEX,
  SV_PATH_SLICE,
  SV_PATH_FILTER
};

struct sv_path_selector {
  enum sv_path_selector_kind kind;
  const char *name;
  size_t size;
  uint32_t hash;            /* of the name */
  int64_t start, end, step; /* start: also the index */
  bool has_start, has_end;
  const struct sv_path_expr *filter;
  struct sv_path_selector *next;
};

struct sv_path_segment {
  bool descendant;
  struct sv_path_selector *selectors;
  struct sv_path_segment *next;
};

struct sv_path_query {
  bool absolute; /* begins with $ */
  bool singular; /* selects one value at most */
  struct sv_path_segment *segments;
};

enum sv_path_expr_kind {
  SV_PATH_OR,
  SV_PATH_AND,
  SV_PATH_NOT,
  SV_PATH_COMPARE,
  SV_PATH_QUERY, /* existence, or the one value of a singular query */
  SV_PATH_CALL,
  SV_PATH_LITERAL
};

enum sv_path_operator {
  SV_PATH_EQUAL,
  SV_PATH_UNEQUAL,
  SV_PATH_LESS_EQUAL,
  SV_PATH_GREATER_EQUAL,
  SV_PATH_LESS,
  SV_PATH_GREATER
};

enum sv_path_function {
  SV_PATH_LENGTH,
  SV_PATH_COUNT,
  SV_PATH_MATCH,
  SV_PATH_SEARCH,
  SV_PATH_VALUE
};

struct sv_path_expr {
  enum sv_path_expr_kind kind;
  union {
    enum sv_path_operator operator;
    enum sv_path_function function;
    enum sv_doc_type type; /* of a literal */
  };
  struct sv_path_expr *left, *right; /* operands or arguments */
  struct sv_path_query query;
  const char *text; /* of a string or number literal */
  size_t size;
};

struct sv_path {
  struct sv_arena arena;
  struct sv_path_query query;
};

/* Where the parser stands. */
struct sv_path_parser {
  struct sv_path *path;
  const char *begin, *p, *end;
  enum sv_status status;
  struct sv_error *err;
};

/* Ends the parsing with MESSAGE about where the parser stands. Returns NULL. */
void *sv_path_fault(struct sv_path_parser *s, const char *message);

/* SIZE cleared bytes of the query's own, or NULL after a failure. */
void *sv_path_new(struct sv_path_parser *s, size_t size);

void sv_path_skip(struct sv_path_parser *s);
bool sv_path_take(struct sv_path_parser *s, const char *text);

/* A string in quotes, its escapes undone. */
bool sv_path_string(struct sv_path_parser *s, const char **text, size_t *size);

/* The segments after $ or @ into Q. */
bool sv_path_segments(struct sv_path_parser *s, struct sv_path_query *q, int depth);

/* A logical expression of a filter, or NULL after a failure. */
struct sv_path_expr *sv_path_logical(struct sv_path_parser *s, int depth);

#endif
