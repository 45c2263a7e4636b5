// SPDX-License-Identifier: Apache-2.0
/* From a schema's tree to patterns, rules and assertions. */
#include "engines/xml/schematron_model.h"

#include "engines/base/ascii.h"
#include "engines/base/lang.h"

#include <libxml/xpathInternals.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ARENA_MAX ((size_t)64 << 20)
#define NOTES_MAX 64

enum sv_status sch_fail(const struct sv_schematron *s, const xmlNode *at, struct sv_error *err,
                        const char *msgid, const char *what)
{
  char text[300];
  xmlChar *base = xmlNodeGetBase(at->doc, at);
  const bool own = !base || !s->base || strcmp((const char *)base, s->base) == 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  (void)snprintf(text, sizeof text, sv_tr(msgid), what ? what : "");
#pragma GCC diagnostic pop
  const enum sv_status status =
      sv_fail_at(err, SV_INVALID, own ? s->name : (const char *)base, xml_line(at), 1, "%s", text);
  xmlFree(base);
  return status;
}

enum sv_status sch_need(struct sv_schematron *s, const xmlNode *n, const char *name,
                        const char **out, struct sv_error *err)
{
  *out = xml_attribute(&s->arena, n, name);
  if (*out && **out)
    return SV_OK;
  char what[120];
  (void)snprintf(what, sizeof what, "%s/@%s", (const char *)n->name, name);
  return sch_fail(s, n, err, N_("the attribute %s is missing or empty"), what);
}

static enum sv_status no_memory(struct sv_error *err)
{
  return sv_fail(err, SV_NO_MEMORY, N_("memory ran out"));
}

static const xmlNode *next_named(const xmlNode *n, const char *name)
{
  while (n && !xml_is(n, SCH_NS, name))
    n = n->next;
  return n;
}

#define EACH(n, parent, name)                                                                      \
  for (const xmlNode *n = next_named((parent)->children, name); n; n = next_named(n->next, name))

static const struct sch_let *find_let(const struct sch_let *lets, const char *name)
{
  while (lets && strcmp(lets->name, name) != 0)
    lets = lets->next;
  return lets;
}

/* The lets of PARENT, each seeing those before it. FORBIDDEN holds names that may not be given
 * again (5.4.5). */
static enum sv_status compile_lets(struct sv_schematron *s, const xmlNode *parent,
                                   const struct sch_scope *outer, const struct sch_let *forbidden,
                                   struct sch_let **out, struct sv_error *err)
{
  struct sch_let **end = out;
  EACH (n, parent, "let") {
    struct sch_let *l = sv_arena_calloc(&s->arena, 1, sizeof *l);
    if (!l)
      return no_memory(err);
    const struct sch_scope scope = { *out, outer };
    SV_TRY(sch_need(s, n, "name", &l->name, err));
    if (find_let(*out, l->name) || find_let(forbidden, l->name))
      return sch_fail(s, n, err, N_("the variable \"%s\" is defined twice"), l->name);
    const char *value = xml_attribute(&s->arena, n, "value");
    if (value)
      SV_TRY(sch_compile_expr(s, n, value, &scope, &l->value, err));
    else
      l->content = n;
    *end = l;
    end = &l->next;
  }
  return SV_OK;
}

/* The binding in the form that XPath contexts take, which borrow it. */
static xmlNs *binding_of(struct sv_schematron *s, const struct sch_namespace *n)
{
  xmlNs *ns = sv_arena_calloc(&s->arena, 1, sizeof *ns);
  if (ns) {
    ns->type = XML_NAMESPACE_DECL;
    ns->href = (const xmlChar *)n->uri;
    ns->prefix = (const xmlChar *)n->prefix;
  }
  return ns;
}

static enum sv_status compile_namespaces(struct sv_schematron *s, const xmlNode *root,
                                         struct sv_error *err)
{
  EACH (n, root, "ns") {
    struct sch_namespace *ns = sv_arena_calloc(&s->arena, 1, sizeof *ns);
    if (!ns)
      return no_memory(err);
    SV_TRY(sch_need(s, n, "prefix", &ns->prefix, err));
    SV_TRY(sch_need(s, n, "uri", &ns->uri, err));
    if (!(ns->ns = binding_of(s, ns)))
      return no_memory(err);
    ns->next = s->namespaces;
    s->namespaces = ns;
    s->binding_count++;
  }
  s->bindings = sv_arena_calloc(&s->arena, (size_t)s->binding_count + 1, sizeof *s->bindings);
  int i = 0;
  for (const struct sch_namespace *n = s->namespaces; n && s->bindings; n = n->next)
    s->bindings[i++] = n->ns;
  return s->bindings ? SV_OK : no_memory(err);
}

