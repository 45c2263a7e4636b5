// SPDX-License-Identifier: Apache-2.0
/* The names of the service: addresses of both kinds, signatures, who may issue certificates. */
#include "plugins/technical/checks.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"
#include "engines/http/media_type.h"

#include <string.h>

enum { PARENTS_MOST = 10 };

/* Whether names are judged at this endpoint, once for a host. */
static bool is_judged(struct sv_ctx *ctx)
{
  const char *url = tec_endpoint_url(ctx);
  const struct sv_span host = tec_host(url);
  if (host.size == 0 || host.data[0] == '[' ||
      sv_is_digit((unsigned char)host.data[host.size - 1]) || tec_is_repeat(ctx, "*"))
    return false;
  if (tec_sample_text(ctx, "resolver") || !tec_is_local_name(host))
    return true;
  ctx->sv->log(ctx, SV_INFO, "the name of %s is known to this computer only", url);
  return false;
}

static const struct sv_named *lookup(struct sv_ctx *ctx, const char *name, const char *type)
{
  return sv_lookup(ctx, .name = name, .type = type, .resolver = tec_sample_text(ctx, "resolver"),
                   .anchor = tec_sample_text(ctx, "trust-anchor"));
}

static bool is_status(const struct sv_named *n, const char *status)
{
  return !n->error && strcmp(n->status, status) == 0;
}

/* Says why N tells nothing. */
static enum sv_outcome no_name(struct sv_ctx *ctx, const struct sv_named *n)
{
  return tec_unsure(ctx, NULL, SV_NETWORK, tec_arg("status", n->error ? n->error : n->status),
                    .message = N_("The resolver gave no answer about the name ({status})."),
                    .where.url = tec_endpoint_url(ctx), .evidence = n->evidence,
                    .actual = n->detail ? n->detail : "",
                    .hint = N_("Try again, or name another resolver in the target file "
                               "(samples.resolver)."));
}

/* The records of TYPE of the endpoint's host in *OUT: TEC_READY when the answer can be judged, be
 * it that there are none. */
static enum sv_outcome records(struct sv_ctx *ctx, const char *type, const struct sv_named **out)
{
  if (!is_judged(ctx))
    return SV_INAPPLICABLE;
  const struct sv_named *n = lookup(ctx, NULL, type);
  *out = n;
  if (n->error)
    return no_name(ctx, n);
  if (strcmp(n->security, "bogus") == 0)
    return tec_unsure(ctx, NULL, SV_TARGET, NULL,
                      .message = N_("The signatures of the name are wrong, so its records cannot "
                                    "be trusted."),
                      .where.url = tec_endpoint_url(ctx), .evidence = n->evidence,
                      .actual = n->reason ? n->reason : "",
                      .hint = N_("Sign the zone anew, or correct the DS record at its parent."));
  return is_status(n, "NOERROR") || is_status(n, "NXDOMAIN") ? TEC_READY : no_name(ctx, n);
}

/* Whether the name is not known at all, so that no more need be asked: the ordinary request says
 * so. */
static bool is_unknown(struct sv_ctx *ctx, const struct sv_response **r)
{
  *r = tec_first(tec_reach(ctx));
  return (*r)->error && strcmp((*r)->error, "dns") == 0 && !tec_sample_text(ctx, "resolver");
}

/* Whether the name is an alias of nothing, which is another check's. */
static bool is_dangling(const struct sv_named *n)
{
  return n->canonical && is_status(n, "NXDOMAIN");
}

static const struct sv_response *ask_at(struct sv_ctx *ctx, const char *address)
{
  return sv_http(ctx, .url = tec_endpoint_url(ctx), .credential = "", .address = address);
}

/* Whether the service answers at an address of TYPE, which MESSAGE says there is none of. */
static enum sv_outcome reachable(struct sv_ctx *ctx, const char *type, const char *message,
                                 const char *hint)
{
  const struct sv_named *n;
  const struct sv_response *first;
  if (is_judged(ctx) && is_unknown(ctx, &first))
    return sv_no_answer(ctx, first);
  const enum sv_outcome outcome = records(ctx, type, &n);
  if (outcome != TEC_READY || is_dangling(n))
    return outcome == TEC_READY ? SV_INAPPLICABLE : outcome;
  if (!n->records[0])
    return tec_fail(ctx, NULL, NULL, .message = message, .where.url = tec_endpoint_url(ctx),
                    .evidence = n->evidence, .expected = type, .actual = n->status, .hint = hint);
  const struct sv_response *r = NULL;
  for (size_t i = 0; i < 2 && n->records[i]; i++) {
    r = ask_at(ctx, n->records[i]);
    if (!r->error)
      return SV_PASSED;
  }
  return tec_unsure(ctx, r, SV_NETWORK, tec_arg("address", n->records[0]),
                    .message = N_("The service has the address {address}, and could not be reached "
                                  "there from here."),
                    .actual = r->detail ? r->detail : r->error,
                    .hint = N_("Run from a network that has such addresses, and see that the "
                               "service listens at its own."));
}

