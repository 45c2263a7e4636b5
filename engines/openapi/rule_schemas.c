// SPDX-License-Identifier: Apache-2.0
/* Functions on schemas: that they say what can be met. And what the specification's own judge has
 * found, as a rule. */
#include "engines/openapi/rule_national.h"

#include "engines/base/lang.h"
#include "engines/regex/loose.h"

#include <stdlib.h>
#include <string.h>

enum { CLIMB_MAX = 8 };

static enum sv_status prepare_names(struct sv_rules_reader *r, struct sv_rules_value v, void **out);
static enum sv_status has_properties(struct sv_rule_call *c);
static enum sv_status required_declared(struct sv_rule_call *c);
static enum sv_status patterns_compile(struct sv_rule_call *c);
static enum sv_status all_of(struct sv_rule_call *c);
static enum sv_status prepare_rules(struct sv_rules_reader *r, struct sv_rules_value v, void **out);
static enum sv_status validity(struct sv_rule_call *c);

static const char *const name_options[] = { "names", NULL };
static const char *const validity_options[] = { "rules", "notRules", "errorsOnly", NULL };

const struct sv_rule_function sv_rule_has_properties = { "hasProperties", prepare_names,
                                                         has_properties, name_options };
const struct sv_rule_function sv_rule_required_declared = { .name = "requiredDeclared",
                                                            .judge = required_declared };
const struct sv_rule_function sv_rule_patterns_compile = { .name = "patternsCompile",
                                                           .judge = patterns_compile };
const struct sv_rule_function sv_rule_all_of = { .name = "allOfConsistent", .judge = all_of };
const struct sv_rule_function sv_rule_validity = { "validity", prepare_rules, validity,
                                                   validity_options };

static enum sv_status list_of(struct sv_rules_reader *r, struct sv_rules_value v,
                              const char *const **out)
{
  const size_t count = sv_rules_has(v) ? sv_doc_count(v.doc, v.v) : 0;
  const char **names = sv_arena_calloc(&r->set->arena, count + 1, sizeof *names);
  size_t n = 0;
  if (!names)
    return SV_NO_MEMORY;
  if (sv_rules_has(v) && sv_rules_type(v) != SV_DOC_ARRAY)
    return sv_rules_fault(r, v, N_("the rule '%s' needs a list of names here"), r->rule);
  for (struct sv_rules_value e = { v.doc,
                                   sv_rules_has(v) ? sv_doc_first(v.doc, v.v) : SV_DOC_NONE };
       sv_rules_has(e); e.v = sv_doc_next(v.doc, v.v, e.v))
    SV_TRY(sv_rules_text(r, e, "names", &names[n++]));
  *out = names;
  return SV_OK;
}

static enum sv_status prepare_names(struct sv_rules_reader *r, struct sv_rules_value v, void **out)
{
  const char *const *names;
  SV_TRY(list_of(r, sv_rules_get(v, "names"), &names));
  *out = (void *)(uintptr_t)names;
  return names[0] ? SV_OK
                  : sv_rules_fault(r, v, N_("the rule '%s' needs a list of names here"), r->rule);
}

/* Given a schema: that it describes the properties, by itself or by its parts. */
static enum sv_status has_properties(struct sv_rule_call *c)
{
  const char *const *names = c->options;
  struct sv_buf missing = SV_BUF(4096);
  if (!sv_rule_is_object(c))
    return SV_OK;
  for (size_t i = 0; names[i]; i++)
    if (!sv_style_part(c->run->api, c->value, names[i]).doc)
      (void)sv_buf_addf(&missing, "%s%s", missing.size ? ", " : "", names[i]);
  enum sv_status status = SV_OK;
  if (missing.size > 0)
    status = sv_rule_say_one(c, c->value, N_("the schema lacks {names}"), "names",
                             sv_rule_copy(c->run, sv_buf_text(&missing), missing.size));
  sv_buf_free(&missing);
  return status;
}

/* The schema that N is a part of by allOf, anyOf or oneOf. */
static struct sv_openapi_node owner(struct sv_openapi_node n)
{
  static const char *const lists[] = { "allOf", "anyOf", "oneOf" };
  struct sv_openapi_node list = n, up = n;
  list.value = sv_doc_parent(n.doc, n.value);
  const sv_value name = list.value == SV_DOC_NONE ? SV_DOC_NONE : sv_match_name(list);
  for (size_t i = 0; i < 3 && name != SV_DOC_NONE; i++) {
    if (!sv_doc_is_text(n.doc, name, lists[i]))
      continue;
    up.value = sv_doc_parent(n.doc, list.value);
    return up;
  }
  return SV_OPENAPI_NONE;
}

