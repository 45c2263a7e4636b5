// SPDX-License-Identifier: Apache-2.0
/* What a service makes, changes and deletes: tried only where requests that change something are
 * allowed. What is made is deleted again where the description says how. */
#include "plugins/technical/checks.h"
#include "plugins/technical/contract/life.h"

#include "engines/base/ascii.h"

#include <string.h>

static void put_away(struct sv_ctx *ctx, struct con_run *run, const struct con_family *f,
                     struct con_made *m)
{
  if (m->path)
    (void)con_about(ctx, run, f->drop, m);
  json_decref(m->path);
  m->path = NULL;
}

typedef void judge_family(struct sv_ctx *ctx, struct con_run *run, const struct con_family *f,
                          struct con_tally *tally);

static enum sv_outcome each(struct sv_ctx *ctx, judge_family *judge)
{
  enum sv_outcome outcome;
  struct con_run *run = con_open(ctx, &outcome);
  struct con_tally tally = { 0 };
  struct con_family list[CON_FAMILIES_MAX];
  if (!run)
    return outcome;
  const size_t count = con_families(ctx, run, list);
  for (size_t i = 0; i < count; i++)
    judge(ctx, run, &list[i], &tally);
  return con_outcome(ctx, run, &tally);
}

static bool is_done(const struct con_answer *a)
{
  return a && !a->response->error && a->response->status / 100 == 2;
}

static void judge_gone(struct sv_ctx *ctx, struct con_run *run, const struct con_family *f,
                       struct con_tally *tally)
{
  struct con_made m = { .word = "deleted" };
  if (!f->drop || !f->read || !con_create(ctx, run, f, NULL, tally, &m))
    return;
  const struct con_answer *dropped = con_about(ctx, run, f->drop, &m);
  const struct con_answer *after = is_done(dropped) ? con_about(ctx, run, f->read, &m) : NULL;
  if (after && con_is_verdict(ctx, run, after, tally)) {
    tally->judged++;
    if (after->response->status / 100 != 4)
      con_fail(ctx, run, after, tally, tec_arg_number("status", after->response->status),
               &(struct sv_finding){ .message = N_("What was deleted is still there: status "
                                                   "{status}."),
                                     .expected = N_("404 or 410"),
                                     .actual = ctx->sv->format(ctx, "%d", after->response->status),
                                     .hint = N_("Let DELETE take the resource away, or answer 202 "
                                                "while it has "
                                                "not.") });
  }
  json_decref(m.path);
}

/* TEC-CON-12 */
enum sv_outcome con_deleted(struct sv_ctx *ctx)
{
  return each(ctx, judge_gone);
}

/* Whether the answer to POST is declared to have Location. */
static bool promises_location(const struct con_answer *a)
{
  const struct sv_openapi_response *r =
      sv_operation_response(a->trial->operation, a->response->status);
  for (size_t i = 0; r && i < r->header_count; i++)
    if (r->headers[i].required && sv_equal_nocase(r->headers[i].name, "Location"))
      return true;
  return false;
}

static void judge_available(struct sv_ctx *ctx, struct con_run *run, const struct con_family *f,
                            struct con_tally *tally)
{
  struct con_made m = { .word = "created" };
  if (!con_create(ctx, run, f, NULL, tally, &m))
    return;
  const int status = m.answer->response->status;
  const bool lost = !sv_header(m.answer->response, "Location") &&
                    (promises_location(m.answer) || (status == 201 && !m.is_told));
  const struct con_answer *after = con_about(ctx, run, f->read, &m);
  if (status == 201 || after)
    tally->judged++;
  if (lost)
    con_fail(ctx, run, m.answer, tally, tec_arg_number("status", status),
             &(struct sv_finding){ .message = N_("Something was made (status {status}), and "
                                                 "Location does not say "
                                                 "where it is."),
                                   .where.header = "Location",
                                   .expected = N_("the address of what was made"),
                                   .actual = "",
                                   .hint = N_("Send Location with 201 (RFC 9110, 15.3.2).") });
  else if (after && sv_is_gone(after->response))
    con_fail(ctx, run, after, tally, tec_arg_number("status", after->response->status),
             &(struct sv_finding){
                 .message = N_("What was just made is not there: status {status}."),
                 .where.header = sv_header(m.answer->response, "Location") ? "Location" : NULL,
                 .expected = "200",
                 .actual = ctx->sv->format(ctx, "%d", after->response->status),
                 .hint = N_("Answer 201 when the resource can be read, 202 until then; and let "
                            "Location be its address.") });
  put_away(ctx, run, f, &m);
}

/* TEC-CON-13 */
enum sv_outcome con_created(struct sv_ctx *ctx)
{
  return each(ctx, judge_available);
}

/* Takes out of VALUE the members that may differ from one reading to the next. */
static void drop_volatile(struct sv_ctx *ctx, json_t *value)
{
  static const char *const names[] = { "updated",    "updatedAt", "modified",  "lastModified",
                                       "sistEndret", "endret",    "timestamp", "tidspunkt",
                                       "version",    "versjon",   "etag" };
  const json_t *more = ctx->sv->param(ctx, "volatile_members");
  size_t i;
  json_t *name;
  for (size_t k = 0; k < sizeof names / sizeof names[0]; k++)
    (void)json_object_del(value, names[k]);
  json_array_foreach(more, i, name)
  {
    if (json_is_string(name))
      (void)json_object_del(value, json_string_value(name));
  }
}

