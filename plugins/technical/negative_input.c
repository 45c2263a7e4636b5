// SPDX-License-Identifier: Apache-2.0
/* Parameters, methods and identifiers with one fault: what is not as described must not be taken.
 */
#include "plugins/technical/checks.h"
#include "plugins/technical/negative.h"

#include "engines/base/ascii.h"
#include "engines/http/fields.h"

#include <string.h>

enum { TWICE_MAX = 10 };

static bool is_in_body(const struct sv_trial *t)
{
  return t->in == SV_OPENAPI_BODY;
}

/* 401 and 403 come before the parameters are looked at. */
static enum neg_verdict judge_value(struct sv_ctx *ctx, struct con_run *run,
                                    const struct con_answer *a)
{
  const int status = a->response->status;
  (void)ctx;
  (void)run;
  if (status >= 200 && status <= 299)
    return NEG_TAKEN;
  return status >= 400 && status != 401 && status != 403 ? NEG_REFUSED : NEG_ASIDE;
}

/* --- identifiers --- */
static bool is_unknown_id(const struct sv_trial *t)
{
  return t->kind == SV_TRIAL_UNKNOWN_ID;
}

/* 400 and 422 say that the identifier is no good one, which it may not be. */
static enum neg_verdict judge_unknown_id(struct sv_ctx *ctx, struct con_run *run,
                                         const struct con_answer *a)
{
  const struct sv_response *r = a->response;
  (void)ctx;
  (void)run;
  if (sv_is_gone(r))
    return NEG_REFUSED;
  return r->status >= 200 && r->status <= 299 && r->body_size > 0 ? NEG_TAKEN : NEG_ASIDE;
}

/* TEC-NEG-02: RFC 9110 15.5.5 */
enum sv_outcome tec_unknown_id(struct sv_ctx *ctx)
{
  static const struct neg_rule rule = {
    .concerns = is_unknown_id,
    .judge = judge_unknown_id,
    .reads = true,
    .message = N_("Something that does not exist ({name}: {value}) is answered with status "
                  "{status} and content."),
    .expected = "404",
    .hint = N_("Answer 404 when nothing has the identifier."),
  };
  return neg_judge(ctx, &rule);
}

/* --- methods --- */
static bool is_method(const struct sv_trial *t)
{
  return t->kind == SV_TRIAL_METHOD;
}

/* Whether the path of O can be read: what is described and not there is another check's finding. */
static bool is_there(struct sv_ctx *ctx, struct con_run *run, const struct sv_operation *o)
{
  const struct sv_operations *all = con_operations(run);
  for (size_t i = 0; i < sv_operations_count(all); i++) {
    const struct sv_operation *x = sv_operations_at(all, i);
    if (sv_equal_nocase(x->declared->method, "get") &&
        strcmp(x->declared->path, o->declared->path) == 0)
      return con_plain(ctx, run, x) != NULL;
  }
  return false;
}

/* Routing by path comes before routing by method only where the path has no parameters. */
static enum neg_verdict judge_method(struct sv_ctx *ctx, struct con_run *run,
                                     const struct con_answer *a)
{
  const int status = a->response->status;
  const bool templated = strchr(a->trial->operation->declared->path, '{') != NULL;
  if (status == 405 || status == 501 || (status == 404 && templated))
    return NEG_REFUSED;
  if (status == 404)
    return is_there(ctx, run, a->trial->operation) ? NEG_TAKEN : NEG_ASIDE;
  return status >= 200 && status <= 399 ? NEG_TAKEN : NEG_ASIDE;
}

/* TEC-NEG-03: RFC 9110 15.5.6 */
enum sv_outcome tec_undeclared_method(struct sv_ctx *ctx)
{
  static const struct neg_rule rule = {
    .concerns = is_method,
    .judge = judge_method,
    .reads = true,
    .writes = true,
    .message = N_("The method {value} is not described for this path, and is answered with status "
                  "{status}."),
    .expected = "405",
    .hint = N_("Answer 405 with Allow to methods that a path does not have, or describe them."),
  };
  return neg_judge(ctx, &rule);
}

/* An answer that is no 405 says nothing of Allow. */
static enum neg_verdict judge_allow(struct sv_ctx *ctx, struct con_run *run,
                                    const struct con_answer *a)
{
  (void)ctx;
  (void)run;
  if (a->response->status != 405)
    return NEG_ASIDE;
  const char *allow = sv_header(a->response, "Allow");
  struct sv_param none;
  return allow && sv_directive_find(allow, strlen(allow), "GET", &none) != SV_INVALID ? NEG_REFUSED
                                                                                      : NEG_TAKEN;
}

