// SPDX-License-Identifier: Apache-2.0
/* Filling in the words of assertions and diagnostics. */
#include "engines/xml/schematron_run.h"

#include "engines/base/ascii.h"
#include "engines/base/escape.h"

#include <libxml/xmlsave.h>
#include <string.h>

#define WORDS_MAX ((size_t)64 * 1024)

static void add_folded(struct sv_buf *out, const char *text)
{
  for (const char *p = text; *p && !out->failed; p++) {
    if (!sv_is_space((unsigned char)*p))
      (void)sv_buf_addc(out, *p);
    else if (out->size && out->data[out->size - 1] != ' ')
      (void)sv_buf_addc(out, ' ');
  }
}

static void add_text(struct sv_buf *out, const char *text, bool as_xml)
{
  if (as_xml)
    (void)sv_escape_xml(out, text, strlen(text), SV_BLOCK);
  else
    add_folded(out, text);
}

static int take_bytes(void *context, const char *data, int size)
{
  struct sv_buf *out = context;
  return sv_buf_add(out, data, (size_t)size) == SV_OK ? size : -1;
}

static void add_copies(const xmlXPathObject *value, struct sv_buf *out)
{
  for (int i = 0; value->nodesetval && i < value->nodesetval->nodeNr && !out->failed; i++) {
    xmlSaveCtxt *save = xmlSaveToIO(take_bytes, NULL, out, "UTF-8", XML_SAVE_NO_DECL);
    if (save) {
      (void)xmlSaveTree(save, value->nodesetval->nodeTab[i]);
      (void)xmlSaveClose(save);
    }
  }
}

static void add_name(const xmlNode *node, struct sv_buf *out, bool as_xml)
{
  if (node->ns && node->ns->prefix &&
      (node->type == XML_ELEMENT_NODE || node->type == XML_ATTRIBUTE_NODE)) {
    add_text(out, (const char *)node->ns->prefix, as_xml);
    (void)sv_buf_addc(out, ':');
  }
  if (node->type == XML_ELEMENT_NODE || node->type == XML_ATTRIBUTE_NODE ||
      node->type == XML_PI_NODE)
    add_text(out, (const char *)node->name, as_xml);
}

static bool add_part(struct sch_run *r, struct sch_instance *i, const struct sch_part *p,
                     xmlNode *node, struct sv_buf *out, bool as_xml)
{
  if (p->kind == SCH_TEXT) {
    add_text(out, p->text, as_xml);
    return true;
  }
  if (!p->expr.code) {
    add_name(node, out, as_xml);
    return true;
  }
  xmlXPathObject *value = sch_eval(r, i, &p->expr, node);
  if (!value)
    return false;
  if (p->kind == SCH_COPY && as_xml && value->type == XPATH_NODESET) {
    add_copies(value, out);
  } else {
    xmlChar *text = xmlXPathCastToString(value);
    add_text(out, text ? (const char *)text : "", as_xml);
    xmlFree(text);
  }
  xmlXPathFreeObject(value);
  return true;
}

const char *sch_words(struct sch_run *r, struct sch_instance *i, const struct sch_part *parts,
                      xmlNode *node, bool as_xml)
{
  struct sv_buf out = SV_BUF(WORDS_MAX);
  bool ok = true;
  for (const struct sch_part *p = parts; p && ok; p = p->next)
    ok = add_part(r, i, p, node, &out, as_xml);
  if (ok && out.failed == SV_LIMIT)
    ok = sch_stop(r, sv_fail_limit(r->err, "schematron-text",
                                   N_("%s: the words of an assertion are longer than the limit "
                                      "allows"),
                                   r->s->name));
  while (!as_xml && out.size && out.data[out.size - 1] == ' ')
    sv_buf_cut(&out, out.size - 1);
  const char *text = ok ? sv_arena_strdup(&r->scratch, sv_buf_text(&out)) : NULL;
  if (ok && !text)
    (void)sch_stop(r, sv_fail(r->err, SV_NO_MEMORY, N_("memory ran out")));
  sv_buf_free(&out);
  return text;
}
