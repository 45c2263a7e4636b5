// SPDX-License-Identifier: Apache-2.0
/* Single header fields of the answer to a plain GET: their grammar, and that they are there. */
#include "plugins/technical/checks.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"
#include "engines/http/fields.h"
#include "engines/http/language.h"
#include "engines/http/media_type.h"

#include <string.h>

/* TEC-HTP-07 */
enum sv_outcome tec_content_type(struct sv_ctx *ctx)
{
  const struct sv_response *r = tec_get(ctx);
  const enum sv_outcome o = tec_judge_answer(ctx, r);
  if (o != TEC_READY)
    return o;
  if (r->body_size == 0)
    return SV_INAPPLICABLE;
  const char *value = sv_header(r, "Content-Type");
  const char *const hint = N_("Send one Content-Type with the media type of the body, as "
                              "type/subtype.");
  if (!value)
    return tec_fail(
        ctx, r, NULL, .message = N_("The answer does not say what it is: Content-Type is missing."),
        .where.header = "Content-Type", .expected = N_("a media type"), .actual = "", .hint = hint);
  if (sv_header_count(r, "Content-Type") > 1)
    return tec_fail(ctx, r, NULL, .message = N_("Content-Type stands more than once."),
                    .where.header = "Content-Type", .expected = N_("one field"), .actual = value,
                    .hint = hint);
  struct sv_media_type m;
  if (sv_media_type_parse(value, strlen(value), &m) == SV_INVALID)
    return tec_fail(ctx, r, NULL, .message = N_("Content-Type is no media type."),
                    .where.header = "Content-Type", .expected = N_("a media type"), .actual = value,
                    .hint = hint);
  return SV_PASSED;
}

/* TEC-HTP-04 */
enum sv_outcome tec_date(struct sv_ctx *ctx)
{
  const struct sv_response *r = tec_get(ctx);
  const enum sv_outcome o = tec_judge_answer(ctx, r);
  if (o != TEC_READY)
    return o;
  const char *value = sv_header(r, "Date");
  const char *const hint = N_("Let the server send one Date with the time of the answer; most do "
                              "by themselves.");
  if (!value || sv_header_count(r, "Date") > 1)
    return tec_fail(ctx, r, NULL, .message = N_("The answer does not have exactly one Date."),
                    .where.header = "Date",
                    .expected = N_("one date in the form Sun, 06 Nov 1994 08:49:37 GMT"),
                    .actual = value ? value : "", .hint = hint);
  if (sv_http_date_parse(value, strlen(value), ctx->sv->now(ctx), NULL) == SV_IMF_FIXDATE)
    return SV_PASSED;
  return tec_fail(ctx, r, NULL, .message = N_("Date is not in the form that HTTP has for dates."),
                  .where.header = "Date",
                  .expected = N_("one date in the form Sun, 06 Nov 1994 08:49:37 GMT"),
                  .actual = value, .hint = hint);
}

/* "0" and "-1", which caches know to be in the past: RFC 9111 section 5.3. */
static bool is_past_number(const char *expires)
{
  return strcmp(expires, "0") == 0 || strcmp(expires, "-1") == 0;
}

/* TEC-HTP-05: Date has a check of its own. */
enum sv_outcome tec_http_dates(struct sv_ctx *ctx)
{
  enum { EXPIRES = 1 };
  static const char *const fields[] = { "Last-Modified", [EXPIRES] = "Expires" };
  const struct sv_response *r = tec_get(ctx);
  const enum sv_outcome o = tec_judge_answer(ctx, r);
  if (o != TEC_READY)
    return o;
  enum sv_outcome outcome = SV_INAPPLICABLE;
  for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
    const char *value = sv_header(r, fields[i]);
    if (!value || (i == EXPIRES && is_past_number(value)))
      continue;
    if (sv_http_date_parse(value, strlen(value), ctx->sv->now(ctx), NULL) != SV_IMF_FIXDATE)
      return tec_fail(ctx, r, tec_arg("field", fields[i]),
                      .message = N_("{field} is not in the form that HTTP has for dates."),
                      .where.header = fields[i],
                      .expected = N_("one date in the form Sun, 06 Nov 1994 08:49:37 GMT"),
                      .actual = value,
                      .hint = N_("Write dates in header fields in English, in GMT and in exactly "
                                 "this form."));
    outcome = SV_PASSED;
  }
  return outcome;
}

