// SPDX-License-Identifier: Apache-2.0
/* Levels and life events: counted from requirements and results, never stated. */
#include "engines/result/maturity.h"

#include "engines/result/count.h"

#include <stdlib.h>
#include <string.h>

/* The percentage of PART in WHOLE is at least PERCENT; nothing of nothing is all of it. */
static bool reaches(uint32_t part, uint32_t whole, unsigned percent)
{
  return (uint64_t)part * 100 >= (uint64_t)percent * whole;
}

/* A waived deviation is a deviation here; what nobody could judge is not met. */
static void add(struct sv_maturity *m, const struct sv_requirement_result *r)
{
  if (!r->seen || r->outcome == SV_INAPPLICABLE)
    return;
  m->applicable++;
  m->judged += r->outcome == SV_PASSED || r->outcome == SV_FAILED;
  if (r->no_check)
    return;
  m->must_of += r->level == SV_MUST;
  m->must_met += r->level == SV_MUST && r->outcome == SV_PASSED;
  m->should_of += r->level == SV_SHOULD;
  m->should_met += r->level == SV_SHOULD && r->outcome == SV_PASSED;
}

static bool holds(const struct sv_maturity *m, const struct sv_maturity_rule *rule)
{
  return reaches(m->must_met, m->must_of, rule->must) &&
         reaches(m->should_met, m->should_of, rule->should) &&
         reaches(m->judged, m->applicable, rule->shown);
}

static void decide(struct sv_maturity *m, const struct sv_maturity_rule *rules)
{
  bool any = false;
  for (int l = SV_OPPORTUNISTIC; l <= SV_SEAMLESS; l++)
    any = any || rules[l].given;
  if (!any || m->judged == 0)
    return;
  m->level = SV_AD_HOC;
  for (int l = SV_OPPORTUNISTIC; l <= SV_SEAMLESS; l++)
    if (rules[l].given) {
      if (!holds(m, &rules[l]))
        return;
      m->level = (enum sv_maturity_level)l;
    }
}

void sv_maturity_count(const struct sv_run *run, struct sv_verdict *v)
{
  for (size_t i = 0; i < v->layer_count; i++)
    v->layers[i].maturity = (struct sv_maturity){ .judged = 0 };
  for (size_t i = 0; i < run->requirement_count; i++)
    for (size_t l = 0; l < v->layer_count; l++)
      if (v->layers[l].layer == run->requirements[i].layer)
        add(&v->layers[l].maturity, &run->requirements[i]);
  for (size_t i = 0; i < v->layer_count; i++)
    decide(&v->layers[i].maturity, run->profile.maturity);
}

/* --- life events */

static const char fact_name[] = "life-event";

