// SPDX-License-Identifier: Apache-2.0
/* Reading rule sets: files, what they extend, and the rules by name. */
#include "engines/openapi/rule_set.h"

#include "engines/base/escape.h"
#include "engines/base/lang.h"
#include "engines/doc/bridge.h"
#include "engines/regex/loose.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EXTENDS_MAX = 32, FILES_MAX = 64, RULES_MAX = 5000 };

#define ARENA_MAX ((size_t)256 << 20)
#define FILE_MAX ((size_t)16 << 20)

static enum sv_status add_file(struct sv_rules_reader *r, const struct sv_openapi_text *text,
                               const char *mode);

enum sv_status sv_rules_fault(struct sv_rules_reader *r, struct sv_rules_value v, const char *fmt,
                              ...)
{
  char text[400];
  size_t line = 0, column = 0;
  va_list args;
  va_start(args, fmt);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral" /* FMT is checked where it is written */
  (void)vsnprintf(text, sizeof text, sv_tr(fmt), args);
#pragma GCC diagnostic pop
  va_end(args);
  text[sv_text_fit(text, strlen(text), sizeof text - 1)] = '\0';
  if (v.doc && v.v != SV_DOC_NONE)
    sv_doc_position(v.doc, v.v, &line, &column);
  return sv_fail_at(r->err, SV_INVALID, v.doc ? sv_doc_name(v.doc) : NULL, line, column, "%s",
                    text);
}

struct sv_rules_value sv_rules_get(struct sv_rules_value v, const char *name)
{
  if (v.v != SV_DOC_NONE)
    v.v = sv_doc_gets(v.doc, v.v, name);
  return v;
}

bool sv_rules_has(struct sv_rules_value v)
{
  return v.v != SV_DOC_NONE;
}

enum sv_doc_type sv_rules_type(struct sv_rules_value v)
{
  return v.v == SV_DOC_NONE ? SV_DOC_NULL : sv_doc_type(v.doc, v.v);
}

enum sv_status sv_rules_text(struct sv_rules_reader *r, struct sv_rules_value v, const char *what,
                             const char **out)
{
  size_t size;
  const char *text = sv_rules_has(v) ? sv_doc_string(v.doc, v.v, &size) : NULL;
  if (!text)
    return sv_rules_fault(r, v, N_("%s must be a text"), what);
  *out = sv_arena_copy(&r->set->arena, text, size);
  return *out ? SV_OK : SV_NO_MEMORY;
}

enum sv_status sv_rules_own(struct sv_rules *set, void *data, void (*release)(void *))
{
  struct sv_rules_owned *o = sv_arena_calloc(&set->arena, 1, sizeof *o);
  if (!o) {
    release(data);
    return SV_NO_MEMORY;
  }
  *o = (struct sv_rules_owned){ data, release, set->owned };
  set->owned = o;
  return SV_OK;
}

static void release_regex(void *data)
{
  sv_regex_free(data);
}

enum sv_status sv_rules_pattern(struct sv_rules_reader *r, struct sv_rules_value v,
                                const struct sv_regex **out)
{
  size_t size;
  struct sv_regex *regex = NULL;
  struct sv_error err = { .column = 0 };
  const char *text = sv_rules_has(v) ? sv_doc_string(v.doc, v.v, &size) : NULL;
  if (!text)
    return sv_rules_fault(r, v, N_("the rule '%s' has a pattern that is no text"), r->rule);
  const enum sv_status status = sv_regex_compile_literal(text, size, &regex, &err);
  if (status == SV_NO_MEMORY)
    return status;
  if (status != SV_OK || sv_regex_limit(regex)) {
    sv_regex_free(regex);
    return sv_rules_fault(r, v, N_("the pattern of the rule '%s' cannot be used: %s"), r->rule,
                          err.text[0] ? err.text
                                      : sv_tr(N_("it asks for more than can be searched for")));
  }
  *out = regex;
  return sv_rules_own(r->set, regex, release_regex);
}

enum sv_status sv_rules_known(struct sv_rules_reader *r, struct sv_rules_value v,
                              const char *const *names, const char *what)
{
  for (sv_value m = sv_doc_first(v.doc, v.v); m != SV_DOC_NONE; m = sv_doc_next(v.doc, v.v, m)) {
    const sv_value key = sv_doc_key(v.doc, m);
    bool found = false;
    size_t size;
    const char *text = sv_doc_string(v.doc, key, &size);
    for (size_t i = 0; names[i] && !found; i++)
      found = sv_doc_is_text(v.doc, key, names[i]);
    if (!found && !(size > 2 && memcmp(text, "x-", 2) == 0))
      return sv_rules_fault(r, (struct sv_rules_value){ v.doc, key },
                            N_("%s has the member '%.*s', which is not known here"), what,
                            (int)(size < 80 ? size : 80), text);
  }
  return SV_OK;
}

