// SPDX-License-Identifier: Apache-2.0
/* SHACL property paths (SHACL 2.3.1): from nodes of the shapes graph to a small machine. Each part
 * is built in front of the state that comes after it; an inverse is pushed down to the predicates.
 */
#include "engines/shacl/compile.h"

struct builder {
  struct shacl_compile *c;
  uint32_t line;
  sv_term open[SHACL_PATH_DEPTH]; /* the nodes around the one being built */
  size_t first;                   /* state of this path */
};

static uint32_t build(struct builder *b, sv_term node, bool inverse, uint32_t next, unsigned depth);

static uint32_t ill(struct builder *b, const char *msgid, enum shacl_name name, sv_term t)
{
  (void)shacl_ill(b->c, b->line, msgid, name, t);
  return SHACL_NONE;
}

static uint32_t add_state(struct builder *b, enum shacl_state_kind kind, uint32_t next,
                          uint32_t other)
{
  struct shacl_compile *c = b->c;
  if (c->s->states.count - b->first >= c->s->limits.path) {
    (void)shacl_over(c, "shacl-path", N_("a path is longer than the limit allows"));
    return SHACL_NONE;
  }
  struct shacl_state *s = shacl_push(&c->s->budget, &c->s->states, 1, sizeof *s);
  if (!s)
    return SHACL_NONE;
  *s = (struct shacl_state){ kind, next, other };
  return (uint32_t)c->s->states.count - 1;
}

static uint32_t build_predicate(struct builder *b, sv_term node, bool inverse, uint32_t next)
{
  const uint32_t constant = shacl_constant_of(b->c, node);
  if (constant == SHACL_NONE)
    return SHACL_NONE;
  return add_state(b, inverse ? STATE_BACK : STATE_STEP, next, constant);
}

/* The list's members in c->list from *FROM; at least two. */
static size_t members(struct builder *b, sv_term head, size_t *from)
{
  size_t n;
  struct shacl_compile *c = b->c;
  *from = c->list.count;
  if (!shacl_list(c, b->line, SH_PATH, head, &n))
    return 0;
  if (n < 2) {
    (void)ill(b, N_("ill-formed path: a list in {name} needs at least two members"), SH_PATH, 0);
    return 0;
  }
  return n;
}

static sv_term member(const struct builder *b, size_t i)
{
  return ((const sv_term *)b->c->list.data)[i];
}

static uint32_t build_sequence(struct builder *b, sv_term node, bool inverse, uint32_t next,
                               unsigned depth)
{
  size_t from;
  const size_t n = members(b, node, &from);
  if (n == 0)
    return SHACL_NONE;
  for (size_t i = 0; i < n && next != SHACL_NONE; i++)
    next = build(b, member(b, from + (inverse ? i : n - 1 - i)), inverse, next, depth);
  b->c->list.count = from;
  return next;
}

static uint32_t build_alternative(struct builder *b, sv_term list, bool inverse, uint32_t next,
                                  unsigned depth)
{
  size_t from;
  const size_t n = members(b, list, &from);
  uint32_t all = SHACL_NONE;
  for (size_t i = 0; i < n; i++) {
    const uint32_t one = build(b, member(b, from + n - 1 - i), inverse, next, depth);
    if (one == SHACL_NONE)
      return SHACL_NONE;
    all = i == 0 ? one : add_state(b, STATE_SPLIT, one, all);
    if (all == SHACL_NONE)
      return SHACL_NONE;
  }
  b->c->list.count = from;
  return all;
}

/* STATE_SPLIT in a loop: once more, or on. */
static uint32_t build_loop(struct builder *b, enum shacl_name name, sv_term node, bool inverse,
                           uint32_t next, unsigned depth)
{
  const uint32_t loop = add_state(b, STATE_SPLIT, next, next);
  if (loop == SHACL_NONE)
    return SHACL_NONE;
  const uint32_t body = build(b, node, inverse, name == SH_ZERO_OR_ONE_PATH ? next : loop, depth);
  if (body == SHACL_NONE)
    return SHACL_NONE;
  ((struct shacl_state *)b->c->s->states.data)[loop].next = body;
  return name == SH_ONE_OR_MORE_PATH ? body : loop;
}

