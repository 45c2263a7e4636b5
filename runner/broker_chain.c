// SPDX-License-Identifier: Apache-2.0
/* One ask from beginning to end: the safe-method rule, sharing, redirects hop by hop, handing out.
 */
#include "runner/broker_internal.h"

#include "engines/base/ascii.h"
#include "engines/tls/lines.h"

#include <string.h>

enum { HOPS_MOST = 5 };

bool sv_broker_is_safe(const char *method)
{
  return strcmp(method, "GET") == 0 || strcmp(method, "HEAD") == 0 ||
         strcmp(method, "OPTIONS") == 0 || sv_method_is_probe(method);
}

void sv_chain_ready(struct sv_broker *b, struct sv_chain *c)
{
  c->next = NULL;
  if (b->ready_last)
    b->ready_last->next = c;
  else
    b->ready_first = c;
  b->ready_last = c;
}

/* C gets the answer of E, now or when it comes. */
static void wait_for(struct sv_broker *b, struct sv_chain *c, struct sv_entry *e)
{
  c->at = e;
  if (e->state == SV_ENTRY_DONE) {
    sv_chain_ready(b, c);
    return;
  }
  struct sv_chain **last = &e->waiting;
  while (*last)
    last = &(*last)->next;
  c->next = NULL;
  *last = c;
}

static struct sv_entry *begin(struct sv_broker *b, struct sv_chain *c)
{
  struct sv_entry *e = sv_entry_new(b, &c->ask);
  if (e)
    c->at = e;
  return e;
}

/* The answer of a run that sends nothing. */
static void make_up(struct sv_broker *b, struct sv_entry *e)
{
  const struct sv_answer empty = { .status = 200, .http_version = "1.1" };
  const struct sv_answer missing = { .status = 404, .http_version = "1.1" };
  if (b->options.dry == SV_DRY_SILENT)
    sv_entry_refuse(b, e, "not-sent", "A plan sends nothing.");
  else
    sv_entry_finish(b, e, b->options.dry == SV_DRY_EMPTY ? &empty : &missing);
}

/* A new entry for C: refused at once, or queued for its host. */
static struct sv_entry *ask_anew(struct sv_broker *b, struct sv_chain *c)
{
  struct sv_entry *e = begin(b, c);
  if (!e)
    return NULL;
  const char *fault = sv_weburl_read(c->ask.url, &e->where);
  if (fault)
    sv_entry_refuse(b, e, "refused", fault);
  else if (!e->safe && !(c->unsafe && b->options.allow_unsafe))
    sv_entry_refuse(b, e, "unsafe-method",
                    "The request may change data, and the run does not allow that.");
  else if (b->options.replay)
    sv_entry_refuse(b, e, "not-recorded", "The recording has no such exchange.");
  else if (b->options.dry)
    make_up(b, e);
  else if (b->counts.lost)
    sv_entry_refuse(b, e, "lost", "The process that sends requests has died twice.");
  else
    sv_pace_queue(b, e);
  return e;
}

static struct sv_entry *shared(struct sv_broker *b, const char *key, size_t size)
{
  struct sv_entry *e = sv_map_get(&b->by_key, key, size);
  if (e)
    b->counts.shared++;
  return e;
}

void sv_chain_step(struct sv_broker *b, struct sv_chain *c)
{
  if (b->options.replay) {
    struct sv_entry *recorded = sv_broker_replay_find(b, c->asker, &c->ask);
    if (!recorded)
      recorded = ask_anew(b, c);
    if (recorded)
      wait_for(b, c, recorded);
    return;
  }
  struct sv_buf key = SV_BUF(64 << 20);
  struct sv_entry *e = NULL;
  const bool once = (sv_broker_is_safe(c->ask.method) && c->ask.body_size == 0) ||
                    (c->ask.once && c->unsafe && b->options.allow_unsafe);
  /* The key says nothing of content, which what may be shared as safe has not. */
  if (sv_ask_key(&c->ask, &key) == SV_OK &&
      sv_buf_add(&key, c->ask.body, c->ask.body_size) == SV_OK) {
    e = once ? shared(b, key.data, key.size) : NULL;
    if (!e) {
      e = ask_anew(b, c);
      char *kept = e && once ? sv_arena_copy(&b->arena, key.data, key.size) : NULL;
      if (kept && sv_map_set(&b->by_key, kept, key.size, e) != SV_OK)
        kept = NULL; /* then it is asked for once more another time */
    }
  }
  sv_buf_free(&key);
  if (!e)
    return;
  sv_use_note(b, c->asker, &c->ask, e);
  wait_for(b, c, e);
}

/* The answer as C sees it: a shared one may have been come to by another way. */
static const struct sv_exchange *view(struct sv_broker *b, const struct sv_chain *c)
{
  if (!c->from)
    return &c->at->x;
  struct sv_exchange *x = sv_arena_alloc(&b->arena, sizeof *x);
  if (!x)
    return &c->at->x;
  *x = c->at->x;
  x->redirected_from = c->from;
  return x;
}

