// SPDX-License-Identifier: Apache-2.0
/* Functions on one operation: what it declares, its parameters, identifiers, tags and examples. */
#include "engines/openapi/rule_national.h"

#include "engines/base/ascii.h"

#include <string.h>

enum { DEPTH_MAX = 16 };

static enum sv_status prepare_declares(struct sv_rules_reader *r, struct sv_rules_value v,
                                       void **out);
static enum sv_status declares(struct sv_rule_call *c);
static enum sv_status prepare_parameters(struct sv_rules_reader *r, struct sv_rules_value v,
                                         void **out);
static enum sv_status path_parameters(struct sv_rule_call *c);
static enum sv_status prepare_examples(struct sv_rules_reader *r, struct sv_rules_value v,
                                       void **out);
static enum sv_status request_examples(struct sv_rule_call *c);
static enum sv_status operation_ids(struct sv_rule_call *c);
static enum sv_status tags_defined(struct sv_rule_call *c);

static const char *const declares_options[] = { "match", "when", NULL };
static const char *const of_options[] = { "of", NULL };

const struct sv_rule_function sv_rule_declares = { "declaresResponse", prepare_declares, declares,
                                                   declares_options };
const struct sv_rule_function sv_rule_path_parameters = { "pathParameters", prepare_parameters,
                                                          path_parameters, of_options };
const struct sv_rule_function sv_rule_request_examples = { "requestExamples", prepare_examples,
                                                           request_examples, of_options };
const struct sv_rule_function sv_rule_operation_ids = { .name = "operationIds",
                                                        .judge = operation_ids };
const struct sv_rule_function sv_rule_tags_defined = { .name = "tagsDefined",
                                                       .judge = tags_defined };

const struct sv_openapi_operation *sv_rule_operation(struct sv_rule_run *run,
                                                     struct sv_openapi_node n)
{
  size_t count;
  const struct sv_openapi_operation *o = sv_openapi_operations(run->api, &count);
  /* They are asked for in the order of the document. */
  for (size_t i = 0; i < count; i++) {
    const size_t k = (run->cursor + i) % count;
    if (o[k].node.doc != n.doc || o[k].node.value != n.value)
      continue;
    run->cursor = k;
    return &o[k];
  }
  return NULL;
}

const char *sv_rule_operation_text(struct sv_rule_run *run, const struct sv_openapi_operation *o)
{
  struct sv_buf text = SV_BUF(4096);
  for (const char *p = o->method; *p; p++)
    (void)sv_buf_addc(&text, *p >= 'a' && *p <= 'z' ? (char)(*p - 32) : *p);
  (void)sv_buf_addf(&text, " %s", o->path);
  const char *copy = sv_rule_copy(run, sv_buf_text(&text), text.size);
  sv_buf_free(&text);
  return copy;
}

enum sv_status sv_rule_say_one(struct sv_rule_call *c, struct sv_openapi_node where,
                               const char *msgid, const char *name, const char *text)
{
  const struct sv_arg args[] = { { .name = name, .text = text } };
  return text ? sv_rule_say_at(c, where, msgid, args, 1) : SV_NO_MEMORY;
}

void sv_rule_skip(struct sv_rule_call *c)
{
  c->run->looked -= c->run->looked > 0;
}

enum when { ALWAYS, INPUT, SECURED, SCOPES, IDENTIFIED };

struct wanted {
  const struct sv_regex *match;
  enum when when;
};

static enum sv_status prepare_declares(struct sv_rules_reader *r, struct sv_rules_value v,
                                       void **out)
{
  static const char *const names[] = { [ALWAYS] = "always",
                                       [INPUT] = "input",
                                       [SECURED] = "secured",
                                       [SCOPES] = "scopes",
                                       [IDENTIFIED] = "identified" };
  struct wanted *w = sv_arena_calloc(&r->set->arena, 1, sizeof *w);
  const struct sv_rules_value when = sv_rules_get(v, "when");
  bool found = !sv_rules_has(when);
  if (!w)
    return SV_NO_MEMORY;
  SV_TRY(sv_rules_pattern(r, sv_rules_get(v, "match"), &w->match));
  for (size_t i = 0; !found && i < sizeof names / sizeof names[0]; i++) {
    found = sv_doc_is_text(when.doc, when.v, names[i]);
    w->when = (enum when)i;
  }
  *out = w;
  return found ? SV_OK
               : sv_rules_fault(r, when,
                                N_("when must be always, input, secured, scopes or identified"));
}

