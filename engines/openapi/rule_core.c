// SPDX-License-Identifier: Apache-2.0
/* Spectral's functions on one value: is it there, what does it look like. */
#include "engines/openapi/rule_set.h"

#include "engines/base/utf8.h"
#include "engines/openapi/casing.h"
#include "engines/regex/loose.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static enum sv_status truthy(struct sv_rule_call *c);
static enum sv_status falsy(struct sv_rule_call *c);
static enum sv_status defined(struct sv_rule_call *c);
static enum sv_status undefined(struct sv_rule_call *c);
static enum sv_status prepare_pattern(struct sv_rules_reader *r, struct sv_rules_value v,
                                      void **out);
static enum sv_status pattern(struct sv_rule_call *c);
static enum sv_status prepare_casing(struct sv_rules_reader *r, struct sv_rules_value v,
                                     void **out);
static enum sv_status casing(struct sv_rule_call *c);
static enum sv_status prepare_length(struct sv_rules_reader *r, struct sv_rules_value v,
                                     void **out);
static enum sv_status length(struct sv_rule_call *c);
static enum sv_status prepare_values(struct sv_rules_reader *r, struct sv_rules_value v,
                                     void **out);
static enum sv_status enumeration(struct sv_rule_call *c);

static const char *const pattern_options[] = { "match", "notMatch", NULL };
static const char *const casing_options[] = { "type", "disallowDigits", "separator", NULL };
static const char *const length_options[] = { "min", "max", NULL };
static const char *const enumeration_options[] = { "values", NULL };

const struct sv_rule_function sv_rule_truthy = { .name = "truthy",
                                                 .judge = truthy,
                                                 .judges_absence = true };
const struct sv_rule_function sv_rule_falsy = { .name = "falsy",
                                                .judge = falsy,
                                                .judges_absence = true };
const struct sv_rule_function sv_rule_defined = { .name = "defined",
                                                  .judge = defined,
                                                  .judges_absence = true };
const struct sv_rule_function sv_rule_undefined = { .name = "undefined",
                                                    .judge = undefined,
                                                    .judges_absence = true };
const struct sv_rule_function sv_rule_pattern = { "pattern", prepare_pattern, pattern,
                                                  pattern_options };
const struct sv_rule_function sv_rule_casing = { "casing", prepare_casing, casing, casing_options };
const struct sv_rule_function sv_rule_length = { "length", prepare_length, length, length_options };
const struct sv_rule_function sv_rule_enumeration = { "enumeration", prepare_values, enumeration,
                                                      enumeration_options };

/* As JavaScript has it: what is not there, null, false, 0 and "" are not. */
static bool is_truthy(const struct sv_rule_call *c)
{
  if (c->is_absent || c->name)
    return c->name && c->name_size > 0;
  switch (sv_doc_type(c->value.doc, c->value.value)) {
  case SV_DOC_NULL:
  case SV_DOC_FALSE:
    return false;
  case SV_DOC_NUMBER:
    return sv_doc_double(c->value.doc, c->value.value) != 0;
  case SV_DOC_STRING:
    return sv_doc_length(c->value.doc, c->value.value) > 0;
  default:
    return true;
  }
}

static enum sv_status truthy(struct sv_rule_call *c)
{
  return is_truthy(c) ? SV_OK
                      : sv_rule_say(c, N_("'{property}' must be there and not be empty"), NULL, 0);
}

static enum sv_status falsy(struct sv_rule_call *c)
{
  return !is_truthy(c) ? SV_OK
                       : sv_rule_say(c, N_("'{property}' must not be there, or be empty"), NULL, 0);
}

static enum sv_status defined(struct sv_rule_call *c)
{
  return !c->is_absent ? SV_OK : sv_rule_say(c, N_("'{property}' must be there"), NULL, 0);
}

static enum sv_status undefined(struct sv_rule_call *c)
{
  return c->is_absent ? SV_OK : sv_rule_say(c, N_("'{property}' must not be there"), NULL, 0);
}

struct patterns {
  const struct sv_regex *match, *not_match;
  const char *match_text, *not_match_text;
};

