// SPDX-License-Identifier: Apache-2.0
/* What a worker may say while a check runs, and main's answers. */
#include "runner/lane.h"

#include "engines/base/ascii.h"
#include "engines/http/odd.h"
#include "runner/clean.h"

#include <stdlib.h>
#include <string.h>

enum { HEADERS_MOST = 100 };

static const char torn[] = "a message that cannot be read";
static const char no_memory[] = "more than memory holds";

typedef const char *handler(struct sv_lane *l, struct sv_unpack *u);

static handler hear_ask, hear_document, hear_evidence, hear_finding, hear_fact, hear_facts,
    hear_log, hear_end;

static handler *const handlers[] = {
  [SV_WIRE_ASK] = hear_ask,           [SV_WIRE_DOCUMENT] = hear_document,
  [SV_WIRE_EVIDENCE] = hear_evidence, [SV_WIRE_FINDING] = hear_finding,
  [SV_WIRE_FACT] = hear_fact,         [SV_WIRE_FACTS] = hear_facts,
  [SV_WIRE_LOG] = hear_log,           [SV_WIRE_END] = hear_end,
};

const char *sv_lane_frame(struct sv_lane *l, uint8_t type, struct sv_unpack *u)
{
  if (type >= sizeof handlers / sizeof handlers[0] || !handlers[type])
    return "a message that does not exist";
  return handlers[type](l, u);
}

/* The broker has the answer: it belongs to the case, and goes to the worker. */
static void answered(void *closure, const struct sv_exchange *x)
{
  struct sv_pending *p = closure;
  struct sv_lane *l = p->hand->owner;
  if (sv_case_touch(&l->now, x) != SV_OK)
    l->schedule->failed = true;
  sv_hand_answer(p, x);
  sv_lane_clock(l);
}

/* Header lines and methods are the broker's to send: nothing in them may begin a new line. */
static bool is_clean_line(const char *text)
{
  for (; text && *text; text++)
    if ((unsigned char)*text < ' ' && *text != '\t')
      return false;
  return text != NULL;
}

/* Whether ASK is as the services make it: what is odd goes out over HTTP/1.1, once, and anonymous
 * unless all of it is that the answer is read on. */
static bool is_odd_in_order(const struct sv_ask *ask, uint32_t follow)
{
  struct sv_odd odd;
  if (sv_odd_read(ask->headers, ask->header_count, &odd))
    return false;
  return !odd.is_odd || (!(odd.is_anonymous && ask->credential) && ask->http_1 && follow == 0);
}

/* Whether the check that runs may send what may change data. */
static bool may_write(const struct sv_lane *l)
{
  const uint32_t flags = l->now.job->check->flags;
  return (flags & SV_WRITES) ||
         ((flags & (SV_MAY_WRITE | SV_ALSO_WRITES)) && l->schedule->o.unsafe);
}

static const char *hear_ask(struct sv_lane *l, struct sv_unpack *u)
{
  struct sv_schedule *s = l->schedule;
  const char *headers[HEADERS_MOST];
  struct sv_ask ask = { .headers = headers };
  const uint32_t id = sv_unpack_u32(u);
  const uint32_t follow = sv_unpack_u32(u);
  ask.method = sv_unpack_string(u);
  ask.url = sv_unpack_string(u);
  ask.header_count = sv_unpack_u32(u);
  if (ask.header_count > HEADERS_MOST)
    return torn;
  for (size_t i = 0; i < ask.header_count; i++) {
    headers[i] = sv_unpack_string(u);
    if (!is_clean_line(headers[i]))
      return "a header with a line end in it";
  }
  ask.body = sv_unpack_bytes(u, &ask.body_size);
  ask.credential = sv_unpack_string(u);
  ask.timeout_ms = sv_unpack_u32(u);
  ask.http_1 = sv_unpack_u32(u) != 0;
  ask.address = sv_unpack_string(u);
  ask.once = sv_unpack_u32(u) != 0;
  if (!sv_unpack_ok(u) || !is_clean_line(ask.method) || !is_clean_line(ask.url) || follow > 5 ||
      !is_odd_in_order(&ask, follow))
    return torn;
  if (ask.body_size == 0)
    ask.body = NULL;
  ask.asker = l->now.asker;
  ask.document = sv_document_is_asked(s, &ask);
  const uint32_t flags = l->now.job->check->flags;
  if (flags & SV_OFFLINE)
    return "a request of a check that says it sends none";
  struct sv_pending *p = sv_hand_pending(&l->hand, id);
  if (!p)
    return "too many requests at once";
  if (sv_broker_ask(s->o.broker, &ask, follow, may_write(l), answered, p) != SV_OK)
    return no_memory;
  sv_lane_clock(l);
  return NULL;
}

/* The N-th document of KIND, or NULL. */
static struct sv_held *find_document(const struct sv_schedule *s, const char *kind, uint32_t n)
{
  for (size_t i = 0; i < s->document_count; i++)
    if (strcmp(s->documents[i].kind, kind) == 0 && n-- == 0)
      return &s->documents[i];
  return NULL;
}

