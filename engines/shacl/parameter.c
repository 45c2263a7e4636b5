// SPDX-License-Identifier: Apache-2.0
/* What each parameter of SHACL Core becomes (SHACL 4), and which values it may have. */
#include "engines/shacl/compile.h"

#include "engines/base/ascii.h"
#include "engines/shacl/xsd.h"

#include <string.h>

/* A parameter: the constraint it makes, how often it may stand in a shape, where. */
struct parameter;
typedef bool add_function(struct shacl_compile *c, uint32_t shape, const struct parameter *p,
                          const struct sv_triple *t);

struct parameter {
  enum shacl_name name;
  enum shacl_op op;
  bool once;
  bool property_only; /* not in a node shape */
  add_function *add;
};

static add_function add_term, add_iri, add_bound, add_number, add_kind, add_pattern, add_terms,
    add_unique, add_shape, add_shapes, add_qualified, add_closed;

static const struct parameter parameters[] = {
  { SH_CLASS, OP_CLASS, false, false, add_iri },
  { SH_DATATYPE, OP_DATATYPE, true, false, add_iri },
  { SH_NODE_KIND, OP_NODE_KIND, true, false, add_kind },
  { SH_MIN_COUNT, OP_MIN_COUNT, true, true, add_number },
  { SH_MAX_COUNT, OP_MAX_COUNT, true, true, add_number },
  { SH_MIN_EXCLUSIVE, OP_MIN_EXCLUSIVE, true, false, add_bound },
  { SH_MIN_INCLUSIVE, OP_MIN_INCLUSIVE, true, false, add_bound },
  { SH_MAX_EXCLUSIVE, OP_MAX_EXCLUSIVE, true, false, add_bound },
  { SH_MAX_INCLUSIVE, OP_MAX_INCLUSIVE, true, false, add_bound },
  { SH_MIN_LENGTH, OP_MIN_LENGTH, true, false, add_number },
  { SH_MAX_LENGTH, OP_MAX_LENGTH, true, false, add_number },
  { SH_PATTERN, OP_PATTERN, false, false, add_pattern },
  { SH_LANGUAGE_IN, OP_LANGUAGE_IN, true, false, add_terms },
  { SH_UNIQUE_LANG, OP_UNIQUE_LANG, true, true, add_unique },
  { SH_EQUALS, OP_EQUALS, false, false, add_iri },
  { SH_DISJOINT, OP_DISJOINT, false, false, add_iri },
  { SH_LESS_THAN, OP_LESS_THAN, false, true, add_iri },
  { SH_LESS_THAN_OR_EQUALS, OP_LESS_THAN_OR_EQUALS, false, true, add_iri },
  { SH_NOT, OP_NOT, false, false, add_shape },
  { SH_AND, OP_AND, false, false, add_shapes },
  { SH_OR, OP_OR, false, false, add_shapes },
  { SH_XONE, OP_XONE, false, false, add_shapes },
  { SH_NODE, OP_NODE, false, false, add_shape },
  { SH_PROPERTY, OP_PROPERTY, false, false, add_shape },
  { SH_QUALIFIED_VALUE_SHAPE, OP_QUALIFIED_MIN, false, false, add_qualified },
  { SH_CLOSED, OP_CLOSED, true, false, add_closed },
  { SH_HAS_VALUE, OP_HAS_VALUE, false, false, add_term },
  { SH_IN, OP_IN, true, false, add_terms },
};

bool shacl_compile_parameter(struct shacl_compile *c, uint32_t i, enum shacl_name name,
                             const struct sv_triple *t)
{
  size_t n = 0, k = 0;
  while (k < sizeof parameters / sizeof parameters[0] && parameters[k].name != name)
    k++;
  if (k == sizeof parameters / sizeof parameters[0])
    return true;
  const struct parameter *p = &parameters[k];
  const struct sv_triple *all = sv_graph_objects(c->g, t->s, t->p, &n);
  if (p->once && n > 1)
    return shacl_ill(c, all[1].line, N_("ill-formed shape: {name} may be given only once"), name,
                     0);
  if (p->property_only && shacl_shape(c->s, i)->path == 0)
    return shacl_ill(c, t->line,
                     N_("ill-formed shape: {name} counts or compares the values of a path, and "
                        "this shape has no sh:path"),
                     name, 0);
  return p->add(c, i, p, t);
}

