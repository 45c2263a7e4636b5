// SPDX-License-Identifier: Apache-2.0
/* The content of a request: what is taken as right, and what can be wrong with it. */
#include "engines/openapi/trial_set.h"

#include <string.h>

enum { MEMBERS_MAX = 12, POINTER_MAX = 300 };

bool sv_trial_body(struct sv_trials *ts, const struct sv_operation *o, struct sv_trial_state *s)
{
  static const enum sv_value_wish wishes[] = { SV_VALUE_SAMPLE, SV_VALUE_LEAST, SV_VALUE_MOST };
  if (s->body || !o->body.node.doc || o->body.media_count == 0)
    return true;
  const struct sv_openapi_media *media = sv_trial_writable(&o->body);
  if (!media)
    return !o->body.required;
  json_t *value = sv_value_given(ts->api, media->node, media->schema);
  bool valid = false;
  s->given &= value != NULL;
  for (size_t i = 0; i <= sizeof wishes / sizeof wishes[0]; i++) {
    struct sv_error err = { .line = 0 };
    sv_exchange_clear(ts->judge);
    if (value && media->schema.doc &&
        sv_exchange_value(ts->judge, media->schema, value, true, &valid, &err) != SV_OK)
      valid = false;
    if (value && (valid || !media->schema.doc) &&
        (i == 0 || sv_trial_is_makeable(ts, media, value)))
      break;
    json_decref(value);
    value = NULL;
    s->given = false;
    if (i < sizeof wishes / sizeof wishes[0])
      value = sv_value_make(ts->api, media->schema, wishes[i]);
  }
  s->body = value;
  s->media = media;
  return value != NULL;
}

/* The base content with the member NAME being VALUE (NULL: left out). */
static void propose_member(struct sv_trials *ts, const struct sv_operation *o, const char *name,
                           json_t *value, const struct sv_trial_draft *like)
{
  const struct sv_trial_state *s = sv_trial_state(ts, o);
  char pointer[POINTER_MAX];
  size_t n = 0;
  pointer[n++] = '/';
  for (const char *p = name; *p && n + 3 < sizeof pointer; p++) {
    if (*p == '~' || *p == '/') {
      pointer[n++] = '~';
      pointer[n++] = *p == '~' ? '0' : '1';
    } else {
      pointer[n++] = *p;
    }
  }
  pointer[n] = '\0';
  json_t *body = json_copy(s->body);
  if (body && (value ? json_object_set(body, name, value) : json_object_del(body, name)) == 0) {
    struct sv_trial_draft d = *like;
    d.operation = o;
    d.body = body;
    d.in = SV_OPENAPI_BODY;
    d.name = name;
    d.pointer = pointer;
    d.value = value ? sv_trial_show(ts, value) : NULL;
    sv_trial_propose(ts, &d);
  }
  json_decref(body);
}

/* Members that are there, one at a time: left out, then each with the faults of its schema. */
static void break_members(struct sv_trials *ts, const struct sv_operation *o)
{
  const struct sv_trial_state *s = sv_trial_state(ts, o);
  const bool json = strstr(s->media->type, "json") != NULL; /* else all is text */
  const char *name;
  json_t *member;
  size_t members = 0;
  json_object_foreach(s->body, name, member)
  {
    struct sv_value_fault faults[SV_VALUE_FAULTS_MAX];
    const struct sv_openapi_node schema = sv_style_part(ts->api, s->media->schema, name);
    if (members++ >= MEMBERS_MAX)
      return;
    /* Leaving out a member that may be left out is no fault: the judge sorts that out. */
    propose_member(ts, o, name, NULL,
                   &(struct sv_trial_draft){ .kind = SV_TRIAL_MISSING,
                                             .keyword = "required",
                                             .where = s->media->schema });
    const size_t count = sv_value_faults(ts->api, schema, !json, faults);
    for (size_t i = 0; i < count; i++) {
      propose_member(ts, o, name, faults[i].value,
                     &(struct sv_trial_draft){ .kind = sv_trial_kind_of(faults[i].keyword),
                                               .keyword = faults[i].keyword,
                                               .where = faults[i].where });
      json_decref(faults[i].value);
    }
  }
}

/* The content as a whole. */
static void break_whole(struct sv_trials *ts, const struct sv_operation *o)
{
  const struct sv_trial_state *s = sv_trial_state(ts, o);
  const bool json = strstr(s->media->type, "json") != NULL;
  const bool parts = sv_trial_is_parts(s->media);
  struct sv_trial_draft d = { .kind = SV_TRIAL_NO_BODY,
                              .operation = o,
                              .without_body = true,
                              .in = SV_OPENAPI_BODY,
                              .where = o->body.node };
  if (o->body.required)
    sv_trial_propose(ts, &d);
  d.without_body = false;
  d.kind = SV_TRIAL_MALFORMED;
  d.text = parts ? "--samsvar\r\nContent-Disposition: form-data; name=\"samsvar\"\r\n\r\nsamsvar"
                 : "{\"samsvar\":";
  d.content_type = parts ? "multipart/form-data; boundary=samsvar" : NULL; /* that has no end */
  if (json || parts)
    sv_trial_propose(ts, &d);
  d.kind = SV_TRIAL_MEDIA_TYPE;
  d.text = "samsvar";
  d.content_type = SV_TRIAL_ODD_TYPE;
  sv_trial_propose(ts, &d);
}

/* Parts whose encoding names media types, one at a time with another. A part of plain text is what
 * every form field is (RFC 7578 4.4): services seldom look at what that says to be. */
static void break_part_types(struct sv_trials *ts, const struct sv_operation *o)
{
  const struct sv_trial_state *s = sv_trial_state(ts, o);
  const struct sv_openapi_node encoding = sv_openapi_get(s->media->node, "encoding");
  const char *name;
  json_t *member;
  size_t members = 0;
  json_object_foreach(s->body, name, member)
  {
    const struct sv_openapi_node own = sv_openapi_get(encoding, name);
    const struct sv_openapi_node listed = sv_openapi_get(own, "contentType");
    const char *types = listed.doc ? sv_openapi_text(ts->api, listed) : NULL;
    if (members++ >= MEMBERS_MAX)
      return;
    if (json_is_array(member) || !types || strcmp(types, "text/plain") == 0)
      continue;
    const struct sv_trial_draft d = { .kind = SV_TRIAL_MEDIA_TYPE,
                                      .operation = o,
                                      .in = SV_OPENAPI_BODY,
                                      .name = name,
                                      .value = SV_TRIAL_ODD_TYPE,
                                      .odd_part = name,
                                      .where = own };
    sv_trial_propose(ts, &d);
  }
}

void sv_trial_break_body(struct sv_trials *ts, const struct sv_operation *o)
{
  const struct sv_trial_state *s = sv_trial_state(ts, o);
  json_t *yes = json_true();
  if (!s->body || !s->media)
    return;
  break_whole(ts, o);
  if (sv_trial_is_parts(s->media))
    break_part_types(ts, o);
  if (json_is_object(s->body) && s->media->schema.doc) {
    break_members(ts, o);
    propose_member(ts, o, "samsvar", yes,
                   &(struct sv_trial_draft){ .kind = SV_TRIAL_UNKNOWN_MEMBER,
                                             .keyword = "additionalProperties",
                                             .where = s->media->schema });
  }
}
