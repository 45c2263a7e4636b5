// SPDX-License-Identifier: Apache-2.0
/* Headers that protect: Strict-Transport-Security, sniffing, framing, cookies, CORS, and what a
 * server tells of itself. */
#include "plugins/technical/checks.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"
#include "engines/http/fields.h"
#include "engines/http/media_type.h"

#include <string.h>

enum { HSTS_AGE = 15552000 };

#define STS "Strict-Transport-Security"

/* The answer whose protection is judged: over TLS, and the first of its origin when ONCE. */
static enum sv_outcome over_tls(struct sv_ctx *ctx, const struct sv_response **r)
{
  *r = tec_reach(ctx);
  const enum sv_outcome o = tec_judge_answer(ctx, *r);
  if (o != TEC_READY)
    return o;
  return (*r)->tls ? TEC_READY : SV_INAPPLICABLE;
}

/* TEC-SEC-01 */
enum sv_outcome tec_hsts(struct sv_ctx *ctx)
{
  const struct sv_response *r;
  const enum sv_outcome o = over_tls(ctx, &r);
  if (o != TEC_READY)
    return o;
  if (sv_header(r, STS))
    return SV_PASSED;
  return tec_fail(ctx, r, NULL, .message = N_("Browsers are not told to keep to HTTPS."),
                  .where.header = STS, .expected = "max-age=31536000", .actual = "",
                  .hint = N_("Send Strict-Transport-Security: max-age=31536000 with every answer "
                             "over HTTPS."));
}

/* TEC-SEC-02 */
enum sv_outcome tec_hsts_syntax(struct sv_ctx *ctx)
{
  const struct sv_response *r;
  const enum sv_outcome o = over_tls(ctx, &r);
  if (o != TEC_READY)
    return o;
  const char *value = sv_header(r, STS);
  struct sv_hsts h;
  if (!value)
    return SV_INAPPLICABLE;
  if (sv_header_count(r, STS) == 1 && sv_hsts_parse(value, strlen(value), &h) == SV_OK)
    return SV_PASSED;
  return tec_fail(
      ctx, r, NULL,
      .message = N_("Strict-Transport-Security is malformed or stands more than once, so browsers "
                    "pass it over."),
      .where.header = STS, .expected = N_("one field with one max-age, such as max-age=31536000"),
      .actual = value, .hint = N_("Send the field once, with directives parted by semicolons."));
}

/* TEC-SEC-03 */
enum sv_outcome tec_hsts_age(struct sv_ctx *ctx)
{
  const struct sv_response *r;
  const enum sv_outcome o = over_tls(ctx, &r);
  if (o != TEC_READY)
    return o;
  const char *value = sv_header(r, STS);
  struct sv_hsts h;
  if (!value || sv_hsts_parse(value, strlen(value), &h) != SV_OK)
    return SV_INAPPLICABLE;
  if (h.max_age >= HSTS_AGE)
    return SV_PASSED;
  return tec_fail(ctx, r, tec_arg_number("days", (int64_t)(h.max_age / 86400)),
                  .message = N_("Browsers are told to keep to HTTPS for {days} days only."),
                  .where.header = STS, .expected = N_("at least 180 days: max-age=15552000"),
                  .actual = value,
                  .hint = N_("Set max-age to a year (31536000) when HTTPS works everywhere."));
}

static bool has_nosniff(const struct sv_response *r)
{
  const char *v = sv_header(r, "X-Content-Type-Options");
  return v && sv_equal_nocase(v, "nosniff");
}

/* TEC-SEC-05 */
enum sv_outcome tec_nosniff(struct sv_ctx *ctx)
{
  const struct sv_response *r = tec_get(ctx);
  const enum sv_outcome o = tec_judge_ready(ctx, r);
  if (o != TEC_READY)
    return o;
  if (has_nosniff(r))
    return SV_PASSED;
  return tec_fail(ctx, r, NULL,
                  .message = N_("Browsers may guess another media type than the one declared."),
                  .where.header = "X-Content-Type-Options", .expected = "nosniff",
                  .actual = sv_header(r, "X-Content-Type-Options") ? sv_header(r, "X-Content-Type-"
                                                                                  "Options")
                                                                   : "",
                  .hint = N_("Send X-Content-Type-Options: nosniff with every answer."));
}

