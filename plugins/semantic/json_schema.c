// SPDX-License-Identifier: Apache-2.0
/* JSON Schemas: that they are valid, that payloads follow them, and that a new version keeps what
 * the one before had. */
#include "engines/base/message.h"
#include "engines/doc/path.h"
#include "engines/openapi/compare.h"
#include "engines/schema/schema.h"
#include "plugins/semantic/handed.h"
#include "plugins/semantic/semantic.h"

#include "engines/base/ascii.h"

#include <samsvar/helpers.h>
#include <stdlib.h>
#include <string.h>

enum { FETCHED_MAX = 16, TOLD_MAX = 30, PARTS_MAX = 1000 };

/* Where other documents that a schema needs come from. */
struct source {
  struct sv_ctx *ctx;
  const char *base;
  struct sv_doc *documents[FETCHED_MAX];
  size_t count;
  const struct sv_response *lost; /* an answer that says nothing */
};

static enum sv_status fetch(void *context, const char *iri, struct sv_doc **out,
                            struct sv_error *err)
{
  struct source *s = context;
  struct sv_handed_bytes bytes;
  const struct sv_response *r = NULL;
  if (s->count == FETCHED_MAX || !sv_handed_fetch(s->ctx, s->base, iri, &bytes, &r)) {
    if (r && (r->error || r->status >= 500 || r->status == 401 || r->status == 403))
      s->lost = r;
    return sv_fail(err, SV_NOT_FOUND, "%s", iri);
  }
  SV_TRY(sv_doc_parse(bytes.data, bytes.size, NULL, out, err));
  s->documents[s->count++] = *out;
  return SV_OK;
}

struct compiled {
  struct source source;
  struct sv_schema_set *set;
  struct sv_doc *document;
  const struct sv_schema *schema;
  enum sv_status status;
  struct sv_error err;
};

/* The documents that were fetched belong to the set. */
static void release(struct compiled *c)
{
  sv_schema_set_free(c->set);
  sv_doc_free(c->document);
}

static void compile(struct sv_ctx *ctx, const struct sv_handed_bytes *b, struct compiled *c)
{
  *c = (struct compiled){ .source = { .ctx = ctx, .base = b->url } };
  const struct sv_schema_options options = { .assert_format = true,
                                             .fetch = fetch,
                                             .context = &c->source };
  const char *iri = b->url && strstr(b->url, "://") ? b->url : "urn:samsvar:schema";
  c->set = sv_schema_set_new(&options);
  c->status = c->set ? sv_doc_parse(b->data, b->size, NULL, &c->document, &c->err) : SV_NO_MEMORY;
  if (c->status == SV_OK)
    c->status = sv_schema_set_add(c->set, iri, c->document, &c->err);
  if (c->status == SV_OK)
    c->status = sv_schema_compile(c->set, iri, &c->schema, &c->err);
}

/* --- SEM-133 --- */
enum sv_outcome sv_sem_schema_valid(struct sv_ctx *ctx)
{
  struct sv_handed_bytes own;
  struct compiled c;
  if (!sv_handed_own(ctx, &own))
    return SV_INAPPLICABLE;
  compile(ctx, &own, &c);
  const bool is_target = c.status == SV_INVALID || (c.status == SV_NOT_FOUND && !c.source.lost);
  const enum sv_outcome outcome = c.status == SV_OK ? SV_PASSED
                                  : is_target       ? SV_FAILED
                                                    : SV_CANT_TELL;
  if (outcome != SV_PASSED)
    sv_find(
        ctx, .outcome = outcome,
        .attribution = is_target       ? SV_TARGET
                       : c.source.lost ? SV_DEPENDENCY
                                       : SV_TOOL,
        .message = c.status == SV_NOT_FOUND ? N_("A reference in the schema leads nowhere.")
                                            : N_("The schema is no valid JSON Schema."),
        .where = { .url = own.url, .line = (uint32_t)c.err.line, .column = (uint32_t)c.err.column },
        .actual = c.err.text, .evidence = own.evidence,
        .hint = N_("samsvar validate json-schema tells what is wrong with a mended file."));
  release(&c);
  return outcome;
}

/* Words that are no JSON Schema, and that other checks ask for or that anybody may add. */
static bool is_extension(const char *name, size_t size)
{
  static const char *const words[] = { "begrepsidentifikator", "externalDocs", "version" };
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
    if (size == strlen(words[i]) && memcmp(name, words[i], size) == 0)
      return true;
  return (size > 2 && name[0] == 'x' && name[1] == '-') || (size > 1 && name[0] == '@');
}

