// SPDX-License-Identifier: Apache-2.0
/* Numbers by first use. */
#include "runner/renumber.h"

#include <stdlib.h>
#include <string.h>

/* An exchange among those that one result used, or that none did. */
struct used {
  const struct sv_exchange_record *x;
};

struct numbering {
  struct sv_run *run;
  const struct sv_result **order; /* by check and endpoint */
  struct used *some;
  uint32_t *now; /* by old number; 0: not yet */
  uint32_t last;
};

static int by_check(const void *a, const void *b)
{
  const struct sv_result *x = *(const struct sv_result *const *)a;
  const struct sv_result *y = *(const struct sv_result *const *)b;
  const int order = strcmp(x->check, y->check);
  return order ? order : strcmp(x->endpoint, y->endpoint);
}

/* The curl line has method, address, headers and credential. What looks the same was asked by one
 * check in its own order. */
static int by_request(const void *a, const void *b)
{
  const struct sv_exchange_record *x = ((const struct used *)a)->x;
  const struct sv_exchange_record *y = ((const struct used *)b)->x;
  int order = strcmp(x->url, y->url);
  order = order ? order : strcmp(x->method, y->method);
  order = order ? order : strcmp(x->curl ? x->curl : "", y->curl ? y->curl : "");
  return order ? order : (x->n > y->n) - (x->n < y->n);
}

static int by_value(const void *a, const void *b)
{
  const uint32_t x = *(const uint32_t *)a;
  const uint32_t y = *(const uint32_t *)b;
  return (x > y) - (x < y);
}

/* Gives the next numbers to the COUNT of N->some. */
static void number(struct numbering *n, size_t count)
{
  if (count)
    qsort(n->some, count, sizeof *n->some, by_request);
  for (size_t i = 0; i < count; i++)
    n->now[n->some[i].x->n] = ++n->last;
}

static void number_used(struct numbering *n)
{
  const struct sv_run *run = n->run;
  for (size_t i = 0; i < run->result_count; i++) {
    const struct sv_result *r = n->order[i];
    size_t count = 0;
    for (size_t k = 0; k < r->exchange_count; k++) {
      const uint32_t old = r->exchanges[k];
      if (old >= 1 && old <= run->exchange_count && !n->now[old])
        n->some[count++].x = &run->exchanges[old - 1];
    }
    number(n, count);
  }
}

static void number_rest(struct numbering *n)
{
  size_t count = 0;
  for (size_t i = 0; i < n->run->exchange_count; i++)
    if (!n->now[i + 1])
      n->some[count++].x = &n->run->exchanges[i];
  number(n, count);
}

static uint32_t renamed(const struct numbering *n, uint32_t old)
{
  return old <= n->run->exchange_count ? n->now[old] : 0;
}

/* The lists are the run's own, made by the cases; what is const here is so for readers. */
static void rename_all(const struct numbering *n)
{
  struct sv_run *run = n->run;
  for (size_t i = 0; i < run->result_count; i++) {
    struct sv_result *r = &run->results[i];
    uint32_t *list = (uint32_t *)(uintptr_t)r->exchanges;
    for (size_t k = 0; k < r->exchange_count; k++)
      list[k] = renamed(n, list[k]);
    if (r->exchange_count)
      qsort(list, r->exchange_count, sizeof *list, by_value);
    struct sv_finding_record *f = (struct sv_finding_record *)(uintptr_t)r->findings;
    for (size_t k = 0; k < r->finding_count; k++)
      f[k].exchange = renamed(n, f[k].exchange);
  }
  for (size_t i = 0; i < run->fact_count; i++)
    run->facts[i].exchange = renamed(n, run->facts[i].exchange);
  for (size_t i = 0; i < run->exchange_count; i++)
    run->exchanges[i].n = renamed(n, run->exchanges[i].n);
}

enum sv_status sv_renumber(struct sv_run *run)
{
  struct numbering n = { .run = run,
                         .order = calloc(run->result_count + 1, sizeof *n.order),
                         .some = calloc(run->exchange_count + 1, sizeof *n.some),
                         .now = calloc(run->exchange_count + 1, sizeof *n.now) };
  const bool good = n.order && n.some && n.now;
  if (good) {
    for (size_t i = 0; i < run->result_count; i++)
      n.order[i] = &run->results[i];
    if (run->result_count)
      qsort(n.order, run->result_count, sizeof *n.order, by_check);
    number_used(&n);
    number_rest(&n);
    rename_all(&n);
  }
  free(n.order);
  free(n.some);
  free(n.now);
  return good ? SV_OK : SV_NO_MEMORY;
}
