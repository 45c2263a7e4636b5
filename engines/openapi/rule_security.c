// SPDX-License-Identifier: Apache-2.0
/* Functions on security, servers, and what should not stand in an address; and what the
 * specification's own judge has found. */
#include "engines/openapi/rule_national.h"

#include "engines/base/ascii.h"
#include "engines/base/idnumber.h"
#include "engines/base/lang.h"

#include <string.h>

static enum sv_status secured(struct sv_rule_call *c);
static enum sv_status security_defined(struct sv_rule_call *c);
static enum sv_status server_variables(struct sv_rule_call *c);
static enum sv_status personal_number(struct sv_rule_call *c);

const struct sv_rule_function sv_rule_secured = { .name = "secured", .judge = secured };
const struct sv_rule_function sv_rule_security_defined = { .name = "securityDefined",
                                                           .judge = security_defined };
const struct sv_rule_function sv_rule_server_variables = { .name = "serverVariables",
                                                           .judge = server_variables };
const struct sv_rule_function sv_rule_personal_number = { .name = "personalNumber",
                                                          .judge = personal_number };

/* The operation says how it is secured, or that it is open. */
static enum sv_status secured(struct sv_rule_call *c)
{
  const struct sv_openapi_operation *o = sv_rule_operation(c->run, c->value);
  if (!o || sv_openapi_security(c->run->api, o).doc)
    return SV_OK;
  return sv_rule_say_one(c, o->node, N_("{operation} says nothing of security"), "operation",
                         sv_rule_operation_text(c->run, o));
}

/* Whether some flow of the scheme knows the scope. */
static bool has_scope(struct sv_rule_run *run, struct sv_openapi_node scheme, const char *scope)
{
  const bool is_2 = sv_openapi_version(run->api) == SV_OPENAPI_2_0;
  const struct sv_openapi_node flows = sv_openapi_get(scheme, "flows");
  if (is_2)
    return sv_openapi_get(sv_openapi_get(scheme, "scopes"), scope).doc != NULL;
  for (struct sv_openapi_node f = sv_openapi_first(flows); f.doc; f = sv_openapi_next(flows, f))
    if (sv_openapi_get(sv_openapi_get(f, "scopes"), scope).doc)
      return true;
  return false;
}

static enum sv_status scopes_defined(struct sv_rule_call *c, struct sv_openapi_node list,
                                     struct sv_openapi_node scheme)
{
  const struct sv_openapi_node type = sv_openapi_get(scheme, "type");
  if (!type.doc || !sv_doc_is_text(type.doc, type.value, "oauth2"))
    return SV_OK;
  for (struct sv_openapi_node e = sv_openapi_first(list); e.doc; e = sv_openapi_next(list, e)) {
    const char *scope = sv_openapi_text(c->run->api, e);
    SV_TRY(sv_rule_pay(c->run, 1));
    if (scope && !has_scope(c->run, scheme, scope))
      SV_TRY(sv_rule_say_one(c, e, N_("'{name}' is required and not defined"), "name", scope));
  }
  return SV_OK;
}

/* Given a security requirement object. */
static enum sv_status security_defined(struct sv_rule_call *c)
{
  if (!sv_rule_is_object(c))
    return SV_OK;
  const struct sv_openapi_node holder = c->value;
  for (struct sv_openapi_node e = sv_openapi_first(holder); e.doc; e = sv_openapi_next(holder, e)) {
    const char *name = sv_openapi_name(c->run->api, e);
    const struct sv_openapi_node scheme =
        name ? sv_openapi_scheme(c->run->api, name) : SV_OPENAPI_NONE;
    SV_TRY(sv_rule_pay(c->run, 1));
    if (!scheme.doc)
      SV_TRY(sv_rule_say_one(c, e, N_("'{name}' is required and not defined"), "name",
                             name ? name : ""));
    else
      SV_TRY(scopes_defined(c, e, scheme));
  }
  return SV_OK;
}

static bool is_in_list(struct sv_openapi_node list, struct sv_openapi_node v)
{
  for (struct sv_openapi_node e = sv_openapi_first(list); e.doc; e = sv_openapi_next(list, e))
    if (sv_doc_equal(e.doc, e.value, v.doc, v.value))
      return true;
  return false;
}

