// SPDX-License-Identifier: Apache-2.0
/* Signed service metadata (Peppol SMP): fetched, verified, and held against the clock. */
#include "plugins/messages/checks.h"
#include "plugins/messages/smp.h"

#include "engines/base/ascii.h"
#include "engines/base/date.h"

#include <string.h>

enum { HOPS_MOST = 2, ARENA_MAX = 4 << 20 };

/* A fault in the metadata: told by the check that is about them, else a reason to judge nothing.
 * ARGS is taken. */
static enum sv_outcome fault(struct sv_ctx *ctx, const struct msg_metadata *m, bool tells,
                             json_t *args, const struct sv_finding *f)
{
  if (tells)
    return tec_find(ctx, m->r, args, f);
  json_decref(args);
  return tec_unsure(ctx, m->r, SV_TARGET, NULL,
                    .message = N_("The service metadata have a fault that another check tells of, "
                                  "so what they say was not judged."),
                    .hint = N_("Have that mended first (technical.messaging.service-metadata)."));
}
#define FAULT(ctx, m, tells, args, ...)                                                            \
  fault((ctx), (m), (tells), (args), &(struct sv_finding){ .outcome = SV_FAILED, __VA_ARGS__ })

void msg_metadata_free(struct msg_metadata *m)
{
  sv_signature_free(&m->signature);
  sv_xml_free(m->x);
  sv_arena_free(&m->arena);
  *m = (struct msg_metadata){ .x = NULL };
}

/* Whether what was hidden in R, so that it went no further, may have been a part of what is signed.
 */
static bool has_hidden(const struct sv_response *r)
{
  static const char mark[] = "*hidden:";
  return r->identity_numbers > 0 || memmem(r->body, r->body_size, mark, sizeof mark - 1);
}

static enum sv_outcome judge_status(struct sv_ctx *ctx, const struct msg_metadata *m, bool tells)
{
  const struct sv_response *r = m->r;
  const enum sv_outcome outcome = msg_publisher_ready(ctx, r);
  if (outcome != TEC_READY)
    return outcome;
  if (r->status != 200)
    return FAULT(ctx, m, tells, tec_arg_number("status", r->status),
                 .message = N_("The SMP has no metadata for the document type (status {status})."),
                 .expected = "200", .actual = ctx->sv->format(ctx, "%d", r->status),
                 .hint = N_("Ask who runs the SMP to publish the document type, or name another in "
                            "the participant's document."));
  return TEC_READY;
}

/* Reads and verifies the document in m->r. */
static enum sv_status read_signed(struct msg_metadata *m, struct sv_error *err)
{
  if (m->r->body_size > SV_SIGNED_BYTES_MAX)
    return SV_LIMIT;
  SV_TRY(sv_xml_read(m->r->body, m->r->body_size, m->r->url, NULL, &m->x, NULL, err));
  SV_TRY(sv_smp_read(m->x, &m->arena, &m->smp));
  return m->smp.kind == SV_SMP_METADATA ? sv_signature_verify(m->x, &m->signature, err) : SV_OK;
}

static const char *message_of(enum sv_signature_verdict verdict)
{
  static const char *const messages[] = {
    [SV_SIGNATURE_NONE] = N_("The service metadata are not signed."),
    [SV_SIGNATURE_WRONG] = N_("The signature of the service metadata does not verify: they were "
                              "changed, or signed with another key."),
    [SV_SIGNATURE_MALFORMED] = N_("The signature of the service metadata is malformed ({part})."),
    [SV_SIGNATURE_REFUSED] = N_("The signature of the service metadata is of a form that does not "
                                "protect them ({part})."),
    [SV_SIGNATURE_NO_KEY] = N_("The signature of the service metadata has no certificate with a "
                               "key "
                               "that can be used ({part})."),
  };
  return messages[verdict];
}