static enum sv_status compile_note(struct sv_schematron *s, const xmlNode *n, bool is_property,
                                   const struct sch_scope *scope, struct sv_error *err)
{
  struct sch_note *note = sv_arena_calloc(&s->arena, 1, sizeof *note);
  if (!note)
    return no_memory(err);
  note->is_property = is_property;
  SV_TRY(sch_need(s, n, "id", &note->id, err));
  xmlChar *lang = xmlNodeGetLang(n);
  note->lang = sv_arena_strdup(&s->arena, (const char *)lang);
  xmlFree(lang);
  SV_TRY(sch_compile_parts(s, n, scope, &note->parts, err));
  note->next = s->notes;
  s->notes = note;
  return SV_OK;
}

/* Diagnostics and properties may use what any rule has defined, so their variables are looked up
 * when they are filled in. */
static enum sv_status compile_notes(struct sv_schematron *s, const xmlNode *root,
                                    const struct sch_scope *scope, struct sv_error *err)
{
  EACH (list, root, "diagnostics")
    EACH (n, list, "diagnostic")
      SV_TRY(compile_note(s, n, false, scope, err));
  EACH (list, root, "properties")
    EACH (n, list, "property")
      SV_TRY(compile_note(s, n, true, scope, err));
  return SV_OK;
}

static enum sv_status add_note(struct sv_schematron *s, const xmlNode *at, struct sch_assertion *a,
                               const char *id, bool is_property, struct sv_error *err)
{
  for (const struct sch_note *n = s->notes; n; n = n->next)
    if (n->is_property == is_property && strcmp(n->id, id) == 0) {
      if (a->note_count < NOTES_MAX)
        a->notes[a->note_count++] = n;
      return SV_OK;
    }
  return sch_fail(s, at, err, N_("the schema has no diagnostic or property with the id \"%s\""),
                  id);
}

static enum sv_status refer_to_notes(struct sv_schematron *s, const xmlNode *n,
                                     struct sch_assertion *a, struct sv_error *err)
{
  static const char *const attributes[] = { "diagnostics", "properties" };
  a->notes = sv_arena_calloc(&s->arena, NOTES_MAX, sizeof *a->notes);
  if (!a->notes)
    return no_memory(err);
  for (size_t i = 0; i < 2; i++) {
    const char *list = xml_attribute(&s->arena, n, attributes[i]);
    while (list && *list) {
      size_t size = 0;
      while (list[size] && !sv_is_space((unsigned char)list[size]))
        size++;
      const char *id = sv_arena_copy(&s->arena, list, size);
      if (!id)
        return no_memory(err);
      SV_TRY(add_note(s, n, a, id, i == 1, err));
      list += size;
      while (sv_is_space((unsigned char)*list))
        list++;
    }
  }
  return SV_OK;
}

static bool says_warning(const char *role)
{
  static const char *const words[] = { "warn",          "warning", "info", "information",
                                       "informational", "hint",    "note" };
  for (size_t i = 0; role && i < sizeof words / sizeof words[0]; i++)
    if (sv_equal_nocase(role, words[i]))
      return true;
  return false;
}

static enum sv_status compile_assertion(struct sv_schematron *s, const xmlNode *n,
                                        const struct sch_rule *rule, const struct sch_scope *scope,
                                        struct sch_assertion **out, struct sv_error *err)
{
  const char *test;
  struct sch_assertion *a = sv_arena_calloc(&s->arena, 1, sizeof *a);
  if (!a)
    return no_memory(err);
  a->is_report = xml_is(n, SCH_NS, "report");
  a->id = xml_attribute(&s->arena, n, "id");
  a->role = xml_attribute(&s->arena, n, "role");
  a->flag = xml_attribute(&s->arena, n, "flag");
  a->see = xml_attribute(&s->arena, n, "see");
  if (!a->role)
    a->role = rule->role;
  if (!a->flag)
    a->flag = rule->flag;
  a->is_warning = says_warning(a->role);
  SV_TRY(sch_need(s, n, "test", &test, err));
  SV_TRY(sch_compile_expr(s, n, test, scope, &a->test, err));
  SV_TRY(sch_compile_parts(s, n, scope, &a->parts, err));
  if (xml_attribute(&s->arena, n, "diagnostics") || xml_attribute(&s->arena, n, "properties"))
    SV_TRY(refer_to_notes(s, n, a, err));
  *out = a;
  return SV_OK;
}

