// SPDX-License-Identifier: Apache-2.0
/* Numbers of JSON: their grammar, then what can be known at once - an int64, or the nearest double.
 */
#include "engines/base/ascii.h"
#include "engines/doc/decimal.h"
#include "engines/doc/json.h"

#include <math.h>

static const struct sv_doc_finding big_number = {
  .kind = SV_DOC_BIG_NUMBER,
  .is_error = false,
  .rule = "big-number",
  .msgid = N_("The number {number} is outside what most programs can hold exactly (IEEE 754 "
              "double); "
              "write it as a text if every digit counts."),
};

static const double powers[] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                 1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };

/* The text as sign, up to 18 digits and a power of ten, when that is all it holds. */
struct small {
  bool negative;
  uint64_t digits;
  int exponent;
};

static bool read_small(const char *p, size_t size, struct small *s)
{
  const char *const end = p + size;
  *s = (struct small){ .negative = *p == '-' };
  p += s->negative;
  if (end - p > 19)
    return false;
  int count = 0;
  bool fraction = false;
  for (; p < end && (sv_is_digit(*p) || *p == '.'); p++) {
    if (*p == '.') {
      fraction = true;
      continue;
    }
    s->digits = s->digits * 10 + (uint64_t)(*p - '0');
    count++;
    s->exponent -= fraction;
  }
  return p == end && count <= 18;
}

void sv_number_fill(struct sv_tape_node *n, const char *text, size_t size)
{
  struct small s;
  if (!read_small(text, size, &s)) {
    n->head |= sv_decimal_is_integer(text, size) ? SV_TAPE_INTEGER : 0;
    int64_t whole;
    if (sv_decimal_int64(text, size, &whole) && !(whole == 0 && *text == '-')) {
      n->head |= SV_TAPE_INT64;
      n->integer = whole;
      return;
    }
    n->number = sv_decimal_double(text, size);
    return;
  }
  while (s.exponent < 0 && s.digits % 10 == 0) {
    s.digits /= 10;
    s.exponent = s.digits ? s.exponent + 1 : 0;
  }
  if (s.exponent == 0) {
    n->head |= SV_TAPE_INTEGER;
    if (s.digits == 0 && s.negative) {
      n->number = -0.0;
      return;
    }
    n->head |= SV_TAPE_INT64;
    n->integer = s.negative ? -(int64_t)s.digits : (int64_t)s.digits;
    return;
  }
  if (s.digits >= 1ull << 53) {
    n->number = sv_decimal_double(text, size);
    return;
  }
  /* Both operands are exact, so one division rounds right (Clinger 1990). */
  const double d = (double)s.digits / powers[-s.exponent];
  n->number = s.negative ? -d : d;
}

static bool is_big(const struct sv_tape_node *n, const char *text, size_t size)
{
  const int64_t most = (int64_t)1 << 53;
  if (n->head & SV_TAPE_INT64)
    return n->integer > most || n->integer < -most;
  if (size <= 17)
    return !isfinite(n->number) || (n->number == 0 && !(n->head & SV_TAPE_INTEGER));
  return !sv_decimal_fits_double(text, size);
}

bool sv_number_check(struct sv_build *b, const struct sv_tape_node *n, const char *text,
                     size_t size)
{
  const bool small = size <= 15 && (size <= 3 || n->head & SV_TAPE_INT64);
  if (small || !is_big(n, text, size))
    return true;
  struct sv_doc_finding f = big_number;
  f.offset = n->offset;
  sv_finding_place(&f, "number", text, size);
  return sv_build_finding(b, &f);
}

static const char *digits(const char *p, const char *end)
{
  while (p < end && sv_is_digit(*p))
    p++;
  return p;
}

static const char *fraction_and_exponent(struct sv_json *j, const char *p)
{
  if (p < j->end && *p == '.') {
    const char *const q = digits(p + 1, j->end);
    if (q == p + 1)
      return sv_json_fault(j, SV_JSON_FRACTION, q);
    p = q;
  }
  if (p < j->end && (*p == 'e' || *p == 'E')) {
    p++;
    p += p < j->end && (*p == '+' || *p == '-');
    const char *const q = digits(p, j->end);
    if (q == p)
      return sv_json_fault(j, SV_JSON_EXPONENT, p);
    p = q;
  }
  return p;
}

static const char *grammar(struct sv_json *j, const char *p)
{
  const char *const begin = p;
  p += *p == '-';
  if (p == j->end || !sv_is_digit(*p))
    return p < j->end && sv_is_alpha(*p) ? sv_json_value_fault(j, begin)
                                         : sv_json_fault(j, SV_JSON_MINUS, p);
  const char *const whole = p;
  p = digits(p, j->end);
  if (*whole == '0' && p > whole + 1)
    return sv_json_fault(j, SV_JSON_LEADING_ZERO, whole);
  if (*whole == '0' && p < j->end && sv_lower(*p) == 'x')
    return sv_json_fault(j, SV_JSON_HEX, whole);
  return fraction_and_exponent(j, p);
}

const char *sv_json_number(struct sv_json *j, const char *p)
{
  const char *const end = grammar(j, p);
  if (!end)
    return NULL;
  const size_t size = (size_t)(end - p);
  const size_t offset = (size_t)(p - j->start);
  if (size > SV_DOC_NUMBER_MAX)
    return sv_build_limit(j->build, "number-bytes",
                          N_("The number here has more digits than the limit allows; shorten it."),
                          offset);
  struct sv_tape_node *n = sv_build_node(j->build);
  if (!n)
    return NULL;
  n->head = SV_DOC_NUMBER | (uint32_t)size << 8;
  n->offset = (uint32_t)offset;
  sv_number_fill(n, p, size);
  return sv_number_check(j->build, n, p, size) ? end : NULL;
}