/* Whether a requirement must be met; SCOPES: one that names scopes. */
static bool is_secured(struct sv_rule_run *run, const struct sv_openapi_operation *o, bool scopes)
{
  const struct sv_openapi_node list = sv_openapi_security(run->api, o);
  bool some = false, free = false;
  for (struct sv_openapi_node e = sv_openapi_first(list); e.doc; e = sv_openapi_next(list, e)) {
    free |= sv_doc_count(e.doc, e.value) == 0;
    for (struct sv_openapi_node s = sv_openapi_first(e); s.doc; s = sv_openapi_next(e, s))
      some |= !scopes || sv_doc_count(s.doc, s.value) > 0;
  }
  return some && !free;
}

static bool is_identified(const struct sv_openapi_operation *o)
{
  static const char *const methods[] = { "get", "put", "patch", "delete" };
  const size_t size = strlen(o->path);
  if (size == 0 || o->path[size - 1] != '}')
    return false;
  for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++)
    if (strcmp(o->method, methods[i]) == 0)
      return true;
  return false;
}

static bool applies(struct sv_rule_run *run, const struct sv_openapi_operation *o, enum when when)
{
  switch (when) {
  case INPUT:
    return o->parameter_count > 0 || sv_openapi_get(o->node, "requestBody").doc;
  case SECURED:
  case SCOPES:
    return is_secured(run, o, when == SCOPES);
  case IDENTIFIED:
    return is_identified(o);
  default:
    return true;
  }
}

static enum sv_status declares(struct sv_rule_call *c)
{
  const struct wanted *w = c->options;
  const struct sv_openapi_operation *o = sv_rule_operation(c->run, c->value);
  if (!o || !applies(c->run, o, w->when)) {
    sv_rule_skip(c);
    return SV_OK;
  }
  const struct sv_openapi_node list = sv_openapi_get(o->node, "responses");
  for (struct sv_openapi_node e = sv_openapi_first(list); e.doc; e = sv_openapi_next(list, e)) {
    size_t size;
    bool found;
    const char *key = sv_doc_string(e.doc, sv_doc_key(e.doc, e.value), &size);
    SV_TRY(sv_rule_match(c, w->match, key, size, &found));
    if (found)
      return SV_OK;
  }
  return sv_rule_say_one(c, list.doc ? list : o->node, N_("{operation} declares no such response"),
                         "operation", sv_rule_operation_text(c->run, o));
}

/* Whether the template has {NAME}. */
static bool is_in_path(const char *path, const char *name)
{
  const size_t size = strlen(name);
  for (const char *p = strchr(path, '{'); p; p = strchr(p + 1, '{'))
    if (strncmp(p + 1, name, size) == 0 && p[1 + size] == '}')
      return true;
  return false;
}

static enum sv_status say_parameter(struct sv_rule_call *c, struct sv_openapi_node where,
                                    const char *msgid, const struct sv_openapi_operation *o,
                                    const char *name)
{
  const struct sv_arg args[] = { { .name = "name", .text = name },
                                 { .name = "operation",
                                   .text = sv_rule_operation_text(c->run, o) } };
  return name ? sv_rule_say_at(c, where, msgid, args, 2) : SV_NO_MEMORY;
}

/* Whether the parameter says so itself. */
static bool is_required(struct sv_openapi_node n)
{
  const struct sv_openapi_node m = sv_openapi_get(n, "required");
  return m.doc && sv_doc_type(m.doc, m.value) == SV_DOC_TRUE;
}

/* Which of NAMES the option "of" is, in *OUT as a number; false: none. */
static bool read_of(struct sv_rules_value v, const char *const *names, void **out)
{
  const struct sv_rules_value of = sv_rules_get(v, "of");
  for (size_t i = 0; sv_rules_has(of) && names[i]; i++) {
    *out = (void *)(uintptr_t)i;
    if (sv_doc_is_text(of.doc, of.v, names[i]))
      return true;
  }
  return false;
}

enum { UNDECLARED, UNUSED, OPTIONAL };

