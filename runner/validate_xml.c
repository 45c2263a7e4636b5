// SPDX-License-Identifier: Apache-2.0
/* Judging XML by a schema: what xsd and schematron have in common. */
#include "runner/validate_xml.h"

#include "engines/base/file.h"
#include "engines/base/lang.h"
#include "runner/say.h"

#include <stdlib.h>
#include <string.h>

static enum sv_status read_file(const char *path, struct sv_xml **out, struct sv_doc_finding *fault,
                                struct sv_error *err)
{
  struct sv_buf text = SV_BUF(SV_VALIDATE_FILE_MAX);
  char *iri = sv_validate_iri(path);
  enum sv_status status = iri ? sv_file_read(path, &text, err) : SV_NO_MEMORY;
  if (status == SV_OK)
    status = sv_xml_read(sv_buf_text(&text), text.size, path, iri, out, fault, err);
  sv_buf_free(&text);
  free(iri);
  return status;
}

static int judge_file(struct sv_validate_xml *x, const struct sv_validate_xml_kind *kind,
                      const char *path)
{
  struct sv_error err = { 0 };
  struct sv_doc_finding fault = { 0 };
  struct sv_xml *document = NULL;
  const enum sv_status status = read_file(path, &document, &fault, &err);
  int code;
  if (status == SV_OK) {
    code = kind->judge(x, document);
  } else if (fault.msgid) {
    sv_validate_say_fault(&x->out, path, 0, &fault);
    code = SV_EXIT_DEVIATION;
  } else {
    code = sv_validate_stop(&err, status);
  }
  sv_xml_free(document);
  return code;
}

static enum sv_status begin(struct sv_validate_xml *x, const struct sv_validate_xml_kind *kind,
                            struct sv_error *err)
{
  const struct sv_xml_source source = { sv_validate_fetch_text, &x->source };
  SV_TRY(sv_validate_check_maps(&x->options->maps, err));
  SV_TRY(sv_validate_folder(x->options->schema, &x->source.folder));
  SV_TRY(read_file(x->options->schema, &x->schema, NULL, err));
  return kind->compile(x, &source, err);
}

int sv_validate_xml(const struct sv_validate_xml_kind *kind, const struct sv_validate_options *o,
                    const struct sv_operands *files)
{
  struct sv_validate_xml x = { .options = o, .source = { .maps = &o->maps } };
  struct sv_error err = { 0 };
  if (!o->schema || files->count == 0) {
    sv_say(stderr, N_("samsvar: validate {kind} needs --schema FILE and at least one XML file\n"),
           "kind", kind->kind, NULL);
    return SV_EXIT_USAGE;
  }
  if (o->report && strcmp(o->report, "svrl") != 0) {
    sv_say(stderr, N_("samsvar: {option} does not take \"{value}\"; see samsvar validate --help\n"),
           "option", "--report", "value", o->report, NULL);
    return SV_EXIT_USAGE;
  }
  const enum sv_status status = begin(&x, kind, &err);
  int code = SV_EXIT_CONFORMS;
  if (status == SV_OK) {
    sv_validate_begin(&x.out, o->format && strcmp(o->format, "json") == 0 && !o->report);
    for (size_t i = 0; i < files->count; i++)
      code = sv_validate_worse(code, judge_file(&x, kind, files->items[i]));
    code = sv_validate_end(&x.out, code);
  } else {
    code = sv_validate_stop(&err, status);
  }
  if (x.compiled)
    kind->release(&x);
  sv_xml_free(x.schema);
  free(x.source.folder);
  return code;
}
