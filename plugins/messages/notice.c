// SPDX-License-Identifier: Apache-2.0
/* Old versions: that they say so, stay for a while, and are gone when they are gone; the change log
 * and the links of the api-catalog. */
#include "plugins/messages/checks.h"
#include "plugins/messages/messages.h"

#include "engines/base/ascii.h"
#include "engines/base/date.h"
#include "engines/html/page.h"
#include "engines/http/problem.h"
#include "plugins/technical/document.h"

#include <string.h>

enum {
  OPERATIONS_MAX = 20,
  RETIRED_MAX = 20,
  LINKS_MAX = 20,
  DAY_S = 86400,
  TRANSITION_DAYS = 180
};

/* --- deprecated operations --- */

/* The address of operation O when it is a GET that asks for nothing, on an origin of ours. */
static const char *address_of(struct sv_ctx *ctx, struct sv_openapi *api, const char *document,
                              const struct sv_openapi_operation *o)
{
  size_t count;
  const struct sv_openapi_server *servers = sv_openapi_servers(api, o, &count);
  if (o->place != SV_OPENAPI_PATHS || strcmp(o->method, "get") != 0 || strchr(o->path, '{') ||
      count == 0)
    return NULL;
  for (size_t i = 0; i < o->parameter_count; i++)
    if (o->parameters[i].required)
      return NULL;
  const char *base = tec_resolve(ctx, document, servers[0].url);
  size_t n = base ? strlen(base) : 0;
  while (n > 0 && base[n - 1] == '/')
    n--;
  const char *url = base ? ctx->sv->format(ctx, "%.*s%s", (int)n, base, o->path) : NULL;
  return url && msg_is_own(ctx, url) ? url : NULL;
}

static bool is_deprecated(const struct sv_openapi_operation *o)
{
  const struct sv_openapi_node n = sv_openapi_get(o->node, "deprecated");
  return n.doc && sv_doc_type(n.doc, n.value) == SV_DOC_TRUE;
}

/* Judges the answer R of operation O; SV_INAPPLICABLE when it says nothing. */
typedef enum sv_outcome judge_operation(struct sv_ctx *, const struct sv_response *,
                                        const struct sv_openapi_operation *, const char *title);

/* ONLY_OLD: the deprecated ones. */
static enum sv_outcome judge_operations(struct sv_ctx *ctx, bool only_old, judge_operation *judge)
{
  const struct sv_response *own;
  enum sv_outcome outcome;
  struct sv_openapi *api = tec_description(ctx, &own, &outcome);
  size_t count = 0;
  size_t asked = 0;
  if (!api)
    return outcome;
  const struct sv_response *lost = NULL;
  const char *document = ctx->sv->format(ctx, "%s", own->url);
  const struct sv_openapi_operation *list = sv_openapi_operations(api, &count);
  outcome = SV_INAPPLICABLE;
  for (size_t i = 0; i < count && asked < OPERATIONS_MAX; i++) {
    const char *url =
        !only_old || is_deprecated(&list[i]) ? address_of(ctx, api, document, &list[i]) : NULL;
    if (!url)
      continue;
    asked++;
    const struct sv_response *r = sv_http(ctx, .url = url, .follow = 5);
    if (r->error || r->status >= 500 || r->status == 429) {
      lost = lost ? lost : r;
      continue;
    }
    if (r->status == 401 || r->status == 403)
      continue;
    const enum sv_outcome one =
        judge(ctx, r, &list[i], ctx->sv->format(ctx, "GET %s", list[i].path));
    if (one == SV_FAILED)
      return one;
    outcome = one == SV_INAPPLICABLE ? outcome : one;
  }
  if (!lost)
    return outcome;
  return lost->error ? sv_no_answer(ctx, lost) : tec_judge_ready(ctx, lost);
}

static enum sv_outcome judge_says_so(struct sv_ctx *ctx, const struct sv_response *r,
                                     const struct sv_openapi_operation *o, const char *title)
{
  (void)o;
  if (sv_header(r, "Deprecation"))
    return SV_PASSED;
  return tec_fail(ctx, r, tec_arg("operation", title),
                  .message = N_("{operation} is deprecated, and its answers do not say so."),
                  .where.header = "Deprecation", .where.operation = title,
                  .expected = N_("a Deprecation field"), .actual = "",
                  .hint = N_("Send Deprecation with the answers of operations that are deprecated, "
                             "and Sunset when the end is known."));
}

/* TEC-LIF-04 */
enum sv_outcome msg_deprecated_operations(struct sv_ctx *ctx)
{
  return judge_operations(ctx, true, judge_says_so);
}

static enum sv_outcome judge_described(struct sv_ctx *ctx, const struct sv_response *r,
                                       const struct sv_openapi_operation *o, const char *title)
{
  if (!sv_header(r, "Deprecation"))
    return SV_INAPPLICABLE;
  if (is_deprecated(o))
    return SV_PASSED;
  return tec_fail(ctx, r, tec_arg("operation", title),
                  .message = N_("{operation} answers that it is deprecated, and the description "
                                "does not say so."),
                  .where.json_pointer = msg_pointer(ctx, o->node), .where.operation = title,
                  .expected = "deprecated: true", .actual = sv_header(r, "Deprecation"),
                  .hint = N_("Mark the operation deprecated: true in the description."));
}

