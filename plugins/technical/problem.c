// SPDX-License-Identifier: Apache-2.0
/* What the service says about what it does not have: 404, problem details, and what errors should
 * keep to themselves. */
#include "plugins/technical/checks.h"
#include "plugins/technical/technical.h"

#include "engines/base/ascii.h"
#include "engines/http/media_type.h"
#include "engines/http/problem.h"

#include <string.h>

/* TEC-NEG-01 */
enum sv_outcome tec_unknown_path(struct sv_ctx *ctx)
{
  const struct sv_response *r = tec_get_unknown(ctx);
  if (r->error)
    return sv_no_answer(ctx, r);
  if (r->status == 404)
    return SV_PASSED;
  if (r->status == 429 || r->status == 503 || r->status == 401 || r->status == 403)
    return tec_judge_answer(ctx, r);
  /* A service that fails at its own address has that fault, and not this one. */
  if (r->status >= 500 && tec_get(ctx)->status >= 500)
    return tec_judge_ready(ctx, tec_get(ctx));
  return tec_fail(ctx, r, tec_arg_number("status", r->status),
                  .message = N_("An address that does not exist is answered with status {status}."),
                  .expected = "404", .actual = ctx->sv->format(ctx, "%d", r->status),
                  .hint = N_("Answer 404 for every address that nothing stands behind."));
}

/* The answer to an unknown address when it is an error with a body, else NULL with an outcome. */
static const struct sv_response *get_error(struct sv_ctx *ctx, enum sv_outcome *outcome)
{
  const struct sv_response *r = tec_get_unknown(ctx);
  *outcome = r->error ? sv_no_answer(ctx, r) : SV_INAPPLICABLE;
  return !r->error && r->status >= 400 && r->body_size > 0 ? r : NULL;
}

/* TEC-HTP-16 */
enum sv_outcome tec_problem_json(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_response *r = get_error(ctx, &outcome);
  if (!r)
    return outcome;
  if (sv_content_type_is(sv_header(r, "Content-Type"), "application/problem+json") ||
      sv_content_type_is(sv_header(r, "Content-Type"), "application/problem+xml"))
    return SV_PASSED;
  const char *type = sv_header(r, "Content-Type");
  return tec_fail(ctx, r, tec_arg("type", type ? type : "?"),
                  .message = N_("An error comes as {type}, not as problem details."),
                  .where.header = "Content-Type", .expected = "application/problem+json",
                  .actual = type ? type : "",
                  .hint = N_("Send errors as application/problem+json with type, title, status and "
                             "detail (RFC 9457)."));
}

/* The problem that the error is, or NULL with an outcome. New reference. */
static json_t *get_problem(struct sv_ctx *ctx, const struct sv_response **r,
                           enum sv_outcome *outcome)
{
  *r = get_error(ctx, outcome);
  if (!*r)
    return NULL;
  *outcome = SV_INAPPLICABLE;
  return sv_content_type_is(sv_header(*r, "Content-Type"), "application/problem+json")
             ? tec_json(*r, 0, NULL)
             : NULL;
}

/* TEC-HTP-17 */
enum sv_outcome tec_problem_members(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_response *r;
  json_t *j = get_problem(ctx, &r, &outcome);
  if (!j && r && sv_content_type_is(sv_header(r, "Content-Type"), "application/problem+json"))
    return tec_fail(ctx, r, NULL, .message = N_("The problem details are not JSON."),
                    .expected = "JSON (RFC 8259)", .actual = r->body,
                    .hint = N_("Write JSON with a library, never by joining strings."));
  if (!j)
    return outcome;
  const char *expected;
  const char *name = sv_problem_fault(j, &expected);
  outcome = SV_PASSED;
  if (name)
    outcome = tec_fail(ctx, r, tec_arg("member", *name ? name : "/"),
                       .message = N_("The member {member} of the problem details is not of its "
                                     "type."),
                       .where.json_pointer = *name ? ctx->sv->format(ctx, "/%s", name) : "",
                       .expected = expected, .actual = r->body,
                       .hint = N_("Send type and instance as URI references, status as a number, "
                                  "title and detail as text."));
  json_decref(j);
  return outcome;
}

