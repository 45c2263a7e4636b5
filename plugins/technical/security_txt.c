// SPDX-License-Identifier: Apache-2.0
/* security.txt (RFC 9116): that it is there, and every rule for what is in it. */
#include "plugins/technical/checks.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"
#include "engines/base/date.h"
#include "engines/http/media_type.h"
#include "engines/http/security_txt.h"

#include <string.h>

enum { DAY = 86400, YEAR_DAYS = 366, MEMORY = 4 << 20 };

#define KINDS "web api security-txt"

/* The answer at the well-known place, or NULL with an outcome. */
static const struct sv_response *get_file(struct sv_ctx *ctx, enum sv_outcome *outcome)
{
  *outcome = SV_INAPPLICABLE;
  const char *url = tec_url(ctx);
  if (strcmp(tec_kind(ctx), "security-txt") != 0) {
    if (tec_is_repeat(ctx, KINDS))
      return NULL;
    url =
        ctx->sv->format(ctx, "%s/.well-known/security.txt", tec_origin(ctx, tec_endpoint_url(ctx)));
  }
  const struct sv_response *r = sv_http(ctx, .url = url, .follow = 5, .credential = "");
  if (!r->error)
    return r;
  *outcome = sv_no_answer(ctx, r);
  return NULL;
}

/* Whether R is a file: what answers every address with a page or with {} has none. */
static bool is_there(const struct sv_response *r)
{
  return r->status == 200 && sv_security_txt_is_meant(r->body, r->body_size);
}

/* TEC-SEC-18 */
enum sv_outcome tec_security_txt(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_response *r = get_file(ctx, &outcome);
  if (!r)
    return outcome;
  const char *type = sv_header(r, "Content-Type");
  if (is_there(r)) {
    if (sv_content_type_is(type, "text/plain"))
      return SV_PASSED;
    return tec_fail(ctx, r, NULL, .message = N_("security.txt is not sent as plain text."),
                    .where.header = "Content-Type", .expected = "text/plain; charset=utf-8",
                    .actual = type ? type : "",
                    .hint = N_("Send /.well-known/security.txt as text/plain; charset=utf-8."));
  }
  if ((r->status < 200 || r->status > 299) && !sv_is_gone(r))
    return tec_judge_ready(ctx, r);
  return tec_fail(ctx, r, NULL,
                  .message = N_("Nobody is told where to report a security fault: there is no "
                                "security.txt."),
                  .expected = N_("a security.txt at /.well-known/"),
                  .actual = ctx->sv->format(ctx, "%d %s", r->status, type ? type : ""),
                  .hint = N_("Publish /.well-known/security.txt with Contact and Expires (RFC "
                             "9116)."));
}

/* The file parsed into T, living in ARENA, when it is there and can be judged. */
static enum sv_outcome read_file(struct sv_ctx *ctx, struct sv_arena *a,
                                 const struct sv_response **r, struct sv_security_txt *t)
{
  enum sv_outcome outcome;
  *r = get_file(ctx, &outcome);
  if (!*r)
    return outcome;
  if (!is_there(*r))
    return SV_INAPPLICABLE;
  outcome = tec_judge_answer(ctx, *r);
  if (outcome != TEC_READY)
    return outcome;
  if (sv_security_txt_parse((*r)->body, (*r)->body_size, a, t) == SV_OK)
    return TEC_READY;
  return tec_unsure(ctx, *r, SV_TOOL, NULL,
                    .message = N_("security.txt is larger than 32 KiB and was not read."),
                    .hint = N_("Keep security.txt short; readers may stop at 32 KiB."));
}

static bool has_scheme(struct sv_span v, const char *scheme)
{
  const size_t n = strlen(scheme);
  return v.size > n && sv_equal_nocase_n(v.data, n, scheme);
}

static enum sv_outcome judge_contact(struct sv_ctx *ctx, const struct sv_response *r,
                                     const struct sv_security_txt *t)
{
  const struct sv_security_txt_field *f;
  for (size_t i = 0; (f = sv_security_txt_find(t, "Contact", i)) != NULL; i++) {
    if (!has_scheme(f->value, "https:") && !has_scheme(f->value, "mailto:") &&
        !has_scheme(f->value, "tel:"))
      continue;
    sv_tell(ctx, .subject = "service", .predicate = "security-contact",
            .value = tec_copy(ctx, f->value), .where.url = r->url, .where.line = f->line,
            .evidence = r->evidence);
    return SV_PASSED;
  }
  return tec_fail(ctx, r, NULL, .message = N_("security.txt has no Contact that can be used."),
                  .where.text = "Contact", .where.url = r->url,
                  .expected = "Contact: mailto:, https:, tel:", .actual = "",
                  .hint = N_("Add a line such as Contact: mailto:security@example.no."));
}

static enum sv_outcome judge_expires(struct sv_ctx *ctx, const struct sv_response *r,
                                     const struct sv_security_txt *t)
{
  const struct sv_security_txt_field *f = sv_security_txt_find(t, "Expires", 0);
  const char *const hint = N_("Write one Expires, such as 2026-12-31T23:59:59Z, less than a year "
                              "ahead, and renew it in time.");
  const char *value = f ? tec_copy(ctx, f->value) : "";
  const uint32_t line = f ? f->line : 0;
  if (!f || sv_security_txt_find(t, "Expires", 1) || !t->has_expires)
    return tec_fail(ctx, r, NULL,
                    .message = N_("security.txt does not have exactly one Expires with a date and "
                                  "time."),
                    .where.text = "Expires", .where.url = r->url, .where.line = line,
                    .expected = N_("RFC 3339 with offset, such as 2026-01-31T12:00:00Z"),
                    .actual = value, .hint = hint);
  if (t->expires <= ctx->sv->now(ctx))
    return tec_fail(ctx, r, tec_arg("date", value),
                    .message = N_("security.txt expired at {date}; readers must not use it."),
                    .where.text = "Expires", .where.url = r->url, .where.line = line,
                    .expected = N_("a time to come"), .actual = value, .hint = hint);
  return SV_PASSED;
}

