// SPDX-License-Identifier: Apache-2.0
/* How the service tells that something ends, and where its parts are found: Deprecation, Sunset,
 * the api-catalog. */
#include "plugins/technical/checks.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"
#include "engines/base/date.h"
#include "engines/http/fields.h"
#include "engines/http/media_type.h"
#include "engines/http/problem.h"
#include "engines/http/sf.h"

#include <string.h>

/* Old addresses that the target's owner names in samples.deprecated, else the resource itself. */
static const struct sv_response *get_old(struct sv_ctx *ctx)
{
  const char *old = tec_sample_text(ctx, "deprecated");
  const char *url = old ? tec_resolve(ctx, tec_endpoint_url(ctx), old) : NULL;
  return url ? sv_http(ctx, .url = url, .follow = 5) : tec_get(ctx);
}

/* The moment in Deprecation (RFC 9745 2.1: an item of type date). */
static bool read_deprecation(const char *value, int64_t *when)
{
  struct sv_sf_item item;
  if (sv_sf_item_parse(value, strlen(value), &item) != SV_OK || item.bare.type != SV_SF_DATE)
    return false;
  *when = item.bare.number;
  return true;
}

static enum sv_outcome old_field(struct sv_ctx *ctx, const char *field,
                                 const struct sv_response **r, const char **value)
{
  *r = get_old(ctx);
  const enum sv_outcome o = tec_judge_answer(ctx, *r);
  if (o != TEC_READY)
    return o;
  *value = sv_header(*r, field);
  return *value ? TEC_READY : SV_INAPPLICABLE;
}

/* TEC-LIF-01 */
enum sv_outcome tec_deprecation(struct sv_ctx *ctx)
{
  const struct sv_response *r;
  const char *value = NULL;
  const enum sv_outcome o = old_field(ctx, "Deprecation", &r, &value);
  if (o != TEC_READY)
    return o;
  int64_t when;
  if (sv_header_count(r, "Deprecation") == 1 && read_deprecation(value, &when))
    return SV_PASSED;
  return tec_fail(ctx, r, NULL,
                  .message = N_("Deprecation does not say when, in the form the standard has."),
                  .where.header = "Deprecation",
                  .expected = N_("a structured date, such as @1767225600"), .actual = value,
                  .hint = N_("Send Deprecation: @ and the moment in seconds since 1970 (RFC "
                             "9745)."));
}

/* TEC-LIF-02, the form */
enum sv_outcome tec_sunset(struct sv_ctx *ctx)
{
  const struct sv_response *r;
  const char *value = NULL;
  const enum sv_outcome o = old_field(ctx, "Sunset", &r, &value);
  if (o != TEC_READY)
    return o;
  if (sv_http_date_parse(value, strlen(value), ctx->sv->now(ctx), NULL) == SV_IMF_FIXDATE)
    return SV_PASSED;
  return tec_fail(ctx, r, NULL, .message = N_("Sunset is not in the form that HTTP has for dates."),
                  .where.header = "Sunset",
                  .expected = N_("one date in the form Sun, 06 Nov 1994 08:49:37 GMT"),
                  .actual = value,
                  .hint = N_("Write dates in header fields in English, in GMT and in exactly this "
                             "form."));
}

/* TEC-LIF-02, what the date says of a resource that still answers */
enum sv_outcome tec_sunset_past(struct sv_ctx *ctx)
{
  const struct sv_response *r;
  const char *value = NULL;
  const enum sv_outcome o = old_field(ctx, "Sunset", &r, &value);
  if (o != TEC_READY)
    return o;
  int64_t when;
  if (r->status < 200 || r->status > 299 ||
      !sv_http_date_parse(value, strlen(value), ctx->sv->now(ctx), &when))
    return SV_INAPPLICABLE;
  if (when >= ctx->sv->now(ctx))
    return SV_PASSED;
  return tec_fail(ctx, r, NULL,
                  .message = N_("The resource should have ended by now, and still answers."),
                  .where.header = "Sunset", .expected = N_("a date to come"), .actual = value,
                  .hint = N_("Take the resource away, or tell the new date when it ends."));
}