/* Whether a policy among all Content-Security-Policy fields keeps others from framing the answer.
 */
static bool has_no_framing(const struct sv_response *r)
{
  for (const char *const *h = r->headers; *h; h++) {
    static const char name[] = "content-security-policy:";
    struct sv_span v;
    const size_t n = sizeof name - 1;
    if (strlen(*h) > n && sv_equal_nocase_n(*h, n, name) &&
        sv_csp_find(*h + n, strlen(*h + n), "frame-ancestors", &v) &&
        (sv_csp_has_source(v, "'none'") || sv_csp_has_source(v, "'self'")))
      return true;
  }
  return false;
}

/* TEC-SEC-06 */
enum sv_outcome tec_frame_ancestors(struct sv_ctx *ctx)
{
  const struct sv_response *r = tec_get(ctx);
  const enum sv_outcome o = tec_judge_ready(ctx, r);
  if (o != TEC_READY)
    return o;
  if (has_no_framing(r))
    return SV_PASSED;
  const char *value = sv_header(r, "Content-Security-Policy");
  return tec_fail(ctx, r, NULL, .message = N_("Other sites may show the answer in a frame."),
                  .where.header = "Content-Security-Policy", .expected = "frame-ancestors 'none'",
                  .actual = value ? value : "",
                  .hint = N_("Send Content-Security-Policy: frame-ancestors 'none'."));
}

/* TEC-SEC-07 */
enum sv_outcome tec_frame_options(struct sv_ctx *ctx)
{
  const struct sv_response *r = tec_get(ctx);
  const enum sv_outcome o = tec_judge_ready(ctx, r);
  if (o != TEC_READY)
    return o;
  const char *v = sv_header(r, "X-Frame-Options");
  if (has_no_framing(r) || (v && (sv_equal_nocase(v, "DENY") || sv_equal_nocase(v, "SAMEORIGIN"))))
    return SV_PASSED;
  return tec_fail(ctx, r, NULL,
                  .message = N_("Old browsers may show the answer in a frame of another site."),
                  .where.header = "X-Frame-Options", .expected = "DENY", .actual = v ? v : "",
                  .hint = N_("Send X-Frame-Options: DENY beside frame-ancestors."));
}

/* TEC-SEC-11 */
enum sv_outcome tec_error_headers(struct sv_ctx *ctx)
{
  static const char *const fields[] = { STS, "X-Content-Type-Options", "Content-Security-Policy" };
  const struct sv_response *r = tec_get(ctx);
  enum sv_outcome o = tec_judge_ready(ctx, r);
  if (o != TEC_READY)
    return o;
  const struct sv_response *error = tec_get_unknown(ctx);
  if (error->error)
    return sv_no_answer(ctx, error);
  if (error->status < 400)
    return SV_INAPPLICABLE;
  o = SV_INAPPLICABLE;
  for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
    if (!sv_header(r, fields[i]))
      continue;
    if (!sv_header(error, fields[i]))
      return tec_fail(ctx, error, tec_arg("field", fields[i]),
                      .message = N_("Errors are sent without {field}, which other answers have."),
                      .where.header = fields[i], .expected = sv_header(r, fields[i]), .actual = "",
                      .hint = N_("Set security headers where errors pass too, in the outermost "
                                 "server."));
    o = SV_PASSED;
  }
  return o;
}

/* A field of R that tells which software answered, and its version; NULL: none. */
static const char *telling_field(const struct sv_response *r)
{
  static const char *const fields[] = { "X-Powered-By", "X-AspNet-Version", "X-AspNetMvc-Version",
                                        "X-Generator" };
  for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
    if (sv_header(r, fields[i]))
      return fields[i];
  const char *server = sv_header(r, "Server");
  for (const char *p = server ? strchr(server, '/') : NULL; p; p = strchr(p + 1, '/'))
    if (sv_is_digit(p[1]))
      return "Server";
  return NULL;
}

