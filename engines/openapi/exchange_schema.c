// SPDX-License-Identifier: Apache-2.0
/* Values by their schemas, in the direction they go. */
#include "engines/openapi/exchange_judge.h"

#include "engines/base/lang.h"
#include "engines/doc/bridge.h"

#include <string.h>

enum { FINDINGS_MAX = 50, DEPTH_MAX = 64, STEPS_MAX = 200000 };

/* What of the document the absolute LOCATION of a keyword names, OTHERWISE when it names nothing.
 */
static struct sv_openapi_node locate(struct sv_exchange *x, const char *location,
                                     struct sv_openapi_node otherwise)
{
  const char *hash = strchr(location, '#');
  const size_t size = hash ? (size_t)(hash - location) : strlen(location);
  for (size_t i = 0; hash && i < sv_openapi_file_count(x->api); i++) {
    const char *iri = sv_openapi_file_iri(x->api, i);
    if (strlen(iri) != size || memcmp(iri, location, size) != 0)
      continue;
    const struct sv_doc *doc = sv_openapi_file_doc(x->api, i);
    const sv_value v = sv_doc_resolve_pointer(doc, SV_DOC_ROOT, hash + 1, strlen(hash + 1));
    if (v != SV_DOC_NONE)
      return (struct sv_openapi_node){ doc, v, (uint32_t)i };
  }
  return otherwise;
}

static bool says(struct sv_openapi_node n, bool is_request)
{
  const struct sv_openapi_node m = sv_openapi_get(n, is_request ? "readOnly" : "writeOnly");
  return m.doc && sv_doc_type(m.doc, m.value) == SV_DOC_TRUE;
}

static bool is_other_way(struct sv_exchange *x, struct sv_openapi_node n, const char *name,
                         bool is_request, int depth)
{
  n = sv_openapi_follow(x->api, n);
  if (!n.doc || depth > DEPTH_MAX / 4)
    return false;
  const struct sv_openapi_node property = sv_openapi_get(sv_openapi_get(n, "properties"), name);
  if (property.doc &&
      (says(property, is_request) || says(sv_openapi_follow(x->api, property), is_request)))
    return true;
  const struct sv_openapi_node all = sv_openapi_get(n, "allOf");
  for (struct sv_openapi_node e = sv_openapi_first(all); e.doc; e = sv_openapi_next(all, e))
    if (is_other_way(x, e, name, is_request, depth + 1))
      return true;
  return false;
}

/* Whether the schema at N says of its property NAME that it does not go in this direction. */
static bool goes_other_way(struct sv_exchange *x, struct sv_openapi_node n, const char *name,
                           bool is_request)
{
  return is_other_way(x, n, name, is_request, 0);
}

/* Whether all names that "required" at WHERE misses in the object V may be missing in this
 * direction (OAS 3.0 4.7.24.2: required takes effect on the other one only). */
static bool may_miss(struct sv_exchange *x, struct sv_openapi_node where, const struct sv_doc *doc,
                     sv_value v, bool is_request)
{
  struct sv_openapi_node holder = where, outer = where;
  holder.value = sv_doc_parent(where.doc, where.value);
  outer.value = holder.value;
  /* A part of allOf may require what another part declares. */
  for (int i = 0; i < 2 && outer.value != SV_DOC_NONE; i++)
    outer.value = sv_doc_parent(where.doc, outer.value);
  if (outer.value == SV_DOC_NONE || !sv_openapi_get(outer, "allOf").doc)
    outer = holder;
  for (struct sv_openapi_node e = sv_openapi_first(where); e.doc; e = sv_openapi_next(where, e)) {
    size_t size;
    const char *text = sv_doc_string(e.doc, e.value, &size);
    const char *name = sv_openapi_text(x->api, e);
    if (!text || sv_doc_get(doc, v, text, size) != SV_DOC_NONE)
      continue;
    if (!name || (!goes_other_way(x, holder, name, is_request) &&
                  !goes_other_way(x, outer, name, is_request)))
      return false;
  }
  return true;
}

/* What a person would say first of a value at which several keywords fail. */
static size_t rank(const char *keyword)
{
  static const char *const first[] = { "type", "const", "enum", "format", "pattern" };
  size_t i = 0;
  while (i < sizeof first / sizeof first[0] && strcmp(keyword, first[i]) != 0)
    i++;
  return i;
}

/* Whether another finding says it of the same text, number, boolean or null: one value at fault is
 * one fault. */
