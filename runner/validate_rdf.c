// SPDX-License-Identifier: Apache-2.0
/* samsvar validate rdf: whether files are well-formed RDF, and the graph in another form. */
#include "runner/validate.h"

#include "engines/base/ascii.h"
#include "engines/base/file.h"
#include "engines/base/lang.h"
#include "engines/base/uri.h"
#include "engines/rdf/read.h"
#include "engines/rdf/write.h"
#include "runner/say.h"

#include <stdlib.h>
#include <string.h>

#define OUTPUT_MAX ((size_t)2 << 30)

struct job {
  const struct sv_validate_options *options;
  struct sv_validate_out out;
  struct sv_validate_source source;
  struct sv_rdf_options rdf;
  struct sv_graph *graph; /* NULL: each file has one of its own */
};

static bool syntax_of(const struct job *j, const char *path, enum sv_rdf_syntax *out)
{
  if (j->options->input)
    return sv_rdf_syntax_by_name(j->options->input, out);
  return sv_validate_syntax(path, out);
}

static int read_text(struct job *j, const char *path, const struct sv_buf *text,
                     enum sv_rdf_syntax syntax)
{
  struct sv_error err = { 0 };
  struct sv_doc_finding fault = { 0 };
  struct sv_rdf_options opt = j->rdf;
  char *own = opt.base ? NULL : sv_validate_iri(path);
  struct sv_graph *g = j->graph ? j->graph : sv_graph_new(NULL);
  enum sv_status status = g && (opt.base || own) ? SV_OK : SV_NO_MEMORY;
  opt.name = path;
  opt.fault = &fault;
  if (own)
    opt.base = own;
  if (status == SV_OK)
    status = sv_rdf_read(g, sv_buf_text(text), text->size, syntax, &opt, &err);
  int code = SV_EXIT_CONFORMS;
  if (status == SV_INVALID && fault.msgid) {
    sv_validate_say_fault(&j->out, path, 0, &fault);
    code = SV_EXIT_DEVIATION;
  } else if (status != SV_OK) {
    code = sv_validate_stop(&err, status);
  }
  if (!j->graph)
    sv_graph_free(g);
  free(own);
  return code;
}

static int judge_file(struct job *j, const char *path)
{
  struct sv_error err = { 0 };
  struct sv_buf text = SV_BUF(SV_VALIDATE_FILE_MAX);
  enum sv_rdf_syntax syntax;
  if (!syntax_of(j, path, &syntax))
    return SV_EXIT_USAGE;
  const enum sv_status status = sv_file_read(path, &text, &err);
  const int code =
      status == SV_OK ? read_text(j, path, &text, syntax) : sv_validate_stop(&err, status);
  sv_buf_free(&text);
  return code;
}

static int write_graph(struct job *j, enum sv_rdf_form form)
{
  struct sv_error err = { 0 };
  struct sv_buf text = SV_BUF(OUTPUT_MAX);
  enum sv_status status = sv_graph_sort(j->graph, &err);
  if (status == SV_OK)
    status = sv_rdf_write(j->graph, form, &text, &err);
  const int code = sv_validate_write(&text, status, &err);
  sv_buf_free(&text);
  return code;
}

static bool is_one_of(const char *value, const char *const *names)
{
  for (; value && *names; names++)
    if (strcmp(value, *names) == 0)
      return true;
  return value == NULL;
}

/* What is wrong with the options, said; false then. */
static bool check_options(const struct sv_validate_options *o, const struct sv_operands *files,
                          enum sv_rdf_form *form)
{
  static const char *const directions[] = { "i18n-datatype", "compound-literal", NULL };
  static const char *const modes[] = { "json-ld-1.0", "json-ld-1.1", NULL };
  enum sv_rdf_syntax syntax;
  const char *wrong = NULL, *value = NULL;
  if (o->input && !sv_rdf_syntax_by_name(o->input, &syntax))
    wrong = "--input", value = o->input;
  else if (o->to && !sv_rdf_form_by_name(o->to, form))
    wrong = "--to", value = o->to;
  else if (!is_one_of(o->rdf_direction, directions))
    wrong = "--rdf-direction", value = o->rdf_direction;
  else if (!is_one_of(o->processing_mode, modes))
    wrong = "--processing-mode", value = o->processing_mode;
  else if (o->base && !sv_uri_is_absolute(o->base, strlen(o->base), true))
    wrong = "--base", value = o->base;
  if (wrong)
    sv_say(stderr, N_("samsvar: {option} does not take \"{value}\"; see samsvar validate --help\n"),
           "option", wrong, "value", value, NULL);
  else if (files->count == 0)
    sv_say(stderr, N_("samsvar: validate rdf needs at least one file\n"), NULL);
  return !wrong && files->count > 0;
}

static void set_rdf_options(struct job *j)
{
  const struct sv_validate_options *o = j->options;
  j->rdf = (struct sv_rdf_options){
    .base = o->base, .context = &j->source, .load = sv_validate_fetch, .generalized = o->generalized
  };
  if (o->rdf_direction)
    j->rdf.direction = o->rdf_direction[0] == 'i' ? SV_RDF_I18N_DATATYPE : SV_RDF_COMPOUND_LITERAL;
  j->rdf.mode_1_0 = o->processing_mode && strcmp(o->processing_mode, "json-ld-1.0") == 0;
}

int sv_validate_rdf(const struct sv_validate_options *o, const struct sv_operands *files)
{
  struct sv_error err = { 0 };
  struct job j = { .options = o, .source = { .maps = &o->maps } };
  enum sv_rdf_form form = SV_RDF_TO_NTRIPLES;
  struct sv_doc *context = NULL;
  if (!check_options(o, files, &form))
    return SV_EXIT_USAGE;
  enum sv_status status = sv_validate_check_maps(&o->maps, &err);
  if (status == SV_OK && o->expand_context)
    status = sv_validate_load(o->expand_context, &context, NULL, &err);
  if (status != SV_OK)
    return sv_validate_stop(&err, status) == SV_EXIT_INTERNAL ? SV_EXIT_INTERNAL : SV_EXIT_USAGE;
  set_rdf_options(&j);
  j.rdf.expand_context = context;
  if (o->to && !(j.graph = sv_graph_new(NULL))) {
    sv_doc_free(context);
    return sv_validate_stop(&err, SV_NO_MEMORY);
  }
  int code = SV_EXIT_CONFORMS;
  sv_validate_begin(&j.out, o->format && strcmp(o->format, "json") == 0 && !o->to);
  for (size_t i = 0; i < files->count; i++)
    code = sv_validate_worse(code, judge_file(&j, files->items[i]));
  if (o->to && code == SV_EXIT_CONFORMS)
    code = write_graph(&j, form);
  code = sv_validate_end(&j.out, code);
  sv_graph_free(j.graph);
  sv_doc_free(context);
  return code;
}
