// SPDX-License-Identifier: Apache-2.0
/* The set of trials: what is required of an operation, and the plain trial with it. */
#include "engines/openapi/trial_set.h"

#include "engines/base/ascii.h"

#include <stdlib.h>
#include <string.h>

#define ARENA_MAX ((size_t)64 << 20)
enum { MOST = 300, VARIANTS = 32, OWN_MAX = 4000 };

static const char *const names[SV_TRIAL_KINDS] = {
  [SV_TRIAL_PLAIN] = "plain",
  [SV_TRIAL_EXAMPLE] = "example",
  [SV_TRIAL_BOUNDARY] = "boundary",
  [SV_TRIAL_MEDIA] = "media",
  [SV_TRIAL_LINKED] = "linked",
  [SV_TRIAL_MISSING] = "missing",
  [SV_TRIAL_TYPE] = "type",
  [SV_TRIAL_ENUM] = "enum",
  [SV_TRIAL_RANGE] = "range",
  [SV_TRIAL_LENGTH] = "length",
  [SV_TRIAL_FORMAT] = "format",
  [SV_TRIAL_PATTERN] = "pattern",
  [SV_TRIAL_UNKNOWN_MEMBER] = "unknown-member",
  [SV_TRIAL_NO_BODY] = "no-body",
  [SV_TRIAL_MALFORMED] = "malformed",
  [SV_TRIAL_MEDIA_TYPE] = "media-type",
  [SV_TRIAL_NOT_ACCEPTABLE] = "not-acceptable",
  [SV_TRIAL_METHOD] = "method",
  [SV_TRIAL_NO_TOKEN] = "no-token",
  [SV_TRIAL_BAD_TOKEN] = "bad-token",
  [SV_TRIAL_UNKNOWN_ID] = "unknown-id",
};

const char *sv_trial_kind_name(enum sv_trial_kind kind)
{
  return (size_t)kind < SV_TRIAL_KINDS ? names[kind] : "";
}

enum sv_trial_kind sv_trial_kind_of(const char *keyword)
{
  static const struct {
    const char *keyword;
    enum sv_trial_kind kind;
  } kinds[] = {
    { "type", SV_TRIAL_TYPE },        { "enum", SV_TRIAL_ENUM },
    { "minLength", SV_TRIAL_LENGTH }, { "maxLength", SV_TRIAL_LENGTH },
    { "pattern", SV_TRIAL_PATTERN },  { "format", SV_TRIAL_FORMAT },
  };
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
    if (strcmp(kinds[i].keyword, keyword) == 0)
      return kinds[i].kind;
  return SV_TRIAL_RANGE;
}

struct sv_trials *sv_trials_new(const struct sv_operations *t, const struct sv_trial_options *o)
{
  struct sv_trials *ts = calloc(1, sizeof *ts);
  if (!ts)
    return NULL;
  ts->operations = t;
  ts->api = sv_operations_api(t);
  ts->o = *o;
  ts->o.most = o->most ? o->most : MOST;
  ts->o.variants = o->variants ? o->variants : VARIANTS;
  if (ts->o.variants > SV_TRIAL_DRAFTS_MAX)
    ts->o.variants = SV_TRIAL_DRAFTS_MAX;
  ts->arena = SV_ARENA(ARENA_MAX);
  ts->judge = sv_exchange_new(t);
  ts->states = calloc(sv_operations_count(t) + 1, sizeof *ts->states);
  if (ts->judge && ts->states)
    return ts;
  sv_trials_free(ts);
  return NULL;
}

void sv_trials_free(struct sv_trials *ts)
{
  if (!ts)
    return;
  for (size_t i = 0; ts->states && i < sv_operations_count(ts->operations); i++) {
    json_decref(ts->states[i].path);
    json_decref(ts->states[i].query);
    json_decref(ts->states[i].header);
    json_decref(ts->states[i].cookie);
    json_decref(ts->states[i].body);
  }
  free(ts->states);
  free(ts->list);
  free(ts->known);
  sv_exchange_free(ts->judge);
  sv_arena_free(&ts->arena);
  free(ts);
}

struct sv_trial_state *sv_trial_state(const struct sv_trials *ts, const struct sv_operation *o)
{
  return &ts->states[o->number];
}

size_t sv_trials_count(const struct sv_trials *ts)
{
  return ts->count;
}

const struct sv_trial *sv_trials_at(const struct sv_trials *ts, size_t i)
{
  return i < ts->count ? ts->list[i] : NULL;
}

bool sv_trials_concern(const struct sv_trials *ts, const struct sv_operation *o)
{
  const char *method = o->declared->method;
  const bool safe = sv_equal_nocase(method, "get") || sv_equal_nocase(method, "head");
  return (safe || (ts->o.writes && !sv_equal_nocase(method, "trace"))) &&
         (!ts->o.concerns || ts->o.concerns(o, ts->o.closure));
}

bool sv_trial_add(struct sv_trials *ts, struct sv_trial *t)
{
  if (ts->count - ts->own >= ts->o.most)
    return false;
  if (ts->count == ts->room) {
    const size_t room = ts->room ? ts->room * 2 : 64;
    struct sv_trial **more = realloc(ts->list, room * sizeof *more);
    if (!more)
      return false;
    ts->list = more;
    ts->room = room;
  }
  t->number = ts->count;
  ts->list[ts->count++] = t;
  return true;
}

