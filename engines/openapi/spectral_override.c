// SPDX-License-Identifier: Apache-2.0
/* overrides and except: severities for some files, or for some places in them. */
#include "engines/openapi/rule_set.h"

#include <string.h>

enum { OVERRIDES_MAX = 10000 };

#define GLOB_STEPS 20000u

static enum sv_status add(struct sv_rules_reader *r, struct sv_rules_value v, struct sv_rule *rule,
                          const char *files, int severity)
{
  struct sv_arena *const arena = &r->set->arena;
  struct sv_rule_override *o = sv_arena_calloc(arena, 1, sizeof *o);
  const char *hash = strchr(files, '#');
  if (!o)
    return SV_NO_MEMORY;
  o->folder = r->file->folder;
  o->severity = severity;
  o->files = sv_arena_copy(arena, files, hash ? (size_t)(hash - files) : strlen(files));
  o->pointer = hash && hash[1] ? sv_arena_strdup(arena, hash + 1) : NULL;
  if (!o->files || (hash && hash[1] && !o->pointer))
    return SV_NO_MEMORY;
  if (o->pointer && *o->pointer != '/')
    return sv_rules_fault(r, v, N_("'%s' is no JSON Pointer behind the #"), files);
  struct sv_rule_override **end = &rule->overrides;
  for (size_t i = 0; *end; i++, end = &(*end)->next)
    if (i == OVERRIDES_MAX)
      return sv_rules_fault(r, v, N_("the rule '%s' has too many overrides"), rule->info.name);
  *end = o; /* the last one wins */
  rule->is_on_somewhere |= severity >= 0;
  return SV_OK;
}

static enum sv_status find(struct sv_rules_reader *r, struct sv_rules_value at, const char *text,
                           size_t size, struct sv_rule **out)
{
  *out = sv_map_get(&r->set->by_name, text, size);
  if (*out)
    return SV_OK;
  return sv_rules_fault(r, at, N_("the rule '%.*s' is overridden and not defined"),
                        (int)(size < 80 ? size : 80), text);
}

static enum sv_status override_rules(struct sv_rules_reader *r, struct sv_rules_value rules,
                                     const char *files)
{
  for (struct sv_rules_value m = { rules.doc, sv_doc_first(rules.doc, rules.v) }; sv_rules_has(m);
       m.v = sv_doc_next(rules.doc, rules.v, m.v)) {
    size_t size;
    int severity;
    struct sv_rule *rule;
    const sv_value key = sv_doc_key(m.doc, m.v);
    const char *text = sv_doc_string(m.doc, key, &size);
    SV_TRY(find(r, (struct sv_rules_value){ m.doc, key }, text, size, &rule));
    r->rule = rule->info.name;
    if (sv_rules_type(m) == SV_DOC_OBJECT)
      return sv_rules_fault(r, m,
                            N_("an override gives a severity only; the rule '%s' is defined "
                               "anew here"),
                            rule->info.name);
    SV_TRY(sv_rules_severity(r, m, &severity));
    SV_TRY(add(r, m, rule, files, severity));
  }
  return SV_OK;
}

enum sv_status sv_rules_overrides(struct sv_rules_reader *r, struct sv_rules_value v)
{
  static const char *const members[] = { "files", "rules", NULL };
  if (!sv_rules_has(v))
    return SV_OK;
  if (sv_rules_type(v) != SV_DOC_ARRAY)
    return sv_rules_fault(r, v, N_("overrides must be a list"));
  for (struct sv_rules_value e = { v.doc, sv_doc_first(v.doc, v.v) }; sv_rules_has(e);
       e.v = sv_doc_next(v.doc, v.v, e.v)) {
    const struct sv_rules_value files = sv_rules_get(e, "files"), rules = sv_rules_get(e, "rules");
    if (sv_rules_type(e) != SV_DOC_OBJECT || sv_rules_type(files) != SV_DOC_ARRAY ||
        sv_rules_type(rules) != SV_DOC_OBJECT)
      return sv_rules_fault(r, e, N_("an override must have files (a list) and rules"));
    SV_TRY(sv_rules_known(r, e, members, "overrides"));
    for (struct sv_rules_value f = { v.doc, sv_doc_first(files.doc, files.v) }; sv_rules_has(f);
         f.v = sv_doc_next(files.doc, files.v, f.v)) {
      const char *text;
      SV_TRY(sv_rules_text(r, f, "files", &text));
      SV_TRY(override_rules(r, rules, text));
    }
  }
  return SV_OK;
}

