// SPDX-License-Identifier: Apache-2.0
/* samsvar validate xsd: XML by an XML Schema. */
#include "engines/xml/xsd.h"
#include "runner/say.h"
#include "runner/validate_xml.h"

struct telling {
  struct sv_validate_xml *x;
  const char *file;
};

static void tell(void *context, const struct sv_xsd_finding *f)
{
  const struct telling *t = context;
  struct sv_buf text = SV_BUF(32768);
  (void)sv_buf_addf(&text, "%s: %s", f->path, f->detail);
  const struct sv_validate_finding finding = { .file = t->file,
                                               .line = f->line,
                                               .column = 1,
                                               .message = sv_buf_text(&text),
                                               .rule = f->rule,
                                               .location = f->path };
  sv_validate_say(&t->x->out, &finding);
  sv_buf_free(&text);
}

static enum sv_status compile(struct sv_validate_xml *x, const struct sv_xml_source *source,
                              struct sv_error *err)
{
  struct sv_xsd *compiled = NULL;
  SV_TRY(sv_xsd_compile(x->schema, source, &compiled, err));
  x->compiled = compiled;
  return SV_OK;
}

static int judge(struct sv_validate_xml *x, const struct sv_xml *document)
{
  struct sv_error err = { 0 };
  struct telling t = { x, document->name };
  size_t errors;
  const enum sv_status status = sv_xsd_validate(x->compiled, document, tell, &t, &errors, &err);
  if (status != SV_OK)
    return sv_validate_stop(&err, status);
  return errors ? SV_EXIT_DEVIATION : SV_EXIT_CONFORMS;
}

static void release(struct sv_validate_xml *x)
{
  sv_xsd_free(x->compiled);
}

int sv_validate_xsd(const struct sv_validate_options *o, const struct sv_operands *files)
{
  static const struct sv_validate_xml_kind kind = { "xsd", compile, judge, release };
  return sv_validate_xml(&kind, o, files);
}