/* TEC-SEC-12 */
enum sv_outcome tec_server(struct sv_ctx *ctx)
{
  const struct sv_response *r = tec_get(ctx);
  if (r->error)
    return sv_no_answer(ctx, r);
  const char *field = telling_field(r);
  if (!field)
    return SV_PASSED;
  return tec_fail(ctx, r, tec_arg("field", field),
                  .message = N_("{field} tells which software answers, down to its version."),
                  .where.header = field, .expected = N_("no version of the software"),
                  .actual = sv_header(r, field),
                  .hint = N_("Take the field out, or the version in it."));
}

/* The next Set-Cookie of R from *AT on, its value; NULL: no more. */
static const char *next_cookie(const struct sv_response *r, size_t *at)
{
  for (; r->headers[*at]; (*at)++)
    if (strlen(r->headers[*at]) > 11 && sv_equal_nocase_n(r->headers[*at], 11, "set-cookie:"))
      return r->headers[(*at)++] + 11;
  return NULL;
}

/* Whether cookie TEXT has the attribute NAME. */
static bool has_attribute(const char *text, const char *name)
{
  for (const char *p = strchr(text, ';'); p; p = strchr(p, ';')) {
    p += 1 + strspn(p + 1, " \t");
    const size_t n = strcspn(p, ";= \t");
    if (sv_equal_nocase_n(p, n, name))
      return true;
  }
  return false;
}

static struct sv_span cookie_name(const char *cookie)
{
  cookie += strspn(cookie, " \t");
  return (struct sv_span){ .data = cookie, .size = strcspn(cookie, "=;") };
}

/* TEC-SEC-16 */
enum sv_outcome tec_cookies(struct sv_ctx *ctx)
{
  static const char *const attributes[] = { "Secure", "HttpOnly" };
  const struct sv_response *last = tec_get(ctx);
  enum sv_outcome outcome = SV_INAPPLICABLE;
  if (last->error)
    return sv_no_answer(ctx, last);
  for (const struct sv_response *r = last; r; r = r->redirected_from) {
    size_t at = 0;
    for (const char *cookie; r->tls && (cookie = next_cookie(r, &at)) != NULL;) {
      outcome = SV_PASSED;
      for (size_t i = 0; i < 2; i++)
        if (!has_attribute(cookie, attributes[i]))
          return tec_fail(ctx, r,
                          json_pack("{s:o, s:s}", "cookie",
                                    json_string(tec_copy(ctx, cookie_name(cookie))), "attribute",
                                    attributes[i]),
                          .message = N_("The cookie {cookie} is set without {attribute}."),
                          .where.header = "Set-Cookie", .expected = "Secure; HttpOnly",
                          .actual = tec_copy(ctx, cookie_name(cookie)),
                          .hint = N_("Set Secure and HttpOnly (and SameSite) on every cookie."));
    }
  }
  return outcome;
}

/* TEC-SEC-17 */
enum sv_outcome tec_session_cookie(struct sv_ctx *ctx)
{
  static const char *const parts[] = { "sess", "sid", "asp.net" };
  const struct sv_response *r = tec_get(ctx);
  if (r->error)
    return sv_no_answer(ctx, r);
  size_t at = 0;
  for (const char *cookie; (cookie = next_cookie(r, &at)) != NULL;) {
    const char *name = tec_copy(ctx, cookie_name(cookie));
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
      if (strcasestr(name, parts[i]))
        return tec_fail(ctx, r, tec_arg("cookie", name),
                        .message = N_("The API keeps a session in the cookie {cookie}."),
                        .where.header = "Set-Cookie", .expected = N_("no session cookie"),
                        .actual = name,
                        .hint = N_("Let every request carry what is needed to answer it, such as a "
                                   "token."));
  }
  const enum sv_outcome o = tec_judge_answer(ctx, r);
  return o == TEC_READY ? tec_shows_none(ctx, r) : o;
}