static struct shacl_constraint *push(struct shacl_compile *c, enum shacl_op op)
{
  struct shacl_constraint *k = shacl_push(&c->s->budget, &c->s->constraints, 1, sizeof *k);
  if (k)
    *k = (struct shacl_constraint){ .op = (uint8_t)op, .value = SHACL_NONE };
  return k;
}

static bool add_constant(struct shacl_compile *c, enum shacl_op op, sv_term t)
{
  struct shacl_constraint *k = push(c, op);
  if (k)
    k->value = shacl_constant_of(c, t);
  return k && k->value != SHACL_NONE;
}

static bool add_term(struct shacl_compile *c, uint32_t shape, const struct parameter *p,
                     const struct sv_triple *t)
{
  (void)shape;
  return add_constant(c, p->op, t->o);
}

static bool want_iri(struct shacl_compile *c, enum shacl_name name, sv_term t, uint32_t line)
{
  return sv_term_kind(t) == SV_TERM_IRI ||
         shacl_ill(c, line, N_("ill-formed shape: the value of {name} must be an IRI, not {value}"),
                   name, t);
}

static bool add_iri(struct shacl_compile *c, uint32_t shape, const struct parameter *p,
                    const struct sv_triple *t)
{
  (void)shape;
  return want_iri(c, p->name, t->o, t->line) && add_constant(c, p->op, t->o);
}

static bool add_bound(struct shacl_compile *c, uint32_t shape, const struct parameter *p,
                      const struct sv_triple *t)
{
  (void)shape;
  if (sv_term_kind(t->o) != SV_TERM_LITERAL || sv_shacl_is_ill_typed(c->g, t->o))
    return shacl_ill(c, t->line,
                     N_("ill-formed shape: the value of {name} must be a well-formed literal, not "
                        "{value}"),
                     p->name, t->o);
  return add_constant(c, p->op, t->o);
}

/* A whole number that is not negative; more than fits counts as the most that fits. */
static bool read_number(struct shacl_compile *c, enum shacl_name name, const struct sv_triple *t,
                        uint32_t *out)
{
  size_t size;
  struct xsd_number n;
  const char *text = sv_graph_text(c->g, t->o, &size);
  if (sv_term_kind(t->o) != SV_TERM_LITERAL || sv_graph_datatype(c->g, t->o) != SV_XSD_INTEGER ||
      memchr(text, '.', size) || !xsd_number(text, text + size, &n) || n.negative)
    return shacl_ill(c, t->line,
                     N_("ill-formed shape: the value of {name} must be a whole number that is not "
                        "negative, not {value}"),
                     name, t->o);
  unsigned long long value = UINT32_MAX;
  if (n.whole_size == 0)
    value = 0;
  else if (n.whole_size <= 10)
    (void)sv_parse_uint(n.whole, n.whole_size, UINT64_MAX, &value);
  *out = value > UINT32_MAX ? UINT32_MAX : (uint32_t)value;
  return true;
}

static bool add_number(struct shacl_compile *c, uint32_t shape, const struct parameter *p,
                       const struct sv_triple *t)
{
  (void)shape;
  uint32_t number;
  if (!read_number(c, p->name, t, &number))
    return false;
  struct shacl_constraint *k = push(c, p->op);
  if (k)
    k->number = number;
  return k != NULL;
}

