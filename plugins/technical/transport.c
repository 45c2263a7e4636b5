// SPDX-License-Identifier: Apache-2.0
/* Reaching the service: HTTPS, the way from plain HTTP, the handshake. */
#include "plugins/technical/checks.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"

#include <string.h>

#define WEB_KINDS "web api"

enum sv_outcome tec_handshake(struct sv_ctx *ctx, const struct sv_response **out)
{
  const struct sv_response *r = tec_first(tec_reach(ctx));
  *out = r;
  if (!sv_starts_with(tec_endpoint_url(ctx), "https:") || tec_is_repeat(ctx, "*"))
    return SV_INAPPLICABLE;
  if (!r->tls)
    return r->error ? sv_no_answer(ctx, r) : SV_INAPPLICABLE;
  return TEC_READY;
}

/* TEC-TRA-01 */
enum sv_outcome tec_https(struct sv_ctx *ctx)
{
  if (tec_param_is_true(ctx, "closed_service") || tec_is_repeat(ctx, "*"))
    return SV_INAPPLICABLE;
  const struct sv_response *last = tec_reach(ctx);
  const struct sv_response *r = tec_first(last);
  if (r->error && strcmp(r->error, "tls") == 0)
    return tec_fail(ctx, r, NULL, .message = N_("No TLS connection could be made to the service."),
                    .expected = N_("an answer over TLS"), .actual = r->detail,
                    .hint = N_("Serve the address over HTTPS with TLS 1.2 or 1.3."));
  if (r->error)
    return sv_no_answer(ctx, r);
  if (r->tls || last->tls)
    return SV_PASSED;
  return tec_fail(ctx, r, NULL, .message = N_("The service answers over HTTP without TLS."),
                  .expected = N_("an answer over TLS"), .actual = r->url,
                  .hint = N_("Serve the address over HTTPS, and redirect plain HTTP to it."));
}

/* The plain-HTTP address that stands for the endpoint: the target's sample "plain", else port 80;
 * NULL: not known. */
static const char *plain_url(struct sv_ctx *ctx)
{
  const char *url = tec_endpoint_url(ctx);
  if (!sv_starts_with(url, "https://"))
    return NULL;
  const size_t skip = strlen(tec_origin(ctx, url));
  const size_t path = strcspn(url + skip, "?#");
  const char *plain = tec_sample_text(ctx, "plain");
  if (plain)
    return ctx->sv->format(ctx, "%s%.*s?samsvar=1", tec_origin(ctx, plain), (int)path, url + skip);
  const struct sv_span authority = sv_uri_split(url, strlen(url)).authority;
  const struct sv_span host = tec_host(url);
  const char *port = host.data + host.size;
  const bool is_default = port == authority.data + authority.size ||
                          sv_starts_with(port, ":443/") || strcmp(port, ":443") == 0;
  return is_default ? ctx->sv->format(ctx, "http://%.*s%.*s?samsvar=1", (int)host.size, host.data,
                                      (int)path, url + skip)
                    : NULL;
}

/* The answer of the plain address, or NULL with an outcome. A closed port is what one would wish
 * for. */
static const struct sv_response *get_plain(struct sv_ctx *ctx, enum sv_outcome *outcome)
{
  const char *url = plain_url(ctx);
  *outcome = SV_INAPPLICABLE;
  if (!url || tec_param_is_true(ctx, "closed_service") || tec_is_repeat(ctx, WEB_KINDS))
    return NULL;
  const struct sv_response *r = sv_http(ctx, .url = url, .credential = "");
  if (!r->error)
    return r;
  if (strcmp(r->error, "connect") != 0 && strcmp(r->error, "timeout") != 0 &&
      strcmp(r->error, "refused") != 0)
    *outcome = sv_no_answer(ctx, r);
  return NULL;
}

