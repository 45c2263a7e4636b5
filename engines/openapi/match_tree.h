// SPDX-License-Identifier: Apache-2.0
/* A compiled path of a rule set: what its parser makes and its evaluator walks. Private to
 * match*.c. */
#ifndef SV_OPENAPI_MATCH_TREE_H
#define SV_OPENAPI_MATCH_TREE_H

#include "engines/openapi/match.h"

#ifndef N_
#define N_(text) text
#endif

#define SV_MATCH_DEPTH_MAX 64     /* of filters, parentheses and calls in one another */
#define SV_MATCH_SEGMENTS_MAX 200 /* of one path */
#define SV_MATCH_EXPRS_MAX 2000   /* of one path: what evaluation may recurse */

#pragma GCC visibility push(hidden)

enum sv_expr_kind {
  SV_EXPR_OR,
  SV_EXPR_AND,
  SV_EXPR_NOT,
  SV_EXPR_EQUAL,
  SV_EXPR_UNEQUAL,
  SV_EXPR_LESS,
  SV_EXPR_LESS_EQUAL,
  SV_EXPR_GREATER,
  SV_EXPR_GREATER_EQUAL,
  SV_EXPR_IN,
  SV_EXPR_UNDEFINED,
  SV_EXPR_NULL,
  SV_EXPR_BOOLEAN,
  SV_EXPR_NUMBER,
  SV_EXPR_STRING,
  SV_EXPR_REGEX,
  SV_EXPR_CURRENT,         /* @ */
  SV_EXPR_ROOT,            /* $ */
  SV_EXPR_PROPERTY,        /* @property */
  SV_EXPR_PARENT,          /* @parent */
  SV_EXPR_PARENT_PROPERTY, /* @parentProperty */
  SV_EXPR_TYPE,            /* @string() and its kin */
  SV_EXPR_MEMBER,          /* left.name, left['name'], left[0] */
  SV_EXPR_CALL,            /* left.method(right) */
  SV_EXPR_QUERY            /* segments behind left: whether they select something */
};

enum sv_expr_method {
  SV_METHOD_MATCH,
  SV_METHOD_TEST,
  SV_METHOD_INCLUDES,
  SV_METHOD_INDEX_OF,
  SV_METHOD_STARTS_WITH,
  SV_METHOD_ENDS_WITH,
  SV_METHOD_LOWER,
  SV_METHOD_UPPER
};

enum sv_expr_type {
  SV_TYPE_STRING,
  SV_TYPE_NUMBER,
  SV_TYPE_INTEGER,
  SV_TYPE_BOOLEAN,
  SV_TYPE_NULL,
  SV_TYPE_ARRAY,
  SV_TYPE_OBJECT,
  SV_TYPE_SCALAR
};

struct sv_match_segment;

struct sv_expr {
  enum sv_expr_kind kind;
  union {
    bool truth;
    double number;
    enum sv_expr_method method;
    enum sv_expr_type type;
  };
  const char *text; /* of a string or a member's name */
  size_t size;
  struct sv_regex *regex;
  struct sv_expr *left, *right;
  struct sv_match_segment *query;
};

enum sv_selector_kind {
  SV_SELECT_NAME, /* also an index: arrays take what is a number */
  SV_SELECT_ALL,
  SV_SELECT_SLICE,
  SV_SELECT_LAST, /* (@.length-N) */
  SV_SELECT_FILTER
};

struct sv_match_selector {
  enum sv_selector_kind kind;
  const char *name;
  size_t size;
  uint32_t hash;
  bool is_index;
  int64_t start, end, step;
  bool has_start, has_end;
  const struct sv_expr *filter;
  struct sv_match_selector *next;
};

enum sv_segment_kind {
  SV_SEGMENT_CHILD,
  SV_SEGMENT_DESCENDANT,
  SV_SEGMENT_PARENT,
  SV_SEGMENT_NAME
};

struct sv_match_segment {
  enum sv_segment_kind kind;
  struct sv_match_selector *selectors;
  struct sv_match_segment *next;
};

/* A pattern that must be given back. */
struct sv_match_pattern {
  struct sv_regex *regex;
  struct sv_match_pattern *next;
};

struct sv_match_path {
  struct sv_match_segment *segments;
  struct sv_match_pattern *patterns;
};

/* Where the parser stands. */
struct sv_match_parser {
  struct sv_arena *arena;
  struct sv_match_path *path;
  const char *begin, *p, *end;
  unsigned exprs;
  enum sv_status status;
  struct sv_error *err;
};

/* Ends the parsing with MESSAGE about where the parser stands. Returns NULL. */
void *sv_match_fault(struct sv_match_parser *s, const char *message);
void *sv_match_new(struct sv_match_parser *s, size_t size);
void sv_match_skip(struct sv_match_parser *s);
bool sv_match_take(struct sv_match_parser *s, const char *text);
/* A string in quotes of either kind, its escapes undone. */
bool sv_match_string(struct sv_match_parser *s, const char **text, size_t *size);
/* A name without quotes; size 0 when none stands here. */
size_t sv_match_word(const struct sv_match_parser *s);
/* Segments as long as some follow. */
bool sv_match_segments(struct sv_match_parser *s, struct sv_match_segment **out, int depth);
/* A segment that is not .name; it stands before ..  [ ^ or ~. */
bool sv_match_segment(struct sv_match_parser *s, struct sv_match_segment *seg, int depth);
struct sv_expr *sv_match_expr(struct sv_match_parser *s, int depth);

/* Whether E holds for M. */
bool sv_match_holds(struct sv_match_run *run, const struct sv_expr *e, const struct sv_match *m);

/* Puts what SEGMENTS select from the matches NOW, which are used up, in *OUT. False after a failure
 * in RUN. */
bool sv_match_walk(struct sv_match_run *run, const struct sv_match_segment *segments,
                   struct sv_matches *now, struct sv_matches *out);
bool sv_match_keep(struct sv_match_run *run, struct sv_matches *out, const struct sv_match *m);

/* Takes COST from what the run may cost. */
bool sv_match_pay(struct sv_match_run *run, uint64_t cost);
bool sv_match_fail(struct sv_match_run *run, enum sv_status status, const char *limit);

#pragma GCC visibility pop

#endif
