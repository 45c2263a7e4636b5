// SPDX-License-Identifier: Apache-2.0
/* Expansion (JSON-LD API 5.1.2 and 5.3.2). */
#include "engines/rdf/jsonld.h"

#include <stdlib.h>
#include <string.h>

static bool members(struct ld_object *o, struct ld_in element);

static bool is_text(const struct ld_node *n, const char *text)
{
  return n && n->kind == LD_TEXT && n->text && strcmp(n->text, text) == 0;
}

struct ld_node *ld_expand_value(struct ld *l, struct ld_context *active, const char *property,
                                struct ld_in value)
{
  const struct ld_term *t = ld_term_of(active, property);
  const char *type = t ? t->type : NULL;
  const bool string = ld_type(value) == SV_DOC_STRING;
  struct ld_node *result = ld_node_new(l, LD_OBJECT);
  const bool id = type && strcmp(type, "@id") == 0, vocab = type && strcmp(type, "@vocab") == 0;
  if (!result)
    return NULL;
  if (string && (id || vocab)) {
    const char *iri =
        ld_expand_iri(l, active, ld_string(l, value), LD_DOCUMENT | (vocab ? LD_VOCAB : 0), NULL);
    ld_put(result, "@id", ld_text(l, iri));
    return result;
  }
  ld_put(result, "@value", ld_raw(l, value));
  if (type && !id && !vocab && strcmp(type, "@none") != 0) {
    ld_put(result, "@type", ld_text(l, type));
  } else if (string) {
    const char *language = t && t->has_language ? t->language : active->language;
    const enum ld_direction d = t && t->direction != LD_UNSET ? t->direction : active->direction;
    if (language)
      ld_put(result, "@language", ld_text(l, language));
    if (d != LD_NONE)
      ld_put(result, "@direction", ld_text(l, d == LD_LTR ? "ltr" : "rtl"));
  }
  return result;
}

static struct ld_node *expand_array(struct ld *l, struct ld_context *active, const char *property,
                                    struct ld_in element, bool from_map)
{
  struct ld_node *result = ld_node_new(l, LD_ARRAY);
  const struct ld_term *t = ld_term_of(active, property);
  for (struct ld_in e = ld_begin(element); result && ld_has(e); e = ld_next(element, e)) {
    struct ld_node *n = ld_expand(l, active, property, e, from_map);
    if (l->status != SV_OK)
      return NULL;
    if (n && n->kind == LD_ARRAY && t && (t->container & LD_LIST))
      n = ld_wrap(l, "@list", n);
    ld_append_items(l, result, n);
  }
  return result;
}

/* What KEY of the document expands to in C. */
static const char *key_of(struct ld *l, struct ld_context *c, struct ld_in child)
{
  return ld_expand_iri(l, c, ld_key(l, child), LD_VOCAB, NULL);
}

/* Step 7: whether a context that does not propagate ends here. */
static bool reverts(struct ld *l, struct ld_context *active, struct ld_in e)
{
  size_t count = 0;
  bool id = false;
  for (sv_value c = sv_doc_first(e.doc, e.v); c != SV_DOC_NONE; c = sv_doc_next(e.doc, e.v, c)) {
    const char *key = key_of(l, active, (struct ld_in){ e.doc, c });
    count++;
    if (key && strcmp(key, "@value") == 0)
      return false;
    id = id || (key && strcmp(key, "@id") == 0);
  }
  return !(count == 1 && id);
}

