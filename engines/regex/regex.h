// SPDX-License-Identifier: Apache-2.0
/* ECMA-262 patterns with the u flag. A pattern that is a regular language runs in a table-driven
 * automaton, in linear time; the rest is written anew as PCRE2 source and runs there under a limit.
 */
#ifndef SV_REGEX_REGEX_H
#define SV_REGEX_REGEX_H

#include "engines/base/buf.h"
#include "engines/base/status.h"

#include <stdbool.h>
#include <stddef.h>

/* A compiled pattern. It does not change after it was made: several threads may match with it. */
struct sv_regex;

/* Working memory for matching, one a thread. */
struct sv_regex_scratch;

/* What a pattern says in plain words, when it is one run of characters of one kind from start to
 * end. */
enum sv_regex_kind {
  SV_REGEX_OTHER,
  SV_REGEX_DIGITS,
  SV_REGEX_UPPER,   /* A to Z */
  SV_REGEX_LOWER,   /* a to z */
  SV_REGEX_LETTERS, /* A to Z, a to z */
  SV_REGEX_ALNUM    /* letters and digits */
};

struct sv_regex_shape {
  enum sv_regex_kind kind;
  bool exact;        /* the words say all; false: the pattern asks for more */
  unsigned min, max; /* length; max UINT_MAX: no bound */
};

/* Compiles SIZE bytes of UTF-8 into *OUT, to be freed with sv_regex_free(). SV_INVALID for what
 * ECMA-262 22.2.1 calls a syntax error, with its column (from 1, in code points) in ERR; SV_LIMIT
 * over the size or depth limit; SV_NO_MEMORY. */
enum sv_status sv_regex_compile(const char *pattern, size_t size, struct sv_regex **out,
                                struct sv_error *err) SV_MUST_USE;

/* SV_OK when the text is a pattern by the grammar, as sv_regex_compile. */
enum sv_status sv_regex_check(const char *pattern, size_t size, struct sv_error *err) SV_MUST_USE;

/* Puts in *FOUND whether the pattern matches anywhere in SIZE bytes of UTF-8. SCRATCH may be NULL.
 * SV_LIMIT when the search was given up (*FOUND then says nothing) or the pattern uses what cannot
 * be run; SV_INVALID when TEXT is not UTF-8. */
enum sv_status sv_regex_match(const struct sv_regex *r, struct sv_regex_scratch *scratch,
                              const char *text, size_t size, bool *found) SV_MUST_USE;

/* The name of the limit that stands in the way of every match, or NULL. */
const char *sv_regex_limit(const struct sv_regex *r);

struct sv_regex_shape sv_regex_shape(const struct sv_regex *r);

/* Whether it runs in the automaton. For tests and benchmarks. */
bool sv_regex_is_linear(const struct sv_regex *r);

/* Appends the PCRE2 source that says the same to OUT; *LIMIT is set when PCRE2 cannot say it. */
enum sv_status sv_regex_translate(const char *pattern, size_t size, struct sv_buf *out,
                                  const char **limit, struct sv_error *err) SV_MUST_USE;

/* A text that PATTERN matches, of LEAST to MOST characters, in OUT, which must be empty. The same
 * pattern gives the same text. SV_NOT_FOUND: none was found, which does not mean that there is none;
 * SV_INVALID: no pattern. */
enum sv_status sv_regex_sample(const char *pattern, size_t size, size_t least, size_t most,
                               struct sv_buf *out) SV_MUST_USE;

void sv_regex_free(struct sv_regex *r);

struct sv_regex_scratch *sv_regex_scratch_new(void) SV_MUST_USE;
void sv_regex_scratch_free(struct sv_regex_scratch *s);

#endif
