// SPDX-License-Identifier: Apache-2.0
/* From a shapes graph to a program: which shapes have targets, and what they lead to. */
#include "engines/shacl/compile.h"

#include "engines/base/message.h"
#include "engines/shacl/pattern.h"

#include <stdlib.h>
#include <string.h>

bool shacl_going(const struct shacl_compile *c)
{
  return c->status == SV_OK && c->s->budget.status == SV_OK;
}

bool shacl_ill(struct shacl_compile *c, uint32_t line, const char *msgid, enum shacl_name name,
               sv_term t)
{
  struct sv_buf value = SV_BUF(4096), text = SV_BUF(8192);
  char term[64] = "";
  const char *file = NULL;
  size_t number = 0;
  if (!shacl_going(c))
    return false;
  if (shacl_names[name])
    (void)snprintf(term, sizeof term, "sh:%s", shacl_names[name]);
  if (t)
    (void)sv_shacl_say_node(c->g, t, SV_SHACL_FOR_PEOPLE, &value);
  const struct sv_arg args[] = { { "name", term, 0 }, { "value", sv_buf_text(&value), 0 } };
  (void)sv_message_render(sv_tr(msgid), args, 2, &text);
  (void)sv_graph_place(c->g, line, &file, &number);
  c->status = sv_fail_at(c->err, SV_INVALID, file, number, 1, "%s", sv_buf_text(&text));
  sv_buf_free(&value);
  sv_buf_free(&text);
  return false;
}

bool shacl_over(struct shacl_compile *c, const char *limit, const char *msgid)
{
  if (shacl_going(c))
    c->status = sv_fail_limit(c->err, limit, "%s", sv_tr(msgid));
  return false;
}

bool shacl_work(struct shacl_compile *c)
{
  return ++c->work <= c->s->limits.steps / 100 ||
         shacl_over(c, "shacl-steps", N_("the shapes take more steps than the limit allows"));
}

enum shacl_name shacl_name_of(const struct shacl_compile *c, sv_term t)
{
  return (enum shacl_name)c->names[sv_term_index(t)];
}

uint32_t shacl_constant_of(struct shacl_compile *c, sv_term t)
{
  uint32_t *at = &c->constant_of[sv_term_index(t)];
  if (*at == 0) {
    sv_term *new = shacl_push(&c->s->budget, &c->s->constants, 1, sizeof *new);
    if (!new)
      return SHACL_NONE;
    *new = t;
    *at = (uint32_t)c->s->constants.count;
  }
  return *at - 1;
}

uint32_t shacl_shape_of(struct shacl_compile *c, sv_term t)
{
  uint32_t *at = &c->shape_of[sv_term_index(t)];
  if (*at == 0) {
    if (c->s->shapes.count >= c->s->limits.shapes) {
      (void)shacl_over(c, "shacl-shapes", N_("there are more shapes than the limit allows"));
      return SHACL_NONE;
    }
    struct shacl_shape *new = shacl_push(&c->s->budget, &c->s->shapes, 1, sizeof *new);
    if (!new)
      return SHACL_NONE;
    *new = (struct shacl_shape){ .node = t, .simple = SHACL_NONE };
    *at = (uint32_t)c->s->shapes.count;
  }
  return *at - 1;
}

bool shacl_list(struct shacl_compile *c, uint32_t line, enum shacl_name name, sv_term head,
                size_t *count)
{
  struct sv_list_walk w;
  *count = 0;
  for (sv_list_begin(&w, c->g, head); sv_list_next(&w); ++*count) {
    sv_term *item = shacl_push(&c->s->budget, &c->list, 1, sizeof *item);
    if (!item || !shacl_work(c))
      return false;
    *item = w.item;
  }
  if (w.fault == SV_LIST_CYCLE)
    return shacl_ill(c, line, N_("ill-formed shape: the list of {name} goes round in a circle"),
                     name, 0);
  if (w.fault != SV_LIST_OK)
    return shacl_ill(c, line,
                     N_("ill-formed shape: {name} needs a well-formed list: every cell has one "
                        "rdf:first and one rdf:rest, and the last one ends with rdf:nil"),
                     name, 0);
  return true;
}

/* --- the vocabulary, and components of the shapes graph's own --- */
static void find_names(struct shacl_compile *c)
{
  char iri[128];
  for (size_t i = 0; i < SH_NAMES; i++) {
    if (!shacl_names[i])
      continue;
    (void)snprintf(iri, sizeof iri, "%s%s", SV_SHACL_NS, shacl_names[i]);
    c->s->names[i] = sv_graph_find_iris(c->g, iri);
    c->names[sv_term_index(c->s->names[i])] = (uint8_t)i;
  }
  c->names[0] = SH_NONE;
}

