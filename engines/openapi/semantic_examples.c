// SPDX-License-Identifier: Apache-2.0
/* Examples and defaults against their schemas. The specification asks that they match, and
 * documents are usable when they do not: warnings. */
#include "engines/openapi/check.h"

#include "engines/base/ascii.h"

#include <string.h>

#define FAULTS_MAX 5 /* told of one example */

struct example {
  struct sv_openapi_node value, schema;
  const char *rule;
};

/* Members that only one direction has are required there only (OAS 3.0 4.7.24.2). */
static bool is_of_other_direction(const struct sv_openapi *api, const struct sv_schema_finding *f)
{
  return strcmp(f->keyword, "required") == 0 && api->has_directions;
}

static void tell(struct sv_openapi *api, const struct example *e, const struct sv_schema_finding *f)
{
  const struct sv_openapi_said said = { .rule = e->rule,
                                        .msgid = f->message.msgid,
                                        .where = sv_openapi_at(e->value, f->instance),
                                        .warning = true };
  struct sv_arg args[SV_MESSAGE_ARGS_MAX + 1] = { { NULL, NULL, 0 } };
  for (size_t i = 0; i < f->message.count && i < SV_MESSAGE_ARGS_MAX; i++)
    args[i] = f->message.args[i];
  sv_openapi_say(api, &said, args);
}

static enum sv_status explain(struct sv_openapi *api, const struct example *e,
                              const struct sv_schema *schema)
{
  struct sv_schema_report *report = NULL;
  const enum sv_status status =
      sv_schema_explain(schema, e->value.doc, e->value.value, SV_SCHEMA_MESSAGES, &report, NULL);
  size_t count = 0;
  const struct sv_schema_finding *f =
      status == SV_OK ? sv_schema_report_findings(report, FAULTS_MAX, &count, NULL) : NULL;
  for (size_t i = 0; i < count; i++)
    if (!is_of_other_direction(api, &f[i]))
      tell(api, e, &f[i]);
  sv_schema_report_free(report);
  return status == SV_NO_MEMORY ? status : SV_OK;
}

/* A schema that cannot be compiled, or a limit, judges nothing: the cause is told elsewhere. */
static enum sv_status judge(struct sv_openapi *api, const struct example *e)
{
  const struct sv_schema *schema;
  bool valid;
  if (!e->value.doc || !e->schema.doc)
    return SV_OK;
  if (sv_openapi_reference(e->value).doc) {
    const struct sv_openapi_said said = { .rule = "example-reference",
                                          .msgid = N_("a $ref within an example is not followed: "
                                                      "it is taken as it stands"),
                                          .where = sv_openapi_reference(e->value),
                                          .warning = true };
    sv_openapi_say(api, &said, NULL);
    return SV_OK;
  }
  enum sv_status status = sv_openapi_schema(api, e->schema, &schema, NULL);
  if (status == SV_OK)
    status = sv_schema_validate(schema, e->value.doc, e->value.value, &valid, NULL);
  if (status != SV_OK)
    return status == SV_NO_MEMORY ? status : SV_OK;
  return valid ? SV_OK : explain(api, e, schema);
}

/* Whether values of the media type TEXT are JSON values. */
static bool is_json(const char *text, size_t size)
{
  const char *end = memchr(text, ';', size);
  if (end)
    size = (size_t)(end - text);
  while (size > 0 && text[size - 1] == ' ')
    size--;
  return sv_equal_nocase_n(text, size, "application/json") ||
         (size > 5 && sv_equal_nocase_n(text + size - 5, 5, "+json"));
}

/* The example and examples of HOLDER, a parameter, header or media type. A text may stand for what
 * is not JSON. */
static enum sv_status judge_holder(struct sv_openapi *api, struct sv_openapi_node holder, bool json)
{
  struct example e = { .schema = sv_openapi_get(holder, "schema"), .rule = "example" };
  e.value = sv_openapi_get(holder, "example");
  if (json || !sv_openapi_is(e.value, SV_DOC_STRING))
    SV_TRY(judge(api, &e));
  const struct sv_openapi_node map = sv_openapi_get(holder, "examples");
  if (!sv_openapi_is(map, SV_DOC_OBJECT))
    return SV_OK;
  for (struct sv_openapi_node m = sv_openapi_first(map); m.doc; m = sv_openapi_next(map, m)) {
    const struct sv_openapi_node example = sv_openapi_follow(api, m);
    e.value = sv_openapi_get(example, "dataValue");
    if (!e.value.doc)
      e.value = sv_openapi_get(example, "value");
    if (json || !sv_openapi_is(e.value, SV_DOC_STRING))
      SV_TRY(judge(api, &e));
  }
  return SV_OK;
}

