// SPDX-License-Identifier: Apache-2.0
/* samsvar validate json-schema: documents by a schema, and suites of cases. */
#include "runner/validate.h"

#include "engines/base/ascii.h"
#include "engines/base/file.h"
#include "engines/base/lang.h"
#include "engines/schema/suite.h"
#include "runner/say.h"

#include <stdlib.h>
#include <string.h>

#define FINDINGS_MAX 1000 /* of one document; more are counted */
#define OUTPUT_MAX ((size_t)512 << 20)

struct job {
  const struct sv_validate_options *options;
  struct sv_validate_out out;
  const struct sv_schema *schema;
  enum sv_schema_output form;
};

static const char *translate(const char *msgid)
{
  return sv_tr(msgid);
}

static bool find_form(const char *name, enum sv_schema_output *out)
{
  static const char *const names[] = { [SV_SCHEMA_FLAG] = "flag",
                                       [SV_SCHEMA_BASIC] = "basic",
                                       [SV_SCHEMA_DETAILED] = "detailed",
                                       [SV_SCHEMA_HIERARCHICAL] = "hierarchical" };
  for (size_t i = 0; name && i < sizeof names / sizeof names[0]; i++) {
    if (strcmp(names[i], name) == 0) {
      *out = (enum sv_schema_output)i;
      return true;
    }
  }
  return false;
}

/* A status that is no verdict: what it means for the exit code. */
static int code_of(enum sv_status status)
{
  switch (status) {
  case SV_OK:
    return SV_EXIT_CONFORMS;
  case SV_LIMIT: /* over a limit nothing was judged: never valid, never invalid */
  case SV_NO_MEMORY:
  case SV_INTERNAL:
    return SV_EXIT_INTERNAL;
  default:
    return SV_EXIT_USAGE;
  }
}

static int stop(const struct sv_error *err, enum sv_status status)
{
  if (err->text[0])
    sv_say_error(err);
  else
    sv_say(stderr, N_("samsvar: memory ran out\n"), NULL);
  return code_of(status);
}

static void say_findings(struct job *j, const char *name, size_t line,
                         struct sv_schema_report *report)
{
  size_t count = 0, total = 0;
  const struct sv_schema_finding *f =
      sv_schema_report_findings(report, FINDINGS_MAX, &count, &total);
  for (size_t i = 0; i < count; i++) {
    struct sv_buf text = SV_BUF((size_t)64 << 10);
    (void)sv_message_render(sv_tr(f[i].message.msgid), f[i].message.args, f[i].message.count,
                            &text);
    const struct sv_validate_finding finding = {
      .file = name,
      .line = f[i].line + line,
      .column = f[i].column,
      .message = sv_buf_text(&text),
      .rule = f[i].keyword,
      .instance = f[i].instance_pointer,
      .schema = f[i].schema_pointer,
      .location = f[i].schema_location,
    };
    sv_validate_say(&j->out, &finding);
    sv_buf_free(&text);
  }
  if (total > count && !j->out.json) {
    char more[32];
    (void)snprintf(more, sizeof more, "%zu", total - count);
    sv_say(stderr, N_("{file}: {count} more findings are not shown\n"), "file", name, "count", more,
           NULL);
  }
}

/* The specification's output on one line. */
static int write_output(struct job *j, const struct sv_doc *doc, struct sv_schema_report *report,
                        bool valid)
{
  struct sv_schema_report *full = NULL;
  struct sv_error err = { 0 };
  struct sv_buf text = SV_BUF(OUTPUT_MAX);
  enum sv_status status = SV_OK;
  if (j->form == SV_SCHEMA_FLAG) {
    (void)sv_buf_addf(&text, "{\"valid\":%s}", valid ? "true" : "false");
  } else {
    if (valid || j->form == SV_SCHEMA_HIERARCHICAL)
      status = sv_schema_explain(j->schema, doc, SV_DOC_ROOT, SV_SCHEMA_ANNOTATIONS, &full, &err);
    if (status == SV_OK)
      status = sv_schema_report_write(full ? full : report, j->form, translate, &text);
    if (status == SV_LIMIT && !err.text[0])
      (void)sv_fail_limit(&err, "output-bytes", N_("the output is larger than the limit allows"));
  }
  if (status == SV_OK)
    (void)printf("%s\n", sv_buf_text(&text));
  sv_buf_free(&text);
  sv_schema_report_free(full);
  return status == SV_OK ? SV_EXIT_CONFORMS : stop(&err, status);
}