static enum sv_status prepare_parameters(struct sv_rules_reader *r, struct sv_rules_value v,
                                         void **out)
{
  static const char *const names[] = { "undeclared", "unused", "optional", NULL };
  return read_of(v, names, out) ? SV_OK
                                : sv_rules_fault(r, v,
                                                 N_("the function 'pathParameters' of the rule "
                                                    "'%s' needs of: "
                                                    "undeclared, unused or optional"),
                                                 r->rule);
}

/* Names in braces that no parameter declares; one that could not be read may be each of them. */
static enum sv_status undeclared(struct sv_rule_call *c, const struct sv_openapi_operation *o)
{
  for (const char *p = o->unread ? NULL : strchr(o->path, '{'); p; p = strchr(p + 1, '{')) {
    const size_t size = strcspn(p + 1, "}");
    bool found = false;
    for (size_t i = 0; i < o->parameter_count && !found; i++)
      found = o->parameters[i].in == SV_OPENAPI_PATH && strlen(o->parameters[i].name) == size &&
              memcmp(o->parameters[i].name, p + 1, size) == 0;
    if (!found && p[1 + size])
      SV_TRY(say_parameter(c, o->node,
                           N_("'{name}' in the path of {operation} is declared as no "
                              "parameter"),
                           o, sv_rule_copy(c->run, p + 1, size)));
  }
  return SV_OK;
}

static enum sv_status path_parameters(struct sv_rule_call *c)
{
  const uintptr_t of = (uintptr_t)c->options;
  const struct sv_openapi_operation *o = sv_rule_operation(c->run, c->value);
  if (!o)
    return SV_OK;
  if (of == UNDECLARED)
    return undeclared(c, o);
  for (size_t i = 0; i < o->parameter_count; i++) {
    const struct sv_openapi_parameter *const p = &o->parameters[i];
    const bool is_used = is_in_path(o->path, p->name);
    if (p->in != SV_OPENAPI_PATH)
      continue;
    if (of == UNUSED && !is_used)
      SV_TRY(say_parameter(c, p->from,
                           N_("the path parameter '{name}' is not in the path of "
                              "{operation}"),
                           o, p->name));
    else if (of == OPTIONAL && is_used && !is_required(p->node))
      SV_TRY(say_parameter(c, p->from,
                           N_("the path parameter '{name}' of {operation} is not "
                              "required: true"),
                           o, p->name));
  }
  return SV_OK;
}

static bool has_any(struct sv_openapi_node n, const char *const *names)
{
  for (size_t i = 0; names[i]; i++)
    if (sv_openapi_get(n, names[i]).doc)
      return true;
  return false;
}

/* Whether a value for the schema at N can be built from what it says itself. */
static bool can_build(struct sv_rule_run *run, struct sv_openapi_node n, int depth)
{
  static const char *const values[] = { "example", "examples", "default", "enum", "const", NULL };
  n = sv_openapi_follow(run->api, n);
  if (!n.doc || depth > DEPTH_MAX || sv_rule_pay(run, 1) != SV_OK)
    return false;
  if (has_any(n, values))
    return true;
  const unsigned types = sv_style_types(run->api, n);
  const struct sv_openapi_node all = sv_openapi_get(n, "allOf");
  if (types == 1u << SV_TYPE_IS_BOOLEAN || types == 1u << SV_TYPE_IS_NULL)
    return true;
  if (types & 1u << SV_TYPE_IS_ARRAY && !sv_openapi_get(n, "minItems").doc &&
      types != SV_TYPE_IS_ANY)
    return true;
  for (struct sv_openapi_node e = sv_openapi_first(all); e.doc; e = sv_openapi_next(all, e))
    if (!can_build(run, e, depth + 1))
      return false;
  if (all.doc)
    return true;
  if (!(types & 1u << SV_TYPE_IS_OBJECT) || types == SV_TYPE_IS_ANY)
    return false;
  const struct sv_openapi_node list = sv_openapi_get(n, "required");
  for (struct sv_openapi_node e = sv_openapi_first(list); e.doc; e = sv_openapi_next(list, e)) {
    const char *name = sv_openapi_text(run->api, e);
    if (!name || !can_build(run, sv_style_part(run->api, n, name), depth + 1))
      return false;
  }
  return true;
}

