// SPDX-License-Identifier: Apache-2.0
/* Functions on names and lists: one way of writing, nothing twice, nothing that is not used. */
#include "engines/openapi/rule_national.h"

#include "engines/openapi/casing.h"

#include <stdlib.h>
#include <string.h>

static enum sv_status prepare_casing(struct sv_rules_reader *r, struct sv_rules_value v,
                                     void **out);
static enum sv_status one_casing(struct sv_rule_call *c);
static enum sv_status text_names(struct sv_rule_call *c);
static enum sv_status prepare_unique(struct sv_rules_reader *r, struct sv_rules_value v,
                                     void **out);
static enum sv_status unique(struct sv_rule_call *c);
static enum sv_status unique_parameters(struct sv_rule_call *c);
static enum sv_status unused_components(struct sv_rule_call *c);

static const char *const casing_options[] = { "of", "except", NULL };
static const char *const unique_options[] = { "keyedBy", NULL };

const struct sv_rule_function sv_rule_one_casing = { "oneCasing", prepare_casing, one_casing,
                                                     casing_options };
const struct sv_rule_function sv_rule_text_names = { .name = "textNames", .judge = text_names };
const struct sv_rule_function sv_rule_unique = { "unique", prepare_unique, unique, unique_options };
const struct sv_rule_function sv_rule_unique_parameters = { .name = "uniqueParameters",
                                                            .judge = unique_parameters };
const struct sv_rule_function sv_rule_unused_components = { .name = "unusedComponents",
                                                            .judge = unused_components };

struct way {
  bool of_query;
  const struct sv_regex *except;
};

static enum sv_status prepare_casing(struct sv_rules_reader *r, struct sv_rules_value v, void **out)
{
  struct way *w = sv_arena_calloc(&r->set->arena, 1, sizeof *w);
  const struct sv_rules_value of = sv_rules_get(v, "of");
  if (!w)
    return SV_NO_MEMORY;
  w->of_query = sv_rules_has(of) && sv_doc_is_text(of.doc, of.v, "query");
  if (!w->of_query && !(sv_rules_has(of) && sv_doc_is_text(of.doc, of.v, "properties")))
    return sv_rules_fault(r, v, N_("of must be query or properties"));
  if (sv_rules_has(sv_rules_get(v, "except")))
    SV_TRY(sv_rules_pattern(r, sv_rules_get(v, "except"), &w->except));
  *out = w;
  return SV_OK;
}

struct name {
  const char *text;
  enum sv_casing casing;
  struct sv_openapi_node at; /* where it is met first */
};

struct names {
  struct sv_rule_call *call;
  struct sv_map seen;
  struct name *items;
  size_t count, room;
  size_t by_casing[SV_CASE_NONE + 1];
};

static bool is_one_word(const char *text, size_t size)
{
  for (size_t i = 0; i < size; i++)
    if ((text[i] >= 'a' && text[i] <= 'z') || text[i] == '_' || text[i] == '-')
      return false;
  return true; /* ID, URL: capitals that belong to no way of writing */
}

/* How a name is written, FLAT: it tells nothing. A name of names, as address.postCode or
 * filter[postCode], is written as its parts are. */
static enum sv_casing casing_of(const char *text, size_t size)
{
  enum sv_casing whole = SV_CASE_FLAT;
  for (size_t begin = 0, end; begin < size; begin = end + 1) {
    for (end = begin; end < size && !strchr(".[]", text[end]);)
      end++;
    const size_t part = end - begin;
    if (part == 0 || is_one_word(text + begin, part))
      continue;
    const enum sv_casing casing = sv_casing_of(text + begin, part);
    if (casing == SV_CASE_FLAT || casing == whole)
      continue;
    if (whole != SV_CASE_FLAT)
      return SV_CASE_NONE;
    whole = casing;
  }
  return whole;
}

static enum sv_status note(struct names *n, const char *text, size_t size,
                           struct sv_openapi_node at)
{
  const struct way *w = n->call->options;
  bool found = false;
  const enum sv_casing casing = casing_of(text, size);
  SV_TRY(sv_rule_pay(n->call->run, 1));
  if (casing == SV_CASE_FLAT)
    return SV_OK;
  if (sv_map_get(&n->seen, text, size))
    return SV_OK;
  if (w->except)
    SV_TRY(sv_rule_match(n->call, w->except, text, size, &found));
  if (found)
    return SV_OK;
  if (n->count == n->room) {
    const size_t room = n->room ? n->room * 2 : 64;
    struct name *more = realloc(n->items, room * sizeof *more);
    if (!more)
      return SV_NO_MEMORY;
    n->items = more;
    n->room = room;
  }
  const char *copy = sv_rule_copy(n->call->run, text, size);
  if (!copy)
    return SV_NO_MEMORY;
  n->items[n->count++] = (struct name){ copy, casing, at };
  n->by_casing[casing]++;
  return sv_map_set(&n->seen, copy, size, (void *)(uintptr_t)copy);
}

