// SPDX-License-Identifier: Apache-2.0
/* How a service meets requests that no good client sends. One probe a check, anonymous, at the
 * first endpoint of each host; what is not GET is sent with leave only. */
#include "plugins/technical/checks.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"

#include <string.h>

enum { LONG_TARGET = 16 << 10, LONG_FIELD = 64 << 10 };

#define WEB "web api"
#define FOREIGN "samsvar.invalid"

bool tec_may_write(struct sv_ctx *ctx)
{
  return json_is_true(json_object_get(ctx->sv->target(ctx), "unsafe"));
}

/* What becomes of an answer that neither refuses nor accepts: nobody was let in, or there was no
 * time. TEC_READY when it is another. */
static enum sv_outcome put_aside(struct sv_ctx *ctx, const struct sv_response *r)
{
  if (r->error || r->status == 429 || r->status == 503)
    return r->error ? sv_no_answer(ctx, r) : tec_judge_answer(ctx, r);
  return r->status == 401 || r->status == 403 ? SV_INAPPLICABLE : TEC_READY;
}

/* What each probe may find, in words. */
struct words {
  const char *accepted; /* the request was taken for a good one; {status} */
  const char *broken;   /* it gave 5xx; {status} */
  const char *expected;
  const char *hint;
};

static enum sv_outcome fail(struct sv_ctx *ctx, const struct sv_response *r, const char *message,
                            const struct words *w)
{
  return tec_fail(ctx, r, tec_arg_number("status", r->status), .message = message,
                  .expected = w->expected, .actual = ctx->sv->format(ctx, "%d", r->status),
                  .hint = w->hint);
}

/* 4xx refuses, and so do 501 and 505; 2xx accepts; 3xx leads elsewhere and says nothing. */
static enum sv_outcome judge_refusal(struct sv_ctx *ctx, const struct sv_response *r,
                                     const struct words *w)
{
  const enum sv_outcome aside = put_aside(ctx, r);
  if (aside != TEC_READY)
    return aside;
  if ((r->status >= 400 && r->status <= 499) || r->status == 501 || r->status == 505)
    return SV_PASSED;
  if (r->status >= 300 && r->status <= 399)
    return SV_INAPPLICABLE;
  return fail(ctx, r, r->status >= 500 ? w->broken : w->accepted, w);
}

/* TEC-NEG-05: RFC 9110 15.6.2 */
enum sv_outcome tec_unknown_method(struct sv_ctx *ctx)
{
  static const struct words words = {
    .accepted = N_("A method that does not exist is answered with status {status}."),
    .broken = N_("A method that does not exist makes the service fail (status {status})."),
    .expected = "501",
    .hint = N_("Answer 501, or 405 with Allow, to methods that you do not know."),
  };
  if (!tec_may_write(ctx) || tec_is_repeat(ctx, WEB))
    return SV_INAPPLICABLE;
  const struct sv_response *r =
      sv_http(ctx, .method = "SAMSVAR", .url = tec_url(ctx), .credential = "");
  if (r->status != 404)
    return judge_refusal(ctx, r, &words);
  /* Where nothing can be read, nothing is there to have methods. */
  const struct sv_response *read = tec_get(ctx);
  if (read->error || read->status > 299)
    return SV_INAPPLICABLE;
  return fail(ctx, r, words.accepted, &words);
}

/* TEC-NEG-06: RFC 9110 9.3.8 */
enum sv_outcome tec_trace(struct sv_ctx *ctx)
{
  if (!tec_may_write(ctx) || tec_is_repeat(ctx, WEB))
    return SV_INAPPLICABLE;
  const char *word = ctx->sv->probe(ctx);
  const char *const headers[] = { ctx->sv->format(ctx, "X-Samsvar: %s", word), NULL };
  const struct sv_response *r =
      sv_http(ctx, .method = "TRACE", .url = tec_url(ctx), .headers = headers, .credential = "");
  if (r->error)
    return sv_no_answer(ctx, r);
  if (r->status >= 200 && r->status <= 299 && memmem(r->body, r->body_size, word, strlen(word)))
    return tec_fail(ctx, r, NULL,
                    .message = N_("TRACE gives the fields of the request back to whoever sent it."),
                    .expected = "405", .actual = ctx->sv->format(ctx, "%d", r->status),
                    .hint = N_("Turn TRACE off in the server and in what stands before it."));
  if (r->status == 429 || (r->status >= 500 && r->status != 501))
    return tec_unsure(ctx, r, SV_NETWORK, tec_arg_number("status", r->status),
                      .message = N_("The answer to TRACE was {status}, which does not say whether "
                                    "it is on."),
                      .hint = N_("Run again later, or look at what the server logged."));
  return SV_PASSED;
}

