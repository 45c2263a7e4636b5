// SPDX-License-Identifier: Apache-2.0
/* Judging a document: in each pattern a node meets the first rule whose context it matches (ISO/IEC
 * 19757-3 6.5). */
#include "engines/xml/schematron_run.h"

#include <stdlib.h>
#include <string.h>

#define TOLD_MAX 1000
#define SCRATCH_MAX ((size_t)32 << 20)
#define PATH_BYTES ((size_t)16 * 1024)

static const char *show(struct sch_run *r, const xmlNode *node, bool as_xpath)
{
  struct sv_buf path = SV_BUF(PATH_BYTES);
  if (as_xpath) {
    xmlChar *text = xmlGetNodePath(node);
    (void)sv_buf_adds(&path, text ? (const char *)text : "");
    xmlFree(text);
  } else {
    (void)xml_show_path(node, &path);
  }
  const char *copy = sv_arena_strdup(&r->scratch, sv_buf_text(&path));
  sv_buf_free(&path);
  return copy;
}

static bool fill_notes(struct sch_run *r, struct sch_instance *i, const struct sch_assertion *a,
                       xmlNode *node, struct sv_schematron_event *e)
{
  struct sv_schematron_note *notes = sv_arena_calloc(&r->scratch, a->note_count, sizeof *notes);
  for (size_t k = 0; notes && k < a->note_count; k++) {
    const struct sch_note *n = a->notes[k];
    notes[k] = (struct sv_schematron_note){ .is_property = n->is_property,
                                            .id = n->id,
                                            .lang = n->lang,
                                            .text = sch_words(r, i, n->parts, node, false) };
    if (!notes[k].text || !(notes[k].xml = sch_words(r, i, n->parts, node, true)))
      return false;
  }
  e->notes = notes;
  e->note_count = notes ? a->note_count : 0;
  return true;
}

static void tell(struct sch_run *r, const struct sv_schematron_event *e)
{
  if (r->sink)
    r->sink(r->context, e);
}

static bool tell_assertion(struct sch_run *r, struct sch_instance *i, const struct sch_assertion *a,
                           xmlNode *node)
{
  if (a->is_warning)
    r->counts->warnings++;
  else
    r->counts->errors++;
  if (r->counts->errors + r->counts->warnings > TOLD_MAX || !r->sink)
    return true;
  struct sv_schematron_event e = { .kind =
                                       a->is_report ? SV_SCHEMATRON_REPORTED : SV_SCHEMATRON_FAILED,
                                   .id = a->id,
                                   .role = a->role,
                                   .flag = a->flag,
                                   .see = a->see,
                                   .expression = a->test.text,
                                   .document = i->name,
                                   .line = xml_line(node),
                                   .is_warning = a->is_warning };
  e.text = sch_words(r, i, a->parts, node, false);
  if (!e.text || (a->note_count && !fill_notes(r, i, a, node, &e)))
    return false;
  e.path = show(r, node, false);
  e.location = show(r, node, true);
  tell(r, &e);
  sv_arena_free(&r->scratch);
  r->scratch = SV_ARENA(SCRATCH_MAX);
  return true;
}

static bool judge_node(struct sch_run *r, struct sch_instance *i, const struct sch_rule *rule,
                       xmlNode *node)
{
  const size_t mark = r->value_count;
  r->counts->rules_fired++;
  tell(r, &(struct sv_schematron_event){ .kind = SV_SCHEMATRON_RULE,
                                         .id = rule->id,
                                         .role = rule->role,
                                         .flag = rule->flag,
                                         .expression = rule->context,
                                         .document = i->name,
                                         .line = xml_line(node) });
  bool ok = sch_push_lets(r, i, rule->lets, node);
  for (const struct sch_assertion *a = rule->assertions; a && ok; a = a->next) {
    xmlXPathObject *value = sch_eval(r, i, &a->test, node);
    if (!value)
      return false;
    const bool holds = xmlXPathCastToBoolean(value) != 0;
    xmlXPathFreeObject(value);
    r->counts->assertions_tested++;
    if (holds == a->is_report)
      ok = tell_assertion(r, i, a, node);
  }
  sch_pop_to(r, mark);
  return ok;
}

/* Gives the nodes that RULE's context selects to it, where no rule before has taken them. */
static bool match_rule(struct sch_run *r, struct sch_instance *i, const struct sch_rule *rule,
                       const struct sch_rule **taken)
{
  for (size_t k = 0; k < rule->path_count; k++) {
    xmlXPathObject *value = sch_eval(r, i, &rule->paths[k], (xmlNode *)i->doc);
    if (!value)
      return false;
    const bool is_set = value->type == XPATH_NODESET;
    for (int n = 0; is_set && value->nodesetval && n < value->nodesetval->nodeNr; n++) {
      const xmlNode *node = value->nodesetval->nodeTab[n];
      if (node->type == XML_NAMESPACE_DECL ||
          (node->type != XML_DOCUMENT_NODE && node->doc != i->doc))
        continue;
      const size_t place = node->type == XML_DOCUMENT_NODE ? 0 : (size_t)(uintptr_t)node->_private;
      if (!taken[place])
        taken[place] = rule;
    }
    xmlXPathFreeObject(value);
    if (!is_set)
      return sch_stop(r, sv_fail_at(r->err, SV_INVALID, r->s->name, rule->paths[k].line, 1,
                                    N_("the context \"%.200s\" selects no nodes but a value"),
                                    rule->context));
  }
  return true;
}

