// SPDX-License-Identifier: Apache-2.0
/* Asking the publisher of a participant's metadata (Peppol SMP), whose address others decide. */
#include "plugins/messages/checks.h"
#include "plugins/messages/smp.h"

#include "engines/base/ascii.h"

#include <string.h>

enum { HOPS_MOST = 2 };

const char *msg_publisher_path(struct sv_ctx *ctx, const char *base, const struct msg_party *p,
                               const char *document_type)
{
  const char *own = ctx->sv->format(
      ctx, "%s/%s", base, tec_encoded(ctx, ctx->sv->format(ctx, MSG_SCHEME "::%s", p->id)));
  return document_type
             ? ctx->sv->format(ctx, "%s/services/%s", own, tec_encoded(ctx, document_type))
             : own;
}

/* Host and port of URL, the latter only where it is not the scheme's. */
static struct sv_span authority_of(const char *url)
{
  const struct sv_uri u = sv_uri_split(url, strlen(url));
  struct sv_span a = u.authority;
  const char *usual = u.scheme.size == 5 ? ":443" : ":80";
  const size_t n = strlen(usual);
  if (a.data && a.size > n && memcmp(a.data + a.size - n, usual, n) == 0)
    a.size -= n;
  return a;
}

/* Whether URL may be asked: on an origin of the target, or at a host that the target file names. */
static bool may_ask(struct sv_ctx *ctx, const char *url)
{
  const struct sv_span authority = authority_of(url);
  const json_t *samples = json_object_get(ctx->sv->target(ctx), "samples");
  size_t i;
  json_t *e;
  if (msg_is_own(ctx, url))
    return true;
  json_array_foreach(json_object_get(samples, "participant-hosts"), i, e)
  {
    const char *host = json_string_value(e);
    if (host && authority.data &&
        sv_span_equal_nocase(authority, (struct sv_span){ host, strlen(host) }))
      return true;
  }
  return false;
}

const struct sv_response *msg_publisher_get(struct sv_ctx *ctx, const char *url, unsigned hops,
                                            enum sv_outcome *outcome)
{
  for (;; hops--) {
    if (!may_ask(ctx, url)) {
      *outcome = msg_unsure(ctx, NULL, SV_CONFIGURATION, tec_arg_span("host", authority_of(url)),
                            .message = N_("The host {host} was not asked, since the target file "
                                          "does not name it."),
                            .where.url = url,
                            .hint = N_("Put it under samples.participant-hosts in the target file "
                                       "when it may be asked."));
      return NULL;
    }
    const struct sv_response *r = sv_http(ctx, .url = url, .credential = "");
    if (r->error && strcmp(r->error, "address-refused") == 0) {
      *outcome = msg_unsure(ctx, NULL, SV_CONFIGURATION, tec_arg_span("host", authority_of(url)),
                            .message = N_("The host {host} was not asked, since the address policy "
                                          "of this run forbids it."),
                            .where.url = url, .evidence = r->evidence,
                            .actual = r->detail ? r->detail : "",
                            .hint = N_("Run with --network when the address may be asked. One on "
                                       "this computer must be an endpoint of the target file."));
      return NULL;
    }
    const char *to = !r->error && r->status >= 301 && r->status <= 308 && hops > 0
                         ? sv_header(r, "Location")
                         : NULL;
    const char *next = to ? tec_resolve(ctx, url, to) : NULL;
    if (!next || !sv_starts_with(next, "https://"))
      return r;
    url = next;
  }
}

enum sv_outcome msg_publisher_ready(struct sv_ctx *ctx, const struct sv_response *r)
{
  enum sv_outcome outcome = TEC_READY;
  if (sv_is_no_verdict(ctx, r, &outcome))
    return outcome;
  if (r->marks & SV_MARKS_NOT_WHOLE)
    return tec_unsure(ctx, r, SV_TOOL, NULL,
                      .message = N_("The answer of the SMP was not seen whole, so it was not "
                                    "judged."),
                      .actual = r->detail ? r->detail : "",
                      .hint = N_("Run once more; look at the exchange in the recording."));
  return TEC_READY;
}

/* The address without TLS that stands for URL, the publisher's own: NULL when it may not be asked.
 */
static const char *plain_of(struct sv_ctx *ctx, const char *url)
{
  const struct sv_span host = tec_host(url);
  const char *plain = sv_starts_with(url, "http://")
                          ? url
                          : ctx->sv->format(ctx, "http://%.*s%s", (int)host.size, host.data,
                                            url + strlen(tec_origin(ctx, url)));
  return may_ask(ctx, plain) ? plain : NULL;
}

/* URL with https; the port of plain HTTP does not go with it. */
static const char *secure_of(struct sv_ctx *ctx, const char *url)
{
  const struct sv_span host = tec_host(url);
  return sv_starts_with(url, "http://")
             ? ctx->sv->format(ctx, "https://%.*s%s", (int)host.size, host.data,
                               url + strlen(tec_origin(ctx, url)))
             : url;
}

/* There was no answer over TLS: a failure when the handshake is why, or when there is one without.
 */
