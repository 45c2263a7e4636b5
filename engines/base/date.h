// SPDX-License-Identifier: Apache-2.0
/* Dates of the proleptic Gregorian calendar and the formats of RFC 3339. Pure: no time zone data,
 * no clock. */
#ifndef SV_BASE_DATE_H
#define SV_BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A moment of UTC. A leap second counts as the first second of the next day. */
struct sv_instant {
  int64_t seconds; /* since 1970-01-01T00:00:00Z */
  uint32_t nanoseconds;
};

struct sv_civil {
  int64_t year;
  unsigned month, day, hour, minute, second;
};

/* Whether the calendar has the day: months from 1, years from 0. */
bool sv_date_exists(int64_t year, unsigned month, unsigned day);

/* Days since 1970-01-01; the day must exist. */
int64_t sv_days_from_civil(int64_t year, unsigned month, unsigned day);

/* The date and time of day of SECONDS since 1970 in UTC. */
struct sv_civil sv_civil_from_seconds(int64_t seconds);

/* 0 for Sunday to 6 for Saturday. */
unsigned sv_weekday(int64_t days);

/* RFC 3339 5.6 full-date, the whole text and a day that exists; *DAYS (may be NULL) counts from
 * 1970-01-01. */
bool sv_date_parse(const char *text, size_t size, int64_t *days);

/* RFC 3339 5.6 full-time: an offset is required; second 60 only at 23:59 UTC (5.7). */
bool sv_time_parse(const char *text, size_t size);

/* RFC 3339 5.6 date-time, the whole text; second 60 only in the last minute of a month in UTC. OUT
 * may be NULL. */
bool sv_date_time_parse(const char *text, size_t size, struct sv_instant *out);

/* Writes SECONDS as "2026-01-31T12:00:00Z" to OUT; years outside 0 to 9999 give "". */
void sv_date_time_write(int64_t seconds, char out[21]);

#endif
