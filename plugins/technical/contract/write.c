// SPDX-License-Identifier: Apache-2.0
/* What a service makes, changes and deletes: tried only where requests that change something are
 * allowed. What is made is deleted again where the description says how. */
#include "plugins/technical/checks.h"
#include "plugins/technical/contract/collection.h"

#include "engines/base/ascii.h"

#include <string.h>

enum { FAMILIES_MAX = 10, VALUE_MAX = 1000 };

/* Operations on the same things: POST makes one, the others are about one. */
struct family {
  const struct sv_operation *create, *read, *replace, *drop;
  const char *name; /* of the path parameter */
};

/* A thing that was made. */
struct made {
  const struct con_answer *answer; /* to POST */
  json_t *path;                    /* the parameter and its value */
  bool is_told;                    /* the answer says where it is */
  const struct sv_operation *read;
  const char *word; /* of the check */
  unsigned turns;   /* how often it was read */
};

static bool has_method(const struct sv_operation *o, const char *method)
{
  return sv_equal_nocase(o->declared->method, method);
}

/* The name in "/units/{name}" when O's path is that of CREATE and one parameter more; NULL: not. */
static const char *member_name(struct sv_ctx *ctx, const struct sv_operation *create,
                               const struct sv_operation *o)
{
  const char *a = create->declared->path;
  const char *b = o->declared->path;
  const size_t size = strlen(a);
  const size_t rest = strlen(b) - (strlen(b) < size ? strlen(b) : size);
  if (strncmp(a, b, size) != 0 || rest < 4 || strncmp(b + size, "/{", 2) != 0 ||
      strcspn(b + size, "}") + 1 != rest)
    return NULL;
  return tec_copy(ctx, (struct sv_span){ b + size + 2, rest - 3 });
}

static size_t families(struct sv_ctx *ctx, struct con_run *run, struct family out[FAMILIES_MAX])
{
  const size_t count = sv_operations_count(run->operations);
  size_t n = 0;
  for (size_t i = 0; i < count && n < FAMILIES_MAX; i++) {
    struct family f = { .create = sv_operations_at(run->operations, i) };
    if (!has_method(f.create, "post") || !sv_trials_concern(run->trials, f.create))
      continue;
    for (size_t k = 0; k < count; k++) {
      const struct sv_operation *o = sv_operations_at(run->operations, k);
      const char *name = member_name(ctx, f.create, o);
      if (!name)
        continue;
      f.name = name;
      if (has_method(o, "get"))
        f.read = o;
      else if (has_method(o, "put"))
        f.replace = o;
      else if (has_method(o, "delete"))
        f.drop = o;
    }
    out[n++] = f;
  }
  return n;
}

/* --- where it is --- */

/* V without its escapes; new reference. */
static json_t *decoded(const struct sv_operation_value *v)
{
  struct sv_buf text = SV_BUF(VALUE_MAX);
  for (size_t i = 0; i < v->size; i++) {
    const bool escape = v->text[i] == '%' && i + 2 < v->size;
    const int high = escape ? sv_hex((unsigned char)v->text[i + 1]) : -1;
    const int low = escape ? sv_hex((unsigned char)v->text[i + 2]) : -1;
    (void)sv_buf_addc(&text, high >= 0 && low >= 0 ? (char)(high * 16 + low) : v->text[i]);
    i += high >= 0 && low >= 0 ? 2 : 0;
  }
  json_t *value = text.failed ? NULL : json_string(sv_buf_text(&text));
  sv_buf_free(&text);
  return value;
}

/* The value of the parameter in URL when it is that of F's read operation. */
static json_t *value_in(struct con_run *run, const struct family *f, const char *url)
{
  struct sv_operation_match m;
  const struct sv_operation *o = f->read ? f->read : f->drop ? f->drop : f->replace;
  if (!o)
    return NULL;
  sv_operations_match(run->operations, o->declared->method, url, strlen(url), &m);
  if (m.outcome != SV_OPERATION_FOUND || m.operation != o || m.value_count == 0)
    return NULL;
  return decoded(&m.values[m.value_count - 1]);
}

static json_t *value_of_body(const struct family *f, const json_t *body)
{
  json_t *value = json_object_get(body, f->name);
  if (!value)
    value = json_object_get(body, "id");
  return json_is_string(value) || json_is_integer(value) ? json_incref(value) : NULL;
}

