// SPDX-License-Identifier: Apache-2.0
/* What the service agrees to when it is offered what it should refuse. The offers are few: what is
 * refused all at once needs no second look. */
#include "plugins/technical/checks.h"
#include "plugins/technical/suites.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"

#include <string.h>

enum { SSL_2 = 0x0002, SSL_3 = 0x0300, TLS_10, TLS_11, TLS_12, TLS_13, DH_BITS = 2048 };

/* What a client of TLS 1.2 may offer: static RSA first, so that the server's own order is seen. */
static const uint16_t common_12[] = {
  0x009c, 0x009d, 0x002f, 0x0035, 0xc02b, 0xc02f, 0xc02c, 0xc030, 0xcca9,
  0xcca8, 0xc023, 0xc027, 0xc024, 0xc028, 0xc009, 0xc013, 0xc00a, 0xc014,
  0xc0ac, 0xc0ad, 0x009e, 0x009f, 0x0033, 0x0039, 0,
};

/* The ordinary handshake of the endpoint in *R: TEC_READY when probes are worth while. A handshake
 * that failed is, for old versions may be all there is. */
static enum sv_outcome begin(struct sv_ctx *ctx, const struct sv_response **out)
{
  const struct sv_response *r = tec_first(tec_reach(ctx));
  *out = r;
  if (!sv_starts_with(tec_endpoint_url(ctx), "https:") || tec_is_repeat(ctx, "*"))
    return SV_INAPPLICABLE;
  if (r->tls || (r->error && strcmp(r->error, "tls") == 0))
    return TEC_READY;
  return r->error ? sv_no_answer(ctx, r) : SV_INAPPLICABLE;
}

static bool is_hello(const struct sv_answered *a)
{
  return !a->error && strcmp(a->answer, "hello") == 0;
}

/* Whether the server turned the offer down. A connection that ends without a word counts only where
 * the server is known to speak TLS. */
static bool is_refusal(const struct sv_answered *a, const struct sv_response *r)
{
  return !a->error &&
         (strcmp(a->answer, "alert") == 0 || (r->tls && strcmp(a->answer, "closed") == 0));
}

/* The answer A is neither a hello nor a refusal, or was cut. */
static enum sv_outcome unclear(struct sv_ctx *ctx, const struct sv_response *r,
                               const struct sv_answered *a)
{
  const bool silent = a->error && strcmp(a->error, "timeout") == 0;
  return tec_unsure(ctx, r, a->error && strcmp(a->error, "tls") == 0 ? SV_TARGET : SV_NETWORK,
                    tec_arg("error", a->error ? a->error : a->answer),
                    .message = N_("The service neither took nor refused a handshake that was "
                                  "offered ({error})."),
                    .evidence = a->evidence, .actual = a->detail ? a->detail : "",
                    .hint = silent ? N_("Let the server answer what it refuses with an alert, or "
                                        "close the connection.")
                                   : N_("Look at the handshake in the recording."));
}

/* Whether A was not seen to its end, so that what is missing in it says nothing. */
static bool is_cut(const struct sv_answered *a)
{
  return a->marks & (SV_MARK_TRUNCATED | SV_MARK_LIMITED | SV_MARK_AMBIGUOUS);
}

static const struct sv_answered *offer_12(struct sv_ctx *ctx)
{
  return sv_handshake(ctx, .max = TLS_12, .suites = common_12, .alpn = "h2 http/1.1", .deflate = 1);
}

static bool chose(const struct sv_response *r, const char *version)
{
  return r->tls && r->tls->version && strcmp(r->tls->version, version) == 0;
}

/* TEC-TRA-06 */
enum sv_outcome tec_tls_12(struct sv_ctx *ctx)
{
  const struct sv_response *r;
  const enum sv_outcome outcome = begin(ctx, &r);
  if (outcome != TEC_READY || chose(r, "TLSv1.2"))
    return outcome != TEC_READY ? outcome : SV_PASSED;
  const struct sv_answered *a = offer_12(ctx);
  if (is_hello(a) && a->version == TLS_12)
    return SV_PASSED;
  if (!r->tls)
    return sv_no_answer(ctx, r);
  if (!is_hello(a) && !is_refusal(a, r))
    return unclear(ctx, r, a);
  return tec_fail(
      ctx, r, NULL, .message = N_("The service has no TLS 1.2, which older clients still need."),
      .evidence = a->evidence, .expected = "TLSv1.2", .actual = a->alert ? a->alert : a->answer,
      .hint = N_("Turn on TLS 1.2 beside TLS 1.3, with ECDHE and AES-GCM suites only."));
}

