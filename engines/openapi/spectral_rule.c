// SPDX-License-Identifier: Apache-2.0
/* Reading one rule: severity, formats, messages, and what is then done. */
#include "engines/openapi/rule_set.h"

#include "engines/base/ascii.h"
#include "engines/base/lang.h"

#include <string.h>

enum { THENS_MAX = 100, NAMES_MAX = 50 };

enum sv_status sv_rules_severity(struct sv_rules_reader *r, struct sv_rules_value v, int *out)
{
  static const char *const names[] = { "error", "warn", "info", "hint" };
  int64_t number;
  *out = SV_RULE_WARNING;
  if (sv_rules_type(v) == SV_DOC_TRUE)
    return SV_OK;
  *out = -1;
  if (sv_rules_type(v) == SV_DOC_FALSE || (sv_rules_has(v) && sv_doc_is_text(v.doc, v.v, "off")))
    return SV_OK;
  for (int i = 0; i < 4; i++) {
    if (sv_rules_has(v) && sv_doc_is_text(v.doc, v.v, names[i])) {
      *out = i;
      return SV_OK;
    }
  }
  if (sv_rules_has(v) && sv_doc_int64(v.doc, v.v, &number) && number >= -1 && number <= 3) {
    *out = (int)number;
    return SV_OK;
  }
  return sv_rules_fault(r, v, N_("the severity of '%s' must be error, warn, info, hint or off"),
                        r->rule);
}

enum sv_status sv_rules_formats(struct sv_rules_reader *r, struct sv_rules_value v, unsigned *out)
{
  static const struct {
    const char *name;
    unsigned bits;
  } formats[] = {
    { "oas2", SV_FORMAT_2 },
    { "oas3", SV_FORMAT_3_0 | SV_FORMAT_3_1 | SV_FORMAT_3_2 },
    { "oas3.0", SV_FORMAT_3_0 },
    { "oas3_0", SV_FORMAT_3_0 },
    { "oas3.1", SV_FORMAT_3_1 },
    { "oas3_1", SV_FORMAT_3_1 },
    { "oas3.2", SV_FORMAT_3_2 },
    { "oas3_2", SV_FORMAT_3_2 },
    /* Formats of other documents: no OpenAPI document is one of them. */
    { "asyncapi2", 0 },
    { "aas2", 0 },
    { "aas2_0", 0 },
    { "json-schema", 0 },
    { "json-schema-loose", 0 },
    { "arazzo1_0", 0 },
  };
  *out = 0;
  if (sv_rules_type(v) != SV_DOC_ARRAY)
    return sv_rules_fault(r, v, N_("formats must be a list of texts"));
  for (struct sv_rules_value e = { v.doc, sv_doc_first(v.doc, v.v) }; sv_rules_has(e);
       e.v = sv_doc_next(v.doc, v.v, e.v)) {
    bool found = false;
    const char *name;
    SV_TRY(sv_rules_text(r, e, "formats", &name));
    for (size_t i = 0; i < sizeof formats / sizeof formats[0] && !found; i++) {
      found = strcmp(formats[i].name, name) == 0;
      *out |= found ? formats[i].bits : 0;
    }
    if (!found)
      return sv_rules_fault(r, e,
                            N_("the format '%s' is not known here; oas2, oas3, oas3.0, "
                               "oas3.1 and oas3.2 are"),
                            name);
  }
  return SV_OK;
}

/* "{{name}}" becomes "{name}". */
static enum sv_status template(struct sv_rules_reader *r, struct sv_rules_value v,
                               const char **out) {
  const char *text; SV_TRY(sv_rules_text(r, v, "message", &text));
  char *copy = sv_arena_strdup(&r->set->arena, text); if (!copy) return SV_NO_MEMORY;
  char *to = copy; for (const char *p = text; *p;
                        p++){ *to++ = *p; if ((*p == '{' || *p == '}') && p[1] == *p) p++; }
*to = '\0';
*out = copy;
return SV_OK;
}

static enum sv_status messages(struct sv_rules_reader *r, struct sv_rules_value v,
                               struct sv_rule *rule)
{
  static const char *const names[] = { "nb", "nn", "en", NULL };
  if (!sv_rules_has(v))
    return SV_OK;
  if (sv_rules_type(v) == SV_DOC_STRING) {
    SV_TRY(template(r, v, &rule->messages[SV_TEXT_EN]));
    rule->messages[SV_TEXT_NB] = rule->messages[SV_TEXT_NN] = rule->messages[SV_TEXT_EN];
    return SV_OK;
  }
  if (sv_rules_type(v) != SV_DOC_OBJECT)
    return sv_rules_fault(r, v, N_("message must be a text, or an object with nb, nn and en"));
  SV_TRY(sv_rules_known(r, v, names, "message"));
  for (size_t i = 0; i < SV_TEXT_COUNT; i++) {
    if (!sv_rules_has(sv_rules_get(v, names[i])))
      return sv_rules_fault(r, v, N_("message must be a text, or an object with nb, nn and en"));
    SV_TRY(template(r, sv_rules_get(v, names[i]), &rule->messages[i]));
  }
  return SV_OK;
}