/* TEC-LIF-03 */
enum sv_outcome tec_sunset_order(struct sv_ctx *ctx)
{
  const struct sv_response *r;
  const char *value = NULL;
  const enum sv_outcome o = old_field(ctx, "Deprecation", &r, &value);
  if (o != TEC_READY)
    return o;
  const char *sunset = sv_header(r, "Sunset");
  int64_t from;
  int64_t to;
  if (!sunset || !read_deprecation(value, &from) ||
      !sv_http_date_parse(sunset, strlen(sunset), ctx->sv->now(ctx), &to))
    return SV_INAPPLICABLE;
  if (to >= from)
    return SV_PASSED;
  char text[21];
  sv_date_time_write(from, text);
  return tec_fail(ctx, r, NULL, .message = N_("The resource ends before it is deprecated."),
                  .where.header = "Sunset", .expected = text, .actual = sunset,
                  .hint = N_("Let Sunset come after Deprecation, with time to move."));
}

/* Whether a Link of R has one of RELS (NULL last); its target in *TARGET. */
static bool find_link(const struct sv_response *r, const char *const *rels, struct sv_span *target)
{
  for (const char *const *h = r->headers; *h; h++) {
    if (!sv_equal_nocase_n(*h, strnlen(*h, 5), "link:"))
      continue;
    struct sv_scan s = sv_scan_of(*h + 5, strlen(*h + 5));
    struct sv_link link;
    while (sv_link_next(&s, &link) == SV_OK)
      for (size_t i = 0; rels[i]; i++)
        if (sv_link_has_rel(&link, rels[i])) {
          *target = link.target;
          return true;
        }
  }
  return false;
}

/* TEC-LIF-06 */
enum sv_outcome tec_successor(struct sv_ctx *ctx)
{
  static const char *const rels[] = { "deprecation", "sunset", "successor-version",
                                      "latest-version", NULL };
  const struct sv_response *r = get_old(ctx);
  const enum sv_outcome o = tec_judge_answer(ctx, r);
  if (o != TEC_READY)
    return o;
  struct sv_span target;
  if (!sv_header(r, "Deprecation") && !sv_header(r, "Sunset"))
    return SV_INAPPLICABLE;
  if (find_link(r, rels, &target))
    return SV_PASSED;
  return tec_fail(ctx, r, NULL,
                  .message = N_("The resource is to end, and no link tells what comes instead."),
                  .where.header = "Link",
                  .expected = N_("a link with rel deprecation, sunset or successor-version"),
                  .actual = sv_header(r, "Link") ? sv_header(r, "Link") : "",
                  .hint = N_("Link to an explanation (rel=deprecation) or to the new version "
                             "(rel=successor-version)."));
}

/* TEC-LIF-17 */
enum sv_outcome tec_service_desc(struct sv_ctx *ctx)
{
  static const char *const rels[] = { "service-desc", NULL };
  const struct sv_response *r = sv_http(ctx, .url = tec_endpoint_url(ctx), .follow = 5);
  enum sv_outcome o = tec_judge_answer(ctx, r);
  if (o != TEC_READY)
    return o;
  struct sv_span target;
  if (find_link(r, rels, &target)) {
    const char *url = tec_resolve(ctx, r->url, tec_copy(ctx, target));
    if (url)
      sv_tell(ctx, .subject = "service", .predicate = "service-desc", .value = url,
              .where.url = r->url, .where.header = "Link", .evidence = r->evidence);
    return SV_PASSED;
  }
  o = tec_judge_ready(ctx, r);
  if (o != TEC_READY)
    return o;
  return tec_fail(ctx, r, NULL,
                  .message = N_("The address of the API does not point to its description."),
                  .where.header = "Link", .expected = "rel=\"service-desc\"",
                  .actual = sv_header(r, "Link") ? sv_header(r, "Link") : "",
                  .hint = N_("Send Link: </openapi.json>; rel=\"service-desc\" with the answer of "
                             "the base address."));
}

/* The api-catalog of the origin by METHOD; NULL with an outcome when it is not to be judged here.
 */
static const struct sv_response *get_catalog(struct sv_ctx *ctx, const char *method,
                                             enum sv_outcome *outcome)
{
  static const char *const headers[] = { "Accept: application/linkset+json", NULL };
  const struct sv_response *r =
      sv_http(ctx, .method = method, .headers = headers, .follow = 5, .credential = "",
              .url = ctx->sv->format(ctx, "%s/.well-known/api-catalog",
                                     tec_origin(ctx, tec_endpoint_url(ctx))));
  if (!r->error)
    return r;
  *outcome = sv_no_answer(ctx, r);
  return NULL;
}

