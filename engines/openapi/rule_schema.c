// SPDX-License-Identifier: Apache-2.0
/* Spectral's function schema: a JSON Schema on the value, with the references in it followed as
 * deep as the schema can look. */
#include "engines/openapi/rule_set.h"

#include "engines/base/escape.h"
#include "engines/base/lang.h"
#include "engines/doc/bridge.h"

#include <string.h>

enum { DEPTH_MAX = 12, FINDINGS_MAX = 20 };

#define COPY_MAX ((size_t)4 << 20)
#define NODES_MAX ((size_t)100000)

static enum sv_status prepare(struct sv_rules_reader *r, struct sv_rules_value v, void **out);
static enum sv_status judge(struct sv_rule_call *c);

static const char *const options[] = { "schema", "dialect", "allErrors", "prepareResults", NULL };
const struct sv_rule_function sv_rule_schema = { "schema", prepare, judge, options };

struct schema {
  const struct sv_schema *schema;
  int depth; /* levels of a value that it looks at */
};

static int deeper(int a, int b)
{
  return a > b ? a : b;
}

/* How many levels below a value the schema J looks at, at most DEPTH_MAX. */
static int depth_of(const json_t *j, int level)
{
  static const char *const same[] = { "allOf", "anyOf", "oneOf" };
  static const char *const same_one[] = { "not", "if", "then", "else" };
  static const char *const below_map[] = { "properties", "patternProperties" };
  static const char *const below[] = { "items", "additionalProperties", "contains", "prefixItems",
                                       "additionalItems" };
  static const char *const all[] = { "$ref",
                                     "$dynamicRef",
                                     "const",
                                     "enum",
                                     "uniqueItems",
                                     "dependencies",
                                     "dependentSchemas",
                                     "unevaluatedProperties" };
  int depth = 0;
  size_t i;
  const char *name;
  json_t *e;
  if (level > DEPTH_MAX)
    return DEPTH_MAX;
  for (i = 0; i < sizeof all / sizeof all[0]; i++)
    if (json_object_get(j, all[i]) &&
        (i != 2 || json_array_size(json_object_get(j, all[i])) ||
         json_is_object(json_object_get(j, all[i]))) &&
        i != 3)
      return DEPTH_MAX;
  for (size_t k = 0; k < 3; k++)
    json_array_foreach(json_object_get(j, same[k]), i, e) depth =
        deeper(depth, depth_of(e, level + 1));
  for (size_t k = 0; k < 4; k++)
    if (json_object_get(j, same_one[k]))
      depth = deeper(depth, depth_of(json_object_get(j, same_one[k]), level + 1));
  for (size_t k = 0; k < 2; k++)
    json_object_foreach(json_object_get(j, below_map[k]), name, e) depth =
        deeper(depth, 1 + depth_of(e, level + 1));
  for (size_t k = 0; k < 5; k++) {
    json_t *one = json_object_get(j, below[k]);
    if (json_is_object(one))
      depth = deeper(depth, 1 + depth_of(one, level + 1));
    json_array_foreach(one, i, e) depth = deeper(depth, 1 + depth_of(e, level + 1));
  }
  return depth < DEPTH_MAX ? depth : DEPTH_MAX;
}

static enum sv_status set_of(struct sv_rules_reader *r, struct sv_schema_set **out)
{
  const struct sv_schema_options opt = { .dialect = SV_SCHEMA_DRAFT_7,
                                         .trust = r->set->is_trusted };
  if (!r->set->schemas)
    r->set->schemas = sv_schema_set_new(&opt);
  *out = r->set->schemas;
  return *out ? SV_OK : SV_NO_MEMORY;
}

static void release_doc(void *data)
{
  sv_doc_free(data);
}

