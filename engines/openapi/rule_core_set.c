// SPDX-License-Identifier: Apache-2.0
/* Spectral's functions on several values: order, alternatives, enumerations, what is not used. */
#include "engines/openapi/rule_national.h"

#include "engines/base/ascii.h"
#include "engines/doc/tape.h"

#include <stdlib.h>
#include <string.h>

static enum sv_status prepare_alphabetical(struct sv_rules_reader *r, struct sv_rules_value v,
                                           void **out);
static enum sv_status alphabetical(struct sv_rule_call *c);
static enum sv_status prepare_properties(struct sv_rules_reader *r, struct sv_rules_value v,
                                         void **out);
static enum sv_status exactly_one(struct sv_rule_call *c);
static enum sv_status at_least_one(struct sv_rule_call *c);
static enum sv_status typed_enum(struct sv_rule_call *c);
static enum sv_status prepare_unreferenced(struct sv_rules_reader *r, struct sv_rules_value v,
                                           void **out);
static enum sv_status unreferenced(struct sv_rule_call *c);

static const char *const alphabetical_options[] = { "keyedBy", NULL };
static const char *const property_options[] = { "properties", NULL };
static const char *const unreferenced_options[] = { "reusableObjectsLocation", NULL };

const struct sv_rule_function sv_rule_alphabetical = { "alphabetical", prepare_alphabetical,
                                                       alphabetical, alphabetical_options };
const struct sv_rule_function sv_rule_xor = { "xor", prepare_properties, exactly_one,
                                              property_options };
const struct sv_rule_function sv_rule_or = { "or", prepare_properties, at_least_one,
                                             property_options };
const struct sv_rule_function sv_rule_typed_enum = { .name = "typedEnum", .judge = typed_enum };
const struct sv_rule_function sv_rule_unreferenced = { "unreferencedReusableObject",
                                                       prepare_unreferenced, unreferenced,
                                                       unreferenced_options };

static enum sv_status prepare_alphabetical(struct sv_rules_reader *r, struct sv_rules_value v,
                                           void **out)
{
  const struct sv_rules_value key = sv_rules_get(v, "keyedBy");
  const char *text = NULL;
  if (sv_rules_has(key))
    SV_TRY(sv_rules_text(r, key, "keyedBy", &text));
  *out = (void *)(uintptr_t)text;
  return SV_OK;
}

/* Signs before digits before letters, whatever their case; of equal letters the small one first. */
static int rank(unsigned char c)
{
  if (sv_is_alpha(c))
    return 512 + sv_lower(c);
  return sv_is_digit(c) ? 256 + c : c >= 0x80 ? 1024 + c : c;
}

static int compare(const char *a, size_t a_size, const char *b, size_t b_size)
{
  size_t i = 0;
  for (; i < a_size && i < b_size; i++) {
    const int order = rank((unsigned char)a[i]) - rank((unsigned char)b[i]);
    if (order)
      return order;
  }
  if (a_size != b_size)
    return a_size < b_size ? -1 : 1;
  for (i = 0; i < a_size; i++)
    if (a[i] != b[i])
      return sv_is_alpha(a[i]) && a[i] == sv_lower(a[i]) ? -1 : 1;
  return 0;
}

/* What an element or member is sorted by, or none. */
static struct sv_openapi_node sort_key(struct sv_rule_call *c, struct sv_openapi_node n,
                                       bool is_object)
{
  const char *const by = c->options;
  if (is_object)
    n.value = sv_doc_key(n.doc, n.value);
  else if (by)
    n = sv_match_graph_get(&c->run->graph, n, by);
  return n;
}

static int order(struct sv_openapi_node a, struct sv_openapi_node b)
{
  size_t a_size, b_size;
  if (!a.doc || !b.doc)
    return 0;
  if (sv_doc_type(a.doc, a.value) == SV_DOC_NUMBER && sv_doc_type(b.doc, b.value) == SV_DOC_NUMBER)
    return sv_doc_compare(a.doc, a.value, b.doc, b.value);
  const char *x = sv_doc_string(a.doc, a.value, &a_size);
  const char *y = sv_doc_string(b.doc, b.value, &b_size);
  return x && y ? compare(x, a_size, y, b_size) : 0;
}