/* Whether TLS 1.3 is agreed when nothing else is offered; *OUTCOME when that cannot be told. */
static bool has_13(struct sv_ctx *ctx, const struct sv_response *r, const struct sv_answered **out,
                   enum sv_outcome *outcome)
{
  const struct sv_answered *a = sv_handshake(ctx, .max = TLS_13, .min = TLS_13);
  *out = a;
  *outcome = is_hello(a) || is_refusal(a, r) ? TEC_READY : unclear(ctx, r, a);
  return is_hello(a) && a->version == TLS_13;
}

/* TEC-TRA-05 */
enum sv_outcome tec_tls_13(struct sv_ctx *ctx)
{
  const struct sv_response *r;
  const struct sv_answered *a;
  enum sv_outcome outcome = begin(ctx, &r);
  if (outcome != TEC_READY || chose(r, "TLSv1.3"))
    return outcome != TEC_READY ? outcome : SV_PASSED;
  if (has_13(ctx, r, &a, &outcome))
    return SV_PASSED;
  if (outcome != TEC_READY)
    return outcome;
  if (!r->tls)
    return sv_no_answer(ctx, r);
  return tec_fail(ctx, r, NULL, .message = N_("The service has no TLS 1.3."),
                  .evidence = a->evidence, .expected = "TLSv1.3",
                  .actual = a->alert ? a->alert : a->answer,
                  .hint = N_("Turn on TLS 1.3 in the server and in what stands before it."));
}

/* TEC-TRA-07 */
enum sv_outcome tec_tls_13_first(struct sv_ctx *ctx)
{
  const struct sv_response *r;
  const struct sv_answered *a;
  enum sv_outcome outcome = begin(ctx, &r);
  if (outcome != TEC_READY || chose(r, "TLSv1.3"))
    return outcome != TEC_READY ? outcome : SV_PASSED;
  if (!has_13(ctx, r, &a, &outcome))
    return outcome == TEC_READY ? SV_INAPPLICABLE : outcome;
  return tec_fail(ctx, r, NULL,
                  .message = N_("The service has TLS 1.3, and chooses an older version all the "
                                "same."),
                  .evidence = a->evidence, .expected = "TLSv1.3",
                  .actual = r->tls ? r->tls->version : "",
                  .hint = N_("Let the server choose the newest version that both sides have."));
}

static enum sv_outcome say_old(struct sv_ctx *ctx, const struct sv_response *r,
                               const struct sv_answered *a, const char *name)
{
  return tec_fail(ctx, r, tec_arg("version", name),
                  .message = N_("The service agrees to {version}."), .evidence = a->evidence,
                  .expected = N_("an alert"), .actual = name,
                  .hint = N_("Turn off everything older than TLS 1.2 in the server and in what "
                             "stands before it."));
}

/* One offer of TLS 1.1 tells of every version below it that a server would rather have. */
static const struct sv_answered *offer_old(struct sv_ctx *ctx)
{
  return sv_handshake(ctx, .max = TLS_11);
}

/* TEC-TRA-08 */
enum sv_outcome tec_no_tls_11(struct sv_ctx *ctx)
{
  const struct sv_response *r;
  const enum sv_outcome outcome = begin(ctx, &r);
  if (outcome != TEC_READY)
    return outcome;
  const struct sv_answered *a = offer_old(ctx);
  if (is_hello(a) && a->version == TLS_11)
    return say_old(ctx, r, a, "TLS 1.1");
  return is_hello(a) || is_refusal(a, r) ? SV_PASSED : unclear(ctx, r, a);
}

/* TEC-TRA-09 */
enum sv_outcome tec_no_tls_10(struct sv_ctx *ctx)
{
  const struct sv_response *r;
  const enum sv_outcome outcome = begin(ctx, &r);
  if (outcome != TEC_READY)
    return outcome;
  const struct sv_answered *a = offer_old(ctx);
  if (is_hello(a) && a->version == TLS_11)
    a = sv_handshake(ctx, .max = TLS_10);
  if (is_hello(a) && a->version == TLS_10)
    return say_old(ctx, r, a, "TLS 1.0");
  return is_hello(a) || is_refusal(a, r) ? SV_PASSED : unclear(ctx, r, a);
}