static bool is_declared(struct sv_rule_run *run, struct sv_openapi_node n, const char *name)
{
  for (int i = 0; n.doc && i < CLIMB_MAX; i++, n = owner(n))
    if (sv_style_part(run->api, n, name).doc || sv_openapi_get(n, "patternProperties").doc)
      return true;
  return false;
}

static enum sv_status required_declared(struct sv_rule_call *c)
{
  const struct sv_openapi_node list = sv_openapi_get(c->value, "required");
  if (!list.doc || sv_doc_type(list.doc, list.value) != SV_DOC_ARRAY) {
    sv_rule_skip(c);
    return SV_OK;
  }
  for (struct sv_openapi_node e = sv_openapi_first(list); e.doc; e = sv_openapi_next(list, e)) {
    const char *name = sv_openapi_text(c->run->api, e);
    SV_TRY(sv_rule_pay(c->run, 2));
    if (name && !is_declared(c->run, c->value, name))
      SV_TRY(sv_rule_say_one(c, e, N_("'{name}' is required and not among the properties"), "name",
                             name));
  }
  return SV_OK;
}

static enum sv_status pattern(struct sv_rule_call *c, struct sv_openapi_node n)
{
  size_t size;
  struct sv_error err = { .line = 0 };
  struct sv_regex *regex = NULL;
  const char *text = sv_doc_string(n.doc, n.value, &size);
  if (!text)
    return SV_OK;
  SV_TRY(sv_rule_pay(c->run, 5 + size / 4));
  if (sv_regex_check(text, size, &err) == SV_OK)
    return SV_OK;
  struct sv_error ignored = { .line = 0 };
  const enum sv_status status = sv_regex_compile_loose(text, size, "", 0, &regex, &ignored);
  sv_regex_free(regex);
  if (status == SV_NO_MEMORY)
    return status;
  return status != SV_INVALID
             ? SV_OK
             : sv_rule_say_one(c, n, N_("the pattern cannot be read: {reason}"), "reason",
                               sv_rule_copy(c->run, err.text, strlen(err.text)));
}

static enum sv_status patterns_compile(struct sv_rule_call *c)
{
  const struct sv_openapi_node one = sv_openapi_get(c->value, "pattern");
  const struct sv_openapi_node map = sv_openapi_get(c->value, "patternProperties");
  if (!one.doc && !map.doc) {
    sv_rule_skip(c);
    return SV_OK;
  }
  if (one.doc)
    SV_TRY(pattern(c, one));
  for (struct sv_openapi_node e = sv_openapi_first(map); e.doc; e = sv_openapi_next(map, e)) {
    struct sv_openapi_node key = e;
    key.value = sv_match_name(e);
    if (key.value != SV_DOC_NONE)
      SV_TRY(pattern(c, key));
  }
  return SV_OK;
}

/* A property as the parts so far let it be. */
struct property {
  unsigned types;
};

static enum sv_status part_types(struct sv_rule_call *c, struct sv_map *seen,
                                 struct sv_openapi_node part)
{
  const struct sv_openapi_node own = sv_match_graph_value(&c->run->graph, part);
  const struct sv_openapi_node list = sv_openapi_get(own, "properties");
  for (struct sv_openapi_node e = sv_openapi_first(list); e.doc; e = sv_openapi_next(list, e)) {
    size_t size;
    const sv_value key = sv_match_name(e);
    const char *name = key == SV_DOC_NONE ? NULL : sv_doc_string(e.doc, key, &size);
    if (!name)
      continue;
    SV_TRY(sv_rule_pay(c->run, 2));
    const unsigned types = sv_style_types(c->run->api, e);
    struct property *p = sv_map_get(seen, name, size);
    if (!p) {
      p = sv_arena_calloc(&c->run->report->arena, 1, sizeof *p);
      if (!p)
        return SV_NO_MEMORY;
      p->types = types;
      SV_TRY(sv_map_set(seen, name, size, p));
      continue;
    }
    if (p->types && !(p->types & types))
      SV_TRY(sv_rule_say_one(c, part,
                             N_("the parts of allOf give '{name}' types that exclude each "
                                "other"),
                             "name", sv_rule_copy(c->run, name, size)));
    p->types &= types;
  }
  return SV_OK;
}

