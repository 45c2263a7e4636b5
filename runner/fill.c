// SPDX-License-Identifier: Apache-2.0
/* Requirements, target and plugins of a run. */
#include "runner/fill.h"

#include "engines/base/date.h"
#include "engines/base/sha256.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

static int by_text(const void *a, const void *b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool judges(const struct sv_check_info *c, const char *requirement)
{
  for (size_t i = 0; i < c->requirement_count; i++)
    if (strcmp(c->requirements[i], requirement) == 0)
      return true;
  return false;
}

/* The ids of the checks that judge ID, sorted, in A. */
static const char *const *checks_of(struct sv_arena *a, const struct sv_plugin_info *plugins,
                                    size_t count, const char *id, size_t *found)
{
  size_t n = 0;
  const char **list = NULL;
  for (int round = 0; round < 2; round++) { /* count, then fill */
    for (size_t i = 0; i < count; i++)
      for (size_t c = 0; c < plugins[i].check_count; c++)
        if (judges(&plugins[i].checks[c], id)) {
          if (list)
            list[n] = plugins[i].checks[c].id;
          n++;
        }
    if (list)
      break;
    list = sv_arena_calloc(a, n + 1, sizeof *list);
    if (!list)
      return NULL;
    *found = n;
    n = 0;
  }
  if (*found)
    qsort(list, *found, sizeof *list, by_text);
  return list;
}

enum sv_status sv_fill_requirements(struct sv_run *run, const struct sv_plan *plan,
                                    const struct sv_plugin_info *plugins, size_t plugin_count)
{
  run->requirements = sv_arena_calloc(&run->arena, plan->item_count + 1, sizeof *run->requirements);
  if (!run->requirements)
    return SV_NO_MEMORY;
  for (size_t i = 0; i < plan->item_count; i++) {
    const struct sv_requirement *q = plan->items[i]->requirement;
    struct sv_requirement_result *r = &run->requirements[i];
    *r = (struct sv_requirement_result){ .id = q->id,
                                         .layer = q->layer,
                                         .level = plan->items[i]->level,
                                         .mode = SV_AUTOMATIC,
                                         .seen = q->seen,
                                         .title = q->title,
                                         .statement = q->statement,
                                         .norm = q->norm,
                                         .area = q->family,
                                         .capabilities = q->capabilities,
                                         .capability_count = q->capability_count };
    r->checks = checks_of(&run->arena, plugins, plugin_count, q->id, &r->check_count);
    if (!r->checks)
      return SV_NO_MEMORY;
    if (q->manual.en && r->check_count == 0) {
      r->mode = SV_MANUAL;
      r->manual = q->manual;
    }
  }
  run->requirement_count = plan->item_count;
  return SV_OK;
}

enum sv_status sv_fill_target(struct sv_run *run, const struct sv_target *t)
{
  const size_t count = t->endpoint_count + t->document_count;
  struct sv_endpoint_record *e = sv_arena_calloc(&run->arena, count + 1, sizeof *e);
  if (!e)
    return SV_NO_MEMORY;
  run->target.id = t->id;
  run->target.name = t->name;
  run->target.orgnr = t->orgnr;
  run->target.organisation = t->organisation;
  run->target.role = t->role;
  run->target.role_is_assumed = t->role_is_assumed;
  run->target.environment = t->environment;
  run->target.life_events = t->life_events;
  run->target.life_event_count = t->life_event_count;
  run->target.endpoints = e;
  for (size_t i = 0; i < t->endpoint_count; i++)
    *e++ = (struct sv_endpoint_record){ .id = t->endpoints[i].id,
                                        .kind = t->endpoints[i].kind,
                                        .url = t->endpoints[i].url,
                                        .life_events = t->endpoints[i].life_events,
                                        .life_event_count = t->endpoints[i].life_event_count };
  for (size_t i = 0; i < t->document_count; i++) {
    const char *place = t->documents[i].url ? t->documents[i].url : t->documents[i].name;
    *e++ = (struct sv_endpoint_record){ .id = t->documents[i].id,
                                        .kind = t->documents[i].kind,
                                        .url = place ? place : "",
                                        .life_events = t->documents[i].life_events,
                                        .life_event_count = t->documents[i].life_event_count };
  }
  run->target.endpoint_count = count;
  return SV_OK;
}

enum sv_status sv_fill_plugins(struct sv_run *run, const struct sv_plugin_info *plugins,
                               size_t count)
{
  struct sv_plugin_record *p = sv_arena_calloc(&run->arena, count + 1, sizeof *p);
  if (!p)
    return SV_NO_MEMORY;
  run->plugins = p;
  for (size_t i = 0; i < count; i++)
    if (plugins[i].sha256[0]) /* a refused file was not even read */
      p[run->plugin_count++] =
          (struct sv_plugin_record){ plugins[i].name, plugins[i].version, plugins[i].sha256 };
  return SV_OK;
}

const char *sv_time_text(struct sv_arena *a, int64_t ms)
{
  char text[21];
  sv_date_time_write(ms / 1000, text);
  return sv_arena_printf(a, "%.19s.%03dZ", text, (int)(ms % 1000));
}

enum sv_status sv_fill_id(struct sv_run *run, const struct sv_broker *b, const char *sha256,
                          int64_t now_ms, bool replay)
{
  struct sv_buf text = SV_BUF(64 << 20);
  size_t count;
  const struct sv_exchange *const *all = sv_broker_exchanges(b, &count);
  (void)sv_buf_addf(&text, "%s %s %lld\n", sha256, run->target.id, (long long)now_ms);
  uint64_t chance = 0;
  if (!replay && getrandom(&chance, sizeof chance, GRND_NONBLOCK) == (ssize_t)sizeof chance)
    (void)sv_buf_addf(&text, "%llx\n", (unsigned long long)chance);
  /* What the recording does not have comes in the order in which workers happen to ask. */
  for (size_t i = 0; replay && i < count; i++)
    if (!all[i]->answer.error || strcmp(all[i]->answer.error, "not-recorded") != 0)
      (void)sv_buf_addf(&text, "%u %s %s %d %s\n", all[i]->n, all[i]->ask.method, all[i]->ask.url,
                        all[i]->answer.status, all[i]->answer.body_sha256);
  char hex[65];
  sv_sha256_hex(sv_buf_text(&text), text.size, hex);
  const enum sv_status status = text.failed;
  sv_buf_free(&text);
  SV_TRY(status);
  run->id = sv_arena_copy(&run->arena, hex, 16);
  return run->id ? SV_OK : SV_NO_MEMORY;
}