/* TEC-DNS-01 */
enum sv_outcome tec_ipv6(struct sv_ctx *ctx)
{
  return reachable(ctx, "AAAA", N_("The service has no IPv6 address."),
                   N_("Give the name an AAAA record, and let the service listen there."));
}

/* TEC-DNS-02 */
enum sv_outcome tec_ipv4(struct sv_ctx *ctx)
{
  return reachable(ctx, "A", N_("The service has no IPv4 address."),
                   N_("Give the name an A record, and let the service listen there."));
}

/* The media type of R without parameters. */
static struct sv_span media_type(const struct sv_response *r)
{
  const char *type = sv_header(r, "Content-Type");
  return (struct sv_span){ .data = type ? type : "", .size = type ? strcspn(type, "; \t") : 0 };
}

/* TEC-DNS-03: what cannot be reached is told by the two above. */
enum sv_outcome tec_same_by_both(struct sv_ctx *ctx)
{
  const struct sv_named *four;
  const struct sv_named *six;
  const struct sv_response *first;
  if (is_judged(ctx) && is_unknown(ctx, &first))
    return sv_no_answer(ctx, first);
  enum sv_outcome outcome = records(ctx, "A", &four);
  if (outcome == TEC_READY)
    outcome = records(ctx, "AAAA", &six);
  if (outcome != TEC_READY)
    return outcome;
  if (!four->records[0] || !six->records[0])
    return SV_INAPPLICABLE;
  const struct sv_response *a = ask_at(ctx, four->records[0]);
  const struct sv_response *b = ask_at(ctx, six->records[0]);
  if (a->error || b->error)
    return SV_INAPPLICABLE;
  if (a->status == 429 || a->status == 503 || b->status == 429 || b->status == 503)
    return tec_judge_answer(ctx, a->status == 429 || a->status == 503 ? a : b);
  const struct sv_span x = media_type(a);
  const struct sv_span y = media_type(b);
  const bool same_type = x.size == y.size && strncasecmp(x.data, y.data, x.size) == 0;
  const bool same_tls =
      !a->tls == !b->tls && (!a->tls || a->tls->name_matches == b->tls->name_matches);
  if (a->status == b->status && same_type && same_tls)
    return SV_PASSED;
  return tec_fail(ctx, b, NULL, .message = N_("The service is another over IPv6 than over IPv4."),
                  .expected = ctx->sv->format(ctx, "%d %.*s", a->status, (int)x.size, x.data),
                  .actual = ctx->sv->format(ctx, "%d %.*s", b->status, (int)y.size, y.data),
                  .hint = N_("Let both addresses lead to the same service, with the same "
                             "certificate."));
}

/* TEC-DNS-04: asked also where the name seems unknown, for that is how wrong signatures look
 * through a resolver that checks them. */
enum sv_outcome tec_dnssec(struct sv_ctx *ctx)
{
  if (!is_judged(ctx))
    return SV_INAPPLICABLE;
  const struct sv_named *n = lookup(ctx, NULL, "A");
  if (n->error)
    return no_name(ctx, n);
  if (strcmp(n->security, "secure") == 0)
    return SV_PASSED;
  if (strcmp(n->security, "bogus") == 0)
    return tec_fail(ctx, NULL, NULL,
                    .message = N_("The signatures of the name (DNSSEC) are wrong: who checks them "
                                  "does not reach the service."),
                    .where.url = tec_endpoint_url(ctx), .evidence = n->evidence,
                    .expected = N_("records whose signatures verify"),
                    .actual = n->reason ? n->reason : "",
                    .hint = N_("Sign the zone anew, or correct the DS record at its parent."));
  if (strcmp(n->security, "insecure") != 0)
    return tec_unsure(ctx, NULL, SV_NETWORK, NULL,
                      .message = N_("The resolver does not pass signatures on, so they were not "
                                    "checked."),
                      .where.url = tec_endpoint_url(ctx), .evidence = n->evidence,
                      .hint = N_("Name a resolver that passes DNSSEC on (samples.resolver)."));
  return tec_fail(ctx, NULL, NULL, .message = N_("The name is not signed (DNSSEC)."),
                  .where.url = tec_endpoint_url(ctx), .evidence = n->evidence,
                  .expected = N_("records whose signatures verify"), .actual = "",
                  .hint = N_("Turn on DNSSEC where the domain is registered."));
}

/* The CAA records that hold for the host: its own, else its nearest parent's (RFC 8659 3). */
static enum sv_outcome find_caa(struct sv_ctx *ctx, const struct sv_named **out)
{
  const struct sv_response *first;
  if (is_judged(ctx) && is_unknown(ctx, &first))
    return sv_no_answer(ctx, first);
  enum sv_outcome outcome = records(ctx, "CAA", out);
  const struct sv_span host = tec_host(tec_endpoint_url(ctx));
  const char *name = tec_copy(ctx, host);
  for (int i = 0; outcome == TEC_READY && !(*out)->records[0] && i < PARENTS_MOST; i++) {
    name = strchr(name, '.');
    if (!name || !*++name)
      break;
    *out = lookup(ctx, name, "CAA");
    if ((*out)->error)
      outcome = no_name(ctx, *out);
  }
  return outcome;
}

