// SPDX-License-Identifier: Apache-2.0
/* Whether a document is AsyncAPI: members and their types by the tables, references, schemas. */
#include "engines/asyncapi/kinds.h"
#include "engines/asyncapi/walk.h"

#include "engines/base/ascii.h"

#include <string.h>

#ifndef N_
#define N_(text) text
#endif

enum { DEPTH_MAX = 60 };

static void say(struct sv_asyncapi *a, const char *rule, const char *msgid, const char *name,
                sv_value where)
{
  a->total++;
  if (a->count == SV_ASYNCAPI_FINDINGS_MAX)
    return;
  struct sv_asyncapi_finding *f = &a->findings[a->count++];
  const char *copy = sv_arena_strdup(&a->arena, name);
  *f = (struct sv_asyncapi_finding){
    .rule = rule, .msgid = msgid, .name = copy ? copy : "", .where = where
  };
  sv_doc_position(a->doc, where, &f->line, &f->column);
}

static enum sv_status judge(struct sv_asyncapi *a, enum sv_asyncapi_kind kind, sv_value v,
                            unsigned depth);

static bool is(const struct sv_asyncapi *a, sv_value v, enum sv_doc_type type)
{
  return v != SV_DOC_NONE && sv_doc_type(a->doc, v) == type;
}

static bool is_boolean(const struct sv_asyncapi *a, sv_value v)
{
  return is(a, v, SV_DOC_TRUE) || is(a, v, SV_DOC_FALSE);
}

/* --- schemas, security --- */

static enum sv_status judge_schema(struct sv_asyncapi *a, sv_value v)
{
  const struct sv_schema *schema;
  struct sv_error err = { .text = "" };
  if (!is(a, v, SV_DOC_OBJECT) && !is_boolean(a, v)) {
    say(a, "type", N_("{name} is not of the type that it must have."), "schema", v);
    return SV_OK;
  }
  const enum sv_status status = sv_asyncapi_schema(a, v, &schema, &err);
  if (status == SV_NO_MEMORY || status == SV_LIMIT)
    return status;
  if (status != SV_OK)
    say(a, "schema", N_("A schema cannot be used: {name}."), err.text, v);
  return SV_OK;
}

/* The members that each type of security scheme must have. */
static const struct scheme {
  const char *type, *members[2];
  int since;
} schemes[] = {
  { "userPassword", { NULL }, 0 },
  { "apiKey", { "in" }, 0 },
  { "X509", { NULL }, 0 },
  { "symmetricEncryption", { NULL }, 0 },
  { "asymmetricEncryption", { NULL }, 0 },
  { "httpApiKey", { "name", "in" }, 0 },
  { "http", { "scheme" }, 0 },
  { "oauth2", { "flows" }, 0 },
  { "openIdConnect", { "openIdConnectUrl" }, 0 },
  { "plain", { NULL }, 1 },
  { "scramSha256", { NULL }, 1 },
  { "scramSha512", { NULL }, 1 },
  { "gssapi", { NULL }, 1 },
};

static void judge_scheme(struct sv_asyncapi *a, sv_value v)
{
  const sv_value type = as_get(a, v, "type");
  const struct scheme *found = NULL;
  for (size_t i = 0; i < sizeof schemes / sizeof schemes[0] && !found; i++)
    if (type != SV_DOC_NONE && as_is_text(a, type, schemes[i].type) &&
        (a->major > 2 || a->minor >= schemes[i].since))
      found = &schemes[i];
  if (!found) {
    say(a, "security-scheme", N_("A security scheme has no type that AsyncAPI knows ({name})."),
        "type", type == SV_DOC_NONE ? v : type);
    return;
  }
  for (size_t i = 0; i < 2 && found->members[i]; i++)
    if (as_get(a, v, found->members[i]) == SV_DOC_NONE)
      say(a, "required", N_("The member {name} is missing."), found->members[i], v);
}