/* The folder of the file NAME with its slash, "" for the current one. */
static const char *folder_of(struct sv_rules *set, const char *name)
{
  const char *slash = strrchr(name, '/');
  return sv_arena_copy(&set->arena, name, slash ? (size_t)(slash - name) + 1 : 0);
}

static enum sv_status unknown_extends(struct sv_rules_reader *r, struct sv_rules_value v,
                                      const char *name)
{
  return sv_rules_fault(r, v,
                        N_("the rule set extends '%s', which is not a file; only files can be "
                           "extended here. samsvar judges the structure of OpenAPI by itself"),
                        name);
}

static bool is_file_name(const char *name)
{
  return strstr(name, "://") == NULL && strncmp(name, "spectral:", 9) != 0 &&
         (strchr(name, '/') || strstr(name, ".yaml") || strstr(name, ".yml") ||
          strstr(name, ".json")) &&
         *name != '@';
}

/* One entry of extends; MODE is "recommended", "all" or "off". */
static enum sv_status extend_one(struct sv_rules_reader *r, struct sv_rules_value v,
                                 const char *mode)
{
  struct sv_openapi_text text = { .bytes = NULL };
  const char *path = "";
  SV_TRY(sv_rules_text(r, v, "extends", &path));
  /* A foreign set that is extended with all its rules off adds nothing. */
  if (!is_file_name(path) && strcmp(mode, "off") == 0)
    return SV_OK;
  if (!is_file_name(path) || !r->opt->fetch)
    return unknown_extends(r, v, path);
  struct sv_error why = { .line = 0 };
  const enum sv_status status = r->opt->fetch(r->opt->context, r->file->name, path, &text, &why);
  if (status == SV_NO_MEMORY)
    return status;
  if (status != SV_OK) {
    (void)sv_rules_fault(r, v, N_("the rule set '%s' that is extended cannot be read: %s"), path,
                         why.text);
    return status;
  }
  const struct sv_rules_file *const before = r->file;
  r->depth++;
  const enum sv_status read = add_file(r, &text, mode);
  r->depth--;
  r->file = before;
  free(text.bytes);
  free(text.name);
  return read;
}

static enum sv_status extend(struct sv_rules_reader *r, struct sv_rules_value v)
{
  if (!sv_rules_has(v))
    return SV_OK;
  if (sv_rules_type(v) == SV_DOC_STRING)
    return extend_one(r, v, "recommended");
  if (sv_rules_type(v) != SV_DOC_ARRAY)
    return sv_rules_fault(r, v, N_("extends must be a text or a list"));
  for (struct sv_rules_value e = { v.doc, sv_doc_first(v.doc, v.v) }; sv_rules_has(e);
       e.v = sv_doc_next(v.doc, v.v, e.v)) {
    if (sv_rules_type(e) != SV_DOC_ARRAY) {
      SV_TRY(extend_one(r, e, "recommended"));
      continue;
    }
    const struct sv_rules_value name = { v.doc, sv_doc_at(v.doc, e.v, 0) };
    const struct sv_rules_value how = { v.doc, sv_doc_at(v.doc, e.v, 1) };
    const char *mode = "";
    SV_TRY(sv_rules_text(r, sv_rules_has(how) ? how : e, "extends", &mode));
    if (strcmp(mode, "off") != 0 && strcmp(mode, "all") != 0 && strcmp(mode, "recommended") != 0)
      return sv_rules_fault(r, how, N_("a set is extended as off, recommended or all"));
    SV_TRY(extend_one(r, name, mode));
  }
  return SV_OK;
}

static enum sv_status new_rule(struct sv_rules_reader *r, const char *name, size_t size,
                               struct sv_rules_value v, struct sv_rule **out)
{
  struct sv_rules *set = r->set;
  struct sv_rule *rule = sv_arena_calloc(&set->arena, 1, sizeof *rule);
  if (!rule)
    return SV_NO_MEMORY;
  if (set->count == RULES_MAX)
    return sv_rules_fault(r, v, N_("the rule set has too many rules"));
  rule->info.name = name;
  rule->number = set->count++;
  *set->end = rule;
  set->end = &rule->next;
  SV_TRY(sv_map_set(&set->by_name, name, size, rule));
  *out = rule;
  return SV_OK;
}