static bool judge_pattern_in(struct sch_run *r, struct sch_instance *i, const struct sch_pattern *p)
{
  const struct sch_rule **taken = calloc(i->node_count, sizeof *taken);
  if (!taken)
    return sch_stop(r, sv_fail(r->err, SV_NO_MEMORY, N_("memory ran out")));
  tell(r, &(struct sv_schematron_event){
              .kind = SV_SCHEMATRON_PATTERN, .id = p->id, .document = i->name });
  bool ok = true;
  for (const struct sch_rule *rule = p->rules; rule && ok; rule = rule->next)
    ok = match_rule(r, i, rule, taken);
  for (size_t n = 0; n < i->node_count && ok; n++)
    if (taken[n])
      ok = judge_node(r, i, taken[n], i->nodes[n]);
  free(taken);
  return ok;
}

static bool judge_subordinate(struct sch_run *r, const struct sch_pattern *p, const char *reference)
{
  const char *base = r->first->doc->URL ? (const char *)r->first->doc->URL : r->s->base;
  struct sch_instance *i = sch_instance_of(r, reference, base);
  if (!i)
    return false;
  const size_t mark = r->value_count;
  const bool ok = sch_push_lets(r, i, p->lets, (xmlNode *)i->doc) && judge_pattern_in(r, i, p);
  sch_pop_to(r, mark);
  return ok;
}

/* 5.4.10 of the 2016 edition: the pattern is judged in the documents its expression names. */
static bool judge_documents(struct sch_run *r, const struct sch_pattern *p)
{
  xmlXPathObject *value = sch_eval(r, r->first, &p->documents, (xmlNode *)r->first->doc);
  bool ok = value != NULL;
  if (ok && value->type == XPATH_NODESET) {
    for (int n = 0; ok && value->nodesetval && n < value->nodesetval->nodeNr; n++) {
      xmlChar *text = xmlXPathCastNodeToString(value->nodesetval->nodeTab[n]);
      ok = text ? judge_subordinate(r, p, (const char *)text) : sch_stop(r, SV_NO_MEMORY);
      xmlFree(text);
    }
  } else if (ok) {
    xmlChar *text = xmlXPathCastToString(value);
    ok = text ? judge_subordinate(r, p, (const char *)text) : sch_stop(r, SV_NO_MEMORY);
    xmlFree(text);
  }
  xmlXPathFreeObject(value);
  return ok;
}

/* Puts P's own values, made before at MADE, nearest. */
static bool judge_here(struct sch_run *r, const struct sch_pattern *p, size_t made)
{
  const size_t mark = r->value_count;
  bool ok = true;
  for (const struct sch_let *l = p->lets; l && ok; l = l->next, made++)
    ok = sch_push_borrowed(r, l->name, r->values[made].object);
  ok = ok && judge_pattern_in(r, r->first, p);
  sch_pop_to(r, mark);
  return ok;
}

static bool judge(struct sch_run *r)
{
  xmlNode *root = (xmlNode *)r->first->doc;
  if (!sch_push_lets(r, r->first, r->s->lets, root) ||
      !sch_push_lets(r, r->first, r->s->phase_lets, root))
    return false;
  size_t made = r->value_count;
  for (const struct sch_pattern *p = r->s->patterns; p; p = p->next)
    if (!sch_push_lets(r, r->first, p->lets, root))
      return false;
  for (const struct sch_pattern *p = r->s->patterns; p; p = p->next) {
    if (!(p->documents.code ? judge_documents(r, p) : judge_here(r, p, made)))
      return false;
    for (const struct sch_let *l = p->lets; l; l = l->next)
      made++;
  }
  return true;
}

enum sv_status
sv_schematron_validate(const struct sv_schematron *s, const struct sv_xml *document,
                       void (*sink)(void *context, const struct sv_schematron_event *e),
                       void *context, struct sv_schematron_counts *counts, struct sv_error *err)
{
  struct sch_run r = { .s = s, .sink = sink, .context = context, .counts = counts, .err = err };
  r.scratch = SV_ARENA(SCRATCH_MAX);
  *counts = (struct sv_schematron_counts){ 0 };
  xml_be_silent();
  r.first = sch_instance_add(&r, document->tree, document->name, NULL);
  if (r.first)
    (void)judge(&r);
  const enum sv_status status = r.status;
  sch_run_free(&r);
  return status;
}
