// SPDX-License-Identifier: Apache-2.0
/* The words of assertions, diagnostics and properties: text with values filled in. */
#include "engines/xml/schematron_model.h"

#include <string.h>

enum { DEPTH_MAX = 64 };

struct gathering {
  struct sv_schematron *s;
  const struct sch_scope *scope;
  struct sch_part **end;
  struct sv_error *err;
};

static struct sch_part *add(struct gathering *g, enum sch_part_kind kind)
{
  struct sch_part *p = sv_arena_calloc(&g->s->arena, 1, sizeof *p);
  if (!p)
    return NULL;
  p->kind = kind;
  *g->end = p;
  g->end = &p->next;
  return p;
}

static enum sv_status add_value(struct gathering *g, const xmlNode *n, enum sch_part_kind kind,
                                const char *text)
{
  struct sch_part *p = add(g, kind);
  if (!p)
    return sv_fail(g->err, SV_NO_MEMORY, N_("memory ran out"));
  return text ? sch_compile_expr(g->s, n, text, g->scope, &p->expr, g->err) : SV_OK;
}

static enum sv_status gather(struct gathering *g, const xmlNode *of, unsigned depth);

static enum sv_status gather_element(struct gathering *g, const xmlNode *n, unsigned depth)
{
  const char *select = NULL;
  if (xml_is(n, SCH_NS, "name"))
    return add_value(g, n, SCH_NAME, xml_attribute(&g->s->arena, n, "path"));
  if (xml_is(n, SCH_NS, "value-of") || xml_is(n, XSL_NS, "value-of")) {
    SV_TRY(sch_need(g->s, n, "select", &select, g->err));
    return add_value(g, n, SCH_VALUE, select);
  }
  if (xml_is(n, XSL_NS, "copy-of")) {
    SV_TRY(sch_need(g->s, n, "select", &select, g->err));
    return add_value(g, n, SCH_COPY, select);
  }
  if (n->ns && strcmp((const char *)n->ns->href, XSL_NS) == 0 && !xml_is(n, XSL_NS, "text"))
    return sch_fail(g->s, n, g->err, N_("xsl:%s is not known here; value-of and copy-of are"),
                    (const char *)n->name);
  return gather(g, n, depth - 1);
}

static enum sv_status gather(struct gathering *g, const xmlNode *of, unsigned depth)
{
  if (depth == 0)
    return sv_fail_limit(g->err, "schematron-depth",
                         N_("%s: the words of an assertion are nested deeper than the limit "
                            "allows"),
                         g->s->name);
  for (const xmlNode *n = of->children; n; n = n->next) {
    if (n->type == XML_ELEMENT_NODE) {
      SV_TRY(gather_element(g, n, depth));
    } else if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE) {
      struct sch_part *p = add(g, SCH_TEXT);
      if (!p || !(p->text = sv_arena_strdup(&g->s->arena, (const char *)n->content)))
        return sv_fail(g->err, SV_NO_MEMORY, N_("memory ran out"));
    }
  }
  return SV_OK;
}

enum sv_status sch_compile_parts(struct sv_schematron *s, const xmlNode *of,
                                 const struct sch_scope *scope, struct sch_part **out,
                                 struct sv_error *err)
{
  struct gathering g = { .s = s, .scope = scope, .end = out, .err = err };
  *out = NULL;
  return gather(&g, of, DEPTH_MAX);
}
