// SPDX-License-Identifier: Apache-2.0
/* Statuses, codings, digests, redirects and limits: what answers say of themselves. */
#include "plugins/technical/checks.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"
#include "engines/http/digest.h"
#include "engines/http/sf.h"

#include <string.h>

enum { SAMPLES_MOST = 16, LARGE = 4096, FOLLOW = 5 };

/* The N-th answer that stands for the endpoint, or NULL. */
static const struct sv_response *sample(struct sv_ctx *ctx, size_t n)
{
  return n < SAMPLES_MOST ? tec_sample(ctx, n) : NULL;
}

/* TEC-HTP-06 */
enum sv_outcome tec_status_range(struct sv_ctx *ctx)
{
  const struct sv_response *const answers[] = {
    tec_get(ctx), sv_http(ctx, .url = tec_endpoint_url(ctx), .follow = FOLLOW)
  };
  if (answers[0]->error)
    return sv_no_answer(ctx, answers[0]);
  for (size_t i = 0; i < 2; i++) {
    const struct sv_response *r = answers[i];
    if (!r->error && (r->status < 100 || r->status > 599))
      return tec_fail(ctx, r, tec_arg_number("status", r->status),
                      .message = N_("The status {status} is none that HTTP has."),
                      .expected = "100-599", .actual = ctx->sv->format(ctx, "%d", r->status),
                      .hint = N_("Use a status of RFC 9110; put your own codes into the body."));
  }
  return SV_PASSED;
}

/* The first sample whose body is large enough to be worth compressing, or NULL with an outcome. */
static const struct sv_response *large_sample(struct sv_ctx *ctx, enum sv_outcome *outcome)
{
  const struct sv_response *r;
  *outcome = SV_INAPPLICABLE;
  for (size_t n = 0; (r = sample(ctx, n)) != NULL; n++) {
    if (r->error) {
      *outcome = sv_no_answer(ctx, r);
      return NULL;
    }
    const char *coding = sv_header(r, "Content-Encoding");
    if (r->status == 200 && (r->body_size >= LARGE || coding))
      return r;
  }
  return NULL;
}

/* TEC-HTP-37: every request of ours says that it takes gzip. */
enum sv_outcome tec_gzip(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_response *r = large_sample(ctx, &outcome);
  if (!r)
    return outcome;
  const char *coding = sv_header(r, "Content-Encoding");
  const uint32_t bad = SV_MARK_AMBIGUOUS | SV_MARK_TRUNCATED;
  if (coding && sv_equal_nocase(coding, "gzip") && !(r->marks & bad))
    return SV_PASSED;
  if (coding && sv_equal_nocase(coding, "gzip"))
    return tec_fail(ctx, r, NULL,
                    .message = N_("The answer says that it is compressed, and cannot be "
                                  "decompressed."),
                    .where.header = "Content-Encoding", .expected = "gzip",
                    .actual = r->detail ? r->detail : "",
                    .hint = N_("Compress the content, or take Content-Encoding out."));
  if (coding)
    return SV_INAPPLICABLE;
  return tec_fail(ctx, r, tec_arg_number("bytes", (int64_t)r->body_size),
                  .message = N_("An answer of {bytes} bytes is not compressed for those who can "
                                "take it."),
                  .where.header = "Content-Encoding", .expected = "gzip", .actual = "",
                  .hint = N_("Turn on gzip for text, and send Vary: Accept-Encoding."));
}

/* Whether two answers show one resource: by their tags, else byte for byte. */
static bool is_same_content(const struct sv_response *a, const struct sv_response *b)
{
  const char *x = sv_header(a, "ETag");
  const char *y = sv_header(b, "ETag");
  if (x && y)
    return strcmp(x, y) == 0;
  return a->body_size == b->body_size && memcmp(a->body, b->body, a->body_size) == 0;
}

/* TEC-HTP-38: a redirect is what many servers do, and is no second resource. */
enum sv_outcome tec_trailing_slash(struct sv_ctx *ctx)
{
  const char *url = tec_url(ctx);
  const size_t size = strcspn(url, "?#");
  if (size == 0 || url[size - 1] == '/' || strlen(tec_origin(ctx, url)) == size)
    return SV_INAPPLICABLE;
  const struct sv_response *plain = tec_get(ctx);
  const enum sv_outcome outcome = tec_judge_ready(ctx, plain);
  if (outcome != TEC_READY)
    return outcome;
  const struct sv_response *r = sv_http(ctx, .url = ctx->sv->format(ctx, "%.*s/", (int)size, url));
  if (r->error)
    return sv_no_answer(ctx, r);
  if (r->status < 200 || r->status > 299)
    return SV_PASSED;
  if (!is_same_content(plain, r))
    return SV_PASSED;
  return tec_fail(ctx, r, tec_arg_number("status", r->status),
                  .message = N_("The address with a slash at its end is answered too (status "
                                "{status}): one resource has two addresses."),
                  .expected = "404", .actual = ctx->sv->format(ctx, "%d", r->status),
                  .hint = N_("Answer 404 at the address with the slash, or redirect from it."));
}

