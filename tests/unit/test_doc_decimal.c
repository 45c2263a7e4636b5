// SPDX-License-Identifier: Apache-2.0
/* Decimal numbers: order, multiples and doubles, exact whatever their size. */
#include "tests/unit/unit.h"

#include "engines/doc/decimal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

static const struct {
  const char *a, *b;
  int order;
} orders[] = {
  { "0", "0", 0 },
  { "0", "-0", 0 },
  { "0.0", "0e99", 0 },
  { "1", "1.0", 0 },
  { "1e2", "100", 0 },
  { "1E+2", "100.00", 0 },
  { "0.01", "1e-2", 0 },
  { "1", "2", -1 },
  { "2", "1", 1 },
  { "-1", "1", -1 },
  { "-2", "-1", -1 },
  { "10", "9", 1 },
  { "0.9", "0.10", 1 },
  { "0.1", "0.01", 1 },
  { "1.5", "1.25", 1 },
  { "12345678901234567890123", "12345678901234567890124", -1 },
  { "0.1", "0.10000000000000000000000000000000000001", -1 },
  { "0", "1e-1000000000", -1 },
  { "1e1000000000", "1e999999999", 1 },
  { "-1e1000000000", "1e-1000000000", -1 },
  { "9007199254740993", "9007199254740992.0", 1 },
  { "123e-2", "1.23", 0 },
  { "1000e-3", "1", 0 },
  { "0.001e3", "1", 0 },
  { "1.10", "1.1", 0 },
  { "-0.5", "0", -1 },
  { "1e5", "99999.999", 1 },
  { "10.01", "10.1", -1 },
};

static void order_is_exact(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT(orders); i++) {
    const struct sv_decimal a = sv_decimal_read(orders[i].a, strlen(orders[i].a));
    const struct sv_decimal b = sv_decimal_read(orders[i].b, strlen(orders[i].b));
    if (sv_decimal_compare(&a, &b) != orders[i].order ||
        sv_decimal_compare(&b, &a) != -orders[i].order)
      fail_msg("%s and %s: %d", orders[i].a, orders[i].b, sv_decimal_compare(&a, &b));
    if (orders[i].order == 0)
      assert_true(sv_decimal_hash(&a) == sv_decimal_hash(&b));
  }
}

static const struct {
  const char *a, *b;
  int multiple;
} multiples[] = {
  { "10", "2", 1 },
  { "7", "2", 0 },
  { "0", "3", 1 },
  { "4.5", "1.5", 1 },
  { "35", "1.5", 0 },
  { "0.0075", "0.0001", 1 },
  { "0.00751", "0.0001", 0 },
  { "1e308", "0.123456789", 0 },
  { "1e308", "0.5", 1 },
  { "12391239123", "1e-8", 1 },
  { "1.1", "0.1", 1 },
  { "0.3", "0.1", 1 },
  { "19.99", "0.01", 1 },
  { "-9", "3", 1 },
  { "9", "-3", 1 },
  { "1", "0", 0 },
  { "1e1000000000", "7", 0 },
  { "7e1000000000", "7", 1 },
  { "1e1000000000", "1e-1000000000", 1 },
  { "1e-1000000000", "1", 0 },
  { "1e1000000000", "1024", 1 },
  { "1e99999999999999999999", "2", 1 },
  { "9007199254740993", "3", 1 },
  { "9007199254740992", "3", 0 },
  { "121932631112635269000000000", "123456789000000000", 1 },
  { "15241578753238836750495351562536198787501905199875019052100", "123456789012345678901234567890",
    1 },
  { "15241578753238836750495351562536198787501905199875019052101", "123456789012345678901234567890",
    0 },
  { "1e50", "12345678901234567890123", 0 },
  { "1e60", "1267650600228229401496703205376", 0 },
  { "1e99", "1267650600228229401496703205376", 0 },
  { "1e100", "1267650600228229401496703205376", 1 },
  { "1e1000000000", "1267650600228229401496703205376", 1 },
};