static enum sv_outcome judge_lifetime(struct sv_ctx *ctx, const struct sv_response *r,
                                      const struct sv_security_txt *t)
{
  if (!t->has_expires || t->expires <= ctx->sv->now(ctx))
    return SV_INAPPLICABLE;
  const int64_t days = (t->expires - ctx->sv->now(ctx)) / DAY;
  if (days <= YEAR_DAYS)
    return SV_PASSED;
  return tec_fail(ctx, r, tec_arg_number("days", days),
                  .message = N_("security.txt is to be believed for {days} days."),
                  .where.text = "Expires", .where.url = r->url, .expected = N_("at most a year"),
                  .actual = tec_copy(ctx, sv_security_txt_find(t, "Expires", 0)->value),
                  .hint = N_("Set Expires less than a year ahead, so that old contacts die out."));
}

static enum sv_outcome judge_canonical(struct sv_ctx *ctx, const struct sv_response *r,
                                       const struct sv_security_txt *t)
{
  const struct sv_security_txt_field *f = sv_security_txt_find(t, "Canonical", 0);
  if (!f)
    return SV_INAPPLICABLE;
  for (size_t i = 0; (f = sv_security_txt_find(t, "Canonical", i)) != NULL; i++)
    if (strlen(r->url) == f->value.size && memcmp(r->url, f->value.data, f->value.size) == 0)
      return SV_PASSED;
  f = sv_security_txt_find(t, "Canonical", 0);
  return tec_fail(ctx, r, NULL,
                  .message = N_("security.txt says that it belongs at another address."),
                  .where.text = "Canonical", .where.url = r->url, .where.line = f->line,
                  .expected = r->url, .actual = tec_copy(ctx, f->value),
                  .hint = N_("Add a Canonical line with the address where the file is read."));
}

/* Faults of form. Contact and Expires have checks of their own. */
static const struct {
  enum sv_security_txt_code code;
  const char *message;
} forms[] = {
  { SV_TXT_NOT_UTF8, N_("security.txt is not UTF-8.") },
  { SV_TXT_LINE, N_("A line of security.txt is neither a field, a comment nor empty.") },
  { SV_TXT_LINE_END, N_("A line of security.txt does not end as lines do.") },
  { SV_TXT_NOT_URI, N_("A field of security.txt needs a URI and has something else.") },
  { SV_TXT_NOT_HTTPS, N_("A web address in security.txt is not https.") },
  { SV_TXT_LANGUAGES_TWICE, N_("Preferred-Languages stands more than once in security.txt.") },
  { SV_TXT_LANGUAGES_FORM, N_("Preferred-Languages in security.txt has something else than "
                              "language tags.") },
  { SV_TXT_SIGNATURE, N_("The signed frame of security.txt is not whole.") },
};

static enum sv_outcome judge_form(struct sv_ctx *ctx, const struct sv_response *r,
                                  const struct sv_security_txt *t)
{
  enum sv_outcome outcome = SV_PASSED;
  for (size_t i = 0, said = 0; i < t->fault_count && said < 10; i++)
    for (size_t k = 0; k < sizeof forms / sizeof forms[0]; k++) {
      if (forms[k].code != t->faults[i].code)
        continue;
      said++;
      outcome = tec_fail(ctx, r, NULL, .message = forms[k].message, .where.text = "security.txt",
                         .where.url = r->url, .where.line = t->faults[i].line,
                         .expected = N_("lines of the form Name: value (RFC 9116)"),
                         .actual = t->faults[i].text.data ? tec_copy(ctx, t->faults[i].text) : "",
                         .hint = N_("Write one field a line, with a colon and one space after the "
                                    "name."));
    }
  return outcome;
}

static enum sv_outcome
judge_file(struct sv_ctx *ctx, enum sv_outcome (*judge)(struct sv_ctx *, const struct sv_response *,
                                                        const struct sv_security_txt *))
{
  struct sv_arena a = SV_ARENA(MEMORY);
  struct sv_security_txt t;
  const struct sv_response *r;
  enum sv_outcome outcome = read_file(ctx, &a, &r, &t);
  if (outcome == TEC_READY)
    outcome = judge(ctx, r, &t);
  sv_arena_free(&a);
  return outcome;
}

/* TEC-SEC-19 */
enum sv_outcome tec_txt_contact(struct sv_ctx *ctx)
{
  return judge_file(ctx, judge_contact);
}

/* TEC-SEC-20 */
enum sv_outcome tec_txt_expires(struct sv_ctx *ctx)
{
  return judge_file(ctx, judge_expires);
}

/* TEC-SEC-20, the advice in it */
enum sv_outcome tec_txt_lifetime(struct sv_ctx *ctx)
{
  return judge_file(ctx, judge_lifetime);
}

/* TEC-SEC-21 */
enum sv_outcome tec_txt_canonical(struct sv_ctx *ctx)
{
  return judge_file(ctx, judge_canonical);
}

/* TEC-SEC-18: what does not follow RFC 9116 section 4 is no security.txt */
enum sv_outcome tec_txt_form(struct sv_ctx *ctx)
{
  return judge_file(ctx, judge_form);
}
