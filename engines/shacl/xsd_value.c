// SPDX-License-Identifier: Apache-2.0
/* Numbers, times and durations of XML Schema taken apart. */
#include "engines/base/ascii.h"
#include "engines/shacl/xsd.h"

#include <string.h>

#define DAY 86400
#define HUGE 1000000000 /* years, months, days and hours beyond it are not counted */

static size_t digits(const char *p, const char *end)
{
  const char *q = p;
  while (q < end && sv_is_digit((unsigned char)*q))
    q++;
  return (size_t)(q - p);
}

bool xsd_number(const char *p, const char *end, struct xsd_number *out)
{
  *out = (struct xsd_number){ .negative = p < end && *p == '-' };
  if (p < end && (*p == '-' || *p == '+'))
    p++;
  out->whole = p;
  out->whole_size = digits(p, end);
  p += out->whole_size;
  out->part = p;
  if (p < end && *p == '.') {
    out->part = p + 1;
    out->part_size = digits(p + 1, end);
    p += 1 + out->part_size;
  }
  if (p != end || out->whole_size + out->part_size == 0)
    return false;
  while (out->whole_size > 0 && *out->whole == '0') {
    out->whole++;
    out->whole_size--;
  }
  while (out->part_size > 0 && out->part[out->part_size - 1] == '0')
    out->part_size--;
  if (out->whole_size + out->part_size == 0)
    out->negative = false;
  return true;
}

static int compare_part(const char *a, size_t a_size, const char *b, size_t b_size)
{
  const size_t n = a_size < b_size ? a_size : b_size;
  const int order = n ? memcmp(a, b, n) : 0;
  if (order != 0)
    return order;
  return a_size < b_size ? -1 : a_size > b_size;
}

int xsd_number_compare(const struct xsd_number *a, const struct xsd_number *b)
{
  if (a->negative != b->negative)
    return a->negative ? -1 : 1;
  int order;
  if (a->whole_size != b->whole_size)
    order = a->whole_size < b->whole_size ? -1 : 1;
  else
    order = a->whole_size ? memcmp(a->whole, b->whole, a->whole_size) : 0;
  if (order == 0)
    order = compare_part(a->part, a->part_size, b->part, b->part_size);
  return a->negative ? -order : order;
}