/* TEC-HTP-05 */
enum sv_outcome tec_expires_number(struct sv_ctx *ctx)
{
  const struct sv_response *r = tec_get(ctx);
  const enum sv_outcome o = tec_judge_answer(ctx, r);
  if (o != TEC_READY)
    return o;
  const char *value = sv_header(r, "Expires");
  if (!value)
    return SV_INAPPLICABLE;
  if (!is_past_number(value))
    return SV_PASSED;
  return tec_fail(ctx, r, tec_arg("value", value),
                  .message = N_("Expires is {value}, which is no date."), .where.header = "Expires",
                  .expected = "Cache-Control: no-cache", .actual = value,
                  .hint = N_("Say with Cache-Control how long the answer may be kept, and leave "
                             "Expires out."));
}

/* TEC-HTP-20 */
enum sv_outcome tec_etag(struct sv_ctx *ctx)
{
  const struct sv_response *r = tec_get(ctx);
  const enum sv_outcome o = tec_judge_answer(ctx, r);
  if (o != TEC_READY)
    return o;
  const char *value = sv_header(r, "ETag");
  if (!value)
    return SV_INAPPLICABLE;
  if (sv_header_count(r, "ETag") == 1 && sv_etag_parse(value, strlen(value), NULL))
    return SV_PASSED;
  return tec_fail(ctx, r, NULL, .message = N_("ETag is not an entity tag."), .where.header = "ETag",
                  .expected = N_("a tag in double quotes, such as \"a1b2\""), .actual = value,
                  .hint = N_("Put the tag in double quotes, without spaces inside."));
}

/* TEC-HTP-34 */
enum sv_outcome tec_link(struct sv_ctx *ctx)
{
  const struct sv_response *r = tec_get(ctx);
  const enum sv_outcome o = tec_judge_answer(ctx, r);
  if (o != TEC_READY)
    return o;
  enum sv_outcome outcome = SV_INAPPLICABLE;
  for (const char *const *h = r->headers; *h; h++) {
    if (!sv_equal_nocase_n(*h, strnlen(*h, 5), "link:"))
      continue;
    struct sv_scan s = sv_scan_of(*h + 5, strlen(*h + 5));
    struct sv_link link;
    enum sv_status status;
    while ((status = sv_link_next(&s, &link)) == SV_OK)
      outcome = SV_PASSED;
    if (status == SV_INVALID)
      return tec_fail(ctx, r, NULL, .message = N_("Link is malformed: a reader cannot follow it."),
                      .where.header = "Link",
                      .expected = N_("links such as <https://a.example/b>; rel=\"next\""),
                      .actual = *h + 5,
                      .hint = N_("Write each link as <URL>; rel=\"type\", with one rel, and commas "
                                 "between links."));
    if (status == SV_LIMIT)
      return tec_unsure(ctx, r, SV_TOOL, NULL,
                        .message = N_("A link has more parameters than this check reads."),
                        .where.header = "Link", .hint = N_("Look at the field by hand."));
  }
  return outcome;
}

/* Whether the registry of RFC 5646 has the language: of two letters, one of ISO 639-1; of three
 * letters, not the long code of a language that has a short one and so is not registered (2.2.1).
 */
static bool is_known_language(struct sv_span tag)
{
  static const char two[] = " aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce "
                            "ch co cr cs cu cv cy da de dv dz ee el "
                            "en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr "
                            "ht hu hy hz ia id ie ig ii ik io is it iu "
                            "ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo "
                            "lt lu lv mg mh mi mk ml mn mr ms mt my na "
                            "nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn "
                            "ro ru rw sa sc sd se sg sh si sk sl sm sn "
                            "so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug "
                            "uk ur uz ve vi vo wa wo xh yi yo za zh zu ";
  static const char *const long_forms[] = { "nob", "nno", "nor", "sme", "eng",
                                            "dan", "swe", "fin", "deu", "ger" };
  const struct sv_span p = sv_language_primary(tag.data, tag.size);
  if (p.size == 2) {
    const char word[] = { ' ', (char)sv_lower(p.data[0]), (char)sv_lower(p.data[1]), ' ', '\0' };
    return strstr(two, word) != NULL;
  }
  for (size_t i = 0; i < sizeof long_forms / sizeof long_forms[0]; i++)
    if (sv_span_is(p, long_forms[i]))
      return false;
  return p.size == 3 || sv_span_is(p, "x") || sv_span_is(p, "i");
}

