// SPDX-License-Identifier: Apache-2.0
/* HTTP-date in its three forms, and Retry-After. */
#include "engines/http/fields.h"

#include "engines/base/ascii.h"
#include "engines/base/date.h"

#include <string.h>

static const char *const day_names[] = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" };
static const char *const long_day_names[] = { "Sunday",   "Monday", "Tuesday", "Wednesday",
                                              "Thursday", "Friday", "Saturday" };
static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

struct parts {
  unsigned weekday, day, month, hour, minute, second;
  int64_t year;
};

static bool text(struct sv_scan *s, const char *word)
{
  const size_t n = strlen(word);
  if ((size_t)(s->end - s->p) < n || memcmp(s->p, word, n) != 0)
    return false;
  s->p += n;
  return true;
}

static bool word(struct sv_scan *s, const char *const *list, size_t count, unsigned *index)
{
  for (unsigned i = 0; i < count; i++) {
    if (text(s, list[i])) {
      *index = i;
      return true;
    }
  }
  return false;
}

static bool digits(struct sv_scan *s, size_t count, unsigned *out)
{
  *out = 0;
  for (size_t i = 0; i < count; i++, s->p++) {
    if (sv_scan_done(s) || !sv_is_digit(*s->p))
      return false;
    *out = *out * 10 + (unsigned)(*s->p - '0');
  }
  return true;
}

static bool clock_time(struct sv_scan *s, struct parts *t)
{
  return digits(s, 2, &t->hour) && text(s, ":") && digits(s, 2, &t->minute) && text(s, ":") &&
         digits(s, 2, &t->second) && t->hour < 24 && t->minute < 60 && t->second <= 60;
}

static bool imf_fixdate(struct sv_scan *s, struct parts *t)
{
  unsigned year = 0;
  const bool good = word(s, day_names, 7, &t->weekday) && text(s, ", ") && digits(s, 2, &t->day) &&
                    text(s, " ") && word(s, months, 12, &t->month) && text(s, " ") &&
                    digits(s, 4, &year) && text(s, " ") && clock_time(s, t) && text(s, " GMT");
  t->year = year;
  return good;
}

static bool rfc850_date(struct sv_scan *s, struct parts *t, int64_t now)
{
  unsigned year = 0;
  const bool good = word(s, long_day_names, 7, &t->weekday) && text(s, ", ") &&
                    digits(s, 2, &t->day) && text(s, "-") && word(s, months, 12, &t->month) &&
                    text(s, "-") && digits(s, 2, &year) && text(s, " ") && clock_time(s, t) &&
                    text(s, " GMT");
  const int64_t this_year = sv_civil_from_seconds(now).year;
  t->year = this_year - this_year % 100 + (int64_t)year;
  if (t->year > this_year + 50)
    t->year -= 100;
  return good;
}

static bool asctime_date(struct sv_scan *s, struct parts *t)
{
  unsigned year = 0;
  const bool good = word(s, day_names, 7, &t->weekday) && text(s, " ") &&
                    word(s, months, 12, &t->month) && text(s, " ") &&
                    digits(s, sv_scan_take(s, ' ') ? 1 : 2, &t->day) && text(s, " ") &&
                    clock_time(s, t) && text(s, " ") && digits(s, 4, &year);
  t->year = year;
  return good;
}

enum sv_date_format sv_http_date_parse(const char *value, size_t size, int64_t now,
                                       int64_t *seconds)
{
  for (enum sv_date_format f = SV_IMF_FIXDATE; f <= SV_ASCTIME_DATE; f++) {
    struct sv_scan s = sv_scan_of(value, size);
    struct parts t = { 0 };
    const bool good = f == SV_IMF_FIXDATE   ? imf_fixdate(&s, &t)
                      : f == SV_RFC850_DATE ? rfc850_date(&s, &t, now)
                                            : asctime_date(&s, &t);
    if (!good || !sv_scan_done(&s) || !sv_date_exists(t.year, t.month + 1, t.day))
      continue;
    const int64_t days = sv_days_from_civil(t.year, t.month + 1, t.day);
    if (sv_weekday(days) != t.weekday)
      return 0;
    if (seconds)
      *seconds = days * 86400 + (int64_t)(t.hour * 3600 + t.minute * 60 + t.second);
    return f;
  }
  return 0;
}

bool sv_retry_after_is_valid(const char *value, size_t size)
{
  size_t n = 0;
  while (n < size && sv_is_digit(value[n]))
    n++;
  return (n > 0 && n == size) || sv_http_date_parse(value, size, 0, NULL) == SV_IMF_FIXDATE;
}