static bool add_kind(struct shacl_compile *c, uint32_t shape, const struct parameter *p,
                     const struct sv_triple *t)
{
  enum { IRI = 1 << SV_TERM_IRI, BLANK = 1 << SV_TERM_BLANK, LITERAL = 1 << SV_TERM_LITERAL };
  static const struct {
    enum shacl_name name;
    uint32_t bits;
  } kinds[] = {
    { SH_IRI, IRI },
    { SH_BLANK_NODE, BLANK },
    { SH_LITERAL, LITERAL },
    { SH_BLANK_NODE_OR_IRI, BLANK | IRI },
    { SH_BLANK_NODE_OR_LITERAL, BLANK | LITERAL },
    { SH_IRI_OR_LITERAL, IRI | LITERAL },
  };
  (void)shape;
  const enum shacl_name name = shacl_name_of(c, t->o);
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
    if (kinds[i].name != name)
      continue;
    struct shacl_constraint *k = push(c, p->op);
    if (k)
      k->value = kinds[i].bits;
    return k != NULL;
  }
  if (sv_term_kind(t->o) != SV_TERM_IRI)
    return shacl_ill(c, t->line,
                     N_("ill-formed shape: {name} takes one of the six node kinds (sh:IRI, "
                        "sh:BlankNode, "
                        "sh:Literal, sh:BlankNodeOrIRI, sh:BlankNodeOrLiteral, sh:IRIOrLiteral), "
                        "not {value}"),
                     p->name, t->o);
  /* SHACL 4.1.3 knows six; official Norwegian shapes name a class here. No value is of that kind.
   */
  if (!add_constant(c, p->op, t->o))
    return false;
  struct shacl_constraint *last =
      (struct shacl_constraint *)c->s->constraints.data + c->s->constraints.count - 1;
  last->number = last->value + 1;
  last->value = 0;
  return true;
}

static bool is_text(const struct sv_graph *g, sv_term t)
{
  return sv_term_kind(t) == SV_TERM_LITERAL && sv_graph_datatype(g, t) == SV_XSD_STRING;
}

static bool want_text(struct shacl_compile *c, enum shacl_name name, sv_term t, uint32_t line)
{
  return is_text(c->g, t) ||
         shacl_ill(c, line, N_("ill-formed shape: the value of {name} must be a text, not {value}"),
                   name, t);
}

/* The one value of NAME beside triple T, 0: none. */
static bool companion(struct shacl_compile *c, const struct sv_triple *t, enum shacl_name name,
                      const struct sv_triple **out)
{
  size_t n = 0;
  const sv_term p = c->s->names[name];
  *out = p ? sv_graph_objects(c->g, t->s, p, &n) : NULL;
  return n <= 1 || shacl_ill(c, (*out)[1].line,
                             N_("ill-formed shape: {name} may be given only once"), name, 0);
}

static bool add_pattern(struct shacl_compile *c, uint32_t shape, const struct parameter *p,
                        const struct sv_triple *t)
{
  const struct sv_triple *flags;
  uint32_t pattern;
  (void)shape;
  if (!want_text(c, p->name, t->o, t->line) || !companion(c, t, SH_FLAGS, &flags) ||
      (flags && !want_text(c, SH_FLAGS, flags->o, flags->line)) ||
      !shacl_compile_pattern(c, t, flags ? flags->o : 0, &pattern))
    return false;
  struct shacl_constraint *k = push(c, p->op);
  if (k)
    k->value = pattern;
  return k != NULL;
}

/* The terms of c->list from FROM on as items. */
static bool add_items(struct shacl_compile *c, size_t from, bool shapes, struct shacl_constraint *k)
{
  k->first = (uint32_t)c->s->items.count;
  k->count = (uint32_t)(c->list.count - from);
  for (uint32_t i = 0; i < k->count; i++) {
    const sv_term t = ((const sv_term *)c->list.data)[from + i];
    const uint32_t number = shapes ? shacl_shape_of(c, t) : shacl_constant_of(c, t);
    uint32_t *item =
        number == SHACL_NONE ? NULL : shacl_push(&c->s->budget, &c->s->items, 1, sizeof *item);
    if (!item)
      return false;
    *item = number;
  }
  c->list.count = from;
  return true;
}

static bool add_terms(struct shacl_compile *c, uint32_t shape, const struct parameter *p,
                      const struct sv_triple *t)
{
  size_t n;
  (void)shape;
  const size_t from = c->list.count;
  if (!shacl_list(c, t->line, p->name, t->o, &n))
    return false;
  for (size_t i = 0; i < n && p->name == SH_LANGUAGE_IN; i++)
    if (!want_text(c, p->name, ((const sv_term *)c->list.data)[from + i], t->line))
      return false;
  struct shacl_constraint k = { .op = (uint8_t)p->op, .value = SHACL_NONE };
  if (!add_items(c, from, false, &k))
    return false;
  struct shacl_constraint *new = push(c, p->op);
  if (new)
    *new = k;
  return new != NULL;
}

