// SPDX-License-Identifier: Apache-2.0
/* From values to a request, and whether the request shows what it is meant to. */
#include "engines/openapi/trial_set.h"

#include "engines/base/ascii.h"
#include "engines/base/escape.h"
#include "engines/base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { TARGET_MAX = 7000, HEADER_MAX = 4000, BODY_MAX = 1 << 20, NAME_MAX_BYTES = 200 };

const char *sv_trial_show(struct sv_trials *ts, const json_t *v)
{
  char *dumped = json_is_string(v) ? NULL : json_dumps(v, JSON_ENCODE_ANY | JSON_COMPACT);
  const char *text = dumped ? dumped : json_is_string(v) ? json_string_value(v) : "";
  const size_t size = sv_text_fit(text, strlen(text), SV_TRIAL_VALUE_MOST);
  const char *shown = text[size] ? sv_arena_printf(&ts->arena, "%.*s… (%zu)", (int)size, text,
                                                   sv_utf8_length(text, strlen(text)))
                                 : sv_arena_strdup(&ts->arena, text);
  free(dumped);
  return shown ? shown : "";
}

static bool add_header(struct sv_trials *ts, struct sv_trial *t, const char *name,
                       const char *value)
{
  size_t n = 0;
  while (t->headers[n])
    n++;
  if (n == SV_TRIAL_HEADERS_MAX)
    return false;
  t->headers[n] = sv_arena_printf(&ts->arena, "%s: %s", name, value);
  return t->headers[n] != NULL;
}

/* The parameters of O in header and cookie that have values. */
static bool write_headers(struct sv_trials *ts, const struct sv_trial_draft *d,
                          const struct sv_trial_state *s, struct sv_trial *t)
{
  const struct sv_operation *const o = d->operation;
  const json_t *header = d->header ? d->header : s->header;
  const json_t *cookie = d->cookie ? d->cookie : s->cookie;
  struct sv_buf text = SV_BUF(HEADER_MAX), all = SV_BUF(HEADER_MAX);
  struct sv_error err = { .line = 0 };
  bool good = true;
  for (size_t i = 0; good && i < o->declared->parameter_count; i++) {
    const enum sv_openapi_in in = o->declared->parameters[i].in;
    const char *name = o->declared->parameters[i].name;
    const json_t *value = json_object_get(in == SV_OPENAPI_HEADER   ? header
                                          : in == SV_OPENAPI_COOKIE ? cookie
                                                                    : NULL,
                                          name);
    if (!value)
      continue;
    sv_buf_cut(&text, 0);
    good = sv_style_encode(&o->styles[i], value, &text, &err) == SV_OK;
    if (good && in == SV_OPENAPI_HEADER)
      good = add_header(ts, t, name, sv_buf_text(&text));
    else if (good)
      (void)sv_buf_addf(&all, "%s%s", all.size ? "; " : "", sv_buf_text(&text));
  }
  if (good && all.size)
    good = add_header(ts, t, "Cookie", sv_buf_text(&all));
  if (good && d->accept)
    good = add_header(ts, t, "Accept", d->accept);
  if (good && d->authorization)
    good = add_header(ts, t, "Authorization", d->authorization);
  sv_buf_free(&text);
  sv_buf_free(&all);
  return good;
}

static bool write_body(struct sv_trials *ts, const struct sv_trial_draft *d,
                       const struct sv_trial_state *s, struct sv_trial *t)
{
  const json_t *value = d->body ? d->body : s->body;
  const char *type = d->content_type ? d->content_type : s->media ? s->media->type : NULL;
  if (d->text || d->without_body) {
    t->body = d->text;
    t->body_size = d->text ? strlen(d->text) : 0;
    return !type || add_header(ts, t, "Content-Type", type);
  }
  if (!value || !s->media)
    return true;
  struct sv_buf out = SV_BUF(BODY_MAX);
  const char *written = sv_trial_content(ts, s->media, value, d->odd_part, &out);
  bool good = written != NULL;
  if (good) {
    t->body = sv_arena_copy(&ts->arena, sv_buf_text(&out), out.size);
    t->body_size = out.size;
    good = t->body && add_header(ts, t, "Content-Type", d->content_type ? type : written);
  }
  sv_buf_free(&out);
  return good;
}