static void find_custom_parameters(struct shacl_compile *c)
{
  size_t n;
  const sv_term parameter = c->s->names[SH_PARAMETER];
  const uint32_t *found = sv_graph_subjects(c->g, parameter, 0, &n);
  for (size_t i = 0; parameter && i < n; i++) {
    const sv_term node = sv_graph_triples(c->g)[found[i]].o;
    const sv_term path = sv_graph_object(c->g, node, c->s->names[SH_PATH]);
    if (path && sv_term_kind(path) == SV_TERM_IRI && !shacl_name_of(c, path))
      c->names[sv_term_index(path)] = SH_CUSTOM;
  }
}

static bool refuse_entailment(struct shacl_compile *c)
{
  size_t n;
  const sv_term predicate = c->s->names[SH_ENTAILMENT];
  const uint32_t *found = sv_graph_subjects(c->g, predicate, 0, &n);
  if (!predicate || n == 0)
    return true;
  const struct sv_triple *t = &sv_graph_triples(c->g)[found[0]];
  return shacl_ill(c, t->line,
                   N_("the shapes ask for entailment, which is not done here ({value}); work it "
                      "out beforehand and leave {name} out"),
                   SH_ENTAILMENT, t->o);
}

bool shacl_add_unjudged(struct shacl_compile *c, const struct sv_triple *t)
{
  struct sv_shacl_unjudged *u = shacl_push(&c->s->budget, &c->s->unjudged, 1, sizeof *u);
  if (u)
    *u = (struct sv_shacl_unjudged){ t->s, t->p, t->o, t->line };
  return u != NULL;
}

/* --- targets --- */
static bool add_target(struct shacl_compile *c, sv_term node, sv_term value,
                       enum shacl_target_kind kind)
{
  const uint32_t shape = shacl_shape_of(c, node);
  const uint32_t constant = shacl_constant_of(c, value);
  struct shacl_target *t = shacl_push(&c->s->budget, &c->s->targets, 1, sizeof *t);
  if (shape == SHACL_NONE || constant == SHACL_NONE || !t)
    return false;
  *t = (struct shacl_target){ shape, constant, kind };
  return true;
}

static const struct {
  enum shacl_name name;
  enum shacl_target_kind kind;
  bool iri; /* the value must be one */
} target_names[] = {
  { SH_TARGET_NODE, TARGET_NODE, false },
  { SH_TARGET_CLASS, TARGET_CLASS, true },
  { SH_TARGET_SUBJECTS_OF, TARGET_SUBJECTS, true },
  { SH_TARGET_OBJECTS_OF, TARGET_OBJECTS, true },
};

static bool find_targets(struct shacl_compile *c, size_t which)
{
  size_t n;
  const sv_term predicate = c->s->names[target_names[which].name];
  const uint32_t *found = sv_graph_subjects(c->g, predicate, 0, &n);
  for (size_t i = 0; predicate && i < n; i++) {
    const struct sv_triple *t = &sv_graph_triples(c->g)[found[i]];
    const enum sv_term_kind kind = sv_term_kind(t->o);
    if (target_names[which].iri ? kind != SV_TERM_IRI
                                : kind != SV_TERM_IRI && kind != SV_TERM_LITERAL)
      return shacl_ill(c, t->line,
                       target_names[which].iri ? N_("ill-formed shape: the value of {name} must be "
                                                    "an IRI, not {value}")
                                               : N_("ill-formed shape: the value of {name} must be "
                                                    "an IRI or a literal, not "
                                                    "{value}"),
                       target_names[which].name, t->o);
    if (!add_target(c, t->s, t->o, target_names[which].kind))
      return false;
  }
  return true;
}

/* Whether NODE is a shape without a look at its targets (SHACL 2.1). */
static bool is_shape(const struct shacl_compile *c, sv_term node)
{
  static const enum shacl_name referring[] = { SH_NODE, SH_PROPERTY, SH_NOT,
                                               SH_QUALIFIED_VALUE_SHAPE };
  size_t n;
  const struct sv_triple *row = sv_graph_row(c->g, node, &n);
  for (size_t i = 0; i < n; i++) {
    const enum shacl_name p = shacl_name_of(c, row[i].p);
    const enum shacl_name o = shacl_name_of(c, row[i].o);
    if (p > SH_FIRST_PARAM || p == SH_SPARQL ||
        (row[i].p == SV_RDF_TYPE && (o == SH_NODE_SHAPE || o == SH_PROPERTY_SHAPE)))
      return true;
  }
  for (size_t i = 0; i < sizeof referring / sizeof referring[0]; i++) {
    const sv_term p = c->s->names[referring[i]];
    if (p && sv_graph_subjects(c->g, p, node, &n))
      return true;
  }
  return false;
}