static bool is_page(const struct sv_response *r)
{
  return sv_content_type_is(sv_header(r, "Content-Type"), "text/html");
}

/* TEC-SEC-09 */
enum sv_outcome tec_referrer(struct sv_ctx *ctx)
{
  static const char *const good[] = { "no-referrer",
                                      "no-referrer-when-downgrade",
                                      "same-origin",
                                      "origin",
                                      "strict-origin",
                                      "origin-when-cross-origin",
                                      "strict-origin-when-cross-origin" };
  const struct sv_response *r = tec_get(ctx);
  const enum sv_outcome o = tec_judge_ready(ctx, r);
  if (o != TEC_READY)
    return o;
  if (!is_page(r))
    return SV_INAPPLICABLE;
  const char *value = sv_header(r, "Referrer-Policy");
  struct sv_scan s = sv_scan_of(value ? value : "", value ? strlen(value) : 0);
  /* The last word that a browser knows counts (Referrer Policy 8.1). */
  bool is_good = false;
  struct sv_param word;
  while (sv_directive_next(&s, &word) == SV_OK) {
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
      is_good |= sv_span_is(word.name, good[i]);
    is_good &= !sv_span_is(word.name, "unsafe-url");
  }
  if (is_good)
    return SV_PASSED;
  return tec_fail(ctx, r, NULL,
                  .message = N_("The page has no policy for what it tells other sites about the "
                                "visitor."),
                  .where.header = "Referrer-Policy", .expected = "strict-origin-when-cross-origin",
                  .actual = value ? value : "",
                  .hint = N_("Send Referrer-Policy: strict-origin-when-cross-origin or "
                             "no-referrer."));
}

/* TEC-SEC-10 */
enum sv_outcome tec_csp(struct sv_ctx *ctx)
{
  const struct sv_response *r = tec_get(ctx);
  const enum sv_outcome o = tec_judge_ready(ctx, r);
  if (o != TEC_READY)
    return o;
  if (!is_page(r))
    return SV_INAPPLICABLE;
  const char *value = sv_header(r, "Content-Security-Policy");
  const size_t size = value ? strlen(value) : 0;
  struct sv_span sources;
  const bool covers = value && (sv_csp_find(value, size, "script-src", &sources) ||
                                sv_csp_find(value, size, "default-src", &sources));
  if (covers && !sv_csp_has_source(sources, "'unsafe-eval'"))
    return SV_PASSED;
  return tec_fail(ctx, r, NULL,
                  .message = N_("The page does not limit which scripts may run in it."),
                  .where.header = "Content-Security-Policy", .expected = "default-src 'self'",
                  .actual = value ? value : "",
                  .hint = N_("Send Content-Security-Policy with default-src or script-src, without "
                             "'unsafe-eval'."));
}

/* TEC-SEC-13 */
enum sv_outcome tec_cors_reflect(struct sv_ctx *ctx)
{
  static const char *const headers[] = { "Origin: https://samsvar-probe.invalid", NULL };
  const struct sv_response *r = tec_ask(ctx, "GET", headers);
  const enum sv_outcome o = tec_judge_answer(ctx, r);
  if (o != TEC_READY)
    return o;
  const char *origin = sv_header(r, "Access-Control-Allow-Origin");
  const char *credentials = sv_header(r, "Access-Control-Allow-Credentials");
  if (!origin)
    return tec_shows_none(ctx, r);
  const bool any =
      strcmp(origin, "https://samsvar-probe.invalid") == 0 || strcmp(origin, "null") == 0;
  if (!any || !credentials || strcmp(credentials, "true") != 0)
    return tec_shows_none(ctx, r);
  return tec_fail(ctx, r, NULL,
                  .message = N_("Any site may read answers with the visitor's own rights."),
                  .where.header = "Access-Control-Allow-Origin",
                  .expected = N_("a list of sites that are known"), .actual = origin,
                  .hint = N_("Compare Origin with a list of your own, and never send it back "
                             "unread with credentials."));
}