static void multiples_are_exact(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT(multiples); i++) {
    const struct sv_decimal a = sv_decimal_read(multiples[i].a, strlen(multiples[i].a));
    const struct sv_decimal b = sv_decimal_read(multiples[i].b, strlen(multiples[i].b));
    if (sv_decimal_multiple(&a, &b) != multiples[i].multiple)
      fail_msg("%s of %s: %d", multiples[i].a, multiples[i].b, sv_decimal_multiple(&a, &b));
  }
}

static void work_is_bounded(void **state)
{
  (void)state;
  const size_t size = 1000000;
  char *text = malloc(size);
  memset(text, '7', size);
  const struct sv_decimal a = sv_decimal_read(text, size);
  const struct sv_decimal b = sv_decimal_read(text, size / 2);
  assert_int_equal(sv_decimal_multiple(&a, &b), -1);
  const struct sv_decimal c = sv_decimal_read("7", 1);
  assert_int_equal(sv_decimal_multiple(&a, &c), 1);
  free(text);
}

/* Compared with the C library, which rounds right. */
static void doubles_are_the_nearest(void **state)
{
  (void)state;
  static const char *const texts[] = { "0.1",
                                       "0.30000000000000004",
                                       "1.7976931348623157e308",
                                       "1.7976931348623159e308",
                                       "5e-324",
                                       "2e-324",
                                       "2.2250738585072011e-308",
                                       "9007199254740993",
                                       "9007199254740993.0000000000000000000000000001",
                                       "123456789012345678901234567890",
                                       "1e23",
                                       "8.5e-7",
                                       ("0."
                                        "000000000000000000000000000000000000000000000000000000001"),
                                       "-1.5e-5",
                                       "1e22",
                                       "1e-22",
                                       "4.35",
                                       "1e400",
                                       "1e-400",
                                       "-0" };
  for (size_t i = 0; i < COUNT(texts); i++) {
    const double ours = sv_decimal_double(texts[i], strlen(texts[i])),
                 theirs = strtod(texts[i], NULL);
    if (memcmp(&ours, &theirs, sizeof ours) != 0)
      fail_msg("%s: %.17g", texts[i], ours);
  }
}

static void integers_are_told_by_value(void **state)
{
  (void)state;
  static const struct {
    const char *text;
    bool whole, fits;
    int64_t value;
  } cases[] = { { "1", true, true, 1 },
                { "1.0", true, true, 1 },
                { "1e2", true, true, 100 },
                { "1.50e1", true, true, 15 },
                { "1.5", false, false, 0 },
                { "0e-5", true, true, 0 },
                { "-0.0", true, true, 0 },
                { "100e-2", true, true, 1 },
                { "101e-2", false, false, 0 },
                { "1e1000000000", true, false, 0 },
                { "1e-1000000000", false, false, 0 },
                { "9223372036854775807", true, true, INT64_MAX },
                { "9223372036854775808", true, false, 0 },
                { "-9223372036854775808", true, true, INT64_MIN },
                { "-9223372036854775809", true, false, 0 },
                { "1e18", true, true, 1000000000000000000 },
                { "1e19", true, false, 0 } };
  for (size_t i = 0; i < COUNT(cases); i++) {
    int64_t value = 0;
    const size_t size = strlen(cases[i].text);
    if (sv_decimal_is_integer(cases[i].text, size) != cases[i].whole ||
        sv_decimal_int64(cases[i].text, size, &value) != cases[i].fits || value != cases[i].value)
      fail_msg("%s: %lld", cases[i].text, (long long)value);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(order_is_exact),
    cmocka_unit_test(multiples_are_exact),
    cmocka_unit_test(work_is_bounded),
    cmocka_unit_test(doubles_are_the_nearest),
    cmocka_unit_test(integers_are_told_by_value),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
