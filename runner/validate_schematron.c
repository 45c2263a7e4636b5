// SPDX-License-Identifier: Apache-2.0
/* samsvar validate schematron: XML by the rules of a Schematron schema. */
#include "engines/base/lang.h"
#include "engines/xml/schematron.h"
#include "runner/say.h"
#include "runner/validate_xml.h"

#include <string.h>

#define REPORT_MAX ((size_t)256 << 20)

struct telling {
  struct sv_validate_xml *x;
  struct sv_buf svrl;
};

static void tell(void *context, const struct sv_schematron_event *e)
{
  struct telling *t = context;
  if (t->x->options->report)
    sv_svrl_add(&t->svrl, e);
  if (e->kind != SV_SCHEMATRON_FAILED && e->kind != SV_SCHEMATRON_REPORTED)
    return;
  struct sv_buf text = SV_BUF((size_t)1 << 20);
  (void)sv_buf_addf(&text, "%s: %s", e->path, e->text[0] ? e->text : e->expression);
  for (size_t i = 0; i < e->note_count; i++)
    if (!e->notes[i].is_property)
      (void)sv_buf_addf(&text, " %s", e->notes[i].text);
  const struct sv_validate_finding finding = { .file = e->document,
                                               .line = e->line,
                                               .column = 1,
                                               .message = sv_buf_text(&text),
                                               .rule = e->id && e->id[0] ? e->id : "schematron",
                                               .warning = e->is_warning,
                                               .schema = e->expression,
                                               .location = e->path };
  sv_validate_say(&t->x->out, &finding);
  sv_buf_free(&text);
}

static enum sv_status compile(struct sv_validate_xml *x, const struct sv_xml_source *source,
                              struct sv_error *err)
{
  const struct sv_schematron_options options = { .phase = x->options->phase, .source = *source };
  struct sv_schematron *compiled = NULL;
  SV_TRY(sv_schematron_compile(x->schema, &options, &compiled, err));
  x->compiled = compiled;
  return SV_OK;
}

static int write_report(struct sv_buf *svrl)
{
  if (sv_svrl_end(svrl) == SV_OK && fwrite(sv_buf_text(svrl), 1, svrl->size, stdout) == svrl->size)
    return SV_EXIT_CONFORMS;
  sv_say(stderr, N_("samsvar: the report could not be written\n"), NULL);
  return SV_EXIT_INTERNAL;
}

/* Nothing that matched is said, since silence would look like a pass. */
static void say_nothing_judged(struct sv_validate_xml *x, const struct sv_xml *document)
{
  const struct sv_validate_finding f = { .file = document->name,
                                         .line = 1,
                                         .column = 1,
                                         .message = sv_tr(N_("No rule of the schema matched "
                                                             "anything in this document: nothing "
                                                             "was judged.")),
                                         .rule = "nothing-judged",
                                         .warning = true };
  sv_validate_say(&x->out, &f);
}

static int judge(struct sv_validate_xml *x, const struct sv_xml *document)
{
  struct sv_error err = { 0 };
  struct telling t = { x, SV_BUF(REPORT_MAX) };
  struct sv_schematron_counts counts;
  if (x->options->report)
    sv_svrl_begin(&t.svrl, document->name);
  const enum sv_status status =
      sv_schematron_validate(x->compiled, document, tell, &t, &counts, &err);
  int code = counts.errors ? SV_EXIT_DEVIATION : SV_EXIT_CONFORMS;
  if (status != SV_OK)
    code = sv_validate_stop(&err, status);
  else if (counts.rules_fired == 0)
    say_nothing_judged(x, document);
  if (status == SV_OK && x->options->report)
    code = sv_validate_worse(code, write_report(&t.svrl));
  sv_buf_free(&t.svrl);
  return code;
}

static void release(struct sv_validate_xml *x)
{
  sv_schematron_free(x->compiled);
}

int sv_validate_schematron(const struct sv_validate_options *o, const struct sv_operands *files)
{
  static const struct sv_validate_xml_kind kind = { "schematron", compile, judge, release };
  return sv_validate_xml(&kind, o, files);
}