static bool write_target(struct sv_trials *ts, const struct sv_trial_draft *d,
                         const struct sv_trial_state *s, struct sv_trial *t)
{
  struct sv_buf out = SV_BUF(TARGET_MAX);
  struct sv_error err = { .line = 0 };
  const bool good = sv_operation_target(d->operation, d->path ? d->path : s->path,
                                        d->query ? d->query : s->query, &out, &err) == SV_OK;
  t->target = good ? sv_arena_strdup(&ts->arena, sv_buf_text(&out)) : NULL;
  sv_buf_free(&out);
  return t->target != NULL;
}

static void write_method(struct sv_trials *ts, const struct sv_trial_draft *d, struct sv_trial *t)
{
  char *method =
      sv_arena_strdup(&ts->arena, d->method ? d->method : d->operation->declared->method);
  for (char *p = method; p && *p; p++)
    if (*p >= 'a' && *p <= 'z')
      *p = (char)(*p - 'a' + 'A');
  t->method = method;
  t->writes = method && strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0 &&
              strcmp(method, "OPTIONS") != 0;
}

/* Splits the headers of T into names and values, in the set's memory. */
static size_t split(struct sv_trials *ts, const struct sv_trial *t, struct sv_exchange_header *out)
{
  size_t n = 0;
  for (; t->headers[n]; n++) {
    const char *colon = strchr(t->headers[n], ':');
    char *name = sv_arena_copy(&ts->arena, t->headers[n], (size_t)(colon - t->headers[n]));
    out[n] = (struct sv_exchange_header){ name ? name : "", colon + 2 };
  }
  return n;
}

static bool is_same_text(const char *a, const char *b)
{
  return a == b || (a && b && strcmp(a, b) == 0);
}

/* Whether the findings are one fault: all of one parameter, or of one member of the body, and the
 * keyword that was to be broken among them. */
static bool is_one_fault(const struct sv_exchange *x, const struct sv_trial_draft *d)
{
  size_t count;
  const struct sv_exchange_finding *f = sv_exchange_findings(x, &count);
  bool named = !d->keyword;
  for (size_t i = 0; i < count; i++) {
    if (f[i].in != f[0].in || !is_same_text(f[i].name, f[0].name) ||
        !is_same_text(f[i].pointer, f[0].pointer))
      return false;
    named |= f[i].keyword && strcmp(f[i].keyword, d->keyword ? d->keyword : "") == 0;
  }
  return count > 0 && (named || d->kind == SV_TRIAL_MISSING || d->kind == SV_TRIAL_TYPE);
}

/* Kinds whose request is in order as far as the description goes. */
static bool looks_good(enum sv_trial_kind kind)
{
  return sv_trial_is_positive(kind) || kind == SV_TRIAL_NOT_ACCEPTABLE ||
         kind == SV_TRIAL_NO_TOKEN || kind == SV_TRIAL_BAD_TOKEN || kind == SV_TRIAL_UNKNOWN_ID;
}

