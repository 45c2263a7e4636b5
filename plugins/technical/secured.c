// SPDX-License-Identifier: Apache-2.0
/* Operations that need a token: what caches and other sites may do with their answers. */
#include "plugins/technical/checks.h"
#include "plugins/technical/secured.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"
#include "engines/http/fields.h"

#include <string.h>

static const char *const from_elsewhere[] = { "Origin: https://samsvar-probe.invalid", NULL };

/* Whether Cache-Control of R has the directive NAME. */
static bool has_directive(const struct sv_response *r, const char *name)
{
  const char *value = sv_header(r, "Cache-Control");
  struct sv_param p;
  return value && sv_directive_find(value, strlen(value), name, &p) == SV_OK && p.name.data;
}

/* A secured operation called with the token that the target names (the endpoint's own credential,
 * else samples.credential); NULL with an outcome when there is none, or it does not open. */
static const struct sv_response *call(struct sv_ctx *ctx, enum sv_outcome *outcome)
{
  const char *url = tec_secured_url(ctx);
  const char *credential = tec_credential(ctx);
  *outcome = SV_INAPPLICABLE;
  if (!url || !credential)
    return NULL;
  const struct sv_response *r = sv_http(ctx, .url = url, .credential = credential);
  *outcome = tec_judge_ready(ctx, r);
  return *outcome == TEC_READY ? r : NULL;
}

static enum sv_outcome judge_kept(struct sv_ctx *ctx, const struct sv_response *r)
{
  if (has_directive(r, "no-store") || (has_directive(r, "private") && has_directive(r, "no-cache")))
    return SV_PASSED;
  const char *value = sv_header(r, "Cache-Control");
  return tec_fail(
      ctx, r, NULL, .message = N_("An answer that needs a token may be kept in caches."),
      .where.header = "Cache-Control", .expected = "no-store", .actual = value ? value : "",
      .hint = N_("Send Cache-Control: no-store with every answer of secured "
                 "operations."));
}

/* TEC-SEC-08: with a token, and the refusal without one. */
enum sv_outcome tec_not_stored(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_response *r = call(ctx, &outcome);
  return r ? judge_kept(ctx, r) : outcome;
}

/* TEC-HTP-36 */
enum sv_outcome tec_not_shared(struct sv_ctx *ctx)
{
  static const char *const words[] = { "public", "s-maxage", "must-revalidate" };
  enum sv_outcome outcome;
  const struct sv_response *r = call(ctx, &outcome);
  if (!r)
    return outcome;
  if (has_directive(r, "no-store") || has_directive(r, "private"))
    return SV_PASSED;
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
    if (has_directive(r, words[i]))
      return tec_fail(ctx, r, tec_arg("word", words[i]),
                      .message = N_("'{word}' lets shared caches give the answer to others than "
                                    "the one who had the token."),
                      .where.header = "Cache-Control", .expected = "private, no-store",
                      .actual = sv_header(r, "Cache-Control"),
                      .hint = N_("Send Cache-Control: no-store with every answer of secured "
                                 "operations."));
  return SV_PASSED;
}

/* TEC-SEC-14 */
enum sv_outcome tec_cors_wildcard(struct sv_ctx *ctx)
{
  const char *url = tec_secured_url(ctx);
  if (!url)
    return SV_INAPPLICABLE;
  const struct sv_response *r =
      sv_http(ctx, .url = url, .headers = from_elsewhere, .credential = "");
  if (r->error)
    return sv_no_answer(ctx, r);
  const char *origin = sv_header(r, "Access-Control-Allow-Origin");
  if (!origin || strcmp(origin, "*") != 0)
    return tec_shows_none(ctx, r);
  return tec_fail(ctx, r, NULL,
                  .message = N_("Scripts of any site may read answers that need a token."),
                  .where.header = "Access-Control-Allow-Origin",
                  .expected = N_("a list of sites that are known"), .actual = origin,
                  .hint = N_("Send the wildcard for open data only, and a known origin for the "
                             "rest."));
}

static bool lists(const char *value, const char *word)
{
  for (const char *p = value; p && *p; p += strcspn(p, ",")) {
    p += strspn(p, ", \t");
    const size_t n = strcspn(p, ", \t");
    if (sv_equal_nocase_n(p, n, word) || (n == 1 && *p == '*'))
      return true;
  }
  return false;
}

/* TEC-SEC-15: relevant where the target says which site calls the API from a browser. */
enum sv_outcome tec_preflight(struct sv_ctx *ctx)
{
  const char *site = tec_sample_text(ctx, "browser-origin");
  if (!site)
    return SV_INAPPLICABLE;
  const char *const headers[] = { ctx->sv->format(ctx, "Origin: %s", site),
                                  "Access-Control-Request-Method: GET",
                                  "Access-Control-Request-Headers: authorization", NULL };
  const struct sv_response *r =
      sv_http(ctx, .url = tec_url(ctx), .method = "OPTIONS", .headers = headers, .credential = "");
  if (r->error)
    return sv_no_answer(ctx, r);
  if (r->status == 429 || r->status == 503)
    return tec_judge_answer(ctx, r);
  const char *origin = sv_header(r, "Access-Control-Allow-Origin");
  const char *methods = sv_header(r, "Access-Control-Allow-Methods");
  const char *fields = sv_header(r, "Access-Control-Allow-Headers");
  const bool is_ok = r->status >= 200 && r->status <= 299;
  const char *wrong = !is_ok ? "status"
                      : !origin || (strcmp(origin, "*") != 0 && strcmp(origin, site) != 0)
                          ? "Access-Control-Allow-Origin"
                      : methods && !lists(methods, "GET") ? "Access-Control-Allow-Methods"
                      : !methods                          ? "Access-Control-Allow-Methods"
                      : !lists(fields, "authorization")   ? "Access-Control-Allow-Headers"
                                                          : NULL;
  if (!wrong)
    return SV_PASSED;
  return tec_fail(ctx, r, json_pack("{s:s, s:s}", "site", site, "field", wrong),
                  .message = N_("A browser at {site} is not let in: the preflight fails at "
                                "{field}."),
                  .where.header = is_ok ? wrong : "Origin",
                  .expected = N_("status 204 with Access-Control-Allow-Origin, -Methods and "
                                 "-Headers"),
                  .actual = ctx->sv->format(ctx, "%d", r->status),
                  .hint = N_("Answer OPTIONS without asking for a token, and list what browsers "
                             "may send."));
}