/* TEC-LIF-05 */
enum sv_outcome msg_deprecation_described(struct sv_ctx *ctx)
{
  return judge_operations(ctx, false, judge_described);
}

/* --- the version before this one --- */

/* When the version at hand was released, by the target's samples. */
static bool released(struct sv_ctx *ctx, int64_t *seconds)
{
  const char *text = tec_sample_text(ctx, "released");
  int64_t days;
  if (!text || !sv_date_parse(text, strlen(text), &days))
    return false;
  *seconds = days * DAY_S;
  return true;
}

/* TEC-LIF-09 */
enum sv_outcome msg_transition(struct sv_ctx *ctx)
{
  const char *previous = tec_sample_text(ctx, "previous");
  const char *url = previous ? tec_resolve(ctx, tec_endpoint_url(ctx), previous) : NULL;
  const int64_t days = msg_param_number(ctx, "transition_days", TRANSITION_DAYS);
  int64_t since = 0;
  const bool is_dated = released(ctx, &since);
  if (!url || tec_is_repeat(ctx, "api") || (is_dated && ctx->sv->now(ctx) - since > days * DAY_S))
    return SV_INAPPLICABLE;
  const struct sv_response *r = sv_http(ctx, .url = url, .follow = 5);
  if (r->error)
    return sv_no_answer(ctx, r);
  if (r->status / 100 == 2 || r->status == 401 || r->status == 403)
    return SV_PASSED;
  if (!sv_is_gone(r))
    return tec_judge_ready(ctx, r);
  if (!is_dated)
    return tec_unsure(ctx, r, SV_CONFIGURATION, NULL,
                      .message = N_("The version before this one is gone, and when this one came "
                                    "is not known."),
                      .hint = N_("Give the date of release as samples.released in the target "
                                 "file."));
  return tec_fail(ctx, r, tec_arg_number("days", days),
                  .message = N_("The version before this one is gone before {days} days have "
                                "passed."),
                  .expected = "200", .actual = ctx->sv->format(ctx, "%d", r->status),
                  .hint = N_("Keep the old version until the time that was promised is over."));
}

/* TEC-LIF-11 */
enum sv_outcome msg_retired(struct sv_ctx *ctx)
{
  const json_t *list = json_object_get(json_object_get(ctx->sv->target(ctx), "samples"), "retired");
  enum sv_outcome outcome = SV_INAPPLICABLE;
  if (tec_is_repeat(ctx, "api"))
    return SV_INAPPLICABLE;
  for (size_t i = 0; i < json_array_size(list) && i < RETIRED_MAX; i++) {
    const char *path = json_string_value(json_array_get(list, i));
    const char *url = path ? tec_resolve(ctx, tec_endpoint_url(ctx), path) : NULL;
    if (!url)
      continue;
    const struct sv_response *r = sv_http(ctx, .url = url);
    if (r->error)
      return sv_no_answer(ctx, r);
    if (sv_is_gone(r)) {
      outcome = outcome == SV_CANT_TELL ? outcome : SV_PASSED;
      continue;
    }
    if (r->status == 401 || r->status == 403 || r->status == 429 || r->status == 503) {
      outcome = tec_judge_answer(ctx, r);
      continue;
    }
    return tec_fail(ctx, r, tec_arg_number("status", r->status),
                    .message = N_("A resource that was retired answers with status {status}."),
                    .expected = "410, 404", .actual = ctx->sv->format(ctx, "%d", r->status),
                    .hint = N_("Answer 410 where you know that it is gone for good, else 404."));
  }
  return outcome;
}

/* --- the change log --- */

static bool is_about_changes(const char *text)
{
  static const char *const words[] = { "changelog",     "change log",        "change-log",
                                       "endringslogg",  "endringar",         "endringer",
                                       "release notes", "versjonshistorikk", "versjonslogg" };
  for (size_t i = 0; text && i < sizeof words / sizeof words[0]; i++)
    if (strcasestr(text, words[i]))
      return true;
  return false;
}

/* A link of the page at URL that leads to a change log. */
static const char *link_of_page(struct sv_ctx *ctx, const char *url)
{
  const struct sv_response *r =
      url && msg_is_own(ctx, url) ? sv_http(ctx, .url = url, .follow = 5) : NULL;
  struct sv_page page;
  struct sv_error err = { .text = "" };
  const char *found = NULL;
  if (!r || r->error || r->status != 200)
    return NULL;
  if (sv_page_read(r->body, r->body_size, &page, &err) == SV_OK)
    for (size_t i = 0; i < page.link_count && !found; i++)
      if (is_about_changes(page.links[i].text) || is_about_changes(page.links[i].href))
        found = tec_resolve(ctx, r->url, page.links[i].href);
  sv_page_free(&page);
  return found;
}