/* What the document is, and whether its signature verifies. */
static enum sv_outcome judge_document(struct sv_ctx *ctx, struct msg_metadata *m, bool tells)
{
  struct sv_error err = { .text = "" };
  if (has_hidden(m->r))
    return tec_unsure(ctx, m->r, SV_TOOL, NULL,
                      .message = N_("Something in the service metadata was hidden, so their "
                                    "signature cannot be verified."),
                      .hint = N_("Ask who runs the SMP why they have secrets or identity "
                                 "numbers."));
  const enum sv_status status = read_signed(m, &err);
  if (status != SV_OK && status != SV_INVALID)
    return tec_unsure(ctx, m->r, SV_TOOL, NULL,
                      .message = N_("The signature of the service metadata could not be judged "
                                    "here."),
                      .actual = err.text, .hint = N_("Look at the exchange in the recording."));
  if (status == SV_INVALID || m->smp.kind != SV_SMP_METADATA)
    return FAULT(ctx, m, tells, NULL,
                 .message = N_("The SMP does not answer with SignedServiceMetadata."),
                 .expected = "SignedServiceMetadata", .actual = err.text,
                 .hint = N_("Ask who runs the SMP to publish the metadata signed."));
  if (m->signature.verdict == SV_SIGNATURE_GOOD)
    return TEC_READY;
  return FAULT(ctx, m, tells, tec_arg("part", m->signature.detail),
               .message = message_of(m->signature.verdict), .where.url = m->r->url,
               .where.line = (uint32_t)m->signature.line,
               .expected = N_("one enveloped signature over the whole document"),
               .actual = m->signature.detail,
               .hint = N_("Ask who runs the SMP to sign the metadata anew, with SHA-256 and its "
                          "own "
                          "certificate."));
}

/* Whether the metadata are about what was asked for. */
static enum sv_outcome judge_subject(struct sv_ctx *ctx, const struct msg_party *p,
                                     const struct msg_metadata *m, bool tells)
{
  const char *participant = ctx->sv->format(ctx, MSG_SCHEME "::%s", p->id);
  const char *const wanted[] = { participant, p->document_type };
  const char *const told[] = { m->smp.participant, m->smp.document };
  for (size_t i = 0; i < 2; i++)
    if (!told[i] || !sv_equal_nocase(told[i], wanted[i]))
      return FAULT(ctx, m, tells, tec_arg("wanted", wanted[i]),
                   .message = N_("The service metadata are not about {wanted}."),
                   .expected = wanted[i], .actual = told[i] ? told[i] : "",
                   .hint = N_("Ask who runs the SMP to publish the right metadata at the "
                              "address."));
  if (!m->smp.is_cut)
    return TEC_READY;
  return tec_unsure(ctx, m->r, SV_TOOL, NULL,
                    .message = N_("The answer of the SMP is larger than what is read of it, so it "
                                  "was not judged."),
                    .hint = N_("Look at the exchange in the recording."));
}

/* Another document stands for this one: its address in *URL. */
static enum sv_outcome follow(struct sv_ctx *ctx, struct msg_metadata *m, bool tells, bool again,
                              const char **url)
{
  const char *to = ctx->sv->format(ctx, "%s", m->smp.redirect);
  if (again || !sv_starts_with(to, "https://"))
    return FAULT(ctx, m, tells, NULL,
                 .message = N_("The redirect in the service metadata leads to another one, or to "
                               "an "
                               "address without TLS."),
                 .expected = N_("one redirect at most, to an https address"), .actual = to,
                 .hint = N_("Ask who runs the SMP to let the redirect lead to the metadata."));
  *url = to;
  msg_metadata_free(m);
  m->arena = SV_ARENA(ARENA_MAX);
  return TEC_READY;
}

enum sv_outcome msg_metadata_get(struct sv_ctx *ctx, const struct msg_party *p, bool tells,
                                 struct msg_metadata *m)
{
  const char *url = NULL;
  *m = (struct msg_metadata){ .arena = SV_ARENA(ARENA_MAX) };
  if (!p->document_type)
    return SV_INAPPLICABLE;
  enum sv_outcome outcome = msg_publisher(ctx, p, &url);
  if (outcome != TEC_READY)
    return outcome;
  url = msg_publisher_path(ctx, url, p, p->document_type);
  for (bool again = false;; again = true) {
    m->r = msg_publisher_get(ctx, url, HOPS_MOST, &outcome);
    if (m->r)
      outcome = judge_status(ctx, m, tells);
    if (m->r && outcome == TEC_READY)
      outcome = judge_document(ctx, m, tells);
    if (!m->r || outcome != TEC_READY)
      return outcome;
    if (!m->smp.redirect)
      return judge_subject(ctx, p, m, tells);
    outcome = follow(ctx, m, tells, again, &url);
    if (outcome != TEC_READY)
      return outcome;
  }
}

