// SPDX-License-Identifier: Apache-2.0
/* Links in answers: that the next page is another one, and that self can be followed. */
#include "plugins/technical/checks.h"
#include "plugins/technical/contract/collection.h"

#include "engines/base/ascii.h"

#include <string.h>

enum { PAGES = 3 };

static void fail_next(struct sv_ctx *ctx, struct con_run *run, const struct con_answer *plain,
                      struct con_tally *tally, const char *url, const char *message)
{
  con_fail(ctx, run, plain, tally, tec_arg("url", url),
           &(struct sv_finding){ .message = message,
                                 .expected = N_("a page of its own for every link next"),
                                 .actual = url,
                                 .hint = N_("Link to the next page at the same origin, over https, "
                                            "and leave the link out on the last one.") });
}

/* Whether PAGE has an item that is also in one of the COUNT pages before. */
static bool repeats(json_t *const *pages, size_t count, json_t *page)
{
  const json_t *items = con_items(page);
  size_t i, k;
  json_t *item, *old;
  for (size_t n = 0; n < count; n++) {
    json_array_foreach(items, i, item)
    {
      json_array_foreach(con_items(pages[n]), k, old)
      {
        if (json_equal(item, old))
          return true;
      }
    }
  }
  return false;
}

/* Where the link on a page at URL leads, when it may be followed; NULL after telling why not. */
static const char *next_of(struct sv_ctx *ctx, struct con_run *run, const struct con_answer *plain,
                           struct con_tally *tally, const char *url, const char *link)
{
  const char *next = tec_resolve(ctx, url, link);
  if (next && sv_equal_nocase_n(next, strnlen(next, 5), "http:") && !sv_starts_with(url, "http:"))
    fail_next(ctx, run, plain, tally, next,
              N_("The link to the next page goes over plain http: {url}."));
  else if (!next || !sv_equal_nocase(tec_origin(ctx, next), tec_origin(ctx, run->base)))
    fail_next(ctx, run, plain, tally, next ? next : link,
              N_("The link to the next page leads to another host: {url}."));
  else
    return next;
  return NULL;
}

static void walk_pages(struct sv_ctx *ctx, struct con_run *run, const struct con_answer *plain,
                       json_t *body, struct con_tally *tally)
{
  json_t *pages[PAGES + 1] = { json_incref(body) };
  const struct sv_response *r = plain->response;
  const char *url = r->url;
  size_t count = 1;
  const size_t before = tally->failed;
  for (int i = 0; i < PAGES && tally->failed == before; i++) {
    const char *link = con_link(ctx, pages[count - 1], r, "next");
    if (!link)
      break;
    tally->judged++;
    url = next_of(ctx, run, plain, tally, url, link);
    if (!url)
      break;
    struct con_answer next = { .trial = plain->trial, .response = con_get(ctx, run, url, NULL) };
    if (!next.response || !con_is_verdict(ctx, run, &next, tally))
      break;
    r = next.response;
    json_t *page = r->status == 200 || r->status == 203 ? con_json(r) : NULL;
    if (!page)
      fail_next(ctx, run, &next, tally, url,
                N_("The link to the next page does not lead to a page: {url}."));
    else if (repeats(pages, count, page))
      fail_next(ctx, run, &next, tally, url,
                N_("The next page has items that were on a page before: {url}."));
    if (page)
      pages[count++] = page;
  }
  while (count > 0)
    json_decref(pages[--count]);
}

static void judge_next(struct sv_ctx *ctx, struct con_run *run, const struct con_answer *plain,
                       json_t *body, struct con_tally *tally)
{
  if (con_items(body))
    walk_pages(ctx, run, plain, body, tally);
}

/* TEC-CON-18 */
enum sv_outcome con_next_page(struct sv_ctx *ctx)
{
  return con_each_answer(ctx, judge_next);
}

static void judge_link(struct sv_ctx *ctx, struct con_run *run, const struct con_answer *plain,
                       const char *link, struct con_tally *tally)
{
  const char *url = tec_resolve(ctx, plain->response->url, link);
  struct con_answer a = { .trial = plain->trial,
                          .response = url ? con_get(ctx, run, url, NULL) : NULL };
  if (!a.response || !con_is_verdict(ctx, run, &a, tally))
    return;
  tally->judged++;
  if (a.response->status == 200 || a.response->status == 203 || a.response->status == 401 ||
      a.response->status == 403)
    return;
  con_fail(ctx, run, &a, tally, json_pack("{s:s, s:i}", "url", link, "status", a.response->status),
           &(struct sv_finding){ .message = N_("The link self leads to status {status}: {url}."),
                                 .where.text = "self",
                                 .expected = "200",
                                 .actual = ctx->sv->format(ctx, "%d", a.response->status),
                                 .hint = N_("Let self be the address at which the same thing "
                                            "stands.") });
}

/* The link of the answer, or of its first item where it is a collection. */
static void judge_self(struct sv_ctx *ctx, struct con_run *run, const struct con_answer *plain,
                       json_t *body, struct con_tally *tally)
{
  static const char *const none[] = { NULL };
  const struct sv_response bare = { .headers = none };
  const json_t *first = json_array_get(con_items(body), 0);
  const char *own = con_link(ctx, body, &bare, "self");
  const char *below = first ? con_link(ctx, first, &bare, "self") : NULL;
  if (own)
    judge_link(ctx, run, plain, own, tally);
  if (below)
    judge_link(ctx, run, plain, below, tally);
}

/* TEC-CON-20 */
enum sv_outcome con_self(struct sv_ctx *ctx)
{
  return con_each_answer(ctx, judge_self);
}
