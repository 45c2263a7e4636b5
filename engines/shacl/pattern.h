// SPDX-License-Identifier: Apache-2.0
/* sh:pattern with sh:flags: regular expressions of XPath, as SPARQL's REGEX takes them. */
#ifndef SV_SHACL_PATTERN_H
#define SV_SHACL_PATTERN_H

#include "engines/base/buf.h"
#include "engines/shacl/program.h"

void shacl_pattern_free(struct shacl_pattern *p);

/* Puts in *FOUND whether the pattern matches anywhere in the text; SV_LIMIT when the search was
 * given up. */
enum sv_status shacl_pattern_match(const struct shacl_pattern *p, struct sv_regex_scratch *scratch,
                                   const char *text, size_t size, bool *found);

/* Which of the flags s, m, i, x, q are set. */
struct shacl_flags {
  bool dot_all, multi_line, ignore_case, extended, literal;
};

/* Adds the pattern of ECMA-262 (u) that says the same as that of XPath 3.1 5.6 to OUT. */
enum sv_status shacl_pattern_rewrite(const char *text, size_t size, struct shacl_flags flags,
                                     struct sv_buf *out);

#endif
