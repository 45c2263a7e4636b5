// SPDX-License-Identifier: Apache-2.0
/* Whether one decimal number is a multiple of another: integer division on the digits, with work
 * bounded. */
#include "engines/doc/decimal.h"

#include <stdlib.h>

#define LIMB 1000000000u
#define WORK_MAX 200000000u /* limb operations: a fraction of a second */

static uint64_t power_modulo(uint64_t base, uint64_t exponent, uint64_t modulus)
{
  if (modulus == 0)
    return 0;
  unsigned __int128 result = 1 % modulus, square = base % modulus;
  for (; exponent; exponent >>= 1) {
    if (exponent & 1)
      result = result * square % modulus;
    square = square * square % modulus;
  }
  return (uint64_t)result;
}

/* A's digits times 10^zeros modulo a number of up to 19 digits. */
static int divides_small(const struct sv_decimal *a, uint64_t zeros, const struct sv_decimal *b)
{
  uint64_t modulus = 0;
  for (size_t i = 0; i < b->span; i++)
    if (b->digits[i] != '.')
      modulus = modulus * 10 + (uint64_t)(b->digits[i] - '0');
  if (modulus == 0)
    return 0;
  unsigned __int128 rest = 0;
  for (size_t i = 0; i < a->span; i++)
    if (a->digits[i] != '.')
      rest = (rest * 10 + (unsigned)(a->digits[i] - '0')) % modulus;
  return rest * power_modulo(10, zeros, modulus) % modulus == 0;
}

/* Compares two numbers of N limbs, least significant first. */
static int compare_limbs(const uint32_t *a, const uint32_t *b, size_t n)
{
  while (n-- > 0)
    if (a[n] != b[n])
      return a[n] < b[n] ? -1 : 1;
  return 0;
}

static void subtract(uint32_t *a, const uint32_t *b, size_t n)
{
  uint32_t borrow = 0;
  for (size_t i = 0; i < n; i++) {
    const uint32_t take = b[i] + borrow;
    borrow = a[i] < take;
    a[i] = a[i] + (borrow ? LIMB : 0) - take;
  }
}

/* A becomes A times ten plus DIGIT. */
static void push_digit(uint32_t *a, size_t n, uint32_t digit)
{
  uint32_t carry = digit;
  for (size_t i = 0; i < n; i++) {
    const uint64_t v = (uint64_t)a[i] * 10 + carry;
    a[i] = (uint32_t)(v % LIMB);
    carry = (uint32_t)(v / LIMB);
  }
}

static int divides_big(const struct sv_decimal *a, uint64_t zeros, const struct sv_decimal *b)
{
  const size_t limbs = b->count / 9 + 2;
  if (a->count > WORK_MAX || zeros > WORK_MAX || (a->count + zeros) > WORK_MAX / 12 / limbs)
    return -1;
  uint32_t *modulus = calloc(limbs * 2, sizeof *modulus);
  if (!modulus)
    return -1;
  uint32_t *rest = modulus + limbs;
  for (size_t i = 0; i < b->span; i++)
    if (b->digits[i] != '.')
      push_digit(modulus, limbs, (uint32_t)(b->digits[i] - '0'));
  for (size_t i = 0; i < a->span + zeros; i++) {
    if (i < a->span && a->digits[i] == '.')
      continue;
    push_digit(rest, limbs, i < a->span ? (uint32_t)(a->digits[i] - '0') : 0);
    while (compare_limbs(rest, modulus, limbs) >= 0)
      subtract(rest, modulus, limbs);
  }
  int divides = 1;
  for (size_t i = 0; i < limbs; i++)
    divides &= rest[i] == 0;
  free(modulus);
  return divides;
}

int sv_decimal_multiple(const struct sv_decimal *a, const struct sv_decimal *b)
{
  if (b->count == 0)
    return 0;
  if (a->count == 0)
    return 1;
  /* Without their trailing zeros both are whole numbers times a power of ten. If b's power is the
   * greater, a would have to end in a zero it does not have. */
  const int64_t zeros = (a->scale - (int64_t)a->count) - (b->scale - (int64_t)b->count);
  if (zeros < 0)
    return 0;
  if (b->count <= 18)
    return divides_small(a, (uint64_t)zeros, b);
  /* b has at most four factors of 2 or 5 for each digit: more zeros than that change nothing. */
  const uint64_t enough = 4 * (uint64_t)b->count;
  return divides_big(a, (uint64_t)zeros < enough ? (uint64_t)zeros : enough, b);
}
