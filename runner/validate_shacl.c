// SPDX-License-Identifier: Apache-2.0
/* samsvar validate shacl: RDF data by SHACL shapes. All files of data are one graph, so that one
 * may describe what another refers to. */
#include "runner/validate_shacl.h"

#include "engines/base/message.h"
#include "engines/base/uri.h"
#include "runner/say.h"

#include <string.h>

/* What is not judged is said, and no pass follows from the rest. */
static bool say_unjudged(struct sv_shacl_job *j, const struct sv_shacl *s)
{
  size_t n;
  const struct sv_shacl_unjudged *u = sv_shacl_unjudged(s, &n);
  const sv_term property = sv_graph_find_iris(j->shapes, SV_SHACL_NS "property");
  for (size_t i = 0; i < n; i++) {
    struct sv_buf name = SV_BUF(4096), value = SV_BUF(65536), text = SV_BUF(131072);
    (void)sv_graph_show(j->shapes, u[i].predicate, &name);
    (void)sv_shacl_say_node(j->shapes, u[i].value, SV_SHACL_FOR_PEOPLE, &value);
    const struct sv_arg args[] = { { "name", sv_buf_text(&name), 0 },
                                   { "value", sv_buf_text(&value), 0 } };
    const char *msgid = u[i].predicate == property ? N_("the shapes say nothing about {value}, so "
                                                        "that what it asks for was not judged; "
                                                        "give the file that describes it with "
                                                        "--shapes")
                                                   : N_("{name} is not SHACL Core, so that what it "
                                                        "asks for was not judged");
    (void)sv_message_render(sv_tr(msgid), args, 2, &text);
    sv_shacl_say_warning(j, u[i].line, sv_buf_text(&text), "unjudged");
    sv_buf_free(&name);
    sv_buf_free(&value);
    sv_buf_free(&text);
  }
  return n > 0;
}

/* Nothing in focus is no fault of the data, and no proof of anything. */
static void say_vacuous(struct sv_shacl_job *j, const struct sv_shacl_report *r)
{
  if (sv_shacl_report_focus(r) > 0)
    return;
  sv_shacl_say_warning(j, 0,
                       sv_shacl_target_count(sv_shacl_report_shapes(r)) > 0
                           ? sv_tr(N_("no node of the data is the target of a shape: nothing was "
                                      "judged"))
                           : sv_tr(N_("the shapes have no targets: nothing was judged")),
                       "no-focus");
}

static int judge(struct sv_shacl_job *j, const struct sv_shacl *s)
{
  struct sv_error err = { 0 };
  struct sv_shacl_report *r = NULL;
  const bool partly = say_unjudged(j, s);
  const enum sv_status status = sv_shacl_validate(s, j->data, NULL, &r, &err);
  if (status != SV_OK)
    return sv_validate_stop(&err, status);
  int code =
      sv_shacl_report_count(r, SV_SHACL_VIOLATION) > 0 ? SV_EXIT_DEVIATION : SV_EXIT_CONFORMS;
  say_vacuous(j, r);
  if (j->options->report)
    code = sv_validate_worse(code, sv_shacl_write_report(r));
  else
    sv_shacl_say_results(j, r);
  sv_shacl_report_free(r);
  return partly && code == SV_EXIT_CONFORMS ? SV_EXIT_INTERNAL : code;
}

static int run(struct sv_shacl_job *j, const struct sv_operands *files)
{
  struct sv_error err = { 0 };
  struct sv_shacl *s = NULL;
  int code = sv_shacl_read_shapes(j);
  if (code != SV_EXIT_CONFORMS)
    return code;
  enum sv_status status = sv_shacl_say_lint(j, &err);
  if (status == SV_OK)
    status = sv_shacl_compile(j->shapes, NULL, &s, &err);
  if (status != SV_OK)
    return sv_validate_stop(&err, status);
  code = sv_shacl_read_data(j, files);
  if (code == SV_EXIT_CONFORMS)
    code = judge(j, s);
  sv_shacl_free(s);
  return code;
}

static bool check_options(const struct sv_validate_options *o, const struct sv_operands *files)
{
  enum sv_rdf_syntax syntax;
  const char *wrong = NULL, *value = NULL;
  if (o->input && !sv_rdf_syntax_by_name(o->input, &syntax))
    wrong = "--input", value = o->input;
  else if (o->report && strcmp(o->report, "turtle") != 0)
    wrong = "--report", value = o->report;
  else if (o->base && !sv_uri_is_absolute(o->base, strlen(o->base), true))
    wrong = "--base", value = o->base;
  if (wrong)
    sv_say(stderr, N_("samsvar: {option} does not take \"{value}\"; see samsvar validate --help\n"),
           "option", wrong, "value", value, NULL);
  else if (o->shapes.count + o->profiles.count == 0)
    sv_say(stderr,
           N_("samsvar: validate shacl needs the shapes to judge by: --shapes FILE or --profile "
              "NAME\n"),
           NULL);
  else if (files->count == 0)
    sv_say(stderr, N_("samsvar: validate shacl needs at least one file of data\n"), NULL);
  return !wrong && o->shapes.count + o->profiles.count > 0 && files->count > 0;
}

int sv_validate_shacl(const struct sv_validate_options *o, const struct sv_operands *files)
{
  struct sv_error err = { 0 };
  struct sv_shacl_job j = { .options = o, .source = { .maps = &o->maps } };
  if (!check_options(o, files))
    return SV_EXIT_USAGE;
  enum sv_status status = sv_validate_check_maps(&o->maps, &err);
  if (status != SV_OK)
    return sv_validate_stop(&err, status);
  j.shapes = sv_graph_new(NULL);
  j.data = sv_graph_new(NULL);
  sv_validate_begin(&j.out, o->format && strcmp(o->format, "json") == 0 && !o->report);
  int code = j.shapes && j.data ? run(&j, files) : sv_validate_stop(&err, SV_NO_MEMORY);
  code = sv_validate_end(&j.out, code);
  sv_graph_free(j.shapes);
  sv_graph_free(j.data);
  return code;
}
