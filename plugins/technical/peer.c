// SPDX-License-Identifier: Apache-2.0
/* The other end of a connection: whether its name means anything here, and whether its certificate
 * leads to a trust anchor and is for the host. */
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"

#include <string.h>

enum { NAMES_MAX = 20 };

/* Names that no resolver of the world knows (RFC 6761, RFC 6762, RFC 8375). */
bool tec_is_local_name(struct sv_span host)
{
  static const char *const ends[] = { "localhost", "local", "test",     "invalid",
                                      "internal",  "lan",   "home.arpa" };
  for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
    const size_t n = strlen(ends[i]);
    if (host.size >= n && sv_equal_nocase_n(host.data + host.size - n, n, ends[i]) &&
        (host.size == n || host.data[host.size - n - 1] == '.'))
      return true;
  }
  return !memchr(host.data, '.', host.size);
}

static bool has_text(const char *text, const char *part)
{
  return text && strcasestr(text, part) != NULL;
}

/* Whether the chain is sound and only the name or the dates are not. OpenSSL gives the first error
 * it meets: a root that is missing or not trusted comes before dates, and the name after
 * everything. */
static bool is_another_check(const char *reason)
{
  return has_text(reason, "hostname mismatch") || has_text(reason, "IP address mismatch") ||
         has_text(reason, "has expired") || has_text(reason, "not yet valid");
}

/* Names and dates have checks of their own. */
enum sv_outcome tec_judge_chain(struct sv_ctx *ctx, const struct sv_response *r)
{
  const char *reason = r->tls->verify;
  if (!reason || is_another_check(reason))
    return SV_PASSED;
  /* A weak key or digest ends OpenSSL's walk before the rest; each has a check of its own. */
  if (has_text(reason, "too weak"))
    return tec_unsure(ctx, r, SV_TARGET, tec_arg("reason", reason),
                      .message = N_("The chain was not followed to its end: {reason}."),
                      .hint = N_("Mend what the checks of key and signature say, and run again."));
  return tec_fail(ctx, r, tec_arg("reason", reason),
                  .message = N_("The certificate does not verify: {reason}."),
                  .expected = N_("a chain that ends in a trusted root"), .actual = reason,
                  .hint = N_("Use a certificate from an issuer that clients trust, sent with all "
                             "intermediates."));
}

enum sv_outcome tec_judge_name(struct sv_ctx *ctx, const struct sv_response *r)
{
  const struct sv_certificate *leaf = &r->tls->chain[0];
  const char *names = "";
  for (size_t i = 0; leaf->names && leaf->names[i] && i < NAMES_MAX; i++)
    names = ctx->sv->format(ctx, "%s%s%s", names, *names ? ", " : "", leaf->names[i]);
  if (r->tls->name_matches == 1)
    return SV_PASSED;
  return tec_fail(ctx, r, tec_arg_span("host", tec_host(r->url)),
                  .message = N_("The certificate is not for {host}."), .where.text = leaf->subject,
                  .where.url = r->url, .expected = tec_copy(ctx, tec_host(r->url)), .actual = names,
                  .hint = N_("Get a certificate that has the host among its subject alternative "
                             "names."));
}