static enum sv_outcome judge_silence(struct sv_ctx *ctx, const struct msg_party *p,
                                     const char *base, const struct sv_response *r)
{
  const bool is_tls = strcmp(r->error, "tls") == 0;
  const bool is_gone = strcmp(r->error, "connect") == 0 || strcmp(r->error, "closed") == 0;
  const char *plain = is_tls || is_gone ? plain_of(ctx, base) : NULL;
  const struct sv_response *open =
      plain ? sv_http(ctx, .url = msg_publisher_path(ctx, plain, p, NULL), .credential = "") : NULL;
  if (open && !open->error)
    return tec_fail(ctx, open, NULL, .message = N_("The SMP answers without TLS only."),
                    .expected = N_("an answer over TLS"),
                    .actual = ctx->sv->format(ctx, "%d", open->status),
                    .hint = N_("Ask who runs the SMP to serve it over HTTPS."));
  /* Of an origin of the target itself the checks of the transport tell it. */
  if (is_tls && !msg_is_own(ctx, r->url))
    return tec_fail(ctx, r, NULL, .message = N_("No TLS connection could be made to the SMP."),
                    .expected = N_("an answer over TLS"), .actual = r->detail ? r->detail : "",
                    .hint = N_("Ask who runs the SMP to serve it over HTTPS."));
  return sv_no_answer(ctx, r);
}

/* Whether R is the service group of P. */
static enum sv_outcome judge_group(struct sv_ctx *ctx, const struct msg_party *p,
                                   const struct sv_response *r)
{
  struct sv_arena arena = SV_ARENA(SV_SIGNED_BYTES_MAX);
  struct sv_error err = { .text = "" };
  struct sv_xml *x = NULL;
  struct sv_smp smp = { .kind = SV_SMP_OTHER };
  enum sv_status status = r->body_size <= SV_SIGNED_BYTES_MAX
                              ? sv_xml_read(r->body, r->body_size, r->url, NULL, &x, NULL, &err)
                              : SV_LIMIT;
  if (status == SV_OK)
    status = sv_smp_read(x, &arena, &smp);
  const char *expected = ctx->sv->format(ctx, MSG_SCHEME "::%s", p->id);
  enum sv_outcome outcome = SV_PASSED;
  if (status == SV_LIMIT || status == SV_NO_MEMORY)
    outcome = tec_unsure(ctx, r, SV_TOOL, NULL,
                         .message = N_("The answer of the SMP is larger than what is read of it, "
                                       "so "
                                       "it was not judged."),
                         .hint = N_("Look at the exchange in the recording."));
  else if (smp.kind != SV_SMP_GROUP)
    outcome = tec_fail(ctx, r, NULL, .message = N_("The SMP does not answer with a ServiceGroup."),
                       .expected = "ServiceGroup", .actual = err.text,
                       .hint = N_("Ask who runs the SMP to publish the participant."));
  else if (!smp.participant || !sv_equal_nocase(smp.participant, expected))
    outcome = tec_fail(ctx, r, tec_arg("participant", p->id),
                       .message = N_("The SMP answers about another participant than "
                                     "{participant}."),
                       .expected = expected, .actual = smp.participant ? smp.participant : "",
                       .hint = N_("Ask who runs the SMP to publish the participant."));
  sv_xml_free(x);
  sv_arena_free(&arena);
  return outcome;
}

static bool is_xml(const struct sv_response *r)
{
  const char *type = sv_header(r, "Content-Type");
  const size_t size = type ? strcspn(type, "; \t") : 0;
  return sv_equal_nocase_n(type ? type : "", size, "application/xml") ||
         sv_equal_nocase_n(type ? type : "", size, "text/xml");
}

/* A certificate that does not verify: told as the transport's checks tell it, and names and dates
 * too. */
static enum sv_outcome judge_certificate(struct sv_ctx *ctx, const struct sv_response *r)
{
  const enum sv_outcome outcome = tec_judge_chain(ctx, r);
  if (outcome != SV_PASSED)
    return outcome;
  return tec_fail(ctx, r, tec_arg("reason", r->tls->verify),
                  .message = N_("The certificate of the SMP does not verify: {reason}."),
                  .expected = N_("a certificate that clients accept"), .actual = r->tls->verify,
                  .hint = N_("Ask who runs the SMP to get a certificate from an issuer that "
                             "clients trust."));
}

/* TEC-MSG-04 */
enum sv_outcome msg_smp(struct sv_ctx *ctx)
{
  struct msg_party p;
  const char *base = NULL;
  enum sv_outcome outcome = msg_party_read(ctx, &p);
  if (outcome == TEC_READY)
    outcome = msg_publisher(ctx, &p, &base);
  if (outcome != TEC_READY)
    return outcome;
  const char *url = msg_publisher_path(ctx, secure_of(ctx, base), &p, NULL);
  const struct sv_response *r = msg_publisher_get(ctx, url, HOPS_MOST, &outcome);
  if (!r)
    return outcome;
  if (r->error)
    return judge_silence(ctx, &p, base, r);
  outcome = msg_publisher_ready(ctx, r);
  if (outcome != TEC_READY)
    return outcome;
  if (r->status != 200)
    return tec_fail(ctx, r, tec_arg_number("status", r->status),
                    .message = N_("The SMP has nothing about the participant (status {status})."),
                    .expected = "200", .actual = ctx->sv->format(ctx, "%d", r->status),
                    .hint = N_("Ask who runs the SMP to publish the participant."));
  outcome = r->tls && r->tls->verify ? judge_certificate(ctx, r) : SV_PASSED;
  if (outcome != SV_PASSED)
    return outcome;
  if (!is_xml(r))
    return tec_fail(ctx, r, NULL, .message = N_("The answer of the SMP is not said to be XML."),
                    .where.header = "Content-Type", .expected = "application/xml",
                    .actual = sv_header(r, "Content-Type") ? sv_header(r, "Content-Type") : "",
                    .hint = N_("Ask who runs the SMP to send application/xml."));
  return judge_group(ctx, &p, r);
}
