// SPDX-License-Identifier: Apache-2.0
/* Gathering and sorting. Equal requests are one, as they are in a run. */
#include "runner/requests.h"

#include "runner/broker.h"

#include <stdlib.h>
#include <string.h>

enum { ARENA_MOST = 256 << 20, KEY_MOST = 64 << 20 };

static bool copy(struct sv_arena *a, const struct sv_ask *from, struct sv_ask *to)
{
  const char **headers = sv_arena_calloc(a, from->header_count + 1, sizeof *headers);
  *to = (struct sv_ask){ .method = sv_arena_strdup(a, from->method),
                         .url = sv_arena_strdup(a, from->url),
                         .headers = headers,
                         .header_count = from->header_count,
                         .body_size = from->body_size,
                         .http_1 = from->http_1 };
  for (size_t i = 0; headers && i < from->header_count; i++)
    if (!(headers[i] = sv_arena_strdup(a, from->headers[i])))
      return false;
  if (from->credential && !(to->credential = sv_arena_strdup(a, from->credential)))
    return false;
  return headers && to->method && to->url;
}

/* The request of ASK; a new one when it was not seen before. NULL without memory. */
static struct sv_request_planned *find(struct sv_requests *r, const struct sv_ask *ask)
{
  struct sv_buf key = SV_BUF(KEY_MOST);
  struct sv_request_planned *p = NULL;
  if (sv_ask_key(ask, &key) == SV_OK && sv_buf_addf(&key, "%zu", ask->body_size) == SV_OK) {
    p = sv_map_get(&r->by_key, key.data, key.size);
    char *kept = p ? NULL : sv_arena_copy(&r->arena, key.data, key.size);
    if (kept) {
      p = sv_arena_calloc(&r->arena, 1, sizeof *p);
      if (p &&
          (!copy(&r->arena, ask, &p->ask) || sv_map_set(&r->by_key, kept, key.size, p) != SV_OK))
        p = NULL;
      if (p) {
        if (r->last)
          r->last->next = p;
        else
          r->first = p;
        r->last = p;
        r->count++;
      }
    }
  }
  sv_buf_free(&key);
  return p;
}

static bool serve(struct sv_requests *r, struct sv_request_planned *p, const struct sv_result *by,
                  unsigned pass)
{
  struct sv_serving **at = &p->serving;
  for (; *at; at = &(*at)->next) {
    const int order = strcmp((*at)->check, by->check);
    const int place = order ? order : strcmp((*at)->endpoint, by->endpoint);
    if (place == 0) {
      (*at)->passes |= pass;
      return true;
    }
    if (place > 0)
      break;
  }
  struct sv_serving *s = sv_arena_calloc(&r->arena, 1, sizeof *s);
  if (!s)
    return false;
  *s = (struct sv_serving){ .next = *at,
                            .check = sv_arena_strdup(&r->arena, by->check),
                            .endpoint = sv_arena_strdup(&r->arena, by->endpoint),
                            .passes = pass };
  *at = s;
  p->serving_count++;
  return s->check && s->endpoint;
}

static void count_jobs(struct sv_requests *r, const struct sv_run *run)
{
  r->jobs = r->silent_jobs = r->left_out = 0;
  for (size_t i = 0; i < run->result_count; i++) {
    const struct sv_result *result = &run->results[i];
    const bool unsafe = result->outcome == SV_UNTESTED && result->attribution == SV_CONFIGURATION;
    if (result->outcome == SV_INAPPLICABLE && result->reason)
      continue; /* nothing of the target concerns it */
    r->jobs++;
    r->left_out += unsafe;
    r->silent_jobs += !unsafe && result->exchange_count == 0;
  }
}

