// SPDX-License-Identifier: Apache-2.0
/* How the service answers other requests than a plain GET: HEAD, OPTIONS, conditions, negotiation.
 */
#include "plugins/technical/checks.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"
#include "engines/base/idnumber.h"
#include "engines/http/fields.h"
#include "engines/http/media_type.h"

#include <string.h>

enum { HEAD_BYTES = 4096, HEAD_MS = 10000 };

/* Whether two header values are the same; both absent is the same. */
static bool is_same(const char *a, const char *b)
{
  return a == b || (a && b && strcmp(a, b) == 0);
}

/* GET in *GET and HEAD in *HEAD, both fit to be compared. */
static enum sv_outcome get_and_head(struct sv_ctx *ctx, const struct sv_response **get,
                                    const struct sv_response **head)
{
  *get = tec_get(ctx);
  const enum sv_outcome o = tec_judge_ready(ctx, *get);
  if (o != TEC_READY)
    return o;
  *head = tec_ask(ctx, "HEAD", NULL);
  return tec_judge_answer(ctx, *head);
}

/* TEC-HTP-01 */
enum sv_outcome tec_head(struct sv_ctx *ctx)
{
  const struct sv_response *get;
  const struct sv_response *head;
  const enum sv_outcome o = get_and_head(ctx, &get, &head);
  if (o != TEC_READY)
    return o;
  if (head->status == get->status)
    return SV_PASSED;
  return tec_fail(ctx, head, json_pack("{s:i, s:i}", "get", get->status, "head", head->status),
                  .message = N_("GET is answered with status {get}, HEAD with {head}."),
                  .expected = ctx->sv->format(ctx, "%d", get->status),
                  .actual = ctx->sv->format(ctx, "%d", head->status),
                  .hint = N_("Answer HEAD as GET, without the body; most frameworks can."));
}

/* TEC-HTP-02 */
enum sv_outcome tec_head_content(struct sv_ctx *ctx)
{
  static const char *const headers[] = { "Accept-Encoding: identity", NULL };
  const struct sv_response *get = tec_get(ctx);
  const enum sv_outcome o = tec_judge_ready(ctx, get);
  if (o != TEC_READY)
    return o;
  const struct sv_response *r = sv_http(ctx, .url = get->url, .method = "HEAD", .headers = headers,
                                        .read_on = HEAD_BYTES, .timeout_ms = HEAD_MS);
  if (r->error)
    return sv_no_answer(ctx, r);
  if (r->body_size > 0)
    return tec_fail(ctx, r, tec_arg_number("bytes", (int64_t)r->body_size),
                    .message = r->marks & SV_MARK_LIMITED ? N_("More than {bytes} bytes come after "
                                                               "the header section of "
                                                               "an answer to HEAD.")
                                                          : N_("{bytes} bytes come after the "
                                                               "header section of an answer "
                                                               "to HEAD."),
                    .expected = N_("no content"),
                    .actual = ctx->sv->format(ctx, "%zu bytes", r->body_size),
                    .hint = N_("End the answer to HEAD after the empty line, also where it is made "
                               "by hand or by a proxy."));
  /* A status that has no content by itself is TEC-HTP-33, and libcurl reads nothing after it. */
  if (r->status == 204 || r->status == 304)
    return SV_INAPPLICABLE;
  if (r->marks & SV_MARK_TRUNCATED)
    return tec_unsure(ctx, r, SV_NETWORK, NULL,
                      .message = N_("The connection was not closed after the answer to HEAD, so "
                                    "whether content follows was not seen."),
                      .where.header = "Connection", .actual = r->detail,
                      .hint = N_("Close the connection when the request says Connection: close."));
  const enum sv_outcome seen = tec_judge_answer(ctx, r);
  return seen == TEC_READY ? SV_PASSED : seen;
}

/* TEC-HTP-03: a value of the moment may differ; these name or describe the representation. */
enum sv_outcome tec_head_headers(struct sv_ctx *ctx)
{
  static const char *const fields[] = { "Content-Type", "ETag", "Last-Modified", "Cache-Control",
                                        "Link" };
  const struct sv_response *get;
  const struct sv_response *head;
  const enum sv_outcome o = get_and_head(ctx, &get, &head);
  if (o != TEC_READY)
    return o;
  if (head->status != get->status)
    return SV_INAPPLICABLE;
  for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
    const char *a = sv_header(get, fields[i]);
    const char *b = sv_header(head, fields[i]);
    if (!is_same(a, b))
      return tec_fail(ctx, head, tec_arg("field", fields[i]),
                      .message = N_("{field} is not the same for HEAD as for GET."),
                      .where.header = fields[i], .expected = a ? a : N_("no such field"),
                      .actual = b ? b : "",
                      .hint = N_("Send with HEAD the fields that GET would have had."));
  }
  return SV_PASSED;
}