/* TEC-TRA-10: what comes back and is no ServerHello is a refusal too, from a server that speaks
 * TLS. */
enum sv_outcome tec_no_ssl(struct sv_ctx *ctx)
{
  static const struct {
    uint32_t version;
    const char *name;
  } versions[] = { { SSL_3, "SSL 3" }, { SSL_2, "SSL 2" } };
  const struct sv_response *r;
  enum sv_outcome outcome = begin(ctx, &r);
  if (outcome != TEC_READY)
    return outcome;
  outcome = SV_PASSED;
  for (size_t i = 0; i < sizeof versions / sizeof versions[0]; i++) {
    const struct sv_answered *a = sv_handshake(ctx, .max = versions[i].version);
    if (is_hello(a) && a->version == versions[i].version)
      return say_old(ctx, r, a, versions[i].name);
    const bool other = r->tls && a->error && strcmp(a->error, "tls") == 0;
    if (!is_hello(a) && !is_refusal(a, r) && !other && outcome == SV_PASSED)
      outcome = unclear(ctx, r, a);
  }
  return outcome;
}

static const char *suite_name(struct sv_ctx *ctx, const struct sv_answered *a)
{
  const char *name = tec_suite_name(a->suite);
  return name ? name : ctx->sv->format(ctx, "0x%04x", a->suite);
}

/* Whether a suite of CLASS is agreed: its answer in *OUT. All classes are offered at
 * once; only where one was taken is each looked at by itself. */
static enum sv_outcome agrees(struct sv_ctx *ctx, unsigned class, const struct sv_response **r,
                              const struct sv_answered **out)
{
  uint16_t suites[TEC_SUITES_MOST];
  const enum sv_outcome outcome = begin(ctx, r);
  if (outcome != TEC_READY)
    return outcome;
  tec_suites(TEC_SUITE_ANY, suites);
  *out = sv_handshake(ctx, .max = TLS_12, .suites = suites);
  if (is_hello(*out) && tec_suite_class((*out)->suite) != class) {
    tec_suites(class, suites);
    *out = sv_handshake(ctx, .max = TLS_12, .suites = suites);
  }
  if (is_hello(*out))
    return tec_suite_class((*out)->suite) == class ? TEC_READY : SV_PASSED;
  return is_refusal(*out, *r) ? SV_PASSED : unclear(ctx, *r, *out);
}

static enum sv_outcome judge_suites(struct sv_ctx *ctx, unsigned class, const char *message,
                                    const char *hint)
{
  const struct sv_response *r;
  const struct sv_answered *a;
  const enum sv_outcome outcome = agrees(ctx, class, &r, &a);
  if (outcome != TEC_READY)
    return outcome;
  return tec_fail(ctx, r, tec_arg("suite", suite_name(ctx, a)), .message = message,
                  .evidence = a->evidence, .expected = N_("an alert"), .actual = suite_name(ctx, a),
                  .hint = hint);
}

/* TEC-TRA-11 */
enum sv_outcome tec_no_weak_suites(struct sv_ctx *ctx)
{
  return judge_suites(ctx, TEC_SUITE_WEAK,
                      N_("The service agrees to {suite}, which protects nothing today."),
                      N_("Take NULL, RC4, export and DES suites out of the server."));
}

/* TEC-TRA-12 */
enum sv_outcome tec_no_small_suites(struct sv_ctx *ctx)
{
  return judge_suites(ctx, TEC_SUITE_SMALL,
                      N_("The service agrees to {suite}, whose cipher is too small."),
                      N_("Take 3DES and IDEA suites out of the server."));
}

/* TEC-TRA-13 */
enum sv_outcome tec_no_static_suites(struct sv_ctx *ctx)
{
  return judge_suites(ctx, TEC_SUITE_STATIC,
                      N_("The service agrees to {suite}, which has no forward secrecy."),
                      N_("Take suites with RSA, DH and ECDH key exchange out, and keep those "
                         "with ECDHE."));
}

