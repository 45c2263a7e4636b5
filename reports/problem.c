// SPDX-License-Identifier: Apache-2.0
/* Findings as problems. */
#include "reports/problem.h"

#include "reports/put.h"
#include "reports/say.h"

#include <string.h>

static struct sv_problem *find(struct sv_problem *list, size_t count, const char *fingerprint)
{
  for (size_t i = 0; i < count; i++)
    if (strcmp(list[i].fingerprint, fingerprint) == 0)
      return &list[i];
  return NULL;
}

enum sv_status sv_problems(const struct sv_report *r, const struct sv_item *item,
                           struct sv_problem list[SV_PROBLEMS_MOST], size_t *count)
{
  const char *id = item->requirement->id;
  *count = 0;
  for (size_t i = 0; i < item->result_count; i++) {
    const struct sv_result *result = item->results[i];
    for (size_t f = 0; result->outcome == SV_FAILED && f < result->finding_count; f++) {
      struct sv_problem p = { .result = result, .finding = &result->findings[f], .count = 1 };
      if (p.finding->outcome != SV_FAILED)
        continue;
      SV_TRY(sv_finding_fingerprint(r->run, id, result, p.finding, p.fingerprint));
      struct sv_problem *same = find(list, *count, p.fingerprint);
      if (same)
        same->count++;
      else if (*count < SV_PROBLEMS_MOST)
        list[(*count)++] = p;
    }
  }
  if (*count)
    return SV_OK;
  *count = 1;
  list[0] = (struct sv_problem){ .result = item->result_count ? item->results[0] : NULL };
  return sv_fingerprint(id, r->run->target.id, "", list[0].fingerprint);
}

void sv_problem_message(const struct sv_report *r, const struct sv_item *item,
                        const struct sv_problem *p, size_t most, struct sv_buf *out)
{
  struct sv_buf said = SV_BUF(SV_SCRATCH);
  if (p->finding)
    (void)sv_say_finding(r, p->finding, &said);
  if (said.size)
    sv_put_clean(out, sv_buf_text(&said), SV_LINE, most);
  else
    sv_ci_message(r, item, most, out);
  sv_buf_free(&said);
}

void sv_problem_path(const struct sv_finding_record *f, struct sv_buf *out, uint32_t *line,
                     uint32_t *column)
{
  *line = 1;
  *column = 0;
  if (!f || !sv_put_repository_path(out, f->where.file)) {
    (void)sv_buf_adds(out, SV_PROBLEM_FILE);
    return;
  }
  *line = f->where.line && f->where.line <= INT32_MAX ? f->where.line : 1;
  *column = f->where.line && f->where.column <= INT32_MAX ? f->where.column : 0;
}