/* Whether T is on the wire what D says it is. */
static bool holds(struct sv_trials *ts, const struct sv_trial_draft *d, const struct sv_trial *t)
{
  struct sv_operation_match m;
  struct sv_exchange_header headers[SV_TRIAL_HEADERS_MAX];
  struct sv_error err = { .line = 0 };
  struct sv_buf url = SV_BUF(2 * TARGET_MAX);
  bool good = sv_buf_addf(&url, "%s%s", ts->o.base ? ts->o.base : "", t->target) == SV_OK;
  if (good)
    sv_operations_match(ts->operations, t->method, sv_buf_text(&url), url.size, &m);
  if (good && d->kind == SV_TRIAL_METHOD)
    good = m.outcome == SV_OPERATION_NO_METHOD;
  else if (good)
    good = m.outcome == SV_OPERATION_FOUND && m.operation == d->operation;
  if (good && d->kind != SV_TRIAL_METHOD && !d->unjudged) {
    const struct sv_exchange_message message = { .headers = headers,
                                                 .header_count = split(ts, t, headers),
                                                 .body = t->body,
                                                 .body_size = t->body_size };
    size_t count;
    sv_exchange_clear(ts->judge);
    good = sv_exchange_request(ts->judge, &m, &message, &err) == SV_OK;
    (void)sv_exchange_findings(ts->judge, &count);
    good = good && (looks_good(d->kind) ? count == 0 : is_one_fault(ts->judge, d));
  }
  sv_buf_free(&url);
  return good;
}

struct sv_trial *sv_trial_write(struct sv_trials *ts, const struct sv_trial_draft *d)
{
  const struct sv_trial_state *s = sv_trial_state(ts, d->operation);
  struct sv_trial *t = sv_arena_calloc(&ts->arena, 1, sizeof *t);
  bool bearer;
  if (!t)
    return NULL;
  *t = (struct sv_trial){ .kind = d->kind,
                          .operation = d->operation,
                          .in = d->in,
                          .name = sv_arena_strdup(&ts->arena, d->name),
                          .pointer = sv_arena_strdup(&ts->arena, d->pointer),
                          .keyword = sv_arena_strdup(&ts->arena, d->keyword),
                          .value = sv_arena_strdup(&ts->arena, d->value),
                          .where = d->where };
  t->secured = sv_trial_is_secured(ts, d->operation, &bearer);
  t->anonymous = d->kind == SV_TRIAL_NO_TOKEN || d->kind == SV_TRIAL_BAD_TOKEN;
  write_method(ts, d, t);
  if (!t->method || !write_target(ts, d, s, t) || !write_headers(ts, d, s, t))
    return NULL;
  if (d->kind != SV_TRIAL_METHOD && !write_body(ts, d, s, t))
    return NULL;
  return holds(ts, d, t) ? t : NULL;
}

void sv_trial_propose(struct sv_trials *ts, const struct sv_trial_draft *d)
{
  struct sv_trial_state *s = sv_trial_state(ts, d->operation);
  struct sv_trial *t = s->draft_count < SV_TRIAL_DRAFTS_MAX ? sv_trial_write(ts, d) : NULL;
  if (t)
    s->drafts[s->draft_count++] = t;
}

bool sv_trial_is_secured(const struct sv_trials *ts, const struct sv_operation *o, bool *bearer)
{
  const struct sv_openapi_node all = sv_openapi_security(ts->api, o->declared);
  bool secured = false;
  *bearer = false;
  for (struct sv_openapi_node e = sv_openapi_first(all); e.doc; e = sv_openapi_next(all, e)) {
    struct sv_openapi_node scheme = sv_openapi_first(e);
    if (!scheme.doc) /* {}: nothing is needed */
      return *bearer = false;
    secured = true;
    for (; scheme.doc; scheme = sv_openapi_next(e, scheme)) {
      const char *name = sv_openapi_name(ts->api, scheme);
      const struct sv_openapi_node n = name ? sv_openapi_scheme(ts->api, name) : SV_OPENAPI_NONE;
      const char *type = sv_openapi_text(ts->api, sv_openapi_get(n, "type"));
      const char *kind = sv_openapi_text(ts->api, sv_openapi_get(n, "scheme"));
      *bearer |= type && (strcmp(type, "oauth2") == 0 || strcmp(type, "openIdConnect") == 0 ||
                          (kind && sv_equal_nocase(kind, "bearer")));
    }
  }
  return secured;
}
