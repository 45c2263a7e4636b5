// SPDX-License-Identifier: Apache-2.0
/* What rules say: findings, their sentences and their order. */
#include "engines/openapi/rule_set.h"

#include "engines/base/escape.h"
#include "engines/base/lang.h"

#include <stdlib.h>
#include <string.h>

enum { TEXT_MAX = 1000, VALUE_MAX = 80, POINTER_MAX = 400 };

#define ARENA_MAX ((size_t)1 << 30)

const char *sv_rule_copy(struct sv_rule_run *run, const char *text, size_t size)
{
  struct sv_rule_report *const r = run->report;
  const char *known = sv_map_get(&r->texts, text, size);
  if (known)
    return known;
  char *copy = sv_arena_copy(&r->arena, text, size);
  /* A copy that cannot be remembered is as good. */
  if (copy)
    (void)(sv_map_set(&r->texts, copy, size, copy) == SV_OK);
  return copy;
}

const char *sv_rule_name_of(struct sv_rule_run *run, struct sv_openapi_node n)
{
  const sv_value name = sv_match_name(n);
  size_t size;
  if (name == SV_DOC_NONE)
    return "";
  const char *text = sv_doc_string(n.doc, name, &size);
  return sv_rule_copy(run, text, size);
}

const char *sv_rule_text(const struct sv_rule_call *c, size_t *size)
{
  *size = c->name_size;
  if (c->name || c->is_absent)
    return c->name;
  return sv_doc_string(c->value.doc, c->value.value, size);
}

enum sv_status sv_rule_pay(struct sv_rule_run *run, uint64_t cost)
{
  if (cost > run->match.visits) {
    run->match.visits = 0;
    return sv_fail_limit(run->err, "rule-visits",
                         N_("the rules need more steps than the limit allows"));
  }
  run->match.visits -= cost;
  return SV_OK;
}

enum sv_status sv_rule_match(struct sv_rule_call *c, const struct sv_regex *pattern,
                             const char *text, size_t size, bool *found)
{
  struct sv_match_run *const m = &c->run->match;
  *found = false;
  if (!m->scratch)
    m->scratch = sv_regex_scratch_new();
  SV_TRY(sv_rule_pay(c->run, 2 + size / 32));
  const enum sv_status status = sv_regex_match(pattern, m->scratch, text, size, found);
  if (status == SV_NO_MEMORY)
    return status;
  return status == SV_OK
             ? SV_OK
             : sv_fail_limit(c->run->err, "pattern-match",
                             N_("a pattern of the rule '%s' takes too long"), c->rule->info.name);
}

/* Adds one of the standard places unless the function has given it. */
static void place(struct sv_arg *args, size_t *count, const char *name, const char *text)
{
  for (size_t i = 0; i < *count; i++)
    if (strcmp(args[i].name, name) == 0)
      return;
  args[(*count)++] = (struct sv_arg){ .name = name, .text = text ? text : "" };
}

static const char *render(struct sv_rule_run *run, const char *sentence, const struct sv_arg *args,
                          size_t count)
{
  struct sv_buf text = SV_BUF((size_t)64 << 10);
  (void)sv_message_render(sentence, args, count, &text);
  const size_t size = sv_text_fit(sv_buf_text(&text), text.size, TEXT_MAX);
  const char *copy = sv_rule_copy(run, sv_buf_text(&text), size);
  sv_buf_free(&text);
  return copy;
}

static const char *pointer_text(struct sv_rule_run *run, struct sv_openapi_node n)
{
  struct sv_buf text = SV_BUF((size_t)64 << 10);
  (void)sv_buf_addc(&text, '#');
  (void)sv_openapi_pointer(n, &text);
  const size_t size = sv_text_fit(sv_buf_text(&text), text.size, POINTER_MAX);
  const char *copy = sv_rule_copy(run, sv_buf_text(&text), size);
  sv_buf_free(&text);
  return copy;
}

static const char *value_text(const struct sv_rule_call *c)
{
  struct sv_buf text = SV_BUF(4096);
  size_t size;
  if (c->is_absent)
    return "undefined";
  const char *string = sv_rule_text(c, &size);
  if (string)
    (void)sv_buf_add(&text, string, sv_text_fit(string, size, VALUE_MAX));
  else
    (void)sv_doc_excerpt(c->value.doc, c->value.value, VALUE_MAX, &text);
  const char *copy = sv_rule_copy(c->run, sv_buf_text(&text), text.size);
  sv_buf_free(&text);
  return copy;
}

/* Which sentence of RULE the language in use has; the function's own SAID when it has none. */
static const char *sentence(const struct sv_rule *rule, const char *said)
{
  static const int texts[] = { [SV_NB] = SV_TEXT_NB, [SV_NN] = SV_TEXT_NN, [SV_EN] = SV_TEXT_EN };
  const enum sv_lang lang = sv_lang_used();
  const size_t i = lang >= SV_NB && lang <= SV_EN ? (size_t)texts[lang] : SV_TEXT_EN;
  if (rule->messages[i])
    return rule->messages[i];
  return rule->info.description ? rule->info.description : sv_tr(said);
}

static bool has_place(const char *text, const char *name)
{
  return text && strstr(text, name) != NULL;
}

