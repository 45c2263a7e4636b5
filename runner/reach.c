// SPDX-License-Identifier: Apache-2.0
/* Whether the target could be reached at all. */
#include "runner/reach.h"

#include <string.h>

void sv_reach_judge(struct sv_run *run, bool replay)
{
  bool all_failed = run->exchange_count > 0;
  bool all_refused_by_us = all_failed;
  for (size_t i = 0; i < run->exchange_count; i++) {
    const struct sv_exchange_record *x = &run->exchanges[i];
    const bool is_policy = x->error && strcmp(x->error, "address-refused") == 0;
    const bool is_refusal =
        x->status == 401 || x->status == 403 || x->status == 429 || x->status == 503;
    all_failed &= x->error || is_refusal;
    all_refused_by_us &= is_policy;
  }
  for (size_t i = 0; i < run->result_count; i++)
    if (run->results[i].exchange_count &&
        (run->results[i].outcome == SV_PASSED || run->results[i].outcome == SV_FAILED))
      all_failed = all_refused_by_us = false;
  run->events.configuration |= all_refused_by_us;
  run->events.unreachable = all_failed && !all_refused_by_us && !replay;
}