static void hand_out(struct sv_broker *b, struct sv_chain *c, const struct sv_exchange *x)
{
  sv_broker_done *done = c->done;
  void *closure = c->closure;
  c->next = b->spare;
  b->spare = c;
  if (done && closure)
    done(closure, x);
}

static bool was_here(const struct sv_chain *c, const char *url)
{
  if (strcmp(c->at->x.ask.url, url) == 0)
    return true;
  for (const struct sv_exchange *x = c->from; x; x = x->redirected_from)
    if (strcmp(x->ask.url, url) == 0)
      return true;
  return false;
}

/* Why the hop from C's answer to URL is not made, or NULL. */
static const char *hop_fault(const struct sv_chain *c, const char *url, struct sv_weburl *to)
{
  const int status = c->at->x.answer.status;
  const char *fault = sv_weburl_read(url, to);
  if (fault)
    return fault;
  if (c->at->where.https && !to->https)
    return "The redirect leads from https to http; it is not followed.";
  if ((status == 307 || status == 308) && !sv_broker_is_safe(c->ask.method))
    return "The redirect would send the data to another address; it is not followed.";
  if (c->hops >= HOPS_MOST)
    return "There are more than 5 redirects in a row.";
  if (was_here(c, url) && sv_broker_is_safe(c->ask.method))
    return "The redirects lead in a circle.";
  return NULL;
}

/* What is asked for at the next hop: RFC 9110 15.4. */
static void next_ask(struct sv_chain *c, const char *url, const struct sv_weburl *to)
{
  if (!sv_broker_is_safe(c->ask.method)) {
    c->ask.method = "GET";
    c->ask.body = NULL;
    c->ask.body_size = 0;
  } else if (c->at->x.answer.status == 303 && strcmp(c->ask.method, "OPTIONS") == 0) {
    c->ask.method = "GET";
  }
  if (!sv_weburl_same_origin(&c->at->where, to))
    c->ask.credential = NULL;
  if (!sv_weburl_same_origin(&c->at->where, to))
    c->ask.address = NULL;
  c->ask.url = url;
}

enum sv_status sv_broker_hop_key(uint32_t from, const char *url, struct sv_buf *out)
{
  sv_buf_addf(out, "%u", from);
  sv_buf_addc(out, '\0');
  return sv_buf_adds(out, url);
}

/* An exchange that was not made: the hop to C's address from the answer FROM. One for all who come
 * this way. */
static struct sv_entry *refused_hop(struct sv_broker *b, struct sv_chain *c, uint32_t from,
                                    const char *fault)
{
  struct sv_ask masked;
  struct sv_buf key = SV_BUF(8 * SV_URL_MAX);
  struct sv_entry *e = NULL;
  if (sv_broker_mask_ask(b, &c->ask, &masked) == SV_OK &&
      sv_broker_hop_key(from, masked.url, &key) == SV_OK) {
    e = sv_map_get(&b->by_key, key.data, key.size);
    char *kept = e ? NULL : sv_arena_copy(&b->arena, key.data, key.size);
    if (kept && (e = begin(b, c)) != NULL) {
      e->x.refused_from = from;
      sv_entry_refuse(b, e, "refused", fault);
      if (sv_map_set(&b->by_key, kept, key.size, e) != SV_OK)
        e = NULL;
    }
  }
  sv_buf_free(&key);
  return e;
}

static void refuse_hop(struct sv_broker *b, struct sv_chain *c, const char *fault)
{
  const struct sv_exchange *from = view(b, c);
  struct sv_entry *e = refused_hop(b, c, from->n, fault);
  if (e) {
    c->at = e;
    c->from = from;
  }
  hand_out(b, c, view(b, c));
}

static bool hop(struct sv_broker *b, struct sv_chain *c)
{
  struct sv_buf text = SV_BUF(4 * SV_URL_MAX);
  struct sv_weburl to;
  const char *fault;
  /* One who asked for fewer than the most gets the redirect itself after them. */
  if ((c->follow == 0 && c->hops < HOPS_MOST) || !sv_redirect_target(c->at, &text, &fault))
    return false;
  const char *url = sv_arena_strdup(&b->arena, fault ? c->ask.url : sv_buf_text(&text));
  sv_buf_free(&text);
  if (!url)
    return false;
  if (!fault)
    fault = hop_fault(c, url, &to);
  if (fault) {
    c->ask.url = url;
    refuse_hop(b, c, fault);
    return true;
  }
  const struct sv_exchange *from = view(b, c);
  next_ask(c, url, &to);
  c->from = from;
  c->follow--;
  c->hops++;
  sv_chain_step(b, c);
  return true;
}

void sv_chains_deliver(struct sv_broker *b)
{
  while (b->ready_first) {
    struct sv_chain *c = b->ready_first;
    b->ready_first = c->next;
    if (!b->ready_first)
      b->ready_last = NULL;
    if (!c->closure || !hop(b, c))
      hand_out(b, c, view(b, c));
  }
}
