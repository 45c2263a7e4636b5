// SPDX-License-Identifier: Apache-2.0
/* A service that sends people to an issuer to sign in: what it asks the issuer for, and that nobody
 * else can steer it. The issuer itself is never called. */
#include "plugins/technical/checks.h"
#include "plugins/technical/issuer.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"
#include "engines/base/buf.h"
#include "engines/base/uri.h"
#include "engines/http/scan.h"

#include <string.h>

enum { HOPS = 5, VALUE_MAX = 4096, ISSUERS_MOST = 8, STATE_LEAST = 16 };

/* The national issuers' authorization endpoints lie on hosts below these. */
static const char *const domains[] = { "idporten.no", "ansattporten.no" };

/* One start of a login: the answer that sends the browser away, and where to. */
struct start {
  const struct sv_response *r;
  const char *location; /* of the authorization request; NULL: there was none */
};

static bool is_below(struct sv_span host, const char *domain)
{
  const size_t n = strlen(domain);
  return host.size >= n && sv_equal_nocase_n(host.data + host.size - n, n, domain) &&
         (host.size == n || host.data[host.size - n - 1] == '.');
}

/* Whether URL is where some issuer of the target takes authorization requests. */
static bool is_authorization(struct sv_ctx *ctx, const char *url)
{
  const struct sv_span host = tec_host(url);
  const struct sv_response *r;
  const size_t size = strcspn(url, "?#");
  for (size_t i = 0; i < sizeof domains / sizeof domains[0]; i++)
    if (is_below(host, domains[i]))
      return true;
  for (size_t n = 0; n < ISSUERS_MOST; n++) {
    json_t *j = tec_issuer_metadata(ctx, n, &r);
    const char *own = json_string_value(json_object_get(j, "authorization_endpoint"));
    const bool same = own && strcspn(own, "?#") == size && strncmp(own, url, size) == 0;
    json_decref(j);
    if (same || !r)
      return same;
  }
  return false;
}

/* The value of parameter NAME in the query of URL, decoded, or NULL. */
static const char *query(struct sv_ctx *ctx, const char *url, const char *name)
{
  const struct sv_uri u = sv_uri_split(url, strlen(url));
  const char *const end = u.query.data ? u.query.data + u.query.size : NULL;
  const size_t size = strlen(name);
  for (const char *p = u.query.data; p && p < end;) {
    const char *stop = memchr(p, '&', (size_t)(end - p));
    stop = stop ? stop : end;
    if ((size_t)(stop - p) > size && memcmp(p, name, size) == 0 && p[size] == '=') {
      struct sv_buf out = SV_BUF(VALUE_MAX);
      (void)sv_form_decode(p + size + 1, (size_t)(stop - p) - size - 1, &out);
      const char *value =
          tec_copy(ctx, (struct sv_span){ .data = sv_buf_text(&out), .size = out.size });
      sv_buf_free(&out);
      return value;
    }
    p = stop < end ? stop + 1 : end;
  }
  return NULL;
}

/* Follows the login from the endpoint until the browser is sent to the issuer. VISIT makes two
 * starts two requests. NULL location with an outcome in *OUTCOME when it never is. */
static struct start begin(struct sv_ctx *ctx, const char *visit, enum sv_outcome *outcome)
{
  struct start s = { .r = NULL };
  const char *const headers[] = { visit, NULL };
  const char *url = tec_endpoint_url(ctx);
  *outcome = SV_INAPPLICABLE;
  for (size_t hop = 0; hop <= HOPS; hop++) {
    s.r = sv_http(ctx, .url = url, .headers = visit ? headers : NULL, .credential = "");
    if (s.r->error) {
      *outcome = sv_no_answer(ctx, s.r);
      return s;
    }
    const char *to = sv_header(s.r, "Location");
    if (s.r->status == 429 || s.r->status == 503 || s.r->status == 401 || s.r->status == 403)
      *outcome = tec_judge_answer(ctx, s.r);
    else if (s.r->status >= 500)
      (void)sv_is_no_verdict(ctx, s.r, outcome);
    if (s.r->status < 300 || s.r->status > 399 || !to)
      return s;
    url = tec_resolve(ctx, s.r->url, to);
    if (!url)
      return s;
    if (is_authorization(ctx, url)) {
      s.location = url;
      return s;
    }
  }
  return s;
}

/* Whether the request was pushed to the issuer beforehand: its parameters are not to be seen. */
static bool is_pushed(struct sv_ctx *ctx, const char *url)
{
  return query(ctx, url, "request_uri") && query(ctx, url, "client_id");
}

