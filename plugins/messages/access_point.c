// SPDX-License-Identifier: Apache-2.0
/* The access point that the service metadata name: how messages get there. */
#include "plugins/messages/checks.h"
#include "plugins/messages/smp.h"

#include "engines/base/ascii.h"

#include <string.h>

enum { ASKED_MOST = 4, SHOWN_MOST = 5 };

/* The transport profiles that the metadata have, for people. */
static const char *profiles_of(struct sv_ctx *ctx, const struct msg_metadata *m)
{
  const char *text = "";
  for (size_t i = 0; i < m->smp.count && i < SHOWN_MOST; i++)
    text = ctx->sv->format(ctx, "%s%s%s", text, *text ? ", " : "",
                           m->smp.endpoints[i].profile ? m->smp.endpoints[i].profile : "-");
  return text;
}

/* What TEC-TRA-01, TEC-TRA-18 and TEC-TRA-19 ask, at the address of E. */
static enum sv_outcome judge_transport(struct sv_ctx *ctx, const struct msg_metadata *m,
                                       const struct sv_smp_endpoint *e)
{
  enum sv_outcome outcome = SV_PASSED;
  const char *url = e->address ? e->address : "";
  if (!sv_starts_with(url, "https://"))
    return tec_fail(ctx, m->r, NULL,
                    .message = N_("The access point has no address that begins with https."),
                    .where.url = m->r->url, .where.line = (uint32_t)e->line, .expected = "https://",
                    .actual = url,
                    .hint = N_("Serve the access point over HTTPS, and have its address changed at "
                               "the SMP."));
  const struct sv_response *r = msg_publisher_get(ctx, url, 0, &outcome);
  if (!r)
    return outcome;
  /* Of an origin of the target itself the checks of the transport tell it. */
  if (r->error && strcmp(r->error, "tls") == 0 && !msg_is_own(ctx, url))
    return tec_fail(ctx, r, NULL,
                    .message = N_("No TLS connection could be made to the access point."),
                    .expected = N_("an answer over TLS"), .actual = r->detail ? r->detail : "",
                    .hint = N_("Serve the address over HTTPS with TLS 1.2 or 1.3."));
  if (r->error)
    return sv_no_answer(ctx, r);
  if (!r->tls || r->tls->chain_count == 0)
    return tec_unsure(ctx, r, SV_TOOL, NULL,
                      .message = N_("The certificates of the access point were not seen."),
                      .hint = N_("Look at the exchange in the recording."));
  outcome = tec_judge_chain(ctx, r);
  return outcome == SV_PASSED ? tec_judge_name(ctx, r) : outcome;
}

/* Whether an endpoint before AT has the address of E, which was judged then. */
static bool is_again(const struct msg_metadata *m, const struct sv_smp_endpoint *e)
{
  for (const struct sv_smp_endpoint *o = m->smp.endpoints; o < e; o++)
    if (o->profile && strcmp(o->profile, MSG_AS4) == 0 && o->address && e->address &&
        strcmp(o->address, e->address) == 0)
      return true;
  return false;
}

/* Every access point with AS4. */
static enum sv_outcome judge_all(struct sv_ctx *ctx, const struct msg_metadata *m)
{
  size_t at = 0;
  size_t asked = 0;
  const struct sv_smp_endpoint *e = msg_metadata_next(m, &at);
  enum sv_outcome outcome = SV_PASSED;
  if (!e || !e->profile || strcmp(e->profile, MSG_AS4) != 0)
    return tec_fail(ctx, m->r, NULL, .message = N_("No access point takes messages by AS4."),
                    .where.url = m->r->url, .where.text = "transportProfile", .expected = MSG_AS4,
                    .actual = profiles_of(ctx, m),
                    .hint = N_("Have an access point with AS4 registered at the SMP."));
  for (; outcome == SV_PASSED && e; e = msg_metadata_next(m, &at)) {
    if (is_again(m, e))
      continue;
    if (++asked > ASKED_MOST)
      return tec_unsure(ctx, m->r, SV_TOOL, tec_arg_number("count", ASKED_MOST),
                        .message = N_("There are more access points than are asked ({count})."),
                        .hint = N_("Name another document type in the participant's document."));
    outcome = judge_transport(ctx, m, e);
  }
  return outcome;
}

/* TEC-MSG-06 */
enum sv_outcome msg_access_point(struct sv_ctx *ctx)
{
  struct msg_party p;
  struct msg_metadata m = { .x = NULL };
  enum sv_outcome outcome = msg_party_read(ctx, &p);
  if (outcome != TEC_READY)
    return outcome;
  outcome = msg_metadata_get(ctx, &p, false, &m);
  if (outcome == TEC_READY)
    outcome = judge_all(ctx, &m);
  msg_metadata_free(&m);
  return outcome;
}
