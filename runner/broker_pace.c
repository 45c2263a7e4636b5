// SPDX-License-Identifier: Apache-2.0
/* Manners (contract section 6): how many requests at once and a second one host gets, Retry-After,
 * repeated attempts, and leaving a host alone that fails again and again. */
#include "runner/broker_internal.h"

#include "engines/base/ascii.h"
#include "engines/http/fields.h"
#include "engines/http/odd.h"
#include "engines/tls/lines.h"

#include <stdlib.h>
#include <string.h>

enum {
  TRIES_MOST = 3,
  FAILURES_MOST = 3,        /* exchanges in a row without an answer before a host is left alone */
  BACK_OFF_US = 250000,     /* before the second attempt; twice that before the third */
  RETRY_AFTER_MOST_S = 120, /* waited for within a run */
  BUSY_WAIT_S = 2,          /* after a 429 that does not say how long */
};

static struct sv_pace *new_pace(struct sv_broker *b)
{
  struct sv_pace *p = calloc(1, sizeof *p);
  if (!p)
    return NULL;
  p->tokens = 1;
  p->filled_us = sv_broker_clock_us();
  p->next = b->paces;
  b->paces = p;
  return p;
}

/* The pace of HOST; a host that is new has one of its own until its address is known. */
static struct sv_pace *pace_of(struct sv_broker *b, const char *host)
{
  struct sv_pace *p = sv_map_gets(&b->hosts, host);
  if (p)
    return p;
  const char *key = sv_broker_intern(b, host);
  p = new_pace(b);
  return p && sv_map_set(&b->hosts, key, strlen(key), p) == SV_OK ? p : NULL;
}

static void append(struct sv_pace *p, struct sv_entry *e)
{
  e->next = NULL;
  e->pace = p;
  if (p->last)
    p->last->next = e;
  else
    p->first = e;
  p->last = e;
}

static struct sv_entry *take_first(struct sv_pace *p)
{
  struct sv_entry *e = p->first;
  p->first = e->next;
  if (!p->first)
    p->last = NULL;
  e->next = NULL;
  return e;
}

void sv_pace_queue(struct sv_broker *b, struct sv_entry *e)
{
  struct sv_pace *p = pace_of(b, e->where.host);
  if (p)
    append(p, e);
  else
    sv_entry_refuse(b, e, "lost", "There is not enough memory to ask.");
}

/* Two names of one address are one host: the second joins the first. */
static void join_by_address(struct sv_broker *b, const struct sv_entry *e, const char *address)
{
  struct sv_pace *known = sv_map_gets(&b->addresses, address);
  struct sv_pace *own = sv_map_gets(&b->hosts, e->where.host);
  if (known == own || !own)
    return;
  if (!known) {
    const char *key = sv_broker_intern(b, address);
    /* Without memory for it the names are paced one by one. */
    const enum sv_status kept = sv_map_set(&b->addresses, key, strlen(key), own);
    (void)kept;
    return;
  }
  const char *key = sv_broker_intern(b, e->where.host);
  if (sv_map_set(&b->hosts, key, strlen(key), known) != SV_OK)
    return;
  while (own->first)
    append(known, take_first(own));
}

/* Tokens come a little slower than allowed, so that jitter on the way does not show as more. A host
 * that may be asked often gets them in small groups: timers count milliseconds. */
static bool take_token(const struct sv_broker *b, struct sv_pace *p, uint64_t now,
                       uint64_t *wait_us)
{
  const double rate = b->rate <= 50 ? b->rate * 0.95 : b->rate;
  const double most = b->rate <= 50 ? 1 : b->rate / 50.0;
  p->tokens += (double)(now - p->filled_us) * rate / 1e6;
  p->filled_us = now;
  if (p->tokens > most)
    p->tokens = most;
  if (p->tokens >= 1) {
    p->tokens -= 1;
    return true;
  }
  const uint64_t wait = (uint64_t)((1 - p->tokens) / rate * 1e6) + 1;
  if (wait < *wait_us)
    *wait_us = wait;
  return false;
}

static void refuse_all(struct sv_broker *b, struct sv_pace *p)
{
  while (p->first)
    sv_entry_refuse(b, take_first(p), p->left_alone, p->left_detail);
}

static void run_pace(struct sv_broker *b, struct sv_pace *p, uint64_t now, uint64_t *wait_us)
{
  if (p->left_alone)
    refuse_all(b, p);
  if (p->first && p->blocked_until_us > now) {
    if (p->blocked_until_us - now < *wait_us)
      *wait_us = p->blocked_until_us - now;
    return;
  }
  while (p->first && p->active < b->concurrency && b->in_flight < SV_NET_TRANSFERS_MAX) {
    if (b->counts.sent >= b->requests) {
      sv_entry_refuse(b, take_first(p), "budget", "The run has sent as many requests as it may.");
      continue;
    }
    if (!take_token(b, p, now, wait_us))
      return;
    p->active++;
    sv_broker_net_send(b, take_first(p));
  }
}