struct wording {
  struct sv_ctx *ctx;
  const struct sv_handed_bytes *own;
  const struct sv_doc *document;
  size_t faults;
};

static void say_word(void *context, const char *name, size_t size, sv_value value)
{
  struct wording *w = context;
  size_t line = 0, column = 0;
  if (is_extension(name, size) || w->faults++ >= TOLD_MAX)
    return;
  sv_doc_position(w->document, value, &line, &column);
  json_t *args = json_object();
  (void)json_object_set_new(args, "keyword", json_stringn(name, size));
  sv_find(w->ctx, .outcome = SV_FAILED,
          .message = N_("The draft of the schema has no keyword {keyword}: it judges nothing."),
          .args = args,
          .where = { .url = w->own->url, .line = (uint32_t)line, .column = (uint32_t)column },
          .expected = N_("a keyword of the draft, or a name that begins with x-"),
          .evidence = w->own->evidence,
          .hint = N_("See whether the keyword is misspelt or of another draft; let the names of "
                     "your own begin with x-."));
  json_decref(args);
}

enum sv_outcome sv_sem_schema_wording(struct sv_ctx *ctx)
{
  struct sv_handed_bytes own;
  struct compiled c;
  if (!sv_handed_own(ctx, &own))
    return SV_INAPPLICABLE;
  compile(ctx, &own, &c);
  struct wording w = { .ctx = ctx, .own = &own, .document = c.document };
  const bool is_usable = c.status == SV_OK && sv_doc_type(c.document, SV_DOC_ROOT) == SV_DOC_OBJECT;
  if (is_usable && sv_doc_gets(c.document, SV_DOC_ROOT, "$schema") == SV_DOC_NONE) {
    w.faults++;
    sv_find(ctx, .outcome = SV_FAILED,
            .message = N_("The schema does not say which draft it follows; it was read as "
                          "2020-12."),
            .where.url = own.url, .expected = N_("the address of a metaschema in $schema"),
            .evidence = own.evidence,
            .hint = N_("Name the draft in $schema: what a keyword means differs between them."));
  }
  const enum sv_status status =
      is_usable ? sv_schema_unknown(c.set, c.document, say_word, &w) : SV_OK;
  release(&c);
  if (w.faults)
    return SV_FAILED;
  return status != SV_OK ? SV_CANT_TELL : is_usable ? SV_PASSED : SV_INAPPLICABLE;
}

/* --- SEM-134 --- */
static enum sv_outcome cannot_use(struct sv_ctx *ctx, const struct sv_handed_bytes *schema,
                                  const struct compiled *c)
{
  sv_find(ctx, .outcome = SV_CANT_TELL, .attribution = SV_CONFIGURATION,
          .message = N_("The schema by which the payload is to be judged is not valid itself."),
          .where = { .url = schema->url, .line = (uint32_t)c->err.line }, .actual = c->err.text,
          .evidence = schema->evidence,
          .hint = N_("Mend the schema, or name the one that is in force."));
  return SV_CANT_TELL;
}

struct judging {
  struct sv_ctx *ctx;
  const struct sv_payload *payload;
  size_t looked_at, faults;
};

static void say(struct judging *j, const struct sv_schema_finding *f)
{
  struct sv_buf text = SV_BUF(4096);
  (void)sv_message_render(f->message.msgid, f->message.args, f->message.count, &text);
  json_t *args = json_pack("{s:s}", "keyword", f->keyword);
  sv_find(j->ctx, .outcome = SV_FAILED,
          .message = N_("The payload breaks its schema at {keyword}."), .args = args,
          .where = { .url = j->payload->bytes.url,
                     .json_pointer = f->instance_pointer,
                     .line = (uint32_t)f->line,
                     .column = (uint32_t)f->column },
          .expected = f->schema_location, .actual = sv_buf_text(&text),
          .evidence = j->payload->bytes.evidence,
          .hint = N_("Send what the schema promises, or change the schema with a new version."));
  json_decref(args);
  sv_buf_free(&text);
}

static enum sv_status judge_value(struct judging *j, const struct sv_schema *schema,
                                  const struct sv_doc *doc, sv_value v, struct sv_error *err)
{
  struct sv_schema_report *report = NULL;
  size_t count = 0, total = 0;
  SV_TRY(sv_schema_explain(schema, doc, v, SV_SCHEMA_ERRORS, &report, err));
  j->looked_at++;
  if (!sv_schema_report_valid(report)) {
    const struct sv_schema_finding *f = sv_schema_report_findings(report, TOLD_MAX, &count, &total);
    for (size_t i = 0; i < count && j->faults++ < TOLD_MAX; i++)
      say(j, &f[i]);
    j->faults += count == 0;
  }
  sv_schema_report_free(report);
  return SV_OK;
}