static bool is_said(const struct sv_doc *doc, const struct sv_schema_finding *f, size_t count,
                    size_t i)
{
  if (sv_doc_type(doc, f[i].instance) >= SV_DOC_ARRAY)
    return false;
  for (size_t k = 0; k < count; k++)
    if (f[k].instance == f[i].instance && k != i) {
      const size_t other = rank(f[k].keyword), own = rank(f[i].keyword);
      if (other < own || (other == own && k < i))
        return true;
    }
  return false;
}

/* The message about the field NAME itself says its name, not $. */
static struct sv_message of_field(struct sv_message m, const char *pointer, const char *name)
{
  for (size_t i = 0; name && *pointer == '\0' && i < m.count; i++)
    if (strcmp(m.args[i].name, "name") == 0)
      m.args[i].text = name;
  return m;
}

static enum sv_status tell(struct sv_exchange *x, const struct sv_exchange_part *part,
                           const struct sv_schema_finding *f, struct sv_openapi_node where)
{
  const struct sv_exchange_finding finding = { .kind = part->kind,
                                               .in = part->in,
                                               .name = part->name,
                                               .pointer = f->instance_pointer,
                                               .keyword = f->keyword,
                                               .message = of_field(f->message, f->instance_pointer,
                                                                   part->name),
                                               .where = where };
  return sv_exchange_say(x, &finding);
}

static enum sv_status explain(struct sv_exchange *x, const struct sv_exchange_part *part,
                              const struct sv_schema *schema, const struct sv_doc *doc, sv_value v,
                              bool *valid, struct sv_error *err)
{
  struct sv_schema_report *report = NULL;
  size_t count = 0, total = 0;
  SV_TRY(sv_schema_explain(schema, doc, v, SV_SCHEMA_ERRORS, &report, err));
  const struct sv_schema_finding *f =
      sv_schema_report_findings(report, FINDINGS_MAX, &count, &total);
  enum sv_status status = SV_OK;
  size_t told = 0;
  for (size_t i = 0; status == SV_OK && i < count; i++) {
    const struct sv_openapi_node where = locate(x, f[i].schema_location, part->schema);
    if (strcmp(f[i].keyword, "required") == 0 && where.doc &&
        sv_doc_type(where.doc, where.value) == SV_DOC_ARRAY &&
        may_miss(x, where, doc, f[i].instance, part->is_request))
      continue;
    told++;
    /* Requests are ours: the trials count every fault of theirs. */
    if (!part->is_request && is_said(doc, f, count, i))
      continue;
    status = tell(x, part, &f[i], where);
  }
  *valid = told == 0 && count > 0;
  sv_schema_report_free(report);
  return status;
}

static enum sv_status validate(struct sv_exchange *x, const struct sv_exchange_part *part,
                               const struct sv_doc *doc, sv_value v, bool *valid,
                               struct sv_error *err)
{
  const struct sv_schema *schema;
  SV_TRY(sv_openapi_schema(x->api, part->schema, &schema, err));
  SV_TRY(sv_schema_validate(schema, doc, v, valid, err));
  return *valid ? SV_OK : explain(x, part, schema, doc, v, valid, err);
}

enum sv_status sv_exchange_judge(struct sv_exchange *x, const struct sv_exchange_part *part,
                                 const struct sv_doc *doc, sv_value v, bool *valid)
{
  struct sv_error err = { .line = 0 };
  bool good = true;
  if (valid)
    *valid = true;
  if (!part->schema.doc)
    return SV_OK;
  const enum sv_status status = validate(x, part, doc, v, &good, &err);
  if (valid)
    *valid = status == SV_OK && good;
  if (status == SV_NO_MEMORY)
    return status;
  if (status != SV_OK)
    return sv_exchange_gap_add(x, err.limit ? err.limit : "schema", &err, part->schema);
  return sv_exchange_direction(x, part, doc, v);
}

enum sv_status sv_exchange_judge_json(struct sv_exchange *x, const struct sv_exchange_part *part,
                                      const json_t *value, bool *valid)
{
  struct sv_doc *doc = NULL;
  struct sv_error err = { .line = 0 };
  enum sv_status status = sv_doc_from_json(value, NULL, &doc, &err);
  if (valid)
    *valid = false;
  if (status == SV_LIMIT)
    return sv_exchange_gap_add(x, err.limit, &err, part->schema);
  if (status == SV_OK)
    status = sv_exchange_judge(x, part, doc, SV_DOC_ROOT, valid);
  sv_doc_free(doc);
  return status;
}

