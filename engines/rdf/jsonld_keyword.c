// SPDX-License-Identifier: Apache-2.0
/* Members whose key means a keyword (JSON-LD API 5.1.2 step 13.4). */
#include "engines/rdf/jsonld.h"

#include <string.h>

static struct ld_node *type_value(struct ld_object *o, struct ld_in value)
{
  struct ld *l = o->l;
  struct ld_node *types = ld_node_new(l, LD_ARRAY);
  for (struct ld_in e = ld_begin(value); types && ld_has(e); e = ld_next(value, e)) {
    if (ld_type(e) != SV_DOC_STRING) {
      (void)ld_fault(l, e, "invalid type value");
      return NULL;
    }
    const char *iri = ld_expand_iri(l, o->types, ld_string(l, e), LD_DOCUMENT | LD_VOCAB, NULL);
    ld_put(types, NULL, ld_text(l, iri));
  }
  return types;
}

static bool is_node(const struct ld_node *n)
{
  return n->kind == LD_OBJECT && !ld_holds(n, "@value") && !ld_holds(n, "@list") &&
         !ld_holds(n, "@set");
}

static bool is_value_or_list(const struct ld_node *n)
{
  return n->kind == LD_OBJECT && (ld_holds(n, "@value") || ld_holds(n, "@list"));
}

static struct ld_node *reverse_of(struct ld *l, struct ld_node *result)
{
  struct ld_node *reverse = ld_member(result, "@reverse");
  if (!reverse) {
    reverse = ld_node_new(l, LD_OBJECT);
    ld_put(result, "@reverse", reverse);
  }
  return reverse;
}

bool ld_add_reverse(struct ld_object *o, const char *key, struct ld_node *value, struct ld_in at)
{
  struct ld_node *reverse = reverse_of(o->l, o->result);
  if (!value || !reverse)
    return o->l->status == SV_OK;
  const struct ld_node *n = value->kind == LD_ARRAY ? value->first : value;
  for (; n; n = value->kind == LD_ARRAY ? n->next : NULL)
    if (is_value_or_list(n))
      return ld_fault(o->l, at, "invalid reverse property value");
  ld_append(o->l, reverse, key, value);
  return o->l->status == SV_OK;
}

static bool reverse_member(struct ld_object *o, struct ld_in value)
{
  struct ld *l = o->l;
  if (ld_type(value) != SV_DOC_OBJECT)
    return ld_fault(l, value, "invalid @reverse value");
  struct ld_node *expanded = ld_expand(l, o->active, "@reverse", value, false);
  if (l->status != SV_OK || !expanded || expanded->kind != LD_OBJECT)
    return l->status == SV_OK;
  struct ld_node *twice = ld_member(expanded, "@reverse");
  for (struct ld_node *n = twice ? twice->first : NULL, *next; n; n = next) {
    next = n->next;
    ld_append(l, o->result, n->key, n);
  }
  for (struct ld_node *n = expanded->first, *next; n; n = next) {
    next = n->next;
    if (n->key[0] != '@' && !ld_add_reverse(o, n->key, n, value))
      return false;
  }
  return l->status == SV_OK;
}

static bool included_member(struct ld_object *o, struct ld_in value)
{
  struct ld *l = o->l;
  if (l->opt->mode_1_0)
    return true;
  struct ld_node *expanded = ld_expand(l, o->active, NULL, value, false);
  if (l->status != SV_OK)
    return false;
  if (!expanded)
    return ld_fault(l, value, "invalid @included value");
  const struct ld_node *n = expanded->kind == LD_ARRAY ? expanded->first : expanded;
  for (; n; n = expanded->kind == LD_ARRAY ? n->next : NULL)
    if (!is_node(n))
      return ld_fault(l, value, "invalid @included value");
  ld_append(l, o->result, "@included", expanded);
  return true;
}

static bool value_member(struct ld_object *o, struct ld_in value)
{
  const enum sv_doc_type type = ld_type(value);
  const bool json = o->input_type && strcmp(o->input_type, "@json") == 0;
  if (json && o->l->opt->mode_1_0)
    return ld_fault(o->l, value, "invalid value object value");
  if (!json && (type == SV_DOC_ARRAY || type == SV_DOC_OBJECT))
    return ld_fault(o->l, value, "invalid value object value");
  ld_put(o->result, "@value", ld_raw(o->l, value));
  return true;
}

static bool string_member(struct ld_object *o, const char *key, struct ld_in value)
{
  struct ld *l = o->l;
  const char *text = ld_string(l, value);
  if (strcmp(key, "@direction") == 0) {
    if (l->opt->mode_1_0)
      return true;
    if (!text || (strcmp(text, "ltr") != 0 && strcmp(text, "rtl") != 0))
      return ld_fault(l, value, "invalid base direction");
  }
  if (!text)
    return ld_fault(l, value,
                    strcmp(key, "@id") == 0      ? "invalid @id value"
                    : strcmp(key, "@index") == 0 ? "invalid @index value"
                                                 : "invalid language-tagged string");
  if (strcmp(key, "@id") == 0)
    text = ld_expand_iri(l, o->active, text, LD_DOCUMENT, NULL);
  ld_put(o->result, key, ld_text(l, text));
  return l->status == SV_OK;
}

static bool list_member(struct ld_object *o, const char *key, struct ld_in value)
{
  struct ld *l = o->l;
  const bool list = strcmp(key, "@list") == 0;
  if (list && (!o->property || strcmp(o->property, "@graph") == 0))
    return true;
  struct ld_node *expanded = ld_expand(l, o->active, o->property, value, false);
  struct ld_node *array = ld_node_new(l, LD_ARRAY);
  if (l->status != SV_OK || !array)
    return false;
  ld_append_items(l, array, expanded);
  for (const struct ld_node *n = array->first; n && list && l->opt->mode_1_0; n = n->next)
    if (ld_holds(n, "@list"))
      return ld_fault(l, value, "list of lists");
  ld_put(o->result, key, array);
  return true;
}

bool ld_keyword(struct ld_object *o, const char *key, struct ld_in value)
{
  struct ld *l = o->l;
  if (o->property && strcmp(o->property, "@reverse") == 0)
    return ld_fault(l, value, "invalid reverse property map");
  const bool type = strcmp(key, "@type") == 0, included = strcmp(key, "@included") == 0;
  if (ld_holds(o->result, key) && !type && !included && strcmp(key, "@reverse") != 0)
    return ld_fault(l, value, "colliding keywords");
  if (type) {
    ld_append(l, o->result, "@type", type_value(o, value));
    return l->status == SV_OK;
  }
  if (included)
    return included_member(o, value);
  if (strcmp(key, "@graph") == 0) {
    struct ld_node *graph = ld_expand(l, o->active, "@graph", value, false);
    ld_append(l, o->result, "@graph", graph ? graph : ld_node_new(l, LD_ARRAY));
    return l->status == SV_OK;
  }
  if (strcmp(key, "@value") == 0)
    return value_member(o, value);
  if (strcmp(key, "@list") == 0 || strcmp(key, "@set") == 0)
    return list_member(o, key, value);
  if (strcmp(key, "@reverse") == 0)
    return reverse_member(o, value);
  if (strcmp(key, "@id") == 0 || strcmp(key, "@index") == 0 || strcmp(key, "@language") == 0 ||
      strcmp(key, "@direction") == 0)
    return string_member(o, key, value);
  return true;
}