static enum sv_status note_query(struct names *n)
{
  size_t count, size;
  struct sv_openapi *const api = n->call->run->api;
  const struct sv_openapi_node *p = sv_openapi_objects(api, SV_OPENAPI_K_PARAMETER, &count);
  for (size_t i = 0; i < count; i++) {
    const struct sv_openapi_node in = sv_openapi_get(p[i], "in");
    const struct sv_openapi_node name = sv_openapi_get(p[i], "name");
    const char *text = name.doc ? sv_doc_string(name.doc, name.value, &size) : NULL;
    if (text && in.doc && sv_doc_is_text(in.doc, in.value, "query"))
      SV_TRY(note(n, text, size, name));
  }
  return SV_OK;
}

static enum sv_status note_properties(struct names *n)
{
  size_t count, size;
  struct sv_openapi *const api = n->call->run->api;
  const struct sv_openapi_node *s = sv_openapi_objects(api, SV_OPENAPI_K_SCHEMA, &count);
  for (size_t i = 0; i < count; i++) {
    const struct sv_openapi_node list = sv_openapi_get(s[i], "properties");
    if (!list.doc || sv_doc_type(list.doc, list.value) != SV_DOC_OBJECT)
      continue;
    for (struct sv_openapi_node e = sv_openapi_first(list); e.doc; e = sv_openapi_next(list, e)) {
      struct sv_openapi_node key = e;
      key.value = sv_doc_key(e.doc, e.value);
      const char *text = sv_doc_string(e.doc, key.value, &size);
      SV_TRY(note(n, text, size, key));
    }
  }
  return SV_OK;
}

/* Says which names are not written as most are. */
static enum sv_status tell(struct names *n)
{
  enum sv_casing most = SV_CASE_CAMEL;
  for (int i = 0; i < SV_CASE_NONE; i++)
    if (n->by_casing[i] > n->by_casing[most])
      most = (enum sv_casing)i;
  for (size_t i = 0; i < n->count; i++) {
    if (n->items[i].casing == most)
      continue;
    const struct sv_arg args[] = { { .name = "name", .text = n->items[i].text },
                                   { .name = "casing", .text = sv_casing_name(most) } };
    SV_TRY(sv_rule_say_at(n->call, n->items[i].at,
                          N_("'{name}' is not written as most names are, in {casing} case"), args,
                          2));
  }
  return SV_OK;
}

static enum sv_status one_casing(struct sv_rule_call *c)
{
  const struct way *w = c->options;
  struct names n = { .call = c };
  enum sv_status status = w->of_query ? note_query(&n) : note_properties(&n);
  if (status == SV_OK && n.count == 0)
    sv_rule_skip(c);
  if (status == SV_OK)
    status = tell(&n);
  sv_map_free(&n.seen);
  free(n.items);
  return status;
}

/* A number written without quotation marks is no text in YAML, and a name must be one (OAS 3.0
 * 4.7.16.1: for compatibility between JSON and YAML). */
static enum sv_status text_names(struct sv_rule_call *c)
{
  const struct sv_openapi_node n = c->value;
  if (!sv_rule_is_object(c) || sv_doc_syntax(n.doc) != SV_DOC_YAML) {
    sv_rule_skip(c);
    return SV_OK;
  }
  size_t size, room;
  const char *source = sv_doc_source(n.doc, &room);
  for (struct sv_openapi_node e = sv_openapi_first(n); e.doc; e = sv_openapi_next(n, e)) {
    struct sv_openapi_node key = e;
    key.value = sv_doc_key(e.doc, e.value);
    const char *text = sv_doc_string(e.doc, key.value, &size);
    const size_t at = sv_doc_offset(e.doc, key.value);
    SV_TRY(sv_rule_pay(c->run, 1));
    if (size > 0 && strspn(text, "0123456789") >= size && at < room && source[at] != '\'' &&
        source[at] != '"')
      SV_TRY(sv_rule_say_one(c, key, N_("the name {name} is a number, not a text"), "name",
                             sv_rule_copy(c->run, text, size)));
  }
  return SV_OK;
}

static enum sv_status prepare_unique(struct sv_rules_reader *r, struct sv_rules_value v, void **out)
{
  const struct sv_rules_value key = sv_rules_get(v, "keyedBy");
  const char *text = NULL;
  if (sv_rules_has(key))
    SV_TRY(sv_rules_text(r, key, "keyedBy", &text));
  *out = (void *)(uintptr_t)text;
  return SV_OK;
}

struct item {
  uint64_t hash;
  size_t number;
  struct sv_openapi_node at;
};

static int by_hash(const void *pa, const void *pb)
{
  const struct item *a = pa, *b = pb;
  if (a->hash != b->hash)
    return a->hash < b->hash ? -1 : 1;
  return (a->number > b->number) - (a->number < b->number);
}