static enum sv_outcome fault(struct sv_ctx *ctx, const struct start *s, const char *member,
                             const struct sv_finding *f)
{
  struct sv_finding copy = *f;
  const char *value = query(ctx, s->location, member);
  copy.outcome = SV_FAILED;
  copy.where.header = "Location";
  copy.actual = value ? value : "";
  return tec_find(ctx, s->r, tec_arg("member", member), &copy);
}

#define FAULT(ctx, s, member, ...) fault((ctx), (s), (member), &(struct sv_finding){ __VA_ARGS__ })

static bool has_word(const char *text, const char *word)
{
  const size_t size = strlen(word);
  for (const char *p = text; p && *p; p += strcspn(p, " ")) {
    p += strspn(p, " ");
    if (strcspn(p, " ") == size && memcmp(p, word, size) == 0)
      return true;
  }
  return false;
}

/* TEC-AUT-58 */
enum sv_outcome tec_login_code(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct start s = begin(ctx, NULL, &outcome);
  if (!s.location)
    return outcome;
  if (is_pushed(ctx, s.location))
    return SV_PASSED;
  const char *type = query(ctx, s.location, "response_type");
  const char *wrong = !type || strcmp(type, "code") != 0                     ? "response_type"
                      : !query(ctx, s.location, "client_id")                 ? "client_id"
                      : !query(ctx, s.location, "redirect_uri")              ? "redirect_uri"
                      : !has_word(query(ctx, s.location, "scope"), "openid") ? "scope"
                                                                             : NULL;
  if (!wrong)
    return SV_PASSED;
  return FAULT(ctx, &s, wrong, .message = N_("The login asks the issuer without a right {member}."),
               .expected = N_("response_type=code, client_id, redirect_uri, scope with openid"),
               .hint = N_("Use a maintained OpenID Connect library with the code flow."));
}

static bool is_challenge(const char *text)
{
  return text && strlen(text) == 43 &&
         strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") == 43;
}

/* TEC-AUT-59 */
enum sv_outcome tec_login_pkce(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct start s = begin(ctx, NULL, &outcome);
  if (!s.location || is_pushed(ctx, s.location))
    return s.location ? SV_INAPPLICABLE : outcome;
  const char *method = query(ctx, s.location, "code_challenge_method");
  if (!method || strcmp(method, "S256") != 0)
    return FAULT(ctx, &s, "code_challenge_method",
                 .message = N_("The login does not use PKCE with S256."), .expected = "S256",
                 .hint = N_("Turn PKCE on in the client library."));
  if (is_challenge(query(ctx, s.location, "code_challenge")))
    return SV_PASSED;
  return FAULT(ctx, &s, "code_challenge",
               .message = N_("The code challenge of the login is no SHA-256 in base64url."),
               .expected = N_("43 characters of base64url"),
               .hint = N_("Turn PKCE on in the client library."));
}

/* TEC-AUT-60: fresh for every start, and long enough not to be guessed. */
enum sv_outcome tec_login_state(struct sv_ctx *ctx)
{
  static const char *const names[] = { "state", "nonce" };
  enum sv_outcome outcome;
  const struct start a = begin(ctx, NULL, &outcome);
  if (!a.location || is_pushed(ctx, a.location))
    return a.location ? SV_INAPPLICABLE : outcome;
  const struct start b = begin(ctx, "Cache-Control: no-cache", &outcome);
  if (!b.location)
    return outcome;
  for (size_t i = 0; i < 2; i++) {
    const char *one = query(ctx, a.location, names[i]);
    const char *two = query(ctx, b.location, names[i]);
    if (!one || !two || strlen(one) < STATE_LEAST)
      return FAULT(ctx, &a, names[i],
                   .message = N_("The login sends no {member}, or one that is short."),
                   .expected = N_("16 characters or more"),
                   .hint = N_("Make state and nonce anew for each login, from a random source."));
    if (strcmp(one, two) == 0)
      return FAULT(ctx, &b, names[i], .message = N_("Two logins have the same {member}."),
                   .expected = N_("another value for each login"),
                   .hint = N_("Make state and nonce anew for each login, from a random source."));
  }
  return SV_PASSED;
}

static bool are_all_of(const char *text, const char *const *words, size_t count)
{
  for (const char *p = text + strspn(text, " "); *p; p += strspn(p, " ")) {
    const size_t n = strcspn(p, " ");
    size_t i = 0;
    while (i < count && (strlen(words[i]) != n || memcmp(words[i], p, n) != 0))
      i++;
    if (i == count)
      return false;
    p += n;
  }
  return true;
}

