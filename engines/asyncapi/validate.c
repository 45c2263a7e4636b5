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

/* --- schemas, requirements --- */

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
  case AS_EXPRESSION:
  case AS_KEY_IN:
  case AS_HTTP_IN:
    return is(a, v, SV_DOC_STRING);
  case AS_NULLABLE:
    return is(a, v, SV_DOC_STRING) || is(a, v, SV_DOC_NULL);
  case AS_BOOLEAN:
    return is_boolean(a, v);
  case AS_WORDS:
  case AS_LIST:
    return is(a, v, SV_DOC_ARRAY);
  case AS_MAP:
  case AS_TEXTS:
    return is(a, v, SV_DOC_OBJECT);
  case AS_ONE:
  case AS_FREE:
    break;
  }
  return true;
}

/* $message.header# or $message.payload#, and a JSON Pointer (AsyncAPI 2.6.0 and 3.0.0, Runtime
 * Expression). */
static bool is_expression(const char *text, size_t size)
{
  static const char *const starts[] = { "$message.header#", "$message.payload#" };
  for (size_t i = 0; i < 2; i++) {
    const size_t n = strlen(starts[i]);
    if (size < n || memcmp(text, starts[i], n) != 0)
      continue;
    if (size > n && text[n] != '/')
      return false;
    for (size_t k = n; k < size; k++)
      if (text[k] == '~' && (k + 1 == size || (text[k + 1] != '0' && text[k + 1] != '1')))
        return false;
    return true;
  }
  return false;
}

/* A text that is one of few, or has a form. */
static void judge_text(struct sv_asyncapi *a, const struct sv_asyncapi_member *m, sv_value v)
{
  static const char *const key[] = { "user", "password", NULL };
  static const char *const http[] = { "header", "query", "cookie", NULL };
  const char *const *words = m->shape == AS_KEY_IN ? key : m->shape == AS_HTTP_IN ? http : NULL;
  size_t size;
  const char *text = as_text(a, v, &size);
  if (m->shape == AS_EXPRESSION && !is_expression(text, size))
    say(a, "expression", N_("{name} must be an expression such as $message.header#/correlationId."),
        m->name, v);
  bool known = !words;
  for (size_t i = 0; words && words[i] && !known; i++)
    known = as_is_text(a, v, words[i]);
  if (!known)
    say(a, "enum", N_("{name} has a value that AsyncAPI does not know."), m->name, v);
}

static enum sv_status judge_member(struct sv_asyncapi *a, const struct sv_asyncapi_member *m,
                                   sv_value v, unsigned depth)
{
  if (!has_shape(a, m->shape, v)) {
    say(a, "type", N_("{name} is not of the type that it must have."), m->name, v);
    return SV_OK;
  }
  const bool of_texts = m->shape == AS_WORDS || m->shape == AS_TEXTS;
  if (m->shape > AS_NULLABLE)
    judge_text(a, m, v);
  if (m->shape == AS_ONE)
    return judge(a, m->kind, v, depth + 1);
  for (sv_value e = of_texts || m->shape == AS_MAP || m->shape == AS_LIST ? sv_doc_first(a->doc, v)
                                                                          : SV_DOC_NONE;
       e != SV_DOC_NONE; e = sv_doc_next(a->doc, v, e)) {
    if (of_texts && !is(a, e, SV_DOC_STRING))
      say(a, "type", N_("{name} is not of the type that it must have."), m->name, e);
    else if (!of_texts)
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

static void say_unknown(struct sv_asyncapi *a, sv_value member)
{
  size_t size;
  const char *name = as_text(a, sv_doc_key(a->doc, member), &size);
  const char *copy = name ? sv_arena_copy(&a->arena, name, size > 80 ? 80 : size) : NULL;
  say(a, "unknown-member", N_("The member {name} is not one of AsyncAPI's."), copy ? copy : "",
      member);
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
    else if (name && !(size >= 2 && name[0] == 'x' && name[1] == '-'))
      say_unknown(a, m);
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

/* bearerFormat is for bearer tokens; names of schemes have no case (RFC 9110 11.1). */
static void judge_bearer(struct sv_asyncapi *a, sv_value v)
{
  size_t size;
  const sv_value format = as_get(a, v, "bearerFormat");
  const char *scheme = as_text(a, as_get(a, v, "scheme"), &size);
  if (format != SV_DOC_NONE && scheme && !sv_equal_nocase_n(scheme, size, "bearer"))
    say_unknown(a, format);
}

/* Members by the type of the scheme. */
static enum sv_status judge_scheme(struct sv_asyncapi *a, sv_value v, unsigned depth)
{
  size_t count;
  const struct sv_asyncapi_scheme *s = sv_asyncapi_schemes(a->major, &count);
  const sv_value type = as_get(a, v, "type");
  for (size_t i = 0; type != SV_DOC_NONE && i < count; i++)
    if (as_is_text(a, type, s[i].type) && (a->major > 2 || a->minor >= s[i].since)) {
      judge_bearer(a, v);
      return judge_members(a, &s[i].object, v, depth);
    }
  say(a, "security-scheme", N_("A security scheme has no type that AsyncAPI knows ({name})."),
      "type", type == SV_DOC_NONE ? v : type);
  return SV_OK;
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
  /* 2.6.0, Operation Object: a map with the one name oneOf. */
  for (sv_value m = sv_doc_first(a->doc, v); m != SV_DOC_NONE; m = sv_doc_next(a->doc, v, m))
    if (m != list)
      say_unknown(a, m);
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
    return judge_scheme(a, v, depth);
  if (kind == AS_REQUIREMENT)
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
