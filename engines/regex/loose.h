// SPDX-License-Identifier: Apache-2.0
/* Patterns as JavaScript reads them without the flag u, which forgives more: \- is a hyphen, a
 * brace that repeats nothing a brace. Rule sets and OpenAPI documents have them. */
#ifndef SV_REGEX_LOOSE_H
#define SV_REGEX_LOOSE_H

#include "engines/regex/regex.h"

/* As sv_regex_compile(), for ECMA-262 with or without u and FLAGS of "dgiu". */
enum sv_status sv_regex_compile_loose(const char *text, size_t size, const char *flags,
                                      size_t flags_size, struct sv_regex **out,
                                      struct sv_error *err) SV_MUST_USE;

/* Appends to OUT the pattern with the flag u that says the same. */
enum sv_status sv_regex_loosen(const char *text, size_t size, struct sv_buf *out) SV_MUST_USE;

/* The same as sv_regex_compile_loose() for /PATTERN/FLAGS, or a bare pattern. */
enum sv_status sv_regex_compile_literal(const char *text, size_t size, struct sv_regex **out,
                                        struct sv_error *err) SV_MUST_USE;

#endif