static enum sv_status alphabetical(struct sv_rule_call *c)
{
  struct sv_openapi_node n = c->value, before = SV_OPENAPI_NONE;
  if (c->is_absent || c->name)
    return SV_OK;
  const bool is_object = sv_doc_type(n.doc, n.value) == SV_DOC_OBJECT;
  for (n.value = sv_doc_first(n.doc, n.value); n.value != SV_DOC_NONE;
       n.value = sv_doc_next(n.doc, c->value.value, n.value)) {
    const struct sv_openapi_node key = sort_key(c, n, is_object);
    SV_TRY(sv_rule_pay(c->run, 1));
    if (before.doc && order(before, key) > 0) {
      struct sv_buf a = SV_BUF(4096), b = SV_BUF(4096);
      (void)sv_doc_excerpt(before.doc, before.value, 60, &a);
      (void)sv_doc_excerpt(key.doc, key.value, 60, &b);
      const struct sv_arg args[] = { { .name = "first", .text = sv_buf_text(&b) },
                                     { .name = "second", .text = sv_buf_text(&a) } };
      const enum sv_status status =
          sv_rule_say_at(c, key, N_("{first} must stand before {second}"), args, 2);
      sv_buf_free(&a);
      sv_buf_free(&b);
      return status;
    }
    before = key;
  }
  return SV_OK;
}

static enum sv_status prepare_properties(struct sv_rules_reader *r, struct sv_rules_value v,
                                         void **out)
{
  struct sv_rules_value *names = sv_arena_calloc(&r->set->arena, 1, sizeof *names);
  if (!names)
    return SV_NO_MEMORY;
  *names = sv_rules_get(v, "properties");
  if (sv_rules_type(*names) != SV_DOC_ARRAY || sv_doc_count(names->doc, names->v) == 0)
    return sv_rules_fault(r, v, N_("the rule '%s' needs properties, a list of names"), r->rule);
  for (sv_value e = sv_doc_first(names->doc, names->v); e != SV_DOC_NONE;
       e = sv_doc_next(names->doc, names->v, e))
    if (sv_doc_type(names->doc, e) != SV_DOC_STRING)
      return sv_rules_fault(r, (struct sv_rules_value){ names->doc, e },
                            N_("the rule '%s' needs properties, a list of names"), r->rule);
  *out = names;
  return SV_OK;
}

/* How many of the names the object has; -1 when it is none. */
static enum sv_status count(struct sv_rule_call *c, int *out)
{
  const struct sv_rules_value *names = c->options;
  *out = -1;
  if (c->is_absent || c->name || sv_doc_type(c->value.doc, c->value.value) != SV_DOC_OBJECT)
    return SV_OK;
  *out = 0;
  for (sv_value e = sv_doc_first(names->doc, names->v); e != SV_DOC_NONE;
       e = sv_doc_next(names->doc, names->v, e)) {
    size_t size;
    const char *text = sv_doc_string(names->doc, e, &size);
    SV_TRY(sv_rule_pay(c->run, 1));
    *out += sv_doc_get(c->value.doc, c->value.value, text, size) != SV_DOC_NONE;
  }
  return SV_OK;
}

static enum sv_status say_names(struct sv_rule_call *c, const char *msgid)
{
  const struct sv_rules_value *names = c->options;
  struct sv_buf list = SV_BUF(4096);
  (void)sv_doc_excerpt(names->doc, names->v, 200, &list);
  const struct sv_arg args[] = { { .name = "names", .text = sv_buf_text(&list) } };
  const enum sv_status status = sv_rule_say(c, msgid, args, 1);
  sv_buf_free(&list);
  return status;
}

static enum sv_status exactly_one(struct sv_rule_call *c)
{
  int n;
  SV_TRY(count(c, &n));
  return n < 0 || n == 1 ? SV_OK : say_names(c, N_("exactly one of {names} must be there"));
}

