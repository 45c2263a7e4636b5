// SPDX-License-Identifier: Apache-2.0
/* Interfaces whose form a standard gives: OGC API and GraphQL. */
#include "plugins/technical/checks.h"
#include "plugins/technical/contract/collection.h"

#include "engines/base/ascii.h"

#include <string.h>

static const char *const as_json[] = { "Accept: application/json", NULL };

/* The base of the OGC API: the endpoint where the profile says that it is one, or what the target
 * names under samples, ogc. NULL: none is named here. */
static const char *ogc_base(struct sv_ctx *ctx)
{
  const char *named = tec_sample_text(ctx, "ogc");
  const char *url = tec_endpoint_url(ctx);
  if (!named)
    return tec_param_is_true(ctx, "ogc") ? url : NULL;
  const char *at = tec_resolve(ctx, url, named);
  /* One of several endpoints of the same origin says it. */
  return at && sv_equal_nocase(tec_origin(ctx, at), tec_origin(ctx, url)) &&
                 !tec_is_repeat(ctx, "api")
             ? at
             : NULL;
}

/* GET of PATH below the base, *OUTCOME being TEC_READY when it can be judged; NULL: there is no
 * base.
 */
static const struct sv_response *ogc_ask(struct sv_ctx *ctx, const char *path,
                                         enum sv_outcome *outcome)
{
  const char *base = ogc_base(ctx);
  *outcome = SV_INAPPLICABLE;
  if (!base)
    return NULL;
  size_t size = strlen(base);
  while (size > 0 && base[size - 1] == '/')
    size--;
  const struct sv_response *r =
      sv_http(ctx, .url = ctx->sv->format(ctx, "%.*s%s", (int)size, base, path), .headers = as_json,
              .follow = 5);
  *outcome = tec_judge_answer(ctx, r);
  return r;
}

/* The same as JSON; NULL with the outcome. New reference. */
static json_t *ogc_get(struct sv_ctx *ctx, const char *path, const struct sv_response **r,
                       enum sv_outcome *outcome)
{
  *r = ogc_ask(ctx, path, outcome);
  if (*outcome != TEC_READY)
    return NULL;
  json_t *body = (*r)->status == 200 ? con_json(*r) : NULL;
  if (!body)
    *outcome = tec_fail(ctx, *r, tec_arg_number("status", (*r)->status),
                        .message = N_("There is no JSON document here (status {status})."),
                        .expected = N_("200 with application/json"),
                        .actual = ctx->sv->format(ctx, "%d", (*r)->status),
                        .hint = N_("Serve the landing page, /conformance and /collections as OGC "
                                   "API Common says."));
  return body;
}

/* Whether LINKS has one of RELATIONS (ended by NULL). */
static bool has_link(const json_t *links, const char *const *relations)
{
  size_t i;
  json_t *link;
  json_array_foreach(links, i, link)
  {
    const char *rel = json_string_value(json_object_get(link, "rel"));
    for (size_t k = 0; rel && relations[k]; k++)
      if (strcmp(rel, relations[k]) == 0 && json_string_value(json_object_get(link, "href")))
        return true;
  }
  return false;
}

/* TEC-CON-26 */
enum sv_outcome con_ogc_landing(struct sv_ctx *ctx)
{
  static const char *const definitions[] = { "service-desc", "service-doc", NULL };
  static const char *const conformance[] = { "conformance",
                                             "http://www.opengis.net/def/rel/ogc/1.0/conformance",
                                             NULL };
  enum sv_outcome outcome;
  const struct sv_response *r;
  json_t *body = ogc_get(ctx, "/", &r, &outcome);
  if (!body)
    return outcome;
  const json_t *links = json_object_get(body, "links");
  const char *missing = !has_link(links, definitions)   ? "service-desc"
                        : !has_link(links, conformance) ? "conformance"
                                                        : NULL;
  json_decref(body);
  if (!missing)
    return SV_PASSED;
  return tec_fail(ctx, r, tec_arg("relation", missing),
                  .message = N_("The landing page has no link {relation}."),
                  .where.json_pointer = "/links",
                  .expected = N_("links to the API definition and to the conformance declaration"),
                  .actual = "", .hint = N_("Add the link to links of the landing page."));
}

static bool is_uri(const json_t *value)
{
  const char *text = json_string_value(value);
  const struct sv_uri u = sv_uri_split(text ? text : "", text ? strlen(text) : 0);
  return u.scheme.data && u.scheme.size > 0;
}

/* TEC-CON-27 */
enum sv_outcome con_ogc_conformance(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_response *r;
  json_t *body = ogc_get(ctx, "/conformance", &r, &outcome);
  if (!body)
    return outcome;
  const json_t *list = json_object_get(body, "conformsTo");
  bool good = json_array_size(list) > 0;
  size_t i;
  json_t *one;
  json_array_foreach(list, i, one) good = good && is_uri(one);
  json_decref(body);
  if (good)
    return SV_PASSED;
  return tec_fail(ctx, r, NULL,
                  .message = N_("The conformance declaration does not list the classes that the "
                                "service conforms to."),
                  .where.json_pointer = "/conformsTo",
                  .expected = N_("a list of absolute URIs that is not empty"), .actual = "",
                  .hint = N_("List the URIs of the conformance classes in conformsTo."));
}

