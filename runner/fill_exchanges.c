// SPDX-License-Identifier: Apache-2.0
/* Exchanges as reports see them. Ten thousand of them must be cheap: strings are copied once,
 * certificates are kept once for all exchanges that showed the same. */
#include "runner/fill.h"

#include "engines/base/ascii.h"
#include "runner/clean.h"

#include <stdlib.h>
#include <string.h>

struct filling {
  struct sv_run *run;
  const struct sv_target *target;
  bool *wanted; /* by number: a finding names it */
  const struct sv_tls *last_tls;
};

static const char *copy(struct filling *f, const char *text, bool *bad)
{
  const char *kept = sv_arena_strdup(&f->run->arena, text);
  *bad |= text && !kept;
  return kept;
}

static const struct sv_header_field *fields(struct filling *f, const char *const *lines,
                                            size_t count, bool *bad)
{
  struct sv_header_field *list =
      count ? sv_arena_calloc(&f->run->arena, count, sizeof *list) : NULL;
  *bad |= count && !list;
  for (size_t i = 0; list && i < count; i++) {
    const size_t name = strcspn(lines[i], ":");
    const char *value = lines[i] + name + (lines[i][name] == ':');
    list[i].name = sv_arena_copy(&f->run->arena, lines[i], name);
    list[i].value = copy(f, value + strspn(value, " \t"), bad);
    *bad |= !list[i].name;
  }
  return list;
}

static const char *const *names(struct filling *f, const char *const *from, bool *bad)
{
  size_t n = 0;
  while (from && from[n])
    n++;
  const char **list = sv_arena_calloc(&f->run->arena, n + 1, sizeof *list);
  *bad |= !list;
  for (size_t i = 0; list && i < n; i++)
    list[i] = copy(f, from[i], bad);
  return list;
}

static void copy_chain(struct filling *f, const struct sv_tls *from, struct sv_tls *t, bool *bad)
{
  struct sv_certificate *chain =
      sv_arena_calloc(&f->run->arena, from->chain_count + 1, sizeof *chain);
  *bad |= !chain;
  for (size_t i = 0; chain && i < from->chain_count; i++) {
    const struct sv_certificate *c = &from->chain[i];
    chain[i] = *c;
    chain[i].subject = copy(f, c->subject, bad);
    chain[i].issuer = copy(f, c->issuer, bad);
    chain[i].serial = copy(f, c->serial, bad);
    chain[i].sha256 = copy(f, c->sha256, bad);
    chain[i].key_type = copy(f, c->key_type, bad);
    chain[i].signature_algorithm = copy(f, c->signature_algorithm, bad);
    chain[i].names = names(f, c->names, bad);
  }
  t->chain = chain;
}