/* The option dialect as $schema. */
static enum sv_status set_dialect(struct sv_rules_reader *r, struct sv_rules_value v, json_t *j)
{
  static const char *const dialects[][2] = {
    { "draft4", "http://json-schema.org/draft-04/schema#" },
    { "draft6", "http://json-schema.org/draft-06/schema#" },
    { "draft7", "http://json-schema.org/draft-07/schema#" },
    { "draft2019-09", "https://json-schema.org/draft/2019-09/schema" },
    { "draft2020-12", "https://json-schema.org/draft/2020-12/schema" },
  };
  const char *name;
  if (!sv_rules_has(v) || sv_doc_is_text(v.doc, v.v, "auto"))
    return SV_OK;
  SV_TRY(sv_rules_text(r, v, "dialect", &name));
  for (size_t i = 0; i < sizeof dialects / sizeof dialects[0]; i++)
    if (strcmp(dialects[i][0], name) == 0)
      return json_object_set_new(j, "$schema", json_string(dialects[i][1])) == 0 ? SV_OK
                                                                                 : SV_NO_MEMORY;
  return sv_rules_fault(r, v, N_("the dialect '%s' of JSON Schema is not known here"), name);
}

static enum sv_status compile(struct sv_rules_reader *r, struct sv_rules_value v, const json_t *j,
                              const struct sv_schema **out)
{
  struct sv_schema_set *set;
  struct sv_doc *doc;
  struct sv_error err = { .line = 0 };
  SV_TRY(set_of(r, &set));
  const char *iri = sv_arena_printf(&r->set->arena, "urn:rules:%zu", r->set->schema_count++);
  if (!iri)
    return SV_NO_MEMORY;
  SV_TRY(sv_doc_from_json(j, NULL, &doc, r->err));
  SV_TRY(sv_rules_own(r->set, doc, release_doc));
  enum sv_status status = sv_schema_set_add(set, iri, doc, &err);
  if (status == SV_OK)
    status = sv_schema_compile(set, iri, out, &err);
  if (status == SV_OK || status == SV_NO_MEMORY)
    return status;
  return sv_rules_fault(r, v, N_("the schema of the rule '%s' cannot be used: %s"), r->rule,
                        err.text);
}

static enum sv_status prepare(struct sv_rules_reader *r, struct sv_rules_value v, void **out)
{
  struct schema *s = sv_arena_calloc(&r->set->arena, 1, sizeof *s);
  const struct sv_rules_value given = sv_rules_get(v, "schema");
  json_t *j = NULL;
  if (!s)
    return SV_NO_MEMORY;
  if (sv_rules_type(given) != SV_DOC_OBJECT)
    return sv_rules_fault(r, v,
                          N_("the function 'schema' of the rule '%s' needs schema, an "
                             "object"),
                          r->rule);
  SV_TRY(sv_doc_to_json(given.doc, given.v, NODES_MAX, &j, r->err));
  enum sv_status status = set_dialect(r, sv_rules_get(v, "dialect"), j);
  if (status == SV_OK)
    status = compile(r, given, j, &s->schema);
  s->depth = depth_of(j, 0);
  json_decref(j);
  *out = s;
  return status;
}

/* Whether a reference stands within DEPTH levels below N. */
static enum sv_status has_reference(struct sv_rule_call *c, struct sv_openapi_node n, int depth,
                                    bool *found)
{
  struct sv_openapi_node e = n;
  for (e.value = sv_doc_first(n.doc, n.value); e.value != SV_DOC_NONE && depth > 0 && !*found;
       e.value = sv_doc_next(n.doc, n.value, e.value)) {
    const struct sv_openapi_node to = sv_match_graph_value(&c->run->graph, e);
    SV_TRY(sv_rule_pay(c->run, 1));
    *found = to.doc != e.doc || to.value != e.value;
    SV_TRY(has_reference(c, e, depth - 1, found));
  }
  return SV_OK;
}

/* N as JSON, references followed, DEPTH levels deep; what lies deeper is left out. */
static enum sv_status write(struct sv_rule_call *c, struct sv_openapi_node n, int depth,
                            struct sv_buf *out)
{
  n = sv_match_graph_value(&c->run->graph, n);
  const enum sv_doc_type type = sv_doc_type(n.doc, n.value);
  if (type < SV_DOC_ARRAY) {
    size_t size;
    const char *text = sv_doc_string(n.doc, n.value, &size);
    if (text)
      return sv_escape_json(out, text, size);
    return sv_doc_excerpt(n.doc, n.value, (size_t)1 << 20, out);
  }
  bool first = true;
  struct sv_openapi_node e = n;
  (void)sv_buf_addc(out, type == SV_DOC_ARRAY ? '[' : '{');
  for (e.value = sv_doc_first(n.doc, n.value); e.value != SV_DOC_NONE && depth > 0;
       e.value = sv_doc_next(n.doc, n.value, e.value)) {
    SV_TRY(sv_rule_pay(c->run, 2));
    if (!first)
      (void)sv_buf_addc(out, ',');
    first = false;
    if (type == SV_DOC_OBJECT) {
      size_t size;
      const char *text = sv_doc_string(e.doc, sv_doc_key(e.doc, e.value), &size);
      (void)sv_escape_json(out, text, size);
      (void)sv_buf_addc(out, ':');
    }
    SV_TRY(write(c, e, depth - 1, out));
  }
  return sv_buf_addc(out, type == SV_DOC_ARRAY ? ']' : '}');
}

