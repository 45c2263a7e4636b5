// SPDX-License-Identifier: Apache-2.0
/* Evaluating a schema's expressions: instances, variables, and the functions that must not reach
 * outside. */
#include "engines/xml/schematron_run.h"

#include "engines/base/uri.h"

#include <libxml/xpathInternals.h>
#include <libxslt/keys.h>
#include <libxslt/transform.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define OPERATIONS_MAX 200000000UL
#define STRING_MAX ((size_t)1 << 20)
#define INSTANCES_MAX 64
#define IRI_MAX 8192

bool sch_stop(struct sch_run *r, enum sv_status status)
{
  if (r->status == SV_OK)
    r->status = status;
  return false;
}

static struct sch_run *run_of(xmlXPathParserContext *p)
{
  return p->context->userData;
}

/* XSLT 1.0 12.1 with one argument, through the run's source alone. */
static void document_function(xmlXPathParserContext *p, int count)
{
  struct sch_run *r = run_of(p);
  if (count != 1) {
    xmlXPathSetArityError(p);
    return;
  }
  xmlXPathObject *argument = valuePop(p);
  xmlXPathObject *set = xmlXPathNewNodeSet(NULL);
  const int n = argument && argument->type == XPATH_NODESET && argument->nodesetval
                    ? argument->nodesetval->nodeNr
                    : 0;
  xmlChar *single =
      n || !argument || argument->type == XPATH_NODESET ? NULL : xmlXPathCastToString(argument);
  for (int i = 0; set && (i < n || single); i++) {
    xmlNode *node = single ? NULL : argument->nodesetval->nodeTab[i];
    xmlChar *reference = single ? single : xmlXPathCastNodeToString(node);
    const char *base =
        node && node->doc && node->doc->URL ? (const char *)node->doc->URL : r->s->base;
    const struct sch_instance *found =
        single && !*single ? NULL : sch_instance_of(r, (const char *)reference, base);
    xmlDoc *doc = found ? found->doc : single && !*single ? r->s->tree : NULL;
    if (doc)
      (void)xmlXPathNodeSetAdd(set->nodesetval, (xmlNode *)doc);
    xmlFree(reference);
    single = NULL;
    if (!doc)
      break;
  }
  xmlXPathFreeObject(argument);
  if (r->status != SV_OK || !set) {
    xmlXPathFreeObject(set);
    xmlXPathSetError(p, XPATH_EXPR_ERROR);
    return;
  }
  valuePush(p, set);
}

/* XSLT 1.0 12.4: libxslt makes it from addresses; the same document must give the same identifier.
 */
static void generate_id_function(xmlXPathParserContext *p, int count)
{
  xmlNode *node = p->context->node;
  xmlXPathObject *argument = NULL;
  if (count > 1) {
    xmlXPathSetArityError(p);
    return;
  }
  if (count == 1) {
    argument = valuePop(p);
    const xmlNodeSet *set =
        argument && argument->type == XPATH_NODESET ? argument->nodesetval : NULL;
    node = set && set->nodeNr > 0 ? set->nodeTab[0] : NULL;
  }
  char id[40] = "";
  if (node && node->type != XML_NAMESPACE_DECL) {
    size_t place = 0;
    for (const struct sch_instance *i = run_of(p)->instances; i && i->doc != node->doc; i = i->next)
      place++;
    const size_t within = node->type == XML_DOCUMENT_NODE ? 0 : (size_t)(uintptr_t)node->_private;
    (void)snprintf(id, sizeof id, "d%zun%zu", place, within);
  }
  xmlXPathFreeObject(argument);
  valuePush(p, xmlXPathNewCString(id));
}

/* XSLT 1.0 12.4: what it tells of the tool is the same on every machine. */
static void system_property_function(xmlXPathParserContext *p, int count)
{
  if (count != 1) {
    xmlXPathSetArityError(p);
    return;
  }
  xmlXPathObject *argument = valuePop(p);
  xmlXPathFreeObject(argument);
  valuePush(p, xmlXPathNewCString("1.0"));
}

static const struct {
  const char *name;
  xmlXPathFunction call;
} functions[] = {
  { "document", document_function },
  { "generate-id", generate_id_function },
  { "system-property", system_property_function },
};

static xmlXPathObject *find_variable(void *data, const xmlChar *name, const xmlChar *uri)
{
  const struct sch_run *r = data;
  for (size_t i = uri ? 0 : r->value_count; i > 0; i--)
    if (strcmp(r->values[i - 1].name, (const char *)name) == 0)
      return xmlXPathObjectCopy(r->values[i - 1].object);
  return NULL;
}

