// SPDX-License-Identifier: Apache-2.0
/* The broker's life: opening, the poll loop's hooks, counting, closing. */
#include "runner/broker_internal.h"

#include "engines/base/ascii.h"
#include "engines/base/sha256.h"
#include "runner/mask.h"
#include "runner/net_body.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "config.h"

enum {
  ARENA_MOST = 1 << 30,
  RATE = 5,        /* a second and host: contract section 6 */
  CONCURRENCY = 2, /* at once and host */
  REQUESTS = 5000, /* in a run */
  PORTS_MOST = 256,
  EVIDENCE_MOST = 32 << 20,
};

static unsigned first_of(unsigned a, unsigned b, unsigned c)
{
  return a ? a : b ? b : c;
}

static void set_limits(struct sv_broker *b)
{
  const struct sv_target_limits none = { 0 };
  const struct sv_target_limits *own = b->options.target ? &b->options.target->limits : &none;
  b->rate = first_of(b->options.rate, own->rate, RATE);
  b->concurrency = first_of(b->options.concurrency, own->concurrency, CONCURRENCY);
  b->requests = first_of(b->options.requests, own->requests, REQUESTS);
}

/* A word of the target's own, so that equal runs ask for equal addresses. */
static enum sv_status make_probe(struct sv_broker *b)
{
  const struct sv_target *t = b->options.target;
  struct sv_buf text = SV_BUF(16 << 20);
  char digest[65];
  sv_buf_adds(&text, t->name ? t->name : "");
  for (size_t i = 0; i < t->endpoint_count; i++) {
    sv_buf_addc(&text, '\n');
    sv_buf_adds(&text, t->endpoints[i].url ? t->endpoints[i].url : "");
  }
  const enum sv_status status = text.failed;
  sv_sha256_hex(sv_buf_text(&text), text.size, digest);
  (void)snprintf(b->probe, sizeof b->probe, "samsvar-%.8s", digest);
  sv_buf_free(&text);
  return status;
}

static const char *make_user_agent(struct sv_broker *b)
{
  const char *contact = b->options.contact;
  if (contact && contact[0])
    return sv_arena_printf(&b->arena, PACKAGE_NAME "/" PACKAGE_VERSION " (+%s)", contact);
  return PACKAGE_NAME "/" PACKAGE_VERSION;
}

/* The contact when it is a mail address (RFC 9110 10.1.2), else NULL. */
static const char *mail_address(const char *contact)
{
  if (!contact || !strchr(contact, '@') || strpbrk(contact, " \t<>,;()"))
    return NULL;
  return sv_starts_with(contact, "mailto:") ? contact + 7 : contact;
}

/* The ports that the target's own addresses name. */
static bool take_ports(struct sv_broker *b)
{
  const struct sv_target *t = b->options.target;
  struct sv_weburl url;
  size_t n = 0;
  b->ports = calloc(PORTS_MOST + 1, sizeof *b->ports);
  if (!b->ports)
    return false;
  for (size_t i = 0; i < t->endpoint_count && n < PORTS_MOST; i++)
    if (t->endpoints[i].url && !sv_weburl_read(t->endpoints[i].url, &url))
      b->ports[n++] = url.port;
  for (size_t i = 0; i < t->document_count && n < PORTS_MOST; i++)
    if (t->documents[i].url && !sv_weburl_read(t->documents[i].url, &url))
      b->ports[n++] = url.port;
  return true;
}