static void pack_document(struct sv_buf *b, const struct sv_held *d, size_t index,
                          struct sv_wire_tail *tail)
{
  sv_pack_string(b, d->id);
  sv_pack_string(b, d->kind);
  sv_pack_string(b, d->media_type);
  sv_pack_string(b, d->exchange ? d->exchange->ask.url : d->name);
  sv_pack_u32(b, d->exchange ? d->exchange->n : SV_WIRE_DOCUMENT_BIT | (uint32_t)index);
  sv_pack_u32(b, d->exchange != NULL);
  if (d->exchange)
    sv_wire_pack_response(b, d->exchange, 0, tail);
  else
    sv_wire_pack_last(b, d->data, d->size, tail);
}

/* The reply to a question for a document: D, or that there is none (NULL, or one that could not be
 * had). */
static bool reply_document(struct sv_lane *l, const struct sv_held *d)
{
  const bool given = d && !d->missing;
  const size_t index = d ? (size_t)(d - l->schedule->documents) : 0;
  struct sv_wire_tail tail = { 0 };
  const size_t begin = sv_hand_begin(&l->hand, SV_WIRE_GIVEN);
  sv_pack_u32(&l->hand.out, given);
  sv_pack_u32(&l->hand.out, (uint32_t)index);
  if (given && !(l->hand.given & UINT64_C(1) << index)) {
    pack_document(&l->hand.out, d, index, &tail);
    l->hand.given |= UINT64_C(1) << index;
    l->hand.bodies[index] = d->exchange ? d->exchange->answer.body : NULL;
  }
  return sv_hand_end_with(&l->hand, begin, &tail) == SV_OK;
}

bool sv_lane_give(struct sv_lane *l, const struct sv_held *d)
{
  l->awaited = NULL;
  sv_case_document(&l->now, d);
  if (d->exchange && sv_case_touch(&l->now, d->exchange) != SV_OK)
    return false;
  sv_lane_clock(l);
  return reply_document(l, d);
}

static const char *hear_document(struct sv_lane *l, struct sv_unpack *u)
{
  const char *kind = sv_unpack_string(u);
  const uint32_t n = sv_unpack_u32(u);
  if (!sv_unpack_ok(u) || !kind)
    return torn;
  if (l->awaited)
    return "a question while another waits for its answer";
  struct sv_held *d = find_document(l->schedule, kind, n);
  if (!d)
    return reply_document(l, NULL) ? NULL : no_memory;
  if (d->is_there)
    return sv_lane_give(l, d) ? NULL : no_memory;
  l->awaited = d;
  if (sv_document_want(l->schedule, d) != SV_OK)
    return no_memory;
  sv_lane_clock(l);
  return NULL;
}

static const char *hear_evidence(struct sv_lane *l, struct sv_unpack *u)
{
  return sv_case_evidence(&l->now, u);
}

static const char *hear_finding(struct sv_lane *l, struct sv_unpack *u)
{
  return sv_case_finding(&l->now, u);
}

static const char *hear_fact(struct sv_lane *l, struct sv_unpack *u)
{
  return sv_case_fact(&l->now, u);
}

static const char *hear_facts(struct sv_lane *l, struct sv_unpack *u)
{
  if (!sv_unpack_ok(u))
    return torn;
  if (!l->now.job->is_cross)
    return "a question for facts by a check that compares none";
  const char *known = sv_schedule_known(l->schedule);
  if (!known)
    return no_memory;
  const size_t begin = sv_hand_begin(&l->hand, SV_WIRE_KNOWN);
  sv_pack_bytes(&l->hand.out, known, strlen(known));
  return sv_hand_end(&l->hand, begin) == SV_OK ? NULL : no_memory;
}

static const char *hear_log(struct sv_lane *l, struct sv_unpack *u)
{
  const uint32_t level = sv_unpack_u32(u);
  const char *text = sv_unpack_string(u);
  if (!sv_unpack_ok(u) || !text || level < SV_DEBUG || level > SV_WARNING)
    return torn;
  if (++l->now.log_count > SV_WIRE_LOGS_MOST)
    return "more log lines than the services pass on";
  const char *clean = sv_clean(l->schedule->o.arena, text, SV_TEXT_MOST);
  if (clean)
    sv_schedule_say(l->schedule, (enum sv_log)level, l, clean);
  return NULL;
}

/* In a replay a check's own duration is not recorded: what its exchanges took stands for it. */
static uint64_t duration(const struct sv_lane *l, const struct sv_result *r)
{
  const struct sv_schedule *s = l->schedule;
  if (!s->o.replay)
    return (uint64_t)(sv_clock_ms() - l->begun_ms);
  size_t count;
  uint64_t sum = 0;
  const struct sv_exchange *const *all = sv_broker_exchanges(s->o.broker, &count);
  for (size_t i = 0; i < r->exchange_count; i++)
    if (r->exchanges[i] <= count)
      sum += all[r->exchanges[i] - 1]->answer.duration_ms;
  return sum;
}

static const char *hear_end(struct sv_lane *l, struct sv_unpack *u)
{
  struct sv_schedule *s = l->schedule;
  struct sv_result r;
  if (l->hand.pending_count > 0 || l->awaited)
    return "an end while answers are on their way";
  const char *wrong = sv_case_end(&l->now, u, &r);
  if (wrong)
    return wrong;
  r.duration_ms = duration(l, &r);
  if (sv_schedule_keep_facts(s, &l->now) != SV_OK)
    s->failed = true;
  sv_case_close(&l->now);
  l->state = SV_LANE_IDLE;
  sv_schedule_put(s, l->job, &r);
  return NULL;
}