enum { PARAMETERS, BODY };

static enum sv_status prepare_examples(struct sv_rules_reader *r, struct sv_rules_value v,
                                       void **out)
{
  static const char *const names[] = { "parameters", "body", NULL };
  return read_of(v, names, out) ? SV_OK
                                : sv_rules_fault(r, v,
                                                 N_("the function 'requestExamples' of the rule "
                                                    "'%s' needs of: "
                                                    "parameters or body"),
                                                 r->rule);
}

/* What a description that has media types and security schemes says there (OAS 3.0 4.7.12.1): a
 * token is no example. */
static bool is_described_elsewhere(const struct sv_openapi_parameter *p)
{
  static const char *const names[] = { "accept", "authorization", "content-type" };
  for (size_t i = 0; p->in == SV_OPENAPI_HEADER && i < sizeof names / sizeof names[0]; i++)
    if (sv_equal_nocase(p->name, names[i]))
      return true;
  return false;
}

static enum sv_status request_examples(struct sv_rule_call *c)
{
  static const char *const values[] = { "example", "examples", NULL };
  const bool of_body = (uintptr_t)c->options == BODY;
  const struct sv_openapi_operation *o = sv_rule_operation(c->run, c->value);
  if (!o)
    return SV_OK;
  for (size_t i = 0; !of_body && i < o->parameter_count; i++) {
    const struct sv_openapi_parameter *const p = &o->parameters[i];
    if (p->required && !is_described_elsewhere(p) && !has_any(p->node, values) &&
        !can_build(c->run, p->schema, 0))
      SV_TRY(say_parameter(c, p->from, N_("the parameter '{name}' of {operation} has no example"),
                           o, p->name));
  }
  const struct sv_openapi_body body = sv_openapi_request(c->run->api, o);
  bool built = !body.required || !of_body;
  for (size_t i = 0; i < body.media_count && !built; i++)
    built = has_any(body.media[i].node, values) || can_build(c->run, body.media[i].schema, 0);
  return built ? SV_OK
               : sv_rule_say_one(c, body.node, N_("the body of {operation} has no example"),
                                 "operation", sv_rule_operation_text(c->run, o));
}

/* Given the document: every operationId once. */
static enum sv_status operation_ids(struct sv_rule_call *c)
{
  struct sv_map seen = { .count = 0 };
  size_t count;
  const struct sv_openapi_operation *o = sv_openapi_operations(c->run->api, &count);
  enum sv_status status = SV_OK;
  for (size_t i = 0; status == SV_OK && i < count; i++) {
    const struct sv_openapi_node n = sv_openapi_get(o[i].node, "operationId");
    const char *id = sv_openapi_text(c->run->api, n);
    if (!id)
      continue;
    if (sv_map_gets(&seen, id))
      status = say_parameter(c, n, N_("another operation than {operation} is called '{name}' too"),
                             &o[i], id);
    else
      status = sv_map_set(&seen, id, strlen(id), (void *)(uintptr_t)id);
  }
  if (seen.count == 0)
    sv_rule_skip(c);
  sv_map_free(&seen);
  return status;
}

static bool is_tag(struct sv_rule_run *run, struct sv_openapi_node tag)
{
  const struct sv_openapi_node list = sv_openapi_get(sv_openapi_root(run->api), "tags");
  for (struct sv_openapi_node e = sv_openapi_first(list); e.doc; e = sv_openapi_next(list, e)) {
    const struct sv_openapi_node name = sv_openapi_get(e, "name");
    if (name.doc && sv_doc_equal(name.doc, name.value, tag.doc, tag.value))
      return true;
  }
  return false;
}

static enum sv_status tags_defined(struct sv_rule_call *c)
{
  const struct sv_openapi_node list = sv_openapi_get(c->value, "tags");
  for (struct sv_openapi_node e = sv_openapi_first(list); e.doc; e = sv_openapi_next(list, e)) {
    const char *name = sv_openapi_text(c->run->api, e);
    SV_TRY(sv_rule_pay(c->run, 1));
    if (name && !is_tag(c->run, e))
      SV_TRY(sv_rule_say_one(c, e, N_("the tag '{name}' is not among the tags of the document"),
                             "name", name));
  }
  return SV_OK;
}