static enum sv_status at_least_one(struct sv_rule_call *c)
{
  int n;
  SV_TRY(count(c, &n));
  return n != 0 ? SV_OK : say_names(c, N_("one of {names} must be there"));
}

static bool is_of(struct sv_openapi_node n, const char *type, size_t size)
{
  static const struct {
    const char *name;
    unsigned types;
  } types[] = {
    { "null", 1u << SV_DOC_NULL },     { "boolean", 1u << SV_DOC_TRUE | 1u << SV_DOC_FALSE },
    { "number", 1u << SV_DOC_NUMBER }, { "string", 1u << SV_DOC_STRING },
    { "array", 1u << SV_DOC_ARRAY },   { "object", 1u << SV_DOC_OBJECT },
  };
  if (size == 7 && memcmp(type, "integer", 7) == 0)
    return sv_doc_is_integer(n.doc, n.value);
  for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
    if (size == strlen(types[i].name) && memcmp(type, types[i].name, size) == 0)
      return types[i].types >> sv_doc_type(n.doc, n.value) & 1;
  return true; /* a type that is none is another rule's matter */
}

/* Whether N is of TYPE, a name or a list of names. */
static bool is_typed(struct sv_openapi_node n, struct sv_openapi_node type)
{
  size_t size;
  const char *text = sv_doc_string(type.doc, type.value, &size);
  if (text)
    return is_of(n, text, size);
  for (sv_value e = sv_doc_first(type.doc, type.value); e != SV_DOC_NONE;
       e = sv_doc_next(type.doc, type.value, e)) {
    text = sv_doc_string(type.doc, e, &size);
    if (text && is_of(n, text, size))
      return true;
  }
  return sv_doc_type(type.doc, type.value) != SV_DOC_ARRAY;
}

static enum sv_status typed_enum(struct sv_rule_call *c)
{
  if (c->is_absent || c->name)
    return SV_OK;
  struct sv_match_graph *const g = &c->run->graph;
  const struct sv_openapi_node list = sv_match_graph_get(g, c->value, "enum");
  const struct sv_openapi_node type = sv_match_graph_get(g, c->value, "type");
  const struct sv_openapi_node nullable = sv_match_graph_get(g, c->value, "nullable");
  if (!list.doc || !type.doc || sv_doc_type(list.doc, list.value) != SV_DOC_ARRAY)
    return SV_OK;
  const bool null_too = nullable.doc && sv_doc_type(nullable.doc, nullable.value) == SV_DOC_TRUE;
  struct sv_openapi_node e = list;
  for (e.value = sv_doc_first(list.doc, list.value); e.value != SV_DOC_NONE;
       e.value = sv_doc_next(list.doc, list.value, e.value)) {
    SV_TRY(sv_rule_pay(c->run, 1));
    if (is_typed(e, type) || (null_too && sv_doc_type(e.doc, e.value) == SV_DOC_NULL))
      continue;
    struct sv_buf value = SV_BUF(4096), wanted = SV_BUF(4096);
    (void)sv_doc_excerpt(e.doc, e.value, 80, &value);
    (void)sv_doc_excerpt(type.doc, type.value, 80, &wanted);
    const struct sv_arg args[] = { { .name = "item", .text = sv_buf_text(&value) },
                                   { .name = "type", .text = sv_buf_text(&wanted) } };
    const enum sv_status status = sv_rule_say_at(
        c, e, N_("the enumeration has {item}, which is not of type {type}"), args, 2);
    sv_buf_free(&value);
    sv_buf_free(&wanted);
    SV_TRY(status);
  }
  return SV_OK;
}

static enum sv_status prepare_unreferenced(struct sv_rules_reader *r, struct sv_rules_value v,
                                           void **out)
{
  const struct sv_rules_value at = sv_rules_get(v, "reusableObjectsLocation");
  const char *text;
  if (!sv_rules_has(at))
    return sv_rules_fault(r, v, N_("the rule '%s' needs reusableObjectsLocation"), r->rule);
  SV_TRY(sv_rules_text(r, at, "reusableObjectsLocation", &text));
  if (*text != '#')
    return sv_rules_fault(r, at, N_("reusableObjectsLocation begins with #/"));
  *out = (void *)(uintptr_t)text;
  return SV_OK;
}

