// SPDX-License-Identifier: Apache-2.0
/* Entries: exchanges with their numbers, from the ask to the recorded answer. */
#include "runner/broker_internal.h"

#include "engines/base/utf8.h"
#include "runner/mask.h"

#include <stdlib.h>
#include <string.h>

enum { TEXT_MOST = 64 << 20 };

const char *sv_broker_intern(struct sv_broker *b, const char *text)
{
  if (!text)
    return NULL;
  const size_t size = strlen(text);
  const char *known = sv_map_get(&b->interned, text, size);
  if (known)
    return known;
  char *copy = sv_arena_copy(&b->arena, text, size);
  if (!copy)
    return "";
  if (size < 256 && sv_map_set(&b->interned, copy, size, copy) != SV_OK)
    return copy;
  return copy;
}

static const char *const *intern_list(struct sv_broker *b, const char *const *list, size_t count)
{
  const char **out = sv_arena_calloc(&b->arena, count + 1, sizeof *out);
  for (size_t i = 0; out && i < count; i++)
    out[i] = sv_broker_intern(b, list[i]);
  return out;
}

static bool copy_ask(struct sv_broker *b, const struct sv_ask *ask, struct sv_ask *out)
{
  *out = *ask;
  out->method = sv_broker_intern(b, ask->method);
  out->url = sv_arena_strdup(&b->arena, ask->url);
  out->headers = intern_list(b, ask->headers, ask->header_count);
  out->credential = sv_broker_intern(b, ask->credential);
  out->address = sv_broker_intern(b, ask->address);
  out->asker = NULL; /* an entry is everybody's */
  out->body = ask->body_size ? sv_arena_copy(&b->arena, ask->body, ask->body_size) : NULL;
  return out->url && out->headers && (out->body || !ask->body_size);
}

static const char *masked_text(struct sv_broker *b, const char *text, bool header)
{
  struct sv_buf out = SV_BUF(TEXT_MOST);
  const size_t size = strlen(text);
  const char *result = text;
  if (!header && !sv_mask_finds(NULL, text, size))
    return text;
  const enum sv_status status =
      header ? sv_mask_header(NULL, text, &out, NULL) : sv_mask_bytes(NULL, text, size, &out, NULL);
  if (status != SV_OK)
    result = NULL;
  else if (strcmp(sv_buf_text(&out), text) != 0)
    result = sv_arena_strdup(&b->arena, sv_buf_text(&out));
  sv_buf_free(&out);
  return result;
}

enum sv_status sv_broker_mask_ask(struct sv_broker *b, const struct sv_ask *ask, struct sv_ask *out)
{
  *out = *ask;
  out->url = masked_text(b, ask->url, false);
  if (!out->url)
    return SV_NO_MEMORY;
  if (ask->header_count) {
    const char **headers = sv_arena_calloc(&b->arena, ask->header_count + 1, sizeof *headers);
    for (size_t i = 0; headers && i < ask->header_count; i++) {
      headers[i] = masked_text(b, ask->headers[i], true);
      if (!headers[i])
        return SV_NO_MEMORY;
    }
    out->headers = headers;
    if (!headers)
      return SV_NO_MEMORY;
  }
  if (ask->body_size && sv_mask_finds(NULL, ask->body, ask->body_size)) {
    struct sv_buf body = SV_BUF(TEXT_MOST);
    const bool masked = sv_mask_bytes(NULL, ask->body, ask->body_size, &body, NULL) == SV_OK;
    out->body = masked ? sv_arena_copy(&b->arena, body.data, body.size) : NULL;
    out->body_size = body.size;
    sv_buf_free(&body);
    if (!out->body)
      return SV_NO_MEMORY;
  }
  return SV_OK;
}

static bool grow(struct sv_broker *b, size_t need)
{
  if (need <= b->room)
    return true;
  size_t room = b->room ? b->room : 256;
  while (room < need)
    room *= 2;
  struct sv_entry **entries = realloc(b->entries, room * sizeof(struct sv_entry *));
  if (!entries)
    return false;
  b->entries = entries;
  const struct sv_exchange **exchanges =
      realloc(b->exchanges, room * sizeof(const struct sv_exchange *));
  if (!exchanges)
    return false;
  b->exchanges = exchanges;
  b->room = room;
  return true;
}

static bool append(struct sv_broker *b, struct sv_entry *e)
{
  if (!grow(b, b->count + 1))
    return false;
  e->x.n = (uint32_t)b->count + 1;
  b->entries[b->count] = e;
  b->exchanges[b->count++] = &e->x;
  return true;
}

/* What the recording does not have keeps its place, so that an exchange is found by its number. */
static bool fill_up_to(struct sv_broker *b, size_t count)
{
  while (b->count < count) {
    struct sv_entry *e = sv_arena_calloc(&b->arena, 1, sizeof *e);
    if (!e || !append(b, e))
      return false;
    e->x.ask.method = e->ask.method = "GET";
    e->x.ask.url = e->ask.url = "";
    e->x.answer.error = "not-recorded";
    e->state = SV_ENTRY_DONE;
  }
  return true;
}

