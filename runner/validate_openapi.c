// SPDX-License-Identifier: Apache-2.0
/* samsvar validate openapi: API descriptions by their specification. */
#include "runner/validate.h"

#include "engines/base/file.h"
#include "engines/base/lang.h"
#include "engines/openapi/rule.h"
#include "runner/say.h"
#include "runner/validate_same.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct job {
  const struct sv_validate_options *options;
  struct sv_validate_out out;
  struct sv_validate_source source;
  struct sv_rules *rules; /* NULL: only the specification */
};

static int stop(const char *path, const struct sv_error *err, enum sv_status status)
{
  if (!err->text[0])
    sv_say(stderr, N_("samsvar: memory ran out\n"), NULL);
  else if (err->file[0] || strstr(err->text, path))
    sv_say_error(err);
  else
    sv_say(stderr, N_("{file}: {message}\n"), "file", path, "message", err->text, NULL);
  return status == SV_LIMIT || status == SV_NO_MEMORY || status == SV_INTERNAL ? SV_EXIT_INTERNAL
                                                                               : SV_EXIT_USAGE;
}

/* The path as a person would write it: from this folder on. */
static char *short_name(const char *path)
{
  char *here = getcwd(NULL, 0);
  const size_t n = here ? strlen(here) : 0;
  const bool below = n > 1 && strncmp(path, here, n) == 0 && path[n] == '/';
  free(here);
  return strdup(below ? path + n + 1 : path);
}

static enum sv_status fetch(void *context, const char *iri, struct sv_openapi_text *out,
                            struct sv_error *err)
{
  const struct job *j = context;
  struct sv_buf path = SV_BUF((size_t)1 << 16), text = SV_BUF(SV_VALIDATE_FILE_MAX);
  enum sv_status status = sv_validate_find(&j->source, iri, &path);
  if (status == SV_OK)
    status = sv_file_read(sv_buf_text(&path), &text, err);
  if (status == SV_OK) {
    out->size = text.size;
    out->name = short_name(sv_buf_text(&path));
    out->bytes = text.size ? sv_buf_take(&text) : strdup("");
    if (!out->name || !out->bytes)
      status = SV_NO_MEMORY;
  }
  sv_buf_free(&path);
  sv_buf_free(&text);
  return status;
}

static void say_finding(struct job *j, const struct sv_openapi_finding *f)
{
  struct sv_buf text = SV_BUF((size_t)64 << 10), pointer = SV_BUF((size_t)1 << 20);
  (void)sv_message_render(sv_tr(f->message.msgid), f->message.args, f->message.count, &text);
  if (j->out.json)
    (void)sv_openapi_pointer(f->where, &pointer);
  const struct sv_validate_finding finding = {
    .file = f->file,
    .line = f->line,
    .column = f->column,
    .message = sv_buf_text(&text),
    .rule = f->rule,
    .warning = !f->is_error,
    .instance = sv_buf_text(&pointer),
  };
  sv_validate_say(&j->out, &finding);
  sv_buf_free(&text);
  sv_buf_free(&pointer);
}

/* Says what the specification's rules found, except what a rule of the set says as well. */
static enum sv_status say_all(struct job *j, const struct sv_openapi_finding *f, size_t count,
                              const struct sv_rule_report *report, size_t *unsaid)
{
  struct sv_validate_same same = { .places = { .count = 0 } };
  size_t ruled = 0;
  const struct sv_rule_finding *r = report ? sv_rule_report_findings(report, &ruled, NULL) : NULL;
  const enum sv_status status = sv_validate_same_note(&same, r, ruled);
  for (size_t i = 0; status == SV_OK && i < count; i++)
    if (!sv_validate_same_find(&same, &f[i]))
      say_finding(j, &f[i]);
  if (status == SV_OK && report)
    *unsaid += sv_validate_rules_say(report, &j->out);
  sv_validate_same_end(&same);
  return status;
}