static enum sv_status open_live(struct sv_broker *b, struct sv_error *err)
{
  struct timespec now;
  if (!b->options.target)
    return sv_fail(err, SV_INTERNAL, "there is no target to ask");
  (void)clock_gettime(CLOCK_REALTIME, &now);
  b->now_ms = (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
  SV_TRY(make_probe(b));
  b->user_agent = make_user_agent(b);
  if (!b->user_agent || !take_ports(b))
    return SV_NO_MEMORY;
  b->net_options = (struct sv_net_options){
    .network = b->options.network,
    .cacert = b->options.cacert,
    .proxy = b->options.proxy,
    .user_agent = b->user_agent,
    .from = mail_address(b->options.contact),
    .timeout_ms = b->options.timeout_ms,
    .loopback_hosts = b->options.loopback_hosts,
    .ports = b->ports,
  };
  if (b->options.dry)
    return SV_OK;
  /* The process is forked while there is little to copy, and before a file is open that it would
   * inherit. */
  SV_TRY(sv_broker_net_start(b, err));
  const struct sv_journal_run run = { .as_of_ms = b->now_ms,
                                      .probe = b->probe,
                                      .user_agent = b->user_agent,
                                      .unsafe = b->options.allow_unsafe,
                                      .version = PACKAGE_VERSION };
  return b->options.recording ? sv_journal_open(b->options.recording, &run, &b->journal, err)
                              : SV_OK;
}

static void release(struct sv_broker *b)
{
  sv_broker_net_stop(b);
  sv_paces_free(b);
  sv_map_free(&b->interned);
  sv_map_free(&b->handshakes);
  sv_map_free(&b->by_key);
  sv_map_free(&b->looks);
  sv_map_free(&b->uses);
  sv_map_free(&b->hosts);
  sv_map_free(&b->addresses);
  sv_recording_free(&b->recording);
  sv_frames_free(&b->frames);
  sv_buf_free(&b->out);
  sv_arena_free(&b->arena);
  free(b->entries);
  free(b->exchanges);
  free(b->ports);
  free(b);
}

enum sv_status sv_broker_open(const struct sv_broker_options *o, struct sv_broker **out,
                              struct sv_error *err)
{
  struct sv_broker *b = calloc(1, sizeof *b);
  if (!b)
    return SV_NO_MEMORY;
  b->options = *o;
  b->arena = SV_ARENA(ARENA_MOST);
  b->net_fd = -1;
  set_limits(b);
  const enum sv_status status = o->replay ? sv_broker_replay_open(b, err) : open_live(b, err);
  if (status != SV_OK) {
    struct sv_error ignored = { 0 };
    if (b->journal && sv_journal_close(b->journal, &b->counts, &ignored) != SV_OK)
      b->journal = NULL; /* the first failure is the one that is told */
    release(b);
    return status;
  }
  *out = b;
  return SV_OK;
}

enum sv_status sv_broker_ask(struct sv_broker *b, const struct sv_ask *ask, uint32_t follow,
                             bool unsafe, sv_broker_done *done, void *closure)
{
  struct sv_chain *c = b->spare;
  if (c)
    b->spare = c->next;
  else
    c = sv_arena_alloc(&b->arena, sizeof *c);
  if (!c)
    return SV_NO_MEMORY;
  *c = (struct sv_chain){
    .ask = *ask, .follow = follow, .unsafe = unsafe, .done = done, .closure = closure
  };
  c->asker = sv_broker_intern(b, ask->asker);
  sv_chain_step(b, c);
  if (!c->at)
    return SV_NO_MEMORY;
  c->ask = c->at->ask; /* the caller's strings end with this call */
  return SV_OK;
}

static void forget_in(struct sv_chain *c, const void *closure)
{
  for (; c; c = c->next)
    if (c->closure == closure)
      c->closure = NULL;
}

void sv_broker_forget(struct sv_broker *b, const void *closure)
{
  forget_in(b->ready_first, closure);
  for (size_t i = 0; i < b->count; i++)
    forget_in(b->entries[i]->waiting, closure);
}

static void lower_timeout(int *timeout_ms, uint64_t wait_us)
{
  const uint64_t ms = (wait_us + 999) / 1000;
  if (*timeout_ms < 0 || ms < (uint64_t)*timeout_ms)
    *timeout_ms = (int)(ms < 1000000 ? ms : 1000000);
}

size_t sv_broker_poll(struct sv_broker *b, struct pollfd *p, int *timeout_ms)
{
  uint64_t wait_us = UINT64_MAX;
  if (b->journal) /* nobody waits for what a kill would lose */
    sv_journal_settle(b->journal);
  if (b->ready_first)
    wait_us = 0;
  else if (!b->options.replay)
    sv_pace_run(b, &wait_us);
  if (b->ready_first) /* a request was refused instead of sent */
    wait_us = 0;
  if (wait_us == UINT64_MAX && b->in_flight)
    wait_us = 1000000;
  if (wait_us != UINT64_MAX)
    lower_timeout(timeout_ms, wait_us);
  if (b->net_fd < 0)
    return 0;
  sv_broker_net_pump(b, 0);
  if (b->net_fd < 0) {
    lower_timeout(timeout_ms, 0);
    return 0;
  }
  p[0] = (struct pollfd){ .fd = b->net_fd,
                          .events = (short)(POLLIN | (b->written < b->out.size ? POLLOUT : 0)) };
  return 1;
}

void sv_broker_pump(struct sv_broker *b, const struct pollfd *p, size_t count)
{
  uint64_t wait_us = UINT64_MAX;
  sv_broker_net_pump(b, count > 0 ? p[0].revents : 0);
  if (b->journal)
    sv_journal_settle(b->journal);
  sv_chains_deliver(b);
  if (!b->options.replay) {
    sv_pace_run(b, &wait_us);
    sv_broker_net_pump(b, 0);
  }
}

const struct sv_exchange *const *sv_broker_exchanges(const struct sv_broker *b, size_t *count)
{
  *count = b->count;
  return b->exchanges;
}

struct sv_broker_counts sv_broker_counts(const struct sv_broker *b)
{
  return b->options.replay ? b->recording.counts : b->counts;
}

enum sv_status sv_broker_evidence(struct sv_broker *b, const char *label, const char *media_type,
                                  const void *data, size_t size, char sha256[65])
{
  struct sv_buf masked = SV_BUF(EVIDENCE_MOST);
  struct sv_masked count = { 0 };
  SV_TRY(sv_mask_bytes(NULL, data, size, &masked, &count));
  sv_sha256_hex(sv_buf_text(&masked), masked.size, sha256);
  enum sv_status status = SV_OK;
  if (b->journal) {
    b->counts.masked += count.values;
    if (sv_journal_body(b->journal, sv_buf_text(&masked), masked.size, sha256))
      sv_journal_evidence(b->journal, label, media_type, sha256);
    else
      status = SV_NO_MEMORY;
  }
  sv_buf_free(&masked);
  return status;
}

enum sv_status sv_broker_keep(struct sv_broker *b, const char *name, const void *data, size_t size)
{
  char sha256[65];
  if (!b->journal)
    return SV_OK;
  struct sv_buf masked = SV_BUF(2 * SV_DOCUMENT_MAX);
  SV_TRY(sv_mask_bytes(NULL, data, size, &masked, NULL));
  sv_sha256_hex(sv_buf_text(&masked), masked.size, sha256);
  const bool kept = sv_journal_body(b->journal, sv_buf_text(&masked), masked.size, sha256) != NULL;
  if (kept)
    sv_journal_document(b->journal, name, sha256);
  sv_buf_free(&masked);
  return kept ? SV_OK : SV_NO_MEMORY;
}

const void *sv_broker_kept(const struct sv_broker *b, const char *name, size_t *size)
{
  for (size_t i = 0; i < b->recording.document_count; i++)
    if (strcmp(b->recording.documents[i].name, name) == 0) {
      *size = b->recording.documents[i].size;
      return b->recording.documents[i].data;
    }
  return NULL;
}

/* Numbers that were given to what never got an answer: the run was interrupted. */
static void end_open_ones(struct sv_broker *b)
{
  const size_t count = b->count;
  for (size_t i = 0; i < count && !b->options.replay; i++)
    if (b->entries[i]->state != SV_ENTRY_DONE)
      sv_entry_refuse(b, b->entries[i], "lost", "The run ended before the answer was there.");
}

enum sv_status sv_broker_close(struct sv_broker *b, struct sv_error *err)
{
  enum sv_status status = SV_OK;
  sv_broker_net_stop(b);
  end_open_ones(b);
  if (b->journal)
    status = sv_journal_close(b->journal, &b->counts, err);
  release(b);
  return status;
}

int64_t sv_broker_now_ms(const struct sv_broker *b)
{
  return b->now_ms;
}

bool sv_broker_is_unsafe(const struct sv_broker *b)
{
  return b->options.replay ? b->recording.run.unsafe : b->options.allow_unsafe;
}

const char *sv_broker_probe(const struct sv_broker *b)
{
  return b->probe;
}