static bool is_linkset(const struct sv_response *r)
{
  return sv_content_type_is(sv_header(r, "Content-Type"), "application/linkset+json");
}

/* Whether R is meant as a catalogue: what answers every address with a page or with {} has none. */
static bool is_catalog(const struct sv_response *r)
{
  if (r->status != 200 || is_linkset(r))
    return r->status == 200;
  json_t *j = tec_json(r, 0, NULL);
  const bool has_links = json_object_get(j, "linkset") != NULL;
  json_decref(j);
  return has_links;
}

/* TEC-LIF-12 */
enum sv_outcome tec_catalog(struct sv_ctx *ctx)
{
  if (tec_is_repeat(ctx, "web api"))
    return SV_INAPPLICABLE;
  enum sv_outcome outcome;
  const struct sv_response *r = get_catalog(ctx, "GET", &outcome);
  if (!r)
    return outcome;
  if (is_catalog(r))
    return SV_PASSED;
  if ((r->status < 200 || r->status > 299) && r->status != 404 && (r->status < 500 || r->status == 503))
    return tec_judge_ready(ctx, r);
  return tec_fail(ctx, r, tec_arg_number("status", r->status),
                  .message = N_("There is no api-catalog (status {status}), so machines cannot "
                                "find the APIs of the host."),
                  .expected = N_("a linkset at /.well-known/api-catalog"),
                  .actual = ctx->sv->format(ctx, "%d %s", r->status,
                                            sv_header(r, "Content-Type") ? sv_header(r, "Content-Type")
                                                                         : ""),
                  .hint = N_("Publish /.well-known/api-catalog as a linkset with the APIs (RFC "
                             "9727)."));
}

/* The catalogue as JSON, or NULL with an outcome. New reference. */
static json_t *read_catalog(struct sv_ctx *ctx, const struct sv_response **r,
                            enum sv_outcome *outcome)
{
  *r = get_catalog(ctx, "GET", outcome);
  if (!*r)
    return NULL;
  *outcome = is_catalog(*r) ? tec_judge_answer(ctx, *r) : SV_INAPPLICABLE;
  return *outcome == TEC_READY ? tec_json(*r, 0, NULL) : NULL;
}

/* TEC-LIF-13 */
enum sv_outcome tec_linkset(struct sv_ctx *ctx)
{
  if (tec_is_repeat(ctx, "web api"))
    return SV_INAPPLICABLE;
  enum sv_outcome outcome;
  const struct sv_response *r;
  json_t *j = read_catalog(ctx, &r, &outcome);
  if (outcome != TEC_READY)
    return outcome;
  outcome = SV_PASSED;
  size_t index = 0;
  const char *expected = "JSON (RFC 8259)";
  const char *fault = j ? sv_linkset_fault(j, &index, &expected) : "";
  if (!is_linkset(r))
    outcome = tec_fail(ctx, r, NULL, .message = N_("The api-catalog is not sent as a linkset."),
                       .where.header = "Content-Type", .expected = "application/linkset+json",
                       .actual = sv_header(r, "Content-Type"),
                       .hint = N_("Send the api-catalog as application/linkset+json."));
  else if (fault)
    outcome = tec_fail(ctx, r, tec_arg_number("number", (int64_t)index + 1),
                       .message = N_("The api-catalog is no linkset: context number {number} "
                                     "breaks the form."),
                       .where.json_pointer =
                           *fault ? ctx->sv->format(ctx, "/linkset/%zu/%s", index, fault) : "",
                       .expected = expected, .actual = fault,
                       .hint = N_("Write {\"linkset\": [{\"anchor\": URL, \"item\": [{\"href\": "
                                  "URL}]}]} (RFC 9264)."));
  json_decref(j);
  return outcome;
}