/* What the reference or mapping TEXT at N leads to, and all that this stands in. */
static enum sv_status use(struct sv_rule_run *run, struct sv_openapi_node n, const char *text,
                          size_t size)
{
  struct sv_openapi_node to;
  struct sv_error ignored = { .line = 0 };
  const enum sv_status status = sv_openapi_step(run->api, n, text, size, &to, &ignored);
  if (status == SV_NO_MEMORY)
    return status;
  if (status != SV_OK)
    return SV_OK; /* the structure's rules tell */
  for (; to.value != SV_DOC_NONE; to.value = sv_doc_parent(to.doc, to.value)) {
    SV_TRY(sv_rule_pay(run, 1));
    SV_TRY(sv_openapi_nodes_add(&run->used, to));
  }
  return SV_OK;
}

/* The references of one document; values of mapping count as well. */
static enum sv_status use_all(struct sv_rule_run *run, size_t file)
{
  const struct sv_doc *doc = sv_openapi_file_doc(run->api, file);
  struct sv_openapi_node n = { doc, 0, (uint32_t)file };
  SV_TRY(sv_rule_pay(run, doc->count / 16));
  for (uint32_t i = 1; i + 1 < doc->count; i++) {
    const struct sv_tape_node *t = &doc->tape[i];
    size_t size;
    if ((t->head & (15 | SV_TAPE_KEY)) != (SV_DOC_STRING | SV_TAPE_KEY))
      continue;
    n.value = i + 1;
    const bool is_reference =
        sv_doc_is_text(doc, i, "$ref") || sv_doc_is_text(doc, i, "$dynamicRef");
    const char *text = is_reference ? sv_doc_string(doc, n.value, &size) : NULL;
    if (text)
      SV_TRY(use(run, n, text, size));
    if (is_reference || !sv_doc_is_text(doc, i, "mapping"))
      continue;
    for (sv_value m = sv_doc_first(doc, n.value); m != SV_DOC_NONE;
         m = sv_doc_next(doc, n.value, m)) {
      struct sv_openapi_node at = n;
      at.value = m;
      text = sv_doc_string(doc, m, &size);
      if (text && memchr(text, '#', size))
        SV_TRY(use(run, at, text, size));
    }
  }
  return SV_OK;
}

enum sv_status sv_rule_is_used(struct sv_rule_run *run, struct sv_openapi_node n, bool *used)
{
  SV_TRY(sv_rule_pay(run, 1));
  if (!run->used.known) {
    run->used.known = true;
    for (size_t i = 0; i < sv_openapi_file_count(run->api); i++)
      SV_TRY(use_all(run, i));
    if (run->used.count > 1)
      qsort(run->used.items, run->used.count, sizeof *run->used.items, sv_openapi_nodes_by_place);
  }
  *used = run->used.count > 0 && bsearch(&n, run->used.items, run->used.count, sizeof n,
                                         sv_openapi_nodes_by_place) != NULL;
  return SV_OK;
}

static enum sv_status unreferenced(struct sv_rule_call *c)
{
  if (c->is_absent || c->name || sv_doc_type(c->value.doc, c->value.value) != SV_DOC_OBJECT)
    return SV_OK;
  /* The place is that of the value; given mostly stands there already. */
  const char *location = c->options;
  struct sv_openapi_node n = c->value;
  if (n.value == SV_DOC_ROOT)
    n.value = sv_doc_resolve_pointer(n.doc, SV_DOC_ROOT, location + 1, strlen(location + 1));
  if (n.value == SV_DOC_NONE)
    return SV_OK;
  for (struct sv_openapi_node e = sv_openapi_first(n); e.doc; e = sv_openapi_next(n, e)) {
    bool used;
    SV_TRY(sv_rule_is_used(c->run, e, &used));
    const struct sv_arg args[] = { { .name = "name", .text = sv_rule_name_of(c->run, e) } };
    if (!used)
      SV_TRY(sv_rule_say_at(c, e, N_("'{name}' is used nowhere"), args, 1));
  }
  return SV_OK;
}