static enum sv_status say_twice(struct sv_rule_call *c, struct sv_openapi_node at)
{
  struct sv_buf text = SV_BUF(4096);
  (void)sv_doc_excerpt(at.doc, at.value, 80, &text);
  const enum sv_status status =
      sv_rule_say_one(c, at, N_("{item} stands there twice"), "item",
                      sv_rule_copy(c->run, sv_buf_text(&text), text.size));
  sv_buf_free(&text);
  return status;
}

/* The items of an array, or those of a member of each. */
static enum sv_status unique(struct sv_rule_call *c)
{
  const char *const by = c->options;
  const struct sv_openapi_node list = c->value;
  if (c->is_absent || c->name || sv_doc_type(list.doc, list.value) != SV_DOC_ARRAY)
    return SV_OK;
  const size_t most = sv_doc_count(list.doc, list.value);
  struct item *items = calloc(most + 1, sizeof *items);
  size_t n = 0;
  enum sv_status status = items ? sv_rule_pay(c->run, most) : SV_NO_MEMORY;
  for (struct sv_openapi_node e = sv_openapi_first(list); status == SV_OK && e.doc;
       e = sv_openapi_next(list, e)) {
    const struct sv_openapi_node v = by ? sv_match_graph_get(&c->run->graph, e, by) : e;
    if (v.doc) {
      items[n] = (struct item){ sv_doc_hash(v.doc, v.value), n, v };
      n++;
    }
  }
  if (n > 1)
    qsort(items, n, sizeof *items, by_hash);
  for (size_t i = 1; status == SV_OK && i < n; i++)
    if (items[i].hash == items[i - 1].hash &&
        sv_doc_equal(items[i].at.doc, items[i].at.value, items[i - 1].at.doc,
                     items[i - 1].at.value))
      status = say_twice(c, items[i].at);
  free(items);
  return status;
}

/* Whether two parameters are the same: name, without regard to case in a header, and place. */
static bool is_same(struct sv_rule_run *run, struct sv_openapi_node a, struct sv_openapi_node b)
{
  const struct sv_openapi_node in = sv_openapi_get(a, "in"), other = sv_openapi_get(b, "in");
  const char *x = sv_openapi_text(run->api, sv_openapi_get(a, "name"));
  const char *y = sv_openapi_text(run->api, sv_openapi_get(b, "name"));
  if (!in.doc || !other.doc || !x || !y || !sv_doc_equal(in.doc, in.value, other.doc, other.value))
    return false;
  return sv_doc_is_text(in.doc, in.value, "header") ? strcasecmp(x, y) == 0 : strcmp(x, y) == 0;
}

/* Given a list of parameters. */
static enum sv_status unique_parameters(struct sv_rule_call *c)
{
  const struct sv_openapi_node list = c->value;
  if (c->is_absent || c->name || sv_doc_type(list.doc, list.value) != SV_DOC_ARRAY)
    return SV_OK;
  for (struct sv_openapi_node e = sv_openapi_first(list); e.doc; e = sv_openapi_next(list, e)) {
    const struct sv_openapi_node own = sv_match_graph_value(&c->run->graph, e);
    for (struct sv_openapi_node b = sv_openapi_first(list); b.value != e.value;
         b = sv_openapi_next(list, b)) {
      SV_TRY(sv_rule_pay(c->run, 1));
      if (!is_same(c->run, own, sv_match_graph_value(&c->run->graph, b)))
        continue;
      SV_TRY(sv_rule_say_one(c, e, N_("the parameter '{name}' stands there twice"), "name",
                             sv_openapi_text(c->run->api, sv_openapi_get(own, "name"))));
      break;
    }
  }
  return SV_OK;
}

/* Whether some requirement names the scheme. */
static bool is_required(struct sv_rule_run *run, const char *name)
{
  size_t count;
  const struct sv_openapi_node *r = sv_openapi_objects(run->api, SV_OPENAPI_K_REQUIREMENT, &count);
  for (size_t i = 0; i < count; i++)
    if (sv_openapi_get(r[i], name).doc)
      return true;
  return false;
}

/* Given components (or, in 2.0, an object like it). */
static enum sv_status unused_components(struct sv_rule_call *c)
{
  const struct sv_openapi_node all = c->value;
  if (!sv_rule_is_object(c))
    return SV_OK;
  for (struct sv_openapi_node list = sv_openapi_first(all); list.doc;
       list = sv_openapi_next(all, list)) {
    const char *kind = sv_openapi_name(c->run->api, list);
    const bool schemes = kind && strcmp(kind, "securitySchemes") == 0;
    if (!kind || strncmp(kind, "x-", 2) == 0)
      continue;
    for (struct sv_openapi_node e = sv_openapi_first(list); e.doc; e = sv_openapi_next(list, e)) {
      const char *name = sv_openapi_name(c->run->api, e);
      bool used = schemes && name && is_required(c->run, name);
      if (!used)
        SV_TRY(sv_rule_is_used(c->run, e, &used));
      if (!used && name)
        SV_TRY(sv_rule_say_one(c, e, N_("'{name}' is used nowhere"), "name", name));
    }
  }
  return SV_OK;
}