static bool is_redirect(int status)
{
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/* Whether URL is REQUESTED over https: same host, path and query. */
static bool is_same_but_https(const char *url, const char *requested)
{
  const struct sv_uri a = sv_uri_split(url, strlen(url));
  const struct sv_span h = tec_host(url);
  const struct sv_span wanted = tec_host(requested);
  const char *rest = sv_uri_split(requested, strlen(requested)).path.data;
  bool same = a.scheme.data && sv_equal_nocase_n(a.scheme.data, a.scheme.size, "https") && h.data &&
              h.size == wanted.size && strcmp(a.path.data, rest) == 0;
  for (size_t i = 0; same && i < h.size; i++)
    same = sv_lower(h.data[i]) == sv_lower(wanted.data[i]);
  return same;
}

/* TEC-TRA-02 */
enum sv_outcome tec_redirect(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_response *r = get_plain(ctx, &outcome);
  if (!r)
    return outcome;
  if (r->status == 429 || r->status == 503)
    return tec_judge_answer(ctx, r);
  const char *location = sv_header(r, "Location");
  if (!is_redirect(r->status) || !location)
    return tec_fail(ctx, r, tec_arg_number("status", r->status),
                    .message = N_("Plain HTTP is answered with status {status}, not with a "
                                  "redirect to HTTPS."),
                    .expected = N_("a redirect to the same address over HTTPS"),
                    .actual = ctx->sv->format(ctx, "status %d", r->status),
                    .hint = N_("Answer every plain HTTP request with 308 and the same URL over "
                               "https."));
  const char *target = tec_resolve(ctx, r->url, location);
  if (target && is_same_but_https(target, r->url))
    return SV_PASSED;
  return tec_fail(ctx, r, NULL,
                  .message = N_("Plain HTTP is redirected to another address than the one asked "
                                "for."),
                  .where.header = "Location",
                  .expected = N_("a redirect to the same address over HTTPS"), .actual = location,
                  .hint = N_("Keep host, path and query in the redirect; change the scheme only."));
}

/* TEC-TRA-03 */
enum sv_outcome tec_permanent(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_response *r = get_plain(ctx, &outcome);
  if (!r)
    return outcome;
  if (!is_redirect(r->status) || !sv_header(tec_first(tec_reach(ctx)), "Strict-Transport-Security"))
    return SV_INAPPLICABLE;
  if (r->status == 301 || r->status == 308)
    return SV_PASSED;
  return tec_fail(ctx, r, NULL, .message = N_("The redirect from plain HTTP is not permanent."),
                  .expected = "301, 308", .actual = ctx->sv->format(ctx, "%d", r->status),
                  .hint = N_("Redirect with 308 (or 301), so that clients remember it."));
}

/* TEC-SEC-04 */
enum sv_outcome tec_hsts_plain(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_response *r = get_plain(ctx, &outcome);
  if (!r)
    return outcome;
  const char *value = sv_header(r, "Strict-Transport-Security");
  if (!value)
    return SV_PASSED;
  return tec_fail(ctx, r, NULL,
                  .message = N_("Strict-Transport-Security is sent over plain HTTP, where it means "
                                "nothing."),
                  .where.header = "Strict-Transport-Security",
                  .expected = N_("no such field over plain HTTP"), .actual = value,
                  .hint = N_("Send the field over HTTPS only."));
}

/* Whether a handshake broke off because the two sides share no version, in OpenSSL's words. */
static bool is_about_the_version(const char *detail)
{
  return detail && (strstr(detail, "unsupported protocol") || strstr(detail, "protocol version") ||
                    strstr(detail, "no protocols available"));
}

/* TEC-TRA-04 */
enum sv_outcome tec_tls_version(struct sv_ctx *ctx)
{
  const struct sv_response *r = tec_first(tec_reach(ctx));
  if (r->error && strcmp(r->error, "tls") == 0 && is_about_the_version(r->detail) &&
      !tec_is_repeat(ctx, "*"))
    return tec_fail(ctx, r, NULL, .message = N_("The service has no version of TLS that is safe."),
                    .expected = "TLSv1.2, TLSv1.3", .actual = r->detail,
                    .hint = N_("Turn on TLS 1.3 and 1.2, and turn off everything older."));
  const enum sv_outcome outcome = tec_handshake(ctx, &r);
  if (outcome != TEC_READY)
    return outcome;
  const char *version = r->tls->version ? r->tls->version : "";
  if (strcmp(version, "TLSv1.2") == 0 || strcmp(version, "TLSv1.3") == 0)
    return SV_PASSED;
  return tec_fail(ctx, r, tec_arg("version", version),
                  .message = N_("The service negotiated {version}."),
                  .expected = "TLSv1.2, TLSv1.3", .actual = version,
                  .hint = N_("Turn on TLS 1.3 and 1.2, and turn off everything older."));
}

/* TEC-TRA-23 */
enum sv_outcome tec_alpn(struct sv_ctx *ctx)
{
  const struct sv_response *r;
  const enum sv_outcome outcome = tec_handshake(ctx, &r);
  if (outcome != TEC_READY)
    return outcome;
  if (r->tls->alpn)
    return SV_PASSED;
  return tec_fail(ctx, r, NULL,
                  .message = N_("The service does not answer the client's offer of protocols "
                                "(ALPN)."),
                  .expected = "h2, http/1.1", .actual = "",
                  .hint = N_("Turn on ALPN with h2 and http/1.1 in the TLS server."));
}