/* TEC-AUT-61 */
enum sv_outcome tec_login_level(struct sv_ctx *ctx)
{
  static const char *const levels[] = { "idporten-loa-low", "idporten-loa-substantial",
                                        "idporten-loa-high" };
  static const char *const languages[] = { "nb", "nn", "en", "se" };
  enum sv_outcome outcome;
  const struct start s = begin(ctx, NULL, &outcome);
  if (!s.location || is_pushed(ctx, s.location))
    return s.location ? SV_INAPPLICABLE : outcome;
  const char *acr = query(ctx, s.location, "acr_values");
  const char *locales = query(ctx, s.location, "ui_locales");
  const struct sv_span host = tec_host(s.location);
  /* Other issuers have levels of their own. */
  if (!is_below(host, domains[0]) && !is_below(host, domains[1]) && !tec_is_idporten(ctx, NULL))
    return SV_INAPPLICABLE;
  if (acr && !are_all_of(acr, levels, 3))
    return FAULT(ctx, &s, "acr_values",
                 .message = N_("The login asks for an assurance level that ID-porten does not "
                               "have."),
                 .expected = "idporten-loa-substantial, idporten-loa-high",
                 .hint = N_("Level3 and Level4 are gone; write idporten-loa-substantial or "
                            "idporten-loa-high."));
  if (locales && !are_all_of(locales, languages, 4))
    return FAULT(ctx, &s, "ui_locales",
                 .message = N_("The login asks for a language that ID-porten does not have."),
                 .expected = "nb, nn, en, se",
                 .hint = N_("Write one of nb, nn, en and se in ui_locales."));
  return SV_PASSED;
}

/* TEC-AUT-72: http only for native clients on the same machine, and only in tests. */
enum sv_outcome tec_login_https(struct sv_ctx *ctx)
{
  static const char *const loopback[] = { "127.0.0.1", "[::1]", "localhost" };
  enum sv_outcome outcome;
  const struct start s = begin(ctx, NULL, &outcome);
  const char *uri = s.location ? query(ctx, s.location, "redirect_uri") : NULL;
  if (!uri)
    return s.location ? SV_INAPPLICABLE : outcome;
  if (sv_starts_with(uri, "https://"))
    return SV_PASSED;
  const char *where = json_string_value(json_object_get(ctx->sv->target(ctx), "environment"));
  const bool is_test = where && strcmp(where, "production") != 0;
  for (size_t i = 0; i < 3 && is_test && sv_starts_with(uri, "http://"); i++)
    if (sv_span_is(tec_host(uri), loopback[i]))
      return SV_PASSED;
  return FAULT(ctx, &s, "redirect_uri",
               .message = N_("The answer of the issuer would travel without encryption: {member}."),
               .expected = "https://", .hint = N_("Register and send a redirect_uri with https."));
}

/* TEC-AUT-65. The net process hides tokens; what it puts in their place tells where one stood. */
enum sv_outcome tec_login_no_token(struct sv_ctx *ctx)
{
  static const char mark[] = "*hidden:token*";
  enum sv_outcome outcome;
  const struct start s = begin(ctx, NULL, &outcome);
  if (!s.r || s.r->error)
    return outcome;
  const char *header = NULL;
  for (const char *const *h = s.r->headers; *h; h++)
    if (sv_starts_with(*h, "Set-Cookie:") || sv_starts_with(*h, "set-cookie:"))
      header = strstr(*h, mark) ? "Set-Cookie" : header;
  const bool in_body = s.r->body_size > 0 && strstr(s.r->body, mark) != NULL;
  if (!header && !in_body)
    return outcome == SV_CANT_TELL ? outcome : SV_PASSED;
  return tec_fail(ctx, s.r, tec_arg("place", header ? header : "HTML"),
                  .message = N_("A token is handed to the browser ({place})."),
                  .where.header = header, .where.text = header ? NULL : "HTML",
                  .expected = N_("a session of the service's own"), .actual = mark,
                  .hint = N_("Keep tokens on the server, and give the browser a session cookie "
                             "that means nothing elsewhere."));
}

/* TEC-AUT-75: one request with all the usual names, so that a service is asked once. */
enum sv_outcome tec_open_redirect(struct sv_ctx *ctx)
{
  static const char to[] = "https%3A%2F%2Fsamsvar-probe.invalid%2F";
  const char *own = tec_endpoint_url(ctx);
  const char *url = ctx->sv->format(ctx,
                                    "%s%creturnUrl=%s&redirect=%s&redirectTo=%s&next=%s&url=%s&"
                                    "target=%s&ReturnUrl=%s",
                                    own, strchr(own, '?') ? '&' : '?', to, to, to, to, to, to, to);
  const struct sv_response *r = sv_http(ctx, .url = url, .credential = "");
  if (r->error)
    return sv_no_answer(ctx, r);
  enum sv_outcome outcome;
  if ((r->status == 429 || r->status >= 500) && sv_is_no_verdict(ctx, r, &outcome))
    return outcome;
  const char *location = sv_header(r, "Location");
  const char *full = location ? tec_resolve(ctx, r->url, location) : NULL;
  if (!full || !sv_span_is(tec_host(full), "samsvar-probe.invalid"))
    return SV_PASSED;
  return tec_fail(ctx, r, NULL,
                  .message = N_("The address sends browsers wherever its query says."),
                  .where.header = "Location", .expected = N_("an address of the service's own"),
                  .actual = location,
                  .hint = N_("Let the query choose among addresses that the service knows."));
}

