// SPDX-License-Identifier: Apache-2.0
/* Requests that change something, in a test environment: what was created is found, and what has
 * changed meanwhile is not overwritten. */
#include "plugins/messages/checks.h"
#include "plugins/messages/messages.h"

#include <stdlib.h>
#include <string.h>

/* What the target's owner names as samples.create: {"url", "body"}. */
struct sample {
  const char *url, *body;
  const char *credential;
};

/* False when there is none, or the target is in production. */
static bool take_sample(struct sv_ctx *ctx, struct sample *out)
{
  const json_t *target = ctx->sv->target(ctx);
  const json_t *create = json_object_get(json_object_get(target, "samples"), "create");
  const char *url = json_string_value(json_object_get(create, "url"));
  const json_t *body = json_object_get(create, "body");
  if (!url || !body || tec_is_repeat(ctx, "api") || !msg_may_write(ctx))
    return false;
  char *text = json_dumps(body, JSON_COMPACT | JSON_ENCODE_ANY);
  *out = (struct sample){ .url = tec_resolve(ctx, tec_endpoint_url(ctx), url),
                          .body = ctx->sv->format(ctx, "%s", text ? text : ""),
                          .credential = tec_sample_text(ctx, "credential") };
  free(text);
  return out->url != NULL;
}

static const struct sv_response *create(struct sv_ctx *ctx, const struct sample *s)
{
  static const char *const headers[] = { "Content-Type: application/json", NULL };
  return sv_http(ctx, .method = "POST", .url = s->url, .headers = headers, .body = s->body,
                 .body_size = strlen(s->body), .credential = s->credential);
}

/* Creates the sample. TEC_READY with the answer of 201, else the check's outcome. */
static enum sv_outcome begin(struct sv_ctx *ctx, struct sample *s, const struct sv_response **r)
{
  if (!take_sample(ctx, s))
    return SV_INAPPLICABLE;
  *r = create(ctx, s);
  const enum sv_outcome o = (*r)->error ? sv_no_answer(ctx, *r) : tec_judge_answer(ctx, *r);
  if (o != TEC_READY)
    return o;
  if ((*r)->status == 201)
    return TEC_READY;
  if ((*r)->status / 100 == 2)
    return SV_INAPPLICABLE;
  return tec_unsure(ctx, *r, SV_CONFIGURATION, tec_arg_number("status", (*r)->status),
                    .message = N_("The sample could not be created (status {status})."),
                    .where.text = "samples.create",
                    .hint = N_("Name in samples.create an address and a body that the service "
                               "takes."));
}

/* TEC-HTP-32 */
enum sv_outcome msg_created(struct sv_ctx *ctx)
{
  struct sample s;
  const struct sv_response *r;
  const enum sv_outcome o = begin(ctx, &s, &r);
  if (o != TEC_READY)
    return o;
  const char *location = sv_header(r, "Location");
  const char *url = location && sv_uri_is_reference(location, strlen(location), false)
                        ? tec_resolve(ctx, r->url, location)
                        : NULL;
  const char *const hint = N_("Send Location with the address of what was created, and let it be "
                              "read there.");
  if (!url)
    return tec_fail(ctx, r, NULL,
                    .message = N_("The service does not tell where it put what was created."),
                    .where.header = "Location", .expected = N_("a URI reference"),
                    .actual = location ? location : "", .hint = hint);
  const struct sv_response *there =
      sv_http(ctx, .url = url, .credential = s.credential, .follow = 5);
  if (there->error)
    return sv_no_answer(ctx, there);
  if (there->status == 200 || there->status == 401 || there->status == 403)
    return SV_PASSED;
  if (there->status == 429 || there->status == 503)
    return tec_judge_answer(ctx, there);
  return tec_fail(ctx, there, tec_arg_number("status", there->status),
                  .message = N_("What was created is not at the address in Location (status "
                                "{status})."),
                  .where.header = "Location", .expected = "200",
                  .actual = ctx->sv->format(ctx, "%d", there->status), .hint = hint);
}

/* TEC-HTP-24: what was created is written over as if it were an older version. */
enum sv_outcome msg_stale(struct sv_ctx *ctx)
{
  static const char *const headers[] = { "Content-Type: application/json",
                                         "If-Match: \"samsvar-stale\"", NULL };
  struct sample s;
  const struct sv_response *r;
  const enum sv_outcome o = begin(ctx, &s, &r);
  if (o != TEC_READY)
    return o;
  const char *location = sv_header(r, "Location");
  const char *url = location ? tec_resolve(ctx, r->url, location) : NULL;
  if (!url)
    return SV_INAPPLICABLE; /* http.created-location is about it */
  r = sv_http(ctx, .method = "PUT", .url = url, .headers = headers, .body = s.body,
              .body_size = strlen(s.body), .credential = s.credential);
  if (r->error)
    return sv_no_answer(ctx, r);
  if (r->status == 412 || r->status == 428)
    return SV_PASSED;
  if (r->status / 100 != 2)
    return r->status == 405 || r->status == 501 || r->status == 404 ? SV_INAPPLICABLE
                                                                    : tec_judge_ready(ctx, r);
  return tec_fail(ctx, r, tec_arg_number("status", r->status),
                  .message = N_("A change on top of an outdated version is taken (status "
                                "{status})."),
                  .where.header = "If-Match", .expected = "412",
                  .actual = ctx->sv->format(ctx, "%d", r->status),
                  .hint = N_("Compare If-Match with the ETag at hand, and answer 412 when they "
                             "differ."));
}