/* TEC-NEG-23: RFC 9110 15.5.15 */
enum sv_outcome tec_long_target(struct sv_ctx *ctx)
{
  static const struct words words = {
    .accepted = N_("An address of 16 KiB is answered as if it were usual (status {status})."),
    .broken = N_("An address of 16 KiB makes the service fail (status {status})."),
    .expected = "414",
    .hint = N_("Set a limit for the length of addresses, and answer 414 above it."),
  };
  if (tec_is_repeat(ctx, WEB))
    return SV_INAPPLICABLE;
  return judge_refusal(ctx, sv_http(ctx, .url = tec_url(ctx), .long_target = LONG_TARGET), &words);
}

/* TEC-NEG-24: RFC 6585 5. Many servers close the connection rather than answer. */
enum sv_outcome tec_long_field(struct sv_ctx *ctx)
{
  static const struct words words = {
    .accepted = N_("A header field of 64 KiB is taken as if it were usual (status {status})."),
    .broken = N_("A header field of 64 KiB makes the service fail (status {status})."),
    .expected = "431",
    .hint = N_("Set a limit for the size of header fields, and answer 431 above it."),
  };
  if (tec_is_repeat(ctx, WEB))
    return SV_INAPPLICABLE;
  const struct sv_response *r = sv_http(ctx, .url = tec_url(ctx), .long_field = LONG_FIELD);
  if (r->error && strcmp(r->error, "closed") == 0)
    return SV_PASSED;
  return judge_refusal(ctx, r, &words);
}

/* Whether R refuses a request whose Host is wrong in form: 400, or the end of the connection. */
static enum sv_outcome judge_host(struct sv_ctx *ctx, const struct sv_response *r,
                                  const char *message)
{
  if (r->error && strcmp(r->error, "closed") == 0)
    return SV_PASSED;
  if (r->error || r->status == 429 || r->status == 503)
    return r->error ? sv_no_answer(ctx, r) : tec_judge_answer(ctx, r);
  if (r->status == 400)
    return SV_PASSED;
  return tec_fail(ctx, r, tec_arg_number("status", r->status), .message = message,
                  .where.header = "Host", .expected = "400",
                  .actual = ctx->sv->format(ctx, "%d", r->status),
                  .hint = N_("Answer 400 when Host is missing or stands twice, in everything that "
                             "reads requests."));
}

/* TEC-NEG-25: RFC 9112 3.2 */
enum sv_outcome tec_host_form(struct sv_ctx *ctx)
{
  const char *origin = tec_origin(ctx, tec_endpoint_url(ctx));
  if (tec_is_repeat(ctx, WEB) || !*origin)
    return SV_INAPPLICABLE;
  const char *url = ctx->sv->format(ctx, "%s/", origin);
  const char *const none[] = { NULL };
  const char *const two[] = { strstr(origin, "://") + 3, FOREIGN, NULL };
  const enum sv_outcome missing = judge_host(ctx, sv_http(ctx, .url = url, .hosts = none),
                                             N_("A request without Host is answered with status "
                                                "{status}."));
  const enum sv_outcome doubled = judge_host(ctx, sv_http(ctx, .url = url, .hosts = two),
                                             N_("A request with two Host fields is answered with "
                                                "status {status}."));
  if (missing == SV_FAILED || doubled == SV_FAILED)
    return SV_FAILED;
  return missing == SV_PASSED ? doubled : missing;
}

/* Where R leads to the foreign host: the header, "" for the content, or NULL. */
static const char *reflected_in(const struct sv_response *r)
{
  static const char link[] = "//" FOREIGN;
  static const char *const names[] = { "Location", "Link", "Content-Location" };
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    const char *value = sv_header(r, names[i]);
    if (value && strstr(value, FOREIGN))
      return names[i];
  }
  return memmem(r->body, r->body_size, link, sizeof link - 1) ? "" : NULL;
}