static enum sv_status prepare_pattern(struct sv_rules_reader *r, struct sv_rules_value v,
                                      void **out)
{
  struct patterns *p = sv_arena_calloc(&r->set->arena, 1, sizeof *p);
  const struct sv_rules_value match = sv_rules_get(v, "match");
  const struct sv_rules_value not_match = sv_rules_get(v, "notMatch");
  if (!p)
    return SV_NO_MEMORY;
  if (!sv_rules_has(match) && !sv_rules_has(not_match))
    return sv_rules_fault(r, v,
                          N_("the function 'pattern' of the rule '%s' needs match or "
                             "notMatch"),
                          r->rule);
  if (sv_rules_has(match)) {
    SV_TRY(sv_rules_pattern(r, match, &p->match));
    SV_TRY(sv_rules_text(r, match, "match", &p->match_text));
  }
  if (sv_rules_has(not_match)) {
    SV_TRY(sv_rules_pattern(r, not_match, &p->not_match));
    SV_TRY(sv_rules_text(r, not_match, "notMatch", &p->not_match_text));
  }
  *out = p;
  return SV_OK;
}

static enum sv_status pattern(struct sv_rule_call *c)
{
  const struct patterns *p = c->options;
  bool found = true;
  size_t size;
  const char *text = sv_rule_text(c, &size);
  if (!text)
    return SV_OK;
  if (p->match)
    SV_TRY(sv_rule_match(c, p->match, text, size, &found));
  if (!found)
    return sv_rule_say(
        c, N_("'{text}' must match the pattern {pattern}"),
        (const struct sv_arg[]){ { .name = "text", .text = sv_rule_copy(c->run, text, size) },
                                 { .name = "pattern", .text = p->match_text } },
        2);
  found = false;
  if (p->not_match)
    SV_TRY(sv_rule_match(c, p->not_match, text, size, &found));
  if (!found)
    return SV_OK;
  return sv_rule_say(
      c, N_("'{text}' must not match the pattern {pattern}"),
      (const struct sv_arg[]){ { .name = "text", .text = sv_rule_copy(c->run, text, size) },
                               { .name = "pattern", .text = p->not_match_text } },
      2);
}

struct way {
  const struct sv_regex *regex;
  struct sv_casing_options options;
};

static void release_regex(void *data)
{
  sv_regex_free(data);
}

static enum sv_status read_separator(struct sv_rules_reader *r, struct sv_rules_value v,
                                     struct sv_casing_options *out)
{
  static const char *const names[] = { "char", "allowLeading", NULL };
  if (!sv_rules_has(v))
    return SV_OK;
  if (sv_rules_type(v) != SV_DOC_OBJECT)
    return sv_rules_fault(r, v, N_("separator must be an object with char"));
  SV_TRY(sv_rules_known(r, v, names, "separator"));
  SV_TRY(sv_rules_text(r, sv_rules_get(v, "char"), "char", &out->separator));
  out->leads = sv_rules_type(sv_rules_get(v, "allowLeading")) == SV_DOC_TRUE;
  if (sv_utf8_length(out->separator, strlen(out->separator)) != 1)
    return sv_rules_fault(r, v, N_("the separator of names must be one character"));
  return SV_OK;
}

static enum sv_status prepare_casing(struct sv_rules_reader *r, struct sv_rules_value v, void **out)
{
  struct way *w = sv_arena_calloc(&r->set->arena, 1, sizeof *w);
  const char *type;
  if (!w)
    return SV_NO_MEMORY;
  if (!sv_rules_has(v) || !sv_rules_has(sv_rules_get(v, "type")))
    return sv_rules_fault(r, v, N_("the function 'casing' of the rule '%s' needs type"), r->rule);
  SV_TRY(sv_rules_text(r, sv_rules_get(v, "type"), "type", &type));
  w->options.casing = sv_casing_find(type);
  if (w->options.casing == SV_CASE_NONE)
    return sv_rules_fault(r, sv_rules_get(v, "type"),
                          N_("'%s' is no way to write names; flat, camel, pascal, kebab, cobol, "
                             "snake and macro are"),
                          type);
  w->options.no_digits = sv_rules_type(sv_rules_get(v, "disallowDigits")) == SV_DOC_TRUE;
  SV_TRY(read_separator(r, sv_rules_get(v, "separator"), &w->options));
  struct sv_buf text = SV_BUF(4096);
  struct sv_regex *regex = NULL;
  enum sv_status status = sv_casing_pattern(&w->options, &text);
  if (status == SV_OK)
    status = sv_regex_compile_loose(sv_buf_text(&text), text.size, "", 0, &regex, r->err);
  sv_buf_free(&text);
  SV_TRY(status);
  w->regex = regex;
  *out = w;
  return sv_rules_own(r->set, regex, release_regex);
}

