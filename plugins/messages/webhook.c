// SPDX-License-Identifier: Apache-2.0
/* The address that receives events for a consumer. Events are sent to it in a test environment
 * only, and are of a type that nobody acts on. */
#include "plugins/messages/checks.h"
#include "plugins/messages/messages.h"

#include "engines/base/ascii.h"

#include <string.h>

#define STRUCTURED "Content-Type: application/cloudevents+json"
#define PROBE_TYPE "samsvar.probe"

static const struct sv_response *send(struct sv_ctx *ctx, const char *const *headers,
                                      const char *body)
{
  return sv_http(ctx, .method = "POST", .url = tec_endpoint_url(ctx), .headers = headers,
                 .body = body, .body_size = strlen(body));
}

static const struct sv_response *send_structured(struct sv_ctx *ctx, const char *body)
{
  return send(ctx, (const char *const[]){ STRUCTURED, NULL }, body);
}

/* A whole event of TYPE; NUMBER tells those of one run apart. */
static const char *event_of(struct sv_ctx *ctx, const char *source, const char *type, int number)
{
  const char *word = ctx->sv->probe(ctx);
  const char *hyphen = strchr(word, '-');
  return ctx->sv->format(ctx,
                         "{\"specversion\":\"1.0\",\"id\":\"%.8s-0000-4000-8000-%012d\","
                         "\"source\":\"%s\",\"type\":\"%s\"}",
                         hyphen ? hyphen + 1 : word, number, source, type);
}

static const char *probe_event(struct sv_ctx *ctx, int number)
{
  return event_of(ctx, "urn:samsvar", PROBE_TYPE, number);
}

/* TEC_READY when R is an answer that says something of the receiver. */
static enum sv_outcome judge_answer(struct sv_ctx *ctx, const struct sv_response *r)
{
  return r->error ? sv_no_answer(ctx, r) : tec_judge_answer(ctx, r);
}

static bool is_taken(const struct sv_response *r)
{
  return r->status / 100 == 2;
}

static enum sv_outcome refused(struct sv_ctx *ctx, const struct sv_response *r, const char *message,
                               const char *expected, const char *hint)
{
  return tec_fail(ctx, r, tec_arg_number("status", r->status), .message = message,
                  .where.text = "POST", .expected = expected,
                  .actual = ctx->sv->format(ctx, "%d", r->status), .hint = hint);
}

static enum sv_outcome not_shown(struct sv_ctx *ctx, const struct sv_response *r)
{
  return tec_unsure(ctx, r, SV_TARGET, tec_arg_number("status", r->status),
                    .message = N_("The receiver refused a good event with status {status}, so that "
                                  "no more was seen."),
                    .where.text = "POST",
                    .hint = N_("Let the test environment take events of the type samsvar.probe."));
}

/* TEC-EVT-12 */
enum sv_outcome msg_sink_structured(struct sv_ctx *ctx)
{
  if (!msg_may_write(ctx))
    return SV_INAPPLICABLE;
  const struct sv_response *r = send_structured(ctx, probe_event(ctx, 12));
  const enum sv_outcome o = judge_answer(ctx, r);
  if (o != TEC_READY)
    return o;
  if (is_taken(r))
    return SV_PASSED;
  if (r->status != 415 && r->status < 500)
    return not_shown(ctx, r);
  return refused(ctx, r, N_("The receiver does not take events in JSON (status {status})."), "2xx",
                 N_("Take application/cloudevents+json."));
}

/* TEC-EVT-14 */
enum sv_outcome msg_sink_altinn(struct sv_ctx *ctx)
{
  const char *channel = msg_param_text(ctx, "webhook_channel");
  if (!channel || strcmp(channel, "altinn") != 0 || !msg_may_write(ctx))
    return SV_INAPPLICABLE;
  const struct sv_response *r = send_structured(
      ctx, event_of(ctx, "https://platform.altinn.no/events/api/v1/subscriptions/1234",
                    "platform.events.validatesubscription", 14));
  const enum sv_outcome o = judge_answer(ctx, r);
  if (o != TEC_READY)
    return o;
  if (is_taken(r))
    return SV_PASSED;
  return refused(ctx, r,
                 N_("The receiver refuses the event by which Altinn tries a subscription (status "
                    "{status})."),
                 "2xx",
                 N_("Answer 2xx to platform.events.validatesubscription; nothing more need be "
                    "done with it."));
}

