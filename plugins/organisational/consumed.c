// SPDX-License-Identifier: Apache-2.0
/* Interfaces that the target uses, as a document of kind consumed lists them: whether one of them
 * is about to end. Each is asked with one HEAD, without credentials. */
#include "plugins/organisational/organisational.h"

#include "engines/base/ascii.h"
#include "engines/http/fields.h"
#include "plugins/describe/openapi.h"

#include <samsvar/helpers.h>

enum { ASKED_MAX = 20, DAYS_DEFAULT = 90, DAYS_MAX = 3650, DAY = 86400 };

struct consumed {
  struct sv_ctx *ctx;
  const struct sv_artifact *a;
  int64_t days; /* how long before the end it is told */
  size_t answered, wrong, unknown;
};

static void find(struct consumed *c, const struct sv_response *r, const char *message,
                 const char *sunset)
{
  c->wrong++;
  sv_find(c->ctx, .outcome = SV_FAILED, .message = message,
          .where = { .url = r->url, .header = "Sunset" },
          .expected = c->ctx->sv->format(c->ctx, "> %lld d", (long long)c->days), .actual = sunset,
          .evidence = r->evidence,
          .hint = N_("Plan the move to what comes in its place; the Link of the answer may tell "
                     "what that is."));
}

static void judge(struct consumed *c, const char *url)
{
  const struct sv_response *r =
      sv_http(c->ctx, .method = "HEAD", .url = url, .credential = "", .follow = 5);
  enum sv_outcome outcome;
  if (sv_is_no_verdict(c->ctx, r, &outcome)) {
    c->unknown++;
    return;
  }
  const char *sunset = sv_header(r, "Sunset");
  const int64_t now = c->ctx->sv->now(c->ctx);
  int64_t end;
  c->answered++;
  if (!sunset)
    return;
  if (sv_http_date_parse(sunset, strlen(sunset), now, &end) != SV_IMF_FIXDATE) {
    c->unknown++;
    sv_find(c->ctx, .outcome = SV_CANT_TELL, .attribution = SV_DEPENDENCY,
            .message = N_("An interface that is used says when it ends, in a way that cannot be "
                          "read."),
            .where = { .url = r->url, .header = "Sunset" }, .actual = sunset,
            .evidence = r->evidence, .hint = N_("Ask the provider when it ends."));
  } else if (end < now) {
    find(c, r, N_("An interface that is used should have ended by now."), sunset);
  } else if (end - now < c->days * DAY) {
    find(c, r, N_("An interface that is used ends soon."), sunset);
  }
}

static void judge_all(struct consumed *c, const json_t *list)
{
  for (size_t i = 0; i < json_array_size(list) && i < ASKED_MAX; i++) {
    const char *url = json_string_value(json_array_get(list, i));
    if (url && (sv_starts_with(url, "https://") || sv_starts_with(url, "http://"))) {
      judge(c, url);
      continue;
    }
    c->unknown++;
    sv_find(c->ctx, .outcome = SV_CANT_TELL, .attribution = SV_CONFIGURATION,
            .message = N_("An interface that is used is given by something that is no web "
                          "address."),
            .where = { .url = c->a->url,
                       .json_pointer = c->ctx->sv->format(c->ctx, "/endpoints/%zu", i) },
            .expected = "https://…", .actual = url, .evidence = c->a->evidence,
            .hint = N_("List the addresses of the interfaces, one text each."));
  }
  if (json_array_size(list) <= ASKED_MAX)
    return;
  c->unknown++;
  sv_find(c->ctx, .outcome = SV_CANT_TELL, .attribution = SV_CONFIGURATION,
          .message = N_("More interfaces are listed than a run asks."), .where.url = c->a->url,
          .expected = c->ctx->sv->format(c->ctx, "<= %d", (int)ASKED_MAX),
          .actual = c->ctx->sv->format(c->ctx, "%zu", json_array_size(list)),
          .evidence = c->a->evidence, .hint = N_("List them in several documents."));
}

enum sv_outcome sv_org_consumed(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const json_t *said = ctx->sv->param(ctx, "sunset-days");
  const json_int_t days = json_integer_value(said);
  struct consumed c = { .ctx = ctx, .days = DAYS_DEFAULT };
  json_t *document = sv_own_document(ctx, &c.a, &outcome);
  if (!document)
    return outcome;
  if (json_is_integer(said) && days >= 0 && days <= DAYS_MAX)
    c.days = days;
  judge_all(&c, json_object_get(document, "endpoints"));
  json_decref(document);
  if (c.wrong)
    return SV_FAILED;
  return c.unknown ? SV_CANT_TELL : c.answered ? SV_PASSED : SV_INAPPLICABLE;
}