/* Howard Hinnant's count of days, for any year. */
int64_t xsd_days(int64_t year, int64_t month)
{
  const int64_t y = year - (month <= 2);
  const int64_t era = (y >= 0 ? y : y - 399) / 400;
  const int64_t yoe = y - era * 400;
  const int64_t doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5;
  return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

static int days_of(int64_t year, int month)
{
  return (int)(month == 12 ? xsd_days(year + 1, 1) - xsd_days(year, 12)
                           : xsd_days(year, month + 1) - xsd_days(year, month));
}

/* Two digits at *P. */
static bool two(const char **p, const char *end, int least, int most, int *out)
{
  if (end - *p < 2 || !sv_is_digit((unsigned char)(*p)[0]) || !sv_is_digit((unsigned char)(*p)[1]))
    return false;
  *out = ((*p)[0] - '0') * 10 + (*p)[1] - '0';
  *p += 2;
  return *out >= least && *out <= most;
}

static bool take(const char **p, const char *end, char c)
{
  if (*p == end || **p != c)
    return false;
  (*p)++;
  return true;
}

/* 3.3.7: at least four digits, more only without leading zeros. */
static bool year(const char **p, const char *end, int64_t *out, bool *huge)
{
  const bool negative = take(p, end, '-');
  const size_t n = digits(*p, end);
  if (n < 4 || (n > 4 && **p == '0'))
    return false;
  *huge = n > 9;
  *out = 0;
  for (size_t i = 0; i < n && !*huge; i++)
    *out = *out * 10 + ((*p)[i] - '0');
  if (negative)
    *out = -*out;
  *p += n;
  return true;
}

/* hh:mm:ss with a part of a second; 24:00:00 is the end of the day. */
static bool clock_time(const char **p, const char *end, struct xsd_moment *out)
{
  int h, m, s;
  if (!two(p, end, 0, 24, &h) || !take(p, end, ':') || !two(p, end, 0, 59, &m) ||
      !take(p, end, ':') || !two(p, end, 0, 59, &s))
    return false;
  if (take(p, end, '.')) {
    size_t n = digits(*p, end);
    if (n == 0)
      return false;
    out->part = *p;
    *p += n;
    while (n > 0 && out->part[n - 1] == '0')
      n--;
    out->part_size = n;
  }
  out->seconds += h * 3600 + m * 60 + s;
  return h < 24 || (m == 0 && s == 0 && out->part_size == 0);
}

static bool zone(const char *p, const char *end, struct xsd_moment *out)
{
  int h, m;
  if (p == end)
    return true;
  out->zoned = true;
  if (take(&p, end, 'Z'))
    return p == end;
  const char sign = *p++;
  if ((sign != '+' && sign != '-') || !two(&p, end, 0, 14, &h) || !take(&p, end, ':') ||
      !two(&p, end, 0, 59, &m) || (h == 14 && m > 0))
    return false;
  out->seconds += (sign == '-' ? 1 : -1) * (h * 3600 + m * 60);
  return p == end;
}

/* Which parts a kind has, and the dashes before them. */
static bool calendar(enum xsd_kind kind, const char **p, const char *end, struct xsd_moment *out)
{
  int64_t y = 1972; /* a leap year */
  int month = 12, day = 31;
  const bool has_year =
      kind == XSD_DATE_TIME || kind == XSD_DATE || kind == XSD_YEAR || kind == XSD_YEAR_MONTH;
  const bool has_month =
      (has_year && kind != XSD_YEAR) || kind == XSD_MONTH_DAY || kind == XSD_MONTH;
  const bool has_day =
      kind == XSD_DATE_TIME || kind == XSD_DATE || kind == XSD_MONTH_DAY || kind == XSD_DAY;
  if (has_year ? !year(p, end, &y, &out->huge) : !(take(p, end, '-') && take(p, end, '-')))
    return false;
  if (has_year && has_month && !take(p, end, '-'))
    return false;
  if (has_month && !two(p, end, 1, 12, &month))
    return false;
  if (has_day && !take(p, end, '-'))
    return false;
  if (has_day && !two(p, end, 1, days_of(out->huge ? 2000 : y, month), &day))
    return false;
  if (has_month && !has_day)
    day = days_of(out->huge ? 2000 : y, month);
  if (!out->huge)
    out->seconds = (xsd_days(y, month) + day - 1) * DAY;
  return true;
}

bool xsd_moment(enum xsd_kind kind, const char *p, const char *end, struct xsd_moment *out)
{
  *out = (struct xsd_moment){ .part = "" };
  if (kind == XSD_TIME)
    out->seconds = (xsd_days(1972, 12) + 30) * DAY;
  else if (!calendar(kind, &p, end, out))
    return false;
  if (kind == XSD_DATE_TIME && !take(&p, end, 'T'))
    return false;
  if ((kind == XSD_DATE_TIME || kind == XSD_TIME) && !clock_time(&p, end, out))
    return false;
  return zone(p, end, out);
}

/* A number and the letter after it, which must be one of LETTERS; its place there in *AT. */
static bool amount(const char **p, const char *end, const char *letters, size_t *at,
                   struct xsd_span *out, int64_t *value)
{
  const char *const from = *p;
  size_t n = digits(from, end);
  if (n == 0)
    return false;
  *p += n;
  *value = 0;
  for (size_t i = 0; i < n; i++)
    *value = *value > HUGE ? *value : *value * 10 + (from[i] - '0');
  out->huge |= *value > HUGE;
  const bool has_part = *p < end && **p == '.';
  if (has_part) {
    out->part = *p + 1;
    n = digits(out->part, end);
    *p += 1 + n;
    while (n > 0 && out->part[n - 1] == '0')
      n--;
    out->part_size = n;
    if (*p == from || (*p)[-1] == '.')
      return false;
  }
  const char *found = *p < end && **p ? strchr(letters, **p) : NULL;
  if (!found || (has_part && *found != 'S'))
    return false;
  *at = (size_t)(found - letters);
  (*p)++;
  return true;
}

bool xsd_span(int which, const char *p, const char *end, struct xsd_span *out)
{
  static const int64_t date_worth[] = { 12, 1, DAY }, time_worth[] = { 3600, 60, 1 };
  *out = (struct xsd_span){ .part = "", .negative = p < end && *p == '-' };
  if (out->negative)
    p++;
  if (!take(&p, end, 'P'))
    return false;
  bool any = false, time = false;
  size_t next = 0, at;
  while (p < end) {
    int64_t value;
    if (!time && *p == 'T') {
      time = true;
      any = false;
      next = 0;
      p++;
      continue;
    }
    if (!amount(&p, end, time ? "HMS" : "YMD", &at, out, &value) || at < next)
      return false;
    if (!(which & (time || at == 2 ? XSD_SPAN_DAYS : XSD_SPAN_YEARS)))
      return false;
    if (time || at == 2)
      out->seconds += value * (time ? time_worth[at] : date_worth[at]);
    else
      out->months += value * date_worth[at];
    any = true;
    next = at + 1;
  }
  return any && (!time || (which & XSD_SPAN_DAYS));
}
