// SPDX-License-Identifier: Apache-2.0
/* All that is tried besides the plain trial: edges of what is declared, what answers led to,
 * faults; and how the operations share what may be sent. */
#include "engines/openapi/trial_set.h"

#include "engines/base/ascii.h"

#include <stdio.h>
#include <string.h>

enum { WIRE_TEXT_MOST = 1000, MEDIA_MAX = 4 };

/* The plain request with the query or header parameter I being VALUE, which is taken. */
static void propose_value(struct sv_trials *ts, const struct sv_operation *o, size_t i,
                          json_t *value, const struct sv_trial_draft *like)
{
  const struct sv_trial_state *s = sv_trial_state(ts, o);
  const struct sv_openapi_parameter *const p = &o->declared->parameters[i];
  const json_t *base = p->in == SV_OPENAPI_QUERY ? s->query : s->header;
  json_t *values = base ? json_copy((json_t *)(uintptr_t)base) : json_object();
  if (value && values && !json_equal(json_object_get(base, p->name), value) &&
      json_string_length(value) <= WIRE_TEXT_MOST && json_object_set(values, p->name, value) == 0) {
    struct sv_trial_draft d = *like;
    d.operation = o;
    d.query = p->in == SV_OPENAPI_QUERY ? values : NULL;
    d.header = p->in == SV_OPENAPI_HEADER ? values : NULL;
    d.in = p->in;
    d.name = p->name;
    d.value = sv_trial_show(ts, value);
    sv_trial_propose(ts, &d);
  }
  json_decref(values);
  json_decref(value);
}

/* The bounds of parameter I. What a pattern or a format governs is left to examples: not all that
 * they let through is right. */
static void propose_edges(struct sv_trials *ts, const struct sv_operation *o, size_t i)
{
  static const struct {
    const char *low, *high;
  } pairs[] = { { "minimum", "maximum" },
                { "exclusiveMinimum", "exclusiveMaximum" },
                { "minLength", "maxLength" } };
  const struct sv_openapi_node schema = o->styles[i].schema;
  struct sv_trial_draft d = { .kind = SV_TRIAL_BOUNDARY };
  json_t *first, *last;
  if (sv_value_ends(ts->api, schema, &first, &last)) {
    d.keyword = "enum";
    d.where = sv_value_keyword(ts->api, schema, "enum");
    const bool one = json_equal(first, last);
    propose_value(ts, o, i, first, &d);
    if (one)
      json_decref(last);
    else
      propose_value(ts, o, i, last, &d);
    return;
  }
  if (sv_value_keyword(ts->api, schema, "pattern").doc)
    return;
  const char *format = sv_openapi_text(ts->api, sv_value_keyword(ts->api, schema, "format"));
  const bool texts = (sv_style_types(ts->api, schema) & 1u << SV_TYPE_IS_STRING) != 0;
  for (size_t k = 0; k < sizeof pairs / sizeof pairs[0] && !(texts && format); k++) {
    d.keyword = pairs[k].low;
    d.where = sv_value_keyword(ts->api, schema, d.keyword);
    if (d.where.doc)
      propose_value(ts, o, i, sv_value_make(ts->api, schema, SV_VALUE_LEAST), &d);
    d.keyword = pairs[k].high;
    d.where = sv_value_keyword(ts->api, schema, d.keyword);
    if (d.where.doc)
      propose_value(ts, o, i, sv_value_make(ts->api, schema, SV_VALUE_MOST), &d);
  }
}

static void propose_parameters(struct sv_trials *ts, const struct sv_operation *o)
{
  for (size_t i = 0; i < o->declared->parameter_count; i++) {
    const struct sv_openapi_parameter *const p = &o->declared->parameters[i];
    const bool ours =
        p->in == SV_OPENAPI_QUERY ||
        (p->in == SV_OPENAPI_HEADER && !sv_equal_nocase(p->name, "Authorization") &&
         !sv_equal_nocase(p->name, "Accept") && !sv_equal_nocase(p->name, "Content-Type") &&
         !sv_starts_with(p->name, "If-"));
    if (!ours || o->styles[i].kind == SV_STYLE_CONTENT)
      continue;
    json_t *given = sv_value_given(ts->api, p->node, SV_OPENAPI_NONE);
    if (!given)
      given = sv_value_given(ts->api, SV_OPENAPI_NONE, o->styles[i].schema);
    const bool of_enum = sv_value_keyword(ts->api, o->styles[i].schema, "enum").doc != NULL;
    if (!of_enum)
      propose_value(ts, o, i, json_incref(given),
                    &(struct sv_trial_draft){ .kind = SV_TRIAL_EXAMPLE, .where = p->node });
    json_decref(given);
    propose_edges(ts, o, i);
  }
}

