// SPDX-License-Identifier: Apache-2.0
/* Calendar arithmetic and RFC 3339. */
#include "tests/unit/unit.h"

#include "engines/base/date.h"

#include <string.h>

static const struct {
  const char *text;
  bool good;
  int64_t seconds;
} date_times[] = {
  { "1970-01-01T00:00:00Z", true, 0 },
  { "1969-12-31T23:59:59z", true, -1 },
  { "2026-11-22T06:00:00+01:00", true, 1795323600 },
  { "2000-02-29t12:00:00.123456789123Z", true, 951825600 },
  { "1998-12-31T23:59:60Z", true, 915148800 },
  { "1998-12-31T15:59:60.123-08:00", true, 915148800 },
  { "1998-12-31T23:58:60Z", false, 0 },
  { "1998-12-30T23:59:60Z", false, 0 },
  { "1998-12-31T23:59:61Z", false, 0 },
  { "2100-02-29T00:00:00Z", false, 0 },
  { "2026-13-01T00:00:00Z", false, 0 },
  { "2026-04-31T00:00:00Z", false, 0 },
  { "2026-01-01T24:00:00Z", false, 0 },
  { "2026-01-01T00:00:00", false, 0 },
  { "2026-01-01T00:00:00+24:00", false, 0 },
  { "2026-01-01T00:00:00+0100", false, 0 },
  { "2026-01-01T00:00:00.Z", false, 0 },
  { "2026-01-01 00:00:00Z", false, 0 },
  { "2026-01-01T00:00:00Z ", false, 0 },
  { "26-01-01T00:00:00Z", false, 0 },
  { "2026-1-01T00:00:00Z", false, 0 },
  { "", false, 0 },
  { "0000-01-01T00:00:00Z", true, -62167219200 },
  { "9999-12-31T23:59:59Z", true, 253402300799 },
};

static void date_times_of_rfc3339_are_exact(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof date_times / sizeof date_times[0]; i++) {
    struct sv_instant t = { 0 };
    const char *text = date_times[i].text;
    if (sv_date_time_parse(text, strlen(text), &t) != date_times[i].good)
      fail_msg("%s", text);
    if (date_times[i].good && t.seconds != date_times[i].seconds)
      fail_msg("%s is %lld", text, (long long)t.seconds);
  }
}

static void fractions_keep_nine_digits(void **state)
{
  (void)state;
  struct sv_instant t = { 0 };
  assert_true(sv_date_time_parse("2000-01-01T00:00:00.5Z", 22, &t));
  assert_int_equal(t.nanoseconds, 500000000);
  assert_true(sv_date_time_parse("2000-01-01T00:00:00.1234567899Z", 31, &t));
  assert_int_equal(t.nanoseconds, 123456789);
}

static void times_need_an_offset(void **state)
{
  (void)state;
  static const struct {
    const char *text;
    bool good;
  } cases[] = {
    { "08:30:06.283185Z", true }, { "08:30:06", false },       { "23:59:60Z", true },
    { "22:59:60Z", false },       { "01:29:60+01:30", true },  { "23:29:60+23:30", true },
    { "15:59:60-08:00", true },   { "12:00:00+00:60", false }, { "1:30:06Z", false },
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
    if (sv_time_parse(cases[i].text, strlen(cases[i].text)) != cases[i].good)
      fail_msg("%s", cases[i].text);
}

static void every_day_of_eight_centuries_comes_back(void **state)
{
  (void)state;
  const int64_t first = sv_days_from_civil(1600, 1, 1);
  const int64_t last = sv_days_from_civil(2400, 1, 1);
  assert_int_equal(last - first, 2 * 146097);
  for (int64_t d = first; d < last; d++) {
    const struct sv_civil c = sv_civil_from_seconds(d * 86400 + 86399);
    assert_true(sv_date_exists(c.year, c.month, c.day));
    assert_int_equal(sv_days_from_civil(c.year, c.month, c.day), d);
    assert_int_equal(c.second, 59);
  }
}

static void weekdays_and_writing(void **state)
{
  (void)state;
  char text[21];
  assert_int_equal(sv_weekday(0), 4);
  assert_int_equal(sv_weekday(-1), 3);
  assert_int_equal(sv_weekday(sv_days_from_civil(2026, 11, 22)), 0);
  sv_date_time_write(951825600, text);
  assert_string_equal(text, "2000-02-29T12:00:00Z");
  sv_date_time_write(253402300800, text);
  assert_string_equal(text, "");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(date_times_of_rfc3339_are_exact),
    cmocka_unit_test(fractions_keep_nine_digits),
    cmocka_unit_test(times_need_an_offset),
    cmocka_unit_test(every_day_of_eight_centuries_comes_back),
    cmocka_unit_test(weekdays_and_writing),
  };
  return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}