static enum sv_status optional(struct sv_rules_reader *r, struct sv_rules_value v, const char *name,
                               const char **out)
{
  const struct sv_rules_value m = sv_rules_get(v, name);
  return sv_rules_has(m) && sv_rules_type(m) != SV_DOC_NULL ? sv_rules_text(r, m, name, out)
                                                            : SV_OK;
}

static enum sv_status truth(struct sv_rules_reader *r, struct sv_rules_value v, const char *name,
                            bool *out)
{
  const struct sv_rules_value m = sv_rules_get(v, name);
  if (!sv_rules_has(m))
    return SV_OK;
  if (sv_rules_type(m) != SV_DOC_TRUE && sv_rules_type(m) != SV_DOC_FALSE)
    return sv_rules_fault(r, m, N_("'%s' of the rule '%s' must be true or false"), name, r->rule);
  *out = sv_rules_type(m) == SV_DOC_TRUE;
  return SV_OK;
}

/* A member that later definitions of the same rule replace. */
static void replace(struct sv_rules_value v, const char *name, struct sv_rules_value *out)
{
  const struct sv_rules_value m = sv_rules_get(v, name);
  if (sv_rules_has(m))
    *out = m;
}

enum sv_status sv_rule_read(struct sv_rules_reader *r, const char *name, struct sv_rules_value v,
                            struct sv_rule *rule)
{
  static const char *const members[] = { "description", "message",    "severity",
                                         "given",       "then",       "formats",
                                         "recommended", "resolved",   "documentationUrl",
                                         "tags",        "type",       "enabled",
                                         "requirement", "extensions", NULL };
  const bool is_first = !rule->file;
  SV_TRY(sv_rules_known(r, v, members, name));
  if (is_first) {
    rule->info.severity = SV_RULE_WARNING;
    rule->resolved = rule->recommended = true;
    rule->formats = r->file->formats;
    rule->given_value = rule->then_value = (struct sv_rules_value){ v.doc, SV_DOC_NONE };
  }
  rule->file = r->file;
  rule->source = v;
  const struct sv_rules_value severity = sv_rules_get(v, "severity");
  if (sv_rules_has(severity)) {
    int number;
    SV_TRY(sv_rules_severity(r, severity, &number));
    if (number >= 0)
      rule->info.severity = (enum sv_severity)number;
  }
  SV_TRY(optional(r, v, "description", &rule->info.description));
  SV_TRY(optional(r, v, "documentationUrl", &rule->info.documentation));
  SV_TRY(optional(r, v, "requirement", &rule->info.requirement));
  SV_TRY(messages(r, sv_rules_get(v, "message"), rule));
  SV_TRY(truth(r, v, "recommended", &rule->recommended));
  SV_TRY(truth(r, v, "enabled", &rule->recommended));
  SV_TRY(truth(r, v, "resolved", &rule->resolved));
  if (sv_rules_has(sv_rules_get(v, "formats"))) {
    SV_TRY(sv_rules_formats(r, sv_rules_get(v, "formats"), &rule->formats));
    rule->formats &= r->file->formats;
  }
  replace(v, "given", &rule->given_value);
  replace(v, "then", &rule->then_value);
  if (!sv_rules_has(rule->given_value) || !sv_rules_has(rule->then_value))
    return sv_rules_fault(r, v, N_("the rule '%s' must have given and then"), name);
  return SV_OK;
}

/* a.b[0].c as names, one after the other. */
static enum sv_status field_names(struct sv_rules_reader *r, struct sv_rules_value v,
                                  const char *text, struct sv_rule_then *then)
{
  struct sv_rule_name *names = sv_arena_calloc(&r->set->arena, NAMES_MAX, sizeof *names);
  if (!names)
    return SV_NO_MEMORY;
  then->field = SV_FIELD_NAMES;
  then->names = names;
  for (const char *p = text; *p;) {
    if (then->name_count == NAMES_MAX)
      return sv_rules_fault(r, v, N_("the field of the rule '%s' has too many steps"), r->rule);
    struct sv_rule_name *n = &names[then->name_count++];
    const bool is_bracket = *p == '[';
    const bool is_quoted = is_bracket && (p[1] == '\'' || p[1] == '"');
    p += is_bracket + is_quoted;
    const char end[] = { is_quoted ? p[-1] : ']', '\0' };
    n->text = p;
    n->size = strcspn(p, is_bracket ? end : ".[");
    p += n->size;
    if (is_bracket) {
      p += *p && is_quoted;
      if (*p++ != ']')
        return sv_rules_fault(r, v, N_("a ] is missing in the field of the rule '%s'"), r->rule);
    }
    p += *p == '.';
  }
  return SV_OK;
}