/* Spectral 5: { "file.yaml#/pointer": [rule names] }. */
enum sv_status sv_rules_except(struct sv_rules_reader *r, struct sv_rules_value v)
{
  if (!sv_rules_has(v))
    return SV_OK;
  if (sv_rules_type(v) != SV_DOC_OBJECT)
    return sv_rules_fault(r, v, N_("except must be an object"));
  for (struct sv_rules_value m = { v.doc, sv_doc_first(v.doc, v.v) }; sv_rules_has(m);
       m.v = sv_doc_next(v.doc, v.v, m.v)) {
    const char *files;
    SV_TRY(sv_rules_text(r, (struct sv_rules_value){ m.doc, sv_doc_key(m.doc, m.v) }, "except",
                         &files));
    if (sv_rules_type(m) != SV_DOC_ARRAY)
      return sv_rules_fault(r, m, N_("except gives a list of rules for each place"));
    for (struct sv_rules_value e = { v.doc, sv_doc_first(m.doc, m.v) }; sv_rules_has(e);
         e.v = sv_doc_next(m.doc, m.v, e.v)) {
      struct sv_rule *rule;
      const char *name;
      SV_TRY(sv_rules_text(r, e, "except", &name));
      SV_TRY(find(r, e, name, strlen(name), &rule));
      SV_TRY(add(r, e, rule, files, -1));
    }
  }
  return SV_OK;
}

/* Whether TEXT matches the glob P: ?, *, and ** which crosses slashes. STEPS bounds the tries. */
static bool glob(const char *p, const char *text, unsigned *steps)
{
  for (; *p; p++, text++) {
    if (*steps == 0)
      return false;
    (*steps)--;
    if (*p == '*') {
      const bool deep = p[1] == '*';
      p += deep ? 2 : 1;
      if (deep && *p == '/' && glob(p + 1, text, steps))
        return true;
      for (;; text++) {
        if (glob(p, text, steps))
          return true;
        if (!*text || *steps == 0 || (!deep && *text == '/'))
          return false;
      }
    }
    if (!*text || (*p == '?' ? *text == '/' : *p != *text))
      return false;
  }
  return !*text;
}

static bool is_file(const struct sv_rule_override *o, const char *file)
{
  unsigned steps = GLOB_STEPS;
  const char *pattern = o->files;
  if (!*pattern)
    return true;
  if (strncmp(file, "./", 2) == 0)
    file += 2;
  if (strncmp(pattern, "./", 2) == 0)
    pattern += 2;
  const size_t size = strlen(o->folder);
  if (*pattern != '/' && size > 0 && strncmp(file, o->folder, size) == 0)
    file += size;
  return glob(pattern, file, &steps);
}

/* Whether POINTER names a value that N is, or stands in. */
static bool is_below(const char *pointer, struct sv_openapi_node n)
{
  const sv_value top = sv_doc_resolve_pointer(n.doc, SV_DOC_ROOT, pointer, strlen(pointer));
  for (sv_value v = n.value; top != SV_DOC_NONE && v != SV_DOC_NONE; v = sv_doc_parent(n.doc, v))
    if (v == top)
      return true;
  return false;
}

int sv_rule_severity_at(const struct sv_rule *rule, const char *file, struct sv_openapi_node n)
{
  int severity = rule->info.enabled || !rule->is_on_somewhere ? (int)rule->info.severity : -1;
  for (const struct sv_rule_override *o = rule->overrides; o; o = o->next)
    if (is_file(o, file) && (!o->pointer || is_below(o->pointer, n)))
      severity = o->severity;
  return severity;
}
