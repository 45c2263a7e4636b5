// SPDX-License-Identifier: Apache-2.0
/* Where tokens come from and what they are for: the API description, the metadata of the issuer and
 * that of the protected resource. */
#include "plugins/cross/cross.h"

#include "plugins/cross/compare.h"

#include <samsvar/helpers.h>
#include <string.h>

static const char *const kinds[] = { "oauth", "oidc" };

/* Goes through the metadata documents of the target: false when there are no more. */
static bool next_metadata(struct sv_ctx *ctx, size_t *kind, size_t *n, struct sv_api *out)
{
  for (; *kind < sizeof kinds / sizeof kinds[0]; (*kind)++, *n = 0)
    while (sv_api_document(ctx, kinds[*kind], (*n)++, out)) {
      if (out->doc)
        return true;
      sv_api_free(out);
    }
  return false;
}

/* Whether some metadata has TEXT as MEMBER, or in the list MEMBER. *FIRST is what the first with
 * that member says; its value is NULL when none has it. */
static bool is_in_metadata(struct sv_ctx *ctx, const char *member, const char *text,
                           struct sv_side *first)
{
  struct sv_api api;
  size_t kind = 0, n = 0;
  bool found = false;
  while (!found && next_metadata(ctx, &kind, &n, &api)) {
    const sv_value v = sv_api_get(api.doc, SV_DOC_ROOT, member);
    if (v != SV_DOC_NONE) {
      if (!first->value)
        *first = sv_side_of_value(ctx, &api, v,
                                  sv_doc_type(api.doc, v) == SV_DOC_STRING ? NULL : member);
      found = sv_doc_is_text(api.doc, v, text);
      for (sv_value c = sv_api_first(api.doc, v); !found && c != SV_DOC_NONE;
           c = sv_doc_next(api.doc, v, c))
        found = sv_doc_is_text(api.doc, c, text);
    }
    sv_api_free(&api);
  }
  return found;
}

struct flows {
  struct sv_ctx *ctx;
  const struct sv_api *api;
  size_t looked_at, faults;
};
typedef void judge_flow(struct flows *f, sv_value flow);

static void each_scheme(struct flows *f, judge_flow *judge)
{
  const struct sv_doc *d = f->api->doc;
  const sv_value schemes = sv_api_at(f->api, "/components/securitySchemes");
  if (schemes == SV_DOC_NONE)
    return;
  for (sv_value s = sv_api_first(d, schemes); s != SV_DOC_NONE; s = sv_doc_next(d, schemes, s)) {
    const sv_value flows = sv_api_get(d, s, "flows");
    if (flows == SV_DOC_NONE)
      continue;
    for (sv_value x = sv_api_first(d, flows); x != SV_DOC_NONE; x = sv_doc_next(d, flows, x))
      judge(f, x);
  }
}

static enum sv_outcome each_flow(struct sv_ctx *ctx, judge_flow *judge)
{
  struct flows f = { .ctx = ctx };
  struct sv_api api;
  for (size_t i = 0; sv_api_nth(ctx, i, &api); i++) {
    f.api = &api;
    if (api.doc)
      each_scheme(&f, judge);
    sv_api_free(&api);
  }
  return sv_describe_outcome(f.looked_at, f.faults);
}

static void judge_token_address(struct flows *f, sv_value flow)
{
  static const char *const members[][2] = { { "tokenUrl", "token_endpoint" },
                                            { "authorizationUrl", "authorization_endpoint" } };
  for (size_t i = 0; i < 2; i++) {
    const sv_value v = sv_api_get(f->api->doc, flow, members[i][0]);
    const char *given = v == SV_DOC_NONE ? "" : sv_api_text(f->ctx, f->api, v);
    const char *base = f->api->artifact->url ? f->api->artifact->url : "";
    const char *url = given[0] ? sv_cross_absolute(f->ctx, base, given, strlen(given)) : "";
    struct sv_side first = { 0 };
    if (!url[0])
      continue;
    const bool found = is_in_metadata(f->ctx, members[i][1], url, &first);
    if (!first.value)
      continue;
    f->looked_at++;
    if (found)
      continue;
    const struct sv_side second = sv_side_of_value(f->ctx, f->api, v, url);
    f->faults++;
    sv_cross_contradiction(f->ctx,
                           N_("The API description sends for tokens to another address than the "
                              "issuer's metadata."),
                           &first, &second, N_("Use the address that the issuer's metadata has."));
  }
}