static bool is_as4(const struct sv_smp_endpoint *e)
{
  return e->profile && strcmp(e->profile, MSG_AS4) == 0;
}

const struct sv_smp_endpoint *msg_metadata_next(const struct msg_metadata *m, size_t *at)
{
  bool any = false;
  for (size_t i = 0; i < m->smp.count; i++)
    any = any || is_as4(&m->smp.endpoints[i]);
  while (*at < m->smp.count) {
    const struct sv_smp_endpoint *e = &m->smp.endpoints[(*at)++];
    if (!any || is_as4(e))
      return e;
  }
  return NULL;
}

/* A moment as XML Schema writes it; without an offset it is taken as UTC. */
static bool read_moment(struct sv_ctx *ctx, const char *text, int64_t *out)
{
  struct sv_instant at;
  const char *with = ctx->sv->format(ctx, "%sZ", text);
  const bool good =
      sv_date_time_parse(text, strlen(text), &at) || sv_date_time_parse(with, strlen(with), &at);
  *out = good ? at.seconds : 0;
  return good;
}

/* Whether now lies in the time that E says of itself; what is left out sets no bound. */
static enum sv_outcome judge_time(struct sv_ctx *ctx, const struct msg_metadata *m,
                                  const struct sv_smp_endpoint *e)
{
  const int64_t now = ctx->sv->now(ctx);
  int64_t from = now;
  int64_t to = now + 1;
  const bool readable = (!e->activation || read_moment(ctx, e->activation, &from)) &&
                        (!e->expiration || read_moment(ctx, e->expiration, &to));
  if (readable && from <= now && now < to)
    return SV_PASSED;
  return tec_fail(ctx, m->r,
                  json_pack("{s:s, s:s}", "from", e->activation ? e->activation : "-", "to",
                            e->expiration ? e->expiration : "-"),
                  .message = N_("The endpoint is not in service now, but from {from} to {to}."),
                  .where.url = m->r->url, .where.line = (uint32_t)e->line,
                  .expected = N_("an endpoint that is in service now"),
                  .actual = ctx->sv->format(ctx, "%s/%s", e->activation ? e->activation : "-",
                                            e->expiration ? e->expiration : "-"),
                  .hint = N_("Have the dates of the endpoint renewed at the SMP."));
}

/* Whether C is valid now. */
static enum sv_outcome judge_dates(struct sv_ctx *ctx, const struct msg_metadata *m,
                                   const struct sv_x509 *c)
{
  const int64_t now = ctx->sv->now(ctx);
  char from[21];
  char to[21];
  if (c->not_before <= now && now <= c->not_after)
    return SV_PASSED;
  sv_date_time_write(c->not_before, from);
  sv_date_time_write(c->not_after, to);
  return tec_fail(ctx, m->r,
                  json_pack("{s:s, s:s, s:s}", "name", c->subject, "from", from, "to", to),
                  .message = N_("The certificate {name} is valid from {from} to {to} only."),
                  .where.url = m->r->url, .where.text = c->subject,
                  .expected = N_("a certificate that is valid now"),
                  .actual = ctx->sv->format(ctx, "%s/%s", from, to),
                  .hint = N_("Get a new certificate, and have it registered at the SMP."));
}

/* The certificate of E, to be freed; a failure when it is none. */
static enum sv_outcome read_certificate(struct sv_ctx *ctx, const struct msg_metadata *m,
                                        const struct sv_smp_endpoint *e, struct sv_x509 *out)
{
  const char *text = e->certificate ? e->certificate : "";
  if (sv_x509_read(text, strlen(text), out) == SV_OK)
    return TEC_READY;
  sv_x509_free(out);
  return tec_fail(ctx, m->r, NULL,
                  .message = N_("The endpoint has no certificate of an access point that can be "
                                "read."),
                  .where.url = m->r->url, .where.line = (uint32_t)e->line,
                  .expected = N_("a certificate in base64"), .actual = text,
                  .hint = N_("Have the access point's certificate registered at the SMP."));
}