/* The conditional GET of a resource with a good ETag; *FIRST is the answer before. TEC_READY when
 * both can be judged. */
static enum sv_outcome conditional(struct sv_ctx *ctx, const struct sv_response **first,
                                   const struct sv_response **second)
{
  *first = tec_get(ctx);
  const enum sv_outcome o = tec_judge_ready(ctx, *first);
  if (o != TEC_READY)
    return o;
  const char *tag = sv_header(*first, "ETag");
  if (!tag || !sv_etag_parse(tag, strlen(tag), NULL))
    return SV_INAPPLICABLE;
  /* Eleven digits in a tag can look like an identity number; the runner hides those, and then the
   * tag is another one. */
  if (sv_idnumber_was_hidden(tag) || strstr(tag, "*hidden:"))
    return tec_unsure(ctx, *first, SV_TOOL, NULL,
                      .message = N_("A part of the ETag was hidden, so it cannot be sent back."),
                      .where.header = "ETag",
                      .hint = N_("Run again when the resource has changed."));
  *second = tec_ask(ctx, "GET",
                    (const char *const[]){ ctx->sv->format(ctx, "If-None-Match: %s", tag), NULL });
  return tec_judge_answer(ctx, *second);
}

/* TEC-HTP-21 */
enum sv_outcome tec_not_modified(struct sv_ctx *ctx)
{
  const struct sv_response *first;
  const struct sv_response *r;
  const enum sv_outcome o = conditional(ctx, &first, &r);
  if (o != TEC_READY)
    return o;
  if (r->status == 304)
    return SV_PASSED;
  if (r->status == 200 && !is_same(sv_header(first, "ETag"), sv_header(r, "ETag")))
    return SV_INAPPLICABLE;
  return tec_fail(ctx, r, tec_arg_number("status", r->status),
                  .message = N_("A request with the ETag just given is answered with status "
                                "{status}, not 304."),
                  .where.header = "If-None-Match", .expected = "304",
                  .actual = ctx->sv->format(ctx, "%d", r->status),
                  .hint = N_("Compare If-None-Match with the ETag and answer 304 when it is "
                             "there."));
}

/* TEC-HTP-22 */
enum sv_outcome tec_not_modified_headers(struct sv_ctx *ctx)
{
  static const char *const fields[] = { "Cache-Control", "Content-Location", "Date",
                                        "ETag",          "Expires",          "Vary" };
  const struct sv_response *first;
  const struct sv_response *r;
  const enum sv_outcome o = conditional(ctx, &first, &r);
  if (o != TEC_READY)
    return o;
  if (r->status != 304)
    return SV_INAPPLICABLE;
  for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
    if (sv_header(first, fields[i]) && !sv_header(r, fields[i]))
      return tec_fail(ctx, r, tec_arg("field", fields[i]),
                      .message = N_("The 304 leaves out {field}."), .where.header = fields[i],
                      .expected = sv_header(first, fields[i]), .actual = "",
                      .hint = N_("Send with 304 the fields that 200 would have had; caches update "
                                 "themselves by them."));
  if (r->body_size == 0)
    return SV_PASSED;
  return tec_fail(ctx, r, NULL, .message = N_("The 304 has content."), .expected = N_("no content"),
                  .actual = ctx->sv->format(ctx, "%zu bytes", r->body_size),
                  .hint = N_("Send no body with 304."));
}

