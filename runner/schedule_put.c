// SPDX-License-Identifier: Apache-2.0
/* What comes out of the loop: results, facts, words for the observer. */
#include "runner/lane.h"

#include <stdlib.h>
#include <string.h>

enum { FACTS_MOST = 200000 };

void sv_schedule_say(struct sv_schedule *s, enum sv_log level, const struct sv_lane *l,
                     const char *text)
{
  static const char *const levels[] = {
    [SV_DEBUG] = "debug", [SV_INFO] = "info", [SV_WARNING] = "warning"
  };
  const char *check = l->state == SV_LANE_CHECK ? l->now.job->check->id : NULL;
  sv_event_log(s->o.events, levels[level], l->file->name, text);
  if (s->o.observer && s->o.observer->log)
    s->o.observer->log(s->o.observer->closure, level, l->file->name, check, text);
}

void sv_schedule_put(struct sv_schedule *s, size_t i, const struct sv_result *r)
{
  s->results[i] = *r;
  if (s->done[i])
    return;
  s->done[i] = true;
  s->done_count++;
  s->plain_left -= !s->plan->jobs[i].is_cross;
  struct sv_progress *p = &s->progress;
  p->done = s->done_count;
  if ((size_t)r->outcome < sizeof p->outcomes / sizeof p->outcomes[0])
    p->outcomes[r->outcome]++;
  sv_event_end(s->o.events, r);
  if (!s->o.observer || !s->o.observer->ended)
    return;
  p->elapsed_ms = (uint64_t)(sv_clock_ms() - s->opened_ms);
  p->requests = sv_broker_counts(s->o.broker).sent;
  s->o.observer->ended(s->o.observer->closure, r, p);
}

void sv_schedule_give_up(struct sv_schedule *s, enum sv_attribution who, const char *reason)
{
  for (size_t i = 0; i < s->lane_count; i++) {
    struct sv_lane *l = &s->lanes[i];
    if (l->state != SV_LANE_CHECK && l->state != SV_LANE_LOADING)
      continue;
    sv_case_close(&l->now);
    (void)sv_hand_bury(&l->hand, s->o.broker, true);
    l->state = SV_LANE_CLOSED;
  }
  for (size_t i = 0; i < s->plan->count; i++) {
    struct sv_job job = s->plan->jobs[i];
    struct sv_result r;
    if (s->done[i])
      continue;
    job.preset = SV_UNTESTED;
    job.attribution = who;
    job.reason = reason;
    sv_case_not_run(&job, &s->o.subjects->items[job.subject], &r);
    sv_schedule_put(s, i, &r);
  }
}

enum sv_status sv_schedule_keep_facts(struct sv_schedule *s, const struct sv_case *c)
{
  if (c->fact_count == 0)
    return SV_OK;
  if (s->fact_count + c->fact_count > s->fact_room) {
    const size_t room = (s->fact_count + c->fact_count) * 2;
    struct sv_fact_record *grown =
        room > FACTS_MOST ? NULL : realloc(s->facts, room * sizeof *grown);
    if (!grown)
      return SV_NO_MEMORY;
    s->facts = grown;
    s->fact_room = room;
  }
  memcpy(s->facts + s->fact_count, c->facts, c->fact_count * sizeof *c->facts);
  s->fact_count += c->fact_count;
  return SV_OK;
}

static int by_text(const void *a, const void *b)
{
  const struct sv_fact_record *x = a;
  const struct sv_fact_record *y = b;
  int order = strcmp(x->check, y->check);
  order = order ? order : strcmp(x->subject, y->subject);
  order = order ? order : strcmp(x->predicate, y->predicate);
  order = order ? order : strcmp(x->value, y->value);
  return order ? order : (x->exchange > y->exchange) - (x->exchange < y->exchange);
}

struct sv_fact_record *sv_schedule_facts(struct sv_schedule *s, size_t *count)
{
  *count = 0;
  if (s->fact_count == 0)
    return NULL;
  qsort(s->facts, s->fact_count, sizeof *s->facts, by_text);
  struct sv_fact_record *kept = sv_arena_calloc(s->o.arena, s->fact_count, sizeof *kept);
  if (!kept)
    return NULL;
  memcpy(kept, s->facts, s->fact_count * sizeof *kept);
  *count = s->fact_count;
  return kept;
}

static int put_place(json_t *o, const struct sv_place *p)
{
  const struct {
    const char *name, *value;
  } members[] = {
    { "text", p->text },           { "url", p->url },
    { "file", p->file },           { "jsonPointer", p->json_pointer },
    { "xpath", p->xpath },         { "header", p->header },
    { "operation", p->operation }, { "focusNode", p->focus_node },
    { "path", p->path },
  };
  int bad = 0;
  for (size_t i = 0; i < sizeof members / sizeof members[0]; i++)
    if (members[i].value)
      bad |= json_object_set_new(o, members[i].name, json_string(members[i].value));
  if (p->line)
    bad |= json_object_set_new(o, "line", json_integer(p->line));
  if (p->column)
    bad |= json_object_set_new(o, "column", json_integer(p->column));
  return bad;
}

static json_t *fact_json(const struct sv_fact_record *f)
{
  json_t *where = json_object();
  json_t *o = json_object();
  int bad = put_place(where, &f->where);
  bad |= json_object_set_new(o, "check", json_string(f->check));
  bad |= json_object_set_new(o, "subject", json_string(f->subject));
  bad |= json_object_set_new(o, "predicate", json_string(f->predicate));
  bad |= json_object_set_new(o, "value", json_string(f->value));
  bad |= json_object_set_new(o, "exchange", json_integer(f->exchange));
  bad |= json_object_set_new(o, "where", where);
  if (bad == 0)
    return o;
  json_decref(o);
  return NULL;
}

/* Made once, when the first cross check asks: no other check adds facts after that. */
const char *sv_schedule_known(struct sv_schedule *s)
{
  if (s->known)
    return s->known;
  if (s->fact_count)
    qsort(s->facts, s->fact_count, sizeof *s->facts, by_text);
  json_t *list = json_array();
  int bad = list ? 0 : -1;
  for (size_t i = 0; i < s->fact_count && bad == 0; i++)
    bad = json_array_append_new(list, fact_json(&s->facts[i]));
  s->known = bad == 0 ? json_dumps(list, JSON_COMPACT | JSON_SORT_KEYS) : NULL;
  json_decref(list);
  return s->known;
}
