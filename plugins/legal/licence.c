// SPDX-License-Identifier: Apache-2.0
/* Licence and terms in the API description. */
#include "plugins/describe/openapi.h"
#include "plugins/legal/legal.h"

#include "engines/base/ascii.h"
#include "plugins/describe/own.h"

#include <samsvar/helpers.h>

static const char *text(const json_t *object, const char *member)
{
  const char *s = json_string_value(json_object_get(object, member));
  return s && s[0] ? s : NULL;
}

enum sv_outcome sv_legal_terms(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_artifact *a;
  json_t *document = sv_own_document(ctx, &a, &outcome);
  if (!document)
    return outcome;
  const json_t *info = json_object_get(document, "info");
  const json_t *licence = json_object_get(info, "license");
  outcome = SV_PASSED;
  if (text(licence, "name"))
    sv_tell(ctx, .subject = "service", .predicate = "licence",
            .value = text(licence, "url")          ? text(licence, "url")
                     : text(licence, "identifier") ? text(licence, "identifier")
                                                   : text(licence, "name"),
            .where = { .url = a->url, .json_pointer = "/info/license" }, .evidence = a->evidence);
  if (!text(licence, "name") && !text(info, "termsOfService")) {
    outcome = SV_FAILED;
    sv_find(ctx, .outcome = SV_FAILED,
            .message = N_("The API description states neither a licence nor terms of use."),
            .where = { .url = a->url, .json_pointer = "/info" },
            .expected = N_("info.license.name or info.termsOfService"), .actual = N_("none of them"),
            .evidence = a->evidence,
            .hint = N_("Say in info.license what others may do with the data, for example NLOD 2.0 or CC BY 4.0."));
  }
  json_decref(document);
  return outcome;
}

/* Whether the terms can be read where the description says. */
static enum sv_outcome judge_link(struct sv_ctx *ctx, const struct sv_artifact *a, const char *url)
{
  const struct sv_place where = { .url = a->url, .json_pointer = "/info/termsOfService" };
  if (!sv_starts_with(url, "http://") && !sv_starts_with(url, "https://")) {
    sv_find(ctx, .outcome = SV_FAILED,
            .message = N_("The terms of use are given by something that is no web address."), .where = where,
            .expected = "https://…", .actual = url, .evidence = a->evidence,
            .hint = N_("Give the address of the page with the terms."));
    return SV_FAILED;
  }
  if (!sv_is_own_url(ctx, url)) {
    sv_find(ctx, .outcome = SV_CANT_TELL, .attribution = SV_CONFIGURATION,
            .message = N_("The terms of use stand at a host that is not the target's, and it was not asked."),
            .where = where, .actual = url, .evidence = a->evidence,
            .hint = N_("Name an endpoint at the host in the target file to have it asked."));
    return SV_CANT_TELL;
  }
  const struct sv_response *r = sv_http(ctx, .url = url, .follow = 5, .credential = "");
  enum sv_outcome outcome;
  if (sv_is_no_verdict(ctx, r, &outcome))
    return outcome;
  if (r->status >= 200 && r->status < 300)
    return SV_PASSED;
  if (!sv_is_gone(r)) {
    sv_find(ctx, .outcome = SV_CANT_TELL, .attribution = SV_TARGET,
            .message = N_("The address of the terms of use answered so that it cannot be told whether they are there."),
            .where = where, .expected = N_("an answer with status 2xx"),
            .actual = ctx->sv->format(ctx, "%d %s", r->status, url), .evidence = r->evidence,
            .hint = N_("Let anybody read the terms without sign-in."));
    return SV_CANT_TELL;
  }
  sv_find(ctx, .outcome = SV_FAILED,
          .message = N_("The terms of use are not at the address that the description gives."), .where = where,
          .expected = N_("an answer with status 2xx"),
          .actual = ctx->sv->format(ctx, "%d %s", r->status, url), .evidence = r->evidence,
          .hint = N_("Publish the terms, or mend the address."));
  return SV_FAILED;
}

enum sv_outcome sv_legal_terms_link(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_artifact *a;
  json_t *document = sv_own_document(ctx, &a, &outcome);
  if (!document)
    return outcome;
  const char *url = text(json_object_get(document, "info"), "termsOfService");
  outcome = SV_FAILED;
  if (url)
    outcome = judge_link(ctx, a, url);
  else
    sv_find(ctx, .outcome = SV_FAILED, .message = N_("The API description does not link to terms of use."),
            .where = { .url = a->url, .json_pointer = "/info" }, .expected = "info.termsOfService",
            .actual = N_("none of them"), .evidence = a->evidence,
            .hint = N_("Give the address of the page with the terms in info.termsOfService."));
  json_decref(document);
  return outcome;
}