/* Whether LIST, the sources of frame-ancestors, has HOST or all hosts. */
static bool has_source(struct sv_span list, struct sv_span host)
{
  for (size_t i = 0; i < list.size; i++) {
    size_t n = 0;
    while (n < host.size && i + n < list.size &&
           sv_lower((unsigned char)list.data[i + n]) == sv_lower((unsigned char)host.data[n]))
      n++;
    if (list.data[i] == '*' || (host.size > 0 && n == host.size))
      return true;
  }
  return false;
}

/* The field that forbids ISSUER to show the page in a frame, or NULL. */
static const char *frame_fault(const struct sv_response *r, const char *issuer)
{
  const char *policy = sv_header(r, "Content-Security-Policy");
  const char *list = policy ? strstr(policy, "frame-ancestors") : NULL;
  if (!list)
    return sv_header(r, "X-Frame-Options") ? "X-Frame-Options" : NULL;
  list += strlen("frame-ancestors");
  const struct sv_span sources = { list, strcspn(list, ";") };
  return has_source(sources, tec_host(issuer)) ? NULL : "Content-Security-Policy";
}

/* The issuer whose logout it is: of the target's metadata, else ID-porten. */
static const char *issuer_of(struct sv_ctx *ctx, enum sv_outcome *outcome)
{
  const char *own = tec_target_issuer(ctx, "oidc", outcome);
  return own || *outcome != TEC_READY ? own : "https://idporten.no";
}

/* The answer to a sign-out that *ISSUER sends, or NULL with an outcome. */
static const struct sv_response *sign_out(struct sv_ctx *ctx, const char **issuer,
                                          enum sv_outcome *outcome)
{
  *issuer = issuer_of(ctx, outcome);
  if (!*issuer)
    return NULL;
  const char *own = tec_endpoint_url(ctx);
  const char *url = ctx->sv->format(ctx, "%s%ciss=%s&sid=samsvar-unknown", own,
                                    strchr(own, '?') ? '&' : '?', *issuer);
  const struct sv_response *r = sv_http(ctx, .url = url, .credential = "");
  if (!r->error)
    return r;
  *outcome = sv_no_answer(ctx, r);
  return NULL;
}

/* TEC-AUT-64 */
enum sv_outcome tec_front_channel(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const char *issuer;
  const struct sv_response *r = sign_out(ctx, &issuer, &outcome);
  if (!r)
    return outcome;
  if (r->status == 429 || r->status == 503)
    return tec_judge_answer(ctx, r);
  if (r->status < 200 || r->status > 299)
    return tec_fail(ctx, r, tec_arg_number("status", r->status),
                    .message = N_("Signing out from another service is answered with status "
                                  "{status}."),
                    .expected = "200", .actual = ctx->sv->format(ctx, "%d", r->status),
                    .hint = N_("Answer 200 to the issuer's front-channel request, also without "
                               "cookies and for a session that is not known."));
  const char *header = frame_fault(r, issuer);
  if (!header)
    return SV_PASSED;
  return tec_fail(ctx, r, tec_arg("issuer", issuer),
                  .message = N_("{issuer} may not show the logout page in a frame."),
                  .where.header = header, .expected = N_("frame-ancestors with the issuer"),
                  .actual = sv_header(r, header),
                  .hint = N_("Name the issuer in frame-ancestors for this one address, and leave "
                             "X-Frame-Options out."));
}

/* TEC-AUT-64, that no cache answers in place of the service. */
enum sv_outcome tec_front_channel_cache(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const char *issuer;
  const struct sv_response *r = sign_out(ctx, &issuer, &outcome);
  if (!r)
    return outcome;
  if (r->status < 200 || r->status > 299)
    return SV_INAPPLICABLE;
  const char *value = sv_header(r, "Cache-Control");
  if (value && strstr(value, "no-store"))
    return SV_PASSED;
  return tec_fail(ctx, r, NULL, .message = N_("The logout page may be kept in caches."),
                  .where.header = "Cache-Control", .expected = "no-store",
                  .actual = value ? value : "",
                  .hint = N_("Send Cache-Control: no-store with the answer."));
}
