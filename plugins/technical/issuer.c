// SPDX-License-Identifier: Apache-2.0
/* The issuers of a target. */
#include "plugins/technical/issuer.h"

#include "plugins/technical/technical.h"

#include <string.h>

enum { FOLLOW = 5 };

static bool is_one_of(const char *issuer, const char *const *list, size_t count)
{
  for (size_t i = 0; issuer && i < count; i++)
    if (strcmp(issuer, list[i]) == 0)
      return true;
  return false;
}

bool tec_is_maskinporten(struct sv_ctx *ctx, const char *issuer)
{
  static const char *const issuers[] = { "https://maskinporten.no/", "https://"
                                                                     "test.maskinporten.no/" };
  return is_one_of(issuer, issuers, 2) || tec_param_is_true(ctx, "maskinporten");
}

bool tec_is_idporten(struct sv_ctx *ctx, const char *issuer)
{
  static const char *const issuers[] = { "https://idporten.no", "https://test.idporten.no",
                                         "https://ansattporten.no",
                                         "https://test.ansattporten.no" };
  return is_one_of(issuer, issuers, 4) || tec_param_is_true(ctx, "idporten");
}

/* The JSON object that URL gives to anybody, or NULL. */
static json_t *fetch(struct sv_ctx *ctx, const char *url, const struct sv_response **r)
{
  *r = sv_http(ctx, .url = url, .follow = FOLLOW, .credential = "");
  if ((*r)->error || (*r)->status != 200 ||
      (*r)->marks & (SV_MARK_TRUNCATED | SV_MARK_LIMITED | SV_MARK_AMBIGUOUS))
    return NULL;
  json_t *j = tec_json(*r, 0, NULL);
  if (json_is_object(j))
    return j;
  json_decref(j);
  return NULL;
}

/* The N-th endpoint of the target whose kind is A or B, its URL; *KIND is its kind. */
static const char *endpoint_url(struct sv_ctx *ctx, const char *a, const char *b, size_t n,
                                const char **kind)
{
  size_t i;
  json_t *e;
  json_array_foreach(json_object_get(ctx->sv->target(ctx), "endpoints"), i, e)
  {
    *kind = json_string_value(json_object_get(e, "kind"));
    if (*kind && (strcmp(*kind, a) == 0 || strcmp(*kind, b) == 0) && n-- == 0)
      return json_string_value(json_object_get(e, "url"));
  }
  return NULL;
}

json_t *tec_issuer_metadata(struct sv_ctx *ctx, size_t n, const struct sv_response **r)
{
  const char *kind = NULL;
  const char *url = endpoint_url(ctx, "oauth", "oidc", n, &kind);
  *r = NULL;
  return url ? fetch(ctx, tec_metadata_url(ctx, url, kind[1] == 'i'), r) : NULL;
}

const char *tec_target_issuer(struct sv_ctx *ctx, const char *kind, enum sv_outcome *outcome)
{
  const struct sv_response *r = NULL;
  const struct sv_response *last = NULL;
  const char *found = NULL;
  bool is_wanted = false;
  for (size_t n = 0; !is_wanted && (n == 0 || r); n++) {
    const char *own_kind = "";
    json_t *j = tec_issuer_metadata(ctx, n, &r);
    const char *own = json_string_value(json_object_get(j, "issuer"));
    (void)endpoint_url(ctx, "oauth", "oidc", n, &own_kind);
    is_wanted = own && strcmp(own_kind, kind) == 0;
    if (own && (!found || is_wanted))
      found = ctx->sv->format(ctx, "%s", own);
    last = r ? r : last;
    json_decref(j);
  }
  *outcome = TEC_READY;
  if (!found && last)
    *outcome = last->error ? sv_no_answer(ctx, last) : SV_INAPPLICABLE;
  return found;
}

json_t *tec_issuer_keys(struct sv_ctx *ctx, const char *issuer)
{
  const struct sv_response *r = NULL;
  const char *kind = NULL;
  const char *url = NULL;
  for (size_t n = 0; !url; n++) {
    json_t *j = tec_issuer_metadata(ctx, n, &r);
    const char *own = json_string_value(json_object_get(j, "issuer"));
    const char *uri = json_string_value(json_object_get(j, "jwks_uri"));
    if (r && own && uri && (!issuer || strcmp(own, issuer) == 0))
      url = tec_resolve(ctx, r->url, uri);
    json_decref(j);
    if (!r)
      break;
  }
  if (!url)
    url = endpoint_url(ctx, "jwks", "jwks", 0, &kind);
  return url ? fetch(ctx, url, &r) : NULL;
}

const json_t *tec_key_find(const json_t *set, const char *kid)
{
  size_t i;
  json_t *key;
  json_array_foreach(json_object_get(set, "keys"), i, key)
  {
    const char *own = json_string_value(json_object_get(key, "kid"));
    if (own && kid && strcmp(own, kid) == 0)
      return key;
  }
  return NULL;
}