/* The value of RECORD ("0 issue \"ca.example\"") in *VALUE when its tag is issue or issuewild. */
static bool is_issue(const char *record, struct sv_span *value)
{
  const char *tag = record + strspn(record, "0123456789");
  tag += *tag == ' ';
  const size_t size = strcspn(tag, " ");
  if (!sv_equal_nocase_n(tag, size, "issue") && !sv_equal_nocase_n(tag, size, "issuewild"))
    return false;
  const char *open = strchr(tag + size, '"');
  const char *close = open ? strrchr(open, '"') : NULL;
  *value = (struct sv_span){ .data = open ? open + 1 : "" };
  value->size = close && close > open ? (size_t)(close - open - 1) : 0;
  return true;
}

/* TEC-DNS-05 */
enum sv_outcome tec_caa(struct sv_ctx *ctx)
{
  const struct sv_named *n;
  struct sv_span value;
  const enum sv_outcome outcome = find_caa(ctx, &n);
  if (outcome != TEC_READY)
    return outcome;
  for (const char *const *r = n->records; *r; r++)
    if (is_issue(*r, &value))
      return SV_PASSED;
  if (is_dangling(n))
    return SV_INAPPLICABLE;
  return tec_fail(ctx, NULL, NULL,
                  .message = N_("Any authority may issue certificates for the name: there is no "
                                "CAA record."),
                  .where.url = tec_endpoint_url(ctx), .evidence = n->evidence,
                  .expected = "CAA 0 issue \"ca.example\"", .actual = "",
                  .hint = N_("Publish a CAA record that names the authorities you use."));
}

static const char *skip_spaces(const char *p, const char *end)
{
  while (p < end && (*p == ' ' || *p == '\t'))
    p++;
  return p;
}

/* One label of letters, digits and hyphens; the place after it, or NULL. */
static const char *take_label(const char *p, const char *end)
{
  const char *begin = p;
  while (p < end && (sv_is_alnum((unsigned char)*p) || *p == '-'))
    p++;
  return p > begin && *begin != '-' && p[-1] != '-' ? p : NULL;
}

/* issue-value of RFC 8659 4.2: an issuer's domain, or none, then parameters. */
static bool is_issue_value(struct sv_span v)
{
  const char *const end = v.data + v.size;
  const char *p = skip_spaces(v.data, end);
  while (p < end && *p != ';' && *p != ' ' && *p != '\t') {
    p = take_label(p, end);
    if (!p)
      return false;
    if (p < end && *p == '.') {
      p++;
      if (p == end)
        return false;
    } else if (p < end && *p != ';' && *p != ' ' && *p != '\t') {
      return false;
    }
  }
  p = skip_spaces(p, end);
  if (p < end && *p != ';')
    return false;
  while (p < end) {
    p = skip_spaces(p + 1, end);
    if (p == end)
      return true;
    p = take_label(p, end);
    p = p ? skip_spaces(p, end) : NULL;
    if (!p || p == end || *p != '=')
      return false;
    p = skip_spaces(p + 1, end);
    while (p<end && * p> ' ' && *p <= '~' && *p != ';')
      p++;
    p = skip_spaces(p, end);
    if (p < end && *p != ';')
      return false;
  }
  return true;
}

/* TEC-DNS-06 */
enum sv_outcome tec_caa_form(struct sv_ctx *ctx)
{
  const struct sv_named *n = NULL;
  struct sv_span value;
  enum sv_outcome outcome = find_caa(ctx, &n);
  if (outcome != TEC_READY)
    return outcome;
  outcome = SV_INAPPLICABLE;
  for (const char *const *r = n->records; *r; r++) {
    if (!is_issue(*r, &value))
      continue;
    if (!is_issue_value(value))
      return tec_fail(ctx, NULL, tec_arg_span("value", value),
                      .message = N_("The CAA record '{value}' names no authority that can be "
                                    "read."),
                      .where.url = tec_endpoint_url(ctx), .evidence = n->evidence,
                      .expected = "0 issue \"ca.example\"", .actual = *r,
                      .hint = N_("Write the authority's domain, and parameters as name=value after "
                                 "a semicolon."));
    outcome = SV_PASSED;
  }
  return outcome;
}

/* TEC-DNS-07 */
enum sv_outcome tec_alias(struct sv_ctx *ctx)
{
  const struct sv_named *four;
  const struct sv_named *six;
  const enum sv_outcome outcome = records(ctx, "A", &four);
  if (outcome != TEC_READY)
    return outcome;
  if (!four->canonical)
    return SV_INAPPLICABLE;
  if (four->records[0])
    return SV_PASSED;
  six = lookup(ctx, NULL, "AAAA");
  if (six->error)
    return no_name(ctx, six);
  if (six->records[0])
    return SV_PASSED;
  return tec_fail(ctx, NULL, tec_arg("name", four->canonical),
                  .message = N_("The name of the service is an alias of {name}, which leads "
                                "nowhere: somebody else may take it."),
                  .where.url = tec_endpoint_url(ctx), .evidence = four->evidence,
                  .expected = N_("an address"), .actual = four->status,
                  .hint = N_("Take the alias out, or let it lead to an address of yours."));
}