/* The places of the sentence; what costs to find is only found when it is asked for. */
static size_t places(struct sv_rule_call *c, struct sv_openapi_node where, const char *said,
                     const struct sv_arg *given, size_t count, struct sv_arg *args)
{
  const struct sv_rule *const rule = c->rule;
  const char *const text = rule->messages[SV_TEXT_EN];
  size_t n = 0;
  for (; n < count; n++) {
    args[n] = given[n];
    if (given[n].text)
      args[n].text = sv_rule_copy(c->run, given[n].text, strlen(given[n].text));
  }
  if (!text || has_place(text, "{property}") || has_place(text, "{error}"))
    place(args, &n, "property",
          c->property ? sv_rule_copy(c->run, c->property, c->property_size)
                      : sv_rule_name_of(c->run, c->at));
  if (has_place(text, "{error}"))
    place(args, &n, "error", render(c->run, sv_tr(said), args, n));
  if (has_place(text, "{value}"))
    place(args, &n, "value", value_text(c));
  if (has_place(text, "{path}"))
    place(args, &n, "path", pointer_text(c->run, where));
  if (has_place(text, "{description}"))
    place(args, &n, "description", rule->info.description);
  return n;
}

static enum sv_status keep(struct sv_rule_report *r, const struct sv_rule_finding *f)
{
  if (r->count == r->room) {
    const size_t room = r->room ? r->room * 2 : 64;
    struct sv_rule_finding *more = realloc(r->findings, room * sizeof *more);
    if (!more)
      return SV_NO_MEMORY;
    r->findings = more;
    r->room = room;
  }
  r->findings[r->count++] = *f;
  return SV_OK;
}

enum sv_status sv_rule_say_at(struct sv_rule_call *c, struct sv_openapi_node where,
                              const char *msgid, const struct sv_arg *given, size_t count)
{
  struct sv_rule_report *const r = c->run->report;
  struct sv_arg args[SV_RULE_ARGS_MAX + 6];
  const char *const file = sv_openapi_file_name(c->run->api, where.file);
  const int severity = sv_rule_severity_at(c->rule, file ? file : "", where);
  if (severity < 0)
    return SV_OK;
  r->results[c->rule->number].failed++;
  r->total++;
  if (r->count >= r->most)
    return SV_OK;
  struct sv_rule_finding f = { .rule = &c->rule->info, .where = where, .file = file };
  if (severity != (int)c->rule->info.severity) {
    struct sv_rule_info *own = sv_arena_alloc(&r->arena, sizeof *own);
    if (!own)
      return SV_NO_MEMORY;
    *own = c->rule->info;
    own->severity = (enum sv_severity)severity;
    f.rule = own;
  }
  f.arg_count = places(c, where, msgid, given, count, args);
  struct sv_arg *copy = sv_arena_calloc(&r->arena, f.arg_count + 1, sizeof *copy);
  if (!copy)
    return SV_NO_MEMORY;
  memcpy(copy, args, f.arg_count * sizeof *copy);
  f.args = copy;
  f.msgid = c->rule->messages[SV_TEXT_EN] ? c->rule->messages[SV_TEXT_EN]
            : c->rule->info.description   ? c->rule->info.description
                                          : msgid;
  f.text = render(c->run, sentence(c->rule, msgid), args, f.arg_count);
  sv_openapi_position(where, &f.line, &f.column);
  return f.text ? keep(r, &f) : SV_NO_MEMORY;
}

enum sv_status sv_rule_say(struct sv_rule_call *c, const char *msgid, const struct sv_arg *args,
                           size_t count)
{
  struct sv_openapi_node where = c->is_absent || c->name ? c->at : c->value;
  if (c->name)
    where.value = sv_match_name(c->at) == SV_DOC_NONE ? c->at.value : sv_match_name(c->at);
  return sv_rule_say_at(c, where, msgid, args, count);
}

static int order(const void *pa, const void *pb)
{
  const struct sv_rule_finding *a = pa, *b = pb;
  if (a->where.file != b->where.file)
    return a->where.file < b->where.file ? -1 : 1;
  const size_t x = sv_doc_offset(a->where.doc, a->where.value);
  const size_t y = sv_doc_offset(b->where.doc, b->where.value);
  if (x != y)
    return x < y ? -1 : 1;
  const int name = strcmp(a->rule->name, b->rule->name);
  return name ? name : strcmp(a->text, b->text);
}

void sv_rule_report_sort(struct sv_rule_report *r)
{
  size_t n = 0;
  if (r->count > 1)
    qsort(r->findings, r->count, sizeof *r->findings, order);
  for (size_t i = 0; i < r->count; i++) {
    if (n > 0 && order(&r->findings[n - 1], &r->findings[i]) == 0) {
      r->total--;
      continue;
    }
    r->findings[n++] = r->findings[i];
  }
  r->count = n;
  sv_map_free(&r->texts);
}

const struct sv_rule_finding *sv_rule_report_findings(const struct sv_rule_report *r, size_t *count,
                                                      size_t *total)
{
  *count = r->count;
  if (total)
    *total = r->total;
  return r->findings;
}

const struct sv_rule_result *sv_rule_report_results(const struct sv_rule_report *r, size_t *count)
{
  *count = r->result_count;
  return r->results;
}

void sv_rule_report_free(struct sv_rule_report *r)
{
  if (!r)
    return;
  free(r->findings);
  free(r->results);
  sv_map_free(&r->texts);
  sv_arena_free(&r->arena);
  free(r);
}