/* TEC-TRA-15 */
enum sv_outcome tec_no_dhe(struct sv_ctx *ctx)
{
  const struct sv_response *r;
  const struct sv_answered *a;
  const enum sv_outcome outcome = agrees(ctx, TEC_SUITE_DHE, &r, &a);
  if (outcome != TEC_READY)
    return outcome;
  json_t *args = json_pack("{s:s, s:i}", "suite", suite_name(ctx, a), "bits", (int)a->dh_bits);
  if (a->dh_bits > 0 && a->dh_bits < DH_BITS)
    return tec_fail(ctx, r, args,
                    .message = N_("The service agrees to {suite} with a group of {bits} bits, "
                                  "which can be broken."),
                    .evidence = a->evidence, .expected = N_("an alert"),
                    .actual = ctx->sv->format(ctx, "%u", a->dh_bits),
                    .hint = N_("Take DHE suites out of the server, or use a group of 2048 bits or "
                               "more."));
  return tec_fail(ctx, r, args,
                  .message = N_("The service agrees to {suite} with TLS 1.2, which is advised "
                                "against."),
                  .evidence = a->evidence, .expected = N_("an alert"), .actual = suite_name(ctx, a),
                  .hint = N_("Take DHE suites out of the server, and keep those with ECDHE."));
}

/* The TLS 1.2 handshake in *OUT: TEC_READY when there is one. */
static enum sv_outcome hello_12(struct sv_ctx *ctx, const struct sv_response **r,
                                const struct sv_answered **out)
{
  const enum sv_outcome outcome = tec_handshake(ctx, r);
  if (outcome != TEC_READY)
    return outcome;
  *out = offer_12(ctx);
  if (is_hello(*out))
    return TEC_READY;
  return is_refusal(*out, *r) ? SV_INAPPLICABLE : unclear(ctx, *r, *out);
}

/* TEC-TRA-14: TLS 1.3 has no other key exchange. */
enum sv_outcome tec_forward_secrecy(struct sv_ctx *ctx)
{
  const struct sv_response *r;
  const struct sv_answered *a;
  const enum sv_outcome outcome = hello_12(ctx, &r, &a);
  if (outcome == SV_INAPPLICABLE && r->tls && chose(r, "TLSv1.3") && !tec_is_repeat(ctx, "*"))
    return SV_PASSED;
  if (outcome != TEC_READY)
    return outcome;
  if (tec_suite_class(a->suite) != TEC_SUITE_STATIC)
    return SV_PASSED;
  return tec_fail(ctx, r, tec_arg("cipher", suite_name(ctx, a)),
                  .message = N_("The service chose {cipher}, which has no forward secrecy."),
                  .evidence = a->evidence, .expected = N_("a cipher suite with ECDHE"),
                  .actual = suite_name(ctx, a),
                  .hint = N_("Put ECDHE suites first in the server's own order, and take out "
                             "static RSA."));
}

/* TEC-TRA-26 */
enum sv_outcome tec_compression(struct sv_ctx *ctx)
{
  const struct sv_response *r;
  const struct sv_answered *a;
  const enum sv_outcome outcome = hello_12(ctx, &r, &a);
  if (outcome != TEC_READY)
    return outcome;
  if (a->compression == 0)
    return SV_PASSED;
  return tec_fail(ctx, r, NULL,
                  .message = N_("The service compresses within TLS, which lets secrets be "
                                "guessed."),
                  .evidence = a->evidence, .expected = N_("no compression"),
                  .actual = ctx->sv->format(ctx, "%u", a->compression),
                  .hint = N_("Turn off TLS compression; compress in HTTP where it is safe."));
}

/* TEC-TRA-27 */
enum sv_outcome tec_renegotiation(struct sv_ctx *ctx)
{
  const struct sv_response *r;
  const struct sv_answered *a;
  const enum sv_outcome outcome = hello_12(ctx, &r, &a);
  if (outcome != TEC_READY)
    return outcome;
  if (a->renegotiation)
    return SV_PASSED;
  return tec_fail(ctx, r, NULL,
                  .message = N_("The service does not say that renegotiation is safe "
                                "(renegotiation_info)."),
                  .evidence = a->evidence, .expected = "renegotiation_info", .actual = "",
                  .hint = N_("Bring the TLS library up to date; RFC 5746 is from 2010."));
}

/* TEC-TRA-28: a status that is not stapled breaks nothing. */
enum sv_outcome tec_stapling(struct sv_ctx *ctx)
{
  static const char *const bad[] = { "revoked", "expired", "malformed", "unsigned", "unknown" };
  const struct sv_response *r;
  const struct sv_answered *a;
  const enum sv_outcome outcome = hello_12(ctx, &r, &a);
  if (outcome != TEC_READY)
    return outcome;
  const char *staple = a->staple ? a->staple : "none";
  if (strcmp(staple, "good") == 0)
    return SV_PASSED;
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
    if (strcmp(staple, bad[i]) == 0)
      return tec_fail(ctx, r, tec_arg("status", staple),
                      .message = N_("The status that the service staples to its certificate is of "
                                    "no use ({status})."),
                      .evidence = a->evidence, .expected = "good", .actual = staple,
                      .hint = N_("Let the server fetch a new OCSP response; renew a certificate "
                                 "that is revoked."));
  return is_cut(a) || strcmp(staple, "none") != 0 ? unclear(ctx, r, a) : SV_INAPPLICABLE;
}

