// SPDX-License-Identifier: Apache-2.0
/* Notice of change on the wire: Deprecation (RFC 9745) and Sunset (RFC 8594). */
#include "plugins/organisational/organisational.h"

#include "engines/base/ascii.h"
#include "engines/base/date.h"
#include "engines/http/fields.h"
#include "engines/sample/sample.h"

#include <samsvar/helpers.h>
#include <stdbool.h>

struct answers {
  const struct sv_response *list[SV_SAMPLES_MAX + 8];
  size_t count;
};

/* The API's own address, its samples, and the deprecated addresses that the profile or target names. */
static void fetch(struct sv_ctx *ctx, struct answers *out)
{
  struct sv_request requests[SV_SAMPLES_MAX + 8] = { { .size = sizeof requests[0], .follow = 5 } };
  size_t count = 1;
  struct sv_arena arena = SV_ARENA(1 << 20);
  const char *base = json_string_value(json_object_get(ctx->sv->endpoint(ctx), "url"));
  size_t samples;
  const struct sv_sample_source source = { .endpoint = ctx->sv->endpoint(ctx), .target = ctx->sv->target(ctx) };
  const char *const *urls = sv_sample_urls(&arena, &source, &samples);
  for (size_t i = 0; i < samples; i++)
    requests[count++] = (struct sv_request){ .size = sizeof requests[0], .url = urls[i], .follow = 5 };
  const json_t *old = json_object_get(json_object_get(ctx->sv->target(ctx), "samples"), "deprecated");
  for (size_t i = 0; i < json_array_size(old) && i < 7; i++)
    requests[count++] = (struct sv_request){
      .size = sizeof requests[0],
      .url = sv_sample_url(&arena, base, json_string_value(json_array_get(old, i))),
      .follow = 5,
    };
  ctx->sv->http_all(ctx, requests, count, out->list);
  out->count = count;
  sv_arena_free(&arena);
}

/* RFC 9745 2.1: a structured field Date, "@" and seconds since 1970. */
static bool read_deprecation(const char *value, int64_t *seconds)
{
  const char *digits = value + 1 + (value[0] == '@' && value[1] == '-');
  unsigned long long number;
  size_t n = strlen(digits);
  while (n && (digits[n - 1] == ' ' || digits[n - 1] == '\t'))
    n--;
  if (value[0] != '@' || n > 15 || !sv_parse_uint(digits, n, 999999999999999ull, &number))
    return false;
  *seconds = value[1] == '-' ? -(int64_t)number : (int64_t)number;
  return true;
}

enum sv_outcome sv_org_deprecation_date(struct sv_ctx *ctx)
{
  struct answers a;
  fetch(ctx, &a);
  enum sv_outcome outcome = SV_INAPPLICABLE;
  for (size_t i = 0; i < a.count; i++) {
    const char *value = a.list[i]->error ? NULL : sv_header(a.list[i], "Deprecation");
    int64_t seconds;
    if (!value && !a.list[i]->error && a.list[i]->status / 100 == 2)
      sv_tell(ctx, .subject = a.list[i]->url, .predicate = "not-deprecated", .value = "",
              .where.url = a.list[i]->url, .evidence = a.list[i]->evidence);
    if (!value)
      continue;
    if (outcome == SV_INAPPLICABLE)
      outcome = SV_PASSED;
    sv_tell(ctx, .subject = a.list[i]->url, .predicate = "deprecation", .value = value,
            .where = { .url = a.list[i]->url, .header = "Deprecation" }, .evidence = a.list[i]->evidence);
    if (read_deprecation(value, &seconds))
      continue;
    outcome = SV_FAILED;
    sv_find(ctx, .outcome = SV_FAILED, .message = N_("The Deprecation field is not a structured date."),
            .where = { .url = a.list[i]->url, .header = "Deprecation" },
            .expected = N_("@ and seconds since 1970, for example @1767225600"), .actual = value,
            .evidence = a.list[i]->evidence,
            .hint = N_("Write the date as RFC 9745 does; the words true and an HTTP date are from old drafts."));
  }
  return outcome;
}

static bool read_sunset(const char *sunset, int64_t now, int64_t *end)
{
  size_t n = strlen(sunset);
  while (n && (sunset[n - 1] == ' ' || sunset[n - 1] == '\t'))
    n--;
  return sv_http_date_parse(sunset, n, now, end) == SV_IMF_FIXDATE;
}