/* What an answer led to in place of the path's examples. */
static void propose_linked(struct sv_trials *ts, const struct sv_operation *o)
{
  const struct sv_trial_state *s = sv_trial_state(ts, o);
  json_t *path = s->path ? json_copy(s->path) : NULL;
  const char *name = NULL;
  for (size_t i = 0; path && i < o->declared->parameter_count; i++) {
    const struct sv_openapi_parameter *const p = &o->declared->parameters[i];
    const json_t *own = json_object_get(path, p->name);
    char number[32];
    (void)snprintf(number, sizeof number, "%lld", (long long)json_integer_value(own));
    const char *now = json_is_integer(own) ? number : json_string_value(own);
    const char *text = p->in == SV_OPENAPI_PATH ? sv_trial_known(ts, o, p, false, now) : NULL;
    json_t *value = text ? sv_trial_value(ts, o->styles[i].schema, text) : NULL;
    if (value && !json_equal(value, json_object_get(path, p->name)) &&
        json_object_set(path, p->name, value) == 0)
      name = p->name;
    json_decref(value);
  }
  if (name) {
    const struct sv_trial_draft d = { .kind = SV_TRIAL_LINKED,
                                      .operation = o,
                                      .path = path,
                                      .in = SV_OPENAPI_PATH,
                                      .name = name,
                                      .value = sv_trial_show(ts, json_object_get(path, name)),
                                      .where = o->declared->node };
    sv_trial_propose(ts, &d);
  }
  json_decref(path);
}

/* The media types of a good answer but the first, and one that no operation has. */
static void propose_media(struct sv_trials *ts, const struct sv_operation *o)
{
  size_t asked = 0;
  bool declared = false;
  for (size_t i = 0; i < o->response_count; i++) {
    const struct sv_openapi_response *r = &o->responses[i];
    if (r->status[0] != '2')
      continue;
    for (size_t k = 0; k < r->media_count; k++) {
      declared = true;
      if (k == 0 || strchr(r->media[k].type, '*') || asked++ >= MEDIA_MAX)
        continue;
      sv_trial_propose(ts, &(struct sv_trial_draft){ .kind = SV_TRIAL_MEDIA,
                                                     .operation = o,
                                                     .accept = r->media[k].type,
                                                     .in = SV_OPENAPI_NOWHERE,
                                                     .value = r->media[k].type,
                                                     .where = r->media[k].node });
    }
  }
  if (declared)
    sv_trial_propose(ts, &(struct sv_trial_draft){ .kind = SV_TRIAL_NOT_ACCEPTABLE,
                                                   .operation = o,
                                                   .accept = "application/x-samsvar",
                                                   .in = SV_OPENAPI_NOWHERE,
                                                   .where = o->declared->node });
}

static void propose_tokens(struct sv_trials *ts, const struct sv_operation *o)
{
  bool bearer;
  if (!sv_trial_is_secured(ts, o, &bearer))
    return;
  struct sv_trial_draft d = {
    .kind = SV_TRIAL_NO_TOKEN, .operation = o, .in = SV_OPENAPI_NOWHERE, .where = o->declared->node
  };
  sv_trial_propose(ts, &d);
  d.kind = SV_TRIAL_BAD_TOKEN;
  d.authorization = "Bearer samsvar";
  if (bearer)
    sv_trial_propose(ts, &d);
}