/* TEC-TRA-22: where the handshake goes well with a name, SNI is understood; whether the certificate
 * fits is another check's. */
enum sv_outcome tec_sni(struct sv_ctx *ctx)
{
  const struct sv_response *r;
  const enum sv_outcome outcome = begin(ctx, &r);
  if (outcome != TEC_READY)
    return outcome;
  const struct sv_span host = tec_host(tec_endpoint_url(ctx));
  if (host.size == 0 || host.data[0] == '[' || sv_is_digit((unsigned char)host.data[host.size - 1]))
    return SV_INAPPLICABLE; /* an address has no place in SNI (RFC 6066 3) */
  if (r->tls)
    return r->tls->name_matches ? SV_PASSED : SV_INAPPLICABLE;
  const struct sv_answered *named = sv_handshake(ctx, .max = TLS_13, .min = TLS_12);
  const struct sv_answered *nameless = sv_handshake(ctx, .max = TLS_13, .min = TLS_12, .name = "");
  if (is_hello(named) || !is_hello(nameless))
    return sv_no_answer(ctx, r);
  return tec_fail(ctx, r, NULL,
                  .message = N_("The handshake fails when the client says which host it wants, and "
                                "goes well without."),
                  .evidence = named->evidence, .expected = N_("a handshake with the host's name"),
                  .actual = named->alert ? named->alert : named->answer,
                  .hint = N_("Teach the server the name, or turn on server name indication."));
}

/* TEC-TRA-24 */
enum sv_outcome tec_http_11(struct sv_ctx *ctx)
{
  const struct sv_response *r = tec_first(tec_reach(ctx));
  if (!sv_starts_with(tec_endpoint_url(ctx), "https:") || tec_is_repeat(ctx, "*"))
    return SV_INAPPLICABLE;
  if (r->error)
    return sv_no_answer(ctx, r);
  if (!r->http_version || r->http_version[0] != '1')
    r = sv_http(ctx, .url = r->url, .http_1 = 1);
  if (r->error && strcmp(r->error, "tls") != 0 && strcmp(r->error, "http") != 0)
    return sv_no_answer(ctx, r);
  if (!r->error && r->http_version && strcmp(r->http_version, "1.1") == 0)
    return SV_PASSED;
  return tec_fail(
      ctx, r, NULL, .message = N_("The service does not speak HTTP/1.1."), .expected = "HTTP/1.1",
      .actual = r->error ? r->detail
                         : ctx->sv->format(ctx, "HTTP/%s", r->http_version ? r->http_version : "?"),
      .hint = N_("Turn on HTTP/1.1 beside newer versions."));
}

/* TEC-TRA-25: HTTP/2 that is not offered is not missed; offered, it must work. */
enum sv_outcome tec_http_2(struct sv_ctx *ctx)
{
  const struct sv_response *r;
  const enum sv_outcome outcome = tec_handshake(ctx, &r);
  if (outcome != TEC_READY)
    return outcome;
  if (!r->error && r->http_version && strcmp(r->http_version, "2") == 0)
    return SV_PASSED;
  if (r->status == 429 || r->status == 503)
    return tec_judge_answer(ctx, r);
  const bool agreed = r->tls->alpn && strcmp(r->tls->alpn, "h2") == 0;
  const struct sv_answered *a = agreed ? NULL : offer_12(ctx);
  if (!agreed && !(is_hello(a) && a->alpn && strcmp(a->alpn, "h2") == 0))
    return SV_INAPPLICABLE;
  return tec_fail(
      ctx, r, NULL, .message = N_("The service agrees to HTTP/2, and does not answer with it."),
      .evidence = a ? a->evidence : r->evidence, .expected = "HTTP/2",
      .actual = r->error ? r->detail
                         : ctx->sv->format(ctx, "HTTP/%s", r->http_version ? r->http_version : "?"),
      .hint = N_("Turn HTTP/2 on for every version of TLS, or take h2 out of ALPN."));
}