static json_t *body_of(struct sv_ctx *ctx, const struct con_answer *a)
{
  json_t *body = is_done(a) ? con_json(a->response) : NULL;
  drop_volatile(ctx, body);
  return body;
}

static void judge_put_twice(struct sv_ctx *ctx, struct con_run *run, const struct con_family *f,
                            struct con_made *m, struct con_tally *tally)
{
  const struct con_answer *first = con_about(ctx, run, f->replace, m);
  json_t *before = is_done(first) ? body_of(ctx, con_about(ctx, run, f->read, m)) : NULL;
  const struct con_answer *second = before ? con_about(ctx, run, f->replace, m) : NULL;
  json_t *after = second ? body_of(ctx, con_about(ctx, run, f->read, m)) : NULL;
  if (second && con_is_verdict(ctx, run, second, tally)) {
    tally->judged++;
    if (second->response->status / 100 != 2 || !json_equal(before, after))
      con_fail(ctx, run, second, tally, tec_arg_number("status", second->response->status),
               &(struct sv_finding){ .message = N_("The same PUT again does not leave things as "
                                                   "they were (status "
                                                   "{status})."),
                                     .expected = N_("the same resource as after the first"),
                                     .actual = ctx->sv->format(ctx, "%d", second->response->status),
                                     .hint = N_("Let PUT set the resource to what is sent, however "
                                                "often "
                                                "(RFC 9110, 9.2.2).") });
  }
  json_decref(before);
  json_decref(after);
}

static void judge_idempotent(struct sv_ctx *ctx, struct con_run *run, const struct con_family *f,
                             struct con_tally *tally)
{
  struct con_made m = { .word = "idempotent" };
  if ((!f->drop && !f->replace) || !con_create(ctx, run, f, NULL, tally, &m))
    return;
  judge_put_twice(ctx, run, f, &m, tally);
  const struct con_answer *first = con_about(ctx, run, f->drop, &m);
  const struct con_answer *second = is_done(first) ? con_about(ctx, run, f->drop, &m) : NULL;
  if (second && (second->response->status >= 500 || con_is_verdict(ctx, run, second, tally))) {
    const int status = second->response->status;
    tally->judged++;
    if (status / 100 != 2 && !sv_is_gone(second->response))
      con_fail(ctx, run, second, tally, tec_arg_number("status", status),
               &(struct sv_finding){ .message = N_("The same DELETE again is answered with status "
                                                   "{status}."),
                                     .expected = N_("2xx, 404 or 410"),
                                     .actual = ctx->sv->format(ctx, "%d", status),
                                     .hint = N_("Answer 204, 404 or 410 when there is nothing left "
                                                "to delete.") });
  }
  json_decref(m.path);
}

/* TEC-CON-14 */
enum sv_outcome con_idempotent(struct sv_ctx *ctx)
{
  return each(ctx, judge_idempotent);
}

static const char *key_name(const struct sv_operation *o)
{
  for (size_t i = 0; i < o->declared->parameter_count; i++)
    if (o->declared->parameters[i].in == SV_OPENAPI_HEADER &&
        sv_equal_nocase(o->declared->parameters[i].name, "Idempotency-Key"))
      return o->declared->parameters[i].name;
  return NULL;
}

static void judge_key(struct sv_ctx *ctx, struct con_run *run, const struct con_family *f,
                      struct con_tally *tally)
{
  struct con_made one = { .word = "key" }, two = { .word = "key", .turns = 2 };
  const char *name = key_name(f->create);
  if (!name)
    return;
  const char *header = ctx->sv->format(ctx, "%s: \"%s\"", name, ctx->sv->probe(ctx));
  if (!con_create(ctx, run, f, header, tally, &one))
    return;
  const bool again = con_create(ctx, run, f, header, tally, &two);
  const int status = two.answer ? two.answer->response->status : 0;
  if (one.path && (two.path || status == 409 || status == 422)) {
    tally->unseen = 0; /* a refusal is what may be answered here */
    tally->example = NULL;
    tally->judged++;
    if (again && !json_equal(one.path, two.path))
      con_fail(ctx, run, two.answer, tally, tec_arg("name", name),
               &(struct sv_finding){ .message = N_("The same request with the same {name} made a "
                                                   "second resource."),
                                     .where.header = name,
                                     .expected = N_("the resource that was made first, 409 or 422"),
                                     .actual = N_("another resource"),
                                     .hint = N_("Remember the key with the answer, and give that "
                                                "answer again.") });
  }
  if (again && two.path && !json_equal(one.path, two.path))
    put_away(ctx, run, f, &two);
  else
    json_decref(two.path);
  put_away(ctx, run, f, &one);
}

/* TEC-CON-15 */
enum sv_outcome con_idempotency_key(struct sv_ctx *ctx)
{
  return each(ctx, judge_key);
}
