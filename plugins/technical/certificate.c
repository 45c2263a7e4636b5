// SPDX-License-Identifier: Apache-2.0
/* The certificates that the service presents. */
#include "plugins/technical/checks.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"
#include "engines/base/date.h"

#include <string.h>

enum { CHAIN_MAX = 16, NAMES_MAX = 20, DAY = 24 * 60 * 60, SOON_DAYS = 21 };

/* The handshake of an answer with at least one certificate. */
static enum sv_outcome certificates(struct sv_ctx *ctx, const struct sv_response **r)
{
  const enum sv_outcome outcome = tec_handshake(ctx, r);
  if (outcome != TEC_READY || (*r)->tls->chain_count > 0)
    return outcome;
  return tec_unsure(ctx, *r, SV_TOOL, NULL,
                    .message = N_("The certificates of the service were not seen."),
                    .hint = N_("Look at the exchange in the recording."));
}

static bool has_text(const char *text, const char *part)
{
  return text && strcasestr(text, part) != NULL;
}

/* TEC-TRA-16 */
enum sv_outcome tec_key_size(struct sv_ctx *ctx)
{
  const struct sv_response *r;
  const enum sv_outcome outcome = certificates(ctx, &r);
  if (outcome != TEC_READY)
    return outcome;
  const struct sv_certificate *leaf = &r->tls->chain[0];
  const char *type = leaf->key_type ? leaf->key_type : "";
  const bool rsa = sv_starts_with(type, "RSA") || sv_starts_with(type, "rsa");
  if ((rsa && leaf->key_bits >= 2048) || (sv_starts_with(type, "EC") && leaf->key_bits >= 224) ||
      sv_starts_with(type, "Ed") || sv_starts_with(type, "ED"))
    return SV_PASSED;
  return tec_fail(ctx, r, json_pack("{s:s, s:i}", "type", type, "bits", (int)leaf->key_bits),
                  .message = N_("The key of the certificate is too weak: {type}, {bits} bits."),
                  .expected = N_("RSA of 2048 bits or more, or EC of 224 bits or more"),
                  .actual = ctx->sv->format(ctx, "%s %u", type, leaf->key_bits),
                  .hint = N_("Make a new key (EC P-256 is good) and get a certificate for it."));
}

/* 1: strong, 0: SHA-1 or MD5, -1: not known here. */
static int digest_strength(const char *algorithm)
{
  static const char *const strong[] = { "sha256", "sha384", "sha512", "sha3", "ed25519", "ed448" };
  if (has_text(algorithm, "md5") || has_text(algorithm, "md2") || has_text(algorithm, "sha1") ||
      has_text(algorithm, "sha-1"))
    return 0;
  for (size_t i = 0; i < sizeof strong / sizeof strong[0]; i++)
    if (has_text(algorithm, strong[i]))
      return 1;
  return -1;
}

static bool is_self_issued(const struct sv_certificate *c)
{
  return c->subject && c->issuer && strcmp(c->subject, c->issuer) == 0;
}

/* TEC-TRA-17: a self-signed root's signature is not used for anything. */
enum sv_outcome tec_signature(struct sv_ctx *ctx)
{
  const struct sv_response *r;
  enum sv_outcome outcome = certificates(ctx, &r);
  if (outcome != TEC_READY)
    return outcome;
  outcome = SV_PASSED;
  for (size_t i = 0; i < r->tls->chain_count && i < CHAIN_MAX; i++) {
    const struct sv_certificate *c = &r->tls->chain[i];
    const int strength = i > 0 && is_self_issued(c) ? 1 : digest_strength(c->signature_algorithm);
    if (strength == 0)
      return tec_fail(ctx, r, tec_arg("algorithm", c->signature_algorithm),
                      .message = N_("A certificate is signed with {algorithm}."),
                      .where.text = c->subject, .where.url = r->url,
                      .expected = N_("SHA-256 or stronger"), .actual = c->signature_algorithm,
                      .hint = N_("Get a certificate whose whole chain is signed with SHA-256 or "
                                 "stronger."));
    if (strength < 0)
      outcome = tec_unsure(ctx, r, SV_TOOL, tec_arg("algorithm", c->signature_algorithm),
                           .message = N_("The signature algorithm {algorithm} is not one this "
                                         "check knows."),
                           .where.text = c->subject, .where.url = r->url,
                           .hint = N_("Compare the algorithm with RFC 9325 section 4.5 by hand."));
  }
  return outcome;
}

/* TEC-TRA-18 */
enum sv_outcome tec_chain(struct sv_ctx *ctx)
{
  const struct sv_response *r;
  const enum sv_outcome outcome = certificates(ctx, &r);
  return outcome == TEC_READY ? tec_judge_chain(ctx, r) : outcome;
}