/* --- members that go the other way --- */
struct walk {
  struct sv_exchange *x;
  const struct sv_exchange_part *part;
  const struct sv_doc *doc;
  unsigned steps; /* left */
};

static enum sv_status members(struct walk *w, struct sv_openapi_node n, sv_value v, int depth);

static enum sv_status member(struct walk *w, struct sv_openapi_node n, sv_value v, int depth)
{
  const struct sv_openapi_node to = sv_openapi_follow(w->x->api, n);
  if (!says(n, w->part->is_request) && !says(to, w->part->is_request))
    return members(w, to, v, depth + 1);
  struct sv_buf pointer = SV_BUF((size_t)64 << 10);
  size_t size;
  const char *text = sv_doc_string(w->doc, sv_doc_key(w->doc, v), &size);
  (void)sv_doc_pointer(w->doc, v, &pointer);
  struct sv_exchange_finding f = {
    .kind = w->part->is_request ? SV_EXCHANGE_READ_ONLY : SV_EXCHANGE_WRITE_ONLY,
    .in = w->part->in,
    .name = text ? sv_arena_copy(&w->x->arena, text, size) : NULL,
    .pointer = sv_buf_text(&pointer),
    .where = n,
  };
  const enum sv_status status = sv_exchange_tell(w->x, &f,
                                                 w->part->is_request ? N_("the member '{name}' is "
                                                                          "readOnly and is sent in "
                                                                          "a request")
                                                                     : N_("the member '{name}' is "
                                                                          "writeOnly and comes "
                                                                          "back in a response"),
                                                 NULL);
  sv_buf_free(&pointer);
  return status;
}

/* Whether V is valid by the alternative at N. */
static bool is_valid(struct walk *w, struct sv_openapi_node n, sv_value v)
{
  const struct sv_schema *schema;
  struct sv_error err;
  bool valid = false;
  return sv_openapi_schema(w->x->api, n, &schema, &err) == SV_OK &&
         sv_schema_validate(schema, w->doc, v, &valid, &err) == SV_OK && valid;
}

static enum sv_status parts(struct walk *w, struct sv_openapi_node n, sv_value v, int depth)
{
  static const char *const lists[] = { "allOf", "oneOf", "anyOf" };
  for (size_t i = 0; i < 3; i++) {
    const struct sv_openapi_node list = sv_openapi_get(n, lists[i]);
    for (struct sv_openapi_node e = sv_openapi_first(list); e.doc; e = sv_openapi_next(list, e))
      if (i == 0 || is_valid(w, e, v))
        SV_TRY(members(w, e, v, depth + 1));
  }
  return SV_OK;
}

static enum sv_status members(struct walk *w, struct sv_openapi_node n, sv_value v, int depth)
{
  n = sv_openapi_follow(w->x->api, n);
  if (!n.doc || depth > DEPTH_MAX || w->steps == 0 || sv_doc_type(w->doc, v) < SV_DOC_ARRAY)
    return SV_OK;
  w->steps--;
  const bool is_array = sv_doc_type(w->doc, v) == SV_DOC_ARRAY;
  const struct sv_openapi_node properties = sv_openapi_get(n, "properties");
  const struct sv_openapi_node items = sv_openapi_get(n, "items");
  for (sv_value c = sv_doc_first(w->doc, v); c != SV_DOC_NONE; c = sv_doc_next(w->doc, v, c)) {
    struct sv_openapi_node own = items;
    if (!is_array) {
      size_t size;
      const char *text = sv_doc_string(w->doc, sv_doc_key(w->doc, c), &size);
      own = properties;
      own.value = properties.doc ? sv_doc_get(own.doc, own.value, text, size) : SV_DOC_NONE;
      own = own.value == SV_DOC_NONE ? SV_OPENAPI_NONE : own;
    }
    if (own.doc)
      SV_TRY(is_array ? members(w, own, c, depth + 1) : member(w, own, c, depth));
  }
  return parts(w, n, v, depth);
}

enum sv_status sv_exchange_direction(struct sv_exchange *x, const struct sv_exchange_part *part,
                                     const struct sv_doc *doc, sv_value v)
{
  struct walk w = { .x = x, .part = part, .doc = doc, .steps = STEPS_MAX };
  return part->kind == SV_EXCHANGE_BODY ? members(&w, part->schema, v, 0) : SV_OK;
}