int shacl_boolean(const struct sv_graph *g, sv_term t)
{
  if (sv_term_kind(t) != SV_TERM_LITERAL || sv_graph_datatype(g, t) != SV_XSD_BOOLEAN)
    return -1;
  const char *text = sv_graph_text(g, t, NULL);
  return strcmp(text, "true") == 0    ? 1
         : strcmp(text, "false") == 0 ? 0
         : strcmp(text, "1") == 0     ? 2 /* true, but not the term true that SHACL asks for */
         : strcmp(text, "0") == 0     ? 0
                                      : -1;
}

static bool want_boolean(struct shacl_compile *c, enum shacl_name name, const struct sv_triple *t,
                         bool *out)
{
  const int value = shacl_boolean(c->g, t->o);
  *out = value == 1;
  return value >= 0 || shacl_ill(c, t->line,
                                 N_("ill-formed shape: the value of {name} must be true or false, "
                                    "not {value}"),
                                 name, t->o);
}

static bool add_unique(struct shacl_compile *c, uint32_t shape, const struct parameter *p,
                       const struct sv_triple *t)
{
  bool active;
  (void)shape;
  return want_boolean(c, p->name, t, &active) && (!active || push(c, p->op));
}

static bool want_node(struct shacl_compile *c, enum shacl_name name, sv_term t, uint32_t line)
{
  return sv_term_kind(t) <= SV_TERM_BLANK || shacl_ill(c, line,
                                                       N_("ill-formed shape: the value of {name} "
                                                          "must be a shape, not {value}"),
                                                       name, t);
}

static bool add_shape(struct shacl_compile *c, uint32_t shape, const struct parameter *p,
                      const struct sv_triple *t)
{
  size_t n;
  (void)shape;
  const sv_term path = c->s->names[SH_PATH];
  if (!want_node(c, p->name, t->o, t->line))
    return false;
  /* a name and nothing more: official rule files of the EU have such, left over or elsewhere */
  if (p->op == OP_PROPERTY && sv_term_kind(t->o) == SV_TERM_IRI && !sv_graph_row(c->g, t->o, &n))
    return shacl_add_unjudged(c, t);
  if (p->op == OP_PROPERTY && !(path && sv_graph_object(c->g, t->o, path)))
    return shacl_ill(c, t->line,
                     N_("ill-formed shape: the value of {name} must be a property shape, and "
                        "{value} has no sh:path"),
                     p->name, t->o);
  if (p->op == OP_NODE && path && sv_graph_object(c->g, t->o, path))
    return shacl_ill(c, t->line,
                     N_("ill-formed shape: the value of {name} must be a node shape, and {value} "
                        "has an sh:path; use sh:property"),
                     p->name, t->o);
  const uint32_t number = shacl_shape_of(c, t->o);
  struct shacl_constraint *k = number == SHACL_NONE ? NULL : push(c, p->op);
  if (k)
    k->value = number;
  return k != NULL;
}

static bool add_shapes(struct shacl_compile *c, uint32_t shape, const struct parameter *p,
                       const struct sv_triple *t)
{
  size_t n;
  (void)shape;
  const size_t from = c->list.count;
  if (!shacl_list(c, t->line, p->name, t->o, &n))
    return false;
  for (size_t i = 0; i < n; i++)
    if (!want_node(c, p->name, ((const sv_term *)c->list.data)[from + i], t->line))
      return false;
  struct shacl_constraint k = { .op = (uint8_t)p->op, .value = SHACL_NONE };
  if (!add_items(c, from, true, &k))
    return false;
  struct shacl_constraint *new = push(c, p->op);
  if (new)
    *new = k;
  return new != NULL;
}

/* The qualified value shapes of the property shapes beside NODE, other than OWN, to c->list (SHACL
 * 4.7.3). */
