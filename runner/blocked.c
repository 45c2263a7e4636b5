// SPDX-License-Identifier: Apache-2.0
/* Finding what a check was blocked by. Only a failure of the target blocks: what could not be
 * reached for any other reason stays cantTell. */
#include "runner/blocked.h"

#include <stdlib.h>
#include <string.h>

static const char reason[] = N_("blocked by another check that failed");

/* An origin that could not be connected to, and the first check by id that failed for it. */
struct blocker {
  const char *origin; /* borrowed from a URL */
  size_t size;
  const char *check;
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

/* Scheme, host and port of X when there was no connection; size 0: there was. */
static struct blocker origin_of(const struct sv_exchange_record *x)
{
  const char *host = x && is_no_connection(x->error) ? strstr(x->url, "://") : NULL;
  if (!host)
    return (struct blocker){ .size = 0 };
  return (struct blocker){ .origin = x->url,
                           .size = (size_t)(host - x->url) + 3 + strcspn(host + 3, "/?#") };
}

static struct blocker *find(const struct blockers *b, const struct blocker *o)
{
  for (size_t i = 0; i < b->count; i++)
    if (b->items[i].size == o->size && memcmp(b->items[i].origin, o->origin, o->size) == 0)
      return &b->items[i];
  return NULL;
}

static const struct sv_exchange_record *exchange(const struct sv_run *run, const struct blockers *b,
                                                 uint32_t n)
{
  return n && n <= run->exchange_count ? b->by_number[n] : NULL;
}

/* Notes the origins for which R failed. */
static void note(const struct sv_run *run, struct blockers *b, const struct sv_result *r)
{
  for (size_t i = 0; i < r->finding_count; i++) {
    struct blocker o = origin_of(exchange(run, b, r->findings[i].exchange));
    if (r->findings[i].outcome != SV_FAILED || !o.size)
      continue;
    struct blocker *known = find(b, &o);
    if (!known) {
      known = &b->items[b->count++];
      *known = o;
      known->check = r->check;
    } else if (strcmp(r->check, known->check) < 0) {
      known->check = r->check;
    }
  }
}

/* What R was blocked by, or NULL. */
static const char *blocker_of(const struct sv_run *run, const struct blockers *b,
                              const struct sv_result *r)
{
  for (size_t i = 0; i < r->exchange_count; i++) {
    const struct blocker o = origin_of(exchange(run, b, r->exchanges[i]));
    const struct blocker *known = o.size ? find(b, &o) : NULL;
    if (known)
      return known->check;
  }
  return NULL;
}

static void mark(struct sv_run *run, struct blockers *b)
{
  for (size_t i = 0; i < run->exchange_count; i++)
    if (run->exchanges[i].n && run->exchanges[i].n <= run->exchange_count)
      b->by_number[run->exchanges[i].n] = &run->exchanges[i];
  for (size_t i = 0; i < run->result_count; i++)
    if (run->results[i].outcome == SV_FAILED)
      note(run, b, &run->results[i]);
  for (size_t i = 0; i < run->result_count && b->count; i++) {
    struct sv_result *r = &run->results[i];
    const char *by =
        r->outcome == SV_CANT_TELL && r->attribution == SV_NETWORK ? blocker_of(run, b, r) : NULL;
    if (!by)
      continue;
    r->blocked_by = by;
    r->outcome = SV_UNTESTED;
    r->reason = reason;
  }
}

enum sv_status sv_blocked_mark(struct sv_run *run)
{
  struct blockers b = { .by_number = calloc(run->exchange_count + 1, sizeof *b.by_number),
                        .items = calloc(run->exchange_count + 1, sizeof *b.items) };
  const bool good = b.by_number && b.items;
  if (good)
    mark(run, &b);
  free(b.by_number);
  free(b.items);
  return good ? SV_OK : SV_NO_MEMORY;
}