/* {"name": ["scope"]} */
static void judge_requirement(struct sv_asyncapi *a, sv_value v)
{
  for (sv_value m = sv_doc_first(a->doc, v); m != SV_DOC_NONE; m = sv_doc_next(a->doc, v, m))
    if (!is(a, m, SV_DOC_ARRAY))
      say(a, "type", N_("{name} is not of the type that it must have."), "security", m);
}

/* --- members --- */

static bool has_shape(const struct sv_asyncapi *a, enum sv_asyncapi_shape shape, sv_value v)
{
  switch (shape) {
  case AS_TEXT:
    return is(a, v, SV_DOC_STRING);
  case AS_NULLABLE:
    return is(a, v, SV_DOC_STRING) || is(a, v, SV_DOC_NULL);
  case AS_BOOLEAN:
    return is_boolean(a, v);
  case AS_WORDS:
  case AS_LIST:
    return is(a, v, SV_DOC_ARRAY);
  case AS_MAP:
    return is(a, v, SV_DOC_OBJECT);
  case AS_ONE:
  case AS_FREE:
    break;
  }
  return true;
}

static enum sv_status judge_member(struct sv_asyncapi *a, const struct sv_asyncapi_member *m,
                                   sv_value v, unsigned depth)
{
  if (!has_shape(a, m->shape, v)) {
    say(a, "type", N_("{name} is not of the type that it must have."), m->name, v);
    return SV_OK;
  }
  if (m->shape == AS_ONE)
    return judge(a, m->kind, v, depth + 1);
  for (sv_value e = m->shape < AS_WORDS || m->shape >= AS_FREE ? SV_DOC_NONE
                                                               : sv_doc_first(a->doc, v);
       e != SV_DOC_NONE; e = sv_doc_next(a->doc, v, e)) {
    if (m->shape == AS_WORDS && !is(a, e, SV_DOC_STRING))
      say(a, "type", N_("{name} is not of the type that it must have."), m->name, e);
    else if (m->shape != AS_WORDS)
      SV_TRY(judge(a, m->kind, e, depth + 1));
  }
  return SV_OK;
}

static const struct sv_asyncapi_member *member_of(const struct sv_asyncapi *a,
                                                  const struct sv_asyncapi_object *o, sv_value key)
{
  for (size_t i = 0; i < o->count; i++)
    if (as_is_text(a, key, o->members[i].name) && (a->major > 2 || o->members[i].since <= a->minor))
      return &o->members[i];
  return NULL;
}

static enum sv_status judge_members(struct sv_asyncapi *a, const struct sv_asyncapi_object *o,
                                    sv_value v, unsigned depth)
{
  for (size_t i = 0; i < o->count; i++)
    if (o->members[i].required && as_get(a, v, o->members[i].name) == SV_DOC_NONE)
      say(a, "required", N_("The member {name} is missing."), o->members[i].name, v);
  for (sv_value m = sv_doc_first(a->doc, v); m != SV_DOC_NONE; m = sv_doc_next(a->doc, v, m)) {
    size_t size;
    const sv_value key = sv_doc_key(a->doc, m);
    const char *name = as_text(a, key, &size);
    const struct sv_asyncapi_member *row = member_of(a, o, key);
    if (row)
      SV_TRY(judge_member(a, row, m, depth));
    else if (name && !(size >= 2 && name[0] == 'x' && name[1] == '-')) {
      const char *copy = sv_arena_copy(&a->arena, name, size > 80 ? 80 : size);
      say(a, "unknown-member", N_("The member {name} is not one of AsyncAPI's."), copy ? copy : "",
          m);
    }
  }
  return SV_OK;
}

/* --- objects --- */

/* V is a reference: within the document it must lead somewhere; what lies outside is not judged. */
static void judge_reference(struct sv_asyncapi *a, sv_value ref)
{
  size_t size;
  const char *text = as_text(a, ref, &size);
  if (!text || size == 0)
    say(a, "reference", N_("A reference is no text that leads anywhere ({name})."), "$ref", ref);
  else if (text[0] == '#' &&
           sv_doc_resolve_pointer(a->doc, SV_DOC_ROOT, text + 1, size - 1) == SV_DOC_NONE) {
    const char *copy = sv_arena_copy(&a->arena, text, size > 200 ? 200 : size);
    say(a, "reference", N_("The reference {name} leads nowhere."), copy ? copy : "", ref);
  }
}