static enum sv_status casing(struct sv_rule_call *c)
{
  const struct way *w = c->options;
  bool found;
  size_t size;
  const char *text = sv_rule_text(c, &size);
  if (!text || size == 0)
    return SV_OK;
  if (w->options.separator && w->options.leads && size == strlen(w->options.separator) &&
      memcmp(text, w->options.separator, size) == 0)
    return SV_OK;
  SV_TRY(sv_rule_match(c, w->regex, text, size, &found));
  if (found)
    return SV_OK;
  const struct sv_arg args[] = { { .name = "text", .text = sv_rule_copy(c->run, text, size) },
                                 { .name = "casing", .text = sv_casing_name(w->options.casing) } };
  return sv_rule_say(c, N_("'{text}' must be written in {casing} case"), args, 2);
}

struct bounds {
  bool has_min, has_max;
  double min, max;
  const char *min_text, *max_text;
};

static enum sv_status bound(struct sv_rules_reader *r, struct sv_rules_value v, bool *has,
                            double *number, const char **text)
{
  size_t size;
  *has = sv_rules_has(v);
  if (!*has)
    return SV_OK;
  const char *digits = sv_doc_number(v.doc, v.v, &size);
  if (!digits)
    return sv_rules_fault(r, v, N_("min and max must be numbers"));
  *number = sv_doc_double(v.doc, v.v);
  *text = sv_arena_copy(&r->set->arena, digits, size);
  return *text ? SV_OK : SV_NO_MEMORY;
}

static enum sv_status prepare_length(struct sv_rules_reader *r, struct sv_rules_value v, void **out)
{
  struct bounds *b = sv_arena_calloc(&r->set->arena, 1, sizeof *b);
  if (!b)
    return SV_NO_MEMORY;
  SV_TRY(bound(r, sv_rules_get(v, "min"), &b->has_min, &b->min, &b->min_text));
  SV_TRY(bound(r, sv_rules_get(v, "max"), &b->has_max, &b->max, &b->max_text));
  if (!b->has_min && !b->has_max)
    return sv_rules_fault(r, v, N_("the function 'length' of the rule '%s' needs min or max"),
                          r->rule);
  *out = b;
  return SV_OK;
}

static enum sv_status length(struct sv_rule_call *c)
{
  const struct bounds *b = c->options;
  size_t size;
  double n;
  const char *text = sv_rule_text(c, &size);
  if (c->is_absent)
    return SV_OK;
  if (text)
    n = (double)sv_utf8_length(text, size);
  else if (sv_doc_type(c->value.doc, c->value.value) == SV_DOC_NUMBER)
    n = sv_doc_double(c->value.doc, c->value.value);
  else if (sv_doc_type(c->value.doc, c->value.value) >= SV_DOC_ARRAY)
    n = (double)sv_doc_count(c->value.doc, c->value.value);
  else
    return SV_OK;
  if (b->has_min && n < b->min)
    return sv_rule_say(c, N_("'{property}' must be at least {min} long"),
                       &(const struct sv_arg){ .name = "min", .text = b->min_text }, 1);
  if (b->has_max && n > b->max)
    return sv_rule_say(c, N_("'{property}' must be at most {max} long"),
                       &(const struct sv_arg){ .name = "max", .text = b->max_text }, 1);
  return SV_OK;
}

static enum sv_status prepare_values(struct sv_rules_reader *r, struct sv_rules_value v, void **out)
{
  struct sv_rules_value *values = sv_arena_calloc(&r->set->arena, 1, sizeof *values);
  if (!values)
    return SV_NO_MEMORY;
  *values = sv_rules_get(v, "values");
  if (sv_rules_type(*values) != SV_DOC_ARRAY)
    return sv_rules_fault(r, v, N_("the function 'enumeration' of the rule '%s' needs values"),
                          r->rule);
  *out = values;
  return SV_OK;
}

static enum sv_status enumeration(struct sv_rule_call *c)
{
  const struct sv_rules_value *v = c->options;
  size_t size;
  if (c->is_absent || (!c->name && sv_doc_type(c->value.doc, c->value.value) >= SV_DOC_ARRAY))
    return SV_OK;
  for (sv_value e = sv_doc_first(v->doc, v->v); e != SV_DOC_NONE;
       e = sv_doc_next(v->doc, v->v, e)) {
    const char *text = sv_doc_string(v->doc, e, &size);
    SV_TRY(sv_rule_pay(c->run, 1));
    if (c->name ? text && size == c->name_size && memcmp(text, c->name, size) == 0
                : sv_doc_equal(v->doc, e, c->value.doc, c->value.value))
      return SV_OK;
  }
  struct sv_buf list = SV_BUF(4096);
  (void)sv_doc_excerpt(v->doc, v->v, 200, &list);
  const struct sv_arg args[] = { { .name = "values", .text = sv_buf_text(&list) } };
  const enum sv_status status = sv_rule_say(c, N_("'{property}' must be one of {values}"), args, 1);
  sv_buf_free(&list);
  return status;
}