static enum sv_status compile_rule(struct sv_schematron *s, const xmlNode *n,
                                   const struct sch_scope *outer, struct sch_rule **out,
                                   struct sv_error *err)
{
  struct sch_rule *rule = sv_arena_calloc(&s->arena, 1, sizeof *rule);
  if (!rule)
    return no_memory(err);
  rule->id = xml_attribute(&s->arena, n, "id");
  rule->role = xml_attribute(&s->arena, n, "role");
  rule->flag = xml_attribute(&s->arena, n, "flag");
  SV_TRY(sch_need(s, n, "context", &rule->context, err));
  SV_TRY(sch_compile_context(s, n, rule->context, outer, rule, err));
  SV_TRY(compile_lets(s, n, outer, NULL, &rule->lets, err));
  const struct sch_scope scope = { rule->lets, outer };
  struct sch_assertion **end = &rule->assertions;
  for (const xmlNode *c = n->children; c; c = c->next) {
    if (!xml_is(c, SCH_NS, "assert") && !xml_is(c, SCH_NS, "report"))
      continue;
    SV_TRY(compile_assertion(s, c, rule, &scope, end, err));
    end = &(*end)->next;
  }
  *out = rule;
  return SV_OK;
}

static enum sv_status compile_rules(struct sv_schematron *s, const xmlNode *n,
                                    struct sch_pattern *p, const struct sch_scope *scope,
                                    struct sv_error *err)
{
  struct sch_rule **end = &p->rules;
  EACH (r, n, "rule") {
    const char *abstract = xml_attribute(&s->arena, r, "abstract");
    if (abstract && strcmp(abstract, "true") == 0)
      continue;
    SV_TRY(compile_rule(s, r, scope, end, err));
    end = &(*end)->next;
  }
  return SV_OK;
}

/* Whether PHASE (NULL: every pattern) holds the pattern ID. */
static bool is_active(struct sv_schematron *s, const xmlNode *phase, const char *id)
{
  if (!phase)
    return true;
  EACH (n, phase, "active") {
    const char *name = xml_attribute(&s->arena, n, "pattern");
    if (id && name && strcmp(name, id) == 0)
      return true;
  }
  return false;
}

static enum sv_status begin_patterns(struct sv_schematron *s, const xmlNode *root,
                                     const xmlNode *phase, const struct sch_scope *global,
                                     struct sv_error *err)
{
  struct sch_pattern **end = &s->patterns;
  EACH (n, root, "pattern") {
    const char *abstract = xml_attribute(&s->arena, n, "abstract");
    const char *id = xml_attribute(&s->arena, n, "id");
    if ((abstract && strcmp(abstract, "true") == 0) || !is_active(s, phase, id))
      continue;
    struct sch_pattern *p = sv_arena_calloc(&s->arena, 1, sizeof *p);
    if (!p)
      return no_memory(err);
    p->id = id;
    SV_TRY(compile_lets(s, n, global, s->lets, &p->lets, err));
    *end = p;
    end = &p->next;
  }
  return SV_OK;
}

/* A pattern's variables are seen by every pattern, its own first (5.4.5). */
static enum sv_status finish_patterns(struct sv_schematron *s, const xmlNode *root,
                                      const xmlNode *phase, const struct sch_scope *all,
                                      struct sv_error *err)
{
  struct sch_pattern *p = s->patterns;
  EACH (n, root, "pattern") {
    const char *abstract = xml_attribute(&s->arena, n, "abstract");
    if ((abstract && strcmp(abstract, "true") == 0) ||
        !is_active(s, phase, xml_attribute(&s->arena, n, "id")))
      continue;
    const char *documents = xml_attribute(&s->arena, n, "documents");
    if (documents)
      SV_TRY(sch_compile_expr(s, n, documents, all, &p->documents, err));
    SV_TRY(compile_rules(s, n, p, all, err));
    p = p->next;
  }
  return SV_OK;
}

/* Every let of every active pattern in one chain of scopes. */
static const struct sch_scope *scope_of_all(struct sv_schematron *s, const struct sch_scope *global)
{
  const struct sch_scope *outer = global;
  for (const struct sch_pattern *p = s->patterns; p; p = p->next) {
    struct sch_scope *scope = sv_arena_calloc(&s->arena, 1, sizeof *scope);
    if (!scope)
      return NULL;
    *scope = (struct sch_scope){ p->lets, outer };
    outer = scope;
  }
  return outer;
}