/* Judges the values that PART selects, or the whole. */
static enum sv_status judge_parts(struct judging *j, const struct sv_schema *schema,
                                  const struct sv_doc *doc, struct sv_error *err)
{
  const char *part = j->payload->part;
  struct sv_path *path = NULL;
  struct sv_path_nodes nodes = { 0 };
  if (!part)
    return judge_value(j, schema, doc, SV_DOC_ROOT, err);
  enum sv_status status = sv_path_compile(part, strlen(part), &path, err);
  if (status == SV_OK)
    status = sv_path_select(path, doc, SV_PATH_VISITS, &nodes, err);
  for (size_t i = 0; status == SV_OK && i < nodes.count && i < PARTS_MAX; i++)
    status = judge_value(j, schema, doc, nodes.items[i], err);
  sv_path_nodes_free(&nodes);
  sv_path_free(path);
  return status;
}

static enum sv_outcome judge_payload(struct judging *j, const struct compiled *c)
{
  struct sv_error err = { 0 };
  struct sv_doc *doc = NULL;
  const struct sv_payload *p = j->payload;
  enum sv_status status = sv_doc_parse(p->bytes.data, p->bytes.size, NULL, &doc, &err);
  if (status == SV_INVALID) {
    j->faults++;
    sv_find(j->ctx, .outcome = SV_FAILED, .message = N_("The payload is no JSON."),
            .where = { .url = p->bytes.url, .line = (uint32_t)err.line }, .actual = err.text,
            .evidence = p->bytes.evidence, .hint = N_("Send well-formed JSON."));
    return SV_FAILED;
  }
  if (status == SV_OK)
    status = judge_parts(j, c->schema, doc, &err);
  sv_doc_free(doc);
  if (status == SV_OK)
    return SV_PASSED;
  sv_find(j->ctx, .outcome = SV_CANT_TELL, .attribution = SV_CONFIGURATION,
          .message = N_("The payload could not be judged by its schema."),
          .where.url = p->bytes.url, .actual = err.text, .evidence = p->bytes.evidence,
          .hint = N_("See that samples.payloads names the right part, as JSONPath; a payload or "
                     "schema that is very large is to be judged by samsvar validate."));
  return SV_CANT_TELL;
}

enum sv_outcome sv_sem_payload_schema(struct sv_ctx *ctx)
{
  struct sv_payload payloads[SV_PAYLOADS_MAX];
  size_t count = 0;
  enum sv_outcome outcome;
  struct judging j = { .ctx = ctx };
  if (!sv_handed_payloads(ctx, "schema", payloads, &count, &outcome))
    return outcome;
  for (size_t i = 0; i < count; i++) {
    struct sv_handed_bytes schema;
    struct compiled c;
    j.payload = &payloads[i];
    if (!sv_handed_find(ctx, payloads[i].schema, &schema, &outcome))
      return outcome;
    compile(ctx, &schema, &c);
    outcome = c.status == SV_OK ? judge_payload(&j, &c) : cannot_use(ctx, &schema, &c);
    release(&c);
    if (outcome == SV_CANT_TELL)
      return j.faults ? SV_FAILED : outcome;
  }
  if (j.faults)
    return SV_FAILED;
  return j.looked_at ? SV_PASSED : SV_INAPPLICABLE;
}

/* --- SEM-144 --- */
/* The first number of a version in the schema's $id ("/v2/", "/2.1/") or its member "version"; -1.
 */
static long major_of(struct sv_openapi *api)
{
  const struct sv_openapi_node root = sv_openapi_root(api);
  const char *version = sv_openapi_text(api, sv_openapi_get(root, "version"));
  const char *id = sv_openapi_text(api, sv_openapi_get(root, "$id"));
  unsigned long long number;
  if (version && sv_parse_uint(version, strspn(version, "0123456789"), 100000, &number))
    return (long)number;
  for (const char *p = id; p && (p = strchr(p, '/')); p++) {
    const char *digits = p + 1 + (sv_lower((unsigned char)p[1]) == 'v');
    const size_t n = strspn(digits, "0123456789");
    if (n && strchr("/.", digits[n] ? digits[n] : '/') && sv_parse_uint(digits, n, 100000, &number))
      return (long)number;
  }
  return -1;
}