/* TEC-HTP-18 */
enum sv_outcome tec_problem_status(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_response *r;
  json_t *j = get_problem(ctx, &r, &outcome);
  if (!j)
    return outcome;
  const json_t *status = json_object_get(j, "status");
  const json_int_t value = json_integer_value(status);
  outcome = json_is_integer(status) ? SV_PASSED : SV_INAPPLICABLE;
  if (json_is_integer(status) && value != r->status)
    outcome =
        tec_fail(ctx, r, json_pack("{s:i, s:I}", "status", r->status, "said", value),
                 .message = N_("The problem says status {said}, the answer has status {status}."),
                 .where.json_pointer = "/status", .expected = ctx->sv->format(ctx, "%d", r->status),
                 .actual = ctx->sv->format(ctx, "%" JSON_INTEGER_FORMAT, value),
                 .hint = N_("Fill in status from the answer itself."));
  json_decref(j);
  return outcome;
}

/* TEC-HTP-19 */
enum sv_outcome tec_problem_text(struct sv_ctx *ctx)
{
  static const char *const members[] = { "title", "detail" };
  enum sv_outcome outcome;
  const struct sv_response *r;
  json_t *j = get_problem(ctx, &r, &outcome);
  if (!j)
    return outcome;
  outcome = SV_PASSED;
  const char *missing = json_object_get(j, "status") ? NULL : "status";
  for (size_t i = 0; !missing && i < sizeof members / sizeof members[0]; i++) {
    const char *text = json_string_value(json_object_get(j, members[i]));
    if (!text || !*text)
      missing = members[i];
  }
  if (missing)
    outcome = tec_fail(ctx, r, tec_arg("member", missing),
                       .message = N_("The problem details have no {member}."),
                       .where.json_pointer = ctx->sv->format(ctx, "/%s", missing),
                       .expected = "status, title, detail", .actual = "",
                       .hint = N_("Tell status, title and detail, so that a person can act on the "
                                  "error."));
  json_decref(j);
  return outcome;
}

/* Traces of the inside of a service; each a part that ordinary texts do not have. */
static const char *const traces[] = {
  "Traceback (most recent call last)",
  "SQLSTATE",
  "ORA-0",
  "org.springframework.",
  "java.lang.",
  "at System.",
  "System.NullReferenceException",
  "/usr/local/lib/",
  "/usr/lib/",
  "\tat ",
  "\n    at ",
  "goroutine 1 [",
  "node_modules/",
  "PG::",
  "psycopg2.",
  "\\n\\tat ",
  "\\r\\n   at ",
};

/* TEC-NEG-33 */
enum sv_outcome tec_no_traces(struct sv_ctx *ctx)
{
  enum sv_outcome outcome;
  const struct sv_response *r = get_error(ctx, &outcome);
  if (!r)
    return outcome;
  for (size_t i = 0; i < sizeof traces / sizeof traces[0]; i++)
    if (memmem(r->body, r->body_size, traces[i], strlen(traces[i])))
      return tec_fail(ctx, r, tec_arg("trace", traces[i]),
                      .message = N_("An error shows the inside of the service: '{trace}'."),
                      .expected = N_("no stack trace, no path, no query"), .actual = traces[i],
                      .hint = N_("Log details for yourselves, and send the caller a reference to "
                                 "them."));
  return SV_PASSED;
}

/* TEC-NEG-13 */
enum sv_outcome tec_unknown_query(struct sv_ctx *ctx)
{
  const struct sv_response *first = tec_get(ctx);
  enum sv_outcome o = tec_judge_ready(ctx, first);
  if (o != TEC_READY)
    return o;
  const char *url = tec_url(ctx);
  const struct sv_response *r =
      sv_http(ctx, .follow = 5,
              .url = ctx->sv->format(ctx, "%.*s%csamsvar_unknown=1", (int)strcspn(url, "#"), url,
                                     strchr(url, '?') ? '&' : '?'));
  if (r->error)
    return sv_no_answer(ctx, r);
  if (r->status == first->status || r->status == 400)
    return SV_PASSED;
  o = r->status < 500 || r->status == 503 ? tec_judge_answer(ctx, r) : TEC_READY;
  if (o != TEC_READY)
    return o;
  return tec_fail(ctx, r, tec_arg_number("status", r->status),
                  .message = N_("A parameter the service does not know gives status {status}."),
                  .expected = N_("the same answer as without it, or 400"),
                  .actual = ctx->sv->format(ctx, "%d", r->status),
                  .hint = N_("Pass over unknown parameters, or answer 400 and say which one."));
}