/* Judges one document; LINE is how many lines of the file stand before it. */
static int judge(struct job *j, const char *name, size_t line, const struct sv_doc *doc)
{
  struct sv_error err = { 0 };
  struct sv_schema_report *report = NULL;
  bool valid;
  const size_t before = j->out.errors;
  sv_validate_say_doc(&j->out, name, line, doc);
  enum sv_status status = sv_schema_validate(j->schema, doc, SV_DOC_ROOT, &valid, &err);
  if (status == SV_OK && !valid)
    status = sv_schema_explain(j->schema, doc, SV_DOC_ROOT, SV_SCHEMA_ERRORS, &report, &err);
  int code = status == SV_OK ? SV_EXIT_CONFORMS : SV_EXIT_INTERNAL;
  if (status != SV_OK) {
    (void)snprintf(err.file, sizeof err.file, "%s", name);
    err.line = line ? line + 1 : 0;
    err.column = 1;
    (void)stop(&err, status);
  } else {
    if (report)
      say_findings(j, name, line, report);
    if (j->options->output)
      code = write_output(j, doc, report, valid);
    if (!valid || j->out.errors > before)
      code = sv_validate_worse(code, SV_EXIT_DEVIATION);
  }
  sv_schema_report_free(report);
  return code;
}

/* A document that is not even JSON breaks the first rule of all; one over a limit was not judged.
 */
static int malformed(struct job *j, const char *name, size_t line,
                     const struct sv_doc_finding *fault, const struct sv_error *err,
                     enum sv_status status)
{
  if (status != SV_INVALID)
    return stop(err, status);
  sv_validate_say_fault(&j->out, name, line, fault);
  if (j->options->output)
    (void)printf("{\"valid\":false}\n");
  return SV_EXIT_DEVIATION;
}

static int judge_lines(struct job *j, const char *name, const struct sv_buf *text)
{
  const char *p = sv_buf_text(text);
  const char *end = p + text->size;
  int code = SV_EXIT_CONFORMS;
  for (size_t line = 0; p < end; line++) {
    const char *nl = memchr(p, '\n', (size_t)(end - p));
    const char *stop_at = nl ? nl : end;
    const char *q = p;
    while (q < stop_at && sv_is_space((unsigned char)*q))
      q++;
    if (q < stop_at) {
      struct sv_doc *doc = NULL;
      struct sv_error err = { 0 };
      struct sv_doc_finding fault = { 0 };
      const struct sv_doc_options opt = { .name = name, .borrowed = true, .fault = &fault };
      const enum sv_status status = sv_doc_parse(p, (size_t)(stop_at - p), &opt, &doc, &err);
      code =
          sv_validate_worse(code, status == SV_OK ? judge(j, name, line, doc)
                                                  : malformed(j, name, line, &fault, &err, status));
      sv_doc_free(doc);
    }
    p = nl ? nl + 1 : end;
  }
  return code;
}

static int judge_file(struct job *j, const char *path)
{
  struct sv_error err = { 0 };
  struct sv_buf text = SV_BUF(SV_VALIDATE_FILE_MAX);
  enum sv_status status = sv_file_read(path, &text, &err);
  int code;
  if (status != SV_OK) {
    code = stop(&err, status);
  } else if (sv_ends_with(path, ".ndjson") || sv_ends_with(path, ".jsonl")) {
    code = judge_lines(j, path, &text);
  } else {
    const bool yaml = sv_ends_with(path, ".yaml") || sv_ends_with(path, ".yml");
    struct sv_doc *doc = NULL;
    struct sv_doc_finding fault = { 0 };
    const struct sv_doc_options opt = {
      .name = path, .syntax = yaml ? SV_DOC_YAML : SV_DOC_JSON, .borrowed = true, .fault = &fault
    };
    status = sv_doc_parse(sv_buf_text(&text), text.size, &opt, &doc, &err);
    code = status == SV_OK ? judge(j, path, 0, doc) : malformed(j, path, 0, &fault, &err, status);
    sv_doc_free(doc);
  }
  sv_buf_free(&text);
  return code;
}

static struct sv_schema_options engine_options(const struct sv_validate_options *o,
                                               struct sv_validate_source *source)
{
  struct sv_schema_options opt = { .assert_format = o->assert_format,
                                   .fetch = sv_validate_fetch,
                                   .context = source };
  if (o->draft)
    (void)sv_schema_dialect_find(o->draft, &opt.dialect);
  return opt;
}

/* A schema with duplicate names or lone surrogates says two things at once: it is ill-formed. */
static enum sv_status refuse_findings(const struct sv_doc *doc, struct sv_error *err)
{
  size_t count;
  const struct sv_doc_finding *f = sv_doc_findings(doc, &count, NULL);
  for (size_t i = 0; i < count; i++) {
    if (!f[i].is_error)
      continue;
    struct sv_buf text = SV_BUF(4096);
    (void)sv_doc_finding_text(&f[i], sv_tr(f[i].msgid), &text);
    const enum sv_status status = sv_fail_at(err, SV_INVALID, sv_doc_name(doc), f[i].line,
                                             f[i].column, "%s", sv_buf_text(&text));
    sv_buf_free(&text);
    return status;
  }
  return SV_OK;
}

static enum sv_status compile(struct sv_schema_set *set, const char *path, const char *iri,
                              struct sv_doc **doc, const struct sv_schema **out,
                              struct sv_error *err)
{
  SV_TRY(sv_validate_load(path, doc, NULL, err));
  SV_TRY(refuse_findings(*doc, err));
  SV_TRY(sv_schema_set_add(set, iri, *doc, err));
  return sv_schema_compile(set, iri, out, err);
}