/* TEC-LIF-13, RFC 9727 section 4.2 */
enum sv_outcome tec_linkset_profile(struct sv_ctx *ctx)
{
  static const char profile[] = "https://www.rfc-editor.org/info/rfc9727";
  if (tec_is_repeat(ctx, "web api"))
    return SV_INAPPLICABLE;
  enum sv_outcome outcome;
  const struct sv_response *r = get_catalog(ctx, "GET", &outcome);
  if (!r)
    return outcome;
  outcome = is_catalog(r) ? tec_judge_answer(ctx, r) : SV_INAPPLICABLE;
  if (outcome != TEC_READY)
    return outcome;
  if (!is_linkset(r))
    return SV_INAPPLICABLE; /* the check of the linkset tells of it */
  const char *type = sv_header(r, "Content-Type");
  struct sv_media_type m;
  const struct sv_param *p = type && sv_media_type_parse(type, strlen(type), &m) == SV_OK
                                 ? sv_params_find(&m.params, "profile")
                                 : NULL;
  if (p && sv_param_is(p, profile))
    return SV_PASSED;
  return tec_fail(ctx, r, NULL,
                  .message = N_("The linkset does not say that it is an api-catalog."),
                  .where.header = "Content-Type",
                  .expected = "application/linkset+json; "
                              "profile=\"https://www.rfc-editor.org/info/rfc9727\"",
                  .actual = type,
                  .hint = N_("Give the media type the parameter profile with the address of RFC "
                             "9727."));
}

/* TEC-LIF-14 */
enum sv_outcome tec_catalog_head(struct sv_ctx *ctx)
{
  if (tec_is_repeat(ctx, "web api"))
    return SV_INAPPLICABLE;
  static const char *const rels[] = { "api-catalog", "item", NULL };
  enum sv_outcome outcome;
  const struct sv_response *get = get_catalog(ctx, "GET", &outcome);
  if (!get)
    return outcome;
  if (!is_catalog(get))
    return SV_INAPPLICABLE;
  const struct sv_response *r = get_catalog(ctx, "HEAD", &outcome);
  if (!r)
    return outcome;
  struct sv_span target;
  if (find_link(r, rels, &target))
    return SV_PASSED;
  return tec_fail(ctx, r, NULL,
                  .message = N_("HEAD on the api-catalog gives no link to the catalogue."),
                  .where.header = "Link", .expected = "rel=\"api-catalog\"",
                  .actual = sv_header(r, "Link") ? sv_header(r, "Link") : "",
                  .hint = N_("Send Link: </.well-known/api-catalog>; rel=\"api-catalog\" with HEAD "
                             "and GET."));
}

struct lookup {
  struct sv_ctx *ctx;
  const char *base; /* of the document */
  const char *wanted;
  bool found;
};

static bool look(void *closure, const char *anchor, const char *rel, const char *href)
{
  struct lookup *l = closure;
  const char *const candidates[] = { anchor, href };
  (void)rel;
  for (size_t i = 0; i < 2 && !l->found; i++) {
    const char *url = *candidates[i] ? tec_resolve(l->ctx, l->base, candidates[i]) : NULL;
    size_t n = url ? strlen(url) : 0;
    while (n > 0 && url[n - 1] == '/')
      n--;
    l->found =
        n > 0 && strncmp(l->wanted, url, n) == 0 && (!l->wanted[n] || strchr("/?#", l->wanted[n]));
  }
  return !l->found;
}

/* TEC-LIF-15: a version on its way out need not be found by new users. */
enum sv_outcome tec_catalog_lists(struct sv_ctx *ctx)
{
  const struct sv_response *own = tec_get(ctx);
  if (!own->error && sv_header(own, "Deprecation"))
    return SV_INAPPLICABLE;
  enum sv_outcome outcome;
  const struct sv_response *r;
  json_t *j = read_catalog(ctx, &r, &outcome);
  if (outcome != TEC_READY)
    return outcome;
  size_t index;
  const char *expected;
  struct lookup l = { .ctx = ctx, .base = r->url, .wanted = tec_endpoint_url(ctx) };
  outcome = SV_INAPPLICABLE;
  if (j && !sv_linkset_fault(j, &index, &expected)) {
    sv_linkset_walk(j, look, &l);
    outcome = SV_PASSED;
    if (!l.found)
      outcome = tec_fail(ctx, r, tec_arg("url", l.wanted),
                         .message = N_("The api-catalog does not have {url}."),
                         .where.json_pointer = "/linkset", .expected = l.wanted, .actual = "",
                         .hint = N_("Add the base address of the API to the catalogue, as anchor "
                                    "or item."));
  }
  json_decref(j);
  return outcome;
}