/* Where an API key goes in the query is the runner's business, not ours: nothing to fill in. */
static json_t **place_of(struct sv_trial_state *s, enum sv_openapi_in in)
{
  switch (in) {
  case SV_OPENAPI_PATH:
    return &s->path;
  case SV_OPENAPI_QUERY:
  case SV_OPENAPI_QUERYSTRING:
    return &s->query;
  case SV_OPENAPI_HEADER:
    return &s->header;
  case SV_OPENAPI_COOKIE:
    return &s->cookie;
  default:
    return NULL;
  }
}

json_t *sv_trial_value(struct sv_trials *ts, struct sv_openapi_node n, const char *text)
{
  return sv_style_scalar(n.doc ? sv_style_types(ts->api, n) : 1u << SV_TYPE_IS_STRING, text,
                         strlen(text));
}

/* A value for the required parameter I of O: what the owner said, what the document gives, what was
 * seen, and what the schema lets through where no more than the schema decides; *GIVEN stays when
 * it is the document's. New reference or NULL. */
static json_t *required_value(struct sv_trials *ts, const struct sv_operation *o, size_t i,
                              bool *given)
{
  const struct sv_openapi_parameter *const p = &o->declared->parameters[i];
  const struct sv_openapi_node schema = o->styles[i].schema;
  const char *text = sv_trial_known(ts, o, p, true, NULL);
  if (text) {
    *given = false;
    return sv_trial_value(ts, schema, text);
  }
  json_t *value = sv_value_given(ts->api, p->node, schema);
  if (value)
    return value;
  *given = false;
  text = sv_trial_known(ts, o, p, false, NULL);
  if (text)
    return sv_trial_value(ts, schema, text);
  /* An identifier has to name something, and a pattern seldom says all of what is right. */
  if (p->in == SV_OPENAPI_PATH || sv_value_keyword(ts->api, schema, "pattern").doc)
    return NULL;
  return sv_value_make(ts->api, schema, SV_VALUE_LEAST);
}

/* Fills S with what O requires; false with *LACKS when something is not known. */
static bool fill(struct sv_trials *ts, const struct sv_operation *o, struct sv_trial_state *s,
                 const char **lacks)
{
  s->given = true;
  size_t values = 0;
  for (size_t i = 0; i < o->declared->parameter_count; i++) {
    const struct sv_openapi_parameter *const p = &o->declared->parameters[i];
    json_t **place = place_of(s, p->in);
    if (!place || (!p->required && p->in != SV_OPENAPI_PATH) ||
        (p->in == SV_OPENAPI_HEADER &&
         (sv_equal_nocase(p->name, "Accept") || sv_equal_nocase(p->name, "Content-Type") ||
          sv_equal_nocase(p->name, "Authorization"))))
      continue;
    if (*place && json_object_get(*place, p->name))
      continue;
    json_t *value = required_value(ts, o, i, &s->given);
    if (!*place)
      *place = json_object();
    if (!value || !*place || json_object_set_new(*place, p->name, value) != 0) {
      *lacks = p->name;
      return false;
    }
    values++;
  }
  if (!sv_trial_body(ts, o, s)) {
    *lacks = "body";
    return false;
  }
  s->given &= values > 0 || s->body;
  return true;
}

/* Why no request could be written: a name in the path that no parameter is declared for, else an example that its own
 * schema refuses. */
static const char *what_lacks(struct sv_trials *ts, const struct sv_operation *o, const struct sv_trial_state *s)
{
  const char *open = strchr(o->declared->path, '{');
  for (; open; open = strchr(open + 1, '{')) {
    const size_t n = strcspn(open + 1, "}");
    const char *name = sv_arena_copy(&ts->arena, open + 1, n);
    if (name && !json_object_get(s->path, name))
      return name;
  }
  return s->path ? json_object_iter_key(json_object_iter(s->path)) : "body";
}

const struct sv_trial *sv_trials_plain(struct sv_trials *ts, const struct sv_operation *o,
                                       const char **lacks)
{
  struct sv_trial_state *s = sv_trial_state(ts, o);
  const char *ignored;
  if (!lacks)
    lacks = &ignored;
  *lacks = "";
  if (s->plain)
    return s->plain;
  if (!sv_trials_concern(ts, o) || !fill(ts, o, s, lacks))
    return NULL;
  const struct sv_trial_draft d = { .kind = s->given ? SV_TRIAL_EXAMPLE : SV_TRIAL_PLAIN,
                                    .operation = o,
                                    .in = SV_OPENAPI_NOWHERE,
                                    .where = o->declared->node };
  struct sv_trial *t = sv_trial_write(ts, &d);
  if (!t)
    *lacks = what_lacks(ts, o, s);
  if (t && sv_trial_add(ts, t))
    s->plain = t;
  return s->plain;
}

const struct sv_trial *sv_trials_own(struct sv_trials *ts, const struct sv_operation *o,
                                     enum sv_trial_kind kind, const char *name, const json_t *path,
                                     const json_t *query)
{
  const struct sv_trial_draft d = { .kind = kind,
                                    .operation = o,
                                    .path = path,
                                    .query = query,
                                    .in = SV_OPENAPI_QUERY,
                                    .name = name,
                                    .unjudged = true,
                                    .where = o->declared->node };
  if (ts->own > OWN_MAX)
    return NULL;
  struct sv_trial *t = sv_trial_write(ts, &d);
  if (!t)
    return NULL;
  ts->own++;
  t->own = true;
  if (sv_trial_add(ts, t))
    return t;
  ts->own--;
  return NULL;
}