enum sv_status sv_requests_add(struct sv_requests *r, const struct sv_run *run,
                               const struct sv_exchange *const *exchanges, size_t count,
                               unsigned pass)
{
  if (r->arena.limit == 0)
    r->arena = SV_ARENA(ARENA_MOST);
  if (pass == SV_PASS_EMPTY)
    count_jobs(r, run);
  for (size_t i = 0; i < run->result_count; i++) {
    const struct sv_result *by = &run->results[i];
    for (size_t n = 0; n < by->exchange_count; n++) {
      const uint32_t x = by->exchanges[n];
      if (x == 0 || x > count || exchanges[x - 1]->refused_from)
        continue;
      struct sv_request_planned *p = find(r, &exchanges[x - 1]->ask);
      if (!p || !serve(r, p, by, pass))
        return SV_NO_MEMORY;
      p->passes |= pass;
    }
  }
  return SV_OK;
}

/* 0: asked whatever the answers, 1: by some of them, 2: only by those of the recording. */
static int when(const struct sv_request_planned *p)
{
  if ((p->passes & SV_PASS_MADE_UP) == SV_PASS_MADE_UP)
    return 0;
  return p->passes & SV_PASS_MADE_UP ? 1 : 2;
}

const char *sv_request_when(const struct sv_request_planned *p)
{
  static const char *const words[] = { "always", "sometimes", "recorded" };
  return words[when(p)];
}

static int by_place(const void *a, const void *b)
{
  const struct sv_request_planned *x = *(const struct sv_request_planned *const *)a;
  const struct sv_request_planned *y = *(const struct sv_request_planned *const *)b;
  int order = when(x) - when(y);
  order = order ? order : strcmp(x->ask.url, y->ask.url);
  order = order ? order : strcmp(x->ask.method, y->ask.method);
  order = order ? order : (int)x->ask.http_1 - (int)y->ask.http_1;
  order = order ? order : (x->ask.credential != NULL) - (y->ask.credential != NULL);
  order = order ? order
                : (x->ask.header_count > y->ask.header_count) -
                      (x->ask.header_count < y->ask.header_count);
  for (size_t i = 0; order == 0 && i < x->ask.header_count; i++)
    order = strcmp(x->ask.headers[i], y->ask.headers[i]);
  return order;
}

const struct sv_request_planned *const *sv_requests_sorted(struct sv_requests *r)
{
  const struct sv_request_planned **list = sv_arena_calloc(&r->arena, r->count + 1, sizeof *list);
  size_t n = 0;
  for (const struct sv_request_planned *p = r->first; list && p; p = p->next)
    list[n++] = p;
  if (list && n)
    qsort(list, n, sizeof *list, by_place);
  return list;
}

static json_t *row(const struct sv_request_planned *p)
{
  json_t *checks = json_array();
  json_t *headers = json_array();
  for (const struct sv_serving *s = p->serving; s; s = s->next)
    (void)json_array_append_new(checks,
                                json_pack("{s:s,s:s}", "check", s->check, "endpoint", s->endpoint));
  for (size_t i = 0; i < p->ask.header_count; i++)
    (void)json_array_append_new(headers, json_string(p->ask.headers[i]));
  return json_pack("{s:o,s:s?,s:o,s:s?,s:s,s:b,s:s,s:s}", "checks", checks, "credential",
                   p->ask.credential, "headers", headers, "http", p->ask.http_1 ? "1.1" : NULL,
                   "method", p->ask.method, "safe", (int)sv_broker_is_safe(p->ask.method), "url",
                   p->ask.url, "when", sv_request_when(p));
}

json_t *sv_requests_json(struct sv_requests *r)
{
  const struct sv_request_planned *const *list = sv_requests_sorted(r);
  json_t *rows = list ? json_array() : NULL;
  for (size_t i = 0; rows && i < r->count; i++)
    if (json_array_append_new(rows, row(list[i])) != 0) {
      json_decref(rows);
      return NULL;
    }
  return rows;
}

void sv_requests_free(struct sv_requests *r)
{
  sv_map_free(&r->by_key);
  sv_arena_free(&r->arena);
  *r = (struct sv_requests){ .arena = { 0 } };
}