/* One walk: every node learns its place in document order, attributes right after their element. */
static bool number_nodes(struct sch_instance *i)
{
  size_t room = 0;
  i->node_count = 0;
  for (xmlNode *n = (xmlNode *)i->doc; n;) {
    xmlAttr *attribute = n->type == XML_ELEMENT_NODE ? n->properties : NULL;
    for (xmlNode *each = n; each;
         each = (xmlNode *)attribute, attribute = attribute ? attribute->next : NULL) {
      if (i->node_count == room) {
        room = room ? room * 2 : 1024;
        xmlNode **grown = realloc(i->nodes, room * sizeof(xmlNode *));
        if (!grown)
          return false;
        i->nodes = grown;
      }
      if (each->type != XML_DOCUMENT_NODE)
        each->_private = (void *)(uintptr_t)i->node_count;
      i->nodes[i->node_count++] = each;
    }
    if (n->children && (n->type == XML_ELEMENT_NODE || n->type == XML_DOCUMENT_NODE)) {
      n = n->children;
      continue;
    }
    while (n && !n->next)
      n = n->type == XML_DOCUMENT_NODE ? NULL : n->parent;
    n = n && n->type != XML_DOCUMENT_NODE ? n->next : NULL;
  }
  return true;
}

static bool prepare(struct sch_run *r, struct sch_instance *i)
{
  i->transform = xsltNewTransformContext(r->s->keys, i->doc);
  if (!i->transform || !number_nodes(i))
    return sch_stop(r, sv_fail(r->err, SV_NO_MEMORY, N_("memory ran out")));
  i->transform->initialContextDoc = i->doc;
  i->xpath = i->transform->xpathCtxt;
  i->xpath->userData = r;
  i->xpath->opLimit = OPERATIONS_MAX;
  xmlXPathRegisterVariableLookup(i->xpath, find_variable, r);
  for (size_t k = 0; k < sizeof functions / sizeof functions[0]; k++) {
    /* A name that is taken is not taken over: libxslt's own goes first. */
    (void)xmlXPathRegisterFunc(i->xpath, (const xmlChar *)functions[k].name, NULL);
    (void)xmlXPathRegisterFunc(i->xpath, (const xmlChar *)functions[k].name, functions[k].call);
  }
  i->xpath->namespaces = r->s->bindings;
  i->xpath->nsNr = r->s->binding_count;
  xsltInitCtxtKeys(i->transform, i->transform->document);
  return true;
}

static void free_instance(struct sch_instance *i)
{
  if (i->transform)
    xsltFreeTransformContext(i->transform);
  sv_xml_free(i->own);
  free(i->nodes);
  free(i);
}

struct sch_instance *sch_instance_add(struct sch_run *r, xmlDoc *doc, const char *name,
                                      struct sv_xml *own)
{
  struct sch_instance *i = calloc(1, sizeof *i);
  if (!i) {
    sv_xml_free(own);
    (void)sch_stop(r, sv_fail(r->err, SV_NO_MEMORY, N_("memory ran out")));
    return NULL;
  }
  i->doc = doc;
  i->name = name;
  i->own = own;
  if (!prepare(r, i)) {
    free_instance(i);
    return NULL;
  }
  struct sch_instance **end = &r->instances;
  while (*end)
    end = &(*end)->next;
  *end = i;
  return i;
}

static struct sch_instance *read_instance(struct sch_run *r, const char *iri)
{
  struct sv_xml *read;
  const enum sv_status status = sv_xml_read_from(&r->s->source, iri, NULL, &read, r->err);
  if (status == SV_OK)
    return sch_instance_add(r, read->tree, read->name, read);
  (void)sch_stop(r, status);
  return NULL;
}

struct sch_instance *sch_instance_of(struct sch_run *r, const char *reference, const char *base)
{
  struct sv_buf iri = SV_BUF(IRI_MAX);
  struct sch_instance *found = NULL;
  size_t count = 0;
  const enum sv_status status =
      sv_uri_resolve(base ? base : "", base ? strlen(base) : 0, reference, strlen(reference), &iri);
  for (struct sch_instance *i = r->instances; i && status == SV_OK; i = i->next, count++)
    if (i->own && strcmp(i->own->base, sv_buf_text(&iri)) == 0)
      found = i;
  if (status != SV_OK)
    (void)sch_stop(r, sv_fail(r->err, status, N_("\"%s\" is not a reference that can be followed"),
                              reference));
  else if (!found && count >= INSTANCES_MAX)
    (void)sch_stop(r, sv_fail_limit(r->err, "schematron-documents",
                                    N_("%s: the schema asks for more documents than the limit "
                                       "allows"),
                                    r->s->name));
  else if (!found)
    found = read_instance(r, sv_buf_text(&iri));
  sv_buf_free(&iri);
  return found;
}