/* TEC-NEG-04: RFC 9110 15.5.6 */
enum sv_outcome tec_undeclared_allow(struct sv_ctx *ctx)
{
  static const struct neg_rule rule = {
    .concerns = is_method,
    .judge = judge_allow,
    .reads = true,
    .writes = true,
    .message = N_("{value} is answered with 405, without the methods that are allowed."),
    .expected = "Allow",
    .hint = N_("Send Allow with every 405."),
  };
  return neg_judge(ctx, &rule);
}

/* --- what is left out --- */
static bool is_missing_query(const struct sv_trial *t)
{
  return t->kind == SV_TRIAL_MISSING && t->in == SV_OPENAPI_QUERY;
}

static enum neg_verdict judge_missing(struct sv_ctx *ctx, struct con_run *run,
                                      const struct con_answer *a)
{
  static const int good[] = { 400, 422, 0 };
  const int status = a->response->status;
  (void)ctx;
  (void)run;
  if (neg_is_one_of(status, good))
    return NEG_REFUSED;
  return status >= 200 && status <= 299 ? NEG_TAKEN : NEG_ASIDE;
}

/* TEC-NEG-07 */
enum sv_outcome tec_missing_query(struct sv_ctx *ctx)
{
  static const struct neg_rule rule = {
    .concerns = is_missing_query,
    .judge = judge_missing,
    .reads = true,
    .message = N_("The parameter {name} is described as required. Without it the answer is "
                  "{status}."),
    .expected = "400",
    .hint = N_("Answer 400 without the parameter, or describe it as optional."),
  };
  return neg_judge(ctx, &rule);
}

/* What says under which conditions a change is made is another check's. */
static bool is_missing_header(const struct sv_trial *t)
{
  return t->kind == SV_TRIAL_MISSING && t->in == SV_OPENAPI_HEADER && t->name &&
         !sv_equal_nocase_n(t->name, strlen(t->name) < 3 ? strlen(t->name) : 3, "If-");
}

static enum neg_verdict judge_missing_header(struct sv_ctx *ctx, struct con_run *run,
                                             const struct con_answer *a)
{
  static const int good[] = { 400, 401, 403, 406, 422, 0 };
  static const int other[] = { 404, 409, 410, 415, 0 }; /* of another fault */
  (void)ctx;
  (void)run;
  if (neg_is_one_of(a->response->status, good))
    return NEG_REFUSED;
  return neg_is_one_of(a->response->status, other) ? NEG_ASIDE : NEG_TAKEN;
}

/* TEC-NEG-08 */
enum sv_outcome tec_missing_header(struct sv_ctx *ctx)
{
  static const struct neg_rule rule = {
    .concerns = is_missing_header,
    .judge = judge_missing_header,
    .reads = true,
    .message = N_("The header field {name} is described as required. Without it the answer is "
                  "{status}."),
    .expected = "400",
    .hint = N_("Answer 400 without the field, or describe it as optional."),
  };
  return neg_judge(ctx, &rule);
}

/* --- values --- */
static bool is_wrong_type(const struct sv_trial *t)
{
  return (t->kind == SV_TRIAL_TYPE || t->kind == SV_TRIAL_FORMAT) && !is_in_body(t);
}

/* TEC-NEG-09 */
enum sv_outcome tec_wrong_type(struct sv_ctx *ctx)
{
  static const struct neg_rule rule = {
    .concerns = is_wrong_type,
    .judge = judge_value,
    .reads = true,
    .message = N_("The parameter {name} has a value of another type or format than described "
                  "({value}), and is taken (status {status})."),
    .expected = "400",
    .hint = N_("Answer 400 to values that are not of the type and format described."),
  };
  return neg_judge(ctx, &rule);
}

static bool is_wrong_enum(const struct sv_trial *t)
{
  return t->kind == SV_TRIAL_ENUM && !is_in_body(t);
}

/* Whether the parameter's list of values may grow, by its description. */
static bool is_open_list(const struct sv_trial *t)
{
  const struct sv_operation *o = t->operation;
  for (size_t i = 0; i < o->declared->parameter_count; i++) {
    const struct sv_openapi_parameter *p = &o->declared->parameters[i];
    if (p->in == t->in && t->name && strcmp(p->name, t->name) == 0)
      return sv_openapi_get(o->styles[i].schema, "x-extensible-enum").doc != NULL;
  }
  return false;
}

static enum neg_verdict judge_enum(struct sv_ctx *ctx, struct con_run *run,
                                   const struct con_answer *a)
{
  const enum neg_verdict v = judge_value(ctx, run, a);
  return v == NEG_TAKEN && is_open_list(a->trial) ? NEG_ASIDE : v;
}