/* A part that closes the object must know the properties of the others. */
static enum sv_status closed_part(struct sv_rule_call *c, struct sv_openapi_node list,
                                  struct sv_openapi_node part)
{
  const struct sv_openapi_node own = sv_match_graph_value(&c->run->graph, part);
  const struct sv_openapi_node rest = sv_openapi_get(own, "additionalProperties");
  if (!rest.doc || sv_doc_type(rest.doc, rest.value) != SV_DOC_FALSE ||
      sv_openapi_get(own, "patternProperties").doc)
    return SV_OK;
  for (struct sv_openapi_node e = sv_openapi_first(list); e.doc; e = sv_openapi_next(list, e)) {
    const struct sv_openapi_node other = sv_match_graph_value(&c->run->graph, e);
    const struct sv_openapi_node map = sv_openapi_get(other, "properties");
    for (struct sv_openapi_node p = sv_openapi_first(map); p.doc; p = sv_openapi_next(map, p)) {
      const char *name = sv_openapi_name(c->run->api, p);
      SV_TRY(sv_rule_pay(c->run, 1));
      if (name && !sv_openapi_get(sv_openapi_get(own, "properties"), name).doc)
        return sv_rule_say_one(c, part,
                               N_("a part of allOf allows no further properties, and "
                                  "another part has '{name}'"),
                               "name", name);
    }
  }
  return SV_OK;
}

static enum sv_status all_of(struct sv_rule_call *c)
{
  const struct sv_openapi_node list = sv_openapi_get(c->value, "allOf");
  struct sv_map seen = { .count = 0 };
  enum sv_status status = SV_OK;
  if (!list.doc || sv_doc_type(list.doc, list.value) != SV_DOC_ARRAY) {
    sv_rule_skip(c);
    return SV_OK;
  }
  for (struct sv_openapi_node e = sv_openapi_first(list); status == SV_OK && e.doc;
       e = sv_openapi_next(list, e)) {
    status = part_types(c, &seen, e);
    if (status == SV_OK)
      status = closed_part(c, list, e);
  }
  sv_map_free(&seen);
  return status;
}

/* --- what sv_openapi_validate() finds --- */
struct choice {
  const char *const *rules, *const *not_rules;
  bool errors_only;
};

static enum sv_status prepare_rules(struct sv_rules_reader *r, struct sv_rules_value v, void **out)
{
  struct choice *choice = sv_arena_calloc(&r->set->arena, 1, sizeof *choice);
  if (!choice)
    return SV_NO_MEMORY;
  SV_TRY(list_of(r, sv_rules_get(v, "rules"), &choice->rules));
  SV_TRY(list_of(r, sv_rules_get(v, "notRules"), &choice->not_rules));
  choice->errors_only = sv_rules_type(sv_rules_get(v, "errorsOnly")) == SV_DOC_TRUE;
  *out = choice;
  return SV_OK;
}

static bool is_among(const char *const *names, const char *name)
{
  for (size_t i = 0; names[i]; i++)
    if (strcmp(names[i], name) == 0)
      return true;
  return false;
}

static enum sv_status validity(struct sv_rule_call *c)
{
  const struct choice *choice = c->options;
  const struct sv_openapi_finding *f;
  size_t count, total;
  SV_TRY(sv_openapi_validate(c->run->api, &f, &count, &total, c->run->err));
  for (size_t i = 0; i < count; i++) {
    if ((choice->rules[0] && !is_among(choice->rules, f[i].rule)) ||
        is_among(choice->not_rules, f[i].rule) || (choice->errors_only && !f[i].is_error))
      continue;
    struct sv_buf text = SV_BUF((size_t)64 << 10);
    (void)sv_message_render(sv_tr(f[i].message.msgid), f[i].message.args, f[i].message.count,
                            &text);
    const enum sv_status status =
        sv_rule_say_one(c, f[i].where.doc ? f[i].where : sv_openapi_root(c->run->api), "{what}",
                        "what", sv_rule_copy(c->run, sv_buf_text(&text), text.size));
    sv_buf_free(&text);
    SV_TRY(status);
  }
  return SV_OK;
}
