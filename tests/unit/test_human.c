// SPDX-License-Identifier: Apache-2.0
/* Dates, times and numbers for people. */
#include "tests/unit/unit.h"

#include "reports/human.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define S "\xC2\xA0"

static const struct {
  const char *time, *nb, *en, *machine;
} times[] = {
  { "2026-11-22T08:14:07.000Z", "22. november 2026 kl." S "09.14", "22 November 2026 at 09:14",
    "2026-11-22T09:14:07+01:00" },
  { "2026-07-01T22:30:00.000Z", "2. juli 2026 kl." S "00.30", "2 July 2026 at 00:30",
    "2026-07-02T00:30:00+02:00" },
  { "2026-12-31T23:59:59.999Z", "1. januar 2027 kl." S "00.59", "1 January 2027 at 00:59",
    "2027-01-01T00:59:59+01:00" },
  { "2026-03-29T00:59:00.000Z", "29. mars 2026 kl." S "01.59", "29 March 2026 at 01:59",
    "2026-03-29T01:59:00+01:00" },
  { "2026-03-29T01:00:00.000Z", "29. mars 2026 kl." S "03.00", "29 March 2026 at 03:00",
    "2026-03-29T03:00:00+02:00" },
  { "2026-10-25T00:59:00.000Z", "25. oktober 2026 kl." S "02.59", "25 October 2026 at 02:59",
    "2026-10-25T02:59:00+02:00" },
  { "2026-10-25T01:00:00.000Z", "25. oktober 2026 kl." S "02.00", "25 October 2026 at 02:00",
    "2026-10-25T02:00:00+01:00" },
  { "2024-02-28T23:30:00.000Z", "29. februar 2024 kl." S "00.30", "29 February 2024 at 00:30",
    "2024-02-29T00:30:00+01:00" },
  { "soon", "soon", "soon", "soon" },
};

static void times_are_those_of_oslo(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof times / sizeof times[0]; i++) {
    struct sv_buf out[3] = { SV_BUF(256), SV_BUF(256), SV_BUF(256) };
    (void)sv_human_time(&out[0], times[i].time, SV_NB);
    (void)sv_human_time(&out[1], times[i].time, SV_EN);
    (void)sv_human_datetime(&out[2], times[i].time);
    assert_string_equal(sv_buf_text(&out[0]), times[i].nb);
    assert_string_equal(sv_buf_text(&out[1]), times[i].en);
    assert_string_equal(sv_buf_text(&out[2]), times[i].machine);
    for (size_t n = 0; n < 3; n++)
      sv_buf_free(&out[n]);
  }
}

static void summer_time_agrees_with_the_systems_tables(void **state)
{
  (void)state;
  assert_int_equal(setenv("TZ", "Europe/Oslo", 1), 0);
  tzset();
  time_t probe = 1750000000;
  struct tm summer;
  if (!localtime_r(&probe, &summer) || summer.tm_isdst != 1)
    skip();
  for (time_t t = 946684800; t < 2208988800; t += 3600) {
    struct tm utc;
    struct tm local;
    assert_true(gmtime_r(&t, &utc) && localtime_r(&t, &local));
    if (sv_human_summer(utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday, utc.tm_hour) !=
        (local.tm_isdst == 1))
      fail_msg("%lld", (long long)t);
  }
}

static void numbers_are_grouped(void **state)
{
  (void)state;
  static const struct {
    uint64_t n;
    const char *nb, *en;
  } rows[] = {
    { 0, "0", "0" },
    { 999, "999", "999" },
    { 1284, "1" S "284", "1,284" },
    { 1234567, "1" S "234" S "567", "1,234,567" },
    { UINT64_MAX, "18" S "446" S "744" S "073" S "709" S "551" S "615",
      "18,446,744,073,709,551,615" },
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    struct sv_buf nb = SV_BUF(256);
    struct sv_buf en = SV_BUF(256);
    (void)sv_human_number(&nb, rows[i].n, SV_NN);
    (void)sv_human_number(&en, rows[i].n, SV_EN);
    assert_string_equal(sv_buf_text(&nb), rows[i].nb);
    assert_string_equal(sv_buf_text(&en), rows[i].en);
    sv_buf_free(&nb);
    sv_buf_free(&en);
  }
}

static void durations_and_sizes_have_units(void **state)
{
  (void)state;
  static const struct {
    uint64_t n;
    const char *duration, *size;
  } rows[] = {
    { 233, "233" S "ms", "233" S "byte" },
    { 4100, "4,1" S "s", "4" S "kB" },
    { 72000, "1" S "min 12" S "s", "72" S "kB" },
    { 1310000, "21" S "min 50" S "s", "1,3" S "MB" },
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    struct sv_buf duration = SV_BUF(256);
    struct sv_buf size = SV_BUF(256);
    (void)sv_human_duration(&duration, rows[i].n, SV_NB);
    (void)sv_human_size(&size, rows[i].n, SV_NB);
    assert_string_equal(sv_buf_text(&duration), rows[i].duration);
    assert_string_equal(sv_buf_text(&size), rows[i].size);
    sv_buf_free(&duration);
    sv_buf_free(&size);
  }
  assert_int_equal(sv_human_between("2026-02-28T23:59:59.500Z", "2026-03-01T00:00:00.000Z"), 500);
  assert_int_equal(sv_human_between("2026-03-01T00:00:00.000Z", "2026-02-28T23:59:59.500Z"), 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test(times_are_those_of_oslo),
    cmocka_unit_test(summer_time_agrees_with_the_systems_tables),
    cmocka_unit_test(numbers_are_grouped),
    cmocka_unit_test(durations_and_sizes_have_units),
  };
  return cmocka_run_group_tests_name("human", tests, NULL, NULL);
}
