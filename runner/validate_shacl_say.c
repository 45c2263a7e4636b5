// SPDX-License-Identifier: Apache-2.0
/* Results of SHACL for people, as JSON (contract section 4) and as a sh:ValidationReport. */
#include "runner/validate_shacl.h"

#include "engines/base/escape.h"
#include "engines/base/message.h"
#include "engines/rdf/write.h"
#include "engines/shacl/national.h"
#include "runner/say.h"

#include <string.h>

#define LINES_MAX 10000 /* of results; more are counted */
#define TEXT_MAX ((size_t)1 << 20)
#define REPORT_MAX ((size_t)1 << 30)

/* One object of the array; NULL: null. */
struct row {
  const char *focus, *path, *value, *component, *severity, *shape, *message, *file;
  const char *requirement; /* NULL: the shape names none, and there is no such member */
  size_t line;
};

static void add_member(struct sv_buf *b, const char *name, const char *text)
{
  (void)sv_buf_addf(b, "\n    \"%s\": ", name);
  if (text)
    (void)sv_escape_json(b, text, strlen(text));
  else
    (void)sv_buf_adds(b, "null");
}

static void add_row(struct sv_validate_out *o, const struct row *r)
{
  const struct {
    const char *name, *text;
  } members[] = {
    { "focusNode", r->focus },     { "path", r->path },         { "value", r->value },
    { "component", r->component }, { "severity", r->severity }, { "shape", r->shape },
    { "message", r->message },     { "file", r->file },
  };
  (void)sv_buf_adds(&o->array, o->array.size ? ",\n  {" : "\n  {");
  for (size_t i = 0; i < sizeof members / sizeof members[0]; i++) {
    add_member(&o->array, members[i].name, members[i].text);
    (void)sv_buf_addc(&o->array, ',');
  }
  if (r->requirement) {
    add_member(&o->array, "requirement", r->requirement);
    (void)sv_buf_addc(&o->array, ',');
  }
  if (r->line)
    (void)sv_buf_addf(&o->array, "\n    \"line\": %zu\n  }", r->line);
  else
    (void)sv_buf_adds(&o->array, "\n    \"line\": null\n  }");
}

/* Warnings about the shapes are no results: they stay on standard error. */
void sv_shacl_say_warning(struct sv_shacl_job *j, uint32_t line, const char *message,
                          const char *rule)
{
  struct sv_validate_out out = { .json = false };
  const char *file = NULL;
  size_t number = 0;
  if (!sv_graph_place(j->shapes, line, &file, &number) || !file)
    file = j->options->shapes.count ? j->options->shapes.items[0] : j->options->profiles.items[0];
  const struct sv_validate_finding f = {
    .file = file, .line = number, .column = 1, .message = message, .rule = rule, .warning = true
  };
  sv_validate_say(&out, &f);
}

void sv_shacl_say_fault(struct sv_shacl_job *j, const char *path, const struct sv_doc_finding *f)
{
  if (!j->out.json) {
    sv_validate_say_fault(&j->out, path, 0, f);
    return;
  }
  struct sv_buf text = SV_BUF(4096);
  (void)sv_doc_finding_text(f, sv_tr(f->msgid), &text);
  const struct row r = { .severity = "<" SV_SHACL_NS "Violation>",
                         .message = sv_buf_text(&text),
                         .file = path,
                         .line = f->line };
  add_row(&j->out, &r);
  sv_buf_free(&text);
}

/* The texts of one result. */
struct texts {
  struct sv_buf focus, path, value, shape, severity, message, component;
};

static void fill(const struct sv_shacl_report *r, size_t i, enum sv_shacl_form form,
                 struct texts *t)
{
  static const char *const names[] = { "Violation", "Warning", "Info" };
  const struct sv_shacl_result k = sv_shacl_report_at(r, i);
  const struct sv_graph *data = sv_shacl_report_data(r);
  const struct sv_graph *shapes = sv_shacl_graph(sv_shacl_report_shapes(r));
  *t = (struct texts){ SV_BUF(TEXT_MAX), SV_BUF(TEXT_MAX), SV_BUF(TEXT_MAX), SV_BUF(TEXT_MAX),
                       SV_BUF(TEXT_MAX), SV_BUF(TEXT_MAX), SV_BUF(TEXT_MAX) };
  (void)sv_shacl_say_node(data, k.focus, form, &t->focus);
  (void)sv_shacl_say_path(r, i, form, &t->path);
  if (k.value)
    (void)sv_shacl_say_node(data, k.value, form, &t->value);
  (void)sv_shacl_say_node(shapes, k.shape, form, &t->shape);
  if (k.severity_term)
    (void)sv_shacl_say_node(shapes, k.severity_term, form, &t->severity);
  else
    (void)sv_buf_addf(&t->severity, "<%s%s>", SV_SHACL_NS, names[k.severity]);
  (void)sv_buf_addf(&t->component, "<%s%s>", SV_SHACL_NS, k.component);
  (void)sv_shacl_say_message(r, i, sv_lang_used(), &t->message);
}

static void release(struct texts *t)
{
  struct sv_buf *all[] = { &t->focus,    &t->path,    &t->value,    &t->shape,
                           &t->severity, &t->message, &t->component };
  for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
    sv_buf_free(all[i]);
}