/* TEC-TRA-19 */
enum sv_outcome tec_name(struct sv_ctx *ctx)
{
  const struct sv_response *r;
  const enum sv_outcome outcome = certificates(ctx, &r);
  if (outcome != TEC_READY)
    return outcome;
  const struct sv_certificate *leaf = &r->tls->chain[0];
  for (size_t i = 0; leaf->names && leaf->names[i] && i < NAMES_MAX; i++)
    sv_tell(ctx, .subject = "service", .predicate = "tls-name", .value = leaf->names[i],
            .where.url = r->url, .evidence = r->evidence);
  return tec_judge_name(ctx, r);
}

/* TEC-TRA-20 */
enum sv_outcome tec_dates(struct sv_ctx *ctx)
{
  const struct sv_response *r;
  const enum sv_outcome outcome = certificates(ctx, &r);
  if (outcome != TEC_READY)
    return outcome;
  const int64_t now = ctx->sv->now(ctx);
  for (size_t i = 0; i < r->tls->chain_count && i < CHAIN_MAX; i++) {
    const struct sv_certificate *c = &r->tls->chain[i];
    if (c->not_before <= now && now <= c->not_after)
      continue;
    char from[21];
    char to[21];
    sv_date_time_write(c->not_before, from);
    sv_date_time_write(c->not_after, to);
    return tec_fail(ctx, r, json_pack("{s:s, s:s}", "from", from, "to", to),
                    .message = N_("A certificate is valid from {from} to {to} only."),
                    .where.text = c->subject, .where.url = r->url,
                    .expected = N_("a certificate that is valid now"),
                    .actual = ctx->sv->format(ctx, "%s/%s", from, to),
                    .hint = N_("Renew the certificate, and let a machine do it from now on."));
  }
  return SV_PASSED;
}

/* TEC-TRA-20, while there is still time */
enum sv_outcome tec_expires_soon(struct sv_ctx *ctx)
{
  const struct sv_response *r;
  const enum sv_outcome outcome = certificates(ctx, &r);
  if (outcome != TEC_READY)
    return outcome;
  const json_t *param = ctx->sv->param(ctx, "certificate-days");
  const int64_t days = json_is_integer(param) ? json_integer_value(param) : SOON_DAYS;
  const struct sv_certificate *leaf = &r->tls->chain[0];
  const int64_t now = ctx->sv->now(ctx);
  if (leaf->not_after < now || leaf->not_before > now)
    return SV_INAPPLICABLE; /* technical.transport.validity tells of it */
  const int64_t left = (leaf->not_after - now) / DAY;
  if (left >= days)
    return SV_PASSED;
  char until[21];
  sv_date_time_write(leaf->not_after, until);
  return tec_fail(ctx, r, json_pack("{s:s, s:I}", "until", until, "days", (json_int_t)left),
                  .message = N_("The certificate runs out in {days} days, at {until}."),
                  .where.text = leaf->subject, .where.url = r->url,
                  .expected = ctx->sv->format(ctx, "%lld", (long long)days),
                  .actual = ctx->sv->format(ctx, "%lld", (long long)left),
                  .hint = N_("Renew the certificate, and let a machine do it from now on."));
}

/* TEC-TRA-21 */
enum sv_outcome tec_chain_order(struct sv_ctx *ctx)
{
  const struct sv_response *r;
  const enum sv_outcome outcome = certificates(ctx, &r);
  if (outcome != TEC_READY)
    return outcome;
  const struct sv_tls *t = r->tls;
  for (size_t i = 0; i + 1 < t->chain_count && i < CHAIN_MAX; i++)
    if (!t->chain[i].issuer || !t->chain[i + 1].subject ||
        strcmp(t->chain[i].issuer, t->chain[i + 1].subject) != 0)
      return tec_fail(ctx, r, tec_arg_number("number", (int64_t)i + 2),
                      .message = N_("Certificate number {number} in the chain did not issue the "
                                    "one before it."),
                      .where.text = t->chain[i + 1].subject, .where.url = r->url,
                      .expected = t->chain[i].issuer, .actual = t->chain[i + 1].subject,
                      .hint = N_("Send the service's certificate first, then each issuer in "
                                 "turn."));
  /* A root is not sent, so only a lone certificate shows that its issuer was left out. */
  const struct sv_certificate *last = &t->chain[t->chain_count - 1];
  if (t->chain_count > 1 || is_self_issued(last) ||
      (!has_text(t->verify, "unable to get local issuer") && !has_text(t->verify, "unable to "
                                                                                  "verify the "
                                                                                  "first")))
    return SV_PASSED;
  return tec_fail(ctx, r, tec_arg("issuer", last->issuer),
                  .message = N_("The chain stops before a trusted root: the certificate of "
                                "{issuer} is missing."),
                  .where.text = last->subject, .where.url = r->url, .expected = last->issuer,
                  .actual = "",
                  .hint = N_("Let the server send the intermediate certificates too."));
}