/* TEC-HTP-42 */
enum sv_outcome tec_api_redirects(struct sv_ctx *ctx)
{
  const struct sv_response *r;
  enum sv_outcome outcome = SV_INAPPLICABLE;
  for (size_t n = 0; (r = sample(ctx, n)) != NULL; n++) {
    r = tec_first(r);
    if (r->error)
      return sv_no_answer(ctx, r);
    if (r->status == 307 || r->status == 308)
      outcome = SV_PASSED;
    if (r->status >= 301 && r->status <= 303)
      return tec_fail(ctx, r, tec_arg_number("status", r->status),
                      .message = N_("The API redirects with status {status}, which lets a client "
                                    "change the method."),
                      .where.header = "Location", .expected = "2xx, 307, 308",
                      .actual = ctx->sv->format(ctx, "%d", r->status),
                      .hint = N_("Answer at the address itself, or redirect with 307 or 308."));
  }
  return outcome;
}

/* TEC-HTP-30: whoever asks too often is told for how long to wait. */
enum sv_outcome tec_throttling(struct sv_ctx *ctx)
{
  static const char *const fields[] = { "Retry-After", "RateLimit", "RateLimit-Reset",
                                        "X-RateLimit-Reset" };
  const struct sv_response *r;
  enum sv_outcome outcome = SV_INAPPLICABLE;
  for (size_t n = 0; (r = sample(ctx, n)) != NULL; n++) {
    if (r->error)
      return sv_no_answer(ctx, r);
    bool guided = r->status != 429;
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
      guided = guided || sv_header(r, fields[i]);
    if (!guided)
      return tec_fail(ctx, r, NULL,
                      .message = N_("The service is asked too often, and does not say for how long "
                                    "to wait."),
                      .where.header = "Retry-After", .expected = "Retry-After", .actual = "",
                      .hint = N_("Send Retry-After with status 429."));
    if (r->status == 429)
      outcome = SV_PASSED;
  }
  return outcome;
}

/* Whether VALUE is a list of items that have the integer parameter NEEDED, with whole numbers of
 * zero or more in T and W. */
static bool is_rate_limit(const char *value, const char *needed)
{
  static const char *const numbers[] = { "r", "q", "t", "w" };
  struct sv_scan s = sv_scan_of(value, strlen(value));
  struct sv_sf_member m;
  bool first = true;
  bool any = false;
  enum sv_status status;
  while ((status = sv_sf_list_next(&s, &first, &m)) == SV_OK) {
    any = true;
    if (m.is_inner || !sv_sf_param_find(&m.item, needed))
      return false;
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
      const struct sv_sf_bare *p = sv_sf_param_find(&m.item, numbers[i]);
      if (p && (p->type != SV_SF_INTEGER || p->number < 0))
        return false;
    }
  }
  return any && status == SV_NOT_FOUND;
}

/* TEC-HTP-31 */
enum sv_outcome tec_rate_limit(struct sv_ctx *ctx)
{
  static const struct {
    const char *field, *needed;
  } fields[] = { { "RateLimit", "r" }, { "RateLimit-Policy", "q" } };
  const struct sv_response *r = tec_get(ctx);
  if (r->error)
    return sv_no_answer(ctx, r);
  enum sv_outcome outcome = SV_INAPPLICABLE;
  for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
    const char *value = sv_header(r, fields[i].field);
    if (!value)
      continue;
    if (!is_rate_limit(value, fields[i].needed))
      return tec_fail(ctx, r, tec_arg("field", fields[i].field),
                      .message = N_("{field} is not in the form that clients read."),
                      .where.header = fields[i].field, .expected = "\"default\";r=50;t=30",
                      .actual = value,
                      .hint = N_("Write a policy's name in quotes, then its parameters as whole "
                                 "numbers."));
    outcome = SV_PASSED;
  }
  return outcome;
}

/* TEC-HTP-43: the content as it was sent, so it is asked for without a coding. */
enum sv_outcome tec_digest(struct sv_ctx *ctx)
{
  static const char *const fields[] = { "Content-Digest", "Repr-Digest" };
  static const char *const plain[] = { "Accept-Encoding: identity", NULL };
  const struct sv_response *r = tec_get(ctx);
  if (r->error)
    return sv_no_answer(ctx, r);
  if (!sv_header(r, fields[0]) && !sv_header(r, fields[1]))
    return SV_INAPPLICABLE;
  r = tec_ask(ctx, "GET", plain);
  const enum sv_outcome o = tec_judge_ready(ctx, r);
  if (o != TEC_READY)
    return o;
  if (r->identity_numbers > 0 || sv_header(r, "Content-Encoding"))
    return tec_unsure(ctx, r, SV_TOOL, NULL,
                      .message = N_("The content was not kept as it was sent, so its digest is not "
                                    "judged."),
                      .hint = N_("Compare the digest by hand."));
  enum sv_outcome outcome = SV_INAPPLICABLE;
  for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
    const char *value = sv_header(r, fields[i]);
    struct sv_digest d;
    const struct sv_span field = { value, value ? strlen(value) : 0 };
    const enum sv_digest_verdict v =
        value ? sv_digest_check(field, r->body, r->body_size, &d) : SV_DIGEST_NONE;
    if (v == SV_DIGEST_NONE)
      continue;
    if (v != SV_DIGEST_GOOD)
      return tec_fail(ctx, r, tec_arg("field", fields[i]),
                      .message = N_("{field} is not the digest of the content."),
                      .where.header = fields[i],
                      .expected = ctx->sv->format(ctx, "%s=:%s:", d.algorithm, d.own),
                      .actual = value,
                      .hint = N_("Compute the digest of the content as it is sent, after "
                                 "compression."));
    outcome = SV_PASSED;
  }
  return outcome;
}
