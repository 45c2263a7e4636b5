// SPDX-License-Identifier: Apache-2.0
/* Exact arithmetic on numbers as JSON writes them: digits and a power of ten, never a double. Every
 * TEXT must follow JSON's grammar. Exponents beyond ±10^17 count as ±10^17, so that nothing can
 * blow up. */
#ifndef SV_DOC_DECIMAL_H
#define SV_DOC_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A number taken apart: ±0.d1 d2 d3 ... times 10^scale, d1 not 0. */
struct sv_decimal {
  const char *digits; /* first significant digit; a point may stand among them */
  size_t span;        /* bytes from the first to the last significant digit */
  size_t count;       /* of significant digits, 0 for zero */
  int64_t scale;
  bool negative; /* never for zero */
};

/* TEXT taken apart; it borrows the text. */
struct sv_decimal sv_decimal_read(const char *text, size_t size);

/* Negative, 0 or positive as A is less than, equal to or greater than B. */
int sv_decimal_compare(const struct sv_decimal *a, const struct sv_decimal *b);

/* Whether the value has no fractional part. */
bool sv_decimal_is_integer(const char *text, size_t size);

/* Puts the value in *OUT when it is an integer that fits. */
bool sv_decimal_int64(const char *text, size_t size, int64_t *out);

/* The nearest double, infinite when there is none. Never depends on the locale. */
double sv_decimal_double(const char *text, size_t size);

/* Whether a double carries the value: integers exactly, others to their 17 significant digits, in
 * range. */
bool sv_decimal_fits_double(const char *text, size_t size);

/* 1 when A is an integer multiple of B, 0 when not (or B is 0), -1 when telling would take too
 * long. */
int sv_decimal_multiple(const struct sv_decimal *a, const struct sv_decimal *b);

/* A hash equal for equal values. */
uint64_t sv_decimal_hash(const struct sv_decimal *a);

#endif
