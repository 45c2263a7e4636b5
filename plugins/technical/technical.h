// SPDX-License-Identifier: Apache-2.0
/* What the checks of the technical layer share: which resource to look at, when an answer can be
 * judged, how a finding is said. The checks themselves are declared in checks.h, one file a family.
 */
#ifndef SV_TECHNICAL_TECHNICAL_H
#define SV_TECHNICAL_TECHNICAL_H

#include "engines/base/uri.h"

#include <samsvar/helpers.h>
#include <samsvar/plugin.h>

#include <stdbool.h>

/* A judgement that is not made yet: the answer is fit to be judged. */
#define TEC_READY ((enum sv_outcome)0)

/* GET of the resource that stands for the endpoint: for `api` the first sample, for `oidc` and
 * `oauth` the metadata document, for `security-txt` the file, else the endpoint's URL. Follows
 * redirects. */
const struct sv_response *tec_get(struct sv_ctx *ctx);

/* The same for what is true of the connection whatever is answered, so that no description is
 * needed to choose a sample. */
const struct sv_response *tec_reach(struct sv_ctx *ctx);

/* The same resource by METHOD with more headers (NULL last, or NULL). */
const struct sv_response *tec_ask(struct sv_ctx *ctx, const char *method,
                                  const char *const *headers);

/* The URL of that resource. Lives as long as the check. */
const char *tec_url(struct sv_ctx *ctx);

/* The endpoint's own URL and kind; "" when it has none. */
const char *tec_endpoint_url(struct sv_ctx *ctx);
const char *tec_kind(struct sv_ctx *ctx);

/* Where the metadata of the issuer at URL are, unless URL is that already: OpenID Connect Discovery
 * 4.1 puts the well-known path behind the issuer's, RFC 8414 3.1 before it. */
const char *tec_metadata_url(struct sv_ctx *ctx, const char *url, bool oidc);

/* The endpoint's page in *R: TEC_READY when it is HTML fit to be judged, else an outcome. */
enum sv_outcome tec_get_page(struct sv_ctx *ctx, const struct sv_response **r);

/* SV_CANT_TELL, after a finding that it could not be read, with ERR. */
enum sv_outcome tec_unreadable(struct sv_ctx *ctx, const struct sv_response *r,
                               const struct sv_error *err);

/* GET of a path below the endpoint that nothing stands behind. */
const struct sv_response *tec_get_unknown(struct sv_ctx *ctx);

/* The N-th sample of an `api` endpoint, for other kinds the resource itself with N = 0; NULL when
 * there are no more. */
const struct sv_response *tec_sample(struct sv_ctx *ctx, size_t n);

/* The answer that came before all redirects. */
const struct sv_response *tec_first(const struct sv_response *r);

/* SV_PASSED where R shows nothing that is wrong; SV_CANT_TELL after a finding when R is a fault of
 * the service (5xx, but for 501), which shows nothing at all. */
enum sv_outcome tec_shows_none(struct sv_ctx *ctx, const struct sv_response *r);

/* TEC_READY when R is a whole answer of status 2xx, else an outcome after a finding that says why
 * not. */
enum sv_outcome tec_judge_ready(struct sv_ctx *ctx, const struct sv_response *r);

/* The same for an answer whose status may be anything but one that says "not now" or "not you". */
enum sv_outcome tec_judge_answer(struct sv_ctx *ctx, const struct sv_response *r);

/* TEC-TRA-18 and TEC-TRA-19 of an answer over TLS, whose handshake showed a certificate: whether
 * the chain leads to a trust anchor; whether the certificate is for the host. */
enum sv_outcome tec_judge_chain(struct sv_ctx *ctx, const struct sv_response *r);
enum sv_outcome tec_judge_name(struct sv_ctx *ctx, const struct sv_response *r);

/* Whether HOST is a name that no resolver of the world knows (RFC 6761, RFC 6762, RFC 8375). */
bool tec_is_local_name(struct sv_span host);

/* Whether an endpoint listed before this one has the same origin and a kind of KINDS ("*": any), so
 * that what is true of the origin is judged there. */
bool tec_is_repeat(struct sv_ctx *ctx, const char *kinds);

/* Whether requests that may change data may be sent: allowed, and the target is not in production.
 */
bool tec_may_write(struct sv_ctx *ctx);

/* A parameter of the profile that is true. */
bool tec_param_is_true(struct sv_ctx *ctx, const char *name);

/* Appends to finding F where it was seen, says it, and gives its outcome. ARGS is taken; it may be
 * NULL. */
enum sv_outcome tec_find(struct sv_ctx *ctx, const struct sv_response *r, json_t *args,
                         const struct sv_finding *f);

#define tec_fail(ctx, r, args, ...)                                                                \
  tec_find((ctx), (r), (args), &(struct sv_finding){ .outcome = SV_FAILED, __VA_ARGS__ })
#define tec_unsure(ctx, r, who, args, ...)                                                         \
  tec_find((ctx), (r), (args),                                                                     \
           &(struct sv_finding){ .outcome = SV_CANT_TELL, .attribution = (who), __VA_ARGS__ })

/* One named place; the text is made UTF-8. Owned by the caller, as tec_find() takes it. */
json_t *tec_arg(const char *name, const char *text);
json_t *tec_arg_number(const char *name, int64_t number);
json_t *tec_arg_span(const char *name, struct sv_span text);

/* A copy of the span as a string. Lives as long as the check. */
const char *tec_copy(struct sv_ctx *ctx, struct sv_span text);

/* SCHEME://AUTHORITY of URL. Lives as long as the check. */
const char *tec_origin(struct sv_ctx *ctx, const char *url);

/* The host of URL without port, lower-case or not as written. Borrowed. */
struct sv_span tec_host(const char *url);

/* REFERENCE resolved against BASE, or NULL. Lives as long as the check. */
const char *tec_resolve(struct sv_ctx *ctx, const char *base, const char *reference);

/* TEXT as it stands in a path's segment or a query's value (RFC 3986 2.1). Lives as long as the
 * check. */
const char *tec_encoded(struct sv_ctx *ctx, const char *text);

/* A value of the target's "samples" that is a string, or NULL. */
const char *tec_sample_text(struct sv_ctx *ctx, const char *name);

/* Whether the body of R is said to be JSON. */
bool tec_is_json(const struct sv_response *r);

/* The body of R as JSON, or NULL when it does not parse; FLAGS are jansson's, ERROR may be NULL.
 * New reference. */
json_t *tec_json(const struct sv_response *r, size_t flags, json_error_t *error);

/* The metadata of an `oidc` or `oauth` endpoint, a key set, a feed: READY's outcome in *OUTCOME,
 * and NULL, when there is nothing to judge. New reference. */
json_t *tec_json_document(struct sv_ctx *ctx, const struct sv_response *r,
                          enum sv_outcome *outcome);

/* Calls VISIT for VALUE and everything in it: JSON Pointer, the nearest member name ("" above any)
 * and the value. Stops when VISIT gives false. False when it went deeper than 64 or met more than
 * 20 000 values, so that not all was seen. */
typedef bool tec_visit(void *closure, const char *pointer, const char *name, const json_t *value);
bool tec_walk(const json_t *value, tec_visit *visit, void *closure);

#endif