/* Shapes that are classes, of rdfs:Class or a subclass of it (SHACL 2.1.3.3). */
static bool find_class_targets(struct shacl_compile *c)
{
  struct shacl_set seen = { 0 };
  struct shacl_vector todo = { 0 };
  struct shacl_budget *b = &c->s->budget;
  sv_term *first = shacl_push(b, &todo, 1, sizeof *first);
  bool ok = first != NULL;
  if (ok)
    *first = SV_RDFS_CLASS;
  for (size_t i = 0; ok && i < todo.count; i++) {
    size_t n;
    const sv_term class = ((sv_term *)todo.data)[i];
    const uint32_t *found = sv_graph_subjects(c->g, SV_RDF_TYPE, class, &n);
    for (size_t j = 0; ok && j < n; j++) {
      const sv_term node = sv_graph_triples(c->g)[found[j]].s;
      if (sv_term_kind(node) == SV_TERM_IRI && is_shape(c, node) &&
          shacl_set_add(b, &seen, node | (uint64_t)1 << 32))
        ok = add_target(c, node, node, TARGET_CLASS);
    }
    found = sv_graph_subjects(c->g, SV_RDFS_SUBCLASS_OF, class, &n);
    for (size_t j = 0; ok && j < n; j++) {
      const sv_term below = sv_graph_triples(c->g)[found[j]].s;
      if (!shacl_set_add(b, &seen, below))
        continue;
      sv_term *next = shacl_push(b, &todo, 1, sizeof *next);
      if (next)
        *next = below;
    }
    ok = ok && b->status == SV_OK;
  }
  shacl_set_free(b, &seen);
  shacl_vector_free(b, &todo);
  return ok;
}

static int compare_targets(const void *a, const void *b)
{
  const struct shacl_target *x = a, *y = b;
  if (x->shape != y->shape)
    return x->shape < y->shape ? -1 : 1;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  return x->value < y->value ? -1 : x->value > y->value;
}

/* The shapes with targets, in the order of their graph, whatever kind of target came first. */
static bool number_shapes(struct shacl_compile *c)
{
  const size_t n = c->s->shapes.count;
  if (n == 0)
    return true;
  struct shacl_shape *shapes = shacl_shape(c->s, 0);
  struct shacl_target *targets = c->s->targets.data;
  sv_term *nodes = shacl_array(&c->s->budget, n, sizeof *nodes);
  if (!nodes)
    return false;
  for (size_t i = 0; i < n; i++)
    nodes[i] = shapes[i].node;
  for (size_t i = 0; i < c->s->targets.count; i++)
    targets[i].shape = shapes[targets[i].shape].node;
  (void)shacl_sort(nodes, n);
  for (size_t i = 0; i < n; i++) {
    shapes[i] = (struct shacl_shape){ .node = nodes[i], .simple = SHACL_NONE };
    c->shape_of[sv_term_index(nodes[i])] = (uint32_t)i + 1;
  }
  for (size_t i = 0; i < c->s->targets.count; i++)
    targets[i].shape = c->shape_of[sv_term_index(targets[i].shape)] - 1;
  if (c->s->targets.count)
    qsort(targets, c->s->targets.count, sizeof *targets, compare_targets);
  free(nodes);
  c->s->root_count = (uint32_t)n;
  return true;
}

/* sh:target of SHACL Advanced Features: a shape may have no other target. */
static bool note_foreign_targets(struct shacl_compile *c)
{
  size_t n;
  const sv_term predicate = c->s->names[SH_TARGET];
  const uint32_t *found = sv_graph_subjects(c->g, predicate, 0, &n);
  for (size_t i = 0; predicate && i < n; i++)
    if (!shacl_add_unjudged(c, &sv_graph_triples(c->g)[found[i]]))
      return false;
  return true;
}

