// SPDX-License-Identifier: Apache-2.0
/* Feeds that are read by sequence number, as that of Folkeregisteret: ?seq=N. */
#include "plugins/messages/checks.h"
#include "plugins/messages/messages.h"

#include "engines/base/ascii.h"
#include "engines/base/idnumber.h"

#include <string.h>

enum { PAGE_MAX = 1000, NUMBERS_MAX = 2000, NEWS_MAX = 4 };

/* A page of the feed: the numbers of its items. */
struct page {
  const struct sv_response *r;
  json_t *document;
  const json_t *items;
  const char *member; /* which member of an item has its number */
};

/* The number in member NAME of ITEM, -1 when it has none. */
static int64_t number_of(const json_t *item, const char *name)
{
  const json_t *v = json_object_get(item, name);
  const char *text = json_string_value(v);
  unsigned long long number;
  if (json_is_integer(v))
    return (int64_t)json_integer_value(v);
  return text && *text && sv_parse_uint(text, strlen(text), INT64_MAX, &number) ? (int64_t)number
                                                                                : -1;
}

/* Finds the array of numbered items in J, and how they are numbered; PARAM names a member first. */
static bool find_items(const json_t *j, const char *param, struct page *p)
{
  const char *const names[] = { param, "sekvensnummer", "sequence", "seq" };
  const char *key;
  json_t *v;
  const json_t *lists[20] = { j };
  size_t count = 1;
  json_object_foreach((json_t *)(uintptr_t)j, key, v)
  {
    if (json_is_array(v) && count < 20)
      lists[count++] = v;
  }
  for (size_t i = 0; i < count; i++)
    for (size_t n = 0; n < 4; n++)
      if (names[n] && json_is_array(lists[i]) &&
          json_object_get(json_array_get(lists[i], 0), names[n])) {
        p->items = lists[i];
        p->member = names[n];
        return true;
      }
  return false;
}

/* Reads the answer R as a page. False when it is none: *OUTCOME is the check's. */
static bool read_page(struct sv_ctx *ctx, const struct sv_response *r, struct page *p,
                      enum sv_outcome *outcome)
{
  *p = (struct page){ .r = r, .document = tec_json_document(ctx, r, outcome) };
  if (!p->document)
    return false;
  *outcome = SV_INAPPLICABLE;
  return find_items(p->document, msg_param_text(ctx, "sequence_path"), p);
}

static const char *address(struct sv_ctx *ctx, int64_t number)
{
  const char *url = tec_endpoint_url(ctx);
  const char *name = msg_param_text(ctx, "sequence_parameter");
  return ctx->sv->format(ctx, "%s%c%s=%lld", url, strchr(url, '?') ? '&' : '?', name ? name : "seq",
                         (long long)number);
}

/* The page from NUMBER on; HEADERS as of sv_http(). */
static const struct sv_response *ask(struct sv_ctx *ctx, int64_t number, const char *const *headers)
{
  return sv_http(ctx, .url = address(ctx, number), .headers = headers, .follow = 5);
}

/* The first page of a feed that is read so; false else. The endpoint itself tells that it is one.
 */
static bool first_page(struct sv_ctx *ctx, struct page *p, enum sv_outcome *outcome)
{
  struct page own;
  const bool is_feed = read_page(ctx, tec_get(ctx), &own, outcome);
  json_decref(own.document);
  *p = (struct page){ .r = NULL };
  return is_feed && read_page(ctx, ask(ctx, 1, NULL), p, outcome);
}

static const char *place(struct sv_ctx *ctx, size_t index, const char *member)
{
  return ctx->sv->format(ctx, "/%zu/%s", index, member);
}

static enum sv_outcome judge_order(struct sv_ctx *ctx, const struct page *p)
{
  int64_t last = 0;
  for (size_t i = 0; i < json_array_size(p->items) && i < NUMBERS_MAX; i++) {
    const int64_t number = number_of(json_array_get(p->items, i), p->member);
    if (number <= last)
      return tec_fail(
          ctx, p->r,
          json_pack("{s:I, s:I}", "number", (json_int_t)number, "last", (json_int_t)last),
          .message = N_("The sequence number {number} comes after {last}."),
          .where.json_pointer = place(ctx, i, p->member),
          .expected = N_("numbers from 1 that rise"),
          .actual = ctx->sv->format(ctx, "%lld", (long long)number),
          .hint = N_("Give events in the order of their numbers, each once, from 1."));
    last = number;
  }
  if (json_array_size(p->items) <= PAGE_MAX)
    return SV_PASSED;
  return tec_fail(ctx, p->r, tec_arg_number("count", (int64_t)json_array_size(p->items)),
                  .message = N_("A page of the feed has {count} events."), .where.json_pointer = "",
                  .expected = "1000", .actual = "", .hint = N_("Give at most 1000 events a page."));
}

/* TEC-EVT-22 */
enum sv_outcome msg_feed_order(struct sv_ctx *ctx)
{
  struct page p;
  enum sv_outcome outcome;
  if (first_page(ctx, &p, &outcome))
    outcome = judge_order(ctx, &p);
  json_decref(p.document);
  return outcome;
}

static int64_t last_number(const struct page *p)
{
  const size_t count = json_array_size(p->items);
  return count > 0 ? number_of(json_array_get(p->items, count - 1), p->member) : -1;
}