/* TEC-HTP-27 */
enum sv_outcome tec_content_language(struct sv_ctx *ctx)
{
  const struct sv_response *r = tec_get(ctx);
  const enum sv_outcome o = tec_judge_answer(ctx, r);
  if (o != TEC_READY)
    return o;
  const char *value = sv_header(r, "Content-Language");
  if (!value)
    return SV_INAPPLICABLE;
  struct sv_scan s = sv_scan_of(value, strlen(value));
  while (sv_scan_element(&s)) {
    const struct sv_span tag = sv_scan_token(&s);
    if (!sv_scan_comma(&s) || !sv_language_is_well_formed(tag.data, tag.size) ||
        !is_known_language(tag))
      return tec_fail(ctx, r, tec_arg_span("tag", tag),
                      .message = N_("Content-Language has '{tag}', which is no language tag that "
                                    "readers know."),
                      .where.header = "Content-Language",
                      .expected = N_("language tags such as nb, nn, se, en"), .actual = value,
                      .hint = N_("Use the tags of BCP 47: nb for bokmål, nn for nynorsk, se for "
                                 "Northern Sámi."));
  }
  return SV_PASSED;
}

/* TEC-HTP-29 */
enum sv_outcome tec_retry_after(struct sv_ctx *ctx)
{
  const struct sv_response *r = tec_get(ctx);
  if (r->error)
    return sv_no_answer(ctx, r);
  const char *value = sv_header(r, "Retry-After");
  if (!value)
    return SV_INAPPLICABLE;
  if (sv_retry_after_is_valid(value, strlen(value)))
    return SV_PASSED;
  return tec_fail(ctx, r, NULL, .message = N_("Retry-After does not say when to come back."),
                  .where.header = "Retry-After",
                  .expected = N_("seconds, or a date in the form Sun, 06 Nov 1994 08:49:37 GMT"),
                  .actual = value, .hint = N_("Send a whole number of seconds."));
}

/* Whether DIRECTIVES has an age or a prohibition; *VALID tells whether it parses. */
static bool says_cache(const char *directives, bool *valid)
{
  static const char *const words[] = { "max-age",  "s-maxage", "no-store",
                                       "no-cache", "private",  "must-revalidate" };
  struct sv_param p;
  *valid = true;
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    if (sv_directive_find(directives, strlen(directives), words[i], &p) != SV_OK) {
      *valid = false;
      return false;
    }
    if (p.name.data)
      return true;
  }
  return false;
}

/* TEC-HTP-35 */
enum sv_outcome tec_cache(struct sv_ctx *ctx)
{
  const struct sv_response *r = tec_get(ctx);
  const enum sv_outcome o = tec_judge_ready(ctx, r);
  if (o != TEC_READY)
    return o;
  const char *value = sv_header(r, "Cache-Control");
  bool valid = true;
  if ((value && says_cache(value, &valid)) || (!value && sv_header(r, "Expires")))
    return SV_PASSED;
  if (!valid)
    return tec_fail(
        ctx, r, NULL, .message = N_("Cache-Control is malformed, so caches may do anything."),
        .where.header = "Cache-Control",
        .expected = N_("directives with commas between, such as max-age=60"), .actual = value,
        .hint = N_("Write directives as name or name=value, with commas between."));
  return tec_fail(ctx, r, NULL, .message = N_("The answer does not say how long it may be kept."),
                  .where.header = "Cache-Control", .expected = N_("max-age, no-cache or no-store"),
                  .actual = value ? value : "",
                  .hint = N_("Send Cache-Control with max-age for open data, and no-store for what "
                             "is not to be kept."));
}