/* TEC-HTP-23 */
enum sv_outcome tec_last_modified(struct sv_ctx *ctx)
{
  const struct sv_response *first = tec_get(ctx);
  enum sv_outcome o = tec_judge_ready(ctx, first);
  if (o != TEC_READY)
    return o;
  const char *date = sv_header(first, "Last-Modified");
  if (!date || sv_header(first, "ETag") ||
      !sv_http_date_parse(date, strlen(date), ctx->sv->now(ctx), NULL))
    return SV_INAPPLICABLE;
  const struct sv_response *r =
      tec_ask(ctx, "GET",
              (const char *const[]){ ctx->sv->format(ctx, "If-Modified-Since: %s", date), NULL });
  o = tec_judge_answer(ctx, r);
  if (o != TEC_READY)
    return o;
  if (r->status == 304)
    return SV_PASSED;
  return tec_fail(ctx, r, tec_arg_number("status", r->status),
                  .message = N_("A request with the Last-Modified just given is answered with "
                                "status {status}, not 304."),
                  .where.header = "If-Modified-Since", .expected = "304",
                  .actual = ctx->sv->format(ctx, "%d", r->status),
                  .hint = N_("Answer 304 when nothing changed since the date asked about, or send "
                             "an ETag."));
}

/* Whether Vary names FIELD or everything. */
static bool varies_by(const struct sv_response *r, const char *field)
{
  for (const char *const *h = r->headers; *h; h++) {
    struct sv_param p;
    if (!sv_equal_nocase_n(*h, strnlen(*h, 5), "vary:"))
      continue;
    struct sv_scan s = sv_scan_of(*h + 5, strlen(*h + 5));
    while (sv_directive_next(&s, &p) == SV_OK)
      if (sv_span_is(p.name, field) || sv_span_is(p.name, "*"))
        return true;
  }
  return false;
}

static bool is_not_stored(const struct sv_response *r)
{
  const char *value = sv_header(r, "Cache-Control");
  struct sv_param p;
  return value && sv_directive_find(value, strlen(value), "no-store", &p) == SV_OK && p.name.data;
}

/* TEC-HTP-25 */
enum sv_outcome tec_vary(struct sv_ctx *ctx)
{
  static const char *const turtle[] = { "Accept: text/turtle", NULL };
  static const char *const jsonld[] = { "Accept: application/ld+json", NULL };
  const struct sv_response *a = tec_ask(ctx, "GET", turtle);
  const struct sv_response *b = tec_ask(ctx, "GET", jsonld);
  if (a->status == 406 || b->status == 406)
    return SV_INAPPLICABLE;
  enum sv_outcome o = tec_judge_ready(ctx, a);
  if (o == TEC_READY)
    o = tec_judge_ready(ctx, b);
  if (o != TEC_READY)
    return o;
  const char *type_a = sv_header(a, "Content-Type");
  const char *type_b = sv_header(b, "Content-Type");
  if (!type_a || !type_b || strcmp(type_a, type_b) == 0)
    return SV_INAPPLICABLE;
  if (varies_by(a, "Accept") || is_not_stored(a))
    return SV_PASSED;
  return tec_fail(ctx, a, NULL,
                  .message = N_("The format depends on Accept, but Vary does not say so."),
                  .where.header = "Vary", .expected = "Vary: Accept",
                  .actual = sv_header(a, "Vary") ? sv_header(a, "Vary") : "",
                  .hint = N_("Send Vary: Accept, or caches will give one client another's "
                             "format."));
}

/* TEC-NEG-17 */
enum sv_outcome tec_unacceptable(struct sv_ctx *ctx)
{
  static const char *const headers[] = { "Accept: application/x-samsvar", NULL };
  const struct sv_response *first = tec_get(ctx);
  enum sv_outcome o = tec_judge_ready(ctx, first);
  if (o != TEC_READY)
    return o;
  const struct sv_response *r = tec_ask(ctx, "GET", headers);
  const bool is_server_fault = !r->error && r->status >= 500 && r->status != 503;
  o = is_server_fault ? TEC_READY : tec_judge_answer(ctx, r);
  if (o != TEC_READY)
    return o;
  const char *type = sv_header(r, "Content-Type");
  const bool claims = sv_content_type_is(type, "application/x-samsvar");
  if (r->status == 406 || (r->status >= 200 && r->status <= 299 && !claims))
    return SV_PASSED;
  return tec_fail(ctx, r, tec_arg_number("status", r->status),
                  .message = N_("A format the service does not have is asked for, and the answer "
                                "has status {status}."),
                  .where.header = "Accept",
                  .expected = N_("406, or 200 with the service's own format"),
                  .actual = ctx->sv->format(ctx, "%d %s", r->status, type ? type : ""),
                  .hint = N_("Answer 406, or with the usual format, when Accept names none of the "
                             "service's own."));
}

