// SPDX-License-Identifier: Apache-2.0
/* Finding what a check was blocked by. An origin without a connection blocks when a check failed
 * for it; an address or a file where there is nothing to judge is told of once, and the rest refer
 * to that. */
#include "runner/blocked.h"

#include <stdlib.h>
#include <string.h>

enum { NOTHING = 400 }; /* from this status on there is nothing to judge at an address */

static const char by_failure[] = N_("blocked by another check that failed");
static const char by_doubt[] = N_("blocked: another check says why there is nothing to judge here");

/* A place where nothing could be judged, and the result that tells so. */
struct blocker {
  const char *place; /* borrowed from a URL or a file's name */
  size_t size;
  const char *words; /* what was said of it; NULL: anything */
  const struct sv_result *cause;
};

struct blockers {
  const struct sv_exchange_record **by_number;
  struct blocker *items;
  size_t count;
};

static bool is_no_connection(const char *error)
{
  static const char *const errors[] = { "dns", "connect", "tls", "closed", "timeout" };
  for (size_t i = 0; error && i < sizeof errors / sizeof errors[0]; i++)
    if (strcmp(error, errors[i]) == 0)
      return true;
  return false;
}

static struct blocker whole(const char *place)
{
  return (struct blocker){ .place = place, .size = place ? strlen(place) : 0 };
}

/* Scheme, host and port of X when there was no connection; size 0: there was. */
static struct blocker origin_of(const struct sv_exchange_record *x)
{
  const char *host = x && is_no_connection(x->error) ? strstr(x->url, "://") : NULL;
  if (!host)
    return whole(NULL);
  return (struct blocker){ .place = x->url,
                           .size = (size_t)(host - x->url) + 3 + strcspn(host + 3, "/?#") };
}

/* The address of X when it answered. */
static struct blocker address_of(const struct sv_exchange_record *x)
{
  return whole(x && !x->error ? x->url : NULL);
}

static const struct sv_exchange_record *exchange(const struct sv_run *run, const struct blockers *b,
                                                 uint32_t n)
{
  return n && n <= run->exchange_count ? b->by_number[n] : NULL;
}

/* Where R could not tell: a file that is not there, or an address that answered; size 0: neither.
 */
static struct blocker place_of(const struct sv_run *run, const struct blockers *b,
                               const struct sv_result *r)
{
  if (r->outcome != SV_CANT_TELL || r->finding_count == 0)
    return whole(NULL);
  const struct sv_finding_record *f = &r->findings[0];
  return r->is_missing && !f->exchange ? whole(f->where.file)
                                       : address_of(exchange(run, b, f->exchange));
}

/* The same as a blocker of others: where an answer can be judged, of those who say the same of it.
 */
static struct blocker doubt_of(const struct sv_run *run, const struct blockers *b,
                               const struct sv_result *r)
{
  struct blocker place = place_of(run, b, r);
  const struct sv_exchange_record *x =
      place.size ? exchange(run, b, r->findings[0].exchange) : NULL;
  if (x && x->status < NOTHING)
    place.words = r->findings[0].text;
  return place;
}

static bool is_same(const struct blocker *a, const struct blocker *b)
{
  const bool same_words =
      a->words && b->words ? strcmp(a->words, b->words) == 0 : a->words == b->words;
  return same_words && a->size == b->size && memcmp(a->place, b->place, a->size) == 0;
}

static struct blocker *find(const struct blockers *b, const struct blocker *o)
{
  for (size_t i = 0; o->size && i < b->count; i++)
    if (is_same(&b->items[i], o))
      return &b->items[i];
  return NULL;
}

/* Whether A tells of a place before B: what failed, then what is about an endpoint rather than
 * about all of them, then by the names of check and endpoint. */
static bool is_before(const struct sv_result *a, const struct sv_result *b)
{
  if ((a->outcome == SV_FAILED) != (b->outcome == SV_FAILED))
    return a->outcome == SV_FAILED;
  if ((a->endpoint[0] == '\0') != (b->endpoint[0] == '\0'))
    return b->endpoint[0] == '\0';
  const int order = strcmp(a->check, b->check);
  return order ? order < 0 : strcmp(a->endpoint, b->endpoint) < 0;
}

static void add(struct blockers *b, struct blocker place, const struct sv_result *r)
{
  struct blocker *known = find(b, &place);
  if (known && is_before(r, known->cause))
    known->cause = r;
  if (known || !place.size)
    return;
  place.cause = r;
  b->items[b->count++] = place;
}

/* Notes the places that R tells of: at most one for each exchange, or for each result. */
static void note(const struct sv_run *run, struct blockers *b, const struct sv_result *r)
{
  if (r->outcome != SV_FAILED) {
    add(b, doubt_of(run, b, r), r);
    if (r->outcome == SV_CANT_TELL && r->attribution == SV_NETWORK && r->finding_count)
      add(b, origin_of(exchange(run, b, r->findings[0].exchange)), r);
    return;
  }
  for (size_t i = 0; i < r->finding_count; i++) {
    const struct sv_exchange_record *x = exchange(run, b, r->findings[i].exchange);
    if (r->findings[i].outcome != SV_FAILED)
      continue;
    add(b, origin_of(x), r);
    if (r->is_presence)
      add(b, address_of(x), r);
  }
}

/* The result that R was blocked by, or NULL. */
static const struct sv_result *blocker_of(const struct sv_run *run, const struct blockers *b,
                                          const struct sv_result *r)
{
  const struct blocker place = place_of(run, b, r);
  const struct blocker doubt = doubt_of(run, b, r);
  const struct blocker *known = find(b, &place);
  if (!known || (doubt.words && known->cause->outcome != SV_FAILED))
    known = find(b, &doubt);
  for (size_t i = 0; r->attribution == SV_NETWORK && !known && i < r->exchange_count; i++) {
    const struct blocker o = origin_of(exchange(run, b, r->exchanges[i]));
    known = find(b, &o);
  }
  return known && known->cause != r ? known->cause : NULL;
}

static void mark(struct sv_run *run, struct blockers *b)
{
  for (size_t i = 0; i < run->exchange_count; i++)
    if (run->exchanges[i].n && run->exchanges[i].n <= run->exchange_count)
      b->by_number[run->exchanges[i].n] = &run->exchanges[i];
  for (size_t i = 0; i < run->result_count; i++)
    note(run, b, &run->results[i]);
  for (size_t i = 0; i < run->result_count && b->count; i++) {
    struct sv_result *r = &run->results[i];
    const struct sv_result *by = r->outcome == SV_CANT_TELL ? blocker_of(run, b, r) : NULL;
    if (!by)
      continue;
    r->blocked_by = by->check;
    r->reason = by->outcome == SV_FAILED ? by_failure : by_doubt;
    r->outcome = SV_UNTESTED;
    if (place_of(run, b, by).size || by->is_presence)
      r->attribution = by->attribution;
    r->findings = NULL;
    r->finding_count = 0;
  }
}

enum sv_status sv_blocked_mark(struct sv_run *run)
{
  const size_t most = run->exchange_count * 2 + run->result_count + 1;
  struct blockers b = { .by_number = calloc(run->exchange_count + 1, sizeof *b.by_number),
                        .items = calloc(most, sizeof *b.items) };
  const bool good = b.by_number && b.items;
  if (good)
    mark(run, &b);
  free(b.by_number);
  free(b.items);
  return good ? SV_OK : SV_NO_MEMORY;
}
