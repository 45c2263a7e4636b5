// SPDX-License-Identifier: Apache-2.0
/* Reports as JSON: flag, basic and detailed as in 2020-12 core 12.4, hierarchical as in the
 * specification after it (one unit a schema, with errors and annotations by keyword). */
#include "engines/schema/explain.h"

#include <string.h>

#define DEPTH_MAX 700

struct writer {
  struct sv_schema_report *r;
  struct sv_buf *out;
  sv_schema_translate *translate;
  bool errors; /* of a valid instance the annotations are written, else the errors */
};

static void add_string(struct sv_buf *out, const char *text, size_t size)
{
  (void)sv_buf_addc(out, '"');
  for (size_t i = 0; i < size; i++) {
    const unsigned char c = (unsigned char)text[i];
    if (c == '"' || c == '\\')
      (void)sv_buf_addf(out, "\\%c", c);
    else if (c < 32 || c == 127)
      (void)sv_buf_addf(out, "\\u%04x", c);
    else
      (void)sv_buf_addc(out, (char)c);
  }
  (void)sv_buf_addc(out, '"');
}

static void member(struct sv_buf *out, const char *name)
{
  (void)sv_buf_addf(out, "\"%s\":", name);
}

static void add_buf(struct sv_buf *out, struct sv_buf *text)
{
  add_string(out, sv_buf_text(text), text->size);
  sv_buf_free(text);
}

static void locations(struct writer *w, const struct sv_unit *u, const char *path,
                      const char *absolute)
{
  struct sv_buf text = SV_BUF((size_t)1 << 20);
  member(w->out, path);
  (void)sv_explain_path(u->path, &text);
  add_buf(w->out, &text);
  text = SV_BUF((size_t)1 << 20);
  (void)sv_buf_addc(w->out, ',');
  member(w->out, absolute);
  (void)sv_explain_location(u, &text);
  add_buf(w->out, &text);
  text = SV_BUF((size_t)1 << 20);
  (void)sv_buf_adds(w->out, ",\"instanceLocation\":");
  (void)sv_explain_pointer(w->r, u->instance, &text);
  add_buf(w->out, &text);
}

static void error_text(struct writer *w, const struct sv_unit *u)
{
  const char *sentence = w->translate ? w->translate(u->message.msgid) : u->message.msgid;
  struct sv_buf text = SV_BUF((size_t)64 << 10);
  (void)sv_message_render(sentence, u->message.args, u->message.count, &text);
  add_buf(w->out, &text);
}

static void note_names(struct writer *w, const struct sv_unit *u)
{
  const struct sv_doc *doc = w->r->doc;
  uint32_t i = 0, k = 0;
  (void)sv_buf_addc(w->out, '[');
  for (sv_value c = sv_doc_first(doc, u->instance); c != SV_DOC_NONE && k < u->index_count;
       c = sv_doc_next(doc, u->instance, c), i++) {
    if (u->indexes[k] != i)
      continue;
    while (k < u->index_count && u->indexes[k] == i)
      k++;
    size_t size;
    const char *name = sv_doc_string(doc, sv_doc_key(doc, c), &size);
    if (w->out->data[w->out->size - 1] != '[')
      (void)sv_buf_addc(w->out, ',');
    add_string(w->out, name, size);
  }
  (void)sv_buf_addc(w->out, ']');
}

static void note(struct writer *w, const struct sv_unit *u)
{
  switch (u->note) {
  case SV_NOTE_VALUE:
    (void)sv_doc_excerpt(sv_node_doc(u->node), u->op->value, (size_t)1 << 24, w->out);
    break;
  case SV_NOTE_INDEX:
    if (u->index_count == sv_doc_count(w->r->doc, u->instance))
      (void)sv_buf_adds(w->out, "true");
    else
      (void)sv_buf_addf(w->out, "%u", u->indexes[u->index_count - 1]);
    break;
  case SV_NOTE_NAMES:
    note_names(w, u);
    break;
  case SV_NOTE_INDEXES:
    (void)sv_buf_addc(w->out, '[');
    for (uint32_t i = 0; i < u->index_count; i++)
      (void)sv_buf_addf(w->out, "%s%u", i ? "," : "", u->indexes[i]);
    (void)sv_buf_addc(w->out, ']');
    break;
  default:
    (void)sv_buf_adds(w->out, "true");
    break;
  }
}

/* Whether the unit itself has something to say. */
static bool speaks(const struct writer *w, const struct sv_unit *u)
{
  return w->errors ? u->told && !u->valid : u->note != SV_NOTE_NONE;
}

/* Below a schema that failed nothing is noted: 2020-12 core 7.7.1.2. */
static bool hidden(const struct writer *w, const struct sv_unit *u)
{
  return w->errors ? u->valid : !u->valid;
}

static void open_unit(struct writer *w, const struct sv_unit *u)
{
  (void)sv_buf_addf(w->out, "{\"valid\":%s,", u->valid ? "true" : "false");
  locations(w, u, "keywordLocation", "absoluteKeywordLocation");
}

static void say(struct writer *w, const struct sv_unit *u)
{
  if (!speaks(w, u))
    return;
  (void)sv_buf_adds(w->out, w->errors ? ",\"error\":" : ",\"annotation\":");
  if (w->errors)
    error_text(w, u);
  else
    note(w, u);
}

