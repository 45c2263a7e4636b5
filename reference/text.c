// SPDX-License-Identifier: Apache-2.0
/* Escaping and dates. Dates are written by hand: strftime follows the locale. */
#include "reference/text.h"

#include "engines/base/ascii.h"

#include <stdio.h>
#include <string.h>

static const char *const days[] = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" };
static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

void sv_text_json(struct sv_buf *out, const char *text)
{
  sv_buf_addc(out, '"');
  for (const char *p = text; *p; p++) {
    if (*p == '"' || *p == '\\')
      sv_buf_addf(out, "\\%c", *p);
    else if ((unsigned char)*p < 0x20)
      sv_buf_addf(out, "\\u%04x", (unsigned)*p);
    else
      sv_buf_addc(out, *p);
  }
  sv_buf_addc(out, '"');
}

void sv_text_html(struct sv_buf *out, const char *text)
{
  for (const char *p = text; *p; p++) {
    if (strchr("<>&\"'", *p))
      sv_buf_addf(out, "&#%d;", *p);
    else
      sv_buf_addc(out, *p);
  }
}

void sv_text_query(struct sv_buf *out, const char *text)
{
  for (const char *p = text; *p; p++) {
    if (sv_is_alnum((unsigned char)*p) || strchr("-._~", *p))
      sv_buf_addc(out, *p);
    else
      sv_buf_addf(out, "%%%02X", (unsigned)(unsigned char)*p);
  }
}

void sv_text_http_date(time_t t, char out[SV_DATE_SIZE])
{
  struct tm tm;
  gmtime_r(&t, &tm);
  snprintf(out, SV_DATE_SIZE, "%s, %02d %s %04d %02d:%02d:%02d GMT", days[tm.tm_wday % 7],
           tm.tm_mday, months[tm.tm_mon % 12], tm.tm_year + 1900, tm.tm_hour, tm.tm_min, tm.tm_sec);
}

void sv_text_rfc3339(time_t t, char out[SV_DATE_SIZE])
{
  struct tm tm;
  gmtime_r(&t, &tm);
  snprintf(out, SV_DATE_SIZE, "%04d-%02d-%02dT%02d:%02d:%02dZ", tm.tm_year + 1900, tm.tm_mon + 1,
           tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec);
}

/* The number in SIZE digits at TEXT; -1 when they are none. */
static int number(const char *text, size_t size)
{
  unsigned long long value = 0;
  return sv_parse_uint(text, size, 9999, &value) ? (int)value : -1;
}

time_t sv_text_parse_http_date(const char *text)
{
  if (strlen(text) != 29 || strcmp(text + 25, " GMT") != 0)
    return -1;
  struct tm tm = { .tm_mon = -1 };
  for (int i = 0; i < 12; i++)
    if (memcmp(text + 8, months[i], 3) == 0)
      tm.tm_mon = i;
  tm.tm_mday = number(text + 5, 2);
  tm.tm_year = number(text + 12, 4) - 1900;
  tm.tm_hour = number(text + 17, 2);
  tm.tm_min = number(text + 20, 2);
  tm.tm_sec = number(text + 23, 2);
  const bool bad = tm.tm_mon < 0 || tm.tm_mday < 1 || tm.tm_year < 70 || tm.tm_hour < 0 ||
                   tm.tm_min < 0 || tm.tm_sec < 0;
  return bad ? -1 : timegm(&tm);
}