enum sv_outcome sv_cross_token_address(struct sv_ctx *ctx)
{
  return each_flow(ctx, judge_token_address);
}

static void judge_scopes(struct flows *f, sv_value flow)
{
  const struct sv_doc *d = f->api->doc;
  const sv_value scopes = sv_api_get(d, flow, "scopes");
  if (scopes == SV_DOC_NONE)
    return;
  for (sv_value s = sv_api_first(d, scopes); s != SV_DOC_NONE; s = sv_doc_next(d, scopes, s)) {
    const char *scope = sv_api_text(f->ctx, f->api, sv_doc_key(d, s));
    struct sv_side first = { 0 };
    const bool found = is_in_metadata(f->ctx, "scopes_supported", scope, &first);
    if (!first.value)
      return;
    f->looked_at++;
    if (found)
      continue;
    const struct sv_side second = sv_side_of_value(f->ctx, f->api, s, scope);
    f->faults++;
    sv_cross_contradiction(f->ctx,
                           N_("The API asks for a scope that the issuer's metadata does not "
                              "have."),
                           &first, &second,
                           N_("Register the scope with the issuer, or correct its name."));
  }
}

enum sv_outcome sv_cross_scopes(struct sv_ctx *ctx)
{
  return each_flow(ctx, judge_scopes);
}

/* Whether V, a list in API, has an issuer that was told; *NAMED is what it has. */
static bool names_issuer(struct sv_ctx *ctx, const struct sv_api *api, sv_value v,
                         const char **named)
{
  const json_t *fact;
  bool found = false;
  *named = "";
  for (sv_value c = sv_api_first(api->doc, v); c != SV_DOC_NONE; c = sv_doc_next(api->doc, v, c)) {
    const char *server = sv_api_text(ctx, api, c);
    for (size_t k = 0; (fact = sv_cross_fact(ctx, "issuer", k)); k++)
      found = found || strcmp(sv_cross_text(fact, "value"), server) == 0;
    *named = ctx->sv->format(ctx, "%s%s%s", *named, (*named)[0] ? ", " : "", server);
  }
  return found;
}

enum sv_outcome sv_cross_authorization_server(struct sv_ctx *ctx)
{
  static const char path[] = "/.well-known/oauth-protected-resource";
  const char *base = sv_cross_endpoint(ctx, "api");
  const json_t *issuer = sv_cross_fact(ctx, "issuer", 0);
  if (!base || !issuer)
    return SV_INAPPLICABLE;
  const struct sv_response *r =
      sv_http(ctx, .url = sv_cross_absolute(ctx, base, path, strlen(path)), .credential = "");
  if (r->error)
    return sv_no_answer(ctx, r);
  if (r->status != 200)
    return SV_INAPPLICABLE;
  const struct sv_artifact a = {
    .url = r->url, .data = r->body, .size = r->body_size, .evidence = r->evidence
  };
  struct sv_api api;
  sv_api_read(&a, &api);
  const sv_value servers =
      api.doc ? sv_api_get(api.doc, SV_DOC_ROOT, "authorization_servers") : SV_DOC_NONE;
  const char *named = "";
  enum sv_outcome outcome = SV_INAPPLICABLE;
  if (servers != SV_DOC_NONE)
    outcome = names_issuer(ctx, &api, servers, &named) ? SV_PASSED : SV_FAILED;
  if (outcome == SV_FAILED) {
    const struct sv_side first = sv_side_of_fact(ctx, issuer);
    const struct sv_side second = sv_side_of_value(ctx, &api, servers, named);
    sv_cross_contradiction(ctx,
                           N_("The API says that it trusts another issuer than the one that is "
                              "tested."),
                           &first, &second,
                           N_("Name the issuer to the letter, or test the issuer that is named."));
  }
  sv_api_free(&api);
  return outcome;
}