void sch_run_free(struct sch_run *r)
{
  sch_pop_to(r, 0);
  free(r->values);
  while (r->instances) {
    struct sch_instance *next = r->instances->next;
    free_instance(r->instances);
    r->instances = next;
  }
  sv_arena_free(&r->scratch);
}

static bool say_evaluation(struct sch_run *r, const struct sch_instance *i,
                           const struct sch_expr *e)
{
  const int code = i->xpath->lastError.code - XML_XPATH_EXPRESSION_OK + XPATH_EXPRESSION_OK;
  if (code == XPATH_OP_LIMIT_EXCEEDED || code == XPATH_RECURSION_LIMIT_EXCEEDED)
    return sch_stop(r, sv_fail_limit(r->err, "schematron-work",
                                     N_("%s: judging takes more work than the limit allows"),
                                     i->name));
  if (code == XPATH_MEMORY_ERROR)
    return sch_stop(r, sv_fail(r->err, SV_NO_MEMORY, N_("memory ran out")));
  return sch_stop(r, sv_fail_at(r->err, SV_INVALID, r->s->name, e->line, 1,
                                N_("the expression \"%.200s\" cannot be evaluated"), e->text));
}

xmlXPathObject *sch_eval(struct sch_run *r, struct sch_instance *i, const struct sch_expr *e,
                         xmlNode *node)
{
  if (r->status != SV_OK)
    return NULL;
  xmlResetError(&i->xpath->lastError);
  i->xpath->node = node;
  i->xpath->doc = i->doc;
  i->xpath->namespaces = r->s->bindings;
  i->xpath->nsNr = r->s->binding_count;
  i->xpath->contextSize = 1;
  i->xpath->proximityPosition = 1;
  i->transform->node = node;
  i->transform->state = XSLT_STATE_OK;
  xmlXPathObject *value = xmlXPathCompiledEval(e->code, i->xpath);
  if (value && r->status == SV_OK && i->xpath->lastError.code == 0 &&
      i->transform->state == XSLT_STATE_OK)
    return value;
  xmlXPathFreeObject(value);
  (void)say_evaluation(r, i, e);
  return NULL;
}

static bool push(struct sch_run *r, const struct sch_value *v)
{
  if (r->value_count == r->value_room) {
    const size_t room = r->value_room ? r->value_room * 2 : 32;
    struct sch_value *grown = realloc(r->values, room * sizeof *grown);
    if (!grown)
      return sch_stop(r, sv_fail(r->err, SV_NO_MEMORY, N_("memory ran out")));
    r->values = grown;
    r->value_room = room;
  }
  r->values[r->value_count++] = *v;
  return true;
}

bool sch_push_borrowed(struct sch_run *r, const char *name, xmlXPathObject *object)
{
  return push(r, &(struct sch_value){ name, object, true });
}

bool sch_push_lets(struct sch_run *r, struct sch_instance *i, const struct sch_let *lets,
                   xmlNode *node)
{
  for (const struct sch_let *l = lets; l; l = l->next) {
    xmlXPathObject *value = l->value.code ? sch_eval(r, i, &l->value, node)
                                          : xmlXPathNewNodeSet((xmlNode *)(uintptr_t)l->content);
    if (!value)
      return sch_stop(r, SV_NO_MEMORY);
    const bool is_long = value->type == XPATH_STRING && value->stringval &&
                         strlen((const char *)value->stringval) > STRING_MAX;
    if (is_long || !push(r, &(struct sch_value){ l->name, value, false })) {
      xmlXPathFreeObject(value);
      return is_long ? sch_stop(r, sv_fail_limit(r->err, "schematron-text",
                                                 N_("%s: the variable \"%s\" is longer than the "
                                                    "limit allows"),
                                                 r->s->name, l->name))
                     : false;
    }
  }
  return true;
}

void sch_pop_to(struct sch_run *r, size_t count)
{
  while (r->value_count > count) {
    const struct sch_value *v = &r->values[--r->value_count];
    if (!v->is_borrowed)
      xmlXPathFreeObject(v->object);
  }
}