static void locate(struct sv_ctx *ctx, struct con_run *run, const struct family *f, struct made *m)
{
  const struct sv_response *r = m->answer->response;
  const char *location = sv_header(r, "Location");
  json_t *body = con_json(r);
  const char *self = con_link(ctx, body, r, "self");
  json_t *value = NULL;
  m->is_told = location != NULL;
  for (int i = 0; i < 2 && !value; i++) {
    const char *link = i == 0 ? location : self;
    const char *url = link ? tec_resolve(ctx, r->url, link) : NULL;
    value = url ? value_in(run, f, url) : NULL;
  }
  if (!value)
    value = value_of_body(f, body);
  m->is_told |= value != NULL;
  json_decref(body);
  m->path = value ? json_object() : NULL;
  if (m->path)
    (void)json_object_set_new(m->path, f->name, value);
}

/* POSTs the plain content of F, with the header EXTRA (may be NULL); false when nothing was made.
 */
static bool create(struct sv_ctx *ctx, struct con_run *run, const struct family *f,
                   const char *extra, struct con_tally *tally, struct made *out)
{
  const char *headers[SV_TRIAL_HEADERS_MAX + 3] = { NULL };
  const struct sv_trial *t = sv_trials_plain(run->trials, f->create, NULL);
  out->path = NULL;
  out->answer = NULL;
  out->read = f->read;
  if (!t)
    return false;
  size_t n = 0;
  for (; t->headers[n]; n++)
    headers[n] = t->headers[n];
  if (extra)
    headers[n++] = extra;
  if (out->turns > 0)
    headers[n] = ctx->sv->format(ctx, "X-Samsvar-Turn: %s-%u", out->word, out->turns);
  struct con_answer *a = ctx->sv->alloc(ctx, sizeof *a);
  a->trial = t;
  a->response = con_send(ctx, run, t, NULL, headers);
  out->answer = a;
  if (!con_is_verdict(ctx, run, a, tally))
    return false;
  if (a->response->status / 100 != 2 && a->response->status / 100 != 3) {
    tally->unseen++;
    tally->example = tally->example ? tally->example : a;
    return false;
  }
  locate(ctx, run, f, out);
  return true;
}

static const struct con_answer *about(struct sv_ctx *ctx, struct con_run *run,
                                      const struct sv_operation *o, struct made *m);

/* "If-Match: TAG" with what the thing M is now, when O asks for it; NULL: it does not, or there is
 * no tag. */
static const char *condition(struct sv_ctx *ctx, struct con_run *run, const struct sv_operation *o,
                             struct made *m)
{
  for (size_t i = 0; i < o->declared->parameter_count; i++) {
    const struct sv_openapi_parameter *const p = &o->declared->parameters[i];
    if (p->in != SV_OPENAPI_HEADER || !sv_equal_nocase(p->name, "If-Match"))
      continue;
    const struct con_answer *now = about(ctx, run, m->read, m);
    const char *tag = now ? sv_header(now->response, "ETag") : NULL;
    return tag ? ctx->sv->format(ctx, "If-Match: %s", tag) : NULL;
  }
  return NULL;
}

/* Asks operation O (may be NULL) about the thing M; NULL when it cannot be asked. A second GET of
 * the same would be answered from the run's memory: each reading has a header of its own. */
static const struct con_answer *about(struct sv_ctx *ctx, struct con_run *run,
                                      const struct sv_operation *o, struct made *m)
{
  if (!o || !m->path || !sv_trials_concern(run->trials, o))
    return NULL;
  /* Fills in what else it requires, such as the content of PUT. */
  (void)sv_trials_plain(run->trials, o, NULL);
  const struct sv_trial *t =
      sv_trials_own(run->trials, o, SV_TRIAL_LINKED,
                    json_object_iter_key(json_object_iter(m->path)), m->path, NULL);
  if (!t)
    return NULL;
  const char *headers[SV_TRIAL_HEADERS_MAX + 3] = { NULL };
  const char *match = t->writes ? condition(ctx, run, o, m) : NULL;
  size_t n = 0;
  for (size_t i = 0; t->headers[i]; i++)
    if (!match || !sv_equal_nocase_n(t->headers[i], 9, "If-Match:"))
      headers[n++] = t->headers[i];
  if (match)
    headers[n++] = match;
  if (!t->writes)
    headers[n] = ctx->sv->format(ctx, "X-Samsvar-Turn: %s-%u", m->word, ++m->turns);
  struct con_answer *a = ctx->sv->alloc(ctx, sizeof *a);
  a->trial = t;
  a->response = con_send(ctx, run, t, NULL, headers);
  return a;
}