static enum sv_outcome judge_endpoint(struct sv_ctx *ctx, const struct msg_metadata *m,
                                      const struct sv_smp_endpoint *e)
{
  struct sv_x509 c;
  enum sv_outcome outcome = judge_time(ctx, m, e);
  if (outcome != SV_PASSED)
    return outcome;
  outcome = read_certificate(ctx, m, e, &c);
  if (outcome != TEC_READY)
    return outcome;
  outcome = judge_dates(ctx, m, &c);
  sv_x509_free(&c);
  return outcome;
}

/* TEC-MSG-05 */
enum sv_outcome msg_service_metadata(struct sv_ctx *ctx)
{
  struct msg_party p;
  struct msg_metadata m = { .x = NULL };
  enum sv_outcome outcome = msg_party_read(ctx, &p);
  if (outcome != TEC_READY)
    return outcome;
  outcome = msg_metadata_get(ctx, &p, true, &m);
  if (outcome == TEC_READY && m.smp.count == 0)
    outcome = tec_fail(ctx, m.r, NULL, .message = N_("The service metadata have no endpoint."),
                       .expected = "Endpoint", .actual = "",
                       .hint = N_("Have the access point registered at the SMP."));
  if (outcome == TEC_READY)
    outcome = judge_dates(ctx, &m, &m.signature.signer);
  size_t at = 0;
  const struct sv_smp_endpoint *e;
  while (outcome == SV_PASSED && (e = msg_metadata_next(&m, &at)))
    outcome = judge_endpoint(ctx, &m, e);
  msg_metadata_free(&m);
  return outcome;
}

/* Whether C was issued by an authority that the target hands over. */
static enum sv_outcome judge_issuer(struct sv_ctx *ctx, const struct msg_metadata *m,
                                    const struct sv_x509 *c)
{
  const struct sv_artifact *a;
  char reason[200] = "";
  for (size_t n = 0; (a = ctx->sv->artifact(ctx, "peppol-ca", n)); n++) {
    const bool whole = a->data && !(a->marks & SV_MARKS_NOT_WHOLE);
    const enum sv_status status =
        whole ? sv_x509_is_issued(c, a->data, a->size, ctx->sv->now(ctx), reason) : SV_INVALID;
    if (status == SV_OK)
      return SV_PASSED;
    if (status != SV_DENIED)
      return msg_unsure(ctx, a, SV_CONFIGURATION, NULL,
                        .message = N_("The document has no certificates of authorities that can be "
                                      "read."),
                        .where.text = "PEM",
                        .hint = N_("Hand over the certificates of the authorities as PEM."));
  }
  return tec_fail(ctx, m->r, json_pack("{s:s, s:s}", "name", c->subject, "reason", reason),
                  .message = N_("The certificate {name} does not lead to an authority that was "
                                "handed over: {reason}."),
                  .where.url = m->r->url, .where.text = c->subject,
                  .expected = N_("a certificate of the network's own authority"), .actual = reason,
                  .hint = N_("Ask who runs the SMP or the access point to use its certificate of "
                             "the network."));
}

/* TEC-MSG-05, whose certificates they are */
enum sv_outcome msg_metadata_issuer(struct sv_ctx *ctx)
{
  struct msg_party p;
  struct msg_metadata m = { .x = NULL };
  if (!ctx->sv->artifact(ctx, "peppol-ca", 0))
    return SV_INAPPLICABLE;
  enum sv_outcome outcome = msg_party_read(ctx, &p);
  if (outcome != TEC_READY)
    return outcome;
  outcome = msg_metadata_get(ctx, &p, false, &m);
  if (outcome == TEC_READY)
    outcome = judge_issuer(ctx, &m, &m.signature.signer);
  size_t at = 0;
  const struct sv_smp_endpoint *e;
  while (outcome == SV_PASSED && (e = msg_metadata_next(&m, &at))) {
    struct sv_x509 c;
    const char *text = e->certificate ? e->certificate : "";
    /* One that cannot be read is the check's above. */
    if (sv_x509_read(text, strlen(text), &c) == SV_OK)
      outcome = judge_issuer(ctx, &m, &c);
    sv_x509_free(&c);
  }
  msg_metadata_free(&m);
  return outcome;
}