/* Where the change log is: by the target's samples, externalDocs, or a link of the page there. */
static const char *changelog_of(struct sv_ctx *ctx, struct sv_openapi *api, const char *document)
{
  const char *sample = tec_sample_text(ctx, "changelog");
  if (sample)
    return tec_resolve(ctx, document, sample);
  const struct sv_openapi_node docs = sv_openapi_get(sv_openapi_root(api), "externalDocs");
  const char *url = sv_openapi_text(api, sv_openapi_get(docs, "url"));
  const char *text = sv_openapi_text(api, sv_openapi_get(docs, "description"));
  const char *whole = url ? tec_resolve(ctx, document, url) : NULL;
  if (whole && (is_about_changes(url) || is_about_changes(text)))
    return whole;
  return link_of_page(ctx, whole);
}

/* TEC-LIF-10 */
enum sv_outcome msg_changelog(struct sv_ctx *ctx)
{
  const struct sv_response *own;
  enum sv_outcome outcome;
  struct sv_openapi *api = tec_description(ctx, &own, &outcome);
  if (!api)
    return outcome;
  const struct sv_openapi_node info = sv_openapi_get(sv_openapi_root(api), "info");
  const char *version = sv_openapi_text(api, sv_openapi_get(info, "version"));
  const char *url = changelog_of(ctx, api, own->url);
  const char *const hint = N_("Publish what changed in every version, and link to it from the "
                              "documentation (or name it as samples.changelog).");
  if (!version || !*version)
    return SV_INAPPLICABLE;
  if (!url)
    return tec_fail(ctx, own, NULL, .message = N_("No change log was found."),
                    .where.json_pointer = "/externalDocs", .expected = N_("a link to a change log"),
                    .actual = "", .hint = hint);
  const struct sv_response *r = sv_http(ctx, .url = url, .follow = 5);
  if (r->error)
    return sv_no_answer(ctx, r);
  if (r->status == 200 && !memmem(r->body, r->body_size, version, strlen(version)))
    return tec_fail(ctx, r, tec_arg("version", version),
                    .message = N_("The change log does not mention version {version}."),
                    .expected = version, .actual = "", .hint = hint);
  if (sv_is_gone(r))
    return tec_fail(ctx, r, tec_arg_number("status", r->status),
                    .message = N_("There is no change log at its address (status {status})."),
                    .expected = "200", .actual = ctx->sv->format(ctx, "%d", r->status),
                    .hint = hint);
  outcome = tec_judge_ready(ctx, r);
  return outcome == TEC_READY ? SV_PASSED : outcome;
}

/* --- links of the api-catalog --- */

struct links {
  struct sv_ctx *ctx;
  const char *base;
  const char *urls[LINKS_MAX];
  size_t count;
};

static bool keep_link(void *closure, const char *anchor, const char *rel, const char *href)
{
  struct links *l = closure;
  (void)anchor;
  const char *url = strcmp(rel, "service-desc") == 0 ? tec_resolve(l->ctx, l->base, href) : NULL;
  if (url && msg_is_own(l->ctx, url))
    l->urls[l->count++] = url;
  return l->count < LINKS_MAX;
}

static enum sv_outcome judge_links(struct sv_ctx *ctx, const struct links *l)
{
  enum sv_outcome outcome = SV_INAPPLICABLE;
  for (size_t i = 0; i < l->count; i++) {
    const struct sv_response *r = sv_http(ctx, .url = l->urls[i], .method = "HEAD", .follow = 5);
    if (!r->error && (r->status == 405 || r->status == 501))
      r = sv_http(ctx, .url = l->urls[i], .follow = 5);
    if (r->error)
      return sv_no_answer(ctx, r);
    if (r->status == 429 || r->status == 503)
      return tec_judge_answer(ctx, r);
    outcome = SV_PASSED;
    if (r->status != 200 && r->status != 401 && r->status != 403)
      return tec_fail(ctx, r, json_pack("{s:s, s:i}", "url", l->urls[i], "status", r->status),
                      .message = N_("The api-catalog links to {url}, which answers with status "
                                    "{status}."),
                      .expected = "200", .actual = ctx->sv->format(ctx, "%d", r->status),
                      .hint = N_("Mend the link, or take the entry out of the api-catalog."));
  }
  return outcome;
}

/* TEC-LIF-16 */
enum sv_outcome msg_catalogue_links(struct sv_ctx *ctx)
{
  static const char *const headers[] = { "Accept: application/linkset+json", NULL };
  if (tec_is_repeat(ctx, "web api"))
    return SV_INAPPLICABLE;
  const struct sv_response *r =
      sv_http(ctx, .headers = headers, .follow = 5, .credential = "",
              .url = ctx->sv->format(ctx, "%s/.well-known/api-catalog",
                                     tec_origin(ctx, tec_endpoint_url(ctx))));
  if (r->error)
    return sv_no_answer(ctx, r);
  if (r->status != 200)
    return SV_INAPPLICABLE;
  size_t index;
  const char *expected;
  struct links l = { .ctx = ctx, .base = r->url };
  json_t *j = tec_json(r, 0, NULL);
  if (j && !sv_linkset_fault(j, &index, &expected))
    sv_linkset_walk(j, keep_link, &l);
  json_decref(j);
  return judge_links(ctx, &l);
}