static enum sv_status judge_media(struct sv_openapi *api, struct sv_openapi_node n)
{
  const sv_value holder = sv_doc_parent(n.doc, n.value);
  if (holder == SV_DOC_NONE || sv_doc_type(n.doc, holder) != SV_DOC_OBJECT)
    return SV_OK;
  size_t size;
  const char *type = sv_doc_string(n.doc, sv_doc_key(n.doc, n.value), &size);
  return judge_holder(api, n, is_json(type, size));
}

/* 2.0: examples of a response by media type. */
static enum sv_status judge_response_2(struct sv_openapi *api, struct sv_openapi_node n)
{
  struct example e = { .schema = sv_openapi_get(n, "schema"), .rule = "example" };
  const struct sv_openapi_node type = sv_openapi_get(e.schema, "type");
  const struct sv_openapi_node map = sv_openapi_get(n, "examples");
  if (!sv_openapi_is(map, SV_DOC_OBJECT) ||
      (type.doc && sv_doc_is_text(type.doc, type.value, "file")))
    return SV_OK;
  for (struct sv_openapi_node m = sv_openapi_first(map); m.doc; m = sv_openapi_next(map, m)) {
    size_t size;
    const char *name = sv_doc_string(m.doc, sv_doc_key(m.doc, m.value), &size);
    e.value = m;
    if (is_json(name, size))
      SV_TRY(judge(api, &e));
  }
  return SV_OK;
}

/* What a schema says of itself; a default of the wrong type has been told. */
static enum sv_status judge_schema(struct sv_openapi *api, struct sv_openapi_node n)
{
  struct example e = { .schema = n, .rule = "example", .value = sv_openapi_get(n, "example") };
  const struct sv_openapi_node type = sv_openapi_get(n, "type");
  if (type.doc && sv_doc_is_text(type.doc, type.value, "file"))
    return SV_OK;
  SV_TRY(judge(api, &e));
  const struct sv_openapi_node list = sv_openapi_get(n, "examples");
  if (sv_openapi_is(list, SV_DOC_ARRAY) && api->version >= SV_OPENAPI_3_1) {
    for (struct sv_openapi_node v = sv_openapi_first(list); v.doc; v = sv_openapi_next(list, v)) {
      e.value = v;
      SV_TRY(judge(api, &e));
    }
  }
  e.value = sv_openapi_get(n, "default");
  e.rule = "default";
  return sv_openapi_suits(e.value, n) ? judge(api, &e) : SV_OK;
}

static bool has_directions(struct sv_openapi *api)
{
  size_t count;
  const struct sv_openapi_node *s = sv_openapi_objects(api, SV_OPENAPI_K_SCHEMA, &count);
  for (size_t i = 0; i < count; i++)
    if (sv_openapi_is_true(sv_openapi_get(s[i], "readOnly")) ||
        sv_openapi_is_true(sv_openapi_get(s[i], "writeOnly")))
      return true;
  return false;
}

static enum sv_status judge_parameter(struct sv_openapi *api, struct sv_openapi_node n)
{
  return judge_holder(api, n, true);
}

enum sv_status sv_openapi_check_examples(struct sv_openapi *api)
{
  static const struct {
    enum sv_openapi_kind kind;
    bool old, new;
    enum sv_status (*judge)(struct sv_openapi *api, struct sv_openapi_node n);
  } kinds[] = {
    { SV_OPENAPI_K_SCHEMA, true, true, judge_schema },
    { SV_OPENAPI_K_PARAMETER, false, true, judge_parameter },
    { SV_OPENAPI_K_HEADER, false, true, judge_parameter },
    { SV_OPENAPI_K_MEDIA, false, true, judge_media },
    { SV_OPENAPI_K_RESPONSE, true, false, judge_response_2 },
  };
  const bool old = api->version == SV_OPENAPI_2_0;
  enum sv_schema_dialect dialect;
  if (!sv_openapi_dialect(api, &dialect))
    return SV_OK;
  api->has_directions = has_directions(api);
  for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++) {
    size_t count;
    const struct sv_openapi_node *list = sv_openapi_objects(api, kinds[k].kind, &count);
    for (size_t i = 0; i < count && (old ? kinds[k].old : kinds[k].new); i++)
      SV_TRY(kinds[k].judge(api, list[i]));
  }
  return SV_OK;
}
