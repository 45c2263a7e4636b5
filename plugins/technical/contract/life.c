// SPDX-License-Identifier: Apache-2.0
/* The life of a thing that samsvar makes itself: made, read, replaced, changed, deleted. */
#include "plugins/technical/contract/life.h"

#include "engines/base/ascii.h"
#include "engines/base/uri.h"

#include <string.h>

enum { VALUE_MAX = 1000 };

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

size_t con_families(struct sv_ctx *ctx, struct con_run *run,
                    struct con_family out[CON_FAMILIES_MAX])
{
  const size_t count = sv_operations_count(run->operations);
  size_t n = 0;
  for (size_t i = 0; i < count && n < CON_FAMILIES_MAX; i++) {
    struct con_family f = { .create = sv_operations_at(run->operations, i) };
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
      else if (has_method(o, "patch"))
        f.change = o;
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
  (void)sv_uri_decode(v->text, v->size, &text);
  json_t *value = text.failed ? NULL : json_string(sv_buf_text(&text));
  sv_buf_free(&text);
  return value;
}

/* The value of the parameter in URL when it is that of F's read operation. */
static json_t *value_in(struct con_run *run, const struct con_family *f, const char *url)
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

static json_t *value_of_body(const struct con_family *f, const json_t *body)
{
  json_t *value = json_object_get(body, f->name);
  if (!value)
    value = json_object_get(body, "id");
  return json_is_string(value) || json_is_integer(value) ? json_incref(value) : NULL;
}

static void locate(struct sv_ctx *ctx, struct con_run *run, const struct con_family *f,
                   struct con_made *m)
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

static const struct sv_response *send(struct sv_ctx *ctx, struct con_run *run,
                                      const struct sv_trial *t, const char *const *headers,
                                      const struct con_made *m)
{
  return m->once ? con_send_once(ctx, run, t, headers) : con_send(ctx, run, t, NULL, headers);
}

bool con_create(struct sv_ctx *ctx, struct con_run *run, const struct con_family *f,
                const char *extra, struct con_tally *tally, struct con_made *out)
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
  a->response = send(ctx, run, t, headers, out);
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

/* "If-Match: TAG" with what the thing M is now, when O asks for it; NULL: it does not, or there is
 * no tag. */
static const char *condition(struct sv_ctx *ctx, struct con_run *run, const struct sv_operation *o,
                             struct con_made *m)
{
  for (size_t i = 0; i < o->declared->parameter_count; i++) {
    const struct sv_openapi_parameter *const p = &o->declared->parameters[i];
    if (p->in != SV_OPENAPI_HEADER || !sv_equal_nocase(p->name, "If-Match"))
      continue;
    const struct con_answer *now = con_about(ctx, run, m->read, m);
    const char *tag = now ? sv_header(now->response, "ETag") : NULL;
    return tag ? ctx->sv->format(ctx, "If-Match: %s", tag) : NULL;
  }
  return NULL;
}

const struct con_answer *con_about(struct sv_ctx *ctx, struct con_run *run,
                                   const struct sv_operation *o, struct con_made *m)
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
  a->response = send(ctx, run, t, headers, m);
  return a;
}
