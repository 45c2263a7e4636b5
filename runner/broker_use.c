// SPDX-License-Identifier: Apache-2.0
/* Telling exchanges apart that look alike once secrets are hidden, or that are made anew each time.
 * The recording does not have what was hidden, not even its digest: an identity number has few
 * enough values to be found by trying. What it has is who asked, and whether it was the first,
 * second, third different thing that this asker asked under the same look: a check asks in the same
 * order again. */
#include "runner/broker_internal.h"

#include "engines/base/sha256.h"

#include <string.h>

enum { KEY_MOST = 64 << 20, ORDINALS_MOST = 100000 };

/* What one asker asked under one look, in the order it was first asked. */
struct sv_looks {
  struct sv_look_seen {
    struct sv_look_seen *next;
    char digest[65]; /* of what is not hidden; in memory only */
    uint32_t ordinal;
  } * first;
  uint32_t count;
};

static enum sv_status look_key(const char *asker, const struct sv_ask *masked, struct sv_buf *out)
{
  sv_buf_adds(out, asker ? asker : "");
  sv_buf_addc(out, '\0');
  return sv_ask_key(masked, out);
}

static struct sv_looks *looks_of(struct sv_broker *b, const struct sv_buf *key)
{
  struct sv_looks *l = sv_map_get(&b->looks, key->data, key->size);
  if (l)
    return l;
  char *kept = sv_arena_copy(&b->arena, key->data, key->size);
  l = sv_arena_calloc(&b->arena, 1, sizeof *l);
  return kept && l && sv_map_set(&b->looks, kept, key->size, l) == SV_OK ? l : NULL;
}

/* The place of ASK among its looks, from 1; *FRESH when it had none yet. 0 without memory. */
static uint32_t ordinal(struct sv_broker *b, struct sv_looks *l, const struct sv_ask *ask,
                        bool *fresh)
{
  struct sv_buf real = SV_BUF(KEY_MOST);
  char digest[65];
  const bool once = sv_broker_is_safe(ask->method) && ask->body_size == 0;
  const enum sv_status status = sv_ask_key(ask, &real);
  if (status == SV_OK)
    sv_sha256_hex(real.data, real.size, digest);
  sv_buf_free(&real);
  if (status != SV_OK || l->count == ORDINALS_MOST)
    return 0;
  for (const struct sv_look_seen *s = l->first; s && once; s = s->next)
    if (memcmp(s->digest, digest, sizeof digest) == 0)
      return s->ordinal;
  struct sv_look_seen *s = sv_arena_calloc(&b->arena, 1, sizeof *s);
  if (!s)
    return 0;
  memcpy(s->digest, digest, sizeof digest);
  s->next = l->first;
  s->ordinal = ++l->count;
  l->first = s;
  *fresh = true;
  return s->ordinal;
}

/* Whether ASK cannot be told from others by what is left of it in the recording. */
static bool is_ambiguous(const struct sv_ask *ask, const struct sv_ask *masked)
{
  if (!sv_broker_is_safe(ask->method) || ask->body_size)
    return true;
  bool hidden = strcmp(ask->url, masked->url) != 0;
  for (size_t i = 0; i < ask->header_count && !hidden; i++)
    hidden = strcmp(ask->headers[i], masked->headers[i]) != 0;
  return hidden;
}

void sv_use_note(struct sv_broker *b, const char *asker, const struct sv_ask *ask,
                 const struct sv_entry *e)
{
  struct sv_buf key = SV_BUF(KEY_MOST);
  bool fresh = false;
  if (!b->journal || !is_ambiguous(ask, &e->x.ask))
    return;
  struct sv_looks *l = look_key(asker, &e->x.ask, &key) == SV_OK ? looks_of(b, &key) : NULL;
  const uint32_t k = l ? ordinal(b, l, ask, &fresh) : 0;
  if (k && fresh)
    sv_journal_use(b->journal, asker ? asker : "", k, e->x.n);
  sv_buf_free(&key);
}

static enum sv_status add_ordinal(struct sv_buf *key, uint32_t k)
{
  sv_buf_addc(key, '\0');
  return sv_buf_addf(key, "%u", k);
}

enum sv_status sv_uses_read(struct sv_broker *b)
{
  for (size_t i = 0; i < b->recording.use_count; i++) {
    const struct sv_use *u = &b->recording.uses[i];
    struct sv_entry *e = u->n >= 1 && u->n <= b->count ? b->entries[u->n - 1] : NULL;
    struct sv_buf key = SV_BUF(KEY_MOST);
    enum sv_status status = SV_OK;
    if (e) {
      status = look_key(u->asker, &e->ask, &key);
      if (status == SV_OK)
        status = add_ordinal(&key, u->ordinal);
      char *kept = status == SV_OK ? sv_arena_copy(&b->arena, key.data, key.size) : NULL;
      if (status == SV_OK)
        status = kept ? sv_map_set(&b->uses, kept, key.size, e) : SV_NO_MEMORY;
    }
    sv_buf_free(&key);
    SV_TRY(status);
  }
  return SV_OK;
}

struct sv_entry *sv_use_find(struct sv_broker *b, const char *asker, const struct sv_ask *ask,
                             const struct sv_ask *masked)
{
  struct sv_buf key = SV_BUF(KEY_MOST);
  struct sv_entry *e = NULL;
  bool fresh = false;
  if (!is_ambiguous(ask, masked))
    return NULL;
  struct sv_looks *l = look_key(asker, masked, &key) == SV_OK ? looks_of(b, &key) : NULL;
  const uint32_t k = l ? ordinal(b, l, ask, &fresh) : 0;
  if (k && add_ordinal(&key, k) == SV_OK)
    e = sv_map_get(&b->uses, key.data, key.size);
  sv_buf_free(&key);
  return e;
}