static bool note_unjudged(struct shacl_compile *c, uint32_t i)
{
  size_t n;
  const struct shacl_shape *shape = shacl_shape(c->s, i);
  const struct sv_triple *row = sv_graph_row(c->g, shape->node, &n);
  for (size_t k = 0; k < n && !shape->deactivated; k++) {
    const enum shacl_name p = shacl_name_of(c, row[k].p);
    if ((p == SH_SPARQL || p == SH_JS || p == SH_EXPRESSION || p == SH_CUSTOM) &&
        !shacl_add_unjudged(c, &row[k]))
      return false;
  }
  return true;
}

static bool compile_all(struct shacl_compile *c)
{
  find_names(c);
  find_custom_parameters(c);
  if (!refuse_entailment(c))
    return false;
  for (size_t i = 0; i < sizeof target_names / sizeof target_names[0]; i++)
    if (!find_targets(c, i))
      return false;
  if (!find_class_targets(c) || !number_shapes(c) || !note_foreign_targets(c))
    return false;
  for (uint32_t i = 0; i < c->s->shapes.count; i++)
    if (!shacl_compile_shape(c, i) || !note_unjudged(c, i))
      return false;
  if (!shacl_check_nesting(c))
    return false;
  c->s->is_class = shacl_array(&c->s->budget, c->s->constants.count, sizeof *c->s->is_class);
  if (!c->s->is_class)
    return false;
  for (size_t i = 0; i < c->s->targets.count; i++) {
    const struct shacl_target *t = (const struct shacl_target *)c->s->targets.data + i;
    c->s->is_class[t->value] |= t->kind == TARGET_CLASS;
  }
  for (uint32_t i = 0; i < c->s->constraints.count; i++) {
    const struct shacl_constraint *k = shacl_constraint(c->s, i);
    if (k->op == OP_CLASS)
      c->s->is_class[k->value] = true;
  }
  return true;
}

static enum sv_status fail_budget(const struct shacl_budget *b, struct sv_error *err)
{
  if (b->status == SV_LIMIT)
    return sv_fail_limit(err, "shacl-bytes",
                         N_("the shapes take more memory than the limit allows"));
  return sv_fail(err, b->status, N_("memory ran out"));
}

enum sv_status sv_shacl_compile(struct sv_graph *g, const struct sv_shacl_limits *limits,
                                struct sv_shacl **out, struct sv_error *err)
{
  *out = NULL;
  SV_TRY(sv_graph_index_objects(g, err));
  SV_TRY(sv_graph_index_incoming(g, err));
  struct sv_shacl *s = calloc(1, sizeof *s);
  if (!s)
    return sv_fail(err, SV_NO_MEMORY, N_("memory ran out"));
  s->graph = g;
  s->limits = limits ? *limits : SV_SHACL_LIMITS;
  if (s->limits.nesting > SV_SHACL_NESTING_MAX)
    s->limits.nesting = SV_SHACL_NESTING_MAX;
  s->budget.limit = s->limits.bytes;
  struct shacl_compile c = { .s = s, .g = g, .err = err };
  const size_t terms = (size_t)sv_graph_term_count(g) + 1;
  c.names = shacl_array(&s->budget, terms, sizeof *c.names);
  c.shape_of = shacl_array(&s->budget, terms, sizeof *c.shape_of);
  c.constant_of = shacl_array(&s->budget, terms, sizeof *c.constant_of);
  if (c.names && c.shape_of && c.constant_of)
    (void)compile_all(&c);
  free(c.names);
  free(c.shape_of);
  free(c.constant_of);
  shacl_vector_free(&s->budget, &c.list);
  enum sv_status status = c.status;
  if (status == SV_OK && s->budget.status != SV_OK)
    status = fail_budget(&s->budget, err);
  if (status != SV_OK) {
    sv_shacl_free(s);
    return status;
  }
  *out = s;
  return SV_OK;
}

void sv_shacl_free(struct sv_shacl *s)
{
  if (!s)
    return;
  for (size_t i = 0; i < s->patterns.count; i++)
    shacl_pattern_free((struct shacl_pattern *)s->patterns.data + i);
  struct shacl_vector *all[] = { &s->shapes,    &s->constraints, &s->items,    &s->states,
                                 &s->constants, &s->targets,     &s->patterns, &s->unjudged };
  for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
    shacl_vector_free(&s->budget, all[i]);
  free(s->is_class);
  free(s);
}

const struct sv_graph *sv_shacl_graph(const struct sv_shacl *s)
{
  return s->graph;
}

size_t sv_shacl_target_count(const struct sv_shacl *s)
{
  return s->root_count;
}

const struct sv_shacl_unjudged *sv_shacl_unjudged(const struct sv_shacl *s, size_t *n)
{
  *n = s->unjudged.count;
  return s->unjudged.data;
}
