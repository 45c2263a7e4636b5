// SPDX-License-Identifier: Apache-2.0
/* Decimal numbers by their text. */
#include "engines/base/ascii.h"
#include "engines/base/map.h"
#include "engines/doc/decimal.h"

#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define EXPONENT_MAX 100000000000000000ll

static int64_t read_exponent(const char *p, const char *end)
{
  bool negative = false;
  if (p < end && (*p == '+' || *p == '-'))
    negative = *p++ == '-';
  int64_t value = 0;
  for (; p < end; p++)
    value = value > EXPONENT_MAX ? value : value * 10 + (*p - '0');
  value = value > EXPONENT_MAX ? EXPONENT_MAX : value;
  return negative ? -value : value;
}

struct sv_decimal sv_decimal_read(const char *text, size_t size)
{
  const char *p = text;
  const char *const end = text + size;
  struct sv_decimal d = { .negative = size > 0 && *p == '-' };
  p += d.negative;
  const char *point = NULL;
  const char *last = NULL;
  const char *units = NULL; /* just past the digit of the ones */
  for (; p < end && (sv_is_digit(*p) || *p == '.'); p++) {
    if (*p == '.') {
      point = p;
      continue;
    }
    if (*p == '0' && !d.digits)
      continue;
    d.digits = d.digits ? d.digits : p;
    last = *p == '0' ? last : p;
  }
  units = point ? point : p;
  if (!d.digits)
    return (struct sv_decimal){ .digits = text };
  d.span = (size_t)(last - d.digits) + 1;
  d.count = d.span - (point && point > d.digits && point < last);
  d.scale = d.digits < units ? units - d.digits : -(d.digits - units - 1);
  if (p < end)
    d.scale += read_exponent(p + 1, end);
  return d;
}

/* Compares the digits alone, as fractions of one. */
static int compare_digits(const struct sv_decimal *a, const struct sv_decimal *b)
{
  const char *p = a->digits, *q = b->digits;
  const char *const pe = p + a->span, *const qe = q + b->span;
  while (p < pe && q < qe) {
    p += *p == '.';
    q += *q == '.';
    if (*p != *q)
      return *p < *q ? -1 : 1;
    p++;
    q++;
  }
  return (p < pe) - (q < qe);
}

static int compare_size(const struct sv_decimal *a, const struct sv_decimal *b)
{
  if (a->count == 0 || b->count == 0)
    return (a->count != 0) - (b->count != 0);
  if (a->scale != b->scale)
    return a->scale < b->scale ? -1 : 1;
  return compare_digits(a, b);
}

int sv_decimal_compare(const struct sv_decimal *a, const struct sv_decimal *b)
{
  if (a->negative != b->negative)
    return a->negative ? -1 : 1;
  const int order = compare_size(a, b);
  return a->negative ? -order : order;
}

bool sv_decimal_is_integer(const char *text, size_t size)
{
  const struct sv_decimal d = sv_decimal_read(text, size);
  return d.count == 0 || d.scale >= (int64_t)d.count;
}

bool sv_decimal_int64(const char *text, size_t size, int64_t *out)
{
  const struct sv_decimal d = sv_decimal_read(text, size);
  if (d.count == 0) {
    *out = 0;
    return true;
  }
  if (d.scale < (int64_t)d.count || d.scale > 19)
    return false;
  unsigned __int128 value = 0;
  for (size_t i = 0; i < d.span; i++)
    if (d.digits[i] != '.')
      value = value * 10 + (unsigned)(d.digits[i] - '0');
  for (int64_t i = (int64_t)d.count; i < d.scale; i++)
    value *= 10;
  if (value > (unsigned __int128)INT64_MAX + d.negative)
    return false;
  *out = d.negative ? (int64_t)(-(uint64_t)value) : (int64_t)value;
  return true;
}

/* 768 significant digits decide every rounding, with one more digit standing for all that follow.
 */
#define DIGITS_MAX 800

double sv_decimal_double(const char *text, size_t size)
{
  const struct sv_decimal d = sv_decimal_read(text, size);
  const bool minus = size > 0 && *text == '-';
  if (d.count == 0 || d.scale < -400)
    return minus ? -0.0 : 0.0;
  if (d.scale > 400)
    return minus ? -INFINITY : INFINITY;
  char copy[DIGITS_MAX + 32];
  size_t n = 0;
  copy[n++] = '0';
  copy[n++] = '.';
  for (size_t i = 0; i < d.span && n < DIGITS_MAX; i++)
    if (d.digits[i] != '.')
      copy[n++] = d.digits[i];
  if (n == DIGITS_MAX)
    copy[n++] = '1';
  copy[n++] = 'e';
  const int64_t scale = d.scale < 0 ? -d.scale : d.scale;
  copy[n++] = d.scale < 0 ? '-' : '+';
  copy[n++] = (char)('0' + scale / 100);
  copy[n++] = (char)('0' + scale / 10 % 10);
  copy[n++] = (char)('0' + scale % 10);
  copy[n] = '\0';
  const locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0); /* glibc keeps this one: no cost */
  const double value = strtod_l(copy, NULL, c);
  freelocale(c);
  return minus ? -value : value;
}

bool sv_decimal_fits_double(const char *text, size_t size)
{
  const struct sv_decimal d = sv_decimal_read(text, size);
  const double value = sv_decimal_double(text, size);
  if (!isfinite(value) || (value == 0 && d.count != 0))
    return false;
  const bool plain = !memchr(text, 'e', size) && !memchr(text, 'E', size);
  if (d.scale < (int64_t)d.count || !plain)
    return d.count <= 17;
  int64_t whole;
  return sv_decimal_int64(text, size, &whole) && whole <= 1LL << 53 && whole >= -(1LL << 53);
}

uint64_t sv_decimal_hash(const struct sv_decimal *a)
{
  uint64_t h = sv_hash(&a->scale, sizeof a->scale) ^ (a->negative ? 0x9E3779B97F4A7C15ull : 0);
  for (size_t i = 0; i < a->span; i++)
    if (a->digits[i] != '.')
      h = (h ^ (unsigned char)a->digits[i]) * 0x100000001B3ull;
  return a->count ? h ^ h >> 29 : 0;
}