/* The one kind of path that NODE is besides a list; *VALUE is what it is made of. */
static enum shacl_name kind_of(struct builder *b, sv_term node, sv_term *value)
{
  static const enum shacl_name kinds[] = { SH_ALTERNATIVE_PATH, SH_INVERSE_PATH,
                                           SH_ZERO_OR_MORE_PATH, SH_ONE_OR_MORE_PATH,
                                           SH_ZERO_OR_ONE_PATH };
  enum shacl_name found = SH_NONE;
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
    size_t n = 0;
    const sv_term p = b->c->s->names[kinds[i]];
    const struct sv_triple *t = p ? sv_graph_objects(b->c->g, node, p, &n) : NULL;
    if (n == 0)
      continue;
    if (n > 1 || found) {
      (void)ill(b, N_("ill-formed path: {value} is more than one kind of path at once"), SH_PATH,
                node);
      return SH_NONE;
    }
    found = kinds[i];
    *value = t->o;
  }
  if (!found)
    (void)ill(b,
              N_("ill-formed path: {value} is no path: neither an IRI, nor a list, nor "
                 "sh:inversePath and the like"),
              SH_PATH, node);
  return found;
}

static bool enter(struct builder *b, sv_term node, unsigned depth)
{
  for (unsigned i = 0; i < depth; i++)
    if (b->open[i] == node)
      return ill(b, N_("ill-formed path: {value} is part of itself"), SH_PATH, node) != SHACL_NONE;
  if (depth >= SHACL_PATH_DEPTH)
    return shacl_over(b->c, "shacl-path", N_("a path is nested deeper than the limit allows"));
  b->open[depth] = node;
  return true;
}

static uint32_t build(struct builder *b, sv_term node, bool inverse, uint32_t next, unsigned depth)
{
  size_t n;
  sv_term value = 0;
  if (sv_term_kind(node) == SV_TERM_IRI && node != SV_RDF_NIL)
    return build_predicate(b, node, inverse, next);
  if (sv_term_kind(node) != SV_TERM_BLANK)
    return ill(b,
               N_("ill-formed path: {value} is no path: neither an IRI, nor a list, nor "
                  "sh:inversePath and the like"),
               SH_PATH, node);
  if (!enter(b, node, depth))
    return SHACL_NONE;
  if (sv_graph_objects(b->c->g, node, SV_RDF_FIRST, &n))
    return build_sequence(b, node, inverse, next, depth + 1);
  const enum shacl_name kind = kind_of(b, node, &value);
  switch (kind) {
  case SH_NONE:
    return SHACL_NONE;
  case SH_ALTERNATIVE_PATH:
    return build_alternative(b, value, inverse, next, depth + 1);
  case SH_INVERSE_PATH:
    return build(b, value, !inverse, next, depth + 1);
  default:
    return build_loop(b, kind, value, inverse, next, depth + 1);
  }
}

bool shacl_compile_path(struct shacl_compile *c, struct shacl_shape *shape, uint32_t line)
{
  struct builder b = { .c = c, .line = line, .first = c->s->states.count };
  const uint32_t accept = add_state(&b, STATE_ACCEPT, SHACL_NONE, SHACL_NONE);
  if (accept == SHACL_NONE)
    return false;
  shape->start = build(&b, shape->path, false, accept, 0);
  if (shape->start == SHACL_NONE)
    return false;
  const struct shacl_state *s = (const struct shacl_state *)c->s->states.data + shape->start;
  if ((s->kind == STATE_STEP || s->kind == STATE_BACK) && s->next == accept) {
    shape->simple = s->other;
    shape->inverse = s->kind == STATE_BACK;
  }
  return true;
}