/* TEC-NEG-10 */
enum sv_outcome tec_wrong_enum(struct sv_ctx *ctx)
{
  static const struct neg_rule rule = {
    .concerns = is_wrong_enum,
    .judge = judge_enum,
    .reads = true,
    .message = N_("The parameter {name} has a value that is not among those described ({value}), "
                  "and is taken (status {status})."),
    .expected = "400",
    .hint = N_("Answer 400 to values that are not described, or mark the list as open."),
  };
  return neg_judge(ctx, &rule);
}

static bool is_out_of_bounds(const struct sv_trial *t)
{
  return (t->kind == SV_TRIAL_RANGE || t->kind == SV_TRIAL_LENGTH || t->kind == SV_TRIAL_PATTERN) &&
         !is_in_body(t);
}

/* TEC-NEG-11 */
enum sv_outcome tec_out_of_bounds(struct sv_ctx *ctx)
{
  static const struct neg_rule rule = {
    .concerns = is_out_of_bounds,
    .judge = judge_value,
    .reads = true,
    .message = N_("The parameter {name} has a value outside the bounds described ({value}), and is "
                  "taken (status {status})."),
    .expected = "400",
    .hint = N_("Hold values against minimum, maximum, lengths and patterns, and answer 400."),
  };
  return neg_judge(ctx, &rule);
}

/* --- Norwegian identifiers --- */
static const struct {
  const char *word; /* of the parameter's name, lower-case */
  const char *wrong;
} identifiers[] = {
  { "organisasjonsnummer", "123456780" },
  { "orgnummer", "123456780" },
  { "orgnr", "123456780" },
  { "organizationnumber", "123456780" },
  { "fodselsnummer", "00000000001" },
  { "foedselsnummer", "00000000001" },
  { "personnummer", "00000000001" },
  { "fnr", "00000000001" },
};

/* A number of the kind that NAME names whose control digits are wrong, or NULL. */
static const char *wrong_number(const char *name)
{
  char lower[64];
  size_t n = 0;
  for (; n < sizeof lower - 1 && name[n]; n++)
    lower[n] = (char)sv_lower((unsigned char)name[n]);
  lower[n] = '\0';
  for (size_t i = 0; i < sizeof identifiers / sizeof identifiers[0]; i++)
    if (strcmp(lower, identifiers[i].word) == 0)
      return identifiers[i].wrong;
  return NULL;
}

/* The one parameter of O that takes such a number, when no other in its place must be given; NULL.
 */
static const struct sv_openapi_parameter *number_parameter(const struct sv_operation *o)
{
  const struct sv_openapi_parameter *found = NULL;
  const struct sv_openapi_operation *d = o->declared;
  for (size_t i = 0; i < d->parameter_count && !found; i++) {
    const struct sv_openapi_parameter *p = &d->parameters[i];
    if ((p->in == SV_OPENAPI_PATH || p->in == SV_OPENAPI_QUERY) && wrong_number(p->name))
      found = p;
  }
  for (size_t i = 0; i < d->parameter_count && found; i++) {
    const struct sv_openapi_parameter *p = &d->parameters[i];
    if (p != found && p->in == found->in && p->required)
      return NULL;
  }
  return found;
}

static enum neg_verdict judge_number(const struct sv_response *r)
{
  static const int good[] = { 400, 404, 410, 422, 0 };
  if (neg_is_one_of(r->status, good))
    return NEG_REFUSED;
  return r->status >= 200 && r->status <= 299 ? NEG_TAKEN : NEG_ASIDE;
}

/* TEC-NEG-12 */
enum sv_outcome tec_wrong_number(struct sv_ctx *ctx)
{
  static const struct neg_rule rule = {
    .message = N_("{value} has wrong control digits, and is taken for {name} (status {status})."),
    .expected = "400",
    .hint = N_("Check the control digits, and answer 400 when they are wrong."),
  };
  enum sv_outcome outcome;
  struct con_tally tally = { 0 };
  struct con_run *run = con_open(ctx, &outcome);
  if (!run)
    return outcome;
  const struct sv_operations *all = con_operations(run);
  for (size_t i = 0; i < sv_operations_count(all); i++) {
    const struct sv_operation *o = sv_operations_at(all, i);
    const struct sv_openapi_parameter *p = number_parameter(o);
    if (!p || !sv_equal_nocase(o->declared->method, "get") || !con_covers(run, o))
      continue;
    const char *wrong = wrong_number(p->name);
    json_t *values = json_pack("{s:s}", p->name, wrong);
    const bool in_path = p->in == SV_OPENAPI_PATH;
    const struct sv_trial *t = sv_trials_own(con_trials(run), o, SV_TRIAL_FORMAT, p->name,
                                             in_path ? values : NULL, in_path ? NULL : values);
    json_decref(values);
    struct neg_own *own = t ? ctx->sv->alloc(ctx, sizeof *own) : NULL;
    if (!own)
      continue;
    own->trial = *t;
    own->trial.value = wrong;
    (void)neg_send(ctx, run, own, NULL);
    if (!con_is_verdict(ctx, run, &own->answer, &tally))
      continue;
    const enum neg_verdict v = judge_number(own->answer.response);
    tally.judged += v != NEG_ASIDE;
    if (v == NEG_TAKEN)
      neg_tell(ctx, run, &own->answer, &tally, &rule);
  }
  return con_outcome(ctx, run, &tally);
}