static void basic(struct writer *w, const struct sv_unit *u, bool *first, int depth)
{
  if (hidden(w, u) || depth > DEPTH_MAX)
    return;
  if (speaks(w, u)) {
    (void)sv_buf_adds(w->out, *first ? "" : ",");
    *first = false;
    open_unit(w, u);
    say(w, u);
    (void)sv_buf_addc(w->out, '}');
  }
  for (const struct sv_unit *c = u->first; c; c = c->next)
    basic(w, c, first, depth + 1);
}

/* How many of the children lead to something said, at most 2; the first one in *ONLY. */
static int branches(const struct writer *w, const struct sv_unit *u, const struct sv_unit **only,
                    int depth);

static bool leads(const struct writer *w, const struct sv_unit *u, int depth)
{
  const struct sv_unit *only;
  return !hidden(w, u) && depth < DEPTH_MAX && (speaks(w, u) || branches(w, u, &only, depth) > 0);
}

static int branches(const struct writer *w, const struct sv_unit *u, const struct sv_unit **only,
                    int depth)
{
  int count = 0;
  *only = NULL;
  for (const struct sv_unit *c = u->first; c && count < 2; c = c->next) {
    if (!leads(w, c, depth + 1))
      continue;
    if (count++ == 0)
      *only = c;
  }
  return count;
}

/* 12.4.3: units without news are left out, a unit with one child gives way to it. */
static void detailed(struct writer *w, const struct sv_unit *u, int depth)
{
  const struct sv_unit *only;
  int count = branches(w, u, &only, depth);
  while (count == 1 && !speaks(w, u) && depth < DEPTH_MAX) {
    u = only;
    depth++;
    count = branches(w, u, &only, depth);
  }
  open_unit(w, u);
  say(w, u);
  if (count > 0) {
    (void)sv_buf_addf(w->out, ",\"%s\":[", w->errors ? "errors" : "annotations");
    bool first = true;
    for (const struct sv_unit *c = u->first; c; c = c->next) {
      if (!leads(w, c, depth + 1))
        continue;
      (void)sv_buf_adds(w->out, first ? "" : ",");
      first = false;
      detailed(w, c, depth + 1);
    }
    (void)sv_buf_addc(w->out, ']');
  }
  (void)sv_buf_addc(w->out, '}');
}

static void by_keyword(struct writer *w, const struct sv_unit *schema, const char *name,
                       bool errors)
{
  bool first = true;
  for (const struct sv_unit *k = schema->first; k; k = k->next) {
    const bool here = k->op && (errors ? k->told && !k->valid : k->note != SV_NOTE_NONE);
    if (!here)
      continue;
    (void)sv_buf_addc(w->out, ',');
    if (first)
      (void)sv_buf_addf(w->out, "\"%s\":{", name);
    first = false;
    add_string(w->out, k->path->name, k->path->size);
    (void)sv_buf_addc(w->out, ':');
    if (errors)
      error_text(w, k);
    else
      note(w, k);
  }
  if (!first)
    (void)sv_buf_addc(w->out, '}');
}

/* One unit a schema; the keywords between it and its subschemas are only seen in the paths. */
static void hierarchical(struct writer *w, const struct sv_unit *schema, int depth)
{
  (void)sv_buf_addf(w->out, "{\"valid\":%s,", schema->valid ? "true" : "false");
  locations(w, schema, "evaluationPath", "schemaLocation");
  if (schema->told && !schema->valid) {
    (void)sv_buf_adds(w->out, ",\"errors\":{\"\":");
    error_text(w, schema);
    (void)sv_buf_addc(w->out, '}');
  } else if (!schema->valid) {
    by_keyword(w, schema, "errors", true);
  }
  by_keyword(w, schema, schema->valid ? "annotations" : "droppedAnnotations", false);
  bool first = true;
  for (const struct sv_unit *k = schema->first; k && depth < DEPTH_MAX; k = k->next) {
    for (const struct sv_unit *c = k->first; c; c = c->next) {
      (void)sv_buf_adds(w->out, first ? ",\"details\":[" : ",");
      first = false;
      hierarchical(w, c, depth + 1);
    }
  }
  if (!first)
    (void)sv_buf_addc(w->out, ']');
  (void)sv_buf_addc(w->out, '}');
}

enum sv_status sv_schema_report_write(struct sv_schema_report *r, enum sv_schema_output form,
                                      sv_schema_translate *translate, struct sv_buf *out)
{
  struct writer w = { .r = r, .out = out, .translate = translate, .errors = !r->valid };
  if (form == SV_SCHEMA_FLAG || !r->root) {
    (void)sv_buf_addf(out, "{\"valid\":%s}", r->valid ? "true" : "false");
  } else if (form == SV_SCHEMA_BASIC) {
    bool first = true;
    (void)sv_buf_addf(out, "{\"valid\":%s,\"%s\":[", r->valid ? "true" : "false",
                      r->valid ? "annotations" : "errors");
    basic(&w, r->root, &first, 0);
    (void)sv_buf_adds(out, "]}");
  } else if (form == SV_SCHEMA_DETAILED) {
    detailed(&w, r->root, 0);
  } else {
    hierarchical(&w, r->root, 0);
  }
  return out->failed;
}