static enum sv_outcome features_fault(struct sv_ctx *ctx, const struct sv_response *r,
                                      const char *pointer, const char *message)
{
  return tec_fail(ctx, r, NULL, .message = message, .where.json_pointer = pointer,
                  .expected = N_("as OGC API Features, part 1, has it"), .actual = "",
                  .hint = N_("Give each collection an id and a link items, and items as a "
                             "FeatureCollection that keeps to limit."));
}

/* The items of the collection C, one at most. */
static enum sv_outcome judge_features(struct sv_ctx *ctx, const struct sv_response *from,
                                      const json_t *c)
{
  static const char *const items[] = { "items", NULL };
  const json_t *links = json_object_get(c, "links");
  const char *href = NULL;
  size_t i;
  json_t *link;
  if (!json_string_value(json_object_get(c, "id")) || !has_link(links, items))
    return features_fault(ctx, from, "/collections/0",
                          N_("A collection has no id, or no link to its items."));
  json_array_foreach(links, i, link)
  {
    const char *rel = json_string_value(json_object_get(link, "rel"));
    const char *at = json_string_value(json_object_get(link, "href"));
    if (rel && at && strcmp(rel, "items") == 0 && !href)
      href = tec_resolve(ctx, from->url, at);
  }
  if (!href || !sv_equal_nocase(tec_origin(ctx, href), tec_origin(ctx, from->url)))
    return SV_PASSED; /* on another host: not ours to ask */
  const struct sv_response *r =
      sv_http(ctx, .url = ctx->sv->format(ctx, "%s%climit=1", href, strchr(href, '?') ? '&' : '?'),
              .follow = 5);
  const enum sv_outcome o = tec_judge_ready(ctx, r);
  if (o != TEC_READY)
    return o;
  json_t *body = con_json(r);
  const char *type = json_string_value(json_object_get(body, "type"));
  const json_t *features = json_object_get(body, "features");
  const json_t *number = json_object_get(body, "numberReturned");
  const bool good =
      type && strcmp(type, "FeatureCollection") == 0 && json_is_array(features) &&
      json_array_size(features) <= 1 &&
      (!number || json_integer_value(number) == (json_int_t)json_array_size(features));
  json_decref(body);
  return good ? SV_PASSED
              : features_fault(ctx, r, "",
                               N_("The items are no FeatureCollection of as many features as were "
                                  "asked for."));
}

/* TEC-CON-28 */
enum sv_outcome con_ogc_features(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_response *r = ogc_ask(ctx, "/conformance", &outcome);
  json_t *body = r && outcome == TEC_READY ? con_json(r) : NULL;
  bool core = false;
  size_t i;
  json_t *one;
  json_array_foreach(json_object_get(body, "conformsTo"), i, one)
  {
    const char *text = json_string_value(one);
    core |= text && strstr(text, "ogcapi-features-1") && strstr(text, "/core");
  }
  json_decref(body);
  if (!core) /* TEC-CON-27 tells of a declaration that is none */
    return outcome == SV_CANT_TELL ? outcome : SV_INAPPLICABLE;
  body = ogc_get(ctx, "/collections", &r, &outcome);
  if (!body)
    return outcome;
  const json_t *list = json_object_get(body, "collections");
  outcome = json_is_array(list)
                ? SV_PASSED
                : features_fault(ctx, r, "/collections", N_("There is no list of collections."));
  if (json_array_size(list) > 0)
    outcome = judge_features(ctx, r, json_array_get(list, 0));
  json_decref(body);
  return outcome;
}

/* TEC-CON-29: GET, since POST is a method that may change something. */
enum sv_outcome con_graphql(struct sv_ctx *ctx)
{
  const char *named = tec_sample_text(ctx, "graphql");
  const char *url = named ? tec_resolve(ctx, tec_endpoint_url(ctx), named) : NULL;
  if (!url || !sv_equal_nocase(tec_origin(ctx, url), tec_origin(ctx, tec_endpoint_url(ctx))) ||
      tec_is_repeat(ctx, "api"))
    return SV_INAPPLICABLE;
  const struct sv_response *r =
      sv_http(ctx, .url = ctx->sv->format(ctx, "%s?query=%%7B__typename%%7D", url),
              .headers = as_json, .follow = 5);
  const enum sv_outcome o = tec_judge_answer(ctx, r);
  if (o != TEC_READY)
    return o;
  if (r->status == 405 || r->status == 404 || r->status == 415)
    return tec_unsure(ctx, r, SV_CONFIGURATION, tec_arg_number("status", r->status),
                      .message = N_("The GraphQL address does not answer GET (status {status}), "
                                    "and POST is not sent."),
                      .hint = N_("Let the address answer queries by GET, or look at it by hand."));
  json_t *body = con_json(r);
  const char *type = json_string_value(json_object_get(json_object_get(body, "data"), "__"
                                                                                      "typename"));
  const bool good = r->status == 200 && type && !json_object_get(body, "errors");
  json_decref(body);
  if (good)
    return SV_PASSED;
  return tec_fail(ctx, r, tec_arg_number("status", r->status),
                  .message = N_("The query for __typename is not answered as GraphQL says (status "
                                "{status})."),
                  .where.json_pointer = "/errors", .expected = N_("data.__typename, and no errors"),
                  .actual = ctx->sv->format(ctx, "%d", r->status),
                  .hint = N_("Let the schema have a query type, and answer without errors when "
                             "nothing went wrong."));
}