static int judge_all(const struct sv_validate_options *o, const struct sv_operands *files,
                     struct sv_validate_source *source)
{
  struct sv_error err = { 0 };
  struct sv_doc *doc = NULL;
  struct job j = { .options = o };
  (void)find_form(o->output, &j.form);
  char *iri = sv_validate_iri(files->items[0]);
  char *slash = iri ? strrchr(iri, '/') : NULL;
  source->folder = slash ? strndup(iri, (size_t)(slash - iri) + 1) : NULL;
  const struct sv_schema_options opt = engine_options(o, source);
  struct sv_schema_set *set = sv_schema_set_new(&opt);
  enum sv_status status = iri && set && source->folder ? SV_OK : SV_NO_MEMORY;
  if (status == SV_OK)
    status = compile(set, files->items[0], iri, &doc, &j.schema, &err);
  int code = status == SV_OK ? SV_EXIT_CONFORMS : stop(&err, status);
  sv_validate_begin(&j.out, o->format && strcmp(o->format, "json") == 0);
  for (size_t i = 1; i < files->count && status == SV_OK; i++)
    code = sv_validate_worse(code, judge_file(&j, files->items[i]));
  code = sv_validate_end(&j.out, code);
  sv_schema_set_free(set);
  sv_doc_free(doc);
  free(source->folder);
  free(iri);
  return code;
}

static void tell_case(void *context, const struct sv_suite_case *c)
{
  struct sv_validate_out *out = context;
  size_t line, column, n = 0, m = 0;
  const sv_value where = c->test == SV_DOC_NONE ? c->group : c->test;
  sv_doc_position(c->file, where, &line, &column);
  const char *group = sv_doc_string(c->file, sv_doc_gets(c->file, c->group, "description"), &n);
  const char *test = "";
  if (c->test != SV_DOC_NONE)
    test = sv_doc_string(c->file, sv_doc_gets(c->file, c->test, "description"), &m);
  struct sv_buf name = SV_BUF(4096), text = SV_BUF(16384);
  (void)sv_buf_addf(&name, "%.*s: %.*s", (int)(n > 1000 ? 1000 : n), group ? group : "",
                    (int)(m > 1000 ? 1000 : m), test ? test : "");
  const struct sv_arg args[] = { { "case", sv_buf_text(&name), 0 }, { "problem", c->problem, 0 } };
  const char *msgid = c->problem    ? N_("{case}: {problem}")
                      : c->expected ? N_("{case}: valid was expected")
                                    : N_("{case}: invalid was expected");
  (void)sv_message_render(sv_tr(msgid), args, c->problem ? 2 : 1, &text);
  const struct sv_validate_finding f = { .file = sv_doc_name(c->file),
                                         .line = line,
                                         .column = column,
                                         .message = sv_buf_text(&text),
                                         .rule = "suite" };
  sv_validate_say(out, &f);
  sv_buf_free(&name);
  sv_buf_free(&text);
}

static int run_suites(const struct sv_validate_options *o, const struct sv_operands *files,
                      struct sv_validate_source *source)
{
  struct sv_validate_out out;
  struct sv_suite_count count = { 0 };
  int code = SV_EXIT_CONFORMS;
  const struct sv_schema_options opt = engine_options(o, source);
  sv_validate_begin(&out, o->format && strcmp(o->format, "json") == 0);
  for (size_t i = 0; i < files->count; i++) {
    struct sv_error err = { 0 };
    struct sv_doc *doc = NULL;
    enum sv_status status = sv_validate_load(files->items[i], &doc, NULL, &err);
    if (status == SV_OK)
      status = sv_suite_run(doc, &opt, tell_case, &out, &count, &err);
    if (status != SV_OK)
      code = sv_validate_worse(code, stop(&err, status));
    sv_doc_free(doc);
  }
  if (count.failed > 0)
    code = sv_validate_worse(code, SV_EXIT_DEVIATION);
  const bool json = out.json;
  code = sv_validate_end(&out, code);
  (void)fprintf(json ? stderr : stdout, "%zu passed, %zu failed\n", count.passed, count.failed);
  return code;
}

int sv_validate_json_schema(const struct sv_validate_options *o, const struct sv_operands *files)
{
  struct sv_error err = { 0 };
  struct sv_validate_source source = { .maps = &o->maps };
  const enum sv_status status = sv_validate_check_maps(&o->maps, &err);
  if (status != SV_OK) {
    sv_say_error(&err);
    return SV_EXIT_USAGE;
  }
  if (files->count < (o->suite ? 1u : 2u)) {
    sv_say(stderr,
           o->suite ? N_("samsvar: --suite needs at least one file of test cases\n")
                    : N_("samsvar: validate json-schema needs a schema and at least one "
                         "document\n"),
           NULL);
    return SV_EXIT_USAGE;
  }
  return o->suite ? run_suites(o, files, &source) : judge_all(o, files, &source);
}
