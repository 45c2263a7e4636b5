// SPDX-License-Identifier: Apache-2.0
/* What can be wrong with parameters: one left out, or one with a value that its schema refuses. */
#include "engines/openapi/trial_set.h"

#include "engines/base/ascii.h"
#include "engines/base/idnumber.h"

#include <stdio.h>
#include <string.h>

static json_t *values_of(const struct sv_trial_state *s, enum sv_openapi_in in)
{
  json_t *of = in == SV_OPENAPI_PATH     ? s->path
               : in == SV_OPENAPI_QUERY  ? s->query
               : in == SV_OPENAPI_HEADER ? s->header
               : in == SV_OPENAPI_COOKIE ? s->cookie
                                         : NULL;
  return of ? json_copy(of) : json_object();
}

/* The base request with parameter I of LIKE's operation being VALUE (NULL: left out). */
static void propose(struct sv_trials *ts, size_t i, json_t *value,
                    const struct sv_trial_draft *like)
{
  const struct sv_openapi_parameter *const p = &like->operation->declared->parameters[i];
  json_t *values = values_of(sv_trial_state(ts, like->operation), p->in);
  if (values &&
      (value ? json_object_set(values, p->name, value) : json_object_del(values, p->name)) == 0) {
    struct sv_trial_draft d = *like;
    d.path = p->in == SV_OPENAPI_PATH ? values : NULL;
    d.query = p->in == SV_OPENAPI_QUERY ? values : NULL;
    d.header = p->in == SV_OPENAPI_HEADER ? values : NULL;
    d.cookie = p->in == SV_OPENAPI_COOKIE ? values : NULL;
    d.in = p->in;
    d.name = p->name;
    d.value = value ? sv_trial_show(ts, value) : NULL;
    sv_trial_propose(ts, &d);
  }
  json_decref(values);
}

static bool is_ours(const struct sv_openapi_parameter *p)
{
  return p->in == SV_OPENAPI_PATH || p->in == SV_OPENAPI_QUERY || p->in == SV_OPENAPI_COOKIE ||
         (p->in == SV_OPENAPI_HEADER && !sv_equal_nocase(p->name, "Accept") &&
          !sv_equal_nocase(p->name, "Content-Type") && !sv_equal_nocase(p->name, "Authorization"));
}

/* An identifier of the form of KNOWN that names nothing: the form is the schema's, and where it is
 * an organisation number, one that was never given. NULL: none was found. */
static json_t *unknown_id(struct sv_trials *ts, struct sv_openapi_node schema, const json_t *known)
{
  const char *format = sv_openapi_text(ts->api, sv_value_keyword(ts->api, schema, "format"));
  const char *text = json_string_value(known);
  double most = 999999999;
  if (sv_value_keyword(ts->api, schema, "enum").doc)
    return NULL;
  if (format && strcmp(format, "uuid") == 0)
    return json_string("00000000-0000-4000-8000-000000000000");
  if (text && sv_orgnr_valid(text)) {
    char number[10];
    for (unsigned n = 100000000; n < 100000100; n++) {
      (void)snprintf(number, sizeof number, "%u", n);
      if (sv_orgnr_valid(number))
        return json_string(number);
    }
  }
  const unsigned types = sv_style_types(ts->api, schema);
  if (!(types & 1u << SV_TYPE_IS_STRING)) {
    json_t *made = sv_value_make(ts->api, schema, SV_VALUE_MOST);
    if (json_is_integer(made))
      return made;
    json_decref(made);
    return json_integer((json_int_t)most);
  }
  if (sv_value_keyword(ts->api, schema, "pattern").doc)
    return sv_value_make(ts->api, schema, SV_VALUE_LEAST);
  return format ? NULL : json_string("samsvar-none");
}

/* The last path parameter of O with an identifier that names nothing. */
static void propose_unknown(struct sv_trials *ts, const struct sv_operation *o)
{
  const struct sv_openapi_parameter *const list = o->declared->parameters;
  const char *last = NULL;
  for (size_t i = 0; i < o->part_count; i++)
    last = o->parts[i].is_name ? o->parts[i].text : last;
  for (size_t i = 0; last && i < o->declared->parameter_count; i++) {
    const size_t size = strlen(list[i].name);
    if (list[i].in != SV_OPENAPI_PATH || strncmp(last, list[i].name, size) != 0 ||
        (last[size] && last[size] != '}'))
      continue;
    const json_t *known = json_object_get(sv_trial_state(ts, o)->path, list[i].name);
    json_t *value = unknown_id(ts, o->styles[i].schema, known);
    if (value && !json_equal(value, known))
      propose(ts, i, value,
              &(struct sv_trial_draft){
                  .kind = SV_TRIAL_UNKNOWN_ID, .operation = o, .where = list[i].node });
    json_decref(value);
    return;
  }
}

void sv_trial_break_parameters(struct sv_trials *ts, const struct sv_operation *o)
{
  for (size_t i = 0; i < o->declared->parameter_count; i++) {
    const struct sv_openapi_parameter *const p = &o->declared->parameters[i];
    struct sv_value_fault faults[SV_VALUE_FAULTS_MAX];
    if (!is_ours(p) || o->styles[i].kind == SV_STYLE_CONTENT)
      continue;
    if (p->required && p->in != SV_OPENAPI_PATH)
      propose(
          ts, i, NULL,
          &(struct sv_trial_draft){
              .kind = SV_TRIAL_MISSING, .operation = o, .keyword = "required", .where = p->node });
    const size_t count = sv_value_faults(ts->api, o->styles[i].schema, true, faults);
    for (size_t k = 0; k < count; k++) {
      propose(ts, i, faults[k].value,
              &(struct sv_trial_draft){ .kind = sv_trial_kind_of(faults[k].keyword),
                                        .operation = o,
                                        .keyword = faults[k].keyword,
                                        .where = faults[k].where });
      json_decref(faults[k].value);
    }
  }
  propose_unknown(ts, o);
}