static int compare_texts(const void *a, const void *b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The strings of IN in order, NULL-terminated. */
static const char **sorted_strings(struct ld *l, struct ld_in in, size_t *count)
{
  size_t n = 0;
  for (struct ld_in e = ld_begin(in); ld_has(e); e = ld_next(in, e))
    n++;
  const char **texts = ld_alloc(l, (n + 1) * sizeof *texts);
  *count = 0;
  for (struct ld_in e = ld_begin(in); texts && ld_has(e); e = ld_next(in, e))
    if (ld_type(e) == SV_DOC_STRING && (texts[*count] = ld_string(l, e)) != NULL)
      ++*count;
  if (texts)
    qsort(texts, *count, sizeof *texts, compare_texts);
  return texts;
}

/* A member of the element whose key means @type. */
struct typed {
  const char *key;
  struct ld_in value;
};

static int compare_typed(const void *a, const void *b)
{
  return strcmp(((const struct typed *)a)->key, ((const struct typed *)b)->key);
}

/* Step 11: the contexts of the types, in order of key and type. Sets o->input_type too. */
static bool apply_types(struct ld_object *o, struct ld_in e)
{
  struct ld *l = o->l;
  struct typed found[16];
  size_t n = 0;
  for (sv_value c = sv_doc_first(e.doc, e.v); c != SV_DOC_NONE; c = sv_doc_next(e.doc, e.v, c)) {
    const struct ld_in in = { e.doc, c };
    const char *key = key_of(l, o->active, in);
    if (key && strcmp(key, "@type") == 0 && n < sizeof found / sizeof found[0])
      found[n++] = (struct typed){ ld_key(l, in), in };
  }
  if (l->status != SV_OK)
    return false;
  qsort(found, n, sizeof found[0], compare_typed);
  const char *last = NULL;
  for (size_t i = 0; i < n; i++) {
    size_t count;
    const char **names = sorted_strings(l, found[i].value, &count);
    for (size_t j = 0; names && j < count; j++) {
      const struct ld_term *t = ld_term_of(o->types, names[j]);
      if (t && t->has_context) {
        o->active = ld_scoped(l, o->active, t, true);
        if (!o->active)
          return false;
      }
    }
    for (struct ld_in v = ld_begin(found[i].value); i == 0 && ld_has(v);
         v = ld_next(found[i].value, v))
      last = ld_type(v) == SV_DOC_STRING ? ld_string(l, v) : last;
  }
  o->input_type = last ? ld_expand_iri(l, o->active, last, LD_VOCAB, NULL) : NULL;
  return l->status == SV_OK;
}

/* Steps 13.5 to 13.9: the value of a property. */
static struct ld_node *property_value(struct ld_object *o, const char *key, struct ld_in value)
{
  struct ld *l = o->l;
  const struct ld_term *t = ld_term_of(o->active, key);
  const unsigned container = t ? t->container : 0;
  const bool map = ld_type(value) == SV_DOC_OBJECT;
  if (t && t->type && strcmp(t->type, "@json") == 0) {
    struct ld_node *n = ld_node_new(l, LD_OBJECT);
    if (n) {
      ld_put(n, "@value", ld_raw(l, value));
      ld_put(n, "@type", ld_text(l, "@json"));
    }
    return n;
  }
  if (map && (container & LD_LANGUAGE))
    return ld_expand_languages(l, o->active, t, value);
  if (map && (container & (LD_INDEX | LD_TYPE | LD_ID)))
    return ld_expand_map(l, o->active, key, t, value);
  return ld_expand(l, o->active, key, value, false);
}

static struct ld_node *wrap_graphs(struct ld *l, struct ld_node *value)
{
  struct ld_node *array = ld_node_new(l, LD_ARRAY);
  struct ld_node *n = value->kind == LD_ARRAY ? value->first : value;
  for (struct ld_node *next; array && n; n = next) {
    next = value->kind == LD_ARRAY ? n->next : NULL;
    ld_put(array, NULL, ld_wrap(l, "@graph", n));
  }
  return array;
}

static bool property(struct ld_object *o, const char *key, const char *iri, struct ld_in value)
{
  struct ld *l = o->l;
  const struct ld_term *t = ld_term_of(o->active, key);
  const unsigned container = t ? t->container : 0;
  struct ld_node *expanded = property_value(o, key, value);
  if (l->status != SV_OK)
    return false;
  if (!expanded)
    return true;
  if ((container & LD_LIST) && !ld_holds(expanded, "@list"))
    expanded = ld_wrap(l, "@list", expanded);
  if ((container & LD_GRAPH) && !(container & (LD_ID | LD_INDEX)))
    expanded = wrap_graphs(l, expanded);
  if (t && t->reverse)
    return ld_add_reverse(o, iri, expanded, value);
  ld_append(l, o->result, iri, expanded);
  return l->status == SV_OK;
}

/* Step 14: what stands below a key that means @nest, as if it stood here. */
static bool nest(struct ld_object *o, const char *key, struct ld_in value)
{
  struct ld *l = o->l;
  struct ld_context *const outer = o->active;
  const struct ld_term *t = ld_term_of(o->active, key);
  for (struct ld_in e = ld_begin(value); ld_has(e); e = ld_next(value, e)) {
    if (ld_type(e) != SV_DOC_OBJECT)
      return ld_fault(l, e, "invalid @nest value");
    if (t && t->has_context) {
      o->active = ld_scoped(l, outer, t, false);
      if (!o->active)
        return false;
    }
    for (sv_value c = sv_doc_first(e.doc, e.v); c != SV_DOC_NONE; c = sv_doc_next(e.doc, e.v, c)) {
      const char *inner = key_of(l, o->active, (struct ld_in){ e.doc, c });
      if (inner && strcmp(inner, "@value") == 0)
        return ld_fault(l, e, "invalid @nest value");
    }
    if (!members(o, e))
      return false;
    o->active = outer;
  }
  return true;
}

/* A member with its key, for going through them in order. */
struct member {
  const char *key;
  struct ld_in value;
};

static int compare_members(const void *a, const void *b)
{
  return strcmp(((const struct member *)a)->key, ((const struct member *)b)->key);
}

/* Step 13.3: a member whose name no context has is left out. */
static void say_dropped(const struct ld *l, const char *name, struct ld_in value)
{
  size_t line = 0, column;
  if (!l->opt->dropped)
    return;
  if (value.doc == l->doc)
    sv_doc_position(value.doc, value.v, &line, &column);
  l->opt->dropped(l->opt->context, name, line);
}

/* Steps 13 and 14. */
static bool members(struct ld_object *o, struct ld_in e)
{
  struct ld *l = o->l;
  const size_t n = sv_doc_count(e.doc, e.v);
  struct member *all = ld_alloc(l, (n + 1) * sizeof *all);
  size_t count = 0;
  if (!all)
    return false;
  for (sv_value c = sv_doc_first(e.doc, e.v); c != SV_DOC_NONE; c = sv_doc_next(e.doc, e.v, c)) {
    all[count].value = (struct ld_in){ e.doc, c };
    all[count].key = ld_key(l, all[count].value);
    if (!all[count++].key)
      return false;
  }
  qsort(all, count, sizeof *all, compare_members);
  for (int round = 0; round < 2; round++) { /* what is nested comes last */
    for (size_t i = 0; i < count; i++) {
      const char *iri = strcmp(all[i].key, "@context") == 0
                            ? NULL
                            : ld_expand_iri(l, o->active, all[i].key, LD_VOCAB, NULL);
      if (l->status != SV_OK)
        return false;
      const bool is_nest = iri && strcmp(iri, "@nest") == 0;
      if (round == 0 && iri && iri[0] != '@' && !strchr(iri, ':'))
        say_dropped(l, all[i].key, all[i].value);
      if (!iri || is_nest != (round == 1))
        continue;
      if (e.doc == l->doc)
        l->at = all[i].value.v;
      const bool ok = is_nest              ? nest(o, all[i].key, all[i].value)
                      : ld_is_keyword(iri) ? ld_keyword(o, iri, all[i].value)
                      : strchr(iri, ':')   ? property(o, all[i].key, iri, all[i].value)
                                           : true;
      if (!ok)
        return false;
    }
  }
  return true;
}

/* Step 15: a value object keeps to its rules; NULL when it says nothing. */
static struct ld_node *finish_value(struct ld_object *o, struct ld_in e)
{
  static const char *const known[] = {
    "@direction", "@index", "@language", "@type", "@value", NULL
  };
  struct ld *l = o->l;
  struct ld_node *r = o->result;
  struct ld_node *type = ld_member(r, "@type");
  const struct ld_node *value = ld_member(r, "@value");
  const bool tagged = ld_holds(r, "@language") || ld_holds(r, "@direction");
  const char *code = NULL;
  const struct ld_node *one = type && type->kind == LD_ARRAY ? type->first : type;
  if (!ld_is_only(r, known) || (type && tagged))
    code = "invalid value object";
  else if (is_text(one, "@json") && !one->next)
    return r;
  else if (ld_type(value->raw) == SV_DOC_NULL)
    return NULL;
  else if (ld_type(value->raw) != SV_DOC_STRING && ld_holds(r, "@language"))
    code = "invalid language-tagged value";
  else if (type && (!one || one->next || !one->text || !ld_is_absolute(one->text)))
    code = "invalid typed value";
  if (code)
    (void)ld_fault(l, e, code);
  return code ? NULL : r;
}

/* Steps 15 to 19. */
static struct ld_node *finish(struct ld_object *o, struct ld_in e)
{
  static const char *const list_keys[] = { "@list", "@index", NULL };
  static const char *const set_keys[] = { "@set", "@index", NULL };
  static const char *const only_language[] = { "@language", NULL };
  static const char *const only_id[] = { "@id", NULL };
  struct ld *l = o->l;
  struct ld_node *r = o->result;
  if (ld_holds(r, "@value")) {
    r = finish_value(o, e);
  } else if (ld_holds(r, "@set") || ld_holds(r, "@list")) {
    if (!ld_is_only(r, ld_holds(r, "@set") ? set_keys : list_keys)) {
      (void)ld_fault(l, e, "invalid set or list object");
      return NULL;
    }
    if (ld_holds(r, "@set"))
      r = ld_member(r, "@set");
  }
  if (!r || r->kind != LD_OBJECT)
    return r;
  if (r->first && ld_is_only(r, only_language))
    return NULL;
  if (!o->property || strcmp(o->property, "@graph") == 0)
    if (!r->first || ld_holds(r, "@value") || ld_holds(r, "@list") || ld_is_only(r, only_id))
      return NULL;
  return r;
}

static struct ld_node *expand_object(struct ld *l, struct ld_context *active, const char *property,
                                     struct ld_in e, bool from_map)
{
  struct ld_object o = { .l = l, .active = active, .property = property };
  const struct ld_term *t = ld_term_of(active, property);
  if (active->previous && !from_map && reverts(l, active, e))
    o.active = active->previous;
  if (t && t->has_context)
    o.active = ld_scoped(l, o.active, t, false);
  const struct ld_in context = ld_get(e, "@context");
  if (o.active && ld_has(context)) {
    const struct ld_how how = { .base_url = l->opt->base, .depth = CONTEXTS_MAX };
    o.active = ld_process(l, o.active, context, &how);
  }
  if (!o.active || l->status != SV_OK)
    return NULL;
  o.types = o.active;
  o.result = ld_node_new(l, LD_OBJECT);
  if (!o.result || !apply_types(&o, e) || !members(&o, e) || l->status != SV_OK)
    return NULL;
  return finish(&o, e);
}

struct ld_node *ld_expand(struct ld *l, struct ld_context *active, const char *property,
                          struct ld_in element, bool from_map)
{
  if (l->status != SV_OK)
    return NULL;
  if (element.doc == l->doc)
    l->at = element.v;
  switch (ld_type(element)) {
  case SV_DOC_NULL:
    return NULL;
  case SV_DOC_ARRAY:
    return expand_array(l, active, property, element, from_map);
  case SV_DOC_OBJECT:
    return expand_object(l, active, property, element, from_map);
  default: {
    const struct ld_term *t = ld_term_of(active, property);
    if (!property || strcmp(property, "@graph") == 0)
      return NULL;
    if (t && t->has_context)
      active = ld_scoped(l, active, t, false);
    return active ? ld_expand_value(l, active, property, element) : NULL;
  }
  }
}