static void release_path(void *data)
{
  sv_match_path_free(data);
}

static enum sv_status read_field(struct sv_rules_reader *r, struct sv_rules_value v,
                                 struct sv_rule_then *then)
{
  const char *text;
  if (!sv_rules_has(v))
    return SV_OK;
  SV_TRY(sv_rules_text(r, v, "field", &text));
  if (strcmp(text, "@key") == 0) {
    then->field = SV_FIELD_KEY;
    return SV_OK;
  }
  /* "$ref" is a name; a path goes on with a dot or a bracket. */
  if (*text != '$' || (text[1] && text[1] != '.' && text[1] != '['))
    return field_names(r, v, text, then);
  struct sv_error err = { .column = 0 };
  struct sv_match_path *path = NULL;
  const enum sv_status status = sv_match_compile(&r->set->arena, text, strlen(text), &path, &err);
  if (status == SV_INVALID)
    return sv_rules_fault(r, v, N_("the path '%s' cannot be read at character %zu: %s"), text,
                          err.column, err.text);
  if (status != SV_OK)
    return status;
  then->field = SV_FIELD_PATH;
  then->path = path;
  return sv_rules_own(r->set, path, release_path);
}

static enum sv_status find_function(struct sv_rules_reader *r, struct sv_rules_value v,
                                    const struct sv_rule_function **out)
{
  const char *name;
  if (!sv_rules_has(v))
    return sv_rules_fault(r, (struct sv_rules_value){ v.doc, SV_DOC_NONE },
                          N_("the rule '%s' names no function"), r->rule);
  SV_TRY(sv_rules_text(r, v, "function", &name));
  for (size_t i = 0; sv_rule_functions[i]; i++) {
    if (strcmp(sv_rule_functions[i]->name, name) == 0) {
      *out = sv_rule_functions[i];
      return SV_OK;
    }
  }
  return sv_rules_fault(r, v,
                        N_("the rule '%s' needs the function '%s', which is not known here; "
                           "functions in JavaScript are not run. Turn the rule off, or say it with "
                           "pattern or schema"),
                        r->rule, name);
}

static enum sv_status read_then(struct sv_rules_reader *r, struct sv_rules_value v,
                                struct sv_rule_then *then)
{
  static const char *const members[] = { "field", "function", "functionOptions", NULL };
  static const char *const none[] = { NULL };
  if (sv_rules_type(v) != SV_DOC_OBJECT)
    return sv_rules_fault(r, v, N_("then of the rule '%s' must be an object or a list of them"),
                          r->rule);
  SV_TRY(sv_rules_known(r, v, members, "then"));
  SV_TRY(read_field(r, sv_rules_get(v, "field"), then));
  const struct sv_rules_value name = sv_rules_get(v, "function");
  if (!sv_rules_has(name))
    return sv_rules_fault(r, v, N_("the rule '%s' names no function"), r->rule);
  SV_TRY(find_function(r, name, &then->function));
  const struct sv_rules_value options = sv_rules_get(v, "functionOptions");
  if (sv_rules_has(options) && sv_rules_type(options) != SV_DOC_NULL) {
    if (sv_rules_type(options) != SV_DOC_OBJECT)
      return sv_rules_fault(r, options, N_("the options of a function must be an object"));
    SV_TRY(sv_rules_known(r, options, then->function->options ? then->function->options : none,
                          "functionOptions"));
  }
  if (!then->function->prepare)
    return SV_OK;
  void *prepared = NULL;
  SV_TRY(then->function->prepare(
      r, sv_rules_has(options) ? options : (struct sv_rules_value){ v.doc, SV_DOC_NONE },
      &prepared));
  then->options = prepared;
  return SV_OK;
}

enum sv_status sv_rule_compile(struct sv_rules_reader *r, struct sv_rule *rule)
{
  const struct sv_rules_value v = rule->then_value;
  const bool is_list = sv_rules_type(v) == SV_DOC_ARRAY;
  const size_t count = is_list ? sv_doc_count(v.doc, v.v) : 1;
  if (count == 0 || count > THENS_MAX)
    return sv_rules_fault(r, v, N_("then of the rule '%s' must be an object or a list of them"),
                          r->rule);
  rule->thens = sv_arena_calloc(&r->set->arena, count, sizeof *rule->thens);
  if (!rule->thens)
    return SV_NO_MEMORY;
  struct sv_rules_value one = { v.doc, is_list ? sv_doc_first(v.doc, v.v) : v.v };
  for (size_t i = 0; i < count; i++) {
    SV_TRY(read_then(r, one, &rule->thens[i]));
    rule->then_count++;
    one.v = is_list ? sv_doc_next(v.doc, v.v, one.v) : one.v;
  }
  return sv_rules_givens(r, rule);
}