/* The phase to judge by in *OUT, NULL for all patterns. */
static enum sv_status choose_phase(struct sv_schematron *s, const xmlNode *root, const char *wanted,
                                   const xmlNode **out, struct sv_error *err)
{
  *out = NULL;
  if (!wanted || strcmp(wanted, "#DEFAULT") == 0)
    wanted = xml_attribute(&s->arena, root, "defaultPhase");
  if (!wanted || strcmp(wanted, "#ALL") == 0)
    return SV_OK;
  EACH (n, root, "phase") {
    const char *id = xml_attribute(&s->arena, n, "id");
    if (id && strcmp(id, wanted) == 0) {
      *out = n;
      return SV_OK;
    }
  }
  return sch_fail(s, root, err, N_("the schema has no phase \"%s\""), wanted);
}

static enum sv_status check_binding(struct sv_schematron *s, const xmlNode *root,
                                    struct sv_error *err)
{
  const char *binding = xml_attribute(&s->arena, root, "queryBinding");
  if (!binding || sv_equal_nocase(binding, "xslt") || sv_equal_nocase(binding, "xslt1") ||
      sv_equal_nocase(binding, "xpath"))
    return SV_OK;
  return sch_fail(s, root, err,
                  N_("the schema asks for the query language \"%s\"; xslt (XPath 1.0) is the one "
                     "known here"),
                  binding);
}

/* Diagnostics stand outside the rules that use their variables, so any rule's let may be meant. */
static enum sv_status scope_of_notes(struct sv_schematron *s, const xmlNode *root,
                                     const struct sch_scope *global, const struct sch_scope **out,
                                     struct sv_error *err)
{
  struct sch_let *known = NULL;
  EACH (p, root, "pattern")
    for (const xmlNode *n = p->children; n; n = n->next)
      for (const xmlNode *l = xml_is(n, SCH_NS, "rule")  ? next_named(n->children, "let")
                              : xml_is(n, SCH_NS, "let") ? n
                                                         : NULL;
           l; l = l == n ? NULL : next_named(l->next, "let")) {
        struct sch_let *let = sv_arena_calloc(&s->arena, 1, sizeof *let);
        if (!let)
          return no_memory(err);
        SV_TRY(sch_need(s, l, "name", &let->name, err));
        let->next = known;
        known = let;
      }
  struct sch_scope *scope = sv_arena_calloc(&s->arena, 1, sizeof *scope);
  if (!scope)
    return no_memory(err);
  *scope = (struct sch_scope){ known, global };
  *out = scope;
  return SV_OK;
}

static enum sv_status compile(struct sv_schematron *s, const char *wanted, struct sv_error *err)
{
  const xmlNode *root = xmlDocGetRootElement(s->tree);
  const xmlNode *phase;
  const struct sch_scope *notes = NULL;
  SV_TRY(check_binding(s, root, err));
  SV_TRY(compile_namespaces(s, root, err));
  SV_TRY(choose_phase(s, root, wanted, &phase, err));
  SV_TRY(sch_make_keys(s, root, err));
  SV_TRY(compile_lets(s, root, NULL, NULL, &s->lets, err));
  const struct sch_scope schema = { s->lets, NULL };
  if (phase)
    SV_TRY(compile_lets(s, phase, &schema, NULL, &s->phase_lets, err));
  const struct sch_scope global = { s->phase_lets, &schema };
  SV_TRY(scope_of_notes(s, root, &global, &notes, err));
  SV_TRY(compile_notes(s, root, notes, err));
  SV_TRY(begin_patterns(s, root, phase, &global, err));
  const struct sch_scope *all = scope_of_all(s, &global);
  if (!all)
    return no_memory(err);
  return finish_patterns(s, root, phase, all, err);
}

enum sv_status sv_schematron_compile(const struct sv_xml *schema,
                                     const struct sv_schematron_options *options,
                                     struct sv_schematron **out, struct sv_error *err)
{
  *out = NULL;
  struct sv_schematron *s = calloc(1, sizeof *s);
  if (!s)
    return no_memory(err);
  xml_be_silent();
  s->arena = SV_ARENA(ARENA_MAX);
  s->name = schema->name;
  s->base = schema->base;
  if (options)
    s->source = options->source;
  s->compiler = xmlXPathNewContext(NULL);
  enum sv_status status = s->compiler ? sch_expand(s, schema, err) : no_memory(err);
  if (status == SV_OK)
    status = compile(s, options ? options->phase : NULL, err);
  if (status != SV_OK)
    sv_schematron_free(s);
  else
    *out = s;
  return status;
}

void sv_schematron_free(struct sv_schematron *s)
{
  if (!s)
    return;
  for (size_t i = 0; i < s->code_count; i++)
    xmlXPathFreeCompExpr(s->codes[i]);
  free(s->codes);
  xsltFreeStylesheet(s->keys);
  xmlXPathFreeContext(s->compiler);
  xmlFreeDoc(s->tree);
  sv_arena_free(&s->arena);
  free(s);
}
