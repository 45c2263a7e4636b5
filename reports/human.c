// SPDX-License-Identifier: Apache-2.0
/* Language Council of Norway for nb and nn. Month names are ours: strftime would follow the locale.
 */
#include "reports/human.h"

#include "engines/base/ascii.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define HARD_SPACE "\xC2\xA0"

struct moment {
  int year, month, day, hour, minute, second, ms;
};

static const char *const norwegian[] = { "januar",    "februar", "mars",     "april",
                                         "mai",       "juni",    "juli",     "august",
                                         "september", "oktober", "november", "desember" };
static const char *const english[] = { "January",   "February", "March",    "April",
                                       "May",       "June",     "July",     "August",
                                       "September", "October",  "November", "December" };

static bool digits(const char *p, int count, int *value)
{
  *value = 0;
  for (int i = 0; i < count; i++) {
    if (!sv_is_digit((unsigned char)p[i]))
      return false;
    *value = *value * 10 + (p[i] - '0');
  }
  return true;
}

static bool parse_date(const char *p, struct moment *m)
{
  return p && strlen(p) >= 10 && digits(p, 4, &m->year) && p[4] == '-' &&
         digits(p + 5, 2, &m->month) && p[7] == '-' && digits(p + 8, 2, &m->day) && m->month >= 1 &&
         m->month <= 12 && m->day >= 1 && m->day <= 31;
}

static bool parse_time(const char *p, struct moment *m)
{
  return parse_date(p, m) && strlen(p) == 24 && digits(p + 11, 2, &m->hour) &&
         digits(p + 14, 2, &m->minute) && digits(p + 17, 2, &m->second) &&
         digits(p + 20, 3, &m->ms);
}

/* Days since 1970-01-01, proleptic Gregorian. */
static int64_t days(int year, int month, int day)
{
  const int64_t y = month <= 2 ? year - 1 : year;
  const int64_t era = (y >= 0 ? y : y - 399) / 400;
  const int64_t yoe = y - era * 400;
  const int64_t doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

static void civil(int64_t n, struct moment *m)
{
  n += 719468;
  const int64_t era = (n >= 0 ? n : n - 146096) / 146097;
  const int64_t doe = n - era * 146097;
  const int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const int64_t mp = (5 * doy + 2) / 153;
  m->day = (int)(doy - (153 * mp + 2) / 5 + 1);
  m->month = (int)(mp < 10 ? mp + 3 : mp - 9);
  m->year = (int)(yoe + era * 400 + (m->month <= 2 ? 1 : 0));
}

/* The last Sunday of a month of 31 days. */
static int last_sunday(int year, int month)
{
  const int64_t weekday =
      (days(year, month, 31) + 4) % 7; /* 1970-01-01 was a Thursday; 0 is Sunday */
  return 31 - (int)(weekday < 0 ? weekday + 7 : weekday);
}

bool sv_human_summer(int year, int month, int day, int hour)
{
  const int64_t now = days(year, month, day) * 24 + hour;
  return now >= days(year, 3, last_sunday(year, 3)) * 24 + 1 &&
         now < days(year, 10, last_sunday(year, 10)) * 24 + 1;
}

/* From UTC to Oslo; returns the offset in hours. */
static int to_oslo(struct moment *m)
{
  const int offset = sv_human_summer(m->year, m->month, m->day, m->hour) ? 2 : 1;
  const int64_t hours = days(m->year, m->month, m->day) * 24 + m->hour + offset;
  civil(hours / 24, m);
  m->hour = (int)(hours % 24);
  return offset;
}

static enum sv_status add_date(struct sv_buf *out, const struct moment *m, enum sv_lang lang)
{
  if (lang == SV_EN)
    return sv_buf_addf(out, "%d %s %d", m->day, english[m->month - 1], m->year);
  return sv_buf_addf(out, "%d. %s %d", m->day, norwegian[m->month - 1], m->year);
}

enum sv_status sv_human_date(struct sv_buf *out, const char *date, enum sv_lang lang)
{
  struct moment m = { 0 };
  return parse_date(date, &m) ? add_date(out, &m, lang) : sv_buf_adds(out, date ? date : "");
}

enum sv_status sv_human_time(struct sv_buf *out, const char *time, enum sv_lang lang)
{
  struct moment m = { 0 };
  if (!parse_time(time, &m))
    return sv_buf_adds(out, time ? time : "");
  (void)to_oslo(&m);
  (void)add_date(out, &m, lang);
  if (lang == SV_EN)
    return sv_buf_addf(out, " at %02d:%02d", m.hour, m.minute);
  return sv_buf_addf(out, " kl." HARD_SPACE "%02d.%02d", m.hour, m.minute);
}

enum sv_status sv_human_datetime(struct sv_buf *out, const char *time)
{
  struct moment m = { 0 };
  if (!parse_time(time, &m))
    return sv_buf_adds(out, time ? time : "");
  const int offset = to_oslo(&m);
  return sv_buf_addf(out, "%04d-%02d-%02dT%02d:%02d:%02d+%02d:00", m.year, m.month, m.day, m.hour,
                     m.minute, m.second, offset);
}

enum sv_status sv_human_number(struct sv_buf *out, uint64_t n, enum sv_lang lang)
{
  char text[24];
  const int size = snprintf(text, sizeof text, "%" PRIu64, n);
  for (int i = 0; i < size; i++) {
    if (i > 0 && (size - i) % 3 == 0)
      (void)sv_buf_adds(out, lang == SV_EN ? "," : HARD_SPACE);
    (void)sv_buf_addc(out, text[i]);
  }
  return out->failed;
}

/* TENTHS of a unit with one decimal. */
static enum sv_status add_tenths(struct sv_buf *out, uint64_t tenths, const char *unit,
                                 enum sv_lang lang)
{
  (void)sv_human_number(out, tenths / 10, lang);
  return sv_buf_addf(out, "%c%u" HARD_SPACE "%s", lang == SV_EN ? '.' : ',',
                     (unsigned)(tenths % 10), unit);
}

enum sv_status sv_human_duration(struct sv_buf *out, uint64_t ms, enum sv_lang lang)
{
  if (ms < 1000)
    return sv_buf_addf(out, "%u" HARD_SPACE "ms", (unsigned)ms);
  if (ms < 60000)
    return add_tenths(out, ms / 100, "s", lang);
  (void)sv_human_number(out, ms / 60000, lang);
  return sv_buf_addf(out, HARD_SPACE "min %u" HARD_SPACE "s", (unsigned)(ms / 1000 % 60));
}

enum sv_status sv_human_size(struct sv_buf *out, uint64_t bytes, enum sv_lang lang)
{
  if (bytes < 1000)
    return sv_buf_addf(out, "%u" HARD_SPACE "%s", (unsigned)bytes,
                       lang == SV_EN && bytes != 1 ? "bytes" : "byte");
  if (bytes < 1000000) {
    (void)sv_human_number(out, (bytes + 500) / 1000, lang);
    return sv_buf_adds(out, HARD_SPACE "kB");
  }
  return add_tenths(out, bytes / 100000, "MB", lang);
}

static bool since_epoch(const char *time, int64_t *ms)
{
  struct moment m = { 0 };
  if (!parse_time(time, &m))
    return false;
  *ms = ((days(m.year, m.month, m.day) * 24 + m.hour) * 60 + m.minute) * 60000 + m.second * 1000 +
        m.ms;
  return true;
}

uint64_t sv_human_between(const char *a, const char *b)
{
  int64_t from = 0;
  int64_t to = 0;
  return since_epoch(a, &from) && since_epoch(b, &to) && to > from ? (uint64_t)(to - from) : 0;
}