/* TEC-HTP-39 */
enum sv_outcome tec_options(struct sv_ctx *ctx)
{
  const struct sv_response *r = tec_ask(ctx, "OPTIONS", NULL);
  if (r->error)
    return sv_no_answer(ctx, r);
  if (r->status < 200 || r->status > 299)
    return SV_INAPPLICABLE;
  const char *allow = sv_header(r, "Allow");
  struct sv_param get = { 0 };
  if (allow && sv_directive_find(allow, strlen(allow), "GET", &get) == SV_OK && get.name.data)
    return SV_PASSED;
  return tec_fail(ctx, r, NULL,
                  .message = N_("OPTIONS is answered without telling that GET is allowed."),
                  .where.header = "Allow", .expected = "Allow: GET, HEAD, OPTIONS",
                  .actual = allow ? allow : "",
                  .hint = N_("Send Allow with the methods of the resource in the answer to "
                             "OPTIONS."));
}

/* TEC-HTP-33: on what OPTIONS and the conditional GET bring. */
enum sv_outcome tec_no_content(struct sv_ctx *ctx)
{
  const struct sv_response *r = tec_ask(ctx, "OPTIONS", NULL);
  if (r->error)
    return sv_no_answer(ctx, r);
  if (r->status != 204)
    return SV_INAPPLICABLE;
  if (r->body_size == 0 && !sv_header(r, "Content-Type"))
    return SV_PASSED;
  return tec_fail(ctx, r, NULL, .message = N_("A 204 claims to have content."),
                  .where.header = "Content-Type", .expected = N_("no content"),
                  .actual = sv_header(r, "Content-Type"),
                  .hint = N_("Send neither body nor Content-Type with 204."));
}

/* TEC-NEG-04 */
enum sv_outcome tec_allow(struct sv_ctx *ctx)
{
  static const char *const methods[] = { "HEAD", "OPTIONS" };
  enum sv_outcome outcome = SV_INAPPLICABLE;
  for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++) {
    const struct sv_response *r = tec_ask(ctx, methods[i], NULL);
    if (r->error)
      return sv_no_answer(ctx, r);
    if (r->status != 405)
      continue;
    struct sv_param none;
    const char *allow = sv_header(r, "Allow");
    if (!allow || sv_directive_find(allow, strlen(allow), "GET", &none) == SV_INVALID)
      return tec_fail(ctx, r, tec_arg("method", methods[i]),
                      .message = N_("{method} is answered with 405, without the methods that are "
                                    "allowed."),
                      .where.header = "Allow", .expected = N_("the methods with commas between"),
                      .actual = allow ? allow : "", .hint = N_("Send Allow with every 405."));
    outcome = SV_PASSED;
  }
  return outcome;
}

/* GET of sample N once more: no-cache makes it another request for the runner, and a fresh one for
 * caches. */
static enum sv_outcome repeat(struct sv_ctx *ctx, size_t n)
{
  static const char *const headers[] = { "Cache-Control: no-cache", NULL };
  const struct sv_response *first = tec_sample(ctx, n);
  if (!first)
    return SV_INAPPLICABLE;
  enum sv_outcome o = tec_judge_ready(ctx, first);
  if (o != TEC_READY)
    return o;
  const struct sv_response *r =
      sv_http(ctx, .url = tec_first(first)->url, .headers = headers, .follow = 5);
  o = tec_judge_answer(ctx, r);
  if (o != TEC_READY)
    return o;
  if (r->status == first->status && is_same(sv_header(first, "Content-Type"), sv_header(r, "Content"
                                                                                           "-Typ"
                                                                                           "e")))
    return SV_PASSED;
  return tec_fail(ctx, r, json_pack("{s:i, s:i}", "first", first->status, "second", r->status),
                  .message = N_("The same GET twice gives status {first} and then {second}, or "
                                "another media type."),
                  .expected = ctx->sv->format(ctx, "%d", first->status),
                  .actual = ctx->sv->format(ctx, "%d", r->status),
                  .hint = N_("Let GET change nothing: neither consume nor move what it shows."));
}

/* TEC-HTP-41: a list and one resource of it, where the samples have both. */
enum sv_outcome tec_repeatable(struct sv_ctx *ctx)
{
  const enum sv_outcome o = repeat(ctx, 0);
  if (o != SV_PASSED)
    return o;
  const enum sv_outcome second = repeat(ctx, 1);
  return second == SV_INAPPLICABLE ? o : second;
}