/* --- the same parameter twice --- */

/* "name=value" of T's own query parameter in its target, or an empty span. */
static struct sv_span pair_of(const struct sv_trial *t)
{
  const char *p = strchr(t->target, '?');
  const size_t size = strlen(t->name);
  while (p && (strncmp(p + 1, t->name, size) != 0 || p[1 + size] != '='))
    p = strchr(p + 1, '&');
  return (struct sv_span){ .data = p ? p + 1 : NULL, .size = p ? strcspn(p + 1, "&") : 0 };
}

static bool is_scalar_query(struct con_run *run, const struct sv_trial *t)
{
  const struct sv_operation *o = t->operation;
  if (!sv_trial_is_positive(t->kind) || t->in != SV_OPENAPI_QUERY || !t->name || t->writes)
    return false;
  for (size_t i = 0; i < o->declared->parameter_count; i++) {
    const struct sv_openapi_parameter *p = &o->declared->parameters[i];
    if (p->in == SV_OPENAPI_QUERY && strcmp(p->name, t->name) == 0)
      return !(sv_style_types(con_api(run), o->styles[i].schema) &
               (1u << SV_TYPE_IS_ARRAY | 1u << SV_TYPE_IS_OBJECT));
  }
  return false;
}

/* Another value of T's parameter among the trials, as it stands in a query; or an empty span. */
static struct sv_span other_value(struct con_run *run, const struct sv_trial *t)
{
  const struct sv_span own = pair_of(t);
  for (size_t i = 0; own.data && i < sv_trials_count(con_trials(run)); i++) {
    const struct sv_trial *x = sv_trials_at(con_trials(run), i);
    if (x->operation != t->operation || !sv_trial_is_positive(x->kind) ||
        x->in != SV_OPENAPI_QUERY || !x->name || strcmp(x->name, t->name) != 0)
      continue;
    const struct sv_span other = pair_of(x);
    if (other.data && (other.size != own.size || memcmp(other.data, own.data, own.size) != 0))
      return other;
  }
  return (struct sv_span){ .data = NULL };
}

/* TEC-NEG-14: no trial of the plan has this, so a failure of the service is told here. */
enum sv_outcome tec_repeated_query(struct sv_ctx *ctx)
{
  static const struct neg_rule rule = {
    .message = N_("The parameter {name} stands twice in the address, and the service fails (status "
                  "{status})."),
    .expected = "400",
    .hint = N_("Answer 400, or take one of the values; never fail."),
  };
  enum sv_outcome outcome;
  struct con_tally tally = { 0 };
  const struct sv_operation *last = NULL;
  size_t asked = 0;
  struct con_run *run = con_open(ctx, &outcome);
  if (!run)
    return outcome;
  for (size_t i = 0; i < sv_trials_count(con_trials(run)) && asked < TWICE_MAX; i++) {
    const struct sv_trial *t = sv_trials_at(con_trials(run), i);
    const struct sv_span other = is_scalar_query(run, t) && t->operation != last
                                     ? other_value(run, t)
                                     : (struct sv_span){ 0 };
    if (!other.data)
      continue;
    struct neg_own *own = ctx->sv->alloc(ctx, sizeof *own);
    own->trial = *t;
    own->trial.target = ctx->sv->format(ctx, "%s&%.*s", t->target, (int)other.size, other.data);
    last = t->operation;
    asked++;
    const struct sv_response *r = neg_send(ctx, run, own, NULL);
    /* One that fails on each of the values has that fault, and not this one. */
    const bool broke = !r->error && r->status >= 500 && r->status != 503 &&
                       con_send(ctx, run, t, NULL, NULL)->status < 500;
    if (!broke && !con_is_verdict(ctx, run, &own->answer, &tally))
      continue;
    tally.judged++;
    if (broke)
      neg_tell(ctx, run, &own->answer, &tally, &rule);
  }
  return con_outcome(ctx, run, &tally);
}
