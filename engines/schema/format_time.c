// SPDX-License-Identifier: Apache-2.0
/* Dates, times and durations by RFC 3339, its appendix A for durations. */
#include "engines/schema/format.h"

#include "engines/base/ascii.h"

struct reader {
  const char *at, *end;
};

/* COUNT digits in *VALUE. */
static bool digits(struct reader *r, int count, int *value)
{
  *value = 0;
  for (int i = 0; i < count; i++, r->at++) {
    if (r->at == r->end || !sv_is_digit(*r->at))
      return false;
    *value = *value * 10 + (*r->at - '0');
  }
  return true;
}

static bool take(struct reader *r, char c)
{
  if (r->at == r->end || sv_lower(*r->at) != sv_lower(c))
    return false;
  r->at++;
  return true;
}

static bool read_date(struct reader *r)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  int year, month, day;
  if (!digits(r, 4, &year) || !take(r, '-') || !digits(r, 2, &month) || !take(r, '-') ||
      !digits(r, 2, &day))
    return false;
  if (month < 1 || month > 12 || day < 1)
    return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= days[month - 1] + (month == 2 && leap);
}

static bool read_time(struct reader *r)
{
  int hour, minute, second, hours = 0, minutes = 0;
  if (!digits(r, 2, &hour) || !take(r, ':') || !digits(r, 2, &minute) || !take(r, ':') ||
      !digits(r, 2, &second))
    return false;
  if (take(r, '.')) {
    int one;
    if (!digits(r, 1, &one))
      return false;
    while (r->at < r->end && sv_is_digit(*r->at))
      r->at++;
  }
  if (!take(r, 'z')) {
    const int sign = take(r, '+') ? -1 : take(r, '-') ? 1 : 0;
    if (!sign || !digits(r, 2, &hours) || !take(r, ':') || !digits(r, 2, &minutes) || hours > 23 ||
        minutes > 59)
      return false;
    hours *= sign;
    minutes *= sign;
  }
  if (hour > 23 || minute > 59 || second > 60)
    return false;
  if (second < 60)
    return true;
  /* a leap second is the last one of a day in UTC */
  const int day = 24 * 60;
  return ((hour + hours) * 60 + minute + minutes + 2 * day) % day == day - 1;
}

bool sv_format_date(const char *text, size_t size)
{
  struct reader r = { text, text + size };
  return read_date(&r) && r.at == r.end;
}

bool sv_format_time(const char *text, size_t size)
{
  struct reader r = { text, text + size };
  return read_time(&r) && r.at == r.end;
}

bool sv_format_date_time(const char *text, size_t size)
{
  struct reader r = { text, text + size };
  return read_date(&r) && take(&r, 't') && read_time(&r) && r.at == r.end;
}

/* Parts such as 1Y2M3D in the order of UNITS, without a gap: 1Y3D is none. */
static bool parts(struct reader *r, const char *units)
{
  bool any = false;
  while (r->at < r->end && sv_is_digit(*r->at)) {
    while (r->at < r->end && sv_is_digit(*r->at))
      r->at++;
    if (r->at == r->end)
      return false;
    while (*units && *units != *r->at && !any)
      units++;
    if (!*units || *units != *r->at)
      return false;
    units++;
    r->at++;
    any = true;
  }
  return any;
}

bool sv_format_duration(const char *text, size_t size)
{
  struct reader r = { text, text + size };
  if (size < 3 || *r.at++ != 'P')
    return false;
  if (text[size - 1] == 'W')
    return parts(&r, "W") && r.at == r.end;
  const bool date = *r.at != 'T';
  if (date && !parts(&r, "YMD"))
    return false;
  if (r.at == r.end)
    return date;
  return *r.at++ == 'T' && parts(&r, "HMS") && r.at == r.end;
}