/* Says the first thing that is wrong. */
static enum sv_status explain(struct sv_rule_call *c, const struct sv_schema *schema,
                              const struct sv_doc *doc, sv_value v)
{
  struct sv_schema_report *report = NULL;
  size_t count = 0, total = 0;
  SV_TRY(sv_schema_explain(schema, doc, v, SV_SCHEMA_MESSAGES, &report, c->run->err));
  const struct sv_schema_finding *f =
      sv_schema_report_findings(report, FINDINGS_MAX, &count, &total);
  struct sv_buf text = SV_BUF((size_t)64 << 10);
  for (size_t i = 0; i < count && i < 1; i++)
    (void)sv_message_render(sv_tr(f[i].message.msgid), f[i].message.args, f[i].message.count,
                            &text);
  const struct sv_arg args[] = { { .name = "what", .text = sv_buf_text(&text) } };
  const enum sv_status status =
      sv_rule_say(c, N_("'{property}' is not as the rule wants it: {what}"), args, 1);
  sv_buf_free(&text);
  sv_schema_report_free(report);
  return status;
}

static enum sv_status judge_value(struct sv_rule_call *c, const struct sv_doc *doc, sv_value v)
{
  const struct schema *s = c->options;
  const char *const own = c->rule->messages[SV_TEXT_EN];
  bool valid;
  const enum sv_status status = sv_schema_validate(s->schema, doc, v, &valid, c->run->err);
  if (status != SV_OK || valid)
    return status;
  /* Finding out why costs more than judging; a rule with a sentence of its own need not know. */
  if (own && !strstr(own, "{error}") && !strstr(own, "{what}"))
    return sv_rule_say(c, "{property}", NULL, 0);
  return explain(c, s->schema, doc, v);
}

static enum sv_status judge_text(struct sv_rule_call *c, const struct sv_buf *text)
{
  struct sv_doc *doc = NULL;
  if (text->failed == SV_NO_MEMORY)
    return SV_NO_MEMORY;
  if (text->failed != SV_OK)
    return sv_fail_limit(c->run->err, "rule-value-bytes",
                         N_("a value with its references is too large for the rule '%s'"),
                         c->rule->info.name);
  const struct sv_doc_options opt = { .syntax = SV_DOC_JSON, .borrowed = true };
  SV_TRY(sv_doc_parse(sv_buf_text(text), text->size, &opt, &doc, c->run->err));
  const enum sv_status status = judge_value(c, doc, SV_DOC_ROOT);
  sv_doc_free(doc);
  return status;
}

static enum sv_status judge(struct sv_rule_call *c)
{
  const struct schema *s = c->options;
  if (c->is_absent)
    return sv_rule_say(c, N_("'{property}' must be there"), NULL, 0);
  struct sv_buf text = SV_BUF(COPY_MAX);
  enum sv_status status = SV_OK;
  bool copies = false;
  if (c->name) {
    (void)sv_escape_json(&text, c->name, c->name_size);
    status = judge_text(c, &text);
  } else {
    if (c->run->match.resolved && sv_match_graph_refers(&c->run->graph, c->value))
      status = has_reference(c, c->value, s->depth, &copies);
    if (status == SV_OK && copies)
      status = write(c, c->value, s->depth + 1, &text);
    if (status == SV_OK || text.failed != SV_OK)
      status = copies ? judge_text(c, &text) : judge_value(c, c->value.doc, c->value.value);
  }
  sv_buf_free(&text);
  return status;
}