/* What is wrong with a Sunset, or NULL. */
static const char *sunset_fault(const struct sv_response *r, const char *sunset, int64_t now)
{
  int64_t end;
  int64_t begin;
  if (!read_sunset(sunset, now, &end))
    return N_("The Sunset field is not an HTTP date.");
  const char *deprecation = sv_header(r, "Deprecation");
  if (deprecation && read_deprecation(deprecation, &begin) && end < begin)
    return N_("The Sunset date is before the Deprecation date.");
  return NULL;
}

static bool has_link(const struct sv_response *r, const char *rel)
{
  for (const char *const *h = r->headers; h && *h; h++) {
    if (strncasecmp(*h, "Link:", 5) != 0)
      continue;
    struct sv_scan scan = sv_scan_of(*h + 5, strlen(*h + 5));
    struct sv_link link;
    while (sv_link_next(&scan, &link) == SV_OK)
      if (sv_link_has_rel(&link, rel))
        return true;
  }
  return false;
}

/* What a good notice has beside its date, or NULL (RFC 8594, 3 and 6). */
static const char *notice_fault(const struct sv_response *r, const char *sunset, int64_t now)
{
  int64_t end;
  if (read_sunset(sunset, now, &end) && end < now && r->status / 100 == 2)
    return N_("The Sunset date has passed, but the address still answers.");
  return has_link(r, "sunset") ? NULL
                               : N_("Nothing tells more of the Sunset: there is no Link with "
                                    "rel=sunset.");
}

typedef const char *judge_sunset(const struct sv_response *r, const char *sunset, int64_t now);

static enum sv_outcome judge_sunsets(struct sv_ctx *ctx, judge_sunset *judge, const char *expected, const char *hint)
{
  struct answers a;
  fetch(ctx, &a);
  enum sv_outcome outcome = SV_INAPPLICABLE;
  for (size_t i = 0; i < a.count; i++) {
    const char *sunset = a.list[i]->error ? NULL : sv_header(a.list[i], "Sunset");
    if (!sunset)
      continue;
    if (outcome == SV_INAPPLICABLE)
      outcome = SV_PASSED;
    const char *fault = judge(a.list[i], sunset, ctx->sv->now(ctx));
    if (!fault)
      continue;
    outcome = SV_FAILED;
    sv_find(ctx, .outcome = SV_FAILED, .message = fault, .where = { .url = a.list[i]->url, .header = "Sunset" },
            .expected = expected, .actual = sunset, .evidence = a.list[i]->evidence, .hint = hint);
  }
  return outcome;
}

enum sv_outcome sv_org_sunset(struct sv_ctx *ctx)
{
  return judge_sunsets(ctx, sunset_fault, N_("an HTTP date, not before Deprecation"),
                       N_("Send Sunset as in \"Sunset: Thu, 31 Dec 2026 23:59:59 GMT\", and keep the promise."));
}

enum sv_outcome sv_org_sunset_notice(struct sv_ctx *ctx)
{
  return judge_sunsets(ctx, notice_fault, N_("a date to come, and a Link with rel=sunset"),
                       N_("Close the address when the day comes, and link to a page that tells what comes instead."));
}

enum sv_outcome sv_org_deprecation_link(struct sv_ctx *ctx)
{
  struct answers a;
  fetch(ctx, &a);
  enum sv_outcome outcome = SV_INAPPLICABLE;
  for (size_t i = 0; i < a.count; i++) {
    const struct sv_response *r = a.list[i];
    if (r->error || !sv_header(r, "Deprecation"))
      continue;
    if (outcome == SV_INAPPLICABLE)
      outcome = SV_PASSED;
    if (has_link(r, "deprecation"))
      continue;
    outcome = SV_FAILED;
    sv_find(ctx, .outcome = SV_FAILED,
            .message = N_("The address is deprecated, and no Link with rel=deprecation tells of it."),
            .where = { .url = r->url, .header = "Link" }, .expected = N_("a Link with rel=deprecation"),
            .actual = sv_header(r, "Link") ? sv_header(r, "Link") : "-", .evidence = r->evidence,
            .hint = N_("Link to a page that tells why, and what to use instead."));
  }
  return outcome;
}