void sv_pace_run(struct sv_broker *b, uint64_t *wait_us)
{
  const uint64_t now = sv_broker_clock_us();
  for (struct sv_pace *p = b->paces; p; p = p->next)
    if (p->first)
      run_pace(b, p, now, wait_us);
}

static const char *header(const struct sv_answer *a, const char *name)
{
  const size_t size = strlen(name);
  for (size_t i = 0; i < a->header_count; i++)
    if (sv_equal_nocase_n(a->headers[i], size, name) && a->headers[i][size] == ':')
      return a->headers[i] + size + 1 + strspn(a->headers[i] + size + 1, " \t");
  return NULL;
}

/* RFC 9110 10.2.3: how many seconds to wait, seen from NOW; -1 when VALUE says nothing that can be
 * followed. */
static int64_t retry_after(const char *value, int64_t now)
{
  unsigned long long seconds;
  int64_t date;
  const size_t size = strcspn(value, " \t");
  if (value[size] == '\0' && sv_parse_uint(value, size, 1ULL << 60, &seconds))
    return (int64_t)seconds;
  if (size && strspn(value, "0123456789") == size)
    return INT64_MAX; /* more digits than any wait has */
  if (sv_http_date_parse(value, strlen(value), now, &date) && date >= now)
    return date - now;
  return -1;
}

static bool again(struct sv_broker *b, struct sv_entry *e, const struct sv_answer *answer,
                  uint64_t wait_us)
{
  struct sv_pace *p = e->pace;
  const uint64_t until = sv_broker_clock_us() + wait_us;
  if (until > p->blocked_until_us)
    p->blocked_until_us = until;
  sv_entry_supersede(b, e, answer);
  e->state = SV_ENTRY_WAITING;
  e->next = p->first;
  p->first = e;
  if (!p->last)
    p->last = e;
  return true;
}

/* Whether and how soon an exchange that failed with ERROR is tried again; 0: not. */
static uint64_t back_off(const char *error, unsigned attempts)
{
  static const struct {
    const char *error;
    unsigned tries;
  } table[] = { { "connect", 2 }, { "dns", 2 }, { "closed", TRIES_MOST } };
  for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
    if (strcmp(table[i].error, error) == 0 && attempts < table[i].tries)
      return (uint64_t)BACK_OFF_US << (attempts - 1);
  return 0;
}

static void note_failure(struct sv_broker *b, struct sv_pace *p, const struct sv_answer *answer)
{
  static const char *const of_the_host[] = { "connect", "dns", "closed", "timeout" };
  bool counts = false;
  for (size_t i = 0; i < sizeof of_the_host / sizeof of_the_host[0]; i++)
    counts = counts || strcmp(of_the_host[i], answer->error) == 0;
  if (!counts || ++p->failures < FAILURES_MOST)
    return;
  p->left_alone = sv_broker_intern(b, answer->error);
  p->left_detail = "The host was left alone after three requests in a row that it did not answer.";
}

/* 429 and 503: the host says how long to wait, and is asked again after that. Without a wait that
 * can be followed the answer stands, and the host is given a pause. */
static bool busy(struct sv_broker *b, struct sv_entry *e, const struct sv_answer *answer)
{
  const char *value = header(answer, "retry-after");
  const int64_t wait = value ? retry_after(value, answer->started_ms / 1000) : -1;
  struct sv_pace *p = e->pace;
  if (wait > RETRY_AFTER_MOST_S) {
    p->left_alone = "retry-after";
    p->left_detail = "The host asked to be left alone for longer than 120 seconds.";
    return false;
  }
  if (wait >= 0 && e->safe && e->attempts < TRIES_MOST)
    return again(b, e, answer, (uint64_t)wait * 1000000);
  if (wait >= 0 || answer->status == 429)
    p->blocked_until_us =
        sv_broker_clock_us() + (uint64_t)(wait < 0 ? BUSY_WAIT_S : wait) * 1000000;
  return false;
}

static bool is_odd(const struct sv_ask *ask)
{
  for (size_t i = 0; i < ask->header_count; i++)
    if (sv_odd_is_line(ask->headers[i]))
      return true;
  return false;
}

bool sv_pace_answered(struct sv_broker *b, struct sv_entry *e, const struct sv_answer *answer)
{
  struct sv_pace *p = e->pace;
  p->active--;
  if (answer->address)
    join_by_address(b, e, answer->address);
  if (!answer->error)
    p->failures = 0;
  if (answer->status == 429 || answer->status == 503)
    return busy(b, e, answer);
  if (!answer->error)
    return false;
  /* A host that does not answer what it should refuse is not away, and need not be asked twice. */
  const bool is_probe = sv_method_is_probe(e->ask.method) || is_odd(&e->ask);
  const bool may_again = e->safe && (!is_probe || strcmp(answer->error, "connect") == 0);
  const uint64_t wait = may_again ? back_off(answer->error, e->attempts) : 0;
  if (wait)
    return again(b, e, answer, wait);
  if (!is_probe)
    note_failure(b, p, answer);
  return false;
}

void sv_paces_free(struct sv_broker *b)
{
  while (b->paces) {
    struct sv_pace *next = b->paces->next;
    free(b->paces);
    b->paces = next;
  }
}