static bool find_siblings(struct shacl_compile *c, sv_term node, sv_term own)
{
  size_t parents, properties = 0, values = 0;
  struct shacl_set seen = { 0 };
  const sv_term property = c->s->names[SH_PROPERTY];
  const sv_term qualified = c->s->names[SH_QUALIFIED_VALUE_SHAPE];
  const uint32_t *found = sv_graph_subjects(c->g, property, node, &parents);
  for (size_t i = 0; property && i < parents; i++) {
    const struct sv_triple *all =
        sv_graph_objects(c->g, sv_graph_triples(c->g)[found[i]].s, property, &properties);
    for (size_t j = 0; j < properties && shacl_work(c); j++) {
      const struct sv_triple *q = sv_graph_objects(c->g, all[j].o, qualified, &values);
      for (size_t k = 0; k < values; k++) {
        if (q[k].o == own || !shacl_set_add(&c->s->budget, &seen, q[k].o))
          continue;
        sv_term *new = shacl_push(&c->s->budget, &c->list, 1, sizeof *new);
        if (new)
          *new = q[k].o;
      }
    }
  }
  shacl_set_free(&c->s->budget, &seen);
  return shacl_going(c);
}

static bool add_qualified(struct shacl_compile *c, uint32_t shape, const struct parameter *p,
                          const struct sv_triple *t)
{
  static const enum shacl_name counts[] = { SH_QUALIFIED_MIN_COUNT, SH_QUALIFIED_MAX_COUNT };
  const struct sv_triple *count, *disjoint;
  const size_t from = c->list.count;
  (void)shape;
  struct shacl_constraint k = { .value = SHACL_NONE };
  if (!want_node(c, p->name, t->o, t->line) || !companion(c, t, SH_QUALIFIED_DISJOINT, &disjoint) ||
      (disjoint && !want_boolean(c, SH_QUALIFIED_DISJOINT, disjoint, &k.disjoint)) ||
      (k.disjoint && !find_siblings(c, t->s, t->o)))
    return false;
  for (size_t i = from; i < c->list.count; i++)
    if (!want_node(c, p->name, ((const sv_term *)c->list.data)[i], t->line))
      return false;
  k.value = shacl_shape_of(c, t->o);
  if (k.value == SHACL_NONE || !add_items(c, from, true, &k))
    return false;
  for (size_t i = 0; i < 2; i++) {
    if (!companion(c, t, counts[i], &count) ||
        (count && !read_number(c, counts[i], count, &k.number)))
      return false;
    struct shacl_constraint *new = count ? push(c, p->op + (enum shacl_op)i) : NULL;
    if (count && !new)
      return false;
    if (new) {
      k.op = new->op;
      *new = k;
    }
  }
  return true;
}

/* The predicates that a closed shape allows: those of its properties, and those it ignores. */
static bool find_allowed(struct shacl_compile *c, const struct sv_triple *t)
{
  size_t n = 0, count;
  const struct sv_triple *ignored;
  const sv_term property = c->s->names[SH_PROPERTY], path = c->s->names[SH_PATH];
  const struct sv_triple *all = property ? sv_graph_objects(c->g, t->s, property, &n) : NULL;
  const size_t from = c->list.count;
  if (!companion(c, t, SH_IGNORED_PROPERTIES, &ignored) ||
      (ignored && !shacl_list(c, ignored->line, SH_IGNORED_PROPERTIES, ignored->o, &count)))
    return false;
  for (size_t i = from; i < c->list.count; i++)
    if (!want_iri(c, SH_IGNORED_PROPERTIES, ((const sv_term *)c->list.data)[i], ignored->line))
      return false;
  for (size_t i = 0; i < n; i++) {
    const sv_term o = path ? sv_graph_object(c->g, all[i].o, path) : 0;
    if (o == 0 || sv_term_kind(o) != SV_TERM_IRI)
      continue;
    sv_term *new = shacl_push(&c->s->budget, &c->list, 1, sizeof *new);
    if (!new)
      return false;
    *new = o;
  }
  return true;
}

static bool add_closed(struct shacl_compile *c, uint32_t shape, const struct parameter *p,
                       const struct sv_triple *t)
{
  bool active;
  (void)shape;
  const size_t from = c->list.count;
  if (!want_boolean(c, p->name, t, &active))
    return false;
  if (!active)
    return true;
  struct shacl_constraint k = { .op = OP_CLOSED, .value = SHACL_NONE };
  if (!find_allowed(c, t) || !add_items(c, from, false, &k))
    return false;
  struct shacl_constraint *new = push(c, p->op);
  if (new)
    *new = k;
  return new != NULL;
}