/* TEC-EVT-15 */
enum sv_outcome msg_sink_certificate(struct sv_ctx *ctx)
{
  const char *url = tec_endpoint_url(ctx);
  const char *const hint = N_("Offer the address over https with a certificate of a public "
                              "authority, for this name.");
  if (!sv_starts_with(url, "https://"))
    return tec_find(ctx, NULL, NULL,
                    &(struct sv_finding){ .outcome = SV_FAILED,
                                          .message = N_("Events are received without TLS."),
                                          .where.url = url,
                                          .expected = "https",
                                          .actual = url,
                                          .hint = hint });
  const struct sv_response *r = tec_ask(ctx, "OPTIONS", NULL);
  const bool is_bad = r->tls && (r->tls->verify || !r->tls->name_matches);
  if (r->error && !is_bad)
    return sv_no_answer(ctx, r);
  if (!r->tls)
    return SV_INAPPLICABLE; /* a redirect to plain http is technical.transport.https' */
  if (!is_bad)
    return SV_PASSED;
  /* A weak key or digest ends OpenSSL's walk before the rest, and has checks of its own. */
  if (r->tls->verify && strstr(r->tls->verify, "too weak"))
    return tec_unsure(ctx, r, SV_TARGET, tec_arg("reason", r->tls->verify),
                      .message = N_("The chain was not followed to its end: {reason}."),
                      .hint = N_("Mend what the checks of key and signature say, and run again."));
  return tec_fail(ctx, r, tec_arg("reason", r->tls->verify ? r->tls->verify : "name"),
                  .message = N_("The certificate of the receiver is not trusted: {reason}."),
                  .expected = N_("a chain to a public authority, and the host's name"),
                  .actual = r->tls->verify ? r->tls->verify : "", .hint = hint);
}

/* TEC-EVT-17 */
enum sv_outcome msg_sink_duplicates(struct sv_ctx *ctx)
{
  if (!msg_may_write(ctx))
    return SV_INAPPLICABLE;
  const char *event = probe_event(ctx, 17);
  const struct sv_response *r = send_structured(ctx, event);
  enum sv_outcome o = judge_answer(ctx, r);
  if (o != TEC_READY)
    return o;
  if (!is_taken(r))
    return not_shown(ctx, r);
  r = send(ctx, (const char *const[]){ STRUCTURED, "Cache-Control: no-cache", NULL }, event);
  o = judge_answer(ctx, r);
  if (o != TEC_READY)
    return o;
  if (is_taken(r) || r->status == 409)
    return SV_PASSED;
  return refused(ctx, r,
                 N_("The receiver answers with status {status} when an event comes once more."),
                 "2xx, 409",
                 N_("Remember source and id of what was received, and answer what comes again "
                    "as if it were new."));
}

/* TEC-EVT-18 */
enum sv_outcome msg_sink_refuses(struct sv_ctx *ctx)
{
  if (!msg_may_write(ctx))
    return SV_INAPPLICABLE;
  const struct sv_response *r = send_structured(ctx, "{\"id\":\"1\"}");
  if (r->error || r->status == 429 || r->status == 503)
    return judge_answer(ctx, r);
  if (r->status / 100 == 4)
    return SV_PASSED;
  return refused(ctx, r, N_("The receiver answers with status {status} to what is no event."),
                 "4xx", N_("Refuse events without id, source, specversion or type with 400."));
}

/* An event in binary mode whose subject is VALUE. */
static const struct sv_response *send_binary(struct sv_ctx *ctx, const char *value, int number)
{
  const char *word = ctx->sv->probe(ctx);
  const char *const headers[] = { "ce-specversion: 1.0",
                                  ctx->sv->format(ctx, "ce-id: %s-%d", word, number),
                                  "ce-source: urn:samsvar",
                                  "ce-type: " PROBE_TYPE,
                                  ctx->sv->format(ctx, "ce-subject: %s", value),
                                  "Content-Type: application/json",
                                  NULL };
  return send(ctx, headers, "{}");
}

/* TEC-EVT-10, the consumer's half */
enum sv_outcome msg_sink_encoding(struct sv_ctx *ctx)
{
  if (!msg_may_write(ctx))
    return SV_INAPPLICABLE;
  const struct sv_response *r = send_binary(ctx, "Euro%20%E2%82%AC", 1);
  enum sv_outcome o = judge_answer(ctx, r);
  if (o != TEC_READY)
    return o;
  if (r->status == 415)
    return SV_INAPPLICABLE; /* binary mode is not spoken */
  if (!is_taken(r))
    return refused(ctx, r,
                   N_("The receiver refuses a percent-encoded header field (status {status})."),
                   "2xx", N_("Decode the values of ce- fields as percent-encoded UTF-8."));
  r = send_binary(ctx, "%C0%A0", 2);
  if (r->error || r->status == 429 || r->status == 503)
    return judge_answer(ctx, r);
  if (r->status / 100 == 4)
    return SV_PASSED;
  return refused(ctx, r,
                 N_("The receiver answers with status {status} to a header field that is no "
                    "UTF-8."),
                 "4xx", N_("Refuse values that do not decode to UTF-8 with 400."));
}