static int by_text(const void *a, const void *b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool has(const char *const *list, size_t count, const char *code)
{
  for (size_t i = 0; i < count; i++)
    if (strcmp(list[i], code) == 0)
      return true;
  return false;
}

static const struct sv_endpoint_record *endpoint(const struct sv_run *run, const char *id)
{
  for (size_t i = 0; i < run->target.endpoint_count; i++)
    if (strcmp(run->target.endpoints[i].id, id) == 0)
      return &run->target.endpoints[i];
  return NULL;
}

/* Whether what R says belongs to CODE: its endpoint names it, or names none and the whole target
 * does. */
static bool concerns(const struct sv_run *run, const struct sv_result *r, const char *code,
                     bool whole)
{
  const struct sv_endpoint_record *e = r->endpoint ? endpoint(run, r->endpoint) : NULL;
  if (e && e->life_event_count)
    return has(e->life_events, e->life_event_count, code);
  return whole;
}

/* Every code once, sorted, in the run's arena; *WHOLE of them hold for the target as a whole. */
static enum sv_status gather(struct sv_run *run, const char ***out, size_t *count)
{
  size_t most = run->target.life_event_count + run->fact_count;
  for (size_t i = 0; i < run->target.endpoint_count; i++)
    most += run->target.endpoints[i].life_event_count;
  const char **list = sv_arena_calloc(&run->arena, most + 1, sizeof *list);
  size_t n = 0;
  if (!list)
    return SV_NO_MEMORY;
  for (size_t i = 0; i < run->target.life_event_count; i++)
    list[n++] = run->target.life_events[i];
  for (size_t i = 0; i < run->target.endpoint_count; i++)
    for (size_t k = 0; k < run->target.endpoints[i].life_event_count; k++)
      list[n++] = run->target.endpoints[i].life_events[k];
  for (size_t i = 0; i < run->fact_count; i++)
    if (strcmp(run->facts[i].predicate, fact_name) == 0)
      list[n++] = run->facts[i].value;
  if (n)
    qsort(list, n, sizeof *list, by_text);
  *count = 0;
  for (size_t i = 0; i < n; i++)
    if (*count == 0 || strcmp(list[*count - 1], list[i]) != 0)
      list[(*count)++] = list[i];
  *out = list;
  return SV_OK;
}

static bool is_whole(const struct sv_run *run, const char *code)
{
  if (has(run->target.life_events, run->target.life_event_count, code))
    return true;
  for (size_t i = 0; i < run->fact_count; i++)
    if (strcmp(run->facts[i].predicate, fact_name) == 0 && strcmp(run->facts[i].value, code) == 0)
      return true;
  return false;
}

static int by_id(const void *a, const void *b)
{
  const struct sv_requirement_result *const *x = a;
  const struct sv_requirement_result *const *y = b;
  return strcmp((*x)->id, (*y)->id);
}

/* The requirements by id, whatever order a file from elsewhere has. */
struct index {
  const struct sv_requirement_result **items;
  enum sv_outcome *worst; /* beside them; 0: none */
};

static void fold(const struct sv_run *run, const struct index *x, const char *code, bool whole)
{
  static const int badness[] = {
    [SV_INAPPLICABLE] = 1, [SV_PASSED] = 2, [SV_UNTESTED] = 3, [SV_CANT_TELL] = 4, [SV_FAILED] = 5
  };
  memset(x->worst, 0, (run->requirement_count + 1) * sizeof *x->worst);
  for (size_t i = 0; i < run->result_count; i++) {
    const struct sv_result *r = &run->results[i];
    if (!concerns(run, r, code, whole))
      continue;
    for (size_t n = 0; n < r->requirement_count && run->requirement_count; n++) {
      const struct sv_requirement_result key = { .id = r->requirements[n] };
      const struct sv_requirement_result *wanted = &key;
      const struct sv_requirement_result **q =
          bsearch(&wanted, x->items, run->requirement_count, sizeof(void *), by_id);
      if (q && badness[r->outcome] > badness[x->worst[q - x->items]])
        x->worst[q - x->items] = r->outcome;
    }
  }
}

static void count_event(const struct sv_run *run, const struct index *x,
                        struct sv_life_event_totals *out)
{
  fold(run, x, out->code, is_whole(run, out->code));
  for (size_t i = 0; i < run->requirement_count; i++) {
    struct sv_requirement_result q = *x->items[i];
    if (!x->worst[i] || q.no_check)
      continue;
    q.outcome = x->worst[i];
    sv_totals_add(&out->totals, &q);
  }
}

enum sv_status sv_life_events_count(struct sv_run *run, struct sv_verdict *v)
{
  const char **codes = NULL;
  size_t count = 0;
  SV_TRY(gather(run, &codes, &count));
  v->life_event_count = 0;
  v->life_events = count ? sv_arena_calloc(&run->arena, count, sizeof *v->life_events) : NULL;
  if (count == 0)
    return SV_OK;
  const struct index x = { .items = calloc(run->requirement_count + 1, sizeof *x.items),
                           .worst = calloc(run->requirement_count + 1, sizeof *x.worst) };
  const bool good = v->life_events && x.items && x.worst;
  for (size_t i = 0; good && i < run->requirement_count; i++)
    x.items[i] = &run->requirements[i];
  if (good && run->requirement_count)
    qsort(x.items, run->requirement_count, sizeof *x.items, by_id);
  for (size_t i = 0; good && i < count; i++) {
    v->life_events[i].code = codes[i];
    count_event(run, &x, &v->life_events[i]);
  }
  v->life_event_count = good ? count : 0;
  free(x.items);
  free(x.worst);
  return good ? SV_OK : SV_NO_MEMORY;
}
