// SPDX-License-Identifier: Apache-2.0
/* The event feed: CloudEvents in batches, read from any sequence number. */
#include "reference/api.h"
#include "reference/state.h"
#include "reference/units.h"

enum { FEED_SIZE = 50, FEED_SIZE_MAX = 100, SEQUENCE_MAX = 1000000000 };

void sv_api_events(const struct sv_service *s, struct sv_exchange *x, const char *item)
{
  (void)item;
  struct sv_faults faults = SV_FAULTS;
  unsigned from = sv_api_number(s, x, &faults, "seq", 1, (const unsigned[]){ 1, SEQUENCE_MAX });
  const unsigned size =
      sv_api_number(s, x, &faults, "antall", FEED_SIZE, (const unsigned[]){ 1, FEED_SIZE_MAX });
  if (sv_faults_answer(s, x, &faults))
    return;
  if (sv_service_quirk(s, SV_FEED_NOT_REPEATABLE))
    from += sv_state_count(s) * size;
  const size_t total = s->units->event_count;
  size_t first = from - 1 < total ? from - 1 : total;
  const size_t end = first + size < total ? first + size : total;
  sv_answer_ok(x, "application/cloudevents-batch+json", SV_CACHE_OPEN);
  sv_answer_set(x, "Link", "<%s/v1/hendelser?seq=%u&antall=%u>; rel=\"self\"", s->base, from, size);
  if (end < total)
    sv_answer_append(x, "Link", "<%s/v1/hendelser?seq=%zu&antall=%u>; rel=\"next\"", s->base,
                     end + 1, size);
  struct sv_buf *out = &x->answer.body;
  sv_buf_addc(out, '[');
  for (size_t i = first; i < end; i++) {
    size_t n = sv_service_quirk(s, SV_FEED_UNORDERED) ? end - 1 - (i - first) : i;
    if (sv_service_quirk(s, SV_FEED_REPEATS) && i > first)
      n = i - 1;
    if (i > first)
      sv_buf_addc(out, ',');
    sv_buf_adds(out, s->units->events[n].json);
  }
  sv_buf_adds(out, "]\n");
}