static enum sv_status judge_message(struct sv_asyncapi *a, sv_value v)
{
  const sv_value headers = as_get(a, v, "headers");
  const sv_value payload = sv_asyncapi_payload_of(a, v);
  if (headers != SV_DOC_NONE && as_get(a, headers, "schemaFormat") == SV_DOC_NONE)
    SV_TRY(judge_schema(a, headers));
  return payload == SV_DOC_NONE ? SV_OK : judge_schema(a, payload);
}

static enum sv_status judge_choice(struct sv_asyncapi *a, sv_value v, unsigned depth)
{
  const sv_value list = as_get(a, v, "oneOf");
  if (!is(a, list, SV_DOC_ARRAY))
    return judge(a, AS_MESSAGE, v, depth + 1);
  for (sv_value m = sv_doc_first(a->doc, list); m != SV_DOC_NONE; m = sv_doc_next(a->doc, list, m))
    SV_TRY(judge(a, AS_MESSAGE, m, depth + 1));
  return SV_OK;
}

/* What the tables cannot say. */
static enum sv_status judge_more(struct sv_asyncapi *a, enum sv_asyncapi_kind kind, sv_value v,
                                 unsigned depth)
{
  if (kind == AS_CHOICE)
    return judge_choice(a, v, depth);
  if (kind == AS_MESSAGE)
    return judge_message(a, v);
  if (kind == AS_SCHEME)
    judge_scheme(a, v);
  else if (kind == AS_REQUIREMENT)
    judge_requirement(a, v);
  else if (kind == AS_REFERENCE)
    say(a, "reference", N_("{name} must be a reference."), "$ref", v);
  else if (kind == AS_OPERATION && a->major == 3) {
    const sv_value action = as_get(a, v, "action");
    if (is(a, action, SV_DOC_STRING) && !as_is_text(a, action, "send") &&
        !as_is_text(a, action, "receive"))
      say(a, "enum", N_("{name} has a value that AsyncAPI does not know."), "action", action);
  }
  return SV_OK;
}

static enum sv_status judge(struct sv_asyncapi *a, enum sv_asyncapi_kind kind, sv_value v,
                            unsigned depth)
{
  const struct sv_asyncapi_object *o = &sv_asyncapi_objects(a->major)[kind];
  if (depth > DEPTH_MAX)
    return SV_LIMIT;
  if (kind == AS_SCHEMA)
    return judge_schema(a, v);
  if (!is(a, v, SV_DOC_OBJECT)) {
    say(a, "type", N_("{name} is not of the type that it must have."), "object", v);
    return SV_OK;
  }
  const sv_value ref = o->may_refer ? as_get(a, v, "$ref") : SV_DOC_NONE;
  if (ref != SV_DOC_NONE) {
    judge_reference(a, ref);
    return SV_OK; /* what it leads to is judged where it stands */
  }
  if (o->members)
    SV_TRY(judge_members(a, o, v, depth));
  return judge_more(a, kind, v, depth);
}

enum sv_status sv_asyncapi_validate(struct sv_asyncapi *a, const struct sv_asyncapi_finding **out,
                                    size_t *count, size_t *total, struct sv_error *err)
{
  enum sv_status status = SV_OK;
  a->count = a->total = 0;
  if (a->major == 0)
    say(a, "version", N_("The member {name} does not say a version of AsyncAPI from 2.0.0 on."),
        "asyncapi", SV_DOC_ROOT);
  else
    status = judge(a, AS_ROOT, SV_DOC_ROOT, 0);
  *out = a->findings;
  *count = a->count;
  *total = a->total;
  if (status == SV_LIMIT)
    return sv_fail_limit(err, "asyncapi-depth", N_("the document is nested deeper than is judged"));
  return status == SV_OK ? SV_OK : sv_fail(err, status, N_("memory ran out"));
}