/* What takes something from those who read the older version, or asks more of those who write. What
 * is only added is not among it. */
static bool breaks(const struct sv_change *c)
{
  static const char *const rules[] = {
    "property-removed",  "property-required", "property-new-required", "type-changed",
    "value-removed",     "values-limited",    "bound-narrowed",        "format-changed",
    "properties-closed", "schema-closed",     "property-refused",      "alternative-removed"
  };
  for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
    if (strcmp(c->rule, rules[i]) == 0)
      return true;
  return false;
}

static void say_change(struct sv_ctx *ctx, const struct sv_comparison *all,
                       const struct sv_change *c, const struct sv_handed_bytes *now)
{
  const char *file;
  size_t line = 0, column = 0;
  struct sv_buf text = SV_BUF(4096);
  (void)sv_message_render(c->message.msgid, c->message.args, c->message.count, &text);
  const bool is_there = sv_change_place(all, c, true, &file, &line, &column);
  json_t *args = json_pack("{s:s}", "rule", c->rule);
  sv_find(ctx, .outcome = SV_FAILED,
          .message = N_("The new version breaks who reads the old one: {rule}."), .args = args,
          .where = { .url = now->url,
                     .line = is_there ? (uint32_t)line : 0,
                     .column = is_there ? (uint32_t)column : 0 },
          .actual = sv_buf_text(&text), .evidence = now->evidence,
          .hint = N_("Add instead of changing, or give the schema a new major version."));
  json_decref(args);
  sv_buf_free(&text);
}

/* The document of KIND that stands at the same place among its kind as the endpoint's own. */
static bool previous(struct sv_ctx *ctx, struct sv_handed_bytes *now,
                     struct sv_handed_bytes *before)
{
  const char *id = json_string_value(json_object_get(ctx->sv->endpoint(ctx), "id"));
  const struct sv_artifact *a, *old;
  for (size_t i = 0; (a = ctx->sv->artifact(ctx, "json-schema", i)); i++) {
    if (id && (!a->name || strcmp(a->name, id) != 0))
      continue;
    old = ctx->sv->artifact(ctx, "json-schema-previous", i);
    if (!old || !old->data || !a->data)
      return false;
    *now = (struct sv_handed_bytes){ a->data, a->size, a->url ? a->url : a->name, a->evidence };
    *before = (struct sv_handed_bytes){ old->data, old->size, old->url, old->evidence };
    return true;
  }
  return false;
}

enum sv_outcome sv_sem_schema_stable(struct sv_ctx *ctx)
{
  struct sv_handed_bytes now, before;
  struct sv_openapi *api[2] = { NULL, NULL };
  struct sv_comparison all = { .count = 0 };
  struct sv_error err = { 0 };
  size_t faults = 0;
  if (!previous(ctx, &now, &before))
    return SV_INAPPLICABLE;
  enum sv_status status = sv_openapi_load(before.data, before.size, NULL, &api[0], &err);
  if (status == SV_OK)
    status = sv_openapi_load(now.data, now.size, NULL, &api[1], &err);
  const long old_major = status == SV_OK ? major_of(api[0]) : -1;
  const long new_major = status == SV_OK ? major_of(api[1]) : -1;
  const bool is_new_major = old_major >= 0 && new_major >= 0 && old_major != new_major;
  if (status == SV_OK && !is_new_major)
    status = sv_openapi_compare_schemas(api[0], sv_openapi_root(api[0]), api[1],
                                        sv_openapi_root(api[1]), SV_COMPARE_BOTH, &all, &err);
  for (size_t i = 0; i < all.count; i++)
    if (breaks(&all.changes[i]) && faults++ < TOLD_MAX)
      say_change(ctx, &all, &all.changes[i], &now);
  sv_comparison_free(&all);
  sv_openapi_free(api[0]);
  sv_openapi_free(api[1]);
  if (faults)
    return SV_FAILED;
  if (status == SV_OK)
    return is_new_major ? SV_INAPPLICABLE : SV_PASSED;
  sv_find(ctx, .outcome = SV_CANT_TELL, .attribution = SV_CONFIGURATION,
          .message = N_("The two versions of the schema could not be compared."),
          .where.url = now.url, .actual = err.text, .evidence = now.evidence,
          .hint = N_("See that both are JSON or YAML, and not too large."));
  return SV_CANT_TELL;
}
