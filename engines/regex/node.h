// SPDX-License-Identifier: Apache-2.0
/* The syntax tree of a pattern, private to engines/regex. Everything in it lives in one arena. */
#ifndef SV_REGEX_NODE_H
#define SV_REGEX_NODE_H

#include "engines/base/arena.h"
#include "engines/base/buf.h"
#include "engines/base/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Names of this folder do not leave the library: another of the same name must not take their
 * place. */
#pragma GCC visibility push(hidden)

#define SV_RE_PATTERN_MAX 65536u
#define SV_RE_DEPTH_MAX 200
#define SV_RE_CODE_MAX 0x10FFFFu
#define SV_RE_NO_BOUND UINT32_MAX

struct sv_re_range {
  uint32_t lo, hi;
};

struct sv_re_property {
  const char *prefix; /* "", "sc:" or "scx:" */
  const char *name;   /* as PCRE2 spells it inside \p{}; static */
  bool negated;
  struct sv_re_property *next;
};

/* A set of code points: ranges (sorted, apart, without surrogates once closed) and properties. */
struct sv_re_set {
  struct sv_re_range *ranges;
  size_t count, room;
  struct sv_re_property *properties;
  bool negated; /* only while properties are there: else the ranges say it */
};

enum sv_re_kind {
  SV_RE_EMPTY,
  SV_RE_SET,
  SV_RE_SEQUENCE,
  SV_RE_CHOICE,
  SV_RE_REPEAT,
  SV_RE_GROUP, /* index 0: it captures nothing */
  SV_RE_START,
  SV_RE_END,
  SV_RE_WORD, /* negated: \B */
  SV_RE_LOOK,
  SV_RE_REFERENCE
};

struct sv_re_node {
  enum sv_re_kind kind;
  bool negated, behind, lazy;
  bool looped;       /* GROUP: some group around it repeats */
  uint32_t index;    /* GROUP, REFERENCE */
  uint32_t min, max; /* REPEAT */
  size_t offset;     /* REFERENCE: where in the pattern */
  const char *name;  /* REFERENCE by name, until resolved */
  struct sv_re_set *set;
  struct sv_re_node *child; /* first of the list */
  struct sv_re_node *next;
};

struct sv_re_name {
  const char *text;
  uint32_t index;
  struct sv_re_name *next;
};

struct sv_re_parser {
  const char *begin, *at, *end;
  struct sv_arena *arena;
  struct sv_error *err;
  uint32_t groups;
  struct sv_re_name *names;
  struct sv_re_node *references; /* list of REFERENCE nodes by child */
  bool captures_in_loops;        /* a reference whose group ECMA-262 empties in each round */
};

/* Parses the pattern into *OUT. Resolves and checks references. */
enum sv_status sv_re_parse(struct sv_re_parser *p, struct sv_re_node **out) SV_MUST_USE;

/* A syntax error at AT. */
enum sv_status sv_re_fault(struct sv_re_parser *p, const char *at, const char *what) SV_MUST_USE;

/* Reads a class after its `[`, up to and with its `]`. */
enum sv_status sv_re_parse_class(struct sv_re_parser *p, struct sv_re_set *set) SV_MUST_USE;

/* Reads a character escape after its backslash: \f \cA \0 \x41 \u0041 \u{1F600} and escaped syntax
 * characters. IN_CLASS allows \- and \b. */
enum sv_status sv_re_parse_escape(struct sv_re_parser *p, bool in_class,
                                  uint32_t *code) SV_MUST_USE;

/* Reads \uXXXX, \uXXXX\uXXXX or \u{X} after the u. */
enum sv_status sv_re_parse_unicode(struct sv_re_parser *p, uint32_t *code) SV_MUST_USE;

/* Reads \d \D \s \S \w \W \p{} \P{} when one is there (after the backslash); *FOUND says so. */
enum sv_status sv_re_parse_class_escape(struct sv_re_parser *p, struct sv_re_set *set,
                                        bool *found) SV_MUST_USE;

/* Adds LO to HI. SV_NO_MEMORY. */
enum sv_status sv_re_set_add(struct sv_arena *a, struct sv_re_set *set, uint32_t lo,
                             uint32_t hi) SV_MUST_USE;

/* Sorts and joins the ranges, takes the surrogates out and carries the negation through. */
enum sv_status sv_re_set_close(struct sv_arena *a, struct sv_re_set *set) SV_MUST_USE;

/* Puts in *OUT what PCRE2 calls the property NAME or NAME=VALUE of ECMA-262 table 67 to 71; false:
 * there is none such. The names ASCII and Any are left as they are: PCRE2 knows them not. */
bool sv_re_property_find(const char *text, size_t size, struct sv_re_property *out);

struct sv_re_alias {
  const char *name;
  const char *pcre; /* ^ in front: its opposite */
};

/* --- script.c --- */
extern const struct sv_re_alias sv_re_scripts[];
extern const size_t sv_re_script_count;

/* Whether the text is an identifier as ECMA-262 names groups. */
bool sv_re_is_identifier(const char *text, size_t size);

/* Appends PCRE2 source. *LIMIT is set, and the rest undefined, when it cannot be said. */
enum sv_status sv_re_emit(const struct sv_re_node *n, struct sv_buf *out,
                          const char **limit) SV_MUST_USE;

/* A table-driven automaton. State 0 is the dead one, 1 the first. */
struct sv_re_dfa {
  uint16_t *next;   /* state * classes + class; only while it is made */
  uint8_t *accepts; /* bit 0: at once; bit 1: when the text ends here; only while it is made */
  uint32_t
      *cells; /* the same for matching: state * (classes + 1) + class, accepts in the last column */
  size_t states;
  size_t classes;
  uint8_t ascii[128]; /* class of a byte */
  uint32_t *starts;   /* code point from which class of_range[i] holds */
  uint8_t *of_range;
  size_t ranges;
};

/* Builds the automaton of the tree, or NULL when it is no regular language, too large, or memory
 * ran out. To be freed with sv_re_dfa_free(). */
struct sv_re_dfa *sv_re_dfa_new(const struct sv_re_node *n) SV_MUST_USE;
void sv_re_dfa_free(struct sv_re_dfa *d);

/* 1: found, 0: not, -1: the text is not UTF-8. */
int sv_re_dfa_match(const struct sv_re_dfa *d, const char *text, size_t size);

#pragma GCC visibility pop

#endif