/* Methods that the path of O does not declare; told at the first operation of the path. */
static void propose_methods(struct sv_trials *ts, const struct sv_operation *o)
{
  static const char *const methods[] = { "GET", "PUT", "POST", "DELETE", "PATCH" };
  for (size_t i = 0; i < o->number; i++) {
    const struct sv_operation *before = sv_operations_at(ts->operations, i);
    if (strcmp(before->declared->path, o->declared->path) == 0 && sv_trials_concern(ts, before))
      return;
  }
  for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++)
    if (i == 0 || ts->o.writes)
      sv_trial_propose(ts, &(struct sv_trial_draft){ .kind = SV_TRIAL_METHOD,
                                                     .operation = o,
                                                     .method = methods[i],
                                                     .in = SV_OPENAPI_NOWHERE,
                                                     .value = methods[i],
                                                     .where = o->declared->item });
}

/* The K-th draft of each kind before the (K+1)-th of any: whatever is left out in the end,
 * something of each kind stays. Equal ones keep their order. */
static void mix(struct sv_trial_state *s)
{
  struct sv_trial *sorted[SV_TRIAL_DRAFTS_MAX];
  size_t n = 0;
  for (size_t rank = 0; n < s->draft_count && rank < SV_TRIAL_DRAFTS_MAX; rank++) {
    size_t seen[SV_TRIAL_KINDS] = { 0 };
    for (size_t i = 0; i < s->draft_count; i++)
      if (seen[s->drafts[i]->kind]++ == rank)
        sorted[n++] = s->drafts[i];
  }
  memcpy(s->drafts, sorted, n * sizeof *sorted);
}

static bool is_twin(const struct sv_trial *a, const struct sv_trial *b)
{
  if (strcmp(a->method, b->method) != 0 || strcmp(a->target, b->target) != 0 ||
      a->anonymous != b->anonymous || a->body_size != b->body_size ||
      (a->body && memcmp(a->body, b->body, a->body_size) != 0))
    return false;
  size_t i = 0;
  while (a->headers[i] && b->headers[i] && strcmp(a->headers[i], b->headers[i]) == 0)
    i++;
  return !a->headers[i] && !b->headers[i];
}

/* Drops drafts that are the same request as an earlier one or the plain one. */
static void drop_twins(struct sv_trial_state *s)
{
  size_t n = 0;
  for (size_t i = 0; i < s->draft_count; i++) {
    bool twin = s->plain && is_twin(s->plain, s->drafts[i]);
    for (size_t k = 0; k < n && !twin; k++)
      twin = is_twin(s->drafts[k], s->drafts[i]);
    if (!twin)
      s->drafts[n++] = s->drafts[i];
  }
  s->draft_count = n;
}

static void propose_all(struct sv_trials *ts, const struct sv_operation *o)
{
  struct sv_trial_state *s = sv_trial_state(ts, o);
  if (!sv_trials_plain(ts, o, NULL))
    return;
  propose_linked(ts, o);
  propose_tokens(ts, o);
  propose_parameters(ts, o);
  propose_media(ts, o);
  sv_trial_break_parameters(ts, o);
  sv_trial_break_body(ts, o);
  propose_methods(ts, o);
  drop_twins(s);
  mix(s);
  /* What is on its way out is worth fewer requests. */
  const size_t most = o->deprecated ? ts->o.variants / 2 : ts->o.variants;
  s->draft_count = s->draft_count < most ? s->draft_count : most;
}

void sv_trials_vary(struct sv_trials *ts, size_t *left_out)
{
  const size_t count = sv_operations_count(ts->operations);
  for (size_t i = 0; i < count; i++)
    if (sv_trials_concern(ts, sv_operations_at(ts->operations, i)))
      propose_all(ts, sv_operations_at(ts->operations, i));
  bool more = true;
  for (size_t turn = 0; more && turn < ts->o.variants; turn++) {
    more = false;
    for (size_t k = 0; k < count; k++) {
      /* Who comes first when not all get their turn is the seed's. */
      struct sv_trial_state *s = &ts->states[(k + ts->o.seed) % count];
      if (s->taken < s->draft_count && sv_trial_add(ts, s->drafts[s->taken]))
        s->taken++;
      more |= s->taken < s->draft_count;
    }
  }
  *left_out = 0;
  for (size_t i = 0; i < count; i++)
    *left_out += ts->states[i].draft_count - ts->states[i].taken;
}
