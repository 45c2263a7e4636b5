// SPDX-License-Identifier: Apache-2.0
/* The Schematron Validation Report Language, ISO/IEC 19757-3 annex D. */
#include "engines/base/escape.h"
#include "engines/xml/schematron.h"

#include <string.h>

#define SVRL_NS "http://purl.oclc.org/dsdl/svrl"

static void attribute(struct sv_buf *out, const char *name, const char *value)
{
  if (!value)
    return;
  (void)sv_buf_addf(out, " %s=\"", name);
  (void)sv_escape_xml(out, value, strlen(value), SV_LINE);
  (void)sv_buf_addc(out, '"');
}

void sv_svrl_begin(struct sv_buf *out, const char *document)
{
  (void)sv_buf_adds(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svrl:schematron-output "
                         "xmlns:svrl=\"" SVRL_NS "\"");
  attribute(out, "title", document);
  (void)sv_buf_adds(out, ">\n");
}

static void add_note(struct sv_buf *out, const struct sv_schematron_note *n)
{
  const char *name = n->is_property ? "property" : "diagnostic";
  (void)sv_buf_addf(out, "    <svrl:%s-reference", name);
  attribute(out, name, n->id);
  (void)sv_buf_addc(out, '>');
  if (n->is_property) {
    (void)sv_buf_adds(out, n->xml);
  } else {
    (void)sv_buf_adds(out, "<svrl:text");
    attribute(out, "xml:lang", n->lang);
    (void)sv_buf_addc(out, '>');
    (void)sv_buf_adds(out, n->xml);
    (void)sv_buf_adds(out, "</svrl:text>");
  }
  (void)sv_buf_addf(out, "</svrl:%s-reference>\n", name);
}

static void add_assertion(struct sv_buf *out, const struct sv_schematron_event *e)
{
  const char *name = e->kind == SV_SCHEMATRON_FAILED ? "failed-assert" : "successful-report";
  (void)sv_buf_addf(out, "  <svrl:%s", name);
  attribute(out, "test", e->expression);
  attribute(out, "location", e->location);
  attribute(out, "id", e->id);
  attribute(out, "role", e->role);
  attribute(out, "flag", e->flag);
  attribute(out, "see", e->see);
  (void)sv_buf_adds(out, ">\n");
  for (size_t i = 0; i < e->note_count; i++)
    if (!e->notes[i].is_property)
      add_note(out, &e->notes[i]);
  for (size_t i = 0; i < e->note_count; i++)
    if (e->notes[i].is_property)
      add_note(out, &e->notes[i]);
  (void)sv_buf_adds(out, "    <svrl:text>");
  (void)sv_escape_xml(out, e->text, strlen(e->text), SV_BLOCK);
  (void)sv_buf_addf(out, "</svrl:text>\n  </svrl:%s>\n", name);
}

void sv_svrl_add(struct sv_buf *out, const struct sv_schematron_event *e)
{
  if (e->kind == SV_SCHEMATRON_FAILED || e->kind == SV_SCHEMATRON_REPORTED) {
    add_assertion(out, e);
    return;
  }
  const bool is_rule = e->kind == SV_SCHEMATRON_RULE;
  (void)sv_buf_adds(out, is_rule ? "  <svrl:fired-rule" : "  <svrl:active-pattern");
  attribute(out, "context", is_rule ? e->expression : NULL);
  attribute(out, "id", e->id);
  attribute(out, "role", e->role);
  attribute(out, "flag", e->flag);
  attribute(out, "documents", is_rule ? NULL : e->document);
  (void)sv_buf_adds(out, "/>\n");
}

enum sv_status sv_svrl_end(struct sv_buf *out)
{
  return sv_buf_adds(out, "</svrl:schematron-output>\n");
}
