// SPDX-License-Identifier: Apache-2.0
/* Content with one fault. It is sent with leave only: to operations that change something. */
#include "plugins/technical/checks.h"
#include "plugins/technical/negative.h"

#include "engines/base/ascii.h"

#include <string.h>

static enum neg_verdict taken_or(int status, const int *good)
{
  if (neg_is_one_of(status, good))
    return NEG_REFUSED;
  return status >= 200 && status <= 299 ? NEG_TAKEN : NEG_ASIDE;
}

/* --- the media type --- */
static bool is_media_type(const struct sv_trial *t)
{
  return t->kind == SV_TRIAL_MEDIA_TYPE;
}

static enum neg_verdict judge_media_type(struct sv_ctx *ctx, struct con_run *run,
                                         const struct con_answer *a)
{
  static const int good[] = { 400, 415, 422, 0 };
  (void)ctx;
  (void)run;
  return taken_or(a->response->status, good);
}

/* TEC-NEG-15: RFC 9110 15.5.16 */
enum sv_outcome tec_body_media_type(struct sv_ctx *ctx)
{
  static const struct neg_rule rule = {
    .concerns = is_media_type,
    .judge = judge_media_type,
    .writes = true,
    .message = N_("Content of a media type that is not described is taken (status {status})."),
    .expected = "415",
    .hint = N_("Answer 415 to media types that you do not read, with Accept naming those you do."),
  };
  return neg_judge(ctx, &rule);
}

/* --- the content --- */
static bool is_malformed(const struct sv_trial *t)
{
  return t->kind == SV_TRIAL_MALFORMED;
}

static enum neg_verdict judge_malformed(struct sv_ctx *ctx, struct con_run *run,
                                        const struct con_answer *a)
{
  static const int good[] = { 400, 422, 0 };
  (void)ctx;
  (void)run;
  return taken_or(a->response->status, good);
}

/* TEC-NEG-18: RFC 9110 15.5.1 */
enum sv_outcome tec_body_malformed(struct sv_ctx *ctx)
{
  static const struct neg_rule rule = {
    .concerns = is_malformed,
    .judge = judge_malformed,
    .writes = true,
    .message = N_("Content that is no JSON is taken (status {status})."),
    .expected = "400",
    .hint = N_("Answer 400 when the content cannot be read."),
  };
  return neg_judge(ctx, &rule);
}

static bool is_against_schema(const struct sv_trial *t)
{
  return t->in == SV_OPENAPI_BODY && t->pointer && t->kind >= SV_TRIAL_MISSING &&
         t->kind <= SV_TRIAL_UNKNOWN_MEMBER;
}

static enum neg_verdict judge_schema(struct sv_ctx *ctx, struct con_run *run,
                                     const struct con_answer *a)
{
  static const int good[] = { 400, 404, 405, 406, 409, 422, 428, 0 };
  (void)ctx;
  (void)run;
  return taken_or(a->response->status, good);
}

/* TEC-NEG-19 */
enum sv_outcome tec_body_schema(struct sv_ctx *ctx)
{
  static const struct neg_rule rule = {
    .concerns = is_against_schema,
    .judge = judge_schema,
    .writes = true,
    .message = N_("Content that breaks its schema at the member {name} is taken (status "
                  "{status})."),
    .expected = "400",
    .hint = N_("Hold content against its schema before it is used, and answer 400 or 422."),
  };
  return neg_judge(ctx, &rule);
}

static bool is_without_body(const struct sv_trial *t)
{
  return t->kind == SV_TRIAL_NO_BODY;
}

static enum neg_verdict judge_without_body(struct sv_ctx *ctx, struct con_run *run,
                                           const struct con_answer *a)
{
  static const int good[] = { 400, 411, 415, 422, 0 };
  (void)ctx;
  (void)run;
  return taken_or(a->response->status, good);
}

/* TEC-NEG-20 */
enum sv_outcome tec_body_missing(struct sv_ctx *ctx)
{
  static const struct neg_rule rule = {
    .concerns = is_without_body,
    .judge = judge_without_body,
    .writes = true,
    .message = N_("Content is described as required. Without it the answer is {status}."),
    .expected = "400",
    .hint = N_("Answer 400 without content, or describe it as optional."),
  };
  return neg_judge(ctx, &rule);
}

/* --- conditions --- */
static bool is_without_condition(const struct sv_trial *t)
{
  return t->kind == SV_TRIAL_MISSING && t->in == SV_OPENAPI_HEADER && t->name &&
         sv_equal_nocase(t->name, "If-Match");
}

static enum neg_verdict judge_condition(struct sv_ctx *ctx, struct con_run *run,
                                        const struct con_answer *a)
{
  static const int good[] = { 400, 412, 428, 0 };
  (void)ctx;
  (void)run;
  return taken_or(a->response->status, good);
}

/* TEC-NEG-34: RFC 6585 3 */
enum sv_outcome tec_condition_missing(struct sv_ctx *ctx)
{
  static const struct neg_rule rule = {
    .concerns = is_without_condition,
    .judge = judge_condition,
    .writes = true,
    .message = N_("If-Match is described as required. Without it the change is made (status "
                  "{status})."),
    .expected = "428",
    .hint = N_("Answer 428 to changes without If-Match, so that none is lost unseen."),
  };
  return neg_judge(ctx, &rule);
}