bool sv_entries_put(struct sv_broker *b, struct sv_entry *e)
{
  if (!fill_up_to(b, e->x.n))
    return false;
  const size_t at = e->x.n - 1;
  if (b->exchanges[at]->answer.error == NULL || b->exchanges[at]->ask.url[0] != '\0')
    return false;
  b->entries[at] = e;
  b->exchanges[at] = &e->x;
  return true;
}

struct sv_entry *sv_entry_new(struct sv_broker *b, const struct sv_ask *ask)
{
  struct sv_entry *e = sv_arena_calloc(&b->arena, 1, sizeof *e);
  if (!e || !copy_ask(b, ask, &e->ask) || sv_broker_mask_ask(b, &e->ask, &e->x.ask) != SV_OK ||
      !append(b, e))
    return NULL;
  e->safe = sv_broker_is_safe(ask->method);
  return e;
}

/* The handshake of ANSWER, kept once for all exchanges over the connection. */
static bool keep_handshake(struct sv_broker *b, struct sv_answer *answer)
{
  if (!answer->has_tls)
    return true;
  struct kept {
    struct sv_tls tls;
    const char *packed;
  } *k = sv_map_get(&b->handshakes, answer->tls_packed, answer->tls_packed_size);
  if (!k) {
    k = sv_arena_calloc(&b->arena, 1, sizeof *k);
    if (!k)
      return false;
    k->packed = sv_arena_copy(&b->arena, answer->tls_packed, answer->tls_packed_size);
    if (!k->packed)
      return false;
    struct sv_unpack u = { .p = k->packed, .end = k->packed + answer->tls_packed_size };
    sv_unpack_tls(&u, &b->arena, &k->tls);
    if (!sv_unpack_ok(&u) ||
        sv_map_set(&b->handshakes, k->packed, answer->tls_packed_size, k) != SV_OK)
      return false;
  }
  answer->tls = k->tls;
  answer->tls_packed = k->packed;
  return true;
}

/* ANSWER in the arena, its body where the recording has it. */
static bool keep_answer(struct sv_broker *b, const struct sv_answer *answer, struct sv_answer *out)
{
  *out = *answer;
  out->error = sv_broker_intern(b, answer->error);
  out->detail = sv_broker_intern(b, answer->detail);
  out->http_version = sv_broker_intern(b, answer->http_version);
  out->address = sv_broker_intern(b, answer->address);
  out->headers = intern_list(b, answer->headers, answer->header_count);
  out->sent_headers = intern_list(b, answer->sent_headers, answer->sent_header_count);
  if (answer->body_size)
    out->body = b->journal ? sv_journal_body(b->journal, answer->body, answer->body_size,
                                             answer->body_sha256)
                           : sv_arena_copy(&b->arena, answer->body, answer->body_size);
  else
    out->body = NULL;
  return out->headers && out->sent_headers && (out->body || !answer->body_size) &&
         keep_handshake(b, out);
}

static void record(struct sv_broker *b, const struct sv_exchange *x)
{
  b->counts.masked += x->answer.masked;
  b->counts.bytes += x->answer.wire_size;
  if (b->journal)
    sv_journal_exchange(b->journal, x);
}

void sv_entry_finish(struct sv_broker *b, struct sv_entry *e, const struct sv_answer *answer)
{
  struct sv_answer kept;
  if (!keep_answer(b, answer, &kept))
    kept = (struct sv_answer){ .error = "lost",
                               .detail = "There is not enough memory to keep the answer." };
  if (e->attempts > 1) {
    kept.attempts = e->attempts;
    if (!kept.error)
      kept.marks |= SV_MARK_UNSTABLE;
  }
  e->x.answer = kept;
  e->state = SV_ENTRY_DONE;
  record(b, &e->x);
  struct sv_chain *c = e->waiting;
  e->waiting = NULL;
  while (c) {
    struct sv_chain *next = c->next;
    sv_chain_ready(b, c);
    c = next;
  }
}

void sv_entry_refuse(struct sv_broker *b, struct sv_entry *e, const char *error, const char *detail)
{
  const struct sv_answer answer = { .error = error, .detail = detail };
  sv_entry_finish(b, e, &answer);
}

void sv_entry_supersede(struct sv_broker *b, const struct sv_entry *e,
                        const struct sv_answer *answer)
{
  struct sv_entry *old = sv_arena_calloc(&b->arena, 1, sizeof *old);
  if (!old || !keep_answer(b, answer, &old->x.answer))
    return;
  old->ask = e->ask;
  old->x.ask = e->x.ask;
  old->x.superseded = true;
  old->state = SV_ENTRY_DONE;
  if (append(b, old))
    record(b, &old->x);
}
