// SPDX-License-Identifier: Apache-2.0
/* Calendar arithmetic and RFC 3339. */
#include "engines/base/date.h"

#include "engines/base/ascii.h"

#include <stdio.h>

enum { DAY = 86400 };

struct clock {
  unsigned hour, minute, second;
  uint32_t nanoseconds;
  int offset; /* minutes east of UTC */
};

static bool is_leap(int64_t year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static unsigned month_days(int64_t year, unsigned month)
{
  static const unsigned char days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  return days[month - 1] + (month == 2 && is_leap(year) ? 1u : 0u);
}

bool sv_date_exists(int64_t year, unsigned month, unsigned day)
{
  return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= month_days(year, month);
}

/* Counts in eras of 400 years that begin in March, so that the leap day comes last. */
int64_t sv_days_from_civil(int64_t year, unsigned month, unsigned day)
{
  const int64_t y = month <= 2 ? year - 1 : year;
  const int64_t era = (y >= 0 ? y : y - 399) / 400;
  const int64_t of_era = y - era * 400;
  const int64_t of_year =
      (153 * (int64_t)(month > 2 ? month - 3 : month + 9) + 2) / 5 + (int64_t)day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

struct sv_civil sv_civil_from_seconds(int64_t seconds)
{
  int64_t days = seconds / DAY;
  int64_t rest = seconds % DAY;
  if (rest < 0) {
    rest += DAY;
    days--;
  }
  const int64_t z = days + 719468;
  const int64_t era = (z >= 0 ? z : z - 146096) / 146097;
  const int64_t of_era = z - era * 146097;
  const int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
  const int64_t m = (5 * of_year + 2) / 153;
  const unsigned month = (unsigned)(m < 10 ? m + 3 : m - 9);
  return (struct sv_civil){
    .year = year + era * 400 + (month <= 2 ? 1 : 0),
    .month = month,
    .day = (unsigned)(of_year - (153 * m + 2) / 5 + 1),
    .hour = (unsigned)(rest / 3600),
    .minute = (unsigned)(rest / 60 % 60),
    .second = (unsigned)(rest % 60),
  };
}

unsigned sv_weekday(int64_t days)
{
  const int64_t w = (days + 4) % 7;
  return (unsigned)(w < 0 ? w + 7 : w);
}

/* COUNT digits at P as a number, or -1. */
static int digits(const char *p, size_t count)
{
  int n = 0;
  for (size_t i = 0; i < count; i++) {
    if (!sv_is_digit(p[i]))
      return -1;
    n = n * 10 + (p[i] - '0');
  }
  return n;
}

bool sv_date_parse(const char *text, size_t size, int64_t *days)
{
  if (size != 10 || text[4] != '-' || text[7] != '-')
    return false;
  const int y = digits(text, 4);
  const int m = digits(text + 5, 2);
  const int d = digits(text + 8, 2);
  if (y < 0 || m < 0 || d < 0 || !sv_date_exists(y, (unsigned)m, (unsigned)d))
    return false;
  if (days)
    *days = sv_days_from_civil(y, (unsigned)m, (unsigned)d);
  return true;
}

/* Skips 1*DIGIT of a fraction, keeping nine digits. NULL when there is no digit. */
static const char *fraction(const char *p, const char *end, uint32_t *nanoseconds)
{
  uint32_t value = 0;
  size_t n = 0;
  for (; p < end && sv_is_digit(*p); p++, n++)
    if (n < 9)
      value = value * 10 + (uint32_t)(*p - '0');
  for (size_t i = n; i < 9; i++)
    value *= 10;
  *nanoseconds = value;
  return n > 0 ? p : NULL;
}

/* time-offset = "Z" / time-numoffset, to the end of the text. */
static bool offset(const char *p, const char *end, int *minutes)
{
  *minutes = 0;
  if (end - p == 1)
    return *p == 'Z' || *p == 'z';
  if (end - p != 6 || (*p != '+' && *p != '-') || p[3] != ':')
    return false;
  const int h = digits(p + 1, 2);
  const int m = digits(p + 4, 2);
  if (h < 0 || h > 23 || m < 0 || m > 59)
    return false;
  *minutes = (*p == '-' ? -1 : 1) * (h * 60 + m);
  return true;
}

static bool full_time(const char *text, size_t size, struct clock *out)
{
  if (size < 9 || text[2] != ':' || text[5] != ':')
    return false;
  const int h = digits(text, 2);
  const int m = digits(text + 3, 2);
  const int s = digits(text + 6, 2);
  if (h < 0 || h > 23 || m < 0 || m > 59 || s < 0 || s > 60)
    return false;
  *out = (struct clock){ .hour = (unsigned)h, .minute = (unsigned)m, .second = (unsigned)s };
  const char *p = text + 8;
  const char *const end = text + size;
  if (*p == '.')
    p = fraction(p + 1, end, &out->nanoseconds);
  return p && p < end && offset(p, end, &out->offset);
}

/* Minutes of the UTC day, which may lie in the day before or after. */
static int utc_minutes(const struct clock *c)
{
  return (int)(c->hour * 60 + c->minute) - c->offset;
}

bool sv_time_parse(const char *text, size_t size)
{
  struct clock c;
  if (!full_time(text, size, &c))
    return false;
  const int day = 24 * 60;
  return c.second < 60 || (utc_minutes(&c) + 2 * day) % day == day - 1;
}

bool sv_date_time_parse(const char *text, size_t size, struct sv_instant *out)
{
  int64_t days = 0;
  struct clock c;
  if (size < 20 || (text[10] != 'T' && text[10] != 't') || !sv_date_parse(text, 10, &days) ||
      !full_time(text + 11, size - 11, &c))
    return false;
  const int64_t seconds = days * DAY + (int64_t)utc_minutes(&c) * 60 + c.second;
  if (c.second == 60) {
    /* RFC 3339 5.7: only as the last second of a month, so the next one begins the first of a
     * month. */
    const struct sv_civil next = sv_civil_from_seconds(seconds);
    if (next.day != 1 || next.hour != 0 || next.minute != 0)
      return false;
  }
  if (out)
    *out = (struct sv_instant){ .seconds = seconds, .nanoseconds = c.nanoseconds };
  return true;
}

void sv_date_time_write(int64_t seconds, char out[21])
{
  out[0] = '\0';
  if (seconds < -62167219200 || seconds > 253402300799)
    return;
  const struct sv_civil c = sv_civil_from_seconds(seconds);
  (void)snprintf(out, 21, "%04u-%02u-%02uT%02u:%02u:%02uZ", (unsigned)c.year % 10000u,
                 c.month % 100u, c.day % 100u, c.hour % 100u, c.minute % 100u, c.second % 100u);
}
