// SPDX-License-Identifier: Apache-2.0
/* Answers from a recording. */
#include "runner/broker_internal.h"

#include <string.h>

/* Puts E under its key, after those that have the same. */
static enum sv_status put(struct sv_broker *b, struct sv_entry *e)
{
  struct sv_buf key = SV_BUF(64 << 20);
  enum sv_status status = e->x.refused_from ? sv_broker_hop_key(e->x.refused_from, e->ask.url, &key)
                                            : sv_ask_key(&e->ask, &key);
  if (status == SV_OK) {
    struct sv_entry *first = sv_map_get(&b->by_key, key.data, key.size);
    char *kept = first ? NULL : sv_arena_copy(&b->arena, key.data, key.size);
    if (first) {
      while (first->same)
        first = first->same;
      first->same = e;
    } else {
      status = kept ? sv_map_set(&b->by_key, kept, key.size, e) : SV_NO_MEMORY;
    }
  }
  sv_buf_free(&key);
  return status;
}

static enum sv_status take(struct sv_broker *b, const struct sv_exchange *x, struct sv_error *err)
{
  struct sv_entry *e = sv_arena_calloc(&b->arena, 1, sizeof *e);
  if (!e)
    return SV_NO_MEMORY;
  e->x = *x;
  e->ask = x->ask;
  e->state = SV_ENTRY_DONE;
  e->safe = sv_broker_is_safe(x->ask.method);
  (void)sv_weburl_read(x->ask.url, &e->where); /* one that was refused reads as nothing */
  if (!sv_entries_put(b, e))
    return sv_fail(err, SV_INVALID, "the recording is damaged: exchange %u is there twice", x->n);
  return x->superseded ? SV_OK : put(b, e);
}

enum sv_status sv_broker_replay_open(struct sv_broker *b, struct sv_error *err)
{
  SV_TRY(sv_recording_read(b->options.recording, &b->recording, err));
  for (size_t i = 0; i < b->recording.count; i++)
    SV_TRY(take(b, b->recording.exchanges[i], err));
  SV_TRY(sv_uses_read(b));
  b->now_ms = b->recording.run.as_of_ms;
  (void)snprintf(b->probe, sizeof b->probe, "%s", b->recording.run.probe);
  b->user_agent = b->recording.run.user_agent;
  b->counts = b->recording.counts;
  return SV_OK;
}

struct sv_entry *sv_broker_replay_find(struct sv_broker *b, const char *asker,
                                       const struct sv_ask *ask)
{
  struct sv_ask masked;
  struct sv_buf key = SV_BUF(64 << 20);
  struct sv_entry *e = NULL;
  if (sv_broker_mask_ask(b, ask, &masked) == SV_OK) {
    e = sv_use_find(b, asker, ask, &masked);
    if (e)
      return e;
    if (sv_ask_key(&masked, &key) == SV_OK)
      e = sv_map_get(&b->by_key, key.data, key.size);
  }
  sv_buf_free(&key);
  while (e && !e->safe && e->used)
    e = e->same;
  if (e)
    e->used = true;
  return e;
}
