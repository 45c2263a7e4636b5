// SPDX-License-Identifier: Apache-2.0
/* How a service uses its issuer, from a log (HAR) of what it asked the issuer for. */
#include "plugins/technical/checks.h"
#include "plugins/technical/handed.h"
#include "plugins/technical/technical.h"

#include "engines/base/date.h"

#include <stdlib.h>
#include <string.h>

enum { ENTRIES_MOST = 10000, HOUR = 3600, FETCHES_MOST = 2 };

static int by_time(const void *a, const void *b)
{
  const int64_t x = *(const int64_t *)a;
  const int64_t y = *(const int64_t *)b;
  return (x > y) - (x < y);
}

/* Whether the entry fetches keys: the last part of its path says so. */
static bool is_key_fetch(const json_t *entry, int64_t *when)
{
  const json_t *request = json_object_get(entry, "request");
  const char *url = json_string_value(json_object_get(request, "url"));
  const char *date = json_string_value(json_object_get(entry, "startedDateTime"));
  const size_t size = url ? strcspn(url, "?#") : 0;
  struct sv_instant at;
  if (size == 0 || !memmem(url, size, "jwk", 3) || !date ||
      !sv_date_time_parse(date, strlen(date), &at))
    return false;
  *when = at.seconds;
  return true;
}

/* The most fetches of keys within one hour. */
static size_t busiest_hour(struct sv_ctx *ctx, const json_t *entries)
{
  const size_t count = json_array_size(entries);
  int64_t *times = ctx->sv->alloc(ctx, (count + 1) * sizeof *times);
  size_t n = 0;
  size_t most = 0;
  for (size_t i = 0; i < count; i++)
    n += is_key_fetch(json_array_get(entries, i), &times[n]);
  qsort(times, n, sizeof *times, by_time);
  for (size_t first = 0, last = 0; last < n; last++) {
    while (times[last] - times[first] >= HOUR)
      first++;
    most = last - first + 1 > most ? last - first + 1 : most;
  }
  return most;
}

/* TEC-AUT-57: keys are for keeping, and for reading anew when an unknown kid comes. */
enum sv_outcome tec_keys_cached(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_artifact *a;
  json_t *j = tec_handed(ctx, &a, &outcome);
  if (!j)
    return outcome;
  const json_t *entries = json_object_get(json_object_get(j, "log"), "entries");
  const size_t most = json_array_size(entries) <= ENTRIES_MOST ? busiest_hour(ctx, entries) : 0;
  outcome = most == 0 ? SV_INAPPLICABLE : SV_PASSED;
  if (most > FETCHES_MOST)
    outcome = TEC_HANDED_FAULT(ctx, a, "/log/entries",
                               .message = N_("The service fetches the issuer's keys again and "
                                             "again."),
                               .expected = N_("two fetches an hour at most"),
                               .actual = ctx->sv->format(ctx, "%zu", most),
                               .hint = N_("Keep the keys for about a day, and fetch them anew when "
                                          "a token names a kid "
                                          "that is not among them."));
  json_decref(j);
  return outcome;
}
