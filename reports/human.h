// SPDX-License-Identifier: Apache-2.0
/* Dates, times, numbers and durations as people of each language write them. The time zone is
 * Europe/Oslo, by its rule and not by the machine's tables. All append to OUT and return its state.
 */
#ifndef SV_REPORTS_HUMAN_H
#define SV_REPORTS_HUMAN_H

#include "engines/base/buf.h"
#include "engines/base/lang.h"

#include <stdbool.h>
#include <stdint.h>

/* "22. november 2026" of YYYY-MM-DD; what is no date as it is. */
enum sv_status sv_human_date(struct sv_buf *out, const char *date, enum sv_lang lang);

/* "22. november 2026 kl. 09.14" of YYYY-MM-DDThh:mm:ss.mmmZ; what is no time as it is. */
enum sv_status sv_human_time(struct sv_buf *out, const char *time, enum sv_lang lang);

/* "2026-11-22T09:14:07+01:00" of the same, for machines. */
enum sv_status sv_human_datetime(struct sv_buf *out, const char *time);

/* "1 284" with a hard space; "1,284" in English. */
enum sv_status sv_human_number(struct sv_buf *out, uint64_t n, enum sv_lang lang);

/* "233 ms", "4,1 s", "1 min 12 s". */
enum sv_status sv_human_duration(struct sv_buf *out, uint64_t ms, enum sv_lang lang);

/* "153 byte", "48 kB", "1,3 MB". */
enum sv_status sv_human_size(struct sv_buf *out, uint64_t bytes, enum sv_lang lang);

/* Milliseconds from A to B, both YYYY-MM-DDThh:mm:ss.mmmZ; 0 when B is not after A or either is no
 * time. */
uint64_t sv_human_between(const char *a, const char *b);

/* Whether summer time holds in Oslo at the UTC time given. */
bool sv_human_summer(int year, int month, int day, int hour);

#endif