/* TEC-NEG-26: OWASP API8 */
enum sv_outcome tec_host_foreign(struct sv_ctx *ctx)
{
  static const struct words words = {
    .accepted = N_("A request for another host is answered as if it were for this one (status "
                   "{status})."),
    .expected = "421",
    .hint = N_("Answer 421 or 404 to hosts that are not yours, and build links from your own "
               "name."),
  };
  const char *origin = tec_origin(ctx, tec_endpoint_url(ctx));
  const char *const hosts[] = { FOREIGN, NULL };
  if (tec_is_repeat(ctx, WEB) || !*origin)
    return SV_INAPPLICABLE;
  const struct sv_response *r =
      sv_http(ctx, .url = ctx->sv->format(ctx, "%s/", origin), .hosts = hosts);
  if (r->error && strcmp(r->error, "closed") == 0)
    return SV_PASSED;
  if (r->error)
    return sv_no_answer(ctx, r);
  const char *where = reflected_in(r);
  if (where)
    return tec_fail(ctx, r, NULL,
                    .message = N_("A host that the sender of the request made up stands in the "
                                  "links of the answer."),
                    .where.header = *where ? where : NULL, .expected = "421", .actual = FOREIGN,
                    .hint = words.hint);
  const enum sv_outcome aside = put_aside(ctx, r);
  if (aside != TEC_READY)
    return r->status == 403 ? SV_PASSED : aside;
  if (r->status < 300)
    return fail(ctx, r, words.accepted, &words);
  if (r->status >= 500)
    return tec_judge_ready(ctx, r);
  return SV_PASSED;
}

/* PATH behind the endpoint's own. */
static const struct sv_response *get_below(struct sv_ctx *ctx, const char *path)
{
  const char *url = tec_endpoint_url(ctx);
  size_t size = strcspn(url, "?#");
  while (size > 0 && url[size - 1] == '/')
    size--;
  return sv_http(ctx, .url = ctx->sv->format(ctx, "%.*s%s", (int)size, url, path),
                 .credential = "");
}

/* TEC-NEG-27: RFC 9110 15.5.1. A service that answers every address is another check's finding. */
enum sv_outcome tec_bad_escape(struct sv_ctx *ctx)
{
  static const struct words words = {
    .accepted = N_("An address with broken percent-encoding is answered with status {status}."),
    .broken = N_("An address with broken percent-encoding makes the service fail (status "
                 "{status})."),
    .expected = "400",
    .hint = N_("Answer 400 when an escape has no two hexadecimal digits, or is no UTF-8."),
  };
  static const char *const paths[] = { "/%zz", "/%C0%AF" };
  enum sv_outcome worst = SV_INAPPLICABLE;
  if (tec_is_repeat(ctx, WEB))
    return SV_INAPPLICABLE;
  for (size_t i = 0; i < 2 && worst != SV_FAILED; i++) {
    const struct sv_response *r = get_below(ctx, paths[i]);
    if (!r->error && r->status >= 200 && r->status <= 299) {
      const struct sv_response *unknown = tec_get_unknown(ctx);
      if (unknown->error || (unknown->status >= 200 && unknown->status <= 299))
        continue;
    }
    const enum sv_outcome o = judge_refusal(ctx, r, &words);
    if (o == SV_FAILED || (worst != SV_CANT_TELL && o != SV_INAPPLICABLE))
      worst = o;
  }
  return worst;
}

/* A line of /etc/passwd, the superuser's: the name, a word, and two noughts. */
static bool has_password_line(const struct sv_response *r)
{
  static const char root[] = "root:";
  const char *p = r->body;
  size_t left = r->body_size;
  while ((p = memmem(p, left, root, sizeof root - 1)) != NULL) {
    p += sizeof root - 1;
    p += strcspn(p, ":\n");
    if (sv_starts_with(p, ":0:0:"))
      return true;
    left = r->body_size - (size_t)(p - (const char *)r->body);
  }
  return false;
}

/* TEC-NEG-28: OWASP API8 */
enum sv_outcome tec_traversal(struct sv_ctx *ctx)
{
  if (tec_is_repeat(ctx, WEB))
    return SV_INAPPLICABLE;
  const struct sv_response *r = get_below(ctx, "/..%2f..%2f..%2fetc%2fpasswd");
  if (r->error)
    return sv_no_answer(ctx, r);
  if (has_password_line(r))
    return tec_fail(ctx, r, NULL,
                    .message = N_("An address with encoded steps upwards reaches files of the "
                                  "server."),
                    .expected = "404", .actual = ctx->sv->format(ctx, "%d", r->status),
                    .hint = N_("Make paths of files from names that you know, never from the "
                               "address."));
  if (r->status == 429 || r->status == 503)
    return tec_judge_answer(ctx, r);
  /* A service that fails on every address nobody knows has that fault, and not this one. */
  if (r->status >= 500 && tec_get_unknown(ctx)->status >= 500)
    return SV_INAPPLICABLE;
  if (r->status >= 500)
    return tec_fail(ctx, r, tec_arg_number("status", r->status),
                    .message = N_("An address with encoded steps upwards makes the service fail "
                                  "(status {status})."),
                    .expected = "404", .actual = ctx->sv->format(ctx, "%d", r->status),
                    .hint = N_("Answer 404: such an address names nothing."));
  return SV_PASSED;
}