/* From the last number on, and from the start again. */
static enum sv_outcome judge_reading(struct sv_ctx *ctx, const struct page *first)
{
  static const char *const fresh[] = { "Cache-Control: no-cache", NULL };
  const int64_t last = last_number(first);
  struct page next;
  struct page again;
  enum sv_outcome outcome;
  if (last < 1)
    return SV_INAPPLICABLE;
  const bool goes_on = read_page(ctx, ask(ctx, last, NULL), &next, &outcome);
  const int64_t begins = goes_on ? number_of(json_array_get(next.items, 0), next.member) : last;
  json_decref(next.document);
  if (!goes_on && outcome != SV_INAPPLICABLE)
    return outcome;
  if (begins != last && begins != last + 1)
    return tec_fail(ctx, next.r,
                    json_pack("{s:I, s:I}", "asked", (json_int_t)last, "given", (json_int_t)begins),
                    .message = N_("Asked for events from number {asked}, the feed begins with "
                                  "{given}."),
                    .where.url = next.r->url,
                    .expected = ctx->sv->format(ctx, "%lld", (long long)last),
                    .actual = ctx->sv->format(ctx, "%lld", (long long)begins),
                    .hint = N_("Let the number in the address decide where reading begins."));
  const bool is_page = read_page(ctx, ask(ctx, 1, fresh), &again, &outcome);
  if (is_page || outcome == SV_INAPPLICABLE)
    outcome = is_page && json_equal(json_array_get(again.items, 0), json_array_get(first->items, 0))
                  ? SV_PASSED
                  : tec_fail(ctx, again.r, NULL,
                             .message = N_("Read from the start once more, the feed begins with "
                                           "another event."),
                             .where.url = again.r->url, .expected = N_("the same events as before"),
                             .actual = "",
                             .hint = N_("Let every reader keep its own place, and give the same "
                                        "events as often as they are asked for."));
  json_decref(again.document);
  return outcome;
}

/* TEC-EVT-23 */
enum sv_outcome msg_feed_repeatable(struct sv_ctx *ctx)
{
  struct page p;
  enum sv_outcome outcome;
  if (first_page(ctx, &p, &outcome))
    outcome = judge_reading(ctx, &p);
  json_decref(p.document);
  return outcome;
}

/* Whether B is another page than A, whose ETag was BEFORE, and has one of its own: something new
 * came between them. */
static bool has_moved(const struct sv_response *a, const char *before, const struct sv_response *b)
{
  const char *after = sv_header(b, "ETag");
  return b->status == 200 && after && strcmp(before, after) != 0 &&
         (a->body_size != b->body_size || memcmp(a->body, b->body, a->body_size) != 0);
}

static bool is_hidden(const char *etag)
{
  return strstr(etag, "*hidden:") || sv_idnumber_was_hidden(etag);
}

/* The answer to who has the page with ETAG already; R is that page, and becomes the answer. */
static enum sv_outcome judge_etag(struct sv_ctx *ctx, int64_t last, const struct sv_response **r)
{
  const char *etag = sv_header(*r, "ETag");
  if (!etag)
    return SV_FAILED;
  if (is_hidden(etag))
    return tec_unsure(ctx, *r, SV_TOOL, NULL,
                      .message = N_("The ETag was hidden by the masking of secrets, so it could "
                                    "not be sent back."),
                      .where.header = "ETag",
                      .hint = N_("Make ETags that look like no identity number or secret."));
  const char *const headers[] = { ctx->sv->format(ctx, "If-None-Match: %s", etag), NULL };
  const struct sv_response *second = ask(ctx, last, headers);
  if (second->error)
    return sv_no_answer(ctx, second);
  if (second->status == 304)
    return SV_PASSED;
  const enum sv_outcome outcome = tec_judge_answer(ctx, second);
  if (outcome != TEC_READY)
    return outcome;
  const bool moved = has_moved(*r, etag, second);
  *r = second;
  return moved ? TEC_READY : SV_FAILED;
}

/* TEC-EVT-24: the page that a reader who is up to date asks for again and again. A feed that grows
 * while it is read is asked again with the newer ETag. */
enum sv_outcome msg_feed_etag(struct sv_ctx *ctx)
{
  struct page p;
  enum sv_outcome outcome;
  const bool is_feed = first_page(ctx, &p, &outcome);
  const int64_t last = is_feed ? last_number(&p) : -1;
  json_decref(p.document);
  if (!is_feed || last < 1)
    return outcome;
  const struct sv_response *r = ask(ctx, last, NULL);
  outcome = tec_judge_ready(ctx, r);
  for (int tries = 0; outcome == TEC_READY && tries < NEWS_MAX; tries++)
    outcome = judge_etag(ctx, last, &r);
  if (outcome == TEC_READY)
    return tec_unsure(ctx, r, SV_TARGET, NULL,
                      .message = N_("New events came between one question and the next, so it was "
                                    "not seen what the feed answers when nothing is new."),
                      .where.header = "ETag",
                      .hint = N_("Run again when the feed is quiet, or against a test "
                                 "environment."));
  if (outcome != SV_FAILED)
    return outcome;
  return tec_fail(
      ctx, r, NULL, .message = N_("Who asks the feed for news gets the same page once more."),
      .where.header = "ETag", .expected = "304", .actual = ctx->sv->format(ctx, "%d", r->status),
      .hint = N_("Send ETag with every page, and answer If-None-Match with 304 while "
                 "nothing is new."));
}