static void put_away(struct sv_ctx *ctx, struct con_run *run, const struct family *f,
                     struct made *m)
{
  if (m->path)
    (void)about(ctx, run, f->drop, m);
  json_decref(m->path);
  m->path = NULL;
}

typedef void judge_family(struct sv_ctx *ctx, struct con_run *run, const struct family *f,
                          struct con_tally *tally);

static enum sv_outcome each(struct sv_ctx *ctx, judge_family *judge)
{
  enum sv_outcome outcome;
  struct con_run *run = con_open(ctx, &outcome);
  struct con_tally tally = { 0 };
  struct family list[FAMILIES_MAX];
  if (!run)
    return outcome;
  const size_t count = families(ctx, run, list);
  for (size_t i = 0; i < count; i++)
    judge(ctx, run, &list[i], &tally);
  return con_outcome(ctx, run, &tally);
}

static bool is_gone(const struct con_answer *a)
{
  return a->response->status / 100 == 4;
}

static bool is_done(const struct con_answer *a)
{
  return a && !a->response->error && a->response->status / 100 == 2;
}

static void judge_gone(struct sv_ctx *ctx, struct con_run *run, const struct family *f,
                       struct con_tally *tally)
{
  struct made m = { .word = "deleted" };
  if (!f->drop || !f->read || !create(ctx, run, f, NULL, tally, &m))
    return;
  const struct con_answer *dropped = about(ctx, run, f->drop, &m);
  const struct con_answer *after = is_done(dropped) ? about(ctx, run, f->read, &m) : NULL;
  if (after && con_is_verdict(ctx, run, after, tally)) {
    tally->judged++;
    if (!is_gone(after))
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

static void judge_available(struct sv_ctx *ctx, struct con_run *run, const struct family *f,
                            struct con_tally *tally)
{
  struct made m = { .word = "created" };
  if (!create(ctx, run, f, NULL, tally, &m))
    return;
  const int status = m.answer->response->status;
  const bool lost = !sv_header(m.answer->response, "Location") &&
                    (promises_location(m.answer) || (status == 201 && !m.is_told));
  const struct con_answer *after = about(ctx, run, f->read, &m);
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
  else if (after && (after->response->status == 404 || after->response->status == 410))
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

static void judge_put_twice(struct sv_ctx *ctx, struct con_run *run, const struct family *f,
                            struct made *m, struct con_tally *tally)
{
  const struct con_answer *first = about(ctx, run, f->replace, m);
  json_t *before = is_done(first) ? body_of(ctx, about(ctx, run, f->read, m)) : NULL;
  const struct con_answer *second = before ? about(ctx, run, f->replace, m) : NULL;
  json_t *after = second ? body_of(ctx, about(ctx, run, f->read, m)) : NULL;
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

static void judge_idempotent(struct sv_ctx *ctx, struct con_run *run, const struct family *f,
                             struct con_tally *tally)
{
  struct made m = { .word = "idempotent" };
  if ((!f->drop && !f->replace) || !create(ctx, run, f, NULL, tally, &m))
    return;
  judge_put_twice(ctx, run, f, &m, tally);
  const struct con_answer *first = about(ctx, run, f->drop, &m);
  const struct con_answer *second = is_done(first) ? about(ctx, run, f->drop, &m) : NULL;
  if (second && (second->response->status >= 500 || con_is_verdict(ctx, run, second, tally))) {
    const int status = second->response->status;
    tally->judged++;
    if (status / 100 != 2 && status != 404 && status != 410)
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

static void judge_key(struct sv_ctx *ctx, struct con_run *run, const struct family *f,
                      struct con_tally *tally)
{
  struct made one = { .word = "key" }, two = { .word = "key", .turns = 2 };
  const char *name = key_name(f->create);
  if (!name)
    return;
  const char *header = ctx->sv->format(ctx, "%s: \"%s\"", name, ctx->sv->probe(ctx));
  if (!create(ctx, run, f, header, tally, &one))
    return;
  const bool again = create(ctx, run, f, header, tally, &two);
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