/* One member of rules: a rule, or a severity for one that is there. */
static enum sv_status read_rule(struct sv_rules_reader *r, struct sv_rules_value v,
                                const char *mode)
{
  size_t size;
  const char *text = sv_doc_string(v.doc, sv_doc_key(v.doc, v.v), &size);
  const char *name = sv_arena_copy(&r->set->arena, text, size);
  struct sv_rule *rule = sv_map_get(&r->set->by_name, text, size);
  if (!name)
    return SV_NO_MEMORY;
  r->rule = name;
  if (sv_rules_type(v) != SV_DOC_OBJECT) {
    int severity;
    SV_TRY(sv_rules_severity(r, v, &severity));
    if (!rule)
      return sv_rules_fault(r, v, N_("the rule '%s' gets a severity and is not defined"), name);
    rule->info.enabled = severity >= 0;
    if (severity >= 0 && sv_rules_type(v) != SV_DOC_TRUE)
      rule->info.severity = (enum sv_severity)severity;
    return SV_OK;
  }
  const bool is_known = rule != NULL;
  if (!rule)
    SV_TRY(new_rule(r, name, size, v, &rule));
  SV_TRY(sv_rule_read(r, name, v, rule));
  rule->info.enabled = is_known || (strcmp(mode, "all") == 0) ||
                       (strcmp(mode, "recommended") == 0 && rule->recommended);
  if (sv_rules_type(sv_rules_get(v, "severity")) == SV_DOC_STRING &&
      sv_doc_is_text(v.doc, sv_rules_get(v, "severity").v, "off"))
    rule->info.enabled = false;
  return SV_OK;
}

static enum sv_status read_rules(struct sv_rules_reader *r, struct sv_rules_value v,
                                 const char *mode)
{
  if (!sv_rules_has(v))
    return SV_OK;
  if (sv_rules_type(v) != SV_DOC_OBJECT)
    return sv_rules_fault(r, v, N_("rules must be an object"));
  for (struct sv_rules_value m = { v.doc, sv_doc_first(v.doc, v.v) }; sv_rules_has(m);
       m.v = sv_doc_next(v.doc, v.v, m.v))
    SV_TRY(read_rule(r, m, mode));
  return SV_OK;
}

/* What is read of a file whose document is parsed. */
static enum sv_status read_file(struct sv_rules_reader *r, struct sv_rules_file *f,
                                const char *mode)
{
  static const char *const members[] = {
    "extends",   "rules",  "aliases",     "formats",       "functions", "functionsDir",
    "overrides", "except", "description", "parserOptions", "$schema",   "documentationUrl",
    NULL
  };
  const struct sv_rules_value root = { f->doc, SV_DOC_ROOT };
  size_t count;
  const struct sv_doc_finding *said = sv_doc_findings(f->doc, &count, NULL);
  for (size_t i = 0; i < count; i++)
    if (said[i].kind == SV_DOC_DUPLICATE_KEY)
      return sv_fail_at(r->err, SV_INVALID, f->name, said[i].line, said[i].column,
                        N_("a name stands twice in the rule set"));
  if (sv_doc_type(f->doc, SV_DOC_ROOT) != SV_DOC_OBJECT)
    return sv_rules_fault(r, root, N_("a rule set must be an object"));
  SV_TRY(sv_rules_known(r, root, members, sv_tr(N_("the rule set"))));
  const struct sv_rules_value some[] = { sv_rules_get(root, "extends"), sv_rules_get(root, "rules"),
                                         sv_rules_get(root, "overrides") };
  if (!sv_rules_has(some[0]) && !sv_rules_has(some[1]) && !sv_rules_has(some[2]))
    return sv_rules_fault(r, root, N_("a rule set has rules, overrides or extends; this has none"));
  f->aliases = sv_rules_get(root, "aliases");
  f->formats = SV_FORMAT_ALL;
  if (sv_rules_has(sv_rules_get(root, "formats")))
    SV_TRY(sv_rules_formats(r, sv_rules_get(root, "formats"), &f->formats));
  SV_TRY(extend(r, some[0]));
  SV_TRY(read_rules(r, some[1], mode));
  SV_TRY(sv_rules_overrides(r, some[2]));
  return sv_rules_except(r, sv_rules_get(root, "except"));
}

static bool is_yaml_name(const char *name, const char *bytes, size_t size)
{
  const char *dot = strrchr(name, '.');
  if (dot && (strcmp(dot, ".yaml") == 0 || strcmp(dot, ".yml") == 0))
    return true;
  if (dot && strcmp(dot, ".json") == 0)
    return false;
  size_t i = 0;
  while (i < size && strchr(" \t\r\n", bytes[i]))
    i++;
  return i == size || bytes[i] != '{';
}

static enum sv_status parse_file(struct sv_rules_reader *r, struct sv_rules_file *f,
                                 const struct sv_openapi_text *text)
{
  const struct sv_doc_limits limits = {
    .bytes = FILE_MAX, .depth = 128, .nodes = 1000000, .key_bytes = 65536, .aliases = 100000
  };
  const struct sv_doc_options opt = { .syntax = is_yaml_name(f->name, text->bytes, text->size)
                                                    ? SV_DOC_YAML
                                                    : SV_DOC_JSON,
                                      .name = f->name,
                                      .limits = &limits };
  return sv_doc_parse(text->bytes, text->size, &opt, &f->doc, r->err);
}