static int judge(struct job *j, const char *path, struct sv_openapi *api)
{
  struct sv_error err = { 0 };
  const struct sv_openapi_finding *f;
  struct sv_rule_report *report = NULL;
  size_t count, total;
  const size_t before = j->out.errors;
  enum sv_status status = sv_openapi_validate(api, &f, &count, &total, &err);
  for (size_t i = 0; i < sv_openapi_file_count(api); i++)
    sv_validate_say_doc(&j->out, sv_openapi_file_name(api, i), 0, sv_openapi_file_doc(api, i));
  if (status != SV_OK)
    return stop(path, &err, status);
  const enum sv_status ruled =
      j->rules ? sv_rules_apply(j->rules, api, NULL, &report, &err) : SV_OK;
  size_t unsaid = total - count;
  status = say_all(j, f, count, report, &unsaid);
  sv_rule_report_free(report);
  if (status != SV_OK || ruled != SV_OK)
    return stop(path, &err, ruled != SV_OK ? ruled : status);
  if (unsaid > 0) {
    char more[32];
    (void)snprintf(more, sizeof more, "%zu", unsaid);
    sv_say(stderr, N_("{file}: {count} more findings are not shown\n"), "file", path, "count", more,
           NULL);
    return SV_EXIT_DEVIATION;
  }
  return j->out.errors > before ? SV_EXIT_DEVIATION : SV_EXIT_CONFORMS;
}

static int judge_text(struct job *j, const char *path, const struct sv_buf *text, const char *iri)
{
  struct sv_error err = { 0 };
  struct sv_doc_finding fault = { 0 };
  struct sv_openapi *api = NULL;
  const struct sv_openapi_options opt = {
    .iri = iri, .name = path, .borrowed = true, .fetch = fetch, .context = j, .fault = &fault
  };
  const enum sv_status status = sv_openapi_load(sv_buf_text(text), text->size, &opt, &api, &err);
  int code;
  if (status == SV_OK) {
    code = judge(j, path, api);
  } else if (status == SV_INVALID && fault.msgid) {
    sv_validate_say_fault(&j->out, path, 0, &fault);
    code = SV_EXIT_DEVIATION;
  } else {
    code = stop(path, &err, status);
  }
  sv_openapi_free(api);
  return code;
}

/* The folder that references may lead into, as a file IRI with its slash. */
static enum sv_status find_folder(struct job *j, const char *path, struct sv_error *err)
{
  if (!j->options->root)
    return sv_validate_folder(path, &j->source.folder);
  if (access(j->options->root, R_OK | X_OK) != 0)
    return sv_fail(err, SV_NOT_FOUND, N_("the folder %.200s of --root cannot be read"),
                   j->options->root);
  char *iri = sv_validate_iri(j->options->root);
  struct sv_buf folder = SV_BUF((size_t)1 << 16);
  if (iri)
    (void)sv_buf_addf(&folder, "%s/", iri);
  free(iri);
  j->source.folder = sv_buf_take(&folder);
  return j->source.folder ? SV_OK : SV_NO_MEMORY;
}

static int judge_file(struct job *j, const char *path)
{
  struct sv_error err = { 0 };
  struct sv_buf text = SV_BUF(SV_VALIDATE_FILE_MAX);
  char *iri = sv_validate_iri(path);
  enum sv_status status = iri ? find_folder(j, path, &err) : SV_NO_MEMORY;
  if (status == SV_OK)
    status = sv_file_read(path, &text, &err);
  const int code = status == SV_OK ? judge_text(j, path, &text, iri) : stop(path, &err, status);
  free(j->source.folder);
  j->source.folder = NULL;
  sv_buf_free(&text);
  free(iri);
  return code;
}

int sv_validate_openapi(const struct sv_validate_options *o, const struct sv_operands *files)
{
  struct sv_error err = { 0 };
  struct job j = { .options = o, .source = { .maps = &o->maps } };
  const enum sv_status status = sv_validate_check_maps(&o->maps, &err);
  if (status != SV_OK) {
    sv_say_error(&err);
    return SV_EXIT_USAGE;
  }
  if (files->count == 0) {
    sv_say(stderr, N_("samsvar: validate openapi needs at least one file\n"), NULL);
    return SV_EXIT_USAGE;
  }
  if (o->rules) {
    const enum sv_status read = sv_validate_rules_read(o->rules, &j.rules, &err);
    if (read != SV_OK)
      return stop(o->rules, &err, read);
  }
  int code = SV_EXIT_CONFORMS;
  sv_validate_begin(&j.out, o->format && strcmp(o->format, "json") == 0);
  j.out.to_output = true;
  for (size_t i = 0; i < files->count; i++)
    code = sv_validate_worse(code, judge_file(&j, files->items[i]));
  sv_rules_free(j.rules);
  return sv_validate_end(&j.out, code);
}