static bool same_text(const char *a, const char *b)
{
  return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_tls(const struct sv_tls *a, const struct sv_tls *b)
{
  bool same = a->chain_count == b->chain_count && a->name_matches == b->name_matches &&
              same_text(a->version, b->version) && same_text(a->cipher, b->cipher) &&
              same_text(a->alpn, b->alpn) && same_text(a->verify, b->verify);
  for (size_t i = 0; same && i < a->chain_count; i++)
    same = same_text(a->chain[i].sha256, b->chain[i].sha256);
  return same;
}

static const struct sv_tls *copy_tls(struct filling *f, const struct sv_tls *from, bool *bad)
{
  if (f->last_tls && same_tls(f->last_tls, from))
    return f->last_tls;
  struct sv_tls *t = sv_arena_calloc(&f->run->arena, 1, sizeof *t);
  *bad |= !t;
  if (!t)
    return NULL;
  *t = *from;
  t->version = copy(f, from->version, bad);
  t->cipher = copy(f, from->cipher, bad);
  t->alpn = copy(f, from->alpn, bad);
  t->verify = copy(f, from->verify, bad);
  copy_chain(f, from, t, bad);
  f->last_tls = t;
  return t;
}

static const char *header(const struct sv_answer *a, const char *name)
{
  for (size_t i = 0; i < a->header_count; i++) {
    const size_t size = strcspn(a->headers[i], ":");
    if (a->headers[i][size] == ':' && sv_equal_nocase_n(a->headers[i], size, name))
      return a->headers[i] + size + 1 + strspn(a->headers[i] + size + 1, " \t");
  }
  return NULL;
}

/* Whether the body is something to read. */
static bool is_text(const struct sv_answer *a)
{
  static const char *const words[] = { "text/",     "json", "xml",       "turtle",
                                       "n-triples", "yaml", "javascript" };
  const char *type = header(a, "content-type");
  for (size_t i = 0; type && i < sizeof words / sizeof words[0]; i++)
    if (strcasestr(type, words[i]))
      return true;
  return false;
}

/* The beginning of the text. */
static const char *excerpt(struct filling *f, const struct sv_exchange *x, bool *bad)
{
  const struct sv_answer *a = &x->answer;
  if (!a->body_size || !is_text(a))
    return NULL;
  const size_t size = a->body_size < SV_EXCERPT_MOST ? a->body_size : SV_EXCERPT_MOST;
  const char *kept = sv_clean_bytes(&f->run->arena, a->body, size, SV_EXCERPT_MOST);
  *bad |= !kept;
  return kept;
}

static bool record(struct filling *f, const struct sv_exchange *x, struct sv_exchange_record *r)
{
  const struct sv_answer *a = &x->answer;
  bool bad = false;
  *r = (struct sv_exchange_record){ .n = x->n,
                                    .status = a->status,
                                    .marks = a->marks,
                                    .duration_ms = a->duration_ms,
                                    .attempts = a->attempts,
                                    .request_header_count = a->sent_header_count,
                                    .response_header_count = a->header_count,
                                    .body_size = a->body_size };
  r->method = copy(f, x->ask.method, &bad);
  r->url = copy(f, x->ask.url, &bad);
  r->error = copy(f, a->error, &bad);
  r->detail = copy(f, a->detail, &bad);
  r->request_headers = fields(f, a->sent_headers, a->sent_header_count, &bad);
  r->response_headers = fields(f, a->headers, a->header_count, &bad);
  r->http_version = copy(f, a->http_version, &bad);
  r->tls = a->has_tls ? copy_tls(f, &a->tls, &bad) : NULL;
  r->body_sha256 = a->body_sha256[0] ? copy(f, a->body_sha256, &bad) : NULL;
  r->started = sv_time_text(&f->run->arena, a->started_ms);
  r->curl = sv_curl_line(&f->run->arena, &x->ask, f->target);
  if (f->wanted[x->n])
    r->excerpt = excerpt(f, x, &bad);
  return !bad && r->started && r->curl;
}

static void mark_wanted(struct filling *f, size_t count)
{
  for (size_t i = 0; i < f->run->result_count; i++)
    for (size_t n = 0; n < f->run->results[i].finding_count; n++) {
      const uint32_t x = f->run->results[i].findings[n].exchange;
      if (x <= count)
        f->wanted[x] = true;
    }
}

enum sv_status sv_fill_exchanges(struct sv_run *run, const struct sv_broker *b,
                                 const struct sv_target *t)
{
  size_t count = 0;
  const struct sv_exchange *const *all = sv_broker_exchanges(b, &count);
  run->exchanges = sv_arena_calloc(&run->arena, count + 1, sizeof *run->exchanges);
  struct filling f = { .run = run, .target = t, .wanted = calloc(count + 1, 1) };
  bool good = run->exchanges && f.wanted;
  if (good)
    mark_wanted(&f, count);
  for (size_t i = 0; good && i < count; i++)
    good = all[i]->n <= count && record(&f, all[i], &run->exchanges[i]);
  run->exchange_count = good ? count : 0;
  free(f.wanted);
  return good ? SV_OK : SV_NO_MEMORY;
}