static enum sv_status add_file(struct sv_rules_reader *r, const struct sv_openapi_text *text,
                               const char *mode)
{
  struct sv_rules *set = r->set;
  size_t count = 0;
  for (const struct sv_rules_file *f = set->files; f; f = f->next, count++)
    if (strcmp(f->name, text->name) == 0)
      return SV_OK; /* its rules are there already; a circle ends here as well */
  if (count == FILES_MAX || r->depth > EXTENDS_MAX)
    return sv_fail(r->err, SV_INVALID, N_("%s extends too many rule sets"), text->name);
  struct sv_rules_file *f = sv_arena_calloc(&set->arena, 1, sizeof *f);
  if (!f)
    return SV_NO_MEMORY;
  f->name = sv_arena_strdup(&set->arena, text->name);
  f->folder = f->name ? folder_of(set, f->name) : NULL;
  if (!f->folder)
    return SV_NO_MEMORY;
  f->next = set->files;
  set->files = f;
  /* The file that extends sees the aliases of this one. */
  struct sv_rules_file *from = (struct sv_rules_file *)(uintptr_t)r->file;
  if (from && from->parent_count == EXTENDS_MAX)
    return sv_fail(r->err, SV_INVALID, N_("%s extends too many rule sets"), from->name);
  if (from)
    from->parents[from->parent_count++] = f;
  r->file = f;
  SV_TRY(parse_file(r, f, text));
  return read_file(r, f, mode);
}

/* Once all is read: paths, aliases and functions, of the rules that may run. */
static enum sv_status compile(struct sv_rules_reader *r)
{
  struct sv_rules *set = r->set;
  set->all = sv_arena_calloc(&set->arena, set->count + 1, sizeof *set->all);
  if (!set->all)
    return SV_NO_MEMORY;
  for (struct sv_rule *rule = set->first; rule; rule = rule->next) {
    set->all[rule->number] = rule;
    r->file = rule->file;
    r->rule = rule->info.name;
    if (rule->info.enabled || rule->is_on_somewhere || rule->info.requirement)
      SV_TRY(sv_rule_compile(r, rule));
  }
  return SV_OK;
}

static enum sv_status read_set(const void *data, size_t size, const struct sv_rules_options *opt,
                               bool is_trusted, struct sv_rules **out, struct sv_error *err)
{
  const struct sv_rules_options plain = { .name = "rules" };
  opt = opt ? opt : &plain;
  *out = NULL;
  struct sv_rules *set = calloc(1, sizeof *set);
  if (!set)
    return sv_fail(err, SV_NO_MEMORY, "There is not enough memory for this rule set.");
  set->arena = SV_ARENA(ARENA_MAX);
  set->end = &set->first;
  set->is_trusted = is_trusted;
  struct sv_rules_reader r = { .set = set, .opt = opt, .rule = "", .err = err };
  const struct sv_openapi_text text = { (char *)(uintptr_t)data, size,
                                        (char *)(uintptr_t)(opt->name ? opt->name : "rules") };
  enum sv_status status = add_file(&r, &text, "recommended");
  if (status == SV_OK)
    status = compile(&r);
  if (status != SV_OK) {
    if (status == SV_NO_MEMORY)
      (void)sv_fail(err, status, "There is not enough memory for this rule set.");
    sv_rules_free(set);
    return status;
  }
  *out = set;
  return SV_OK;
}

enum sv_status sv_rules_read(const void *data, size_t size, const struct sv_rules_options *opt,
                             struct sv_rules **out, struct sv_error *err)
{
  return read_set(data, size, opt, false, out, err);
}

enum sv_status sv_rules_read_trusted(const void *data, size_t size,
                                     const struct sv_rules_options *opt, struct sv_rules **out,
                                     struct sv_error *err)
{
  return read_set(data, size, opt, true, out, err);
}

void sv_rules_free(struct sv_rules *r)
{
  if (!r)
    return;
  sv_schema_set_free(r->schemas); /* before the documents that it borrows */
  for (struct sv_rules_owned *o = r->owned; o; o = o->next)
    o->release(o->data);
  for (struct sv_rules_file *f = r->files; f; f = f->next)
    sv_doc_free(f->doc);
  sv_map_free(&r->by_name);
  sv_map_free(&r->givens);
  sv_arena_free(&r->arena);
  free(r);
}

size_t sv_rules_count(const struct sv_rules *r)
{
  return r->count;
}

const struct sv_rule_info *sv_rules_at(const struct sv_rules *r, size_t i)
{
  return i < r->count ? &r->all[i]->info : NULL;
}