static enum sv_status variable(struct sv_rule_call *c, struct sv_openapi_node variables,
                               const char *name)
{
  const struct sv_openapi_node v = sv_openapi_get(variables, name);
  const struct sv_openapi_node value = sv_openapi_get(v, "default");
  const struct sv_openapi_node list = sv_openapi_get(v, "enum");
  if (!v.doc)
    return sv_rule_say_one(c, c->value, N_("the variable '{name}' of a server is not described"),
                           "name", name);
  if (!value.doc || sv_doc_type(value.doc, value.value) != SV_DOC_STRING)
    return sv_rule_say_one(c, v, N_("the variable '{name}' of a server has no default"), "name",
                           name);
  if (list.doc && !is_in_list(list, value))
    return sv_rule_say_one(c, value, N_("the default of the variable '{name}' is not in its enum"),
                           "name", name);
  return SV_OK;
}

static bool is_used(const char *url, const char *name)
{
  const size_t size = strlen(name);
  for (const char *p = strchr(url, '{'); p; p = strchr(p + 1, '{'))
    if (strncmp(p + 1, name, size) == 0 && p[size + 1] == '}')
      return true;
  return false;
}

static enum sv_status server_variables(struct sv_rule_call *c)
{
  const char *url = sv_openapi_text(c->run->api, sv_openapi_get(c->value, "url"));
  const struct sv_openapi_node variables = sv_openapi_get(c->value, "variables");
  if (!url || (!strchr(url, '{') && !variables.doc)) {
    sv_rule_skip(c);
    return SV_OK;
  }
  for (const char *p = strchr(url, '{'); p; p = strchr(p + 1, '{')) {
    const char *name = sv_rule_copy(c->run, p + 1, strcspn(p + 1, "}"));
    if (!name)
      return SV_NO_MEMORY;
    SV_TRY(sv_rule_pay(c->run, 1));
    SV_TRY(variable(c, variables, name));
  }
  for (struct sv_openapi_node e = sv_openapi_first(variables); e.doc;
       e = sv_openapi_next(variables, e)) {
    const char *name = sv_openapi_name(c->run->api, e);
    SV_TRY(sv_rule_pay(c->run, 1));
    if (name && !is_used(url, name))
      SV_TRY(sv_rule_say_one(c, e, N_("the variable '{name}' of a server is not in its address"),
                             "name", name));
  }
  return SV_OK;
}

/* Whether N is a text or number of eleven digits that an identity number could be. What it is must
 * never be said. */
static bool is_number(struct sv_openapi_node n)
{
  char digits[12];
  size_t size;
  if (!n.doc)
    return false;
  const char *text = sv_doc_string(n.doc, n.value, &size);
  if (!text)
    text = sv_doc_number(n.doc, n.value, &size);
  if (!text || size != 11)
    return false;
  memcpy(digits, text, 11);
  digits[11] = '\0';
  return strspn(digits, "0123456789") == 11 && sv_idnumber_valid(digits);
}

/* Given a parameter. */
static enum sv_status personal_number(struct sv_rule_call *c)
{
  static const char *const names[] = { "example", "default", "const" };
  const struct sv_openapi_node schema = sv_match_graph_get(&c->run->graph, c->value, "schema");
  const struct sv_openapi_node list = sv_match_graph_get(&c->run->graph, c->value, "examples");
  const struct sv_openapi_node more = sv_match_graph_get(&c->run->graph, schema, "examples");
  struct sv_openapi_node hit = SV_OPENAPI_NONE;
  for (size_t i = 0; i < 3; i++) {
    const struct sv_openapi_node own = sv_openapi_get(c->value, names[i]);
    const struct sv_openapi_node of_schema = sv_openapi_get(schema, names[i]);
    hit = is_number(own) ? own : is_number(of_schema) ? of_schema : hit;
  }
  for (struct sv_openapi_node e = sv_openapi_first(list); e.doc; e = sv_openapi_next(list, e)) {
    const struct sv_openapi_node value = sv_match_graph_get(&c->run->graph, e, "value");
    SV_TRY(sv_rule_pay(c->run, 1));
    hit = is_number(value) ? value : hit;
  }
  for (struct sv_openapi_node e = sv_openapi_first(more); e.doc; e = sv_openapi_next(more, e))
    hit = is_number(e) ? e : hit;
  const char *name = sv_openapi_text(c->run->api, sv_openapi_get(c->value, "name"));
  return hit.doc ? sv_rule_say_one(c, hit,
                                   N_("the example of the parameter '{name}' is an "
                                      "identity number"),
                                   "name", name ? name : "")
                 : SV_OK;
}