static const char *or_null(const struct sv_buf *b)
{
  return b->size ? sv_buf_text(b) : NULL;
}

static void say_row(struct sv_shacl_job *j, const struct sv_shacl_report *r, size_t i)
{
  struct texts t;
  const struct sv_shacl_result k = sv_shacl_report_at(r, i);
  fill(r, i, SV_SHACL_FOR_MACHINES, &t);
  const struct row row = { .focus = sv_buf_text(&t.focus),
                           .path = or_null(&t.path),
                           .value = k.value ? sv_buf_text(&t.value) : NULL,
                           .component = sv_buf_text(&t.component),
                           .severity = sv_buf_text(&t.severity),
                           .shape = sv_buf_text(&t.shape),
                           .message = sv_buf_text(&t.message),
                           .file = k.file,
                           .requirement = sv_shacl_requirement(j->shapes, k.shape),
                           .line = k.line };
  add_row(&j->out, &row);
  release(&t);
}

static const char *const templates[SV_SHACL_SEVERITIES] = {
  [SV_SHACL_VIOLATION] = N_("{where}: {message}"),
  [SV_SHACL_WARNING] = N_("warning: {where}: {message}"),
  [SV_SHACL_INFO] = N_("note: {where}: {message}"),
  [SV_SHACL_OTHER] = N_("{severity}: {where}: {message}"),
};

static void say_line(struct sv_shacl_job *j, const struct sv_shacl_report *r, size_t i)
{
  struct texts t;
  char rule[64];
  struct sv_buf line = SV_BUF(4 * TEXT_MAX), where = SV_BUF(2 * TEXT_MAX);
  const struct sv_shacl_result k = sv_shacl_report_at(r, i);
  fill(r, i, SV_SHACL_FOR_PEOPLE, &t);
  (void)sv_buf_adds(&where, sv_buf_text(&t.focus));
  if (t.path.size)
    (void)sv_buf_addf(&where, " %s", sv_buf_text(&t.path));
  const struct sv_arg args[] = { { "where", sv_buf_text(&where), 0 },
                                 { "message", sv_buf_text(&t.message), 0 },
                                 { "severity", sv_buf_text(&t.severity), 0 } };
  (void)sv_message_render(sv_tr(templates[k.severity]), args, 3, &line);
  const char *requirement = sv_shacl_requirement(j->shapes, k.shape);
  (void)snprintf(rule, sizeof rule, "sh:%s%s%.16s", k.parameter, requirement ? " " : "",
                 requirement ? requirement : "");
  const struct sv_validate_finding f = { .file = k.file ? k.file : "data",
                                         .line = k.line,
                                         .column = 1,
                                         .message = sv_buf_text(&line),
                                         .rule = rule,
                                         .warning = k.severity != SV_SHACL_VIOLATION };
  sv_validate_say(&j->out, &f);
  sv_buf_free(&line);
  sv_buf_free(&where);
  release(&t);
}

static const char *number(char *out, uint64_t n)
{
  (void)snprintf(out, 24, "%llu", (unsigned long long)n);
  return out;
}

static void say_sum(const struct sv_shacl_report *r)
{
  char focus[24], shapes[24], violations[24], warnings[24], other[24];
  const struct sv_shacl *s = sv_shacl_report_shapes(r);
  size_t used = 0;
  for (size_t i = 0; i < sv_shacl_target_count(s); i++)
    used += sv_shacl_report_shape_focus(r, i) > 0;
  sv_say(stderr,
         N_("judged: {focus} nodes by {shapes} shapes; {violations} violations, {warnings} "
            "warnings, {other} notes\n"),
         "focus", number(focus, sv_shacl_report_focus(r)), "shapes", number(shapes, used),
         "violations", number(violations, sv_shacl_report_count(r, SV_SHACL_VIOLATION)), "warnings",
         number(warnings, sv_shacl_report_count(r, SV_SHACL_WARNING)), "other",
         number(other,
                sv_shacl_report_count(r, SV_SHACL_INFO) + sv_shacl_report_count(r, SV_SHACL_OTHER)),
         NULL);
}

void sv_shacl_say_results(struct sv_shacl_job *j, const struct sv_shacl_report *r)
{
  char more[24];
  const size_t kept = sv_shacl_report_kept(r);
  const size_t shown = j->out.json || kept < LINES_MAX ? kept : LINES_MAX;
  for (size_t i = 0; i < shown; i++) {
    if (j->out.json)
      say_row(j, r, i);
    else
      say_line(j, r, i);
  }
  if (sv_shacl_report_total(r) > shown)
    sv_say(stderr, N_("{count} more results are not shown\n"), "count",
           number(more, sv_shacl_report_total(r) - shown), NULL);
  if (!j->out.json && sv_shacl_report_focus(r) > 0)
    say_sum(r);
}

int sv_shacl_write_report(const struct sv_shacl_report *r)
{
  struct sv_error err = { 0 };
  struct sv_graph *g = NULL;
  struct sv_buf text = SV_BUF(REPORT_MAX);
  enum sv_status status = sv_shacl_report_graph(r, &g, &err);
  if (status == SV_OK)
    status = sv_rdf_write(g, SV_RDF_TO_TURTLE, &text, &err);
  const int code = sv_validate_write(&text, status, &err);
  sv_buf_free(&text);
  sv_graph_free(g);
  return code;
}
